//! Days that a whole line states.
//!
//! Takes a line; gives the day of issue that it states and nothing else, or the only day in what a page tells of itself. A
//! sentence that holds a date states none.

use super::{
    FoundDate, dates, find_first, has_strangers, is_month, is_numeral, is_weekday, may_hold_year, says_more,
};
use crate::lexicon::cues::{self, CueClass, Standing};
use crate::lexicon::rows;
use crate::text::script;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// The most words, or ideographs counted in pairs, that may stand around the date of a date line.
const STRANGERS: usize = 3;

/// The day of issue that a whole line states and nothing else but a weekday, a time of day, a label such as 發稿時間
/// or "Ends/", an issuing unit after it: "Ends/Thursday, November 27, 2025", 2022年8月19日（星期五）, 發布日期：113年7月8日.
pub(crate) fn of_line(line: &str) -> Option<FoundDate> {
    if !may_hold_year(line) || is_longer(line, 120) {
        return None;
    }
    let line = without_credit(line);
    if line.ends_with(['。', '？', '！']) || is_sentence(line) {
        return None;
    }
    let found = find_first(line)?;
    let before = &line[..found.range.start];
    let after = &line[found.range.end..];
    let labelled = is_label(before);
    let follows = cues::plain(after);
    let issued = is_issuer(follows.trim_start());
    let listed =
        is_list_of_labels(after) && (labelled || before.trim().is_empty()) || labelled && is_of_page(after);
    let listed = listed || before.trim().is_empty() && are_tags(after);
    let tagged = after.trim().is_empty() && are_tags_before(before);
    let quiet = (labelled || tagged || !has_strangers(before, STRANGERS))
        && (issued || listed || !has_strangers(after, STRANGERS));
    // A clock may follow a dash: "March 27, 2025 – 2:15 p.m."
    let clock = after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '–' | '—' | ','));
    let open = after.trim_start().starts_with(['，', ',', '–', '—', '電', '电', '至'])
        && says_more(after)
        && !clock.starts_with(|c: char| c.is_ascii_digit());
    (quiet && !open && !is_span(after)).then_some(found)
}

/// Whether what stands before the date makes it the last day of what is reported on: "For the six months ended", "Six months
/// to".
pub(crate) fn ends_period(before: &str) -> bool {
    static ENDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let words = rows(include_str!("../../lexicon/months.tsv")).filter(|row| row.class == "ends");
        words.map(|row| row.word).collect()
    });
    let last = before.trim_end().rsplit(' ').next().unwrap_or("");
    before.trim_end().contains(' ') && ENDS.iter().any(|word| word.eq_ignore_ascii_case(last))
}

/// Whether what stands after the date is the last day of a span, as events have it: 2016年5月21日|-22日.
fn is_span(after: &str) -> bool {
    let dash = |c: char| script::is_dash(c) || matches!(c, '~' | '～' | '至' | '到');
    let after = after.trim_start();
    let day = after.strip_prefix(dash).map(str::trim_start);
    day.is_some_and(|day| {
        let unit = day.trim_start_matches(|c: char| c.is_ascii_digit());
        unit.len() < day.len() && unit.trim_start().starts_with(['日', '號', '号', '月'])
    })
}

/// Whether `line` has more characters than `most`.
fn is_longer(line: &str, most: usize) -> bool {
    line.len() > most && line.chars().nth(most).is_some()
}

/// Whether `line` is a sentence of English: more words than a stamp of issue has, and a full stop.
fn is_sentence(line: &str) -> bool {
    const WORDS: usize = 7;
    // "2:15 p.m."
    let clock = line.ends_with(".m.");
    line.ends_with('.') && !clock && line.split_whitespace().nth(WORDS - 1).is_some()
}

