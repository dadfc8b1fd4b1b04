//! A set of words that is asked which of them a text starts or ends with.
//!
//! Takes rows of a table; gives the longest word at either end of a text. It knows nothing of what the words mean.

use super::Row;
use rustc_hash::FxHashSet;

/// Words of one class.
#[derive(Debug, Default)]
pub(crate) struct Words {
    set: FxHashSet<&'static str>,
    /// The characters that the words start and end with: most texts are told by them alone.
    firsts: FxHashSet<char>,
    lasts: FxHashSet<char>,
    /// Characters of the longest.
    longest: usize,
}

impl Words {
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.set.contains(word)
    }

    /// Whether the table has `word` when case is left out; tables hold such words in small letters.
    pub(crate) fn contains_lower(&self, word: &str) -> bool {
        if !word.chars().any(char::is_uppercase) {
            return self.set.contains(word);
        }
        let mut small = [0; SMALL];
        match small.get_mut(..word.len()).filter(|_| word.is_ascii()) {
            Some(small) => {
                small.copy_from_slice(word.as_bytes());
                small.make_ascii_lowercase();
                self.set.contains(word) || std::str::from_utf8(small).is_ok_and(|low| self.set.contains(low))
            }
            None => self.set.contains(word) || self.set.contains(word.to_lowercase().as_str()),
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
        let set: FxHashSet<&'static str> = rows.into_iter().map(|row| row.word).collect();
        let longest = set.iter().map(|word| word.chars().count()).max().unwrap_or(0);
        let firsts = set.iter().filter_map(|word| word.chars().next()).collect();
        let lasts = set.iter().filter_map(|word| word.chars().next_back()).collect();
        Words { set, firsts, lasts, longest }
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
}
