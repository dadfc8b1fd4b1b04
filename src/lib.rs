//! Reads press releases.

mod classify;
mod clean;
mod decode;
mod diagnostic;
mod error;
mod extract;
mod id;
mod invariants;
mod json;
mod language;
mod lexicon;
mod options;
mod parser;
mod release;
mod text;

pub use diagnostic::{Diagnostic, DiagnosticCode};
pub use error::Error;
pub use invariants::{BrokenLaw, check_invariants};
#[cfg(feature = "schema")]
pub use json::schema::json_schema;
pub use json::{from_json, to_json_line, to_json_pretty, write_json_line};
pub use language::{Language, Region, UnknownLanguage, WrittenForm};
pub use options::Options;
pub use parser::{Parser, parse};
pub use release::*;
pub use text::Span;
