//! Chinese posts and the bodies before them: 教育局副局長 is 教育局 and 副局長.
//!
//! Takes a text that ends where a post may end; gives the post and the body as ranges, and where the whole starts. A post is
//! composed: links join heads, modifiers and domains stand before a head. It does not look for names; where a head starts is
//! in `han_head.rs`, where a body's name starts and ends in `han_body.rs`, how far a description reaches in
//! `han_stretch.rs`.

use super::han_body::{
    abbreviated_body, body_end, ends_as_body, in_marks, is_domains_only, is_joined, is_kind, is_ministry,
    is_trade, is_unit_only, possessor, without_generic,
};
use super::han_head::{before_bracket, class_start, head_start};
use super::han_stretch::chunk_start;
use super::latin_name;
use super::window::{trim_end, trim_start};
use crate::lexicon::captions;
use crate::lexicon::people::han;
use crate::lexicon::reporting::{self, Role};
use crate::text::script::is_han;
use std::ops::Range;

/// A post with its body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Post {
    pub(crate) title: Range<usize>,
    pub(crate) organization: Option<Range<usize>>,
    pub(crate) start: usize,
}

/// The post that `text` ends with, blanks left out: 水務署副署長（行動） in 由水務署副署長（行動）.
pub(crate) fn ending(text: &str) -> Option<Post> {
    let end = trim_end(text).len();
    let core_end = before_bracket(&text[..end]).unwrap_or(end);
    let core = without_unit(&text[..core_end], core_start(&text[..core_end])?);
    let core = with_role(&text[..core_end], core);
    let post = of_office(text, core, end).unwrap_or_else(|| with_body(text, core, end));
    Some(former(text, &post).or_else(|| listed(text, &post)).unwrap_or(post))
}

/// A post that somebody has left is told with its body, which is nobody's now: 前北堤市長.
fn former(text: &str, post: &Post) -> Option<Post> {
    let body = &text[post.organization.clone()?];
    let is = |role| reporting::chinese_role_at_start(body, role);
    let word = is(Role::Former).filter(|_| is(Role::FormerInName).is_none())?;
    let title = post.start..post.title.end;
    (word.len() < body.len()).then_some(Post { title, organization: None, start: post.start })
}

/// The first of two posts in two bodies, with the second: 北堤大學教授、磨坊研究所所長. What somebody is in no body tells
/// less than the post behind it: 計劃負責人、北堤大學教授.
pub(super) fn listed(text: &str, post: &Post) -> Option<Post> {
    /// Characters of the shortest name that is no group's: 專家組.
    const SHORTEST: usize = 4;
    let first = ending(trim_end(&text[..post.start]).strip_suffix('、')?)?;
    let body = first.organization.clone().map_or("", |body| &text[body]);
    let named = ends_as_body(body) && !is_unit_only(body) && body.chars().nth(SHORTEST - 1).is_some();
    let told = named || body.ends_with(|c: char| c.is_ascii_alphanumeric());
    told.then_some(Post { title: first.title.start..post.title.end, ..first })
}

/// The post or the role that ends `text` and that only its last character tells: 售票員, 登山客. It stands behind the last
/// body, or fills what no mark parts.
pub(crate) fn by_last_character(text: &str) -> Option<Post> {
    /// Characters of such a role; a guess.
    const FEWEST: usize = 2;
    const MOST: usize = 6;
    let text = trim_end(text);
    text.chars().next_back().filter(|&last| han::ROLE_ENDS.has(last))?;
    let chunk = chunk_start(text);
    let inner = text[chunk..].char_indices().map(|(at, _)| chunk + at).rev().skip(1);
    let core = inner.take(MOST).find(|&at| ends_as_body(&text[chunk..at])).unwrap_or(chunk);
    let fits = (FEWEST..=MOST).contains(&text[core..].chars().count()) && text[core..].chars().all(is_han);
    fits.then(|| with_body(text, core, text.len()))
}

/// Where the post starts that ends what somebody is called as a whole: 鄉村教師, not 教師 of 鄉村.
fn with_role(text: &str, core: usize) -> usize {
    han::ROLES.suffix_start(text).filter(|&role| role < core).unwrap_or(core)
}

/// Where the post starts without the unit that ends the name before it: 主任 of 造船學系主任; but 系主任 of 造船學系系主任.
fn without_unit(text: &str, core: usize) -> usize {
    let unit = text[core..].chars().next().filter(|&c| han::UNIT_HEADS.has(c)).map_or(0, char::len_utf8);
    let before = trim_end(&text[..core]);
    let named = before.len() == core && chunk_start(before) < core;
    let shared = unit > 0 && named && !ends_as_body(before) && ends_as_body(&text[..core + unit]);
    if shared && head_start(text).is_some_and(|head| head == core) { core + unit } else { core }
}

