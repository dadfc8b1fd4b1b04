//! How far a run has come, kept beside its output as `FILE.resume`: a small JSON file, always replaced as a whole.

use super::draft::{sync_folder_of, with_ending};
use crate::batch::Mark;
use crate::summary::Summary;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The state of a run between two batches.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct State {
    /// The options that decide what is written.
    pub(super) shape: String,
    /// The documents that are done.
    pub(super) mark: Mark,
    /// The batches that are done.
    pub(super) batches: u64,
    /// How long each file was then.
    pub(super) parts: Vec<u64>,
    /// How many records the last file had, where files are counted by records.
    pub(super) in_last: u64,
    /// How long the file of errors was.
    pub(super) errors: u64,
    pub(super) summary: Summary,
    /// Whether every document is done and the files only want their names.
    pub(super) finished: bool,
}

impl State {
    pub(super) fn begun(shape: &str) -> State {
        State {
            shape: shape.to_owned(),
            mark: Mark::default(),
            batches: 0,
            parts: Vec::new(),
            in_last: 0,
            errors: 0,
            summary: Summary::default(),
            finished: false,
        }
    }
}

/// Where the state is kept.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
}

impl Journal {
    pub(super) fn beside(place: &Path) -> Journal {
        Journal { path: with_ending(place, ".resume") }
    }

    pub(super) fn name(&self) -> String {
        self.path.display().to_string()
    }

    pub(super) fn exists(&self) -> bool {
        self.path.exists()
    }

    /// The state of an earlier run; nothing where none was left unfinished.
    pub(super) fn read(&self) -> io::Result<Option<State>> {
        match fs::read(&self.path) {
            Ok(json) => serde_json::from_slice(&json).map(Some).map_err(|error| {
                let message = format!("{} tells of no run ({error}); delete it to begin anew", self.name());
                io::Error::new(io::ErrorKind::InvalidData, message)
            }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    pub(super) fn write(&self, state: &State) -> io::Result<()> {
        let new = with_ending(&self.path, ".new");
        let mut file = File::create(&new)?;
        file.write_all(&serde_json::to_vec(state)?)?;
        file.sync_data()?;
        fs::rename(&new, &self.path)?;
        sync_folder_of(&self.path);
        Ok(())
    }

    pub(super) fn delete(&self) -> io::Result<()> {
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}
