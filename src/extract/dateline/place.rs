//! The place of a dateline.
//!
//! Takes a tag from where a place may start; gives the end of the place. In Chinese a place that no table knows is told by
//! what stands beside it: a day, a wire, the bracket around them. Whether all of it is a dateline is not asked here.

use super::day::date_at;
use super::wire::wire_at;
use super::{NEWS, REPORTS, skip_marks, starts_with_dash};
use crate::extract::date;
use crate::lexicon::people::latin;
use crate::lexicon::places;
use crate::text::script;

/// A place: a Chinese place of the table with what specifies it, or a run of capitalised words.
pub(super) fn place_at(text: &str) -> Option<usize> {
    if text.chars().next().is_some_and(script::is_han) {
        return chinese_place(text);
    }
    let end = english_place(text)?;
    Some(end + country_in_brackets(&text[end..]).unwrap_or(0))
}

/// Where the brackets end in which the region or country of a place stands before the day: "Weirtown (Czech Republic), 3
/// March 2025", "Weirtown (Northmoor) [India], March 3".
fn country_in_brackets(rest: &str) -> Option<usize> {
    /// Bytes of the longest; a guess.
    const LONGEST: usize = 30;
    let open = rest.strip_prefix(" (").map(|inner| (inner, ')'));
    let (inner, close) = open.or_else(|| Some((rest.strip_prefix(" [")?, ']')))?;
    let (country, after) = inner.split_once(close)?;
    let named = country.len() <= LONGEST
        && country.split(' ').all(|word| word.starts_with(char::is_uppercase))
        && country.chars().all(|c| c.is_alphabetic() || c == ' ')
        && places::wire_prefix(country).is_none();
    if !named || !country.chars().any(char::is_lowercase) {
        return None;
    }
    let end = rest.len() - after.len();
    let dated = date_at(&after[skip_marks(after, 0, after.len())..]);
    if dated.is_some_and(|(_, day)| day.is_some() || close == ']') {
        return Some(end);
    }
    Some(end + country_in_brackets(after).filter(|_| after.starts_with(" ["))?)
}

/// `香港`, `中国苏州`, `东京/大阪`, `美国特拉华州威尔明顿市`: known places one after the other, or up to a mark or a date.
fn chinese_place(text: &str) -> Option<usize> {
    let run = han_run(text);
    let run = text[..run].trim_end_matches(REPORTS).len();
    let Some(end) = known_places(text) else {
        return is_unknown_place(&text[..run], &text[run..]).then_some(run);
    };
    if run <= end {
        return Some(end);
    }
    let tail = &text[end..run];
    let is_division =
        tail.ends_with(['市', '州', '縣', '县', '省', '區', '区', '鎮', '镇', '港', '島', '岛']);
    let ends = text[run..].starts_with(|c: char| !c.is_alphanumeric());
    let few = has_at_most(tail, 10);
    let whole = few && (is_division && ends || is_told_as_place(&text[run..]));
    Some(if whole { run } else { end })
}

/// A known place with what specifies it, between the day and the dash of a tag: 2025年3月5日，美国俄勒冈州宿水——.
pub(super) fn before_dash(text: &str, dated: bool) -> Option<usize> {
    /// Characters of the longest of such places; a guess.
    const LONGEST: usize = 12;
    if !dated {
        return None;
    }
    let run = han_run(text);
    let fits = has_at_most(&text[..run], LONGEST) && starts_with_dash(&text[run..]);
    // 石澳訊──
    let place = text[..run].trim_end_matches(NEWS).len();
    (fits && known_places(text).is_some()).then_some(place)
}

/// Where the Han characters end that `text` opens with.
fn han_run(text: &str) -> usize {
    text.find(|c: char| !script::is_han(c)).unwrap_or(text.len())
}

/// Whether `text` has no more characters than `most`.
fn has_at_most(text: &str, most: usize) -> bool {
    text.chars().nth(most).is_none()
}

