//! The converter: what a caller holds.

use super::alignment::{Aligned, Deaf, Track};
use super::config::Config;
use super::engine::Engine;

/// Converts Chinese text from one written form to another, as `OpenCC` 1.4.2 does.
///
/// Made at once and copied freely; any number of threads may use one. The tables lie in the program and take part of a
/// millisecond to make ready on first use. Text in other scripts, Latin letters and figures pass as they stand.
///
/// ```
/// use press_release::chinese::{Config, Converter};
///
/// let hong_kong = Converter::new(Config::S2hk);
/// assert_eq!(hong_kong.convert("为了核实这说法 (2025)"), "為了核實這説法 (2025)");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Converter {
    engine: &'static Engine,
}

impl Converter {
    /// A converter of one configuration.
    pub fn new(config: Config) -> Self {
        Converter { engine: config.engine() }
    }

    /// The conversion of `text`.
    pub fn convert(&self, text: &str) -> String {
        let mut result = String::new();
        self.convert_into(text, &mut result);
        result
    }

    /// Adds the conversion of `text` to `result`.
    ///
    /// ```
    /// use press_release::chinese::{Config, Converter};
    ///
    /// let simplified = Converter::new(Config::T2s);
    /// let mut result = String::new();
    /// for line in ["港口", "開放"] {
    ///     simplified.convert_into(line, &mut result);
    /// }
    /// assert_eq!(result, "港口开放");
    /// ```
    pub fn convert_into(&self, text: &str, result: &mut String) {
        self.run(text, result, &mut Deaf);
    }

    /// The conversion of `text`, and which stretch of `text` each stretch of it comes from.
    ///
    /// ```
    /// use press_release::chinese::{Config, Converter};
    ///
    /// let aligned = Converter::new(Config::S2twp).convert_aligned("新软件");
    /// assert_eq!(aligned.text, "新軟體");
    /// assert_eq!(aligned.alignment.source_of(3..9), 3..9);
    /// ```
    pub fn convert_aligned(&self, text: &str) -> Aligned {
        let mut aligned = Aligned::default();
        self.run(text, &mut aligned.text, &mut aligned.alignment);
        aligned
    }

    /// Adds the conversion of `text` to `result`, and tells `track` what becomes what.
    pub(super) fn run<T: Track>(self, text: &str, result: &mut String, track: &mut T) {
        self.engine.convert(text, result, track);
    }
}
