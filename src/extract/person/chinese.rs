//! Descriptions in Chinese text, read from their end: 水務署副署長葉啟邦博士 before 表示.
//!
//! Takes a text and where the description ends; gives its parts. The end is peeled (decorations, honorific, a post
//! after the name), then the name is found, then the post and the body before it. It does not read what was said.

use super::han_body;
use super::han_head;
use super::han_name::{self, Follows};
use super::han_stretch;
use super::kept::Kept;
use super::window::{self, is_mark, trim_end};
use super::{Named, NamedKind, latin_name, post, shape};
use crate::extract::date;
use crate::lexicon::people::{HanClasses, han, latin};
use crate::lexicon::reporting::{self, Role};
use crate::text::script::{Leads, is_han, is_word};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The description that ends at `range.end`.
pub(crate) fn before(text: &str, range: Range<usize>) -> Option<Named> {
    let (start, text) = reach(text, range);
    let named = told(text, &mut ending).or_else(|| short_body(without_adverbs(text)));
    named.map(|named| named.shifted(start))
}

/// What was read of one text already: descriptions are looked for at many of its places, and each looks at those
/// before it.
#[derive(Default)]
pub(crate) struct Known {
    /// What fills a stretch to its end.
    read: FxHashMap<Stretch, Kept>,
    /// What [`before`] finds there.
    before: FxHashMap<Stretch, Kept>,
}

/// Where a stretch starts that a description may fill, and how long it is: its last 16 bits.
type Stretch = u64;

fn stretch(start: usize, text: &str) -> Stretch {
    (start as u64) << u16::BITS | text.len() as u64
}

impl Known {
    /// What [`before`] finds in the text that is known.
    pub(crate) fn before(&mut self, text: &str, range: Range<usize>) -> Option<Named> {
        let (start, text) = reach(text, range);
        let place = stretch(start, text);
        if let Some(known) = self.before.get(&place) {
            return known.shifted(start);
        }
        let named = told(text, &mut |text| self.ending(start, text));
        let named = named.or_else(|| short_body(without_adverbs(text)));
        self.before.insert(place, Kept::of(named.as_ref()));
        named.map(|named| named.shifted(start))
    }

    /// The person whose description it is, where it is a person's: without a look for bodies that only their place tells.
    pub(crate) fn person_before(&mut self, text: &str, range: Range<usize>) -> Option<Named> {
        let (start, text) = reach(text, range);
        let named = told(text, &mut |text| self.ending(start, text))?;
        (named.kind == NamedKind::Person).then(|| named.shifted(start))
    }

    /// What [`ending`] finds in `text`, which stands at `at`.
    fn ending(&mut self, at: usize, text: &str) -> Option<Named> {
        let start = sentence_mark(text);
        let text = &text[start..];
        let known = self.read.entry(stretch(at + start, text));
        known.or_insert_with(|| Kept::of(read_to_end(text).as_ref())).shifted(start)
    }
}

/// The part of `text` that a description ending at `range.end` may fill, and where it starts.
fn reach(text: &str, range: Range<usize>) -> (usize, &str) {
    let window = window::back(text, range);
    (window.start, trimmed(&text[window]))
}

/// Whoever is told by more than the place at the end of `text`; `ending` reads the description that ends a stretch with
/// which `text` starts.
fn told(text: &str, ending: &mut dyn FnMut(&str) -> Option<Named>) -> Option<Named> {
    of_document(text, ending)
        .or_else(|| ending(text))
        .or_else(|| {
            let bare = without_adverbs(text);
            if bare.len() < text.len() { ending(bare) } else { None }
        })
        .or_else(|| before_adverbial(text, ending))
}

/// The description that ends `text`.
fn ending(text: &str) -> Option<Named> {
    let start = sentence_mark(text);
    read_to_end(&text[start..]).map(|named| named.shifted(start))
}

/// 王小明的聲明: who speaks through a document.
fn of_document(text: &str, ending: &mut dyn FnMut(&str) -> Option<Named>) -> Option<Named> {
    let before = &text[..han::DOCUMENTS.suffix_start(text)?];
    let owner = &before[..han::POSSESSIVES.suffix_start(before)?];
    ending(owner).filter(|named| matches!(named.kind, NamedKind::Person | NamedKind::Organization))
}

