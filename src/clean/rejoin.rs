//! Lines that an extractor ended where the page ends none.
//!
//! Takes the lines of a text; joins those that are pieces of one printed line: a superscript that stands on a line of
//! its own ("95", "th", "Street"), a bullet that stands above its item, and the words of a scanned line that character
//! recognition set one below the other. Lines that a printer ended are left to `wrap.rs`.

use super::inline;
use super::item;
use super::lines::Line;
use crate::lexicon::rows;
use crate::text::Span;
use crate::text::script;
use std::sync::LazyLock;

/// What is set above the line after a number, in English.
static SUPERSCRIPTS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| rows(include_str!("../lexicon/superscripts.tsv")).map(|row| row.word).collect());

/// Joins the pieces of printed lines among `lines` of `text`.
pub(crate) fn rejoin(text: &str, lines: &mut Vec<Line>) {
    if lines.iter().any(|line| is_superscript(&text[line.span.range()])) {
        join_where(lines, |open, last, next| {
            let before = &text[last.span.range()];
            let goes_up = before.ends_with(|c: char| c.is_ascii_digit());
            is_superscript(&text[next.span.range()]) && goes_up
                || is_superscript(before)
                    && open.span.len() > last.span.len()
                    && !item::starts_item(&text[next.span.range()])
        });
    }
    let spaced = spaced_bullets(text, lines);
    if !spaced.is_empty() || lines.iter().any(|line| item::is_bullet_alone(&text[line.span.range()])) {
        join_bullets(text, lines, &spaced);
    }
    inline::join_pieces(text, lines);
    if let Some(width) = broken_scan(text, lines) {
        join_where(lines, |open, last, next| goes_on(text, width, open, last, next));
    }
}

/// The marks that are bullets alone on their lines though cells and rules look like them: each stands above words twice.
fn spaced_bullets(text: &str, lines: &[Line]) -> Vec<char> {
    let mut once: Vec<char> = Vec::new();
    let mut twice: Vec<char> = Vec::new();
    for pair in lines.windows(2) {
        let mark = item::spaced_bullet_alone(&text[pair[0].span.range()]);
        let Some(mark) = mark.filter(|_| pair[1].is_text() && is_item_of_words(text, &pair[1])) else {
            continue;
        };
        let seen = if once.contains(&mark) { &mut twice } else { &mut once };
        if !seen.contains(&mark) {
            seen.push(mark);
        }
    }
    twice
}

/// Whether a line is no figure and no address: "12.5", "n/a", "www.weir.example/pictures".
fn is_item_of_words(text: &str, line: &Line) -> bool {
    /// Columns of the narrowest item, and words of the shortest in Latin letters; guesses.
    const NARROWEST: usize = 20;
    const FEWEST: usize = 3;
    let slice = &text[line.span.range()];
    line.width >= NARROWEST && (slice.contains(script::is_cjk) || word_count(slice) >= FEWEST)
}

/// Joins each bullet that stands alone to the item below it, the marks `spaced` among them. Bullets that were given one
/// after the other, all before the items, tell nothing of where an item starts.
fn join_bullets(text: &str, lines: &mut Vec<Line>, spaced: &[char]) {
    let alone = |line: &Line| {
        let slice = &text[line.span.range()];
        item::is_bullet_alone(slice)
            || item::spaced_bullet_alone(slice).is_some_and(|mark| spaced.contains(&mark))
    };
    let heaps = lines.windows(2).filter(|pair| alone(&pair[0]) && alone(&pair[1]));
    let heaped: Vec<usize> = heaps.map(|pair| pair[1].span.start()).collect();
    join_where(lines, |_, last, next| {
        let first = || heaped.binary_search(&last.span.start()).is_err();
        alone(last) && !item::starts_item(&text[next.span.range()]) && first()
    });
}

fn is_superscript(slice: &str) -> bool {
    SUPERSCRIPTS.contains(&slice)
}

/// Joins each line to the one before where `joins` says so of what is joined so far, its last piece, and the line.
pub(super) fn join_where(lines: &mut Vec<Line>, joins: impl Fn(&Line, &Line, &Line) -> bool) {
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    let mut last: Option<Line> = None;
    for next in lines.drain(..) {
        match (joined.last_mut(), last) {
            (Some(open), Some(last))
                if open.is_text() && next.is_text() && !next.page_break && joins(open, &last, &next) =>
            {
                open.span = Span::new(open.span.start(), next.span.end());
                open.width += 1 + next.width;
            }
            _ => joined.push(next),
        }
        last = Some(next);
    }
    joined.shrink_to_fit();
    *lines = joined;
}

