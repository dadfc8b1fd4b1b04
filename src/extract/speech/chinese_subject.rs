//! Who the subject of a Chinese clause is.
//!
//! Takes a stretch of a sentence; gives the part of it that names whom the clause is about. It knows no grammar: a
//! subject is what stands at the start of the clause, up to the first word that ends a subject (今日, 出席, 也). It takes
//! no descriptions apart.

use super::chinese::{COMMAS, STOPS};
use super::chinese_stretch::{
    ends_after_title, ends_in_name, ends_in_somebody, ends_with_occasion, inside_double_surname, inside_word,
    is_inside_name, is_postnominal, is_start_of_post, lone, opens_held_name, opens_with_double_surname,
    postnominals, surname_tail,
};
use super::resolve;
use crate::extract::person::{self, ChineseText, Named, NamedKind};
use crate::lexicon::people::han;
use crate::lexicon::reporting::{self, Governs, Role};
use crate::text::script::is_han;
use std::ops::Range;

/// Who the clause before a string is about: 局長眼睛泛紅：「…」, 因為她想知道，「…」.
pub(super) fn clause_subject(
    text: &ChineseText<'_>,
    clause: Range<usize>,
    parted: bool,
) -> Option<Range<usize>> {
    let found = subject_of_clause(text, clause.clone(), false).filter(|found| plausible(text, found));
    let whole = || {
        let named = text.named_before(clause.clone())?;
        let part = text.get(clause.clone())?;
        let speaks = || opens_paragraph(text, clause.start) && is_body_or_latin(part);
        let told = named.extent == clause && (named.title.is_some() || speaks());
        told.then(|| clause.clone())
    };
    found.or_else(|| {
        let holder = || named_after_post(text, clause.clone()).filter(|found| is_titled_person(text, found));
        let opens = || opening_name(text, clause.clone()).or_else(holder);
        parted.then(|| whole().or_else(opens)).flatten()
    })
}

fn opens_paragraph(text: &str, at: usize) -> bool {
    text.get(..at).is_some_and(|before| before.trim().is_empty())
}

/// Whether a stretch is the name of a body by its end, or nothing but Latin words with capitals.
fn is_body_or_latin(part: &str) -> bool {
    let latin =
        || !part.contains(is_han) && part.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    person::ends_as_body(part) || latin()
}

/// A name and the post after it that open a paragraph and fill it up to what is said: 黎永生，海濱協會主席：「…」.
pub(super) fn signed_ahead(text: &str, range: Range<usize>) -> Option<Named> {
    /// Characters of the longest name and post; a guess.
    const MOST: usize = 80;
    let part = text.get(range.clone())?;
    if !part.contains(['，', ',']) || part.chars().count() > MOST {
        return None;
    }
    let named = person::of_line(text, range.clone()).filter(|named| named.kind == NamedKind::Person)?;
    let name = named.name.as_ref()?;
    let after =
        named.title.as_ref().map_or_else(|| person::ends_as_post(part), |title| title.start > name.end);
    (name.start == range.start && name.end < range.end && after).then_some(named)
}

/// The name that a clause opens with, judged by its surname: 岑志明眼睛泛紅.
fn opening_name(text: &str, clause: Range<usize>) -> Option<Range<usize>> {
    let start = after_openers(text, clause.start..clause.end)?;
    let end = start + person::chinese_name_at_start(text.get(start..clause.end)?)?;
    Some(start..end)
}

/// Who a sentence is about: the first stretch of it that looks like somebody.
pub(super) fn statement_subject(text: &ChineseText<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    let mut start = range.start;
    for piece in part.split(['，', ',', '：']).take(6) {
        let clause = start..start + piece.len();
        start = clause.end + text.get(clause.end..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8);
        if let Some(found) = subject_of_clause(text, clause, false).filter(|found| plausible(text, found)) {
            return Some(found);
        }
    }
    None
}

/// Somebody by name whom the sentence right after a speech is about: 居民林小文 in 看着手裡的證，居民林小文笑了.
pub(super) fn person_told_of(text: &ChineseText<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let told = statement_subject(text, range.clone()).filter(|found| is_person(text, found));
    told.or_else(|| named_after_post(text, range).filter(|holder| is_titled_person(text, holder)))
}

