//! The documents that are measured: releases of the corpus, put together to a size.

use std::fs;
use std::path::{Path, PathBuf};

/// Releases that `wanted` picks, in the order of their paths and over again, until there are `bytes`; the last one is cut.
pub(crate) fn document(bytes: usize, wanted: impl Fn(&str) -> bool) -> String {
    let texts: Vec<String> = texts().into_iter().filter(|text| wanted(text)).collect();
    let mut document = String::new();
    for text in texts.iter().cycle() {
        document.push_str(text);
        document.push_str("\n\n");
        if document.len() >= bytes {
            break;
        }
    }
    let end = (0..=bytes).rev().find(|&end| document.is_char_boundary(end)).unwrap_or(0);
    document.truncate(end);
    document
}

/// The corpus, as far as it is in UTF-8.
fn texts() -> Vec<String> {
    let mut paths = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus"), &mut paths);
    paths.sort();
    paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect()
}

fn walk(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the corpus can be read") {
        let path = entry.expect("the corpus can be read").path();
        if path.is_dir() {
            walk(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            paths.push(path);
        }
    }
}
