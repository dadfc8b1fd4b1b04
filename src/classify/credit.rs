//! What belongs to the caption above it.
//!
//! Takes the blocks of a page; parts captions that stand one below the other, and joins to a caption the line below
//! that only tells whose photo it is, the line that closes the bracket which the caption opened, and the caption below where its
//! own last line is left open, as it is in a narrow column beside a photo. It does not tell captions from paragraphs.

use super::Block;
use super::zone::Zone;
use crate::clean::{Line, wrap};
use crate::lexicon::{captions, links};
use crate::text::fold::folded;

/// The longest line that tells whose photo it is, in bytes; a guess.
const LONGEST: usize = 80;

/// Joins the blocks of `text` that are one caption, in one pass.
pub(super) fn join(text: &str, lines: &[Line], blocks: &mut Vec<Block>) {
    blocks.dedup_by(|block, before| {
        let joined = before.zone == Zone::Caption
            && (block.zone == Zone::Caption && goes_on(text, lines, before, block)
                || is_rest(text, lines, before, block));
        if joined {
            before.lines.append(&mut block.lines);
        }
        joined
    });
}

/// Parts the blocks of `text` that are several captions, each on lines of its own.
pub(super) fn part(text: &str, lines: &[Line], blocks: &mut Vec<Block>) {
    let may_part = |block: &Block| block.zone == Zone::Caption && block.lines.len() > 1;
    if !blocks.iter().any(may_part) {
        return;
    }
    let slice = |at: usize| &text[lines[at].span.range()];
    let mut parted = Vec::with_capacity(blocks.len());
    for block in blocks.drain(..) {
        if !may_part(&block) {
            parted.push(block);
            continue;
        }
        let numbered = opens_numbered(slice(block.lines[0]));
        let goes_on = |&above: &usize, &below: &usize| {
            let (above, below) = (slice(above), slice(below));
            let another = captions::closes_with_credit(above) && opens_another(below);
            !(another || numbered && opens_numbered(below))
        };
        let own = |lines: &[usize]| Block { lines: lines.to_vec(), zone: block.zone, part: block.part };
        parted.extend(block.lines.chunk_by(goes_on).map(own));
    }
    *blocks = parted;
}

/// "2. The weir at noon."
fn opens_numbered(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=2).contains(&(line.len() - rest.len())) && rest.starts_with(". ")
}

/// Whether a line opens another caption, and is not the rest of a name.
fn opens_another(line: &str) -> bool {
    /// Words of the longest rest of a name with what stands around it; a guess.
    const REST: usize = 3;
    let first = line.split(' ').next().unwrap_or("");
    line.starts_with(char::is_uppercase)
        && !first.ends_with('.')
        && line.split(' ').count() > REST
        && !is_credit(line)
}

/// Whether `block` is the line below the caption `before` and belongs to it.
fn goes_on(text: &str, lines: &[Line], before: &Block, block: &Block) -> bool {
    let slice = |at: usize| &text[lines[at].span.range()];
    if let (Some(&last), Some(&next)) = (before.lines.last(), block.lines.first())
        && next == last + 1
        && is_open(text, &lines[last], &lines[next])
    {
        return true;
    }
    let (&[line], &[first, ..], Some(&last)) = (&block.lines[..], &before.lines[..], before.lines.last())
    else {
        return false;
    };
    line == last + 1 && (is_credit(slice(line)) || closes(slice(first), slice(last), slice(line)))
}

/// Whether `block` is one line, right below the caption `before`, that closes a bracket left open in its last line, and has
/// hardly more than its end: （北堤磨坊林 / 小文攝）.
fn is_rest(text: &str, lines: &[Line], before: &Block, block: &Block) -> bool {
    const PAIRS: [(char, char); 2] = [('(', ')'), ('（', '）')];
    /// Bytes from the mark on: itself in either script, and a full stop.
    const CLOSING: usize = 6;
    let slice = |at: usize| &text[lines[at].span.range()];
    let (&[line], Some(&last)) = (&block.lines[..], before.lines.last()) else { return false };
    let (open, rest) = (slice(last), slice(line));
    let closes = |&(opening, closing): &(char, char)| {
        open.rfind(opening) > open.rfind(closing)
            && rest
                .find(closing)
                .is_some_and(|end| !rest[..end].contains(opening) && end + CLOSING >= rest.len())
    };
    line == last + 1 && lines[line].gap == 0 && rest.len() <= LONGEST && PAIRS.iter().any(closes)
}

