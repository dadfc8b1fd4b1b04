//! The name of an encoding, as a caller gives it.
//!
//! Takes a label, gives the encoding that the WHATWG Encoding Standard means by it. It decodes nothing.

use std::fmt;
use std::str::FromStr;

/// An encoding of text, by any of its labels in the WHATWG Encoding Standard: `big5`, `gbk`, `utf-8`, `latin1`.
///
/// ```
/// let encoding: press_release::Encoding = "gb2312".parse()?;
/// assert_eq!(encoding.to_string(), "GBK");
/// assert!("klingon".parse::<press_release::Encoding>().is_err());
/// # Ok::<(), press_release::UnknownEncoding>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

impl Encoding {
    pub(super) fn inner(self) -> &'static encoding_rs::Encoding {
        self.0
    }
}

impl FromStr for Encoding {
    type Err = UnknownEncoding;

    fn from_str(label: &str) -> Result<Self, Self::Err> {
        match encoding_rs::Encoding::for_label_no_replacement(label.as_bytes()) {
            Some(encoding) => Ok(Encoding(encoding)),
            None => Err(UnknownEncoding { label: label.to_owned() }),
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.name())
    }
}

/// No encoding has this label.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "no encoding is called {label:?}; there are utf-8, utf-16le, big5, gbk, gb18030, windows-1252 and others"
)]
pub struct UnknownEncoding {
    /// The label.
    pub label: String,
}
