//! Which quotation marks belong together.
//!
//! Takes one paragraph; gives the outermost strings in marks, in order, in one pass over the marks. A mark that has
//! no partner spoils only itself. It does not ask whether a string is speech; apostrophes are told from single marks
//! by what stands around them, which is a guess after words that end in s.

use crate::extract::person::nickname;
use crate::lexicon::reporting::{self, Role};
use crate::text::script::{Leads, is_cjk, opens_quote};
use std::ops::Range;

/// A string in marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marked {
    /// With its marks.
    pub(super) outer: Range<usize>,
    /// Without them.
    pub(super) inner: Range<usize>,
    /// Whether its closing mark was found.
    pub(super) closed: bool,
    /// Whether the marks are single ones of Latin type.
    pub(super) single: bool,
}

/// Those of `strings` that touch `range`; they must be in order.
pub(super) fn touching<'a>(
    strings: &'a [Marked],
    range: &Range<usize>,
) -> impl Iterator<Item = &'a Marked> + use<'a> {
    let first = strings.partition_point(|marked| marked.outer.end <= range.start);
    let end = range.end;
    strings.get(first..).unwrap_or(&[]).iter().take_while(move |marked| marked.outer.start < end)
}

/// What was found in one paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Marks {
    pub(super) strings: Vec<Marked>,
    /// Marks that close what never opened.
    pub(super) stray: Vec<Range<usize>>,
}

impl Marks {
    pub(super) fn is_empty(&self) -> bool {
        self.strings.is_empty() && self.stray.is_empty()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Single,
    Guillemet,
    Corner,
    WhiteCorner,
}

const FAMILIES: usize = 5;

/// What a mark may do where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    at: usize,
    len: usize,
    family: Family,
    opens: bool,
    closes: bool,
    /// A closing mark after a stop or comma: more than an apostrophe.
    firm: bool,
}

#[derive(Debug, Clone, Copy)]
struct Open {
    mark: Mark,
    /// A mark of another family that might have been meant to close it.
    wrong_close: Option<Mark>,
}

/// The outermost strings in marks of `text`.
pub(super) fn pair(text: &str, single_quotes: bool) -> Marks {
    let marks = find(text, single_quotes);
    if marks.is_empty() {
        return Marks::default();
    }
    let mut pairs: Vec<Marked> = Vec::new();
    let mut found = Marks::default();
    let mut open: Vec<Open> = Vec::new();
    let mut depth = [0_usize; FAMILIES];
    let mut last_pair = [None; FAMILIES];
    for (index, &mark) in marks.iter().enumerate() {
        let family = mark.family as usize;
        let closes = mark.closes && depth[family] > 0 && !weak_apostrophe(&marks, index);
        if closes && !(mark.opens && reopens(text, mark)) {
            while let Some(top) = open.pop() {
                depth[top.mark.family as usize] -= 1;
                if top.mark.family == mark.family {
                    last_pair[family] = last_pair[family].max(Some(top.mark.at));
                    pairs.push(marked(top.mark, Some(mark), mark.at));
                    break;
                }
            }
        } else if mark.opens {
            if depth[family] > 0 && after_sentence(text, mark.at) {
                close_before(&mut open, &mut depth, &mut pairs, text, mark);
            }
            open.push(Open { mark, wrong_close: None });
            depth[family] += 1;
        } else if mark.closes && mark.family != Family::Single {
            match open.last_mut() {
                Some(top) if mark.family != top.mark.family => {
                    top.wrong_close.get_or_insert(mark);
                }
                _ => found.stray.push(mark.at..mark.at + mark.len),
            }
        }
    }
    for left in open {
        match left.wrong_close {
            Some(close) => pairs.push(marked(left.mark, Some(close), close.at)),
            None if stays_open(text, left.mark, last_pair[left.mark.family as usize]) => {
                pairs.push(marked(left.mark, None, text.trim_end().len()));
            }
            None => {}
        }
    }
    pairs.sort_by_key(|pair| (pair.outer.start, usize::MAX - pair.outer.end));
    // Ann “Nan” Moor
    pairs.retain(|pair| nickname::opened_at(text, pair.outer.start).is_none_or(|name| name != pair.outer));
    for pair in pairs {
        if found.strings.last().is_none_or(|last: &Marked| last.outer.end <= pair.outer.start) {
            found.strings.push(pair);
        }
    }
    found
}

