//! One document: bytes → releases.
//!
//! A function of the document alone. It writes nothing and tells nobody.

use crate::failure::{Code, Failure, Reason};
use crate::inputs::{Content, Document, Packing, read_limited};
use press_release::{Parser, Release};
use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;

/// Reads documents.
#[derive(Debug)]
pub(crate) struct Reader {
    parser: Parser,
    /// For text that came as text.
    of_text: Parser,
    max_bytes: u64,
}

impl Reader {
    pub(crate) fn new(options: press_release::Options, max_bytes: u64) -> Self {
        let mut of_text = options.clone();
        of_text.encoding = "utf-8".parse().ok();
        Reader { parser: Parser::new(options), of_text: Parser::new(of_text), max_bytes }
    }

    /// The bytes of a document, and its releases.
    pub(crate) fn read(&self, document: Document) -> Result<(u64, Vec<Release>), Failure> {
        let Document { origin, fields, content } = document;
        let (parser, bytes) = match content {
            Content::Text(text) => (&self.of_text, Ok(text.into_bytes())),
            Content::Bytes(bytes) => (&self.parser, Ok(bytes)),
            Content::File(path, packing) => (&self.parser, self.load(&path, packing)),
        };
        let bytes = match bytes {
            Ok(bytes) if bytes.len() as u64 > self.max_bytes => Err(Reason::too_large(self.max_bytes)),
            bytes => bytes,
        };
        match bytes.and_then(|bytes| Ok((bytes.len() as u64, parse(parser, &bytes)?))) {
            Ok((size, mut releases)) => {
                for release in &mut releases {
                    let source = &mut release.source;
                    source.path = Some(origin.path.clone());
                    (source.line, source.id) = (origin.line, origin.id.clone());
                    source.fields.clone_from(&fields);
                }
                Ok((size, releases))
            }
            Err(reason) => Err(reason.at(origin)),
        }
    }

    fn load(&self, path: &Path, packing: Option<Packing>) -> Result<Vec<u8>, Reason> {
        // What a pipe or a packed file holds shows only when it is read.
        let there = fs::metadata(path).ok().filter(|there| packing.is_none() && there.is_file());
        let expected = there.map_or(0, |there| there.len());
        if expected > self.max_bytes {
            return Err(Reason::too_large(self.max_bytes));
        }
        let opened = crate::inputs::open(path, packing).map_err(|error| Reason::from(&error))?;
        read_limited(opened, expected, self.max_bytes)
    }
}

/// A document that the library fails on is one failure among the others, not the end of a night's work.
fn parse(parser: &Parser, bytes: &[u8]) -> Result<Vec<Release>, Reason> {
    match panic::catch_unwind(AssertUnwindSafe(|| parser.parse_bytes(bytes))) {
        Ok(Ok(releases)) => Ok(releases),
        Ok(Err(error)) => Err(Reason::from(&error)),
        Err(_) => {
            let message = "a fault of this program, which is told above; please report it with the document";
            Err(Reason::new(Code::Internal, message))
        }
    }
}
