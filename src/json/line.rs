//! A record → JSON on one line, byte for byte as `serde_json` writes it.
//!
//! Takes what a record tells of itself; writes it to `out`. Of a record most bytes are text, and few of them are written
//! otherwise than they stand: they are looked at many at a time, where `serde_json` takes one after the other. What a record
//! has few of it leaves to `serde_json`. It does not read JSON and does not indent it.

use serde::ser::{self, Serialize};
use std::fmt::{self, Display};
use std::io::{self, Write};

/// Writes `record` to `out`.
///
/// # Errors
///
/// When `out` fails.
pub(super) fn write(record: &impl Serialize, out: impl Write) -> io::Result<()> {
    let mut line = Line { out, written: Vec::with_capacity(2 * FULL) };
    record.serialize(&mut line).and_then(|()| line.flush()).map_err(|Failed(error)| error)
}

/// `record` as one line of JSON, without a line end.
pub(super) fn of(record: &impl Serialize) -> String {
    let mut line = Vec::new();
    write(record, &mut line).expect("a record is plain data, and memory can be written to");
    String::from_utf8(line).expect("JSON of texts is text")
}

/// Bytes that are handed on together; a guess.
const FULL: usize = 8 * 1024;

/// What is written to.
struct Line<W> {
    out: W,
    /// What is not handed on yet.
    written: Vec<u8>,
}

/// Why a record was not written: mostly because its line could not be.
#[derive(Debug)]
struct Failed(io::Error);

impl Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Failed {}

impl ser::Error for Failed {
    fn custom<T: Display>(message: T) -> Self {
        Failed(io::Error::other(message.to_string()))
    }
}

impl<W: Write> Line<W> {
    #[inline]
    fn put(&mut self, bytes: &[u8]) {
        self.written.extend_from_slice(bytes);
    }

    fn flush(&mut self) -> Result<(), Failed> {
        self.out.write_all(&self.written).map_err(Failed)?;
        self.written.clear();
        Ok(())
    }

    /// The name of a field, in which nothing is to be escaped, with what parts it from the value.
    fn name(&mut self, name: &'static str) {
        debug_assert!(is_plain(name.as_bytes()), "{name}");
        self.put(b"\"");
        self.put(name.as_bytes());
        self.put(b"\":");
    }

    fn number(&mut self, mut number: u64) {
        let mut digits = [b'0'; 20];
        let mut first = digits.len();
        loop {
            first -= 1;
            digits[first] = b'0' + (number % 10) as u8;
            number /= 10;
            if number == 0 {
                break;
            }
        }
        self.put(&digits[first..]);
    }

    /// Another number, or another value of which a record has few.
    fn leave(&mut self, value: &impl Serialize) -> Result<(), Failed> {
        serde_json::to_writer(&mut self.written, value).map_err(|error| Failed(error.into()))
    }

    fn text(&mut self, text: &str) -> Result<(), Failed> {
        let mut rest = text.as_bytes();
        self.written.reserve(rest.len() + 2);
        self.put(b"\"");
        if is_plain(rest) {
            self.put(rest);
            rest = &[];
        }
        while let Some(at) = first_escaped(rest) {
            self.put(&rest[..at]);
            self.escape(rest[at]);
            rest = &rest[at + 1..];
        }
        self.put(rest);
        self.put(b"\"");
        if self.written.len() < FULL { Ok(()) } else { self.flush() }
    }

    fn escape(&mut self, byte: u8) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        match byte {
            b'"' => self.put(b"\\\""),
            b'\\' => self.put(b"\\\\"),
            b'\n' => self.put(b"\\n"),
            b'\r' => self.put(b"\\r"),
            b'\t' => self.put(b"\\t"),
            0x08 => self.put(b"\\b"),
            0x0c => self.put(b"\\f"),
            byte => {
                let [high, low] = [byte >> 4, byte & 15].map(|digit| DIGITS[usize::from(digit)]);
                self.put(&[b'\\', b'u', b'0', b'0', high, low]);
            }
        }
    }
}

