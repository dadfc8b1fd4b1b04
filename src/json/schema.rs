//! The JSON Schema of the record.
//!
//! Takes the types, gives the text of `schema/press-release.schema.json`. Descriptions are the first paragraphs of the
//! types' documentation. It is built for the tests and with the feature `schema` only.

#![cfg_attr(not(feature = "schema"), allow(unreachable_pub))]

use super::written;
use crate::release::Release;
use schemars::{JsonSchema, Schema, generate::SchemaSettings, transform::transform_subschemas};

/// The JSON Schema (2020-12) of the record, as `schema/press-release.schema.json` holds it.
pub fn json_schema() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(tidy);
    let mut schema = settings.into_generator().into_root_schema_for::<Release>();
    schema.insert("title".to_owned(), "A press release".into());
    written(serde_json::to_string_pretty(&schema)) + "\n"
}

/// How a day stands in JSON.
#[derive(JsonSchema)]
#[schemars(inline)]
#[expect(dead_code, reason = "only its schema is wanted")]
pub(crate) struct Day(#[schemars(extend("format" = "date"))] String);

/// Takes out what only Rust understands: code and links in descriptions, sizes of integers.
fn tidy(schema: &mut Schema) {
    if let Some(words) = schema.get("description").and_then(|words| words.as_str()) {
        let first = words.split("\n\n").next().unwrap_or_default();
        let plain = first.replace('\n', " ").replace("[`", "`").replace("`]", "`");
        schema.insert("description".to_owned(), plain.into());
    }
    if schema.get("format").is_some_and(|format| format == "uint") {
        schema.remove("format");
    }
    transform_subschemas(&mut tidy, schema);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_schema_is_current() {
        let published = include_str!("../../schema/press-release.schema.json").replace("\r\n", "\n");
        assert!(
            published == json_schema(),
            "the record has changed: run\n\
             cargo run --features schema --example schema > schema/press-release.schema.json"
        );
    }
}
