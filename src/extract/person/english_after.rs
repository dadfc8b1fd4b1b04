//! What is printed after a name in English text: letters and an age, a post in apposition, a body, a clause that tells more.
//!
//! Takes words and what was read of somebody up to the end of the name; gives it with what follows. Names, and posts before them,
//! are read in `english.rs`.

use super::english::{Read, is_honorific, names_bearer, owned};
use super::english_name::{has_body_mark, is_person, opens_post};
use super::words::{self, After, Word};
use super::{NamedKind, english_body, english_head, english_post};
use crate::lexicon::people::latin;
use crate::lexicon::places;
use std::ops::Range;

/// What is printed after the name: JP, M.D., and the post in apposition.
pub(super) fn finished(words: &[Word<'_>], mut read: Read) -> Read {
    let post_end = decorations_end(words, age_end(words, read.end));
    if post_end > read.end {
        read.end = post_end;
    }
    if read.end == 0 || read.end >= words.len() {
        return read;
    }
    match words[read.end - 1].after {
        After::Comma if words[read.end].is_relative() => with_told_post(words, read),
        After::Comma => with_apposition(words, read),
        After::Blank if opens_post(words, read.end) => {
            with_apposition(words, Read { title: None, organization: None, ..read })
        }
        After::Blank => with_seat(words, with_new_post(words, read)),
        After::Stop => read,
    }
}

/// Past the age in "Ann Lee, 34,".
pub(super) fn age_end(words: &[Word<'_>], from: usize) -> usize {
    let after_comma = from > 0 && words[from - 1].after == After::Comma;
    let age = words.get(from).is_some_and(|word| {
        word.ends_phrase() && word.text.len() <= 3 && word.text.bytes().all(|byte| byte.is_ascii_digit())
    });
    if after_comma && age { from + 1 } else { from }
}

fn decorations_end(words: &[Word<'_>], from: usize) -> usize {
    let mut at = from;
    // "Ann Lee, PhD student", "MP for Weir", "MD of Weir Mill", "MD & CEO": letters that open a post belong to it.
    let goes_on = |end: usize| {
        let (last, next) = (&words[end - 1], words.get(end).filter(|_| !words[end - 1].ends_phrase()));
        let seated = |next: &Word<'_>| {
            next.is(&latin::SEAT_PREPOSITIONS)
                || next.is(&latin::CONJUNCTIONS) && english_head::head_end(words, end + 1).is_some()
        };
        next.is_some_and(|next| next.is(&latin::PURPOSES) || last.is(&latin::WHOLE_HEADS) && seated(next))
    };
    let opens_post = |at: usize| {
        english_head::head_end(words, at).is_some_and(|end| !is_decoration(&words[end - 1]) || goes_on(end))
    };
    while at < words.len()
        && words[at - 1].after != After::Stop
        && (is_decoration(&words[at]) || is_set_off_letters(words, at))
        && !opens_post(at)
    {
        at += 1;
    }
    at
}

/// JP, Ph.D., and any other letters with full stops: C.B.E., Au.D.
pub(super) fn is_decoration(word: &Word<'_>) -> bool {
    /// Letters of the longest part: Pharm.D.
    const LONGEST: usize = 5;
    let is_part = |part: &str| {
        part.starts_with(char::is_uppercase) && part.len() <= LONGEST && part.chars().all(char::is_alphabetic)
    };
    let text = word.text;
    let lettered = text.matches('.').count() > 1 && text.split_terminator('.').all(is_part);
    word.is_written(&latin::DECORATIONS) || (lettered && text.chars().count() > 3)
}

/// Letters between commas that no table has, before a post: "Ann Lee, `FRCPath`, Head of Surgery".
fn is_set_off_letters(words: &[Word<'_>], at: usize) -> bool {
    /// Letters of the longest; more spell a body's short name.
    const LONGEST: usize = 7;
    let word = &words[at];
    let letters = word.text.chars().filter(|c| c.is_uppercase()).count() >= 2
        && word.text.len() <= LONGEST
        && word.text.chars().all(char::is_alphabetic);
    letters
        && words[at - 1].after == After::Comma
        && word.after == After::Comma
        && english_post::apposition(words, at + 1).is_some()
}

fn with_apposition(words: &[Word<'_>], read: Read) -> Read {
    if read.title.is_some() && read.organization.is_none() {
        let seated = with_seat(words, read.clone());
        let marked = |body: &Range<usize>| english_body::holds_mark(words, body.clone());
        if seated.organization.as_ref().is_some_and(marked) {
            return seated;
        }
    }
    let Some(post) = english_post::apposition_to_name(words, read.end) else {
        return seated_in_body(words, read);
    };
    // "a visit to Weirtown, the Minister for Roads, Bo Moor, said"
    let strange = read.name.as_ref().is_some_and(|name| !words[name.start].is_given_name());
    let of_next = || owned(words, read.end, &post).is_some() || strange && names_bearer(words, post.end);
    if words[read.end].is(&latin::ARTICLES) && of_next() {
        return read;
    }
    let ranked = read.title.as_ref().is_some_and(|title| {
        let duty = || {
            let small = words::joined_lower(words, title.clone());
            latin::DUTIES.iter().any(|duty| duty.iter().copied().eq(small.split(' ')))
        };
        words[title.clone()].iter().all(|word| word.is(&latin::RANKS)) || is_chair(words, title) || duty()
    });
    // "Professor Emeritus" is a post, "Professor Bo Moor" somebody else.
    let longer = english_head::head_end(words, read.end).is_some_and(|end| end > read.end + 1);
    if is_honorific(words, read.end) && !longer || names_the_next(words, post.end) {
        return read;
    }
    if read.title.is_some() && !ranked {
        // What else somebody is, is read and not told.
        let closed = words[post.end - 1].ends_phrase() || post.end == words.len();
        return if closed { Read { end: post.end, ..read } } else { read };
    }
    Read {
        end: post.end,
        title: Some(post.title),
        organization: post.organization.or(read.organization),
        ..read
    }
}

/// Whether a title before a name is an academic rank, beside which a post says more: Associate Professor.
fn is_chair(words: &[Word<'_>], title: &Range<usize>) -> bool {
    words::are(words, title.clone(), &latin::ACADEMIC_HEADS)
}

/// "Ann Lee, Esq., of Weir & Mill LLP", "Dr Ann Lee, University of Weir,": after a comma only a word of bodies tells a seat
/// from where somebody lives.
fn seated_in_body(words: &[Word<'_>], read: Read) -> Read {
    let seated = with_seat(words, parted_seat(words, read.clone()));
    let is_body = |body: &Range<usize>| {
        english_body::holds_mark(words, body.clone()) || is_short_name(words, body.clone())
    };
    let marked = seated.organization.as_ref().filter(|_| read.organization.is_none()).is_some_and(is_body);
    if marked { seated } else { read }
}

/// ", of the CPS": the letters of a body, and of no country.
fn is_short_name(words: &[Word<'_>], body: Range<usize>) -> bool {
    /// Letters of the shortest; two are too often a state.
    const SHORTEST: usize = 3;
    let word = &words[body.start];
    let letters = word.text.len() >= SHORTEST && word.text.bytes().all(|byte| byte.is_ascii_uppercase());
    body.len() == 1 && letters && !word.is_written(&latin::COUNTRIES) && !word.is_written(&latin::DECORATIONS)
}

/// "Dr Ann Lee, University of Weir,": a body of several words between commas, after somebody who is addressed.
fn parted_seat(words: &[Word<'_>], read: Read) -> Read {
    let start = words::skip_small_articles(words, read.end);
    let told = read.honorific.is_some() || read.title.is_some();
    if !told || read.organization.is_some() || !words.get(start).is_some_and(Word::is_capital) {
        return read;
    }
    let body = english_body::with_larger_body(words, start..english_body::body_end(words, start));
    let closed = words[body.end - 1].ends_phrase() || body.end == words.len();
    let named = body.len() > 1 && !is_person(words, &body) && !is_honorific(words, start);
    if closed && named { Read { end: body.end, organization: Some(body), ..read } } else { read }
}

/// Whether a post belongs to the name after it, as in lists: "Ann Lee, Chairman Dr. Bo Moor".
fn names_the_next(words: &[Word<'_>], post_end: usize) -> bool {
    post_end < words.len() && !words[post_end - 1].ends_phrase() && is_honorific(words, post_end)
}

/// "Ann Lee of Tamarack", "Leo Brent at Acme".
fn with_seat(words: &[Word<'_>], read: Read) -> Read {
    let preposition = words.get(read.end).is_some_and(|word| word.is(&latin::SEAT_PREPOSITIONS));
    let start = words::skip_small_articles(words, read.end + 1);
    let start = english_body::skip_kind(words, start);
    // "of the agency's Central Region"
    let owner = words.get(start).is_some_and(|word| word.possessive && word.is(&latin::GENERIC_BODIES));
    let start = start + usize::from(owner && !words[start].is_capital());
    let capital = words.get(start).is_some_and(Word::is_capital);
    // "U.S. Attorney Ann Lee for the Western District": what an officer is for is no body.
    let region = read.title.is_some() && words.get(read.end).is_some_and(|word| word.is(&latin::PURPOSES));
    if region || !preposition || !capital || read.organization.is_some() || read.kind != NamedKind::Person {
        return read;
    }
    let end = english_body::body_end(words, start);
    if is_somebody_else(words, start..end) {
        return read;
    }
    // "Mayor Ann Lee of Weir, England": a post is of the town.
    let home = read.title.is_none() && is_home(words, start..end);
    if home || words[start..end].iter().all(|word| word.is_written(&latin::COUNTRIES)) {
        return Read { end, ..read };
    }
    let body = english_body::with_house(words, start..end);
    Read { end: place_end(words, larger_body_end(words, body.end)), organization: Some(body), ..read }
}

/// Whether what somebody is of is where she lives: "of Texas", "of Austin, Texas".
fn is_home(words: &[Word<'_>], home: Range<usize>) -> bool {
    let region =
        |range: Range<usize>| words.get(range).is_some_and(|words| places::is_region(&words::joined(words)));
    let town = !has_body_mark(words, &home) && words[home.end - 1].after == After::Comma;
    region(home.clone()) || town && (region(home.end..home.end + 1) || region(home.end..home.end + 2))
}

/// Past the body that a body is a part of: "of the Weir Centre at the University of Moor".
fn larger_body_end(words: &[Word<'_>], end: usize) -> usize {
    if words[end - 1].ends_phrase() || !words.get(end).is_some_and(Word::leads_to_seat) {
        return end;
    }
    let start = words::skip_small_articles(words, end + 1);
    let larger = start..english_body::body_end(words, start);
    if !larger.is_empty() && has_body_mark(words, &larger) { larger.end } else { end }
}

/// Past where a body is: "of Weir Mill in Kansas City".
fn place_end(words: &[Word<'_>], end: usize) -> usize {
    /// Words of the longest place; a guess.
    const LONGEST: usize = 3;
    let inside = |word: &Word<'_>| word.is(&latin::TITLE_PREPOSITIONS) && !word.is(&latin::SEAT_PREPOSITIONS);
    if words[end - 1].ends_phrase() || !words.get(end).is_some_and(inside) {
        return end;
    }
    let place = &words[end + 1..];
    let run = place.iter().take(LONGEST + 1).take_while(|word| word.is_capital()).count();
    let whole = (1..=LONGEST).contains(&run) && !place[..run - 1].iter().any(Word::ends_phrase);
    if whole { end + 1 + run } else { end }
}

/// "Ann Lee with Bo Moor, Assistant Curator": a name without a word of bodies, and a post after it.
fn is_somebody_else(words: &[Word<'_>], body: Range<usize>) -> bool {
    let two = body.len() >= 2 && words[body.end - 1].after == After::Comma;
    two && is_person(words, &body)
        && english_post::apposition(words, body.end).is_some_and(|post| post.title.start == body.end)
}

/// "Ann Lee as its new Head of Growth": the post somebody is given.
fn with_new_post(words: &[Word<'_>], read: Read) -> Read {
    let link = words[read.end].is_written(&latin::NEW_POST_LINKS);
    if !link || read.title.is_some() || read.kind != NamedKind::Person {
        return read;
    }
    let from = read.end + 1;
    let opens = |at: &usize| words[*at].is(&latin::TITLE_OPENERS);
    let start = (from..words.len().min(from + 4)).find(|at| !opens(at)).unwrap_or(from);
    match english_post::apposition(words, start) {
        Some(post) => Read {
            end: post.end,
            title: Some(post.title),
            organization: post.organization.or(read.organization),
            ..read
        },
        None => read,
    }
}

/// Where a clause says what somebody is: after the relative, or after a conjunction further on.
fn copula(words: &[Word<'_>], from: usize) -> Option<usize> {
    /// Words of what is told first; a guess.
    const MOST: usize = 10;
    let limit = words.len().min(from + MOST);
    let closed = (from..limit).find(|&at| words[at].ends_phrase()).map_or(limit, |at| at + 1);
    let opens = |at: usize| at == from || words[at - 1].is(&latin::CONJUNCTIONS);
    (from..closed).find(|&at| opens(at) && words[at].is_written(&latin::COPULAS))
}

/// "Ann Lee, who will serve as store director", "who founded the fair and is its director": the post that a clause
/// gives her.
fn with_told_post(words: &[Word<'_>], read: Read) -> Read {
    /// Words between the relative and "as"; a guess.
    const MOST: usize = 4;
    let from = read.end + 1;
    let limit = words.len().min(from + MOST);
    let plain = |at: usize| !words[at].is_capital() && !words[at].ends_phrase();
    let link = (from..limit)
        .take_while(|&at| plain(at))
        .find(|&at| at > from && words[at].is_written(&latin::NEW_POST_LINKS));
    let link = link.or_else(|| copula(words, from));
    let post = link.filter(|_| read.title.is_none() && read.kind == NamedKind::Person).and_then(|at| {
        let opens = |at: &usize| words[*at].is(&latin::TITLE_OPENERS);
        let start = (at + 1..words.len().min(at + 4)).find(|at| !opens(at))?;
        english_post::apposition_to_name(words, start)
    });
    match post {
        Some(post) => {
            Read { title: Some(post.title), organization: post.organization.or(read.organization), ..read }
        }
        None => with_led_body(words, read),
    }
}

/// "Ann Lee, who chairs the Weir Trust", "who teaches at Weir School": a clause names the body of somebody without a post.
fn with_led_body(words: &[Word<'_>], read: Read) -> Read {
    /// Words of what somebody does, and of the longest name; guesses.
    const MOST: usize = 6;
    let from = read.end + 1;
    let alone = read.title.is_none() && read.organization.is_none() && read.kind == NamedKind::Person;
    let small = |at: &usize| !words[*at].is_capital() && !words[*at].ends_phrase();
    let does = (from..words.len().min(from + MOST)).take_while(small).count();
    let verbs = from..from + if alone { does } else { 0 };
    let leads = |at: &usize| words[*at].is_written(&latin::LEADING);
    let seat = |at: &usize| words[*at].leads_to_body();
    let further = leading_further_on(words, from).filter(|_| alone);
    let link = verbs.clone().find(leads).or(further).or_else(|| verbs.clone().skip(1).find(seat));
    let Some(link) = link else { return read };
    let start = words::skip_small_articles(words, link + 1);
    if !words.get(start).is_some_and(Word::is_capital) {
        return read;
    }
    let body = start..english_body::body_end(words, start);
    // "chairs the Weir Growers", "runs Weir Ropes": what somebody leads and has several capitals is one, if it is no field.
    let of_field = |word: &Word<'_>| word.is(&latin::DOMAINS) || word.is(&latin::CONJUNCTIONS);
    let field = start == link + 1 && words[body.clone()].iter().all(of_field);
    let led = leads(&link) && body.len() > 1 && !field;
    // "has sat on the board since May and chairs the Pay Committee": a part of the body that the clause is about.
    let part = Some(link) == further && words[body.end - 1].is(&latin::BOARDS);
    if !part && (led || has_body_mark(words, &body)) {
        Read { organization: Some(body), ..read }
    } else {
        read
    }
}

/// "who grows oats at Weir and | chairs the Moor Growers": where a clause goes on, after a conjunction, with the word that leads
/// to a body.
fn leading_further_on(words: &[Word<'_>], from: usize) -> Option<usize> {
    /// Words of what is told first; a guess.
    const MOST: usize = 12;
    let limit = words.len().min(from + MOST);
    let closed = (from..limit).find(|&at| words[at].ends_phrase()).unwrap_or(limit);
    (from + 1..closed)
        .find(|&at| words[at - 1].is_written(&latin::CONJUNCTIONS) && words[at].is_written(&latin::LEADING))
}
