//! Lists of people, as captions print them: （左起）甲公司主席某某、…, "(from left) Mr A, Ms B and Dr C".
//!
//! Takes a text; gives everybody whom it names, in order, with the place in the picture. It reads one description per
//! item and does not say what the people do.

use super::han_head;
use super::han_opening;
use super::window::{self, is_mark};
use super::{Listed, Named, NamedKind, chinese, english};
use crate::lexicon::people::{han, latin};
use crate::text::boundary;
use crate::text::script::{Leads, has_han};
use std::ops::Range;

/// Everybody whom `range` of `text` names.
pub(crate) fn read(text: &str, range: Range<usize>) -> Vec<Listed> {
    let range = window::inside(text, range);
    let list = &text[range.clone()];
    let people = if has_han(list) { chinese_list(list) } else { english_list(list) };
    people.into_iter().map(|listed| shifted(listed, range.start)).collect()
}

fn shifted(listed: Listed, by: usize) -> Listed {
    let position = listed.position.map(|part| part.start + by..part.end + by);
    Listed { named: listed.named.shifted(by), position }
}

/// Items end at list marks, at conjunctions, and at brackets that tell a place.
fn chinese_list(list: &str) -> Vec<Listed> {
    let mut found: Vec<Listed> = Vec::new();
    let mut reading = Reading::of(list);
    for (end, next) in item_ends(list) {
        if end > reading.item.start {
            let past = found.last().map_or(0, |listed| listed.named.extent.end);
            if let Some(named) = reading.item_up_to(end).filter(|named| named.extent.end > past) {
                let position = position(&list[end..next]).map(|part| end + part.start..end + part.end);
                found.push(Listed { named, position });
                reading.open(next);
            }
        }
    }
    found
}

/// A Chinese list while its items are read.
struct Reading<'a> {
    list: &'a str,
    known: chinese::Known,
    /// Where names may stand by their surnames alone, after what may be a post.
    names: Vec<Range<usize>>,
    item: Item,
}

/// An item whose end is not known yet.
#[derive(Default)]
struct Item {
    start: usize,
    /// Where the names end that may be its own after a post.
    reach: usize,
    /// Which of the names is to be looked at next: those before it are none of its own, wherever it ends.
    next: usize,
}

impl<'a> Reading<'a> {
    fn of(list: &'a str) -> Self {
        let mut names = Vec::new();
        let mut told = false;
        for (at, c) in list.char_indices() {
            if told && let Some(length) = han_opening::starting(&list[at..]) {
                names.push(at..at + length);
            }
            if !c.is_whitespace() {
                told = han_head::may_end_post(c);
            }
        }
        let mut reading = Reading { list, known: chinese::Known::default(), names, item: Item::default() };
        reading.open(0);
        reading
    }

    /// Starts an item.
    fn open(&mut self, start: usize) {
        /// Characters of the item in which the name may start.
        const REACH: usize = 80;
        let reach = self.list[start..].char_indices().nth(REACH);
        let reach = reach.map_or(self.list.len(), |(at, _)| start + at);
        let next = self.names.partition_point(|name| name.start < start);
        self.item = Item { start, reach, next };
    }

    /// Who is named by the item if it ends at `end`. Of the ends of one item the first comes first.
    fn item_up_to(&mut self, end: usize) -> Option<Named> {
        let named = |named: &Named| named.name.is_some();
        let whole = self.known.person_before(self.list, self.item.start..end).filter(named);
        whole.or_else(|| self.after_post(end))
    }

    /// 水務局局長何文俊鼓勵…: nothing marks the end of the name, but a post stands before it.
    fn after_post(&mut self, end: usize) -> Option<Named> {
        // A name has three or four characters, so that none ends before one that starts before it.
        while let Some(name) = self.names.get(self.item.next)
            && name.start < self.item.reach
            && name.end <= end
        {
            let start = self.item.start;
            if han_head::ends_with_post(&self.list[start..name.start]) {
                let named = self.known.person_before(self.list, start..name.end);
                if let Some(named) = named.filter(|named| named.title.is_some()) {
                    return Some(named);
                }
            }
            self.item.next += 1;
        }
        None
    }
}

