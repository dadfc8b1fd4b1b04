//! Where else those are named who were heard.
//!
//! Takes the texts of the passages and the mentions found where people speak; adds the other places that print their
//! names, and the bodies that their posts name: a surname finds its full name, a speaker the post that an earlier
//! paragraph, a headline or a caption tells. It finds no people that were not heard.

use super::Place;
use super::hearing::is_chinese;
use super::resolve::{Mention, family_name};
use crate::extract::person::{self, ChineseText, Named, NamedKind};
use crate::lexicon::people::latin;
use crate::text::boundary;
use crate::text::script::{Leads, is_han, is_word};
use crate::text::strings::{Firsts, Strings};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How many more places of one name are looked at; a guess that keeps the time linear.
const MOST_PLACES: usize = 24;

/// Fewest letters of a Latin name that is looked for.
const FEWEST_LETTERS: usize = 3;

/// Adds to `mentions` the other places where their people are named.
pub(super) fn recall(read: &[ChineseText<'_>], mentions: &mut Vec<Mention>) {
    let texts: Vec<&str> = read.iter().map(|text| &**text).collect();
    weaken_nested(mentions);
    add_bodies(mentions);
    add_bearers(&texts, mentions);
    let keys = keys(&texts, mentions);
    if keys.is_empty() {
        return;
    }
    let finder = Finder::of(&keys);
    let mut seen = vec![0_usize; keys.len()];
    let known = places(mentions);
    for (passage, text) in read.iter().enumerate() {
        let known = of_passage(&known, passage);
        let mut chinese = None;
        for (key, range) in finder.find_all(text) {
            let count = &mut seen[key];
            if *count >= MOST_PLACES || !is_whole_word(text, &range) || reaches(known, range.end, range.end) {
                continue;
            }
            let chinese = *chinese.get_or_insert_with(|| is_chinese(text));
            if let Some(mention) = mention(passage, text, chinese, range) {
                *count += 1;
                mentions.push(mention);
            }
        }
    }
}

/// Finds names in texts: Latin ones where a word starts with a capital, Chinese ones anywhere.
#[derive(Default)]
struct Finder<'k> {
    /// By their first letter, the longest first, with their numbers.
    latin: FxHashMap<char, Vec<(usize, &'k str)>>,
    han: Strings,
    firsts: Firsts,
    /// The last bytes of their first letters: hardly another byte of a text is one of them.
    lasts: Vec<u8>,
    /// The same where they are many.
    any_last: Leads,
}

impl<'k> Finder<'k> {
    fn of(keys: &[&'k str]) -> Self {
        let mut finder = Finder::default();
        for (number, &key) in keys.iter().enumerate() {
            let first = key.chars().next();
            if let Some(first) = first {
                finder.firsts.add(first);
                finder.lasts.push(last_byte(first));
            }
            match first {
                Some(first) if !key.contains(is_han) => {
                    finder.latin.entry(first).or_default().push((number, key));
                }
                _ => finder.han.add(key, number),
            }
        }
        for keys in finder.latin.values_mut() {
            keys.sort_by_key(|(_, key)| std::cmp::Reverse(key.len()));
        }
        finder.lasts.sort_unstable();
        finder.lasts.dedup();
        finder.any_last = Leads::of(&finder.lasts);
        finder
    }

    /// Where the first letter of a name may end in `bytes`.
    fn next_last(&self, bytes: &[u8]) -> Option<usize> {
        match self.lasts[..] {
            [one] => memchr::memchr(one, bytes),
            [one, two] => memchr::memchr2(one, two, bytes),
            [one, two, three] => memchr::memchr3(one, two, three, bytes),
            _ => self.any_last.first_in_bytes(bytes),
        }
    }

    /// The places of the names in `text`, in order, none in another, with their numbers.
    fn find_all(&self, text: &str) -> Vec<(usize, Range<usize>)> {
        let mut found: Vec<(usize, Range<usize>)> = Vec::new();
        let mut from = 0;
        while let Some(length) = self.next_last(&text.as_bytes()[from..]) {
            let last = from + length;
            from = last + 1;
            if !text.is_char_boundary(from) {
                continue;
            }
            let at = boundary::floor(text, last);
            let first = text[at..].chars().next().filter(|&first| self.firsts.may_have(first));
            let Some(first) = first else { continue };
            let latin = self.latin_at(text, at, first);
            let han = self.han.longest_at(text, at, first);
            if let Some(longest) = latin.into_iter().chain(han).max_by_key(|(_, range)| range.end) {
                from = longest.1.end;
                found.push(longest);
            }
        }
        found
    }

    /// The longest Latin name that stands at `at`, where `c` is.
    fn latin_at(&self, text: &str, at: usize, c: char) -> Option<(usize, Range<usize>)> {
        let inside = || text[..at].ends_with(|before| is_word(before) && !is_han(before));
        if is_han(c) || !c.is_uppercase() || inside() {
            return None;
        }
        let same =
            |key: &str| text.get(at..at + key.len()).is_some_and(|word| word.eq_ignore_ascii_case(key));
        let (number, key) = self.latin.get(&c)?.iter().find(|(_, key)| same(key))?;
        Some((*number, at..at + key.len()))
    }
}

/// The last byte of `c` in UTF-8.
fn last_byte(c: char) -> u8 {
    let mut bytes = [0; 4];
    let length = c.encode_utf8(&mut bytes).len();
    bytes[length - 1]
}

/// Adds the bodies that people belong to, so that "the Alliance said" finds the whole name.
fn add_bodies(mentions: &mut Vec<Mention>) {
    let bodies: Vec<Mention> = mentions
        .iter()
        .filter_map(|mention| {
            let body = mention.named.organization.clone()?;
            let place = Place { passage: mention.place.passage, range: body.clone() };
            let named = Named {
                extent: body.clone(),
                name: Some(body),
                kind: NamedKind::Organization,
                ..Named::default()
            };
            Some(Mention { place, named, word: None, antecedent: None, weak: true })
        })
        .collect();
    // Hardly any are added after them: no room for twice as many.
    mentions.reserve_exact(bodies.len());
    mentions.extend(bodies);
}

/// Adds the places that say whose a post is by which somebody speaks without a name: "the artist said" finds "the artist
/// Ann Lee", "the spokesman said" finds "a spokesman for Acme".
fn add_bearers(texts: &[&str], mentions: &mut Vec<Mention>) {
    let mut titles: Vec<&str> = mentions
        .iter()
        .filter(|mention| mention.named.kind == NamedKind::Unnamed && mention.named.organization.is_none())
        .filter_map(|mention| texts[mention.place.passage].get(mention.named.title.clone()?))
        .filter(|title| title.is_ascii())
        .take(MOST_PLACES)
        .collect();
    titles.sort_unstable();
    titles.dedup();
    let mut found = Vec::new();
    for title in titles {
        for (passage, text) in texts.iter().enumerate() {
            found.extend(bearers(text, title).take(MOST_PLACES.saturating_sub(found.len())).map(|named| {
                Mention {
                    place: Place { passage, range: named.extent.clone() },
                    named,
                    word: None,
                    antecedent: None,
                    weak: false,
                }
            }));
        }
    }
    mentions.extend(found);
}

/// Those whom `text` names with `title` after an article, or the bodies that a bearer without a name is of.
fn bearers<'t>(text: &'t str, title: &'t str) -> impl Iterator<Item = Named> + 't {
    let places = text.match_indices(title).map(|(at, _)| at).filter(|&at| {
        let before = text[..at].strip_suffix(' ').and_then(|before| before.rsplit(' ').next());
        before.is_some_and(|word| latin::ARTICLES.contains_lower(word))
    });
    places.filter_map(move |at| {
        let named = person::english_from(text, at..text.len())?;
        let same = named.title.as_ref().is_some_and(|range| *range == (at..at + title.len()));
        let told = match named.kind {
            NamedKind::Person => named.name.is_some(),
            _ => named.organization.is_some(),
        };
        (same && told).then_some(named)
    })
}

/// Weakens names that stand inside the post or the body of somebody else: Rural Infrastructure in "Ann Lee, Reader in
/// Rural Infrastructure".
fn weaken_nested(mentions: &mut [Mention]) {
    let parts = mentions.iter().flat_map(|mention| {
        let parts = [&mention.named.title, &mention.named.organization];
        parts.into_iter().flatten().map(|part| Place { passage: mention.place.passage, range: part.clone() })
    });
    let told = in_order(parts);
    for mention in mentions.iter_mut().filter(|mention| mention.named.kind == NamedKind::Person) {
        let Some(name) = mention.named.name.clone() else { continue };
        mention.weak |= reaches(of_passage(&told, mention.place.passage), name.start + 1, name.end);
    }
}

/// `places` in the order of the text.
fn in_order(places: impl Iterator<Item = Place>) -> Vec<Place> {
    let mut places: Vec<Place> = places.collect();
    places.sort_by_key(|place| (place.passage, place.range.start));
    places
}

/// Those of `places`, which are in order, that stand in `passage`.
fn of_passage(places: &[Place], passage: usize) -> &[Place] {
    let first = places.partition_point(|place| place.passage < passage);
    let rest = &places[first..];
    &rest[..rest.partition_point(|place| place.passage == passage)]
}

/// Whether one of `places`, which are in order and of one passage, starts before `before` and ends at `end` or later.
/// Places hardly overlap, so the nearest ones are enough.
fn reaches(places: &[Place], before: usize, end: usize) -> bool {
    /// Places that are looked at.
    const NEAREST: usize = 3;
    let after = places.partition_point(|place| place.range.start < before);
    places[after.saturating_sub(NEAREST)..after].iter().any(|place| place.range.end >= end)
}

/// What is looked for: the last word of a Latin name, the whole of a Chinese one.
fn keys<'t>(texts: &[&'t str], mentions: &[Mention]) -> Vec<&'t str> {
    // Mentions come passage by passage, and a passage is looked at once.
    let mut last = None;
    let mut is_chinese = |passage: usize| match last {
        Some((seen, chinese)) if seen == passage => chinese,
        _ => {
            let chinese = is_chinese(texts[passage]);
            last = Some((passage, chinese));
            chinese
        }
    };
    let named = mentions.iter().filter(|mention| {
        let person = mention.named.kind == NamedKind::Person;
        !mention.weak && (person || may_be_name(texts, mention, &mut is_chinese))
    });
    let mut keys: Vec<&str> = named
        .filter_map(|mention| {
            let name = super::resolve::name_of(texts, mention);
            let key = if name.contains(is_han) { name } else { family_name(name)? };
            let fits = if key.contains(is_han) {
                key.chars().count() >= 2
            } else {
                let known = || latin::ROMANISED_SURNAMES.contains(key) && !latin::NOT_NAMES.contains(key);
                key.starts_with(char::is_uppercase) && (key.len() >= FEWEST_LETTERS || known())
            };
            fits.then_some(key)
        })
        .collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Whether what looks like a body may be a name that is printed elsewhere with a post, or the last word of one: 旦增罗布,