/// 高級經理－倡議: what the post is for, after a dash.
pub(crate) fn divided(text: &str) -> Option<Post> {
    let dash = text.find(['－', '—', '–', '-'])?;
    let found = ending(&text[..dash])?;
    Some(Post { title: found.title.start..text.len(), ..found })
}

/// Where the post starts whose head ends `text`, its body left out.
fn core_start(text: &str) -> Option<usize> {
    let mut start = head_start(text)?;
    let mut head = start;
    let mut reach = Reach::of_head(&text[start..]);
    let mut domains: Vec<Range<usize>> = Vec::new();
    loop {
        let before = &text[..start];
        if let Some(first) = linked(before) {
            start = first.start;
            head = start;
            reach = Reach::of_head(&text[first]);
            domains.clear();
        } else if let Some(at) = han::LONE_MODIFIERS.suffix_start(before) {
            start = at;
            reach = Reach::Whole;
        } else if let Some(at) = allowed_domain(before, reach) {
            domains.push(at..start);
            start = at;
        } else if let Some(at) = han::MODIFIERS
            .suffix_start(before)
            .or_else(|| head_before(before))
            .or_else(|| class_start(before))
        {
            start = at;
        } else {
            break;
        }
    }
    Some(give_back(text, start, head, &domains))
}

/// Where the head starts that another follows: 主任 before 醫師. What goes on before it and ends as an office does is the
/// office: 監測預警司 before 負責人.
fn head_before(text: &str) -> Option<usize> {
    let start = head_start(text)?;
    let office = text.ends_with(|c| han::OFFICE_ENDS.has(c)) && !is_open(&text[..start]);
    (!office).then_some(start)
}

/// What may stand before a head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// 總監, 經理: of anything.
    Domains,
    /// 主席, 行政總裁: of a whole body; boards and regions only.
    Whole,
}

impl Reach {
    fn of_head(head: &str) -> Reach {
        let lone = han::LONE_MODIFIERS.prefix_end(head).is_some();
        if lone || han::WHOLE_HEADS.contains(head) { Reach::Whole } else { Reach::Domains }
    }
}

fn allowed_domain(before: &str, reach: Reach) -> Option<usize> {
    let board = han::BOARDS.suffix_start(before);
    match reach {
        Reach::Domains => han::DOMAINS.suffix_start(before).or(board),
        Reach::Whole => board.or_else(|| han::REGIONS.suffix_start(before).filter(|&at| at > 0)),
    }
}

/// The head that a link joins to what follows: 董事長 in 董事長兼.
fn linked(before: &str) -> Option<Range<usize>> {
    let link = han::LINKS.suffix_start(trim_end(before))?;
    let first = trim_end(&before[..link]);
    let spaced = first.len() < link;
    let start = head_start(first).or_else(|| han::DOMAINS.suffix_start(first).filter(|_| !spaced))?;
    Some(start..first.len())
}

/// A domain that ends a body's name goes back to it when another domain is left, in the head if nowhere else, or when a
/// modifier parts it from the head: 雲帆科技 | 產品總監, 雲帆資本 | 投資經理, 衛生組織 | 首席代表.
fn give_back(text: &str, start: usize, head: usize, domains: &[Range<usize>]) -> usize {
    let Some((outer, others)) = domains.split_last() else { return start };
    // 遠帆物流集團智能駕駛|事業部|副總經理: a unit behind its body ends the body's name.
    let unit = domains.iter().find(|domain| han::UNITS.contains(&text[(*domain).clone()]));
    if let Some(unit) = unit.filter(|_| holds_body(trim_end(&text[..outer.start]))) {
        return unit.end;
    }
    // 衛生|組織 before a modifier is no more what the post is for.
    let parted =
        domains.first().filter(|inner| inner.end < head && han::BODY_ENDS.contains(&text[(*inner).clone()]));
    if let Some(inner) = parted.filter(|inner| !is_open(&text[..inner.start])) {
        return inner.end;
    }
    // A longer end of names goes whole: 市政府, not 政府.
    if han::BODY_ENDS.suffix_start(&text[..outer.end]).is_some_and(|end| end < outer.start) {
        return outer.end;
    }
    // 北堤公司|軟件工程師: the body is named already.
    if outer.start == start && han::BODY_ENDS.ends(trim_end(&text[..start])) {
        return start;
    }
    if outer.start == start && is_short_name(text, start) {
        // 雲帆|能源|科技: a company may be called by two.
        let industries =
            domains.iter().rev().take_while(|domain| han::INDUSTRIES.contains(&text[(*domain).clone()]));
        if let Some(last) = industries.last() {
            return last.end;
        }
    }
    if others.is_empty() && han::DOMAINS.prefix_end(&text[head..]).is_none() {
        return start;
    }
    let body_before = trim_end(&text[..start]).chars().next_back().is_some_and(is_han);
    if outer.start == start
        && body_before
        && !is_open(&text[..start])
        && han::BODY_ENDS.contains(&text[outer.clone()])
    {
        outer.end
    } else {
        start
    }
}