/// A pronoun that a sentence without a subject has somewhere: 成了他生活的全部.
pub(super) fn pronoun_in(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    let found = part.char_indices().rev().find_map(|(at, _)| {
        let word = reporting::chinese_role_at_start(part.get(at..)?, Role::Pronoun)?;
        reporting::is_chinese(word, Role::Third).then_some(at..at + word.len())
    })?;
    Some(range.start + found.start..range.start + found.end)
}

/// Who is the subject of a reporting word that ends `range`: the stretch that describes the speaker.
pub(super) fn subject(text: &ChineseText<'_>, range: Range<usize>) -> Option<Range<usize>> {
    if let Some(signed) = signed_before_cue(text, range.clone()) {
        return Some(signed);
    }
    let mut end = range.end;
    let asked = range.end;
    for step in 0..8 {
        let part = text.get(range.start..end)?;
        let start = range.start + clause_start(part);
        let whole = start == range.start;
        let direct = end == asked || step <= 3 && postnominals(text, end..asked);
        if text.get(start..end).is_some_and(|clause| is_postnominal(clause.trim())) && !whole {
            end = start - text.get(..start)?.chars().next_back().map_or(0, char::len_utf8);
            continue;
        }
        if let Some(found) = subject_of_clause(text, start..end, direct)
            && (direct || whole || plausible(text, &found))
        {
            let extended = end < asked && direct && found.end == end;
            return Some(found.start..if extended { asked } else { found.end });
        }
        if whole {
            break;
        }
        end = start - text.get(..start)?.chars().next_back().map_or(0, char::len_utf8);
    }
    None
}

/// A name and a post behind a comma before the reporting word that ends `range`: 林小文，北堤磨坊主席，|說, 林小文，北堤磨坊主席|說.
fn signed_before_cue(text: &ChineseText<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    let bare = part.strip_suffix(['，', ',']).unwrap_or(part);
    if !person::ends_as_post(bare) {
        return None;
    }
    let post = clause_start(bare);
    let mark = bare.get(..post)?.chars().next_back()?.len_utf8();
    let name = clause_start(bare.get(..post - mark)?);
    let signed = range.start + name..range.start + bare.len();
    signed_ahead(text, signed.clone()).map(|_| signed)
}

/// Where the last clause of `part` starts; the colon of an address (https://…) parts nothing.
fn clause_start(part: &str) -> usize {
    part.rmatch_indices(['，', ',', '：', ':'])
        .find(|(at, mark)| !part.get(at + mark.len()..).is_some_and(|rest| rest.starts_with("//")))
        .map_or(0, |(at, mark)| at + mark.len())
}

/// Whom a pronoun at `at` can mean: what its sentence, or one of the three before, is about. Sentences that are about
/// a pronoun pass it on; where nobody else is found, the first of them that is the same word is whom it means.
pub(super) fn antecedent(text: &ChineseText<'_>, at: usize) -> Option<Range<usize>> {
    let pronoun_at = |at: usize| reporting::chinese_role_at_start(text.get(at..)?, Role::Pronoun);
    let pronoun = pronoun_at(at);
    let (mut end, mut others, mut same) = (at, 0, None);
    for _ in 0..MOST_BACK {
        let head = text.get(..end)?;
        if let Some(open) = closed_string_start(head) {
            (end, others) = (open, others + 1);
            continue;
        }
        let start =
            head.rfind(STOPS).map_or(0, |stop| stop + head[stop..].chars().next().map_or(1, char::len_utf8));
        let subject = statement_subject(text, start..end);
        let (passed_on, subject) = match subject {
            Some(found) if pronoun_at(found.start).is_some() => {
                let other = pronoun_at(found.start) != pronoun;
                let relative = if other { relative_after(text, found.end..end) } else { None };
                if relative.is_some() { (None, relative) } else { (Some(found), None) }
            }
            subject => (None, subject),
        };
        let found = subject
            .or_else(|| introduced_name(text, start..end))
            .or_else(|| named_after_post(text, start..end))
            .or_else(|| reporter_without_surname(text, start..end));
        if found.is_some() {
            return found;
        }
        end = start - head.get(..start)?.chars().next_back().map_or(0, char::len_utf8);
        others += usize::from(passed_on.is_none());
        same = passed_on.filter(|found| pronoun_at(found.start) == pronoun).or(same);
        if start == 0 || others == 4 {
            break;
        }
    }
    same
}

