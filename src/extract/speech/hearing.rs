//! The passages heard one after the other: which strings are speech, which belong together, who is at the word.
//!
//! Takes the passages; gives what was said in the order of the text, with the mentions of the speakers, not yet
//! resolved.

use super::chinese::{self, Governing};
use super::english::{self, Clause, Stand};
use super::judge::{self, ChineseSetting, Setting};
use super::marks::{self, Marked};
use super::resolve::{self, Mention};
use super::sentence::{Kind, Outline, outline};
use super::{Passage, PassageKind, Place, indirect, naming};
use crate::diagnostic::{Diagnostic, DiagnosticCode};
use crate::extract::person::{self, Named, NamedKind};
use crate::lexicon::reporting::Role;
use crate::options::Options;
use crate::release::QuoteKind;
use crate::text::script::is_han;
use std::ops::Range;

/// One speech, in one or several parts.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) kind: QuoteKind,
    pub(super) parts: Vec<Place>,
    /// The mention of the speaker, by its number.
    pub(super) who: Option<usize>,
    pub(super) cue: Option<Place>,
}

/// What was heard in all passages.
#[derive(Debug, Clone, Default)]
pub(super) struct Heard {
    pub(super) said: Vec<Said>,
    pub(super) mentions: Vec<Mention>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

struct Hearing<'a> {
    passages: &'a [Passage<'a>],
    options: &'a Options,
    heard: Heard,
    /// Who spoke last.
    last: Option<usize>,
    /// The speech that the passage before ended with, and whether its mark stayed open.
    carried: Option<(usize, bool)>,
    /// The attribution that the passage before ended with: "She continued:".
    announced: Option<(Option<usize>, Place)>,
}

/// Marks that part a speech from its signature.
const DASHES: [char; 7] = ['—', '–', '―', '-', '─', '~', '～'];

