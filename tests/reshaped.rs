//! The same release as another page or another store would have carried it: its lines wrapped at another width, its pages
//! numbered, its characters and line ends written as a table or a feed holds them.
//!
//! Takes releases of the corpus whose paragraphs are lines and whose records are right; gives each another shape and
//! compares the records without places. Where lines end and what belongs to the page are no part of a release.

use crate::corpus::{Entry, difference, entries, known_gaps, without_places};
use serde_json::Value;

/// Releases with a paragraph a line and blank lines between. One that has a known gap is left out until it closes.
const RELEASES: &[&str] = &[
    "culture/tw-two-line-headline-book-titles",
    "government/asterisks-ends-issued-at-hkt",
    "government/hk-zh-issued-on-behalf-numbered-measures",
];

/// Releases with a paragraph a line, in which quotation marks and dashes stand.
const STORED: &[&str] = &[
    "company/web-copy-navigation-hashtags",
    "listed/canadian-issuer-own-site-cfo-succession-two-exchanges-place",
    "culture/library-lends-violins-reader-markdown-headings-bold-dateline-quoted-paragraph-day-in-slanted-letters",
];

/// What a page may change: the text's own name, and what belongs to the page.
const OF_THE_PAGE: [&str; 3] = ["id", "other", "diagnostics"];

/// What no line begins with.
const CLOSING: &str = "，。、；：？！」』）》〉”’,.;:?!)";

/// The measures of pages, in halves of a Chinese character.
const WIDTHS: [usize; 3] = [64, 76, 90];

fn chosen(releases: &[&str]) -> Vec<(Entry, String)> {
    let gaps = known_gaps();
    let wanted = |entry: &Entry| {
        let name = entry.name.as_str();
        releases.contains(&name) && !gaps.keys().any(|(gap, _)| gap.split('#').next() == Some(name))
    };
    let found: Vec<_> = entries().into_iter().filter(wanted).collect();
    assert!(!found.is_empty(), "none of {releases:?} is in the corpus without a known gap");
    let with_text = |entry: Entry| {
        let text = String::from_utf8(entry.bytes.clone()).expect("it is in UTF-8");
        (entry, text)
    };
    found.into_iter().map(with_text).collect()
}

fn fields(text: &str) -> Value {
    let releases = press_release::parse(text);
    assert_eq!(press_release::check_invariants(text, &releases), []);
    let mut records = without_places(&releases);
    for record in records.as_array_mut().expect("a list") {
        record.as_object_mut().expect("a record").retain(|field, _| !OF_THE_PAGE.contains(&field.as_str()));
    }
    records
}

/// Compares a release as it is with another shape of it.
fn stays(entry: &Entry, text: &str, shape: &str, changed: &str) {
    let (plain, found) = (fields(text), fields(changed));
    let (plain, found) = (plain.as_array().expect("a list"), found.as_array().expect("a list"));
    assert_eq!(plain.len(), found.len(), "{} {shape}: the editions", entry.name);
    for (plain, found) in plain.iter().zip(found) {
        for (field, value) in plain.as_object().expect("a record") {
            let same = *value == found[field];
            assert!(same, "{} {shape}: {field}\n{}", entry.name, difference(value, &found[field]));
        }
    }
}

#[test]
fn the_measure_of_a_page_changes_no_field() {
    for (entry, text) in chosen(RELEASES) {
        for width in WIDTHS {
            stays(&entry, &text, &format!("wrapped at {width}"), &wrapped(&text, width));
        }
    }
}

#[test]
fn numbers_of_pages_change_no_field() {
    for (entry, text) in chosen(RELEASES) {
        for end in
            ["\n\n- 1 -\n\n\u{c}", "\n\nPage 1 of 2\n\n\u{c}", "\n\n第1頁，共2頁\n\n\u{c}", "\n\n\u{c}"]
        {
            for paged in paged(&text, end) {
                stays(&entry, &text, &format!("with {end:?}"), &paged);
            }
        }
    }
}

