//! The front door: options in, releases out.

use crate::decode::Source;
use crate::error::Error;
use crate::extract::speech::{self, Passage, PassageKind};
use crate::options::Options;
use crate::release::{Quote, Release};
use crate::stages::{self, Decoded};
use crate::text::Span;
use crate::text::reading::Reading;

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
    /// [`Release::diagnostics`]. Spans are in bytes of `text`, or of what follows the byte order mark where it opens
    /// with one.
    pub fn parse(&self, text: &str) -> Vec<Release> {
        self.read(&Decoded(Source::of_str(text)))
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
        stages::decode(bytes, &self.options).map(|decoded| self.read(&decoded))
    }

    /// Reads the quotes of plain news text that is no press release: paragraphs parted by line ends.
    ///
    /// ```
    /// let quotes = press_release::Parser::default().quotes("“The line opens in May,” said Ann Lee.");
    /// assert_eq!(quotes[0].text.text, "The line opens in May,");
    /// assert_eq!(quotes[0].cue.as_ref().map(|cue| cue.text.as_str()), Some("said"));
    /// ```
    pub fn quotes(&self, text: &str) -> Vec<Quote> {
        let mut readings = Vec::new();
        let mut at = 0;
        for end in memchr::memchr2_iter(b'\n', b'\r', text.as_bytes()).chain([text.len()]) {
            let reading = Reading::of_span(text, Span::new(at, end));
            at = end;
            if !reading.is_empty() {
                readings.push(reading);
            }
        }
        let passages: Vec<Passage<'_>> = readings
            .iter()
            .map(|reading| Passage { reading, kind: PassageKind::Prose, body: None, listed: None })
            .collect();
        speech::quotes(&passages, &self.options)
    }

    fn read(&self, decoded: &Decoded<'_>) -> Vec<Release> {
        let mut releases = self.extract(decoded);
        stages::convert(&mut releases, &self.options);
        stages::count_offsets(decoded, &mut releases, &self.options);
        releases
    }

    /// The records in their own script. Lines and blocks end here: they take as much room as the other scripts.
    fn extract(&self, decoded: &Decoded<'_>) -> Vec<Release> {
        let cleaned = stages::clean(decoded);
        let classified = stages::classify(decoded, &cleaned);
        stages::extract(decoded, &cleaned, &classified, &self.options)
    }
}

/// Reads `text` with the default options: see [`Parser::parse`].
pub fn parse(text: &str) -> Vec<Release> {
    Parser::default().parse(text)
}
