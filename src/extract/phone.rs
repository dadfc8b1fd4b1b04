//! Telephone numbers: where they stand, what they are for, their E.164 form.

use crate::language::Region;
use std::ops::Range;

/// A telephone number in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FoundPhone {
    /// As printed, extension included, label left out.
    pub(crate) range: Range<usize>,
    /// `+85221550143`, `;ext=14` after it where an extension is printed.
    pub(crate) e164: Option<String>,
    pub(crate) is_fax: bool,
}

/// Every number in a line of contact details, `home` being the country meant where none is printed.
pub(crate) fn find_all(_line: &str, _home: Option<Region>) -> Vec<FoundPhone> {
    Vec::new()
}
