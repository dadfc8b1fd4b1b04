//! Puts the fields of one edition together.
//!
//! Takes the blocks; hands each to the file that reads its field; gives the record. What no field has taken goes to
//! `other` under the kind of its zone.

use super::claims::Claims;
use super::contact::ContactLine;
use super::person::{self, Listed};
use super::speech::{Passage, PassageKind};
use super::{boilerplate, caption, contact, dateline, headline, link, release_date, speech, status};
use crate::classify::Block;
use crate::classify::zone::{Part, Zone};
use crate::clean::Line;
use crate::clean::item;
use crate::diagnostic::{Diagnostic, DiagnosticCode};
use crate::language::{Language, Region, WrittenForm};
use crate::options::Options;
use crate::release::{
    BodyBlock, BodyKind, Dateline, Link, Other, OtherKind, Release, SCHEMA, SourceInfo, Status, StatusKind,
    Text,
};
use crate::text::Span;
use crate::text::markup;
use crate::text::reading::Reading;
use crate::text::script::COLUMN_GAP;
use std::borrow::Cow;

/// One edition's lines and the text that they stand in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Page<'a> {
    pub(crate) source: &'a str,
    pub(crate) lines: &'a [Line],
    pub(crate) language: Language,
    pub(crate) options: &'a Options,
}

impl Page<'_> {
    /// The lines of a block joined.
    pub(super) fn reading(&self, block: &Block) -> Reading {
        Reading::of_lines(self.source, block.lines.iter().map(|&line| self.lines[line].span))
    }

    /// Whether a day in numbers has its month first.
    pub(super) fn is_american(&self) -> bool {
        self.language.region == Some(Region::UnitedStates)
    }

    /// The source of the first line of a block.
    fn first_line(&self, block: &Block) -> Reading {
        Reading::of_span(self.source, self.lines[block.lines[0]].span)
    }
}

/// The record of an edition.
pub(crate) fn release(page: &Page<'_>, blocks: &[Block]) -> Release {
    let mut release = empty(page.language);
    let (readings, links) = read(page, blocks);
    release.headline = headline::headline(page, blocks);
    release.subheadlines = headline::subheadlines(blocks, &readings);
    // Beside the masthead or a contact an instruction is a cell of its line.
    let read = || blocks.iter().zip(&readings);
    let instructions = read().filter(|(block, _)| block.zone == Zone::Status);
    let above = |(block, _): &(&Block, &Reading)| {
        let title = matches!(block.zone, Zone::Status | Zone::Headline | Zone::Deck);
        is_above_text(block) && !title
    };
    let front = read().filter(above);
    let is_whole = |status: &Status| status.kind == StatusKind::Immediate || status.until.is_some();
    let mut front = front.filter_map(|(_, reading)| status_of(reading));
    // One that opened the line of a title is the page's own where another stands on a line of its own.
    let opens_title = |reading: &Reading| reading.text().trim_end().ends_with([':', '-', '–', '—']);
    let instructions =
        instructions.filter_map(|(_, reading)| Some((opens_title(reading), status_of(reading)?)));
    let instruction = instructions.min_by_key(|&(opens_title, _)| opens_title);
    release.status = instruction.map(|(_, status)| status).or_else(|| front.find(is_whole));
    release.dateline = dateline_of(page, blocks, &readings);
    release.contacts = contacts(page, blocks, &readings);
    release.boilerplate = boilerplate::boilerplates(blocks, &readings);
    release.end_mark =
        blocks.iter().find(|block| block.zone == Zone::EndMark).map(|block| end_mark(page, block));
    let mut body = blocks.iter().zip(&readings).filter(|(block, _)| body_kind(block).is_some());
    let lead = body.next().map(|(_, reading)| reading.text());
    release_date::set(page, blocks, lead, &mut release);
    let captions = captions(blocks, &readings);
    speak(page, blocks, &readings, &captions, &mut release);
    // What is read whole comes last: what is heard of a long page takes more room than its text.
    release.captions = captions.iter().map(|(reading, people)| caption::read(reading, people)).collect();
    drop(captions);
    release.notes = boilerplate::notes(blocks, &readings);
    release.body = body_of(blocks, readings);
    release.other = others(page, blocks, &release);
    release.links = links;
    doubt(&mut release);
    release
}

