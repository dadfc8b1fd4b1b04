//! Byte offsets → offsets in other units.
//!
//! Takes a text and spans in its bytes, gives the same spans in units of UTF-16 or in code points. It looks at the text
//! once, whatever the number of spans.

use crate::text::Span;

/// The ends of spans in bytes, and how many units stand before each.
pub(crate) struct Recount {
    bytes: Vec<usize>,
    counts: Vec<usize>,
}

impl Recount {
    /// Counts `text` up to each end of `spans`, each character as its `units`.
    pub(crate) fn new(text: &str, spans: &[Span], units: fn(char) -> usize) -> Self {
        let mut bytes: Vec<usize> = spans.iter().flat_map(|span| [span.start(), span.end()]).collect();
        bytes.sort_unstable();
        bytes.dedup();
        let (mut from, mut count) = (0, 0);
        let counts = bytes.iter().map(|&to| {
            count += text.get(from..to).map_or(0, |between| between.chars().map(units).sum());
            from = to;
            count
        });
        Recount { counts: counts.collect(), bytes }
    }

    /// One of the spans, in units.
    pub(crate) fn of(&self, span: Span) -> Span {
        Span::new(self.at(span.start()), self.at(span.end()))
    }

    fn at(&self, byte: usize) -> usize {
        self.counts.get(self.bytes.partition_point(|end| *end < byte)).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_other_units() {
        let spans = [Span::new(0, 4), Span::new(4, 8), Span::new(8, 9), Span::new(0, 9), Span::new(0, 0)];
        let recount = Recount::new("a渡𠮷b", &spans, char::len_utf16);
        let found = spans.map(|span| recount.of(span)).map(|span| (span.start(), span.end()));
        assert_eq!(found, [(0, 2), (2, 4), (4, 5), (0, 5), (0, 0)]);
    }
}
