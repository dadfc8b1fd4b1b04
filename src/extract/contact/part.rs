//! What one part of a contact's line is: a person with post and body, a post, a body, an office.
//!
//! Takes a part of a line without links and numbers, and the label before it; adds its pieces. How a line comes
//! apart is in `mod.rs`; what of a body's name is the body's, in `body.rs`; whom no table knows, in `unlisted.rs`; to whom the
//! pieces belong, in `deal.rs`.

use super::body::{
    adviser, company_after, desk_and_body, desk_of_body, is_no_company, own_name, post_and_school,
    without_remark,
};
use super::heading::is_joined_post;
use super::unlisted::{capitalised, is_told_by_capitals, stands_alone, surnamed_by_word};
use super::{Piece, bare, is_remark};
use crate::extract::person::{self, NamedKind};
use crate::lexicon::cues;
use crate::lexicon::labels::{self, Label};
use crate::lexicon::people::{han, latin};
use crate::lexicon::places;
use crate::release::Text;
use crate::text::reading::Reading;
use crate::text::script::is_han;
use std::ops::Range;

/// Adds the pieces of a part of a line.
pub(super) fn piece_of(line: &Reading, part: Range<usize>, label: Option<Label>, pieces: &mut Vec<Piece>) {
    let text = line.text();
    if label == Some(Label::Title) {
        pieces.push(Piece::Title(line.slice(part)));
        return;
    }
    let words = &text[part.clone()];
    // 承辦單位：第104應變小組
    let unit = label == Some(Label::Unit) && person::ends_as_body(words);
    if is_address(words) && !unit
        || is_sentence(words)
        || is_remark(words)
        || labels::is_label(words)
        || latin::HONORIFICS.contains(words)
    {
        return;
    }
    if labels::is_duty(words) {
        pieces.push(Piece::Purpose);
        return;
    }
    if let Some(agent) = without_remark(text, part.clone(), labels::is_on_behalf) {
        // "Ann Lee, Weir Strategies (for MOOR)"
        if named_first(&text[agent.clone()]) {
            return piece_of(line, agent, label, pieces);
        }
        pieces.push(Piece::Organization(line.slice(agent)));
        return;
    }
    if label == Some(Label::Unit) && !words.contains([' ', '\u{3000}', ',', '，']) {
        pieces.push(Piece::Unit(line.slice(part)));
        return;
    }
    // 總工程師, 顧問: a post, whatever a name or a body ends with.
    if words.chars().nth(1).is_some() && han::HEADS.contains(words) {
        pieces.push(Piece::Title(line.slice(part)));
        return;
    }
    if is_in_capitals(words) || label == Some(Label::Name) && is_spaced_name(words) {
        let name = line.slice(part);
        pieces.push(Piece::somebody(name, None));
        return;
    }
    if let Some(spaced) = spaced_name(text, part.clone()) {
        let others = [part.start..spaced.start, spaced.end..part.end].map(|other| bare(text, other));
        let name = line.slice(spaced);
        pieces.push(Piece::somebody(name, None));
        others
            .into_iter()
            .filter(|other| !other.is_empty())
            .for_each(|other| piece_of(line, other, None, pieces));
        return;
    }
    if office(line, part.clone(), pieces) {
        return;
    }
    if let Some(body) = adviser(text, part.clone()) {
        pieces.push(Piece::Organization(line.slice(body)));
        return;
    }
    if let Some(person) = parted_person(line, part.clone()) {
        pieces.push(person);
        return;
    }
    if let Some(post) = han_post_of_two(words) {
        pieces.push(Piece::Title(line.slice(part.start..part.start + post)));
        return;
    }
    if let Some(post) = person::post_of_line(text, part.clone()) {
        pieces.push(Piece::Title(line.slice(post.title)));
        pieces.extend(post.organization.map(|body| Piece::Organization(line.slice(body))));
        return;
    }
    // 金門: where an office is, and nobody.
    if label != Some(Label::Name) && words.contains(is_han) && places::is_known(words) {
        return;
    }
    // 聯絡人：高洋: behind a label a surname that is a word as well makes a name.
    let labelled = text[..part.start].trim_end().ends_with([':', '：', '︰']);
    let named = label == Some(Label::Name);
    if (labelled || named) && person::may_be_surnamed(words) || named && person::chinese_may_be_name(words) {
        let name = line.slice(part);
        pieces.push(Piece::somebody(name, None));
        return;
    }
    if let Some(person) = surnamed_by_word(line, part.clone(), labelled || named) {
        pieces.push(person);
        return;
    }
    match person::of_line(text, part.clone()) {
        Some(named) if named.kind == NamedKind::Organization && stands_alone(text, &part) => {
            pieces.push(Piece::somebody(line.slice(part), None));
        }
        None if stands_alone(text, &part) => pieces.push(Piece::somebody(line.slice(part), None)),
        Some(named) if label != Some(Label::Name) && is_mere_word(text, &named) => {
            pieces.extend(capitalised(line, part));
        }
        Some(named) if named.kind == NamedKind::Person && named.name.is_some() => {
            if is_numbered(&text[part.clone()]) && named.title.is_none() {
                return;
            }
            pieces.extend(person_piece(line, part, named));
        }
        _ if let Some((name, title)) = named_before_post(text, part.clone()) => {
            pieces.push(Piece::Person {
                name: line.slice(name),
                title: Some(line.slice(title)),
                organization: None,
                doubtful: false,
            });
        }
        Some(named) if named.kind == NamedKind::Unnamed && fills(text, &part, &named) => {
            pieces.extend(named.title.map(|title| {
                Piece::Post {
                    title: line.slice(title),
                    // 集團 alone names nobody.
                    organization: named
                        .organization
                        .filter(|body| !han::BODY_ENDS.contains(&text[body.clone()]))
                        .map(|body| line.slice(body)),
                }
            }));
        }
        Some(named) if named.kind == NamedKind::Organization && is_no_body(text, &named) => {}
        Some(named) if named.kind == NamedKind::Organization => {
            let range = named.organization.or(named.name).unwrap_or(part.clone());
            pieces.push(Piece::Organization(line.slice(own_name(text, range.clone()))));
            pieces.extend(person_after(line, range.end..part.end));
        }
        _ => {
            if let Some((title, body)) = post_and_body(text, part.clone()) {
                pieces.push(Piece::Title(line.slice(title)));
                pieces.push(Piece::Organization(line.slice(body)));
            } else if is_joined_post(words) {
                pieces.push(Piece::Title(line.slice(part)));
            } else {
                pieces.extend(capitalised(line, part));
            }
        }
    }
}

