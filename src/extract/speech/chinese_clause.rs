//! The subject of one Chinese clause.
//!
//! Takes a clause, with a reporting word behind it or without; gives the stretch that names whom it is about. It does not
//! judge whether that is somebody, and looks at no other clause. It knows no grammar: a subject is what stands at the start,
//! up to the first word that ends one (今日, 出席, 也).

use super::chinese_stretch::{
    ends_in_name, ends_in_somebody, ends_with_occasion, inside_double_surname, inside_word, is_inside_name,
    is_start_of_post, lone, opens_held_name, opens_with_double_surname, surname_tail,
};
use super::chinese_subject::{MOST_PLACES, is_person, is_titled_person, named_after_post};
use crate::extract::person::{self, ChineseText, Named, NamedKind};
use crate::lexicon::people::han;
use crate::lexicon::reporting::{self, Governs, Role};
use std::ops::Range;

/// The subject of a clause that a reporting word follows: 局長林小文今日|表示.
pub(super) fn before_cue(text: &ChineseText<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let end = clause.end;
    let part = text.get(clause.clone()).filter(|part| !part.is_empty())?;
    let relays = reporting::relays(part).map(|found| found.end);
    let start = clause.start + relays.filter(|at| *at < clause.len()).last().unwrap_or(0);
    let own = || embedded_subject(text, start..end).or_else(|| signed_name(text, start..end));
    if let Some(own) = own() {
        return Some(own);
    }
    let start = opening(text, start..end)?;
    if let Some(pronoun) = pronoun(text, start..end) {
        return Some(titled_after(text, pronoun.end..end).unwrap_or(pronoun));
    }
    let addressed = text.get(start..end)?;
    let end = start + before_addressee(addressed).unwrap_or(addressed).len();
    let start = start + attribute(text.get(start..end)?);
    let rest = text.get(start..end)?;
    if let Some(quoting) = before_inner_string(rest) {
        let found = without_tail(quoting).unwrap_or(quoting);
        return Some(start..start + found.len()).filter(|found| !found.is_empty());
    }
    let start = start + after_byline(rest).unwrap_or(0);
    if let Some(described) = description(text, start..end) {
        return Some(described);
    }
    let rest = text.get(start..end)?;
    let mut subject = rest.get(..subject_end(rest)?)?.trim_end();
    if ends_with_occasion(subject) {
        let verb = reporting::chinese_cues(subject).find(|(found, _)| found.start > 0 && found.len() > 3);
        let Some((verb, _)) = verb else { return named_after_post(text, start..start + subject.len()) };
        subject = subject.get(..verb.start)?.trim_end();
    }
    while let Some(shorter) = without_tail(subject) {
        subject = shorter;
    }
    let found = start..start + subject.len();
    let fits = (1..=LONGEST).contains(&found.len());
    before_act(text, found.clone()).or(fits.then_some(found))
}

/// The subject of a clause that other words follow: 局長林小文|眼睛泛紅.
pub(super) fn at_start(text: &ChineseText<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let end = clause.end;
    let start = opening(text, clause)?;
    if let Some(pronoun) = pronoun(text, start..end) {
        return Some(pronoun);
    }
    let rest = text.get(start..end)?;
    let cue = reporting::chinese_cues(rest).find(|(found, _)| {
        let parted = rest
            .get(found.end..)
            .is_some_and(|t| t.starts_with(['，', ',', '「', '“', '：']) || t.is_empty());
        found.start > 0 && (found.len() > 3 || parted)
    });
    let cut = subject_end(rest)?.min(cue.map_or(rest.len(), |(found, _)| found.start));
    let whole = cut == rest.len();
    if let Some(somebody) = reporting::chinese_role_at_start(rest, Role::Anybody).filter(|_| whole) {
        let role = start + somebody.len();
        let named = text.get(role..end).and_then(|rest| person::chinese_name_opening(rest, true));
        let named = named.map(|name| start..role + name).filter(|named| is_person(text, named));
        return Some(named.unwrap_or(start..role));
    }
    let subject = rest.get(..cut)?.trim_end();
    let fits = (1..=LONGEST).contains(&subject.len()) && !whole;
    fits.then_some(start..start + subject.len())
}

