//! URLs and e-mail addresses.
//!
//! Takes text; gives the addresses in it, schemes and `mailto:` included where they are printed. Chinese text, full-width
//! marks and closing punctuation end an address. It does not check that anybody answers there.

use crate::lexicon::rows;
use crate::release::LinkKind;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// An address in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FoundLink {
    pub(crate) range: Range<usize>,
    pub(crate) kind: LinkKind,
}

/// Every address in `text`, in order.
pub(crate) fn find_all(text: &str) -> Vec<FoundLink> {
    if !may_hold_address(text) {
        return Vec::new();
    }
    let found_link = |whole: Range<usize>| {
        let address = &text[whole.clone()];
        let kind = if is_email(address) { LinkKind::Email } else { LinkKind::Url };
        let mut range = whole.start..whole.end - trailing(address);
        if kind == LinkKind::Url && is_bare(address) && !stands_free(text, &range) {
            return None;
        }
        if kind == LinkKind::Email && text[range.clone()].starts_with(['.', '-', '_']) {
            range.start += 1;
        }
        (!range.is_empty()).then_some(FoundLink { range, kind })
    };
    addresses(text).filter_map(found_link).collect()
}

/// What looks like an address, none over another. All of it is ASCII.
fn addresses(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut from = 0;
    // No bare domain starts before it.
    let mut no_domain = 0;
    let mut address_at = move |at: usize, goes_on: bool| {
        let end = email_end(bytes, at, goes_on)
            .or_else(|| url_end(bytes, at))
            .or_else(|| if at < no_domain { None } else { domain_end(text, at, &mut no_domain) });
        Some(at..end?)
    };
    std::iter::from_fn(move || {
        while from < bytes.len() {
            let end = run(bytes, from, is_of_name);
            let marked = matches!(bytes.get(end), Some(b'@' | b':')) || bytes[from..end].contains(&b'.');
            // What a word did not start with is not tried again further on in it: the end would be the same.
            let found = if marked { (from..end).find_map(|at| address_at(at, at > from)) } else { None };
            from = found.as_ref().map_or(end + 1, |range| range.end);
            if found.is_some() {
                return found;
            }
        }
        None
    })
}

/// `mailto:a.b@c-d.org.uk`, with or without the scheme; with it where a word `goes_on`.
fn email_end(bytes: &[u8], at: usize, goes_on: bool) -> Option<usize> {
    const SCHEME: &[u8] = b"mailto:";
    let scheme = opens_with(&bytes[at..], SCHEME).then_some(at + SCHEME.len());
    let with_scheme = scheme.and_then(|start| mailbox_end(bytes, start));
    with_scheme.or_else(|| if goes_on { None } else { mailbox_end(bytes, at) })
}

fn mailbox_end(bytes: &[u8], at: usize) -> Option<usize> {
    let sign = run(bytes, at, is_of_name);
    if sign == at || bytes.get(sign) != Some(&b'@') {
        return None;
    }
    let host = sign + 1;
    let mut end = run(bytes, host, is_of_host);
    if end == host {
        return None;
    }
    let mut dots = 0;
    while bytes.get(end) == Some(&b'.') && bytes.get(end + 1).copied().is_some_and(is_of_host) {
        end = run(bytes, end + 1, is_of_host);
        dots += 1;
    }
    (dots > 0).then_some(end)
}

/// `https://a.example/x?y=1`, `www.mill.example`.
fn url_end(bytes: &[u8], at: usize) -> Option<usize> {
    const STARTS: [&[u8]; 4] = [b"http://", b"https://", b"ftp://", b"www."];
    if !matches!(bytes[at], b'h' | b'H' | b'f' | b'F' | b'w' | b'W') {
        return None;
    }
    let start = at + STARTS.iter().find(|start| opens_with(&bytes[at..], start))?.len();
    let is_of_url = |byte: u8| is_of_path(byte) || matches!(byte, b'[' | b']');
    Some(run(bytes, start, is_of_url)).filter(|&end| end > start)
}

/// `MillHouse.com/press`: names with dots, of which the last is an ending of domains, and a path. Where there is none,
/// none starts before `none_before` either.
fn domain_end(text: &str, at: usize, none_before: &mut usize) -> Option<usize> {
    let bytes = text.as_bytes();
    // Where names with their dots end.
    let mut dots = Vec::new();
    let mut end = at;
    while bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
        end = run(bytes, end, is_of_host);
        if bytes.get(end) != Some(&b'.') {
            break;
        }
        end += 1;
        dots.push(end);
    }
    let ending = dots.iter().rev().find_map(|&dot| ending_end(text, dot));
    let Some(end) = ending else {
        *none_before = end;
        return None;
    };
    let path = bytes.get(end) == Some(&b'/');
    Some(if path { run(bytes, end + 1, is_of_path) } else { end })
}

/// Where an ending of domains ends that starts at `at` and that no word goes on from.
fn ending_end(text: &str, at: usize) -> Option<usize> {
    if !may_be_ending(&text.as_bytes()[at..]) {
        return None;
    }
    let mut ends = ENDINGS.iter().filter(|ending| opens_with(&text.as_bytes()[at..], ending.as_bytes()));
    ends.find_map(|ending| {
        let end = at + ending.len();
        let next = text[end..].chars().next();
        next.is_none_or(|next| !goes_on_word(next)).then_some(end)
    })
}

