//! Names of people in Chinese text: 葉啟邦, 歐陽慧芝, 何林月明, 英格丽·索尔海姆, Priya Venkatesan, 許安然Wendy.
//!
//! Takes a text that ends where a name may end; gives where the name starts. Every length is tried, and the best
//! taken by what the name looks like and what stands before it. It does not look for posts or bodies.

use super::latin_name;
use super::post;
use super::window::{is_mark, trim_end};
use crate::lexicon::people::{han, latin};
use crate::lexicon::reporting::{self, Role};
use crate::text::script::{Leads, is_han};
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

/// A surname in characters that foreign sounds are written with, initials in Latin letters before it: J.K.霍爾特.
fn initialled(text: &str) -> Option<Range<usize>> {
    let surname = text.trim_end_matches(|c| han::SOUNDS.has(c)).len();
    let fits = (2..=5).contains(&text[surname..].chars().count()) && text[..surname].ends_with('.');
    let start = latin_half_start(text, &(surname..text.len())).filter(|_| fits)?;
    is_post_or_role(trim_end(&text[..start])).then_some(start..text.len())
}

/// Where the same name starts in Latin letters right before the one in Han characters: Ann Lee 林小文, J.K.霍爾特.
fn latin_half_start(text: &str, name: &Range<usize>) -> Option<usize> {
    let own = &text[name.clone()];
    let before = trim_end(&text[..name.start]);
    if !before.ends_with(|c: char| latin_name::is_letter(c) || c == '.') {
        return None;
    }
    let mut start = latin_name::run_start(before);
    // CTO Ann Lee, Dr. Ann Lee: neither the post nor the style is of the name.
    while let Some((first, rest)) = before[start..].split_once(' ')
        && (han::HEADS.contains(first) || latin::HONORIFICS.contains(first.trim_end_matches('.')))
    {
        start = before.len() - rest.trim_start().len();
    }
    let latin = &before[start..];
    let initials = are_initials(latin) && own.chars().all(|c| han::SOUNDS.has(c));
    let called = || {
        let given = !latin.contains(' ') && latin_name::is_given_name(latin);
        let told = || latin.contains(' ') && is_post_or_role(trim_end(&before[..start]));
        let known =
            given || latin_name::is_known_person(latin) || told() && latin_name::has_personal_shape(latin);
        known && (is_whole(own) || is_wordlike(own)) && !latin_name::has_body_mark(latin)
    };
    (initials || called()).then_some(start)
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

/// J.K., before a surname in Han characters.
fn are_initials(latin: &str) -> bool {
    let initial = |part: &str| part.len() < 2 && part.chars().all(|c| c.is_ascii_uppercase());
    latin.ends_with('.') && latin.split(['.', ' ']).all(initial)
}

/// A name in Han characters with dots: 英格丽·索尔海姆.
fn dotted(text: &str, follows: Follows) -> Option<Range<usize>> {
    // Hardly any text has a dot among the characters that it ends with.
    let (_, last) = NO_IDEOGRAPHS.chars_back(text).next()?;
    if !(is_dot(last) || is_hyphen(last) || is_han(last)) || han::ADVERBS.ends(text) {
        return None;
    }
    let run = dotted_run(text);
    // 4．局長
    let run = run + (text[run..].len() - text[run..].trim_start_matches(is_dot).len());
    let dot = text[run..].find(is_dot)? + run;
    let before = &text[..dot];
    let starts = before[run..].char_indices().rev().map(|(at, _)| run + at).take(6);
    // 負責人|伊將·巴魯克: behind a post a character that parts elsewhere is of the name.
    let told = starts.take_while(|&at| !ends_with_possessive(&text[..at])).find(|&at| {
        is_post_or_role(&text[..at]) && han::HONORIFICS_BEFORE.prefix_end(&text[at..dot]).is_none()
    });
    let chunk = dotted_chunk(before).max(run);
    let called = follows != Follows::Nothing && text[chunk..dot].chars().count() <= 4;
    if told.is_none() && !called && !sounds_foreign(&text[chunk..]) {
        return None;
    }
    let start = told.unwrap_or_else(|| sounding_start(text, chunk..dot));
    // What goes on for longer is an adverbial behind the name: 索尔海姆在签约仪式上.
    let short = |part: &str| (1..=6).contains(&part.chars().filter(|&c| !is_hyphen(c)).count());
    let parts = || text[start..].split(is_dot).skip(1).all(|part| part.contains(is_hyphen) || short(part));
    (short(&text[start..dot]) && parts()).then_some(start..text.len())
}

/// Where the Han characters, dots and hyphens start that `text` ends with; an initial between two dots is among them:
/// 艾莉絲·J·沃克.
fn dotted_run(text: &str) -> usize {
    let run = |text: &str| text.trim_end_matches(|c: char| is_han(c) || is_dot(c) || is_hyphen(c)).len();
    let start = run(text);
    let initial = text[..start].chars().next_back().filter(char::is_ascii_uppercase);
    let between = initial.filter(|_| text[start..].starts_with(is_dot)).map(|_| &text[..start - 1]);
    between.filter(|before| before.ends_with(is_dot)).map_or(start, run)
}

fn ends_with_possessive(text: &str) -> bool {
    text.chars().next_back().is_some_and(|last| han::POSSESSIVES.has(last))
}

/// Where the stretch starts that ends before the first dot of a name: a word that parts, right before the dot, is of the
/// name.
fn dotted_chunk(before: &str) -> usize {
    let chunk = post::chunk_start(before);
    let last = before.chars().next_back().map_or(0, char::len_utf8);
    if chunk == before.len() { post::chunk_start(&before[..before.len() - last]) } else { chunk }
}

/// First bytes of all but the ideographs from U+4000 on.
static NO_IDEOGRAPHS: Leads = Leads::without(&[(0xe4, 0xe9)]);

/// Whether half of the characters of a name with dots are such as foreign sounds are written with, or a surname ends it:
/// no 石橋磨坊·十年陳茶, but 大衛·陳.
fn sounds_foreign(name: &str) -> bool {
    let letters = || name.chars().filter(|&c| is_han(c));
    let surnamed = name.rsplit(is_dot).next().is_some_and(|last| han::COMMON_SURNAMES.contains(last));
    surnamed || letters().filter(|&c| han::SOUNDS.has(c)).count() * 2 >= letters().count()
}

fn is_post_or_role(text: &str) -> bool {
    let text = without_honorific(text);
    post::ends_with_post(text) || han::ROLES.ends(text)
}

pub(super) fn is_dot(c: char) -> bool {
    matches!(c, '·' | '•' | '‧' | '・' | '．')
}

/// Between two family names of one: 英格丽·索尔海姆-林德.
fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '－')
}

