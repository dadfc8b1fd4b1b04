//! Short texts that were read in both scripts not long ago.
//!
//! Takes a text with its readings; gives the readings again where the same text is asked for soon. It holds a bounded
//! number of texts, one behind the other in one string, and reads none itself.

use rustc_hash::{FxBuildHasher, FxHashMap};
use std::hash::BuildHasher;
use std::ops::Range;

/// Texts that are remembered: a digest has a hundred thousand, and hardly names a person far apart.
const MOST: usize = 4000;

/// Bytes of them and their readings.
const MOST_LETTERS: usize = 500_000;

#[derive(Default)]
pub(super) struct Recent {
    letters: String,
    /// Where each stands in them, by its hash.
    places: FxHashMap<u64, Place>,
}

/// Where a text starts and ends, and where its readings end, of which the first follows it.
#[derive(Clone, Copy)]
struct Place {
    start: usize,
    end: usize,
    first_end: usize,
    second_end: usize,
}

impl Recent {
    /// The readings of `text`, where they are remembered.
    pub(super) fn of(&self, text: &str) -> Option<[&str; 2]> {
        let place = self.places.get(&FxBuildHasher.hash_one(text))?;
        let part = |range: Range<usize>| self.letters.get(range).unwrap_or("");
        let same = part(place.start..place.end) == text;
        same.then(|| [part(place.end..place.first_end), part(place.first_end..place.second_end)])
    }

    /// Remembers the readings of `text`, and at times forgets all others.
    pub(super) fn keep(&mut self, text: &str, [first, second]: [&str; 2]) {
        if self.places.len() >= MOST || self.letters.len() >= MOST_LETTERS {
            *self = Recent::default();
        }
        let start = self.letters.len();
        let end = start + text.len();
        let first_end = end + first.len();
        let second_end = first_end + second.len();
        for part in [text, first, second] {
            self.letters.push_str(part);
        }
        self.places.insert(FxBuildHasher.hash_one(text), Place { start, end, first_end, second_end });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_last_is_remembered() {
        let mut recent = Recent::default();
        recent.keep("行政總裁", ["行政總裁", "行政总裁"]);
        recent.keep("工務局", ["", "工务局"]);
        assert_eq!(recent.of("行政總裁"), Some(["行政總裁", "行政总裁"]));
        assert_eq!(recent.of("工務局"), Some(["", "工务局"]));
        assert_eq!(recent.of("總裁"), None);
    }

    #[test]
    fn no_more_is_remembered_than_there_is_room_for() {
        let mut recent = Recent::default();
        for number in 0..3 * MOST {
            recent.keep(&number.to_string(), ["甲", "乙"]);
            assert!(recent.places.len() <= MOST && recent.letters.len() < 20 * MOST);
        }
        for _ in 0..MOST {
            let long = "甲".repeat(100);
            recent.keep(&long, [&long, &long]);
            assert!(recent.letters.len() < MOST_LETTERS + 3 * long.len());
        }
        assert_eq!(recent.of(&"甲".repeat(100)).map(|[first, _]| first.len()), Some(300));
    }
}
