//! An English paragraph heard.
//!
//! Takes the paragraph and its marked strings; adds what is said in it to what was heard before. A string without a
//! clause of its own goes on with the speech before it, or belongs to whom the sentence before is about.

use super::{Hearing, Previous, is_chinese};
use crate::diagnostic::DiagnosticCode;
use crate::extract::person::{self, Named, NamedKind};
use crate::extract::speech::english::{self, Clause, Stand};
use crate::extract::speech::judge::{self, Company, Setting, UseAs};
use crate::extract::speech::marks::{self, Marked};
use crate::extract::speech::sentence::{Kind, Outline, Token, outline};
use crate::extract::speech::{PassageKind, Place, indirect, resolve};
use crate::lexicon::people::latin;
use crate::lexicon::reporting::{self, Role, VerbForm};
use crate::release::QuoteKind;
use std::ops::Range;

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

impl Hearing<'_> {
    pub(super) fn english(&mut self, index: usize, text: &str, marks: &[Marked]) {
        let outline = outline(text, self.opening(index), marks);
        if !marks.is_empty() {
            for run in resolve::capital_runs(&outline, text) {
                // The post that stands beside a name belongs to its mention, wherever it stands.
                let found = person::english_from(text, run.start..text.len()).filter(|named| {
                    named.name.as_ref().is_some_and(|name| name.start >= run.start && name.end <= run.end)
                });
                let found = found.map(|named| with_first_post(text, named));
                let found = found.map(|named| with_small_post(text, named));
                let found = in_office(text, &run).or(found);
                let weak = found.as_ref().is_none_or(|named| named.title.is_none());
                if weak && run_words(text, &run) > MOST_NAME_WORDS {
                    continue;
                }
                let run = without_possessive(text, run);
                let named = found.unwrap_or_else(|| Named {
                    extent: run.clone(),
                    name: Some(run),
                    ..Named::default()
                });
                let who = self.mention(index, named);
                self.heard.mentions[who].weak = weak;
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
                let follows = scene.previous.is_some_and(|p| p.sentence + 1 == number);
                let setting = Setting {
                    governed: governing.map(|(c, stand)| (stand, clauses[c].governs)),
                    company: match (alone, follows) {
                        (false, _) => Company::Words,
                        (true, false) => Company::Alone,
                        (true, true) => Company::AfterSpeech,
                    },
                    use_as: if at > sentence.start && outline.tokens[at - 1].is(Role::Naming) {
                        UseAs::Name
                    } else if english::is_attribute(&outline, sentence, at) {
                        UseAs::Attribute
                    } else if names_work(text, &marks[mark]) {
                        UseAs::Work
                    } else {
                        UseAs::Anything
                    },
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
                if let Some(label) = transcript_label(text, &marks[mark]) {
                    let name = Some(label.clone());
                    let who = self.mention(index, Named { extent: label, name, ..Named::default() });
                    let said = self.say(QuoteKind::Direct, part, Some(who), None);
                    scene.previous =
                        Some(Previous { said, mark, sentence: number, clause: None, after: false });
                    continue;
                }
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
                    let opened =
                        self.opened_before().filter(|_| number == 0 && starts && scene.previous.is_none());
                    let said = match opened {
                        Some(said) => self.say_more(said, part, who, cue),
                        None => self.say(QuoteKind::Direct, part, who, cue),
                    };
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
                    let label = bytes(&outline, &label);
                    let who = match person_with_body(text, label.clone()) {
                        Some(named) => Some(self.mention(index, named)),
                        None => self.describe_english(index, text, label, None),
                    };
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
                if let Some(said) = self.continued(index, text, &outline, marks) {
                    self.heard.said[said].parts.push(part);
                    scene.previous =
                        Some(Previous { said, mark, sentence: number, clause: None, after: false });
                    continue;
                }
                let announced = self.announced.clone().filter(|_| number == 0 && starts);
                let own = if !alone {
                    english::sentence_subject(&outline, sentence, at)
                } else if number > 0 && scene.previous.is_none_or(|p| p.sentence + 1 < number) {
                    recent(text, &outline, number)
                } else {
                    None
                };
                let own = own.and_then(|subject| {
                    let headed = number.checked_sub(1).filter(|_| alone);
                    let headed = headed.and_then(|before| outline.sentences.get(before));
                    match headed.and_then(|before| after_heading(text, &outline, before)) {
                        Some(named) => Some(self.mention(index, named)),
                        None => self.describe_english(index, text, bytes(&outline, &subject), None),
                    }
                });
                let (who, cue) = match announced {
                    Some((who, cue)) => (who, cue),
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
        let before = self.carried.is_none().then(|| self.before_passage(index, &scene.waiting)).flatten();
        self.settle(&scene.waiting, first_said, before);
        self.close(index, text, marks, scene.previous, first_said);
        let attributed =
            |previous: &Previous| previous.after && previous.sentence + 1 == outline.sentences.len();
        self.attributed = scene.previous.filter(attributed).map(|previous| previous.said);
        if let Some(who) = self.stated(index, text) {
            self.announced = Some((Some(who), None));
            return;
        }
        self.announced = announcement(text, &outline).and_then(|(sentence, c)| {
            let clause = english::clauses(text, &outline, &sentence).into_iter().nth(c)?;
            let who = self.speaker(index, text, &outline, &sentence, &clause).or(self.last);
            Some((who, Some(cue_place(index, &outline, &clause))))
        });
    }

    /// The speech that goes on in a passage that is nothing but a string, where the one before ended with "Ann Lee said".
    /// One that is signed is another's.
    fn continued(&self, index: usize, text: &str, outline: &Outline, marks: &[Marked]) -> Option<usize> {
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
        let subject = recent(text, &outline, outline.sentences.len())?;
        let range = bytes(&outline, &subject);
        let named = label_line(text).or_else(|| person::english_from(text, range.start..text.len()))?;
        let somebody = matches!(named.kind, NamedKind::Person | NamedKind::Pronoun);
        (somebody && named.extent.start < range.end).then(|| self.mention(passage, named))
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
        let who = self.describe_english(index, text, subject, found)?;
        if let Some(relative) = clause.relative.and_then(|at| outline.tokens.get(at)) {
            self.heard.mentions[who].word = Some(relative.start..relative.end);
        }
        if is_document(text, &self.heard.mentions[who].named.extent) {
            self.heard.mentions[who].named.kind = NamedKind::Pronoun;
            let issuer = statement_maker(text, outline, sentence);
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
        index: usize,
        text: &str,
        range: Range<usize>,
        found: Option<Named>,
    ) -> Option<usize> {
        let same = |named: &Named| named.extent.start < range.end && named.extent.end > range.start;
        let named = found
            .filter(same)
            .or_else(|| person::english_before(text, range.clone()).filter(same))
            .or_else(|| person::english_shape(text, range.clone()))?;
        Some(self.mention(index, named))
    }

    /// Whom `pronoun` can mean: what its sentence, or one of the three before, is about. A word alone that nothing else
    /// shows to be a name counts only where there is nobody else.
    fn antecedent(&self, index: usize, text: &str, outline: &Outline, pronoun: &Named) -> Option<Named> {
        let word = text.get(pronoun.extent.clone())?.to_lowercase();
        let facts = reporting::english(&word);
        let wanted = match (facts.is(Role::Third), facts.is(Role::Neuter)) {
            (true, _) => NamedKind::Person,
            (_, true) => NamedKind::Organization,
            _ => return None,
        };
        let at = outline.tokens.partition_point(|token| token.end <= pronoun.extent.start);
        let number = outline.sentences.partition_point(|sentence| sentence.start <= at).checked_sub(1)?;
        let sentences = outline.sentences.get(number.saturating_sub(3)..=number)?;
        let mut doubtful = None;
        let sure = sentences.iter().rev().find_map(|sentence| {
            let sentence = sentence.start..sentence.end.min(at);
            let found = subject(text, outline, &sentence, wanted);
            let sure = |named: &Named| wanted == NamedKind::Organization || self.is_somebody(text, named);
            if let Some(found) = found.clone().filter(sure) {
                return Some(found);
            }
            doubtful = doubtful.take().or(found);
            let others =
                after_heading(text, outline, &sentence).or_else(|| presented(text, outline, &sentence));
            others.filter(|named| named.kind == wanted)
        });
        sure.or(doubtful.filter(|named| !self.spoke_since(index, named.extent.end)))
    }

    /// Whether somebody has spoken in passage `index` after `from`.
    fn spoke_since(&self, index: usize, from: usize) -> bool {
        let last = self.last.and_then(|who| self.heard.mentions.get(who));
        last.is_some_and(|who| {
            who.place.passage == index && who.place.range.start >= from && who.named.kind == NamedKind::Person
        })
    }

    /// Whom a pronoun of the sentence that opens a passage can mean: what the last sentence of the one before is about,
    /// if nobody is quoted in it.
    fn opening_antecedent(
        &self,
        index: usize,
        text: &str,
        pronoun: &Named,
        opens: bool,
    ) -> Option<(usize, Named)> {
        /// Bytes of the longest passage that is looked back at; a guess that keeps the time linear.
        const LONGEST_BEFORE: usize = 4000;
        let word = text.get(pronoun.extent.clone()).filter(|_| opens)?.to_lowercase();
        let passage = index.checked_sub(1).filter(|_| reporting::english(&word).is(Role::Third))?;
        let before = self.passages.get(passage).filter(|before| before.kind == PassageKind::Prose)?;
        let text = before.reading.text();
        let marked = text.len() > LONGEST_BEFORE || text.contains(['"', '“', '”', '‘', '„', '«']);
        if marked || is_chinese(text) {
            return None;
        }
        let outline = outline(text, self.opening(passage), &[]);
        let named = subject(text, &outline, outline.sentences.last()?, NamedKind::Person)
            .filter(|named| self.is_somebody(text, named))?;
        Some((passage, named))
    }

    /// Whether `named` is more than one word in capitals that was not met before.
    fn is_somebody(&self, text: &str, named: &Named) -> bool {
        /// Mentions that are looked back at; a guess that keeps the time linear.
        const LOOKED_AT: usize = 100;
        let name = named.name.clone().and_then(|name| text.get(name)).unwrap_or("");
        let told = named.title.is_some() || named.honorific.is_some();
        if told || name.contains(' ') || person::is_given_name(name) {
            return true;
        }
        self.heard.mentions.iter().rev().take(LOOKED_AT).any(|mention| {
            let passage = self.passages.get(mention.place.passage);
            let known = mention.named.name.clone().and_then(|name| passage?.reading.text().get(name));
            mention.named.kind == NamedKind::Person
                && known.is_some_and(|known| known.split_whitespace().next_back() == Some(name))
        })
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
}

/// Who made the statement that speaks on in `sentence`: whom one of the two sentences before is about.
fn statement_maker(text: &str, outline: &Outline, sentence: &Range<usize>) -> Option<Named> {
    let number = outline.sentences.partition_point(|other| other.start < sentence.start);
    outline.sentences[number.saturating_sub(2)..number].iter().rev().find_map(|before| {
        subject(text, outline, before, NamedKind::Person)
            .or_else(|| subject(text, outline, before, NamedKind::Organization))
    })
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

/// The same with a post in small letters that stands before the one in capitals: "owner and CEO Ann Lee".
fn with_first_post(text: &str, named: Named) -> Named {
    let joined = text.get(..named.extent.start).is_some_and(|before| {
        let word = before.trim_end().rsplit(' ').next().unwrap_or("");
        latin::CONJUNCTIONS.contains(word)
    });
    let name = named.name.clone().filter(|_| joined && named.title.is_some());
    let longer = name.and_then(|name| {
        let found = person::english_name_before(text, 0..name.end)?;
        let title = found.title.clone()?;
        let organization = found.organization.clone().or_else(|| named.organization.clone());
        let longer = Named { organization, extent: found.extent.start..named.extent.end, ..found.clone() };
        (found.name == Some(name) && title.start < named.extent.start).then_some(longer)
    });
    longer.unwrap_or(named)
}

/// The same with the post in small letters before it, where nothing else tells one: "retired teacher Ann Lee", "whose
/// captain, Ann Lee,".
fn with_small_post(text: &str, named: Named) -> Named {
    let before = text.get(..named.extent.start).map_or("", str::trim_end);
    // "In a letter to the president, Ann Lee warned": a comma behind the name as well tells what she is.
    let name_end = named.name.as_ref().map_or(named.extent.end, |name| name.end);
    let closed = text.get(name_end..).is_some_and(|rest| rest.starts_with([',', '.']));
    let before = before.strip_suffix(',').filter(|_| closed).unwrap_or(before);
    let word = before.rsplit(' ').next();
    let post = word.is_some_and(|word| latin::HEADS.contains(word) || latin::CRAFTS.contains(word));
    let name = named.name.clone().filter(|_| post && named.title.is_none());
    let told = name.and_then(|name| {
        let found = person::english_name_before(text, 0..name.end)?;
        (found.title.is_some() && found.name == Some(name)).then_some(found)
    });
    let Some(told) = told else { return named };
    // "Retired nurse Ann Lee of Weir": where she lives is no body.
    let marked = |body: &Range<usize>| text.get(body.clone()).is_some_and(person::has_body_mark);
    let organization = told.organization.clone().or_else(|| named.organization.clone().filter(marked));
    Named { organization, extent: told.extent.start..named.extent.end, ..told }
}

/// Somebody whose office ends within the capitals of `run`, after a word in small letters: "Minister for | Roads Ann Lee".
fn in_office(text: &str, run: &Range<usize>) -> Option<Named> {
    /// Words between the run and the head of the office before it; a guess.
    const LONGEST: usize = 6;
    let mut before = text.get(..run.start)?.trim_end().rsplit(' ');
    let link = before.next().unwrap_or("");
    let linked = latin::TITLE_PREPOSITIONS.contains(link) || latin::ARTICLES.contains(link);
    let post = |word: &str| {
        word.starts_with(char::is_uppercase)
            && (latin::HEADS.contains_lower(word) || latin::OFFICES.contains_lower(word))
    };
    if !linked || run_words(text, run) < 3 || !before.take(LONGEST).any(post) {
        return None;
    }
    let named = person::english_name_before(text, 0..run.end)?;
    let title = named.title.as_ref().filter(|title| title.start < run.start && title.end > run.start)?;
    // "Deputy Mayor of Weir City Ann Lee": a place that the office is of.
    let last = text.get(title.clone())?.rsplit(' ').next()?;
    let place = latin::BODY_MARKS.contains_lower(last) && !latin::DOMAINS.contains_lower(last);
    named.name.as_ref().is_some_and(|name| name.start >= title.end && !place).then_some(named)
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

/// A run of capitals without the possessive at its end: Ann Lee | ’s.
fn without_possessive(text: &str, run: Range<usize>) -> Range<usize> {
    let name = text.get(run.clone()).unwrap_or("");
    let bare = name.strip_suffix("’s").or_else(|| name.strip_suffix("'s")).unwrap_or(name);
    run.start..run.start + bare.len()
}

/// Most words of a run of capitals that may be a name without a post beside it.
const MOST_NAME_WORDS: usize = 4;

fn run_words(text: &str, run: &Range<usize>) -> usize {
    text.get(run.clone()).map_or(0, |run| run.split_whitespace().count())
}

fn bytes(outline: &Outline, tokens: &Range<usize>) -> Range<usize> {
    let start = outline.tokens.get(tokens.start).map_or(0, |t| t.start);
    let end = tokens.end.checked_sub(1).and_then(|i| outline.tokens.get(i)).map_or(start, |t| t.end);
    start..end.max(start)
}

fn cue_place(passage: usize, outline: &Outline, clause: &Clause) -> Place {
    Place { passage, range: bytes(outline, &clause.cue) }
}

/// Whom of kind `wanted` a sentence is about: by a name that opens the subject, ends it ("her daughter Ann Lee"), or
/// follows it after a comma.
pub(super) fn subject(
    text: &str,
    outline: &Outline,
    sentence: &Range<usize>,
    wanted: NamedKind,
) -> Option<Named> {
    // "According to Ann Lee, the mill is full": the source is who it is about.
    let source = outline
        .tokens
        .get(sentence.start..sentence.start + 2)
        .is_some_and(|two| two[0].is(Role::Source) && two[1].is(Role::Infinitive));
    let sentence = if source { sentence.start + 2..sentence.end } else { sentence.clone() };
    let tokens = english::sentence_subject(outline, &sentence, sentence.end)?;
    let subject = bytes(outline, &tokens);
    let named = person::english_from(text, subject.start..text.len());
    let fits =
        |named: &Named| named.kind == wanted && named.extent.start < subject.end && named.name.is_some();
    let closing = || {
        let named = person::english_name_before(text, subject.clone())?;
        let name = text.get(named.name.clone()?)?;
        if !name.split_whitespace().next().is_some_and(person::is_given_name) {
            return None;
        }
        let start = named.name.as_ref().map_or(0, |name| name.start);
        let told = person::english_from(text, start..text.len());
        told.filter(|told| named.title.is_none() && told.name == named.name).or(Some(named))
    };
    named
        .filter(fits)
        .or_else(|| closing().or_else(|| apposed(text, outline, tokens.end)).filter(|it| it.kind == wanted))
}

/// The name after a comma that ends a subject without one: "The captain's father, Mr Lee, thanked them", "The club's patron,
/// actor Ann Lee, opened it".
fn apposed(text: &str, outline: &Outline, comma: usize) -> Option<Named> {
    outline.tokens.get(comma).filter(|token| token.kind == Kind::Comma)?;
    let first = outline.tokens.get(comma + 1).filter(|token| token.is_word())?;
    let named = person::english_from(text, first.start..text.len())?;
    let name = text.get(named.name.clone()?)?;
    let given = name.split_whitespace().next().is_some_and(person::is_given_name) && name.contains(' ');
    let told = first.capital || named.title.is_some();
    (named.honorific.is_some() && first.capital || given && told).then_some(named)
}

/// Who is named behind the post that is the subject of an earlier verb: "The manager, Ann Lee, praised the crew and said".
fn apposed_name(text: &str, subject: Range<usize>) -> Option<Named> {
    text.get(subject.end..).filter(|rest| rest.starts_with(','))?;
    let named = person::english_from(text, subject.start..text.len())?;
    let behind = named.name.as_ref().is_some_and(|name| name.start > subject.end);
    (named.kind == NamedKind::Person && named.title.is_some() && behind).then_some(named)
}

/// Whom a sentence brings in at its end, whatever it is about: "One of them was Ann Lee, who …", "It was dug by Ann Lee.",
/// "The mill is full, according to Ann Lee, its manager."
fn presented(text: &str, outline: &Outline, sentence: &Range<usize>) -> Option<Named> {
    let tokens = outline.tokens.get(sentence.clone())?;
    let leads = |at: usize| brings_in(tokens, at) || is_source(tokens, at);
    let named = |token: &Token| token.is_word() && token.capital && !token.is(Role::Determiner);
    let at = (0..tokens.len()).find(|&at| leads(at) && tokens.get(at + 1).is_some_and(named))?;
    let named = person::english_from(text, tokens.get(at + 1)?.start..text.len())?;
    let name = text.get(named.name.clone()?)?;
    let end = named.name.as_ref().map_or(0, |name| name.end);
    let closed = text.get(end..)?.trim_start().starts_with([',', '.', ';', '(']);
    let known = named.title.is_some() || person::has_personal_name(name);
    let fits = if tokens[at].is(Role::Agent) { known } else { name.contains(' ') };
    (named.kind == NamedKind::Person && closed && fits).then_some(named)
}

/// The body that a sentence brings in: "The survey was done by the Weir Centre", "The first customer will be Weir Mill".
pub(super) fn presented_body(text: &str, outline: &Outline, sentence: &Range<usize>) -> Option<Named> {
    let tokens = outline.tokens.get(sentence.clone())?;
    let leads = |at: usize| brings_in(tokens, at) || tokens[at].is(Role::Passive);
    let bodies = (0..tokens.len()).filter(|&at| leads(at)).filter_map(|at| {
        let first = tokens.get(at + 1).filter(|first| first.capital || first.is(Role::Determiner))?;
        person::english_from(text, first.start..text.len())
    });
    bodies.into_iter().find(|named| named.kind == NamedKind::Organization)
}

/// Whether the word at `at` leads to whom a sentence brings in: was, by.
fn brings_in(tokens: &[Token], at: usize) -> bool {
    tokens[at].is(Role::Copula) || tokens[at].is(Role::Agent)
}

/// Whether the word at `at` leads to the source of a report: according to.
fn is_source(tokens: &[Token], at: usize) -> bool {
    tokens[at].is(Role::Infinitive) && at > 0 && tokens[at - 1].is(Role::Source)
}

/// Who a sentence is about into which an extractor ran a heading: "A New Chapter Mr Lee praised the plan".
fn after_heading(text: &str, outline: &Outline, sentence: &Range<usize>) -> Option<Named> {
    let tokens = outline.tokens.get(sentence.clone())?;
    let at = tokens.windows(3).position(|three| {
        let capital = |token: &Token| token.is_word() && token.capital && !token.is(Role::Preposition);
        three.iter().all(capital) && three[1].is(Role::Abbreviation)
    })?;
    let start = tokens.get(at + 1)?.start;
    person::english_from(text, start..text.len()).filter(|named| named.honorific.is_some())
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
