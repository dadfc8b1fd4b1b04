//! What shows the language and the region of a text: characters of one script, commonest words, places and currencies.

use super::{Row, rows};
use crate::language::{Region, WrittenForm};
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
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

static COMMON: LazyLock<FxHashSet<&[u8]>> =
    LazyLock::new(|| rows(include_str!("english.tsv")).map(|row| row.word.as_bytes()).collect());

/// The words of the regions, found in whatever case, and the region of each. The whole text is searched for them: an
/// automaton takes a few steps a byte.
struct Regions {
    words: AhoCorasick,
    regions: Vec<Region>,
}

static REGIONS: LazyLock<Regions> = LazyLock::new(|| {
    let region = |row: Row| Region::ALL.iter().position(|region| region.code() == row.class);
    let mut words: Vec<(usize, &str)> =
        rows(include_str!("regions.tsv")).filter_map(|row| Some((region(row)?, row.word))).collect();
    // Of regions that share a word the first has it.
    words.sort_by_key(|&(region, _)| region);
    let automaton = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .kind(Some(AhoCorasickKind::DFA))
        // So many letters open a word that to look for them first costs more than it saves.
        .prefilter(false)
        .build(words.iter().map(|(_, word)| word))
        .expect("the words of the regions make an automaton");
    Regions { words: automaton, regions: words.iter().map(|&(region, _)| Region::ALL[region]).collect() }
});

/// For each character of the basic plane, the script that it belongs to alone.
pub(crate) fn scripts() -> &'static [Option<WrittenForm>] {
    &SCRIPTS
}

/// Whether `word`, in lower case, is one of the commonest English words.
pub(crate) fn is_common_english(word: &[u8]) -> bool {
    COMMON.contains(word)
}

/// How often words of each region stand in `text`, the most frequent first.
pub(crate) fn regions_in(text: &str) -> Vec<(Region, usize)> {
    let mut counts: Vec<(Region, usize)> = Vec::new();
    let Regions { words, regions } = &*REGIONS;
    for found in words.find_iter(text) {
        let region = regions[found.pattern().as_usize()];
        match counts.iter_mut().find(|(known, _)| *known == region) {
            Some((_, count)) => *count += 1,
            None => counts.push((region, 1)),
        }
    }
    counts.sort_by_key(|&(region, count)| (std::cmp::Reverse(count), region.code()));
    counts
}
