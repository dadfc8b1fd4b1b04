//! What a line has in common with the prose: titles and captions say again what it says, letterheads name whom it names.
//!
//! Takes the cues that the lines show by themselves and where the prose starts and ends; adds to them.

use super::around::Page;
use super::tally::LOOKED_AT;
use super::{Cue, CueSet};
use crate::lexicon::contact_closers;
use crate::text::boundary::head;
use crate::text::script;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::borrow::Cow;
use std::ops::Range;

/// Marks what lines have in common with the prose.
pub(super) fn mark(page: &Page, sets: &mut [CueSet]) {
    let Some(first) = sets.iter().position(|set| !set.has(Cue::BeforeProse)) else { return };
    let last = sets.iter().rposition(|set| !set.has(Cue::AfterProse)).map_or(first, |last| last + 1);
    mark_titles(page, first..last, sets);
    mark_captions_below(page, first..last, sets);
    mark_letterhead(page, first, sets);
}

/// Lines of prose that the title is held against, and those for captions, which may show what is told further below.
const LEAD: usize = 12;
const STORY: usize = 40;

/// What a few lines say, and which of their words the prose has too. Where little is asked for, to look through the prose
/// costs less than to keep its words.
#[derive(Default)]
struct Asked {
    /// The words of one line after the other, as places in `told`.
    said: Vec<usize>,
    /// Where those of each line end.
    ends: Vec<usize>,
    /// For each word, whether the prose has it.
    told: Vec<bool>,
}

impl Asked {
    /// What the `lines` ask of the first `most` lines of `prose`: what stands below them would say itself again.
    fn of(page: &Page, lines: impl Iterator<Item = usize>, prose: Range<usize>, most: usize) -> Self {
        /// Words of the lines above most texts.
        const WORDS: usize = 100;
        let start = |at: usize| head(&page.text[page.lines[at].span.range()], LOOKED_AT);
        let mut words: FxHashMap<Word, usize> = FxHashMap::with_capacity_and_hasher(WORDS, FxBuildHasher);
        let mut hints = Hints::default();
        let mut asked = Asked::default();
        for line in lines {
            words_of(start(line), &Hints::ANY, |word| {
                hints.add(word.hint());
                let next = words.len();
                asked.said.push(*words.entry(word).or_insert(next));
            });
            asked.ends.push(asked.said.len());
        }
        asked.told = vec![false; words.len()];
        if !words.is_empty() {
            for line in prose.take(most) {
                words_of(start(line), &hints, |word| {
                    if let Some(&place) = words.get(&word) {
                        asked.told[place] = true;
                    }
                });
            }
        }
        asked
    }

    /// For each of the lines, how many of its words stand in the prose too, and how many there are.
    fn counts(&self) -> impl Iterator<Item = (usize, usize)> {
        let mut start = 0;
        self.ends.iter().map(move |&end| {
            let said = &self.said[std::mem::replace(&mut start, end)..end];
            (said.iter().filter(|&&word| self.told[word]).count(), said.len())
        })
    }
}

/// Whether the prose says most of what a line says.
fn echoes((known, all): (usize, usize)) -> bool {
    all >= 2 && known * 2 > all
}

/// A title says what the lead says; a masthead, a menu or an office does not.
fn mark_titles(page: &Page, prose: Range<usize>, sets: &mut [CueSet]) {
    /// Lines before the prose that are looked at: a title stands close to it.
    const CLOSE: usize = 40;
    let above = prose.start.saturating_sub(CLOSE)..prose.start;
    let lead = Asked::of(page, above.clone(), prose, LEAD);
    for (at, (known, all)) in above.zip(lead.counts()) {
        sets[at].add_if(echoes((known, all)), Cue::Echoed);
        sets[at].add_if(known * 5 < all, Cue::Strange);
        // The place or the topic that stands above a title has its words too.
        let title = sets[at].has(Cue::Echoed) && !sets[at].has(Cue::Short);
        if title && at > 0 && sets[at - 1].has(Cue::Tiny) {
            sets[at - 1].remove(Cue::Echoed);
        }
    }
}

