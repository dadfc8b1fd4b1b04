//! Who says what.
//!
//! Takes the passages of an edition in reading order; gives the quotes with their speakers and the people.

use crate::diagnostic::Diagnostic;
use crate::options::Options;
use crate::release::{Person, Quote};
use crate::text::reading::Reading;

/// A block in which somebody may speak.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Passage<'a> {
    pub(crate) reading: &'a Reading,
    pub(crate) kind: PassageKind,
    /// Index in the record's body, for body blocks.
    pub(crate) body: Option<usize>,
}

/// What a passage is, as far as speech cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PassageKind {
    /// A paragraph or list item: people speak in it.
    Prose,
    /// A headline, subheading, caption, contact line, boilerplate: people are named in it, but what stands in marks is
    /// no speech of the release.
    Naming,
}

/// What was heard.
#[derive(Debug, Clone, Default)]
pub(crate) struct Speech {
    pub(crate) quotes: Vec<Quote>,
    pub(crate) people: Vec<Person>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Reads the quotes of `passages`, in order of the text.
pub(crate) fn read(_passages: &[Passage<'_>], _options: &Options) -> Speech {
    Speech::default()
}