/// Whether what ends `text` and no mark parts has the name of a body in it: 遠帆物流|集團|智能.
fn holds_body(text: &str) -> bool {
    let name = &text[chunk_start(text)..];
    let mut ends = name.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.any(|end| han::BODY_ENDS.ends(&name[..end]))
}

/// Whether two characters that name no body by themselves stand before `end`: 雲帆 of 雲帆物流, the name as companies shorten
/// it.
fn is_short_name(text: &str, end: usize) -> bool {
    let before = &text[..end];
    let name = &before[chunk_start(before)..];
    name.chars().count() == 2 && name.chars().all(is_han) && !ends_as_body(name)
}

/// Whether nothing that belongs to a description ends `text`.
fn is_open(text: &str) -> bool {
    chunk_start(text) == text.len()
}

fn with_body(text: &str, core: usize, end: usize) -> Post {
    let before = without_count(trim_end(&text[..core]));
    if let Some(body) = abbreviated_body(before) {
        return Post { title: core..end, start: body.start, organization: Some(body) };
    }
    let chunk = named_with_conjunction(before).unwrap_or_else(|| chunk_start(before))..before.len();
    if captions::label(&text[chunk.start..core]) == Some(core - chunk.start) {
        return Post { title: core..end, organization: None, start: core };
    }
    if chunk.is_empty() {
        let post = trim_end(&text[core..end]);
        let whole = han::WHOLE_HEADS.ends(post) || han::PROPRIETORS.contains(post);
        let owner = possessor(before).or_else(|| in_marks(before).filter(|_| whole));
        return owner.map_or(Post { title: core..end, organization: None, start: core }, |body| Post {
            title: core..end,
            start: body.start,
            organization: Some(body),
        });
    }
    let start = trim_start(text, chunk.start, chunk.end);
    let body_start = without_generic(text, start..chunk.end);
    let body = body_start..chunk.end;
    let spaced = before.len() < core;
    if let Some(first) = first_of_two(text, body.clone()) {
        return Post { title: first.title.start..end, ..first };
    }
    if !spaced && let Some(charged) = in_charge(text, body.clone(), core..end) {
        return charged;
    }
    let whole = opens_with_whole_head(&text[core..end]);
    let unit = |body: &str| is_unit_only(body) && !is_ministry(body, &text[core..end]);
    if !spaced && (unit(&text[body.clone()]) || !whole && is_kind(&text[body.clone()])) {
        return Post { title: body.start..end, organization: None, start };
    }
    let body_end = if spaced { body.end } else { body_end(text, body.clone()) };
    // Before the head of a whole body stands its name to the end, but for a region or what the post is for: 渡輪街咖啡.
    let field = &text[body_end..body.end];
    // Weir遊戲: what a company does is of its name.
    let industry = || text[..body_end].ends_with(latin_name::is_letter) && han::INDUSTRIES.contains(field);
    let named_whole = whole && (!han::REGIONS.ends(field) && !is_domains_only(field) || industry());
    let body_end = if named_whole { body.end } else { body_end };
    let about = |body: &str| {
        !whole && (is_trade(body) || is_joined(body)) || is_domains_only(body) || han::ROLES.contains(body)
    };
    if !spaced && body_end == body.end && about(&text[body.clone()]) {
        return Post { title: body.start..end, organization: None, start };
    }
    let title = if body_end < body.end { body_end } else { core };
    let named = |body: &Range<usize>| {
        let name = &text[body.clone()];
        let other = han::DETERMINERS.contains(name)
            || han::THINGS.contains(name)
            || han::GENERIC_BODIES.contains(name);
        // 葡萄牙導演 is from there, 英國外相 speaks for it.
        let home = han::COUNTRIES.contains(name) && han::ROLES.contains(&text[core..end]);
        name.contains(char::is_alphabetic) && !other && !home
    };
    let body_end = body.start + trim_end(&text[body.start..body_end]).len();
    let organization = Some(body.start..body_end).filter(named);
    Post { title: trim_start(text, title, end)..end, organization, start }
}

