//! Titles and lists within the text that look like something else.
//!
//! Takes the verdicts over the lines of a page, their cues and their words; makes subheadings of Chinese lines between two
//! paragraphs that were taken for captions and show nothing of one (no label, no credit, nobody's place, no scene), of
//! short numbered lines above a paragraph, 一、碼頭啟用安排, and of English lines in title case. Items right below a paragraph
//! that leads to them are of the body, though links among them look like a page's. Titles that count on are told in
//! `series.rs`.

use super::caption::CAPTION;
use super::cue::{Cue, CueSet};
use super::path::Verdict;
use super::zone::{Part, State, Zone};
use crate::extract::date;
use crate::lexicon::reporting;

/// Makes subheadings of the titles of sections. `line` gives the text of each.
pub(super) fn mend<'t>(verdicts: &mut [Verdict], cues: &[CueSet], line: impl Fn(usize) -> &'t str) {
    /// Titles of the sections of a page that has some; a guess.
    const FEWEST: usize = 2;
    let titles = verdicts.iter().filter(|verdict| verdict.state.zone == Zone::Subheading);
    let sectioned = titles.take(FEWEST).count() == FEWEST;
    for at in 1..verdicts.len().saturating_sub(1) {
        let short = cues[at].has(Cue::Short) || cues[at].has(Cue::Medium);
        if !short || !cues[at].has(Cue::Han) || !verdicts[at].begins {
            continue;
        }
        let (before, after) = (verdicts[at - 1].state, verdicts[at + 1].state);
        let captioned = verdicts[at].state.zone == Zone::Caption && !cues[at].has_any(CAPTION);
        let title = || is_title(line(at)) || sectioned && is_clauses(line(at));
        let titled = captioned && !cues[at].has(Cue::SentenceEnd) && title();
        let taken = titled || verdicts[at].state.zone == Zone::Paragraph && is_bracketed(line(at));
        let between = is_prose(before) && is_prose(after);
        let below = after.zone == Zone::Paragraph && verdicts[at + 1].begins;
        let numbered = below
            && (captioned || is_prose(verdicts[at].state))
            && is_numbered([line(at - 1), line(at), line(at + 1)]);
        if taken && between || numbered {
            let part = if captioned { before.part } else { verdicts[at].state.part };
            verdicts[at].state = State { part, zone: Zone::Subheading };
        }
    }
}

/// Cues of English lines that are no title of a section, though their words begin with capitals.
const NO_TITLE: CueSet = CueSet::of(&[
    Cue::Bullet,
    Cue::Numbered,
    Cue::QuoteStart,
    Cue::BracketStart,
    Cue::DashStart,
    Cue::SemicolonEnd,
    Cue::CommaEnd,
    Cue::Dateline,
    Cue::Email,
    Cue::Phone,
    Cue::Url,
    Cue::TableRow,
    Cue::Cells,
    Cue::Pair,
    Cue::Titled,
    Cue::NameAlone,
    Cue::BodyAlone,
    Cue::Centred,
    Cue::Signs,
]);

/// Makes subheadings of English lines in title case between two paragraphs of a page that sets each on one line, taken for
/// paragraphs too: "Speeds up to One Gigabit, Plus More Choices". `line` gives the text of each.
pub(super) fn mend_capitals<'t>(verdicts: &mut [Verdict], cues: &[CueSet], line: impl Fn(usize) -> &'t str) {
    /// Words of the shortest, and bytes of the longest; guesses.
    const FEWEST: usize = 3;
    const LONGEST: usize = 140;
    // A colon leads in what somebody says, too.
    let speaks = |at: usize| {
        let told = cues[at].has(Cue::GivesWord) || cues[at + 1].has(Cue::QuoteStart);
        told || reporting::leads_in(line(at))
    };
    for at in 1..verdicts.len().saturating_sub(1) {
        let between = verdicts[at - 1..=at + 1].iter().all(|verdict| {
            verdict.begins && verdict.state == State { part: Part::Body, zone: Zone::Paragraph }
        });
        let own = cues[at];
        let titled = own.has(Cue::TitleCase)
            && (own.has(Cue::OpenEnd) || own.has(Cue::ColonEnd) && !speaks(at))
            && own.has(Cue::Unwrapped)
            && !own.has_any(NO_TITLE);
        let closed = cues[at - 1].has(Cue::SentenceEnd) && cues[at + 1].has(Cue::SentenceEnd);
        let words = || line(at).split_whitespace().nth(FEWEST - 1).is_some();
        if between && titled && closed && line(at).len() <= LONGEST && words() {
            verdicts[at].state.zone = Zone::Subheading;
        }
    }
}

