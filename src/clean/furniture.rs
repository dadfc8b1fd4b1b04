//! What belongs to the page and not to the text: page numbers, headers and feet, paths of web pages, the note of a mail
//! above the release that it sends, link lists of extractors.
//!
//! Takes all lines of a document; marks furniture in their role. A page number shows by its form; a running header by
//! being repeated, with or without another number in it, beside page numbers or page ends; an extractor's link list
//! by its `mailto:` lines. A header or foot that is printed once shows where it parts a sentence beside a page
//! number; a path by its marks and the title that it ends with; a picture by the marks of Markdown; a note by its
//! greeting and its words of leave. It does not touch other navigation of web pages: that is a zone of its own.

use super::lines::{self, Line, LineRole};
use super::{item, page_mark, sheet_foot};
use crate::lexicon::people::han;
use crate::lexicon::{cues, letters, links};
use crate::release::OtherKind;
use crate::text::boundary;
use crate::text::fold::folded;
use crate::text::markup;
use crate::text::script;
use crate::text::strings::{PACKED, with_char};
use rustc_hash::FxHashMap;

/// How many lines from a page number or page end a running header may stand.
const REACH: usize = 3;

/// Marks the furniture among `lines`.
pub(crate) fn mark(text: &str, lines: &mut [Line]) {
    mark_page_numbers(text, lines);
    mark_numbered_headers(text, lines);
    mark_running_headers(text, lines);
    sheet_foot::mark(text, lines);
    mark_slugs(text, lines);
    mark_headers_above_pages(text, lines);
    mark_parting_headers(text, lines);
    mark_parting_feet(text, lines);
    mark_titles_again(text, lines);
    mark_cover_note(text, lines);
    mark_paths(text, lines);
    mark_pictures(text, lines);
    mark_link_lists(text, lines);
    mark_links_again(text, lines);
    if lines.iter().any(|line| !line.is_text()) {
        lines::measure_gaps(lines);
    }
}

/// Columns of the widest page number.
const WIDEST_NUMBER: usize = 24;

fn mark_page_numbers(text: &str, lines: &mut [Line]) {
    let is_number = |line: &Line| line.width <= WIDEST_NUMBER && is_cell(&text[line.span.range()]);
    for index in 0..lines.len() {
        let line = &lines[index];
        let slice = &text[line.span.range()];
        if line.width > WIDEST_NUMBER {
            continue;
        }
        if may_turn(slice) && page_mark::is_turn(&folded(slice)) {
            lines[index].role = LineRole::Furniture(OtherKind::PageNumber);
            continue;
        }
        if !has_number(slice) || !page_mark::is_number(&folded(slice)) {
            continue;
        }
        if ends_copy(slice) && !has_page(text, lines, "29") && !has_page(text, lines, "31") {
            continue;
        }
        let beside =
            || index > 0 && is_number(&lines[index - 1]) || lines.get(index + 1).is_some_and(is_number);
        if !(is_number(line) && beside()) {
            lines[index].role = LineRole::Furniture(OtherKind::PageNumber);
        }
    }
}

/// Marks the lines that are pictures of a page or nothing but tags, as Markdown gives them.
fn mark_pictures(text: &str, lines: &mut [Line]) {
    let may_be = |line: &&mut Line| text[line.span.range()].starts_with(['<', '[', '!']);
    for line in lines.iter_mut().filter(may_be) {
        let slice = &text[line.span.range()];
        if markup::is_picture(slice) {
            line.role = LineRole::Furniture(OtherKind::Link);
        } else if markup::is_tags(slice) {
            line.role = LineRole::Furniture(OtherKind::Unknown);
        }
    }
}

/// Whether `slice` has a digit of any script, as every page number has.
fn has_number(slice: &str) -> bool {
    slice.bytes().any(|byte| byte.is_ascii_digit())
        || !slice.is_ascii()
            && slice
                .contains(|c: char| !matches!(c, '\0'..='\x7f' | '\u{4e00}'..='\u{9fff}') && c.is_numeric())
}

/// Whether `slice` has a sign of those that turns of pages have: a mark on both sides, or "add".
fn may_turn(slice: &str) -> bool {
    let marked = |c: char| script::is_dash(c) || matches!(c, '(' | '（' | '.' | '…');
    slice.starts_with(marked) || slice.as_bytes().windows(3).any(|word| word.eq_ignore_ascii_case(b"add"))
}

