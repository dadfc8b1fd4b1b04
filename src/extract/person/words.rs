//! English text as words, with the marks after them.
//!
//! Takes a text, gives its words up to a bound; a mark that ends a description is kept with the word before it.

use super::{latin_name, nickname};
use crate::lexicon::people::latin;
use crate::lexicon::words::{LatinClasses, Words};
use crate::text::script::{ALPHANUMERICS, Leads};
use std::cell::OnceCell;
use std::ops::Range;

/// More words than any description has.
const MOST: usize = 48;

/// One word without the marks around it.
#[derive(Debug, Clone)]
pub(crate) struct Word<'a> {
    pub(crate) text: &'a str,
    pub(crate) start: usize,
    /// What stands between it and the next word.
    pub(crate) after: After,
    /// Whether `'s` followed.
    pub(crate) possessive: bool,
    /// Where the bracket ends that follows and explains more than an abbreviation; 0 where none does.
    pub(crate) gloss: usize,
    /// Looked up when they are first asked for: most words stand too far on to be.
    classes: OnceCell<LatinClasses>,
}

/// What follows a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum After {
    Blank,
    Comma,
    /// A full stop, a quotation mark, a bracket, a dash: a description ends here.
    Stop,
}

impl<'a> Word<'a> {
    /// A word with nothing but a blank after it.
    fn plain(text: &'a str, start: usize) -> Self {
        Word { text, start, after: After::Blank, possessive: false, gloss: 0, classes: OnceCell::new() }
    }

    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it is one of `words` in whatever case.
    #[inline]
    pub(crate) fn is(&self, words: &Words) -> bool {
        words.have(self.classes().small)
    }

    /// Whether it is one of `words` as it stands.
    #[inline]
    pub(crate) fn is_written(&self, words: &Words) -> bool {
        words.have(self.classes().written)
    }

    /// Whether it is one of a few `words`, in capitals or not.
    pub(super) fn is_among(&self, words: &[&str]) -> bool {
        words.iter().any(|word| word.eq_ignore_ascii_case(self.text))
    }

    #[inline]
    fn classes(&self) -> LatinClasses {
        *self.classes.get_or_init(|| latin::classes_of(self.text))
    }

    pub(crate) fn is_given_name(&self) -> bool {
        self.is_written(&latin::GIVEN_NAMES)
            || self.text.contains('-') && latin_name::is_given_name(self.text)
    }

    pub(crate) fn is_capital(&self) -> bool {
        latin_name::opens_with_capital(self.text)
    }

    /// Two capitals or more and no small letters: CEO, NHA.
    pub(crate) fn is_acronym(&self) -> bool {
        let capitals = self.text.chars().filter(|c| c.is_uppercase()).count();
        capitals >= 2 && !self.text.chars().any(char::is_lowercase)
    }

    /// Capitals, each with its full stop, that stand for no country: J., B.M.
    pub(crate) fn is_initials(&self) -> bool {
        let letters = self.text.split_terminator('.');
        self.text.ends_with('.')
            && letters
                .clone()
                .all(|letter| letter.chars().count() == 1 && letter.chars().all(char::is_uppercase))
            && !(self.is(&latin::MODIFIERS)
                || self.is_written(&latin::MARKETS)
                || self.is_written(&latin::HOUSES))
    }

    /// Who, which; but not the letters of a body: WHO.
    pub(crate) fn is_relative(&self) -> bool {
        self.is_written(&latin::RELATIVES) && !self.is_acronym()
    }

    /// Whether no description goes on with it: who, has; but not the letters of a body.
    pub(crate) fn ends_description(&self) -> bool {
        self.is(&latin::DESCRIPTION_ENDS) && !self.is_acronym()
    }

    /// At, with: what follows is where the post is, and never what it is for.
    pub(crate) fn leads_to_seat(&self) -> bool {
        self.is(&latin::SEAT_PREPOSITIONS) && !self.is(&latin::TITLE_PREPOSITIONS)
    }

