//! Names of people at the end of a Chinese text: 葉啟邦, 歐陽慧芝, 何林月明.
//!
//! Takes a text that ends where a name may end; gives where the name starts. Every length is tried, and the best
//! taken by what the name looks like and what stands before it. Names with dots are read in `han_dotted.rs`, those in Latin
//! letters or in two scripts in `han_mixed.rs`, names that a text opens with in `han_opening.rs`. It does not look for posts or
//! bodies.

use super::han_body;
use super::han_dotted::dotted;
use super::han_head;
use super::han_mixed::{initialled, latin_ending, latin_given, latin_half_start};
use super::han_stretch;
use super::latin_name;
use super::post;
use super::window::{is_mark, trim_end};
use crate::lexicon::people::han;
use crate::lexicon::reporting::{self, Role};
use crate::text::script::is_han;
use std::cell::LazyCell;
use std::ops::Range;

/// What follows the name, which tells how much of a name is to be expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Follows {
    /// Nothing that belongs to it.
    Nothing,
    /// 先生, 博士: a surname is enough.
    Honorific,
    /// 局長 after the name.
    Post,
    /// 市長 and others that follow names of two characters as well.
    ShortPost,
}

impl Follows {
    fn enough(self) -> i32 {
        if self == Follows::Honorific { ENOUGH_BEFORE_HONORIFIC } else { ENOUGH }
    }
}

/// Characters of the longest name without dots: Malay ones after a style, 拿督|阿末沙里夫丁.
const LONGEST: usize = 7;

/// Points of evidence below which nothing is called a name. Picked on invented examples, not counted on a corpus.
const ENOUGH: i32 = 40;
const ENOUGH_BEFORE_HONORIFIC: i32 = 30;

/// The name that `text` ends with.
pub(crate) fn ending(text: &str, follows: Follows) -> Option<Range<usize>> {
    let last = text.chars().next_back()?;
    if latin_name::is_letter(last) || last == '.' {
        return latin_ending(text, follows);
    }
    if !is_han(last) && !is_veil(last) {
        return None;
    }
    dotted(text, follows)
        .or_else(|| latin_given(text, last).map(|start| start..text.len()))
        .or_else(|| {
            plain(text, follows).map(|name| latin_half_start(text, &name).unwrap_or(name.start)..name.end)
        })
        .or_else(|| initialled(text))
}

/// `before`, what stands before a name, without the honorifics that stand between it and a post: 總會長|拿督.
pub(crate) fn without_honorific(before: &str) -> &str {
    let mut before = before;
    loop {
        let bare = trim_end(before);
        if !bare.chars().next_back().is_some_and(han::may_end_honorific) {
            return before;
        }
        let Some(start) = han::HONORIFICS_BEFORE.suffix_start(bare) else { return before };
        before = &before[..start];
    }
}

pub(super) fn is_post_or_role(text: &str) -> bool {
    let text = without_honorific(text);
    han_head::ends_with_post(text) || han::ROLES.ends(text)
}

/// What prosecutors and the police print for a character of a name that is kept back: 林○文.
fn is_veil(c: char) -> bool {
    matches!(c, '○' | '◯' | 'Ｏ')
}

/// A name in nothing but Han characters, some of which may be kept back.
pub(super) fn plain(text: &str, follows: Follows) -> Option<Range<usize>> {
    let mut letters = text.char_indices().rev();
    let mut next = letters.next();
    let mut sounds = true;
    // 工程師: what ends a word for who somebody is, is no name.
    let word = LazyCell::new(|| {
        han_head::head_start(text).or_else(|| han::ROLES.suffix_start(text)).unwrap_or(text.len())
    });
    let (mut points, mut start) = (0, text.len());
    for length in 1..=LONGEST {
        let Some((at, c)) = next.filter(|&(_, c)| is_han(c) || is_veil(c)) else { break };
        next = letters.next();
        sounds = sounds && han::SOUNDS.has(c);
        // Only before a honorific is a name told by its shape alone.
        let parted = || next.is_none_or(|(_, last)| precedes_name(&text[..at], last));
        let may_be = || sounds || han::may_open_name(c) || may_tell(&text[..at]);
        if follows != Follows::Honorific && !(may_be() && parted()) || at > *word {
            continue;
        }
        let told = score(text, at, length, sounds, follows);
        // Of two that are told as well the longer one.
        // 生活工程管理: 程 opens no name there.
        if told > 0 && told >= points && !han::goes_on_in_word(text, at) {
            (points, start) = (told, at);
        }
    }
    (points >= follows.enough()).then_some(start..text.len())
}