/// Farrow-Song.
fn may_be_name(texts: &[&str], mention: &Mention, is_chinese: &mut impl FnMut(usize) -> bool) -> bool {
    if mention.named.kind != NamedKind::Organization {
        return false;
    }
    let name = super::resolve::name_of(texts, mention);
    let passage = mention.place.passage;
    if person::has_personal_shape(name) && is_chinese(passage) {
        return true;
    }
    if (2..=5).contains(&name.chars().count()) && name.chars().all(is_han) {
        return !person::ends_as_body(name);
    }
    let small = name.contains(char::is_lowercase) && name.is_ascii();
    small && !name.contains(' ') && is_chinese(passage)
}

/// Where mentions stand already, in order.
fn places(mentions: &[Mention]) -> Vec<Place> {
    in_order(mentions.iter().map(|mention| {
        let range = mention.named.name.clone().unwrap_or_else(|| mention.place.range.clone());
        Place { passage: mention.place.passage, range }
    }))
}

fn is_whole_word(text: &str, range: &Range<usize>) -> bool {
    let letter = |c: char| is_word(c) && !is_han(c);
    let Some(word) = text.get(range.clone()) else { return false };
    word.contains(is_han)
        || word.starts_with(char::is_uppercase)
            && !text.get(..range.start).is_some_and(|before| before.ends_with(letter))
            && !text.get(range.end..).is_some_and(|after| after.starts_with(letter))
}

