//! The language of an edition: its written form and, where the text shows it, its region.
//!
//! Gives the BCP 47 tag and reads it back. Which language a text is in is decided in `clean/edition.rs`.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A language tag: `en`, `en-HK`, `zh-Hant-TW`, `zh-Hans-CN`, `und`.
///
/// ```
/// use press_release::{Language, Region, WrittenForm};
///
/// let language: Language = "zh-Hant-HK".parse().unwrap();
/// assert_eq!(language.form, WrittenForm::Traditional);
/// assert_eq!(language.region, Some(Region::HongKong));
/// assert_eq!(language.to_string(), "zh-Hant-HK");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[cfg_attr(any(test, feature = "schema"), schemars(extend("pattern" = "^(en|zh-Hant|zh-Hans|und)(-[A-Z]{2})?$")))]
#[serde(into = "String", try_from = "String")]
pub struct Language {
    /// English, or Chinese in one of its two scripts.
    pub form: WrittenForm,
    /// Where the text comes from, when phone numbers, vocabulary or places show it.
    pub region: Option<Region>,
}

/// The written forms that this crate reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WrittenForm {
    /// English, `en`.
    English,
    /// Chinese in traditional characters, `zh-Hant`.
    Traditional,
    /// Chinese in simplified characters, `zh-Hans`.
    Simplified,
    /// Neither English nor Chinese, `und`.
    Undetermined,
}

impl WrittenForm {
    /// Whether it is Chinese, in either script.
    pub const fn is_chinese(self) -> bool {
        matches!(self, WrittenForm::Traditional | WrittenForm::Simplified)
    }

    /// Its subtags.
    pub const fn tag(self) -> &'static str {
        match self {
            WrittenForm::English => "en",
            WrittenForm::Traditional => "zh-Hant",
            WrittenForm::Simplified => "zh-Hans",
            WrittenForm::Undetermined => "und",
        }
    }
}

macro_rules! regions {
    ($($(#[doc = $doc:literal])* $name:ident => $code:literal,)*) => {
        /// Where a release comes from: an ISO 3166-1 country or territory.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Region { $($(#[doc = $doc])* $name,)* }

        impl Region {
            /// Every region there is.
            pub const ALL: &[Region] = &[$(Region::$name,)*];

            /// Its two-letter code.
            pub const fn code(self) -> &'static str {
                match self { $(Region::$name => $code,)* }
            }
        }
    };
}

regions! {
    /// Hong Kong.
    HongKong => "HK",
    /// Taiwan.
    Taiwan => "TW",
    /// Mainland China.
    China => "CN",
    /// Macau.
    Macau => "MO",
    /// Singapore.
    Singapore => "SG",
    /// Malaysia.
    Malaysia => "MY",
    /// The United States.
    UnitedStates => "US",
    /// Canada.
    Canada => "CA",
    /// The United Kingdom.
    UnitedKingdom => "GB",
    /// Ireland.
    Ireland => "IE",
    /// Australia.
    Australia => "AU",
    /// New Zealand.
    NewZealand => "NZ",
    /// India.
    India => "IN",
}

impl Language {
    /// A language without a region.
    pub const fn of(form: WrittenForm) -> Self {
        Language { form, region: None }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.form.tag())?;
        match self.region {
            Some(region) => write!(f, "-{}", region.code()),
            None => Ok(()),
        }
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.to_string()
    }
}

/// A tag that is not one of those that this crate writes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a language tag that this crate knows")]
pub struct UnknownLanguage(String);

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        use WrittenForm::{English, Simplified, Traditional, Undetermined};
        let unknown = || UnknownLanguage(tag.to_owned());
        let form = [Traditional, Simplified, English, Undetermined]
            .into_iter()
            .find(|form| tag == form.tag() || tag.starts_with(&format!("{}-", form.tag())))
            .ok_or_else(unknown)?;
        let region = match tag[form.tag().len()..].strip_prefix('-') {
            None => None,
            Some(code) => Some(*Region::ALL.iter().find(|r| r.code() == code).ok_or_else(unknown)?),
        };
        Ok(Language { form, region })
    }
}

impl TryFrom<String> for Language {
    type Error = UnknownLanguage;

    fn try_from(tag: String) -> Result<Self, Self::Error> {
        tag.parse()
    }
}
