//! Lines of contact blocks and signatures: a name and a post, in any order, parted by blanks, commas or bars.
//!
//! Takes a line; gives the parts. A line that names a desk or a body only is given as an organization. It does not
//! read telephone numbers or addresses.

use super::han_name::{self, Follows};
use super::window::{self, is_mark, trim_start};
use super::words::words;
use super::{Named, NamedKind, PostLine, chinese, english, english_post, latin_name, post};
use crate::lexicon::people::{han, latin};
use crate::text::script::{is_han, is_word};
use std::borrow::Cow;
use std::ops::Range;

/// Lines longer than this are no name and post.
const LONGEST: usize = 320;

/// The name that a post parts as Taiwan's offices print it, and the post: 廖|科長|文凱.
pub(crate) fn parted_name(part: &str) -> Option<PartedName> {
    let ends: Vec<usize> = part.char_indices().map(|(at, c)| at + c.len_utf8()).take(2).collect();
    let surname = |&end: &usize| {
        let name = &part[..end];
        han::COMMON_SURNAMES.contains(name)
            || han::RARE_SURNAMES.contains(name)
            || han::DOUBLE_SURNAMES.contains(name)
    };
    let surname = ends.into_iter().rev().find(surname)?;
    let post = surname + han::AFTER_NAME.prefix_end(&part[surname..])?;
    let given = &part[post..];
    let fits = (1..=2).contains(&given.chars().count()) && given.chars().all(is_han);
    let plain = !post::ends_with_post(part) && !post::ends_as_body(part) && !han::HONORIFICS.contains(given);
    (fits && plain).then_some(PartedName {
        surname: 0..surname,
        post: surname..post,
        given: post..part.len(),
    })
}

/// See [`parted_name`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PartedName {
    pub(crate) surname: Range<usize>,
    pub(crate) post: Range<usize>,
    pub(crate) given: Range<usize>,
}

/// The name and the post that the line holds.
pub(crate) fn read(text: &str, range: Range<usize>) -> Option<Named> {
    let range = window::inside(text, range);
    let line = &text[range.clone()];
    let start = range.start + (line.len() - line.trim_start().len());
    let line = line.trim();
    if line.is_empty() || line.len() > LONGEST {
        return None;
    }
    let unlabelled = without_label(line);
    let (line, start) = (unlabelled, start + line.len() - unlabelled.len());
    let line = line[..channel_start(line)]
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '/' | ',' | '，' | '|' | '；' | ';'));
    let line = without_letter(line);
    if line.is_empty() || han::LABELS.contains(line) || opens_heading(line) {
        return None;
    }
    let named = if line.contains(is_han) { ChineseLine::of(line).read() } else { english_line(line) };
    named.map(|named| named.shifted(start))
}

/// A Chinese line without the letter of a label that ends it, whose number was cut off: 林小文 T.
fn without_letter(line: &str) -> &str {
    let head = line.strip_suffix('.').and_then(|line| line.strip_suffix(|c: char| c.is_ascii_uppercase()));
    head.and_then(|head| head.strip_suffix(' '))
        .filter(|head| head.ends_with(is_han))
        .map_or(line, str::trim_end)
}

/// Where a telephone number or an address starts, with its label.
fn channel_start(line: &str) -> usize {
    let mut letters = line.char_indices();
    let mut before = letters.next().map_or(' ', |(_, first)| first);
    let mut starts = letters.filter(|&(at, c)| {
        let goes_on = is_word(before) && !is_han(before);
        before = c;
        if is_han(c) {
            han::CHANNELS.prefix_end(&line[at..]).is_some()
        } else {
            !goes_on && opens_channel(&line[at..], c)
        }
    });
    starts.next().map_or(line.len(), |(at, _)| at)
}

/// Whether a number, an address or the label of either starts `rest`, whose first character `c` is no Han one.
fn opens_channel(rest: &str, c: char) -> bool {
    if c.is_whitespace() {
        return false;
    }
    let word = rest.split(|c: char| c.is_whitespace() || is_mark(c)).next().unwrap_or("");
    latin::CHANNELS.contains_lower(word) || word.contains('@') || is_number(rest)
}

