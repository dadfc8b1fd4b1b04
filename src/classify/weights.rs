//! What each cue speaks for, and which zone follows which: the whole of the judgement, as figures.
//!
//! All figures are hundredths of a nat (100 is "e times as likely") and stand in a table, `weights.tsv`, which
//! `training/` writes. `begins` counts on a zone's first line, `within` on the lines that continue a block, `ends` on
//! its last line. It holds figures; `path.rs` adds them up, `zone.rs` says what may follow what at all.

use super::cue::Cue;
use super::zone::{Part, State, Zone};

/// The committed figures.
const LEARNT: &str = include_str!("weights.tsv");

const ZONES: usize = Zone::ALL.len();
const CUES: usize = Cue::ALL.len();
const PARTS: usize = Part::ALL.len();

/// Whose cue it is: the line's own, or its neighbour's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    Own,
    Before,
    After,
}

impl Reach {
    pub(super) const ALL: [Reach; 3] = [Reach::Own, Reach::Before, Reach::After];
}

/// One thing that has a weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Feature {
    /// A block of the zone begins.
    Base(Zone),
    /// A cue on a line of the zone, which begins a block (0), continues it (1) or ends it (2).
    Cue(Reach, Cue, Zone, usize),
    /// A block of the second zone after one of the first.
    Follows(Zone, Zone),
    /// A block of the zone in the second part, after one of the first part.
    Part(Part, Part, Zone),
    /// The document opens with it.
    Opening(Part, Zone),
    /// How much of a seam's evidence counts for the end of a block and against its going on, in per cent: a headline
    /// breaks its lines where it likes.
    Seam(Zone),
    /// A block goes on, whatever its seam.
    GoesOn(Zone),
    /// Boilerplate or notes without anything that opens them.
    Unopened(Zone),
}

const BASE: usize = 0;
const OF_CUES: usize = BASE + ZONES;
const FOLLOWS: usize = OF_CUES + 3 * CUES * ZONES * 3;
const OF_PARTS: usize = FOLLOWS + ZONES * ZONES;
const OPENING: usize = OF_PARTS + PARTS * PARTS * ZONES;
const SEAM: usize = OPENING + PARTS * ZONES;
const GOES_ON: usize = SEAM + ZONES;
const UNOPENED: usize = GOES_ON + ZONES;
const ALL: usize = UNOPENED + ZONES;

impl Feature {
    #[cfg(test)]
    pub(super) fn is_of(index: usize, zones: &[Zone]) -> bool {
        let zone = match index {
            OF_CUES..FOLLOWS => (index - OF_CUES) / 3 % ZONES,
            FOLLOWS..OF_PARTS => (index - FOLLOWS) % ZONES,
            OF_PARTS..OPENING => (index - OF_PARTS) % ZONES,
            OPENING.. => (index - OPENING) % ZONES,
            _ => index,
        };
        zones.iter().any(|of| of.index() == zone)
    }

    #[cfg(test)]
    pub(super) fn is_neighbours(index: usize) -> bool {
        (OF_CUES + CUES * ZONES * 3..FOLLOWS).contains(&index)
    }

    /// Its place among the figures.
    pub(super) fn index(self) -> usize {
        match self {
            Feature::Base(zone) => BASE + zone.index(),
            Feature::Cue(reach, cue, zone, place) => cue_row(reach, cue) + zone.index() * 3 + place,
            Feature::Follows(from, to) => FOLLOWS + from.index() * ZONES + to.index(),
            Feature::Part(from, to, zone) => {
                OF_PARTS + (from as usize * PARTS + to as usize) * ZONES + zone.index()
            }
            Feature::Opening(part, zone) => OPENING + part as usize * ZONES + zone.index(),
            Feature::Seam(zone) => SEAM + zone.index(),
            Feature::GoesOn(zone) => GOES_ON + zone.index(),
            Feature::Unopened(zone) => UNOPENED + zone.index(),
        }
    }
}

/// Where the figures of a cue start: begins, within, ends for each zone.
fn cue_row(reach: Reach, cue: Cue) -> usize {
    OF_CUES + (reach as usize * CUES + cue as usize) * ZONES * 3
}

/// Every figure.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Weights {
    figures: Vec<i32>,
}

impl Weights {
    /// The committed table.
    pub(super) fn learnt() -> Self {
        Weights::read(LEARNT)
    }

    /// The figures of a table; a row that names what the program does not know is passed over, and a test keeps such
    /// rows out.
    pub(super) fn read(table: &str) -> Self {
        let mut weights = Weights { figures: vec![0; ALL] };
        for (feature, figure) in table.lines().filter_map(row).flatten().flatten() {
            weights.figures[feature.index()] = figure;
        }
        weights
    }

    pub(super) fn of(&self, feature: Feature) -> i32 {
        self.figures[feature.index()]
    }

