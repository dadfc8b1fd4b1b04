//! Which language a text is in, and where one language edition ends and the next begins.
//!
//! Takes the lines of a document; gives ranges of lines, each with its language. A release that quotes names and
//! phrases of another language stays one: a second edition must have prose of its own. It does not follow texts that
//! change language paragraph by paragraph.

use super::lines::{Line, LineRole};
use crate::language::{Language, Region, WrittenForm};
use crate::lexicon::languages::{self, LONGEST_COMMON};
use crate::text::Span;
use crate::text::boundary;
use crate::text::fold::{Folded, fold, folded};
use crate::text::script;
use std::ops::Range;

/// The fewest letters of its language, ideographs counted twice, that make an edition. The shortest release collected
/// has 600; a bilingual letterhead or address block stays under 200.
const SMALLEST: usize = 300;

/// `www` as the letters of a word.
const WWW: u64 = 0x77_7777;

/// How many bytes are looked at to tell language and region; the evidence is overwhelming long before.
const ENOUGH: usize = 200_000;

/// A run of lines in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edition {
    pub(crate) lines: Range<usize>,
    pub(crate) language: Language,
    /// Lines of a Chinese edition that are in the other script, where there are so many that the text is mixed.
    pub(crate) mixed: Vec<Span>,
}

/// The editions of a document, at least one.
pub(crate) fn split(text: &str, lines: &[Line]) -> Vec<Edition> {
    let evidence = |line: &Line| match line.role {
        LineRole::Text => Evidence::of(&text[line.span.range()]),
        LineRole::Furniture(_) => Evidence::default(),
    };
    let evidence: Vec<Evidence> = lines.iter().map(evidence).collect();
    let letters: Vec<Letters> = lines
        .iter()
        .zip(&evidence)
        .map(|(line, evidence)| Letters::of(&text[line.span.range()], evidence))
        .collect();
    let border = border(&letters);
    let ranges = match border.map(|at| after_contacts(text, lines, &letters, at)) {
        Some(at) => vec![0..at, at..lines.len()],
        None => std::iter::once(0..lines.len()).collect(),
    };
    ranges
        .into_iter()
        .map(|range| {
            let (own, evidence) = (&lines[range.clone()], &evidence[range.clone()]);
            let language = language_of(text, own, evidence);
            Edition { language, mixed: mixed(own, evidence, language.form), lines: range }
        })
        .collect()
}

/// How much of each script a line holds.
#[derive(Debug, Clone, Copy, Default)]
struct Letters {
    han: usize,
    latin: usize,
}

impl Letters {
    /// Those of `slice`, which shows `evidence`. Addresses are in Latin letters in every language.
    fn of(slice: &str, evidence: &Evidence) -> Self {
        let has_address = || slice.contains('@') || slice.contains("://") || slice.contains("www.");
        let own = if evidence.may_hold_address && has_address() {
            let is_word =
                |word: &&str| !(word.contains('@') || word.contains("://") || word.starts_with("www."));
            let words =
                slice.split(|c: char| c.is_whitespace() || matches!(c, '：' | '，' | '。' | '（' | '）'));
            &Evidence::of_chars(words.filter(is_word).flat_map(str::chars))
        } else {
            evidence
        };
        Letters { han: own.han * 2, latin: own.letters }
    }
}

/// The line at which an edition in the other language starts.
fn border(letters: &[Letters]) -> Option<usize> {
    let total = letters
        .iter()
        .fold(Letters::default(), |sum, l| Letters { han: sum.han + l.han, latin: sum.latin + l.latin });
    if total.han < SMALLEST || total.latin < SMALLEST {
        return None;
    }
    let mut before = Letters::default();
    let mut best: Option<(usize, usize, bool)> = None;
    for (at, line) in letters.iter().enumerate() {
        if at > 0 && (line.han > 0 || line.latin > 0) {
            let after = Letters { han: total.han - before.han, latin: total.latin - before.latin };
            for (first, second, chinese_second) in
                [(before.latin, after.han, true), (before.han, after.latin, false)]
            {
                if best.is_none_or(|(most, _, _)| first + second > most) {
                    best = Some((first + second, at, chinese_second));
                }
            }
        }
        before.han += line.han;
        before.latin += line.latin;
    }
    let (_, at, chinese_second) = best?;
    let sum = |part: &[Letters]| part.iter().fold((0, 0), |(han, latin), l| (han + l.han, latin + l.latin));
    let ((han_1, latin_1), (han_2, latin_2)) = (sum(&letters[..at]), sum(&letters[at..]));
    let (own_1, foreign_1, own_2, foreign_2) =
        if chinese_second { (latin_1, han_1, han_2, latin_2) } else { (han_1, latin_1, latin_2, han_2) };
    let pure = own_1 >= SMALLEST && own_2 >= SMALLEST && foreign_1 * 4 < own_1 && foreign_2 * 3 < own_2;
    (pure && has_prose(&letters[..at], !chinese_second) && has_prose(&letters[at..], chinese_second))
        .then_some(at)
}

