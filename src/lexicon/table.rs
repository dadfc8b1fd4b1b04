//! The form of the tables: takes the text of one, gives its rows.

use rustc_hash::FxHashMap;

/// One row: a word, its written form, what the table says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Row {
    /// `en`, `hant`, `hans`, `zh`, `any`.
    pub(crate) form: &'static str,
    pub(crate) word: &'static str,
    /// The third column; empty where there is none.
    pub(crate) class: &'static str,
    /// The fourth.
    pub(crate) extra: &'static str,
}

/// The rows of `table`, comments and empty lines left out.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = Row> {
    let mut left = table;
    std::iter::from_fn(move || {
        loop {
            if left.starts_with('#') {
                left = memchr::memchr(b'\n', left.as_bytes()).map_or("", |end| &left[end..]);
            } else if left.starts_with(|c: char| c < ' ' && c != '\t') {
                left = &left[1..];
            } else {
                return (!left.is_empty()).then(|| take_row(&mut left));
            }
        }
    })
}

/// The row that `left` opens with, which is cut off.
fn take_row(left: &mut &'static str) -> Row {
    let mut columns = [""; 4];
    let mut next = columns.iter_mut();
    loop {
        // Columns are too short for a search of many bytes at a time. What ends one is the only mark below the blank.
        let end = left.bytes().position(|byte| byte < b' ').unwrap_or(left.len());
        let (column, rest) = left.split_at(end);
        if let Some(slot) = next.next() {
            *slot = column;
        }
        if !rest.starts_with('\t') {
            *left = rest;
            break;
        }
        *left = &rest[1..];
    }
    let [form, word, class, extra] = columns;
    Row { form, word, class, extra }
}

/// The words of a table by their class: the table is read once, whatever the number of its classes.
pub(crate) struct WordsByClass(FxHashMap<&'static str, Vec<&'static str>>);

impl WordsByClass {
    pub(crate) fn of(table: &'static str) -> Self {
        let mut classes: FxHashMap<_, Vec<_>> = FxHashMap::default();
        rows(table).for_each(|row| classes.entry(row.class).or_default().push(row.word));
        WordsByClass(classes)
    }

    /// The words of `class`, in the order of the table.
    pub(crate) fn words(&self, class: &str) -> impl Iterator<Item = &'static str> {
        self.0.get(class).into_iter().flatten().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_split_at_tabs_and_comments_left_out() {
        let all: Vec<Row> = rows("# head\tof all\nen\tsaid\tpast\r\n\nzh\t說\n").collect();
        assert_eq!(all.len(), 2);
        assert_eq!((all[0].form, all[0].word, all[0].class), ("en", "said", "past"));
        assert_eq!((all[1].word, all[1].class), ("說", ""));
    }
}
