//! What stands below the text: footnotes, a note that its heading opens on the same line, a description without a heading.
//!
//! Takes the verdicts over the lines of a page, their cues and their words; makes notes of the last paragraphs of a text
//! that open with a mark which an earlier line bears ("* As of May." below "the largest mill*"), and of one that a
//! note's heading opens, 注：…; makes a description of the last one that tells when a body was founded. Notes within the text stay there: what speaks after them is the text.

use super::cue::{Cue, CueSet};
use super::path::Verdict;
use super::zone::{Part, State, Zone};
use crate::lexicon::headings;
use crate::text::script;

/// Cues of what opens a note.
const HEADED: CueSet = CueSet::of(&[Cue::NotesGlued, Cue::NotesHeading]);

/// Whether a line is a warning by what it says, and nobody speaks in it.
fn warns(cues: CueSet, line: &str) -> bool {
    cues.has(Cue::ForwardLooking) && !line.contains(script::opens_quote)
}

/// Makes notes of what stands below the text. `line` gives the text of each.
pub(super) fn mend<'t>(verdicts: &mut [Verdict], cues: &[CueSet], line: impl Fn(usize) -> &'t str) {
    let Some(last) = verdicts.iter().rposition(|verdict| of_text(verdict.state)) else { return };
    let closing = closing(verdicts);
    let mut noted = false;
    for at in 0..verdicts.len() {
        let State { part, zone } = verdicts[at].state;
        let own = of_text(verdicts[at].state);
        if !verdicts[at].begins || !(own || matches!(zone, Zone::Caption | Zone::Unknown) && at > last) {
            continue;
        }
        // Few paragraphs are the last: that is asked first.
        if zone == Zone::Paragraph
            && own
            && at >= closing
            && is_silent(verdicts, cues, &line, at)
            && headings::tells_founding(line(at))
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
        noted = own && (noted || headed && ends());
        if noted || is_footnote(&line, at) && text_ends(verdicts, &line, at) {
            let end = ends_block(verdicts, at);
            let heading = zone == Zone::Subheading && cues[at].has(Cue::NotesHeading);
            let zone = if heading { Zone::NotesHeading } else { Zone::Notes };
            let part = if own { Part::Back } else { part };
            verdicts[at..end].iter_mut().for_each(|verdict| verdict.state = State { part, zone });
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
    below.clone().count() <= MOST
        && below.clone().all(|at| verdicts[at].state.zone != Zone::Subheading && !speaks(at))
}

/// Whether a line is one of the text's own.
fn of_text(state: State) -> bool {
    state.part == Part::Body && matches!(state.zone, Zone::Paragraph | Zone::ListItem | Zone::Subheading)
}

/// Where the block that begins at `at` ends.
fn ends_block(verdicts: &[Verdict], at: usize) -> usize {
    (at + 1..verdicts.len()).find(|&next| verdicts[next].begins).unwrap_or(verdicts.len())
}

/// Whether nothing of the text follows `at` but footnotes.
fn text_ends<'t>(verdicts: &[Verdict], line: &impl Fn(usize) -> &'t str, at: usize) -> bool {
    let mut below = (at + 1..verdicts.len()).filter(|&at| verdicts[at].begins && of_text(verdicts[at].state));
    below.all(|at| mark(line(at)).is_some())
}

/// Whether the line at `at` opens with a footnote's mark that a line above bears behind a word.
fn is_footnote<'t>(line: &impl Fn(usize) -> &'t str, at: usize) -> bool {
    let Some(mark) = mark(line(at)) else { return false };
    (0..at).any(|above| bears(line(above), mark))
}

/// The mark with which a footnote opens: stars, daggers, a number in brackets or above the line.
fn mark(line: &str) -> Option<&str> {
    /// Stars or daggers of the longest.
    const MOST: usize = 4;
    let of = |marks: &[char]| line.len() - line.trim_start_matches(marks).len();
    let first = line.chars().next()?;
    let end = match first {
        '*' | '＊' | '†' | '‡' => of(&[first]),
        '¹' | '²' | '³' | '⁴'..='⁹' => of(&['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '⁰']),
        '[' | '(' => {
            let close = line.find([']', ')'])?;
            let number = &line[1..close];
            let numbered =
                (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
            numbered.then_some(close + 1)?
        }
        _ => return None,
    };
    let few = line[..end].chars().count() <= MOST;
    let told = line[end..].trim_start().starts_with(script::is_word);
    // **Weir Mill** is set in bold.
    let closed = line[end..].contains(&line[..end]);
    (few && told && !closed).then(|| &line[..end])
}

/// Whether `mark` stands in `line` right behind a word or its stop, and is no part of a longer one.
fn bears(line: &str, mark: &str) -> bool {
    let Some(own) = mark.chars().next() else { return false };
    let is_mark = |c: char| c == own;
    line.match_indices(mark).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let behind = before.is_some_and(|c| {
            script::is_word(c) || matches!(c, '.' | ',' | '”' | '"' | '」' | '。' | '®' | '™' | '%')
        });
        behind && !line[at + mark.len()..].starts_with(is_mark)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_footnote_opens_with_the_mark_that_a_word_bears() {
        for line in ["the largest mill* in Weir", "the largest mill,* which", "opened in “May.”* It"] {
            assert!(bears(line, "*"), "{line}");
        }
        assert!(!bears("the largest mill** in Weir", "*") && !bears("* As of May.", "*"));
        assert!(bears("磨坊產量居全國首位[1]。", "[1]") && bears("20 小時¹，", "¹"));
        assert_eq!(mark("** As of May."), Some("**"));
        assert_eq!(mark("[1] For the year to June"), Some("[1]"));
        assert_eq!(mark("***"), None);
        assert_eq!(mark("(a) As of May."), None);
    }

    #[test]
    fn footnotes_below_the_text_are_notes() {
        let page = |below: &str| {
            let text = format!(
                "Weir Mill opens second line\n\nWEIR, Ohio, May 4, 2025 – Weir Mill, the largest mill in Weir,* opened its second line on Monday \
                 at its works in Moorland, where it has ground flour since 1908.\n\nThe first line opened in 2019 and has made 30,000 tonnes of \
                 flour, said the mill, which grinds for forty bakers.\n\n{below}\n\nAbout Weir Mill\n\nWeir Mill plc has ground flour since 1908.\n"
            );
            let release = crate::parse(&text).remove(0);
            (release.body.len(), release.notes.into_iter().map(|note| note.text.text).collect::<Vec<_>>())
        };
        assert_eq!(
            page("* By tonnes of flour, as of May 1."),
            (2, vec!["* By tonnes of flour, as of May 1.".to_owned()])
        );
        // No word bears its mark.
        assert_eq!(page("† By tonnes of flour, as of May 1.").0, 3);
    }

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
}
