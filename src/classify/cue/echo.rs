//! What a line has in common with the prose: titles and captions say again what it says, letterheads name whom it names.
//!
//! Takes the cues that the lines show by themselves and where the prose starts and ends; adds to them.

use super::around::Page;
use super::tally::LOOKED_AT;
use super::{Cue, CueSet};
use crate::lexicon::contact_closers;
use crate::text::boundary::head;
use crate::text::script;
use rustc_hash::{FxBuildHasher, FxHashSet};
use std::borrow::Cow;
use std::ops::Range;

/// Marks what lines have in common with the prose.
pub(super) fn mark(page: &Page, sets: &mut [CueSet]) {
    let Some(first) = sets.iter().position(|set| !set.has(Cue::BeforeProse)) else { return };
    let last = sets.iter().rposition(|set| !set.has(Cue::AfterProse)).map_or(first, |last| last + 1);
    mark_titles(page, &Lead::of(page, first..last, LEAD), first, sets);
    mark_captions_below(page, first..last, sets);
    mark_letterhead(page, first, sets);
}

/// Lines of prose that the title is held against, and those for captions, which may show what is told further below.
const LEAD: usize = 12;
const STORY: usize = 40;

/// The words of the first lines of prose.
struct Lead<'t>(FxHashSet<Word<'t>>);

impl<'t> Lead<'t> {
    /// Of the first `most` lines of `prose`: what stands below it would say itself again.
    fn of(page: &Page<'t>, prose: Range<usize>, most: usize) -> Self {
        /// Words in so many lines, or pairs; there may be more.
        const WORDS: usize = 256;
        let mut words = FxHashSet::with_capacity_and_hasher(WORDS, FxBuildHasher);
        for line in page.lines[prose].iter().take(most) {
            words_of(head(&page.text[line.span.range()], LOOKED_AT), |word| _ = words.insert(word));
        }
        Lead(words)
    }

    /// How many of the words of `line` stand in it too, and how many there are.
    fn count(&self, line: &str) -> (usize, usize) {
        let (mut known, mut all) = (0, 0);
        words_of(head(line, LOOKED_AT), |word| {
            known += usize::from(self.0.contains(&word));
            all += 1;
        });
        (known, all)
    }

    /// Whether it says most of what `line` says.
    fn echoes((known, all): (usize, usize)) -> bool {
        all >= 2 && known * 2 > all
    }
}

/// A title says what the lead says; a masthead, a menu or an office does not.
fn mark_titles(page: &Page, lead: &Lead, first: usize, sets: &mut [CueSet]) {
    /// Lines before the prose that are looked at: a title stands close to it.
    const CLOSE: usize = 40;
    for at in first.saturating_sub(CLOSE)..first {
        let (known, all) = lead.count(page.slice(at));
        sets[at].add_if(Lead::echoes((known, all)), Cue::Echoed);
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
    let mut story: Option<Lead> = None;
    // Captions stand in a list, one of which may show what is told nowhere.
    let mut captioned = false;
    for (at, set) in sets.iter_mut().enumerate().skip(prose.end).take(BELOW) {
        let line = page.slice(at);
        // The name of a file, a label with what it tells, a body's desk, a body.
        let other = || {
            line.contains(['.', '：', ':'])
                || contact_closers::may_end(line)
                || set.has(Cue::BodyAlone) && page.lines[at].width <= LONGEST_NAME
        };
        let listed = std::mem::take(&mut captioned) && !set.has(Cue::GapBefore);
        if set.has(Cue::OpenEnd) && !set.has_any(NO_CAPTION) && !other() {
            let story = story.get_or_insert_with(|| Lead::of(page, prose.clone(), STORY));
            let (known, all) = story.count(line);
            captioned = listed || all >= 2 && known * 3 > all;
            set.add_if(captioned, Cue::EchoedBelow);
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
    let mut prose: Option<Vec<u8>> = None;
    let small = |text: &str| text.bytes().map(|byte| byte.to_ascii_lowercase()).collect::<Vec<u8>>();
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
            small(&all)
        });
        set.add_if(memchr::memmem::find(prose, &small(name)).is_some(), Cue::NamedBelow);
    }
}

/// What two texts have in common when they speak of the same: longer Latin words in small letters, pairs of ideographs.
fn words_of<'t>(slice: &'t str, mut tell: impl FnMut(Word<'t>)) {
    if slice.is_ascii() {
        let words = slice.as_bytes().split(|byte| !byte.is_ascii_alphanumeric());
        words.filter(|word| word.len() > 3).for_each(|word| tell(Word::latin(word)));
        return;
    }
    for word in slice.split(|c: char| !script::is_word(c)) {
        // Nearly all ideographs are from U+5000 on to U+9FFF.
        let has_han =
            || word.bytes().any(|byte| matches!(byte, 0xe5..=0xe9)) || word.chars().any(script::is_han);
        if !word.is_ascii() && has_han() {
            let mut chars = word.chars();
            let mut first = chars.next().unwrap_or(' ');
            for second in chars {
                tell(Word::Pair(std::mem::replace(&mut first, second), second));
            }
        } else if word.len() > 3 {
            tell(if word.is_ascii() { Word::latin(word.as_bytes()) } else { Word::other(word) });
        }
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
    fn a_place_above_the_title_is_no_echo() {
        let text = "West Moor Weir\nA new pier of oak opens at Weir in May after nine years\n\n\
            The pier of West Moor Weir, which is of oak, opens in May, its owners said, after nine years.\n";
        let cues = cues(text);
        assert!(!cues[0].has(Cue::Echoed) && cues[1].has(Cue::Echoed));
    }
}
