//! A clean text that remembers where each part of it stands in the source.
//!
//! Takes stretches of the source, in order; gives a [`Reading`], from which any range can be cut as a [`Text`] with
//! its spans. It folds what extractors garble (see `fold.rs`) and reduces a run of blanks to its first; it does not
//! decide which lines belong together.

use super::Span;
use super::fold::{self, Folded, fold};
use super::markup;
use super::script::{self, Leads};
use crate::release::Text;
use std::ops::Range;

/// Lines joined into one text, with the way back to the source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    text: String,
    runs: Vec<Run>,
}

/// A stretch of the reading that starts at `at`. One that was copied byte by byte is as long as its source, and what
/// stands between it and the next is a space put in between lines; one that was folded is one piece and lasts to the next,
/// before which an empty source marks such a space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    at: usize,
    source: Span,
    copied: bool,
}

impl Run {
    /// Where a copied one ends.
    fn end(&self) -> usize {
        self.at + self.source.len()
    }
}

/// How the next stretch is joined to what is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Join {
    /// With nothing, or with one space between two Latin words, as the characters that meet ask for.
    Line,
    /// With nothing, whatever meets.
    Tight,
}

impl Reading {
    /// The reading of `lines` joined as the lines of one paragraph.
    pub(crate) fn of_lines<L>(source: &str, lines: L) -> Self
    where
        L: IntoIterator<Item = Span, IntoIter: Clone>,
    {
        let lines = lines.into_iter();
        let (count, length) =
            lines.clone().fold((0_usize, 0), |(count, length), line| (count + 1, length + line.len() + 1));
        let mut reading = Reading { text: String::with_capacity(length), runs: Vec::with_capacity(count) };
        for line in lines {
            reading.push_line(source, line);
        }
        reading
    }

    /// The reading of one stretch.
    pub(crate) fn of_span(source: &str, span: Span) -> Self {
        Self::of_lines(source, [span])
    }

    /// The clean text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing was read.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Adds a line of the same paragraph; a hyphen that only the line end made is undone.
    pub(crate) fn push_line(&mut self, source: &str, line: Span) {
        let line = trimmed(source, line);
        if line.is_empty() {
            return;
        }
        let next = source[line.range()].chars().next().unwrap_or(' ');
        let join = match line_end_hyphen(&self.text, &source[line.range()]) {
            Hyphen::OfTheLineEnd => {
                self.drop_last_char();
                Join::Tight
            }
            Hyphen::OfTheWord => Join::Tight,
            Hyphen::None if next.is_whitespace() => Join::Tight,
            Hyphen::None => Join::Line,
        };
        self.push(source, line, join);
    }

    /// Adds `span` of the source, folded, as its marks show it.
    pub(crate) fn push(&mut self, source: &str, span: Span, join: Join) {
        let slice = &source[span.range()];
        if !markup::may_be_in(slice) {
            self.push_unmarked(source, span, join);
            return;
        }
        let (mut join, mut from) = (join, span.start());
        for mark in markup::marks(slice) {
            let place = Span::new(span.start() + mark.range.start, span.start() + mark.range.end);
            if from < place.start() {
                self.push_unmarked(source, Span::new(from, place.start()), join);
                join = Join::Tight;
            }
            if let Some(shows) = mark.shows {
                self.push_shown(shows, place, join);
                join = Join::Tight;
            }
            from = place.end();
        }
        if from < span.end() {
            self.push_unmarked(source, Span::new(from, span.end()), join);
        }
    }

    /// Adds the character that `place` of the source shows; of blanks that meet the first is read.
    fn push_shown(&mut self, shows: char, place: Span, join: Join) {
        let before = self.text.chars().next_back().unwrap_or(' ');
        if shows.is_whitespace() && before.is_whitespace() {
            return;
        }
        if join == Join::Line && !before.is_whitespace() && !script::joins_tight(before, shows) {
            self.put_space(place.start());
        }
        self.replace(shows.encode_utf8(&mut [0; 4]), place);
    }

