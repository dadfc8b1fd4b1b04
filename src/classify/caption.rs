//! Captions and paragraphs that look like one another.
//!
//! Takes the verdicts over the lines of a page, their cues and their words; makes captions of lines with a caption's label,
//! and of short paragraphs that end with whose photo it is; makes paragraphs of whole sentences between two paragraphs that
//! show nothing of a caption. Which lines belong to one caption is told in `credit.rs`.

use super::cue::{Cue, CueSet};
use super::foot::ends_block;
use super::path::Verdict;
use super::zone::{Part, State, Zone};
use crate::clean::wrap;
use crate::lexicon::captions;
use crate::lexicon::reporting::{self, Role};
use crate::text::script;
use std::ops::Range;

/// Cues of captions.
pub(super) const CAPTION: CueSet = CueSet::of(&[
    Cue::CaptionLabel,
    Cue::PhotoHeading,
    Cue::UnderPhotos,
    Cue::CaptionEnd,
    Cue::Position,
    Cue::PhotoCredit,
    Cue::BesideCaption,
    Cue::Download,
    Cue::Credit,
]);

/// Makes captions of lines with a caption's label and what it shows, "Pictured: a heron in the creek", that were taken for
/// something of the page beside them; makes paragraphs of whole English sentences between two paragraphs that were taken for
/// captions and show nothing of one. `line` gives the text of each.
pub(super) fn mend<'t>(verdicts: &mut [Verdict], cues: &[CueSet], line: impl Fn(usize) -> &'t str) {
    let loose = |zone: Zone| {
        matches!(
            zone,
            Zone::Download
                | Zone::Contact
                | Zone::ContactHeading
                | Zone::Navigation
                | Zone::Unknown
                | Zone::Masthead
                | Zone::BoilerHeading
                | Zone::NotesHeading
        )
    };
    let mut labelled = false;
    for at in 0..verdicts.len() {
        let State { part, zone } = verdicts[at].state;
        if verdicts[at].begins {
            labelled = cues[at].has(Cue::CaptionLabel)
                && loose(zone)
                && !cues[at].has_any(REACHES)
                && !cues[at].has(Cue::Han)
                && !cues[at].has(Cue::Bullet)
                && shows_something(line(at));
        }
        if labelled {
            verdicts[at].state = State { part, zone: Zone::Caption };
        } else if zone == Zone::Caption
            && verdicts[at].begins
            && is_between_paragraphs(verdicts, at)
            && !cues[at].has_any(CAPTION)
            && tells_of_matter(line(at))
        {
            let end = ends_block(verdicts, at);
            verdicts[at..end].iter_mut().for_each(|verdict| verdict.state.zone = Zone::Paragraph);
        } else if zone == Zone::Caption
            && part != Part::Body
            && verdicts[at].begins
            && !cues[at].has_any(CAPTION)
            && speaks_to_reader(line(at))
        {
            let end = ends_block(verdicts, at);
            verdicts[at..end].iter_mut().for_each(|verdict| verdict.state.zone = Zone::Navigation);
        }
    }
}

/// Makes captions of paragraphs of a few lines that tell in the end whose photo it is, in their last line or in one that
/// stands alone right below. `line` gives the text of each.
pub(super) fn mend_credited<'t>(verdicts: &mut [Verdict], cues: &[CueSet], line: impl Fn(usize) -> &'t str) {
    let caption = |verdicts: &mut [Verdict], start: usize, end: usize| {
        for verdict in &mut verdicts[start..end] {
            verdict.state = State { part: verdict.state.part, zone: Zone::Caption };
        }
    };
    let mut start = 0;
    while start < verdicts.len() {
        let end = ends_block(verdicts, start);
        if verdicts[start].state.zone == Zone::Paragraph && may_be_caption(cues, start..end) {
            let credit = ends_block(verdicts, end.min(verdicts.len() - 1));
            if closes_with_credit(cues, start..end, &line) {
                caption(verdicts, start, end);
            } else if is_credit_below(verdicts, cues, end, &line) && end - start <= MOST_ABOVE_CREDIT {
                caption(verdicts, start, credit);
            }
        }
        start = end;
    }
}

