//! Lines → Blocks: which lines belong together, and what they are.
//!
//! A page is decided as a whole. `order.rs` puts back what was given out of order, `cue/` gathers what each line shows,
//! `weights.rs` and its table say what that speaks for, `path.rs` takes the best sequence of zones. `training/` learns the
//! table. What no line shows by itself and no order of zones tells is mended afterwards: the title in `opener.rs`, its decks
//! and the lead in `deck.rs`, the title printed again in `again.rs`, whose the numbers at the head are in `desk.rs`, titles and
//! lists within the text in `section.rs` and `series.rs`, text below a table in `regain.rs`, captions in `caption.rs`, what
//! stands below the text in `foot.rs`, who signs in `signature.rs`; `credit.rs` joins the lines of one caption. Nothing is
//! read out of the blocks here.

mod again;
mod astray;
mod bands;
mod caption;
mod credit;
pub(crate) mod cue;
mod deck;
mod desk;
mod foot;
mod footnote;
mod opener;
mod order;
mod path;
mod regain;
mod section;
mod series;
mod signature;
mod statement;
#[cfg(test)]
mod training;
mod weights;
pub(crate) mod zone;

use crate::clean::wrap::{Measure, Seam};
use crate::clean::{Line, LineRole};
use cue::{Cue, CueSet};
use path::{Model, Verdict};
use zone::{Part, State, Zone};

/// Lines that belong together, and their zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) zone: Zone,
    pub(crate) part: Part,
    /// Indices of its lines.
    pub(crate) lines: Vec<usize>,
}

/// The lines that flow, what each shows, and what lies between them.
struct Seen {
    /// Indices of the lines that are text, in the order of the page.
    flow: Vec<usize>,
    /// Which of them were given far from their place.
    moved: order::Moved,
    cues: Vec<CueSet>,
    seams: Vec<Option<Seam>>,
}

impl Seen {
    fn of(text: &str, lines: &[Line]) -> Self {
        let mut flow: Vec<usize> = (0..lines.len()).filter(|&at| lines[at].is_text()).collect();
        let moved = order::mend(text, lines, &mut flow);
        let own: Vec<&Line> = flow.iter().map(|&at| &lines[at]).collect();
        let apart: Vec<bool> = (0..flow.len())
            .map(|at| at > 0 && (flow[at] != flow[at - 1] + 1 || own[at].page_break))
            .collect();
        let set: Vec<Line> = own.iter().map(|line| **line).collect();
        let measure = Measure::of(text, &set);
        let (cues, seams) = cue::of_lines(text, &own, &measure, &apart);
        Seen { flow, moved, cues, seams }
    }
}

/// The blocks of `lines`, in the order of the page: every line in exactly one.
pub(crate) fn blocks(text: &str, lines: &[Line]) -> Vec<Block> {
    blocks_by(Model::learnt(), text, lines)
}

fn blocks_by(model: &Model, text: &str, lines: &[Line]) -> Vec<Block> {
    let seen = Seen::of(text, lines);
    let mut verdicts = path::best(model, &seen.cues, &seen.seams);
    mend(&mut verdicts, &seen.cues, |at| &text[lines[seen.flow[at]].span.range()]);
    let mut blocks: Vec<Block> = Vec::new();
    for (verdict, &line) in verdicts.iter().zip(&seen.flow) {
        match blocks.last_mut() {
            // What is read out of order is no one text with what stood before it.
            Some(last) if !verdict.begins && last.lines.last() < Some(&line) => last.lines.push(line),
            _ => blocks.push(Block { zone: verdict.state.zone, part: verdict.state.part, lines: vec![line] }),
        }
    }
    for (at, line) in lines.iter().enumerate() {
        if let LineRole::Furniture(kind) = line.role {
            blocks.push(Block { zone: Zone::Furniture(kind), part: Part::Front, lines: vec![at] });
        }
    }
    let place = |line: usize| seen.moved.get(&line).map_or((line, None), |&after| (after, Some(line)));
    blocks.sort_by_key(|block| place(block.lines[0]));
    credit::part(text, lines, &mut blocks);
    credit::join(text, lines, &mut blocks);
    blocks.shrink_to_fit();
    blocks
}

