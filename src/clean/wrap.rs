//! The measure of a document's lines: how wide they are set, what its gaps mean.
//!
//! Takes lines in reading order; gives, for each pair of neighbours, the evidence that a paragraph ends between them.
//! The best test of a hard-wrapped line is the printer's own: the first word of the next line would not have fitted.
//! What a blank line means is learnt from the document itself, since extractors put them everywhere or nowhere.

use super::clauses;
use super::fit::{Sample, TypeMeasure};
use super::item::{bullet, opens_lettered, starts_item};
use super::lines::Line;
use crate::lexicon::{clock, links, reporting};
use crate::text::script;

/// How the lines of one edition are set.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Measure {
    /// The right edge that full lines reach, in columns; none where paragraphs stand on one line each.
    pub(crate) width: Option<usize>,
    /// Evidence of a break, in hundredths of a nat, that a gap of 0, 1, 2 or more blank lines gives.
    gaps: [i32; 3],
    /// The commonest indent of full lines.
    margin: usize,
    /// The measure in proportional type, where the text is set in it.
    typeset: Option<TypeMeasure>,
    /// What each two neighbours show by themselves.
    pairs: Vec<Pair>,
}

/// What two neighbouring lines show by themselves, whatever the gaps of the document mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pair {
    /// What the printer's test says: see [`Measure::fit`].
    fit: i32,
    full: bool,
    /// Evidence of the end of the first and the start of the second.
    ends: i32,
    indentation: i32,
    /// Whether the first ends a sentence.
    closed: bool,
}

/// What lies between two neighbouring lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seam {
    /// For a paragraph break (positive) or against it, in hundredths of a nat.
    pub(crate) evidence: i32,
    /// What of it holds for prose only: that a wide line without a mark at its end goes on, though the next starts with a
    /// capital, and that no gap parts them. Items of a list end so, and are set close.
    pub(crate) prose_only: i32,
    /// What is sure of the two, whatever else speaks for or against it.
    pub(crate) bond: Bond,
    /// Blank lines between the two, capped at 2.
    pub(crate) gap: usize,
    /// How far the first is set full.
    pub(crate) fill: Fill,
    /// Whether the second is set in as a paragraph's first line.
    pub(crate) inset: bool,
}

/// Whether two lines are surely of one block, whatever that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bond {
    /// The evidence tells.
    Unsure,
    One,
    Two,
}

/// How far a line is set full, by the first word of the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fill {
    /// That word had no place on it.
    Full,
    /// It had some room.
    Partly,
    /// It had plenty.
    Roomy,
}

/// Weights of the evidence, in hundredths of a nat. Set by hand and checked on the rendered releases, whose true
/// paragraph breaks are known.
mod weight {
    /// The next word had plenty of room: more than a fifth of the measure.
    pub(super) const ROOM: i32 = 430;
    /// It had some room: more than an eighth.
    pub(super) const SOME_ROOM: i32 = 120;
    /// It had a little, as proportional type leaves it.
    pub(super) const LITTLE_ROOM: i32 = -110;
    /// It had none, or hardly any.
    pub(super) const FULL: i32 = -190;
    /// It had none though it is narrow, as one ideograph is: few paragraphs end just there.
    pub(super) const NARROW: i32 = -50;
    /// The text is broken at clauses, and its paragraph goes on: `clauses.rs`.
    pub(super) const INSIDE: i32 = -300;
    /// The line is wider than the measure: it is a whole paragraph.
    pub(super) const OVERFULL: i32 = 500;
    /// The first line ends a sentence: one line in fifteen does by chance, nearly every paragraph does.
    pub(super) const SENTENCE_ENDS: i32 = 210;
    /// It ends in the middle of one.
    pub(super) const SENTENCE_OPEN: i32 = -90;
    /// It ends with a comma, a hyphen or an opening mark, or it is full and its colon gives the word to a quotation, or it is
    /// set wide and ends with no mark at all.
    pub(super) const HANGS: i32 = -260;
    /// The next is set in below an item's text, past its bullet: nothing else speaks against that.
    pub(super) const HANGING: i32 = -600;
    /// The next starts in lower case, or with a mark that closes something.
    pub(super) const CONTINUES: i32 = -400;
    /// It starts with a capital: one continuation in five does.
    pub(super) const CAPITAL: i32 = 90;
    /// The next is indented as a paragraph's first line.
    pub(super) const INDENTED: i32 = 330;
    /// The next starts a list item.
    pub(super) const ITEM: i32 = 350;
    /// A full line would be a paragraph by itself: few are so short and end just there, but for quotations.
    pub(super) const LONE: i32 = -200;
    /// The first line ends with what somebody said: in print more often a paragraph's end than its middle.
    pub(super) const QUOTE_ENDS: i32 = 100;
    /// The second starts a sentence with a word that points back to the one before.
    pub(super) const POINTS_BACK: i32 = -180;
    /// Without any measure each line is a paragraph.
    pub(super) const UNWRAPPED: i32 = 700;
}