/// Whom a pronoun right before `range` only tells whose relative it is, where no name follows: 她的|丈夫.
fn relative_after(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    let first = part.chars().next()?.len_utf8();
    let linked = reporting::is_chinese(part.get(..first)?, Role::Attributive);
    let start = range.start + if linked { first } else { 0 };
    let tie = reporting::kin(text.get(start..range.end)?).next().filter(|tie| tie.start == 0)?;
    let end = start + tie.end;
    let rest = text.get(end..range.end)?;
    let unnamed = || {
        reporting::chinese_role_at_start(rest, Role::SubjectEnd).is_some()
            || person::chinese_name_opening(rest, false).is_none()
    };
    unnamed().then_some(start..end)
}

/// Two to five characters that open a sentence right before a reporting word: 旦增罗布|介绍, a name that no surname tells.
fn reporter_without_surname(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let start = after_openers(text, range.clone())?;
    let part = text.get(start..range.end)?;
    let (cue, _) = reporting::chinese_cues(part)
        .find(|(found, governs)| *governs == Governs::Speech && found.len() > '說'.len_utf8())?;
    let name = part.get(..cue.start)?;
    let fits = (2..=MOST_NAME_CHARS).contains(&name.chars().count()) && name.chars().all(is_han);
    let pronoun = reporting::chinese_role_at_start(name, Role::Pronoun).is_some();
    let plain = !pronoun && reporting::subject_ends(name).next().is_none() && !person::ends_as_body(name);
    (fits && plain && !person::ends_as_document(name)).then_some(start..start + cue.start)
}

/// Sentences that a pronoun is followed back through, those among them that are about a pronoun themselves; a guess that
/// keeps the time linear.
const MOST_BACK: usize = 10;

/// Where the string in marks opens that `head` ends with: what is said is about nobody who says it.
fn closed_string_start(head: &str) -> Option<usize> {
    /// Bytes of the longest string that is passed over; a guess that keeps the time linear.
    const LONGEST: usize = 1200;
    let bare = head.trim_end_matches(|c: char| c.is_whitespace() || COMMAS.contains(&c));
    let (open, close) = [('「', '」'), ('“', '”')].into_iter().find(|(_, close)| bare.ends_with(*close))?;
    let inside = bare.len() - close.len_utf8();
    let from = (inside.saturating_sub(LONGEST)..=inside).find(|at| bare.is_char_boundary(*at))?;
    Some(from + bare.get(from..inside)?.rfind(open)?)
}

/// The name that follows a post, a role or an attribute, wherever it stands: 居民|黎永生每日到場, 搭棚多年的|黎永生.
fn named_after_post(text: &ChineseText<'_>, range: Range<usize>) -> Option<Range<usize>> {
    /// Characters that are looked at; a guess that keeps the time linear.
    const MOST: usize = 80;
    let part = text.get(range.clone())?;
    part.char_indices().take(MOST).find_map(|(at, _)| {
        let before = part.get(..at)?;
        let attribute = || {
            let last = before.chars().next_back().map_or(0, char::len_utf8);
            reporting::is_chinese(&before[before.len() - last..], Role::Attributive)
        };
        let told = person::ends_as_post(before);
        if !(told || before.is_empty() || attribute()) {
            return None;
        }
        let start = range.start + at;
        let name = start..start + person::chinese_name_opening(part.get(at..)?, told)?;
        // What an attribute leads to and a mark closes is a name by its shape alone: …的曾雨安。
        let closed = !before.is_empty() && !told && part.get(name.end - range.start..)?.is_empty();
        let named = text
            .named_before(range.start..name.end)
            .filter(|named| named.kind == person::NamedKind::Person && named.name == Some(name.clone()));
        named.map(|named| named.extent).or(closed.then_some(name))
    })
}

