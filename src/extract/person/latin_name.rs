//! Names in Latin letters inside Chinese text, and what tells a person from a company.
//!
//! Takes words; gives whether they may be, or surely are, the name of a person. It reads no sentences.

use crate::lexicon::people::latin;

/// Letters of Latin names: ASCII and accented.
pub(crate) fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Where the run of Latin words starts that `text` ends with; a stroke of a filiation is none of its ends: Devi a/p Kumar.
pub(crate) fn run_start(text: &str) -> usize {
    let mut run = letters_start(text);
    while let Some(before) = text[..run].strip_suffix('/') {
        let further = letters_start(before);
        let first = before[further..].rsplit(' ').next().unwrap_or("");
        let second = text[run..].split(' ').next().unwrap_or("");
        if !latin::PARTICLES.contains(format!("{first}/{second}").as_str()) {
            break;
        }
        run = further;
    }
    run + (text[run..].len() - text[run..].trim_start_matches(|c: char| !is_letter(c)).len())
}

/// Where the letters, blanks and marks of names start that `text` ends with.
fn letters_start(text: &str) -> usize {
    text.trim_end_matches(|c: char| is_letter(c) || c == ' ' || is_joint(c)).len()
}

/// Marks inside Latin names.
pub(crate) fn is_joint(c: char) -> bool {
    matches!(c, '-' | '‐' | '\'' | '’' | '.')
}

/// A word that starts with a capital and has letters only.
pub(crate) fn is_capital_word(word: &str) -> bool {
    opens_with_capital(word) && word.chars().all(|c| is_letter(c) || is_joint(c))
}

/// Whether a capital opens the word, or the name that a small word or letter or a number leads to: Moor, d'Orval, `eWeir`,
/// `7Weirs`.
#[inline]
pub(crate) fn opens_with_capital(word: &str) -> bool {
    // Most words are told by their first byte.
    if word.as_bytes().first().is_some_and(u8::is_ascii_uppercase) {
        return true;
    }
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if first.is_uppercase() => true,
        Some(first) if first.is_lowercase() => {
            is_brand(letters.as_str()) && first != 'o' || opens_behind_elision(word)
        }
        Some(first) if first.is_ascii_digit() => {
            is_brand(letters.as_str().trim_start_matches(|c: char| c.is_ascii_digit()))
        }
        _ => false,
    }
}

/// Whether a capital and a small letter follow what opens a word: `Weir` of `eWeir`; not RNA of mRNA.
#[inline]
fn is_brand(rest: &str) -> bool {
    let mut letters = rest.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    capital && letters.next().is_some_and(char::is_lowercase) && letters.next().is_some()
}

/// d'Orval, dell’Acqua.
fn opens_behind_elision(word: &str) -> bool {
    // Elisions are small letters of ASCII: most words are told by what ends theirs.
    let small = word.bytes().position(|byte| !byte.is_ascii_lowercase()).unwrap_or(word.len());
    let Some(name) = word[small..].strip_prefix(['\'', '’']) else { return false };
    name.starts_with(char::is_uppercase) && latin::ELISIONS.contains(&&word[..small])
}

/// Whether the words could name a person: capitals, initials, particles.
pub(crate) fn looks_like_name(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let mut named = words.split_whitespace().filter(|word| is_capital_word(word));
    let first = named.next().is_some();
    let others =
        words.split_whitespace().all(|word| is_capital_word(word) || latin::PARTICLES.contains_lower(word));
    first && others && (1..=6).contains(&count)
}

/// Whether the words surely name a person: the first is a given name, or a romanised surname is among them, and none
/// is a word of companies.
pub(crate) fn is_known_person(words: &str) -> bool {
    let count = words.split_whitespace().count();
    looks_like_name(words) && (2..=5).contains(&count) && !has_body_mark(words) && has_personal_name(words)
}

/// Whether the words may name a person of whom nothing else is known: two to four, none of them a word of companies.
pub(crate) fn has_personal_shape(words: &str) -> bool {
    (2..=4).contains(&words.split_whitespace().count()) && looks_like_name(words) && !has_body_mark(words)
}

/// Whether a given name stands first or a romanised surname anywhere.
pub(crate) fn has_personal_name(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or("");
    is_given_name(first)
        || words.split_whitespace().any(|word| {
            is_romanised_surname(word)
                || (word.contains('-') && word.chars().filter(|c| c.is_uppercase()).count() == 1)
        })
}

pub(crate) fn is_given_name(word: &str) -> bool {
    latin::GIVEN_NAMES.contains(word) || latin::GIVEN_NAMES.contains(word.split('-').next().unwrap_or(""))
}

fn is_romanised_surname(word: &str) -> bool {
    let in_capitals = || word.bytes().skip(1).any(|byte| !byte.is_ascii_lowercase());
    latin::ROMANISED_SURNAMES.contains(word)
        || in_capitals() && latin::ROMANISED_SURNAMES.contains(capitalised(word).as_str())
}

/// Whether two words are a family's name and a given one with a hyphen, in either order: "Park Min-seo", "Min-seo Park".
pub(crate) fn is_hyphened_name(words: &str) -> bool {
    let hyphened = |word: &str| {
        word.split_once('-').is_some_and(|(first, second)| {
            let small = !second.is_empty() && second.chars().all(char::is_lowercase);
            small && first.starts_with(char::is_uppercase) && first.chars().all(is_letter)
        })
    };
    let pair = |family: &str, given: &str| latin::ROMANISED_SURNAMES.contains(family) && hyphened(given);
    words.split_once(' ').is_some_and(|(first, second)| pair(first, second) || pair(second, first))
}

/// `LEUNG` as `Leung`.
fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or(String::new(), |first| first.to_string() + &chars.as_str().to_lowercase())
}

/// Whether one of the words marks a body: Inc, University.
pub(crate) fn has_body_mark(words: &str) -> bool {
    words.split_whitespace().any(|word| latin::BODY_MARKS.contains_lower(word.trim_end_matches(',')))
}
