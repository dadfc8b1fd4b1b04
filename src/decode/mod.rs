//! Bytes → [`Source`]: the text of a file, whatever it is encoded in.
//!
//! Takes bytes (or a `str`, which is not copied), gives the decoded text without its byte order mark, the name of the
//! encoding, the size, and what was doubtful. A byte order mark decides; without one valid UTF-8 is UTF-8, NULs at every
//! other byte are UTF-16, and what is left is Big5, GB18030 or windows-1252, whichever reads best (see `guess.rs`), unless
//! the caller names the encoding. It does not read PDF, Word, archives or web pages: those are turned away by name.

mod binary;
mod encoding;
mod guess;

pub use encoding::{Encoding, UnknownEncoding};

use crate::diagnostic::{Diagnostic, DiagnosticCode};
use crate::error::Error;
use crate::options::{Markup, Options};
use crate::release::SourceInfo;
use crate::text::Span;
use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// A text and where it comes from. Every span of a record is in bytes of `text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Source<'a> {
    /// The decoded text, without a byte order mark.
    pub(crate) text: Cow<'a, str>,
    /// The encoding, as the WHATWG Encoding Standard names it.
    pub(crate) encoding: &'static str,
    /// Size in bytes before decoding, the byte order mark included.
    pub(crate) bytes: usize,
    /// What was doubtful in the decoding.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// How many replaced places a diagnostic names; a file can be nothing but such places.
const MAX_REPLACED_SPANS: usize = 100;

impl<'a> Source<'a> {
    /// The source that a `str` is: UTF-8, nothing copied.
    pub(crate) fn of_str(text: &'a str) -> Self {
        let without_mark = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut source = Source {
            text: without_mark.into(),
            encoding: UTF_8.name(),
            bytes: text.len(),
            diagnostics: vec![],
        };
        source.doubt_controls();
        source
    }

    /// Decodes `bytes`, in the encoding that `options` name or else in the one that is found.
    pub(crate) fn of_bytes(bytes: &'a [u8], options: &Options) -> Result<Self, Error> {
        let source = match options.encoding {
            Some(encoding) => Self::in_encoding(encoding, bytes)?,
            None => Self::in_any_encoding(bytes)?,
        };
        match binary::markup(&source.text) {
            Some(error) if options.markup == Markup::Refused => Err(error),
            _ => Ok(source),
        }
    }

    /// A byte order mark of the encoding is no part of the text.
    fn in_encoding(encoding: Encoding, bytes: &'a [u8]) -> Result<Self, Error> {
        let mark = match byte_order_mark(bytes) {
            Some((marked, len)) if marked == encoding.inner() => len,
            _ => 0,
        };
        match binary::magic(bytes) {
            Some(error) if mark == 0 => Err(error),
            _ => Self::decoded(encoding.inner(), bytes, mark, false),
        }
    }

    fn in_any_encoding(bytes: &'a [u8]) -> Result<Self, Error> {
        if let Some(error) = binary::magic(bytes) {
            return Err(error);
        }
        if let Some((encoding, mark)) = byte_order_mark(bytes) {
            return Self::decoded(encoding, bytes, mark, false);
        }
        let has_nul = memchr::memchr(0, bytes).is_some();
        if has_nul && let Some(encoding) = guess::utf16(bytes) {
            return Self::decoded(encoding, bytes, 0, true);
        }
        if guess::is_utf8(bytes) {
            return Self::decoded(UTF_8, bytes, 0, false);
        }
        if has_nul {
            return Err(binary::unknown());
        }
        Self::decoded(guess::legacy(bytes), bytes, 0, true)
    }

    /// What the record says of it; the path is the caller's to add.
    pub(crate) fn info(&self) -> SourceInfo {
        SourceInfo { encoding: self.encoding.to_owned(), bytes: self.bytes, ..SourceInfo::default() }
    }

