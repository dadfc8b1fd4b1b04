//! A set of words that is asked whether it has one.
//!
//! Takes rows of a table; tells whether a word is among them, as it stands or in small letters. It knows nothing of what
//! the words mean.

use super::Row;
use rustc_hash::FxHashSet;

/// Words of one class.
#[derive(Debug, Default)]
pub(crate) struct Words {
    set: FxHashSet<&'static [u8]>,
    shapes: Shapes,
    /// Whether a word has a Han character: no letter is one in small letters and is none otherwise.
    han: bool,
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
            None if !self.han && has_han(word) => false,
            None => self.set.contains(word.to_lowercase().as_bytes()),
        }
    }
}

impl FromIterator<Row> for Words {
    fn from_iter<T: IntoIterator<Item = Row>>(rows: T) -> Self {
        let words: Vec<&'static str> = rows.into_iter().map(|row| row.word).collect();
        let mut shapes = Shapes::default();
        for word in &words {
            shapes.add(word);
        }
        let set = words.iter().map(|word| word.as_bytes()).collect();
        Words { set, shapes, han: words.iter().any(|word| has_han(word)) }
    }
}

/// Whether a character of `word` is between U+4000 and U+9FFF, by the first bytes.
fn has_han(word: &str) -> bool {
    word.bytes().any(|byte| matches!(byte, 0xe4..=0xe9))
}

/// Bytes of a word whose small letters need no memory of their own; hardly a word is longer.
const SMALL: usize = 32;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::rows;

    #[test]
    fn case_is_left_aside_and_nothing_else() {
        let words: Words = rows("en\tdirector\nen\tvice-chair\nen\tpremière\n").collect();
        assert!(words.contains_lower("Director") && words.contains_lower("Vice-Chair"));
        assert!(words.contains_lower("Première") && !words.contains("Director"));
        assert!(!words.contains_lower("directed") && !words.contains_lower("Deirdre"));
    }
}
