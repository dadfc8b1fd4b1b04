//! Names of bodies in Chinese text before a post: 水務署 of 水務署副署長, 雲帆基金會 of 雲帆基金會的理事長.
//!
//! Takes a text that ends where the body's name may end, or words that may be one; gives where the name starts and ends, and
//! whether the words are a body, a part of one, a kind, a field or a trade. Where a description starts, `han_stretch.rs`
//! tells; whose the post is, `post.rs` decides.

use super::han_head::open_bracket;
use super::han_stretch::chunk_start;
use super::window::{is_mark, trim_end, trim_start};
use crate::lexicon::people::han;
use crate::lexicon::places;
use crate::lexicon::reporting::{self, Role};
use crate::text::script::is_han;
use std::ops::Range;

/// The body of 水文管理局（水管局）發言人: what stands before the bracket with its short name, or with the number under which
/// its shares are traded: 雲帆（股份代號：1234）主席. Where the bracket says where it is, it is part of the name: 雲帆地產（香港）.
pub(super) fn abbreviated_body(before: &str) -> Option<Range<usize>> {
    let open = open_bracket(before)?;
    let name = trim_end(&before[..open]);
    let start = without_generic(name, chunk_start(name)..name.len());
    let inside = before[open..].trim_matches(is_mark);
    if start < name.len() && han::COUNTRIES.contains(inside) {
        return Some(start..before.len());
    }
    let listed = || start < name.len() && is_share_number(inside);
    (ends_as_body(&name[start..]) || listed()).then_some(start..name.len())
}

/// Whether `inside`, what stands in brackets, ends with the number of a share: 股份代號：1234, 1234.HK.
fn is_share_number(inside: &str) -> bool {
    /// Digits of such numbers.
    const DIGITS: std::ops::RangeInclusive<usize> = 3..=6;
    let number = inside.split('.').next().unwrap_or(inside);
    let start = number.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    DIGITS.contains(&(number.len() - start))
}

/// The body of 雲帆基金會的理事長: what stands before 的, when it ends as bodies do or is Latin.
pub(super) fn possessor(before: &str) -> Option<Range<usize>> {
    let at = trim_end(&before[..han::POSSESSIVES.suffix_start(before)?]).len();
    let chunk = chunk_start(&before[..at])..at;
    let body = without_generic(before, chunk)..at;
    let name = &before[body.clone()];
    let latin = name.ends_with(|c: char| c.is_ascii_alphanumeric());
    // 來自|蒼嶺生物|的首席科學家
    let from = || {
        let origin = reporting::chinese_role_at_end(trim_end(&before[..body.start]), Role::Origin);
        !name.is_empty() && origin.is_some() && !is_place(name)
    };
    (latin || (ends_as_body(name) || from()) && !is_kind(name)).then_some(body)
}

/// Whether `name` opens with a place or ends as one, where somebody comes from without being of a body: 青海玉樹, 青石縣.
fn is_place(name: &str) -> bool {
    let level = name.ends_with(|last| han::LEVELS.has(last));
    level || places::chinese_prefix(name).is_some() || han::COUNTRIES.prefix_end(name).is_some()
}

/// The body whose name stands in marks right before a post, 「海風」 before 創辦人; but not 「綠島計劃」.
pub(crate) fn in_marks(before: &str) -> Option<Range<usize>> {
    /// Most characters of such a name; a guess.
    const MOST: usize = 12;
    let close = before.len() - before.chars().next_back().filter(|c| matches!(c, '」' | '”'))?.len_utf8();
    let mut inside = before[..close].char_indices().rev().take(MOST + 1);
    let (open, mark) = inside.find(|&(_, c)| is_mark(c))?;
    let start = open + mark.len_utf8();
    let thing = han::THINGS.ends(&before[start..close]);
    (matches!(mark, '「' | '“') && start < close && !thing).then_some(start..close)
}

/// Whether `text` ends as names of bodies do.
pub(crate) fn ends_as_body(text: &str) -> bool {
    han::BODY_ENDS.ends(text)
        || (han::WEAK_BODY_ENDS.ends(text) && text.chars().count() > 1)
        || han::SPEAKING_BODIES.contains(text)
}

