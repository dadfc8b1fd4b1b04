//! Reads press releases.

mod decode;
mod diagnostic;
mod error;
mod extract;
mod id;
mod language;
mod lexicon;
mod options;
mod parser;
mod release;
mod text;

pub use diagnostic::{Diagnostic, DiagnosticCode};
pub use error::Error;
pub use language::{Language, Region, UnknownLanguage, WrittenForm};
pub use options::Options;
pub use parser::{Parser, parse};
pub use release::*;
pub use text::Span;
