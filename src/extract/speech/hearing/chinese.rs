//! A Chinese paragraph heard.
//!
//! Takes the paragraph and its marked strings; adds what is said in it to what was heard before. A subject that is left
//! out is the last speaker; a pronoun takes up what its sentence is about.

use super::{Hearing, Previous};
use crate::diagnostic::DiagnosticCode;
use crate::extract::person::{self, ChineseText, Named, NamedKind};
use crate::extract::speech::chinese::{self, Governing};
use crate::extract::speech::judge::{self, ChineseSetting, Opening};
use crate::extract::speech::marks::{self, Marked};
use crate::extract::speech::resolve::Mention;
use crate::extract::speech::{Place, chinese_antecedent, chinese_clause, chinese_subject, indirect, resolve};
use crate::lexicon::reporting::{self, Governs, Role};
use crate::release::QuoteKind;
use crate::text::boundary;
use std::ops::Range;

/// A Chinese paragraph with its marked strings and where its sentences start.
struct Page<'a> {
    text: &'a ChineseText<'a>,
    marks: &'a [Marked],
    starts: &'a [usize],
}

impl Page<'_> {
    /// Who reports something in one of the sentences before the one numbered `sentence`, so many of them at `most` and no
    /// further back than `limit`.
    fn reporter(&self, sentence: usize, limit: usize, most: usize) -> Option<Range<usize>> {
        (1..=most).find_map(|back| {
            let number = sentence.checked_sub(back)?;
            let start = *self.starts.get(number)?;
            let end = self.starts.get(number + 1).copied().unwrap_or(self.text.len());
            if start < limit {
                return None;
            }
            let reports = indirect::chinese(self.text, start..end, self.marks);
            reports.into_iter().rev().find_map(|(governing, _)| governing.subject)
        })
    }
}

