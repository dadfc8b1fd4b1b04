//! What belongs to the caption above it.
//!
//! Takes the blocks of a page; joins to a caption the line below that only tells whose photo it is, and the line that
//! closes the bracket which the caption opened. It does not tell captions from paragraphs.

use super::Block;
use super::zone::Zone;
use crate::clean::{Line, wrap};
use crate::lexicon::captions;
use crate::text::fold::folded;

/// The longest line that tells whose photo it is, in bytes; a guess.
const LONGEST: usize = 80;

/// Joins the blocks of `text` that are one caption, in one pass.
pub(super) fn join(text: &str, lines: &[Line], blocks: &mut Vec<Block>) {
    blocks.dedup_by(|block, before| {
        let joined = before.zone == Zone::Caption
            && block.zone == Zone::Caption
            && goes_on(text, lines, before, block);
        if joined {
            before.lines.append(&mut block.lines);
        }
        joined
    });
}

/// Whether `block` is the line below the caption `before` and belongs to it.
fn goes_on(text: &str, lines: &[Line], before: &Block, block: &Block) -> bool {
    let slice = |at: usize| &text[lines[at].span.range()];
    let (&[line], &[first, ..], Some(&last)) = (&block.lines[..], &before.lines[..], before.lines.last())
    else {
        return false;
    };
    line == last + 1 && (is_credit(slice(line)) || closes(slice(first), slice(last), slice(line)))
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
    fn a_credit_belongs_to_the_caption_above() {
        assert_eq!(joined("Photo 1: The weir at noon.\nPhoto: Supplied\n"), 1);
        assert_eq!(joined("The weir at noon.\nPhoto courtesy of Weir Mill.\n"), 1);
        assert_eq!(joined("[Photo 1: The weir at noon.\nCredit: Weir Mill]\n"), 1);
        assert_eq!(joined("The weir at noon.\nPhoto: Ann Lee\nThe mill at dusk.\nPhoto: Bo Moor\n"), 2);
        assert_eq!(joined("Photo 1: The weir at noon.\nPhoto 2: The mill is lit by night\n"), 2);
        assert_eq!(joined("The weir at noon.\nPhoto: The mill is lit by night for the first time\n"), 2);
    }
}
