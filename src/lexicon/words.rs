//! A set of words that is asked which of them a text starts or ends with.
//!
//! Takes rows of a table; gives the longest word at either end of a text. It knows nothing of what the words mean.

use super::Row;
use rustc_hash::FxHashSet;

/// Words of one class.
#[derive(Debug, Default)]
pub(crate) struct Words {
    set: FxHashSet<&'static [u8]>,
    /// The characters that the words start and end with: most texts are told by them alone.
    firsts: FxHashSet<char>,
    lasts: FxHashSet<char>,
    /// Characters of the longest.
    longest: usize,
    shapes: Shapes,
}

/// Which lengths the words have that start with each Latin letter: most words that are asked for are told by that alone.
#[derive(Debug, Default)]
struct Shapes([u32; 26]);

impl Shapes {
    fn add(&mut self, word: &str) {
        if let Some((letter, length)) = Shapes::of(word) {
            self.0[letter] |= 1 << length;
        }
    }

    /// Whether no word of the set has the shape of `word`, so that it need not be looked up.
    fn rules_out(&self, word: &str) -> bool {
        Shapes::of(word).is_some_and(|(letter, length)| self.0[letter] & 1 << length == 0)
    }

    /// First letter and length; nothing is told of words in other letters.
    fn of(word: &str) -> Option<(usize, usize)> {
        let first = word.bytes().next().filter(u8::is_ascii_alphabetic)?;
        let length = if word.is_ascii() { word.len() } else { return None };
        Some((usize::from(first.to_ascii_lowercase() - b'a'), length.min(31)))
    }
}

impl Words {
    pub(crate) fn contains(&self, word: &str) -> bool {
        !self.shapes.rules_out(word) && self.set.contains(word.as_bytes())
    }

    /// Whether the table has `word` when case is left out; tables hold such words in small letters.
    pub(crate) fn contains_lower(&self, word: &str) -> bool {
        if self.shapes.rules_out(word) {
            return false;
        }
        let mut small = [0; SMALL];
        match small.get_mut(..word.len()).filter(|_| word.is_ascii()) {
            Some(small) => {
                small.copy_from_slice(word.as_bytes());
                small.make_ascii_lowercase();
                self.set.contains(&*small)
            }
            None => self.set.contains(word.to_lowercase().as_bytes()),
        }
    }

    /// Where the longest word that `text` ends with starts.
    pub(crate) fn suffix_start(&self, text: &str) -> Option<usize> {
        if !text.chars().next_back().is_some_and(|last| self.lasts.contains(&last)) {
            return None;
        }
        let starts = text.char_indices().rev().map(|(at, _)| at).take(self.longest);
        starts.filter(|&at| self.contains(&text[at..])).last()
    }

    /// Where the longest word that `text` starts with ends.
    pub(crate) fn prefix_end(&self, text: &str) -> Option<usize> {
        if !text.chars().next().is_some_and(|first| self.firsts.contains(&first)) {
            return None;
        }
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(self.longest);
        ends.filter(|&end| self.contains(&text[..end])).last()
    }

    pub(crate) fn ends(&self, text: &str) -> bool {
        self.suffix_start(text).is_some()
    }
}

impl FromIterator<Row> for Words {
    fn from_iter<T: IntoIterator<Item = Row>>(rows: T) -> Self {
        let words: Vec<&'static str> = rows.into_iter().map(|row| row.word).collect();
        let longest = words.iter().map(|word| word.chars().count()).max().unwrap_or(0);
        let firsts = words.iter().filter_map(|word| word.chars().next()).collect();
        let lasts = words.iter().filter_map(|word| word.chars().next_back()).collect();
        let mut shapes = Shapes::default();
        for word in &words {
            shapes.add(word);
        }
        let set = words.iter().map(|word| word.as_bytes()).collect();
        Words { set, firsts, lasts, longest, shapes }
    }
}

/// Bytes of a word whose small letters need no memory of their own; hardly a word is longer.
const SMALL: usize = 32;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::rows;

    #[test]
    fn the_longest_word_at_an_end_is_found() {
        let words: Words = rows("zh\t局\nzh\t教育局\nzh\t局長\n").collect();
        assert_eq!(words.suffix_start("香港教育局"), Some(6));
        assert_eq!(words.prefix_end("局長說"), Some(6));
        assert_eq!(words.suffix_start("校長"), None);
    }

    #[test]
    fn case_is_left_aside_and_nothing_else() {
        let words: Words = rows("en\tdirector\nen\tvice-chair\nen\tpremière\n").collect();
        assert!(words.contains_lower("Director") && words.contains_lower("Vice-Chair"));
        assert!(words.contains_lower("Première") && !words.contains("Director"));
        assert!(!words.contains_lower("directed") && !words.contains_lower("Deirdre"));
    }
}
