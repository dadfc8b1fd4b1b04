//! Telephone numbers: where they stand, what they are for, their E.164 form.
//!
//! Takes a line of contact details; gives the numbers in it. What a number is worth is told by `phonelib`, which knows
//! every country's numbering; here it is only found, with its extension and its label.

use super::date;
use crate::language::Region;
use crate::lexicon::labels::{self, Label};
use crate::lexicon::{cues, rows};
use crate::text::script;
use phonelib::PhoneNumber;
use std::cell::LazyCell;
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

/// The words before an extension.
static EXTENSIONS: LazyLock<Vec<&str>> =
    LazyLock::new(|| rows(include_str!("../lexicon/extensions.tsv")).map(|row| row.word).collect());

/// What looks like a number in a line, as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Printed {
    /// With the extension and its word.
    whole: Range<usize>,
    number: Range<usize>,
    extension: Option<Range<usize>>,
}

/// Digits with the marks that part them, then an extension, none over another.
fn printed(line: &str) -> impl Iterator<Item = Printed> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let opens =
            |c: char| script::is_digit(c) || matches!(c, '+' | '＋' | '(' | '（') || c.is_whitespace();
        loop {
            let start = from + line[from..].find(opens)?;
            let Some(end) = number_end(line, start) else {
                from = start + line[start..].chars().next().map_or(1, char::len_utf8);
                continue;
            };
            let extension = extension_after(line, end);
            from = extension.as_ref().map_or(end, |&(_, whole_end)| whole_end);
            let extension = extension.map(|(digits, _)| digits);
            return Some(Printed { whole: start..from, number: start..end, extension });
        }
    })
}

/// Where the number ends that opens at `start`: two digits at least, a plus, a blank and a bracket before them. 一 between
/// digits stands for a dash that OCR misread; wider blanks than two part columns.
fn number_end(line: &str, start: usize) -> Option<usize> {
    let rest = &line[start..];
    let rest = rest.strip_prefix(['+', '＋']).unwrap_or(rest);
    let rest = rest.strip_prefix(char::is_whitespace).unwrap_or(rest);
    let rest = rest.strip_prefix(['(', '（']).unwrap_or(rest);
    let mut rest = rest.strip_prefix(script::is_digit)?;
    let mut end = None;
    loop {
        if let Some(after) = after_misread_dash(rest) {
            // The digit after it ends no number by itself.
            end = Some(line.len() - rest.len() + 1);
            rest = after;
            continue;
        }
        let blanks =
            rest.chars().take(2).take_while(|c| matches!(c, ' ' | '\u{a0}')).map(char::len_utf8).sum();
        let mut further = rest[blanks..].chars();
        match further.next() {
            Some(c) if script::is_digit(c) => end = Some(line.len() - further.as_str().len()),
            Some(c) if parts_digits(c) => {}
            Some('/') if area_before_stroke(line[start..].trim_start(), &rest[blanks..]) => {}
            _ => return end,
        }
        rest = further.as_str();
    }
}

/// Whether the stroke that opens `rest` parts the area from a North American number that opens `text`: "608/555-0100".
fn area_before_stroke(text: &str, rest: &str) -> bool {
    const PRINTED: &[u8] = b"000/000-0000";
    let fits = |(&byte, form): (&u8, &u8)| match form {
        b'0' => byte.is_ascii_digit(),
        b'-' => matches!(byte, b'-' | b'.'),
        form => byte == *form,
    };
    let printed =
        text.len() >= PRINTED.len() && text.bytes().zip(PRINTED).all(|(byte, form)| fits((&byte, form)));
    let ends = !text.as_bytes().get(PRINTED.len()).is_some_and(u8::is_ascii_digit);
    printed && ends && text.len() - rest.len() == 3
}

/// What follows a digit, 一 and another.
fn after_misread_dash(text: &str) -> Option<&str> {
    let digit = |c: char| c.is_ascii_digit();
    text.strip_prefix(digit)?.strip_prefix('一')?.strip_prefix(digit)
}

fn parts_digits(c: char) -> bool {
    matches!(c, '(' | ')' | '（' | '）' | '.' | '-' | '‐' | '‑' | '–' | '—' | '－')
}

/// The digits of the extension that follows the number that ends at `end`, and where it ends with its bracket.
fn extension_after(line: &str, end: usize) -> Option<(Range<usize>, usize)> {
    const MOST: usize = 6;
    let rest = after_mark(&line[end..], &[',', '，', '(', '（']);
    EXTENSIONS.iter().find_map(|word| {
        let rest = after_mark(script::after_word(rest, word)?, &['.', ':', '：']);
        let count =
            rest.chars().take(MOST).take_while(|&c| script::is_digit(c)).map(char::len_utf8).sum::<usize>();
        let start = line.len() - rest.len();
        let close =
            rest[count..].chars().next().filter(|c| matches!(c, ')' | '）')).map_or(0, char::len_utf8);
        (count > 0).then_some((start..start + count, start + count + close))
    })
}

