//! Learns the figures of `weights.tsv` from releases whose reading is known.
//!
//! Takes folders of releases with what an editor finds in them (`label.rs` says what that makes of each line,
//! `reprint.rs` sets them anew in other measures); gives figures by which the best path over each page is the editor's
//! (`learner.rs`). They start from `prior.tsv`, which was set by hand, and are drawn back to it: a figure moves only as
//! far as errors move it.
//!
//! `TRAIN="$A;$B" cargo test --release --lib trains -- --nocapture` writes the table, where `A` is
//! `../shared/gold=4:../shared/rendered=4:corpus` and `B` the same with a weight of 2 each: the mean of several learnings
//! wavers less than one, and the real and the printed releases, which are few, keep their say;
//! `FOLDS=8 RECORDS=out.jsonl TRAIN=… cargo test --release --lib validates -- --nocapture` reads each release by figures
//! learnt from seven eighths of the issuers, its own not among them: the honest measure of any change here. `FOLD=0` does so
//! for the first eighth only, so that several run side by side; `SHOW=1` prints each line that is judged wrong.
//!
//! The method is the structured support vector machine's, by subgradient steps, averaged (Tsochantaridis et al. 2005;
//! Ratliff, Bagnell and Zinkevich 2007); what the editor leaves open, the path fills in as it likes best (Yu and
//! Joachims 2009).

mod example;
mod label;
mod learner;
mod reprint;

use super::blocks_by;
use super::path::{self, Model};
use super::weights::Weights;
use crate::clean::edition;
use crate::options::Options;
use example::Example;
use learner::Learner;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// What the editor asks for that no path can give.
fn impossible(example: &Example, model: &Model) {
    for (edition, page) in example.pages.iter().enumerate() {
        let broken = page.wrong(&page.right(model));
        if broken > 0 {
            println!("{} #{edition}: {broken} lines cannot be as labelled", example.path);
        }
    }
}

/// How many lines there are, and how many a model has wrong.
fn told(model: &Model, examples: &[&Example]) -> (usize, usize) {
    let pages = examples.iter().flat_map(|example| &example.pages);
    pages.fold((0, 0), |(all, bad), page| {
        let verdicts = path::best(model, &page.seen.cues, &page.seen.seams);
        (all + verdicts.len(), bad + page.wrong(&verdicts))
    })
}

/// Figures learnt from `examples` and from one reading of each printed anew.
fn learn(examples: &[&Example]) -> Weights {
    let prior = Learner::new().model();
    let mut done = BTreeSet::new();
    let first = examples.iter().filter(|example| done.insert(example.id.as_str()));
    let anew: Vec<Example> = first.flat_map(|example| example.reprinted(&prior)).collect();
    let all: Vec<&Example> = examples.iter().copied().chain(&anew).collect();
    let mut learner = Learner::new();
    learner.learn(&all);
    learner.averaged()
}

/// The figures between those of several learnings.
fn mean(learnt: &[Weights]) -> Weights {
    let count = learnt.len().max(1) as f64;
    let sum = |at: usize| learnt.iter().map(|weights| f64::from(weights.figures()[at])).sum::<f64>();
    Weights::of_figures((0..Weights::COUNT).map(|at| (sum(at) / count).round() as i32).collect())
}

#[test]
fn trains() {
    let Ok(settings) = std::env::var("TRAIN") else { return };
    let prior = Learner::new().model();
    let (mut learnt, mut examples) = (Vec::new(), Vec::new());
    for folders in settings.split(';') {
        examples = example::all(folders);
        learnt.push(learn(&examples.iter().collect::<Vec<_>>()));
    }
    for example in &examples {
        impossible(example, &prior);
    }
    let learnt = mean(&learnt);
    let all: Vec<&Example> = examples.iter().collect();
    println!("lines, wrong: {:?} before", told(&prior, &all));
    println!("lines, wrong: {:?} after", told(&Model::of(&learnt), &all));
    let head = "# Written by training/: see there. Hundredths of a nat. Columns: kind, what it is of, the figure or\n\
                # the three figures of a line that begins a block, continues one, ends one.\n";
    std::fs::write("src/classify/weights.tsv", format!("{head}{}", learnt.write())).unwrap();
}

/// Reads each release by figures that were learnt without its issuer's.
#[test]
fn validates() {
    let (Ok(folders), Ok(folds)) = (std::env::var("TRAIN"), std::env::var("FOLDS")) else { return };
    let folds: usize = folds.parse().unwrap();
    let examples = example::all(&folders);
    let issuers: BTreeSet<&str> = examples.iter().map(|example| example::issuer(&example.id)).collect();
    let fold_of = |example: &Example| {
        issuers.iter().position(|&other| other == example::issuer(&example.id)).unwrap_or(0) % folds
    };
    let mut records = String::new();
    let mut sum = (0, 0);
    // One of them alone, to run them beside each other.
    let only: Option<usize> = std::env::var("FOLD").ok().map(|fold| fold.parse().unwrap());
    for fold in (0..folds).filter(|fold| only.is_none_or(|only| only == *fold)) {
        let (held, seen): (Vec<&Example>, Vec<&Example>) =
            examples.iter().partition(|example| fold_of(example) == fold);
        let model = Model::of(&learn(&seen));
        let (all, bad) = told(&model, &held);
        println!("fold {fold}: {bad} of {all} lines wrong");
        if std::env::var_os("SHOW").is_some() {
            for example in &held {
                show_wrong(&model, example);
            }
        }
        sum = (sum.0 + all, sum.1 + bad);
        for example in held {
            write_records(&model, example, &mut records);
        }
    }
    println!("held out: {} of {} lines wrong", sum.1, sum.0);
    if let Ok(path) = std::env::var("RECORDS") {
        std::fs::write(path, records).unwrap();
    }
}

/// Each line that is judged wrong: the release, the line, what it is taken for and what an editor would allow.
fn show_wrong(model: &Model, example: &Example) {
    for page in &example.pages {
        let verdicts = path::best(model, &page.seen.cues, &page.seen.seams);
        let lines = verdicts.iter().zip(&page.labels).enumerate();
        for (line, (verdict, label)) in
            lines.filter(|(_, (verdict, label))| !label.allows(verdict.state.zone, verdict.begins))
        {
            println!(
                "{}\t{line}\t{:?} {}\t{label}",
                example.id,
                verdict.state.zone,
                if verdict.begins { "begins" } else { "goes on" }
            );
        }
    }
}

fn write_records(model: &Model, example: &Example, out: &mut String) {
    let text = &example.text;
    let lines = crate::clean::lines_of(text);
    for (number, edition) in edition::split(text, &lines).into_iter().enumerate() {
        let own = &lines[edition.lines];
        let options = Options::default();
        let page =
            crate::extract::Page { source: text, lines: own, language: edition.language, options: &options };
        let mut release = crate::extract::release(&page, &blocks_by(model, text, own));
        release.edition = number;
        let mut json = serde_json::to_value(&release).unwrap();
        json["source"] = serde_json::json!({ "path": example.path });
        let _ = writeln!(out, "{json}");
    }
}
