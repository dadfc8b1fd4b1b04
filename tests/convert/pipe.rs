//! One line in, exactly one line out.

use super::*;
use serde_json::{Value, json};

fn answers(input: &[u8], arguments: &[&str]) -> Vec<Value> {
    let output = convert_with(input, &[&["--pipe"], arguments].concat());
    assert_eq!((output.status.code(), errors(&output)), (Some(0), String::new()));
    let lines = String::from_utf8(output.stdout).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn every_line_has_its_answer_in_its_place() {
    let mut input = Vec::new();
    for number in 0..300 {
        let line = match number % 5 {
            0 => json!({"id": number, "text": RELEASE}).to_string(),
            1 => json!(RELEASE).to_string(),
            2 => String::new(),
            3 => json!({"id": number}).to_string(),
            _ => "{".to_owned(),
        };
        writeln!(input, "{line}").unwrap();
    }
    let answers = answers(&input, &[]);
    assert_eq!(answers.len(), 300);
    for (number, answer) in answers.iter().enumerate() {
        let (id, releases, code) = match number % 5 {
            0 => (json!(number), 1, Value::Null),
            1 => (Value::Null, 1, Value::Null),
            3 => (json!(number), 0, json!("no_text")),
            _ => (Value::Null, 0, json!("bad_json")),
        };
        assert_eq!((&answer["id"], &answer["error"]["code"]), (&id, &code), "{number}");
        assert_eq!(answer["releases"].as_array().unwrap().len(), releases, "{number}");
    }
    let record = from_json(&answers[0]["releases"][0].to_string()).unwrap();
    assert_eq!((record.source.line, record.source.id), (Some(1), Some(json!(0))));
}

#[test]
fn a_last_line_without_an_end_is_a_line_and_nothing_is_none() {
    assert_eq!(answers(json!({"id": "a", "text": RELEASE}).to_string().as_bytes(), &[])[0]["id"], "a");
    assert_eq!(answers(b"", &[]), [] as [Value; 0]);
}

#[test]
fn answers_come_in_other_forms() {
    let line = json!({"key": "a", "body": RELEASE}).to_string();
    let arguments = &["--text-field", "body", "--id-field", "key", "--format", "ninjs"];
    assert_eq!(answers(line.as_bytes(), arguments)[0]["releases"][0]["type"], "text");
    assert_eq!(convert_with(b"", &["--pipe", "--format", "bulk"]).status.code(), Some(2));
    assert_eq!(convert_with(b"", &["--pipe", "in"]).status.code(), Some(2));
}
