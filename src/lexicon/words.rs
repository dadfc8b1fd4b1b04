//! A set of words that is asked which of them a text starts or ends with.
//!
//! Takes rows of a table; gives the longest word at either end of a text. It knows nothing of what the words mean.

use super::Row;
use std::collections::HashSet;

/// Words of one class.
#[derive(Debug, Default)]
pub(crate) struct Words {
    set: HashSet<&'static str>,
    /// Characters of the longest.
    longest: usize,
}

impl Words {
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.set.contains(word)
    }

    /// Whether the table has `word` when case is left out; tables hold such words in small letters.
    pub(crate) fn contains_lower(&self, word: &str) -> bool {
        self.set.contains(word) || self.set.contains(word.to_lowercase().as_str())
    }

    /// Where the longest word that `text` ends with starts.
    pub(crate) fn suffix_start(&self, text: &str) -> Option<usize> {
        let starts = text.char_indices().rev().map(|(at, _)| at).take(self.longest);
        starts.filter(|&at| self.contains(&text[at..])).last()
    }

    /// Where the longest word that `text` starts with ends.
    pub(crate) fn prefix_end(&self, text: &str) -> Option<usize> {
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(self.longest);
        ends.filter(|&end| self.contains(&text[..end])).last()
    }

    pub(crate) fn ends(&self, text: &str) -> bool {
        self.suffix_start(text).is_some()
    }
}

impl FromIterator<Row> for Words {
    fn from_iter<T: IntoIterator<Item = Row>>(rows: T) -> Self {
        let set: HashSet<&'static str> = rows.into_iter().map(|row| row.word).collect();
        let longest = set.iter().map(|word| word.chars().count()).max().unwrap_or(0);
        Words { set, longest }
    }
}

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