/// 王小明在致辭時: the description that ends before an adverbial of the same clause.
fn before_adverbial(text: &str, ending: &mut dyn FnMut(&str) -> Option<Named>) -> Option<Named> {
    /// Adverbials that are passed over; a guess.
    const MOST: usize = 4;
    let clause = window::clause_start(text);
    let mut starts: Vec<usize> = Vec::new();
    let mut last_end = 0;
    for word in han::boundary_spans(&text[clause..]) {
        // Of words one after the other the first opens the adverbial.
        if word.start != last_end {
            starts.push(clause + word.start);
        }
        last_end = word.end;
    }
    let mut ends = starts.into_iter().rev().take(MOST);
    ends.find_map(|end| ending(without_adverbs(trimmed(&text[..end]))))
}

/// Where the mark stands that ends the sentence before the one that `text` ends with: nothing before it bears on what the
/// text ends with. Only brackets and title marks are read across such a mark; where one closes after it, it is as if
/// there were none.
fn sentence_mark(text: &str) -> usize {
    let open = |c: char| matches!(c, '。' | '！' | '？' | '）' | ')' | '》');
    // The first bytes of those marks.
    let mut leads = memchr::memrchr3_iter(b')', 0xe3, 0xef, text.as_bytes());
    let last = leads.find_map(|at| text[at..].chars().next().filter(|&c| open(c)).map(|c| (at, c)));
    last.filter(|&(_, c)| !matches!(c, '）' | ')' | '》')).map_or(0, |(at, _)| at)
}

fn trimmed(text: &str) -> &str {
    if text.ends_with(is_word) {
        return text;
    }
    text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '，' | ',' | '：' | ':'))
}

/// Without 則, 同時 and the like before the verb, nor the day: 週三（3日）, 3月8日, （三月八日）.
fn without_adverbs(text: &str) -> &str {
    let mut text = text;
    while let Some(start) = han::ADVERBS.suffix_start(text).or_else(|| day_start(text)) {
        text = trimmed(&text[..start]);
    }
    text
}

/// Where the day starts that ends `text`: 3日, 3月8日, 週三, 週三（3日）.
fn day_start(text: &str) -> Option<usize> {
    if !text.ends_with(|c: char| is_han(c) || matches!(c, '）' | ')')) {
        return None;
    }
    let open = han_head::open_bracket(text).unwrap_or(text.len());
    let numbered = numbered_day_start(text.trim_end_matches(['）', ')']));
    let before = trim_end(&text[..open]);
    let weekday = || {
        before.chars().next_back().filter(|&last| date::may_end_weekday(last))?;
        let starts = before.char_indices().rev().map(|(at, _)| at).skip(1).take(2);
        starts.filter(|&at| date::is_weekday(&before[at..])).last()
    };
    if open < text.len() {
        let inside = text[open..].trim_matches(is_mark);
        let alone = date::is_weekday(inside) || numbered_day_start(inside) == Some(0);
        return numbered
            .filter(|&start| start > open)
            .and_then(|_| weekday())
            .or_else(|| alone.then_some(open));
    }
    numbered.or_else(weekday)
}

/// Where a day with its number starts that ends `text`: 3日, 3月8日, 三月八日.
fn numbered_day_start(text: &str) -> Option<usize> {
    /// Characters of the longest number of a day in Chinese numerals: 二十一.
    const LONGEST: usize = 3;
    let number = |text: &str| {
        let start = text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        if start < text.len() {
            return (text.len() - start <= 2).then_some(start);
        }
        let start = text.trim_end_matches(date::is_numeral).len();
        (1..=LONGEST).contains(&text[start..].chars().count()).then_some(start)
    };
    let day = number(text.strip_suffix('日')?)?;
    Some(text[..day].strip_suffix('月').and_then(number).unwrap_or(day))
}

/// The description that ends `text`.
fn read_to_end(text: &str) -> Option<Named> {
    let end = text.len();
    let core = without_decorations(text);
    let words = han::classes_at_end(trim_end(core));
    let named = pronoun(core, words)
        .or_else(|| person(core, words))
        .or_else(|| glossed(text, core))
        .or_else(|| unnamed(core, words))
        .or_else(|| body(core, words))?;
    let lacks = named.title.is_none() && named.kind == NamedKind::Person;
    let named = if lacks { with_gloss(text, core, named) } else { named };
    Some(Named { extent: named.extent.start..end, ..named })
}