/// The mention whose name ends with `range`, with the post that stands beside it.
fn mention(passage: usize, text: &ChineseText<'_>, chinese: bool, range: Range<usize>) -> Option<Mention> {
    if let Some(named) = (!chinese).then(|| by_given_name(text, &range)).flatten() {
        let place = Place { passage, range: named.extent.clone() };
        return Some(Mention { place, named, word: None, antecedent: None, weak: false });
    }
    let range = with_generation(text, with_dotted_rest(text, range));
    let named = if text.get(range.clone())?.contains(is_han) || chinese {
        let same = |named: &Named| {
            named.kind == NamedKind::Person && named.name.as_ref().is_some_and(|name| name.end == range.end)
        };
        person::chinese_appointed(text, text.named_before(0..range.end).filter(same)?)
    } else {
        english(text, &with_given_rest(text, range))?
    };
    let weak = named.title.is_none() && named.organization.is_none();
    let place = Place { passage, range: named.extent.clone() };
    Some(Mention { place, named, word: None, antecedent: None, weak })
}

/// Whom a given name opens that somebody is called by: "Ann Weir-Moor, 63, a former baker".
fn by_given_name(text: &str, range: &Range<usize>) -> Option<Named> {
    let rest = text.get(range.end..)?.strip_prefix(' ')?;
    let next = rest.split(' ').next().unwrap_or("");
    let given = person::is_given_name(text.get(range.clone())?);
    if !(given && next.starts_with(char::is_uppercase) || latin::PARTICLES.contains(next)) {
        return None;
    }
    let found = person::english_from(text, range.start..text.len())?;
    let opens = |name: &Range<usize>| name.start == range.start && name.end > range.end;
    (found.kind == NamedKind::Person && found.name.as_ref().is_some_and(opens)).then_some(found)
}

