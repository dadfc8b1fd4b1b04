//! Whom an English pronoun means.
//!
//! Takes the pronoun that is said to speak; gives who was named before it in its paragraph or at the end of the one
//! before. It does not read back further, and leaves open what it cannot tell.

use super::english_about as about;
use super::{Hearing, is_chinese};
use crate::extract::person::{self, Named, NamedKind};
use crate::extract::speech::PassageKind;
use crate::extract::speech::sentence::{Outline, outline};
use crate::lexicon::reporting::{self, Role};

impl Hearing<'_> {
    /// Whom `pronoun` can mean: what its sentence, or one of the three before, is about. A word alone that nothing else
    /// shows to be a name counts only where there is nobody else.
    pub(super) fn antecedent(
        &self,
        index: usize,
        text: &str,
        outline: &Outline,
        pronoun: &Named,
    ) -> Option<Named> {
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
            let found = about::subject(text, outline, &sentence, wanted);
            let sure = |named: &Named| wanted == NamedKind::Organization || self.is_somebody(text, named);
            if let Some(found) = found.clone().filter(sure) {
                return Some(found);
            }
            doubtful = doubtful.take().or(found);
            let others = about::after_heading(text, outline, &sentence)
                .or_else(|| about::presented(text, outline, &sentence));
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
    pub(super) fn opening_antecedent(
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
        let named = about::subject(text, &outline, outline.sentences.last()?, NamedKind::Person)
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
}
