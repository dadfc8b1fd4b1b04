//! Lines above the prose that a title in larger type, or a deck, is turned over to.
//!
//! Takes the lines of a page with their cues; changes the seams between two lines of one title. The measure of the prose does
//! not tell of them: in larger type a line is full that has few columns. What tells is that the prose has the words on both
//! sides of the line end beside each other, that the first line ends with a word that is gone on from, or that the second
//! is a word or two. It does not judge which lines are the title.

use super::around::Page;
use super::names::trimmed;
use super::{Cue, CueSet};
use crate::clean::wrap::{self, Bond, Seam};
use crate::text::script;

/// Lines above the prose that are looked at, and lines of the prose that may have their words: a title stands close to it.
const ABOVE: usize = 16;
const PROSE: usize = 40;

/// Cues of lines that are no part of a title.
const NO_TITLE: CueSet = CueSet::OF_PAGE.or(CueSet::of(&[
    Cue::Dateline,
    Cue::DatelineAlone,
    Cue::CaptionLabel,
    Cue::PhotoCredit,
    Cue::Download,
    Cue::Pair,
    Cue::Menu,
    Cue::Cells,
    Cue::ContactLabel,
]));

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
    Cue::Repeated,
]);

/// Evidence that two lines are one, in hundredths of a nat, which is enough without more.
const LEFT_OPEN: i32 = -150;

/// Marks the seams within titles and decks.
pub(super) fn mark(page: &Page, sets: &[CueSet], seams: &mut [Option<Seam>]) {
    let Some(measure) = page.measure.width else { return };
    let first = sets.iter().position(|set| !set.has(Cue::BeforeProse)).unwrap_or(0);
    mark_letterheads(page, sets, seams, first);
    // From below, as the last lines of a title tell of those above.
    for at in (first.saturating_sub(ABOVE).max(1)..first).rev() {
        let goes_on =
            at + 1 < first && seams[at + 1].is_some_and(|seam| seam.bond == Bond::One || seam.evidence < 0);
        let Some(seam) = seams[at].as_mut().filter(|seam| seam.gap == 0) else { continue };
        let unsure = seam.evidence > LEFT_OPEN;
        let wide = page.lines[at - 1].width;
        let parted = sets[at - 1].has_any(NO_TITLE.or(ENDS)) || sets[at].has_any(NO_TITLE.or(BEGINS));
        let is_one = || {
            sets[at].has(Cue::AfterLink)
                || unsure && is_left_open(sets, at)
                || is_remainder(page, at, sets)
                || goes_on && is_set_alike(page, at, sets, measure)
                || is_told(page, at, first)
        };
        if !parted && wide * 3 >= measure && is_one() {
            seam.bond = Bond::One;
        }
    }
    mark_openings(page, sets, seams, first);
}

/// A line above a title of several lines that had plenty of room for its first word is none of it.
fn mark_openings(page: &Page, sets: &[CueSet], seams: &mut [Option<Seam>], first: usize) {
    let is_one = |seam: Option<Seam>| seam.is_some_and(|seam| seam.bond == Bond::One);
    for at in first.saturating_sub(ABOVE).max(1)..first {
        let opens = !is_one(seams[at]) && at + 1 < first && is_one(seams[at + 1]);
        let ends = at + 1 + (at + 1..first).take_while(|&line| is_one(seams[line])).count();
        let widest = || page.lines[at..ends].iter().map(|line| line.width).max().unwrap_or(0);
        let taken = page.lines[at - 1].width
            + wrap::first_word_columns(page.text, page.lines[at - 1], page.lines[at]);
        let said =
            sets[at - 1].has(Cue::Echoed) || sets[at - 1].has_any(ENDS) || sets[at].has(Cue::AfterLink);
        if let Some(seam) = seams[at].as_mut().filter(|_| opens && !said && taken * 4 <= widest() * 3) {
            seam.bond = Bond::Two;
        }
    }
}

/// A line in capitals right below a title that is in none is a letterhead's, and no part of it.
fn mark_letterheads(page: &Page, sets: &[CueSet], seams: &mut [Option<Seam>], first: usize) {
    /// Words of the shortest: fewer may be a body's letters in a title.
    const FEWEST: usize = 3;
    for at in first.saturating_sub(ABOVE).max(1)..first {
        let titled = sets[at - 1].has(Cue::Echoed) && !sets[at - 1].has_any(NO_TITLE);
        let capitals = titled && sets[at].has(Cue::CaseChanges) && sets[at].has(Cue::Caps);
        let latin = |at: usize| !page.slice(at).contains(script::is_han);
        let named =
            || latin(at - 1) && latin(at) && page.slice(at).split_whitespace().nth(FEWEST - 1).is_some();
        if let Some(seam) = seams[at].as_mut().filter(|_| capitals && named()) {
            seam.bond = Bond::Two;
        }
    }
}

