//! Ideographic description sequences: `⿰氵每` describes one character and is no text to convert.

/// How many bytes the complete sequence at the start of `text` takes; nothing where none starts, or it breaks off.
pub(super) fn len(text: &str) -> Option<usize> {
    let mut wanted = 1;
    for (at, c) in text.char_indices().take(LONGEST) {
        wanted = wanted - 1 + operands(c);
        if wanted == 0 {
            return (at > 0).then_some(at + c.len_utf8());
        }
    }
    None
}

/// Whether `c` opens a sequence.
pub(super) fn opens(c: char) -> bool {
    operands(c) > 0
}

/// No sequence in use comes near; a bound keeps a text made of operators from costing its square.
const LONGEST: usize = 64;

fn operands(c: char) -> usize {
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
}
