//! What a page says of itself: a masthead, a letterhead's brackets, a wire's name, a byline, whose it is, its trail of sections.
//!
//! Takes one line that a phrase or a mark brought here; tells whether it is such. Which phrases bring it is the business of
//! `own.rs`, what a masthead's words are that of the lexicon.

use super::names::trimmed;
use super::tally::Tally;
use crate::clean::wrap;
use crate::extract::date;
use crate::lexicon::captions;
use crate::lexicon::cues;
use crate::lexicon::people::latin;
use crate::lexicon::places;
use crate::text::script;

/// A news wire's name on a line of its own, between dashes or not, as a wire sets it above its release: "-- Harbour Wire --".
pub(super) fn is_wires_own(slice: &str) -> bool {
    /// No such line is longer, in bytes.
    const LONGEST: usize = 40;
    if slice.len() > LONGEST {
        return false;
    }
    let name = slice.trim_matches(|c: char| c.is_whitespace() || script::is_dash(c));
    places::wire_prefix(name) == Some(name.len())
}

/// Whether a line ends as mastheads do, in a bracket or before the day: 【北堤聯盟聯合新聞稿】2025年12月18日.
pub(super) fn is_masthead(slice: &str, tally: &Tally) -> bool {
    /// Bytes of the longest: forty ideographs.
    const LONGEST: usize = 120;
    if slice.len() > LONGEST {
        return false;
    }
    let closed = slice.ends_with(['】', '》', '］', ']', '」', '）', ')']);
    if closed || tally.digits < 4 {
        return closed && cues::ends_as_masthead(slice);
    }
    if !slice.ends_with(date::may_end) {
        return false;
    }
    let day = date::find_first(slice).filter(|day| day.range.end == slice.len());
    day.is_some_and(|day| cues::ends_as_masthead(&slice[..day.range.start]))
}

/// Whether a bracket is all of the line, as a letterhead tells where a company is incorporated: (Stock code: 1234).
pub(super) fn is_bracketed(slice: &str) -> bool {
    let inside = slice.strip_prefix(['(', '（']).and_then(|rest| rest.strip_suffix([')', '）']));
    inside.is_some_and(|inside| !inside.contains(['。', '；', ';']))
}

/// Whether a line is the bracket in which the issuer is named for short: (“Weir”, the “Company” or the “Group”), alone or
/// behind its name.
pub(super) fn names_issuer_for_short(slice: &str) -> bool {
    /// Letters of the longest word between two short names: "together".
    const LONGEST: usize = 8;
    const MARKS: [char; 5] = ['“', '”', '‘', '’', '"'];
    let Some((before, inner)) = slice.strip_suffix(')').and_then(|line| line.split_once('(')) else {
        return false;
    };
    // Every second part is a name in marks.
    let joins =
        |word: &str| word.len() <= LONGEST && !word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let marks = inner.matches(MARKS).count();
    let named = marks >= 2
        && marks.is_multiple_of(2)
        && inner.trim_end().ends_with(MARKS)
        && inner.split(MARKS).step_by(2).flat_map(str::split_whitespace).all(joins);
    let last = trimmed(before.split_whitespace().next_back().unwrap_or(""));
    named && (before.is_empty() || latin::LEGAL_FORMS.contains_lower(last))
}

/// Whether a short line without a stop opens with a few words in thick brackets and goes on: 【新聞稿】新碼頭啟用.
pub(super) fn opens_with_tag(slice: &str) -> bool {
    /// Bytes of the longest tag and of the longest title, three for each ideograph; guesses.
    const TAG: usize = 24;
    const TITLE: usize = 150;
    let tag = slice.strip_prefix('【').filter(|_| slice.len() <= TITLE);
    let parted = tag.and_then(|tag| tag.split_once('】')).filter(|(tag, _)| tag.len() <= TAG);
    parted.is_some_and(|(_, title)| !title.trim().is_empty() && !wrap::ends_with_sentence(title))
}

/// Whether what opens as a byline is one: a few words, all but the joints in capitals or without case.
pub(super) fn is_byline(slice: &str) -> bool {
    /// No byline is longer, in bytes.
    const LONGEST: usize = 60;
    let may_stand = |c: char| c.is_uppercase() || c.is_numeric() || script::is_han(c);
    let capital = |word: &str| {
        let word = word.trim_start_matches(['（', '(']);
        word.len() <= 3 || word.starts_with(may_stand)
    };
    slice.len() <= LONGEST && slice.split_whitespace().all(capital) && !wrap::ends_with_sentence(slice)
}

