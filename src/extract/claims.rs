//! Who owns a stretch of the source: every text of the record, visited; what none of them holds, found.
//!
//! Takes a record; gives the stretches of its blocks that no field has claimed, so that they reach `other`.

use crate::release::{Release, Text};
use crate::text::Span;

macro_rules! visit {
    ($name:ident, $($mutable:tt)?) => {
        /// Calls `see` with every text of the record.
        pub(crate) fn $name(release: &$($mutable)? Release, see: &mut dyn FnMut(&$($mutable)? Text)) {
            macro_rules! each { ($list:expr) => { for text in &$($mutable)? $list { see(text); } } }
            if let Some(status) = &$($mutable)? release.status { see(&$($mutable)? status.text); }
            each!(release.headline);
            each!(release.subheadlines);
            if let Some(dateline) = &$($mutable)? release.dateline {
                see(&$($mutable)? dateline.text);
                each!(dateline.place);
                each!(dateline.wire);
            }
            for block in &$($mutable)? release.body { see(&$($mutable)? block.text); }
            for quote in &$($mutable)? release.quotes {
                see(&$($mutable)? quote.text);
                each!(quote.cue);
                if let Some(speaker) = &$($mutable)? quote.speaker {
                    each!(speaker.name);
                    each!(speaker.title);
                    each!(speaker.organization);
                    each!(speaker.honorific);
                    each!(speaker.mention);
                }
            }
            for caption in &$($mutable)? release.captions {
                see(&$($mutable)? caption.text);
                for person in &$($mutable)? caption.people {
                    each!(person.name);
                    each!(person.title);
                    each!(person.organization);
                    each!(person.position);
                }
            }
            for contact in &$($mutable)? release.contacts {
                each!(contact.organization);
                each!(contact.name);
                each!(contact.title);
                for phone in &$($mutable)? contact.phones { see(&$($mutable)? phone.text); }
                for fax in &$($mutable)? contact.faxes { see(&$($mutable)? fax.text); }
                each!(contact.emails);
                each!(contact.urls);
            }
            for boilerplate in &$($mutable)? release.boilerplate {
                each!(boilerplate.organization);
                each!(boilerplate.heading);
                each!(boilerplate.urls);
                see(&$($mutable)? boilerplate.text);
            }
            for note in &$($mutable)? release.notes {
                each!(note.heading);
                see(&$($mutable)? note.text);
            }
            each!(release.end_mark);
            for person in &$($mutable)? release.people {
                see(&$($mutable)? person.name);
                each!(person.titles);
                each!(person.organizations);
                each!(person.mentions);
            }
            for link in &$($mutable)? release.links { see(&$($mutable)? link.text); }
            for other in &$($mutable)? release.other { see(&$($mutable)? other.text); }
        }
    };
}

visit!(each_text,);
visit!(each_text_mut, mut);

/// Stretches of the source that fields own.
#[derive(Debug, Default)]
pub(super) struct Claims {
    spans: Vec<Span>,
}

impl Claims {
    /// What the texts of `release` own. To be asked before `links` is filled: a link repeats a part of another field
    /// and owns nothing.
    pub(super) fn of(release: &Release) -> Self {
        let mut spans = Vec::new();
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
        free.retain(|span| source[span.range()].contains(char::is_alphanumeric));
        free.into_iter().map(|span| crate::text::reading::trimmed(source, span)).collect()
    }
}

fn merged(spans: Vec<Span>) -> Vec<Span> {
    let mut merged: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start() <= last.end() => {
                *last = Span::new(last.start(), last.end().max(span.end()))
            }
            _ => merged.push(span),
        }
    }
    merged
}
