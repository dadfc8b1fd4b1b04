//! Paragraphs that an extractor cut at what is set apart inside them: links, bold words, names in italics.
//!
//! Takes the lines of a text; joins the pieces of such paragraphs, "received the", "Weir Medal", ", which". A scraper
//! that prints each node of a web page on a line of its own gives them, in texts that set whole paragraphs on one
//! line. Texts whose lines a printer ended are left alone: there every line may go on.

use super::lines::Line;
use super::rejoin::join_where;
use super::{item, wrap};
use crate::extract::dateline::is_certain_place;
use crate::lexicon::links;
use crate::lexicon::places;
use crate::lexicon::reporting;
use crate::text::script;

/// Columns from which on a line is a paragraph and no line of print: print is set to 130 at most.
const PARAGRAPH: usize = 160;

/// Columns of a line that is prose and no label, name or item of a menu; a guess.
const PROSE: usize = 60;

/// Columns of the longest place of a dateline; a guess.
const PLACE: usize = 40;

/// Joins the pieces of paragraphs among `lines` of `text`.
pub(super) fn join_pieces(text: &str, lines: &mut Vec<Line>) {
    if !sets_whole_paragraphs(lines) {
        return;
    }
    let pieces = Pieces { text, lines };
    let mut starts: Vec<usize> = Vec::new();
    // Where the line starts that the pieces so far are joined to.
    let mut open = 0;
    for (at, line) in lines.iter().enumerate().skip(1) {
        let joined = open < at - 1;
        if pieces.goes_on(open, joined, at) {
            starts.push(line.span.start());
        } else {
            open = at;
        }
    }
    if !starts.is_empty() {
        join_where(lines, |_, _, next| starts.binary_search(&next.span.start()).is_ok());
    }
}

/// Whether a text has paragraphs on one line each: a fifth of it stands in such lines, menus and footers filling much
/// of a page.
fn sets_whole_paragraphs(lines: &[Line]) -> bool {
    let text = || lines.iter().filter(|line| line.is_text());
    let long = || text().filter(|line| line.width >= PARAGRAPH);
    let columns: usize = text().map(|line| line.width).sum();
    long().count() >= 2 && long().map(|line| line.width).sum::<usize>() * 5 > columns
}

/// The lines of a text that sets whole paragraphs on a line.
#[derive(Clone, Copy)]
struct Pieces<'a> {
    text: &'a str,
    lines: &'a [Line],
}

