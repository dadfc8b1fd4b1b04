//! The stable name of a text and its editions.
//!
//! Takes the lines of a decoded text; gives a hash that line ends, blank lines and outer blanks do not change, so that
//! the same text has the same name however it was stored.

use crate::clean::Line;
use std::fmt::Write;
use xxhash_rust::xxh3::Xxh3;

/// The name of a text, before the edition is added: 128 bits of XXH3.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Id(u128);

impl Id {
    /// The name of the text whose lines these are.
    pub(crate) fn of(text: &str, lines: &[Line]) -> Self {
        let mut hash = Xxh3::new();
        for line in lines {
            hash.update(text[line.span.range()].as_bytes());
            hash.update(b"\n");
        }
        Id(hash.digest128())
    }

    /// The name of one of its editions.
    pub(crate) fn edition(self, number: usize) -> String {
        let mut name = String::with_capacity(36);
        let _ = write!(name, "{:032x}-{number}", self.0);
        name
    }
}
