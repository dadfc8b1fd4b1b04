//! States side by side, so that many are advanced in one step.
//!
//! Takes the states of `zone.rs`; gives each a place among figures of states, by part and in the order of the zones. It
//! knows nothing of scores; the search that goes over the figures is in `path.rs`.

use super::zone::{State, Zone, states};

/// A figure for each zone, with room for the last band.
pub(super) type PerZone<T> = [T; ZONES];

pub(super) const ZONES: usize = Zone::ALL.len().next_multiple_of(BAND);

/// A figure for each state. The states of a band are of one part and of zones that follow each other in [`Zone::ALL`], so
/// that what is figured for zones is taken over a band at a time; where the part has no such zone there is no state.
pub(super) type PerState<T> = [[T; BAND]; BANDS];

/// States of a band: what fits into one or two registers.
pub(super) const BAND: usize = 8;

/// The bands of all parts.
pub(super) const BANDS: usize = 12;

/// All places where states may be.
pub(super) const STATES: usize = BAND * BANDS;

pub(super) fn at<T: Copy>(figures: &PerState<T>, place: usize) -> T {
    figures[place / BAND][place % BAND]
}

pub(super) fn per_state<T>(figure: impl Fn(usize) -> T) -> PerState<T> {
    std::array::from_fn(|band| std::array::from_fn(|lane| figure(band * BAND + lane)))
}

/// Which state stands where among figures of states.
pub(super) struct Places {
    states: PerState<Option<State>>,
    /// The place in [`Zone::ALL`] of the zone of the first state of each band.
    zones: [usize; BANDS],
    /// Where each state stands in the order of [`states`], by which is chosen between paths that score the same.
    ranks: PerState<u8>,
}

impl Places {
    pub(super) fn new() -> Self {
        let all = states();
        let mut places =
            Places { states: [[None; BAND]; BANDS], zones: [0; BANDS], ranks: [[0; BAND]; BANDS] };
        let bands = all.chunk_by(|one, other| one.part == other.part).flat_map(|of_part| {
            let zones = || of_part.iter().map(|state| state.zone.index());
            let (first, last) = (zones().min().unwrap_or(0), zones().max().unwrap_or(0));
            (first..=last).step_by(BAND).map(|zone| (of_part[0].part, zone))
        });
        for (band, (part, start)) in bands.enumerate().take(BANDS) {
            places.zones[band] = start;
            for (lane, &zone) in Zone::ALL.iter().skip(start).take(BAND).enumerate() {
                let state = State { part, zone };
                if let Some(rank) = all.iter().position(|&other| other == state) {
                    places.states[band][lane] = Some(state);
                    places.ranks[band][lane] = rank as u8;
                }
            }
        }
        places
    }

    /// What stands at each place.
    pub(super) fn all(&self) -> impl Iterator<Item = Option<State>> {
        self.states.iter().flatten().copied()
    }

    pub(super) fn at(&self, place: usize) -> Option<State> {
        at(&self.states, place)
    }

    pub(super) fn rank(&self, place: usize) -> u8 {
        at(&self.ranks, place)
    }

    /// A figure for each state, and `never` where there is none.
    pub(super) fn each<T: Copy>(&self, never: T, figure: impl Fn(State) -> T) -> PerState<T> {
        self.states.map(|band| band.map(|state| state.map_or(never, &figure)))
    }

    /// The figures for the zones of a band.
    pub(super) fn of_band(&self, band: usize, figures: &PerZone<i16>) -> [i16; BAND] {
        // It is never more; that is said for the compiler, which then need not ask at each zone.
        let start = self.zones[band].min(ZONES - BAND);
        std::array::from_fn(|lane| figures[start + lane])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_its_place() {
        let places = Places::new();
        let mut known: Vec<(u8, State)> =
            (0..STATES).filter_map(|place| Some((places.rank(place), places.at(place)?))).collect();
        known.sort_by_key(|&(rank, _)| rank);
        assert_eq!(known.into_iter().map(|(_, state)| state).collect::<Vec<_>>(), states());
    }
}
