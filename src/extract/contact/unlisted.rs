//! People and bodies of contacts that no table knows, told by where they stand: alone on a line, behind a label, in capitals
//! between a name and its numbers.
//!
//! Takes a part of a line or words; gives the person or the body that they name, or tells whether they name one. Names by
//! their shape and by the tables are read in `person`.

use super::Piece;
use crate::extract::person;
use crate::lexicon::cues;
use crate::lexicon::labels;
use crate::lexicon::people::{han, latin};
use crate::lexicon::places;
use crate::release::Text;
use crate::text::boundary;
use crate::text::reading::Reading;
use crate::text::script::is_han;
use std::ops::Range;

/// Whether words between somebody's name and the numbers are the body, where no other is named: several words in capitals, none of
/// a desk or a post, "Friends of Weir Wood", or one that the prose of `source` has as well, "Quorvex".
pub(super) fn is_body_by_place(words: &Text, source: &str) -> bool {
    let text = &words.text;
    let told = |word: &str| {
        latin::DESKS.contains_lower(word)
            || latin::HEADS.contains_lower(word)
            || latin::DOMAINS.contains_lower(word)
    };
    let capital = |word: &&str| person::opens_with_capital(word);
    // "In Weirtown" tells where the number is.
    let places_it =
        |word: &str| latin::SEAT_PREPOSITIONS.contains_lower(word) || latin::PLACINGS.contains_lower(word);
    // "Parents for Safe Roads"
    let links = |word: &str| latin::POST_LINKS.contains(word);
    let several = text.split(' ').filter(capital).count() > 1;
    (several || !text.contains(' ') && is_named_in_prose(text, source))
        && (!text.split(' ').next_back().is_some_and(told) || text.split(' ').any(links))
        && !text.split(' ').next().is_some_and(places_it)
        && !labels::is_desk(text)
        && !cues::is_subject_of_contact(text)
        && !cues::is_contact_heading(text)
        && !places::is_known(text)
}

/// Whether the prose of `source` has `word` behind a word in small letters, "at Quorvex", or owning something, "Quorvex’s".
fn is_named_in_prose(word: &str, source: &str) -> bool {
    /// Bytes that are looked at, so that many contacts take no more time each.
    const REACH: usize = 20_000;
    let head = boundary::head(source, REACH);
    let inside = |at: usize| {
        let before = head[..at].strip_suffix([' ', '\n']).map(|before| before.rsplit([' ', '\n']).next());
        let small = before
            .flatten()
            .is_some_and(|before| !before.is_empty() && before.bytes().all(|byte| byte.is_ascii_lowercase()));
        let rest = &head[at + word.len()..];
        let owns = rest.starts_with("’s") || rest.starts_with("'s");
        (small || owns) && !rest.starts_with(char::is_alphanumeric)
    };
    word.len() > 3 && !latin::KNOWN.contains_lower(word) && head.match_indices(word).any(|(at, _)| inside(at))
}

/// Somebody with a post behind the name or a body in a bracket after it, by a surname that is a word as well, where a label of
/// people stands before it: 聯絡人：高峰科長, 联系人：方立（品牌部）; or behind the unit: 聯絡人：推廣科寇文.
pub(super) fn surnamed_by_word(line: &Reading, part: Range<usize>, labelled: bool) -> Option<Piece> {
    let words = &line.text()[part.clone()];
    if !labelled || !words.starts_with(is_han) {
        return None;
    }
    let at = |end: usize| part.start..part.start + end;
    if let Some(name) = seated_name(words) {
        return Some(Piece::Person {
            name: line.slice(part.start + name..part.end),
            title: None,
            organization: Some(line.slice(at(words[..name].trim_end().len()))),
            doubtful: false,
        });
    }
    if let Some(open) = words.find(['（', '(']) {
        let inside = words[open..].trim_matches(|c: char| matches!(c, '（' | '(' | '）' | ')'));
        let name = words[..open].trim_end();
        let seated = person::ends_as_body(inside) || person::chinese_is_unit(inside);
        let start = part.start + open + words[open..].find(inside)?;
        let body = line.slice(start..start + inside.len());
        return (seated && person::chinese_may_be_name(name)).then(|| Piece::Person {
            name: line.slice(at(name.len())),
            title: None,
            organization: Some(body),
            doubtful: false,
        });
    }
    let post = han::AFTER_NAME.suffix_start(words).filter(|&post| person::may_be_surnamed(&words[..post]))?;
    Some(Piece::somebody(line.slice(at(post)), Some(line.slice(part.start + post..part.end))))
}

/// Where a name starts that ends `words` right behind a unit or a body and that no common surname opens.
fn seated_name(words: &str) -> Option<usize> {
    /// Characters of the longest such name, one with dots.
    const LONGEST: usize = 12;
    let starts = words.char_indices().rev().map(|(at, _)| at).take(LONGEST).filter(|&at| at > 0);
    starts.filter(|&at| !words[..at].ends_with(['（', '('])).find(|&at| {
        let (unit, name) = (words[..at].trim_end(), &words[at..]);
        let named = person::may_be_surnamed(name) || person::chinese_has_dots(name);
        named && (person::chinese_is_unit(unit) || person::ends_as_body(unit))
    })
}

/// Whether `part` is all of its line and may be a name by a surname that is a word as well, or in two characters: 麻行.
pub(super) fn stands_alone(text: &str, part: &Range<usize>) -> bool {
    let words = &text[part.clone()];
    let common =
        || words.chars().count() == 2 && han::is_name_shaped(words) && person::chinese_may_be_name(words);
    let name = || person::may_be_surnamed(words) || common() && !han::NOT_NAMES.contains(words);
    text.trim().len() == part.len() && name()
}

/// Several words in Latin letters, all of them with capitals but for short ones: the name of a body may be such.
pub(super) fn capitalised(line: &Reading, part: Range<usize>) -> Option<Piece> {
    /// Letters of the longest small word; a guess.
    const SMALL: usize = 3;
    let words = &line.text()[part.clone()];
    let capital = |word: &str| person::opens_with_capital(word);
    // "quorvane" above "press@quorvane.example": the address tells.
    let brand = words.len() > SMALL && words.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let named = brand
        || (words.contains(' ') || words.len() > SMALL)
            && !words.contains([':', ',', '@'])
            && words.split(' ').all(|word| capital(word) || word.len() <= SMALL)
            && words.split(' ').next_back().is_some_and(capital);
    named.then(|| Piece::Words(line.slice(part)))
}

/// Whether words behind a post are a body: two capitals or more, and a last word that is neither a field nor a desk nor a post.
pub(super) fn is_told_by_capitals(words: &str) -> bool {
    let known = |word: &str| {
        latin::DOMAINS.contains_lower(word)
            || latin::DESKS.contains_lower(word)
            || latin::HEADS.contains_lower(word)
            || latin::MARKETS.contains(word)
    };
    let capitals = words.split(' ').filter(|word| person::opens_with_capital(word)).count();
    let last = words.rsplit(' ').next().unwrap_or("");
    capitals > 1
        && person::opens_with_capital(words)
        && person::opens_with_capital(last)
        && !known(last)
        && !words.contains([',', ':', '('])
        && !places::is_known(words)
        && !places::is_region(last)
        && !person::has_personal_name(words)
}
