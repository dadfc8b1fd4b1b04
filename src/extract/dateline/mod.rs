//! The place-and-date tag that opens a lead paragraph.
//!
//! Takes the start of a paragraph; gives the tag with its place, date and wire. A tag has a place and, beside it, a
//! date, a wire, or brackets or a dash that set it off; an ordinary sentence with a dash in it has none of these. A
//! date without a place is no dateline, nor is 【記者…】.

use super::date;
use crate::lexicon::places;
use crate::text::boundary;
use crate::text::script;
use day::{chinese_day, date_at};
use jiff::civil::Date;
use opening::{may_be_tag, opens_prose};
pub(crate) use place::is_certain_place;
use place::{before_dash, place_at, set_off_place};
use std::ops::Range;
use wire::{closing_wire, unknown_wire, wire_at};

mod day;
mod opening;
mod place;
mod wire;

/// A dateline at the start of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FoundDateline {
    /// The tag without its closing dash.
    pub(crate) range: Range<usize>,
    pub(crate) place: Option<Range<usize>>,
    pub(crate) date: Option<Date>,
    pub(crate) wire: Option<Range<usize>>,
}

/// The longest dateline looked for, in bytes; the longest collected has 90.
const LONGEST: usize = 160;

/// Marks between the parts of a tag, besides blanks and dashes.
const PARTING: [char; 13] = [',', '，', '、', '•', '|', '｜', ';', '；', '﹐', '．', '·', '・', '‧'];

/// What a Chinese tag of a place ends with: 台北訊.
const NEWS: [char; 2] = ['讯', '訊'];

/// What one of a day ends with: 5日电.
pub(super) const REPORTS: [char; 4] = ['电', '電', '讯', '訊'];

/// The dateline that `text` opens with.
pub(crate) fn read(text: &str) -> Option<FoundDateline> {
    let head = boundary::head(text, LONGEST);
    // Most texts open as prose does or have none of a tag's signs.
    if opens_prose(head) || !(date::may_hold_year(head) || may_be_tag(head)) {
        return None;
    }
    let mut found = bracketed(head).or_else(|| open(head))?;
    if found.is_american(head) {
        found.date = found.month_first(head);
    }
    Some(found)
}

impl FoundDateline {
    /// The day as the United States read it, the month first, where `text`, which was read, prints it in numbers.
    pub(crate) fn month_first(&self, text: &str) -> Option<Date> {
        let tag = &text[self.range.clone()];
        self.date.and_then(|_| date::find_first(tag)?.month_first(tag)).or(self.date)
    }

    /// Whether its place has a state of the United States: "AUSTIN, Texas (3/5/2025)".
    fn is_american(&self, text: &str) -> bool {
        let region = self.place.clone().and_then(|place| text[place].rsplit_once(','));
        region.is_some_and(|(_, region)| places::is_american(region.trim()))
    }
}

/// Where the dateline starts of a release whose lines ran together, and where the stamp of a service before it starts
/// and ends: behind the title, "Weir Mill Opens | LEEDS, March 5, 2024 –". It has a day or a wire, and its place is
/// known, or in capitals that no other word before it has.
pub(crate) fn inside(text: &str) -> Vec<usize> {
    /// How far into the text it is sought, in bytes: past a title with its decks.
    const REACH: usize = 1_000;
    /// Bytes of the longest place that is no title: "AMSTERDAM and PARIS".
    const LONGEST: usize = 40;
    if read(text).and_then(|found| found.place).is_some_and(|place| place.len() <= LONGEST) {
        return Vec::new();
    }
    let head = boundary::head(text, REACH);
    let opens = |c: char| c.is_uppercase() || script::is_cjk(c);
    let starts = head.match_indices(char::is_whitespace).map(|(at, blank)| at + blank.len());
    let starts = std::iter::once(0).chain(starts).filter(|&at| text[at..].starts_with(opens));
    // Where it is, and whether a dash closes it.
    let told = |at: usize| {
        let found = read(&text[at..])?;
        let place = &text[at..][found.place?];
        let before = head[..at].split_whitespace().next_back().unwrap_or("");
        let town = place.split(',').next().unwrap_or("");
        // "RELEASE LINCOLN, Neb.": a word in capitals before it may be none of the town's name.
        let apart = !(is_upper(town) && is_upper(before));
        let certain = places::is_known(town) || apart && (is_certain_place(place) || is_upper(place));
        let closed = found.date.is_some() || found.wire.is_some();
        let end = at + found.range.end;
        (closed && certain).then(|| (at..end, starts_with_dash(&text[end..])))
    };
    let mut found = starts.filter_map(told);
    let Some((first, dash)) = found.next().filter(|(first, _)| first.start > 0) else { return Vec::new() };
    if dash {
        return vec![first.start];
    }
    // The stamp of a service stands before the deck: "WEIR, March 5, 2024 | Mill to grow | WEIR, March 5, 2024 –".
    match found.find(|(_, dash)| *dash) {
        Some((second, _)) if second.start > first.end => vec![first.start, first.end, second.start],
        Some((second, _)) => vec![second.start],
        None => vec![first.start],
    }
}

