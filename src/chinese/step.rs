//! One step of a conversion: a text through one table.
//!
//! Takes a text, adds to the result what its longest keys stand for, from left to right; what is in no key stays. It
//! knows nothing of the other steps.

use super::alignment::Track;
use super::sequence;
use super::table::{Match, Table};

/// Converts the whole of `text`.
pub(super) fn convert<T: Track>(table: &Table, text: &str, result: &mut String, track: &mut T) {
    // Up to `at` the text has been read; what stands there from `kept` on stays.
    let (mut at, mut kept) = (0, 0);
    let mut chars = text.chars();
    loop {
        let rest = chars.as_str();
        let Some(c) = chars.next() else { break };
        let mut taken = c.len_utf8();
        if sequence::opens(c) {
            taken = sequence::len(rest).unwrap_or(taken);
        } else if let Some(found) = table.longest_from(c, chars.clone()) {
            taken = found.len;
            if let Some(value) = table.text(found.value) {
                copy(&text[kept..at], result, track);
                replace(table, &rest[..taken], value, result, track);
                kept = at + taken;
            }
        }
        at += taken;
        if taken > c.len_utf8() {
            chars = rest[taken..].chars();
        }
    }
    copy(&text[kept..], result, track);
}

/// Adds `text` as it stands.
#[inline]
pub(super) fn copy<T: Track>(text: &str, result: &mut String, track: &mut T) {
    result.push_str(text);
    track.even(text.len());
}

/// Adds what the key `found` at the start of `text` stands for.
#[inline]
pub(super) fn put<T: Track>(table: &Table, text: &str, found: Match, result: &mut String, track: &mut T) {
    let key = &text[..found.len];
    match table.text(found.value) {
        None => copy(key, result, track),
        Some(value) => replace(table, key, value, result, track),
    }
}

/// Adds `value` for `key`.
#[inline]
fn replace<T: Track>(table: &Table, key: &str, value: &str, result: &mut String, track: &mut T) {
    result.push_str(value);
    if T::LISTENS {
        align(table, key, value, track);
    }
}

fn align<T: Track>(table: &Table, key: &str, value: &str, track: &mut T) {
    let one = key.chars().next().is_some_and(|c| c.len_utf8() == key.len());
    if (one || table.answers_by_character()) && have_same_boundaries(key, value) {
        track.even(key.len());
        return;
    }
    let length = key.chars().count();
    if length != value.chars().count() || length > 1 && !table.answers_by_character() {
        track.whole(key.len(), value.len());
        return;
    }
    for (from, to) in key.chars().zip(value.chars()) {
        track.character(from, to);
    }
}

/// Whether the characters of the two begin at the same bytes, as nearly always.
fn have_same_boundaries(key: &str, value: &str) -> bool {
    let continues = |byte: u8| byte & 0xc0 == 0x80;
    key.len() == value.len() && key.bytes().zip(value.bytes()).all(|(a, b)| continues(a) == continues(b))
}

#[cfg(test)]
mod tests {
    use super::super::alignment::{Alignment, Deaf};
    use super::super::table::tables;
    use super::*;

    #[test]
    fn keys_are_replaced_and_the_rest_stays() {
        let mut result = String::new();
        convert(&tables::ST, "A 头发，发展。⿰云发", &mut result, &mut Deaf);
        assert_eq!(result, "A 頭髮，發展。⿰云发");
    }

    #[test]
    fn vocabulary_is_aligned_as_a_whole() {
        let (mut result, mut alignment) = (String::new(), Alignment::default());
        convert(&tables::TWP, "打印機", &mut result, &mut alignment);
        assert_eq!(result, "印表機");
        assert_eq!(alignment.source_of(0..3), 0..9);
    }
}
