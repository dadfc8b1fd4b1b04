//! What the letters and marks of a line's start are, counted in one pass.
//!
//! Takes a line; gives how many letters of each kind its start has, and which marks stand in it. What the rules ask of a line
//! they ask of these first: most lines lack the mark that a rule is about. It judges nothing.

use crate::text::boundary::head;
use crate::text::script;
use std::ops::BitOr;

/// How much of a line's start is looked at for its contents: what makes a line a contact or a caption stands there.
pub(super) const LOOKED_AT: usize = 400;

/// A set of marks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Marks(u8);

impl Marks {
    /// `.`, `@` or `/`: what every address has.
    pub(super) const OF_ADDRESS: Marks = Marks(1);
    /// `#`, narrow or wide.
    pub(super) const HASH: Marks = Marks(1 << 1);
    /// `/`, narrow or wide.
    pub(super) const STROKE: Marks = Marks(1 << 2);
    /// What parts cells wherever it stands: see [`parts_cells`].
    pub(super) const PARTING: Marks = Marks(1 << 3);
    /// Two spaces together.
    pub(super) const DOUBLE_SPACE: Marks = Marks(1 << 4);
    /// A tab or a blank that does not break.
    pub(super) const FIXED_BLANK: Marks = Marks(1 << 5);
    /// `•`, `·` or `|`: what stands between the members of a board.
    pub(super) const DOT: Marks = Marks(1 << 6);

    /// `:`, the narrow one.
    const COLON: Marks = Marks(1 << 7);

    const ANY: Marks = Marks(u8::MAX);

    /// Whether one of `marks` is in it.
    pub(super) fn have(self, marks: Marks) -> bool {
        self.0 & marks.0 != 0
    }

    /// Those that `c` is.
    const fn of(c: char) -> Marks {
        let of_address = matches!(c, '.' | '@' | '/') as u8 * Marks::OF_ADDRESS.0;
        let hash = matches!(c, '#' | '＃') as u8 * Marks::HASH.0;
        let stroke = matches!(c, '/' | '／') as u8 * Marks::STROKE.0;
        let parting = parts_cells(c) as u8 * Marks::PARTING.0;
        let blank = matches!(c, '\t' | '\u{a0}') as u8 * Marks::FIXED_BLANK.0;
        let dot = matches!(c, '•' | '·' | '|') as u8 * Marks::DOT.0;
        let colon = (c == ':') as u8 * Marks::COLON.0;
        Marks(of_address | hash | stroke | parting | blank | dot | colon)
    }
}

impl BitOr for Marks {
    type Output = Marks;

    fn bitor(self, other: Marks) -> Marks {
        Marks(self.0 | other.0)
    }
}

/// What a character is by its first byte.
#[derive(Clone, Copy)]
struct Kind {
    marks: Marks,
    /// Its bytes; 0 where more than the first is to be looked at.
    length: u8,
    /// One in the place of each count that it adds to: see [`counted`].
    counts: u64,
}

/// Bits of a count: more than [`LOOKED_AT`] needs.
const COUNT: u32 = 10;

/// Capitals, small letters, digits, blanks, commas and ideographs, counted in one number.
fn counted(counts: u64) -> [usize; 6] {
    std::array::from_fn(|place| (counts >> (place as u32 * COUNT)) as usize & ((1 << COUNT) - 1))
}

/// The kind of each character of ASCII, and of those from U+5000 on to U+9FFF: nearly all ideographs.
static KINDS: [Kind; 256] = {
    let mut kinds = [Kind { marks: Marks(0), length: 0, counts: 0 }; 256];
    let mut byte = 0;
    while byte < 128 {
        let c = byte as u8 as char;
        let counts = match c {
            'A'..='Z' => 1,
            'a'..='z' => 1 << COUNT,
            '0'..='9' => 1 << (COUNT * 2),
            ' ' | '\t'..='\r' => 1 << (COUNT * 3),
            ',' => 1 << (COUNT * 4),
            _ => 0,
        };
        kinds[byte] = Kind { marks: Marks::of(c), length: 1, counts };
        byte += 1;
    }
    byte = 0xe5;
    while byte <= 0xe9 {
        kinds[byte] = Kind { marks: Marks(0), length: 3, counts: 1 << (COUNT * 5) };
        byte += 1;
    }
    kinds
};

/// What parts cells wherever it stands.
pub(super) const fn parts_cells(c: char) -> bool {
    matches!(c, '\t' | '\u{3000}' | '|' | '｜' | '>' | '＞' | '»' | '›')
}

/// The counts.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) upper: usize,
    pub(super) lower: usize,
    /// Latin letters without accents.
    pub(super) latin: usize,
    pub(super) han: usize,
    /// ASCII digits.
    pub(super) digits: usize,
    /// Characters that print nothing but room.
    pub(super) blanks: usize,
    /// Commas, Chinese stops and the like, and full stops before a blank.
    pub(super) clauses: usize,
    pub(super) columns: usize,
    /// Whether an opening quotation mark stands after a colon.
    pub(super) gives_word: bool,
    /// Where the first colon stands that a label may end with, narrow or wide.
    pub(super) colon: Option<usize>,
    /// The marks of all the line. Where it is longer than what is looked at, every mark may be in it.
    pub(super) marks: Marks,
}