/// Whether `bytes` may stand in a string as they are, as those of nearly all texts may.
fn is_plain(bytes: &[u8]) -> bool {
    if let Some(last) = bytes.last_chunk::<LONG>() {
        is_plain_chunk(last) && plain_chunks::<LONG>(bytes) + LONG > bytes.len()
    } else if let Some(last) = bytes.last_chunk::<SHORT>() {
        is_plain_chunk(last) && plain_chunks::<SHORT>(bytes) + SHORT > bytes.len()
    } else {
        !bytes.iter().any(|&byte| is_escaped(byte))
    }
}

/// The first byte that may not stand in a string as it is.
fn first_escaped(bytes: &[u8]) -> Option<usize> {
    let from = plain_chunks::<LONG>(bytes);
    bytes[from..].iter().position(|&byte| is_escaped(byte)).map(|at| from + at)
}

/// Bytes that are looked at in one step.
const LONG: usize = 32;
const SHORT: usize = 8;

/// How many of the first bytes fill chunks that stand as they are.
#[inline]
fn plain_chunks<const CHUNK: usize>(bytes: &[u8]) -> usize {
    bytes.as_chunks::<CHUNK>().0.iter().take_while(|chunk| is_plain_chunk(chunk)).count() * CHUNK
}

/// To look at all bytes of a chunk without a branch takes many in one step.
#[inline]
fn is_plain_chunk<const CHUNK: usize>(chunk: &[u8; CHUNK]) -> bool {
    !chunk.iter().fold(false, |found, &byte| found | is_escaped(byte))
}

#[inline]
#[expect(clippy::needless_bitwise_bool, reason = "a lazy operator is a branch")]
fn is_escaped(byte: u8) -> bool {
    (byte < b' ') | (byte == b'"') | (byte == b'\\')
}

/// A list or an object while its parts are written.
struct Parts<'l, W> {
    line: &'l mut Line<W>,
    /// Whether none is written yet.
    empty: bool,
    /// What closes it.
    close: &'static [u8],
}

impl<'l, W: Write> Parts<'l, W> {
    fn open(line: &'l mut Line<W>, open: &[u8], close: &'static [u8]) -> Self {
        line.put(open);
        Parts { line, empty: true, close }
    }

    /// The variant `name`, an object of which these are all.
    fn of_variant(
        line: &'l mut Line<W>,
        name: &str,
        open: &[u8],
        close: &'static [u8],
    ) -> Result<Self, Failed> {
        line.put(b"{");
        line.text(name)?;
        line.put(b":");
        Ok(Parts::open(line, open, close))
    }

    #[inline]
    fn part(&mut self) {
        if !std::mem::take(&mut self.empty) {
            self.line.put(b",");
        }
    }

    fn element(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), Failed> {
        self.part();
        value.serialize(&mut *self.line)
    }

    fn field(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) -> Result<(), Failed> {
        self.part();
        self.line.name(name);
        value.serialize(&mut *self.line)
    }

    fn close(self) {
        self.line.put(self.close);
    }
}

/// What `serde_json` writes.
macro_rules! left {
    ($($method:ident $kind:ty),*) => {
        $(fn $method(self, value: $kind) -> Result<(), Failed> {
            self.leave(&value)
        })*
    };
}

impl<'l, W: Write> ser::Serializer for &'l mut Line<W> {
    type Ok = ();
    type Error = Failed;
    type SerializeSeq = Parts<'l, W>;
    type SerializeTuple = Parts<'l, W>;
    type SerializeTupleStruct = Parts<'l, W>;
    type SerializeTupleVariant = Parts<'l, W>;
    type SerializeMap = Parts<'l, W>;
    type SerializeStruct = Parts<'l, W>;
    type SerializeStructVariant = Parts<'l, W>;

    left! {
        serialize_bool bool, serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64,
        serialize_i128 i128, serialize_u8 u8, serialize_u16 u16, serialize_u32 u32,
        serialize_u128 u128, serialize_f32 f32, serialize_f64 f64, serialize_char char, serialize_bytes &[u8]
    }

    fn serialize_u64(self, number: u64) -> Result<(), Failed> {
        self.number(number);
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), Failed> {
        self.text(text)
    }