/// Lines of the longest caption that ends with a credit, and of the longest above one that stands alone; guesses.
const MOST_CREDITED: usize = 5;
const MOST_ABOVE_CREDIT: usize = 2;

/// Whether the lines `own` of a paragraph are few, and open as captions may.
fn may_be_caption(cues: &[CueSet], own: Range<usize>) -> bool {
    const NONE: CueSet =
        CueSet::of(&[Cue::Dateline, Cue::QuoteStart, Cue::InQuote, Cue::GivesWord, Cue::Email, Cue::Phone]);
    own.len() <= MOST_CREDITED && !cues[own].iter().any(|cues| cues.has_any(NONE))
}

/// Whether the lines `own` close with whose photo it is: "… in May. Photo: Ann Lee", "… (Photo by Ann Lee)".
fn closes_with_credit<'t>(cues: &[CueSet], own: Range<usize>, line: impl Fn(usize) -> &'t str) -> bool {
    /// Lines over which a credit may run.
    const OVER: usize = 2;
    let last = own.start.max(own.end.saturating_sub(OVER))..own.end;
    if !cues[last.clone()].iter().any(|cues| cues.has(Cue::PhotoCredit)) {
        return false;
    }
    let joint = if cues[own.start].has(Cue::Han) { "" } else { " " };
    let end = last.map(line).collect::<Vec<_>>().join(joint);
    let han = || cues[own.end - 1].has(Cue::PhotoCredit) && end.ends_with(['）', ')']) && joint.is_empty();
    captions::closes_with_credit(&end) || captions::closes_with_bracketed_credit(&end) || han()
}

/// Whether a line that only tells whose photo it is stands alone at `at`, with no gap above it.
fn is_credit_below<'t>(
    verdicts: &[Verdict],
    cues: &[CueSet],
    at: usize,
    line: impl Fn(usize) -> &'t str,
) -> bool {
    let alone = at < verdicts.len() && ends_block(verdicts, at) == at + 1;
    alone
        && cues[at].has(Cue::PhotoCredit)
        && !cues[at].has(Cue::GapBefore)
        && !cues[at].has(Cue::SentenceEnd)
        && captions::opens_as_credit(line(at))
}

/// Cues of lines by which somebody or a page is reached.
const REACHES: CueSet = CueSet::of(&[Cue::Email, Cue::Phone, Cue::Url, Cue::Download, Cue::MoreInfo]);

/// Whether words follow a label that say what is seen, not only whose the photo is.
fn shows_something(line: &str) -> bool {
    /// Words of the longest label and of the shortest caption; guesses.
    const LABEL: usize = 3;
    const FEWEST: usize = 4;
    let Some((label, rest)) = line.split_once(':') else { return false };
    let words = || rest.split_whitespace();
    label.split_whitespace().nth(LABEL).is_none()
        && words().nth(FEWEST - 1).is_some()
        && words().any(|word| word.starts_with(char::is_lowercase))
}

fn is_between_paragraphs(verdicts: &[Verdict], at: usize) -> bool {
    let paragraph = |verdict: &Verdict| verdict.state.zone == Zone::Paragraph;
    at > 0 && paragraph(&verdicts[at - 1]) && verdicts.get(ends_block(verdicts, at)).is_some_and(paragraph)
}

/// Whether a line is an English sentence that tells its reader what to do, as a page does and no picture: "You must log in."
fn speaks_to_reader(line: &str) -> bool {
    let words = line.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
    wrap::ends_with_sentence(line)
        && words.map(|word| reporting::english(&word)).any(|facts| facts.is(Role::Addressee))
}

/// Whether a line is an English sentence whose own verb has an auxiliary, "The hall was built in 1908.": of 125 bare captions
/// three are.
fn tells_of_matter(line: &str) -> bool {
    let told = line.split_whitespace().map(|word| {
        let bare = word.trim_matches(|c: char| !script::is_word(c)).to_lowercase();
        (reporting::english(&bare), word)
    });
    // What a relative or a mark opens is told of somebody.
    let clause =
        told.take_while(|(facts, _)| !facts.is(Role::Relative)).scan(false, |closed, (facts, word)| {
            let inside = !*closed;
            *closed |= word.ends_with([',', ';', ':']);
            inside.then_some(facts)
        });
    wrap::ends_with_sentence(line) && clause.skip(1).any(|facts| facts.is(Role::Aux))
}

