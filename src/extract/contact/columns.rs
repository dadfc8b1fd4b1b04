//! Contacts that were printed side by side.
//!
//! Takes the lines of a contact zone; gives the cells of the first column before those of the second. Extractors leave
//! columns in two ways: on one line with blanks between them, or dealt out in turn, the first line of each, then the
//! second of each. More than two columns are not taken apart.

use super::ContactLine;
use crate::lexicon::labels;
use crate::lexicon::links;
use crate::lexicon::people::latin;
use crate::text::Span;
use crate::text::script::COLUMN_GAP;

/// What a line of contacts opens with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Heading,
    Organization,
    Person,
    /// A post on a line of its own.
    Title,
    Number,
    Email,
    Url,
}

/// The lines as cells in reading order: where two columns stand side by side, the first column before the second. A
/// cell that only goes on with the one above is joined to it. A column in which no cell opens with somebody, as `names`
/// tells, holds the numbers of the first.
pub(super) fn side_by_side(
    source: &str,
    lines: &[ContactLine],
    mut names: impl FnMut(Span) -> bool,
) -> Option<Vec<Vec<Span>>> {
    let parted: Vec<Vec<(usize, Span)>> = lines.iter().map(|line| cells(source, line)).collect();
    let double = parted.iter().filter(|cells| cells.len() == 2).count();
    if double < 2 {
        return None;
    }
    let seconds = || parted.iter().filter(|cells| cells.len() == 2).map(|cells| cells[1]);
    let edge = seconds().map(|(column, _)| column).min()?;
    if !seconds().any(|(_, span)| names(span)) {
        return None;
    }
    let mut left: Vec<Vec<Span>> = Vec::new();
    let mut right: Vec<Vec<Span>> = Vec::new();
    for cells in parted {
        for (column, span) in cells {
            let side = if column + 4 >= edge { &mut right } else { &mut left };
            add(source, side, span);
        }
    }
    left.append(&mut right);
    Some(left)
}

/// A cell goes below the others of its column, or on with the last.
fn add(source: &str, column: &mut Vec<Vec<Span>>, span: Span) {
    match column.last_mut() {
        Some(last) if goes_on(source, last, span) => last.push(span),
        _ => column.push(vec![span]),
    }
}

/// Cells of a line with the column that each starts in.
fn cells(source: &str, line: &ContactLine) -> Vec<(usize, Span)> {
    let slice = &source[line.span.range()];
    let mut cells = Vec::new();
    let (mut start, mut blanks, mut column, mut cell_column) = (0, 0, line.indent, line.indent);
    for (at, c) in slice.char_indices() {
        if c.is_whitespace() {
            blanks += 1;
        } else {
            if blanks >= COLUMN_GAP.len() {
                cells.push((cell_column, Span::new(line.span.start() + start, line.span.start() + at)));
                start = at;
                cell_column = column;
            }
            blanks = 0;
        }
        column += if crate::text::script::is_wide(c) { 2 } else { 1 };
    }
    cells.push((cell_column, Span::new(line.span.start() + start, line.span.end())));
    cells.into_iter().map(|(column, span)| (column, crate::text::reading::trimmed(source, span))).collect()
}

/// Whether a cell goes on with the one above: a label without its value, a number cut in two, a title cut after a word
/// that asks for another.
fn goes_on(source: &str, above: &[Span], span: Span) -> bool {
    let (Some(last), slice) = (above.last(), &source[span.range()]) else { return false };
    let before = &source[last.range()];
    let label_alone = before.trim_end().ends_with([':', '：']);
    let title_cut = before.contains(", ")
        && !slice.contains([':', '：', '@', ','])
        && slice.split_whitespace().count() <= 2
        && before.len() > 28
        && !before.contains('@');
    label_alone
        || number_cut(before, slice)
        || address_cut(before, slice)
        || title_cut
        || words_go_on(before, slice)
}

/// The lines in their order, a sentence or a number that goes on below joined to its end.
pub(super) fn one_below_the_other(source: &str, lines: &[ContactLine]) -> Vec<Vec<Span>> {
    let mut cells: Vec<Vec<Span>> = Vec::new();
    for line in lines {
        match cells.last_mut() {
            Some(above) if is_cut(source, above, line) => above.push(line.span),
            _ => cells.push(vec![line.span]),
        }
    }
    cells
}

