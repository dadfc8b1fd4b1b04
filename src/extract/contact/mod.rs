//! The contacts: whom the press is to ask.
//!
//! Takes the lines of a contact zone; gives people and desks with their numbers and addresses. A line is read into
//! pieces (a heading, an organisation, a person, a number, an address); the pieces are dealt out in their order: an
//! organisation or a second person starts a new contact. Columns come apart first: cells side by side, and lines that
//! an extractor dealt out in turn. Postal addresses are left to `other`.

use super::date;
use super::link;
use super::person::{self, NamedKind};
use super::phone;
use crate::language::Region;
use crate::lexicon::cues;
use crate::lexicon::labels::{self, Label};
use crate::lexicon::people::{han, latin};
use crate::release::{Contact, LinkKind, Phone, Text};
use crate::text::Span;
use crate::text::reading::Reading;
use crate::text::script::{COLUMN_GAP, is_han};
use rustc_hash::FxHashMap;
use std::ops::Range;

mod body;
mod by_address;
mod columns;
mod deal;
mod entries;
mod heading;
mod part;
mod prose;
mod unlisted;

pub(crate) use deal::{fit, join_same};
pub(crate) use prose::in_prose;

use columns::Kind;
use entries::parts;
use heading::{Opening, after_heading, body_asked, opens_joined};
use part::{person_after_comma, piece_of};

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
    /// "For visits and interviews:" before a name: somebody else of the same body.
    Purpose,
    /// A heading of what is not for the press. Where it stands by itself, all below it is not, up to the next heading.
    Public {
        below: bool,
    },
    Organization(Text),
    /// The body that a label calls so, which may stand below the person's number: 單位：北堤基金會.
    Unit(Text),
    Person {
        name: Text,
        title: Option<Text>,
        organization: Option<Text>,
        /// Whether the name may as well be a body's: words in Latin letters, none of which people are given.
        doubtful: bool,
    },
    Title(Text),
    /// Capitalised words that tell nothing by themselves; below a desk they are its body: "Harbours and Coasts Canada".
    Words(Text),
    /// A post on a line of its own, with the body that it is of: 港務局公關主任.
    Post {
        title: Text,
        organization: Option<Text>,
    },
    Phone(Phone),
    Fax(Phone),
    Email(Text),
    Url(Text),
}

impl Piece {
    /// Somebody of whom a name and perhaps a post are told.
    fn somebody(name: Text, title: Option<Text>) -> Self {
        Piece::Person { name, title, organization: None, doubtful: false }
    }
}

/// The contacts that `lines` of `source` name.
pub(crate) fn read(source: &str, lines: &[ContactLine], home: Option<Region>) -> Vec<Contact> {
    let mut read: FxHashMap<Span, Vec<Piece>> = FxHashMap::default();
    let mut first_kind = |span: Span| {
        let of_span = || pieces(&Reading::of_span(source, span), home, None);
        read.entry(span).or_insert_with(of_span).first().map(kind)
    };
    let lines = &*columns::addresses_mended(source, lines);
    let cells = columns::side_by_side(source, lines, &mut first_kind)
        .or_else(|| {
            let kinds: Vec<Option<Kind>> = lines.iter().map(|line| first_kind(line.span)).collect();
            columns::interleaved(source, lines, &kinds)
                .or_else(|| columns::names_first(source, lines, &kinds))
                .or_else(|| {
                    let lines = columns::bodies_first(source, lines, &kinds)?;
                    Some(columns::one_below_the_other(source, &lines))
                })
        })
        .unwrap_or_else(|| columns::one_below_the_other(source, lines));
    let mut above: Option<Label> = None;
    let read_again = |spans: Vec<Span>| {
        let label = above.take();
        if let [line] = spans[..] {
            above = labels::alone(&source[line.range()]);
        }
        match spans[..] {
            [line] if label.is_none() => read.remove(&line),
            _ => None,
        }
        .unwrap_or_else(|| pieces(&Reading::of_lines(source, spans), home, label))
    };
    deal::deal(source, cells.into_iter().map(read_again))
}

/// Whether the line `below` is the rest of an address of electronic mail that `above` ends with.
pub(crate) fn address_goes_on(above: &str, below: &str) -> bool {
    columns::address_cut_in_cell(above, below)
}

