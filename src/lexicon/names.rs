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

pub(crate) fn ends_with_body(text: &str) -> bool {
    suffix_in(text, &ORG_ENDS, 4).is_some()
}

/// Length in bytes of the title that ends `text`: its head and what specifies it back to the end of a body.
pub(crate) fn title_at_end(text: &str) -> Option<usize> {
    let head = suffix_in(text, &TITLE_HEADS, 5)?;
    let before = &text[..text.len() - head];
    let mut end_of_body = 0;
    for (at, c) in before.char_indices() {
        let end = at + c.len_utf8();
        if ends_with_body(&before[..end]) && suffix_in(&before[..end], &TITLE_HEADS, 5).is_none() {
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

static TITLE_MODS: LazyLock<HashSet<&str>> = LazyLock::new(|| words("title_mod"));
static STRONG_ENDS: LazyLock<HashSet<&str>> = LazyLock::new(|| words("org_strong"));
static DECORATIONS: LazyLock<HashSet<&str>> = LazyLock::new(|| words("decoration"));
static GENERIC: LazyLock<Vec<&str>> = LazyLock::new(|| words("generic").into_iter().collect());

/// Length in bytes of a decoration such as SBS or 太平紳士 at the end.
pub(crate) fn decoration_at_end(text: &str) -> Option<usize> {
    suffix_in(text, &DECORATIONS, 4)
}

/// Length in bytes of an honorific at the end: 女士, 博士.
pub(crate) fn honorific_at_end(text: &str) -> Option<usize> {
    suffix_in(text, &HONORIFICS, 4).filter(|&length| !text[text.len() - length..].is_ascii())
}

/// Length in bytes of the head of a title at the end: 局長, 行政總裁.
pub(crate) fn title_head_at_end(text: &str) -> Option<usize> {
    suffix_in(text, &TITLE_HEADS, 5)
}

/// Whether `text` is a surname.
pub(crate) fn is_surname(text: &str) -> bool {
    SURNAMES.contains(text)
}

/// Bytes of words before a description that are no part of it: 進駐企業 before a Latin name, 隨後, 至於.
pub(crate) fn generic_at_start(text: &str) -> usize {
    let mut at = 0;
    while let Some(word) = GENERIC
        .iter()
        .filter(|word| text[at..].starts_with(**word) && text.len() > at + word.len())
        .max_by_key(|word| word.len())
    {
        at += word.len();
    }
    at
}

/// Whether 、 between `before` and `after` joins two posts of one person rather than two descriptions.
pub(crate) fn goes_on_as_title(before: &str, after: &str) -> bool {
    let post = after.chars().take(4).collect::<String>();
    ends_with_title(before)
        && !before.ends_with('者')
        && TITLE_HEADS.iter().any(|head| post.starts_with(*head))
}

/// Length in bytes of the name that ends `text`: Latin words, a foreign name with ·, or a Chinese one after a post.
pub(crate) fn name_at_end(text: &str) -> Option<usize> {
    latin_name_at_end(text).or_else(|| dotted_name_at_end(text)).or_else(|| han_name_after_post(text))
}

fn latin_name_at_end(text: &str) -> Option<usize> {
    let is_name = |c: char| {
        (c.is_alphabetic() && !crate::text::script::is_han(c))
            || matches!(c, ' ' | '.' | '-' | '\'' | '’' | '\u{a0}')
    };
    let head = text.trim_end_matches(is_name);
    let name = text[head.len()..].trim_start();
    (name.chars().filter(|c| c.is_alphabetic()).count() >= 3 && name.starts_with(char::is_uppercase))
        .then_some(name.len())
}

/// 英格丽·索尔海姆, cut where the post before it ends.
fn dotted_name_at_end(text: &str) -> Option<usize> {
    let is_name = |c: char| crate::text::script::is_han(c) || matches!(c, '·' | '‧' | '・' | '•');
    let tail = &text[text.trim_end_matches(is_name).len()..];
    let dot = tail.find(['·', '‧', '・', '•'])?;
    let before = &tail[..dot];
    let cut = before
        .char_indices()
        .map(|(at, _)| at)
        .skip(1)
        .filter(|&at| ends_with_title(&before[..at]))
        .last()
        .unwrap_or(0);
    Some(tail.len() - cut)
}

/// Three, two or four characters that open with a surname, a post or a body standing before them.
fn han_name_after_post(text: &str) -> Option<usize> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    [4_usize, 3, 2]
        .into_iter()
        .find_map(|count| {
            let at = *starts.get(starts.len().checked_sub(count)?)?;
            let (before, name) = (&text[..at], &text[at..]);
            let fits = if count == 4 { surname(name) == Some(2) || is_married(name) } else { true };
            let posted =
                ends_with_title(before) || before.ends_with(['）', ')', ' ']) && !before.trim().is_empty();
            (posted && fits && (is_chinese_name(name) || (count == 4 && is_married(name))))
                .then_some(text.len() - at)
        })
        .or_else(|| {
            // After a title any two to four characters are a name, whatever the surname.
            [3_usize, 2, 4].into_iter().find_map(|count| {
                let at = *starts.get(starts.len().checked_sub(count)?)?;
                let han = text[at..].chars().all(crate::text::script::is_han);
                (han && ends_with_title(&text[..at])
                    && !ends_with_title(&text[at..])
                    && !ends_with_body(&text[at..]))
                .then_some(text.len() - at)
            })
        })
}

/// 陳方安生: the husband's surname before the wife's full name.
fn is_married(name: &str) -> bool {
    let mut chars = name.char_indices();
    let (Some(_), Some((second, _)), Some((third, _))) = (chars.next(), chars.next(), chars.next()) else {
        return false;
    };
    SURNAMES.contains(&name[..second]) && SURNAMES.contains(&name[second..third]) && chars.count() == 1
}

/// Length in bytes of a Chinese name at the end of `text` that is all of it or follows a body.
pub(crate) fn han_name_at_end(text: &str) -> Option<usize> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    [3_usize, 2, 4]
        .into_iter()
        .find_map(|count| {
            let at = *starts.get(starts.len().checked_sub(count)?)?;
            let (before, name) = (&text[..at], &text[at..]);
            (is_chinese_name(name) && (before.is_empty() || ends_with_body(before)))
                .then_some(text.len() - at)
        })
        .or_else(|| is_surname(text).then_some(text.len()))
}

/// Whether `text` is a name and nothing else.
pub(crate) fn is_whole_name(text: &str) -> bool {
    let dotted = text.contains(['·', '‧'])
        && text.chars().all(|c| crate::text::script::is_han(c) || matches!(c, '·' | '‧'));
    is_chinese_name(text) || dotted || looks_like_english_name(text, false)
}

/// Organisation and title of a post such as 灣畔局副局長（公共關係）: the title's head with all that modifies it, and what
/// stands before.
pub(crate) fn split_post(post: &str) -> (Option<std::ops::Range<usize>>, Option<std::ops::Range<usize>>) {
    let core = without_bracket(post);
    let Some(head) = title_head_at_end(core) else {
        let body = (!post.is_empty() && ends_with_body(core)).then_some(0..post.len());
        return (body, None);
    };
    let mut start = core.len() - head;
    while let Some(more) =
        suffix_in(&core[..start], &TITLE_MODS, 5).or_else(|| suffix_in(&core[..start], &TITLE_HEADS, 5))
    {
        if start == more && STRONG_ENDS.iter().any(|end| core[..start].ends_with(end)) {
            break;
        }
        start -= more;
    }
    // What stands between the last body and the title belongs to the title: 理工學院|海洋工程學講座教授.
    let rest = &core[..start];
    if !ends_with_body(rest)
        && let Some(end) = rest
            .char_indices()
            .map(|(at, c)| at + c.len_utf8())
            .rfind(|&end| suffix_in(&rest[..end], &STRONG_ENDS, 3).is_some())
        && rest[end..].chars().all(crate::text::script::is_han)
    {
        start = end;
    }
    let organization = core[..start].trim_end();
    let organization = (!organization.is_empty()).then_some(0..organization.len());
    (organization, Some(start..post.len()))
}

/// `post` without a bracket at its end.
fn without_bracket(post: &str) -> &str {
    let closed = post.ends_with(['）', ')']);
    match post.rfind(['（', '(']).filter(|_| closed) {
        Some(at) => &post[..at],
        None => post,
    }
}

static EN_HEADS: LazyLock<HashSet<&str>> = LazyLock::new(|| words("en_head"));
static EN_MODS: LazyLock<HashSet<&str>> = LazyLock::new(|| words("en_mod"));
static POSTNOMINALS: LazyLock<HashSet<&str>> = LazyLock::new(|| words("postnominal"));
static DETERMINERS: LazyLock<HashSet<&str>> = LazyLock::new(|| words("determiner"));
static PRONOUNS: LazyLock<HashSet<&str>> = LazyLock::new(|| words("pronoun"));
static POST_ENDS: LazyLock<HashSet<&str>> = LazyLock::new(|| words("post_end"));

/// Whether an English word is the head of a title: Director, spokesman.
pub(crate) fn is_english_head(word: &str) -> bool {
    EN_HEADS.contains(word)
}

/// Whether an English word may stand before the head of a title: Chief, Managing.
pub(crate) fn is_english_modifier(word: &str) -> bool {
    EN_MODS.contains(word)
}

/// Whether a word after a name is an honour or a degree: JP, M.D.
pub(crate) fn is_postnominal(word: &str) -> bool {
    POSTNOMINALS.contains(word)
}

/// Whether a word opens a noun without naming it: a, the, its.
pub(crate) fn is_determiner(word: &str) -> bool {
    DETERMINERS.contains(word.to_lowercase().as_str())
}

/// Whether a word is a pronoun that may speak.
pub(crate) fn is_english_pronoun(word: &str) -> bool {
    PRONOUNS.contains(word.to_lowercase().as_str())
}

/// Whether a word is a particle of names: van, bin, wa.
pub(crate) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(word)
}

/// Whether a word ends the description of a post: who, which, said.
pub(crate) fn ends_post(word: &str) -> bool {
    POST_ENDS.contains(word)
}

/// Whether a word after a comma belongs to the name of a body: Inc, Ltd.
pub(crate) fn is_body_suffix(word: &str) -> bool {
    BODY_SUFFIXES.contains(word.trim_end_matches('.'))
}

static BODY_SUFFIXES: LazyLock<HashSet<&str>> = LazyLock::new(|| words("body_suffix"));

/// Whether a run of capitals bears a word that only bodies have, or is an abbreviation.
pub(crate) fn looks_like_english_body(name: &str) -> bool {
    name.split_whitespace().any(|word| ORG_WORDS.contains(word.trim_matches(|c: char| !c.is_alphanumeric())))
        || (name.chars().count() >= 2
            && name.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '&'))
}
