//! Files of JSON lines → their documents: one object a line, one of its fields the text.

use super::{Content, Document, Item, Rules, Taker};
use crate::failure::{Code, Origin, Reason};
use serde_json::{Map, Value};
use std::io::{self, BufRead, Read};

/// The lines of a file, none longer than a limit.
#[derive(Debug)]
pub(crate) struct Lines<R> {
    from: R,
    max_bytes: u64,
    number: u64,
}

/// One line without its end.
#[derive(Debug)]
pub(crate) enum Line {
    Bytes(Vec<u8>),
    TooLong,
}

impl<R: BufRead> Lines<R> {
    pub(crate) fn new(from: R, max_bytes: u64) -> Self {
        Lines { from, max_bytes, number: 0 }
    }

    /// The next line and its number, from 1; nothing at the end.
    pub(crate) fn next(&mut self) -> io::Result<Option<(u64, Line)>> {
        let mut bytes = Vec::new();
        let limit = self.max_bytes.saturating_add(1);
        if self.from.by_ref().take(limit).read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        self.number += 1;
        if bytes.last() == Some(&b'\n') {
            bytes.pop();
        } else if bytes.len() as u64 > self.max_bytes {
            self.from.skip_until(b'\n')?;
            return Ok(Some((self.number, Line::TooLong)));
        }
        if self.number == 1 && bytes.starts_with(b"\xef\xbb\xbf") {
            bytes.drain(..3);
        }
        Ok(Some((self.number, Line::Bytes(bytes))))
    }
}

/// What a line holds.
#[derive(Debug, Default)]
pub(crate) struct Row {
    pub(crate) id: Option<Value>,
    pub(crate) text: String,
    pub(crate) fields: Map<String, Value>,
}

impl Row {
    /// Reads a line. When it has an id and no text the id is told with the reason.
    pub(crate) fn read(
        line: &[u8],
        text_field: &str,
        id_field: &str,
    ) -> Result<Row, (Option<Value>, Reason)> {
        let bad = |message: String| (None, Reason::new(Code::BadJson, message));
        let mut fields = match serde_json::from_slice(line) {
            Ok(Value::Object(fields)) => fields,
            Ok(_) => return Err(bad("the line is JSON, but not an object with fields".to_owned())),
            Err(error) => return Err(bad(format!("the line is not JSON: {}", in_line(&error)))),
        };
        let id = fields.remove(id_field);
        match fields.remove(text_field) {
            Some(Value::String(text)) => Ok(Row { id, text, fields }),
            other => {
                let what = if other.is_some() { "is not a string" } else { "is missing" };
                let message =
                    format!("the field {text_field:?} {what}; --text-field names the one with the text");
                Err((id, Reason::new(Code::NoText, message)))
            }
        }
    }
}

/// The message without the number of the line, which is always 1.
fn in_line(error: &serde_json::Error) -> String {
    error.to_string().replace(" at line 1 column ", " at column ")
}

/// The documents of a file of lines. `consumed` tells how much of the input was read since it was last asked.
pub(super) fn each(
    rules: &Rules,
    name: &str,
    from: impl BufRead,
    consumed: &dyn Fn() -> u64,
    take: &mut Taker<'_>,
) -> bool {
    let mut lines = Lines::new(from, rules.max_bytes);
    loop {
        let (number, line) = match lines.next() {
            Ok(Some(next)) => next,
            Ok(None) => return true,
            Err(error) => return take(Item::failed(Origin::of(name), Reason::from(&error), consumed())),
        };
        let origin = Origin { line: Some(number), ..Origin::of(name) };
        let item = match line {
            Line::TooLong => Item::failed(origin, Reason::too_large(rules.max_bytes), consumed()),
            Line::Bytes(bytes) if bytes.trim_ascii().is_empty() => continue,
            Line::Bytes(bytes) => match Row::read(&bytes, &rules.text_field, &rules.id_field) {
                Ok(Row { id, text, fields }) => {
                    let size = text.len() as u64;
                    let origin = Origin { id, ..origin };
                    let document = Document { origin, fields, content: Content::Text(text) };
                    Item { document: Ok(document), size, consumed: consumed() }
                }
                Err((id, reason)) => Item::failed(Origin { id, ..origin }, reason, consumed()),
            },
        };
        if !take(item) {
            return false;
        }
    }
}
