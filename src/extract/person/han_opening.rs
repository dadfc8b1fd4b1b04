//! Names that a Chinese text opens with: 葉啟邦 of 葉啟邦鼓勵市民.
//!
//! Takes a text that starts where a name starts; gives where the name may end, by its surname, its script or its dots and by
//! what follows. It tells nothing of what stands before the name, but for the post that its caller has seen there.

use super::han_dotted::{dotted_opening, is_dot};
use super::han_mixed::{han_half_end, latin_given_end};
use super::latin_name;
use super::window::is_mark;
use crate::lexicon::people::han;
use crate::lexicon::reporting::{self, Role};
use crate::text::script::is_han;

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
        let appointing = reporting::chinese_role_at_start(rest, Role::Appointing);
        reporting::chinese_cue_at_start(rest).is_some()
            || parted.is_some_and(|word| word.chars().count() > 1)
            || reporting::chinese_role_at_start(rest, Role::Equating).is_some()
            // 任 and 為 are of names.
            || appointing.is_some_and(|word| word.chars().count() > 1)
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
