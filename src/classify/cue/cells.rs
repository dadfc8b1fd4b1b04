//! What a line shows by its cells: rows of tables, menus, buttons.
//!
//! Takes a line; adds its cues. Cells are what wide blanks, bars and arrows part. It does not look at the lines around
//! it; that is `around.rs`.

use super::tally::{Marks, Tally, parts_cells};
use super::{Cue, CueSet};
use crate::lexicon::cues;
use crate::lexicon::people::latin;
use crate::text::script::{self, COLUMN_GAP, Leads};
use std::ops::Range;

/// Adds what the cells of `slice` show; `short` as the line is.
pub(super) fn add(slice: &str, short: bool, tally: &Tally, set: &mut CueSet) {
    // Without a blank all of it is one cell.
    let is_row = || if tally.blanks == 0 { is_number_cell(slice) } else { is_table_row(slice) };
    set.add_if(tally.digits > 0 && slice.len() <= LONGEST_ROW && is_row(), Cue::TableRow);
    if !short {
        return;
    }
    let marks = tally.marks;
    set.add_if(marks.have(Marks::DOUBLE_SPACE | Marks::FIXED_BLANK) && has_cells(slice), Cue::Cells);
    let parted = marks.have(Marks::DOUBLE_SPACE | Marks::PARTING)
        || marks.have(Marks::STROKE) && slice.contains(STROKE_APART);
    if parted {
        let menu = Menu::of(slice);
        set.add_if(menu.is_menu(), Cue::Menu);
        set.add_if(menu.is_navigation(), Cue::NavAlone);
    }
    // Three words have two blanks.
    set.add_if(tally.blanks >= 2 && are_buttons(slice), Cue::NavAlone);
    set.add_if(marks.have(Marks::DOT) && are_members(slice), Cue::Masthead);
}

/// Bytes of the longest row of a table; a guess.
const LONGEST_ROW: usize = 300;

/// At least two cells of numbers, or one and nothing else.
fn is_table_row(slice: &str) -> bool {
    // 請致電 2155 0143 與李安聯絡。
    if slice.ends_with('。') {
        return false;
    }
    let (numbers, all) = if slice.is_ascii() {
        let is_blank = |byte: &u8| matches!(byte, b'\t'..=b'\r' | b' ');
        // "$  28.4": the sign stands at the edge of the column.
        let cells = slice.as_bytes().split(is_blank).filter(|&cell| !matches!(cell, b"" | b"$"));
        let is_number = |cell: &[u8]| {
            cell.iter().all(|&byte| of_number(byte.into())) && cell.iter().any(u8::is_ascii_digit)
        };
        cells.fold((0, 0), |(numbers, all), cell| (numbers + usize::from(is_number(cell)), all + 1))
    } else {
        let mut spaced = slice.split(' ').peekable();
        let (mut numbers, mut all) = (0, 0);
        while let Some(cells) = spaced.next() {
            // 10 月 14 日: a single blank behind a figure sets no column.
            let counts = spaced.peek().is_some_and(|next| next.starts_with(script::is_han));
            for cell in cells.split_whitespace() {
                all += 1;
                numbers += usize::from(!counts && is_number_cell(cell));
            }
        }
        (numbers, all)
    };
    numbers >= 2 && numbers * 5 >= all * 2 || (all == 1 && numbers == 1)
}

/// Whether blanks stand in it as they do between columns.
fn has_cells(slice: &str) -> bool {
    let mut run = 0;
    slice.chars().any(|c| {
        run = if c == '\t' {
            COLUMN_GAP.len()
        } else if c == ' ' || c == '\u{a0}' {
            run + 1
        } else {
            0
        };
        run >= COLUMN_GAP.len()
    })
}

/// A number with the marks that figures have.
pub(in crate::classify) fn is_number_cell(cell: &str) -> bool {
    // Most cells are words, which their first letter tells.
    cell.chars().all(of_number) && cell.bytes().any(|b| b.is_ascii_digit())
}

fn of_number(c: char) -> bool {
    matches!(c, '0'..='9' | '.' | ',' | '%' | '+' | '-' | '−' | '–' | '$' | '(' | ')' | '年' | '月')
}

/// What the cells of a line are, counted.
#[derive(Default)]
struct Menu {
    cells: usize,
    /// Cells that are a phrase of navigation or open with one.
    known: usize,
    /// Whether one is too wide for a button, a number or part of a sentence.
    other: bool,
}

impl Menu {
    /// No button is wider, in columns.
    const WIDEST: usize = 24;

    fn of(slice: &str) -> Self {
        let mut menu = Menu::default();
        for cell in cells(slice) {
            menu.cells += 1;
            menu.other |= script::columns(cell) > Menu::WIDEST
                || is_number_cell(cell)
                || cell.contains(['，', '。', '；', ',', ';'])
                || cell.ends_with(['.', '!', '?', '！', '？']);
            menu.known += usize::from(cues::opens_with_navigation(cell));
        }
        menu
    }

    fn is_menu(&self) -> bool {
        self.cells >= 3 && !self.other
    }

    fn is_navigation(&self) -> bool {
        self.known >= 2 && self.known * 2 >= self.cells
    }
}

