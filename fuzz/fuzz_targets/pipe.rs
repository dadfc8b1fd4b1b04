//! `convert --pipe`: one line in, exactly one line out, which is JSON and names the id that came.
//!
//! Takes bytes as the standard input of the pipe, with the modules of `examples/convert` themselves. The threads are
//! left out: a line is answered by a function of the line alone.
#![no_main]
#![allow(dead_code, unreachable_pub)]

#[path = "../../examples/convert/arguments.rs"]
mod arguments;
#[path = "../../examples/convert/conveyor.rs"]
mod conveyor;
#[path = "../../examples/convert/document.rs"]
mod document;
#[path = "../../examples/convert/failure.rs"]
mod failure;
#[path = "../../examples/convert/format/mod.rs"]
mod format;
#[path = "../../examples/convert/inputs/mod.rs"]
mod inputs;
#[path = "../../examples/convert/pipe.rs"]
mod pipe;

use arguments::Arguments;
use clap::Parser as _;
use document::Reader;
use format::Format;
use inputs::{Line, Lines};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use std::sync::LazyLock;

/// Small, so that lines that are too long are tried.
const MAX_BYTES: &str = "3K";

struct Program {
    arguments: Arguments,
    reader: Reader,
    format: Format,
}

static PROGRAM: LazyLock<Program> = LazyLock::new(|| {
    let arguments = Arguments::parse_from(["convert", "--pipe", "--search", "--max-bytes", MAX_BYTES]);
    let reader = Reader::new(arguments.options(), arguments.reading.max_bytes);
    let format = Format::new(&arguments).expect("no field is asked for");
    Program { arguments, reader, format }
});

fuzz_target!(|input: &[u8]| {
    let Program { arguments, reader, format } = &*PROGRAM;
    let mut lines = Lines::new(input, arguments.reading.max_bytes);
    let mut came = 0;
    while let Some((number, line)) = lines.next().expect("memory is always readable") {
        came += 1;
        assert_eq!(number, came);
        let id = id(&line);
        check(&pipe::answer_line(number, line, &arguments.reading, reader, format), &id);
    }
    let ends = input.iter().filter(|byte| **byte == b'\n').count();
    let rest = !input.is_empty() && !input.ends_with(b"\n");
    assert_eq!(came, (ends + usize::from(rest)) as u64);
});

/// The id that a line gives, read without the program.
fn id(line: &Line) -> Value {
    let Line::Bytes(bytes) = line else { return Value::Null };
    serde_json::from_slice(bytes).map_or(Value::Null, |line: Value| line["id"].clone())
}

fn check(answer: &[u8], id: &Value) {
    let answer = std::str::from_utf8(answer).expect("JSON is UTF-8");
    let line = answer.strip_suffix('\n').expect("an answer ends its line");
    assert!(!line.contains(['\n', '\r']), "{line}");
    assert!(line.starts_with(&format!(r#"{{"id":{id},"releases":["#)), "{id} {line}");
    let answer: Value = serde_json::from_str(line).expect("an answer is JSON");
    let releases = answer["releases"].as_array().expect("a list");
    assert_eq!(releases.is_empty(), !answer["error"].is_null(), "{line}");
    for release in releases {
        assert!(press_release::from_json(&release.to_string()).is_ok(), "{release}");
    }
}
