//! The heading that opens a contact's line, or is all of it: "Media contact: Ann Lee", 水務署傳媒查詢：.
//!
//! Takes a line or a part of one; gives where the words go on behind the heading, and the body that stands before or
//! in it. What is a heading elsewhere and here a post, a body's name or a remark is told apart here; what the words
//! behind it are, in `part.rs`.

use super::bare;
use crate::extract::person::{self, NamedKind};
use crate::lexicon::contact_closers;
use crate::lexicon::cues::{self, CueClass, Standing};
use crate::lexicon::labels;
use crate::lexicon::people::{han, latin};
use crate::text::script::is_han;
use std::ops::Range;

/// Where the words go on after a heading phrase, and the organisation that stands before or in it.
pub(super) type Opening = (Range<usize>, Option<Option<Range<usize>>>);

/// Whether `head` opens with a contact heading to which something else is joined: 傳媒查詢及參觀安排.
pub(super) fn opens_joined(head: &str) -> bool {
    let ends = head.char_indices().map(|(at, _)| at).skip(2);
    head.starts_with(is_han)
        && ends.filter(|&at| labels::is_joined(&head[at..])).any(|at| cues::is_contact_heading(&head[..at]))
}

/// What heading opens `range` of `text`, a line that may point to what stands below it.
pub(super) fn after_heading(text: &str, range: Range<usize>, points_below: bool) -> Opening {
    let slice = &text[range.clone()];
    if let Some(end) = cues::heading_end(slice)
        .or_else(|| cues::glued_heading_end(slice))
        .or_else(|| cues::spaced_heading_end(slice))
        .filter(|&end| !is_joined_post(&slice[..end]))
    {
        let rest = bare(text, range.start + end..range.end);
        // 傳媒查詢 Media Enquiries
        let rest = if cues::is_contact_heading(&text[rest.clone()]) { rest.end..rest.end } else { rest };
        return (rest, Some(None));
    }
    if let Some(opening) = spokesman_of_body(text, range.clone()).or_else(|| body_asked(text, range.clone()))
    {
        return opening;
    }
    // 傳媒查詢及索取圖片
    if range == (0..text.len()) && is_joined_heading(slice) {
        return (range.end..range.end, Some(None));
    }
    let closes = text[range.end..].trim_start().starts_with([':', '：', '︰']);
    let may_end = contact_closers::may_end(slice);
    if (may_end || closes) && heads_alone(slice, closes && range.start == 0) {
        return (range.end..range.end, Some(None));
    }
    // "Harbour Works媒體聯絡人：": the name before the phrase.
    if points_below {
        return (range.end..range.end, Some(None));
    }
    if may_end
        && let Some(start) = cues::heading_start(slice).map(|start| past_body(slice, start))
        && !labels::is_desk(&slice[start..])
        && !is_post_or_bearer(slice)
        && (closes || !is_post_after(slice, start) && !is_post_of_body(slice))
        && !asks_before(slice, start)
        && !is_remark_on_one(slice, start)
        && !is_in_bracket(slice, start)
        && (closes || !is_body_of_person(slice, start))
    {
        let name = bare(text, range.start..range.start + start);
        let first = text[name.clone()].split([',', '，']).next().unwrap_or("");
        let mut found = Vec::new();
        cues::find(first, &mut found);
        // "For media enquiries, please contact:" and 投資者及傳媒查詢 name nobody, nor does a sentence before the request.
        let sentence = slice[..start].contains('。') || slice[..start].trim_end().ends_with('.');
        let heading = sentence
            || found.iter().any(|&(class, _)| class == CueClass::ContactHeading)
            || labels::ends_joined(&text[name.clone()])
            || labels::is_market(&cues::plain(&text[name.clone()]))
            // "Email Contact": the words of a link.
            || labels::is_label(&text[name.clone()]);
        return (range.end..range.end, Some((!name.is_empty() && !heading).then_some(name)));
    }
    (range, None)
}

/// The body whose spokesman a label names, and who that is: 水務署發言人：王副局長小文.
fn spokesman_of_body(text: &str, range: Range<usize>) -> Option<Opening> {
    let slice = &text[range.clone()];
    let colon = slice.find(['：', '︰', ':'])?;
    let body = labels::spokesman_start(&slice[..colon])?;
    let rest = bare(text, range.start + colon..range.end);
    let told = person::ends_as_body(&slice[..body]) && !rest.is_empty();
    told.then(|| (rest, Some(Some(range.start..range.start + body))))
}

