//! Names of people, and what their characters become.
//!
//! Takes a text, gives the stretches of it that are names: those that a caller knows, a surname before a title, and a
//! short name that stands by itself. A surname such as 余 or 范 is also the simplified form of another character, and the
//! dictionaries take it for that. It looks only at surnames that conversion could damage.

use super::alignment::Track;
use super::config::Direction;
use super::converter::Converter;
use super::table::tables;
use crate::text::script::is_han;
use crate::text::strings::Strings;
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// The names that a caller knows.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    known: Strings,
}

/// What a character is in names.
#[derive(Debug, Clone, Copy)]
struct Part {
    hans: char,
    hant: char,
    /// Whether given names keep it too.
    given: bool,
    /// Whether it is a common word too, so that only a title shows a surname.
    loose: bool,
}

struct Parts {
    hans: FxHashMap<char, Part>,
    hant: FxHashMap<char, Part>,
    titles: Vec<&'static str>,
}

static PARTS: LazyLock<Parts> = LazyLock::new(|| {
    let mut parts = Parts { hans: FxHashMap::default(), hant: FxHashMap::default(), titles: Vec::new() };
    for line in include_str!("names.tsv").lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&'static str> = line.split('\t').collect();
        let [role, hans, hant, ..] = columns[..] else { continue };
        if role == "title" {
            parts.titles.extend([hans, hant]);
        } else if let (Some(hans), Some(hant)) = (hans.chars().next(), hant.chars().next()) {
            let part = Part { hans, hant, given: role == "both", loose: columns.get(3) == Some(&"loose") };
            parts.hans.insert(hans, part);
            parts.hant.insert(hant, part);
        }
    }
    parts
});

/// A name that stands by itself has so many characters: two are too often a word.
const ALONE: usize = 3;

impl Names {
    /// The names that a caller knows. What is not Han or a single character is left out.
    pub(super) fn of<'n>(names: impl IntoIterator<Item = &'n str>) -> Names {
        let mut known = Strings::default();
        for name in names {
            if name.chars().all(is_han) && name.chars().nth(1).is_some() {
                known.add(name, 0);
            }
        }
        Names { known }
    }

    /// The stretches of `text` that are names, in order, none in another.
    pub(super) fn find(&self, text: &str, direction: Direction) -> Vec<Range<usize>> {
        let mut found = self.known.find_all(text);
        let surnames = match direction {
            Direction::ToTraditional => &PARTS.hans,
            Direction::ToSimplified => &PARTS.hant,
            Direction::Between => return found,
        };
        for (at, c) in han_starts(text) {
            if let Some(part) = surnames.get(&c)
                && let Some(len) = name(&text[at..], *part)
            {
                found.push(at..at + len);
            }
        }
        found.sort_unstable_by_key(|name| (name.start, usize::MAX - name.end));
        let mut end = 0;
        found.retain(|name| {
            let free = name.start >= end;
            if free {
                end = name.end;
            }
            free
        });
        found
    }
}

/// The Han characters of `text` before which none stands, with their places.
fn han_starts(text: &str) -> impl Iterator<Item = (usize, char)> {
    let bytes = text.as_bytes();
    let (mut next, mut inside) = (0, false);
    std::iter::from_fn(move || {
        while let Some(&lead) = bytes.get(next) {
            let at = next;
            let (han, length) = match lead {
                0..=0x7f => (false, 1),
                // U+5000 to U+9FFF: nearly all of any Chinese text.
                0xe5..=0xe9 => (true, 3),
                _ => text[at..].chars().next().map_or((false, 1), |c| (is_han(c), c.len_utf8())),
            };
            next += length;
            let was_inside = std::mem::replace(&mut inside, han);
            if han && !was_inside {
                return Some((at, text[at..].chars().next()?));
            }
        }
        None
    })
}

/// How long the name at the start of `text` is, which starts with a surname.
fn name(text: &str, part: Part) -> Option<usize> {
    let titled = |rest: &str| PARTS.titles.iter().any(|title| rest.starts_with(title));
    let ends = |count: usize| text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    let surname = ends(1);
    if titled(&text[surname..]) {
        return Some(surname);
    }
    let is_word = [&tables::ST, &tables::TS]
        .iter()
        .any(|table| table.longest_phrase(text).is_some_and(|phrase| phrase.len > surname));
    if part.loose || is_word {
        return None;
    }
    let han = text.chars().take_while(|c| is_han(*c)).take(ALONE + 1).count();
    if han == ALONE {
        return Some(ends(ALONE));
    }
    [2, 3].into_iter().map(ends).find(|end| han > 2 && titled(&text[*end..]))
}

/// Adds the conversion of a name to `result`.
pub(super) fn convert<T: Track>(
    name: &str,
    direction: Direction,
    converter: Converter,
    result: &mut String,
    track: &mut T,
) {
    let mut at = 0;
    for (place, c) in name.char_indices() {
        let part = match direction {
            Direction::ToTraditional => PARTS.hans.get(&c).map(|part| (part.given, part.hant)),
            Direction::ToSimplified => PARTS.hant.get(&c).map(|part| (part.given, part.hans)),
            Direction::Between => None,
        };
        if let Some((_, becomes)) = part.filter(|(given, _)| place == 0 || *given) {
            converter.run(&name[at..place], result, track);
            result.push(becomes);
            track.character(c, becomes);
            at = place + c.len_utf8();
        }
    }
    converter.run(&name[at..], result, track);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str, direction: Direction) -> Vec<&str> {
        let found = Names::of(["區麗莊"]).find(text, direction);
        found.into_iter().map(|name| &text[name]).collect()
    }

    #[test]
    fn names_are_found_by_titles_and_by_standing_alone() {
        use Direction::{ToSimplified, ToTraditional};
        assert_eq!(names("余先生、范小明", ToTraditional), ["余", "范小明"]);
        assert_eq!(names("余大文局长说", ToTraditional), ["余大文"]);
        assert_eq!(names("余额不足，其余先生，范围内", ToTraditional), Vec::<&str>::new());
        assert_eq!(names("於先生", ToSimplified), ["於"]);
        assert_eq!(names("於五月", ToSimplified), Vec::<&str>::new());
        assert_eq!(names("主管區麗莊說", ToSimplified), ["區麗莊"]);
    }
    #[test]
    fn a_name_is_looked_for_once_however_often_it_is_given() {
        let names = Names::of(std::iter::repeat_n("區麗莊", 1000));
        assert_eq!(names.known.count(), 1);
    }
}
