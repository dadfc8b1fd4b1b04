//! A heading that an extractor gave among the labels of the table above it.
//!
//! Takes the lines that flow, where each cell of a table stands on a line of its own; gives where a heading stands among
//! the labels, and where the table ends. Extractors that go by boxes give the labels, then the heading below the table,
//! then what is left of the numbers. The numbers tell: a table of three rows and two columns has six, and five labels.
//! Where the counts allow of another table, nothing is told.

use super::cue;
use crate::clean::{Line, item, wrap};
use crate::text::script;

/// Columns of the widest cell and the narrowest prose; a guess.
const WIDEST: usize = 48;

/// The place of a heading in `flow`, and that of the last number of its table, for each that surely is one.
pub(super) fn headings(text: &str, lines: &[Line], flow: &[usize]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    // No table, no cells: most pages have not even two narrow lines in a row that are numbers.
    let numbers = |at: usize| lines[at].width <= WIDEST && is_number(&text[lines[at].span.range()]);
    if !flow.windows(2).any(|pair| numbers(pair[0]) && numbers(pair[1])) {
        return found;
    }
    let cells: Vec<Option<Cell<'_>>> =
        flow.iter().map(|&at| Cell::of(&text[lines[at].span.range()], &lines[at])).collect();
    let cell = |at: usize| cells[at];
    let mut at = 0;
    while at < flow.len() {
        let start = at;
        while at < flow.len() && cell(at).is_some() {
            at += 1;
        }
        let prose = at < flow.len() && lines[flow[at]].width > WIDEST;
        let labels = (start..at).filter(|&at| matches!(cell(at), Some(Cell::Label(_))));
        if prose && at - start >= FEWEST && are_whole(labels.map(|at| &lines[flow[at]])) {
            let cells: Vec<Cell<'_>> = (start..at).filter_map(cell).collect();
            found.extend(astray(&cells).map(|heading| (start + heading, at - 1)));
        }
        at = at.max(start) + 1;
    }
    found
}

/// Cells of the smallest table of which the counts tell anything, with the heading.
const FEWEST: usize = 9;

/// Whether each label surely stands on one line: in a box of its own, or, where there are no boxes, too short to be broken.
fn are_whole<'l>(mut labels: impl Iterator<Item = &'l Line> + Clone) -> bool {
    /// Columns of the narrowest that may be.
    const WIDE: usize = 36;
    labels.clone().all(|line| line.gap > 0) || labels.all(|line| line.gap == 0 && line.width < WIDE)
}

/// A line that may be a cell of a table.
#[derive(Debug, Clone, Copy)]
enum Cell<'t> {
    Number { signed: bool },
    Label(&'t str),
}

impl<'t> Cell<'t> {
    fn of(slice: &'t str, line: &Line) -> Option<Self> {
        if is_number(slice) && !has_year(slice) {
            return Some(Cell::Number { signed: slice.starts_with(['+', '-', '−', '–']) });
        }
        let label = line.width <= WIDEST
            && !line.page_break
            && !wrap::ends_with_sentence(slice)
            && !slice.ends_with([':', '：', ',', '，', ';', '；'])
            && item::bullet(slice).is_none();
        label.then_some(Cell::Label(slice))
    }

    fn label(self) -> Option<&'t str> {
        match self {
            Cell::Label(label) => Some(label),
            Cell::Number { .. } => None,
        }
    }
}

