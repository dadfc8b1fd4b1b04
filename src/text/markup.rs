//! Marks of Markdown and HTML inside a line, and what storage made of characters.
//!
//! Takes a line; gives where marks stand that are no text, emphasis (`**Ann Lee**`), links
//! (`[the mill](https://weir.example)`), tags, strokes before marks; and where something stands for a character:
//! entities (`&rsquo;`), escapes (`\u2019`), and UTF-8 that was read as Windows-1252 (`â€™`). Marks at the start of a
//! line, of headings and quoted paragraphs, are taken off in `clean/lines.rs`. Stars that stand for something (a name
//! kept back, 林**; a footnote, price*) are text: they come in no pair that words stand close inside of and apart from
//! outside.

use super::fold::{Folded, fold};
use super::script;
use crate::lexicon::entities;
use encoding_rs::WINDOWS_1252;
use std::borrow::Cow;
use std::ops::Range;

/// Something in a line that is read as one character, or as nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) range: Range<usize>,
    pub(crate) shows: Option<char>,
}

impl Mark {
    fn nothing(range: Range<usize>) -> Self {
        Mark { range, shows: None }
    }

    /// What stands for `c`; a blank that may not break is a blank.
    fn of(range: Range<usize>, c: char) -> Self {
        Mark { range, shows: Some(if c == '\u{a0}' { ' ' } else { c }) }
    }
}

/// Marks of the strongest emphasis.
const MOST_MARKS: usize = 3;

/// Whether a line may have such marks: nearly none has.
#[inline]
pub(crate) fn may_be_in(line: &str) -> bool {
    let bytes = line.as_bytes();
    memchr::memchr3(b'*', b'_', b']', bytes).is_some()
        || memchr::memchr3(b'\\', b'&', b'<', bytes).is_some()
        || !bytes.is_ascii() && garbled_from(line, 0).is_some()
}

/// `line` as its marks show it.
pub(crate) fn without_marks(line: Cow<'_, str>) -> Cow<'_, str> {
    if !may_be_in(&line) {
        return line;
    }
    let marks = marks(&line);
    if marks.is_empty() {
        return line;
    }
    let mut shown = String::with_capacity(line.len());
    let mut from = 0;
    for mark in marks {
        shown.push_str(&line[from..mark.range.start]);
        shown.extend(mark.shows);
        from = mark.range.end;
    }
    shown.push_str(&line[from..]);
    Cow::Owned(shown)
}

/// The address in what is left of a link without its words, and what a link says of itself behind it:
/// `](https://weir.example "The mill")`. Nothing where that is no link.
pub(crate) fn left_of_link(slice: &str) -> Vec<Range<usize>> {
    let Some(inside) = slice.strip_prefix("](").and_then(|rest| rest.strip_suffix(')')) else {
        return Vec::new();
    };
    let (address, title) = inside.split_once(' ').unwrap_or((inside, ""));
    if !is_address(address) {
        return Vec::new();
    }
    let start = "](".len();
    let behind = start + inside.len() - title.len();
    let titled = holds_words(title).then(|| behind..behind + title.len());
    std::iter::once(start..start + address.len()).chain(titled).collect()
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
    !line.is_empty()
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

/// Whether letters or digits stand in `text` that are of no tag and of no line end that was written: `</p>`, `\n`.
pub(crate) fn holds_words(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_alphanumeric() || matches!(c, '<' | '\\')) {
        rest = &rest[at..];
        let written = || rest.starts_with(r"\n") || rest.starts_with(r"\r");
        match tag(rest) {
            Some((_, end)) => rest = &rest[end..],
            None if written() => rest = &rest[2..],
            None if rest.starts_with(['<', '\\']) => rest = &rest[1..],
            None => return true,
        }
    }
    false
}

/// The marks in `line`, in order.
pub(crate) fn marks(line: &str) -> Vec<Mark> {
    let mut found = emphasis(line, b'*');
    found.extend(emphasis(line, b'_'));
    found.extend(links(line).map(Mark::nothing));
    found.extend(escapes(line));
    found.extend(entity_marks(line));
    found.extend(tags(line));
    found.extend(garbled(line));
    found.sort_unstable_by_key(|mark| (mark.range.start, mark.range.end));
    // A star in an address is the address's.
    let mut free = 0;
    found.retain(|mark| {
        let apart = mark.range.start >= free;
        free = free.max(mark.range.end);
        apart
    });
    found
}

/// The stars, or the low lines, of emphasis.
fn emphasis(line: &str, mark: u8) -> Vec<Mark> {
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
                // said**Ann Lee**: the blank was lost, and stands nowhere in the line.
                let glued = opens_glued(&line[..opening.start], &line[opening.end..]);
                found.extend(glued.then(|| Mark::of(opening.start..opening.start, ' ')));
                found.extend([Mark::nothing(opening), Mark::nothing(start..end)]);
            }
        } else if may_open(&line[..start], &line[end..])
            || end - start > 1 && opens_glued(&line[..start], &line[end..])
        {
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
    last_shown(before).is_none_or(parts) && first_shown(after).is_some_and(close)
}

