//! Captions: the whole text of each, and the people in the picture.

use super::person;
use crate::release::{Caption, CaptionPerson};
use crate::text::reading::Reading;
use std::ops::Range;

/// The caption that `reading` holds.
pub(super) fn read(reading: &Reading) -> Caption {
    let text = reading.text();
    let part = |range: Option<Range<usize>>| range.map(|range| reading.slice(range));
    let people = person::of_list(text, 0..text.len())
        .into_iter()
        .map(|listed| CaptionPerson {
            name: part(listed.named.name),
            title: part(listed.named.title),
            organization: part(listed.named.organization),
            position: part(listed.position),
        })
        .collect();
    Caption { people, text: reading.to_text() }
}
