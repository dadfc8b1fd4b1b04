//! Lines that describe a body as standing texts do, told by where they stand and how they open.
//!
//! Takes the cues that the lines show by themselves and where the prose starts; adds to them. Headings of such texts are
//! phrases: `own.rs` finds them.

use super::around::Page;
use super::tally::LOOKED_AT;
use super::{Cue, CueSet};
use crate::lexicon::headings;
use crate::text::boundary::head;
use crate::text::script;

/// The lines between the first prose and the end mark below it, few of which are none of the release's, and those below
/// it that describe a body; without a mark, those that do so beside contacts or at the foot.
pub(super) fn mark_before_end(page: &Page, sets: &mut [CueSet]) {
    const OF_PAGE: CueSet = CueSet::of(&[Cue::ForwardLooking, Cue::NavAlone, Cue::NavOpens]);
    const TOLD: CueSet = CueSet::of(&[Cue::Describes, Cue::DescribesNearContacts]);
    let Some(first) = sets.iter().position(|set| !set.has(Cue::BeforeProse)) else { return };
    let end = sets[first..].iter().position(|set| set.has(Cue::EndMark)).map(|end| first + end);
    if let Some(end) = end {
        sets[first..end].iter_mut().for_each(|set| set.add(Cue::BeforeEnd));
    }
    for at in first + 1..sets.len() {
        if end.is_some_and(|end| at > end) {
            sets[at].add_if(describes(page, at), Cue::Describes);
        } else if is_near_contacts(sets, at) {
            sets[at].add_if(describes(page, at), Cue::DescribesNearContacts);
        }
        // "Weir is an equal opportunity employer."
        if sets[at].has_any(OF_PAGE) {
            continue;
        }
        let told = sets[at].has_any(TOLD) && describes_issuer(page, at);
        let last = || sets[at].has(Cue::GapBefore) && closes_text(sets, at);
        if told || last() && describes_for_good(page, at) {
            sets[at].add(Cue::DescribesForGood);
        }
    }
}

/// Whether line `at` is as wide as descriptions are.
fn is_wide(page: &Page, at: usize) -> bool {
    /// Columns of the shortest description.
    const SHORTEST: usize = 50;
    page.lines[at].width >= SHORTEST
}

/// Whether line `at` opens as the description of a body does.
fn describes(page: &Page, at: usize) -> bool {
    /// Bytes in which a description names the body.
    const OPENING: usize = 160;
    is_wide(page, at) && headings::described(head(page.slice(at), OPENING)).is_some()
}

/// The same, and no news of it does.
fn describes_for_good(page: &Page, at: usize) -> bool {
    let body = |name: &str| headings::names_body(name) || is_issuer(page, at, name);
    is_wide(page, at) && headings::describes_for_good(page.slice(at), body)
}

/// The same, of the body whose release it is: what is said of others in the notes is one of them.
fn describes_issuer(page: &Page, at: usize) -> bool {
    is_wide(page, at) && headings::describes_for_good(page.slice(at), |name| is_issuer(page, at, name))
}

/// Whether the letterhead above line `at` has `name`. It may go on there with what a company is by law (WEIR CIDER LLC), or
/// be told in full: "The Trust".
fn is_issuer(page: &Page, at: usize, name: &str) -> bool {
    /// Lines of the letterhead.
    const HEAD: usize = 8;
    let short = headings::without_article(name);
    (0..HEAD.min(at)).any(|line| {
        let cell = head(page.slice(line), LOOKED_AT).split(script::COLUMN_GAP).next().unwrap_or("");
        [name, short].into_iter().any(|name| opens_with(cell, name) && cell.len() <= 2 * name.len())
            || short.len() < name.len() && ends_with_word(cell, short)
    })
}

/// Whether `cell` opens with `name`, in letters of either case.
fn opens_with(cell: &str, name: &str) -> bool {
    cell.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name))
}

