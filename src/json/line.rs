//! A record → one line of JSON.
//!
//! Takes plain data as serde shows it; gives what `serde_json` would write. Nearly all of a record is text, and hardly any
//! of it has a character that JSON escapes: many bytes are looked at in one step. It writes what a record may hold: texts,
//! numbers, lists, maps whose keys are texts, fields whose names need no escape. It does not indent.

use serde::Serialize;
use serde::ser::{
    Error, Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};
use std::fmt::{self, Display};
use std::io::{self, Write};

/// Writes `value` to `out`.
pub(super) fn write(value: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    value.serialize(&mut Line { out }).map_err(|Fault(fault)| fault)
}

/// Why a line was not written: `out` failed, or the data are none that a record holds.
#[derive(Debug)]
struct Fault(io::Error);

impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Fault {}

impl Error for Fault {
    fn custom<T: Display>(why: T) -> Self {
        Fault(io::Error::other(why.to_string()))
    }
}

impl From<io::Error> for Fault {
    fn from(fault: io::Error) -> Self {
        Fault(fault)
    }
}

/// The line while it is written.
struct Line<'o, W> {
    out: &'o mut W,
}

impl<W: Write> Line<'_, W> {
    fn put(&mut self, json: &str) -> Result<(), Fault> {
        Ok(self.out.write_all(json.as_bytes())?)
    }

    /// A text in its quotation marks.
    fn text(&mut self, text: &str) -> Result<(), Fault> {
        self.put("\"")?;
        let mut rest = text;
        if has_escaped(text.as_bytes()) {
            while let Some(at) = rest.bytes().position(is_escaped) {
                self.put(&rest[..at])?;
                self.escaped(rest.as_bytes()[at])?;
                rest = &rest[at + 1..];
            }
        }
        self.put(rest)?;
        self.put("\"")
    }

    /// A number that is no fraction.
    fn whole(&mut self, number: u64) -> Result<(), Fault> {
        /// Digits of the largest.
        const MOST: usize = 20;
        let mut digits = [0; MOST];
        let (mut start, mut left) = (MOST, number);
        loop {
            start -= 1;
            digits[start] = b'0' + (left % 10) as u8;
            left /= 10;
            if left == 0 {
                return Ok(self.out.write_all(&digits[start..])?);
            }
        }
    }

    fn escaped(&mut self, byte: u8) -> Result<(), Fault> {
        match byte {
            b'"' => self.put("\\\""),
            b'\\' => self.put("\\\\"),
            b'\n' => self.put("\\n"),
            b'\r' => self.put("\\r"),
            b'\t' => self.put("\\t"),
            0x08 => self.put("\\b"),
            0x0c => self.put("\\f"),
            byte => Ok(write!(self.out, "\\u{byte:04x}")?),
        }
    }
}

/// Whether JSON escapes the byte.
#[expect(clippy::needless_bitwise_bool, reason = "a lazy operator is a branch")]
fn is_escaped(byte: u8) -> bool {
    (byte < b' ') | (byte == b'"') | (byte == b'\\')
}

/// Whether one of `bytes` is escaped. To look at all without a branch takes many in one step.
fn has_escaped(bytes: &[u8]) -> bool {
    bytes.iter().fold(false, |has, &byte| has | is_escaped(byte))
}

/// The members of a list or of an object while they are written.
struct Members<'l, 'o, W> {
    line: &'l mut Line<'o, W>,
    /// What stands before the next: what opens them all, then a comma.
    before: &'static str,
    /// What closes them, and what is written where there are none.
    close: &'static str,
    none: &'static str,
    any: bool,
}

impl<'l, 'o, W: Write> Members<'l, 'o, W> {
    fn of_list(line: &'l mut Line<'o, W>) -> Self {
        Members { line, before: "[", close: "]", none: "[]", any: false }
    }

    fn of_object(line: &'l mut Line<'o, W>) -> Self {
        Members { line, before: "{", close: "}", none: "{}", any: false }
    }

    fn open_next(&mut self) -> Result<(), Fault> {
        self.any = true;
        self.line.put(std::mem::replace(&mut self.before, ","))
    }

    fn add(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), Fault> {
        self.open_next()?;
        value.serialize(&mut *self.line)
    }

    fn close(self) -> Result<(), Fault> {
        self.line.put(if self.any { self.close } else { self.none })
    }
}

impl<W: Write> SerializeSeq for Members<'_, '_, W> {
    type Ok = ();
    type Error = Fault;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
        self.add(value)
    }

    fn end(self) -> Result<(), Fault> {
        self.close()
    }
}

