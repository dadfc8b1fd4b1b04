//! Who owns a stretch of the source: every text of the record, visited; what none of them holds, found.
//!
//! Takes a record; gives the stretches of its blocks that no field has claimed, so that they reach `other`.

use crate::release::{Release, Text};
use crate::text::Span;

/// Calls `see` with every text of the record.
pub(crate) fn each_text(release: &Release, see: &mut dyn FnMut(&Text)) {
    release.status.iter().for_each(|status| see(&status.text));
    release.headline.iter().chain(&release.subheadlines).for_each(&mut *see);
    if let Some(dateline) = &release.dateline {
        see(&dateline.text);
        dateline.place.iter().chain(&dateline.wire).for_each(&mut *see);
    }
    release.body.iter().for_each(|block| see(&block.text));
    for quote in &release.quotes {
        see(&quote.text);
        quote.cue.iter().for_each(&mut *see);
        if let Some(speaker) = &quote.speaker {
            let parts =
                [&speaker.name, &speaker.title, &speaker.organization, &speaker.honorific, &speaker.mention];
            parts.into_iter().flatten().for_each(&mut *see);
        }
    }
    for caption in &release.captions {
        see(&caption.text);
        for person in &caption.people {
            let parts = [&person.name, &person.title, &person.organization, &person.position];
            parts.into_iter().flatten().for_each(&mut *see);
        }
    }
    for contact in &release.contacts {
        [&contact.organization, &contact.name, &contact.title].into_iter().flatten().for_each(&mut *see);
        contact.phones.iter().chain(&contact.faxes).for_each(|phone| see(&phone.text));
        contact.emails.iter().chain(&contact.urls).for_each(&mut *see);
    }
    for boilerplate in &release.boilerplate {
        boilerplate
            .organization
            .iter()
            .chain(&boilerplate.heading)
            .chain(&boilerplate.urls)
            .for_each(&mut *see);
        see(&boilerplate.text);
    }
    for note in &release.notes {
        note.heading.iter().for_each(&mut *see);
        see(&note.text);
    }
    release.end_mark.iter().for_each(&mut *see);
    for person in &release.people {
        see(&person.name);
        person.titles.iter().chain(&person.organizations).chain(&person.mentions).for_each(&mut *see);
    }
    release.links.iter().for_each(|link| see(&link.text));
    release.other.iter().for_each(|other| see(&other.text));
}

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
                *last = Span::new(last.start(), last.end().max(span.end()));
            }
            _ => merged.push(span),
        }
    }
    merged
}
