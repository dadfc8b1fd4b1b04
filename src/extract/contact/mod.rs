//! The contacts: whom the press is to ask.
//!
//! Takes the lines of a contact zone; gives people and desks with their numbers and addresses. A line is read into
//! pieces (a heading, an organisation, a person, a number, an address); the pieces are dealt out in their order: an
//! organisation or a second person starts a new contact. Columns come apart first: cells side by side, and lines that
//! an extractor dealt out in turn. Postal addresses are left to `other`.

use super::link;
use super::person::{self, NamedKind};
use super::phone;
use crate::language::Region;
use crate::lexicon::cues::{self, CueClass, Standing};
use crate::lexicon::labels::{self, Label};
use crate::lexicon::people::latin;
use crate::release::{Contact, LinkKind, Phone, Text};
use crate::text::Span;
use crate::text::reading::Reading;
use std::ops::Range;

mod columns;

use columns::Kind;

/// One line of a contact zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ContactLine {
    /// The line without its outer blanks.
    pub(crate) span: Span,
    /// Columns before its first character.
    pub(crate) indent: usize,
    /// Whether white space of more than a line stands before it.
    pub(crate) after_gap: bool,
}

/// What a part of a contact line is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    /// A heading such as "Media contacts", with the organisation that it names.
    Heading(Option<Text>),
    Organization(Text),
    Person {
        name: Text,
        title: Option<Text>,
        organization: Option<Text>,
    },
    Title(Text),
    Phone(Phone),
    Fax(Phone),
    Email(Text),
    Url(Text),
}

/// The contacts that `lines` of `source` name.
pub(crate) fn read(source: &str, lines: &[ContactLine], home: Option<Region>) -> Vec<Contact> {
    let first_kind =
        |line: &ContactLine| pieces(&Reading::of_span(source, line.span), home).first().map(kind);
    let cells = columns::side_by_side(source, lines)
        .or_else(|| {
            let kinds: Vec<Option<Kind>> = lines.iter().map(first_kind).collect();
            columns::interleaved(source, lines, &kinds).or_else(|| columns::names_first(lines, &kinds))
        })
        .unwrap_or_else(|| columns::one_below_the_other(source, lines));
    deal(cells.into_iter().flat_map(|spans| pieces(&Reading::of_lines(source, spans), home)))
}

fn kind(piece: &Piece) -> Kind {
    match piece {
        Piece::Heading(_) => Kind::Heading,
        Piece::Organization(_) => Kind::Organization,
        Piece::Person { .. } | Piece::Title(_) => Kind::Person,
        Piece::Phone(_) | Piece::Fax(_) => Kind::Number,
        Piece::Email(_) => Kind::Email,
        Piece::Url(_) => Kind::Url,
    }
}

/// Deals the pieces out to contacts, in their order.
fn deal(pieces: impl Iterator<Item = Piece>) -> Vec<Contact> {
    let mut contacts: Vec<Contact> = Vec::new();
    let mut open = Contact::default();
    let mut organization: Option<Text> = None;
    let close = |open: &mut Contact, organization: &Option<Text>, contacts: &mut Vec<Contact>| {
        let done = std::mem::take(open);
        let says = done.name.is_some()
            || !done.phones.is_empty()
            || !done.emails.is_empty()
            || !done.faxes.is_empty();
        if says {
            contacts.push(Contact {
                organization: done.organization.clone().or_else(|| organization.clone()),
                ..done
            });
        }
    };
    for piece in pieces {
        let reached = !open.phones.is_empty() || !open.emails.is_empty();
        match piece {
            Piece::Heading(named) => {
                close(&mut open, &organization, &mut contacts);
                organization = named;
            }
            Piece::Organization(name) => {
                if open.name.is_some() && !reached && open.organization.is_none() && organization.is_none() {
                    open.organization = Some(name);
                } else if open.name.is_some() || reached || organization.is_none() {
                    close(&mut open, &organization, &mut contacts);
                    organization = Some(name);
                }
            }
            Piece::Person { name, title, organization: own } => {
                if open.name.is_some() || reached {
                    close(&mut open, &organization, &mut contacts);
                }
                open = Contact { name: Some(name), title, organization: own, ..open };
            }
            Piece::Title(title) => {
                open.title.get_or_insert(title);
            }
            Piece::Phone(number) => open.phones.push(number),
            Piece::Fax(number) => {
                if open.name.is_some() || reached {
                    open.faxes.push(number);
                } else if let Some(last) = contacts.last_mut() {
                    last.faxes.push(number);
                } else {
                    open.faxes.push(number);
                }
            }
            Piece::Email(address) => open.emails.push(address),
            Piece::Url(address) => {
                if open.name.is_none()
                    && !reached
                    && let Some(last) = contacts.last_mut()
                {
                    last.urls.push(address);
                } else {
                    open.urls.push(address);
                }
            }
        }
    }
    close(&mut open, &organization, &mut contacts);
    contacts
}

