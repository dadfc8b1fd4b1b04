//! The corpus: invented releases in the shapes that real extraction gives, and what a careful editor finds in each.
//!
//! `corpus/<kind>/<slug>/release.txt` is read and compared with `expected.json` beside it, field by field, every text
//! strictly. Then it is read with other line ends, a byte order mark, trailing blanks and more blank lines, which must
//! change nothing but spans.
//!
//! What is known to fail stands in `corpus/known-gaps.tsv`, a line each: `kind/slug`, with `#1` for the second edition;
//! the field or the variant; the reason. A gap that has closed fails the test too: its line is to be deleted.
//!
//! `CORPUS=tika cargo test corpus` looks at the releases whose path holds "tika" only.

use crate::project;
use press_release::{Parser, Release, Text};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// The fewest releases that the corpus must hold for its tests to mean something.
const FEWEST: usize = 320;

/// How many items of a list are shown that only one side has; the first tell most.
const MOST_SHOWN: usize = 8;

/// What is compared, in the order of the record.
const FIELDS: [&str; 13] = [
    "language",
    "status",
    "headline",
    "subheadlines",
    "dateline",
    "release_date",
    "body",
    "quotes",
    "captions",
    "contacts",
    "boilerplate",
    "notes",
    "end_mark",
];

/// One release of the corpus.
pub(crate) struct Entry {
    /// `kind/slug`.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    expected: Vec<Value>,
}

impl Entry {
    fn read(folder: &Path, name: String) -> Self {
        let bytes =
            fs::read(folder.join("release.txt")).unwrap_or_else(|e| panic!("{name}/release.txt: {e}"));
        let json = fs::read_to_string(folder.join("expected.json")).unwrap();
        let mut expected: Value =
            serde_json::from_str(&json).unwrap_or_else(|e| panic!("{name}/expected.json: {e}"));
        let Value::Array(expected) = expected["releases"].take() else {
            panic!("{name}/expected.json holds no list of releases")
        };
        Entry { name, bytes, expected }
    }

    pub(crate) fn releases(&self) -> Vec<Release> {
        Parser::default().parse_bytes(&self.bytes).unwrap_or_else(|e| panic!("{}: {e}", self.name))
    }

    /// `kind/slug` for the first edition, `kind/slug#1` for the second.
    fn edition_name(&self, edition: usize) -> String {
        if edition == 0 { self.name.clone() } else { format!("{}#{edition}", self.name) }
    }
}

