//! What is reported without marks, and how far the report reaches.
//!
//! Takes a reporting clause and its sentence; gives the stretch that is reported. A report ends with its statement:
//! at the end of the sentence, never later.

use super::chinese::{self, Governing};
use super::chinese_subject;
use super::english::Clause;
use super::marks::{self, Marked};
use super::sentence::{Kind, Outline};
use crate::extract::person::ChineseText;
use crate::lexicon::reporting::{self, Governs, Role, VerbForm};
use crate::text::script::is_han;
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
    // A participle that opens the sentence reports nothing: "Commenting on the launch, …".
    let opens = clause.verb == sentence.start && !source && !clause.own_subject;
    if opens {
        return None;
    }
    let rest = tokens.get(after..sentence.end).unwrap_or(&[]);
    let words_after = rest.iter().filter(|t| t.is_word()).count();
    let quotes_after = rest.iter().any(|t| matches!(t.kind, Kind::Mark(_)));
    let ends = !quotes_after && (words_after == 0 || words_after <= 3 && comma_before);
    let range = if ends || (source && extent.start > sentence.start + 3) || comma_before && clause.inverted {
        let end = if comma_before { extent.start - 1 } else { extent.start };
        sentence.start..end
    } else if !quotes_after
        && comma_before
        && tokens.get(after).is_some_and(|t| t.kind == Kind::Comma)
        && clause.own_subject
    {
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

/// What a Chinese sentence reports: each reporting word with what follows it, to the end of the sentence; nothing where that is
/// no statement.
pub(super) fn chinese(
    text: &ChineseText<'_>,
    sentence: Range<usize>,
    marks: &[Marked],
) -> Vec<(Governing, Range<usize>)> {
    let Some(part) = text.get(sentence.clone()) else { return Vec::new() };
    let mut reports: Vec<(Governing, Range<usize>)> = Vec::new();
    for (found, governs) in reporting::chinese_cues(part).take(MOST_CUES) {
        let cue = sentence.start + found.start..sentence.start + found.end;
        let inside = marks::touching(marks, &cue).next().is_some();
        // After the first report another has a mark after its word.
        let follows = reports.is_empty() || text.get(cue.end..).is_some_and(|rest| rest.starts_with(PARTING));
        if inside || !follows || reports.len() >= MOST_REPORTS {
            continue;
        }
        if let Some(report) = report(text, &sentence, cue, governs, marks)
            && !is_quoted(&report.1, marks)
            && (reports.is_empty() || report.0.subject.is_some() && report.0.parted)
        {
            reports.push(report);
        }
    }
    reports
}

/// Whether most of a report stands in marks.
fn is_quoted(range: &Range<usize>, marks: &[Marked]) -> bool {
    let inside = marks::touching(marks, range).filter(|marked| marked.outer.end <= range.end);
    let quoted: usize = inside.map(|marked| marked.inner.len()).sum();
    quoted * 2 > range.len()
}

/// Reporting words that are looked at in one sentence, and reports that one sentence can hold; both are guesses that
/// keep long lists from being read as speech.
const MOST_CUES: usize = 24;
const MOST_REPORTS: usize = 3;

/// What parts a reporting word from its report.
const PARTING: [char; 4] = ['，', '：', ',', ':'];

fn report(
    text: &ChineseText<'_>,
    sentence: &Range<usize>,
    cue: Range<usize>,
    governs: Governs,
    marks: &[Marked],
) -> Option<(Governing, Range<usize>)> {
    let rest = text.get(cue.end..sentence.end)?;
    let said = rest.trim_start_matches(['，', '：', ',', ':', ' ', '-']);
    let opens_mark = said.starts_with(['「', '“', '"', '『']);
    if opens_mark && !opens_with_term(text, sentence.end - said.len(), marks)
        || said.trim_end().chars().count() < FEWEST_CHARS
        || is_noun(text, sentence, &cue)
    {
        return None;
    }
    let told = said.trim_end().trim_end_matches(['。', '！', '？']);
    if reporting::chinese_cue_at_end(told).is_some_and(|(_, governs)| governs == Governs::Speech) {
        return None;
    }
    let parted = rest.starts_with(PARTING);
    // 公布「北堤計劃」第二階段安排
    if opens_mark && !parted && !said.contains(['，', ',']) {
        return None;
    }
    let short = cue.len() <= '說'.len_utf8();
    // Whoever the subject is.
    if !parted && short && governs != Governs::Speech {
        return None;
    }
    let head = text.get(sentence.start..cue.start)?;
    let relayed = reporting::chinese_role_at_start(head.trim_start(), Role::Opener).is_some();
    let subject = chinese_subject::subject(text, sentence.start..cue.start);
    let named = subject
        .as_ref()
        .is_some_and(|subject| subject.end == cue.start && chinese_subject::plausible(text, subject));
    // 座談會上的殷切期許: a noun with its attribute, and nobody's.
    let noun = governs == Governs::Finding
        && subject.as_ref().is_some_and(|subject| {
            ends_attribute(text, subject.start) && !chinese_subject::plausible(text, subject)
        });
    let reports = match governs {
        _ if noun => false,
        Governs::Speech => parted && (subject.is_some() || !short || relayed) || named,
        Governs::Finding => parted || named && !short,
        _ => parted && (subject.is_some() || relayed) || named && !short,
    };
    if !reports {
        return None;
    }
    let start = sentence.end - said.len();
    // Who told of something has spoken, though it is not told what was said.
    let end = if has_object(rest) { start } else { start + said.trim_end().len() };
    Some((Governing { cue, governs, subject, parted, after: false }, start..end))
}

/// Whether what is reported from `at` on opens with a term in marks that its sentence goes on with: 表示，「北堤計劃」會延長.
fn opens_with_term(text: &str, at: usize, marks: &[Marked]) -> bool {
    let term = marks.get(marks.partition_point(|marked| marked.outer.start < at));
    term.filter(|term| term.outer.start == at && term.closed && !chinese::is_whole(text, term))
        .and_then(|term| text.get(term.outer.end..))
        .is_some_and(opens_predicate)
}

/// Whether what follows a term goes on with it: neither an attribute of something, 「北堤計劃」的安排, nor who said it.
fn opens_predicate(rest: &str) -> bool {
    let first = rest.chars().next().filter(|&c| is_han(c));
    let attribute = |c: char| reporting::is_chinese(c.encode_utf8(&mut [0; 4]), Role::Attributive);
    first.is_some_and(|c| !attribute(c)) && reporting::chinese_cue_at_start(rest).is_none()
}

/// Whether the reporting word at `cue` is the object of a verb or where something is said: 進行|說明, 在|致辭|中.
fn is_noun(text: &str, sentence: &Range<usize>, cue: &Range<usize>) -> bool {
    let (Some(head), Some(rest)) = (text.get(sentence.start..cue.start), text.get(cue.end..sentence.end))
    else {
        return false;
    };
    let done = reporting::chinese_role_at_end(head, Role::Light).is_some();
    let first = rest.chars().next().map_or(0, char::len_utf8);
    let within = reporting::is_chinese(&rest[..first], Role::Occasion)
        && reporting::chinese_role_at_end(head, Role::Opener).is_some();
    done || within
}

/// Whether what follows a reporting word is an object and no statement: 介紹|了情況.
fn has_object(rest: &str) -> bool {
    reporting::chinese_role_at_start(rest, Role::Aspect).is_some()
        && reporting::chinese_cue_at_start(rest).is_none()
}

/// Whether an attribute ends right before `at`: 的.
fn ends_attribute(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    let last = before.char_indices().next_back().and_then(|(start, _)| before.get(start..));
    last.is_some_and(|word| reporting::is_chinese(word, Role::Attributive))
}

/// Fewest characters of a report.
const FEWEST_CHARS: usize = 5;
