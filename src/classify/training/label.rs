//! What an editor's reading of a release makes of each of its lines.
//!
//! Takes the lines of an edition and the fields that an editor found; finds each field's text on the page, white space,
//! hyphens and folded characters left aside, and gives each line the zones that it may have and whether it begins a
//! block. A line that no field holds may be anything that makes no field.

use crate::classify::Seen;
use crate::classify::cue::Cue;
use crate::classify::zone::Zone;
use crate::clean::Line;
use crate::text::fold::{Folded, fold};
use serde_json::Value;

/// What a line may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Label {
    /// One bit for each zone of [`Zone::ALL`].
    zones: u32,
    /// Whether it begins a block; none where either will do.
    begins: Option<bool>,
}

impl Label {
    const ANY: Label = Label { zones: u32::MAX, begins: None };

    fn of(zone: Zone, begins: Option<bool>) -> Self {
        Label { zones: 1 << zone.index(), begins }
    }

    fn but(zones: &[Zone]) -> Self {
        let out = zones.iter().fold(0, |out, zone| out | 1 << zone.index());
        Label { zones: !out, begins: None }
    }

    pub(super) fn allows(self, zone: Zone, begins: bool) -> bool {
        self.zones >> zone.index() & 1 == 1 && self.begins.is_none_or(|asked| asked == begins)
    }
}

impl std::fmt::Display for Label {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let allowed = Zone::ALL.iter().filter(|zone| self.zones >> zone.index() & 1 == 1);
        let names: Vec<String> = allowed.map(|zone| format!("{zone:?}")).collect();
        let begins = self.begins.map_or("", |begins| if begins { " begins" } else { " goes on" });
        // What may be so many zones is held by no field.
        if names.len() > 3 { write!(f, "no field{begins}") } else { write!(f, "{}{begins}", names.join("|")) }
    }
}

/// A field's text, found on the page.
struct Claim {
    zone: Zone,
    start: usize,
    /// Whether its further lines may begin blocks of their own: sections are joined whatever their blocks.
    loose: bool,
}

/// The characters of an edition that count, and which of the flowing lines each stands in.
struct Stream {
    chars: Vec<char>,
    lines: Vec<usize>,
    /// Which claim has each.
    claimed: Vec<Option<usize>>,
    claims: Vec<Claim>,
}

/// The labels of the lines that flow.
pub(super) fn of_lines(text: &str, lines: &[Line], seen: &Seen, expected: &Value) -> Vec<Label> {
    let mut stream = Stream::of(text, lines, &seen.flow);
    let unknown: Vec<&str> = strings(&expected["unknown"]).collect();
    stream.claim_all(expected);
    let count = seen.flow.len();
    let contacts = stream.contact_lines(expected, count);
    let mut labels = vec![None; count];
    stream.label(&mut labels);
    (0..count)
        .map(|line| match labels[line] {
            Some(label) => label,
            None if unknown.contains(&"body") => Label::ANY,
            None if contacts[line] => Label { begins: None, ..Label::of(Zone::Contact, None) },
            None => {
                let near = (line.saturating_sub(2)..count.min(line + 3)).any(|near| contacts[near]);
                let status = seen.cues[line].has(Cue::Status) || seen.cues[line].has(Cue::StatusOpens);
                unclaimed(near, status && !expected["status"].is_null())
            }
        })
        .collect()
}

/// What makes no field may be anything but the zones that make one.
fn unclaimed(near_contacts: bool, may_be_status: bool) -> Label {
    let mut out = vec![
        Zone::Headline,
        Zone::Deck,
        Zone::Paragraph,
        Zone::Subheading,
        Zone::ListItem,
        Zone::Caption,
        Zone::Boilerplate,
        Zone::Notes,
        Zone::EndMark,
        Zone::Dateline,
    ];
    if !near_contacts {
        out.push(Zone::Contact);
    }
    if !may_be_status {
        out.push(Zone::Status);
    }
    Label::but(&out)
}

fn strings(value: &Value) -> impl Iterator<Item = &str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str)
}

