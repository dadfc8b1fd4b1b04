//! Releases with what an editor finds in them.
//!
//! Takes folders in the forms of the gold releases and of the corpus; gives texts whose lines are labelled. It learns
//! nothing.

use super::label::{self, Label};
use super::reprint;
use crate::classify::Seen;
use crate::classify::path::{self, Model, Verdict};
use crate::clean::edition;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// How much a release counts that is printed anew.
const REPRINTED: f64 = 0.6;

/// What an editor would not have: more than a path may fall behind and still be followed.
const FORBIDDEN: i32 = -10_000;

/// One text and what an editor finds in it.
pub(super) struct Example {
    /// The release: readings of one release are never parted.
    pub(super) id: String,
    /// The file, as it is named in the records.
    pub(super) path: String,
    pub(super) text: String,
    /// One a edition.
    pub(super) pages: Vec<Labelled>,
    /// How much it counts: all readings of a release together count as a few.
    pub(super) share: f64,
    expected: Vec<Value>,
}

pub(super) struct Labelled {
    pub(super) seen: Seen,
    pub(super) labels: Vec<Label>,
}

impl Example {
    fn read(id: &str, path: &Path, expected: &[Value], share: f64) -> Option<Example> {
        let bytes = std::fs::read(path).ok()?;
        let source = crate::decode::Source::of_bytes(&bytes, &crate::Options::default()).ok()?;
        Example::of(id, name_of(path)?, source.text.to_string(), expected, share)
    }

    fn of(id: &str, path: String, text: String, expected: &[Value], share: f64) -> Option<Example> {
        let mut pages = Vec::new();
        let lines = crate::clean::lines_of(&text);
        let editions = edition::split(&text, &lines);
        if editions.len() != expected.len() {
            println!("{path}: {} editions, {} expected", editions.len(), expected.len());
            return None;
        }
        for (edition, expected) in editions.into_iter().zip(expected) {
            let own = &lines[edition.lines];
            let seen = Seen::of(&text, own);
            let labels = label::of_lines(&text, own, &seen, expected);
            pages.push(Labelled { seen, labels });
        }
        Some(Example { id: id.to_owned(), path, text, pages, share, expected: expected.to_vec() })
    }

    /// The same release in other designs; a release that a second edition follows stays as it is.
    pub(super) fn reprinted(&self, model: &Model) -> Vec<Example> {
        let [page] = self.pages.as_slice() else { return Vec::new() };
        let right = page.right(model);
        if page.wrong(&right) > 0 {
            return Vec::new();
        }
        let lines = crate::clean::lines_of(&self.text);
        reprint::DESIGNS
            .iter()
            .filter_map(|&design| {
                let text = reprint::print(&self.text, &lines, &page.seen, &right, design);
                let share = self.share * REPRINTED;
                Example::of(&self.id, format!("{} {design:?}", self.path), text, &self.expected, share)
            })
            .collect()
    }
}

impl Labelled {
    /// The best path of those that the editor would take.
    pub(super) fn right(&self, model: &Model) -> Vec<Verdict> {
        path::best_with(model, &self.seen.cues, &self.seen.seams, |line, zone, begins| {
            if self.labels[line].allows(zone, begins) { 0 } else { FORBIDDEN }
        })
    }

    /// How many lines a path has that the editor would not.
    pub(super) fn wrong(&self, verdicts: &[Verdict]) -> usize {
        verdicts
            .iter()
            .zip(&self.labels)
            .filter(|(verdict, label)| !label.allows(verdict.state.zone, verdict.begins))
            .count()
    }
}

/// A file as records name it: the corpus has all its texts under one name, in a folder for each.
fn name_of(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_string_lossy();
    let folder = path.parent()?.file_name()?.to_string_lossy();
    Some(if name == "release.txt" { format!("{folder}.txt") } else { name.into_owned() })
}

/// The examples of a folder: `X.gold.json` beside its texts, or `kind/slug/{release.txt,expected.json}`.
fn examples(folder: &Path, weight: f64) -> Vec<Example> {
    let mut found = Vec::new();
    for path in files(folder) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let slug = name.strip_suffix(".gold.json");
        if slug.is_none() && name != "expected.json" {
            continue;
        }
        let json: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let releases = json["releases"].as_array().unwrap();
        let here = path.parent().unwrap();
        let Some(slug) = slug else {
            let id = here.to_string_lossy().into_owned();
            found.extend(Example::read(&id, &here.join("release.txt"), releases, weight));
            continue;
        };
        let inputs: Vec<String> = match json["inputs"].as_array() {
            Some(inputs) => inputs.iter().map(|input| input.as_str().unwrap().to_owned()).collect(),
            None => vec![slug.to_owned()],
        };
        let share = weight / (inputs.len() as f64).sqrt();
        for input in &inputs {
            let file = here.join(format!("{input}.txt"));
            found.extend(Example::read(slug, &file, releases, share));
        }
    }
    found
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// The examples of `folder:folder=2`, a folder's after `=` counting so many times.
pub(super) fn all(variable: &str) -> Vec<Example> {
    let weighed = variable.split(':').map(|folder| match folder.split_once('=') {
        Some((folder, weight)) => (folder, weight.parse().expect("a weight after =")),
        None => (folder, 1.0),
    });
    weighed.flat_map(|(folder, weight)| examples(Path::new(folder), weight)).collect()
}

/// Releases of one issuer are never parted: "en-26-acme-opening" and "hant-03-acme-results" are both of "acme".
pub(super) fn issuer(id: &str) -> &str {
    let mut parts =
        id.split('-').skip_while(|part| part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit()));
    parts.nth(1).unwrap_or(id)
}