/// The name that an age or a family tie introduces: 78歲的|冼惠芳, 其女兒|梁小文. A surname and two characters, one where
/// the subject ends after it.
fn introduced_name(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    reporting::kin(part).find_map(|found| {
        let rest = part.get(found.end..)?;
        reporting::chinese_role_at_start(rest, Role::Surname)?;
        let ends: Vec<usize> = rest.char_indices().map(|(at, c)| at + c.len_utf8()).take(3).collect();
        let short = *ends.get(1)?;
        let parted = rest.get(short..).is_some_and(|tail| {
            tail.is_empty()
                || tail.starts_with(COMMAS)
                || reporting::chinese_role_at_start(tail, Role::SubjectEnd).is_some()
        });
        let end = if parted { short } else { ends.get(2).copied().unwrap_or(short) };
        let name = range.start + found.end..range.start + found.end + end;
        text.get(name.clone())?.chars().all(is_han).then_some(name)
    })
}

/// Whether a stretch in the middle of a sentence looks like somebody: a pronoun, a title, a short name.
pub(super) fn plausible(text: &ChineseText<'_>, range: &Range<usize>) -> bool {
    let Some(part) = text.get(range.clone()) else { return false };
    reporting::chinese_role_at_end(part, Role::Title).is_some()
        || reporting::chinese_role_at_start(part, Role::Pronoun).is_some()
        || !resolve::titled_names(part).is_empty()
        || ends_after_title(part)
        || reporting::chinese_role_at_end(part, Role::Anybody).is_some()
        || surname_tail(part) && is_person(text, range)
        || part.contains(['·', '‧', '・'])
        || is_given_name(text, range)
        || person::ends_as_document(part)
        || is_titled_person(text, range)
        || part.starts_with(|c: char| c.is_uppercase()) && !part.contains(is_han) && part.chars().count() > 1
}

fn is_person(text: &ChineseText<'_>, range: &Range<usize>) -> bool {
    text.named_before(range.clone()).is_some_and(|named| named.kind == person::NamedKind::Person)
}

/// Whether a stretch of two characters is the given name of somebody whom the text named before: 小文 after 林小文.
fn is_given_name(text: &ChineseText<'_>, range: &Range<usize>) -> bool {
    let (Some(part), Some(before)) = (text.get(range.clone()), text.get(..range.start)) else { return false };
    part.chars().count() == 2
        && before.match_indices(part).take(MOST_PLACES).any(|(at, _)| {
            let full = before[..at].char_indices().next_back().map(|(surname, _)| surname..at + part.len());
            full.is_some_and(|full| {
                let named = text.named_before(0..full.end);
                named.is_some_and(|named| named.kind == person::NamedKind::Person && named.name == Some(full))
            })
        })
}

/// Places of a word that are looked at; a guess that keeps the time linear.
const MOST_PLACES: usize = 4;

/// Whether a stretch is all one person with a post: 投資副總|北條Eric.
fn is_titled_person(text: &ChineseText<'_>, range: &Range<usize>) -> bool {
    text.named_before(range.clone()).is_some_and(|named| {
        named.kind == NamedKind::Person && named.title.is_some() && named.extent.start == range.start
    })
}

/// Somebody by post and name whom a pronoun only tells whose: 其|總監林小文, 他們的|代表林小文.
fn titled_after(text: &ChineseText<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    let first = part.chars().next()?.len_utf8();
    let linked = reporting::is_chinese(part.get(..first)?, Role::Attributive);
    let described = if linked { range.start + first..range.end } else { range };
    // Whose daughter somebody is, is no post: 其女兒|梁小文.
    let tie = reporting::kin(text.get(described.clone())?).next().filter(|tie| tie.start == 0);
    if let Some(name) = tie.map(|tie| described.start + tie.end..described.end) {
        return is_person(text, &name).then_some(name);
    }
    is_titled_person(text, &described).then_some(described)
}

/// Whether a name holds none of the longer words that end a subject: no 多次 taken for a name.
pub(super) fn is_free_of_adverbs(text: &str, name: Range<usize>) -> bool {
    text.get(name)
        .is_some_and(|name| reporting::subject_ends(name).all(|found| found.len() <= '次'.len_utf8()))
}

/// Whether a long stretch is all one description: an office with its departments, a post, a name.
fn is_one_description(text: &ChineseText<'_>, range: Range<usize>) -> bool {
    text.named_before(range.clone()).is_some_and(|named| {
        named.extent.start == range.start
            && named.organization.is_some()
            && named.name.is_some_and(|name| is_free_of_adverbs(text, name))
    })
}

