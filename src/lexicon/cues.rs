//! Phrases by which a line shows what it is: takes a line, gives the classes of the phrases that it bears.

use super::{contact_heading, rows};
use crate::text::script;
use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};
use rustc_hash::{FxHashMap, FxHashSet};
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
    /// The last word of a caption that has no mark: 合影, 致辞.
    CaptionEnd,
    Position,
    PhotoCredit,
    Download,
    Credit,
    ListLead,
    Subheading,
    EndMark,
    MoreInfo,
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
    ("caption_end", CueClass::CaptionEnd),
    ("position", CueClass::Position),
    ("photo_credit", CueClass::PhotoCredit),
    ("download", CueClass::Download),
    ("credit", CueClass::Credit),
    ("list_lead", CueClass::ListLead),
    ("subheading", CueClass::Subheading),
    ("end_mark", CueClass::EndMark),
    ("more_info", CueClass::MoreInfo),
];

/// Where in the line the phrase has to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// The line is the phrase.
    Whole,
    /// The line is the phrase, or opens with it as a heading does.
    Heading,
    Start,
    End,
    Within,
}

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

struct Phrases {
    whole: FxHashMap<String, Vec<(CueClass, Mode)>>,
    search: AhoCorasick,
    start: AhoCorasick,
    within: Vec<CueClass>,
    starting: Vec<(CueClass, Mode)>,
    ending: Vec<(String, CueClass)>,
    /// The characters that contact headings end with: most lines are told by them alone.
    contact_ends: FxHashSet<char>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(Phrases::load);

/// The part of a line in which phrases are sought: nothing is told by a phrase deep inside a paragraph.
const LOOKED_AT: usize = 240;

impl Phrases {
    fn load() -> Self {
        let mut whole: FxHashMap<String, Vec<(CueClass, Mode)>> = FxHashMap::default();
        let (mut starts, mut starting, mut withins, mut within) = (vec![], vec![], vec![], vec![]);
        let mut ending = vec![];
        for row in rows(include_str!("cues.tsv")) {
            let Some(&(_, class)) = CLASSES.iter().find(|(name, _)| *name == row.class) else { continue };
            let phrase = plain(row.word);
            let mode = match row.extra {
                "whole" => Mode::Whole,
                "heading" => Mode::Heading,
                "start" => Mode::Start,
                "end" => Mode::End,
                _ => Mode::Within,
            };
            match mode {
                Mode::Whole => {}
                Mode::Heading | Mode::Start => {
                    starts.push(phrase.clone());
                    starting.push((class, mode));
                }
                Mode::End => ending.push((phrase.clone(), class)),
                Mode::Within => {
                    withins.push(phrase.clone());
                    within.push(class);
                }
            }
            if matches!(mode, Mode::Whole | Mode::Heading | Mode::Start) {
                whole.entry(tight(bare(&phrase))).or_default().push((class, mode));
            }
        }
        let build = |words: &[String], anchored| {
            AhoCorasick::builder()
                .match_kind(MatchKind::Standard)
                .start_kind(if anchored { StartKind::Anchored } else { StartKind::Unanchored })
                .build(words)
                .expect("the cue phrases fit an automaton")
        };
        let contacts =
            whole.iter().filter(|(_, classes)| classes.iter().any(|&(class, _)| is_contact(class)));
        Phrases {
            contact_ends: contacts
                .filter_map(|(phrase, _)| phrase.chars().next_back())
                .chain(contact_heading::ends())
                .collect(),
            whole,
            search: build(&withins, false),
            start: build(&starts, true),
            within,
            starting,
            ending,
        }
    }
}

/// Every phrase that `line` bears, by class and standing; a class may come more than once.
pub(crate) fn find(line: &str, found: &mut Vec<(CueClass, Standing)>) {
    found.clear();
    let phrases = &*PHRASES;
    let cut = cut_at(line, LOOKED_AT);
    let is_whole = cut.len() == line.len();
    let plain = plain(cut);
    let bare = bare(&plain);
    if is_whole && let Some(classes) = phrases.whole.get(&tight(bare)) {
        found.extend(classes.iter().map(|&(class, _)| (class, Standing::Alone)));
    }
    find_composed(bare, is_whole, found);
    let colon = plain.trim_end().ends_with(':');
    for hit in phrases.start.find_overlapping_iter_anchored(bare) {
        let (class, mode) = phrases.starting[hit.0];
        if is_word_end(bare, hit.1) && opens_as(mode, bare, hit.1, is_whole, colon) {
            found.push((class, Standing::Opens));
        }
    }
    for hit in phrases.search.find_overlapping_iter(&plain) {
        if is_word_start(&plain, hit.start()) && is_word_end(&plain, hit.end()) {
            found.push((phrases.within[hit.pattern().as_usize()], Standing::Inside));
        }
    }
    let end = if is_whole { plain.as_str() } else { "" };
    found.extend(
        phrases
            .ending
            .iter()
            .filter(|(word, _)| end.ends_with(word.as_str()))
            .map(|&(_, class)| (class, Standing::Inside)),
    );
}

/// A contact heading that is put together from parts, alone or before a colon.
fn find_composed(bare: &str, is_whole: bool, found: &mut Vec<(CueClass, Standing)>) {
    let close = match bare
        .char_indices()
        .take_while(|&(at, _)| at <= contact_heading::LONGEST)
        .find(|&(_, c)| c == ':')
    {
        Some((at, _)) => at,
        None if is_whole => bare.len(),
        None => return,
    };
    let heading = bare[..close].trim_end();
    let ends = heading.ends_with(|c| PHRASES.contact_ends.contains(&c));
    if ends && contact_heading::is_composed(heading) {
        let standing = if close == bare.len() { Standing::Alone } else { Standing::Opens };
        if !found.contains(&(CueClass::ContactHeading, standing)) {
            found.push((CueClass::ContactHeading, standing));
        }
    }
}

/// Where a contact heading that `line` opens with ends, its colon included; none where it is all of the line.
pub(crate) fn heading_end(line: &str) -> Option<usize> {
    let colon =
        line.char_indices().take(100).find(|&(_, c)| matches!(c, ':' | '：' | '︰' | '|' | '｜' | '（'))?;
    let end = colon.0 + colon.1.len_utf8();
    let heading = &line[..colon.0];
    (is_contact_heading(heading) || is_joined_heading(heading)).then_some(end)
}

/// "For press inquiries and expert views": a heading of a contact, and what else it is for.
fn is_joined_heading(line: &str) -> bool {
    let plain = plain(line);
    let plain = bare(&plain);
    PHRASES.start.find_overlapping_iter_anchored(plain).into_iter().any(|(pattern, end)| {
        PHRASES.starting[pattern].0 == CueClass::ContactHeading && super::labels::is_joined(&plain[end..])
    })
}

/// Where a contact heading of several words ends that a name follows on the line: "PR Agency's Contact Harbour Works".
pub(crate) fn spaced_heading_end(line: &str) -> Option<usize> {
    /// In two words it may be part of a name: "Media Contact Centre".
    const WORDS: usize = 3;
    line.match_indices(' ').skip(WORDS - 1).take_while(|&(at, _)| at < 60).map(|(at, _)| at).find(|&at| {
        line[at..].trim_start().starts_with(char::is_uppercase) && is_contact_heading(&line[..at])
    })
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
    if !plain(last.encode_utf8(&mut [0; 4])).ends_with(|c| PHRASES.contact_ends.contains(&c)) {
        return None;
    }
    line.char_indices().skip(2).take(60).map(|(at, _)| at).find(|&at| is_contact_heading(&line[at..]))
}

fn is_contact_heading(line: &str) -> bool {
    let plain = plain(line);
    let key = tight(bare(&plain));
    PHRASES.whole.get(&key).is_some_and(|classes| classes.iter().any(|&(class, _)| is_contact(class)))
        || contact_heading::is_composed(bare(&plain))
}

fn is_contact(class: CueClass) -> bool {
    class == CueClass::ContactHeading
}

trait AnchoredSearch {
    fn find_overlapping_iter_anchored<'t>(&'t self, text: &'t str) -> Vec<(usize, usize)>;
}

impl AnchoredSearch for AhoCorasick {
    /// Pattern and end of every phrase that `text` starts with.
    fn find_overlapping_iter_anchored<'t>(&'t self, text: &'t str) -> Vec<(usize, usize)> {
        let input = Input::new(text).anchored(Anchored::Yes);
        let mut state = aho_corasick::automaton::OverlappingState::start();
        let mut hits = Vec::new();
        loop {
            self.find_overlapping(input.clone(), &mut state);
            match state.get_match() {
                Some(hit) => hits.push((hit.pattern().as_usize(), hit.end())),
                None => return hits,
            }
        }
    }
}