/// Whether the last line of a caption is left open, and the one below goes on with it.
fn is_open(text: &str, above: &Line, below: &Line) -> bool {
    let (before, after) = (&text[above.span.range()], &text[below.span.range()]);
    let open = before.ends_with([',', '，', '、']) || links::ends(before);
    let goes_on = after.starts_with(char::is_lowercase) && before.ends_with(char::is_alphanumeric);
    below.gap == 0 && (open || goes_on) && captions::label(after).is_none()
}

/// "Photo: Supplied", "Photo courtesy of Weir Mill.", "Credit: Ann Lee": a few words, and no sentence.
fn is_credit(line: &str) -> bool {
    line.len() <= LONGEST && captions::opens_as_credit(&folded(line))
}

/// Whether `line` closes the bracket with which a caption opens and that its lines leave open.
fn closes(first: &str, last: &str, line: &str) -> bool {
    let pairs = [('[', ']'), ('(', ')'), ('（', '）'), ('【', '】')];
    pairs.iter().any(|&(open, close)| {
        first.starts_with(open)
            && line.ends_with(close)
            && !line.contains(open)
            && !last.ends_with(close)
            && wrap::ends_with_sentence(last)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::zone::Part;

    fn joined(text: &str) -> usize {
        let lines = crate::clean::lines_of(text);
        let block = |at: usize| Block { zone: Zone::Caption, part: Part::Tail, lines: vec![at] };
        let mut blocks: Vec<Block> = (0..lines.len()).map(block).collect();
        join(text, &lines, &mut blocks);
        blocks.len()
    }

    #[test]
    fn captions_below_each_other_come_apart() {
        let parted = |text: &str| {
            let lines = crate::clean::lines_of(text);
            let all = (0..lines.len()).collect();
            let mut blocks = vec![Block { zone: Zone::Caption, part: Part::Tail, lines: all }];
            part(text, &lines, &mut blocks);
            blocks.len()
        };
        assert_eq!(
            parted("The weir at noon. Pic: Ann Lee\nThe mill at dusk with its lamps. Pic: Bo Moor\n"),
            2
        );
        assert_eq!(parted("1. The weir at noon\n2. The mill at dusk\n3. Both\n"), 3);
        assert_eq!(parted("The weir at noon. Photo: Ann\nLee-Moor\n"), 1);
        assert_eq!(parted("The weir at noon. Photo by Ann\nLee. Courtesy of the Weir Trust.\n"), 1);
        assert_eq!(parted("The weir at noon and the\nMill of Weir Hill at dusk\n"), 1);
    }

    #[test]
    fn a_credit_belongs_to_the_caption_above() {
        assert_eq!(joined("Photo 1: The weir at noon.\nPhoto: Supplied\n"), 1);
        assert_eq!(joined("The weir at noon.\nPhoto courtesy of Weir Mill.\n"), 1);
        assert_eq!(joined("[Photo 1: The weir at noon.\nCredit: Weir Mill]\n"), 1);
        assert_eq!(joined("The weir at noon.\nPhoto: Ann Lee\nThe mill at dusk.\nPhoto: Bo Moor\n"), 2);
        assert_eq!(joined("Photo 1: The weir at noon.\nPhoto 2: The mill is lit by night\n"), 2);
        assert_eq!(joined("The weir at noon.\nPhoto: The mill is lit by night for the first time\n"), 2);
    }

    #[test]
    fn a_caption_left_open_goes_on_below() {
        assert_eq!(joined("The weir at noon with its lamps,\nMay 2024. Photo: Ann Lee\n"), 1);
        assert_eq!(joined("The old wheel © Museum of the\nWeir\n"), 1);
        assert_eq!(joined("The weir at noon with its\nlamps lit\n"), 1);
        assert_eq!(joined("The weir at noon\nThe mill at dusk\n"), 2);
        assert_eq!(joined("The weir at noon,\nPhoto 2: The mill at dusk with all of its forty lamps\n"), 2);
    }

    #[test]
    fn the_end_of_a_bracket_belongs_to_the_caption_above() {
        let joined = |text: &str| {
            let lines = crate::clean::lines_of(text);
            let block = |zone: Zone, line: usize| Block { zone, part: Part::Body, lines: vec![line] };
            let mut blocks = vec![block(Zone::Caption, 0), block(Zone::Subheading, 1)];
            join(text, &lines, &mut blocks);
            blocks.len() == 1
        };
        assert!(joined("村民在食堂用餐。（縣媒體中\n心林小文攝）\n"));
        assert!(!joined("村民在食堂用餐。（林小文攝）\n二期工程（明年）\n"));
        assert!(!joined("村民在食堂用餐。（縣媒體中\n食堂（二期）的故事和村裡的人\n"));
    }
}
