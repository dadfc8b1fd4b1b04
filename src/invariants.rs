//! The laws that every record keeps, as a check that anybody can run.
//!
//! Takes the decoded text and the records that were read from it; gives a sentence for each law that is broken. It
//! does not judge whether the reading is right.

use crate::release::{Release, Text};
use crate::text::Span;
use crate::text::fold::{Folded, fold};
use crate::text::markup;
use crate::texts::each_text;
use std::borrow::Cow;

/// A law that a record breaks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BrokenLaw {
    /// A span reaches beyond the text or cuts a character.
    #[error("the span {0:?} is not a stretch of whole characters of the source")]
    BadSpan(Span),
    /// The spans of a text are not in order.
    #[error("the spans of {0:?} are not in the order of the source")]
    Disorder(String),
    /// A text is not what its spans hold.
    #[error("the text {0:?} is not what its spans hold")]
    Untrue(String),
    /// A part of the source is in no field.
    #[error("{text:?} at {span:?} is in no field of any record")]
    Lost {
        /// Where it stands.
        span: Span,
        /// What it is.
        text: String,
    },
    /// The editions are not numbered 0, 1, ….
    #[error("edition {0} is not numbered in order")]
    Misnumbered(usize),
}

/// Checks the laws of covering, truth and order; an empty answer is a clean bill.
///
/// Covering: every letter and digit of the source is in some field of some record, but for those of tags of HTML and
/// of line ends that were written (`\n`). Truth: spans are in bounds, on character boundaries of the text after its
/// byte order mark, ordered, and each text is its spans' slices, folded and as their marks show them, joined by
/// nothing or one space.
///
/// ```
/// let text = "Ferry line opens\n\nHong Kong, 5 May 2024 – The first boat left at noon today, the company said.\n";
/// let releases = press_release::parse(text);
/// assert_eq!(press_release::check_invariants(text, &releases), []);
/// ```
pub fn check_invariants(source: &str, releases: &[Release]) -> Vec<BrokenLaw> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let mut broken = Vec::new();
    let mut owned: Vec<Span> = Vec::new();
    for (number, release) in releases.iter().enumerate() {
        if release.edition != number {
            broken.push(BrokenLaw::Misnumbered(release.edition));
        }
        each_text(release, &mut |text| {
            check_text(source, text, &mut broken);
            owned.extend(text.spans.iter().copied());
        });
        for diagnostic in &release.diagnostics {
            broken.extend(
                diagnostic
                    .spans
                    .iter()
                    .filter(|span| !is_stretch(source, **span))
                    .map(|&span| BrokenLaw::BadSpan(span)),
            );
        }
    }
    check_covering(source, owned, &mut broken);
    broken
}

fn is_stretch(source: &str, span: Span) -> bool {
    source.get(span.range()).is_some()
}

fn check_text(source: &str, text: &Text, broken: &mut Vec<BrokenLaw>) {
    if let Some(&span) = text.spans.iter().find(|span| !is_stretch(source, **span)) {
        broken.push(BrokenLaw::BadSpan(span));
        return;
    }
    if text.spans.windows(2).any(|pair| pair[0].end() > pair[1].start()) {
        broken.push(BrokenLaw::Disorder(text.text.clone()));
    }
    if !is_true(source, text) {
        broken.push(BrokenLaw::Untrue(text.text.clone()));
    }
}

/// Whether the text is its spans' slices, folded and as their marks show them, with nothing or one space between.
fn is_true(source: &str, text: &Text) -> bool {
    let mut rest = text.text.as_str();
    for span in &text.spans {
        let slice = &source[span.range()];
        let shown = markup::without_marks(Cow::Borrowed(slice));
        let eaten = |slice: &str| eat(rest, slice).or_else(|| eat(rest.strip_prefix(' ')?, slice));
        match eaten(slice).or_else(|| eaten(&shown)) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    rest.is_empty()
}

/// What is left of `text` after `slice`, folded, is taken from its start.
fn eat<'t>(text: &'t str, slice: &str) -> Option<&'t str> {
    let mut rest = text;
    for c in slice.chars() {
        rest = match fold(c) {
            Folded::Same => rest.strip_prefix(c)?,
            Folded::Char(c) => rest.strip_prefix(c)?,
            Folded::Str(s) => rest.strip_prefix(s)?,
            Folded::Nothing => rest,
        };
    }
    Some(rest)
}

fn check_covering(source: &str, mut owned: Vec<Span>, broken: &mut Vec<BrokenLaw>) {
    owned.sort_unstable();
    let mut at = 0;
    let end = Span::new(source.len(), source.len());
    for span in owned.into_iter().chain([end]) {
        if span.start() > at
            && let Some(gap) = source.get(at..span.start())
            && markup::holds_words(gap)
        {
            let text = gap.trim().chars().take(80).collect();
            broken.push(BrokenLaw::Lost { span: Span::new(at, span.start()), text });
        }
        at = at.max(span.end());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_that_emphasis_lost_stands_between_the_stretches() {
        for text in ["said**A**:FOR IMMEDIATE RELEASE", "ß**A**:FOR IMMEDIATE RELEASE"] {
            assert_eq!(check_invariants(text, &crate::parse(text)), [], "{text}");
        }
    }

    #[test]
    fn a_lost_word_and_an_untrue_text_are_told() {
        let source = "Harbour ferry line opens to passengers\n\nThe first boat left at noon today, the company said, with 200 on board.\n";
        let mut releases = crate::parse(source);
        assert_eq!(check_invariants(source, &releases), []);
        let headline = releases[0].headline.clone();
        releases[0].other.clear();
        releases[0].body.clear();
        releases[0].quotes.clear();
        releases[0].people.clear();
        releases[0].subheadlines.clear();
        releases[0].headline = headline.map(|text| Text { text: "Ferry lane opens".to_owned(), ..text });
        let broken = check_invariants(source, &releases);
        assert!(broken.iter().any(|law| matches!(law, BrokenLaw::Untrue(_))), "{broken:?}");
        assert!(broken.iter().any(|law| matches!(law, BrokenLaw::Lost { .. })), "{broken:?}");
    }
}