/// The body or the person that a short heading asks for before a colon, "Press contact Weir Mill: Ann Lee", or behind a
/// preposition: "Media Contact for Weir Mill".
pub(super) fn body_asked(text: &str, range: Range<usize>) -> Option<Opening> {
    /// Words of the longest such heading.
    const LONGEST: usize = 4;
    let slice = &text[range.clone()];
    let closed = text[range.end..].trim_start().starts_with(':').then_some(slice.len());
    let colon = slice.find(':').or(closed);
    let asking = &slice[..colon.unwrap_or(slice.len())];
    // To look for what joins costs less than to look for headings.
    let joins = |word: &str| latin::TITLE_PREPOSITIONS.contains(word);
    if colon.is_none() && !asking.split_whitespace().any(joins) {
        return None;
    }
    let words = asking.match_indices(' ').map(|(at, _)| at).take(LONGEST);
    let end = words.filter(|&at| cues::is_contact_heading(&slice[..at])).last()?;
    let joint = asking[end..].trim_start().split(' ').next().filter(|word| joins(word));
    let colon = colon.or(joint.map(|_| slice.len()))?;
    let body = bare(text, range.start + end + joint.map_or(0, |joint| joint.len() + 1)..range.start + colon);
    let name = &text[body.clone()];
    // "Media Relations Contact", "Investor Contacts, Weir Mill"
    if cues::is_contact_heading(&slice[..colon]) || cues::is_contact_heading(name) {
        return None;
    }
    let first = latin::small_classes_of(name.split(' ').next().unwrap_or(""));
    // "Media Contact Centre"
    let own = !latin::BODY_MARKS.have(first) && !latin::DOMAINS.have(first);
    let capital = |word: &str| word.len() <= 3 || word.starts_with(char::is_uppercase);
    let named = name.starts_with(char::is_uppercase) && name.split(' ').all(capital) && own;
    if !named {
        return None;
    }
    let behind = bare(text, (range.start + colon).min(range.end)..range.end);
    Some(if person::is_known_person(name) {
        (body.start..range.end, Some(None))
    } else {
        (behind, Some(Some(body)))
    })
}

/// Where a heading starts that seems to start inside the name of a body: 聯絡人 of 北堤有限公司聯絡人, for 公司聯絡人 is one too.
fn past_body(slice: &str, start: usize) -> usize {
    let inside = slice[..start].ends_with(is_han) && !person::ends_as_body(&slice[..start]);
    let end = han::BODY_ENDS.prefix_end(&slice[start..]).filter(|_| inside);
    let past = end.map(|end| start + end).filter(|&past| {
        let rest = slice[past..].trim_start();
        han::BODY_ENDS.ends(&slice[..past]) && !rest.is_empty() && cues::is_contact_heading(rest)
    });
    past.unwrap_or(start)
}

/// Whether a short line without a mark opens with a contact heading to which something else is joined and names nobody.
fn is_joined_heading(line: &str) -> bool {
    /// Characters of the longest; a guess.
    const LONGEST: usize = 16;
    line.chars().nth(LONGEST).is_none()
        && line.chars().all(is_han)
        && opens_joined(line)
        && !person::ends_as_body(line)
        && !is_post_or_bearer(line)
}

/// Whether a contact heading is all of `slice`, or opens it where a colon `closes` it and it asks for no body.
fn heads_alone(slice: &str, closes: bool) -> bool {
    // Most lines are told by what costs less than all their phrases.
    if !closes && !cues::is_contact_heading(slice) {
        return false;
    }
    let mut found = Vec::new();
    cues::find(slice, &mut found);
    let stands = |standing| found.contains(&(CueClass::ContactHeading, standing));
    // 如有查詢，請聯絡水務署新聞室：
    let asks_a_body = || {
        let asked = labels::asking_end(slice).map(|end| bare(slice, end..slice.len()));
        asked
            .is_some_and(|asked| slice[asked.clone()].contains(is_han) && person::ends_as_body(&slice[asked]))
    };
    stands(Standing::Alone) || closes && stands(Standing::Opens) && !asks_a_body()
}

