//! Bounded, safe views of a text: takes ranges as callers have them, gives ranges on character boundaries.

use super::Named;
use crate::text::boundary::{ceil, floor};
use crate::text::script::{Leads, is_word};
use std::ops::Range;

/// How far a description reaches back or on, in bytes: some 120 Han characters, 60 English words.
const REACH: usize = 400;

/// The part of `range` that a description ending at its end may fill.
pub(crate) fn back(text: &str, range: Range<usize>) -> Range<usize> {
    let range = inside(text, range);
    let start = range.start.max(range.end.saturating_sub(REACH));
    ceil(text, start).min(range.end)..range.end
}

/// The part of `range` that a description starting at its start may fill.
pub(crate) fn on(text: &str, range: Range<usize>) -> Range<usize> {
    let range = inside(text, range);
    let end = range.end.min(range.start + REACH);
    range.start..floor(text, end).max(range.start)
}

/// `range` cut to the text and to character boundaries.
pub(crate) fn inside(text: &str, range: Range<usize>) -> Range<usize> {
    let end = floor(text, range.end);
    let start = ceil(text, range.start.min(end)).min(end);
    start..end
}

/// `text` without blanks at its end; hardly any has some.
#[inline]
pub(crate) fn trim_end(text: &str) -> &str {
    if text.chars().next_back().is_some_and(is_word) { text } else { text.trim_end() }
}

/// The first position from `start` on that is no blank, at most `end`.
pub(crate) fn trim_start(text: &str, start: usize, end: usize) -> usize {
    let part = &text[start..end.max(start)];
    start + (part.len() - part.trim_start().len())
}

/// Where the stretch after the last mark of `text` starts.
pub(crate) fn clause_start(text: &str) -> usize {
    last_mark(text).map_or(0, |(at, mark)| at + mark.len_utf8())
}

/// First bytes of marks.
static MARKS: Leads = Leads::of(b"(),;:!?\"[]|\n\r\t#*\xe2\xe3\xef");

/// The last mark of `text`, and where it stands.
pub(crate) fn last_mark(text: &str) -> Option<(usize, char)> {
    MARKS.chars_back(text).find(|&(_, c)| is_mark(c))
}

/// Marks that part a description from what is around it.
pub(crate) fn is_mark(c: char) -> bool {
    // Most characters are told by this alone.
    if c.is_ascii_alphanumeric() || matches!(c, '\u{3105}'..='\u{d7ff}') {
        return false;
    }
    matches!(
        c,
        '，' | '。'
            | '；'
            | '：'
            | '！'
            | '？'
            | '、'
            | '「'
            | '」'
            | '『'
            | '』'
            | '“'
            | '”'
            | '（'
            | '）'
            | '('
            | ')'
            | '【'
            | '】'
            | '《'
            | '》'
            | '〈'
            | '〉'
            | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | '"'
            | '['
            | ']'
            | '…'
            | '|'
            | '｜'
            | '\n'
            | '\r'
            | '\t'
            | '—'
            | '–'
            | '﹑'
            | '﹐'
            | '︰'
            | '◆'
            | '●'
            | '▲'
            | '△'
            | '※'
            | '◎'
            | '■'
            | '•'
            | '〝'
            | '〞'
            | '#'
            | '*'
            | '＂'
    )
}

impl Named {
    /// The same, `by` bytes further on.
    pub(crate) fn shifted(mut self, by: usize) -> Named {
        let parts = [&mut self.name, &mut self.title, &mut self.organization, &mut self.honorific];
        for part in parts.into_iter().flatten() {
            *part = part.start + by..part.end + by;
        }
        self.extent = self.extent.start + by..self.extent.end + by;
        self
    }
}