#[test]
fn how_a_store_writes_characters_changes_no_field() {
    for (entry, text) in chosen(STORED) {
        stays(&entry, &text, "with entities", &shown_as(&text, entity));
        stays(&entry, &text, "misread", &shown_as(&text, misread));
        stays(&entry, &text, "with line ends written", &text.replace('\n', r"\n"));
        stays(&entry, &text, "with tags", &text.replace('\n', "<br/>"));
    }
}

/// `text` with each character as `shown` gives it, if it does.
fn shown_as(text: &str, shown: impl Fn(char) -> Option<String>) -> String {
    text.chars().map(|c| shown(c).unwrap_or_else(|| c.to_string())).collect()
}

/// The entity that a scraper leaves for a character.
fn entity(c: char) -> Option<String> {
    const NAMED: [(char, &str); 7] = [
        ('“', "ldquo"),
        ('”', "#8221"),
        ('’', "rsquo"),
        ('–', "ndash"),
        ('—', "#x2014"),
        ('&', "amp"),
        ('é', "eacute"),
    ];
    NAMED.iter().find(|(shown, _)| *shown == c).map(|(_, name)| format!("&{name};"))
}

/// A character of Latin-1 or a mark as it looks when its UTF-8 is read as Windows-1252.
fn misread(c: char) -> Option<String> {
    let wanted = matches!(c, '\u{a1}'..='\u{ff}' | '–' | '—' | '’' | '“' | '”' | '…' | '•' | '™');
    let bytes = c.to_string().into_bytes();
    wanted.then(|| encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned())
}

/// Every line wrapped but the titles, which are set in a type and a measure of their own.
fn wrapped(text: &str, width: usize) -> String {
    let releases = press_release::parse(text);
    let titles: Vec<&str> = releases
        .iter()
        .flat_map(|release| release.headline.iter().chain(&release.subheadlines))
        .map(|title| title.text.as_str())
        .collect();
    let lines = text
        .split('\n')
        .map(|line| if titles.contains(&line.trim()) { line.to_owned() } else { wrapped_line(line, width) });
    lines.collect::<Vec<_>>().join("\n")
}

/// In halves of a Chinese character.
fn size(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// A line broken at blanks in English and between any two characters in Chinese, as pages are; but not after a colon: a
/// full line that ends with one may as well lead in a list, and nothing on the page tells which.
fn wrapped_line(line: &str, width: usize) -> String {
    let (mut wrapped, mut used) = (String::new(), 0);
    for word in words(line) {
        let word_size = size(word.trim_end());
        let may_break = !word.starts_with(|c| CLOSING.contains(c)) && !wrapped.ends_with(['：', ':']);
        if used > 0 && used + word_size > width && may_break {
            wrapped.truncate(wrapped.trim_end().len());
            wrapped.push('\n');
            used = 0;
        }
        wrapped.push_str(word);
        used += word_size + (word.len() - word.trim_end().len());
    }
    wrapped
}

/// What is not broken: Latin words with the blank after them, Chinese characters.
fn words(line: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let breaks = line.char_indices().zip(line.chars().skip(1)).filter(|((_, c), next)| {
        let is_wide = |c: char| ('\u{2e80}'..='\u{ffef}').contains(&c);
        (*c == ' ' && *next != ' ') || is_wide(*c) || is_wide(*next)
    });
    for ((at, c), _) in breaks {
        words.push(&line[start..at + c.len_utf8()]);
        start = at + c.len_utf8();
    }
    words.push(&line[start..]);
    words
}

/// The text with the page ending once, at each place between two paragraphs of its middle.
fn paged<'a>(text: &'a str, end: &'a str) -> impl Iterator<Item = String> + 'a {
    let breaks: Vec<usize> = text.match_indices("\n\n").map(|(at, _)| at).collect();
    let (first, last) = (breaks.len() / 3, breaks.len() * 2 / 3);
    breaks.into_iter().take(last).skip(first).map(move |at| {
        let (before, after) = text.split_at(at);
        format!("{before}{end}{}", after.trim_start_matches('\n'))
    })
}
