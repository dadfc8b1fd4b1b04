//! The foot of a sheet: address and numbers of an office, printed at the end of every page.
//!
//! Takes all lines of a document; marks the last one where it reads as such a foot, and its earlier prints. It needs neither page
//! ends nor page numbers, which some extractors leave out. Headers and feet beside those are told in `furniture.rs`.

use super::lines::{Line, LineRole};
use crate::release::OtherKind;
use crate::text::script;

/// Bytes of the longest foot, and of the shortest.
const LONGEST: usize = 200;
const SHORTEST: usize = 24;

/// Marks that part address, numbers and address of the web in a foot.
const PARTING: [char; 7] = ['·', '|', '•', '｜', '‧', '∙', '●'];

/// Marks the feet of sheets among `lines`.
pub(super) fn mark(text: &str, lines: &mut [Line]) {
    let slice = |line: &Line| &text[line.span.range()];
    let Some(last) = lines.iter().rposition(Line::is_text) else { return };
    let foot = slice(&lines[last]);
    if !is_foot(foot) {
        return;
    }
    let prints: Vec<usize> =
        (0..last).filter(|&at| lines[at].is_text() && slice(&lines[at]) == foot).collect();
    // Each language of a release may end with the issuer's address.
    let parts_languages = |&at: &usize| {
        let (before, after) = (at.checked_sub(1).map(|at| &lines[at]), lines.get(at + 1));
        let han = |line: Option<&Line>| line.is_some_and(|line| script::has_han(slice(line)));
        han(before) != han(after)
    };
    if prints.is_empty() || prints.iter().any(parts_languages) {
        return;
    }
    for at in prints.into_iter().chain([last]) {
        lines[at].role = LineRole::Furniture(OtherKind::RunningHeader);
    }
}

/// Whether a line has several parts, and figures in one of them: "1 Quay Street · T 555 0100 · www.weir.example".
fn is_foot(line: &str) -> bool {
    let sized = (SHORTEST..=LONGEST).contains(&line.len());
    sized && line.contains(PARTING) && line.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    /// How many lines are no text of a page that ends with the foot, which is printed between `before` and `after` too.
    fn marked(foot: &str, before: &str, after: &str) -> usize {
        let text = format!("Weir Mill opens\n{before}\n{foot}\n{after}\nThe mill is old.\n{foot}\n");
        let lines = crate::clean::lines_of(&text);
        lines.iter().filter(|line| !line.is_text()).count()
    }

    #[test]
    fn the_foot_of_each_sheet_is_no_text() {
        let foot = "1 Quay Street, Weir · T 020 5550 0100 · F 020 5550 0101";
        let (before, after) = ("It opened on Monday in the", "old hall by the river.");
        assert_eq!(marked(foot, before, after), 2);
        assert_eq!(marked("The mill grinds 12 tonnes of flour a day.", before, after), 0);
        assert_eq!(marked(foot, before, "北堤磨坊今日啟用新館"), 0);
    }
}
