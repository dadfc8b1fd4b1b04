//! An English paragraph heard.
//!
//! Takes the paragraph and its marked strings; adds what is said in it to what was heard before. A string without a
//! clause of its own goes on with the speech before it, or belongs to whom the sentence before is about. Whom a sentence
//! is about is told in `english_about.rs`, whom a pronoun means in `antecedent.rs`.

use super::english_about::{self as about, bytes};
use super::{Hearing, Previous, is_chinese};
use crate::diagnostic::DiagnosticCode;
use crate::extract::person::{self, Named, NamedKind};
use crate::extract::speech::english::{self, Clause, Stand};
use crate::extract::speech::judge::{self, Company, Setting, UseAs};
use crate::extract::speech::marks::{self, Marked};
use crate::extract::speech::sentence::{Kind, Outline, last_char, outline};
use crate::extract::speech::{PassageKind, Place, indirect};
use crate::lexicon::people::latin;
use crate::lexicon::reporting::{self, Role, VerbForm};
use crate::release::QuoteKind;
use std::cell::OnceCell;
use std::ops::Range;

/// An English paragraph with what was found in it.
struct Page<'a> {
    index: usize,
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

/// One of its sentences, with the clauses that report.
struct Sentence<'a> {
    number: usize,
    tokens: &'a Range<usize>,
    clauses: Vec<Clause>,
    /// Whose each clause is, once it was asked for.
    speakers: Vec<OnceCell<Option<usize>>>,
    used: Vec<Use>,
}

impl<'a> Sentence<'a> {
    fn of(page: &Page<'_>, number: usize, tokens: &'a Range<usize>) -> Self {
        let clauses = english::clauses(page.text, page.outline, tokens);
        Self {
            number,
            tokens,
            speakers: vec![OnceCell::new(); clauses.len()],
            used: vec![Use::None; clauses.len()],
            clauses,
        }
    }
}

/// A string in marks where it stands in its sentence.
struct InMarks<'a> {
    /// Its token.
    at: usize,
    number: usize,
    marked: &'a Marked,
    /// The clause that governs it, by its number, and how that stands to it.
    governing: Option<(usize, Stand)>,
    /// Whether nothing but other strings and an attribution stands beside it.
    alone: bool,
    starts_sentence: bool,
}

impl<'a> InMarks<'a> {
    fn of(page: &Page<'a>, sentence: &Sentence<'_>, at: usize, number: usize) -> Self {
        let Sentence { tokens, clauses, .. } = sentence;
        let governing = english::governing(page.text, page.outline, page.marks, tokens, clauses, at);
        let alone = page.outline.tokens[(*tokens).clone()].iter().all(|t| !t.is_word())
            || governing.is_some_and(|(c, stand)| stand == Stand::After && clauses[c].extent.start > at);
        let starts_sentence = at == tokens.start;
        Self { at, number, marked: &page.marks[number], governing, alone, starts_sentence }
    }

    fn setting(&self, page: &Page<'_>, sentence: &Sentence<'_>, previous: Option<Previous>) -> Setting {
        let follows = previous.is_some_and(|p| p.sentence + 1 == sentence.number);
        Setting {
            governed: self.governing.map(|(c, stand)| (stand, sentence.clauses[c].governs)),
            company: match (self.alone, follows) {
                (false, _) => Company::Words,
                (true, false) => Company::Alone,
                (true, true) => Company::AfterSpeech,
            },
            use_as: self.use_as(page, sentence),
        }
    }

    fn use_as(&self, page: &Page<'_>, sentence: &Sentence<'_>) -> UseAs {
        if !self.starts_sentence && page.outline.tokens[self.at - 1].is(Role::Naming) {
            UseAs::Name
        } else if english::is_attribute(page.outline, sentence.tokens, self.at) {
            UseAs::Attribute
        } else if names_work(page.text, self.marked) {
            UseAs::Work
        } else {
            UseAs::Anything
        }
    }

    /// Whether it is the other half of a speech that its clause stands in the midst of: “…,” said Ann Lee, “…”.
    fn is_second_half(&self, sentence: &Sentence<'_>, previous: &Previous) -> bool {
        self.governing.is_some_and(|(c, _)| {
            let same = previous.sentence == sentence.number && previous.clause == Some(c);
            same && previous.after && sentence.clauses[c].extent.end <= self.at
        })
    }

