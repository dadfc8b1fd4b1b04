//! Phrases of release instructions. Takes a text; gives the phrase that it opens with, and tells the words that an
//! instruction puts after a moment. What an embargo says besides is read in `extract/status.rs`.
//!
//! English phrases stand in the table whole. Chinese ones are mostly put together from parts: 請|即|發表, 限時|發放,
//! 請|惠予|於 … 後|刊登.

use super::tree::{ClassSet, Tree};
use super::{Row, cues, rows};
use crate::release::StatusKind;
use crate::text::{boundary, script};
use std::sync::LazyLock;

/// The kinds of instructions; the bit of a phrase is the place of its kind.
const KINDS: [(&str, StatusKind); 3] = [
    ("immediate", StatusKind::Immediate),
    ("embargoed", StatusKind::Embargoed),
    ("other", StatusKind::Other),
];

/// The parts that Chinese instructions are put together from, in the order of their bits.
const PARTS: [&str; 7] = ["opener", "now", "short_now", "hold", "publish", "at", "after"];

const OPENER: ClassSet = 1;
const NOW: ClassSet = 1 << 1;
const SHORT_NOW: ClassSet = 1 << 2;
const HOLD: ClassSet = 1 << 3;
const PUBLISH: ClassSet = 1 << 4;
const AT: ClassSet = 1 << 5;
const AFTER: ClassSet = 1 << 6;

/// Phrases without blanks, since OCR glues words.
static PHRASES: LazyLock<Tree> = LazyLock::new(|| {
    let kind = |row: &Row| KINDS.iter().position(|&(class, _)| class == row.class);
    let phrases = rows(include_str!("status.tsv")).filter_map(|row| Some((kind(&row)?, row.word)));
    Tree::of(phrases.map(|(kind, phrase)| (tight(phrase).map(|(_, c)| c), 1 << kind)))
});

/// For each letter of ASCII, those that follow it where a phrase opens with it.
static SECONDS: LazyLock<[u32; 26]> = LazyLock::new(|| {
    let mut seconds = [0; 26];
    for row in rows(include_str!("status.tsv")) {
        let mut letters = tight(row.word).map(|(_, letter)| letter);
        if let (Some(first @ 'a'..='z'), Some(second @ 'a'..='z')) = (letters.next(), letters.next()) {
            seconds[first as usize - 'a' as usize] |= 1 << (second as u32 - 'a' as u32);
        }
    }
    seconds
});

/// Whether the first two characters of `text` are letters of ASCII with which no phrase opens.
fn opens_otherwise(text: &str) -> bool {
    let [first, second, ..] = *text.as_bytes() else { return false };
    let place = |letter: u8| letter.to_ascii_lowercase() - b'a';
    first.is_ascii_alphabetic()
        && second.is_ascii_alphabetic()
        && SECONDS[usize::from(place(first))] >> place(second) & 1 == 0
}

static COMPOSED: LazyLock<Tree> = LazyLock::new(|| {
    let part = |row: &Row| PARTS.iter().position(|&class| class == row.class);
    let parts = rows(include_str!("status.tsv")).filter_map(|row| Some((part(&row)?, row.word)));
    Tree::of(parts.map(|(part, word)| (word.chars(), 1 << part)))
});

/// The letters of `text` without blanks, plain, each with its end.
fn tight(text: &str) -> impl Iterator<Item = (usize, char)> {
    let letters = text.char_indices().filter(|(_, c)| !c.is_whitespace());
    letters.flat_map(|(at, c)| cues::plain_char(c).map(move |plain| (at + c.len_utf8(), plain)))
}

/// The phrase that `text` opens with, blanks left aside: its end and its kind.
pub(crate) fn opening_phrase(text: &str) -> Option<(usize, StatusKind)> {
    let start = text.trim_start();
    let first = start.chars().next()?;
    if opens_otherwise(start) {
        return None;
    }
    // Ideographs are plain.
    let plain =
        if matches!(first, '\u{4e00}'..='\u{9fff}') { first } else { cues::plain_char(first).next()? };
    let composes = COMPOSED.may_open(first, OPENER | NOW | HOLD);
    if !PHRASES.may_open(plain, ClassSet::MAX) {
        return if composes { composed(text) } else { None };
    }
    let (mut end, mut kind) = (0, None);
    PHRASES.each(tight(text), ClassSet::MAX, |at, bits| {
        end = at;
        kind = KINDS.get(bits.trailing_zeros() as usize);
    });
    let Some((_, kind)) = kind else { return if composes { composed(text) } else { None } };
    let is_letter = |c: char| c.is_ascii_alphabetic();
    let word_goes_on = text[..end].ends_with(is_letter) && text[end..].starts_with(is_letter);
    (!word_goes_on).then_some((end, *kind))
}

/// The words that stand after a moment, in the order of their bits: 後, 方可, 發布, 解禁.
const CLOSING: [&str; 4] = ["bounds", "allows", "publish", "lifts"];

const BOUNDS: ClassSet = 1;
const ALLOWS: ClassSet = 1 << 1;
const PUBLISHES: ClassSet = 1 << 2;
const LIFTS: ClassSet = 1 << 3;

/// The same from their last letter on.
static ENDINGS: LazyLock<Tree> = LazyLock::new(|| {
    let class = |row: &Row| CLOSING.iter().position(|&class| class == row.class);
    let words = rows(include_str!("status.tsv")).filter_map(|row| Some((class(&row)?, row.word)));
    Tree::of(words.map(|(class, word)| (word.chars().rev(), 1 << class)))
});