/// The readings of the blocks, and every address where it stands. Of a block that no field reads joined the reading is
/// empty: most lines of a page of many releases are such.
fn read(page: &Page<'_>, blocks: &[Block]) -> (Vec<Reading>, Vec<Link>) {
    let mut links = Vec::new();
    let readings = blocks.iter().map(|block| {
        let joined = is_read_joined(block);
        if !joined && !may_hold_link(page, block) {
            return Reading::default();
        }
        let reading = page.reading(block);
        add_links(&reading, &mut links);
        if joined { reading } else { Reading::default() }
    });
    let readings = readings.collect();
    links.shrink_to_fit();
    (readings, links)
}

/// Whether a line of `block` has what every address has, or a mark that may be read as that.
fn may_hold_link(page: &Page<'_>, block: &Block) -> bool {
    let mut lines = block.lines.iter().map(|&line| &page.source[page.lines[line].span.range()]);
    lines.any(|line| memchr::memchr2(b'.', b'@', line.as_bytes()).is_some() || markup::may_be_in(line))
}

/// Whether a field reads the lines of `block` joined; contacts are read line by line, and much by no field.
fn is_read_joined(block: &Block) -> bool {
    let apart = matches!(
        block.zone,
        Zone::Contact
            | Zone::ContactHeading
            | Zone::Credit
            | Zone::DateLine
            | Zone::Dateline
            | Zone::Download
            | Zone::EndMark
            | Zone::Furniture(_)
            | Zone::Link
            | Zone::Masthead
            | Zone::Navigation
            | Zone::Rule
            | Zone::Table
            | Zone::Tags
            | Zone::Unknown
    );
    !apart || is_above_text(block)
}

/// Whether `block` stands above the text, or on the page around it, where a release says when it may be used.
fn is_above_text(block: &Block) -> bool {
    matches!(block.part, Part::Front | Part::Title)
}

/// The captions, and whom each lists.
fn captions<'r>(blocks: &[Block], readings: &'r [Reading]) -> Vec<(&'r Reading, Vec<Listed>)> {
    let captions = blocks.iter().zip(readings).filter(|(block, _)| block.zone == Zone::Caption);
    let captions = captions.map(|(_, reading)| reading);
    let listed = |reading: &'r Reading| {
        let mut people = person::of_list(reading.text(), 0..reading.text().len());
        people.shrink_to_fit();
        (reading, people)
    };
    captions.filter(|reading| !caption::is_label_alone(reading.text())).map(listed).collect()
}

fn empty(language: Language) -> Release {
    Release {
        schema: SCHEMA.to_owned(),
        id: String::new(),
        source: SourceInfo::default(),
        edition: 0,
        language,
        status: None,
        headline: None,
        subheadlines: Vec::new(),
        dateline: None,
        release_date: None,
        body: Vec::new(),
        quotes: Vec::new(),
        captions: Vec::new(),
        contacts: Vec::new(),
        boilerplate: Vec::new(),
        notes: Vec::new(),
        end_mark: None,
        people: Vec::new(),
        links: Vec::new(),
        other: Vec::new(),
        diagnostics: Vec::new(),
    }
}

fn status_of(reading: &Reading) -> Option<Status> {
    let found = status::read(reading.text())?;
    Some(Status { kind: found.kind, until: found.until, text: reading.slice(found.range) })
}

/// What `block` is in the body, if it is a part of it.
fn body_kind(block: &Block) -> Option<BodyKind> {
    match block.zone {
        Zone::Paragraph => Some(BodyKind::Paragraph),
        Zone::Subheading => Some(BodyKind::Subheading),
        Zone::ListItem => Some(BodyKind::ListItem),
        _ => None,
    }
}

/// Paragraphs, subheadings and list items, in order.
fn body_of(blocks: &[Block], readings: Vec<Reading>) -> Vec<BodyBlock> {
    let mut body = Vec::with_capacity(blocks.iter().filter(|block| body_kind(block).is_some()).count());
    for (block, reading) in blocks.iter().zip(readings) {
        body.extend(body_kind(block).map(|kind| BodyBlock { kind, text: item_text(kind, reading) }));
    }
    body
}

