//! What stands below the text: the end mark, notes, a description without a heading or beyond its paragraph.
//!
//! Takes the verdicts over the lines of a page, their cues and their words. One line of stars below the prose ends it. Notes
//! are the last paragraphs of a text that a note's heading opens, 注：…, points that count on from a note and a sentence right
//! below one. A description goes on with what points back to it, stands below a heading that names a body, and is the last
//! paragraph that tells when a body was founded or what it is. Notes within the text stay there: what speaks after them is
//! the text. Footnotes are told in `footnote.rs`.

use super::caption::CAPTION;
use super::cue::{Cue, CueSet};
use super::path::Verdict;
use super::section::is_prose;
use super::zone::{Part, State, Zone};
use crate::extract::person;
use crate::lexicon::people::latin;
use crate::lexicon::{headings, links};
use crate::text::script::{self, is_han};

/// Cues of what opens a note.
const HEADED: CueSet = CueSet::of(&[Cue::NotesGlued, Cue::NotesHeading]);

/// Whether a line is a warning by what it says, and nobody speaks in it.
fn warns(cues: CueSet, line: &str) -> bool {
    cues.has(Cue::ForwardLooking) && !line.contains(script::opens_quote)
}

/// Makes notes of what stands below the text. `line` gives the text of each.
pub(super) fn mend<'t>(verdicts: &mut [Verdict], cues: &[CueSet], line: impl Fn(usize) -> &'t str) {
    mend_described(verdicts, cues, &line);
    let Some(last) = verdicts.iter().rposition(|verdict| of_text(verdict.state)) else { return };
    let closing = closing(verdicts);
    let mut noted = false;
    for at in 0..verdicts.len() {
        let zone = verdicts[at].state.zone;
        if !verdicts[at].begins || !of_text(verdicts[at].state) {
            continue;
        }
        // Few paragraphs are the last: that is asked first.
        if zone == Zone::Paragraph
            && at >= closing
            && is_silent(verdicts, cues, &line, at)
            && describes(line(at))
        {
            for verdict in verdicts[at..].iter_mut().filter(|verdict| of_text(verdict.state)) {
                verdict.state = State { part: Part::Back, zone: Zone::Boilerplate };
            }
            return;
        }
        let headed = cues[at].has_any(HEADED) || warns(cues[at], line(at));
        let ends = || {
            ends_block(verdicts, at) > last || names_readers(line(at)) && tells_no_more(verdicts, cues, at)
        };
        noted = noted || headed && ends();
        if noted {
            let end = ends_block(verdicts, at);
            let heading = zone == Zone::Subheading && cues[at].has(Cue::NotesHeading);
            let zone = if heading { Zone::NotesHeading } else { Zone::Notes };
            let state = State { part: Part::Back, zone };
            verdicts[at..end].iter_mut().for_each(|verdict| verdict.state = state);
        }
    }
}

/// Whether a note's heading has more than one word, as that of notes to editors has: "Note:" opens one paragraph.
fn names_readers(line: &str) -> bool {
    let heading = line.split([':', '：']).next().unwrap_or(line).trim();
    if heading.starts_with(script::is_han) { heading.chars().nth(1).is_some() } else { heading.contains(' ') }
}

/// Where the last block of the text but one begins, or the only one.
fn closing(verdicts: &[Verdict]) -> usize {
    let begins = |&at: &usize| verdicts[at].begins && of_text(verdicts[at].state);
    (0..verdicts.len()).rev().filter(begins).take(2).last().unwrap_or(verdicts.len())
}

/// Whether nobody speaks in the blocks of the text from `at` on.
fn is_silent<'t>(verdicts: &[Verdict], cues: &[CueSet], line: &impl Fn(usize) -> &'t str, at: usize) -> bool {
    let mut below = (at..verdicts.len()).filter(|&at| verdicts[at].begins && of_text(verdicts[at].state));
    below.all(|at| !line(at).contains(script::opens_quote) && !cues[at].has(Cue::GivesWord))
}

/// Whether nobody speaks in the text below `at`, which is short and has no title.
fn tells_no_more(verdicts: &[Verdict], cues: &[CueSet], at: usize) -> bool {
    /// Blocks of the longest; a guess.
    const MOST: usize = 8;
    let below = (at + 1..verdicts.len()).filter(|&at| verdicts[at].begins && of_text(verdicts[at].state));
    let speaks = |at: usize| cues[at].has(Cue::QuoteStart) || cues[at].has(Cue::GivesWord);
    below.clone().nth(MOST).is_none()
        && below.clone().all(|at| verdicts[at].state.zone != Zone::Subheading && !speaks(at))
}

