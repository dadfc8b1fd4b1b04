//! The form of a text that an index holds and a query is brought into.
//!
//! Takes a text in any script; gives it folded, in half-width letters and digits, in small letters and in Simplified, so
//! that 數碼港ＣＥＯ, 数码港CEO and 數碼港ceo are found by one another. It is not for reading.

use super::{Config, Converter};
use crate::text::fold::folded;

/// `text` as an index holds it: compatibility ideographs and radicals folded, letters and digits of half width, small
/// letters, Simplified characters. Bring the query into it too.
///
/// ```
/// use press_release::chinese::search_form;
///
/// assert_eq!(search_form("數碼港ＣＥＯ"), search_form("数码港ceo"));
/// assert_eq!(search_form("⽴法會　2025"), "立法会 2025");
/// ```
pub fn search_form(text: &str) -> String {
    let narrow: String = folded(text).chars().map(half_width).flat_map(char::to_lowercase).collect();
    if narrow.is_ascii() { narrow } else { Converter::new(Config::Hk2s).convert(&narrow) }
}

/// Full-width ASCII (U+FF01 to U+FF5E) and the ideographic space as their narrow forms.
fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_are_one() {
        let forms = ["裏面的臺灣", "裡面的台灣", "里面的台湾"];
        assert!(forms.iter().all(|form| search_form(form).ends_with("面的台湾")), "{forms:?}");
        assert_eq!(search_form("ＨＫ＄１２．５ Million"), "hk$12.5 million");
    }
}
