//! Heads of English posts: the words that say what somebody is, "Vice President", "Chief Acoustic Engineer".
//!
//! Takes words; gives where a head ends that starts at one of them or follows modifiers and fields. What the post is for and
//! whose it is, `english_post.rs` reads.

use super::words::{After, Word, push_small};
use crate::lexicon::people::latin;
use crate::lexicon::places;
use std::ops::Range;

/// Words of the longest head.
const LONGEST: usize = 5;
/// Words that may stand before a head.
const MOST_MODIFIERS: usize = 9;

/// Where the first head from `start` on ends, if only modifiers, domains and other plain words stand before it.
pub(super) fn first_head_end(words: &[Word<'_>], start: usize) -> Option<usize> {
    let limit = words.len().min(start + MOST_MODIFIERS);
    let mut at = start;
    while at < limit {
        if let Some(end) = head_end(words, at) {
            return Some(longest_run(words, end));
        }
        let word = &words[at];
        let known = word.is(&latin::MODIFIERS) || word.is(&latin::DOMAINS) || word.is_capital();
        // "Save the Wells Country Director"
        let inner = at > start
            && word.is(&latin::ARTICLES)
            && words[at - 1].is_capital()
            && words.get(at + 1).is_some_and(Word::is_capital);
        let link = word.is(&latin::CONJUNCTIONS) || word.is(&latin::TITLE_PREPOSITIONS);
        let joins = inner || link;
        let joined = at > start && (joins_fields(words, at) || joins_founders(words, start, at));
        let ends = word.ends_description() && !joined;
        // "For playwright Ann Lee"
        let opens = link && at == start;
        if word.ends_phrase() || ends || opens || !(known || joins) {
            return None;
        }
        at += 1;
    }
    None
}

/// Whether the conjunction at `at` stands between two fields: "Marketing and Communications Manager". Elsewhere it
/// leads to somebody else.
fn joins_fields(words: &[Word<'_>], at: usize) -> bool {
    let field = |at: usize| words.get(at).is_some_and(|word| word.is(&latin::DOMAINS) && !word.ends_phrase());
    words[at].is(&latin::CONJUNCTIONS) && field(at - 1) && field(at + 1)
}

/// Whether the conjunction at `at` joins those after whom a post is called: "the Ann and Leo Moor Professor of Law".
fn joins_founders(words: &[Word<'_>], start: usize, at: usize) -> bool {
    /// Words of the longest such names; a guess.
    const LONGEST: usize = 8;
    let word = |at: usize| words.get(at).filter(|word| word.is_capital() && !word.ends_phrase());
    let names = (at + 1..words.len().min(start + LONGEST)).take_while(|&at| word(at).is_some());
    let mut names = names.peekable();
    words[at].is(&latin::CONJUNCTIONS)
        && words[start].is_given_name()
        && names.peek().is_some()
        && names.filter_map(|at| words.get(at)).any(|word| word.is(&latin::CALLED_HEADS))
}

/// The same after a few words in small letters that no table has, where the post ends with the head or goes on with what
/// it is for: "search and rescue coordinator at Weir Mill".
pub(super) fn plain_head_end(words: &[Word<'_>], start: usize) -> Option<usize> {
    /// Words of the longest such description before its head.
    const MOST: usize = 4;
    for at in start..words.len().min(start + MOST + 1) {
        let word = &words[at];
        if let Some(end) = head_end(words, at).filter(|_| at > start) {
            let end = longest_run(words, end);
            let goes_on =
                |next: &Word<'_>| next.is(&latin::TITLE_PREPOSITIONS) || next.is(&latin::SEAT_PREPOSITIONS);
            let closed = words[end - 1].ends_phrase() || words.get(end).is_none_or(goes_on);
            return closed.then_some(end);
        }
        let joins = at > start && word.is(&latin::CONJUNCTIONS);
        let breaks = !joins
            && (word.is(&latin::ARTICLES)
                || word.is(&latin::TITLE_PREPOSITIONS)
                || word.is(&latin::SEAT_PREPOSITIONS)
                || word.is_relative()
                || word.is(&latin::PRONOUNS)
                || word.ends_description());
        let plain = word.text.chars().all(|c| c.is_lowercase() || c == '-');
        if breaks || !plain || word.ends_phrase() || word.possessive {
            return None;
        }
    }
    None
}

/// Further heads right after a head: "Police Chief", "project manager lead".
fn longest_run(words: &[Word<'_>], mut end: usize) -> usize {
    while end < words.len() && !words[end - 1].ends_phrase() {
        match head_end(words, end).or_else(|| modified_head(words, end)) {
            Some(next) => end = next,
            None => break,
        }
    }
    end
}

/// "chief medical officer" after another head, no other word between, with the heads that follow: "Associate Dean".
pub(super) fn modified_head_end(words: &[Word<'_>], from: usize) -> Option<usize> {
    modified_head(words, from).map(|end| longest_run(words, end))
}

pub(super) fn modified_head(words: &[Word<'_>], from: usize) -> Option<usize> {
    let mut at = from;
    while at < words.len().min(from + 5) {
        if let Some(end) = head_end(words, at) {
            return Some(end);
        }
        let word = &words[at];
        if word.ends_phrase() || !(word.is(&latin::MODIFIERS) || word.is(&latin::DOMAINS)) {
            return None;
        }
        at += 1;
    }
    None
}

/// Where the head that starts at `at` ends.
pub(super) fn head_end(words: &[Word<'_>], at: usize) -> Option<usize> {
    let word = words.get(at).filter(|word| word.is(&latin::HEAD_OPENERS))?;
    if latin::NAMESAKES.contains(word.text) && is_surname(words, at) {
        return None;
    }
    let mut joined = String::new();
    let mut found = None;
    for (index, word) in words.iter().enumerate().skip(at).take(LONGEST) {
        // Most heads are one word, which needs no memory of its own.
        if index == at + 1 && !word.is(&latin::LONG_HEAD_SECONDS) {
            break;
        }
        let known = if index == at {
            // "Leila da Silva" is no DA, "Leila Di Moor" no DI.
            word.is(&latin::HEADS) && (word.is_acronym() || !word.is(&latin::PARTICLES))
                || word.is(&latin::CRAFTS) && (!word.is_capital() || is_graded_craft(words, at))
        } else {
            if joined.is_empty() {
                joined.reserve(LONGEST * 12);
                push_small(words[at].text, &mut joined);
            }
            joined.push(' ');
            push_small(word.text, &mut joined);
            latin::HEADS.contains(&joined) || !word.is_capital() && latin::CRAFTS.contains(&joined)
        };
        if known && !word.possessive {
            found = Some(index + 1);
        }
        let alone = index == at && !word.is(&latin::LONG_HEAD_OPENERS);
        if alone || word.ends_phrase() || word.possessive {
            break;
        }
    }
    found.max(framed_end(words, at))
}

/// "Head Brewer", "Master Brewer": before a trade in capitals a grade tells that it is no name.
fn is_graded_craft(words: &[Word<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &words[before]);
    before.is_some_and(|before| {
        before.is_capital() && !before.ends_phrase() && before.is_among(&latin::CRAFT_GRADES)
    })
}

/// Whether a word that is a head as well is the surname behind a given name that no table has, by what follows: "Macline King,
/// chair of", "Macline King said".
fn is_surname(words: &[Word<'_>], at: usize) -> bool {
    let Some(given) = at.checked_sub(1).map(|before| &words[before]) else { return false };
    let named = given.is_capital()
        && !given.is(&latin::KNOWN)
        && !given.is_written(&latin::NOT_NAMES)
        && !given.is_acronym()
        && !given.possessive
        && !given.ends_phrase()
        && !places::is_known(given.text);
    let next = words.get(at + 1);
    let told = match words[at].after {
        After::Stop => true,
        After::Comma => next.is_none_or(|next| !next.is_capital() || modified_head(words, at + 1).is_some()),
        After::Blank => next.is_none_or(|next| !next.is_capital() && !next.is(&latin::TITLE_PREPOSITIONS)),
    };
    named && told && !words[at].possessive
}

/// Where a head ends of which only the first and the last word are known: "Chief Product and Proposition Officer".
fn framed_end(words: &[Word<'_>], at: usize) -> Option<usize> {
    /// Words between the two; a guess.
    const FIELD: usize = 5;
    let is = |word: &str, known: &str| word.eq_ignore_ascii_case(known);
    let opens = |first: &str| is(words[at].text, first);
    if !latin::FRAME_OPENERS.contains_lower(words[at].text) {
        return None;
    }
    let closes = |word: &str| latin::FRAMES.iter().any(|(first, last)| opens(first) && is(word, last));
    // "chief happiness officer"
    let plain = |word: &Word<'_>| {
        !words[at].is_capital()
            && word.text.chars().all(char::is_lowercase)
            && !(word.is(&latin::ARTICLES) || word.is(&latin::TITLE_PREPOSITIONS))
            && !(word.is(&latin::SEAT_PREPOSITIONS) || word.ends_description())
            && !word.ends_phrase()
    };
    let inner = |word: &Word<'_>| {
        let known = word.is(&latin::DOMAINS) || word.is(&latin::CONJUNCTIONS);
        (word.is_capital() || known || plain(word)) && !word.possessive
    };
    for (index, word) in words.iter().enumerate().skip(at + 1).take(FIELD + 1) {
        if words[index - 1].after == After::Stop {
            return None;
        }
        if closes(word.text) && !word.possessive {
            return Some(index + 1);
        }
        if !inner(word) {
            return None;
        }
    }
    None
}

/// Whether `title` is a head that only its first and last word tell.
pub(super) fn is_framed(words: &[Word<'_>], title: Range<usize>) -> bool {
    (title.start..title.end).any(|at| framed_end(words, at) == Some(title.end))
}