/// Makes descriptions of what stands below headings that say so, 關於北堤磨坊, and were taken for titles of sections: up to
/// the next title.
fn mend_described<'t>(verdicts: &mut [Verdict], cues: &[CueSet], line: &impl Fn(usize) -> &'t str) {
    let mut open = false;
    for at in 0..verdicts.len() {
        let State { part, zone } = verdicts[at].state;
        if zone == Zone::Subheading && part == Part::Body && verdicts[at].begins {
            let below = verdicts.get(at + 1).is_some_and(|next| next.state.zone == Zone::Paragraph);
            open = below && cues[at].has(Cue::BoilerHeading) && heads_body(line(at));
            if open {
                verdicts[at].state = State { part: Part::Back, zone: Zone::BoilerHeading };
            }
        } else if open && part == Part::Body && zone == Zone::Paragraph {
            verdicts[at].state = State { part: Part::Back, zone: Zone::Boilerplate };
        } else {
            open = false;
        }
    }
}

/// Whether a paragraph tells what a body is and not what it does.
fn describes(paragraph: &str) -> bool {
    headings::tells_founding(paragraph) || headings::whole_name(paragraph).is_some()
}

/// Whether a heading names a body: "About Ms Lee" tells of a person.
fn heads_body(heading: &str) -> bool {
    headings::organization(heading).map(|name| &heading[name]).is_some_and(|name| {
        let addressed = latin::HONORIFICS.contains(name.split(' ').next().unwrap_or(""));
        !addressed && !person::is_known_person(name)
    })
}

/// Whether a line is one of the text's own.
pub(super) fn of_text(state: State) -> bool {
    state.part == Part::Body && matches!(state.zone, Zone::Paragraph | Zone::ListItem | Zone::Subheading)
}

/// Where the block that begins at `at` ends.
pub(super) fn ends_block(verdicts: &[Verdict], at: usize) -> usize {
    (at + 1..verdicts.len()).find(|&next| verdicts[next].begins).unwrap_or(verdicts.len())
}

/// Cues of notes, which are no part of a description that stands above them.
const NOTE: CueSet = CueSet::of(&[Cue::NotesHeading, Cue::NotesGlued, Cue::ForwardLooking, Cue::Numbered]);

/// The same of what no description goes on with.
const NO_DESCRIPTION: CueSet =
    CueSet::of(&[Cue::Bullet, Cue::BracketStart, Cue::Copyright, Cue::DashStart]).or(NOTE);

/// Makes boilerplate of what stands below a description and goes on with it, taken for a note or a caption: what points back,
/// "It has forty mills.", and a whole Chinese sentence that shows nothing of either. A footnote opens with its mark, and who
/// owns a trade mark is told in its letters.
pub(super) fn mend_descriptions<'t>(
    verdicts: &mut [Verdict],
    cues: &[CueSet],
    line: impl Fn(usize) -> &'t str,
) {
    let whole =
        |own: CueSet| own.has(Cue::SentenceEnd) && own.has(Cue::Prose) && !own.has_any(CAPTION.or(NOTE));
    for at in 1..verdicts.len() {
        let above = verdicts[at - 1].state;
        let zone = verdicts[at].state.zone;
        if above.zone != Zone::Boilerplate || !matches!(zone, Zone::Notes | Zone::Caption) {
            continue;
        }
        let points_back = || {
            let own = cues[at];
            own.has(Cue::PointsBack) && !own.has_any(NO_DESCRIPTION) && !links::speaks_of_us(line(at))
        };
        let goes_on = zone == Zone::Notes && (!verdicts[at].begins || points_back());
        if goes_on {
            verdicts[at].state = above;
        } else if whole(cues[at]) && line(at).starts_with(is_han) {
            verdicts[at] = Verdict { state: above, begins: false };
        }
    }
}

/// Cues of a page's furniture, and of what it says of itself: "This article was sent by Weir Wire."
const FURNITURE: CueSet = CueSet::of(&[
    Cue::PointsBack,
    Cue::NavAlone,
    Cue::NavOpens,
    Cue::Menu,
    Cue::Masthead,
    Cue::Credit,
    Cue::Url,
    Cue::Email,
    Cue::Phone,
]);