/// Where what describes the subject starts: behind openers and the word for whoever writes.
fn opening(text: &str, range: Range<usize>) -> Option<usize> {
    let start = after_openers(text, range.clone())?;
    Some(start + own_body(text.get(start..range.end)?))
}

/// The pronoun that a clause opens with.
fn pronoun(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let pronoun = reporting::chinese_role_at_start(text.get(range.clone())?, Role::Pronoun)?;
    Some(range.start..range.start + pronoun.len())
}

/// Bytes of the attribute before somebody: 搭棚多年的|師傅.
fn attribute(clause: &str) -> usize {
    let told = || {
        let opens_with_end = reporting::subject_ends(clause).next().is_some_and(|found| found.start == 0);
        opens_with_end || ends_in_somebody(clause)
    };
    let end = clause.rfind('的').map(|at| at + '的'.len_utf8());
    end.filter(|end| *end < clause.len() && told()).unwrap_or(0)
}

/// Somebody's description that is all of a clause, that ends it, or after which only how, when or where it was said
/// follows.
fn description(text: &ChineseText<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    /// Characters of the longest stretch that is somebody by its end alone; a guess.
    const LONGEST: usize = 30;
    let part = text.get(clause.clone())?;
    let somebody = part.chars().count() <= LONGEST && (ends_in_somebody(part) || ends_in_name(part));
    if somebody || is_one_description(text, clause.clone()) {
        return Some(clause);
    }
    let shorter = || {
        let told = without_tail(part)?;
        description_at_end(text, clause.start..clause.start + told.len())
    };
    description_at_end(text, clause.clone())
        .or_else(shorter)
        .or_else(|| before_occasion(text, clause.clone()))
        .or_else(|| before_manner(text, clause.clone()))
}

/// Where the subject that `clause` opens with ends: before the first word that ends one and is no part of a name or a
/// post. None where the clause opens with such a word.
fn subject_end(clause: &str) -> Option<usize> {
    for found in reporting::subject_ends(clause) {
        let single = clause.get(found.clone()).is_some_and(|word| word.chars().count() == 1);
        let (head, tail) = (clause.get(..found.start)?, clause.get(found.start..)?);
        if is_start_of_post(tail, found.len()) {
            continue;
        }
        if found.start == 0 {
            let named = single && (surname_tail(clause) || opens_with_double_surname(clause));
            if named || reporting::chinese_role_at_start(clause, Role::Anybody).is_some() {
                continue;
            }
            return None;
        }
        let in_word = single
            && (surname_tail(tail)
                || lone(head)
                || is_inside_name(clause, &found)
                || inside_word(clause, found.start)
                || inside_double_surname(clause, found.start)
                || opens_held_name(clause, found.start));
        if !in_word && !person::is_counted(head) {
            return Some(found.start);
        }
    }
    Some(clause.len())
}

/// A post with the name of its holder that ends a clause, whatever stands before it: 負責分析的|某某大學主任黎永生.
fn description_at_end(text: &ChineseText<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let named = text.named_before(range.clone())?;
    let name = named.name.filter(|_| named.kind == person::NamedKind::Person)?;
    let whole =
        named.extent.end == range.end && named.title.as_ref().is_some_and(|title| title.end <= name.start);
    let part = text.get(name.clone())?;
    let short = part.chars().count() <= MOST_NAME_CHARS;
    let plain = reporting::subject_ends(part).all(|found| short && found.start > 0);
    (whole && plain && is_free_of_adverbs(text, name)).then_some(named.extent)
}

/// Characters of a long name without dots.
pub(super) const MOST_NAME_CHARS: usize = 5;

