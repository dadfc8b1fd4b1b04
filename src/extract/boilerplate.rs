//! Standing descriptions of organisations, and notes: heading, whom they describe, text.
//!
//! Takes the headings and paragraphs of one section; gives the record's entry. A heading may be glued to its text by
//! a colon, by a dash, or by nothing at all where an extractor lost the line end: "About `XFounded` in …".

use super::link;
use crate::classify::Block;
use crate::classify::zone::Zone;
use crate::lexicon::cues::{self, CueClass};
use crate::lexicon::headings;
use crate::release::{Boilerplate, LinkKind, Note, Text};
use crate::text::reading::Reading;

/// The sections of `heading`s and `text`s among `blocks`, in order: each heading opens one, a glued heading too.
pub(super) struct Section<'r> {
    heading: Vec<&'r Reading>,
    text: Vec<&'r Reading>,
}

fn sections<'r>(
    blocks: &[Block],
    readings: &'r [Reading],
    heading: Zone,
    text: Zone,
    glued: fn(&str) -> Option<usize>,
) -> Vec<Section<'r>> {
    let mut sections: Vec<Section<'r>> = Vec::new();
    let mut open = false;
    for (block, reading) in blocks.iter().zip(readings) {
        if block.zone == heading {
            let continues = open && sections.last().is_some_and(|section| section.text.is_empty());
            if !continues {
                sections.push(Section { heading: Vec::new(), text: Vec::new() });
            }
            if let Some(section) = sections.last_mut() {
                section.heading.push(reading);
            }
            open = true;
        } else if block.zone == text {
            let headed = |section: &Section<'_>| {
                let first = section.text.first().map_or("", |first| first.text());
                !section.heading.is_empty() || glued(first).is_some()
            };
            let opens = glued(reading.text()).is_some()
                || !sections.last().is_some_and(headed) && stands_alone(text, reading.text());
            if !open || opens {
                sections.push(Section { heading: Vec::new(), text: Vec::new() });
                open = true;
            }
            if let Some(section) = sections.last_mut() {
                section.text.push(reading);
            }
        } else if block.zone == Zone::EndMark
            && sections.last().is_some_and(|section| section.text.is_empty())
        {
            // It was printed above the heading: see `classify/order.rs`.
        } else if !matches!(block.zone, Zone::Furniture(_) | Zone::Link | Zone::Rule) {
            open = false;
        }
    }
    sections
}

/// Whether a paragraph below another without a heading is a text of its own: a second warning, another body's description.
fn stands_alone(zone: Zone, paragraph: &str) -> bool {
    match zone {
        Zone::Notes => true,
        _ => headings::described(paragraph).is_some(),
    }
}

/// The boilerplate of an edition.
pub(super) fn boilerplates(blocks: &[Block], readings: &[Reading]) -> Vec<Boilerplate> {
    let boilerplates = sections(blocks, readings, Zone::BoilerHeading, Zone::Boilerplate, glued_heading)
        .into_iter()
        .filter(|section| !section.text.is_empty())
        .map(|section| {
            let (heading, organization, text) = parts(&section, glued_heading);
            let organization = organization
                .map(|name| in_small_letters(&section, &name).unwrap_or(name))
                .or_else(|| described(&section));
            let mut urls: Vec<Text> = section.text.iter().copied().flat_map(urls_in).collect();
            urls.shrink_to_fit();
            Boilerplate { organization, heading, urls, text }
        });
    fitting(boilerplates)
}

