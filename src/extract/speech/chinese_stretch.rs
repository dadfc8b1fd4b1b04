//! What a stretch of Chinese words is, by its ends.
//!
//! Takes a clause, or a part of one where a subject may end; tells whether it ends in a name or in somebody without one, says
//! when, is what follows a name, or whether a character in it belongs to a longer word or a name. It looks for no subject.

use super::resolve;
use crate::extract::person;
use crate::lexicon::reporting::{self, Role};
use crate::text::script::is_han;
use std::ops::Range;

/// Whether a clause only says when or where: 接受訪問時, 記者會上.
pub(super) fn ends_with_occasion(clause: &str) -> bool {
    let last = clause.char_indices().next_back().and_then(|(at, _)| clause.get(at..));
    last.is_some_and(|word| reporting::is_chinese(word, Role::Occasion))
}

/// Whether a description ends with a title and the name that belongs to it.
pub(super) fn ends_in_name(text: &str) -> bool {
    resolve::titled_names(text).last().is_some_and(|named| named.extent.end == text.len())
}

/// Whether two to four characters follow the last title of a description: a name, most likely.
pub(super) fn ends_after_title(text: &str) -> bool {
    let tail = reporting::chinese_titles(text).last().and_then(|title| text.get(title.end..));
    tail.is_some_and(|tail| {
        let short = (2..=4).contains(&tail.chars().count());
        short && tail.chars().all(is_han) && reporting::subject_ends(tail).next().is_none()
    })
}

/// Whether a clause is nothing but what follows a name after commas: SBS, 太平紳士.
pub(super) fn is_postnominal(clause: &str) -> bool {
    // JP 致辭時
    let clause = match clause.split_once(' ') {
        Some((letters, rest)) if ends_with_occasion(rest) => letters,
        _ => clause,
    };
    reporting::is_chinese(clause, Role::Postnominal)
        || !clause.is_empty() && clause.chars().all(|c| c.is_ascii_uppercase() || matches!(c, '.' | ' '))
}

/// Whether nothing but such clauses stands in `range`.
pub(super) fn postnominals(text: &str, range: Range<usize>) -> bool {
    let Some(part) = text.get(range) else { return false };
    let mut clauses = part.split(['，', ',']).map(str::trim).filter(|clause| !clause.is_empty()).peekable();
    clauses.peek().is_some() && clauses.all(is_postnominal)
}

/// Whether a description ends in a word for somebody without a name.
pub(super) fn ends_in_somebody(text: &str) -> bool {
    reporting::chinese_role_at_end(text, Role::Anybody).is_some()
}

/// Whether the single character at `at` is part of a longer word: 學生會, 社會.
pub(super) fn inside_word(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or("");
    reporting::chinese_role_at_start(rest, Role::WordPart).is_some()
}

/// Whether `head` is a single character that is no surname: too little for a subject.
pub(super) fn lone(head: &str) -> bool {
    head.chars().count() == 1 && reporting::chinese_role_at_start(head, Role::Surname).is_none()
}

/// Whether a character that ends subjects is the middle of a name that opens `clause` and that the next such word ends:
/// 亦 of 林亦菲|也; but not 也 of 林也曾.
pub(super) fn is_inside_name(clause: &str, found: &Range<usize>) -> bool {
    let ends_subject = |at: usize| {
        clause
            .get(at..)
            .is_some_and(|rest| reporting::chinese_role_at_start(rest, Role::SubjectEnd).is_some())
    };
    let mut places = clause.char_indices().map(|(at, _)| at);
    let (second, third) = (places.nth(1), places.next());
    let end = places.next().unwrap_or(clause.len());
    let surname = || reporting::chinese_role_at_start(clause, Role::Surname).is_some();
    second == Some(found.start)
        && third == Some(found.end)
        && (end == clause.len() || ends_subject(end))
        && !ends_subject(found.end)
        && surname()
}

/// Whether `tail` is short enough to be a name, without a bracket behind it, and starts with a surname: 曾鈺成.
pub(super) fn surname_tail(tail: &str) -> bool {
    let tail = &tail[..tail.find(['（', '(']).unwrap_or(tail.len())];
    let chars = tail.trim_end().chars().count();
    (2..=3).contains(&chars) && reporting::chinese_role_at_start(tail, Role::Surname).is_some()
}

/// Whether the first `word` bytes of `clause` are the beginning of a post before a name: 會 of 會長林小文, 經 of 經理林小文.
pub(super) fn is_start_of_post(clause: &str, word: usize) -> bool {
    let post = person::post_at_start(clause).filter(|&end| end > word);
    post.and_then(|end| clause.get(end..)).is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_uppercase())
            || reporting::chinese_role_at_start(rest, Role::Surname).is_some()
    })
}

/// Whether the character at `at`, which ends subjects, is the surname of somebody whose post stands before it, the subject ending
/// right after the name, or with how she is called: 曾 of 校長|曾小文|致辭, 主席|曾文教授.
pub(super) fn opens_held_name(clause: &str, at: usize) -> bool {
    let Some((head, tail)) = clause.split_at_checked(at) else { return false };
    reporting::chinese_role_at_start(tail, Role::Surname).is_some()
        && person::ends_as_post(head)
        && person::chinese_name_opening(tail, true).is_some_and(|end| {
            let (name, rest) = tail.split_at(end);
            let ends = || {
                reporting::chinese_role_at_start(rest, Role::SubjectEnd).is_some()
                    || reporting::chinese_role_at_start(rest, Role::Title).is_some()
            };
            name.chars().count() > 1
                && (rest.is_empty() || ends() || reporting::chinese_cue_at_start(rest).is_some())
        })
}

/// Whether a surname of two characters opens `text`: 令狐, whose first character is a word of its own.
pub(super) fn opens_with_double_surname(text: &str) -> bool {
    reporting::chinese_role_at_start(text, Role::Surname).is_some_and(|surname| surname.chars().count() == 2)
}

/// Whether the single character at `at` ends a surname of two: 于 of 淳于.
pub(super) fn inside_double_surname(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|head| head.char_indices().next_back());
    before.is_some_and(|(start, _)| text.get(start..).is_some_and(opens_with_double_surname))
}
