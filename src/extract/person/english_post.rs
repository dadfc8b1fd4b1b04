//! English posts and the bodies they belong to: "Vice President of Sales at Acme" is "Vice President of Sales" and "Acme".
//!
//! Takes words; gives the title, the body and how many words were read. What follows "of" is part of the title when it
//! says what for (Sales, Marine Engineering) and the body otherwise. It reads no names; where a head ends is in
//! `english_head.rs`, where a body's name ends in `english_body.rs`, what stands behind a comma in `english_comma.rs`.

use super::english_comma::after_comma;
use super::english_head::{first_head_end, head_end, is_framed, modified_head_end, plain_head_end};
use super::words::{After, Word, are, joined, joined_lower};
use super::{english_before, english_body, latin_name};
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

/// Words of the longest board that is no body of its own.
const LONGEST_BOARD: usize = 2;

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
    if range.clone().any(private) {
        return false;
    }
    (range.start..range.end).any(|at| are(words, at..range.end, &latin::OFFICES))
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

/// Where the field ends that somebody is in charge of: "Minister of State | with responsibility for Sport".
fn charge_end(words: &[Word<'_>], at: usize) -> Option<usize> {
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

/// "VP Communications", "Managing Director UK & Ireland at Weir Mill": words of purpose up to the end of the phrase or the
/// word that leads to the body, right after the head.
fn purpose_end(words: &[Word<'_>], at: usize) -> Option<usize> {
    let seat = |at: usize| words[at].leads_to_seat() && !words[at].ends_phrase();
    let end = (at..words.len()).find(|&at| words[at].ends_phrase()).map_or(words.len(), |at| at + 1);
    let end = (at..end).find(|&at| seat(at)).unwrap_or(end);
    // "Country Manager Singapore, Weir Mill"
    let field = |word: &Word<'_>| word.is(&latin::DOMAINS) || word.is_written(&latin::COUNTRIES);
    let purpose = |word: &Word<'_>| word.is_capital() && field(word);
    let all = words[at..end].iter().all(|word| purpose(word) || word.is(&latin::CONJUNCTIONS));
    (all && purpose(&words[at])).then_some(end)
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
    let body = with_house(words, start..english_body::body_end(words, start));
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

/// Whether `word` tells where somebody or a body is, which it does not name, or how often: Weir-based, three-time.
pub(super) fn is_placing(word: &str) -> bool {
    word.rsplit_once('-').is_some_and(|(_, last)| latin::PARTICIPLES_OF_PLACE.contains(&last))
}

/// Whether a word of bodies stands in `body`.
pub(crate) fn holds_mark(words: &[Word<'_>], body: Range<usize>) -> bool {
    words[body].iter().any(|word| word.is(&latin::BODY_MARKS))
}

/// Where those end whom a post heads without being a body of their own: "Chair of Trustees", "Chair of the Board of
/// Directors"; the Board of Education is one.
fn board_end(words: &[Word<'_>], start: usize) -> Option<usize> {
    let sits = |at: usize| words.get(at).is_some_and(|word| word.is(&latin::SITTING));
    if sits(start) {
        return Some(start + 1);
    }
    let longest = words.len().min(start + LONGEST_BOARD);
    let closes = |end: &usize| words[start..*end - 1].iter().all(|word| !word.ends_phrase());
    let board =
        (start + 1..=longest).filter(closes).find(|&end| are(words, start..end, &latin::SEATED_BOARDS))?;
    if words[board - 1].ends_phrase() || words.get(board).is_none_or(|word| word.text != "of") {
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
fn is_fields_own(words: &[Word<'_>], post: &Post, at: usize) -> bool {
    let Some(object) = words.get(at + 1) else { return false };
    let fielded = (post.title.start..post.title.end)
        .any(|from| are(words, from..post.title.end, &latin::FIELDED_HEADS));
    let board = object.is(&latin::BOARDS) && object.ends_phrase();
    fielded && words[at].is(&latin::PURPOSES) && object.is_capital() || board
}

/// Where a part of a body ends that a post heads, if the body follows: "Head of the Burns Unit | at X Hospital".
fn part_end(words: &[Word<'_>], start: usize) -> Option<usize> {
    let is_part = |at: usize| words[at].is(&latin::PARTS);
    let mut end = object_end(words, start);
    if end == start + 1 && is_part(start) && words.get(end).is_some_and(|word| word.text == "of") {
        // "Department of Cardiology".
        let field = object_end(words, end + 1);
        end = if field > end + 1 && !words[start].ends_phrase() { field } else { end };
    } else if end <= start + 1 || !is_part(end - 1) {
        return None;
    }
    is_seat_ahead(words, end).then_some(end)
}

/// "Regional Director for Africa, Acme Relief": for whom or where a post is, if the body follows.
fn region_end(words: &[Word<'_>], start: usize) -> Option<usize> {
    let end = object_end(words, start);
    (end > start && !holds_mark(words, start..end) && is_seat_ahead(words, end)).then_some(end)
}

/// Where a market ends that a post is for: "Regional Director for Africa".
fn market_end(words: &[Word<'_>], start: usize) -> Option<usize> {
    let end = object_end(words, start);
    let market = |word: &Word<'_>| {
        word.is_written(&latin::MARKETS)
            || word.is_written(&latin::COUNTRIES)
            || word.is(&latin::CONJUNCTIONS)
    };
    (end > start && words[start..end].iter().all(market)).then_some(end)
}

/// Where a field ends that no mark parts from the body behind it: "Head of Communications | Weir Mill Ltd".
fn field_before_body(words: &[Word<'_>], run: Range<usize>) -> Option<usize> {
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

/// Whether what starts at `start` is in capitals, marked as a body and closed, so that no name is taken for one.
pub(super) fn is_body_ahead(words: &[Word<'_>], start: usize) -> bool {
    if !words.get(start).is_some_and(Word::is_capital) || head_end(words, start).is_some() {
        return false;
    }
    let body = start..english_body::body_end(words, start);
    let last = &words[body.end - 1];
    let legal = last.is(&latin::LEGAL_FORMS);
    let acronym = body.len() == 1 && last.is_acronym();
    holds_mark(words, body) || legal || acronym
}

/// Whether a post is of a whole body: chief executive, owner.
fn is_whole(words: &[Word<'_>], title: Range<usize>) -> bool {
    (title.start..title.end).any(|at| are(words, at..title.end, &latin::WHOLE_HEADS))
}

/// Whether a post is of a whole body where nothing stands before it: president, but not vice president.
fn is_lone_whole(words: &[Word<'_>], title: Range<usize>) -> bool {
    are(words, title, &latin::LONE_WHOLE_HEADS)
}

/// Whether the body itself follows what a post is for: "Chair of Upland Studies | at the University of X". Words that
/// name bodies as well, as Logistics does, are a `trade` only where that is asked for.
fn is_seated_after(words: &[Word<'_>], object: Range<usize>, trade: bool) -> bool {
    let end = object.end;
    let trade = trade && words[end - 1].is(&latin::DOMAINS);
    let follows = !words[end - 1].ends_phrase() && words.get(end).is_some_and(Word::leads_to_seat);
    let capital = words.get(skip_small_articles(words, end + 1)).is_some_and(Word::is_capital);
    follows && capital && (trade || !holds_mark(words, object))
}

pub(crate) fn skip_articles(words: &[Word<'_>], mut at: usize) -> usize {
    while at < words.len() && words[at].is(&latin::ARTICLES) && !words[at].ends_phrase() {
        at += 1;
    }
    at
}

/// Past articles in small letters: The in the middle of a sentence belongs to a name.
pub(crate) fn skip_small_articles(words: &[Word<'_>], at: usize) -> usize {
    if words.get(at).is_some_and(Word::is_capital) { at } else { skip_articles(words, at) }
}

/// Past what kind of body it is, where its name follows: "at law firm | Lee & Partners".
pub(crate) fn skip_kind(words: &[Word<'_>], start: usize) -> usize {
    /// Words that are looked at; a guess.
    const MOST: usize = 4;
    let small = |word: &&Word<'_>| !word.is_capital() && !word.ends_phrase() && !word.possessive;
    let named = start + words.get(start..).unwrap_or(&[]).iter().take(MOST).take_while(small).count();
    let kind = named > start && words[named - 1].is(&latin::GENERIC_BODIES);
    let capital = words.get(named).is_some_and(Word::is_capital);
    if kind && capital { named } else { start }
}

/// The end of an object in small letters: "the study", "automotive for advanced materials".
fn lower_object_end(words: &[Word<'_>], start: usize) -> usize {
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
fn studied_end(words: &[Word<'_>], start: usize) -> usize {
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
fn has_field(words: &[Word<'_>], title: &Range<usize>) -> bool {
    let head = title.clone().rev().find_map(|at| Some((at, head_end(words, at)?)));
    head.is_some_and(|(at, end)| {
        end < title.end
            || title.start < at && words[title.start..at].iter().any(|word| word.is_among(&latin::FUNCTIONS))
    })
}

/// Whether the object that starts at `start` says what the post is for, and not where: "Sales", "Marine Engineering".
fn is_purpose(words: &[Word<'_>], post: &Post, start: usize) -> bool {
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
        let whose = || words.get(end).is_some_and(|word| word.text == "of") && start > post.end + 1;
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
    let whose = words.get(end).is_some_and(|word| word.text == "of") && start > post.end + 1;
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
fn object_end(words: &[Word<'_>], start: usize) -> usize {
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

/// "School of Tides at Weir University": a unit, and the body whose it is, both told by a word of bodies.
pub(super) fn with_house(words: &[Word<'_>], unit: Range<usize>) -> Range<usize> {
    let houses = |word: &Word<'_>| word.leads_to_body() && !word.ends_phrase();
    let parted = unit.is_empty() || words[unit.end - 1].ends_phrase();
    if parted || !words.get(unit.end).is_some_and(houses) || !holds_mark(words, unit.clone()) {
        return unit;
    }
    let start = skip_small_articles(words, unit.end + 1);
    let house = start..english_body::body_end(words, start);
    if !house.is_empty() && holds_mark(words, house.clone()) { unit.start..house.end } else { unit }
}

/// "Department of Tides, WIST", "Department of Tides, University of Weir": a unit, and behind a comma the body that it is of,
/// told by its letters or by a word of bodies.
pub(super) fn with_larger_body(words: &[Word<'_>], unit: Range<usize>) -> Range<usize> {
    /// Words of the longest name that letters tell; a guess.
    const LONGEST: usize = 3;
    let inner = words[unit.start].is(&latin::PARTS) || words[unit.start].is(&latin::BODY_MARKS);
    let parted = inner && words[unit.end - 1].after == After::Comma;
    let Some(first) = words.get(unit.end).filter(|first| parted && first.is_capital()) else { return unit };
    let body = unit.end..english_body::body_end(words, unit.end);
    let letters = first.is_acronym()
        && first.text.chars().all(char::is_alphabetic)
        && !first.is_written(&latin::DECORATIONS)
        && body.len() <= LONGEST;
    let closed = words[body.end - 1].ends_phrase() || body.end == words.len();
    if closed && (letters || holds_mark(words, body.clone())) { unit.start..body.end } else { unit }
}

/// Where the post starts behind what somebody does in the matter: "Officer in the case, | Detective Constable Ann Lee".
pub(super) fn duty_end(words: &[Word<'_>], start: usize) -> Option<usize> {
    let rest = words.get(start..)?;
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