/// Two to four characters between a mark and a bracket that holds a post in a body, whatever they look like:
/// 和平（北堤磨坊總經理）. `core` is what stands before the bracket.
fn glossed(text: &str, core: &str) -> Option<Named> {
    if core.len() == text.len() {
        return None;
    }
    let name = window::clause_start(core)..core.len();
    if !may_be_name(&core[name.clone()], MOST_IN_NAME) {
        return None;
    }
    let named = Named { extent: name.clone(), name: Some(name), ..Named::default() };
    let told = with_gloss(text, core, named);
    (told.title.is_some() && told.organization.is_some()).then_some(told)
}

/// Characters of the longest name that a post beside it tells whatever it looks like.
const MOST_IN_NAME: usize = 4;

/// Whether a post beside it makes `part` somebody's name: it is no longer than `most` characters and no word for a body or for
/// somebody.
pub(super) fn may_be_name(part: &str, most: usize) -> bool {
    let fits = (2..=most).contains(&part.chars().count()) && part.chars().all(is_han);
    let other = || {
        han_body::ends_as_body(part)
            || han_head::head_start(part).is_some()
            || han::PRONOUNS.contains(part)
            || han::ROLES.ends(part)
            || han::THINGS.ends(part)
    };
    fits && !other()
}

/// See [`super::chinese_apposed`].
pub(crate) fn apposed(text: &str, range: Range<usize>) -> Option<Named> {
    let part = &text[range.clone()];
    let comma = part.find(['，', ','])?;
    let told = part[comma..].trim_start_matches(['，', ',', ' ']);
    if !may_be_name(&part[..comma], MOST_IN_NAME) || told.contains(is_mark) {
        return None;
    }
    let start = range.end - told.len();
    let post = post::ending(told).filter(|post| post.start == 0)?;
    let placed = |part: Range<usize>| start + part.start..start + part.end;
    Some(Named {
        extent: range.clone(),
        name: Some(range.start..range.start + comma),
        title: Some(placed(post.title)),
        organization: Some(placed(post.organization?)),
        ..Named::default()
    })
}

/// 王小明（市場經理）, 王小明（市場部）: the post in a bracket after the name, or the body.
fn with_gloss(text: &str, core: &str, named: Named) -> Named {
    let rest = &text[core.len()..];
    let Some((open, close)) = rest.find(['（', '(']).zip(rest.find(['）', ')'])) else { return named };
    let start = core.len() + open + rest[open..].chars().next().map_or(0, char::len_utf8);
    let Some(inside) = text.get(start..core.len() + close) else { return named };
    let Some(post) = post::ending(inside).or_else(|| post::divided(inside)) else {
        let body = named.organization.is_none()
            && (han_body::ends_as_body(inside) || han_body::is_unit_only(inside));
        let organization = if body { Some(start..start + inside.len()) } else { named.organization };
        return Named { organization, ..named };
    };
    let organization = post.organization.map(|body| start + body.start..start + body.end);
    let title = Some(start + post.title.start..start + post.title.end);
    Named { title, organization: named.organization.or(organization), ..named }
}

/// `named` with the post that the sentence goes on to tell: 林小文|是北堤磨坊總經理, 林小文|現任教育局副局長.
pub(crate) fn appointed(text: &str, named: Named) -> Named {
    let Some(name) = named.name.clone().filter(|_| named.kind == NamedKind::Person) else { return named };
    if named.title.is_some() {
        return named;
    }
    let told = |name: Range<usize>| {
        let rest = text[name.end..].trim_start();
        let word = reporting::chinese_role_at_start(rest, Role::Appointing)?;
        let told = rest[word.len()..].trim_start();
        let start = text.len() - told.len();
        let told = &told[..told.find(is_mark).unwrap_or(told.len())];
        let post = post::ending(told).filter(|post| told[..post.start].trim().is_empty())?;
        let placed = |part: Range<usize>| start + part.start..start + part.end;
        Some((placed(post.title), post.organization.map(placed)))
    };
    let Some((title, organization)) = told(name) else { return named };
    Named { title: Some(title), organization: named.organization.or(organization), ..named }
}