/// The column at which the text of the item starts that `line` opens, after a bullet.
fn hang_of(text: &str, line: &Line) -> Option<usize> {
    let slice = &text[line.span.range()];
    bullet(slice).map(|end| usize::from(line.indent) + script::columns(&slice[..end]))
}

/// Whether `line` goes on with an item whose text starts at `column`.
fn hangs(line: &Line, column: usize) -> bool {
    line.gap == 0 && usize::from(line.indent) == column
}

/// Evidence from which on a paragraph surely ends, in hundredths of a nat.
const SURE: i32 = 300;

impl Measure {
    /// Takes the measure of `lines`, furniture left out.
    pub(crate) fn of(text: &str, lines: &[Line]) -> Self {
        let width = width_of(lines).filter(|&width| is_wrapped(text, lines, width));
        let margin = margin_of(lines, width);
        let mut measure = Measure { width, gaps: [0; 3], margin, typeset: None, pairs: Vec::new() };
        measure.pairs = lines.windows(2).map(|pair| measure.pair(text, &pair[0], &pair[1])).collect();
        let inside = clauses::inside(text, lines, |at| measure.pairs[at].full);
        for (pair, inside) in measure.pairs.iter_mut().zip(inside) {
            if inside {
                pair.fit = weight::INSIDE;
            }
        }
        measure.set_in_alike(lines);
        measure.learn(text, lines);
        measure
    }

    /// Between two lines set in alike of which the first is a whole paragraph a new one starts: the line before the first
    /// and the one behind the second stand at the margin, or are such a paragraph too.
    fn set_in_alike(&mut self, lines: &[Line]) {
        let margin = self.margin + 1;
        for at in 1..self.pairs.len() {
            let [a, b] = [&lines[at], &lines[at + 1]];
            let alike = a.indent == b.indent && usize::from(a.indent) > margin;
            let below = lines.get(at + 2).is_some_and(|next| usize::from(next.indent) <= margin);
            if alike && below && self.pairs[at].closed && self.pairs[at - 1].indentation > 0 {
                self.pairs[at].indentation = weight::INDENTED;
            }
        }
    }

    /// Whether a gap of so many blank lines sets things apart here, or only stands between all lines.
    pub(crate) fn gap_speaks(&self, gap: usize) -> bool {
        gap > 0 && self.gaps[gap.min(2)] >= 60
    }

    /// What lies before each of `lines`, which are those that the measure was taken of; nothing before the first.
    /// `apart` tells where furniture stood before a line.
    pub(crate) fn seams(&self, text: &str, lines: &[&Line], apart: &[bool]) -> Vec<Option<Seam>> {
        let mut seams = Vec::with_capacity(lines.len());
        let mut first = true;
        let mut hang = None;
        for at in 0..lines.len() {
            let mut seam =
                (at > 0).then(|| self.seam(text, &lines[at - 1..=at], self.pairs[at - 1], apart[at], first));
            let opened = hang_of(text, lines[at]);
            let below = hang.filter(|&column| opened.is_none() && hangs(lines[at], column));
            hang = opened.or(below);
            if let Some(seam) = seam.as_mut().filter(|_| below.is_some()) {
                seam.evidence = weight::HANGING;
                seam.prose_only = 0;
            }
            first = seam.is_none_or(|seam: Seam| seam.evidence >= SURE);
            seams.push(seam);
        }
        seams
    }

