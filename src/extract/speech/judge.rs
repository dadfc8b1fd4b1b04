//! Whether a string in marks is speech, or a name, a term, a slogan, a scare quote.
//!
//! Takes the string and how it stands in its sentence; gives a verdict. It does not look for speakers.

use super::chinese::{Governing, Introduced};
use super::english::Stand;
use super::marks::Marked;
use crate::lexicon::reporting::{self, Governs, Role};
use crate::options::Options;
use crate::text::script::{is_han, is_word};
use unicode_segmentation::UnicodeSegmentation;

/// How an English string stands in its sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// The clause that governs it, if any.
    pub(super) governed: Option<(Stand, Governs)>,
    pub(super) company: Company,
    pub(super) use_as: UseAs,
}

/// What stands beside an English string in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Company {
    /// Other words.
    Words,
    /// Nothing but other strings and an attribution.
    Alone,
    /// Nothing but them, and speech ended in the sentence before.
    AfterSpeech,
}

/// What the words next to an English string make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum UseAs {
    Anything,
    /// A word just before it announces a name: titled, the song.
    Name,
    /// It stands between a determiner and a word in small letters: its “…” approach.
    Attribute,
    /// A word just before it announces the title of a scholarly work: the paper, “…”.
    Work,
}

/// Whether an English string is speech.
pub(super) fn english(text: &str, marked: &Marked, setting: Setting, options: &Options) -> bool {
    let Some(inner) = text.get(marked.inner.clone()) else { return false };
    let before = text.get(..marked.outer.start).and_then(|t| t.chars().next_back());
    // Of many it is enough to know that they are many.
    let words = words_of(inner, MANY.max(options.min_quote_words));
    if words == 0 || before == Some('=') || !inner.contains(char::is_alphabetic) || inner.contains("://") {
        return false;
    }
    let ended = inner.trim_end().ends_with([',', '.', '!', '?', '—', '…', '’', '\'', '”']);
    let direct =
        matches!(setting.governed, Some((Stand::After | Stand::Before, governs)) if governs.speaks());
    let whole = inner.starts_with(|c: char| c.is_uppercase() || !c.is_alphanumeric()) && ended;
    if whole && (direct || setting.company == Company::AfterSpeech) {
        return true;
    }
    let alone = setting.company != Company::Words;
    let may_be_title = words <= 10 && !(alone && ended);
    if may_be_title && titled(inner) || setting.use_as == UseAs::Name && words < 8 {
        return false;
    }
    if words < options.min_quote_words {
        return false;
    }
    match setting.governed {
        Some((_, Governs::Thought)) => words >= 2,
        Some(_) => true,
        None if matches!(setting.use_as, UseAs::Attribute | UseAs::Work) => false,
        None => words >= 4 && (alone || words >= UNGOVERNED),
    }
}

/// How many words `inner` has, at most `most`, as Unicode segments them (UAX #29): a dash between two words parts them, a
/// hyphen or an apostrophe does not make two.
fn words_of(inner: &str, most: usize) -> usize {
    // A blank parts them whatever they are: most strings that are long enough are told by that.
    let parted = inner.split(' ').filter(|part| part.contains(|c: char| c.is_ascii_alphanumeric()));
    if parted.take(most).count() == most { most } else { inner.unicode_words().take(most).count() }
}

/// More words than any rule below asks for.
const MANY: usize = 11;

/// Fewest words of a string that no verb governs inside a sentence. Of such strings of four or five words in the
/// training articles three in four are speech.
const UNGOVERNED: usize = 4;

/// Whether every word of weight has a capital, as in titles of shows and laws.
fn titled(inner: &str) -> bool {
    let mut capitals = 0;
    let all = inner
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .all(|word| {
            let capital = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
            capitals += usize::from(capital);
            capital || reporting::english(word).is(Role::Small)
        });
    all && capitals > 0
}

/// Whether a Chinese string is speech. `follows` says that it continues a list of speech: 「…」、「…」.
pub(super) fn chinese(
    text: &str,
    marked: &Marked,
    governing: Option<&Governing>,
    setting: ChineseSetting<'_>,
    options: &Options,
) -> bool {
    let Some(inner) = text.get(marked.inner.clone()) else { return false };
    // Of many it is enough to know that they are many.
    let chars = inner.chars().filter(|c| is_word(*c)).take(LONG.max(options.min_quote_chars)).count();
    if chars == 0 {
        return false;
    }
    let whole = setting.whole;
    let long = chars >= options.min_quote_chars
        && (inner.contains(is_han) || inner.unicode_words().count() >= options.min_quote_words);
    let clauses = inner.contains(['，', '。', '！', '？', ',', '；', '!', '?', '：']);
    match governing {
        Some(found) if found.after => {
            (long || whole || inner.trim_end().ends_with(['，', ',']))
                && (setting.opening == Opening::Spoken || clauses)
        }
        Some(found) => {
            if whole && found.parted {
                return true;
            }
            let runs_on = text.get(marked.outer.end..).and_then(|t| t.chars().next()).is_some_and(is_han)
                && reporting::chinese_cue_at_start(text.get(marked.outer.end..).unwrap_or("")).is_none();
            long && (clauses || !named(inner) && (!runs_on || attributive(text, marked)))
        }
        None => {
            long && (setting.continues
                || whole && clauses && setting.opening.speaks(chars)
                || setting.introduced(chars, clauses))
        }
    }
}

/// Fewest characters of speech behind other words without a mark between, more than any other rule asks for. A guess.
const LONG: usize = 20;

/// Fewest characters of speech that opens a sentence before anybody was named; shorter ones are slogans. A guess.
const UNSPOKEN: usize = 12;

/// Whether a Chinese string opens its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// Words stand before it.
    Inside,
    /// It opens the sentence, but nobody is there to say it.
    Unspoken,
    /// The same, and other strings follow in the paragraph.
    AmongOthers,
    /// It opens the sentence, and somebody is there to say it.
    Spoken,
}

impl Opening {
    fn speaks(self, chars: usize) -> bool {
        self == Opening::Spoken || self == Opening::AmongOthers && chars >= UNSPOKEN
    }
}

/// How a Chinese string stands in its sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct ChineseSetting<'a> {
    pub(super) whole: bool,
    pub(super) opening: Opening,
    /// Whether it continues a list of strings that are speech.
    pub(super) continues: bool,
    /// What stands before it in its sentence.
    pub(super) introduced: Option<&'a Introduced>,
    /// Whether the sentence ends after it.
    pub(super) closes: bool,
}

impl ChineseSetting<'_> {
    fn introduced(self, chars: usize, clauses: bool) -> bool {
        let Some(found) = self.introduced else { return false };
        let told = found.cue.is_some() && clauses;
        if found.colon {
            self.whole || clauses || found.near
        } else if found.parted {
            // 主席黎永生補充，門票下周發售，「看完可以回收再用」。
            self.whole || told && (found.near || chars >= 16) || found.cue.is_some() && self.closes
        } else {
            told && chars >= LONG
        }
    }
}

/// Whether 的 follows the string: 強調「…」的主張.
fn attributive(text: &str, marked: &Marked) -> bool {
    let after = text.get(marked.outer.end..).unwrap_or("");
    reporting::chinese_role_at_start(after, Role::Attributive).is_some()
}

/// Whether a string ends as names of schemes, events and bodies do.
fn named(inner: &str) -> bool {
    reporting::chinese_role_at_end(inner.trim_end(), Role::NameEnd).is_some()
}