/// The first character of `text` that is read: marks of writing order and the like are not.
fn first_shown(text: &str) -> Option<char> {
    text.chars().find(|&c| fold(c) != Folded::Nothing)
}

/// The last such character.
fn last_shown(text: &str) -> Option<char> {
    text.chars().rev().find(|&c| fold(c) != Folded::Nothing)
}

/// Whether they stand between a small letter and a capital.
fn opens_glued(before: &str, after: &str) -> bool {
    before.ends_with(char::is_lowercase) && after.starts_with(char::is_uppercase)
}

/// Where a heading in bold letters ends that opens a line and that its text is glued to:
/// `**About Weir Mill**Weir Mill is`.
pub(crate) fn glued_heading_end(line: &str) -> Option<usize> {
    /// Bytes of the longest such heading; a guess.
    const LONGEST: usize = 120;
    let end = line.strip_prefix("**")?.find("**").filter(|&end| (1..=LONGEST).contains(&end))? + 4;
    let behind = line[end..].trim_start_matches(['_', '*']);
    let text = behind.starts_with(|c: char| c.is_uppercase() || script::opens_quote(c));
    (text && !line[2..end].starts_with(char::is_whitespace)).then_some(end)
}

/// Whether marks between the two close it: they stand close to what is before, and to no Latin word after.
fn may_close(before: &str, after: &str) -> bool {
    let parts = |c: char| {
        let mark = matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | ')' | ']' | '*' | '_' | '—' | '–' | '’');
        mark || c.is_whitespace() || script::is_cjk(c) || script::closes_quote(c)
    };
    let close = |c: char| !c.is_whitespace() && !matches!(c, '*' | '_');
    first_shown(after).is_none_or(parts) && last_shown(before).is_some_and(close)
}

/// The strokes before marks that would else be Markdown's or end a string, `2\.`, `\"`, and characters by their numbers.
fn escapes(line: &str) -> impl Iterator<Item = Mark> {
    memchr::memchr_iter(b'\\', line.as_bytes()).filter_map(|at| match line.as_bytes().get(at + 1)? {
        b'.' | b'-' | b'*' | b'_' | b'#' | b'[' | b']' | b'(' | b')' | b'!' | b'+' | b'&' | b'"' | b'\''
        | b'/' => Some(Mark::nothing(at..at + 1)),
        b'u' => {
            let number = u32::from_str_radix(line.get(at + 2..at + 6)?, 16).ok()?;
            let shows = char::from_u32(number).filter(|c| !c.is_control())?;
            Some(Mark::of(at..at + 6, shows))
        }
        _ => None,
    })
}