/// Somebody before how it is said: 主委黎永生|氣憤地.
fn before_manner(text: &ChineseText<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    let word = reporting::chinese_role_at_end(part, Role::Manner)?;
    let head = part.get(..part.len() - word.len())?;
    let whole =
        reporting::chinese_role_at_end(part, Role::SubjectEnd).filter(|manner| manner.len() > word.len());
    if let Some(manner) = whole {
        let named = description_at_end(text, range.start..range.end - manner.len());
        if named.is_some() {
            return named;
        }
    }
    // Two to four characters before the particle, and when it was said: 黎永生受訪時|無奈地.
    let ends = head.char_indices().rev().map(|(at, _)| range.start + at).skip(1).take(3);
    let ends = ends.filter(|end| *end > range.start).flat_map(|end| {
        let before = text.get(range.start..end).unwrap_or("");
        let when = reporting::chinese_role_at_end(before, Role::SubjectEnd).map_or(0, str::len);
        let earlier = (when > '時'.len_utf8()).then_some(end - when);
        std::iter::once(end).chain(earlier)
    });
    ends.clone().find_map(|end| description_at_end(text, range.start..end)).or_else(|| {
        let mut names = ends.filter_map(|end| name_after_attribute(text, range.start..end));
        names.next()
    })
}

/// A post and a name before what says where or when, in a clause with more before them: 創辦人之一、主委黎永生|在致會員的信中.
fn before_occasion(text: &ChineseText<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone()).filter(|part| ends_with_occasion(part))?;
    let opens = |at: usize| reporting::chinese_role_at_start(part.get(at..)?, Role::Opener);
    let mut ends = reporting::subject_ends(part)
        .filter(|found| found.start > 0 && opens(found.start).is_some())
        .take(MOST_PLACES);
    ends.find_map(|found| description_at_end(text, range.start..range.start + found.start))
}

/// A name that ends a clause after an attribute: 六年級的|杜宥安.
fn name_after_attribute(text: &ChineseText<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let named = text.named_before(range.clone())?;
    let name = named.name.filter(|_| named.kind == NamedKind::Person)?;
    let before = text.get(range.start..name.start)?;
    let attribute = before.chars().next_back().map_or(0, char::len_utf8);
    let told = reporting::is_chinese(before.get(before.len() - attribute..)?, Role::Attributive);
    (told && name.end == range.end && is_free_of_adverbs(text, name.clone())).then_some(name)
}

/// Whether a long stretch is all one description: an office with its departments, a post, a name.
fn is_one_description(text: &ChineseText<'_>, range: Range<usize>) -> bool {
    text.named_before(range.clone()).is_some_and(|named| {
        named.extent == range
            && named.organization.is_some()
            && named.name.is_some_and(|name| is_free_of_adverbs(text, name))
    })
}

/// Bytes of the body of whoever writes that opens a description of somebody in it: 我校|校長林小文.
fn own_body(description: &str) -> usize {
    let own = reporting::chinese_role_at_start(description, Role::Own).map_or(0, str::len);
    if own < description.len() { own } else { 0 }
}

/// Somebody by post and name before an act that no table knows and that goes with the reporting word: 局長林小文|舉例 before 說.
fn before_act(text: &ChineseText<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let somebody = |named: Named| match named.kind {
        NamedKind::Organization => named.name.is_some_and(|name| person::ends_as_body(&text[name])),
        NamedKind::Person => !text[named.extent.end..range.end].is_empty() || named.title.is_some(),
        _ => true,
    };
    if text.named_before(range.clone()).is_some_and(somebody) {
        return None;
    }
    named_after_post(text, range.clone())
        .filter(|holder| holder.end < range.end && is_titled_person(text, holder))
}

/// Who is the subject of the last of two reporting words, of which the first governs the second: 他批評|黎永生|故意 before
/// 提出. Where nothing but adverbs stands between the name and the second word it is no object of the first.
fn embedded_subject(text: &ChineseText<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    reporting::chinese_cues(part).filter(|(found, _)| found.start > 0).find_map(|(found, _)| {
        let rest = part.get(found.end..)?;
        let name = reporting::subject_ends(rest).next().filter(|adverb| adverb.start > 0)?.start;
        let start = range.start + found.end;
        let own = start..start + name;
        let named = adverbs_only(rest.get(name..)?).then(|| text.named_before(own.clone())).flatten()?;
        (named.kind == person::NamedKind::Person && named.extent == own).then_some(own)
    })
}