/// What prosecutors and the police print for a character of a name that is kept back: 林○文.
fn is_veil(c: char) -> bool {
    matches!(c, '○' | '◯' | 'Ｏ')
}

/// A name in nothing but Han characters, some of which may be kept back.
fn plain(text: &str, follows: Follows) -> Option<Range<usize>> {
    let mut letters = text.char_indices().rev();
    let mut next = letters.next();
    let mut sounds = true;
    // 工程師: what ends a word for who somebody is, is no name.
    let word = LazyCell::new(|| {
        post::head_start(text).or_else(|| han::ROLES.suffix_start(text)).unwrap_or(text.len())
    });
    let (mut points, mut start) = (0, text.len());
    for length in 1..=LONGEST {
        let Some((at, c)) = next.filter(|&(_, c)| is_han(c) || is_veil(c)) else { break };
        next = letters.next();
        sounds = sounds && han::SOUNDS.has(c);
        // Only before a honorific is a name told by its shape alone.
        let parted = next.is_none_or(|(_, before)| may_precede(before));
        let may_be = || sounds || han::may_open_name(c) || may_tell(&text[..at]);
        if follows != Follows::Honorific && !(parted && may_be()) || at > *word {
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
        han::may_end_honorific(last) || post::may_end_post(last) || han::POSSESSIVES.has(last)
    })
}

