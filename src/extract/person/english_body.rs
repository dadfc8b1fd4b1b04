//! Names of bodies in English text: where "Department of Health and Human Services" ends.
//!
//! Takes words and where the name starts; gives where it ends. Whether a body is meant at all, others tell.

use super::english_head::modified_head;
use super::english_post::skip_articles;
use super::words::{After, Word};
use crate::lexicon::people::latin;
use crate::lexicon::places;

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
    let about = text == "in"
        && words.get(next).is_some_and(|word| {
            (word.is(&latin::DOMAINS) || word.text.ends_with("ing")) && !places::is_known(word.text)
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