impl<W: Write> SerializeTuple for Members<'_, '_, W> {
    type Ok = ();
    type Error = Fault;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
        self.add(value)
    }

    fn end(self) -> Result<(), Fault> {
        self.close()
    }
}

impl<W: Write> SerializeMap for Members<'_, '_, W> {
    type Ok = ();
    type Error = Fault;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Fault> {
        self.add(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
        self.line.put(":")?;
        value.serialize(&mut *self.line)
    }

    fn end(self) -> Result<(), Fault> {
        self.close()
    }
}

impl<W: Write> SerializeStruct for Members<'_, '_, W> {
    type Ok = ();
    type Error = Fault;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Fault> {
        self.open_next()?;
        self.line.put("\"")?;
        self.line.put(key)?;
        self.line.put("\":")?;
        value.serialize(&mut *self.line)
    }

    fn end(self) -> Result<(), Fault> {
        self.close()
    }
}

/// Numbers below zero and fractions are written by `serde_json`.
macro_rules! numbers {
    ($($name:ident: $type:ty,)*) => {
        $(fn $name(self, number: $type) -> Result<(), Fault> {
            Ok(serde_json::to_writer(&mut *self.out, &number).map_err(io::Error::from)?)
        })*
    };
}

/// What no record holds.
fn unknown<T>() -> Result<T, Fault> {
    Err(Fault::custom("no record holds such data"))
}

impl<'l, 'o, W: Write> Serializer for &'l mut Line<'o, W> {
    type Ok = ();
    type Error = Fault;
    type SerializeSeq = Members<'l, 'o, W>;
    type SerializeTuple = Members<'l, 'o, W>;
    type SerializeMap = Members<'l, 'o, W>;
    type SerializeStruct = Members<'l, 'o, W>;
    type SerializeTupleStruct = Impossible<(), Fault>;
    type SerializeTupleVariant = Impossible<(), Fault>;
    type SerializeStructVariant = Impossible<(), Fault>;

    numbers! {
        serialize_i8: i8,
        serialize_i16: i16,
        serialize_i32: i32,
        serialize_i64: i64,
        serialize_f32: f32,
        serialize_f64: f64,
    }

    fn serialize_u8(self, number: u8) -> Result<(), Fault> {
        self.whole(number.into())
    }

    fn serialize_u16(self, number: u16) -> Result<(), Fault> {
        self.whole(number.into())
    }

    fn serialize_u32(self, number: u32) -> Result<(), Fault> {
        self.whole(number.into())
    }

    fn serialize_u64(self, number: u64) -> Result<(), Fault> {
        self.whole(number)
    }

    fn serialize_bool(self, yes: bool) -> Result<(), Fault> {
        self.put(if yes { "true" } else { "false" })
    }

    fn serialize_char(self, c: char) -> Result<(), Fault> {
        self.text(c.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), Fault> {
        self.text(text)
    }

    fn serialize_none(self) -> Result<(), Fault> {
        self.put("null")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Fault> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Fault> {
        self.put("null")
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<(), Fault> {
        self.text(name)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Fault> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, Fault> {
        Ok(Members::of_list(self))
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Fault> {
        Ok(Members::of_list(self))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Fault> {
        Ok(Members::of_object(self))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeStruct, Fault> {
        Ok(Members::of_object(self))
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Fault> {
        unknown()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Fault> {
        unknown()
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Fault> {
        unknown()
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Fault> {
        unknown()
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Fault> {
        unknown()
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Fault> {
        unknown()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn line(value: &Value) -> String {
        let mut out = Vec::new();
        write(value, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn it_is_what_serde_json_writes() {
        let marks = (0..=u8::MAX).map(char::from).collect::<String>();
        let late = format!("{}\"{}\\", "海灣".repeat(9), "x".repeat(40));
        let value = json!({
            "texts": ["", marks, late, "\u{2028}\u{7f}"],
            "numbers": [0, -7, u64::MAX, i64::MIN, 0.1, 1e300],
            "others": [null, true, false, {}, [], [[]]],
            "a \"key\"\n": {"b": 1, "c": {}},
        });
        assert_eq!(line(&value), value.to_string());
    }

    #[test]
    fn a_writer_that_fails_is_told_of() {
        let mut full = [0; 4];
        let fault = write(&json!(["abc"]), &mut full.as_mut_slice()).unwrap_err();
        assert_eq!(fault.kind(), io::ErrorKind::WriteZero);
    }

    #[test]
    fn what_no_record_holds_is_a_fault() {
        let variant: Result<(), u8> = Err(7);
        assert!(write(&variant, &mut Vec::new()).is_err());
    }
}
