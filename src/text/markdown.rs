//! Marks of Markdown inside a line: emphasis, `**Ann Lee**`, `*“It is ours.”*`, and links, `[the mill](https://weir.example)`.
//!
//! Takes a line; gives where marks stand that are no text. Marks at the start of a line, of headings and quoted paragraphs, are
//! taken off in `clean/lines.rs`. Stars that stand for something (a name kept back, 林**; a footnote, price*) are text: they come in no
//! pair that words stand close inside of and apart from outside.

use super::script;
use std::borrow::Cow;
use std::ops::Range;

/// Marks of the strongest emphasis.
const MOST_MARKS: usize = 3;

/// Whether a line may have such marks: nearly none has.
#[inline]
pub(crate) fn may_be_in(line: &str) -> bool {
    memchr::memchr3(b'*', b'_', b']', line.as_bytes()).is_some()
        || memchr::memchr(b'\\', line.as_bytes()).is_some()
}

/// `line` without its marks.
pub(crate) fn without_marks(line: Cow<'_, str>) -> Cow<'_, str> {
    if !may_be_in(&line) {
        return line;
    }
    let marks = marks(&line);
    if marks.is_empty() {
        return line;
    }
    Cow::Owned(kept(line.len(), &marks).map(|part| &line[part]).collect())
}

/// What stands between `marks` of a line of `length` bytes.
pub(crate) fn kept(length: usize, marks: &[Range<usize>]) -> impl Iterator<Item = Range<usize>> {
    let starts = std::iter::once(0).chain(marks.iter().map(|mark| mark.end));
    let ends = marks.iter().map(|mark| mark.start).chain(std::iter::once(length));
    starts.zip(ends).filter(|(start, end)| start < end).map(|(start, end)| start..end)
}

/// The address in what is left of a link without its words: `](https://weir.example)`.
pub(crate) fn left_address(slice: &str) -> Option<Range<usize>> {
    let address = slice.strip_prefix("](")?.strip_suffix(')')?.split(' ').next()?;
    is_address(address).then_some(2..2 + address.len())
}

/// Whether a line is a picture, or several: `![A mill](https://weir.example/a.jpg)`, with a link around it or without.
pub(crate) fn is_picture(line: &str) -> bool {
    if is_tags(line) && line.contains("<img") {
        return true;
    }
    let mut rest = line;
    while !rest.is_empty() {
        let bare = rest.strip_prefix('[').filter(|bare| bare.starts_with("![")).unwrap_or(rest);
        let Some(end) = bare.strip_prefix("![").and_then(|_| bare.find("](")) else { return false };
        let Some(mut close) = bare[end..].find(')').map(|close| end + close + 1) else { return false };
        if bare.len() < rest.len() && bare[close..].starts_with("](") {
            let Some(outer) = bare[close..].find(')') else { return false };
            close += outer + 1;
        }
        rest = bare[close..].trim_start();
    }
    line.starts_with('!') || line.starts_with("[!")
}

/// Whether a line is nothing but tags of HTML, which may stand in Markdown: `<div style="…">`, `</div>`.
pub(crate) fn is_tags(line: &str) -> bool {
    let mut rest = line;
    while let Some(inside) = rest.strip_prefix('<') {
        let opens = inside.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        let Some(close) = inside.find('>').filter(|_| opens) else { return false };
        rest = inside[close + 1..].trim_start();
    }
    rest.is_empty() && !line.is_empty()
}

/// Where marks stand in `line`, in order.
pub(crate) fn marks(line: &str) -> Vec<Range<usize>> {
    let mut found = emphasis(line, b'*');
    found.extend(emphasis(line, b'_'));
    found.extend(links(line));
    found.extend(escapes(line));
    found.sort_unstable_by_key(|mark| mark.start);
    // A star in an address is the address's.
    let mut free = 0;
    found.retain(|mark| {
        let apart = mark.start >= free;
        free = free.max(mark.end);
        apart
    });
    found
}

/// The stars, or the low lines, of emphasis.
fn emphasis(line: &str, mark: u8) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // The last run of each number of marks that may open emphasis.
    let mut open: [Option<Range<usize>>; MOST_MARKS] = [None, None, None];
    let mut at = 0;
    while let Some(first) = memchr::memchr(mark, &line.as_bytes()[at..]) {
        let start = at + first;
        let end = start + line[start..].bytes().take_while(|&byte| byte == mark).count();
        at = end;
        let Some(slot) = open.get_mut(end - start - 1) else { continue };
        if may_close(&line[..start], &line[end..])
            && let Some(opening) = slot.take()
        {
            // ***完***: three around a whole line are an end mark's.
            let whole = opening.start == 0 && end == line.len() && opening.len() == MOST_MARKS;
            if !whole {
                found.extend([opening, start..end]);
            }
        } else if may_open(&line[..start], &line[end..]) {
            *slot = Some(start..end);
        }
    }
    found
}