/// Somebody before how it is said: 主委黎永生|氣憤地.
fn before_manner(text: &ChineseText<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    let word = reporting::chinese_role_at_end(part, Role::Manner)?;
    let head = part.get(..part.len() - word.len())?;
    let whole =
        reporting::chinese_role_at_end(part, Role::SubjectEnd).filter(|manner| manner.len() > word.len());
    if let Some(manner) = whole {
        let named = description_at_end(text, range.start..range.end - manner.len());
        if named.is_some() {
            return named;
        }
    }
    // Two to four characters before the particle, and when it was said: 黎永生受訪時|無奈地.
    let ends = head.char_indices().rev().map(|(at, _)| range.start + at).skip(1).take(3);
    let ends = ends.filter(|end| *end > range.start).flat_map(|end| {
        let before = text.get(range.start..end).unwrap_or("");
        let when = reporting::chinese_role_at_end(before, Role::SubjectEnd).map_or(0, str::len);
        let earlier = (when > '時'.len_utf8()).then_some(end - when);
        std::iter::once(end).chain(earlier)
    });
    ends.clone().find_map(|end| description_at_end(text, range.start..end)).or_else(|| {
        let mut names = ends.filter_map(|end| name_after_attribute(text, range.start..end));
        names.next()
    })
}

/// A post and a name before what says where or when, in a clause with more before them: 創辦人之一、主委黎永生|在致會員的信中.
fn before_occasion(text: &ChineseText<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone()).filter(|part| ends_with_occasion(part))?;
    let opens = |at: usize| reporting::chinese_role_at_start(part.get(at..)?, Role::Opener);
    let mut ends = reporting::subject_ends(part)
        .filter(|found| found.start > 0 && opens(found.start).is_some())
        .take(MOST_PLACES);
    ends.find_map(|found| description_at_end(text, range.start..range.start + found.start))
}

/// A name that ends a clause after an attribute: 六年級的|杜宥安.
fn name_after_attribute(text: &ChineseText<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let named = text.named_before(range.clone())?;
    let name = named.name.filter(|_| named.kind == NamedKind::Person)?;
    let before = text.get(range.start..name.start)?;
    let attribute = before.chars().next_back().map_or(0, char::len_utf8);
    let told = reporting::is_chinese(before.get(before.len() - attribute..)?, Role::Attributive);
    (told && name.end == range.end && is_free_of_adverbs(text, name.clone())).then_some(name)
}

/// A post with the name of its holder that ends a clause, whatever stands before it: 負責分析的|某某大學主任黎永生.
fn description_at_end(text: &ChineseText<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let named = text.named_before(range.clone())?;
    let name = named.name.filter(|_| named.kind == person::NamedKind::Person)?;
    let whole =
        named.extent.end == range.end && named.title.as_ref().is_some_and(|title| title.end <= name.start);
    let part = text.get(name.clone())?;
    let short = part.chars().count() <= MOST_NAME_CHARS;
    let plain = reporting::subject_ends(part).all(|found| short && found.start > 0);
    (whole && plain && is_free_of_adverbs(text, name)).then_some(named.extent)
}

/// Characters of a long name without dots.
const MOST_NAME_CHARS: usize = 5;

/// Bytes of the body of whoever writes that opens a description of somebody in it: 我校|校長林小文.
fn own_body(description: &str) -> usize {
    let own = reporting::chinese_role_at_start(description, Role::Own).map_or(0, str::len);
    if own < description.len() { own } else { 0 }
}