/// A list item without its bullet; a number stays, it is text.
fn item_text(kind: BodyKind, reading: Reading) -> Text {
    let bullet = if kind == BodyKind::ListItem { item::bullet(reading.text()).unwrap_or(0) } else { 0 };
    if bullet == 0 { reading.into_text() } else { reading.slice(bullet..reading.text().len()) }
}

/// The dateline that opens the lead, or stands on its own line before it.
fn dateline_of(page: &Page<'_>, blocks: &[Block], readings: &[Reading]) -> Option<Dateline> {
    let alone = blocks.iter().filter(|block| block.zone == Zone::Dateline);
    let alone = alone.map(|block| Cow::Owned(page.first_line(block)));
    let body = blocks.iter().zip(readings).filter(|(block, _)| block.zone == Zone::Paragraph);
    let opening = body.take(2).map(|(_, reading)| Cow::Borrowed(reading));
    alone.chain(opening).find_map(|reading| {
        let found = dateline::read(reading.text())?;
        let date = if page.is_american() { found.month_first(reading.text()) } else { found.date };
        Some(Dateline {
            place: found.place.map(|range| reading.slice(range)),
            date,
            wire: found.wire.map(|range| reading.slice(range)),
            text: reading.slice(found.range),
        })
    })
}

/// The lines of the contact zones, as the contact reader takes them.
fn contacts(page: &Page<'_>, blocks: &[Block], readings: &[Reading]) -> Vec<crate::release::Contact> {
    let mut contacts = Vec::new();
    let mut lines: Vec<ContactLine> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let belongs = match block.zone {
            Zone::Furniture(_) if ends_columns(page, &lines, block) => true,
            Zone::Furniture(_) | Zone::Rule => continue,
            Zone::Contact | Zone::ContactHeading => true,
            Zone::Masthead | Zone::Unknown | Zone::Credit => names_issuing_unit(page, &lines, block),
            // 發稿單位, 發稿日期, 聯絡人: the day of issue stands between a unit and its people.
            Zone::DateLine if is_unit_alone(page, &lines) => continue,
            // A date beside the second line of a contact: both stand on one line of the page.
            Zone::DateLine => stands_beside(page, &lines, block, blocks.get(at + 1)),
            Zone::Table => stands_beside(page, &lines, block, after_table(blocks, at)),
            Zone::Link | Zone::Download => {
                let ends = |block: &Block| ends_address(page, &lines, block);
                ends(block) || blocks.get(at + 1).is_some_and(ends)
            }
            _ => false,
        };
        if belongs {
            lines.extend(block.lines.iter().map(|&line| contact_line(&page.lines[line])));
        } else {
            read_contacts(page, &mut lines, &mut contacts);
        }
    }
    read_contacts(page, &mut lines, &mut contacts);
    let told = if contacts.is_empty() { &[Zone::Paragraph, Zone::Notes][..] } else { &[Zone::Notes] };
    contacts.extend(contacts_in_prose(page, blocks, readings, told));
    contact::join_same(&mut contacts);
    contact::fit(&mut contacts);
    contacts
}

/// Whom a release asks for in its text, in blocks of the zones `told`.
fn contacts_in_prose(
    page: &Page<'_>,
    blocks: &[Block],
    readings: &[Reading],
    told: &[Zone],
) -> Vec<crate::release::Contact> {
    let home = page.options.home_region.or(page.language.region);
    let prose = blocks.iter().zip(readings);
    let prose = prose.filter(|(block, _)| told.contains(&block.zone));
    prose.flat_map(|(_, reading)| contact::in_prose(reading, page.source, home)).collect()
}

/// Whether a line of the masthead names the unit whose people the contacts below are, alone or below its label.
fn names_issuing_unit(page: &Page<'_>, lines: &[ContactLine], block: &Block) -> bool {
    let text = |span: Span| &page.source[span.range()];
    let first = block.lines.first().map_or("", |&line| text(page.lines[line].span));
    match lines {
        [] => contact::names_unit(first),
        [above] => contact::announces_unit(text(above.span)),
        _ => false,
    }
}

