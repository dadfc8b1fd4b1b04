//! Somebody as one place names them, in few bytes: what is remembered of a text, place by place.
//!
//! Takes and gives what a stretch no longer than a description was read as. It remembers nothing by itself.

use super::{Named, NamedKind};
use std::ops::Range;

/// A range within the stretch: no description is nearly as long as the numbers allow.
type Part = (u16, u16);

const NO_PART: Part = (u16::MAX, u16::MAX);

/// A [`Named`], or nobody, in a fifth of the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kept {
    /// None where nobody is named.
    kind: Option<NamedKind>,
    extent: Part,
    name: Part,
    title: Part,
    organization: Part,
    honorific: Part,
}

impl Kept {
    pub(super) fn of(named: Option<&Named>) -> Self {
        let Some(named) = named else {
            let (extent, name, title, organization, honorific) =
                (NO_PART, NO_PART, NO_PART, NO_PART, NO_PART);
            return Kept { kind: None, extent, name, title, organization, honorific };
        };
        Kept {
            kind: Some(named.kind),
            extent: part(&named.extent),
            name: named.name.as_ref().map_or(NO_PART, part),
            title: named.title.as_ref().map_or(NO_PART, part),
            organization: named.organization.as_ref().map_or(NO_PART, part),
            honorific: named.honorific.as_ref().map_or(NO_PART, part),
        }
    }

    /// The same with its parts `by` bytes further on.
    pub(super) fn shifted(self, by: usize) -> Option<Named> {
        let range = |part: Part| by + usize::from(part.0)..by + usize::from(part.1);
        let told = |part: Part| (part != NO_PART).then(|| range(part));
        Some(Named {
            kind: self.kind?,
            extent: range(self.extent),
            name: told(self.name),
            title: told(self.title),
            organization: told(self.organization),
            honorific: told(self.honorific),
        })
    }
}

fn part(range: &Range<usize>) -> Part {
    let place = |at: usize| at.min(usize::from(u16::MAX) - 1) as u16;
    (place(range.start), place(range.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_kept_comes_back() {
        let named = Named {
            extent: 0..30,
            name: Some(21..30),
            title: Some(12..21),
            organization: Some(0..12),
            honorific: None,
            kind: NamedKind::Organization,
        };
        let further = |range: &Range<usize>| range.start + 7..range.end + 7;
        let shifted = Named {
            extent: further(&named.extent),
            name: named.name.as_ref().map(further),
            title: named.title.as_ref().map(further),
            organization: named.organization.as_ref().map(further),
            ..named.clone()
        };
        assert_eq!(Kept::of(Some(&named)).shifted(7), Some(shifted));
        assert_eq!(Kept::of(None).shifted(7), None);
        assert!(std::mem::size_of::<Kept>() * 5 <= std::mem::size_of::<Named>());
    }
}
