//! What a line shows by itself: phrases, names, contents, shape.
//!
//! Takes one line; gives its cues. It does not look at the lines around it; that is `around.rs`.

use super::{Cue, CueSet, cells};
use crate::clean::Line;
use crate::clean::wrap::{self, Measure};
use crate::extract::{date, dateline, link, person, phone, status};
use crate::lexicon::cues::{self, CueClass, Standing};
use crate::lexicon::links;
use crate::lexicon::people::{han, latin};
use crate::lexicon::places;
use crate::release::LinkKind;
use crate::text::boundary::head;
use crate::text::script;

/// How much of a line's start is looked at for its contents: what makes a line a contact or a caption stands there.
pub(super) const LOOKED_AT: usize = 400;

pub(super) fn of_line(
    slice: &str,
    line: &Line,
    measure: &Measure,
    found: &mut Vec<(CueClass, Standing)>,
) -> CueSet {
    let mut set = CueSet::default();
    let tally = Tally::of(head(slice, LOOKED_AT));
    add_phrases(slice, &mut set, found);
    add_names(slice, line, &mut set);
    add_forms(slice, line, &tally, &mut set);
    add_shape(slice, line, measure, &tally, &mut set);
    set
}

/// What the letters and marks of a line's start are, counted in one go.
#[derive(Default)]
struct Tally {
    upper: usize,
    lower: usize,
    /// Latin letters without accents.
    latin: usize,
    han: usize,
    /// ASCII digits.
    digits: usize,
    /// Digits of any kind, numerals among them.
    numerals: bool,
    /// Commas, Chinese stops and the like, and full stops before a blank.
    clauses: usize,
    columns: usize,
    /// Whether an opening quotation mark stands after a colon.
    gives_word: bool,
    /// Whether there is a dot, an at sign or a stroke.
    dots: bool,
}

impl Tally {
    fn of(head: &str) -> Self {
        let mut tally = Tally::default();
        // The character before, and the one before that is no blank.
        let (mut before, mut mark) = (' ', ' ');
        for c in head.chars() {
            if c.is_ascii() {
                tally.add_ascii(c, before);
            } else if ('\u{4e00}'..='\u{9fff}').contains(&c) {
                tally.han += 1;
                tally.columns += 2;
                tally.numerals |= is_han_digit(c);
            } else {
                tally.add_other(c);
            }
            if matches!(mark, ':' | '：' | '︰') && !c.is_whitespace() {
                tally.gives_word |= script::opens_quote(c);
            }
            before = c;
            mark = if c == ' ' || c.is_whitespace() { mark } else { c };
        }
        tally
    }

    fn add_ascii(&mut self, c: char, before: char) {
        self.columns += 1;
        match c {
            'a'..='z' => self.lower += 1,
            'A'..='Z' => self.upper += 1,
            '0'..='9' => self.digits += 1,
            ',' => self.clauses += 1,
            ' ' => self.clauses += usize::from(before == '.'),
            '.' | '@' | '/' => self.dots = true,
            _ => {}
        }
        self.latin += usize::from(c.is_ascii_alphabetic());
        self.numerals |= c.is_ascii_digit();
    }

    fn add_other(&mut self, c: char) {
        self.upper += usize::from(c.is_uppercase());
        self.lower += usize::from(c.is_lowercase());
        self.han += usize::from(script::is_han(c));
        self.numerals |= is_digit_like(c);
        self.clauses += usize::from(matches!(c, '，' | '。' | '、' | '；'));
        self.columns += script::columns_of(c);
    }
}