    /// What `a` and `b` show by themselves.
    fn pair(&self, text: &str, a: &Line, b: &Line) -> Pair {
        let closed = ends_with_sentence(&text[a.span.range()]);
        let (fit, full) = self.fit(text, a, b);
        let ends = self.ends(text, a, b, closed, full);
        Pair { fit, full, ends, indentation: self.indentation(a, b), closed }
    }

    /// What lies between two lines, which show `pair`; `apart` when furniture stood between them, `first` when the first
    /// surely opens a paragraph.
    fn seam(&self, text: &str, lines: &[&Line], pair: Pair, apart: bool, first: bool) -> Seam {
        let (a, b) = (lines[0], lines[1]);
        let gap = usize::from(b.gap.min(2));
        let gaps = if apart { 0 } else { self.gaps[gap] };
        let (before, after) = (&text[a.span.range()], &text[b.span.range()]);
        let sentences = if pair.closed { sentences(before, after) } else { 0 };
        Seam {
            evidence: self.fit_in_type(text, a, b, pair, first)
                + pair.ends
                + sentences
                + pair.indentation
                + gaps,
            prose_only: self.prose_only(before, after, a, gaps),
            bond: Bond::Unsure,
            gap,
            fill: match pair {
                Pair { full: true, .. } => Fill::Full,
                Pair { fit: weight::ROOM, .. } => Fill::Roomy,
                _ => Fill::Partly,
            },
            inset: pair.indentation > 0,
        }
    }

    /// The same test in proportional type, where it matters: columns have spoken of a line that ends a sentence and is
    /// nearly full.
    fn fit_in_type(&self, text: &str, a: &Line, b: &Line, pair: Pair, first: bool) -> i32 {
        let fit = pair.fit;
        let near = matches!(fit, weight::SOME_ROOM | weight::LITTLE_ROOM | weight::FULL);
        if !near || !pair.closed {
            return fit;
        }
        let fit = self.typeset.map_or(fit, |typeset| {
            match typeset.room(text, a, first_word(&text[b.span.range()]), first) {
                10.. => weight::ROOM,
                5.. => weight::SOME_ROOM,
                2.. => weight::LITTLE_ROOM,
                _ => weight::FULL,
            }
        });
        let lone = first && fit < 0 && !ends_with_quote(&text[a.span.range()]);
        if lone {
            return fit + weight::LONE;
        }
        let narrow = fit == weight::FULL
            && self.width.is_some_and(|width| first_word_columns(text, a, b) * 20 <= width);
        if narrow { fit + weight::NARROW } else { fit }
    }

    /// The printer's test.
    fn fit(&self, text: &str, a: &Line, b: &Line) -> (i32, bool) {
        let Some(width) = self.width else {
            let anew = text[b.span.range()].starts_with(char::is_uppercase);
            let short = a.width < 60 && !(anew && ends_with_sentence(&text[b.span.range()]));
            return (if short { weight::UNWRAPPED / 2 } else { weight::UNWRAPPED }, false);
        };
        if a.right() > width + width / 4 {
            return (weight::OVERFULL, false);
        }
        let needed = a.right() + first_word_columns(text, a, b);
        let room = width as i64 - needed as i64;
        if room > (width / 5) as i64 {
            (weight::ROOM, false)
        } else if room > (width / 8) as i64 {
            (weight::SOME_ROOM, false)
        } else if room > (width / 20).max(2) as i64 {
            (weight::LITTLE_ROOM, true)
        } else {
            (weight::FULL, true)
        }
    }

