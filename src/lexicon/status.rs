//! Phrases of release instructions. Takes a text; gives the phrase that it opens with, and tells the words that an
//! instruction puts around a moment. What an embargo says besides is read in `extract/status.rs`.

use super::tree::{ClassSet, Tree};
use super::{Row, cues, rows};
use crate::release::StatusKind;
use std::sync::LazyLock;

/// The kinds of instructions; the bit of a phrase is the place of its kind.
const KINDS: [(&str, StatusKind); 3] = [
    ("immediate", StatusKind::Immediate),
    ("embargoed", StatusKind::Embargoed),
    ("other", StatusKind::Other),
];

/// Phrases without blanks, since OCR glues words.
static PHRASES: LazyLock<Tree> = LazyLock::new(|| {
    let kind = |row: &Row| KINDS.iter().position(|&(class, _)| class == row.class);
    let phrases = rows(include_str!("status.tsv")).filter_map(|row| Some((kind(&row)?, row.word)));
    Tree::of(phrases.map(|(kind, phrase)| (tight(phrase).map(|(_, c)| c), 1 << kind)))
});

/// The letters of `text` without blanks, plain, each with its end.
fn tight(text: &str) -> impl Iterator<Item = (usize, char)> {
    let letters = text.char_indices().filter(|(_, c)| !c.is_whitespace());
    letters.flat_map(|(at, c)| cues::plain_char(c).map(move |plain| (at + c.len_utf8(), plain)))
}

/// The phrase that `text` opens with, blanks left aside: its end and its kind.
pub(crate) fn opening_phrase(text: &str) -> Option<(usize, StatusKind)> {
    let first = text.trim_start().chars().next()?;
    if cues::plain_char(first).next().is_none_or(|plain| !PHRASES.may_open(plain, ClassSet::MAX)) {
        return None;
    }
    let (mut end, mut kind) = (0, None);
    PHRASES.each(tight(text), ClassSet::MAX, |at, bits| {
        end = at;
        kind = KINDS.get(bits.trailing_zeros() as usize);
    });
    let (_, kind) = kind?;
    let is_letter = |c: char| c.is_ascii_alphabetic();
    let word_goes_on = text[..end].ends_with(is_letter) && text[end..].starts_with(is_letter);
    (!word_goes_on).then_some((end, *kind))
}

/// The words of one class around a moment: 請於, 後, 方可, 發布.
fn around(class: &'static str) -> Vec<&'static str> {
    rows(include_str!("status.tsv")).filter(|row| row.class == class).map(|row| row.word).collect()
}

static ASKS: LazyLock<Vec<&str>> = LazyLock::new(|| around("asks"));
static BOUNDS: LazyLock<Vec<&str>> = LazyLock::new(|| around("bounds"));
static ALLOWS: LazyLock<Vec<&str>> = LazyLock::new(|| around("allows"));
static PUBLISHES: LazyLock<Vec<&str>> = LazyLock::new(|| around("publishes"));
static LIFTS: LazyLock<Vec<&str>> = LazyLock::new(|| around("lifts"));

/// Whether `text`, which stands before a moment, is nothing but words that ask: 本新聞稿請於.
pub(crate) fn is_asking(text: &str) -> bool {
    text.is_empty() || ASKS.iter().any(|word| text.strip_suffix(word).is_some_and(is_asking))
}

/// Where the words start that say what may be done after or before a moment, at the end of `text`: 後方可發布, 起解禁.
pub(crate) fn closing_start(text: &str) -> Option<usize> {
    let without = |text: &str, words: &[&str]| {
        words.iter().filter_map(|word| text.strip_suffix(word)).map(str::len).min()
    };
    let lifted = without(text, &LIFTS);
    let mut rest = &text[..lifted.or_else(|| without(text, &PUBLISHES))?];
    while let Some(end) = without(rest, &ALLOWS) {
        rest = &rest[..end];
    }
    without(rest, &BOUNDS).or(lifted.map(|_| rest.len()))
}
