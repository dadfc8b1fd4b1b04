//! Deals the pieces of contact lines out to contacts.
//!
//! Takes the pieces of each cell, in reading order, and the text of the release; gives the contacts. An organisation or a
//! second person starts a new contact; people who share a line share what follows, one number or address each where there are
//! as many. What addresses tell of the names beside them is in `by_address.rs`. It reads no lines, and the text only for a
//! body that no table knows, in `unlisted.rs`.

use super::Piece;
use super::by_address::{
    bears_any, first_of_two_glued, give_own_addresses, is_host, name_by_address, settle_by_address,
    share_address,
};
use super::unlisted::is_body_by_place;
use crate::extract::person;
use crate::lexicon::labels;
use crate::release::{Contact, Phone, Text};
use rustc_hash::FxHashMap;

/// The contacts that the cells of `source` hold.
pub(super) fn deal(source: &str, cells: impl Iterator<Item = Vec<Piece>>) -> Vec<Contact> {
    let mut dealer = Dealer { source, ..Dealer::default() };
    let mut cells = cells.peekable();
    while let Some(cell) = cells.next() {
        let abreast = cell.iter().filter(|piece| matches!(piece, Piece::Person { .. })).count();
        if dealer.deal_abreast(&cell) || dealer.is_seat_again(&cell, cells.peek()) {
            continue;
        }
        if let Some(body) = dealer.own_seat(&cell, cells.peek()) {
            dealer.open.organization = Some(body);
            continue;
        }
        // "Harbour Paper PLC  +44 1632 960130" above "Ann Lee, Chief Executive": the number is hers.
        let number_above = dealer.waits_for_name() && cells.peek().is_none_or(|next| !has_own_number(next));
        let cell_reaches = reaches(&cell);
        let cell_rings = cell.iter().any(|piece| matches!(piece, Piece::Phone(_)));
        // A fax number between the numbers and the addresses of people on one line.
        let mere_rest = cell.iter().all(|piece| matches!(piece, Piece::Fax(_) | Piece::Url(_)));
        let apart = matches!(cell[..], [Piece::Email(_)])
            || abreast > 1 && matches!(cell[..], [.., Piece::Phone(_), Piece::Email(_)]);
        let body_of_all = if abreast > 1 { body_of_last(&cell) } else { None };
        let one_line = is_of_one(&cell);
        let mut named = false;
        for mut piece in cell {
            // "Ann Lee   Quorvex Lumo   2155 0101": behind somebody's name what nobody is given is the body.
            if let Piece::Person { name, title: None, organization: None, doubtful: true } = &piece
                && one_line
                && named
            {
                piece = Piece::Organization(name.clone());
            }
            named = matches!(piece, Piece::Person { doubtful: false, .. });
            // Whom one line names together are of one kind, and of one body where only the last is named with one.
            if let Piece::Person { doubtful, organization, .. } = &mut piece {
                *doubtful &= abreast < 2;
                *organization = organization.take().or_else(|| body_of_all.clone());
            }
            dealer.deal(piece, number_above && !cell_rings);
        }
        dealer.apart |= apart;
        if !mere_rest {
            dealer.abreast = if cell_reaches { 0 } else { abreast };
        }
        if abreast > 1 && cell_reaches {
            dealer.share_among(abreast);
        }
    }
    dealer.close();
    give_own_addresses(&mut dealer.contacts);
    for last in std::mem::take(&mut dealer.shared) {
        share_address(&mut dealer.contacts, last);
    }
    dealer.contacts
}

/// Somebody who is named twice, once with no number and no address, is one contact: the signature above the contacts tells the
/// post and the body.
pub(crate) fn join_same(contacts: &mut Vec<Contact>) {
    let reaches = |contact: &Contact| !contact.phones.is_empty() || !contact.emails.is_empty();
    if contacts.iter().all(reaches) {
        return;
    }
    let name = |contact: &Contact| contact.name.as_ref().map(|name| name.text.clone());
    let named = contacts.iter().enumerate().filter(|(_, contact)| reaches(contact));
    let reached: FxHashMap<String, usize> =
        named.filter_map(|(at, contact)| Some((name(contact)?, at))).collect();
    let mut kept = vec![true; contacts.len()];
    for at in 0..contacts.len() {
        if reaches(&contacts[at]) {
            continue;
        }
        let Some(&to) = name(&contacts[at]).and_then(|name| reached.get(&name)) else { continue };
        let (title, organization) = (contacts[at].title.clone(), contacts[at].organization.clone());
        contacts[to].title = contacts[to].title.take().or(title);
        contacts[to].organization = contacts[to].organization.take().or(organization);
        kept[at] = false;
    }
    let mut kept = kept.into_iter();
    contacts.retain(|_| kept.next().unwrap_or(true));
}