/// Whether `lines` name the unit that issues a release and nobody yet.
fn is_unit_alone(page: &Page<'_>, lines: &[ContactLine]) -> bool {
    let text = |line: &ContactLine| &page.source[line.span.range()];
    match lines {
        [unit] => contact::names_unit(text(unit)),
        [label, _] => contact::announces_unit(text(label)),
        _ => false,
    }
}

/// Whether a line between lines of contacts has two columns, or opens them with a heading each.
fn stands_beside(page: &Page<'_>, lines: &[ContactLine], block: &Block, next: Option<&Block>) -> bool {
    let goes_on = next.is_some_and(|next| next.zone == Zone::Contact);
    let mut texts = block.lines.iter().map(|&line| &page.source[page.lines[line].span.range()]);
    let fits = |text: &str| text.contains(COLUMN_GAP) && (!lines.is_empty() || contact::heads_columns(text));
    goes_on && texts.any(|text| fits(text.trim()))
}

/// The block after the table lines that `at` is among; no contact has many.
fn after_table(blocks: &[Block], at: usize) -> Option<&Block> {
    /// Lines of one contact that may be taken for a table's; a guess.
    const MOST: usize = 4;
    blocks[at + 1..].iter().take(MOST).find(|block| block.zone != Zone::Table)
}

/// Whether a line below contacts holds the addresses of several and nothing else: such end columns, though the next edition
/// prints them again.
fn ends_columns(page: &Page<'_>, lines: &[ContactLine], block: &Block) -> bool {
    let mut texts = block.lines.iter().map(|&line| &page.source[page.lines[line].span.range()]);
    !lines.is_empty() && texts.all(contact::is_addresses)
}

fn contact_line(line: &Line) -> ContactLine {
    ContactLine { span: line.span, indent: line.indent.into(), after_gap: line.gap > 0 }
}

/// Whether a line that looks like a link is the rest of an address that one of the last two lines broke off: a line of
/// another column may stand between.
fn ends_address(page: &Page<'_>, lines: &[ContactLine], block: &Block) -> bool {
    let Some(&first) = block.lines.first() else { return false };
    let below = &page.source[page.lines[first].span.range()];
    let mut above = lines.iter().rev().take(2).map(|line| &page.source[line.span.range()]);
    above.any(|above| contact::address_goes_on(above, below))
}

fn read_contacts(page: &Page<'_>, lines: &mut Vec<ContactLine>, contacts: &mut Vec<crate::release::Contact>) {
    if lines.is_empty() {
        return;
    }
    let home = page.options.home_region.or(page.language.region);
    contacts.extend(contact::read(page.source, lines, home));
    lines.clear();
}

/// The mark alone: "Ends" of "Ends/Thursday, November 27, 2025".
fn end_mark(page: &Page<'_>, block: &Block) -> Text {
    let reading = page.reading(block);
    let text = reading.text();
    match text.split_once(['/', '／']) {
        Some((mark, rest)) if !mark.trim().is_empty() && rest.contains(char::is_numeric) => {
            reading.slice(0..mark.len())
        }
        _ => reading.into_text(),
    }
}

