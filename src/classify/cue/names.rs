//! Lines that are a name or a post: of a person, of a body, of both.
//!
//! Takes one line; adds its cues. Who the person is, and of which body, is read by `extract/person/`.

use super::tally::{Marks, Tally};
use super::{Cue, CueSet};
use crate::clean::Line;
use crate::extract::person;
use crate::lexicon::people::{han, latin};
use crate::lexicon::reporting::{Role, chinese_role_at_end};
use crate::text::script;

/// Lines that are a name and nothing else.
pub(super) fn add(slice: &str, line: &Line, tally: &Tally, set: &mut CueSet) {
    /// No name of a person or a post is wider, in columns.
    const WIDEST: usize = 70;
    if line.width > WIDEST {
        return;
    }
    set.add_if(tally.digits == 0 && tally.colon.is_none() && is_titled(slice, tally), Cue::Titled);
    let bare = slice.trim_end_matches(|c: char| !script::is_word(c));
    if bare.chars().all(script::is_han) {
        // 論壇即將舉行: a verb ends as a bank does.
        let weak = || han::WEAK_BODY_ENDS.ends(bare) && chinese_role_at_end(bare, Role::SubjectEnd).is_none();
        set.add_if(han::BODY_ENDS.ends(bare) || weak(), Cue::BodyAlone);
        set.add_if(han::HEADS.ends(bare) || han::WHOLE_HEADS.ends(bare), Cue::PostEnd);
        set.add_if(han::is_name_shaped(bare), Cue::NameAlone);
        return;
    }
    // Byte by byte where that is enough.
    if bare.is_ascii() {
        add_latin_names(bare, || bare.split_ascii_whitespace(), set);
    } else {
        add_latin_names(bare, || bare.split_whitespace(), set);
    }
}

/// Whether all of a line, which has neither digits nor a colon, is somebody's name with the post, parted by a comma or a
/// blank: "Ann Lee, Chair", 林小文 主席.
fn is_titled(slice: &str, tally: &Tally) -> bool {
    if !slice.starts_with(|c: char| c.is_uppercase() || script::is_han(c)) {
        return false;
    }
    let Some((name, post)) = slice.split_once([',', '，', '\u{3000}', ' ']) else { return false };
    if name.len() < 2
        || post.len() < 2
        || tally.marks.have(Marks::OF_ADDRESS) && slice.contains('@')
        || slice.contains('。')
    {
        return false;
    }
    let posted = if tally.han > 0 { han::holds_post(slice) } else { latin::holds_post(slice) };
    posted && names_with_post(slice)
}

/// Whether most of a line is somebody's name, post and body.
pub(super) fn names_with_post(slice: &str) -> bool {
    person::of_line(slice, 0..slice.len()).is_some_and(|named| {
        let told = [&named.name, &named.title, &named.organization, &named.honorific];
        let told: usize = told.into_iter().flatten().map(ExactSizeIterator::len).sum();
        // A title may name somebody too: 梨子首度海運　林縣長見證封櫃.
        let fills = told * 2 >= slice.len();
        named.kind == person::NamedKind::Person && named.name.is_some() && named.title.is_some() && fills
    })
}

/// The same of a line in Latin letters, whose words these are.
fn add_latin_names<'t, W>(bare: &str, words: impl Fn() -> W, set: &mut CueSet)
where
    W: Iterator<Item = &'t str>,
{
    let last = trimmed(&bare[bare.rfind(char::is_whitespace).unwrap_or(0)..]);
    // All in capitals; and all but short words, which may stand in small letters.
    let (mut capitals, mut title_case) = (true, true);
    for word in words() {
        let capital = word.starts_with(char::is_uppercase);
        capitals &= capital || word.starts_with('(');
        title_case &= capital || word.len() <= 3;
        if !capitals && !title_case {
            break;
        }
    }
    let of_last = latin::classes_of(last);
    let ending = of_last.small;
    let body = latin::BODY_MARKS.have(ending) || latin::LEGAL_FORMS.have(ending);
    let linked = |word: &str| latin::TITLE_PREPOSITIONS.contains_lower(trimmed(word));
    // "The University of South Alder", "Sheriff's Office, County of Alder".
    let seated = || {
        words().zip(words().skip(1)).any(|(mark, joint)| {
            latin::BODY_MARKS.contains_lower(trimmed(mark))
                && (linked(joint) || mark.ends_with(',') && words().any(linked))
        })
    };
    set.add_if(body || title_case && seated(), Cue::BodyAlone);
    // "Minister for Regional Roads": the post and what it is for.
    let post = || {
        let (first, second) = (words().next().unwrap_or(""), words().nth(1).unwrap_or(""));
        latin::HEADS.contains_lower(first) && latin::POST_LINKS.contains(second)
    };
    let decoration = latin::DECORATIONS.have(of_last.written);
    set.add_if(latin::HEADS.have(ending) && !decoration || title_case && post(), Cue::PostEnd);
    set.add_if(capitals && is_persons(bare), Cue::NameAlone);
}

/// Whether words in capitals are a person's name, with how one is addressed before it and what one was made after it:
/// "Ann Lee", "The Hon Ann Lee MP".
pub(super) fn is_persons(words: &str) -> bool {
    /// Words of the longest name with all that stands around it; a guess.
    const MOST: usize = 7;
    let mut name: Vec<&str> = words.split_whitespace().take(MOST + 1).collect();
    if name.len() > MOST || words.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    while name.last().is_some_and(|word| latin::DECORATIONS.contains(trimmed(word))) {
        name.pop();
    }
    let honoured = name.iter().rposition(|word| latin::HONORIFICS.contains(word)).map_or(0, |last| last + 1);
    // An article may stand before an honorific, and nothing else.
    let addressed = honoured > 0 && honoured <= 3;
    let name = &name[if addressed { honoured } else { 0 }..];
    (2..=3).contains(&name.len()) && (addressed || person::has_personal_name(&name.join(" ")))
}

/// `word` without the marks around it.
pub(super) fn trimmed(word: &str) -> &str {
    word.trim_matches(|c: char| !script::is_word(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_may_be_addressed_and_decorated() {
        for name in ["Ann Lee", "The Hon Priska Vance MP", "Dr. Oresta Quillon, PhD"] {
            assert!(is_persons(name), "{name}");
        }
        assert!(!is_persons("Harbour Works"));
        assert!(!is_persons("Minister for Roads"));
    }
}
