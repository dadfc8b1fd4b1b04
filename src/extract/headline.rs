//! The main title and its decks.
//!
//! Takes the title blocks; gives one text of the headline's lines and one for each deck. A kicker that stands on the
//! title's line stays in it.

use super::assemble::Page;
use crate::classify::Block;
use crate::classify::zone::Zone;
use crate::clean::item;
use crate::lexicon::headings;
use crate::release::Text;
use crate::text::Span;
use crate::text::reading::Reading;
use crate::text::script;

/// The headline: its lines joined with one space, but where a Chinese line only broke because it was full.
pub(super) fn headline(page: &Page<'_>, blocks: &[Block]) -> Option<Text> {
    let block = blocks.iter().find(|block| block.zone == Zone::Headline)?;
    let widest = block.lines.iter().map(|&line| page.lines[line].width).max().unwrap_or(0);
    let mut whole = Reading::default();
    let mut text = Text::default();
    for (n, &line) in block.lines.iter().enumerate() {
        let span = page.lines[line].span;
        let slice = &page.source[span.range()];
        let runs_on = n > 0 && {
            let before = &page.lines[block.lines[n - 1]];
            let last = page.source[before.span.range()].chars().next_back().unwrap_or(' ');
            let next = slice.chars().next().unwrap_or(' ');
            !script::joins_tight(last, next) || (before.width + 3 >= widest && widest >= 60)
        };
        if n > 0 && !runs_on {
            text.append_spaced(std::mem::take(&mut whole).to_text());
        }
        let label = if n == 0 { headings::title_label(slice) } else { 0 };
        whole.push_line(page.source, Span::new(span.start() + label, span.end()));
    }
    if text.is_empty() {
        return Some(whole.to_text());
    }
    text.append_spaced(whole.to_text());
    Some(text)
}

/// The decks, each one text, without the bullets of those that are set as a list.
pub(super) fn subheadlines(blocks: &[Block], readings: &[Reading]) -> Vec<Text> {
    let decks = blocks.iter().zip(readings).filter(|(block, _)| block.zone == Zone::Deck);
    decks
        .map(|(_, reading)| {
            // A dash that another closes is no bullet.
            let bullet = item::bullet(reading.text()).filter(|_| !reading.text().ends_with(script::is_dash));
            let start = bullet.unwrap_or_else(|| headings::title_label(reading.text()));
            reading.slice(start..reading.text().len())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    /// The decks of a release whose title these lines follow.
    fn decks(lines: &str) -> Vec<String> {
        let text = format!(
            "FOR IMMEDIATE RELEASE\n\nWeir Mill Reports Second Quarter Results\n\n{lines}\n\n\
             WEIR, Ohio, May 4, 2025 (GLOBE NEWSWIRE) -- Weir Mill, a maker of doors for boats, said today that it \
             sold more of them than ever in the second quarter.\n\nIt will open a second mill in the autumn.\n"
        );
        crate::parse(&text)[0].subheadlines.iter().map(|deck| deck.text.clone()).collect()
    }

    #[test]
    fn decks_lose_their_bullets() {
        let lines = "•  Revenue of $412 million, up 9%\n•  Net income of $31 million";
        assert_eq!(decks(lines), ["Revenue of $412 million, up 9%", "Net income of $31 million"]);
    }

    #[test]
    fn a_label_is_no_part_of_a_title() {
        let text = "FOR IMMEDIATE RELEASE\n\nHeadline: Weir Mill Opens Second Line\n\nWEIR, May 4, 2025 – Weir Mill, a \
                    maker of doors for boats, said today that it opened a second line.\n\nIt is its last.\n";
        let headline = crate::parse(text).remove(0).headline;
        assert_eq!(headline.map(|headline| headline.text).as_deref(), Some("Weir Mill Opens Second Line"));
    }

    #[test]
    fn a_chinese_label_is_no_part_of_a_title() {
        let text = "新聞稿\n\n標題：北堤新碼頭五月啟用\n\n北堤新碼頭將於五月啟用，市議會表示，工程歷時九年，耗資二百萬元。\n\n\
                    碼頭會一直開放，明年增加二十個泊位。\n";
        let headline = crate::parse(text).remove(0).headline;
        assert_eq!(headline.map(|headline| headline.text).as_deref(), Some("北堤新碼頭五月啟用"));
    }

    #[test]
    fn a_dash_that_another_closes_is_no_bullet() {
        assert_eq!(decks("– Revenue rises by a tenth –"), ["– Revenue rises by a tenth –"]);
    }
}