fn text_of(value: &Value) -> &str {
    value.as_str().or_else(|| value["text"].as_str()).unwrap_or("")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The characters of a text that count.
fn key(text: &str) -> Vec<char> {
    let mut key = Vec::new();
    for c in text.chars() {
        match fold(c) {
            Folded::Same => key.extend(plain(c)),
            Folded::Char(c) => key.extend(plain(c)),
            Folded::Str(many) => key.extend(many.chars().filter_map(plain)),
            Folded::Nothing => {}
        }
    }
    key
}

fn plain(c: char) -> Option<char> {
    match c {
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '─' | '－' => None,
        '\u{2018}' | '\u{2019}' => Some('\''),
        '\u{201c}' | '\u{201d}' => Some('"'),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0),
        c if c.is_whitespace() => None,
        c => Some(c),
    }
}

impl Stream {
    fn of(text: &str, lines: &[Line], flow: &[usize]) -> Self {
        let mut stream =
            Stream { chars: Vec::new(), lines: Vec::new(), claimed: Vec::new(), claims: Vec::new() };
        for (at, &line) in flow.iter().enumerate() {
            let key = key(&text[lines[line].span.range()]);
            stream.lines.extend(std::iter::repeat_n(at, key.len()));
            stream.chars.extend(key);
        }
        stream.claimed = vec![None; stream.chars.len()];
        stream
    }

    /// Where `needle` stands from `from` on, unclaimed.
    fn find(&self, needle: &[char], from: usize) -> Option<usize> {
        if needle.is_empty() || needle.len() > self.chars.len() {
            return None;
        }
        (from..=self.chars.len() - needle.len()).find(|&at| self.is_at(needle, at))
    }

    /// The last place before `until`.
    fn find_last(&self, needle: &[char], until: usize) -> Option<usize> {
        let last = until.min(self.chars.len()).checked_sub(needle.len())?;
        if needle.is_empty() { None } else { (0..=last).rev().find(|&at| self.is_at(needle, at)) }
    }

    fn is_at(&self, needle: &[char], at: usize) -> bool {
        self.chars[at] == needle[0]
            && self.chars[at..at + needle.len()] == *needle
            && self.claimed[at..at + needle.len()].iter().all(Option::is_none)
    }

    fn claim(&mut self, zone: Zone, start: usize, len: usize, loose: bool) {
        self.claimed[start..start + len].fill(Some(self.claims.len()));
        self.claims.push(Claim { zone, start, loose });
    }

    /// Claims what can be found, the surest first; gives where the body starts.
    fn claim_all(&mut self, expected: &Value) {
        let body_at = self.claim_body(expected);
        let title = key(text_of(&expected["headline"]));
        let at = self.find_last(&title, body_at).or_else(|| self.find(&title, 0));
        let mut after_title = 0;
        if let Some(at) = at {
            self.claim(Zone::Headline, at, title.len(), false);
            after_title = at + title.len();
        }
        for deck in list(&expected["subheadlines"]) {
            let deck = key(text_of(deck));
            if let Some(at) = self.find(&deck, after_title).or_else(|| self.find(&deck, 0)) {
                self.claim(Zone::Deck, at, deck.len(), false);
            }
        }
        self.claim_each(Zone::Caption, list(&expected["captions"]), false);
        self.claim_sections(Zone::Boilerplate, Zone::BoilerHeading, list(&expected["boilerplate"]));
        self.claim_sections(Zone::Notes, Zone::NotesHeading, list(&expected["notes"]));
        let status = key(text_of(&expected["status"]));
        if let Some(at) = self.find(&status, 0) {
            self.claim(Zone::Status, at, status.len(), true);
        }
        let dateline = key(text_of(&expected["dateline"]));
        if let Some(at) = self.find(&dateline, 0) {
            self.claim(Zone::Dateline, at, dateline.len(), true);
        }
        let end = key(text_of(&expected["end_mark"]));
        if let Some(at) = self.find_last(&end, usize::MAX) {
            self.claim(Zone::EndMark, at, end.len(), false);
        }
    }

    fn claim_body(&mut self, expected: &Value) -> usize {
        let (mut start, mut cursor) = (self.chars.len(), 0);
        for item in list(&expected["body"]) {
            let zone = match item["kind"].as_str() {
                Some("subheading") => Zone::Subheading,
                Some("list_item") => Zone::ListItem,
                _ => Zone::Paragraph,
            };
            let text = key(text_of(item));
            let found = self.find(&text, cursor).or_else(|| self.find(&text, 0));
            if let Some(at) = found {
                self.claim(zone, at, text.len(), false);
                cursor = at + text.len();
                start = start.min(at);
            } else {
                self.claim_piecewise(zone, &text);
            }
        }
        start
    }

