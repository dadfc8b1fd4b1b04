//! Lines that an extractor gave out of order.
//!
//! Takes the lines that flow; gives them in the order of the page, as far as it shows. Extractors that go by boxes give a
//! mark in the middle of the page after the heading below it: the release does not end between a heading and its text.
//! They give a heading below a table among its labels: see `astray.rs`. And they give the second of two columns of
//! contacts at the end of the page, after all that is printed below both.

use super::{astray, cue};
use crate::clean::{Line, wrap};
use crate::extract::person::{self, NamedKind};
use crate::lexicon::cues::{self, CueClass, Standing};
use crate::text::fold::folded;
use std::collections::BTreeMap;

/// Longest line that may be an end mark, in bytes.
const LONGEST: usize = 32;

/// Lines that were given far from their place, each with the line that they belong after.
pub(super) type Moved = BTreeMap<usize, usize>;

/// Puts end marks before the headings that they stand behind, second columns of contacts below the first, and headings
/// below their tables; `flow` are indices of `lines`.
pub(super) fn mend(text: &str, lines: &[Line], flow: &mut [usize]) -> Moved {
    let mut moved = mend_columns(text, lines, flow);
    for (heading, last) in astray::headings(text, lines, flow) {
        moved.insert(flow[heading], flow[last]);
        flow[heading..=last].rotate_left(1);
    }
    mend_marks(text, lines, flow);
    moved
}

fn mend_marks(text: &str, lines: &[Line], flow: &mut [usize]) {
    let mut found = Vec::new();
    for at in 1..flow.len().saturating_sub(1) {
        let (heading, mark) = (slice(text, lines, flow[at - 1]), slice(text, lines, flow[at]));
        if mark.len() <= LONGEST
            && cue::is_end_mark_alone(&folded(mark))
            && is_heading(&folded(heading), BACK, &mut found)
        {
            flow.swap(at - 1, at);
        }
    }
}

fn mend_columns(text: &str, lines: &[Line], flow: &mut [usize]) -> Moved {
    let mut moved = Moved::new();
    let mut start = 0;
    for end in 1..=flow.len() {
        let ends =
            end == flow.len() || lines[flow[end - 1] + 1..=flow[end]].iter().any(|line| line.page_break);
        if !ends {
            continue;
        }
        let page = &mut flow[start..end];
        if let Some((to, from)) = column_below(text, lines, page) {
            moved.extend(page[from..].iter().map(|&line| (line, page[to])));
            let wide = page.len() - from;
            page[to + 1..].rotate_right(wide);
        }
        start = end;
    }
    moved
}

/// Where the first column of contacts ends on `page`, and where the second begins that closes the page: a box of lines
/// that opens with a person below none of its headings, after prose or a wide line that no contact follows.
fn column_below(text: &str, lines: &[Line], page: &[usize]) -> Option<(usize, usize)> {
    /// Lines of the longest column, and of the longest from its heading to its first address; guesses.
    const LONGEST: usize = 10;
    /// Columns of the widest line of one, and of the narrowest that it surely is not headed by.
    const WIDEST: usize = 60;
    const WIDE: usize = 40;
    let line = |at: usize| slice(text, lines, page[at]);
    let reached = |at: &usize| line(*at).contains('@');
    let from = (1..page.len()).rev().take(LONGEST).find(|&at| lines[page[at]].gap > 0)?;
    let mut below = from..page.len();
    let fits = |at: usize| lines[page[at]].width <= WIDEST && !wrap::ends_with_sentence(line(at));
    if !below.clone().any(|at| reached(&at)) || !below.all(fits) || lines[page[from - 1]].width < WIDE {
        return None;
    }
    let mut found = Vec::new();
    let mut heads = |at: usize| is_heading(&folded(line(at)), CONTACTS, &mut found);
    let to = (0..from - 1).rev().find(reached)?;
    let headed = (to.saturating_sub(LONGEST)..to).any(&mut heads);
    (headed && !(to + 1..from).any(heads) && opens_with_person(&folded(line(from)))).then_some((to, from))
}

fn opens_with_person(line: &str) -> bool {
    person::of_line(line, 0..line.len())
        .is_some_and(|named| named.kind == NamedKind::Person && named.name.is_some())
}

fn slice<'a>(text: &'a str, lines: &[Line], at: usize) -> &'a str {
    &text[lines[at].span.range()]
}

/// Headings of the back of a release.
const BACK: &[CueClass] = &[CueClass::BoilerHeading, CueClass::NotesHeading, CueClass::ContactHeading];

const CONTACTS: &[CueClass] = &[CueClass::ContactHeading];

/// Whether `line` is a heading of one of `classes` and no sentence that opens with one.
fn is_heading(line: &str, classes: &[CueClass], found: &mut Vec<(CueClass, Standing)>) -> bool {
    /// No heading is longer, in bytes.
    const LONGEST: usize = 120;
    if line.len() > LONGEST || wrap::ends_with_sentence(line) {
        return false;
    }
    cues::find(line, found);
    found.iter().any(|(class, standing)| *standing != Standing::Inside && classes.contains(class))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_mark_stands_before_the_heading() {
        let text = "It opens in May.\nAbout Harbour Trust\n# # #\nHarbour Trust runs the tram.\n- Ends -\n";
        let lines = crate::clean::lines_of(text);
        let mut flow = vec![0, 1, 2, 3, 4];
        mend(text, &lines, &mut flow);
        assert_eq!(flow, [0, 2, 1, 3, 4]);
    }

    /// The first letters of the lines of `text` in the order of the page.
    fn order(text: &str) -> String {
        let lines = crate::clean::lines_of(text);
        let mut flow: Vec<usize> = (0..lines.len()).collect();
        mend(text, &lines, &mut flow);
        flow.iter().map(|&at| &text[lines[at].span.range()][..1]).collect()
    }

    #[test]
    fn a_second_column_stands_below_the_first() {
        let first = "Media contact\n\nAnn Lee, Press Officer\nTel: 2155 0143\nEmail: ann@weir.example\n\n";
        let about = "Bodies of water are what the Weir Trust looks after, and all that\n\n";
        let second = "Mr John Moor, Director\nTel: 2155 0187\nEmail: john@mill.example\n";
        let rest = "\u{c}swims in them.\n";
        assert_eq!(order(&format!("{first}{about}{second}{rest}")), "MATEMTEBs");
        // Below a heading of its own it stands where it is.
        let headed = format!("{first}{about}Contact for investors\n\n{second}{rest}");
        assert_eq!(order(&headed), "MATEBCMTEs");
    }
}
