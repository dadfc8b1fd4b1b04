//! Bodies that are named by their side only: 署方發言人 speaks for the 北堤水務署 of the lead.
//!
//! Takes the place of such a word; gives the place where the text first names the body in full. What else stands for a
//! body, a short form or 該公司, is as it is printed.

use super::{Passage, PassageKind, Place};
use crate::extract::person::{self, NamedKind};
use crate::lexicon::reporting;
use std::ops::Range;

/// Places of one word in a paragraph that are looked at; a guess that keeps the time linear.
const MOST: usize = 8;

/// Where the body is first named that the word at `place` is a side of.
pub(super) fn whole_body(passages: &[Passage<'_>], place: &Place) -> Option<Place> {
    let side = passages.get(place.passage)?.reading.text().get(place.range.clone())?;
    let ends = reporting::body_ends_of_side(side);
    ends.clone().next()?;
    let prose = passages.iter().take(place.passage + 1).enumerate();
    let mut prose = prose.filter(|(_, passage)| passage.kind == PassageKind::Prose);
    prose.find_map(|(number, passage)| {
        let text = passage.reading.text();
        let range = ends.clone().find_map(|end| body_ending(text, end))?;
        Some(Place { passage: number, range })
    })
}

/// The first body whose name ends with `end`.
fn body_ending(text: &str, end: &str) -> Option<Range<usize>> {
    let places = text.match_indices(end).take(MOST);
    places.map(|(at, _)| at + end.len()).find_map(|end| body_before(text, end))
}

/// The name of a body that ends at `end`: three characters at least, as the shortest with a name of its own have.
fn body_before(text: &str, end: usize) -> Option<Range<usize>> {
    const SHORTEST: usize = 3;
    let named = person::chinese_before(text, 0..end).filter(|named| named.kind == NamedKind::Organization)?;
    let name = named.name.filter(|name| name.end == end)?;
    (text.get(name.clone())?.chars().count() >= SHORTEST).then_some(name)
}