    /// Of: whose what stands before it is.
    pub(super) fn leads_to_owner(&self) -> bool {
        latin::WHOSE.contains(&self.text)
    }

    /// At, but not in: what follows is a body, and no place.
    pub(crate) fn leads_to_body(&self) -> bool {
        self.leads_to_seat() && !self.is(&latin::PLACINGS)
    }

    /// Whether something of its own follows that is no part of it: Acme's director, but not State's Attorney.
    pub(crate) fn is_owner(&self) -> bool {
        self.possessive && !self.is(&latin::TITLE_POSSESSIVES)
    }

    pub(crate) fn ends_phrase(&self) -> bool {
        self.after != After::Blank
    }
}

/// The words of `text`.
pub(crate) fn words(text: &str) -> Vec<Word<'_>> {
    words_up_to(&mut Pieces::of(text), false)
}

/// The words of a text up to the first mark that ends a description.
#[derive(Debug, Default)]
pub(super) struct Phrase<'a> {
    text: &'a str,
    words: Vec<Word<'a>>,
    /// Whether it ended before there were more words than are looked at.
    whole: bool,
}

impl<'a> Phrase<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let end = first_stop(text).unwrap_or(text.len());
        let mut pieces = Pieces::of(&text[..end]);
        let words = words_up_to(&mut pieces, true);
        Phrase { text, words, whole: pieces.count < MOST }
    }

    /// The words of the same text from the byte `at` on, where they are not to be cut again: they start behind a blank, and
    /// the first has no stop that the word before it tells to be its own.
    pub(super) fn from(&self, at: usize) -> Option<&[Word<'a>]> {
        if at == 0 {
            return Some(&self.words);
        }
        let parted = self.whole && self.text[..at].ends_with([' ', '\n']);
        let first = self.words.binary_search_by_key(&at, |word| word.start).ok().filter(|_| parted)?;
        let words = &self.words[first..];
        if words[0].is(&latin::LEGAL_FORMS) { None } else { Some(words) }
    }
}

/// Where the first mark ends that surely ends a description.
fn first_stop(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let stop = memchr::memchr3(b'!', b'?', b';', bytes);
    let mut quotes = memchr::memchr2_iter(b'"', LEAD_OF_QUOTES, &bytes[..stop.unwrap_or(bytes.len())]);
    let end = |at: usize| text[at..].chars().next().filter(|&c| closes(c)).map(|c| at + c.len_utf8());
    // Ann “Nan” Moor
    let inner = |at: usize| nickname::opened_at(text, at).or_else(|| nickname::closed_at(text, at)).is_some();
    let quote = quotes.find_map(|at| end(at).filter(|_| !inner(at)));
    quote.or(stop.map(|at| at + 1))
}

fn closes(c: char) -> bool {
    matches!(c, '”' | '"')
}

/// First byte of ”.
const LEAD_OF_QUOTES: u8 = 0xe2;

