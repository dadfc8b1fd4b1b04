//! The day of a dateline.
//!
//! Takes a tag from where a day may start; gives the end of the day, with the weekday before it and the time and zone
//! after it, and the date where the year stands too.

use super::wire::wire_at;
use super::{REPORTS, starts_with_dash};
use crate::extract::date;
use crate::text::boundary;
use jiff::civil::Date;

/// A day without its year: "October 23", "23 October". Where it ends.
pub(super) fn day_at(text: &str) -> Option<usize> {
    let mut words = text.split_inclusive(' ');
    let bare = |word: &'_ str| word.trim_end_matches([' ', ',', '.']).len();
    let is_day = |word: &str| word.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
    let first = words.next()?;
    let first = &first[..bare(first)];
    let month_first = date::is_month(first);
    if !(month_first || is_day(first)) {
        return None;
    }
    // "March 17--The"
    let second = words.next()?.split("--").next()?;
    let second = &second[..bare(second)];
    if !(if month_first { is_day(second) } else { date::is_month(second) }) {
        return None;
    }
    Some(text[first.len()..].find(second)? + first.len() + second.len())
}

/// A Chinese day without its year, of which something is told: 8日讯, 3月8日電. Where it ends.
fn reported_day(text: &str) -> Option<usize> {
    let rest = &text[chinese_day(text)?..];
    let after = rest.trim_start().strip_prefix(REPORTS)?;
    Some(text.len() - after.len())
}

/// Where a Chinese day without its year ends: 8日, 3月8日.
pub(super) fn chinese_day(text: &str) -> Option<usize> {
    let mut rest = text;
    for (at, unit) in [['月', '月'], ['日', '号']].into_iter().enumerate() {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        match rest[digits..].strip_prefix(unit).filter(|_| (1..=2).contains(&digits)) {
            Some(after) => rest = after,
            None if at == 0 => {}
            None => return None,
        }
    }
    Some(text.len() - rest.len())
}

/// A date with what belongs to it in a tag: a weekday before, a time of day or 电 after, brackets around it.
pub(super) fn date_at(text: &str) -> Option<(usize, Option<Date>)> {
    if let Some(inner) = text.strip_prefix(['(', '（']) {
        let start = text.len() - inner.len();
        let (end, day) = date_at(inner)?;
        let close = inner[end..].chars().next().filter(|c| matches!(c, ')' | '）'))?;
        return Some((start + end + close.len_utf8(), day));
    }
    if !date::may_open_with_date(text) {
        return None;
    }
    let Some(found) = date::find_first(boundary::head(text, 60)) else {
        if let Some(end) = reported_day(text) {
            return Some((end, None));
        }
        let end = day_at(text)?;
        let rest = &text[end..];
        // "March 3 /PRNewswire/ --"
        let told = starts_with_dash(rest) || wire_at(rest.trim_start(), true).is_some();
        return told.then_some((end, None));
    };
    let before =
        text[..found.range.start].trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | '.'));
    // A weekday has a capital; "on" has none.
    let capital = !before.starts_with(|c: char| c.is_ascii_lowercase());
    let weekday = before.is_empty() || capital && before.chars().count() <= 9 && date::is_weekday(before);
    if !weekday {
        return None;
    }
    let mut end = found.range.end;
    let rest = &text[end..];
    let clock = rest.trim_start();
    let digits = clock.len() - clock.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':').len();
    if digits >= 4 && clock[..digits].contains(':') {
        end = text.len() - clock.len() + digits;
        end += zone_after(&text[end..]);
    } else if let Some(after) = rest.strip_prefix(REPORTS) {
        end = text.len() - after.len();
    }
    Some((end, found.date))
}

/// Where the zone ends that a time of day is followed by before the wire or the dash: "07:00 CET (GLOBE NEWSWIRE)".
fn zone_after(rest: &str) -> usize {
    /// Letters of the shortest and the longest.
    const LETTERS: std::ops::RangeInclusive<usize> = 2..=5;
    let Some(zone) = rest.strip_prefix(' ') else { return 0 };
    let letters = zone.len() - zone.trim_start_matches(|c: char| c.is_ascii_uppercase()).len();
    let parted = starts_with_dash(&zone[letters..]) || zone[letters..].starts_with(" (");
    if LETTERS.contains(&letters) && parted { 1 + letters } else { 0 }
}
