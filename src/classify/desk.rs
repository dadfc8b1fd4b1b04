//! Whose numbers stand at the head of a page, and at its foot.
//!
//! Takes the verdicts over the lines of a page and their cues; mends those of lines right above a number or an address
//! before the title that name whom it reaches: alone, they look like the issuer's letterhead. It asks for a person's name
//! or a heading of contacts among them; a letterhead with its numbers has neither. Below the text a few short lines that
//! stand apart with the number are enough: a name that no table knows, and the body. The address of a site right below the
//! number is the contact's too.

use super::cue::{Cue, CueSet};
use super::path::Verdict;
use super::zone::{Part, Zone};
use std::ops::Range;

/// Lines of the longest block above its first number; a guess.
const LONGEST: usize = 8;

/// Cues of lines that are no part of a contact.
const NONE: &[Cue] = &[Cue::Masthead, Cue::Status, Cue::DateOnly, Cue::SentenceEnd, Cue::Prose, Cue::Rule];

/// Makes contacts of the lines above a number that name whose it is.
pub(super) fn mend(verdicts: &mut [Verdict], cues: &[CueSet]) {
    let none: CueSet = NONE.iter().copied().collect();
    let before_body = verdicts.iter().take_while(|verdict| verdict.state.part != Part::Body).count();
    for below in 1..before_body {
        let contact = |at: usize| verdicts[at].state.zone == Zone::Contact;
        let apart = |at: usize| cues[at].has(Cue::GapBefore);
        if !contact(below) || contact(below - 1) || apart(below) {
            continue;
        }
        let end = (below + 1..before_body).find(|&at| !contact(at) || apart(at)).unwrap_or(before_body);
        let free = |at: usize| {
            matches!(verdicts[at].state.zone, Zone::Masthead | Zone::Navigation)
                && cues[at].and(none).is_empty()
        };
        let mut start = below;
        while start > 0 && below - start < LONGEST && free(start - 1) {
            start -= 1;
            if apart(start) {
                break;
            }
        }
        let any = |lines: Range<usize>, cue: Cue| cues[lines].iter().any(|set| set.has(cue));
        let mailed = any(below..end, Cue::Email);
        let reached = mailed || any(below..end, Cue::Phone);
        let named = any(start..below, Cue::NameAlone)
            || any(start..below, Cue::Titled)
            || any(start..below, Cue::ContactHeading)
            || mailed && any(start..end, Cue::PostEnd);
        if start == below || !reached || !named {
            continue;
        }
        for (verdict, cues) in verdicts[start..below].iter_mut().zip(&cues[start..below]) {
            let heads = cues.has(Cue::ContactHeading);
            verdict.state.zone = if heads { Zone::ContactHeading } else { Zone::Contact };
            verdict.begins = true;
        }
    }
}

/// The same below the text, of lines that nothing else was told of, up to a heading of contacts or a gap.
pub(super) fn mend_foot(verdicts: &mut [Verdict], cues: &[CueSet]) {
    /// Lines of a heading, a name, a post and a body.
    const MOST: usize = 4;
    let none: CueSet = NONE.iter().copied().collect();
    let apart = |at: usize| cues[at].has(Cue::Apart) || cues[at].has(Cue::GapBefore);
    for below in 1..verdicts.len() {
        let foot = matches!(verdicts[below].state.part, Part::Back | Part::Tail);
        let reached = cues[below].has(Cue::Phone) || cues[below].has(Cue::Email);
        if verdicts[below].state.zone != Zone::Contact || !foot || !reached || apart(below) {
            continue;
        }
        let heads = |at: usize| cues[at].has(Cue::ContactHeading);
        let strange = |at: usize| {
            verdicts[at].state.zone == Zone::Unknown
                && cues[at].has(Cue::Short)
                && cues[at].and(none).is_empty()
        };
        // The line right above the number may be known already.
        let free = |at: &usize| {
            strange(*at) || *at + 1 == below && verdicts[*at].state.zone == Zone::Contact && !apart(*at)
        };
        let lines = (0..below).rev().take(MOST).take_while(free);
        let own = |at: &usize| *at + 1 == below || !apart(*at + 1) && !heads(*at + 1);
        let start = lines.take_while(own).last().unwrap_or(below);
        if start < below && (apart(start) || heads(start)) {
            for (verdict, cues) in verdicts[start..below].iter_mut().zip(&cues[start..below]) {
                let heads = cues.has(Cue::ContactHeading);
                verdict.state.zone = if heads { Zone::ContactHeading } else { Zone::Contact };
                verdict.begins = true;
            }
        }
    }
}