/// The words that `pieces` hold, with `stop` up to the first mark that ends a description.
fn words_up_to<'a>(pieces: &mut Pieces<'a>, stop: bool) -> Vec<Word<'a>> {
    let text = pieces.text;
    let mut words: Vec<Word<'a>> = Vec::with_capacity(16);
    while words.len() < MOST {
        if let Some(piece) = pieces.next_plain() {
            if stop && words.last().is_some_and(|last| last.after == After::Stop) {
                break;
            }
            words.push(Word::plain(&text[piece.clone()], piece.start));
            continue;
        }
        let Some(piece) = pieces.next() else { break };
        let raw = &text[piece.clone()];
        if let Some(last) = words.last_mut()
            && raw.starts_with(['(', '（'])
            && let Some((further, end)) = gloss_end(text, &piece, pieces.clone())
        {
            let marks = text[..end].rsplit([')', '）']).next().unwrap_or("");
            let bracket = &text[piece.start..end - marks.len()];
            let wordy =
                bracket.contains(char::is_lowercase) && !bracket.contains(|c: char| c.is_ascii_digit());
            last.gloss = if wordy { end - marks.len() } else { 0 };
            last.after = stronger(last.after, after_marks(marks));
            pieces.by_ref().take(further).for_each(drop);
            continue;
        }
        if let Some(nickname) = nickname::opened_at(text, piece.start).filter(|found| found.end == piece.end)
        {
            let inner = text[nickname.clone()].trim_matches(|c: char| !c.is_alphanumeric());
            let lead = text[nickname.clone()].find(inner).unwrap_or(0);
            words.push(Word::plain(inner, nickname.start + lead));
            continue;
        }
        if is_dash(raw) && leads_to_field(words.last(), text, pieces.clone().next()) {
            continue;
        }
        let lead = raw.len() - raw.trim_start_matches(opens).len();
        if let Some(last) = words.last_mut().filter(|_| lead > 0) {
            last.after = After::Stop;
        }
        let (core, after) = tail(&raw[lead..]);
        if core.is_empty() {
            if let Some(last) = words.last_mut() {
                last.after = stronger(last.after, if is_slash(raw) { After::Comma } else { After::Stop });
            }
            continue;
        }
        if stop && words.last().is_some_and(|last| last.after == After::Stop) {
            break;
        }
        let stem = possessor(core);
        let text = stem.unwrap_or(core);
        // "Weir Mill, Inc.": the form is of the name.
        if let Some(last) = words.last_mut().filter(|last| last.after == After::Comma && !last.possessive)
            && latin::LEGAL_FORMS.contains_lower(text)
        {
            last.after = After::Blank;
        }
        // "Weir Pty Ltd.": where the form before it has no full stop, that one ends the sentence.
        let bare = text.strip_suffix('.').filter(|bare| {
            let plain = |word: &Word<'_>| word.after == After::Blank && !word.text.ends_with('.');
            let form = |word: &Word<'_>| plain(word) && word.is(&latin::LEGAL_FORMS);
            latin::LEGAL_FORMS.contains_lower(bare) && words.last().is_some_and(form)
        });
        let (text, after) = bare.map_or((text, after), |bare| (bare, After::Stop));
        words.push(Word { after, possessive: stem.is_some(), ..Word::plain(text, piece.start + lead) });
    }
    words
}

/// Where the phrase starts that `text` ends with, not before `from`: after the last word but its own last that a mark
/// ends. Brackets and quotation marks take more than a look at one word; where there are any it is `from`.
pub(crate) fn last_phrase(text: &str, from: usize) -> usize {
    let part = &text[from..];
    if part.contains(['(', ')', '[', ']', '"', '/', '|', '*']) || !part.is_ascii() {
        return from;
    }
    let mut pieces = part.split(' ').rev();
    let mut start = part.len() - pieces.next().map_or(0, str::len);
    for piece in pieces {
        let (core, after) = tail(piece);
        if after == After::Stop && !core.is_empty() {
            return from + start;
        }
        start = start.saturating_sub(piece.len() + 1);
    }
    from
}

/// First bytes of blanks, commas, strokes and wide brackets.
static PARTS: Leads =
    Leads::of(&[b'\t', b'\n', 0x0b, 0x0c, b'\r', b' ', b',', b'/', 0xc2, 0xe1, 0xe2, 0xe3, 0xef]);

/// The stretches between blanks; a comma that lost its blank parts two words as well: "Lee,Chairman". Most descriptions
/// end long before the text does, so that they are sought one by one. Empty ones are left out.
#[derive(Clone)]
struct Pieces<'t> {
    text: &'t str,
    /// Where the next one starts.
    start: usize,
    /// How many were found.
    count: usize,
}

impl<'t> Pieces<'t> {
    fn of(text: &'t str) -> Self {
        Pieces { text, start: 0, count: 0 }
    }

