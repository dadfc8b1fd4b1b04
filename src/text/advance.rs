//! How wide a character prints in proportional type.
//!
//! Takes text, gives its width in hundredths of an em, as the common book and letter faces have it: the mean of a serif
//! and a sans serif design. It knows no face by name; a face that runs wider or narrower does so for all lines of a
//! document alike.

use super::script;

/// Hundredths of an em for the printing characters of ASCII, from the space on.
#[rustfmt::skip]
const ASCII: [u8; 95] = [
    26, 30, 37, 51, 51, 83, 70, 18, 32, 32, 43, 56, 26, 32, 26, 27,
    51, 51, 51, 51, 51, 51, 51, 51, 51, 51, 27, 27, 56, 56, 56, 48,
    94, 67, 65, 67, 70, 62, 57, 73, 70, 30, 43, 67, 57, 84, 70, 73,
    59, 73, 67, 59, 59, 70, 67, 92, 67, 67, 59, 30, 27, 30, 45, 51,
    32, 48, 51, 46, 51, 48, 30, 51, 51, 24, 24, 48, 24, 78, 51, 51,
    51, 51, 32, 43, 27, 51, 48, 70, 48, 48, 46, 40, 22, 40, 54,
];

/// The space between two words.
pub(crate) const SPACE: usize = ASCII[0] as usize;

/// The width of `text`; blanks in a row, which an extractor puts where a line was justified, count as one.
pub(crate) fn of(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_printed = |byte: &u8| matches!(byte, b' '..=b'~');
    if script::count(bytes, is_printed) == bytes.len() && !script::has_double_space(text) {
        return bytes.iter().map(|&byte| usize::from(ASCII[usize::from(byte - b' ')])).sum();
    }
    let (mut sum, mut at) = (0, 0);
    let mut blank = false;
    while let Some(&byte) = bytes.get(at) {
        // Nearly all characters of a line are one of these: those of ASCII that print, and from U+4000 on to U+9FFF.
        let (space, width, length) = match byte {
            b'!'..=b'~' => (false, usize::from(ASCII[usize::from(byte - b' ')]), 1),
            0xe4..=0xe9 => (false, 100, 3),
            _ => {
                let Some(c) = text[at..].chars().next() else { break };
                (c.is_whitespace(), of_char(c), c.len_utf8())
            }
        };
        if !(space && blank) {
            sum += width;
        }
        blank = space;
        at += length;
    }
    sum
}

fn of_char(c: char) -> usize {
    match c {
        ' '..='~' => usize::from(ASCII[c as usize - ' ' as usize]),
        '\u{4e00}'..='\u{9fff}' | '—' | '…' => 100,
        '‘' | '’' => 25,
        '“' | '”' => 40,
        '\u{fb00}'..='\u{fb04}' => 55,
        // The others as wide as most small letters, which accents leave as they are.
        c => script::columns_of(c) * 50,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn narrow_letters_are_narrow() {
        assert!(of("illicit") < of("mammoth") / 2);
        assert_eq!(of("漢字"), 200);
        assert_eq!(of("a  b"), of("a b"));
    }
}