/// The pieces of a line, in order.
fn pieces(line: &Reading, home: Option<Region>) -> Vec<Piece> {
    let text = line.text();
    if let (rest, Some(named)) = after_heading(text, bare(text, 0..text.len()))
        && rest.is_empty()
    {
        return vec![Piece::Heading(named.map(|range| line.slice(range)))];
    }
    let mut taken: Vec<(Range<usize>, Option<Piece>)> = Vec::new();
    for link in link::find_all(text) {
        let piece = match link.kind {
            LinkKind::Email => Piece::Email(line.slice(without_scheme(text, link.range.clone()))),
            LinkKind::Url => Piece::Url(line.slice(link.range.clone())),
        };
        taken.push((link.range, Some(piece)));
    }
    for found in phone::find_all(text, home) {
        if taken.iter().any(|(range, _)| range.start < found.range.end && found.range.start < range.end) {
            continue;
        }
        let number =
            Phone { e164: found.e164, extension: found.extension, text: line.slice(found.range.clone()) };
        taken.push((found.range, Some(if found.is_fax { Piece::Fax(number) } else { Piece::Phone(number) })));
    }
    let labelled = labels::find_all(text);
    for (range, _) in labelled
        .iter()
        .filter(|(range, _)| !taken.iter().any(|(other, _)| other.contains(&range.start)))
        .cloned()
        .collect::<Vec<_>>()
    {
        taken.push((range, None));
    }
    taken.sort_by_key(|(range, _)| range.start);
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut label = None;
    for (range, piece) in taken {
        if range.start >= at {
            words(line, at..range.start, label, &mut pieces);
        }
        label = if piece.is_none() {
            labelled.iter().find(|(own, _)| *own == range).map(|&(_, label)| label)
        } else {
            None
        };
        pieces.extend(piece);
        at = at.max(range.end);
    }
    words(line, at..text.len(), label, &mut pieces);
    pieces
}

fn without_scheme(text: &str, range: Range<usize>) -> Range<usize> {
    let slice = &text[range.clone()];
    let scheme = slice.len() - slice.trim_start_matches("mailto:").len();
    range.start + scheme..range.end
}

/// What the words between numbers and addresses say: a heading, an organisation, a person with a post.
fn words(line: &Reading, range: Range<usize>, label: Option<Label>, pieces: &mut Vec<Piece>) {
    let text = line.text();
    let range = bare(text, range);
    if range.is_empty() || label == Some(Label::Address) || !text[range.clone()].contains(char::is_alphabetic)
    {
        return;
    }
    if labels::is_label(&text[range.clone()]) {
        return;
    }
    let (range, heading) = after_heading(text, range);
    if let Some(named) = heading {
        pieces.push(Piece::Heading(named.map(|range| line.slice(range))));
    }
    if let Some(start) = labels::asking_end(&text[range.clone()]) {
        asked(line, bare(text, range.start + start..range.end), label, pieces);
        return;
    }
    for part in parts(text, range) {
        piece_of(line, part, label, pieces);
    }
}

