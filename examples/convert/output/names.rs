//! The names of the files that an output is dealt to.

use std::path::{Path, PathBuf};

/// One file, a number of them, or a new one after so many records.
#[derive(Debug)]
pub(super) struct Names {
    place: PathBuf,
    dealing: Dealing,
}

#[derive(Debug)]
enum Dealing {
    One,
    Shards(u32),
    Records(u64),
}

impl Names {
    pub(super) fn new(place: &Path, shards: Option<u32>, records: Option<u64>) -> Names {
        let dealing = match (shards, records) {
            (Some(shards), _) => Dealing::Shards(shards),
            (None, Some(records)) => Dealing::Records(records),
            (None, None) => Dealing::One,
        };
        Names { place: place.to_owned(), dealing }
    }

    /// How many files there are before anything is written.
    pub(super) fn at_first(&self) -> usize {
        match self.dealing {
            Dealing::Shards(shards) => shards as usize,
            Dealing::One | Dealing::Records(_) => 1,
        }
    }

    /// How many records a file holds, where that is what counts.
    pub(super) fn records(&self) -> Option<u64> {
        match self.dealing {
            Dealing::Records(records) => Some(records),
            Dealing::One | Dealing::Shards(_) => None,
        }
    }

    pub(super) fn is_by_records(&self) -> bool {
        self.records().is_some()
    }

    /// The file of a number.
    pub(super) fn of(&self, number: usize) -> PathBuf {
        match self.dealing {
            Dealing::One => self.place.clone(),
            Dealing::Shards(shards) => self.numbered(&format!("-{number:05}-of-{shards:05}")),
            Dealing::Records(_) => self.numbered(&format!("-{number:05}")),
        }
    }

    /// The number stands before the endings: `out-00000.jsonl.gz`.
    fn numbered(&self, number: &str) -> PathBuf {
        let name = self.place.file_name().unwrap_or_default().to_string_lossy();
        let packed =
            [".gz", ".zst"].iter().find(|ending| name.ends_with(*ending)).map_or(0, |ending| ending.len());
        let bare = &name[..name.len() - packed];
        let cut = bare.rfind('.').filter(|at| *at > 0).unwrap_or(bare.len());
        self.place.with_file_name(format!("{}{number}{}", &name[..cut], &name[cut..]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_stands_before_the_endings() {
        let name = |place: &str| Names::new(Path::new(place), Some(4), None).of(2).display().to_string();
        assert_eq!(name("out/a.b.jsonl.gz"), "out/a.b-00002-of-00004.jsonl.gz");
        assert_eq!(name("out"), "out-00002-of-00004");
        assert_eq!(Names::new(Path::new("a.zst"), None, Some(9)).of(12), Path::new("a-00012.zst"));
    }
}