/// The subject of one clause; `direct` where the reporting word ends it.
fn subject_of_clause(text: &ChineseText<'_>, clause: Range<usize>, direct: bool) -> Option<Range<usize>> {
    let mut start = clause.start;
    let end = clause.end;
    if direct {
        let whole = text.get(clause)?;
        start += reporting::relays(whole)
            .map(|found| found.end)
            .filter(|at| *at < whole.len())
            .last()
            .unwrap_or(0);
    }
    if direct && let Some(own) = embedded_subject(text, start..end) {
        return Some(own);
    }
    if let Some(signed) = signed_name(text, start..end).filter(|_| direct) {
        return Some(signed);
    }
    start = after_openers(text, start..end)?;
    start += own_body(text.get(start..end)?);
    let rest = text.get(start..end)?;
    if let Some(pronoun) = reporting::chinese_role_at_start(rest, Role::Pronoun) {
        let own = start..start + pronoun.len();
        let owned = if direct { titled_after(text, own.end..end) } else { None };
        return Some(owned.unwrap_or(own));
    }
    let mut rest = rest;
    if direct && let Some(told) = before_addressee(rest) {
        rest = told;
    }
    let end = start + rest.len();
    if direct
        && (reporting::subject_ends(rest).next().is_some_and(|found| found.start == 0)
            || ends_in_somebody(rest))
        && let Some(at) = rest.rfind('的').map(|at| at + '的'.len_utf8()).filter(|at| *at < rest.len())
    {
        start += at;
        rest = text.get(start..end)?;
    }
    if direct && let Some(quoting) = before_inner_string(rest) {
        let found = without_tail(quoting).unwrap_or(quoting);
        return Some(start..start + found.len()).filter(|found| !found.is_empty());
    }
    if direct && let Some(at) = after_byline(rest) {
        start += at;
        rest = text.get(start..end)?;
    }
    let short = rest.chars().count() <= 30;
    if direct
        && (short && (ends_in_somebody(rest) || ends_in_name(rest)) || is_one_description(text, start..end))
    {
        return Some(start..start + rest.len());
    }
    if direct && let Some(described) = description_at_end(text, start..end) {
        return Some(described);
    }
    let shorter = if direct { without_tail(rest) } else { None };
    if let Some(described) = shorter.and_then(|told| description_at_end(text, start..start + told.len())) {
        return Some(described);
    }
    if direct && let Some(described) = before_occasion(text, start..end) {
        return Some(described);
    }
    if direct && let Some(described) = before_manner(text, start..end) {
        return Some(described);
    }
    let mut cut = rest.len();
    for found in reporting::subject_ends(rest) {
        let single = rest.get(found.clone()).is_some_and(|word| word.chars().count() == 1);
        let tail = rest.get(found.start..).unwrap_or("");
        if is_start_of_post(tail, found.len()) {
            continue;
        }
        if found.start == 0 {
            if reporting::chinese_role_at_start(rest, Role::Anybody).is_some() {
                continue;
            }
            if !single || !(surname_tail(rest) || opens_with_double_surname(rest)) {
                return None;
            }
            continue;
        }
        if single
            && (surname_tail(tail)
                || lone(rest.get(..found.start).unwrap_or(""))
                || is_inside_name(rest, &found)
                || inside_word(rest, found.start)
                || inside_double_surname(rest, found.start)
                || opens_held_name(rest, found.start))
            || person::is_counted(rest.get(..found.start).unwrap_or(""))
        {
            continue;
        }
        cut = found.start;
        break;
    }
    if !direct {
        let cue = reporting::chinese_cues(rest).find(|(found, _)| {
            let parted = rest
                .get(found.end..)
                .is_some_and(|t| t.starts_with(['，', ',', '「', '“', '：']) || t.is_empty());
            found.start > 0 && (found.len() > 3 || parted)
        });
        cut = cut.min(cue.map_or(cut, |(found, _)| found.start));
    }
    let rest = text.get(start..end)?;
    if !direct
        && cut == rest.len()
        && let Some(somebody) = reporting::chinese_role_at_start(rest, Role::Anybody)
    {
        let role = start + somebody.len();
        let named = text.get(role..end).and_then(|rest| person::chinese_name_opening(rest, true));
        let named = named.map(|name| start..role + name).filter(|named| is_person(text, named));
        return Some(named.unwrap_or(start..role));
    }
    let mut subject = rest.get(..cut)?.trim_end();
    if direct {
        if ends_with_occasion(subject) {
            let verb = reporting::chinese_cues(subject)
                .find(|(found, _)| found.start > 0 && found.len() > 3)
                .map(|(found, _)| found.start);
            let Some(verb) = verb else { return named_after_post(text, start..start + subject.len()) };
            subject = subject.get(..verb)?.trim_end();
        }
        while let Some(shorter) = without_tail(subject) {
            subject = shorter;
        }
    }
    let found = start..start + subject.len();
    if direct && let Some(holder) = before_act(text, found.clone()) {
        return Some(holder);
    }
    let fits = (1..=LONGEST).contains(&subject.len()) && (direct || cut < rest.len());
    fits.then_some(found)
}