    fn place(&self, page: &Page<'_>) -> Place {
        Place { passage: page.index, range: self.marked.inner.clone() }
    }

    /// What the next string may go on with, where no clause governs this one.
    fn said(&self, said: usize, sentence: &Sentence<'_>) -> Previous {
        Previous { said, mark: self.number, sentence: sentence.number, clause: None, after: false }
    }
}

#[derive(Debug, Default)]
struct Scene {
    previous: Option<Previous>,
    /// Speech whose speaker is named only later in the paragraph.
    waiting: Vec<usize>,
}

impl Hearing<'_> {
    pub(super) fn english(&mut self, index: usize, text: &str, marks: &[Marked]) {
        let opening = self.opening(index);
        if marks.is_empty() && !text.get(opening..).is_some_and(reporting::may_report) {
            // Nothing is said in it, so that its words need not be known.
            (self.carried, self.attributed) = (None, None);
            self.announced = self.stated(index, text).map(|who| (Some(who), None));
            return;
        }
        let outline = outline(text, opening, marks);
        let page = Page { index, text, outline: &outline, marks };
        if !marks.is_empty() {
            self.capitals(index, text, &outline);
        }
        let mut scene = Scene::default();
        let first_said = self.heard.said.len();
        for (number, tokens) in outline.sentences.iter().enumerate() {
            let mut sentence = Sentence::of(&page, number, tokens);
            for at in tokens.clone() {
                let Kind::Mark(mark) = outline.tokens[at].kind else { continue };
                let string = InMarks::of(&page, &sentence, at, mark);
                self.string(&page, &mut sentence, &mut scene, &string);
            }
            if self.options.indirect_speech {
                self.reports(&page, &sentence);
            }
        }
        let before = self.carried.is_none().then(|| self.before_passage(index, &scene.waiting)).flatten();
        self.settle(&scene.waiting, first_said, before);
        self.close(index, text, marks, scene.previous, first_said);
        let attributed =
            |previous: &Previous| previous.after && previous.sentence + 1 == outline.sentences.len();
        self.attributed = scene.previous.filter(attributed).map(|previous| previous.said);
        self.announced = match self.stated(index, text) {
            Some(who) => Some((Some(who), None)),
            None => self.announcement(&page),
        };
    }

    /// A string in marks heard, if it is speech.
    fn string(
        &mut self,
        page: &Page<'_>,
        sentence: &mut Sentence<'_>,
        scene: &mut Scene,
        string: &InMarks<'_>,
    ) {
        let joined = scene.previous.filter(|previous| string.is_second_half(sentence, previous));
        let setting = string.setting(page, sentence, scene.previous);
        if joined.is_none() && !judge::english(page.text, string.marked, setting, self.options) {
            return;
        }
        if !string.marked.closed {
            self.doubt(DiagnosticCode::UnclosedQuote, page.index, string.marked.outer.clone());
        }
        let heard = self
            .transcript(page, sentence, string)
            .or_else(|| self.governed(page, sentence, scene.previous, string, joined))
            .or_else(|| self.labelled(page, sentence, string))
            .or_else(|| self.signed_without_verb(page, sentence, string))
            .or_else(|| self.going_on(page, sentence, scene.previous, string))
            .unwrap_or_else(|| self.ungoverned(page, sentence, scene, string));
        scene.previous = Some(heard);
    }

    /// Part of a transcript, which names its speaker inside the marks.
    fn transcript(
        &mut self,
        page: &Page<'_>,
        sentence: &Sentence<'_>,
        string: &InMarks<'_>,
    ) -> Option<Previous> {
        let label = transcript_label(page.text, string.marked)?;
        let name = Some(label.clone());
        let who = self.mention(page.index, Named { extent: label, name, ..Named::default() });
        let said = self.say(QuoteKind::Direct, string.place(page), Some(who), None);
        Some(string.said(said, sentence))
    }

    /// Speech whose clause tells whose it is.
    fn governed(
        &mut self,
        page: &Page<'_>,
        sentence: &mut Sentence<'_>,
        previous: Option<Previous>,
        string: &InMarks<'_>,
        joined: Option<Previous>,
    ) -> Option<Previous> {
        let (c, stand) = string.governing?;
        let part = string.place(page);
        sentence.used[c] = if stand == Stand::After { Use::Whole } else { sentence.used[c].max(Use::Part) };
        if let Some(previous) = joined {
            self.heard.said[previous.said].parts.push(part);
            return Some(Previous { mark: string.number, ..previous });
        }
        let clause = &sentence.clauses[c];
        let who =
            *sentence.speakers[c].get_or_init(|| self.speaker(page, sentence.tokens, clause).or(self.last));
        let cue = Some(cue_place(page, clause));
        let opens = sentence.number == 0 && string.starts_sentence && previous.is_none();
        let said = match self.opened_before().filter(|_| opens) {
            Some(said) => self.say_more(said, part, who, cue),
            None => self.say(QuoteKind::Direct, part, who, cue),
        };
        let after = stand == Stand::After;
        Some(Previous { clause: Some(c), after, ..string.said(said, sentence) })
    }

    /// Speech behind a label with a colon: "Ann Lee, Chair: “…”".
    fn labelled(
        &mut self,
        page: &Page<'_>,
        sentence: &Sentence<'_>,
        string: &InMarks<'_>,
    ) -> Option<Previous> {
        let label = english::label_before(page.outline, sentence.tokens, string.at)?;
        let label = bytes(page.outline, &label);
        let who = match person_with_body(page.text, label.clone()) {
            Some(named) => Some(self.mention(page.index, named)),
            None => self.describe_english(page, label, None),
        };
        let said = self.say(QuoteKind::Direct, string.place(page), who, None);
        Some(string.said(said, sentence))
    }

    /// Speech whose comma or dash leads to a name and who that is, and to no verb, “We won,” Ann Lee, director, Weir Mill, or that
    /// nothing else follows in its paragraph.
    fn signed_without_verb(
        &mut self,
        page: &Page<'_>,
        sentence: &Sentence<'_>,
        string: &InMarks<'_>,
    ) -> Option<Previous> {
        let Page { text, outline, .. } = *page;
        let own = string.at + 1..sentence.tokens.end;
        let leads = || last_char(text, page.marks, string.number) == Some(',');
        let dashed = |tokens: &Range<usize>| outline.tokens[tokens.start].kind == Kind::Dash;
        let behind = if own.is_empty() {
            outline.sentences.get(sentence.number + 1..).filter(|rest| rest.len() == 1)?[0].clone()
        } else {
            Some(own).filter(|own| dashed(own) || leads())?
        };
        let start = behind.start + usize::from(dashed(&behind));
        let signature = outline.tokens.get(start..behind.end)?;
        let end = signature.iter().rfind(|token| token.kind != Kind::Stop)?.end;
        let named = person_with_body(text, signature.first()?.start..end)?;
        let who = Some(self.mention(page.index, named));
        let part = string.place(page);
        let said = match self.opened_before().filter(|_| sentence.number == 0 && string.starts_sentence) {
            Some(said) => self.say_more(said, part, who, None),
            None => self.say(QuoteKind::Direct, part, who, None),
        };
        Some(Previous { after: true, ..string.said(said, sentence) })
    }

    /// A string that goes on with the speech before it: in its paragraph, or in the one before.
    fn going_on(
        &mut self,
        page: &Page<'_>,
        sentence: &Sentence<'_>,
        previous: Option<Previous>,
        string: &InMarks<'_>,
    ) -> Option<Previous> {
        let near = previous.filter(|p| string.alone && p.sentence + 1 >= sentence.number);
        let opens = string.starts_sentence && previous.is_none() && sentence.number == 0;
        let whole = page.outline.tokens.len() == 1;
        let carried = || self.carried.filter(|&(_, open)| opens && (open || whole)).map(|(said, _)| said);
        let heard = match near {
            Some(previous) => Previous { mark: string.number, sentence: sentence.number, ..previous },
            None => string.said(carried().or_else(|| self.continued(page))?, sentence),
        };
        self.heard.said[heard.said].parts.push(string.place(page));
        Some(heard)
    }

    /// Speech without a clause: of whom the paragraph before announced, or of whom its sentence or the one before is about.
    fn ungoverned(
        &mut self,
        page: &Page<'_>,
        sentence: &Sentence<'_>,
        scene: &mut Scene,
        string: &InMarks<'_>,
    ) -> Previous {
        let opens = sentence.number == 0 && string.starts_sentence;
        // Asked for even where one was announced: the mention counts for those who come later.
        let told = self.told_of(page, sentence, scene.previous, string);
        let (who, cue) = self.announced.clone().filter(|_| opens).unwrap_or_else(|| {
            let spoke = scene.previous.is_some() || self.carried.is_some();
            (told.or(self.last.filter(|_| spoke)), None)
        });
        let said = self.say(QuoteKind::Direct, string.place(page), who, cue);
        if who.is_none() {
            scene.waiting.push(said);
        }
        string.said(said, sentence)
    }

    /// Whom the sentence of a string is about, or the one before where the string is all of its own.
    fn told_of(
        &mut self,
        page: &Page<'_>,
        sentence: &Sentence<'_>,
        previous: Option<Previous>,
        string: &InMarks<'_>,
    ) -> Option<usize> {
        let &Page { text, outline, .. } = page;
        let number = sentence.number;
        let subject = if !string.alone {
            english::sentence_subject(outline, sentence.tokens, string.at)
        } else if number > 0 && previous.is_none_or(|p| p.sentence + 1 < number) {
            about::recent(text, outline, number)
        } else {
            None
        }?;
        let before = number.checked_sub(1).filter(|_| string.alone);
        let before = before.and_then(|before| outline.sentences.get(before));
        match before.and_then(|before| about::after_heading(text, outline, before)) {
            Some(named) => Some(self.mention(page.index, named)),
            None => self.describe_english(page, bytes(outline, &subject), None),
        }
    }

    /// Who is announced at the end of a paragraph, with the cue: "She continued:".
    fn announcement(&mut self, page: &Page<'_>) -> Option<(Option<usize>, Option<Place>)> {
        let (sentence, clause) = about::announcement(page.text, page.outline)?;
        let who = self.speaker(page, &sentence, &clause).or(self.last);
        Some((who, Some(cue_place(page, &clause))))
    }

    /// The speech that goes on in a passage that is nothing but a string, where the one before ended with "Ann Lee said".
    /// One that is signed is another's.
    fn continued(&self, page: &Page<'_>) -> Option<usize> {
        let &Page { index, text, outline, marks } = page;
        let said = self.attributed.filter(|_| outline.tokens.len() == 1)?;
        let first = marks.first()?;
        if !first.closed && self.is_told_later(index) {
            return None;
        }
        let end = first.outer.end;
        let next = self.passages.get(index + 1).map_or("", |next| next.reading.text());
        let signed = self.signed(index, text, end) || super::names_somebody(next);
        (!signed).then_some(said)
    }

    /// Whether speech that a passage leaves open is closed by words that tell whose it is.
    fn is_told_later(&self, index: usize) -> bool {
        for (text, found) in self.marked_ahead(index) {
            let opens = found.strings.first().filter(|marked| marked.outer.start == 0);
            let close = super::closing_first(&found).map(|close| close.end);
            match close.or(opens.filter(|marked| marked.closed).map(|marked| marked.outer.end)) {
                Some(end) => return !text[end..].trim().is_empty(),
                None if opens.is_some() => {}
                None => return false,
            }
        }
        false
    }

    /// Who the end of the passage before is about, for speech that names nobody.
    fn before_passage(&mut self, index: usize, waiting: &[usize]) -> Option<usize> {
        let unnamed = waiting.last().is_some_and(|said| said + 1 == self.heard.said.len());
        let passage = index.checked_sub(1).filter(|_| unnamed)?;
        let text =
            self.passages.get(passage).filter(|before| before.kind == PassageKind::Prose)?.reading.text();
        if is_chinese(text) {
            return None;
        }
        let outline =
            outline(text, self.opening(passage), &marks::pair(text, self.options.single_quotes).strings);
        let subject = about::recent(text, &outline, outline.sentences.len())?;
        let range = bytes(&outline, &subject);
        let named = label_line(text).or_else(|| person::english_from(text, range.start..text.len()))?;
        let somebody = matches!(named.kind, NamedKind::Person | NamedKind::Pronoun);
        (somebody && named.extent.start < range.end).then(|| self.mention(passage, named))
    }

    /// The mention of the speaker of a clause.
    fn speaker(&mut self, page: &Page<'_>, sentence: &Range<usize>, clause: &Clause) -> Option<usize> {
        let &Page { index, text, outline, .. } = page;
        let subject = bytes(outline, &clause.subject.clone()?);
        let found = if clause.inverted {
            // The stop of the sentence is no part of the name.
            let last = sentence.clone().rev().find(|at| outline.tokens[*at].kind != Kind::Stop);
            let end = last.map_or(subject.end, |at| outline.tokens[at].end);
            person::english_from(text, subject.start..end.max(subject.end))
        } else if clause.own_subject {
            let from = bytes(outline, &(clause.from..clause.verb)).start;
            // Auxiliaries are no part of who speaks: "Ann Lee, chairman, has said".
            let helps = |at: &usize| {
                outline.tokens[*at].is(Role::Aux)
                    && at.checked_sub(1).is_some_and(|b| !outline.tokens[b].is_word())
            };
            let first = clause.verb.checked_sub(1).filter(helps).unwrap_or(clause.verb);
            let verb = outline.tokens.get(first).map_or(subject.end, |verb| verb.start);
            // A participle between the subject and the verb describes it no further.
            let reduced = clause.subject.as_ref().and_then(|subject| outline.tokens.get(subject.end));
            let reduced = reduced.is_some_and(|next| matches!(next.facts.verb, Some((_, VerbForm::Ing))));
            let end = if reduced { subject.end } else { verb };
            // Words that no table has hide the start of a description from its end: "Ann Lee, a fellow in bioacoustics, said".
            let whole = |named: &Named| {
                let rest = text.get(named.extent.end..end).unwrap_or("");
                rest.chars().all(|c| c.is_whitespace() || c == ',')
            };
            person::english_before(text, from.min(subject.start)..end)
                .or_else(|| person::english_from(text, subject.start..end).filter(whole))
        } else {
            apposed_name(text, subject.clone())
        };
        let who = self.describe_english(page, subject, found)?;
        if let Some(relative) = clause.relative.and_then(|at| outline.tokens.get(at)) {
            self.heard.mentions[who].word = Some(relative.start..relative.end);
        }
        if is_document(text, &self.heard.mentions[who].named.extent) {
            self.heard.mentions[who].named.kind = NamedKind::Pronoun;
            let issuer = about::statement_maker(text, outline, sentence);
            let here = |&last: &usize| {
                last != who && self.heard.mentions.get(last).is_some_and(|last| last.place.passage == index)
            };
            let last = self.last.filter(here);
            self.heard.mentions[who].antecedent = issuer.map(|named| self.mention(index, named)).or(last);
        } else if self.heard.mentions[who].named.kind == NamedKind::Pronoun {
            let pronoun = &self.heard.mentions[who].named;
            let own = self.antecedent(index, text, outline, pronoun).map(|named| (index, named));
            let opens = outline.sentences.first().is_some_and(|first| first == sentence);
            if let Some((passage, named)) =
                own.or_else(|| self.opening_antecedent(index, text, pronoun, opens))
            {
                let before = self.mention(passage, named);
                self.heard.mentions[who].antecedent = Some(before);
            }
        }
        Some(who)
    }

    /// The mention at `range`, as `found` cuts it if that is about the same words.
    fn describe_english(
        &mut self,
        page: &Page<'_>,
        range: Range<usize>,
        found: Option<Named>,
    ) -> Option<usize> {
        let &Page { index, text, .. } = page;
        let same = |named: &Named| named.extent.start < range.end && named.extent.end > range.start;
        let named = found
            .filter(same)
            .or_else(|| person::english_before(text, range.clone()).filter(same))
            .or_else(|| person::english_shape(text, range.clone()))?;
        Some(self.mention(index, named))
    }

    /// What the clauses of a sentence report without marks.
    fn reports(&mut self, page: &Page<'_>, sentence: &Sentence<'_>) {
        let &Page { index, outline, marks, .. } = page;
        let Sentence { tokens, clauses, used, .. } = sentence;
        let mut covered: Option<Range<usize>> = None;
        for (c, clause) in clauses.iter().enumerate() {
            let Some(range) = indirect::english(outline, tokens, clause) else { continue };
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
            let who = self.speaker(page, tokens, clause);
            let cue = Some(cue_place(page, clause));
            self.say(QuoteKind::Indirect, Place { passage: index, range: range.clone() }, who, cue);
            covered = Some(range);
        }
    }
}