/// Quotes and people.
fn speak(
    page: &Page<'_>,
    blocks: &[Block],
    readings: &[Reading],
    captions: &[(&Reading, Vec<Listed>)],
    release: &mut Release,
) {
    let (mut next_body, mut captions) = (0, captions.iter());
    let mut passages: Vec<Passage<'_>> = Vec::new();
    let mut letterhead: Vec<Passage<'_>> = Vec::new();
    for (block, reading) in blocks.iter().zip(readings) {
        match block.zone {
            Zone::Paragraph | Zone::ListItem | Zone::Subheading => {
                let heading = block.zone == Zone::Subheading;
                let kind = if heading { PassageKind::Naming } else { PassageKind::Prose };
                passages.push(Passage { reading, kind, body: Some(next_body), listed: None });
                next_body += 1;
            }
            Zone::Caption => passages.extend(captions.next().map(|(reading, people)| Passage {
                reading,
                kind: PassageKind::Caption,
                body: None,
                listed: Some(people),
            })),
            Zone::Headline | Zone::Deck | Zone::Boilerplate | Zone::Notes => {
                passages.push(Passage { reading, kind: PassageKind::Naming, body: None, listed: None });
            }
            Zone::Masthead => {
                let kind = PassageKind::Letterhead;
                letterhead.push(Passage { reading, kind, body: None, listed: None });
            }
            _ => {}
        }
    }
    // In its capitals nobody is called who is called so elsewhere.
    passages.append(&mut letterhead);
    let title = release.headline.as_ref().map_or("", |headline| &headline.text);
    let lead = passages.iter().find(|passage| passage.kind == PassageKind::Prose);
    let opening = lead.and_then(|lead| speech::opening_both(title, lead.reading.text()));
    let contacts = release.contacts.iter().filter_map(|contact| contact.organization.as_ref());
    let described = release.boilerplate.iter().filter_map(|described| described.organization.as_ref());
    let bodies = contacts.chain(described).map(|body| body.text.as_str()).chain(opening);
    let bodies: Vec<&str> = bodies.filter(|body| body.contains(crate::text::script::is_han)).collect();
    let speech = speech::read(&passages, &bodies, page.options);
    release.quotes = speech.quotes;
    release.people = speech.people;
    release.diagnostics.extend(speech.diagnostics);
}

/// What no field has taken, in the order of the text.
fn others(page: &Page<'_>, blocks: &[Block], release: &Release) -> Vec<Other> {
    let claims = Claims::of(release);
    let mut others = Vec::new();
    for block in blocks {
        for &line in &block.lines {
            let span = page.lines[line].span;
            let whole = page.source[span.range()].contains(crate::text::script::is_word);
            let free =
                if whole { claims.unclaimed(page.source, span) } else { unclaimed_mark(&claims, page, span) };
            for span in free {
                let left = left_of_link(page.source, span);
                let hidden = if left.is_empty() {
                    let text = Reading::of_span(page.source, span).into_text();
                    others.extend((!text.is_empty()).then(|| Other { kind: kind_of(block.zone), text }));
                    links_within(page.source, span)
                } else {
                    left
                };
                others.extend(hidden.into_iter().map(|part| {
                    let text = Reading::of_span(page.source, part).into_text();
                    Other { kind: OtherKind::Link, text }
                }));
            }
        }
    }
    others.shrink_to_fit();
    others
}

/// The address in what is left of a link, where `span` is that, and what stands behind it.
fn left_of_link(source: &str, span: Span) -> Vec<Span> {
    let left = markup::left_of_link(&source[span.range()]).into_iter();
    left.map(|part| Span::new(span.start() + part.start, span.start() + part.end)).collect()
}

/// The same of the links in `span`, which its reading leaves out.
fn links_within(source: &str, span: Span) -> Vec<Span> {
    let slice = &source[span.range()];
    let marks = if markup::may_be_in(slice) { markup::marks(slice) } else { Vec::new() };
    let places =
        marks.iter().map(|mark| Span::new(span.start() + mark.range.start, span.start() + mark.range.end));
    places.flat_map(|place| left_of_link(source, place)).collect()
}

/// A line of marks alone reaches `other` whole, unless a field has it.
fn unclaimed_mark(claims: &Claims, page: &Page<'_>, span: Span) -> Vec<Span> {
    if claims.owns(span) || page.source[span.range()].trim().is_empty() { Vec::new() } else { vec![span] }
}

fn kind_of(zone: Zone) -> OtherKind {
    match zone {
        Zone::Furniture(kind) => kind,
        Zone::Navigation => OtherKind::Navigation,
        Zone::Masthead | Zone::Status => OtherKind::Masthead,
        Zone::DateLine | Zone::Dateline | Zone::EndMark => OtherKind::DateLine,
        Zone::Table => OtherKind::Table,
        Zone::Link => OtherKind::Link,
        Zone::Tags => OtherKind::Tag,
        Zone::Download => OtherKind::Download,
        Zone::Rule => OtherKind::Rule,
        Zone::Contact | Zone::ContactHeading => OtherKind::ContactLabel,
        Zone::Credit => OtherKind::Credit,
        Zone::BoilerHeading | Zone::NotesHeading => OtherKind::Heading,
        _ => OtherKind::Unknown,
    }
}