/// Hears `passages`.
pub(super) fn hear(passages: &[Passage<'_>], options: &Options) -> Heard {
    let mut hearing =
        Hearing { passages, options, heard: Heard::default(), last: None, carried: None, announced: None };
    for (index, passage) in passages.iter().enumerate() {
        let text = passage.reading.text();
        match passage.kind {
            PassageKind::Naming => hearing.names(index, text),
            PassageKind::Prose => hearing.prose(index, text),
        }
    }
    hearing.heard
}

/// Who is described at `range` of a Chinese text.
fn described(text: &str, range: Range<usize>) -> Option<Named> {
    person::chinese_before(text, range.clone())
        .filter(|named| named.extent.start < range.end && named.extent.end > range.start)
        .or_else(|| naming::chinese(text, range))
}

/// Whether a passage is read by the rules of Chinese: a character of it says as much as several letters.
pub(super) fn is_chinese(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let han = text.chars().filter(|c| is_han(*c)).count();
    han * 4 > text.bytes().filter(u8::is_ascii_alphabetic).count()
}

impl Hearing<'_> {
    fn mention(&mut self, passage: usize, named: Named) -> usize {
        let place = Place { passage, range: named.extent.clone() };
        self.heard.mentions.push(Mention { place, named, word: None, antecedent: None });
        self.heard.mentions.len() - 1
    }

    /// People named where nobody speaks.
    fn names(&mut self, index: usize, text: &str) {
        let listed = person::of_list(text, 0..text.len());
        for one in listed {
            self.mention(index, one.named);
        }
        if let Some(named) = person::of_line(text, 0..text.len()) {
            self.mention(index, named);
        }
    }

    fn prose(&mut self, index: usize, text: &str) {
        if let Some((said, _)) = self.carried
            && self.signature(index, text, 0, said)
        {
            self.carried = None;
            return;
        }
        let found = marks::pair(text, self.options.single_quotes);
        for stray in &found.stray {
            self.doubt(DiagnosticCode::UnopenedQuote, index, stray.clone());
        }
        if is_chinese(text) {
            self.chinese(index, text, &found.strings);
        } else {
            self.english(index, text, &found.strings);
        }
    }

    fn doubt(&mut self, code: DiagnosticCode, passage: usize, range: Range<usize>) {
        let spans = self.passages[passage].reading.spans(range);
        self.heard.diagnostics.push(Diagnostic::new(code, spans));
    }

    /// Whether a signature follows the string that ends at `from`.
    fn signed(&self, index: usize, text: &str, from: usize) -> bool {
        let rest = text.get(from..).unwrap_or("").trim();
        let next = self.passages.get(index + 1).map_or("", |next| next.reading.text());
        let line = if rest.is_empty() { next.trim_start() } else { rest };
        line.starts_with(DASHES)
    }

    /// Reads `text` from `from` as the signature of a speech: "– Name, Title".
    fn signature(&mut self, index: usize, text: &str, from: usize, said: usize) -> bool {
        let Some(rest) = text.get(from..) else { return false };
        let line = rest.trim_start();
        let bare = line.trim_start_matches(DASHES).trim_start();
        if bare.len() == line.len()
            || bare.is_empty()
            || bare.len() > 160
            || bare.trim_end().ends_with(['.', '。'])
        {
            return false;
        }
        let start = from + rest.len() - bare.len();
        let range = start..start + bare.trim_end().len();
        let named = person::of_line(text, range.clone()).unwrap_or_else(|| {
            let line = text.get(range.clone()).unwrap_or("");
            let end = line.find([',', '，', '、']).unwrap_or(line.len());
            let name = range.start..range.start + end;
            let rest = line.get(end..).unwrap_or("");
            let title_at = range.start + line.len() - rest.trim_start_matches([',', '，', '、', ' ']).len();
            let title = (title_at < range.end).then_some(title_at..range.end);
            Named { extent: range.clone(), name: Some(name), title, ..Named::default() }
        });
        let who = self.mention(index, named);
        self.heard.said[said].who = Some(who);
        self.last = Some(who);
        true
    }

    fn english(&mut self, index: usize, text: &str, marks: &[Marked]) {
        let outline = outline(text, marks);
        if !marks.is_empty() {
            for run in resolve::capital_runs(&outline, text) {
                self.mention(index, Named { extent: run.clone(), name: Some(run), ..Named::default() });
            }
        }
        let mut scene = Scene::default();
        let first_said = self.heard.said.len();
        for (number, sentence) in outline.sentences.iter().enumerate() {
            let clauses = english::clauses(text, &outline, sentence);
            let mut named: Vec<Option<usize>> = vec![None; clauses.len()];
            let mut used = vec![Use::None; clauses.len()];
            for at in sentence.clone() {
                let Kind::Mark(mark) = outline.tokens[at].kind else { continue };
                let governing = english::governing(text, &outline, marks, sentence, &clauses, at);
                let alone = outline.tokens[sentence.clone()].iter().all(|t| !t.is_word())
                    || governing
                        .is_some_and(|(c, stand)| stand == Stand::After && clauses[c].extent.start > at);
                let setting = Setting {
                    governed: governing.map(|(c, stand)| (stand, clauses[c].governs)),
                    alone,
                    named: at > sentence.start && outline.tokens[at - 1].is(Role::Naming),
                };
                let joined = governing.and_then(|(c, _)| {
                    let spent = clauses[c].extent.end <= at;
                    scene.previous.filter(|p| p.sentence == number && p.clause == Some(c) && p.after && spent)
                });
                if joined.is_none() && !judge::english(text, &marks[mark], setting, self.options) {
                    continue;
                }
                let part = Place { passage: index, range: marks[mark].inner.clone() };
                if !marks[mark].closed {
                    self.doubt(DiagnosticCode::UnclosedQuote, index, marks[mark].outer.clone());
                }
                let starts = at == sentence.start;
                if let Some((c, stand)) = governing {
                    used[c] = if stand == Stand::After { Use::Whole } else { used[c].max(Use::Part) };
                    if let Some(previous) = joined {
                        self.heard.said[previous.said].parts.push(part);
                        scene.previous = Some(Previous { mark, ..previous });
                        continue;
                    }
                    let who = *named[c].get_or_insert_with(|| {
                        self.speaker(index, text, &outline, sentence, &clauses[c])
                            .or(self.last)
                            .unwrap_or(usize::MAX)
                    });
                    let who = (who != usize::MAX).then_some(who);
                    let cue = Some(cue_place(index, &outline, &clauses[c]));
                    let said = self.say(QuoteKind::Direct, part, who, cue);
                    scene.previous = Some(Previous {
                        said,
                        mark,
                        sentence: number,
                        clause: Some(c),
                        after: stand == Stand::After,
                    });
                    continue;
                }
                if let Some(label) = english::label_before(&outline, sentence, at) {
                    let who = self.describe_english(index, text, bytes(&outline, &label), false);
                    let said = self.say(QuoteKind::Direct, part, who, None);
                    scene.previous =
                        Some(Previous { said, mark, sentence: number, clause: None, after: false });
                    continue;
                }
                if let Some(previous) = scene.previous.filter(|p| alone && p.sentence + 1 >= number) {
                    self.heard.said[previous.said].parts.push(part);
                    scene.previous = Some(Previous { mark, sentence: number, ..previous });
                    continue;
                }
                if let Some((said, open)) =
                    self.carried.filter(|_| starts && scene.previous.is_none() && number == 0)
                    && (open || outline.tokens.len() == 1)
                {
                    self.heard.said[said].parts.push(part);
                    scene.previous =
                        Some(Previous { said, mark, sentence: number, clause: None, after: false });
                    continue;
                }
                let announced = self.announced.clone().filter(|_| number == 0 && starts);
                let own = if !alone {
                    english::sentence_subject(&outline, sentence, at)
                } else if scene.previous.is_none() && number > 0 {
                    recent(text, &outline, number)
                } else {
                    None
                };
                let own = own
                    .and_then(|subject| self.describe_english(index, text, bytes(&outline, &subject), false));
                let (who, cue) = match announced {
                    Some((who, cue)) => (who, Some(cue)),
                    None => (
                        own.or(if scene.previous.is_some() || self.carried.is_some() {
                            self.last
                        } else {
                            None
                        }),
                        None,
                    ),
                };
                let said = self.say(QuoteKind::Direct, part, who, cue);
                if who.is_none() {
                    scene.waiting.push(said);
                }
                scene.previous = Some(Previous { said, mark, sentence: number, clause: None, after: false });
            }
            if self.options.indirect_speech {
                let page = Page { text, outline: &outline, marks };
                self.reports(index, &page, sentence, &clauses, &used);
            }
        }
        self.settle(&scene.waiting, first_said);
        self.close(index, text, marks, scene.previous, first_said);
        self.announced = announcement(text, &outline).and_then(|(sentence, c)| {
            let clause = english::clauses(text, &outline, &sentence).into_iter().nth(c)?;
            let who = self.speaker(index, text, &outline, &sentence, &clause).or(self.last);
            Some((who, cue_place(index, &outline, &clause)))
        });
    }

    /// What the next passage has to know of this one.
    fn close(
        &mut self,
        index: usize,
        text: &str,
        marks: &[Marked],
        previous: Option<Previous>,
        first_said: usize,
    ) {
        let Some(previous) = previous else {
            self.carried = None;
            return;
        };
        let Some(marked) = marks.get(previous.mark) else { return };
        let rest = text.get(marked.outer.end..).unwrap_or("").trim();
        if previous.said >= first_said && self.signature(index, text, marked.outer.end, previous.said) {
            self.carried = None;
            return;
        }
        self.carried = rest.is_empty().then_some((previous.said, !marked.closed));
    }

    /// Gives the speech that waits for a speaker the next one of the paragraph, or the last one there was.
    fn settle(&mut self, waiting: &[usize], first_said: usize) {
        if waiting.is_empty() {
            return;
        }
        let mut next = self.last;
        for said in (first_said..self.heard.said.len()).rev() {
            next = self.heard.said[said].who.or(next);
            if self.heard.said[said].who.is_none() && waiting.binary_search(&said).is_ok() {
                self.heard.said[said].who = next;
            }
        }
    }

    fn say(&mut self, kind: QuoteKind, part: Place, who: Option<usize>, cue: Option<Place>) -> usize {
        if kind == QuoteKind::Direct {
            self.last = who.or(self.last);
        }
        self.heard.said.push(Said { kind, parts: vec![part], who, cue });
        self.heard.said.len() - 1
    }

    /// The mention of the speaker of a clause.
    fn speaker(
        &mut self,
        index: usize,
        text: &str,
        outline: &Outline,
        sentence: &Range<usize>,
        clause: &Clause,
    ) -> Option<usize> {
        let subject = clause.subject.clone()?;
        let range = bytes(outline, &subject);
        if clause.inverted {
            let end = outline.tokens.get(sentence.end.checked_sub(1)?)?.end;
            return self.describe_english(
                index,
                text,
                range.start..range.end.max(range.start.min(end)),
                true,
            );
        }
        let who = self.describe_english(index, text, range, false)?;
        if let Some(relative) = clause.relative.and_then(|at| outline.tokens.get(at)) {
            self.heard.mentions[who].word = Some(relative.start..relative.end);
        }
        Some(who)
    }

    fn describe_english(
        &mut self,
        index: usize,
        text: &str,
        range: Range<usize>,
        inverted: bool,
    ) -> Option<usize> {
        let found = if inverted {
            person::english_from(text, range.start..text.len())
        } else {
            person::english_before(text, range.clone())
        };
        let named = found
            .filter(|named| named.extent.start < range.end && named.extent.end > range.start)
            .or_else(|| naming::english(text, range))?;
        Some(self.mention(index, named))
    }

    fn reports(
        &mut self,
        index: usize,
        page: &Page<'_>,
        sentence: &Range<usize>,
        clauses: &[Clause],
        used: &[Use],
    ) {
        let &Page { text, outline, marks } = page;
        let mut covered: Option<Range<usize>> = None;
        for (c, clause) in clauses.iter().enumerate() {
            let Some(range) = indirect::english(outline, sentence, clause) else { continue };
            let quoted: usize = marks::touching(marks, &range)
                .filter(|m| m.outer.start >= range.start && m.outer.end <= range.end)
                .map(|m| m.inner.len())
                .sum();
            if used[c] == Use::Whole
                || used[c] == Use::Part && quoted * 3 > range.len()
                || covered.as_ref().is_some_and(|c| c.start <= range.start && range.end <= c.end)
            {
                continue;
            }
            let who = self.speaker(index, text, outline, sentence, clause);
            let cue = Some(cue_place(index, outline, clause));
            self.say(QuoteKind::Indirect, Place { passage: index, range: range.clone() }, who, cue);
            covered = Some(range);
        }
    }

    fn chinese(&mut self, index: usize, text: &str, marks: &[Marked]) {
        for named in resolve::titled_names(text) {
            self.mention(index, named);
        }
        let starts = chinese::sentence_starts(text, marks);
        let first_said = self.heard.said.len();
        let mut previous: Option<Previous> = None;
        let mut waiting: Vec<usize> = Vec::new();
        for (number, marked) in marks.iter().enumerate() {
            let sentence = starts.partition_point(|start| *start <= marked.outer.start).saturating_sub(1);
            let start = starts.get(sentence).copied().unwrap_or(0);
            let start = start.max(floor(text, marked.outer.start.saturating_sub(FARTHEST)));
            let next = marks.get(number + 1).map_or(text.len(), |next| next.outer.start);
            let gap = text.get(start..marked.outer.start).unwrap_or("").trim();
            let before = chinese::before(text, start, marked.outer.start);
            let after = if before.is_some() { None } else { chinese::after(text, marked.outer.end, next) };
            let whole = chinese::is_whole(text, marked);
            let open = whole
                || text
                    .get(marked.inner.clone())
                    .is_some_and(|inner| inner.trim_end().ends_with(['，', ',']))
                || text
                    .get(marked.outer.end..)
                    .is_some_and(|rest| rest.trim_start().starts_with(['，', ',']));
            let after = after.filter(|found| {
                let colon =
                    text.get(found.cue.end..).is_some_and(|rest| rest.trim_start().starts_with(['：', ':']));
                open && gap.is_empty() && !(colon && whole)
            });
            let between = previous
                .and_then(|p: Previous| text.get(marks.get(p.mark)?.outer.end..marked.outer.start))
                .map(|gap| gap.trim_matches([' ', '\u{3000}', '*']));
            let listed = between.is_some_and(|gap| {
                matches!(gap, "" | "，" | "、" | "。" | "；" | "," | "和" | "及" | "以及" | "與" | "与")
            });
            let governing = before.or(after);
            let introduced = if governing.is_none() {
                chinese::introduced(text, start, marked.outer.start, marks)
            } else {
                None
            };
            let recent = if governing.is_none() && gap.is_empty() && !listed {
                recent_subject(
                    text,
                    &starts,
                    sentence,
                    previous.and_then(|p| marks.get(p.mark)).map_or(0, |m| m.outer.end),
                )
            } else {
                None
            };
            let setting = ChineseSetting {
                whole,
                starts_sentence: gap.is_empty()
                    && (self.signed(index, text, marked.outer.end)
                        || self.last.is_some()
                        || governing.is_some()
                        || recent.is_some()
                        || number + 1 < marks.len()),
                continues: listed,
                introduced: introduced.as_ref().map(|found| (found.colon, found.cue.is_some(), found.near)),
            };
            if !judge::chinese(text, marked, governing.as_ref(), setting, self.options) {
                continue;
            }
            if !marked.closed {
                self.doubt(DiagnosticCode::UnclosedQuote, index, marked.outer.clone());
            }
            let part = Place { passage: index, range: marked.inner.clone() };
            let split = previous.is_some_and(|p| p.after)
                && governing.as_ref().is_none_or(|g| previous.is_some_and(|p| p.clause == Some(g.cue.start)));
            if let Some(p) = previous
                .filter(|_| split || governing.is_none() && listed && between.is_some_and(str::is_empty))
            {
                self.heard.said[p.said].parts.push(part);
                previous = Some(Previous { mark: number, after: false, ..p });
                continue;
            }
            let (who, cue, clause, is_after) = if let Some(found) = governing {
                let who =
                    found.subject.clone().and_then(|s| self.describe_chinese(index, text, s)).or(self.last);
                (
                    who,
                    Some(Place { passage: index, range: found.cue.clone() }),
                    Some(found.cue.start),
                    found.after,
                )
            } else {
                if let Some((said, open)) = self.carried.filter(|_| gap.is_empty() && start == 0)
                    && (open || marked.outer.end >= text.trim_end().len())
                {
                    self.heard.said[said].parts.push(part);
                    previous = Some(Previous { said, mark: number, sentence, clause: None, after: false });
                    continue;
                }
                let announced = self.announced.clone().filter(|_| start == 0 && gap.is_empty());
                if let Some((who, cue)) = announced {
                    (who, Some(cue), None, false)
                } else if let Some(found) = introduced {
                    let who = found.subject.and_then(|s| self.describe_chinese(index, text, s)).or(self.last);
                    (who, found.cue.map(|range| Place { passage: index, range }), None, false)
                } else if let Some(p) = previous.filter(|_| listed) {
                    let said = &self.heard.said[p.said];
                    (said.who, said.cue.clone(), None, false)
                } else {
                    let recent = recent.clone().and_then(|s| self.describe_chinese(index, text, s));
                    (recent.or(self.last), None, None, false)
                }
            };
            let said = self.say(QuoteKind::Direct, part, who, cue);
            if who.is_none() {
                waiting.push(said);
            }
            previous = Some(Previous { said, mark: number, sentence, clause, after: is_after });
        }
        self.settle(&waiting, first_said);
        if self.options.indirect_speech {
            self.chinese_reports(index, text, marks, &starts);
        }
        self.close(index, text, marks, previous, first_said);
        self.announced = chinese_announcement(text).map(|found| {
            let who = found.subject.clone().and_then(|s| self.describe_chinese(index, text, s)).or(self.last);
            (who, Place { passage: index, range: found.cue })
        });
    }

    fn chinese_reports(&mut self, index: usize, text: &str, marks: &[Marked], starts: &[usize]) {
        for (n, start) in starts.iter().enumerate() {
            let end = starts.get(n + 1).copied().unwrap_or(text.len());
            for (governing, range) in indirect::chinese(text, *start..end, marks) {
                let who = governing.subject.clone().and_then(|s| self.describe_chinese(index, text, s));
                let cue = Some(Place { passage: index, range: governing.cue });
                self.say(QuoteKind::Indirect, Place { passage: index, range }, who, cue);
                if who.is_some() {
                    self.last = who;
                }
            }
        }
    }

    fn describe_chinese(&mut self, index: usize, text: &str, range: Range<usize>) -> Option<usize> {
        let named = described(text, range)?;
        let pronoun = (named.kind == NamedKind::Pronoun).then_some(named.extent.start);
        let who = self.mention(index, named);
        if let Some(found) = pronoun.and_then(|at| chinese::antecedent(text, at))
            && let Some(before) = described(text, found)
        {
            let before = self.mention(index, before);
            self.heard.mentions[who].antecedent = Some(before);
        }
        Some(who)
    }
}