/// A stroke that parts cells: inside a word it does not.
const STROKE_APART: &str = " / ";

/// The parts between bars, arrows, strokes among blanks, and two blanks or more.
fn cells(slice: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(slice);
    let parts = std::iter::from_fn(move || {
        let text = rest?;
        match joint(text) {
            Some(joint) => {
                rest = Some(&text[joint.end..]);
                Some(&text[..joint.start])
            }
            None => rest.take(),
        }
    });
    parts.map(str::trim).filter(|cell| !cell.is_empty())
}

/// What ends the first cell of `text`.
fn joint(text: &str) -> Option<Range<usize>> {
    /// What the joints start with.
    static STARTS: Leads = Leads::of(&[b' ', b'\t', b'|', b'>', 0xc2, 0xe2, 0xe3, 0xef]);
    STARTS.chars(text).find_map(|(at, c)| {
        let after = &text[at + c.len_utf8()..];
        let length = match c {
            ' ' if after.starts_with(' ') => 2,
            // Of the blanks behind a stroke two part the cells by themselves.
            ' ' if after.starts_with("/ ") && !after.starts_with("/  ") => STROKE_APART.len(),
            c if parts_cells(c) => c.len_utf8(),
            _ => return None,
        };
        Some(at..at + length)
    })
}

/// The members of a board with a dot between, as a letterhead lists them: "Ann Lee, Chair • Bo Moor • Rev. Otis Weir".
fn are_members(slice: &str) -> bool {
    /// Members of the shortest such line; two may be whom a caption shows.
    const FEWEST: usize = 3;
    const DOTS: [char; 3] = ['•', '·', '|'];
    let members: Vec<&str> = slice.split(DOTS).map(str::trim).collect();
    members.len() >= FEWEST && members.iter().all(|member| is_member(member))
}

/// "Ann Lee", "Ann Lee, Vice President".
fn is_member(cell: &str) -> bool {
    let (name, post) = cell.split_once(", ").unwrap_or((cell, ""));
    let last = post.split(' ').next_back().unwrap_or("");
    (post.is_empty() || latin::HEADS.contains_lower(last)) && super::names::is_persons(name)
}

/// Words of navigation with a blank between: "Share Post Email Print", "Share: Email Post Copy link".
fn are_buttons(slice: &str) -> bool {
    /// No row of buttons is longer, in bytes; few lines are as short.
    const LONGEST: usize = 80;
    if slice.len() > LONGEST {
        return false;
    }
    let mut ends = slice.split_whitespace();
    let (first, last) = (ends.next(), ends.next_back());
    let known = |word: Option<&str>| word.is_some_and(cues::is_navigation);
    if !(known(first) || known(last)) {
        return false;
    }
    let words = slice.split_whitespace();
    let (known, all) =
        words.fold((0, 0), |(known, all), word| (known + usize::from(cues::is_navigation(word)), all + 1));
    known >= 3 && known * 5 >= all * 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shows(slice: &str, cue: Cue) -> bool {
        let mut set = CueSet::default();
        add(slice, true, &Tally::of(slice), &mut set);
        set.has(cue)
    }

    #[test]
    fn menus_are_short_cells() {
        for line in
            ["新聞　項目　社區　會員　中文（繁體）", "Boats   Harbours   Fares", "Weir > Notices > Ferries"]
        {
            assert!(shows(line, Cue::Menu), "{line}");
        }
        for line in ["Fares   4.20   5.60", "渡輪公司宣布開辦新航線，下月啟航　船票即日發售", "Weir and Mill"]
        {
            assert!(!shows(line, Cue::Menu), "{line}");
        }
    }

    #[test]
    fn a_sentence_with_a_number_is_no_row() {
        assert!(shows("林小文 2155 0143", Cue::TableRow));
        assert!(!shows("傳媒查詢請致電 2155 0143 與林小文小姐聯絡。", Cue::TableRow));
        assert!(
            !shows("10 月 14 日從倡議走向承諾", Cue::TableRow) && shows("收益  12  盈利  14", Cue::TableRow)
        );
    }

    #[test]
    fn two_blanks_part_cells_before_a_stroke_does() {
        let parted: Vec<&str> = cells("Weir /  Mill / Boats  Fares > News").collect();
        assert_eq!(parted, ["Weir /", "Mill", "Boats", "Fares", "News"]);
    }

    #[test]
    fn a_board_stands_in_the_letterhead() {
        for line in [
            "Ann Lee, President • Susan Moor, Vice President • Mark Weir",
            "Ann Lee • Rev. James Moor • Mark Weir",
        ] {
            assert!(shows(line, Cue::Masthead), "{line}");
        }
        assert!(!shows("Weir Mill • Fares • Boats", Cue::Masthead));
        assert!(!shows("Ann Lee • Mark Weir", Cue::Masthead));
    }

    #[test]
    fn buttons_are_navigation() {
        for line in
            ["Share Post Linkedin Email Print", "列印　轉寄友人　分享至Facebook", "Home / Newsroom / Fares"]
        {
            assert!(shows(line, Cue::NavAlone), "{line}");
        }
        assert!(!shows("Share of exports in print rises", Cue::NavAlone));
    }
}