/// Below the text a caption says what the lead says, and the title of another release does not.
fn mark_captions_below(page: &Page, prose: Range<usize>, sets: &mut [CueSet]) {
    /// Lines below the prose that are looked at: there stand captions without a mark.
    const BELOW: usize = 12;
    /// Columns of the longest name of a body that is commonly met; a guess.
    const LONGEST_NAME: usize = 32;
    const NO_CAPTION: CueSet = CueSet::of(&[
        Cue::BoilerHeading,
        Cue::BracketStart,
        Cue::Bullet,
        Cue::ContactHeading,
        Cue::ContactLabel,
        Cue::ContactOpens,
        Cue::Copyright,
        Cue::Download,
        Cue::Masthead,
        Cue::NavAlone,
        Cue::NavOpens,
        Cue::NotesHeading,
        Cue::Numbered,
        Cue::Pair,
        Cue::Tiny,
    ]);
    let may_be = |&at: &usize| {
        let (set, line) = (sets[at], page.slice(at));
        // The name of a file, a label with what it tells, a body's desk, a body.
        let other = || {
            line.contains(['.', '：', ':'])
                || contact_closers::may_end(line)
                || set.has(Cue::BodyAlone) && page.lines[at].width <= LONGEST_NAME
        };
        set.has(Cue::OpenEnd) && !set.has_any(NO_CAPTION) && !other()
    };
    let below: Vec<usize> = (prose.end..sets.len()).take(BELOW).filter(may_be).collect();
    let story = Asked::of(page, below.iter().copied(), prose, STORY);
    // Captions stand in a list, one of which may show what is told nowhere.
    let mut caption: Option<usize> = None;
    for (at, (known, all)) in below.into_iter().zip(story.counts()) {
        let listed = caption.is_some_and(|caption| caption + 1 == at) && !sets[at].has(Cue::GapBefore);
        if listed || all >= 2 && known * 3 > all {
            caption = Some(at);
            sets[at].add(Cue::EchoedBelow);
        }
    }
}

/// Lines of a letterhead: what they name is named in the prose again, as no title is.
fn mark_letterhead(page: &Page, first: usize, sets: &mut [CueSet]) {
    /// Lines before the prose that may be of the letterhead, and lines of prose that are looked at.
    const HEAD: usize = 8;
    const PROSE: usize = 40;
    /// Bytes of the shortest name.
    const SHORTEST: usize = 8;
    const NO_NAME: CueSet =
        CueSet::of(&[Cue::SentenceEnd, Cue::ColonEnd, Cue::DateOnly, Cue::Email, Cue::Url]);
    let mut prose: Option<String> = None;
    for (at, set) in sets.iter_mut().enumerate().take(first.min(HEAD)) {
        let name = page.slice(at);
        // Titles have figures, and those of shows a colon.
        let title = name.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | '：'));
        if !set.has(Cue::Short) || set.has_any(NO_NAME) || name.len() < SHORTEST || title {
            continue;
        }
        let prose = prose.get_or_insert_with(|| {
            let mut all = String::new();
            for line in page.lines[first..].iter().take(PROSE) {
                let joint = if all.ends_with(script::is_han) { "" } else { " " };
                all.push_str(joint);
                all.push_str(&page.text[line.span.range()]);
            }
            all.make_ascii_lowercase();
            all
        });
        let name = name.to_ascii_lowercase();
        set.add_if(memchr::memmem::find(prose.as_bytes(), name.as_bytes()).is_some(), Cue::NamedBelow);
    }
}

/// What two texts have in common when they speak of the same: longer Latin words in small letters, pairs of ideographs; of
/// these those that `hints` do not rule out.
fn words_of<'t>(slice: &'t str, hints: &Hints, mut tell: impl FnMut(Word<'t>)) {
    let bytes = slice.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let run = script::ALPHANUMERICS.end_of_run(bytes, at);
        let latin = bytes.get(run).is_none_or(u8::is_ascii);
        let (end, kind) = if latin { (run, Kind::Latin) } else { end_of_other(slice, run) };
        match kind {
            Kind::Latin => {
                let word = &bytes[at..end];
                if word.last_chunk().is_some_and(|&last| hints.have(hint_of(last))) {
                    tell(Word::latin(word));
                }
            }
            Kind::Han => {
                let mut chars = slice[at..end].chars();
                let mut first = chars.next().unwrap_or(' ');
                for second in chars {
                    let pair = (std::mem::replace(&mut first, second), second);
                    if hints.have(hint_of_pair(pair)) {
                        tell(Word::Pair(pair.0, pair.1));
                    }
                }
            }
            Kind::Other if end - at > 3 => tell(Word::other(&slice[at..end])),
            Kind::Other => {}
        }
        // Past the mark that ends it.
        let mark = if bytes.get(end).is_none_or(u8::is_ascii) { None } else { slice[end..].chars().next() };
        at = end + mark.map_or(1, char::len_utf8);
    }
}

/// What a word is written in.
enum Kind {
    /// ASCII, all of it.
    Latin,
    /// Han characters, some of it.
    Han,
    Other,
}

/// Where the word ends of which all before `latin` is ASCII, perhaps nothing, and what it is written in.
fn end_of_other(text: &str, latin: usize) -> (usize, Kind) {
    let bytes = text.as_bytes();
    let (mut kind, mut at) = (Kind::Latin, latin);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            0..=0x7f => match script::ALPHANUMERICS.end_of_run(bytes, at) {
                end if end == at => break,
                end => at = end,
            },
            // Nearly all ideographs are from U+5000 on to U+9FFF.
            0xe5..=0xe9 => {
                at += 3;
                kind = Kind::Han;
            }
            _ => {
                let Some(c) = text[at..].chars().next().filter(|&c| script::is_word(c)) else { break };
                at += c.len_utf8();
                if script::is_han(c) {
                    kind = Kind::Han;
                }
            }
        }
    }
    match kind {
        Kind::Latin if at > latin => (at, Kind::Other),
        kind => (at, kind),
    }
}

