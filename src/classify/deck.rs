//! Decks, and a lead that looks like one.
//!
//! Takes the verdicts over the lines of a page, their cues and their words; makes decks of lines that say something between a
//! title and the lead, and the lead of a whole sentence in which somebody named does something, or of a full line that goes on
//! in the next. Which line is the title is told in `opener.rs`.

use super::cue::{Cue, CueSet};
use super::foot::ends_block;
use super::opener::{FEWEST, FEWEST_OF_DECK, NONE, has_words, words};
use super::path::Verdict;
use super::zone::{Part, State, Zone};
use crate::extract::date;
use crate::lexicon::reporting::{self, Role};

/// Makes a paragraph of the only deck that is the sentence of a lead, "Weir Mill has opened a hall.": somebody named does
/// something in it. Decks that are sentences, of which there are few, tell of the matter. `line` gives the text of each.
pub(super) fn mend_lead<'t>(verdicts: &mut [Verdict], cues: &[CueSet], line: impl Fn(usize) -> &'t str) {
    let zone = |at: usize| verdicts.get(at).map(|verdict| verdict.state.zone);
    let Some(title) = verdicts.iter().rposition(|verdict| verdict.state.zone == Zone::Headline) else {
        return;
    };
    let at = title + 1;
    let lone = zone(at) == Some(Zone::Deck) && zone(at + 1) == Some(Zone::Paragraph);
    if lone && cues[at].has(Cue::SentenceEnd) && names_who_acts(line(at), 1) {
        verdicts[at] = Verdict { state: State { part: Part::Body, zone: Zone::Paragraph }, begins: true };
    }
}

/// Makes a deck of the first paragraph, right below a title, where no lead stands: where the day of issue is stated below it, or
/// it ends with no mark and another paragraph opens. Sentences of a lead close, and what leads something in has a colon.
pub(super) fn mend_above_lead(verdicts: &mut [Verdict], cues: &[CueSet]) {
    /// Lines of the longest deck; a guess.
    const MOST: usize = 4;
    const LEAD: CueSet = CueSet::of(&[
        Cue::Dateline,
        Cue::DatelineAlone,
        Cue::Huge,
        Cue::QuoteStart,
        Cue::Bullet,
        Cue::Numbered,
        Cue::GivesWord,
    ]);
    const GOES_ON: CueSet = CueSet::of(&[Cue::AfterLink, Cue::LowerStart]);
    let zone = |at: usize| verdicts.get(at).map(|verdict| verdict.state.zone);
    let Some(title) = verdicts.iter().rposition(|verdict| verdict.state.part == Part::Title) else {
        return;
    };
    let (start, end) = (title + 1, ends_block(verdicts, title + 1));
    let titled = matches!(zone(title), Some(Zone::Headline | Zone::Deck));
    if !titled || zone(start) != Some(Zone::Paragraph) || !(start + 1..=start + MOST).contains(&end) {
        return;
    }
    let own = cues[start..end].iter().fold(CueSet::default(), |all, &set| all.or(set));
    let dated = matches!(zone(end), Some(Zone::DateLine | Zone::Dateline));
    let lead = if dated { end + 1 } else { end };
    let open = cues[end - 1].has(Cue::OpenEnd) && !cues.get(end).is_some_and(|next| next.has_any(GOES_ON));
    if zone(lead) == Some(Zone::Paragraph) && !own.has_any(LEAD) && (dated || open) {
        for verdict in &mut verdicts[start..end] {
            verdict.state = State { part: Part::Title, zone: Zone::Deck };
        }
    }
}

