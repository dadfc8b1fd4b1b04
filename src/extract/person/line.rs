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
    if line.is_empty() || han::LABELS.contains(line) || opens_heading(line) {
        return None;
    }
    let named = if line.contains(is_han) { chinese_line(line) } else { english_line(line) };
    named.map(|named| named.shifted(start))
}

/// Where a telephone number or an address starts, with its label.
fn channel_start(line: &str) -> usize {
    let mut starts = line.char_indices().filter(|&(at, c)| at > 0 && opens_channel(line, at, c));
    starts.next().map_or(line.len(), |(at, _)| at)
}

fn opens_channel(line: &str, at: usize, c: char) -> bool {
    let rest = &line[at..];
    if is_han(c) {
        return han::CHANNELS.prefix_end(rest).is_some();
    }
    if line[..at].ends_with(|c: char| is_word(c) && !is_han(c)) {
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
fn bars_as_commas(line: &str) -> String {
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
    spaced
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
    let first = words.split_whitespace().next().unwrap_or("");
    let mut texts = words.split_whitespace();
    let tells = |word: &str| {
        latin::DESKS.contains_lower(word)
            || latin::BODY_MARKS.contains_lower(word)
            || latin::LEGAL_FORMS.contains_lower(word)
    };
    let told = texts.any(tells);
    let last = words.split_whitespace().last().unwrap_or("");
    let ends = tells(last);
    let person = latin::HONORIFICS.contains(first) || (latin_name::is_given_name(first) && !ends);
    told && !person && !latin::HEADS.contains_lower(last)
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

/// A Chinese line: told whole when it reads as a description, else by its segments.
fn chinese_line(line: &str) -> Option<Named> {
    let segments = segments(line);
    if let [only] = segments.as_slice() {
        return one_segment(line, only.clone());
    }
    let Some(name) = name_segment(line, &segments).or_else(|| name_after_unit(line, &segments)) else {
        return without_name(line, &segments);
    };
    let others: Vec<Range<usize>> = segments
        .iter()
        .enumerate()
        .filter(|&(index, _)| index != name)
        .map(|(_, part)| part.clone())
        .collect();
    let own = without_honorific(line, segments[name].clone());
    let told = chinese::before(line, own.clone())
        .filter(|named| named.kind == NamedKind::Person && starts_at(named.name.as_ref(), own.start));
    let own = told.filter(|_| !is_in_both_scripts(&line[own.clone()])).unwrap_or_else(|| unknown(line, own));
    Some(with_posts(line, &others, Named { extent: 0..line.len(), ..own }))
}

/// A segment that is a name as a whole, or one with its post in a bracket.
fn unknown(line: &str, own: Range<usize>) -> Named {
    let Some(name) = glossed(&line[own.clone()]) else {
        return Named { name: Some(own), ..Named::default() };
    };
    let inside = &line[own.start + name.end..own.end];
    let start = own.end - inside.trim_start().trim_start_matches(is_mark).len();
    let title = start..start + line[start..own.end].trim_end_matches(is_mark).len();
    Named { name: Some(own.start..own.start + name.end), title: Some(title), ..Named::default() }
}

/// Whether a name is read from where its segment starts: 連 of 連立雅 is her surname and no adverb.
fn starts_at(name: Option<&Range<usize>>, start: usize) -> bool {
    name.is_some_and(|name| name.start == start)
}

fn one_segment(line: &str, part: Range<usize>) -> Option<Named> {
    if is_in_both_scripts(&line[part.clone()]) {
        return Some(Named { extent: part.clone(), name: Some(part), ..Named::default() });
    }
    if is_name(&line[part.clone()]) {
        return chinese::before(line, part.clone())
            .filter(|named| named.kind == NamedKind::Person)
            .or(Some(Named { extent: part.clone(), name: Some(part), ..Named::default() }));
    }
    let body = han::BODY_ENDS.ends(&line[part.clone()]) || post::is_unit_only(&line[part.clone()]);
    let named = chinese::before(line, part.clone()).filter(|_| !body);
    match named {
        Some(named) if matches!(named.kind, NamedKind::Person | NamedKind::Unnamed) => {
            Some(Named { extent: part, ..named })
        }
        _ if line.chars().count() <= 40 && !line.contains('。') => organization(line, part),
        _ => None,
    }
}

/// No segment is a name: the last may still end with one (課員王小明), or the line names a desk.
fn without_name(line: &str, segments: &[Range<usize>]) -> Option<Named> {
    let last = segments.last()?.clone();
    let named = chinese::before(line, last.clone())
        .filter(|named| named.kind == NamedKind::Person)
        .or_else(|| name_with_post(line, last.clone()));
    match named {
        Some(named) => {
            Some(with_posts(line, &segments[..segments.len() - 1], Named { extent: 0..line.len(), ..named }))
        }
        None => body_and_post(line, segments).or_else(|| {
            let short = line.chars().count() <= 40 && !line.contains('。');
            if short { organization(line, 0..line.len()) } else { None }
        }),
    }
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

/// A body and a post that a blank parts, without a name: 投資人關係處 資深經理.
fn body_and_post(line: &str, segments: &[Range<usize>]) -> Option<Named> {
    let (last, others) = segments.split_last()?;
    let body = others.first()?.start..others.last()?.end;
    let post = post::ending(&line[last.clone()]).filter(|post| post.title.len() == last.len())?;
    let whole = line[body.clone()].chars().all(|c| is_han(c) || c.is_whitespace());
    let told = whole && post.organization.is_none() && post::ends_as_body(&line[body.clone()]);
    told.then(|| Named {
        extent: 0..line.len(),
        title: Some(last.clone()),
        organization: Some(body),
        kind: NamedKind::Unnamed,
        ..Named::default()
    })
}

/// Which segment is a name by itself: the first, unless it may be a body and the last is a name too.
fn name_segment(line: &str, segments: &[Range<usize>]) -> Option<usize> {
    let after_post = |index: usize| index > 0 && post::ends_with_post(&line[segments[index - 1].clone()]);
    let names = |index: &usize| {
        let part = &line[segments[*index].clone()];
        // After a post it is a name, whatever such a word stands for elsewhere: 連 of 連立雅 opens no adverb.
        let foreign = latin_name::is_capital_word(part) && !part.contains(' ');
        is_name(part)
            || *index > 0 && glossed(part).is_some()
            || (after_post(*index) && (foreign || han::is_name_shaped(part)))
    };
    let last = (0..segments.len()).rev().find(names)?;
    let first = Some(0).filter(names).filter(|_| !post::ends_as_body(&line[segments[0].clone()]));
    Some(first.unwrap_or(last))
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

/// Whether `part` is a name and nothing else, but for a honorific before it.
fn is_name(part: &str) -> bool {
    let part = &part[without_honorific(part, 0..part.len())];
    if is_in_both_scripts(part) {
        return true;
    }
    if part.chars().all(|c| !is_han(c)) {
        return latin_name::looks_like_name(part)
            && !latin_name::has_body_mark(part)
            && (latin_name::has_personal_name(part) || part.contains(' '));
    }
    if post::is_unit_only(part) {
        return false;
    }
    let person = chinese::before(part, 0..part.len()).filter(|named| named.kind == NamedKind::Person);
    if post::ends_as_body(part) && part.chars().count() > 3 {
        return false;
    }
    let whole =
        person.is_some_and(|named| named.title.is_none() && named.name.is_some_and(|name| name.start == 0));
    whole || han_name::ending(part, Follows::Nothing).is_some_and(|name| name.start == 0)
}

/// Whether `part` is a name in Latin letters that goes on in Han characters, with a bracket or none: Bosco Lui 雷柏舜,
/// Vivian 水（水宜芳）.
fn is_in_both_scripts(part: &str) -> bool {
    part.find(is_han).is_some_and(|at| goes_on_in_han(part[..at].trim_end(), &part[at..]))
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
            _ => named.organization = Some(with_unit(line, named.organization, part.clone())),
        }
    }
    named
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

/// The parts of a Chinese line: parted by marks, and by blanks beside Han characters. A single Latin word after a
/// short Han one is its second half: 王小明 Simon; a honorific belongs to what stands before it: 王小明 先生.
fn segments(line: &str) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    let mut depth = 0_usize;
    for (at, c) in line.char_indices() {
        depth = match c {
            '（' | '(' => depth + 1,
            '）' | ')' => depth.saturating_sub(1),
            _ => depth,
        };
        let beside = line[..at].chars().next_back().is_some_and(|c| is_han(c) || is_mark(c))
            || line[at + c.len_utf8()..].trim_start().chars().next().is_some_and(is_han);
        let bar = matches!(c, '，' | ',' | '|' | '｜' | '：' | ':' | '；' | '/' | '／');
        if depth == 0 && (bar || (c.is_whitespace() && beside)) {
            push(line, &mut parts, start..at);
            start = at + c.len_utf8();
        }
    }
    push(line, &mut parts, start..line.len());
    parts
}

fn push(line: &str, parts: &mut Vec<Range<usize>>, part: Range<usize>) {
    let start = trim_start(line, part.start, part.end);
    let end = start + line[start..part.end.max(start)].trim_end().len();
    if start >= end {
        return;
    }
    let text = &line[start..end];
    if let Some(last) = parts.last_mut() {
        let before = &line[last.clone()];
        let blank = line[last.end..start].chars().all(char::is_whitespace);
        let short =
            before.chars().all(is_han) && (2..=4).contains(&before.chars().count()) && is_name(before);
        // 工程師 in a cell of its own is a post, 教授 may be either.
        let post = han::HEADS.contains(text) && text.chars().nth(2).is_some();
        let honorific = blank && han::HONORIFICS.contains(text) && !post;
        if honorific
            || blank && goes_on_in_han(before, text)
            || blank && short && latin_name::is_capital_word(text)
        {
            last.end = end;
            return;
        }
    }
    parts.push(start..end);
}
