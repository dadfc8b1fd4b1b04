//! Names with dots in Chinese text, as foreign names are written: 英格丽·索尔海姆, 大衛·陳.
//!
//! Takes a text that ends where such a name may end, or that opens with one; gives where it starts or ends. What stands
//! before the first dot is cut by a post before it, or by the characters that foreign sounds are written with.

use super::han_name::{Follows, is_post_or_role};
use super::han_stretch;
use crate::lexicon::people::han;
use crate::lexicon::reporting::{self, Role};
use crate::text::script::{Leads, is_han};
use std::ops::Range;

/// A name in Han characters with dots: 英格丽·索尔海姆.
pub(super) fn dotted(text: &str, follows: Follows) -> Option<Range<usize>> {
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
    let chunk = han_stretch::chunk_start(before);
    let last = before.chars().next_back().map_or(0, char::len_utf8);
    if chunk == before.len() { han_stretch::chunk_start(&before[..before.len() - last]) } else { chunk }
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

pub(super) fn is_dot(c: char) -> bool {
    matches!(c, '·' | '•' | '‧' | '・' | '．')
}

/// Between two family names of one: 英格丽·索尔海姆-林德.
fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '－')
}

/// Where a name with dots ends that opens `text`: 英格丽·索尔海姆 before 在.
pub(super) fn dotted_opening(text: &str) -> Option<usize> {
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
pub(super) fn sounding(text: &str) -> usize {
    text.find(|c| !han::SOUNDS.has(c)).unwrap_or(text.len())
}
