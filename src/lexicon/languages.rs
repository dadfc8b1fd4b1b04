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

static COMMON: LazyLock<FxHashSet<u64>> = LazyLock::new(|| {
    let key = |word: &str| word.bytes().fold(0, with_letter);
    rows(include_str!("english.tsv")).map(|row| key(row.word)).collect()
});

/// No common English word has more letters.
pub(crate) const LONGEST_COMMON: usize = 5;

/// The letters so far with one more, whatever its case, as one number: so a word is made while its letters are read.
#[inline]
pub(crate) fn with_letter(word: u64, letter: u8) -> u64 {
    word << 8 | u64::from(letter | 0x20)
}

/// The words of the regions, found in whatever case of Latin letters; the bit of a word is the place of its region.
static REGIONS: LazyLock<Tree> = LazyLock::new(|| {
    let region = |row: &Row| Region::ALL.iter().position(|region| region.code() == row.class);
    let words = rows(include_str!("regions.tsv")).filter_map(|row| Some((row.word, region(&row)?)));
    Tree::of(words.map(|(word, region)| (word.chars().map(small), 1 << region)))
});

/// Which two bytes open a word of the regions, in whatever case: the whole text is searched for them, and most of it is
/// told by that.
static OPENINGS: LazyLock<Box<[[u64; 4]; 256]>> = LazyLock::new(|| {
    let mut openings = Box::new([[0; 4]; 256]);
    for row in rows(include_str!("regions.tsv")) {
        let [first, second, ..] = *row.word.as_bytes() else { continue };
        for first in [first.to_ascii_lowercase(), first.to_ascii_uppercase()] {
            for second in [second.to_ascii_lowercase(), second.to_ascii_uppercase()] {
                openings[usize::from(first)][usize::from(second / 64)] |= 1 << (second % 64);
            }
        }
    }
    openings
});

fn small(c: char) -> char {
    c.to_ascii_lowercase()
}

/// For each character of the basic plane, the script that it belongs to alone.
pub(crate) fn scripts() -> &'static [Option<WrittenForm>] {
    &SCRIPTS
}

/// Whether the word made [`with_letter`] is one of the commonest of English.
pub(crate) fn is_common_english(word: u64) -> bool {
    COMMON.contains(&word)
}

/// How often words of each region stand in `text`, the most frequent first.
pub(crate) fn regions_in(text: &str) -> Vec<(Region, usize)> {
    let mut counts: Vec<(Region, usize)> = Vec::new();
    let (words, openings) = (&*REGIONS, &**OPENINGS);
    // No word stands over another: of those that start together the longest is found.
    let mut free = 0;
    for (at, pair) in text.as_bytes().windows(2).enumerate() {
        if openings[usize::from(pair[0])][usize::from(pair[1] / 64)] >> (pair[1] % 64) & 1 == 0 || at < free {
            continue;
        }
        let Some(rest) = text.get(at..) else { continue };
        let mut classes = 0;
        words.each(
            rest.char_indices().map(|(place, c)| (place + c.len_utf8(), small(c))),
            ClassSet::MAX,
            |end, found| {
                free = at + end;
                classes = found;
            },
        );
        // Of regions that share a word the first has it.
        let Some(&region) = Region::ALL.get(classes.trailing_zeros() as usize) else { continue };
        match counts.iter_mut().find(|(known, _)| *known == region) {
            Some((_, count)) => *count += 1,
            None => counts.push((region, 1)),
        }
    }
    counts.sort_by_key(|&(region, count)| (std::cmp::Reverse(count), region.code()));
    counts
}
