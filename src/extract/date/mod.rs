//! Dates as releases print them.
//!
//! Takes text, gives the dates in it with their places: Gregorian in either order of words, ISO and slashed numbers,
//! 2022年8月19日 with digits or Chinese numerals, the Minguo years of Taiwan (民國113年, 113年7月8日). A date without
//! its year is none; an impossible one is found without a day. Times of day are not read here.

use crate::lexicon::rows;
use crate::lexicon::tree::{ClassSet, Tree};
use crate::text::openings::CaselessOpenings;
use crate::text::script;
use jiff::civil::Date;
pub(crate) use line::{
    are_days, ends_period, names_day, of_line, of_page, tells_revision, told_as_today, without_closing_day,
};
use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while, take_while_m_n, take_while1};
use nom::character::complete::{char, one_of};
use nom::combinator::{map_opt, opt, recognize, verify};
use nom::{IResult, Parser};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::LazyLock;

mod line;

/// A date that a text states with its year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FoundDate {
    /// Where it stands, weekday left out.
    pub(crate) range: Range<usize>,
    /// The day; none where no calendar has it (31 February).
    pub(crate) date: Option<Date>,
}

static MONTHS: LazyLock<FxHashMap<&[u8], i8>> = LazyLock::new(|| {
    rows(include_str!("../../lexicon/months.tsv"))
        .filter(|row| row.class == "month")
        .filter_map(|row| Some((row.word.as_bytes(), row.extra.parse().ok()?)))
        .collect()
});

/// Year, month, day as printed, before any calendar is asked.
#[derive(Clone, Copy)]
struct Ymd(i16, i8, i8);

impl Ymd {
    fn date(self) -> Option<Date> {
        Date::new(self.0, self.1, self.2).ok()
    }
}

impl FoundDate {
    /// The day as the United States read it, the month first, where `line` prints it in numbers that allow both.
    pub(crate) fn month_first(&self, line: &str) -> Option<Date> {
        let mut numbers = line[self.range.clone()].split(['/', '-', '.']).map(str::parse::<i16>);
        let (month, day, year) = (numbers.next()?.ok()?, numbers.next()?.ok()?, numbers.next()?.ok()?);
        let both = (1..=12).contains(&month) && (1..=12).contains(&day);
        if both { Date::new(year, month as i8, day as i8).ok() } else { self.date }
    }
}

/// Every date with a year in `text`, in order.
pub(crate) fn find_all(text: &str) -> Vec<FoundDate> {
    dates(text).collect()
}

/// The first date with a year in `text`.
pub(crate) fn find_first(text: &str) -> Option<FoundDate> {
    dates(text).next()
}

fn dates(text: &str) -> impl Iterator<Item = FoundDate> {
    // What opens with a numeral goes on with one of these.
    let in_chinese = |text: &str| script::has_char(text, YEAR) || script::has_char(text, MONTH);
    let searched = if may_hold_year(text) { text } else { "" };
    let starts = if in_chinese(searched) { &*STARTS } else { &*PRINTED_STARTS };
    let mut free = 0;
    let bytes = searched.as_bytes();
    // Most digits stand behind another, where no date starts.
    let digit = |at: usize| bytes[at].is_ascii_digit();
    let starts = starts.places(bytes).filter(move |&at| at == 0 || !(digit(at) && digit(at - 1)));
    starts.filter_map(move |at| {
        let c = text.get(at..)?.chars().next()?;
        if at < free
            || !is_start(c)
            || !may_follow(text[..at].chars().next_back().unwrap_or(' '), c)
            || !may_open(c, &text[at..])
        {
            return None;
        }
        let (rest, ymd) = date(&text[at..]).ok()?;
        free = text.len() - rest.len();
        Some(FoundDate { range: at..free, date: ymd.date() })
    })
}

/// What a date may start with: the digits, the names of months.
static PRINTED_STARTS: LazyLock<CaselessOpenings> = LazyLock::new(|| CaselessOpenings::of(printed_starts()));

/// The same in Chinese: numerals and 民國 too.
static STARTS: LazyLock<CaselessOpenings> =
    LazyLock::new(|| CaselessOpenings::of(printed_starts().chain(each("〇零○Ｏ一元二三四五六七八九十民"))));

