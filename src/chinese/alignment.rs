//! Where each stretch of a converted text comes from.
//!
//! Takes the lengths of what was converted, in order; gives ranges of the source for ranges of the result and back. It
//! never looks at a text.

use std::ops::Range;

/// A converted text and where it comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Aligned {
    /// The converted text.
    pub text: String,
    /// Where each stretch of it comes from.
    pub alignment: Alignment,
}

/// Which stretch of the source each stretch of the result comes from: both are covered exactly, in order.
///
/// ```
/// use press_release::chinese::{Config, Converter};
///
/// let source = "數碼港新址";
/// let simplified = Converter::new(Config::Hk2s).convert_aligned(source);
/// let hit = simplified.text.find("新址").unwrap();
/// let printed = simplified.alignment.source_of(hit..hit + "新址".len());
/// assert_eq!(&source[printed], "新址");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Alignment {
    knots: Vec<Knot>,
}

/// One stretch of both texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Bytes of the source.
    pub source: Range<usize>,
    /// Bytes of the result.
    pub result: Range<usize>,
    /// Whether the two answer each other byte for byte and character for character; otherwise the one stands for the
    /// other as a whole.
    pub even: bool,
}

/// Where a stretch ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Knot {
    source: usize,
    result: usize,
    even: bool,
}

impl Alignment {
    /// The stretches in order; each begins, in both texts, where the one before ends.
    pub fn stretches(&self) -> impl Iterator<Item = Stretch> {
        let starts = std::iter::once((0, 0)).chain(self.knots.iter().map(|knot| (knot.source, knot.result)));
        starts.zip(&self.knots).map(|((source, result), knot)| Stretch {
            source: source..knot.source,
            result: result..knot.result,
            even: knot.even,
        })
    }

    /// The range of the source that the bytes `result` of the converted text come from: the smallest one that covers
    /// whole stretches where the texts do not answer each other character for character. An empty range has an empty
    /// one, at the place that it stands at.
    pub fn source_of(&self, result: Range<usize>) -> Range<usize> {
        self.across(result, |knot| knot.result, |knot| knot.source)
    }

    /// The range of the converted text that the bytes `source` became, likewise.
    ///
    /// ```
    /// use press_release::chinese::{Config, Converter};
    ///
    /// let aligned = Converter::new(Config::S2twp).convert_aligned("用打印机");
    /// let bytes = aligned.alignment.result_of(3..6);
    /// assert_eq!(&aligned.text[bytes], "印表機");
    /// ```
    pub fn result_of(&self, source: Range<usize>) -> Range<usize> {
        self.across(source, |knot| knot.source, |knot| knot.result)
    }

    fn across(
        &self,
        range: Range<usize>,
        from: impl Fn(&Knot) -> usize,
        to: impl Fn(&Knot) -> usize,
    ) -> Range<usize> {
        let last = self.knots.last().map_or((0, 0), |knot| (from(knot), to(knot)));
        // The stretch that byte `at` lies in: its start and its end on both sides.
        let stretch = |at: usize| {
            let number = self.knots.partition_point(|knot| from(knot) <= at);
            let before = number.checked_sub(1).and_then(|number| self.knots.get(number));
            let start = before.map_or((0, 0), |knot| (from(knot), to(knot)));
            let knot = self.knots.get(number);
            (start, knot.map_or(last, |knot| (from(knot), to(knot))), knot.is_some_and(|knot| knot.even))
        };
        let ((from_start, to_start), (_, to_end), even) = stretch(range.start);
        let start = if even { to_start + (range.start - from_start) } else { to_start };
        if range.end <= range.start {
            let start = start.min(to_end);
            return start..start;
        }
        let ((from_start, to_start), (_, to_end), even) = stretch(range.end - 1);
        let end = if even { to_start + (range.end - from_start) } else { to_end };
        start..end.max(start)
    }

    fn push(&mut self, source: usize, result: usize, even: bool) {
        match self.knots.last_mut() {
            Some(last) if even && last.even => {
                last.source += source;
                last.result += result;
            }
            last => {
                let (from, to) = last.map_or((0, 0), |last| (last.source, last.result));
                self.knots.push(Knot { source: from + source, result: to + result, even });
            }
        }
    }
}

/// Who is told what a conversion does: nobody, or an [`Alignment`].
pub(super) trait Track: Default {
    /// Whether anything is done with what is told.
    const LISTENS: bool;

    /// `len` bytes answer `len` bytes, character for character.
    fn even(&mut self, len: usize);

    /// `source` bytes became `result` bytes, as a whole.
    fn whole(&mut self, source: usize, result: usize);

    /// One character became another.
    #[inline]
    fn character(&mut self, from: char, to: char) {
        if from.len_utf8() == to.len_utf8() {
            self.even(from.len_utf8());
        } else {
            self.whole(from.len_utf8(), to.len_utf8());
        }
    }

    /// Two conversions, the second of what the first gave.
    fn both(&mut self, first: &Self, second: &Self);

