//! What lines show by the cells of those around them: rows of tables, columns of contacts.
//!
//! Takes the cues that the lines show by themselves; adds to them. The cells of one line are told in `cells.rs`.

use super::around::Page;
use super::{Cue, CueSet};

/// Lines of which most around have cells; a row that goes on below itself has none where its other cells are short.
pub(super) fn mark_among_cells(sets: &mut [CueSet]) {
    /// Lines looked at on each side.
    const AROUND: usize = 4;
    /// As many of them have cells: more than two contacts side by side have lines.
    const MOST: usize = 5;
    let celled: Vec<bool> = sets.iter().map(|set| set.has(Cue::Cells)).collect();
    if !celled.contains(&true) {
        return;
    }
    for (at, set) in sets.iter_mut().enumerate() {
        let window = &celled[at.saturating_sub(AROUND)..celled.len().min(at + AROUND + 1)];
        set.add_if(window.iter().filter(|celled| **celled).count() >= MOST, Cue::AmongCells);
    }
    // The names of the columns above the first row: "(in millions)   Q3 2025   Q3 2024".
    for at in 1..sets.len() {
        let heads = sets[at - 1].has(Cue::Cells) && sets[at - 1].has(Cue::AmongCells);
        sets[at - 1].add_if(heads && sets[at].has(Cue::Cells) && sets[at].has(Cue::TableRow), Cue::TableRow);
    }
}

/// Rows of a table that tabs or bars part, as many cells each and no contacts: "Land area\t34 acres", "Land | 34 acres".
pub(super) fn mark_parted_rows(page: &Page, sets: &mut [CueSet]) {
    for mark in [b'\t', b'|'] {
        if memchr::memchr(mark, page.text.as_bytes()).is_some() {
            mark_rows_parted_by(mark, page, sets);
        }
    }
}

/// The same of rows that `mark` parts.
fn mark_rows_parted_by(mark: u8, page: &Page, sets: &mut [CueSet]) {
    /// Rows of the shortest table; fewer may be anything.
    const FEWEST: usize = 3;
    const OTHER: CueSet =
        CueSet::of(&[Cue::ContactLabel, Cue::Detail, Cue::Email, Cue::Pair, Cue::Phone, Cue::SentenceEnd]);
    let may_be = |set: &CueSet| (mark == b'|' || set.has(Cue::Cells)) && !set.has_any(OTHER);
    let marks = |at: usize| memchr::memchr_iter(mark, page.slice(at).trim().as_bytes()).count();
    let mut first = 0;
    while first < sets.len() {
        let cells = if may_be(&sets[first]) { marks(first) } else { 0 };
        let same = |&at: &usize| may_be(&sets[at]) && marks(at) == cells;
        let rows = if cells > 0 { (first..sets.len()).take_while(same).count() } else { 0 };
        // Menus are parted by bars too, and their cells are no numbers.
        let told = || (first..first + rows).any(|at| page.slice(at).contains(|c: char| c.is_ascii_digit()));
        if rows >= FEWEST && (mark != b'|' || told()) {
            sets[first..first + rows].iter_mut().for_each(|set| set.add(Cue::TableRow));
            // What stands above it without a cell is its heading.
            let heads = |set: &CueSet| set.has(Cue::Tiny) && set.has(Cue::OpenEnd) && !set.has(Cue::Cells);
            if let Some(above) = first.checked_sub(1).filter(|&above| heads(&sets[above])) {
                sets[above].add(Cue::KnownSubheading);
            }
        }
        first += rows.max(1);
    }
}

/// Cells below a heading of contacts on a line of its own: whom to ask, side by side. No measure was filled there.
pub(super) fn mark_columns_of_contacts(sets: &mut [CueSet]) {
    let mut below = false;
    for set in sets {
        below = below && set.has(Cue::Cells);
        if below {
            set.add(Cue::ContactLabel);
            for cue in [Cue::Full, Cue::Long, Cue::Prose] {
                set.remove(cue);
            }
        }
        below |= set.has(Cue::ContactHeading) && !set.has(Cue::Cells) && !set.has(Cue::NavAlone);
    }
}

#[cfg(test)]
mod tests {
    use super::super::of_text as cues;
    use super::*;

    #[test]
    fn tabs_part_the_rows_of_a_table() {
        let row = |one: &str, other: &str| format!("{one}\t{other}\n");
        let rows = row("Land", "34 acres") + &row("Boats", "nine") + &row("Doors", "painted red");
        let told = |rows: &str| cues(rows).iter().filter(|set| set.has(Cue::TableRow)).count();
        assert_eq!(told(&rows), 3);
        assert_eq!(told(&rows.replace('\t', " | ")), 3);
        assert_eq!(told("Home | News | About\nMills | Boats | Doors\nMen | Women | Children\n"), 0);
        assert_eq!(told(&(row("Ann Lee", "Bo Moor") + &row("ann@weir.example", "bo@weir.example"))), 0);
    }

    #[test]
    fn cells_below_a_heading_of_contacts_are_contacts() {
        let row = |one: &str, other: &str| format!("{one:44}{other}\n");
        let text = format!(
            "CONTACTS:\n{}{}\nPier opens\n\nThe pier of Weir opens in May, its owners said, after nine years.\n",
            row("Ann Lee", "Bo Moor"),
            row("Press Officer", "Communications Manager")
        );
        let cues = cues(&text);
        assert!(cues[1].has(Cue::ContactLabel) && cues[2].has(Cue::ContactLabel));
        assert!(!cues[3].has(Cue::ContactLabel));
    }
}