impl Hearing<'_> {
    pub(super) fn chinese(&mut self, index: usize, marks: &[Marked]) {
        let text = &self.texts[index];
        for found in resolve::titled_names(text) {
            // The whole post, and whose it is, where the description can be cut.
            let named = text.named_before(0..found.extent.end);
            if named.as_ref().is_some_and(|named| is_in_title(named, &found)) {
                continue;
            }
            let named =
                named.filter(|named| named.name == found.name && named.extent.end >= found.extent.start);
            self.mention(index, named.unwrap_or(found));
        }
        let starts = chinese::sentence_starts(text, self.opening(index), marks);
        let first_said = self.heard.said.len();
        let mut previous: Option<Previous> = None;
        let mut before_passage: Option<Option<(usize, Range<usize>)>> = None;
        let mut waiting: Vec<usize> = Vec::new();
        for (number, marked) in marks.iter().enumerate() {
            let sentence = starts.partition_point(|start| *start <= marked.outer.start).saturating_sub(1);
            let start = starts.get(sentence).copied().unwrap_or(0);
            let start = start.max(boundary::ceil(text, marked.outer.start.saturating_sub(FARTHEST)));
            let next = marks.get(number + 1).map_or(text.len(), |next| next.outer.start);
            let gap = text.get(start..marked.outer.start).unwrap_or("").trim();
            // What trails off ends its sentence.
            let gap = if gap.ends_with('…') { "" } else { gap };
            let before = chinese::before(text, start, marked.outer.start)
                .or_else(|| chinese::framed(text, start, marked))
                .or_else(|| chinese::after_speech(text, marked.outer.end, next));
            let after = if before.is_some() { None } else { chinese::after(text, marked.outer.end, next) };
            let whole = chinese::is_whole(text, marked);
            let open = whole
                || text
                    .get(marked.inner.clone())
                    .is_some_and(|inner| inner.trim_end().ends_with(['，', ',']))
                || text
                    .get(marked.outer.end..)
                    .is_some_and(|rest| rest.trim_start().starts_with(['，', ',']));
            // Nobody but who is named after it can have said what opens a paragraph.
            let first = previous.is_none()
                && text.get(..marked.outer.start).is_some_and(|before| before.trim().is_empty())
                && self.carried.is_none_or(|(_, open)| !open)
                && self.announced.is_none();
            let after = after.filter(|found| {
                let colon = text
                    .get(found.cue.end..)
                    .is_some_and(|rest| rest.trim_start().starts_with(chinese::is_colon));
                let goes_on = whole
                    && !found.parted
                    && !(first && found.subject.is_some())
                    && chinese::states_more(text, found.cue.end);
                open && gap.is_empty() && !(colon && whole) && !goes_on
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
                let limit = previous.and_then(|p| marks.get(p.mark)).map_or(0, |m| m.outer.end);
                let page = Page { text, marks, starts: &starts };
                page.reporter(sentence, limit, 1)
                    .or_else(|| recent_subject(text, &starts, sentence, limit))
                    .map(|range| (index, range))
                    .or_else(|| {
                        let before = before_passage.get_or_insert_with(|| self.recent_passage(index));
                        before.clone().filter(|_| previous.is_none())
                    })
            } else {
                None
            };
            // 「…」看着手裡的證，居民林小文笑了。
            let told_of = if governing.is_none() && first && whole {
                let end = starts.iter().find(|start| **start > marked.outer.end).copied().unwrap_or(next);
                chinese_subject::person_told_of(text, marked.outer.end..end.min(next))
            } else {
                None
            };
            let recent = told_of.map(|range| (index, range)).or(recent);
            let spoken = self.signed(index, text, marked.outer.end)
                || self.last.is_some()
                || governing.is_some()
                || start == 0 && self.announced.is_some()
                || recent.as_ref().is_some_and(|(passage, _)| *passage == index);
            let setting = ChineseSetting {
                whole,
                opening: if !gap.is_empty() {
                    Opening::Inside
                } else if spoken {
                    Opening::Spoken
                } else if number + 1 < marks.len() {
                    Opening::AmongOthers
                } else {
                    Opening::Unspoken
                },
                continues: listed,
                introduced: introduced.as_ref(),
                closes: text.get(marked.outer.end..).is_some_and(|rest| {
                    let rest = rest.trim_start();
                    rest.is_empty() || rest.starts_with(chinese::STOPS)
                }),
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
            let at = marked.outer.start;
            let (who, cue, clause, is_after) = if let Some(found) = governing {
                let who = match writer(text, start, found.subject.clone()) {
                    Some(subject) => self.describe_chinese(index, text, subject).or(self.last),
                    None => self.left_out(index, &Page { text, marks, starts: &starts }, sentence, at),
                };
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
                    (who, cue, None, false)
                } else if let Some(found) = introduced {
                    let page = Page { text, marks, starts: &starts };
                    let who = match found.subject {
                        Some(subject) => self.describe_chinese(index, text, subject).or(self.last),
                        None => self.left_out(index, &page, sentence, at),
                    };
                    (who, found.cue.map(|range| Place { passage: index, range }), None, false)
                } else if let Some(p) = previous.filter(|_| listed) {
                    let said = &self.heard.said[p.said];
                    (said.who, said.cue.clone(), None, false)
                } else {
                    let recent = recent.and_then(|(passage, range)| {
                        let text = self.texts.get(passage)?;
                        self.describe_chinese(passage, text, range)
                    });
                    (recent.or(self.last), None, None, false)
                }
            };
            let said = self.say(QuoteKind::Direct, part, who, cue);
            if who.is_none() {
                waiting.push(said);
            }
            previous = Some(Previous { said, mark: number, sentence, clause, after: is_after });
        }
        self.settle(&waiting, first_said, None);
        if self.options.indirect_speech {
            self.chinese_reports(index, text, marks, &starts);
        }
        self.close(index, text, marks, previous, first_said);
        self.announced = chinese_announcement(text).map(|found| {
            let who = found.subject.clone().and_then(|s| self.describe_chinese(index, text, s)).or(self.last);
            (who, Some(Place { passage: index, range: found.cue }))
        });
    }

    /// Who speaks at `at` where the subject is left out: whoever reported something since the last speech, or the last speaker,
    /// at the place nearest before that names the same one.
    fn left_out(&mut self, index: usize, page: &Page<'_>, sentence: usize, at: usize) -> Option<usize> {
        let &Page { text, starts, .. } = page;
        let last = self.last.and_then(|last| self.heard.mentions.get(last)).map(|last| last.place.clone());
        let limit = last.filter(|place| place.passage == index).map_or(0, |place| place.range.end);
        let start = starts.get(sentence).copied().unwrap_or(0);
        if let Some(reporter) = page.reporter(sentence, limit, 2) {
            return self.describe_chinese(index, text, reporter);
        }
        let recent = recent_subject(text, starts, sentence, limit);
        let Some(last) = self.last else { return self.describe_chinese(index, text, recent?) };
        if let Some(named) = self.named_again(page, last, start.max(limit)..at) {
            return Some(self.mention(index, named));
        }
        let Mention { place, named, .. } = self.heard.mentions.get(last)?;
        let name = self.passages.get(place.passage)?.reading.text().get(named.name.clone()?)?;
        let nearer = recent.and_then(|range| described(text, range));
        let same = nearer.filter(|nearer| nearer.name.clone().is_some_and(|own| text.get(own) == Some(name)));
        Some(same.map_or(last, |named| self.mention(index, named)))
    }

    /// The last place in `range` that names whom the mention numbered `who` means, by name or given name.
    fn named_again(&self, page: &Page<'_>, who: usize, range: Range<usize>) -> Option<Named> {
        let mention = self.heard.mentions.get(who)?;
        let named = mention.antecedent.and_then(|before| self.heard.mentions.get(before)).unwrap_or(mention);
        let name = self.passages.get(named.place.passage)?.reading.text().get(named.named.name.clone()?)?;
        let given =
            name.char_indices().nth(1).filter(|_| name.chars().count() == 3).map(|(at, _)| &name[at..]);
        let part = page.text.get(range.clone())?;
        let (at, word) = part.rmatch_indices(given.unwrap_or(name)).find(|(at, word)| {
            let place = range.start + at..range.start + at + word.len();
            marks::touching(page.marks, &place).next().is_none()
        })?;
        let end = range.start + at + word.len();
        let start = if part[..at + word.len()].ends_with(name) { end - name.len() } else { range.start + at };
        let kind = named.named.kind;
        let whole = matches!(kind, NamedKind::Person | NamedKind::Organization) && word.chars().count() > 1;
        whole.then(|| Named { extent: start..end, name: Some(start..end), kind, ..Named::default() })
    }

    /// Who the end of the passage before is about.
    fn recent_passage(&self, index: usize) -> Option<(usize, Range<usize>)> {
        let passage = index.checked_sub(1)?;
        let text = self.texts.get(passage)?;
        let start = boundary::ceil(text, text.len().saturating_sub(FARTHEST));
        let starts = chinese::sentence_starts(text, self.opening(passage), &[]);
        let recent = recent_subject(text, &starts, starts.len(), start)?;
        Some((passage, recent))
    }

    fn chinese_reports(&mut self, index: usize, text: &ChineseText<'_>, marks: &[Marked], starts: &[usize]) {
        for (n, start) in starts.iter().enumerate() {
            let end = starts.get(n + 1).copied().unwrap_or(text.len());
            for (governing, range) in indirect::chinese(text, *start..end, marks) {
                let who = governing.subject.clone().and_then(|s| self.describe_chinese(index, text, s));
                let cue = Some(Place { passage: index, range: governing.cue });
                if !range.is_empty() {
                    self.say(QuoteKind::Indirect, Place { passage: index, range }, who, cue);
                }
                // 問卷結果發現: what shows something says nothing behind it.
                let shows = governing.governs == Governs::Finding
                    && governing.subject.is_some_and(|s| text.get(s).is_some_and(person::ends_as_thing));
                if who.is_some() && !shows {
                    self.last = who;
                }
            }
        }
    }

    fn describe_chinese(
        &mut self,
        index: usize,
        text: &ChineseText<'_>,
        range: Range<usize>,
    ) -> Option<usize> {
        let mut named = described(text, range.clone())?;
        let document = text.get(range).is_some_and(person::ends_as_document);
        let owned = named.name.as_ref().and_then(|name| text.get(name.clone())).is_some_and(|name| {
            matches!(named.kind, NamedKind::Person | NamedKind::Organization)
                && !person::ends_as_document(name)
        });
        let owner = self.document.filter(|_| document && !owned);
        if owner.is_some() {
            named.kind = NamedKind::Pronoun;
        }
        let pronoun = (named.kind == NamedKind::Pronoun).then_some(named.extent.start);
        let who = self.mention(index, named);
        if document && owned {
            self.document = Some(who);
        }
        let before = owner.or_else(|| {
            let found = chinese_antecedent::antecedent(text, pronoun?)?;
            Some(self.mention(index, described(text, found)?))
        });
        self.heard.mentions[who].antecedent = before;
        Some(who)
    }
}

