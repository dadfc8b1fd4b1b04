//! Every text of a record, visited.
//!
//! Takes a record and a function, and shows the function each [`Text`]. It knows where texts are and nothing else.

use crate::release::{Release, Text};

/// Calls `see` with every text of the record.
pub(crate) fn each_text<'r>(release: &'r Release, see: &mut dyn FnMut(&'r Text)) {
    release.status.iter().for_each(|status| see(&status.text));
    release.headline.iter().chain(&release.subheadlines).for_each(&mut *see);
    if let Some(dateline) = &release.dateline {
        see(&dateline.text);
        dateline.place.iter().chain(&dateline.wire).for_each(&mut *see);
    }
    release.body.iter().for_each(|block| see(&block.text));
    for quote in &release.quotes {
        see(&quote.text);
        quote.cue.iter().for_each(&mut *see);
        if let Some(speaker) = &quote.speaker {
            let parts =
                [&speaker.name, &speaker.title, &speaker.organization, &speaker.honorific, &speaker.mention];
            parts.into_iter().flatten().for_each(&mut *see);
        }
    }
    for caption in &release.captions {
        see(&caption.text);
        for person in &caption.people {
            let parts = [&person.name, &person.title, &person.organization, &person.position];
            parts.into_iter().flatten().for_each(&mut *see);
        }
    }
    for contact in &release.contacts {
        [&contact.organization, &contact.name, &contact.title].into_iter().flatten().for_each(&mut *see);
        contact.phones.iter().chain(&contact.faxes).for_each(|phone| see(&phone.text));
        contact.emails.iter().chain(&contact.urls).for_each(&mut *see);
    }
    for boilerplate in &release.boilerplate {
        boilerplate
            .organization
            .iter()
            .chain(&boilerplate.heading)
            .chain(&boilerplate.urls)
            .for_each(&mut *see);
        see(&boilerplate.text);
    }
    for note in &release.notes {
        note.heading.iter().for_each(&mut *see);
        see(&note.text);
    }
    release.end_mark.iter().for_each(&mut *see);
    for person in &release.people {
        see(&person.name);
        person.titles.iter().chain(&person.organizations).chain(&person.mentions).for_each(&mut *see);
    }
    release.links.iter().for_each(|link| see(&link.text));
    release.other.iter().for_each(|other| see(&other.text));
}

/// Calls `change` with every text of the record, in the same order.
pub(crate) fn each_text_mut(release: &mut Release, change: &mut dyn FnMut(&mut Text)) {
    release.status.iter_mut().for_each(|status| change(&mut status.text));
    release.headline.iter_mut().chain(&mut release.subheadlines).for_each(&mut *change);
    if let Some(dateline) = &mut release.dateline {
        change(&mut dateline.text);
        dateline.place.iter_mut().chain(&mut dateline.wire).for_each(&mut *change);
    }
    release.body.iter_mut().for_each(|block| change(&mut block.text));
    for quote in &mut release.quotes {
        change(&mut quote.text);
        quote.cue.iter_mut().for_each(&mut *change);
        if let Some(speaker) = &mut quote.speaker {
            [
                &mut speaker.name,
                &mut speaker.title,
                &mut speaker.organization,
                &mut speaker.honorific,
                &mut speaker.mention,
            ]
            .into_iter()
            .flatten()
            .for_each(&mut *change);
        }
    }
    for caption in &mut release.captions {
        change(&mut caption.text);
        for person in &mut caption.people {
            [&mut person.name, &mut person.title, &mut person.organization, &mut person.position]
                .into_iter()
                .flatten()
                .for_each(&mut *change);
        }
    }
    for contact in &mut release.contacts {
        [&mut contact.organization, &mut contact.name, &mut contact.title]
            .into_iter()
            .flatten()
            .for_each(&mut *change);
        contact.phones.iter_mut().chain(&mut contact.faxes).for_each(|phone| change(&mut phone.text));
        contact.emails.iter_mut().chain(&mut contact.urls).for_each(&mut *change);
    }
    for boilerplate in &mut release.boilerplate {
        boilerplate.organization.iter_mut().chain(&mut boilerplate.heading).for_each(&mut *change);
        boilerplate.urls.iter_mut().for_each(&mut *change);
        change(&mut boilerplate.text);
    }
    for note in &mut release.notes {
        note.heading.iter_mut().for_each(&mut *change);
        change(&mut note.text);
    }
    release.end_mark.iter_mut().for_each(&mut *change);
    for person in &mut release.people {
        change(&mut person.name);
        person.titles.iter_mut().chain(&mut person.organizations).for_each(&mut *change);
        person.mentions.iter_mut().for_each(&mut *change);
    }
    release.links.iter_mut().for_each(|link| change(&mut link.text));
    release.other.iter_mut().for_each(|other| change(&mut other.text));
}
