//! The best path: every line scored against every zone, the sequence taken that scores most.
//!
//! Takes the cues and seams of an edition's lines; gives each line its zone and whether it begins a block. Dynamic
//! programming over states (Viterbi): cost grows with the lines times the pairs of states that may follow each other.

use super::cue::{Cue, CueSet};
use super::weights::{Feature, Reach, Weights};
use super::zone::{self, State, Zone, states};
use crate::clean::wrap::Seam;
use std::sync::LazyLock;

/// What a line was judged to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub(crate) state: State,
    /// Whether it begins a block, or continues the one before.
    pub(crate) begins: bool,
}

/// So unlikely that it never happens.
pub(super) const NEVER: i32 = i32::MIN / 4;

/// The weight of a step that never happens.
const NO_STEP: i16 = i16::MIN;

/// The largest weight of a step either way: small enough that none, added to a state within [`BEAM`] of the best, is
/// taken for [`NO_STEP`].
const LARGEST_STEP: i32 = 20_000;

/// Lines decided at a time: bounds the memory of the back pointers on endless documents.
const STRETCH: usize = 20_000;

/// Begin, within and end scores of every zone in a row, filled up to whole registers; so small that a row is added in
/// a few steps. What would go beyond is so unlikely that it does not matter by how much.
type Scores = [i16; WIDTH];

const WIDTH: usize = (Zone::ALL.len() * 3).next_multiple_of(16);

/// A figure for each state, filled up to whole registers with states that never are.
type PerState<T> = [T; ROOM];

const ROOM: usize = zone::STATES.next_multiple_of(16);

/// A figure for each zone; with so much room that the place of a zone is always in it, which saves asking.
type PerZone<T> = [T; ZONES];

const ZONES: usize = Zone::ALL.len().next_power_of_two();

/// The figures, unfolded for the search.
pub(crate) struct Model {
    pub(super) states: Vec<State>,
    /// The place of each state's zone in [`Zone::ALL`].
    zones: PerState<u8>,
    /// For each state, the weight of coming from it to every state, [`NO_STEP`] where that never happens.
    steps: Vec<PerState<i16>>,
    /// For each state, how far another must be behind it to lead nowhere better: see [`leads`].
    leads: Vec<PerState<i16>>,
    opening: PerState<i32>,
    /// The scores before anything is seen.
    bases: Scores,
    /// What each cue adds to them, for each whose it may be.
    cues: [Vec<Scores>; Reach::ALL.len()],
    /// The cues that add anything.
    bearing: [CueSet; Reach::ALL.len()],
    /// For each zone, what going on with a block speaks for; [`NEVER`] where a block has one line.
    goes_on: Vec<i32>,
    /// For each zone, how much of a seam's evidence counts, in per cent; nothing where it does not flow.
    seams: Vec<i32>,
}

static LEARNT: LazyLock<Model> = LazyLock::new(|| Model::of(&Weights::learnt()));

