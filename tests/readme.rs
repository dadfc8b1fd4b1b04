//! What README promises.

use crate::project;
use regex::Regex;
use std::fs;

fn readme() -> String {
    fs::read_to_string(project("README.md")).expect("README is there").replace("\r\n", "\n")
}

/// The inside of the first block that opens with `fence`.
fn block<'a>(readme: &'a str, fence: &str) -> &'a str {
    let (_, after) = readme.split_once(&format!("{fence}\n")).expect("the block is there");
    after.split_once("```").expect("the block closes").0
}

#[test]
fn the_two_commands_come_first() {
    let commands = "```sh\ncargo run --release --example convert -- corpus\ncargo test\n```\n";
    assert!(readme().starts_with(commands));
}

#[test]
fn every_field_of_the_record_is_told() {
    let readme = readme();
    let told: Vec<&str> = readme
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`'))
        .map(|(name, _)| name)
        .collect();
    let record = serde_json::to_value(&press_release::parse("x")[0]).unwrap();
    for field in record.as_object().unwrap().keys() {
        assert!(told.contains(&field.as_str()), "README does not tell of {field}");
    }
}

#[test]
fn every_crate_that_the_library_needs_has_its_reason() {
    let manifest = fs::read_to_string(project("Cargo.toml")).unwrap();
    let (_, after) = manifest.split_once("\n[dependencies]\n").expect("the table is there");
    let table = after.split("\n[").next().unwrap_or(after);
    let needed = table.lines().filter(|line| !line.contains("optional = true"));
    let names: Vec<&str> = needed.filter_map(|line| Some(line.split_once(" = ")?.0)).collect();
    assert!(names.len() > 5, "{names:?}");
    let readme = readme();
    for name in names {
        assert!(readme.contains(&format!("\n| `{name}` | ")), "README does not say what {name} is for");
    }
}

/// The record as README shows it: the fields in their order, those that hold nothing and all spans left out, a text
/// without company on one line.
fn shown(text: &str) -> String {
    let mut json = press_release::to_json_pretty(&press_release::parse(text)[0]);
    for (form, with) in [
        (r#"\n *"spans": \[(\s*\[\s*\d+,\s*\d+\s*\],?)*\s*\],?"#, ""),
        (r#"\n *"[a-zA-Z0-9_-]+": (null|\[\]),?"#, ""),
        (r",(\n *[}\]])", "$1"),
        (r#"\{\n *("text": ".*")\n *\}"#, "{ $1 }"),
    ] {
        let form = Regex::new(form).unwrap();
        json = form.replace_all(&json, with).into_owned();
    }
    json + "\n"
}

/// `UPDATE_README=1 cargo test readme` writes the record anew.
#[test]
fn the_example_is_true() {
    let readme = readme();
    let record = shown(block(&readme, "```text"));
    let told = block(&readme, "```json");
    if std::env::var_os("UPDATE_README").is_some() {
        let anew = readme.replacen(&format!("```json\n{told}"), &format!("```json\n{record}"), 1);
        fs::write(project("README.md"), anew).unwrap();
    } else {
        assert!(
            told == record,
            "README shows another record: run UPDATE_README=1 cargo test readme\n{record}"
        );
    }
}