/// Whether line `at` goes on in small letters with the one before, which ends with no mark.
fn is_left_open(sets: &[CueSet], at: usize) -> bool {
    let anew = sets[at].has(Cue::AfterCapitals) || sets[at].has(Cue::CaseChanges);
    sets[at].has(Cue::LowerStart) && sets[at - 1].has(Cue::OpenEnd) && !anew
}

/// Whether line `at` is the last word or two of what the line before says, which the prose says too.
fn is_remainder(page: &Page, at: usize, sets: &[CueSet]) -> bool {
    let short = page.lines[at].width * 5 <= page.lines[at - 1].width * 2;
    short && sets[at - 1].has(Cue::Echoed) && !sets[at].has_any(NO_REMAINDER)
}

/// Whether line `at`, which goes on below, and the one before are of one width, less than that of the prose: both are set in
/// larger type, and full.
fn is_set_alike(page: &Page, at: usize, sets: &[CueSet], measure: usize) -> bool {
    if sets[at].has(Cue::CaseChanges) || sets[at].has(Cue::AfterCapitals) || sets[at - 1].has(Cue::BodyAlone)
    {
        return false;
    }
    let [before, own] = [at - 1, at].map(|at| page.lines[at].width);
    let widest = before.max(own);
    let full = before + wrap::first_word_columns(page.text, page.lines[at - 1], page.lines[at]) > widest;
    full && widest * 5 < measure * 4 && before.min(own) * 5 >= widest * 4
}

/// Whether the prose has the words on both sides of the line end before line `at` beside each other.
fn is_told(page: &Page, at: usize, first: usize) -> bool {
    let (before, after) = (page.slice(at - 1), page.slice(at));
    let last = before.chars().next_back().unwrap_or(' ');
    let next = after.chars().next().unwrap_or(' ');
    let prose = page.lines[first..].iter().take(PROSE).map(|line| &page.text[line.span.range()]);
    if script::is_han(last) && script::is_han(next) {
        // Two ideographs may stand so once by chance, four do not.
        let ahead = before.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
        let behind = after.char_indices().nth(2).map_or(after.len(), |(at, _)| at);
        let words = format!("{}{}", &before[ahead..], &after[..behind]);
        let pair: String = [last, next].iter().collect();
        let mut pairs = 0;
        for line in prose {
            pairs += line.matches(&pair).count();
            if pairs > 1 || pairs > 0 && line.contains(&words) {
                return true;
            }
        }
        return false;
    }
    let last = before.split_whitespace().next_back().map_or("", trimmed);
    let next = after.split_whitespace().next().map_or("", trimmed);
    if last.is_empty() || next.is_empty() {
        return false;
    }
    // Most words are told by their length.
    let is = |word: &str, own: &str| word.len() >= own.len() && trimmed(word).eq_ignore_ascii_case(own);
    let mut words = prose.flat_map(|line| line.split([' ', '\t']));
    let mut came = words.next().unwrap_or("");
    words.any(|word| is(std::mem::replace(&mut came, word), last) && is(word, next))
}

#[cfg(test)]
mod tests {
    use super::super::of_lines;
    use super::*;
    use crate::clean::Line;
    use crate::clean::wrap::Measure;

    /// A release whose head is set in larger type than its prose.
    fn release_with(head: &str) -> String {
        format!(
            "{head}\nWEIR, Ohio, May 4, 2025 – Weir Mill plc, the maker of flour, opened its second line on Monday at its works\n\
             in Moorland, where it has ground flour since 1908. The line will treat 12,000 tonnes of grain a year from\n\
             farms that had nowhere to sell, and it gives work to 85 people, most of whom live in the valley.\n\
             The first line opened in 2019 and has made 30,000 tonnes of flour. The mill of Alder Bridge, which closed in\n\
             1997, was the last before it.\n"
        )
    }

    fn title(head: &str) -> String {
        crate::parse(&release_with(head)).remove(0).headline.map(|title| title.text).unwrap_or_default()
    }

    /// What a wire's page has above a title and between it and the deck.
    fn on_page_of_wire(own: &str) -> String {
        let below = "News Provided By\nWeir Mill plc\nMay 4, 2025, 14:00 GMT\nShare This Article";
        let deck = "The hall on Quay Street takes grain until nine in the evening";
        title(&format!("Skip to main content\nNews\nProducts\n\n{own}\n{below}\n{deck}"))
    }

