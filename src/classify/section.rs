//! Titles of sections that look like something else.
//!
//! Takes the verdicts over the lines of a page, their cues and their words; makes subheadings of Chinese lines between two
//! paragraphs that were taken for captions and show nothing of one (no label, no credit, nobody's place, no scene), and of
//! short numbered lines above a paragraph: 一、碼頭啟用安排. Items right below a paragraph that leads to them are of the
//! body, though links among them look like a page's; points that count on from a note are notes, and so is a sentence right
//! below one; one line of stars below the prose ends it; what goes on with a description is of it; a caption's label makes a
//! caption of what follows it.

use super::cue::{Cue, CueSet};
use super::path::Verdict;
use super::zone::{Part, State, Zone};
use crate::clean::wrap;
use crate::extract::date;
use crate::lexicon::links;
use crate::lexicon::reporting::{self, Role};
use crate::text::script::{self, is_han};

/// Cues of captions.
const CAPTION: CueSet = CueSet::of(&[
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
    Cue::ColonEnd,
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
    for at in 1..verdicts.len().saturating_sub(1) {
        let between = verdicts[at - 1..=at + 1].iter().all(|verdict| {
            verdict.begins && verdict.state == State { part: Part::Body, zone: Zone::Paragraph }
        });
        let own = cues[at];
        let titled = own.has(Cue::TitleCase)
            && own.has(Cue::OpenEnd)
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

/// Makes captions of lines with a caption's label and what it shows, "Pictured: a heron in the creek", that were taken for
/// something of the page beside them; makes paragraphs of whole English sentences between two paragraphs that were taken for
/// captions and show nothing of one. `line` gives the text of each.
pub(super) fn mend_captions<'t>(verdicts: &mut [Verdict], cues: &[CueSet], line: impl Fn(usize) -> &'t str) {
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
            let end = (at + 1..verdicts.len()).find(|&next| verdicts[next].begins).unwrap_or(verdicts.len());
            verdicts[at..end].iter_mut().for_each(|verdict| verdict.state.zone = Zone::Paragraph);
        }
    }
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
    let below = (at + 1..verdicts.len()).find(|&next| verdicts[next].begins);
    let paragraph = |at: usize| verdicts[at].state.zone == Zone::Paragraph;
    at > 0 && paragraph(at - 1) && below.is_some_and(paragraph)
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

/// Cues of notes, which are no part of a description that stands above them.
const NOTE: CueSet = CueSet::of(&[Cue::NotesHeading, Cue::NotesGlued, Cue::ForwardLooking, Cue::Numbered]);

/// The same of what no description goes on with.
const NO_DESCRIPTION: CueSet =
    CueSet::of(&[Cue::Bullet, Cue::BracketStart, Cue::Copyright, Cue::DashStart]).or(NOTE);

/// Makes boilerplate of what stands below a description and goes on with it, taken for a note or a caption: what points back,
/// "It has forty mills.", and a whole Chinese sentence that shows nothing of either. A footnote opens with its mark, and who
/// owns a trade mark is told in its letters.
pub(super) fn mend_descriptions<'t>(
    verdicts: &mut [Verdict],
    cues: &[CueSet],
    line: impl Fn(usize) -> &'t str,
) {
    let whole =
        |own: CueSet| own.has(Cue::SentenceEnd) && own.has(Cue::Prose) && !own.has_any(CAPTION.or(NOTE));
    for at in 1..verdicts.len() {
        let above = verdicts[at - 1].state;
        let zone = verdicts[at].state.zone;
        if above.zone != Zone::Boilerplate || !matches!(zone, Zone::Notes | Zone::Caption) {
            continue;
        }
        let points_back = || {
            let own = cues[at];
            own.has(Cue::PointsBack) && !own.has_any(NO_DESCRIPTION) && !links::speaks_of_us(line(at))
        };
        let goes_on = zone == Zone::Notes && (!verdicts[at].begins || points_back());
        if goes_on {
            verdicts[at].state = above;
        } else if whole(cues[at]) && line(at).starts_with(is_han) {
            verdicts[at] = Verdict { state: above, begins: false };
        }
    }
}

/// Cues of a page's furniture, and of what it says of itself: "This article was sent by Weir Wire."
const FURNITURE: CueSet = CueSet::of(&[
    Cue::PointsBack,
    Cue::NavAlone,
    Cue::NavOpens,
    Cue::Menu,
    Cue::Masthead,
    Cue::Credit,
    Cue::Url,
    Cue::Email,
    Cue::Phone,
]);

