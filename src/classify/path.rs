//! The best path: every line scored against every zone, the sequence taken that scores most.
//!
//! Takes the cues and seams of an edition's lines; gives each line its zone and whether it begins a block. Dynamic
//! programming over states (Viterbi): cost grows with the lines times the pairs of states that may follow each other.

use super::cue::{Cue, CueSet};
use super::weights;
use super::zone::{State, Zone, states};
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
const NEVER: i32 = i32::MIN / 4;

/// Lines decided at a time: bounds the memory of the back pointers on endless documents.
const STRETCH: usize = 20_000;

/// The tables, unfolded for the search.
struct Model {
    states: Vec<State>,
    /// For each state, where it can come from and at what weight.
    sources: Vec<Vec<(u8, i32)>>,
    opening: Vec<i32>,
    base: Vec<i32>,
    /// For each cue, the zones that it speaks for or against: zone, begin, within, end.
    cues: Vec<Vec<(u8, [i32; 3])>>,
}

static MODEL: LazyLock<Model> = LazyLock::new(Model::build);

impl Model {
    fn build() -> Self {
        let states = states();
        let sources = states
            .iter()
            .map(|&to| {
                let from = states.iter().enumerate();
                from.filter_map(|(index, &from)| Some((index as u8, weights::step(from, to)?))).collect()
            })
            .collect();
        let opening = states.iter().map(|&state| weights::opening(state).unwrap_or(NEVER)).collect();
        let mut base = vec![0; Zone::ALL.len()];
        for &(zone, weight) in weights::BASE {
            base[zone.index()] = weight;
        }
        let mut cues = vec![Vec::new(); Cue::ALL.len()];
        for weights::Row(cue, zone, begin, within, end) in weights::CUES {
            cues[*cue as usize].push((zone.index() as u8, [*begin, *within, *end]));
        }
        Model { states, sources, opening, base, cues }
    }

    /// Begin, within and end scores of a line for every zone.
    fn emissions(&self, cues: CueSet, out: &mut [[i32; 3]]) {
        for (slot, &base) in out.iter_mut().zip(&self.base) {
            *slot = [base, 0, 0];
        }
        for cue in cues.iter() {
            for &(zone, weights) in &self.cues[cue as usize] {
                let slot = &mut out[zone as usize];
                for (sum, weight) in slot.iter_mut().zip(weights) {
                    *sum += weight;
                }
            }
        }
    }
}

/// The zones of the lines whose cues and seams these are.
pub(crate) fn best(cues: &[CueSet], seams: &[Option<Seam>]) -> Vec<Verdict> {
    let mut verdicts = Vec::with_capacity(cues.len());
    let mut from: Option<usize> = None;
    for (at, stretch) in cues.chunks(STRETCH).enumerate() {
        let start = at * STRETCH;
        let path = best_of_stretch(stretch, &seams[start..start + stretch.len()], from);
        from = path.last().map(|&(state, _)| state);
        verdicts
            .extend(path.into_iter().map(|(state, begins)| Verdict { state: MODEL.states[state], begins }));
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

fn best_of_stretch(cues: &[CueSet], seams: &[Option<Seam>], from: Option<usize>) -> Vec<(usize, bool)> {
    let model = &*MODEL;
    let count = model.states.len();
    let mut emissions = vec![[0; 3]; Zone::ALL.len()];
    let mut ends_before = vec![0; Zone::ALL.len()];
    let mut scores = vec![Score { begins: NEVER, goes_on: NEVER }; count];
    // Where each beginning came from; whether each continuation came from a beginning is told by the scores.
    let mut back: Vec<u8> = Vec::with_capacity(cues.len() * count);
    let mut continued: Vec<u128> = Vec::with_capacity(cues.len());
    let mut picked: Vec<u128> = Vec::with_capacity(cues.len());
    for (line, &set) in cues.iter().enumerate() {
        model.emissions(set, &mut emissions);
        let seam = seams[line];
        let mut next = vec![Score { begins: NEVER, goes_on: NEVER }; count];
        let (mut from_going_on, mut best_goes_on) = (0_u128, 0_u128);
        for (index, &state) in model.states.iter().enumerate() {
            let zone = state.zone.index();
            let [begin, within, _] = emissions[zone];
            let (came_from, before) = if line == 0 {
                match from {
                    None => (0, model.opening[index]),
                    Some(from) => (from as u8, weights::step(model.states[from], state).unwrap_or(NEVER)),
                }
            } else {
                best_source(model, index, &scores, &ends_before, seam)
            };
            back.push(came_from);
            next[index].begins = before.saturating_add(begin).max(NEVER);
            if line > 0 && state.zone.flows() {
                let evidence = seam.map_or(0, |seam| seam.evidence) * weights::seam_share(state.zone) / 200;
                let step = within + weights::continuing(state.zone) - evidence;
                if scores[index].goes_on > scores[index].begins {
                    from_going_on |= 1 << index;
                }
                next[index].goes_on = scores[index].best().saturating_add(step).max(NEVER);
            }
            if next[index].goes_on > next[index].begins {
                best_goes_on |= 1 << index;
            }
        }
        for (slot, emission) in ends_before.iter_mut().zip(&emissions) {
            *slot = emission[2];
        }
        continued.push(from_going_on);
        picked.push(best_goes_on);
        scores = next;
    }
    trace(model, &scores, &ends_before, &back, &continued, &picked)
}

/// The best state to come from when a block of state `to` begins here.
fn best_source(model: &Model, to: usize, scores: &[Score], ends: &[i32], seam: Option<Seam>) -> (u8, i32) {
    let mut best = (0, NEVER);
    let evidence = seam.map_or(0, |seam| seam.evidence);
    for &(from, weight) in &model.sources[to] {
        let zone = model.states[from as usize].zone;
        let seam = if zone.flows() { evidence * weights::seam_share(zone) / 200 } else { 0 };
        let score = scores[from as usize].best().saturating_add(weight + ends[zone.index()] + seam);
        if score > best.1 {
            best = (from, score);
        }
    }
    best
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
    let last = (0..count)
        .max_by_key(|&index| scores[index].best().saturating_add(ends[model.states[index].zone.index()]));
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
