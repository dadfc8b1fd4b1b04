//! Whose name a part of a contact's line gives for a body: the body's own, without a desk, an agent's client or a remark.
//!
//! Takes a line and ranges in it that name a body, a desk or a post; gives where the body's name stands, and what of it is a
//! field, a desk or a unit. Whether a part names somebody at all is told in `part.rs`.

use super::bare;
use super::unlisted::is_told_by_capitals;
use crate::extract::person;
use crate::lexicon::cues;
use crate::lexicon::labels;
use crate::lexicon::people::latin;
use crate::text::reading::Reading;
use crate::text::script::is_han;
use std::ops::Range;

/// A post and the body behind its comma, called by what it is for: "Officer, Faculty of Roads". `organization` may be the
/// latter half of it.
pub(super) fn post_and_school(
    text: &str,
    title: Range<usize>,
    organization: Option<&Range<usize>>,
) -> Option<(Range<usize>, Range<usize>)> {
    let end = match organization {
        Some(rest) if text.get(title.end..rest.start).is_some_and(is_title_link) => rest.end,
        Some(_) => return None,
        None => title.end,
    };
    let (post, body) = text[title.start..end].split_once(", ")?;
    let (first, rest) = body.split_once(' ')?;
    let called = latin::BODY_MARKS.contains_lower(first) && first.starts_with(char::is_uppercase);
    let field = rest.split(' ').next().is_some_and(is_title_link);
    (called && field && !body.contains(','))
        .then(|| (title.start..title.start + post.len(), end - body.len()..end))
}

/// Whether `word` is one that goes on with a title: of.
fn is_title_link(word: &str) -> bool {
    latin::TITLE_PREPOSITIONS.contains(word.trim())
}

/// The desk at which somebody works and its body, after the name or as what was taken for the body: "Ann Lee, Media Relations,
/// Weir University", "Ann Lee, communications, Department of Roads".
pub(super) fn desk_and_body(
    line: &Reading,
    part: &Range<usize>,
    name: &Range<usize>,
    organization: Option<&Range<usize>>,
) -> Option<(Range<usize>, Range<usize>)> {
    let text = line.text();
    let rest = organization.cloned().unwrap_or_else(|| bare(text, name.end..part.end));
    let (desk, body) = text.get(rest.clone())?.split_once(", ")?;
    let first = body.split(' ').next().unwrap_or("");
    let named =
        first.starts_with(char::is_uppercase) && !body.contains(", ") && !person::is_given_name(first);
    let post =
        || person::post_of_line(body, 0..body.len()).is_some() || latin::LEGAL_FORMS.contains_lower(body);
    (named && is_field(desk) && !post())
        .then(|| (rest.start..rest.start + desk.len(), rest.end - body.len()..rest.end))
}

/// Whether `words` are what a desk is for, and no office: "Media Relations", "Press and Marketing", but not "Press Office".
fn is_field(words: &str) -> bool {
    let desk = labels::is_desk(words) || words.is_ascii() && cues::is_subject_of_contact(words);
    let last = words.rsplit(' ').next().unwrap_or(words);
    desk && (latin::DOMAINS.contains_lower(last) || !labels::is_office(words))
}

/// Whether `words` are a market or a field that a post is for, and no body: "East Africa", "Media".
pub(super) fn is_no_company(words: &str) -> bool {
    labels::is_market(&cues::plain(words)) || (words.is_ascii() && cues::is_subject_of_contact(words))
}

/// The company that closes `part` after what was taken for the body: "Ann Lee, Manager, Indigenous and Public Relations,
/// Weir Mill Inc.".
pub(super) fn company_after(
    text: &str,
    part: Range<usize>,
    body: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let legal = |range: Range<usize>| {
        let last = text[range].split(' ').next_back().unwrap_or("");
        latin::LEGAL_FORMS.contains_lower(last.trim_end_matches('.'))
    };
    let body = body.filter(|body| body.end < part.end && !legal((*body).clone()))?;
    let comma = body.end + text[body.end..part.end].rfind(", ")?;
    let company = bare(text, comma..part.end);
    // "Director, Public Relations, Friends of Weir": relations are none.
    let last = text[body.clone()].rsplit(' ').next().unwrap_or("");
    let field = latin::DESKS.contains_lower(last) && latin::DOMAINS.contains_lower(last);
    let told = legal(company.clone()) || field && is_told_by_capitals(&text[company.clone()]);
    (text[company.clone()].contains(' ') && told).then_some(company)
}

