//! The few fatal cases. Parsing a text never fails; reading bytes and reading JSON can.

use thiserror::Error;

/// Why bytes or JSON could not be read.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum Error {
    /// The bytes are not text.
    #[error("this is not text but {what}: {way_out}")]
    NotText {
        /// What it looks like: a PDF file, binary data.
        what: &'static str,
        /// What to do instead.
        way_out: &'static str,
    },
    /// The text is markup, whose tags would be read as words.
    #[error(
        "this is not plain text but {what}: extract its text first, with `html2text` or `trafilatura`, \
         or ask for its tags to be read as text"
    )]
    Markup {
        /// What it looks like: a web page, an XML file.
        what: &'static str,
    },
    /// The JSON is not a record.
    #[error("this JSON is not a press-release record")]
    Json(#[from] serde_json::Error),
    /// The JSON is a record of another form than [`SCHEMA`](crate::SCHEMA).
    #[error("this record is of the form {found:?}, and this version reads {:?} only", crate::SCHEMA)]
    OtherSchema {
        /// The form that it names.
        found: String,
    },
}
