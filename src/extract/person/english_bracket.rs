//! What a bracket behind a name says in English text: "Ann Lee (Head of Research, Weir Mill)", "Dr Ann Lee (University of
//! Weir)".
//!
//! Takes somebody named without post and body, and what stands behind; gives the post and the body that fill the bracket.
//! A bracket with anything else in it, a party, an age, a short form, says nothing here.

use super::{Named, NamedKind, line};
use crate::lexicon::people::latin;
use std::ops::Range;

/// Bytes of the longest bracket that is looked at; a guess.
const LONGEST: usize = 160;

/// `named` with the post and the body that the bracket right behind tells.
pub(super) fn told(text: &str, named: Named) -> Named {
    let bare = named.kind == NamedKind::Person && named.title.is_none() && named.organization.is_none();
    let inside = if bare { inside(text, named.extent.end) } else { None };
    let Some(inside) = inside else { return named };
    let end = inside.end + ')'.len_utf8();
    let extent = named.extent.start..end;
    if let Some(post) = line::post(text, inside.clone()) {
        return Named { extent, title: Some(post.title), organization: post.organization, ..named };
    }
    if is_body(&text[inside.clone()]) {
        return Named { extent, organization: Some(inside), ..named };
    }
    named
}

/// Where the bracket opens that ends `text`, which is read no further back than its longest.
pub(super) fn opening_of_last(text: &str) -> Option<usize> {
    let inside = text.trim_end().strip_suffix(')')?;
    let open = inside.rfind('(')?;
    (inside.len() - open <= LONGEST && !inside[open..].contains(')')).then_some(open)
}

/// What the bracket holds that opens behind `from`.
fn inside(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = text.get(from..)?.strip_prefix(" (")?;
    let close = rest.bytes().take(LONGEST).position(|byte| matches!(byte, b'(' | b')'))?;
    let start = text.len() - rest.len();
    rest[close..].starts_with(')').then_some(start..start + close)
}

/// Whether words are the name of a body: capitals all of them but for what joins them, and a word of bodies among them.
fn is_body(words: &str) -> bool {
    let joint = |word: &str| {
        latin::TITLE_PREPOSITIONS.contains(word)
            || latin::CONJUNCTIONS.contains(word)
            || latin::ARTICLES.contains(word)
    };
    let plain = !words.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | ';' | '@'));
    let each = || words.split_whitespace().map(|word| word.trim_end_matches(','));
    // "Service and Spare Parts" is what somebody is in charge of.
    let marked = |word: &str| latin::BODY_MARKS.contains_lower(word) && !latin::DOMAINS.contains_lower(word);
    let named = |word: &str| word.starts_with(char::is_uppercase) && !latin::HEADS.contains_lower(word);
    plain && each().any(marked) && each().all(|word| named(word) || joint(word))
}