/// Makes notes of the points that count on from a note, and of what is listed below one: "1. …" | "2. …".
pub(super) fn mend_notes<'t>(verdicts: &mut [Verdict], cues: &[CueSet], line: impl Fn(usize) -> &'t str) {
    let number = |at: usize| {
        let digits = line(at).bytes().take_while(u8::is_ascii_digit).count();
        line(at)[..digits].parse::<u32>().ok().filter(|_| cues[at].has(Cue::Numbered))
    };
    let mut last = None;
    for at in 0..verdicts.len() {
        let counts_on = last.is_some() && number(at) == last.map(|last| last + 1);
        let listed = last.is_some() && cues[at].has(Cue::Bullet);
        // A whole sentence right below a note is no button.
        let stray = at > 0
            && verdicts[at - 1].state.zone == Zone::Notes
            && verdicts[at].state.zone == Zone::Navigation;
        if stray && cues[at].has(Cue::SentenceEnd) && !cues[at].has_any(FURNITURE) && is_sentence(line(at)) {
            verdicts[at] = Verdict { state: verdicts[at - 1].state, begins: true };
        }
        if is_prose(verdicts[at].state) && (counts_on || listed) {
            verdicts[at] = Verdict { state: State { part: Part::Back, zone: Zone::Notes }, begins: true };
        }
        match verdicts[at].state.zone {
            Zone::Notes => last = number(at).or(last),
            _ if verdicts[at].begins => last = None,
            // A line of a note goes on.
            _ => {}
        }
    }
}

/// Whether a line has the words of a sentence.
fn is_sentence(line: &str) -> bool {
    /// Words of the shortest; a guess.
    const FEWEST: usize = 5;
    line.split_whitespace().nth(FEWEST - 1).is_some()
}

/// Makes an end mark of the one line of stars or dots of a page that stands between its prose and what follows a release, where
/// no other is: "* * *".
pub(super) fn mend_end<'t>(verdicts: &mut [Verdict], line: impl Fn(usize) -> &'t str) {
    if verdicts.iter().any(|verdict| verdict.state.zone == Zone::EndMark) {
        return;
    }
    let mut starred = (0..verdicts.len()).filter(|&at| is_starred(line(at)));
    let (Some(at), None) = (starred.next(), starred.next()) else { return };
    let after = |zone: Zone| {
        matches!(
            zone,
            Zone::ContactHeading
                | Zone::Contact
                | Zone::BoilerHeading
                | Zone::NotesHeading
                | Zone::Boilerplate
        )
    };
    let below = verdicts.get(at + 1).is_some_and(|verdict| after(verdict.state.zone));
    if below && at > 0 && is_prose(verdicts[at - 1].state) {
        verdicts[at] = Verdict { state: State { part: Part::Tail, zone: Zone::EndMark }, begins: true };
    }
}

/// Whether a line is three stars or dots, or a few more.
fn is_starred(line: &str) -> bool {
    /// Marks of the longest that is no rule across the page.
    const MOST: usize = 7;
    let marks = || line.chars().filter(|c| !c.is_whitespace());
    let Some(first @ ('*' | '•' | '~')) = marks().next() else { return false };
    marks().all(|c| c == first) && (3..=MOST).contains(&marks().count())
}

