//! Places and news wires, as datelines print them.

use super::tree::{ClassSet, Tree};
use super::words::in_small_letters;
use super::{Row, WordsByClass, rows};
use crate::text::openings::CaselessOpenings;
use crate::text::script;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

const TABLE: &str = include_str!("places.tsv");

/// The whole table in small letters.
static SMALL: LazyLock<String> = LazyLock::new(|| TABLE.to_lowercase());
static WORDS: LazyLock<WordsByClass> = LazyLock::new(|| WordsByClass::of(TABLE));

static PLACES: LazyLock<FxHashSet<&[u8]>> = LazyLock::new(|| {
    let is_place = |row: &Row| !matches!(row.class, "notice" | "particle" | "part" | "opener" | "american");
    rows(&SMALL).filter(is_place).map(|row| row.word.as_bytes()).collect()
});
static REGIONS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| WORDS.words("region").collect());
static AMERICAN: LazyLock<FxHashSet<&str>> = LazyLock::new(|| WORDS.words("american").collect());
static SENTENCE_OPENERS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| WORDS.words("sentence").collect());
static PARTICLES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| WORDS.words("particle").collect());
static NAME_PARTS: LazyLock<FxHashSet<String>> = LazyLock::new(|| small_words("part").collect());
static NOTICES: LazyLock<Tree> = LazyLock::new(|| {
    Tree::of(WORDS.words("notice").map(|word| (word.chars().flat_map(char::to_lowercase), 1)))
});
static OPENERS: LazyLock<FxHashSet<String>> = LazyLock::new(|| small_words("opener").collect());

/// The words of a class in small letters.
fn small_words(class: &'static str) -> impl Iterator<Item = String> {
    WORDS.words(class).map(str::to_lowercase)
}

/// The wires' names in small letters.
static WIRES: LazyLock<Tree> =
    LazyLock::new(|| Tree::of(rows(include_str!("wires.tsv")).map(|row| (row.word.chars().map(small), 1))));

/// What the wires' names open with: most texts are told by that to have none.
static WIRE_OPENINGS: LazyLock<CaselessOpenings> = LazyLock::new(|| {
    /// Letters beyond ASCII whose small letters are of it.
    const LIKE_ASCII: [&str; 2] = ["\u{130}", "\u{212a}"];
    /// Letters of a name that are looked at.
    const OPENING: usize = 3;
    let names = || rows(include_str!("wires.tsv")).map(|row| row.word);
    let cut = |name: &'static str| name.char_indices().take(OPENING).map(move |(at, _)| &name[..at]);
    let odd = names().flat_map(cut).flat_map(|start| LIKE_ASCII.map(|odd| format!("{start}{odd}")));
    let all: Vec<String> = names().map(str::to_owned).chain(odd).collect();
    CaselessOpenings::of(all.iter().map(String::as_str))
});

/// What a Chinese tag may open with: the places no longer than the longest in Chinese, by their letters.
static PREFIXES: LazyLock<Tree> = LazyLock::new(|| {
    let places = || PLACES.iter().filter_map(|place| std::str::from_utf8(place).ok());
    let chinese = places().filter(|place| place.chars().all(script::is_han));
    let longest = chinese.map(|place| place.chars().count()).max().unwrap_or(0);
    let short = places().filter(|place| place.chars().nth(longest).is_none());
    Tree::of(short.map(|place| (place.chars(), 1)))
});

/// Whether `place` is in the table, whatever its case.
pub(crate) fn is_known(place: &str) -> bool {
    in_small_letters(place, |small| PLACES.contains(small))
}

/// Whether `place` is a state, a province or a country.
pub(crate) fn is_region(place: &str) -> bool {
    REGIONS.contains(place)
}

/// Whether `place` is a state of the United States, where a day in numbers has its month first.
pub(crate) fn is_american(place: &str) -> bool {
    AMERICAN.contains(place)
}

/// Whether `word` opens a sentence before a day and is no place: On.
pub(crate) fn opens_sentence(word: &str) -> bool {
    SENTENCE_OPENERS.contains(word)
}

/// Whether `word` may stand in small letters inside a place's name, or between two places.
pub(crate) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(word)
}

/// Whether `word` is common in names of towns: Falls, Fort.
pub(crate) fn is_part_of_name(word: &str) -> bool {
    NAME_PARTS.contains(&word.to_lowercase())
}

/// Whether `word` in capitals before a dash is a kind of notice: UPDATE, CORRECTION.
pub(crate) fn is_notice(word: &str) -> bool {
    NOTICES.classes(word.chars().flat_map(char::to_lowercase), ClassSet::MAX) != 0
}

/// Whether `word` opens as what is no place does in such a tag: 本報訊, 記者.
pub(crate) fn opens_notice(word: &str) -> bool {
    NOTICES.longest(word.chars().flat_map(char::to_lowercase).map(|c| ((), c)), ClassSet::MAX).is_some()
}

/// Whether names of places open with `word`, and hardly anything else: Fort, San.
pub(crate) fn is_opener(word: &str) -> bool {
    OPENERS.contains(&word.to_lowercase())
}

/// The end of the Chinese place that `text` opens with.
pub(crate) fn chinese_prefix(text: &str) -> Option<usize> {
    PREFIXES.longest(text.char_indices().map(|(at, c)| (at + c.len_utf8(), c)), ClassSet::MAX)
}

/// The end of the wire's name that `text` opens with.
pub(crate) fn wire_prefix(text: &str) -> Option<usize> {
    WIRES.longest(text.char_indices().map(|(at, c)| (at + c.len_utf8(), small(c))), ClassSet::MAX)
}

/// Whether the name of a wire stands anywhere in `text`.
pub(crate) fn names_wire(text: &str) -> bool {
    let mut places = WIRE_OPENINGS.places(text.as_bytes());
    places.any(|at| text.get(at..).and_then(wire_prefix).is_some())
}

fn small(c: char) -> char {
    match c {
        '\0'..='\x7f' => c.to_ascii_lowercase(),
        '\u{4e00}'..='\u{9fff}' => c,
        c => c.to_lowercase().next().unwrap_or(c),
    }
}
