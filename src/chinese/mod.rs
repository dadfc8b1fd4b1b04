//! Conversion between the written forms of Chinese: `OpenCC`'s algorithm over `OpenCC`'s dictionaries.
//!
//! ```text
//! tables/*.bin → Table → Engine (a configuration's steps) → Converter → text and Alignment
//! ```
//!
//! Takes a text, gives the same text in another written form, character for character as `OpenCC` 1.4.2 does, and where
//! each stretch of the result comes from. Only `record`, which gives the texts of a release their readings, knows press
//! releases.
//!
//! ```
//! use press_release::chinese::{Config, Converter};
//!
//! let simplified = Converter::new(Config::Hk2s);
//! assert_eq!(simplified.convert("碼頭電車線下月通車"), "码头电车线下月通车");
//! ```

mod alignment;
mod config;
mod converter;
mod engine;
mod names;
#[cfg(feature = "opencc-rust")]
mod native;
mod news;
mod recent;
pub(crate) mod record;
mod search;
mod sequence;
mod step;
mod style;
mod table;

pub use alignment::{Aligned, Alignment, Stretch};
pub use config::{Config, UnknownConfig};
pub use converter::Converter;
#[cfg(feature = "opencc-rust")]
pub use native::{NativeConverter, NativeError};
pub use news::News;
pub use search::search_form;