impl<'a> Pieces<'a> {
    fn line(self, at: usize) -> &'a str {
        self.lines.get(at).map_or("", |line| &self.text[line.span.range()])
    }

    /// Whether the line at `at` goes on with the one before, which is `joined` to the one at `open` if it is not that.
    fn goes_on(self, open: usize, joined: bool, at: usize) -> bool {
        let (last, next) = (&self.lines[at - 1], &self.lines[at]);
        if !last.is_text() || !next.is_text() || next.page_break {
            return false;
        }
        let (before, after) = (self.line(at - 1), self.line(at));
        let placed = || self.is_dash_of_dateline(at) || self.opens_behind_place(at);
        if opens_closed(after) || self.is_attribution(joined, at) || placed() {
            return true;
        }
        if is_closed(before) || item::starts_item(after) {
            return false;
        }
        let begins_small = self.line(open).starts_with(char::is_lowercase);
        let prose = self.lines[open].width >= PROSE || joined;
        // Items of a list open small one below the other.
        if opens_small(after) && !begins_small {
            return prose
                || self.alternates(at)
                || self.ends_small(at)
                || last.gap == 0 && next.gap == 0 && next.width >= PARAGRAPH
                || wrap::ends_with_sentence(after) && next.width >= PROSE;
        }
        let led = links::ends(before)
            && before.ends_with(char::is_lowercase)
            && !after.starts_with(script::opens_quote);
        led && (prose || links::ends_before_noun(before))
            || joined && is_small_word(before)
            || self.is_set_apart(at)
    }

    /// Whether the lines from `at` on go on in small letters up to the end of the sentence that the one before opens: "County
    /// Attorney Lee" | "announced the task force" | "at a news conference."
    fn ends_small(self, at: usize) -> bool {
        /// Pieces of the longest such sentence; a guess.
        const MOST: usize = 6;
        let close = |at: usize| self.lines.get(at).is_some_and(|line| line.is_text() && line.gap == 0);
        let small = |&at: &usize| close(at) && opens_small(self.line(at));
        let Some(last) = (at..at + MOST).take_while(small).find(|&at| is_closed(self.line(at))) else {
            return false;
        };
        let columns: usize = self.lines[at - 1..=last].iter().map(|line| line.width).sum();
        wrap::ends_with_sentence(self.line(last)) && columns >= PROSE
    }

    /// Whether items of a list were cut at their links: "Repair manuals" | "for 341 tools", "A parts list" | "of all springs".
    fn alternates(self, at: usize) -> bool {
        let cut = |at: usize| self.line(at).starts_with(char::is_uppercase) && opens_small(self.line(at + 1));
        cut(at - 1) && (cut(at + 1) || at >= 3 && cut(at - 3))
    }

    /// Whether the line at `at` tells who said what the one before quotes, “…,” | Mayor Ann Lee said., or goes on with the
    /// quotation after such words.
    fn is_attribution(self, joined: bool, at: usize) -> bool {
        let (before, after) = (self.line(at - 1), self.line(at));
        joined && tells_speaker(before) && after.starts_with(script::opens_quote)
            || leaves_speaker_open(before) && tells_speaker(after)
    }

    /// Whether the line at `at` is the lead whose dash stands behind the place on the line before: CHICAGO | – The mayor. The
    /// first of several such lines is an item.
    fn opens_behind_place(self, at: usize) -> bool {
        let spaced =
            |line: &'a str| line.strip_prefix(script::is_dash).and_then(|rest| rest.strip_prefix(' '));
        let prose = self.lines[at].width >= PROSE && self.lines[at - 1].width <= PLACE;
        let lead = spaced(self.line(at)).filter(|lead| prose && lead.starts_with(char::is_uppercase));
        lead.is_some() && is_place(self.line(at - 1)) && !item::starts_item(self.line(at + 1))
    }

    /// Whether the line at `at` or the one before is the dash behind the place of a dateline: CHICAGO | — | The mayor.
    fn is_dash_of_dateline(self, at: usize) -> bool {
        let Some(dash) = [at, at - 1].into_iter().find(|&at| is_dash(self.line(at))) else { return false };
        let (Some(place), Some(lead)) = (dash.checked_sub(1), self.lines.get(dash + 1)) else { return false };
        let capital = |line: &str| line.starts_with(char::is_uppercase);
        let placed = self.lines[place].width <= PLACE && is_place(self.line(place));
        placed && lead.width >= PROSE && capital(self.line(dash + 1))
    }

    /// Whether the line at `at` is a few words set apart inside a paragraph: what stands before them is open, and what
    /// stands after them goes on.
    fn is_set_apart(self, at: usize) -> bool {
        let (before, apart, after) = (self.line(at - 1), self.line(at), self.line(at + 1));
        let follows = self.lines.get(at + 1).is_some_and(|line| line.is_text() && !line.page_break);
        let runs = before.ends_with(char::is_lowercase) && self.lines[at - 1].width >= PROSE;
        // A title has no full stop inside but those of "U.S." and "Inc."
        let word = |at: usize| before[..at].rsplit(' ').next().unwrap_or("");
        let stops = before.match_indices(". ").any(|(at, _)| word(at).starts_with(char::is_lowercase));
        let sentences = stops || before.starts_with(['“', '"']);
        follows && runs && sentences && !is_closed(apart) && (opens_closed(after) || opens_small(after))
    }
}

/// Whether a line is the place of a dateline: in capitals, with its state, or known; a short title is none.
fn is_place(line: &str) -> bool {
    let capitals = || line.chars().all(|c| !c.is_lowercase()) && line.starts_with(char::is_uppercase);
    let region =
        |line: &str| line.rsplit_once(',').is_some_and(|(_, region)| places::is_region(region.trim()));
    capitals() || region(line) || is_certain_place(line)
}

/// Whether nothing but a dash is on a line.
fn is_dash(line: &str) -> bool {
    line == "--" || line.len() <= 3 && line.chars().count() == 1 && line.starts_with(script::is_dash)
}

/// Whether a line ends with a quotation that waits for its speaker: “We won,”.
fn leaves_speaker_open(line: &str) -> bool {
    let inside = line.trim_end_matches(script::closes_quote);
    inside.len() < line.len() && inside.ends_with(',')
}

/// Whether a line is a few words that tell who speaks: "Mayor Ann Lee said."
fn tells_speaker(line: &str) -> bool {
    /// Bytes of the longest; a guess.
    const LONGEST: usize = 120;
    let tells = |word: &str| reporting::english(word).tells_speech();
    line.len() <= LONGEST
        && line.ends_with(['.', ','])
        && !line.contains(script::opens_quote)
        && line.split(|c: char| !c.is_alphabetic()).any(tells)
}

/// Whether a line opens with a mark that closes something, so that it is no line of its own: ", which", ".", "’s".
fn opens_closed(line: &str) -> bool {
    let mut letters = line.chars();
    let (first, second) = (letters.next().unwrap_or(' '), letters.next().unwrap_or(' '));
    let parted = !second.is_alphanumeric() && !script::is_word(second);
    match first {
        ',' | ';' | ')' | '，' | '。' | '、' | '；' | '：' | '！' | '？' | '」' | '』' | '）' | '》' => {
            true
        }
        '.' => parted && second != '.',
        ':' | '!' | '?' | '”' => parted,
        '’' | '\'' => second == 's' && letters.next().is_none_or(|third| !third.is_alphanumeric()),
        _ => false,
    }
}

/// Whether a line opens with a small letter, and not with an address.
fn opens_small(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or("");
    let word = first.trim_end_matches([',', '.', ';', ')', '”', '’', '"']);
    line.starts_with(char::is_lowercase)
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\''))
}

