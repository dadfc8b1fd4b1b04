//! The outline of an English paragraph: its words and stops with each string in marks as one token, in sentences.
//!
//! Takes a paragraph and its marked strings; gives tokens and the sentences that they make. What stands inside marks
//! is looked at only for the stop that it ends with.

use super::marks::Marked;
use crate::extract::person::{self, nickname};
use crate::lexicon::people::latin;
use crate::lexicon::reporting::{self, Facts, Role};
use crate::text::script::{ALPHANUMERICS, is_word};
use std::ops::Range;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    /// A string in marks, by its number.
    Mark(usize),
    Comma,
    Colon,
    Semicolon,
    Dash,
    /// A full stop, question or exclamation mark that is no part of a word.
    Stop,
    Other,
}

/// One token of the outline.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) facts: Facts,
    pub(super) capital: bool,
}

impl Token {
    pub(super) fn is(&self, role: Role) -> bool {
        self.facts.is(role)
    }

    pub(super) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }
}

/// A paragraph in tokens and sentences; sentences are ranges of tokens.
#[derive(Debug, Clone, Default)]
pub(super) struct Outline {
    pub(super) tokens: Vec<Token>,
    pub(super) sentences: Vec<Range<usize>>,
}

/// The outline of `text` from byte `from` on.
pub(super) fn outline(text: &str, from: usize, marks: &[Marked]) -> Outline {
    /// Bytes of a token and what parts it from the next, hardly fewer in any text.
    const PER_TOKEN: usize = 4;
    let mut outline = Outline::default();
    outline.tokens.reserve(text.len().saturating_sub(from) / PER_TOKEN);
    let mut at = from;
    let mut lower = String::new();
    for (number, marked) in marks.iter().enumerate().filter(|(_, marked)| marked.outer.start >= from) {
        words(text, at..marked.outer.start, &mut outline.tokens, &mut lower);
        outline.tokens.push(Token {
            kind: Kind::Mark(number),
            start: marked.outer.start,
            end: marked.outer.end,
            facts: Facts::default(),
            capital: false,
        });
        at = marked.outer.end;
    }
    words(text, at..text.len(), &mut outline.tokens, &mut lower);
    outline.sentences = sentences(text, &outline.tokens, marks);
    outline
}

/// Adds the tokens of `range`.
fn words(text: &str, range: Range<usize>, tokens: &mut Vec<Token>, lower: &mut String) {
    let Some(text) = text.get(..range.end) else { return };
    let bytes = text.as_bytes();
    let mut at = range.start;
    while let Some(&first) = bytes.get(at) {
        if first == b' ' {
            at += 1;
            continue;
        }
        let start = at;
        let letter = || text.get(at..).and_then(|rest| rest.chars().next());
        let Some(c) = (if first.is_ascii() { Some(char::from(first)) } else { letter() }) else { return };
        at += c.len_utf8();
        if is_word(c) || matches!(c, '$' | '@' | '#' | '[') {
            at = push_word(text, start..word_end(text, start, at), tokens, lower);
            continue;
        }
        let kind = match c {
            ',' | '，' => Kind::Comma,
            ':' | '：' => Kind::Colon,
            ';' => Kind::Semicolon,
            '—' | '–' | '―' => Kind::Dash,
            '.' | '!' | '?' | '…' => Kind::Stop,
            '-' if matches!(bytes.get(at), Some(b'-' | b' ')) => Kind::Dash,
            c if c.is_whitespace() => continue,
            _ => Kind::Other,
        };
        // Ann “Nan” Moor: the marks part no words.
        let nickname = || nickname::opened_at(text, start).or_else(|| nickname::closed_at(text, start));
        if matches!(c, '“' | '”' | '"' | '‘' | '’' | '\'') && nickname().is_some() {
            continue;
        }
        tokens.push(Token { kind, start, end: at, facts: Facts::default(), capital: false });
    }
}

/// Adds the word at `word`, or makes one token of it and the word before; gives where it ends, its full stop included.
fn push_word(text: &str, word: Range<usize>, tokens: &mut Vec<Token>, lower: &mut String) -> usize {
    let Range { start, end } = word;
    if let Some((first, facts)) = reporting_pair(text, start..end, tokens) {
        *first = Token { end, facts, ..*first };
        return end;
    }
    let (facts, capital) = facts_in(text, start..end, tokens.last(), lower);
    let dotted = text.as_bytes().get(end) == Some(&b'.') && abbreviated(text, start..end, facts, capital);
    let end = end + usize::from(dotted);
    tokens.push(Token { kind: Kind::Word, start, end, facts, capital });
    end
}