/// The border below the rows of contacts that go on with the Chinese ones above it: names and addresses are in Latin
/// letters, posts are not.
fn after_contacts(text: &str, lines: &[Line], letters: &[Letters], border: usize) -> usize {
    let row = |at: &usize| {
        let slice = &text[lines[*at].span.range()];
        let digits = slice.bytes().filter(u8::is_ascii_digit).count();
        lines[*at].gap == 0 && letters[*at].han > 0 && (digits >= 7 || slice.contains('@'))
    };
    let above = border.checked_sub(1).is_some_and(|above| letters[above].han > 0);
    if above { (border..lines.len()).find(|at| !row(at)).unwrap_or(border) } else { border }
}

/// Whether at least three lines of the language, or one long one, stand there: prose and not a list of names.
fn has_prose(letters: &[Letters], chinese: bool) -> bool {
    let amount = |line: &Letters| if chinese { line.han } else { line.latin };
    letters.iter().filter(|line| amount(line) >= 40).count() >= 3
        || letters.iter().any(|line| amount(line) >= 200)
}

/// The language of `lines`, of each of which `evidence` tells.
fn language_of(text: &str, lines: &[Line], evidence: &[Evidence]) -> Language {
    let mut all = Evidence::default();
    let mut seen = 0;
    for (line, evidence) in lines.iter().zip(evidence).filter(|(line, _)| line.is_text()) {
        let slice = &text[line.span.range()];
        all.add(&if evidence.folds { Evidence::of(&folded(slice)) } else { *evidence });
        seen += line.span.len();
        if seen > ENOUGH {
            break;
        }
    }
    let form = all.form();
    let region = match (lines.first(), lines.last()) {
        (Some(first), Some(last)) => {
            let end = boundary::floor(text, last.span.end().min(first.span.start() + ENOUGH));
            region_of(form, &text[first.span.start()..end])
        }
        _ => None,
    };
    Language { form, region }
}

/// The lines that are in the script that `form` is not, where they show a tenth of the characters that belong to one
/// script only. Fewer are names, titles and slips.
fn mixed(lines: &[Line], evidence: &[Evidence], form: WrittenForm) -> Vec<Span> {
    /// Characters of the other script below which nothing is told: a name or two.
    const FEWEST: usize = 8;
    if !form.is_chinese() {
        return Vec::new();
    }
    let (mut own, mut other) = (0, 0);
    let mut found = Vec::new();
    for (line, evidence) in lines.iter().zip(evidence) {
        let (ours, theirs) = match form {
            WrittenForm::Traditional => (evidence.traditional, evidence.simplified),
            _ => (evidence.simplified, evidence.traditional),
        };
        own += ours;
        other += theirs;
        if theirs > ours {
            found.push(line.span);
        }
    }
    if other >= FEWEST && other * 10 >= own + other { found } else { Vec::new() }
}

/// What the characters of a text show of its language.
#[derive(Debug, Clone, Copy, Default)]
struct Evidence {
    han: usize,
    kana: usize,
    traditional: usize,
    simplified: usize,
    /// Letters of other scripts than Han, and the words that they make.
    letters: usize,
    words: usize,
    common: usize,
    /// Whether a mark of an address stands in it.
    may_hold_address: bool,
    /// Whether it is read otherwise than it stands: see `text/fold.rs`.
    folds: bool,
}

/// The word whose letters are being read.
#[derive(Default)]
struct Word {
    /// Its bytes.
    length: usize,
    /// Its letters, in ASCII.
    letters: u64,
}

impl Evidence {
    fn of(slice: &str) -> Self {
        if slice.is_ascii() {
            Evidence::of_chars(slice.bytes().map(char::from))
        } else {
            Evidence::of_chars(slice.chars())
        }
    }

    /// What `chars` show, each looked at once.
    #[inline]
    fn of_chars(chars: impl Iterator<Item = char>) -> Self {
        let mut evidence = Evidence::default();
        let mut word = Word::default();
        let scripts = languages::scripts();
        for c in chars {
            if c.is_ascii_alphabetic() {
                evidence.letters += 1;
                word.length += 1;
                word.letters = languages::with_letter(word.letters, c as u8);
                continue;
            }
            if c.is_ascii() {
                evidence.add_mark(c, &word);
            } else if matches!(c, '\u{4e00}'..='\u{9fff}') {
                evidence.add_ideograph(c, scripts);
            } else if evidence.add_other(c, scripts) {
                word.length += c.len_utf8().max(LONGEST_COMMON + 1);
                continue;
            }
            evidence.end_word(&mut word);
        }
        evidence.end_word(&mut word);
        evidence
    }

    /// A mark, a digit or a blank of ASCII after `word`.
    #[inline]
    fn add_mark(&mut self, mark: char, word: &Word) {
        match mark {
            '@' | ':' => self.may_hold_address = true,
            '.' => self.may_hold_address |= word.letters & 0xff_ffff == WWW,
            '\n' | '\r' => self.folds = true,
            _ => {}
        }
    }

