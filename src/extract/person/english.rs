//! Descriptions in English text: "Ir Dr Ann Kwong, JP, Chairman of the Arts Authority", "Acme CEO Ann Lee", "she".
//!
//! Takes a text and where a description starts or ends; gives its parts. Forward is the only way it reads: a
//! description that ends somewhere is found by reading from every word before it. It does not resolve who is meant.

use super::english_after::{age_end, finished, is_decoration};
use super::english_before::{Before, title_before_name, title_in_run};
use super::english_name::{ends_in_mark, has_body_mark, is_person, may_hold_full_name, name_at};
use super::words::{self, After, Phrase, Word, words};
use super::{Named, NamedKind, english_body, english_bracket, english_head, english_post, window};
use crate::lexicon::people::latin;
use std::ops::Range;

/// The description that starts at `range.start`.
pub(crate) fn from(text: &str, range: Range<usize>) -> Option<Named> {
    Descriptions::of(text).from(range)
}

/// A text of which descriptions are read at one place after the other: words that were cut for one are those of the next.
pub(super) struct Descriptions<'t> {
    text: &'t str,
    /// What was cut into words last.
    window: Range<usize>,
    phrase: Phrase<'t>,
}

impl<'t> Descriptions<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Descriptions { text, window: 0..0, phrase: Phrase::default() }
    }

    /// The description that starts at `range.start`.
    pub(super) fn from(&mut self, range: Range<usize>) -> Option<Named> {
        let text = self.text;
        let (start, words) = self.words_from(range);
        described(text, start, words)
    }

    /// The same where it may have a name of two words, or of one behind a honorific.
    pub(super) fn full_from(&mut self, range: Range<usize>) -> Option<Named> {
        let text = self.text;
        let (start, words) = self.words_from(range);
        if may_hold_full_name(words) { described(text, start, words) } else { None }
    }

    /// The words from `range.start` on, and where the stretch starts by which they have their places.
    fn words_from(&mut self, range: Range<usize>) -> (usize, &[Word<'t>]) {
        let window = window::on(self.text, range);
        let known = window.start.checked_sub(self.window.start).filter(|_| window.end == self.window.end);
        if known.and_then(|at| self.phrase.from(at)).is_none() {
            self.phrase = Phrase::of(&self.text[window.clone()]);
            self.window = window.clone();
        }
        let words = self.phrase.from(window.start - self.window.start);
        (self.window.start, words.unwrap_or_default())
    }
}

/// The description that `words` open with, whose places count from `start` of `text`.
fn described(text: &str, start: usize, words: &[Word<'_>]) -> Option<Named> {
    let named = read_at(words, 0)?.named(words).shifted(start);
    Some(english_bracket::told(text, named))
}

/// The description that ends at `range.end`.
pub(crate) fn before(text: &str, range: Range<usize>) -> Option<Named> {
    let window = window::back(text, range);
    let slice = &text[window.clone()];
    if slice.trim_end().ends_with(['”', '"', '’', '»']) {
        return None;
    }
    if let Some(named) = before_bracket(text, window.clone()) {
        return Some(named);
    }
    let found = words_before(slice);
    let relative = relative_start(&found).and_then(|end| reading_up_to(&found, end));
    let told = relative
        .clone()
        .filter(|read| read.kind == NamedKind::Person && (read.title.is_some() || read.honorific.is_some()));
    let read = told.or_else(|| reading_up_to(&found, found.len())).or(relative)?;
    Some(read.named(&found).shifted(window.start))
}

/// The description that ends with a bracket that tells the post or the body: "Ann Lee (Head of Research, Weir Mill)".
fn before_bracket(text: &str, window: Range<usize>) -> Option<Named> {
    let open = window.start + english_bracket::opening_of_last(&text[window.clone()])?;
    let named = english_bracket::told(text, before(text, window.start..open)?);
    (named.extent.end > open).then_some(named)
}

/// The description that ends with a name at `range.end`, whatever longer one ends there as well.
pub(crate) fn named_before(text: &str, range: Range<usize>) -> Option<Named> {
    let window = window::back(text, range);
    let found = words_before(&text[window.clone()]);
    let read = readings_up_to(&found, found.len()).find(|read| {
        read.kind == NamedKind::Person && read.name.as_ref().is_some_and(|name| name.end == found.len())
    })?;
    Some(read.named(&found).shifted(window.start))
}

/// The last words of `text`, back to the last mark that ends a description.
fn words_before(text: &str) -> Vec<Word<'_>> {
    let tail = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | '—' | '–'));
    let most = memchr::memrchr_iter(b' ', tail.as_bytes()).nth(40).unwrap_or(0);
    let most = words::last_phrase(tail, most);
    let mut found = words(&tail[most..]);
    for word in &mut found {
        word.start += most;
    }
    let last = found.len().saturating_sub(1);
    let stop = found[..last].iter().rposition(|word| word.after == After::Stop).map_or(0, |at| at + 1);
    found.split_off(stop)
}

