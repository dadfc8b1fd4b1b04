//! Titles of sections that count on: 一、… | 二、… | 三、….
//!
//! Takes the verdicts over the lines of a page and their words; where the first of lines that count on from 一、 is the title
//! of a section, makes titles of the others too, whatever they were taken for. Lines right below one another are items of
//! a list, and lines with a sentence inside are paragraphs. It does not tell whether the first is one.

use super::path::Verdict;
use super::zone::{Part, State, Zone};
use crate::extract::date;

/// Characters of the longest such title; a guess.
const LONGEST: usize = 44;

/// Makes subheadings of the lines that count on from one. `line` gives the text of each.
pub(super) fn mend<'t>(verdicts: &mut [Verdict], line: impl Fn(usize) -> &'t str) {
    let mut titles: Vec<usize> = Vec::new();
    for at in 0..verdicts.len() {
        let Some(number) = number(line(at)) else { continue };
        if number > LEAST && is_item_below(verdicts, at, number, &line) {
            verdicts[at].state.zone = Zone::ListItem;
        }
        let follows = titles.last().is_some_and(|last| last + 1 < at) && number == titles.len() + 1;
        if number == 1 {
            titles.clear();
            let title = verdicts[at].state.zone == Zone::Subheading && verdicts[at].begins;
            titles.extend(title.then_some(at));
        } else if follows && is_title(line(at)) && of_body(verdicts[at].state) {
            titles.push(at);
            verdicts[at] =
                Verdict { state: State { part: Part::Body, zone: Zone::Subheading }, begins: true };
            if let Some(below) = verdicts.get_mut(at + 1) {
                below.begins = true;
            }
        } else {
            titles.clear();
        }
    }
}

/// Items right below one another after which another is one, too.
const LEAST: usize = 2;

/// Whether the line at `at`, numbered so, was taken for a title though it stands right below the items before it.
fn is_item_below<'t>(
    verdicts: &[Verdict],
    at: usize,
    numbered: usize,
    line: &impl Fn(usize) -> &'t str,
) -> bool {
    let item = |back: usize| {
        let above = at.checked_sub(back)?;
        let counts = number(line(above)) == Some(numbered - back);
        (counts && verdicts[above].state.zone == Zone::ListItem).then_some(())
    };
    verdicts[at].state.zone == Zone::Subheading && (1..=LEAST).all(|back| item(back).is_some())
}

/// The number with which a line opens before a mark: 二、.
fn number(line: &str) -> Option<usize> {
    let rest = line.trim_start_matches(date::is_numeral);
    let numeral = &line[..line.len() - rest.len()];
    let marked = !numeral.is_empty() && rest.starts_with('、');
    let value = marked.then(|| date::value_of(numeral)).flatten()?;
    usize::try_from(value).ok()
}

fn is_title(line: &str) -> bool {
    line.chars().nth(LONGEST).is_none() && !line.trim_end_matches('。').contains('。')
}

/// Whether what a line was taken for may stand in the body.
fn of_body(state: State) -> bool {
    matches!(state.zone, Zone::Paragraph | Zone::ListItem | Zone::Caption | Zone::Subheading)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What lines in the zones beside them are judged to be.
    fn judged(lines: &[(Zone, &str)]) -> Vec<Zone> {
        let verdict =
            |&(zone, _): &(Zone, &str)| Verdict { state: State { part: Part::Body, zone }, begins: true };
        let mut verdicts: Vec<Verdict> = lines.iter().map(verdict).collect();
        mend(&mut verdicts, |at| lines[at].1);
        verdicts.iter().map(|verdict| verdict.state.zone).collect()
    }

    #[test]
    fn titles_count_on_from_the_first() {
        let page = |first: Zone| {
            [
                (first, "一、碼頭啟用安排"),
                (Zone::ListItem, "• 碼頭將於五月啟用"),
                (Zone::ListItem, "二、票價的由來"),
                (Zone::ListItem, "• 票價不變"),
                (Zone::Caption, "三、渡輪班次：逢整點開出"),
                (Zone::Paragraph, "渡輪將於五月加密。"),
            ]
        };
        let zones = judged(&page(Zone::Subheading));
        assert_eq!([zones[2], zones[4]], [Zone::Subheading; 2]);
        let zones = judged(&page(Zone::Paragraph));
        assert_eq!([zones[2], zones[4]], [Zone::ListItem, Zone::Caption]);
    }

    #[test]
    fn the_last_of_items_is_no_title() {
        let items = [
            (Zone::ListItem, "一、時間：五月四日"),
            (Zone::ListItem, "二、地點：北堤碼頭"),
            (Zone::Subheading, "三、主持人：林小文"),
        ];
        assert_eq!(judged(&items)[2], Zone::ListItem);
    }

    #[test]
    fn items_below_one_another_are_a_list() {
        let items =
            [(Zone::Subheading, "一、碼頭"), (Zone::ListItem, "二、票價"), (Zone::ListItem, "三、班次")];
        assert_eq!(judged(&items)[1..], [Zone::ListItem; 2]);
    }
}
