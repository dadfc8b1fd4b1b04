//! Who a mention means: pronouns, surnames and titles led back to the fullest mention in the release.
//!
//! Takes the mentions in the order of the text; gives each its entity. A pronoun means the person who was named
//! last, a surname the one who bears it, a title the one who was last named with it: a guess where two would fit.

use super::Place;
use super::english;
use crate::extract::person::{self, Named, NamedKind};
use crate::lexicon::people::{han, latin};
use crate::lexicon::reporting::{self, Role};
use crate::text::boundary;
use crate::text::script::{is_han, is_word};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher;
use std::ops::Range;

/// Somebody named at a place.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    pub(super) place: Place,
    pub(super) named: Named,
    /// The word that stands for the name where that is another one: who.
    pub(super) word: Option<Range<usize>>,
    /// The mention that a pronoun takes up, where its sentence shows one.
    pub(super) antecedent: Option<usize>,
    /// Whether it is only a run of capitals somewhere in the text, which may be no name at all.
    pub(super) weak: bool,
}

/// Somebody of the release: all mentions that mean the same person or body.
#[derive(Debug, Clone, Default)]
pub(super) struct Entity {
    /// The fullest form of the name.
    pub(super) name: String,
    pub(super) kind: NamedKind,
    /// Index of the mention with the fullest name, and of the first that tells title or organisation.
    pub(super) fullest: usize,
    pub(super) described: Option<usize>,
    pub(super) mentions: Vec<usize>,
}

/// Everybody of a release.
#[derive(Debug, Clone, Default)]
pub(super) struct Cast {
    pub(super) mentions: Vec<Mention>,
    pub(super) entities: Vec<Entity>,
    /// Which entity each mention means.
    pub(super) meant: Vec<Option<usize>>,
}

/// How many bearers of one name are compared; a guess that keeps the time linear.
const MOST_NAMESAKES: usize = 100;

/// The cast of the release whose passages are `texts`; `mentions` must be in the order of the text.
pub(super) fn resolve(texts: &[&str], mentions: Vec<Mention>) -> Cast {
    let mut cast = Cast { meant: vec![None; mentions.len()], mentions, ..Cast::default() };
    let mut by_key: FxHashMap<Key, Vec<usize>> = FxHashMap::default();
    let names: Vec<&str> = cast.mentions.iter().map(|mention| name_of(texts, mention)).collect();
    let is_name = |&m: &usize| {
        let Mention { named, weak, .. } = &cast.mentions[m];
        !weak && !names[m].is_empty() && !matches!(named.kind, NamedKind::Pronoun | NamedKind::Unnamed)
    };
    let mut order: Vec<usize> = (0..names.len()).filter(is_name).collect();
    // Full names first, so that a surname finds a name that is printed later.
    order.sort_by_cached_key(|&m| std::cmp::Reverse(name_words(names[m])));
    for m in order {
        let name = names[m];
        let kind = cast.mentions[m].named.kind;
        let keys = keys(name);
        let namesakes = || {
            let found = keys.iter().filter_map(|key| by_key.get(key)).flatten().copied();
            found.take(MOST_NAMESAKES).filter(|e| stands_for(name, &cast.entities[*e].name))
        };
        // A surname is the person's who bears it before it is a word of a body's name.
        let bears = |e: &usize| is_surname_of(name, &cast.entities[*e]);
        let bearer = if kind == NamedKind::Person { namesakes().find(bears) } else { None };
        let ranked = || {
            let surname = after_rank(name)?;
            let bearers = by_key.get(&key(surname)).into_iter().flatten().copied().take(MOST_NAMESAKES);
            bearers.into_iter().find(|e| is_surname_of(surname, &cast.entities[*e]))
        };
        let entity = bearer.or_else(|| namesakes().next()).or_else(ranked);
        let entity = entity.unwrap_or_else(|| {
            cast.entities.push(Entity { name: name.to_owned(), kind, fullest: m, ..Entity::default() });
            let entity = cast.entities.len() - 1;
            for key in keys {
                by_key.entry(key).or_default().push(entity);
            }
            entity
        });
        // Who is named with a post somewhere is a person, whatever the name alone looks like.
        if kind == NamedKind::Person && cast.mentions[m].named.title.is_some() {
            cast.entities[entity].kind = kind;
        }
        cast.meant[m] = Some(entity);
    }
    complete(&names, &mut cast, &by_key);
    for m in 0..cast.mentions.len() {
        if let Some(e) = cast.meant[m] {
            let named = &cast.mentions[m].named;
            let entity = &mut cast.entities[e];
            entity.mentions.push(m);
            if names[m] == entity.name && entity.fullest > m {
                entity.fullest = m;
            }
            // The first mention that tells title and organisation, else the first that tells either; best with the
            // post and not only an honorific, with the full name, and with the post as a text prints it, not as a title does.
            let worth = |m: usize| {
                let Mention { place, named, .. } = &cast.mentions[m];
                let text = texts[place.passage];
                let full = usize::from(names[m] == entity.name);
                (parts_told(named), !is_honoured_only(text, named), full, !runs_on(text, named))
            };
            if parts_told(named) > 0 && entity.described.is_none_or(|known| worth(m) > worth(known)) {
                entity.described = Some(m);
            }
        }
    }
    follow(texts, &names, &mut cast);
    cast
}

