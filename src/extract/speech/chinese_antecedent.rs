//! Whom a Chinese pronoun means.
//!
//! Takes the place of the pronoun; gives who the sentences before it are about. It reads back over some sentences of the
//! same paragraph only.

use super::chinese::{COMMAS, STOPS};
use super::chinese_clause::{MOST_NAME_CHARS, after_openers};
use super::chinese_subject::{named_after_post, statement_subject};
use crate::extract::person::{self, ChineseText};
use crate::lexicon::reporting::{self, Governs, Role};
use crate::text::script::is_han;
use std::ops::Range;

/// Whom a pronoun at `at` can mean: what its sentence, or one of the three before, is about. Sentences that are about
/// a pronoun pass it on; where nobody else is found, the first of them that is the same word is whom it means.
pub(super) fn antecedent(text: &ChineseText<'_>, at: usize) -> Option<Range<usize>> {
    let pronoun_at = |at: usize| reporting::chinese_role_at_start(text.get(at..)?, Role::Pronoun);
    let pronoun = pronoun_at(at);
    let (mut end, mut others, mut same) = (at, 0, None);
    for _ in 0..MOST_BACK {
        let head = text.get(..end)?;
        if let Some(open) = closed_string_start(head) {
            (end, others) = (open, others + 1);
            continue;
        }
        let start =
            head.rfind(STOPS).map_or(0, |stop| stop + head[stop..].chars().next().map_or(1, char::len_utf8));
        let subject = statement_subject(text, start..end);
        let (passed_on, subject) = match subject {
            Some(found) if pronoun_at(found.start).is_some() => {
                let other = pronoun_at(found.start) != pronoun;
                let relative = if other { relative_after(text, found.end..end) } else { None };
                if relative.is_some() { (None, relative) } else { (Some(found), None) }
            }
            subject => (None, subject),
        };
        let found = subject
            .or_else(|| introduced_name(text, start..end))
            .or_else(|| named_after_post(text, start..end))
            .or_else(|| reporter_without_surname(text, start..end));
        if found.is_some() {
            return found;
        }
        end = start - head.get(..start)?.chars().next_back().map_or(0, char::len_utf8);
        others += usize::from(passed_on.is_none());
        same = passed_on.filter(|found| pronoun_at(found.start) == pronoun).or(same);
        if start == 0 || others == 4 {
            break;
        }
    }
    same
}

/// Whom a pronoun right before `range` only tells whose relative it is, where no name follows: 她的|丈夫.
fn relative_after(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    let first = part.chars().next()?.len_utf8();
    let linked = reporting::is_chinese(part.get(..first)?, Role::Attributive);
    let start = range.start + if linked { first } else { 0 };
    let tie = reporting::kin(text.get(start..range.end)?).next().filter(|tie| tie.start == 0)?;
    let end = start + tie.end;
    let rest = text.get(end..range.end)?;
    let unnamed = || {
        reporting::chinese_role_at_start(rest, Role::SubjectEnd).is_some()
            || person::chinese_name_opening(rest, false).is_none()
    };
    unnamed().then_some(start..end)
}

/// Two to five characters that open a sentence right before a reporting word: 旦增罗布|介绍, a name that no surname tells.
fn reporter_without_surname(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let start = after_openers(text, range.clone())?;
    let part = text.get(start..range.end)?;
    let (cue, _) = reporting::chinese_cues(part)
        .find(|(found, governs)| *governs == Governs::Speech && found.len() > '說'.len_utf8())?;
    let name = part.get(..cue.start)?;
    let fits = (2..=MOST_NAME_CHARS).contains(&name.chars().count()) && name.chars().all(is_han);
    let pronoun = reporting::chinese_role_at_start(name, Role::Pronoun).is_some();
    let plain = !pronoun && reporting::subject_ends(name).next().is_none() && !person::ends_as_body(name);
    (fits && plain && !person::ends_as_document(name)).then_some(start..start + cue.start)
}

/// Sentences that a pronoun is followed back through, those among them that are about a pronoun themselves; a guess that
/// keeps the time linear.
const MOST_BACK: usize = 10;

/// Where the string in marks opens that `head` ends with: what is said is about nobody who says it.
fn closed_string_start(head: &str) -> Option<usize> {
    /// Bytes of the longest string that is passed over; a guess that keeps the time linear.
    const LONGEST: usize = 1200;
    let bare = head.trim_end_matches(|c: char| c.is_whitespace() || COMMAS.contains(&c));
    let (open, close) = [('「', '」'), ('“', '”')].into_iter().find(|(_, close)| bare.ends_with(*close))?;
    let inside = bare.len() - close.len_utf8();
    let from = (inside.saturating_sub(LONGEST)..=inside).find(|at| bare.is_char_boundary(*at))?;
    Some(from + bare.get(from..inside)?.rfind(open)?)
}

/// The name that an age or a family tie introduces: 78歲的|冼惠芳, 其女兒|梁小文. A surname and two characters, one where
/// the subject ends after it.
fn introduced_name(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    reporting::kin(part).find_map(|found| {
        let rest = part.get(found.end..)?;
        reporting::chinese_role_at_start(rest, Role::Surname)?;
        let ends: Vec<usize> = rest.char_indices().map(|(at, c)| at + c.len_utf8()).take(3).collect();
        let short = *ends.get(1)?;
        let parted = rest.get(short..).is_some_and(|tail| {
            tail.is_empty()
                || tail.starts_with(COMMAS)
                || reporting::chinese_role_at_start(tail, Role::SubjectEnd).is_some()
        });
        let end = if parted { short } else { ends.get(2).copied().unwrap_or(short) };
        let name = range.start + found.end..range.start + found.end + end;
        text.get(name.clone())?.chars().all(is_han).then_some(name)
    })
}
