//! Lines of contact blocks and signatures: a name and a post, in any order, parted by blanks, commas or bars.
//!
//! Takes a line; gives the parts. A line that names a desk or a body only is given as an organization. Chinese lines are
//! read in `line_chinese.rs`. It does not read telephone numbers or addresses.

use super::han_body;
use super::han_head;
use super::line_chinese::ChineseLine;
use super::window::{self, is_mark};
use super::words::{Word, words};
use super::{Named, NamedKind, PostLine, english, english_post, latin_name};
use crate::lexicon::people::{han, latin};
use crate::text::script::{self, has_han, is_han, is_word};
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
    let plain =
        !han_head::ends_with_post(part) && !han_body::ends_as_body(part) && !han::HONORIFICS.contains(given);
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
    let named = if has_han(line) { ChineseLine::of(line).read() } else { english_line(line) };
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
    let is_latin = |c: char| is_word(c) && !is_han(c);
    let first = line.chars().next().unwrap_or(' ');
    let (mut at, mut in_word) = (first.len_utf8(), is_latin(first));
    while let Some(&byte) = line.as_bytes().get(at) {
        if in_word && byte.is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let Some(c) = line[at..].chars().next() else { break };
        let opens = if is_han(c) {
            han::CHANNELS.prefix_end(&line[at..]).is_some()
        } else {
            !in_word && opens_channel(&line[at..], c)
        };
        if opens {
            return at;
        }
        in_word = is_latin(c);
        at += c.len_utf8();
    }
    line.len()
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
    if is_desk_or_body(&line[first.clone()]) && !is_posted(line, &first) {
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

/// "Grace Church, Press Officer": a given name and one word more, before a comma and a post.
fn is_posted(line: &str, first: &Range<usize>) -> bool {
    let mut name = line[first.clone()].split(' ');
    let given = name.next().is_some_and(latin_name::is_given_name) && name.count() == 1;
    let rest = line[first.end..].strip_prefix(", ");
    given && rest.is_some_and(|rest| post(rest, 0..rest.len()).is_some())
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
    if line.len() > LONGEST || has_han(line) || latin_name::is_given_name(first) {
        return None;
    }
    let words = words(line);
    let post = english_post::apposition(&words, 0)?;
    let offset = |at: usize| words.get(at).map_or(line.len(), |word| word.start);
    if post.title.start != 0 || post.title.is_empty() {
        return None;
    }
    // "National Union of Weir Engineers" and "Parents for Safe Weirs" are bodies.
    let many = |word: &Word<'_>| {
        word.is_capital() && word.text.strip_suffix('s').is_some_and(|one| latin::HEADS.contains_lower(one))
    };
    let one = |word: &Word<'_>| word.is(&latin::HEADS) && !many(word);
    let title = &words[post.title.clone()];
    if title.iter().any(many) && !title.iter().any(one) {
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
        let (before, after) = (&line[..at], &line[at + c.len_utf8()..]);
        let alone = || before.ends_with(' ') && after.starts_with(' ');
        // The first of a dash that is typed with two marks is a comma, the second a blank.
        let typed = |rest: &str, around: &str| rest.starts_with(c) && around.ends_with(' ');
        let opens = || is_bar(c) && typed(after, before) && after[c.len_utf8()..].starts_with(' ');
        let closes = || {
            is_bar(c)
                && before.ends_with(c)
                && after.starts_with(' ')
                && before.trim_end_matches(c).ends_with(' ')
        };
        if c != '|' && closes() {
            spaced.extend(std::iter::repeat_n(' ', c.len_utf8()));
        } else if is_bar(c) && (c == '|' || alone() || opens()) {
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
    matches!(c, '-' | '–' | '—' | '―' | '─' | '|' | '•' | '·' | '/' | '~')
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
    let person = person || latin_name::is_hyphened_name(words);
    // "Head of Communications"
    let second = words.split_whitespace().nth(1).unwrap_or("");
    let post = latin::HEADS.contains_lower(first) && latin::POST_LINKS.contains(second);
    !person && !post && !latin::HEADS.contains_lower(last)
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

/// The part `range` of `line` as a desk or a body, where it is one.
pub(super) fn organization(line: &str, range: Range<usize>) -> Option<Named> {
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
    // What is quoted behind a signature is somebody's next word.
    let quoted = line[end..].contains(script::opens_quote);
    if rest.is_empty()
        || quoted
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
