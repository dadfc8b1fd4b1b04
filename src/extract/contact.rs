//! The contacts: whom the press is to ask.
//!
//! Takes the lines of the contact zones, gives people and desks with their numbers and addresses.

use crate::language::Region;
use crate::release::Contact;
use crate::text::Span;

/// One line of a contact zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ContactLine {
    /// The line without its outer blanks.
    pub(crate) span: Span,
    /// Columns before its first character.
    pub(crate) indent: usize,
    /// Whether white space of more than a line stands before it.
    pub(crate) after_gap: bool,
}

/// The contacts that `lines` of `source` name. `about` are the organisations that the release has boilerplate of,
/// nearest before the lines first: they name a contact whose block prints no organisation of its own.
pub(crate) fn read(_source: &str, _lines: &[ContactLine], _home: Option<Region>) -> Vec<Contact> {
    Vec::new()
}