/// Gives a contact the labelled address of its site right below its number or its address of electronic mail: 網址：www….
pub(super) fn mend_sites(verdicts: &mut [Verdict], cues: &[CueSet]) {
    for at in 1..verdicts.len() {
        let strange = matches!(verdicts[at].state.zone, Zone::Unknown | Zone::Navigation);
        let site = cues[at].has(Cue::Url) && cues[at].has(Cue::ContactLabel) && !cues[at].has(Cue::GapBefore);
        let reached = cues[at - 1].has(Cue::Phone) || cues[at - 1].has(Cue::Email);
        if strange && site && reached && verdicts[at - 1].state.zone == Zone::Contact {
            verdicts[at].state = verdicts[at - 1].state;
            verdicts[at].begins = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::zone::State;

    fn mended(lines: &[(Zone, &[Cue])]) -> Vec<Zone> {
        let verdict = |zone| Verdict { state: State { part: Part::Front, zone }, begins: false };
        let mut verdicts: Vec<Verdict> = lines.iter().map(|&(zone, _)| verdict(zone)).collect();
        let cues: Vec<CueSet> = lines.iter().map(|(_, cues)| cues.iter().copied().collect()).collect();
        mend(&mut verdicts, &cues);
        verdicts.iter().map(|verdict| verdict.state.zone).collect()
    }

    #[test]
    fn a_site_below_a_number_is_a_contacts() {
        let text = "北堤磨坊啟用新設備\n\n北堤磨坊今日宣布，新設備將於五月啟用，首日免費，其後每程收費十二元。\n\n傳媒查詢\n\
            北堤磨坊有限公司\n電郵：press@weir.example\n電話：2155 0111\n網址：www.weir.example\n";
        let contacts = crate::parse(text).remove(0).contacts;
        assert_eq!((contacts.len(), contacts[0].urls.len()), (1, 1));
    }

    #[test]
    fn a_name_above_a_number_is_whom_it_reaches() {
        use Zone::{Contact, Masthead};
        let number: (Zone, &[Cue]) = (Contact, &[Cue::Phone]);
        let name: (Zone, &[Cue]) = (Masthead, &[Cue::NameAlone]);
        let body: (Zone, &[Cue]) = (Masthead, &[Cue::BodyAlone]);
        assert_eq!(
            mended(&[(Masthead, &[Cue::Masthead]), name, body, number]),
            [Masthead, Contact, Contact, Contact]
        );
        // A letterhead names nobody.
        assert_eq!(mended(&[body, number]), [Masthead, Contact]);
        // What stands apart is another matter.
        assert_eq!(mended(&[name, (Contact, &[Cue::Phone, Cue::GapBefore])]), [Masthead, Contact]);
    }

    #[test]
    fn short_lines_with_a_number_at_the_foot_are_whom_it_reaches() {
        use Zone::{Contact, Unknown};
        let foot = |lines: &[(Zone, &[Cue])]| {
            let verdict = |zone| Verdict { state: State { part: Part::Tail, zone }, begins: false };
            let mut verdicts: Vec<Verdict> = lines.iter().map(|&(zone, _)| verdict(zone)).collect();
            let cues: Vec<CueSet> = lines.iter().map(|(_, cues)| cues.iter().copied().collect()).collect();
            mend_foot(&mut verdicts, &cues);
            verdicts.iter().map(|verdict| verdict.state.zone).collect::<Vec<Zone>>()
        };
        let number: (Zone, &[Cue]) = (Contact, &[Cue::Phone]);
        let first: (Zone, &[Cue]) = (Unknown, &[Cue::Short, Cue::Apart]);
        let next: (Zone, &[Cue]) = (Unknown, &[Cue::Short]);
        assert_eq!(foot(&[first, first, next, number]), [Unknown, Contact, Contact, Contact]);
        // A heading of contacts opens them as well as a gap, and the line above the number may be known.
        let heading: (Zone, &[Cue]) = (Unknown, &[Cue::Short, Cue::ContactHeading]);
        let body: (Zone, &[Cue]) = (Contact, &[Cue::Short, Cue::SentenceEnd]);
        assert_eq!(
            foot(&[next, heading, next, body, number]),
            [Unknown, Zone::ContactHeading, Contact, Contact, Contact]
        );
        // Without a gap above they are rows of what stands there.
        assert_eq!(foot(&[next, next, number]), [Unknown, Unknown, Contact]);
        assert_eq!(foot(&[first, (Contact, &[Cue::Phone, Cue::Apart])]), [Unknown, Contact]);
    }
}
