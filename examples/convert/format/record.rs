//! The record, or the fields of it that were asked for.

use press_release::Release;
use serde::ser::{Serialize, SerializeMap, Serializer};

/// The fields to keep.
#[derive(Debug)]
pub(crate) struct Fields(Vec<&'static str>);

/// A field that no record has.
#[derive(Debug, thiserror::Error)]
#[error("a record has no field {0:?}; it has {all}", all = FIELDS.join(", "))]
pub(crate) struct UnknownField(String);

/// A record of which some fields are written.
pub(crate) struct Part<'a> {
    fields: &'a Fields,
    release: &'a Release,
}

macro_rules! fields {
    ($($field:ident)*) => {
        const FIELDS: &[&str] = &[$(stringify!($field),)*];

        impl Serialize for Part<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut record = serializer.serialize_map(None)?;
                $(if self.fields.0.contains(&stringify!($field)) {
                    record.serialize_entry(stringify!($field), &self.release.$field)?;
                })*
                record.end()
            }
        }
    };
}

// In the order of the record, which the test compares.
fields! {
    schema id source edition language status headline subheadlines dateline release_date body quotes captions contacts
    boilerplate notes end_mark people links other diagnostics
}

impl Fields {
    /// The fields of these names and the id; nothing when none is named, which is all.
    pub(super) fn named(names: &[String]) -> Result<Option<Fields>, UnknownField> {
        if names.is_empty() {
            return Ok(None);
        }
        let known = |name: &String| FIELDS.iter().find(|field| *field == name).copied();
        let mut fields = vec!["id"];
        for name in names {
            fields.push(known(name).ok_or_else(|| UnknownField(name.clone()))?);
        }
        Ok(Some(Fields(fields)))
    }

    pub(super) fn of<'a>(&'a self, release: &'a Release) -> Part<'a> {
        Part { fields: self, release }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_fields_are_the_record() {
        let release = &press_release::parse("Harbour line opens")[0];
        let names: Vec<String> = FIELDS.iter().map(|&field| field.to_owned()).collect();
        let fields = Fields::named(&names).unwrap().unwrap();
        let part = serde_json::to_string(&fields.of(release)).unwrap();
        assert_eq!(part, press_release::to_json_line(release));
    }
}