/// Whether brackets hold what somebody is to be asked about, and no post: "Ann Lee (Media)".
fn is_what_for(text: &str, title: &Range<usize>) -> bool {
    let told = &text[title.clone()];
    let bracketed = text[..title.start].ends_with('(') && text[title.end..].starts_with(')');
    bracketed && (cues::is_subject_of_contact(told) || cues::is_contact_heading(told))
}

/// Where the first of two posts that say the same in two scripts ends: 傳訊經理 Communications Manager.
fn han_post_of_two(words: &str) -> Option<usize> {
    let latin = words.find(|c: char| c.is_ascii_uppercase())?;
    let post = words[..latin].trim_end();
    let last = words[latin..].split(' ').next_back()?;
    let both = !words[latin..].contains(is_han) && latin::HEADS.contains_lower(last);
    let alone = |named: person::Named| named.kind == NamedKind::Unnamed && named.organization.is_none();
    let named = if both && post.len() < latin { person::of_line(post, 0..post.len()) } else { None };
    named.is_some_and(alone).then_some(post.len())
}

/// Whether a name that people bear stands before the first comma.
fn named_first(words: &str) -> bool {
    words.split_once(", ").is_some_and(|(name, _)| {
        name.contains(' ') && !person::has_body_mark(name) && person::has_personal_name(name)
    })
}

/// The person whose name a post parts, with the body before it: 港務司 廖科長文凱.
fn parted_person(line: &Reading, part: Range<usize>) -> Option<Piece> {
    let words = &line.text()[part.clone()];
    let start = words.rfind(char::is_whitespace).map_or(0, |at| words.len() - words[at..].trim_start().len());
    let found = person::parted_name(&words[start..])?;
    let at = |range: Range<usize>| part.start + start + range.start..part.start + start + range.end;
    let (surname, given) = (line.slice(at(found.surname)), line.slice(at(found.given)));
    let body = bare(line.text(), part.start..part.start + start);
    let organization = (!body.is_empty()).then(|| line.slice(body));
    let spans = surname.spans.into_iter().chain(given.spans).collect();
    let name = Text { text: surname.text + &given.text, spans, ..Text::default() };
    Some(Piece::Person { name, title: Some(line.slice(at(found.post))), organization, doubtful: false })
}

