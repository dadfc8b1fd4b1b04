//! The best path: every line scored against every zone, the sequence taken that scores most.
//!
//! Takes the cues and seams of an edition's lines; gives each line its zone and whether it begins a block. Dynamic
//! programming over states (Viterbi): cost grows with the lines times the pairs of states that may follow each other.

use super::bands::{BAND, BANDS, PerState, PerZone, Places, STATES, ZONES, at, per_state};
use super::cue::{Cue, CueSet};
use super::weights::{Feature, Reach, Weights};
use super::zone::{self, State, Zone};
use crate::clean::wrap::{Bond, Seam};
use std::sync::LazyLock;

/// What a line was judged to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub(crate) state: State,
    /// Whether it begins a block, or continues the one before.
    pub(crate) begins: bool,
}

/// What never happens: the least of all scores. They are so small that eight are added in one step, and are kept as far as a
/// state is ahead of the best or behind it. What a line's figures may add to the least leaves it too far behind to be
/// followed.
const NEVER: i16 = i16::MIN;

/// The largest weight of a step either way: small enough that none, added to a state within [`BEAM`] of the best, is
/// taken for [`NEVER`].
const LARGEST_STEP: i32 = 20_000;

/// Lines decided at a time: bounds the memory of the back pointers on endless documents.
const STRETCH: usize = 20_000;

/// Begin, then within, then end scores of every zone. What would go beyond their range is so unlikely that it does not
/// matter by how much.
#[derive(Clone, Copy)]
#[repr(align(16))]
struct Scores([[i16; BAND]; WIDTH / BAND]);

impl Scores {
    /// Adds `more` to each, band by band: so all sums stay in registers.
    #[inline]
    fn add(&mut self, Scores(more): &Scores) {
        let Scores(sums) = self;
        for band in 0..WIDTH / BAND {
            for lane in 0..BAND {
                sums[band][lane] = sums[band][lane].saturating_add(more[band][lane]);
            }
        }
    }
}

/// Behind the last scores is as much room as a [`PerZone`] takes.
const WIDTH: usize = (ENDS + ZONES).next_multiple_of(BAND);

/// Where the scores of a line that continues a block start, and those of its last line.
const WITHIN: usize = Zone::ALL.len();
const ENDS: usize = 2 * WITHIN;

/// The figures, unfolded for the search.
pub(crate) struct Model {
    states: Places,
    /// For each state, the weight of coming from it to every state, [`NEVER`] where that never happens.
    steps: Vec<PerState<i16>>,
    /// The same for each state that is come to.
    steps_to: Vec<PerState<i16>>,
    /// For each state, how far another must be behind it to lead nowhere better: see [`leads`].
    leads: Vec<PerState<i16>>,
    opening: PerState<i16>,
    /// The scores before anything is seen: [`NEVER`] for a second line where a block has one.
    bases: Scores,
    /// What each cue adds to them, for each whose it may be.
    cues: [Vec<Scores>; Reach::ALL.len()],
    /// The cues that add anything.
    bearing: [CueSet; Reach::ALL.len()],
    /// The places of zones that flow, and how much of a seam's evidence counts to each, in per cent.
    seams: Vec<(Zone, i32)>,
}

static LEARNT: LazyLock<Model> = LazyLock::new(|| Model::of(&Weights::learnt()));

