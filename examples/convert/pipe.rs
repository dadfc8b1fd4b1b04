//! One line in, exactly one line out, in order: for programs that hold a converter at the end of a pipe.
//!
//! Takes JSON lines, each an object with a text, or a text in quotation marks; gives for each
//! `{"id": …, "releases": […], "error": null | {"code": …, "message": …}}`. A line that holds nothing of the kind gives
//! an error in its place, and the status is 0 all the same: whoever counts lines counts right.

use crate::arguments::{Arguments, Reading};
use crate::conveyor;
use crate::document::Reader;
use crate::failure::{Origin, Reason};
use crate::format::Format;
use crate::inputs::{Content, Document, Line, Lines, Row};
use serde::Serialize;
use serde_json::Value;
use std::io::{self, Write};
use std::sync::OnceLock;

/// Answers every line of standard input.
///
/// # Errors
///
/// When a line cannot be read or the answer cannot be written.
pub(crate) fn run(arguments: &Arguments, format: &Format) -> io::Result<()> {
    let reading = &arguments.reading;
    let reader = Reader::new(arguments.options(), reading.max_bytes);
    let unread = OnceLock::new();
    let mut out = io::stdout().lock();
    conveyor::run(
        arguments.threads(),
        |give| {
            let mut lines = Lines::new(io::stdin().lock(), reading.max_bytes);
            loop {
                let go_on = match lines.next() {
                    Ok(line) => line.is_some_and(&mut *give),
                    Err(error) => unread.set(error).is_err(),
                };
                if !go_on {
                    return;
                }
            }
        },
        |(number, line)| answer_line(number, line, reading, &reader, format),
        |line| out.write_all(&line),
    )?;
    unread.into_inner().map_or(Ok(()), Err)
}

/// The line that answers a line as it came.
pub(crate) fn answer_line(
    number: u64,
    line: Line,
    reading: &Reading,
    reader: &Reader,
    format: &Format,
) -> Vec<u8> {
    let row = match line {
        Line::TooLong => Err((None, Reason::too_large(reading.max_bytes))),
        Line::Bytes(bytes) => match serde_json::from_slice(&bytes) {
            Ok(text) => Ok(Row { text, ..Row::default() }),
            Err(_) => Row::read(&bytes, &reading.text_field, &reading.id_field),
        },
    };
    answer(row, number, reader, format)
}

/// The line that answers what a line holds.
fn answer(
    row: Result<Row, (Option<Value>, Reason)>,
    number: u64,
    reader: &Reader,
    format: &Format,
) -> Vec<u8> {
    let (id, releases) = match row {
        Err((id, reason)) => (id, Err(reason)),
        Ok(Row { id, text, fields }) => {
            let origin = Origin { line: Some(number), id: id.clone(), ..Origin::of("-") };
            let document = Document { origin, fields, content: Content::Text(text) };
            (id, reader.read(document).map(|(_, releases)| releases).map_err(|failure| failure.error))
        }
    };
    let (releases, error) = match releases {
        Ok(releases) => (releases, None),
        Err(reason) => (Vec::new(), Some(reason)),
    };
    let mut line = br#"{"id":"#.to_vec();
    put(&id, &mut line);
    line.extend_from_slice(br#","releases":["#);
    for (number, release) in releases.iter().enumerate() {
        if number > 0 {
            line.push(b',');
        }
        format.write(release, &mut line);
        line.pop_if(|last| *last == b'\n');
    }
    line.extend_from_slice(br#"],"error":"#);
    put(&error, &mut line);
    line.extend_from_slice(b"}\n");
    line
}

fn put(json: &impl Serialize, line: &mut Vec<u8>) {
    serde_json::to_writer(line, json).expect("plain data with text for keys, written to memory");
}
