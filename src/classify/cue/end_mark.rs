//! What ends a release: marks that only an end has, and the lexicon's words with what may stand beside them.
//!
//! Takes one line; tells whether it is an end mark. Where a release ends it does not say: stars, and a mark in the midst of
//! a page, are judged with the page.

use super::tally::{Marks, Tally};
use crate::lexicon::cues::{self, CueClass};
use crate::text::script;

/// Whether `slice` is an end mark of any of these forms but words alone, which come with the other phrases.
pub(super) fn is_end(slice: &str, tally: &Tally) -> bool {
    let dated = || tally.marks.have(Marks::STROKE) && is_dated_end(slice);
    is_end_mark(slice) || dated() || is_counted_end(slice)
}

/// Whether `slice` is an end mark, in marks or in words, and nothing else.
pub(in crate::classify) fn is_end_mark_alone(slice: &str) -> bool {
    cues::is_alone(slice, CueClass::EndMark) || is_end_mark(slice)
}

/// `###`, `# # #`, `-30-`, `***` of three to five: marks that only an end has. Words are in the lexicon.
fn is_end_mark(slice: &str) -> bool {
    if slice.len() > 24 {
        return false;
    }
    let may_be = |c: char| matches!(c, '#' | '＃' | '3' | '0') || script::is_dash(c) || c.is_whitespace();
    if !slice.chars().all(may_be) {
        return is_signed_off(slice);
    }
    let marks: String = slice.chars().filter(|c| !c.is_whitespace()).collect();
    let of = |mark: char| !marks.is_empty() && marks.chars().all(|c| c == mark);
    let hashes = (of('#') || of('＃')) && marks.chars().count() <= 12;
    let thirty = marks.trim_matches(script::is_dash) == "30" && marks.len() > 2;
    hashes || thirty
}

/// "-USHG-": the letters of who issues it between dashes, as services sign off.
fn is_signed_off(slice: &str) -> bool {
    let inner = slice.strip_prefix(script::is_dash).and_then(|rest| rest.strip_suffix(script::is_dash));
    inner.map(str::trim).is_some_and(|letters| {
        (2..=6).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_uppercase())
    })
}

/// "Ends/Thursday, November 27, 2025": the mark, a stroke, a date; "DIWEDD/ENDS": the mark in two languages.
fn is_dated_end(slice: &str) -> bool {
    if slice.len() >= 80 {
        return false;
    }
    let Some((first, second)) = slice.split_once(['/', '／']) else { return false };
    let is_mark = |part: &str| cues::is_alone(part, CueClass::EndMark);
    is_mark(first) && second.contains(char::is_numeric)
        || !first.trim().contains(char::is_whitespace) && is_mark(second)
}

/// "ENDS (412 words)": the mark, and how long the text is.
fn is_counted_end(slice: &str) -> bool {
    let counted = slice.strip_suffix([')', '）']).filter(|line| line.len() < 40);
    counted.and_then(|line| line.split_once(['(', '（'])).is_some_and(|(mark, count)| {
        count.contains(|c: char| c.is_ascii_digit()) && cues::is_alone(mark, CueClass::EndMark)
    })
}

/// `***`, `* * *` and more of them with blanks between, which end a release where it ends, and are a rule elsewhere.
pub(super) fn is_three_stars(slice: &str) -> bool {
    /// Stars of the longest with blanks; a guess.
    const MOST: usize = 8;
    let is_star = |c: &char| matches!(c, '*' | '＊');
    if !slice.starts_with(['*', '＊']) || !slice.chars().all(|c| is_star(&c) || c.is_whitespace()) {
        return false;
    }
    let stars = slice.chars().filter(is_star).count();
    let spaced = slice.split(' ').count() == stars;
    stars == 3 || spaced && (3..=MOST).contains(&stars)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn releases_end_in_marks_letters_and_two_languages() {
        for mark in ["###", "# # #", "-30-", "-USHG-", "– WMB –"] {
            assert!(is_end_mark(mark), "{mark}");
        }
        assert!(!is_end_mark("-2-"));
        assert!(!is_end_mark("- item"));
        assert!(is_dated_end("Ends/Thursday, 27 November 2025"));
        assert!(is_dated_end("DIWEDD / ENDS"));
        assert!(is_counted_end("ENDS (412 words)") && !is_counted_end("Boats (12)"));
        assert!(!is_dated_end("and/or"));
        assert!(is_three_stars("* * *") && is_three_stars("* * * * *") && !is_three_stars("****"));
    }
}
