//! Texts that lie in tables: a JSON object on each line.

use super::*;
use serde_json::{Value, json};

fn table(rows: &[Value]) -> Vec<u8> {
    rows.iter().flat_map(|row| format!("{row}\n").into_bytes()).collect()
}

#[test]
fn a_row_gives_its_releases_its_id_and_its_other_fields() {
    let rows = table(&[
        json!({"url": "x/1", "body": RELEASE, "year": 2003, "tags": ["a"]}),
        json!({"url": 7, "body": RELEASE}),
    ]);
    let folder = folder_with(&[("in/rows.jsonl", &rows)]);
    let arguments = &["in", "--from", "ndjson", "--text-field", "body", "--id-field", "url"];
    let output = convert(&folder, arguments);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let sources: Vec<_> = records(&output.stdout).into_iter().map(|release| release.source).collect();
    assert_eq!((sources[0].id.clone(), sources[1].id.clone()), (Some(json!("x/1")), Some(json!(7))));
    assert_eq!((sources[0].line, sources[1].line), (Some(1), Some(2)));
    assert_eq!(Value::Object(sources[0].fields.clone()), json!({"year": 2003, "tags": ["a"]}));
    assert_eq!(sources[0].path.as_deref(), Some("in/rows.jsonl"));
    assert!(sources[1].fields.is_empty());
}

#[test]
fn a_bad_row_is_told_and_the_others_go_on() {
    let mut rows = b"\xef\xbb\xbf".to_vec();
    rows.extend(table(&[json!({"id": 1, "text": RELEASE}), json!({"id": 2, "txt": "x"}), json!([1])]));
    rows.extend_from_slice(b"\n{\"text\": \"broken\n{\"id\": 6, \"text\": 5}\n{\"text\": \"\xff\"}\n");
    rows.extend(table(&[json!({"text": "x".repeat(3000)}), json!({"id": 9, "text": RELEASE})]));
    let output = convert_with(&rows, &["-", "--from", "ndjson", "--max-bytes", "2K", "--errors", "inline"]);
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<Value> = told.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let codes: Vec<(u64, &str)> = lines
        .iter()
        .map(|line| {
            (line["source"]["line"].as_u64().unwrap(), line["error"]["code"].as_str().unwrap_or("record"))
        })
        .collect();
    let expected = [
        (1, "record"),
        (2, "no_text"),
        (3, "bad_json"),
        (5, "bad_json"),
        (6, "no_text"),
        (7, "bad_json"),
        (8, "too_large"),
        (9, "record"),
    ];
    assert_eq!(codes, expected);
    assert_eq!(lines[1]["source"]["id"], 2);
    assert!(lines[1]["error"]["message"].as_str().unwrap().contains("--text-field"), "{}", lines[1]);
}

#[test]
fn a_row_of_markup_is_refused_like_a_file() {
    let rows = table(&[json!({"text": "<html><body>Harbour line opens</body></html>"})]);
    let output = convert_with(&rows, &["-", "--from", "ndjson"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        errors(&output).contains("convert: -:1: this is not plain text but a web page"),
        "{}",
        errors(&output)
    );
}