/// Adds the addresses in `reading`, where they stand.
fn add_links(reading: &Reading, links: &mut Vec<Link>) {
    if memchr::memchr2(b'.', b'@', reading.text().as_bytes()).is_none() {
        return;
    }
    let found = link::find_all(reading.text()).into_iter();
    links.extend(found.map(|found| Link { kind: found.kind, text: reading.slice(found.range) }));
}

fn doubt(release: &mut Release) {
    if release.language.form == WrittenForm::Undetermined {
        release.diagnostics.push(Diagnostic::new(DiagnosticCode::OtherLanguage, Vec::new()));
    }
    if release.headline.is_none() {
        release.diagnostics.push(Diagnostic::new(DiagnosticCode::NoHeadline, Vec::new()));
    }
    if !release.body.iter().any(|block| block.kind == BodyKind::Paragraph) {
        release.diagnostics.push(Diagnostic::new(DiagnosticCode::NoBody, Vec::new()));
    }
}

#[cfg(test)]
mod tests {
    /// The body, the name and the addresses of each contact of `text`.
    fn contacts(text: &str) -> Vec<String> {
        let contacts = crate::parse(text).into_iter().flat_map(|release| release.contacts);
        contacts
            .map(|contact| {
                let field =
                    |text: Option<crate::release::Text>| text.map_or("-".to_owned(), |text| text.text);
                let emails: Vec<String> = contact.emails.into_iter().map(|email| email.text).collect();
                format!("{} | {} | {}", field(contact.organization), field(contact.name), emails.join(" "))
            })
            .collect()
    }

    /// The instruction of a release below these lines.
    fn instruction(head: &str) -> Option<String> {
        let text = format!(
            "{head}\n\nWeir Mill plc, the maker of flour, opened its second line on Monday at its works in Moorland, \
             where it has ground flour since 1908.\n\nThe first line opened in 2019 and has made 30,000 tonnes of flour.\n"
        );
        crate::parse(&text).remove(0).status.map(|status| status.text.text)
    }

    #[test]
    fn an_instruction_on_its_own_line_counts_before_one_that_opens_a_title() {
        let title = "FOR IMMEDIATE RELEASE: Weir Mill Opens Second Line in Moorland";
        assert_eq!(instruction(title).as_deref(), Some("FOR IMMEDIATE RELEASE"));
        let both = format!("{title}\n\nNews\n\nFor immediate release\n\nMay 4, 2025");
        assert_eq!(instruction(&both).as_deref(), Some("For immediate release"));
    }

    #[test]
    fn the_day_of_issue_stands_between_a_unit_and_its_people() {
        let text = "北堤市政府工務局 新聞稿\n發稿單位：河川管理科\n發稿日期：114年8月21日\n\
                    新聞聯絡人：林小文科長\n聯絡電話：(02)2700-0111\n\n北堤河濱步道通車 市長籲民眾多利用\n\n\
                    北堤市政府工務局今（21）日表示，河濱步道全線通車，全長3公里，沿線設有座椅及飲水機。\n";
        assert_eq!(contacts(text), ["河川管理科 | 林小文 | "]);
    }

    #[test]
    fn the_address_of_a_link_is_kept_where_no_field_has_its_words() {
        for (inside, behind) in
            [("", None), (" \"The mill\"", Some("\"The mill\"")), (" .example/b", Some(".example/b"))]
        {
            let source = format!(
                "Weir Mill opens\n\nThe mill opened in May, said the company, and grinds for all, as \
                 [before](https://weir.example/c{inside}).\n\n###\n\n\
                 Share [the mill](https://weir.example/a{inside}) now\n"
            );
            let releases = crate::parse(&source);
            assert_eq!(crate::check_invariants(&source, &releases), []);
            let told = |text: &str| releases[0].other.iter().any(|other| other.text.text == text);
            assert!(told("https://weir.example/a") && behind.is_none_or(told), "{inside}");
        }
    }
}
