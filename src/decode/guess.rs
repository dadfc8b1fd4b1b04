//! Which encoding bytes are in, when nothing says so.
//!
//! Takes bytes, gives an encoding. Legacy encodings have no marks of their own: the bytes are read in each of the three
//! and the reading that looks most like news wins. It knows Big5-HKSCS, GB18030 and windows-1252 only: this crate reads
//! Chinese and English. A text of fewer than four Chinese characters can be guessed wrong.

use crate::lexicon::frequent::is_frequent;
use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How much of a text is read for a guess.
const SAMPLE: usize = 32 * 1024;

/// Whether bytes without a mark are UTF-8, a few of them damaged or not: at least four sound characters beyond ASCII
/// for each unsound place. Other encodings come nowhere near that.
pub(super) fn is_utf8(bytes: &[u8]) -> bool {
    if std::str::from_utf8(bytes).is_ok() {
        return true;
    }
    let sample = sample(bytes);
    let (text, _) = UTF_8.decode_without_bom_handling(sample);
    let unsound = text.matches('\u{fffd}').count();
    let sound = text.chars().filter(|c| !c.is_ascii()).count() - unsound;
    sound >= 4 * unsound
}

/// The byte order of UTF-16 without a mark: one of the two orders reads as text, nearly without exception.
pub(super) fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    [UTF_16LE, UTF_16BE].into_iter().find(|encoding| {
        let (text, failed) = encoding.decode_without_bom_handling(sample);
        let plain = text.chars().filter(|&c| is_plain(c)).count();
        !(failed && bytes.len() <= SAMPLE) && plain > 0 && plain * 20 >= text.chars().count() * 19
    })
}

fn is_plain(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\u{c}' | '\r' | ' '..='~' | '\u{a0}'..='\u{ff}' | '\u{2010}'..='\u{2044}'
        | '\u{3000}'..='\u{301f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff5e}')
}

/// The likeliest of the encodings that were before Unicode.
pub(super) fn legacy(bytes: &[u8]) -> &'static Encoding {
    let sample = sample(bytes);
    let chinese = [GB18030, BIG5].map(|encoding| (chinese_score(encoding, sample), encoding));
    let latin = (latin_score(sample), WINDOWS_1252);
    let best = |a: (i64, _), b: (i64, _)| if b.0 > a.0 { b } else { a };
    chinese.into_iter().fold(latin, best).1
}

/// A stretch from the first byte beyond ASCII on: before it every encoding reads alike.
fn sample(bytes: &[u8]) -> &[u8] {
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let start = first.saturating_sub(1);
    &bytes[start..bytes.len().min(start + SAMPLE)]
}

/// How much the reading in `encoding` looks like Chinese: characters that every text uses, against those that hardly
/// any uses. A character is two bytes and counts as much as two Latin letters.
fn chinese_score(encoding: &'static Encoding, bytes: &[u8]) -> i64 {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let mut score = common_pairs(encoding, bytes);
    let mut before = ' ';
    for c in text.chars() {
        if !c.is_ascii() {
            score += 2 * chinese_char(c);
        }
        if is_letter_and_ideograph(before, c) {
            score -= 4;
        }
        before = c;
    }
    score
}

/// A Latin small letter beside an ideograph: rare in Chinese, usual where the ideograph is really two Latin letters.
fn is_letter_and_ideograph(before: char, c: char) -> bool {
    let ideograph = |c| ('\u{4e00}'..='\u{9fff}').contains(&c);
    before.is_ascii_lowercase() && ideograph(c) || ideograph(before) && c.is_ascii_lowercase()
}

fn chinese_char(c: char) -> i64 {
    match c {
        '，' | '。' | '、' | '：' | '；' | '「' | '」' | '《' | '》' | '（' | '）' | '“' | '”' | '‘'
        | '’' | '—' | '–' | '！' | '？' | '【' | '】' | '…' | '·' | '•' | '\u{3000}' => 6,
        _ if is_frequent(c) => 8,
        '\u{4e00}'..='\u{9fff}' => 0,
        '\u{2e80}'..='\u{2fdf}' | '\u{ff01}'..='\u{ff5e}' => 1,
        '\u{fffd}' => -40,
        '\u{e000}'..='\u{f8ff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{3ffff}' => -6,
        _ => -3,
    }
}