/// How far before a Chinese string its speaker is looked for, in bytes: 400 characters.
const FARTHEST: usize = 1200;

/// The character boundary at or after `at`.
fn floor(text: &str, mut at: usize) -> usize {
    while at < text.len() && !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// The speech that the next string of the same paragraph may continue.
#[derive(Debug, Clone, Copy)]
struct Previous {
    said: usize,
    mark: usize,
    sentence: usize,
    clause: Option<usize>,
    after: bool,
}

/// An English paragraph with what was found in it.
struct Page<'a> {
    text: &'a str,
    outline: &'a Outline,
    marks: &'a [Marked],
}

/// What of a reporting clause is spent on strings in marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Use {
    None,
    /// It reports something, strings among it.
    Part,
    /// It belongs to a string as its attribution.
    Whole,
}

#[derive(Debug, Default)]
struct Scene {
    previous: Option<Previous>,
    /// Speech whose speaker is named only later in the paragraph.
    waiting: Vec<usize>,
}

fn bytes(outline: &Outline, tokens: &Range<usize>) -> Range<usize> {
    let start = outline.tokens.get(tokens.start).map_or(0, |t| t.start);
    let end = tokens.end.checked_sub(1).and_then(|i| outline.tokens.get(i)).map_or(start, |t| t.end);
    start..end.max(start)
}