    /// Adds `span` of the source, folded.
    fn push_unmarked(&mut self, source: &str, span: Span, join: Join) {
        let slice = &source[span.range()];
        if join == Join::Line
            && let (Some(before), Some(after)) = (self.text.chars().next_back(), slice.chars().next())
            && !before.is_whitespace()
            && !script::joins_tight(before, after)
        {
            self.put_space(span.start());
        }
        if !script::has_double_space(slice) && is_plain(slice) {
            self.copy(slice, span.start());
            return;
        }
        let mut copied_to = 0;
        let (mut blank, mut kept_blank) = (false, 0);
        let mut next = 0;
        loop {
            let plain = plain_length(&slice[next..]);
            blank &= plain == 0;
            let at = next + plain;
            let Some(c) = slice[at..].chars().next() else { break };
            next = at + c.len_utf8();
            let was_blank = std::mem::replace(&mut blank, c.is_whitespace());
            if blank && !was_blank {
                kept_blank = kept_of_blanks(slice, at).unwrap_or(usize::MAX);
            }
            let folded = if blank && at != kept_blank { Folded::Nothing } else { fold(c) };
            if folded == Folded::Same {
                continue;
            }
            let source_at = span.start() + at;
            self.copy(&slice[copied_to..at], span.start() + copied_to);
            copied_to = next;
            let origin = Span::new(source_at, source_at + c.len_utf8());
            match folded {
                Folded::Char(c) => self.replace(c.encode_utf8(&mut [0; 4]), origin),
                Folded::Str(s) => self.replace(s, origin),
                Folded::Nothing | Folded::Same => {}
            }
        }
        self.copy(&slice[copied_to..], span.start() + copied_to);
    }

    fn copy(&mut self, slice: &str, source_at: usize) {
        if slice.is_empty() {
            return;
        }
        let source = Span::new(source_at, source_at + slice.len());
        match self.runs.last_mut() {
            Some(last) if last.copied && last.source.end() == source_at && last.end() == self.text.len() => {
                last.source = Span::new(last.source.start(), source.end());
            }
            _ => self.runs.push(Run { at: self.text.len(), source, copied: true }),
        }
        self.text.push_str(slice);
    }

    /// Puts a space before what is read at `source_at`.
    fn put_space(&mut self, source_at: usize) {
        if self.runs.last().is_none_or(|last| !last.copied) {
            let source = Span::new(source_at, source_at);
            self.runs.push(Run { at: self.text.len(), source, copied: false });
        }
        self.text.push(' ');
    }

    fn replace(&mut self, with: &str, origin: Span) {
        self.runs.push(Run { at: self.text.len(), source: origin, copied: false });
        self.text.push_str(with);
    }

    fn drop_last_char(&mut self) {
        let Some(c) = self.text.pop() else { return };
        let Some(last) = self.runs.last_mut() else { return };
        if last.copied && last.source.len() > c.len_utf8() {
            last.source = Span::new(last.source.start(), last.source.end() - c.len_utf8());
        } else {
            self.runs.pop();
        }
    }

    /// The part `range` of the reading as a [`Text`], blanks at both ends left out.
    pub(crate) fn slice(&self, range: Range<usize>) -> Text {
        let range = without_blanks(&self.text, range);
        Text { text: self.text[range.clone()].to_owned(), spans: self.spans(range), ..Text::default() }
    }

    /// The whole reading as a [`Text`].
    pub(crate) fn to_text(&self) -> Text {
        self.slice(0..self.text.len())
    }

    /// The same where nothing is read out of it any more: its text is not copied.
    pub(crate) fn into_text(self) -> Text {
        if without_blanks(&self.text, 0..self.text.len()).len() < self.text.len() {
            return self.to_text();
        }
        let spans = self.spans(0..self.text.len());
        let mut text = self.text;
        text.shrink_to_fit();
        Text { text, spans, ..Text::default() }
    }

    /// The stretches of the source that `range` was read from, neighbours merged.
    pub(crate) fn spans(&self, range: Range<usize>) -> Vec<Span> {
        let first = self.runs.partition_point(|run| run.at <= range.start).saturating_sub(1);
        let after = self.runs[first..].partition_point(|run| run.at < range.end);
        let mut spans: Vec<Span> = Vec::with_capacity(after);
        // A blank that the source has not keeps stretches apart that touch there.
        let mut parted = false;
        for (index, run) in self.runs.iter().enumerate().skip(first) {
            if run.at >= range.end {
                break;
            }
            let next = self.runs.get(index + 1).map_or(self.text.len(), |next| next.at);
            let run_end = if run.copied { run.end() } else { next };
            let (from, to) = (range.start.max(run.at), range.end.min(run_end));
            if run.source.is_empty() || from >= to {
                parted |= from < to;
                continue;
            }
            let span = if run.copied {
                Span::new(run.source.start() + from - run.at, run.source.start() + to - run.at)
            } else {
                run.source
            };
            match spans.last_mut() {
                Some(last) if last.end() == span.start() && !parted => {
                    *last = Span::new(last.start(), span.end());
                }
                _ => spans.push(span),
            }
            parted = run_end < next;
        }
        spans
    }
}