/// Whether `last` may end something after which a name stands.
fn may_precede(last: char) -> bool {
    han::may_precede_name(last) || post::may_end_post(last) || last.is_whitespace() || is_mark(last)
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
    let posted = post::ends_with_post(before)
        && !goes_on(text, start)
        && !lengthens_head(text, start)
        && !(best == 0 && lengthens_head_by_two(text, start));
    if formless && !honoured && !posted {
        return 0;
    }
    if han::HONORIFICS_BEFORE.prefix_end(name).is_some() {
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
    let longest = if honoured {
        LONGEST
    } else if context == AFTER_POST && post::chunk_start(name) == 0 {
        5
    } else {
        4
    };
    if shape == 0 && !((2..=longest).contains(&length) && context >= AFTER_BOUNDARY) {
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
    if post::head_start(name) == Some(0) || han::ROLES.contains(name) {
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
    let longer = post::head_start(&text[..at + last.len_utf8()]);
    longer.is_some() && longer == post::head_start(&text[..at])
}

/// The same where two characters are: 委員 of 主任委員|林小文.
fn lengthens_head_by_two(text: &str, at: usize) -> bool {
    let Some((_, last)) = text[at..].char_indices().nth(1) else { return false };
    let end = at + text[at..].char_indices().nth(2).map_or(text.len() - at, |(end, _)| end);
    let longer = if han::may_end_head(last) { post::head_start(&text[..end]) } else { None };
    longer.is_some() && longer == post::head_start(&text[..at])
}

/// Whether what has no surname is put together of words: a body, a post, a role, a link before it.
fn is_wordy(name: &str) -> bool {
    let ends = post::head_start(name).is_some() || post::ends_as_body(name) || han::ROLES.ends(name);
    // 在典禮上
    let opens =
        || han::boundary_spans(name).next().is_some_and(|word| word.start == 0 && word.end < name.len());
    ends || opens() || han::LINKS.prefix_end(name).is_some() || han::CONJUNCTIONS.prefix_end(name).is_some()
}

/// Where a name that starts `text` ends, judged by its surname alone: 葉啟邦 in 葉啟邦鼓勵.
pub(crate) fn starting(text: &str) -> Option<usize> {
    if !text.starts_with(han::may_open_name) {
        return None;
    }
    let ends = |count: usize| text.char_indices().nth(count - 1).map(|(at, c)| at + c.len_utf8());
    let double = han::DOUBLE_SURNAMES.prefix_end(text).is_some();
    let single = ends(1).is_some_and(|end| {
        let surname = han::classes_of(&text[..end]);
        han::COMMON_SURNAMES.is_among(surname) || han::RARE_SURNAMES.is_among(surname)
    });
    let end = if double { ends(4) } else { ends(3).filter(|_| single) }?;
    let two = ends(2)?;
    (text[..end].chars().all(is_han) && !han::NOT_NAMES.contains(&text[..two])).then_some(end)
}

/// Where a name that opens `text` may end: a Latin one before the next Han character, a Han one before a word that
/// reports or ends a subject. A rare surname counts only where a post is `told` before it or a mark follows.
pub(crate) fn opening(text: &str, told: bool) -> Option<usize> {
    opening_half(text, told).map(|end| latin_given_end(text, end).unwrap_or(end))
}

/// Where a given name in Latin letters ends behind the name in Han characters that `text` opens with: 林小文 Ann before 在.
fn latin_given_end(text: &str, name: usize) -> Option<usize> {
    if !text[..name].ends_with(is_han) {
        return None;
    }
    let rest = text[name..].trim_start();
    let end = rest.find(|c: char| !latin_name::is_letter(c)).unwrap_or(rest.len());
    let given = latin_name::is_given_name(&rest[..end])
        && !rest[end..].trim_start().starts_with(latin_name::is_letter);
    given.then_some(text.len() - rest.len() + end)
}

fn opening_half(text: &str, told: bool) -> Option<usize> {
    if text.starts_with(char::is_uppercase) {
        let run = text.find(|c: char| !(latin_name::is_letter(c) || latin_name::is_joint(c) || c == ' '));
        let name = text[..run.unwrap_or(text.len())].trim_end();
        let end = han_half_end(text, name).unwrap_or(name.len());
        return latin_name::looks_like_name(name).then_some(end);
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(5).collect();
    let second = ends.get(1).copied()?;
    if let Some(prefix) = han::FAMILIARS.prefix_end(text) {
        return han::COMMON_SURNAMES.contains(&text[prefix..second]).then_some(second);
    }
    if let Some(end) = dotted_opening(text) {
        return Some(end);
    }
    if let Some(end) = japanese_end(text, told) {
        return Some(end);
    }
    let single = &text[..ends[0]];
    let double = han::DOUBLE_SURNAMES.contains(&text[..second]);
    let married = ends.get(2).is_some_and(|third| han::DOUBLE_SURNAMES.contains(&text[ends[0]..*third]));
    let common = han::COMMON_SURNAMES.contains(single);
    let closes = || ends.get(2).is_some_and(|&third| text[third..].chars().next().is_none_or(is_mark));
    let doubtful = || han::RARE_SURNAMES.contains(single) || han::WORDLIKE_SURNAMES.contains(single);
    let surname = common || (told || closes()) && doubtful();
    let married = married && (common || told && han::WORDLIKE_SURNAMES.contains(single));
    let longest = match (double, married, surname) {
        (_, true, _) => 5,
        (true, ..) => 4,
        (.., true) => 3,
        _ => return None,
    };
    let Some(&long) = ends.get(longest - 1) else {
        // 副總裁|林敏, 教師|歐陽蕾: a name of one character less, with which the text ends.
        let whole =
            ends.len() + 1 == longest && ends.last() == Some(&text.len()) && (told || double || married);
        let name = text.chars().all(is_han) && !han::NOT_NAMES.contains(&text[..second]);
        return (whole && name && !han::ADVERBS.contains(text)).then_some(text.len());
    };
    if !text[..long].chars().all(is_han)
        || text[long..].starts_with(is_dot)
        || han::NOT_NAMES.contains(&text[..second])
    {
        return None;
    }
    let parts = |end: &usize| {
        let rest = &text[*end..];
        let parted = reporting::chinese_role_at_start(rest, Role::SubjectEnd);
        reporting::chinese_cue_at_start(rest).is_some()
            || parted.is_some_and(|word| word.chars().count() > 1)
            || rest.starts_with('是')
            || reporting::chinese_role_at_start(rest, Role::Appointing)
                .is_some_and(|word| word.len() > '是'.len_utf8())
            || han::HONORIFICS.prefix_end(rest).is_some()
    };
    let shortest = if double { 2 } else { 1 };
    let cut = ends[shortest - 1..longest - 1].iter().copied().find(parts);
    // 蔡曾金蓮: two family names, where the fourth character ends what no one before it does.
    let both =
        longest == 3 && common && cut.is_none() && text[ends[0]..].starts_with(han::may_be_second_surname);
    let stops = |end: usize| text[end..].chars().next().is_none_or(is_mark) || parts(&end);
    if let Some(&fourth) = ends.get(3).filter(|_| both && !stops(long))
        && text[long..fourth].chars().all(is_han)
        && stops(fourth)
    {
        return Some(fourth);
    }
    // 烏蘭|其其格
    let sounding = |c: char| han::SOUNDS.has(c);
    if double && cut.is_none() && !stops(long) && text[long..].starts_with(sounding) {
        let end = long
            + text[long..].chars().take(2).take_while(|&c| sounding(c)).map(char::len_utf8).sum::<usize>();
        return Some(end).filter(|&end| stops(end)).or(Some(long));
    }
    let short = ends[longest - 2];
    let wrong = longest == 3 && han::BAD_NAME_ENDS.contains(&text[short..long]);
    Some(cut.unwrap_or(if wrong { short } else { long }))
}

/// Where a name ends that a Japanese surname opens, one to three characters behind it, a mark or a word that ends a subject
/// following: 松本清 before 同日. Where a post is `told` before it, it needs nothing behind it.
fn japanese_end(text: &str, told: bool) -> Option<usize> {
    let surname = han::JAPANESE_SURNAMES.prefix_end(text)?;
    let ends = text[surname..].char_indices().map(|(at, c)| surname + at + c.len_utf8()).take(3);
    let stops = |end: &usize| {
        let rest = &text[*end..];
        rest.chars().next().is_none_or(is_mark)
            || reporting::chinese_cue_at_start(rest).is_some()
            || reporting::chinese_role_at_start(rest, Role::SubjectEnd).is_some()
            || han::ADVERBS.prefix_end(rest).is_some()
            || han::HONORIFICS.prefix_end(rest).is_some()
    };
    let own = |end: &usize| {
        text[surname..*end].chars().all(is_han) && !han::COMMON_SURNAMES.contains(&text[..surname])
    };
    let ends: Vec<usize> = ends.take_while(own).collect();
    // 高橋大輔|修了: most given names have two characters.
    ends.iter().copied().find(stops).or_else(|| ends.get(1).copied().filter(|_| told))
}

/// Where the same name ends in Han characters right behind the one in Latin letters that opens `text`: Ann Lee 林小文 before 在.
fn han_half_end(text: &str, latin: &str) -> Option<usize> {
    let rest = text[latin.len()..].trim_start();
    if are_initials(latin) {
        let end = sounding(rest);
        return (2..=5).contains(&rest[..end].chars().count()).then_some(text.len() - rest.len() + end);
    }
    let end = starting(rest).filter(|_| latin_name::is_known_person(latin))?;
    let name = &rest[..end];
    let cut = name.char_indices().map(|(at, _)| at).skip(1).find(|&at| {
        reporting::chinese_cue_at_start(&rest[at..]).is_some()
            || reporting::chinese_role_at_start(&rest[at..], Role::SubjectEnd).is_some()
    });
    (cut.is_none() && is_whole(name) && !han::ADVERBS.ends(name)).then_some(text.len() - rest.len() + end)
}

/// Where a name with dots ends that opens `text`: 英格丽·索尔海姆 before 在.
fn dotted_opening(text: &str) -> Option<usize> {
    /// Characters between two dots, or after the last; a guess.
    const MOST: usize = 6;
    let mut end = 0;
    loop {
        let part = &text[end..];
        let run =
            part.char_indices().take(MOST + 1).find(|&(_, c)| !is_han(c)).map_or(part.len(), |(at, _)| at);
        let dot = part[run..].chars().next().filter(|&c| is_dot(c));
        let Some(dot) = dot.filter(|_| run > 0 && part[..run].chars().count() <= MOST) else {
            let last = part[..run].char_indices().map(|(at, _)| at).skip(1).find(|&at| {
                let rest = &part[at..];
                // 阿|都拉
                let word = reporting::chinese_role_at_start(rest, Role::WordPart);
                let inside = word.is_some_and(|word| word.chars().count() > 1);
                let ends = reporting::chinese_role_at_start(rest, Role::SubjectEnd).is_some()
                    || reporting::chinese_cue_at_start(rest).is_some()
                    || han::HONORIFICS.prefix_end(rest).is_some();
                ends && !inside
            });
            let last = last.unwrap_or(run);
            let sounds = sounding(part).min(last);
            let count = |range: &str| range.chars().count();
            // 大衛·陳|展示
            let surname = || {
                let mut letters = part.chars();
                let first = letters.next().filter(|&c| han::COMMON_SURNAMES.has(c) && !han::SOUNDS.has(c));
                first
                    .filter(|_| letters.next().is_some_and(|c| !han::SOUNDS.has(c)))
                    .map_or(0, char::len_utf8)
            };
            let sounds = if sounds == 0 { surname().min(last) } else { sounds };
            // What goes on for long after the characters of foreign names is no more of the name.
            let alone = sounds > 0 && count(&part[..sounds]) == 1 && !han::SOUNDS.contains(&part[..sounds]);
            let over = alone
                || count(&part[..last]) > MOST
                || count(&part[..sounds]) > 1 && count(&part[sounds..last]) > 2;
            let last = if over { sounds } else { last };
            let fits = end > 0 && (1..=MOST).contains(&part[..last].chars().count());
            return fits.then_some(end + last);
        };
        end += run + dot.len_utf8();
    }
}

/// Where a foreign name of few characters starts among more before its dot: 拉尔斯 in 铺商拉尔斯; else where the stretch does.
fn sounding_start(text: &str, range: Range<usize>) -> usize {
    /// Characters that are not parted; a guess.
    const MOST: usize = 4;
    let part = &text[range.clone()];
    let start = part.trim_end_matches(|c| han::SOUNDS.has(c)).len();
    let apart = part.chars().count() > MOST && part[start..].chars().count() > 1;
    if apart { range.start + start } else { range.start }
}

/// Where the characters end that foreign sounds are written with: 翁布瓦 before 双目失明.
fn sounding(text: &str) -> usize {
    text.find(|c| !han::SOUNDS.has(c)).unwrap_or(text.len())
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
        3 | 4 if double && (length == 3 || !(han::ADVERBS.ends(name) || name.ends_with('是'))) => DOUBLE,
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

/// Whether what opens as children are called among friends is no body and no thing: 小宥, not 小組.
fn is_called(name: &str) -> bool {
    !(post::ends_as_body(name) || han::THINGS.contains(name) || post::is_unit_only(name))
}

/// Whether `name` is nobody's but a person's by itself: a surname that is no word, and two characters or more after it.
pub(crate) fn is_whole(name: &str) -> bool {
    name.chars().count() > 2 && is_surnamed(name)
}

/// Whether `name` is a surname that is a word as well and two characters after it.
fn is_wordlike(name: &str) -> bool {
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
            || post::without_possessive(before).is_some()
            || post::by_last_character(before).is_some()
    };
    if least <= AFTER_ROLE && role() {
        return AFTER_ROLE;
    }
    // Neither a mark nor a blank stands there.
    if least <= AFTER_BOUNDARY && han::may_part(words) {
        let near = near(before);
        if post::chunk_start(near) == near.len() {
            return AFTER_BOUNDARY;
        }
    }
    let body = || han::may_end_body(words) && post::ends_as_body(before);
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

/// Where a surname starts that ends `text` after a post or a role, its given name following in Latin letters: 周Rosalind,
/// 北條Eric.
fn surname_before(text: &str) -> Option<usize> {
    let starts = text.char_indices().rev().map(|(at, _)| at).take(2);
    let surname = |at: &usize| {
        let name = &text[*at..];
        han::COMMON_SURNAMES.contains(name)
            || han::RARE_SURNAMES.contains(name)
            || han::WORDLIKE_SURNAMES.contains(name)
            || han::DOUBLE_SURNAMES.contains(name)
            || han::JAPANESE_SURNAMES.contains(name)
    };
    starts.filter(surname).filter(|&at| is_post_or_role(&text[..at])).last()
}

/// The name that the surname `last` ends whose given name stands before it in Latin letters: Jocelyn 喬.
fn latin_given(text: &str, last: char) -> Option<usize> {
    if !(han::COMMON_SURNAMES.has(last) || han::RARE_SURNAMES.has(last)) {
        return None;
    }
    let before = trim_end(&text[..text.len() - last.len_utf8()]);
    let start = latin_name::run_start(before);
    latin_name::is_given_name(&before[start..]).then_some(start)
}

/// Where the first post in Latin letters ends among the words of `text`, more following: CTO of WRC CTO Abel Moor.
fn latin_post_end(text: &str) -> Option<usize> {
    let mut start = 0;
    text.match_indices(' ').find_map(|(end, _)| {
        let word = &text[start..end];
        start = end + 1;
        (!word.is_empty() && han::HEADS.contains(word)).then_some(end)
    })
}

/// A Latin name at the end of Chinese text; a Han name right before a single Latin word belongs to it.
fn latin_ending(text: &str, follows: Follows) -> Option<Range<usize>> {
    let mut run = latin_name::run_start(text);
    // WRC CTO Abel Moor, Dr. Abel Moor: a post or a style in Latin letters before the name.
    let first = text[run..].split(' ').next().unwrap_or("");
    let styled = latin::HONORIFICS.contains(first.trim_end_matches('.'));
    let after = |at: usize| text.len() - text[at..].trim_start().len();
    if styled && first.len() < text.len() - run {
        run = after(run + first.len());
    }
    while let Some(post) = latin_post_end(&text[run..]) {
        run = after(run + post);
    }
    let latin = &text[run..];
    let words = latin.split_whitespace().count();
    let before = trim_end(without_honorific(&text[..run]));
    let second_half = words == 1 && latin_name::is_capital_word(latin) && !post::ends_with_post(before);
    if let Some(name) = plain(before, Follows::Nothing).filter(|_| second_half) {
        return Some(name.start..text.len());
    }
    if let Some(start) = surname_before(before).filter(|_| second_half) {
        return Some(start..text.len());
    }
    let honoured = before.len() < trim_end(&text[..run]).len();
    let told = honoured
        || styled
        || follows == Follows::Honorific
        || post::ends_with_post(before)
        || han::ROLES.ends(before);
    let named = if told { latin_name::looks_like_name(latin) } else { latin_name::is_known_person(latin) };
    named.then_some(run..text.len())
}