fn printed_starts() -> impl Iterator<Item = &'static str> {
    let months = MONTHS.keys().filter_map(|month| std::str::from_utf8(month).ok());
    each("0123456789０１２３４５６７８９").chain(months)
}

/// The characters of `text`, each by itself.
fn each(text: &str) -> impl Iterator<Item = &str> {
    text.char_indices().map(|(at, c)| &text[at..at + c.len_utf8()])
}

/// Whether `c` is a digit, a numeral, a capital, or the first of 民國.
fn is_start(c: char) -> bool {
    match c {
        '0'..='9' | 'A'..='Z' | '０'..='９' | '民' => true,
        c => is_numeral(c),
    }
}

/// Whether a date may open with `c`, which opens `text`: by the first letters of a month's name, or by what stands after a
/// number.
fn may_open(c: char, text: &str) -> bool {
    match c {
        '0'..='9' => is_number_of_date(text),
        '０'..='９' => true,
        '民' => text.starts_with("民國"),
        'A'..='Z' => {
            let [first, second, ..] = text.as_bytes() else { return false };
            opens_month([first.to_ascii_lowercase(), second.to_ascii_lowercase()])
        }
        c if c == '十' || chinese_digit(c).is_some() => {
            text.trim_start_matches(is_numeral).trim_start().starts_with(['年', '月'])
        }
        _ => false,
    }
}

/// Whether the number that opens `text` may be that of a year, a month or a day.
fn is_number_of_date(text: &str) -> bool {
    /// Digits of a year.
    const MOST: usize = 4;
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    let next = rest.trim_start();
    digits <= MOST
        && next.chars().next().is_some_and(|first| match first {
            '年' | '月' | '０'..='９' => true,
            '.' | '/' => goes_on_in_numbers(rest, first),
            // "5-March 2024"
            '-' => goes_on_in_numbers(rest, first) || !next[1..].starts_with(script::is_digit),
            'a'..='z' | 'A'..='Z' => opens_day_first(next.as_bytes()),
            _ => false,
        })
}

/// Whether `rest`, after the first number of a date, opens with `mark`, one digit or two, and the mark again.
fn goes_on_in_numbers(rest: &str, mark: char) -> bool {
    let Some(second) = rest.strip_prefix(mark) else { return false };
    let digits = second.chars().take_while(|&c| script::is_digit(c)).take(3).count();
    (1..=2).contains(&digits) && second.chars().nth(digits) == Some(mark)
}

/// Whether what stands after a day may be its ending, "of" or a month, by its first two letters.
fn opens_day_first(text: &[u8]) -> bool {
    let [first, second, ..] = *text else { return false };
    let small = [first.to_ascii_lowercase(), second.to_ascii_lowercase()];
    opens_month(small) || matches!(&small, b"st" | b"nd" | b"rd" | b"th" | b"of")
}

/// Whether two small letters open a month's name.
fn opens_month([first, second]: [u8; 2]) -> bool {
    first.is_ascii_lowercase()
        && second.is_ascii_lowercase()
        && MONTH_STARTS[usize::from(first - b'a')] >> (second - b'a') & 1 == 1
}

/// For each letter, the letters that follow it where a month's name opens with it.
static MONTH_STARTS: LazyLock<[u32; 26]> = LazyLock::new(|| {
    let mut starts = [0; 26];
    for word in MONTHS.keys() {
        if let [first @ b'a'..=b'z', second @ b'a'..=b'z', ..] = word {
            starts[usize::from(first - b'a')] |= 1 << (second - b'a');
        }
    }
    starts
});

/// 年 and 月.
const YEAR: [u8; 3] = *b"\xe5\xb9\xb4";
const MONTH: [u8; 3] = *b"\xe6\x9c\x88";

/// Whether `text` has what every year has: digits, or 年 after numerals.
pub(super) fn may_hold_year(text: &str) -> bool {
    let bytes = text.as_bytes();
    script::count(bytes, u8::is_ascii_digit) >= 4
        || !bytes.is_ascii() && (script::has_char(text, YEAR) || holds_wide_digit(bytes))
}