/// Whether a telephone number starts `text`: seven digits or more before the next letter.
fn is_number(text: &str) -> bool {
    let opens = text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '('));
    let run = text.chars().take(24).take_while(|c| !c.is_alphabetic());
    opens && run.filter(char::is_ascii_digit).count() >= 7
}

/// "About X", 關於某某.
fn opens_heading(line: &str) -> bool {
    let first = line.split(|c: char| c.is_whitespace() || c == ':').next().unwrap_or("");
    han::HEADING_OPENERS.prefix_end(line).is_some() || latin::HEADING_OPENERS.contains_lower(first)
}

/// The line without "Media contact:" or 聯絡人： before it.
fn without_label(line: &str) -> &str {
    let Some((label, rest)) = line.split_once(['：', ':']) else { return line };
    let label = label.trim();
    let known = han::LABELS.contains(label) || latin::LABELS.contains_lower(label);
    if known { rest.trim_start() } else { line }
}

fn english_line(line: &str) -> Option<Named> {
    let first = first_segment(line);
    let spaced = bars_as_commas(line);
    if is_desk_or_body(&line[first.clone()]) {
        return titled_person(line, &spaced, first.clone()).or_else(|| organization(line, 0..first.end));
    }
    let named = english::from(&spaced, 0..spaced.len())?;
    match named.kind {
        NamedKind::Person => Some(with_rest(line, named)),
        NamedKind::Organization => organization(line, 0..first.end),
        NamedKind::Unnamed => Some(named),
        NamedKind::Pronoun => None,
    }
}

/// "Section Chief Ann Lee, Transport Division": a post before the name, inside which stands a word of bodies.
fn titled_person(line: &str, spaced: &str, first: Range<usize>) -> Option<Named> {
    let mut inner = line[first.clone()].split_whitespace().rev().skip(1);
    if !inner.any(|word| latin::HEADS.contains_lower(word)) {
        return None;
    }
    let named = english::from(spaced, 0..spaced.len())?;
    let title = named.title.clone()?;
    let name = named.name.clone().filter(|_| named.kind == NamedKind::Person)?;
    let mut parts = line[name.clone()].split_whitespace();
    let is_body =
        parts.any(|word| latin::DESKS.contains_lower(word) || latin::BODY_MARKS.contains_lower(word));
    let in_order = title.start == 0 && title.end < name.start && name.end <= first.end;
    (in_order && !is_body).then(|| with_rest(line, named))
}

/// The post that is all of the line.
pub(super) fn post(text: &str, range: Range<usize>) -> Option<PostLine> {
    let range = window::inside(text, range);
    let line = &text[range.clone()];
    let first = line.split_whitespace().next()?;
    if line.len() > LONGEST || line.contains(is_han) || latin_name::is_given_name(first) {
        return None;
    }
    let words = words(line);
    let post = english_post::apposition(&words, 0)?;
    let offset = |at: usize| words.get(at).map_or(line.len(), |word| word.start);
    if post.title.start != 0 || post.title.is_empty() {
        return None;
    }
    // "Deputy Ann Lee": what follows the head is more than what it is for.
    let rest = &line[words[post.end - 1].end()..];
    // "Senior Manager (Corporate Communications)"
    if rest.starts_with(" (") && rest.trim_end().find(')') == Some(rest.trim_end().len() - 1) {
        return Some(PostLine {
            title: range.start..range.start + line.trim_end().len(),
            organization: None,
        });
    }
    let about = rest.trim_start().strip_prefix([',', '–', '-']).map(str::trim);
    let whole = rest.trim().is_empty();
    let domain = about.is_some_and(|about| {
        about.split([' ', '&']).filter(|word| !word.is_empty()).all(|word| {
            let word = word.trim_matches(',');
            latin::DOMAINS.contains_lower(word)
                || latin::CONJUNCTIONS.contains(word)
                || latin::MODIFIERS.contains_lower(word)
        })
    });
    if !whole && !domain {
        return None;
    }
    let end = if domain { line.trim_end().len() } else { words[post.title.end - 1].end() };
    let organization = post
        .organization
        .filter(|_| whole)
        .map(|body| range.start + offset(body.start)..range.start + words[body.end - 1].end());
    Some(PostLine { title: range.start..range.start + end, organization })
}

