//! Heads of Chinese posts: the words that say what somebody is, 局長, 首席增長官, and what belongs to a head beside it.
//!
//! Takes a text that ends where a post may end; gives where the head starts, past a bracket or a possessive behind it, and with
//! the kind or the class before it. What the post is for and whose it is, `post.rs` reads.

use super::han_body::{is_kind, is_trade};
use super::han_stretch::chunk_start;
use super::window::{is_mark, trim_end};
use crate::lexicon::people::han;
use crate::text::script::is_han;

/// Whether `text` ends with a post, a bracket that belongs to it included.
pub(crate) fn ends_with_post(text: &str) -> bool {
    let text = trim_end(text);
    let may_end = text.chars().next_back().is_some_and(may_end_post);
    may_end && head_start(&text[..before_bracket(text).unwrap_or(text.len())]).is_some()
}

/// Whether `last` may end a post, with the bracket that belongs to it.
#[inline]
pub(crate) fn may_end_post(last: char) -> bool {
    matches!(last, '）' | ')') || may_end_head(last)
}

#[inline]
fn may_end_head(last: char) -> bool {
    han::may_end_head(last) || han::CHIEFS.contains(&last)
}

/// Where the text before a closing bracket at the end of `text` ends, if a post stands there.
pub(super) fn before_bracket(text: &str) -> Option<usize> {
    let open = open_bracket(text)?;
    let before = trim_end(&text[..open]);
    let inside = &text[open..];
    let inside = inside.trim_matches(is_mark);
    (head_start(before).is_some() && han::POSITIONS.suffix_start(inside) != Some(0)).then_some(before.len())
}

/// Where the bracket opens that closes at the end of `text`.
pub(crate) fn open_bracket(text: &str) -> Option<usize> {
    /// Characters of the longest bracket, an English name beside its short form; a guess.
    const LONGEST: usize = 60;
    if !text.ends_with(['）', ')']) {
        return None;
    }
    text.char_indices().rev().take(LONGEST).find(|&(_, c)| matches!(c, '（' | '(')).map(|(at, _)| at)
}

/// Where the head of a post at the end of `text` starts: 長 alone is none, 局長 and 首席增長官 are.
pub(crate) fn head_start(text: &str) -> Option<usize> {
    let last = text.chars().next_back()?;
    if !may_end_head(last) {
        return None;
    }
    han::HEADS
        .suffix_start(text)
        .filter(|&at| !han::LONE_MODIFIERS.contains(&text[at..]))
        .or_else(|| pattern_start(text))
        .or_else(|| domain_head_start(text))
}

/// 永續長, 資安長: who is at the head of a domain.
fn domain_head_start(text: &str) -> Option<usize> {
    let head = text.strip_suffix(han::CHIEFS)?;
    han::DOMAINS.suffix_start(head)
}

/// 首席 … 官, with up to eight characters between.
fn pattern_start(text: &str) -> Option<usize> {
    han::PATTERN_ENDS.suffix_start(text)?;
    let starts = text.char_indices().rev().map(|(at, _)| at).take(12);
    starts
        .take_while(|&at| text[at..].chars().all(is_han))
        .find(|&at| han::LONE_MODIFIERS.prefix_end(&text[at..]).is_some())
}

/// Where the year of a class starts that ends `before`: 2022級 of 2022級本科生.
pub(crate) fn class_start(before: &str) -> Option<usize> {
    let number = &before[..han::CLASSES.suffix_start(before)?];
    let start = number.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    (start < number.len()).then_some(start)
}

/// `before`, what stands before a name, without the 的 that ends it after a post: 基金會顧問|的.
pub(crate) fn without_possessive(before: &str) -> Option<&str> {
    let post = &before[..han::POSSESSIVES.suffix_start(before)?];
    ends_with_post(post).then_some(post)
}

/// Where the post starts whose head starts at `head`, with the kind of body before it: 小學|教師.
pub(crate) fn with_kind(text: &str, head: usize) -> usize {
    let start = chunk_start(&text[..head]);
    let kind = &text[start..head];
    if is_kind(kind) || is_trade(kind) { start } else { head }
}