    #[test]
    fn a_title_in_larger_type_goes_on_where_the_prose_has_both_words() {
        let own = "Weir Mill Opens Its Fortieth Hall near Alder\nBridge and Its Works";
        assert_eq!(on_page_of_wire(own), own.replace('\n', " "));
    }

    #[test]
    fn a_word_that_is_left_over_is_of_the_title() {
        let own = "Weir Mill Opens Its Fortieth Hall for Flour in\nMoorland";
        assert_eq!(on_page_of_wire(own), own.replace('\n', " "));
    }

    #[test]
    fn lines_of_one_width_in_larger_type_are_one_title() {
        let own = "Weir Mill Bakeries plc (publ) interim report\nJanuary–June 2025: Order intake up 18 per\ncent, margin held back by grain prices";
        assert_eq!(title(own), own.replace('\n', " "));
    }

    /// What is sure of each line of a head and the line before it.
    fn bonds(head: &str) -> Vec<Bond> {
        let text = release_with(head);
        let lines = crate::clean::lines_of(&text);
        let own: Vec<&Line> = lines.iter().collect();
        let measure = Measure::of(&text, &lines);
        let (_, seams) = of_lines(&text, &own, &measure, &vec![false; own.len()]);
        seams[1..head.lines().count()].iter().flatten().map(|seam| seam.bond).collect()
    }

    #[test]
    fn a_menu_above_a_title_in_larger_type_is_none_of_it() {
        let own = "Weir Mill Opens Its Fortieth Hall for Flour near Alder\nBridge and Its Works";
        let menu = |line: &str| bonds(&format!("{line}\n{own}"));
        assert_eq!(menu("Food and Drink"), [Bond::Two, Bond::One]);
        // It ends with a word that is gone on from, or has no room.
        assert_eq!(menu("Wheels and")[0], Bond::Unsure);
        assert_eq!(menu("Where the Food of the Valley Begins and Ends")[0], Bond::Unsure);
    }

    #[test]
    fn a_deck_in_larger_type_goes_on_in_small_letters() {
        let title = "Weir Mill Opens Second Line in Moorland";
        let deck = |rest: &str| {
            bonds(&format!("{title}\nThe hall of glass was built by forty of the valley's\n{rest}"))[1]
        };
        assert_eq!(deck("apprentices in nine towns of the coast"), Bond::One);
        assert_eq!(deck("Apprentices in nine towns of the coast"), Bond::Unsure);
    }

    #[test]
    fn a_chinese_title_goes_on_where_the_prose_has_its_words() {
        let told = |title: [&str; 2]| {
            let lead = "北堤市政府今日宣布，首條智慧公車專用道今日通車，市長說工程歷時九年，設有四十個車站，票價不變。";
            let prose = "市民可以在車站內的螢幕查看班次，月底前乘車免費，逢星期一至星期五由早上六時開出。";
            let text = format!(
                "{}\n{}\n{}\n{}。\n{}\n{}。\n{}\n{}。\n",
                title[0],
                title[1],
                lead,
                &prose[..36],
                lead,
                &prose[..36],
                lead,
                &prose[..36]
            );
            let lines = crate::clean::lines_of(&text);
            let own: Vec<&Line> = lines.iter().collect();
            let measure = Measure::of(&text, &lines);
            let page = Page { text: &text, lines: &own, measure: &measure, apart: &vec![false; own.len()] };
            is_told(&page, 1, 2)
        };
        assert!(told(["不再久等！北堤首條智慧公車專", "用道通車"]));
        assert!(!told(["不再久等！北堤首條智慧公車", "啟用新站"]));
    }

    #[test]
    fn a_letterhead_in_capitals_below_a_title_is_none_of_it() {
        let head = |letterhead: &str| {
            format!("Weir Mill opens second line near Alder\nBridge and its works in Moorland\n{letterhead}")
        };
        assert_eq!(bonds(&head("WEIR MILL PRESS OFFICE")), [Bond::One, Bond::Two]);
        assert_eq!(bonds(&head("NYSE WEIR")), [Bond::One, Bond::Unsure]);
    }

    #[test]
    fn a_deck_below_a_title_stays_a_deck() {
        let own = "Weir Mill Opens Second Line in Moorland";
        let deck = "Twelve thousand tonnes of grain a year find a mill";
        assert_eq!(bonds(&format!("{own}\n{deck}")), [Bond::Unsure]);
        assert_eq!(title(&format!("{own}\n{deck}")), own);
    }
}
