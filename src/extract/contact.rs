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
use crate::release::{Contact, LinkKind, Phone, Text};
use crate::text::Span;
use crate::text::reading::Reading;
use std::ops::Range;

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
    let cells = columns(source, lines);
    let read: Vec<Vec<Piece>> =
        cells.into_iter().map(|spans| pieces(&Reading::of_lines(source, spans), home)).collect();
    deal(in_order(read).into_iter().flatten())
}

/// Runs of this many blanks part the columns of a page.
const COLUMN_GAP: usize = 3;

/// The lines as cells in reading order: where two columns stand side by side, the first column before the second. A
/// cell that only goes on with the one above is joined to it.
fn columns(source: &str, lines: &[ContactLine]) -> Vec<Vec<Span>> {
    let parted: Vec<Vec<(usize, Span)>> = lines.iter().map(|line| cells(source, line)).collect();
    let double = parted.iter().filter(|cells| cells.len() == 2).count();
    if double < 2 {
        return lines.iter().map(|line| vec![line.span]).collect();
    }
    let Some(edge) = parted.iter().filter(|cells| cells.len() == 2).map(|cells| cells[1].0).min() else {
        return Vec::new();
    };
    let mut left: Vec<Vec<Span>> = Vec::new();
    let mut right: Vec<Vec<Span>> = Vec::new();
    for cells in parted {
        for (column, span) in cells {
            let side = if column + 4 >= edge { &mut right } else { &mut left };
            match side.last_mut() {
                Some(last) if goes_on(source, last, span) => last.push(span),
                _ => side.push(vec![span]),
            }
        }
    }
    left.append(&mut right);
    left
}

/// Cells of a line with the column that each starts in.
fn cells(source: &str, line: &ContactLine) -> Vec<(usize, Span)> {
    let slice = &source[line.span.range()];
    let mut cells = Vec::new();
    let (mut start, mut blanks, mut column, mut cell_column) = (0, 0, line.indent, line.indent);
    for (at, c) in slice.char_indices() {
        if c.is_whitespace() {
            blanks += 1;
        } else {
            if blanks >= COLUMN_GAP {
                cells.push((cell_column, Span::new(line.span.start() + start, line.span.start() + at)));
                start = at;
                cell_column = column;
            }
            blanks = 0;
        }
        column += if crate::text::script::is_wide(c) { 2 } else { 1 };
    }
    cells.push((cell_column, Span::new(line.span.start() + start, line.span.end())));
    cells.into_iter().map(|(column, span)| (column, crate::text::reading::trimmed(source, span))).collect()
}

/// Whether a cell goes on with the one above: a label without its value, a number cut in two, a title cut after a word
/// that asks for another.
fn goes_on(source: &str, above: &[Span], span: Span) -> bool {
    let (Some(last), slice) = (above.last(), &source[span.range()]) else { return false };
    let before = &source[last.range()];
    let label_alone = before.trim_end().ends_with([':', '：']);
    let number_cut = slice.len() <= 6
        && slice.bytes().all(|b| b.is_ascii_digit())
        && before.ends_with(|c: char| c.is_ascii_digit());
    let title_cut = before.contains(", ")
        && !slice.contains([':', '：', '@', ','])
        && slice.split_whitespace().count() <= 2
        && before.len() > 28
        && !before.contains('@');
    label_alone || number_cut || title_cut
}

/// Undoes lines that were dealt out in turn: organisation, organisation, person, person, number, number.
fn in_order(lines: Vec<Vec<Piece>>) -> Vec<Vec<Piece>> {
    let kinds: Vec<Option<u8>> = lines.iter().map(|pieces| pieces.first().map(kind)).collect();
    let start = kinds.iter().position(|&kind| kind == Some(1)).unwrap_or(0);
    let body = &kinds[start..];
    let pairs =
        body.chunks(2).filter(|pair| pair.len() == 2 && pair[0].is_some() && pair[0] == pair[1]).count();
    let dealt = body.len() >= 4 && body.first() == body.get(1) && pairs * 2 + 2 >= body.len() && pairs >= 2;
    if !dealt {
        return lines;
    }
    let mut head: Vec<Vec<Piece>> = Vec::new();
    let (mut first, mut second) = (Vec::new(), Vec::new());
    let mut turn = [0_usize; 8];
    for (at, pieces) in lines.into_iter().enumerate() {
        if at < start {
            head.push(pieces);
            continue;
        }
        let kind = usize::from(pieces.first().map_or(7, kind));
        turn[kind] += 1;
        if turn[kind] % 2 == 1 { first.push(pieces) } else { second.push(pieces) }
    }
    head.append(&mut first);
    head.append(&mut second);
    head
}

fn kind(piece: &Piece) -> u8 {
    match piece {
        Piece::Heading(_) => 0,
        Piece::Organization(_) => 1,
        Piece::Person { .. } | Piece::Title(_) => 2,
        Piece::Phone(_) => 3,
        Piece::Fax(_) => 4,
        Piece::Email(_) => 5,
        Piece::Url(_) => 6,
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
        let number = Phone { e164: found.e164, text: line.slice(found.range.clone()) };
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
    if labels::before(&text[range.clone()]).is_some_and(|_| text[range.clone()].chars().count() <= 6) {
        return;
    }
    let (range, heading) = after_heading(text, range);
    if let Some(named) = heading {
        pieces.push(Piece::Heading(named.map(|range| line.slice(range))));
    }
    for part in parts(text, range) {
        piece_of(line, part, label, pieces);
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
            pieces.push(Piece::Organization(line.slice(range)));
        }
        _ => {}
    }
}

/// Where the words go on after a heading phrase, and the organisation that stands before or in it.
#[allow(clippy::option_option)]
fn after_heading(text: &str, range: Range<usize>) -> (Range<usize>, Option<Option<Range<usize>>>) {
    let slice = &text[range.clone()];
    let mut found = Vec::new();
    cues::find(slice, &mut found);
    let closes = slice.trim_end().ends_with([':', '：', '︰'])
        || range.end == text.len() && text.ends_with([':', '：', '︰']);
    let opens = found
        .iter()
        .any(|&(class, standing)| class == CueClass::ContactHeading && standing == Standing::Opens);
    let whole = closes && opens && range.start == 0;
    if whole || found.contains(&(CueClass::ContactHeading, Standing::Alone)) {
        return (range.end..range.end, Some(None));
    }
    if let Some(end) = cues::heading_end(slice) {
        let rest = bare(text, range.start + end..range.end);
        return (rest, Some(None));
    }
    // "Harbour Works媒體聯絡人：": the name before the phrase.
    if let Some(start) = cues::heading_start(slice) {
        let name = bare(text, range.start..range.start + start);
        return (range.end..range.end, Some((!name.is_empty()).then_some(name)));
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
    let digits = part.bytes().filter(u8::is_ascii_digit).count();
    digits >= 2 && part.len() > 8
}

fn is_sentence(part: &str) -> bool {
    part.contains('。') || (part.ends_with('.') && part.split_whitespace().count() > 8)
}
