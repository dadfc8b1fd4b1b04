//! A release as an action and a document for `_bulk` of `OpenSearch` and Elasticsearch.
//!
//! The document holds what is searched and shown, each text as printed, in both scripts and in its folded form
//! (`search`, which `schema/opensearch-index.json` indexes); where the record has spans and doubts the document has
//! none. The id is that of the record: the same text sent twice is one document.

use press_release::{Release, Text};
use serde_json::{Map, Value, json};

pub(super) fn action(release: &Release, index: Option<&str>) -> Value {
    let mut index =
        index.map_or_else(Map::new, |index| Map::from_iter([("_index".to_owned(), index.into())]));
    index.insert("_id".to_owned(), release.id.as_str().into());
    json!({ "index": index })
}

pub(super) fn document(release: &Release) -> Value {
    let quotes = release.quotes.iter().map(|quote| {
        let speaker = quote.speaker.as_ref();
        let mut one = text(&quote.text);
        one["kind"] = json!(quote.kind);
        one["speaker"] = optional(speaker.and_then(|speaker| speaker.name.as_ref()));
        one["title"] = optional(speaker.and_then(|speaker| speaker.title.as_ref()));
        one["organization"] = optional(speaker.and_then(|speaker| speaker.organization.as_ref()));
        one
    });
    let people = release.people.iter().map(|person| {
        json!({
            "name": text(&person.name),
            "titles": texts(&person.titles),
            "organizations": texts(&person.organizations),
        })
    });
    let contacts = release.contacts.iter().map(|contact| {
        let phones = contact.phones.iter().map(|phone| phone.e164.as_ref().unwrap_or(&phone.text.text));
        json!({
            "organization": optional(contact.organization.as_ref()),
            "name": optional(contact.name.as_ref()),
            "phones": phones.collect::<Vec<_>>(),
            "emails": contact.emails.iter().map(|email| &email.text).collect::<Vec<_>>(),
        })
    });
    let boilerplate = release.boilerplate.iter().map(|about| {
        let mut one = text(&about.text);
        one["organization"] = optional(about.organization.as_ref());
        one
    });
    json!({
        "id": release.id,
        "source": {
            "path": release.source.path,
            "line": release.source.line,
            "id": release.source.id.as_ref().map(name_of),
            "fields": release.source.fields,
        },
        "edition": release.edition,
        "language": release.language,
        "status": release.status.as_ref().map(|status| status.kind),
        "embargoed_until": release.status.as_ref().and_then(|status| status.until.as_ref()),
        "release_date": release.release_date,
        "place": optional(release.dateline.as_ref().and_then(|dateline| dateline.place.as_ref())),
        "headline": optional(release.headline.as_ref()),
        "subheadlines": texts(&release.subheadlines),
        "body": release.body.iter().map(|block| text(&block.text)).collect::<Vec<_>>(),
        "quotes": quotes.collect::<Vec<_>>(),
        "captions": release.captions.iter().map(|caption| text(&caption.text)).collect::<Vec<_>>(),
        "people": people.collect::<Vec<_>>(),
        "contacts": contacts.collect::<Vec<_>>(),
        "boilerplate": boilerplate.collect::<Vec<_>>(),
        "notes": release.notes.iter().map(|note| text(&note.text)).collect::<Vec<_>>(),
        "links": release.links.iter().map(|link| &link.text.text).collect::<Vec<_>>(),
    })
}

/// An id of any kind as a string, since an index wants one kind.
fn name_of(id: &Value) -> String {
    id.as_str().map_or_else(|| id.to_string(), str::to_owned)
}

fn text(text: &Text) -> Value {
    let mut parts = json!({ "text": text.text });
    for (key, reading) in [("zh-Hant", &text.zh_hant), ("zh-Hans", &text.zh_hans), ("search", &text.search)] {
        if let Some(reading) = reading {
            parts[key] = (**reading).into();
        }
    }
    parts
}

fn optional(found: Option<&Text>) -> Value {
    found.map_or(Value::Null, text)
}

fn texts(all: &[Text]) -> Vec<Value> {
    all.iter().map(text).collect()
}
