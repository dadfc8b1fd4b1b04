//! Nicknames in marks inside a Latin name: Ann “Nan” Moor.
//!
//! Takes a text and where a mark stands; gives the nickname with its marks. One word with a capital between two words of a name
//! is one; whether the words are a name, others tell.

use super::latin_name;
use std::ops::Range;

/// Bytes of the longest nickname.
const LONGEST: usize = 14;

const PAIRS: [(char, char); 4] = [('“', '”'), ('"', '"'), ('‘', '’'), ('\'', '\'')];

/// The nickname whose opening mark stands at `at`, with its marks.
pub(crate) fn opened_at(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..)?;
    let (open, close) = PAIRS.into_iter().find(|&(open, _)| rest.starts_with(open))?;
    let rest = &rest[open.len_utf8()..];
    let length = rest.find(|c: char| !latin_name::is_letter(c) && c != '-' && c != '.')?;
    let word = &rest[..length];
    let fits = (2..=LONGEST).contains(&length) && word.starts_with(char::is_uppercase);
    let behind = rest[length..].strip_prefix(close)?.strip_prefix([' ', '\n'])?;
    let family = behind.split([' ', ',', '\n']).next().is_some_and(opens_family);
    let given = text[..at].strip_suffix([' ', '\n']).is_some_and(ends_with_given);
    let end = at + open.len_utf8() + length + close.len_utf8();
    (fits && family && given && !word.ends_with('.')).then_some(at..end)
}

/// The nickname whose closing mark stands at `at`, with its marks.
pub(crate) fn closed_at(text: &str, at: usize) -> Option<Range<usize>> {
    let before = text.get(..at)?;
    let word = before.rfind(|c: char| !latin_name::is_letter(c) && c != '-' && c != '.')?;
    let end = at + text[at..].chars().next()?.len_utf8();
    opened_at(text, word).filter(|nickname| nickname.end == end)
}

/// A capital or a small word of names opens what is left of the name.
fn opens_family(word: &str) -> bool {
    let small = || crate::lexicon::people::latin::PARTICLES.contains(word);
    word.starts_with(char::is_uppercase) || small()
}

/// Whether `text` ends with a word as given names are: a capital and small letters, or an initial.
fn ends_with_given(text: &str) -> bool {
    let word = text.rsplit([' ', '\n']).next().unwrap_or("");
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    latin_name::is_capital_word(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_in_marks_between_words_of_a_name_is_a_nickname() {
        for name in ["Ann “Nan” Moor", "Abel \"Abe\" van der Weir", "Abel ‘Abe’ Moor", "A. 'Abe' Moor"]
        {
            let open = name.find(['“', '"', '‘', '\'']).unwrap_or(0);
            let found = opened_at(name, open).unwrap_or_default();
            assert!(found.len() >= 5, "{name}");
            let close = name[..found.end].char_indices().next_back().map_or(0, |(at, _)| at);
            assert_eq!(closed_at(name, close), Some(found), "{name}");
        }
    }

    #[test]
    fn other_strings_in_marks_are_none() {
        for text in
            ["the “Nan” Mill", "Ann “The Nan” Moor", "Ann “Nan” said", "Ann said “Nan.” Moor", "“Nan” Moor"]
        {
            let open = text.find('“').unwrap_or(0);
            assert_eq!(opened_at(text, open), None, "{text}");
        }
    }
}