/// The line with " - ", " – ", " | " as commas, byte for byte as long.
fn bars_as_commas(line: &str) -> Cow<'_, str> {
    if !line.contains(is_bar) {
        return Cow::Borrowed(line);
    }
    let mut spaced = String::with_capacity(line.len());
    for (at, c) in line.char_indices() {
        let alone = line[..at].ends_with(' ') && line[at + c.len_utf8()..].starts_with(' ');
        if is_bar(c) && (alone || c == '|') {
            let moved = spaced.ends_with(' ');
            if moved {
                spaced.pop();
            }
            spaced.push(',');
            spaced.extend(std::iter::repeat_n(' ', c.len_utf8() - usize::from(!moved)));
        } else {
            spaced.push(c);
        }
    }
    Cow::Owned(spaced)
}

fn is_bar(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '|' | '•' | '·' | '/')
}

fn first_segment(line: &str) -> Range<usize> {
    let ends = line
        .char_indices()
        .filter(|&(at, c)| matches!(c, ',' | '|' | ';' | '(') || (is_bar(c) && line[..at].ends_with(' ')));
    let legal = |at: usize| {
        let next = line[at + 1..].split_whitespace().next().unwrap_or("");
        latin::LEGAL_FORMS.contains_lower(next.trim_end_matches([',', ';']))
    };
    let end =
        ends.map(|(at, _)| at).find(|&at| !(line[at..].starts_with(',') && legal(at))).unwrap_or(line.len());
    0..line[..end].trim_end().len()
}

/// Whether the words name a place that takes calls, or a company: no honorific, no given name, a telling word.
fn is_desk_or_body(words: &str) -> bool {
    let tells = |word: &str| {
        let classes = latin::small_classes_of(word);
        latin::DESKS.have(classes) || latin::BODY_MARKS.have(classes) || latin::LEGAL_FORMS.have(classes)
    };
    if !words.split_whitespace().any(tells) {
        return false;
    }
    let first = words.split_whitespace().next().unwrap_or("");
    let last = words.split_whitespace().next_back().unwrap_or("");
    let person = latin::HONORIFICS.contains(first) || (latin_name::is_given_name(first) && !tells(last));
    !person && !latin::HEADS.contains_lower(last)
}

/// Whether the words may be nothing but a name: few, no sentence, no clause marks.
fn is_name_of_body(words: &str) -> bool {
    let latin = words.split_whitespace().filter(|word| !word.contains(is_han));
    let small = latin.clone().filter(|word| word.starts_with(char::is_lowercase));
    let plain = small.clone().all(|word| {
        latin::CONJUNCTIONS.contains(word)
            || latin::TITLE_PREPOSITIONS.contains(word)
            || latin::ARTICLES.contains(word)
            || latin::DESKS.contains(word)
            || latin::LEGAL_FORMS.contains_lower(word)
            || latin::PARTICLES.contains(word)
    });
    let clause = words.contains(|c: char| is_mark(c) && !matches!(c, '（' | '）' | '(' | ')' | ','));
    plain && !clause && latin.count() <= 9 && words.chars().filter(|&c| is_han(c)).count() <= 30
}

fn organization(line: &str, range: Range<usize>) -> Option<Named> {
    (!range.is_empty() && is_name_of_body(&line[range.clone()])).then(|| Named {
        extent: 0..line.len(),
        name: Some(range.clone()),
        organization: Some(range),
        kind: NamedKind::Organization,
        ..Named::default()
    })
}

