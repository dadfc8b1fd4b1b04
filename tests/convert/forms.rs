//! The forms of the output: ninjs is valid, JSON-LD is typed, bulk fits its mapping, offsets and fields are as asked.

use super::*;
use serde_json::{Map, Value};

/// What the corpus becomes in a form, one JSON object a line.
fn corpus(arguments: &[&str]) -> Vec<Value> {
    let output = Command::new(&*CONVERT)
        .args(["corpus", "-q"])
        .args(arguments)
        .current_dir(project("."))
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let lines = String::from_utf8(output.stdout).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn json(path: &str) -> Value {
    serde_json::from_slice(&fs::read(project(path)).unwrap()).unwrap()
}

#[test]
fn ninjs_is_valid() {
    let mut schema = json("tests/ninjs/ninjs-schema_3.1.json");
    // The one reference to another document; places have no geometry here.
    let places = &mut schema["$defs"]["ninjsType"]["properties"]["places"]["items"]["properties"];
    assert!(places["geoJSON"].take().is_object());
    places["geoJSON"] = false.into();
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let items = corpus(&["--format", "ninjs"]);
    assert!(items.len() >= 70);
    for item in &items {
        let faults: Vec<String> =
            validator.iter_errors(item).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(faults.is_empty(), "{faults:#?}\n{item:#}");
    }
    assert!(items.iter().any(|item| item["pubStatus"] == "withheld" && item["embargoedUntil"].is_string()));
    assert!(items.iter().any(|item| item["infoSources"][0]["contactInfo"][0]["value"].is_string()));
    let broken = serde_json::json!({ "uri": "urn:x", "colour": "red" });
    assert!(!validator.is_valid(&broken), "the schema allows no unknown keys");
}

#[test]
fn json_ld_has_its_types() {
    let articles = corpus(&["--format", "schema-org"]);
    let mut speakers = 0;
    for article in &articles {
        assert_eq!(
            (&article["@context"], &article["@type"]),
            (&"https://schema.org".into(), &"NewsArticle".into())
        );
        for quotation in article["hasPart"].as_array().into_iter().flatten() {
            assert_eq!(quotation["@type"], "Quotation");
            assert!(quotation["text"].is_string());
            if let Some(creator) = quotation.get("creator") {
                assert!(creator["@type"] == "Person" || creator["@type"] == "Organization", "{creator}");
                assert!(creator["name"].is_string());
                speakers += 1;
            }
        }
        for organization in article["sourceOrganization"].as_array().into_iter().flatten() {
            assert_eq!(organization["@type"], "Organization");
        }
    }
    assert!(speakers > 250, "{speakers}");
}

#[test]
fn a_reading_that_is_asked_for_is_the_one_that_is_given() {
    let simplified = corpus(&["--format", "ninjs", "--script", "hans"]);
    let is_chinese =
        |item: &&Value| item["language"].as_str().is_some_and(|language| language.starts_with("zh"));
    assert!(simplified.iter().filter(is_chinese).all(|item| item["language"] == "zh-Hans"));
}

#[test]
fn bulk_fits_its_mapping() {
    let index = json("schema/opensearch-index.json");
    let lines = corpus(&["--format", "bulk", "--index", "press"]);
    assert_eq!(lines.len() % 2, 0);
    for pair in lines.chunks(2) {
        let (action, document) = (&pair[0]["index"], &pair[1]);
        assert_eq!((&action["_index"], &action["_id"]), (&"press".into(), &document["id"]));
        // The longest id that the index takes has 512 bytes.
        assert!(action["_id"].as_str().is_some_and(|id| !id.is_empty() && id.len() <= 64));
        assert_fits(document, &index["mappings"], "");
    }
    let folded = lines.iter().filter_map(|line| line["headline"]["search"].as_str());
    assert!(folded.clone().count() > 70 && folded.clone().all(|text| text == text.to_lowercase()));
}

/// Every field of a document is one of the mapping, which takes no others.
fn assert_fits(document: &Value, mapping: &Value, at: &str) {
    match document {
        Value::Array(items) => items.iter().for_each(|item| assert_fits(item, mapping, at)),
        Value::Object(_) if mapping["enabled"] == false => {}
        Value::Object(fields) => {
            let known: &Map<String, Value> = mapping["properties"]
                .as_object()
                .unwrap_or_else(|| panic!("{at} is no object in the mapping"));
            for (name, value) in fields {
                let field = known.get(name).unwrap_or_else(|| panic!("{at}.{name} is not in the mapping"));
                assert_fits(value, field, &format!("{at}.{name}"));
            }
        }
        Value::Null => {}
        _ => assert!(
            mapping["type"].is_string() && mapping["properties"].is_null(),
            "{at} is an object in the mapping"
        ),
    }
}

#[test]
fn offsets_count_what_they_are_asked_to_count() {
    let text = "\u{feff}FOR IMMEDIATE RELEASE\n\n𠮷野 line opens – café\n\nThe first train left at noon, the company said.\n";
    let headline = |arguments: &[&str]| {
        let line = convert_with(text.as_bytes(), &[&["-"], arguments].concat()).stdout;
        let record = records(&line).remove(0);
        let span = record.headline.expect("a headline").spans[0].range();
        (span, record.source.offsets)
    };
    let text = &text['\u{feff}'.len_utf8()..];
    let (bytes, _) = headline(&[]);
    let words = &text[bytes.clone()];
    let (units, counted) = headline(&["--offsets", "utf16"]);
    let utf16: Vec<u16> = text.encode_utf16().collect();
    assert_eq!(String::from_utf16(&utf16[units]).unwrap(), words);
    assert_eq!(counted, press_release::Offsets::Utf16);
    let (points, _) = headline(&["--offsets", "chars"]);
    let chars: Vec<char> = text.chars().collect();
    assert_eq!(chars[points.clone()].iter().collect::<String>(), words);
    assert_ne!(bytes, points);
}

#[test]
fn only_the_fields_that_are_asked_for_are_written() {
    let folder = folder_with(&[("1.txt", RELEASE.as_bytes())]);
    let output = convert(&folder, &["1.txt", "--fields", "headline,quotes"]);
    let record: Map<String, Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(record.keys().map(String::as_str).collect::<Vec<_>>(), ["headline", "id", "quotes"]);
    let unknown = convert(&folder, &["1.txt", "--fields", "headlines"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(
        errors(&unknown).contains("a record has no field \"headlines\"; it has schema, id"),
        "{}",
        errors(&unknown)
    );
}

#[test]
fn the_report_counts_what_was_converted() {
    let folder = folder_with(&[("1.txt", RELEASE.as_bytes()), ("2.txt", b"%PDF-1.7\n"), ("3.txt", b"")]);
    assert_eq!(convert(&folder, &[".", "--report", "report.json"]).status.code(), Some(1));
    let report: Value =
        serde_json::from_slice(&fs::read(folder.path().join("report.json")).unwrap()).unwrap();
    assert_eq!((&report["documents"], &report["releases"]), (&2.into(), &2.into()));
    assert_eq!((&report["languages"]["en"], &report["errors"]["not_text"]), (&1.into(), &1.into()));
    assert_eq!(report["diagnostics"]["empty_text"], 1);
    assert_eq!(report["bytes"], RELEASE.len());
}

#[test]
fn a_number_keeps_its_extension() {
    let numbers = |value: &Value, extended: &mut Vec<String>| {
        let phones = value["contacts"].as_array().into_iter().flatten().flat_map(|contact| {
            contact["phones"].as_array().into_iter().flatten().filter(|phone| phone["e164"].is_string())
        });
        extended.extend(phones.filter_map(|phone| {
            let extension = phone["extension"].as_str()?;
            Some(format!("{};ext={extension}", phone["e164"].as_str().unwrap()))
        }));
    };
    let (records, articles, items) =
        (corpus(&[]), corpus(&["--format", "schema-org"]), corpus(&["--format", "ninjs"]));
    let mut seen = 0;
    for ((record, article), item) in records.iter().zip(&articles).zip(&items) {
        let mut extended = Vec::new();
        numbers(record, &mut extended);
        for number in &extended {
            let quoted = format!("\"{number}\"");
            assert!(article.to_string().contains(&quoted), "{number}\n{article:#}");
            assert!(item.to_string().contains(&quoted), "{number}\n{item:#}");
        }
        seen += extended.len();
    }
    assert!(seen > 10, "{seen}");
}
