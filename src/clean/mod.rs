//! Source → Lines: what stands on the page, furniture marked, the measure of its lines taken.
//!
//! It marks and measures spans and never rebuilds the text; which lines belong together is decided in `classify/`,
//! with the zones.

mod clauses;
pub(crate) mod edition;
mod fit;
mod furniture;
mod inline;
pub(crate) mod item;
mod line_mark;
pub(crate) mod lines;
mod page_mark;
mod rejoin;
mod run_together;
mod sheet_foot;
pub(crate) mod wrap;

pub(crate) use furniture::mark as mark_furniture;
pub(crate) use lines::{Line, LineRole};
pub(crate) use rejoin::rejoin;

/// The lines of `text` as they are judged.
#[cfg(test)]
pub(crate) fn lines_of(text: &str) -> Vec<Line> {
    let (mut lines, _) = lines::split(text);
    mark_furniture(text, &mut lines);
    rejoin(text, &mut lines);
    lines
}