/// Where the known places end that `text` opens with, one after the other or with a stroke or an "and" between.
fn known_places(text: &str) -> Option<usize> {
    let joins = |c: &char| {
        matches!(c, '/' | '／' | '、' | '·' | '，') || places::is_particle(c.encode_utf8(&mut [0; 4]))
    };
    let mut end = places::chinese_prefix(text)?;
    loop {
        let rest = &text[end..];
        let joint = rest.chars().next().filter(joins).map_or(0, char::len_utf8);
        let more =
            places::chinese_prefix(rest).or_else(|| Some(joint + places::chinese_prefix(&rest[joint..])?));
        let Some(more) = more else { return Some(end) };
        end += more;
    }
}

/// Whether a date or a wire follows what opened with a known place.
fn is_told_as_place(rest: &str) -> bool {
    let rest = &rest[skip_marks(rest, 0, rest.len())..];
    wire_at(rest, true).is_some() || date_at(rest).is_some_and(|(_, day)| day.is_some())
}

/// Whether a few characters that no table knows are a place: a date and what closes a tag follow them, "宿水，2025年3月5日——".
fn is_unknown_place(name: &str, rest: &str) -> bool {
    const LONGEST: usize = 8;
    let fits = name.chars().nth(1).is_some() && has_at_most(name, LONGEST) && !places::opens_notice(name);
    if !fits {
        return false;
    }
    let closed = rest.strip_prefix(NEWS).is_some_and(|rest| rest.starts_with(['）', ')', '】', ']']));
    let rest = &rest[skip_marks(rest, 0, rest.len())..];
    // 宿水--(美國商業資訊)--
    let by_known_wire =
        || wire_at(rest, true).is_some_and(|(wire, _)| places::wire_prefix(&rest[wire]).is_some());
    closed
        || by_known_wire()
        || date_at(rest).is_some_and(|(end, day)| {
            let after = &rest[end..];
            // 宿水2025年3月5日 /美通社/ --
            let by_wire =
                after.trim_start().starts_with(['/', '／']) && wire_at(after.trim_start(), true).is_some();
            rest[..end].ends_with(REPORTS) || day.is_some() && (starts_with_dash(after) || by_wire)
        })
}

/// A few characters that no table knows, alone with a date and a comma in brackets: （宿水，2025年3月5日）,
/// 【2025年3月5日，宿水】. `before` is what stands before them.
pub(super) fn set_off_place(text: &str, before: &str) -> Option<usize> {
    const LONGEST: usize = 6;
    let comma = |c: char| matches!(c, ',' | '，' | '、' | '·');
    if !before.starts_with(['(', '（', '【', '[']) {
        return None;
    }
    let opens = matches!(before, "(" | "（" | "【" | "[");
    let run = han_run(text);
    let rest = &text[run..];
    let run = text[..run].trim_end_matches(NEWS).len();
    let fits = (2..=LONGEST).contains(&text[..run].chars().count()) && !places::opens_notice(&text[..run]);
    let told = if opens {
        let after = rest.trim_start_matches([',', '，', '、', '·', ' ', '\u{3000}']);
        rest.starts_with(comma)
            && date_at(after).is_some_and(|(end, day)| day.is_some() && after[end..].trim().is_empty())
    } else {
        before.trim_end().ends_with(comma) && rest.is_empty() && !date::is_weekday(&text[..run])
    };
    (fits && told).then_some(run)
}

/// `BOISE, Idaho`, `LONDON and NEW YORK`, `NAIROBI/WEXMOUTH`, `Washington, D.C.`.
fn english_place(text: &str) -> Option<usize> {
    /// Letters of the longest time zone: words of time are weekdays and these, and states are written as they are: CT.
    const LONGEST_ZONE: usize = 4;
    let mut end = 0;
    let mut words = 0;
    let mut at = 0;
    while words < 9 {
        let rest = &text[at..];
        let word = &rest[..word_end(rest)];
        let word = if word.ends_with('.') && !is_abbreviation(word) { &word[..word.len() - 1] } else { word };
        if word.is_empty() {
            break;
        }
        let capital = word.starts_with(char::is_uppercase) || words > 0 && is_elided(word);
        if !(capital || words > 0 && places::is_particle(word))
            || (words > 0 && (date::is_month(word) || word.len() > LONGEST_ZONE && date::is_weekday(word)))
            || (words > 0 && places::wire_prefix(rest).is_some())
        {
            break;
        }
        at += word.len();
        words += 1;
        if capital {
            end = at;
        }
        // What may stand between the words of a place: a blank, a comma and a blank, a stroke, an ampersand.
        let after = &text[at..];
        let step = if after.starts_with(", ") {
            2
        } else if after.starts_with(" & ")
            || after.strip_prefix(" / ").is_some_and(|after| !after.contains(" / "))
        {
            3
        } else {
            usize::from(after.starts_with([' ', '/']))
        };
        if step == 0
            || (after.starts_with(", ")
                && words >= 2
                && is_certain_place(&text[..end])
                && !is_region_next(&after[2..]))
        {
            break;
        }
        at += step;
    }
    // "AI新廠"
    let runs_on = text[end..].starts_with(script::is_han);
    let place = end > 0 && !places::opens_sentence(&text[..end]);
    (place && end <= 60 && !runs_on && places::wire_prefix(text) != Some(end)).then_some(end)
}