    /// What the end of `a`, `closed` where it ends a sentence, and the start of `b` say; `full` when `a` is set full.
    fn ends(&self, text: &str, a: &Line, b: &Line, closed: bool, full: bool) -> i32 {
        let (first, second) = (&text[a.span.range()], &text[b.span.range()]);
        let last = first.chars().next_back().unwrap_or(' ');
        let next = second.chars().next().unwrap_or(' ');
        let mut evidence = if closed {
            weight::SENTENCE_ENDS
        } else if matches!(last, ',' | '，' | '、' | '-' | '\u{2010}' | '；')
            || (script::opens_quote(last) && !script::closes_quote(last))
            || matches!(last, '(' | '（')
        {
            weight::HANGS
        } else if matches!(last, ':' | '：') {
            // Set in, the quotation is a paragraph of its own.
            let inset = usize::from(b.indent) > self.margin + 1;
            if script::opens_quote(next) && !inset && full { weight::HANGS } else { 0 }
        } else if self.is_wide(a) {
            weight::HANGS
        } else {
            weight::SENTENCE_OPEN
        };
        if self.width.is_some() && (next.is_lowercase() || closes_only(next)) {
            evidence += weight::CONTINUES;
        } else if self.width.is_some() && next.is_uppercase() {
            evidence += weight::CAPITAL;
        }
        if starts_item(second)
            || links::opens_turn(second)
            || opens_lettered(second)
            || is_enclosed(first)
            || closed && is_enclosed(second)
            || clock::opens_entry(second) && !links::ends(first)
        {
            evidence += weight::ITEM;
        }
        evidence
    }

    /// Whether the line reaches four fifths of the measure.
    pub(crate) fn is_wide(&self, line: &Line) -> bool {
        self.width.is_some_and(|width| line.right() * 5 >= width * 4)
    }

    /// See [`Seam::prose_only`].
    fn prose_only(&self, first: &str, second: &str, a: &Line, gaps: i32) -> i32 {
        let open = first.ends_with(|c: char| script::is_word(c) || matches!(c, '%' | ')'));
        let anew = || second.starts_with(char::is_uppercase) && !links::ends(first);
        if open && self.is_wide(a) && anew() { weight::HANGS + gaps.min(0) } else { 0 }
    }

    /// The first line of a paragraph is set in from the others.
    fn indentation(&self, a: &Line, b: &Line) -> i32 {
        let inset = i64::from(b.indent) - i64::from(a.indent);
        if self.width.is_some() && (2..=12).contains(&inset) && usize::from(a.indent) <= self.margin + 1 {
            weight::INDENTED
        } else {
            0
        }
    }

    /// Learns from the lines whose ends are sure without it: how much more often each gap stands at breaks than at
    /// continuations, and how wide full lines are in proportional type.
    fn learn(&mut self, text: &str, lines: &[Line]) {
        let mut breaks = [1.0_f64; 3];
        let mut joins = [1.0_f64; 3];
        let mut sample = Sample::default();
        // Whether a paragraph surely ended before the first of the two, or surely went on.
        let mut opens = None;
        for (pair, neighbours) in self.pairs.iter().zip(lines.windows(2)) {
            let evidence = pair.fit + pair.ends + pair.indentation;
            let gap = usize::from(neighbours[1].gap.min(2));
            let next_opens = if evidence >= SURE {
                breaks[gap] += 1.0;
                Some(true)
            } else if pair.full && evidence <= -SURE / 2 {
                joins[gap] += 1.0;
                if let Some(first) = opens {
                    sample.add(text, &neighbours[0], first);
                }
                Some(false)
            } else {
                None
            };
            opens = next_opens;
        }
        self.gaps = gap_evidence(breaks, joins);
        self.typeset = sample.measure();
    }
}

/// What each gap speaks for, by how often it stood at breaks and at continuations.
fn gap_evidence(breaks: [f64; 3], joins: [f64; 3]) -> [i32; 3] {
    let (all_breaks, all_joins) = (breaks.iter().sum::<f64>(), joins.iter().sum::<f64>());
    let mut evidence = [0; 3];
    for gap in 0..3 {
        let ratio = (breaks[gap] / all_breaks) / (joins[gap] / all_joins);
        evidence[gap] = ((ratio.ln() * 100.0) as i32).clamp(-250, 500);
    }
    // A larger gap never speaks less for a break than a smaller one.
    evidence[0] = evidence[0].min(evidence[1]);
    evidence[2] = evidence[2].max(evidence[1]);
    evidence
}

/// What two lines say of which the first ends a sentence.
fn sentences(first: &str, second: &str) -> i32 {
    let quote = if ends_with_quote(first) || ends_with_attribution(first) { weight::QUOTE_ENDS } else { 0 };
    let back = if links::points_back(second) { weight::POINTS_BACK } else { 0 };
    quote + back
}