#[cfg(test)]
mod tests {
    use super::super::path::judged;
    use super::*;

    #[test]
    fn a_label_makes_a_caption_and_an_auxiliary_a_paragraph() {
        let mended = |text: &'static str, zone: Zone, own: &[Cue]| {
            let (mut verdicts, cues) = judged(&[
                (Part::Body, Zone::Paragraph, &[]),
                (Part::Body, zone, own),
                (Part::Body, Zone::Paragraph, &[]),
            ]);
            mend(&mut verdicts, &cues, |at| if at == 1 { text } else { "" });
            verdicts[1].state.zone
        };
        let label: &[Cue] = &[Cue::CaptionLabel];
        assert_eq!(mended("Pictured: a heron in the creek", Zone::Download, label), Zone::Caption);
        assert_eq!(mended("[Photo: The mill, seen from the river]", Zone::Contact, label), Zone::Caption);
        assert_eq!(mended("Photo: Ann Lee, Weir Mill Studios", Zone::Contact, label), Zone::Contact);
        assert_eq!(
            mended("Photo: ask for it by mail", Zone::Contact, &[Cue::CaptionLabel, Cue::Email]),
            Zone::Contact
        );
        assert_eq!(mended("The hall was built by the Weir Trust.", Zone::Caption, &[]), Zone::Paragraph);
        assert_eq!(mended("Ann Lee, who was the first to cross.", Zone::Caption, &[]), Zone::Caption);
        assert_eq!(mended("A heron in the creek.", Zone::Caption, &[]), Zone::Caption);
    }

    #[test]
    fn what_speaks_to_the_reader_below_the_text_is_of_the_page() {
        let mended = |text: &'static str| {
            let (mut verdicts, cues) =
                judged(&[(Part::Body, Zone::Paragraph, &[]), (Part::Back, Zone::Caption, &[])]);
            mend(&mut verdicts, &cues, |at| if at == 1 { text } else { "" });
            verdicts[1].state.zone
        };
        assert_eq!(mended("To read on you must log in."), Zone::Navigation);
        assert_eq!(mended("The mayor opens the pier."), Zone::Caption);
    }

    #[test]
    fn a_credit_makes_a_caption_of_what_it_ends() {
        let mended = |texts: [&'static str; 2], zone: Zone, one: bool, above: &[Cue]| {
            let credit: &[Cue] = &[Cue::PhotoCredit];
            let (mut verdicts, cues) = judged(&[
                (Part::Body, Zone::Paragraph, &[]),
                (Part::Body, Zone::Paragraph, above),
                (Part::Body, zone, credit),
                (Part::Body, Zone::Paragraph, &[]),
            ]);
            verdicts[2].begins = !one;
            mend_credited(&mut verdicts, &cues, |at| ["", texts[0], texts[1], ""][at]);
            [1, 2].map(|at| verdicts[at].state.zone)
        };
        let (caption, paragraph) = ([Zone::Caption; 2], [Zone::Paragraph; 2]);
        let turned = |last| mended(["The mill at noon, seen from", last], Zone::Paragraph, true, &[]);
        assert_eq!(turned("the river. Photo: Ann Lee"), caption);
        assert_eq!(turned("the river (Photo by Ann Lee)"), caption);
        assert_eq!(turned("the river, courtesy of the town."), paragraph);
        let below = |own: &[Cue]| mended(["The mill at noon.", "Photo: Ann Lee"], Zone::Download, false, own);
        assert_eq!(below(&[]), caption);
        assert_eq!(below(&[Cue::QuoteStart]), [Zone::Paragraph, Zone::Download]);
        let han = mended(["老人們正在用餐。（縣媒體中心", "林小文攝）"], Zone::Paragraph, true, &[Cue::Han]);
        assert_eq!(han, caption);
    }
}