/// Gives back the room that `contacts` do not fill: a list grows by four at a time, and a contact has one number.
pub(crate) fn fit(contacts: &mut Vec<Contact>) {
    for Contact { phones, faxes, emails, urls, .. } in contacts.iter_mut() {
        phones.shrink_to_fit();
        faxes.shrink_to_fit();
        emails.shrink_to_fit();
        urls.shrink_to_fit();
    }
    contacts.shrink_to_fit();
}

/// Whether `name` is no body's but that of a desk: Media Relations.
fn is_desk(name: Option<&Text>) -> bool {
    name.is_some_and(|name| name.text.is_ascii() && labels::is_desk(&name.text))
}

/// The body with which a line names the last of several people, all of them without a post: "Ann Lee or Bo Moor at Weir Mill".
fn body_of_last(cell: &[Piece]) -> Option<Text> {
    let mut people = cell.iter().filter_map(|piece| match piece {
        Piece::Person { title, organization, .. } => Some((title, organization)),
        _ => None,
    });
    let (title, body) = people.next_back()?;
    let bare = people.all(|(title, organization)| title.is_none() && organization.is_none());
    body.clone().filter(|_| bare && title.is_none())
}

/// Whether a cell is the number of who is named above it.
fn has_own_number(cell: &[Piece]) -> bool {
    let opens = cell.first();
    let names = matches!(opens, Some(Piece::Heading(_) | Piece::Organization(_) | Piece::Person { .. }));
    !names && cell.iter().any(|piece| matches!(piece, Piece::Phone(_)))
}

/// Whether a line has the number or the address of one person, one of each at most.
fn is_of_one(cell: &[Piece]) -> bool {
    let count = |of: fn(&Piece) -> bool| cell.iter().filter(|piece| of(piece)).count();
    let phones = count(|piece| matches!(piece, Piece::Phone(_)));
    let emails = count(|piece| matches!(piece, Piece::Email(_)));
    phones <= 1 && emails <= 1 && phones + emails > 0
}

fn reaches(cell: &[Piece]) -> bool {
    cell.iter().any(|piece| matches!(piece, Piece::Phone(_) | Piece::Email(_)))
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Reader {
    #[default]
    Press,
    /// The public, up to the next body or person.
    Public,
    /// The public, up to the next heading.
    PublicBelow,
}

/// What is not sure of the open contact's name.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Doubt {
    #[default]
    None,
    /// It may be a body's: it is where another name follows at once.
    Name,
    /// It and the body's name may be the other way round: an address tells.
    Either,
}

#[derive(Default)]
struct Dealer<'t> {
    source: &'t str,
    contacts: Vec<Contact>,
    open: Contact,
    /// Of the contacts that follow.
    organization: Option<Text>,
    /// The body that a person since the last heading was named with: of those who are named without one.
    of_person: Option<Text>,
    /// Whether it was named last, and nobody since: a heading between it and its people leaves it.
    fresh: bool,
    /// The body that stood above a heading, and so is that of all headings below it.
    over_headings: Option<Text>,
    /// Whether the open contact is one more desk of the body before it.
    same_body: bool,
    /// For whom what follows is.
    reader: Reader,
    doubt: Doubt,
    /// Whether the open contact's address stands on a line of its own, or at the end of a line of several people.
    apart: bool,
    /// Contacts whose address stands so.
    shared: Vec<usize>,
    /// How many people the line before named.
    abreast: usize,
    /// The numbers beside the body's name, above its people.
    of_body: Vec<Phone>,
    /// Words below the open contact's name that tell nothing by themselves.
    words: Option<Text>,
}

