//! English words that keep their hyphen at a line end.

use super::rows;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

static FIRST: LazyLock<FxHashSet<&str>> = LazyLock::new(|| words("first"));
static LAST: LazyLock<FxHashSet<&str>> = LazyLock::new(|| words("last"));

fn words(class: &'static str) -> FxHashSet<&'static str> {
    rows(include_str!("hyphens.tsv")).filter(|row| row.class == class).map(|row| row.word).collect()
}

/// Whether a compound of `first` and `last` is written with a hyphen: `long` + `term`, `well` + `known`.
pub(crate) fn keeps_hyphen(first: &str, last: &str) -> bool {
    FIRST.contains(first.to_lowercase().as_str()) || LAST.contains(last.to_lowercase().as_str())
}
