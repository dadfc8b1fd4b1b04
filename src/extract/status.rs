//! The release instruction: FOR IMMEDIATE RELEASE, 即時發布, an embargo and when it ends.
//!
//! Takes a line; gives the instruction that it opens with. The words are in the lexicon. A sentence that merely speaks
//! of an embargo is none, since the words do not open it.

use super::date;
use crate::lexicon::{cues, rows, status};
use crate::release::StatusKind;
use crate::text::boundary;
use crate::text::script::{self, COLUMN_GAP, Leads};
use jiff::tz::{Offset, TimeZone};
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

static ZONES: LazyLock<Vec<(&str, TimeZone)>> = LazyLock::new(|| {
    rows(include_str!("../lexicon/zones.tsv"))
        .filter_map(|row| Some((row.word, TimeZone::posix(row.class).ok()?)))
        .collect()
});

/// A time of day: "10.00 am", "4 p.m.", "16:30", 上午11時, 下午3時30分, 上午十時半, "00:01".
static CLOCK: LazyLock<Regex> = LazyLock::new(|| {
    const HAN: &str = "[〇零一二三四五六七八九十]";
    // Those of all scripts make a pattern that takes far longer to make.
    const DIGIT: &str = "[0-9０-９]";
    Regex::new(&format!(
        r"(?i)(?P<half>上午|下午|中午|正午|晚上|晚間|晚间|傍晚|凌晨|清晨|早上|晚)?\s*(?P<hour>{DIGIT}{{1,2}}|{HAN}{{1,3}})(?:\s*[:.：]\s*(?P<minute>{DIGIT}{{2}})|\s*[時时點点](?:\s*(?P<minute2>{DIGIT}{{1,2}}|{HAN}{{1,3}})\s*分|(?P<middle>半))?|)\s*(?P<ap>[ap]\.?m\b\.?|noon)?"
    ))
        .expect("the clock pattern is valid")
});

/// A time of day in four digits, which hours or a zone behind it tell from a year: 1900 GMT, 0001 hrs.
static FOUR_DIGITS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s*(?:h|hrs?|hours?|[A-Z]{2,4}T|GMT|UTC|BST)\b",
    )
    .expect("the pattern is valid")
});

/// The longest line that can be an instruction; longer ones are prose.
const LONGEST: usize = 240;

/// The instruction that `line` gives, when that is what the line is for; it may stand in a cell of its own beside the
/// masthead: "Press release    For immediate release", 新闻稿 | 即时发布.
pub(crate) fn read(line: &str) -> Option<FoundStatus> {
    read_parted(line, has_cells(line))
}

/// The same of a line that is `parted` if it has what parts cells; it may be so called as well where it has not.
pub(crate) fn read_parted(line: &str, parted: bool) -> Option<FoundStatus> {
    let of_cell = |start: usize| {
        let start = start + (line[start..].len() - line[start..].trim_start().len());
        let found = read_cell(&line[start..])?;
        Some(FoundStatus { range: start + found.range.start..start + found.range.end, ..found })
    };
    let parted = parted && line.len() <= LONGEST;
    // 新聞稿 即時發布: what says of what it is stands before it as a masthead. Few lines have an instruction there: it is looked
    // for first, the masthead before it only then.
    let behind =
        |start: usize| of_cell(start).filter(|_| is_masthead(&line[..start]) || is_day(&line[..start]));
    behind_masthead(line)
        .find_map(behind)
        .or_else(|| read_cell(line))
        .or_else(|| if parted { cells(line).find_map(of_cell) } else { None })
        .or_else(|| of_cell(after_label(line)?))
}

/// Where an instruction may start that a dash or a blank parts from the masthead: "News Release – For Immediate
/// Release", "NEWS FOR IMMEDIATE RELEASE", 新聞稿 即時發放.
fn behind_masthead(line: &str) -> impl Iterator<Item = usize> {
    /// Bytes of the longest masthead that an instruction follows on its line; a guess.
    const LONGEST: usize = 30;
    let head = boundary::head(line, LONGEST);
    let han = head.starts_with(script::is_han);
    let dash = DASHES.chars(head).find(|&(_, c)| !han && script::is_dash(c));
    let dashed = dash.map(|(at, dash)| at + dash.len_utf8());
    let blanks = head.match_indices(' ').map(|(at, _)| at + 1).filter(move |_| dashed.is_none());
    let most = if han { 1 } else { LONGEST };
    dashed
        .into_iter()
        .chain(blanks.filter(move |&at| han || line[at..].starts_with(char::is_uppercase)).take(most))
}

