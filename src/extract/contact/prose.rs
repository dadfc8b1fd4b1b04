//! Contacts that a paragraph names in a sentence.
//!
//! Takes a paragraph; gives whom its sentences ask the press to reach, where they give a number or an address. Blocks of
//! contacts are read in `mod.rs`.

use super::{deal, pieces};
use crate::language::Region;
use crate::lexicon::labels;
use crate::lexicon::people::latin;
use crate::release::Contact;
use crate::text::reading::Reading;
use crate::text::script::{self, has_han};
use std::ops::Range;

/// The contacts that a paragraph names in a sentence: "For more information, please contact Ann Lee at ann@weir.example."
pub(crate) fn in_prose(paragraph: &Reading, source: &str, home: Option<Region>) -> Vec<Contact> {
    let text = paragraph.text();
    let reachable = text.contains('@') || script::count(text.as_bytes(), u8::is_ascii_digit) >= 7;
    if !reachable {
        return Vec::new();
    }
    let chinese = has_han(text);
    let sentences = if chinese { chinese_sentences(text) } else { sentences(text) };
    let asking = sentences.into_iter().filter_map(|range| {
        let sentence = &text[range.clone()];
        let press = labels::asks_the_press(sentence);
        (press || chinese && labels::asks_for_somebody(sentence)).then_some((range, press))
    });
    let contacts = asking.flat_map(|(range, press)| {
        let sentence = Reading::of_lines(source, paragraph.spans(range));
        let contacts = deal::deal("", std::iter::once(pieces(&sentence, home, None)));
        // 如有查詢，請聯絡…: only who is named answers the press.
        contacts.into_iter().filter(move |contact| press || contact.name.is_some())
    });
    contacts.filter(|contact| !contact.phones.is_empty() || !contact.emails.is_empty()).collect()
}

/// The sentences of Chinese `text`.
fn chinese_sentences(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let sentences = text.split_inclusive(['。', '！', '？']).map(|sentence| {
        start += sentence.len();
        start - sentence.len()..start
    });
    sentences.collect()
}

/// The sentences of `text`: a stop, a blank and a capital part them, but for the stop of an honorific.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, stop) in text.match_indices(['.', '?', '!']) {
        let end = at + stop.len();
        let last = text[start..end].rsplit(' ').next().unwrap_or("");
        let ends = text[end..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
        if ends && !latin::HONORIFICS.contains(last) && last.len() > 2 {
            found.push(start..end);
            start = end + 1;
        }
    }
    found.push(start..text.len());
    found
}
