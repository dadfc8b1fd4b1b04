//! Conversion by the native `OpenCC` library, for those who already run it. Only with the feature `opencc-rust`.
//!
//! Takes a configuration; gives a converter with the methods of [`Converter`]. The library must be installed: how it is
//! found is told by the crate `opencc-rust`. It has no alignment of its own, and one conversion waits for the other
//! across threads; [`Converter`] gives the same text faster and needs neither library nor files.

use super::alignment::{Aligned, Alignment, Track};
use super::config::Config;
use super::converter::Converter;
use opencc_rust::{OpenCC, OpenCCError};
use std::path::Path;
use thiserror::Error;

/// Why the native library did not convert.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum NativeError {
    /// The configuration could not be opened.
    #[error(
        "OpenCC does not open the configuration {file:?}: install its data, or give the path of the file"
    )]
    Open {
        /// The configuration's file.
        file: String,
        /// What the library says.
        source: OpenCCError,
    },
    /// A text could not be converted.
    #[error("OpenCC does not convert this text")]
    Convert(#[from] OpenCCError),
}

/// Converts as [`Converter`] does, by the native `OpenCC` library.
///
/// ```no_run
/// use press_release::chinese::{Config, NativeConverter};
///
/// let simplified = NativeConverter::new(Config::Hk2s)?;
/// assert_eq!(simplified.convert("碼頭電車線下月通車")?, "码头电车线下月通车");
/// # Ok::<(), press_release::chinese::NativeError>(())
/// ```
pub struct NativeConverter {
    library: OpenCC,
    config: Config,
}

impl std::fmt::Debug for NativeConverter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NativeConverter").field("config", &self.config).finish_non_exhaustive()
    }
}

impl NativeConverter {
    /// A converter by a configuration that the library finds among its own data.
    ///
    /// # Errors
    ///
    /// When the library or its data is not there.
    pub fn new(config: Config) -> Result<Self, NativeError> {
        Self::open(config, Path::new(&format!("{}.json", config.name())))
    }

    /// A converter by a configuration in `folder`, which holds `s2t.json` and its like with their dictionaries.
    ///
    /// # Errors
    ///
    /// When the folder does not hold them.
    pub fn in_folder(config: Config, folder: &Path) -> Result<Self, NativeError> {
        Self::open(config, &folder.join(format!("{}.json", config.name())))
    }

    fn open(config: Config, file: &Path) -> Result<Self, NativeError> {
        let library = OpenCC::new(file)
            .map_err(|source| NativeError::Open { file: file.display().to_string(), source })?;
        Ok(NativeConverter { library, config })
    }

    /// The conversion of `text`.
    ///
    /// # Errors
    ///
    /// When the library fails.
    pub fn convert(&self, text: &str) -> Result<String, NativeError> {
        let mut result = String::with_capacity(text.len());
        self.convert_into(text, &mut result)?;
        Ok(result)
    }

    /// Adds the conversion of `text` to `result`.
    ///
    /// # Errors
    ///
    /// When the library fails; `result` then holds what it converted before.
    pub fn convert_into(&self, text: &str, result: &mut String) -> Result<(), NativeError> {
        // The library's texts end at a zero byte.
        for (index, part) in text.split('\0').enumerate() {
            if index > 0 {
                result.push('\0');
            }
            result.push_str(&self.library.convert(part)?);
        }
        Ok(())
    }

    /// The conversion of `text`, and which stretch of `text` each stretch of it comes from. The alignment is
    /// [`Converter`]'s; where the library's data are of another release and give another text, the whole text is one
    /// stretch.
    ///
    /// # Errors
    ///
    /// When the library fails.
    pub fn convert_aligned(&self, text: &str) -> Result<Aligned, NativeError> {
        let converted = self.convert(text)?;
        let aligned = Converter::new(self.config).convert_aligned(text);
        if aligned.text == converted {
            return Ok(aligned);
        }
        let mut alignment = Alignment::default();
        alignment.whole(text.len(), converted.len());
        Ok(Aligned { text: converted, alignment })
    }
}
