//! The record as JSON: it reads back equal, and it is what the published schema says.

use crate::corpus;
use press_release::{Release, from_json, to_json_line, to_json_pretty};
use serde_json::Value;

/// Every release of the corpus, and a few texts that are hardly any.
fn releases() -> impl Iterator<Item = Release> {
    let odd = ["", " \n\n ", "Harbour line opens", "「", "###\n\n-30-", "שלום", "\0", "a\u{2028}b\u{85}c"];
    let corpus = corpus::entries().into_iter().flat_map(|entry| entry.releases());
    corpus.chain(odd.into_iter().flat_map(press_release::parse))
}

#[test]
fn a_record_read_back_from_its_json_is_equal() {
    for release in releases() {
        let line = to_json_line(&release);
        assert!(!line.contains(['\n', '\r']));
        assert_eq!(from_json(&line).expect("it is a record"), release);
        assert_eq!(from_json(&to_json_pretty(&release)).expect("it is a record"), release);
    }
}

#[test]
fn every_record_is_valid() {
    let schema: Value = serde_json::from_str(include_str!("../schema/press-release.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).expect("it is a JSON Schema");
    for release in releases() {
        let record = serde_json::to_value(&release).unwrap();
        let faults: Vec<String> = validator
            .iter_errors(&record)
            .map(|fault| format!("{}: {fault}", fault.instance_path()))
            .collect();
        assert!(faults.is_empty(), "{:?} {faults:#?}", release.headline);
    }
}

#[test]
fn the_schema_turns_a_wrong_record_away() {
    let schema: Value = serde_json::from_str(include_str!("../schema/press-release.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).expect("it is a JSON Schema");
    let mut record = serde_json::to_value(&press_release::parse("Harbour line opens")[0]).unwrap();
    assert!(validator.is_valid(&record));
    record["language"] = "Klingon".into();
    assert!(!validator.is_valid(&record));
}

#[test]
fn what_is_no_record_is_an_error() {
    assert!(from_json("").is_err());
    assert!(from_json("{}").is_err());
    let other = to_json_line(&press_release::parse("x")[0]).replace("press-release/1", "press-release/2");
    assert!(from_json(&other).unwrap_err().to_string().contains("press-release/2"));
}
