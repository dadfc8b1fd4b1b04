//! The figures while they are learnt.
//!
//! Takes labelled releases; moves the figures until the best path over each page is one that the editor would take, by a
//! margin.

use super::example::{Example, Labelled};
use crate::classify::path::{self, Model, Verdict, reaches};
use crate::classify::weights::{Feature, Weights};
use crate::classify::zone::Zone;
use std::collections::BTreeMap;

/// Set by hand.
const PRIOR: &str = include_str!("prior.tsv");

/// Rounds over all releases. Sixty judge as many lines of issuers left out wrong, but read the releases learnt from worse.
const ROUNDS: usize = 200;

/// How far one error moves a figure in the first round, in hundredths of a nat; it falls off to a tenth.
const STEP: f64 = 8.0;

/// How strongly a figure is drawn back to where it started, at each release.
const PULL: f64 = 0.0001;

/// By how much the editor's reading is to win over one that has a line wrong. Twice as much judges a little fewer lines of
/// issuers left out wrong (3.5 in a hundred, not 3.6) and reads the releases learnt from worse.
const MARGIN: i32 = 50;

/// The same for figures of neighbours' cues, of which there are many.
const NEIGHBOURS: f64 = 0.15;

/// The most that a feature counts on one page, however often it is there: a table of a hundred rows is one error.
const MOST_AT_ONCE: f64 = 1.0;

/// Zones that their own cues give away: their figures stay as they were set.
const SURE: &[Zone] = &[Zone::EndMark, Zone::Status, Zone::DateLine, Zone::Dateline, Zone::Rule, Zone::Tags];

/// The figures while they are learnt.
pub(super) struct Learner {
    prior: Vec<f64>,
    figures: Vec<f64>,
    sum: Vec<f64>,
    steps: f64,
}

impl Learner {
    pub(super) fn new() -> Self {
        let prior: Vec<f64> =
            Weights::read(PRIOR).figures().iter().map(|&figure| f64::from(figure)).collect();
        Learner { figures: prior.clone(), sum: vec![0.0; Weights::COUNT], prior, steps: 0.0 }
    }

    pub(super) fn model(&self) -> Model {
        Model::of(&self.weights())
    }

    fn unfolded(&self) -> Model {
        Model::unranked(&self.weights())
    }

    fn weights(&self) -> Weights {
        Weights::of_figures(self.figures.iter().map(|figure| figure.round() as i32).collect())
    }

    pub(super) fn averaged(&self) -> Weights {
        Weights::of_figures(self.sum.iter().map(|sum| (sum / self.steps).round() as i32).collect())
    }

    pub(super) fn learn(&mut self, examples: &[&Example]) {
        let mut order: Vec<usize> = (0..examples.len()).collect();
        // Unfolding the figures costs more than reading a page by them: pages that are read right leave them as they were.
        let mut model = self.unfolded();
        let mut moved = false;
        for round in 0..ROUNDS {
            shuffle(&mut order, round as u64);
            let step = STEP * (1.0 - 0.9 * round as f64 / ROUNDS as f64);
            for &at in &order {
                let example = examples[at];
                if std::mem::take(&mut moved) {
                    model = self.unfolded();
                }
                for page in &example.pages {
                    moved |= self.correct(&model, page, step * example.share);
                }
                for (figure, prior) in self.figures.iter_mut().zip(&self.prior) {
                    *figure += (prior - *figure) * PULL;
                }
                if round * 3 >= ROUNDS {
                    self.steps += 1.0;
                    for (sum, figure) in self.sum.iter_mut().zip(&self.figures) {
                        *sum += figure;
                    }
                }
            }
        }
    }

    /// One step on one page, where a line is wrong; tells whether one was.
    fn correct(&mut self, model: &Model, page: &Labelled, step: f64) -> bool {
        let (cues, seams) = (&page.seen.cues, &page.seen.seams);
        let right = page.right(model);
        let guess = path::best_with(model, cues, seams, |line, zone, begins| {
            if page.labels[line].allows(zone, begins) { 0 } else { MARGIN }
        });
        if page.wrong(&guess) == 0 {
            return false;
        }
        let mut change: BTreeMap<usize, f64> = BTreeMap::new();
        count(page, &right, |feature, value| *change.entry(feature).or_default() += value);
        count(page, &guess, |feature, value| *change.entry(feature).or_default() -= value);
        for (feature, value) in change {
            if !Feature::is_of(feature, SURE) {
                let slow = if Feature::is_neighbours(feature) { NEIGHBOURS } else { 1.0 };
                self.figures[feature] += slow * step * value.clamp(-MOST_AT_ONCE, MOST_AT_ONCE);
            }
        }
        true
    }
}

/// What a path is made of: each feature, and how often it counts.
fn count(page: &Labelled, verdicts: &[Verdict], mut add: impl FnMut(usize, f64)) {
    let cues = &page.seen.cues;
    for (line, verdict) in verdicts.iter().enumerate() {
        let state = verdict.state;
        let ends = verdicts.get(line + 1).is_none_or(|next| next.begins);
        for (reach, set) in reaches(cues, line) {
            for cue in set.iter() {
                add(Feature::Cue(reach, cue, state.zone, usize::from(!verdict.begins)).index(), 1.0);
                if ends {
                    add(Feature::Cue(reach, cue, state.zone, 2).index(), 1.0);
                }
            }
        }
        // In steps of a nat, so that it moves about as fast as the other figures.
        let evidence = |zone| f64::from(path::evidence(page.seen.seams[line], zone)) / 200.0;
        if !verdict.begins {
            add(Feature::GoesOn(state.zone).index(), 1.0);
            add(Feature::Seam(state.zone).index(), -evidence(state.zone));
            continue;
        }
        add(Feature::Base(state.zone).index(), 1.0);
        let Some(before) = line.checked_sub(1).map(|before| verdicts[before].state) else {
            add(Feature::Opening(state.part, state.zone).index(), 1.0);
            continue;
        };
        if before.zone.flows() {
            add(Feature::Seam(before.zone).index(), evidence(before.zone));
        }
        add(Feature::Part(before.part, state.part, state.zone).index(), 1.0);
        add(Feature::Follows(before.zone, state.zone).index(), 1.0);
        if state.zone.is_unopened_after(before.zone) {
            add(Feature::Unopened(state.zone).index(), 1.0);
        }
    }
}

/// The same order every time.
fn shuffle(order: &mut [usize], seed: u64) {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) + 0x1234_5678_9abc_def1;
    for at in (1..order.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        order.swap(at, (state % (at as u64 + 1)) as usize);
    }
}
