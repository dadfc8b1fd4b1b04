//! A release → JSON in the form that was asked for: lines, ready to be written.
//!
//! ```text
//! record.rs      the record, or some of its fields
//! ninjs.rs       IPTC ninjs 3.1
//! schema_org.rs  NewsArticle in JSON-LD
//! bulk.rs        actions and documents of `OpenSearch`
//! ```

mod bulk;
mod ninjs;
mod record;
mod schema_org;

use crate::arguments::{Arguments, Form, Script};
use press_release::{Phone, Release, Text};
pub(crate) use record::{Fields, UnknownField};
use serde::Serialize;
use serde_json::{Value, json};

/// What is rung, in forms that have one string for it: the number with its extension as RFC 3966 writes them, or as
/// printed where the number's country cannot be told.
fn dialled(phone: &Phone) -> String {
    match (&phone.e164, &phone.extension) {
        (Some(number), Some(extension)) => format!("{number};ext={extension}"),
        (Some(number), None) => number.clone(),
        (None, _) => phone.text.text.clone(),
    }
}

/// Writes releases in one form.
#[derive(Debug)]
pub(crate) struct Format {
    form: Form,
    fields: Option<Fields>,
    script: Script,
    index: Option<String>,
    pretty: bool,
}

impl Format {
    /// # Errors
    ///
    /// When a field that is asked for is none.
    pub(crate) fn new(arguments: &Arguments) -> Result<Self, UnknownField> {
        let writing = &arguments.writing;
        Ok(Format {
            form: writing.format,
            fields: Fields::named(&writing.fields)?,
            script: writing.script,
            index: writing.index.clone(),
            pretty: writing.pretty,
        })
    }

    /// Adds the lines of one release.
    pub(crate) fn write(&self, release: &Release, lines: &mut Vec<u8>) {
        match self.form {
            Form::Record => match &self.fields {
                None => self.put(release, lines),
                Some(fields) => self.put(&fields.of(release), lines),
            },
            Form::Ninjs => self.put(&ninjs::item(release, self.readings()), lines),
            Form::SchemaOrg => self.put(&schema_org::article(release, self.readings()), lines),
            Form::Bulk => {
                self.put(&bulk::action(release, self.index.as_deref()), lines);
                self.put(&bulk::document(release), lines);
            }
        }
    }

    /// Any JSON on a line of its own, or indented.
    fn put(&self, json: &impl Serialize, lines: &mut Vec<u8>) {
        let written = if self.pretty {
            serde_json::to_writer_pretty(&mut *lines, json)
        } else {
            serde_json::to_writer(&mut *lines, json)
        };
        written.expect("plain data with text for keys, written to memory");
        lines.push(b'\n');
    }

    fn readings(&self) -> Readings {
        Readings { script: self.script }
    }
}

/// In which script a form that has one text for each thing gives it: that of the release, unless one is asked for.
#[derive(Debug, Clone, Copy)]
struct Readings {
    script: Script,
}

impl Readings {
    fn of(self, text: &Text) -> &str {
        let reading = match self.script {
            Script::Hant => text.zh_hant.as_deref(),
            Script::Hans => text.zh_hans.as_deref(),
            Script::Both | Script::None => None,
        };
        reading.unwrap_or(&text.text)
    }

    /// The language of what is given.
    fn language(self, release: &Release) -> String {
        let is_chinese = release.language.form.is_chinese();
        match self.script {
            Script::Hant if is_chinese => {
                release.language.to_string().replace("Hans-CN", "Hant").replace("Hans", "Hant")
            }
            Script::Hans if is_chinese => "zh-Hans".to_owned(),
            _ => release.language.to_string(),
        }
    }
}

/// The paragraphs of the body, a blank line between them.
fn body(release: &Release, readings: Readings) -> String {
    let blocks: Vec<&str> = release.body.iter().map(|block| readings.of(&block.text)).collect();
    blocks.join("\n\n")
}

/// Adds `key` to an object, unless there is nothing to say.
fn set(object: &mut Value, key: &str, value: impl Into<Value>) {
    let value = value.into();
    let nothing = match &value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::String(text) => text.is_empty(),
        _ => false,
    };
    if !nothing {
        object[key] = value;
    }
}

/// An object with one value; nothing where there is none.
fn named(key: &str, value: Option<&str>) -> Value {
    value.map_or(Value::Null, |value| json!({ key: value }))
}

/// Whether a name among the speakers is that of a person: those are in `people`.
fn is_person(release: &Release, name: &str) -> bool {
    release.people.iter().any(|person| person.name.text == name)
}