impl Model {
    /// The committed figures, unfolded once.
    pub(crate) fn learnt() -> &'static Model {
        &LEARNT
    }

    pub(super) fn of(weights: &Weights) -> Self {
        let mut model = Model::unranked(weights);
        model.leads = leads(&model.states, &model.steps);
        model
    }

    /// The same without what spares the search a part of the steps: for figures that serve for one page only.
    pub(super) fn unranked(weights: &Weights) -> Self {
        let states = Places::new();
        let step = |from: State, to: State| {
            let known = zone::may_follow(from, to).then(|| weights.step(from, to));
            known.map_or(NEVER, |step| step.clamp(-LARGEST_STEP, LARGEST_STEP) as i16)
        };
        let row = |from: State| states.each(NEVER, |to| step(from, to));
        let steps: Vec<PerState<i16>> =
            states.all().map(|from| from.map_or([[NEVER; BAND]; BANDS], row)).collect();
        let steps_to: Vec<PerState<i16>> =
            (0..STATES).map(|to| per_state(|from| at(&steps[from], to))).collect();
        let leads = vec![[[i16::MAX; BAND]; BANDS]; STATES];
        let opens = |state: State| {
            let may = zone::may_open(state);
            if may { score(weights.of(Feature::Opening(state.part, state.zone))) } else { NEVER }
        };
        let opening = states.each(NEVER, opens);
        let goes_on =
            |zone: Zone| if zone.flows() { weights.of(Feature::GoesOn(zone)) } else { NEVER.into() };
        let base = |&zone: &Zone| [weights.of(Feature::Base(zone)), goes_on(zone), 0];
        let bases: Vec<i32> = Zone::ALL.iter().flat_map(base).collect();
        let cues =
            Reach::ALL.map(|reach| Cue::ALL.iter().map(|&cue| scores(weights.of_cue(reach, cue))).collect());
        let bears = |reach| {
            Cue::ALL.iter().copied().filter(move |&cue| weights.of_cue(reach, cue).iter().any(|&w| w != 0))
        };
        let bearing = Reach::ALL.map(|reach| bears(reach).collect());
        let flowing = Zone::ALL.iter().copied().filter(|zone| zone.flows());
        let seams = flowing.map(|zone| (zone, weights.of(Feature::Seam(zone)))).collect();
        let bases = scores(&bases);
        Model { states, steps, steps_to, leads, opening, bases, cues, bearing, seams }
    }

    /// The scores of a line, by its own cues and its neighbours'.
    fn emissions(&self, cues: &[CueSet], line: usize) -> Scores {
        let mut sums = self.bases;
        for (reach, set) in reaches(cues, line) {
            let rows = &self.cues[reach as usize];
            for cue in set.and(self.bearing[reach as usize]).iter() {
                sums.add(&rows[cue as usize]);
            }
        }
        sums
    }

    /// What `seam` speaks for the end of a block of each zone, and against its going on.
    fn parts(&self, seam: Option<Seam>) -> PerZone<i16> {
        /// That two lines are surely of one block, or of two, says nothing of its zone: it weighs the same for all.
        const SURE: i16 = 600;
        match seam.map(|seam| seam.bond) {
            Some(Bond::One) => return [-SURE; ZONES],
            Some(Bond::Two) => return [SURE; ZONES],
            Some(Bond::Unsure) | None => {}
        }
        let mut parts = [0; ZONES];
        for &(zone, share) in &self.seams {
            parts[zone.index()] = score(evidence(seam, zone) * share / 200);
        }
        parts
    }
}

/// For each state and each other, by how much steps from the other weigh more at most; [`i16::MAX`] where the other goes
/// where the state does not.
fn leads(states: &Places, steps: &[PerState<i16>]) -> Vec<PerState<i16>> {
    let lead = |from: &PerState<i16>, other: &PerState<i16>| {
        let pairs = from.as_flattened().iter().zip(other.as_flattened());
        let more = pairs.filter(|&(_, &step)| step != NEVER).map(|(&own, &step)| {
            if own == NEVER { i32::from(i16::MAX) } else { i32::from(step) - i32::from(own) }
        });
        more.max().unwrap_or(i32::from(i16::MIN)).clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16
    };
    let known = |place: usize| states.at(place).is_some();
    let of_pair = |from: usize, other: usize| {
        if known(from) && known(other) { lead(&steps[from], &steps[other]) } else { i16::MAX }
    };
    (0..STATES).map(|from| per_state(|other| of_pair(from, other))).collect()
}

/// Begins, within and ends of each zone in a row, as scores.
fn scores(figures: &[i32]) -> Scores {
    let mut scores = Scores([[0; BAND]; WIDTH / BAND]);
    for (zone, figures) in figures.chunks_exact(3).enumerate() {
        for (place, &figure) in [0, WITHIN, ENDS].into_iter().zip(figures) {
            scores.0.as_flattened_mut()[place + zone] = score(figure);
        }
    }
    scores
}

/// `figure` as a score.
fn score(figure: i32) -> i16 {
    figure.clamp(i16::MIN.into(), i16::MAX.into()) as i16
}