/// Where the instruction starts behind a label that says it is one: 發布要求：|請於….
fn after_label(line: &str) -> Option<usize> {
    /// Bytes of the longest such label.
    const LONGEST: usize = 30;
    let head = boundary::head(line, LONGEST);
    if !head.starts_with(script::is_han) {
        return None;
    }
    let (label, _) = head.split_once(['：', ':'])?;
    status::is_label(label)
        .then(|| label.len() + line[label.len()..].chars().next().map_or(0, char::len_utf8))
}

/// First bytes of dashes.
static DASHES: Leads = Leads::of(&[b'-', 0xe2, 0xef]);

/// Whether `part` is a day and the dash behind it: "3 September 2025 - ".
fn is_day(part: &str) -> bool {
    let day = part.trim_end_matches(|c: char| c == ' ' || script::is_dash(c));
    date::find_first(day).is_some_and(|found| found.range == (0..day.len()))
}

/// Whether `part`, the dash or blank at its end left out, is a masthead.
fn is_masthead(part: &str) -> bool {
    cues::is_masthead(part.trim_end_matches(|c: char| c == ' ' || script::is_dash(c)))
}

/// First bytes of what parts cells.
static JOINTS: Leads = Leads::of(&[b'\t', b'|', 0xe3, 0xef]);

/// Where the parts start after bars, tabs or blanks as wide as between columns.
fn cells(line: &str) -> impl Iterator<Item = usize> {
    let marks = JOINTS.chars(line).filter(|&(_, c)| matches!(c, '\t' | '\u{3000}' | '|' | '｜'));
    // To look for gaps has to be made ready for every line.
    let spaced = if script::has_double_space(line) { Some(line) } else { None };
    let gaps = spaced.into_iter().flat_map(|line| line.match_indices(COLUMN_GAP));
    marks.map(|(at, mark)| at + mark.len_utf8()).chain(gaps.map(|(at, gap)| at + gap.len()))
}

/// Whether a line has what parts cells.
fn has_cells(line: &str) -> bool {
    let bytes = line.as_bytes();
    memchr::memchr2(b'\t', b'|', bytes).is_some()
        || script::has_column_gap(line)
        || !bytes.is_ascii()
            && (script::has_char(line, *b"\xe3\x80\x80") || script::has_char(line, *b"\xef\xbd\x9c"))
}