impl Dealer<'_> {
    fn reached(&self) -> bool {
        !self.open.phones.is_empty() || !self.open.emails.is_empty()
    }

    /// Whether a body has its number and nothing else yet.
    fn waits_for_name(&self) -> bool {
        self.open.name.is_none()
            && !self.open.phones.is_empty()
            && self.open.emails.is_empty()
            && self.organization.is_some()
    }

    /// Whether a body stands above, and nobody of it nor a number yet.
    fn waits_for_person(&self) -> bool {
        let body = self.organization.as_ref();
        self.open.name.is_none()
            && !self.reached()
            && !self.same_body
            && body.is_some_and(|body| person::ends_as_body(&body.text))
    }

    /// Whether the open contact is a person without a body and without a number yet.
    fn waits_for_body(&self) -> bool {
        let open = &self.open;
        open.name.is_some()
            && open.organization.is_none()
            && self.organization.is_none()
            && self.of_person.is_none()
            && !self.reached()
    }

    /// Whether a desk stands above, whose body is still to come.
    fn is_at_desk(&self, reached: bool) -> bool {
        self.open.name.is_none() && !reached && is_desk(self.organization.as_ref())
    }

    /// Whether `cell` names but one more body of the open contact, whose number follows at once: "Department of Soils" is
    /// printed above "University of Weir".
    fn is_seat_again(&self, cell: &[Piece], next: Option<&Vec<Piece>>) -> bool {
        let numbered =
            || next.is_some_and(|next| matches!(next.first(), Some(Piece::Phone(_) | Piece::Email(_))));
        matches!(cell, [Piece::Organization(_)])
            && self.open.name.is_some()
            && self.open.organization.as_ref().is_some_and(|body| body.text.is_ascii())
            && !self.reached()
            && numbered()
    }

    /// The body that `cell` gives somebody whose number follows at once, though another stands above: "For Weir Mill:" above
    /// "Ann Lee / Moor PR / 2155 0143".
    fn own_seat(&self, cell: &[Piece], next: Option<&Vec<Piece>>) -> Option<Text> {
        let [Piece::Organization(body)] = cell else { return None };
        let open = &self.open;
        let waits = open.name.is_some() && open.organization.is_none() && !self.reached();
        let numbered =
            next.is_some_and(|next| matches!(next.first(), Some(Piece::Phone(_) | Piece::Email(_))));
        (waits && self.organization.is_some() && numbered).then(|| body.clone())
    }

    /// Whether the open contact is a name and nothing else.
    fn says_name_alone(&self) -> bool {
        let open = &self.open;
        open.name.is_some()
            && open.title.is_none()
            && open.organization.is_none()
            && open.faxes.is_empty()
            && !self.reached()
    }

    fn close(&mut self) {
        let mut done = std::mem::take(&mut self.open);
        let apart = std::mem::take(&mut self.apart);
        let same_body = std::mem::take(&mut self.same_body);
        if self.doubt == Doubt::Either {
            self.doubt = Doubt::None;
            settle_by_address(&mut done);
        }
        let bodiless = done.organization.is_none() && self.organization.is_none();
        let words = self.words.take().filter(|words| {
            is_host(words, &done.emails)
                || bodiless && self.reader == Reader::Press && is_body_by_place(words, self.source)
        });
        if done.name.is_some() && done.organization.is_none() && done.phones.is_empty() {
            done.phones.clone_from(&self.of_body);
            self.give_address_of_body(&mut done);
        }
        // A fax of nobody is that of the page: 銷售熱線 and 傳真 at its foot.
        let somebodys = !bodiless || words.is_some() || self.over_headings.is_some();
        let says = done.name.is_some()
            || !done.phones.is_empty()
            || !done.emails.is_empty()
            || !done.faxes.is_empty() && somebodys;
        if let Some(first) = says.then(|| first_of_two_glued(&mut done)).flatten() {
            self.contacts.push(first);
        }
        if says {
            let of_person_before = self.of_person.clone().filter(|_| done.name.is_some());
            let own = done.organization.clone().or(words);
            let organization = own.or_else(|| self.organization.clone()).or(of_person_before);
            let before = self.contacts.last().filter(|_| same_body && done.name.is_none());
            let organization = organization.or_else(|| before?.organization.clone());
            let organization = organization.or_else(|| self.over_headings.clone());
            let mut done = Contact { organization, ..done };
            if name_by_address(&mut done) {
                self.organization = None;
            }
            if apart {
                self.shared.push(self.contacts.len());
            }
            self.contacts.push(done);
            self.fresh = false;
        }
    }

    /// Gives somebody who has but the body's number the address of the one before, where it bears nobody's name.
    fn give_address_of_body(&self, done: &mut Contact) {
        let of_body = |before: &&Contact| !self.of_body.is_empty() && before.phones == self.of_body;
        let Some(before) = self.contacts.last().filter(of_body) else { return };
        if let ([], [address]) = (&done.emails[..], &before.emails[..])
            && !bears_any(address, before)
        {
            done.emails.push(address.clone());
        }
    }

    fn deal(&mut self, piece: Piece, number_above: bool) {
        let reached = self.reached();
        let heading = matches!(piece, Piece::Heading(_) | Piece::Purpose | Piece::Public { .. });
        if self.reader == Reader::PublicBelow && !heading {
            return;
        }
        match piece {
            Piece::Heading(named) => {
                self.close();
                self.of_body.clear();
                // "Ministry of Roads / Media Relations": the desk is of the body above it.
                let of_body = self.fresh && !is_desk(self.organization.as_ref()) && is_desk(named.as_ref());
                if named.is_some() && !of_body {
                    self.fresh = true;
                    self.organization = named;
                    self.over_headings = None;
                } else if self.fresh {
                    self.over_headings.clone_from(&self.organization);
                } else {
                    self.organization = None;
                }
                self.of_person = None;
                self.reader = Reader::Press;
            }
            // "United States" below somebody whose number is still to come ends an address.
            Piece::Purpose if self.open.name.is_some() && !reached => {}
            Piece::Purpose => {
                self.close();
                self.same_body = true;
                self.reader = Reader::Press;
            }
            Piece::Public { below } => {
                self.close();
                self.reader = if below { Reader::PublicBelow } else { Reader::Public };
            }
            Piece::Unit(name)
                if self.open.name.is_some()
                    && reached
                    && self.open.organization.is_none()
                    && self.organization.is_none() =>
            {
                self.open.organization = Some(name);
            }
            // 北堤磨坊 / 方圓: what stands below a body and may be a name is one.
            Piece::Organization(name)
                if self.waits_for_person() && person::chinese_may_be_name(&name.text) =>
            {
                self.deal(Piece::somebody(name, None), number_above);
            }
            Piece::Organization(name) | Piece::Unit(name) => {
                self.reader = Reader::Press;
                // "Press Office / Ann Lee / Press Officer, Weir Mill": the desk is of the body.
                let no_body = self.organization.is_none() || is_desk(self.organization.as_ref());
                if self.open.name.is_some() && !reached && self.open.organization.is_none() && no_body {
                    self.open.organization = Some(name);
                } else if self.open.name.is_some() && !reached && is_desk(self.open.organization.as_ref()) {
                    // "Ann Lee / Media Relations / Weir Mill"
                    self.open.organization = Some(name);
                } else if self.is_at_desk(reached) {
                    // "Media Relations / Weir Mill"
                    self.organization = Some(name);
                } else if self.open.name.is_some() || reached || self.organization.is_none() || self.same_body
                {
                    self.close();
                    self.of_body.clear();
                    self.organization = Some(name);
                    self.of_person = None;
                    self.fresh = true;
                }
            }
            // Of two names that may be a body's the first is the person's: so print most blocks. Where the first surely is
            // one, the second is whom it is asked for.
            Piece::Person { name, title: None, organization: None, doubtful: true }
                if self.waits_for_body() =>
            {
                let either = self.doubt == Doubt::Name && self.says_name_alone();
                self.doubt = if either { Doubt::Either } else { Doubt::None };
                self.deal(Piece::Organization(name), number_above);
            }
            Piece::Person { name, title, organization, doubtful } => {
                self.reader = Reader::Press;
                if self.doubt == Doubt::Name && self.says_name_alone() {
                    self.organization = self.open.name.take();
                }
                let doubtful = doubtful && (self.organization.is_none() || reached);
                if self.open.name.is_some() || (reached && !number_above) {
                    self.close();
                } else if number_above {
                    self.of_body.clone_from(&self.open.phones);
                }
                self.doubt = if doubtful { Doubt::Name } else { Doubt::None };
                if organization.is_some() {
                    self.of_person.clone_from(&organization);
                }
                let open = std::mem::take(&mut self.open);
                self.open = Contact { name: Some(name), title: title.or(open.title), organization, ..open };
            }
            Piece::Title(title) => {
                self.open.title.get_or_insert(title);
            }
            Piece::Post { title, organization } => self.deal_post(title, organization),
            Piece::Words(words) if self.is_at_desk(reached) && words.text.contains(' ') => {
                self.organization = Some(words);
            }
            Piece::Words(words) if self.open.name.is_some() && !reached => self.words = Some(words),
            Piece::Words(words)
                if self.open.name.is_none()
                    && !reached
                    && self.organization.is_none()
                    && words.text.contains(' ')
                    && is_body_by_place(&words, self.source) =>
            {
                self.organization = Some(words);
                self.of_person = None;
                self.fresh = true;
            }
            Piece::Words(_) => {}
            _ if self.reader == Reader::Public => {}
            Piece::Phone(number) => self.open.phones.push(number),
            Piece::Fax(number) => match self.contacts.last_mut() {
                Some(last) if self.open.name.is_none() && !reached => last.faxes.push(number),
                _ => self.open.faxes.push(number),
            },
            Piece::Email(address) => self.open.emails.push(address),
            Piece::Url(address) => match self.contacts.last_mut() {
                Some(last) if self.open.name.is_none() && !reached => last.urls.push(address),
                _ => self.open.urls.push(address),
            },
        }
    }

    /// A post below a name is that person's; below somebody's numbers it is the next one's. Below a body what stands before it
    /// and may be a name is one: 北堤磨坊 / 烏蘭其其格 公關總監.
    fn deal_post(&mut self, title: Text, organization: Option<Text>) {
        let is_name = |name: &Text| person::chinese_may_be_long_name(&name.text);
        if self.waits_for_person()
            && let Some(name) = organization.clone().filter(is_name)
        {
            self.deal(Piece::somebody(name, Some(title)), false);
            return;
        }
        if self.reached() && self.open.title.is_some() {
            self.close();
        }
        self.open.title.get_or_insert(title);
        if self.open.name.is_none() {
            self.organization = organization.or(self.organization.take());
        } else if self.open.organization.is_none() {
            self.open.organization = organization;
        }
    }

    /// Numbers or addresses below people who share a line: as many each, or all for all.
    fn deal_abreast(&mut self, cell: &[Piece]) -> bool {
        let people = self.abreast;
        if let [
            Piece::Organization(name)
            | Piece::Person { name, title: None, organization: None, doubtful: true, .. },
        ] = cell
        {
            return self.seat_abreast(name);
        }
        if let [Piece::Words(name)] = cell
            && is_body_by_place(name, self.source)
        {
            return self.seat_abreast(name);
        }
        let all = |of: fn(&Piece) -> bool| cell.iter().all(of);
        let kind =
            all(|piece| matches!(piece, Piece::Phone(_))) || all(|piece| matches!(piece, Piece::Email(_)));
        if people < 2 || cell.is_empty() || !kind || self.contacts.len() + 1 < people {
            return false;
        }
        let first = self.contacts.len() + 1 - people;
        // Where they do not come out even, all reach everybody.
        let each = if cell.len().is_multiple_of(people) { cell.len() / people } else { 0 };
        for index in 0..people {
            let contact = self.contacts.get_mut(first + index).unwrap_or(&mut self.open);
            let theirs = if each > 0 { &cell[index * each..(index + 1) * each] } else { cell };
            for piece in theirs {
                match piece.clone() {
                    Piece::Phone(number) => contact.phones.push(number),
                    Piece::Email(address) => contact.emails.push(address),
                    _ => {}
                }
            }
        }
        true
    }

    /// The body of people who share a line, below it. Tells whether it is theirs: they have none, and no number yet.
    fn seat_abreast(&mut self, body: &Text) -> bool {
        let first = (self.contacts.len() + 1).checked_sub(self.abreast).filter(|_| self.abreast > 1);
        let Some(first) = first.filter(|_| self.waits_for_body()) else { return false };
        // What a heading above gave them is nobody's yet.
        let inherited =
            |contact: &Contact| contact.organization.is_none() || contact.organization == self.over_headings;
        if !self.contacts[first..].iter().all(inherited) {
            return false;
        }
        let people = self.contacts[first..].iter_mut().chain([&mut self.open]);
        people.for_each(|contact| contact.organization = Some(body.clone()));
        true
    }

    /// Gives what the last of some people on one line has to those of them who have nothing.
    fn share_among(&mut self, people: usize) {
        let Some(first) = (self.contacts.len() + 1).checked_sub(people) else { return };
        let Contact { phones, emails, .. } = self.open.clone();
        for contact in &mut self.contacts[first..] {
            let of_body = contact.phones == self.of_body;
            if contact.emails.is_empty() && (contact.phones.is_empty() || of_body) {
                contact.emails.clone_from(&emails);
                if contact.phones.is_empty() {
                    contact.phones.clone_from(&phones);
                }
            }
        }
    }
}
