//! Phrases by which a line shows what it is: takes a line, gives the classes of the phrases that it bears.

use super::people::latin;
use super::reporting::{self, Role};
use super::tree::{ClassSet, Tree};
use super::{contact_heading, rows};
use crate::text::boundary;
use crate::text::openings::Openings;
use crate::text::script;
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::sync::LazyLock;

/// What a phrase shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum CueClass {
    Masthead,
    Navigation,
    BoilerHeading,
    NotesHeading,
    ForwardLooking,
    ContactHeading,
    ContactLabel,
    CaptionLabel,
    /// The title of a row of photos or captions.
    PhotoHeading,
    /// The last word of a caption that has no mark: 合影, 致辞.
    CaptionEnd,
    Position,
    PhotoCredit,
    Download,
    Credit,
    /// Who wrote the page.
    Byline,
    ListLead,
    Subheading,
    /// A label of what an event has: when, where, for whom.
    Detail,
    EndMark,
    MoreInfo,
    /// Ends a sentence that leads in a list: "include:".
    LeadsIn,
    /// Where a company is incorporated, or under which code its shares trade.
    Registration,
    /// That nobody else may print the page.
    Rights,
    /// What a statement calls itself: 嚴正聲明.
    Statement,
    /// Tells of a day as a lead does: "today", "on Tuesday".
    DayTold,
}

const CLASSES: &[(&str, CueClass)] = &[
    ("masthead", CueClass::Masthead),
    ("navigation", CueClass::Navigation),
    ("boiler_heading", CueClass::BoilerHeading),
    ("notes_heading", CueClass::NotesHeading),
    ("forward_looking", CueClass::ForwardLooking),
    ("contact_heading", CueClass::ContactHeading),
    ("contact_label", CueClass::ContactLabel),
    ("caption_label", CueClass::CaptionLabel),
    ("photo_heading", CueClass::PhotoHeading),
    ("caption_end", CueClass::CaptionEnd),
    ("position", CueClass::Position),
    ("photo_credit", CueClass::PhotoCredit),
    ("download", CueClass::Download),
    ("credit", CueClass::Credit),
    ("byline", CueClass::Byline),
    ("list_lead", CueClass::ListLead),
    ("subheading", CueClass::Subheading),
    ("detail", CueClass::Detail),
    ("end_mark", CueClass::EndMark),
    ("more_info", CueClass::MoreInfo),
    ("leads_in", CueClass::LeadsIn),
    ("registration", CueClass::Registration),
    ("rights", CueClass::Rights),
    ("statement", CueClass::Statement),
    ("day_told", CueClass::DayTold),
];

/// How a phrase stands in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It is all of the line.
    Alone,
    /// It opens the line and something follows it.
    Opens,
    /// It stands anywhere else.
    Inside,
}

/// Phrases by their letters; the bits of a phrase are its classes, in the order of [`CLASSES`].
struct Phrases {
    whole: Tree,
    /// The bits of headings come first, then those of phrases that start a line. What a label ends with counts as what the
    /// line opens with, "E:" in "Source:" too, where the beginning leads on to some phrase.
    starting: Tree,
    within: Tree,
    /// What those within a line open with.
    openings: Openings,
    /// From the last letter on.
    ending: Tree,
    /// The characters that contact headings end with: most lines are told by them alone.
    contact_ends: FxHashSet<char>,
}

/// Where the bits of phrases start that start a line without being headings.
const STARTS: usize = 32;

/// Every class.
const ANY: ClassSet = ClassSet::MAX;

static PHRASES: LazyLock<Phrases> = LazyLock::new(Phrases::load);

/// The part of a line in which phrases are sought: nothing is told by a phrase deep inside a paragraph.
const LOOKED_AT: usize = 240;