/// Whether a date may end with `last`: a digit, a letter that was taken for one, 日.
pub(crate) fn may_end(last: char) -> bool {
    matches!(last, '日' | '号' | '號' | 'l' | 'I' | 'O') || script::is_digit(last)
}

/// Whether one of ０ to ９ stands in it.
fn holds_wide_digit(bytes: &[u8]) -> bool {
    let wide = |at: usize| matches!(bytes[at + 1..], [0xbc, 0x90..=0x99, ..]);
    memchr::memchr_iter(0xef, bytes).any(wide)
}

/// Whether a date may start with `c` after `before`.
fn may_follow(before: char, c: char) -> bool {
    match c {
        '0'..='9' => !before.is_ascii_digit() && !matches!(before, '.' | '-' | '/'),
        '０'..='９' => !before.is_numeric(),
        'A'..='Z' => !before.is_ascii_alphabetic(),
        '民' | '〇' | '零' | '○' => true,
        _ => chinese_digit(before).is_none(),
    }
}

fn date(text: &str) -> IResult<&str, Ymd> {
    match text.chars().next() {
        Some('A'..='Z') => english_month_first(text),
        // What follows the number tells most orders from each other.
        Some('0'..='9' | '０'..='９') => match after_number(text) {
            Some('年') => chinese(text),
            Some('月') => chinese_month_first(text),
            Some('a'..='z' | 'A'..='Z') => english_day_first(text),
            _ => match text.chars().take_while(|&c| digit(c).is_some()).count() {
                1 | 2 => alt((english_day_first, year_last)).parse(text),
                3 => minguo(text),
                4 => year_first(text),
                _ => Err(fail(text)),
            },
        },
        _ => alt((chinese, chinese_month_first)).parse(text),
    }
}

/// The character after the number that opens `text`, blanks left aside.
fn after_number(text: &str) -> Option<char> {
    text.trim_start_matches(|c| digit(c).is_some()).trim_start().chars().next()
}

/// `March 5, 2024`, `Nov. 3, 2025`, and as OCR glues it: `October29，1995`.
fn english_month_first(text: &str) -> IResult<&str, Ymd> {
    let (text, month) = month(text)?;
    let (text, _) = blanks(text)?;
    let (text, day) = day(text)?;
    let (text, _) =
        take_while_m_n(1, 3, |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '.')).parse(text)?;
    let (text, year) = year(text)?;
    Ok((text, Ymd(year, month, day)))
}

/// `5 March 2024`, `01 Nov, 2024`, `the 5th of March 2024`.
fn english_day_first(text: &str) -> IResult<&str, Ymd> {
    let (text, day) = day(text)?;
    let (text, _) = take_while_m_n(0, 3, |c: char| c.is_whitespace() || c == '-').parse(text)?;
    let (text, _) = opt((tag("of"), blanks1)).parse(text)?;
    let (text, month) = month(text)?;
    let (text, _) =
        take_while_m_n(0, 3, |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '-')).parse(text)?;
    let (text, year) = year(text)?;
    Ok((text, Ymd(year, month, day)))
}

/// `2024-11-25`, `2026.01.26`, `2024/3/5`.
fn year_first(text: &str) -> IResult<&str, Ymd> {
    let (text, year) = year(text)?;
    let (text, mark) = one_of("-./").parse(text)?;
    let (text, month) = number(1, 2, text)?;
    let (text, _) = char(mark).parse(text)?;
    let (text, day) = number(1, 2, text)?;
    ends(text, Ymd(year, month as i8, day as i8))
}

/// `113-07-08`, `113.7.8`, `113/07/08`: a Minguo year, as Taiwan's offices print it.
fn minguo(text: &str) -> IResult<&str, Ymd> {
    let (text, year) = number(3, 3, text)?;
    let (text, mark) = one_of("-./").parse(text)?;
    let (text, month) = number(1, 2, text)?;
    let (text, _) = char(mark).parse(text)?;
    let (text, day) = number(1, 2, text)?;
    let exists = (MINGUO.contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day))
        && !text.starts_with(['-', '.', '/']);
    if exists { ends(text, Ymd((year + 1911) as i16, month as i8, day as i8)) } else { Err(fail(text)) }
}

