//! Telephone numbers: where they stand, what they are for, their E.164 form.
//!
//! Takes a line of contact details; gives the numbers in it. What a number is worth is told by `phonelib`, which knows
//! every country's numbering; here it is only found, with its extension and its label.

use super::date;
use crate::language::Region;
use crate::lexicon::{cues, labels, rows};
use crate::text::script;
use phonelib::PhoneNumber;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A telephone number in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FoundPhone {
    /// As printed, extension included, label left out.
    pub(crate) range: Range<usize>,
    /// `+85221550143`, without the extension.
    pub(crate) e164: Option<String>,
    /// Its digits.
    pub(crate) extension: Option<String>,
    pub(crate) is_fax: bool,
}

/// Digits with the marks that part them, then an extension. 一 stands for a dash that OCR misread; wider blanks than two
/// part columns.
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    let words: Vec<String> =
        rows(include_str!("../lexicon/extensions.tsv")).map(|row| regex::escape(row.word)).collect();
    Regex::new(&format!(
        r"(?i)(?P<number>[+＋]?\s?[(（]?[0-9０-９](?:[ \u{{a0}}]{{0,2}}[0-9０-９()（）.\-‐‑–—－]|[0-9]一[0-9])*[ \u{{a0}}]{{0,2}}[0-9０-９])(?:\s*[,，(（]?\s*(?:{})\s*[.:：]?\s*(?P<extension>[0-9０-９]{{1,6}})[)）]?)?",
        words.join("|")
    ))
    .expect("the number pattern is valid")
});

/// Every number in a line of contact details, `home` being the country meant where none is printed.
pub(crate) fn find_all(line: &str, home: Option<Region>) -> Vec<FoundPhone> {
    if !may_hold_number(line) {
        return Vec::new();
    }
    let dates = date::find_all(line);
    let mut found: Vec<FoundPhone> = Vec::new();
    let mut country: Option<String> = home.map(|region| region.code().to_owned());
    for caps in NUMBER.captures_iter(line) {
        let (Some(whole), Some(number)) = (caps.get(0), caps.name("number")) else { continue };
        let digits = digits(number.as_str());
        let label = labels::before(&line[..number.start()]);
        let least = if label.is_some_and(labels::Label::is_number) { 5 } else { 7 };
        let is_date =
            dates.iter().any(|date| date.range.start < whole.end() && whole.start() < date.range.end);
        if !(least..=15).contains(&digits.len())
            || is_date
            || is_other(line, trimmed(line, number.range()), &digits)
        {
            continue;
        }
        let range = without_open_bracket(line, trimmed(line, whole.range()));
        let printed = &line[without_open_bracket(line, trimmed(line, number.range()))];
        let parsed = parse(printed, &digits, country.as_deref());
        if let Some((_, code)) = &parsed {
            country = Some(code.clone());
        }
        let extension = caps.name("extension").map(|extension| self::digits(extension.as_str()));
        let e164 = parsed.map(|(number, _)| number);
        let plain = number.as_str().trim().chars().all(|c| c.is_ascii_digit());
        // A count of visits, a code.
        if e164.is_none() && plain && label.is_none() && extension.is_none() {
            continue;
        }
        found.push(FoundPhone { range, e164, extension, is_fax: label == Some(labels::Label::Fax) });
    }
    found
}

/// Whether as many digits as the shortest number has stand in `line` with nothing between but what parts digits.
fn may_hold_number(line: &str) -> bool {
    const SHORTEST: usize = 5;
    let mut digits = 0;
    line.chars().any(|c| {
        match c {
            '0'..='9' | '０'..='９' => digits += 1,
            '(' | ')' | '（' | '）' | '.' | ' ' | '\u{a0}' | '一' => {}
            c if script::is_dash(c) => {}
            _ => digits = 0,
        }
        digits >= SHORTEST
    })
}

/// The number in E.164 and its country, where the country's plan has such numbers.
fn parse(printed: &str, digits: &str, country: Option<&str>) -> Option<(String, String)> {
    let international = printed.trim_start().starts_with(['+', '＋']);
    let plain: String = cues::plain(printed).replace(['一', '‑', '–', '—'], "-");
    if !international && let Some(rest) = bracketed_country(printed) {
        let number = PhoneNumber::try_parse_with_country(&format!("+{rest}"), "HK").ok()?;
        return Some((number.e164().to_owned(), number.country().code.to_owned()));
    }
    let country = country.unwrap_or(if international { "HK" } else { "" });
    if country.is_empty() || (!international && lacks_area(digits, country)) {
        return None;
    }
    let number = PhoneNumber::try_parse_with_country(&plain, country).ok()?;
    Some((number.e164().to_owned(), number.country().code.to_owned()))
}

/// `(852) 3166 3867`: a country code in brackets, as Hong Kong prints it. Three digits that open with 8 or 9 and are
/// followed by eight are no area code anywhere in North America.
fn bracketed_country(printed: &str) -> Option<String> {
    let rest = printed.trim_start().strip_prefix(['(', '（'])?;
    let close = rest.find([')', '）'])?;
    let code = digits(&rest[..close]);
    let number = digits(&rest[close..]);
    let is_country = matches!(code.as_str(), "852" | "853" | "886" | "86" | "65" | "60") && number.len() >= 8;
    is_country.then(|| format!("{code}{number}"))
}