    /// The next one, where it is nothing but letters and digits up to a space, as most are.
    fn next_plain(&mut self) -> Option<Range<usize>> {
        let bytes = self.text.as_bytes();
        let piece = self.start..ALPHANUMERICS.end_of_run(bytes, self.start);
        let blank = match bytes.get(piece.end) {
            None => 0,
            Some(b' ') => 1,
            Some(_) => return None,
        };
        let whole = !piece.is_empty() && self.count <= MOST_PIECES;
        whole.then(|| self.passed(piece.clone(), piece.end + blank))
    }

    /// The next one and where the one after it starts.
    fn marked(&self) -> (Range<usize>, usize) {
        let &Pieces { text, start, .. } = self;
        let rest = &text[start..];
        // A wide bracket that a piece starts with parts it from the one before.
        let marks = rest.strip_prefix('（').unwrap_or(rest);
        let from = text.len() - marks.len();
        let parted = PARTS.chars(marks).find_map(|(at, c)| parted(text, start, from + at, c));
        parted.unwrap_or((start..text.len(), text.len()))
    }

    fn passed(&mut self, piece: Range<usize>, next: usize) -> Range<usize> {
        self.start = next;
        self.count += 1;
        piece
    }
}

impl Iterator for Pieces<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        while self.start < self.text.len() && self.count <= MOST_PIECES {
            if let Some(plain) = self.next_plain() {
                return Some(plain);
            }
            let (piece, next) = self.marked();
            let piece = self.passed(piece, next);
            if !piece.is_empty() {
                return Some(piece);
            }
        }
        None
    }
}

/// More pieces than are looked at.
const MOST_PIECES: usize = 2 * MOST;

/// The piece from `start` on that `c` parts at `at` from what follows, and where that starts.
fn parted(text: &str, start: usize, at: usize, c: char) -> Option<(Range<usize>, usize)> {
    let after = at + c.len_utf8();
    let lost = matches!(c, ',' | '/') && text[after..].starts_with(char::is_uppercase);
    let lost = lost && (c == ',' || joins_words(&text[start..at], &text[after..]));
    match c {
        ',' if lost => Some((start..after, after)),
        '/' if lost => Some((start..at, after)),
        '（' => Some((start..at, at)),
        // A wide comma, as character recognition sets it, needs no capital after it.
        '）' | '，' => Some((start..after, after)),
        _ if c.is_whitespace() => Some((start..at, after)),
        _ => None,
    }
}

/// Whether a stroke stands between two whole words and not inside a short form: "Director/Chief", but AC/DC.
fn joins_words(before: &str, after: &str) -> bool {
    let whole = |word: &str| word.chars().take(3).filter(|c| c.is_alphabetic()).count() == 3;
    let before = before.trim_start_matches(opens);
    let small = |word: &str| word.chars().nth(1).is_some_and(char::is_lowercase);
    // Co-Founder/CEO
    let post = |word: &str| {
        let end = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
        latin::HEADS.contains_lower(&word[..end])
    };
    let posts = || latin::HEADS.contains_lower(before) && post(after);
    whole(before) && whole(after) && small(before) && small(after) || posts()
}

/// How many more pieces a short bracket fills that only explains the word before it, (AHA), (D-Ore.), and where the last of
/// them ends.
fn gloss_end(
    text: &str,
    first: &Range<usize>,
    further: impl Iterator<Item = Range<usize>>,
) -> Option<(usize, usize)> {
    let mut pieces = std::iter::once(first.clone()).chain(further).take(3).enumerate();
    let close = pieces.find(|(_, piece)| text[piece.clone()].contains([')', '）']));
    close.map(|(index, piece)| (index, piece.end))
}

fn stronger(one: After, other: After) -> After {
    if one == After::Stop || other == After::Blank { one } else { other }
}

fn is_dash(raw: &str) -> bool {
    matches!(raw, "-" | "–" | "—" | "--" | "---" | "─" | "──" | "―")
}