fn marked(open: Mark, close: Option<Mark>, inner_end: usize) -> Marked {
    let inner = open.at + open.len..inner_end.max(open.at + open.len);
    let outer = open.at..close.map_or(inner.end, |close| close.at + close.len);
    Marked { outer, inner, closed: close.is_some(), single: open.family == Family::Single }
}

/// Closes the string of the same family that `mark` finds open: a new one starts after a sentence, so its closing
/// mark was forgotten.
fn close_before(
    open: &mut Vec<Open>,
    depth: &mut [usize; FAMILIES],
    pairs: &mut Vec<Marked>,
    text: &str,
    mark: Mark,
) {
    let Some(top) = open.last().copied() else { return };
    if top.mark.family != mark.family || top.mark.family == Family::Single {
        return;
    }
    open.pop();
    depth[top.mark.family as usize] -= 1;
    let end = text.get(..mark.at).map_or(mark.at, |before| before.trim_end().len());
    pairs.push(marked(top.mark, None, end));
}

/// Whether an ambiguous mark that could close starts a new string instead: space before, letter after.
fn reopens(text: &str, mark: Mark) -> bool {
    let before = text.get(..mark.at).and_then(|t| t.chars().next_back());
    let after = text.get(mark.at + mark.len..).and_then(|t| t.chars().next());
    before.is_none_or(char::is_whitespace) && after.is_some_and(|c| !c.is_whitespace())
}

fn after_sentence(text: &str, at: usize) -> bool {
    let Some(before) = text.get(..at) else { return false };
    let trimmed = before.trim_end();
    trimmed.len() < before.len() && trimmed.ends_with(['.', '!', '?'])
}

/// Whether a mark without a partner opens speech that lasts to the end of the paragraph: it opens the paragraph, or
/// stands after a colon or comma, and no pair of its own kind follows it.
fn stays_open(text: &str, mark: Mark, last_pair: Option<usize>) -> bool {
    if last_pair > Some(mark.at) {
        return false;
    }
    let before = text.get(..mark.at).unwrap_or("").trim_end();
    if mark.family == Family::Single {
        // Elsewhere, and where it is straight, it may be an apostrophe.
        let opens = before.is_empty() || before.ends_with([':', '.', '!', '?', ',']);
        return opens && text[mark.at..].starts_with('‘') && ends_sentence(text);
    }
    before.is_empty() || before.ends_with([':', '：', ',', '，', '.', '。', '”', '」', '"', '!', '?'])
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end().ends_with(['.', '!', '?', '…'])
}

/// Whether the single mark at `index` is rather the apostrophe of a plural, because a firmer one comes before the
/// next opening mark.
fn weak_apostrophe(marks: &[Mark], index: usize) -> bool {
    let mark = marks[index];
    mark.family == Family::Single
        && !mark.firm
        && marks[index + 1..]
            .iter()
            .filter(|next| next.family == Family::Single)
            .take(8)
            .take_while(|next| !next.opens || next.closes)
            .any(|next| next.closes && next.firm)
}

fn find(text: &str, single_quotes: bool) -> Vec<Mark> {
    let mut marks = Vec::new();
    let doubled = doubles_apostrophes(text);
    // Where the last mark ended.
    let mut free = 0;
    for (at, c) in LEADS.chars(text).filter(|&(_, c)| family(c).is_some()) {
        if at < free {
            continue;
        }
        let pair = doubled && text[at..].starts_with(DOUBLED);
        let (c, len) = if pair { ('"', DOUBLED.len()) } else { (c, c.len_utf8()) };
        let before = text[..at].chars().next_back();
        let after = text[at + len..].chars().next();
        if let Some(mark) = mark_of(text, at, c, before, after)
            && (single_quotes || mark.family != Family::Single)
        {
            marks.push(Mark { len, ..mark });
        }
        free = at + len;
    }
    marks
}

