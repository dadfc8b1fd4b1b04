//! Lines above the prose that a title in larger type, or a deck, is turned over to.
//!
//! Takes the lines of a page with their cues; changes the seams between two lines of one title. The measure of the prose does
//! not tell of them: in larger type a line is full that has few columns. What tells is that the prose has the words on both
//! sides of the line end beside each other, that the first line ends with a word that is gone on from, or that the second
//! is a word or two. It does not judge which lines are the title.

use super::around::Page;
use super::{Cue, CueSet};
use crate::clean::wrap::Seam;
use crate::text::script;

/// Lines above the prose that are looked at, and lines of the prose that may have their words: a title stands close to it.
const ABOVE: usize = 16;
const PROSE: usize = 40;

/// Cues of lines that are no part of a title.
const NO_TITLE: CueSet = CueSet::of(&[
    Cue::Masthead,
    Cue::NavAlone,
    Cue::NavOpens,
    Cue::Status,
    Cue::StatusOpens,
    Cue::Credit,
    Cue::DateOnly,
    Cue::Dateline,
    Cue::DatelineAlone,
    Cue::EventLine,
    Cue::CaptionLabel,
    Cue::PhotoCredit,
    Cue::Download,
    Cue::Email,
    Cue::Phone,
    Cue::Url,
    Cue::Pair,
    Cue::Menu,
    Cue::Cells,
    Cue::ContactLabel,
    Cue::ContactHeading,
    Cue::ContactOpens,
    Cue::Repeated,
]);

/// Cues of lines that end what they say, and of those that begin anew.
const ENDS: CueSet = CueSet::of(&[Cue::SentenceEnd, Cue::ColonEnd, Cue::SemicolonEnd]);
const BEGINS: CueSet = CueSet::of(&[Cue::Bullet, Cue::Numbered, Cue::DashStart, Cue::AfterPage, Cue::Inset]);

/// Cues of short lines that stand for themselves. In Chinese they mostly do.
const NO_REMAINDER: CueSet = CueSet::of(&[
    Cue::Han,
    Cue::BodyAlone,
    Cue::NameAlone,
    Cue::PostEnd,
    Cue::KnownSubheading,
    Cue::BoilerHeading,
    Cue::NotesHeading,
    Cue::CaseChanges,
]);

/// Marks the seams within titles and decks.
pub(super) fn mark(page: &Page, sets: &[CueSet], seams: &mut [Option<Seam>]) {
    let Some(width) = page.measure.width else { return };
    let first = sets.iter().position(|set| !set.has(Cue::BeforeProse)).unwrap_or(0);
    for at in first.saturating_sub(ABOVE).max(1)..first {
        let Some(seam) = seams[at].as_mut().filter(|seam| seam.gap == 0) else {
            continue;
        };
        let parted = sets[at - 1].has_any(NO_TITLE) || sets[at].has_any(NO_TITLE);
        if parted || sets[at - 1].has_any(ENDS) || sets[at].has_any(BEGINS) {
            continue;
        }
        let wide = page.lines[at - 1].width;
        if wide * 3 < width {
            continue;
        }
        let remainder = page.lines[at].width * 5 <= wide * 2 && sets[at - 1].has(Cue::Echoed);
        let remainder = remainder && !sets[at].has_any(NO_REMAINDER);
        if sets[at].has(Cue::AfterLink) || remainder || is_told(page, at, first) {
            seam.one = true;
        }
    }
}

/// Whether the prose has the words on both sides of the line end before line `at` beside each other.
fn is_told(page: &Page, at: usize, first: usize) -> bool {
    let (before, after) = (page.slice(at - 1), page.slice(at));
    let last = before.chars().next_back().unwrap_or(' ');
    let next = after.chars().next().unwrap_or(' ');
    let prose = page.lines[first..].iter().take(PROSE).map(|line| &page.text[line.span.range()]);
    if script::is_han(last) && script::is_han(next) {
        let mut pair = String::from(last);
        pair.push(next);
        // Once they may stand so by chance.
        return prose.flat_map(|line| line.matches(&pair)).nth(1).is_some();
    }
    let (Some(last), Some(next)) = (before.split_whitespace().next_back(), after.split_whitespace().next())
    else {
        return false;
    };
    let alike = |one: &str, other: &str| bare(one).eq_ignore_ascii_case(bare(other)) && !bare(one).is_empty();
    let mut words = prose.flat_map(str::split_whitespace);
    let mut came = words.next().unwrap_or("");
    words.any(|word| alike(std::mem::replace(&mut came, word), last) && alike(word, next))
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !script::is_word(c))
}