    /// Begins, within and ends of each zone, in a row, for a cue.
    pub(super) fn of_cue(&self, reach: Reach, cue: Cue) -> &[i32] {
        let start = cue_row(reach, cue);
        &self.figures[start..start + ZONES * 3]
    }

    /// Weight of beginning `to` after `from`.
    pub(super) fn step(&self, from: State, to: State) -> i32 {
        let unopened =
            if to.zone.is_unopened_after(from.zone) { self.of(Feature::Unopened(to.zone)) } else { 0 };
        self.of(Feature::Part(from.part, to.part, to.zone))
            + self.of(Feature::Follows(from.zone, to.zone))
            + unopened
    }
}

/// The features and figures of one row, at most three: what kind of figure, what it is of, the figures.
fn row(line: &str) -> Option<[Option<(Feature, i32)>; 3]> {
    let mut columns = [""; 6];
    columns.iter_mut().zip(line.split('\t')).for_each(|(slot, column)| *slot = column);
    let zone = |at: usize| columns.get(at).and_then(|name| Zone::named(name));
    let part = |at: usize| columns.get(at).and_then(|name| Part::named(name));
    let cue = |at: usize| columns.get(at).and_then(|name| Cue::named(name));
    let figure = |at: usize| columns.get(at).and_then(|figure| figure.parse::<i32>().ok());
    let one = |feature: Feature, at: usize| Some([Some((feature, figure(at)?)), None, None]);
    let reach = match columns[0] {
        "base" => return one(Feature::Base(zone(1)?), 2),
        "follows" => return one(Feature::Follows(zone(1)?, zone(2)?), 3),
        "part" => return one(Feature::Part(part(1)?, part(2)?, zone(3)?), 4),
        "opening" => return one(Feature::Opening(part(1)?, zone(2)?), 3),
        "seam" => return one(Feature::Seam(zone(1)?), 2),
        "goes_on" => return one(Feature::GoesOn(zone(1)?), 2),
        "unopened" => return one(Feature::Unopened(zone(1)?), 2),
        "own" => Reach::Own,
        "before" => Reach::Before,
        "after" => Reach::After,
        _ => return None,
    };
    let (cue, zone) = (cue(1)?, zone(2)?);
    let of_place = |place| Some((Feature::Cue(reach, cue, zone, place), figure(3 + place)?));
    Some([Some(of_place(0)?), Some(of_place(1)?), Some(of_place(2)?)])
}

#[cfg(test)]
impl Weights {
    pub(super) const COUNT: usize = ALL;

    pub(super) fn figures(&self) -> &[i32] {
        &self.figures
    }

    pub(super) fn of_figures(figures: Vec<i32>) -> Self {
        assert_eq!(figures.len(), ALL);
        Weights { figures }
    }

    /// The table of these figures; what weighs nothing is left out.
    pub(super) fn write(&self) -> String {
        use std::fmt::Write;
        let mut table = String::new();
        let mut one = |kind: &str, names: &[&dyn std::fmt::Debug], feature: Feature| {
            if self.of(feature) != 0 {
                let names: Vec<String> = names.iter().map(|name| format!("{name:?}")).collect();
                let _ = writeln!(table, "{kind}\t{}\t{}", names.join("\t"), self.of(feature));
            }
        };
        for zone in Zone::ALL {
            one("base", &[zone], Feature::Base(*zone));
            one("seam", &[zone], Feature::Seam(*zone));
            one("goes_on", &[zone], Feature::GoesOn(*zone));
            one("unopened", &[zone], Feature::Unopened(*zone));
            for to in Zone::ALL {
                one("follows", &[zone, to], Feature::Follows(*zone, *to));
            }
            for part in Part::ALL {
                one("opening", &[part, zone], Feature::Opening(*part, *zone));
                for to in Part::ALL {
                    one("part", &[part, to, zone], Feature::Part(*part, *to, *zone));
                }
            }
        }
        for (name, reach) in [("own", Reach::Own), ("before", Reach::Before), ("after", Reach::After)] {
            for cue in Cue::ALL {
                for (zone, figures) in Zone::ALL.iter().zip(self.of_cue(reach, *cue).chunks(3)) {
                    if figures != [0; 3] {
                        let _ = writeln!(
                            table,
                            "{name}\t{cue:?}\t{zone:?}\t{}\t{}\t{}",
                            figures[0], figures[1], figures[2]
                        );
                    }
                }
            }
        }
        let mut lines: Vec<&str> = table.lines().collect();
        lines.sort_unstable();
        lines.join("\n") + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_understood() {
        for line in LEARNT.lines().filter(|line| !line.starts_with('#')) {
            assert!(row(line).is_some(), "not understood: {line}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let table = "base\tHeadline\t60\nfollows\tHeadline\tDeck\t-5\nown\tTiny\tHeadline\t-220\t-60\t0\n";
        assert_eq!(Weights::read(table).write(), table);
    }
}
