//! English posts and the bodies they belong to: "Vice President of Sales at Acme" is "Vice President of Sales" and "Acme".
//!
//! Takes words; gives the title, the body and how many words were read. What follows "of" is part of the title when it
//! says what for (Sales, Marine Engineering) and the body otherwise. It reads no names; where a head ends is in
//! `english_head.rs`, where a body's name ends in `english_body.rs`, what stands behind a comma in `english_comma.rs`.

use super::english_before;
use super::english_body::{body_end, holds_mark, is_placing, skip_kind, with_house};
use super::english_comma::after_comma;
use super::english_field::{
    board_end, charge_end, field_before_body, has_field, is_fields_own, is_purpose, is_seated_after,
    lower_object_end, market_end, object_end, part_end, purpose_end, region_end, studied_end,
};
use super::english_head::{first_head_end, head_end, modified_head_end, plain_head_end};
use super::words::{After, Word, are, joined, joined_lower, skip_articles, skip_small_articles};
use crate::lexicon::people::latin;
use crate::lexicon::places;
use std::ops::Range;

/// A post in words: ranges are word indices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Post {
    pub(crate) title: Range<usize>,
    pub(crate) organization: Option<Range<usize>>,
    pub(crate) end: usize,
}

/// The post in apposition that starts at `from`: "Managing Director of Jade Ferries", "Northfield's global director",
/// "the company's current CEO".
pub(crate) fn apposition(words: &[Word<'_>], from: usize) -> Option<Post> {
    apposed(words, from, first_head_end)
}

/// The same after a name and a comma, where words that no table has may describe it as well: "search and rescue
/// coordinator at Weir Mill".
pub(crate) fn apposition_to_name(words: &[Word<'_>], from: usize) -> Option<Post> {
    let post = apposed(words, from, |words, start| {
        first_head_end(words, start).or_else(|| plain_head_end(words, start))
    })?;
    Some(parted_from_body(words, &post).unwrap_or(post))
}

/// "Weir Mill CEO", "Weir Zoo director": a post that opens with the name of its body, which a whole body's head, a head in
/// small letters or a word of bodies tells from a field.
fn parted_from_body(words: &[Word<'_>], post: &Post) -> Option<Post> {
    let title = post.title.clone();
    if post.organization.is_some()
        || !words[title.start].is_capital()
        || head_end(words, title.start).is_some()
    {
        return None;
    }
    let found = english_before::title_in_run(words, title.start, title.end)?;
    let body =
        found.organization.filter(|body| body.start == title.start && body.end == found.title.start)?;
    let names = &words[body.clone()];
    // "Ann Lee, Moor Director and CEO": a directorship is called after somebody.
    let first = head_end(words, found.title.start).filter(|_| body.len() == 1);
    let first = found.title.start..first.unwrap_or(found.title.end);
    let whole = is_whole(words, first.clone()) || is_lone_whole(words, first);
    let small = words[found.title.clone()].iter().all(|word| !word.is_capital());
    let marked = body.len() > 1 && names[names.len() - 1].is(&latin::BODY_MARKS);
    let placed =
        places::is_known(&joined(names)) || names.iter().all(|word| word.is_written(&latin::COUNTRIES));
    let field = names.iter().all(|word| word.is(&latin::DOMAINS) || word.is(&latin::MODIFIERS));
    // "Save the Weir Country Director"
    let sentence = names.iter().any(|word| word.is(&latin::ARTICLES));
    // "Weirside Director of Policy": what the post is for follows its head. "Weir Forward Chief Operating Officer": nor does a
    // field stand before a grade.
    let head = found.title.start..title.end;
    let fielded = words[head].iter().any(|word| word.is_written(&latin::POST_LINKS));
    let known = names.last().is_some_and(|last| last.is(&latin::DOMAINS) || last.is(&latin::MODIFIERS));
    let graded = words[found.title.start].is(&latin::GRADES);
    let held = body.len() > 2 && names.iter().any(|word| word.is_written(&latin::POST_LINKS));
    let held = held && holds_mark(words, body.clone());
    let told = whole || small || marked || sentence || held || (fielded || graded) && !known;
    let told = told && !placed && !field;
    told.then_some(Post { title: body.end..title.end, organization: Some(body), end: post.end })
}

fn apposed(
    words: &[Word<'_>],
    from: usize,
    head_end: impl Fn(&[Word<'_>], usize) -> Option<usize>,
) -> Option<Post> {
    let (mut start, mut owner) = opened(words, from);
    let head_end = head_end(words, start)?;
    if owner.is_none() && opens_with_larger_body(words, start, head_end) {
        owner = Some(start..start + 1);
        start += 1;
    }
    let mut post = Post { title: start..head_end, organization: owner, end: head_end };
    continue_title(words, &mut post);
    Some(post)
}

/// Whether a post opens with a body's short name: "HNA Council Chairman", but not "IT Director" or "UK Sales Director".
fn opens_with_larger_body(words: &[Word<'_>], start: usize, head_end: usize) -> bool {
    /// Letters of the shortest such name; two are too often a country or a trade.
    const SHORTEST: usize = 3;
    let word = &words[start];
    word.is_acronym()
        && word.text.len() >= SHORTEST
        && word.text.chars().all(char::is_alphabetic)
        && start + 1 < head_end
        && super::english_head::head_end(words, start).is_none()
        && !word.is(&latin::MODIFIERS)
        && !word.is(&latin::DOMAINS)
}

/// A title read already, with what it is for and the body that follow.
pub(crate) fn continued(words: &[Word<'_>], title: Range<usize>, organization: Option<Range<usize>>) -> Post {
    let mut post = Post { end: title.end, title, organization };
    continue_title(words, &mut post);
    post
}

/// Skips article and owner: gives where the title starts and whose it is.
fn opened(words: &[Word<'_>], from: usize) -> (usize, Option<Range<usize>>) {
    let mut start = from;
    let mut owner = None;
    let limit = words.len().min(from + 7);
    let stop = (from..limit).find(|&at| words[at].ends_phrase()).unwrap_or(limit);
    // "President of the Students' Union" owns nothing: the post stands before the mark.
    let after_post =
        |at: usize| first_head_end(words, skip_articles(words, from)).is_some_and(|end| end <= at);
    // "Weir State's" owns, "State's Attorney" does not.
    let owns = |at: usize| {
        words[at].is_owner() && !is_of_body(words, at)
            || at > from
                && words[at].possessive
                && words[at].is_capital()
                && words[at - 1].is_capital()
                && !is_of_body(words, at)
    };
    if let Some(at) = (from..stop).rev().find(|&at| owns(at) && !after_post(at)) {
        let body = skip_articles(words, from)..at + 1;
        // "Ann's son and the company's": what is in small letters is no name.
        let small = |word: &Word<'_>| {
            !word.is_capital()
                && !word.is(&latin::TITLE_PREPOSITIONS)
                && !word.is(&latin::ARTICLES)
                && !word.is(&latin::CONJUNCTIONS)
        };
        let named = |body: &Range<usize>| {
            !body.is_empty() && words[body.start].is_capital() && !words[body.clone()].iter().any(small)
        };
        // "the Company's President": a word that means the issuer is no name.
        let vague = |body: &Range<usize>| body.len() == 1 && words[body.start].is(&latin::VAGUE_BODIES);
        owner = Some(body).filter(named).filter(|body| !vague(body));
        start = at + 1;
    }
    // "First author of the study": the word is of the post.
    while start < words.len()
        && words[start].is(&latin::TITLE_OPENERS)
        && !words[start].ends_phrase()
        && head_end(words, start).is_none()
    {
        start += 1;
    }
    (start, owner)
}

/// Whether the possessive at `at` is of many and the name of a body goes on behind it: "Weir Children's | Hospital CEO",
/// "National Growers' | Union Director".
fn is_of_body(words: &[Word<'_>], at: usize) -> bool {
    let many = words[at].text.ends_with('s') || words[at].is_among(&latin::MANY);
    let goes_on = words.get(at + 1).is_some_and(|next| {
        next.is_capital() && next.is(&latin::BODY_MARKS) && !next.ends_phrase() && !next.possessive
    });
    words[at].possessive && many && goes_on && head_end(words, at + 1).is_none()
}

/// Whether the words `range` hold a head of public office at their end.
pub(crate) fn is_office(words: &[Word<'_>], range: Range<usize>) -> bool {
    let private = |at: usize| latin::NO_OFFICES.contains(&joined_lower(words, at..range.end).as_str());
    range.clone().any(|at| are(words, at..range.end, &latin::OFFICES)) && !range.clone().any(private)
}

/// Reads on after a head: further titles, what the post is for, the body.
fn continue_title(words: &[Word<'_>], post: &mut Post) {
    read_on(words, post);
    if let Some(end) = charge_end(words, post.end) {
        if post.organization.is_none() {
            post.title.end = end;
        }
        post.end = end;
    }
    while let Some(second) = second_post(words, post) {
        post.end = second.end;
    }
}

/// A second post with its own body, as in "Chairman of A and President of B": the first stands, both are read.
fn second_post(words: &[Word<'_>], post: &Post) -> Option<Post> {
    let at = post.end;
    let seated =
        post.organization.as_ref().is_some_and(|body| body.end == at) && words[at - 1].after != After::Stop;
    let joined = words.get(at).is_some_and(|word| word.is(&latin::CONJUNCTIONS) && !word.ends_phrase());
    if !seated || !joined {
        return None;
    }
    let start = skip_articles(words, at + 1);
    let end = modified_head_end(words, start)?;
    let mut second = Post { title: start..end, organization: None, end };
    read_on(words, &mut second);
    Some(second)
}

fn read_on(words: &[Word<'_>], post: &mut Post) {
    while post.end < words.len() {
        let next = match words[post.end - 1].after {
            After::Stop => return,
            After::Comma => after_comma(words, post),
            After::Blank => after_blank(words, post),
        };
        if next == Step::Done {
            return;
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Further,
    Done,
}

fn after_blank(words: &[Word<'_>], post: &mut Post) -> Step {
    let at = post.end;
    let word = &words[at];
    if word.is(&latin::CONJUNCTIONS) {
        return match modified_head_end(words, skip_articles(words, at + 1)) {
            Some(end) => grow(post, end),
            None => Step::Done,
        };
    }
    if word.is(&latin::TITLE_PREPOSITIONS) || word.is(&latin::SEAT_PREPOSITIONS) {
        return after_preposition(words, post, at);
    }
    match purpose_end(words, at) {
        Some(end) => grow(post, end),
        None => Step::Done,
    }
}

pub(super) fn grow(post: &mut Post, end: usize) -> Step {
    post.title.end = end;
    post.end = end;
    Step::Further
}

pub(super) fn seat(post: &mut Post, body: Range<usize>) -> Step {
    post.end = body.end;
    post.organization = Some(body);
    Step::Done
}

pub(super) fn after_preposition(words: &[Word<'_>], post: &mut Post, at: usize) -> Step {
    let preposition = &words[at];
    let only_seat = !preposition.is(&latin::TITLE_PREPOSITIONS);
    let only_title = !preposition.is(&latin::SEAT_PREPOSITIONS);
    let start = skip_small_articles(words, at + 1);
    if start >= words.len() || words[at].ends_phrase() {
        return Step::Done;
    }
    let start = if only_seat { skip_kind(words, start) } else { start };
    if !words[start].is_capital() && !words[start].text.starts_with(|c: char| c.is_ascii_digit()) {
        // "chair of the board"
        if let Some(end) = board_end(words, start).filter(|_| !only_seat) {
            return grow(post, end);
        }
        let academic = words[post.title.end - 1].is(&latin::ACADEMIC_HEADS);
        let end = if academic { studied_end(words, start) } else { lower_object_end(words, start) };
        if end == start || only_seat {
            return Step::Done;
        }
        // A paper has authors, as a thing that is written.
        let written = words[post.title.end - 1].is(&latin::RANKS);
        if start > at + 1 && end == start + 1 && words[start].is(&latin::GENERIC_BODIES) && !written {
            // "president of the foundation": a body without its name is neither title nor body.
            post.end = end;
            return Step::Done;
        }
        return grow(post, end);
    }
    let body = with_house(words, start..body_end(words, start));
    // "of the Weir-based start-up"
    if body.len() == 1 && is_placing(words[start].text) {
        post.end = body.end;
        return Step::Done;
    }
    // "a student from Weir Springs": where somebody is from, unless it is a body by its words.
    let place = !holds_mark(words, body.clone()) && !words[start].is_acronym();
    if only_seat && preposition.is(&latin::PLACINGS) && place {
        post.end = body.end;
        return Step::Done;
    }
    if let Some(field) = field_before_body(words, start..body.end).filter(|_| !only_seat) {
        post.title.end = field;
        return seat(post, field..body.end);
    }
    let region = || {
        let of_market = || market_end(words, start);
        if preposition.is(&latin::PURPOSES) { region_end(words, start).or_else(of_market) } else { None }
    };
    let field = || is_fields_own(words, post, at).then(|| object_end(words, start));
    let inner = board_end(words, start).or_else(|| part_end(words, start)).or_else(region).or_else(field);
    if let Some(end) = inner.filter(|_| !only_seat) {
        return grow(post, end);
    }
    if only_title {
        // "Fellow in the School of Engineering": where, and not what for.
        let house = start > at + 1 && post.organization.is_none() && holds_mark(words, body.clone());
        if house {
            return seat(post, body);
        }
        let end = object_end(words, start);
        // "a pupil in Tallis": where somebody is; what is studied is known as a field, or by who studies it.
        let field = words[start..end].iter().any(|word| word.is(&latin::DOMAINS));
        let academic = are(words, post.title.clone(), &latin::ACADEMIC_HEADS);
        if preposition.is(&latin::PLACINGS) && !field && !academic && !words[start].is_acronym() {
            post.end = end;
            return Step::Done;
        }
        return grow(post, end);
    }
    // "Sales Director of Weir Sensors", "Vice President, Sales of Weir Sensors": what for has been said.
    if !only_seat
        && !preposition.is(&latin::PURPOSES)
        && post.organization.is_none()
        && has_field(words, &post.title)
    {
        let object = start..object_end(words, start);
        let fields = words[object.clone()].iter().all(|word| word.is(&latin::DOMAINS));
        if !fields && !is_seated_after(words, object, true) {
            return seat(post, body);
        }
    }
    // "Head of Parcel Logistics at Acme": a trade without an article is what a post is for, if the body follows.
    let fields = |end: usize| words[start..end].iter().all(|word| word.is(&latin::DOMAINS));
    let trade = start == at + 1 && (!is_whole(words, post.title.clone()) || fields(object_end(words, start)));
    let seated = |end: usize| end > start && is_seated_after(words, start..end, trade);
    let purpose = !only_seat
        && (seated(body.end) || seated(object_end(words, start)) || is_purpose(words, post, start));
    if !purpose {
        return if post.organization.is_none() { seat(post, body) } else { grow(post, body.end) };
    }
    grow(post, object_end(words, start))
}

/// Whether a post is of a whole body: chief executive, owner.
pub(super) fn is_whole(words: &[Word<'_>], title: Range<usize>) -> bool {
    (title.start..title.end).any(|at| are(words, at..title.end, &latin::WHOLE_HEADS))
}

/// Whether a post is of a whole body where nothing stands before it: president, but not vice president.
pub(super) fn is_lone_whole(words: &[Word<'_>], title: Range<usize>) -> bool {
    are(words, title, &latin::LONE_WHOLE_HEADS)
}

/// Where the post starts behind what somebody does in the matter: "Officer in the case, | Detective Constable Ann Lee".
pub(super) fn duty_end(words: &[Word<'_>], start: usize) -> Option<usize> {
    let rest = words.get(start..)?;
    if !latin::DUTY_OPENERS.contains_lower(rest.first()?.text) {
        return None;
    }
    let opens = |duty: &&Vec<&str>| {
        let inner = &rest[..duty.len().min(rest.len())];
        duty.len() < rest.len()
            && duty.iter().zip(inner).all(|(known, word)| word.text.eq_ignore_ascii_case(known))
            && !inner[..duty.len() - 1].iter().any(Word::ends_phrase)
            && inner[duty.len() - 1].after != After::Stop
    };
    let end = start + latin::DUTIES.iter().find(opens)?.len();
    let post = words[end].is_capital().then(|| modified_head_end(words, end))??;
    (!words[post - 1].ends_phrase() && words.get(post)?.is_capital()).then_some(end)
}
