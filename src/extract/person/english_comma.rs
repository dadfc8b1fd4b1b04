//! What stands behind a comma after an English post: "Director, Marketing, Weir Mill", "Chair, Weir Board".
//!
//! Takes words and the post that was read up to the comma; takes it on over another title, what it is for, or the body. It
//! does not read what follows a blank or a preposition.

use super::english_body::{holds_mark, is_body_ahead, with_larger_body};
use super::english_head::{head_end, modified_head_end};
use super::english_post::{Post, Step, after_preposition, grow, seat};
use super::words::{After, Word, joined, skip_articles, skip_small_articles};
use super::{english_body, latin_name};
use crate::lexicon::people::latin;
use crate::lexicon::places;
use std::ops::Range;

/// "…, interlayers": a last purpose in small letters, where the body is known already.
fn is_small_list(segment: &[Word<'_>], post: &Post) -> bool {
    let plain = |word: &Word<'_>| word.text.chars().all(char::is_lowercase) && !word.ends_description();
    let known = post.organization.as_ref().is_some_and(|body| body.end <= post.title.start);
    let closed = segment.last().is_some_and(Word::ends_phrase);
    known && closed && segment.len() <= 2 && segment.iter().all(plain)
}

/// "…, Suppliers and Harbour Affairs, Acme Airways": what a post is for, known by its last word, before the body.
fn is_purpose_list(words: &[Word<'_>], segment: Range<usize>) -> bool {
    let inner = &words[segment.clone()];
    let Some(last) = inner.last().filter(|last| last.after == After::Comma) else { return false };
    let plain =
        |word: &Word<'_>| !word.possessive && (word.is_capital() || word.is_written(&latin::CONJUNCTIONS));
    let several = inner.iter().any(|word| word.is_written(&latin::CONJUNCTIONS));
    let purpose = last.is(&latin::DOMAINS) && !last.is(&latin::BODY_MARKS);
    let seat = if is_parted_seat(words, segment.end) { segment.end + 1 } else { segment.end };
    let seat = skip_small_articles(words, seat);
    several && purpose && inner.iter().all(plain) && words.get(seat).is_some_and(Word::is_capital)
}

/// ", of Acme Airways": the body after a comma.
fn is_parted_seat(words: &[Word<'_>], at: usize) -> bool {
    let seat = words.get(at).is_some_and(|word| word.is(&latin::SEAT_PREPOSITIONS) && !word.ends_phrase());
    let start = skip_small_articles(words, at + 1);
    seat && (is_body_ahead(words, start) || is_field_parted_seat(words, at, start))
}

/// "Vice President, Food, at Weir Mill,": what follows "at" and is closed is a body without a word of bodies as well.
fn is_field_parted_seat(words: &[Word<'_>], at: usize, start: usize) -> bool {
    let capital = |word: &Word<'_>| word.is_capital() && !word.is_written(&latin::NOT_NAMES);
    let field = at.checked_sub(1).is_some_and(|before| {
        let word = &words[before];
        word.is(&latin::DOMAINS) || word.is_capital() && modified_head_end(words, before).is_none()
    });
    words[at].leads_to_body()
        && field
        && words.get(start).is_some_and(capital)
        && words[english_body::body_end(words, start) - 1].ends_phrase()
}

/// "President, Fibre Links, Weir Corp.": capitals that are no body, and a body in capitals that closes the description.
fn is_field_before_body(words: &[Word<'_>], field: Range<usize>) -> bool {
    /// Words of the longest field, and of the longest body after one; guesses.
    const LONGEST: usize = 5;
    let end = (field.end..words.len()).find(|&at| words[at].ends_phrase()).map_or(words.len(), |at| at + 1);
    let body = field.end..end;
    let capitals = |range: &Range<usize>| {
        let range = &words[range.clone()];
        (1..=LONGEST).contains(&range.len()) && range.iter().all(Word::is_capital)
    };
    // "Quality & Excellence"
    let fields = || {
        let mut inner = words[field.clone()].split(|word| word.is_written(&latin::CONJUNCTIONS));
        field.len() <= LONGEST && inner.all(|part| !part.is_empty() && part.iter().all(Word::is_capital))
    };
    let parted = words.get(field.end.wrapping_sub(1)).is_some_and(|last| last.after == After::Comma);
    // "President, Weir Mill, Inc."
    let form = || words[body.clone()].iter().all(|word| word.is(&latin::LEGAL_FORMS));
    if !parted || !fields() || !capitals(&body) || words[end - 1].after == After::Comma || form() {
        return false;
    }
    let somebody = |range: &Range<usize>| {
        let name = joined(&words[range.clone()]);
        latin_name::is_known_person(&name) || places::is_known(&name)
    };
    !holds_mark(words, field.clone())
        && !somebody(&field)
        && !somebody(&body)
        && head_end(words, body.start).is_none()
        && !words[body.start].is(&latin::MODIFIERS)
}

/// Where a field in capitals ends that a known one closes, the body right behind it: "Project Lead, Weir Resilience | at Weir Mill".
fn field_before_seat(words: &[Word<'_>], segment: Range<usize>) -> Option<usize> {
    /// Words of the longest field; a guess.
    const LONGEST: usize = 4;
    let link = segment.clone().take(LONGEST + 1).find(|&at| !words[at].is_capital())?;
    let last = words.get(link.checked_sub(1)?).filter(|_| link > segment.start)?;
    let seated = words[link].leads_to_body() || words[link].leads_to_owner();
    let named = words.get(skip_small_articles(words, link + 1)).is_some_and(Word::is_capital);
    let field = last.is(&latin::DOMAINS) && !last.is(&latin::BODY_MARKS);
    (seated && named && field && !words[link].ends_phrase()).then_some(link)
}

/// "Vice President, Enablement, | at Weir Mill": capitals that are no body, and behind a comma where the post is.
fn is_field_before_seat(words: &[Word<'_>], field: Range<usize>) -> bool {
    let parted = words.get(field.end.wrapping_sub(1)).is_some_and(|last| last.after == After::Comma);
    let seated = words.get(field.end).is_some_and(|word| word.leads_to_body() && !word.ends_phrase());
    let capital = || words.get(skip_small_articles(words, field.end + 1)).is_some_and(Word::is_capital);
    let plain = || words[field.clone()].iter().all(|word| word.is_capital() && !word.is_acronym());
    parted && seated && capital() && plain() && !holds_mark(words, field.clone())
}

/// After a comma: another title, what the post is for, or the body.
pub(super) fn after_comma(words: &[Word<'_>], post: &mut Post) -> Step {
    let mut at = post.end;
    if words[at].is(&latin::CONJUNCTIONS) {
        at += 1;
    }
    if at >= words.len() {
        return Step::Done;
    }
    let segment_end = (at..words.len()).find(|&at| words[at].ends_phrase()).map_or(words.len(), |at| at + 1);
    // "Prime Minister, the Rt Hon Ann Lee"
    let addressed = skip_small_articles(words, at);
    let honored = words.get(addressed).is_some_and(|word| word.is_written(&latin::HONORIFICS));
    if honored && words.get(addressed + 1).is_some_and(Word::is_capital) {
        return Step::Done;
    }
    if words.get(at + 1).is_some_and(Word::is_capital) && is_lone_rank(words, at) {
        return Step::Done;
    }
    if let Some(end) = modified_head_end(words, at) {
        // "the trust's patron, actor Ann Lee": the trade is of the name.
        let named = !words[end - 1].ends_phrase() && words.get(end).is_some_and(Word::is_given_name);
        let small = words[at..end].iter().all(|word| !word.is_capital());
        return if named && small { Step::Done } else { grow(post, end) };
    }
    let domain_end = (at..segment_end)
        .find(|&at| {
            let word = &words[at];
            let field = word.is(&latin::DOMAINS) || word.is_written(&latin::MARKETS);
            !(field || word.is(&latin::CONJUNCTIONS) || word.is(&latin::MODIFIERS))
        })
        .unwrap_or(segment_end);
    // "Press Officer, State Library of Weir": a word of bodies before "of" opens a body's name.
    let of_body = words.get(domain_end).is_some_and(Word::leads_to_owner)
        && domain_end > at + 1
        && words[domain_end - 1].is_capital()
        && words[domain_end - 1].is(&latin::BODY_MARKS)
        && !words[domain_end - 1].is(&latin::DESKS);
    let seat_follows =
        !of_body && words.get(domain_end).is_some_and(|word| word.is(&latin::SEAT_PREPOSITIONS));
    if domain_end > at && (domain_end == segment_end || seat_follows) {
        return grow(post, domain_end);
    }
    if post.organization.is_none() && is_purpose_list(words, at..segment_end) {
        return grow(post, segment_end);
    }
    if post.organization.is_none() && is_parted_seat(words, at) {
        return after_preposition(words, post, at);
    }
    if let Some(end) = field_before_seat(words, at..segment_end) {
        return grow(post, end);
    }
    let field =
        || is_field_before_body(words, at..segment_end) || is_field_before_seat(words, at..segment_end);
    if is_small_list(&words[at..segment_end], post) || field() {
        return grow(post, segment_end);
    }
    let start = skip_articles(words, at);
    if post.organization.is_some() || start >= words.len() || !words[start].is_capital() {
        return Step::Done;
    }
    let body = start..english_body::body_end(words, start);
    let texts = joined(&words[body.clone()]);
    let person = latin_name::is_known_person(&texts) || words[start].is_written(&latin::NOT_NAMES);
    let closed =
        words[body.end - 1].ends_phrase() || body.end == words.len() || words[body.end].ends_description();
    if person || !closed { Step::Done } else { seat(post, with_larger_body(words, body)) }
}

/// "Weir Council's Cabinet Member for Roads, Councillor | Ann Lee": a rank that the name follows.
fn is_lone_rank(words: &[Word<'_>], at: usize) -> bool {
    words[at].is(&latin::RANKS) && !words[at].ends_phrase() && modified_head_end(words, at) == Some(at + 1)
}
