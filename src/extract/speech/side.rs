//! Bodies that are named in full elsewhere: 署方發言人 and 水務署發言人 speak for the 北堤水務署（水務署） of the lead.
//!
//! Takes the place of such a word; gives the place where the text first names the body in full. What else stands for a
//! body without naming it (該公司) is as it is printed.

use super::{Passage, PassageKind, Place};
use crate::extract::person::{self, NamedKind};
use crate::lexicon::reporting;
use std::ops::Range;

/// Places of one word in a paragraph that are looked at; a guess that keeps the time linear.
const MOST: usize = 8;

/// Where the body is first named in full that the word at `place` is a side of, or short for.
pub(super) fn whole_body(passages: &[Passage<'_>], place: &Place) -> Option<Place> {
    let word = passages.get(place.passage)?.reading.text().get(place.range.clone())?;
    let ends = reporting::body_ends_of_side(word);
    let is_side = ends.clone().next().is_some();
    let prose = passages.iter().take(place.passage + 1).enumerate();
    let mut prose = prose.filter(|(_, passage)| passage.kind == PassageKind::Prose);
    prose.find_map(|(number, passage)| {
        let text = passage.reading.text();
        let found = if is_side {
            ends.clone().find_map(|end| body_ending(text, end))
        } else {
            body_shortened(text, word)
        };
        found.map(|range| Place { passage: number, range })
    })
}

/// The first body whose name ends with `end`.
fn body_ending(text: &str, end: &str) -> Option<Range<usize>> {
    let places = text.match_indices(end).take(MOST);
    places.map(|(at, _)| at + end.len()).find_map(|end| body_before(text, end))
}

/// The body before the bracket that says how it is called for short: 北堤水務署（水務署）, 北堤水務署（以下簡稱「水務署」）.
fn body_shortened(text: &str, short: &str) -> Option<Range<usize>> {
    /// Characters before the short name in the bracket, in the longest of these forms.
    const LEAD: usize = 6;
    text.match_indices(short).take(MOST).find_map(|(at, _)| {
        let mut before = text[..at].char_indices().rev().take(LEAD);
        let (open, _) = before.find(|&(_, c)| matches!(c, '（' | '(')).filter(|&(open, _)| open > 0)?;
        body_before(text, open).filter(|body| body.len() > short.len())
    })
}

/// The name of a body that ends at `end`: three characters at least, as the shortest with a name of its own have.
fn body_before(text: &str, end: usize) -> Option<Range<usize>> {
    const SHORTEST: usize = 3;
    let named = person::chinese_before(text, 0..end).filter(|named| named.kind == NamedKind::Organization)?;
    let name = named.name.filter(|name| name.end == end)?;
    (text.get(name.clone())?.chars().count() >= SHORTEST).then_some(name)
}