/// The measure of a scan that came apart into words, where the text is one.
///
/// Its marks: at least [`WORDS`] lines of one word, a seventh of all, and of the others many of one length. Menus of web
/// pages have lines of one word too, but no line goes on in small letters after them.
fn broken_scan(text: &str, lines: &[Line]) -> Option<usize> {
    const WORDS: usize = 10;
    let one_word = |line: &Line| line.is_text() && is_word(&text[line.span.range()]);
    let words = lines.iter().filter(|line| one_word(line)).count();
    if words < WORDS || words * 7 < lines.len() {
        return None;
    }
    let small = lines
        .windows(2)
        .filter(|pair| one_word(&pair[0]) && text[pair[1].span.range()].starts_with(char::is_lowercase))
        .count();
    let mut widths: Vec<usize> = lines.iter().map(|line| line.width).collect();
    widths.sort_unstable();
    // The widest but for one line in twenty, which may be a heading run together.
    let width = widths[(widths.len() * 19 / 20).min(widths.len() - 1)];
    (small * 4 >= words && (40..=130).contains(&width)).then_some(width)
}

/// Whether a line is one word in Latin letters.
fn is_word(slice: &str) -> bool {
    let slice = slice.trim();
    !slice.is_empty() && !slice.contains(|c: char| c.is_whitespace() || !c.is_ascii() && script::is_cjk(c))
}

/// Words of a line in Latin letters; none where it holds others.
fn word_count(slice: &str) -> usize {
    if slice.contains(script::is_cjk) { 0 } else { slice.split_whitespace().count() }
}

/// Whether `next` goes on with the line of which `open` is what was put together and `last` its last piece: one of the two
/// is a word alone, or the second goes on in small letters. Lines in capitals are titles, whose words alone are joined.
fn goes_on(text: &str, width: usize, open: &Line, last: &Line, next: &Line) -> bool {
    let (before, after) = (&text[last.span.range()], &text[next.span.range()]);
    let (words, following) = (word_count(before), word_count(after));
    let fits = next.gap == 0 && open.width + 1 + next.width <= width;
    let ends = before.ends_with(|c: char| script::ends_sentence(c) || matches!(c, ':' | '：'));
    if words == 0 || following == 0 || !fits || ends {
        return false;
    }
    let capitals = |slice: &str| !slice.contains(char::is_lowercase);
    match (capitals(before), capitals(after)) {
        (true, true) => words == 1 && following == 1,
        (true, false) if after.starts_with(char::is_uppercase) => false,
        _ if after.starts_with(char::is_lowercase) => true,
        // A capital after several words begins something, such as the text below its title.
        _ => words == 1,
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    fn joined(text: &str) -> Vec<String> {
        let (mut lines, _) = split(text);
        rejoin(text, &mut lines);
        lines.iter().map(|line| text[line.span.range()].replace('\n', " ")).collect()
    }

    #[test]
    fn a_superscript_is_part_of_its_line() {
        assert_eq!(
            joined("the house at 14 East 9\nth\nStreet. It\nwas"),
            ["the house at 14 East 9 th Street. It", "was"]
        );
        assert_eq!(joined("THE 9\nTH\nRACE"), ["THE 9 TH RACE"]);
        assert_eq!(joined("first\nth\nStreet"), ["first", "th", "Street"]);
        assert_eq!(joined("• until May 9\nth\n• free"), ["• until May 9 th", "• free"]);
    }

    #[test]
    fn a_bullet_above_its_item_opens_it() {
        assert_eq!(
            joined("The mill has:\n•\nTwo wheels, one of\nthem old\n•\nA weir"),
            ["The mill has:", "• Two wheels, one of", "them old", "• A weir"]
        );
        assert_eq!(joined("•\n•\nTwo wheels\nA weir"), ["•", "•", "Two wheels", "A weir"]);
    }

    #[test]
    fn a_dash_above_words_opens_an_item_where_another_does() {
        assert_eq!(
            joined("The mill has:\n-\nTwo wheels, one of them old\n-\nA weir of forty metres"),
            ["The mill has:", "- Two wheels, one of them old", "- A weir of forty metres"]
        );
        assert_eq!(joined("Tolls\n-\n12.5\n-\n14.0"), ["Tolls", "-", "12.5", "-", "14.0"]);
        let links = "-\nhttps://weir.example/pictures/mill\n-\nhttps://weir.example/pictures/weir";
        assert_eq!(joined(links).len(), 4);
        assert_eq!(
            joined("9 May\n–\nThe mill on the river opens"),
            ["9 May", "–", "The mill on the river opens"]
        );
    }

    #[test]
    fn the_words_of_a_broken_scan_are_put_together() {
        let text = "HARBOUR\nUNIVERSITY\nPRESS RELEASE\nFerry Institute Opens\nThe institute was opened by its first head\n\
                    and\nit\nwill\nbe\nopen\nto\nthe\npublic\nfrom the spring.\nIt\nhas\ntwelve\nrooms and a hall.\n";
        assert_eq!(
            joined(text),
            [
                "HARBOUR UNIVERSITY",
                "PRESS RELEASE",
                "Ferry Institute Opens",
                "The institute was opened by its first head",
                "and it will be open to the public",
                "from the spring.",
                "It has twelve rooms and a hall.",
            ]
        );
    }

    #[test]
    fn a_menu_is_no_scan() {
        let menu = "Home\nNews\nEvents\nPeople\nPlaces\nShop\nJobs\nContact\nSearch\nLogin\nHelp\nMore\n";
        assert_eq!(joined(menu).len(), 12);
    }
}
