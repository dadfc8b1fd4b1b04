//! Characters that an extractor left in place of the ones that were printed.
//!
//! Takes a character, gives what it stands for. PDF fonts name glyphs by radicals (`⼈` U+2F08 for `人`), by
//! compatibility ideographs (U+F900.., U+2F800..) and by Latin ligatures (`ﬁ` U+FB01); a reader means the ordinary
//! characters. A line end inside a line that was put together again is a blank. Full-width letters, `…`, `①` and all else stay as they are: this is not NFKC.

use super::script::Leads;
use std::borrow::Cow;

/// What a character of the source is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Folded {
    /// As it stands.
    Same,
    /// One other character.
    Char(char),
    /// Several characters: a ligature taken apart.
    Str(&'static str),
    /// Nothing: a character that prints nothing and separates nothing.
    Nothing,
}

/// Looks one character up. ASCII and everything outside the few blocks concerned costs two comparisons.
#[expect(clippy::match_same_arms, reason = "the arm of plain characters is the quick way out")]
pub(crate) fn fold(c: char) -> Folded {
    match c {
        '\n' | '\r' => Folded::Char(' '),
        '\0'..='\u{ac}' => Folded::Same,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' => {
            Folded::Nothing
        }
        '\u{2e80}'..='\u{2fdf}' => radical(c),
        '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}' => compatibility(c),
        '\u{fb00}' => Folded::Str("ff"),
        '\u{fb01}' => Folded::Str("fi"),
        '\u{fb02}' => Folded::Str("fl"),
        '\u{fb03}' => Folded::Str("ffi"),
        '\u{fb04}' => Folded::Str("ffl"),
        '\u{fb05}' | '\u{fb06}' => Folded::Str("st"),
        _ => Folded::Same,
    }
}

/// `text` as a reader means it, for whoever looks at words and not at places. The pieces of a line that was put together
/// are parted by one blank each.
pub(crate) fn folded(text: &str) -> Cow<'_, str> {
    if !may_fold(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    if text.contains(['\n', '\r']) {
        let pieces: Vec<Cow<'_, str>> = text.split(['\n', '\r']).map(|piece| folded(piece.trim())).collect();
        return Cow::Owned(
            pieces.iter().filter(|piece| !piece.is_empty()).map(AsRef::as_ref).collect::<Vec<_>>().join(" "),
        );
    }
    let mut out = String::with_capacity(text.len());
    let mut kept = 0;
    for (at, c) in MAY_FOLD.chars(text) {
        let folded = fold(c);
        if folded == Folded::Same {
            continue;
        }
        out.push_str(&text[kept..at]);
        kept = at + c.len_utf8();
        match folded {
            Folded::Char(other) => out.push(other),
            Folded::Str(many) => out.push_str(many),
            Folded::Nothing | Folded::Same => {}
        }
    }
    out.push_str(&text[kept..]);
    Cow::Owned(out)
}

/// First bytes of the characters that are folded.
static MAY_FOLD: Leads = Leads::of(&[b'\n', b'\r', 0xc2, 0xe2, 0xef, 0xf0]);

/// Whether the bytes have what every character that is folded has; a few others have it too. Most texts are told by
/// this alone, without a look at their characters.
pub(crate) fn may_fold(bytes: &[u8]) -> bool {
    memchr::memchr3(b'\n', b'\r', 0xf0, bytes).is_some()
        || !bytes.is_ascii() && memchr::memchr3_iter(0xc2, 0xe2, 0xef, bytes).any(|at| folds_at(bytes, at))
}