/// Whom a sentence asks for: "please contact Ann Lee of the Harbour Office at", 請致電…李安.
fn asked(line: &Reading, range: Range<usize>, label: Option<Label>, pieces: &mut Vec<Piece>) {
    let text = line.text();
    let range = range.start..range.start + labels::without_link(&text[range.clone()]).len();
    let person = |range: Range<usize>| {
        person::of_line(text, range).filter(|named| named.kind == NamedKind::Person && named.name.is_some())
    };
    let Some((name, body)) = labels::seat(&text[range.clone()]) else {
        piece_of(line, range, label, pieces);
        return;
    };
    let (name, body) = (range.start..range.start + name, bare(text, range.start + body..range.end));
    match person(name) {
        Some(named) => pieces.push(Piece::Person {
            name: line.slice(named.name.unwrap_or_default()),
            title: named.title.map(|range| line.slice(range)),
            organization: Some(line.slice(body)),
        }),
        None => piece_of(line, range, label, pieces),
    }
}

/// Splits at strokes and bars that part the entries of one line.
fn parts(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = range.start;
    let slice = &text[range.clone()];
    for (at, mark) in slice.char_indices().filter(|(_, c)| matches!(c, '/' | '|' | '｜' | '／')) {
        parts.push(bare(text, start..range.start + at));
        start = range.start + at + mark.len_utf8();
    }
    parts.push(bare(text, start..range.end));
    parts.retain(|part| !part.is_empty());
    parts
        .into_iter()
        .flat_map(|part| unglued(text, part))
        .flat_map(|part| person_and_body(text, part))
        .collect()
}

/// A person and a body that a blank alone parts: "Ann Lee Harbour Design Consulting". The first word must be a given name,
/// the last a body's, and at least two be left for the body.
fn person_and_body(text: &str, part: Range<usize>) -> Vec<Range<usize>> {
    const NAME: usize = 2;
    let words: Vec<&str> = text[part.clone()].split(' ').collect();
    let lower = |word: &str| word.to_lowercase();
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return vec![part] };
    let named = words.len() >= NAME + 2 && words.iter().all(|word| word.starts_with(char::is_uppercase));
    let body =
        latin::BODY_MARKS.contains_lower(&lower(last)) || latin::LEGAL_FORMS.contains_lower(&lower(last));
    let second_is_bodys = latin::BODY_MARKS.contains_lower(&lower(words.get(1).unwrap_or(&"")));
    if !named || !body || second_is_bodys || !person::is_given_name(first) {
        return vec![part];
    }
    let end = part.start + words[..NAME].iter().map(|word| word.len() + 1).sum::<usize>();
    vec![part.start..end - 1, end..part.end]
}

/// Two names that lost the line end between them: "Harbour Design `CentreAnn` Lee". Both must be of several words and the
/// halves of the glued word of some length, so that names like "`PayPal`" stay whole.
fn unglued(text: &str, part: Range<usize>) -> Vec<Range<usize>> {
    let slice = &text[part.clone()];
    let mut before = ' ';
    for (at, c) in slice.char_indices() {
        let glued = before.is_lowercase() && c.is_uppercase();
        before = c;
        if !glued {
            continue;
        }
        let (left, right) = slice.split_at(at);
        let long = |word: Option<&str>, least: usize| word.is_some_and(|word| word.chars().count() >= least);
        let several = left.contains(' ') && right.contains(' ');
        if several && long(left.split(' ').next_back(), 4) && long(right.split(' ').next(), 3) {
            return vec![part.start..part.start + at, part.start + at..part.end];
        }
    }
    vec![part]
}

fn piece_of(line: &Reading, part: Range<usize>, label: Option<Label>, pieces: &mut Vec<Piece>) {
    let text = line.text();
    if label == Some(Label::Title) {
        pieces.push(Piece::Title(line.slice(part)));
        return;
    }
    if is_address(&text[part.clone()]) || is_sentence(&text[part.clone()]) {
        return;
    }
    match person::of_line(text, part.clone()) {
        Some(named) if named.kind == NamedKind::Person && named.name.is_some() => {
            if let Some(name) = named.name {
                let slice = |range: Option<Range<usize>>| range.map(|range| line.slice(range));
                pieces.push(Piece::Person {
                    name: line.slice(name),
                    title: slice(named.title),
                    organization: slice(named.organization),
                });
            }
        }
        Some(named) if named.kind == NamedKind::Organization => {
            let range = named.organization.or(named.name).unwrap_or(part);
            pieces.push(Piece::Organization(line.slice(without_desk(text, range))));
        }
        _ => {
            if let Some((title, body)) = post_and_body(text, part) {
                pieces.push(Piece::Title(line.slice(title)));
                pieces.push(Piece::Organization(line.slice(body)));
            }
        }
    }
}