/// Gives the lead the only deck of a Chinese title that fills its line and goes on in the next one, without a gap: it is the
/// lead's first line, which has no comma.
pub(super) fn mend_full(verdicts: &mut [Verdict], cues: &[CueSet]) {
    const PARTED: CueSet =
        CueSet::of(&[Cue::GapBefore, Cue::Inset, Cue::Apart, Cue::Anew, Cue::AfterPage, Cue::Dateline]);
    let zone = |at: usize| verdicts.get(at).map(|verdict| verdict.state.zone);
    let Some(title) = verdicts.iter().rposition(|verdict| verdict.state.zone == Zone::Headline) else {
        return;
    };
    let at = title + 1;
    let lone = zone(at) == Some(Zone::Deck) && zone(at + 1) == Some(Zone::Paragraph);
    if lone && cues[at].has(Cue::Full) && cues[at].has(Cue::Han) && !cues[at + 1].has_any(PARTED) {
        verdicts[at] = Verdict { state: State { part: Part::Body, zone: Zone::Paragraph }, begins: true };
        verdicts[at + 1].begins = false;
    }
}

/// Words of the shortest name that tells a lead whose lines are no whole sentence; a guess.
pub(super) const FEWEST_OF_NAME: usize = 3;

/// Whether nothing but a name of `fewest` words stands before the auxiliary of a sentence: "The Institute of Tides has".
pub(super) fn names_who_acts(line: &str, fewest: usize) -> bool {
    /// Letters of the longest word that joins the words of a name; words of the longest name.
    const JOINT: usize = 3;
    const LONGEST: usize = 8;
    let auxiliary = |word: &&str| reporting::english(word).is(Role::Aux);
    let named = |word: &&str| word.starts_with(char::is_uppercase) || word.len() <= JOINT;
    let words: Vec<&str> = line.split_whitespace().take(LONGEST + 1).collect();
    let name = words.iter().take_while(|word| named(word) && !auxiliary(word)).count();
    name >= fewest
        && words.get(name).is_some_and(auxiliary)
        && !reporting::english(&words[0].to_lowercase()).is(Role::Pronoun)
}

/// Makes decks of lines of words right below a title or its decks that were taken for furniture, and of items within a
/// title. `line` gives the text of each.
pub(super) fn mend_decks<'t>(verdicts: &mut [Verdict], cues: &[CueSet], line: impl Fn(usize) -> &'t str) {
    let Some(title) = verdicts.iter().position(|verdict| verdict.state.zone == Zone::Headline) else {
        return;
    };
    let capitals = |at: usize| cues[at].has(Cue::Caps) && !cues[title].has(Cue::Caps);
    let titled = verdicts.iter().map(|verdict| verdict.state.part == Part::Title).collect::<Vec<_>>();
    // Two ideographs are a word; there a day may stand among them.
    let says = |at: usize| {
        words(line(at)) >= FEWEST_OF_DECK && !cues[at].has_any(NONE) && date::find_first(line(at)).is_none()
    };
    let has_words =
        |at: usize| if cues[at].has(Cue::Han) { says(at) } else { has_words(cues[at], line(at), FEWEST) };
    let is_deck = |at: usize| titled[at] && !capitals(at) && has_words(at);
    for at in title + 1..verdicts.len() {
        match verdicts[at].state.zone {
            Zone::Headline if !verdicts[at].begins && cues[at].has(Cue::Bullet) => {}
            Zone::Masthead | Zone::Navigation if is_deck(at) => {}
            Zone::Headline | Zone::Deck => continue,
            _ => return,
        }
        verdicts[at] = Verdict { state: State { part: Part::Title, zone: Zone::Deck }, begins: true };
    }
}

