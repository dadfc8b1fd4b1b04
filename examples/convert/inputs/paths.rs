//! Arguments, lists and folders → the places where documents are, each once, in a stable order.

use super::names::Names;
use super::packing::Packing;
use crate::arguments::From;
use crate::failure::{Code, Reason};
use std::collections::HashSet;
use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// A file, standard input, or a path that leads to neither.
#[derive(Debug)]
pub(super) struct Place {
    /// The path as given.
    pub(super) name: String,
    /// Its size on the disk.
    pub(super) bytes: u64,
    pub(super) whereabouts: Whereabouts,
}

#[derive(Debug)]
pub(super) enum Whereabouts {
    StandardInput,
    File(PathBuf, Kind),
    Nowhere(Reason),
}

/// What a file is, by its name.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    Text(Option<Packing>),
    Table(Option<Packing>),
    Zip,
    Tar(Option<Packing>),
}

impl Kind {
    fn of(path: &Path, from: From) -> Kind {
        let packing = Packing::of(path);
        match (archive(path), from) {
            (Some(kind), _) => kind,
            (None, From::Text) => Kind::Text(packing),
            (None, From::Ndjson) => Kind::Table(packing),
        }
    }
}

/// Whether a file holds other files, by its name.
pub(super) fn is_archive(path: &Path) -> bool {
    archive(path).is_some()
}

fn archive(path: &Path) -> Option<Kind> {
    const TARRED: &[&str] = &[".tar", ".tar.gz", ".tgz", ".tar.zst", ".tzst"];
    const ZIPPED: &[&str] = &[".zip"];
    let name = path.file_name()?.to_str()?.to_ascii_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    match () {
        () if ends(TARRED) => Some(Kind::Tar(Packing::of(path))),
        () if ends(ZIPPED) => Some(Kind::Zip),
        () => None,
    }
}

/// The paths that a file names, one a line.
pub(super) fn listed(list: &Path) -> io::Result<Vec<PathBuf>> {
    let lines: Box<dyn BufRead> = if list.as_os_str() == "-" {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::new(fs::File::open(list)?))
    };
    let paths = lines.lines().map(|line| line.map(|line| PathBuf::from(line.trim_end_matches('\r'))));
    paths
        .filter(|path| path.as_ref().is_ok_and(|path| !path.as_os_str().is_empty()) || path.is_err())
        .collect()
}

/// The places that `paths` stand for. Files that are one of `outputs` are left out of folders.
pub(super) fn find(paths: &[PathBuf], names: &Names, from: From, outputs: &[&Path]) -> Vec<Place> {
    let outputs = outputs.iter().filter_map(|path| fs::canonicalize(path).ok()).collect();
    let mut search = Search { names, from, outputs, places: Vec::new() };
    for path in paths {
        search.add(path);
    }
    let mut places = search.places;
    let mut seen = HashSet::new();
    places.retain(|place| seen.insert(place.name.clone()));
    places
}

struct Search<'a> {
    names: &'a Names,
    from: From,
    outputs: HashSet<PathBuf>,
    places: Vec<Place>,
}

impl Search<'_> {
    fn add(&mut self, path: &Path) {
        if path.as_os_str() == "-" {
            self.push(path, 0, Whereabouts::StandardInput);
            return;
        }
        match fs::metadata(path) {
            Ok(there) if there.is_dir() => self.walk(path),
            Ok(there) => {
                self.push(path, there.len(), Whereabouts::File(path.to_owned(), Kind::of(path, self.from)));
            }
            Err(error) => self.push(path, 0, Whereabouts::Nowhere(Reason::from(&error))),
        }
    }

    fn push(&mut self, path: &Path, bytes: u64, whereabouts: Whereabouts) {
        self.places.push(Place { name: path.display().to_string(), bytes, whereabouts });
    }

    /// Adds the files below `folder`. Links are followed; one that leads back to a folder above it is left out.
    fn walk(&mut self, folder: &Path) {
        let before = self.places.len();
        let names = self.names;
        let below = |path: &Path| path.strip_prefix(folder).unwrap_or(path).to_owned();
        let entries = WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter();
        for entry in entries.filter_entry(|entry| entry.depth() == 0 || !names.excludes(&below(entry.path())))
        {
            match entry {
                Ok(entry) if entry.file_type().is_file() => {
                    let path = entry.path();
                    let wanted = names.wants(&below(path)) || names.opens(&below(path));
                    if wanted && !self.is_output(path, entry.path_is_symlink()) {
                        let bytes = entry.metadata().map_or(0, |there| there.len());
                        self.push(path, bytes, Whereabouts::File(path.to_owned(), Kind::of(path, self.from)));
                    }
                }
                Ok(_) => {}
                Err(error) if error.loop_ancestor().is_some() => {}
                Err(error) => {
                    let path = error.path().unwrap_or(folder).to_owned();
                    self.push(&path, 0, Whereabouts::Nowhere(Reason::from(&io::Error::from(error))));
                }
            }
        }
        if self.places.len() == before {
            let message = format!(
                "there is no {} file below it; choose others with --include, or extract their text first",
                names.wanted()
            );
            self.push(folder, 0, Whereabouts::Nowhere(Reason::new(Code::NoFiles, message)));
        }
    }

    /// Whether a file is one of the outputs. One that is no link is so under its own name only, wherever its folder lies.
    fn is_output(&self, path: &Path, is_link: bool) -> bool {
        let may_be = is_link || self.outputs.iter().any(|output| output.file_name() == path.file_name());
        may_be && fs::canonicalize(path).is_ok_and(|path| self.outputs.contains(&path))
    }
}