/// A header or a foot that holds the number of its page: 海灣信託        第 1 頁 共 2 頁; and the header of the next page that
/// says the same without one.
fn mark_numbered_headers(text: &str, lines: &mut [Line]) {
    for at in 0..lines.len() {
        let line = &lines[at];
        let slice = &text[line.span.range()];
        let may_be = line.is_text()
            && line.width <= 160
            && slice.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '頁' | '页'));
        if !may_be {
            continue;
        }
        let slice = folded(slice);
        let Some(header) = page_mark::header_of(&slice) else { continue };
        let again = |line: &Line| line.is_text() && folded(&text[line.span.range()]) == header;
        let next = (at + 1..lines.len()).take(REACH).find(|&next| !header.is_empty() && again(&lines[next]));
        for place in [Some(at), next].into_iter().flatten() {
            lines[place].role = LineRole::Furniture(OtherKind::RunningHeader);
        }
    }
}

/// Columns of the widest slug: its number may stand at the other edge of the type area.
const WIDEST_SLUG: usize = 90;

/// Slugs below a turn of the page or at its top.
fn mark_slugs(text: &str, lines: &mut [Line]) {
    for at in 1..lines.len() {
        let turns = lines[at].page_break || lines[at - 1].role == LineRole::Furniture(OtherKind::PageNumber);
        let slice = &text[lines[at].span.range()];
        if turns
            && lines[at].is_text()
            && lines[at].width <= WIDEST_SLUG
            && (page_mark::is_slug(&folded(slice)) || is_letterhead(slice))
        {
            lines[at].role = LineRole::Furniture(OtherKind::RunningHeader);
        }
    }
}

/// Whether `slice` is whose release the sheet is of, as Chinese letterheads say at the top of each: 青年局　新聞稿.
fn is_letterhead(slice: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || c.is_whitespace();
    slice.contains(script::is_han) && slice.chars().all(plain) && cues::ends_as_masthead(slice)
}

/// Columns of the widest header above the number of its page; a guess.
const WIDEST_HEADER: usize = 60;

/// Columns of the widest foot above one: the name, the address and the registration of a company.
const WIDEST_FOOT: usize = 120;

/// A line above a page number that says so, both set apart from the text: "Weir Mill" over "Page 2". So typists head
/// the second sheet.
fn mark_headers_above_pages(text: &str, lines: &mut [Line]) {
    for at in 1..lines.len().saturating_sub(2) {
        let (line, number, next) = (&lines[at], &lines[at + 1], &lines[at + 2]);
        let slice = &text[line.span.range()];
        let apart = line.gap > 0 || line.page_break || !lines[at - 1].is_text();
        let heads = number.gap == 0
            && next.gap > 0
            && number.role == LineRole::Furniture(OtherKind::PageNumber)
            && page_mark::is_named(&folded(&text[number.span.range()]));
        let unmarked = || slice.ends_with(char::is_alphanumeric) && !slice.contains('@');
        if line.is_text() && apart && heads && line.width <= WIDEST_HEADER && unmarked() {
            lines[at].role = LineRole::Furniture(OtherKind::RunningHeader);
        }
    }
}

/// Feet that are printed once, above a page number, inside a sentence that goes on below it in a small letter.
fn mark_parting_feet(text: &str, lines: &mut [Line]) {
    let slice = |line: &Line| &text[line.span.range()];
    for at in 1..lines.len().saturating_sub(2) {
        let (before, foot) = (&lines[at - 1], &lines[at]);
        let ends_page =
            !lines[at + 1].is_text() && foot.is_text() && before.is_text() && foot.gap > before.gap;
        if !ends_page || foot.width > WIDEST_FOOT || !slice(foot).starts_with(char::is_uppercase) {
            continue;
        }
        let next = lines[at + 1..].iter().take(REACH + 1).find(|line| line.is_text());
        let goes_on = next.is_some_and(|next| slice(next).starts_with(char::is_lowercase));
        let open = slice(before).ends_with(|c: char| c.is_alphanumeric() || c == ',');
        if goes_on && open && before.width >= FULL_LINE {
            lines[at].role = LineRole::Furniture(OtherKind::RunningHeader);
        }
    }
}