/// Where the name of the body ends inside `body`: at its end, or at the last ending inside, what follows being the
/// beginning of the title: 臨海理工學院 | 造船學, Harbour Data | 工程部.
pub(crate) fn body_end(text: &str, body: Range<usize>) -> usize {
    let name = &text[body.clone()];
    let latin = trim_end(name.trim_end_matches(is_han));
    let named = latin.ends_with(|c: char| c.is_ascii_alphanumeric());
    let unit = |rest: &str| is_unit_only(rest.trim_start()) && !han::BODY_ENDS.ends(rest);
    if named && unit(&name[latin.len()..]) {
        return body.start + latin.len();
    }
    if ends_as_body(name) {
        return body.end;
    }
    let ends = name.char_indices().map(|(at, c)| at + c.len_utf8()).filter(|&end| end < name.len());
    let before_han = |&end: &usize| name[end..].starts_with(is_han) && han::BODY_ENDS.ends(&name[..end]);
    if let Some(end) = ends.rev().find(before_han) {
        return body.start + end;
    }
    if named && latin.len() < name.len() { body.start + latin.len() } else { body.end }
}

/// Whether what stands before a post tells what it is of, and no body: 密碼學 before 負責人, 調音師 before 代表.
pub(super) fn is_trade(body: &str) -> bool {
    han::TRADES.ends(body) && !ends_as_body(body) && body.chars().all(is_han)
}

/// Whether words that a conjunction joins stand before a post, and no body: 数据治理与隐私保护 before 总监.
pub(super) fn is_joined(body: &str) -> bool {
    // Two characters on either side: 永和里 is a name.
    let letters: Vec<&str> = body.char_indices().map(|(at, c)| &body[at..at + c.len_utf8()]).collect();
    let inner = letters.get(2..letters.len().saturating_sub(2)).unwrap_or(&[]);
    let joins = inner.iter().any(|letter| han::CONJUNCTIONS.contains(letter));
    joins && !ends_as_body(body) && body.chars().all(is_han)
}

/// A part of a body without the body, 市場推廣部: it is printed as part of the title.
pub(crate) fn is_unit_only(body: &str) -> bool {
    let Some(mut at) = han::UNITS.suffix_start(body).filter(|_| !han::BODY_ENDS.contains(body)) else {
        return false;
    };
    let unit = at;
    while let Some(domain) = han::DOMAINS.suffix_start(&body[..at]) {
        at = domain;
    }
    at == 0 && unit > 0
}

/// Whether `body`, which ends as a part of one, is a ministry by the post of somebody in it, the head of an office: 海洋資源部
/// before 司長.
pub(super) fn is_ministry(body: &str, post: &str) -> bool {
    let office = post.chars().rev().nth(1).is_some_and(|first| han::OFFICE_ENDS.has(first));
    body.ends_with(han::MINISTRY) && office && post.ends_with(han::CHIEFS)
}

/// Whether nothing but what a post may be for stands before it, and no body: 基础设施 before 副总裁.
pub(crate) fn is_domains_only(body: &str) -> bool {
    let mut at = body.len();
    while let Some(domain) = han::DOMAINS.suffix_start(&body[..at]) {
        at = domain;
    }
    at == 0 && !ends_as_body(body)
}

/// Where the number of a paragraph or a list ends that `text` opens with: 3 渡輪局, 1.局長; but not 3D公司.
fn numeral_end(text: &str) -> usize {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let marks =
        rest.len() - rest.trim_start_matches(|c: char| matches!(c, '.' | '．') || c.is_whitespace()).len();
    if rest.len() == text.len() || marks == 0 { 0 } else { text.len() - rest.len() + marks }
}

/// Whether a body is only of some kind, and not one that the release means: 小學 before 教師; but not 協會.
pub(super) fn is_kind(body: &str) -> bool {
    han::BODY_KINDS.contains(body)
}

/// The start of `body` without a word that only says what kind of body follows: 進駐企業.
pub(crate) fn without_generic(text: &str, body: Range<usize>) -> usize {
    let mut start = trim_start(text, body.start, body.end);
    start += numeral_end(&text[start..body.end]);
    // "- 雲帆投資": the dash of a list.
    if text[start..body.end].starts_with("- ") {
        start = trim_start(text, start + 1, body.end);
    }
    while let Some(end) = han::GENERIC_BODIES.prefix_end(&text[start..body.end]) {
        if start + end >= body.end {
            break;
        }
        start = trim_start(text, start + end, body.end);
    }
    start + kind_before_latin(&text[start..body.end])
}

/// Where a name in Latin letters starts after what it makes or deals in: 磨具製造商|Weir Mill; 0 where there is none.
fn kind_before_latin(body: &str) -> usize {
    let han = body.find(|c: char| !is_han(c)).unwrap_or(body.len());
    let name = body[han..].trim_start();
    let told = name.starts_with(char::is_uppercase) && han::GENERIC_BODIES.ends(&body[..han]);
    if told { body.len() - name.len() } else { 0 }
}
