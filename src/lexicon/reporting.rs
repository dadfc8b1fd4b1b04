//! Words that report speech, and the words that stand around them.
//!
//! Takes a word of either language; tells which verb it is a form of and which parts it can play around speech. It
//! knows words only: what a sentence makes of them is for `extract::speech`.

use super::rows;
use aho_corasick::{AhoCorasick, MatchKind};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a reporting word governs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Governs {
    /// Speech: said, 表示.
    Speech,
    /// Speech in marks only: continued, shouted.
    Voice,
    /// A quoted phrase of a speaker's: called, blasted.
    Phrase,
    /// What somebody thinks, knows or wants.
    Thought,
    /// In Chinese, speech only with a colon or a comma after it: 提到.
    Mention,
    /// In Chinese, reports but no speech: 獲悉.
    Finding,
}

impl Governs {
    /// Whether whole sentences in marks can depend on it.
    pub(crate) fn speaks(self) -> bool {
        matches!(self, Governs::Speech | Governs::Voice)
    }
}

/// The form of an English verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum VerbForm {
    Base,
    Third,
    Past,
    Ing,
}

/// The parts that a word can play around speech; see the head of `speech.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Aux,
    Adverb,
    Border,
    Relative,
    Determiner,
    Preposition,
    Pronoun,
    Plural,
    Neuter,
    Abbreviation,
    Elision,
    Naming,
    Small,
    SubjectEnd,
    Opener,
    Occasion,
    NameEnd,
    Attributive,
    Title,
    Surname,
    Source,
    Agent,
    Passive,
    Infinitive,
    Coordinate,
    Relay,
    Body,
    Anybody,
    Postnominal,
    Kin,
    Particle,
    Framing,
    Afterword,
    Plain,
    Copula,
    Third,
    WordPart,
    Addressing,
}

const ROLES: [(&str, Role); 38] = [
    ("aux", Role::Aux),
    ("adverb", Role::Adverb),
    ("border", Role::Border),
    ("relative", Role::Relative),
    ("determiner", Role::Determiner),
    ("preposition", Role::Preposition),
    ("pronoun", Role::Pronoun),
    ("plural", Role::Plural),
    ("neuter", Role::Neuter),
    ("abbreviation", Role::Abbreviation),
    ("elision", Role::Elision),
    ("naming", Role::Naming),
    ("small", Role::Small),
    ("subject_end", Role::SubjectEnd),
    ("opener", Role::Opener),
    ("occasion", Role::Occasion),
    ("name_end", Role::NameEnd),
    ("stop", Role::Attributive),
    ("title", Role::Title),
    ("surname", Role::Surname),
    ("source", Role::Source),
    ("agent", Role::Agent),
    ("passive", Role::Passive),
    ("infinitive", Role::Infinitive),
    ("coordinate", Role::Coordinate),
    ("relay", Role::Relay),
    ("body", Role::Body),
    ("anybody", Role::Anybody),
    ("postnominal", Role::Postnominal),
    ("kin", Role::Kin),
    ("particle", Role::Particle),
    ("framing", Role::Framing),
    ("afterword", Role::Afterword),
    ("plain", Role::Plain),
    ("copula", Role::Copula),
    ("third", Role::Third),
    ("part", Role::WordPart),
    ("addressing", Role::Addressing),
];

/// What is known of one word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    pub(crate) verb: Option<(Governs, VerbForm)>,
    roles: u64,
}

impl Facts {
    pub(crate) fn is(self, role: Role) -> bool {
        self.roles & (1 << role as u64) != 0
    }
}

static ENGLISH: LazyLock<FxHashMap<&str, Facts>> = LazyLock::new(|| facts(|form| form == "en"));
static CHINESE: LazyLock<FxHashMap<&str, Facts>> = LazyLock::new(|| facts(|form| form != "en"));
static SUBJECT_ENDS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| matcher(Role::SubjectEnd));
static RELAYS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| matcher(Role::Relay));
static KIN: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| matcher(Role::Kin));
static NAMING: LazyLock<Option<(AhoCorasick, usize)>> = LazyLock::new(|| {
    let mut words = words_of(Role::Naming);
    let naming = words.len();
    words.extend(words_of(Role::Plain));
    let built = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words);
    built.ok().map(|automaton| (automaton, naming))
});
static TITLES: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| matcher(Role::Title));
static CUES: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    // Longer words that only hold a reporting word keep it from being found.
    let mut words: Vec<&str> =
        rows(include_str!("reporting.tsv")).filter(|row| row.form != "en").map(|row| row.word).collect();
    words.extend(words_of(Role::Plain));
    AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words).ok()
});