/// Whether a national number is printed without the area that its country's plan needs: no trunk zero and no mobile.
fn lacks_area(digits: &str, country: &str) -> bool {
    match country {
        "TW" | "GB" | "MY" => !digits.starts_with('0'),
        "CN" => {
            !(digits.starts_with('0')
                || (digits.starts_with('1') && digits.len() == 11)
                || digits.starts_with("400")
                || digits.starts_with("800"))
        }
        "US" | "CA" => digits.len() < 10,
        _ => false,
    }
}

/// A number that is an amount, a range of years, a code.
fn is_other(line: &str, range: Range<usize>, digits: &str) -> bool {
    // A bracket parts a number from the name before it: "Ann Lee（2155 0143）".
    let apart = line[range.clone()].starts_with(['(', '（']);
    let before = line[..range.start].chars().next_back().filter(|_| !apart);
    let after = line[range.end..].chars().next();
    let glued = before.is_some_and(|c| {
        c.is_ascii_alphanumeric() || matches!(c, '$' | '£' | '€' | '¥' | '#' | '@' | '/' | '=' | '_' | '.')
    }) && !line[..range.start].ends_with(" /");
    let counted = after.is_some_and(|c| {
        matches!(c, '%' | '％' | '元' | '萬' | '万' | '億' | '亿' | '人' | '名' | '年' | '@' | '_' | '=')
    });
    // "Case #: 25-0-18842"
    let told = line[..range.start].trim_end_matches([' ', ':']).ends_with('#');
    let years = digits.len() == 8
        && digits.starts_with("20")
        && digits[4..].starts_with("20")
        && line[range].contains(['-', '–', '—']);
    (glued && !before.is_some_and(|c| c == '.' || c == '/')) || counted || told || years
}

/// A bracket that closes after the number or nowhere is none of it: （2155 0143／9155 0144）.
fn without_open_bracket(line: &str, range: Range<usize>) -> Range<usize> {
    let slice = &line[range.clone()];
    match slice.strip_prefix(['(', '（']) {
        Some(rest) if !rest.contains([')', '）']) => range.end - rest.len()..range.end,
        // 2155 0143（24小時）
        _ => match slice.rfind(['(', '（']).filter(|&open| !slice[open..].contains([')', '）'])) {
            Some(open) if open > 0 => range.start..range.start + slice[..open].trim_end().len(),
            _ => range,
        },
    }
}

fn digits(printed: &str) -> String {
    printed.chars().flat_map(cues::plain_char).filter(char::is_ascii_digit).collect()
}

fn trimmed(line: &str, range: Range<usize>) -> Range<usize> {
    let slice = &line[range.clone()];
    let start = range.start + (slice.len() - slice.trim_start().len());
    start..start + slice.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn e164(line: &str, home: Option<Region>) -> Vec<String> {
        find_all(line, home).into_iter().map(|phone| phone.e164.unwrap_or("-".to_owned())).collect()
    }

    #[test]
    fn numbers_get_their_country() {
        assert_eq!(e164("電話：(852) 2155 0143 / 9155 0144", None), ["+85221550143", "+85291550144"]);
        assert_eq!(e164("Tel: 2155 0143", Some(Region::HongKong)), ["+85221550143"]);
        assert_eq!(e164("(02) 8751-0696 分機 206", Some(Region::Taiwan)), ["+886287510696"]);
        assert_eq!(e164("電話：2986202轉32", Some(Region::Taiwan)), ["-"]);
        assert_eq!(e164("+44 (0)1632 960147", None), ["+441632960147"]);
        assert_eq!(e164("累計瀏覽 1204577", Some(Region::Taiwan)), Vec::<String>::new());
        assert_eq!(e164("130 0000 0142", Some(Region::China)), ["+8613000000142"]);
        assert_eq!(e164("208.555.0119", Some(Region::UnitedStates)), ["+12085550119"]);
    }

    #[test]
    fn other_numbers_are_none() {
        for line in ["2024-11-25", "2022–2023", "HK$41,600,000", "12,345,678", "收益2,370,000,000元"] {
            assert!(find_all(line, Some(Region::HongKong)).is_empty(), "{line}");
        }
    }

    #[test]
    fn a_blank_before_the_number_is_none_of_it() {
        assert_eq!(e164("call the office at 2155 0144", Some(Region::HongKong)), ["+85221550144"]);
        assert_eq!(e164("room A2155 0144", Some(Region::HongKong)), Vec::<String>::new());
        assert_eq!(e164("Ann Lee（2155 0144）", Some(Region::HongKong)), ["+85221550144"]);
    }

    #[test]
    fn columns_hold_numbers_of_their_own() {
        let line = "208-555-0119                    208-555-0120, ext. 22";
        assert_eq!(e164(line, Some(Region::UnitedStates)), ["+12085550119", "+12085550120"]);
    }

    #[test]
    fn a_fax_is_marked() {
        assert!(find_all("Fax: (852) 2155 0199", None)[0].is_fax);
        assert!(find_all("傳真：(852) 2155 0100", None)[0].is_fax);
    }
}