/// Whether `cell` ends with `word`, in letters of either case, and something before it.
fn ends_with_word(cell: &str, word: &str) -> bool {
    let (before, end) = cell.split_at_checked(cell.len().wrapping_sub(word.len())).unwrap_or(("", ""));
    before.ends_with(' ') && end.eq_ignore_ascii_case(word)
}

/// Whether line `at` opens the last paragraph above contacts, an end mark or the foot, in the lines that paragraphs have.
fn closes_text(sets: &[CueSet], at: usize) -> bool {
    /// Lines of the longest description in wrapped text.
    const LONGEST: usize = 12;
    const BELOW: CueSet = CueSet::of(&[Cue::ContactHeading, Cue::ContactLabel, Cue::EndMark]);
    let below = sets[at + 1..].iter().take(LONGEST).position(|set| set.has(Cue::GapBefore));
    below.map_or(sets.len() - at <= LONGEST, |below| sets[at + 1 + below].has_any(BELOW))
}

/// Whether line `at` stands a few lines below contacts, or as many above them or the foot.
pub(super) fn is_near_contacts(sets: &[CueSet], at: usize) -> bool {
    /// Lines of the longest description in wrapped text that is commonly met; a guess.
    const REACH: usize = 4;
    const OF_CONTACTS: CueSet = CueSet::of(&[Cue::ContactHeading, Cue::ContactLabel, Cue::Email, Cue::Phone]);
    let around = &sets[at.saturating_sub(REACH)..sets.len().min(at + REACH + 1)];
    around.iter().any(|set| set.has_any(OF_CONTACTS)) || at + REACH >= sets.len()
}

#[cfg(test)]
mod tests {
    use super::super::of_text as cues;
    use super::*;

    #[test]
    fn what_stands_on_either_side_of_the_end_mark() {
        let text = "Pier opens\n\nThe pier of Weir opens in May, its owners said, after nine years of work.\n\n\
            Facts\n\n###\n\nWeir Mill, Inc. is the largest maker of doors for boats in the valley.\n";
        let cues = cues(text);
        let with = |cue| (0..cues.len()).filter(|&at| cues[at].has(cue)).collect::<Vec<_>>();
        assert_eq!(with(Cue::BeforeEnd), [1, 2]);
        assert_eq!(with(Cue::Describes), [4]);
    }

    #[test]
    fn a_description_without_an_end_mark_stands_beside_contacts() {
        let about = "Weir Mill, founded in 1891, makes doors for boats in the valley and sells them abroad.";
        let filler =
            "The pier of Weir opens in May, its owners said, after nine years of work.\n\n".repeat(6);
        let text = format!("Pier opens\n\n{filler}{about}\n\nContact: ann@weir.example\n");
        let cues = cues(&text);
        let with = |cue| (0..cues.len()).filter(|&at| cues[at].has(cue)).collect::<Vec<_>>();
        assert_eq!(with(Cue::DescribesNearContacts), [7]);
        assert_eq!(with(Cue::Describes), [0; 0]);
    }

    #[test]
    fn a_description_may_be_the_last_paragraph() {
        let news = "The pier of Weir opens in May, its owners said, after nine years\nof work by hand that cost them\n".repeat(2);
        let text = |about: &str| {
            let about = format!(
                "{about} the sale of\ndoors for boats in the valley and it also\nsells them abroad to all who ask\nfor them, by post or\nin one of its shops."
            );
            format!("Pier opens\n\n{news}\n{news}\n{about}\n\n###\n")
        };
        let told = |about: &str| cues(&text(about)).iter().any(|set| set.has(Cue::DescribesForGood));
        assert!(told("Weir Mill, Inc., is a maker of doors in the north and leads"));
        assert!(told("The Weir Trust was founded in 1891 by two brothers and leads"));
        assert!(!told("The Weir Trust is opening two more shops by the pier and leads"));
        assert!(!told("Tickets are available from the office at the pier that leads"));
    }
}