/// Headers that are printed once, after a page number, and part a sentence in two: a full line that ends with no mark, a
/// short one with none at all, and a line after it.
fn mark_parting_headers(text: &str, lines: &mut [Line]) {
    for at in 1..lines.len().saturating_sub(1) {
        let turns = !lines[at - 1].is_text() && lines[at].is_text() && lines[at + 1].is_text();
        if turns && parts_sentence(text, lines, at) {
            lines[at].role = LineRole::Furniture(OtherKind::RunningHeader);
        }
    }
}

/// Whether the line at `at`, below a page number, stands inside a sentence and is no part of it.
fn parts_sentence(text: &str, lines: &[Line], at: usize) -> bool {
    /// Lines that show how wide the page is set.
    const NEAR: usize = 8;
    let above: Vec<&Line> =
        lines[at.saturating_sub(NEAR + REACH)..at].iter().filter(|line| line.is_text()).collect();
    let Some(before) = above.last() else { return false };
    let slice = |line: &Line| &text[line.span.range()];
    let (before_text, header, next) = (slice(before), slice(&lines[at]), slice(&lines[at + 1]));
    let edge = above.iter().map(|line| line.right()).max().unwrap_or(0);
    let full = above.len() > 2 && before.right() + edge / 12 >= edge && before.width >= FULL_LINE;
    let open = before_text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '，' | '、' | ','));
    let short = lines[at].right() + edge / 4 < edge;
    let unmarked = !header.contains(['，', '。', '；', '：', '！', '？', '”', '」', '@'])
        && header.trim_end_matches('.').ends_with(|c: char| c.is_alphanumeric());
    let goes_on = !item::starts_item(next)
        && (next.contains(['，', '。', '；', '：', '！', '？', '”', '」'])
            || (next.starts_with(char::is_lowercase) || links::ends(before_text))
                && header.starts_with(char::is_uppercase));
    full && open && short && unmarked && goes_on && !item::starts_item(header)
}

/// Columns of a line that can be full.
const FULL_LINE: usize = 44;

/// The title at the head of a later page, in other words or shortened, and the day below it.
fn mark_titles_again(text: &str, lines: &mut [Line]) {
    /// Lines among which the title stands on the first page; a guess.
    const HEAD: usize = 12;
    let slice = |line: &Line| &text[line.span.range()];
    let of_title = |line: &Line| line.is_text() && line.span.len() <= LONGEST_TITLE;
    let mut titles: Option<Vec<String>> = None;
    for at in HEAD..lines.len() {
        let turns = lines[at].page_break || lines[at - 1].role == LineRole::Furniture(OtherKind::PageNumber);
        if !turns || !of_title(&lines[at]) || ends_prose(slice(&lines[at])) {
            continue;
        }
        let titles = titles.get_or_insert_with(|| {
            let head = lines.iter().take(HEAD).take_while(|line| !line.page_break);
            head.filter(|line| of_title(line)).map(|line| letters_of(slice(line))).collect()
        });
        let header = letters_of(slice(&lines[at]));
        if !titles.iter().any(|title| is_shortened(&header, title)) {
            continue;
        }
        lines[at].role = LineRole::Furniture(OtherKind::RunningHeader);
        // Its day stands somewhere on the first page too.
        let dated =
            |line: &Line| slice(line).contains(|c: char| c.is_ascii_digit()) && line.width <= WIDEST_DAY;
        let known = |day: &Line| {
            let head = lines[..at].iter().take(2 * HEAD).filter(|line| line.span.len() <= LONGEST_TITLE);
            head.map(slice).any(|line| line.contains(slice(day)))
        };
        if lines.get(at + 1).is_some_and(|line| line.is_text() && dated(line) && known(line)) {
            lines[at + 1].role = LineRole::Furniture(OtherKind::RunningHeader);
        }
    }
}

/// Bytes of the longest line of a title that is looked at, and of the longest that is looked at for the day.
const LONGEST_TITLE: usize = 400;

/// Columns of the longest day below a header.
const WIDEST_DAY: usize = 24;

/// Whether `slice` ends as a sentence of prose does, or goes on.
fn ends_prose(slice: &str) -> bool {
    slice.ends_with([',', '，', '、', ';', '；', '”', '」', '-']) || slice.ends_with(script::ends_sentence)
}