    #[inline]
    fn add_ideograph(&mut self, c: char, scripts: &[Option<WrittenForm>]) {
        self.han += 1;
        match scripts.get(c as usize) {
            Some(Some(WrittenForm::Traditional)) => self.traditional += 1,
            Some(Some(WrittenForm::Simplified)) => self.simplified += 1,
            _ => {}
        }
    }

    /// A character of other blocks; tells whether it is a letter of a word.
    fn add_other(&mut self, c: char, scripts: &[Option<WrittenForm>]) -> bool {
        self.folds |= fold(c) != Folded::Same;
        if script::is_han(c) {
            self.add_ideograph(c, scripts);
        } else if script::is_kana_or_hangul(c) {
            self.kana += 1;
        }
        // Most are told without a look into the tables of Unicode.
        let is_letter = !script::is_cjk(c) && script::is_letter(c);
        self.letters += usize::from(is_letter);
        is_letter
    }

    #[inline]
    fn end_word(&mut self, word: &mut Word) {
        if word.length > 0 {
            self.words += 1;
            let may_be = word.length <= LONGEST_COMMON;
            self.common += usize::from(may_be && languages::is_common_english(word.letters));
            *word = Word::default();
        }
    }

    /// What both show.
    fn add(&mut self, other: &Evidence) {
        self.han += other.han;
        self.kana += other.kana;
        self.traditional += other.traditional;
        self.simplified += other.simplified;
        self.letters += other.letters;
        self.words += other.words;
        self.common += other.common;
    }

    fn form(&self) -> WrittenForm {
        // Japanese prose is a third kana or more; Chinese has hardly any. English prose has a fifth of its words among
        // the commonest thirty-odd; lists of names have few, so only long texts are judged by that.
        if self.kana * 5 > self.han.max(20) && self.kana * 3 > self.words {
            WrittenForm::Undetermined
        } else if self.han >= self.words && self.han > 0 {
            if self.simplified > self.traditional {
                WrittenForm::Simplified
            } else {
                WrittenForm::Traditional
            }
        } else if self.words == 0 || (self.words >= 60 && self.common * 20 < self.words) {
            WrittenForm::Undetermined
        } else {
            WrittenForm::English
        }
    }
}

/// The region that the words of the text show: one that is named three times at least and twice as often as the next.
fn region_of(form: WrittenForm, text: &str) -> Option<Region> {
    let mut counts = languages::regions_in(text);
    counts.retain(|&(region, _)| match form {
        WrittenForm::Traditional => matches!(region, Region::HongKong | Region::Taiwan | Region::Macau),
        WrittenForm::Simplified => matches!(region, Region::China | Region::Singapore | Region::Malaysia),
        WrittenForm::English | WrittenForm::Undetermined => true,
    });
    match counts.as_slice() {
        [(region, count), rest @ ..]
            if *count >= 3 && rest.first().is_none_or(|(_, next)| next * 2 <= *count) =>
        {
            Some(*region)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(text: &str) -> Vec<String> {
        let (lines, _) = super::super::lines::split(text);
        split(text, &lines).iter().map(|edition| edition.language.to_string()).collect()
    }

    #[test]
    fn languages_are_told_by_script_and_words() {
        assert_eq!(tags("The board said that it will pay a dividend."), ["en"]);
        assert_eq!(tags("董事會宣布派發末期股息"), ["zh-Hant"]);
        assert_eq!(tags("董事会宣布派发末期股息"), ["zh-Hans"]);
        assert_eq!(tags("本日、新製品を発表しました。詳しくはこちらをご覧ください。"), ["und"]);
        assert_eq!(tags("香港及九龍市民可到新界，費用10港元，港元支付，香港及香港"), ["zh-Hant-HK"]);
    }

    #[test]
    fn a_text_in_both_scripts_is_mixed() {
        let mixed = |text: &str| {
            let (lines, _) = super::super::lines::split(text);
            split(text, &lines)[0].mixed.len()
        };
        let hant = "渡輪公司宣布開辦前往離島的新航線，市民可於網上購票。\n".repeat(4);
        assert_eq!(mixed(&hant), 0);
        assert_eq!(
            mixed(&format!("{hant}轮渡公司宣布开办前往离岛的新航线，市民可于网上购票，详情另行公布。\n")),
            1
        );
        assert_eq!(mixed(&format!("{hant}由海湾轮渡主办。\n")), 0);
    }

    #[test]
    fn two_editions_are_two_and_a_quoted_name_is_not() {
        let english =
            "The ferry company said on Monday that it would open a new line to the island. ".repeat(6);
        let chinese = "渡輪公司星期一宣布開辦前往離島的新航線，市民可於網上購票。".repeat(8);
        assert_eq!(tags(&format!("{english}\n{chinese}\n")), ["en", "zh-Hant"]);
        assert_eq!(tags(&format!("{english}\n翠航渡輪\n")), ["en"]);
    }
}
