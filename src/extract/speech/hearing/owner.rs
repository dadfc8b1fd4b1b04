//! Whose a post is that a word takes up: "Weir Mill, whose manager Ann Lee", "Weir Mill will close. Its manager, Ann Lee,".
//!
//! Takes the mentions of all passages; gives those with a post and no body the body that stands before: right before
//! "whose"; for "its" what its sentence is about or brings in, or the one before where it opens its own. Only a body that has a name counts.

use super::english_about::{presented_body, subject};
use super::opening;
use crate::extract::person::{self, ChineseText, Named, NamedKind};
use crate::extract::speech::marks;
use crate::extract::speech::resolve::Mention;
use crate::extract::speech::sentence::{Outline, outline};
use crate::lexicon::people::latin;
use crate::lexicon::reporting::Role;
use crate::options::Options;
use std::ops::Range;

/// Bytes before the post in which a body is looked for; a guess that keeps the time linear.
const LONGEST: usize = 4000;

/// Gives `mentions` in `texts` the bodies that their posts take up.
pub(in crate::extract::speech) fn take_up(
    texts: &[ChineseText<'_>],
    mentions: &mut [Mention],
    options: &Options,
) {
    for mention in mentions {
        if let Some(owner) = owner(&texts[mention.place.passage], &mention.named, options) {
            mention.named.organization = Some(owner);
        }
    }
}

/// The body that the post of `named` takes up.
fn owner(text: &str, named: &Named, options: &Options) -> Option<Range<usize>> {
    let title = named.title.as_ref().filter(|_| named.organization.is_none())?;
    let mut before = text.get(..title.start)?;
    let word = loop {
        before = before.strip_suffix(' ')?;
        let word = before.rsplit(' ').next()?;
        before = &before[..before.len() - word.len()];
        if latin::BODY_OWNERS.contains_lower(word) {
            break word;
        }
        if !latin::TITLE_OPENERS.contains(word) {
            return None;
        }
    };
    let found = if latin::RELATIVES.contains(word) {
        person::english_before(text, 0..before.trim_end().strip_suffix(',')?.len())
    } else {
        taken_up(before, options)
    };
    let body = found.filter(|named| named.kind == NamedKind::Organization)?.name?;
    let body = last_of_list(text, body);
    text.get(body.clone())?.starts_with(char::is_uppercase).then_some(body)
}

/// The last of several bodies: "Moor College and the | Weir District".
fn last_of_list(text: &str, bodies: Range<usize>) -> Range<usize> {
    let mut start = bodies.start;
    let mut last = ("", "");
    let mut at = bodies.start;
    for word in text[bodies.clone()].split(' ') {
        if latin::CONJUNCTIONS.contains(last.0) && latin::ARTICLES.contains(last.1) {
            start = at;
        }
        last = (last.1, word);
        at += word.len() + 1;
    }
    start..bodies.end
}

/// What the last sentence of `before` is about or brings in: the body that "its" means.
fn taken_up(before: &str, options: &Options) -> Option<Named> {
    if before.len() > LONGEST {
        return None;
    }
    let opening = opening(before).unwrap_or(0);
    let outline = outline(before, opening, &marks::pair(before, options.single_quotes).strings);
    let sentence = outline.sentences.iter().rfind(|sentence| !is_speech(&outline, sentence))?;
    let adverbs = outline.tokens[sentence.clone()].iter().take_while(|token| token.is(Role::Adverb));
    let sentence = sentence.start + adverbs.count()..sentence.end;
    subject(before, &outline, &sentence, NamedKind::Organization)
        .or_else(|| presented_body(before, &outline, &sentence))
}

/// Whether a sentence is nothing but what somebody says.
fn is_speech(outline: &Outline, sentence: &Range<usize>) -> bool {
    outline.tokens[sentence.clone()].iter().all(|token| !token.is_word())
}