/// Whether nothing but the name of who issues it follows the tag of `line`, a day and a place between dashes.
pub(crate) fn names_issuer(line: &str) -> bool {
    /// Bytes of the longest name, and letters of the longest of its words that may be small; guesses.
    const LONGEST: usize = 80;
    const SMALL: usize = 3;
    let Some(found) = read(line).filter(|found| found.place.as_ref().is_some_and(|place| place.start > 0))
    else {
        return false;
    };
    let name = line[found.range.end..].trim_matches(|c: char| c.is_whitespace() || script::is_dash(c));
    let small = |word: &str| word.len() <= SMALL || word.starts_with(char::is_uppercase);
    found.date.is_some() && (1..=LONGEST).contains(&name.len()) && name.split(' ').all(small)
}

/// `(Hong Kong, 14 March 2024)`, `（2024年8月28日，香港）`, `【中国苏州，2024年11月28日】`, `(Miami, FL)`.
fn bracketed(head: &str) -> Option<FoundDateline> {
    let first = head.chars().next()?;
    let close = match first {
        '(' => ')',
        '（' => '）',
        '【' => '】',
        '[' => ']',
        '［' => '］',
        '〔' => '〕',
        _ => return None,
    };
    let open = first.len_utf8();
    let close_at = head[open..].find([close, ')', '）'])? + open;
    let end = close_at + head[close_at..].chars().next()?.len_utf8();
    let inside = head[open..close_at].trim();
    let start = open + (head[open..close_at].len() - head[open..close_at].trim_start().len());
    let close_at = start + inside.len();
    let parts = components(head, start, close_at)?;
    let known = parts.place.as_ref().is_some_and(|place| is_certain_place(&head[place.clone()]));
    // （石澳8日訊）
    let told = (parts.date.is_some() || parts.is_report) && parts.place.is_some();
    // （宿水，2025年3月5日） on a line of its own may be anything.
    let heads = known || parts.is_report || !head[end..].trim().is_empty();
    let filled = parts.end == close_at || known && is_rest_of_day(&head[parts.end..close_at]);
    if !filled || !(told && heads || known) {
        return None;
    }
    let (end, date) = match dated_after(&head[end..]).filter(|_| parts.date.is_none()) {
        Some((after, date)) => (end + after, date),
        None => (end, parts.date),
    };
    Some(FoundDateline { range: 0..end, place: parts.place, date, wire: parts.wire })
}

/// Whether what ends a tag in brackets is the weekday of its day, or a day without its year: （香港，2025年3月5日，星期三）,
/// （香港，3月5日）.
fn is_rest_of_day(rest: &str) -> bool {
    let rest = rest.trim_matches(|c: char| c.is_whitespace() || PARTING.contains(&c));
    date::is_weekday(rest) || chinese_day(rest).is_some_and(|end| end == rest.len())
}

/// The day between a place in brackets and a dash, and where it ends: "(Weir, Ohio) March 5, 2024 –".
fn dated_after(rest: &str) -> Option<(usize, Option<Date>)> {
    let text = rest.trim_start_matches([' ', ',']);
    let (end, day) = date_at(text).filter(|(_, day)| day.is_some())?;
    starts_with_dash(&text[end..]).then_some((rest.len() - text.len() + end, day))
}

