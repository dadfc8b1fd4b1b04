//! The front door: options in, releases out.

use crate::clean::{self, edition, lines};
use crate::diagnostic::{Diagnostic, DiagnosticCode};
use crate::error::Error;
use crate::extract::{self, Page};
use crate::id::Id;
use crate::classify;
use crate::options::Options;
use crate::release::{Quote, Release};

/// Reads press releases. Made once, used from any number of threads.
///
/// ```
/// let parser = press_release::Parser::default();
/// let releases = parser.parse("FOR IMMEDIATE RELEASE\n\nHarbour line opens\n");
/// assert!(releases.len() <= 1);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Parser {
    options: Options,
}

impl Parser {
    /// A parser that does what `options` say.
    pub fn new(options: Options) -> Self {
        Parser { options }
    }

    /// Reads `text`: one release for each language edition in it, at least one. It never fails; doubt is in
    /// [`Release::diagnostics`].
    pub fn parse(&self, text: &str) -> Vec<Release> {
        let (mut lines, cut) = lines::split(text);
        clean::mark_furniture(text, &mut lines);
        let editions = edition::split(text, &lines);
        let id = Id::of(text, &lines);
        let mut releases: Vec<Release> = editions
            .into_iter()
            .enumerate()
            .map(|(number, edition)| {
                let lines = &lines[edition.lines];
                let page = Page { source: text, lines, language: edition.language, options: &self.options };
                let mut release = extract::release(&page, &classify::blocks(text, lines));
                release.edition = number;
                release.id = id.edition(number);
                "utf-8".clone_into(&mut release.source.encoding);
                release.source.bytes = text.len();
                release
            })
            .collect();
        if let Some(first) = releases.first_mut() {
            if lines.is_empty() {
                first.diagnostics.push(Diagnostic::new(DiagnosticCode::EmptyText, Vec::new()));
            }
            if cut {
                first.diagnostics.push(Diagnostic::new(DiagnosticCode::LongLine, Vec::new()));
            }
        }
        releases
    }

    /// Reads a file's bytes: finds the encoding, then does what [`parse`](Parser::parse) does.
    ///
    /// # Errors
    ///
    /// When the bytes are not text.
    pub fn parse_bytes(&self, _bytes: &[u8]) -> Result<Vec<Release>, Error> {
        Ok(Vec::new())
    }

    /// Reads the quotes of plain news text that is no press release: paragraphs parted by line ends.
    pub fn quotes(&self, _text: &str) -> Vec<Quote> {
        Vec::new()
    }
}

/// Reads `text` with the default options: see [`Parser::parse`].
pub fn parse(text: &str) -> Vec<Release> {
    Parser::default().parse(text)
}