/// `text` without what may follow a name: ，SBS，太平紳士 and a bracket that explains (中).
fn without_decorations(text: &str) -> &str {
    let mut text = text;
    while let Some(rest) = without_decoration(text).or_else(|| without_gloss(text)) {
        text = rest;
    }
    text
}

fn without_decoration(text: &str) -> Option<&str> {
    if text.ends_with(is_han) && !han::DECORATIONS.ends(text) {
        return None;
    }
    let start =
        SEPARATORS.chars_back(text).find(|&(_, c)| is_separator(c)).map(|(at, c)| at + c.len_utf8())?;
    let word = &text[start..];
    let known = han::DECORATIONS.contains(word) || latin::DECORATIONS.contains(word);
    let rest = text[..start].trim_end_matches(is_separator);
    (known && !rest.is_empty()).then_some(rest)
}

/// First bytes of separators.
static SEPARATORS: Leads =
    Leads::of(&[b',', b'\t', b'\n', 0x0b, 0x0c, b'\r', b' ', 0xc2, 0xe1, 0xe2, 0xe3, 0xef]);

fn is_separator(c: char) -> bool {
    matches!(c, '，' | ',' | '、') || c.is_whitespace()
}

fn without_gloss(text: &str) -> Option<&str> {
    let open = han_head::open_bracket(text)?;
    let rest = trim_end(&text[..open]);
    let position = han::POSITIONS.contains(text[open..].trim_matches(is_mark));
    (!rest.is_empty() && (position || !han_head::ends_with_post(text))).then_some(rest)
}

fn pronoun(text: &str, words: HanClasses) -> Option<Named> {
    let start = han::PRONOUNS.suffix_among(words, text)?;
    let name = start..text.len();
    Some(Named { extent: name.clone(), name: Some(name), kind: NamedKind::Pronoun, ..Named::default() })
}

/// Somebody by name, with a honorific, with a post after the name, or with nothing after it; `words` are what `text` ends
/// with.
fn person(text: &str, words: HanClasses) -> Option<Named> {
    let called = han::HONORIFICS.is_among(words) || han::ELDERS.is_among(words);
    let honoured = if called { with_honorific(text) } else { None };
    honoured.or_else(|| with_post_after(text, words)).or_else(|| {
        let name = han_name::ending(text, Follows::Nothing)?;
        Some(described(text, name))
    })
}

fn with_honorific(text: &str) -> Option<Named> {
    if ends_in_japanese_name(text) {
        return None;
    }
    if let Some(called) = with_elder(text) {
        return Some(called);
    }
    let mut start = text.len();
    while let Some(at) = han::HONORIFICS.suffix_start(trim_end(&text[..start])) {
        let title = han_head::head_start(&text[..start]).is_some_and(|head| head < at);
        if title {
            break;
        }
        start = at;
    }
    if start == text.len() {
        return None;
    }
    // 林小文（Vivian Lam）|女士
    let before = trim_end(&text[..start]);
    let named = without_gloss(before).unwrap_or(before);
    let name = han_name::ending(named, Follows::Honorific)?;
    let called = start..text.len();
    let told = described(text, name);
    // 北堤大學林小文|教授: who has no other post is called by the one that is an honorific too.
    if told.title.is_none() && han::AFTER_NAME.contains(&text[called.clone()]) {
        return Some(Named { title: Some(called), ..told });
    }
    Some(Named { honorific: Some(called), ..told })
}

/// Whether a Japanese name ends `text` whose last character is an honorific elsewhere: 渡邊翔太.
fn ends_in_japanese_name(text: &str) -> bool {
    let honorific = han::HONORIFICS.suffix_start(text).or_else(|| han::ELDERS.suffix_start(text));
    let honorific = honorific.filter(|&at| text[at..].chars().nth(1).is_none());
    let Some(last) = honorific.and_then(|at| text[..at].char_indices().next_back()) else { return false };
    let name = han_name::ending(text, Follows::Nothing);
    name.is_some_and(|name| {
        let surname = han::JAPANESE_SURNAMES.prefix_end(&text[name.clone()]);
        surname.is_some_and(|end| name.start + end == last.0)
    })
}