    /// Forgets everything.
    fn clear(&mut self);
}

/// Nobody.
#[derive(Default)]
pub(super) struct Deaf;

impl Track for Deaf {
    const LISTENS: bool = false;

    #[inline]
    fn even(&mut self, _: usize) {}

    #[inline]
    fn whole(&mut self, _: usize, _: usize) {}

    #[inline]
    fn both(&mut self, _: &Self, _: &Self) {}

    #[inline]
    fn clear(&mut self) {}
}

impl Track for Alignment {
    const LISTENS: bool = true;

    #[inline]
    fn even(&mut self, len: usize) {
        if len > 0 {
            self.push(len, len, true);
        }
    }

    #[inline]
    fn whole(&mut self, source: usize, result: usize) {
        if source > 0 || result > 0 {
            self.push(source, result, false);
        }
    }

    fn both(&mut self, first: &Self, second: &Self) {
        if let ([knot], [Knot { even: true, .. }]) = (&*first.knots, &*second.knots)
            && knot.even
        {
            return self.even(knot.source);
        }
        let (mut first, mut second) = (Rest::of(first), Rest::of(second));
        while let (Some(a), Some(b)) = (first.left(), second.left()) {
            if a.even && b.even {
                let len = a.result.min(b.source);
                first.take(len);
                second.take(len);
                self.even(len);
                continue;
            }
            // Stretches that overlap in the middle text, until both end at one place there.
            let (mut source, mut result, mut given, mut taken) = (0, 0, 0, 0);
            loop {
                let more = if given <= taken {
                    let wanted = if given == 0 { b.source } else { taken - given };
                    first.take(wanted).map(|piece| {
                        source += piece.source;
                        given += piece.result;
                    })
                } else {
                    second.take(given - taken).map(|piece| {
                        taken += piece.source;
                        result += piece.result;
                    })
                };
                if more.is_none() || given == taken {
                    break;
                }
            }
            self.whole(source, result);
        }
        // What is left at the end became nothing, or came from nothing.
        while let Some(piece) = first.take(usize::MAX) {
            self.whole(piece.source, 0);
        }
        while let Some(piece) = second.take(usize::MAX) {
            self.whole(0, piece.result);
        }
    }

    fn clear(&mut self) {
        self.knots.clear();
    }
}

/// The stretches of an alignment that are still to be read.
struct Rest<'a> {
    knots: &'a [Knot],
    source: usize,
    result: usize,
}

impl<'a> Rest<'a> {
    fn of(alignment: &'a Alignment) -> Self {
        Rest { knots: &alignment.knots, source: 0, result: 0 }
    }

    /// What is left of the next stretch, as lengths.
    fn left(&self) -> Option<Knot> {
        let knot = self.knots.first()?;
        Some(Knot { source: knot.source - self.source, result: knot.result - self.result, even: knot.even })
    }

    /// Takes the next stretch, of an even one no more than `len`.
    fn take(&mut self, len: usize) -> Option<Knot> {
        let mut piece = self.left()?;
        if piece.even && len < piece.source {
            (piece.source, piece.result) = (len, len);
        } else {
            self.knots = self.knots.get(1..)?;
        }
        self.source += piece.source;
        self.result += piece.result;
        Some(piece)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alignment(stretches: &[(usize, usize, bool)]) -> Alignment {
        let mut alignment = Alignment::default();
        for &(source, result, even) in stretches {
            if even {
                alignment.even(source);
            } else {
                alignment.whole(source, result);
            }
        }
        alignment
    }

    #[test]
    fn ranges_cross_over() {
        let alignment = alignment(&[(6, 6, true), (3, 9, false), (3, 3, true)]);
        assert_eq!(alignment.source_of(3..6), 3..6);
        assert_eq!(alignment.source_of(9..12), 6..9);
        assert_eq!(alignment.source_of(3..9), 3..9);
        assert_eq!(alignment.source_of(15..18), 9..12);
        assert_eq!(alignment.result_of(6..12), 6..18);
        assert_eq!(alignment.result_of(12..12), 18..18);
        assert_eq!(alignment.source_of(0..18), 0..12);
    }

    #[test]
    fn even_stretches_grow_together() {
        assert_eq!(alignment(&[(3, 3, true), (3, 3, true)]), alignment(&[(6, 6, true)]));
    }

    #[test]
    fn two_conversions_make_one() {
        let mut both = Alignment::default();
        // AB|C|D → abc|x|d, then ab|cx|d.
        let first = alignment(&[(2, 3, false), (1, 1, false), (1, 1, true)]);
        let second = alignment(&[(2, 2, true), (2, 5, false), (1, 1, true)]);
        both.both(&first, &second);
        assert_eq!(both, alignment(&[(3, 7, false), (1, 1, true)]));
    }

    #[test]
    fn nothing_is_aligned_with_nothing() {
        let alignment = Alignment::default();
        assert_eq!(alignment.source_of(0..0), 0..0);
        assert_eq!(alignment.stretches().count(), 0);
    }
}
