//! What kind of character a character is: Han, Latin, punctuation that ends a sentence; how wide it prints.
//!
//! Takes characters and lines, gives classes and widths. It decides nothing about languages: see `language.rs`.

/// Whether `c` is a Han ideograph, folded or not (radicals and compatibility ideographs count).
pub(crate) fn is_han(c: char) -> bool {
    match c {
        '\0'..='\u{2e7f}' => false,
        '\u{4e00}'..='\u{9fff}' => true,
        c => matches!(c,
            '\u{3400}'..='\u{4dbf}' | '\u{f900}'..='\u{faff}' | '\u{2e80}'..='\u{2fdf}'
            | '\u{20000}'..='\u{323af}' | '〇' | '々'),
    }
}

/// Blanks as wide as between columns and no typist's space: extractors that keep the layout set cells so far apart.
pub(crate) const COLUMN_GAP: &str = "   ";

/// Whether two spaces stand together in `text`. To look at all bytes without a branch takes many in one step, where a
/// search for a string has to be made ready for every line.
#[expect(clippy::needless_bitwise_bool, reason = "a lazy operator is a branch")]
pub(crate) fn has_double_space(text: &str) -> bool {
    let bytes = text.as_bytes();
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    pairs.fold(false, |found, (&one, &next)| found | (one == b' ') & (next == b' '))
}

/// Whether a [`COLUMN_GAP`] stands in `text`.
pub(crate) fn has_column_gap(text: &str) -> bool {
    has_double_space(text) && text.contains(COLUMN_GAP)
}

/// Whether `c`, whose three bytes these are, stands in `text`, told in the same way.
#[expect(clippy::needless_bitwise_bool, reason = "a lazy operator is a branch")]
pub(crate) fn has_char(text: &str, [first, second, third]: [u8; 3]) -> bool {
    let bytes = text.as_bytes();
    let threes = bytes.iter().zip(bytes.iter().skip(1)).zip(bytes.iter().skip(2));
    threes.fold(false, |found, ((&one, &two), &three)| {
        found | (one == first) & (two == second) & (three == third)
    })
}

/// How many of `bytes` are what `is` tells. So many are counted at a time that the count fits into a byte: then many
/// are looked at in one step.
#[inline]
pub(crate) fn count(bytes: &[u8], is: impl Fn(&u8) -> bool) -> usize {
    let within = |chunk: &[u8]| chunk.iter().map(|byte| u8::from(is(byte))).sum::<u8>();
    bytes.chunks(128).map(|chunk| usize::from(within(chunk))).sum()
}

/// Bytes of ASCII of one kind: to ask a table costs less than to compare.
#[derive(Debug)]
pub(crate) struct Bytes([bool; 256]);

/// The letters and digits of ASCII.
pub(crate) static ALPHANUMERICS: Bytes = {
    let mut of = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        of[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    Bytes(of)
};

impl Bytes {
    /// Where the run of such bytes ends that starts at `at`, which may be nothing.
    #[inline]
    pub(crate) fn end_of_run(&self, bytes: &[u8], at: usize) -> usize {
        let mut at = at;
        while bytes.get(at).is_some_and(|&byte| self.0[usize::from(byte)]) {
            at += 1;
        }
        at
    }
}

/// First bytes of characters in UTF-8. Where few characters are wanted, to look at their bytes costs less than to read
/// them all.
#[derive(Debug)]
pub(crate) struct Leads([bool; 256]);

impl Default for Leads {
    fn default() -> Self {
        Leads::of(&[])
    }
}

impl Leads {
    /// These; bytes that only go on (0x80 to 0xBF) are none.
    pub(crate) const fn of(bytes: &[u8]) -> Self {
        let mut leads = [false; 256];
        let mut at = 0;
        while at < bytes.len() {
            leads[bytes[at] as usize] = true;
            at += 1;
        }
        Leads(leads)
    }

    /// Adds the first byte of `c`.
    pub(crate) fn add(&mut self, c: char) {
        let mut bytes = [0; 4];
        self.0[usize::from(c.encode_utf8(&mut bytes).as_bytes()[0])] = true;
    }

    /// All first bytes but those in `ranges`, both ends of each among them.
    pub(crate) const fn without(ranges: &[(u8, u8)]) -> Self {
        let mut leads = [true; 256];
        let mut byte = 0x80;
        while byte <= 0xbf {
            leads[byte] = false;
            byte += 1;
        }
        let mut at = 0;
        while at < ranges.len() {
            let mut byte = ranges[at].0 as usize;
            while byte <= ranges[at].1 as usize {
                leads[byte] = false;
                byte += 1;
            }
            at += 1;
        }
        Leads(leads)
    }

    /// The first place of `text`, in bytes, where a character starts with one of them.
    #[inline]
    pub(crate) fn first_in(&self, text: &str) -> Option<usize> {
        self.first_in_bytes(text.as_bytes())
    }

    /// The same of bytes.
    #[inline]
    pub(crate) fn first_in_bytes(&self, bytes: &[u8]) -> Option<usize> {
        bytes.iter().position(|&byte| self.0[usize::from(byte)])
    }

    /// The characters of `text` that start with one of them, with their places, the last first.
    #[inline]
    pub(crate) fn chars_back(&self, text: &str) -> impl Iterator<Item = (usize, char)> {
        let mut end = text.len();
        std::iter::from_fn(move || {
            let at = text.as_bytes().get(..end)?.iter().rposition(|&byte| self.0[usize::from(byte)])?;
            end = at;
            Some((at, text.get(at..)?.chars().next()?))
        })
    }

    /// The places of `text` where a character starts with one of them.
    #[inline]
    pub(crate) fn places(&self, text: &str) -> impl Iterator<Item = usize> {
        let bytes = text.as_bytes();
        let mut next = 0;
        std::iter::from_fn(move || {
            let at = next + self.first_in_bytes(bytes.get(next..)?)?;
            next = at + 1;
            Some(at)
        })
    }

    /// The characters of `text` that start with one of them, with their places.
    #[inline]
    pub(crate) fn chars(&self, text: &str) -> impl Iterator<Item = (usize, char)> + Clone {
        let mut next = 0;
        std::iter::from_fn(move || {
            let rest = text.get(next..)?;
            let at = self.first_in(rest)?;
            let c = rest.get(at..)?.chars().next()?;
            let found = (next + at, c);
            next = found.0 + c.len_utf8();
            Some(found)
        })
    }
}

/// Whether `c` is kana or hangul: a text full of them is neither English nor Chinese.
pub(crate) fn is_kana_or_hangul(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30fa}' | '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7af}')
}