/// Whether a dash parts a post from what it is for: "Executive Director – Operations".
fn leads_to_field(before: Option<&Word<'_>>, text: &str, next: Option<Range<usize>>) -> bool {
    let head = before.is_some_and(|word| word.is_capital() && !word.ends_phrase() && word.is(&latin::HEADS));
    let field = |piece: Range<usize>| {
        let (core, _) = tail(&text[piece.clone()]);
        let word = Word::plain(core, piece.start);
        word.is_capital() && word.is(&latin::DOMAINS)
    };
    head && next.is_some_and(field)
}

fn is_slash(raw: &str) -> bool {
    matches!(raw, "|" | ",")
}

fn opens(c: char) -> bool {
    matches!(c, '"' | '“' | '‘' | '(' | '[' | '«' | '—' | '–' | '「' | '『' | '（')
}

/// The word without its closing marks, and what they amount to. A full stop of an abbreviation stays with the word.
fn tail(raw: &str) -> (&str, After) {
    // Most words have none.
    if raw.ends_with(|c: char| c.is_ascii_alphanumeric()) {
        return (raw, After::Blank);
    }
    let core = raw.trim_end_matches(|c: char| {
        matches!(
            c,
            ',' | '，'
                | '.'
                | ';'
                | ':'
                | '!'
                | '?'
                | '"'
                | '”'
                | ')'
                | ']'
                | '»'
                | '—'
                | '–'
                | '」'
                | '』'
                | '）'
                | '*'
        )
    });
    // Dato’ Lim
    let whole = || core.ends_with("s’") || core.ends_with("s'") || latin::HONORIFICS.contains(core);
    let core =
        if core.ends_with(['’', '\'']) && !whole() { &core[..core.len() - last_len(core)] } else { core };
    let marks = &raw[core.len()..];
    if marks.starts_with('.') && is_abbreviation(&raw[..=core.len()]) {
        let rest = &marks[1..];
        return (&raw[..=core.len()], after_marks(rest));
    }
    (core, after_marks(marks))
}

fn last_len(text: &str) -> usize {
    text.chars().next_back().map_or(0, char::len_utf8)
}

fn after_marks(marks: &str) -> After {
    // "Ann Lee*, the mayor": the star of a footnote tells nothing.
    match marks.trim_start_matches('*') {
        "" => After::Blank,
        marks if marks.chars().all(|c| matches!(c, ',' | '，')) => After::Comma,
        _ => After::Stop,
    }
}

/// Whether the full stop at the end of `word` belongs to it: W., Jr., Inc., M.D.
fn is_abbreviation(word: &str) -> bool {
    let stem = word.trim_end_matches('.');
    let initial = stem.chars().count() == 1 && stem.chars().all(char::is_uppercase);
    initial
        || (stem.contains('.') && !stem.ends_with(char::is_lowercase))
        || latin::HONORIFICS.contains(word)
        || latin::DECORATIONS.contains(word)
        || latin::LEGAL_FORMS.contains_lower(word)
        || latin::PARTICLES.contains_lower(word)
}

/// `Northfield` of `Northfield's`.
fn possessor(word: &str) -> Option<&str> {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).or_else(|| {
        word.strip_suffix('’').or_else(|| word.strip_suffix('\'')).filter(|stem| stem.ends_with('s'))
    })
}

