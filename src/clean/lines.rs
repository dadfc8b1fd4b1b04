//! Decoded text → its lines.
//!
//! Takes the text; gives every line that is not blank, without the white space at its ends, with its indent, width
//! and the blank lines before it. LF, CR LF, CR, form feed, vertical tab and Unicode's own line and paragraph ends end
//! a line. It does not judge lines; `furniture.rs` marks those that belong to the page.

use super::{line_mark, run_together};
use crate::lexicon::{entities, status};
use crate::release::{OtherKind, StatusKind};
use crate::text::Span;
use crate::text::boundary::floor;
use crate::text::markup;
use crate::text::reading::trimmed;
use crate::text::script::{self, Leads};
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// Longest piece of a line that is looked at as one, in bytes. A longer line is read in parts: no printed paragraph
/// comes near (the longest of 58 collected releases has 4 KB), and a bound keeps the cost linear.
const LONGEST: usize = 32 * 1024;

/// How far back from that bound a better place to cut is sought, in bytes: longer than nearly every sentence.
const SOFT_CUT: usize = 2_000;

/// A line of the text that is not blank. A long page has hundreds of thousands: what is never wide is kept narrow, and the
/// largest number stands for all above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line {
    /// Without the white space at its ends.
    pub(crate) span: Span,
    /// Columns before its first character.
    pub(crate) indent: u16,
    /// Columns that it fills, indent left out.
    pub(crate) width: usize,
    /// Blank lines before it, in the document's own measure: see [`measure_gaps`].
    pub(crate) gap: u16,
    /// Whether a page ended before it.
    pub(crate) page_break: bool,
    pub(crate) role: LineRole,
}

/// What a line is, before the page is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LineRole {
    /// Text of the release, as far as one can tell.
    Text,
    /// Printed on the page or added by the extractor, not part of the text that flows.
    Furniture(OtherKind),
}

impl Line {
    /// Columns from the left edge of the page to the end of the line.
    pub(crate) fn right(&self) -> usize {
        usize::from(self.indent) + self.width
    }

    pub(crate) fn is_text(&self) -> bool {
        self.role == LineRole::Text
    }
}

/// The lines of `text`; the second value tells whether some were too long and were cut.
pub(crate) fn split(text: &str) -> (Vec<Line>, bool) {
    let mut lines = Vec::new();
    let mut blanks = 0;
    let mut page_break = false;
    let mut cut = false;
    let (mut found, mut pieces) = (Vec::new(), Vec::new());
    // Few texts have them, and none of their lines has then.
    let wide_blanks = memchr::memmem::find(text.as_bytes(), b"  ").is_some();
    let spread = wide_blanks || !text.is_ascii() && may_spread_ideographs(text);
    for (start, end, ends_page) in physical(text) {
        parts(text, start, end, wide_blanks, &mut found);
        for (index, &(from, to)) in found.iter().enumerate() {
            let slice = &text[from..to];
            let set_in = slice.trim_start();
            let body = set_in.trim_end();
            // Markdown puts its mark on the empty lines of a quoted paragraph too.
            if body.is_empty() || body == ">" {
                // A form feed ends the page, not a line of its own.
                blanks += usize::from(!ends_page);
                continue;
            }
            // Nothing but the border of an empty cell: the lines around it are of one table.
            if body == "|" {
                blanks = 0;
                continue;
            }
            let lead = &slice[..slice.len() - set_in.len()];
            let mark = line_mark::of_markdown(body).max(line_mark::of_cell(body));
            let at = from + lead.len() + mark;
            bounded(text, Span::new(at, at + body.len() - mark), &mut pieces);
            for (n, &span) in pieces.iter().enumerate() {
                cut |= n > 0;
                lines.push(Line {
                    span,
                    indent: if n > 0 || index > 0 { 0 } else { narrow(indent_columns(lead)) },
                    width: set_columns(&text[span.range()], spread),
                    gap: if index > 0 { 1 } else { narrow(blanks) },
                    page_break,
                    role: LineRole::Text,
                });
                blanks = 0;
                page_break = false;
            }
        }
        page_break |= ends_page;
    }
    measure_gaps(&mut lines);
    lines.shrink_to_fit();
    (lines, cut)
}

fn narrow(count: usize) -> u16 {
    count.try_into().unwrap_or(u16::MAX)
}