/// Where the heading stands among `cells`, which prose follows: it is the last label, and numbers follow it; or it
/// stands before the first of the columns, each of which has its head.
fn astray(cells: &[Cell<'_>]) -> Option<usize> {
    among_rows(cells).or_else(|| before_columns(cells))
}

/// The heading as the last label of a table whose numbers follow its labels.
fn among_rows(cells: &[Cell<'_>]) -> Option<usize> {
    let heading = cells.iter().rposition(|cell| cell.label().is_some()).filter(|at| at + 1 < cells.len())?;
    // Titles and the corner of the table come before the first of its columns, and a row of it may.
    let columns = cells.windows(2).position(|pair| match pair {
        [one, other] => one.label().zip(other.label()).is_some_and(|(one, other)| are_periods(one, other)),
        _ => false,
    })?;
    let before = &cells[..columns];
    let row = before.iter().rev().take_while(|cell| cell.label().is_none()).count();
    if before[..columns - row].iter().any(|cell| cell.label().is_none()) {
        return None;
    }
    let table = &cells[columns..];
    let labels = table.iter().filter(|cell| cell.label().is_some()).count();
    let numbers = table.len() - labels;
    let changes = table.iter().filter(|cell| matches!(cell, Cell::Number { signed: true })).count();
    // A column of changes has one for each row.
    let is_table = |rows: usize, labels: usize| {
        labels.checked_sub(rows).is_some_and(|columns| {
            (2..=rows).contains(&columns)
                && rows * columns == numbers
                && changes % rows == 0
                && (row == 0 || row == columns)
        })
    };
    let whole = |labels: usize| (2..=numbers).any(|rows| is_table(rows, labels));
    (whole(labels - 1) && !whole(labels)).then_some(heading)
}

/// The heading between the labels of the rows and the columns, where each column has its head and as many numbers as
/// there are rows. The first label must be a unit in brackets, the corner of the table: above it may be a title.
fn before_columns(cells: &[Cell<'_>]) -> Option<usize> {
    let is_head = |pair: &[Cell<'_>]| pair[0].label().is_some_and(has_year) && pair[1].label().is_none();
    let first = cells.windows(2).position(is_head)?;
    let columns: Vec<&[Cell<'_>]> = cells[first..].chunk_by(|_, next| next.label().is_none()).collect();
    let rows = columns[0].len() - 1;
    let even = columns.len() >= 2 && columns.iter().all(|column| column.len() == rows + 1);
    let bracketed = |cell: &Cell<'_>| cell.label().is_some_and(|label| label.starts_with(['(', '（']));
    let labels = cells[..first].iter().all(|cell| cell.label().is_some());
    // The corner, the rows, and one more.
    (even && labels && first == rows + 2 && bracketed(&cells[0])).then(|| first - 1)
}

/// Whether two cells are periods of one kind, as stand above columns: "Q1 2024" and "Q1 2023".
fn are_periods(one: &str, other: &str) -> bool {
    let letters = |cell: &str| cell.chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
    one != other && has_year(one) && has_year(other) && letters(one) == letters(other)
}

/// Whether a number of a year stands in it: four digits by themselves.
fn has_year(cell: &str) -> bool {
    cell.split(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.'))
        .any(|number| number.len() == 4 && (number.starts_with("19") || number.starts_with("20")))
}

/// A number with its marks, or the dash that stands for none.
fn is_number(slice: &str) -> bool {
    // Nearly every line is told by its first letter.
    if slice.starts_with(char::is_alphabetic) {
        return false;
    }
    let close: String = slice.chars().filter(|c| !c.is_whitespace()).collect();
    cue::is_number_cell(&close) || close.chars().all(script::is_dash)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The heading that stands among the cells of `text`, which are parted by strokes, with prose after them.
    fn heading(text: &str) -> Option<String> {
        let prose = "The harbour expects that as many boats will call next year as did in this one.";
        let text = format!(
            "The harbour had a good year, it said, and hopes for another.\n\n{}\n\n{prose}\nand\nso on",
            text.replace('/', "\n\n")
        );
        let lines = crate::clean::lines_of(&text);
        let flow: Vec<usize> = (0..lines.len()).collect();
        let found = headings(&text, &lines, &flow);
        found.first().map(|&(at, _)| text[lines[at].span.range()].to_owned())
    }

    #[test]
    fn the_counts_tell_a_heading_among_labels() {
        let table = "In millions/2031/2030/Fares/Rents/Tolls";
        assert_eq!(
            heading(&format!("{table}/Outlook/41.7/42.7/43.7/44.7/45.7/46.7")).as_deref(),
            Some("Outlook")
        );
        // Without it each label has its numbers.
        assert_eq!(heading(&format!("{table}/41.7/42.7/43.7/44.7/45.7/46.7")), None);
        // The label below another may be its rest.
        assert_eq!(
            heading(
                "2031/2030/Fares of boats in the inner harbour, of\nships/Rents/Tolls/41.7/42.7/43.7/44.7/45.7/46.7"
            ),
            None
        );
        // One number is missing.
        assert_eq!(heading(&format!("{table}/Outlook/41.7/42.7/43.7/44.7/45.7")), None);
        // A row may come before the columns.
        assert_eq!(
            heading("In millions/Docks/40.7/41.7/2031/2030/Fares/Rents/Tolls/Outlook/42.7/43.7/44.7/45.7/46.7/47.7")
                .as_deref(),
            Some("Outlook")
        );
        // Each column may have its head.
        let column = |head: &str| format!("{head}/41.7/42.7/43.7");
        let (old, new) = (column("2030年"), column("2031年"));
        assert_eq!(heading(&format!("（百萬元）/收益/毛利/股息/展望/{new}/{old}")).as_deref(), Some("展望"));
        assert_eq!(heading(&format!("（百萬元）/收益/毛利/股息/{new}/{old}")), None);
        assert_eq!(heading(&format!("摘要/收益/毛利/股息/展望/{new}/{old}")), None);
        // Six rows of two columns, but a column of changes has as many as there are rows.
        let table = "2031年/2030年/變幅/收益/毛利/純利/股息";
        assert_eq!(
            heading(&format!("{table}/展望/41.7/42.7/43.7/44.7/45.7/46.7/47.7/48.7/49.7/50.7/51.7/52.7")),
            None
        );
        let changes = format!("{table}/展望/41.7/42.7/43.7/44.7/45.7/46.7/47.7/48.7/+9%/+1%/+2%/+3%");
        assert_eq!(heading(&changes).as_deref(), Some("展望"));
    }
}