/// Makes items of the list of the lines with bullets right below a paragraph that ends with a colon, and such a paragraph of
/// a Chinese line with one above items that was taken for a title: 主要措施如下：.
pub(super) fn mend_lists(verdicts: &mut [Verdict], cues: &[CueSet]) {
    for at in 1..verdicts.len() {
        let [lead, item] = [at - 1, at].map(|at| verdicts[at].state.zone);
        let marked = cues[at].has(Cue::Bullet) || cues[at].has(Cue::Numbered);
        // 三、措施： is the title of a section.
        let own = cues[at - 1];
        let leads = own.has(Cue::ColonEnd) && own.has(Cue::Han) && !own.has(Cue::Numbered);
        if lead == Zone::Subheading && item == Zone::ListItem && marked && leads {
            verdicts[at - 1].state.zone = Zone::Paragraph;
        }
    }
    // Zones of lines that nothing but their links tells.
    let loose = |zone: Zone| matches!(zone, Zone::Unknown | Zone::Download | Zone::Navigation | Zone::Table);
    let mut listed = false;
    for at in 1..verdicts.len() {
        // A short line is the heading of a list of links.
        let lead = cues[at - 1].has(Cue::ColonEnd) && !cues[at - 1].has(Cue::Short);
        let leads = lead && verdicts[at - 1].state.zone == Zone::Paragraph;
        listed = cues[at].has(Cue::Bullet) && !cues[at].has(Cue::GapBefore) && (leads || listed);
        if listed && loose(verdicts[at].state.zone) {
            verdicts[at] = Verdict { state: State { part: Part::Body, zone: Zone::ListItem }, begins: true };
        }
    }
}

/// Whether a line is of the text by its zone, whatever part of the page it stands in.
pub(super) fn is_prose(state: State) -> bool {
    matches!(state.zone, Zone::Paragraph | Zone::ListItem | Zone::Subheading)
}

/// Whether a line opens with a numeral and the next, which has none, is longer than titles are. Behind another such
/// line it is the last item of a list.
fn is_numbered([before, line, next]: [&str; 3]) -> bool {
    /// Characters of the longest title, and of the shortest paragraph below one; guesses.
    const LONGEST: usize = 44;
    const SHORTEST: usize = 40;
    let closed = |line: &str| line.contains(['，', '；', '：']) || line.trim_end_matches('。').contains('。');
    let opens = |line: &str| {
        let bare = line.trim_start_matches(['（', '(']);
        let rest = bare.trim_start_matches(date::is_numeral);
        rest.len() < bare.len() && rest.starts_with(['、', '）', ')'])
    };
    let short = line.chars().nth(LONGEST).is_none() && !closed(line);
    opens(line) && short && next.chars().nth(SHORTEST).is_some() && !opens(next) && !opens(before)
}

/// Whether a line is a title by its marks: a colon between what it is of and what it says, or a question. A work in title
/// marks has pictures: 《北堤》劇照：林小文.
fn is_title(line: &str) -> bool {
    line.contains(['：', '？']) && !line.contains('《') || is_bracketed(line)
}

/// Whether a line is two clauses, as a title is among others: 三項主張，從全民到政策.
fn is_clauses(line: &str) -> bool {
    line.contains('，') && !line.contains('《')
}

/// Whether brackets as titles stand in are around all of a line: 【未來規劃】.
fn is_bracketed(line: &str) -> bool {
    line.strip_prefix('【').and_then(|line| line.strip_suffix('】')).is_some_and(|line| !line.contains('】'))
}

#[cfg(test)]
mod tests {
    use super::super::path::judged;
    use super::*;