/// Minguo years of three digits that releases are written in: 2011 to 2061.
const MINGUO: std::ops::RangeInclusive<u32> = 100..=150;

/// `19/8/2022`: the day first, unless only the American order makes a date.
fn year_last(text: &str) -> IResult<&str, Ymd> {
    let (text, first) = number(1, 2, text)?;
    let (text, mark) = one_of("/.-").parse(text)?;
    let (text, second) = number(1, 2, text)?;
    let (text, _) = char(mark).parse(text)?;
    let (text, year) = year(text)?;
    let (day, month) = if second > 12 && first <= 12 { (second, first) } else { (first, second) };
    ends(text, Ymd(year, month as i8, day as i8))
}

/// `2022年8月19日`, `2023 年 7 月 20 日`, `二〇二二年八月十九日`, `民國一百一十三年七月八日`, `113年11月25日`.
fn chinese(text: &str) -> IResult<&str, Ymd> {
    let (text, _) = opt((alt((tag("中華民國"), tag("民國"))), blanks)).parse(text)?;
    let (text, year) = map_opt(chinese_number, |n| match n {
        1900..=2100 => i16::try_from(n).ok(),
        // Minguo years: 1991 to 2061. Two digits are left to 民國 alone, three are safe.
        80..=150 => i16::try_from(n + 1911).ok(),
        _ => None,
    })
    .parse(text)?;
    let (text, _) = (blanks, char('年'), blanks).parse(text)?;
    let (text, month) = chinese_number(text)?;
    let (text, _) = (blanks, char('月'), blanks).parse(text)?;
    let (text, day) = chinese_number(text)?;
    let (text, _) = (blanks, one_of("日号號")).parse(text)?;
    Ok((text, Ymd(year, month.min(99) as i8, day.min(99) as i8)))
}

/// `十月 14 2021`, as translation programs print a date.
fn chinese_month_first(text: &str) -> IResult<&str, Ymd> {
    let (text, month) = verify(chinese_number, |&n| n <= 12).parse(text)?;
    let (text, _) = (blanks, char('月'), blanks).parse(text)?;
    let (text, day) = number(1, 2, text)?;
    let (text, _) =
        take_while_m_n(1, 3, |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '日')).parse(text)?;
    let (text, year) = year(text)?;
    Ok((text, Ymd(year, month as i8, day as i8)))
}

fn month(text: &str) -> IResult<&str, i8> {
    let (rest, month) =
        map_opt(take_while_m_n(3, LONGEST_MONTH, |c: char| c.is_ascii_alphabetic()), month_of).parse(text)?;
    let (rest, _) = opt(char('.')).parse(rest)?;
    Ok((rest, month))
}

/// The number of the month that `word` names, whatever its case.
fn month_of(word: &str) -> Option<i8> {
    let mut small = [0; LONGEST_MONTH];
    let small = small.get_mut(..word.len())?;
    small.copy_from_slice(word.as_bytes());
    small.make_ascii_lowercase();
    let may_be = matches!(*small, [first, second, ..] if opens_month([first, second]));
    if may_be { MONTHS.get(&*small).copied() } else { None }
}

/// Letters of the longest month's name.
const LONGEST_MONTH: usize = 9;

fn day(text: &str) -> IResult<&str, i8> {
    let (text, day) = alt((|text| misread(2, text), |text| number(1, 2, text))).parse(text)?;
    let (text, _) =
        opt(alt((tag_no_case("st"), tag_no_case("nd"), tag_no_case("rd"), tag_no_case("th")))).parse(text)?;
    Ok((text, day as i8))
}

fn year(text: &str) -> IResult<&str, i16> {
    let (rest, year) = alt((|text| misread(4, text), |text| number(4, 4, text))).parse(text)?;
    if !(1900..=2100).contains(&year) || rest.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(fail(text));
    }
    Ok((rest, year as i16))
}

