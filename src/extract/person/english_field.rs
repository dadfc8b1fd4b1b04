//! What an English post is for: "Vice President of | Marine Engineering", "Regional Director for | Africa", "Chair of | Trustees".
//!
//! Takes words and where what follows a head starts; gives where the field, the market, the board or the part of a body ends
//! that belongs to the title, and whether what stands there is one. The body itself is read in `english_body.rs`; how a post
//! is put together is in `english_post.rs`.

use super::english_body::{holds_mark, is_body_ahead};
use super::english_head::{head_end, is_framed, modified_head_end};
use super::english_post::{Post, is_lone_whole, is_office, is_whole};
use super::words::{After, Word, are, joined_lower, skip_small_articles};
use super::{english_body, latin_name};
use crate::lexicon::people::latin;
use crate::lexicon::places;
use std::ops::Range;

/// Words of the longest board that is no body of its own.
const LONGEST_BOARD: usize = 2;

/// Where the field ends that somebody is in charge of: "Minister of State | with responsibility for Sport".
pub(super) fn charge_end(words: &[Word<'_>], at: usize) -> Option<usize> {
    let blank = at > 0 && words[at - 1].after == After::Blank;
    let rest = words.get(at..).filter(|_| blank)?;
    let opens = |charge: &&Vec<&str>| {
        charge.len() < rest.len() && charge.iter().zip(rest).all(|(known, word)| word.text == *known)
    };
    let field = at + latin::CHARGES.iter().find(opens)?.len();
    let field = skip_small_articles(words, field);
    let end = if words.get(field)?.is_capital() {
        object_end(words, field)
    } else {
        lower_object_end(words, field)
    };
    (end > field).then_some(end)
}

/// "VP Communications", "Managing Director UK & Ireland at Weir Mill": words of purpose up to the end of the phrase or the
/// word that leads to the body, right after the head.
pub(super) fn purpose_end(words: &[Word<'_>], at: usize) -> Option<usize> {
    let seat = |at: usize| words[at].leads_to_seat() && !words[at].ends_phrase();
    let end = (at..words.len()).find(|&at| words[at].ends_phrase()).map_or(words.len(), |at| at + 1);
    let end = (at..end).find(|&at| seat(at)).unwrap_or(end);
    // "Country Manager Singapore, Weir Mill"
    let field = |word: &Word<'_>| word.is(&latin::DOMAINS) || word.is_written(&latin::COUNTRIES);
    let purpose = |word: &Word<'_>| word.is_capital() && field(word);
    let all = words[at..end].iter().all(|word| purpose(word) || word.is(&latin::CONJUNCTIONS));
    (all && purpose(&words[at])).then_some(end)
}

/// Where those end whom a post heads without being a body of their own: "Chair of Trustees", "Chair of the Board of
/// Directors"; the Board of Education is one.
pub(super) fn board_end(words: &[Word<'_>], start: usize) -> Option<usize> {
    let sits = |at: usize| words.get(at).is_some_and(|word| word.is(&latin::SITTING));
    if sits(start) {
        return Some(start + 1);
    }
    let longest = words.len().min(start + LONGEST_BOARD);
    let closes = |end: &usize| words[start..*end - 1].iter().all(|word| !word.ends_phrase());
    let board =
        (start + 1..=longest).filter(closes).find(|&end| are(words, start..end, &latin::SEATED_BOARDS))?;
    if words[board - 1].ends_phrase() || words.get(board).is_none_or(|word| !word.leads_to_owner()) {
        return Some(board);
    }
    if sits(board + 1) {
        return Some(board + 2);
    }
    let owner = skip_small_articles(words, board + 1);
    let field = words.get(owner..object_end(words, owner)).unwrap_or(&[]);
    let named = field.iter().any(|word| !word.is(&latin::DOMAINS));
    named.then_some(board)
}

/// Whether what follows the preposition at `at` is what a post is for and no body, whatever it is called: presidents
/// are of a body, and for a field ("Vice-President for Simplification"); a board without its article is no body either
/// ("Chairman of Council").
pub(super) fn is_fields_own(words: &[Word<'_>], post: &Post, at: usize) -> bool {
    let Some(object) = words.get(at + 1) else { return false };
    let fielded = (post.title.start..post.title.end)
        .any(|from| are(words, from..post.title.end, &latin::FIELDED_HEADS));
    let board = object.is(&latin::BOARDS) && object.ends_phrase();
    fielded && words[at].is(&latin::PURPOSES) && object.is_capital() || board
}

/// Where a part of a body ends that a post heads, if the body follows: "Head of the Burns Unit | at X Hospital".
pub(super) fn part_end(words: &[Word<'_>], start: usize) -> Option<usize> {
    let is_part = |at: usize| words[at].is(&latin::PARTS);
    let mut end = object_end(words, start);
    if end == start + 1 && is_part(start) && words.get(end).is_some_and(Word::leads_to_owner) {
        // "Department of Cardiology".
        let field = object_end(words, end + 1);
        end = if field > end + 1 && !words[start].ends_phrase() { field } else { end };
    } else if end <= start + 1 || !is_part(end - 1) {
        return None;
    }
    is_seat_ahead(words, end).then_some(end)
}

/// "Regional Director for Africa, Acme Relief": for whom or where a post is, if the body follows.
pub(super) fn region_end(words: &[Word<'_>], start: usize) -> Option<usize> {
    let end = object_end(words, start);
    (end > start && !holds_mark(words, start..end) && is_seat_ahead(words, end)).then_some(end)
}

/// Where a market ends that a post is for: "Regional Director for Africa".
pub(super) fn market_end(words: &[Word<'_>], start: usize) -> Option<usize> {
    let end = object_end(words, start);
    let market = |word: &Word<'_>| {
        word.is_written(&latin::MARKETS)
            || word.is_written(&latin::COUNTRIES)
            || word.is(&latin::CONJUNCTIONS)
    };
    (end > start && words[start..end].iter().all(market)).then_some(end)
}

/// Where a field ends that no mark parts from the body behind it: "Head of Communications | Weir Mill Ltd".
pub(super) fn field_before_body(words: &[Word<'_>], run: Range<usize>) -> Option<usize> {
    let field =
        |word: &&Word<'_>| word.is(&latin::DOMAINS) && !word.is(&latin::BODY_MARKS) && !word.ends_phrase();
    let end = run.start + words[run.clone()].iter().take_while(field).count();
    let body = words.get(end..run.end).filter(|body| body.len() > 1 && end > run.start)?;
    let opens = body[0].is_capital() && !body[0].is(&latin::BODY_MARKS);
    let legal = body[body.len() - 1].is(&latin::LEGAL_FORMS);
    (opens && legal).then_some(end)
}

/// Whether the body follows at `end`, after a comma or a word that leads to it.
fn is_seat_ahead(words: &[Word<'_>], end: usize) -> bool {
    let Some(next) = words.get(end) else { return false };
    match words[end - 1].after {
        After::Stop => false,
        After::Comma => is_body_ahead(words, end),
        After::Blank => {
            let seat = next.is(&latin::SEAT_PREPOSITIONS);
            seat && is_body_ahead(words, skip_small_articles(words, end + 1))
        }
    }
}

/// Whether the body itself follows what a post is for: "Chair of Upland Studies | at the University of X". Words that
/// name bodies as well, as Logistics does, are a `trade` only where that is asked for.
pub(super) fn is_seated_after(words: &[Word<'_>], object: Range<usize>, trade: bool) -> bool {
    let end = object.end;
    let trade = trade && words[end - 1].is(&latin::DOMAINS);
    let follows = !words[end - 1].ends_phrase() && words.get(end).is_some_and(Word::leads_to_seat);
    let capital = words.get(skip_small_articles(words, end + 1)).is_some_and(Word::is_capital);
    follows && capital && (trade || !holds_mark(words, object))
}

/// The end of an object in small letters: "the study", "automotive for advanced materials".
pub(super) fn lower_object_end(words: &[Word<'_>], start: usize) -> usize {
    let mut at = start;
    while at < words.len().min(start + 8) {
        let word = &words[at];
        let seat = word.is(&latin::SEAT_PREPOSITIONS) && !word.is(&latin::CONJUNCTIONS);
        let ends = word.is(&latin::CONJUNCTIONS) || word.ends_description();
        if words[at].is_capital() || seat || ends && !joins_small_fields(words, at) {
            return at;
        }
        at += 1;
        if words[at - 1].ends_phrase() {
            return at;
        }
    }
    at
}

/// The same of what is taught or studied: "earth and environmental sciences", "electrical and computer engineering at Weir
/// State".
pub(super) fn studied_end(words: &[Word<'_>], start: usize) -> usize {
    /// Words of the longest second field; a guess.
    const LONGEST: usize = 4;
    let end = lower_object_end(words, start);
    let joins =
        |at: usize| words.get(at).is_some_and(|word| word.is(&latin::CONJUNCTIONS) && !word.ends_phrase());
    if end == start || words[end - 1].ends_phrase() || !joins(end) {
        return end;
    }
    let field = |word: &Word<'_>| {
        word.text.chars().all(char::is_lowercase) && !word.possessive && !word.ends_description()
    };
    let breaks = |at: usize| {
        let word = &words[at];
        word.is(&latin::ARTICLES) || word.is_written(&latin::PRONOUNS) || head_end(words, at).is_some()
    };
    let seat = |at: usize| words[at].is(&latin::SEAT_PREPOSITIONS) || words[at].is(&latin::CONJUNCTIONS);
    let limit = words.len().min(end + 1 + LONGEST);
    for at in end + 1..limit {
        if seat(at) && at > end + 1 {
            return at;
        }
        if !field(&words[at]) || breaks(at) {
            return end;
        }
        if words[at].ends_phrase() || at + 1 == words.len() {
            return at + 1;
        }
    }
    end
}

/// Whether the conjunction at `at` joins two fields in small letters, as "chief of frozen and dairy goods at Acme" and
/// "director of parks and recreation" have them: a few words stand after it, and then the body, or nothing after one
/// word that is known for a field.
fn joins_small_fields(words: &[Word<'_>], at: usize) -> bool {
    /// Words of the longest second field; a guess.
    const LONGEST: usize = 3;
    let field = words.get(at + 1..).unwrap_or(&[]);
    let small = |word: &&Word<'_>| word.text.chars().all(char::is_lowercase);
    let open = |word: &&Word<'_>| {
        small(word) && !word.ends_phrase() && !word.ends_description() && !word.is(&latin::ARTICLES)
    };
    let Some(first) = field.first().filter(small) else { return false };
    let closed = first.is(&latin::DOMAINS) && (first.ends_phrase() || field.len() == 1);
    let seated = || {
        let several =
            field.iter().take(LONGEST + 1).take_while(|word| open(word) && !word.leads_to_seat()).count();
        (1..=LONGEST).contains(&several)
            && field.get(several).is_some_and(Word::leads_to_seat)
            && field.get(several + 1).is_some_and(|word| word.is_capital() || word.is(&latin::ARTICLES))
    };
    words[at].is(&latin::CONJUNCTIONS)
        && !words[at].ends_phrase()
        && modified_head_end(words, at + 1).is_none()
        && (closed || seated())
}

/// Whether a title says what it is for, behind its last head or, by what a department does, before it.
pub(super) fn has_field(words: &[Word<'_>], title: &Range<usize>) -> bool {
    let head = title.clone().rev().find_map(|at| Some((at, head_end(words, at)?)));
    head.is_some_and(|(at, end)| {
        end < title.end
            || title.start < at && words[title.start..at].iter().any(|word| word.is_among(&latin::FUNCTIONS))
    })
}

/// Whether the object that starts at `start` says what the post is for, and not where: "Sales", "Marine Engineering".
pub(super) fn is_purpose(words: &[Word<'_>], post: &Post, start: usize) -> bool {
    let end = object_end(words, start);
    let object = &words[start..end];
    let Some((first, last)) = object.first().zip(object.last()) else { return false };
    let for_domain = |word: &Word<'_>| word.is(&latin::DOMAINS);
    let of_body = |word: &Word<'_>| word.is(&latin::BODY_MARKS);
    if is_office(words, post.title.clone()) {
        // Clubs have secretaries too: "Secretary of the Harbour Rowing Club"; "Minister of Harbours and Transit" has
        // two fields.
        let fields = start == post.end + 1 && object.iter().any(|word| word.is(&latin::CONJUNCTIONS));
        // "Permanent Secretary of the Ministry of Roads"
        // and "Secretary of the Association of Mills".
        let whose = || words.get(end).is_some_and(Word::leads_to_owner) && start > post.end + 1;
        let parted = first.is(&latin::PARTS) || object.len() == 1 && of_body(first) && whose();
        let unit = parted && english_body::body_end(words, start) > end;
        return !unit && (object.len() < 2 || !of_body(last) || for_domain(last) || fields);
    }
    if is_whole(words, post.title.clone()) || is_lone_whole(words, post.title.clone()) {
        // "Managing Director of Great Moor Airports": a body, unless nothing in it is a name.
        let of_field = |word: &Word<'_>| {
            for_domain(word) || word.is(&latin::MODIFIERS) || word.is_written(&latin::CONJUNCTIONS)
        };
        let field = object.iter().all(for_domain) || for_domain(last) && object.iter().all(of_field);
        // "Managing Director of Strategic Finance at Weir Mill": the body stands behind.
        let seated = is_seated_after(words, start..end, true);
        // "Chief Executive of Transport for Weirshire": a body is called by what it does for whom.
        if !seated && english_body::body_end(words, start) > end {
            return false;
        }
        return seated || field && !of_body(last);
    }
    if is_framed(words, post.title.clone()) {
        return object.iter().all(for_domain);
    }
    // "Harbormaster of the State Library of Weir"
    let whose = words.get(end).is_some_and(Word::leads_to_owner) && start > post.end + 1;
    if whose && object.len() > 1 && of_body(last) && !last.is(&latin::DESKS) {
        return false;
    }
    let head = joined_lower(words, post.title.clone());
    if latin::ACADEMIC_HEADS.contains(&head) && for_domain(last) {
        return true;
    }
    match (for_domain(last), of_body(last)) {
        (true, false) => true,
        (false, true) => false,
        // "Manager of Media Relations": both words name desks as well.
        (true, true) if object.iter().all(for_domain) => true,
        (true, true) | (false, false) => {
            for_domain(first) && !(object.len() > 1 && of_body(last) && of_body(first))
                || is_unknown_field(words, start..end)
        }
    }
}

/// Whether one word that no table has is what a post is for, since a body follows the comma behind it: "Head of Grinding,
/// | Weir Mill".
fn is_unknown_field(words: &[Word<'_>], object: Range<usize>) -> bool {
    let [word] = &words[object.clone()] else { return false };
    let plain = latin_name::is_capital_word(word.text) && !word.is_acronym() && !word.possessive;
    word.after == After::Comma && plain && !places::is_known(word.text) && is_body_ahead(words, object.end)
}

/// The end of a capitalised object, without a following "of the body".
pub(super) fn object_end(words: &[Word<'_>], start: usize) -> usize {
    let mut at = start;
    while at < words.len() {
        let joins = words[at].is(&latin::CONJUNCTIONS);
        // "Culture and the Islands"
        let next = skip_small_articles(words, at + 1);
        let next_fits =
            words.get(next).is_some_and(|word| word.is_capital() && head_end(words, next).is_none());
        if !(words[at].is_capital() || (joins && next_fits) || words[at].is(&latin::DOMAINS)) {
            break;
        }
        at = if joins { next } else { at + 1 };
        if words[at - 1].ends_phrase() {
            break;
        }
    }
    at.max(start)
}