/// Gives those who are known by one word the full name that a run of capitals shows, and the runs their entities.
fn complete(names: &[&str], cast: &mut Cast, by_key: &FxHashMap<Key, Vec<usize>>) {
    if by_key.is_empty() {
        return;
    }
    for (m, &run) in names.iter().enumerate() {
        if !cast.mentions[m].weak {
            continue;
        }
        let kind = cast.mentions[m].named.kind;
        let Some(last) = family_name(run) else { continue };
        let bearer = |family: &str| {
            let entities = by_key.get(&key(family)).into_iter().flatten().copied();
            entities.take(MOST_NAMESAKES).find(|e| {
                let name = &cast.entities[*e].name;
                let same_kind = kind == NamedKind::Person || kind == cast.entities[*e].kind;
                let surname = || {
                    let mut words = name.split_whitespace().rev();
                    words.next().is_some_and(|word| is_same(word, family))
                        && words.all(|word| latin::PARTICLES.contains(word))
                };
                same_kind && (run == name || surname())
            })
        };
        // "Lin Yan": the family's name may stand first.
        let first = run.split_whitespace().next().filter(|first| latin::ROMANISED_SURNAMES.contains(first));
        let Some(e) = bearer(last).or_else(|| bearer(first?)) else { continue };
        cast.meant[m] = Some(e);
        if cast.entities[e].name != run {
            run.clone_into(&mut cast.entities[e].name);
            cast.entities[e].fullest = m;
        }
    }
}

/// Whether the post follows the name without a mark: "Weir Names Ann Lee Finance Chief".
fn runs_on(text: &str, named: &Named) -> bool {
    let places = named.name.as_ref().zip(named.title.as_ref());
    let gap = places.and_then(|(name, title)| text.get(name.end..title.start));
    gap.is_some_and(|gap| gap == " ")
}

/// Whether the post is only how somebody is addressed: 林小文教授.
fn is_honoured_only(text: &str, named: &Named) -> bool {
    let places = named.name.as_ref().zip(named.title.as_ref());
    let title =
        places.filter(|(name, title)| name.end == title.start).and_then(|(_, title)| text.get(title.clone()));
    title.is_some_and(|title| han::HONORIFICS.contains(title))
}

/// How much of title and organisation a mention tells.
fn parts_told(named: &Named) -> usize {
    usize::from(named.title.is_some()) + usize::from(named.organization.is_some())
}

