//! Text that goes on below a table.
//!
//! Takes the verdicts over the lines of a page, their cues and their words. Where each cell of a table stands on a line of its
//! own, what follows looks like the foot of the page. That somebody says something there tells that it is the text: what is
//! said, who says it, and the items with bullets between the table and that. Cells are left as they are.

use super::cue::{Cue, CueSet};
use super::path::Verdict;
use super::section::is_prose;
use super::zone::{Part, State, Zone};
use crate::lexicon::reporting;

/// Makes text of what somebody says below the text, and of the items above it. `line` gives the text of each.
pub(super) fn mend<'t>(verdicts: &mut [Verdict], cues: &[CueSet], line: impl Fn(usize) -> &'t str) {
    let of_text = |verdict: &Verdict| verdict.state.part == Part::Body && is_prose(verdict.state);
    let Some(last) = verdicts.iter().rposition(of_text) else { return };
    let told = |&at: &usize| cues[at].has(Cue::ColonEnd) && cues[at + 1].has(Cue::QuoteStart);
    let below = last + 1..verdicts.len().saturating_sub(1);
    let Some(lead) = below.rev().filter(told).find(|&at| leads_to_speech(line(at), line(at + 1))) else {
        return;
    };
    for at in last + 1..lead {
        let item = |at: usize| cues[at].has(Cue::Bullet) && is_loose(verdicts[at].state.zone);
        let zone = match (item(at), item(at + 1)) {
            (true, _) => Zone::ListItem,
            (false, true) if cues[at].has(Cue::Short) && is_loose(verdicts[at].state.zone) => {
                Zone::Subheading
            }
            _ => continue,
        };
        verdicts[at] = Verdict { state: State { part: Part::Body, zone }, begins: true };
    }
    let body = State { part: Part::Body, zone: Zone::Paragraph };
    verdicts[lead] = Verdict { state: body, begins: true };
    let said = |at: &usize| cues[*at].has(Cue::QuoteStart) || !verdicts[*at].begins;
    let end = (lead + 1..verdicts.len()).find(|at| !said(at)).unwrap_or(verdicts.len());
    verdicts[lead + 1..end].iter_mut().for_each(|verdict| verdict.state = body);
}

/// Zones of lines that nothing but their place tells.
fn is_loose(zone: Zone) -> bool {
    matches!(zone, Zone::Unknown | Zone::Table | Zone::Navigation | Zone::Download | Zone::Masthead)
}

/// Whether `lead` ends with a word that reports, and `said` is as long as what somebody says.
fn leads_to_speech(lead: &str, said: &str) -> bool {
    /// Bytes of the shortest; a guess.
    const SHORTEST: usize = 60;
    said.len() >= SHORTEST && reporting::leads_in(lead)
}

#[cfg(test)]
mod tests {
    use super::super::path::judged;
    use super::*;

    #[test]
    fn what_somebody_says_below_a_table_is_of_the_text() {
        let said = "“More bakers than ever ask for flour, and we think that they will go on to do so.”";
        let mended = |lead: &'static str| {
            let (mut verdicts, cues) = judged(&[
                (Part::Body, Zone::Paragraph, &[Cue::SentenceEnd]),
                (Part::Back, Zone::Table, &[Cue::Short]),
                (Part::Back, Zone::Unknown, &[Cue::Short]),
                (Part::Back, Zone::Unknown, &[Cue::Bullet]),
                (Part::Back, Zone::BoilerHeading, &[Cue::ColonEnd]),
                (Part::Back, Zone::Boilerplate, &[Cue::QuoteStart]),
            ]);
            let lines = ["", "10,090", "Highlights", "• Sales up", lead, said];
            mend(&mut verdicts, &cues, |at| lines[at]);
            verdicts[1..].iter().map(|verdict| verdict.state.zone).collect::<Vec<Zone>>()
        };
        assert_eq!(
            mended("Ann Lee, Chairman, commented:"),
            [Zone::Table, Zone::Subheading, Zone::ListItem, Zone::Paragraph, Zone::Paragraph]
        );
        assert_eq!(
            mended("About the “Weir Mill”:"),
            [Zone::Table, Zone::Unknown, Zone::Unknown, Zone::BoilerHeading, Zone::Boilerplate]
        );
    }
}
