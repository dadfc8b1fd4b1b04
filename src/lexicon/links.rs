//! Words that join two lines, "of", 的, or two sentences, "They", 這. Takes a line; tells whether it starts or ends with
//! one.

use super::rows;
use super::tree::{ClassSet, Tree};
use crate::text::script;
use std::sync::LazyLock;

/// The words that lines start with, from their first letter on.
static STARTING: LazyLock<Tree> = LazyLock::new(|| tree(&["starts", "both"], |word| word.chars().collect()));
/// The words that lines end with, from their last letter on.
static ENDING: LazyLock<Tree> =
    LazyLock::new(|| tree(&["ends", "both", "noun"], |word| word.chars().rev().collect()));
/// Those of them after which a noun follows: no title and no sentence ends so.
static BEFORE_NOUN: LazyLock<Tree> = LazyLock::new(|| tree(&["noun"], |word| word.chars().rev().collect()));

/// The words that point back to the sentence before.
static BACK: LazyLock<Tree> = LazyLock::new(|| tree(&["back"], |word| word.chars().collect()));

/// The words by which those who write speak of themselves.
static OF_US: LazyLock<Tree> = LazyLock::new(|| tree(&["us"], |word| word.chars().collect()));

/// What questions and answers open with, each a paragraph of its own.
static TURNS: LazyLock<Tree> = LazyLock::new(|| tree(&["turn"], |word| word.chars().collect()));

/// The class of every word, and that of the words that other letters may follow.
const WORD: ClassSet = 1;
const HAN: ClassSet = 2;

fn tree(classes: &[&str], letters: fn(&str) -> Vec<char>) -> Tree {
    let words = rows(include_str!("links.tsv")).filter(|row| classes.contains(&row.class));
    Tree::of(words.map(|row| {
        let classes = if row.word.starts_with(script::is_han) { WORD | HAN } else { WORD };
        (letters(&row.word.to_ascii_lowercase()).into_iter(), classes)
    }))
}

/// Whether `line` starts with a word that goes on with the line before.
pub(crate) fn starts(line: &str) -> bool {
    starts_with(&STARTING, line)
}

/// Whether `line` starts with a word that points back to the sentence before.
pub(crate) fn points_back(line: &str) -> bool {
    starts_with(&BACK, line)
}

/// Whether `line` opens with a word by which those who write speak of themselves: "We", 我們.
pub(crate) fn speaks_of_us(line: &str) -> bool {
    starts_with(&OF_US, line)
}

/// Whether `line` opens as a question or an answer: 問：, A:.
pub(crate) fn opens_turn(line: &str) -> bool {
    let letters = line.char_indices().map(|(at, c)| (at + c.len_utf8(), small(c)));
    let end = TURNS.longest(letters, WORD | HAN);
    end.is_some_and(|end| line[end..].trim_start().starts_with([':', '：', '︰']))
}

fn starts_with(words: &Tree, line: &str) -> bool {
    let start = line.trim_start();
    let Some(first) = start.chars().next().filter(|&first| words.may_open(small(first), WORD | HAN)) else {
        return false;
    };
    let word = start.chars().take_while(|c| !c.is_whitespace());
    words.classes(word.map(small), WORD) != 0
        || !first.is_ascii() && words.longest(line.chars().map(|c| ((), c)), HAN).is_some()
}

/// Whether `line` ends with a word that the next line is to go on from.
pub(crate) fn ends(line: &str) -> bool {
    let end = line.trim_end();
    if !end.ends_with(|last| ENDING.may_open(small(last), WORD | HAN)) {
        return false;
    }
    let last = end.chars().rev().take_while(|c| !c.is_whitespace());
    ENDING.classes(last.map(small), WORD) != 0
        || ENDING.longest(line.chars().rev().map(|c| ((), c)), HAN).is_some()
}

/// Whether `line` ends with a word before a noun: "receive the".
pub(crate) fn ends_before_noun(line: &str) -> bool {
    let last = line.trim_end().chars().rev().take_while(|c| !c.is_whitespace());
    BEFORE_NOUN.classes(last.map(small), WORD) != 0
}

fn small(c: char) -> char {
    c.to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_join_lines() {
        assert!(starts("From Owners in Three Counties") && starts("及推廣計劃"));
        assert!(ends("Mill Opens to the") && ends("海旁開放的"));
        assert!(points_back("They left") && points_back("這是") && !points_back("Theyer left"));
        assert!(speaks_of_us("We acknowledge") && speaks_of_us("我們承認") && !speaks_of_us("West of"));
        assert!(ends_before_noun("received the") && !ends_before_noun("received from"));
        assert!(!starts("Fromage Fair Opens") && !ends("What He Is For Sale"));
    }
}
