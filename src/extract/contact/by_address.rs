//! What the addresses of contacts tell of the names beside them: "ann.lee@weir.example" is Ann Lee's.
//!
//! Takes contacts as they were dealt out; moves an address to whom it names, shares it among those of one body, and tells a
//! person from a body where an address bears the name. It reads no lines.

use crate::release::{Contact, Text};
use crate::text::Span;

/// An address that bears somebody's name is theirs: columns that came mixed leave it with somebody near.
pub(super) fn give_own_addresses(contacts: &mut [Contact]) {
    /// Contacts on either side that columns may be mixed with: more than are ever printed abreast, and few enough to keep
    /// the cost linear.
    const NEAR: usize = 6;
    let names: Vec<Option<String>> =
        contacts.iter().map(|contact| contact.name.as_ref().map(|name| name.text.to_lowercase())).collect();
    for (to, name) in names.iter().enumerate() {
        let Some(name) = name.as_deref().filter(|_| contacts[to].emails.is_empty()) else { continue };
        let near = to.saturating_sub(NEAR)..contacts.len().min(to + NEAR + 1);
        let misdealt = near.into_iter().find_map(|from| {
            let theirs = |address: &Text| names[from].as_ref().is_some_and(|own| bears(&address.text, own));
            let wrong = |address: &Text| bears(&address.text, name) && !theirs(address);
            Some((from, contacts[from].emails.iter().position(wrong)?))
        });
        if let Some((from, at)) = misdealt {
            let address = contacts[from].emails.remove(at);
            contacts[to].emails.push(address);
        }
    }
}

/// Gives the address of the contact at `last` to the others of its body, where each of them has but a number and the address
/// bears nobody's name.
pub(super) fn share_address(contacts: &mut [Contact], last: usize) {
    let Some((last, before)) = contacts.get_mut(..=last).and_then(<[Contact]>::split_last_mut) else {
        return;
    };
    let ([address], Some(body)) = (&last.emails[..], &last.organization) else { return };
    let named = |contact: &Contact| bears_any(address, contact);
    let same = |contact: &&mut Contact| contact.organization.as_ref() == Some(body);
    let numbered =
        |contact: &Contact| contact.name.is_some() && !contact.phones.is_empty() && contact.emails.is_empty();
    let mut others: Vec<&mut Contact> = Vec::new();
    for contact in before.iter_mut().rev().take_while(same) {
        if !numbered(contact) || named(contact) {
            return;
        }
        others.push(contact);
    }
    if last.name.is_some() && !last.phones.is_empty() && !named(last) {
        for other in others {
            other.emails.push(address.clone());
        }
    }
}

/// The first of two people whose columns lost the gap between them, where their addresses tell so: "Ann Lowther Bo Moor" above
/// "ann.lowther@weir.example bo.moor@weir.example". `both` is left with the second. Whose posts are whose is not told.
pub(super) fn first_of_two_glued(both: &mut Contact) -> Option<Contact> {
    let name = both.name.as_ref().filter(|name| name.spans.len() == 1 && both.emails.len() == 2)?;
    let middle = name.text.match_indices(' ').map(|(at, _)| at).nth(1)?;
    let (first, second) = (&name.text[..middle], &name.text[middle + 1..]);
    let words = |name: &str| name.split(' ').count();
    let each = |name: &str, at: usize| bears(&both.emails[at].text, &name.to_lowercase());
    if words(second) != 2 || !each(first, 0) || !each(second, 1) || each(second, 0) {
        return None;
    }
    let span = name.spans[0];
    let part =
        |text: &str, span: Span| Some(Text { text: text.to_owned(), spans: vec![span], ..Text::default() });
    let (first, second) = (
        part(first, Span::new(span.start(), span.start() + middle)),
        part(second, Span::new(span.start() + middle + 1, span.end())),
    );
    both.name = second;
    both.title = None;
    let phones = if both.phones.len() == 2 { vec![both.phones.remove(0)] } else { both.phones.clone() };
    let emails = vec![both.emails.remove(0)];
    let organization = both.organization.clone();
    Some(Contact { name: first, organization, phones, emails, ..Contact::default() })
}

/// Of two names of which either may be the person's, the one that the address bears is.
pub(super) fn settle_by_address(contact: &mut Contact) {
    let borne = |name: &Option<Text>| {
        let words = name.as_ref().map(|name| name.text.to_lowercase()).unwrap_or_default();
        contact
            .emails
            .iter()
            .any(|address| words.split([' ', '-']).any(|word| !word.is_empty() && bears(&address.text, word)))
    };
    if borne(&contact.organization) && !borne(&contact.name) {
        std::mem::swap(&mut contact.organization, &mut contact.name);
    }
}

/// A body that an address spells out before its at sign is a person: "Aniko BARDOS" above "aniko.bardos@weir.example". Tells
/// whether there is one.
pub(super) fn name_by_address(contact: &mut Contact) -> bool {
    let spelt = |name: &Text| {
        let small = name.text.to_lowercase();
        let dotted = small.replace(' ', ".");
        let local = |address: &Text| {
            address.text.split('@').next().is_some_and(|local| local.eq_ignore_ascii_case(&dotted))
        };
        // So are those of desks spelt, but not with the family's name in capitals.
        let capitals = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
        let family = name.text.split(' ').filter(|word| capitals(word)).count();
        (1..name.text.split(' ').count()).contains(&family) && contact.emails.iter().any(local)
    };
    let person = contact.name.is_none() && contact.organization.as_ref().is_some_and(spelt);
    if person {
        contact.name = contact.organization.take();
    }
    person
}

/// Whether `address` has the last word of `name` before its at sign.
fn bears(address: &str, name: &str) -> bool {
    /// A shorter word may be there by chance.
    const SHORTEST: usize = 4;
    let local = address.split('@').next().unwrap_or("").to_lowercase();
    name.split(' ').next_back().is_some_and(|last| last.len() >= SHORTEST && local.contains(last))
}

/// Whether `address` has a word of somebody's name before its at sign.
pub(super) fn bears_any(address: &Text, contact: &Contact) -> bool {
    let name = contact.name.as_ref().map(|name| name.text.to_lowercase()).unwrap_or_default();
    name.split(' ').any(|word| bears(&address.text, word))
}

/// Whether one of the addresses is at a host that `words` name: "Quorvex" above "press@quorvex.example".
pub(super) fn is_host(words: &Text, addresses: &[Text]) -> bool {
    let letters = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let name = letters(&words.text);
    let hosts = |address: &Text| {
        address
            .text
            .split_once('@')
            .is_some_and(|(_, host)| host.split('.').any(|label| letters(label) == name))
    };
    addresses.iter().any(hosts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_tells_which_name_is_the_person() {
        let text = |text: &str| Text { text: text.to_owned(), ..Text::default() };
        let (name, organization) = (Some(text("Quorvex Lumo")), Some(text("Ottila Brandeis")));
        let emails = vec![text("ottila@quorvex.example")];
        let mut contact = Contact { organization, name, emails, ..Contact::default() };
        settle_by_address(&mut contact);
        assert_eq!(contact.name.unwrap().text, "Ottila Brandeis");
    }

    #[test]
    fn an_address_bears_a_name() {
        assert!(bears("a.okafor-lind@harbour.example", "ann okafor-lind"));
        assert!(!bears("press@harbour.example", "ann lee"));
    }
}
