//! The shape of a line: how wide it is, how it opens and ends, its case.
//!
//! Takes one line with what was counted in it; adds its cues. It asks no list of phrases.

use super::imprint::opens_with_tag;
use super::tally::{LOOKED_AT, Tally};
use super::{Cue, CueSet};
use crate::clean::Line;
use crate::clean::item;
use crate::clean::wrap::{self, Measure};
use crate::lexicon::{clock, links};
use crate::text::boundary::head;
use crate::text::script;

pub(super) fn add(slice: &str, line: &Line, measure: &Measure, tally: &Tally, set: &mut CueSet) {
    let wide = line.width;
    set.add_if(wide <= 16, Cue::Tiny);
    set.add_if(wide <= 44, Cue::Short);
    set.add_if((45..=90).contains(&wide), Cue::Medium);
    set.add_if(wide > 100, Cue::Long);
    set.add_if(wide > 180, Cue::Huge);
    // More than a clause: a sentence end or a comma with text on both sides.
    set.add_if(tally.columns >= 56 && tally.clauses >= 1, Cue::Prose);
    set.add_if(wrap::ends_with_sentence(slice), Cue::SentenceEnd);
    let last = slice.chars().next_back().unwrap_or(' ');
    let closed = script::is_word(last)
        || matches!(last, '）' | ')' | '」' | '』' | '”' | '"' | '’' | '》' | '%' | '®' | '™');
    set.add_if(closed && !set.has(Cue::SentenceEnd), Cue::OpenEnd);
    set.add_if(matches!(last, ':' | '：' | '︰'), Cue::ColonEnd);
    set.add_if(matches!(last, ';' | '；'), Cue::SemicolonEnd);
    set.add_if(matches!(last, ',' | '，' | '、'), Cue::CommaEnd);
    let first = slice.chars().next().unwrap_or(' ');
    set.add_if(first.is_lowercase(), Cue::LowerStart);
    // "- 關於北堤磨坊 -": a heading between two dashes.
    let framed = set.has(Cue::BoilerHeading) && slice.ends_with(script::is_dash);
    set.add_if(!framed && item::bullet(slice).is_some(), Cue::Bullet);
    set.add_if(is_numbered(slice) || clock::opens_entry(slice), Cue::Numbered);
    set.add_if(script::opens_quote(first), Cue::QuoteStart);
    set.add_if(script::is_dash(first), Cue::DashStart);
    set.add_if(tally.han * 2 > tally.latin, Cue::Han);
    set.add_if(tally.gives_word, Cue::GivesWord);
    // 【新聞稿】 before a title is a part of it.
    set.add_if(matches!(first, '(' | '（' | '[' | '【') && !opens_with_tag(slice), Cue::BracketStart);
    set.add_if(line.indent >= 2, Cue::Indented);
    set.add_if(links::starts(slice), Cue::Linked);
    set.add_if(links::points_back(slice), Cue::PointsBack);
    if let Some(width) = measure.width {
        let margins = (i64::from(line.indent) - (width as i64 - line.right() as i64)).abs();
        set.add_if(line.indent >= 8 && margins <= 8, Cue::Centred);
    }
    add_case(slice, tally, set);
}

/// "1. Text", "(2) Text", "(a) Text", "一、文": a number or a letter that opens an item.
fn is_numbered(slice: &str) -> bool {
    if item::opens_lettered(slice) {
        return true;
    }
    let rest = slice.trim_start_matches(['(', '（']);
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if (1..=2).contains(&digits) {
        let after = &rest[digits..];
        return after.starts_with([')', '）', '、'])
            || after.starts_with(". ")
            || (after.starts_with('.') && !after[1..].starts_with(|c: char| c.is_ascii_digit()));
    }
    let mut chars = rest.chars();
    let (Some(number), Some(mark)) = (chars.next(), chars.next()) else { return false };
    if ('①'..='⑳').contains(&number) {
        return mark.is_alphanumeric() || matches!(mark, ' ' | '\u{3000}' | '、' | '.');
    }
    matches!(mark, '、' | '）' | ')')
        && "一二三四五六七八九十壹貳贰參叁肆伍陸陆柒捌玖拾甲乙丙丁戊①②③④⑤⑥⑦⑧⑨⑩".contains(number)
}

fn add_case(slice: &str, tally: &Tally, set: &mut CueSet) {
    set.add_if(tally.upper >= 4 && tally.lower * 8 < tally.upper, Cue::Caps);
    // It takes three capitals.
    if tally.upper < 3 {
        return;
    }
    let is_long = |word: &&str| {
        // A word of three characters may have as many bytes as one of four.
        word.len() > 3 && (word.is_ascii() || word.chars().nth(3).is_some())
    };
    let head = head(slice, LOOKED_AT);
    if head.is_ascii() {
        set.add_if(is_title_case(head.as_bytes()), Cue::TitleCase);
        return;
    }
    // It takes three words, and blanks between.
    if tally.blanks < 2 {
        return;
    }
    let long_words = head
        .split_whitespace()
        .filter(is_long)
        .filter(|word| word.starts_with(|c: char| c.is_ascii_alphabetic() || c.is_alphabetic()));
    let (capital, all) = long_words.fold((0, 0), |(capital, all), word| {
        (capital + usize::from(word.starts_with(char::is_uppercase)), all + 1)
    });
    set.add_if(all >= 3 && capital * 10 >= all * 7, Cue::TitleCase);
}

/// The same of a text in ASCII.
fn is_title_case(head: &[u8]) -> bool {
    let is_blank = |byte: &u8| matches!(byte, b'\t'..=b'\r' | b' ');
    let words = head.split(is_blank).filter(|word| word.len() > 3 && word[0].is_ascii_alphabetic());
    let (capital, all) = words
        .fold((0, 0), |(capital, all), word| (capital + usize::from(word[0].is_ascii_uppercase()), all + 1));
    all >= 3 && capital * 10 >= all * 7
}