/// Whether nothing goes on after a line: it ends a sentence, leads to something, or ends with no word.
fn is_closed(line: &str) -> bool {
    let quoted = line.ends_with(script::closes_quote)
        && line.trim_end_matches(script::closes_quote).ends_with([',', '，']);
    let open =
        line.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ')' | '’' | '\'' | '%')) || quoted;
    !open || leads_to_last_item(line) || wrap::ends_with_sentence(line) || script::has_column_gap(line)
}

/// Whether a line is the last item but one: "a ferry; and".
fn leads_to_last_item(line: &str) -> bool {
    line.rsplit_once(' ').is_some_and(|(item, last)| item.ends_with(';') && links::ends(last))
}

/// Whether a line is a word or two in small letters: "said".
fn is_small_word(line: &str) -> bool {
    line.split_whitespace().count() <= 2 && line.chars().all(|c| c.is_lowercase() || c == ' ')
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    fn joined(text: &str) -> Vec<String> {
        let long =
            "The ferry will run every hour from May on, and the fare will stay what it has been for years. "
                .repeat(4);
        let text = format!("{long}\n{text}\n{long}");
        let (mut lines, _) = split(&text);
        join_pieces(&text, &mut lines);
        let shown: Vec<String> =
            lines.iter().map(|line| text[line.span.range()].replace('\n', "|")).collect();
        shown[1..shown.len() - 1].to_vec()
    }

    #[test]
    fn what_is_set_apart_goes_back_into_its_sentence() {
        let medal = "The mill was chosen to receive the\nWeir Medal for Old Trades\n, which honours those who keep one.\nNext.";
        assert_eq!(
            joined(medal),
            [
                "The mill was chosen to receive the|Weir Medal for Old Trades|, which honours those who keep one.",
                "Next."
            ]
        );
        let said = "“We grind what is brought to us, and those who bring it wait for their flour,”\nsaid\nMayor Ann Lee.";
        assert_eq!(joined(said), [said.replace('\n', "|")]);
        let act = "“We must keep what the valley has ground for ages. The long awaited\nOld Mills Act\nwould do so.”";
        assert_eq!(joined(act), [act.replace('\n', "|")]);
        let halves = "“We grind what is brought to us,”\nMayor Ann Lee said.\n“We ask for no more.”";
        assert_eq!(joined(halves), [halves.replace('\n', "|")]);
        let cut = "Mayor Ann Lee\nannounced the opening of the mill\nat a meeting last week.";
        assert_eq!(joined(cut), [cut.replace('\n', "|")]);
        let list = "Repair manuals\nfor 341 tools\nA parts list\nof all springs";
        assert_eq!(joined(list), ["Repair manuals|for 341 tools", "A parts list|of all springs"]);
        assert_eq!(joined("磨坊獲頒\n北堤獎章\n，以表揚其貢獻。"), ["磨坊獲頒", "北堤獎章|，以表揚其貢獻。"]);
    }

    #[test]
    fn a_title_with_an_abbreviation_is_no_sentence() {
        let title = "Weir Mill and Alder Ferries Complete Merger, Creating Leading U.S. Maker of Flour";
        let lead = "LEEDS, November 19, 2019 – Weir Mill plc and Alder Ferries announced today that they completed the";
        let page = format!("{title}\n{lead}\npreviously announced merger.");
        assert_eq!(joined(&page), [title, &format!("{lead}|previously announced merger.")]);
    }

    #[test]
    fn items_and_lines_of_a_list_stay_apart() {
        for list in [
            "a hall in which customers can run their own mills; and\na school for the trade.",
            "What the mill is asking for\nIts report sets out three proposals:",
            "press@weir.example\nwww.weir.example",
            "(555) 555-0142\npress@weir.example",
            "Weir State University\nimage: The students of the mill stand on the new pier, which opens in May.",
        ] {
            assert_eq!(joined(list), list.lines().collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_dash_goes_back_behind_its_place() {
        let lead = "The ferry will run every hour from May on, and the fare will stay. ".repeat(4);
        let lead = lead.trim();
        assert_eq!(joined(&format!("WEIR\n—\n{lead}")), [format!("WEIR|—|{lead}")]);
        assert_eq!(joined(&format!("WEIR\n– {lead}")), [format!("WEIR|– {lead}")]);
        let items = format!("WEIR\n– {lead}\n– {lead}");
        assert_eq!(joined(&items), items.lines().collect::<Vec<_>>());
        for title in ["12 May", "The Ferry Sails Again"] {
            assert_eq!(joined(&format!("{title}\n—\n{lead}")), [title, "—", lead]);
        }
    }

    #[test]
    fn lines_of_print_are_left_to_the_measure() {
        let text = "The ferry will run every hour from May\non, and the fare will stay.\nNext";
        let (mut lines, _) = split(text);
        join_pieces(text, &mut lines);
        assert_eq!(lines.len(), 3);
    }
}