/// Who is meant by `subject`, a stretch of the sentence from `start` on: where it is only the place that somebody writes in,
/// whom the sentence is about. 她走完全程，隨後在|個人微博|寫道
fn writer(text: &ChineseText<'_>, start: usize, subject: Option<Range<usize>>) -> Option<Range<usize>> {
    let subject = subject?;
    let before = text[..subject.start].char_indices().next_back();
    let placed = before.is_some_and(|(at, _)| reporting::is_chinese(&text[at..subject.start], Role::Placing));
    if placed && text.get(subject.clone()).is_some_and(person::ends_as_document) {
        return chinese_subject::statement_subject(text, start..subject.start);
    }
    Some(subject)
}

/// Whether what looked like a name beside a title is part of the title of somebody unnamed: 车联合 in 汽车联合创始人.
fn is_in_title(named: &Named, found: &Named) -> bool {
    let overlap =
        |title: &Range<usize>, name: &Range<usize>| title.start < name.end && name.start < title.end;
    named.kind == NamedKind::Unnamed
        && named.title.as_ref().zip(found.name.as_ref()).is_some_and(|(title, name)| overlap(title, name))
}

/// Who is described at `range` of a Chinese text.
fn described(text: &ChineseText<'_>, range: Range<usize>) -> Option<Named> {
    if let Some(signed) = chinese_subject::signed_ahead(text, range.clone()) {
        return Some(signed);
    }
    let titled = || text.get(range.clone()).is_some_and(|part| resolve::titled_names(part).next().is_some());
    text.named_before(range.clone())
        .filter(|named| named.extent.start < range.end && named.extent.end > range.start)
        .filter(|named| named.kind == NamedKind::Person || !titled())
        .filter(|named| named.name.clone().is_none_or(|name| chinese_clause::is_free_of_adverbs(text, name)))
        .or_else(|| titled_name(text, range.clone()))
        .or_else(|| person::chinese_shape(text, range.clone()))
        .map(|named| person::chinese_appointed(text, with_owner(text, with_string(text, named))))
}

