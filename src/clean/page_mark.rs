//! What a page prints about itself: its number, that it turns, the slug of the copy.
//!
//! Takes a line; tells whether all of it has such a form. It knows nothing of the lines around it, which may make the
//! same line a cell of a table: `furniture.rs` looks at those. The forms stand as patterns in the tests below, which
//! compare the two: a pattern takes longer to make than a release to read.

use crate::text::script::{self, is_digit, small_letter};

/// What is left to read of a line.
#[derive(Clone, Copy)]
struct Rest<'a>(&'a str);

impl Rest<'_> {
    /// Without the character that it must open with.
    fn mark(self, is: impl Fn(char) -> bool) -> Option<Self> {
        self.0.strip_prefix(is).map(Rest)
    }

    /// Without the word that it must open with, whatever its case.
    fn word(self, small: &str) -> Option<Self> {
        script::after_word(self.0, small).map(Rest)
    }

    /// Without the digits that it must open with, no more than `most`.
    fn digits(self, most: usize) -> Option<Self> {
        let rest = self.0.trim_start_matches(is_digit);
        let count = self.0[..self.0.len() - rest.len()].chars().count();
        (1..=most).contains(&count).then_some(Rest(rest))
    }

    /// Without the characters of a kind that it opens with, of which there must be one.
    fn marks(self, is: fn(char) -> bool) -> Option<Self> {
        let rest = self.0.trim_start_matches(is);
        (rest.len() < self.0.len()).then_some(Rest(rest))
    }

    /// Without the blanks that it opens with.
    fn blanks(self) -> Self {
        Rest(self.0.trim_start())
    }

    /// The same and without a number after them.
    fn number(self, most: usize) -> Option<Self> {
        self.blanks().digits(most)
    }

    fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

/// Hyphens and dashes that stand around numbers of pages.
fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}')
}

fn ends(rest: Option<Rest<'_>>) -> bool {
    rest.is_some_and(Rest::is_empty)
}

/// Whether `line` is the number of a page: "12", "- 2 -", "Page 1 of 3", "1/3", 第 1 頁，共 2 頁.
pub(super) fn is_number(line: &str) -> bool {
    let line = Rest(line);
    let page = || line.word("page").or_else(|| line.word("p.")).or_else(|| line.word("p"));
    line.digits(3).is_some_and(|rest| rest.is_empty() || is_after_number(rest))
        || ends(dashed(line))
        || page().is_some_and(is_counted)
        || ends(line.word("page").and_then(|rest| rest.blanks().mark(|c| c == '|')?.number(3)))
        || is_chinese_number(line)
        || ends(line.mark(|c| c == '頁').and_then(|rest| rest.number(4)))
}

/// "Page 2", "Page 2 of 3", 第 2 頁，共 3 頁: a number of a page that says so.
pub(super) fn is_named(line: &str) -> bool {
    let line = Rest(line);
    line.word("page").is_some_and(is_counted) || is_chinese_number(line)
}

/// What stands before the number of the page that `line` ends with, in a header or a foot that holds both: at the other edge
/// of the paper, behind a bar, or right before "Page 1 of 2".
pub(super) fn header_of(line: &str) -> Option<&str> {
    if let Some(gap) = line.rfind(script::COLUMN_GAP) {
        let number = line[gap..].trim();
        return (is_named(number) || is_of_all(number)).then(|| line[..gap].trim_end());
    }
    if let Some((head, number)) = line.rsplit_once('|') {
        return is_named(number.trim()).then(|| head.trim_end());
    }
    // The last four words: "Page 1 of 2".
    let (start, _) = line.rmatch_indices(' ').nth(3)?;
    let (head, number) = (&line[..start], line[start..].trim());
    let whole = || Rest(number).word("page").is_some_and(|rest| is_of_all(rest.0.trim()));
    (head.ends_with(|c: char| c.is_alphanumeric() || c == ')') && whole()).then_some(head)
}

/// "1 of 2", "1 / 2": the number of a page with that of all.
fn is_of_all(line: &str) -> bool {
    let number = |text: &str| text.parse::<u16>().ok();
    let Some(rest) = Rest(line).digits(3) else { return false };
    let page = number(&line[..line.len() - rest.0.len()]);
    let all = of(rest.blanks()).and_then(|all| number(all.blanks().0));
    page.zip(all).is_some_and(|(page, all)| page > 0 && page <= all)
}

/// What follows the number of "1/3", "1 of 3", "2 | Page".
fn is_after_number(rest: Rest<'_>) -> bool {
    let rest = rest.blanks();
    ends(of(rest).and_then(|all| all.number(3)))
        || ends(rest.mark(|c| c == '|').and_then(|rest| rest.blanks().word("page")))
}

