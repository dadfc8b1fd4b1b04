//! The release instruction: FOR IMMEDIATE RELEASE, 即時發布, an embargo and when it ends.

use crate::release::StatusKind;
use std::ops::Range;

/// A release instruction in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FoundStatus {
    pub(crate) range: Range<usize>,
    pub(crate) kind: StatusKind,
    /// `2024-03-14T10:00`, with `+08:00` where the zone is named.
    pub(crate) until: Option<String>,
}

/// The instruction that `line` gives, when that is what the line is for.
pub(crate) fn read(_line: &str) -> Option<FoundStatus> {
    None
}