    fn decoded(
        encoding: &'static encoding_rs::Encoding,
        bytes: &'a [u8],
        mark: usize,
        guessed: bool,
    ) -> Result<Self, Error> {
        let (text, replaced) = encoding.decode_without_bom_handling(&bytes[mark..]);
        if binary::is_mostly_controls(&text) {
            return Err(binary::unknown());
        }
        let mut source =
            Source { text, encoding: encoding.name(), bytes: bytes.len(), diagnostics: Vec::new() };
        if guessed {
            source.diagnostics.push(Diagnostic::new(DiagnosticCode::EncodingGuessed, Vec::new()));
        }
        if replaced {
            let spans = places(&source.text, '\u{fffd}');
            source.diagnostics.push(Diagnostic::new(DiagnosticCode::UndecodableBytes, spans));
        }
        source.doubt_controls();
        Ok(source)
    }

    fn doubt_controls(&mut self) {
        let spans = places(&self.text, '\0');
        if !spans.is_empty() {
            self.diagnostics.push(Diagnostic::new(DiagnosticCode::BinaryInput, spans));
        }
    }
}

/// The encoding that a byte order mark names, and the length of the mark.
fn byte_order_mark(bytes: &[u8]) -> Option<(&'static encoding_rs::Encoding, usize)> {
    const GB18030_MARK: &[u8] = &[0x84, 0x31, 0x95, 0x33];
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => Some((UTF_8, 3)),
        [0xff, 0xfe, ..] => Some((UTF_16LE, 2)),
        [0xfe, 0xff, ..] => Some((UTF_16BE, 2)),
        _ if bytes.starts_with(GB18030_MARK) => Some((GB18030, GB18030_MARK.len())),
        _ => None,
    }
}