/// Whether the line above ends in the middle of a number, of an address, of a post, or of the sentence that asks for
/// somebody.
fn is_cut(source: &str, above: &[Span], line: &ContactLine) -> bool {
    let Some(last) = above.last() else { return false };
    let (before, slice) = (&source[last.range()], &source[line.span.range()]);
    if address_cut(before, slice) {
        return true;
    }
    let asks = labels::asking_end(before).is_some_and(|end| {
        let asked = before.get(end..).filter(|asked| !asked.starts_with(|c: char| c.is_ascii_alphabetic()));
        let asked = asked.unwrap_or("");
        let open = asked.contains(char::is_alphabetic) && !asked.contains(['@', '.', '。', ':', '：']);
        open && !asked.contains(|c: char| c.is_ascii_digit())
    });
    let open = before.ends_with(|c: char| c.is_alphabetic() || matches!(c, ',' | '&'));
    let post = open
        && before.contains(", ")
        && slice.split_whitespace().all(|word| latin::DOMAINS.contains_lower(word));
    !line.after_gap
        && (asks || post || number_cut(before, slice) || words_go_on(before, slice) || runs_on(before))
}

/// Whether `before` is a line of an entry that runs on over several: wide, parted by commas, broken between two words.
fn runs_on(before: &str) -> bool {
    /// Columns of the narrowest; entries of a line each are shorter, or end with a number or an address.
    const WIDE: usize = 60;
    let broken = before.ends_with(|c: char| c.is_ascii_alphabetic() || c == ',') && before.contains(", ");
    // Neither a number or an address nor a street.
    let reached = before.contains(|c: char| c.is_ascii_digit() || c == '@') || before.contains(COLUMN_GAP);
    broken && before.is_ascii() && before.len() >= WIDE && !reached
}

/// Whether words go on below: "Press Officer, University" above "of Wexmouth", "press desk (24" above "hours)".
fn words_go_on(before: &str, slice: &str) -> bool {
    let words = |part: &str| !part.contains([':', '：', '@']) && part.contains(char::is_alphabetic);
    let open = |mark, end| before.rfind(mark) > before.rfind(end) && slice.contains(end);
    let small = |word: Option<&str>| word.is_some_and(|word| word.starts_with(char::is_lowercase));
    let linked = before.is_ascii()
        && (small(Some(slice)) && links::starts(slice)
            || small(before.split_whitespace().next_back()) && links::ends(before));
    words(before) && words(slice) && (linked || open('(', ')') || open('（', '）'))
}

/// The same for a line that may hold two cells.
pub(super) fn address_cut_in_cell(before: &str, slice: &str) -> bool {
    before.contains('@') && before.split(COLUMN_GAP).any(|cell| address_cut(cell, slice))
}

/// The rest of an address of electronic mail, below its hyphen.
fn address_cut(before: &str, slice: &str) -> bool {
    let token = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or("");
    let rest = slice.split(char::is_whitespace).next().unwrap_or("");
    token.contains('@')
        && token.ends_with('-')
        && rest.contains('.')
        && rest.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
}

/// The rest of a number: a few digits and nothing else, below a digit.
fn number_cut(before: &str, slice: &str) -> bool {
    slice.len() <= 6
        && slice.bytes().all(|b| b.is_ascii_digit())
        && before.ends_with(|c: char| c.is_ascii_digit())
}

/// Two columns of which an extractor gave the names of both first: organisation, person, organisation, desk, then number,
/// address, number, address. The first address closes the first column's.
pub(super) fn names_first(lines: &[ContactLine], kinds: &[Option<Kind>]) -> Option<Vec<Vec<Span>>> {
    let start = kinds.iter().position(|kind| *kind == Some(Kind::Organization))?;
    let reach = |kind: &Option<Kind>| matches!(kind, Some(Kind::Number | Kind::Email));
    let first_reach = start + kinds[start..].iter().position(reach)?;
    let after_person = |at: &usize| {
        kinds[*at] == Some(Kind::Organization) && matches!(kinds[*at - 1], Some(Kind::Person | Kind::Title))
    };
    let mut seconds = (start + 1..first_reach).filter(after_person);
    let (second, None) = (seconds.next()?, seconds.next()) else { return None };
    let tail = &kinds[first_reach..];
    let addresses: Vec<usize> =
        (0..tail.len()).filter(|&at| tail[at] == Some(Kind::Email)).map(|at| first_reach + at).collect();
    let &[first_address, last_address] = addresses.as_slice() else { return None };
    let numbers_between =
        kinds[first_address + 1..last_address].iter().all(|kind| *kind == Some(Kind::Number));
    if !tail.iter().all(reach)
        || first_address + 1 == last_address
        || !numbers_between
        || last_address + 1 != kinds.len()
    {
        return None;
    }
    let parts =
        [0..second, first_reach..first_address + 1, second..first_reach, first_address + 1..lines.len()];
    Some(parts.into_iter().flatten().map(|at| vec![lines[at].span]).collect())
}

