//! What mails and letters open and close with: takes a line; tells whether it greets or takes leave.

use super::{Row, rows};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

static GREETINGS: LazyLock<Vec<&str>> = LazyLock::new(|| of_class("greeting").map(|row| row.word).collect());
static CLOSES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| of_class("close").map(|row| row.word).collect());

fn of_class(class: &'static str) -> impl Iterator<Item = Row> {
    rows(include_str!("letters.tsv")).filter(move |row| row.class == class)
}

/// Words of the longest line that greets, and of the longest that takes leave; a guess.
const MOST: usize = 6;

/// Whether `line` greets and does nothing else: "Dear all,", "Hi Ann –".
pub(crate) fn greets(line: &str) -> bool {
    let Some(bare) = without_mark(line) else { return false };
    let small = bare.to_lowercase();
    bare.split_whitespace().nth(MOST).is_none()
        && GREETINGS
            .iter()
            .any(|word| small.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// Whether `line` takes leave and does nothing else: "Best wishes,".
pub(crate) fn takes_leave(line: &str) -> bool {
    let bare = without_mark(line).unwrap_or(line).trim();
    bare.split_whitespace().nth(MOST).is_none() && CLOSES.contains(bare.to_lowercase().as_str())
}

/// The line without the mark that a greeting ends with.
fn without_mark(line: &str) -> Option<&str> {
    let bare = line.trim_end().trim_end_matches(['-', '–', '—']).trim_end();
    let ends = [',', '!', ':', '.'].iter().find_map(|&mark| bare.strip_suffix(mark));
    ends.or_else(|| (bare.len() < line.trim_end().len()).then_some(bare))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_greet_and_take_leave() {
        assert!(greets("Dear all,") && greets("Hi Ann –") && greets("Good morning!"));
        assert!(
            !greets("Dear Weir, an exhibition of letters, opens in May and in June,")
                && !greets("Dear Weir opens")
        );
        assert!(
            takes_leave("Best wishes,") && takes_leave("Kind regards") && !takes_leave("Best wishes to all")
        );
    }
}