fn cue_place(passage: usize, outline: &Outline, clause: &Clause) -> Place {
    Place { passage, range: bytes(outline, &clause.cue) }
}

/// Who the sentence before the one numbered `number` is about.
fn recent(text: &str, outline: &Outline, number: usize) -> Option<Range<usize>> {
    let sentence = outline.sentences.get(number.checked_sub(1)?)?;
    let clauses = english::clauses(text, outline, sentence);
    let speech = clauses.iter().find(|c| c.governs.speaks() && c.own_subject);
    let subject = speech.or(clauses.first()).and_then(|c| c.subject.clone());
    subject.or_else(|| english::sentence_subject(outline, sentence, sentence.end))
}

/// The sentence and clause that a paragraph ends with before a colon.
fn announcement(text: &str, outline: &Outline) -> Option<(Range<usize>, usize)> {
    let sentence = outline.sentences.last()?.clone();
    let last = outline.tokens.get(sentence.end.checked_sub(1)?)?;
    if last.kind != Kind::Colon {
        return None;
    }
    let clauses = english::clauses(text, outline, &sentence);
    let speech = clauses.iter().rposition(|c| c.governs.speaks()).or_else(|| clauses.len().checked_sub(1))?;
    Some((sentence, speech))
}

/// Who the sentences before the one numbered `sentence` are about, no further back than byte `limit`.
fn recent_subject(text: &str, starts: &[usize], sentence: usize, limit: usize) -> Option<Range<usize>> {
    (1..=3).find_map(|back| {
        let number = sentence.checked_sub(back)?;
        let range = *starts.get(number)?..*starts.get(number + 1)?;
        if range.start < limit {
            return None;
        }
        chinese::statement_subject(text, range)
    })
}

fn chinese_announcement(text: &str) -> Option<Governing> {
    let bare = text.trim_end();
    if !bare.ends_with(['：', ':']) {
        return None;
    }
    let start = bare.rfind(['。', '！', '？']).map_or(0, |at| at + 3);
    chinese::before(text, start, bare.len())
}