/// `named` with the body that the rest of the line names, if it has none: "Jane Doe - Acme Corp".
fn with_rest(line: &str, named: Named) -> Named {
    let end = named.extent.end;
    if named.title.as_ref().is_some_and(|title| title.end > end) {
        let end = named.title.as_ref().map_or(end, |title| title.end);
        return Named { extent: named.extent.start..end, ..named };
    }
    if let Some(title) = named.title.clone().filter(|title| title.end == end) {
        let bracket = line[end..].trim_start().starts_with('(').then(|| line[end..].find(')')).flatten();
        if let Some(close) = bracket {
            return Named {
                title: Some(title.start..end + close + 1),
                extent: named.extent.start..end + close + 1,
                ..named
            };
        }
    }
    let rest = line[end..].trim_matches(|c: char| c.is_whitespace() || is_mark(c) || is_bar(c));
    let start = line.rfind(rest).unwrap_or(end);
    let body = start..start + rest.len();
    let capital = rest.starts_with(char::is_uppercase)
        && !rest.contains(['@', ':'])
        && !rest.contains(|c: char| c.is_ascii_digit());
    if rest.is_empty()
        || latin::HONORIFICS.contains(rest)
        || !capital
        || body.start < end
        || named.organization.is_some()
        || latin_name::is_known_person(rest)
    {
        return named;
    }
    Named { organization: Some(body), extent: named.extent.start..line.len(), ..named }
}

/// A Chinese line whose parts are looked at by one rule after the other.
struct ChineseLine<'a> {
    line: &'a str,
    /// The descriptions that parts of it end with, as far as they were asked for.
    described: Vec<(Range<usize>, Option<Named>)>,
}

impl<'a> ChineseLine<'a> {
    fn of(line: &'a str) -> Self {
        ChineseLine { line, described: Vec::new() }
    }

    /// The description that `part` ends with.
    fn before(&mut self, part: Range<usize>) -> Option<Named> {
        if let Some((_, named)) = self.described.iter().find(|(own, _)| *own == part) {
            return named.clone();
        }
        let named = chinese::before(self.line, part.clone());
        self.described.push((part, named.clone()));
        named
    }

    /// The person whom `part` ends with.
    fn person(&mut self, part: Range<usize>) -> Option<Named> {
        self.before(part).filter(|named| named.kind == NamedKind::Person)
    }

    /// Told whole when it reads as a description, else by its segments.
    fn read(&mut self) -> Option<Named> {
        let line = self.line;
        let segments = self.segments();
        if let [only] = segments.as_slice() {
            return self.one_segment(only.clone());
        }
        let Some(name) = self.name_segment(&segments).or_else(|| name_after_unit(line, &segments)) else {
            return self.without_name(&segments);
        };
        let others: Vec<Range<usize>> = segments
            .iter()
            .enumerate()
            .filter(|&(index, _)| index != name)
            .map(|(_, part)| part.clone())
            .collect();
        let own = without_honorific(line, segments[name].clone());
        if let Some(named) = glossed_in_both_scripts(line, own.clone()) {
            return Some(with_posts(line, &others, Named { extent: 0..line.len(), ..named }));
        }
        let told = if is_in_both_scripts(&line[own.clone()]) { None } else { self.person(own.clone()) };
        let told = told.filter(|named| starts_at(named.name.as_ref(), own.start));
        let own = told.unwrap_or_else(|| unknown(line, own));
        Some(with_posts(line, &others, Named { extent: 0..line.len(), ..own }))
    }

    fn one_segment(&mut self, part: Range<usize>) -> Option<Named> {
        let line = self.line;
        if let Some(named) = glossed_in_both_scripts(line, part.clone()) {
            return Some(Named { extent: part, ..named });
        }
        if is_in_both_scripts(&line[part.clone()]) {
            return Some(Named { extent: part.clone(), name: Some(part), ..Named::default() });
        }
        if self.is_name(part.clone()) {
            let named = self.person(part.clone());
            return named.or(Some(Named { extent: part.clone(), name: Some(part), ..Named::default() }));
        }
        let words = &line[part.clone()];
        if is_post_alone(words) {
            return Some(Named {
                extent: part.clone(),
                title: Some(part),
                kind: NamedKind::Unnamed,
                ..Named::default()
            });
        }
        let body = han::BODY_ENDS.ends(words) || post::is_unit_only(words);
        let named = if body { None } else { self.before(part.clone()) };
        match named {
            Some(named) if matches!(named.kind, NamedKind::Person | NamedKind::Unnamed) => {
                Some(Named { extent: part, ..named })
            }
            _ if is_short(line) => organization(line, part),
            _ => None,
        }
    }

