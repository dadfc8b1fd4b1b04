//! Somebody described beside a reporting word in English: honorifics, name, post, organisation.
//!
//! Takes a stretch that starts with the description (after "said") or ends with it (before "said"); gives its parts.
//! A post may stand before the name (LQAA Artistic Director Tobias Hale) or after it, between commas.

use super::{Named, NamedKind};
use crate::lexicon::names;
use std::ops::Range;

/// How much of a stretch is looked at: the longest description collected has 150 bytes.
const REACH: usize = 320;

/// A word of the stretch, marks around it left out.
#[derive(Debug, Clone)]
struct Word<'t> {
    text: &'t str,
    range: Range<usize>,
    /// The mark after it: `,` `.` `;` or a blank.
    mark: char,
}

/// See [`super::english_from`].
pub(super) fn from(text: &str, range: Range<usize>) -> Option<Named> {
    let mut end = range.end.min(range.start + REACH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    read(text, range.start..end)
}

/// See [`super::english_before`].
pub(super) fn before(text: &str, range: Range<usize>) -> Option<Named> {
    let mut start = range.start.max(range.end.saturating_sub(REACH));
    while !text.is_char_boundary(start) {
        start += 1;
    }
    read(text, start..range.end)
}

fn read(text: &str, range: Range<usize>) -> Option<Named> {
    let words = words(text, range);
    let first = words.first()?;
    if words.len() == 1 && names::is_english_pronoun(first.text) {
        let extent = first.range.clone();
        return Some(Named {
            name: Some(extent.clone()),
            extent,
            kind: NamedKind::Pronoun,
            ..Named::default()
        });
    }
    if names::is_english_pronoun(first.text) {
        return None;
    }
    let determined = names::is_determiner(first.text);
    if determined && !words.iter().skip(1).take(3).any(|word| names::is_english_head(word.text)) {
        return None;
    }
    if determined {
        return unnamed(text, &words).or_else(|| apposition(text, &words));
    }
    named(text, &words)
}

/// `Mr Hubert Sin Chi-lok, JP, Managing Director of Jade Channel Ferries`, `Brooklyn Chief Ann Lee`.
fn named(text: &str, words: &[Word<'_>]) -> Option<Named> {
    let honorifics = words.iter().take_while(|word| names::is_honorific(word.text)).count();
    let honorific = (honorifics > 0).then(|| words[0].range.start..words[honorifics - 1].range.end);
    let run = honorifics + capital_run(&words[honorifics..]);
    if run == honorifics {
        return None;
    }
    let (name_from, title, organization) = pre_posted(&words[honorifics..run]);
    let name_from = honorifics + name_from;
    let inner = words[name_from..run].iter().take_while(|word| names::is_honorific(word.text)).count();
    let name_from = name_from + if name_from + inner < run { inner } else { 0 };
    let mut name_to = run;
    while name_to > name_from + 1
        && names::is_postnominal(words[name_to - 1].text)
        && !is_suffix(words[name_to - 1].text)
    {
        name_to -= 1;
    }
    let is_post =
        |word: &Word<'_>| names::is_english_head(word.text) || names::is_english_modifier(word.text);
    if words[name_from..name_to].iter().all(is_post) {
        return None;
    }
    let name = words[name_from].range.start..words[name_to - 1].range.end;
    let body = honorifics == 0 && title.is_none() && names::looks_like_english_body(&text[name.clone()]);
    if body {
        return Some(Named {
            extent: name.clone(),
            name: Some(name),
            kind: NamedKind::Organization,
            ..Named::default()
        });
    }
    let mut named = Named {
        name: Some(name.clone()),
        title,
        organization,
        honorific,
        extent: words[0].range.start..name.end,
        kind: NamedKind::Person,
    };
    if words[run - 1].mark == ',' {
        posted(text, &words[run..], &mut named);
    }
    Some(named)
}

fn is_suffix(word: &str) -> bool {
    matches!(word.trim_end_matches('.'), "Jr" | "Sr" | "II" | "III" | "IV")
}

/// How many words go on as a name: capitalised ones and particles, up to a mark.
fn capital_run(words: &[Word<'_>]) -> usize {
    let mut run = 0;
    for (at, word) in words.iter().enumerate() {
        let capital = word.text.starts_with(char::is_uppercase)
            || (at > 0 && names::is_particle(word.text))
            || (at > 0 && word.text == "&");
        if !capital {
            break;
        }
        run = at + 1;
        let suffix_next = words.get(at + 1).is_some_and(|next| is_suffix(next.text));
        if word.mark != ' ' && !(word.mark == ',' && suffix_next) {
            break;
        }
    }
    while run > 1 && names::is_particle(words[run - 1].text) {
        run -= 1;
    }
    run
}

/// The post before a name in a run of capitals: where the name starts, the title, the organisation.
fn pre_posted(run: &[Word<'_>]) -> (usize, Option<Range<usize>>, Option<Range<usize>>) {
    let head = run
        .iter()
        .enumerate()
        .rev()
        .skip(1)
        .find(|(_, word)| names::is_english_head(word.text))
        .map(|(at, _)| at);
    let Some(head) = head else { return (0, None, None) };
    let mut start = head;
    while start > 0
        && (names::is_english_modifier(run[start - 1].text) || names::is_english_head(run[start - 1].text))
    {
        start -= 1;
    }
    let place = start > 0 && (start <= 2) && crate::lexicon::places::is_known(run[0].text)
        || run[..start].iter().any(|word| word.text.contains('-') || word.text == "of");
    let title_from = if place { 0 } else { start };
    let title = Some(run[title_from].range.start..run[head].range.end);
    let organization = (!place && start > 0)
        .then(|| run[0].range.start..without_possessive(run[start - 1].text, &run[start - 1].range));
    (head + 1, title, organization)
}

/// The end of a word without its possessive.
fn without_possessive(word: &str, range: &Range<usize>) -> usize {
    let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    range.start + bare.len()
}

/// The post after a name and its comma.
fn posted(text: &str, words: &[Word<'_>], named: &mut Named) {
    let mut at = 0;
    while words.get(at).is_some_and(|word| names::is_postnominal(word.text) && word.mark == ',') {
        at += 1;
    }
    let words = &words[at..];
    let Some(first) = words.first() else { return };
    let skip = usize::from(names::is_determiner(first.text));
    let words = &words[skip..];
    let Some(first) = words.first() else { return };
    let close = words.iter().position(|word| names::is_english_head(word.text));
    let Some(head) = close.filter(|&head| head <= 8) else { return };
    // Eastman's global director: the organisation before the post.
    let possessive =
        words[..head].iter().position(|word| word.text.ends_with("'s") || word.text.ends_with("’s"));
    let from = possessive.map_or(0, |at| at + 1);
    if let Some(at) = possessive {
        named.organization = Some(first.range.start..without_possessive(words[at].text, &words[at].range));
    }
    let stop = end_of_post(words, head);
    let words = &words[from..stop];
    let Some((title, organization)) = split_post(text, words) else { return };
    named.extent.end = words.last().map_or(named.extent.end, |word| word.range.end);
    named.title.get_or_insert(title);
    if named.organization.is_none() {
        named.organization = organization;
    }
}

/// Where the words of a post end: at the end of the sentence, at a relative clause, at a verb that goes on.
fn end_of_post(words: &[Word<'_>], head: usize) -> usize {
    let mut depth_of_commas = 0;
    for (at, word) in words.iter().enumerate() {
        if names::ends_post(word.text) && at > head {
            return at;
        }
        // "… and a member of …": a second post.
        if word.text == "and"
            && at > head
            && words.get(at + 1).is_some_and(|next| names::is_determiner(next.text))
        {
            return at;
        }
        if matches!(word.mark, '.' | ';' | ':' | '"' | '”' | '“' | '’') {
            return at + 1;
        }
        if word.mark == ',' && at >= head {
            depth_of_commas += 1;
            let next = words.get(at + 1);
            let goes_on = next.is_some_and(|next| {
                next.text.starts_with(char::is_uppercase) && !names::ends_post(next.text)
            }) && depth_of_commas < 3;
            let interlayer = next
                .is_some_and(|next| next.mark != ' ' && next.text.starts_with(char::is_lowercase))
                && depth_of_commas < 2;
            if !goes_on && !interlayer {
                return at + 1;
            }
        }
    }
    words.len()
}

/// Title and organisation of a post: at `at`, else at `of` before a capital, else at the last comma before one.
fn split_post(text: &str, words: &[Word<'_>]) -> Option<(Range<usize>, Option<Range<usize>>)> {
    let (first, last) = (words.first()?, words.last()?);
    let whole = first.range.start..last.range.end;
    let organization = |from: usize| -> Option<Range<usize>> {
        let mut from = from;
        while words.get(from).is_some_and(|word| names::is_determiner(word.text)) {
            from += 1;
        }
        let mut to = words.len();
        // "… and a member of …", "… and chair of …": a second post.
        if let Some(and) = words[from..].iter().position(|word| word.text == "and").filter(|and| {
            words.get(from + and + 1).is_some_and(|next| next.text.starts_with(char::is_lowercase))
        }) {
            to = from + and;
        }
        if let Some(and) = words[from..to]
            .windows(2)
            .position(|pair| pair[0].text == "and" && names::is_english_head(pair[1].text))
        {
            to = from + and;
        }
        let comma = words[from..to].iter().position(|word| word.mark == ',').map(|at| from + at + 1);
        let to = comma.filter(|&at| at < to && !names::is_body_suffix(words[at].text)).unwrap_or(to);
        let (a, b) = (words.get(from)?, words.get(to.checked_sub(1)?)?);
        (from < to && a.text.starts_with(char::is_uppercase))
            .then(|| a.range.start..without_possessive(b.text, &b.range))
    };
    let cut = |at: usize| -> Option<(Range<usize>, Option<Range<usize>>)> {
        let title_end = words.get(at.checked_sub(1)?)?.range.end;
        Some((first.range.start..title_end, organization(at + 1)))
    };
    let preposition = |name: &str| {
        words.iter().enumerate().position(|(at, word)| {
            at > 0
                && word.text == name
                && words.get(at + 1).is_some_and(|next| {
                    next.text.starts_with(char::is_uppercase) || names::is_determiner(next.text)
                })
        })
    };
    if let Some(at) = preposition("at") {
        return cut(at);
    }
    let comma = words.iter().rposition(|word| word.mark == ',').filter(|&at| at + 1 < words.len());
    let of = words
        .iter()
        .rposition(|word| matches!(word.text, "of" | "for" | "with"))
        .filter(|&at| at > 0 && at + 1 < words.len());
    if let Some(at) = of {
        let of_body = organization(at + 1);
        let named_body = of_body.clone().is_some_and(|range| names::looks_like_english_body(&text[range]));
        if (comma.is_none_or(|comma| comma < at) || named_body)
            && let Some((title, Some(body))) = cut(at)
        {
            return Some((title, Some(body)));
        }
    }
    if let Some(at) = comma
        && let Some(body) = organization(at + 1)
        && !names::is_english_head(words[at + 1].text)
    {
        return Some((first.range.start..words[at].range.end, Some(body)));
    }
    Some((whole, None))
}

/// `A spokesman for the Transport Bureau`, `the minister`.
fn unnamed(text: &str, words: &[Word<'_>]) -> Option<Named> {
    let head = words.iter().take(6).position(|word| names::is_english_head(word.text))?;
    let next = words.get(head + 1);
    let named_after =
        next.is_some_and(|next| words[head].mark == ' ' && next.text.starts_with(char::is_uppercase));
    let named_apart =
        words[head].mark == ',' && next.is_some_and(|next| next.text.starts_with(char::is_uppercase));
    if named_after || named_apart {
        return None;
    }
    let stop = end_of_post(&words[1..], head.saturating_sub(1)) + 1;
    let mut title = words[1].range.start..words[head].range.end;
    let mut organization = None;
    let mut end = words[head].range.end;
    if words[head].mark == ' ' && next.is_some_and(|next| matches!(next.text, "for" | "of" | "at")) {
        let mut from = head + 2;
        while words.get(from).is_some_and(|word| names::is_determiner(word.text)) {
            from += 1;
        }
        if let (Some(a), Some(b)) = (words.get(from), words.get(stop.max(from + 1).min(words.len()) - 1))
            && a.range.start < b.range.end
            && a.text.starts_with(char::is_uppercase)
        {
            organization = Some(a.range.start..b.range.end);
            end = b.range.end;
        }
    } else if head > 1 {
        // The HA spokesman.
        let mut from = head;
        while from > 1
            && (names::is_english_modifier(words[from - 1].text)
                || words[from - 1].text.starts_with(char::is_lowercase))
        {
            from -= 1;
        }
        if from > 1 {
            organization =
                Some(words[1].range.start..without_possessive(words[from - 1].text, &words[from - 1].range));
            title = words[from].range.start..words[head].range.end;
        }
    }
    let organization = organization.map(|range| match text[range.clone()].find(" (") {
        Some(at) => range.start..range.start + at,
        None => range,
    });
    Some(Named {
        extent: words[0].range.start..end,
        title: Some(title),
        organization,
        kind: NamedKind::Unnamed,
        ..Named::default()
    })
}

/// `The company's current CEO, Justin Brock`.
fn apposition(text: &str, words: &[Word<'_>]) -> Option<Named> {
    let head = words.iter().take(8).position(|word| names::is_english_head(word.text))?;
    let rest = &words[head + 1..];
    let run = capital_run(rest);
    if run == 0 {
        return None;
    }
    let name = rest[0].range.start..rest[run - 1].range.end;
    let possessive =
        words[..head].iter().rposition(|word| word.text.ends_with("'s") || word.text.ends_with("’s"));
    let mut from = possessive.map_or(1, |at| at + 1);
    while from < head
        && !names::is_english_modifier(words[from].text)
        && words[from].text.starts_with(char::is_lowercase)
    {
        from += 1;
    }
    let organization = possessive
        .filter(|_| words.get(1).is_some_and(|word| word.text.starts_with(char::is_uppercase)))
        .map(|at| words[1].range.start..without_possessive(words[at].text, &words[at].range));
    let _ = text;
    Some(Named {
        extent: words[0].range.start..name.end,
        name: Some(name),
        title: Some(words[from].range.start..words[head].range.end),
        organization,
        ..Named::default()
    })
}

/// The words of a stretch, up to the end of its first sentence.
fn words(text: &str, range: Range<usize>) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let slice = &text[range.clone()];
    let mut at = 0;
    while at < slice.len() && words.len() < 40 {
        let rest = &slice[at..];
        let blank = rest.len() - rest.trim_start().len();
        at += blank;
        let rest = &slice[at..];
        let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
        if length == 0 {
            break;
        }
        let token = &rest[..length];
        let lead = token.len() - token.trim_start_matches(['(', '"', '“', '‘', '—', '–']).len();
        let core = &token[lead..];
        let mut bare = core.trim_end_matches([',', ';', ':', '"', '”', '.', ')', '—', '–', '!', '?']);
        let tail = &core[bare.len()..];
        let abbreviated = tail.starts_with('.')
            && (bare.len() <= 3 && bare.starts_with(char::is_uppercase)
                || bare.contains('.')
                || names::is_honorific(bare)
                || names::is_postnominal(bare));
        if abbreviated {
            bare = &core[..=bare.len()];
        }
        let tail = &core[bare.len()..];
        if !bare.is_empty() {
            let start = range.start + at + lead;
            let mark = tail.chars().next().unwrap_or(' ');
            words.push(Word { text: bare, range: start..start + bare.len(), mark });
            if matches!(mark, '.' | ';' | '!' | '?' | '"' | '”') {
                break;
            }
        } else if let Some(last) = words.last_mut() {
            last.mark = ';';
            break;
        }
        at += length;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `organisation|title|name`.
    fn parts(text: &str) -> String {
        let Some(named) = from(text, 0..text.len()) else { return "none".to_owned() };
        let part = |range: Option<Range<usize>>| range.map_or("-", |range| &text[range]);
        format!("{}|{}|{}", part(named.organization), part(named.title), part(named.name))
    }

    #[test]
    fn name_post_and_organisation_come_apart() {
        let cases = [
            (
                "Mr Hubert Sin Chi-lok, JP, Managing Director of Jade Channel Ferries.",
                "Jade Channel Ferries|Managing Director|Hubert Sin Chi-lok",
            ),
            (
                "Ir Dr Annabel Kwong Sze-wan, SBS, JP, Chairman of the Lantern Quay Arts Authority. ‘We",
                "Lantern Quay Arts Authority|Chairman|Annabel Kwong Sze-wan",
            ),
            (
                "Denise Okonkwo-Barr, President and Chief Executive Officer of Tamarack.",
                "Tamarack|President and Chief Executive Officer|Denise Okonkwo-Barr",
            ),
            (
                "Walter T. Esposito Jr., Chief Financial Officer,",
                "-|Chief Financial Officer|Walter T. Esposito Jr.",
            ),
            (
                "Dr Nyokabi wa Thuku, Reader in Rural Infrastructure at the University of Wexmouth, who led the study.",
                "University of Wexmouth|Reader in Rural Infrastructure|Nyokabi wa Thuku",
            ),
            (
                "Mr Patrick Kwong Shui-choi, Chairman of the Peng Shan Rural Committee and a member of the Islands Transport Forum.",
                "Peng Shan Rural Committee|Chairman|Patrick Kwong Shui-choi",
            ),
            ("LQAA Artistic Director Tobias Lindqvist-Hale", "LQAA|Artistic Director|Tobias Lindqvist-Hale"),
            ("A spokesman for the Transport Affairs Bureau", "Transport Affairs Bureau|spokesman|-"),
            (
                "Karyn Wells, Industry Director, ICT, Weir & Mill.",
                "Weir & Mill|Industry Director, ICT|Karyn Wells",
            ),
            (
                "Lupe Arriaga-Stone, Director of Resource Planning at Bitterroot Valley Electric Cooperative,",
                "Bitterroot Valley Electric Cooperative|Director of Resource Planning|Lupe Arriaga-Stone",
            ),
            ("Open Wells Alliance", "-|-|Open Wells Alliance"),
        ];
        for (text, expected) in cases {
            assert_eq!(parts(text), expected, "{text}");
        }
    }
}
