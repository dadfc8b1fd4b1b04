//! What was doubtful in a release: never an error, always with the place.
//!
//! Takes nothing; the stages make diagnostics and the record carries them.

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// One doubt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Diagnostic {
    /// What kind of doubt.
    pub code: DiagnosticCode,
    /// The same in a sentence.
    pub message: String,
    /// Where, in bytes of the decoded source.
    pub spans: Vec<Span>,
}

impl Diagnostic {
    pub(crate) fn new(code: DiagnosticCode, spans: Vec<Span>) -> Self {
        Diagnostic { code, message: code.sentence().to_owned(), spans }
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $name:ident => $sentence:literal,)*) => {
        /// The kinds of doubt; in JSON their names in `snake_case`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum DiagnosticCode { $(#[doc = $sentence] $name,)* }

        impl DiagnosticCode {
            /// Every code there is.
            pub const ALL: &[DiagnosticCode] = &[$(DiagnosticCode::$name,)*];

            /// What it means, in one sentence.
            pub const fn sentence(self) -> &'static str {
                match self { $(DiagnosticCode::$name => $sentence,)* }
            }
        }
    };
}

codes! {
    EmptyText => "there is nothing to read in the text",
    BinaryInput => "the input looks like binary data, not like text",
    EncodingGuessed => "the encoding was guessed from the bytes",
    UndecodableBytes => "some bytes are not valid in the encoding and were replaced",
    OtherLanguage => "the text is neither English nor Chinese, so little of it can be told apart",
    MixedScripts => "the text mixes Traditional and Simplified characters",
    NoHeadline => "no headline was found",
    NoBody => "no body paragraph was found",
    ImpossibleDate => "a date is written that no calendar has",
    ConflictingDates => "the dateline and the date line give different days",
    UnclosedQuote => "a quotation mark opens and never closes",
    UnopenedQuote => "a quotation mark closes that never opened",
    SpeakerUnknown => "something is said, but who says it was not found",
    PronounUnresolved => "the speaker is a pronoun whose person was not found",
    LongLine => "a line is too long to be looked at as one and was read in parts",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_is_one_sentence_without_a_stop() {
        for code in DiagnosticCode::ALL {
            let sentence = code.sentence();
            assert!(sentence.starts_with(char::is_lowercase) && !sentence.ends_with('.'), "{sentence}");
        }
    }
}