/// Where ", who led the study" starts.
fn relative_start(words: &[Word<'_>]) -> Option<usize> {
    let at = words.iter().rposition(Word::is_relative)?;
    (at > 0 && words[at - 1].after == After::Comma).then_some(at)
}

/// The description that starts earliest of those that end with word `end`.
fn reading_up_to(words: &[Word<'_>], end: usize) -> Option<Read> {
    readings_up_to(words, end).next()
}

/// The descriptions that end with word `end`, the one that starts earliest first.
fn readings_up_to(words: &[Word<'_>], end: usize) -> impl Iterator<Item = Read> {
    let words = &words[..end];
    // No description goes on across a word in small letters that no table of posts, bodies or names has.
    // Nor across "According to", "Speaking for".
    let opens = |at: usize| {
        words[at].is_written(&latin::NOT_NAMES)
            && words.get(at + 1).is_some_and(|next| next.is_written(&latin::TITLE_PREPOSITIONS))
    };
    let strange = |&at: &usize| {
        let word = &words[at];
        (word.text.starts_with(char::is_lowercase) && !word.is_capital() || opens(at))
            && !word.is(&latin::KNOWN)
    };
    let first = (0..end).rev().find(strange).map_or(0, |at| at + 1 + usize::from(opens(at)));
    let starts = (first..end).filter(move |&at| at == 0 || !words[at - 1].is(&latin::ARTICLES));
    starts.filter_map(move |at| read_at(words, at)).filter(move |read| read.end == end)
}

/// A description in words.
#[derive(Debug, Clone, Default)]
pub(super) struct Read {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) name: Option<Range<usize>>,
    pub(super) title: Option<Range<usize>>,
    pub(super) organization: Option<Range<usize>>,
    pub(super) honorific: Option<Range<usize>>,
    pub(super) kind: NamedKind,
}

impl Read {
    fn named(&self, words: &[Word<'_>]) -> Named {
        let bytes = |range: &Range<usize>| {
            words
                .get(range.start)
                .zip(words.get(range.end.wrapping_sub(1)))
                .map(|(a, b)| a.start..b.end().max(a.start))
        };
        let part =
            |range: &Option<Range<usize>>| range.as_ref().filter(|range| !range.is_empty()).and_then(bytes);
        Named {
            extent: bytes(&(self.start..self.end)).unwrap_or_default(),
            name: part(&self.name),
            title: part(&self.title).map(|title| with_gloss(words, self.title.as_ref(), title)),
            organization: part(&self.organization),
            honorific: part(&self.honorific),
            kind: self.kind,
        }
    }
}

/// A title with the bracket that says what it is for: Associate Dean (Research).
fn with_gloss(words: &[Word<'_>], title: Option<&Range<usize>>, bytes: Range<usize>) -> Range<usize> {
    let last = title.and_then(|title| words.get(title.end.wrapping_sub(1)));
    bytes.start..last.map_or(bytes.end, |last| bytes.end.max(last.gloss))
}

fn read_at(words: &[Word<'_>], start: usize) -> Option<Read> {
    let first = words.get(start)?;
    if first.is(&latin::PRONOUNS) {
        let name = Some(start..start + 1);
        return Some(Read { start, end: start + 1, name, kind: NamedKind::Pronoun, ..Read::default() });
    }
    if first.is(&latin::DETERMINERS) && !first.ends_phrase() {
        return determined(words, start);
    }
    if let Some(read) = of_body(words, start) {
        return Some(read);
    }
    if let Some(post) = english_post::duty_end(words, start) {
        return named_at(words, post).map(|read| Read { start, ..read });
    }
    named_at(words, start).or_else(|| unnamed(words, start, start)).or_else(|| generic(words, start))
}

/// "Weir Mill's Ann Lee": a body by which somebody is named, and whose name is sure.
fn of_body(words: &[Word<'_>], start: usize) -> Option<Read> {
    /// Words of the longest body; a guess.
    const LONGEST: usize = 5;
    let capitals =
        words[start..].iter().take(LONGEST).take_while(|word| word.is_capital() && !word.ends_phrase());
    let owner = start + capitals.take_while(|word| !word.possessive).count();
    let last = words.get(owner).filter(|word| word.possessive && word.is_capital() && !word.ends_phrase())?;
    // "As Weir Mill's Ann Lee said": what opens the sentence is not of the name.
    let opens = owner > start && words[start].is_written(&latin::NOT_NAMES);
    let body = start + usize::from(opens)..owner + 1;
    let named = body.len() > 1 || !last.is_given_name() && !last.is(&latin::VAGUE_BODIES);
    let name = name_at(words, body.end).filter(|name| is_surely_person(words, name))?;
    if !named || is_surely_person(words, &body) {
        return None;
    }
    let read = Read { start, end: name.end, name: Some(name), kind: NamedKind::Person, ..Read::default() };
    Some(finished(words, Read { organization: Some(body), ..read }))
}

/// "the company", "a spokesman for X", "The company's current CEO, Leo Brent", "the Open Wells Alliance".
fn determined(words: &[Word<'_>], start: usize) -> Option<Read> {
    let noun = start + 1;
    if let Some(read) =
        named_at(words, noun).filter(|read| read.title.is_some() && read.kind == NamedKind::Person)
    {
        return Some(Read { start, ..read });
    }
    if let Some(read) = of_body(words, noun) {
        return Some(Read { start, ..read });
    }
    if let Some(read) = unnamed(words, start, noun).or_else(|| tied(words, start, noun)) {
        return Some(read);
    }
    let end = if words.get(noun)?.is_capital() {
        let end = english_body::body_end(words, noun);
        // "the Moor family"
        let family =
            |word: &Word<'_>| latin::HOUSEHOLDS.contains(&word.text) && !words[end - 1].ends_phrase();
        end + usize::from(words.get(end).is_some_and(family))
    } else {
        generic_end(words, noun)?
    };
    let (name, kind) = (Some(noun..end), NamedKind::Organization);
    Some(Read { start, end, name, kind, ..Read::default() })
}

/// "His wife, Ann Lee", "her brother Leo Moor": somebody by a family tie.
fn tied(words: &[Word<'_>], start: usize, noun: usize) -> Option<Read> {
    let tie = words.get(noun).filter(|word| word.is_written(&latin::TIES) && word.after != After::Stop)?;
    let name =
        name_at(words, noun + 1).filter(|name| is_person(words, name) && !words[name.end - 1].possessive)?;
    (!tie.possessive).then(|| {
        let read =
            Read { start, end: name.end, name: Some(name), kind: NamedKind::Person, ..Read::default() };
        finished(words, read)
    })
}

/// A body without a name and an article: police.
fn generic(words: &[Word<'_>], start: usize) -> Option<Read> {
    let end = generic_end(words, start)?;
    let (name, kind) = (Some(start..end), NamedKind::Organization);
    Some(Read { start, end, name, kind, ..Read::default() })
}

/// "company", "state agency": a body in small letters.
fn generic_end(words: &[Word<'_>], noun: usize) -> Option<usize> {
    let limit = words.len().min(noun + 4);
    let end = (noun..limit).find(|&at| words[at].is(&latin::GENERIC_BODIES))? + 1;
    let plain = |word: &Word<'_>| {
        let breaks = word.is(&latin::ARTICLES) || word.is(&latin::CONJUNCTIONS);
        !word.ends_phrase() && !word.possessive && !breaks && !word.ends_description()
    };
    words[noun..end - 1].iter().all(plain).then_some(end)
}

/// A post without a name, and the name after it if a comma leads there: "a spokesman for X", "Acme's CEO, Ann Lee".
fn unnamed(words: &[Word<'_>], start: usize, noun: usize) -> Option<Read> {
    let post = after_body(words, noun).or_else(|| english_post::apposition(words, noun))?;
    if let Some(read) = owned(words, start, &post) {
        return Some(read);
    }
    let (title, organization) = (Some(post.title.clone()), post.organization.clone());
    let mut read =
        Read { start, end: post.end, title, organization, kind: NamedKind::Unnamed, ..Read::default() };
    if words[post.end - 1].after == After::Stop {
        return Some(read);
    }
    // "Prime Minister, the Rt Hon Ann Lee"
    let addressed = words::skip_small_articles(words, post.end);
    let mut name_start = honorific_end(words, addressed);
    if name_start == addressed {
        name_start = post.end;
    }
    // "Leader of the council, Councillor Ann Lee"
    let ranked = words.get(name_start).is_some_and(|word| word.is(&latin::RANKS) && !word.ends_phrase());
    if ranked && name_at(words, name_start + 1).is_some_and(|name| is_person(words, &name)) {
        name_start += 1;
    } else if name_start > post.end {
        read.honorific = Some(addressed..name_start);
        if let Some(title) = civil_title(words, start, &post) {
            read.title = Some(title);
            read.organization = None;
        }
    }
    let name = name_at(words, name_start).filter(|name| name_start > post.end || is_person(words, name));
    Some(match name {
        Some(name) => {
            finished(words, Read { end: name.end, name: Some(name), kind: NamedKind::Person, ..read })
        }
        None => read,
    })
}

/// "The Trust's Director of Policy, Otis Weir", "Minister for Roads, Otis Weir": whose post it is has been said or is known, so
/// that the comma leads to the name.
pub(super) fn owned(words: &[Word<'_>], start: usize, post: &english_post::Post) -> Option<Read> {
    let body = post.organization.clone().filter(|body| body.start == post.title.end)?;
    let name = body.start..body.clone().rev().find(|&at| !is_decoration(&words[at]))? + 1;
    let possessed = (start..post.title.start).any(|at| words[at].possessive || words[at].is(&latin::OWNERS));
    let parted = words[post.title.end - 1].after == After::Comma;
    let person = (2..=4).contains(&name.len()) && is_person(words, &name) && !has_body_mark(words, &name);
    let office = || {
        let ends = post.title.start + 1..=post.title.end;
        ends.into_iter().any(|end| english_post::is_office(words, post.title.start..end))
    };
    // "Weir Mill CEO, Bo Moor": the body stands before the post.
    let bodied = || {
        let found = title_in_run(words, post.title.start, post.title.end)?;
        found.organization.is_some().then_some(found).filter(|_| is_surely_person(words, &name))
    };
    if !parted || !person {
        return None;
    }
    let (title, organization) = if possessed || office() {
        (post.title.clone(), None)
    } else {
        let found = bodied()?;
        (found.title.start..post.title.end, found.organization)
    };
    let kind = NamedKind::Person;
    let read = Read { start, end: name.end, title: Some(title), organization, kind, ..Read::default() };
    Some(finished(words, Read { name: Some(name), ..read }))
}

/// The title of "The Director of Harbours, Ms Lee": a department belongs to it, a body does not.
fn civil_title(words: &[Word<'_>], start: usize, post: &english_post::Post) -> Option<Range<usize>> {
    let owner = post.organization.clone()?;
    let civil = words[post.title.end - 1].is(&latin::CIVIL_HEADS);
    let first = owner.start.min(post.title.start);
    let opens = words[start].is(&latin::ARTICLES) && first == start + 1;
    // "The Carers' Commissioner": for whom the office is.
    let short = owner.start > post.title.end || owner.len() == 1;
    (civil && opens && short && !english_body::holds_mark(words, owner.clone()))
        .then_some(first..post.title.end.max(owner.end))
}

/// "Acme spokesperson": a body, then a post.
fn after_body(words: &[Word<'_>], noun: usize) -> Option<english_post::Post> {
    let found = title_in_run(words, noun, words.len())?;
    Some(english_post::continued(words, found.title, found.organization))
}

/// Somebody by name: honorifics, a post before the name, the name, what is printed after it.
fn named_at(words: &[Word<'_>], start: usize) -> Option<Read> {
    let mut name_start = honorific_end(words, start);
    let mut honorific = start..name_start;
    let mut read = Read { start, ..Read::default() };
    let before = title_before_name(words, start).filter(|_| honorific.is_empty());
    let post = |found: &Before| !is_in_body(words, found) && !is_given_and_told(words, found);
    if let Some(found) = before.filter(post) {
        name_start = honorific_end(words, found.end);
        honorific = found.end..name_start;
        // "Leader of Weir Council Councillor Ann Lee": the rank after another post is neither it nor the name.
        let ranked = words.get(name_start).is_some_and(|word| word.is(&latin::RANKS));
        name_start += usize::from(ranked && words.get(name_start + 1).is_some_and(Word::is_capital));
        read.title = Some(found.title);
        read.organization = found.organization;
    }
    let name = name_at(words, name_start).filter(|name| !words[name.end - 1].possessive)?;
    if honorific.is_empty() && read.title.is_none() && (holds_post(words, name.end) || is_post(words, &name))
    {
        return None;
    }
    let honored = !honorific.is_empty();
    read.honorific = Some(honorific).filter(|_| honored);
    // "Family brewer Moor & Lee": no person has a sign in the name.
    let signed = words[name.clone()].iter().any(|word| !word.text.contains(char::is_alphanumeric));
    if signed && read.title.is_some() && !honored {
        return None;
    }
    let told = honored || read.title.is_some();
    // "Weir Police", "Weir Council spokesman": a word of bodies goes on with what looked like a name.
    let goes_on = !words[name.end - 1].ends_phrase()
        && words.get(name.end).is_some_and(|next| next.is_capital() && next.is(&latin::BODY_MARKS));
    let person = told || is_person(words, &name) && !goes_on;
    read.kind = if person { NamedKind::Person } else { NamedKind::Organization };
    if read.kind == NamedKind::Person {
        read.end = name.end;
        read.name = Some(name);
        return Some(finished(words, read)).filter(|read| !is_body_of_bearer(words, read));
    }
    let as_person = finished(words, Read { end: name.end, name: Some(name.clone()), ..read.clone() });
    if is_body_of_bearer(words, &as_person) {
        return None;
    }
    // "Grace Park, Chair of Weir Mill"
    let lettered = || words.get(name.end).is_some_and(is_decoration);
    let parted = name.len() == 2
        && words[name.start].is_given_name()
        && (words[name.end - 1].after == After::Comma || lettered());
    if as_person.title.is_some() && !goes_on && (parted || !has_body_mark(words, &name)) {
        return Some(Read { kind: NamedKind::Person, ..as_person });
    }
    read.end = english_body::body_end(words, start).max(name.end);
    // "Weir Foods Managing Director, Ann Lee"
    let post = || (start + 1..read.end).any(|at| english_head::head_end(words, at) == Some(read.end));
    if holds_post(words, read.end) || names_bearer(words, read.end) && post() {
        return None;
    }
    read.name = Some(start..read.end);
    Some(read)
}

/// "Weir Mill CEO, Ann Lee": what looked like a name before a post is the body of who is named behind it.
fn is_body_of_bearer(words: &[Word<'_>], read: &Read) -> bool {
    let (Some(name), Some(title)) = (&read.name, &read.title) else { return false };
    let run_on = words[name.end - 1].after == After::Blank && title.start >= name.end;
    run_on && !words[name.start].is_given_name() && names_bearer(words, title.end)
}

/// Whether somebody is named at `at`, behind a comma.
pub(super) fn names_bearer(words: &[Word<'_>], at: usize) -> bool {
    let parted = at > 0 && at < words.len() && words[at - 1].after == After::Comma;
    parted
        && (is_honorific(words, at) || name_at(words, at).is_some_and(|name| is_surely_person(words, &name)))
}

/// Whether the words are a person's name by its first.
fn is_surely_person(words: &[Word<'_>], name: &Range<usize>) -> bool {
    (2..=4).contains(&name.len())
        && words[name.start].is_given_name()
        && is_person(words, name)
        && !has_body_mark(words, name)
}

/// "Premier Foods", "Ranger Energy Ltd": one word that opens the name of a body and is no post.
fn is_in_body(words: &[Word<'_>], found: &Before) -> bool {
    let rest = found.title.end..english_body::body_end(words, found.title.end);
    // "Mayor de Weir"
    let Some(first) = words.get(rest.start).filter(|_| !rest.is_empty()) else { return false };
    let person = first.is_given_name() || is_honorific(words, rest.start);
    let lone =
        found.title.len() == 1 && found.organization.is_none() && words[found.title.start].is_capital();
    lone && !person && rest.len() <= 2 && ends_in_mark(&words[rest])
}

/// "Dean Moor, 27, of", "Dean Moor, head of": a given name that is a post as well, before a surname and an age or a post.
fn is_given_and_told(words: &[Word<'_>], found: &Before) -> bool {
    let end = found.title.end + 1;
    let posted = || words[end - 1].after == After::Comma && english_post::apposition(words, end).is_some();
    found.title.len() == 1
        && words[found.title.start].is_given_name()
        && words.get(end).is_some()
        && (age_end(words, end) > end || posted())
}

/// Whether a post in small letters follows what looked like a name: Acme spokesperson.
fn holds_post(words: &[Word<'_>], at: usize) -> bool {
    let follows = words.get(at).is_some_and(|word| !word.is_capital() && !words[at - 1].ends_phrase());
    follows && english_head::head_end(words, at).is_some()
}

/// Whether what looked like a name ends in a post: Chief Secretary; Dean Moor and Amy Dean are people.
fn is_post(words: &[Word<'_>], name: &Range<usize>) -> bool {
    let given = words[name.start].is_given_name();
    !given && (name.start..name.end).any(|at| english_head::head_end(words, at) == Some(name.end))
}

/// Words of the longest "U.S. Air Force Staff" before an honorific.
const LONGEST_HOUSE: usize = 4;

fn honorific_end(words: &[Word<'_>], start: usize) -> usize {
    // "U.S. Sen. Ann Lee", "Air Force Staff Sgt. Bo Moor": whose house or service it is.
    let house = words.get(start..).unwrap_or(&[]).iter();
    let housed = house.take(LONGEST_HOUSE).take_while(|word| word.is_written(&latin::HOUSES)).count();
    let from = start + housed;
    let from = if from < words.len() && is_honorific(words, from) { from } else { start };
    let end = (from..words.len()).find(|&at| !is_honorific(words, at)).unwrap_or(words.len());
    if end > from { end } else { start }
}

/// "Mr | van der Berg": up to three small words of a family name before its capital.
pub(super) fn is_particle_of_name(words: &[Word<'_>], at: usize) -> bool {
    /// Small words before a family name, at most: van der, de la.
    const MOST: usize = 3;
    let particle = |word: &&Word<'_>| word.is_written(&latin::PARTICLES) && !word.ends_phrase();
    let count = words.get(at..).unwrap_or(&[]).iter().take(MOST).take_while(particle).count();
    count > 0 && words.get(at + count).is_some_and(Word::is_capital)
}

pub(super) fn is_honorific(words: &[Word<'_>], at: usize) -> bool {
    let word = &words[at];
    word.is_written(&latin::HONORIFICS)
        && !word.ends_phrase()
        && (words.get(at + 1).is_some_and(Word::is_capital) || is_particle_of_name(words, at + 1))
        // "Lt. Governor" is a post.
        && english_head::head_end(words, at).is_none_or(|end| end == at + 1)
}
