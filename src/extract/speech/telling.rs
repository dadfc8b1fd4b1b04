//! What was heard, told as the record tells it.
//!
//! Takes speech and mentions by their places; gives quotes and people as texts of the source. It decides nothing but
//! which mention shows a speaker best.

use super::hearing::{Heard, Said};
use super::resolve::{self, Cast, Mention};
use super::side::Sides;
use super::{Passage, Place, Speech};
use crate::diagnostic::{Diagnostic, DiagnosticCode};
use crate::extract::person::NamedKind;
use crate::lexicon::people::latin;
use crate::release::{Person, Quote, QuoteKind, Speaker, Text};
use std::ops::Range;

/// The record's quotes and people.
pub(super) fn tell(passages: &[Passage<'_>], heard: Heard) -> Speech {
    let (cast, quotes, diagnostics) = cast_and_quotes(passages, heard);
    Speech { quotes, people: people(passages, &cast), diagnostics }
}

/// The quotes alone.
pub(super) fn quotes(passages: &[Passage<'_>], heard: Heard) -> Vec<Quote> {
    cast_and_quotes(passages, heard).1
}

fn cast_and_quotes(passages: &[Passage<'_>], heard: Heard) -> (Cast, Vec<Quote>, Vec<Diagnostic>) {
    let texts: Vec<&str> = passages.iter().map(|passage| passage.reading.text()).collect();
    let Heard { mut said, mut mentions, mut diagnostics } = heard;
    let moved = put_in_order(&mut mentions);
    for one in &mut said {
        one.who = one.who.and_then(|who| moved.get(who).copied());
    }
    said.sort_by_key(|one| one.parts.first().map_or((usize::MAX, 0), |p| (p.passage, p.range.start)));
    let cast = resolve::resolve(&texts, mentions);
    let mut sides = Sides::of(passages);
    let mut quotes = Vec::with_capacity(said.len());
    for one in said {
        if let Some(quote) = quote(passages, &cast, &one, &mut sides, &mut diagnostics) {
            quotes.push(quote);
        }
    }
    (cast, quotes, diagnostics)
}

/// Puts mentions in the order of the text; gives the new number of each.
fn put_in_order(mentions: &mut [Mention]) -> Vec<usize> {
    let key = |mention: &Mention| {
        let name = mention.named.name.as_ref().map_or(mention.place.range.start, |name| name.start);
        // Of two that end with one name the one that starts earlier tells more.
        (mention.place.passage, name, mention.named.extent.start)
    };
    let mut order: Vec<usize> = (0..mentions.len()).collect();
    order.sort_by_key(|&number| key(&mentions[number]));
    let mut moved = vec![0; mentions.len()];
    for (to, &from) in order.iter().enumerate() {
        moved[from] = to;
    }
    // One after the other to its place: a page of many speeches has no room for two lists.
    order.copy_from_slice(&moved);
    for at in 0..order.len() {
        while order[at] != at {
            let to = order[at];
            mentions.swap(at, to);
            order.swap(at, to);
        }
    }
    for mention in mentions {
        mention.antecedent = mention.antecedent.and_then(|before| moved.get(before).copied());
    }
    moved
}

fn quote(
    passages: &[Passage<'_>],
    cast: &Cast,
    said: &Said,
    sides: &mut Sides<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Quote> {
    let (first, further) = said.parts.split_first()?;
    let mut text = slice(passages, first.passage, &first.range)?;
    for part in further {
        text.append(slice(passages, part.passage, &part.range)?);
    }
    let speaker = said.who.map(|who| speaker(passages, cast, who, sides));
    if said.kind == QuoteKind::Direct {
        match said.who {
            None => diagnostics.push(Diagnostic::new(DiagnosticCode::SpeakerUnknown, text.spans.clone())),
            Some(who) if cast.mentions[who].named.kind == NamedKind::Pronoun && cast.meant[who].is_none() => {
                let spans = speaker.as_ref().and_then(|s| s.mention.as_ref()).map(|m| m.spans.clone());
                diagnostics
                    .push(Diagnostic::new(DiagnosticCode::PronounUnresolved, spans.unwrap_or_default()));
            }
            Some(_) => {}
        }
    }
    let cue = said.cue.as_ref().and_then(|cue| slice(passages, cue.passage, &cue.range));
    Some(Quote { kind: said.kind, speaker, cue, body: passages.get(first.passage)?.body, text })
}

fn speaker(passages: &[Passage<'_>], cast: &Cast, who: usize, sides: &mut Sides<'_>) -> Speaker {
    let mention = &cast.mentions[who];
    let shown = |m: &Mention, range: &Option<Range<usize>>| {
        let text = slice(passages, m.place.passage, range.as_ref()?)?;
        // Figures and marks name nobody.
        text.text.contains(char::is_alphabetic).then_some(text)
    };
    let named = &mention.named;
    let word =
        mention.word.clone().or_else(|| named.name.clone()).unwrap_or_else(|| mention.place.range.clone());
    let mut speaker =
        Speaker { mention: slice(passages, mention.place.passage, &word), ..Speaker::default() };
    let Some(entity) = cast.meant[who].map(|e| &cast.entities[e]) else {
        speaker.title = shown(mention, &named.title);
        speaker.organization = shown(mention, &named.organization);
        return speaker;
    };
    let fullest = &cast.mentions[entity.fullest];
    if entity.kind != NamedKind::Unnamed {
        speaker.name = shown(fullest, &fullest.named.name);
    }
    if entity.kind == NamedKind::Organization {
        return speaker;
    }
    let described = &cast.mentions[entity.described.unwrap_or(entity.fullest)];
    speaker.title = shown(described, &described.named.title);
    let mut whole = || {
        let place = Place { passage: described.place.passage, range: described.named.organization.clone()? };
        let whole = sides.whole_body(&place)?;
        slice(passages, whole.passage, &whole.range)
    };
    let whole = if entity.kind == NamedKind::Unnamed { whole() } else { None };
    speaker.organization = whole.or_else(|| shown(described, &described.named.organization));
    speaker.honorific = shown(mention, &named.honorific).or_else(|| shown(fullest, &fullest.named.honorific));
    // Professor Lee of the University of Weir: who has no other post has the one that she is called by.
    let is_post = |honorific: &Text| latin::HEADS.contains(&honorific.text.to_lowercase());
    if speaker.title.is_none() && speaker.honorific.as_ref().is_some_and(is_post) {
        speaker.title = speaker.honorific.take();
    }
    speaker
}

fn people(passages: &[Passage<'_>], cast: &Cast) -> Vec<Person> {
    let mut people: Vec<(usize, Person)> = Vec::new();
    for entity in &cast.entities {
        if entity.kind != NamedKind::Person || entity.described.is_none() {
            continue;
        }
        let mut mentions = entity.mentions.clone();
        mentions.sort_unstable();
        let fullest = &cast.mentions[entity.fullest];
        let name = fullest.named.name.as_ref().and_then(|name| slice(passages, fullest.place.passage, name));
        let Some(name) = name else { continue };
        let mut person = Person { name, ..Person::default() };
        for m in &mentions {
            let mention = &cast.mentions[*m];
            let part = |range: &Option<Range<usize>>| {
                range.as_ref().and_then(|range| slice(passages, mention.place.passage, range))
            };
            if mention.named.kind == NamedKind::Person {
                let passage = mention.place.passage;
                push_once(&mut person.titles, passages, passage, mention.named.title.as_ref());
                push_once(&mut person.organizations, passages, passage, mention.named.organization.as_ref());
            }
            let word = part(&mention.named.name).or_else(|| part(&mention.named.title));
            if let Some(word) = word
                && person.mentions.last().is_none_or(|known| known.spans != word.spans)
            {
                person.mentions.push(word);
            }
        }
        person.titles.shrink_to_fit();
        person.organizations.shrink_to_fit();
        person.mentions.shrink_to_fit();
        people.push((mentions.first().copied().unwrap_or(0), person));
    }
    people.sort_by_key(|(first, _)| *first);
    people.into_iter().map(|(_, person)| person).collect()
}

/// Adds the part `range` of a passage to `list`, where it does not hold the same words already.
fn push_once(list: &mut Vec<Text>, passages: &[Passage<'_>], passage: usize, range: Option<&Range<usize>>) {
    let words = |range: &Range<usize>| passages.get(passage)?.reading.text().get(range.clone());
    let new = |range: &&Range<usize>| {
        words(range).is_some_and(|words| list.iter().all(|known| known.text != words.trim()))
    };
    if let Some(range) = range.filter(new) {
        list.extend(slice(passages, passage, range));
    }
}

fn slice(passages: &[Passage<'_>], passage: usize, range: &Range<usize>) -> Option<Text> {
    let reading = passages.get(passage)?.reading;
    reading.text().get(range.clone())?;
    Some(reading.slice(range.clone())).filter(|text| !text.is_empty())
}