static COPIES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    rows(include_str!("status.tsv")).filter(|row| row.class == "copy").map(|row| row.word).collect()
});

static LABELS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    rows(include_str!("status.tsv")).filter(|row| row.class == "label").map(|row| row.word).collect()
});

/// Whether `text` is a label of the instruction: 發布要求.
pub(crate) fn is_label(text: &str) -> bool {
    LABELS.contains(&text.trim())
}

/// Where the words start that say what may be done after or before a moment, at the end of `text`: 後方可發布, 起解禁.
pub(crate) fn closing_start(text: &str) -> Option<usize> {
    let without = |text: &str, words: ClassSet| ENDINGS.longest(text.char_indices().rev(), words);
    let lifted = without(text, LIFTS);
    let mut rest = &text[..lifted.or_else(|| without(text, PUBLISHES))?];
    while let Some(end) = without(rest, ALLOWS) {
        rest = &rest[..end];
    }
    without(rest, BOUNDS).or(lifted.map(|_| rest.len()))
}

/// Whether such words may end with `last`.
pub(crate) fn may_close(last: char) -> bool {
    ENDINGS.may_open(last, PUBLISHES | LIFTS)
}

/// The Chinese instruction that `text` opens with, put together from its parts; words that go on after it make it prose.
fn composed(text: &str) -> Option<(usize, StatusKind)> {
    let mut start = 0;
    while let Some(end) = part(text, start, OPENER) {
        // 即 of 即時 is not to be taken for a part by itself, nor 可 of 可供: the longest is taken.
        start = end;
    }
    let opened = start > 0;
    let when = part(text, start, NOW).map(|end| (end, StatusKind::Immediate));
    let when = when.or_else(|| Some((part(text, start, HOLD)?, StatusKind::Embargoed)));
    let short = || Some((part(text, start, SHORT_NOW).filter(|_| opened)?, StatusKind::Immediate));
    if let Some((end, kind)) = when.or_else(short)
        && let Some(end) = part(text, end, PUBLISH)
    {
        return (!text[end..].starts_with(script::is_han)).then_some((end, kind));
    }
    let at = part(text, start, AT).filter(|_| opened)?;
    let of_copy = COPIES.iter().any(|copy| text[..start].contains(copy));
    publishes_after(&text[at..], of_copy).then_some((at, StatusKind::Embargoed))
}

/// Whether a moment opens `text`, after which it may be published: 3月14日中午12時後刊登. Where the copy itself is named,
/// `of_copy`, what happens then may be told: 3月14日上午11時開幕後發布.
fn publishes_after(text: &str, of_copy: bool) -> bool {
    /// Bytes in which the moment stands; a guess.
    const MOMENT: usize = 120;
    let head = boundary::head(text, MOMENT);
    let starts = head.char_indices().map(|(at, _)| at).skip(1);
    let mut afters = starts.filter_map(|at| part(head, at, AFTER).map(|end| (at, end)));
    afters.any(|(at, end)| {
        let mut from = end;
        while let Some(further) = part(head, from, OPENER) {
            from = further;
        }
        // Nothing but the moment: "十時到場拍攝後" tells what comes first.
        let ends = |c: char| c.is_numeric() || "時时點点分半日午）)".contains(c);
        let moment = &head[..at];
        part(head, from, PUBLISH).is_some_and(|end| {
            // A bracket that closes there holds the instruction and nothing else, whatever comes first.
            let told = of_copy || moment.trim_end().ends_with(ends) || head[end..].starts_with(['】', ']']);
            moment.contains(['月', '日']) && told && !head[end..].starts_with(script::is_han)
        })
    })
}

/// Whether `text` is nothing, or nothing but what says of what copy or asks for something: 本稿, 新聞稿（.
pub(crate) fn is_opening(text: &str) -> bool {
    let text = text.trim_end_matches(['（', '(', '：', ':', ' ']);
    let mut end = 0;
    while let Some(next) = part(text, end, OPENER) {
        end = next;
    }
    end == text.len()
}

/// The end of the longest part of `classes` that stands at `at`, blanks left aside.
fn part(text: &str, at: usize, classes: ClassSet) -> Option<usize> {
    let letters = text[at..].char_indices().filter(|(_, c)| !c.is_whitespace());
    COMPOSED.longest(letters.map(|(place, c)| (at + place + c.len_utf8(), c)), classes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_instructions_are_put_together() {
        let kind = |text: &str| opening_phrase(text).map(|(_, kind)| kind);
        for text in
            ["請即發表", "请立即刊发", "本新聞稿可即時採用", "即日播出", "供各媒體即時報道", "請 即 刊 登"]
        {
            assert_eq!(kind(text), Some(StatusKind::Immediate), "{text}");
        }
        for text in [
            "本稿請於3月8日上午11時開幕後發布",
            "限時發放：3月8日",
            "暂缓刊发",
            "敬請於115年3月8日下午2時後刊登",
            "本稿请于3月8日零时起方可转载",
            "請於3月8日下午3時開幕禮開始後發布】",
        ] {
            assert_eq!(kind(text), Some(StatusKind::Embargoed), "{text}");
        }
        for text in
            ["即發表", "即時發布會今日舉行", "請於3月8日前報名", "於3月8日會後發表", "可於3月8日後使用優惠"]
        {
            assert_eq!(kind(text), None, "{text}");
        }
    }
}
