//! A stand-in for `extract::person` where that finds nothing.
//!
//! Takes the stretch that describes a speaker; gives name, title and kind by the simplest signs: capitals in English,
//! a title beside two to four characters in Chinese.

use super::resolve;
use crate::extract::person::{Named, NamedKind};
use crate::lexicon::reporting::{self, Role};
use crate::text::script::is_han;
use std::ops::Range;

/// The description `range` of Chinese `text`.
pub(super) fn chinese(text: &str, range: Range<usize>) -> Option<Named> {
    let part = text.get(range.clone())?.trim_end();
    let range = range.start..range.start + part.len();
    if part.is_empty() {
        return None;
    }
    if let Some(pronoun) = reporting::chinese_role_at_start(part, Role::Pronoun) {
        let extent = range.start..range.start + pronoun.len();
        return Some(Named {
            name: Some(extent.clone()),
            extent,
            kind: NamedKind::Pronoun,
            ..Named::default()
        });
    }
    if reporting::chinese_role_at_end(part, Role::Anybody).is_some() {
        return Some(Named {
            title: Some(range.clone()),
            extent: range,
            kind: NamedKind::Unnamed,
            ..Named::default()
        });
    }
    if let Some(named) = resolve::titled_names(part).into_iter().next() {
        let shifted = |r: Range<usize>| range.start + r.start..range.start + r.end;
        return Some(Named {
            extent: range.clone(),
            name: named.name.map(shifted),
            title: named.title.map(shifted),
            ..named
        });
    }
    if let Some(title) = reporting::chinese_role_at_end(part, Role::Title) {
        let head_end = range.end - title.len();
        let title_range = head_end..range.end;
        let head = text.get(range.start..head_end).unwrap_or("");
        let short = (2..=3).contains(&head.chars().count()) && head.chars().all(is_han);
        let body = reporting::chinese_role_at_end(head, Role::Body).is_some();
        let name =
            name_at_end(text, range.start..head_end).or((short && !body).then_some(range.start..head_end));
        let kind = if name.is_some() { NamedKind::Person } else { NamedKind::Unnamed };
        return Some(Named { extent: range, name, title: Some(title_range), kind, ..Named::default() });
    }
    if let Some(name) = name_at_end(text, range.clone()) {
        let title = text
            .get(range.start..name.start)
            .and_then(|head| reporting::chinese_role_at_end(head, Role::Title))
            .map(|title| name.start - title.len()..name.start);
        return Some(Named {
            extent: range,
            name: Some(name),
            title,
            kind: NamedKind::Person,
            ..Named::default()
        });
    }
    Some(Named {
        name: Some(range.clone()),
        extent: range,
        kind: NamedKind::Organization,
        ..Named::default()
    })
}

/// The name that ends `range`: after a title, or all of it.
fn name_at_end(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    let latin = part.trim_end_matches(|c: char| c.is_ascii_alphabetic() || matches!(c, ' ' | '.' | '-'));
    if latin.len() < part.len() && part.len() - latin.len() > 2 {
        return Some(range.start + latin.len()..range.end);
    }
    let foreign = part.trim_end_matches(|c: char| is_han(c) || matches!(c, '·' | '‧' | '・' | '•'));
    if part.get(foreign.len()..).is_some_and(|tail| tail.contains(['·', '‧', '・', '•'])) {
        let tail = part.get(foreign.len()..)?;
        let start = (1..tail.len()).rev().find(|at| {
            tail.is_char_boundary(*at)
                && reporting::chinese_role_at_end(tail.get(..*at).unwrap_or(""), Role::Title).is_some()
        });
        return Some(range.start + foreign.len() + start.unwrap_or(0)..range.end);
    }
    let starts: Vec<usize> = part.char_indices().rev().map(|(at, _)| at).take(4).collect();
    starts
        .iter()
        .skip(1)
        .copied()
        .find_map(|at| {
            let (head, tail) = (part.get(..at)?, part.get(at..)?);
            let fits =
                reporting::chinese_role_at_start(tail, Role::Surname).is_some() && tail.chars().all(is_han);
            let parted = head.is_empty()
                || reporting::chinese_role_at_end(head, Role::Title).is_some()
                || head.ends_with(|c: char| !is_han(c));
            (fits && parted).then(|| range.start + at..range.end)
        })
        .or_else(|| {
            // After a title any two to four characters are a name; so is a whole description that starts with a surname.
            starts.iter().skip(1).copied().find_map(|at| {
                let (head, tail) = (part.get(..at)?, part.get(at..)?);
                let titled = reporting::chinese_role_at_end(head, Role::Title).is_some();
                (titled && tail.chars().all(is_han) && reporting::subject_ends(tail).next().is_none())
                    .then(|| range.start + at..range.end)
            })
        })
        .or_else(|| {
            let single = part.chars().count() == 1;
            (single && reporting::chinese_role_at_start(part, Role::Surname).is_some()).then_some(range)
        })
}

/// The description `range` of English `text`.
pub(super) fn english(text: &str, range: Range<usize>) -> Option<Named> {
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
