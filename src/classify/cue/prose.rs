//! Where the prose of a page starts and where it ends.
//!
//! Takes the cues that the lines show by themselves and the seams between them; adds which lines stand before the first prose and
//! after the last. What else stands there is told by those who ask.

use super::{Cue, CueSet};
use crate::clean::wrap::Seam;

/// Lines at the top of a page among which the lead's dateline stands, menus of web pages included.
pub(super) const TOP: usize = 30;

/// Where prose starts and ends: the first and last line that is long and reads as prose.
pub(super) fn mark_ends(sets: &mut [CueSet], seams: &[Option<Seam>]) {
    let first = start_of_prose(sets, seams);
    let last = sets.iter().rposition(is_prose).unwrap_or(sets.len());
    for (at, set) in sets.iter_mut().enumerate() {
        set.add_if(at < first, Cue::BeforeProse);
        set.add_if(at > last, Cue::AfterProse);
    }
}

fn is_prose(set: &CueSet) -> bool {
    // A list of decks may stand above the prose.
    let item = set.has(Cue::Bullet) && !set.has(Cue::SentenceEnd);
    set.has(Cue::Prose) && !item && (set.has(Cue::Full) || set.has(Cue::SentenceEnd) || set.has(Cue::Long))
}

/// The first line of prose. What a page says of its search or its cookies, and decks, may look like prose above the dateline
/// of the lead.
fn start_of_prose(sets: &[CueSet], seams: &[Option<Seam>]) -> usize {
    /// Such lines, at most; a guess.
    const MOST: usize = 4;
    /// Cues of prose that is set above the lead as a part of it: highlights, a pull quote.
    const WHOLE: CueSet = CueSet::of(&[
        Cue::SentenceEnd,
        Cue::Bullet,
        Cue::Unwrapped,
        Cue::QuoteStart,
        Cue::Huge,
        Cue::NavAlone,
    ]);
    let lead = sets.iter().take(TOP).position(|set| set.has(Cue::Dateline));
    let first = sets.iter().position(is_prose).or(lead).unwrap_or_else(|| start_in_column(seams));
    let stray = |&lead: &usize| {
        let prose = || sets[first..lead].iter().filter(|set| is_prose(set));
        prose().count() <= MOST && !prose().any(|set| set.has_any(WHOLE))
    };
    lead.filter(|&lead| lead > first).filter(stray).unwrap_or(first)
}

/// Where prose starts in a narrow column, in which hardly a line has several clauses: the first of several lines that go on.
fn start_in_column(seams: &[Option<Seam>]) -> usize {
    /// Lines in a row that go on with the one before: a deck has fewer.
    const RUN: usize = 4;
    let goes_on = |seam: &Option<Seam>| seam.is_some_and(|seam| seam.evidence < 0);
    let second = seams.windows(RUN).position(|run| run.iter().all(goes_on));
    second.map_or(0, |second| second.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::super::of_text as cues;
    use super::*;
    use crate::clean::wrap::{Bond, Fill};

    #[test]
    fn what_a_page_says_of_its_search_is_no_prose() {
        let search =
            "When typing in this field, a list of search results will appear and be\nupdated as you type.";
        let lead = "The pier of Weir opens in May, its owners said, after nine years of work\nthat cost nine million dollars, of which the county gave two to the town.\n";
        let page = |above: &str| {
            let text = format!(
                "Skip to content\n{above}\nPier opens\nWEIR, Ohio, May 4, 2025 -- {lead}{lead}{lead}"
            );
            let cues = cues(&text);
            cues[cues.iter().position(|set| set.has(Cue::Dateline)).unwrap() - 1].has(Cue::BeforeProse)
        };
        assert!(page(search));
        // Highlights above the lead are of the release.
        assert!(!page("• The pier has room for forty boats, said its owners, and for a ferry.\n• It opens."));
    }

    #[test]
    fn in_a_narrow_column_the_prose_starts_at_the_dateline() {
        let text = "Weir pier opens\nafter nine years\nWEIR, Ohio, May 4, 2025 – The\npier of Weir opens in May so\nthat boats may land there by\nnight and by day all the year\nround for the first time ever.\n";
        let cues = cues(text);
        assert!(cues[1].has(Cue::BeforeProse) && !cues[2].has(Cue::BeforeProse));
    }

    #[test]
    fn in_a_narrow_column_prose_is_what_goes_on() {
        let seam = |evidence: i32| {
            let (bond, fill) = (Bond::Unsure, Fill::Full);
            Some(Seam { evidence, prose_only: 0, bond, gap: 0, fill, inset: false })
        };
        let title = [None, seam(400), seam(-300), seam(400)];
        let lead = [seam(-300); 4];
        assert_eq!(start_in_column(&[&title[..], &lead[..]].concat()), 3);
        assert_eq!(start_in_column(&title), 0);
    }
}
