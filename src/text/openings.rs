//! The first two bytes of words in UTF-8.
//!
//! Takes words; tells whether one of them may stand at a byte of a text. Where few words are looked for, two bytes tell
//! nearly all places. It does not tell which word stands there, nor whether one does.

/// Which two bytes words open with, a bit for each pair.
#[derive(Debug)]
pub(crate) struct Openings(Box<[u64; PAIRS / 64]>);

const PAIRS: usize = 1 << 16;

impl Openings {
    /// Those of `words`, none of which is a single byte.
    pub(crate) fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut openings = Openings(Box::new([0; PAIRS / 64]));
        for word in words {
            if let [first, second, ..] = *word.as_bytes() {
                let pair = usize::from(u16::from_be_bytes([first, second]));
                openings.0[pair / 64] |= 1 << (pair % 64);
            }
        }
        openings
    }

    /// The places of `text` where two bytes stand that a word opens with: the first bytes of characters, since no other
    /// opens a word.
    #[inline]
    pub(crate) fn places(&self, text: &str) -> impl Iterator<Item = usize> {
        let bytes = text.as_bytes();
        let pairs = bytes.iter().zip(bytes.iter().skip(1)).enumerate();
        pairs.filter_map(|(at, (&first, &second))| {
            let pair = usize::from(u16::from_be_bytes([first, second]));
            (self.0[pair / 64] >> (pair % 64) & 1 != 0).then_some(at)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_bytes_tell_most_places() {
        let openings = Openings::of(["photo", "圖"]);
        assert_eq!(openings.places("a photo, 圖 and php").collect::<Vec<_>>(), [2, 9, 17]);
    }
}
