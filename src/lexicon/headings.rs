//! Headings of boilerplate: "About X", 關於X. Takes a line; gives the end of a heading glued to its text, and the name.

use super::WordsByClass;
use super::people::{han, latin};
use super::tree::{ClassSet, Tree};
use crate::text::strings::Firsts;
use crate::text::{boundary, script};
use memchr::memmem;
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::LazyLock;

static OPENERS: LazyLock<Vec<&str>> = LazyLock::new(|| of_class("opens").collect());
static TITLED: LazyLock<Vec<&str>> = LazyLock::new(|| of_class("titled").collect());
/// The first letters of the openers in either case: most lines are told by their own.
static OPENERS_FIRSTS: LazyLock<Firsts> = LazyLock::new(|| {
    let mut firsts = Firsts::default();
    for first in OPENERS.iter().filter_map(|word| word.chars().next()) {
        firsts.add(first.to_ascii_lowercase());
        firsts.add(first.to_ascii_uppercase());
    }
    firsts
});
static ARTICLES: LazyLock<Vec<&str>> = LazyLock::new(|| of_class("article").collect());
static APART: LazyLock<Vec<&str>> = LazyLock::new(|| of_class("apart").collect());

/// What ends a heading after the name: 北堤磨坊簡介.
static CLOSERS: LazyLock<Vec<&str>> = LazyLock::new(|| of_class("closes").collect());
/// Their last letters: most lines are told by their own.
static CLOSERS_LASTS: LazyLock<Firsts> = LazyLock::new(|| {
    let mut lasts = Firsts::default();
    CLOSERS.iter().filter_map(|word| word.chars().next_back()).for_each(|last| lasts.add(last));
    lasts
});

/// What a heading says instead of a name: "About us", 公司簡介.
static ITSELF: LazyLock<FxHashSet<&str>> = LazyLock::new(|| of_class("itself").collect());

/// Words after the name of a body with which a description opens, in Latin letters: each is a word by itself.
static TELLS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| tells().filter(|word| word.is_ascii()).collect());

/// The same in Chinese, where they stand anywhere.
static CHINESE_TELLS: LazyLock<Tree> =
    LazyLock::new(|| Tree::of(chinese_tells().map(|word| (word.chars(), 1))));

/// Their first letters: most places of a text are told by their own.
static CHINESE_TELLS_FIRSTS: LazyLock<Firsts> = LazyLock::new(|| {
    let mut firsts = Firsts::default();
    chinese_tells().filter_map(|word| word.chars().next()).for_each(|first| firsts.add(first));
    firsts
});

/// Those of them that open news as well: "Weir Mill is opening …".
static BARE: LazyLock<FxHashSet<&str>> = LazyLock::new(|| of_class("bare").collect());

/// Words after them with which no news goes on: "is a …", "was founded …".
static THEN: LazyLock<FxHashSet<&str>> = LazyLock::new(|| of_class("then").collect());

/// Words that open what stands beside the name of a body between commas: founded, a.
static APPOSED: LazyLock<Vec<&str>> = LazyLock::new(|| of_class("apposed").collect());

/// Words that open what stands before the name: "Founded in 1891, Weir Mill is …".
static BEFORE: LazyLock<Vec<&str>> = LazyLock::new(|| of_class("before").collect());

fn tells() -> impl Iterator<Item = &'static str> {
    of_class("tells").chain(of_class("bare"))
}

fn chinese_tells() -> impl Iterator<Item = &'static str> {
    tells().filter(|word| !word.is_ascii())
}

static TABLE: LazyLock<WordsByClass> = LazyLock::new(|| WordsByClass::of(include_str!("headings.tsv")));

