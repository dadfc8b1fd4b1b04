//! Descriptions that no table knows, judged by their shape.
//!
//! Takes the stretch that describes somebody; gives a pronoun, a person in capitals, a body, or somebody without a name.
//! It is asked last, where a speaker must be somebody and the readers of descriptions found nothing.

use super::han_head;
use super::{Named, NamedKind, han_name, latin_name, post};
use crate::lexicon::people::han;
use crate::lexicon::reporting::{self, Role};
use crate::text::script::is_han;
use std::ops::Range;

/// The description `range` of Chinese `text`: a pronoun that opens it, a post or a role that ends it, else a body.
pub(crate) fn chinese(text: &str, range: Range<usize>) -> Option<Named> {
    let part = text.get(range.clone())?.trim_end();
    let range = range.start..range.start + part.len();
    if part.is_empty() {
        return None;
    }
    if let Some(pronoun) = reporting::chinese_role_at_start(part, Role::Pronoun) {
        let extent = range.start..range.start + pronoun.len();
        let name = Some(extent.clone());
        return Some(Named { name, extent, kind: NamedKind::Pronoun, ..Named::default() });
    }
    let role = reporting::chinese_role_at_end(part, Role::Anybody).is_some() || han::ROLES.ends(part);
    let attribute = role_start(part);
    if role || han_head::ends_with_post(part) {
        let title = Some(range.start + attribute..range.end);
        return Some(Named { title, extent: range, kind: NamedKind::Unnamed, ..Named::default() });
    }
    if let Some(named) = called_by_role(part) {
        return Some(named.shifted(range.start));
    }
    if let Some(name) = name_at_end(part)
        .or_else(|| Some(attribute).filter(|&at| at > 0 && han_name::is_surnamed(&part[at..])))
    {
        let name = Some(range.start + name..range.end);
        return Some(Named { name, extent: range, kind: NamedKind::Person, ..Named::default() });
    }
    let name = Some(range.start + after_attribute(part)..range.end);
    Some(Named { name, extent: range, kind: NamedKind::Organization, ..Named::default() })
}

/// A name with a common surname, or the surname and a style, behind a role that only its last character tells: 售票員|林先生,
/// 海風戲院的售票員|林小文.
pub(super) fn called_by_role(part: &str) -> Option<Named> {
    let honorific = han::HONORIFICS.suffix_start(part).unwrap_or(part.len());
    let head = &part[..honorific];
    let starts = head.char_indices().rev().map(|(at, _)| at).take(4);
    let lengths: &[usize] = if honorific < part.len() { &[3, 2, 1] } else { &[3, 4, 2] };
    let starts: Vec<usize> = starts.collect();
    lengths.iter().filter_map(|&length| starts.get(length - 1)).find_map(|&start| {
        let name = &head[start..];
        let [surname, two] = han::surnames_at_start(name);
        let both = || name.chars().nth(1).is_some_and(han::may_be_second_surname);
        let known = han::COMMON_SURNAMES.is_among(surname) && (name.chars().count() < 4 || both())
            || han::DOUBLE_SURNAMES.is_among(two);
        let post = known.then(|| post::by_last_character(&head[..start])).flatten()?;
        let style = Some(honorific..part.len()).filter(|style| !style.is_empty());
        Some(Named {
            extent: post.start..part.len(),
            name: Some(start..honorific),
            title: Some(post.title),
            organization: post.organization,
            honorific: style,
            kind: NamedKind::Person,
        })
    })
}

/// Where a body's name starts after what it does: 負責施工的|海灣營造. A name has four characters at least; a guess.
fn after_attribute(part: &str) -> usize {
    const FEWEST: usize = 4;
    let ends = part.char_indices().rev().map(|(at, c)| (at, at + c.len_utf8()));
    let mut attributes = ends.filter(|&(at, end)| at > 0 && han::POSSESSIVES.contains(&part[at..end]));
    let end = attributes.next().map_or(0, |(_, end)| end);
    let name = &part[end..];
    let fits = name.chars().count() >= FEWEST && name.chars().all(char::is_alphanumeric);
    if fits && !han::THINGS.ends(name) { end } else { 0 }
}

/// Where the role starts in the description of somebody unnamed: 一位|保戶, 一位從山區趕來的|工程師.
pub(super) fn role_start(part: &str) -> usize {
    let attribute = part.char_indices().rev().find(|&(at, c)| at > 0 && han::POSSESSIVES.has(c));
    let start = attribute.map_or(0, |(at, c)| at + c.len_utf8());
    let start = start + han::COUNTED.prefix_end(&part[start..]).unwrap_or(0);
    if start < part.len() { start } else { 0 }
}

/// Where the name starts that ends a description: Latin words, or whatever Han characters follow a post.
fn name_at_end(part: &str) -> Option<usize> {
    let latin = latin_name::run_start(part);
    if part.len() - latin > 2 && latin_name::looks_like_name(part.get(latin..)?) {
        return Some(latin);
    }
    let starts = part.char_indices().rev().take_while(|&(_, c)| is_han(c)).map(|(at, _)| at).take(4);
    starts.skip(1).find(|&at| {
        let (head, tail) = part.split_at(at);
        let titled = reporting::chinese_role_at_end(head, Role::Title).is_some();
        titled && reporting::subject_ends(tail).next().is_none()
    })
}

/// The description `range` of English `text`.
pub(crate) fn english(text: &str, range: Range<usize>) -> Option<Named> {
    let part = text.get(range.clone())?;
    let mut words: Vec<(Range<usize>, &str)> = Vec::new();
    let mut at = 0;
    for word in part.split(|c: char| c.is_whitespace() || c == ',') {
        let start = range.start + at;
        at += word.len() + 1;
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '$' | '.'));
        if !bare.is_empty() {
            let from = start + word.find(bare).unwrap_or(0);
            words.push((from..from + bare.len(), bare));
        }
    }
    let (first, last) = (words.first()?, words.last()?);
    let extent = first.0.start..last.0.end;
    if words.len() == 1 && reporting::english(&first.1.to_lowercase()).is(Role::Pronoun) {
        return Some(Named {
            name: Some(extent.clone()),
            extent,
            kind: NamedKind::Pronoun,
            ..Named::default()
        });
    }
    let proper = |word: &str| {
        word.starts_with(char::is_uppercase) && !reporting::english(&word.to_lowercase()).is(Role::Determiner)
    };
    // The first run of capitals that is not a title before another run.
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (index, (_, word)) in words.iter().enumerate() {
        if proper(word) && !(word.ends_with("'s") || word.ends_with("’s")) {
            match runs.last_mut() {
                Some(run) if run.end == index => run.end = index + 1,
                _ => runs.push(index..index + 1),
            }
        }
    }
    let Some(run) = runs.last().filter(|run| run.end == words.len()).or_else(|| runs.first()) else {
        return Some(Named { extent, kind: NamedKind::Unnamed, ..Named::default() });
    };
    if run.end < words.len() {
        return Some(Named { extent, kind: NamedKind::Unnamed, ..Named::default() });
    }
    let titled = |index: &usize| {
        let (_, word) = words[*index];
        reporting::english(word.trim_end_matches('.').to_lowercase().as_str()).is(Role::Abbreviation)
    };
    let first = run.clone().find(|index| !titled(index)).unwrap_or(run.start);
    let name = words[first].0.start..words[run.end - 1].0.end;
    let organization = words[..run.start].last().is_some_and(|(_, word)| word.eq_ignore_ascii_case("the"));
    let kind = if organization { NamedKind::Organization } else { NamedKind::Person };
    Some(Named { extent, name: Some(name), kind, ..Named::default() })
}
