//! What names, posts and organisations are made of: surnames, heads of titles, endings of bodies, honorifics.

use super::rows;
use std::collections::HashSet;
use std::sync::LazyLock;

fn words(class: &'static str) -> HashSet<&'static str> {
    rows(include_str!("names.tsv")).filter(|row| row.class == class).map(|row| row.word).collect()
}

static SURNAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| words("surname"));
static TITLE_HEADS: LazyLock<HashSet<&str>> = LazyLock::new(|| words("title_head"));
static ORG_ENDS: LazyLock<HashSet<&str>> = LazyLock::new(|| words("org_end"));
static ORG_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| words("org_word"));
static PARTICLES: LazyLock<HashSet<&str>> = LazyLock::new(|| words("particle"));
static HONORIFICS: LazyLock<HashSet<&str>> = LazyLock::new(|| words("honorific"));

/// Whether `word` goes before or after a name: Dr, Ms, 女士.
pub(crate) fn is_honorific(word: &str) -> bool {
    HONORIFICS.contains(word)
}

/// Whether `token` is a Chinese name and nothing else: a surname and one or two more characters, no title or body.
pub(crate) fn is_chinese_name(token: &str) -> bool {
    let count = token.chars().count();
    let Some(surname) = surname(token) else { return false };
    let given = count - surname;
    (1..=2).contains(&given)
        && !ends_with_title(token)
        && !ends_with_body(token)
        && token.chars().all(crate::text::script::is_han)
}

/// Characters of the surname that `token` opens with.
fn surname(token: &str) -> Option<usize> {
    let ends: Vec<usize> =
        token.char_indices().map(|(at, _)| at).skip(1).chain([token.len()]).take(2).collect();
    [2_usize, 1].into_iter().find(|&n| ends.get(n - 1).is_some_and(|&end| SURNAMES.contains(&token[..end])))
}

/// Length in bytes of the name that ends `run`, a title or a body standing before it.
pub(crate) fn chinese_name_at_end(run: &str) -> Option<usize> {
    let starts: Vec<usize> = run.char_indices().map(|(at, _)| at).collect();
    [3_usize, 2, 4].into_iter().find_map(|count| {
        let at = *starts.get(starts.len().checked_sub(count)?)?;
        let before = &run[..at];
        (is_chinese_name(&run[at..]) && (ends_with_title(before) || ends_with_body(before)))
            .then_some(run.len() - at)
    })
}

/// Whether `text` ends with the head of a title.
pub(crate) fn ends_with_title(text: &str) -> bool {
    suffix_in(text, &TITLE_HEADS, 5).is_some()
}

fn ends_with_body(text: &str) -> bool {
    suffix_in(text, &ORG_ENDS, 4).is_some()
}

/// Length in bytes of the title that ends `text`: its head and what specifies it back to the end of a body.
pub(crate) fn title_at_end(text: &str) -> Option<usize> {
    let head = suffix_in(text, &TITLE_HEADS, 5)?;
    let before = &text[..text.len() - head];
    let mut end_of_body = 0;
    for (at, c) in before.char_indices() {
        let end = at + c.len_utf8();
        if ends_with_body(&before[..end]) && !suffix_in(&before[..end], &TITLE_HEADS, 5).is_some() {
            end_of_body = end;
        }
    }
    Some(text.len() - end_of_body)
}

/// Length in bytes of the longest suffix of `text`, up to `most` characters, that is in `set`.
fn suffix_in(text: &str, set: &HashSet<&str>, most: usize) -> Option<usize> {
    let starts: Vec<usize> = text.char_indices().rev().take(most).map(|(at, _)| at).collect();
    starts.into_iter().rev().find(|&at| set.contains(&text[at..])).map(|at| text.len() - at)
}

/// Two to five capitalised words without a word that only bodies have.
pub(crate) fn looks_like_english_name(name: &str, with_honorific: bool) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let least = if with_honorific { 1 } else { 2 };
    let capital = |word: &&str| word.starts_with(char::is_uppercase) || PARTICLES.contains(*word);
    let lettered =
        |word: &&str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’' | '·'));
    (least..=5).contains(&words.len())
        && words.iter().all(capital)
        && words.iter().all(lettered)
        && !words.iter().any(|word| ORG_WORDS.contains(word.trim_end_matches('.')) || *word == "The")
}