/// Whether a post or an honorific may end `before`, so that what follows is a name whatever it looks like: a look at its
/// last character.
fn may_tell(before: &str) -> bool {
    let last = trim_end(before).chars().next_back();
    last.is_some_and(|last| {
        han::may_lead_to_name(last) || han::CHIEFS.contains(&last) || matches!(last, '）' | ')')
    })
}

/// Whether `before`, whose last character is `last`, ends with something after which a name may stand.
fn precedes_name(before: &str, last: char) -> bool {
    han::CHIEFS.contains(&last) || last.is_whitespace() || is_mark(last) || han::precedes_name(before)
}

/// How much the `length` characters from `start` on look like a name; 0 where it is not enough. `sounds` says that all of
/// them write foreign sounds.
fn score(text: &str, start: usize, length: usize, sounds: bool, follows: Follows) -> i32 {
    let name = &text[start..];
    // What has no shape in the best of contexts has none; then all depends on a post before it. How children are called
    // has one after a role only.
    let familiar = length == 2 && han::FAMILIARS.prefix_end(name).is_some();
    let best = shape(name, length, follows, if familiar { AFTER_POST } else { AFTER_MARK });
    // 貝洛索
    let foreign = sounds && (2..=5).contains(&length);
    let formless = best == 0 && !foreign && follows != Follows::Honorific;
    if formless && !may_tell(&text[..start]) || han::POSSESSIVES.prefix_end(name).is_some() {
        return 0;
    }
    let before = without_honorific(&text[..start]);
    let honoured = before.len() < start;
    let posted = han_head::ends_with_post(before)
        && !goes_on(text, start)
        && !lengthens_head(text, start)
        && !(best == 0 && lengthens_head_by_two(text, start));
    if formless && !honoured && !posted {
        return 0;
    }
    // 總統閣下伉儷
    let called = || han::HONORIFICS.prefix_end(name).is_some_and(|end| name[..end].chars().nth(1).is_some());
    if han::HONORIFICS_BEFORE.prefix_end(name).is_some() || called() {
        return 0;
    }
    let least = follows.enough() - if foreign { best.max(TRANSLITERATED) } else { best };
    let context = if honoured || posted { AFTER_POST } else { context(before, least) };
    if context < least {
        return 0;
    }
    // The context bears on the shape of a single character and of what children are called only.
    let shape = if length == 1 || familiar { shape(name, length, follows, context) } else { best };
    if shape == 0 && !foreign && context < AFTER_POST && follows != Follows::Honorific {
        return 0;
    }
    // Between a post and the end five characters are a name with a family name of three: 中能登遥香.
    let longest = || {
        if honoured {
            LONGEST
        } else if context == AFTER_POST && han_stretch::chunk_start(name) == 0 {
            5
        } else {
            4
        }
    };
    if shape == 0 && !(context >= AFTER_BOUNDARY && (2..=longest()).contains(&length)) {
        return 0;
    }
    let two = name.char_indices().nth(2).map_or(name.len(), |(at, _)| at);
    if han::COUNTRIES.contains(name) || length == 2 && is_doubled(name) {
        return 0;
    }
    // 東方 is a word, but a surname before 檢察長.
    let called = follows != Follows::Nothing && length == 2 && han::DOUBLE_SURNAMES.contains(name);
    let word = han::NOT_NAMES.contains(&name[..two]) || han::NOT_NAMES.contains(name);
    if context < AFTER_POST && !called && word {
        return 0;
    }
    if shape == 0 && foreign {
        return if context >= AFTER_BOUNDARY { TRANSLITERATED + context } else { 0 };
    }
    // A common surname has no four characters after it, one of two no three: 林小文|私下, 歐陽敏|評價.
    let overlong = length > 4
        && !honoured
        && (han::COMMON_SURNAMES.contains(&name[..name.char_indices().nth(1).map_or(0, |(at, _)| at)])
            || han::DOUBLE_SURNAMES.contains(&name[..two]));
    if shape == 0 && (length == 2 && follows == Follows::Nothing || overlong || is_wordy(name)) {
        return 0;
    }
    if han_head::head_start(name) == Some(0) || han::ROLES.contains(name) {
        return 0;
    }
    // 執行|董事彭: the surname is that of a post.
    if length == 3 && han::HEADS.contains(&name[..two]) && follows == Follows::Nothing {
        return 0;
    }
    // 副总|经理哈兴国: what opens with the rest of a post is no name.
    if shape == 0 && length > 2 && han::HEADS.prefix_end(name).is_some_and(|end| end >= two) {
        return 0;
    }
    let given = name.char_indices().nth(1).map_or("", |(at, _)| &name[at..]);
    let wordy = han::DOMAINS.contains(given) || han::FIELDS.contains(given) || han::BODY_ENDS.contains(given);
    if length == 3 && wordy && context < AFTER_ROLE && shape < DOUBLE {
        return 0;
    }
    // 王伟|也表示: what ends no name and may stand before a verb.
    if length > 2 && han::BAD_NAME_ENDS.ends(name) && han::ADVERBS.ends(name) {
        return 0;
    }
    let bad_end = if length > 1 && han::BAD_NAME_ENDS.ends(name) && shape < DOUBLE { 15 } else { 0 };
    shape + context - bad_end
}

