//! The place-and-date tag that opens a lead paragraph.

use jiff::civil::Date;
use std::ops::Range;

/// A dateline at the start of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FoundDateline {
    /// The tag without its closing dash.
    pub(crate) range: Range<usize>,
    pub(crate) place: Option<Range<usize>>,
    pub(crate) date: Option<Date>,
    pub(crate) wire: Option<Range<usize>>,
}

/// The dateline that `text` opens with.
pub(crate) fn read(_text: &str) -> Option<FoundDateline> {
    None
}
