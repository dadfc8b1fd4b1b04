//! A Chinese line of a contact block or a signature.
//!
//! Takes the line; gives the name, the post and the body in it, in any order, in Han characters, Latin letters or both. It
//! does not read telephone numbers or addresses.

use super::han_body;
use super::han_dotted;
use super::han_head;
use super::han_name::{self, Follows};
use super::line::organization;
use super::window::{is_mark, trim_start};
use super::{Named, NamedKind, chinese, latin_name, post};
use crate::lexicon::people::{han, latin};
use crate::lexicon::places;
use crate::text::script::is_han;
use std::ops::Range;

/// A Chinese line whose parts are looked at by one rule after the other.
pub(super) struct ChineseLine<'a> {
    line: &'a str,
    /// The descriptions that parts of it end with, as far as they were asked for.
    described: Vec<(Range<usize>, Option<Named>)>,
}

impl<'a> ChineseLine<'a> {
    pub(super) fn of(line: &'a str) -> Self {
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
    pub(super) fn read(&mut self) -> Option<Named> {
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
            return Some(addressed(line, part));
        }
        if self.is_name(part.clone()) {
            let named = self.person(part.clone());
            return named.or(Some(Named { extent: part.clone(), name: Some(part), ..Named::default() }));
        }
        let words = &line[part.clone()];
        if glossed(words).is_some_and(|name| may_be_surnamed(&words[name])) {
            return Some(Named { extent: part.clone(), ..unknown(line, part) });
        }
        if is_post_alone(words) {
            return Some(Named {
                extent: part.clone(),
                title: Some(part),
                kind: NamedKind::Unnamed,
                ..Named::default()
            });
        }
        let body = han::BODY_ENDS.ends(words) || han_body::is_unit_only(words);
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
        let seated = others.last().is_some_and(|part| {
            han_body::ends_as_body(&line[part.clone()]) || han_body::is_unit_only(&line[part.clone()])
        });
        match self.person(last.clone()).or_else(|| name_with_post(line, last.clone(), seated)) {
            Some(named) => Some(with_posts(line, others, Named { extent: 0..line.len(), ..named })),
            None => body_and_post(line, segments)
                .or_else(|| if is_short(line) { organization(line, 0..line.len()) } else { None }),
        }
    }

    /// Which segment is a name by itself: the first, unless it may be a body and the last is a name too.
    fn name_segment(&mut self, segments: &[Range<usize>]) -> Option<usize> {
        let last = (0..segments.len()).rev().find(|&index| self.names(segments, index))?;
        let first =
            last == 0 || !han_body::ends_as_body(&self.line[segments[0].clone()]) && self.names(segments, 0);
        Some(if first { 0 } else { last })
    }