/// A tag without brackets around it.
fn open(head: &str) -> Option<FoundDateline> {
    let parts = components(head, 0, head.len())?;
    let rest = &head[parts.end..];
    let Some(place) = parts.place.clone() else {
        // "March 5, 2024 – Weir Mill today": a day alone, before a sentence that is no entry of a list.
        let day = parts.date.filter(|_| starts_with_dash(rest) && opens_sentence(rest))?;
        return Some(FoundDateline { range: 0..parts.end, place: None, date: Some(day), wire: parts.wire });
    };
    // Nothing but a place names its country in brackets: "Weirtown [India], March 5:".
    let certain = || is_certain_place(&head[place.clone()]) || head[place.clone()].ends_with(']');
    let rest_of_day = if parts.date.is_some() { past_listing(rest) } else { rest };
    let dash = starts_with_dash(rest_of_day.strip_prefix('.').unwrap_or(rest_of_day))
        || parts.date.is_some() && closes_as_parted(&head[..parts.end], rest, certain);
    // 2025年7月15日 16:20 江苏 is the stamp of a page.
    if head[..place.start].contains(':') && !dash {
        return None;
    }
    let runs_in = rest.trim_start().starts_with([',', '，', '：', ':']) || rest.trim().is_empty();
    let accepted = if let Some(wire) = parts.wire.clone() {
        // Capitals in brackets may be the short form of any name: "Ferry Workers' Union (FWU)".
        let known = places::wire_prefix(&head[wire.clone()]).is_some();
        // Before a name that is no place it is who sends the release out: "Marketwired Weir Works".
        dash || known && runs_in && wire.start > place.start || parts.date.is_some() || certain()
    } else if parts.date.is_some() {
        let follows = runs_in || parts.is_report || is_set_before_prose(&parts, rest);
        dash || follows && certain() || ends_as_sentence(rest) || {
            let name = &head[place.clone()];
            is_upper(name) && rest.starts_with([':', '：']) || is_dated_town(name, rest)
        }
    } else {
        let name = &head[place.clone()];
        let told = || {
            is_upper(name) && (name.contains(['/', ',']) || parts.has_day || is_lone_place(name, rest))
                || is_in_region(name)
        };
        // 石澳訊　磨坊…
        let reported = parts.is_report && rest.starts_with(char::is_whitespace) && certain();
        (dash && (certain() || told()) || names_its_region(name, rest) || reported) && name.len() <= 40
    };
    accepted.then_some(FoundDateline {
        range: 0..parts.end,
        place: parts.place,
        date: parts.date,
        wire: parts.wire,
    })
}

/// Whether what follows a dash is as long as a sentence: the head of the text goes on to its end.
fn opens_sentence(rest: &str) -> bool {
    /// Characters of the longest entry of a list of days; a guess.
    const LONGEST: usize = 60;
    let wide = rest.chars().map(|c| if script::is_han(c) { 2 } else { 1 }).sum::<usize>();
    wide > LONGEST
}

/// Whether a day and a place are set before a Chinese sentence with nothing but a blank between: 2025年3月5日 台北　磨坊….
fn is_set_before_prose(parts: &Parts, rest: &str) -> bool {
    /// Characters of the shortest such sentence; fewer are a place where something is held.
    const SHORTEST: usize = 20;
    let sentence = rest.trim_start();
    let parted =
        sentence.len() < rest.len() && parts.place.as_ref().is_some_and(|place| place.end == parts.end);
    let long = || sentence.chars().nth(SHORTEST).is_some() && sentence.contains(['，', '、', '。']);
    parted && sentence.starts_with(script::is_han) && long()
}

/// "WEIRTON, Northmoor": a town in capitals and the region in which it lies, whatever that is, in other letters.
fn is_in_region(name: &str) -> bool {
    /// Bytes of the shortest town, and words of the longest region; guesses.
    const SHORTEST: usize = 4;
    const MOST: usize = 2;
    let Some((town, region)) = name.split_once(", ") else { return false };
    let words = || region.split(' ');
    let named = words().count() <= MOST && words().all(|word| word.starts_with(char::is_uppercase));
    is_upper(town) && town.len() >= SHORTEST && !places::is_notice(town) && named && !date::is_weekday(region)
}

fn is_upper(name: &str) -> bool {
    name.chars().any(char::is_uppercase) && !name.chars().any(char::is_lowercase)
}

/// "Weir, 25 October 2025. The jury": a full stop instead of a dash, and a sentence.
fn ends_as_sentence(rest: &str) -> bool {
    rest.strip_prefix(". ").is_some_and(|rest| rest.starts_with(|c: char| c.is_uppercase() || c == '“'))
}

/// "Weirtown, 8 August 2025: Nine boats", "Port na Weir, 8 August 2025: Nine boats": a word that is none of notices, or a few
/// with capitals, at the start of the line, with a day and a sentence after it.
fn is_dated_town(name: &str, rest: &str) -> bool {
    /// Letters of the shortest town, and words of the shortest sentence; guesses.
    const SHORTEST: usize = 4;
    const FEWEST: usize = 4;
    /// Words of the longest, and letters of those that may be small.
    const LONGEST: usize = 4;
    const SMALL: usize = 3;
    let named = |word: &str| {
        let small = word.chars().count() <= SMALL || word.chars().any(char::is_uppercase);
        small && word.chars().all(char::is_alphabetic) && !date::is_weekday(word) && !date::is_month(word)
    };
    let first = name.split(' ').next().unwrap_or("");
    let word = first.chars().nth(SHORTEST - 1).is_some()
        && name.starts_with(char::is_uppercase)
        && !places::is_notice(first)
        && name.split(' ').count() <= LONGEST
        && name.split(' ').all(named);
    let sentence = rest.strip_prefix(": ").is_some_and(|rest| {
        rest.starts_with(char::is_uppercase) && rest.split_whitespace().nth(FEWEST - 1).is_some()
    });
    word && sentence && !places::is_notice(name) && !date::is_weekday(name) && !date::is_month(name)
}