/// Start, end and "a page ends here" of each physical line.
fn physical(text: &str) -> impl Iterator<Item = (usize, usize, bool)> {
    let bytes = text.as_bytes();
    // Hardly a text has others: then to seek those two takes many bytes at a time.
    let common = !has_rare_end(text);
    let (escaped, tagged) = (has_escaped_ends(text), has_tagged_ends(text));
    let next = move |at: usize| {
        if escaped || tagged {
            return bytes[at..]
                .iter()
                .position(|byte| matches!(byte, b'\n' | b'\r' | 0x0b | 0x0c | 0xc2 | 0xe2 | b'\\' | b'<'));
        }
        if common {
            memchr::memchr2(b'\n', b'\r', &bytes[at..])
        } else {
            MAY_END.first_in_bytes(&bytes[at..])
        }
    };
    let mut at = 0;
    let mut done = false;
    std::iter::from_fn(move || {
        if done {
            return None;
        }
        let start = at;
        while let Some(ahead) = next(at) {
            at += ahead;
            let (width, page) = match bytes[at] {
                b'\r' if bytes.get(at + 1) == Some(&b'\n') => (2, false),
                b'\n' | b'\r' | 0x0b => (1, false),
                0x0c => (1, true),
                // U+0085 NEXT LINE, then U+2028 and U+2029.
                0xc2 if bytes.get(at + 1) == Some(&0x85) => (2, false),
                0xe2 if bytes.get(at + 1) == Some(&0x80)
                    && matches!(bytes.get(at + 2), Some(0xa8 | 0xa9)) =>
                {
                    (3, false)
                }
                b'\\' if escaped && bytes[at..].starts_with(br"\r\n") => (4, false),
                b'\\' if escaped && matches!(bytes.get(at + 1), Some(b'n' | b'r')) => (2, false),
                _ => {
                    let tag = if tagged { ending_tag(&text[at..]) } else { None };
                    let Some(width) = tag else {
                        at += 1;
                        continue;
                    };
                    (width, false)
                }
            };
            let end = at;
            at += width;
            return Some((start, end, page));
        }
        done = true;
        Some((start, bytes.len(), false))
    })
}

/// Whether the line ends of `text` were written as strokes and letters, `\n`, as a table or a string of a program
/// holds them: it has several and hardly a line end of its own.
fn has_escaped_ends(text: &str) -> bool {
    const FEWEST: usize = 2;
    let ends = memchr::memmem::find_iter(text.as_bytes(), br"\n").take(FEWEST).count();
    ends == FEWEST && memchr::memchr2_iter(b'\n', b'\r', text.trim_end().as_bytes()).nth(FEWEST).is_none()
}

/// How long the tag is that opens `text`, if it ends a line: `<br/>`, `</p>`.
fn ending_tag(text: &str) -> Option<usize> {
    markup::tag(text).filter(|(name, _)| entities::ends_line(name)).map(|(_, width)| width)
}

/// Whether paragraphs of `text` end with tags of HTML.
fn has_tagged_ends(text: &str) -> bool {
    const FEWEST: usize = 2;
    let tags = memchr::memchr_iter(b'<', text.as_bytes()).filter(|&at| {
        matches!(
            text.as_bytes().get(at + 1),
            Some(b'/' | b'b' | b'B' | b'p' | b'P' | b'd' | b'D' | b'l' | b'L')
        )
    });
    let ends = tags.filter(|&at| ending_tag(&text[at..]).is_some());
    ends.take(FEWEST).count() == FEWEST
}

/// Whether `text` has a line end that is neither LF nor CR.
fn has_rare_end(text: &str) -> bool {
    memchr::memchr2(0x0b, 0x0c, text.as_bytes()).is_some()
        || script::has_char(text, *b"\xe2\x80\xa8")
        || script::has_char(text, *b"\xe2\x80\xa9")
        || memchr::memmem::find(text.as_bytes(), b"\xc2\x85").is_some()
}

/// First bytes of what ends a line, and of other characters.
static MAY_END: Leads = Leads::of(&[b'\n', b'\r', 0x0b, 0x0c, 0xc2, 0xe2]);

/// A line at least so long, in bytes, may hold paragraphs whose breaks became blanks.
const LONG: usize = 200;

/// Bytes of a quotation that was never closed: more than those of people have.
const LONG_QUOTE: usize = 1_500;