fn facts(wanted: fn(&str) -> bool) -> FxHashMap<&'static str, Facts> {
    let mut known: FxHashMap<&str, Facts> = FxHashMap::default();
    for row in rows(include_str!("speech.tsv")).filter(|row| wanted(row.form)) {
        if let Some((_, role)) = ROLES.iter().find(|(name, _)| *name == row.class) {
            known.entry(row.word).or_default().roles |= 1 << *role as u64;
        }
    }
    for row in rows(include_str!("reporting.tsv")).filter(|row| wanted(row.form)) {
        let governs = match row.class {
            "voice" => Governs::Voice,
            "judge" => Governs::Phrase,
            "think" => Governs::Thought,
            "mention" => Governs::Mention,
            "perceive" => Governs::Finding,
            _ => Governs::Speech,
        };
        let form = match row.extra {
            "third" => VerbForm::Third,
            "past" => VerbForm::Past,
            "ing" => VerbForm::Ing,
            _ => VerbForm::Base,
        };
        known.entry(row.word).or_default().verb.get_or_insert((governs, form));
    }
    known
}

fn matcher(role: Role) -> Option<AhoCorasick> {
    AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words_of(role)).ok()
}

fn words_of(role: Role) -> Vec<&'static str> {
    CHINESE.iter().filter(|(_, facts)| facts.is(role)).map(|(word, _)| *word).collect()
}

/// What is known of an English word, which must be in lower case.
pub(crate) fn english(word: &str) -> Facts {
    ENGLISH.get(word).copied().unwrap_or_default()
}

/// What is known of a Chinese word.
pub(crate) fn chinese(word: &str) -> Facts {
    CHINESE.get(word).copied().unwrap_or_default()
}

/// Longest Chinese word of the tables, in characters.
const LONGEST: usize = 6;

/// The longest reporting word that `text` ends with, and what it governs.
pub(crate) fn chinese_cue_at_end(text: &str) -> Option<(&str, Governs)> {
    suffixes(text).filter_map(|word| chinese(word).verb.map(|(governs, _)| (word, governs))).last()
}

/// The longest word with `role` that `text` ends with.
pub(crate) fn chinese_role_at_end(text: &str, role: Role) -> Option<&str> {
    suffixes(text).filter(|word| chinese(word).is(role)).last()
}

/// The longest word with `role` that `text` starts with.
pub(crate) fn chinese_role_at_start(text: &str, role: Role) -> Option<&str> {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.take(LONGEST).filter_map(|end| text.get(..end)).filter(|word| chinese(word).is(role)).last()
}

/// The longest reporting word that `text` starts with.
pub(crate) fn chinese_cue_at_start(text: &str) -> Option<&str> {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.take(LONGEST).filter_map(|end| text.get(..end)).filter(|word| chinese(word).verb.is_some()).last()
}

fn suffixes(text: &str) -> impl Iterator<Item = &str> {
    text.char_indices().rev().take(LONGEST).filter_map(|(at, _)| text.get(at..))
}

/// Where the words that end a Chinese subject stand in `text`: 今日, 出席, 也.
pub(crate) fn subject_ends(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    SUBJECT_ENDS.iter().flat_map(move |found| found.find_iter(text).map(|m| m.range()))
}

/// Where words stand that hand the word on to somebody else: 引述.
pub(crate) fn relays(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    RELAYS.iter().flat_map(move |found| found.find_iter(text).map(|m| m.range()))
}

/// Where ages and family ties stand that introduce a name: 歲的, 女兒.
pub(crate) fn kin(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    KIN.iter().flat_map(move |found| found.find_iter(text).map(|m| m.range()))
}

/// Whether a word that announces a name, a theme or a proverb stands in `text`; longer words that only contain such a
/// word (問題) are passed over.
pub(crate) fn has_naming(text: &str) -> bool {
    NAMING.iter().any(|(automaton, naming)| {
        automaton.find_iter(text).any(|found| found.pattern().as_usize() < *naming)
    })
}

/// Where Chinese titles stand in `text`.
pub(crate) fn chinese_titles(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    TITLES.iter().flat_map(move |found| found.find_iter(text).map(|m| m.range()))
}

/// Where Chinese reporting words stand in `text`.
pub(crate) fn chinese_cues(text: &str) -> impl Iterator<Item = (std::ops::Range<usize>, Governs)> {
    CUES.iter().flat_map(move |found| {
        found.find_iter(text).filter_map(move |m| {
            let (governs, _) = chinese(text.get(m.range())?).verb?;
            Some((m.range(), governs))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_and_roles_are_known() {
        assert_eq!(english("said").verb, Some((Governs::Speech, VerbForm::Past)));
        assert_eq!(english("calling").verb, Some((Governs::Phrase, VerbForm::Ing)));
        assert!(english("who").is(Role::Relative));
        assert_eq!(chinese_cue_at_end("局長補充說"), Some(("補充說", Governs::Speech)));
        assert_eq!(chinese_cue_at_end("局长说"), Some(("说", Governs::Speech)));
    }
}