/// Gives pronouns and bare titles the entity that they mean.
fn follow(texts: &[&str], names: &[&str], cast: &mut Cast) {
    let mut last_person: Option<usize> = None;
    let mut last_body: Option<usize> = None;
    let mut bearer: FxHashMap<String, usize> = FxHashMap::default();
    // Nobody asks after it whose a post is.
    let last_bare = cast.mentions.iter().rposition(|mention| mention.named.kind == NamedKind::Unnamed);
    for (m, &name) in names.iter().enumerate() {
        let mention = &cast.mentions[m];
        let title = mention.named.title.clone().and_then(|t| texts.get(mention.place.passage)?.get(t));
        let kind = cast.meant[m].map_or(mention.named.kind, |entity| cast.entities[entity].kind);
        match (cast.meant[m], kind) {
            (Some(entity), NamedKind::Person) => {
                // Of whom somebody speaks, he is not.
                if last_person.is_none() || !is_quoted(texts, mention) {
                    last_person = Some(entity);
                }
                let title = title.filter(|_| Some(m) < last_bare);
                for key in title.map(post_keys).unwrap_or_default() {
                    bearer.insert(key, entity);
                }
            }
            (Some(entity), NamedKind::Organization) => last_body = Some(entity),
            (None, NamedKind::Pronoun) => {
                let facts = reporting::english(&name.to_lowercase());
                let plural = facts.is(Role::Plural) || reporting::is_chinese(name, Role::Plural);
                let neuter = facts.is(Role::Neuter) || reporting::is_chinese(name, Role::Neuter);
                let taken = mention.antecedent.and_then(|before| cast.meant.get(before).copied().flatten());
                // What somebody's document says he says himself, and so does a body.
                let gendered = neuter || reporting::is_chinese(name, Role::Third);
                let taken = taken
                    .filter(|e| !gendered || (cast.entities[*e].kind == NamedKind::Organization) == neuter);
                if neuter {
                    cast.meant[m] = taken.or(last_body);
                } else if !plural {
                    cast.meant[m] = taken.or(last_person);
                    last_person = cast.meant[m];
                }
            }
            // The post below a signature.
            (None, NamedKind::Unnamed) if mention.antecedent.is_some() => {
                let signed = mention.antecedent.and_then(|before| cast.meant.get(before).copied().flatten());
                let Some(entity) = signed else { continue };
                cast.meant[m] = Some(entity);
                let described = cast.entities[entity].described;
                if described.is_none_or(|known| parts_told(&cast.mentions[known].named) == 0) {
                    cast.entities[entity].described = Some(m);
                }
            }
            (None, NamedKind::Unnamed) => {
                let Some(title) = title.map(post_key) else { continue };
                // 保安局局長: with its body a post is only who was named with that body.
                let own = body_of(texts, mention);
                let of_bearer = |e: &usize| {
                    let described = cast.entities[*e].described.map(|known| &cast.mentions[known]);
                    described.and_then(|known| body_of(texts, known))
                };
                let known = bearer.get(&title).copied().filter(|e| own.is_none() || own == of_bearer(e));
                let entity = known.unwrap_or_else(|| {
                    let described = Some(m);
                    let kind = NamedKind::Unnamed;
                    cast.entities.push(Entity { kind, fullest: m, described, ..Entity::default() });
                    cast.entities.len() - 1
                });
                bearer.insert(title, entity);
                cast.meant[m] = Some(entity);
                last_person = Some(entity);
            }
            _ => {}
        }
        if let Some(entity) = cast.meant[m]
            && mention.named.kind != NamedKind::Person
            && cast.entities[entity].kind == NamedKind::Person
        {
            cast.entities[entity].mentions.push(m);
        }
    }
}

/// The body that a mention names.
fn body_of<'a>(texts: &[&'a str], mention: &Mention) -> Option<&'a str> {
    texts.get(mention.place.passage)?.get(mention.named.organization.clone()?)
}

/// Whether a mention stands inside marks of quotation that open in its passage.
fn is_quoted(texts: &[&str], mention: &Mention) -> bool {
    /// Bytes that are looked back; a guess, longer than most quotations.
    const MOST: usize = 1200;
    let at = mention.place.range.start;
    let before = texts.get(mention.place.passage).and_then(|text| text.get(..at)).unwrap_or("");
    let near = &before[boundary::ceil(before, before.len().saturating_sub(MOST))..];
    near.rfind('“').is_some_and(|open| near.rfind('”').is_none_or(|close| close < open))
}

/// The title alone: its last word in English, its longest known ending in Chinese.
fn last_title(title: &str) -> String {
    if let Some(known) = reporting::chinese_role_at_end(title, Role::Title) {
        return known.to_owned();
    }
    title.rsplit(' ').next().unwrap_or(title).to_lowercase()
}

/// The key of a bare title: CEO and chief executive officer are one.
fn post_key(title: &str) -> String {
    // Those that have a short form are English.
    if title.ends_with(is_han) {
        return last_title(title);
    }
    let small = title.to_lowercase();
    let known = latin::SHORTENED.iter().filter(|(post, _)| small.ends_with(post));
    known
        .max_by_key(|(post, _)| post.len())
        .map_or_else(|| last_title(title), |(_, short)| (*short).to_owned())
}