/// Whether `tail` is words that end a subject, one after the other.
fn adverbs_only(tail: &str) -> bool {
    let end = reporting::subject_ends(tail).try_fold(0, |end, word| (word.start == end).then_some(word.end));
    end == Some(tail.len())
}

/// The name in marks that an attribute opens with: 署名「海邊人」的文章.
fn signed_name(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    let name = part.strip_prefix(['「', '“'])?;
    let close = name.find(['」', '”'])?;
    let after = name.get(close..)?.trim_start_matches(['」', '”']);
    reporting::chinese_role_at_start(after, Role::Attributive)?;
    let start = range.end - name.len();
    (close > 0).then_some(start..start + close)
}

/// Where a clause starts without what stands before its subject: 但|局長, 在記者會上|她.
pub(super) fn after_openers(text: &str, range: Range<usize>) -> Option<usize> {
    let Range { mut start, end } = range;
    loop {
        let rest = text.get(start..end)?;
        let trimmed =
            rest.trim_start_matches([' ', '\u{3000}', '*', '」', '”', '』', '）', '(', '（', '"', '、']);
        start = end - trimmed.len();
        let opener = reporting::chinese_role_at_start(trimmed, Role::Opener);
        // 其中一名 is no 其.
        let pronoun = reporting::chinese_role_at_start(trimmed, Role::Pronoun);
        if pronoun.is_some_and(|pronoun| opener.is_none_or(|opener| opener.len() <= pronoun.len())) {
            return Some(start);
        }
        match opener {
            Some(opener)
                if !surname_tail(trimmed)
                    && !is_start_of_post(trimmed, opener.len())
                    && !opens_longer_word(trimmed, opener) =>
            {
                start += opener.len();
                if let Some(after) = after_occasion(text, start..end) {
                    start = after;
                }
            }
            _ => return Some(start),
        }
    }
}

/// Whether `opener` is only the first character of a word that no adverb is: 經 of 經濟部.
fn opens_longer_word(text: &str, opener: &str) -> bool {
    let ends = || reporting::chinese_role_at_start(text, Role::SubjectEnd).map_or(0, str::len);
    opener.chars().nth(1).is_none() && han::kept_end(text).is_some_and(|end| end > ends())
}

/// Bytes of the longest subject, forty ideographs or three times as many Latin letters; a guess.
const LONGEST: usize = 120;

/// A clause without whom it is told: 多名街坊|對記者.
fn before_addressee(clause: &str) -> Option<&str> {
    let (at, word) = clause.char_indices().rev().find_map(|(at, _)| {
        let word = reporting::chinese_role_at_start(clause.get(at..)?, Role::Addressing)?;
        // 中國|對外貿易中心主任林小文
        (!han::is_kept(clause, at)).then_some((at, word))
    })?;
    let told = clause.get(at + word.len()..)?;
    // 一名住在|對|面樓宇的住戶
    let attribute =
        told.chars().any(|c| reporting::is_chinese(c.encode_utf8(&mut [0; 4]), Role::Attributive));
    let somebody = !attribute && told.chars().count() <= MOST_ADDRESSEE_CHARS && ends_in_somebody(told);
    (at > 0 && (somebody || is_titled(told))).then(|| clause.get(..at)).flatten()
}

/// Whether all of `text` is somebody's post and name: 總監黎永生.
fn is_titled(text: &str) -> bool {
    person::chinese_before(text, 0..text.len()).is_some_and(|named| {
        named.kind == NamedKind::Person && named.title.is_some() && named.extent == (0..text.len())
    })
}

/// Most characters of somebody who is told something; a guess.
const MOST_ADDRESSEE_CHARS: usize = 8;

/// What stands before the reporting word of a string inside the clause: 局長|所說「…」|指出.
fn before_inner_string(clause: &str) -> Option<&str> {
    let head = clause.get(..clause.find(['「', '“'])?)?;
    // A short name in a bracket: 渡輪公司（下稱「海達」）.
    if head.rfind(['（', '(']) > head.rfind(['）', ')']) {
        return None;
    }
    let (word, governs) = reporting::chinese_cue_at_end(head)?;
    (governs == Governs::Speech).then(|| head.get(..head.len() - word.len())).flatten()
}