/// Whether the character at `at` ends a longer word for who somebody is, a name following: 傅 of 老師傅|林小文.
fn goes_on(text: &str, at: usize) -> bool {
    let end = at + text[at..].chars().next().map_or(0, char::len_utf8);
    text[end..].starts_with(han::may_open_name)
        && han::ROLES.suffix_start(&text[..end]).is_some_and(|role| role < at)
}

/// Whether the character at `at` is the end of a longer post than the one before it: 長 of 董事長|林小文.
fn lengthens_head(text: &str, at: usize) -> bool {
    let Some(last) = text[at..].chars().next().filter(|&last| han::may_end_head(last)) else { return false };
    let longer = han_head::head_start(&text[..at + last.len_utf8()]);
    longer.is_some() && longer == han_head::head_start(&text[..at])
}

/// The same where two characters are: 委員 of 主任委員|林小文.
fn lengthens_head_by_two(text: &str, at: usize) -> bool {
    let Some((_, last)) = text[at..].char_indices().nth(1) else { return false };
    let end = at + text[at..].char_indices().nth(2).map_or(text.len() - at, |(end, _)| end);
    let longer = if han::may_end_head(last) { han_head::head_start(&text[..end]) } else { None };
    longer.is_some() && longer == han_head::head_start(&text[..at])
}

/// Whether what has no surname is put together of words: a body, a post, a role, a link before it.
fn is_wordy(name: &str) -> bool {
    let ends = han_head::head_start(name).is_some() || han_body::ends_as_body(name) || han::ROLES.ends(name);
    // 在典禮上
    let opens =
        || han::boundary_spans(name).next().is_some_and(|word| word.start == 0 && word.end < name.len());
    ends || opens() || han::LINKS.prefix_end(name).is_some() || han::CONJUNCTIONS.prefix_end(name).is_some()
}

/// 殷殷, 津津: one character twice is no name with its surname.
fn is_doubled(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next() == chars.next()
}

const TRANSLITERATED: i32 = 21;
const DOUBLE: i32 = 34;
const AFTER_POST: i32 = 40;
const AFTER_ROLE: i32 = 30;
const AFTER_MARK: i32 = 25;
const AFTER_BOUNDARY: i32 = 20;
const AFTER_BODY: i32 = 15;

/// How much `name` looks like one, by its surname and length.
fn shape(name: &str, length: usize, follows: Follows, context: i32) -> i32 {
    let mut letters = name.chars();
    let Some(first) = letters.next().filter(|&first| han::may_open_name(first)) else { return 0 };
    let second = first.len_utf8();
    let common_second = letters.next().is_some_and(|letter| han::COMMON_SURNAMES.has(letter));
    let [surname, two] = han::surnames_at_start(name);
    let common = han::COMMON_SURNAMES.is_among(surname);
    let rare = han::RARE_SURNAMES.is_among(surname);
    let wordlike = han::WORDLIKE_SURNAMES.is_among(surname);
    let double = length >= 2 && han::DOUBLE_SURNAMES.is_among(two);
    match length {
        1 if follows == Follows::Nothing && context != AFTER_MARK => 0,
        _ if is_elder(name, second, common || rare || wordlike) => 20,
        1 if han::NOT_NAMES.contains(name) || (follows != Follows::Honorific && context < AFTER_BODY) => 0,
        1 if common => 20,
        1 if rare || wordlike && (follows == Follows::Honorific || context == AFTER_MARK) => 15,
        // 十歲的阿謙
        2 if han::NICKNAMES.has(first) && context >= AFTER_BOUNDARY => 20,
        2 if double && follows != Follows::Nothing => 30,
        // 教授仁青: enough after a post or a role, not after a mark.
        2 if double && !common && !rare => 14,
        2 if follows == Follows::Post => 0,
        2 if common => 20,
        2 if follows == Follows::ShortPost => 0,
        2 if rare => 15,
        2 if wordlike => 5,
        2 if han::FAMILIARS.has(first) && common_second => 20,
        // 學生小宥
        2 if han::FAMILIARS.has(first) && context >= AFTER_ROLE && is_called(name) => 20,
        3 | 4 if double && (length == 3 || !(han::ADVERBS.ends(name) || equates(name))) => DOUBLE,
        // 烏蘭其其格, 寶音德力格爾
        5 | 6 if double && name.ends_with(|c| han::SOUNDS.has(c)) => 26,
        3 if common => 30,
        3 if rare => 22,
        3 if wordlike => 15,
        5 if common && han::DOUBLE_SURNAMES.contains(second_and_third(name)) => 21,
        // 松本清|同日
        3..=5 if han::JAPANESE_SURNAMES.prefix_end(name).is_some() && !han::ADVERBS.ends(name) => 26,
        6 if han::JAPANESE_SURNAMES.prefix_end(name).is_some_and(|end| name[..end].chars().count() == 3) => {
            26
        }
        4 if common && common_second && !han::BAD_NAME_ENDS.ends(name) => 21,
        // 許歐陽敏
        4 if (common || wordlike) && han::DOUBLE_SURNAMES.contains(second_and_third(name)) => 21,
        _ => 0,
    }
}