/// Every release of the corpus, in the order of the paths.
pub(crate) fn entries() -> Vec<Entry> {
    let wanted = std::env::var("CORPUS").unwrap_or_default();
    let corpus = project("corpus");
    let mut entries = Vec::new();
    for kind in folders(&corpus) {
        for folder in folders(&kind) {
            let name = folder.strip_prefix(&corpus).unwrap().to_string_lossy().replace('\\', "/");
            if folder.join("expected.json").exists() && name.contains(&wanted) {
                entries.push(Entry::read(&folder, name));
            }
        }
    }
    entries
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut folders: Vec<PathBuf> = entries.map(|e| e.unwrap().path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// What was found to differ: by the name of the edition and the field, how.
type Differences = BTreeMap<(String, String), String>;

#[test]
fn the_corpus_is_there() {
    let ran = entries().len();
    assert!(ran >= FEWEST || std::env::var_os("CORPUS").is_some(), "only {ran} releases ran");
}

#[test]
fn every_release_gives_its_expected_record_in_every_shape() {
    let mut differences = Differences::new();
    let entries = entries();
    for entry in &entries {
        compare_fields(entry, &mut differences);
        compare_variants(entry, &mut differences);
    }
    settle(&entries, &differences);
}

fn compare_fields(entry: &Entry, differences: &mut Differences) {
    let releases = entry.releases();
    if releases.len() != entry.expected.len() {
        let how = format!("{} editions expected, {} found", entry.expected.len(), releases.len());
        differences.insert((entry.name.clone(), "editions".to_owned()), how);
    }
    for (edition, (expected, release)) in entry.expected.iter().zip(&releases).enumerate() {
        let (expected, found) = (expected_view(expected), view(release));
        for field in FIELDS {
            let (expected, found) = (&expected[field], &found[field]);
            if expected != found {
                let how = difference(expected, found);
                differences.insert((entry.edition_name(edition), field.to_owned()), how);
            }
        }
    }
}

/// A release in the form of `expected.json`.
fn view(release: &Release) -> Value {
    let text = |text: &Option<Text>| text.as_ref().map(|text| text.text.clone());
    let texts = |texts: &[Text]| texts.iter().map(|text| text.text.clone()).collect::<Vec<_>>();
    json!({
        "language": release.language.form.tag(),
        "status": release.status.as_ref().map(|s| json!({ "kind": s.kind, "text": s.text.text, "until": s.until })),
        "headline": text(&release.headline),
        "subheadlines": texts(&release.subheadlines),
        "dateline": release.dateline.as_ref().map(|d| json!({
            "text": d.text.text, "place": text(&d.place), "date": d.date, "wire": text(&d.wire),
        })),
        "release_date": release.release_date,
        "body": release.body.iter().map(|b| json!({ "kind": b.kind, "text": b.text.text })).collect::<Vec<_>>(),
        "quotes": release.quotes.iter().filter(|q| q.kind == press_release::QuoteKind::Direct).map(|q| json!({
            "text": q.text.text,
            "speaker": q.speaker.as_ref().map(|s| json!({
                "name": text(&s.name), "title": text(&s.title), "organization": text(&s.organization),
            })),
            "cue": text(&q.cue),
        })).collect::<Vec<_>>(),
        "captions": release.captions.iter().map(|c| c.text.text.clone()).collect::<Vec<_>>(),
        "contacts": release.contacts.iter().map(|c| json!({
            "organization": text(&c.organization), "name": text(&c.name), "title": text(&c.title),
            "phones": c.phones.iter().map(|p| p.text.text.clone()).collect::<Vec<_>>(),
            "emails": texts(&c.emails), "urls": texts(&c.urls),
        })).collect::<Vec<_>>(),
        "boilerplate": release.boilerplate.iter().map(|b| json!({
            "organization": text(&b.organization), "heading": text(&b.heading), "text": b.text.text,
        })).collect::<Vec<_>>(),
        "notes": release.notes.iter().map(|n| json!({ "heading": text(&n.heading), "text": n.text.text }))
            .collect::<Vec<_>>(),
        "end_mark": text(&release.end_mark),
    })
}

/// An expected release with what is compared and nothing else; what it leaves out is null.
fn expected_view(expected: &Value) -> Value {
    let status = pick(&expected["status"], &["kind", "text", "until"]);
    let dateline = pick(&expected["dateline"], &["text", "place", "date", "wire"]);
    let quotes = pick_each(&expected["quotes"], &["text", "speaker", "cue"], |quote| {
        quote["speaker"] = pick(&quote["speaker"], &["name", "title", "organization"]);
    });
    let lists = |contact: &mut Map<String, Value>| {
        for list in ["phones", "emails", "urls"] {
            if contact[list].is_null() {
                contact[list] = json!([]);
            }
        }
    };
    let contact_parts = ["organization", "name", "title", "phones", "emails", "urls"];
    json!({
        "language": expected["language"],
        "status": status,
        "headline": expected["headline"],
        "subheadlines": expected["subheadlines"],
        "dateline": dateline,
        "release_date": expected["release_date"],
        "body": pick_each(&expected["body"], &["kind", "text"], |_| {}),
        "quotes": quotes,
        "captions": expected["captions"],
        "contacts": pick_each(&expected["contacts"], &contact_parts, lists),
        "boilerplate": pick_each(&expected["boilerplate"], &["organization", "heading", "text"], |_| {}),
        "notes": pick_each(&expected["notes"], &["heading", "text"], |_| {}),
        "end_mark": expected["end_mark"],
    })
}

fn pick(from: &Value, keys: &[&str]) -> Value {
    if from.is_null() { Value::Null } else { Value::Object(part(from, keys)) }
}

fn pick_each(list: &Value, keys: &[&str], mend: impl Fn(&mut Map<String, Value>)) -> Value {
    let items = list.as_array().map(Vec::as_slice).unwrap_or_default();
    let picked = items.iter().map(|item| {
        let mut picked = part(item, keys);
        mend(&mut picked);
        Value::Object(picked)
    });
    Value::Array(picked.collect())
}

fn part(from: &Value, keys: &[&str]) -> Map<String, Value> {
    keys.iter().map(|&key| (key.to_owned(), from[key].clone())).collect()
}

/// How two values differ: for lists the items that only one of them has, for texts the place where they part.
pub(crate) fn difference(expected: &Value, found: &Value) -> String {
    if let (Value::Array(expected), Value::Array(found)) = (expected, found) {
        return list_difference(expected, found);
    }
    let (expected, found) = (expected.to_string(), found.to_string());
    format!("    expected {expected}\n    found    {found}\n{}", parting(&expected, &found))
}

fn list_difference(expected: &[Value], found: &[Value]) -> String {
    let only = |these: &[Value], those: &[Value]| -> Vec<String> {
        these.iter().filter(|item| !those.contains(item)).map(ToString::to_string).collect()
    };
    let (lost, gained) = (only(expected, found), only(found, expected));
    if lost.is_empty() && gained.is_empty() {
        return "    the same items in another order or number\n".to_owned();
    }
    let mut how = String::new();
    for item in lost.iter().take(MOST_SHOWN) {
        writeln!(how, "    expected {item}").unwrap();
    }
    for item in gained.iter().take(MOST_SHOWN) {
        writeln!(how, "    found    {item}").unwrap();
    }
    let hidden = lost.len().saturating_sub(MOST_SHOWN) + gained.len().saturating_sub(MOST_SHOWN);
    if hidden > 0 {
        writeln!(how, "    and {hidden} more").unwrap();
    }
    if let ([lost], [gained]) = (&lost[..], &gained[..]) {
        how += &parting(lost, gained);
    }
    how
}

/// Where two long texts part.
fn parting(expected: &str, found: &str) -> String {
    let same = expected.chars().zip(found.chars()).take_while(|(a, b)| a == b).count();
    if same < 40 {
        return String::new();
    }
    let from = |text: &str| text.chars().skip(same - 12).take(40).collect::<String>();
    format!("    they part at …{}…\n                 …{}…\n", from(expected), from(found))
}

/// The same release as other programs would have saved it.
fn variants(text: &str) -> [(&'static str, String); 5] {
    let lines = || text.lines();
    let ended = |end: &str| lines().fold(String::new(), |whole, line| whole + line + end);
    [
        ("crlf", ended("\r\n")),
        ("cr", ended("\r")),
        ("bom", format!("\u{feff}{text}")),
        ("trailing-blanks", ended("  \n")),
        ("blank-lines", ended("\n\n")),
    ]
}

fn compare_variants(entry: &Entry, differences: &mut Differences) {
    let Ok(text) = std::str::from_utf8(&entry.bytes) else { return };
    let text = text.trim_start_matches('\u{feff}');
    let releases = press_release::parse(text);
    assert_eq!(press_release::check_invariants(text, &releases), [], "{}", entry.name);
    let plain = without_places(&releases);
    for (variant, changed) in variants(text) {
        let found = Parser::default().parse_bytes(changed.as_bytes()).expect("it is text");
        assert_eq!(press_release::check_invariants(&changed, &found), [], "{} as {variant}", entry.name);
        let found = without_places(&found);
        if found != plain {
            let how = record_difference(&plain, &found);
            differences.insert((entry.name.clone(), variant.to_owned()), how);
        }
    }
}

/// The records without spans and source, which are all that may change.
pub(crate) fn without_places(releases: &[Release]) -> Value {
    let mut value = serde_json::to_value(releases).expect("a record is JSON");
    for release in value.as_array_mut().expect("a list") {
        release.as_object_mut().expect("a record").remove("source");
    }
    strip_spans(&mut value);
    value
}

fn strip_spans(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(strip_spans),
        Value::Object(fields) => {
            fields.remove("spans");
            fields.values_mut().for_each(strip_spans);
        }
        _ => {}
    }
}

fn record_difference(plain: &Value, found: &Value) -> String {
    let (plain, found) = (plain.as_array().expect("a list"), found.as_array().expect("a list"));
    if plain.len() != found.len() {
        return format!("    {} editions as it is, {} in this shape\n", plain.len(), found.len());
    }
    let mut how = String::new();
    for (plain, found) in plain.iter().zip(found) {
        for (field, value) in plain.as_object().expect("a record") {
            if *value != found[field] {
                write!(how, "   {field}:\n{}", difference(value, &found[field])).unwrap();
            }
        }
    }
    how
}

/// The known gaps: edition and field, and why.
pub(crate) fn known_gaps() -> BTreeMap<(String, String), String> {
    let table = fs::read_to_string(project("corpus/known-gaps.tsv")).unwrap_or_default();
    let rows = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    rows.map(|row| match row.split('\t').collect::<Vec<_>>()[..] {
        [name, field, why] if !why.trim().is_empty() => ((name.to_owned(), field.to_owned()), why.to_owned()),
        _ => panic!("corpus/known-gaps.tsv: not edition, field and reason parted by tabs: {row}"),
    })
    .collect()
}

/// Fails for a difference that is no known gap, and for a known gap that has closed.
fn settle(entries: &[Entry], differences: &Differences) {
    let gaps = known_gaps();
    let mut report = String::new();
    let mut rows = String::new();
    for ((name, field), how) in differences {
        if !gaps.contains_key(&(name.clone(), field.clone())) {
            writeln!(report, "{name} {field}:\n{how}").unwrap();
            writeln!(rows, "{name}\t{field}\t").unwrap();
        }
    }
    let ran = |name: &str| entries.iter().any(|entry| name.split('#').next() == Some(&entry.name));
    let all = std::env::var_os("CORPUS").is_none();
    for ((name, field), why) in &gaps {
        if (all || ran(name)) && !differences.contains_key(&(name.clone(), field.clone())) {
            writeln!(report, "{name} {field}: gap closed: delete the line ({why})\n").unwrap();
        }
    }
    if !rows.is_empty() {
        write!(report, "To live with these, add to corpus/known-gaps.tsv, each with its reason:\n{rows}")
            .unwrap();
    }
    assert!(report.is_empty(), "\n{report}");
}