/// The entities of HTML: `&rsquo;`, `&#8217;`, `&#x2019;`, and those whose own `&` was made one.
fn entity_marks(line: &str) -> impl Iterator<Item = Mark> {
    /// Letters of the longest name.
    const LONGEST: usize = 12;
    memchr::memchr_iter(b'&', line.as_bytes()).filter_map(|at| {
        let mut from = at + 1;
        while let Some(rest) = line[from..].strip_prefix("amp;")
            && rest.starts_with(|c: char| c == '#' || c.is_ascii_alphabetic())
            && rest.bytes().take(LONGEST).any(|byte| byte == b';')
        {
            from += "amp;".len();
        }
        let end = from + line.as_bytes()[from..].iter().take(LONGEST).position(|&byte| byte == b';')?;
        let shows = entity(&line[from..end])?;
        Some(Mark::of(at..end + 1, shows))
    })
}

fn entity(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else { return entities::named(name) };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    // Numbers that are none of Unicode's characters are those of Windows.
    let code = code.ok()?;
    let c = match u8::try_from(code) {
        Ok(byte @ 0x80..=0x9f) => WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next(),
        _ => char::from_u32(code),
    };
    c.filter(|c| !c.is_control())
}

/// Tags of HTML around words; a line end is a blank.
fn tags(line: &str) -> impl Iterator<Item = Mark> {
    memchr::memchr_iter(b'<', line.as_bytes()).filter_map(|at| {
        let (name, end) = tag(&line[at..])?;
        let breaks = entities::ends_line(&name);
        (breaks || entities::is_inline(&name))
            .then(|| Mark { range: at..at + end, shows: breaks.then_some(' ') })
    })
}

/// The name of the tag that opens `text`, in small letters, and where the tag ends.
pub(crate) fn tag(text: &str) -> Option<(String, usize)> {
    /// Bytes of the longest tag, a link with all that is counted about it.
    const LONGEST: usize = 600;
    /// Letters of the longest name.
    const LONGEST_NAME: usize = 10;
    let rest = text.strip_prefix('<')?;
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let letters = rest.bytes().take(LONGEST_NAME + 1).take_while(u8::is_ascii_alphanumeric).count();
    let after = rest[letters..].chars().next()?;
    let named =
        (1..=LONGEST_NAME).contains(&letters) && (matches!(after, '>' | '/') || after.is_whitespace());
    let head = &text.as_bytes()[1..text.len().min(LONGEST)];
    let close = memchr::memchr2(b'<', b'>', head).filter(|&at| named && head[at] == b'>')?;
    Some((rest[..letters].to_ascii_lowercase(), close + 2))
}

/// The byte that Windows-1252 has for a character.
fn windows_byte(c: char) -> Option<u8> {
    let mut buffer = [0; 4];
    let (bytes, _, unknown) = WINDOWS_1252.encode(c.encode_utf8(&mut buffer));
    bytes.first().copied().filter(|_| !unknown)
}

/// UTF-8 that was read as Windows-1252: Ã©, â€™.
fn garbled(line: &str) -> impl Iterator<Item = Mark> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let mark = garbled_from(line, from)?;
        from = mark.range.end;
        Some(mark)
    })
}

/// The first such character from `from` on: one of Latin-1, or a mark of punctuation. They open with Â, Ã or â, which
/// stand before no letter then.
fn garbled_from(line: &str, from: usize) -> Option<Mark> {
    let bytes = line.as_bytes();
    let leads = memchr::memchr_iter(0xc3, &bytes[from..]).map(|at| from + at);
    let mut leads = leads.filter(|&at| matches!(bytes.get(at + 1), Some(0x82 | 0x83 | 0xa2)));
    leads.find_map(|at| {
        let mut letters = line[at..].chars();
        let first = letters.next().and_then(windows_byte)?;
        let mut next = || {
            let c = letters.next()?;
            let byte = windows_byte(c).filter(|byte| (0x80..=0xbf).contains(byte))?;
            Some((byte, c.len_utf8()))
        };
        let (second, len) = next()?;
        let end = at + 'Ã'.len_utf8() + len;
        // Â and Ã open characters of two bytes, â those of three.
        if first != 0xe2 {
            return Some(Mark::of(at..end, decoded(&[first, second])?));
        }
        match next() {
            Some((third, len)) => Some(Mark::of(at..end + len, decoded(&[first, second, third])?)),
            // The last byte of ” is no character of Windows-1252, and was lost.
            None => (second == 0x80).then(|| Mark::of(at..end, '”')),
        }
    })
}

