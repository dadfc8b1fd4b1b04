//! Bytes in any encoding, by the public interface.

use press_release::{DiagnosticCode, Error, Parser, Release};

const HANT: &str =
    "新聞稿\n\n港島線延長段下月通車\n\n（香港，2024年3月5日）海灣鐵路今日宣布，新車站將於下月啟用。\n";
const HANS: &str =
    "新闻稿\n\n海湾铁路新车站下月启用\n\n中国成都，2025年3月18日——公司今日宣布，列车已完成测试。\n";

fn read(bytes: &[u8]) -> Release {
    Parser::default().parse_bytes(bytes).expect("it is text").remove(0)
}

fn is_guessed(release: &Release) -> bool {
    release.diagnostics.iter().any(|diagnostic| diagnostic.code == DiagnosticCode::EncodingGuessed)
}

fn utf16(text: &str, encode: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(encode).collect()
}

#[test]
fn the_same_text_in_any_encoding_has_the_same_id() {
    let id = press_release::parse(HANT)[0].id.clone();
    let marked = format!("\u{feff}{HANT}");
    let forms: [(Vec<u8>, &str, bool); 7] = [
        (HANT.into(), "UTF-8", false),
        (marked.clone().into(), "UTF-8", false),
        (utf16(&marked, u16::to_le_bytes), "UTF-16LE", false),
        (utf16(&marked, u16::to_be_bytes), "UTF-16BE", false),
        (utf16(HANT, u16::to_le_bytes), "UTF-16LE", true),
        (encoding_rs::BIG5.encode(HANT).0.into_owned(), "Big5", true),
        (encoding_rs::GB18030.encode(HANT).0.into_owned(), "gb18030", true),
    ];
    for (bytes, encoding, guessed) in forms {
        let release = read(&bytes);
        assert_eq!((release.source.encoding.as_str(), release.source.bytes), (encoding, bytes.len()));
        assert_eq!((&release.id, is_guessed(&release)), (&id, guessed), "{encoding}");
    }
}

#[test]
fn simplified_text_in_gb18030_is_read() {
    let release = read(&encoding_rs::GB18030.encode(HANS).0);
    assert_eq!(release.source.encoding, "gb18030");
    assert_eq!(release.id, press_release::parse(HANS)[0].id);
}

#[test]
fn a_damaged_file_is_read_and_the_damage_told() {
    let mut bytes = HANT.as_bytes().to_vec();
    bytes.pop();
    bytes.pop();
    let release = read(&bytes);
    assert_eq!(release.source.encoding, "UTF-8");
    assert!(release.diagnostics.iter().any(|d| d.code == DiagnosticCode::UndecodableBytes));
}

#[test]
fn what_is_no_text_is_an_error_with_a_way_out() {
    for (bytes, what) in [
        (&b"%PDF-1.4\n1 0 obj"[..], "a PDF file: run `pdftotext -layout"),
        (b"PK\x03\x04\x14\0\x06\0", "a zipped file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "an old Office file"),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\xff\0", "binary data"),
    ] {
        let error = Parser::default().parse_bytes(bytes).unwrap_err();
        assert!(matches!(error, Error::NotText { .. }));
        assert!(error.to_string().contains(what), "{error}");
    }
}

#[test]
fn nothing_and_one_long_line_are_read() {
    assert_eq!(read(b"").source.bytes, 0);
    let line = "Trains will run from May, said the line’s head. ".repeat(1 << 14);
    assert_eq!(read(line.as_bytes()).source.bytes, line.len());
}