/// The letters and digits of a title, in small letters.
fn letters_of(title: &str) -> String {
    let mut letters = String::with_capacity(title.len());
    for c in title.chars() {
        match c {
            '\u{4e00}'..='\u{9fff}' => letters.push(c),
            c if c.is_alphanumeric() => letters.extend(c.to_lowercase()),
            _ => {}
        }
    }
    letters
}

/// Whether two titles are one, of which either leaves out what stands in the other: the letters of the shorter stand in
/// the longer, in order, and are at least two thirds of them.
fn is_shortened(one: &str, other: &str) -> bool {
    /// Letters of the shortest title, in bytes: four ideographs or two words.
    const SHORTEST: usize = 12;
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let mut left = long.chars();
    short.len() >= SHORTEST
        && short.len() * 3 >= long.len() * 2
        && short.chars().all(|c| left.any(|l| l == c))
}

/// "-30-": what ends copy in North America, and a page number only where its neighbour pages have theirs.
fn ends_copy(slice: &str) -> bool {
    dashed(slice) == Some("30")
}

/// What stands between two dashes.
fn dashed(slice: &str) -> Option<&str> {
    let inner = slice.strip_prefix(script::is_dash)?.strip_suffix(script::is_dash)?;
    Some(inner.trim())
}

fn has_page(text: &str, lines: &[Line], number: &str) -> bool {
    lines.iter().any(|line| line.width <= WIDEST_NUMBER && dashed(&text[line.span.range()]) == Some(number))
}

/// A number alone, as a cell of a table has it.
fn is_cell(slice: &str) -> bool {
    // Most lines are words, which their first letter tells.
    slice.bytes().all(|b| {
        b.is_ascii_digit() || matches!(b, b'.' | b',' | b'%' | b'+' | b'-' | b'$' | b'(' | b')' | b' ')
    }) && slice.bytes().any(|b| b.is_ascii_digit())
}

fn mark_running_headers(text: &str, lines: &mut [Line]) {
    let anchors = anchors(lines);
    let has_pages = lines.iter().any(|line| line.page_break || line.role != LineRole::Text);
    if !has_pages {
        return;
    }
    let slice = |index: usize| folded(&text[lines[index].span.range()]);
    let may_head = |&index: &usize| {
        let line = &lines[index];
        line.is_text() && line.span.len() <= 160 && !is_cell(&text[line.span.range()])
    };
    // Elsewhere no header stands, whatever is repeated.
    let near: Vec<usize> =
        (0..lines.len()).filter(|&index| anchors[index] <= REACH).filter(may_head).collect();
    let openings: Vec<u128> = near.iter().map(|&index| header_opening(&slice(index))).collect();
    let mut counts: FxHashMap<u128, usize> = FxHashMap::default();
    for &opening in &openings {
        *counts.entry(opening).or_default() += 1;
    }
    let mut seen: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (&index, _) in near.iter().zip(&openings).filter(|(_, opening)| counts[*opening] > 1) {
        seen.entry(header_key(&slice(index))).or_default().push(index);
    }
    for places in seen.into_values() {
        if places.len() >= 2 && places.iter().any(|&index| index > REACH * 2) {
            let title = is_title_of(text, lines, places[0]);
            for index in places.into_iter().skip(usize::from(title)) {
                lines[index].role = LineRole::Furniture(OtherKind::RunningHeader);
            }
        }
    }
}

/// Whether the first print of a header, at `first`, is the title that later pages repeat: it stands on the first page below
/// another line, and says more than a body's name. A letterhead stands first.
fn is_title_of(text: &str, lines: &[Line], first: usize) -> bool {
    /// Letters of the shortest such title, an ideograph being two.
    const SHORTEST: usize = 24;
    let before = &lines[..first];
    let slice = &text[lines[first].span.range()];
    let letters = slice.chars().filter(|c| c.is_alphanumeric());
    let width: usize = letters.map(|c| if script::is_han(c) { 2 } else { 1 }).sum();
    let below = before.iter().any(Line::is_text) && !before.iter().any(|line| line.page_break);
    let name = slice[..slice.find(['（', '(']).unwrap_or(slice.len())].trim_end();
    let says = slice.contains(script::is_han) && width >= SHORTEST && !han::BODY_ENDS.ends(name);
    below && !lines[first].page_break && says && !cues::is_masthead(slice)
}