/// Whether a line with the sign of copyright says whose the page is and no more: the year and a name, or that all rights are
/// reserved. A work of art has no year there.
pub(super) fn is_rights(slice: &str) -> bool {
    /// Words of the longest holder with the sign and the year; a guess.
    const MOST: usize = 10;
    let year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let dated = slice.split(|c: char| !c.is_ascii_alphanumeric()).any(year);
    let few = slice.split_whitespace().nth(MOST).is_none() && !slice.contains([';', '“', '"', '，']);
    let name = slice.trim_end_matches('.');
    cues::ends_with_rights(slice) && slice.split_whitespace().nth(2 * MOST).is_none()
        || dated && few && !name.contains(". ") && !captions::names_picture(slice)
}

/// Whether a line is a page's trail of sections with an arrow between each two, which no title has: "Consumer goods > Household".
pub(super) fn is_trail(line: &str) -> bool {
    const ARROWS: [char; 3] = ['›', '>', '»'];
    let spaced =
        |(at, arrow): (usize, &str)| line[..at].ends_with(' ') && line[at + arrow.len()..].starts_with(' ');
    let names = |section: &str| section.trim().starts_with(|c: char| c.is_uppercase() || script::is_han(c));
    line.contains(ARROWS)
        && line.match_indices(ARROWS).all(spaced)
        && line.split(ARROWS).all(names)
        && !wrap::ends_with_sentence(line)
}

#[cfg(test)]
mod tests {
    use super::super::Cue;
    use super::*;

    #[test]
    fn a_masthead_may_stand_in_a_bracket_or_before_the_day() {
        let is_masthead = |line: &str| is_masthead(line, &Tally::of(line));
        for line in ["【北堤聯盟 聯合新聞稿】", "《北堤聯盟新聞稿》114年3月7日", "北堤聯盟聲明稿　2025.12.18"]
        {
            assert!(is_masthead(line), "{line}");
        }
        assert!(!is_masthead("【新聞稿】北堤新碼頭五月啟用"));
        assert!(!is_masthead("北堤新碼頭啟用日期改為2025年12月18日"));
    }

    #[test]
    fn a_letterhead_tells_in_a_bracket_where_a_company_is_registered() {
        let told = |line: &str| {
            let text = format!("{line}\n\n北堤磨坊公布中期業績\n");
            super::super::of_text(&text)[0].has(Cue::Masthead)
        };
        for line in ["（於開曼群島註冊成立之有限公司）", "（股份代号：1234）", "(Stock code: 1234.HK)"]
        {
            assert!(told(line), "{line}");
        }
        for line in ["股份代號：1234）今日公布業績", "（北堤新碼頭五月啟用）"] {
            assert!(!told(line), "{line}");
        }
    }

    #[test]
    fn an_issuer_is_named_for_short_in_a_bracket() {
        for line in ["(“Weir”, the “Company” or the “Group”)", "Weir Mill plc (\"Weir\" or the \"Company\")"]
        {
            assert!(names_issuer_for_short(line), "{line}");
        }
        for line in ["(Weir Mill)", "New mill (“the white one”) opens", "A mill called “Weir” (for short)"]
        {
            assert!(!names_issuer_for_short(line), "{line}");
        }
    }

    #[test]
    fn a_tag_stands_before_a_title() {
        assert!(opens_with_tag("【新聞稿】北堤新碼頭五月啟用"));
        assert!(!opens_with_tag("【北堤訊】北堤新碼頭五月啟用。"));
        assert!(!opens_with_tag("【新聞稿】"));
    }

    #[test]
    fn correspondents_sign_in_a_bracket() {
        assert!(is_byline("（通訊員 林小文 黎永生）") && is_byline("By Ann Lee"));
        assert!(!is_byline("（通訊員 林小文）北堤新碼頭今日啟用。"));
    }

    #[test]
    fn a_page_says_whose_it_is_at_its_foot() {
        for line in [
            "© 2025 Weir Mill plc. All rights reserved.",
            "Copyright © Weir Mill. All Rights Reserved",
            "© Weir Mill 2025",
            "© 2025 北堤磨坊有限公司 版權所有",
        ] {
            assert!(is_rights(line), "{line}");
        }
        assert!(
            !is_rights("© Estate of Ann Lee")
                && !is_rights("© 2025 Weir Photos")
                && !is_rights("© 2025 Weir Mill. Weir is a mark of the Weir Trust.")
        );
    }
}