/// Whether what follows a phrase at the start lets it be what its mode says: a heading is followed by a colon, or by
/// a few words without a sentence.
fn opens_as(mode: Mode, line: &str, end: usize, is_whole: bool, line_ends_open: bool) -> bool {
    if mode != Mode::Heading {
        return true;
    }
    let rest = line[end..].trim_start();
    if rest.is_empty() || rest.starts_with([':', '-', '|', '(']) {
        return true;
    }
    // "For media inquiries, please contact:"
    if is_whole && script::columns(rest) <= 48 && line_ends_open && !rest.contains(['。', ';', '.']) {
        return true;
    }
    // The longest heading collected has 60 columns after its first words.
    is_whole
        && script::columns(rest) <= 64
        && !rest.contains(['。', '，', ',', ';'])
        && !rest.ends_with(['.', '!', '?'])
        && !rest.contains(". ")
}

/// Lower case, full-width ASCII as ASCII, runs of blanks as one.
pub(crate) fn plain(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut blank = false;
    for c in line.chars() {
        let c = plain_mark(c);
        if c == ' ' && blank {
            continue;
        }
        blank = c == ' ';
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
        } else if script::is_cjk(c) {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
    }
    out
}

/// One character as [`plain`] has it.
pub(crate) fn plain_char(c: char) -> impl Iterator<Item = char> {
    plain_mark(c).to_lowercase()
}

