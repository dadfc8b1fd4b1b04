//! The front door: options in, releases out.

use crate::decode::Source;
use crate::error::Error;
use crate::language::{Language, WrittenForm};
use crate::options::Options;
use crate::release::{Other, OtherKind, Quote, Release, SCHEMA, Text};
use crate::text::Span;

/// Reads press releases. Made once, used from any number of threads.
///
/// ```
/// let parser = press_release::Parser::default();
/// let releases = parser.parse("FOR IMMEDIATE RELEASE\n\nHarbour line opens\n");
/// assert_eq!(releases.len(), 1);
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
    /// [`Release::diagnostics`]. Spans are in bytes of `text`, or of what follows the byte order mark where it opens
    /// with one.
    pub fn parse(&self, text: &str) -> Vec<Release> {
        self.read(&Source::of_str(text))
    }

    /// Reads a file's bytes: finds the encoding, then does what [`parse`](Parser::parse) does. What the encoding is
    /// stands in [`Release::source`]; that it was guessed, in [`Release::diagnostics`]. Spans are in bytes of the decoded
    /// text, which is the file without its byte order mark where that is UTF-8.
    ///
    /// ```
    /// let releases = press_release::Parser::default().parse_bytes(b"\xff\xfeH\0a\0r\0b\0o\0u\0r\0").unwrap();
    /// assert_eq!(releases[0].source.encoding, "UTF-16LE");
    /// ```
    ///
    /// # Errors
    ///
    /// When the bytes are not text: the error names what they are and the way out.
    pub fn parse_bytes(&self, bytes: &[u8]) -> Result<Vec<Release>, Error> {
        Source::of_bytes(bytes).map(|source| self.read(&source))
    }

    /// Reads the quotes of plain news text that is no press release: paragraphs parted by line ends.
    pub fn quotes(&self, _text: &str) -> Vec<Quote> {
        Vec::new()
    }

    fn read(&self, source: &Source<'_>) -> Vec<Release> {
        let _ = &self.options;
        vec![not_understood(source)]
    }
}

/// Reads `text` with the default options: see [`Parser::parse`].
pub fn parse(text: &str) -> Vec<Release> {
    Parser::default().parse(text)
}

/// A record that keeps every line and understands none.
fn not_understood(source: &Source<'_>) -> Release {
    let mut at = 0;
    let lines = source.text.split_inclusive(['\n', '\r']).filter_map(|line| {
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        let text = line.trim();
        let span = Span::new(start.min(at), (start + text.len()).min(at));
        let text = Text { text: text.to_owned(), spans: vec![span], ..Text::default() };
        (!text.is_empty()).then_some(Other { kind: OtherKind::Unknown, text })
    });
    Release {
        schema: SCHEMA.to_owned(),
        id: crate::id::of(&source.text, 0),
        source: source.info(),
        edition: 0,
        language: Language::of(WrittenForm::Undetermined),
        status: None,
        headline: None,
        subheadlines: Vec::new(),
        dateline: None,
        release_date: None,
        body: Vec::new(),
        quotes: Vec::new(),
        captions: Vec::new(),
        contacts: Vec::new(),
        boilerplate: Vec::new(),
        notes: Vec::new(),
        end_mark: None,
        people: Vec::new(),
        links: Vec::new(),
        other: lines.collect(),
        diagnostics: source.diagnostics.clone(),
    }
}