/// One so long holds them as soon as it has wide runs of blanks: no row of a table is as long.
const VERY_LONG: usize = 600;

/// Cuts a line where blanks stand in for a paragraph break: two ideographic spaces or four others after the end of a
/// sentence (columns of a table are parted by as many, but no sentence ends before them); in a very long line three
/// anywhere, two before a bullet, two after a sentence where others are followed by one, and before a heading of
/// boilerplate that the text is glued to; and in Chinese, which puts no blank between sentences, any blank after one,
/// where most sentences have none.
fn parts(text: &str, start: usize, end: usize, wide_blanks: bool, parts: &mut Vec<(usize, usize)>) {
    parts.clear();
    // Blanks at the end of a line are not seen.
    let slice = text[start..end].trim_end();
    if let Some(at) = markup::glued_heading_end(slice) {
        parts.extend([(start, start + at), (start + at, end)]);
        return;
    }
    if slice.len() < LONG {
        let cell = || wide_blanks.then(|| instruction_cell(slice)).flatten();
        match cell().or_else(|| title_after_instruction(slice)) {
            Some(at) if at > 0 => parts.extend([(start, start + at), (start + at, end)]),
            _ => parts.push((start, end)),
        }
        return;
    }
    let very_long = slice.len() >= VERY_LONG;
    let whole = slice.len() * 2 > text.len();
    let chinese = blanks_break_chinese(slice, whole && very_long);
    let headings = if very_long { run_together::starts(slice, whole) } else { Vec::new() };
    if !chinese && headings.is_empty() && blanks_are_single(slice, wide_blanks) {
        parts.push((start, end));
        return;
    }
    let doubled = very_long && doubled_blanks_break(slice);
    let mut from = start;
    let mut last: Option<char> = None;
    let mut run = 0;
    // Where the Chinese quotation mark stands that is open.
    let mut quoted: Option<usize> = None;
    for (at, c) in slice.char_indices() {
        if c.is_whitespace() {
            run += if c == '\u{3000}' { 2 } else { 1 };
            continue;
        }
        let ended = last.is_some_and(|c| script::ends_sentence(c) || script::closes_quote(c));
        let breaks = match run {
            _ if headings.binary_search(&at).is_ok() => true,
            0 => false,
            // "Inc. 董事", 。 Lee 先生: a blank beside a Latin word parts scripts.
            1 => {
                let parts = ended && last != Some('.') && !c.is_ascii_alphanumeric();
                chinese && parts && quoted.is_none_or(|open| at - open > LONG_QUOTE)
            }
            2 => {
                let apart = || doubled && c.is_uppercase() && closes_unstopped(&slice[..at]);
                (chinese || doubled) && ended
                    || apart()
                    || very_long && super::item::bullet(&slice[at..]).is_some()
            }
            3 => chinese && ended || very_long,
            _ => ended || very_long,
        };
        // "2.         The ferry": the blanks set the paragraph in from its number.
        let numbered = || {
            slice[from - start..at]
                .trim_end()
                .trim_end_matches(['.', ')', '\\'])
                .bytes()
                .all(|byte| byte.is_ascii_digit())
        };
        if breaks && !numbered() {
            parts.push((from, start + at));
            from = start + at;
        }
        run = 0;
        last = Some(c);
        match c {
            '「' | '“' => quoted = Some(at),
            '」' | '”' => quoted = None,
            _ => {}
        }
    }
    parts.push((from, end));
}

/// Whether a paragraph without a full stop may end `before`, by its last word: a name or an address, "… at weir.example", "Ann
/// Lee, Chair".
fn closes_unstopped(before: &str) -> bool {
    let last = before.trim_end().rsplit(' ').next().unwrap_or("");
    last.starts_with(char::is_uppercase) || last.contains('.')
}

/// Whether no blank of `slice` stands beside another, as they may in a text that has `wide_blanks`, nor is wide, by their
/// first bytes.
fn blanks_are_single(slice: &str, wide_blanks: bool) -> bool {
    static BLANKS: Leads = Leads::of(&[b'\t', b'\n', 0x0b, 0x0c, b'\r', 0xc2, 0xe1, 0xe2, 0xe3]);
    // The lowest of all bytes is found without a branch, many in one step.
    let has_mark = || slice.bytes().fold(u8::MAX, u8::min) < b' ';
    let has_other = || BLANKS.chars(slice).any(|(_, c)| c.is_whitespace());
    !(wide_blanks && script::has_double_space(slice)) && (slice.is_ascii() && !has_mark() || !has_other())
}