/// How long the stretch is that `slice` starts with and that is surely read as it stands and has no blanks, by the first
/// bytes of its characters: nearly all of any text.
fn plain_length(slice: &str) -> usize {
    DOUBTFUL.first_in(slice).unwrap_or(slice.len())
}

/// ASCII that prints is plain, and so are the characters from U+4000 on to U+DFFF.
static DOUBTFUL: Leads = Leads::without(&[(b'!', b'~'), (0xe4, 0xed)]);

/// Whether `slice`, in which no two spaces stand together, is read as it stands.
fn is_plain(slice: &str) -> bool {
    let bytes = slice.as_bytes();
    if bytes.is_ascii() {
        return memchr::memchr2(b'\n', b'\r', bytes).is_none();
    }
    !fold::may_change(bytes) || !RARE.chars(slice).any(|(_, c)| c.is_whitespace() || fold(c) != Folded::Same)
}

/// Doubtful ones but for the space.
static RARE: Leads = Leads::without(&[(b' ', b'~'), (0xe4, 0xed)]);

/// Which of the blanks of `slice` from `start` on is read: the line end if they hold one, else the first. Whatever
/// blanks stand beside it, a line end is read as one space: a wide blank at the end of a line is not seen. It is none
/// between two ideographs, nor before a mark that closes something: a link ended there, "the medal", ", which".
fn kept_of_blanks(slice: &str, start: usize) -> Option<usize> {
    let mut blanks = slice[start..].char_indices().take_while(|(_, c)| c.is_whitespace());
    let Some((at, _)) = blanks.find(|(_, c)| matches!(c, '\n' | '\r')) else { return Some(start) };
    let mut follows = slice[start..].trim_start().chars();
    let (next, second) = (follows.next().unwrap_or(' '), follows.next().unwrap_or(' '));
    let closes = matches!(next, ',' | ';' | ')' | '.' | ':' | '!' | '?' | '’');
    let tight = slice[..start].chars().next_back().is_some_and(|before| script::joins_tight(before, next));
    let alone = closes && (!second.is_alphanumeric() || next == '’');
    (!tight && !alone).then_some(start + at)
}

/// `span` without white space at its ends.
pub(crate) fn trimmed(source: &str, span: Span) -> Span {
    let range = without_blanks(source, span.range());
    Span::new(range.start, range.end)
}

/// `range` of `text` without white space at its ends; hardly any has some.
fn without_blanks(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    if !part.starts_with(char::is_whitespace) && !part.ends_with(char::is_whitespace) {
        return range;
    }
    let start = range.start + (part.len() - part.trim_start().len());
    start..start + part.trim().len()
}

enum Hyphen {
    None,
    OfTheWord,
    OfTheLineEnd,
}

/// Whether the hyphen that `before` ends with was put there by the line end.
///
/// It belongs to the word when the next line starts with a capital or a digit (`Anglo-` + `American`, `24-` +
/// `hour`), when the part before it already holds a hyphen (`state-of-` + `the-art`), or when the first part is a
/// prefix or a number that English writes with a hyphen. A guess, as every dehyphenation is: `re-` + `laid` and
/// `govern-` + `ment` look alike to a program without a dictionary.
fn line_end_hyphen(before: &str, after: &str) -> Hyphen {
    let Some(stem) = before.strip_suffix(['-', '\u{2010}', '\u{ad}']) else { return Hyphen::None };
    let soft = before.ends_with('\u{ad}');
    let word_start = stem.rfind(|c: char| !c.is_alphanumeric() && c != '-' && c != '\u{2010}');
    let word = &stem[word_start.map_or(0, |at| at + stem[at..].chars().next().map_or(1, char::len_utf8))..];
    let Some(next) = after.chars().next() else { return Hyphen::None };
    if word.is_empty() || !word.ends_with(char::is_alphanumeric) || !next.is_alphanumeric() {
        return Hyphen::None;
    }
    if soft {
        return Hyphen::OfTheLineEnd;
    }
    // An address has no hyphens but its own.
    if in_address(stem) {
        return Hyphen::OfTheWord;
    }
    let tail: &str = after.split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or("");
    let keeps = !next.is_lowercase()
        || word.contains(['-', '\u{2010}'])
        || tail.contains('-')
        || word.ends_with(|c: char| c.is_numeric())
        || crate::lexicon::hyphens::keeps_hyphen(word, tail);
    if keeps { Hyphen::OfTheWord } else { Hyphen::OfTheLineEnd }
}

