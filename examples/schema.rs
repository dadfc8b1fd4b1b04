//! Prints the JSON Schema of the record:
//!
//! ```text
//! cargo run --features schema --example schema > schema/press-release.schema.json
//! ```

fn main() {
    print!("{}", press_release::json_schema());
}