impl Phrases {
    fn load() -> Self {
        let contact = bit_of(CueClass::ContactHeading);
        let (mut whole, mut ending) = (Tree::default(), Tree::default());
        let (mut starting, mut within) = (Vec::new(), Vec::new());
        let mut contact_ends: FxHashSet<char> = contact_heading::ends().collect();
        let mut class = CLASSES[0].0;
        let mut bit: ClassSet = 1;
        for row in rows(include_str!("cues.tsv")) {
            // The rows of a class stand together, but for a few.
            if row.class != class {
                let Some(at) = CLASSES.iter().position(|(name, _)| *name == row.class) else { continue };
                (class, bit) = (row.class, 1 << at);
            }
            let phrase = plain_row(row.word);
            if matches!(row.extra, "whole" | "heading" | "start") {
                let bare = bare(&phrase);
                whole.add(tight_letters(bare), bit);
                contact_ends.extend(bare.chars().next_back().filter(|_| bit == contact));
            }
            match row.extra {
                "whole" => {}
                "heading" => starting.push((phrase, bit)),
                "start" => starting.push((phrase, bit << STARTS)),
                "end" => ending.add(phrase.chars().rev(), bit),
                _ => within.push((phrase, bit)),
            }
        }
        Phrases {
            whole,
            starting: Tree::with_ends(starting.iter().map(|(phrase, bits)| (phrase.chars(), *bits))),
            openings: Openings::of(within.iter().map(|(phrase, _)| &**phrase)),
            within: Tree::of(within.iter().map(|(phrase, bit)| (phrase.chars(), *bit))),
            ending,
            contact_ends,
        }
    }
}