/// `line` without who gave the text, behind a bar or a blank: "March 5, 2024 08:00 ET | Source: Harbour Works",
/// 2025-11-06 14:00 来源：石桥磨坊.
fn without_credit(line: &str) -> &str {
    /// Characters of the longest label, and blanks of a stamp of issue.
    const LABEL: usize = 6;
    const BLANKS: usize = 4;
    let has_bar = memchr::memchr(b'|', line.as_bytes()).is_some()
        || !line.is_ascii() && script::has_char(line, *b"\xef\xbd\x9c");
    let parted = if has_bar { line.split_once(['|', '｜']) } else { None };
    let mut found = Vec::new();
    let mut is_credit = |rest: &str| {
        cues::find(rest, &mut found);
        found.contains(&(CueClass::Credit, Standing::Opens))
    };
    if let Some((head, rest)) = parted {
        return if is_credit(rest) { head } else { line };
    }
    // Where there is no colon there is no label.
    if memchr::memchr(b':', line.as_bytes()).is_none() && !script::has_char(line, *b"\xef\xbc\x9a") {
        return line;
    }
    let blanks = line.char_indices().filter(|(_, c)| c.is_whitespace()).take(BLANKS);
    let mut parts = blanks.map(|(at, _)| (&line[..at], line[at..].trim_start()));
    let labelled = |rest: &str| rest.chars().take(LABEL).any(|c| matches!(c, ':' | '：'));
    let parted = parts.find(|&(head, rest)| {
        head.contains(|c: char| c.is_ascii_digit()) && labelled(rest) && is_credit(rest)
    });
    parted.map_or(line, |(head, _)| head)
}

/// The only day in a line in which a page tells of itself: who wrote it, when, how often it was read.
pub(crate) fn of_page(line: &str) -> Option<FoundDate> {
    if is_longer(line, 160) {
        return None;
    }
    let mut found = dates(line);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Whether `cell` names days and nothing else, as the line of an event does: "22-23 April 2026", "27 September to 4 May".
pub(crate) fn are_days(cell: &str) -> bool {
    static SPANS: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let words = rows(include_str!("../../lexicon/months.tsv")).filter(|row| row.class == "span");
        words.map(|row| row.word).collect()
    });
    let (mut months, mut numbers) = (0, 0);
    for word in cell.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let number = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
        if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) && word.len() <= 4 {
            numbers += 1;
        } else if super::month_of(word).is_some() {
            months += 1;
        } else if !is_weekday(word) && !SPANS.contains(&word) {
            return false;
        }
    }
    months > 0 && numbers > 0
}

/// Whether `text` names a day, the year left aside: "18 June", "Thursday", 6月18日.
pub(crate) fn names_day(text: &str) -> bool {
    names_english_day(text) || names_chinese_day(text)
}

fn names_english_day(text: &str) -> bool {
    let words = || text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let number = |word: &str| {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_day = |(one, other)| is_month(one) && number(other) || number(one) && is_month(other);
    words().zip(words().skip(1)).any(is_day) || words().any(|word| word.len() > 3 && is_weekday(word))
}

fn names_chinese_day(text: &str) -> bool {
    let numeral = |c: char| c.is_ascii_digit() || is_numeral(c);
    text.match_indices('月').any(|(at, month)| {
        let rest = text[at + month.len()..].trim_start();
        let day = rest.trim_start_matches(numeral);
        let numbered = text[..at].trim_end().ends_with(numeral) && day.len() < rest.len();
        numbered && day.starts_with(['日', '號', '号'])
    })
}

/// `line` without the day that ends it behind a dash: "Ann Lee, Commissioner for Roads - 09/10/2024".
pub(crate) fn without_closing_day(line: &str) -> &str {
    /// Characters of the longest day; a guess.
    const LONGEST: usize = 24;
    let line = line.trim_end();
    if !line.ends_with(|c: char| c.is_ascii_digit()) {
        return line;
    }
    let mut dashes = line.char_indices().rev().take(LONGEST).filter(|&(_, c)| script::is_dash(c));
    let Some((at, dash)) = dashes.find(|&(at, _)| line[..at].ends_with(' ')) else { return line };
    let day = line[at + dash.len_utf8()..].trim_start();
    if find_first(day).is_some_and(|found| found.range == (0..day.len())) {
        line[..at].trim_end()
    } else {
        line
    }
}

/// Whether `line` states when a page was changed: "Last updated on 4 March 2025".
pub(crate) fn tells_revision(line: &str) -> bool {
    static REVISED: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
        let words = rows(include_str!("../../lexicon/months.tsv")).filter(|row| row.class == "revised");
        words.map(|row| row.word).collect()
    });
    let mut words = line.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.any(|word| REVISED.contains(word.to_lowercase().as_str()))
}