/// Whether the bytes have what every character that is folded has, and every blank but the space; some others have it
/// too, but not the ideographs and few of the marks. To look at all bytes without a branch takes many in one step.
#[expect(clippy::needless_bitwise_bool, reason = "a lazy operator is a branch")]
pub(crate) fn may_change(bytes: &[u8]) -> bool {
    let Some(last) = bytes.len().checked_sub(2) else { return bytes.iter().any(|&byte| byte < b' ') };
    let (firsts, seconds, thirds) = (&bytes[..last], &bytes[1..=last], &bytes[2..]);
    let threes = firsts.iter().zip(seconds).zip(thirds);
    let within = threes.fold(false, |found, ((&first, &second), &third)| {
        // U+2010 to U+2027: dashes, quotation marks, points.
        let mark = (second == 0x80) & matches!(third, 0x90..=0xa7);
        // U+3001 to U+303F: stops and brackets.
        let wide_mark = (second == 0x80) & (third != 0x80);
        // U+FF00 to U+FFBF.
        let full_width = (second == 0xbc) | (second == 0xbd);
        found
            | (first < b' ')
            | (first == 0xc2)
            | (first == 0xe1)
            | (first >= 0xf0)
            | (first == 0xe2) & !mark
            | (first == 0xe3) & !wide_mark
            | (first == 0xef) & !full_width
    });
    within || bytes[last..].iter().any(|&byte| byte < b' ' || byte == 0xc2)
}

/// Whether the character is folded whose first byte, one of three, stands at `at`; a few others are told so too.
fn folds_at(bytes: &[u8], at: usize) -> bool {
    let next = || bytes.get(at + 1).copied().unwrap_or(0);
    match bytes[at] {
        // U+AD
        0xc2 => next() == 0xad,
        // U+200B.., U+2028.., U+2060 and the radicals, U+2E80 to U+2FDF
        0xe2 => match next() {
            0x80 => bytes.get(at + 2).is_some_and(|&last| matches!(last, 0x8b..=0x8f | 0xaa..=0xae)),
            0x81 | 0xba..=0xbf => true,
            _ => false,
        },
        // U+F900 to U+FAFF, the ligatures, U+FEFF
        0xef => matches!(next(), 0xa4..=0xac | 0xbb),
        _ => false,
    }
}

fn radical(c: char) -> Folded {
    pair(super::fold_table::RADICALS, c)
}

fn compatibility(c: char) -> Folded {
    pair(super::fold_table::COMPATIBILITY, c)
}

fn pair(table: &[(char, char)], c: char) -> Folded {
    match table.binary_search_by_key(&c, |&(from, _)| from) {
        Ok(at) => Folded::Char(table[at].1),
        Err(_) => Folded::Same,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_and_compatibility_ideographs_become_ideographs() {
        assert_eq!(fold('⼈'), Folded::Char('人'));
        assert_eq!(fold('⻑'), Folded::Char('長'));
        assert_eq!(fold('\u{f9dc}'), Folded::Char('隆'));
    }

    #[test]
    fn pieces_of_a_line_are_parted_by_one_blank() {
        assert_eq!(folded("of \r\n\r\nthe\nﬁrst"), "of the first");
    }

    #[test]
    fn every_folded_character_shows_in_its_bytes() {
        for c in ('\0'..=char::MAX).filter(|&c| fold(c) != Folded::Same) {
            assert!(may_fold(c.to_string().as_bytes()), "{c:?}");
        }
        assert!(!may_fold("她說：“Straße”——é…".as_bytes()));
    }

    #[test]
    fn every_blank_and_folded_character_may_change_a_text() {
        let changes = |c: char| fold(c) != Folded::Same || c.is_whitespace() && c != ' ';
        for c in ('\0'..=char::MAX).filter(|&c| changes(c)) {
            for text in [format!("{c}"), format!("a{c}"), format!("{c}a"), format!("海，{c}”港")] {
                assert!(may_change(text.as_bytes()), "{c:?}");
            }
        }
        assert!(!may_change("她說：“Strasse”——…「港」，ａ（1）".as_bytes()) && !may_change(b""));
    }

    #[test]
    fn full_width_forms_stay() {
        for c in ['Ａ', '１', '（', '…', '①', '㈱'] {
            assert_eq!(fold(c), Folded::Same);
        }
    }

    #[test]
    fn tables_are_sorted() {
        use super::super::fold_table::{COMPATIBILITY, RADICALS};
        assert!(RADICALS.windows(2).all(|w| w[0].0 < w[1].0));
        assert!(COMPATIBILITY.windows(2).all(|w| w[0].0 < w[1].0));
    }
}
