//! Paragraphs that their writer broke at clauses, as those who keep texts under version control do.
//!
//! Takes the lines of an edition; tells which line ends lie inside such a paragraph. A blank line stands between two
//! paragraphs there, and a line ends where a clause does, full or not: the printer's test says nothing of it.

use super::item::starts_item;
use super::lines::Line;
use super::wrap::ends_with_sentence;

/// For each two neighbours among `lines`, whether the second goes on with the paragraph of the first; nothing where the
/// text is not set so. `full` tells of each two whether the first is set full.
pub(super) fn inside(text: &str, lines: &[Line], full: impl Fn(usize) -> bool) -> Vec<bool> {
    if !is_set_so(text, lines, full) {
        return Vec::new();
    }
    let mut inside = vec![false; lines.len().saturating_sub(1)];
    let mut start = 0;
    for end in 1..=lines.len() {
        let ends = |line: &Line| line.gap > 0 || line.page_break || starts_item(&text[line.span.range()]);
        if lines.get(end).is_none_or(ends) {
            if is_paragraph(text, &lines[start..end]) {
                inside[start..end - 1].fill(true);
            }
            start = end;
        }
    }
    inside
}

/// Whether a text is set so: several lines end with a comma where no blank line follows and the next word had room, and
/// hardly any where one does.
fn is_set_so(text: &str, lines: &[Line], full: impl Fn(usize) -> bool) -> bool {
    /// Lines with a comma at their end, from which on they are no chance; a guess.
    const FEWEST: usize = 4;
    /// Columns of the widest line; a wider one is a whole paragraph.
    const WIDEST: usize = 160;
    let (mut close, mut roomy, mut apart, mut gaps) = (0, 0, 0, 0);
    for (at, pair) in lines.windows(2).enumerate() {
        let gap = pair[1].gap > 0;
        gaps += usize::from(gap);
        if ends_with_comma(text, &pair[0]) {
            close += usize::from(!gap);
            roomy += usize::from(!gap && !full(at));
            apart += usize::from(gap);
        }
    }
    let wide = lines.iter().filter(|line| line.width > WIDEST).count();
    close >= FEWEST && roomy * 2 >= close && close >= apart * 5 && gaps >= FEWEST && wide * 10 <= lines.len()
}

/// Whether a run of lines without a blank line is one paragraph: it ends a sentence, and so do commas inside, or it is of
/// lines that are no label and no name.
fn is_paragraph(text: &str, lines: &[Line]) -> bool {
    /// Columns of a line of prose; a guess.
    const PROSE: usize = 24;
    let [first, .., last] = lines else { return false };
    let comma = lines[..lines.len() - 1].iter().any(|line| ends_with_comma(text, line));
    let ends = ends_with_sentence(&text[last.span.range()]) || text[last.span.range()].ends_with([':', '：']);
    ends && (comma || first.width >= PROSE)
}

fn ends_with_comma(text: &str, line: &Line) -> bool {
    text[line.span.range()].ends_with(['，', '、', ','])
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    fn joined(text: &str) -> Vec<bool> {
        inside(text, &split(text).0, |_| false)
    }

    #[test]
    fn a_paragraph_goes_on_to_the_blank_line() {
        let text = "北堤磨坊今日启用新馆，\n馆内有座位四十个，\n并对公众开放。\n\n新馆由三家机构合办，\n展期至明年三月。\n\n- 免费入场，\n  逢星期一休馆\n- 设有导览\n\n磨坊成立于1890年，\n是本地最早的磨坊。\n\n欢迎参观。";
        let [t, f] = [true, false];
        assert_eq!(joined(text), [t, t, f, t, f, f, f, f, t, f]);
    }

    #[test]
    fn lines_of_an_address_are_no_paragraph() {
        let text = "Weir Mill\n12 Mill Road,\nWeir,\nAlder\n\nAnn Lee,\nChair\n\nBo Moor,\nClerk\n\nCy Dale,\nMiller\n\nEnds";
        assert!(joined(text).iter().all(|&inside| !inside));
    }
}
