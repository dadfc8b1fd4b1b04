//! Chinese posts and the bodies before them: 教育局副局長 is 教育局 and 副局長.
//!
//! Takes a text that ends where a post may end; gives the post and the body as ranges, and where the whole starts. It
//! does not look for names. A post is composed: links join heads, modifiers and domains stand before a head.

use super::latin_name;
use super::window::{self, is_mark, trim_end, trim_start};
use crate::lexicon::captions;
use crate::lexicon::people::han;
use crate::lexicon::places;
use crate::lexicon::reporting::{self, Role};
use crate::text::script::{is_han, is_word};
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
fn listed(text: &str, post: &Post) -> Option<Post> {
    /// Characters of the shortest name that is no group's: 專家組.
    const SHORTEST: usize = 4;
    let first = ending(trim_end(&text[..post.start]).strip_suffix('、')?)?;
    let body = first.organization.clone().map_or("", |body| &text[body]);
    let named = ends_as_body(body) && !is_unit_only(body) && body.chars().nth(SHORTEST - 1).is_some();
    let told = named || body.ends_with(|c: char| c.is_ascii_alphanumeric());
    told.then(|| Post { title: first.title.start..post.title.end, ..first })
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

/// Whether `text` ends with a post, a bracket that belongs to it included.
pub(crate) fn ends_with_post(text: &str) -> bool {
    let text = trim_end(text);
    let may_end = text.chars().next_back().is_some_and(may_end_post);
    may_end && head_start(&text[..before_bracket(text).unwrap_or(text.len())]).is_some()
}

/// Whether `last` may end a post, with the bracket that belongs to it.
#[inline]
pub(crate) fn may_end_post(last: char) -> bool {
    matches!(last, '）' | ')') || may_end_head(last)
}

#[inline]
fn may_end_head(last: char) -> bool {
    han::may_end_head(last) || matches!(last, '長' | '长')
}

/// Where the text before a closing bracket at the end of `text` ends, if a post stands there.
fn before_bracket(text: &str) -> Option<usize> {
    let open = open_bracket(text)?;
    let before = trim_end(&text[..open]);
    let inside = &text[open..];
    let inside = inside.trim_matches(is_mark);
    (head_start(before).is_some() && han::POSITIONS.suffix_start(inside) != Some(0)).then_some(before.len())
}

/// Where the bracket opens that closes at the end of `text`.
pub(crate) fn open_bracket(text: &str) -> Option<usize> {
    /// Characters of the longest bracket, an English name beside its short form; a guess.
    const LONGEST: usize = 60;
    if !text.ends_with(['）', ')']) {
        return None;
    }
    text.char_indices().rev().take(LONGEST).find(|&(_, c)| matches!(c, '（' | '(')).map(|(at, _)| at)
}

/// Where the head of a post at the end of `text` starts: 長 alone is none, 局長 and 首席增長官 are.
pub(crate) fn head_start(text: &str) -> Option<usize> {
    let last = text.chars().next_back()?;
    if !may_end_head(last) {
        return None;
    }
    han::HEADS
        .suffix_start(text)
        .filter(|&at| !han::LONE_MODIFIERS.contains(&text[at..]))
        .or_else(|| pattern_start(text))
        .or_else(|| domain_head_start(text))
}

/// 永續長, 資安長: who is at the head of a domain.
fn domain_head_start(text: &str) -> Option<usize> {
    let head = text.strip_suffix(['長', '长'])?;
    han::DOMAINS.suffix_start(head)
}

/// 首席 … 官, with up to eight characters between.
fn pattern_start(text: &str) -> Option<usize> {
    han::PATTERN_ENDS.suffix_start(text)?;
    let starts = text.char_indices().rev().map(|(at, _)| at).take(12);
    starts
        .take_while(|&at| text[at..].chars().all(is_han))
        .find(|&at| han::LONE_MODIFIERS.prefix_end(&text[at..]).is_some())
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

/// Where the year of a class starts that ends `before`: 2022級 of 2022級本科生.
pub(crate) fn class_start(before: &str) -> Option<usize> {
    let number = &before[..han::CLASSES.suffix_start(before)?];
    let start = number.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    (start < number.len()).then_some(start)
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
    (text[head..end].ends_with(['長', '长']) && plain && !told).then(|| Post {
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

/// `before`, what stands before a name, without the 的 that ends it after a post: 基金會顧問|的.
pub(crate) fn without_possessive(before: &str) -> Option<&str> {
    let post = &before[..han::POSSESSIVES.suffix_start(before)?];
    ends_with_post(post).then_some(post)
}

/// The first of two posts in two bodies, whose second stands at the end: 甲系副教授兼|乙中心 before 總監.
fn first_of_two(text: &str, body: Range<usize>) -> Option<Post> {
    let part = &text[body.clone()];
    let joined =
        |at: &usize| han::LINKS.prefix_end(&part[*at..]).is_some() && head_start(&part[..*at]).is_some();
    let at = part.char_indices().map(|(at, _)| at).filter(|&at| at > 0).find(joined)?;
    ending(&text[..body.start + at])
}

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
fn is_trade(body: &str) -> bool {
    han::TRADES.ends(body) && !ends_as_body(body) && body.chars().all(is_han)
}

/// Whether words that a conjunction joins stand before a post, and no body: 数据治理与隐私保护 before 总监.
fn is_joined(body: &str) -> bool {
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
fn is_ministry(body: &str, post: &str) -> bool {
    let office = post.chars().rev().nth(1).is_some_and(|first| han::OFFICE_ENDS.has(first));
    body.ends_with('部') && office && post.ends_with(['長', '长'])
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
fn is_kind(body: &str) -> bool {
    han::BODY_KINDS.contains(body)
}

/// Where the post starts whose head starts at `head`, with the kind of body before it: 小學|教師.
pub(crate) fn with_kind(text: &str, head: usize) -> usize {
    let start = chunk_start(&text[..head]);
    let kind = &text[start..head];
    if is_kind(kind) || is_trade(kind) { start } else { head }
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

/// Where the stretch starts that ends `text` and that no mark and no boundary word parts.
pub(crate) fn chunk_start(text: &str) -> usize {
    let mark = mark_end(text);
    let word = han::boundary_ends(&text[mark..]).last().map_or(mark, |end| mark + end);
    with_first_character(text, joint_end(text, word))
}

/// Where the name of a body starts of which a word of one character seemed to part all but one before its kind: 自強協會,
/// not 強協會; 如一茶業, not 一茶業. The name of a body has two characters at least, unless the one tells which it is: 市醫院.
fn with_first_character(text: &str, start: usize) -> usize {
    let Some(first) = text[start..].chars().next().filter(|&c| is_han(c)) else { return start };
    let kind = start + first.len_utf8();
    let parted = || text[..start].char_indices().next_back().filter(|&(_, c)| is_han(c));
    let kinds = || {
        let rest = &text[kind..];
        let alone =
            rest.is_empty() && !han::DETERMINERS.contains(&text[start..]) && !is_pronoun(&text[start..]);
        let opens =
            || parted().is_some_and(|(at, word)| opens_clause(&text[..at], han::CONJUNCTIONS.has(word)));
        let kind = || han::BODY_ENDS.prefix_end(rest).is_some() || han::INDUSTRIES.prefix_end(rest).is_some();
        let level = han::LEVELS.has(first);
        !level && han::BODY_ENDS.contains(rest) || (alone || !level && kind()) && opens()
    };
    let short = kinds();
    let word = parted().filter(|_| short).map(|(at, _)| at);
    word.filter(|&at| {
        han::boundary_spans(&text[at..]).next().is_some_and(|span| span.end == start - at)
            || han::CONJUNCTIONS.contains(&text[at..start])
    })
    .unwrap_or(start)
}

fn is_pronoun(word: &str) -> bool {
    han::PRONOUNS.contains(word)
}

/// Whether a clause starts where `before` ends, or what a possessive before it leads to; unless a conjunction stands there, the
/// next of several too.
fn opens_clause(before: &str, conjunction: bool) -> bool {
    let closes = |c: char| conjunction && closes_what_is_joined(c);
    before
        .chars()
        .next_back()
        .is_none_or(|c| !closes(c) && (is_mark(c) || c.is_whitespace() || han::POSSESSIVES.has(c)))
}

fn closes_what_is_joined(c: char) -> bool {
    matches!(c, '、' | '）' | ')' | '」' | '”' | '』' | '》')
}

/// The end of the last clause mark; a bracket inside the name of a company is none: 星河（香港）有限公司.
fn mark_end(text: &str) -> usize {
    let mut rest = text;
    loop {
        let Some((at, mark)) = window::last_mark(rest) else { return 0 };
        let end = at + mark.len_utf8();
        let inside_name = han::BODY_ENDS.prefix_end(&text[end..]).is_some();
        match open_bracket(&rest[..end]).filter(|_| inside_name) {
            Some(open) if open > 0 => rest = &rest[..open],
            _ => return end,
        }
    }
}

/// The end of the last conjunction that joins two descriptions, not two words or syllables of one name: 經濟和貿易部, 永和區;
/// or of the last blank after it that parts two.
fn joint_end(text: &str, from: usize) -> usize {
    let (mut end, mut blank) = (from, from);
    for (at, c) in text[from..].char_indices() {
        let (start, after) = (from + at, from + at + c.len_utf8());
        if han::may_join(c) {
            let inside = || {
                let before = &text[end..start];
                han::DOMAINS.ends(before)
                    || han::FIELDS.ends(before)
                    || is_syllable(before)
                    || (names_field(before) || end == from && opens_unit(before, &text[after..]))
                        && ends_as_body(&text[after..])
            };
            let named = || c == CLASSICAL && is_in_name(&text[end..start], &text[after..]);
            let joins = han::POSSESSIVES.has(c) && !named()
                || han::CONJUNCTIONS.has(c) && !(opens_body(text, start) || inside());
            if joins && !han::is_kept(text, start) {
                end = after;
            }
        } else if !is_word(c) && c.is_whitespace() && parts(text, start, c) {
            blank = after;
        }
    }
    end.max(blank)
}

/// The possessive of books, which stands in names as well.
const CLASSICAL: char = '之';

/// Whether 之 is of a name, one character or none standing before it and a body's name ending behind it: 山之南協會.
fn is_in_name(before: &str, rest: &str) -> bool {
    let body = || ends_as_body(rest) || han::INDUSTRIES.ends(rest) || rest.chars().count() < 3;
    before.is_empty() || is_syllable(before) && body()
}

/// Whether the conjunction at `at` joins nothing because the text or a clause opens with it, and is the first character
/// of a body's name: 和豐銀行.
fn opens_body(text: &str, at: usize) -> bool {
    /// The only conjunction that names open with.
    const FIRST: char = '和';
    let parts = |c: char| (is_mark(c) || c.is_whitespace()) && !closes_what_is_joined(c);
    let opens = text[..at].chars().next_back().is_none_or(parts);
    let sentence =
        || text[..at].chars().next_back().is_none_or(|c| matches!(c, '。' | '！' | '？' | '；' | '\n'));
    opens
        && text[at..].starts_with(FIRST)
        && (ends_as_body(text) || sentence())
        && !text[at..].contains(is_mark)
}

/// Whether what stands before a conjunction is a body and the beginning of a field that a unit of it is for: 海灣大學|聲學 in
/// 海灣大學聲學及振動學系.
fn names_field(before: &str) -> bool {
    /// Most characters of such a field; a guess.
    const MOST: usize = 6;
    let starts = before.char_indices().rev().map(|(at, _)| at).take(MOST);
    let open = !ends_as_body(before) && head_start(before).is_none() && !han::ROLES.ends(before);
    let field =
        |&at: &usize| at > 0 && before[at..].chars().all(is_han) && han::BODY_ENDS.ends(&before[..at]);
    open && starts.skip(1).find(field).is_some_and(|at| !han::is_name_shaped(&before[at..]))
}

/// Whether two characters before a conjunction are the first of two fields that a unit is for, and nobody: 防災 in
/// 防災及監測司.
fn opens_unit(before: &str, rest: &str) -> bool {
    /// Characters of the longest second field with its unit; a guess.
    const MOST: usize = 6;
    let somebody = ends_as_body(before)
        || han::ROLES.contains(before)
        || han::GENERIC_BODIES.contains(before)
        || han::PRONOUNS.contains(before)
        || han::COUNTRIES.contains(before)
        || han::REGIONS.contains(before)
        || head_start(before).is_some();
    before.chars().count() == 2
        && before.chars().all(is_han)
        && rest.chars().nth(MOST).is_none()
        && !somebody
        && !han::is_name_shaped(before)
}

/// Whether one character is all that stands before a conjunction, so that nothing is joined to it: 永 of 永和區.
fn is_syllable(before: &str) -> bool {
    before.chars().count() == 1 && before.chars().all(is_han) && !han::PRONOUNS.contains(before)
}

/// Whether a blank stands between two Han characters, or is a wide one: 照片1　隊長.
fn parts(text: &str, at: usize, blank: char) -> bool {
    let han_before = text[..at].chars().next_back().is_some_and(is_han);
    let han_after = text[at + blank.len_utf8()..].chars().next().is_some_and(is_han);
    han_after && (han_before || blank == '\u{3000}')
}