/// 鄭有好婆婆: after a whole name; after a surname it is part of how somebody is called. 姐 of 小姐 is none.
fn with_elder(text: &str) -> Option<Named> {
    let start = han::ELDERS.suffix_start(text)?;
    if han::HONORIFICS.suffix_start(text).is_some_and(|honorific| honorific < start) {
        return None;
    }
    let name = han_name::ending(&text[..start], Follows::Honorific)?;
    let whole = text[name.clone()].chars().count() > 2;
    whole.then(|| Named { honorific: Some(start..text.len()), ..described(text, name) })
}

/// 教育局李安然局長: the post follows the name.
fn with_post_after(text: &str, words: HanClasses) -> Option<Named> {
    let head = han::AFTER_NAME.suffix_among(words, text)?;
    let longer = longer_post(text, head);
    longer
        .and_then(|start| with_post_from(text, start))
        .or_else(|| with_post_from(text, graded_start(text, head)))
}

/// Where the post starts whose last head starts at `head`, with those that links join to it, or the board that it is of: 董事長兼|總經理,
/// 董事局|主席.
fn longer_post(text: &str, head: usize) -> Option<usize> {
    let before = &text[..head];
    if let Some(link) = han::LINKS.suffix_start(before) {
        return han::AFTER_NAME.suffix_start(&before[..link]);
    }
    han::BOARDS.suffix_start(before)
}

/// The same where the post starts at `start`.
fn with_post_from(text: &str, start: usize) -> Option<Named> {
    let follows =
        if han::AFTER_SHORT_NAME.contains(&text[start..]) { Follows::ShortPost } else { Follows::Post };
    let before = &text[..start];
    // 高級主任: a grade is nobody, whatever surname it opens with.
    let name =
        han_name::ending(before, follows).filter(|name| !han::MODIFIERS.contains(&before[name.clone()]))?;
    // 發言人林小文少將: the post before the name tells more than the rank after it.
    let told = described(before, name.clone());
    if told.title.is_some() {
        return Some(Named {
            extent: told.extent.start..text.len(),
            honorific: Some(start..text.len()),
            ..told
        });
    }
    let (honorific, before_name) = honorific_before(text, &name);
    let organization = body_before(text, before_name);
    let extent = organization.as_ref().map_or(before_name, |body| body.start)..text.len();
    let title = Some(start..text.len());
    Some(Named { extent, name: Some(name), title, organization, honorific, ..Named::default() })
}

/// Where the post behind a name starts with the grade before it, which opens no name: 黃小昭|資深副總經理.
fn graded_start(text: &str, post: usize) -> usize {
    let grade = han::MODIFIERS.suffix_start(&text[..post]);
    let whole = |grade: &usize| text[*grade..post].chars().nth(1).is_some();
    grade
        .filter(whole)
        .filter(|&grade| han_name::ending(&text[..grade], Follows::Post).is_some())
        .unwrap_or(post)
}

/// `name` with the post or the body that stands before it, and a style between the two: 主席|拿督|黎永生.
fn described(text: &str, name: Range<usize>) -> Named {
    let (honorific, start) = honorific_before(text, &name);
    let before = trim_end(&text[..start]);
    if let Some(post) = post::ending(han_head::without_possessive(before).unwrap_or(before)) {
        let extent = post.start..text.len();
        return Named {
            extent,
            name: Some(name),
            title: Some(post.title),
            organization: post.organization,
            honorific,
            ..Named::default()
        };
    }
    let title = role_before(text, start);
    let before = title.as_ref().map_or(start, |role| role.start);
    let runs = title.clone().is_some_and(|title| han::PROPRIETORS.contains(&text[title]));
    let ahead = trim_end(&text[..before]);
    let shop = || han_body::in_marks(ahead).filter(|_| runs);
    let whose = || {
        han_body::abbreviated_body(ahead).or_else(|| han_body::possessor(ahead)).filter(|_| title.is_some())
    };
    let organization = body_before(text, before).or_else(shop).or_else(whose);
    let extent = organization.as_ref().map_or(before, |body| body.start)..text.len();
    Named { extent, name: Some(name), title, organization, honorific, ..Named::default() }
}

