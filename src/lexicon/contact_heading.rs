//! Headings of contacts that are put together from parts: "For media and investor enquiries", 傳媒及投資者查詢.
//!
//! Takes a line in the plain form that `cues` gives; tells whether the whole of it is such a heading. Headings that are
//! no sum of parts stand in the table of the cues.

use super::tree::{ClassSet, Tree};
use super::{Row, rows};
use std::sync::LazyLock;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Opener,
    Subject,
    Joiner,
    Ask,
    Detail,
    Either,
    /// Whose press may ask there: EMEA.
    Market,
}

const CLASSES: &[(&str, Part)] = &[
    ("opener", Part::Opener),
    ("subject", Part::Subject),
    ("joiner", Part::Joiner),
    ("ask", Part::Ask),
    ("detail", Part::Detail),
    ("either", Part::Either),
    ("market", Part::Market),
];

/// The parts by their letters; the bit of each is its class, in the order of [`CLASSES`].
static PARTS: LazyLock<Tree> =
    LazyLock::new(|| Tree::of(words().map(|(word, class)| (word.chars(), 1 << class))));

/// The words, and where the class of each stands in [`CLASSES`].
fn words() -> impl Iterator<Item = (&'static str, usize)> {
    let class = |row: Row| CLASSES.iter().position(|(name, _)| *name == row.class);
    rows(include_str!("contact_headings.tsv")).filter_map(move |row| Some((row.word, class(row)?)))
}

/// Bytes of the longest such heading.
pub(super) const LONGEST: usize = 90;

/// The characters that such headings end with.
pub(super) fn ends() -> impl Iterator<Item = char> {
    let closes = |part: Part| matches!(part, Part::Ask | Part::Detail | Part::Either | Part::Market);
    words()
        .filter(move |&(_, class)| closes(CLASSES[class].1))
        .filter_map(|(word, _)| word.chars().next_back())
}

/// Whether a part of such a heading opens with `c`.
pub(super) fn may_open(c: char) -> bool {
    PARTS.may_open(c, ClassSet::MAX)
}

/// Whether `plain` is openers, subjects and joiners that a word which asks closes.
pub(super) fn is_composed(plain: &str) -> bool {
    parts(plain).is_some_and(|parts| are_composed(&parts))
}

fn are_composed(parts: &[Part]) -> bool {
    let opened = parts.first() == Some(&Part::Opener);
    let is_subject = |part: &Part| matches!(part, Part::Subject | Part::Either);
    let Some((last, before)) = parts.split_last() else { return false };
    let about = before.iter().any(is_subject);
    match last {
        Part::Ask => opened || about,
        Part::Either => about,
        Part::Detail => opened,
        // "Media contact, EMEA"
        Part::Market => {
            let asking = before.iter().rposition(|part| !matches!(part, Part::Joiner | Part::Market));
            asking.is_some_and(|last| before.len() > last + 1 && are_composed(&before[..=last]))
        }
        _ => false,
    }
}

/// Whether `plain` is all but the word that asks: "international press".
pub(super) fn is_subject(plain: &str) -> bool {
    parts(plain).is_some_and(|parts| matches!(parts.last(), Some(Part::Subject | Part::Either)))
}

/// What each word of `plain` is; none where one is no such word.
fn parts(plain: &str) -> Option<Vec<Part>> {
    let mut rest = plain.trim();
    if rest.len() > LONGEST {
        return None;
    }
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let mut longest = None;
        let letters = rest.char_indices().map(|(at, c)| (at + c.len_utf8(), c));
        PARTS.each(letters, ClassSet::MAX, |end, classes| {
            if !ends_inside_word(rest, end) {
                longest = Some((end, classes));
            }
        });
        let (end, classes) = longest?;
        parts.push(CLASSES.get(classes.trailing_zeros() as usize)?.1);
        rest = rest[end..].trim_start();
    }
    Some(parts)
}

/// Whether a word of letters goes on at `end`.
fn ends_inside_word(text: &str, end: usize) -> bool {
    text[..end].ends_with(|c: char| c.is_ascii_alphanumeric())
        && text[end..].starts_with(|c: char| c.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::is_composed;

    #[test]
    fn parts_make_a_heading() {
        for heading in [
            "for media and investor enquiries",
            "scientific contact",
            "media contact, emea",
            "press contacts, emea and apac",
            "media relations contacts",
            "for more information, please contact",
            "press and interview requests",
            "傳媒查詢,請聯絡",
            "傳媒及投資者查詢",
            "投资者及媒体垂询",
            "媒体询问",
            "新聞聯繫",
            "媒体采访",
        ] {
            assert!(is_composed(heading), "{heading}");
        }
    }

    #[test]
    fn other_words_make_none() {
        for line in [
            "event details",
            "media",
            "for media",
            "contact lenses",
            "市場研究",
            "活動",
            "the press contact",
            "media, europe",
        ] {
            assert!(!is_composed(line), "{line}");
        }
    }
}