impl Model {
    /// The committed figures, unfolded once.
    pub(crate) fn learnt() -> &'static Model {
        &LEARNT
    }

    pub(super) fn of(weights: &Weights) -> Self {
        let states = states();
        let step = |from: State, to: State| {
            let known = zone::may_follow(from, to).then(|| weights.step(from, to));
            known.map_or(NO_STEP, |step| step.clamp(-LARGEST_STEP, LARGEST_STEP) as i16)
        };
        let row = |from: State| per_state(states.iter().map(|&to| step(from, to)), NO_STEP);
        let steps: Vec<PerState<i16>> = states.iter().map(|&from| row(from)).collect();
        let leads = leads(&steps);
        let zones = per_state(states.iter().map(|state| state.zone.index() as u8), 0);
        let opens = |state: State| {
            let may = zone::may_open(state);
            if may { weights.of(Feature::Opening(state.part, state.zone)) } else { NEVER }
        };
        let opening = per_state(states.iter().map(|&state| opens(state)), NEVER);
        let bases: Vec<i32> =
            Zone::ALL.iter().flat_map(|&zone| [weights.of(Feature::Base(zone)), 0, 0]).collect();
        let cues =
            Reach::ALL.map(|reach| Cue::ALL.iter().map(|&cue| scores(weights.of_cue(reach, cue))).collect());
        let bears = |reach| {
            Cue::ALL.iter().copied().filter(move |&cue| weights.of_cue(reach, cue).iter().any(|&w| w != 0))
        };
        let bearing = Reach::ALL.map(|reach| bears(reach).collect());
        let goes_on = |&zone: &Zone| if zone.flows() { weights.of(Feature::GoesOn(zone)) } else { NEVER };
        let goes_on = Zone::ALL.iter().map(goes_on).collect();
        let seam = |&zone: &Zone| if zone.flows() { weights.of(Feature::Seam(zone)) } else { 0 };
        let seams = Zone::ALL.iter().map(seam).collect();
        Model { states, zones, steps, leads, opening, bases: scores(&bases), cues, bearing, goes_on, seams }
    }

    /// The place of the zone of `state` in figures of zones.
    fn zone(&self, state: usize) -> usize {
        usize::from(self.zones[state]) % ZONES
    }

    /// The scores of a line, by its own cues and its neighbours'.
    fn emissions(&self, cues: &[CueSet], line: usize) -> Scores {
        let mut sums = self.bases;
        for (reach, set) in reaches(cues, line) {
            let rows = &self.cues[reach as usize];
            for cue in set.and(self.bearing[reach as usize]).iter() {
                for (sum, weight) in sums.iter_mut().zip(&rows[cue as usize]) {
                    *sum = sum.saturating_add(*weight);
                }
            }
        }
        sums
    }

    /// What `seam` speaks for the end of a block of each zone, and against its going on.
    fn parts(&self, seam: Option<Seam>, out: &mut [i32]) {
        for ((out, share), &zone) in out.iter_mut().zip(&self.seams).zip(Zone::ALL) {
            *out = evidence(seam, zone) * share / 200;
        }
    }
}

/// For each state and each other, by how much steps from the other weigh more at most; [`i16::MAX`] where the other goes
/// where the state does not.
fn leads(steps: &[PerState<i16>]) -> Vec<PerState<i16>> {
    let lead = |from: &PerState<i16>, other: &PerState<i16>| {
        let more = from.iter().zip(other).filter(|&(_, &step)| step != NO_STEP).map(|(&own, &step)| {
            if own == NO_STEP { i32::from(i16::MAX) } else { i32::from(step) - i32::from(own) }
        });
        more.max().unwrap_or(i32::from(i16::MIN)).clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16
    };
    steps.iter().map(|from| per_state(steps.iter().map(|other| lead(from, other)), i16::MAX)).collect()
}

/// The figures of the states, and `never` for those that never are.
fn per_state<T: Copy>(figures: impl Iterator<Item = T>, never: T) -> PerState<T> {
    let mut row = [never; ROOM];
    row.iter_mut().zip(figures).for_each(|(slot, figure)| *slot = figure);
    row
}

/// Figures as scores.
fn scores(figures: &[i32]) -> Scores {
    let mut scores = [0; WIDTH];
    for (score, &figure) in scores.iter_mut().zip(figures) {
        *score = figure.clamp(i16::MIN.into(), i16::MAX.into()) as i16;
    }
    scores
}

/// The evidence of a break that `seam` is to lines of `zone`.
pub(super) fn evidence(seam: Option<Seam>, zone: Zone) -> i32 {
    match (seam, zone) {
        (None, _) => 0,
        (Some(seam), Zone::ListItem) => seam.evidence - seam.prose_only,
        (Some(seam), _) => seam.evidence,
    }
}