/// Somebody with a post of no body that is named, with the body that the text before says whose: 來自清河大學的|志願者林小文.
fn with_owner(text: &str, named: Named) -> Named {
    let lacks = named.kind == NamedKind::Person && named.title.is_some() && named.organization.is_none();
    let owner = || person::chinese_owner(text.get(..named.extent.start)?);
    let organization = named.organization.clone().or_else(|| if lacks { owner() } else { None });
    Named { organization, ..named }
}

/// The first name beside a title in a description that goes on after it: 發言人岑志明3月以中英雙語.
fn titled_name(text: &str, range: Range<usize>) -> Option<Named> {
    let part = text.get(range.clone())?;
    let found = resolve::titled_names(part).next()?;
    Some(found.shifted(range.start))
}

/// A body with the string in marks that its name opens with.
fn with_string(text: &str, named: Named) -> Named {
    let Some(name) = named.name.clone().filter(|_| named.kind == NamedKind::Organization) else {
        return named;
    };
    let start = person::chinese_string_before(text, name.start).unwrap_or(name.start);
    Named { extent: start.min(named.extent.start)..named.extent.end, name: Some(start..name.end), ..named }
}

/// How far before a Chinese string its speaker is looked for, in bytes: 400 characters.
const FARTHEST: usize = 1200;

/// Who the sentences before the one numbered `sentence` are about, no further back than byte `limit`.
fn recent_subject(
    text: &ChineseText<'_>,
    starts: &[usize],
    sentence: usize,
    limit: usize,
) -> Option<Range<usize>> {
    (1..=3).find_map(|back| {
        let number = sentence.checked_sub(back)?;
        let range = *starts.get(number)?..starts.get(number + 1).copied().unwrap_or(text.len());
        if range.start < limit {
            return None;
        }
        chinese_subject::statement_subject(text, range.clone())
            .or_else(|| chinese_subject::pronoun_in(text, range))
    })
}

fn chinese_announcement(text: &ChineseText<'_>) -> Option<Governing> {
    let bare = text.trim_end();
    if !bare.ends_with(chinese::is_colon) {
        return None;
    }
    let start = bare.rfind(['。', '！', '？']).map_or(0, |at| at + 3);
    chinese::before(text, start, bare.len())
}