/// "Weirtown, Nigeria: The mill": a colon instead of a dash, after a place and the country or state that it lies in.
fn names_its_region(name: &str, rest: &str) -> bool {
    rest.strip_prefix(": ").is_some_and(|rest| rest.starts_with(char::is_uppercase))
        && name.rsplit_once(", ").is_some_and(|(_, region)| places::is_region(region))
}

/// "ALDERMERE – On Monday", "ALDER FALLS – On Monday": one word in capitals that is no word of notices (UPDATE, NOTE), or
/// two or three of which one is common in names of towns, set off by a wide dash; or a word that names of places open
/// with, and one more: "FORT ALDER - On Monday".
fn is_lone_place(name: &str, rest: &str) -> bool {
    let opened = name.split_once(' ').filter(|(first, _)| places::is_opener(first));
    if opened.is_some_and(|(_, second)| second.len() >= 3 && second.chars().all(char::is_alphabetic)) {
        return true;
    }
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let wide = rest.trim_start().starts_with(['–', '—']) || rest.trim_start().starts_with("--");
    if letters < 4 || !wide || places::is_notice(name) {
        return false;
    }
    let mut words = name.split(' ');
    let several = (2..=3).contains(&words.clone().count());
    name.chars().all(char::is_alphabetic) || several && words.any(places::is_part_of_name)
}

/// The parts of a tag, in whatever order, and where they end.
#[derive(Debug, Default)]
struct Parts {
    place: Option<Range<usize>>,
    date: Option<Date>,
    wire: Option<Range<usize>>,
    /// Whether a day without its year stands in it.
    has_day: bool,
    /// Whether 电 or 訊 follows the day.
    is_report: bool,
    end: usize,
}

/// Reads places, dates, wires and the marks between them from `at` up to `limit`.
fn components(head: &str, at: usize, limit: usize) -> Option<Parts> {
    let mut parts = Parts { end: at, ..Parts::default() };
    let mut at = at;
    let mut has_date = false;
    while at < limit {
        let next = skip_marks(head, at, limit);
        let text = &head[next..limit];
        if !has_date && let Some((end, day)) = date_at(text) {
            parts.date = day;
            parts.has_day = day.is_none();
            parts.is_report = text[..end].ends_with(REPORTS);
            has_date = true;
            at = next + end + day_again(&text[end..], day);
        } else if parts.wire.is_none()
            && let Some((wire, end)) = wire_at(text, parts.place.is_some())
        {
            parts.wire = Some(next + wire.start..next + wire.end);
            at = next + end;
            // (Newsfile Corp. - January 22, 2025)
            let inside =
                text[wire.end..end].trim_start_matches(|c: char| c.is_whitespace() || script::is_dash(c));
            if !has_date && let Some((_, day)) = date_at(inside) {
                parts.date = day;
                has_date = true;
            }
        } else if parts.place.is_none()
            && let Some(end) = before_dash(text, has_date)
                .or_else(|| place_at(text))
                .or_else(|| set_off_place(text, &head[..next]))
        {
            parts.place = Some(next..next + end);
            // 台北訊
            let report = head[next + end..limit].chars().next().filter(|c| NEWS.contains(c));
            at = next + end + report.map_or(0, char::len_utf8);
            parts.is_report |= report.is_some();
        } else if let Some(stroke) = text.chars().next().filter(|c| matches!(c, '/' | '／'))
            && let rest = text[stroke.len_utf8()..].trim_start()
            && (date_at(rest).is_some() || has_date && parts.place.is_none() && place_at(rest).is_some())
        {
            // 3月8日／石澳──
            at = next + stroke.len_utf8();
            continue;
        } else if parts.place.is_some()
            && !has_date
            && let Some(rest) = text.strip_prefix(": ")
            && date_at(rest).is_some()
        {
            // "Weirtown, MA: March 5, 2024 –"
            at = limit - rest.len();
            continue;
        } else if parts.place.is_none()
            && has_date
            && let Some((place, end)) = place_in_brackets(text)
        {
            // 2024年3月5日（香港）：
            parts.place = Some(next + place.start..next + place.end);
            at = next + end;
        } else if parts.wire.is_none()
            && parts.place.is_some()
            && !has_date
            && let Some(end) = unknown_wire(text, &head[at..next])
        {
            parts.wire = Some(next..next + end);
            at = next + end;
        } else if parts.wire.is_none()
            && parts.place.is_some()
            && has_date
            && let Some(end) = closing_wire(text, &head[at..next])
        {
            parts.wire = Some(next..next + end);
            at = next + end;
        } else {
            break;
        }
        parts.end = at;
    }
    (parts.end > 0).then_some(parts)
}

