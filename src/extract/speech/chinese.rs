//! Who governs a string in marks, in Chinese.
//!
//! Takes a paragraph and its marked strings; gives for each the reporting word and the stretch that names the
//! speaker: 局長說：「…」；「…」，她說；局長說，「…」. It knows no grammar: a subject is what stands at the start of the
//! clause, up to the first word that ends a subject (今日, 出席, 也).

use super::marks::{self, Marked};
use super::resolve;
use crate::extract::person;
use crate::lexicon::reporting::{self, Governs, Role};
use crate::text::script::is_han;
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

const STOPS: [char; 7] = ['。', '！', '？', '!', '?', '；', '\n'];
const COMMAS: [char; 3] = ['，', ',', '、'];
const COLONS: [char; 4] = ['：', ':', '︰', '﹕'];

/// Whether a mark before a string introduces it: 說：, 說︰.
pub(super) fn is_colon(c: char) -> bool {
    COLONS.contains(&c)
}

/// Where sentences start in a paragraph from byte `from` on: after each stop outside marks, and after a string that ends
/// with one.
pub(super) fn sentence_starts(text: &str, from: usize, marks: &[Marked]) -> Vec<usize> {
    let mut starts = vec![from];
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
    for (at, stop) in part.match_indices(STOPS) {
        starts.push(range.start + at + stop.len());
    }
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
pub(super) fn before(text: &str, start: usize, at: usize) -> Option<Governing> {
    let left = text.get(start..at)?;
    let bare = left
        .trim_end_matches(|c| is_colon(c) || is_blank(c) || matches!(c, '，' | ',' | '─' | '—' | '―' | '–'));
    let parted = left
        .get(bare.len()..)
        .is_some_and(|gap| gap.contains(|c| is_colon(c) || matches!(c, '，' | ',' | '─' | '—' | '―')));
    let shorn = bare.trim_end_matches(['了', '過', '过', '着', '著', '到', '的', '道']);
    let (word, governs, cue_len) = cue_at_end(bare, shorn)?;
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

/// The speaker of a string that a colon or comma introduces without a reporting word at its end: 局長眼睛泛紅：「…」,
/// 他向兒子解釋一次：「…」. The last reporting word of the sentence is the cue, if there is one.
pub(super) fn introduced(text: &str, start: usize, at: usize, marks: &[Marked]) -> Option<Introduced> {
    let left = text.get(start..at)?;
    let bare = left.trim_end_matches(|c| is_colon(c) || is_blank(c) || matches!(c, '，' | ','));
    let gap = left.get(bare.len()..)?;
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
    let own = told_before.then(|| clause_subject(text, last, parted)).flatten();
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

/// Who the clause before a string is about: 局長眼睛泛紅：「…」, 因為她想知道，「…」.
fn clause_subject(text: &str, clause: Range<usize>, parted: bool) -> Option<Range<usize>> {
    let found = subject_of_clause(text, clause.clone(), false).filter(|found| plausible(text, found));
    found.or_else(|| parted.then(|| opening_name(text, clause)).flatten())
}

/// The name that a clause opens with, judged by its surname: 岑志明眼睛泛紅.
fn opening_name(text: &str, clause: Range<usize>) -> Option<Range<usize>> {
    let start = after_openers(text, clause.start..clause.end)?;
    let end = start + person::chinese_name_at_start(text.get(start..clause.end)?)?;
    Some(start..end)
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

/// Who a sentence is about: the first stretch of it that looks like somebody.
pub(super) fn statement_subject(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    let mut start = range.start;
    for piece in part.split(['，', ',', '：']).take(6) {
        let clause = start..start + piece.len();
        start = clause.end + text.get(clause.end..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8);
        if let Some(found) = subject_of_clause(text, clause, false).filter(|found| plausible(text, found)) {
            return Some(found);
        }
    }
    None
}

/// A pronoun that a sentence without a subject has somewhere: 成了他生活的全部.
pub(super) fn pronoun_in(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    let at = part.char_indices().map(|(at, _)| at);
    let found = at
        .filter_map(|at| {
            let word = reporting::chinese_role_at_start(part.get(at..)?, Role::Pronoun)?;
            reporting::chinese(word).is(Role::Third).then_some(at..at + word.len())
        })
        .last()?;
    Some(range.start + found.start..range.start + found.end)
}

/// The governing clause that follows the string that ends at `at`: 「…」，她說.
pub(super) fn after(text: &str, at: usize, end: usize) -> Option<Governing> {
    let right = text.get(at..end)?;
    let skipped = right.len() - right.trim_start_matches(['，', ',', ' ', '\u{3000}', '、']).len();
    let clause = right.get(skipped..)?;
    let clause = clause.get(..clause.find(is_clause_end).unwrap_or(clause.len()))?.trim_end();
    let bare = clause.trim_end_matches(['了', '過', '过', '着', '著', '道']);
    if clause.chars().count() > 40 {
        return None;
    }
    let (word, governs, word_end) = cue_at_end(clause, bare)?;
    let start = at + skipped;
    let cue = start + word_end - word.len()..start + word_end;
    let subject = subject(text, start..cue.start);
    if governs == Governs::Finding {
        return None;
    }
    Some(Governing { cue, governs, subject, parted: skipped > 0, after: true })
}

/// Whether a statement without marks follows the reporting word that ends at `at`: 指出，票價不變.
pub(super) fn states_more(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or("");
    let said = rest.trim_start_matches(['，', ',']);
    said.len() < rest.len() && said.starts_with(|c: char| is_han(c) || c.is_alphanumeric())
}

fn is_clause_end(c: char) -> bool {
    STOPS.contains(&c) || COMMAS.contains(&c) || is_colon(c) || matches!(c, '「' | '“' | '"' | '『')
}

fn is_blank(c: char) -> bool {
    matches!(c, '*' | ' ' | '\u{3000}')
}

/// Who spoke where a word ends the speech: 「…」說罷，她坐下.
pub(super) fn after_speech(text: &str, at: usize, end: usize) -> Option<Governing> {
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
pub(super) fn framed(text: &str, start: usize, marked: &Marked) -> Option<Governing> {
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

/// Who is the subject of a reporting word that ends `range`: the stretch that describes the speaker.
pub(super) fn subject(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let mut end = range.end;
    let asked = range.end;
    for step in 0..8 {
        let part = text.get(range.start..end)?;
        let start = range.start + clause_start(part);
        let whole = start == range.start;
        let direct = end == asked || step <= 3 && postnominals(text, end..asked);
        if text.get(start..end).is_some_and(|clause| is_postnominal(clause.trim())) && !whole {
            end = start - text.get(..start)?.chars().next_back().map_or(0, char::len_utf8);
            continue;
        }
        if let Some(found) = subject_of_clause(text, start..end, direct)
            && (direct || whole || plausible(text, &found))
        {
            let extended = end < asked && direct && found.end == end;
            return Some(found.start..if extended { asked } else { found.end });
        }
        if whole {
            break;
        }
        end = start - text.get(..start)?.chars().next_back().map_or(0, char::len_utf8);
    }
    None
}

/// Where the last clause of `part` starts; the colon of an address (https://…) parts nothing.
fn clause_start(part: &str) -> usize {
    part.rmatch_indices(['，', ',', '：', ':'])
        .find(|(at, mark)| !part.get(at + mark.len()..).is_some_and(|rest| rest.starts_with("//")))
        .map_or(0, |(at, mark)| at + mark.len())
}

/// Whom a pronoun at `at` can mean: what its sentence, or one of the three before, is about.
pub(super) fn antecedent(text: &str, at: usize) -> Option<Range<usize>> {
    let mut end = at;
    for _ in 0..4 {
        let head = text.get(..end)?;
        let start =
            head.rfind(STOPS).map_or(0, |stop| stop + head[stop..].chars().next().map_or(1, char::len_utf8));
        let found = statement_subject(text, start..end).filter(|found| {
            text.get(found.clone())
                .is_some_and(|part| reporting::chinese_role_at_start(part, Role::Pronoun).is_none())
        });
        let found = found.or_else(|| introduced_name(text, start..end));
        if found.is_some() {
            return found;
        }
        end = start - head.get(..start)?.chars().next_back().map_or(0, char::len_utf8);
        if start == 0 {
            break;
        }
    }
    None
}

/// The name that an age or a family tie introduces: 78歲的|冼惠芳, 其女兒|梁詠詩. A surname and two characters, one where
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

/// Whether a stretch in the middle of a sentence looks like somebody: a pronoun, a title, a short name.
pub(super) fn plausible(text: &str, range: &Range<usize>) -> bool {
    let Some(part) = text.get(range.clone()) else { return false };
    reporting::chinese_role_at_end(part, Role::Title).is_some()
        || reporting::chinese_role_at_start(part, Role::Pronoun).is_some()
        || !resolve::titled_names(part).is_empty()
        || ends_after_title(part)
        || reporting::chinese_role_at_end(part, Role::Anybody).is_some()
        || surname_tail(part) && is_person(text, range)
        || part.contains(['·', '‧', '・'])
        || person::ends_as_document(part)
        || part.starts_with(|c: char| c.is_uppercase()) && !part.contains(is_han) && part.chars().count() > 1
}

fn is_person(text: &str, range: &Range<usize>) -> bool {
    person::chinese_before(text, range.clone()).is_some_and(|named| named.kind == person::NamedKind::Person)
}

/// Whether a name holds none of the longer words that end a subject: no 多次 taken for a name.
pub(super) fn is_free_of_adverbs(text: &str, name: Range<usize>) -> bool {
    text.get(name)
        .is_some_and(|name| reporting::subject_ends(name).all(|found| found.len() <= '次'.len_utf8()))
}

/// Whether a long stretch is all one description: an office with its departments, a post, a name.
fn is_one_description(text: &str, range: Range<usize>) -> bool {
    person::chinese_before(text, range.clone()).is_some_and(|named| {
        named.extent.start == range.start
            && named.organization.is_some()
            && named.name.is_some_and(|name| is_free_of_adverbs(text, name))
    })
}

/// The subject of one clause; `direct` where the reporting word ends it.
fn subject_of_clause(text: &str, clause: Range<usize>, direct: bool) -> Option<Range<usize>> {
    let mut start = clause.start;
    let end = clause.end;
    if direct {
        let whole = text.get(clause)?;
        start += reporting::relays(whole)
            .map(|found| found.end)
            .filter(|at| *at < whole.len())
            .last()
            .unwrap_or(0);
    }
    if let Some(signed) = signed_name(text, start..end).filter(|_| direct) {
        return Some(signed);
    }
    start = after_openers(text, start..end)?;
    let rest = text.get(start..end)?;
    if let Some(pronoun) = reporting::chinese_role_at_start(rest, Role::Pronoun) {
        return Some(start..start + pronoun.len());
    }
    let mut rest = rest;
    if direct
        && (reporting::subject_ends(rest).next().is_some_and(|found| found.start == 0)
            || ends_in_somebody(rest))
        && let Some(at) = rest.rfind('的').map(|at| at + '的'.len_utf8()).filter(|at| *at < rest.len())
    {
        start += at;
        rest = text.get(start..end)?;
    }
    if direct && let Some(quoting) = before_inner_string(rest) {
        let found = without_tail(quoting).unwrap_or(quoting);
        return Some(start..start + found.len()).filter(|found| !found.is_empty());
    }
    if direct && let Some(at) = after_byline(rest) {
        start += at;
        rest = text.get(start..end)?;
    }
    let short = rest.chars().count() <= 30;
    if direct
        && (short && (ends_in_somebody(rest) || ends_in_name(rest)) || is_one_description(text, start..end))
    {
        return Some(start..end);
    }
    let mut cut = rest.len();
    for found in reporting::subject_ends(rest) {
        let single = rest.get(found.clone()).is_some_and(|word| word.chars().count() == 1);
        let tail = rest.get(found.start..).unwrap_or("");
        if found.start == 0 && reporting::chinese_role_at_start(rest, Role::Anybody).is_some() {
            continue;
        }
        if found.start == 0 {
            if !single || !surname_tail(rest) {
                return None;
            }
            continue;
        }
        if single
            && (surname_tail(tail)
                || lone(rest.get(..found.start).unwrap_or(""))
                || inside_word(rest, found.start))
        {
            continue;
        }
        cut = found.start;
        break;
    }
    if !direct {
        let cue = reporting::chinese_cues(rest).find(|(found, _)| {
            let parted = rest
                .get(found.end..)
                .is_some_and(|t| t.starts_with(['，', ',', '「', '“', '：']) || t.is_empty());
            found.start > 0 && (found.len() > 3 || parted)
        });
        cut = cut.min(cue.map_or(cut, |(found, _)| found.start));
    }
    let rest = text.get(start..end)?;
    if !direct
        && cut == rest.len()
        && let Some(somebody) = reporting::chinese_role_at_start(rest, Role::Anybody)
    {
        return Some(start..start + somebody.len());
    }
    let mut subject = rest.get(..cut)?.trim_end();
    if direct {
        if ends_with_occasion(subject) {
            let verb = reporting::chinese_cues(subject)
                .find(|(found, _)| found.start > 0 && found.len() > 3)
                .map(|(found, _)| found.start)?;
            subject = subject.get(..verb)?.trim_end();
        }
        while let Some(shorter) = without_tail(subject) {
            subject = shorter;
        }
    }
    let chars = subject.chars().count();
    let fits = (1..=MOST_CHARS).contains(&chars) && (direct || cut < rest.len());
    fits.then(|| start..start + subject.len())
}

/// The name in marks that an attribute opens with: 署名「海邊人」的文章.
fn signed_name(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    let name = part.strip_prefix(['「', '“'])?;
    let close = name.find(['」', '”'])?;
    let after = name.get(close..)?.trim_start_matches(['」', '”']);
    reporting::chinese_role_at_start(after, Role::Attributive)?;
    let start = range.end - name.len();
    (close > 0).then_some(start..start + close)
}

/// Where a clause starts without what stands before its subject: 但|局長, 在記者會上|她.
fn after_openers(text: &str, range: Range<usize>) -> Option<usize> {
    let Range { mut start, end } = range;
    loop {
        let rest = text.get(start..end)?;
        let trimmed =
            rest.trim_start_matches([' ', '\u{3000}', '*', '」', '”', '』', '）', '(', '（', '"', '、']);
        start = end - trimmed.len();
        if reporting::chinese_role_at_start(trimmed, Role::Pronoun).is_some() {
            return Some(start);
        }
        match reporting::chinese_role_at_start(trimmed, Role::Opener) {
            Some(opener) if !surname_tail(trimmed) => {
                start += opener.len();
                if let Some(after) = after_occasion(text, start..end) {
                    start = after;
                }
            }
            _ => return Some(start),
        }
    }
}

/// Most characters of a subject; a guess.
const MOST_CHARS: usize = 40;

/// What stands before the reporting word of a string inside the clause: 局長|所說「…」|指出.
fn before_inner_string(clause: &str) -> Option<&str> {
    let head = clause.get(..clause.find(['「', '“'])?)?;
    let (word, governs) = reporting::chinese_cue_at_end(head)?;
    (governs == Governs::Speech).then(|| head.get(..head.len() - word.len())).flatten()
}

/// Whether a clause only says when or where: 接受訪問時, 記者會上.
fn ends_with_occasion(clause: &str) -> bool {
    let last = clause.char_indices().next_back().and_then(|(at, _)| clause.get(at..));
    last.is_some_and(|word| reporting::chinese(word).is(Role::Occasion))
}

/// Whether a description ends with a title and the name that belongs to it.
fn ends_in_name(text: &str) -> bool {
    resolve::titled_names(text).last().is_some_and(|named| named.extent.end == text.len())
}

/// Whether two to four characters follow the last title of a description: a name, most likely.
fn ends_after_title(text: &str) -> bool {
    let tail = reporting::chinese_titles(text).last().and_then(|title| text.get(title.end..));
    tail.is_some_and(|tail| {
        let short = (2..=4).contains(&tail.chars().count());
        short && tail.chars().all(is_han) && reporting::subject_ends(tail).next().is_none()
    })
}

/// Whether a clause is nothing but what follows a name after commas: SBS, 太平紳士.
fn is_postnominal(clause: &str) -> bool {
    reporting::chinese(clause).is(Role::Postnominal)
        || !clause.is_empty() && clause.chars().all(|c| c.is_ascii_uppercase() || matches!(c, '.' | ' '))
}

/// Whether nothing but such clauses stands in `range`.
fn postnominals(text: &str, range: Range<usize>) -> bool {
    let Some(part) = text.get(range) else { return false };
    let mut clauses = part.split(['，', ',']).map(str::trim).filter(|clause| !clause.is_empty()).peekable();
    clauses.peek().is_some() && clauses.all(is_postnominal)
}

/// Whether a description ends in a word for somebody without a name.
fn ends_in_somebody(text: &str) -> bool {
    reporting::chinese_role_at_end(text, Role::Anybody).is_some()
}

/// Where a clause goes on after a byline in brackets: 電（記者某某）|據….
fn after_byline(clause: &str) -> Option<usize> {
    let close = clause.rfind(['）', ')'])?;
    let after = close + clause.get(close..)?.chars().next()?.len_utf8();
    let rest = clause.get(after..)?;
    let inside = clause.get(..close)?.rsplit(['（', '(']).next()?;
    let byline = reporting::chinese_role_at_start(inside, Role::Anybody).is_some();
    let opener = reporting::chinese_role_at_start(rest, Role::Opener).map_or(0, str::len);
    (opener < rest.len() && (byline || opener > 0)).then_some(after + opener)
}

/// A subject without a verb or adverb that stands between it and the reporting word: 總統回應|表示, 總理所|說.
fn without_tail(subject: &str) -> Option<&str> {
    let cue = reporting::chinese_cue_at_end(subject)
        .filter(|(_, governs)| *governs == Governs::Speech)
        .map(|(word, _)| word);
    let adverb = reporting::chinese_role_at_end(subject, Role::SubjectEnd)
        .filter(|word| word.chars().count() > 1 || !inside_word(word, 0) || *word == "所");
    let tail = cue.or(adverb).or_else(|| {
        let word = reporting::chinese_role_at_end(subject, Role::SubjectEnd)?;
        let head = subject.get(..subject.len() - word.len())?;
        (ends_in_somebody(head) || reporting::chinese_role_at_end(head, Role::Title).is_some())
            .then_some(word)
    })?;
    let shorter = subject.get(..subject.len() - tail.len())?;
    let name = surname_tail(subject)
        || shorter.chars().next_back().is_some_and(|c| {
            let at = shorter.len() - c.len_utf8();
            tail.chars().count() == 1 && subject.get(at..).is_some_and(surname_tail)
        });
    (!shorter.is_empty() && !name).then_some(shorter)
}

/// Whether the single character at `at` is part of a longer word: 學生會, 社會.
fn inside_word(text: &str, at: usize) -> bool {
    let Some(c) = text.get(at..).and_then(|t| t.chars().next()) else { return false };
    matches!(
        c,
        '會' | '会'
            | '能'
            | '應'
            | '应'
            | '可'
            | '要'
            | '不'
            | '去'
            | '來'
            | '来'
            | '將'
            | '将'
            | '由'
            | '想'
            | '使'
            | '給'
            | '给'
            | '令'
            | '到'
            | '以'
            | '為'
            | '为'
            | '與'
            | '与'
            | '只'
            | '需'
            | '獲'
            | '获'
            | '把'
            | '所'
            | '未'
            | '便'
            | '都'
    )
}

/// Whether `head` is a single character that is no surname: too little for a subject.
fn lone(head: &str) -> bool {
    head.chars().count() == 1 && reporting::chinese_role_at_start(head, Role::Surname).is_none()
}

/// Whether `tail` is short enough to be a name and starts with a surname: 曾鈺成.
fn surname_tail(tail: &str) -> bool {
    let chars = tail.chars().count();
    (2..=3).contains(&chars) && reporting::chinese_role_at_start(tail, Role::Surname).is_some()
}

/// Where an adverbial that a preposition opened ends: 在記者會上|局長.
fn after_occasion(text: &str, range: Range<usize>) -> Option<usize> {
    let part = text.get(range.clone())?;
    part.char_indices()
        .filter(|(at, c)| {
            part.get(*at..at + c.len_utf8()).is_some_and(|one| reporting::chinese(one).is(Role::Occasion))
        })
        .map(|(at, c)| range.start + at + c.len_utf8())
        .rfind(|at| *at < range.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<(&str, &str)> {
        let at = text.find('「')?;
        let found = before(text, 0, at)?;
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