/// The keys of all that a person's title says: president and ceo of "President and Chief Executive Officer", director of
/// "Director of Roads".
fn post_keys(title: &str) -> Vec<String> {
    let parts = title.split([',', '&']).map(|part| part.split_whitespace().collect::<Vec<_>>());
    let mut keys: Vec<String> = Vec::new();
    for part in parts {
        for post in part.split(|word| latin::CONJUNCTIONS.contains(word)) {
            let head = post.iter().take_while(|word| !latin::POST_LINKS.contains(word));
            keys.push(post_key(&head.copied().collect::<Vec<_>>().join(" ")));
        }
    }
    keys.push(last_title(title));
    keys.retain(|key| !key.is_empty());
    keys
}

pub(super) fn name_of<'a>(texts: &[&'a str], mention: &Mention) -> &'a str {
    let range = mention.named.name.clone().unwrap_or_default();
    texts.get(mention.place.passage).and_then(|text| text.get(range)).unwrap_or("").trim()
}

fn name_words(name: &str) -> usize {
    if name.contains(is_han) { name.chars().count() } else { name.split_whitespace().count() }
}

/// A number that words share which differ in nothing but case. Whoever is found by it is compared by the name.
type Key = u64;

/// The keys under which a name is found: each of its words, in Chinese its first character and its last two.
fn keys(name: &str) -> Vec<Key> {
    if let Some(first) = name.chars().next().filter(|c| is_han(*c) || *c == '《') {
        let last_two = name.char_indices().rev().nth(1).and_then(|(at, _)| name.get(at..));
        return name.get(..first.len_utf8()).into_iter().chain(last_two).map(key_of_letters).collect();
    }
    let mut keys: Vec<Key> = name.split_whitespace().filter(|word| !bare(word).is_empty()).map(key).collect();
    keys.dedup();
    keys
}

/// The key of one word.
fn key(word: &str) -> Key {
    key_of_letters(bare(word))
}

fn key_of_letters(word: &str) -> Key {
    let mut hasher = FxHasher::default();
    for letter in word.chars() {
        if letter.is_ascii() || is_han(letter) {
            hasher.write_u32(u32::from(letter.to_ascii_uppercase()));
        } else {
            // Two small letters may have one capital: ς, σ.
            let capitals = letter.to_lowercase().flat_map(char::to_uppercase);
            capitals.for_each(|capital| hasher.write_u32(u32::from(capital)));
        }
    }
    hasher.finish()
}

/// A word without marks at its ends.
fn bare(word: &str) -> &str {
    let word = word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word);
    word.trim_matches(|c: char| !is_word(c))
}

/// Whether two words have one key.
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (bare(one), bare(other));
    one.eq_ignore_ascii_case(other)
        || !(one.is_ascii() && other.is_ascii()) && one.to_lowercase() == other.to_lowercase()
}

/// Whether `short` can stand for `full`: all its words in it; in Chinese the surname, the given name, a foreign given
/// name, the surname and how one is called by it (梁爸爸 for 梁大文爸爸), or the start of a paper's name.
fn stands_for(short: &str, full: &str) -> bool {
    if short == full {
        return true;
    }
    if let Some((short, full)) = short.strip_prefix('《').zip(full.strip_prefix('《')) {
        return full.starts_with(short.trim_end_matches('》'));
    }
    if short.contains(is_han) {
        let chars = short.chars().count();
        let surname = short.char_indices().nth(1).map_or(short.len(), |(at, _)| at);
        let called = chars >= 3
            && short.get(..surname).is_some_and(|surname| full.starts_with(surname))
            && short.get(surname..).is_some_and(|called| full.ends_with(called));
        let surname_alone = chars == 1 || han::DOUBLE_SURNAMES.contains(short);
        // 馮鄧 of 馮鄧慧儀: two surnames, or one of two characters that no table knows.
        let surnames = chars == 2 && full.chars().count() >= 4;
        return full.starts_with(short) && (surname_alone || surnames || full.contains(is_joint))
            || full.ends_with(short) && chars >= 2
            || called;
    }
    let mut all = short.split_whitespace().filter(|word| !bare(word).is_empty()).peekable();
    let has = |word: &str| full.split_whitespace().any(|other| is_same(word, other));
    all.peek().is_some() && all.all(has)
}