/// Makes notes of the points that count on from a note, and of what is listed below one: "1. …" | "2. …".
pub(super) fn mend_notes<'t>(verdicts: &mut [Verdict], cues: &[CueSet], line: impl Fn(usize) -> &'t str) {
    let number = |at: usize| {
        let digits = line(at).bytes().take_while(u8::is_ascii_digit).count();
        line(at)[..digits].parse::<u32>().ok().filter(|_| cues[at].has(Cue::Numbered))
    };
    let mut last = None;
    for at in 0..verdicts.len() {
        let counts_on = last.is_some() && number(at) == last.map(|last| last + 1);
        let listed = last.is_some() && cues[at].has(Cue::Bullet);
        // A whole sentence right below a note is no button.
        let stray = at > 0
            && verdicts[at - 1].state.zone == Zone::Notes
            && verdicts[at].state.zone == Zone::Navigation;
        if stray && cues[at].has(Cue::SentenceEnd) && !cues[at].has_any(FURNITURE) && is_sentence(line(at)) {
            verdicts[at] = Verdict { state: verdicts[at - 1].state, begins: true };
        }
        if is_prose(verdicts[at].state) && (counts_on || listed) {
            verdicts[at] = Verdict { state: State { part: Part::Back, zone: Zone::Notes }, begins: true };
        }
        match verdicts[at].state.zone {
            Zone::Notes => last = number(at).or(last),
            _ if verdicts[at].begins => last = None,
            // A line of a note goes on.
            _ => {}
        }
    }
}

/// Whether a line has the words of a sentence.
fn is_sentence(line: &str) -> bool {
    /// Words of the shortest; a guess.
    const FEWEST: usize = 5;
    line.split_whitespace().nth(FEWEST - 1).is_some()
}

/// Makes an end mark of the one line of stars or dots of a page that stands between its prose and what follows a release, where
/// no other is: "* * *".
pub(super) fn mend_end<'t>(verdicts: &mut [Verdict], line: impl Fn(usize) -> &'t str) {
    if verdicts.iter().any(|verdict| verdict.state.zone == Zone::EndMark) {
        return;
    }
    let mut starred = (0..verdicts.len()).filter(|&at| is_starred(line(at)));
    let (Some(at), None) = (starred.next(), starred.next()) else { return };
    let after = |zone: Zone| {
        matches!(
            zone,
            Zone::ContactHeading
                | Zone::Contact
                | Zone::BoilerHeading
                | Zone::NotesHeading
                | Zone::Boilerplate
        )
    };
    let below = verdicts.get(at + 1).is_some_and(|verdict| after(verdict.state.zone));
    if below && at > 0 && is_prose(verdicts[at - 1].state) {
        verdicts[at] = Verdict { state: State { part: Part::Tail, zone: Zone::EndMark }, begins: true };
    }
}

/// Whether a line is three stars or dots, or a few more.
fn is_starred(line: &str) -> bool {
    /// Marks of the longest that is no rule across the page.
    const MOST: usize = 7;
    let marks = || line.chars().filter(|c| !c.is_whitespace());
    let Some(first @ ('*' | '•' | '~')) = marks().next() else { return false };
    marks().all(|c| c == first) && (3..=MOST).contains(&marks().count())
}

#[cfg(test)]
mod tests {
    use super::super::path::judged;
    use super::*;

    #[test]
    fn notes_to_editors_are_the_last_of_the_text() {
        assert!(
            names_readers("Notes to editors: To reach the mill")
                && names_readers("備註：")
                && !names_readers("Note: The mill")
        );
        let body: (State, &[Cue]) = (State { part: Part::Body, zone: Zone::Paragraph }, &[]);
        let note: (State, &[Cue]) = (body.0, &[Cue::NotesGlued]);
        let speech: (State, &[Cue]) = (body.0, &[Cue::QuoteStart]);
        let zones = |blocks: [(State, &[Cue]); 3]| {
            let mut verdicts = blocks.map(|(state, _)| Verdict { state, begins: true });
            mend(
                &mut verdicts,
                &blocks.map(|(_, cues)| CueSet::of(cues)),
                |_| "Notes to editors: The mill is old.",
            );
            verdicts.map(|verdict| verdict.state.zone)
        };
        assert_eq!(zones([body, note, body]), [Zone::Paragraph, Zone::Notes, Zone::Notes]);
        assert_eq!(zones([body, note, speech]), [Zone::Paragraph; 3]);
    }

    #[test]
    fn a_sentence_behind_a_description_is_of_it() {
        let sentence: &[Cue] = &[Cue::SentenceEnd, Cue::Prose];
        let zones = |line: &str, own: &[Cue]| {
            let described = (Part::Back, Zone::Boilerplate, sentence);
            let (mut verdicts, cues) = judged(&[described, (Part::Back, Zone::Caption, own)]);
            mend_descriptions(&mut verdicts, &cues, |_| line);
            verdicts[1].state.zone
        };
        let award = "磨坊於2023年獲頒國際設計獎，並入選名單。";
        assert_eq!(zones(award, sentence), Zone::Boilerplate);
        assert_eq!(zones("¹ 依內部測試條件測得，實際時間或有差異。", sentence), Zone::Caption);
        assert_eq!(zones(award, &[Cue::SentenceEnd, Cue::Prose, Cue::Position]), Zone::Caption);
    }