/// Whether `name` ends with a word that tells of somebody: 歐陽慧|是.
fn equates(name: &str) -> bool {
    reporting::chinese_role_at_end(name, Role::Equating).is_some()
}

/// Whether what opens as children are called among friends is no body and no thing: 小宥, not 小組.
fn is_called(name: &str) -> bool {
    !(han_body::ends_as_body(name) || han::THINGS.contains(name) || han_body::is_unit_only(name))
}

/// Whether `name` is nobody's but a person's by itself: a surname that is no word, and two characters or more after it.
pub(crate) fn is_whole(name: &str) -> bool {
    name.chars().count() > 2 && is_surnamed(name)
}

/// Whether `name` is a surname that is a word as well and two characters after it.
pub(super) fn is_wordlike(name: &str) -> bool {
    name.chars().count() == 3 && name.chars().next().is_some_and(|first| han::WORDLIKE_SURNAMES.has(first))
}

/// Whether `name` opens with a surname that is no word and is as long as names are.
pub(crate) fn is_surnamed(name: &str) -> bool {
    let [surname, two] = han::surnames_at_start(name);
    let told = han::COMMON_SURNAMES.is_among(surname)
        || han::RARE_SURNAMES.is_among(surname)
        || han::DOUBLE_SURNAMES.is_among(two)
        || han::JAPANESE_SURNAMES.prefix_end(name).is_some();
    let second = name.char_indices().nth(2).map_or(name.len(), |(at, _)| at);
    (2..=5).contains(&name.chars().count())
        && name.chars().all(is_han)
        && told
        && !han::NOT_NAMES.contains(&name[..second])
}

/// A surname and how old people are called: 高伯, 任婆婆.
fn is_elder(name: &str, second: usize, surname: bool) -> bool {
    surname && han::ELDERS.contains(&name[second..])
}

/// The surname that follows a husband's: 司徒 in 郭司徒慧賢.
fn second_and_third(name: &str) -> &str {
    let at = |count: usize| name.char_indices().nth(count).map_or(name.len(), |(at, _)| at);
    &name[at(1)..at(3)]
}

/// How much what ends `before` makes a name follow, where no honorific and no post ends it; 0 where it is less than
/// `least`.
fn context(before: &str, least: i32) -> i32 {
    let Some(last) = before.chars().next_back() else { return AFTER_MARK };
    if last.is_whitespace() || is_mark(last) {
        return AFTER_MARK;
    }
    let words = han::classes_at_end(before);
    // 基金會顧問的|別家瑋, 巡河員|林小文
    let role = || {
        han::ROLES.is_among(words)
            || han_head::without_possessive(before).is_some()
            || post::by_last_character(before).is_some()
    };
    if least <= AFTER_ROLE && role() {
        return AFTER_ROLE;
    }
    // Neither a mark nor a blank stands there.
    if least <= AFTER_BOUNDARY && han::may_part(words) {
        let near = near(before);
        if han_stretch::chunk_start(near) == near.len() {
            return AFTER_BOUNDARY;
        }
    }
    let body = || han::may_end_body(words) && han_body::ends_as_body(before);
    if least <= AFTER_BODY && (han::GENERIC_BODIES.is_among(words) || body()) {
        return AFTER_BODY;
    }
    0
}

/// The end of `text` that tells whether a boundary stands right there: longer than any boundary word and what is around it.
fn near(text: &str) -> &str {
    const REACH: usize = 16;
    let start = text.char_indices().rev().nth(REACH - 1).map_or(0, |(at, _)| at);
    &text[start..]
}