/// Whether every cell of `line` is a heading of contacts: "Investor contact      Media contact".
pub(crate) fn heads_columns(line: &str) -> bool {
    let mut cells = line.split(COLUMN_GAP).map(str::trim).filter(|cell| !cell.is_empty());
    cells.all(|cell| cues::is_contact_heading(cell) || cues::is_subject_of_contact(cell))
}

/// Whether `line` holds addresses of electronic mail, two or more, and nothing else.
pub(crate) fn is_addresses(line: &str) -> bool {
    line.split_whitespace().count() > 1 && line.split_whitespace().all(|word| word.contains('@'))
}

/// Whether `line` names the unit that issues a release, or announces it: 發稿單位：秘書室, 發布單位.
pub(crate) fn names_unit(line: &str) -> bool {
    let labelled = labels::find_all(line);
    announces_unit(line)
        || labels::issuer(line).is_some()
        || matches!(labelled[..], [(ref range, Label::Unit)] if line[..range.start].trim().is_empty())
}

/// Whether `line` is a label of a unit, whose name stands below.
pub(crate) fn announces_unit(line: &str) -> bool {
    labels::alone(line) == Some(Label::Unit)
}

fn kind(piece: &Piece) -> Kind {
    match piece {
        Piece::Heading(_) | Piece::Purpose | Piece::Public { .. } => Kind::Heading,
        Piece::Organization(_) | Piece::Unit(_) => Kind::Organization,
        Piece::Person { .. } => Kind::Person,
        Piece::Title(_) | Piece::Post { .. } | Piece::Words(_) => Kind::Title,
        Piece::Phone(_) | Piece::Fax(_) => Kind::Number,
        Piece::Email(_) => Kind::Email,
        Piece::Url(_) => Kind::Url,
    }
}

/// What a line that is a heading as a whole is; none for other lines. `plain` is its plain form.
fn whole_heading(line: &Reading, plain: &str) -> Option<Piece> {
    let text = line.text();
    if labels::is_for_the_public(plain) {
        return Some(Piece::Public { below: false });
    }
    if labels::heads_the_public(plain) {
        let below = bare(text, 0..text.len()).end <= text.find([':', '：', '|']).unwrap_or(text.len());
        return Some(Piece::Public { below });
    }
    let all = text.split_once([':', '：']).is_none_or(|(_, rest)| rest.trim().is_empty());
    if labels::is_between(text) || all && labels::is_market(plain) {
        return Some(Piece::Purpose);
    }
    let head = text.trim_end().strip_suffix([':', '：'])?;
    if cues::is_subject_of_contact(head) {
        return Some(Piece::Heading(None));
    }
    let named = labels::purpose_end(head).map(|end| bare(head, end..head.len()))?;
    // "For Press Inquiries:", "FOR MORE INFORMATION:"
    if cues::is_contact_heading(head) || cues::is_contact_heading(&head[named.clone()]) {
        return Some(Piece::Heading(None));
    }
    let mut words = head[named.clone()].split(' ');
    (named.len() > 3 && words.all(|word| word.starts_with(char::is_uppercase)))
        .then(|| Piece::Heading(Some(line.slice(named))))
}

/// Where the market ends, with its colon, for which who follows answers: "UK: Ann Lee".
fn market_end(text: &str) -> Option<usize> {
    /// Bytes of the longest name of one; a guess.
    const LONGEST: usize = 48;
    let (market, _) = text.split_once([':', '：']).filter(|(market, _)| market.len() <= LONGEST)?;
    let width = text[market.len()..].chars().next().map_or(0, char::len_utf8);
    labels::is_market(&cues::plain(market)).then_some(market.len() + width)
}

/// A line while its pieces are read.
struct Line<'a> {
    reading: &'a Reading,
    /// Whether it points to what stands below it.
    points_below: bool,
    /// All of it but blanks and marks at its ends.
    whole: Range<usize>,
    /// What heading opens the whole of it.
    opening: Opening,
}

impl<'a> Line<'a> {
    fn of(reading: &'a Reading, plain: &str) -> Self {
        let whole = bare(reading.text(), 0..reading.text().len());
        let points_below = labels::points_below(plain);
        let opening = after_heading(reading.text(), whole.clone(), points_below);
        Line { reading, points_below, whole, opening }
    }

    /// What heading opens `range` of it.
    fn opening(&self, range: Range<usize>) -> Opening {
        if range == self.whole {
            self.opening.clone()
        } else {
            after_heading(self.reading.text(), range, self.points_below)
        }
    }
}