/// One thing that two texts may have in common.
#[derive(PartialEq, Eq, Hash)]
enum Word<'t> {
    Pair(char, char),
    /// A word in ASCII, its small letters as one number.
    Short(u128),
    /// A longer one, or one with other letters.
    Long(Cow<'t, [u8]>),
}

impl<'t> Word<'t> {
    /// A word in ASCII.
    fn latin(word: &'t [u8]) -> Self {
        let capital = || word.iter().any(u8::is_ascii_uppercase);
        Word::short(word).unwrap_or_else(|| {
            Word::Long(if capital() { word.to_ascii_lowercase().into() } else { word.into() })
        })
    }

    fn other(word: &str) -> Self {
        let small = word.to_lowercase().into_bytes();
        // The sign of the kelvin is a k in small letters.
        let short = if small.is_ascii() { Word::short(&small) } else { None };
        short.unwrap_or(Word::Long(small.into()))
    }

    fn short(word: &[u8]) -> Option<Self> {
        let add = |number, byte: &u8| number << u8::BITS | u128::from(byte.to_ascii_lowercase());
        (word.len() <= size_of::<u128>()).then(|| Word::Short(word.iter().fold(0, add)))
    }

    fn hint(&self) -> u32 {
        match *self {
            Word::Pair(first, second) => hint_of_pair((first, second)),
            Word::Short(number) => number as u32,
            Word::Long(ref word) => word.last_chunk().map_or(0, |&last| hint_of(last)),
        }
    }
}

/// What a Latin word shows of itself at once: its last four bytes, digits or letters of either case.
fn hint_of(last: [u8; 4]) -> u32 {
    u32::from_be_bytes(last) | u32::from_be_bytes([0x20; 4])
}

fn hint_of_pair((first, second): (char, char)) -> u32 {
    u32::from(first) << 16 ^ u32::from(second)
}

/// A set of hints, told by a few of their bits: a word whose hint is not among them is not asked for. Words in other letters
/// than Latin or Han have none.
struct Hints([u64; Hints::PLACES / 64]);

impl Hints {
    const PLACES: usize = 1 << 12;

    /// All hints.
    const ANY: Hints = Hints([u64::MAX; Hints::PLACES / 64]);

    fn add(&mut self, hint: u32) {
        let place = Hints::place(hint);
        self.0[place / 64] |= 1 << (place % 64);
    }

    fn have(&self, hint: u32) -> bool {
        let place = Hints::place(hint);
        self.0[place / 64] >> (place % 64) & 1 != 0
    }

    /// The upper bits of a product with an odd number, which all bits of the hint bear on.
    fn place(hint: u32) -> usize {
        (hint.wrapping_mul(0x9e37_79b9) >> (u32::BITS - Hints::PLACES.ilog2())) as usize
    }
}

impl Default for Hints {
    fn default() -> Self {
        Hints([0; Hints::PLACES / 64])
    }
}

#[cfg(test)]
mod tests {
    use super::super::of_text as cues;
    use super::*;

    #[test]
    fn what_a_letterhead_names_is_named_in_the_prose() {
        let text = "Afonydd\nRivers Guardian Weir\n\nPress release\n\nSixteen weirs to go from the rivers of the valley\n\n\
            Sixteen weirs on two rivers in the valley are to be removed, rivers guardian Weir has announced.\n";
        let cues = cues(text);
        let named: Vec<usize> = (0..cues.len()).filter(|&at| cues[at].has(Cue::NamedBelow)).collect();
        assert_eq!(named, [1]);
    }

    #[test]
    fn a_caption_below_the_text_has_its_words() {
        let text = "北堤警方搗破偽鈔集團\n\n北堤警方昨日採取行動，搗破一個印製偽鈔的集團，拘捕五人，檢獲大批偽鈔及三部印刷機。\n\n\
            案件仍在調查，被捕人士將於明日提堂，警方不排除稍後再有人被捕。\n\n\
            警方展示檢獲的大批偽鈔\n五人印製的偽鈔.jpg\n天氣轉涼長者添衣\n";
        let cues = cues(text);
        let echoed: Vec<usize> = (0..cues.len()).filter(|&at| cues[at].has(Cue::EchoedBelow)).collect();
        assert_eq!(echoed, [3]);
    }

    #[test]
    fn words_are_told_by_their_ends_whatever_their_case() {
        let mut hints = Hints::default();
        words_of("Weir MILL 北堤", &Hints::ANY, |word| hints.add(word.hint()));
        let mut found = 0;
        words_of("the mill of the weir at 北堤磨坊", &hints, |_| found += 1);
        assert_eq!(found, 3);
    }

    #[test]
    fn a_place_above_the_title_is_no_echo() {
        let text = "West Moor Weir\nA new pier of oak opens at Weir in May after nine years\n\n\
            The pier of West Moor Weir, which is of oak, opens in May, its owners said, after nine years.\n";
        let cues = cues(text);
        assert!(!cues[0].has(Cue::Echoed) && cues[1].has(Cue::Echoed));
    }
}
