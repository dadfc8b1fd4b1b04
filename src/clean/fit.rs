//! The printer's test in proportional type: would the next word have fitted?
//!
//! Takes the lines that surely fill the measure; gives how much room a line leaves, first lines of paragraphs apart,
//! since what they are set in by is often lost in extraction. It keeps out of texts of typewriter faces, where columns
//! tell the same and better.

use super::lines::Line;
use crate::text::advance;
use crate::text::script;

/// How wide full lines are, in hundredths of an em.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct TypeMeasure {
    inner: usize,
    /// The same for the first lines of paragraphs.
    first: usize,
}

/// Lines that are looked at: enough for a quantile.
const SAMPLE: usize = 120;

/// Fewer tell nothing.
const FEWEST: usize = 6;

/// Fewer first lines tell nothing.
const FEWEST_FIRST: usize = 4;

/// The lines that fill the measure, as they are come by.
#[derive(Default)]
pub(super) struct Sample {
    inner: Vec<usize>,
    first: Vec<usize>,
    columns: Vec<usize>,
}

impl Sample {
    /// Adds a line that is surely gone on with; `first` where it surely opens a paragraph.
    pub(super) fn add(&mut self, text: &str, line: &Line, first: bool) {
        let widths = if first { &mut self.first } else { &mut self.inner };
        if widths.len() == SAMPLE {
            return;
        }
        widths.push(advance::of(&text[line.span.range()]));
        if !first {
            self.columns.push(line.width);
        }
    }

    /// The measure that they show; none where a typewriter's columns tell it better.
    pub(super) fn measure(mut self) -> Option<TypeMeasure> {
        if self.inner.len() < FEWEST {
            return None;
        }
        let inner = full(&mut self.inner);
        let typed = spread(&mut self.columns) <= spread(&mut self.inner);
        if typed {
            return None;
        }
        // Paragraphs are set in by one em to three, of thirty to fifty.
        let first = if self.first.len() < FEWEST_FIRST { inner } else { full(&mut self.first) };
        let set_in = first < inner && (inner - first) * 10 <= inner;
        Some(TypeMeasure { inner, first: if set_in { first } else { inner } })
    }
}

impl TypeMeasure {
    /// The room that `b`'s first word would have left at the end of `a`, in hundredths of the measure: below nothing
    /// where it had none.
    pub(super) fn room(&self, text: &str, a: &Line, word: &str, first: bool) -> i32 {
        let slice = &text[a.span.range()];
        let measure = if first { self.first } else { self.inner };
        let meets = slice.chars().next_back().zip(word.chars().next());
        let space = meets.is_some_and(|(last, next)| !script::joins_tight(last, next));
        let needed = advance::of(slice) + advance::of(word) + if space { advance::SPACE } else { 0 };
        (measure as i32 - needed as i32) * 100 / measure as i32
    }
}

/// The width that nine of ten keep below: the widest may be a slip of the face's.
fn full(widths: &mut [usize]) -> usize {
    widths.sort_unstable();
    widths[widths.len() * 9 / 10]
}

/// How far the middle eight tenths lie apart, in thousandths.
fn spread(widths: &mut [usize]) -> usize {
    widths.sort_unstable();
    let (low, high) = (widths[widths.len() / 10], widths[widths.len() * 9 / 10]);
    (high - low) * 1000 / high.max(1)
}
