//! What headings of contacts close with: 查詢, "media contact".
//!
//! Takes a line; tells whether its last letters leave room for such a heading. Most lines are told by one or two letters
//! that they end with none. Whether they do end with one, and where it starts, is told by `cues`.

use super::tree::{ClassSet, Tree};
use super::{Row, cues, rows};
use std::sync::LazyLock;

/// The headings that are no sum of parts, and the parts that close the others: from their last letter on, without blanks.
static CLOSERS: LazyLock<Tree> = LazyLock::new(|| {
    let whole = rows(include_str!("cues.tsv")).filter(|row| row.class == "contact_heading");
    let closes = |row: &Row| matches!(row.class, "ask" | "detail" | "either");
    let parts = rows(include_str!("contact_headings.tsv")).filter(closes);
    let words: Vec<String> = whole.chain(parts).map(|row| cues::plain(row.word)).collect();
    Tree::of(words.iter().map(|word| (letters_back(word), 1)))
});

/// Whether a heading of contacts may end `line`, for all that its last letters tell.
pub(crate) fn may_end(line: &str) -> bool {
    let letters = letters_back(line).flat_map(cues::plain_char);
    CLOSERS.longest(letters.map(|letter| ((), letter)), ClassSet::MAX).is_some()
}

/// The characters of `text` from its last letter or digit on, without blanks: OCR glues words and letter-spacing parts
/// them.
fn letters_back(text: &str) -> impl Iterator<Item = char> {
    let framed = text.chars().rev().skip_while(|c| !c.is_alphanumeric());
    framed.filter(|c| !c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::may_end;

    #[test]
    fn a_line_is_told_by_its_last_letters() {
        for line in [
            "Weir Mill Media Contact:",
            "【北堤磨坊 媒 體 查 詢】",
            "press and interview requests",
            "Ｃｏｎｔａｃｔ",
        ] {
            assert!(may_end(line), "{line}");
        }
        for line in ["Ann Lee, Weir Mill", "電話：2155 0143", "林小文", ""] {
            assert!(!may_end(line), "{line}");
        }
    }
}