    /// No segment is a name: the last may still end with one (課員王小明), or the line names a desk.
    fn without_name(&mut self, segments: &[Range<usize>]) -> Option<Named> {
        let line = self.line;
        let (last, others) = segments.split_last()?;
        match self.person(last.clone()).or_else(|| name_with_post(line, last.clone())) {
            Some(named) => Some(with_posts(line, others, Named { extent: 0..line.len(), ..named })),
            None => body_and_post(line, segments)
                .or_else(|| if is_short(line) { organization(line, 0..line.len()) } else { None }),
        }
    }

    /// Which segment is a name by itself: the first, unless it may be a body and the last is a name too.
    fn name_segment(&mut self, segments: &[Range<usize>]) -> Option<usize> {
        let last = (0..segments.len()).rev().find(|&index| self.names(segments, index))?;
        let first =
            last == 0 || !post::ends_as_body(&self.line[segments[0].clone()]) && self.names(segments, 0);
        Some(if first { 0 } else { last })
    }

    /// Whether a segment is a name by itself.
    fn names(&mut self, segments: &[Range<usize>], index: usize) -> bool {
        let part = segments[index].clone();
        let words = &self.line[part.clone()];
        if self.is_name(part) {
            return true;
        }
        let Some(before) = index.checked_sub(1).map(|before| &self.line[segments[before].clone()]) else {
            return false;
        };
        // After a post it is a name, whatever such a word stands for elsewhere: 連 of 連立雅 opens no adverb.
        let called = || words.split_once(' ').is_some_and(|(latin, han)| is_called(latin, han));
        let fits = || {
            latin_name::is_capital_word(words) && !words.contains(' ')
                || han::is_name_shaped(words)
                || called()
        };
        glossed(words).is_some() || fits() && post::ends_with_post(before)
    }

    /// Whether `part` is a name and nothing else, but for a honorific before it.
    fn is_name(&mut self, part: Range<usize>) -> bool {
        let part = without_honorific(self.line, part);
        let words = &self.line[part.clone()];
        if is_in_both_scripts(words) {
            return true;
        }
        if words.chars().all(|c| !is_han(c)) {
            return latin_name::looks_like_name(words)
                && !latin_name::has_body_mark(words)
                && (latin_name::has_personal_name(words) || words.contains(' '));
        }
        if post::is_unit_only(words) || post::ends_as_body(words) && words.chars().nth(3).is_some() {
            return false;
        }
        let whole = self
            .person(part.clone())
            .is_some_and(|named| named.title.is_none() && starts_at(named.name.as_ref(), part.start));
        whole || han_name::ending(words, Follows::Nothing).is_some_and(|name| name.start == 0)
    }

    /// The parts of the line: parted by marks, and by blanks beside Han characters. A single Latin word after a short Han
    /// one is its second half: 王小明 Simon; a honorific belongs to what stands before it: 王小明 先生.
    fn segments(&mut self) -> Vec<Range<usize>> {
        let line = self.line;
        let mut parts: Vec<Range<usize>> = Vec::new();
        let mut start = 0;
        let mut depth = 0_usize;
        let mut before = None;
        for (at, c) in line.char_indices() {
            depth = match c {
                '（' | '(' => depth + 1,
                '）' | ')' => depth.saturating_sub(1),
                _ => depth,
            };
            let after = at + c.len_utf8();
            let bar = matches!(c, '，' | ',' | '|' | '｜' | '：' | ':' | '；' | '/' | '／');
            let beside = |c: char| is_han(c) || is_mark(c);
            let parts_here = || before.is_some_and(beside) || line[after..].trim_start().starts_with(is_han);
            if depth == 0 && (bar || c.is_whitespace() && parts_here()) {
                self.push(&mut parts, start..at);
                start = after;
            }
            before = Some(c);
        }
        self.push(&mut parts, start..line.len());
        parts
    }

