//! Who governs a string in marks, in Chinese.
//!
//! Takes a paragraph and its marked strings; gives for each the reporting word and the stretch that names the
//! speaker: 局長說：「…」；「…」，她說；局長說，「…」. Who the subject of a clause is, `chinese_subject` tells.

use super::chinese_subject::{clause_subject, plausible, signed_ahead, statement_subject, subject};
use super::marks::{self, Marked};
use crate::extract::person::ChineseText;
use crate::lexicon::reporting::{self, Governs, Role};
use crate::text::script::{Leads, is_han};
use std::ops::Range;

/// The word that governs a string, and who says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Governing {
    pub(super) cue: Range<usize>,
    pub(super) governs: Governs,
    /// Where the speaker is described; none where the subject is left out.
    pub(super) subject: Option<Range<usize>>,
    /// Whether a comma or colon parts the word from the string.
    pub(super) parted: bool,
    pub(super) after: bool,
}

pub(super) const STOPS: [char; 7] = ['。', '！', '？', '!', '?', '；', '\n'];
pub(super) const COMMAS: [char; 3] = ['，', ',', '、'];
static STOP_LEADS: Leads = Leads::of(&[b'!', b'?', b'\n', 0xe3, 0xef]);
const COLONS: [char; 4] = ['：', ':', '︰', '﹕'];

/// Whether a mark before a string introduces it: 說：, 說︰.
pub(super) fn is_colon(c: char) -> bool {
    COLONS.contains(&c)
}

/// Where sentences start in a paragraph from byte `from` on: after each stop outside marks, and after a string that ends
/// with one.
pub(super) fn sentence_starts(text: &str, from: usize, marks: &[Marked]) -> Vec<usize> {
    let mut starts = Vec::with_capacity(8);
    starts.push(from);
    let mut at = from;
    for marked in marks.iter().filter(|marked| marked.outer.start >= from) {
        push_starts(text, at..marked.outer.start, &mut starts);
        at = marked.outer.end;
        if is_whole(text, marked) {
            starts.push(at);
        }
    }
    push_starts(text, at..text.len(), &mut starts);
    starts
}

fn push_starts(text: &str, range: Range<usize>, starts: &mut Vec<usize>) {
    let Some(part) = text.get(range.clone()) else { return };
    let stops = STOP_LEADS.chars(part).filter(|(_, c)| STOPS.contains(c));
    starts.extend(stops.map(|(at, stop)| range.start + at + stop.len_utf8()));
}

/// Whether a marked string ends with a stop of its own.
pub(super) fn is_whole(text: &str, marked: &Marked) -> bool {
    text.get(marked.inner.clone()).is_some_and(|inner| {
        inner
            .trim_end()
            .trim_end_matches(['』', '」', '’', '”', '）'])
            .ends_with(['。', '！', '？', '!', '?', '…', '.'])
    })
}

/// The governing word directly before the string that starts at `at`, in the sentence from `start`.
pub(super) fn before(text: &ChineseText<'_>, start: usize, at: usize) -> Option<Governing> {
    let left = text.get(start..at)?;
    let bare = left
        .trim_end_matches(|c| is_colon(c) || is_blank(c) || matches!(c, '，' | ',' | '─' | '—' | '―' | '–'));
    let parted = left
        .get(bare.len()..)
        .is_some_and(|gap| gap.contains(|c| is_colon(c) || matches!(c, '，' | ',' | '─' | '—' | '―')));
    let shorn = bare.trim_end_matches(['了', '過', '过', '着', '著', '到', '的', '道']);
    let colon = left.get(bare.len()..).is_some_and(|gap| gap.contains(is_colon));
    let (word, governs, cue_len) = cue_at_end(bare, shorn).or_else(|| posing(bare).filter(|_| colon))?;
    let cue_end = start + cue_len;
    let naming = reporting::chinese_role_at_end(bare, Role::Naming);
    if naming.is_some_and(|naming| naming.len() >= word.len()) || governs == Governs::Finding {
        return None;
    }
    if governs == Governs::Mention && !parted {
        return None;
    }
    let cue = cue_end - word.len()..cue_end;
    let subject = subject(text, start..cue.start);
    Some(Governing { cue, governs, subject, parted, after: false })
}