/// What stood for a double mark on old wires: two apostrophes.
const DOUBLED: &str = "''";

/// Whether two apostrophes open a word somewhere in `text`: elsewhere the second closes what the first does not.
fn doubles_apostrophes(text: &str) -> bool {
    memchr::memmem::find_iter(text.as_bytes(), DOUBLED).any(|at| {
        let opens = text[..at].chars().next_back().is_none_or(char::is_whitespace);
        opens && text[at + DOUBLED.len()..].starts_with(char::is_alphanumeric)
    })
}

/// How the characters start that [`family`] knows.
static LEADS: Leads = Leads::of(&[b'"', b'\'', 0xc2, 0xe2, 0xe3, 0xef]);

/// Which marks `c` is one of, and whether it opens and closes by its form.
fn family(c: char) -> Option<(Family, bool, bool)> {
    Some(match c {
        '"' | '＂' => (Family::Double, true, true),
        '“' | '„' | '‟' | '〝' => (Family::Double, true, false),
        '”' | '〞' | '〟' => (Family::Double, false, true),
        '\'' | '＇' => (Family::Single, true, true),
        '‘' => (Family::Single, true, false),
        '’' => (Family::Single, false, true),
        '«' => (Family::Guillemet, true, false),
        '»' => (Family::Guillemet, false, true),
        '「' | '﹁' => (Family::Corner, true, false),
        '」' | '﹂' => (Family::Corner, false, true),
        '『' | '﹃' => (Family::WhiteCorner, true, false),
        '』' | '﹄' => (Family::WhiteCorner, false, true),
        _ => return None,
    })
}

fn mark_of(text: &str, at: usize, c: char, before: Option<char>, after: Option<char>) -> Option<Mark> {
    let (family, opening, closing) = family(c)?;
    let len = c.len_utf8();
    let plain = Mark { at, len, family, opens: opening, closes: closing, firm: true };
    if matches!(family, Family::Guillemet | Family::Corner | Family::WhiteCorner) {
        return Some(plain);
    }
    let word = |c: Option<char>| c.is_some_and(|c| crate::text::script::is_word(c) && !is_cjk(c));
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    if family == Family::Single {
        if word(before) && word(after) || (!opening && elided(text, at + len, before)) {
            return None;
        }
        let opens = opening && !word(before) && !blank(after) && !elided(text, at + len, before);
        let closes = (closing || wrongly_turned(before, after)) && !blank(before);
        let firm = before.is_some_and(|c| !crate::text::script::is_word(c)) || is_cjk(before.unwrap_or(' '));
        return (opens || closes).then_some(Mark {
            opens: opens && !(closes && c == '‘'),
            closes,
            firm,
            ..plain
        });
    }
    let opens = opening && !blank(after) && (!word(before) || word(after));
    let mark = match c {
        '“' | '„' | '‟' | '〝' if wrongly_turned(before, after) => {
            Mark { opens: false, closes: true, ..plain }
        }
        '”' | '〞' | '〟' if wrongly_turned_closing(before, after) => {
            Mark { opens: true, closes: true, ..plain }
        }
        // Between blanks it opens after a stop, if nothing is open to close.
        '"' | '＂' if blank(before) && blank(after) => Mark { opens: stops_before(text, at), ..plain },
        '"' | '＂' => Mark { opens, closes: !blank(before) || blank(after) || opens, ..plain },
        _ => plain,
    };
    (mark.opens || mark.closes).then_some(mark)
}

/// Whether a stop or comma is the last thing before `at` but for blanks.
fn stops_before(text: &str, at: usize) -> bool {
    text.get(..at).is_some_and(|before| before.trim_end().ends_with(['.', ',', '!', '?', ':']))
}

