//! The first three bytes of words in UTF-8.
//!
//! Takes words; tells whether one of them may stand at a byte of a text: [`Openings`] as they are written and not inside
//! words of ASCII, [`CaselessOpenings`] anywhere. Where few words are looked for, three bytes tell nearly all places. It does
//! not tell which word stands there, nor whether one does.

use super::script;

/// Which bytes words open with.
#[derive(Debug)]
pub(crate) struct Openings {
    bytes: Box<[u8; 256]>,
    /// The first and the second byte, and the second and the third.
    firsts: Pairs,
    seconds: Pairs,
}

/// A bit for each pair of bytes.
#[derive(Debug)]
struct Pairs(Box<[u64; PAIRS / 64]>);

impl Pairs {
    fn none() -> Self {
        Pairs(Box::new([0; PAIRS / 64]))
    }

    fn add(&mut self, first: u8, second: u8) {
        let pair = usize::from(u16::from_be_bytes([first, second]));
        self.0[pair / 64] |= 1 << (pair % 64);
    }

    #[inline]
    fn have(&self, first: u8, second: u8) -> bool {
        let pair = usize::from(u16::from_be_bytes([first, second]));
        self.0[pair / 64] >> (pair % 64) & 1 != 0
    }
}

const PAIRS: usize = 1 << 16;

/// What a byte may be; most bytes of most texts are neither: the first of a word that is looked for, or of a word of ASCII,
/// inside which none is looked for.
const OPENS: u8 = 1;
const GOES_ON: u8 = 2;

/// Where the length of a character stands behind that, by its first byte.
const LENGTH: u32 = 2;

/// How many bytes a character has that `first` opens.
fn length_by(first: u8) -> u8 {
    match first {
        0xf0.. => 4,
        0xe0.. => 3,
        0xc0.. => 2,
        _ => 1,
    }
}

impl Openings {
    /// Those of `words`, none of which is a single byte.
    pub(crate) fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut openings =
            Openings { bytes: Box::new([0; 256]), firsts: Pairs::none(), seconds: Pairs::none() };
        for byte in 0..=u8::MAX {
            let goes_on = if byte.is_ascii_alphanumeric() { GOES_ON } else { 0 };
            openings.bytes[usize::from(byte)] = goes_on | length_by(byte) << LENGTH;
        }
        for word in words {
            let [first, second, ref further @ ..] = *word.as_bytes() else { continue };
            openings.bytes[usize::from(first)] |= OPENS;
            openings.firsts.add(first, second);
            match further.first() {
                Some(&third) => openings.seconds.add(second, third),
                None => (0..=u8::MAX).for_each(|any| openings.seconds.add(second, any)),
            }
        }
        openings
    }

    /// The places of `text` where bytes stand that a word opens with, but for those inside a word of ASCII.
    #[inline]
    pub(crate) fn places(&self, text: &str) -> impl Iterator<Item = usize> {
        let bytes = text.as_bytes();
        let mut next = 0;
        std::iter::from_fn(move || {
            while let Some(&byte) = bytes.get(next) {
                let (at, kind) = (next, self.bytes[usize::from(byte)]);
                next += usize::from(kind >> LENGTH);
                if kind & GOES_ON != 0 {
                    next = script::ALPHANUMERICS.end_of_run(bytes, next);
                }
                if kind & OPENS != 0 && self.may_stand(bytes, at) {
                    return Some(at);
                }
            }
            None
        })
    }

    #[inline]
    fn may_stand(&self, bytes: &[u8], at: usize) -> bool {
        match bytes[at..] {
            [first, second, third, ..] => self.firsts.have(first, second) && self.seconds.have(second, third),
            [first, second] => self.firsts.have(first, second),
            _ => false,
        }
    }
}

/// The same whatever the case of letters of ASCII, and at any byte. Both cases of a letter share its last five bits, and no
/// more is kept of the second byte and the third.
#[derive(Debug)]
pub(crate) struct CaselessOpenings {
    /// For each first byte, the second bytes.
    seconds: Box<[u32; 256]>,
    /// For each two bytes, the third: see [`place`].
    thirds: Box<[u32; 1 << 10]>,
}

impl CaselessOpenings {
    /// Those of `words`; a word of fewer bytes may go on with any, and one whose third is a blank with any blank.
    pub(crate) fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut openings = CaselessOpenings { seconds: Box::new([0; 256]), thirds: Box::new([0; 1 << 10]) };
        for word in words {
            match *word.as_bytes() {
                [first, second, third, ..] if third != b' ' => openings.add(first, second, last_bits(third)),
                [first, second, ..] => openings.add(first, second, u32::MAX),
                [first] => (0..32).for_each(|any| openings.add(first, any, u32::MAX)),
                [] => {}
            }
        }
        openings
    }

    fn add(&mut self, first: u8, second: u8, thirds: u32) {
        for first in [first.to_ascii_lowercase(), first.to_ascii_uppercase()] {
            self.seconds[usize::from(first)] |= last_bits(second);
        }
        self.thirds[place(first, second)] |= thirds;
    }

    /// Whether a word may stand at the start of `bytes`.
    pub(crate) fn may_open(&self, bytes: &[u8]) -> bool {
        let first = bytes.get(..3).unwrap_or(bytes);
        self.places(first).next() == Some(0)
    }

    /// The places of `bytes` where a word may stand.
    #[inline]
    pub(crate) fn places(&self, bytes: &[u8]) -> impl Iterator<Item = usize> {
        let opens = |pair: &[u8]| self.seconds[usize::from(pair[0])] & last_bits(pair[1]) != 0;
        let goes_on = |at: usize| {
            let third = bytes.get(at + 2).map_or(u32::MAX, |&third| last_bits(third));
            self.thirds[place(bytes[at], bytes[at + 1])] & third != 0
        };
        let mut next = 0;
        std::iter::from_fn(move || {
            loop {
                let at = next + bytes.get(next..)?.windows(2).position(opens)?;
                next = at + 1;
                if goes_on(at) {
                    return Some(at);
                }
            }
        })
    }
}

/// The bit of a byte by its last five bits.
#[inline]
fn last_bits(byte: u8) -> u32 {
    1 << (byte & 31)
}

/// Where the third bytes stand that follow two, by the last five bits of each.
#[inline]
fn place(first: u8, second: u8) -> usize {
    usize::from(first & 31) << 5 | usize::from(second & 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_bytes_of_either_case_tell_a_place() {
        let openings = CaselessOpenings::of(["photo", "圖", "xy"]);
        let places = |text: &str| openings.places(text.as_bytes()).collect::<Vec<_>>();
        assert_eq!(places("aPHOto, 圖, oph, pht, Xy"), [1, 8, 23]);
        assert!(openings.may_open(b"Photograph") && openings.may_open(b"xy"));
        assert!(!openings.may_open(b"aphoto") && !openings.may_open(b"p"));
    }

    #[test]
    fn three_bytes_tell_most_places() {
        let openings = Openings::of(["photo", "圖", "hp"]);
        let text = "a photo, 圖 and php, pho, oph, hp";
        assert_eq!(openings.places(text).collect::<Vec<_>>(), [2, 9, 22, 32]);
    }
}
