//! Names in Latin letters, or in two scripts, in Chinese text: Priya Venkatesan, 許安然Wendy, J.K.霍爾特, Jocelyn 喬.
//!
//! Takes a text that ends where such a name may end, or a name in one script; gives where the name starts, or its half in the
//! other script ends. Whether Latin words are a person's name at all, `latin_name.rs` tells.

use super::han_dotted::sounding;
use super::han_head;
use super::han_name::{Follows, is_post_or_role, is_whole, is_wordlike, plain, without_honorific};
use super::han_opening::starting;
use super::latin_name;
use super::window::trim_end;
use crate::lexicon::people::{han, latin};
use crate::lexicon::reporting::{self, Role};
use crate::text::script::is_han;
use std::ops::Range;

/// A surname in characters that foreign sounds are written with, initials in Latin letters before it: J.K.霍爾特.
pub(super) fn initialled(text: &str) -> Option<Range<usize>> {
    let surname = text.trim_end_matches(|c| han::SOUNDS.has(c)).len();
    let fits = (2..=5).contains(&text[surname..].chars().count()) && text[..surname].ends_with('.');
    let start = latin_half_start(text, &(surname..text.len())).filter(|_| fits)?;
    is_post_or_role(trim_end(&text[..start])).then_some(start..text.len())
}

/// Where the same name starts in Latin letters right before the one in Han characters: Ann Lee 林小文, J.K.霍爾特.
pub(super) fn latin_half_start(text: &str, name: &Range<usize>) -> Option<usize> {
    let own = &text[name.clone()];
    let before = trim_end(&text[..name.start]);
    if !before.ends_with(|c: char| latin_name::is_letter(c) || c == '.') {
        return None;
    }
    let mut start = latin_name::run_start(before);
    // CTO Ann Lee, Dr. Ann Lee: neither the post nor the style is of the name.
    while let Some((first, rest)) = before[start..].split_once(' ')
        && (han::HEADS.contains(first) || latin::HONORIFICS.contains(first.trim_end_matches('.')))
    {
        start = before.len() - rest.trim_start().len();
    }
    let latin = &before[start..];
    let initials = are_initials(latin) && own.chars().all(|c| han::SOUNDS.has(c));
    let called = || {
        let given = !latin.contains(' ') && latin_name::is_given_name(latin);
        let told = || latin.contains(' ') && is_post_or_role(trim_end(&before[..start]));
        let known =
            given || latin_name::is_known_person(latin) || told() && latin_name::has_personal_shape(latin);
        known && (is_whole(own) || is_wordlike(own)) && !latin_name::has_body_mark(latin)
    };
    (initials || called()).then_some(start)
}

/// J.K., before a surname in Han characters.
fn are_initials(latin: &str) -> bool {
    let initial = |part: &str| part.len() < 2 && part.chars().all(|c| c.is_ascii_uppercase());
    latin.ends_with('.') && latin.split(['.', ' ']).all(initial)
}

/// Where a given name in Latin letters ends behind the name in Han characters that `text` opens with: 林小文 Ann before 在.
pub(super) fn latin_given_end(text: &str, name: usize) -> Option<usize> {
    if !text[..name].ends_with(is_han) {
        return None;
    }
    let rest = text[name..].trim_start();
    let end = rest.find(|c: char| !latin_name::is_letter(c)).unwrap_or(rest.len());
    let given = latin_name::is_given_name(&rest[..end])
        && !rest[end..].trim_start().starts_with(latin_name::is_letter);
    given.then_some(text.len() - rest.len() + end)
}

/// Where the same name ends in Han characters right behind the one in Latin letters that opens `text`: Ann Lee 林小文 before 在.
pub(super) fn han_half_end(text: &str, latin: &str) -> Option<usize> {
    let rest = text[latin.len()..].trim_start();
    if are_initials(latin) {
        let end = sounding(rest);
        return (2..=5).contains(&rest[..end].chars().count()).then_some(text.len() - rest.len() + end);
    }
    let end = starting(rest).filter(|_| latin_name::is_known_person(latin))?;
    let name = &rest[..end];
    let cut = name.char_indices().map(|(at, _)| at).skip(1).find(|&at| {
        reporting::chinese_cue_at_start(&rest[at..]).is_some()
            || reporting::chinese_role_at_start(&rest[at..], Role::SubjectEnd).is_some()
    });
    (cut.is_none() && is_whole(name) && !han::ADVERBS.ends(name)).then_some(text.len() - rest.len() + end)
}

/// Where a surname starts that ends `text` after a post or a role, its given name following in Latin letters: 周Rosalind,
/// 北條Eric.
fn surname_before(text: &str) -> Option<usize> {
    let starts = text.char_indices().rev().map(|(at, _)| at).take(2);
    let surname = |at: &usize| {
        let name = &text[*at..];
        han::COMMON_SURNAMES.contains(name)
            || han::RARE_SURNAMES.contains(name)
            || han::WORDLIKE_SURNAMES.contains(name)
            || han::DOUBLE_SURNAMES.contains(name)
            || han::JAPANESE_SURNAMES.contains(name)
    };
    starts.filter(surname).filter(|&at| is_post_or_role(&text[..at])).last()
}

/// The name that the surname `last` ends whose given name stands before it in Latin letters: Jocelyn 喬.
pub(super) fn latin_given(text: &str, last: char) -> Option<usize> {
    if !(han::COMMON_SURNAMES.has(last) || han::RARE_SURNAMES.has(last)) {
        return None;
    }
    let before = trim_end(&text[..text.len() - last.len_utf8()]);
    let start = latin_name::run_start(before);
    latin_name::is_given_name(&before[start..]).then_some(start)
}

/// Where the first post in Latin letters ends among the words of `text`, more following: CTO of WRC CTO Abel Moor.
fn latin_post_end(text: &str) -> Option<usize> {
    let mut start = 0;
    text.match_indices(' ').find_map(|(end, _)| {
        let word = &text[start..end];
        start = end + 1;
        (!word.is_empty() && han::HEADS.contains(word)).then_some(end)
    })
}

/// A Latin name at the end of Chinese text; a Han name right before a single Latin word belongs to it.
pub(super) fn latin_ending(text: &str, follows: Follows) -> Option<Range<usize>> {
    let mut run = latin_name::run_start(text);
    // WRC CTO Abel Moor, Dr. Abel Moor: a post or a style in Latin letters before the name.
    let first = text[run..].split(' ').next().unwrap_or("");
    let styled = latin::HONORIFICS.contains(first.trim_end_matches('.'));
    let after = |at: usize| text.len() - text[at..].trim_start().len();
    if styled && first.len() < text.len() - run {
        run = after(run + first.len());
    }
    while let Some(post) = latin_post_end(&text[run..]) {
        run = after(run + post);
    }
    let latin = &text[run..];
    let words = latin.split_whitespace().count();
    let before = trim_end(without_honorific(&text[..run]));
    let second_half = words == 1 && latin_name::is_capital_word(latin) && !han_head::ends_with_post(before);
    if let Some(name) = plain(before, Follows::Nothing).filter(|_| second_half) {
        return Some(name.start..text.len());
    }
    if let Some(start) = surname_before(before).filter(|_| second_half) {
        return Some(start..text.len());
    }
    let honoured = before.len() < trim_end(&text[..run]).len();
    let told = honoured
        || styled
        || follows == Follows::Honorific
        || han_head::ends_with_post(before)
        || han::ROLES.ends(before);
    let named = if told { latin_name::looks_like_name(latin) } else { latin_name::is_known_person(latin) };
    named.then_some(run..text.len())
}
