//! Captions: the whole text of each, and the people in the picture.

use super::person::Listed;
use crate::release::{Caption, CaptionPerson};
use crate::text::reading::Reading;
use std::ops::Range;

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