/// What follows a mark, if one opens `text`, and the blanks around it.
fn after_mark<'t>(text: &'t str, marks: &[char]) -> &'t str {
    let text = text.trim_start();
    text.strip_prefix(marks).unwrap_or(text).trim_start()
}

/// What is a number by its digits, its label and what stands around it.
struct Candidate {
    printed: Printed,
    digits: String,
}

impl Candidate {
    fn label(&self, line: &str) -> Option<Label> {
        labels::before(&line[..self.printed.number.start])
    }

    /// Whether nothing but digits is printed, neither a label before them nor an extension after, nor as many as the mobiles
    /// of mainland China have: without a country whose plan has such numbers it is a count of visits, a code.
    fn is_bare(&self, line: &str) -> bool {
        let number = line[self.printed.number.clone()].trim();
        self.printed.extension.is_none()
            && number.bytes().all(|byte| byte.is_ascii_digit())
            && !is_mobile_of_mainland(&self.digits)
            && self.label(line).is_none()
    }
}

/// Those in `line`.
fn candidates(line: &str) -> impl Iterator<Item = Candidate> {
    let line = if may_hold_number(line) { line } else { "" };
    let dates = LazyCell::new(|| date::find_all(line));
    printed(line).filter_map(move |printed| {
        let Printed { whole, number, .. } = printed.clone();
        let digits = digits(&line[number.clone()]);
        if !(SHORTEST..=LONGEST).contains(&digits.len()) {
            return None;
        }
        let candidate = Candidate { printed, digits };
        let is_short =
            candidate.digits.len() < SHORTEST_BARE && !candidate.label(line).is_some_and(Label::is_number);
        let is_date =
            || dates.iter().any(|date| date.range.start < whole.end && whole.start < date.range.end);
        let is_other = || is_other(line, trimmed(line, number), &candidate.digits);
        (!is_short && !is_date() && !is_other()).then_some(candidate)
    })
}

/// Every number in a line of contact details, `home` being the country meant where none is printed.
pub(crate) fn find_all(line: &str, home: Option<Region>) -> Vec<FoundPhone> {
    let mut country: Option<String> = home.map(|region| region.code().to_owned());
    let read = |candidate: Candidate| {
        let (label, is_bare) = (candidate.label(line), candidate.is_bare(line));
        let Candidate { printed: Printed { whole, number, extension }, digits } = candidate;
        let range = without_open_bracket(line, trimmed(line, whole));
        let printed = &line[without_open_bracket(line, trimmed(line, number))];
        let parsed = parse(printed, &digits, country.as_deref());
        if let Some((_, code)) = &parsed {
            country = Some(code.clone());
        }
        let extension = extension.map(|extension| self::digits(&line[extension]));
        let e164 = parsed.map(|(number, _)| number);
        let told = e164.is_some() || !is_bare;
        told.then_some(FoundPhone { range, e164, extension, is_fax: label == Some(Label::Fax) })
    };
    candidates(line).filter_map(read).collect()
}

/// Whether a line has such a number, whatever the country: [`find_all`] without a home, and none is read.
pub(crate) fn has_number(line: &str) -> bool {
    candidates(line).any(|candidate| !candidate.is_bare(line))
}

/// Whether `digits` are as many as a mobile number of mainland China has, and open as it does: so it is printed without a
/// label behind a name.
fn is_mobile_of_mainland(digits: &str) -> bool {
    let second = |rest: &str| rest.starts_with(|c: char| ('3'..='9').contains(&c));
    digits.len() == 11 && digits.strip_prefix('1').is_some_and(second)
}

/// Digits of the shortest number after a label, of the shortest without one, and of the longest.
const SHORTEST: usize = 5;
const SHORTEST_BARE: usize = 7;
const LONGEST: usize = 15;

/// Whether as many digits as the shortest number has stand in `line` with nothing between but what parts digits.
fn may_hold_number(line: &str) -> bool {
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
    if !international && let Some(rest) = bracketed_country(printed) {
        let number = PhoneNumber::try_parse_with_country(&format!("+{rest}"), "HK").ok()?;
        return Some((number.e164().to_owned(), number.country().code.to_owned()));
    }
    let country = country.unwrap_or(if international { "HK" } else { "" });
    if country.is_empty() || (!international && lacks_area(digits, country)) {
        return None;
    }
    let plain: String = cues::plain(printed).replace(['一', '‑', '–', '—', '/'], "-");
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
    // "Case #: 25-0-18842", "quote reference 120326-0718"
    let above = &line[..range.start];
    let told = above.trim_end_matches([' ', ':']).ends_with('#') || labels::ends_as_code(above);
    let year = |digits: &str| digits.starts_with("19") || digits.starts_with("20");
    let years = digits.len() == 8
        && year(digits)
        && year(&digits[4..])
        && line[range.clone()].contains(['-', '–', '—']);
    (glued && !before.is_some_and(|c| c == '.' || c == '/'))
        || counted
        || told
        || years
        || is_host(&line[range])
}

