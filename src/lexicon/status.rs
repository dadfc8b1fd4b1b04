//! Phrases of release instructions. Takes a text; gives the phrase that it opens with. What an embargo says besides is read
//! in `extract/status.rs`.

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
