//! Words that report speech, and the words that stand around them.
//!
//! Takes a word of either language; tells which verb it is a form of and which parts it can play around speech. It
//! knows words only: what a sentence makes of them is for `extract::speech`.

use super::tree::{ClassSet, Tree};
use super::words::in_small_letters;
use super::{Row, rows};
use crate::text::openings::CaselessOpenings;
use crate::text::script::ALPHANUMERICS;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;
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
    Manner,
    Posing,
    Posed,
    Own,
    Placing,
    Work,
    Document,
    Origin,
    Appointing,
    Former,
    FormerInName,
    Equating,
    Addressee,
    Light,
    Aspect,
}

const ROLES: [(&str, Role); 53] = [
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
    ("manner", Role::Manner),
    ("posing", Role::Posing),
    ("posed", Role::Posed),
    ("own", Role::Own),
    ("placing", Role::Placing),
    ("work", Role::Work),
    ("document", Role::Document),
    ("origin", Role::Origin),
    ("appointing", Role::Appointing),
    ("former", Role::Former),
    ("former_in_name", Role::FormerInName),
    ("equating", Role::Equating),
    ("addressee", Role::Addressee),
    ("light", Role::Light),
    ("aspect", Role::Aspect),
];

/// What is known of one word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    pub(crate) verb: Option<(Governs, VerbForm)>,
    /// Whether it may report together with the word after it: put it.
    pub(crate) opens_pair: bool,
    roles: u64,
}

impl Facts {
    pub(crate) fn is(self, role: Role) -> bool {
        self.roles & (1 << role as u64) != 0
    }

    /// Whether it is a verb of speech in a form that a subject governs: "said", "says".
    pub(crate) fn tells_speech(self) -> bool {
        matches!(self.verb, Some((governs, VerbForm::Past | VerbForm::Third)) if governs.speaks())
    }
}

static AROUND_SPEECH: LazyLock<Vec<Row>> = LazyLock::new(|| rows(include_str!("speech.tsv")).collect());
static ENGLISH: LazyLock<FxHashMap<&str, Facts>> = LazyLock::new(|| facts(|form| form == "en"));
static ATTRIBUTIONS: LazyLock<Attributions> = LazyLock::new(|| {
    let attributions = AROUND_SPEECH.iter().filter(|row| row.class == "attribution");
    let phrases: Vec<&str> = attributions.map(|row| row.word).collect();
    Attributions { openings: CaselessOpenings::of(phrases.iter().copied()), phrases }
});

/// Phrases that say whose speech follows, and where one may stand.
struct Attributions {
    phrases: Vec<&'static str>,
    openings: CaselessOpenings,
}

/// Chinese words by their letters: the roles of each as bits, and after them what it governs.
struct Chinese {
    onward: Tree,
    back: Tree,
}

static CHINESE: LazyLock<Chinese> = LazyLock::new(|| {
    let words: Vec<(&str, ClassSet)> = facts(|form| form != "en")
        .into_iter()
        .map(|(word, facts)| (word, facts.roles | facts.verb.map_or(0, |(governs, _)| verb_bit(governs))))
        .collect();
    // 處長 and 副處長.
    let title = role_bit(Role::Title);
    let deputy = AROUND_SPEECH.iter().find(|row| row.class == "deputy").map_or("", |row| row.word);
    let titles = words.iter().filter(|(_, classes)| classes & title != 0);
    let deputies: Vec<String> = titles.map(|(word, _)| format!("{deputy}{word}")).collect();
    let deputies = deputies.iter().map(|word| (word.as_str(), title));
    let all = words.iter().copied().chain(deputies);
    Chinese {
        onward: Tree::of(all.clone().map(|(word, classes)| (word.chars(), classes))),
        back: Tree::of(all.map(|(word, classes)| (word.chars().rev(), classes))),
    }
});

const GOVERNED: [Governs; 6] =
    [Governs::Speech, Governs::Voice, Governs::Phrase, Governs::Thought, Governs::Mention, Governs::Finding];

/// The words that report.
const VERBS: ClassSet = ((1 << GOVERNED.len()) - 1) << ROLES.len();

fn verb_bit(governs: Governs) -> ClassSet {
    1 << (ROLES.len() + governs as usize)
}

fn role_bit(role: Role) -> ClassSet {
    1 << role as u64
}

/// What a word of these classes governs.
fn governed(classes: ClassSet) -> Option<Governs> {
    GOVERNED.into_iter().find(|&governs| classes & verb_bit(governs) != 0)
}

fn facts(wanted: fn(&str) -> bool) -> FxHashMap<&'static str, Facts> {
    let mut known: FxHashMap<&str, Facts> = FxHashMap::default();
    for alike in AROUND_SPEECH.chunk_by(|one, next| one.class == next.class) {
        let Some(&(_, role)) = ROLES.iter().find(|(name, _)| *name == alike[0].class) else { continue };
        for row in alike.iter().filter(|row| wanted(row.form)) {
            known.entry(row.word).or_default().roles |= role_bit(role);
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
        if let Some((first, _)) = row.word.split_once(' ') {
            known.entry(first).or_default().opens_pair = true;
        }
    }
    known
}

