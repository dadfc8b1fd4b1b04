//! The library computes and does nothing else: it opens no file, asks no clock, starts no thread, reads no environment.
//!
//! Takes the sources under `src/`, without their tests; looks for what would touch the machine. This is what lets the
//! library run in a browser, in a sandbox, and twice at once.

use crate::project;
use regex::Regex;
use std::fs;
use walkdir::WalkDir;

/// Parts of the standard library that reach out of the program.
const OUTWARD: &str = r"\bstd::(fs|env|net|thread|time|process|os)\b|\bstd::io::(stdin|stdout|stderr)\b|\bInstant\b|\bSystemTime\b|\b(e?print(ln)?|dbg)!|\bZoned::now\b";

/// Modules that stand behind `cfg(test)` or behind a feature that asks for a library of the machine.
const LEFT_OUT: [&str; 5] =
    ["/tests.rs", "/tests/", "classify/training/", "chinese/native.rs", "chinese/tables/"];

/// A source file without its comments and without what follows its first `cfg(test)` module.
fn program(source: &str) -> String {
    let tests = Regex::new(r"(?m)^#\[cfg\(test\)\]\s*\n(#\[.*\]\s*\n)*mod \w+ \{").expect("it is a pattern");
    let end = tests.find(source).map_or(source.len(), |found| found.start());
    let lines = source[..end].lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_library_does_not_touch_the_machine() {
    let outward = Regex::new(OUTWARD).expect("it is a pattern");
    let (mut read, mut found) = (0, Vec::new());
    for entry in WalkDir::new(project("src")) {
        let path = entry.expect("the sources can be read").into_path();
        let name = path.to_string_lossy().replace('\\', "/");
        if path.extension().is_none_or(|extension| extension != "rs")
            || LEFT_OUT.iter().any(|part| name.contains(part))
        {
            continue;
        }
        read += 1;
        let program = program(&fs::read_to_string(&path).expect("the sources can be read"));
        found.extend(outward.find_iter(&program).map(|hit| format!("{name}: {}", hit.as_str())));
    }
    assert!(read > 50, "only {read} files were read");
    assert!(found.is_empty(), "{found:#?}");
}