fn is_prose(state: State) -> bool {
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

    fn judged(lines: &[(Part, Zone, &[Cue])]) -> (Vec<Verdict>, Vec<CueSet>) {
        let verdict =
            |&(part, zone, _): &(Part, Zone, _)| Verdict { state: State { part, zone }, begins: true };
        (lines.iter().map(verdict).collect(), lines.iter().map(|(_, _, cues)| CueSet::of(cues)).collect())
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
    fn a_sentence_behind_a_description_is_of_it() {
        let sentence: &[Cue] = &[Cue::SentenceEnd, Cue::Prose];
        let zones = |line: &str, own: &[Cue]| {
            let described = (Part::Back, Zone::Boilerplate, sentence);
            let (mut verdicts, cues) = judged(&[described, (Part::Back, Zone::Caption, own)]);
            mend_descriptions(&mut verdicts, &cues, |_| line);
            verdicts[1].state.zone
        };
        let award = "磨坊於2023年獲頒國際設計獎，並入選名單。";
        assert_eq!(zones(award, sentence), Zone::Boilerplate);
        assert_eq!(zones("¹ 依內部測試條件測得，實際時間或有差異。", sentence), Zone::Caption);
        assert_eq!(zones(award, &[Cue::SentenceEnd, Cue::Prose, Cue::Position]), Zone::Caption);
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

    #[test]
    fn a_label_makes_a_caption_and_an_auxiliary_a_paragraph() {
        let mended = |text: &'static str, zone: Zone, own: &[Cue]| {
            let (mut verdicts, cues) = judged(&[
                (Part::Body, Zone::Paragraph, &[]),
                (Part::Body, zone, own),
                (Part::Body, Zone::Paragraph, &[]),
            ]);
            mend_captions(&mut verdicts, &cues, |at| if at == 1 { text } else { "" });
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
    fn what_goes_on_with_a_description_is_of_it() {
        let lines = ["Weir Mill was founded in 1908.", "It has forty mills.", "We thank all who came."];
        let (mut verdicts, cues) = judged(&[
            (Part::Tail, Zone::Boilerplate, &[]),
            (Part::Tail, Zone::Notes, &[Cue::PointsBack, Cue::SentenceEnd]),
            (Part::Tail, Zone::Notes, &[Cue::PointsBack, Cue::SentenceEnd]),
        ]);
        mend_descriptions(&mut verdicts, &cues, |at| lines[at]);
        let zones: Vec<Zone> = verdicts.iter().map(|verdict| verdict.state.zone).collect();
        assert_eq!(zones, [Zone::Boilerplate, Zone::Boilerplate, Zone::Notes]);
    }

    #[test]
    fn a_sentence_below_a_note_is_one() {
        let lines = ["The mill was built in 1908.", "The full report can be had.", "Back to the top."];
        let below: (Part, Zone, &[Cue]) = (Part::Tail, Zone::Navigation, &[Cue::SentenceEnd]);
        let (mut verdicts, cues) = judged(&[(Part::Tail, Zone::Notes, &[Cue::SentenceEnd]), below, below]);
        mend_notes(&mut verdicts, &cues, |at| lines[at]);
        let zones: Vec<Zone> = verdicts.iter().map(|verdict| verdict.state.zone).collect();
        assert_eq!(zones, [Zone::Notes, Zone::Notes, Zone::Navigation]);
    }

    #[test]
    fn one_line_of_stars_below_the_prose_ends_it() {
        let zones = |lines: &[&'static str]| {
            let zone = |line: &str| match line {
                "Contact" => Zone::ContactHeading,
                "It runs." => Zone::Paragraph,
                _ => Zone::Rule,
            };
            let state = |line: &&'static str| State { part: Part::Body, zone: zone(line) };
            let mut verdicts: Vec<Verdict> =
                lines.iter().map(|line| Verdict { state: state(line), begins: true }).collect();
            mend_end(&mut verdicts, |at| lines[at]);
            verdicts.iter().map(|verdict| verdict.state.zone).collect::<Vec<Zone>>()
        };
        for mark in ["*****", "* * *", "•••"] {
            assert_eq!(zones(&["It runs.", mark, "Contact"])[1], Zone::EndMark, "{mark}");
        }
        // Between two paragraphs, twice, or across the page they part what is there.
        assert_eq!(zones(&["It runs.", "***", "It runs."])[1], Zone::Rule);
        assert_eq!(zones(&["***", "It runs.", "***", "Contact"])[2], Zone::Rule);
        assert_eq!(zones(&["It runs.", "****************", "Contact"])[1], Zone::Rule);
    }

    #[test]
    fn what_counts_on_from_a_note_is_one() {
        let body: (Part, Zone, &[Cue]) = (Part::Body, Zone::Paragraph, &[Cue::Numbered]);
        let lines = ["1. The mill grinds.", "2. It is old.", "- very old", "4. It is far."];
        let (mut verdicts, cues) = judged(&[
            (Part::Back, Zone::Notes, &[Cue::Numbered]),
            body,
            (Part::Body, Zone::ListItem, &[Cue::Bullet]),
            body,
        ]);
        mend_notes(&mut verdicts, &cues, |at| lines[at]);
        let zones: Vec<Zone> = verdicts.iter().map(|verdict| verdict.state.zone).collect();
        assert_eq!(zones, [Zone::Notes, Zone::Notes, Zone::Notes, Zone::Paragraph]);
    }
}