/// The first places where `c` stands in `text`, neighbours merged.
fn places(text: &str, c: char) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (start, found) in text.match_indices(c) {
        let end = start + found.len();
        let full = spans.len() == MAX_REPLACED_SPANS;
        match spans.last_mut() {
            Some(last) if last.end() == start => *last = Span::new(last.start(), end),
            _ if full => break,
            _ => spans.push(Span::new(start, end)),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{BIG5, WINDOWS_1252};

    const HANT: &str = "港島線延長段下月通車\n\n（香港，2024年3月5日）海灣鐵路今日宣布，新車站將於下月啟用。";
    const HANS: &str =
        "海湾铁路宣布新车站下月启用\n\n中国成都，2025年3月18日——公司今日表示，列车已完成测试。";
    const EN: &str =
        "Harbour line opens – “a better café”\n\nLONDON, 5 March 2024 – It’s open, the company said.";

    fn of_bytes(bytes: &[u8]) -> Result<Source<'_>, Error> {
        Source::of_bytes(bytes, &Options::default())
    }

    fn codes(source: &Source<'_>) -> Vec<DiagnosticCode> {
        source.diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
    }

    fn utf16(text: &str, encode: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(encode).collect()
    }

    #[test]
    fn text_and_utf8_bytes_are_not_copied() {
        let source = Source::of_str(HANT);
        assert!(matches!(source.text, Cow::Borrowed(_)));
        assert_eq!(of_bytes(HANT.as_bytes()).unwrap(), source);
        assert_eq!((source.encoding, source.bytes, source.diagnostics.len()), ("UTF-8", HANT.len(), 0));
    }

    #[test]
    fn a_byte_order_mark_decides_and_is_no_part_of_the_text() {
        let marked = format!("\u{feff}{HANS}");
        let of = |bytes: &[u8]| {
            let source = of_bytes(bytes).unwrap();
            assert_eq!((source.text.as_ref(), codes(&source)), (HANS, vec![]));
            assert_eq!(source.bytes, bytes.len());
            source.encoding
        };
        assert_eq!(of(marked.as_bytes()), "UTF-8");
        assert_eq!(of(&utf16(&marked, u16::to_le_bytes)), "UTF-16LE");
        assert_eq!(of(&utf16(&marked, u16::to_be_bytes)), "UTF-16BE");
        assert_eq!(of(&GB18030.encode(&marked).0), "gb18030");
        assert_eq!(Source::of_str(&marked).text, HANS);
    }

    #[test]
    fn without_a_mark_the_encoding_is_guessed_and_said_to_be() {
        let guessed = |bytes: &[u8], text: &str| {
            let source = of_bytes(bytes).unwrap();
            assert_eq!((source.text.as_ref(), codes(&source)), (text, vec![DiagnosticCode::EncodingGuessed]));
            source.encoding
        };
        for text in [HANT, HANS, EN] {
            assert_eq!(guessed(&utf16(text, u16::to_le_bytes), text), "UTF-16LE");
            assert_eq!(guessed(&utf16(text, u16::to_be_bytes), text), "UTF-16BE");
        }
        assert_eq!(guessed(&BIG5.encode(HANT).0, HANT), "Big5");
        assert_eq!(guessed(&GB18030.encode(HANS).0, HANS), "gb18030");
        assert_eq!(guessed(&GB18030.encode(HANT).0, HANT), "gb18030");
        assert_eq!(guessed(&WINDOWS_1252.encode(EN).0, EN), "windows-1252");
    }

    #[test]
    fn hong_kong_characters_are_read_from_big5() {
        let big5_hkscs = b"\xb2\x60\xa4\xf4\x96\xf5\x91\x6f\xb3\xbd\xaf\x46\x9d\xf8\xa9\x7e\xa5\xc1";
        assert_eq!(of_bytes(big5_hkscs).unwrap().text, "深水埗鰂魚涌啲居民");
    }

    #[test]
    fn damaged_utf8_stays_utf8_and_names_the_places() {
        let mut bytes = HANT.as_bytes().to_vec();
        bytes.truncate(bytes.len() - 1);
        bytes[1] = b'?';
        let source = of_bytes(&bytes).unwrap();
        assert_eq!(source.encoding, "UTF-8");
        assert_eq!(codes(&source), [DiagnosticCode::UndecodableBytes]);
        for span in &source.diagnostics[0].spans {
            assert!(source.text[span.range()].chars().all(|c| c == '\u{fffd}'));
        }
    }

    #[test]
    fn a_stray_nul_is_a_doubt_and_many_are_no_text() {
        let stray = of_bytes(b"Harbour line opens\0 next month, the company said today\n").unwrap();
        assert_eq!(codes(&stray), [DiagnosticCode::BinaryInput]);
        assert!(of_bytes(&[7, 0, 0, 1, 0, 0, 0, 200, 3]).is_err());
        assert!(of_bytes(&[0; 64]).is_err());
    }

    #[test]
    fn files_that_are_no_text_are_named_with_the_way_out() {
        let error = of_bytes(b"%PDF-1.7\n%\xe2\xe3").unwrap_err().to_string();
        assert!(error.contains("PDF") && error.contains("pdftotext -layout"), "{error}");
        let error = of_bytes(b"PK\x03\x04\x14\0").unwrap_err().to_string();
        assert!(error.contains("zipped"), "{error}");
    }

    #[test]
    fn nothing_is_utf8() {
        let source = of_bytes(b"").unwrap();
        assert_eq!((source.text.as_ref(), source.encoding, source.bytes), ("", "UTF-8", 0));
    }

    #[test]
    fn an_encoding_that_the_caller_names_is_no_guess() {
        let options = Options::default().encoding("big5".parse().unwrap());
        let bytes = BIG5.encode(HANT).0;
        let source = Source::of_bytes(&bytes, &options).unwrap();
        assert_eq!((source.text.as_ref(), source.encoding, codes(&source)), (HANT, "Big5", vec![]));
        let marked = format!("\u{feff}{EN}");
        let options = Options::default().encoding("utf-8".parse().unwrap());
        assert_eq!(Source::of_bytes(marked.as_bytes(), &options).unwrap().text, EN);
        assert!(Source::of_bytes(b"%PDF-1.7\n", &options).is_err());
    }

    #[test]
    fn web_pages_are_turned_away_unless_they_are_wanted() {
        let markup = Options::default().markup(Markup::AsText);
        for page in ["\n<!DOCTYPE HTML>\n<p>x", "<html lang=\"en\">", "<?xml version=\"1.0\"?>\n<html>"] {
            let error = of_bytes(page.as_bytes()).unwrap_err().to_string();
            assert!(error.contains("web page") || error.contains("XML"), "{error}");
            assert_eq!(Source::of_bytes(page.as_bytes(), &markup).unwrap().text, page);
        }
        assert!(of_bytes("<headline>, said Ann Lee".as_bytes()).is_ok());
    }
}
