//! Names of bodies in English text: where "Department of Health and Human Services" ends.
//!
//! Takes words and where the name starts; gives where it ends. Whether a body is meant at all, others tell.

use super::english_head::{head_end, modified_head};
use super::words::{After, Word, skip_articles, skip_small_articles};
use crate::lexicon::people::latin;
use crate::lexicon::places;
use std::ops::Range;

/// The end of the name of a body that starts at `start`: "Department of Health and Human Services", "Acme Systems, Inc."
pub(super) fn body_end(words: &[Word<'_>], start: usize) -> usize {
    let mut at = start;
    let mut joined = false;
    while at < words.len() {
        let word = &words[at];
        let text = word.text;
        let legal = at > start && word.is_written(&latin::SMALL_LEGAL_FORMS);
        let digit = text.starts_with(|c: char| c.is_ascii_digit());
        if word.is_capital() || digit || is_lower_brand(word) || legal {
            at += 1;
        } else if let Some(next) = connected(words, start, at, joined) {
            joined |= !word.is(&latin::CONJUNCTIONS);
            at = next;
        } else {
            break;
        }
        if words[at - 1].after == After::Comma
            && words.get(at).is_some_and(|next| next.is(&latin::LEGAL_FORMS))
        {
            continue;
        }
        // "Department of Roads, Office of Inspector General"
        if words[at - 1].after == After::Comma && opens_office(words, at) {
            continue;
        }
        // The Ranger's Office, Abel's Harbour Bakery.
        let owned = words[at - 1].possessive && !marks_ahead(words, at) && !is_of_many(words, at);
        if words[at - 1].ends_phrase() || owned {
            break;
        }
    }
    at
}

/// Whether the part of a body that is called its office opens at `at`: "Office of".
fn opens_office(words: &[Word<'_>], at: usize) -> bool {
    let office = words
        .get(at)
        .is_some_and(|word| word.is_capital() && word.is(&latin::OFFICE_PARTS) && !word.ends_phrase());
    office && words.get(at + 1).is_some_and(|word| word.is_written(&latin::TITLE_PREPOSITIONS))
}

/// Growers' Circle: the possessive of many, then one word that closes the name.
fn is_of_many(words: &[Word<'_>], at: usize) -> bool {
    let closes = |word: &Word<'_>| word.is_capital() && word.ends_phrase();
    words[at - 1].text.ends_with('s') && words.get(at).is_some_and(closes)
}

/// iPhone, eBay.
fn is_lower_brand(word: &Word<'_>) -> bool {
    let mut chars = word.text.chars();
    chars.next().is_some_and(char::is_lowercase) && chars.next().is_some_and(char::is_uppercase)
}

/// Past "of the", "&", "and" inside a name.
fn connected(words: &[Word<'_>], start: usize, at: usize, joined: bool) -> Option<usize> {
    let word = &words[at];
    let text = word.text;
    let symbol = text.chars().all(|c| !c.is_alphanumeric());
    let conjunction = word.is(&latin::CONJUNCTIONS);
    let mut next = skip_articles(words, at + 1);
    // "Université de la Weir"
    while next < words.len() && word.is(&latin::PARTICLES) && words[next].is_written(&latin::PARTICLES) {
        next += 1;
    }
    let capital = words.get(next).is_some_and(Word::is_capital);
    let between = word.is(&latin::TITLE_PREPOSITIONS) && word.is(&latin::SEAT_PREPOSITIONS);
    // "Forum on Groundwater": what a body is for; "Growers' Co-operative on the hill" says where.
    let subject = text == "on" && at > 0 && words[at - 1].is(&latin::DEBATES);
    let preposition = between || subject || word.is(&latin::PARTICLES);
    let person =
        words.get(next).is_some_and(|word| word.is_given_name() || word.is_written(&latin::HONORIFICS));
    // "University of Weir and Principal Investigator": a second post is no part of the name.
    let post = || modified_head(words, next).is_some();
    // "Save the Weir": a call opens the name.
    let call = at == start + 1 && word.is_written(&latin::ARTICLES) && !words[start].possessive;
    // "Women in Welding": what it is about, and no place.
    let about = latin::ABOUT.contains(&text)
        && words.get(next).is_some_and(|word| {
            (word.is(&latin::DOMAINS) || latin::ACTIVITY_ENDS.iter().any(|end| word.text.ends_with(end)))
                && !places::is_known(word.text)
        });
    let ok = symbol
        || call
        || about
        || (conjunction && (joined || marks_ahead(words, next)) && !post())
        || (!conjunction && preposition);
    (capital && ok && (symbol || !person) && !words[at].ends_phrase()).then_some(next)
}

/// Whether a word of bodies follows within the same phrase, nothing but capitals between.
fn marks_ahead(words: &[Word<'_>], from: usize) -> bool {
    /// Words that are looked at; a guess.
    const MOST: usize = 4;
    for word in words.get(from..).unwrap_or(&[]).iter().take(MOST).take_while(|word| word.is_capital()) {
        if word.is(&latin::BODY_MARKS) {
            return true;
        }
        if word.ends_phrase() {
            return false;
        }
    }
    false
}

/// Whether `word` tells where somebody or a body is, which it does not name, or how often: Weir-based, three-time.
pub(super) fn is_placing(word: &str) -> bool {
    word.rsplit_once('-').is_some_and(|(_, last)| latin::PARTICIPLES_OF_PLACE.contains(&last))
}

/// Whether a word of bodies stands in `body`.
pub(super) fn holds_mark(words: &[Word<'_>], body: Range<usize>) -> bool {
    words[body].iter().any(|word| word.is(&latin::BODY_MARKS))
}

/// Whether what starts at `start` is in capitals, marked as a body and closed, so that no name is taken for one.
pub(super) fn is_body_ahead(words: &[Word<'_>], start: usize) -> bool {
    if !words.get(start).is_some_and(Word::is_capital) || head_end(words, start).is_some() {
        return false;
    }
    let body = start..body_end(words, start);
    let last = &words[body.end - 1];
    let legal = last.is(&latin::LEGAL_FORMS);
    let acronym = body.len() == 1 && last.is_acronym();
    holds_mark(words, body) || legal || acronym
}

/// Past what kind of body it is, where its name follows: "at law firm | Lee & Partners".
pub(super) fn skip_kind(words: &[Word<'_>], start: usize) -> usize {
    /// Words that are looked at; a guess.
    const MOST: usize = 4;
    let small = |word: &&Word<'_>| !word.is_capital() && !word.ends_phrase() && !word.possessive;
    let named = start + words.get(start..).unwrap_or(&[]).iter().take(MOST).take_while(small).count();
    let kind = named > start && words[named - 1].is(&latin::GENERIC_BODIES);
    let capital = words.get(named).is_some_and(Word::is_capital);
    if kind && capital { named } else { start }
}

/// "School of Tides at Weir University": a unit, and the body whose it is, both told by a word of bodies.
pub(super) fn with_house(words: &[Word<'_>], unit: Range<usize>) -> Range<usize> {
    let houses = |word: &Word<'_>| word.leads_to_body() && !word.ends_phrase();
    let parted = unit.is_empty() || words[unit.end - 1].ends_phrase();
    if parted || !words.get(unit.end).is_some_and(houses) || !holds_mark(words, unit.clone()) {
        return unit;
    }
    let start = skip_small_articles(words, unit.end + 1);
    let house = start..body_end(words, start);
    if !house.is_empty() && holds_mark(words, house.clone()) { unit.start..house.end } else { unit }
}

/// "Department of Tides, WIST", "Department of Tides, University of Weir": a unit, and behind a comma the body that it is of,
/// told by its letters or by a word of bodies.
pub(super) fn with_larger_body(words: &[Word<'_>], unit: Range<usize>) -> Range<usize> {
    /// Words of the longest name that letters tell; a guess.
    const LONGEST: usize = 3;
    let inner = words[unit.start].is(&latin::PARTS) || words[unit.start].is(&latin::BODY_MARKS);
    let parted = inner && words[unit.end - 1].after == After::Comma;
    let Some(first) = words.get(unit.end).filter(|first| parted && first.is_capital()) else { return unit };
    let body = unit.end..body_end(words, unit.end);
    let letters = first.is_acronym()
        && first.text.chars().all(char::is_alphabetic)
        && !first.is_written(&latin::DECORATIONS)
        && body.len() <= LONGEST;
    let closed = words[body.end - 1].ends_phrase() || body.end == words.len();
    if closed && (letters || holds_mark(words, body.clone())) { unit.start..body.end } else { unit }
}