/// The phrase of a row in the form of [`plain`], which most rows have.
fn plain_row(phrase: &'static str) -> Cow<'static, str> {
    let is_plain = |byte: u8| matches!(byte, b' '..=b'@' | b'['..=b'~' | 0x80..=0xbf | 0xe4..=0xe9);
    if phrase.bytes().all(is_plain) { Cow::Borrowed(phrase) } else { Cow::Owned(plain(phrase)) }
}

fn bit_of(class: CueClass) -> ClassSet {
    CLASSES.iter().position(|&(_, other)| other == class).map_or(0, |at| 1 << at)
}

/// The classes whose bits these are.
fn classes_of(mut bits: ClassSet) -> impl Iterator<Item = CueClass> {
    std::iter::from_fn(move || {
        let &(_, class) = CLASSES.get(bits.trailing_zeros() as usize)?;
        bits &= bits - 1;
        Some(class)
    })
}

/// Whether all of `line` is a phrase of `class`, other than a contact heading that is put together from parts.
pub(crate) fn is_alone(line: &str, class: CueClass) -> bool {
    let class = bit_of(class);
    let first = line.chars().flat_map(plain_char).find(|&c| !is_frame(c));
    if line.len() > LOOKED_AT || !first.is_some_and(|first| PHRASES.whole.may_open(first, class)) {
        return false;
    }
    let plain = plain(line);
    PHRASES.whole.classes(tight_letters(bare(&plain)), class) != 0
}

/// Every phrase that `line` bears, by class and standing; a class may come more than once.
pub(crate) fn find(line: &str, found: &mut Vec<(CueClass, Standing)>) {
    find_with(line, &mut String::new(), found);
}

/// The same for whoever asks for many lines: `plain` is written over.
pub(crate) fn find_with(line: &str, plain: &mut String, found: &mut Vec<(CueClass, Standing)>) {
    found.clear();
    let phrases = &*PHRASES;
    let cut = boundary::head(line, LOOKED_AT);
    let is_whole = cut.len() == line.len();
    write_plain(cut, plain);
    let plain = plain.as_str();
    let bare = bare(plain);
    let stands = |bits: ClassSet, standing: Standing| classes_of(bits).map(move |class| (class, standing));
    if is_whole {
        found.extend(stands(phrases.whole.classes(tight_letters(bare), ANY), Standing::Alone));
    }
    find_composed(bare, is_whole, found);
    phrases.starting.each(letters(bare), ANY, |end, bits| {
        if is_word_end(bare, end) {
            found.extend(stands(bits >> STARTS, Standing::Opens));
            let headings = bits & ((1 << STARTS) - 1);
            if headings != 0 && opens_as_heading(bare, end, is_whole, plain) {
                found.extend(stands(headings, Standing::Opens));
            }
        }
    });
    for at in phrases.openings.places(plain) {
        phrases.within.each(letters(&plain[at..]), ANY, |end, bits| {
            if is_word_end(plain, at + end) {
                found.extend(stands(bits, Standing::Inside));
            }
        });
    }
    if is_whole {
        phrases.ending.each(plain.chars().rev().map(|c| ((), c)), ANY, |(), bits| {
            found.extend(stands(bits, Standing::Inside));
        });
    }
}

/// The letters of `text`, each with its end.
fn letters(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices().map(|(at, c)| (at + c.len_utf8(), c))
}

/// A contact heading that is put together from parts, alone or before a colon.
fn find_composed(bare: &str, is_whole: bool, found: &mut Vec<(CueClass, Standing)>) {
    let start = &bare.as_bytes()[..bare.len().min(contact_heading::LONGEST + 1)];
    let close = match memchr::memchr(b':', start) {
        Some(at) => at,
        None if is_whole => bare.len(),
        None => return,
    };
    let heading = bare[..close].trim_end();
    let may_be = heading.starts_with(contact_heading::may_open)
        && heading.ends_with(|c| PHRASES.contact_ends.contains(&c));
    if may_be && contact_heading::is_composed(heading) {
        let standing = if close == bare.len() { Standing::Alone } else { Standing::Opens };
        if !found.contains(&(CueClass::ContactHeading, standing)) {
            found.push((CueClass::ContactHeading, standing));
        }
    }
}

/// Whether `word` is a phrase of navigation.
pub(crate) fn is_navigation(word: &str) -> bool {
    let bit = bit_of(CueClass::Navigation);
    let classes = if word.is_ascii() {
        let letters = word.bytes().filter(u8::is_ascii_alphanumeric);
        PHRASES.whole.classes(letters.map(|letter| char::from(letter.to_ascii_lowercase())), bit)
    } else {
        PHRASES.whole.classes(word.chars().flat_map(plain_char).filter(|c| c.is_alphanumeric()), bit)
    };
    classes != 0
}

/// Whether `cell` is a phrase of navigation or opens with one.
pub(crate) fn opens_with_navigation(cell: &str) -> bool {
    let bit = bit_of(CueClass::Navigation);
    let wanted = bit | bit << STARTS;
    let phrases = &*PHRASES;
    // Most cells are told by their first letter.
    let first = cell.chars().flat_map(plain_char).find(|&c| !is_frame(c));
    if !first.is_some_and(|c| phrases.whole.may_open(c, bit) || phrases.starting.may_open(c, wanted)) {
        return false;
    }
    let cut = boundary::head(cell, LOOKED_AT);
    let is_whole = cut.len() == cell.len();
    let plain = plain(cut);
    let bare = bare(&plain);
    let mut opens = is_whole && phrases.whole.classes(tight_letters(bare), bit) != 0;
    phrases.starting.each(letters(bare), wanted, |end, bits| {
        let heading = || bits & bit != 0 && opens_as_heading(bare, end, is_whole, &plain);
        opens |= is_word_end(bare, end) && (bits & bit << STARTS != 0 || heading());
    });
    opens
}

/// Where a contact heading that `line` opens with ends, its colon included; none where it is all of the line.
pub(crate) fn heading_end(line: &str) -> Option<usize> {
    // 【新聞聯絡】北堤聯盟
    let boxed = line.strip_prefix('【').and_then(|rest| rest.split_once('】'));
    if let Some((heading, _)) = boxed.filter(|(heading, _)| is_contact_heading(heading)) {
        return Some(heading.len() + '【'.len_utf8() + '】'.len_utf8());
    }
    let colon =
        line.char_indices().take(100).find(|&(_, c)| matches!(c, ':' | '：' | '︰' | '|' | '｜' | '（'))?;
    let end = colon.0 + colon.1.len_utf8();
    let heading = without_remark(&line[..colon.0]);
    (is_contact_heading(heading) || is_joined_heading(heading)).then_some(end)
}

/// A heading without the brackets that tell when it holds: "For media inquiries (Monday to Friday, 8 a.m. to 5 p.m.)".
fn without_remark(heading: &str) -> &str {
    let open = heading.trim_end().strip_suffix([')', '）']).and_then(|inner| inner.rfind(['(', '（']));
    open.map_or(heading, |open| heading[..open].trim_end())
}

/// "For press inquiries and expert views": a heading of a contact, and what else it is for.
fn is_joined_heading(line: &str) -> bool {
    let plain = plain(line);
    let plain = bare(&plain);
    let contact = bit_of(CueClass::ContactHeading);
    let mut joined = false;
    PHRASES.starting.each(letters(plain), contact | contact << STARTS, |end, _| {
        joined |= super::labels::is_joined(&plain[end..]);
    });
    joined
}

/// Where a contact heading of several words ends that a name follows on the line: "PR Agency's Contact Harbour Works",
/// 傳媒查詢 北堤磨坊.
pub(crate) fn spaced_heading_end(line: &str) -> Option<usize> {
    /// In two words it may be part of a name: "Media Contact Centre".
    const WORDS: usize = 3;
    if line.starts_with(script::is_han) {
        let end = line.find([' ', '\u{3000}'])?;
        let named = line[end..].trim_start().starts_with(|c: char| script::is_han(c) || c.is_uppercase());
        return (named && is_contact_heading(&line[..end])).then_some(end);
    }
    line.match_indices(' ').skip(WORDS - 1).take_while(|&(at, _)| at < 60).map(|(at, _)| at).find(|&at| {
        line[at..].trim_start().starts_with(char::is_uppercase) && is_contact_heading(&line[..at])
    })
}

/// Whether `clause` ends as captions do: 會長林小文致詞, 大合照.
pub(crate) fn ends_as_caption(clause: &str) -> bool {
    let caption = bit_of(CueClass::CaptionEnd);
    PHRASES.ending.longest(clause.chars().rev().map(|c| ((), c)), caption).is_some()
}

/// Whether `line` ends as mastheads do, a bracket around it or not: 【北堤聯盟聯合新聞稿】.
pub(crate) fn ends_as_masthead(line: &str) -> bool {
    let masthead = bit_of(CueClass::Masthead);
    PHRASES.ending.longest(bare(&plain(line)).chars().rev().map(|c| ((), c)), masthead).is_some()
}

/// Whether `line` ends with words that keep its rights: "All rights reserved.", 版權所有.
pub(crate) fn ends_with_rights(line: &str) -> bool {
    ends_as(line, CueClass::Rights)
}

/// Whether `line` ends with what a statement calls itself: 北堤電機嚴正聲明.
pub(crate) fn ends_as_statement(line: &str) -> bool {
    ends_as(line, CueClass::Statement)
}

fn ends_as(line: &str, class: CueClass) -> bool {
    let plain = plain(line);
    let stops = |c: char| is_frame(c) || matches!(c, '.' | '。');
    let letters = plain.trim_end_matches(stops).chars().rev().map(|c| ((), c));
    PHRASES.ending.longest(letters, bit_of(class)).is_some()
}

/// Whether `words` are what mastheads say: "News Release", 新聞稿.
pub(crate) fn is_masthead(words: &str) -> bool {
    let mut found = Vec::new();
    find(words, &mut found);
    found.contains(&(CueClass::Masthead, Standing::Alone))
}

/// Whether `head`, before a colon and a name, tells who asks: "International press", 海外媒体.
pub(crate) fn is_subject_of_contact(head: &str) -> bool {
    let plain = plain(head);
    contact_heading::is_subject(bare(&plain))
}

/// Where a contact heading ends that a name runs into: "Contact `DetailsHarbour` Works".
pub(crate) fn glued_heading_end(line: &str) -> Option<usize> {
    let mut before = ' ';
    line.char_indices().take(60).find_map(|(at, c)| {
        let glued = before.is_lowercase() && c.is_uppercase();
        before = c;
        (glued && is_contact_heading(&line[..at])).then_some(at)
    })
}

/// Where a contact heading that `line` ends with starts, when a name stands before it.
pub(crate) fn heading_start(line: &str) -> Option<usize> {
    let last = bare(line).chars().next_back()?;
    if !plain_char(last).last().is_some_and(|c| PHRASES.contact_ends.contains(&c)) {
        return None;
    }
    // Where each character of the line is in the plain one.
    let mut plain = String::with_capacity(line.len());
    let mut places = Vec::with_capacity(line.len());
    for (at, c) in line.char_indices() {
        places.push((at, plain.len()));
        push_plain(c, &mut plain);
    }
    let end = plain.trim_end_matches(is_frame).len();
    let headed = |place: usize| {
        let rest = plain.get(place..end).unwrap_or("").trim_start_matches(is_frame);
        rest.starts_with(may_open_whole) && is_whole_contact_heading(rest)
            || rest.starts_with(contact_heading::may_open) && contact_heading::is_composed(rest)
    };
    places.into_iter().skip(2).take(60).find(|&(_, place)| headed(place)).map(|(at, _)| at)
}

/// Whether all of `line` is a contact heading.
pub(crate) fn is_contact_heading(line: &str) -> bool {
    is_plain_contact_heading(bare(&plain(line)))
}

fn is_plain_contact_heading(bare: &str) -> bool {
    is_whole_contact_heading(bare) || contact_heading::is_composed(bare)
}

/// Whether a contact heading that is no sum of parts may open with `first`.
fn may_open_whole(first: char) -> bool {
    PHRASES.whole.may_open(first, bit_of(CueClass::ContactHeading))
}

fn is_whole_contact_heading(bare: &str) -> bool {
    PHRASES.whole.classes(tight_letters(bare), bit_of(CueClass::ContactHeading)) != 0
}

/// Whether what follows a phrase at the start lets it be a heading: a colon follows, or a few words without a sentence.
fn opens_as_heading(line: &str, end: usize, is_whole: bool, plain: &str) -> bool {
    let rest = line[end..].trim_start();
    if rest.is_empty() || rest.starts_with([':', '-', '|', '(']) {
        return true;
    }
    // "For media inquiries, please contact:"
    if is_whole
        && script::columns(rest) <= 48
        && plain.trim_end().ends_with(':')
        && !rest.contains(['。', ';', '.'])
    {
        return true;
    }
    // The longest heading collected has 60 columns after its first words.
    is_whole && script::columns(rest) <= 64 && has_no_clause(rest)
}

/// Whether no mark of a sentence stands in `rest`, but for those of a body's legal form: "weir mill, inc. (nyse: wml)".
fn has_no_clause(rest: &str) -> bool {
    let clause = |rest: &str| {
        rest.contains(['。', '，', ',', ';']) || rest.ends_with(['.', '!', '?']) || has_sentence_end(rest)
    };
    // 关于北堤磨坊（Weir Mill，简称磨坊）, whose last bracket is left out as a frame.
    let open = rest.rfind('(').filter(|&open| !rest[open..].trim_end_matches([')', ' ']).contains(')'));
    let rest = open.map_or(rest, |open| &rest[..open]);
    if !clause(rest) {
        return true;
    }
    let legal = |word: &str| {
        let word = word.trim_end_matches(',');
        let bare = word.trim_end_matches('.');
        !bare.is_empty() && (latin::LEGAL_FORMS.contains(bare) || latin::LEGAL_FORMS.contains(word))
    };
    let mut bare = String::with_capacity(rest.len());
    for word in rest.split(' ') {
        if legal(word) {
            // The comma before the form is the name's as well.
            bare.truncate(bare.trim_end().trim_end_matches(',').len());
        } else {
            bare.push_str(word);
        }
        bare.push(' ');
    }
    rest.is_ascii() && !clause(bare.trim_end())
}

/// Whether a full stop parts two sentences in `line`, which is in small letters; that of "St." does not.
fn has_sentence_end(line: &str) -> bool {
    let shortened = |at: usize| {
        let word = line[..at].rsplit(' ').next().unwrap_or("");
        reporting::english(word).is(Role::Abbreviation) || word.chars().count() == 1
    };
    line.match_indices(". ").any(|(at, _)| !shortened(at))
}

/// Lower case, full-width ASCII as ASCII, runs of blanks as one.
pub(crate) fn plain(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    write_plain(line, &mut out);
    out
}

/// The same in the place of what is in `out`.
fn write_plain(line: &str, out: &mut String) {
    out.clear();
    if is_spaced(line) {
        out.push_str(line);
        out.make_ascii_lowercase();
        return;
    }
    let bytes = line.as_bytes();
    let (mut kept, mut at) = (0, 0);
    while let Some(&byte) = bytes.get(at) {
        let plain = PLAIN[usize::from(byte)];
        if plain > 0 {
            at += usize::from(plain);
            continue;
        }
        let after_blank = || if at > kept { bytes[at - 1] == b' ' } else { out.ends_with(' ') };
        match byte {
            b' ' if !after_blank() => at += 1,
            // From U+3001 on to U+301F.
            0xe3 if matches!(bytes[at + 1..], [0x80, 0x81..=0x9f, ..]) => at += 3,
            _ => {
                let Some(c) = line[at..].chars().next() else { break };
                out.push_str(&line[kept..at]);
                push_plain(c, out);
                at += c.len_utf8();
                kept = at;
            }
        }
    }
    out.push_str(&line[kept..]);
    out.make_ascii_lowercase();
}

/// The bytes of characters that are plain, by their first byte; 0 for others, and for those of which more is to be asked.
static PLAIN: [u8; 256] = {
    let mut plain = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        plain[byte] = match byte as u8 {
            // Capitals are seen to at the end.
            b'!'..=b'~' => 1,
            // From U+4000 on to U+9FFF.
            0xe4..=0xe9 => 3,
            _ => 0,
        };
        byte += 1;
    }
    plain
};

