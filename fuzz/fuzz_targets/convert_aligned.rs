//! Any text in every configuration: the alignment covers both texts, and the text is that of a plain conversion.
//!
//! Takes bytes: the last one chooses the configuration, the others are the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use press_release::chinese::{Aligned, Config, Converter, News, search_form};

fuzz_target!(|bytes: &[u8]| {
    let Some((&choice, bytes)) = bytes.split_last() else { return };
    let text = &*String::from_utf8_lossy(bytes);
    let config = Config::ALL[usize::from(choice) % Config::ALL.len()];
    let (converter, news) = (Converter::new(config), News::new(config).in_style_of(text));
    let aligned = converter.convert_aligned(text);
    covers(text, &aligned);
    assert_eq!(converter.convert(text), aligned.text);
    let aligned = news.convert_aligned(text);
    covers(text, &aligned);
    assert_eq!(news.convert(text), aligned.text);
    search_form(text);
});

fn covers(text: &str, aligned: &Aligned) {
    let (mut source, mut result) = (0, 0);
    for stretch in aligned.alignment.stretches() {
        assert_eq!((stretch.source.start, stretch.result.start), (source, result));
        (source, result) = (stretch.source.end, stretch.result.end);
        assert!(text.is_char_boundary(source) && aligned.text.is_char_boundary(result));
    }
    assert_eq!((source, result), (text.len(), aligned.text.len()));
}
