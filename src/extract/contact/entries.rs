//! The entries of one line of contacts.
//!
//! Takes a stretch of a line between numbers and addresses; gives the parts of it that are one entry each: they stand
//! between strokes and bars, a word joins two people, a blank alone or no blank parts a person from a body. What a part is
//! is not told here.

use super::bare;
use crate::extract::person::{self, NamedKind};
use crate::lexicon::people::{han, latin};
use crate::lexicon::{cues, labels};
use crate::text::script::{self, is_han};
use std::ops::Range;

/// Splits at strokes and bars that part the entries of one line.
pub(super) fn parts(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = range.start;
    let slice = &text[range.clone()];
    let single = |c: Option<char>| c.is_some_and(|c| c.is_ascii_lowercase());
    // "s/o" parts nothing.
    let of_name = |at: usize| {
        let around =
            slice[..at].ends_with(|c: char| single(Some(c))) && single(slice[at + 1..].chars().next());
        around && slice[..at].len() >= 2 && slice[..at - 1].ends_with(' ')
    };
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && !is_han(c));
    let parts_here = |&(at, c): &(usize, char)| match c {
        '/' => !of_name(at),
        // "Ann Lee，Weir Bank": a name that goes on in Latin letters has the other comma.
        '，' => latin(slice[..at].chars().next_back()) && latin(slice[at + c.len_utf8()..].chars().next()),
        '|' | '｜' | '／' | '\t' => true,
        _ => false,
    };
    for (at, mark) in slice.char_indices().filter(parts_here) {
        parts.push(bare(text, start..range.start + at));
        start = range.start + at + mark.len_utf8();
    }
    parts.push(bare(text, start..range.end));
    for part in &mut parts {
        *part = without_button(text, part.clone());
    }
    parts.retain(|part| !part.is_empty());
    [unglued, dashed_apart, two_people, person_and_body]
        .into_iter()
        .fold(parts, |parts, apart| taken_apart(text, parts, apart))
}

/// Two entries that were one.
type Two = [Range<usize>; 2];

/// The entries of `parts`, those that `apart` tells to be two as two.
fn taken_apart(
    text: &str,
    parts: Vec<Range<usize>>,
    apart: fn(&str, Range<usize>) -> Option<Two>,
) -> Vec<Range<usize>> {
    let mut entries = Vec::with_capacity(parts.len());
    for part in parts {
        match apart(text, part.clone()) {
            Some(two) => entries.extend(two),
            None => entries.push(part),
        }
    }
    entries
}

/// A body and a person whom a dash between blanks parts: "Office of the Minister – Ann Lee", "Weir Mill - Bo Moor". The
/// second must have a name that people are given, the first must not.
fn dashed_apart(text: &str, part: Range<usize>) -> Option<Two> {
    let slice = &text[part.clone()];
    let dash = |(at, c): &(usize, char)| {
        script::is_dash(*c) && slice[..*at].ends_with(' ') && slice[at + c.len_utf8()..].starts_with(' ')
    };
    let (at, mark) = slice.char_indices().find(dash)?;
    let (body, name) = (slice[..at].trim_end(), slice[at + mark.len_utf8()..].trim_start());
    let given = |words: &str| words.split(' ').next().is_some_and(person::is_given_name);
    let parted = given(name) && named_only(name) && !given(body) && body.contains(' ');
    parted.then_some([part.start..part.start + body.len(), part.end - name.len()..part.end])
}

/// Two people whom a word or a mark joins: "Ann Lee or Bo Weir, Esq.". One of them at least must have a name that
/// people are given, and neither a word of companies.
fn two_people(text: &str, part: Range<usize>) -> Option<Two> {
    let slice = &text[part.clone()];
    let (left, right) = two_in_han(slice).or_else(|| two_in_latin(slice))?;
    Some([part.start..part.start + left, part.start + right..part.end])
}

/// Where the first of two names ends that a word joins, and the second starts, the body of both behind it: "Ann Lee or Bo
/// Moor at Weir Mill".
fn two_in_latin(part: &str) -> Option<(usize, usize)> {
    let (left, right) = labels::joined(part)?;
    let (first, second) = (&part[..left], &part[right..]);
    let second = labels::seat(second).map_or(second, |(name, _)| second[..name].trim_end());
    // "Ann Lee or Bo Moor, Weir Mill"
    let second =
        second.split_once(", ").filter(|(_, body)| !body.contains(',')).map_or(second, |(name, _)| name);
    let given = |name: &str| name.split(' ').next().is_some_and(person::is_given_name);
    (named_only(first) && named_only(second) && (given(first) || given(second))).then_some((left, right))
}