/// Whether `range` is what somebody has said in writing, who speaks on by it: "the statement" added.
fn is_document(text: &str, range: &Range<usize>) -> bool {
    let words = text.get(range.clone()).and_then(|words| words.split_once(' '));
    words.is_some_and(|(article, word)| {
        latin::ARTICLES.contains_lower(article) && reporting::english(&word.to_lowercase()).is(Role::Document)
    })
}

/// Whether a string is the title of a scholarly work by the word before it: "the paper, “…”", "Lee A, et al. “…”",
/// "authors of “…”".
fn names_work(text: &str, marked: &Marked) -> bool {
    let before = text.get(..marked.outer.start).unwrap_or("").trim_end();
    let link = before.rsplit_once(' ').filter(|(_, last)| latin::TITLE_PREPOSITIONS.contains(last));
    let before = link.map_or(before, |(before, _)| before).trim_end_matches([',', '.']);
    let word = before.rsplit(|c: char| !c.is_alphabetic() && c != '-').next().unwrap_or("");
    reporting::english(&word.to_lowercase()).is(Role::Work)
}

/// Somebody whose name, post and body are all of `range`, as labels of speech have them: "Ann Lee, Weir Harbour
/// Cruises".
fn person_with_body(text: &str, range: Range<usize>) -> Option<Named> {
    let named = person::of_line(text, range.clone())?;
    let told = named.title.is_some() || named.organization.is_some();
    let opens = named.name.as_ref().is_some_and(|name| name.start == range.start);
    (named.kind == NamedKind::Person && told && opens && named.extent.end == range.end).then_some(named)
}

