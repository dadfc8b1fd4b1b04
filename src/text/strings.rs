//! A few strings that are looked for in texts: the names of one release.
//!
//! Takes the strings; tells which of them is the longest that stands at a place. To make it costs next to nothing, where
//! an automaton takes longer to make than a short text to read; a place is looked at once for each length of a string
//! with that first letter, whatever the number of strings.

use rustc_hash::FxHashMap;
use std::ops::Range;

/// Characters that one number holds: most strings are told apart by as many.
pub(crate) const PACKED: usize = 6;

/// The characters in `packed` and one more, at most [`PACKED`] of them.
pub(crate) fn with_char(packed: u128, c: char) -> u128 {
    /// Bits of a character.
    const BITS: u32 = 21;
    packed << BITS | u128::from(c)
}

/// Strings, none of them empty, with their numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Strings {
    numbers: FxHashMap<String, usize>,
    /// For each first letter, how long the strings are, the longest first.
    lengths: FxHashMap<char, Vec<usize>>,
    firsts: Firsts,
    /// The same of their second letters.
    seconds: Firsts,
    /// Whether one of them is a single letter.
    has_letter: bool,
}

/// The last bits of the first letters of strings: most letters of a text are told by them alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Firsts(Box<[u64; WORDS]>);

/// Numbers that hold a bit for whatever the last twelve bits of a letter are: hardly a letter of a text is a name's by chance.
const WORDS: usize = 64;

impl Default for Firsts {
    fn default() -> Self {
        Firsts(Box::new([0; WORDS]))
    }
}

impl Firsts {
    pub(crate) fn add(&mut self, first: char) {
        let (word, bit) = Firsts::place(first);
        self.0[word] |= 1 << bit;
    }

    /// Whether a string may start with `letter`.
    #[inline]
    pub(crate) fn may_have(&self, letter: char) -> bool {
        let (word, bit) = Firsts::place(letter);
        self.0[word] >> bit & 1 != 0
    }

    #[inline]
    fn place(letter: char) -> (usize, u32) {
        (letter as usize / 64 % WORDS, letter as u32 % 64)
    }

    /// The places of `text` where a string may start.
    #[inline]
    pub(crate) fn places(&self, text: &str) -> impl Iterator<Item = usize> {
        let bytes = text.as_bytes();
        let mut next = 0;
        std::iter::from_fn(move || {
            loop {
                let at = next;
                let [length, high, low] = last_two(bytes.get(at..)?)?;
                next += usize::from(length);
                if self.has_bits(high, low) {
                    return Some(at);
                }
            }
        })
    }

    /// Whether a string may start with the letter at `at`.
    #[inline]
    pub(crate) fn may_have_at(&self, bytes: &[u8], at: usize) -> bool {
        let letter = bytes.get(at..).and_then(last_two);
        letter.is_some_and(|[_, high, low]| self.has_bits(high, low))
    }

    /// Whether a string starts with a letter of these two bytes, or of their last bits.
    #[inline]
    fn has_bits(&self, high: u8, low: u8) -> bool {
        self.0[usize::from(high) % WORDS] >> (low % 64) & 1 != 0
    }
}

/// How many bytes the letter has that `bytes` open with, and two bytes with its last bits: its own last two, so that no
/// letter is put together.
#[inline]
fn last_two(bytes: &[u8]) -> Option<[u8; 3]> {
    match *bytes {
        [0xe0..=0xef, high, low, ..] => Some([3, high, low]),
        [letter @ 0..=0x7f, ..] => Some([1, letter >> 6, letter]),
        [high @ 0xc0..=0xdf, low, ..] => Some([2, high, low]),
        [_, _, high, low, ..] => Some([4, high, low]),
        _ => None,
    }
}

impl Strings {
    /// Adds a string with its number.
    pub(crate) fn add(&mut self, string: &str, number: usize) {
        let mut letters = string.chars();
        let Some(first) = letters.next() else { return };
        if let Some(known) = self.numbers.get_mut(string) {
            *known = number;
            return;
        }
        self.firsts.add(first);
        match letters.next() {
            Some(second) => self.seconds.add(second),
            None => self.has_letter = true,
        }
        let lengths = self.lengths.entry(first).or_default();
        if let Err(place) = lengths.binary_search_by(|length| string.len().cmp(length)) {
            lengths.insert(place, string.len());
        }
        self.numbers.insert(string.to_owned(), number);
    }

    /// The longest string that stands at `at`, where `first` is, and its number.
    #[inline]
    pub(crate) fn longest_at(&self, text: &str, at: usize, first: char) -> Option<(usize, Range<usize>)> {
        let goes_on = || self.seconds.may_have_at(text.as_bytes(), at + first.len_utf8());
        if !self.firsts.may_have(first) || !self.has_letter && !goes_on() {
            return None;
        }
        self.lengths.get(&first)?.iter().find_map(|length| {
            let range = at..at + length;
            Some((*self.numbers.get(text.get(range.clone())?)?, range))
        })
    }

    /// How many there are.
    #[cfg(test)]
    pub(crate) fn count(&self) -> usize {
        self.numbers.len()
    }

    /// Where the strings stand in `text`, none over another: the first, and of those that start together the longest.
    pub(crate) fn find_all(&self, text: &str) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        if self.numbers.is_empty() {
            return found;
        }
        let mut free = 0;
        for at in self.firsts.places(text) {
            if at >= free
                && let Some(first) = text[at..].chars().next()
                && let Some((_, range)) = self.longest_at(text, at, first)
            {
                free = range.end;
                found.push(range);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_told_by_its_last_bytes() {
        for letter in ['a', '~', 'é', 'ſ', '陳', '鿿', '𠀋'] {
            let mut firsts = Firsts::default();
            firsts.add(letter);
            let text = format!("x{letter}x");
            let told: Vec<usize> = firsts.places(&text).collect();
            let places = text.char_indices().filter(|&(_, c)| firsts.may_have(c)).map(|(at, _)| at);
            assert_eq!(told, places.collect::<Vec<_>>(), "{letter}");
            assert!(told.contains(&1), "{letter}");
        }
    }

    #[test]
    fn the_longest_is_found_from_the_left() {
        let mut strings = Strings::default();
        for (number, string) in ["陳大文", "陳大", "大文", "文"].into_iter().enumerate() {
            strings.add(string, number);
        }
        assert_eq!(strings.find_all("由陳大文和陳大主持文會"), [3..12, 15..21, 27..30]);
        assert_eq!(strings.longest_at("大文", 0, '大'), Some((2, 0..6)));
        assert_eq!(strings.longest_at("大", 0, '大'), None);
        assert!(Strings::default().find_all("陳大文").is_empty());
    }
}
