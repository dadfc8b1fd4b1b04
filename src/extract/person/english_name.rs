//! Names in English text, told from bodies: "Ann van der Lee" goes on as a name does and is a person's.
//!
//! Takes words; gives where a name that starts there ends, and whether it is a person's. Posts and what is printed after
//! the name, others read.

use super::english::is_honorific;
use super::words::{After, Word, joined};
use super::{english_head, latin_name};
use crate::lexicon::people::latin;
use crate::lexicon::places;
use std::ops::Range;

/// The words of a name from `start` on: capitals, initials, particles, Jr.
pub(super) fn name_at(words: &[Word<'_>], start: usize) -> Option<Range<usize>> {
    let first = words.get(start)?;
    let opens = first.is_capital() || opens_with_particle(words, start);
    if !opens || is_no_name(words, start) || first.text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut end = start + 1;
    while end < words.len().min(start + 7) && continues_name(words, end) {
        end += 1;
    }
    if end < words.len() && words[end - 1].after == After::Comma && words[end].is_written(&latin::GENERATIONS)
        || is_given_after(words, start..end)
    {
        end += 1;
    }
    Some(start..end)
}

/// Whether a name of two words may stand among `words`, or one behind a honorific, which has a capital as well: two that are of
/// names side by side, or any two of which a comma parts the first from a post that leads to it.
pub(super) fn may_hold_full_name(words: &[Word<'_>]) -> bool {
    let small = |word: &Word<'_>| word.text.bytes().all(|byte| byte.is_ascii_lowercase());
    let particle = |word: &Word<'_>| latin::PARTICLES.contains(word.text);
    let mut before = After::Blank;
    words.windows(2).any(|two| {
        let led = std::mem::replace(&mut before, two[0].after) == After::Comma;
        match (small(&two[0]), small(&two[1])) {
            (false, false) => true,
            (false, true) => led || particle(&two[1]),
            (true, false) => particle(&two[0]),
            (true, true) => false,
        }
    })
}

/// "Wong Kam-fai": the family's name, then a given one with a hyphen.
fn opens_with_family(words: &[Word<'_>], name: &Range<usize>) -> bool {
    name.len() >= 2
        && words[name.start].is_written(&latin::ROMANISED_SURNAMES)
        && words[name.start + 1].text.contains('-')
}

/// "Wong Kam-fai, William,": the given name that Hong Kong prints behind a name that opens with the family's.
fn is_given_after(words: &[Word<'_>], name: Range<usize>) -> bool {
    let family_first = opens_with_family(words, &name);
    let parted = words[name.end - 1].after == After::Comma;
    let given = |word: &Word<'_>| word.is_given_name() && word.after == After::Comma && !word.possessive;
    family_first && parted && words.get(name.end).is_some_and(given)
}

/// However, In; Will and May only where no second name follows.
fn is_no_name(words: &[Word<'_>], at: usize) -> bool {
    let given = words[at].is_given_name() && !words[at].ends_phrase();
    let followed = words.get(at + 1).is_some_and(Word::is_capital);
    // "So Wing-lam"
    let family = opens_with_family(words, &(at..words.len())) && !words[at].ends_phrase();
    words[at].is_written(&latin::NOT_NAMES) && !(given && followed) && !family
        || words[at].is_written(&latin::HONORIFICS) && words[at].text.ends_with('.')
}

fn opens_with_particle(words: &[Word<'_>], at: usize) -> bool {
    let particle = |word: &Word<'_>| word.is_written(&latin::PARTICLES) && !word.ends_phrase();
    let goes_on = |from: usize| words.get(from).is_some_and(Word::is_capital);
    // "van der Moor"
    let second = || words.get(at + 1).is_some_and(particle) && goes_on(at + 2);
    particle(&words[at]) && (goes_on(at + 1) || second())
}

fn continues_name(words: &[Word<'_>], at: usize) -> bool {
    let (before, word) = (&words[at - 1], &words[at]);
    if before.ends_phrase()
        || before.possessive
        || opens_post(words, at)
        || is_honorific(words, at)
        || word.is_written(&latin::DECORATIONS)
            && !word.is_written(&latin::GENERATIONS)
            && !is_initials(words, at)
    {
        return false;
    }
    let name = || {
        !word.is_written(&latin::NOT_NAMES)
            || word.is_written(&latin::ROMANISED_SURNAMES)
            || word.is_given_name()
            || is_number_in_name(words, at)
            || closes_as_surname(words, at)
            // "Tom Read, Chair": behind a given name and before a comma it is the family's.
            || before.is_given_name() && word.after == After::Comma
    };
    let particle = || word.is(&latin::PARTICLES) || word.text.chars().all(|c| !c.is_alphanumeric());
    let next =
        || words.get(at + 1).is_some_and(|next| next.is_capital() || next.is_written(&latin::PARTICLES));
    let prefixed = || word.text.split_once('-').is_some_and(|(prefix, _)| latin::PARTICLES.contains(prefix));
    word.is_capital() && name()
        || particle() && next() && !word.ends_phrase()
        || word.text.contains(char::is_uppercase) && prefixed()
}

/// "John KC Lee": letters between a given name and a family name, which are no honours there.
fn is_initials(words: &[Word<'_>], at: usize) -> bool {
    let family = words.get(at + 1).is_some_and(|next| next.is_written(&latin::ROMANISED_SURNAMES));
    family && !words[at].ends_phrase() && words[at].text.len() <= 3 && words[at - 1].is_given_name()
}

/// "Van Hai Do said": behind a capital and before a small letter or a mark a word of grammar in capitals is a family's name.
fn closes_as_surname(words: &[Word<'_>], at: usize) -> bool {
    let word = &words[at];
    let closes = word.ends_phrase() || words.get(at + 1).is_none_or(|next| !next.is_capital());
    closes && words[at - 1].is_capital() && latin::FUNCTION_SURNAMES.contains(&word.text)
}

/// "Ann Two Weirs": a number between a given name and another word in capitals.
fn is_number_in_name(words: &[Word<'_>], at: usize) -> bool {
    let next = words.get(at + 1).is_some_and(Word::is_capital);
    words[at].is_written(&latin::NUMBER_NAMES)
        && !words[at].ends_phrase()
        && words[at - 1].is_given_name()
        && next
}

/// "Bo Moor Minister for Roads", "Names Bo Moor Chief Financial Officer": the line of a post that an extractor ran on after
/// the name, or a title in which no comma parts them.
pub(super) fn opens_post(words: &[Word<'_>], at: usize) -> bool {
    // "Acting Chief Superintendent of" is a post and no name before one.
    let strange = |at: usize| !words[at].is(&latin::MODIFIERS) && english_head::head_end(words, at).is_none();
    let named = || {
        at >= 2
            && words[at - 2].is_capital()
            && !words[at - 2].ends_phrase()
            && strange(at - 1)
            && strange(at - 2)
    };
    // "Senior Vice President"
    let graded = || {
        let modifiers = words[at..].iter().take_while(|word| word.is(&latin::MODIFIERS) && word.is_capital());
        english_head::head_end(words, at + modifiers.count())
    };
    let opens = words[at].is_capital();
    let head = if opens && named() { english_head::head_end(words, at).or_else(graded) } else { None };
    let alone = || words[at].is(&latin::WHOLE_HEADS) || words[at].is(&latin::LONE_WHOLE_HEADS);
    let whole = |end: usize| end > at + 1 || alone();
    head.is_some_and(|end| {
        let last = &words[end - 1];
        let next = words.get(end).filter(|_| !words[end - 1].ends_phrase());
        let links = |word: &Word<'_>| word.is_written(&latin::POST_LINKS);
        // "Bo Moor Editor, Weir Courier": the line below a name in a signature.
        let seated = || last.after == After::Comma && words.get(end).is_some_and(Word::is_capital);
        whole(end) && !next.is_some_and(Word::is_capital)
            || next.is_some_and(links) && last.is(&latin::OFFICES)
            || seated()
    })
}

/// Letters of the longest short form of a body's name in capitals.
const LONGEST_SHORT_FORM: usize = 7;

/// Whether the words name a person and not a body.
pub(super) fn is_person(words: &[Word<'_>], range: &Range<usize>) -> bool {
    let name = &words[range.clone()];
    if name.iter().any(|word| !word.text.contains(char::is_alphanumeric)) {
        return false;
    }
    if name[0].is_given_name() && name.len() > 1 && !ends_in_mark(name) {
        return true;
    }
    let odd = |word: &Word<'_>| word.is_capital() && !latin_name::is_capital_word(word.text);
    let branded = name.len() == 1 && has_inner_capital(name[0].text);
    if branded || has_body_mark(words, range) || name.iter().any(odd) {
        return false;
    }
    // "Roads Canada"
    if name.len() > 1 && name.last().is_some_and(|word| word.is_written(&latin::COUNTRIES)) {
        return false;
    }
    let texts = joined(name);
    // "Ann ABRAHAMSEN": a surname in capitals is longer than short forms are.
    let short = |word: &Word<'_>| {
        let of_name = word.is_initials() || word.is_written(&latin::GENERATIONS);
        word.is_acronym() && word.text.len() <= LONGEST_SHORT_FORM && !(of_name && name.len() > 1)
    };
    let acronym = name.iter().any(short) && !latin_name::has_personal_name(&texts);
    !acronym && !places::is_known(&texts)
}

/// "Min-seo Park": a given name with a hyphen, then the family's.
fn closes_with_family(name: &[Word<'_>]) -> bool {
    let [given, family] = name else { return false };
    let hyphened = given.text.split_once('-').is_some_and(|(first, second)| {
        first.starts_with(char::is_uppercase) && second.chars().all(char::is_lowercase) && !second.is_empty()
    });
    hyphened && family.is_written(&latin::ROMANISED_SURNAMES)
}

pub(super) fn ends_in_mark(name: &[Word<'_>]) -> bool {
    !closes_with_family(name)
        && name.last().is_some_and(|word| word.is(&latin::LEGAL_FORMS) || word.is(&latin::BODY_MARKS))
}

pub(super) fn has_body_mark(words: &[Word<'_>], name: &Range<usize>) -> bool {
    // "Park Ji-sung"
    let family = usize::from(opens_with_family(words, name));
    let last = usize::from(closes_with_family(&words[name.clone()]));
    words[name.start..name.end - last].iter().skip(family).any(|word| word.is(&latin::BODY_MARKS))
}

/// A capital inside the word, as brands have it; `McDonald` has none in this sense.
fn has_inner_capital(word: &str) -> bool {
    let mut capitals = word.char_indices().filter(|&(_, c)| c.is_uppercase()).map(|(at, _)| at);
    let Some(second) = capitals.nth(1) else { return false };
    let joined = word[..second].ends_with(|c: char| !c.is_alphabetic());
    !joined && !latin::PARTICLES.contains_lower(&word[..second])
}