/// The reporting word that ends a clause, with or without the particles that `shorn` lacks (補充道, 說過), and where
/// it ends.
fn cue_at_end<'a>(clause: &'a str, shorn: &'a str) -> Option<(&'a str, Governs, usize)> {
    let whole = reporting::chinese_cue_at_end(clause).map(|(word, governs)| (word, governs, clause.len()));
    let stem = reporting::chinese_cue_at_end(shorn).map(|(word, governs)| (word, governs, shorn.len()));
    match (whole, stem) {
        (Some((word, ..)), Some(stem)) if shorn.len() < clause.len() && word.chars().count() == 1 => {
            Some(stem)
        }
        (None, stem) => stem,
        (whole, _) => whole,
    }
}

/// The reporting word that ends a clause behind a speech, with or without its particle.
fn closing_cue(clause: &str) -> Option<(&str, Governs, usize)> {
    cue_at_end(clause, clause.trim_end_matches(['了', '過', '过', '着', '著', '道']))
}

/// The verb of a clause that ends in what somebody poses, and where it ends: 提出 in 提出老問題.
fn posing(clause: &str) -> Option<(&str, Governs, usize)> {
    /// Most characters between the two; a guess.
    const MOST: usize = 6;
    let noun = reporting::chinese_role_at_end(clause, Role::Posed)?;
    let head = clause.get(..clause.len() - noun.len())?;
    let ends = head.char_indices().rev().map(|(at, _)| at).take(MOST);
    std::iter::once(head.len()).chain(ends).find_map(|end| {
        let verb = reporting::chinese_role_at_end(head.get(..end)?, Role::Posing)?;
        Some((verb, Governs::Speech, end))
    })
}

/// The speaker of a string that a colon or comma introduces without a reporting word at its end: 局長眼睛泛紅：「…」,
/// 他向兒子解釋一次：「…」. The last reporting word of the sentence is the cue, if there is one.
pub(super) fn introduced(
    text: &ChineseText<'_>,
    start: usize,
    at: usize,
    marks: &[Marked],
) -> Option<Introduced> {
    let left = text.get(start..at)?;
    let bare = left.trim_end_matches(|c| is_colon(c) || is_blank(c) || matches!(c, '，' | ','));
    let gap = left.get(bare.len()..)?;
    let whole = start..start + bare.len();
    if gap.contains(is_colon) && signed_ahead(text, whole.clone()).is_some() {
        return Some(Introduced { subject: Some(whole), cue: None, colon: true, parted: true, near: false });
    }
    let clause = bare.rsplit(['，', ',']).next()?;
    if bare.is_empty() || reporting::has_naming(clause) {
        return None;
    }
    let colon = gap.contains(is_colon);
    let parted = !gap.trim().is_empty();
    let cue = reporting::chinese_cues(bare)
        .filter(|(found, governs)| {
            *governs != Governs::Finding
                && (found.len() > 3 || *governs == Governs::Speech)
                && marks::touching(marks, &(start + found.start..start + found.end)).next().is_none()
        })
        .last()
        .map(|(found, _)| start + found.start..start + found.end);
    let end = cue.as_ref().map_or(start + bare.len(), |cue| cue.start);
    let near = cue.as_ref().is_some_and(|cue| {
        text.get(cue.end..start + bare.len())
            .is_some_and(|rest| rest.chars().count() <= 6 && !rest.contains(['，', ',']))
    });
    let last = start + bare.len() - clause.len()..start + bare.len();
    let told_before = cue.as_ref().is_none_or(|cue| cue.end <= last.start);
    // 她說，學生最怕下雨，「…」: a string that is no whole sentence goes on with what was reported before.
    let goes_on = cue.is_some() && !gap.contains(is_colon) && !starts_whole(text, at, marks);
    let own = (told_before && !goes_on).then(|| clause_subject(text, last, parted)).flatten();
    // 局長說，大家拿手電筒看溪水，「…」: of whom something was told say nothing.
    let many = |own: &Range<usize>| {
        let pronoun = text.get(own.clone()).filter(|own| reporting::is_chinese(own, Role::Pronoun));
        pronoun.is_some_and(|pronoun| !reporting::is_chinese(pronoun, Role::Third))
    };
    let own = own.filter(|own| cue.is_none() || colon || !many(own));
    if let Some(own) = own.filter(|_| parted) {
        return Some(Introduced { subject: Some(own), cue: None, colon, parted, near: false });
    }
    if cue.is_some() {
        let found = subject(text, start..end);
        if near || found.as_ref().is_some_and(|found| plausible(text, found)) {
            return Some(Introduced { subject: found, cue, colon, parted, near });
        }
    }
    // A reporting word in the middle whose subject looks like nobody governs nothing: who opens the sentence speaks.
    let opens = statement_subject(text, start..start + bare.len());
    let from = opens.as_ref().map_or(start, |opens| opens.end);
    let cue = cue.and_then(|cue| {
        let first = reporting::chinese_cues(text.get(from..cue.end)?).next()?.0;
        Some(from + first.start..from + first.end)
    });
    Some(Introduced { subject: opens, cue, colon, parted, near })
}

