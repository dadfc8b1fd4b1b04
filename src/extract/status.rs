//! The release instruction: FOR IMMEDIATE RELEASE, 即時發布, an embargo and when it ends.
//!
//! Takes a line; gives the instruction that it opens with. The words are in the lexicon. A sentence that merely speaks
//! of an embargo is none, since the words do not open it.

use super::date;
use crate::lexicon::{cues, rows};
use crate::release::StatusKind;
use crate::text::script;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A release instruction in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FoundStatus {
    pub(crate) range: Range<usize>,
    pub(crate) kind: StatusKind,
    /// `2024-03-14T10:00`, with `+08:00` where the zone is named.
    pub(crate) until: Option<String>,
}

/// Phrases without blanks, the longest first, since OCR glues words.
static PHRASES: LazyLock<Vec<(String, StatusKind)>> = LazyLock::new(|| {
    let mut phrases: Vec<(String, StatusKind)> = rows(include_str!("../lexicon/status.tsv"))
        .map(|row| {
            let kind = match row.class {
                "immediate" => StatusKind::Immediate,
                "embargoed" => StatusKind::Embargoed,
                _ => StatusKind::Other,
            };
            (row.word.chars().filter(|c| !c.is_whitespace()).collect(), kind)
        })
        .collect();
    phrases.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
    phrases
});

static ZONES: LazyLock<Vec<(&str, &str)>> =
    LazyLock::new(|| rows(include_str!("../lexicon/zones.tsv")).map(|row| (row.word, row.class)).collect());

/// A time of day: "10.00 am", "4 p.m.", "16:30", 上午11時, 下午3時30分, "00:01".
static CLOCK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?P<half>上午|下午|中午|晚上|凌晨|早上)?\s*(?P<hour>\d{1,2})(?:\s*[:.：]\s*(?P<minute>\d{2})|\s*[時时點点](?:\s*(?P<minute2>\d{1,2})\s*分)?|)\s*(?P<ap>[ap]\.?m\b\.?|noon)?")
        .expect("the clock pattern is valid")
});

/// The longest line that can be an instruction; longer ones are prose.
const LONGEST: usize = 240;

/// The instruction that `line` gives, when that is what the line is for.
pub(crate) fn read(line: &str) -> Option<FoundStatus> {
    let mut end = line.len().min(LONGEST);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    let start = line.len()
        - line
            .trim_start_matches(|c: char| c.is_whitespace() || script::is_dash(c) || "[【(（<*#".contains(c))
            .len();
    let (phrase_end, kind) = opening_phrase(&line[start.min(end)..end])?;
    let phrase_end = start + phrase_end;
    let rest = &line[phrase_end..];
    let (until, dated_end) = if kind == StatusKind::Embargoed { until(rest) } else { (None, None) };
    if kind == StatusKind::Embargoed && until.is_none() && rest.trim().chars().count() > 20 {
        return None;
    }
    let range = match kind {
        StatusKind::Embargoed if dated_end.is_some() => 0..line.trim_end().len(),
        _ => start..phrase_end,
    };
    if range.end == line.trim_end().len() && start > 0 {
        let opened = line.trim_start().starts_with(['[', '【', '(', '（']);
        return Some(FoundStatus { range: if opened { 0..range.end } else { range }, kind, until });
    }
    let closed = line[range.end..]
        .trim_matches(|c: char| c.is_whitespace() || script::is_dash(c) || "]】)）*>#:：.".contains(c))
        .is_empty();
    let range =
        if closed && line.trim_start().starts_with(['[', '【']) { 0..line.trim_end().len() } else { range };
    Some(FoundStatus { range, kind, until })
}

/// The phrase that `text` opens with, blanks left aside: its end and its kind.
fn opening_phrase(text: &str) -> Option<(usize, StatusKind)> {
    let mut tight = String::new();
    let mut ends = Vec::new();
    for (at, c) in text.char_indices().take(80) {
        if c.is_whitespace() {
            continue;
        }
        for c in cues::plain(c.encode_utf8(&mut [0; 4])).chars() {
            tight.push(c);
            ends.resize(tight.len(), at);
        }
        if let Some(last) = ends.last_mut() {
            *last = at + c.len_utf8();
        }
    }
    let (phrase, kind) = PHRASES.iter().find(|(phrase, _)| tight.starts_with(phrase.as_str()))?;
    let end = *ends.get(phrase.len() - 1)?;
    let word_goes_on = phrase.is_ascii() && text[end..].starts_with(|c: char| c.is_ascii_alphabetic());
    (!word_goes_on).then_some((end, *kind))
}

/// The moment that `text` names, and the end of its date.
fn until(text: &str) -> (Option<String>, Option<usize>) {
    let Some((date, range)) =
        date::find_all(text).into_iter().find_map(|found| Some((found.date?, found.range)))
    else {
        return (None, None);
    };
    let rest = format!("{} {}", &text[..range.start], &text[range.end..]);
    let clock = CLOCK.captures_iter(&rest).find_map(|caps| {
        let hour: i8 = caps["hour"].parse().ok()?;
        let minute = caps.name("minute").or_else(|| caps.name("minute2"));
        let marked = minute.is_some()
            || caps.name("ap").is_some()
            || caps.name("half").is_some()
            || caps[0].contains(['時', '时', '點', '点']);
        let minute: i8 = minute.map_or(Some(0), |m| m.as_str().parse().ok())?;
        let after_noon = caps.name("ap").is_some_and(|m| m.as_str().to_ascii_lowercase().starts_with('p'))
            || matches!(caps.name("half").map(|m| m.as_str()), Some("下午" | "晚上"));
        let midnight =
            caps.name("ap").is_some_and(|m| m.as_str().to_ascii_lowercase().starts_with('a')) && hour == 12;
        let hour = if midnight {
            0
        } else if after_noon && hour < 12 {
            hour + 12
        } else {
            hour
        };
        (marked && hour < 24 && minute < 60).then_some((hour, minute))
    });
    let (hour, minute) = clock.unwrap_or((0, 0));
    let zone = ZONES.iter().find(|(name, _)| names_zone(text, name)).map_or("", |&(_, offset)| offset);
    (Some(format!("{date}T{hour:02}:{minute:02}{zone}")), Some(range.end))
}

fn names_zone(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        !name.is_ascii()
            || !(word(text[..at].chars().next_back()) || word(text[at + name.len()..].chars().next()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instructions_open_their_line() {
        for line in [
            "FOR IMMEDIATE RELEASE",
            "FOR IMMEDIATERELEASE",
            "For immediate use",
            "即時發布",
            "【即時發佈】",
            "供即时发布",
        ] {
            let found = read(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((found.kind, found.range.end), (StatusKind::Immediate, line.len()), "{line}");
        }
        assert_eq!(read("The embargo on rice was lifted yesterday by the ministry."), None);
    }

    #[test]
    fn an_embargo_has_its_moment() {
        let until = |line: &str| read(line).and_then(|found| found.until).unwrap_or_default();
        assert_eq!(
            until("EMBARGOED UNTIL 10.00 AM (HKT), THURSDAY, 14 MARCH 2024"),
            "2024-03-14T10:00+08:00"
        );
        assert_eq!(until("【禁發：2024年10月6日（星期日）上午11時後方可發布】"), "2024-10-06T11:00");
        assert_eq!(until("Embargo: 00:01 GMT 5 June 2024"), "2024-06-05T00:01+00:00");
    }
}
