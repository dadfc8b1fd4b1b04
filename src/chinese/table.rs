//! One dictionary of a conversion step, as `tables/regenerate.py` writes it.
//!
//! Takes the bytes of a table file, gives the longest key at the start of a text and what it stands for. The form of the
//! file is told in the script. Nothing is built at the start: the bytes are looked up where they lie.

use std::str::Chars;

/// A table: a double array over the codes of characters.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// For the high part of a code point, its page.
    index: &'static [[u8; 2]],
    /// For the low part, in its page, the character's code.
    pages: &'static [[u8; 2]],
    /// Base, check, value.
    cells: &'static [[u8; 12]],
    values: &'static str,
    /// Whether keys of several characters are vocabulary: their characters do not answer one another.
    vocabulary: bool,
}

/// What a key stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Value(u32);

impl Value {
    /// Whether the key is one of the phrases by which a text is cut into segments.
    pub(super) fn is_phrase(self) -> bool {
        self.0 >> 31 == 1
    }
}

/// A key at the start of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Match {
    /// Bytes of the key.
    pub(super) len: usize,
    pub(super) value: Value,
}

/// What a character is in the keys of a table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Role {
    /// Keys of several characters start with it.
    pub(super) starts: bool,
    /// It stands in a key, and another character follows.
    pub(super) leads: bool,
    /// It stands in a key after another character.
    pub(super) follows: bool,
}

const MAGIC: &[u8; 8] = b"PRZHTAB1";
const ROOT: u32 = 0;

impl Table {
    /// Reads the bytes of a table file: nothing where they are none.
    pub(super) fn read(bytes: &'static [u8]) -> Option<Table> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let (counts, rest) = rest.split_at_checked(16)?;
        let (counts, _) = counts.as_chunks::<4>();
        let [pages, cells, values, _] = *counts else { return None };
        let [pages, cells, values] = [pages, cells, values].map(|n| u32::from_le_bytes(n) as usize);
        let (index, rest) = rest.split_at_checked(4352 * 2)?;
        let (pages, rest) = rest.split_at_checked(pages.checked_mul(512)?)?;
        let (cells, rest) = rest.split_at_checked(cells.checked_mul(12)?)?;
        let values = (rest.len() == values).then_some(rest)?;
        Some(Table {
            index: index.as_chunks().0,
            pages: pages.as_chunks().0,
            cells: cells.as_chunks().0,
            values: std::str::from_utf8(values).ok()?,
            vocabulary: false,
        })
    }

    fn of_vocabulary(self) -> Table {
        Table { vocabulary: true, ..self }
    }

    /// Whether the characters of a key and of its value answer one another, one by one, where they are as many.
    pub(super) fn answers_by_character(&self) -> bool {
        !self.vocabulary
    }

    /// The longest key at the start of `text`.
    #[inline]
    pub(super) fn longest(&self, text: &str) -> Option<Match> {
        let mut chars = text.chars();
        self.longest_from(chars.next()?, chars)
    }

    /// The longest key that starts with `first`, which is read already, and goes on in `further`.
    #[inline]
    pub(super) fn longest_from(&self, first: char, further: Chars<'_>) -> Option<Match> {
        self.walk(first, further, |_| true)
    }

    /// The longest phrase at the start of `text`.
    pub(super) fn longest_phrase(&self, text: &str) -> Option<Match> {
        let mut chars = text.chars();
        self.walk(chars.next()?, chars, Value::is_phrase)
    }

    #[inline]
    fn walk(&self, first: char, mut further: Chars<'_>, counts: impl Fn(Value) -> bool) -> Option<Match> {
        let mut found = None;
        let (mut node, mut base, mut len) = (ROOT, 0, 0);
        let mut c = first;
        loop {
            let code = self.code(c);
            if code == 0 {
                break;
            }
            let cell = base + code;
            let Some((next, check, value)) = self.cell(cell) else { break };
            if check != node {
                break;
            }
            len += c.len_utf8();
            if value.0 != 0 && counts(value) {
                found = Some(Match { len, value });
            }
            if next == 0 {
                break;
            }
            (node, base) = (cell, next);
            let Some(next) = further.next() else { break };
            c = next;
        }
        found
    }