/// Whether the string that starts at `at` ends with a stop of its own.
fn starts_whole(text: &str, at: usize, marks: &[Marked]) -> bool {
    marks.iter().find(|marked| marked.outer.start == at).is_some_and(|marked| is_whole(text, marked))
}

/// See [`introduced`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Introduced {
    pub(super) cue: Option<Range<usize>>,
    pub(super) subject: Option<Range<usize>>,
    pub(super) colon: bool,
    /// Whether a colon or comma stands before the string at all.
    pub(super) parted: bool,
    /// Whether the cue stands in the last clause with little after it: 告訴大家.
    pub(super) near: bool,
}

/// The governing clause that follows the string that ends at `at`: 「…」，她說.
pub(super) fn after(text: &ChineseText<'_>, at: usize, end: usize) -> Option<Governing> {
    let right = text.get(at..end)?;
    let skipped = right.len() - right.trim_start_matches(['，', ',', ' ', '\u{3000}', '、']).len();
    let clause = right.get(skipped..)?;
    let clause = clause.get(..clause.find(is_clause_end).unwrap_or(clause.len()))?.trim_end();
    // Latin names take many letters: a word of them counts by its capital.
    if clause.chars().filter(|c| !c.is_ascii_lowercase()).count() > 40 {
        return None;
    }
    let start = at + skipped;
    let Some((word, governs, word_end)) = closing_cue(clause) else {
        let clause_end = start + clause.len();
        return after_signature(text, start..end, clause_end)
            .or_else(|| after_lead_in(text, start..end, clause_end));
    };
    if governs == Governs::Finding {
        return None;
    }
    let cue = start + word_end - word.len()..start + word_end;
    let subject = subject(text, start..cue.start);
    Some(Governing { cue, governs, subject, parted: skipped > 0, after: true })
}

/// The governing clause of whose speaker the post stands behind the name that ends at `name_end`: 「…」林小文，北堤磨坊主席說.
fn after_signature(text: &ChineseText<'_>, range: Range<usize>, name_end: usize) -> Option<Governing> {
    let rest = text.get(name_end..range.end)?;
    let post = rest.strip_prefix(['，', ','])?;
    let post_start = range.end - post.len();
    let post = post.get(..post.find(is_clause_end).unwrap_or(post.len()))?;
    let (word, governs, word_end) = closing_cue(post)?;
    let cue_end = post_start + word_end;
    let cue = cue_end - word.len()..cue_end;
    let signed = range.start..cue.start;
    signed_ahead(text, signed.clone())?;
    Some(Governing { cue, governs, subject: Some(signed), parted: false, after: true })
}

/// The governing clause behind one that only leads to it: 「…」談起新變化，|居民林小文說.
fn after_lead_in(text: &ChineseText<'_>, range: Range<usize>, lead_end: usize) -> Option<Governing> {
    /// Most characters of the clause that leads to it; a guess.
    const MOST: usize = 20;
    let lead = text.get(range.start..lead_end).filter(|lead| lead.chars().count() <= MOST)?;
    let rest = text.get(lead_end..range.end)?.strip_prefix(['，', ','])?;
    let start = range.end - rest.len();
    let clause = rest.get(..rest.find(is_clause_end).unwrap_or(rest.len()))?;
    let (word, governs, word_end) = closing_cue(clause)?;
    if governs != Governs::Speech || reporting::chinese_role_at_start(lead, Role::SubjectEnd).is_none() {
        return None;
    }
    let cue = start + word_end - word.len()..start + word_end;
    let subject = subject(text, start..cue.start)?;
    Some(Governing { cue, governs, subject: Some(subject), parted: false, after: true })
}

