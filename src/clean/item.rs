//! What opens an item of a list: a bullet, or a letter in brackets.
//!
//! Takes a line; tells where the text of its item starts. Numbers are no bullets: whether one opens an item, other lines tell.

use crate::text::script;

/// Whether the line starts with a bullet.
pub(crate) fn starts_item(line: &str) -> bool {
    bullet(line).is_some()
}

/// Whether the line opens with an item's letter in brackets: "(a) Boats". "(c) 2031 Weir Mill" claims a right.
pub(crate) fn opens_lettered(line: &str) -> bool {
    let Some(rest) = line.strip_prefix('(') else { return false };
    let mut chars = rest.chars();
    let letter = chars.next().is_some_and(|c| matches!(c, 'a'..='h'));
    letter && chars.as_str().strip_prefix(") ").is_some_and(|rest| rest.starts_with(char::is_alphabetic))
}

/// Blanks that may stand after a bullet.
const BLANKS: [char; 5] = [' ', '\t', '\u{3000}', '\u{a0}', '\n'];

/// Marks that open a list item wherever they open a line; the last are what symbol fonts leave.
const BULLETS: &[char] = &[
    '•', '●', '○', '◦', '▪', '■', '□', '◆', '◇', '►', '▶', '➢', '✓', '✔', '‣', '⁃', '·', '▸', '❖',
    '\u{f0b7}', '\u{f0a7}', '\u{f0d8}', '\u{f06c}', '\u{f0fc}', '\u{f076}',
];

/// Marks that do so before a blank.
const SPACED_BULLETS: &[char] = &['*', '+', 'o', '»', '›', '→', '➔', '★', '✦', '・', '‧'];

/// Whether a bullet is all of the line, its item being on the next.
pub(crate) fn is_bullet_alone(line: &str) -> bool {
    let mut chars = line.chars();
    chars.next().is_some_and(|first| BULLETS.contains(&first)) && chars.next().is_none()
}

/// The mark that is all of the line where it opens an item only before a blank: "-", "*", "o". A cell without a figure is
/// such a line too: whether an item is on the next, other lines tell.
pub(crate) fn spaced_bullet_alone(line: &str) -> Option<char> {
    let mut chars = line.chars();
    let mark = chars.next().filter(|&c| script::is_dash(c) || SPACED_BULLETS.contains(&c))?;
    chars.next().is_none().then_some(mark)
}

/// The mark that opens a list item, with the blanks after it: "• ", "- ", "* ".
pub(crate) fn bullet(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let after_blanks = |at: usize| at + (line[at..].len() - line[at..].trim_start().len());
    if BULLETS.contains(&first) {
        // What is left of a mark that a page names twice: "·; Fares rise".
        let mark = first.len_utf8();
        return Some(after_blanks(mark + usize::from(line[mark..].starts_with("; "))));
    }
    if script::is_dash(first) || SPACED_BULLETS.contains(&first) {
        let rest = &line[first.len_utf8()..];
        // Wires set a list in plain text with two: "-- Fares rise".
        if let Some(rest) = rest.strip_prefix("- ").filter(|_| first == '-') {
            let at = line.len() - rest.trim_start().len();
            return rest.trim_start().starts_with(char::is_alphanumeric).then_some(at);
        }
        return (rest.starts_with(BLANKS) && rest.trim().len() > 1).then(|| after_blanks(first.len_utf8()));
    }
    // What a font of symbols prints for these letters is a bullet: in Chinese no letter stands so.
    if matches!(first, 'l' | 'n' | 'u' | 'ü' | 'Ø') {
        let after = after_blanks(first.len_utf8());
        return (after > first.len_utf8() && line[after..].starts_with(script::is_han)).then_some(after);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets_and_their_blanks() {
        assert!(
            opens_lettered("(a) boats")
                && !opens_lettered("(c) 2031 Weir Mill")
                && !opens_lettered("(and) so")
        );
        assert_eq!(["-", "*", "- ", "a"].map(spaced_bullet_alone), [Some('-'), Some('*'), None, None]);
        assert_eq!(bullet("--  one"), Some(4));
        assert_eq!(bullet("-- – --"), None);
        assert_eq!(bullet("• one"), Some(4));
        assert_eq!((bullet("·; one"), bullet("·;one")), (Some(4), Some(2)));
        assert_eq!(bullet("* one"), Some(2));
        assert_eq!(bullet("» one"), Some(3));
        assert_eq!(bullet("★★★"), None);
        assert_eq!(bullet("l 日期：十月"), Some(2));
        assert_eq!(bullet("l ength"), None);
        assert_eq!(bullet("-one"), None);
        assert_eq!(bullet("***"), None);
    }
}