    fn claim_each(&mut self, zone: Zone, texts: &[Value], loose: bool) {
        for text in texts {
            let text = key(text_of(text));
            match self.find(&text, 0) {
                Some(at) => self.claim(zone, at, text.len(), loose),
                None => self.claim_piecewise(zone, &text),
            }
        }
    }

    fn claim_sections(&mut self, zone: Zone, heading_zone: Zone, sections: &[Value]) {
        for section in sections {
            let text = key(text_of(section));
            let Some(at) = self.find_last(&text, usize::MAX) else {
                self.claim_piecewise(zone, &text);
                continue;
            };
            self.claim(zone, at, text.len(), true);
            let heading = key(text_of(&section["heading"]));
            if let Some(found) = self.find_last(&heading, at).filter(|found| found + heading.len() + 3 >= at)
            {
                self.claim(heading_zone, found, heading.len(), true);
            }
        }
    }

    /// A text that something interrupts: the lines that are parts of it, in its order.
    fn claim_piecewise(&mut self, zone: Zone, text: &[char]) {
        const FEWEST: usize = 8;
        let mut rest = 0;
        let mut claim = None;
        let mut at = 0;
        while at < self.chars.len() {
            let line = self.lines[at];
            let end = at + self.lines[at..].iter().take_while(|&&other| other == line).count();
            let free = self.claimed[at..end].iter().all(Option::is_none);
            let own = &self.chars[at..end];
            if free && own.len() >= FEWEST && own.len() <= text.len() - rest {
                let place = text[rest..].windows(own.len()).position(|window| window == own);
                if let Some(place) = place {
                    rest += place + own.len();
                    let claims = self.claims.len();
                    let id = *claim.get_or_insert(claims);
                    if id == claims {
                        self.claims.push(Claim { zone, start: at, loose: true });
                    }
                    self.claimed[at..end].fill(Some(id));
                }
            }
            at = end;
        }
    }

    /// Lines that hold a contact's name, number or address, and no field of text. A name or an organisation counts
    /// only beside a number or an address of any contact: it stands elsewhere too.
    fn contact_lines(&self, expected: &Value, count: usize) -> Vec<bool> {
        const NEAR: usize = 4;
        let contacts = list(&expected["contacts"]);
        let addresses =
            contacts.iter().flat_map(|contact| [&contact["phones"], &contact["emails"]]).flat_map(list);
        let mut found = self.lines_with(addresses, count);
        let anchored = found.contains(&true);
        let names = contacts.iter().flat_map(|contact| [&contact["name"], &contact["organization"]]);
        let named = self.lines_with(names, count);
        let anchors = found.clone();
        for line in 0..count {
            let near = anchors[line.saturating_sub(NEAR)..count.min(line + NEAR + 1)].contains(&true);
            found[line] |= named[line] && (near || !anchored);
        }
        found
    }

    /// Lines that hold one of `texts`, unclaimed.
    fn lines_with<'v>(&self, texts: impl Iterator<Item = &'v Value>, count: usize) -> Vec<bool> {
        let mut found = vec![false; count];
        for text in texts {
            let text = key(text_of(text));
            let mut from = 0;
            while let Some(at) = self.find(&text, from) {
                found[self.lines[at]] = true;
                from = at + text.len();
            }
        }
        found
    }

    /// Each line has the claim that holds most of it.
    fn label(&self, labels: &mut [Option<Label>]) {
        let mut at = 0;
        while at < self.chars.len() {
            let line = self.lines[at];
            let end = at + self.lines[at..].iter().take_while(|&&other| other == line).count();
            let own = &self.claimed[at..end];
            if let Some(claim) = self.owner(own) {
                let first = (at..end).contains(&claim.start);
                let begins = if first {
                    Some(true)
                } else if claim.loose {
                    None
                } else {
                    Some(false)
                };
                labels[line] = Some(Label::of(claim.zone, begins));
            }
            at = end;
        }
    }

    /// The claim that has most of a line; an end mark has its line whatever follows it.
    fn owner(&self, line: &[Option<usize>]) -> Option<&Claim> {
        let share = |id: usize| line.iter().filter(|other| **other == Some(id)).count();
        let most = line.iter().flatten().copied().max_by_key(|&id| share(id))?;
        let claim = &self.claims[most];
        (share(most) * 2 > line.len() || claim.zone == Zone::EndMark).then_some(claim)
    }
}
