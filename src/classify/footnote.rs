//! Footnotes: lines below the text that a mark in it leads to, or that count on from 1.
//!
//! Takes the verdicts over the lines of a page and their words; makes notes of the lines at the foot of the text that open with
//! a mark which a line of the text bears ("* As of May." below "the largest mill*"), or with numbers that stood above the
//! line where they were called for ("1 As of May.", "2 By tonnes."). Notes that a heading opens are told in `foot.rs`.

use super::foot::{ends_block, of_text};
use super::path::Verdict;
use super::zone::{Part, State, Zone};
use crate::text::script;
use rustc_hash::FxHashMap;

/// Makes notes of footnotes. `line` gives the text of each.
pub(super) fn mend<'t>(verdicts: &mut [Verdict], line: impl Fn(usize) -> &'t str) {
    mend_marked(verdicts, &line);
    mend_counted(verdicts, &line);
}

fn mend_marked<'t>(verdicts: &mut [Verdict], line: &impl Fn(usize) -> &'t str) {
    let of_text_proper =
        |at: &usize| verdicts[*at].begins && of_text(verdicts[*at].state) && mark(line(*at)).is_none();
    let foot = (0..verdicts.len()).rev().find(of_text_proper).map_or(0, |last| last + 1);
    // Each mark is looked for once.
    let mut borne: FxHashMap<&str, bool> = FxHashMap::default();
    for at in foot..verdicts.len() {
        let state = verdicts[at].state;
        let loose = of_text(state) || matches!(state.zone, Zone::Caption | Zone::Unknown);
        let Some(mark) = mark(line(at)).filter(|_| verdicts[at].begins && loose) else { continue };
        if *borne.entry(mark).or_insert_with(|| (0..foot).any(|above| bears(line(above), mark))) {
            make_note(verdicts, at);
        }
    }
}

/// Makes a note of the block that begins at `at`.
fn make_note(verdicts: &mut [Verdict], at: usize) {
    let end = ends_block(verdicts, at);
    let part = if of_text(verdicts[at].state) { Part::Back } else { verdicts[at].state.part };
    verdicts[at..end].iter_mut().for_each(|verdict| verdict.state = State { part, zone: Zone::Notes });
}

/// Makes notes of the lines that count from 1 on without a mark below the text, as footnotes do whose numbers stood above the
/// line: "1 As of May.", "2 By tonnes."
fn mend_counted<'t>(verdicts: &mut [Verdict], line: &impl Fn(usize) -> &'t str) {
    let loose = |zone: Zone| {
        matches!(
            zone,
            Zone::Paragraph
                | Zone::ListItem
                | Zone::Caption
                | Zone::Unknown
                | Zone::Boilerplate
                | Zone::Download
                | Zone::Link
        )
    };
    let mut counted: Vec<usize> = Vec::new();
    for at in (0..verdicts.len()).filter(|&at| verdicts[at].begins) {
        let number = footnote_number(line(at)).filter(|_| loose(verdicts[at].state.zone));
        match number {
            Some(1) => counted = vec![at],
            Some(number) if number == counted.len() + 1 && !counted.is_empty() => counted.push(at),
            _ if of_text(verdicts[at].state) => counted.clear(),
            _ => {}
        }
    }
    if counted.len() < 2 {
        return;
    }
    for at in counted {
        make_note(verdicts, at);
    }
}

/// The number with which a line opens before a blank and a word with a capital, or one in marks.
fn footnote_number(line: &str) -> Option<usize> {
    let (number, rest) = line.split_once(' ')?;
    let opens = rest.starts_with(|c: char| c.is_uppercase() || script::is_han(c) || script::opens_quote(c));
    // 01 numbers pictures.
    let short =
        number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit()) && !number.starts_with('0');
    if opens && short { number.parse().ok() } else { None }
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
    fn lines_that_count_below_the_text_are_notes() {
        let zones = |lines: [&'static str; 3]| {
            let text = State { part: Part::Body, zone: Zone::Paragraph };
            let mut verdicts = lines.map(|_| Verdict { state: text, begins: true });
            mend_counted(&mut verdicts, &|at| lines[at]);
            verdicts.map(|verdict| verdict.state.zone)
        };
        let (text, note) = (Zone::Paragraph, Zone::Notes);
        assert_eq!(zones(["The mill is old.", "1 As of May.", "2 By tonnes."]), [text, note, note]);
        assert_eq!(zones(["1 As of May.", "2 By tonnes.", "The mill is old."]), [text; 3]);
        assert_eq!(zones(["The mill is old.", "1 in 5 mills closed.", "2 in 5 did not."]), [text; 3]);
    }
}
