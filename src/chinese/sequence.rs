//! Ideographic description sequences: `⿰氵每` describes one character and is no text to convert.

/// How many bytes the complete sequence at the start of `text` takes; nothing where none starts, or it breaks off, or it
/// is nested too deep for `OpenCC`.
pub(super) fn len(text: &str) -> Option<usize> {
    let mut wanted = [0_u8; DEEPEST];
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        let operands = operands(c);
        if operands > 0 {
            *wanted.get_mut(depth)? = operands;
            depth += 1;
            continue;
        }
        // The last operand of a sequence ends it, which is an operand of the one around it.
        while let Some(open) = depth.checked_sub(1).and_then(|open| wanted.get_mut(open)) {
            *open -= 1;
            if *open > 0 {
                break;
            }
            depth -= 1;
        }
        if depth == 0 {
            return (at > 0).then_some(at + c.len_utf8());
        }
    }
    None
}

/// Whether `c` opens a sequence.
pub(super) fn opens(c: char) -> bool {
    operands(c) > 0
}

/// Sequences in one another, as `OpenCC` takes them; no character is nearly so deep. It also keeps the cost linear: a
/// character is looked at for no more sequences than these.
const DEEPEST: usize = 15;

fn operands(c: char) -> u8 {
    match c {
        '\u{2ffe}' | '\u{2fff}' => 1,
        '\u{2ff2}' | '\u{2ff3}' => 3,
        '\u{2ff0}'..='\u{2ffd}' => 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sequence_ends_with_its_last_operand() {
        assert_eq!(len("⿰氵每天"), Some("⿰氵每".len()));
        assert_eq!(len("⿱⿰云云云云"), Some("⿱⿰云云云".len()));
        assert_eq!(len("⿲彳山攵"), Some("⿲彳山攵".len()));
        assert_eq!(len("⿰氵"), None);
        assert_eq!(len("海"), None);
        assert_eq!(len(""), None);
    }

    #[test]
    fn sequences_stand_in_one_another_to_a_depth() {
        let nested = |depth| "⿰".repeat(depth) + &"云".repeat(depth + 1);
        assert_eq!(len(&nested(15)), Some(nested(15).len()));
        assert_eq!(len(&nested(16)), None);
        let row = "⿰⿱云云⿲云⿰云云云".to_owned();
        assert_eq!(len(&(row.clone() + "云")), Some(row.len()));
    }
}
