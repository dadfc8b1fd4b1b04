//! Whom a stretch of a Chinese sentence is about.
//!
//! Takes a stretch of a sentence; gives the part of it that names whom it is about, clause by clause (`chinese_clause.rs`).
//! It takes no descriptions apart.

use super::chinese_clause::{after_openers, at_start, before_cue};
use super::chinese_stretch::{ends_after_title, is_postnominal, postnominals, surname_tail};
use super::resolve;
use crate::extract::person::{self, ChineseText, Named, NamedKind};
use crate::lexicon::reporting::{self, Role};
use crate::text::script::is_han;
use std::ops::Range;

/// Who the clause before a string is about: 局長眼睛泛紅：「…」, 因為她想知道，「…」.
pub(super) fn clause_subject(
    text: &ChineseText<'_>,
    clause: Range<usize>,
    parted: bool,
) -> Option<Range<usize>> {
    let found = at_start(text, clause.clone()).filter(|found| plausible(text, found));
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
    let named = person::of_line(text, range.clone()).filter(|named| named.kind == NamedKind::Person);
    let named = named.or_else(|| person::chinese_apposed(text, range.clone()))?;
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
        if let Some(found) = at_start(text, clause).filter(|found| plausible(text, found)) {
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
        let found = if direct { before_cue(text, start..end) } else { at_start(text, start..end) };
        if let Some(found) = found
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

/// The name that follows a post, a role or an attribute, wherever it stands: 居民|黎永生每日到場, 搭棚多年的|黎永生.
pub(super) fn named_after_post(text: &ChineseText<'_>, range: Range<usize>) -> Option<Range<usize>> {
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
        let rest = part.get(name.end - range.start..)?;
        let closed = !before.is_empty() && !told && rest.is_empty();
        // Rui Moor 是北堤磨坊總經理
        let appointed = || reporting::chinese_role_at_start(rest.trim_start(), Role::Appointing).is_some();
        let closed = closed || before.is_empty() && rest.starts_with(' ') && appointed();
        let named = text
            .named_before(range.start..name.end)
            .filter(|named| named.kind == person::NamedKind::Person && named.name == Some(name.clone()));
        named.map(|named| named.extent).or(closed.then_some(name))
    })
}

/// Whether a stretch in the middle of a sentence looks like somebody: a pronoun, a title, a short name.
pub(super) fn plausible(text: &ChineseText<'_>, range: &Range<usize>) -> bool {
    let Some(part) = text.get(range.clone()) else { return false };
    reporting::chinese_role_at_end(part, Role::Title).is_some()
        || reporting::chinese_role_at_start(part, Role::Pronoun).is_some()
        || resolve::titled_names(part).next().is_some()
        || ends_after_title(part)
        || reporting::chinese_role_at_end(part, Role::Anybody).is_some()
        || surname_tail(part) && is_person(text, range)
        || part.contains(['·', '‧', '・'])
        || is_given_name(text, range)
        || person::ends_as_document(part)
        || is_titled_person(text, range)
        || part.starts_with(|c: char| c.is_uppercase()) && !part.contains(is_han) && part.chars().count() > 1
}

pub(super) fn is_person(text: &ChineseText<'_>, range: &Range<usize>) -> bool {
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
pub(super) const MOST_PLACES: usize = 4;

/// Whether a stretch is all one person with a post: 投資副總|北條Eric.
pub(super) fn is_titled_person(text: &ChineseText<'_>, range: &Range<usize>) -> bool {
    text.named_before(range.clone()).is_some_and(|named| {
        named.kind == NamedKind::Person && named.title.is_some() && named.extent.start == range.start
    })
}
