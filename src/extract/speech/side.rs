//! Bodies that are named by their side only: 署方發言人 speaks for the 北堤水務署 of the lead.
//!
//! Takes the place of such a word; gives the place where the text first names the body in full. What else stands for a
//! body, a short form or 該公司, is as it is printed.

use super::{Passage, PassageKind, Place};
use crate::extract::person::{self, NamedKind};
use crate::lexicon::reporting;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Places of one word in a paragraph that are looked at; a guess that keeps the time linear.
const MOST: usize = 8;

/// The bodies that the prose names, by the words for their sides; each is looked for once.
pub(super) struct Sides<'a> {
    passages: &'a [Passage<'a>],
    first: FxHashMap<&'a str, Option<Place>>,
}

impl<'a> Sides<'a> {
    pub(super) fn of(passages: &'a [Passage<'a>]) -> Self {
        Sides { passages, first: FxHashMap::default() }
    }

    /// Where the body is first named that the word at `place` is a side of, in its paragraph or before it.
    pub(super) fn whole_body(&mut self, place: &Place) -> Option<Place> {
        let passages = self.passages;
        let side = passages.get(place.passage)?.reading.text().get(place.range.clone())?;
        reporting::body_ends_of_side(side).next()?;
        let first = self.first.entry(side).or_insert_with(|| first_body(passages, side));
        first.clone().filter(|first| first.passage <= place.passage)
    }
}

/// Where the prose first names a body whose side `side` is.
fn first_body(passages: &[Passage<'_>], side: &str) -> Option<Place> {
    let mut prose = passages.iter().enumerate().filter(|(_, passage)| passage.kind == PassageKind::Prose);
    prose.find_map(|(number, passage)| {
        let text = passage.reading.text();
        let range = reporting::body_ends_of_side(side).find_map(|end| body_ending(text, end))?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;
    use crate::text::reading::Reading;

    #[test]
    fn a_body_is_told_from_where_it_is_first_named_on() {
        let source = ["署方發言人到場。", "北堤水務署今日公布數字。", "署方發言人到場。"];
        let readings = source.map(|text| Reading::of_span(text, Span::new(0, text.len())));
        let passages = readings.each_ref().map(|reading| Passage {
            reading,
            kind: PassageKind::Prose,
            body: None,
            listed: None,
        });
        let mut sides = Sides::of(&passages);
        let mut told = |passage: usize| sides.whole_body(&Place { passage, range: 0.."署方".len() });
        assert_eq!(told(0), None);
        assert_eq!(told(2), Some(Place { passage: 1, range: 0.."北堤水務署".len() }));
        assert_eq!(told(0), None);
    }
}
