//! [`Release`] ⇄ JSON: the only module that knows JSON.
//!
//! Takes a record, gives one line of JSON, and back. A record read back is equal to the one that was written. What the
//! JSON looks like is said by the derives on the model (`release.rs`) and by `schema/press-release.schema.json`, which is
//! made from them. It does not read or write files of many records: those are lines.

#[cfg(any(test, feature = "schema"))]
pub(crate) mod schema;

use crate::error::Error;
use crate::release::{Release, SCHEMA};
use serde::Deserialize;
use std::io::{self, Write};

/// The record as one line of JSON, without a line end.
///
/// ```
/// let release = &press_release::parse("Harbour line opens\n\nTrains run from May.")[0];
/// let line = press_release::to_json_line(release);
/// assert!(line.starts_with(r#"{"schema":"press-release/1","id":""#) && !line.contains('\n'));
/// assert_eq!(&press_release::from_json(&line).unwrap(), release);
/// ```
pub fn to_json_line(release: &Release) -> String {
    written(serde_json::to_string(release))
}

/// The record as indented JSON, for people.
pub fn to_json_pretty(release: &Release) -> String {
    written(serde_json::to_string_pretty(release))
}

/// Writes the record as one line of JSON with its line end, without a copy of it in memory.
///
/// # Errors
///
/// When `out` fails.
pub fn write_json_line(release: &Release, mut out: impl Write) -> io::Result<()> {
    serde_json::to_writer(&mut out, release)?;
    out.write_all(b"\n")
}

/// Reads a record, on one line or indented.
///
/// # Errors
///
/// When `json` is no JSON, no record, or a record of another form than [`SCHEMA`].
pub fn from_json(json: &str) -> Result<Release, Error> {
    let form: Form = serde_json::from_str(json)?;
    if form.schema != SCHEMA {
        return Err(Error::OtherSchema { found: form.schema });
    }
    Ok(serde_json::from_str(json)?)
}

/// What is read first: a record of another form may have other fields.
#[derive(Deserialize)]
struct Form {
    schema: String,
}

fn written(json: serde_json::Result<String>) -> String {
    json.expect("a record is plain data with text for keys, which JSON can always hold")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::release::*;
    use crate::text::Span;
    use crate::{Diagnostic, DiagnosticCode};

    fn text(words: &str) -> Text {
        Text { text: words.to_owned(), spans: vec![Span::new(3, 3 + words.len())], ..Text::default() }
    }

    /// A record with something in every field.
    fn full() -> Release {
        let mut release = crate::parse("海灣鐵路今日宣布").remove(0);
        release.source.path = Some("新聞/稿.txt".to_owned());
        release.language = "zh-Hant-HK".parse::<Language>().unwrap();
        release.status = Some(Status {
            kind: StatusKind::Embargoed,
            until: Some("2024-03-14T10:00+08:00".to_owned()),
            text: text("EMBARGOED UNTIL 10 AM, MARCH 14, 2024"),
        });
        release.headline = Some(Text {
            zh_hant: Some("海灣鐵路".into()),
            zh_hans: Some("海湾铁路".into()),
            search: None,
            ..text("海灣鐵路")
        });
        release.subheadlines = vec![text("a \"deck\"\\ with\u{2028}odd\ttext")];
        release.dateline = Some(Dateline {
            place: Some(text("香港")),
            date: Some(jiff::civil::date(2024, 3, 5)),
            wire: None,
            text: text("（香港，2024年3月5日）"),
        });
        release.release_date = Some(jiff::civil::date(2024, 3, 5));
        release.body = vec![BodyBlock { kind: BodyKind::ListItem, text: text("一") }];
        release.quotes = vec![Quote {
            kind: QuoteKind::Direct,
            speaker: Some(Speaker {
                name: Some(text("陳大文")),
                title: Some(text("主席")),
                ..Speaker::default()
            }),
            cue: Some(text("表示")),
            body: Some(0),
            text: text("我們準備好了。"),
        }];
        let in_picture = CaptionPerson { position: Some(text("左三")), ..CaptionPerson::default() };
        release.captions = vec![Caption { people: vec![in_picture], text: text("圖一") }];
        let phone = Phone {
            e164: Some("+85221550143".to_owned()),
            extension: Some("14".to_owned()),
            text: text("2155 0143"),
        };
        release.contacts = vec![Contact {
            phones: vec![phone.clone()],
            faxes: vec![phone],
            emails: vec![text("a@b.example")],
            urls: vec![text("b.example")],
            ..Contact::default()
        }];
        release.boilerplate = vec![Boilerplate {
            organization: Some(text("海灣鐵路")),
            heading: Some(text("關於海灣鐵路")),
            urls: vec![text("b.example")],
            text: text("海灣鐵路成立於1979年。"),
        }];
        release.notes = vec![Note { heading: None, text: text("備註") }];
        release.end_mark = Some(text("完"));
        release.people =
            vec![Person { name: text("陳大文"), titles: vec![text("主席")], ..Person::default() }];
        release.links = vec![Link { kind: LinkKind::Email, text: text("a@b.example") }];
        release.diagnostics =
            DiagnosticCode::ALL.iter().map(|&code| Diagnostic::new(code, vec![Span::new(0, 2)])).collect();
        release
    }

    fn assert_valid(release: &Release) {
        let schema = serde_json::from_str(&schema::json_schema()).unwrap();
        let record = serde_json::to_value(release).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let faults: Vec<String> =
            validator.iter_errors(&record).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(faults.is_empty(), "{faults:#?}");
    }

    #[test]
    fn a_record_read_back_is_equal() {
        for release in [full(), crate::parse("").remove(0)] {
            assert_eq!(from_json(&to_json_line(&release)).unwrap(), release);
            assert_eq!(from_json(&to_json_pretty(&release)).unwrap(), release);
            assert_valid(&release);
        }
    }

    #[test]
    fn a_line_is_one_line() {
        let mut out = Vec::new();
        write_json_line(&full(), &mut out).unwrap();
        let line = to_json_line(&full());
        assert!(!line.contains(['\n', '\r']));
        assert_eq!(out, (line + "\n").as_bytes());
    }

    #[test]
    fn what_is_no_record_is_an_error_that_says_so() {
        let of = |json: &str| from_json(json).unwrap_err().to_string();
        assert_eq!(of("[1, 2"), "this JSON is not a press-release record");
        assert_eq!(of(r#"{"schema":"press-release/1"}"#), "this JSON is not a press-release record");
        assert!(of(r#"{"schema":"press-release/9"}"#).contains("press-release/9"));
    }
}
