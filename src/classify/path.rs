//! The best path: every line scored against every zone, the sequence taken that scores most.
//!
//! Takes the cues and seams of an edition's lines; gives each line its zone and whether it begins a block. Dynamic
//! programming over states (Viterbi): cost grows with the lines times the pairs of states that may follow each other.

use super::cue::CueSet;
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

/// Lines decided at a time: bounds the memory of the back pointers on endless documents.
const STRETCH: usize = 20_000;

/// The figures, unfolded for the search.
pub(crate) struct Model {
    pub(super) weights: Weights,
    pub(super) states: Vec<State>,
    /// The place of each state's zone in [`Zone::ALL`].
    zones: Vec<usize>,
    /// For each state, the weight of coming from it to every state, [`NEVER`] where that never happens.
    steps: Vec<i32>,
    opening: Vec<i32>,
    /// Begin, within and end scores of every zone before anything is seen.
    bases: Vec<i32>,
    /// For each state, what going on with a block speaks for.
    goes_on: Vec<i32>,
    /// For each state, how much of a seam's evidence counts, in per cent; nothing where its zone does not flow.
    seams: Vec<i32>,
}

static LEARNT: LazyLock<Model> = LazyLock::new(|| Model::of(Weights::learnt()));

impl Model {
    /// The committed figures, unfolded once.
    pub(crate) fn learnt() -> &'static Model {
        &LEARNT
    }

    pub(super) fn of(weights: Weights) -> Self {
        let states = states();
        let step = |from: State, to: State| {
            if zone::may_follow(from, to) { weights.step(from, to) } else { NEVER }
        };
        let steps = states.iter().flat_map(|&from| states.iter().map(move |&to| step(from, to))).collect();
        let zones = states.iter().map(|state| state.zone.index()).collect();
        let opening = states
            .iter()
            .map(|&state| {
                if zone::may_open(state) {
                    weights.of(Feature::Opening(state.part, state.zone))
                } else {
                    NEVER
                }
            })
            .collect();
        let bases = Zone::ALL.iter().flat_map(|&zone| [weights.of(Feature::Base(zone)), 0, 0]).collect();
        let goes_on = states.iter().map(|state| weights.of(Feature::GoesOn(state.zone))).collect();
        let seam = |state: &State| if state.zone.flows() { weights.of(Feature::Seam(state.zone)) } else { 0 };
        let seams = states.iter().map(seam).collect();
        Model { weights, states, zones, steps, opening, bases, goes_on, seams }
    }

    /// Begin, within and end scores of a line for every zone, by its own cues and its neighbours'.
    fn emissions(&self, cues: &[CueSet], line: usize, out: &mut [i32]) {
        out.copy_from_slice(&self.bases);
        for (reach, set) in reaches(cues, line) {
            for cue in set.iter() {
                for (sum, weight) in out.iter_mut().zip(self.weights.of_cue(reach, cue)) {
                    *sum += weight;
                }
            }
        }
    }

    /// What `seam` speaks for the end of a block of a state, and against its going on.
    fn parts(&self, state: usize, seam: Option<Seam>) -> i32 {
        let evidence = seam.map_or(0, |seam| seam.evidence);
        evidence * self.seams[state] / 200
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

/// One state's best score so far, beginning a block and continuing one.
#[derive(Clone, Copy)]
struct Score {
    begins: i32,
    goes_on: i32,
}

impl Score {
    fn best(self) -> i32 {
        self.begins.max(self.goes_on)
    }
}

fn best_of_stretch(
    model: &Model,
    cues: &[CueSet],
    seams: &[Option<Seam>],
    from: Option<usize>,
    bonus: impl Fn(usize, State, bool) -> i32,
) -> Vec<(usize, bool)> {
    let count = model.states.len();
    let mut emissions = vec![0; Zone::ALL.len() * 3];
    let mut ends_before = vec![0; Zone::ALL.len()];
    let mut scores = vec![Score { begins: NEVER, goes_on: NEVER }; count];
    // Where each beginning came from; whether each continuation came from a beginning is told by the scores.
    let mut back: Vec<u8> = Vec::with_capacity(cues.len() * count);
    let mut continued: Vec<u128> = Vec::with_capacity(cues.len());
    let mut picked: Vec<u128> = Vec::with_capacity(cues.len());
    let (mut before, mut came_from) = (vec![NEVER; count], vec![0_i32; count]);
    for (line, &seam) in seams.iter().enumerate() {
        model.emissions(cues, line, &mut emissions);
        let mut next = vec![Score { begins: NEVER, goes_on: NEVER }; count];
        let (mut from_going_on, mut best_goes_on) = (0_u128, 0_u128);
        if line == 0 {
            for (index, (from_score, came_from)) in before.iter_mut().zip(&mut came_from).enumerate() {
                (*from_score, *came_from) = match from {
                    None => (model.opening[index], 0),
                    Some(from) => (model.steps[from * count + index], from as i32),
                };
            }
        } else {
            let sources = leaving(model, &scores, &ends_before, seam);
            best_sources(model, &sources, &mut before, &mut came_from);
        }
        back.extend(came_from.iter().map(|&from| from as u8));
        for (index, &state) in model.states.iter().enumerate() {
            let zone = model.zones[index];
            let (begin, within) = (emissions[zone * 3], emissions[zone * 3 + 1]);
            next[index].begins = before[index].saturating_add(begin + bonus(line, state, true)).max(NEVER);
            if line > 0 && state.zone.flows() {
                let goes_on = model.goes_on[index] - model.parts(index, seam);
                let step = within + goes_on + bonus(line, state, false);
                if scores[index].goes_on > scores[index].begins {
                    from_going_on |= 1 << index;
                }
                next[index].goes_on = scores[index].best().saturating_add(step).max(NEVER);
            }
            if next[index].goes_on > next[index].begins {
                best_goes_on |= 1 << index;
            }
        }
        for (slot, emission) in ends_before.iter_mut().zip(emissions.chunks(3)) {
            *slot = emission[2];
        }
        continued.push(from_going_on);
        picked.push(best_goes_on);
        scores = next;
    }
    trace(model, &scores, &ends_before, &back, &continued, &picked)
}

/// How far a state may fall behind the best and still be followed: no figure, nor a few of them together, makes
/// that up.
const BEAM: i32 = 8_000;

/// The states worth coming from, with their scores as the last line of a block, the best first.
fn leaving(model: &Model, scores: &[Score], ends: &[i32], seam: Option<Seam>) -> Vec<(u8, i32)> {
    let mut leaving: Vec<(u8, i32)> = Vec::with_capacity(scores.len());
    for index in 0..model.states.len() {
        let end = ends[model.zones[index]] + model.parts(index, seam);
        leaving.push((index as u8, scores[index].best().saturating_add(end)));
    }
    let best = leaving.iter().map(|&(_, score)| score).max().unwrap_or(NEVER);
    leaving.retain(|&(_, score)| score > best.saturating_sub(BEAM));
    leaving
}

/// For every state, the best score with which a block of it begins here, and the state that it comes from. Neither a
/// score nor a step is less than [`NEVER`], so that their sum is a number.
fn best_sources(model: &Model, leaving: &[(u8, i32)], best: &mut [i32], came_from: &mut [i32]) {
    best.fill(NEVER);
    came_from.fill(0);
    let count = model.states.len();
    for &(from, score) in leaving {
        let start = usize::from(from) * count;
        for ((best, came_from), step) in
            best.iter_mut().zip(came_from.iter_mut()).zip(&model.steps[start..start + count])
        {
            let reached = score + step;
            let better = reached > *best;
            *best = if better { reached } else { *best };
            *came_from = if better { i32::from(from) } else { *came_from };
        }
    }
}

fn trace(
    model: &Model,
    scores: &[Score],
    ends: &[i32],
    back: &[u8],
    continued: &[u128],
    picked: &[u128],
) -> Vec<(usize, bool)> {
    let count = model.states.len();
    let last = (0..count).max_by_key(|&index| scores[index].best().saturating_add(ends[model.zones[index]]));
    let Some(mut state) = last else { return Vec::new() };
    let mut path = Vec::with_capacity(picked.len());
    let mut goes_on = picked.last().is_some_and(|bits| bits >> state & 1 == 1);
    for line in (0..picked.len()).rev() {
        path.push((state, !goes_on));
        if goes_on {
            goes_on = continued[line] >> state & 1 == 1;
        } else if line > 0 {
            state = usize::from(back[line * count + state]);
            goes_on = picked[line - 1] >> state & 1 == 1;
        }
    }
    path.reverse();
    path
}
