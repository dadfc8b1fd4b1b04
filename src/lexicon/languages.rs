//! What shows the language and the region of a text: characters of one script, commonest words, places and currencies.

use super::tree::{ClassSet, Tree};
use super::{Row, rows};
use crate::language::{Region, WrittenForm};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// For each character of the basic plane, the form of the script that it belongs to alone.
static SCRIPTS: LazyLock<Vec<Option<WrittenForm>>> = LazyLock::new(|| {
    let mut scripts = vec![None; 1 << 16];
    for row in rows(include_str!("scripts.tsv")) {
        let form = if row.form == "hans" { WrittenForm::Simplified } else { WrittenForm::Traditional };
        if let Some(slot) = row.word.chars().next().and_then(|c| scripts.get_mut(c as usize)) {
            *slot = Some(form);
        }
    }
    scripts
});

static COMMON: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| rows(include_str!("english.tsv")).map(|row| row.word).collect());

/// The words of the regions in small letters; the bit of each is its region, in the order of [`Region::ALL`].
static REGIONS: LazyLock<Tree> = LazyLock::new(|| {
    let region = |row: Row| Region::ALL.iter().position(|region| region.code() == row.class);
    let words = rows(include_str!("regions.tsv")).filter_map(|row| Some((row.word, region(row)?)));
    Tree::of(words.map(|(word, region)| (word.chars().map(small), 1 << region)))
});

fn small(c: char) -> char {
    c.to_ascii_lowercase()
}

/// The script that a character belongs to alone.
pub(crate) fn script_of(c: char) -> Option<WrittenForm> {
    SCRIPTS.get(c as usize).copied().flatten()
}

/// Whether `word`, in lower case, is one of the commonest English words.
pub(crate) fn is_common_english(word: &str) -> bool {
    COMMON.contains(word)
}

/// How often words of each region stand in `text`, the most frequent first.
pub(crate) fn regions_in(text: &str) -> Vec<(Region, usize)> {
    let mut counts: Vec<(Region, usize)> = Vec::new();
    for (_, bits) in REGIONS.find_all_as(text, ClassSet::MAX, small) {
        let Some(&region) = Region::ALL.get(bits.trailing_zeros() as usize) else { continue };
        match counts.iter_mut().find(|(known, _)| *known == region) {
            Some((_, count)) => *count += 1,
            None => counts.push((region, 1)),
        }
    }
    counts.sort_by_key(|&(region, count)| (std::cmp::Reverse(count), region.code()));
    counts
}