/// Whether `name` is the one word by which a person is called whose name it ends.
fn is_surname_of(name: &str, entity: &Entity) -> bool {
    entity.kind == NamedKind::Person
        && !name.contains(' ')
        && family_name(&entity.name).is_some_and(|last| is_same(last, name))
}

/// The last word of a name but what tells fathers from sons: Moor of "Abel Moor III".
pub(super) fn family_name(name: &str) -> Option<&str> {
    let mut words = name.split_whitespace().rev();
    let last = words.next()?;
    if latin::GENERATIONS.contains(last) {
        words.next().map(|word| word.trim_end_matches(','))
    } else {
        Some(last)
    }
}

/// The surname after the letters of a rank: DC Weir-Moor.
fn after_rank(name: &str) -> Option<&str> {
    /// Letters of the longest, as DCI and PCSO are.
    const LONGEST: usize = 4;
    let (rank, surname) = name.split_once(' ')?;
    let letters = (2..=LONGEST).contains(&rank.len()) && rank.bytes().all(|byte| byte.is_ascii_uppercase());
    (letters && !surname.contains(' ')).then_some(surname)
}

fn is_joint(c: char) -> bool {
    matches!(c, '·' | '‧' | '・' | ' ')
}

/// Names beside a title in Chinese prose: 蔡文英總統, 局長林小文.
pub(super) fn titled_names(text: &str) -> impl Iterator<Item = Named> {
    let mut last = None;
    reporting::chinese_titles(text).filter_map(move |title| {
        let name = name_beside(text, &title)?;
        // Between two titles it is one name.
        if last.replace(name.clone()).as_ref() == Some(&name) {
            return None;
        }
        let extent = name.start.min(title.start)..name.end.max(title.end);
        let called = text.get(title.clone()).is_some_and(|title| han::HONORIFICS.contains(title));
        let (title, honorific) = if called { (None, Some(title)) } else { (Some(title), None) };
        Some(Named { extent, name: Some(name), title, honorific, ..Named::default() })
    })
}

/// The name behind a title, or the one before it.
fn name_beside(text: &str, title: &Range<usize>) -> Option<Range<usize>> {
    let start = title.end + style_end(text.get(title.end..)?);
    let behind = name_at_start(text.get(start..)?).map(|length| start..start + length);
    behind.or_else(|| {
        let length = name_at_end(text.get(..title.start)?)?;
        Some(title.start - length..title.start)
    })
}

/// Where a style in Latin letters ends that stands before a name: "Dr. " of 校長Dr. Ann Lee.
fn style_end(text: &str) -> usize {
    let word = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    let styled = word > 0 && latin::HONORIFICS.contains(&text[..word]);
    if styled { text.len() - text[word..].trim_start_matches(['.', ' ']).len() } else { 0 }
}

fn name_at_start(text: &str) -> Option<usize> {
    if text.starts_with(|c: char| c.is_uppercase()) {
        let end = text
            .find(|c: char| !(c.is_alphabetic() && !is_han(c) || matches!(c, ' ' | '.' | '-' | '’' | '\'')));
        return end
            .or(Some(text.len()))
            .map(|end| text.get(..end).unwrap_or("").trim_end().len())
            .filter(|end| *end > 2);
    }
    let surname = reporting::chinese_role_at_start(text, Role::Surname)?;
    // 局長|解釋: 解 is a surname as well.
    let reports = reporting::chinese_cue_at_start(text).is_some_and(|cue| cue.len() > surname.len());
    if reports || reporting::chinese_cue_at_start(text.get(surname.len()..)?).is_some() {
        return None;
    }
    let tail = text.get(surname.len()..)?;
    let given = tail.chars().take(2).take_while(|c| is_han(*c)).count();
    let second = || tail.char_indices().nth(1).filter(|_| given > 1);
    let ends = |chars: usize| {
        let length = tail.char_indices().nth(chars).map_or(tail.len(), |(at, _)| at);
        let at = surname.len() + length;
        let rest = text.get(at..)?;
        let parted = rest.is_empty()
            || rest.starts_with(|c: char| !is_han(c))
            || [Role::SubjectEnd, Role::Title, Role::Postnominal, Role::Coordinate]
                .into_iter()
                .any(|role| reporting::chinese_role_at_start(rest, role).is_some())
            || reporting::chinese_cue_at_start(rest).is_some();
        parted.then_some(at)
    };
    // 蔡曾金蓮: a husband's family name before the own.
    let both = || {
        let second = tail.chars().next()?;
        // 王强|表示: nothing ends before the fourth character.
        let unparted = ends(1).is_none() && ends(2).is_none();
        let told = surname.chars().count() == 1 && han::may_be_second_surname(second);
        (told && unparted).then(|| ends(3))?
    };
    if let Some(end) = both() {
        return Some(end);
    }
    // 夏侯昭说：
    let short = || {
        let at = surname.len() + second()?.0;
        let rest = text.get(at..)?;
        let cue = reporting::chinese_cue_at_start(rest)?;
        let closed = rest.get(cue.len()..)?.starts_with(['：', ':', '，', ',', '「', '“']);
        (surname.chars().count() == 2 && closed).then_some(at)
    };
    // 符藍在受訪時: 在 is none of the name.
    let wrong = second().is_some_and(|(_, c)| han::BAD_NAME_ENDS.has(c));
    let cut = || wrong.then(|| ends(1)).flatten();
    short()
        .or_else(cut)
        .or_else(|| (given >= 2).then(|| ends(2)).flatten())
        .or_else(|| (given >= 1).then(|| ends(1)).flatten())
}

