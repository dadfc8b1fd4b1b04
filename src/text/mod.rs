//! Shared vocabulary that knows nothing of press releases: positions, readings, lines, scripts.

pub(crate) mod advance;
pub(crate) mod boundary;
#[cfg(test)]
pub(crate) mod chance;
pub(crate) mod fold;
mod fold_table;
pub(crate) mod markup;
pub(crate) mod offsets;
pub(crate) mod openings;
pub(crate) mod reading;
pub(crate) mod script;
mod span;
pub(crate) mod strings;

pub use span::Span;