/// Where the words end that say in a heading whose speech stands below: "Quotes attributable to".
pub(crate) fn attribution_end(heading: &str) -> Option<usize> {
    if !ATTRIBUTIONS.openings.may_open(heading.as_bytes()) {
        return None;
    }
    ATTRIBUTIONS.phrases.iter().find_map(|words| {
        let opens = heading.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words));
        opens.then_some(words.len())
    })
}

/// Where the last phrase of that kind ends inside `text`: "released the following statement from | Ann Lee:".
pub(crate) fn attribution_within(text: &str) -> Option<usize> {
    let Attributions { phrases, openings } = &*ATTRIBUTIONS;
    let stands = |at: usize| {
        let here = |phrase: &&&str| text.as_bytes()[at..].starts_with(phrase.as_bytes());
        phrases.iter().filter(here).map(|phrase| at + phrase.len()).max()
    };
    openings.places(text.as_bytes()).filter_map(stands).max()
}

/// What is known of an English word, which must be in lower case.
pub(crate) fn english(word: &str) -> Facts {
    ENGLISH.get(word).copied().unwrap_or_default()
}

/// Whether a word stands in English `text` that may report, or name a source: without one nothing is said but in marks.
pub(crate) fn may_report(text: &str) -> bool {
    static REPORTING: LazyLock<ReportingWords> = LazyLock::new(|| {
        let reports = |facts: &Facts| facts.verb.is_some() || facts.is(Role::Source);
        ReportingWords::of(ENGLISH.iter().filter(|(_, facts)| reports(facts)).map(|(word, _)| *word))
    });
    REPORTING.may_stand_in(text)
}

/// English words by their letters of ASCII up to the first other character.
struct ReportingWords {
    words: FxHashSet<&'static [u8]>,
    /// For the last five bits of the first two letters, how long they are: most words of a text are told by that.
    lengths: Vec<u32>,
}

impl ReportingWords {
    fn of(words: impl Iterator<Item = &'static str>) -> Self {
        let mut all = ReportingWords { words: FxHashSet::default(), lengths: vec![0; 1 << 10] };
        for word in words {
            let letters = &word.as_bytes()[..ALPHANUMERICS.end_of_run(word.as_bytes(), 0)];
            let (place, length) = ReportingWords::shape(letters);
            all.lengths[place] |= length;
            all.words.insert(letters);
        }
        all
    }

    /// Where the lengths of words stand that open with these letters, and the bit of its own.
    fn shape(letters: &[u8]) -> (usize, u32) {
        let bits = |at: usize| letters.get(at).map_or(0, |letter| usize::from(letter & 31));
        (bits(0) << 5 | bits(1), 1 << letters.len().min(31))
    }

    fn may_stand_in(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let end = ALPHANUMERICS.end_of_run(bytes, at);
            let (place, length) = ReportingWords::shape(&bytes[at..end]);
            if self.lengths[place] & length != 0
                && in_small_letters(&text[at..end], |word| self.words.contains(word))
            {
                return true;
            }
            at = end + 1;
        }
        false
    }
}

/// What is known of two words in small letters that report together: put it.
pub(crate) fn english_pair(first: &str, second: &str) -> Option<Facts> {
    static PAIRS: LazyLock<Vec<(&str, &str, Facts)>> = LazyLock::new(|| {
        let pairs = ENGLISH.iter().filter_map(|(words, &facts)| Some((words.split_once(' ')?, facts)));
        pairs.map(|((first, second), facts)| (first, second, facts)).collect()
    });
    // Few words close a pair.
    let pair = PAIRS.iter().find(|&&(one, other, _)| other == second && one == first)?;
    Some(pair.2)
}

/// Whether a Chinese word has `role`.
pub(crate) fn is_chinese(word: &str, role: Role) -> bool {
    CHINESE.onward.classes(word.chars(), role_bit(role)) != 0
}

/// Where the longest word of `classes` starts that ends `text`, and its classes.
fn at_end(text: &str, classes: ClassSet) -> Option<(usize, ClassSet)> {
    // None ends with a letter or a digit of ASCII, as English texts do, which so need no Chinese words.
    if text.ends_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let mut longest = None;
    CHINESE.back.each(text.char_indices().rev(), classes, |at, classes| longest = Some((at, classes)));
    longest
}

/// Where the longest word of `classes` ends that starts `text`.
fn at_start(text: &str, classes: ClassSet) -> Option<usize> {
    CHINESE.onward.longest(text.char_indices().map(|(at, c)| (at + c.len_utf8(), c)), classes)
}

/// Where words of `classes` stand in `text`, none over another, the longest of those that start together.
fn standing(text: &str, classes: ClassSet) -> impl Iterator<Item = (Range<usize>, ClassSet)> {
    CHINESE.onward.find_all(text, classes)
}

