//! Who says what.
//!
//! Takes the passages of an edition in reading order; gives the quotes with their speakers and the people. Marks are
//! paired (`marks`), each string is given the clause that governs it (`english`, `chinese`) and judged (`judge`),
//! parts of one speech are joined (`hearing`), bodies that the page names elsewhere are told from names (`known_body`), reports without marks are added (`indirect`), the other places that name
//! the speakers are looked up (`recall`), and in the end every mention is led back to the fullest one (`resolve`). It does not find out which blocks are prose.

mod chinese;
mod chinese_antecedent;
mod chinese_clause;
mod chinese_stretch;
mod chinese_subject;
mod english;
mod hearing;
mod indirect;
mod judge;
mod known_body;
mod marks;
mod recall;
mod resolve;
mod sentence;
mod side;
mod telling;

pub(crate) use known_body::opening_both;

use crate::diagnostic::Diagnostic;
use crate::extract::person::{ChineseText, Listed};
use crate::options::Options;
use crate::release::{Person, Quote};
use crate::text::reading::Reading;
use std::ops::Range;

/// A block in which somebody may speak.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Passage<'a> {
    pub(crate) reading: &'a Reading,
    pub(crate) kind: PassageKind,
    /// Index in the record's body, for body blocks.
    pub(crate) body: Option<usize>,
    /// Whom a caption lists, where that was read already.
    pub(crate) listed: Option<&'a [Listed]>,
}

/// What a passage is, as far as speech cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PassageKind {
    /// A paragraph or list item: people speak in it.
    Prose,
    /// A line of the letterhead: who is named in it may have the fullest form of the name there, and posts of many bodies.
    Letterhead,
    /// A caption: people are listed in it, and some repeat what was said.
    Caption,
    /// A headline, subheading, contact line, boilerplate: people are named in it, but what stands in marks is no speech
    /// of the release.
    Naming,
}

/// What was heard.
#[derive(Debug, Clone, Default)]
pub(crate) struct Speech {
    pub(crate) quotes: Vec<Quote>,
    pub(crate) people: Vec<Person>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// A range of one passage.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    passage: usize,
    range: Range<usize>,
}

/// Reads the quotes of `passages`, in order of the text, and the people; `bodies` are those that the page names elsewhere.
pub(crate) fn read(passages: &[Passage<'_>], bodies: &[&str], options: &Options) -> Speech {
    telling::tell(passages, heard(passages, bodies, options))
}

/// Reads the quotes alone.
pub(crate) fn quotes(passages: &[Passage<'_>], options: &Options) -> Vec<Quote> {
    telling::quotes(passages, heard(passages, &[], options))
}

fn heard(passages: &[Passage<'_>], bodies: &[&str], options: &Options) -> hearing::Heard {
    let texts: Vec<ChineseText<'_>> =
        passages.iter().map(|passage| ChineseText::of(passage.reading.text())).collect();
    let mut heard = hearing::hear(passages, &texts, options);
    known_body::take_up(&texts, &mut heard.mentions, bodies);
    recall::recall(&texts, &mut heard.mentions);
    heard.mentions.shrink_to_fit();
    hearing::owner::take_up(&texts, &mut heard.mentions, options);
    heard
}

#[cfg(test)]
mod tests;