fn add_phrases(slice: &str, set: &mut CueSet, found: &mut Vec<(CueClass, Standing)>) {
    if is_wires_own(slice) {
        set.add(Cue::NavAlone);
        return;
    }
    cues::find(slice, found);
    for &(class, standing) in found.iter() {
        let opens = standing == Standing::Opens;
        let long = slice.len() > 200;
        set.add(match class {
            CueClass::Masthead => Cue::Masthead,
            CueClass::Navigation if opens => Cue::NavOpens,
            CueClass::Navigation => Cue::NavAlone,
            CueClass::BoilerHeading if long => Cue::BoilerGlued,
            CueClass::BoilerHeading => Cue::BoilerHeading,
            CueClass::NotesHeading if opens && has_more(slice) => Cue::NotesGlued,
            CueClass::NotesHeading => Cue::NotesHeading,
            CueClass::ForwardLooking => Cue::ForwardLooking,
            CueClass::ContactHeading if opens && has_more(slice) => Cue::ContactOpens,
            CueClass::ContactHeading => Cue::ContactHeading,
            CueClass::ContactLabel => Cue::ContactLabel,
            CueClass::CaptionLabel => Cue::CaptionLabel,
            CueClass::PhotoHeading => Cue::PhotoHeading,
            CueClass::CaptionEnd => Cue::CaptionEnd,
            CueClass::Position => Cue::Position,
            CueClass::PhotoCredit => Cue::PhotoCredit,
            CueClass::Download => Cue::Download,
            CueClass::Byline if !is_byline(slice) => continue,
            CueClass::Credit | CueClass::Byline => Cue::Credit,
            CueClass::ListLead => Cue::ListLead,
            CueClass::Subheading => Cue::KnownSubheading,
            CueClass::Detail => Cue::Detail,
            CueClass::EndMark => Cue::EndMark,
            CueClass::MoreInfo => Cue::MoreInfo,
        });
    }
    set.add_if(crate::extract::boilerplate::is_glued_heading(slice), Cue::BoilerGlued);
    set.add_if(is_end_mark(slice) || is_dated_end(slice, found), Cue::EndMark);
    set.add_if(is_numbered_caption(slice), Cue::CaptionLabel);
}

/// Whether what opens as a byline is one: a few words, all but the joints in capitals.
fn is_byline(slice: &str) -> bool {
    /// No byline is longer, in bytes.
    const LONGEST: usize = 60;
    let capital =
        |word: &str| word.len() <= 3 || word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    slice.len() <= LONGEST && slice.split_whitespace().all(capital) && !wrap::ends_with_sentence(slice)
}

/// A news wire's name on a line of its own, between dashes or not, as a wire sets it above its release: "-- Harbour Wire --".
fn is_wires_own(slice: &str) -> bool {
    /// No such line is longer, in bytes.
    const LONGEST: usize = 40;
    let name = slice.trim_matches(|c: char| c.is_whitespace() || script::is_dash(c));
    slice.len() <= LONGEST && places::wire_prefix(name) == Some(name.len())
}

/// Lines that are a name and nothing else.
fn add_names(slice: &str, line: &Line, set: &mut CueSet) {
    /// No name of a person or a post is wider, in columns.
    const WIDEST: usize = 70;
    if line.width > WIDEST {
        return;
    }
    let bare = slice.trim_end_matches(|c: char| !c.is_alphanumeric());
    if bare.chars().all(script::is_han) {
        set.add_if(han::BODY_ENDS.ends(bare) || han::WEAK_BODY_ENDS.ends(bare), Cue::BodyAlone);
        set.add_if(han::HEADS.ends(bare) || han::WHOLE_HEADS.ends(bare), Cue::PostEnd);
        set.add_if(han::is_name_shaped(bare), Cue::NameAlone);
        return;
    }
    let words = || bare.split_whitespace();
    let last = trimmed(words().next_back().unwrap_or(""));
    let capitals = words().all(|word| word.starts_with(|c: char| c.is_uppercase() || c == '('));
    let body = latin::BODY_MARKS.contains_lower(last) || latin::LEGAL_FORMS.contains_lower(last);
    // "The University of South Alder": short words may stand in small letters.
    let seated = || {
        words().all(|word| word.len() <= 3 || word.starts_with(char::is_uppercase))
            && words().zip(words().skip(1)).any(|(mark, joint)| {
                latin::BODY_MARKS.contains_lower(trimmed(mark))
                    && latin::TITLE_PREPOSITIONS.contains_lower(trimmed(joint))
            })
    };
    set.add_if(body || seated(), Cue::BodyAlone);
    set.add_if(latin::HEADS.contains_lower(last), Cue::PostEnd);
    let few = || (2..=3).contains(&words().count()) && !bare.contains(|c: char| c.is_ascii_digit());
    let named = capitals && few() && person::has_personal_name(bare);
    set.add_if(named, Cue::NameAlone);
}

