//! A set of words that is asked whether it has one.
//!
//! Takes rows of a table; tells whether a word is among them, as it stands or in small letters. It knows nothing of what
//! the words mean.

use super::Row;
use super::tree::ClassSet;
use rustc_hash::{FxHashMap, FxHashSet};

/// Words of one class.
#[derive(Debug, Default)]
pub(crate) struct Words {
    set: FxHashSet<&'static [u8]>,
    /// Its bit among the sets that a word is looked up for at once; 0 where it is none of them.
    class: ClassSet,
    shapes: Shapes,
    /// Whether a word has a Han character: no letter is one in small letters and is none otherwise.
    han: bool,
}

/// Which lengths the words have that start with each Latin letter: most words that are asked for are told by that alone.
#[derive(Debug, Default)]
struct Shapes([u32; 26]);

impl Shapes {
    fn add(&mut self, word: &str) {
        if let Some((letter, length)) = Shapes::of(word, word.len()).filter(|_| word.is_ascii()) {
            self.0[letter] |= 1 << length;
        }
    }

    /// Whether no word of the set has the shape of `word`, so that it need not be looked up; nothing is told of words in
    /// other letters.
    fn rules_out(&self, word: &str) -> bool {
        self.rule_out(word, word.len()) && word.is_ascii()
    }

    /// The same of ASCII that opens as `opening` does and is `length` bytes long.
    fn rule_out(&self, opening: &str, length: usize) -> bool {
        Shapes::of(opening, length).is_some_and(|(letter, length)| self.0[letter] & 1 << length == 0)
    }

    /// First letter and length.
    fn of(opening: &str, length: usize) -> Option<(usize, usize)> {
        let first = opening.bytes().next().filter(u8::is_ascii_alphabetic)?;
        Some((usize::from(first.to_ascii_lowercase() - b'a'), length.min(31)))
    }
}

impl Words {
    /// The same, `class` being its bit.
    pub(crate) fn classed(self, class: ClassSet) -> Self {
        Words { class, ..self }
    }

    /// Whether the word whose classes these are is one of the words.
    #[inline]
    pub(crate) fn have(&self, classes: ClassSet) -> bool {
        classes & self.class != 0
    }

    pub(crate) fn contains(&self, word: &str) -> bool {
        !self.shapes.rules_out(word) && self.set.contains(word.as_bytes())
    }

    /// Whether the set may have what is put together of ASCII, opens as `opening` does and is `length` bytes long.
    pub(crate) fn may_have(&self, opening: &str, length: usize) -> bool {
        !self.shapes.rule_out(opening, length)
    }

    /// Whether the table has `word` when case is left out; tables hold such words in small letters.
    pub(crate) fn contains_lower(&self, word: &str) -> bool {
        let ruled_out =
            if word.is_ascii() { self.shapes.rules_out(word) } else { !self.han && has_han(word) };
        !ruled_out && in_small_letters(word, |small| self.set.contains(small))
    }
}

/// What `ask` tells of `word` in small letters.
pub(super) fn in_small_letters<T>(word: &str, ask: impl FnOnce(&[u8]) -> T) -> T {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return ask(word.as_bytes());
    }
    let mut small = [0; SMALL];
    match small.get_mut(..word.len()).filter(|_| word.is_ascii()) {
        Some(small) => {
            for (small, byte) in small.iter_mut().zip(word.bytes()) {
                *small = byte.to_ascii_lowercase();
            }
            ask(small)
        }
        None => ask(word.to_lowercase().as_bytes()),
    }
}

/// Words of many classes, each with the bits of its own: what is asked of one word again and again is looked up once.
#[derive(Debug)]
pub(crate) struct ClassedWords {
    classes: FxHashMap<&'static [u8], ClassSet>,
    shapes: Shapes,
    /// See [`Words`].
    han: bool,
}

/// The classes that one word is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LatinClasses {
    /// As it stands.
    pub(crate) written: ClassSet,
    /// In small letters.
    pub(crate) small: ClassSet,
}

impl ClassedWords {
    /// The words of `sets`, each of which has a bit of its own.
    pub(crate) fn of<'a>(sets: impl IntoIterator<Item = &'a Words>) -> Self {
        let mut all = ClassedWords { classes: FxHashMap::default(), shapes: Shapes::default(), han: false };
        for set in sets {
            all.han |= set.han;
            for &word in &set.set {
                *all.classes.entry(word).or_default() |= set.class;
            }
            for (lengths, more) in all.shapes.0.iter_mut().zip(set.shapes.0) {
                *lengths |= more;
            }
        }
        all
    }

    fn rules_out(&self, word: &str) -> bool {
        if word.is_ascii() { self.shapes.rules_out(word) } else { !self.han && has_han(word) }
    }

    /// Those of `word` in small letters.
    pub(crate) fn small_classes_of(&self, word: &str) -> ClassSet {
        if self.rules_out(word) {
            return 0;
        }
        in_small_letters(word, |small| self.classes.get(small).copied().unwrap_or(0))
    }

    pub(crate) fn classes_of(&self, word: &str) -> LatinClasses {
        if self.rules_out(word) {
            return LatinClasses { written: 0, small: 0 };
        }
        let of = |word: &[u8]| self.classes.get(word).copied().unwrap_or(0);
        let written = of(word.as_bytes());
        let is_small = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
        LatinClasses { written, small: if is_small { written } else { in_small_letters(word, of) } }
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
        Words { set, class: 0, shapes, han: words.iter().any(|word| has_han(word)) }
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