fn of_class(class: &'static str) -> impl Iterator<Item = &'static str> {
    TABLE.words(class)
}

/// The name with which a description opens that has no heading: "Weir Mill, Inc. is the largest …", 北堤磨坊成立於….
pub(crate) fn described(text: &str) -> Option<Range<usize>> {
    opening(text).map(|(name, _)| name).filter(|name| !is_generic(&text[name.clone()]))
}

/// Whether `name` says what somebody is and not who: the survey, 公司.
fn is_generic(name: &str) -> bool {
    ITSELF.contains(without_article(name).to_lowercase().as_str())
}

/// Whether `text` opens as such a description and not as news of the body does; `body` tells whether a name is that of one.
pub(crate) fn describes_for_good(text: &str, body: impl Fn(&str) -> bool) -> bool {
    let goes_on = |rest: &str| {
        let next = rest.trim_start_matches([' ', ',']).split([' ', ',']).next().unwrap_or("");
        THEN.contains(next) || next.starts_with(|c: char| c.is_ascii_digit())
    };
    opening(text).is_some_and(|(name, tell)| {
        // "Founded in 1891, Weir is": news of a body does not open with its founding.
        let known = name.start > 0 && !is_generic(&text[name.clone()]) || body(&text[name]);
        (!BARE.contains(&text[tell.clone()]) || goes_on(&text[tell.end..])) && known
    })
}

/// Whether Chinese `text` opens as such a description with the year in which the body was founded: 北堤成立於1908年.
pub(crate) fn tells_founding(text: &str) -> bool {
    !text.is_ascii()
        && opening(text).is_some_and(|(name, tell)| {
            let founded = !text[tell.clone()].is_ascii() && text[tell.clone()].chars().nth(1).is_some();
            founded && !is_generic(&text[name]) && opens_with_year(text[tell.end..].trim_start())
        })
}

/// The whole name of a body with which Chinese `text` opens before what it is: 北堤磨坊有限公司，是集生產、銷售於一體的磨坊.
pub(crate) fn whole_name(text: &str) -> Option<Range<usize>> {
    static EQUALS: LazyLock<Vec<&str>> = LazyLock::new(|| of_class("equals").collect());
    /// Characters of the shortest name that is whole, and of the longest.
    const LENGTHS: std::ops::RangeInclusive<usize> = 6..=24;
    let first = EQUALS.iter().filter_map(|word| text.find(word)).min()?;
    let name = text[..first].trim_end_matches(['，', ' ']);
    let plain = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '（' | '）' | '(' | ')' | ' '));
    let whole = plain && LENGTHS.contains(&name.chars().count()) && han::BODY_ENDS.ends(name);
    whole.then_some(0..name.len())
}

/// Whether `name` is surely that of a body and not of a work or a person: by a word of it, or as an abbreviation.
pub(crate) fn names_body(name: &str) -> bool {
    if is_generic(name) {
        return false;
    }
    if name.contains(script::is_han) {
        return ends_as_body(name);
    }
    let marks = |word: &str| {
        let word = latin::small_classes_of(word.trim_matches([',', '.']));
        latin::BODY_MARKS.have(word) || latin::LEGAL_FORMS.have(word)
    };
    let abbreviated = !name.contains(' ') && name.chars().filter(|c| c.is_uppercase()).nth(1).is_some();
    // "The Council" may be any.
    abbreviated || without_article(name).contains(' ') && name.split(' ').any(marks)
}

/// The name, and the word that tells of it.
fn opening(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    /// Bytes of the longest name; the longest collected, of a university's institute, has 74, and what stands beside
    /// it as many again.
    const LONGEST: usize = 150;
    // One ideograph may stand inside the name (自 in 自行車協會): it tells only after what bodies' names end with.
    // So does one before a year: 於二零零九年成立.
    let sure = |&(at, word): &(usize, &str)| {
        word.chars().nth(1).is_some()
            || ends_as_body(&text[..at])
            || opens_with_year(&text[at + word.len()..])
    };
    // A name in Latin letters opens with a capital.
    if text.is_ascii() && !text.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let latin = words_after(text, LONGEST).filter(|(_, word)| TELLS.contains(word)).find(sure);
    let chinese = if text.is_ascii() { None } else { first_chinese_tell(text, LONGEST, sure) };
    let first = [latin, chinese].into_iter().flatten();
    let (end, tell) = first.min_by_key(|&(at, word)| (at, std::cmp::Reverse(word.len())))?;
    let start = name_start(&text[..end]);
    let name = text[start..end].trim_end();
    // "X (OTC: X), a leading …, is": what stands in brackets or apposition is no part of the name.
    let name = name[..bracket_after_name(name)].trim_end();
    let name = apposed_start(name).map_or(name, |at| &name[..at]);
    let latin = !name.contains(script::is_han);
    let clause = name.contains(['，', '。', '：', ':', ';', '/', '*', '@']) || (latin && name.contains(". "));
    let capitals = |word: &str| word.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic());
    let small = |word: &str| word.len() <= 3;
    let is_name = if latin {
        name.starts_with(char::is_uppercase) && name.split(' ').all(|word| capitals(word) || small(word))
    } else {
        (3..=24).contains(&name.chars().count())
    };
    (!clause && is_name && !name.is_empty()).then_some((start..start + name.len(), end..end + tell.len()))
}

