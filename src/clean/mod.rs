//! Source → Lines: what stands on the page, furniture marked, the measure of its lines taken.
//!
//! It marks and measures spans and never rebuilds the text; which lines belong together is decided in `classify/`,
//! with the zones.

pub(crate) mod edition;
mod furniture;
pub(crate) mod lines;
pub(crate) mod wrap;

pub(crate) use furniture::mark as mark_furniture;
pub(crate) use lines::{Line, LineRole};
