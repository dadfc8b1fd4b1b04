//! A dictionary of words of many classes.
//!
//! Takes words with the classes that they are in; tells which classes a word is in, or whether it is in one of them, as it
//! stands or in small letters. It knows nothing of what the words mean.

use super::tree::ClassSet;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The words of one class of a dictionary.
#[derive(Debug)]
pub(crate) struct Words {
    dictionary: &'static LazyLock<Dictionary>,
    /// The number of its bit.
    class: usize,
}

/// Which lengths the words have that start with each Latin letter: most words that are asked for are told by that alone.
#[derive(Debug, Clone, Copy, Default)]
struct Shapes([u32; 26]);

impl Shapes {
    fn add(&mut self, (letter, length): (usize, usize)) {
        self.0[letter] |= 1 << length;
    }

    /// Whether no word of the set has the shape of `word`, so that it need not be looked up; nothing is told of words in
    /// other letters.
    fn rules_out(&self, word: &str) -> bool {
        self.rules_out_joined(word, word.len()) && word.is_ascii()
    }

    /// The same of ASCII that opens as `opening` does and is `length` bytes long.
    fn rules_out_joined(&self, opening: &str, length: usize) -> bool {
        Shapes::of(opening, length).is_some_and(|(letter, length)| self.0[letter] & 1 << length == 0)
    }

    /// First letter and length.
    fn of(opening: &str, length: usize) -> Option<(usize, usize)> {
        let first = opening.bytes().next().filter(u8::is_ascii_alphabetic)?;
        Some((usize::from(first.to_ascii_lowercase() - b'a'), length.min(31)))
    }
}

impl Words {
    /// Those whose class has the bit of this number.
    pub(super) const fn of(dictionary: &'static LazyLock<Dictionary>, class: usize) -> Self {
        Words { dictionary, class }
    }

    /// Whether the word whose classes these are is one of the words.
    #[inline]
    pub(crate) fn have(&self, classes: ClassSet) -> bool {
        classes >> self.class & 1 != 0
    }

    pub(crate) fn contains(&self, word: &str) -> bool {
        !self.shapes().rules_out(word) && self.have(self.dictionary.written_classes_of(word.as_bytes()))
    }

    /// Whether the set may have what is put together of ASCII, opens as `opening` does and is `length` bytes long.
    pub(crate) fn may_have(&self, opening: &str, length: usize) -> bool {
        !self.shapes().rules_out_joined(opening, length)
    }

    /// Whether the table has `word` when case is left out; tables hold such words in small letters.
    pub(crate) fn contains_lower(&self, word: &str) -> bool {
        let dictionary = &**self.dictionary;
        let small = || in_small_letters(word, |small| dictionary.written_classes_of(small));
        let ruled_out =
            if word.is_ascii() { self.shapes().rules_out(word) } else { !dictionary.han && has_han(word) };
        !ruled_out && self.have(small())
    }

    #[inline]
    fn shapes(&self) -> &'static Shapes {
        &self.dictionary.shapes[self.class]
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
pub(crate) struct Dictionary {
    classes: FxHashMap<&'static [u8], ClassSet>,
    /// Those of each class, by the number of its bit.
    shapes: [Shapes; ClassSet::BITS as usize],
    /// Those of all.
    all_shapes: Shapes,
    /// Whether a word has a Han character: no letter is one in small letters and is none otherwise.
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

impl Dictionary {
    /// The dictionary of words of no class.
    pub(super) fn new() -> Self {
        Dictionary {
            classes: FxHashMap::default(),
            shapes: [Shapes::default(); ClassSet::BITS as usize],
            all_shapes: Shapes::default(),
            han: false,
        }
    }

    /// Adds the words of the class whose bit has this number.
    pub(super) fn add(&mut self, class: usize, words: impl Iterator<Item = &'static str>) {
        for word in words {
            *self.classes.entry(word.as_bytes()).or_default() |= 1 << class;
            match Shapes::of(word, word.len()).filter(|_| word.is_ascii()) {
                Some(shape) => {
                    self.shapes[class].add(shape);
                    self.all_shapes.add(shape);
                }
                None => self.han |= has_han(word),
            }
        }
    }

    fn rules_out(&self, word: &str) -> bool {
        if word.is_ascii() { self.all_shapes.rules_out(word) } else { !self.han && has_han(word) }
    }

    /// Those of `word` in small letters.
    pub(crate) fn small_classes_of(&self, word: &str) -> ClassSet {
        if self.rules_out(word) {
            return 0;
        }
        in_small_letters(word, |small| self.written_classes_of(small))
    }

    pub(crate) fn classes_of(&self, word: &str) -> LatinClasses {
        if self.rules_out(word) {
            return LatinClasses { written: 0, small: 0 };
        }
        let written = self.written_classes_of(word.as_bytes());
        let is_small = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
        let small = || in_small_letters(word, |small| self.written_classes_of(small));
        LatinClasses { written, small: if is_small { written } else { small() } }
    }

    /// Those of a word as it stands.
    fn written_classes_of(&self, word: &[u8]) -> ClassSet {
        self.classes.get(word).copied().unwrap_or(0)
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

    #[test]
    fn case_is_left_aside_and_nothing_else() {
        static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| {
            let mut dictionary = Dictionary::new();
            dictionary.add(3, ["director", "vice-chair", "première"].into_iter());
            dictionary.add(4, ["directed"].into_iter());
            dictionary
        });
        let words = Words::of(&DICTIONARY, 3);
        assert!(words.contains_lower("Director") && words.contains_lower("Vice-Chair"));
        assert!(words.contains_lower("Première") && !words.contains("Director"));
        assert!(!words.contains_lower("directed") && !words.contains_lower("Deirdre"));
    }
}