/// The word right before one at `word` with which that reports: "as Ann Lee put | it".
fn reporting_pair<'t>(
    text: &str,
    word: Range<usize>,
    tokens: &'t mut [Token],
) -> Option<(&'t mut Token, Facts)> {
    let first = tokens.last_mut().filter(|last| last.facts.opens_pair && !last.capital)?;
    let blank = text.get(first.end..word.start)? == " ";
    let facts = reporting::english_pair(text.get(first.start..first.end)?, &text[word]).filter(|_| blank)?;
    Some((first, facts))
}

/// Where the word ends that starts at `start` and goes on at `end` or ends there.
fn word_end(text: &str, start: usize, mut end: usize) -> usize {
    loop {
        end = ALPHANUMERICS.end_of_run(text.as_bytes(), end);
        if text.as_bytes().get(end) == Some(&b' ') {
            return end;
        }
        let mut rest = text[end..].chars();
        let Some(next) = rest.next() else { return end };
        let inside = next.is_alphanumeric()
            || goes_inside(next) && {
                let follows = rest.next();
                follows.is_some_and(char::is_alphanumeric)
                    && (next != ',' || follows.is_some_and(|f| f.is_ascii_digit()))
                    && (next != '.' || joins_with_stop(text, start..end, follows))
            };
        if !inside {
            return end;
        }
        end += next.len_utf8();
    }
}

/// Whether `c` may stand inside a word: O'Brien, co-founder, 4,200.
fn goes_inside(c: char) -> bool {
    matches!(c, '\'' | '’' | '-' | '.' | '@' | '&' | '/' | '‑' | ']' | '[' | ',')
}

/// Whether a stop between two characters belongs to the word: U.S., 4.5, bbc.co.uk; not "out.Then".
fn joins_with_stop(text: &str, before: Range<usize>, follows: Option<char>) -> bool {
    let Some(before) = text.get(before) else { return false };
    follows.is_some_and(|c| c.is_ascii_digit() || c.is_lowercase())
        || before.chars().count() == 1
        || before.contains('.')
}

/// What is known of the word at `word`, and whether it has a capital; `before` is the token before it.
fn facts_in(text: &str, word: Range<usize>, before: Option<&Token>, lower: &mut String) -> (Facts, bool) {
    let start = word.start;
    let word = &text[word];
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return (reporting::english(word), false);
    }
    let ascii = word.is_ascii();
    if ascii && !word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return (facts_of(word), false);
    }
    lower.clear();
    if ascii {
        lower.push_str(word);
        lower.make_ascii_lowercase();
    } else {
        lower.extend(word.chars().flat_map(char::to_lowercase));
    }
    let facts = facts_of(lower);
    // "WHO" is a body.
    let letters = facts.is(Role::Relative) && !word.contains(char::is_lowercase);
    // "Van Hai Do": behind a capital it is a family's name.
    let named = || {
        let before = before.filter(|before| before.is_word() && before.capital);
        let beside = before.is_some_and(|before| text.get(before.end..start) == Some(" "));
        beside && latin::FUNCTION_SURNAMES.contains(&word)
    };
    let known = facts != Facts::default() && !letters && !named();
    let facts = if known { facts } else { Facts::default() };
    (facts, person::opens_with_capital(word))
}

/// What is known of a word in small letters, or of the one that a clitic follows: she’ll.
fn facts_of(word: &str) -> Facts {
    let facts = reporting::english(word);
    if facts != Facts::default() {
        return facts;
    }
    let Some((stem, clitic)) = word.split_once(['\'', '’']) else { return facts };
    let known = reporting::english(if clitic == "t" { "not" } else { stem });
    let stands = known.is(Role::Pronoun) || known.is(Role::Relative) || clitic == "t";
    if stands { known } else { facts }
}

/// Whether the full stop after the word at `range` belongs to it, of which `facts` are known.
fn abbreviated(text: &str, range: Range<usize>, facts: Facts, capital: bool) -> bool {
    let word = &text[range.clone()];
    let mut chars = word.chars();
    let initial = chars.next().is_some_and(char::is_uppercase)
        && chars.next().is_none()
        && (word != "I" || between_names(text, range));
    let dotted = word.contains('.');
    initial || dotted && word.len() <= 6 || facts.is(Role::Abbreviation) && (capital || dotted)
}

