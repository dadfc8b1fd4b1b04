//! What is no text: files known by their first bytes, and bytes that print nothing.
//!
//! Takes bytes or what they decode to, gives the error with the way out. It reads no such file.

use crate::error::Error;

/// First bytes of a kind of file, its name, what its owner can do.
type Magic = (&'static [u8], &'static str, &'static str);

const MAGIC: &[Magic] = &[
    (
        b"%PDF-",
        "a PDF file",
        "run `pdftotext -layout FILE.pdf FILE.txt` first and read the text that it writes",
    ),
    (
        b"PK\x03\x04",
        "a zipped file, as .docx, .odt and .zip are",
        "unpack it, or save the document as plain text",
    ),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Office file, as .doc is",
        "save the document as plain text",
    ),
    (b"{\\rtf", "an RTF file", "save the document as plain text"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", PICTURE),
    (b"\xff\xd8\xff", "a JPEG picture", PICTURE),
    (b"GIF8", "a GIF picture", PICTURE),
    (b"II*\0", "a TIFF picture", PICTURE),
    (b"MM\0*", "a TIFF picture", PICTURE),
    (b"\x1f\x8b", "a gzip file", "unpack it with `gunzip` first"),
    (b"BZh", "a bzip2 file", "unpack it with `bunzip2` first"),
    (b"\xfd7zXZ\0", "an xz file", "unpack it with `unxz` first"),
    (b"\x28\xb5\x2f\xfd", "a zstd file", "unpack it with `unzstd` first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z file", "unpack it first"),
    (b"\xff\xfe\0\0", "text in UTF-32", "convert it with `iconv -f UTF-32 -t UTF-8` first"),
    (b"\0\0\xfe\xff", "text in UTF-32", "convert it with `iconv -f UTF-32 -t UTF-8` first"),
];

const PICTURE: &str = "run a character recognition program first and read the text that it writes";

/// The error for a file that its first bytes name.
pub(super) fn magic(bytes: &[u8]) -> Option<Error> {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    MAGIC
        .iter()
        .find(|(first, ..)| start.starts_with(first))
        .map(|&(_, what, way_out)| Error::NotText { what, way_out })
}

/// Openings of markup, in small letters, and what it is. A tag ends with `>` or a blank: `<header>` is no `<head`.
const MARKUP: &[(&str, &str)] = &[
    ("<!doctype html", "a web page"),
    ("<html", "a web page"),
    ("<head", "a web page"),
    ("<body", "a web page"),
    ("<?xml", "an XML file"),
];

/// The error for a text that is markup: its tags would be read as words.
pub(super) fn markup(text: &str) -> Option<Error> {
    let text = text.trim_start();
    let &(_, what) = MARKUP.iter().find(|(opening, _)| {
        let Some((start, rest)) = text.as_bytes().split_at_checked(opening.len()) else { return false };
        let ends = rest.first().is_none_or(|next| *next == b'>' || next.is_ascii_whitespace());
        ends && start.eq_ignore_ascii_case(opening.as_bytes())
    })?;
    Some(Error::Markup { what })
}

/// The error for bytes that are no text and no file that we know.
pub(super) fn unknown() -> Error {
    Error::NotText { what: "binary data", way_out: "extract the text with the program that made the file" }
}

/// Whether one character in twenty or more is a control character that no text has. (The share is a guess: text
/// extractors leave one or two a page, programs and pictures have one in four.)
pub(super) fn is_mostly_controls(text: &str) -> bool {
    // So many at a time that their count fits into a byte: then many are looked at in one step.
    let count = |bytes: &[u8]| bytes.iter().map(|&byte| u8::from(is_control(byte))).sum::<u8>();
    let controls: usize = text.as_bytes().chunks(128).map(|chunk| usize::from(count(chunk))).sum();
    controls > 0 && controls * 20 >= text.chars().count()
}

fn is_control(byte: u8) -> bool {
    matches!(byte, 0..=0x08 | 0x0e..=0x1f | 0x7f)
}