/// Where items may end, and where the next one then starts.
fn item_ends(list: &str) -> Vec<(usize, usize)> {
    let mut ends = Vec::new();
    let mut closes = list.match_indices(['）', ')']).peekable();
    for (at, c) in list.char_indices() {
        let after = at + c.len_utf8();
        if matches!(c, '（' | '(') {
            while closes.next_if(|&(close, _)| close < after).is_some() {}
            if let Some(&(close, mark)) = closes.peek()
                && han::POSITIONS.contains(&list[after..close])
            {
                ends.push((at, close + mark.len()));
            }
        } else if han::LIST_LINKS.has(c) || (is_mark(c) && !matches!(c, '）' | ')')) {
            ends.push((at, after));
        }
    }
    // Before a word that no description reaches across, a name may end as well: 王小明於.
    ends.extend(han::boundary_spans(list).map(|span| (span.start, span.start)));
    ends.push((list.len(), list.len()));
    ends.sort_unstable();
    ends
}

/// The place in a bracket: 左三 of （左三）.
fn position(bracket: &str) -> Option<Range<usize>> {
    let start = bracket.find(['（', '('])?;
    let inside = &bracket[start..];
    let lead = inside.chars().next().map_or(0, char::len_utf8);
    let end = inside.find(['）', ')'])?;
    Some(start + lead..start + end)
}

/// English lists are read from every word that may start a description, on past each one found.
fn english_list(list: &str) -> Vec<Listed> {
    let mut found = Vec::new();
    let mut descriptions = english::Descriptions::of(list);
    let joints = joints(list);
    let mut at = list_start(list);
    while let Some(start) = next_capital(list, at) {
        if !found.is_empty() && !is_linked(&list[at..start]) {
            break;
        }
        let end = item_end(list, &joints, start);
        let named = descriptions
            .full_from(start..end)
            .filter(|named| named.kind == NamedKind::Person && is_listed(named, list));
        let Some(named) = named else {
            if !found.is_empty() {
                break;
            }
            at = start + list[start..].find(char::is_whitespace).unwrap_or(list.len() - start);
            continue;
        };
        let after = named.extent.end;
        let name_end = named.name.as_ref().map_or(after, |name| name.end);
        let brackets = [bracket_after(list, after), bracket_after(list, name_end)];
        let position = brackets.into_iter().flatten().find(|part| is_position(&list[part.clone()]));
        at = position.as_ref().map_or(after, |part| after.max(part.end + 1));
        found.push(Listed { named, position });
    }
    found
}

/// Whether `gap`, between two people, is a comma, a semicolon or a word that joins.
fn is_linked(gap: &str) -> bool {
    let mut words = gap.split_whitespace();
    let first = words.next().unwrap_or("");
    let joins = latin::LIST_LINKS.contains(first) || first.chars().all(|c| matches!(c, ',' | ';' | '.'));
    !first.is_empty() && joins && words.count() <= 2
}

/// A name of two words, or one with a honorific.
fn is_listed(named: &Named, list: &str) -> bool {
    let words = named.name.as_ref().map_or(0, |name| list[name.clone()].split_whitespace().count());
    words >= 2 || named.honorific.is_some()
}

/// Past "(from left)" that opens the list, at the start or after a colon.
fn list_start(list: &str) -> usize {
    let opens = |&at: &usize| {
        let before = list[..at].trim_end();
        before.is_empty() || before.ends_with(':')
    };
    let open = memchr::memchr_iter(b'(', list.as_bytes()).find(opens);
    let bracket = open.and_then(|open| bracket_after(list, open));
    bracket.filter(|part| is_position(&list[part.clone()])).map_or(0, |part| part.end + 1)
}