/// Where a clause goes on after a byline in brackets: 電（記者某某）|據….
fn after_byline(clause: &str) -> Option<usize> {
    let close = clause.rfind(['）', ')'])?;
    let after = close + clause.get(close..)?.chars().next()?.len_utf8();
    let rest = clause.get(after..)?;
    let inside = clause.get(..close)?.rsplit(['（', '(']).next()?;
    let byline = reporting::chinese_role_at_start(inside, Role::Anybody).is_some();
    let opener = reporting::chinese_role_at_start(rest, Role::Opener).map_or(0, str::len);
    // 局長林小文今日（三月五日）在典禮上, 局長林小文（Vivian Lam）先生
    let told = || names_holder(clause.get(..close - inside.len()).unwrap_or(""));
    (opener < rest.len() && (byline || opener > 0 && !told())).then_some(after + opener)
}

/// Whether `head`, which a bracket opens after, ends with somebody's post and name.
fn names_holder(head: &str) -> bool {
    let head = head.trim_end_matches(['（', '(']);
    person::chinese_before(head, 0..head.len())
        .is_some_and(|named| named.kind == NamedKind::Person && named.title.is_some())
}

/// A subject without a verb or adverb that stands between it and the reporting word: 總統回應|表示, 總理所|說.
fn without_tail(subject: &str) -> Option<&str> {
    let cue = reporting::chinese_cue_at_end(subject)
        .filter(|(_, governs)| *governs == Governs::Speech)
        .map(|(word, _)| word);
    let adverb = reporting::chinese_role_at_end(subject, Role::SubjectEnd)
        .filter(|word| word.chars().count() > 1 || !inside_word(word, 0) || *word == "所")
        // 北堤區公所|表示
        .filter(|word| word.chars().count() > 1 || !han::BODY_ENDS.ends(subject));
    let tail = cue.or(adverb).or_else(|| {
        let word = reporting::chinese_role_at_end(subject, Role::SubjectEnd)?;
        let head = subject.get(..subject.len() - word.len())?;
        (ends_in_somebody(head) || reporting::chinese_role_at_end(head, Role::Title).is_some())
            .then_some(word)
    })?;
    let shorter = subject.get(..subject.len() - tail.len())?;
    let name = surname_tail(subject)
        || shorter.chars().next_back().is_some_and(|c| {
            let at = shorter.len() - c.len_utf8();
            tail.chars().count() == 1 && subject.get(at..).is_some_and(surname_tail)
        });
    (!shorter.is_empty() && !name).then_some(shorter)
}

/// Where an adverbial that a preposition opened ends: 在記者會上|局長.
fn after_occasion(text: &str, range: Range<usize>) -> Option<usize> {
    let part = text.get(range.clone())?;
    part.char_indices()
        .filter(|(at, c)| {
            part.get(*at..at + c.len_utf8()).is_some_and(|one| reporting::is_chinese(one, Role::Occasion))
        })
        .map(|(at, c)| range.start + at + c.len_utf8())
        .rfind(|at| *at < range.end)
}

/// Somebody by post and name whom a pronoun only tells whose: 其|總監林小文, 他們的|代表林小文.
fn titled_after(text: &ChineseText<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let part = text.get(range.clone())?;
    let first = part.chars().next()?.len_utf8();
    let linked = reporting::is_chinese(part.get(..first)?, Role::Attributive);
    let described = if linked { range.start + first..range.end } else { range };
    // Whose daughter somebody is, is no post: 其女兒|梁小文.
    let tie = reporting::kin(text.get(described.clone())?).next().filter(|tie| tie.start == 0);
    if let Some(name) = tie.map(|tie| described.start + tie.end..described.end) {
        return is_person(text, &name).then_some(name);
    }
    is_titled_person(text, &described).then_some(described)
}

/// Whether a name holds none of the longer words that end a subject: no 多次 taken for a name.
pub(super) fn is_free_of_adverbs(text: &str, name: Range<usize>) -> bool {
    text.get(name)
        .is_some_and(|name| reporting::subject_ends(name).all(|found| found.len() <= '次'.len_utf8()))
}
