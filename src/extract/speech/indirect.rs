//! What is reported without marks, and how far the report reaches.
//!
//! Takes a reporting clause and its sentence; gives the stretch that is reported. A report ends with its statement:
//! at the end of the sentence, never later.

use super::chinese::{self, Governing};
use super::english::Clause;
use super::marks::Marked;
use super::sentence::{Kind, Outline};
use crate::lexicon::reporting::{self, Governs, Role, VerbForm};
use std::ops::Range;

/// What an English clause reports, in bytes.
pub(super) fn english(outline: &Outline, sentence: &Range<usize>, clause: &Clause) -> Option<Range<usize>> {
    let tokens = &outline.tokens;
    if !(clause.governs == Governs::Speech || clause.governs == Governs::Thought && clause.own_subject) {
        return None;
    }
    let extent = &clause.extent;
    let comma_before = extent.start > sentence.start && tokens[extent.start - 1].kind == Kind::Comma;
    let source = tokens[clause.verb].is(Role::Source);
    let after = if source || clause.inverted { extent.end } else { clause.cue.end };
    let ends = after >= sentence.end
        || (after..sentence.end).all(|i| !tokens[i].is_word())
        || tokens[after..sentence.end].iter().filter(|t| t.is_word()).count() <= 3 && comma_before;
    let range = if ends || (source && extent.start > sentence.start + 3) || comma_before && clause.inverted {
        let end = if comma_before { extent.start - 1 } else { extent.start };
        sentence.start..end
    } else if comma_before && tokens.get(after).is_some_and(|t| t.kind == Kind::Comma) && clause.own_subject {
        sentence.clone()
    } else {
        let start = (after..sentence.end)
            .find(|i| tokens[*i].is_word() || matches!(tokens[*i].kind, Kind::Mark(_)))?;
        start..sentence.end
    };
    let words = tokens[range.clone()].iter().filter(|t| t.is_word()).count();
    let has_mark = tokens[range.clone()].iter().any(|t| matches!(t.kind, Kind::Mark(_)));
    if words < 3 && !has_mark
        || matches!(tokens[clause.verb].facts.verb, Some((_, VerbForm::Base))) && !clause.own_subject
    {
        return None;
    }
    let first = tokens.get(range.start)?;
    let last = tokens.get(range.end.checked_sub(1)?)?;
    (first.start < last.end).then_some(first.start..last.end)
}

/// What the first reporting word of a Chinese sentence reports, in bytes: from the comma or word to the end.
pub(super) fn chinese(
    text: &str,
    sentence: Range<usize>,
    marks: &[Marked],
) -> Option<(Governing, Range<usize>)> {
    let part = text.get(sentence.clone())?;
    for (found, governs) in reporting::chinese_cues(part) {
        let cue = sentence.start + found.start..sentence.start + found.end;
        if marks.iter().any(|m| m.outer.start < cue.end && cue.start < m.outer.end) {
            continue;
        }
        let rest = text.get(cue.end..sentence.end)?;
        let parted = rest.starts_with(['，', '：', ',', ':']);
        let before_mark =
            rest.trim_start_matches(['，', '：', ',', ':', ' ']).starts_with(['「', '“', '"', '『']);
        let subject = chinese::subject(text, sentence.start..cue.start);
        let bare_word = found.len() <= 3;
        if !parted && (bare_word || governs != Governs::Speech || subject.is_none()) || before_mark {
            continue;
        }
        let start = sentence.end - rest.trim_start_matches(['，', '：', ',', ':', ' ']).len();
        let end = start + text.get(start..sentence.end)?.trim_end().len();
        if text.get(start..end)?.chars().count() < 6 {
            continue;
        }
        return Some((Governing { cue, governs, subject, parted, after: false }, start..end));
    }
    None
}