/// The longest reporting word that `text` ends with, and what it governs.
pub(crate) fn chinese_cue_at_end(text: &str) -> Option<(&str, Governs)> {
    let (at, classes) = at_end(text, VERBS)?;
    Some((&text[at..], governed(classes)?))
}

/// The longest word with `role` that `text` ends with.
pub(crate) fn chinese_role_at_end(text: &str, role: Role) -> Option<&str> {
    at_end(text, role_bit(role)).map(|(at, _)| &text[at..])
}

/// Whether the last word of an English `line`, before its colon, reports: "Ann Lee, Chairman, commented:".
pub(crate) fn leads_in(line: &str) -> bool {
    let last = line.trim_end_matches([':', ' ']).rsplit(' ').next().unwrap_or("");
    english(&last.to_lowercase()).tells_speech()
}

/// The longest word with `role` that `text` starts with.
pub(crate) fn chinese_role_at_start(text: &str, role: Role) -> Option<&str> {
    at_start(text, role_bit(role)).map(|end| &text[..end])
}

/// The longest reporting word that `text` starts with.
pub(crate) fn chinese_cue_at_start(text: &str) -> Option<&str> {
    at_start(text, VERBS).map(|end| &text[..end])
}

/// Where the words that end a Chinese subject stand in `text`: 今日, 出席, 也.
pub(crate) fn subject_ends(text: &str) -> impl Iterator<Item = Range<usize>> {
    standing(text, role_bit(Role::SubjectEnd)).map(|(range, _)| range)
}

/// Where words stand that hand the word on to somebody else: 引述.
pub(crate) fn relays(text: &str) -> impl Iterator<Item = Range<usize>> {
    standing(text, role_bit(Role::Relay)).map(|(range, _)| range)
}

/// Where ages and family ties stand that introduce a name: 歲的, 女兒.
pub(crate) fn kin(text: &str) -> impl Iterator<Item = Range<usize>> {
    standing(text, role_bit(Role::Kin)).map(|(range, _)| range)
}

/// What the names of bodies end with whose side `word` is: 署 of 署方.
pub(crate) fn body_ends_of_side(word: &str) -> impl Iterator<Item = &'static str> + Clone {
    static SIDES: LazyLock<Vec<Row>> =
        LazyLock::new(|| AROUND_SPEECH.iter().filter(|row| row.class == "side").copied().collect());
    SIDES.iter().filter(move |row| row.word == word).map(|row| row.extra)
}

/// Whether a word that announces a name, a theme or a proverb stands in `text`; longer words that only contain such a
/// word (問題) are passed over.
pub(crate) fn has_naming(text: &str) -> bool {
    let naming = role_bit(Role::Naming);
    standing(text, naming | role_bit(Role::Plain)).any(|(_, classes)| classes & naming != 0)
}

/// Where Chinese titles stand in `text`; longer words that only hold one keep it from being found: 代表團.
pub(crate) fn chinese_titles(text: &str) -> impl Iterator<Item = Range<usize>> {
    let title = role_bit(Role::Title);
    standing(text, title | role_bit(Role::Plain))
        .filter(move |(_, classes)| classes & title != 0)
        .map(|(range, _)| range)
}

/// Where Chinese reporting words stand in `text`; longer words that only hold a reporting word keep it from being found.
pub(crate) fn chinese_cues(text: &str) -> impl Iterator<Item = (Range<usize>, Governs)> {
    standing(text, VERBS | role_bit(Role::Plain))
        .filter_map(|(range, classes)| governed(classes).map(|governs| (range, governs)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_chinese_word_ends_like_an_english_one() {
        let ends = |word: &&str| word.ends_with(|c: char| c.is_ascii_alphanumeric());
        assert_eq!(facts(|form| form != "en").into_keys().find(ends), None);
    }

    #[test]
    fn forms_and_roles_are_known() {
        assert_eq!(english("said").verb, Some((Governs::Speech, VerbForm::Past)));
        assert_eq!(english("calling").verb, Some((Governs::Phrase, VerbForm::Ing)));
        assert!(english("who").is(Role::Relative));
        assert!(may_report("The mill, Said Ann Lee, is full.") && may_report("Ann Lee put it so"));
        assert!(!may_report("Lines 4 and 5 of the mill’s tram are unsaid—ésais") && !may_report(""));
        assert_eq!(chinese_cue_at_end("局長補充說"), Some(("補充說", Governs::Speech)));
        assert_eq!(chinese_role_at_end("北堤市副總幹事", Role::Title), Some("副總幹事"));
        assert_eq!(chinese_role_at_start("副处长林小文", Role::Title), Some("副处长"));
        assert!(leads_in("Ann Lee, Chairman, commented:") && !leads_in("About the Weir Mill:"));
        assert_eq!(chinese_cue_at_end("局长说"), Some(("说", Governs::Speech)));
    }
}
