//! Bodies that no word of bodies ends, where the page names them elsewhere: 北堤電子|林小文執行長.
//!
//! Takes the mentions of Chinese passages and the bodies that contacts, descriptions and title of the page name; gives
//! a person without a body the one that stands right before, and parts a body that was read together with the name
//! behind it: 北堤電子|黃小昭|資深副總經理. A name in its short form opens the long one: 北堤電子 of 北堤電子股份有限公司.

use super::resolve::Mention;
use crate::extract::person::{self, ChineseText, Named, NamedKind};
use crate::lexicon::reporting;
use crate::text::script::is_han;

/// Characters of the shortest form of a body's name.
const SHORTEST: usize = 2;

/// Bodies that are looked for before each name, at most.
const MOST: usize = 24;

/// Characters before a name in which its clause begins, or it is too long to be a body's; a guess.
const LONGEST_CLAUSE: usize = 40;

/// Gives `mentions` in `texts` the `bodies` that stand right before them.
pub(super) fn take_up(texts: &[ChineseText<'_>], mentions: &mut [Mention], bodies: &[&str]) {
    // A digest names thousands; a release has a few.
    let bodies = &bodies[..bodies.len().min(MOST)];
    for mention in mentions {
        let text: &str = &texts[mention.place.passage];
        if let Some(named) =
            parted(text, &mention.named, bodies).or_else(|| joined(text, &mention.named, bodies))
        {
            mention.named = named;
        }
    }
}

/// A post whose body is a known one with a name behind it.
fn parted(text: &str, named: &Named, bodies: &[&str]) -> Option<Named> {
    let whole =
        named.organization.clone().filter(|_| named.kind == NamedKind::Unnamed && named.title.is_some())?;
    let words = text.get(whole.clone())?;
    let end =
        bodies.iter().map(|body| shared(body, words)).max().filter(|&end| 0 < end && end < words.len())?;
    let name = words[end..].trim_start();
    let start = whole.end - name.len();
    person::chinese_name_at_start(name).filter(|&length| length == name.len())?;
    Some(Named {
        name: Some(start..whole.end),
        organization: Some(whole.start..whole.start + end),
        kind: NamedKind::Person,
        ..named.clone()
    })
}

/// A person with a post and no body, right behind a known one.
fn joined(text: &str, named: &Named, bodies: &[&str]) -> Option<Named> {
    let told = named.organization.is_none() && named.title.is_some();
    if !told || named.kind == NamedKind::Pronoun {
        return None;
    }
    let before = text.get(..named.extent.start)?.trim_end();
    let start = bodies.iter().filter_map(|body| ending(before, body)).min()?;
    Some(Named { extent: start..named.extent.end, organization: Some(start..before.len()), ..named.clone() })
}

/// Where `body`, or as much of its opening as makes a clause's, starts at the end of `before`.
fn ending(before: &str, body: &str) -> Option<usize> {
    if before.ends_with(body) {
        return Some(before.len() - body.len());
    }
    let mut back = before.char_indices().rev().take(LONGEST_CLAUSE);
    let mark = back.find(|&(_, c)| !(c.is_alphanumeric() || is_han(c) || c == ' '));
    let clause = mark.map_or(0, |(at, c)| at + c.len_utf8());
    let words = before[clause..].trim_start();
    let whole = body.starts_with(words) && words.chars().nth(SHORTEST - 1).is_some();
    whole.then(|| before.len() - words.len())
}

/// Bytes of the opening that `body` and `words` share, where it has the characters of a name.
fn shared(body: &str, words: &str) -> usize {
    let end = body
        .chars()
        .zip(words.chars())
        .take_while(|(one, other)| one == other)
        .map(|(c, _)| c.len_utf8())
        .sum();
    if words[..end].chars().nth(SHORTEST - 1).is_some() { end } else { 0 }
}

/// The name that both the title and the lead of a page open with: 北堤電子 of 北堤電子推出新款充電樁 and
/// 北堤電子今日…. A word for what is done ends it.
pub(crate) fn opening_both<'t>(title: &'t str, lead: &str) -> Option<&'t str> {
    /// Characters of the longest; a guess.
    const LONGEST: usize = 12;
    if !title.starts_with(is_han) {
        return None;
    }
    let both = &title[..shared(title, lead)];
    let verb = |&(at, _): &(usize, char)| reporting::chinese_cue_at_start(&both[at..]).is_some();
    let done = both.char_indices().skip(SHORTEST).find(verb).map(|(at, _)| at);
    let end = reporting::subject_ends(both).map(|word| word.start).chain(done).min().unwrap_or(both.len());
    let name = both[..end].trim_end();
    let fits = (SHORTEST..=LONGEST).contains(&name.chars().count());
    (fits && name.chars().all(char::is_alphanumeric)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_its_body_elsewhere() {
        let speakers = |foot: &str| {
            let text = format!(
                "北堤電子推出新款充電樁\n\n北堤電子今（12）日推出新款充電樁，全台首批設於三處休息站，明年增至三十處。\n\n\
                 「這是我們與客戶多年合作的成果。」北堤電子黃小昭資深副總經理表示。\n\n\
                 北堤電子林小文執行長指出：「明年起，新產線將在桃園全面量產。」\n\n{foot}"
            );
            let quotes = crate::parse(&text).remove(0).quotes.into_iter();
            let told = quotes.map(|quote| {
                let speaker = quote.speaker.unwrap_or_default();
                [speaker.name, speaker.title, speaker.organization]
                    .map(|part| part.map_or("-".to_owned(), |part| part.text))
                    .join(" ")
            });
            told.collect::<Vec<_>>()
        };
        let expected = ["黃小昭 資深副總經理 北堤電子", "林小文 執行長 北堤電子"];
        assert_eq!(speakers(""), expected);
        let about = "關於北堤電子股份有限公司\n北堤電子股份有限公司成立於1995年，是電源設備製造商。\n";
        assert_eq!(speakers(about), expected);
    }

    #[test]
    fn a_title_and_a_lead_open_with_one_name() {
        assert_eq!(opening_both("北堤電子推出充電樁", "北堤電子今（12）日推出"), Some("北堤電子"));
        assert_eq!(opening_both("北堤電子宣布推出充電樁", "北堤電子宣布今（12）日"), Some("北堤電子"));
        assert_eq!(opening_both("新碼頭啟用", "新任局長"), None);
    }
}
