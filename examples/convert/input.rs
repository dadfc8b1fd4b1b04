//! The command line's paths → the documents to convert, in a stable order.
//!
//! It finds and names; reading is `document.rs`.

use crate::document::Failure;
use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// One document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Input {
    File(PathBuf),
    StandardInput,
}

impl Input {
    /// The path as given, for the record and for messages.
    pub(crate) fn name(&self) -> String {
        match self {
            Input::File(path) => path.display().to_string(),
            Input::StandardInput => "-".to_owned(),
        }
    }
}

/// The documents, each path once, and the paths that led to none.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) inputs: Vec<Input>,
    pub(crate) failures: Vec<Failure>,
}

/// Finds the documents of `paths`. What an earlier run wrote to `output` is none of them.
pub(crate) fn find(paths: &[PathBuf], output: Option<&Path>) -> Found {
    let output = output.and_then(|path| fs::canonicalize(path).ok());
    let mut found = Found::default();
    for path in paths {
        if path.as_os_str() == "-" {
            found.inputs.push(Input::StandardInput);
        } else if path.is_dir() {
            found.walk(path, output.as_deref());
        } else {
            found.inputs.push(Input::File(path.clone()));
        }
    }
    let mut seen = HashSet::new();
    found.inputs.retain(|input| seen.insert(input.name()));
    found
}

impl Found {
    /// Adds the text files below `folder`. Links are followed; one that leads back to a folder above it is left out.
    fn walk(&mut self, folder: &Path, output: Option<&Path>) {
        let before = self.inputs.len() + self.failures.len();
        for entry in WalkDir::new(folder).follow_links(true).sort_by_file_name() {
            match entry {
                Ok(entry) if entry.file_type().is_file() && is_text(entry.path()) => {
                    if !is_same(entry.path(), output) {
                        self.inputs.push(Input::File(entry.into_path()));
                    }
                }
                Ok(_) => {}
                Err(error) if error.loop_ancestor().is_some() => {}
                Err(error) => {
                    let name = error.path().unwrap_or(folder).display().to_string();
                    self.failures.push(Failure::of_io(name, &io::Error::from(error)));
                }
            }
        }
        if self.inputs.len() + self.failures.len() == before {
            self.failures.push(Failure {
                name: folder.display().to_string(),
                reason:
                    "there is no .txt file below it; name other files one by one, or extract their text first"
                        .to_owned(),
            });
        }
    }
}

fn is_text(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("txt"))
}

fn is_same(path: &Path, output: Option<&Path>) -> bool {
    output.is_some_and(|output| {
        path.file_name() == output.file_name() && fs::canonicalize(path).is_ok_and(|path| path == output)
    })
}