/// The character that `bytes` are in UTF-8.
fn decoded(bytes: &[u8]) -> Option<char> {
    std::str::from_utf8(bytes).ok()?.chars().next().filter(|c| !c.is_control())
}

/// The marks of links: the bracket before the words, and from the one after them on to the end of the address.
fn links(line: &str) -> impl Iterator<Item = Range<usize>> {
    /// Bytes of the longest words, and of the longest address; guesses that keep the work within bounds.
    const LONGEST_WORDS: usize = 1_000;
    const LONGEST_ADDRESS: usize = 2_000;
    let bytes = line.as_bytes();
    let middles = line.match_indices("](").filter_map(|(at, middle)| {
        let back = at.saturating_sub(LONGEST_WORDS);
        let bracket = memchr::memrchr2(b'[', b']', &bytes[back..at]).map(|open| back + open)?;
        let words = bytes[bracket] == b'[' && bracket + 1 < at && !line[..bracket].ends_with('!');
        let from = at + middle.len();
        let address = &bytes[from..line.len().min(from + LONGEST_ADDRESS)];
        let close = from + memchr::memchr(b')', address).filter(|_| words)?;
        let leads = is_address(line[from..close].split(' ').next().unwrap_or(""));
        leads.then_some([bracket..bracket + 1, at..close + 1])
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
            ("said**Ann Lee**, who", "said Ann Lee, who"),
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
    fn a_heading_in_bold_letters_may_be_glued_to_its_text() {
        assert_eq!(
            glued_heading_end("**About Weir Mill**Weir Mill grinds"),
            Some("**About Weir Mill**".len())
        );
        assert_eq!(glued_heading_end("**LEEDS** – Weir Mill grinds"), None);
        assert_eq!(glued_heading_end("** and **It is"), None);
    }

    #[test]
    fn what_stands_for_a_character_is_read_as_it() {
        for (line, text) in [
            (
                "&ldquo;It&rsquo;s ours,&rdquo; said Weir &amp; Mill&nbsp;plc",
                "“It’s ours,” said Weir & Mill plc",
            ),
            ("It&#8217;s &#x2013; it&#146;s &amp;#8217; &amp;amp; R&D; AT&T", "It’s – it’s ’ & R&D; AT&T"),
            (r#"\"It\u2019s ours\" C:\users"#, "\"It’s ours\" C:\\users"),
            ("â€œItâ€™s ours,â€\u{9d} at the cafÃ© â€“ for Â£5", "“It’s ours,” at the café – for £5"),
            (
                "â€œIt is oursâ€ said Ã. Lee, SÃO PAULO, château",
                "“It is ours” said Ã. Lee, SÃO PAULO, château",
            ),
            ("<b>Ann Lee</b>, <a href=\"https://weir.example\">the mill</a><br/>of", "Ann Lee, the mill of"),
            ("5 < 6 and <https://weir.example> and <weir>", "5 < 6 and <https://weir.example> and <weir>"),
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
        assert!(!holds_words(r"</p> \n<br/> –") && holds_words("<b>Ann</b>") && holds_words(r"\a"));
        assert_eq!(left_of_link("](/a)").first(), Some(&(2..4)));
        assert_eq!(left_of_link("](/a \"Mill\")"), [2..4, 5..11]);
        assert!(left_of_link("](price)").is_empty());
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