/// Where a line is to be cut that holds a release instruction beside something else: "PRESS RELEASE      For immediate
/// release", "FOR IMMEDIATE RELEASE      Contact: Ann Lee". The two stand side by side on the page and not in a sentence.
fn instruction_cell(slice: &str) -> Option<usize> {
    /// Blanks between two cells of a letterhead: wider than between words that are set full.
    const APART: &str = "    ";
    if !script::has_double_space(slice) {
        return None;
    }
    let gap = slice.trim_start().find(APART)? + (slice.len() - slice.trim_start().len());
    let second = slice.len() - slice[gap..].trim_start().len();
    let instructs = |cell: &str| status::opening_phrase(cell.trim_start()).is_some();
    (second < slice.len() && (instructs(slice) || instructs(&slice[second..]))).then_some(second)
}

/// Where the title starts that an instruction opens the line of: "FOR IMMEDIATE RELEASE: Weir Mill opens a second hall".
/// A day, a place with its day or a contact there is no title.
fn title_after_instruction(slice: &str) -> Option<usize> {
    /// Words of the shortest such title; the days and cities that stand there have fewer.
    const FEWEST: usize = 4;
    // Most lines have none of the marks that part the two.
    if slice.is_ascii() && memchr::memchr2(b':', b'-', slice.as_bytes()).is_none() {
        return None;
    }
    let (end, kind) = status::opening_phrase(slice)?;
    let behind = slice[end..].trim_start();
    let title = behind.strip_prefix(|c: char| c == ':' || script::is_dash(c))?.trim_start();
    let worded = title.starts_with(char::is_uppercase) && title.split_whitespace().count() >= FEWEST;
    let dated = title.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4);
    let titled = kind == StatusKind::Immediate && worded && !dated && !title.contains([':', '@']);
    titled.then_some(slice.len() - title.len())
}

/// Whether two blanks after an English sentence stand for a break here: some sentences are followed by two, others by
/// one. Who types two after each sentence types one after an abbreviation, which is short.
fn doubled_blanks_break(slice: &str) -> bool {
    /// Letters of a last word that is no abbreviation: longer than "Corp." and "Prof.".
    const WORD: usize = 5;
    /// Sentences of either kind that are no slip of the typist.
    const FEWEST: usize = 2;
    if !script::has_double_space(slice) {
        return false;
    }
    let (mut one, mut two) = (0, 0);
    let (mut letters, mut ended, mut run) = (0, false, 0);
    for c in slice.chars() {
        match c {
            ' ' => run += 1,
            _ if c.is_ascii_lowercase() && run == 0 => (letters, ended) = (letters + 1, false),
            _ if run == 0 && (script::ends_sentence(c) || ended && script::closes_quote(c)) => {
                ended = ended || letters >= WORD;
                letters = 0;
            }
            _ => {
                one += usize::from(ended && run == 1);
                two += usize::from(ended && run > 1);
                (letters, ended, run) = (usize::from(c.is_ascii_lowercase()), false, 0);
            }
        }
    }
    one >= FEWEST && two >= FEWEST
}

/// Whether blanks after Chinese sentences stand for breaks here: some sentences have one, most have none. Where the
/// line is the `whole` release, its paragraphs may be of one sentence each.
fn blanks_break_chinese(slice: &str, whole: bool) -> bool {
    /// First bytes of these marks and of others.
    static MARKS: Leads = Leads::of(&[0xe3, 0xef]);
    if slice.is_ascii() {
        return false;
    }
    let (mut with, mut without) = (0, 0);
    for (at, mark) in MARKS.chars(slice).filter(|(_, c)| matches!(c, '。' | '！' | '？')) {
        let mut rest = slice[at + mark.len_utf8()..].chars();
        match rest.next() {
            Some(' ') if rest.next().is_some_and(|next| next.is_ascii_alphanumeric()) => without += 1,
            Some(next) if next.is_whitespace() => with += 1,
            Some(_) => without += 1,
            None => {}
        }
    }
    with > 0 && (with < without || whole && without > 0)
}

