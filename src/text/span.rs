//! A stretch of the decoded source, in bytes.
//!
//! Takes and gives positions only; it never looks at a text, so character boundaries are the business of
//! whoever makes a span.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A half-open range of bytes of the decoded source: `start <= end`, always.
///
/// In JSON a span is the pair `[start, end]`.
///
/// ```
/// use press_release::Span;
///
/// let span = Span::new(3, 8);
/// assert_eq!(&"An embargo"[span.range()], "embar");
/// assert_eq!(span.len(), 5);
/// assert!(span.contains(Span::new(4, 8)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[serde(into = "(usize, usize)", try_from = "(usize, usize)")]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The span from `start` up to `end`.
    ///
    /// # Panics
    ///
    /// When `start` is greater than `end`: a program that makes such a span has lost its place.
    pub const fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "a span ends where it starts or after it");
        Self { start, end }
    }

    /// Where the span starts.
    pub const fn start(self) -> usize {
        self.start
    }

    /// Where the span ends: the position after its last byte.
    pub const fn end(self) -> usize {
        self.end
    }

    /// How many bytes it covers.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers nothing.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same as a standard range, for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same stretch `by` bytes further on.
    #[must_use]
    pub const fn shifted(self, by: usize) -> Span {
        Span { start: self.start + by, end: self.end + by }
    }
}

impl From<Span> for (usize, usize) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

impl TryFrom<(usize, usize)> for Span {
    type Error = &'static str;

    fn try_from((start, end): (usize, usize)) -> Result<Self, Self::Error> {
        if start <= end { Ok(Span { start, end }) } else { Err("a span must not end before it starts") }
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Span::new(range.start, range.end)
    }
}