fn plain_mark(c: char) -> char {
    match c {
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
    line.trim_matches(|c: char| {
        c.is_whitespace() || script::is_dash(c) || "[]【】<>《》()*#=_•●■◆~|:︰〉〈".contains(c)
    })
}

/// `line` without blanks: OCR glues words and letter-spacing parts them.
fn tight(line: &str) -> String {
    line.chars().filter(|c| !c.is_whitespace()).collect()
}

fn cut_at(line: &str, most: usize) -> &str {
    let mut end = line.len().min(most);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    &line[..end]
}

fn is_word_start(line: &str, at: usize) -> bool {
    let before = line[..at].chars().next_back();
    let first = line[at..].chars().next();
    !(before.is_some_and(|c| c.is_ascii_alphanumeric()) && first.is_some_and(|c| c.is_ascii_alphanumeric()))
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
        assert!(classes("Media Contact: Ann Lee").contains(&(CueClass::ContactHeading, Standing::Opens)));
        assert!(!classes("About half of them said so.").iter().any(|c| c.0 == CueClass::BoilerHeading));
        assert!(!classes("關於今次活動，大會表示滿意").iter().any(|c| c.0 == CueClass::BoilerHeading));
    }

    #[test]
    fn words_are_not_found_inside_words() {
        assert!(classes("Telephony grows").iter().all(|c| c.0 != CueClass::ContactLabel));
        assert!(classes("Tel: 2155 0143").contains(&(CueClass::ContactLabel, Standing::Opens)));
    }
}
