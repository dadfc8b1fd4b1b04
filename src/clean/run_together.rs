//! Where the parts of a release start in a line that holds all of it, or much.
//!
//! Takes a very long line; gives where a part of a release starts inside it that no line end tells any more: the
//! dateline behind the title, headings of contacts, notes and descriptions, end marks, the line of the source. Tables
//! and feeds hold releases whose lines ran together so. Paragraphs are not told apart: nothing shows where they
//! ended.

use crate::extract::dateline;
use crate::lexicon::cues::{self, CueClass, Standing};
use crate::lexicon::{headings, status};
use crate::text::boundary;
use crate::text::script;

/// Where parts start inside `line`, in order; `whole` when it is the release.
pub(super) fn starts(line: &str, whole: bool) -> Vec<usize> {
    let mut found = headings::glued_inside(line);
    if whole {
        found.extend(behind_front(line));
        let instruction = instruction_inside(line);
        let behind = instruction.last().copied().unwrap_or(0);
        found.extend(instruction);
        found.extend(dateline::inside(&line[behind..]).into_iter().map(|at| behind + at));
        found.extend(headed(line));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Where what stands behind the masthead and the release instruction starts that open a line, each of them.
fn behind_front(line: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(end) = masthead_end(&line[from..]).or_else(|| instruction_end(&line[from..])) {
        let behind = line[from + end..].trim_start_matches(|c: char| c == ':' || c.is_whitespace());
        from = line.len() - behind.len();
        found.push(from);
    }
    found
}

/// Where an instruction in capitals starts and ends behind the title: "Weir Mill Opens | FOR IMMEDIATE RELEASE |".
fn instruction_inside(line: &str) -> Vec<usize> {
    /// How far into the line it is sought, in bytes.
    const REACH: usize = 1_000;
    let head = boundary::head(line, REACH);
    let mut starts = head.match_indices(' ').map(|(at, _)| at + 1);
    let told = |at: usize| {
        let end = at + instruction_end(&line[at..])?;
        let phrase = &line[at..end];
        let capitals = phrase.contains(' ') && !phrase.contains(char::is_lowercase);
        let behind = line.len() - line[end..].trim_start_matches([':', ' ']).len();
        (capitals && phrase.is_ascii()).then_some([at, behind])
    };
    starts.find_map(told).map_or_else(Vec::new, Vec::from)
}

fn instruction_end(line: &str) -> Option<usize> {
    let (end, _) = status::opening_phrase(line)?;
    // "For immediate release on Monday" goes on.
    let apart = line[end..].trim_start_matches([':', ' ']).starts_with(|c: char| !c.is_lowercase());
    (end > 0 && apart).then_some(end)
}

/// Where the words of a masthead end that open a line: "NEWS RELEASE", 新聞稿.
fn masthead_end(line: &str) -> Option<usize> {
    /// Words of the longest.
    const MOST: usize = 3;
    line.match_indices(' ').map(|(at, _)| at).take(MOST).filter(|&end| cues::is_masthead(&line[..end])).last()
}

/// Where headings and end marks start behind the end of a sentence, and what follows an end mark.
fn headed(line: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut phrases = Vec::new();
    // Where the blanks before a word end.
    let blanks = line.match_indices(' ').map(|(at, _)| at).filter(|&at| !line[at + 1..].starts_with(' '));
    // A part starts behind a sentence, an address or a number.
    let parts = |at: usize| {
        let word = line[..at].trim_end().rsplit(' ').next().unwrap_or("");
        let ends = word.trim_end_matches(script::closes_quote).ends_with(script::ends_sentence);
        ends || word.contains(['@', '/']) || word.ends_with(|c: char| c.is_ascii_digit()) || is_hashes(word)
    };
    // Where the last end mark ended.
    let mut free = 0;
    let mut opens_part = |rest: &str| {
        cues::find(rest, &mut phrases);
        phrases.iter().any(|(class, standing)| HEADING.contains(class) && *standing != Standing::Inside)
    };
    for at in blanks {
        let rest = &line[at + 1..];
        if at < free {
            continue;
        }
        let parted = parts(at);
        if parted && let Some(end) = end_mark(rest) {
            free = at + 1 + end;
            let behind = line.len() - line[free..].trim_start().len();
            found.extend([at + 1, behind]);
            continue;
        }
        let capital = || rest.starts_with(|c: char| c.is_uppercase() || script::is_han(c));
        if opens_heading(rest) || parted && capital() && opens_part(rest) {
            found.push(at + 1);
        }
    }
    found
}

/// What opens a part of its own.
const HEADING: [CueClass; 5] = [
    CueClass::ContactHeading,
    CueClass::NotesHeading,
    CueClass::ForwardLooking,
    CueClass::Credit,
    CueClass::Download,
];

/// Whether a heading of contacts opens `rest`, in words with capitals and with its colon, "Media Contact:", or behind
/// the stroke that PR Newswire puts there, "/CONTACT:".
fn opens_heading(rest: &str) -> bool {
    /// Bytes of the longest.
    const LONGEST: usize = 40;
    let bare = rest.strip_prefix('/').unwrap_or(rest);
    let capital = |word: &str| word.starts_with(|c: char| c.is_ascii_uppercase());
    let head = &bare.as_bytes()[..bare.len().min(LONGEST)];
    let Some(colon) = memchr::memchr(b':', head).filter(|_| capital(bare)) else { return false };
    let words = &bare[..colon];
    let titled = (bare.len() < rest.len() || words.contains(' ')) && words.split(' ').all(capital);
    titled && cues::is_contact_heading(words)
}

fn is_hashes(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte == b'#')
}

/// Where the end mark ends that `rest` opens with: "###", "# # #", "-30-", "– ENDS –".
fn end_mark(rest: &str) -> Option<usize> {
    /// Words of the longest.
    const MOST: usize = 3;
    let ends = rest.match_indices(' ').map(|(at, _)| at).chain([rest.len()]).take(MOST);
    let marked = |end: &usize| {
        let word = &rest[..*end];
        let hashes = word.split(' ').all(is_hashes);
        let framed = word.starts_with(script::is_dash) || word.starts_with(['（', '(', '*']);
        hashes || framed && cues::is_alone(word, CueClass::EndMark)
    };
    ends.filter(marked).last()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(line: &str) -> Vec<&str> {
        let starts = starts(line, true);
        let ends = starts.iter().copied().chain([line.len()]);
        std::iter::once(0)
            .chain(starts.iter().copied())
            .zip(ends)
            .map(|(from, to)| line[from..to].trim())
            .filter(|part| !part.is_empty())
            .collect()
    }

    #[test]
    fn a_release_in_one_line_comes_apart_at_its_parts() {
        let line = "NEWS RELEASE FOR IMMEDIATE RELEASE Weir Mill Opens Second Line in Moorland LEEDS, March 5, \
                    2024 /PRNewswire/ -- Weir Mill plc opened its second line today. “It runs well,” said Ann Lee. About Weir Mill Weir Mill grinds flour for the \
                    whole of the north of the country, and has done so since 1908. # # # Media Contact: Ann Lee, 555-0100 \
                    SOURCE Weir Mill plc";
        assert_eq!(
            parts(line),
            [
                "NEWS RELEASE",
                "FOR IMMEDIATE RELEASE",
                "Weir Mill Opens Second Line in Moorland",
                "LEEDS, March 5, 2024 /PRNewswire/ -- Weir Mill plc opened its second line today. “It runs well,” said Ann Lee.",
                "About Weir Mill Weir Mill grinds flour for the whole of the north of the country, and has done so since 1908.",
                "# # #",
                "Media Contact: Ann Lee, 555-0100",
                "SOURCE Weir Mill plc",
            ]
        );
    }

    #[test]
    fn prose_stays_whole() {
        let line = "The mill opened in May. Contact with the river was lost in 1908. Notes were kept. It has 30 wheels # of \
                    which two.";
        assert_eq!(starts(line, true), [0_usize; 0]);
    }
}
