//! Pages put together from what releases are made of, so that the fuzzer reaches the rules behind the first line.
//!
//! Takes pairs of bytes, each of which chooses a piece: a line of a release in `corpus/`, or one of the marks and
//! blanks below, every fourth time.
#![no_main]

use libfuzzer_sys::fuzz_target;
use press_release::{Parser, check_invariants};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

const MARKS: [&str; 30] = [
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u{c}",
    " ",
    "   ",
    "\t",
    "　",
    "，",
    "。",
    "：",
    "「",
    "」",
    "『",
    "』",
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "（",
    "）",
    "- ",
    "-\n",
    "\u{feff}",
    "\u{ad}",
    "said ",
    "表示",
    "\nPage 2 of 3\n",
];

/// The most pieces of a page, so that a page is read in a moment.
const MOST: usize = 80;

static PARSER: LazyLock<Parser> = LazyLock::new(Parser::default);
static LINES: LazyLock<Vec<String>> = LazyLock::new(lines);

fuzz_target!(|choices: &[u8]| {
    let text: String = choices.chunks_exact(2).take(MOST).map(|pair| piece(pair[0], pair[1])).collect();
    let releases = PARSER.parse(&text);
    let broken = check_invariants(&text, &releases);
    assert!(broken.is_empty(), "{broken:?}\n{text:?}");
});

fn piece(high: u8, low: u8) -> &'static str {
    if high.is_multiple_of(4) {
        return MARKS[usize::from(low) % MARKS.len()];
    }
    &LINES[usize::from(u16::from_be_bytes([high, low])) % LINES.len()]
}

/// Every line of the corpus with its end, once.
fn lines() -> Vec<String> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus");
    let mut lines = Vec::new();
    for kind in
        fs::read_dir(corpus).expect("the corpus is there").flatten().filter(|kind| kind.path().is_dir())
    {
        for slug in fs::read_dir(kind.path()).expect("it is a folder").flatten() {
            let release = fs::read(slug.path().join("release.txt")).unwrap_or_default();
            lines.extend(String::from_utf8_lossy(&release).split_inclusive('\n').map(str::to_owned));
        }
    }
    lines.sort();
    lines.dedup();
    lines
}