/// The scores of each zone that start at `place`. What follows them is of no zone.
#[inline]
fn of_zones(scores: &Scores, place: usize) -> PerZone<i16> {
    let zones = scores.0.as_flattened().get(place..).and_then(|scores| scores.first_chunk());
    zones.copied().unwrap_or([NEVER; ZONES])
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

/// The same, with a bonus for a line, a zone and whether a block of it begins there: what training asks for.
pub(super) fn best_with(
    model: &Model,
    cues: &[CueSet],
    seams: &[Option<Seam>],
    bonus: impl Fn(usize, Zone, bool) -> i32,
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
            |line, zone, begins| bonus(start + line, zone, begins),
        );
        from = path.last().map(|&(state, _)| state);
        let verdict = |(place, begins)| Some(Verdict { state: model.states.at(place)?, begins });
        verdicts.extend(path.into_iter().filter_map(verdict));
    }
    verdicts
}

/// Each state's best score so far, as far as it is ahead of the best that leaves the line before or behind it.
type Column = PerState<i16>;

/// For each state of a line, whether a block of it best goes on from the line before rather than begin there.
type Marks = PerState<bool>;

/// Goes on to the next line: `before` is the best with which a block may begin there, `begin` and `stay` what beginning
/// and going on weigh.
fn advance(
    column: &mut Column,
    before: &PerState<i16>,
    begin: &PerState<i16>,
    stay: &PerState<i16>,
) -> Marks {
    let mut marks = [[false; BAND]; BANDS];
    for band in 0..BANDS {
        for lane in 0..BAND {
            let begins = before[band][lane].saturating_add(begin[band][lane]);
            let goes_on = column[band][lane].saturating_add(stay[band][lane]);
            marks[band][lane] = goes_on > begins;
            column[band][lane] = begins.max(goes_on);
        }
    }
    marks
}

fn best_of_stretch(
    model: &Model,
    cues: &[CueSet],
    seams: &[Option<Seam>],
    from: Option<usize>,
    bonus: impl Fn(usize, Zone, bool) -> i32,
) -> Vec<(usize, bool)> {
    // For each zone, the weight of a block's end on the line before.
    let mut ends_before: PerZone<i16> = [0; ZONES];
    let mut column: Column = [[NEVER; BAND]; BANDS];
    // What the seam before the line tells: inside a paragraph one is as the other.
    let (mut told_before, mut parts): (_, PerZone<i16>) = (None, [0; ZONES]);
    // Of each line but the first, how far the states of the line before are behind the best that leaves: where a block that
    // begins there came from is told by them again.
    let mut left: Vec<PerState<i16>> = Vec::with_capacity(cues.len());
    let mut marks: Vec<Marks> = Vec::with_capacity(cues.len());
    for (line, &seam) in seams.iter().enumerate() {
        let emissions = model.emissions(cues, line);
        let mut begins = of_zones(&emissions, 0);
        let mut stays = of_zones(&emissions, WITHIN);
        let told = seam.map(|seam| (seam.evidence, seam.prose_only, seam.bond));
        if told != told_before {
            (told_before, parts) = (told, model.parts(seam));
        }
        for zone in 0..ZONES {
            ends_before[zone] = ends_before[zone].saturating_add(parts[zone]);
            stays[zone] = stays[zone].saturating_sub(parts[zone]);
        }
        for (place, &zone) in Zone::ALL.iter().enumerate() {
            begins[place] = begins[place].saturating_add(score(bonus(line, zone, true)));
            stays[place] = stays[place].saturating_add(score(bonus(line, zone, false)));
        }
        let before = if line > 0 {
            let behind = leave(model, &mut column, &ends_before);
            let steps = best_steps(model, &behind);
            left.push(behind);
            steps
        } else {
            from.map_or(model.opening, |from| model.steps[from])
        };
        let of_states = |zones: &PerZone<i16>| std::array::from_fn(|band| model.states.of_band(band, zones));
        marks.push(advance(&mut column, &before, &of_states(&begins), &of_states(&stays)));
        ends_before = of_zones(&emissions, ENDS);
    }
    trace(model, &column, &ends_before, &left, &marks)
}

/// How far a state may fall behind the best and still be followed: no figure, nor a few of them together, makes
/// that up.
const BEAM: i16 = 8_000;

/// How far a state may fall behind the best that leaves and still go on with its block.
const DEEP: i16 = 2 * BEAM;

/// The score of each state as the last line of a block; `ends` is what the end of a block of each zone weighs.
fn leaving(model: &Model, column: &Column, ends: &PerZone<i16>) -> PerState<i16> {
    let mut leaving = *column;
    for (band, scores) in leaving.iter_mut().enumerate() {
        for (score, end) in scores.iter_mut().zip(model.states.of_band(band, ends)) {
            *score = score.saturating_add(end);
        }
    }
    leaving
}