    #[test]
    fn what_goes_on_with_a_description_is_of_it() {
        let lines = ["Weir Mill was founded in 1908.", "It has forty mills.", "We thank all who came."];
        let (mut verdicts, cues) = judged(&[
            (Part::Tail, Zone::Boilerplate, &[]),
            (Part::Tail, Zone::Notes, &[Cue::PointsBack, Cue::SentenceEnd]),
            (Part::Tail, Zone::Notes, &[Cue::PointsBack, Cue::SentenceEnd]),
        ]);
        mend_descriptions(&mut verdicts, &cues, |at| lines[at]);
        let zones: Vec<Zone> = verdicts.iter().map(|verdict| verdict.state.zone).collect();
        assert_eq!(zones, [Zone::Boilerplate, Zone::Boilerplate, Zone::Notes]);
    }

    #[test]
    fn a_sentence_below_a_note_is_one() {
        let lines = ["The mill was built in 1908.", "The full report can be had.", "Back to the top."];
        let below: (Part, Zone, &[Cue]) = (Part::Tail, Zone::Navigation, &[Cue::SentenceEnd]);
        let (mut verdicts, cues) = judged(&[(Part::Tail, Zone::Notes, &[Cue::SentenceEnd]), below, below]);
        mend_notes(&mut verdicts, &cues, |at| lines[at]);
        let zones: Vec<Zone> = verdicts.iter().map(|verdict| verdict.state.zone).collect();
        assert_eq!(zones, [Zone::Notes, Zone::Notes, Zone::Navigation]);
    }

    #[test]
    fn one_line_of_stars_below_the_prose_ends_it() {
        let zones = |lines: &[&'static str]| {
            let zone = |line: &str| match line {
                "Contact" => Zone::ContactHeading,
                "It runs." => Zone::Paragraph,
                _ => Zone::Rule,
            };
            let state = |line: &&'static str| State { part: Part::Body, zone: zone(line) };
            let mut verdicts: Vec<Verdict> =
                lines.iter().map(|line| Verdict { state: state(line), begins: true }).collect();
            mend_end(&mut verdicts, |at| lines[at]);
            verdicts.iter().map(|verdict| verdict.state.zone).collect::<Vec<Zone>>()
        };
        for mark in ["*****", "* * *", "•••"] {
            assert_eq!(zones(&["It runs.", mark, "Contact"])[1], Zone::EndMark, "{mark}");
        }
        // Between two paragraphs, twice, or across the page they part what is there.
        assert_eq!(zones(&["It runs.", "***", "It runs."])[1], Zone::Rule);
        assert_eq!(zones(&["***", "It runs.", "***", "Contact"])[2], Zone::Rule);
        assert_eq!(zones(&["It runs.", "****************", "Contact"])[1], Zone::Rule);
    }

    #[test]
    fn what_counts_on_from_a_note_is_one() {
        let body: (Part, Zone, &[Cue]) = (Part::Body, Zone::Paragraph, &[Cue::Numbered]);
        let lines = ["1. The mill grinds.", "2. It is old.", "- very old", "4. It is far."];
        let (mut verdicts, cues) = judged(&[
            (Part::Back, Zone::Notes, &[Cue::Numbered]),
            body,
            (Part::Body, Zone::ListItem, &[Cue::Bullet]),
            body,
        ]);
        mend_notes(&mut verdicts, &cues, |at| lines[at]);
        let zones: Vec<Zone> = verdicts.iter().map(|verdict| verdict.state.zone).collect();
        assert_eq!(zones, [Zone::Notes, Zone::Notes, Zone::Notes, Zone::Paragraph]);
    }

    #[test]
    fn a_heading_within_the_text_may_open_a_description() {
        assert!(heads_body("關於北堤磨坊") && heads_body("About Weir Mill"));
        assert!(!heads_body("About Ms Lee") && !heads_body("About us"));
        let title = |cues: &'static [Cue]| (State { part: Part::Body, zone: Zone::Subheading }, cues);
        let text: (State, &[Cue]) = (State { part: Part::Body, zone: Zone::Paragraph }, &[]);
        let blocks = [title(&[Cue::BoilerHeading]), text, title(&[]), text];
        let mut verdicts = blocks.map(|(state, _)| Verdict { state, begins: true });
        mend_described(&mut verdicts, &blocks.map(|(_, cues)| CueSet::of(cues)), &|_| "關於北堤磨坊");
        let zones = verdicts.map(|verdict| verdict.state.zone);
        assert_eq!(zones, [Zone::BoilerHeading, Zone::Boilerplate, Zone::Subheading, Zone::Paragraph]);
    }
}
