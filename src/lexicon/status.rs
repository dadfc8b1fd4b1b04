//! Phrases of release instructions. Takes a text; gives the phrase that it opens with. What an embargo says besides is read
//! in `extract/status.rs`.

use super::{cues, rows};
use crate::release::StatusKind;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Phrases without blanks, the longest first, since OCR glues words.
static PHRASES: LazyLock<Vec<(String, StatusKind)>> = LazyLock::new(|| {
    let mut phrases: Vec<(String, StatusKind)> = rows(include_str!("status.tsv"))
        .map(|row| {
            let kind = match row.class {
                "immediate" => StatusKind::Immediate,
                "embargoed" => StatusKind::Embargoed,
                _ => StatusKind::Other,
            };
            (row.word.chars().filter(|c| !c.is_whitespace()).collect(), kind)
        })
        .collect();
    phrases.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
    phrases
});

/// The characters that the phrases open with: most lines are told by them alone.
static FIRSTS: LazyLock<FxHashSet<char>> =
    LazyLock::new(|| PHRASES.iter().filter_map(|(phrase, _)| phrase.chars().next()).collect());

/// The phrase that `text` opens with, blanks left aside: its end and its kind.
pub(crate) fn opening_phrase(text: &str) -> Option<(usize, StatusKind)> {
    let first = text.trim_start().chars().next()?;
    if !cues::plain_char(first).next().is_some_and(|c| FIRSTS.contains(&c)) {
        return None;
    }
    let mut tight = String::new();
    let mut ends = Vec::new();
    for (at, c) in text.char_indices().take(80) {
        if c.is_whitespace() {
            continue;
        }
        for c in cues::plain(c.encode_utf8(&mut [0; 4])).chars() {
            tight.push(c);
            ends.resize(tight.len(), at);
        }
        if let Some(last) = ends.last_mut() {
            *last = at + c.len_utf8();
        }
    }
    let (phrase, kind) = PHRASES.iter().find(|(phrase, _)| tight.starts_with(phrase.as_str()))?;
    let end = *ends.get(phrase.len() - 1)?;
    let word_goes_on = phrase.is_ascii() && text[end..].starts_with(|c: char| c.is_ascii_alphabetic());
    (!word_goes_on).then_some((end, *kind))
}