/// "- 2 -"
fn dashed(line: Rest<'_>) -> Option<Rest<'_>> {
    let edge = |c: char| is_dash(c) || c == '~';
    line.mark(edge)?.number(3)?.blanks().mark(edge)
}

/// What follows the word "page": "2", "2 of 3".
fn is_counted(rest: Rest<'_>) -> bool {
    rest.number(4)
        .is_some_and(|rest| rest.is_empty() || ends(of(rest.blanks()).and_then(|all| all.number(4))))
}

/// Without the "of" or the stroke before the number of all pages.
fn of(rest: Rest<'_>) -> Option<Rest<'_>> {
    rest.word("of").or_else(|| rest.mark(|c| c == '/'))
}

/// A number and 頁 after it.
fn counted_page(rest: Rest<'_>) -> Option<Rest<'_>> {
    rest.number(4)?.blanks().mark(|c| matches!(c, '頁' | '页'))
}

/// 第 2 頁, 第2页，共3页
fn is_chinese_number(line: Rest<'_>) -> bool {
    let Some(rest) = line.mark(|c| c == '第').and_then(counted_page) else { return false };
    let all = rest.blanks();
    let all = all.mark(|c| matches!(c, '，' | ',' | '/')).unwrap_or(all).blanks();
    rest.is_empty() || ends(all.mark(|c| c == '共').and_then(counted_page))
}

/// Whether `line` is what typists set where a page turns: "-more-", "FIRE/ADD ONE", ".../2", （續）.
pub(super) fn is_turn(line: &str) -> bool {
    ends(more(Rest(line))) || ends(addition(line)) || ends(dotted(Rest(line))) || ends(continued(Rest(line)))
}

/// "(more)", "– more –"
fn more(line: Rest<'_>) -> Option<Rest<'_>> {
    let rest = line.marks(|c| is_dash(c) || c == '(')?.blanks().word("more")?;
    rest.blanks().marks(|c| is_dash(c) || c == ')')
}

/// "first add", "FIRE/ADD ONE", after the slug of the copy, if any.
fn addition(line: &str) -> Option<Rest<'_>> {
    /// Characters of the longest slug.
    const LONGEST: usize = 40;
    let rest = match line.split_once('/') {
        Some((slug, rest)) => {
            let plain = |c: char| small_letter(c).is_ascii_lowercase() || c == ' ';
            let fits = !slug.is_empty() && slug.chars().all(plain) && slug.chars().nth(LONGEST).is_none();
            if !fits {
                return None;
            }
            rest.trim_start()
        }
        None => line,
    };
    let rest = ["first", "second", "add"].iter().find_map(|word| Rest(rest).word(word))?;
    let number = rest.marks(char::is_whitespace)?;
    let word = ["add", "one", "two", "three"].iter().find_map(|word| number.word(word));
    word.or_else(|| number.mark(is_digit))
}

/// ".../2"
fn dotted(line: Rest<'_>) -> Option<Rest<'_>> {
    let dots =
        line.marks(|c| c == '.').filter(|_| line.0.starts_with("..")).or_else(|| line.marks(|c| c == '…'));
    dots?.blanks().mark(|c| c == '/')?.number(2)
}

/// （續）, — 转下页 —
fn continued(line: Rest<'_>) -> Option<Rest<'_>> {
    const WORDS: [&str; 14] = [
        "下頁續",
        "下續",
        "頁續",
        "續",
        "续下页",
        "续下",
        "续页",
        "续",
        "下页续",
        "未完",
        "待續",
        "待续",
        "轉下頁",
        "转下页",
    ];
    let rest = line.marks(|c| is_dash(c) || matches!(c, '(' | '（'))?.blanks();
    let rest = WORDS.iter().find_map(|word| rest.word(word))?;
    rest.blanks().marks(|c| is_dash(c) || matches!(c, ')' | '）'))
}

/// Whether `line` is the slug of copy with the number of the page, where one turns: "Mill fire / 2", "Mill fire      2/2/2".
pub(super) fn is_slug(line: &str) -> bool {
    let Some(number) = line.find(is_digit) else { return false };
    ends_as_page(&line[number..]) && is_slug_alone(&line[..number])
}

/// "2", "2/2/2": one number or up to three.
fn ends_as_page(text: &str) -> bool {
    let mut numbers = text.split(['/', '-']);
    numbers.clone().all(|number| ends(Rest(number).digits(2))) && numbers.nth(3).is_none()
}

/// Whether `text` is a slug with what parts it from its number: a stroke, "page", a dash between blanks, three blanks.
fn is_slug_alone(text: &str) -> bool {
    let without = |text: &str, is: fn(char) -> bool| text.strip_suffix(is).map(str::len);
    let blank = |text: &str| without(text, char::is_whitespace);
    let dash = |text: &str| without(text, is_dash);
    if let Some(slug) =
        text[..blank(text).unwrap_or(text.len())].strip_suffix('/').or_else(|| text.strip_suffix('/'))
    {
        return is_name(slug) || blank(slug).is_some_and(|end| is_name(&slug[..end]));
    }
    let blanks = || blank(text).and_then(|end| blank(&text[..end])).and_then(|end| blank(&text[..end]));
    let dashed = || blank(text).and_then(|end| dash(&text[..end])).and_then(|end| blank(&text[..end]));
    let named = || {
        blanks().is_some_and(|end| is_name(&text[..end])) || dashed().is_some_and(|end| is_name(&text[..end]))
    };
    named() || is_slug_of_page(text)
}

/// "Mill fire - page "
fn is_slug_of_page(text: &str) -> bool {
    const WORD: usize = "page".len();
    let bare = text.trim_end();
    let Some(start) = bare.len().checked_sub(WORD).filter(|&start| bare.is_char_boundary(start)) else {
        return false;
    };
    if bare.len() == text.len() || !ends(Rest(&bare[start..]).word("page")) {
        return false;
    }
    let parts = |c: char| is_dash(c) || c.is_whitespace();
    let slug = bare[..start].trim_end_matches(parts);
    // As many of the marks as need be are part of the name.
    let mut marks = bare[slug.len()..start].char_indices().map(|(at, _)| slug.len() + at);
    marks.any(|end| is_name(&bare[..end]))
}

/// Whether `text` may be the name of copy.
fn is_name(text: &str) -> bool {
    const LONGEST: usize = 80;
    let plain = |c: char| !(is_digit(c) || matches!(c, '/' | ':' | '.' | ';' | ','));
    text.chars().nth(1).is_some() && text.chars().nth(LONGEST).is_none() && text.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::chance;
    use regex::Regex;

    /// Lines put together from what such lines consist of, in an order that looks like chance and is always the same.
    fn lines() -> impl Iterator<Item = String> {
        const PARTS: [&str; 60] = [
            "1",
            "2",
            "12",
            "３",
            "345",
            "6789",
            " ",
            " ",
            "  ",
            "\u{3000}",
            "-",
            "–",
            "~",
            "/",
            "|",
            ".",
            "..",
            "…",
            ",",
            "，",
            "page",
            "Page",
            "p",
            "P.",
            "of",
            "OF",
            "第",
            "頁",
            "页",
            "共",
            "more",
            "MORE",
            "(",
            ")",
            "（",
            "）",
            "first",
            "ſecond",
            "add",
            "Add",
            "one",
            "two",
            "three",
            "FIRE",
            "mill fire",
            "下",
            "續",
            "续",
            "未完",
            "待續",
            "轉下頁",
            "转下页",
            ":",
            ";",
            "a",
            "水",
            "é",
            "k",
            "page ",
            " - ",
        ];
        chance::lines(&PARTS, 7)
    }

    fn agrees(pattern: &str, is: fn(&str) -> bool) {
        let pattern = Regex::new(pattern).expect("a pattern of the tests");
        let mut found = 0;
        for line in lines().take(400_000) {
            assert_eq!(is(&line), pattern.is_match(&line), "{line:?}");
            found += usize::from(is(&line));
        }
        assert!(found > 50, "{found}");
    }

    #[test]
    fn numbers_have_the_forms_of_the_pattern() {
        agrees(
            r"(?xi) ^(?:
                [0-9０-９]{1,3}
              | [-\x{2010}-\x{2015}~]\s*[0-9０-９]{1,3}\s*[-\x{2010}-\x{2015}~]
              | (?:page|p\.?)\s*[0-9０-９]{1,4}(?:\s*(?:of|/)\s*[0-9０-９]{1,4})?
              | [0-9０-９]{1,3}\s*(?:/|of)\s*[0-9０-９]{1,3}
              | [0-9０-９]{1,3}\s*\|\s*page
              | page\s*\|\s*[0-9０-９]{1,3}
              | 第\s*[0-9０-９]{1,4}\s*(?:頁|页)(?:\s*(?:，|,|/)?\s*共\s*[0-9０-９]{1,4}\s*(?:頁|页))?
              | 頁\s*[0-9０-９]{1,4}
            )$",
            is_number,
        );
    }

    #[test]
    fn named_numbers_have_the_forms_of_the_pattern() {
        agrees(
            r"(?i)^(?:page\s*[0-9０-９]{1,4}(?:\s*(?:of|/)\s*[0-9０-９]{1,4})?|第\s*[0-9０-９]{1,4}\s*[頁页](?:\s*[，,/]?\s*共\s*[0-9０-９]{1,4}\s*[頁页])?)$",
            is_named,
        );
    }

    #[test]
    fn turns_have_the_forms_of_the_pattern() {
        agrees(
            r"(?xi) ^(?:
                [-\x{2010}-\x{2015}(]+\s*more\s*[-\x{2010}-\x{2015})]+
              | (?:[a-z\ ]{1,40}/\s*)?(?:first|second|add)\s+(?:add|one|two|three|[0-9０-９])
              | (?:\.{2,}|\x{2026}+)\s*/\s*[0-9０-９]{1,2}
              | [-\x{2010}-\x{2015}(（]+\s*(?:下?頁?續|续下?页?|下页续|未完|待續|待续|轉下頁|转下页)\s*[-\x{2010}-\x{2015})）]+
            )$",
            is_turn,
        );
    }

    #[test]
    fn slugs_have_the_forms_of_the_pattern() {
        agrees(
            r"(?i)^[^0-9０-９/:.;,]{2,80}(?:\s?/\s?|[-\x{2010}-\x{2015}\s]+page\s+|\s[-\x{2010}-\x{2015}]\s|\s{3})[0-9０-９]{1,2}(?:[/-][0-9０-９]{1,2}){0,2}$",
            is_slug,
        );
    }
}
