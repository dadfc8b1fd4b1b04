//! A line that is somebody's name and post, as contact blocks and signatures print it.

use super::{Named, NamedKind};
use crate::lexicon::names;
use crate::text::script;
use std::ops::Range;

/// See [`super::of_line`].
pub(super) fn read(text: &str, range: Range<usize>) -> Option<Named> {
    let slice = &text[range.clone()];
    let trimmed = slice.trim();
    if trimmed.is_empty() {
        return None;
    }
    let start = range.start + (slice.len() - slice.trim_start().len());
    let range = start..start + trimmed.len();
    let named = if trimmed.chars().any(script::is_han) {
        chinese(text, range.clone())
    } else {
        english(text, range.clone())
    };
    Some(named.unwrap_or(Named {
        extent: range.clone(),
        organization: Some(range.clone()),
        name: Some(range),
        kind: NamedKind::Organization,
        ..Named::default()
    }))
}

/// `Ms Vivian Ng, Senior Manager, Corporate Communications`, `Kirsten Vang`, `Jane Doe | VP Sales`.
fn english(text: &str, range: Range<usize>) -> Option<Named> {
    let slice = &text[range.clone()];
    let (head, rest) =
        slice.split_once([',', '|', '，']).map_or((slice, None), |(head, rest)| (head, Some(rest)));
    let mut start = range.start;
    let mut honorific: Option<Range<usize>> = None;
    let mut name = head;
    while let Some((word, more)) = name.split_once(' ')
        && names::is_honorific(word)
    {
        honorific = Some(honorific.map_or(start, |range| range.start)..start + word.len());
        start += word.len() + 1;
        name = more;
    }
    let name = name.trim();
    if !names::looks_like_english_name(name, honorific.is_some()) {
        return None;
    }
    let name_range = start..start + name.len();
    let title = rest.and_then(|rest| {
        let at = range.end - rest.len();
        let rest = rest.trim_end();
        let title = rest.trim_start();
        (!title.is_empty()).then(|| at + (rest.len() - title.len())..at + rest.len())
    });
    Some(Named { extent: range, name: Some(name_range), title, honorific, ..Named::default() })
}

/// 馮倩兒 機構傳訊部高級經理; 人文課 課員 蕭博文; 新課綱專案辦公室督學陳思瑀; Cherie Chou，企业发展经理.
fn chinese(text: &str, range: Range<usize>) -> Option<Named> {
    let tokens = tokens(text, range.clone());
    let named = |name: Range<usize>, organization: Option<Range<usize>>, title: Option<Range<usize>>| Named {
        extent: range.clone(),
        name: Some(name),
        title,
        organization,
        ..Named::default()
    };
    if let Some(at) = tokens.iter().position(|token| names::is_chinese_name(&text[token.clone()])) {
        let name = tokens[at].clone();
        if at == 0 {
            let title = tokens.get(1).map(|next| next.start..range.end);
            let (latin, title) = latin_tail(text, &name, title);
            return Some(named(latin, None, title));
        }
        let end = tokens
            .get(at + 1)
            .filter(|next| text[(*next).clone()].chars().all(|c| c.is_ascii_alphabetic()))
            .map_or(name.end, |next| next.end);
        let before = &tokens[..at];
        let (organization, title) = post(text, before.first()?.start..before.last()?.end);
        return Some(named(name.start..end, organization, title));
    }
    // A name at the end of a run without blanks.
    let first = tokens.first()?.clone();
    if let Some(length) = names::chinese_name_at_end(&text[first.clone()]) {
        let name = first.end - length..first.end;
        let (organization, title) = post(text, first.start..name.start);
        if organization.is_some() || title.is_some() {
            return Some(named(name, organization, title));
        }
    }
    // A Latin name with a Chinese post.
    let comma = text[range.clone()].find(['，', ',']);
    if let Some(comma) = comma {
        let name = range.start..range.start + comma;
        if names::looks_like_english_name(text[name.clone()].trim(), false) {
            let rest = &text[name.end..range.end];
            let width = rest.chars().next().map_or(1, char::len_utf8);
            let title = rest[width..].trim_start();
            return Some(named(name, None, (!title.is_empty()).then(|| range.end - title.len()..range.end)));
        }
    }
    None
}

/// 陳大文 David 經理: a Latin name after the Chinese one belongs to it.
fn latin_tail(
    text: &str,
    name: &Range<usize>,
    title: Option<Range<usize>>,
) -> (Range<usize>, Option<Range<usize>>) {
    let Some(rest) = title.clone() else { return (name.clone(), None) };
    let slice = &text[rest.clone()];
    let latin = slice.len() - slice.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == ' ').len();
    if latin == 0 {
        return (name.clone(), title);
    }
    let end = rest.start + slice[..latin].trim_end().len();
    let more = text[rest.start + latin..rest.end].trim_start();
    (name.start..end, (!more.is_empty()).then(|| rest.end - more.len()..rest.end))
}

/// Organisation and title of a description: the longest title at its end, what stands before it.
fn post(text: &str, range: Range<usize>) -> (Option<Range<usize>>, Option<Range<usize>>) {
    let slice = &text[range.clone()];
    if let Some(blank) = slice.rfind([' ', '\u{3000}']) {
        let title = slice[blank..].trim_start();
        let head = slice[..blank].trim_end();
        if names::ends_with_title(title) {
            return (Some(range.start..range.start + head.len()), Some(range.end - title.len()..range.end));
        }
    }
    match names::title_at_end(slice) {
        Some(length) if length == slice.len() => (None, Some(range)),
        Some(length) => (Some(range.start..range.end - length), Some(range.end - length..range.end)),
        None if range.is_empty() => (None, None),
        None => (Some(range), None),
    }
}

fn tokens(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut tokens = Vec::new();
    let mut start = None;
    for (at, c) in text[range.clone()].char_indices() {
        let at = range.start + at;
        match (c.is_whitespace() || matches!(c, '，' | ',' | '、'), start) {
            (true, Some(from)) => {
                tokens.push(from..at);
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    if let Some(from) = start {
        tokens.push(from..range.end);
    }
    tokens
}