/// The same of a line or cell that is the instruction.
fn read_cell(line: &str) -> Option<FoundStatus> {
    let end = boundary::floor(line, LONGEST);
    let start = line.len()
        - line
            .trim_start_matches(|c: char| match c {
                '[' | '【' | '(' | '（' | '<' | '*' | '#' | '※' => true,
                c => c.is_whitespace() || script::is_dash(c),
            })
            .len();
    let Some((phrase_end, kind)) = status::opening_phrase(&line[start.min(end)..end]) else {
        return after_moment(line);
    };
    let phrase_end = start + phrase_end;
    let rest = &line[phrase_end..];
    let (until, dated_end) = if kind == StatusKind::Embargoed { until(rest) } else { (None, None) };
    // "Embargoed until 00:01, Thursday 18 June": the year is that of the release.
    let of_day = kind == StatusKind::Embargoed && until.is_none() && is_day_and_hour(rest);
    let told = || until.is_some() || of_day || names_hour(rest);
    if kind == StatusKind::Embargoed && !told() && rest.trim().chars().count() > 20 {
        return None;
    }
    let range = match kind {
        StatusKind::Embargoed if dated_end.is_some() || of_day => 0..line.trim_end().len(),
        // "Not for publication before 6.30 p.m.", the day on the next line.
        StatusKind::Embargoed if is_hour(rest) => start..line.trim_end().len(),
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

/// Whether `text` names an hour with its zone: its day may stand on the next line.
fn names_hour(text: &str) -> bool {
    /// Bytes in which it stands; a guess.
    const OPENING: usize = 40;
    let head = boundary::head(text, OPENING);
    let clock =
        CLOCK.captures_iter(head).any(|caps| caps.name("minute").is_some() || caps.name("ap").is_some());
    clock && ZONES.iter().any(|(name, _)| names_zone(head, name).is_some())
}

/// Whether `text` names a day without its year, or a weekday, and says no more than when: "until 10 a.m. on 18 June",
/// 於6月18日上午10時後刊登.
fn is_day_and_hour(text: &str) -> bool {
    /// Characters of the longest; a guess.
    const LONGEST: usize = 60;
    let text = text.trim().trim_end_matches(is_edge);
    // "10 a.m. Eastern"
    let sentence = text.match_indices(". ").any(|(at, _)| !text[..at].ends_with(['m', 'M']));
    let short = text.chars().nth(LONGEST).is_none() && !sentence && !text.contains(['。', '；']);
    short && date::names_day(text)
}

/// Whether `text` is a time of day and nothing else.
fn is_hour(text: &str) -> bool {
    let text = text.trim();
    CLOCK.captures(text).is_some_and(|caps| {
        let told = caps.name("minute").is_some() || caps.name("ap").is_some();
        told && caps.get(0).is_some_and(|clock| clock.len() == text.len())
    })
}

/// An instruction whose words stand after the moment: 【2024年6月7日10:00後方可刊登】, 2024年6月7日10:00解禁.
fn after_moment(line: &str) -> Option<FoundStatus> {
    /// No such line is longer, in bytes; a guess.
    const LONGEST: usize = 160;
    // The last letter tells most lines.
    let last = line.chars().rev().find(|&c| !is_edge(c))?;
    if line.len() > LONGEST || !status::may_close(last) {
        return None;
    }
    let bare = line.trim_matches(is_edge);
    let closing = status::closing_start(bare).filter(|_| date::may_hold_year(line))?;
    if bare.contains(['，', '。', ',']) {
        return None;
    }
    let first = date::find_all(&bare[..closing]).into_iter().next()?.range;
    let until = until(&bare[..closing]).0?;
    // 本稿2024年6月7日10:00前請勿發布
    let opened = status::is_opening(&bare[..first.start]);
    let fits = opened && !date::says_more(&bare[first.end..closing]);
    let (whole, start) = (line.trim(), line.len() - line.trim_start().len());
    fits.then(|| FoundStatus {
        range: start..start + whole.len(),
        kind: StatusKind::Embargoed,
        until: Some(until),
    })
}

/// What may stand around such an instruction.
fn is_edge(c: char) -> bool {
    match c {
        '\u{4e00}'..='\u{9fff}' => false,
        '[' | ']' | '(' | ')' | '<' | '>' | '*' | '#' | '!' | '【' | '】' | '（' | '）' | '《' | '》'
        | '。' | '！' => true,
        c => c.is_whitespace() || script::is_dash(c),
    }
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
        let hour = number(&caps["hour"])?;
        let minute = caps.name("minute").or_else(|| caps.name("minute2"));
        let marked = minute.is_some()
            || caps.name("ap").is_some()
            || caps.name("half").is_some()
            || caps[0].contains(['時', '时', '點', '点']);
        let middle = if caps.name("middle").is_some() { 30 } else { 0 };
        let minute = minute.map_or(Some(middle), |m| number(m.as_str()))?;
        let half = caps.name("half").map(|m| m.as_str());
        let after_noon = caps.name("ap").is_some_and(|m| m.as_str().to_ascii_lowercase().starts_with('p'))
            || half.is_some_and(|half| half.starts_with(['下', '晚', '傍']))
            || half.is_some_and(|half| half.ends_with('午')) && hour == 1;
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
    let four_digits = || {
        let caps = FOUR_DIGITS.captures(&rest)?;
        Some((number(&caps["hour"])?, number(&caps["minute"])?))
    };
    let (hour, minute) = clock.or_else(four_digits).unwrap_or((0, 0));
    // Of several zones the first is that of the first time of day.
    let zone = ZONES
        .iter()
        .filter_map(|(name, zone)| Some((names_zone(text, name)?, zone)))
        .min_by_key(|&(at, _)| at);
    let moment = date.at(hour, minute, 0, 0);
    let offset = zone
        .and_then(|(_, zone)| moment.to_zoned_datetime(zone.clone()).ok())
        .map(|zoned| offset_of(zoned.offset()));
    (Some(format!("{date}T{hour:02}:{minute:02}{}", offset.unwrap_or_default())), Some(range.end))
}

/// An hour or minutes in digits or numerals: 10, 十, 三十.
fn number(text: &str) -> Option<i8> {
    text.parse().ok().or_else(|| i8::try_from(date::value_of(text)?).ok())
}

/// `+08:00`.
fn offset_of(offset: Offset) -> String {
    let minutes = offset.seconds() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

/// Where `text` names the zone.
fn names_zone(text: &str, name: &str) -> Option<usize> {
    text.match_indices(name).map(|(at, _)| at).find(|&at| {
        let word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        !name.is_ascii()
            || !(word(text[..at].chars().next_back()) || word(text[at + name.len()..].chars().next()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_embargo_may_leave_out_the_year() {
        for line in [
            "STRICTLY EMBARGOED UNTIL 00:01, THURSDAY 18 JUNE",
            "Embargoed until 10am on 18 June",
            "EMBARGO: 00.01 Thursday 18th June",
            "Under embargo until Thursday, June 18 at 10 a.m. Eastern",
            "Embargoed until Thursday",
            "【本稿請於6月18日上午10時記者會開始後刊登】",
            "（請於六月十八日後刊登）",
        ] {
            let found = read(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((found.kind, found.range), (StatusKind::Embargoed, 0..line.len()), "{line}");
        }
        assert!(
            read("Embargoed until now, the letters of the miller tell of a hard winter on the moor.")
                .is_none()
        );
    }

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
        let found = read("Press release\tFor immediate release").expect("an instruction in a cell");
        assert_eq!(found.range, 14..35);
        assert!(read("新闻稿 | 即时发布").is_some());
        let found = read("3 September 2025 - Immediate Release").expect("an instruction after a day");
        assert_eq!(found.range.start, "3 September 2025 - ".len());
        assert!(
            read("NEWS FOR IMMEDIATE RELEASE:").is_some() && read("News for immediate release").is_none()
        );
        let found = read("News Release – For Immediate Release").expect("an instruction after a masthead");
        assert_eq!(found.range, "News Release – ".len().."News Release – For Immediate Release".len());
        let behind = "新聞稿 ".len().."新聞稿 即時發放".len();
        assert_eq!(read("新聞稿 即時發放").map(|found| found.range), Some(behind));
        assert!(read("Weir – For Immediate Release").is_none());
        let found = read("發布要求：請於3月8日上午11時後發布").expect("an instruction behind its label");
        assert_eq!(found.range.start, "發布要求：".len());
        assert_eq!(found.kind, StatusKind::Embargoed);
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
        assert_eq!(until("請惠予於2024年10月6日晚間七時三十分後刊登"), "2024-10-06T19:30");
        // The day may stand on the next line.
        let hour = "EMBARGO: Not for publication or broadcast before 6.30 p.m.";
        assert_eq!(read(hour).map(|found| found.range), Some(0..hour.len()));
        assert_eq!(until(&format!("{hour} on Thursday, 12 October 1989")), "1989-10-12T18:30");
        assert_eq!(until("限時發放：2024年10月6日（星期日）上午十一時"), "2024-10-06T11:00");
        assert_eq!(until("Embargo: 00:01 GMT 5 June 2024"), "2024-06-05T00:01+00:00");
        assert_eq!(
            until("Embargoed until 4 a.m. CT/5 a.m. ET, Monday, Jan. 6, 2025"),
            "2025-01-06T04:00-06:00"
        );
        assert_eq!(until("Embargoed until 5 a.m. ET, Tuesday, May 14, 2024"), "2024-05-14T05:00-04:00");
        assert_eq!(until("EMBARGOED until 1900 GMT Thursday 6 March 2025"), "2025-03-06T19:00+00:00");
        assert_eq!(
            until("STRICTLY EMBARGOED UNTIL 00.01 HRS ON THURSDAY 6TH MARCH 2025"),
            "2025-03-06T00:01"
        );
        assert_eq!(until("禁止发布至2025年3月6日9:00"), "2025-03-06T09:00");
    }

    #[test]
    fn an_instruction_may_stand_around_its_moment() {
        let until = |line: &str| read(line).and_then(|found| found.until);
        for line in [
            "請於2031年4月9日上午十時半後發布",
            "本新聞稿請於2031年4月9日（星期三）上午10時30分後方可刊登",
            "【2031年4月9日10:30解禁】",
            "2031年4月9日10:30前請勿對外發布",
        ] {
            assert_eq!(until(line).as_deref(), Some("2031-04-09T10:30"), "{line}");
            assert_eq!(read(line).map(|found| found.range), Some(0..line.len()), "{line}");
        }
        for line in [
            "學會於2031年4月9日後公布",
            "請於2031年4月9日前報名",
            "請於2031年4月9日上午十時到場拍攝後發布",
            "後發布",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn every_zone_has_a_rule() {
        assert_eq!(ZONES.len(), rows(include_str!("../lexicon/zones.tsv")).count());
    }
}
