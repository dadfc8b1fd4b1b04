//! Labels of contact details: Tel, 電話, Email, 聯絡人. Takes a text; tells which label it ends or opens with.

use super::{cues, rows};
use std::sync::LazyLock;

/// What a label announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    Tel,
    Mobile,
    Fax,
    Pager,
    Email,
    Url,
    Name,
    Title,
    Address,
    Unit,
}

impl Label {
    /// Whether a telephone number follows.
    pub(crate) fn is_number(self) -> bool {
        matches!(self, Label::Tel | Label::Mobile | Label::Fax | Label::Pager)
    }
}

const CLASSES: &[(&str, Label)] = &[
    ("tel", Label::Tel),
    ("mobile", Label::Mobile),
    ("fax", Label::Fax),
    ("pager", Label::Pager),
    ("email", Label::Email),
    ("url", Label::Url),
    ("name", Label::Name),
    ("title", Label::Title),
    ("address", Label::Address),
    ("unit", Label::Unit),
];

static LABELS: LazyLock<Vec<(&str, Label)>> = LazyLock::new(|| {
    rows(include_str!("labels.tsv"))
        .filter_map(|row| Some((row.word, CLASSES.iter().find(|(name, _)| *name == row.class)?.1)))
        .collect()
});

fn words(class: &'static str) -> Vec<&'static str> {
    rows(include_str!("labels.tsv")).filter(|row| row.class == class).map(|row| row.word).collect()
}

static ASKING: LazyLock<Vec<&str>> = LazyLock::new(|| words("asking"));
static JOINERS: LazyLock<Vec<&str>> = LazyLock::new(|| words("joiner"));
static LINKS: LazyLock<Vec<&str>> = LazyLock::new(|| words("link"));
static SEATS: LazyLock<Vec<&str>> = LazyLock::new(|| words("seat"));

/// The label that `text` ends with, a colon and blanks after it left aside.
pub(crate) fn before(text: &str) -> Option<Label> {
    let mut from = text.len().saturating_sub(40);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let plain = cues::plain(&text[from..]);
    let tail =
        plain.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '.' | '-' | '/' | '('));
    let ends = |word: &str| {
        tail.ends_with(word)
            && !(word.is_ascii()
                && tail[..tail.len() - word.len()].ends_with(|c: char| c.is_ascii_alphanumeric()))
    };
    LABELS.iter().filter(|(word, _)| ends(word)).max_by_key(|(word, _)| word.len()).map(|&(_, label)| label)
}

/// Whether `text` is a label and nothing else, brackets left aside: （`WhatsApp`）.
pub(crate) fn is_label(text: &str) -> bool {
    let plain = cues::plain(text);
    let word = plain.trim_matches(|c: char| !c.is_alphanumeric());
    LABELS.iter().any(|(label, _)| *label == word)
}

/// Where the words end by which a sentence asks for somebody: "please contact", 請致電. The last counts.
pub(crate) fn asking_end(text: &str) -> Option<usize> {
    let lower = text.to_ascii_lowercase();
    ASKING.iter().filter_map(|word| lower.rfind(word).map(|at| at + word.len())).max()
}

/// Whether `rest`, what stands after a phrase, joins another to it: "and", 及.
pub(crate) fn is_joined(rest: &str) -> bool {
    let rest = rest.trim_start();
    JOINERS.iter().any(|word| {
        rest.strip_prefix(word)
            .is_some_and(|after| !word.is_ascii() || after.starts_with(char::is_whitespace))
    })
}

/// `text` without the word that leads on to a number or an address: "Ann Lee at", "Ann Lee on".
pub(crate) fn without_link(text: &str) -> &str {
    let trimmed = text.trim_end();
    let cut = LINKS.iter().find_map(|word| {
        let rest = trimmed.strip_suffix(word)?;
        rest.ends_with(char::is_whitespace).then(|| rest.trim_end())
    });
    cut.unwrap_or(trimmed)
}

/// Where the name ends and the body starts in "Ann Lee of the Harbour Office".
pub(crate) fn seat(text: &str) -> Option<(usize, usize)> {
    let padded = |word: &&str| {
        text.match_indices(word)
            .map(|(at, _)| (at, at + word.len()))
            .find(|&(at, end)| text[..at].ends_with(' ') && text[end..].starts_with(' '))
    };
    SEATS.iter().filter_map(padded).min().map(|(at, end)| (at, end + 1))
}

/// Every label in `text` that a colon follows, or that stands before a blank at its start: range and class.
pub(crate) fn find_all(text: &str) -> Vec<(std::ops::Range<usize>, Label)> {
    let mut found: Vec<(std::ops::Range<usize>, Label)> = Vec::new();
    for (colon, mark) in text.char_indices().filter(|(_, c)| matches!(c, ':' | '：' | '︰')) {
        let head = text[..colon].trim_end();
        if let Some((word, label)) = ending(head) {
            found.push((head.len() - word..colon + mark.len_utf8(), label));
        }
    }
    found
}

/// Length in bytes and class of the label that `head` ends with.
fn ending(head: &str) -> Option<(usize, Label)> {
    LABELS
        .iter()
        .filter(|(word, _)| {
            let Some(at) = head.len().checked_sub(word.len()).filter(|&at| head.is_char_boundary(at)) else {
                return false;
            };
            let fits = head[at..].eq_ignore_ascii_case(word);
            fits && !(word.is_ascii() && head[..at].ends_with(|c: char| c.is_ascii_alphanumeric()))
        })
        .max_by_key(|(word, _)| word.len())
        .map(|&(word, label)| (word.len(), label))
}
