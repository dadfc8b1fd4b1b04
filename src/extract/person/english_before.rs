//! Posts before a name in English text: "Acme CEO | Ann Lee", "Brooklyn District Attorney", "Minister for Roads".
//!
//! Takes words and where a description starts; gives the post, the body before or after it, and where the name starts. The
//! name itself is not read here.

use super::english::{is_honorific, is_particle_of_name};
use super::words::{self, After, Word};
use super::{english_body, english_head, english_post, latin_name};
use crate::lexicon::people::latin;
use crate::lexicon::places;
use std::ops::Range;

/// Words of the longest "Island Communities and Flood Resilience Bo Moor".
const LONGEST_OFFICE: usize = 9;

/// A post before a name, with the body before it.
pub(super) struct Before {
    pub(super) title: Range<usize>,
    pub(super) organization: Option<Range<usize>>,
    /// Where the name starts.
    pub(super) end: usize,
}

impl Before {
    fn of(title: Range<usize>, organization: Option<Range<usize>>) -> Self {
        Before { end: title.end, title, organization }
    }
}

/// "LQAA Artistic Director" before a name, "Brooklyn District Attorney", "President".
pub(super) fn title_before_name(words: &[Word<'_>], start: usize) -> Option<Before> {
    let limit = words.len().min(start + 12);
    let run_end = (start..limit).find(|&at| words[at].ends_phrase()).map_or(limit, |at| at + 1);
    let found = title_in_run(words, start, run_end)?;
    // "Doctors Beyond Weir": nobody is called so before a name.
    let next = words.get(found.title.end);
    if found.title.start == start
        && words[start].is_capital()
        && is_many(&words[found.title.end - 1])
        && next.is_some_and(|next| !next.is_given_name() && !next.is_written(&latin::HONORIFICS))
    {
        return None;
    }
    if let Some(seated) = seated_before_name(words, &found, run_end) {
        return Some(seated);
    }
    (found.title.end < run_end
        && !words[found.title.end - 1].possessive
        && (words[found.title.end].is_capital() || is_particle_of_name(words, found.title.end))
        && !words[found.title.end - 1].ends_phrase())
    .then_some(found)
}

/// "Paths Officer of the WPRO Ms Ann Lee", "Chief Executive of the Weir Trust Ann Lee": the body between a post and the
/// name, which starts at an honorific or after a word of bodies.
fn seated_before_name(words: &[Word<'_>], found: &Before, run_end: usize) -> Option<Before> {
    let link = found.title.end;
    let of = words
        .get(link)
        .filter(|word| word.is(&latin::TITLE_PREPOSITIONS) && word.is(&latin::SEAT_PREPOSITIONS))?;
    let office = english_post::is_office(words, found.title.clone());
    if office
        || words[link - 1].ends_phrase()
        || of.ends_phrase()
        || of.is(&latin::PURPOSES)
        || found.organization.is_some()
    {
        return None;
    }
    let start = words::skip_small_articles(words, link + 1);
    let capitals =
        (start..run_end).take_while(|&at| words[at].is_capital() && !words[at].possessive).last()? + 1;
    let marked = |at: usize| {
        let last = &words[at - 1];
        let body = last.is(&latin::BODY_MARKS) || at == start + 1 && last.is_acronym();
        body && words[at].is_given_name() && at + 1 < capitals
    };
    let whole = is_whole_head(words, found.title.clone());
    let closing = |at: usize| whole && is_closing_name(words, at..capitals);
    let named = |at: &usize| {
        !words[*at - 1].ends_phrase() && (is_honorific(words, *at) || marked(*at) || closing(*at))
    };
    let end = (start + 1..capitals).find(named)?;
    let field = words[start..end].iter().all(|word| word.is(&latin::DOMAINS));
    (!field).then(|| Before { title: found.title.clone(), organization: Some(start..end), end })
}

/// Whether a run in capitals closes with a given name and one or two words that name no body: "CEO of Weir Mill | Ann Lee".
fn is_closing_name(words: &[Word<'_>], name: Range<usize>) -> bool {
    let body = |word: &Word<'_>| word.is(&latin::BODY_MARKS) || word.is(&latin::DOMAINS) || word.is_acronym();
    (2..=3).contains(&name.len()) && words[name.start].is_given_name() && !words[name].iter().any(body)
}

/// The first head within the words, with the modifiers and the body before it.
pub(super) fn title_in_run(words: &[Word<'_>], start: usize, limit: usize) -> Option<Before> {
    let mut at = start;
    while at < limit {
        let head = english_head::head_end(words, at);
        // "National Union of Weir Engineers CEO"
        let many = |end: usize| {
            is_many(&words[end - 1])
                && at > start
                && !words[end - 1].ends_phrase()
                && end < limit
                && english_head::modified_head(words, end).is_some()
        };
        if let Some(end) = head.filter(|&end| !many(end)) {
            return Some(before_of(words, start, at, end));
        }
        let word = &words[at];
        // "association president": a body without its name.
        let generic = at == start && word.is(&latin::GENERIC_BODIES);
        let small = at > start && word.is_written(&latin::SMALL_LEGAL_FORMS);
        let particle = at > start && word.is_written(&latin::PARTICLES) && words[at - 1].is_capital();
        let fits =
            word.is_capital() || word.is(&latin::MODIFIERS) || is_inner(word) || generic || small || particle;
        let fits = fits || at > start && is_numbered_seat(words, at);
        // "Shelter for All CEO"
        let linked = at > start && words[at - 1].is_written(&latin::POST_LINKS);
        let no_name = word.is_written(&latin::NOT_NAMES) && !word.is(&latin::MODIFIERS) && !linked;
        if !fits || words[at].ends_phrase() || no_name {
            return None;
        }
        at += 1;
    }
    None
}

/// "District | 2 | Supervisor": whether the number of a seat stands at `at`.
fn is_numbered_seat(words: &[Word<'_>], at: usize) -> bool {
    words[at].text.bytes().all(|byte| byte.is_ascii_digit()) && words[at - 1].is_among(&latin::NUMBERED_SEATS)
}

/// Whether a word is a head in the plural: Engineers.
fn is_many(word: &Word<'_>) -> bool {
    let one = word.text.strip_suffix('s').unwrap_or("");
    !one.is_empty() && latin::HEADS.contains_lower(one)
}

fn is_inner(word: &Word<'_>) -> bool {
    word.is(&latin::TITLE_PREPOSITIONS) || word.is(&latin::DOMAINS) || word.is_written(&latin::ARTICLES)
}

fn is_inner_link(word: &Word<'_>) -> bool {
    word.is_written(&latin::TITLE_PREPOSITIONS) || word.is_written(&latin::CONJUNCTIONS)
}

fn before_of(words: &[Word<'_>], start: usize, head: usize, head_end: usize) -> Before {
    let mut end = head_end;
    while end < words.len() && !words[end - 1].ends_phrase() {
        let link = words[end].is(&latin::CONJUNCTIONS);
        let next = if link { end + 1 } else { end };
        // "Institute Director Professor Ann Lee": how she is addressed.
        if !link && words[next].is(&latin::ACADEMIC_HEADS) && is_honorific(words, next) {
            break;
        }
        let graded = || graded_head_end(words, end);
        // "assistant city manager"
        let fielded = || if link { None } else { english_head::modified_head(words, next) };
        match english_head::head_end(words, next).or_else(graded).or_else(fielded) {
            Some(further) => end = further,
            None => break,
        }
    }
    end = domain_end(words, end);
    let mut title_start = head;
    // "Larkfield Dairy owner": what a whole body is for ends its name.
    let whole = is_whole_head(words, head..head_end);
    let ends_name = |at: usize| {
        let field = words[at].is(&latin::DOMAINS) && !words[at].is(&latin::MODIFIERS);
        // "Weir Council spokesman"
        let body = at > start && words[at].is(&latin::BODY_MARKS) && words[at - 1].is_capital();
        // "Weir Works Group Head of Research"
        let named = |word: &Word<'_>| !word.is(&latin::MODIFIERS) || word.is(&latin::BODY_MARKS);
        let long = body && at > start + 1 && named(&words[at - 1]) && !words[at].is(&latin::BOARDS);
        // "Weir Trust Marketing Manager": what a department does.
        let long = long && (whole || !words[at].is_among(&latin::FUNCTIONS));
        words[at].is_capital() && (whole && (field || body) || long)
    };
    let named_end = named_body_end(words, start, head);
    while title_start > named_end && belongs_before(words, title_start - 1) && !ends_name(title_start - 1) {
        title_start -= 1;
    }
    let plain = |word: &Word<'_>| {
        let ends = word.is_written(&latin::ARTICLES) || word.ends_description();
        let ends = ends || word.is_written(&latin::SMALL_LEGAL_FORMS);
        !word.is_capital() && !word.possessive && !word.ends_phrase() && !ends
    };
    while title_start > named_end && plain(&words[title_start - 1]) && !is_inner_link(&words[title_start - 1])
    {
        title_start -= 1;
    }
    // "Weir Mill Board Chair": the board of a body that is named before it.
    if let Some(board) = own_board(words, start, title_start) {
        title_start = board;
    }
    if english_post::is_office(words, title_start..head_end) {
        // "Bo Moor and Roads Minister Ann Lee": somebody else stands before the conjunction.
        let other = |at: usize| {
            at > start && words[at].is(&latin::CONJUNCTIONS) && !words[at - 1].is(&latin::DOMAINS)
        };
        let owner = (start..title_start).rev().find(|&at| words[at].is_owner() || other(at));
        title_start = owner.map_or(start, |at| at + 1).max(named_end);
        // "WHRT Commissioner": the letters of a body, and no state's.
        if title_start == start && start < head && is_letters_of_body(&words[start]) {
            title_start += 1;
        }
    }
    // "San Francisco District 2 Supervisor"
    if head > start + 1 && is_numbered_seat(words, head - 1) {
        return Before::of(start..end, None);
    }
    // A board without a body is part of the title: Council Chairman.
    let word = &words[start];
    // "Utilities Director": in the plural a word of bodies is a field.
    let kind = word.is(&latin::BODY_MARKS) && word.text.ends_with('s') && !word.is_acronym();
    let board = title_start == start + 1
        && !words[start].possessive
        && (word.is(&latin::BOARDS) || word.is(&latin::GENERIC_BODIES) || kind);
    // "Senior Paths Officer": nor does a grade open the name of a body.
    let graded = title_start > start && !word.possessive && word.is(&latin::GRADES);
    // "Weirtown baker": one word before a trade says where somebody is from, or of what people.
    let trade = || latin::CRAFTS.contains(&words::joined(&words[head..head_end]));
    let native = title_start == start + 1
        && !word.possessive
        && !word.is_acronym()
        && !word.is(&latin::TITLE_PREPOSITIONS)
        && latin_name::is_capital_word(word.text)
        && !word.is(&latin::BODY_MARKS)
        && trade();
    // "Two-time champion"
    let counted = title_start == start + 1 && english_body::is_placing(word.text);
    if board || graded || native || counted {
        return Before::of(start..end, None);
    }
    let organization =
        Some(start..title_start).filter(|body| !body.is_empty() && words[body.start].is_capital());
    Before::of(title_start..end, organization.and_then(|body| owner_in(words, body)))
}

/// Where the board of the body that is named from `start` on opens, which ends at `end`; not where it is the body's own name,
/// "Weir Transport Board".
fn own_board(words: &[Word<'_>], start: usize, end: usize) -> Option<usize> {
    /// Words of the longest board that is no body of its own.
    const LONGEST: usize = 2;
    let first = end.saturating_sub(LONGEST).max(start + 1);
    let seated = |board: &usize| words::are(words, *board..end, &latin::SEATED_BOARDS);
    let board = (first..end).find(seated)?;
    let (before, last) = (&words[board - 1], &words[end - 1]);
    let named = before.is_capital() && !before.is(&latin::DOMAINS) && !before.possessive;
    (named && !last.possessive && last.after == After::Blank).then_some(board)
}

/// Where the name of a body ends that its own words close before the head: "Weir County Council | Roads Manager", "Institute of
/// Tides | Director"; `start` where none does.
fn named_body_end(words: &[Word<'_>], start: usize, head: usize) -> usize {
    let goes_on = |at: usize| words[at].is_capital() && !words[at].possessive && !words[at].ends_phrase();
    let council = |at: &usize| {
        words[*at].is(&latin::BOARDS) && goes_on(*at) && words[*at - 1].is_among(&latin::COUNCIL_KINDS)
    };
    let of = |at: &usize| {
        let (mark, link, object) = (&words[*at], &words[*at + 1], *at + 2);
        let body = mark.is(&latin::BODY_MARKS) && !mark.is(&latin::BOARDS) && goes_on(*at);
        body && link.is_written(&latin::POST_LINKS) && !link.ends_phrase() && goes_on(object)
    };
    let council = (start + 2..head).rev().find(council).map_or(start, |at| at + 1);
    let of = (start..head.saturating_sub(2)).find(of).map_or(start, |at| at + 3);
    council.max(of)
}

/// Whether a word is the letters of a body: three at least, no state and no country.
fn is_letters_of_body(word: &Word<'_>) -> bool {
    word.is_acronym()
        && !word.possessive
        && word.text.len() >= 3
        && word.text.bytes().all(|byte| byte.is_ascii_uppercase())
        && !word.is_written(&latin::COUNTRIES)
        && !places::is_region(word.text)
}

/// "Chief | Flight Director": where a head ends that one word in capitals parts from a grade before it, which is a head
/// as well.
fn graded_head_end(words: &[Word<'_>], end: usize) -> Option<usize> {
    let graded = words[end - 1].is(&latin::GRADES) && !words[end - 1].ends_phrase();
    let field = words
        .get(end)
        .filter(|word| graded && word.is_capital() && !word.ends_phrase() && !word.possessive)?;
    if field.is_given_name() { None } else { english_head::head_end(words, end + 1) }
}

/// Whether a head is of a whole body: owner, chief executive.
fn is_whole_head(words: &[Word<'_>], head: Range<usize>) -> bool {
    words::are(words, head, &latin::WHOLE_HEADS)
}

/// The body, if it ends as a name does: not "Ann's son and the company's".
fn owner_in(words: &[Word<'_>], body: Range<usize>) -> Option<Range<usize>> {
    let last = &words[body.end - 1];
    if body.len() == 1 && english_body::is_placing(last.text) {
        return None;
    }
    if last.possessive && body.len() == 1 && last.is(&latin::VAGUE_BODIES) {
        return None;
    }
    let legal = body.len() > 1 && last.is_written(&latin::SMALL_LEGAL_FORMS);
    (last.is_capital() || legal || last.text.contains(|c: char| c.is_ascii_digit())).then_some(body)
}

/// Past "for Development", "of Health" after a head.
fn domain_end(words: &[Word<'_>], end: usize) -> usize {
    if end >= words.len() || words[end - 1].ends_phrase() || !words[end].is(&latin::TITLE_PREPOSITIONS) {
        return end;
    }
    // "Chair of Trustees Ann Lee".
    let seated = words.get(end + 1).is_some_and(|word| word.is(&latin::SITTING) && !word.ends_phrase());
    if seated && words.get(end + 2).is_some_and(Word::is_capital) {
        return end + 2;
    }
    // "Chair of the Board Ann Lee".
    let board = words::skip_small_articles(words, end + 1);
    let given = |next: &Word<'_>| next.is_capital() && (next.is_given_name() || next.is_initials());
    let followed = words.get(board + 1).is_some_and(given);
    if followed && words[board].is(&latin::BOARDS) && !words[board].ends_phrase() {
        return board + 1;
    }
    let mut at = end + 1;
    // "Regional Director for Africa Dr Ann Lee"
    let region =
        words[at..].iter().take_while(|word| word.is_written(&latin::MARKETS) && !word.ends_phrase());
    let region = at + region.count();
    if region > at
        && words.get(region).is_some_and(|next| next.is_given_name() || is_honorific(words, region))
    {
        return region;
    }
    let fits = |word: &Word<'_>| word.is(&latin::DOMAINS) || word.is(&latin::CONJUNCTIONS);
    while at < words.len() && fits(&words[at]) && !words[at - 1].ends_phrase() {
        at += 1;
    }
    if let Some(name) = name_after_office(words, end) {
        return name;
    }
    if at > end + 1 && words[at - 1].is(&latin::DOMAINS) { at } else { end }
}

/// Where the name starts in "Minister for Island Communities Bo Moor": at a given name, or at two words that say nothing
/// of what an office is for, after one that does.
fn name_after_office(words: &[Word<'_>], end: usize) -> Option<usize> {
    let office = words[end - 1].is(&latin::OFFICES);
    if !office || !words[end].is_written(&latin::POST_LINKS) {
        return None;
    }
    let from = words::skip_small_articles(words, end + 1);
    // "State for the Environment"
    let links = |word: &Word<'_>| word.is_written(&latin::POST_LINKS) || word.is_written(&latin::ARTICLES);
    let runs = |word: &Word<'_>| word.is_capital() || word.is_written(&latin::CONJUNCTIONS) || links(word);
    let limit = words.len().min(from + LONGEST_OFFICE);
    // "Mayor of Weir Ann Lee and Minister Bo Moor": another post after the conjunction is somebody else's.
    let other = |at: usize| {
        words[at].is_written(&latin::CONJUNCTIONS)
            && at + 1 < words.len()
            && english_head::modified_head(words, at + 1).is_some()
    };
    let past = (from..limit).find(|&at| !runs(&words[at]) || other(at)).unwrap_or(limit);
    let last = (from..past).find(|&at| words[at].ends_phrase()).map_or(past, |at| at + 1);
    let given = |at: &usize| words[*at].is_given_name() && *at + 1 < last;
    // "Mayor of Weir Cllr Ann Lee": how she is addressed is no part of the place.
    let ranked = |at: usize| words[at].is(&latin::RANKS) && !words[at].ends_phrase();
    let honored = |at: &usize| *at + 1 < last && (is_honorific(words, *at) || ranked(*at));
    let told = |word: &Word<'_>| word.is(&latin::DOMAINS) || word.is(&latin::BODY_MARKS);
    (from + 1..last).find(|at| honored(at) || given(at)).or_else(|| {
        let name = last.checked_sub(2).filter(|name| *name > from)?;
        let strange = words[name..last]
            .iter()
            .all(|word| word.is_capital() && !told(word) && !word.is(&latin::MODIFIERS));
        // "Secretary of State for Wales Ngaire Moor"
        let country = words[name - 1].is_written(&latin::COUNTRIES);
        (strange && (country || told(&words[name - 1]))).then_some(name)
    })
}

/// Whether a word before a head belongs to the title; names of bodies are no modifiers.
fn belongs_before(words: &[Word<'_>], at: usize) -> bool {
    let word = &words[at];
    let both = word.is(&latin::DOMAINS) && !word.is(&latin::BODY_MARKS);
    if word.possessive && !word.ends_phrase() {
        return !word.is_owner();
    }
    !word.ends_phrase() && (word.is(&latin::MODIFIERS) || both)
}