/// Where the first of two names ends that a mark or a blank joins, and the second starts: 宿水書屋　黎永生、林小文.
fn two_in_han(part: &str) -> Option<(usize, usize)> {
    let may_be_name = |name: &str| {
        // 林小文 Ann, 林小文Ann
        let given = name.find(|c: char| c.is_ascii_uppercase()).unwrap_or(name.len());
        let latin = given == name.len() || person::is_given_name(&name[given..]);
        let name = name[..given].trim_end();
        let fits = latin && (2..=4).contains(&name.chars().count()) && name.chars().all(is_han);
        let fits = fits || person::chinese_has_dots(name);
        fits && !person::ends_as_body(name) && !person::ends_as_post(name)
    };
    let is_name = |name: &str| {
        person::of_line(name, 0..name.len()).is_some_and(|named| named.kind == NamedKind::Person)
    };
    if let Some((before, second)) = part.rsplit_once([' ', '\u{3000}']) {
        // 黎永生 林小文, 北堤公關 黎永生 林小文: both must have the shape of names.
        let first = before.rsplit([' ', '\u{3000}']).next().unwrap_or(before);
        let shaped = |name: &str| may_be_name(name) && han::is_name_shaped(name) && is_name(name);
        let whole = before.len() == first.len()
            || person::ends_as_body(before[..before.len() - first.len()].trim_end());
        if whole && shaped(first) && shaped(second) {
            return Some((before.len(), part.len() - second.len()));
        }
    }
    let (first, second) = part.split_once('、')?;
    if with_posts(first, second) {
        return Some((first.len(), part.len() - second.len()));
    }
    let last = first.rsplit(char::is_whitespace).next().unwrap_or(first);
    // 宿水書屋　黎永生 Ann、林小文
    let name = match first[..first.len() - last.len()].trim_end() {
        before if person::is_given_name(last) && before.ends_with(is_han) => {
            let own = before.rsplit(char::is_whitespace).next().unwrap_or(before);
            &first[before.len() - own.len()..]
        }
        _ => last,
    };
    (may_be_name(name) && may_be_name(second) && (is_name(name) || is_name(second)))
        .then(|| (first.len(), part.len() - second.len()))
}

/// Whether both of two halves are somebody with a post: 林小文 組長、黎永生 組員, 林組長、黎科長. No second half is a post alone.
fn with_posts(first: &str, second: &str) -> bool {
    let holds = |half: &str| {
        let named = person::of_line(half, 0..half.len()).filter(|named| named.kind == NamedKind::Person);
        named.is_some_and(|named| named.title.is_some() && named.name.is_some())
    };
    !second.contains('、') && holds(first) && holds(second)
}

/// Whether `words` are two to four words in capitals, decorations after a comma left aside, as a person's name has.
fn named_only(words: &str) -> bool {
    let (name, rest) = words.split_once(',').unwrap_or((words, ""));
    let decorated = rest.split_whitespace().all(|word| latin::DECORATIONS.contains(word));
    decorated && person::has_personal_shape(name.trim())
}

/// `part` without the button of a page that ends it: "Ann Lee Harbour Works Email Us Here". In fewer words a button may be
/// a name's end: "Media Services".
fn without_button(text: &str, part: Range<usize>) -> Range<usize> {
    const WORDS: usize = 3;
    let words = &text[part.clone()];
    let starts = words.match_indices(' ').map(|(at, _)| at).rev().skip(WORDS - 1).take(2);
    let button = starts.into_iter().find(|&at| cues::is_navigation(&words[at..]));
    button.map_or(part.clone(), |at| bare(text, part.start..part.start + at))
}

/// A person and a body that a blank alone parts: "Ann Lee Harbour Design Consulting". The first word must be a given name,
/// the last a body's, and at least two be left for the body.
fn person_and_body(text: &str, part: Range<usize>) -> Option<Two> {
    const NAME: usize = 2;
    /// Words of the longest name.
    const LONGEST: usize = 4;
    let words: Vec<&str> = text[part.clone()].split(' ').collect();
    let [first, second, _, .., last] = words[..] else { return None };
    // "Ann Weir Moor, Officer, Weir Bank": a comma closes a longer name.
    let closed = words.iter().take(LONGEST).any(|word| word.ends_with(','));
    let named = words.iter().all(|word| word.starts_with(char::is_uppercase)) && !closed;
    let body = || latin::BODY_MARKS.contains_lower(last) || latin::LEGAL_FORMS.contains_lower(last);
    if !named || !body() || latin::BODY_MARKS.contains_lower(second) || !person::is_given_name(first) {
        return None;
    }
    let end = part.start + words[..NAME].iter().map(|word| word.len() + 1).sum::<usize>();
    Some([part.start..end - 1, end..part.end])
}

/// Two names that lost the line end between them: "Harbour Design `CentreAnn` Lee". Both must be of several words and the
/// halves of the glued word of some length, so that names like "`PayPal`" stay whole.
fn unglued(text: &str, part: Range<usize>) -> Option<Two> {
    let slice = &text[part.clone()];
    let mut before = ' ';
    for (at, c) in slice.char_indices() {
        let glued = before.is_lowercase() && c.is_uppercase();
        before = c;
        if !glued {
            continue;
        }
        let (left, right) = slice.split_at(at);
        let long = |word: Option<&str>, least: usize| word.is_some_and(|word| word.chars().count() >= least);
        let several = left.contains(' ') && right.contains(' ');
        // `FitzMoor`
        let prefixed = left.split(' ').next_back().is_some_and(|word| latin::JOINED_PREFIXES.contains(&word));
        if several && !prefixed && long(left.split(' ').next_back(), 4) && long(right.split(' ').next(), 3) {
            return Some([part.start..part.start + at, part.start + at..part.end]);
        }
    }
    None
}
