//! Any text in every configuration: the alignment covers both texts, and the text is that of a plain conversion.
#![no_main]

use libfuzzer_sys::fuzz_target;
use press_release::chinese::{Config, Converter, News, search_form};

fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let config = Config::ALL[usize::from(choice) % Config::ALL.len()];
    let converter = Converter::new(config);
    for aligned in [converter.convert_aligned(text), News::new(config).convert_aligned(text)] {
        let (mut source, mut result) = (0, 0);
        for stretch in aligned.alignment.stretches() {
            assert_eq!((stretch.source.start, stretch.result.start), (source, result));
            (source, result) = (stretch.source.end, stretch.result.end);
            assert!(text.is_char_boundary(source) && aligned.text.is_char_boundary(result));
        }
        assert_eq!((source, result), (text.len(), aligned.text.len()));
    }
    assert_eq!(converter.convert(text), converter.convert_aligned(text).text);
    search_form(text);
});
