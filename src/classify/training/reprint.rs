//! A release printed anew: other measures, other gaps.
//!
//! Takes the lines of a page and what they are; gives its text as other extractors and scrapers would have left it, so
//! that what is learnt of a zone does not hang on how a handful of releases happened to be set. The words and their
//! order stay.

use crate::classify::Seen;
use crate::classify::path::Verdict;
use crate::classify::zone::Zone;
use crate::clean::Line;
use crate::text::reading::Reading;
use crate::text::script;

/// How a text is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Design {
    /// Columns of a line; none where a paragraph stands on one line.
    pub(super) measure: Option<usize>,
    /// Blank lines after each block of text.
    pub(super) gap: usize,
    /// Blank lines after every other line.
    pub(super) leading: usize,
    /// Whether titles stand on one line each.
    pub(super) titles_joined: bool,
}

/// The designs that each release is printed in.
pub(super) const DESIGNS: &[Design] = &[
    Design { measure: None, gap: 1, leading: 0, titles_joined: true },
    Design { measure: None, gap: 0, leading: 0, titles_joined: true },
    Design { measure: Some(78), gap: 0, leading: 0, titles_joined: false },
    Design { measure: Some(66), gap: 1, leading: 0, titles_joined: false },
    Design { measure: Some(90), gap: 0, leading: 0, titles_joined: true },
    Design { measure: Some(84), gap: 1, leading: 1, titles_joined: false },
];

/// The page in another design.
pub(super) fn print(text: &str, lines: &[Line], seen: &Seen, verdicts: &[Verdict], design: Design) -> String {
    let mut out = String::new();
    let mut at = 0;
    while at < verdicts.len() {
        let end = at + 1 + verdicts[at + 1..].iter().take_while(|verdict| !verdict.begins).count();
        let zone = verdicts[at].state.zone;
        let spans: Vec<_> = seen.flow[at..end].iter().map(|&line| lines[line].span).collect();
        let title = matches!(zone, Zone::Headline | Zone::Deck);
        if title && !design.titles_joined {
            for span in spans {
                out.push_str(&text[span.range()]);
                end_line(&mut out, design.leading);
            }
        } else {
            let joined = Reading::of_lines(text, spans.iter().copied());
            set(joined.text(), design, &mut out);
        }
        out.extend(std::iter::repeat_n('\n', if zone.flows() { design.gap } else { 0 }));
        at = end;
    }
    out
}

/// One block, broken to the measure: between words, and between ideographs where the next may start a line.
fn set(text: &str, design: Design, out: &mut String) {
    let measure = design.measure.unwrap_or(usize::MAX);
    let mut columns = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let piece = piece(rest);
        let (word, wide) = (&rest[..piece], script::columns(rest[..piece].trim_end()));
        if columns > 0 && columns + wide > measure {
            out.truncate(out.trim_end().len());
            end_line(out, design.leading);
            columns = 0;
        }
        out.push_str(word);
        columns += script::columns(word);
        rest = &rest[piece..];
    }
    out.truncate(out.trim_end_matches(' ').len());
    end_line(out, design.leading);
}

fn end_line(out: &mut String, leading: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n('\n', leading));
}

/// What may not be parted: a word with the blank after it, or an ideograph with the marks after it.
fn piece(text: &str) -> usize {
    let mut chars = text.char_indices();
    let Some((_, first)) = chars.next() else { return 0 };
    for (at, c) in chars {
        let mark = !c.is_alphanumeric() && !script::opens_quote(c) && !matches!(c, '（' | '《' | '(');
        if script::is_cjk(first) && !mark {
            return at;
        }
        if !script::is_cjk(first) && (script::is_han(c) || text[..at].ends_with(' ')) {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_broken_to_the_measure() {
        let design = Design { measure: Some(10), gap: 0, leading: 0, titles_joined: true };
        let mut out = String::new();
        set("alpha beta gamma", design, &mut out);
        set("今日公布新計劃，明日", design, &mut out);
        assert_eq!(out, "alpha beta\ngamma\n今日公布新\n計劃，明日\n");
    }
}
