//! Marks before the text of a line that are no text: those of Markdown, and the border of a cell.
//!
//! Takes a line without its outer blanks; gives how many bytes the mark and the blanks behind it take. Bullets and numbers are
//! of the text: `item.rs` knows them.

use crate::text::script;

/// Bytes of the mark that Markdown puts before a heading or a quoted paragraph: "## About Weir Mill", "> “It is". Three
/// that stand alone are an end mark.
pub(super) fn of_markdown(line: &str) -> usize {
    /// Levels of headings that Markdown has.
    const LEVELS: usize = 6;
    let rest = match line.as_bytes().first() {
        Some(b'#') => line.trim_start_matches('#'),
        Some(b'>') => &line[1..],
        _ => return 0,
    };
    let marks = line.len() - rest.len();
    let text = rest.trim_start();
    let words = text.trim_start_matches('*');
    // "> &nbsp;The mill"
    let opens = |c| script::is_word(c) || script::opens_quote(c) || c == '&';
    let set_off = text.len() < rest.len() && words.starts_with(opens);
    if set_off && marks <= LEVELS { line.len() - text.len() } else { 0 }
}

/// Bytes of the border before a cell that stands on a line of its own: "|Media Contact:". A row of a table has others.
pub(super) fn of_cell(line: &str) -> usize {
    let Some(rest) = line.strip_prefix('|').filter(|rest| !rest.contains('|')) else { return 0 };
    line.len() - rest.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_markdown_are_no_text() {
        let marks = ["# Title", "## Deck", "> Words", "###", "# # #", "#1 song", "> > x", "### **Notes**"];
        assert_eq!(marks.map(of_markdown), [2, 3, 2, 0, 0, 0, 0, 4]);
    }

    #[test]
    fn the_border_of_a_cell_alone_is_no_text() {
        assert_eq!(["|Media Contact:", "| Ann Lee", "| Miles | Days |"].map(of_cell), [1, 2, 0]);
    }
}
