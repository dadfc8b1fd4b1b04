//! Chinese characters that nearly every release uses.

use super::rows;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

static FREQUENT: LazyLock<FxHashSet<char>> =
    LazyLock::new(|| rows(include_str!("frequent.tsv")).flat_map(|row| row.word.chars()).collect());

/// Whether `c` is one of them, in either script.
pub(crate) fn is_frequent(c: char) -> bool {
    FREQUENT.contains(&c)
}