    #[test]
    fn a_short_numbered_line_above_a_paragraph_is_a_title() {
        let long = "碼頭將於五月啟用，市議會表示，工程歷時九年，耗資二百萬元，碼頭會一直開放，明年增加二十個泊位，屆時渡輪亦會加密。";
        let numbered = |line: &str, next: &str| is_numbered(["碼頭五月啟用。", line, next]);
        assert!(numbered("一、碼頭啟用安排", long) && numbered("（二）票價的由來。", long));
        assert!(
            !numbered("一、碼頭啟用，票價不變。", long) && !is_numbered(["一、碼頭啟用", "二、票價", long])
        );
        assert!(!numbered("一、碼頭啟用安排", "二、票價") && !numbered("碼頭啟用安排", long));
        assert!(!numbered("一、碼頭", &format!("二、{long}")));
    }

    #[test]
    fn bullets_below_a_sentence_that_leads_to_them_are_its_list() {
        let link: (Part, Zone, &[Cue]) = (Part::Back, Zone::Unknown, &[Cue::Bullet, Cue::Url]);
        let lists = |lead: &[Cue]| {
            let (mut verdicts, cues) = judged(&[(Part::Body, Zone::Paragraph, lead), link, link]);
            mend_lists(&mut verdicts, &cues);
            verdicts.iter().map(|verdict| verdict.state.zone).collect::<Vec<Zone>>()
        };
        assert_eq!(lists(&[Cue::ColonEnd]), [Zone::Paragraph, Zone::ListItem, Zone::ListItem]);
        // A short line heads the links of a page.
        assert_eq!(lists(&[Cue::ColonEnd, Cue::Short]), [Zone::Paragraph, Zone::Unknown, Zone::Unknown]);
        assert_eq!(lists(&[Cue::SentenceEnd]), [Zone::Paragraph, Zone::Unknown, Zone::Unknown]);
    }

    #[test]
    fn a_title_with_a_colon_above_items_leads_to_them() {
        let title: (Part, Zone, &[Cue]) = (Part::Body, Zone::Subheading, &[Cue::ColonEnd, Cue::Han]);
        let item: (Part, Zone, &[Cue]) = (Part::Body, Zone::ListItem, &[Cue::Numbered]);
        let paragraph: (Part, Zone, &[Cue]) = (Part::Body, Zone::Paragraph, &[]);
        let first = |below| {
            let (mut verdicts, cues) = judged(&[title, below]);
            mend_lists(&mut verdicts, &cues);
            verdicts[0].state.zone
        };
        assert_eq!((first(item), first(paragraph)), (Zone::Paragraph, Zone::Subheading));
    }

    #[test]
    fn a_line_in_title_case_with_a_colon_is_a_title_where_nobody_speaks() {
        let mended = |line: &'static str| {
            let prose: (Part, Zone, &[Cue]) = (Part::Body, Zone::Paragraph, &[Cue::SentenceEnd]);
            let own: &[Cue] = &[Cue::TitleCase, Cue::ColonEnd, Cue::Unwrapped];
            let (mut verdicts, cues) = judged(&[prose, (Part::Body, Zone::Paragraph, own), prose]);
            mend_capitals(&mut verdicts, &cues, |at| if at == 1 { line } else { "" });
            verdicts[1].state.zone
        };
        assert_eq!(mended("Suit Against Weir Mill:"), Zone::Subheading);
        assert_eq!(mended("Mayor Ann Lee Said:"), Zone::Paragraph);
    }

    #[test]
    fn brackets_around_a_line_make_a_title_of_it() {
        assert!(is_title("【未來規劃】") && !is_title("【圖一】磨坊外觀【資料圖】"));
        let (mut verdicts, cues) = judged(&[
            (Part::Body, Zone::Paragraph, &[Cue::SentenceEnd]),
            (Part::Body, Zone::Caption, &[Cue::Short, Cue::Han]),
            (Part::Body, Zone::Paragraph, &[Cue::SentenceEnd]),
        ]);
        let lines = ["磨坊重開。", "【未來規劃】", "磨坊明年擴建。"];
        mend(&mut verdicts, &cues, |at| lines[at]);
        assert_eq!(verdicts[1].state.zone, Zone::Subheading);
    }
}