/// `span`, which has no white space at its ends, in pieces of at most [`LONGEST`] bytes, cut at a blank or a sentence end
/// where one is near.
fn bounded(text: &str, span: Span, pieces: &mut Vec<Span>) {
    pieces.clear();
    let mut from = span.start();
    while span.end() - from > LONGEST {
        let mut to = from + LONGEST;
        to = floor(text, to);
        let tail = &text[from..to];
        // At the last sentence that ends in reach, as Unicode segments them (UAX #29); else at the last blank.
        let reach = floor(tail, tail.len().saturating_sub(SOFT_CUT));
        let sentence =
            tail[reach..].split_sentence_bound_indices().last().map(|(at, _)| at).filter(|&at| at > 0);
        let blank = tail[reach..].rfind(char::is_whitespace).map(|at| at + 1);
        let soft = sentence.or(blank).map(|at| floor(tail, reach + at));
        let to = soft.map_or(to, |at| from + at);
        let piece = trimmed(text, Span::new(from, to));
        if !piece.is_empty() {
            pieces.push(piece);
        }
        from = to;
    }
    let rest = Span::new(from, span.end());
    let rest = if from > span.start() { trimmed(text, rest) } else { rest };
    if !rest.is_empty() {
        pieces.push(rest);
    }
}

/// Columns that a line fills, the blanks left out that an extractor put where the printer had spread the line: a second
/// one between all words, or one between all ideographs. Only some texts may be `spread`.
fn set_columns(slice: &str, spread: bool) -> usize {
    script::columns(slice) - if spread { spread_blanks(slice) } else { 0 }
}

/// So many gaps in a row that are all wide are no chance.
const FEWEST_SPREAD: usize = 4;