/// Whether a quotation ends with the line.
fn ends_with_quote(line: &str) -> bool {
    line.ends_with(['”', '’', '」', '』', '"'])
}

/// Whether a Chinese line ends with a quotation and who said it: 「…」船長說。
fn ends_with_attribution(line: &str) -> bool {
    line.strip_suffix('。').is_some_and(|line| {
        reporting::chinese_cue_at_end(line).is_some() && line.contains(script::closes_quote)
    })
}

/// Whether a line ends with a whole sentence in quotation marks and its signature: “…。”——林小文，渡輪公司主席; but not
/// 「水路」——新展覽.
fn is_signed(line: &str) -> bool {
    let Some((at, quote)) = line.char_indices().rfind(|&(_, c)| script::closes_quote(c)) else {
        return false;
    };
    let signs = line[at + quote.len_utf8()..].trim_start().starts_with(['—', '–', '―']);
    signs && line[..at].ends_with(script::ends_sentence)
}

/// The right edge that many lines reach and few pass; none when hardly any line is set full.
fn width_of(lines: &[Line]) -> Option<usize> {
    let mut edges: Vec<usize> = lines.iter().filter(|line| line.width >= 20).map(Line::right).collect();
    edges.sort_unstable();
    let mut best: Option<(i64, usize)> = None;
    let mut at = 0;
    while at < edges.len() {
        let width = edges[at];
        let last = edges.partition_point(|&edge| edge <= width);
        // Measures of print run from 44 columns (a narrow column) to 130 (A4, 10 point, layout kept).
        if (44..=130).contains(&width) {
            let near = edges.partition_point(|&edge| edge < width - width / 8);
            let beyond = edges.len() - edges.partition_point(|&edge| edge <= width + width / 25);
            let score = (last - near) as i64 - 2 * beyond as i64;
            if best.is_none_or(|(most, _)| score >= most) {
                best = Some((score, width));
            }
        }
        at = last;
    }
    let (_, width) = best?;
    let full = edges.iter().filter(|&&edge| edge + width / 8 >= width && edge <= width + width / 25).count();
    let beyond = edges.iter().filter(|&&edge| edge > width + width / 4).count();
    (full >= 3 && full > beyond).then_some(width)
}

/// Whether lines of `width` are broken there: many of those that are set full go on in the middle of a sentence, as
/// paragraphs of one line that happen to be of one length do not, and no rows of a table.
fn is_wrapped(text: &str, lines: &[Line], width: usize) -> bool {
    let (mut broken, mut open, mut all) = (0, 0, 0);
    for pair in lines.windows(2) {
        let edge = pair[0].right();
        let (first, second) = (&text[pair[0].span.range()], &text[pair[1].span.range()]);
        // In a narrow column one long word leaves much room.
        let near = edge + width / 8 >= width || edge + first_word_columns(text, &pair[0], &pair[1]) > width;
        let full = pair[0].width >= 20 && near && edge <= width + width / 25;
        if full && !script::has_column_gap(first) {
            if !ends_with_sentence(first) && !leads_to_more(first) && !is_signed(first) {
                broken += usize::from(goes_on(first, second));
                open += 1;
            }
            all += 1;
        }
    }
    // In a text full of names four lines of five start with a capital or a figure.
    broken * 5 >= all && open * 2 >= all
}

/// Whether `line` ends with a mark after which paragraphs and items begin as well as lines: 現答覆如下：.
fn leads_to_more(line: &str) -> bool {
    line.ends_with([':', '：', ';', '；'])
}

/// Whether a sentence that `first` leaves open surely goes on in `second`: with a small letter, or in a script that has
/// none.
fn goes_on(first: &str, second: &str) -> bool {
    let cased = |c: char| !script::is_cjk(c);
    second.starts_with(char::is_lowercase) || !first.ends_with(cased) || !second.starts_with(cased)
}

/// The commonest indent of the lines that are set full.
fn margin_of(lines: &[Line], width: Option<usize>) -> usize {
    let Some(width) = width else { return 0 };
    let mut counts = std::collections::BTreeMap::<usize, usize>::new();
    for line in lines.iter().filter(|line| line.right() + width / 8 >= width) {
        *counts.entry(usize::from(line.indent)).or_default() += 1;
    }
    counts
        .into_iter()
        .max_by_key(|&(indent, count)| (count, usize::MAX - indent))
        .map_or(0, |(indent, _)| indent)
}