/// Where the name starts in `opening`, behind what may stand before it: "Founded in 1891, `Weir Mill`".
fn name_start(opening: &str) -> usize {
    let remark =
        BEFORE.iter().any(|word| opening.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')));
    if remark { opening.rfind(", ").map_or(0, |comma| comma + ", ".len()) } else { 0 }
}

/// The first word of [`CHINESE_TELLS`] in `text` that is `sure`, of several at one place the longest; none at the start, nor
/// after byte `most`.
fn first_chinese_tell(
    text: &str,
    most: usize,
    sure: impl Fn(&(usize, &str)) -> bool,
) -> Option<(usize, &str)> {
    let places = CHINESE_TELLS_FIRSTS.places(text).skip_while(|&at| at == 0);
    places.take_while(|&at| at <= most).find_map(|at| {
        let letters = text[at..].char_indices().map(|(place, c)| (at + place + c.len_utf8(), c));
        let mut longest = None;
        CHINESE_TELLS.each(letters, ClassSet::MAX, |end, _| {
            longest = Some((at, &text[at..end])).filter(&sure).or(longest);
        });
        longest
    })
}

/// Whether `text` opens with a word that tells of a body: 是, 成立.
fn opens_with_tell(text: &str) -> bool {
    let letters = text.char_indices().map(|(at, c)| (at + c.len_utf8(), c));
    let mut found = false;
    CHINESE_TELLS.each(letters, ClassSet::MAX, |_, _| found = true);
    found
}

/// The words of `text` after its first, no further than byte `most`, each up to a blank or a comma.
fn words_after(text: &str, most: usize) -> impl Iterator<Item = (usize, &str)> {
    let starts = memchr::memchr_iter(b' ', text.as_bytes()).map(|at| at + 1);
    starts.take_while(move |&at| at <= most).filter_map(|at| {
        let end = memchr::memchr2(b' ', b',', &text.as_bytes()[at..])?;
        Some((at, &text[at..at + end]))
    })
}

/// Where what stands beside a name starts: "Weir Mill`, founded in 1891,` grinds".
fn apposed_start(name: &str) -> Option<usize> {
    name.match_indices(", ").map(|(at, _)| at).find(|&at| {
        let word = name[at + 2..].split(' ').next().unwrap_or("");
        APPOSED.contains(&word)
    })
}

/// Whether `text` opens with the digits of a year, in figures or in Han.
fn opens_with_year(text: &str) -> bool {
    /// Digits of a year.
    const DIGITS: usize = 4;
    let digit = |c: char| c.is_ascii_digit() || "〇零一二三四五六七八九".contains(c);
    text.chars().take(DIGITS).filter(|&c| digit(c)).count() == DIGITS
}

fn ends_as_body(name: &str) -> bool {
    han::BODY_ENDS.ends(name) || han::WEAK_BODY_ENDS.ends(name)
}

/// The word that opens a boilerplate heading, and where it ends.
fn opener(line: &str) -> Option<usize> {
    if !OPENERS_FIRSTS.may_have(line.chars().next()?) {
        return None;
    }
    OPENERS.iter().find_map(|word| {
        let rest = line.get(word.len()..)?;
        let opens = line[..word.len()].eq_ignore_ascii_case(word);
        let boundary = !word.is_ascii() || rest.starts_with(char::is_whitespace);
        (opens && boundary).then_some(word.len())
    })
}

/// `name` without the article that it opens with.
pub(crate) fn without_article(name: &str) -> &str {
    let opens =
        |article: &&&str| name.get(..article.len()).is_some_and(|head| head.eq_ignore_ascii_case(article));
    ARTICLES.iter().find(opens).map_or(name, |article| &name[article.len()..])
}

/// The name in a heading: "About the Harbour Trust (www.example.org):" → Harbour Trust; none where it has none: "About us".
pub(crate) fn organization(heading: &str) -> Option<Range<usize>> {
    let named =
        opened(heading).or_else(|| closed(heading)).filter(|name| !is_generic(&heading[name.clone()]));
    labelled(heading).or(named)
}

/// The name behind the colon of a heading that says before it what it tells: 公司簡介：北堤, "About the company: Weir Mill".
fn labelled(heading: &str) -> Option<Range<usize>> {
    /// Characters of the longest name, and of the longest label; guesses.
    const LONGEST: usize = 30;
    const LABEL: usize = 20;
    let (label, name) = heading.split_once(['：', ':'])?;
    let label = label.trim_start_matches(|c: char| !c.is_alphanumeric()).trim_end();
    let generic = || opened(label).is_some_and(|about| is_generic(&label[about]));
    let told = CLOSERS.iter().any(|word| label.ends_with(word)) || generic();
    let name = name.trim();
    let plain = !name.is_empty() && !name.contains(['，', '。', '、', '；', '「', '《', '：', ':']);
    let fits = label.chars().nth(LABEL).is_none() && name.chars().nth(LONGEST).is_none();
    let end = heading.trim_end().len();
    (told && plain && fits).then(|| end - name.len()..end)
}

/// The name of a body in a heading that ends with what is told of it: 北堤磨坊集團簡介, 附：北堤大學簡介.
pub(crate) fn closed(heading: &str) -> Option<Range<usize>> {
    /// Characters of the longest name.
    const LONGEST: usize = 30;
    let frame = |c: char| !c.is_alphanumeric() && !matches!(c, ')' | '）');
    let line = heading.trim_end_matches(frame);
    if !line.ends_with(|last| CLOSERS_LASTS.may_have(last)) {
        return None;
    }
    let line = line.trim_start_matches(frame);
    let name = CLOSERS.iter().find_map(|word| line.strip_suffix(word))?;
    // An attachment is told as such before a colon.
    let name = name.rsplit(['：', ':']).next().unwrap_or(name).trim();
    let sentence = name.contains(['，', '。', '、', '；', '「', '《']);
    let bare = name[..bracket_after_name(name)].trim_end();
    let last = bare.split(|c: char| !c.is_ascii_alphanumeric()).next_back().unwrap_or("");
    let in_latin = last.len() > 1 && !latin::HEADS.contains_lower(last);
    let is_name = ends_as_body(bare) || in_latin || han::INDUSTRIES.ends(bare);
    // What stands before the colon may be named alike.
    let start = heading.rfind(name)?;
    (is_name && !sentence && name.chars().nth(LONGEST).is_none())
        .then(|| start..start + name[..bracket_after_name(name)].trim_end().len())
}

/// Where the first bracket opens in `heading` that is no part of the name before it, as that in 北堤磨坊（香港）有限公司 is; else
/// where the heading ends.
fn bracket_after_name(heading: &str) -> usize {
    let goes_on = |at: usize| {
        let close = heading[at..].find([')', '）']).map(|close| at + close);
        let rest =
            close.and_then(|close| heading[close..].char_indices().nth(1).map(|(next, _)| close + next));
        rest.is_some_and(|rest| han::BODY_ENDS.prefix_end(&heading[rest..]).is_some())
    };
    heading
        .match_indices(['(', '（', '['])
        .map(|(at, _)| at)
        .find(|&at| !goes_on(at))
        .unwrap_or(heading.len())
}

/// Where a title goes on after what labels it as one: "Headline: …", 標題：…; 0 where nothing does.
pub(crate) fn title_label(line: &str) -> usize {
    /// Bytes of the longest label.
    const LONGEST: usize = 24;
    let head = boundary::head(line, LONGEST);
    let Some(colon) = head.find([':', '：']) else { return 0 };
    let rest = line[colon..].trim_start_matches([':', '：']).trim_start();
    let known = TITLED.iter().any(|label| label.eq_ignore_ascii_case(line[..colon].trim()));
    if known { line.len() - rest.len() } else { 0 }
}

/// The body whose name opens `text`, by what bodies' names end with: 北堤磨坊有限公司為北部五縣供應麵粉.
pub(crate) fn opening_body(text: &str) -> Option<Range<usize>> {
    /// Characters of the longest name, and of the shortest.
    const NAME: std::ops::RangeInclusive<usize> = 4..=24;
    let clause = |c: char| script::ends_sentence(c) || matches!(c, '，' | '、' | '：' | '「' | '；');
    let ends = text.char_indices().map(|(at, _)| at).enumerate().take(NAME.end() + 1);
    ends.take_while(|&(_, at)| !text[..at].ends_with(clause))
        .find(|&(length, at)| length >= *NAME.start() && han::BODY_ENDS.ends(&text[..at]))
        .map(|(_, at)| 0..at)
}

/// The name in a heading that opens as such headings do.
fn opened(heading: &str) -> Option<Range<usize>> {
    let lead = heading.len() - heading.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let after = lead + opener(&heading[lead..])?;
    let mut start = after + (heading[after..].len() - heading[after..].trim_start().len());
    for article in ARTICLES.iter() {
        let rest = &heading[start..];
        if rest.len() > article.len()
            && rest.is_char_boundary(article.len())
            && rest[..article.len()].eq_ignore_ascii_case(article)
        {
            start += article.len();
            break;
        }
    }
    let end = start + bracket_after_name(&heading[start..]);
    let name = heading[start..end]
        .trim_matches(|c: char| c.is_whitespace() || "：:︰-–—|】]〉《》「」『』＞>≫＜<*~_".contains(c));
    if name.is_empty() {
        return None;
    }
    let start = start + heading[start..end].find(name)?;
    Some(start..start + name.len())
}

/// Where the heading ends in a line that goes on with the text: after a colon, or where a word runs into a capital.
///
/// "About Acme: Acme makes …", "About Acme – Acme makes …", "About `AcmeFounded` in 1920, Acme …", 關於甲公司：甲公司….
/// Bracketed names belong to the heading. It does not part a heading from a text that merely follows after a blank.
pub(crate) fn glued(line: &str) -> Option<usize> {
    let after = opener(line)?;
    // The longest heading collected, an agency's full name with its address, has 110 bytes.
    let head = boundary::head(line, after + 140);
    if let Some(colon) = head.find([':', '：', '︰']).filter(|&at| !head[at..].starts_with("://")) {
        let width = head[colon..].chars().next().map_or(1, char::len_utf8);
        let name = &head[after..colon];
        let sentence = name.contains(['。', '，', ',', ';']) || name.contains(". ");
        let more = line[colon + width..].trim();
        let again = || opens_with_name(more, name) || opens_with_han_name(more, name);
        let text = || more.chars().nth(30).is_some() || again();
        // A colon behind a sentence is no heading's.
        if !sentence {
            return (text() && !name.trim().is_empty()).then_some(colon + width);
        }
    }
    if let Some(end) = dashed(head, after) {
        return Some(end);
    }
    if let Some(end) = named_again(line, after) {
        return Some(end);
    }
    let mut before = ' ';
    // "ABOUT WEIR MILLWeir Mill was"
    let mut capitals = true;
    for (at, c) in head.char_indices() {
        let opens_word = || line[at + c.len_utf8()..].starts_with(char::is_lowercase);
        let runs_in = before.is_lowercase() && c.is_uppercase()
            || matches!(before, ')' | '）') && c.is_alphanumeric()
            || capitals && before.is_uppercase() && c.is_uppercase() && opens_word();
        capitals &= !c.is_lowercase();
        if at > after + 2 && runs_in && starts_a_sentence(&line[at..]) {
            return Some(at);
        }
        before = c;
    }
    None
}

/// Whether `text`, no shorter than a clause, opens as the Chinese `name` does: 關於北堤磨坊：北堤磨坊是本地最早的.
fn opens_with_han_name(text: &str, name: &str) -> bool {
    /// Characters that both open with, and of the shortest such text; guesses.
    const SHARED: usize = 2;
    const SHORTEST: usize = 12;
    let opening = |words: &str| words.trim_start().chars().take(SHARED).collect::<Vec<char>>();
    let shared = opening(name);
    shared.len() == SHARED
        && shared.iter().all(|&c| script::is_han(c))
        && shared == opening(text)
        && text.chars().nth(SHORTEST).is_some()
}

/// Whether a few words open with one of `name`, as a text does whose line a long heading leaves little room: "About the Weir
/// Valley Alliance for Boats: Weir Valley is a".
fn opens_with_name(words: &str, name: &str) -> bool {
    /// Letters of the shortest word that tells, and words of the shortest opening; guesses.
    const TELLS: usize = 4;
    const FEWEST: usize = 3;
    let mut words = without_article(words).split(' ');
    let first = words.next().filter(|word| word.len() >= TELLS && word.starts_with(char::is_uppercase));
    first.is_some_and(|first| name.split(' ').any(|word| word == first)) && words.count() + 1 >= FEWEST
}

/// Where a heading ends that a dash between blanks parts from its text: "About Weir Mill – The mill was founded".
fn dashed(head: &str, after: usize) -> Option<usize> {
    let (dash, mark) = head.char_indices().skip(after).find(|&(_, c)| script::is_dash(c) && c != '-')?;
    let (name, more) = (&head[after..dash], &head[dash + mark.len_utf8()..]);
    let spaced = name.ends_with(' ') && more.starts_with(' ');
    let is_name = name.split_whitespace().all(|word| word.len() <= 3 || word.starts_with(char::is_uppercase));
    (spaced
        && is_name
        && starts_a_sentence(more.trim_start())
        && more.trim_start().starts_with(char::is_uppercase))
    .then_some(dash + mark.len_utf8())
}

/// Where a heading ends whose text begins with the name again: 關於甲乙公司甲乙公司是…, "About Weir Mill Weir Mill is …".
fn named_again(line: &str, after: usize) -> Option<usize> {
    /// Characters of the longest name, and of the shortest: in fewer a word may be doubled, unless what follows tells of it.
    const NAME: std::ops::RangeInclusive<usize> = 2..=40;
    const SURE: usize = 4;
    let lead = line[after..].len() - line[after..].trim_start().len();
    let named = &line[after + lead..];
    named.char_indices().map(|(at, _)| at).enumerate().skip(*NAME.start()).take(*NAME.end()).find_map(
        |(length, at)| {
            let again = named[at..].trim_start().starts_with(named[..at].trim_end());
            let told = || {
                let rest = &named[at..].trim_start()[named[..at].trim_end().len()..];
                named.starts_with(script::is_han) && opens_with_tell(rest)
            };
            (again && (length >= SURE || told()) && named[at..].chars().nth(30).is_some())
                .then_some(after + lead + at)
        },
    )
}

/// Where headings with their text glued to them stand inside `line`, in order: after the end of a sentence, or glued
/// themselves to what is before them ("… weirmill.exampleAbout `WeirFounded` in 1920 …"). So do phrases that stand apart.
pub(crate) fn glued_inside(line: &str) -> Vec<usize> {
    let opens = |at: &usize| {
        let before = line[..*at].trim_end();
        let ended = before.len() == *at || before.ends_with(script::ends_sentence);
        !before.is_empty() && (ended || line[..*at].ends_with("  "))
    };
    let mut found: Vec<usize> = OPENERS
        .iter()
        .flat_map(|word| memmem::find_iter(line.as_bytes(), word.as_bytes()))
        .filter(opens)
        .flat_map(|at| match set_apart(&line[at..]) {
            Some(text) => [Some(at), Some(at + text)],
            None => [glued(&line[at..]).map(|_| at), None],
        })
        .flatten()
        .chain(APART.iter().flat_map(|phrase| memmem::find_iter(line.as_bytes(), phrase.as_bytes())))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Where the text starts behind the heading that opens `line`, two blanks standing for the end of its line: "About WMN  The
/// Weir Mill Network is".
fn set_apart(line: &str) -> Option<usize> {
    /// Bytes of the longest heading, and letters of the longest of its words that may be small; guesses.
    const LONGEST: usize = 80;
    const SMALL: usize = 3;
    let after = opener(line)?;
    let blanks = boundary::head(line, LONGEST).find("  ").filter(|&at| at > after)?;
    let name = line[after..blanks].trim();
    let named = |word: &str| word.len() <= SMALL || word.starts_with(char::is_uppercase);
    let text = line[blanks..].trim_start();
    let is_heading = name.split(' ').all(named) && !name.contains(". ");
    (is_heading && text.starts_with(char::is_uppercase) && starts_a_sentence(text))
        .then_some(line.len() - text.len())
}

/// Whether a capitalised word runs on as a sentence does: with a space, and enough words after it.
fn starts_a_sentence(rest: &str) -> bool {
    rest.chars().nth(60).is_some() && rest.split_whitespace().take(6).count() == 6
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(heading: &str) -> &str {
        organization(heading).map_or("", |range| &heading[range])
    }

    #[test]
    fn names_are_cut_from_headings() {
        assert_eq!(name("About the Harbour Trust"), "Harbour Trust");
        assert_eq!(name("ABOUT HARBOUR TRUST (www.trust.example):"), "HARBOUR TRUST");
        assert_eq!(name("關於灣畔基金會（股份代號：1234）"), "灣畔基金會");
        assert_eq!(name("【關於北堤磨坊】"), "北堤磨坊");
        assert_eq!(name("＜關於北堤磨坊＞"), "北堤磨坊");
        assert_eq!(name("關於北堤磨坊（香港）有限公司（「北堤」）"), "北堤磨坊（香港）有限公司");
        assert_eq!(name("北堤磨坊（中國）有限公司簡介"), "北堤磨坊（中國）有限公司");
        assert_eq!(name("關於「北堤」"), "北堤");
        assert_eq!(name("**About Weir Mill**"), "Weir Mill");
        assert_eq!(name("附：北堤磨坊集團簡介"), "北堤磨坊集團");
        assert_eq!(name("北堤大學（北大）簡介："), "北堤大學");
        assert_eq!(name("北堤 Weir 簡介"), "北堤 Weir");
        let twice = "北堤集團：北堤集團簡介";
        assert_eq!(organization(twice).map(|name| name.start), Some("北堤集團：".len()));
        for none in ["About us", "About the study", "ABOUT THE COMPANY:", "關於我們", "公司簡介", "講者簡介"]
        {
            assert_eq!(name(none), "", "{none}");
        }
        assert_eq!(name("Our history"), "");
        assert_eq!(name("社群介紹：北堤 Weir"), "北堤 Weir");
        assert_eq!(name("公司簡介：北堤"), "北堤");
        assert_eq!(name("About the company: Weir Mill"), "Weir Mill");
    }

    #[test]
    fn a_description_may_open_with_the_year_of_founding() {
        assert!(
            tells_founding("北堤磨坊創立於 1908 年，是北部的磨坊。")
                && tells_founding("WML 成立于1908年，磨面粉。")
        );
        let whole = "北堤磨坊有限公司，是集生產、銷售於一體的磨坊。";
        assert_eq!(whole_name(whole), Some(0.."北堤磨坊有限公司".len()));
        assert_eq!(whole_name("今次得獎的是北堤磨坊有限公司。"), None);
        assert!(!tells_founding("北堤磨坊將於2027年擴建。") && !tells_founding("北堤磨坊成立20支隊伍。"));
    }

    #[test]
    fn a_heading_in_capitals_may_run_into_its_text() {
        let line = "ABOUT WEIR MILLWeir Mill plc is the maker of the white flour that forty bakers of the north use.";
        assert_eq!(glued(line), Some("ABOUT WEIR MILL".len()));
    }

    #[test]
    fn descriptions_open_with_a_name() {
        let name = |text: &str| described(text).map_or("", |range| &text[range]).to_owned();
        assert_eq!(name("Weir Mill, Inc. (OTC: WRML) is the largest mill of the north."), "Weir Mill, Inc.");
        assert_eq!(name("北堤磨坊股份有限公司成立於1920年，為北部五縣供應麵粉。"), "北堤磨坊股份有限公司");
        assert_eq!(name("北堤自行車協會於1998年創辦，會員逾萬。"), "北堤自行車協會");
        assert_eq!(name("北堤舞蹈劇場於二零零九年成立，每年演出百場。"), "北堤舞蹈劇場");
        assert_eq!(name("Åkervik Möbler AB makes chairs for the schools of the north."), "Åkervik Möbler AB");
        assert_eq!(
            name("Weir State University, founded in 1891, enrolls 900 students."),
            "Weir State University"
        );
        assert_eq!(name("Weir Mill designs, makes and repairs scales."), "Weir Mill");
        assert_eq!(name("Founded in 1891 in Alder, Ohio, Weir Mill is a maker of scales."), "Weir Mill");
        assert_eq!(name("We know that flour is white."), "");
        assert_eq!(name("多年來，磨坊是北部的地標。"), "");
    }

    #[test]
    fn a_description_is_told_from_news() {
        assert!(describes_for_good("The Weir Trust is a charity that repairs mills.", names_body));
        assert!(describes_for_good("WMA has 90 mills in the valley.", names_body));
        assert!(describes_for_good("北堤磨坊有限公司成立於1920年，為北部五縣供應麵粉。", names_body));
        assert!(!describes_for_good("The Weir Trust is repairing the mill this week.", names_body));
        assert!(!describes_for_good("Salt Ledger is a play about a mill.", names_body));
        assert!(describes_for_good("Weir Cider grows 40 sorts of apples.", |name| name == "Weir Cider"));
        assert!(!describes_for_good("Event sponsors include two mills.", names_body));
        assert!(describes_for_good("Founded in 2019, Kesh is a maker of scales.", |_| false));
        assert!(!describes_for_good("Founded in 2019, the company is a maker of scales.", |_| false));
        assert!(!describes_for_good("北堤磨坊有限公司是次推出三種麵粉。", names_body));
    }

    #[test]
    fn the_body_that_opens_a_text_is_told_by_its_end() {
        let name = |text: &str| opening_body(text).map_or("", |range| &text[range]).to_owned();
        assert_eq!(name("北堤磨坊有限公司為北部五縣供應麵粉。"), "北堤磨坊有限公司");
        assert_eq!(name("多年來，北堤磨坊有限公司為北部供應麵粉。"), "");
    }

    #[test]
    fn glued_headings_end_where_the_text_begins() {
        let cut = |line: &str| glued(line).map(|at| line[..at].to_owned());
        let text = "Founded in 1920, the mill grinds flour for bakeries in five counties of the north.";
        assert_eq!(cut(&format!("About Weir Mill{text}")).as_deref(), Some("About Weir Mill"));
        assert_eq!(cut(&format!("About Weir Mill: {text}")).as_deref(), Some("About Weir Mill:"));
        assert_eq!(cut(&format!("About Weir Mill – {text}")).as_deref(), Some("About Weir Mill –"));
        assert_eq!(cut(&format!("About half of the mill. {text}")), None);
        let short = "About the Weir Valley Alliance for Boats:";
        assert_eq!(cut(&format!("{short} Weir Valley is a")).as_deref(), Some(short));
        assert_eq!(cut("About the Storm: What to expect"), None);
        assert_eq!(cut(&format!("About Weir Mill Weir Mill was {text}")).as_deref(), Some("About Weir Mill"));
        let text = "是一家磨坊，一九二零年由兩兄弟創立，至今為北部五縣的麵包店供應麵粉，從未間斷。";
        assert_eq!(cut(&format!("關於北堤磨坊北堤磨坊{text}")).as_deref(), Some("關於北堤磨坊"));
        assert_eq!(cut(&format!("關於北堤北堤{text}")).as_deref(), Some("關於北堤"));
        assert_eq!(cut(&format!("關於種種{text}")), None);
        assert_eq!(cut("About Weir Mill"), None);
        // The line may be a narrow one.
        let short = "關於北堤磨坊：北堤磨坊是本地歷史最悠久的";
        assert_eq!(cut(short).as_deref(), Some("關於北堤磨坊："));
    }

    #[test]
    fn headings_inside_a_line_follow_a_sentence_or_run_into_it() {
        let text = "Founded in 1920, the mill grinds flour for bakeries in five counties of the north.";
        let line =
            format!("The line opens in May. About Weir Mill{text} weirmill.exampleAbout Weir Bank{text}");
        let found: Vec<&str> = glued_inside(&line).into_iter().map(|at| &line[at..at + 15]).collect();
        assert_eq!(found, ["About Weir Mill", "About Weir Bank"]);
        let line = "It opens in May. Hashtag: #Weir The issuer is solely responsible for the content of this announcement.";
        assert_eq!(glued_inside(line).len(), 2);
        assert!(glued_inside(&format!("He knows it. About half of the mill stands. {text}")).is_empty());
        let set_apart = format!("It opens in May. About WMN  The Weir Mill Network was {text}");
        let found: Vec<&str> =
            glued_inside(&set_apart).into_iter().map(|at| &set_apart[at..at + 9]).collect();
        assert_eq!(found, ["About WMN", "The Weir "]);
        let signed = format!("Ann Lee, Chair  About Weir Mill Weir Mill was {text}");
        assert_eq!(glued_inside(&signed), [16]);
        let prose = format!("It opens in May. About half of it  The Weir Mill Network was {text}");
        assert!(glued_inside(&prose).is_empty());
    }
}