/// How many lines each line is away from the nearest page number, page end, or start of the document.
fn anchors(lines: &[Line]) -> Vec<usize> {
    let mut away = vec![usize::MAX / 2; lines.len()];
    let is_anchor = |index: usize| lines[index].role == LineRole::Furniture(OtherKind::PageNumber);
    let mut last = 0_usize;
    for (index, slot) in away.iter_mut().enumerate() {
        if is_anchor(index) || lines[index].page_break || index == 0 {
            last = index;
        }
        *slot = index - last;
    }
    let mut next: Option<usize> = None;
    for index in (0..lines.len()).rev() {
        if is_anchor(index) {
            next = Some(index);
        }
        if let Some(next) = next {
            away[index] = away[index].min(next - index);
        }
        if lines[index].page_break {
            next = Some(index);
        }
    }
    away
}

/// The first six characters of what two prints of one header share, digits left out, as one number: most lines are told
/// apart by them.
fn header_opening(slice: &str) -> u128 {
    let shared = slice.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace());
    shared.take(PACKED).fold(0, with_char)
}

/// What two prints of one header share: blanks left out, and a number of up to three digits, which may be the page's.
fn header_key(slice: &str) -> String {
    let mut key = String::with_capacity(slice.len());
    let mut digits = String::new();
    for c in slice.chars().chain([' ']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if digits.len() > 3 {
            key.push_str(&digits);
        }
        digits.clear();
        if !c.is_whitespace() {
            key.push(c);
        }
    }
    key
}

/// The path of a page that ends with its title: "Home › News › The pier of Weir opens to boats again". The title stands
/// below it.
fn mark_paths(text: &str, lines: &mut [Line]) {
    /// Lines of a page's head; a guess.
    const HEAD: usize = 60;
    /// Columns of the shortest title; shorter ends name sections.
    const SHORTEST: usize = 30;
    const PARTING: [char; 4] = ['›', '>', '»', '/'];
    for line in lines.iter_mut().take(HEAD).filter(|line| line.is_text() && line.span.len() > SHORTEST) {
        let slice = &text[line.span.range()];
        let parted = memchr::memchr2(b'>', b'/', slice.as_bytes()).is_some()
            || !slice.is_ascii() && (script::has_char(slice, *b"\xe2\x80\xba") || slice.contains('»'));
        if !parted {
            continue;
        }
        let mut cells = slice.split(PARTING).map(str::trim);
        let home = cells.next().is_some_and(cues::is_navigation);
        let last = cells.clone().next_back().map_or(0, script::columns);
        if home && cells.count() >= 2 && last >= SHORTEST {
            line.role = LineRole::Furniture(OtherKind::Navigation);
        }
    }
}

/// What a mail says to whom it sends the release below: from the greeting to the name under the words of leave, up to a
/// gap or a rule.
fn mark_cover_note(text: &str, lines: &mut [Line]) {
    /// Lines above the greeting, lines of the longest note, lines of the shortest release below; guesses.
    const HEADER: usize = 12;
    const LONGEST: usize = 24;
    const SHORTEST: usize = 6;
    let slice = |line: &Line| &text[line.span.range()];
    let greets = |line: &Line| {
        let slice = slice(line);
        line.is_text() && (letters::greets(slice) || letters::opens_with_greeting(slice))
    };
    let Some(first) = lines.iter().take(HEADER).position(greets) else { return };
    let Some(leave) =
        lines.iter().skip(first).take(LONGEST).position(|line| letters::takes_leave(slice(line)))
    else {
        return mark_unsigned_note(text, lines, first);
    };
    let leave = first + leave;
    // Who signs stands right below, or below a gap; what stands apart again is none of it.
    let signed = |at: usize| at == leave + 1 || lines[at].gap == 0;
    let name =
        |at: usize| lines[at].width <= WIDEST_HEADER && slice(&lines[at]).contains(char::is_alphabetic);
    let end =
        (leave + 1..lines.len()).take(REACH + 1).find(|&at| !(signed(at) && name(at))).unwrap_or(lines.len());
    if end > leave + 1 && lines.len() - end >= SHORTEST {
        for line in &mut lines[first..end] {
            line.role = LineRole::Furniture(OtherKind::Navigation);
        }
    }
}