/// `line` with one blank between its words where the printer had spread it and an extractor put two between all. No words
/// of a phrase are found otherwise.
pub(crate) fn set_close(line: Cow<'_, str>) -> Cow<'_, str> {
    let spread = script::has_double_space(&line) && doubled_blanks(&line).is_some();
    if spread { Cow::Owned(line.replace("  ", " ")) } else { line }
}

/// How many gaps `slice` has, where each is two blanks wide.
fn doubled_blanks(slice: &str) -> Option<usize> {
    let gaps = || slice.split(|c| c != ' ').filter(|gap| !gap.is_empty());
    let doubled = gaps().all(|gap| gap.len() == 2);
    Some(gaps().count()).filter(|&count| doubled && count >= FEWEST_SPREAD)
}

fn spread_blanks(slice: &str) -> usize {
    if script::has_double_space(slice) {
        return doubled_blanks(slice).unwrap_or(0);
    }
    if slice.is_ascii() || !may_spread_ideographs(slice) {
        return 0;
    }
    let (mut parted, mut met, mut blanks) = (0, 0, 0);
    let (mut before, mut blank) = (false, false);
    for c in slice.chars() {
        if c == ' ' {
            blank = true;
            continue;
        }
        let wide = script::is_cjk(c);
        match (before && wide, blank) {
            (true, true) => parted += 1,
            (true, false) => met += 1,
            _ => {}
        }
        blanks += usize::from(blank && (before || wide));
        (before, blank) = (wide, false);
    }
    if parted >= FEWEST_SPREAD && parted > met { blanks } else { 0 }
}

/// Whether several blanks of `slice` may stand between two ideographs: no byte beside such a blank is of ASCII. Hardly a line
/// has one, which is told without a branch, many bytes in one step.
#[expect(clippy::needless_bitwise_bool, reason = "a lazy operator is a branch")]
fn may_spread_ideographs(slice: &str) -> bool {
    let bytes = slice.as_bytes();
    let threes = || bytes.iter().zip(bytes.iter().skip(1)).zip(bytes.iter().skip(2));
    let parts = |one: u8, two: u8, three: u8| (two == b' ') & (one & three & 0x80 != 0);
    let any = threes().fold(false, |found, ((&one, &two), &three)| found | parts(one, two, three));
    any && threes()
        .filter(|((one, two), three)| parts(**one, **two, **three))
        .nth(FEWEST_SPREAD - 1)
        .is_some()
}

fn indent_columns(lead: &str) -> usize {
    lead.chars().fold(0, |columns, c| match c {
        '\t' => (columns / 8 + 1) * 8,
        '\u{3000}' => columns + 2,
        _ => columns + 1,
    })
}

/// Brings the gaps into the document's own measure.
///
/// An extractor that puts a blank line after every line makes each gap 2n+1; one that doubles blank lines makes it 2n.
/// Both are undone, as often as they apply, so that the same text gives the same gaps however it was spaced. The gap
/// before the first line counts for nothing, and neither do those beside furniture, which has its own.
pub(super) fn measure_gaps(lines: &mut [Line]) {
    if let Some(first) = lines.first_mut() {
        first.gap = 0;
    }
    for _ in 0..8 {
        let mut counted = lines.windows(2).filter(|pair| pair[0].is_text() && pair[1].is_text());
        let Some(first) = counted.next().map(|pair| pair[1].gap) else { return };
        let (mut same, mut largest) = (true, first);
        for gap in counted.map(|pair| pair[1].gap) {
            same &= gap % 2 == first % 2;
            largest = largest.max(gap);
        }
        if !same || largest == 0 {
            return;
        }
        for line in &mut lines[1..] {
            line.gap = if first % 2 == 1 { line.gap.saturating_sub(1) / 2 } else { line.gap / 2 };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_takes_half_a_cache_line() {
        assert!(std::mem::size_of::<Line>() <= 32);
        let far = format!("Weir\n{}{}Mill\nWeir", "\n".repeat(70_000), " ".repeat(70_000));
        let (lines, _) = split(&far);
        assert_eq!((lines[1].gap, lines[1].indent), (u16::MAX, u16::MAX));
    }

    fn gaps(text: &str) -> Vec<u16> {
        split(text).0.iter().map(|line| line.gap).collect()
    }

    /// The first character of each line.
    fn openings(text: &str) -> String {
        let (lines, _) = split(text);
        lines.iter().filter_map(|line| text[line.span.range()].chars().next()).collect()
    }

    #[test]
    fn blanks_that_stand_for_breaks_part_a_long_line() {
        let sentence = "and so the line goes on and on without an end in sight. ".repeat(5);
        assert_eq!(openings(&format!("A {sentence}    B {sentence}")), "AB");
        // Two blanks after a sentence are a typist's habit, three before a heading are not.
        assert_eq!(openings(&format!("A {sentence} B {sentence}")), "A");
        assert_eq!(openings(&format!("A {sentence}{sentence}   Heading   B {sentence}")), "AHB");
        assert_eq!(openings(&format!("A {sentence}{sentence} - B {sentence} - Caves")), "A--");
    }

    #[test]
    fn two_blanks_part_a_very_long_line_where_one_follows_other_sentences() {
        let sentence = "and so the line goes on and on without an ending. ".repeat(5);
        assert_eq!(openings(&format!("A {sentence} B {sentence} “C {sentence}")), "AB“");
        let unstopped = format!("A {sentence} B {sentence} said Ann Lee, Chair  {sentence}D {sentence}");
        assert_eq!(openings(&unstopped), "ABs");
        assert_eq!(openings(&unstopped.replace("Chair  and", "Chair  And")), "ABsA");
        // An abbreviation has one blank after it, whatever the typist does after sentences.
        let typed =
            "The line of Mr. Weir and of Mrs. Mill Corp. Ltd. goes on and on without an ending.  ".repeat(9);
        assert_eq!(openings(&typed), "T");
    }

    #[test]
    fn a_title_behind_an_instruction_is_a_line() {
        assert_eq!(openings("FOR IMMEDIATE RELEASE: Weir Mill opens a second hall"), "FW");
        for whole in [
            "FOR IMMEDIATE RELEASE: Tuesday, 5 March 2024 in Weirtown",
            "FOR IMMEDIATE RELEASE - Contact the desk: Ann Lee 555-0100",
            "FOR IMMEDIATE RELEASE: Weir Mill",
            "For immediate release to all the papers of the county",
        ] {
            assert_eq!(openings(whole), "F", "{whole}");
        }
    }

    #[test]
    fn a_blank_after_a_chinese_sentence_parts_a_long_line() {
        let sentence = "今日公布的計劃涵蓋全市十二區，為期三年。".repeat(6);
        assert_eq!(openings(&format!("甲{sentence} 乙{sentence} 丙{sentence}")), "甲乙丙");
        assert_eq!(openings(&"今日公布計劃。 ".repeat(30)), "今");
        // A blank beside a Latin word parts scripts.
        assert_eq!(openings(&format!("甲{sentence} Lee 先生任 Weir Mill Inc. 董事，{sentence}")), "甲");
    }

    #[test]
    fn an_instruction_stands_on_a_line_of_its_own() {
        assert_eq!(
            openings("NEWS      For immediate release: 7 May\n  FOR IMMEDIATE RELEASE       Contact: Ann"),
            "NFFC"
        );
        assert_eq!(openings("Station      Opening      Rooms"), "S");
    }

    #[test]
    fn borders_of_cells_on_lines_of_their_own_are_no_text() {
        let text = "|\n|Media Contact:\n|Ann Lee\n|\n| Miles | Days |\n";
        let (lines, _) = split(text);
        let shown: Vec<&str> = lines.iter().map(|line| &text[line.span.range()]).collect();
        assert_eq!(shown, ["Media Contact:", "Ann Lee", "| Miles | Days |"]);
        assert!(lines.iter().all(|line| line.gap == 0));
    }

    #[test]
    fn every_kind_of_line_end_ends_a_line() {
        for text in ["a\nb\nc", "a\r\nb\r\nc\r\n", "a\rb\rc", "a\u{2028}b\u{2029}c", "a\u{c}b\u{b}c"] {
            let (lines, _) = split(text);
            let words: Vec<&str> = lines.iter().map(|line| &text[line.span.range()]).collect();
            assert_eq!(words, ["a", "b", "c"], "{text:?}");
        }
    }

    #[test]
    fn what_was_written_for_a_line_end_ends_a_line() {
        assert_eq!(openings(r"Title\n\nBody\r\nNext"), "TBN");
        assert_eq!(openings("<p>Title</p><p>Body<br />Next</p>"), "TBN");
        assert_eq!(openings(r"Put it in C:\new"), "P");
        assert_eq!(openings("Title\nBody of <b>Ann</b>\nNext"), "TBN");
    }

    #[test]
    fn double_spacing_is_undone() {
        assert_eq!(gaps("a\nb\n\nc\n"), [0, 0, 1]);
        assert_eq!(gaps("a\n\nb\n\n\n\nc\n"), gaps("a\nb\n\nc\n"));
        assert_eq!(gaps("a\n \nb\n\nc\n"), [0, 0, 0]);
        assert_eq!(gaps("a\nb\n\n\nc"), [0, 0, 1]);
    }

    #[test]
    fn indents_count_tabs_and_wide_blanks() {
        let (lines, _) = split("\u{3000}\u{3000}一\n  two\n\tthree");
        assert_eq!(lines.iter().map(|line| line.indent).collect::<Vec<_>>(), [4, 2, 8]);
        assert_eq!(lines.iter().map(|line| line.width).collect::<Vec<_>>(), [2, 3, 5]);
    }

    #[test]
    fn a_spread_line_is_as_wide_as_its_words() {
        let width = |text: &str| split(text).0[0].width;
        assert_eq!(width("The  line  opens  in  May"), width("The line opens in May"));
        assert_eq!(width("新 線 將 於 5 月 通 車"), width("新線將於5月通車"));
        assert_eq!(width("It ends.  It opens"), 18);
    }

    #[test]
    fn a_spread_line_is_read_close() {
        let close = |text: &'static str| set_close(Cow::Borrowed(text)).into_owned();
        assert_eq!(close("The  line  opens  in  May"), "The line opens in May");
        assert_eq!(close("Quay  4.20  5.60"), "Quay  4.20  5.60");
        assert_eq!(close("It ends.  It opens"), "It ends.  It opens");
    }

    #[test]
    fn a_run_of_blanks_after_a_sentence_parts_a_long_line() {
        let text = format!("{}。\u{3000}\u{3000}{}", "一".repeat(60), "二".repeat(60));
        assert_eq!(split(&text).0.len(), 2);
    }

    #[test]
    fn blanks_after_the_number_of_a_paragraph_part_nothing() {
        let text = format!("12.         {}", "It opens in May and runs all day. ".repeat(20));
        assert_eq!(split(&text).0.len(), 1);
    }

    #[test]
    fn an_endless_line_is_read_in_parts() {
        let (lines, cut) = split(&"word ".repeat(20_000));
        assert!(cut && lines.len() > 2 && lines.iter().all(|line| line.span.len() <= LONGEST));
    }
}