    /// What a key stands for; nothing where it stands for itself.
    #[inline]
    pub(super) fn text(&self, value: Value) -> Option<&'static str> {
        let (at, len) = ((value.0 >> 8 & 0x7f_ffff) as usize, (value.0 & 0xff) as usize);
        if len == 0 { None } else { self.values.get(at..at + len) }
    }

    /// What the character alone stands for, if it is a key.
    pub(super) fn single(&self, c: char) -> Option<Value> {
        let (_, check, value) = self.cell(self.code(c)).filter(|_| self.code(c) != 0)?;
        (check == ROOT && value.0 != 0).then_some(value)
    }

    /// Whether a key has `c`.
    pub(super) fn has(&self, c: char) -> bool {
        self.code(c) != 0
    }

    /// Every character of the keys.
    pub(super) fn alphabet(&self) -> impl Iterator<Item = char> {
        (0u32..).zip(self.index).filter(|(_, page)| **page != [0, 0]).flat_map(|(high, page)| {
            let page = usize::from(u16::from_le_bytes(*page)) * 256;
            let codes = self.pages.get(page..page + 256).unwrap_or_default();
            (0u32..)
                .zip(codes)
                .filter(|(_, code)| **code != [0, 0])
                .filter_map(move |(low, _)| char::from_u32(high << 8 | low))
        })
    }

    /// What each character is in the keys, by its code.
    pub(super) fn roles(&self) -> Roles<'_> {
        let mut roles = vec![Role::default(); usize::from(u16::MAX) + 1];
        for at in 1..self.cells.len() as u32 {
            let Some((next, parent, _)) = self.cell(at) else { continue };
            let base = if parent == ROOT { 0 } else { self.cell(parent).map_or(at, |(base, ..)| base) };
            let Some(role) = roles.get_mut(at.wrapping_sub(base) as usize) else { continue };
            role.leads |= next != 0;
            role.starts |= next != 0 && parent == ROOT;
            role.follows |= parent != ROOT;
        }
        Roles { table: self, roles }
    }

    #[inline]
    fn code(&self, c: char) -> u32 {
        let c = c as usize;
        let Some(page) = self.index.get(c >> 8) else { return 0 };
        let at = usize::from(u16::from_le_bytes(*page)) << 8 | c & 0xff;
        self.pages.get(at).map_or(0, |code| u32::from(u16::from_le_bytes(*code)))
    }

    #[inline]
    fn cell(&self, at: u32) -> Option<(u32, u32, Value)> {
        let [b0, b1, b2, b3, c0, c1, c2, c3, v0, v1, v2, v3] = *self.cells.get(at as usize)?;
        let word = u32::from_le_bytes;
        Some((word([b0, b1, b2, b3]), word([c0, c1, c2, c3]), Value(word([v0, v1, v2, v3]))))
    }
}

/// What each character is in the keys of a table.
pub(super) struct Roles<'a> {
    table: &'a Table,
    roles: Vec<Role>,
}

impl Roles<'_> {
    pub(super) fn of(&self, c: char) -> Role {
        match self.table.code(c) {
            0 => Role::default(),
            code => self.roles.get(code as usize).copied().unwrap_or_default(),
        }
    }
}

/// The tables of this crate, each read on first use.
pub(super) mod tables {
    use super::Table;
    use std::sync::LazyLock;

    macro_rules! table {
        ($name:ident, $file:literal) => {
            pub(in crate::chinese) static $name: LazyLock<Table> =
                LazyLock::new(|| Table::read(include_bytes!(concat!("tables/", $file))).unwrap_or_default());
        };
        ($name:ident, $file:literal, vocabulary) => {
            pub(in crate::chinese) static $name: LazyLock<Table> = LazyLock::new(|| {
                Table::read(include_bytes!(concat!("tables/", $file))).unwrap_or_default().of_vocabulary()
            });
        };
    }

    table!(COMPATIBILITY, "compatibility.bin");
    table!(ST, "st.bin");
    table!(TS, "ts.bin");
    table!(HK, "hk.bin");
    table!(HK_REV, "hk_rev.bin");
    table!(HKP, "hkp.bin", vocabulary);
    table!(HKP_REV, "hkp_rev.bin", vocabulary);
    table!(TW, "tw.bin");
    table!(TW_REV, "tw_rev.bin");
    table!(TWP, "twp.bin", vocabulary);
    table!(TWP_REV, "twp_rev.bin", vocabulary);
    table!(JP, "jp.bin");
    table!(JP_REV, "jp_rev.bin");
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn fnv(bytes: &[u8]) -> u64 {
        bytes
            .iter()
            .fold(0xcbf2_9ce4_8422_2325, |h, byte| (h ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
    }

    #[test]
    fn the_committed_tables_are_those_of_the_manifest() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/chinese/tables");
        let manifest = include_str!("tables/manifest.tsv");
        assert!(manifest.starts_with("# OpenCC 1.4.2\t"));
        let mut listed = 0;
        for row in manifest.lines().skip(1) {
            let columns: Vec<&str> = row.split('\t').collect();
            let bytes: &'static [u8] = std::fs::read(folder.join(columns[0])).unwrap().leak();
            assert_eq!(bytes.len().to_string(), columns[2], "{row}");
            assert_eq!(format!("{:016x}", fnv(bytes)), columns[3], "{row}");
            let table = Table::read(bytes).expect(row);
            let keys = table.cells.iter().filter(|cell| cell[8..] != [0; 4]).count();
            assert_eq!(keys.to_string(), columns[1], "{row}");
            listed += 1;
        }
        let files = std::fs::read_dir(&folder).unwrap().flatten();
        let tables = files.filter(|file| file.path().extension().is_some_and(|end| end == "bin")).count();
        assert_eq!(listed, tables);
    }

    #[test]
    fn the_longest_key_is_found() {
        let found = tables::ST.longest("头发长了").unwrap();
        assert_eq!(found.len, "头发".len());
        assert_eq!(tables::ST.text(found.value), Some("頭髮"));
        assert!(found.value.is_phrase());
        let alone = tables::ST.longest("发x").unwrap();
        assert_eq!(tables::ST.text(alone.value), Some("發"));
        assert!(!alone.value.is_phrase());
        assert_eq!(tables::ST.longest("香港"), None);
        assert_eq!(tables::ST.longest(""), None);
    }

    #[test]
    fn bytes_that_are_no_table_are_refused() {
        assert!(Table::read(b"").is_none());
        assert!(
            Table::read(b"PRZHTAB1\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff")
                .is_none()
        );
    }
}