/// A number of so many digits for some of which character recognition took letters: `l993`, `2l`, `19O4`. Half at least
/// must be digits.
fn misread(digits: usize, text: &str) -> IResult<&str, u32> {
    let letter = |c: char| match c {
        'l' | 'I' => Some(1),
        'O' => Some(0),
        _ => None,
    };
    let (rest, number) =
        take_while_m_n(digits, digits, |c: char| c.is_ascii_digit() || letter(c).is_some()).parse(text)?;
    let letters = number.chars().filter(|&c| letter(c).is_some()).count();
    if letters == 0 || letters * 2 > number.len() || rest.starts_with(char::is_alphanumeric) {
        return Err(fail(text));
    }
    let value = number.chars().filter_map(|c| letter(c).or(digit(c)));
    Ok((rest, value.fold(0, |sum, digit| sum * 10 + digit)))
}

/// `least` to `most` digits, full-width ones too.
fn number(least: usize, most: usize, text: &str) -> IResult<&str, u32> {
    map_opt(take_while_m_n(least, most, |c: char| digit(c).is_some()), |digits: &str| {
        digits.chars().try_fold(0_u32, |sum, c| Some(sum * 10 + digit(c)?))
    })
    .parse(text)
}

fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

/// A number in digits or Chinese numerals, positional (二〇二二) or with 十 and 百 (一百一十三, 廿五).
fn chinese_number(text: &str) -> IResult<&str, u32> {
    alt((|text| number(1, 4, text), map_opt(recognize(take_while1(is_numeral)), value_of))).parse(text)
}

pub(crate) fn is_numeral(c: char) -> bool {
    chinese_digit(c).is_some() || matches!(c, '十' | '百' | '廿' | '卅')
}

/// The value of a number in Chinese numerals.
pub(crate) fn value_of(numeral: &str) -> Option<u32> {
    if numeral.chars().count() > 8 {
        return None;
    }
    if !numeral.contains(['十', '百', '廿', '卅']) {
        return numeral.chars().try_fold(0_u32, |sum, c| sum.checked_mul(10)?.checked_add(chinese_digit(c)?));
    }
    let (mut sum, mut unit) = (0_u32, None);
    for c in numeral.chars() {
        match c {
            '百' => sum += unit.take().unwrap_or(1) * 100,
            '十' => sum += unit.take().unwrap_or(1) * 10,
            '廿' => sum += 20,
            '卅' => sum += 30,
            c => unit = chinese_digit(c),
        }
    }
    Some(sum + unit.unwrap_or(0))
}

fn chinese_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' | '○' | 'Ｏ' => 0,
        '一' | '元' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => return None,
    })
    .filter(|&n| n < 10)
}

fn blanks(text: &str) -> IResult<&str, &str> {
    take_while(char::is_whitespace).parse(text)
}

fn blanks1(text: &str) -> IResult<&str, &str> {
    take_while1(char::is_whitespace).parse(text)
}

/// A numeric date must not run on into another number.
fn ends(text: &str, ymd: Ymd) -> IResult<&str, Ymd> {
    if text.starts_with(|c: char| c.is_ascii_digit()) { Err(fail(text)) } else { Ok((text, ymd)) }
}

fn fail(text: &str) -> nom::Err<nom::error::Error<&str>> {
    nom::Err::Error(nom::error::Error::new(text, nom::error::ErrorKind::Verify))
}

/// Whether `word` names a month.
pub(super) fn is_month(word: &str) -> bool {
    month_of(word.trim_end_matches('.')).is_some()
}

/// Whether `text` is nothing but weekdays and words of time.
pub(super) fn is_weekday(text: &str) -> bool {
    // Most words are told by their first letter.
    let is_strange = match text.chars().next() {
        Some(c) if c.is_ascii_alphabetic() => !TIME_WORDS.may_open(c.to_ascii_lowercase(), ClassSet::MAX),
        Some(c @ '\u{4e00}'..='\u{9fff}') => !TIME_WORDS.may_open(c, CHINESE),
        _ => false,
    };
    if is_strange {
        return false;
    }
    !has_strangers(text, 0) && text.contains(script::is_letter)
}

/// Whether `text`, which stands after a date, tells more than a weekday and a time of day.
pub(super) fn says_more(text: &str) -> bool {
    has_strangers(text, 0)
}

