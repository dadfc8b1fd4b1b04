//! The conversions of this crate and of the native library, text by text: wherever names, style and folding are left
//! aside, they must not differ. `.ci/native` fetches the library and tells where its data are.

use press_release::chinese::{Config, Converter, NativeConverter};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where the native library's configurations are.
const DATA: &str = "OPENCC_DATA";

fn native(config: Config) -> NativeConverter {
    match std::env::var_os(DATA) {
        Some(folder) => NativeConverter::in_folder(config, Path::new(&folder)),
        None => NativeConverter::new(config),
    }
    .unwrap_or_else(|error| panic!("{error}: {DATA} tells where the data are"))
}

/// The texts of the files below `folder` that end with one of `ends`.
fn texts(folder: &Path, ends: &[&str], found: &mut Vec<String>) {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            texts(&path, ends, found);
        } else if ends.iter().any(|end| path.to_string_lossy().ends_with(end)) {
            // What is not UTF-8 is of no use here.
            found.extend(fs::read_to_string(&path));
        }
    }
}

#[test]
fn the_two_engines_give_the_same_text() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    texts(&project.join("corpus"), &["release.txt"], &mut found);
    texts(&project.join("tests/chinese"), &[".tsv"], &mut found);
    assert!(found.len() > 40, "the corpus is not there");
    for folder in ["../shared/opencc", "../shared/gold", "../shared/rendered"] {
        texts(&project.join(folder), &[".tsv", ".txt"], &mut found);
    }
    for config in Config::ALL {
        let (native, own) = (native(config), Converter::new(config));
        for text in &found {
            let expected = native.convert(text).expect("the library converts any text");
            let given = own.convert(text);
            if given != expected {
                let at = given.bytes().zip(expected.bytes()).take_while(|(a, b)| a == b).count();
                let around = |text: &str| {
                    String::from_utf8_lossy(&text.as_bytes()[at.saturating_sub(12)..])
                        .chars()
                        .take(12)
                        .collect::<String>()
                };
                panic!("{}: {:?}, not {:?}", config.name(), around(&given), around(&expected));
            }
        }
    }
}

#[test]
fn the_native_converter_has_the_methods_of_the_other() {
    let (native, own) = (native(Config::S2twp), Converter::new(Config::S2twp));
    let text = "新软件下月\0开放下载";
    let aligned = native.convert_aligned(text).expect("the library converts any text");
    assert_eq!(aligned, own.convert_aligned(text));
    let mut result = String::from("：");
    native.convert_into(text, &mut result).expect("the library converts any text");
    assert_eq!(result, format!("：{}", own.convert(text)));
}

#[test]
fn a_configuration_that_is_not_there_is_an_error_that_names_it() {
    let error = NativeConverter::in_folder(Config::T2s, Path::new("no-such-folder")).unwrap_err();
    assert!(error.to_string().contains("no-such-folder"), "{error}");
}

#[test]
fn threads_share_a_native_converter() {
    let native = Arc::new(native(Config::T2s));
    let threads: Vec<_> = (0..2)
        .map(|_| {
            let native = Arc::clone(&native);
            std::thread::spawn(move || native.convert("開放").expect("the library converts any text"))
        })
        .collect();
    for thread in threads {
        assert_eq!(thread.join().expect("no thread panics"), "开放");
    }
}
