//! Places and news wires, as datelines print them.

use super::rows;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

static PLACES: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let places = rows(include_str!("places.tsv")).filter(|row| row.class != "notice");
    places.map(|row| row.word.to_lowercase()).collect()
});
static NOTICES: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let notices = rows(include_str!("places.tsv")).filter(|row| row.class == "notice");
    notices.map(|row| row.word.to_lowercase()).collect()
});
static WIRES: LazyLock<Vec<String>> =
    LazyLock::new(|| rows(include_str!("wires.tsv")).map(|row| row.word.to_lowercase()).collect());

/// The characters that the wires' names open with.
static WIRE_FIRSTS: LazyLock<FxHashSet<char>> =
    LazyLock::new(|| WIRES.iter().filter_map(|wire| wire.chars().next()).collect());

/// The longest Chinese place in the table, in characters.
const LONGEST_CHINESE: usize = 5;

/// Whether `place` is in the table, whatever its case.
pub(crate) fn is_known(place: &str) -> bool {
    PLACES.contains(&place.to_lowercase())
}

/// Whether `word` in capitals before a dash is a kind of notice: UPDATE, CORRECTION.
pub(crate) fn is_notice(word: &str) -> bool {
    NOTICES.contains(&word.to_lowercase())
}

/// The end of the Chinese place that `text` opens with.
pub(crate) fn chinese_prefix(text: &str) -> Option<usize> {
    let ends = text.char_indices().skip(1).map(|(at, _)| at).chain([text.len()]);
    ends.take(LONGEST_CHINESE).filter(|&end| PLACES.contains(&text[..end])).last()
}

/// The end of the wire's name that `text` opens with.
pub(crate) fn wire_prefix(text: &str) -> Option<usize> {
    if !text.chars().flat_map(char::to_lowercase).next().is_some_and(|first| WIRE_FIRSTS.contains(&first)) {
        return None;
    }
    let same = |head: &str, wire: &str| {
        head.eq_ignore_ascii_case(wire) || !wire.is_ascii() && head.to_lowercase() == wire
    };
    let fits = |wire: &&String| text.get(..wire.len()).is_some_and(|head| same(head, wire));
    WIRES.iter().filter(fits).map(String::len).max()
}