/// Columns that the first word of `b` would take at the end of `a`, with the space before it.
pub(crate) fn first_word_columns(text: &str, a: &Line, b: &Line) -> usize {
    let second = &text[b.span.range()];
    let last = text[a.span.range()].chars().next_back().unwrap_or(' ');
    let wide = |c| if script::is_wide(c) { 2 } else { 1 };
    let word = first_word(second);
    let columns = if word.is_ascii() { word.len() } else { word.chars().map(wide).sum() };
    let space = second.chars().next().is_some_and(|next| !script::joins_tight(last, next));
    columns + usize::from(space)
}

/// What may not be parted at the start of `line`: one ideograph with the marks that may not start a line, or a Latin
/// word.
fn first_word(line: &str) -> &str {
    /// No word is longer, in characters.
    const LONGEST: usize = 40;
    let printed = line.bytes().take(LONGEST).take_while(u8::is_ascii_graphic).count();
    if line.as_bytes().get(printed) == Some(&b' ') {
        return &line[..printed];
    }
    for (index, (at, c)) in line.char_indices().enumerate() {
        if c.is_ascii_graphic() && index < LONGEST {
            continue;
        }
        if index == LONGEST || c.is_whitespace() || script::is_cjk(c) && index > 0 && !closes_only(c) {
            return &line[..at];
        }
        let after = at + c.len_utf8();
        if script::is_han(c) && line[after..].chars().next().is_none_or(|next| !closes_only(next)) {
            return &line[..after];
        }
    }
    line
}

/// A mark that closes and never opens, so that no line of its own starts with it.
fn closes_only(c: char) -> bool {
    matches!(
        c,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '！'
            | '？'
            | '」'
            | '』'
            | '）'
            | '》'
            | '】'
            | '”'
            | '’'
            | ')'
            | ']'
            | ','
            | ';'
            | '%'
    )
}

/// Whether the line ends a sentence, closing marks after it left aside.
pub(crate) fn ends_with_sentence(line: &str) -> bool {
    line.trim_end_matches(|c: char| script::closes_quote(c) || c.is_whitespace())
        .ends_with(script::ends_sentence)
}