/// The honorific that stands before `name`, 拿督 between 總會長 and 林小文, and where it starts: where the name does when
/// there is none.
fn honorific_before(text: &str, name: &Range<usize>) -> (Option<Range<usize>>, usize) {
    let before = &text[..name.start];
    let start = latin_style_start(trim_end(before)).unwrap_or(han_name::without_honorific(before).len());
    let honorific = start..start + trim_end(&text[start..name.start]).len();
    (Some(honorific).filter(|honorific| !honorific.is_empty()), start)
}

/// Where the style in Latin letters starts that ends `before`: Prof.
fn latin_style_start(before: &str) -> Option<usize> {
    let bare = before.trim_end_matches('.');
    let start = bare.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
    (start > 0 && latin::HONORIFICS.contains(&bare[start..])).then_some(start)
}

/// The role that ends right before `at` and serves as a post, with what stands before it: 退休|教師.
fn role_before(text: &str, at: usize) -> Option<Range<usize>> {
    let before = trim_end(&text[..at]);
    let is_post = |&role: &usize| !han::KIN.contains(&before[role..]) && !is_led_tie(before, role);
    let mut start = match han::ROLES.suffix_start(before) {
        Some(role) => Some(role).filter(is_post),
        // 巡河員: what no list holds, by its last character before a whole name.
        None => post::by_last_character(before)
            .filter(|_| han_name::is_whole(&text[at..]))
            .map(|post| post.title.start),
    }?;
    while let Some(further) = modifier_start(&before[..start]).or_else(|| listed_start(&before[..start])) {
        start = further;
    }
    Some(han_head::with_kind(before, start)..before.len())
}

/// Whether the role at `role` is a family tie of whom a pronoun or a conjunction before it means: 及|女兒.
fn is_led_tie(before: &str, role: usize) -> bool {
    let (head, tie) = before.split_at(role);
    han::TIES.contains(tie) && (han::CONJUNCTIONS.ends(head) || han::PRONOUNS.ends(head))
}

/// Where a post or a role starts that a mark joins to the one after it: 志願者代表、|退休工人.
fn listed_start(before: &str) -> Option<usize> {
    let link = han::LINKS.suffix_start(before)?;
    let first = &before[..link];
    let start = han_head::head_start(first).or_else(|| han::ROLES.suffix_start(first));
    start.filter(|_| !han::CONJUNCTIONS.contains(&before[link..]))
}

/// Where a word starts that tells what kind of role follows it: 退休, 六年級, 生態.
fn modifier_start(before: &str) -> Option<usize> {
    han::MODIFIERS
        .suffix_start(before)
        .or_else(|| han::DOMAINS.suffix_start(before))
        .or_else(|| han_head::class_start(before))
}

/// The body that ends right before `at`.
fn body_before(text: &str, at: usize) -> Option<Range<usize>> {
    let before = trim_end(&text[..at]);
    let chunk = han_stretch::chunk_start(before)..before.len();
    let start = han_body::without_generic(before, chunk.clone());
    (start < chunk.end && han_body::ends_as_body(&before[start..])).then_some(start..chunk.end)
}

/// A post without a name: 水務署發言人, 局長, 護老者.
fn unnamed(text: &str, words: HanClasses) -> Option<Named> {
    if let Some(post) = post::ending(text) {
        let (extent, title, organization) = (post.start..text.len(), Some(post.title), post.organization);
        return Some(Named { extent, title, organization, kind: NamedKind::Unnamed, ..Named::default() });
    }
    let start = han::ROLES.suffix_among(words, text)?;
    let extent = counted_start(text, start).unwrap_or(start)..text.len();
    let title = Some(extent.start + shape::role_start(&text[extent.clone()])..text.len());
    Some(Named { extent, title, kind: NamedKind::Unnamed, ..Named::default() })
}

/// Where 一位學生父親 starts, whose role is 父親: at the word that counts, no more than ten characters before the role.
fn counted_start(text: &str, role: usize) -> Option<usize> {
    let chunk = window::clause_start(&text[..role]);
    let starts = text[chunk..role].char_indices().rev().map(|(at, _)| chunk + at).take(10);
    starts.filter(|&at| han::COUNTED.prefix_end(&text[at..role]).is_some()).last()
}