/// Where the same day ends that a wire sets again behind the writer's own: "Nov 12, 2020, Nov. 12, 2020 (GLOBE NEWSWIRE)".
fn day_again(rest: &str, day: Option<Date>) -> usize {
    let Some(again) = rest.strip_prefix(", ").filter(|_| day.is_some()) else { return 0 };
    date_at(again).filter(|(_, other)| *other == day).map_or(0, |(end, _)| rest.len() - again.len() + end)
}

/// A known place alone in brackets, and where they end.
fn place_in_brackets(text: &str) -> Option<(Range<usize>, usize)> {
    let inner = text.strip_prefix(['(', '（'])?;
    let start = text.len() - inner.len();
    let end = place_at(inner).filter(|&end| is_certain_place(&inner[..end]))?;
    let close = inner[end..].chars().next().filter(|c| matches!(c, ')' | '）'))?;
    Some((start..start + end, start + end + close.len_utf8()))
}

/// Passes blanks, commas, strokes and single dashes that part the components.
fn skip_marks(head: &str, at: usize, limit: usize) -> usize {
    let text = &head[at..limit];
    at + text
        .find(|c: char| !(c.is_whitespace() || script::is_dash(c) || PARTING.contains(&c)))
        .unwrap_or(text.len())
}

/// Where the brackets end in which the signs of the shares stand between the day and the dash: "(TSXV: WEIR; OTCQB: WEIRF) –".
fn past_listing(rest: &str) -> &str {
    let listed = rest.trim_start().strip_prefix('(').and_then(|inner| inner.split_once(')'));
    match listed {
        Some((listing, after)) if listing.contains(": ") && listing.starts_with(char::is_uppercase) => after,
        _ => rest,
    }
}

/// A stroke or a bar that closes a tag whose parts such ones part: "Weirtown, CA / March 5, 2024 / Weir Mill". Bars part
/// the lines of a page as well, so that the place must be `certain` before them.
fn closes_as_parted(tag: &str, rest: &str, certain: impl FnOnce() -> bool) -> bool {
    let closes = |mark: char| rest.trim_start().starts_with(mark) && tag.contains(mark);
    closes('/') || closes('|') && certain()
}