/// Whether a number is the address of a computer: 203.0.113.24.
fn is_host(number: &str) -> bool {
    let byte = |part: &str| part.parse::<u8>().is_ok_and(|byte| byte.to_string() == part);
    number.split('.').count() == 4 && number.split('.').all(byte)
}

/// A bracket that closes after the number or nowhere is none of it: （2155 0143／9155 0144）.
fn without_open_bracket(line: &str, range: Range<usize>) -> Range<usize> {
    const CLOSING: [char; 2] = [')', '）'];
    let slice = &line[range.clone()];
    match slice.strip_prefix(['(', '（']) {
        // （02-2155-0143分機12）
        Some(rest) if !rest.trim_end_matches(CLOSING).contains(CLOSING) => {
            let start = range.end - rest.len();
            start..start + rest.trim_end_matches(CLOSING).len()
        }
        // (TEL: 02-2155-0143分機12)
        _ if slice.ends_with(CLOSING) && !slice.contains(['(', '（']) => {
            range.start..range.start + slice.trim_end_matches(CLOSING).trim_end().len()
        }
        // 2155 0143（24小時）
        _ => match slice.rfind(['(', '（']).filter(|&open| !slice[open..].contains(CLOSING)) {
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
    use crate::text::chance;

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
        assert_eq!(e164("IP地址：203.0.113.24", Some(Region::China)), Vec::<String>::new());
        assert_eq!(e164("Ann Lee, 208/555-0119", Some(Region::UnitedStates)), ["+12085550119"]);
    }

    #[test]
    fn other_numbers_are_none() {
        for line in
            ["2024-11-25", "2022–2023", "1995–2015", "HK$41,600,000", "12,345,678", "收益2,370,000,000元"]
        {
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
    fn a_bracket_that_opens_before_the_label_closes_behind_the_number() {
        let line = "林小姐 (TEL: 2155 0144分機12)";
        let found = find_all(line, Some(Region::HongKong));
        assert_eq!(&line[found[0].range.clone()], "2155 0144分機12");
    }

    #[test]
    fn columns_hold_numbers_of_their_own() {
        let line = "208-555-0119                    208-555-0120, ext. 22";
        assert_eq!(e164(line, Some(Region::UnitedStates)), ["+12085550119", "+12085550120"]);
    }

    /// Lines put together from what such lines consist of, in an order that looks like chance and is always the same.
    fn lines() -> impl Iterator<Item = String> {
        const PARTS: [&str; 34] = [
            "1",
            "2",
            "34",
            "852",
            "2155",
            "0143",
            "９",
            " ",
            " ",
            "\u{a0}",
            "  ",
            "\u{3000}",
            "+",
            "＋",
            "(",
            ")",
            "（",
            "）",
            ".",
            "-",
            "–",
            "－",
            "一",
            "ext",
            "Ext.",
            "extenſion",
            "x",
            "#",
            "分機",
            "轉",
            ",",
            "，",
            ":",
            "a",
        ];
        chance::lines(&PARTS, 14)
    }

    #[test]
    fn numbers_are_printed_in_the_forms_of_the_pattern() {
        let words: Vec<String> = EXTENSIONS.iter().map(|word| regex::escape(word)).collect();
        let pattern = regex::Regex::new(&format!(
            r"(?i)(?P<number>[+＋]?\s?[(（]?[0-9０-９](?:[ \u{{a0}}]{{0,2}}[0-9０-９()（）.\-‐‑–—－]|[0-9]一[0-9])*[ \u{{a0}}]{{0,2}}[0-9０-９])(?:\s*[,，(（]?\s*(?:{})\s*[.:：]?\s*(?P<extension>[0-9０-９]{{1,6}})[)）]?)?",
            words.join("|")
        ))
        .expect("a pattern of the tests");
        for line in lines().take(200_000) {
            let of_pattern: Vec<Printed> = pattern
                .captures_iter(&line)
                .map(|caps| Printed {
                    whole: caps.get(0).expect("the whole").range(),
                    number: caps.name("number").expect("a number").range(),
                    extension: caps.name("extension").map(|extension| extension.range()),
                })
                .collect();
            assert_eq!(printed(&line).collect::<Vec<_>>(), of_pattern, "{line:?}");
        }
    }

    #[test]
    fn a_fax_is_marked() {
        assert!(find_all("Fax: (852) 2155 0199", None)[0].is_fax);
        assert!(find_all("傳真：(852) 2155 0100", None)[0].is_fax);
    }
}