/// Whether `c` prints two columns wide in a fixed-width font: ideographs, kana, full-width forms and marks.
pub(crate) fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{303e}' | '\u{3041}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}'
        | '\u{20000}'..='\u{3fffd}')
}

/// Whether `c` is a letter or a digit: [`char::is_alphanumeric`] with the common cases first.
pub(crate) fn is_word(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        '\u{4e00}'..='\u{9fff}' => true,
        '\u{2000}'..='\u{206f}'
        | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}'
        | '\u{ff01}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}' => false,
        c => c.is_alphanumeric(),
    }
}

/// Whether `c` is a letter: [`char::is_alphabetic`] with the common cases first.
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphabetic(),
        '\u{4e00}'..='\u{9fff}' => true,
        '\u{2000}'..='\u{206f}'
        | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}'
        | '\u{ff01}'..='\u{ff20}' => false,
        c => c.is_alphabetic(),
    }
}

/// Digits of ASCII and of full width.
pub(crate) fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

/// `c` in small letters; two letters that only look otherwise are those of ASCII.
pub(crate) fn small_letter(c: char) -> char {
    match c {
        'ſ' => 's',
        '\u{212a}' => 'k',
        c => c.to_ascii_lowercase(),
    }
}

/// What follows the word that `text` opens with, whatever its case; `small` is the word in small letters.
pub(crate) fn after_word<'t>(text: &'t str, small: &str) -> Option<&'t str> {
    let mut letters = text.chars();
    if small.chars().all(|letter| letters.next().map(small_letter) == Some(letter)) {
        Some(letters.as_str())
    } else {
        None
    }
}

/// Columns that `text` fills: two for wide characters, one for the others, none for those that print nothing.
pub(crate) fn columns(text: &str) -> usize {
    let bytes = text.as_bytes();
    if bytes.is_ascii() {
        return bytes.len();
    }
    let (mut columns, mut at) = (0, 0);
    while let Some(&byte) = bytes.get(at) {
        let (wide, length) = match byte {
            0..=0x7f => (1, 1),
            // From U+4000 on to U+9FFF all are wide.
            0xe4..=0xe9 => (2, 3),
            _ => text[at..].chars().next().map_or((0, 1), |c| (columns_of(c), c.len_utf8())),
        };
        columns += wide;
        at += length;
    }
    columns
}

/// Columns that `c` fills.
pub(crate) fn columns_of(c: char) -> usize {
    match c {
        '\0'..='\x7f' | '\u{2010}'..='\u{2027}' => 1,
        '\u{4e00}'..='\u{9fff}' | '\u{3000}'..='\u{303e}' | '\u{ff01}'..='\u{ff60}' => 2,
        c => match super::fold::fold(c) {
            super::fold::Folded::Nothing => 0,
            _ if is_wide(c) => 2,
            _ => 1,
        },
    }
}

/// Whether two lines that meet between `before` and `after` are joined with nothing (true) or with a space.
///
/// Chinese joins with nothing; so does Latin text that meets a Chinese character, because what was printed there
/// had no space or lost it at the line end. Two Latin words, numbers among them, join with a space.
pub(crate) fn joins_tight(before: char, after: char) -> bool {
    is_cjk(before) || is_cjk(after)
}

/// Han, kana, or a mark of Chinese typesetting.
pub(crate) fn is_cjk(c: char) -> bool {
    match c {
        '\0'..='\u{10ff}' => false,
        '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' => true,
        c => is_han(c) || is_wide(c),
    }
}

/// A dash or hyphen of any length: extractors give what a font calls it, not what was typed.
pub(crate) fn is_dash(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c == '-',
        '\u{4e00}'..='\u{9fff}' => false,
        c => matches!(c, '\u{2010}'..='\u{2015}' | '−' | '─' | '━' | '﹘' | '﹣' | '－'),
    }
}

/// Marks that end a sentence in either language.
pub(crate) fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '。' | '！' | '？' | '．' | '…')
}

/// Marks that close a quotation, in any style; the straight ones also open.
pub(crate) fn closes_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '」' | '』' | '»' | '）' | ')' | ']' | '】' | '》')
}

/// Brackets that close.
pub(crate) fn is_closing_bracket(c: char) -> bool {
    matches!(c, ')' | '）' | ']' | '】' | '》')
}

/// Marks that open a quotation, in any style; the straight ones also close.
pub(crate) fn opens_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '「' | '『' | '«' | '〝')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_fill_two_columns() {
        for text in ["漢字", "㐀䶿䷀一鿿", "，「ａ", "é—“”…", "ab", "\u{ad}\u{3000}"] {
            assert_eq!(columns(text), text.chars().map(columns_of).sum::<usize>(), "{text}");
        }
    }
}