/// Whether `words` are a desk and the body that it belongs to: "Communications, Weir Museum of Art".
pub(super) fn desk_of_body(words: &str) -> bool {
    let Some((desk, body)) = words.split_once(", ") else { return false };
    let capitals = body.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count();
    let several = capitals > 1 && !body.contains([',', '(']);
    let no_person = || {
        let first = body.split(' ').next().unwrap_or("");
        !person::is_given_name(first) && person::post_of_line(body, 0..body.len()).is_none()
    };
    let post = desk.split(' ').next_back().is_some_and(|last| latin::HEADS.contains_lower(last));
    labels::is_desk(desk) && !post && several && no_person()
}

/// The body that brackets tell the work of: "Weir Vane (Financial Adviser and Broker)".
pub(super) fn adviser(text: &str, part: Range<usize>) -> Option<Range<usize>> {
    let words = &text[part.clone()];
    let open = words.rfind(['(', '（']).filter(|&open| open > 0)?;
    let remark = words[open..].trim_end().trim_end_matches([')', '）']);
    // "Senior Manager (Corporate Communications)" is a post.
    let post = || person::post_of_line(words, 0..words.len()).is_some();
    (labels::is_adviser(remark) && !post()).then(|| bare(text, part.start..part.start + open))
}

/// A body's name without a desk in small letters and without the client whom it acts for, or whom it answers: 办公室（媒体）.
pub(super) fn own_name(text: &str, range: Range<usize>) -> Range<usize> {
    let told = |remark: &str| {
        let desk = || labels::tells_hours(remark) && remark.contains(is_han);
        labels::is_of_agent(remark) || cues::is_subject_of_contact(remark) || desk()
    };
    let agency = || labels::agency_end(&text[range.clone()]).map(|end| range.start..range.start + end);
    without_remark(text, range.clone(), told)
        .or_else(agency)
        .unwrap_or_else(|| without_desk(text, range.clone()))
}

/// A body's name before the remark in brackets that ends `range`, where the remark is one that `told` knows.
pub(super) fn without_remark(
    text: &str,
    range: Range<usize>,
    told: impl Fn(&str) -> bool,
) -> Option<Range<usize>> {
    let name = &text[range.clone()];
    let open = name.rfind(['(', '（']).filter(|&open| open > 0)?;
    let remark = name[open..].trim_start_matches(['(', '（']).trim_end_matches([')', '）']);
    let closed = !remark.contains([')', '）']);
    (closed && told(remark)).then(|| range.start..range.start + name[..open].trim_end().len())
}

/// The name of the body in "Harbour Trust press desk (24 hours)": what follows in brackets and small letters tells which
/// telephone it is. Without a bracket the desk is who is named.
fn without_desk(text: &str, range: Range<usize>) -> Range<usize> {
    let name = text[range.clone()].split('(').next().unwrap_or("").trim_end();
    let remarked = name.len() < range.len() || text[range.end..].trim_start().starts_with(['(', '（']);
    if !remarked && ends_with_desk(name) {
        return range;
    }
    let mut end = name.len();
    while let Some((before, word)) = name[..end].rsplit_once(' ')
        && word.starts_with(char::is_lowercase)
        && !latin::LEGAL_FORMS.contains_lower(word)
    {
        end = before.trim_end().len();
    }
    if name[..end].contains(' ') { range.start..range.start + end } else { range }
}

/// Whether the last two words of `name` are a desk: "Harbour Trust press office".
fn ends_with_desk(name: &str) -> bool {
    let desk = name.rmatch_indices(' ').nth(1).map(|(at, _)| &name[at + 1..]);
    desk.is_some_and(labels::is_desk)
}