static ENDINGS: LazyLock<Vec<&str>> =
    LazyLock::new(|| rows(include_str!("../lexicon/domains.tsv")).map(|row| row.word).collect());

/// Whether `c` is part of a word as Unicode has it: a letter, a mark on one, a digit, what joins.
fn goes_on_word(c: char) -> bool {
    static WORD: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^\w").expect("the pattern of a word is valid"));
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric() || c == '_',
        '\u{4e00}'..='\u{9fff}' => true,
        // Marks of either language: the pattern takes longer to make than a release to read.
        '\u{a0}'
        | '–'
        | '—'
        | '‘'
        | '’'
        | '“'
        | '”'
        | '•'
        | '…'
        | '\u{3000}'..='\u{3003}'
        | '\u{3008}'..='\u{3011}'
        | '\u{ff01}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}' => false,
        _ => WORD.is_match(c.encode_utf8(&mut [0; 4])),
    }
}

/// The end of the run of bytes from `at` on that are of a kind.
fn run(bytes: &[u8], at: usize, is: impl Fn(u8) -> bool) -> usize {
    at + bytes[at..].iter().take_while(|&&byte| is(byte)).count()
}

fn opens_with(bytes: &[u8], small: &[u8]) -> bool {
    bytes.get(..small.len()).is_some_and(|start| start.eq_ignore_ascii_case(small))
}

fn is_of_name(byte: u8) -> bool {
    is_of_host(byte) || matches!(byte, b'.' | b'_' | b'%' | b'+')
}

fn is_of_host(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-'
}

fn is_of_path(byte: u8) -> bool {
    is_of_host(byte) || b"._~:/?#@!$&'()*+,;=%".contains(&byte)
}

/// Which of the two alternatives of the pattern an address is: in an e-mail address no stroke comes before the at sign.
fn is_email(address: &str) -> bool {
    address.split_once('@').is_some_and(|(name, _)| !name.contains('/'))
}

/// Whether an address has neither a scheme nor a `www.`.
fn is_bare(address: &str) -> bool {
    let www = address.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
    let scheme = address.split_once("://").is_some_and(|(scheme, _)| !scheme.contains('.'));
    !www && !scheme
}

/// Whether `text` has what every address has: an at sign, a scheme, or a dot inside a word with a domain's ending or
/// `www` beside it.
fn may_hold_address(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_www =
        |before: &[u8]| before.last_chunk::<3>().is_some_and(|last| last.eq_ignore_ascii_case(b"www"));
    let goes_on = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_~/".contains(byte);
    memchr::memchr3_iter(b'.', b'@', b':', bytes).any(|at| match bytes[at] {
        b'@' => true,
        b':' => bytes[at..].starts_with(b"://"),
        _ => {
            let (before, after) = (&bytes[..at], &bytes[at + 1..]);
            before.last().is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
                && (may_be_ending(after) || is_www(before) && after.first().is_some_and(goes_on))
        }
    })
}

/// Whether `after` opens with two letters that an ending of domains opens with.
fn may_be_ending(after: &[u8]) -> bool {
    let letter = |at: usize| {
        let letter = after.get(at)?.to_ascii_lowercase();
        letter.is_ascii_lowercase().then(|| usize::from(letter - b'a'))
    };
    letter(0).zip(letter(1)).is_some_and(|(first, second)| ENDING_PAIRS[first] >> second & 1 == 1)
}

/// For each letter, the letters that follow it where an ending of domains opens with it.
static ENDING_PAIRS: LazyLock<[u32; 26]> = LazyLock::new(|| {
    let mut pairs = [0; 26];
    for row in rows(include_str!("../lexicon/domains.tsv")) {
        if let [first @ b'a'..=b'z', second @ b'a'..=b'z', ..] = row.word.as_bytes() {
            pairs[usize::from(first - b'a')] |= 1 << (second - b'a');
        }
    }
    pairs
});

/// Bytes of punctuation that end the sentence and not the address; a bracket belongs when it opened inside.
fn trailing(address: &str) -> usize {
    let mut kept = address;
    while let Some(last) = kept.chars().next_back() {
        let unbalanced = last == ')' && kept.matches('(').count() < kept.matches(')').count();
        if matches!(last, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*') || unbalanced {
            kept = &kept[..kept.len() - 1];
        } else {
            break;
        }
    }
    address.len() - kept.len()
}

/// A bare domain that is no part of a word, a number or an e-mail address.
fn stands_free(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    let name = &text[range.clone()];
    let first = name.split('.').next().unwrap_or("");
    let numeric = first.chars().all(|c| c.is_ascii_digit());
    !before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '@')
        && after != Some('@')
        && !numeric
        && first.len() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(text: &str) -> Vec<&str> {
        find_all(text).into_iter().map(|link| &text[link.range]).collect()
    }

    #[test]
    fn addresses_end_where_the_sentence_goes_on() {
        assert_eq!(
            links("visit www.mill.example, or (https://a.example/x?y=1)."),
            ["www.mill.example", "https://a.example/x?y=1"]
        );
        assert_eq!(
            links("詳情請瀏覽www.mill.com.hk。電郵：press@mill.com.hk，"),
            ["www.mill.com.hk", "press@mill.com.hk"]
        );
        assert_eq!(links("See MillHouse.com/press for 3.5 or e.g. this U.S. one"), ["MillHouse.com/press"]);
        assert_eq!(links("mailto:a.b@c-d.org.uk"), ["mailto:a.b@c-d.org.uk"]);
    }
}