/// The day that `text` calls its own: "was opened today (5 March 2025)", 今日（2025年3月5日）.
pub(crate) fn told_as_today(text: &str) -> Option<FoundDate> {
    static TODAY: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let words = rows(include_str!("../../lexicon/months.tsv")).filter(|row| row.class == "issue");
        words.map(|row| row.word).collect()
    });
    let is_today = |found: &FoundDate| {
        let before = text[..found.range.start].trim_end_matches(['(', '（', ',', ' ']);
        let word = |today: &&str| {
            let start = before.len().checked_sub(today.len());
            start.and_then(|start| before.get(start..)).is_some_and(|end| end.eq_ignore_ascii_case(today))
        };
        TODAY.iter().any(word)
    };
    dates(text).find(is_today)
}

/// Whether what stands before the date ends with a colon or a stroke, as a label does.
fn is_label(before: &str) -> bool {
    let before = before.trim_end_matches(|c: char| c.is_whitespace());
    before.ends_with([':', '：', '/', '／', '|']) && before.chars().count() <= 24
}

/// Marks that part the tags under which a page files a text.
const TAG_MARKS: [char; 5] = ['|', '｜', '•', '·', '/'];

/// Whether what stands after the date is what a page files a text under, or who wrote it: "| Health | Boats", "• Words:
/// Ann Lee".
fn are_tags(after: &str) -> bool {
    let tags = after.trim_start().strip_prefix(TAG_MARKS);
    tags.is_some_and(|tags| tags.split(TAG_MARKS).all(is_tag))
}

/// The same of what stands before the date, whose clock may stand before it: "Fraud | Weir and the Levels | 16:42".
fn are_tags_before(before: &str) -> bool {
    let Some((tags, clock)) = before.rsplit_once(['|', '｜']) else { return false };
    let digits = |c: char| c.is_ascii_digit() || matches!(c, ':' | ' ');
    clock.chars().all(digits) && tags.split(TAG_MARKS).all(is_tag)
}

/// Whether `tag` is a few words that open with a capital.
fn is_tag(tag: &str) -> bool {
    /// Words of the longest; a guess.
    const LONGEST: usize = 5;
    let mut words = tag.split_whitespace();
    let capital = words
        .clone()
        .next()
        .is_some_and(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()));
    capital && words.nth(LONGEST).is_none() && !tag.contains([',', ';'])
}

/// Whether what stands after the date is labels with their values, as web pages set them: 來源：甲縣 瀏覽：120.
fn is_list_of_labels(after: &str) -> bool {
    after
        .split_whitespace()
        .all(|entry| entry.contains([':', '：']) || entry.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether what stands after the date of a label is what a page tells of itself: a clock, then more labels, size of type,
/// buttons.
fn is_of_page(after: &str) -> bool {
    // （三）　　共同發布：北堤聯盟
    let wide = after.trim_start().strip_prefix('（').and_then(|day| day.split_once("）\u{3000}"));
    if let Some((day, rest)) = wide {
        return is_weekday(day) && is_list_of_labels(rest);
    }
    let labels = after.split([' ', '\t', '\u{3000}']).filter(|entry| {
        let label = entry.split_once(['：', '︰']).map_or("", |(label, _)| label);
        (2..=4).contains(&label.chars().count()) && label.chars().all(script::is_han)
    });
    !after.contains(['，', '。']) && labels.count() >= 2
}

fn is_issuer(after: &str) -> bool {
    if after.is_empty() {
        return false;
    }
    let mut found = Vec::new();
    cues::find(after, &mut found);
    found.iter().any(|&(class, _)| class == cues::CueClass::Masthead)
}
