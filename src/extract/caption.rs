//! Captions: the whole text of each, and the people in the picture.

use super::person::Listed;
use crate::lexicon::cues::{self, CueClass, Standing};
use crate::release::{Caption, CaptionPerson};
use crate::text::reading::Reading;
use std::ops::Range;

/// Whether a line is the label of captions and none itself: "Captions:", 圖片說明.
pub(super) fn is_label_alone(text: &str) -> bool {
    /// No label is longer, in bytes.
    const LONGEST: usize = 48;
    let mut found = Vec::new();
    if text.len() <= LONGEST {
        cues::find(text, &mut found);
    }
    found.contains(&(CueClass::CaptionLabel, Standing::Alone))
        && text.chars().filter(|c| c.is_alphabetic()).count() > 1
}

/// The caption that `reading` holds, which lists `people`.
pub(super) fn read(reading: &Reading, people: &[Listed]) -> Caption {
    let part = |range: Option<Range<usize>>| range.map(|range| reading.slice(range));
    let people = people
        .iter()
        .cloned()
        .map(|listed| CaptionPerson {
            name: part(listed.named.name),
            title: part(listed.named.title),
            organization: part(listed.named.organization),
            position: part(listed.position),
        })
        .collect();
    Caption { people, text: reading.to_text() }
}