/// How far each state is behind the best that leaves a line; what is too far behind counts as never. The scores of the line
/// are told from that best on, too.
fn leave(model: &Model, column: &mut Column, ends: &PerZone<i16>) -> PerState<i16> {
    let mut leaving = leaving(model, column, ends);
    let best = leaving.as_flattened().iter().copied().fold(NEVER, i16::max);
    for score in column.as_flattened_mut() {
        let behind = score.saturating_sub(best);
        *score = if behind > -DEEP { behind } else { NEVER };
    }
    for score in leaving.as_flattened_mut() {
        let behind = score.saturating_sub(best);
        *score = if behind > -BEAM { behind } else { NEVER };
    }
    leaving
}

/// For every state, the best score with which a block of it begins here, as far as it is behind the best that leaves.
fn best_steps(model: &Model, behind: &PerState<i16>) -> PerState<i16> {
    let first = behind.as_flattened().iter().position(|&behind| behind == 0).unwrap_or(0);
    let mut reached = [[NEVER; BAND]; BANDS];
    for (band, worth) in worth_coming_from(behind, &model.leads[first]).into_iter().enumerate() {
        let mut left = u64::from_le_bytes(worth);
        while left != 0 {
            let lane = (left.trailing_zeros() / u8::BITS) as usize;
            left &= left - 1;
            reach(&mut reached, behind[band][lane], &model.steps[band * BAND + lane]);
        }
    }
    reached
}

/// Betters what is `reached` where the `steps` from a state so far `behind` lead higher. Band by band, all that is reached
/// stays in registers.
#[inline]
fn reach(reached: &mut PerState<i16>, behind: i16, steps: &PerState<i16>) {
    for band in 0..BANDS {
        for lane in 0..BAND {
            reached[band][lane] = reached[band][lane].max(behind.saturating_add(steps[band][lane]));
        }
    }
}

/// Which states are worth coming from, 1 for each: from one that is so far behind as another leads it, no step is as good as
/// the same from the other. `leads` are those of the best.
fn worth_coming_from(behind: &PerState<i16>, leads: &PerState<i16>) -> PerState<u8> {
    let mut worth = [[0; BAND]; BANDS];
    let figures = behind.as_flattened().iter().zip(leads.as_flattened());
    for (worth, (&behind, &lead)) in worth.as_flattened_mut().iter_mut().zip(figures) {
        *worth = u8::from(behind != NEVER) & u8::from(behind.saturating_add(lead) >= 0);
    }
    worth
}

/// The best state that the one at `place` was reached from; of several the first in rank.
fn best_source(model: &Model, behind: &PerState<i16>, place: usize) -> usize {
    let mut reached = *behind;
    for (reached, &step) in reached.as_flattened_mut().iter_mut().zip(model.steps_to[place].as_flattened()) {
        let stepped = reached.saturating_add(step);
        *reached = if *reached == NEVER { NEVER } else { stepped };
    }
    let reached = reached.as_flattened();
    let best = reached.iter().copied().fold(NEVER, i16::max);
    let sources = (0..STATES).filter(|&from| reached[from] == best);
    sources.min_by_key(|&from| model.states.rank(from)).unwrap_or(0)
}

fn trace(
    model: &Model,
    column: &Column,
    ends: &PerZone<i16>,
    left: &[PerState<i16>],
    marks: &[Marks],
) -> Vec<(usize, bool)> {
    let leaving = leaving(model, column, ends);
    let known = (0..STATES).filter(|&place| model.states.at(place).is_some());
    let last = known.max_by_key(|&place| (at(&leaving, place), model.states.rank(place)));
    let Some(mut place) = last else { return Vec::new() };
    let mut path = Vec::with_capacity(marks.len());
    for (line, marks) in marks.iter().enumerate().rev() {
        let goes_on = at(marks, place);
        path.push((place, !goes_on));
        if !goes_on && line > 0 {
            place = best_source(model, &left[line - 1], place);
        }
    }
    path.reverse();
    path
}

/// Lines of these zones with these cues, each beginning a block.
#[cfg(test)]
pub(super) fn judged(lines: &[(zone::Part, Zone, &[super::cue::Cue])]) -> (Vec<Verdict>, Vec<CueSet>) {
    let verdict = |&(part, zone, _): &(_, _, _)| Verdict { state: State { part, zone }, begins: true };
    (lines.iter().map(verdict).collect(), lines.iter().map(|(_, _, cues)| CueSet::of(cues)).collect())
}
