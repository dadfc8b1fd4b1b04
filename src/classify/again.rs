//! The title printed again, below the lead or at the foot of a page.
//!
//! Takes the verdicts over the lines of a page and their words; where a line below the text's first paragraph is the title
//! and no more, it shows no picture and opens no section, but is the page's.

use super::path::Verdict;
use super::zone::Zone;

/// Gives the page the lines that repeat its title. `line` gives the text of each.
pub(super) fn mend<'t>(verdicts: &mut [Verdict], line: impl Fn(usize) -> &'t str) {
    let Some(title) = verdicts.iter().position(|verdict| verdict.state.zone == Zone::Headline) else {
        return;
    };
    let stands_alone = |at: usize| verdicts[at].begins && verdicts.get(at + 1).is_none_or(|next| next.begins);
    if !stands_alone(title) {
        return;
    }
    let again: Vec<usize> = (title + 1..verdicts.len())
        .filter(|&at| matches!(verdicts[at].state.zone, Zone::Caption | Zone::Subheading))
        .filter(|&at| stands_alone(at) && line(at) == line(title))
        .collect();
    for at in again {
        verdicts[at].state.zone = Zone::Navigation;
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_title_printed_again_is_the_pages() {
        let title = "北堤新碼頭五月啟用 舊碼頭同日關閉";
        let text = format!(
            "{title}\n\n北堤市政府今日宣布，新碼頭於五月一日啟用，設有座椅及飲水機，舊碼頭將於同日關閉，市民可於七月前提出意見。\n\n\
             {title}\n\n市長林小文說：「新碼頭比舊的大一倍，市民等了九年，今天終於可以啟用了。」\n\n\
             工程費用二億元，由市庫支付，其中三成來自去年的盈餘。\n\n{title}\n"
        );
        let release = crate::parse(&text).remove(0);
        assert_eq!(release.headline.map(|headline| headline.text).as_deref(), Some(title));
        assert_eq!((release.captions.len(), release.body.len()), (0, 3));
    }
}