impl Tally {
    pub(super) fn of(line: &str) -> Self {
        let head = head(line, LOOKED_AT);
        let mut tally = if head.is_ascii() { Tally::of_ascii(head) } else { Tally::of_other(head) };
        if script::has_double_space(head) {
            tally.marks = tally.marks | Marks::DOUBLE_SPACE;
        }
        if head.len() < line.len() {
            tally.marks = Marks::ANY;
        }
        tally
    }

    /// That of a text in ASCII: what a byte counts for is added without a branch.
    fn of_ascii(head: &str) -> Self {
        let (mut counts, mut marks) = (0, Marks::default());
        for &byte in head.as_bytes() {
            let kind = &KINDS[usize::from(byte)];
            counts += kind.counts;
            marks = marks | kind.marks;
        }
        let mut tally = Tally { marks, ..Tally::default() };
        tally.add_counts(head, counts, head.len());
        tally
    }

    /// That of any text.
    fn of_other(head: &str) -> Self {
        let bytes = head.as_bytes();
        let mut tally = Tally::default();
        // What is counted by first bytes, and how many bytes all else has.
        let (mut counts, mut others) = (0, 0);
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            let kind = &KINDS[usize::from(byte)];
            counts += kind.counts;
            tally.marks = tally.marks | kind.marks;
            at += usize::from(kind.length);
            if kind.length == 0 {
                let Some(c) = head[at..].chars().next() else { break };
                tally.add_other(head, at, c);
                at += c.len_utf8();
                others += c.len_utf8();
            }
        }
        tally.add_counts(head, counts, bytes.len() - others);
        tally
    }

    /// Adds what was counted by first bytes, so many of them, and what ASCII marks stand before.
    fn add_counts(&mut self, head: &str, counts: u64, bytes: usize) {
        let [upper, lower, digits, blanks, commas, han] = counted(counts);
        self.upper += upper;
        self.lower += lower;
        // Those with accents were counted with the others.
        self.latin = upper + lower;
        self.han += han;
        self.digits = digits;
        self.blanks += blanks;
        self.clauses += commas;
        // An ideograph has three bytes and two columns.
        self.columns += bytes - han;
        let bytes = head.as_bytes();
        if self.marks.have(Marks::OF_ADDRESS) {
            let stops = memchr::memchr_iter(b'.', bytes);
            self.clauses += stops.filter(|at| bytes.get(at + 1) == Some(&b' ')).count();
        }
        if self.marks.have(Marks::COLON) {
            memchr::memchr_iter(b':', bytes).for_each(|at| self.add_colon(head, at, ':'));
        }
    }

    fn add_other(&mut self, head: &str, at: usize, c: char) {
        match c {
            '\u{4e00}'..='\u{4fff}' => {
                self.han += 1;
                self.columns += 2;
                return;
            }
            '，' | '。' | '、' | '；' => {
                self.clauses += 1;
                self.columns += 2;
                return;
            }
            // The marks of Chinese print are neither letters nor blanks, nor are quotation marks and dashes.
            '\u{3003}' | '\u{3008}'..='\u{301f}' | '（' | '）' | '！' | '？' => {
                self.columns += 2;
                return;
            }
            '\u{2010}'..='\u{201f}' | '…' => {
                self.columns += 1;
                return;
            }
            '：' | '︰' => self.add_colon(head, at, c),
            _ => {}
        }
        self.marks = self.marks | Marks::of(c);
        self.columns += script::columns_of(c);
        if c != '：' {
            self.blanks += usize::from(c.is_whitespace());
            self.upper += usize::from(c.is_uppercase());
            self.lower += usize::from(c.is_lowercase());
            self.han += usize::from(script::is_han(c));
        }
    }

    fn add_colon(&mut self, head: &str, at: usize, colon: char) {
        if colon != '︰' {
            self.colon = Some(self.colon.map_or(at, |first| first.min(at)));
        }
        self.gives_word |= head[at + colon.len_utf8()..].trim_start().starts_with(script::opens_quote);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_marks_are_counted() {
        let tally = Tally::of("At 9:30 Ann Lee said: “Ça va.”  渡輪靠岸，人下船 #Weir");
        assert_eq!((tally.upper, tally.latin, tally.han, tally.digits), (5, 19, 7, 3));
        assert_eq!((tally.clauses, tally.colon), (1, Some(4)));
        assert!(tally.gives_word && tally.marks.have(Marks::HASH) && tally.marks.have(Marks::DOUBLE_SPACE));
        assert!(!tally.marks.have(Marks::STROKE | Marks::PARTING));
    }

    #[test]
    fn marks_beyond_what_is_looked_at_are_not_ruled_out() {
        assert!(Tally::of(&"a".repeat(LOOKED_AT + 1)).marks.have(Marks::HASH));
        assert!(!Tally::of(&"a".repeat(LOOKED_AT)).marks.have(Marks::HASH));
    }
}