/// `word` without the marks around it.
fn trimmed(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether something follows the colon of a heading on its line.
fn has_more(slice: &str) -> bool {
    slice.split_once([':', '：']).is_some_and(|(_, rest)| !rest.trim().is_empty())
}

fn add_forms(slice: &str, line: &Line, tally: &Tally, set: &mut CueSet) {
    let head = head(slice, LOOKED_AT);
    let short = line.width <= 160;
    if let Some(found) = status::read(head) {
        let whole = found.range.len() + 8 >= slice.trim().len() || found.until.is_some();
        set.add(if whole { Cue::Status } else { Cue::StatusOpens });
    }
    let mut is_tag = false;
    if let Some(found) = dateline::read(head) {
        let rest = slice[found.range.end..]
            .trim_matches(|c: char| c.is_whitespace() || script::is_dash(c) || ".,:：，/".contains(c));
        set.add(if rest.is_empty() { Cue::DatelineAlone } else { Cue::Dateline });
        is_tag = !rest.is_empty() || found.wire.is_some();
    }
    if short && !is_tag && tally.numerals && date::of_line(head).is_some() {
        set.add(Cue::DateOnly);
    }
    let links = if tally.dots { link::find_all(head) } else { Vec::new() };
    set.add_if(links.iter().any(|link| link.kind == LinkKind::Email), Cue::Email);
    set.add_if(links.iter().any(|link| link.kind == LinkKind::Url), Cue::Url);
    set.add_if(
        links.first().is_some_and(|link| links.len() == 1 && link.range.len() + 2 >= slice.len()),
        Cue::AddressOnly,
    );
    set.add_if(short && tally.digits >= 6 && !phone::find_all(head, None).is_empty(), Cue::Phone);
    set.add_if(is_hashtags(slice), Cue::Hashtags);
    set.add_if(is_rule(slice), Cue::Rule);
    set.add_if(
        slice.starts_with('©') || slice.starts_with("(c) ") || slice.starts_with("Copyright"),
        Cue::Copyright,
    );
    cells::add(slice, short, tally.digits > 0, set);
}

fn add_shape(slice: &str, line: &Line, measure: &Measure, tally: &Tally, set: &mut CueSet) {
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
    let closed = last.is_alphanumeric()
        || matches!(last, '）' | ')' | '」' | '』' | '”' | '"' | '’' | '》' | '%' | '®' | '™');
    set.add_if(closed && !set.has(Cue::SentenceEnd), Cue::OpenEnd);
    set.add_if(matches!(last, ':' | '：' | '︰'), Cue::ColonEnd);
    set.add_if(matches!(last, ';' | '；'), Cue::SemicolonEnd);
    set.add_if(matches!(last, ',' | '，' | '、'), Cue::CommaEnd);
    let first = slice.chars().next().unwrap_or(' ');
    set.add_if(first.is_lowercase(), Cue::LowerStart);
    set.add_if(wrap::bullet(slice).is_some(), Cue::Bullet);
    set.add_if(is_numbered(slice), Cue::Numbered);
    set.add_if(script::opens_quote(first), Cue::QuoteStart);
    set.add_if(script::is_dash(first), Cue::DashStart);
    set.add_if(tally.han * 2 > tally.latin, Cue::Han);
    set.add_if(tally.gives_word, Cue::GivesWord);
    set.add_if(matches!(first, '(' | '（' | '[' | '【'), Cue::BracketStart);
    set.add_if(line.indent >= 2, Cue::Indented);
    set.add_if(links::starts(slice), Cue::Linked);
    if let Some(width) = measure.width {
        let margins = (line.indent as i64 - (width as i64 - line.right() as i64)).abs();
        set.add_if(line.indent >= 8 && margins <= 8, Cue::Centred);
    }
    add_case(slice, tally, set);
}

fn add_case(slice: &str, tally: &Tally, set: &mut CueSet) {
    set.add_if(tally.upper >= 4 && tally.lower * 8 < tally.upper, Cue::Caps);
    if tally.upper == 0 {
        return;
    }
    let is_long = |word: &&str| {
        // A word of three characters may have as many bytes as one of four.
        word.len() > 3 && (word.is_ascii() || word.chars().nth(3).is_some())
    };
    let long_words = head(slice, LOOKED_AT)
        .split_whitespace()
        .filter(is_long)
        .filter(|word| word.starts_with(|c: char| c.is_ascii_alphabetic() || c.is_alphabetic()));
    let (capital, all) = long_words.fold((0, 0), |(capital, all), word| {
        (capital + usize::from(word.starts_with(char::is_uppercase)), all + 1)
    });
    set.add_if(all >= 3 && capital * 10 >= all * 7, Cue::TitleCase);
}

fn is_digit_like(c: char) -> bool {
    c.is_numeric() || is_han_digit(c)
}

fn is_han_digit(c: char) -> bool {
    matches!(c, '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// `###`, `# # #`, `-30-`, `***` of three to five: marks that only an end has. Words are in the lexicon.
fn is_end_mark(slice: &str) -> bool {
    if slice.len() > 24 {
        return false;
    }
    let marks: String = slice.chars().filter(|c| !c.is_whitespace()).collect();
    let of = |mark: char| !marks.is_empty() && marks.chars().all(|c| c == mark);
    let hashes = (of('#') || of('＃')) && marks.chars().count() <= 12;
    let thirty = marks.trim_matches(script::is_dash) == "30" && marks.len() > 2;
    hashes || thirty
}

/// Whether `slice` is an end mark, in marks or in words, and nothing else.
pub(in crate::classify) fn is_end_mark_alone(slice: &str, found: &mut Vec<(CueClass, Standing)>) -> bool {
    cues::find(slice, found);
    found.contains(&(CueClass::EndMark, Standing::Alone)) || is_end_mark(slice)
}

/// "Ends/Thursday, November 27, 2025": the mark, a stroke, a date.
fn is_dated_end(slice: &str, found: &mut Vec<(CueClass, Standing)>) -> bool {
    if slice.len() >= 80 {
        return false;
    }
    let Some((mark, rest)) = slice.split_once(['/', '／']) else { return false };
    cues::find(mark, found);
    found.contains(&(CueClass::EndMark, Standing::Alone)) && rest.contains(char::is_numeric)
}

/// A label with a number, as "Photo 1:", 圖一： and 图2： are.
fn is_numbered_caption(slice: &str) -> bool {
    crate::lexicon::captions::label(slice).is_some()
}

fn is_hashtags(slice: &str) -> bool {
    // The second is the first byte of a full-width sign.
    if memchr::memchr2(b'#', 0xef, slice.as_bytes()).is_none() {
        return false;
    }
    let words = slice.split_whitespace().filter(|word| !word.is_empty());
    let (tags, all) = words.take(40).fold((0, 0), |(tags, all), word| {
        let tag = word.starts_with(['#', '＃']) && word.chars().nth(1).is_some_and(char::is_alphanumeric);
        (tags + usize::from(tag), all + 1)
    });
    tags > 0 && (tags * 2 >= all || slice.to_ascii_lowercase().starts_with("hashtag"))
}

/// A line of asterisks, dashes, equal signs.
fn is_rule(slice: &str) -> bool {
    let mut marks = slice.chars().filter(|c| !c.is_whitespace());
    let Some(first) = marks.next() else { return false };
    let of_one =
        (script::is_dash(first) || "*＊=＝_~～﹏·•.…".contains(first)) && marks.clone().all(|c| c == first);
    of_one && marks.count() >= 2
}

/// "1. Text", "(2) Text", "一、文": a number that opens an item.
fn is_numbered(slice: &str) -> bool {
    let rest = slice.trim_start_matches(['(', '（']);
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if (1..=2).contains(&digits) {
        let after = &rest[digits..];
        return after.starts_with([')', '）', '、'])
            || after.starts_with(". ")
            || (after.starts_with('.') && !after[1..].starts_with(|c: char| c.is_ascii_digit()));
    }
    let mut chars = rest.chars();
    chars
        .next()
        .is_some_and(|c| "一二三四五六七八九十壹貳贰參叁肆伍陸陆柒捌玖拾甲乙丙丁戊①②③④⑤⑥⑦⑧⑨⑩".contains(c))
        && chars.next().is_some_and(|c| "、）)".contains(c))
}
