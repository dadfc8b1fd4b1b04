//! Any text: no panic, and the laws of the record hold.
#![no_main]

use libfuzzer_sys::fuzz_target;
use press_release::{Parser, check_invariants};

fuzz_target!(|text: &str| {
    let releases = Parser::default().parse(text);
    assert!(!releases.is_empty());
    let broken = check_invariants(text, &releases);
    assert!(broken.is_empty(), "{broken:?}");
});
