//! Any bytes, in the encoding that is found and in one that is named: a record or an error.
#![no_main]

use libfuzzer_sys::fuzz_target;
use press_release::{Markup, Offsets, Options, Parser};

const NAMES: [&str; 4] = ["utf-8", "big5", "gb18030", "utf-16le"];

fuzz_target!(|input: (u8, &[u8])| {
    let (choice, bytes) = input;
    let _ = Parser::default().parse_bytes(bytes);
    let name = NAMES[usize::from(choice) % NAMES.len()];
    let options = Options::default().encoding(name.parse().expect("an encoding of the standard"));
    let options = options.markup(Markup::AsText).offsets(Offsets::Utf16);
    let _ = Parser::new(options).parse_bytes(bytes);
});
