//! One document: bytes → releases → lines of JSON.
//!
//! A function of the input alone. It writes nothing and tells nobody.

use crate::input::Input;
use press_release::{Parser, Release};
use std::fmt;
use std::fs;
use std::io::{self, Read};

/// The releases of a document and the JSON of them, ready to be written.
#[derive(Debug)]
pub(crate) struct Converted {
    pub(crate) releases: Vec<Release>,
    pub(crate) lines: Vec<u8>,
}

/// A document that could not be converted: its name, the reason and the way out.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) name: String,
    pub(crate) reason: String,
}

impl Failure {
    pub(crate) fn of_io(name: String, error: &io::Error) -> Self {
        let reason = match error.kind() {
            io::ErrorKind::NotFound => "there is no such file or folder; check the spelling".to_owned(),
            io::ErrorKind::PermissionDenied => {
                "you may not read it; ask its owner, or change its permissions".to_owned()
            }
            _ => format!("it could not be read: {error}"),
        };
        Failure { name, reason }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "convert: {}: {}", self.name, self.reason)
    }
}

/// Reads and converts one document.
pub(crate) fn convert(parser: &Parser, input: &Input, pretty: bool) -> Result<Converted, Failure> {
    let name = input.name();
    let bytes = read(input).map_err(|error| Failure::of_io(name.clone(), &error))?;
    let mut releases = parser
        .parse_bytes(&bytes)
        .map_err(|error| Failure { name: name.clone(), reason: error.to_string() })?;
    let mut lines = Vec::new();
    for release in &mut releases {
        release.source.path = Some(name.clone());
        let json = if pretty {
            press_release::to_json_pretty(release)
        } else {
            press_release::to_json_line(release)
        };
        lines.extend_from_slice(json.as_bytes());
        lines.push(b'\n');
    }
    Ok(Converted { releases, lines })
}

fn read(input: &Input) -> io::Result<Vec<u8>> {
    match input {
        Input::File(path) => fs::read(path),
        Input::StandardInput => {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes)?;
            Ok(bytes)
        }
    }
}
