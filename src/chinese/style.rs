//! House style: which of several forms of one character or word a text is written with.
//!
//! Takes a converted text, or a Traditional one with mixed forms, and writes every group of `variants.tsv` one way: as a
//! text does that is taken for the example, or as the region does. Forms of one group are equally long, in bytes too, so
//! that no position changes.

use super::config::{Config, Target};
use crate::lexicon::tree::{ClassSet, Tree};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// Which form of each group is written; nothing where any may stand.
#[derive(Debug, Clone)]
pub(super) struct Style {
    chosen: Vec<Option<&'static str>>,
}

/// The forms of all groups, and one tree that finds them.
struct Variants {
    groups: Vec<Vec<Form>>,
    /// Every form with its group, in their order.
    forms: Vec<(&'static str, usize)>,
    /// The place of each form among them.
    places: FxHashMap<&'static str, usize>,
    finder: Tree,
}

impl Variants {
    /// Where forms stand in `text`, none over another, each with its place in `forms`.
    fn find<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (Range<usize>, usize)> + 't {
        let found = self.finder.find_all(text, ClassSet::MAX);
        found.filter_map(|(range, _)| Some((range.clone(), *self.places.get(&text[range])?)))
    }
}

struct Form {
    text: &'static str,
    /// Whose own it is.
    owner: Owner,
}

/// Whose own a form is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Owner {
    Nobody,
    One(Target),
    Everybody,
}

static VARIANTS: LazyLock<Variants> = LazyLock::new(|| {
    let groups: Vec<Vec<Form>> = include_str!("variants.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').filter(|form| *form != "-").map(Form::read).collect())
        .collect();
    let all = groups.iter().enumerate();
    let forms: Vec<(&str, usize)> =
        all.flat_map(|(group, forms)| forms.iter().map(move |form| (form.text, group))).collect();
    let places = forms.iter().enumerate().map(|(place, &(form, _))| (form, place)).collect();
    let finder = Tree::of(forms.iter().map(|(form, _)| (form.chars(), 1)));
    Variants { groups, forms, places, finder }
});

impl Form {
    fn read(form: &'static str) -> Form {
        let (owner, text) = form.split_once(':').unwrap_or(("", form));
        let owner = match owner {
            "hk" => Owner::One(Target::HongKong),
            "tw" => Owner::One(Target::Taiwan),
            "t" => Owner::One(Target::Standard),
            "*" => Owner::Everybody,
            _ => Owner::Nobody,
        };
        Form { text, owner }
    }

    fn is_own_of(&self, target: Target) -> bool {
        self.owner == Owner::Everybody || self.owner == Owner::One(target)
    }
}

impl Style {
    /// The style of the written form that `config` converts to.
    pub(super) fn of_config(config: Config) -> Style {
        let target = config.target();
        let own = |forms: &Vec<Form>| forms.iter().find(|form| form.is_own_of(target)).map(|form| form.text);
        Style { chosen: VARIANTS.groups.iter().map(own).collect() }
    }

    /// No form is preferred to another.
    pub(super) fn open() -> Style {
        Style { chosen: vec![None; VARIANTS.groups.len()] }
    }

    /// The same, but with the forms that `texts` use most, where they use any; of two used alike the first.
    pub(super) fn learnt_from<'t>(mut self, texts: impl IntoIterator<Item = &'t str>) -> Style {
        let variants = &*VARIANTS;
        let mut counts = vec![0_usize; variants.forms.len()];
        for text in texts {
            variants.find(text).for_each(|(_, place)| counts[place] += 1);
        }
        let mut most = vec![0; variants.groups.len()];
        for (count, &(form, group)) in counts.into_iter().zip(&variants.forms) {
            if count > most[group] {
                most[group] = count;
                self.chosen[group] = Some(form);
            }
        }
        self
    }

    /// Adds `text`, in this style but for the stretches `kept`, to `result`.
    pub(super) fn write_around(&self, text: &str, kept: &[Range<usize>], result: &mut String) {
        let mut at = 0;
        for kept in kept {
            self.write(&text[at..kept.start], result);
            result.push_str(&text[kept.clone()]);
            at = kept.end;
        }
        self.write(&text[at..], result);
    }

    /// Adds `text`, in this style, to `result`.
    pub(super) fn write(&self, text: &str, result: &mut String) {
        let variants = &*VARIANTS;
        let mut at = 0;
        for (found, place) in variants.find(text) {
            let Some(chosen) = self.chosen[variants.forms[place].1] else { continue };
            result.push_str(&text[at..found.start]);
            result.push_str(chosen);
            at = found.end;
        }
        result.push_str(&text[at..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(style: &Style, text: &str) -> String {
        let mut result = String::new();
        style.write(text, &mut result);
        result
    }

    #[test]
    fn forms_of_a_group_are_equally_long_and_in_one_group_only() {
        let mut seen = std::collections::HashSet::new();
        for forms in &VARIANTS.groups {
            assert!(forms.len() > 1);
            for form in forms {
                assert_eq!(form.text.len(), forms[0].text.len(), "{}", form.text);
                assert!(seen.insert(form.text), "{}", form.text);
            }
        }
    }

    #[test]
    fn mixed_forms_come_out_as_the_text_mostly_has_them() {
        let text = "負責人說明，説明會上說過";
        let style = Style::open().learnt_from([text]);
        assert_eq!(written(&style, text), "負責人說明，說明會上說過");
        assert_eq!(written(&style, "啓用綫路"), "啓用綫路");
    }

    #[test]
    fn a_region_has_forms_of_its_own() {
        let style = Style::of_config(Config::S2hk);
        assert_eq!(written(&style, "羣眾啓動"), "群眾啟動");
        assert_eq!(written(&style.learnt_from(["啓德"]), "羣眾啟動"), "群眾啓動");
    }
}