/// Lines that were dealt out in turn: organisation, organisation, person, person, number, number. A column that has its
/// address is complete; what follows belongs to the other. Where the rest stands in two groups, each has one column's.
pub(super) fn interleaved(
    source: &str,
    lines: &[ContactLine],
    kinds: &[Option<Kind>],
) -> Option<Vec<Vec<Span>>> {
    let start = kinds.iter().position(|kind| kind.is_some_and(|kind| kind != Kind::Heading))?;
    let body = &kinds[start..];
    let pair = |at: usize| body.get(at).copied().flatten().filter(|_| body.get(at) == body.get(at + 1));
    if !matches!(pair(0)?, Kind::Organization | Kind::Person) || body.len() < 4 {
        return None;
    }
    let reach = |kind: &Option<Kind>| matches!(kind, Some(Kind::Number | Kind::Email));
    let first_reach = start + body.iter().position(reach)?;
    let groups = lines[first_reach + 1..].iter().filter(|line| line.after_gap).count() + 1;
    let in_groups = lines[first_reach].after_gap && groups == 2;
    if !in_groups && !(2..body.len()).step_by(2).any(|at| pair(at).is_some()) {
        return None;
    }
    let mut head: Vec<Vec<Span>> = lines[..start].iter().map(|line| vec![line.span]).collect();
    let mut columns: [Vec<Vec<Span>>; 2] = [Vec::new(), Vec::new()];
    let mut complete = [false; 2];
    let mut turn = 0;
    for (at, line) in lines.iter().enumerate().skip(start) {
        if in_groups && at >= first_reach {
            turn = usize::from(at > first_reach && (turn == 1 || line.after_gap));
        }
        add(source, &mut columns[turn], line.span);
        complete[turn] |= kinds[at] == Some(Kind::Email) || source[line.span.range()].contains('@');
        if !in_groups || at + 1 < first_reach {
            turn = usize::from(if complete[0] == complete[1] { turn == 0 } else { complete[0] });
        }
    }
    for column in &mut columns {
        head.append(column);
    }
    Some(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of `text` in the order in which they are read; blank lines are gaps, "#" stands for a number, "@" for
    /// an address, capitals for organisations.
    fn order(text: &str) -> String {
        let mut lines = Vec::new();
        let mut kinds = Vec::new();
        let (mut at, mut gap) = (0, false);
        for line in text.split('\n') {
            if !line.is_empty() {
                lines.push(ContactLine { span: Span::new(at, at + line.len()), indent: 0, after_gap: gap });
                kinds.push(Some(match line {
                    line if line.contains('@') => Kind::Email,
                    line if line.contains('#') => Kind::Number,
                    line if line.starts_with(char::is_uppercase) => Kind::Organization,
                    _ => Kind::Person,
                }));
            }
            gap = line.is_empty();
            at += line.len() + 1;
        }
        let cells = interleaved(text, &lines, &kinds).unwrap_or_default();
        cells.iter().flatten().map(|span| &text[span.range()]).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn lines_in_turn_come_apart() {
        assert_eq!(order("A\nB\nann\nbob\n#a\n#b\n@a\n@b"), "A ann #a @a B bob #b @b");
        // One has a number more, so that the other has its address first.
        assert_eq!(order("A\nB\nann\nbob\n#a\n#b\n#aa\n@b\n@a"), "A ann #a #aa @a B bob #b @b");
        assert_eq!(order("A\nB\nann\nbob\n\n#a\n@a\n\n#b\n@b"), "A ann #a @a B bob #b @b");
    }

    #[test]
    fn names_of_both_columns_come_first() {
        use Kind::{Email, Number, Organization, Person};
        let spans: Vec<ContactLine> = (0..8)
            .map(|at| ContactLine { span: Span::new(at, at + 1), indent: 0, after_gap: false })
            .collect();
        let kinds =
            [Organization, Person, Organization, Organization, Number, Email, Number, Email].map(Some);
        let order: Vec<usize> = names_first(&spans, &kinds)
            .unwrap_or_default()
            .iter()
            .flatten()
            .map(|span| span.start())
            .collect();
        assert_eq!(order, [0, 1, 4, 5, 2, 3, 6, 7]);
        let kinds = [Organization, Person, Number, Email, Organization, Person, Number, Email].map(Some);
        assert_eq!(names_first(&spans, &kinds), None);
    }

    #[test]
    fn a_wide_line_of_commas_runs_on() {
        assert!(runs_on("For further information: Ann Lee, Manager, Harbours and Public"));
        assert!(!runs_on("Ann Lee, Manager, Harbours and Public Affairs"));
        assert!(!runs_on("For further information: Ann Lee, Manager of Harbours, ann@weir.example"));
    }

    #[test]
    fn words_go_on_below() {
        assert!(words_go_on("Press Officer, University", "of Wexmouth"));
        assert!(words_go_on("press desk (24", "hours)"));
        assert!(words_go_on("Ann Lee, Head of", "News, on 2155 0143"));
        assert!(!words_go_on("Harbour Trust", "For visits: Ann Lee"));
    }

    #[test]
    fn one_below_the_other_is_no_turn() {
        assert_eq!(order("A\nann\n#a\n@a\nB\nbob\n#b\n@b"), "");
        assert_eq!(order("A\nPress office\n#a\n@a"), "");
    }
}