/// A name that its heading has in capitals, as the text writes it: WEIR MILL, but "The Weir Mill was founded in 1887".
fn in_small_letters(section: &Section<'_>, name: &Text) -> Option<Text> {
    /// Bytes of the text in which its subject is named.
    const OPENING: usize = 160;
    /// Letters of a name that may be no more than letters: HSBC.
    const LETTERS: usize = 4;
    let capitals = name.text.len() > LETTERS && !name.text.contains(char::is_lowercase);
    let first = section.text.first().filter(|_| capitals && name.text.is_ascii())?;
    let text = first.text();
    let written = text.char_indices().map(|(at, _)| at).take_while(|&at| at < OPENING).find(|&at| {
        let there = text.get(at..at + name.text.len()).unwrap_or("");
        let written = there.eq_ignore_ascii_case(&name.text) && there.contains(char::is_lowercase);
        written && there.starts_with(char::is_uppercase)
    })?;
    Some(first.slice(written..written + name.text.len()))
}

/// The organisation that a section's text opens with, where its heading names none.
fn described(section: &Section<'_>) -> Option<Text> {
    let first = section.text.first()?;
    let start = glued_heading(first.text()).unwrap_or(0);
    let text = &first.text()[start..];
    let headed = || headings::opening_body(text).filter(|_| !section.heading.is_empty());
    let name = headings::described(text).or_else(|| headings::whole_name(text)).or_else(headed)?;
    Some(first.slice(start + name.start..start + name.end))
}

/// The notes of an edition.
pub(super) fn notes(blocks: &[Block], readings: &[Reading]) -> Vec<Note> {
    let notes = sections(blocks, readings, Zone::NotesHeading, Zone::Notes, glued_note)
        .into_iter()
        .filter(|section| !section.text.is_empty())
        .map(|section| {
            let (heading, _, text) = parts(&section, glued_note);
            Note { heading, text }
        });
    fitting(notes)
}

/// The list of `entries`, with no room for more.
fn fitting<T>(entries: impl Iterator<Item = T>) -> Vec<T> {
    let mut list: Vec<T> = entries.collect();
    list.shrink_to_fit();
    list
}

/// Heading, organisation and text of a section.
fn parts(section: &Section<'_>, glued: fn(&str) -> Option<usize>) -> (Option<Text>, Option<Text>, Text) {
    let mut heading: Option<Text> = None;
    let mut organization = None;
    for reading in &section.heading {
        organization =
            organization.or_else(|| headings::organization(reading.text()).map(|range| reading.slice(range)));
        match &mut heading {
            None => heading = Some(reading.to_text()),
            Some(whole) => whole.append_spaced(reading.to_text()),
        }
    }
    let mut text = Text::default();
    for (n, reading) in section.text.iter().enumerate() {
        let end = glued(reading.text()).filter(|_| n == 0 && heading.is_none()).unwrap_or(0);
        if end > 0 {
            organization = headings::organization(&reading.text()[..end]).map(|range| reading.slice(range));
            heading = Some(reading.slice(0..end));
        }
        text.append(reading.slice(end..reading.text().len()));
    }
    text.text.shrink_to_fit();
    text.spans.shrink_to_fit();
    (heading, organization, text)
}

fn urls_in(reading: &Reading) -> Vec<Text> {
    let is_url = |link: &link::FoundLink| link.kind == LinkKind::Url;
    link::find_all(reading.text()).into_iter().filter(is_url).map(|link| reading.slice(link.range)).collect()
}

/// Whether `line` opens with a boilerplate heading that its text follows on the same line.
pub(crate) fn is_glued_heading(line: &str) -> bool {
    glued_heading(line).is_some()
}

/// Where a glued boilerplate heading ends.
pub(super) fn glued_heading(line: &str) -> Option<usize> {
    headings::glued(line)
}

/// Where a note's heading with a colon ends: "Note: …", 註：….
fn glued_note(line: &str) -> Option<usize> {
    let colon = line.char_indices().take(60).find(|&(_, c)| matches!(c, ':' | '：' | '︰'))?;
    let end = colon.0 + colon.1.len_utf8();
    let mut found = Vec::new();
    cues::find(&line[..end], &mut found);
    (found.iter().any(|&(class, _)| class == CueClass::NotesHeading) && !line[end..].trim().is_empty())
        .then_some(end)
}
