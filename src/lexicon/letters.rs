//! What mails and letters open and close with: takes a line; tells whether it greets, hands over a release or takes leave.

use super::{Row, rows};
use crate::text::strings::Firsts;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

static GREETINGS: LazyLock<Vec<&str>> = LazyLock::new(|| of_class("greeting").map(|row| row.word).collect());
/// The first letters of those in Chinese: most lines are told by their own.
static CHINESE_FIRSTS: LazyLock<Firsts> = LazyLock::new(|| {
    let mut firsts = Firsts::default();
    let chinese = GREETINGS.iter().filter(|word| !word.is_ascii());
    chinese.filter_map(|word| word.chars().next()).for_each(|first| firsts.add(first));
    firsts
});
static NOTES: LazyLock<Vec<&str>> = LazyLock::new(|| of_class("note").map(|row| row.word).collect());
static CLOSES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| of_class("close").map(|row| row.word).collect());

fn of_class(class: &'static str) -> impl Iterator<Item = Row> {
    rows(include_str!("letters.tsv")).filter(move |row| row.class == class)
}

/// Words of the longest line that greets, and of the longest that takes leave; a guess.
const MOST: usize = 6;

/// Whether `line` greets and does nothing else: "Dear all,", "Hi Ann –".
pub(crate) fn greets(line: &str) -> bool {
    let Some(bare) = without_mark(line).filter(|bare| bare.split_whitespace().nth(MOST).is_none()) else {
        return false;
    };
    let small = bare.to_lowercase();
    GREETINGS
        .iter()
        .any(|word| small.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// Whether `line` opens with a greeting in Chinese, whatever follows it: 各位媒體朋友，您好！
pub(crate) fn opens_with_greeting(line: &str) -> bool {
    line.starts_with(|first| CHINESE_FIRSTS.may_have(first))
        && GREETINGS.iter().any(|word| !word.is_ascii() && line.starts_with(word))
}

/// Whether `line` hands a release over: "Please find our release below", 新聞稿如下.
pub(crate) fn hands_over(line: &str) -> bool {
    let small = line.to_lowercase();
    NOTES.iter().any(|word| small.contains(word))
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
        assert!(opens_with_greeting("各位媒體朋友，您好！") && !opens_with_greeting("渡輪，各位媒體朋友"));
        assert!(hands_over("Please find our release below.") && hands_over("新聞稿如下，惠請報導。"));
        assert!(!hands_over("新聞稿") && !hands_over("We find the release of water below the weir."));
        assert!(
            takes_leave("Best wishes,") && takes_leave("Kind regards") && !takes_leave("Best wishes to all")
        );
    }
}
