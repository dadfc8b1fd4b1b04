//! One step of a conversion: a text through one table.
//!
//! Takes a text, adds to the result what its longest keys stand for, from left to right; what is in no key stays. It
//! knows nothing of the other steps.

use super::alignment::Track;
use super::sequence;
use super::table::{Match, Table};

/// Converts the whole of `text`.
pub(super) fn convert<T: Track>(table: &Table, text: &str, result: &mut String, track: &mut T) {
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let taken = if sequence::opens(c) {
            let len = sequence::len(rest).unwrap_or(c.len_utf8());
            copy(&rest[..len], result, track);
            len
        } else if let Some(found) = table.longest(rest) {
            put(table, rest, found, result, track);
            found.len
        } else {
            copy(&rest[..c.len_utf8()], result, track);
            c.len_utf8()
        };
        rest = &rest[taken..];
    }
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
        Some(value) => {
            result.push_str(value);
            if T::LISTENS {
                align(table, key, value, track);
            }
        }
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