/// A note that nobody signs: from its greeting, at `first`, to the last line below that hands the release over.
fn mark_unsigned_note(text: &str, lines: &mut [Line], first: usize) {
    /// Lines of such a note and lines of the shortest release below; guesses.
    const LONGEST: usize = 6;
    const SHORTEST: usize = 6;
    let near = first..lines.len().min(first + LONGEST);
    let hands_over = |&at: &usize| letters::hands_over(&text[lines[at].span.range()]);
    if let Some(last) = near.rev().find(hands_over).filter(|last| lines.len() - last > SHORTEST) {
        for line in &mut lines[first..=last] {
            line.role = LineRole::Furniture(OtherKind::Navigation);
        }
    }
}

/// `mailto:` lines, and bare addresses in a row with them: extractors list a page's links at its end.
fn mark_link_lists(text: &str, lines: &mut [Line]) {
    let is_mailto = |line: &Line| text[line.span.range()].starts_with("mailto:");
    let is_address = |line: &Line| is_address(&text[line.span.range()]);
    for line in &mut *lines {
        if is_mailto(line) {
            line.role = LineRole::Furniture(OtherKind::Link);
        }
    }
    for index in 1..lines.len() {
        if lines[index - 1].role == LineRole::Furniture(OtherKind::Link) && is_address(&lines[index]) {
            lines[index].role = LineRole::Furniture(OtherKind::Link);
        }
    }
    for index in (0..lines.len().saturating_sub(1)).rev() {
        let next_ends_page = lines[index + 1].role != LineRole::Text && lines[index + 1].gap == 0;
        if next_ends_page
            && is_address(&lines[index])
            && lines[index + 1].role == LineRole::Furniture(OtherKind::Link)
        {
            lines[index].role = LineRole::Furniture(OtherKind::Link);
        }
    }
}

/// A bare address at a page's end that the text has already: a list of the page's links may be that one alone.
fn mark_links_again(text: &str, lines: &mut [Line]) {
    /// Bytes looked back: no page holds as many, and a bound keeps the cost linear.
    const PAGE: usize = 16 * 1024;
    // Where every line stands apart, those of such a list alone do not: the page ends there, whatever follows.
    let spaced = lines.iter().filter(|line| line.gap > 0).count() * 2 > lines.len();
    for index in (1..=lines.len()).rev() {
        let line = &lines[index - 1];
        let slice = &text[line.span.range()];
        let ends_page = lines.get(index).is_none_or(|next| {
            next.page_break || !next.is_text() || spaced && line.gap == 0 && next.gap == 0
        });
        if ends_page && line.is_text() && is_address(slice) {
            let host =
                slice.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/');
            let from = boundary::ceil(text, line.span.start().saturating_sub(PAGE));
            if text[from..line.span.start()].contains(host) {
                lines[index - 1].role = LineRole::Furniture(OtherKind::Link);
            }
        }
    }
}