/// Mends what the path cannot tell, line by line from the head of a page to its foot. `line` gives the text of each.
fn mend<'t>(verdicts: &mut [Verdict], cues: &[CueSet], line: impl Fn(usize) -> &'t str + Copy) {
    if verdicts.is_empty() {
        return;
    }
    desk::mend(verdicts, cues);
    desk::mend_foot(verdicts, cues);
    desk::mend_sites(verdicts, cues);
    opener::mend(verdicts, cues, line(0));
    if !opener::mend_named(verdicts, line) {
        opener::mend_parted(verdicts, cues, line);
        opener::mend_stacked(verdicts, cues, line);
    }
    opener::mend_covering(verdicts, cues, line);
    opener::mend_half(verdicts, cues, line);
    deck::mend_lead(verdicts, cues, line);
    deck::mend_full(verdicts, cues);
    deck::mend_above_lead(verdicts, cues);
    deck::mend_decks(verdicts, cues, line);
    deck::mend_bulleted(verdicts, cues);
    again::mend(verdicts, line);
    section::mend(verdicts, cues, line);
    section::mend_capitals(verdicts, cues, line);
    statement::mend(verdicts, line);
    series::mend(verdicts, line);
    section::mend_lists(verdicts, cues);
    regain::mend(verdicts, cues, line);
    caption::mend(verdicts, cues, line);
    caption::mend_credited(verdicts, cues, line);
    foot::mend_descriptions(verdicts, cues, line);
    foot::mend_notes(verdicts, cues, line);
    foot::mend_end(verdicts, line);
    footnote::mend(verdicts, line);
    foot::mend(verdicts, cues, line);
    signature::mend(verdicts, cues, line);
    keep_body(verdicts, cues);
}

/// Makes paragraphs of the prose of a page that has none: of a text in one line every cue of a release stands in one place.
fn keep_body(verdicts: &mut [Verdict], cues: &[CueSet]) {
    if verdicts.iter().any(|verdict| verdict.state.zone == Zone::Paragraph) {
        return;
    }
    for (verdict, cues) in verdicts.iter_mut().zip(cues) {
        if cues.has(Cue::Huge) && cues.has(Cue::Prose) {
            *verdict = Verdict { state: State { part: Part::Body, zone: Zone::Paragraph }, begins: true };
        }
    }
}

/// What was seen in each line, its cues, the evidence of a break before it, and how it was judged, for whoever tunes the tables.
#[cfg(test)]
pub(crate) fn explain(text: &str, lines: &[Line]) -> String {
    use std::fmt::Write;
    let seen = Seen::of(text, lines);
    let place = |line: usize| seen.flow.iter().position(|&other| other == line);
    let evidence = |at: usize| seen.seams[at].map(|seam| seam.evidence);
    let cues = |line: usize| {
        let set = place(line).map_or_else(CueSet::default, |at| seen.cues[at]);
        set.iter().fold(String::new(), |all, cue| format!("{all} {cue:?}"))
    };
    let mut out = String::new();
    let mut named: Vec<(usize, String)> = Vec::new();
    for block in blocks(text, lines) {
        for (n, &line) in block.lines.iter().enumerate() {
            named
                .push((line, format!("{:?}/{:?}{}", block.part, block.zone, if n == 0 { "" } else { " +" })));
        }
    }
    named.sort();
    for (line, name) in named {
        let _ = writeln!(
            out,
            "{name:28} {:5} {} |{}",
            place(line).and_then(evidence).unwrap_or(0),
            &text[lines[line].span.range()].chars().take(60).collect::<String>(),
            cues(line)
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_one_line_has_a_body() {
        let story =
            "The mill opened its second line on Monday, where it has ground flour since 1908. ".repeat(9);
        let text = format!(
            "Weir Mill Opens Second Line Newswire WEIR, May 4, 2025 {story} For more see https://weir.example/a.pdf"
        );
        let bodies = crate::parse(&text).iter().map(|release| release.body.len()).collect::<Vec<_>>();
        assert_eq!(bodies, [1]);
    }

    /// Prints how a file is judged: `EXPLAIN=path cargo test explains -- --nocapture`.
    #[test]
    fn explains() {
        let Ok(path) = std::env::var("EXPLAIN") else { return };
        let text = std::fs::read_to_string(path).expect("the file to explain can be read");
        let lines = crate::clean::lines_of(&text);
        print!("{}", explain(&text, &lines));
    }
}