/// Whether somebody's post and body are all of `part`: in English a body that its letters name.
fn fills(text: &str, part: &Range<usize>, named: &person::Named) -> bool {
    let ends = named.title.as_ref().map_or(0, |title| title.end);
    let letters = |body: &Range<usize>| {
        body.start == part.start
            && text[body.clone()].len() > 1
            && text[body.clone()].bytes().all(|byte| byte.is_ascii_uppercase())
    };
    (text[part.clone()].contains(is_han) || named.organization.as_ref().is_some_and(letters))
        && text[part.start..named.extent.start.max(part.start)].trim().is_empty()
        && text[ends.min(part.end)..part.end].trim().is_empty()
}

/// A person with post and body as `named` tells, but for a market or a field that was taken for the body, and a post for a part of
/// its name.
fn person_piece(line: &Reading, part: Range<usize>, named: person::Named) -> Option<Piece> {
    let text = line.text();
    let (name, mut title) = (named.name?, named.title);
    // 林小文 (Mandy Lam): the name in the other script.
    let is_body = |name: &str| !is_remark(name) && name.contains(char::is_alphabetic);
    let mut organization = named.organization.filter(|body| is_body(&text[body.clone()]));
    // 林小文 Vivian Lam: the name in the other script is no body.
    let romanised = |body: &Range<usize>| {
        let gap = text.get(name.end..body.start).is_some_and(|gap| gap.trim().is_empty());
        gap && text[name.clone()].chars().all(is_han) && is_romanised(&text[body.clone()])
    };
    organization = organization.filter(|body| !romanised(body));
    if let Some(body) = organization.clone().filter(|body| is_no_company(&text[body.clone()])) {
        // "Ann Lee, Public Information": what she does.
        let field = (!labels::is_market(&cues::plain(&text[body.clone()]))).then(|| body.clone());
        title = match title {
            Some(title) if title.end < body.start => Some(title.start..body.end),
            title => title.or(field),
        };
        organization = None;
    }
    // "Ann Lee，投资者关系副总裁": what the post is for is no body.
    if let Some((field, post)) = organization.clone().zip(title.clone())
        && field.end == post.start
        && cues::is_subject_of_contact(&text[field.clone()])
    {
        title = Some(field.start..post.end);
        organization = None;
    }
    // 北堤公關顧問 林小文: a firm, though a post may be called so.
    if let Some((body, post)) = organization.clone().zip(title.clone())
        && body.end == post.start
        && post.end < name.start
        && han::FIRMS.contains(&text[post.clone()])
        && text[post.end..name.start].trim().is_empty()
    {
        organization = Some(body.start..post.end);
        title = None;
    }
    // "Ann Lee, Officer, Faculty of Roads"
    if let Some((post, body)) =
        title.clone().and_then(|title| post_and_school(text, title, organization.as_ref()))
    {
        title = Some(post);
        organization = Some(body);
    }
    // "Ann Lee (CEO)"
    if title.is_none() {
        title = organization.take_if(|body| latin::HEADS.contains_lower(&text[body.clone()]));
    }
    if let Some(body) = organization.clone()
        && title.is_none()
        && let Some((unit, post)) = text[body.clone()].rsplit_once([' ', '\u{3000}'])
        && person::ends_as_post(post)
    {
        title = Some(body.end - post.len()..body.end);
        organization = Some(body.start..body.start + unit.trim_end().len());
    }
    if let Some((desk, body)) = desk_and_body(line, &part, &name, organization.as_ref()) {
        title = Some(
            title.filter(|title| title.end < desk.start).map_or(desk.clone(), |title| title.start..desk.end),
        );
        organization = Some(body);
    }
    if let Some((domain, company)) =
        organization.clone().zip(company_after(text, part, organization.as_ref()))
    {
        title = title.map(|title| if title.end < domain.start { title.start..domain.end } else { title });
        organization = Some(company);
    }
    // 北堤·磨坊 may be a body in other letters.
    let in_han = text[name.clone()].contains(is_han);
    let told = if in_han {
        !text[name.clone()].contains('·')
    } else {
        person::has_personal_name(&text[name.clone()])
    };
    title = title.filter(|title| !is_what_for(text, title));
    let doubtful = title.is_none() && organization.is_none() && named.honorific.is_none() && !told;
    let organization = organization.map(|body| own_name(text, body));
    let slice = |range: Option<Range<usize>>| range.map(|range| line.slice(range));
    let (title, organization) = (slice(title), slice(organization));
    Some(Piece::Person { name: line.slice(name), title, organization, doubtful })
}

