//! A release as IPTC ninjs 3.1.
//!
//! What ninjs has no place for is left out: spans, doubts, titles of people, who said which words. A day has no time of
//! day, and `contentCreated` wants one: midnight in UTC stands for "some time on that day".

use super::{Readings, body, dialled, set};
use press_release::{Contact, Release, StatusKind, Text, WrittenForm};
use serde_json::{Value, json};

const STANDARD: &str = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#";

pub(super) fn item(release: &Release, readings: Readings) -> Value {
    let mut item = json!({
        "uri": format!("urn:press-release:{}", release.id),
        "type": "text",
        "representationType": "full",
        "version": "1",
        "genres": [{ "name": "Press Release" }],
        "altIds": [{ "role": "press-release", "value": release.id }],
        "standard": { "name": "ninjs", "version": "3.1", "schema": STANDARD },
    });
    if release.language.form != WrittenForm::Undetermined {
        set(&mut item, "language", readings.language(release));
    }
    let text = |text: &Option<Text>| text.as_ref().map(|text| readings.of(text).to_owned());
    set(&mut item, "title", text(&release.headline));
    set(&mut item, "headlines", headlines(release, readings));
    set(&mut item, "bodies", bodies(release, readings));
    set(&mut item, "located", release.dateline.as_ref().and_then(|dateline| text(&dateline.place)));
    set(&mut item, "contentCreated", release.release_date.map(|date| format!("{date}T00:00:00Z")));
    set(&mut item, "edNote", notes(release, readings));
    set(&mut item, "people", people(release, readings));
    set(&mut item, "organisations", organisations(release, readings));
    let sources: Vec<Value> = release.contacts.iter().map(|contact| source(contact, readings)).collect();
    set(&mut item, "infoSources", sources);
    if let Some(status) = &release.status {
        set(&mut item, "usageTerms", readings.of(&status.text));
        let embargoed = status.kind == StatusKind::Embargoed;
        set(&mut item, "pubStatus", if embargoed { "withheld" } else { "usable" });
        set(&mut item, "embargoedUntil", status.until.as_deref().and_then(moment));
    }
    item
}

/// An embargo's end as RFC 3339; nothing where the release gives no zone, since then it is no moment.
fn moment(until: &str) -> Option<String> {
    let (minute, zone) = until.split_at_checked("2024-03-14T10:00".len())?;
    (!zone.is_empty()).then(|| format!("{minute}:00{zone}"))
}

fn headlines(release: &Release, readings: Readings) -> Vec<Value> {
    let main = release.headline.iter().map(|text| ("main", text));
    let decks = release.subheadlines.iter().map(|text| ("subheadline", text));
    main.chain(decks).map(|(role, text)| json!({ "role": role, "value": readings.of(text) })).collect()
}

fn bodies(release: &Release, readings: Readings) -> Vec<Value> {
    let part = |role: &str, text: &str| json!({ "role": role, "contentType": "text/plain", "charCount": text.chars().count(), "value": text });
    let main = body(release, readings);
    let main = (!main.is_empty()).then(|| part("main", &main));
    let captions = release.captions.iter().map(|caption| part("caption", readings.of(&caption.text)));
    let boilerplate = release.boilerplate.iter().map(|about| part("boilerplate", readings.of(&about.text)));
    main.into_iter().chain(captions).chain(boilerplate).collect()
}

fn notes(release: &Release, readings: Readings) -> String {
    let notes: Vec<&str> = release.notes.iter().map(|note| readings.of(&note.text)).collect();
    notes.join("\n\n")
}

fn people(release: &Release, readings: Readings) -> Vec<Value> {
    let speaks = |name: &Text| {
        let mut speakers = release.quotes.iter().filter_map(|quote| quote.speaker.as_ref()?.name.as_ref());
        speakers.any(|speaker| speaker.text == name.text)
    };
    let person = |name: &Text| {
        let rel = if speaks(name) { "quoted" } else { "mentioned" };
        json!({ "name": readings.of(name), "rel": rel })
    };
    release.people.iter().map(|one| person(&one.name)).collect()
}

/// Whom the boilerplate describes, and whose contacts there are, each once.
fn organisations(release: &Release, readings: Readings) -> Vec<Value> {
    let about = release.boilerplate.iter().filter_map(|about| about.organization.as_ref());
    let contacts = release.contacts.iter().filter_map(|contact| contact.organization.as_ref());
    let mut names: Vec<&str> = Vec::new();
    for name in about.chain(contacts).map(|name| readings.of(name)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.into_iter().map(|name| json!({ "name": name })).collect()
}

fn source(contact: &Contact, readings: Readings) -> Value {
    let name = contact.name.as_ref().or(contact.organization.as_ref());
    let phones = contact.phones.iter().map(|phone| ("phone", dialled(phone)));
    let faxes = contact.faxes.iter().map(|fax| ("fax", dialled(fax)));
    let emails = contact.emails.iter().map(|email| ("email", email.text.clone()));
    let urls = contact.urls.iter().map(|url| ("web", url.text.clone()));
    let ways = phones.chain(faxes).chain(emails).chain(urls);
    let ways: Vec<Value> =
        ways.map(|(kind, value)| json!({ "type": kind, "role": "press", "value": value })).collect();
    let mut source = json!({ "role": "press contact" });
    set(&mut source, "name", name.map(|name| readings.of(name)));
    set(&mut source, "contactInfo", ways);
    source
}