/// The pieces of a line, in order. `above` is the label that is all of the line above.
fn pieces(reading: &Reading, home: Option<Region>, above: Option<Label>) -> Vec<Piece> {
    let text = reading.text();
    let plain = cues::plain(text);
    if labels::is_mail_header(&plain) {
        return Vec::new();
    }
    // 聯絡電話：, whose number stands below
    if text.contains(is_han) && labels::alone(text).is_some_and(Label::is_number) {
        return Vec::new();
    }
    if let Some(heading) = whole_heading(reading, &plain) {
        return vec![heading];
    }
    if let Some(issuer) = labels::issuer(text) {
        return vec![Piece::Heading((!issuer.is_empty()).then(|| reading.slice(issuer)))];
    }
    let line = &Line::of(reading, &plain);
    if let (rest, Some(named)) = &line.opening
        && rest.is_empty()
    {
        let named = named
            .clone()
            .or_else(|| labels::is_office(&text[line.whole.clone()]).then(|| line.whole.clone()));
        return vec![Piece::Heading(named.map(|range| reading.slice(range)))];
    }
    let mut taken: Vec<(Range<usize>, Option<Piece>)> = Vec::new();
    for link in link::find_all(text) {
        let piece = match link.kind {
            LinkKind::Email => Piece::Email(reading.slice(without_scheme(text, link.range.clone()))),
            LinkKind::Url => Piece::Url(reading.slice(link.range.clone())),
        };
        taken.push((link.range, Some(piece)));
    }
    for found in phone::find_all(text, home) {
        if is_of_document(&text[..found.range.start]) {
            continue;
        }
        if taken.iter().any(|(range, _)| range.start < found.range.end && found.range.start < range.end) {
            continue;
        }
        if labels::before(&text[..found.range.start]) == Some(Label::Public) {
            taken.push((found.range, None));
            continue;
        }
        let number =
            Phone { e164: found.e164, extension: found.extension, text: reading.slice(found.range.clone()) };
        taken.push((found.range, Some(if found.is_fax { Piece::Fax(number) } else { Piece::Phone(number) })));
    }
    let labelled = labels::find_all(text);
    let reached = taken.len();
    for (range, _) in &labelled {
        if !taken[..reached].iter().any(|(other, _)| other.contains(&range.start)) {
            taken.push((range.clone(), None));
        }
    }
    // The day of issue may stand beside a name.
    for date in date::find_all(text).into_iter().filter(|found| found.date.is_some()) {
        if !taken.iter().any(|(other, _)| other.start < date.range.end && date.range.start < other.end) {
            taken.push((date.range, None));
        }
    }
    taken.sort_by_key(|(range, _)| range.start);
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut label = above;
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
    let named_last = matches!(pieces.last(), Some(Piece::Person { .. })) && text.contains(is_han);
    if pieces.len() > 1 && (named_last || labels::asking_end(text).is_some()) {
        whom_first(&mut pieces);
    }
    if matches!(pieces.last(), Some(Piece::Url(_))) && labelled.is_empty() && is_named_link(text) {
        pieces.pop();
    }
    pieces
}

/// Whether a line gives the address of something that nobody is: 得獎名單：https://….
fn is_named_link(text: &str) -> bool {
    let head = text.split_once([':', '：']).map_or("", |(head, _)| head.trim());
    let is_body = han::BODY_ENDS.ends(head) || han::WEAK_BODY_ENDS.ends(head);
    !head.is_empty() && head.chars().all(is_han) && !is_body
}

/// The number may stand before the name, as in a request: 請致電2155 0143與李安小姐聯絡, 2155 0143 李安.
fn whom_first(pieces: &mut [Piece]) {
    let persons = pieces.iter().filter(|piece| matches!(piece, Piece::Person { .. })).count();
    if persons == 1 {
        pieces.sort_by_key(|piece| match piece {
            Piece::Heading(_) | Piece::Purpose | Piece::Public { .. } => 0,
            Piece::Organization(_) | Piece::Unit(_) => 1,
            Piece::Person { .. } => 2,
            _ => 3,
        });
    }
}

/// Whether `before` ends inside the number of a document: "10.5555/mill.".
fn is_of_document(before: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
    word.contains('/') && word.trim_start_matches(|c: char| !c.is_ascii_digit()).starts_with("10.")
}

