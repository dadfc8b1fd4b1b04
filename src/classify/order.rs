//! Lines that an extractor gave out of order.
//!
//! Takes the lines that flow; gives them in the order of the page, as far as it shows. Extractors that go by boxes give a
//! mark in the middle of the page after the heading below it: the release does not end between a heading and its text.

use super::cue;
use crate::clean::{Line, wrap};
use crate::lexicon::cues::{self, CueClass, Standing};
use crate::text::fold::folded;

/// Longest line that may be an end mark, in bytes.
const LONGEST: usize = 32;

/// Puts end marks before the headings that they stand behind; `flow` are indices of `lines`.
pub(super) fn mend(text: &str, lines: &[Line], flow: &mut [usize]) {
    let mut found = Vec::new();
    for at in 1..flow.len().saturating_sub(1) {
        let (heading, mark) = (slice(text, lines, flow[at - 1]), slice(text, lines, flow[at]));
        if mark.len() <= LONGEST
            && cue::is_end_mark_alone(&folded(mark))
            && is_heading(&folded(heading), &mut found)
        {
            flow.swap(at - 1, at);
        }
    }
}

fn slice<'a>(text: &'a str, lines: &[Line], at: usize) -> &'a str {
    &text[lines[at].span.range()]
}

/// Whether `line` is a heading of the back of a release and no sentence that opens with one.
fn is_heading(line: &str, found: &mut Vec<(CueClass, Standing)>) -> bool {
    /// No heading is longer, in bytes.
    const LONGEST: usize = 120;
    if line.len() > LONGEST || wrap::ends_with_sentence(line) {
        return false;
    }
    cues::find(line, found);
    found.iter().any(|&(class, standing)| {
        standing != Standing::Inside
            && matches!(class, CueClass::BoilerHeading | CueClass::NotesHeading | CueClass::ContactHeading)
    })
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
}
