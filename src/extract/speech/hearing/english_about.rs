//! Whom an English sentence is about.
//!
//! Takes a sentence of a paragraph; gives whom it is about, brings in at its end, or announces. It knows one paragraph
//! only, and nothing of who was heard before.

use crate::extract::person::{self, Named, NamedKind};
use crate::extract::speech::english::{self, Clause};
use crate::extract::speech::sentence::{Kind, Outline, Token};
use crate::lexicon::reporting::Role;
use std::ops::Range;

/// The bytes of `tokens`.
pub(super) fn bytes(outline: &Outline, tokens: &Range<usize>) -> Range<usize> {
    let start = outline.tokens.get(tokens.start).map_or(0, |t| t.start);
    let end = tokens.end.checked_sub(1).and_then(|i| outline.tokens.get(i)).map_or(start, |t| t.end);
    start..end.max(start)
}

/// Who made the statement that speaks on in `sentence`: whom one of the two sentences before is about.
pub(super) fn statement_maker(text: &str, outline: &Outline, sentence: &Range<usize>) -> Option<Named> {
    let number = outline.sentences.partition_point(|other| other.start < sentence.start);
    outline.sentences[number.saturating_sub(2)..number].iter().rev().find_map(|before| {
        subject(text, outline, before, NamedKind::Person)
            .or_else(|| subject(text, outline, before, NamedKind::Organization))
    })
}

/// Whom of kind `wanted` a sentence is about: by a name that opens the subject, ends it ("her daughter Ann Lee"), or
/// follows it after a comma.
pub(super) fn subject(
    text: &str,
    outline: &Outline,
    sentence: &Range<usize>,
    wanted: NamedKind,
) -> Option<Named> {
    // "According to Ann Lee, the mill is full": the source is who it is about.
    let source = outline
        .tokens
        .get(sentence.start..sentence.start + 2)
        .is_some_and(|two| two[0].is(Role::Source) && two[1].is(Role::Infinitive));
    let sentence = if source { sentence.start + 2..sentence.end } else { sentence.clone() };
    let tokens = english::sentence_subject(outline, &sentence, sentence.end)?;
    let subject = bytes(outline, &tokens);
    let named = person::english_from(text, subject.start..text.len());
    let fits =
        |named: &Named| named.kind == wanted && named.extent.start < subject.end && named.name.is_some();
    let closing = || {
        let named = person::english_name_before(text, subject.clone())?;
        let name = text.get(named.name.clone()?)?;
        if !name.split_whitespace().next().is_some_and(person::is_given_name) {
            return None;
        }
        let start = named.name.as_ref().map_or(0, |name| name.start);
        let told = person::english_from(text, start..text.len());
        told.filter(|told| named.title.is_none() && told.name == named.name).or(Some(named))
    };
    named
        .filter(fits)
        .or_else(|| closing().or_else(|| apposed(text, outline, tokens.end)).filter(|it| it.kind == wanted))
}

/// The name after a comma that ends a subject without one: "The captain's father, Mr Lee, thanked them", "The club's patron,
/// actor Ann Lee, opened it".
fn apposed(text: &str, outline: &Outline, comma: usize) -> Option<Named> {
    outline.tokens.get(comma).filter(|token| token.kind == Kind::Comma)?;
    let first = outline.tokens.get(comma + 1).filter(|token| token.is_word())?;
    let named = person::english_from(text, first.start..text.len())?;
    let name = text.get(named.name.clone()?)?;
    let given = name.split_whitespace().next().is_some_and(person::is_given_name) && name.contains(' ');
    let told = first.capital || named.title.is_some();
    (named.honorific.is_some() && first.capital || given && told).then_some(named)
}