fn without_scheme(text: &str, range: Range<usize>) -> Range<usize> {
    let slice = &text[range.clone()];
    let scheme = slice.len() - slice.trim_start_matches("mailto:").len();
    range.start + scheme..range.end
}

/// What the words between numbers and addresses say: a heading, an organisation, a person with a post.
fn words(line: &Line<'_>, range: Range<usize>, label: Option<Label>, pieces: &mut Vec<Piece>) {
    let (reading, text) = (line.reading, line.reading.text());
    let numbered =
        text[range.end..].starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '(' | '（'));
    let range = bare(text, range);
    let end = if numbered { labels::without_label(&text[range.clone()]).len() } else { range.len() };
    let range = bare(text, range.start..range.start + end);
    if range.is_empty() || label == Some(Label::Address) || !text[range.clone()].contains(char::is_alphabetic)
    {
        return;
    }
    if let Some(name) = named_behind(text, range.clone(), pieces) {
        let before =
            pieces.iter().rposition(|piece| matches!(piece, Piece::Phone(_))).unwrap_or(pieces.len());
        let mut person = Vec::new();
        piece_of(reading, name, label, &mut person);
        pieces.splice(before..before, person);
        return;
    }
    if labels::is_label(&text[range.clone()]) || is_remark(&text[range.clone()]) {
        return;
    }
    if labels::is_same_off_hours(&text[range.clone()]) {
        return;
    }
    // Behind a number it tells of one more of the same person.
    if labels::is_off_hours(&text[range.clone()]) {
        if pieces.is_empty() {
            pieces.push(Piece::Purpose);
        }
        return;
    }
    if let Some(end) = market_end(&text[range.clone()]) {
        pieces.push(Piece::Purpose);
        words(line, range.start + end..range.end, label, pieces);
        return;
    }
    if label.is_none() && before_name(text, range.clone(), pieces, reading) {
        return;
    }
    let between = matches!(pieces.last(), Some(Piece::Phone(_) | Piece::Email(_) | Piece::Fax(_)));
    let range = if between { without_joiner(text, range) } else { without_opening_joiner(text, range) };
    if range.is_empty() || seat_all(reading, range.clone(), pieces) {
        return;
    }
    if let Some(start) = labels::asking_end(&text[range.clone()]) {
        let asked_for = bare(text, range.start + start..range.end);
        if !asked_for.is_empty() && !line.points_below {
            asked(reading, asked_for, label, pieces);
            return;
        }
        // "Media enquiries to ann@weir.example"
        if asked_for.is_empty() && pieces.is_empty() && !line.points_below && text.is_ascii() {
            return;
        }
        // …或|致電|2155 0143
        if between && asked_for.is_empty() && labels::is_asking(&text[range.clone()]) {
            return;
        }
    }
    let (rest, heading) = line.opening(range.clone());
    if let Some(named) = heading {
        // "Press Office / 2155 0143": a desk that is reached on its own line.
        let desk = bare(text, range.start..if rest.is_empty() { range.end } else { rest.start });
        let reached = !text[range.end..].trim().is_empty();
        if rest.is_empty() && reached && labels::is_desk(&text[desk.clone()]) {
            pieces.push(Piece::Heading(None));
            pieces.push(Piece::Organization(reading.slice(desk)));
        } else if labels::is_spokesman(&cues::plain(&text[range.clone()])) {
            pieces.push(Piece::Purpose);
        } else {
            pieces.push(Piece::Heading(named.map(|range| reading.slice(range))));
        }
    }
    let range = rest;
    for part in parts(text, range) {
        let alone = label.is_none() && !holds_list(&text[part.clone()]);
        let seated = if alone { seated_person(reading, part.clone()) } else { None };
        // "Town of Weir" is nobody.
        let full = |piece: &Piece| matches!(piece, Piece::Person { name, .. } if name.text.contains(' '));
        match seated.filter(full) {
            Some(person) => pieces.push(person),
            None => piece_of(reading, part, label, pieces),
        }
    }
}

/// Whether commas part more than a body and its legal form: "Ann Lee of Weir Works, Inc." is one thing.
fn holds_list(part: &str) -> bool {
    part.rsplit_once(", ").map_or(part.contains(','), |(before, form)| {
        before.contains(',') || !latin::LEGAL_FORMS.contains_lower(form)
    })
}