/// The cues that bear on a line, and whose they are.
pub(super) fn reaches(cues: &[CueSet], line: usize) -> [(Reach, CueSet); 3] {
    let none = CueSet::default();
    let before = line.checked_sub(1).map_or(none, |before| cues[before]);
    let after = cues.get(line + 1).copied().unwrap_or(none);
    [(Reach::Own, cues[line]), (Reach::Before, before), (Reach::After, after)]
}

/// The zones of the lines whose cues and seams these are.
pub(crate) fn best(model: &Model, cues: &[CueSet], seams: &[Option<Seam>]) -> Vec<Verdict> {
    best_with(model, cues, seams, |_, _, _| 0)
}

/// The same, with a bonus for a line, a state and whether it begins there: what training asks for.
pub(super) fn best_with(
    model: &Model,
    cues: &[CueSet],
    seams: &[Option<Seam>],
    bonus: impl Fn(usize, State, bool) -> i32,
) -> Vec<Verdict> {
    let mut verdicts = Vec::with_capacity(cues.len());
    let mut from: Option<usize> = None;
    for (at, stretch) in cues.chunks(STRETCH).enumerate() {
        let start = at * STRETCH;
        let path = best_of_stretch(
            model,
            stretch,
            &seams[start..start + stretch.len()],
            from,
            |line, state, begins| bonus(start + line, state, begins),
        );
        from = path.last().map(|&(state, _)| state);
        verdicts
            .extend(path.into_iter().map(|(state, begins)| Verdict { state: model.states[state], begins }));
    }
    verdicts
}

/// Each state's best score so far.
type Column = PerState<i32>;

/// For each state of a line, whether a block of it best goes on from the line before rather than begin there.
type Marks = PerState<bool>;

/// Goes on to the next line: `before` is the best with which a block may begin there, `begin` and `stay` what beginning
/// and going on weigh. No sum comes near the end of its range.
fn advance(
    column: &mut Column,
    before: &PerState<i32>,
    begin: &PerState<i32>,
    stay: &PerState<i32>,
) -> Marks {
    let mut marks = [false; ROOM];
    for state in 0..ROOM {
        let begins = (before[state] + begin[state]).max(NEVER);
        let goes_on = (column[state] + stay[state]).max(NEVER);
        marks[state] = goes_on > begins;
        column[state] = begins.max(goes_on);
    }
    marks
}

fn best_of_stretch(
    model: &Model,
    cues: &[CueSet],
    seams: &[Option<Seam>],
    from: Option<usize>,
    bonus: impl Fn(usize, State, bool) -> i32,
) -> Vec<(usize, bool)> {
    // For each zone: the weight of a block's end on the line before, and of one that goes on.
    let (mut ends_before, mut parts): (PerZone<i32>, PerZone<i32>) = ([0; ZONES], [0; ZONES]);
    let (mut begins, mut stays): (PerZone<i32>, PerZone<i32>) = ([0; ZONES], [0; ZONES]);
    let mut column: Column = [NEVER; ROOM];
    // Where each beginning came from is told by the sources again.
    let mut sources = Sources::default();
    let mut marks: Vec<Marks> = Vec::with_capacity(cues.len());
    let (mut begin, mut stay) = ([NEVER; ROOM], [NEVER; ROOM]);
    for (line, &seam) in seams.iter().enumerate() {
        let emissions = model.emissions(cues, line);
        model.parts(seam, &mut parts);
        for (zone, emission) in emissions.chunks_exact(3).take(Zone::ALL.len()).enumerate() {
            begins[zone] = i32::from(emission[0]);
            stays[zone] = i32::from(emission[1]) + model.goes_on[zone] - parts[zone];
            ends_before[zone] += parts[zone];
        }
        let before = if line > 0 {
            let best = sources.add_leaving(model, &column, &ends_before);
            best_steps(model, sources.last()).map(|step| over_step(best, step))
        } else {
            from.map_or(model.opening, |from| model.steps[from].map(|step| over_step(0, step)))
        };
        for (index, &state) in model.states.iter().enumerate().take(zone::STATES) {
            let zone = model.zone(index);
            begin[index] = begins[zone] + bonus(line, state, true);
            stay[index] = stays[zone] + bonus(line, state, false);
        }
        for (slot, emission) in ends_before.iter_mut().zip(emissions.chunks_exact(3)).take(Zone::ALL.len()) {
            *slot = i32::from(emission[2]);
        }
        marks.push(advance(&mut column, &before, &begin, &stay));
    }
    trace(model, &column, &ends_before, &sources, &marks)
}