/// Whether `words` are a person's name in Latin letters: "Vivian Lam".
fn is_romanised(words: &str) -> bool {
    words.is_ascii()
        && (2..=3).contains(&words.split(' ').count())
        && person::has_personal_name(words)
        && !person::has_body_mark(words)
}

/// Whether `words` are a surname and one more character, with a blank between for the width of other names: 林　文.
fn is_spaced_name(words: &str) -> bool {
    let lone = |part: &str| part.chars().nth(1).is_none() && part.starts_with(is_han);
    let parts = words.split_once(char::is_whitespace);
    parts.is_some_and(|(surname, given)| {
        let surnamed = han::COMMON_SURNAMES.contains(surname) || han::RARE_SURNAMES.contains(surname);
        surnamed && lone(given.trim_start())
    })
}

/// Such a name beside something else, with the same name in Latin letters right before it: 公關主任 |Ann Chan 陳 文.
fn spaced_name(text: &str, part: Range<usize>) -> Option<Range<usize>> {
    let words = &text[part.clone()];
    let starts = words
        .char_indices()
        .filter(|&(at, c)| is_han(c) && (at == 0 || words[..at].ends_with(char::is_whitespace)));
    let (start, end) = starts.map(|(at, _)| at).find_map(|at| {
        let given = words[at..].find(char::is_whitespace)? + at;
        let given = words.len() - words[given..].trim_start().len();
        let end = words[given..].find(char::is_whitespace).map_or(words.len(), |blank| given + blank);
        is_spaced_name(&words[at..end]).then_some((at, end))
    })?;
    let before = words[..start].trim_end();
    let latin = before.trim_end_matches(|c: char| c.is_ascii_alphabetic() || matches!(c, ' ' | '.' | '-'));
    let name = before[latin.len()..].trim_start();
    let start = if person::has_personal_name(name) { before.len() - name.len() } else { start };
    let whole = start == 0 && end == words.len();
    (!whole).then_some(part.start + start..part.start + end)
}

/// Whether `words` are a person's name all in capitals, which else are a body's letters: "ANN LEE".
fn is_in_capitals(words: &str) -> bool {
    let capitals = (2..=3).contains(&words.split(' ').count())
        && words.chars().all(|c| c.is_ascii_uppercase() || matches!(c, ' ' | '-' | '.' | '\''));
    let first = || {
        let first = words.split(' ').next().unwrap_or("").to_lowercase();
        let mut letters = first.chars();
        letters.next().map_or(String::new(), |initial| initial.to_uppercase().chain(letters).collect())
    };
    capitals && person::is_given_name(&first()) && !person::has_body_mark(words)
}

/// A name that no surname tells, before a comma and a post: 佴知遠，傳訊經理.
fn named_before_post(text: &str, part: Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let comma = part.start + text[part.clone()].find(['，', ','])?;
    let (name, title) = (bare(text, part.start..comma), bare(text, comma..part.end));
    let letters = text[name.clone()].chars().count();
    let is_name = (2..=4).contains(&letters) && text[name.clone()].chars().all(is_han);
    let is_post = !text[title.clone()].contains(['，', ',']) && person::ends_as_post(&text[title.clone()]);
    (is_name && is_post && !person::ends_as_body(&text[name.clone()])).then_some((name, title))
}

/// Whether what was taken for a body's name only leads to an address: 在, 上查看原文.
fn is_no_body(text: &str, named: &person::Named) -> bool {
    let name = &text[named.organization.clone().or_else(|| named.name.clone()).unwrap_or_default()];
    name.chars().nth(1).is_none() || labels::leads_to_page(name)
}