/// Whether marks between the two open emphasis: they stand close to what follows, and to no word before.
fn may_open(before: &str, after: &str) -> bool {
    let parts = |c: char| {
        let mark = matches!(c, '(' | '[' | '*' | '_' | '—' | '–') || script::is_cjk(c) && !script::is_han(c);
        mark || c.is_whitespace() || script::opens_quote(c)
    };
    let close =
        |c: char| c.is_alphanumeric() || script::opens_quote(c) || matches!(c, '(' | '（' | '[' | '*' | '_');
    before.chars().next_back().is_none_or(parts) && after.starts_with(close)
}

/// Whether marks between the two close it: they stand close to what is before, and to no Latin word after.
fn may_close(before: &str, after: &str) -> bool {
    let parts = |c: char| {
        let mark = matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | ')' | ']' | '*' | '_' | '—' | '–' | '’');
        mark || c.is_whitespace() || script::is_cjk(c) || script::closes_quote(c)
    };
    let close = |c: char| !c.is_whitespace() && !matches!(c, '*' | '_');
    after.chars().next().is_none_or(parts) && before.ends_with(close)
}

/// The strokes before marks that would else be Markdown's: `2\.`.
fn escapes(line: &str) -> impl Iterator<Item = Range<usize>> {
    let escaped = |at: usize| {
        let next = line.as_bytes().get(at + 1);
        next.is_some_and(|byte| {
            matches!(byte, b'.' | b'-' | b'*' | b'_' | b'#' | b'[' | b']' | b'(' | b')' | b'!' | b'+' | b'&')
        })
    };
    memchr::memchr_iter(b'\\', line.as_bytes()).filter(move |&at| escaped(at)).map(|at| at..at + 1)
}

/// The marks of links: the bracket before the words, and from the one after them on to the end of the address.
fn links(line: &str) -> impl Iterator<Item = Range<usize>> {
    let middles = line.match_indices("](").filter_map(|(at, middle)| {
        let open = line[..at].rfind('[').filter(|&open| open + 1 < at && !line[..open].ends_with('!'))?;
        let from = at + middle.len();
        let close = from + line[from..].find(')')?;
        let leads = is_address(line[from..close].split(' ').next().unwrap_or(""));
        (leads && !line[open + 1..at].contains(']')).then_some([open..open + 1, at..close + 1])
    });
    middles.flatten()
}

/// Whether a link leads to `address`: a page, a place on this one, somebody's mail.
fn is_address(address: &str) -> bool {
    ["http://", "https://", "mailto:", "tel:", "/", "#"].iter().any(|opens| address.starts_with(opens))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_emphasis_and_links_are_no_text() {
        for (line, text) in [
            ("said **Ann Lee**, who", "said Ann Lee, who"),
            ("*“It is ours,”* said ***Ann Lee***.", "“It is ours,” said Ann Lee."),
            ("**LEEDS** – **Weir Mill** and *The Miller*", "LEEDS – Weir Mill and The Miller"),
            ("**北堤磨坊**主席", "北堤磨坊主席"),
            ("_The pier opens_ in __May__", "The pier opens in May"),
            (r"2\. The pier \[in May\]", "2. The pier [in May]"),
            (
                "at [the mill](https://weir.example/a) or [by mail](mailto:a@weir.example).",
                "at the mill or by mail.",
            ),
            ("**[Weir Mill](https://weir.example \"Mill\")**", "Weir Mill"),
        ] {
            assert_eq!(without_marks(Cow::Borrowed(line)), text);
        }
    }

    #[test]
    fn pictures_and_addresses_of_links() {
        let picture = "![A mill](https://weir.example/a.jpg)";
        assert!(is_picture(picture) && is_picture(&format!("[{picture}](/b) {picture}")));
        assert!(
            !is_picture("[A mill](/a.jpg)") && !is_picture(&format!("{picture} and text")) && !is_picture("")
        );
        assert!(is_picture("<img src=\"/a.jpg\" width=\"600\">") && is_tags("<div align=\"center\"></div>"));
        assert!(!is_tags("<b>Ann Lee</b>") && !is_tags("<https://weir.example>, he said") && !is_tags("< 5"));
        assert_eq!(left_address("](/a \"Mill\")"), Some(2..4));
        assert_eq!(left_address("](price)"), None);
    }

    #[test]
    fn stars_that_stand_for_something_are_text() {
        for line in [
            "* * *",
            "***完***",
            "* an item of *",
            "ann_lee@weir.example, _id, a_b_c and www.weir.example/_a_/b",
            "____ and ____",
            r"C:\weir\mill",
            "from 5*3*2 to 7",
            "price* of bread*",
            "林**和王**，",
            "138****1234",
            "one [1] and (two) [three] (four)",
            "![A mill](https://weir.example/a.jpg)",
            "a[0](x)",
        ] {
            assert_eq!(without_marks(Cow::Borrowed(line)), line);
        }
    }
}