/// A dash that closes the tag.
fn starts_with_dash(rest: &str) -> bool {
    let spaced = rest.starts_with(char::is_whitespace);
    let rest = rest.trim_start();
    rest.starts_with(|c: char| c != '-' && script::is_dash(c))
        || rest.starts_with("--")
        || (rest.starts_with('-') && (spaced || rest.starts_with("- ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wire_sets_the_day_again() {
        assert_eq!(
            parts("WEIRTON, Ohio, Nov 12, 2020, Nov. 12, 2020 (GLOBE NEWSWIRE) -- Weir Mill today"),
            "WEIRTON, Ohio, Nov 12, 2020, Nov. 12, 2020 (GLOBE NEWSWIRE)|WEIRTON, Ohio|2020-11-12|GLOBE NEWSWIRE"
        );
        assert_eq!(
            parts("WEIRTON, Ohio, Nov 12, 2020, Nov. 13, 2020 (GLOBE NEWSWIRE) -- Weir Mill today"),
            "WEIRTON, Ohio, Nov 12, 2020|WEIRTON, Ohio|2020-11-12|-"
        );
    }

    /// `tag|place|date|wire`.
    fn parts(text: &str) -> String {
        let Some(found) = read(text) else { return "none".to_owned() };
        let part = |range: Option<Range<usize>>| range.map_or("-", |range| &text[range]);
        let date = found.date.map_or("-".to_owned(), |date| date.to_string());
        format!("{}|{}|{}|{}", &text[found.range.clone()], part(found.place), date, part(found.wire))
    }

    #[test]
    fn english_forms() {
        let cases = [
            (
                "LEEDS, March 5, 2024 /PRNewswire/ -- The",
                "LEEDS, March 5, 2024 /PRNewswire/|LEEDS|2024-03-05|PRNewswire",
            ),
            (
                "Coeur d'Moor, Idaho, March 5, 2024 – The",
                "Coeur d'Moor, Idaho, March 5, 2024|Coeur d'Moor, Idaho|2024-03-05|-",
            ),
            (
                "Basel, Switzerland, and Leeds, UK, March 5, 2024 – The",
                "Basel, Switzerland, and Leeds, UK, March 5, 2024|Basel, Switzerland, and Leeds, UK|2024-03-05|-",
            ),
            ("LEEDS & TOKYO – The", "LEEDS & TOKYO|LEEDS & TOKYO|-|-"),
            (
                "NEW YORK, March 3 /PRNewswire-FirstCall/ -- The",
                "NEW YORK, March 3 /PRNewswire-FirstCall/|NEW YORK|-|PRNewswire-FirstCall",
            ),
            (
                "MADISON, WI--(Marketwire - Apr 13, 2011) - The",
                "MADISON, WI--(Marketwire - Apr 13, 2011)|MADISON, WI|2011-04-13|Marketwire",
            ),
            ("Marketwired Weir Works", "none"),
            (
                "Newswise — LEXINGTON, Ky. (Nov. 29, 2023) — The",
                "Newswise — LEXINGTON, Ky. (Nov. 29, 2023)|LEXINGTON, Ky.|2023-11-29|Newswise",
            ),
            ("(AUSTIN, TX, 1/12/2016) - The", "(AUSTIN, TX, 1/12/2016)|AUSTIN, TX|2016-01-12|-"),
            ("LEEDS, UK, 1/12/2016 - The", "LEEDS, UK, 1/12/2016|LEEDS, UK|2016-12-01|-"),
            (
                "HELSINKI, 2014-03-05 07:00 CET (GLOBE NEWSWIRE) -- The",
                "HELSINKI, 2014-03-05 07:00 CET (GLOBE NEWSWIRE)|HELSINKI|2014-03-05|GLOBE NEWSWIRE",
            ),
            (
                "Reno, NV, March 5, 2024 (TSXV: WEIR; OTCQB: WEIRF) – The",
                "Reno, NV, March 5, 2024|Reno, NV|2024-03-05|-",
            ),
            ("Weirtown, CA / March 5, 2024 / The", "Weirtown, CA / March 5, 2024|Weirtown, CA|2024-03-05|-"),
            ("Reno, NV | March 5, 2024 | The", "Reno, NV | March 5, 2024|Reno, NV|2024-03-05|-"),
            ("By Newsdesk | March 4, 2026 | 3 min read", "none"),
            ("ALDER COUNTY – On Monday", "ALDER COUNTY|ALDER COUNTY|-|-"),
            (
                "Reno [India], March 5 (ANI/PRNewswire): The",
                "Reno [India], March 5 (ANI/PRNewswire)|Reno [India]|-|ANI/PRNewswire",
            ),
            (
                "Weirtown (Northmoor) [India], March 5, 2024: The",
                "Weirtown (Northmoor) [India], March 5, 2024|Weirtown (Northmoor) [India]|2024-03-05|-",
            ),
            ("(Weir, Ohio) March 5, 2024 – The", "(Weir, Ohio) March 5, 2024|Weir, Ohio|2024-03-05|-"),
            ("ALDER FALLS – On Monday", "ALDER FALLS|ALDER FALLS|-|-"),
            ("On Tuesday, January 13, 2026, at about 2:52 a.m., a deputy", "none"),
            (
                "Weirtown (Czech Republic), 3 March 2025 – The",
                "Weirtown (Czech Republic), 3 March 2025|Weirtown (Czech Republic)|2025-03-03|-",
            ),
            ("Reno, NV: March 5, 2024 – The", "Reno, NV: March 5, 2024|Reno, NV|2024-03-05|-"),
            (
                "BOISE, Idaho, April 30, 2024 (GLOBE NEWSWIRE) -- The",
                "BOISE, Idaho, April 30, 2024 (GLOBE NEWSWIRE)|BOISE, Idaho|2024-04-30|GLOBE NEWSWIRE",
            ),
            (
                "HONG KONG SAR - Media OutReach Newswire - 16 March 2024 - The",
                "HONG KONG SAR - Media OutReach Newswire - 16 March 2024|HONG KONG SAR|2024-03-16|Media OutReach Newswire",
            ),
            ("(Hong Kong, 14 March 2024) The", "(Hong Kong, 14 March 2024)|Hong Kong|2024-03-14|-"),
            ("(Reno, NV) The mill", "(Reno, NV)|Reno, NV|-|-"),
            ("Hong Kong, 28 August 2024 – The", "Hong Kong, 28 August 2024|Hong Kong|2024-08-28|-"),
            ("NAIROBI/WEXMOUTH – Nearly", "NAIROBI/WEXMOUTH|NAIROBI/WEXMOUTH|-|-"),
            ("Tampa-June 26, 2024 – The", "Tampa-June 26, 2024|Tampa|2024-06-26|-"),
            (
                "RENO, NV / Mill Wire / July 7, 2024 9:00",
                "RENO, NV / Mill Wire / July 7, 2024 9:00|RENO, NV|2024-07-07|Mill Wire",
            ),
            (
                "LONDON and NEW YORK, May 1, 2024 (ACN Newswire) - The",
                "LONDON and NEW YORK, May 1, 2024 (ACN Newswire)|LONDON and NEW YORK|2024-05-01|ACN Newswire",
            ),
            ("NEW YORK--(BUSINESS WIRE)--The mill", "NEW YORK--(BUSINESS WIRE)|NEW YORK|-|BUSINESS WIRE"),
            (
                "HONG KONG - Harbour Wire Asia - 6 March 2025 - The",
                "HONG KONG - Harbour Wire Asia - 6 March 2025|HONG KONG|2025-03-06|Harbour Wire Asia",
            ),
            (
                "PORTLAND, Ore. and LEEDS, England (September 30, 2024) – The",
                "PORTLAND, Ore. and LEEDS, England (September 30, 2024)|PORTLAND, Ore. and LEEDS, England|2024-09-30|-",
            ),
            ("WEIRTOWN, VT, October 23 - The", "WEIRTOWN, VT, October 23|WEIRTOWN, VT|-|-"),
            ("Weirstadt, 25 October 2025. The jury", "Weirstadt, 25 October 2025|Weirstadt|2025-10-25|-"),
            (
                "Weirtown, Northwest Territories--(Newsfile Corp. - January 22, 2025) - The",
                "Weirtown, Northwest Territories--(Newsfile Corp. - January 22, 2025)|Weirtown, Northwest Territories|2025-01-22|Newsfile Corp.",
            ),
            (
                "DULUTH, Minn. and ROTTERDAM, the Netherlands, March 4, 2025 (GLOBE NEWSWIRE) -- The",
                "DULUTH, Minn. and ROTTERDAM, the Netherlands, March 4, 2025 (GLOBE NEWSWIRE)|DULUTH, Minn. and ROTTERDAM, the Netherlands|2025-03-04|GLOBE NEWSWIRE",
            ),
            (
                "Weir an der Mill, 14 May 2025 – The",
                "Weir an der Mill, 14 May 2025|Weir an der Mill|2025-05-14|-",
            ),
            ("WEIR TOWN, 8 August 2025: Nine", "WEIR TOWN, 8 August 2025|WEIR TOWN|2025-08-08|-"),
            ("FORT WEIR - The mill", "FORT WEIR|FORT WEIR|-|-"),
            ("Weir, Nigeria: Weir Mill has", "Weir, Nigeria|Weir, Nigeria|-|-"),
            ("WEIR / LEEDS, 12 June 2025 – The", "WEIR / LEEDS, 12 June 2025|WEIR / LEEDS|2025-06-12|-"),
            ("WEIRTOWN – On Monday", "WEIRTOWN|WEIRTOWN|-|-"),
            (
                "STE. ANNE HARBOUR, ON, April 24, 2025 – The",
                "STE. ANNE HARBOUR, ON, April 24, 2025|STE. ANNE HARBOUR, ON|2025-04-24|-",
            ),
            (
                "ST. ANNE, Nova Scotia, April 24, 2025 – The",
                "ST. ANNE, Nova Scotia, April 24, 2025|ST. ANNE, Nova Scotia|2025-04-24|-",
            ),
            ("HONG KONG, 01 Nov, 2024, The Centre is", "HONG KONG, 01 Nov, 2024|HONG KONG|2024-11-01|-"),
        ];
        for (text, expected) in cases {
            assert_eq!(parts(text), expected, "{text}");
        }
    }

    #[test]
    fn chinese_forms() {
        let cases = [
            ("香港，2024年8月19日 – 公司", "香港，2024年8月19日|香港|2024-08-19|-"),
            ("2024年8月28日（香港）：公司", "2024年8月28日（香港）|香港|2024-08-28|-"),
            ("（苏州，中国，2024年8月28日）公司", "（苏州，中国，2024年8月28日）|苏州，中国|2024-08-28|-"),
            ("苏州讯 公司", "苏州讯|苏州|-|-"),
            ("（2024年8月28日，香港）公司", "（2024年8月28日，香港）|香港|2024-08-28|-"),
            ("【中国苏州，2024年11月28日】公司", "【中国苏州，2024年11月28日】|中国苏州|2024-11-28|-"),
            ("杭州2024年9月3日电 /美通社/ -- 公司", "杭州2024年9月3日电 /美通社/|杭州|2024-09-03|美通社"),
            ("香港 ― 2024年3月27日 ― 公司", "香港 ― 2024年3月27日|香港|2024-03-27|-"),
            ("南京2025年4月18日电 公司", "南京2025年4月18日电|南京|2025-04-18|-"),
            ("【2025年2月11日，台北訊】公司", "【2025年2月11日，台北訊】|台北|2025-02-11|-"),
            (
                "瑞士巴塞尔和上海2025年6月3日 /美通社/ -- 公司",
                "瑞士巴塞尔和上海2025年6月3日 /美通社/|瑞士巴塞尔和上海|2025-06-03|美通社",
            ),
            ("日内瓦/内罗毕，2025年5月20日——水", "日内瓦/内罗毕，2025年5月20日|日内瓦/内罗毕|2025-05-20|-"),
            ("日本金泽町--(美通社)--公司", "日本金泽町--(美通社)|日本金泽町|-|美通社"),
            ("日本宿水--(某地资讯)--公司", "日本宿水--(某地资讯)|日本宿水|-|某地资讯"),
            ("（石澳8日讯）公司", "（石澳8日讯）|石澳|-|-"),
            ("（宿水町3月8日訊）公司", "（宿水町3月8日訊）|宿水町|-|-"),
            ("2025年3月5日／高雄──公司", "2025年3月5日／高雄|高雄|2025-03-05|-"),
            ("2025年3月5日｜台北 — 公司", "2025年3月5日｜台北|台北|2025-03-05|-"),
            ("宿水，2025年3月5日——公司", "宿水，2025年3月5日|宿水|2025-03-05|-"),
            ("宿水2025年3月5日 /美通社/ -- 公司", "宿水2025年3月5日 /美通社/|宿水|2025-03-05|美通社"),
            ("（宿水，2025年3月5日）公司", "（宿水，2025年3月5日）|宿水|2025-03-05|-"),
            ("【2025年3月5日，宿水】公司", "【2025年3月5日，宿水】|宿水|2025-03-05|-"),
            ("【2025年3月5日，宿水訊】公司", "【2025年3月5日，宿水訊】|宿水|2025-03-05|-"),
            ("（香港・2024年8月19日）公司", "（香港・2024年8月19日）|香港|2024-08-19|-"),
            ("[ 中国，香港，2024年8月19日 ] 公司", "[ 中国，香港，2024年8月19日 ]|中国，香港|2024-08-19|-"),
            ("［香港，2024年8月19日］公司", "［香港，2024年8月19日］|香港|2024-08-19|-"),
            ("（香港，2024年8月19日，星期一）公司", "（香港，2024年8月19日，星期一）|香港|2024-08-19|-"),
            ("（香港，8月19日）公司", "（香港，8月19日）|香港|-|-"),
            ("苏州8月19日讯 公司", "苏州8月19日讯|苏州|-|-"),
            (
                "2024年8月19日 台北　公司今日宣布，新廠將於明年三月在本市落成啟用",
                "2024年8月19日 台北|台北|2024-08-19|-",
            ),
            (
                "2024年8月19日 - 公司今日宣布，新廠將於明年三月在本市落成啟用，聘用員工一百二十名",
                "2024年8月19日|-|2024-08-19|-",
            ),
            ("2023 年 7 月 20 日，柏林——程序", "2023 年 7 月 20 日，柏林|柏林|2023-07-20|-"),
        ];
        for (text, expected) in cases {
            assert_eq!(parts(text), expected, "{text}");
        }
    }

    #[test]
    fn sentences_are_none() {
        for text in [
            "The company – which mills flour – said",
            "【記者王一報導】",
            "（本報8日訊）公司",
            "6月12日下午，公司",
            "2025年3月15日 16:20 江苏",
            "2025年3月15日 - 碼頭啟用",
            "2025年3月15日 台北 北堤會議中心三樓大廳",
            "渡輪公司，2025年3月5日開航",
            "中國遊客2025年3月5日到訪",
            "（截至2025年3月5日）公司",
            "（2025年3月5日，星期三）公司",
            "（宿水，2025年3月5日）",
            "–AI伺服器占比過半– 公司",
            "美通社 PR Newswire",
            "About Reno – the mill",
            "香港市民今日",
            "In May 2024, the mill",
            "Nairobi on 26 October 2024, the mill",
            "BREAKING NEWS – The mill",
            "UPDATE – The mill",
            "NEW MILL - The town",
            "Lisbon, Spain: two towns",
            "Monday, Leeds: The mill",
            "Ferry Workers’ Union (FWU)",
        ] {
            assert_eq!(parts(text), "none", "{text}");
        }
    }
}
