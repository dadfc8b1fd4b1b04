//! Reads press releases.

mod classify;
mod clean;
mod diagnostic;
mod error;
mod extract;
mod id;
mod invariants;
mod language;
mod lexicon;
mod options;
mod parser;
mod release;
mod text;

pub use diagnostic::{Diagnostic, DiagnosticCode};
pub use error::Error;
pub use invariants::{BrokenLaw, check_invariants};
pub use language::{Language, Region, UnknownLanguage, WrittenForm};
pub use options::Options;
pub use parser::{Parser, parse};
pub use release::*;
pub use text::Span;
