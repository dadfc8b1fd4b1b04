//! Any bytes, in the encoding that is found and in one that is named: a record or an error.
//!
//! Takes bytes: the last one chooses the encoding and the offsets of the second reading.
#![no_main]

use libfuzzer_sys::fuzz_target;
use press_release::{Markup, Offsets, Options, Parser};
use std::sync::LazyLock;

const NAMES: [&str; 8] =
    ["utf-8", "big5", "gb18030", "utf-16le", "utf-16be", "windows-1252", "iso-2022-jp", "replacement"];
const OFFSETS: [Offsets; 3] = [Offsets::Bytes, Offsets::Utf16, Offsets::Chars];

static PARSER: LazyLock<Parser> = LazyLock::new(Parser::default);

fuzz_target!(|bytes: &[u8]| {
    let Some((&choice, bytes)) = bytes.split_last() else { return };
    let _ = PARSER.parse_bytes(bytes);
    let name = NAMES[usize::from(choice) % NAMES.len()];
    let Ok(encoding) = name.parse() else { return };
    let offsets = OFFSETS[usize::from(choice) / NAMES.len() % OFFSETS.len()];
    let options = Options::default().encoding(encoding).markup(Markup::AsText).offsets(offsets);
    let releases = Parser::new(options).parse_bytes(bytes);
    assert!(releases.map_or(true, |releases| !releases.is_empty()));
});
