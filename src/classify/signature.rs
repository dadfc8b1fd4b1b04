//! The signature below a quotation.
//!
//! Takes the verdicts over the lines of a page, their cues and their words; keeps in the body the lines right below a
//! paragraph that is nothing but a quotation, where they are a name and a post: short and without a mark at their
//! ends, they look like a table or a letterhead. What reaches somebody, a number or an address, makes contacts of
//! them.

use super::cue::{Cue, CueSet};
use super::path::Verdict;
use super::zone::{Part, State, Zone};
use crate::extract::person::{self, NamedKind};
use crate::lexicon::people::{han, latin};
use crate::text::markup;
use crate::text::script;
use std::borrow::Cow;

/// Bytes of the longest line that signs.
const LONGEST: usize = 160;

/// Lines below a signature in which nothing reaches anybody.
const BELOW: usize = 2;

/// Makes paragraphs of the signatures below quotations. `line` gives the text of each.
pub(super) fn mend<'t>(verdicts: &mut [Verdict], cues: &[CueSet], line: impl Fn(usize) -> &'t str) {
    // Where the paragraph starts whose last line is looked at, where it opens with a quotation mark.
    let mut quoted = false;
    for at in 0..verdicts.len() {
        if verdicts[at].state.zone != Zone::Paragraph {
            quoted = false;
            continue;
        }
        let shown = |at: usize| markup::without_marks(Cow::Borrowed(line(at)));
        if verdicts[at].begins {
            quoted = !line(at).starts_with(is_plain) && shown(at).starts_with(script::opens_quote);
        }
        let ends = quoted && shown(at).ends_with(script::closes_quote);
        let below = (at + 1).min(verdicts.len())..(at + 3).min(verdicts.len());
        let signs = if ends { below.len().min(signature_lines(below.clone().map(shown))) } else { 0 };
        let reaches = |at: usize| cues[at].has(Cue::Email) || cues[at].has(Cue::Phone);
        let end = (at + 1 + signs + BELOW).min(verdicts.len());
        // What a dash opens goes on over its lines.
        let dashed =
            || line(at + 1).starts_with(script::is_dash) && verdicts[at + 1].state.zone == Zone::Paragraph;
        if signs == 0 || (at + 1..end).any(reaches) || dashed() {
            continue;
        }
        for verdict in &mut verdicts[at + 1..=at + signs] {
            *verdict = Verdict { state: State { part: Part::Body, zone: Zone::Paragraph }, begins: true };
        }
        // One line may as well be the first of a paragraph.
        if let Some(below) = verdicts.get_mut(at + signs + 1).filter(|_| signs > 1) {
            below.begins = true;
        }
    }
}

/// Whether a line that opens with `c` opens so as its marks show it, too: no mark opens with a letter.
fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || script::is_han(c)
}

/// Whether a line may sign: it is short and no sentence.
fn fits(line: &str) -> bool {
    !line.is_empty() && line.len() <= LONGEST && !line.ends_with(script::ends_sentence)
}

/// How many of `lines` sign: a name with its post, or a name and a post below it.
fn signature_lines<T: AsRef<str>>(mut lines: impl Iterator<Item = T>) -> usize {
    let Some(name) = lines.next() else { return 0 };
    let bare = name.as_ref().trim_start_matches(|c: char| script::is_dash(c) || c.is_whitespace());
    if !fits(bare) {
        return 0;
    }
    let below = lines.next().filter(|below| fits(below.as_ref()));
    // Most lines have no word of posts, nor has the next.
    let posted = |line: &str| han::holds_post(line) || latin::holds_post(line);
    if !posted(name.as_ref()) && !below.as_ref().is_some_and(|below| posted(below.as_ref())) {
        return 0;
    }
    let whole = |line: &str, kind: NamedKind| {
        let named = person::of_line(line, 0..line.len())?;
        Some(named).filter(|named| named.kind == kind && named.extent == (0..line.len()))
    };
    let Some(named) = whole(bare, NamedKind::Person).filter(|named| named.name.is_some()) else { return 0 };
    if named.title.is_some() {
        return 1;
    }
    let post = below.and_then(|post| whole(post.as_ref(), NamedKind::Unnamed));
    if post.is_some_and(|post| post.title.is_some()) { 2 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_its_post_signs_or_a_post_below_it() {
        let count = |lines: &str| signature_lines(lines.lines());
        assert_eq!(count("Ann Lee, Chief Executive, Weir Mill plc"), 1);
        assert_eq!(count("Ann Lee\nChief Executive, Weir Mill plc"), 2);
        assert_eq!(count("王小明\n北堤公司銷售總監"), 2);
        assert_eq!(count("Ann Lee\nWeir Mill opens in May"), 0);
        assert_eq!(count("About Weir Mill\nWeir Mill plc"), 0);
    }

    #[test]
    fn the_text_begins_anew_below_a_signature() {
        let text = "北堤磨坊啟用新設備\n\n北堤磨坊今日宣布，新設備將於五月啟用，首日免費，其後每程收費十二元，市民可在網上訂票。\n\n\
            「舊磨一天只能磨三袋麥，新磨一個早上就磨完了。老師傅說，他終於可以準時回家吃飯。」\n林小文\n\
            北堤磨坊有限公司　銷售總監\n\n市民可在網上訂票，公司亦會加派職員維持秩序，並呼籲市民預早出門。\n";
        let body = crate::parse(text).remove(0).body;
        assert!(body.last().is_some_and(|last| last.text.text.starts_with("市民可在")));
    }

    #[test]
    fn a_signature_stays_in_the_body_and_names_the_speaker() {
        let said = "“We grind what is brought to us, and those who bring it wait for their flour as they always have.”";
        let text = format!(
            "Weir Mill Opens Second Line in Moorland\n\nWEIR, May 4, 2025 – Weir Mill plc, the maker of flour, opened its \
             second line on Monday at its works in Moorland, where it has ground flour since 1908.\n\n{said}\n\nAnn \
             Lee\nChief Executive, Weir Mill plc\n\nThe first line opened in 2019 and has made 30,000 tonnes of flour. \
             The second will make twice as much, and will be run by ninety people from the town.\n"
        );
        let release = crate::parse(&text).remove(0);
        let speaker = release.quotes[0].speaker.clone().unwrap_or_default();
        assert_eq!(speaker.name.map(|name| name.text).as_deref(), Some("Ann Lee"));
        assert_eq!(speaker.title.map(|title| title.text).as_deref(), Some("Chief Executive"));
        assert_eq!(release.body.len(), 5);
    }
}
