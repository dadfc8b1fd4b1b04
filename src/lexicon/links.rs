//! Words that join two lines: "of", 的. Takes a line; tells whether it starts or ends with one.

use super::rows;
use crate::text::script;
use std::sync::LazyLock;

static STARTING: LazyLock<Vec<&str>> = LazyLock::new(|| words(&["starts", "both"]));
static ENDING: LazyLock<Vec<&str>> = LazyLock::new(|| words(&["ends", "both"]));

fn words(classes: &[&str]) -> Vec<&'static str> {
    rows(include_str!("links.tsv")).filter(|row| classes.contains(&row.class)).map(|row| row.word).collect()
}

/// Whether `line` starts with a word that goes on with the line before.
pub(crate) fn starts(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or("");
    STARTING.iter().any(|word| same(first, word) || is_han(word) && line.starts_with(word))
}

/// Whether `line` ends with a word that the next line is to go on from.
pub(crate) fn ends(line: &str) -> bool {
    let last = line.split_whitespace().next_back().unwrap_or("");
    ENDING.iter().any(|word| same(last, word) || is_han(word) && line.ends_with(word))
}

fn same(word: &str, of_table: &str) -> bool {
    word.eq_ignore_ascii_case(of_table)
}

fn is_han(word: &str) -> bool {
    word.starts_with(script::is_han)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_join_lines() {
        assert!(starts("From Owners in Three Counties") && starts("及推廣計劃"));
        assert!(ends("Mill Opens to the") && ends("海旁開放的"));
        assert!(!starts("Fromage Fair Opens") && !ends("What He Is For Sale"));
    }
}
