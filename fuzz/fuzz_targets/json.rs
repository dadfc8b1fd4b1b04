//! Records go to JSON and back; JSON that is no record is an error.
//!
//! Takes bytes: as JSON, and as a text whose records make the round trip.
#![no_main]

use libfuzzer_sys::fuzz_target;
use press_release::{Parser, Release, from_json, to_json_line, to_json_pretty};
use std::sync::LazyLock;

static PARSER: LazyLock<Parser> = LazyLock::new(Parser::default);

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(release) = from_json(&text) {
        makes_the_round_trip(&release);
    }
    for release in PARSER.parse(&text) {
        makes_the_round_trip(&release);
    }
});

fn makes_the_round_trip(release: &Release) {
    let line = to_json_line(release);
    assert!(!line.contains(['\n', '\r']));
    assert_eq!(&from_json(&line).expect("a record"), release);
    assert_eq!(&from_json(&to_json_pretty(release)).expect("a record"), release);
}
