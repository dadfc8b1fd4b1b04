//! The front door: options in, releases out.

use crate::chinese::record;
use crate::classify;
use crate::clean::{self, edition, lines};
use crate::decode::Source;
use crate::diagnostic::{Diagnostic, DiagnosticCode};
use crate::error::Error;
use crate::extract::speech::{self, Passage, PassageKind};
use crate::extract::{self, Page};
use crate::id::Id;
use crate::options::Options;
use crate::release::{Offsets, Quote, Release};
use crate::text::Span;
use crate::text::offsets::Recount;
use crate::text::reading::Reading;
use crate::texts::{each_text, each_text_mut};

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
        Source::of_bytes(bytes, &self.options).map(|source| self.read(&source))
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
        for line in text.split_inclusive(['\n', '\r']) {
            let reading = Reading::of_span(text, Span::new(at, at + line.len()));
            at += line.len();
            if !reading.is_empty() {
                readings.push(reading);
            }
        }
        let passages: Vec<Passage<'_>> = readings
            .iter()
            .map(|reading| Passage { reading, kind: PassageKind::Prose, body: None })
            .collect();
        speech::read(&passages, &self.options).quotes
    }

    fn read(&self, source: &Source<'_>) -> Vec<Release> {
        let text = &*source.text;
        let (mut lines, cut) = lines::split(text);
        clean::mark_furniture(text, &mut lines);
        let id = Id::of(text, &lines);
        clean::rejoin(text, &mut lines);
        let mut releases: Vec<Release> = edition::split(text, &lines)
            .into_iter()
            .enumerate()
            .map(|(number, edition)| {
                let lines = &lines[edition.lines];
                let page = Page { source: text, lines, language: edition.language, options: &self.options };
                let mut release = extract::release(&page, &classify::blocks(text, lines));
                release.edition = number;
                if !edition.mixed.is_empty() {
                    release.diagnostics.push(Diagnostic::new(DiagnosticCode::MixedScripts, edition.mixed));
                }
                release.id = id.edition(number);
                release.source = source.info();
                record::read_scripts(&mut release, &self.options);
                release
            })
            .collect();
        if let Some(first) = releases.first_mut() {
            first.diagnostics.extend(source.diagnostics.iter().cloned());
            if lines.is_empty() {
                first.diagnostics.push(Diagnostic::new(DiagnosticCode::EmptyText, Vec::new()));
            }
            if cut {
                first.diagnostics.push(Diagnostic::new(DiagnosticCode::LongLine, Vec::new()));
            }
        }
        if let Some(units) = units(self.options.offsets) {
            for release in &mut releases {
                recount(release, text, units);
                release.source.offsets = self.options.offsets;
            }
        }
        releases
    }
}

/// How many units a character has; nothing for bytes, which spans are in already.
fn units(offsets: Offsets) -> Option<fn(char) -> usize> {
    match offsets {
        Offsets::Bytes => None,
        Offsets::Utf16 => Some(char::len_utf16),
        Offsets::Chars => Some(|_| 1),
    }
}

/// Turns every span of a record into other units.
fn recount(release: &mut Release, text: &str, units: fn(char) -> usize) {
    let mut spans = Vec::new();
    each_text(release, &mut |text| spans.extend_from_slice(&text.spans));
    spans.extend(release.diagnostics.iter().flat_map(|diagnostic| &diagnostic.spans));
    let recount = Recount::new(text, &spans, units);
    each_text_mut(release, &mut |text| text.spans.iter_mut().for_each(|span| *span = recount.of(*span)));
    let doubts = release.diagnostics.iter_mut().flat_map(|diagnostic| &mut diagnostic.spans);
    doubts.for_each(|span| *span = recount.of(*span));
}

/// Reads `text` with the default options: see [`Parser::parse`].
pub fn parse(text: &str) -> Vec<Release> {
    Parser::default().parse(text)
}