fn name_at_end(text: &str) -> Option<usize> {
    let mut starts = [0; 4];
    let tail = text.char_indices().rev().take_while(|(_, c)| is_han(*c));
    let count = tail.zip(&mut starts).map(|((at, _), start)| *start = at).count();
    [3, 2, 4].into_iter().find_map(|chars: usize| {
        let &at = starts[..count].get(chars - 1)?;
        let name = text.get(at..)?;
        let surname = reporting::chinese_role_at_start(name, Role::Surname)?;
        let office = han::OFFICES.ends(name);
        let head = text.get(..at).unwrap_or("");
        // 主任|王霞教授, 會長|孫源博士: 任 and 長孫 are no surnames there.
        let first = at + name.chars().next()?.len_utf8();
        let posted = person::ends_as_post(text.get(..first)?);
        let fits = !office && !posted && (chars < 4 || surname.chars().count() == 2);
        // 總務處|譚敏|處長
        let of_body = || {
            reporting::chinese_role_at_end(head, Role::Body).is_some()
                || person::ends_as_body(head) && han::COMMON_SURNAMES.contains(surname)
        };
        let parted = chars == 3 || count == chars || of_body();
        (fits && parted).then_some(name.len())
    })
}

/// Small words before a family name, at most: van den, de la.
const MOST_PARTICLES: usize = 3;

/// Runs of two to nine capitalised words in an English outline: names, most of them, with the posts before them.
pub(super) fn capital_runs(outline: &super::sentence::Outline, text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<(Range<usize>, usize)> = Vec::new();
    let mut open: Option<(Range<usize>, usize)> = None;
    for (index, token) in outline.tokens.iter().enumerate() {
        let joins = token.is_word()
            && token.capital
            && !token.is(Role::Determiner)
            && !token.is(Role::Border)
            && !token.is(Role::Preposition)
            && !token.is(Role::Adverb)
            && !token.is(Role::Pronoun)
            && !(open.is_none() && token.facts.verb.is_some() && english::opens_as_verb(outline, index));
        let title = token.is(Role::Abbreviation) && open.is_none();
        let particle = token.is(Role::Particle) && open.is_some();
        // "van den Berg"
        let mut further = outline.tokens[index + 1..].iter().take(MOST_PARTICLES);
        let name = further.find(|next| !next.is(Role::Particle));
        if particle && name.is_some_and(|next| next.is_word() && next.capital) {
            if let Some((range, _)) = &mut open {
                range.end = token.end;
            }
            continue;
        }
        match (&mut open, joins && !title) {
            (Some((range, words)), true)
                if text.get(range.end..token.start).is_some_and(|gap| gap == " ") =>
            {
                range.end = token.end;
                *words += 1;
            }
            (_, true) => {
                runs.extend(open.replace((token.start..token.end, 1)));
            }
            (_, false) => runs.extend(open.take()),
        }
    }
    runs.extend(open);
    runs.into_iter().filter(|(_, words)| (2..=9).contains(words)).map(|(range, _)| range).collect()
}