/// "Media Relations Officer, Harbour University" on the line below the name.
fn post_and_body(text: &str, part: Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let comma = part.start + text[part.clone()].find(", ")?;
    let (title, body) = (part.start..comma, bare(text, comma + 1..part.end));
    let last = text[title.clone()].split(' ').next_back()?;
    let named = person::of_line(text, body.clone())?;
    let is_body = named.kind == NamedKind::Organization;
    (latin::HEADS.contains_lower(last) && is_body).then_some((title, body))
}

/// The name of the body in "Harbour Trust press desk (24 hours)": what follows in brackets and small letters tells which
/// telephone it is.
fn without_desk(text: &str, range: Range<usize>) -> Range<usize> {
    let name = text[range.clone()].split('(').next().unwrap_or("").trim_end();
    let mut end = name.len();
    while let Some((before, word)) = name[..end].rsplit_once(' ')
        && word.starts_with(char::is_lowercase)
    {
        end = before.trim_end().len();
    }
    if name[..end].contains(' ') { range.start..range.start + end } else { range }
}

/// Where the words go on after a heading phrase, and the organisation that stands before or in it.
#[allow(clippy::option_option)]
fn after_heading(text: &str, range: Range<usize>) -> (Range<usize>, Option<Option<Range<usize>>>) {
    let slice = &text[range.clone()];
    if let Some(end) = cues::heading_end(slice)
        .or_else(|| cues::glued_heading_end(slice))
        .or_else(|| cues::spaced_heading_end(slice))
    {
        let rest = bare(text, range.start + end..range.end);
        return (rest, Some(None));
    }
    let mut found = Vec::new();
    cues::find(slice, &mut found);
    let closes = text[range.end..].trim_start().starts_with([':', '：', '︰']);
    let opens = found
        .iter()
        .any(|&(class, standing)| class == CueClass::ContactHeading && standing == Standing::Opens);
    let whole = closes && opens && range.start == 0;
    if whole || found.contains(&(CueClass::ContactHeading, Standing::Alone)) {
        return (range.end..range.end, Some(None));
    }
    // "Harbour Works媒體聯絡人：": the name before the phrase.
    if let Some(start) = cues::heading_start(slice) {
        let name = bare(text, range.start..range.start + start);
        let first = text[name.clone()].split([',', '，']).next().unwrap_or("");
        cues::find(first, &mut found);
        // "For media enquiries, please contact:" names nobody.
        let heading = found.iter().any(|&(class, _)| class == CueClass::ContactHeading);
        return (range.end..range.end, Some((!name.is_empty() && !heading).then_some(name)));
    }
    (range, None)
}

/// `range` without blanks and marks at its ends.
fn bare(text: &str, range: Range<usize>) -> Range<usize> {
    let marks = |c: char| c.is_whitespace() || "/|｜:：︰,，、;；-–—•*·。【】[]".contains(c);
    let slice = &text[range.clone()];
    let start = range.start + (slice.len() - slice.trim_start_matches(marks).len());
    let end = start + text[start..range.end].trim_end_matches(marks).len();
    start..end.max(start)
}

/// A street address or a country: digits among words, or the words of an address.
fn is_address(part: &str) -> bool {
    let outside = part.split(['(', '（']).next().unwrap_or(part);
    let digits = outside.bytes().filter(u8::is_ascii_digit).count();
    digits >= 2 && part.len() > 8
}

fn is_sentence(part: &str) -> bool {
    part.contains('。') || (part.ends_with('.') && part.split_whitespace().count() > 8)
}

#[cfg(test)]
mod tests;