/// Somebody by post and name before an act that no table knows and that goes with the reporting word: 局長林小文|舉例 before 說.
fn before_act(text: &ChineseText<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let somebody = |named: Named| match named.kind {
        NamedKind::Organization => named.name.is_some_and(|name| person::ends_as_body(&text[name])),
        NamedKind::Person => !text[named.extent.end..range.end].is_empty() || named.title.is_some(),
        _ => true,
    };
    if text.named_before(range.clone()).is_some_and(somebody) {
        return None;
    }
    named_after_post(text, range.clone())
        .filter(|holder| holder.end < range.end && is_titled_person(text, holder))
}

/// Who is the subject of the last of two reporting words, of which the first governs the second: 他批評|黎永生|故意 before
/// 提出. Where nothing but adverbs stands between the name and the second word it is no object of the first.
fn embedded_subject(text: &ChineseText<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    reporting::chinese_cues(part).filter(|(found, _)| found.start > 0).find_map(|(found, _)| {
        let rest = part.get(found.end..)?;
        let name = reporting::subject_ends(rest).next().filter(|adverb| adverb.start > 0)?.start;
        let start = range.start + found.end;
        let own = start..start + name;
        let named = adverbs_only(rest.get(name..)?).then(|| text.named_before(own.clone())).flatten()?;
        (named.kind == person::NamedKind::Person && named.extent == own).then_some(own)
    })
}

/// Whether `tail` is words that end a subject, one after the other.
fn adverbs_only(tail: &str) -> bool {
    let end = reporting::subject_ends(tail).try_fold(0, |end, word| (word.start == end).then_some(word.end));
    end == Some(tail.len())
}

/// The name in marks that an attribute opens with: 署名「海邊人」的文章.
fn signed_name(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    let name = part.strip_prefix(['「', '“'])?;
    let close = name.find(['」', '”'])?;
    let after = name.get(close..)?.trim_start_matches(['」', '”']);
    reporting::chinese_role_at_start(after, Role::Attributive)?;
    let start = range.end - name.len();
    (close > 0).then_some(start..start + close)
}

/// Where a clause starts without what stands before its subject: 但|局長, 在記者會上|她.
fn after_openers(text: &str, range: Range<usize>) -> Option<usize> {
    let Range { mut start, end } = range;
    loop {
        let rest = text.get(start..end)?;
        let trimmed =
            rest.trim_start_matches([' ', '\u{3000}', '*', '」', '”', '』', '）', '(', '（', '"', '、']);
        start = end - trimmed.len();
        let opener = reporting::chinese_role_at_start(trimmed, Role::Opener);
        // 其中一名 is no 其.
        let pronoun = reporting::chinese_role_at_start(trimmed, Role::Pronoun);
        if pronoun.is_some_and(|pronoun| opener.is_none_or(|opener| opener.len() <= pronoun.len())) {
            return Some(start);
        }
        match opener {
            Some(opener) if !surname_tail(trimmed) && !is_start_of_post(trimmed, opener.len()) => {
                start += opener.len();
                if let Some(after) = after_occasion(text, start..end) {
                    start = after;
                }
            }
            _ => return Some(start),
        }
    }
}

/// Bytes of the longest subject, forty ideographs or three times as many Latin letters; a guess.
const LONGEST: usize = 120;

/// A clause without whom it is told: 多名街坊|對記者.
fn before_addressee(clause: &str) -> Option<&str> {
    let (at, word) = clause.char_indices().rev().find_map(|(at, _)| {
        let rest = clause.get(at..)?;
        Some((at, reporting::chinese_role_at_start(rest, Role::Addressing)?))
    })?;
    let told = clause.get(at + word.len()..)?;
    // 一名住在|對|面樓宇的住戶
    let attribute =
        told.chars().any(|c| reporting::is_chinese(c.encode_utf8(&mut [0; 4]), Role::Attributive));
    let somebody = !attribute && told.chars().count() <= MOST_ADDRESSEE_CHARS && ends_in_somebody(told);
    (at > 0 && (somebody || is_titled(told))).then(|| clause.get(..at)).flatten()
}

