//! A release as a schema.org `NewsArticle` in JSON-LD, its quotes as `Quotation`.
//!
//! What schema.org has no place for is left out: spans, doubts, notes to editors.

use super::{Readings, body, dialled, is_person, named, set};
use press_release::{Contact, Quote, Release, Text, WrittenForm};
use serde_json::{Value, json};

pub(super) fn article(release: &Release, readings: Readings) -> Value {
    let mut article = json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": format!("urn:press-release:{}", release.id),
        "identifier": release.id,
        "genre": "Press release",
    });
    let text = |text: &Option<Text>| text.as_ref().map(|text| readings.of(text).to_owned());
    if release.language.form != WrittenForm::Undetermined {
        set(&mut article, "inLanguage", readings.language(release));
    }
    set(&mut article, "headline", text(&release.headline));
    let decks: Vec<&str> = release.subheadlines.iter().map(|deck| readings.of(deck)).collect();
    set(&mut article, "alternativeHeadline", decks);
    set(&mut article, "datePublished", release.release_date.map(|date| date.to_string()));
    set(&mut article, "dateline", release.dateline.as_ref().map(|dateline| readings.of(&dateline.text)));
    set(&mut article, "articleBody", body(release, readings));
    let quotes: Vec<Value> = release.quotes.iter().map(|quote| quotation(release, quote, readings)).collect();
    set(&mut article, "hasPart", quotes);
    let people = release.people.iter().map(|one| {
        let title = one.titles.first();
        person(readings.of(&one.name), title, one.organizations.first(), readings)
    });
    set(&mut article, "mentions", people.collect::<Vec<_>>());
    let pictures: Vec<Value> = release
        .captions
        .iter()
        .map(|caption| json!({ "@type": "ImageObject", "caption": readings.of(&caption.text) }))
        .collect();
    set(&mut article, "image", pictures);
    set(&mut article, "sourceOrganization", organizations(release, readings));
    article
}

fn quotation(release: &Release, quote: &Quote, readings: Readings) -> Value {
    let mut quotation = json!({ "@type": "Quotation", "text": readings.of(&quote.text) });
    if let Some(speaker) = &quote.speaker
        && let Some(name) = speaker.name.as_ref().or(speaker.mention.as_ref())
    {
        let creator = if is_person(release, &name.text) {
            person(readings.of(name), speaker.title.as_ref(), speaker.organization.as_ref(), readings)
        } else {
            json!({ "@type": "Organization", "name": readings.of(name) })
        };
        quotation["creator"] = creator;
    }
    quotation
}

fn person(name: &str, title: Option<&Text>, organization: Option<&Text>, readings: Readings) -> Value {
    let mut person = json!({ "@type": "Person", "name": name });
    set(&mut person, "jobTitle", title.map(|title| readings.of(title)));
    let mut affiliation = named("name", organization.map(|organization| readings.of(organization)));
    if !affiliation.is_null() {
        affiliation["@type"] = "Organization".into();
    }
    set(&mut person, "affiliation", affiliation);
    person
}

/// Whom the boilerplate describes, with its text, and those that have contacts, with the contacts.
fn organizations(release: &Release, readings: Readings) -> Vec<Value> {
    let mut found: Vec<Value> = Vec::new();
    let mut at = |name: Option<&Text>| {
        let name = name.map(|name| readings.of(name)).unwrap_or_default();
        found.iter().position(|known| known["name"] == name).unwrap_or_else(|| {
            let mut organization = json!({ "@type": "Organization" });
            set(&mut organization, "name", name);
            found.push(organization);
            found.len() - 1
        })
    };
    let abouts: Vec<usize> =
        release.boilerplate.iter().map(|about| at(about.organization.as_ref())).collect();
    let contacts: Vec<usize> = release.contacts.iter().map(|one| at(one.organization.as_ref())).collect();
    for (place, about) in abouts.into_iter().zip(&release.boilerplate) {
        set(&mut found[place], "description", readings.of(&about.text));
        set(&mut found[place], "url", about.urls.first().map(|url| url.text.as_str()));
    }
    for (place, contact) in contacts.into_iter().zip(&release.contacts) {
        match &mut found[place]["contactPoint"] {
            Value::Array(points) => points.push(contact_point(contact, readings)),
            none => *none = json!([contact_point(contact, readings)]),
        }
    }
    found
}

fn contact_point(contact: &Contact, readings: Readings) -> Value {
    let mut point = json!({ "@type": "ContactPoint", "contactType": "press" });
    set(&mut point, "name", contact.name.as_ref().map(|name| readings.of(name)));
    set(&mut point, "telephone", contact.phones.iter().map(dialled).collect::<Vec<_>>());
    set(&mut point, "faxNumber", contact.faxes.iter().map(dialled).collect::<Vec<_>>());
    set(&mut point, "email", contact.emails.iter().map(|email| email.text.as_str()).collect::<Vec<_>>());
    set(&mut point, "url", contact.urls.iter().map(|url| url.text.as_str()).collect::<Vec<_>>());
    point
}