/// Whether a statement without marks follows the reporting word that ends at `at`: 指出，票價不變.
pub(super) fn states_more(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or("");
    let said = rest.trim_start_matches(['，', ',']);
    said.len() < rest.len() && said.starts_with(|c: char| is_han(c) || c.is_alphanumeric())
}

fn is_clause_end(c: char) -> bool {
    STOPS.contains(&c) || is_colon(c) || matches!(c, '，' | ',' | '「' | '“' | '"' | '『')
}

fn is_blank(c: char) -> bool {
    matches!(c, '*' | ' ' | '\u{3000}')
}

/// Who spoke where a word ends the speech: 「…」說罷，她坐下.
pub(super) fn after_speech(text: &ChineseText<'_>, at: usize, end: usize) -> Option<Governing> {
    let right = text.get(at..end)?;
    let trimmed = right.trim_start_matches(['，', ',', ' ', '\u{3000}']);
    let word = reporting::chinese_role_at_start(trimmed, Role::Afterword)?;
    let start = end - trimmed.len();
    let cue = start..start + word.len();
    let rest = text.get(cue.end..end)?;
    let rest = cue.end + (rest.len() - rest.trim_start_matches(COMMAS).len());
    let stop = text.get(rest..end)?.find(is_clause_end).map_or(end, |stop| rest + stop);
    let subject = statement_subject(text, rest..stop);
    Some(Governing { cue, governs: Governs::Speech, subject, parted: true, after: true })
}

/// The word that calls a string speech across a preposition: 曾以「…」形容, 用「…」來回應; or before one: 形容情況為「…」.
pub(super) fn framed(text: &ChineseText<'_>, start: usize, marked: &Marked) -> Option<Governing> {
    let left = text.get(start..marked.outer.start)?;
    let governed = |cue: Range<usize>, subject: Option<Range<usize>>| {
        Some(Governing { cue, governs: Governs::Speech, subject, parted: false, after: false })
    };
    if let Some(word) = reporting::chinese_role_at_end(left, Role::Framing) {
        let frame = marked.outer.start - word.len();
        let right = text.get(marked.outer.end..)?;
        let verb = right.trim_start_matches(['來', '来']);
        let cue = reporting::chinese_cue_at_start(verb)?;
        let at = marked.outer.end + right.len() - verb.len();
        return governed(at..at + cue.len(), subject(text, start..frame));
    }
    let copula = reporting::chinese_role_at_end(left, Role::Copula)?;
    let clause = left.get(..left.len() - copula.len())?;
    let from =
        clause.rfind(COMMAS).map_or(0, |at| at + clause[at..].chars().next().map_or(0, char::len_utf8));
    let (found, _) = reporting::chinese_cues(clause.get(from..)?)
        .filter(|(found, governs)| found.len() > 3 && *governs == Governs::Speech)
        .last()?;
    let cue = start + from + found.start..start + from + found.end;
    let subject = subject(text, start..cue.start);
    governed(cue, subject)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<(&str, &str)> {
        let at = text.find('「')?;
        let found = before(&ChineseText::of(text), 0, at)?;
        Some((found.subject.and_then(|s| text.get(s)).unwrap_or(""), &text[found.cue]))
    }

    #[test]
    fn the_word_before_the_string_governs_it() {
        assert_eq!(shown("渡輪公司主席冼志樂表示：「好」"), Some(("渡輪公司主席冼志樂", "表示")));
        assert_eq!(shown("她又補充說，「好」"), Some(("她", "補充說")));
        assert_eq!(shown("並補充：「好」"), Some(("", "補充")));
        assert_eq!(shown("林小文市長今（3）日出席典禮時表示，「好」"), Some(("林小文市長", "表示")));
        assert_eq!(shown("主題為「好」"), None);
    }
}
