//! A statement whose only title is what it calls itself: 北堤電機嚴正聲明.
//!
//! Takes the verdicts over the lines of a page and their words; where a page has no title, makes one of the line above its
//! text that was taken for a masthead and ends so. A masthead, 北堤電機新聞稿, is no title.

use super::path::Verdict;
use super::zone::{Part, State, Zone};
use crate::lexicon::cues;

/// Makes the title of a page without one. `line` gives the text of each.
pub(super) fn mend<'t>(verdicts: &mut [Verdict], line: impl Fn(usize) -> &'t str) {
    if verdicts.iter().any(|verdict| verdict.state.zone == Zone::Headline) {
        return;
    }
    let text = verdicts.iter().position(|verdict| verdict.state.zone == Zone::Paragraph);
    let Some(at) = (0..text.unwrap_or(0))
        .rfind(|&at| verdicts[at].state.zone == Zone::Masthead && verdicts[at].begins && is_title(line(at)))
    else {
        return;
    };
    verdicts[at].state = State { part: Part::Title, zone: Zone::Headline };
    verdicts[at + 1].begins = true;
}

fn is_title(line: &str) -> bool {
    /// Characters of the shortest and the longest; guesses.
    const SHORTEST: usize = 4;
    const LONGEST: usize = 40;
    let fits = line.chars().nth(SHORTEST - 1).is_some() && line.chars().nth(LONGEST).is_none();
    fits && cues::ends_as_statement(line)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_statement_is_its_own_title() {
        let title = |line: &str| {
            let text = format!(
                "{line}\n\n2020/09/02\n\n某雜誌本月有關新碼頭工程之報導與事實不符，本公司說明如下：\n\n\
                 新碼頭之工程已於去年十月驗收，紀錄均經業主簽認。\n\n\
                 本公司重申，新碼頭將於五月如期啟用，票價不變，班次加密，歡迎市民搭乘。\n"
            );
            crate::parse(&text).remove(0).headline.map(|headline| headline.text)
        };
        for line in ["北堤電機嚴正聲明", "北堤電機聲明稿", "北堤电机澄清启事"] {
            assert_eq!(title(line).as_deref(), Some(line));
        }
        assert_eq!(title("北堤電機新聞稿"), None);
    }
}
