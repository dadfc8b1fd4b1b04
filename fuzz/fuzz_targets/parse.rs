//! Any text: no panic, and the laws of the record hold.
//!
//! Takes bytes and reads them as UTF-8 whatever they are: a change that breaks one character leaves the rest of the
//! text, which a `&str` for input would cut off.
#![no_main]

use libfuzzer_sys::fuzz_target;
use press_release::{Parser, check_invariants};
use std::sync::LazyLock;

static PARSER: LazyLock<Parser> = LazyLock::new(Parser::default);

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let releases = PARSER.parse(&text);
    assert!(!releases.is_empty());
    let broken = check_invariants(&text, &releases);
    assert!(broken.is_empty(), "{broken:?}");
});