/// Whether a date may open `text`, or a weekday that stands before one: by its first word.
pub(super) fn may_open_with_date(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | '.'));
    let Some(first) = text.chars().next() else { return false };
    // A day may have a sign.
    if matches!(first, '0'..='9' | '０'..='９' | '+' | '民') || is_numeral(first) {
        return true;
    }
    if script::is_letter(first) {
        return opens_with_time_word(text, is_month);
    }
    // A mark can stand before a weekday only.
    text.find(script::is_letter).is_some_and(|start| opens_with_time_word(&text[start..], |_| false))
}

/// Whether a word of time opens `text`, which opens with a letter, or another `known` word in ASCII.
fn opens_with_time_word(text: &str, known: impl Fn(&str) -> bool) -> bool {
    if text.starts_with(|c: char| c.is_ascii()) {
        let letters = text.bytes().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(text.len());
        let small = text[..letters].chars().map(|letter| letter.to_ascii_lowercase());
        return known(&text[..letters]) || TIME_WORDS.classes(small, ASCII) != 0;
    }
    TIME_WORDS.longest(text.char_indices(), CHINESE).is_some()
}

/// Whether what [`is_weekday`] tells may end with `last`; told of ideographs only, of others it is taken for granted.
pub(super) fn may_end_weekday(last: char) -> bool {
    let ideograph = script::is_han(last) && last.is_alphabetic();
    !ideograph || TIME_WORD_ENDS.may_open(last, CHINESE)
}

/// Whether more than `most` words of a part are neither number, mark, weekday nor time of day; ideographs count by twos.
fn has_strangers(part: &str, most: usize) -> bool {
    let mut strange = 0;
    let words = part.split(|c: char| !script::is_letter(c)).filter(|word| !word.is_empty());
    words.filter(|word| !is_time_word(word)).any(|word| {
        strange += if word.is_ascii() { 1 } else { word.chars().count().div_ceil(2) };
        strange > most
    })
}

/// Weekdays, parts of the day, zones; the bit of a word tells whether it is in ASCII.
static TIME_WORDS: LazyLock<Tree> =
    LazyLock::new(|| Tree::of(time_words().map(|(word, class)| (word.chars(), class))));

/// The same words from their ends.
static TIME_WORD_ENDS: LazyLock<Tree> =
    LazyLock::new(|| Tree::of(time_words().map(|(word, class)| (word.chars().rev(), class))));

fn time_words() -> impl Iterator<Item = (&'static str, ClassSet)> {
    let words = rows(include_str!("../../lexicon/months.tsv")).filter(|row| row.class == "time");
    words.map(|row| (row.word, if row.word.is_ascii() { ASCII } else { CHINESE }))
}

const ASCII: ClassSet = 1;
const CHINESE: ClassSet = 2;

