//! Paragraphs in, quotes out. A test writes a release's paragraphs as lines and what should be heard as
//! `speaker cue: text`, one quote a line.

mod chinese;
mod english;
mod recall;
mod reports;
mod signatures;
mod strings;

use super::*;
use crate::release::{QuoteKind, Text};
use crate::text::Span;

fn listen(source: &str, options: &Options) -> Speech {
    let mut at = 0;
    let mut readings = Vec::new();
    for line in source.split_inclusive('\n') {
        readings.push(Reading::of_span(source, Span::new(at, at + line.len())));
        at += line.len();
    }
    let passages: Vec<Passage<'_>> = readings
        .iter()
        .enumerate()
        .map(|(index, reading)| Passage {
            reading,
            kind: PassageKind::Prose,
            body: Some(index),
            listed: None,
        })
        .collect();
    read(&passages, &[], options)
}

fn shown(source: &str, wanted: QuoteKind) -> Vec<String> {
    let word = |text: Option<&Text>| text.map_or("-", |text| text.text.as_str()).to_owned();
    listen(source, &Options::default())
        .quotes
        .iter()
        .filter(|quote| quote.kind == wanted)
        .map(|quote| {
            let speaker = quote.speaker.as_ref();
            let who = word(speaker.and_then(|s| s.name.as_ref().or(s.mention.as_ref())));
            format!("{who} {}: {}", word(quote.cue.as_ref()), quote.text.text)
        })
        .collect()
}

fn direct(source: &str) -> Vec<String> {
    shown(source, QuoteKind::Direct)
}

fn indirect(source: &str) -> Vec<String> {
    shown(source, QuoteKind::Indirect)
}

/// `name|title|organization` of the speakers of direct quotes.
fn speakers(source: &str) -> Vec<String> {
    let part = |text: Option<&Text>| text.map_or("-", |text| text.text.as_str()).to_owned();
    let direct = |quote: &&crate::release::Quote| quote.kind == QuoteKind::Direct;
    let heard = listen(source, &Options::default());
    let speakers = heard.quotes.iter().filter(direct).map(|quote| {
        let speaker = quote.speaker.as_ref();
        [
            part(speaker.and_then(|s| s.name.as_ref())),
            part(speaker.and_then(|s| s.title.as_ref())),
            part(speaker.and_then(|s| s.organization.as_ref())),
        ]
        .join("|")
    });
    speakers.collect()
}