fn next_capital(list: &str, from: usize) -> Option<usize> {
    let mut boundary = true;
    let mut at = from;
    while let Some(&byte) = list.as_bytes().get(at) {
        let (length, capital, parts) = if byte.is_ascii() {
            let inside = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'\'' | b'.');
            (1, byte.is_ascii_uppercase(), !inside)
        } else {
            let c = list[at..].chars().next()?;
            (c.len_utf8(), c.is_uppercase(), !c.is_alphanumeric() && c != '’')
        };
        if boundary && capital {
            return Some(at);
        }
        boundary = parts;
        at += length;
    }
    None
}

/// An item ends at a semicolon, at "and" before a capital or a honorific, or with the list.
fn item_end(list: &str, joints: &[Joint], start: usize) -> usize {
    let end = boundary::floor(list, start + 300);
    let semicolon = memchr::memchr2(b';', b'\n', &list.as_bytes()[start..end]).map(|at| start + at);
    let next = joints.get(joints.partition_point(|joint| joint.at < start));
    let person = match next.filter(|joint| joint.honorific.end <= end) {
        Some(joint) => Some(joint.at),
        None => cut_joint(list, start..end),
    };
    [semicolon, person].into_iter().flatten().min().unwrap_or(end)
}

/// Where ", Ms B" or "and Dr C" starts, and the honorific.
struct Joint {
    at: usize,
    honorific: Range<usize>,
}

fn joints(list: &str) -> Vec<Joint> {
    let mut joints = Vec::new();
    let mut before = None;
    for word in words_between_blanks(list) {
        if latin::HONORIFICS.contains(&list[word.clone()])
            && let Some(at) = before.and_then(|before| joint_in(list, before))
        {
            joints.push(Joint { at, honorific: word.clone() });
        }
        before = Some(word);
    }
    joints
}

/// Where a word joins what follows to what is before: at its start when it is a link, at the comma that it ends with.
fn joint_in(list: &str, word: Range<usize>) -> Option<usize> {
    let text = &list[word.clone()];
    if latin::LIST_LINKS.contains(text) {
        return Some(word.start);
    }
    text.ends_with(',').then(|| word.end - 1)
}

/// The joint before the last word of `part`, which may be cut, where that is a honorific.
fn cut_joint(list: &str, part: Range<usize>) -> Option<usize> {
    let slice = &list[part.clone()];
    let (blank, c) = slice.char_indices().rev().find(|&(_, c)| c.is_whitespace())?;
    if !latin::HONORIFICS.contains(&slice[blank + c.len_utf8()..]) {
        return None;
    }
    let before = &slice[..blank];
    let start = before.char_indices().rev().find(|&(_, c)| c.is_whitespace());
    let start = part.start + start.map_or(0, |(at, c)| at + c.len_utf8());
    joint_in(list, start..part.start + blank)
}

/// First bytes of blanks.
static BLANKS: Leads = Leads::of(&[b'\t', b'\n', 0x0b, 0x0c, b'\r', b' ', 0xc2, 0xe1, 0xe2, 0xe3]);

/// The words of `part`; one that is empty between two blanks.
fn words_between_blanks(part: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    let blanks =
        BLANKS.chars(part).filter(|&(_, c)| c.is_whitespace()).map(|(at, c)| (at, at + c.len_utf8()));
    blanks.chain(std::iter::once((part.len(), part.len()))).map(move |(end, next)| {
        let word = start..end;
        start = next;
        word
    })
}

fn bracket_after(list: &str, at: usize) -> Option<Range<usize>> {
    let rest = &list[at..];
    let lead = rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',').len();
    let inside = rest[lead..].strip_prefix('(')?;
    let close = inside.find(')')?;
    Some(at + lead + 1..at + lead + 1 + close)
}

fn is_position(words: &str) -> bool {
    !words.is_empty()
        && words.split_whitespace().all(|word| latin::POSITIONS.contains_lower(word.trim_end_matches(',')))
}
