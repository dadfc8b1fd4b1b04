//! Why an input gave no record: where it lies, what is wrong, the way out.

use serde::Serialize;
use serde_json::Value;
use std::fmt;
use std::io;

/// What names a document, in messages and under `source` in its records.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Origin {
    /// The path as it was given; that of a file in an archive is `ARCHIVE!/FILE`.
    pub(crate) path: String,
    /// The line of the file, from 1, where each line is a document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) line: Option<u64>,
    /// The id that the line gives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<Value>,
}

impl Origin {
    pub(crate) fn of(path: impl Into<String>) -> Self {
        Origin { path: path.into(), ..Origin::default() }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}", self.path),
            None => f.write_str(&self.path),
        }
    }
}

/// The kinds of failure; in JSON their names in `snake_case`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Code {
    NotFound,
    PermissionDenied,
    Unreadable,
    NoFiles,
    NotText,
    Markup,
    TooLarge,
    BadArchive,
    BadJson,
    NoText,
    Internal,
}

impl Code {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Code::NotFound => "not_found",
            Code::PermissionDenied => "permission_denied",
            Code::Unreadable => "unreadable",
            Code::NoFiles => "no_files",
            Code::NotText => "not_text",
            Code::Markup => "markup",
            Code::TooLarge => "too_large",
            Code::BadArchive => "bad_archive",
            Code::BadJson => "bad_json",
            Code::NoText => "no_text",
            Code::Internal => "internal",
        }
    }
}

/// An input that gave no record.
#[derive(Debug, Serialize)]
pub(crate) struct Failure {
    pub(crate) source: Origin,
    pub(crate) error: Reason,
}

/// What is wrong and the way out.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Reason {
    pub(crate) code: Code,
    pub(crate) message: String,
}

impl Reason {
    pub(crate) fn new(code: Code, message: impl Into<String>) -> Self {
        Reason { code, message: message.into() }
    }

    pub(crate) fn too_large(max_bytes: u64) -> Self {
        let message =
            format!("it is larger than {max_bytes} bytes; --max-bytes allows more, --exclude leaves it out");
        Reason::new(Code::TooLarge, message)
    }

    pub(crate) fn at(self, source: Origin) -> Failure {
        Failure { source, error: self }
    }
}

impl From<&io::Error> for Reason {
    fn from(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => {
                Reason::new(Code::NotFound, "there is no such file or folder; check the spelling")
            }
            io::ErrorKind::PermissionDenied => Reason::new(
                Code::PermissionDenied,
                "you may not read it; ask its owner, or change its permissions",
            ),
            io::ErrorKind::UnexpectedEof => {
                Reason::new(Code::BadArchive, "it breaks off in the middle; fetch or make it anew")
            }
            _ => Reason::new(Code::Unreadable, format!("it could not be read: {error}")),
        }
    }
}

impl From<&press_release::Error> for Reason {
    fn from(error: &press_release::Error) -> Self {
        let code = match error {
            press_release::Error::Markup { .. } => Code::Markup,
            _ => Code::NotText,
        };
        Reason::new(code, error.to_string())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "convert: {}: {}", self.source, self.error.message)
    }
}

impl Failure {
    /// Adds it as a line of JSON.
    pub(crate) fn write_line(&self, lines: &mut Vec<u8>) {
        serde_json::to_writer(&mut *lines, self).expect("plain data with text for keys, written to memory");
        lines.push(b'\n');
    }
}
