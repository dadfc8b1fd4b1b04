//! Who owns a stretch of the source: what no text of the record holds, found.
//!
//! Takes a record; gives the stretches of its blocks that no field has claimed, so that they reach `other`.

use crate::release::Release;
use crate::text::Span;
use crate::texts::each_text;

/// Stretches of the source that fields own.
#[derive(Debug, Default)]
pub(super) struct Claims {
    spans: Vec<Span>,
}

impl Claims {
    /// What the texts of `release` own. To be asked before `links` is filled: a link repeats a part of another field
    /// and owns nothing.
    pub(super) fn of(release: &Release) -> Self {
        /// More than the texts of most records have.
        const MOST: usize = 256;
        let mut spans = Vec::with_capacity(MOST);
        each_text(release, &mut |text| spans.extend(text.spans.iter().copied()));
        spans.sort_unstable();
        Claims { spans: merged(spans) }
    }

    /// Whether a field owns all of `span`.
    pub(super) fn owns(&self, span: Span) -> bool {
        let at = self.spans.partition_point(|claim| claim.end() < span.end());
        self.spans.get(at).is_some_and(|claim| claim.contains(span))
    }

    /// The parts of `span` that nobody owns and that hold a letter or a digit.
    pub(super) fn unclaimed(&self, source: &str, span: Span) -> Vec<Span> {
        let mut free = Vec::new();
        let mut at = span.start();
        let first = self.spans.partition_point(|claim| claim.end() <= span.start());
        for claim in &self.spans[first..] {
            if claim.start() >= span.end() {
                break;
            }
            if claim.start() > at {
                free.push(Span::new(at, claim.start()));
            }
            at = at.max(claim.end());
        }
        if at < span.end() {
            free.push(Span::new(at, span.end()));
        }
        free.retain(|span| source[span.range()].contains(crate::text::script::is_word));
        free.into_iter().map(|span| crate::text::reading::trimmed(source, span)).collect()
    }
}

fn merged(spans: Vec<Span>) -> Vec<Span> {
    let mut merged: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start() <= last.end() => {
                *last = Span::new(last.start(), last.end().max(span.end()));
            }
            _ => merged.push(span),
        }
    }
    merged
}