/// Whether all of `text` is somebody's post and name: 總監黎永生.
fn is_titled(text: &str) -> bool {
    person::chinese_before(text, 0..text.len()).is_some_and(|named| {
        named.kind == NamedKind::Person && named.title.is_some() && named.extent == (0..text.len())
    })
}

/// Most characters of somebody who is told something; a guess.
const MOST_ADDRESSEE_CHARS: usize = 8;

/// What stands before the reporting word of a string inside the clause: 局長|所說「…」|指出.
fn before_inner_string(clause: &str) -> Option<&str> {
    let head = clause.get(..clause.find(['「', '“'])?)?;
    // A short name in a bracket: 渡輪公司（下稱「海達」）.
    if head.rfind(['（', '(']) > head.rfind(['）', ')']) {
        return None;
    }
    let (word, governs) = reporting::chinese_cue_at_end(head)?;
    (governs == Governs::Speech).then(|| head.get(..head.len() - word.len())).flatten()
}

/// Where a clause goes on after a byline in brackets: 電（記者某某）|據….
fn after_byline(clause: &str) -> Option<usize> {
    let close = clause.rfind(['）', ')'])?;
    let after = close + clause.get(close..)?.chars().next()?.len_utf8();
    let rest = clause.get(after..)?;
    let inside = clause.get(..close)?.rsplit(['（', '(']).next()?;
    let byline = reporting::chinese_role_at_start(inside, Role::Anybody).is_some();
    let opener = reporting::chinese_role_at_start(rest, Role::Opener).map_or(0, str::len);
    // 局長林小文今日（三月五日）在典禮上, 局長林小文（Vivian Lam）先生
    let told = || names_holder(clause.get(..close - inside.len()).unwrap_or(""));
    (opener < rest.len() && (byline || opener > 0 && !told())).then_some(after + opener)
}

/// Whether `head`, which a bracket opens after, ends with somebody's post and name.
fn names_holder(head: &str) -> bool {
    let head = head.trim_end_matches(['（', '(']);
    person::chinese_before(head, 0..head.len())
        .is_some_and(|named| named.kind == NamedKind::Person && named.title.is_some())
}

/// A subject without a verb or adverb that stands between it and the reporting word: 總統回應|表示, 總理所|說.
fn without_tail(subject: &str) -> Option<&str> {
    let cue = reporting::chinese_cue_at_end(subject)
        .filter(|(_, governs)| *governs == Governs::Speech)
        .map(|(word, _)| word);
    let adverb = reporting::chinese_role_at_end(subject, Role::SubjectEnd)
        .filter(|word| word.chars().count() > 1 || !inside_word(word, 0) || *word == "所")
        // 北堤區公所|表示
        .filter(|word| word.chars().count() > 1 || !han::BODY_ENDS.ends(subject));
    let tail = cue.or(adverb).or_else(|| {
        let word = reporting::chinese_role_at_end(subject, Role::SubjectEnd)?;
        let head = subject.get(..subject.len() - word.len())?;
        (ends_in_somebody(head) || reporting::chinese_role_at_end(head, Role::Title).is_some())
            .then_some(word)
    })?;
    let shorter = subject.get(..subject.len() - tail.len())?;
    let name = surname_tail(subject)
        || shorter.chars().next_back().is_some_and(|c| {
            let at = shorter.len() - c.len_utf8();
            tail.chars().count() == 1 && subject.get(at..).is_some_and(surname_tail)
        });
    (!shorter.is_empty() && !name).then_some(shorter)
}

/// Where an adverbial that a preposition opened ends: 在記者會上|局長.
fn after_occasion(text: &str, range: Range<usize>) -> Option<usize> {
    let part = text.get(range.clone())?;
    part.char_indices()
        .filter(|(at, c)| {
            part.get(*at..at + c.len_utf8()).is_some_and(|one| reporting::is_chinese(one, Role::Occasion))
        })
        .map(|(at, c)| range.start + at + c.len_utf8())
        .rfind(|at| *at < range.end)
}