fn is_address(slice: &str) -> bool {
    (slice.starts_with("http://") || slice.starts_with("https://")) && !slice.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn furniture(text: &str) -> Vec<&str> {
        let (mut lines, _) = super::super::lines::split(text);
        mark(text, &mut lines);
        lines.iter().filter(|line| !line.is_text()).map(|line| &text[line.span.range()]).collect()
    }

    #[test]
    fn page_numbers_show_by_their_form() {
        let turns = [".../2", "-more-", "(MORE)", "MILL FIRE/ADD ONE", "add 2", "（續）", "（续下页）"];
        for number in ["7", "- 7 -", "2 | Page", "Page 2 of 3", "第 2 頁，共 3 頁", "第2页", "2/3"]
            .into_iter()
            .chain(turns)
        {
            assert_eq!(furniture(&format!("The first line\n{number}\nthe second line")), [number]);
        }
        assert!(furniture("The last line\n-30-\n").is_empty());
        assert_eq!(furniture("one\n- 29 -\ntwo\n- 30 -\nthree"), ["- 29 -", "- 30 -"]);
        assert!(furniture("Revenue\n12\n15\n17\n").is_empty());
    }

    #[test]
    fn an_address_that_a_page_of_lines_apart_ends_with_is_its_link() {
        let page = "The mill opens.\n\nRead more at www.mill.example.\n\nOf trees\nhttp://www.mill.example/\n Trees are old.\n\nSo are mills.\n\nAnd we.";
        assert_eq!(furniture(page), ["http://www.mill.example/"]);
        assert!(furniture(&page.replace("\n\n", "\n")).is_empty());
    }

    #[test]
    fn the_title_that_later_pages_repeat_stays_on_the_first() {
        let title = "水務局完成舊橋加固工程　週末恢復通車";
        let rest =
            "首階段工程明年完成。\n第二階段後年完成。\n居民十分高興。\n橋長一百米。\n橋寬八米。\n- 1 -";
        let page = |head: &str| format!("{head}\n{rest}\n\u{c}{title}\n工程費用二億元。\n由市庫支付。");
        assert_eq!(furniture(&page(&format!("新聞公報\n{title}"))), ["- 1 -", title]);
        // What stands first may be a letterhead.
        assert_eq!(furniture(&page(title)), [title, "- 1 -", title]);
    }

    #[test]
    fn whose_release_it_is_heads_the_second_sheet() {
        let page = "水務局完成工程\n首階段工程明年完成。\n- 1 -\n水務局　新聞稿\n第二階段後年完成。";
        assert_eq!(furniture(page), ["- 1 -", "水務局　新聞稿"]);
    }

    #[test]
    fn a_header_is_repeated_beside_page_ends() {
        let page = "Harbour Trust\nPage 1 of 2\nFirst text line here\nmore\nand more\nand more yet\nagain\nHarbour Trust\nPage 2 of 2\nlast";
        assert_eq!(furniture(page), ["Harbour Trust", "Page 1 of 2", "Harbour Trust", "Page 2 of 2"]);
        let numbers = "one\nPage 1 of 2\nTel: 2155 0143\nb\nc\nd\ne\nf\nTel: 2155 0199\nPage 2 of 2\nlast";
        assert_eq!(furniture(numbers), ["Page 1 of 2", "Page 2 of 2"]);
        assert!(furniture("Read More\none\nRead More\ntwo\n").is_empty());
    }

    #[test]
    fn a_header_printed_once_parts_a_sentence() {
        let body = "渡輪公司今日宣布，由下月起把往來石澳的班次增至每小時兩班，並會在週末加開夜航\n".repeat(3);
        let text = |header: &str| format!("{body}1\n{header}\n服務，票價不變。\n完");
        assert_eq!(furniture(&text("渡輪公司新聞稿")), ["1", "渡輪公司新聞稿"]);
        assert_eq!(furniture(&text("班次。")), ["1"]);
        let line =
            "The ferry of Weir will call at the island twice an hour from May on, said the Minister of\n";
        let page =
            format!("{}\n1\n\nWeir Ferries Inc.\n\nTransport and Harbours, who sails there.", line.repeat(3));
        assert_eq!(furniture(&page), ["1", "Weir Ferries Inc."]);
        let foot = "石澳渡輪有限公司                        第 1 頁 共 2 頁";
        assert_eq!(furniture(&format!("甲\n{foot}\n乙")), [foot]);
        for foot in [
            "Weir Ferries – Media Release                      1 of 2",
            "Weir Ferries | News Release 25-118 | Page 1 of 2",
            "Weir Ferries Ltd (Co. Reg. No. 00512) Page 1 of 2",
        ] {
            assert_eq!(furniture(&format!("The ferry\n{foot}\ncalls twice")), [foot]);
        }
        assert_eq!(furniture("甲\n石澳渡輪新聞稿            1 / 2\n石澳渡輪新聞稿\n乙").len(), 2);
        assert!(furniture("Ferries                 12 of 2\nas told on Page 1 of 2.\n").is_empty());
    }

    #[test]
    fn a_slug_with_its_page_stands_below_the_turn() {
        assert_eq!(
            furniture("The mill burnt\n— more —\nMill fire / 2\nfor two days."),
            ["— more —", "Mill fire / 2"]
        );
        assert!(furniture("The mill burnt\nMill fire / 2\nfor two days.").is_empty());
    }

    #[test]
    fn a_header_stands_above_the_number_of_its_sheet() {
        let text = "The mill burnt for two days.\n\nWeir Fire Service\nPage 2\n\nNobody was hurt.";
        assert_eq!(furniture(text), ["Weir Fire Service", "Page 2"]);
        assert_eq!(furniture("The mill burnt.\n\nFor two days.\nPage 2\n\nNobody."), ["Page 2"]);
        let slug = "Weir Mill Burns                                                   2/2/2";
        assert_eq!(furniture(&format!("The mill burnt\n-more-\n{slug}\nfor days.")), ["-more-", slug]);
    }

    #[test]
    fn the_title_stands_shortened_at_the_head_of_a_later_page() {
        let head = "石澳渡輪有限公司\n即時發布\n石澳渡輪有限公司公布二零二四年全年業績\n收益增一成\n（2025年3月5日）渡輪公司今日公布\n";
        let text = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬"].join("島，渡輪已經開往該島。\n");
        let page = |header: &str| format!("{head}{text}\u{c}{header}\n\n航線由三條增至四條。\n");
        let headers = ["石澳渡輪公布二零二四年全年業績", "2025年3月5日"];
        assert_eq!(furniture(&page(&headers.join("\n"))), headers);
        assert!(furniture(&page("石澳渡輪增聘船員")).is_empty());
        assert!(furniture(&page("石澳渡輪公布二零二四年全年業績。")).is_empty());
    }

    #[test]
    fn a_foot_printed_once_parts_a_sentence() {
        let line = "The ferry of Weir will call at the island twice an hour from the first of next";
        let foot = "Tips on lost boats: 2155 0143";
        let text = format!("{line}\n\n{foot}\n1\n\nmonth on.\n");
        assert_eq!(furniture(&text), [foot, "1"]);
        assert_eq!(furniture(&format!("{line}\n\n{foot}\n1\n\nMonth on.\n")), ["1"]);
    }

    #[test]
    fn a_path_may_end_with_the_title() {
        let path = "Home › News › The pier of Weir opens to boats again";
        assert_eq!(furniture(&format!("Weir\n{path}\nThe pier of Weir opens")), [path]);
        assert!(furniture("Weir\nHome › News › Boats\nThe pier of Weir opens").is_empty());
    }

    #[test]
    fn a_note_to_the_desks_is_none_of_the_release() {
        let release = "FOR IMMEDIATE RELEASE\n\nWeir opens pier\n\nThe pier opened.\n\nIt is long.\n\nIt is white.\n\nEnds\n";
        let note = "Dear all,\n\nPlease find our release below.\n\nBest wishes,\nAnn\n\n";
        let mail = format!("From: Ann Lee\n\n{note}{release}");
        assert_eq!(furniture(&mail), ["Dear all,", "Please find our release below.", "Best wishes,", "Ann"]);
        assert!(furniture(&format!("Dear all,\n\n{release}")).is_empty());
        let unsigned = ["Dear all,", "Please find our release below."];
        assert_eq!(furniture(&format!("{}\n\n{release}", unsigned.join("\n\n"))), unsigned);
        let chinese = "各位媒體朋友，您好！新聞稿如下，惠請報導。";
        assert_eq!(
            furniture(&format!("主旨：渡輪\n\n{chinese}\n\n渡輪\n\n甲\n\n乙\n\n丙\n\n丁\n\n完\n")),
            [chinese]
        );
    }

    #[test]
    fn gaps_beside_furniture_do_not_count() {
        let text = "one\n\ntwo\nmailto:a@b.hk\nthree\n\nfour\n";
        let (mut lines, _) = super::super::lines::split(text);
        mark(text, &mut lines);
        assert!(lines.iter().all(|line| line.gap == 0));
    }

    #[test]
    fn link_lists_of_extractors_are_furniture() {
        assert_eq!(furniture("text\nmailto:a@b.hk\nhttp://b.hk/\nmore"), ["mailto:a@b.hk", "http://b.hk/"]);
        let again = "See http://b.hk/ now\nmore of it\nhttp://b.hk/\n3\nmore";
        assert_eq!(furniture(again), ["http://b.hk/", "3"]);
        assert!(furniture("See\nhttp://b.hk/\nmore").is_empty());
    }
}
