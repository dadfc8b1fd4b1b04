//! Where a stretch of Chinese text starts that no mark and no boundary word parts: the description at its end reaches no further
//! back.
//!
//! Takes a text that ends where a description ends; gives where the stretch starts. A conjunction, a possessive or a boundary
//! word of one character is told apart from the same character inside a name: 永和區, 山之南協會, 自強協會. What stands in
//! the stretch it does not tell.

use super::han_body::ends_as_body;
use super::han_head::{head_start, open_bracket};
use super::window::{self, is_mark};
use crate::lexicon::people::han;
use crate::text::script::{is_han, is_word};

/// Where the stretch starts that ends `text` and that no mark and no boundary word parts.
pub(crate) fn chunk_start(text: &str) -> usize {
    let mark = mark_end(text);
    let word = han::boundary_ends(&text[mark..]).last().map_or(mark, |end| mark + end);
    with_first_character(text, joint_end(text, word))
}

/// Where the name of a body starts of which a word of one character seemed to part all but one before its kind: 自強協會,
/// not 強協會; 如一茶業, not 一茶業. The name of a body has two characters at least, unless the one tells which it is: 市醫院.
fn with_first_character(text: &str, start: usize) -> usize {
    let Some(first) = text[start..].chars().next().filter(|&c| is_han(c)) else { return start };
    let kind = start + first.len_utf8();
    let parted = || text[..start].char_indices().next_back().filter(|&(_, c)| is_han(c));
    let kinds = || {
        let rest = &text[kind..];
        let alone =
            rest.is_empty() && !han::DETERMINERS.contains(&text[start..]) && !is_pronoun(&text[start..]);
        let opens =
            || parted().is_some_and(|(at, word)| opens_clause(&text[..at], han::CONJUNCTIONS.has(word)));
        let kind = || han::BODY_ENDS.prefix_end(rest).is_some() || han::INDUSTRIES.prefix_end(rest).is_some();
        let level = han::LEVELS.has(first);
        !level && han::BODY_ENDS.contains(rest) || (alone || !level && kind()) && opens()
    };
    let short = kinds();
    let word = parted().filter(|_| short).map(|(at, _)| at);
    word.filter(|&at| {
        han::boundary_spans(&text[at..]).next().is_some_and(|span| span.end == start - at)
            || han::CONJUNCTIONS.contains(&text[at..start])
    })
    .unwrap_or(start)
}

fn is_pronoun(word: &str) -> bool {
    han::PRONOUNS.contains(word)
}

/// Whether a clause starts where `before` ends, or what a possessive before it leads to; unless a conjunction stands there, the
/// next of several too.
fn opens_clause(before: &str, conjunction: bool) -> bool {
    let closes = |c: char| conjunction && closes_what_is_joined(c);
    before
        .chars()
        .next_back()
        .is_none_or(|c| !closes(c) && (is_mark(c) || c.is_whitespace() || han::POSSESSIVES.has(c)))
}

fn closes_what_is_joined(c: char) -> bool {
    matches!(c, '、' | '）' | ')' | '」' | '”' | '』' | '》')
}

/// The end of the last clause mark; a bracket inside the name of a company is none: 星河（香港）有限公司.
fn mark_end(text: &str) -> usize {
    let mut rest = text;
    loop {
        let Some((at, mark)) = window::last_mark(rest) else { return 0 };
        let end = at + mark.len_utf8();
        let inside_name = han::BODY_ENDS.prefix_end(&text[end..]).is_some();
        match open_bracket(&rest[..end]).filter(|_| inside_name) {
            Some(open) if open > 0 => rest = &rest[..open],
            _ => return end,
        }
    }
}