/// An opening mark where only a closing one makes sense: text before it, none after.
fn wrongly_turned(before: Option<char>, after: Option<char>) -> bool {
    let text_before = before
        .is_some_and(|c| !c.is_whitespace() && !opens_quote(c) && !matches!(c, '(' | '（' | ':' | '：'));
    text_before
        && after.is_none_or(|c| c.is_whitespace() || matches!(c, ',' | '.' | '，' | '。' | ';' | ')'))
        && !before.is_some_and(is_cjk)
}

/// A closing mark where only an opening one makes sense: none before it, a letter after.
fn wrongly_turned_closing(before: Option<char>, after: Option<char>) -> bool {
    before.is_none_or(char::is_whitespace) && after.is_some_and(crate::text::script::is_word)
}

/// Whether the word after a single mark is one that English writes with an apostrophe in front: ’tis, ’90s.
fn elided(text: &str, at: usize, before: Option<char>) -> bool {
    if before.is_some_and(|c| crate::text::script::is_word(c) || c.is_ascii_punctuation() && c != '(') {
        return false;
    }
    let Some(rest) = text.get(at..) else { return false };
    let end = rest.find(|c: char| !crate::text::script::is_word(c)).unwrap_or(rest.len());
    let Some(word) = rest.get(..end) else { return false };
    if word.is_empty() || word.len() > 8 {
        return false;
    }
    let digits = word.trim_end_matches('s');
    (digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit()))
        || reporting::english(&word.to_lowercase()).is(Role::Elision)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The strings of `text`, `|` between them, `~` after one that never closes.
    fn strings(text: &str) -> String {
        let marks = pair(text, true);
        let shown: Vec<String> = marks
            .strings
            .iter()
            .map(|s| format!("{}{}", &text[s.inner.clone()], if s.closed { "" } else { "~" }))
            .collect();
        shown.join("|")
    }

    #[test]
    fn every_style_pairs() {
        assert_eq!(strings("“One,” he said. \"Two.\" ‘Three’ 'four' «five»"), "One,|Two.|Three|four|five");
        assert_eq!(strings("他說：「今日『風』大。」她說：“好。”"), "今日『風』大。|好。");
        assert_eq!(strings("He said “we heard ‘stop’ and stopped.”"), "we heard ‘stop’ and stopped.");
        assert_eq!(strings("''One, it's here,'' he said. ''Two.''"), "One, it's here,|Two.");
        assert_eq!(strings("'He said 'stop'' and left.").matches('|').count(), 0);
    }

    #[test]
    fn apostrophes_open_nothing() {
        assert_eq!(strings("The ferry's crew and the workers' union don't mind the '90s or ’em."), "");
        assert_eq!(strings("‘The workers’ hall is open,’ she said."), "The workers’ hall is open,");
        assert_eq!(strings("'It's ours,' said Ann."), "It's ours,");
    }

    #[test]
    fn an_odd_mark_spoils_only_itself() {
        assert_eq!(strings("\"One,\" said Ann. \" Two three.\" Four."), "One,| Two three.");
        assert_eq!(strings("A 5\" pipe, “new,” he said."), "new,");
        assert_eq!(strings("“It never closes and goes on."), "It never closes and goes on.~");
        assert_eq!(
            strings("‘It’s open, and the workers don’t know."),
            "It’s open, and the workers don’t know.~"
        );
        assert_eq!(strings("‘Open house"), "");
        assert_eq!(
            strings("‘It’s open,’ said Ann. ‘The workers don’t know."),
            "It’s open,|The workers don’t know.~"
        );
        assert_eq!(strings("“It never closes. “Then this,” he said."), "It never closes.~|Then this,");
        assert_eq!(strings("他說：「錯的括號。』然後走了。"), "錯的括號。");
        assert_eq!(strings("He said, “wrongly turned“ and left."), "wrongly turned");
    }

    #[test]
    fn many_opening_marks_take_no_time() {
        let text = "「“\"'".repeat(10_000);
        assert!(pair(&text, true).strings.len() < 10_001);
    }
}
