//! What shows the language and the region of a text: characters of one script, commonest words, places and currencies.

use super::tree::{ClassSet, Tree};
use super::{Row, rows};
use crate::language::{Region, WrittenForm};
use crate::text::openings::CaselessOpenings;
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
    Tree::of(words.map(|(word, region)| (word.chars().map(|c| c.to_ascii_lowercase()), 1 << region)))
});

/// What the words of the regions open with: the whole text is searched for them, and nearly all of it is told by that.
static OPENINGS: LazyLock<CaselessOpenings> =
    LazyLock::new(|| CaselessOpenings::of(rows(include_str!("regions.tsv")).map(|row| row.word)));

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
    let words = &*REGIONS;
    // No word stands over another: of those that start together the longest is found.
    let mut free = 0;
    OPENINGS.places(text.as_bytes()).for_each(|start| {
        let Some(rest) = text.get(start..).filter(|_| start >= free) else { return };
        let mut classes = 0;
        // A blank of a word is whatever ends one: a line may end there, and so may the text.
        let letter = |c: char| if c.is_whitespace() { ' ' } else { c.to_ascii_lowercase() };
        let letters = rest.char_indices().map(|(place, c)| (start + place + c.len_utf8(), letter(c)));
        let letters = letters.chain([(text.len(), ' ')]);
        words.each(letters, ClassSet::MAX, |end, found| (free, classes) = (end, found));
        // Of regions that share a word the first has it.
        let Some(&region) = Region::ALL.get(classes.trailing_zeros() as usize) else { return };
        match counts.iter_mut().find(|(known, _)| *known == region) {
            Some((_, count)) => *count += 1,
            None => counts.push((region, 1)),
        }
    });
    counts.sort_by_key(|&(region, count)| (std::cmp::Reverse(count), region.code()));
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_blank_ends_a_word_of_a_region() {
        for text in ["the north of the Uk ", "the north of the Uk\n", "the north of the Uk"] {
            assert_eq!(regions_in(text), [(Region::UnitedKingdom, 1)], "{text:?}");
        }
    }
}
