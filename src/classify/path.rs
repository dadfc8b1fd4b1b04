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

/// The weight of a step that never happens.
const NO_STEP: i16 = i16::MIN;

/// The largest weight of a step either way: small enough that none, added to a state within [`BEAM`] of the best, is
/// taken for [`NO_STEP`].
const LARGEST_STEP: i32 = 20_000;

/// Lines decided at a time: bounds the memory of the back pointers on endless documents.
const STRETCH: usize = 20_000;

/// The figures, unfolded for the search.
pub(crate) struct Model {
    pub(super) weights: Weights,
    pub(super) states: Vec<State>,
    /// The place of each state's zone in [`Zone::ALL`].
    zones: Vec<usize>,
    /// For each state, the weight of coming from it to every state, [`NO_STEP`] where that never happens.
    steps: Vec<i16>,
    opening: Vec<i32>,
    /// Begin, within and end scores of every zone before anything is seen.
    bases: Vec<i32>,
    /// Whether a block of each state may have several lines.
    flows: Vec<bool>,
    /// For each zone, what going on with a block speaks for.
    goes_on: Vec<i32>,
    /// For each zone, how much of a seam's evidence counts, in per cent; nothing where it does not flow.
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
            let known = zone::may_follow(from, to).then(|| weights.step(from, to));
            known.map_or(NO_STEP, |step| step.clamp(-LARGEST_STEP, LARGEST_STEP) as i16)
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
        let goes_on = Zone::ALL.iter().map(|&zone| weights.of(Feature::GoesOn(zone))).collect();
        let flows = states.iter().map(|state| state.zone.flows()).collect();
        let seam = |&zone: &Zone| if zone.flows() { weights.of(Feature::Seam(zone)) } else { 0 };
        let seams = Zone::ALL.iter().map(seam).collect();
        Model { weights, states, zones, steps, opening, bases, flows, goes_on, seams }
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

    /// What `seam` speaks for the end of a block of each zone, and against its going on.
    fn parts(&self, seam: Option<Seam>, out: &mut [i32]) {
        for ((out, share), &zone) in out.iter_mut().zip(&self.seams).zip(Zone::ALL) {
            *out = evidence(seam, zone) * share / 200;
        }
    }
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
    // For each zone: the weight of a block's end on the line before, and of one that goes on.
    let (mut ends_before, mut parts) = (vec![0; Zone::ALL.len()], vec![0; Zone::ALL.len()]);
    let mut stays = vec![0; Zone::ALL.len()];
    let mut scores = vec![Score { begins: NEVER, goes_on: NEVER }; count];
    let mut next = scores.clone();
    // Where each beginning came from is told by the sources again; whether each continuation came from a beginning, by
    // the scores.
    let mut sources = Sources::default();
    let mut continued: Vec<u128> = Vec::with_capacity(cues.len());
    let mut picked: Vec<u128> = Vec::with_capacity(cues.len());
    let (mut before, mut reached) = (vec![NEVER; count], vec![NO_STEP; count]);
    for (line, &seam) in seams.iter().enumerate() {
        model.emissions(cues, line, &mut emissions);
        model.parts(seam, &mut parts);
        for (zone, stays) in stays.iter_mut().enumerate() {
            *stays = emissions[zone * 3 + 1] + model.goes_on[zone] - parts[zone];
            ends_before[zone] += parts[zone];
        }
        let (mut from_going_on, mut best_goes_on) = (0_u128, 0_u128);
        if line == 0 {
            for (index, before) in before.iter_mut().enumerate() {
                *before = match from {
                    None => model.opening[index],
                    Some(from) => over_step(0, model.steps[from * count + index]),
                };
            }
        } else {
            let best = sources.add_leaving(model, &scores, &ends_before);
            best_steps(model, sources.last(), &mut reached);
            for (before, &reached) in before.iter_mut().zip(&reached) {
                *before = over_step(best, reached);
            }
        }
        for (index, &state) in model.states.iter().enumerate() {
            let zone = model.zones[index];
            let begin = emissions[zone * 3] + bonus(line, state, true);
            let begins = before[index].saturating_add(begin).max(NEVER);
            let mut goes_on = NEVER;
            if line > 0 && model.flows[index] {
                let stays = stays[zone] + bonus(line, state, false);
                if scores[index].goes_on > scores[index].begins {
                    from_going_on |= 1 << index;
                }
                goes_on = scores[index].best().saturating_add(stays).max(NEVER);
            }
            if goes_on > begins {
                best_goes_on |= 1 << index;
            }
            next[index] = Score { begins, goes_on };
        }
        for (slot, emission) in ends_before.iter_mut().zip(emissions.chunks_exact(3)) {
            *slot = emission[2];
        }
        continued.push(from_going_on);
        picked.push(best_goes_on);
        std::mem::swap(&mut scores, &mut next);
    }
    trace(model, &scores, &ends_before, &sources, &continued, &picked)
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
    /// The scores of the states that are left.
    leaving: Vec<i32>,
}

impl Sources {
    /// Adds those of the next line, in the order of the states; gives the score of the best as the last line of a block.
    /// `ends` is what the end of a block of each zone weighs.
    fn add_leaving(&mut self, model: &Model, scores: &[Score], ends: &[i32]) -> i32 {
        self.leaving.clear();
        let leaving = scores.iter().zip(&model.zones);
        self.leaving.extend(leaving.map(|(score, &zone)| score.best().saturating_add(ends[zone])));
        let best = self.leaving.iter().copied().max().unwrap_or(NEVER);
        let behind = self.leaving.iter().map(|score| score.saturating_sub(best));
        let worth = behind.enumerate().filter(|&(_, behind)| behind > -BEAM);
        self.states.extend(worth.map(|(index, behind)| (index as u8, behind as i16)));
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
fn best_steps(model: &Model, sources: &[(u8, i16)], reached: &mut [i16]) {
    reached.fill(NO_STEP);
    let count = model.states.len();
    for &(from, behind) in sources {
        let start = usize::from(from) * count;
        for (reached, &step) in reached.iter_mut().zip(&model.steps[start..start + count]) {
            *reached = (*reached).max(behind.saturating_add(step));
        }
    }
}

/// The first of the best states that `state` was reached from.
fn best_source(model: &Model, sources: &[(u8, i16)], state: usize) -> usize {
    let count = model.states.len();
    let mut best = (NO_STEP, 0);
    for &(from, behind) in sources {
        let reached = behind.saturating_add(model.steps[usize::from(from) * count + state]);
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
    scores: &[Score],
    ends: &[i32],
    sources: &Sources,
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
            state = best_source(model, sources.of(line), state);
            goes_on = picked[line - 1] >> state & 1 == 1;
        }
    }
    path.reverse();
    path
}
