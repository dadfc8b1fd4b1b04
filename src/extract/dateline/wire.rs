//! The wire of a dateline.
//!
//! Takes a tag from where a wire may start; gives where its name stands and ends. A wire that no table knows is told
//! by the marks around it.

use super::day::date_at;
use super::starts_with_dash;
use crate::extract::date;
use crate::lexicon::places;
use crate::text::script;
use std::ops::Range;

/// A wire: `/PRNewswire/`, `(GLOBE NEWSWIRE)`, `Media OutReach Newswire`, `（全球新闻）`. Its name's range and its end.
pub(super) fn wire_at(text: &str, after_place: bool) -> Option<(Range<usize>, usize)> {
    let first = text.chars().next()?;
    let close: &[char] = match first {
        '/' | '／' => &['/', '／'],
        '(' | '（' => &[')', '）'],
        _ => {
            let end = places::wire_prefix(text)?;
            return Some((0..end, end));
        }
    };
    if !after_place {
        return None;
    }
    let start = first.len_utf8();
    let close_at = text[start..].find(close)? + start;
    let end = close_at + text[close_at..].chars().next()?.len_utf8();
    let name = &text[start..close_at];
    let trimmed = start + (name.len() - name.trim_start().len());
    let name = name.trim();
    // (ANI/PRNewswire)
    let passed_on = || name.split_once('/').is_some_and(|(_, from)| places::wire_prefix(from).is_some());
    let known = places::wire_prefix(name).is_some() || passed_on();
    let dated =
        places::wire_prefix(name).filter(|&end| name[end..].contains(" - ") || name[end..].contains(" – "));
    // --(某某资讯)--
    let set_off = (3..=8).contains(&name.chars().count())
        && name.chars().all(script::is_han)
        && starts_with_dash(&text[end..]);
    let caps =
        name.len() >= 4 && name.chars().all(|c| c.is_uppercase() || c == ' ' || c == '-') && name.is_ascii();
    let stroked = first == '/'
        && (3..=40).contains(&name.chars().count())
        && !name.contains(['.', ','])
        && !date_like(name);
    let named = dated.unwrap_or(name.len());
    (known || caps || stroked || set_off).then_some((trimmed..trimmed + named, end))
}

fn date_like(name: &str) -> bool {
    name.chars().filter(char::is_ascii_digit).count() >= 4
}

/// A wire that no table knows, between dashes: "HONG KONG - Harbour Wire Asia - 6 March 2025".
pub(super) fn unknown_wire(text: &str, before: &str) -> Option<usize> {
    const LONGEST: usize = 30;
    if !before.contains(['-', '–']) {
        return None;
    }
    let end = text.find(" - ").or_else(|| text.find(" – ")).filter(|&end| end <= LONGEST)?;
    let name = &text[..end];
    let capitals = name.split(' ').all(|word| word.starts_with(char::is_uppercase));
    let dated = date_at(text[end..].trim_start_matches([' ', '-', '–'])).is_some();
    (capitals && dated).then_some(end)
}

/// A wire that no table knows, which closes a line of its own after a comma: "Weir, Ohio, 6 March 2025, Blockpost".
pub(super) fn closing_wire(text: &str, before: &str) -> Option<usize> {
    /// Bytes of the longest; a guess.
    const LONGEST: usize = 24;
    let name = text.trim_end();
    let one = name.len() <= LONGEST
        && name.starts_with(char::is_uppercase)
        && name.chars().all(char::is_alphanumeric);
    let told = one && !date::is_weekday(name) && !date::is_month(name);
    (told && before == ", ").then_some(name.len())
}