/// The same where it is all of a paragraph: "Ann Lee, Weir Harbour Cruises:".
fn label_line(text: &str) -> Option<Named> {
    /// Bytes of the longest; a guess.
    const LONGEST: usize = 120;
    let label = text.trim_end().strip_suffix(':').filter(|label| label.len() <= LONGEST)?;
    person_with_body(text, 0..label.len())
}

/// Who speaks in a string that is part of a transcript: “LEE: We won.”
fn transcript_label(text: &str, marked: &Marked) -> Option<Range<usize>> {
    /// Bytes of the longest label.
    const LONGEST: usize = 30;
    let inner = text.get(marked.inner.clone())?;
    let colon = inner.bytes().take(LONGEST).position(|byte| byte == b':')?;
    let label = inner.get(..colon)?;
    let capitals =
        label.len() > 2 && label.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '-' | '’'));
    let spoken = inner.get(colon + 1..)?.starts_with(' ');
    (capitals && spoken).then(|| marked.inner.start..marked.inner.start + colon)
}

fn cue_place(page: &Page<'_>, clause: &Clause) -> Place {
    Place { passage: page.index, range: bytes(page.outline, &clause.cue) }
}

/// Who is named behind the post that is the subject of an earlier verb: "The manager, Ann Lee, praised the crew and said".
fn apposed_name(text: &str, subject: Range<usize>) -> Option<Named> {
    text.get(subject.end..).filter(|rest| rest.starts_with(','))?;
    let named = person::english_from(text, subject.start..text.len())?;
    let behind = named.name.as_ref().is_some_and(|name| name.start > subject.end);
    (named.kind == NamedKind::Person && named.title.is_some() && behind).then_some(named)
}
