//! The first two bytes of words in UTF-8.
//!
//! Takes words; tells whether one of them may stand at a byte of a text. Where few words are looked for, two bytes tell
//! nearly all places. It does not tell which word stands there, nor whether one does.

/// Which two bytes words open with.
#[derive(Debug)]
pub(crate) struct Openings {
    bytes: Box<[u8; 256]>,
    /// A bit for each pair of bytes.
    pairs: Box<[u64; PAIRS / 64]>,
}

const PAIRS: usize = 1 << 16;

/// What a byte may be; most bytes of most texts are neither: the first of a word that is looked for, or of a word of ASCII,
/// inside which none is looked for.
const OPENS: u8 = 1;
const GOES_ON: u8 = 2;

impl Openings {
    /// Those of `words`, none of which is a single byte.
    pub(crate) fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut openings = Openings { bytes: Box::new([0; 256]), pairs: Box::new([0; PAIRS / 64]) };
        for byte in (0..=u8::MAX).filter(u8::is_ascii_alphanumeric) {
            openings.bytes[usize::from(byte)] = GOES_ON;
        }
        for word in words {
            if let [first, second, ..] = *word.as_bytes() {
                let pair = usize::from(u16::from_be_bytes([first, second]));
                openings.pairs[pair / 64] |= 1 << (pair % 64);
                openings.bytes[usize::from(first)] |= OPENS;
            }
        }
        openings
    }

    /// The places of `text` where two bytes stand that a word opens with, but for those inside a word of ASCII.
    #[inline]
    pub(crate) fn places(&self, text: &str) -> impl Iterator<Item = usize> {
        let bytes = text.as_bytes();
        let mut next = 0;
        std::iter::from_fn(move || {
            while let Some(&byte) = bytes.get(next) {
                let (at, kind) = (next, self.bytes[usize::from(byte)]);
                next += 1;
                if kind == 0 {
                    continue;
                }
                if kind & GOES_ON != 0 {
                    let goes_on = |byte: &&u8| self.bytes[usize::from(**byte)] & GOES_ON != 0;
                    next += bytes[next..].iter().take_while(goes_on).count();
                }
                if kind & OPENS != 0 && self.has_pair(bytes, at) {
                    return Some(at);
                }
            }
            None
        })
    }

    fn has_pair(&self, bytes: &[u8], at: usize) -> bool {
        let Some(&second) = bytes.get(at + 1) else { return false };
        let pair = usize::from(u16::from_be_bytes([bytes[at], second]));
        self.pairs[pair / 64] >> (pair % 64) & 1 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_bytes_tell_most_places() {
        let openings = Openings::of(["photo", "圖"]);
        assert_eq!(openings.places("a photo, 圖 and php, oph").collect::<Vec<_>>(), [2, 9, 17]);
    }
}