/// Whether an address breaks off at the end of `stem`: it has a stroke, an at sign, or a dot between letters.
fn in_address(stem: &str) -> bool {
    let part = |c: char| c.is_ascii_graphic();
    let token = &stem[stem.trim_end_matches(part).len()..];
    token.contains(['@', '/'])
        || token.split_once('.').is_some_and(|(host, rest)| {
            host.ends_with(|c: char| c.is_ascii_alphanumeric())
                && rest.starts_with(|c: char| c.is_ascii_lowercase())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_end_is_one_space_whatever_blanks_stand_beside_it() {
        for blanks in ["\n", " \n", "\u{3000}\n", "\u{a0}\r\n  ", "\n\u{3000}"] {
            let source = format!("5 May{blanks}th");
            assert_eq!(
                Reading::of_span(&source, Span::new(0, source.len())).text(),
                "5 May th",
                "{blanks:?}"
            );
        }
        assert_eq!(Reading::of_span("甲\u{3000} 乙", Span::new(0, 10)).text(), "甲\u{3000}乙");
    }

    #[test]
    fn a_line_end_is_none_between_ideographs_and_before_a_mark_that_closes() {
        for (source, text) in [
            ("the medal\n, which", "the medal, which"),
            ("Weir\n’s mill\n.", "Weir’s mill."),
            ("up\n.5 percent", "up .5 percent"),
            ("獲頒\n北堤獎章\n，以表揚", "獲頒北堤獎章，以表揚"),
        ] {
            assert_eq!(Reading::of_span(source, Span::new(0, source.len())).text(), text);
        }
    }

    fn read(source: &str) -> Reading {
        let mut at = 0;
        let mut reading = Reading::default();
        for line in source.split_inclusive('\n') {
            reading.push_line(source, Span::new(at, at + line.len()));
            at += line.len();
        }
        reading
    }

    #[test]
    fn english_joins_with_a_space_and_chinese_with_nothing() {
        assert_eq!(read("one\ntwo").text(), "one two");
        assert_eq!(read("工作\n坊").text(), "工作坊");
        assert_eq!(read("由Lumen\nLoop製造").text(), "由Lumen Loop製造");
        assert_eq!(read("超過\n900間").text(), "超過900間");
    }

    #[test]
    fn hyphens_of_the_line_end_are_undone_and_others_kept() {
        assert_eq!(read("the govern-\nment said").text(), "the government said");
        assert_eq!(read("E: ann@harbour-\nlight.example").text(), "E: ann@harbour-light.example");
        assert_eq!(read("請瀏覽www.harbour-\nlight.example").text(), "請瀏覽www.harbour-light.example");
        assert_eq!(read("an Anglo-\nAmerican firm").text(), "an Anglo-American firm");
        assert_eq!(read("a 14-\nhectare site").text(), "a 14-hectare site");
        assert_eq!(read("state-of-\nthe-art").text(), "state-of-the-art");
        assert_eq!(read("10 -\n20").text(), "10 - 20");
    }

    #[test]
    fn spans_lead_back_to_the_source() {
        let source = "ﬁrst  ⼈\nof two";
        let reading = read(source);
        assert_eq!(reading.text(), "first 人of two");
        let text = reading.to_text();
        assert_eq!(text.spans, [Span::new(0, 7), Span::new(8, 11), Span::new(12, 18)]);
        assert_eq!(reading.slice(6..9).spans, [Span::new(8, 11)]);
        assert_eq!(&source[reading.spans(9..11)[0].range()], "of");
    }

    #[test]
    fn stretches_that_touch_stay_apart_where_a_space_was_put_between_them() {
        let source = "KAbout";
        let reading = Reading::of_lines(source, [Span::new(0, 1), Span::new(1, 6)]);
        let text = reading.to_text();
        assert_eq!(text.text, "K About");
        assert_eq!(text.spans, [Span::new(0, 1), Span::new(1, 6)]);
    }

    #[test]
    fn a_space_behind_a_folded_character_is_no_part_of_it() {
        let reading = read("aﬁ\nbc");
        assert_eq!(reading.text(), "afi bc");
        assert_eq!(reading.spans(3..4), []);
        assert_eq!(reading.spans(0..6), [Span::new(0, 4), Span::new(5, 7)]);
    }

    #[test]
    fn a_space_between_lines_comes_from_nowhere() {
        let reading = read("one\ntwo");
        assert_eq!(reading.spans(0..7), [Span::new(0, 3), Span::new(4, 7)]);
    }
}
