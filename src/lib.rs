//! Reads press releases in English, Traditional Chinese and Simplified Chinese: who says what, when and where, and whom
//! the press may ask.
//!
//! ```text
//! bytes → decode → Source → clean → lines → classify → blocks → extract → fields → Release → json → JSON
//! ```
//!
//! In the order of that flow:
//!
//! - **decode** finds the encoding of bytes and gives a source: the text, and how it was come by
//!   ([`Parser::parse_bytes`]); a `str` is a source already ([`parse`], [`Parser::parse`]);
//! - **clean** parts the source into editions and lines, and marks page furniture; it never rebuilds the text;
//! - **classify** decides over the whole page what each block is: headline, body, caption, contact, boilerplate;
//! - **extract** reads the fields in the blocks: datelines, dates, quotes and their speakers, contacts, links;
//! - **chinese** gives every text of a Chinese release its readings in Traditional and in Simplified; it stands by itself
//!   too ([`chinese::Converter`]);
//! - the [`Release`] is plain data; each [`Text`] in it knows the [`Span`]s of the source that it was read from;
//! - **json** writes a record ([`to_json_line`], [`to_json_pretty`], [`write_json_line`]) and reads it back
//!   ([`from_json`]).
//!
//! Beside the flow, **text** holds positions and readings, **lexicon** the words, as data; [`Options`] has every knob.
//!
//! # Reading a release
//!
//! ```
//! use press_release::{Options, Parser, Region};
//!
//! let text = "FOR IMMEDIATE RELEASE\n\nKestrel Quay tram line to open on 4 May\n\n\
//!     PORT ALDER, 12 March 2025 – The line opens in May, the operator said today.\n";
//!
//! let parser = Parser::new(Options::default().home_region(Region::UnitedKingdom));
//! let releases = parser.parse(text);
//! let release = &releases[0];
//! if let Some(headline) = &release.headline {
//!     println!("{}", headline.text);
//! }
//! for quote in &release.quotes {
//!     let name = quote.speaker.as_ref().and_then(|speaker| speaker.name.as_ref());
//!     println!("{:?} said: {}", name.map(|name| &name.text), quote.text.text);
//! }
//! # assert_eq!(releases.len(), 1);
//! ```
//!
//! Parsing never fails: doubt is in [`Release::diagnostics`], and what is not understood is in [`Release::other`], so
//! that nothing of a text is ever lost. Only bytes that are no text and JSON that is no record are an [`Error`].
//!
//! # The record as JSON
//!
//! ```
//! let release = press_release::parse("Kestrel Quay tram line to open on 4 May").remove(0);
//! let line = press_release::to_json_line(&release);
//! assert_eq!(press_release::from_json(&line)?, release);
//! # Ok::<(), press_release::Error>(())
//! ```
//!
//! README tells of every field, and `schema/press-release.schema.json` tells programs.
//!
//! # Features
//!
//! - `schema`: `json_schema`, the JSON Schema of the record made from the types. Off by default.
//! - `opencc-rust`: `chinese::NativeConverter`, the same conversions by the native `OpenCC` library, for those who already
//!   run it. Off by default: it links a library.

pub mod chinese;
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
#[doc(hidden)]
pub mod stages;
mod text;
mod texts;

pub use decode::{Encoding, UnknownEncoding};
pub use diagnostic::{Diagnostic, DiagnosticCode};
pub use error::Error;
pub use invariants::{BrokenLaw, check_invariants};
#[cfg(feature = "schema")]
pub use json::schema::json_schema;
pub use json::{from_json, to_json_line, to_json_pretty, write_json_line};
pub use language::{Language, Region, UnknownLanguage, WrittenForm};
pub use options::{Markup, Options, Scripts};
pub use parser::{Parser, parse};
pub use release::*;
pub use text::Span;

/// The programs in README run as they stand there.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
