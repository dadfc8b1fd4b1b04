//! Whether a text may open with a tag at all.
//!
//! Takes the start of a text; tells by its first words and by a tag's signs what most prose is told by, so that it need not
//! be read. It does not read the tag.

use super::day::day_at;
use super::place::place_at;
use super::skip_marks;
use crate::extract::date;
use crate::lexicon::places;
use crate::text::script::{self, Leads};

/// Whether `head` opens as no tag does. Its first words alone tell most prose.
pub(super) fn opens_prose(head: &str) -> bool {
    let start = &head[skip_marks(head, 0, head.len())..];
    match start.chars().next() {
        // A day or a wire may open so.
        Some('a'..='z') => day_at(start).is_none() && places::wire_prefix(start).is_none(),
        Some('A'..='Z') => small_word_second(start).is_some_and(|second| goes_on_small(start, second)),
        Some('\u{4e00}'..='\u{9fff}') => {
            !date::may_open_with_date(start)
                && places::wire_prefix(start).is_none()
                && place_at(start).is_none()
        }
        _ => false,
    }
}

/// What follows the first word of `text` and a blank where both words are letters of ASCII, the second small ones: a place
/// ends before it.
fn small_word_second(text: &str) -> Option<&str> {
    let letters = |text: &str| text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let second = text[letters(text)..].strip_prefix(' ')?;
    let small = second.starts_with(|c: char| c.is_ascii_lowercase());
    (small && second[letters(second)..].starts_with(' ')).then_some(second)
}

/// Whether `text` is no tag since its `second` word in small letters is none of a place's, of a day's or of a wire's.
fn goes_on_small(text: &str, second: &str) -> bool {
    let word = second.split(' ').next().unwrap_or("");
    !places::is_particle(word)
        && !date::may_open_with_date(second)
        && places::wire_prefix(second).is_none()
        && places::wire_prefix(text).is_none()
}

/// Whether `head`, which holds no year, has one of what makes a tag of a place: a dash that closes it, a bracket or a
/// stroke, a colon before a sentence, what ends a report's, a wire.
pub(super) fn may_be_tag(head: &str) -> bool {
    let signs = |(at, c): (usize, char)| match c {
        '/' | '(' | '[' | '／' | '（' | '【' | '讯' | '訊' => true,
        ':' => head[at..].starts_with(": "),
        // Inside a word it joins.
        '-' => head[at + 1..].starts_with([' ', '-']) || head[..at].ends_with(char::is_whitespace),
        c => script::is_dash(c),
    };
    SIGNS.chars(head).any(signs) || places::names_wire(head)
}

/// First bytes of those signs.
static SIGNS: Leads = Leads::of(&[b'/', b'(', b'[', b':', b'-', 0xe2, 0xe3, 0xe8, 0xef]);