/// Whether what is a heading elsewhere is a post after a name and a comma: Ann Lee，公关负责人.
fn is_post_after(slice: &str, start: usize) -> bool {
    let post = slice[start..].trim_start_matches(['，', ',', ' ']);
    let before = &slice[..slice.len() - post.len()];
    before.trim_end().ends_with(['，', ',']) && person::ends_as_post(post)
}

/// Whether `words` are a post, or somebody with one, though they end as headings do: "Head of Media", 投資人關係經理暨代理發言人,
/// 林小文 發言人.
fn is_post_or_bearer(words: &str) -> bool {
    let mut opening = words.split(' ').take(2);
    let head = opening.next().is_some_and(|first| latin::HEADS.contains_lower(first));
    if head && opening.next().is_some_and(|second| latin::POST_LINKS.contains(second)) {
        return true;
    }
    let named = if words.contains(is_han) { person::of_line(words, 0..words.len()) } else { None };
    named.is_some_and(|named| {
        let title = named.title.unwrap_or_default();
        match named.kind {
            NamedKind::Unnamed => title == (0..words.len()),
            NamedKind::Person => title.end == words.len(),
            _ => false,
        }
    })
}

/// Whether `words` are a post and the body that it is of, though they end as headings do: 北堤科技公關負責人.
fn is_post_of_body(words: &str) -> bool {
    let named = if words.contains(is_han) { person::of_line(words, 0..words.len()) } else { None };
    named.is_some_and(|named| {
        let held = named.title.is_some_and(|title| {
            title.end == words.len()
                && han::HEADS.ends(&words[title.clone()])
                && !labels::is_label(&words[title])
        });
        named.kind == NamedKind::Unnamed && named.organization.is_some() && held
    })
}

/// Whether what opens as a heading is a post: "Media and Campaigns Officer |".
pub(super) fn is_joined_post(heading: &str) -> bool {
    let heading = heading.trim_end_matches(|c: char| !c.is_alphanumeric());
    let mut words = heading.split(' ');
    let last = words.next_back().unwrap_or("");
    words.any(|word| latin::CONJUNCTIONS.contains(word)) && latin::HEADS.contains_lower(last)
}

/// Whether what is a heading elsewhere ends the name of a body that a comma parts from a person's: "Ann Lee, Weir Hill
/// Media".
fn is_body_of_person(slice: &str, start: usize) -> bool {
    let Some((name, body)) = slice[..start].split_once(", ") else { return false };
    let first = name.split(' ').next().unwrap_or("");
    let one = !slice[start..].trim().contains(' ');
    one && name.contains(' ')
        && person::is_given_name(first)
        && body.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
}

/// Whether what opens as a heading at `start` is bracketed behind somebody or a number, and tells what for: "Ann Lee,
/// 608-555-0100 (Media)", "Ann Lee (Media)".
fn is_remark_on_one(slice: &str, start: usize) -> bool {
    const OPENING: [char; 2] = ['(', '（'];
    let told = slice[..start].trim_end_matches(|c: char| c.is_whitespace() || OPENING.contains(&c));
    if !slice[told.len()..].trim_start().starts_with(OPENING) {
        return false;
    }
    let named = || person::of_line(slice, bare(slice, 0..told.len()));
    told.contains(|c: char| c.is_ascii_digit())
        || named().is_some_and(|named| named.kind == NamedKind::Person && named.name.is_some())
}

/// Whether what opens as a heading at `start` ends what a bracket tells of somebody: "Ann Lee (Head of | Media Relations)".
fn is_in_bracket(slice: &str, start: usize) -> bool {
    let before = &slice[..start];
    let opens = |open: &usize| slice.ends_with([')', '）']) && !before[*open..].contains([')', '）']);
    let open = before.rfind(['(', '（']).filter(opens);
    open.is_some_and(|open| {
        person::of_line(slice, bare(slice, 0..open)).is_some_and(|named| named.name.is_some())
    })
}

/// Whether a request stands before `end` and says whom it asks for: 請致電2155 0143與李安小姐 before 聯絡.
fn asks_before(slice: &str, end: usize) -> bool {
    labels::asking_end(slice).is_some_and(|start| start < end && !bare(slice, start..end).is_empty())
}