    fn push(&mut self, parts: &mut Vec<Range<usize>>, part: Range<usize>) {
        let line = self.line;
        let start = trim_start(line, part.start, part.end);
        let end = start + line[start..part.end.max(start)].trim_end().len();
        if start >= end {
            return;
        }
        let goes_on = parts.last().is_some_and(|last| {
            let before = || parts.iter().rev().nth(1);
            let posted = || before().is_some_and(|part| post::ends_with_post(&line[part.clone()]));
            self.goes_on(last.clone(), start..end)
                || is_called(&line[last.clone()], &line[start..end]) && posted()
        });
        match parts.last_mut().filter(|_| goes_on) {
            Some(last) => last.end = end,
            None => parts.push(start..end),
        }
    }

    /// Whether `part` belongs to the part before it.
    fn goes_on(&mut self, last: Range<usize>, part: Range<usize>) -> bool {
        let (before, text) = (&self.line[last.clone()], &self.line[part.clone()]);
        if !self.line[last.end..part.start].chars().all(char::is_whitespace) {
            return false;
        }
        // 工程師 in a cell of its own is a post, 教授 may be either.
        let honorific = || {
            han::HONORIFICS.contains(text) && !(han::HEADS.contains(text) && text.chars().nth(2).is_some())
        };
        let short = || (2..=4).contains(&before.chars().count()) && before.chars().all(is_han);
        honorific()
            || goes_on_in_han(before, text)
            || latin_name::is_capital_word(text) && short() && self.is_name(last)
    }
}

/// Whether `words` are a post from their first character on: 暨 of 經理暨代理發言人 is nobody's surname. In fewer characters it may
/// be one.
fn is_post_alone(words: &str) -> bool {
    const SHORTEST: usize = 5;
    words.chars().nth(SHORTEST - 1).is_some()
        && post::ending(words)
            .is_some_and(|post| post.title == (0..words.len()) && post.organization.is_none())
}

/// Whether behind a post `latin` and `han` are one name: 經理 Marlow 林小文. Before a name alone a word in Latin letters may be a
/// body's.
fn is_called(latin: &str, han: &str) -> bool {
    latin_name::is_capital_word(latin)
        && latin.contains(char::is_lowercase)
        && han.chars().all(is_han)
        && han::is_name_shaped(han)
        && !post::ends_as_body(han)
        && !post::ends_with_post(han)
}

/// Whether a line is no longer than names of bodies are, and no sentence.
fn is_short(line: &str) -> bool {
    line.chars().count() <= 40 && !line.contains('。')
}

/// A segment that is a name as a whole, or one with its post in a bracket.
fn unknown(line: &str, own: Range<usize>) -> Named {
    let Some(name) = glossed(&line[own.clone()]) else {
        return addressed(line, own);
    };
    let inside = &line[own.start + name.end..own.end];
    let start = own.end - inside.trim_start().trim_start_matches(is_mark).len();
    let title = start..start + line[start..own.end].trim_end_matches(is_mark).len();
    Named { name: Some(own.start..own.start + name.end), title: Some(title), ..Named::default() }
}

/// A name in Latin letters, with how one is addressed before it: Ms|Ann Lee.
fn addressed(line: &str, own: Range<usize>) -> Named {
    let words = &line[own.clone()];
    let honorific = words.find(' ').filter(|&end| latin::HONORIFICS.contains(&words[..end]));
    let Some(end) = honorific else { return Named { name: Some(own), ..Named::default() } };
    let name = trim_start(line, own.start + end, own.end)..own.end;
    Named { name: Some(name), honorific: Some(own.start..own.start + end), ..Named::default() }
}

/// Whether a name is read from where its segment starts: 連 of 連立雅 is her surname and no adverb.
fn starts_at(name: Option<&Range<usize>>, start: usize) -> bool {
    name.is_some_and(|name| name.start == start)
}