/// How many byte pairs stand where the encoding keeps its common characters, against those where it keeps rare ones.
fn common_pairs(encoding: &'static Encoding, bytes: &[u8]) -> i64 {
    let mut score = 0;
    let mut at = 0;
    while at + 1 < bytes.len() {
        let (lead, trail) = (bytes[at], bytes[at + 1]);
        if lead.is_ascii() {
            at += 1;
            continue;
        }
        let four_bytes = encoding == GB18030 && trail.is_ascii_digit();
        score += match lead {
            _ if four_bytes => 0,
            0xa4..=0xc6 if encoding == BIG5 => 6,
            0xa1..=0xa3 if encoding == BIG5 => 3,
            0xc9..=0xf9 if encoding == BIG5 => -3,
            _ if encoding == BIG5 => -6,
            0xb0..=0xd7 if trail >= 0xa1 => 6,
            0xa1 | 0xa3 if trail >= 0xa1 => 3,
            _ => -3,
        };
        at += if four_bytes { 4 } else { 2 };
    }
    score
}

/// How much the bytes look like Western text: marks of typesetting, and accented letters inside words.
fn latin_score(bytes: &[u8]) -> i64 {
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    let mut score = 0;
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if !c.is_ascii() {
            let after = chars.peek().copied().unwrap_or(' ');
            score += latin_char(before, c, after);
        }
        before = c;
    }
    score
}

fn latin_char(before: char, c: char, after: char) -> i64 {
    let beside_ascii = before.is_ascii() && after.is_ascii();
    let choose = |fits, yes, no| if fits { yes } else { no };
    match c {
        '“' | '‘' | '„' => choose(after.is_ascii_alphanumeric(), 10, -8),
        '”' | '’' => choose(before.is_ascii_graphic(), 10, -8),
        '\u{a0}' => 6,
        '–' | '—' | '…' | '•' | '·' | '®' | '™' | '©' | '£' | '€' | '°' => {
            choose(beside_ascii, 10, -6)
        }
        _ if !c.is_alphabetic() => choose(beside_ascii, -2, -10),
        _ if before.is_ascii_lowercase() && c.is_uppercase() => -10,
        _ => choose(before.is_ascii_alphabetic() || after.is_ascii_alphabetic(), 8, -8),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_texts_are_told_apart() {
        for text in ["香港海關今日公布", "新聞稿\n即時發布", "本公司宣布推出新服務。"]
        {
            assert_eq!(legacy(&BIG5.encode(text).0).name(), "Big5", "{text}");
            assert_eq!(legacy(&GB18030.encode(text).0).name(), "gb18030", "{text}");
        }
        for text in ["新闻稿\n即时发布", "公司今日宣布推出新服务。", "阶段邀请更多企业参加"]
        {
            assert_eq!(legacy(&GB18030.encode(text).0).name(), "gb18030", "{text}");
        }
    }

    #[test]
    fn english_with_a_few_marks_is_not_taken_for_chinese() {
        for text in [
            "It’s open",
            "the Théâtre des Abeilles",
            "Zürich – “Good day”",
            "\u{a0}\u{a0}\u{a0}\u{a0}The Secretary",
        ] {
            assert_eq!(legacy(&WINDOWS_1252.encode(text).0).name(), "windows-1252", "{text}");
        }
    }

    #[test]
    fn the_wrong_byte_order_does_not_read_as_text() {
        let bytes: Vec<u8> = "Harbour line\n海灣鐵路".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(utf16(&bytes).map(Encoding::name), Some("UTF-16BE"));
        assert!(utf16(&[0; 32]).is_none());
    }
}
