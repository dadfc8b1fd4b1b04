//! Places between characters.
//!
//! Takes a text and a byte of it, or one past its end; gives the nearest place where no character is cut.

/// The last place between characters that is not after byte `at`.
pub(crate) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The first place between characters that is not before byte `at`; the end of the text where there is none.
pub(crate) fn ceil(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// The first `most` bytes of `text`, or a little less.
pub(crate) fn head(text: &str, most: usize) -> &str {
    &text[..floor(text, most)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_is_cut() {
        assert_eq!((floor("a漢b", 2), ceil("a漢b", 2)), (1, 4));
        assert_eq!((floor("a漢b", 9), ceil("a漢b", 9)), (5, 5));
        assert_eq!(head("a漢b", 3), "a");
    }
}