/// Coeur | d'Alene.
fn is_elided(word: &str) -> bool {
    word.split_once(['\'', '’']).is_some_and(|(small, name)| {
        small.len() == 1 && name.len() > 1 && name.starts_with(char::is_uppercase)
    })
}

/// Where the word ends that `text` opens with: letters of other scripts than Han, with apostrophes and full stops, and
/// hyphens inside a name that a comma, a bracket or a dash closes: Winston-Salem, but not CHICAGO-The.
fn word_end(text: &str) -> usize {
    /// Bytes of the longest name of a place with hyphens; a guess.
    const LONGEST: usize = 40;
    let end = letters_end(text);
    let mut joined = end;
    while text[joined..].starts_with('-') && joined <= LONGEST {
        let next = letters_end(&text[joined + 1..]);
        if next == 0 {
            return end;
        }
        joined += 1 + next;
    }
    let rest = &text[joined..];
    let closed = rest.starts_with(',')
        || rest
            .strip_prefix(' ')
            .is_some_and(|rest| rest.starts_with(|c: char| c == '(' || script::is_dash(c)));
    if closed { joined } else { end }
}

/// The same without hyphens.
fn letters_end(text: &str) -> usize {
    let ascii = |byte: u8| byte.is_ascii_alphabetic() || matches!(byte, b'\'' | b'.');
    let end = text.bytes().position(|byte| !ascii(byte)).unwrap_or(text.len());
    if text.as_bytes().get(end).is_none_or(u8::is_ascii) {
        return end;
    }
    let goes_on = |c: char| c.is_alphabetic() && !script::is_han(c) || matches!(c, '\'' | '’' | '.');
    end + text[end..].find(|c| !goes_on(c)).unwrap_or(text.len() - end)
}

/// Whether a state or country follows the comma.
fn is_region_next(after: &str) -> bool {
    let after = match after.split_once(' ') {
        Some((small, rest)) if latin::ARTICLES.contains(small) || latin::CONJUNCTIONS.contains(small) => rest,
        _ => after,
    };
    let word = after.split([',', ' ', '-', '–', '—', '/', '(']).next().unwrap_or("");
    places::is_known(word)
        || places::is_known(after.split([',', '-', '–', '—', '/', '(']).next().unwrap_or("").trim())
}

fn is_abbreviation(word: &str) -> bool {
    word.matches('.').count() >= 2 || places::is_known(word) || places::is_part_of_name(word)
}

/// The first of two places that a word joins, or the one that stands alone: LONDON of "LONDON and NEW YORK".
fn first_of_two(places: &str) -> &str {
    let blanks = || places.match_indices(' ').map(|(at, _)| at);
    let joined = blanks()
        .zip(blanks().skip(1))
        .find(|&(before, after)| latin::CONJUNCTIONS.contains_lower(&places[before + 1..after]));
    joined.map_or(places, |(before, _)| &places[..before])
}

/// A place that the table has, whole or by its first part.
pub(crate) fn is_certain_place(place: &str) -> bool {
    let first = place.split([',', '/', '，', '&']).next().unwrap_or("").trim();
    // "LONDON and NEW YORK"
    let first = first_of_two(first);
    let last = place.rsplit([',', '/']).next().unwrap_or("").trim();
    places::is_known(place.trim())
        || places::is_known(first)
        || (last.len() < place.len() && places::is_known(last))
        || places::chinese_prefix(place).is_some()
}