/// A segment that is a name with the post right after it: 林小文行政專員.
fn name_with_post(line: &str, part: Range<usize>) -> Option<Named> {
    let found = post::ending(&line[part.clone()])?;
    let name = found.organization.filter(|name| name.start == 0 && name.end == found.title.start)?;
    let is_name = han::is_name_shaped(&line[part.start..part.start + name.end]);
    is_name.then(|| Named {
        extent: part.clone(),
        name: Some(part.start..part.start + name.end),
        title: Some(part.start + found.title.start..part.start + found.title.end),
        ..Named::default()
    })
}

/// A body and a post that a blank parts, without a name: 投資人關係處 資深經理, 北堤磨坊 公關總監.
fn body_and_post(line: &str, segments: &[Range<usize>]) -> Option<Named> {
    let (last, others) = segments.split_last()?;
    let body = others.first()?.start..others.last()?.end;
    let post = post::ending(&line[last.clone()]).filter(|post| post.title.len() == last.len())?;
    let words = &line[body.clone()];
    let may_stand =
        |c: char| c.is_alphanumeric() || c.is_whitespace() || matches!(c, '（' | '）' | '(' | ')' | '&');
    let whole = words.chars().all(may_stand);
    let named = || words.chars().nth(2).is_some() && !han::is_name_shaped(words);
    let told = whole && post.organization.is_none() && (post::ends_as_body(words) || named());
    told.then(|| Named {
        extent: 0..line.len(),
        title: Some(last.clone()),
        organization: Some(body),
        kind: NamedKind::Unnamed,
        ..Named::default()
    })
}

/// The last segment where it follows a unit and can be nothing but a name, though no surname tells it: 宿水書屋 推廣組 佴知遠.
fn name_after_unit(line: &str, segments: &[Range<usize>]) -> Option<usize> {
    let (last, others) = segments.split_last()?;
    let unit = &line[others.last()?.clone()];
    let name = &line[last.clone()];
    let fits = (2..=4).contains(&name.chars().count()) && name.chars().all(is_han);
    let told = post::is_unit_only(unit) || post::ends_as_body(unit);
    let other = post::ends_as_body(name)
        || post::ends_with_post(name)
        || post::is_unit_only(name)
        || han::LABELS.contains(name)
        || han::NOT_NAMES.contains(name);
    (fits && told && !other).then_some(segments.len() - 1)
}

/// A name without the honorifics before it: 林小文 of 拿督林小文.
fn without_honorific(line: &str, part: Range<usize>) -> Range<usize> {
    let mut part = part;
    while let Some(end) = han::HONORIFICS_BEFORE.prefix_end(&line[part.clone()]) {
        part = trim_start(line, part.start + end, part.end)..part.end;
    }
    part
}

/// Whether `part` is a name in Latin letters that goes on in Han characters, with a bracket or none: Bosco Lui 雷柏舜,
/// Vivian 水（水宜芳）.
fn is_in_both_scripts(part: &str) -> bool {
    part.find(is_han).is_some_and(|at| goes_on_in_han(part[..at].trim_end(), &part[at..]))
}

/// A name in both scripts with a bracket that tells the post: Ivy 林（經理）; but not Ivy 林（林小文）.
fn glossed_in_both_scripts(line: &str, part: Range<usize>) -> Option<Named> {
    let words = &line[part.clone()];
    let open = post::open_bracket(words).filter(|_| is_in_both_scripts(words))?;
    let inside = words[open..].trim_matches(is_mark);
    let start = part.start + open + words[open..].find(inside)?;
    let name = part.start..part.start + words[..open].trim_end().len();
    post::ends_with_post(inside).then(|| Named {
        name: Some(name),
        title: Some(start..start + inside.len()),
        ..Named::default()
    })
}

/// See [`is_in_both_scripts`]: a given name in Latin letters, and `text` that may be a surname or a whole name.
fn goes_on_in_han(latin: &str, text: &str) -> bool {
    let first = latin.split(' ').next().unwrap_or("");
    let given =
        latin_name::is_given_name(first) || latin.contains(' ') && latin_name::has_personal_name(latin);
    let own = &text[..post::open_bracket(text).unwrap_or(text.len())];
    let surname = han::COMMON_SURNAMES.contains(own)
        || han::RARE_SURNAMES.contains(own)
        || han::WORDLIKE_SURNAMES.contains(own);
    let whole = || own.chars().all(is_han) && han::is_name_shaped(own) && !post::ends_as_body(own);
    let latin_alone = latin_name::looks_like_name(latin) && !latin_name::has_body_mark(latin);
    // A surname by itself makes a name of any one word before it: Ann 林.
    let called = surname && latin_name::is_capital_word(latin) && latin.contains(char::is_lowercase);
    (given || called) && latin_alone && (surname || whole() && !post::ends_with_post(own))
}