/// Whether brackets that nothing stands outside of hold all of a Chinese line: （圖：渡輪泊岸。渡輪公司提供）, 【限時發布】.
fn is_enclosed(line: &str) -> bool {
    [('（', '）'), ('【', '】')].into_iter().any(|(open, close)| {
        let inside = line.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        inside.is_some_and(|inside| !inside.contains([open, close]))
    })
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    #[test]
    fn a_paragraph_of_one_line_ends_where_the_next_is_set_in_too() {
        let text = [
            "　　北堤磨坊今日宣布新館啟用，館內設有座位四十個，並開放市",
            "民入場參觀，展期至明年三月底止，屆時市民可以參觀館內的水輪及",
            "石磨，參觀無須預約，亦不收任何費用，逢星期一休館，星期日延長",
            "開放至晚上。",
            "　　患者術後第三天已可下床行走，並於兩星期後順利出院回家。",
            "　　館長林小文說，過去大家只談速度，現在大家開始談溫度，這",
            "是一個轉變，市民的習慣正在改變，他們願意走遠一點，親手磨出第",
            "一袋麵粉，也願意聽老師傅講磨坊的故事，一講就是一個下午的時光",
            "，從未間斷。",
        ]
        .join("\n");
        assert_eq!(breaks(&text), "北_民_石_開|患|館_是_一_，");
    }

    /// `|` stands where a paragraph should end.
    fn breaks(text: &str) -> String {
        let (lines, _) = split(text);
        let measure = Measure::of(text, &lines);
        let mut shown = String::new();
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                let seam =
                    measure.seam(text, &[&lines[index - 1], line], measure.pairs[index - 1], false, false);
                shown.push(if seam.evidence > 0 { '|' } else { '_' });
            }
            shown.push(text[line.span.range()].chars().next().unwrap());
        }
        shown
    }

    #[test]
    fn the_next_word_would_have_fitted() {
        let text = "alpha beta gamma delta epsilon zeta eta theta iota kappa\n\
                    beta gamma delta epsilon zeta eta theta iota kappa lambda\n\
                    ends here.\n\
                    Gamma delta epsilon zeta eta theta iota kappa lambda mu a\n\
                    delta epsilon zeta eta theta iota kappa lambda mu nu xi\n\
                    end.\n\
                    Epsilon and so on";
        assert_eq!(breaks(text), "a_b_e|G_d_e|E");
    }

    #[test]
    fn a_full_line_seldom_ends_a_paragraph_where_one_ideograph_had_no_place() {
        let full = "渡輪公司今日宣布新航線將於五月啟航首日免費其後每程收費十二元並設長者優惠票價";
        let quote = "“我們等了很久，";
        let text = format!("{full}一\n{full}。\n{quote}{full}\n他說。\n甲{full}\n{full}二\n乙{full}\n完。");
        assert_eq!(breaks(&text), "渡_渡_“_他|甲_渡_乙_完");
    }

    #[test]
    fn who_said_it_ends_a_quotation() {
        assert!(ends_with_attribution("開了。」船長說。"));
        assert!(!ends_with_attribution("船長說。"));
        assert!(!ends_with_attribution("「開了」是船長的話。"));
    }

    #[test]
    fn a_signature_ends_a_quotation() {
        assert!(is_signed("“開了。”——王小明，船長"));
        assert!(!is_signed("「水路」——新展覽"));
        let line = "渡輪公司今日宣布新航線將於五月啟航首日免費，其後每程收費十二元。";
        let signed = "“我們等了很久，終於等到新航線啟航的一天了。”——王小明，船長";
        assert_eq!(breaks(&format!("題\n\n{line}\n\n{signed}\n\n{line}\n")), "題|渡|“|渡");
    }

    #[test]
    fn one_paragraph_a_line_is_no_wrapping() {
        let long = "A sentence that goes on and on. ".repeat(8);
        assert_eq!(breaks(&format!("Title\n{long}\n{long}\nEnd")), "T|A|A|E");
    }

    #[test]
    fn paragraphs_of_one_length_are_no_wrapping() {
        let said = [
            "He opened the new lock on Monday and let the first boat through it.",
            "It had been shut for repairs since the winter before the last one.",
            "The gates weigh eleven tons each and were made by a local foundry.",
            "Boats of up to twenty metres may pass it between May and October.",
        ];
        assert_eq!(breaks(&format!("Lock opens\n{}", said.join("\n"))), "L|H|I|T|B");
    }

    #[test]
    fn a_narrow_column_full_of_names_is_wrapped() {
        let text = "Trustees Of The Mill Name Ann Moor-Whitlock To Lead\n\
                    ALDER – The Trustees of the Weir Mill Museum of\n\
                    Aldershire named Ann Moor-Whitlock, who has\n\
                    refurbished the works in Alder, Weir and\n\
                    Moorland, to lead all of the works from the Weir\n\
                    Monday after next.\n\
                    According to the Chair of the Trust, Ms Lorraine\n\
                    Tibbets, the works cost $41 million, half\n\
                    contributed by the Foundation of the Alder\n\
                    Valley and half by the County of Aldershire. Its\n\
                    Treasurer is Bo Lee, of Weir.\n";
        let (lines, _) = split(text);
        assert_eq!(Measure::of(text, &lines).width, Some(51));
    }

    #[test]
    fn an_item_goes_on_below_its_text() {
        let long =
            "The mill of Weir has been rebuilt and will open to all who care for old wheels. ".repeat(4);
        let text = format!(
            "{long}\n{long}\n  --  Wheels: two of them, of which one\n      Weir Bank gave.\n  --  Doors: nine\nEnd"
        );
        let (lines, _) = split(&text);
        let lines: Vec<&Line> = lines.iter().collect();
        let seams = Measure::of(&text, &lines.iter().map(|line| **line).collect::<Vec<_>>()).seams(
            &text,
            &lines,
            &vec![false; lines.len()],
        );
        let breaks: Vec<bool> = seams.iter().flatten().map(|seam| seam.evidence > 0).collect();
        assert_eq!(breaks, [true, true, false, true, true]);
    }
}
