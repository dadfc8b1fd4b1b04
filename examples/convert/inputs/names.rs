//! Which files of a folder or an archive are read, by their names.

use super::paths::is_archive;
use crate::arguments::From;
use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};
use std::path::Path;

/// What is read when nothing is said, text or tables.
const TEXTS: &[&str] = &["*.txt", "*.txt.gz", "*.txt.zst"];
const TABLES: &[&str] = &["*.ndjson", "*.jsonl", "*.ndjson.gz", "*.jsonl.gz", "*.ndjson.zst", "*.jsonl.zst"];

/// The rule.
#[derive(Debug)]
pub(crate) struct Names {
    include: GlobSet,
    exclude: GlobSet,
    /// What is looked for, in words.
    wanted: String,
}

/// A pattern that is none.
#[derive(Debug, thiserror::Error)]
#[error("the pattern {glob:?} is no glob: {reason}")]
pub(crate) struct BadGlob {
    glob: String,
    reason: globset::ErrorKind,
}

impl Names {
    pub(super) fn new(include: &[String], exclude: &[String], from: From) -> Result<Self, BadGlob> {
        let default = match from {
            From::Text => TEXTS,
            From::Ndjson => TABLES,
        };
        let include: Vec<&str> = match include {
            [] => default.to_vec(),
            include => include.iter().map(String::as_str).collect(),
        };
        let wanted = include.first().copied().unwrap_or_default().trim_start_matches('*').to_owned();
        Ok(Names { include: set(&include)?, exclude: set(exclude)?, wanted })
    }

    /// Whether a file is read; `path` is the one below the folder or in the archive.
    pub(super) fn wants(&self, path: &Path) -> bool {
        matches(&self.include, path) && !self.excludes(path)
    }

    /// Whether an archive below a folder is looked into.
    pub(super) fn opens(&self, path: &Path) -> bool {
        is_archive(path) && !self.excludes(path)
    }

    /// Whether a file or a whole folder is left out.
    pub(super) fn excludes(&self, path: &Path) -> bool {
        matches(&self.exclude, path)
    }

    /// What is looked for, in words.
    pub(super) fn wanted(&self) -> &str {
        &self.wanted
    }
}

/// A pattern matches the whole path, or the name at its end.
fn matches(set: &GlobSet, path: &Path) -> bool {
    set.is_match(path) || path.file_name().is_some_and(|name| set.is_match(name))
}

fn set(globs: &[impl AsRef<str>]) -> Result<GlobSet, BadGlob> {
    let bad =
        |glob: &str, error: &globset::Error| BadGlob { glob: glob.to_owned(), reason: error.kind().clone() };
    let mut set = GlobSetBuilder::new();
    for glob in globs {
        let glob = glob.as_ref();
        let built: Result<Glob, _> = GlobBuilder::new(glob).case_insensitive(true).build();
        set.add(built.map_err(|error| bad(glob, &error))?);
    }
    set.build().map_err(|error| bad("", &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wants(include: &[&str], exclude: &[&str], path: &str) -> bool {
        let owned = |globs: &[&str]| globs.iter().map(|&glob| glob.to_owned()).collect::<Vec<_>>();
        Names::new(&owned(include), &owned(exclude), From::Text).unwrap().wants(Path::new(path))
    }

    #[test]
    fn names_are_wanted_by_their_end_or_their_path() {
        assert!(wants(&[], &[], "2024/a.TXT") && !wants(&[], &[], "a.md"));
        assert!(wants(&["*.md"], &[], "2024/05/a.md") && !wants(&["*.md"], &[], "a.txt"));
        assert!(wants(&["2024/**"], &[], "2024/05/a") && !wants(&["2024/**"], &[], "2023/a"));
        assert!(!wants(&[], &["draft-*"], "2024/draft-1.txt"));
    }
}