/// A body that speaks: 運輸事務局, 該公司, 警方, Norvane Therapeutics. `words` are what `text` ends with.
fn body(text: &str, words: HanClasses) -> Option<Named> {
    if let Some(name) = in_title_marks(text) {
        return Some(organization(name));
    }
    if let Some(name) = han_body::in_marks(text).filter(|name| han_body::ends_as_body(&text[name.clone()])) {
        return Some(organization(name));
    }
    let may_end =
        |last: char| latin_name::is_letter(last) || latin_name::is_joint(last) || last.is_ascii_digit();
    if !han::may_end_body(words) && !text.ends_with(may_end) {
        return None;
    }
    let start = body_start(text)?;
    let name = &text[start..];
    if latin_name::is_capital_word(name) && latin_name::is_given_name(name) {
        let name = start..text.len();
        return Some(Named { extent: name.clone(), name: Some(name), ..Named::default() });
    }
    let body = han_body::ends_as_body(name) || is_latin_body(name);
    body.then(|| organization(string_before(text, start).unwrap_or(start)..text.len()))
}

/// Where the string in marks opens that belongs to the name after it: 「海風」籌備委員會.
pub(crate) fn string_before(text: &str, at: usize) -> Option<usize> {
    let close = text[..at].chars().next_back().filter(|c| matches!(c, '」' | '”' | '』'))?;
    let inside = text[..at - close.len_utf8()].char_indices().rev().take(MOST_IN_MARKS + 1);
    let mut inside = inside.take_while(|&(_, c)| !matches!(c, '，' | '。' | '！' | '？' | ','));
    inside.find(|&(_, c)| matches!(c, '「' | '“' | '『')).map(|(at, _)| at)
}

/// Most characters in marks that can be part of a name; a guess.
const MOST_IN_MARKS: usize = 12;

/// A paper or a broadcaster in title marks: 《東灣日報》. The marks belong to the name as it is printed.
fn in_title_marks(text: &str) -> Option<Range<usize>> {
    let close = text.len() - text.strip_suffix('》').map(|_| '》'.len_utf8())?;
    let open = text[..close].char_indices().rev().take(16).find(|&(_, c)| c == '《').map(|(at, _)| at)?;
    let inside = &text[open + '《'.len_utf8()..close];
    (!inside.is_empty() && !han::THINGS.ends(inside)).then_some(open..text.len())
}

/// A body that only its shortness and the marks around it tell: 星岸港; but 飾品匠|林小文 is somebody.
fn short_body(text: &str) -> Option<Named> {
    // Most clauses are too long for one.
    if text.chars().rev().take(LONGEST_SHORT_NAME + 1).filter(|&c| is_word(c)).count() > LONGEST_SHORT_NAME {
        return None;
    }
    let start = body_start(text)?;
    is_short_name(text, start)
        .then(|| shape::called_by_role(text).unwrap_or_else(|| organization(start..text.len())))
}

fn organization(name: Range<usize>) -> Named {
    Named { extent: name.clone(), name: Some(name), kind: NamedKind::Organization, ..Named::default() }
}

/// Where the name of a body at the end of `text` starts; things that say (報告) are none.
fn body_start(text: &str) -> Option<usize> {
    let start = han_body::without_generic(text, han_stretch::chunk_start(text)..text.len());
    let name = &text[start..];
    let thing = han::THINGS.ends(name)
        || han::THINGS.prefix_end(name).is_some()
        || han::PRONOUNS.prefix_end(name).is_some();
    (!name.is_empty() && !thing).then_some(start)
}

fn is_latin_body(name: &str) -> bool {
    name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && name.contains(latin_name::is_letter)
        && name.ends_with(|c: char| latin_name::is_letter(c) || c.is_ascii_digit() || c == '.')
        && name.split_whitespace().count() <= 6
}

/// Characters of the longest such name; a guess.
const LONGEST_SHORT_NAME: usize = 12;

/// A short stretch between marks, nothing but Han and Latin letters: 星岸港.
fn is_short_name(text: &str, start: usize) -> bool {
    let name = &text[start..];
    let alone = text[..start].chars().next_back().is_none_or(|c| is_mark(c) || c.is_whitespace());
    let length = name.chars().count();
    alone
        && (2..=LONGEST_SHORT_NAME).contains(&length)
        && name.chars().all(|c| is_han(c) || latin_name::is_letter(c) || c == ' ')
}