/// Makes decks of the items with bullets between a title and the dateline that opens the lead.
pub(super) fn mend_bulleted(verdicts: &mut [Verdict], cues: &[CueSet]) {
    /// Items of the longest list of decks; a guess.
    const MOST: usize = 6;
    let Some(title) = verdicts.iter().rposition(|verdict| verdict.state.zone == Zone::Headline) else {
        return;
    };
    let item = |&at: &usize| {
        let listed = verdicts[at].state.zone == Zone::ListItem && cues[at].has(Cue::BeforeDateline);
        listed && (cues[at].has(Cue::Bullet) || !verdicts[at].begins)
    };
    let end = title + 1 + (title + 1..verdicts.len()).take_while(item).count();
    let items = verdicts[title + 1..end].iter().filter(|verdict| verdict.begins).count();
    let lead = cues.get(end).is_some_and(|cues| cues.has(Cue::Dateline));
    if lead && (1..=MOST).contains(&items) {
        for verdict in &mut verdicts[title + 1..end] {
            verdict.state = State { part: Part::Title, zone: Zone::Deck };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::path::judged;
    use super::*;

    #[test]
    fn lines_of_words_below_a_title_are_decks() {
        let lines = [
            "NIGHT BUSES HELP PATIENTS",
            "Findings published in Transport and Health",
            "Plan will cost £3.1 million over six years",
            "Weir, Ohio",
            "Report of the Weir Trust for its members",
        ];
        let cues: [&[Cue]; 5] = [&[Cue::Caps], &[Cue::BodyAlone], &[], &[], &[]];
        let zones = [Zone::Headline, Zone::Masthead, Zone::Navigation, Zone::Masthead, Zone::Masthead];
        let mut verdicts =
            zones.map(|zone| Verdict { state: State { part: Part::Title, zone }, begins: true });
        mend_decks(&mut verdicts, &cues.map(CueSet::of), |at| lines[at]);
        let zones = verdicts.map(|verdict| verdict.state.zone);
        assert_eq!(zones, [Zone::Headline, Zone::Deck, Zone::Deck, Zone::Masthead, Zone::Masthead]);
    }

    #[test]
    fn a_full_line_below_a_title_goes_on_as_the_lead() {
        let mended = |next: &[Cue]| {
            let zones = [Zone::Headline, Zone::Deck, Zone::Paragraph];
            let mut verdicts =
                zones.map(|zone| Verdict { state: State { part: Part::Title, zone }, begins: true });
            let cues: [&[Cue]; 3] = [&[], &[Cue::Full, Cue::Han], next];
            mend_full(&mut verdicts, &cues.map(CueSet::of));
            (verdicts[1].state.zone, verdicts[2].begins)
        };
        assert_eq!(mended(&[]), (Zone::Paragraph, false));
        assert_eq!(mended(&[Cue::GapBefore]), (Zone::Deck, true));
    }

    #[test]
    fn a_paragraph_above_the_lead_is_a_deck() {
        let mended = |own: &[Cue], next: Zone, after: &[Cue]| {
            let (mut verdicts, cues) = judged(&[
                (Part::Title, Zone::Headline, &[]),
                (Part::Body, Zone::Paragraph, own),
                (Part::Body, next, after),
                (Part::Body, Zone::Paragraph, &[]),
            ]);
            mend_above_lead(&mut verdicts, &cues);
            verdicts[1].state.zone
        };
        assert_eq!(mended(&[Cue::SentenceEnd], Zone::DateLine, &[]), Zone::Deck);
        assert_eq!(mended(&[Cue::OpenEnd], Zone::Paragraph, &[]), Zone::Deck);
        assert_eq!(mended(&[Cue::SentenceEnd], Zone::Paragraph, &[]), Zone::Paragraph);
        assert_eq!(mended(&[Cue::OpenEnd], Zone::Paragraph, &[Cue::LowerStart]), Zone::Paragraph);
        assert_eq!(mended(&[Cue::OpenEnd, Cue::Dateline], Zone::Paragraph, &[]), Zone::Paragraph);
    }

    #[test]
    fn a_lead_names_who_acts() {
        assert!(names_who_acts("Weir Mill has opened a hall for the town.", 1));
        assert!(names_who_acts("The Institute of Tides will open its doors in May.", 1));
        assert!(!names_who_acts("Forty mills across Weir will open their doors in May.", 1));
        assert!(!names_who_acts("It has opened a hall.", 1) && !names_who_acts("Weir Mill opens a hall.", 1));
        let lead = "Weir Mill has opened a hall that will teach two hundred apprentices a year in the old rope works beside the river.";
        let page = format!(
            "May 4, 2025\n\nWeir Mill opens a hall for apprentices\n\n{lead}\n\nThe hall was empty for eleven years, and work began in 2022.\n"
        );
        let release = crate::parse(&page).remove(0);
        assert_eq!((release.subheadlines.len(), release.body[0].text.text.as_str()), (0, lead));
    }
}