/// "(Tel: 2155 0177) of the Harbour Office": the body of all whom a sentence names before it, behind the last bracket.
/// Tells whether there is one.
fn seat_all(line: &Reading, range: Range<usize>, pieces: &mut [Piece]) -> bool {
    let text = line.text();
    let bracketed = text[..range.start].trim_end().ends_with([')', '）']);
    let Some((link, body)) = text[range.clone()].split_once(' ').filter(|_| bracketed) else { return false };
    let seats = latin::SEAT_PREPOSITIONS.contains(link) && !latin::PURPOSES.contains(link);
    let last = body.rsplit(' ').next().unwrap_or(body);
    let stop = usize::from(last.ends_with('.') && !latin::LEGAL_FORMS.contains_lower(last));
    let body = labels::without_article(text, range.end - body.len()..range.end - stop);
    if !seats || !text[body.clone()].starts_with(char::is_uppercase) {
        return false;
    }
    let mut seated = false;
    for piece in pieces {
        if let Piece::Person { organization, .. } = piece {
            seated = true;
            organization.get_or_insert_with(|| line.slice(body.clone()));
        }
    }
    seated
}

/// Whom a sentence asks for: "please contact Ann Lee of the Harbour Office at", 請致電…李安.
fn asked(line: &Reading, range: Range<usize>, label: Option<Label>, pieces: &mut Vec<Piece>) {
    let text = line.text();
    let range = range.start..range.start + labels::without_link(&text[range.clone()]).len();
    match seated_person(line, range.clone()) {
        Some(person) => pieces.push(person),
        None => piece_of(line, labels::without_article(text, range), label, pieces),
    }
}

/// "Ann Lee at Weir Communications", "Ann Lee of the Harbour Office".
fn seated_person(line: &Reading, range: Range<usize>) -> Option<Piece> {
    let text = line.text();
    let (name, body) = labels::seat(&text[range.clone()])?;
    let (name, body) = (range.start..range.start + name, bare(text, range.start + body..range.end));
    // "Ann Lee (Head of News)"
    if text[name.clone()].contains(['(', '（']) && !text[name.clone()].contains([')', '）']) {
        return None;
    }
    // "Ann Lee, Head of News": what the post is for is no body.
    let last = text[name.clone()].split_whitespace().next_back().unwrap_or("");
    if text[name.clone()].contains(',') && latin::HEADS.contains_lower(last) {
        return None;
    }
    let named = person::of_line(text, name).filter(|named| named.kind == NamedKind::Person)?;
    Some(Piece::Person {
        name: line.slice(named.name?),
        title: named.title.map(|range| line.slice(range)),
        organization: Some(line.slice(labels::without_article(text, body))),
        doubtful: false,
    })
}

/// "or Ann Lee, Press Officer, on" without the words that join it to the numbers on its sides.
fn without_joiner(text: &str, range: Range<usize>) -> Range<usize> {
    let range = without_opening_joiner(text, range);
    let end = range.start + labels::without_link(&text[range.clone()]).len();
    bare(text, range.start..end)
}

/// The same for what a line may open with: "or Bo Moor, Weir Mill" below somebody's numbers, "Contact Ann Lee, Press Officer".
fn without_opening_joiner(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let named = |at: &usize| words[*at..].split(' ').next().is_some_and(person::is_given_name);
    let start = labels::joined_start(words).or_else(|| labels::request_start(words).filter(named));
    bare(text, range.start + start.unwrap_or(0)..range.end)
}

/// The name in brackets behind a number that is somebody's or a body's: 2155 0143（李安小姐）, 2155 0143（北堤宣傳部）.
fn named_behind(text: &str, range: Range<usize>, pieces: &[Piece]) -> Option<Range<usize>> {
    if !matches!(pieces.last(), Some(Piece::Phone(_))) || !is_remark(&text[range.clone()]) {
        return None;
    }
    let inside = &text[range.clone()];
    let inside = inside.trim_start_matches(['(', '（']).trim_end_matches([')', '）']);
    let start = range.start + text[range].find(inside)?;
    let inside = start..start + inside.len();
    let named = text[inside.clone()].contains(is_han).then(|| person::of_line(text, inside.clone()))??;
    let body = || {
        const SHORTEST: usize = 4;
        let words = &text[inside.clone()];
        words.chars().count() >= SHORTEST
            && person::ends_as_body(words)
            && !labels::is_label(words)
            && !labels::tells_hours(words)
    };
    let told = match named.kind {
        NamedKind::Person => named.name.is_some(),
        NamedKind::Organization => body(),
        _ => false,
    };
    told.then_some(inside)
}

