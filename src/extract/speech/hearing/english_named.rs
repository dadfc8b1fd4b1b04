//! People named by words in capitals anywhere in an English paragraph.
//!
//! Takes the paragraph; adds a mention for each run of capitals that may be a name, with the post beside it. It does not
//! tell who speaks.

use super::Hearing;
use crate::extract::person::{self, Named};
use crate::extract::speech::resolve;
use crate::extract::speech::sentence::Outline;
use crate::lexicon::people::latin;
use std::ops::Range;

impl Hearing<'_> {
    /// Adds those whom the capitals of a paragraph name.
    pub(super) fn capitals(&mut self, index: usize, text: &str, outline: &Outline) {
        for run in resolve::capital_runs(outline, text) {
            // The post that stands beside a name belongs to its mention, wherever it stands.
            let found = person::english_from(text, run.start..text.len()).filter(|named| {
                named.name.as_ref().is_some_and(|name| name.start >= run.start && name.end <= run.end)
            });
            let found = found.map(|named| with_small_post(text, with_first_post(text, named)));
            let found = in_office(text, &run).or(found);
            let weak = found.as_ref().is_none_or(|named| named.title.is_none());
            if weak && run_words(text, &run) > MOST_NAME_WORDS {
                continue;
            }
            let run = without_possessive(text, run);
            let named =
                found.unwrap_or_else(|| Named { extent: run.clone(), name: Some(run), ..Named::default() });
            let who = self.mention(index, named);
            self.heard.mentions[who].weak = weak;
        }
    }
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