/// Whether all of `line` is ASCII, with single spaces for blanks: only its capitals are not plain. To look at all bytes
/// without a branch takes many in one step.
fn is_spaced(line: &str) -> bool {
    let has_fixed_blank = || line.bytes().fold(false, |found, byte| found | matches!(byte, b'\t'..=b'\r'));
    line.is_ascii() && !has_fixed_blank() && !script::has_double_space(line)
}

fn push_plain(c: char, out: &mut String) {
    let c = plain_mark(c);
    if c == ' ' && out.ends_with(' ') {
        return;
    }
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
    } else if script::is_cjk(c) {
        out.push(c);
    } else {
        out.extend(c.to_lowercase());
    }
}

/// One character as [`plain`] has it.
pub(crate) fn plain_char(c: char) -> impl Iterator<Item = char> {
    plain_mark(c).to_lowercase()
}

fn plain_mark(c: char) -> char {
    match c {
        '!'..='~' | '\u{4e00}'..='\u{9fff}' => c,
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '’' | '‘' => '\'',
        '“' | '”' => '"',
        '︰' => ':',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// `line` without the brackets, dashes and stars around it and the colon after it.
fn bare(line: &str) -> &str {
    line.trim_matches(is_frame)
}

fn is_frame(c: char) -> bool {
    let frames = matches!(
        c,
        '[' | ']'
            | '【'
            | '】'
            | '〜'
            | '<'
            | '>'
            | '《'
            | '》'
            | '('
            | ')'
            | '*'
            | '#'
            | '='
            | '_'
            | '•'
            | '●'
            | '■'
            | '◆'
            | '◎'
            | '▍'
            | '▌'
            | '▎'
            | '~'
            | '|'
            | ':'
            | '︰'
            | '〉'
            | '〈'
    );
    let letter = c.is_ascii_alphanumeric() || matches!(c, '\u{4e00}'..='\u{9fff}');
    !letter && (frames || c.is_whitespace() || script::is_dash(c))
}

/// The letters of `line` without blanks: OCR glues words and letter-spacing parts them.
fn tight_letters(line: &str) -> impl Iterator<Item = char> {
    line.chars().filter(|c| !c.is_whitespace())
}

fn is_word_end(line: &str, at: usize) -> bool {
    let last = line[..at].chars().next_back();
    let after = line[at..].chars().next();
    !(last.is_some_and(|c| c.is_ascii_alphanumeric()) && after.is_some_and(|c| c.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes(line: &str) -> Vec<(CueClass, Standing)> {
        let mut found = Vec::new();
        find(line, &mut found);
        found
    }

    #[test]
    fn a_phrase_alone_shows_whatever_is_around_it() {
        for line in ["PRESS RELEASE", "[Press Release]", "新 聞 稿", "【新聞稿】", "PRESSRELEASE"] {
            assert!(classes(line).contains(&(CueClass::Masthead, Standing::Alone)), "{line}");
        }
    }

    #[test]
    fn headings_open_and_sentences_do_not() {
        assert!(classes("About Lantern Quay").contains(&(CueClass::BoilerHeading, Standing::Opens)));
        let named = classes("关于灯笼码头（Lantern Quay，简称码头）");
        assert!(named.contains(&(CueClass::BoilerHeading, Standing::Opens)));
        assert!(classes("Media Contact: Ann Lee").contains(&(CueClass::ContactHeading, Standing::Opens)));
        for heading in
            ["About Weir Mill, Inc.", "About Weir Mill, Inc. (NYSE: WML)", "About Weir Copper Corp."]
        {
            assert!(classes(heading).contains(&(CueClass::BoilerHeading, Standing::Opens)), "{heading}");
        }
        assert!(!classes("About Ann, Bo and all others").iter().any(|c| c.0 == CueClass::BoilerHeading));
        assert!(!classes("About half of them said so.").iter().any(|c| c.0 == CueClass::BoilerHeading));
        assert!(!classes("關於今次活動，大會表示滿意").iter().any(|c| c.0 == CueClass::BoilerHeading));
    }

    #[test]
    fn the_phrases_of_the_table_are_plain_or_made_so() {
        for row in rows(include_str!("cues.tsv")) {
            assert_eq!(plain_row(row.word), plain(row.word));
        }
    }

    #[test]
    fn words_are_not_found_inside_words() {
        assert!(classes("Telephony grows").iter().all(|c| c.0 != CueClass::ContactLabel));
        assert!(classes("Tel: 2155 0143").contains(&(CueClass::ContactLabel, Standing::Opens)));
    }
}