    /// Whether a segment is a name by itself.
    fn names(&mut self, segments: &[Range<usize>], index: usize) -> bool {
        let part = segments[index].clone();
        let words = &self.line[part.clone()];
        if self.is_name(part) {
            return true;
        }
        let segment = |index: usize| segments.get(index).map(|part| &self.line[part.clone()]);
        // 推廣組 高潞·以用 專員
        let beside = |words: &str| {
            han_head::ends_with_post(words) || han_body::is_unit_only(words) || han::ROLES.ends(words)
        };
        let ahead = index.checked_sub(1).and_then(segment);
        let below = ahead.is_some_and(|words| beside(words) || han_body::ends_as_body(words));
        if has_dots(words) && (below || segment(index + 1).is_some_and(beside)) {
            return true;
        }
        let Some(before) = index.checked_sub(1).and_then(segment) else {
            return may_be_surnamed(words) && segment(1).is_some_and(han_head::ends_with_post);
        };
        // After a post it is a name, whatever such a word stands for elsewhere: 連 of 連立雅 opens no adverb.
        let called = || words.split_once(' ').is_some_and(|(latin, han)| is_called(latin, han));
        let fits = || {
            latin_name::is_capital_word(words) && !words.contains(' ')
                || han::is_name_shaped(words)
                || may_be_surnamed(words)
                || called()
        };
        let seated = || may_be_surnamed(words) && han_body::ends_as_body(before);
        glossed(words).is_some() || fits() && han_head::ends_with_post(before) || seated()
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
        if han_body::is_unit_only(words) || han_body::ends_as_body(words) && words.chars().nth(3).is_some() {
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
            let posted = || before().is_some_and(|part| han_head::ends_with_post(&line[part.clone()]));
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

/// Whether `words` are two to four short parts in Han characters with dots between them.
pub(super) fn has_dots(words: &str) -> bool {
    /// Characters of the longest part; a guess.
    const MOST: usize = 6;
    let parts = words.split(han_dotted::is_dot);
    let short = |part: &str| (1..=MOST).contains(&part.chars().count()) && part.chars().all(is_han);
    (2..=4).contains(&parts.clone().count())
        && parts.into_iter().all(short)
        && !han_body::ends_as_body(words)
        && !han_head::ends_with_post(words)
        && !han::HONORIFICS.ends(words)
}

/// Whether `words` may be a name by a surname that is a word as well: 方 of 方貴, beside a post.
pub(crate) fn may_be_surnamed(words: &str) -> bool {
    let surname =
        words.chars().next().is_some_and(|c| han::WORDLIKE_SURNAMES.has(c) || han::RARE_SURNAMES.has(c));
    surname
        && (2..=3).contains(&words.chars().take(4).count())
        && words.chars().all(is_han)
        && !han::NOT_NAMES.contains(words)
        && !is_other_word(words)
}

/// Whether such characters are known for a place, a body, a post, a field or a word of time.
pub(super) fn is_other_word(words: &str) -> bool {
    places::is_known(words)
        || han_body::ends_as_body(words)
        || han_head::ends_with_post(words)
        || han_body::is_unit_only(words)
        || han::DOMAINS.contains(words)
        || han::FIELDS.contains(words)
        || han::ADVERBS.contains(words)
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
        && !han_body::ends_as_body(han)
        && !han_head::ends_with_post(han)
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

/// A name in Latin letters, with how one is addressed before it, or behind it where it goes on in Han characters: Ms|Ann Lee,
/// Ann Lee 林小文|小姐.
fn addressed(line: &str, own: Range<usize>) -> Named {
    let words = &line[own.clone()];
    if let Some(called) = han::HONORIFICS.suffix_start(words).filter(|_| is_in_both_scripts(words)) {
        let name = own.start..own.start + words[..called].trim_end().len();
        let honorific = Some(own.start + called..own.end);
        return Named { extent: own, name: Some(name), honorific, ..Named::default() };
    }
    let honorific = words.find(' ').filter(|&end| latin::HONORIFICS.contains(&words[..end]));
    let Some(end) = honorific else {
        return Named { extent: own.clone(), name: Some(own), ..Named::default() };
    };
    let name = trim_start(line, own.start + end, own.end)..own.end;
    let honorific = Some(own.start..own.start + end);
    Named { extent: own, name: Some(name), honorific, ..Named::default() }
}

/// Whether a name is read from where its segment starts: 連 of 連立雅 is her surname and no adverb.
fn starts_at(name: Option<&Range<usize>>, start: usize) -> bool {
    name.is_some_and(|name| name.start == start)
}

/// A segment that is a name with the post right after it: 林小文行政專員. Behind a unit or a body, with `seated`, its surname may be a
/// word as well: 公關室 高原股長.
fn name_with_post(line: &str, part: Range<usize>, seated: bool) -> Option<Named> {
    // 高原|組長, no 組長 of 高原組
    let head = han::AFTER_NAME.suffix_start(&line[part.clone()]).filter(|_| seated);
    if let Some(head) =
        head.map(|head| part.start + head).filter(|&head| may_be_surnamed(&line[part.start..head]))
    {
        let (name, title) = (Some(part.start..head), Some(head..part.end));
        return Some(Named { extent: part, name, title, ..Named::default() });
    }
    let found = post::ending(&line[part.clone()])?;
    let name = found.organization.filter(|name| name.start == 0 && name.end == found.title.start)?;
    let words = &line[part.start..part.start + name.end];
    let is_name = han::is_name_shaped(words) || seated && may_be_surnamed(words);
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
    let named = || words.chars().nth(1).is_some() && !han::is_name_shaped(words);
    let told = whole && post.organization.is_none() && (han_body::ends_as_body(words) || named());
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
    let told = han_body::is_unit_only(unit) || han_body::ends_as_body(unit);
    let other = han_body::ends_as_body(name)
        || han_head::ends_with_post(name)
        || han_body::is_unit_only(name)
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
    let open = han_head::open_bracket(words).filter(|_| is_in_both_scripts(words))?;
    let inside = words[open..].trim_matches(is_mark);
    let start = part.start + open + words[open..].find(inside)?;
    let name = part.start..part.start + words[..open].trim_end().len();
    let post = han_head::ends_with_post(inside);
    // Ann Lee 林小文（英文）
    let whole = || words[..open].trim_end().chars().rev().take_while(|&c| is_han(c)).nth(1).is_some();
    let remark = || inside.chars().all(is_han) && whole() && !han::is_name_shaped(inside);
    (post || remark()).then(|| Named {
        name: Some(name),
        title: post.then_some(start..start + inside.len()),
        ..Named::default()
    })
}

/// See [`is_in_both_scripts`]: a given name in Latin letters, and `text` that may be a surname or a whole name.
fn goes_on_in_han(latin: &str, text: &str) -> bool {
    let first = latin.split(' ').next().unwrap_or("");
    let given =
        latin_name::is_given_name(first) || latin.contains(' ') && latin_name::has_personal_name(latin);
    let own = &text[..han_head::open_bracket(text).unwrap_or(text.len())];
    let own = han::HONORIFICS.suffix_start(own).filter(|&at| at > 0).map_or(own, |at| &own[..at]);
    let surname = han::COMMON_SURNAMES.contains(own)
        || han::RARE_SURNAMES.contains(own)
        || han::WORDLIKE_SURNAMES.contains(own);
    let shaped = || han::is_name_shaped(own) || latin_name::is_known_person(latin) && may_be_surnamed(own);
    let whole = || own.chars().all(is_han) && shaped() && !han_body::ends_as_body(own);
    let latin_alone = latin_name::looks_like_name(latin) && !latin_name::has_body_mark(latin);
    // A surname by itself makes a name of any one word before it: Ann 林.
    let called = surname && latin_name::is_capital_word(latin) && latin.contains(char::is_lowercase);
    (given || called) && latin_alone && (surname || whole() && !han_head::ends_with_post(own))
}

/// The name before a bracket that tells the post, whatever the name is: 全勇（副局長）.
fn glossed(part: &str) -> Option<Range<usize>> {
    let open = han_head::open_bracket(part).filter(|&open| open > 0)?;
    let name = part[..open].trim_end();
    let inside = part[open..].trim_matches(is_mark);
    let short = (2..=4).contains(&name.chars().count()) && name.chars().all(is_han);
    let own =
        !han_body::ends_as_body(name) && !han_head::ends_with_post(name) && !han_body::is_unit_only(name);
    (short && own && han_head::ends_with_post(inside) && inside.chars().all(is_han)).then_some(0..name.len())
}

/// `named` with title and body out of the segments beside the name.
fn with_posts(line: &str, others: &[Range<usize>], named: Named) -> Named {
    let mut named = named;
    let mut aged = false;
    for part in others {
        let text = &line[part.clone()];
        // After the age stands where somebody lives.
        aged |= han::AGES.ends(text);
        if aged && !han_head::ends_with_post(text) && !han::ROLES.ends(text) {
            continue;
        }
        let role = han::ROLES.suffix_start(text);
        if role.is_some_and(|at| han::KIN.contains(&text[at..])) {
            continue;
        }
        if role.is_some() && !han_head::ends_with_post(text) && named.title.is_none() {
            let body = han_body::body_end(line, part.clone());
            let told = body < part.end && han_body::ends_as_body(&line[part.start..body]);
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
            None if named.title.is_none()
                && named.organization.is_some()
                && han_body::is_domains_only(text) =>
            {
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
    latin && han::is_name_shaped(part) && !han_body::ends_as_body(part)
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