/// Whom a sentence brings in at its end, whatever it is about: "One of them was Ann Lee, who …", "It was dug by Ann Lee.",
/// "The mill is full, according to Ann Lee, its manager."
pub(super) fn presented(text: &str, outline: &Outline, sentence: &Range<usize>) -> Option<Named> {
    let tokens = outline.tokens.get(sentence.clone())?;
    let leads = |at: usize| brings_in(tokens, at) || is_source(tokens, at);
    let named = |token: &Token| token.is_word() && token.capital && !token.is(Role::Determiner);
    let at = (0..tokens.len()).find(|&at| leads(at) && tokens.get(at + 1).is_some_and(named))?;
    let named = person::english_from(text, tokens.get(at + 1)?.start..text.len())?;
    let name = text.get(named.name.clone()?)?;
    let end = named.name.as_ref().map_or(0, |name| name.end);
    let closed = text.get(end..)?.trim_start().starts_with([',', '.', ';', '(']);
    let known = named.title.is_some() || person::has_personal_name(name);
    let fits = if tokens[at].is(Role::Agent) { known } else { name.contains(' ') };
    (named.kind == NamedKind::Person && closed && fits).then_some(named)
}

/// The body that a sentence brings in: "The survey was done by the Weir Centre", "The first customer will be Weir Mill".
pub(super) fn presented_body(text: &str, outline: &Outline, sentence: &Range<usize>) -> Option<Named> {
    let tokens = outline.tokens.get(sentence.clone())?;
    let leads = |at: usize| brings_in(tokens, at) || tokens[at].is(Role::Passive);
    let bodies = (0..tokens.len()).filter(|&at| leads(at)).filter_map(|at| {
        let first = tokens.get(at + 1).filter(|first| first.capital || first.is(Role::Determiner))?;
        person::english_from(text, first.start..text.len())
    });
    bodies.into_iter().find(|named| named.kind == NamedKind::Organization)
}

/// Whether the word at `at` leads to whom a sentence brings in: was, by.
fn brings_in(tokens: &[Token], at: usize) -> bool {
    tokens[at].is(Role::Copula) || tokens[at].is(Role::Agent)
}

/// Whether the word at `at` leads to the source of a report: according to.
fn is_source(tokens: &[Token], at: usize) -> bool {
    tokens[at].is(Role::Infinitive) && at > 0 && tokens[at - 1].is(Role::Source)
}

/// Who a sentence is about into which an extractor ran a heading: "A New Chapter Mr Lee praised the plan".
pub(super) fn after_heading(text: &str, outline: &Outline, sentence: &Range<usize>) -> Option<Named> {
    let tokens = outline.tokens.get(sentence.clone())?;
    let at = tokens.windows(3).position(|three| {
        let capital = |token: &Token| token.is_word() && token.capital && !token.is(Role::Preposition);
        three.iter().all(capital) && three[1].is(Role::Abbreviation)
    })?;
    let start = tokens.get(at + 1)?.start;
    person::english_from(text, start..text.len()).filter(|named| named.honorific.is_some())
}

/// Who the sentence before the one numbered `number` is about.
pub(super) fn recent(text: &str, outline: &Outline, number: usize) -> Option<Range<usize>> {
    let sentence = outline.sentences.get(number.checked_sub(1)?)?;
    let clauses = english::clauses(text, outline, sentence);
    let speech = clauses.iter().find(|c| c.governs.speaks() && c.own_subject);
    let subject = speech.or(clauses.first()).and_then(|c| c.subject.clone());
    subject.or_else(|| english::sentence_subject(outline, sentence, sentence.end))
}

/// The sentence and clause that a paragraph ends with before a colon.
pub(super) fn announcement(text: &str, outline: &Outline) -> Option<(Range<usize>, Clause)> {
    let sentence = outline.sentences.last()?.clone();
    let last = outline.tokens.get(sentence.end.checked_sub(1)?)?;
    if last.kind != Kind::Colon {
        return None;
    }
    let clauses = english::clauses(text, outline, &sentence);
    let speech = clauses.iter().rfind(|c| c.governs.speaks()).or(clauses.last())?.clone();
    Some((sentence, speech))
}
