//! The steps of a configuration, run as one.
//!
//! Takes a text, gives what `OpenCC` gives for it: normalisation, segmentation, and the chain of steps over each segment.
//! Most characters take part in no phrase of any step: what becomes of them is known beforehand, and they are written
//! without a look at any table. Only an *island*, a stretch of text that a phrase could reach across, goes through the
//! steps one after the other.

use super::alignment::Track;
use super::config::Steps;
use super::sequence;
use super::step;
use super::table::{Role, Table};

/// A configuration ready for use.
#[derive(Debug)]
pub(super) struct Engine {
    normalisation: &'static Table,
    plan: Plan,
    /// For each character of the basic plane, what becomes of it.
    fates: Box<[Fate]>,
}

/// What is done with an island.
#[derive(Debug)]
enum Plan {
    /// One step.
    Step(&'static Table),
    /// The first step's own phrases are the segments; each then goes through the second.
    Segments { first: &'static Table, second: &'static Table },
    /// The segments are those of another table; each goes through both steps.
    SegmentsOf { segmenting: &'static Table, first: &'static Table, second: &'static Table },
}

/// What becomes of a character, and what a phrase may do across it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Fate(u32);

impl Fate {
    /// The bits of a character.
    const CHARACTER: u32 = (1 << 21) - 1;
    /// No step does anything but replace it by the character of the low bits.
    const PLAIN: u32 = 1 << 21;
    /// A phrase may reach from here to the next character.
    const LEADS: u32 = 1 << 22;
    /// A phrase may reach here from the character before.
    const FOLLOWS: u32 = 1 << 23;
    /// It opens an ideographic description sequence.
    const OPENS: u32 = 1 << 24;
    /// Normalisation replaces it.
    const VARIES: u32 = 1 << 25;
    /// A key of the first step has it.
    const TURNS: u32 = 1 << 26;
    /// Outside the basic plane: nothing is known beforehand.
    const UNKNOWN: Fate = Fate(Self::LEADS | Self::FOLLOWS | Self::VARIES | Self::TURNS);

    fn has(self, bits: u32) -> bool {
        self.0 & bits != 0
    }

    /// Whether `c`, whose fate it is, stays.
    fn keeps(self, c: char) -> bool {
        self.0 & (Fate::PLAIN | Fate::CHARACTER) == Fate::PLAIN | c as u32
    }

    fn plain(self) -> Option<char> {
        if self.has(Self::PLAIN) { char::from_u32(self.0 & Self::CHARACTER) } else { None }
    }
}

/// A stretch of text that a phrase could reach across.
struct Island {
    /// Bytes of it.
    len: usize,
    /// Whether normalisation changes it.
    varies: bool,
    /// Whether the first step may.
    turns: bool,
}

/// What the steps write between them, kept from island to island.
#[derive(Default)]
struct Scratch<T> {
    normal: String,
    normal_track: T,
    converted_track: T,
    middle: String,
    first_track: T,
    second_track: T,
}

impl Engine {
    pub(super) fn new(steps: &Steps) -> Engine {
        let plan = match (steps.segmenting, steps.second) {
            (Some(segmenting), Some(second)) if std::ptr::eq(segmenting, steps.first) => {
                Plan::Segments { first: steps.first, second }
            }
            (Some(segmenting), Some(second)) => Plan::SegmentsOf { segmenting, first: steps.first, second },
            _ => Plan::Step(steps.first),
        };
        Engine { normalisation: steps.normalisation, plan, fates: fates(steps) }
    }

    /// Adds the conversion of `text` to `result`.
    pub(super) fn convert<T: Track>(&self, text: &str, result: &mut String, track: &mut T) {
        result.reserve(text.len() + text.len() / 16);
        let mut scratch = Scratch::default();
        let mut at = 0;
        // Where the characters before `at` start that stay and are not in the result yet.
        let mut kept = 0;
        // Bytes before `at` that answer the result's byte for byte and of which nobody was told yet.
        let mut even = 0;
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            let fate = self.fate(c);
            if fate.keeps(c) {
                at += c.len_utf8();
                even += c.len_utf8();
                continue;
            }
            if kept < at {
                result.push_str(&text[kept..at]);
            }
            if let Some(plain) = fate.plain() {
                result.push(plain);
                at += c.len_utf8();
                kept = at;
                if plain.len_utf8() == c.len_utf8() {
                    even += c.len_utf8();
                } else {
                    track.even(std::mem::take(&mut even));
                    track.whole(c.len_utf8(), plain.len_utf8());
                }
                continue;
            }
            track.even(std::mem::take(&mut even));
            let len = if fate.has(Fate::OPENS) {
                let len = sequence::len(&text[at..]).unwrap_or(c.len_utf8());
                step::copy(&text[at..at + len], result, track);
                len
            } else {
                let Island { len, varies, turns } = self.island(&text[at..]);
                let island = &text[at..at + len];
                if varies {
                    self.convert_varying(island, &mut scratch, result, track);
                } else {
                    self.convert_island(island, turns, &mut scratch, result, track);
                }
                len
            };
            at += len;
            kept = at;
            chars = text[at..].chars();
        }
        result.push_str(&text[kept..]);
        track.even(even);
    }

    /// The island at the start of `text`.
    fn island(&self, text: &str) -> Island {
        let (mut len, mut leads) = (0, true);
        let mut all = Fate(0);
        for c in text.chars() {
            let fate = self.fate(c);
            if len > 0 && !(leads && fate.has(Fate::FOLLOWS)) {
                break;
            }
            leads = fate.has(Fate::LEADS);
            all.0 |= fate.0;
            len += c.len_utf8();
        }
        Island { len, varies: all.has(Fate::VARIES), turns: all.has(Fate::TURNS) }
    }

    fn fate(&self, c: char) -> Fate {
        self.fates.get(c as usize).copied().unwrap_or(Fate::UNKNOWN)
    }

    /// An island with characters that normalisation replaces.
    fn convert_varying<T: Track>(
        &self,
        island: &str,
        scratch: &mut Scratch<T>,
        result: &mut String,
        track: &mut T,
    ) {
        let mut normal = std::mem::take(&mut scratch.normal);
        let mut normal_track = std::mem::take(&mut scratch.normal_track);
        let mut converted_track = std::mem::take(&mut scratch.converted_track);
        normal.clear();
        normal_track.clear();
        converted_track.clear();
        step::convert(self.normalisation, island, &mut normal, &mut normal_track);
        self.convert_island(&normal, true, scratch, result, &mut converted_track);
        track.both(&normal_track, &converted_track);
        scratch.normal = normal;
        scratch.normal_track = normal_track;
        scratch.converted_track = converted_track;
    }

    /// An island that the first step may change if it `turns`.
    fn convert_island<T: Track>(
        &self,
        island: &str,
        turns: bool,
        scratch: &mut Scratch<T>,
        result: &mut String,
        track: &mut T,
    ) {
        match self.plan {
            Plan::Step(table) => step::convert(table, island, result, track),
            Plan::Segments { first, second } => {
                segments_of_first(first, second, island, scratch, result, track);
            }
            Plan::SegmentsOf { segmenting, first, second } => {
                let first = if turns { Some(first) } else { None };
                let mut rest = island;
                let mut run = 0;
                while let Some(c) = rest[run..].chars().next() {
                    let Some(phrase) = segmenting.longest_phrase(&rest[run..]) else {
                        run += c.len_utf8();
                        continue;
                    };
                    chain(first, second, &rest[..run], scratch, result, track);
                    chain(first, second, &rest[run..run + phrase.len], scratch, result, track);
                    rest = &rest[run + phrase.len..];
                    run = 0;
                }
                chain(first, second, rest, scratch, result, track);
            }
        }
    }
}

/// One segment through two steps, or through the second where the first changes nothing.
fn chain<T: Track>(
    first: Option<&Table>,
    second: &Table,
    segment: &str,
    scratch: &mut Scratch<T>,
    result: &mut String,
    track: &mut T,
) {
    if segment.is_empty() {
        return;
    }
    let Some(first) = first else { return step::convert(second, segment, result, track) };
    scratch.middle.clear();
    scratch.first_track.clear();
    step::convert(first, segment, &mut scratch.middle, &mut scratch.first_track);
    close(second, scratch, result, track);
}

/// The second step over what the first gave.
fn close<T: Track>(second: &Table, scratch: &mut Scratch<T>, result: &mut String, track: &mut T) {
    scratch.second_track.clear();
    step::convert(second, &scratch.middle, result, &mut scratch.second_track);
    track.both(&scratch.first_track, &scratch.second_track);
    scratch.middle.clear();
    scratch.first_track.clear();
}

/// An island cut at the phrases of the first step itself: one look finds the segment and what it stands for.
fn segments_of_first<T: Track>(
    first: &Table,
    second: &Table,
    island: &str,
    scratch: &mut Scratch<T>,
    result: &mut String,
    track: &mut T,
) {
    let mut rest = island;
    scratch.middle.clear();
    scratch.first_track.clear();
    while let Some(c) = rest.chars().next() {
        let found = first.longest(rest);
        let phrase = found.is_some_and(|found| found.value.is_phrase());
        if phrase && !scratch.middle.is_empty() {
            close(second, scratch, result, track);
        }
        let taken = if let Some(found) = found {
            step::put(first, rest, found, &mut scratch.middle, &mut scratch.first_track);
            found.len
        } else {
            step::copy(&rest[..c.len_utf8()], &mut scratch.middle, &mut scratch.first_track);
            c.len_utf8()
        };
        if phrase {
            close(second, scratch, result, track);
        }
        rest = &rest[taken..];
    }
    if !scratch.middle.is_empty() {
        close(second, scratch, result, track);
    }
}

/// What becomes of each character of the basic plane.
fn fates(steps: &Steps) -> Box<[Fate]> {
    let mut fates: Vec<Fate> = (0..=0xffff).map(|c| Fate(c | Fate::PLAIN)).collect();
    let first = steps.first.roles();
    let second = steps.second.map(|table| (table, table.roles()));
    let segmenting = steps.segmenting.map(Table::roles);
    let mut set = |c: char, fate: Fate| {
        if let Some(place) = fates.get_mut(c as usize) {
            *place = fate;
        }
    };
    let tables = [Some(steps.first), steps.second, steps.segmenting];
    for c in tables.into_iter().flatten().flat_map(Table::alphabet) {
        let alone = first_role(first.of(c), segmenting.as_ref().map(|roles| roles.of(c)));
        let middle = single(steps.first, c);
        let (role, last) = match (&second, middle) {
            (None, middle) => (alone, middle),
            (Some((table, roles)), Some(middle)) => (either(alone, roles.of(middle)), single(table, middle)),
            (Some(_), None) => (EVERYTHING, None),
        };
        let mut bits = 0;
        if role.leads {
            bits |= Fate::LEADS;
        }
        if role.follows {
            bits |= Fate::FOLLOWS;
        }
        match last {
            Some(last) if !role.starts => bits |= Fate::PLAIN | last as u32,
            _ => {}
        }
        if steps.first.has(c) {
            bits |= Fate::TURNS;
        }
        set(c, Fate(bits));
    }
    for c in steps.normalisation.alphabet() {
        set(c, Fate(Fate::LEADS | Fate::FOLLOWS | Fate::VARIES));
    }
    for c in ('\u{2ff0}'..='\u{2fff}').filter(|c| sequence::opens(*c)) {
        set(c, Fate(Fate::OPENS));
    }
    fates.into_boxed_slice()
}

const EVERYTHING: Role = Role { starts: true, leads: true, follows: true };

/// A character's role before the second step. What a phrase of the first step gives may be the start or the end of a
/// phrase of the second: its ends are open on both sides.
fn first_role(first: Role, segmenting: Option<Role>) -> Role {
    let open = first.starts || first.leads || first.follows;
    let first = Role { starts: first.starts, leads: open, follows: open };
    segmenting.map_or(first, |role| either(first, role))
}

fn either(a: Role, b: Role) -> Role {
    Role { starts: a.starts || b.starts, leads: a.leads || b.leads, follows: a.follows || b.follows }
}

/// The character that `c` alone becomes; nothing where it becomes several.
fn single(table: &Table, c: char) -> Option<char> {
    let Some(value) = table.single(c).and_then(|value| table.text(value)) else { return Some(c) };
    let mut chars = value.chars();
    chars.next().filter(|_| chars.as_str().is_empty())
}