/// A minister by what he is in charge of, and the country if one stands before it: 北國|交通部長, 社會及家庭發展部長.
fn in_charge(text: &str, field: Range<usize>, head: Range<usize>) -> Option<Post> {
    if !han::PORTFOLIOS.contains(&text[head.clone()]) {
        return None;
    }
    let name = &text[field.clone()];
    let country = han::COUNTRIES.prefix_end(name).unwrap_or(0);
    let charge = &name[country..];
    let fits = charge.chars().count() > 1 && charge.chars().all(is_han) && !ends_as_body(charge);
    let organization = Some(field.start..field.start + country).filter(|country| !country.is_empty());
    fits.then(|| Post { title: field.start + country..head.end, organization, start: field.start })
}

/// What stands before the count of somebody unnamed, where more does: 水務分會|一位 before 專家.
fn without_count(before: &str) -> &str {
    han::COUNTED.suffix_start(before).filter(|&at| at > 0).map_or(before, |at| trim_end(&before[..at]))
}

/// Whether a post is of a whole body, or the first of those that links join is: 主席, 主席兼行政總裁.
fn opens_with_whole_head(post: &str) -> bool {
    let first = || {
        let end = han::WHOLE_HEADS.prefix_end(post)?;
        han::LINKS.prefix_end(&post[end..])
    };
    // 署理|行政總裁; but 副總裁 may be for a field.
    let graded = || {
        let end = han::MODIFIERS.prefix_end(post).filter(|&end| post[..end].chars().nth(1).is_some())?;
        Some(&post[end..]).filter(|rest| han::WHOLE_HEADS.contains(rest))
    };
    han::WHOLE_HEADS.contains(post) || first().is_some() || graded().is_some()
}

/// Where a body starts whose name of two characters ends as a conjunction does: 曦和 before 主席.
fn named_with_conjunction(before: &str) -> Option<usize> {
    let at = han::CONJUNCTIONS.suffix_start(before)?;
    let head = &before[..at];
    let first = head.chars().next_back().filter(|&c| is_han(c))?.len_utf8();
    let start = head.len() - first;
    let alone = chunk_start(head) == start && head_start(head).is_none();
    (alone && !han::PRONOUNS.contains(&head[start..])).then_some(start)
}

/// A post whose first character ends the name of the office as well: 衛生局長 is 衛生局 and 局長. `core` is where the post starts
/// with what it is for.
fn of_office(text: &str, core: usize, end: usize) -> Option<Post> {
    let head = text[core..end].char_indices().rev().nth(1).map(|(at, _)| core + at)?;
    let office = text[head..end].chars().next().filter(|&c| han::OFFICE_ENDS.has(c))?;
    let before = &text[..head];
    let name = chunk_start(before)..head;
    let chars = || text[name.clone()].chars();
    // 社會|處長: what an office is for may end as a body does.
    let body = ends_as_body(&text[name.clone()]) && !ends_as_field(&text[name.clone()]);
    let plain = chars().count() >= 2 && chars().all(is_han) && !body;
    let told = han::MODIFIERS.ends(before)
        || han::LONE_MODIFIERS.ends(before)
        || han::LINKS.ends(before)
        || han::COUNTED.prefix_end(&text[name.clone()]).is_some()
        || han::DETERMINERS.prefix_end(&text[name.clone()]).is_some()
        || han::BEFORE_OFFICE_HEADS.ends(before)
        || head_start(before).is_some();
    (text[head..end].ends_with(han::CHIEFS) && plain && !told).then(|| Post {
        title: head..end,
        organization: Some(name.start..head + office.len_utf8()),
        start: name.start,
    })
}

/// Whether `name` ends with what an office or a post may be for, and that with the end of no name of a body but one
/// character: 社會.
fn ends_as_field(name: &str) -> bool {
    han::DOMAINS.suffix_start(name).is_some_and(|at| !han::BODY_ENDS.ends(&name[at..]))
}

/// The first of two posts in two bodies, whose second stands at the end: 甲系副教授兼|乙中心 before 總監.
fn first_of_two(text: &str, body: Range<usize>) -> Option<Post> {
    let part = &text[body.clone()];
    let joined =
        |at: &usize| han::LINKS.prefix_end(&part[*at..]).is_some() && head_start(&part[..*at]).is_some();
    let at = part.char_indices().map(|(at, _)| at).filter(|&at| at > 0).find(joined)?;
    ending(&text[..body.start + at])
}