/// How far a state may fall behind the best and still be followed: no figure, nor a few of them together, makes
/// that up.
const BEAM: i32 = 8_000;

/// The states worth coming from to each line but the first, and how far each is behind the best.
#[derive(Default)]
struct Sources {
    states: Vec<(u8, i16)>,
    /// Where those of each line end.
    ends: Vec<usize>,
}

impl Sources {
    /// Adds those of the next line, in the order of the states; gives the score of the best as the last line of a block.
    /// `ends` is what the end of a block of each zone weighs.
    fn add_leaving(&mut self, model: &Model, column: &Column, ends: &PerZone<i32>) -> i32 {
        let mut leaving = [0; zone::STATES];
        for (state, score) in leaving.iter_mut().enumerate() {
            *score = column[state] + ends[model.zone(state)];
        }
        let best = leaving.iter().copied().fold(i32::MIN, i32::max);
        let first = leaving.iter().position(|&score| score == best).unwrap_or(0);
        for (state, (score, lead)) in leaving.iter().zip(&model.leads[first]).enumerate() {
            let behind = score - best;
            // From a state so far behind no step is as good as the same from the best.
            let led = behind + i32::from(*lead) < 0;
            if behind > -BEAM && (!led || state == first) {
                self.states.push((state as u8, behind as i16));
            }
        }
        self.ends.push(self.states.len());
        best
    }

    /// Those of `line`.
    fn of(&self, line: usize) -> &[(u8, i16)] {
        let start = line.checked_sub(2).map_or(0, |before| self.ends[before]);
        &self.states[start..self.ends[line - 1]]
    }

    fn last(&self) -> &[(u8, i16)] {
        self.of(self.ends.len())
    }
}

/// For every state, the best score with which a block of it begins here, as far as it is behind the best that leaves.
fn best_steps(model: &Model, sources: &[(u8, i16)]) -> PerState<i16> {
    let mut reached = [NO_STEP; ROOM];
    for &(from, behind) in sources {
        for (reached, &step) in reached.iter_mut().zip(&model.steps[usize::from(from)]) {
            *reached = (*reached).max(behind.saturating_add(step));
        }
    }
    reached
}

/// The first of the best states that `state` was reached from.
fn best_source(model: &Model, sources: &[(u8, i16)], state: usize) -> usize {
    let mut best = (NO_STEP, 0);
    for &(from, behind) in sources {
        let reached = behind.saturating_add(model.steps[usize::from(from)][state]);
        if reached > best.0 {
            best = (reached, usize::from(from));
        }
    }
    best.1
}

fn over_step(score: i32, step: i16) -> i32 {
    if step == NO_STEP { NEVER } else { score + i32::from(step) }
}

fn trace(
    model: &Model,
    column: &Column,
    ends: &PerZone<i32>,
    sources: &Sources,
    marks: &[Marks],
) -> Vec<(usize, bool)> {
    let last = (0..model.states.len()).max_by_key(|&state| column[state] + ends[model.zone(state)]);
    let Some(mut state) = last else { return Vec::new() };
    let mut path = Vec::with_capacity(marks.len());
    for (line, marks) in marks.iter().enumerate().rev() {
        let goes_on = marks[state];
        path.push((state, !goes_on));
        if !goes_on && line > 0 {
            state = best_source(model, sources.of(line), state);
        }
    }
    path.reverse();
    path
}