/// Brackets around all of it: when to ring, which number it is.
fn is_remark(part: &str) -> bool {
    part.starts_with(['(', '（']) && part.ends_with([')', '）'])
}

/// "Harbour Trust: Ann Lee, Press Officer," and "For visits and interviews: Ann Lee,": what stands before the colon is
/// the body, or tells what for.
fn before_name(text: &str, range: Range<usize>, pieces: &mut Vec<Piece>, line: &Reading) -> bool {
    let slice = &text[range.clone()];
    let Some((colon, mark)) = slice.char_indices().find(|(_, c)| matches!(c, ':' | '：')) else {
        return false;
    };
    let head = bare(text, range.start..range.start + colon);
    let rest = bare(text, range.start + colon + mark.len_utf8()..range.end);
    let is_label = cues::heading_end(slice).is_some()
        || labels::is_label(&text[head.clone()])
        || body_asked(text, range.clone()).is_some();
    if is_label || head.is_empty() || text[head.clone()].contains([',', '，', '。']) {
        return false;
    }
    if labels::is_duty(&text[head.clone()]) && !rest.is_empty() {
        pieces.push(Piece::Heading(None));
        for part in parts(text, rest) {
            piece_of(line, part, None, pieces);
        }
        return true;
    }
    let names = |part: Range<usize>| {
        person::of_line(text, part.clone())
            .is_some_and(|named| named.kind == NamedKind::Person && named.name.is_some())
            || person_after_comma(text, part)
    };
    if cues::is_subject_of_contact(&text[rest.clone()]) && !cues::is_subject_of_contact(&text[head.clone()]) {
        // "Harbour Sugar: Corporate Affairs, 2155 0177": the desk is no name.
        pieces.push(Piece::Organization(line.slice(head)));
        return true;
    }
    if !parts(text, rest.clone()).into_iter().any(names) {
        return false;
    }
    // 海外媒体：林小文: somebody else of the body above.
    if cues::is_subject_of_contact(&text[head.clone()]) {
        pieces.push(Piece::Purpose);
        for part in parts(text, rest) {
            piece_of(line, part, None, pieces);
        }
        return true;
    }
    // 水務署傳媒查詢：李安, 傳媒查詢及參觀安排：李安
    let named =
        cues::heading_start(&text[head.clone()]).map(|start| bare(text, head.start..head.start + start));
    if named.is_some() || opens_joined(&text[head.clone()]) {
        pieces.push(Piece::Heading(named.map(|name| line.slice(name))));
        for part in parts(text, rest) {
            piece_of(line, part, None, pieces);
        }
        return true;
    }
    let small = text[head.clone()].split(' ').skip(1).filter(|word| word.starts_with(char::is_lowercase));
    let is_purpose = small.count() > 1 || labels::opens_purpose(&text[head.clone()]);
    pieces.push(if is_purpose { Piece::Purpose } else { Piece::Organization(line.slice(head)) });
    for part in parts(text, rest) {
        piece_of(line, part, None, pieces);
    }
    true
}

/// `range` without blanks and marks at its ends.
fn bare(text: &str, range: Range<usize>) -> Range<usize> {
    const MARKS: [char; 24] = [
        '/', '|', '｜', ':', '：', '︰', ',', '，', '、', ';', '；', '-', '–', '—', '•', '*', '·', '。',
        '【', '】', '[', ']', '<', '>',
    ];
    let marks = |c: char| !c.is_ascii_alphanumeric() && (c.is_whitespace() || MARKS.contains(&c));
    let slice = &text[range.clone()];
    let mut start = range.start + (slice.len() - slice.trim_start_matches(marks).len());
    let mut end = (start + text[start..range.end].trim_end_matches(marks).len()).max(start);
    // Brackets whose other half stands outside.
    while let Some(rest) = text[start..end].strip_suffix(['(', '（']) {
        end = start + rest.trim_end_matches(marks).len();
    }
    while let Some(rest) = text[start..end].strip_prefix([')', '）']) {
        start = end - rest.trim_start_matches(marks).len();
    }
    // （傳媒查詢：林小文
    if let Some(rest) = text[start..end].strip_prefix(['(', '（'])
        && !rest.contains([')', '）'])
    {
        start = end - rest.trim_start_matches(marks).len();
    }
    start..end.max(start)
}

#[cfg(test)]
mod tests;
