//! The first three bytes of words in UTF-8.
//!
//! Takes words; tells whether one of them may stand at a byte of a text: [`Openings`] as they are written and not inside
//! words of ASCII, [`CaselessOpenings`] anywhere. Where few words are looked for, three bytes tell nearly all places. It does
//! not tell which word stands there, nor whether one does.

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

impl Openings {
    /// Those of `words`, none of which is a single byte.
    pub(crate) fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut openings =
            Openings { bytes: Box::new([0; 256]), firsts: Pairs::none(), seconds: Pairs::none() };
        for byte in (0..=u8::MAX).filter(u8::is_ascii_alphanumeric) {
            openings.bytes[usize::from(byte)] = GOES_ON;
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
                next += 1;
                if kind == 0 {
                    continue;
                }
                if kind & GOES_ON != 0 {
                    let goes_on = |byte: &&u8| self.bytes[usize::from(**byte)] & GOES_ON != 0;
                    next += bytes[next..].iter().take_while(goes_on).count();
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

/// The same whatever the case of letters of ASCII, and at any byte: for each first byte the last five bits of the second,
/// which both cases of a letter share, and for each second byte those of the third.
#[derive(Debug)]
pub(crate) struct CaselessOpenings {
    seconds: Box<[u32; 256]>,
    thirds: Box<[u32; 256]>,
}

impl CaselessOpenings {
    /// Those of `words`; a word of fewer bytes may go on with any.
    pub(crate) fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut openings = CaselessOpenings { seconds: Box::new([0; 256]), thirds: Box::new([0; 256]) };
        for word in words {
            match *word.as_bytes() {
                [first, second, third, ..] => {
                    openings.add_first(first, last_bits(second));
                    openings.add_second(second, last_bits(third));
                }
                [first, second] => {
                    openings.add_first(first, last_bits(second));
                    openings.add_second(second, u32::MAX);
                }
                [first] => {
                    openings.add_first(first, u32::MAX);
                    openings.thirds.fill(u32::MAX);
                }
                [] => {}
            }
        }
        openings
    }

    fn add_first(&mut self, first: u8, seconds: u32) {
        self.seconds[usize::from(first.to_ascii_lowercase())] |= seconds;
        self.seconds[usize::from(first.to_ascii_uppercase())] |= seconds;
    }

    fn add_second(&mut self, second: u8, thirds: u32) {
        self.thirds[usize::from(second.to_ascii_lowercase())] |= thirds;
        self.thirds[usize::from(second.to_ascii_uppercase())] |= thirds;
    }

    /// The places of `bytes` where a word may stand.
    #[inline]
    pub(crate) fn places<'t>(&'t self, bytes: &'t [u8]) -> impl Iterator<Item = usize> + Clone + 't {
        let opens = |pair: &[u8]| self.seconds[usize::from(pair[0])] & last_bits(pair[1]) != 0;
        let goes_on = move |at: usize| {
            let third = bytes.get(at + 2).map_or(u32::MAX, |&third| last_bits(third));
            self.thirds[usize::from(bytes[at + 1])] & third != 0
        };
        let pairs = bytes.windows(2).enumerate().filter(move |(_, pair)| opens(pair));
        pairs.map(|(at, _)| at).filter(move |&at| goes_on(at))
    }
}

/// The bit of a byte by its last five bits.
#[inline]
fn last_bits(byte: u8) -> u32 {
    1 << (byte & 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_bytes_of_either_case_tell_a_place() {
        let openings = CaselessOpenings::of(["photo", "圖", "xy"]);
        let places = |text: &str| openings.places(text.as_bytes()).collect::<Vec<_>>();
        assert_eq!(places("aPHOto, 圖, oph, pht, Xy"), [1, 8, 23]);
    }

    #[test]
    fn two_bytes_tell_most_places() {
        let openings = Openings::of(["photo", "圖"]);
        assert_eq!(openings.places("a photo, 圖 and php, oph").collect::<Vec<_>>(), [2, 9, 17]);
    }
}
