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
}

/// The last bits of the first letters of strings: most letters of a text are told by them alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Firsts([u64; 4]);

impl Firsts {
    pub(crate) fn add(&mut self, first: char) {
        let (word, bit) = Firsts::place(first);
        self.0[word] |= 1 << bit;
    }

    /// Whether a string may start with `letter`.
    #[inline]
    pub(crate) fn may_have(self, letter: char) -> bool {
        let (word, bit) = Firsts::place(letter);
        self.0[word] >> bit & 1 != 0
    }

    #[inline]
    fn place(letter: char) -> (usize, u32) {
        (letter as usize / 64 % 4, letter as u32 % 64)
    }
}

impl Strings {
    /// Adds a string with its number.
    pub(crate) fn add(&mut self, string: &str, number: usize) {
        let Some(first) = string.chars().next() else { return };
        self.firsts.add(first);
        let lengths = self.lengths.entry(first).or_default();
        if let Err(place) = lengths.binary_search_by(|length| string.len().cmp(length)) {
            lengths.insert(place, string.len());
        }
        self.numbers.insert(string.to_owned(), number);
    }

    /// The longest string that stands at `at`, where `first` is, and its number.
    #[inline]
    pub(crate) fn longest_at(&self, text: &str, at: usize, first: char) -> Option<(usize, Range<usize>)> {
        if !self.firsts.may_have(first) {
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
        if self.firsts == Firsts::default() {
            return found;
        }
        let mut free = 0;
        for (at, c) in text.char_indices() {
            if self.firsts.may_have(c)
                && at >= free
                && let Some((_, range)) = self.longest_at(text, at, c)
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
