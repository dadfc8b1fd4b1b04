//! Records go to JSON and back; JSON that is no record is an error.
#![no_main]

use libfuzzer_sys::fuzz_target;
use press_release::{Parser, from_json, to_json_line};

fuzz_target!(|text: &str| {
    let _ = from_json(text);
    for release in Parser::default().parse(text) {
        let line = to_json_line(&release);
        assert!(!line.contains('\n'));
        assert_eq!(from_json(&line).expect("a record"), release);
    }
});