    fn serialize_none(self) -> Result<(), Failed> {
        self.put(b"null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Failed> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Failed> {
        self.put(b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Failed> {
        self.put(b"null");
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<(), Failed> {
        self.text(name)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Failed> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        value: &T,
    ) -> Result<(), Failed> {
        let mut parts = Parts::open(self, b"{", b"}");
        parts.field(name, value)?;
        parts.close();
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'l, W>, Failed> {
        Ok(Parts::open(self, b"[", b"]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'l, W>, Failed> {
        Ok(Parts::open(self, b"[", b"]"))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Parts<'l, W>, Failed> {
        Ok(Parts::open(self, b"[", b"]"))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Parts<'l, W>, Failed> {
        Parts::of_variant(self, name, b"[", b"]}")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Parts<'l, W>, Failed> {
        Ok(Parts::open(self, b"{", b"}"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'l, W>, Failed> {
        Ok(Parts::open(self, b"{", b"}"))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Parts<'l, W>, Failed> {
        Parts::of_variant(self, name, b"{", b"}}")
    }
}

/// Lists.
macro_rules! lists {
    ($($kind:ident $method:ident),*) => {
        $(impl<W: Write> ser::$kind for Parts<'_, W> {
            type Ok = ();
            type Error = Failed;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
                self.element(value)
            }

            fn end(self) -> Result<(), Failed> {
                self.close();
                Ok(())
            }
        })*
    };
}

lists! {
    SerializeSeq serialize_element, SerializeTuple serialize_element, SerializeTupleStruct serialize_field,
    SerializeTupleVariant serialize_field
}

/// Objects whose fields are known beforehand.
macro_rules! objects {
    ($($kind:ident),*) => {
        $(impl<W: Write> ser::$kind for Parts<'_, W> {
            type Ok = ();
            type Error = Failed;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), Failed> {
                self.field(name, value)
            }

            fn end(self) -> Result<(), Failed> {
                self.close();
                Ok(())
            }
        })*
    };
}

objects! { SerializeStruct, SerializeStructVariant }

impl<W: Write> ser::SerializeMap for Parts<'_, W> {
    type Ok = ();
    type Error = Failed;

    /// The keys of a record are texts.
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Failed> {
        self.element(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
        self.line.put(b":");
        value.serialize(&mut *self.line)
    }

    fn end(self) -> Result<(), Failed> {
        self.close();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Serialize;
    use serde_json::json;
    use std::collections::BTreeMap;

    #[test]
    fn a_text_is_escaped_wherever_it_needs_to_be() {
        let long = "x".repeat(31)
            + "\""
            + &"海".repeat(11)
            + "\\ \n\r\t\u{8}\u{c}\u{1}\u{1f}\u{7f}\u{2028}"
            + &"y".repeat(40);
        for start in 0..long.len() {
            let Some(text) = long.get(start..) else { continue };
            assert_eq!(of(&text), serde_json::to_string(text).unwrap());
        }
        assert_eq!(of(&"a\u{1f}b"), r#""a\u001fb""#);
    }

    #[test]
    fn every_kind_of_value_is_written_as_serde_json_does() {
        #[derive(Serialize)]
        enum Kind {
            Unit,
            New(u8),
            Tuple(i64, bool),
            Struct { field: Option<char> },
        }
        #[derive(Serialize)]
        struct Whole {
            kinds: Vec<Kind>,
            unit: (),
            pair: (f64, Option<String>),
            numbers: [u64; 4],
            #[serde(flatten)]
            further: BTreeMap<&'static str, serde_json::Value>,
        }
        let kinds = vec![Kind::Unit, Kind::New(7), Kind::Tuple(-1, true), Kind::Struct { field: Some('海') }];
        let further = BTreeMap::from([("a", json!({"b": [1, 2.5, null], "c": {}})), ("d", json!([]))]);
        let whole = Whole { kinds, unit: (), pair: (0.5, None), numbers: [0, 9, 10, u64::MAX], further };
        assert_eq!(of(&whole), serde_json::to_string(&whole).unwrap());
    }

    #[test]
    fn what_cannot_be_written_to_is_an_error() {
        let mut short = [0; 8];
        assert!(write(&"no room for this", &mut short[..]).is_err());
    }
}