/// A word of Latin letters alone is a name only where it is one that people are given, with a body after it too:
/// "Photographs", "Questions", "Town of Weir".
fn is_mere_word(text: &str, named: &person::Named) -> bool {
    let Some(name) = named.name.clone().filter(|_| named.kind == NamedKind::Person) else { return false };
    let word = &text[name];
    let lone = named.title.is_none() && named.honorific.is_none();
    lone && word.is_ascii() && !word.contains(' ') && !person::is_given_name(word)
}

/// "Media Relations Officer, Harbour University" on the line below the name.
fn post_and_body(text: &str, part: Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let comma = part.start + text[part.clone()].find(", ")?;
    let (title, body) = (part.start..comma, bare(text, comma + 1..part.end));
    let last = text[title.clone()].split(' ').next_back()?;
    let held = latin::HEADS.contains_lower(last) || person::post_of_line(text, title.clone()).is_some();
    let named = person::of_line(text, body.clone());
    let is_body = named.is_some_and(|named| named.kind == NamedKind::Organization)
        || is_told_by_capitals(&text[body.clone()]);
    (held && is_body).then_some((title, body))
}

/// The person whom a line names after the body: "Weir & Mill, Ann Lee".
fn person_after(line: &Reading, rest: Range<usize>) -> Option<Piece> {
    let text = line.text();
    let named = text[rest.clone()].starts_with(", ").then(|| bare(text, rest))?;
    if !person::has_personal_name(text[named.clone()].split(", ").next()?) {
        return None;
    }
    let found = person::of_line(text, named.clone()).filter(|found| found.kind == NamedKind::Person)?;
    person_piece(line, named, found)
}

/// Whether a name that people bear stands after the first comma of `part`.
pub(super) fn person_after_comma(text: &str, part: Range<usize>) -> bool {
    let name = text[part].split(", ").nth(1).unwrap_or("");
    let first = name.split(' ').next().unwrap_or("");
    person::is_given_name(first) && person::has_personal_name(name)
}

/// A street address or a country: digits among words, or the words of an address.
fn is_address(part: &str) -> bool {
    let outside = part.split(['(', '（']).next().unwrap_or(part);
    let digits = outside.bytes().filter(u8::is_ascii_digit).count();
    let last = outside.rsplit(' ').next().unwrap_or("");
    // "360Weir, Inc."
    !latin::LEGAL_FORMS.contains_lower(last) && digits >= 2 && part.len() > 8 || is_town(part)
}

/// Whether a number ends `words`, as that of a house does: "Wehrstraße 7".
fn is_numbered(words: &str) -> bool {
    let last = words.rsplit_once(' ').map_or("", |(_, last)| last);
    !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit())
}

/// A town and its country or state, or a country alone: "Weir, Texas", "United Kingdom".
fn is_town(part: &str) -> bool {
    let (town, region) = part.rsplit_once(", ").unwrap_or(("", part));
    let few = town.split(' ').count() <= 3 && !town.contains(',') && !person::has_body_mark(town);
    part.is_ascii() && few && places::is_region(region)
}

fn is_sentence(part: &str) -> bool {
    let last = part.split_whitespace().next_back().unwrap_or("");
    let legal = latin::LEGAL_FORMS.contains_lower(last)
        || latin::LEGAL_FORMS.contains_lower(last.trim_end_matches('.'));
    part.contains('。') || (part.ends_with('.') && !legal && part.split_whitespace().count() > 8)
}

/// An office that is called by who holds it, with the person before it: "Ann Lee, Office of Senator Weir". A desk and its
/// body are an office too: "Communications, Weir Bank". Tells whether there is one.
fn office(line: &Reading, part: Range<usize>, pieces: &mut Vec<Piece>) -> bool {
    let (text, words) = (line.text(), &line.text()[part.clone()]);
    let Some(start) = labels::office_start(words).or_else(|| desk_of_body(words).then_some(0)) else {
        return false;
    };
    let office = line.slice(part.start + start..part.end);
    let before = bare(text, part.start..part.start + start);
    if before.is_empty() {
        pieces.push(Piece::Organization(office));
        return true;
    }
    let named = person::of_line(text, before.clone()).filter(|named| named.kind == NamedKind::Person);
    let Some(Piece::Person { name, title, .. }) = named.and_then(|named| person_piece(line, before, named))
    else {
        return false;
    };
    pieces.push(Piece::Person { name, title, organization: Some(office), doubtful: false });
    true
}
