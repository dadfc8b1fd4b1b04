//! URLs and e-mail addresses.

use crate::release::LinkKind;
use std::ops::Range;

/// An address in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FoundLink {
    pub(crate) range: Range<usize>,
    pub(crate) kind: LinkKind,
}

/// Every address in `text`, in order.
pub(crate) fn find_all(_text: &str) -> Vec<FoundLink> {
    Vec::new()
}
