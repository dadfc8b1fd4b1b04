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

static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    let endings: Vec<&str> = rows(include_str!("../lexicon/domains.tsv")).map(|row| row.word).collect();
    Regex::new(&format!(
        r"(?xi)
        (?:mailto:)? [a-z0-9._%+\-]+ @ [a-z0-9\-]+ (?:\.[a-z0-9\-]+)+
        | (?: https?:// | ftp:// | www\. ) [a-z0-9\-._~:/?\#\[\]@!$&'()*+,;=%]+
        | (?:[a-z0-9][a-z0-9\-]*\.)+ (?:{}) \b (?: / [a-z0-9\-._~:/?\#@!$&'()*+,;=%]* )?
        ",
        endings.join("|")
    ))
    .expect("the address pattern is valid")
});

/// Every address in `text`, in order.
pub(crate) fn find_all(text: &str) -> Vec<FoundLink> {
    if !may_hold_address(text) {
        return Vec::new();
    }
    ADDRESS
        .find_iter(text)
        .filter_map(|whole| {
            let kind = if is_email(whole.as_str()) { LinkKind::Email } else { LinkKind::Url };
            let mut range = whole.start()..whole.end() - trailing(whole.as_str());
            if kind == LinkKind::Url && is_bare(whole.as_str()) && !stands_free(text, &range) {
                return None;
            }
            if kind == LinkKind::Email && text[range.clone()].starts_with(['.', '-', '_']) {
                range.start += 1;
            }
            (!range.is_empty()).then_some(FoundLink { range, kind })
        })
        .collect()
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