/// Whether `word` is one of these, whatever its case; Chinese words may be written together.
fn is_time_word(word: &str) -> bool {
    if word.is_ascii() {
        return TIME_WORDS.classes(word.bytes().map(|letter| char::from(letter.to_ascii_lowercase())), ASCII)
            != 0;
    }
    // Ideographs have no case, and few open such a word.
    let opens = |c: char| !matches!(c, '\u{4e00}'..='\u{9fff}') || TIME_WORDS.may_open(c, CHINESE);
    if !word.starts_with(opens) {
        return false;
    }
    let small = word.to_lowercase();
    if small.is_ascii() {
        return TIME_WORDS.classes(small.chars(), ASCII) != 0;
    }
    let mut rest = small.as_str();
    while !rest.is_empty() {
        let letters = rest.char_indices().map(|(at, c)| (at + c.len_utf8(), c));
        let Some(end) = TIME_WORDS.longest(letters, CHINESE) else { return false };
        rest = &rest[end..];
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_start_of_a_date_is_looked_at() {
        let opens = |&c: &char| digit(c).is_some() || chinese_digit(c).is_some() || matches!(c, '十' | '民');
        for c in ('\0'..=char::MAX).filter(opens) {
            assert_eq!(STARTS.places(format!("{c}年").as_bytes()).next(), Some(0), "{c}");
        }
        for month in MONTHS.keys() {
            assert_eq!(PRINTED_STARTS.places(&month.to_ascii_uppercase()).next(), Some(0));
        }
    }

    fn dates(text: &str) -> Vec<String> {
        find_all(text)
            .into_iter()
            .map(|found| found.date.map_or("none".to_owned(), |date| date.to_string()))
            .collect()
    }

    #[test]
    fn a_translated_date_has_its_month_in_chinese() {
        assert_eq!(dates("星期四, 十月 14 2021"), ["2021-10-14"]);
        assert_eq!(dates("二月 3, 2022"), ["2022-02-03"]);
    }

    #[test]
    fn letters_that_were_misread_are_digits() {
        assert_eq!(dates("April 2l, l993"), ["1993-04-21"]);
        assert_eq!(dates("4 May 19O4"), ["1904-05-04"]);
        assert!(dates("May II, 2004 IOOO").is_empty());
    }

    #[test]
    fn a_line_states_the_day_of_issue_and_a_sentence_does_not() {
        assert!(of_line("March 5, 2024 08:00 ET | Source: Weir Mill, Inc.").is_some());
        assert!(of_line("2025-11-06 14:00\u{3000}来源：Weir Hotels & Resorts\u{3000}4086").is_some());
        assert!(of_line("Posted on March 27, 2025 – 2:15 p.m.").is_some());
        assert!(of_line("12 Aug 2025 | Medicine of Old Age | Harbours").is_some());
        assert!(of_line("5 March 2026 • Words: Ann O’Weir").is_some());
        assert!(of_line("Theft  |  Weir and the Moor  |  16:42 23/05/2024").is_some());
        assert!(of_line("Boats | Weir | 23 May 2024").is_some());
        assert!(are_days("22-23 April 2026") && are_days("16 November 2024 – 27 April 2025"));
        assert!(
            are_days("Thursday 4th to Sunday 7th May") && !are_days("4 May with Ann Lee") && !are_days("May")
        );
        assert_eq!(without_closing_day("Ann Lee, Chair - 09/10/2024"), "Ann Lee, Chair");
        assert_eq!(without_closing_day("Ann Lee, Chair – 9 October 2024"), "Ann Lee, Chair");
        assert_eq!(without_closing_day("Ann Lee - Room 9"), "Ann Lee - Room 9");
        assert!(of_line("Boats for hire in the valley of the Weir | 23 May 2024").is_none());
        assert!(of_line("5 March 2026 | the boats that leave the harbour | Fares").is_none());
        assert!(of_line("The plan was made public on 17 January 2024.").is_none());
    }

    #[test]
    fn every_order_and_numeral() {
        for text in [
            "March 5, 2024",
            "5 March 2024",
            "05 Mar, 2024",
            "Mar. 5, 2024",
            "2024-03-05",
            "2024.03.05",
            "2024/3/5",
            "5/3/2024",
            "the 5th of March 2024",
            "2024年3月5日",
            "2024 年 3 月 5 日",
            "二〇二四年三月五日",
            "二零二四年三月五日",
            "民國113年3月5日",
            "113年03月05日",
            "民國一百一十三年三月五日",
            "三月 5 2024",
            "March5，2024",
            "２０２４年３月５日",
        ] {
            assert_eq!(dates(text), ["2024-03-05"], "{text}");
        }
        assert_eq!(dates("一九九五年十一月三日"), ["1995-11-03"]);
        assert_eq!(dates("3/25/2024"), ["2024-03-25"]);
    }

    #[test]
    fn impossible_days_and_lone_numbers() {
        assert_eq!(dates("31 February 2024"), ["none"]);
        assert!(dates("on 5 March the 2,024 guests paid 19.5.3").is_empty());
        assert!(dates("6月12日下午").is_empty());
    }

    #[test]
    fn lines_that_state_a_day_and_nothing_else() {
        for line in [
            "Ends/Thursday, November 27, 2025",
            "2022年8月19日（星期五）",
            "發布日期：113年7月8日",
            "Wednesday 22 November 2023",
            "发布时间：2024-05-06 10:30",
            "发布时间：2024-05-06 10:30　来源：某局　字号：[大] [小]　打印　分享到：",
        ] {
            assert!(of_line(line).is_some(), "{line}");
        }
        for line in
            ["The fair opens on 5 March 2024 in the old town hall", "2022年8月19日，公司宣布盈利上升一成"]
        {
            assert!(of_line(line).is_none(), "{line}");
        }
    }
}