/// Words as they stand, with blanks between.
pub(super) fn joined(words: &[Word<'_>]) -> String {
    let mut joined = String::with_capacity(words.iter().map(|word| word.text.len() + 1).sum());
    for (index, word) in words.iter().enumerate() {
        if index > 0 {
            joined.push(' ');
        }
        joined.push_str(word.text);
    }
    joined
}

/// Whether the words of `range` are together one of `known`, in whatever case. Most are one word, which needs not be put
/// together, as few of the others do.
pub(super) fn are(words: &[Word<'_>], range: Range<usize>, known: &Words) -> bool {
    match &words[range.clone()] {
        [] => false,
        [word] => word.is(known),
        several => may_be(several, known) && known.contains(&joined_lower(words, range)),
    }
}

/// Whether `words` may be together one of `known`, for all that the first letter and the length tell.
fn may_be(words: &[Word<'_>], known: &Words) -> bool {
    let length = words.iter().map(|word| word.text.len() + 1).sum::<usize>() - 1;
    !words.iter().all(|word| word.text.is_ascii()) || known.may_have(words[0].text, length)
}

/// Words in small letters, with blanks between.
pub(super) fn joined_lower(words: &[Word<'_>], range: Range<usize>) -> String {
    let words = &words[range];
    let mut joined = String::with_capacity(words.iter().map(|word| word.text.len() + 1).sum());
    for word in words {
        if !joined.is_empty() {
            joined.push(' ');
        }
        push_small(word.text, &mut joined);
    }
    joined
}

/// Adds `word` in small letters.
pub(super) fn push_small(word: &str, to: &mut String) {
    if word.is_ascii() {
        let start = to.len();
        to.push_str(word);
        to[start..].make_ascii_lowercase();
    } else {
        to.push_str(&word.to_lowercase());
    }
}

/// Past the articles at `at`.
pub(super) fn skip_articles(words: &[Word<'_>], mut at: usize) -> usize {
    while at < words.len() && words[at].is(&latin::ARTICLES) && !words[at].ends_phrase() {
        at += 1;
    }
    at
}

/// Past articles in small letters: The in the middle of a sentence belongs to a name.
pub(super) fn skip_small_articles(words: &[Word<'_>], at: usize) -> usize {
    if words.get(at).is_some_and(Word::is_capital) { at } else { skip_articles(words, at) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_from_a_place_on_are_those_that_would_be_cut_there() {
        let texts = [
            "Mr. Abel “Abe” Moor, Weir Mill (of Weir), Inc. and Bo Moor – Roads, Jr., said",
            "Weir Pty Ltd. of Moor/Weir, “Ann Lee” Ltd.; Bo",
        ];
        for text in texts {
            let whole = Phrase::of(text);
            for (at, _) in text.char_indices() {
                let Some(known) = whole.from(at) else { continue };
                let again = Phrase::of(&text[at..]).words;
                let shown = |words: &[Word<'_>], by: usize| -> Vec<_> {
                    words
                        .iter()
                        .map(|word| (word.start + by, word.end() + by, word.after, word.possessive))
                        .collect()
                };
                assert_eq!(shown(known, 0), shown(&again, at), "{}", &text[at..]);
            }
        }
        assert!(Phrase::of(texts[0]).from(4).is_some());
        // The form before it tells whose the stop of "Ltd." is.
        assert!(Phrase::of(texts[1]).from(5).is_none());
    }

    #[test]
    fn a_phrase_starts_after_the_last_stop() {
        let text = "It rained in May. On Monday Mr. Abel Moor";
        assert_eq!(&text[last_phrase(text, 0)..], "On Monday Mr. Abel Moor");
        assert_eq!(last_phrase("the Mill (it rained). Abel Moor", 0), 0);
        assert_eq!(last_phrase("Abel Moor.", 0), 0);
    }

    #[test]
    fn marks_stay_out_and_abbreviations_whole() {
        let found = words("Mr. Abel T. Moor Jr., Acme's chief, Inc.” said");
        let texts: Vec<&str> = found.iter().map(|word| word.text).collect();
        assert_eq!(texts, ["Mr.", "Abel", "T.", "Moor", "Jr.", "Acme", "chief", "Inc.", "said"]);
        assert_eq!(found[4].after, After::Comma);
        assert!(found[5].possessive);
        assert_eq!(found[7].after, After::Stop);
        let starred = words("Abel Moor*, the chief*");
        assert_eq!(
            (starred[1].text, starred[1].after, starred[3].after),
            ("Moor", After::Comma, After::Blank)
        );
    }
}