/// A Chinese name with what follows it after a dot: 比令|·尤浩.
fn with_dotted_rest(text: &str, range: Range<usize>) -> Range<usize> {
    let dotted = text.get(range.end..).is_some_and(|rest| rest.starts_with(['·', '‧', '・', '•']));
    let whole =
        text.get(range.start..).filter(|_| dotted).and_then(|text| person::chinese_name_opening(text, true));
    range.start..whole.map_or(range.end, |length| range.end.max(range.start + length))
}

/// A surname with what tells fathers from sons behind it: Moor| III.
fn with_generation(text: &str, range: Range<usize>) -> Range<usize> {
    let rest = text.get(range.end..).unwrap_or("");
    let word = rest.strip_prefix(", ").or_else(|| rest.strip_prefix(' ')).unwrap_or("");
    let end = word.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(word.len());
    let dotted = end + usize::from(word[end..].starts_with('.'));
    let told = [dotted, end].into_iter().find(|&end| end > 0 && latin::GENERATIONS.contains(&word[..end]));
    told.map_or(range.clone(), |end| range.start..text.len() - word.len() + end)
}

/// A surname with the given name after it, as Chinese names are romanised: Kwan| Lok-tin.
fn with_given_rest(text: &str, range: Range<usize>) -> Range<usize> {
    let rest = text.get(range.end..).and_then(|rest| rest.strip_prefix(' ')).unwrap_or("");
    let end = rest.find(|c: char| !c.is_ascii_alphabetic() && c != '-').unwrap_or(rest.len());
    let is_part = |part: &str| part.len() >= 2 && part[1..].bytes().all(|byte| byte.is_ascii_lowercase());
    let family = || {
        let before = text[..range.start].trim_end().rsplit(' ').next().unwrap_or("");
        latin::ROMANISED_SURNAMES.contains(&text[range.clone()]) && !before.starts_with(char::is_uppercase)
    };
    // "Lin Yan"
    let plain = is_part(&rest[..end])
        && rest.starts_with(|c: char| c.is_ascii_uppercase())
        && !latin::KNOWN.contains_lower(&rest[..end])
        && !latin::NOT_NAMES.contains(&rest[..end])
        && family();
    let given = plain
        || rest[..end].split_once('-').is_some_and(|(first, second)| {
            first.starts_with(|c: char| c.is_ascii_uppercase())
                && is_part(first)
                && second.bytes().all(|byte| byte.is_ascii_lowercase())
                && second.len() >= 2
        });
    if given { range.start..range.end + 1 + end } else { range }
}

fn english(text: &str, range: &Range<usize>) -> Option<Named> {
    let ends_here = |named: &Named| {
        named.kind == NamedKind::Person && named.name.as_ref().is_some_and(|name| name.end == range.end)
    };
    let Some(before) = person::english_before(text, 0..range.end).filter(ends_here) else {
        return person::english_name_before(text, 0..range.end).filter(|named| named.title.is_some());
    };
    if before.title.is_some() {
        return Some(before);
    }
    let start = before.name.as_ref().map_or(range.start, |name| name.start);
    let from = person::english_from(text, start..text.len()).filter(ends_here);
    Some(from.unwrap_or(before))
}