/// The end of the last conjunction that joins two descriptions, not two words or syllables of one name: 經濟和貿易部, 永和區;
/// or of the last blank after it that parts two.
fn joint_end(text: &str, from: usize) -> usize {
    let (mut end, mut blank) = (from, from);
    for (at, c) in text[from..].char_indices() {
        let (start, after) = (from + at, from + at + c.len_utf8());
        if han::may_join(c) {
            let inside = || {
                let before = &text[end..start];
                han::DOMAINS.ends(before)
                    || han::FIELDS.ends(before)
                    || is_syllable(before)
                    || (names_field(before) || end == from && opens_unit(before, &text[after..]))
                        && ends_as_body(&text[after..])
            };
            let named = || c == han::CLASSICAL_POSSESSIVE && is_in_name(&text[end..start], &text[after..]);
            let joins = han::POSSESSIVES.has(c) && !named()
                || han::CONJUNCTIONS.has(c) && !(opens_body(text, start) || inside());
            if joins && !han::is_kept(text, start) {
                end = after;
            }
        } else if !is_word(c) && c.is_whitespace() && parts(text, start, c) {
            blank = after;
        }
    }
    end.max(blank)
}

/// Whether 之 is of a name, one character or none standing before it and a body's name ending behind it: 山之南協會.
fn is_in_name(before: &str, rest: &str) -> bool {
    let body = || ends_as_body(rest) || han::INDUSTRIES.ends(rest) || rest.chars().count() < 3;
    before.is_empty() || is_syllable(before) && body()
}

/// Whether the conjunction at `at` joins nothing because the text or a clause opens with it, and is the first character
/// of a body's name: 和豐銀行.
fn opens_body(text: &str, at: usize) -> bool {
    let parts = |c: char| (is_mark(c) || c.is_whitespace()) && !closes_what_is_joined(c);
    let opens = text[..at].chars().next_back().is_none_or(parts);
    let sentence =
        || text[..at].chars().next_back().is_none_or(|c| matches!(c, '。' | '！' | '？' | '；' | '\n'));
    opens
        && text[at..].starts_with(han::OPENING_CONJUNCTION)
        && (ends_as_body(text) || sentence())
        && !text[at..].contains(is_mark)
}

/// Whether what stands before a conjunction is a body and the beginning of a field that a unit of it is for: 海灣大學|聲學 in
/// 海灣大學聲學及振動學系.
fn names_field(before: &str) -> bool {
    /// Most characters of such a field; a guess.
    const MOST: usize = 6;
    let starts = before.char_indices().rev().map(|(at, _)| at).take(MOST);
    let open = !ends_as_body(before) && head_start(before).is_none() && !han::ROLES.ends(before);
    let field =
        |&at: &usize| at > 0 && before[at..].chars().all(is_han) && han::BODY_ENDS.ends(&before[..at]);
    open && starts.skip(1).find(field).is_some_and(|at| !han::is_name_shaped(&before[at..]))
}

/// Whether two characters before a conjunction are the first of two fields that a unit is for, and nobody: 防災 in
/// 防災及監測司.
fn opens_unit(before: &str, rest: &str) -> bool {
    /// Characters of the longest second field with its unit; a guess.
    const MOST: usize = 6;
    let somebody = ends_as_body(before)
        || han::ROLES.contains(before)
        || han::GENERIC_BODIES.contains(before)
        || han::PRONOUNS.contains(before)
        || han::COUNTRIES.contains(before)
        || han::REGIONS.contains(before)
        || head_start(before).is_some();
    before.chars().count() == 2
        && before.chars().all(is_han)
        && rest.chars().nth(MOST).is_none()
        && !somebody
        && !han::is_name_shaped(before)
}

/// Whether one character is all that stands before a conjunction, so that nothing is joined to it: 永 of 永和區.
fn is_syllable(before: &str) -> bool {
    before.chars().count() == 1 && before.chars().all(is_han) && !han::PRONOUNS.contains(before)
}

/// Whether a blank stands between two Han characters, or is a wide one: 照片1　隊長.
fn parts(text: &str, at: usize, blank: char) -> bool {
    let han_before = text[..at].chars().next_back().is_some_and(is_han);
    let han_after = text[at + blank.len_utf8()..].chars().next().is_some_and(is_han);
    han_after && (han_before || blank == '\u{3000}')
}