/// "Ann I. Moor": a capital on either side makes an initial of what is a pronoun elsewhere.
fn between_names(text: &str, letter: Range<usize>) -> bool {
    let before = text[..letter.start].strip_suffix(' ').and_then(|before| before.rsplit(' ').next());
    let after = text[letter.end..].strip_prefix(". ").and_then(|after| after.split(' ').next());
    before.is_some_and(person::opens_with_capital) && after.is_some_and(person::opens_with_capital)
}

/// Longest sentence that is looked at as one, in tokens; longer ones are lists or no prose at all, and cutting them
/// keeps the time linear.
const MOST_TOKENS: usize = 400;

fn sentences(text: &str, tokens: &[Token], marks: &[Marked]) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for index in 0..tokens.len() {
        if index + 1 == tokens.len() || index - start >= MOST_TOKENS || ends_here(text, tokens, index, marks)
        {
            sentences.push(start..index + 1);
            start = index + 1;
        }
    }
    sentences
}

fn ends_here(text: &str, tokens: &[Token], index: usize, marks: &[Marked]) -> bool {
    let token = &tokens[index];
    let Some(next) = tokens.get(index + 1) else { return true };
    if !matches!(token.kind, Kind::Stop | Kind::Mark(_)) {
        return false;
    }
    let spaced = next.start > token.end;
    let opens = next.capital
        || matches!(next.kind, Kind::Mark(_))
        || next.kind == Kind::Dash
        || text
            .get(next.start..)
            .is_some_and(|t| t.starts_with(|c: char| c.is_ascii_digit() || c == '(' || c == '<'));
    match token.kind {
        Kind::Stop => spaced && (opens || matches!(next.kind, Kind::Other | Kind::Mark(_))),
        Kind::Mark(number) => match last_char(text, marks, number) {
            Some('.' | '…') => opens,
            Some('!' | '?') => opens && !governs_backwards(&tokens[index + 1..]),
            _ => false,
        },
        _ => false,
    }
}

/// The last character inside a marked string that is no closing mark.
pub(super) fn last_char(text: &str, marks: &[Marked], number: usize) -> Option<char> {
    let inner = text.get(marks.get(number)?.inner.clone())?;
    inner.trim_end().chars().rev().find(|c| !matches!(c, '\'' | '’' | '"' | '”' | '』' | '」' | ')' | ']'))
}

/// Whether a sentence that starts with `tokens` says who spoke before it: "Ann Lee asked.", "she said at the time."
fn governs_backwards(tokens: &[Token]) -> bool {
    for (index, token) in tokens.iter().enumerate().take(12) {
        match token.kind {
            Kind::Word if token.facts.tells_speech() && !token.capital => {
                let after = tokens.get(index + 1);
                return after.is_none_or(|next| {
                    next.kind == Kind::Stop
                        || next.is(Role::Adverb)
                        || next.is(Role::Determiner)
                        || next.is(Role::Preposition)
                        || next.is(Role::Pronoun)
                        || (next.kind == Kind::Comma)
                        || (next.capital && !next.is(Role::Border))
                }) && !after.is_some_and(|next| next.is(Role::Border));
            }
            Kind::Stop | Kind::Mark(_) | Kind::Colon | Kind::Semicolon => return false,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::speech::marks;

    fn split(text: &str) -> Vec<&str> {
        let found = marks::pair(text, true);
        let outline = outline(text, 0, &found.strings);
        outline
            .sentences
            .iter()
            .map(|s| &text[outline.tokens[s.start].start..outline.tokens[s.end - 1].end])
            .collect()
    }

    #[test]
    fn abbreviations_and_initials_end_no_sentence() {
        assert_eq!(
            split("Dr. Ann B. Lee of the U.S. agency left. It rained."),
            ["Dr. Ann B. Lee of the U.S. agency left.", "It rained."]
        );
    }

    #[test]
    fn a_string_with_its_stop_inside_ends_a_sentence_unless_it_is_attributed() {
        assert_eq!(split("“We won.” The crowd left."), ["“We won.”", "The crowd left."]);
        assert_eq!(
            split("“Did we win?” Ann Lee asked. “We did.”"),
            ["“Did we win?” Ann Lee asked.", "“We did.”"]
        );
    }
}