/// The name before a bracket that tells the post, whatever the name is: 全勇（副局長）.
fn glossed(part: &str) -> Option<Range<usize>> {
    let open = post::open_bracket(part).filter(|&open| open > 0)?;
    let name = part[..open].trim_end();
    let inside = part[open..].trim_matches(is_mark);
    let short = (2..=4).contains(&name.chars().count()) && name.chars().all(is_han);
    let own = !post::ends_as_body(name) && !post::ends_with_post(name) && !post::is_unit_only(name);
    (short && own && post::ends_with_post(inside) && inside.chars().all(is_han)).then_some(0..name.len())
}

/// `named` with title and body out of the segments beside the name.
fn with_posts(line: &str, others: &[Range<usize>], named: Named) -> Named {
    let mut named = named;
    let mut aged = false;
    for part in others {
        let text = &line[part.clone()];
        // After the age stands where somebody lives.
        aged |= han::AGES.ends(text);
        if aged && !post::ends_with_post(text) && !han::ROLES.ends(text) {
            continue;
        }
        let role = han::ROLES.suffix_start(text);
        if role.is_some_and(|at| han::KIN.contains(&text[at..])) {
            continue;
        }
        if role.is_some() && !post::ends_with_post(text) && named.title.is_none() {
            let body = post::body_end(line, part.clone());
            let told = body < part.end && post::ends_as_body(&line[part.start..body]);
            named.organization = told.then_some(part.start..body).or(named.organization);
            named.title = Some(if told { body..part.end } else { part.clone() });
            continue;
        }
        match post::ending(text).or_else(|| post::divided(text)) {
            Some(found) if named.title.is_none() => {
                named.title = Some(part.start + found.title.start..part.start + found.title.end);
                if let Some(body) = found.organization {
                    named.organization = Some(part.start + body.start..part.start + body.end);
                }
            }
            // What somebody does at the body before it: 北堤劇團 行銷宣傳.
            None if named.title.is_none() && named.organization.is_some() && post::is_domains_only(text) => {
                named.title = Some(part.clone());
            }
            None if is_other_reading(text) || is_in_han_too(line, &named, text) => {}
            _ => named.organization = Some(with_unit(line, named.organization, part.clone())),
        }
    }
    named
}

/// Whether a part of a Chinese line says in Latin letters who or what is told in Han characters: a name, a post.
fn is_other_reading(part: &str) -> bool {
    if part.contains(is_han) {
        return false;
    }
    let (first, last) = (part.split_whitespace().next(), part.split_whitespace().next_back());
    let named = || {
        first.is_some_and(|first| latin::HONORIFICS.contains(first)) || latin_name::has_personal_name(part)
    };
    last.is_some_and(|last| latin::HEADS.contains_lower(last)) || !latin_name::has_body_mark(part) && named()
}

/// Whether a part is the name in Han characters of somebody named in Latin letters: Ann Lee 傳訊經理 |林小文.
fn is_in_han_too(line: &str, named: &Named, part: &str) -> bool {
    let latin = named.name.clone().is_some_and(|name| !line[name].contains(is_han));
    latin && han::is_name_shaped(part) && !post::ends_as_body(part)
}

/// A unit printed after its body belongs to its name: 霧島美術館 推廣組.
fn with_unit(line: &str, body: Option<Range<usize>>, part: Range<usize>) -> Range<usize> {
    match body {
        Some(body)
            if line[body.end..part.start.max(body.end)].trim().is_empty() && body.end <= part.start =>
        {
            body.start..part.end
        }
        Some(body) => body,
        None => part,
    }
}
