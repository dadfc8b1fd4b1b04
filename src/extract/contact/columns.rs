//! Contacts that were printed side by side.
//!
//! Takes the lines of a contact zone; gives the cells of the first column before those of the second. Extractors leave
//! columns in two ways: on one line with blanks between them, or dealt out in turn, the first line of each, then the
//! second of each. Of columns that were dealt out in turn more than two are not taken apart. Lines that hold a contact each
//! are a table's rows and no columns.

use super::ContactLine;
use crate::lexicon::cues;
use crate::lexicon::labels;
use crate::lexicon::links;
use crate::lexicon::people::latin;
use crate::text::Span;
use crate::text::reading::trimmed;
use crate::text::script::{self, COLUMN_GAP};

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

impl Kind {
    /// Whether it tells who or what somebody is.
    fn names(self) -> bool {
        matches!(self, Kind::Heading | Kind::Organization | Kind::Person | Kind::Title)
    }
}

/// The lines as cells in reading order: where columns stand side by side, the first column before the second. A
/// cell that only goes on with the one above is joined to it. A column in which no cell opens with somebody, as `kind`
/// tells, holds the numbers of the first.
pub(super) fn side_by_side(
    source: &str,
    lines: &[ContactLine],
    mut kind: impl FnMut(Span) -> Option<Kind>,
) -> Option<Vec<Vec<Span>>> {
    /// More people abreast have no room on a page.
    const MOST: usize = 4;
    let tabbed = has_tabbed_columns(source, lines);
    let parted: Vec<Vec<(usize, Span)>> = lines.iter().map(|line| cells(source, line, tabbed)).collect();
    let of = |count: usize| parted.iter().filter(move |cells| cells.len() == count);
    let count = (2..=MOST).rev().find(|&count| of(count).count() >= 2)?;
    if !is_aligned(of(count).map(|cells| cells[1].0)) {
        return None;
    }
    let edges: Vec<usize> = (1..count).filter_map(|at| of(count).map(|cells| cells[at].0).min()).collect();
    let mut names = |&(_, span): &(usize, Span)| kind(span).is_some_and(Kind::names);
    if !of(count).any(|cells| cells[1..].iter().any(&mut names)) {
        return None;
    }
    let mut is_row = |cells: &Vec<(usize, Span)>| {
        let kinds: Vec<Option<Kind>> = cells.iter().map(|&(_, span)| kind(span)).collect();
        kinds.iter().flatten().any(|kind| kind.names()) && kinds.into_iter().any(reaches)
    };
    if of(count).all(&mut is_row) {
        return None;
    }
    let mut columns: Vec<Vec<Vec<Span>>> = vec![Vec::new(); count];
    for mut cells in parted {
        if let ([(_, whole)], [.., last]) = (&cells[..], &columns[..])
            && let Some(above) = last.last().and_then(|cell: &Vec<Span>| cell.last())
            && let Some((first, rest)) = beside_rest(source, *above, *whole)
        {
            cells = vec![(0, first), (edges[count - 2], rest)];
        }
        for (column, span) in cells {
            let side = edges.partition_point(|&edge| column + 4 >= edge);
            add(source, &mut columns[side], span);
        }
    }
    Some(columns.into_iter().flatten().collect())
}

/// Whether two lines have their second cells below one another, as those of columns are.
fn is_aligned(starts: impl Iterator<Item = usize>) -> bool {
    /// Columns that wide characters and tabs may put them apart.
    const APART: usize = 8;
    let mut starts: Vec<usize> = starts.collect();
    starts.sort_unstable();
    starts.windows(2).any(|two| two[1] - two[0] <= APART)
}

/// Two cells that one blank parts, since the first is as wide as its column: an address, and the rest of the address that
/// the second column's cell `above` breaks off.
fn beside_rest(source: &str, above: Span, whole: Span) -> Option<(Span, Span)> {
    let slice = &source[whole.range()];
    let (first, rest) = slice.rsplit_once(' ')?;
    let both = !address_cut(&source[above.range()], first) && address_cut(&source[above.range()], rest);
    let start = whole.end() - rest.len();
    let first = trimmed(source, Span::new(whole.start(), start));
    both.then_some((first, Span::new(start, whole.end())))
}

/// A cell goes below the others of its column, or on with the last.
fn add(source: &str, column: &mut Vec<Vec<Span>>, span: Span) {
    match column.last_mut() {
        Some(last) if goes_on(source, last, span) => last.push(span),
        _ => column.push(vec![span]),
    }
}

/// Whether a tab parts two headings or two addresses, so that tabs part columns: "Investor Contact:" and "Media Contact:". In
/// tables they part the entries of a row.
fn has_tabbed_columns(source: &str, lines: &[ContactLine]) -> bool {
    lines.iter().map(|line| &source[line.span.range()]).filter(|line| line.contains('\t')).any(|line| {
        let mut cells = line.split('\t').map(str::trim).filter(|cell| !cell.is_empty());
        let (Some(left), Some(right), None) = (cells.next(), cells.next(), cells.next()) else {
            return false;
        };
        let address = |cell: &str| {
            cell.contains('@') && cell.split_whitespace().all(|word| word.contains('@') || word == "/")
        };
        cues::is_contact_heading(left) && cues::is_contact_heading(right) || address(left) && address(right)
    })
}

/// Cells of a line with the column that each starts in; between `tabbed` ones one tab is gap enough.
fn cells(source: &str, line: &ContactLine, tabbed: bool) -> Vec<(usize, Span)> {
    let slice = &source[line.span.range()];
    let mut cells = Vec::new();
    let width = |c: char| if script::is_wide(c) { 2 } else { 1 };
    let (mut start, mut blanks, mut column) = (0, 0, line.indent);
    for (at, c) in slice.char_indices() {
        if c.is_whitespace() {
            // Two tabs part columns wherever they stand.
            blanks += match c {
                '\t' if tabbed => COLUMN_GAP.len(),
                '\t' => 2,
                _ => 1,
            };
            continue;
        }
        if blanks >= COLUMN_GAP.len() {
            cells.push((column, Span::new(line.span.start() + start, line.span.start() + at)));
            column += slice[start..at].chars().map(width).sum::<usize>();
            start = at;
        }
        blanks = 0;
    }
    cells.push((column, Span::new(line.span.start() + start, line.span.end())));
    cells.into_iter().map(|(column, span)| (column, trimmed(source, span))).collect()
}

/// Whether a cell goes on with the one above: a label without its value, a number cut in two, a title cut after a word
/// that asks for another.
fn goes_on(source: &str, above: &[Span], span: Span) -> bool {
    let Some(last) = above.last().filter(|last| last.end() <= span.start()) else { return false };
    let slice = &source[span.range()];
    let before = &source[last.range()];
    let label_alone = before.trim_end().ends_with([':', '：']) && labels::alone(before).is_some();
    let title_cut = before.contains(", ")
        && !before.ends_with([':', '：'])
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
            _ => cells.extend(beside_number(source, line).map(|span| vec![span])),
        }
    }
    cells
}

/// A line, or two where a number stands at the other edge of the page beside another: "Release 25-087            2155 0143".
fn beside_number(source: &str, line: &ContactLine) -> impl Iterator<Item = Span> {
    let slice = &source[line.span.range()];
    let gap = slice.match_indices(COLUMN_GAP).map(|(at, _)| at).find(|&at| {
        let opens = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '(' | '+'));
        slice[..at].ends_with(|c: char| c.is_ascii_digit()) && opens(slice[at..].trim_start())
    });
    let cut = line.span.start() + gap.unwrap_or(slice.len());
    let rest = gap.map(|_| trimmed(source, Span::new(cut, line.span.end())));
    std::iter::once(Span::new(line.span.start(), cut)).chain(rest)
}

/// Whether the line above ends in the middle of a number, of an address, of a post, or of the sentence that asks for
/// somebody.
fn is_cut(source: &str, above: &[Span], line: &ContactLine) -> bool {
    let Some(last) = above.last() else { return false };
    // What was given elsewhere and put back here is no one text with what stands here.
    if line.span.start() < last.end() {
        return false;
    }
    let (before, slice) = (&source[last.range()], &source[line.span.range()]);
    if labels::is_between(before) || labels::is_between(slice) {
        return false;
    }
    if address_cut(before, slice) {
        return true;
    }
    if line.after_gap {
        return false;
    }
    let open = before.ends_with(|c: char| c.is_alphabetic() || matches!(c, ',' | '&'));
    let post = || {
        open && before.contains(", ")
            && slice.split_whitespace().all(|word| latin::DOMAINS.contains_lower(word))
    };
    number_cut(before, slice)
        || post()
        || words_go_on(before, slice)
        || runs_on(before)
        || label_cut(before, slice)
        || asks_below(before)
        || asks_on(&source[above[0].range()], before)
}

/// Whether `before` ends in the middle of whom it asks for.
fn asks_below(before: &str) -> bool {
    // Most lines end with a number.
    if before.ends_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let Some(end) = labels::asking_end(before) else { return false };
    let asked = before.get(end..).filter(|asked| !asked.starts_with(|c: char| c.is_ascii_alphabetic()));
    let asked = asked.unwrap_or("");
    let open = asked.contains(char::is_alphabetic) && !asked.contains(['@', '.', '。', ':', '：']);
    open && !asked.contains(|c: char| c.is_ascii_digit())
}

/// Whether the line end breaks a bracket right after its mark: 林小文（電 above 話：2155 0143）.
fn label_cut(before: &str, slice: &str) -> bool {
    /// Characters of a label, but for the last.
    const MOST: usize = 4;
    let open = before.rfind(['(', '（']).map(|open| &before[open..]);
    open.is_some_and(|open| {
        let inside = open.chars().skip(1);
        inside.clone().count() <= MOST && inside.clone().all(script::is_han) && slice.contains([')', '）'])
    })
}

/// Whether `before` is a wide line of a request that `first` opens, and its sentence is still open: "Please contact Ms
/// Ann Lee (Tel: 2155 0177; email: ann@weir.example) or".
fn asks_on(first: &str, before: &str) -> bool {
    /// Columns of the narrowest; a guess.
    const WIDE: usize = 60;
    before.len() >= WIDE
        && before.is_ascii()
        && before.ends_with(|c: char| c.is_alphabetic() || matches!(c, ',' | ')'))
        && before.contains(['(', ';'])
        && labels::asking_end(first).is_some()
}

/// Whether `before` is a line of an entry that runs on over several: wide, parted by commas, broken between two words.
fn runs_on(before: &str) -> bool {
    /// Columns of the narrowest; entries of a line each are shorter, or end with a number or an address.
    const WIDE: usize = 60;
    let wide = before.len() >= WIDE && before.is_ascii();
    let broken = || before.ends_with(|c: char| c.is_ascii_alphabetic() || c == ',') && before.contains(", ");
    // Neither a number or an address nor a street.
    let reached = || before.contains(|c: char| c.is_ascii_digit() || c == '@') || before.contains(COLUMN_GAP);
    wide && broken() && !reached()
}

/// Whether words go on below: "Press Officer, University" above "of Wexmouth", "press desk (24" above "hours)".
fn words_go_on(before: &str, slice: &str) -> bool {
    let words = |part: &str| !part.contains([':', '：', '@']) && part.contains(char::is_alphabetic);
    let open = |mark, end| before.rfind(mark) > before.rfind(end) && slice.contains(end);
    let small = |word: Option<&str>| word.is_some_and(|word| word.starts_with(char::is_lowercase));
    let linked = || {
        let on = small(Some(slice)) && links::starts(slice)
            || small(before.split_whitespace().next_back()) && links::ends(before);
        on && !before.contains(script::is_cjk)
    };
    (linked() || open('(', ')') || open('（', '）')) && words(before) && words(slice)
}

/// The same for a line that may hold two cells.
pub(super) fn address_cut_in_cell(before: &str, slice: &str) -> bool {
    let may_be = memchr::memchr(b'@', before.as_bytes()).is_some()
        && memchr::memchr(b'-', before.as_bytes()).is_some();
    may_be && before.split(COLUMN_GAP).any(|cell| address_cut(cell, slice))
}

/// The rest of an address of electronic mail, below its hyphen.
fn address_cut(before: &str, slice: &str) -> bool {
    let before = before.trim_end();
    if !before.ends_with('-') {
        return false;
    }
    let token = before.rsplit(char::is_whitespace).next().unwrap_or("");
    let rest = slice.split(char::is_whitespace).next().unwrap_or("");
    token.contains('@')
        && rest.contains('.')
        && !rest.contains('@')
        && !rest.starts_with("www.")
        && rest.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
}

/// The lines with the rest of each broken address right below it: one line of another column may stand between, or be
/// glued to it where an extractor took away its hyphen.
pub(super) fn addresses_mended(source: &str, lines: &[ContactLine]) -> Vec<ContactLine> {
    let mut mended: Vec<ContactLine> = Vec::with_capacity(lines.len());
    for line in lines {
        let span = line.span;
        match glued_address_end(&source[span.range()]).map(|end| span.start() + end) {
            Some(end) => mended.extend(
                [Span::new(span.start(), end), Span::new(end, span.end())]
                    .map(|span| ContactLine { span, ..line.clone() }),
            ),
            None => mended.push(line.clone()),
        }
    }
    for at in 0..mended.len().saturating_sub(2) {
        let [above, between, below] = [at, at + 1, at + 2].map(|at| &source[mended[at].span.range()]);
        if address_cut(above, below) && !address_cut(above, between) {
            mended.swap(at + 1, at + 2);
        }
    }
    mended
}

/// Where an address breaks off inside `line` before what another line opens with: ann@weir電郵：bo@weir-mill.example,
/// "ann@weirwww.mill.example". A host has a dot.
fn glued_address_end(line: &str) -> Option<usize> {
    let host = line.find('@')? + 1;
    let end =
        host + line[host..].find(|c: char| !c.is_ascii_alphanumeric() && c != '-').filter(|&end| end > 0)?;
    if line[end..].starts_with('.') {
        let www = end.checked_sub("www".len()).filter(|&at| at > host)?;
        return line[www..].starts_with("www.").then_some(www);
    }
    let labelled = labels::find_all(&line[end..]);
    labelled.iter().any(|(range, _)| range.start == 0).then_some(end)
}

/// The rest of a number: a few digits and nothing else, below a digit.
fn number_cut(before: &str, slice: &str) -> bool {
    slice.len() <= 6
        && slice.bytes().all(|b| b.is_ascii_digit())
        && before.ends_with(|c: char| c.is_ascii_digit())
}

/// Two columns of which an extractor gave the names of both first: organisation, person, organisation, desk, then number,
/// address, number, address. The first address closes the first column's. Where the addresses stand together at the end,
/// numbers and addresses were dealt out in turn.
pub(super) fn names_first(
    source: &str,
    lines: &[ContactLine],
    kinds: &[Option<Kind>],
) -> Option<Vec<Vec<Span>>> {
    let start = kinds.iter().position(|kind| *kind == Some(Kind::Organization))?;
    let first_reach = start + kinds[start..].iter().copied().position(reaches)?;
    let after_person = |at: &usize| {
        kinds[*at] == Some(Kind::Organization) && matches!(kinds[*at - 1], Some(Kind::Person | Kind::Title))
    };
    let mut seconds = (start + 1..first_reach).filter(after_person);
    let (second, None) = (seconds.next()?, seconds.next()) else { return None };
    let tail = &kinds[first_reach..];
    let addresses: Vec<usize> =
        (0..tail.len()).filter(|&at| tail[at] == Some(Kind::Email)).map(|at| first_reach + at).collect();
    let &[first_address, last_address] = addresses.as_slice() else { return None };
    let label = |at: &usize| labels::alone(&source[lines[*at].span.range()]).is_some();
    if last_address + 1 != kinds.len()
        || !(first_reach..kinds.len()).all(|at| reaches(kinds[at]) || label(&at))
    {
        return None;
    }
    if first_address + 1 == last_address {
        let mut columns = [start..second, second..first_reach]
            .map(|names| names.map(|at| vec![lines[at].span]).collect::<Vec<_>>());
        deal_in_turn(source, lines, kinds, first_reach, &mut columns);
        let head = lines[..start].iter().map(|line| vec![line.span]);
        return Some(head.chain(columns.into_iter().flatten()).collect());
    }
    let numbers_between =
        kinds[first_address + 1..last_address].iter().all(|kind| *kind == Some(Kind::Number));
    if !numbers_between || !tail.iter().copied().all(reaches) {
        return None;
    }
    let parts =
        [0..second, first_reach..first_address + 1, second..first_reach, first_address + 1..lines.len()];
    Some(parts.into_iter().flatten().map(|at| vec![lines[at].span]).collect())
}

fn reaches(kind: Option<Kind>) -> bool {
    matches!(kind, Some(Kind::Number | Kind::Email))
}

/// Two columns of which an extractor gave the bodies of both first, then the people of each with all that is theirs. That
/// the people are of two bodies shows in their addresses.
pub(super) fn bodies_first(
    source: &str,
    lines: &[ContactLine],
    kinds: &[Option<Kind>],
) -> Option<Vec<ContactLine>> {
    use Kind::{Organization, Person};
    let start = kinds.iter().position(|kind| kind.is_some_and(|kind| kind != Kind::Heading))?;
    let opens = [Organization, Organization, Person].map(Some);
    if kinds.get(start..start + opens.len())? != opens {
        return None;
    }
    let first = start + 2;
    let mut people = (first + 1..kinds.len()).filter(|&at| kinds[at] == Some(Person));
    let (second, None) = (people.next()?, people.next()) else { return None };
    let parted = !matches!(kinds[second - 1], Some(Organization | Kind::Heading | Kind::Title));
    let hosts =
        |range: std::ops::Range<usize>| lines[range].iter().find_map(|line| host(&source[line.span.range()]));
    let (one, other) = (hosts(first..second)?, hosts(second..lines.len())?);
    let order = (0..=start).chain(first..second).chain([start + 1]).chain(second..lines.len());
    (parted && one != other).then(|| order.map(|at| lines[at].clone()).collect())
}

/// What stands behind the at sign of the address that `line` holds.
fn host(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once('@')?;
    Some(rest.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '.')).next().unwrap_or(rest))
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
    let first_reach = start + body.iter().copied().position(reaches)?;
    let woven = is_woven(source, &lines[start..first_reach]);
    if body.len() < 4 || !woven && !matches!(pair(0)?, Kind::Organization | Kind::Person) {
        return None;
    }
    let groups = lines[first_reach + 1..].iter().filter(|line| line.after_gap).count() + 1;
    let in_groups = !woven && lines[first_reach].after_gap && groups == 2;
    if !woven && !in_groups && !(2..body.len()).step_by(2).any(|at| pair(at).is_some()) {
        return None;
    }
    let mut columns: [Vec<Vec<Span>>; 2] = [Vec::new(), Vec::new()];
    if in_groups {
        for (at, line) in lines.iter().enumerate().take(first_reach).skip(start) {
            add(source, &mut columns[(at - start) % 2], line.span);
        }
        let mut turn = 0;
        for (at, line) in lines.iter().enumerate().skip(first_reach) {
            turn = usize::from(at > first_reach && (turn == 1 || line.after_gap));
            add(source, &mut columns[turn], line.span);
        }
    } else {
        deal_in_turn(source, lines, kinds, start, &mut columns);
    }
    let head = lines[..start].iter().map(|line| vec![line.span]);
    Some(head.chain(columns.into_iter().flatten()).collect())
}

/// Deals the lines from `start` on out to two columns, the first of each, then the second of each. A column that has its
/// address is complete; what follows belongs to the other.
fn deal_in_turn(
    source: &str,
    lines: &[ContactLine],
    kinds: &[Option<Kind>],
    start: usize,
    columns: &mut [Vec<Vec<Span>>; 2],
) {
    let mut complete = [false; 2];
    let mut turn = 0;
    for (at, line) in lines.iter().enumerate().skip(start) {
        add(source, &mut columns[turn], line.span);
        complete[turn] |= kinds[at] == Some(Kind::Email) || source[line.span.range()].contains('@');
        turn = usize::from(if complete[0] == complete[1] { turn == 0 } else { complete[0] });
    }
}

/// Whether words of `lines` go on not in the next line but in the one after: a line of another column stands between.
fn is_woven(source: &str, lines: &[ContactLine]) -> bool {
    let goes_on =
        |a: &ContactLine, b: &ContactLine| words_go_on(&source[a.span.range()], &source[b.span.range()]);
    lines.windows(3).any(|three| {
        let [a, b, c] = three else { return false };
        goes_on(a, c) && !goes_on(a, b) && !goes_on(b, c)
    })
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
        let text = "........";
        let order: Vec<usize> = names_first(text, &spans, &kinds)
            .unwrap_or_default()
            .iter()
            .flatten()
            .map(|span| span.start())
            .collect();
        assert_eq!(order, [0, 1, 4, 5, 2, 3, 6, 7]);
        let kinds = [Organization, Person, Number, Email, Organization, Person, Number, Email].map(Some);
        assert_eq!(names_first(text, &spans, &kinds), None);
        let kinds = [Organization, Person, Organization, Person, Number, Number, Email, Email].map(Some);
        let order: Vec<Span> = names_first(text, &spans, &kinds).unwrap_or_default().concat();
        assert_eq!(order.iter().map(|span| span.start()).collect::<Vec<_>>(), [0, 1, 4, 6, 2, 3, 5, 7]);
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

    fn lines_of(text: &str) -> Vec<ContactLine> {
        let starts =
            text.split('\n').scan(0, |at, line| Some((std::mem::replace(at, *at + line.len() + 1), line)));
        starts
            .map(|(at, line)| ContactLine {
                span: Span::new(at, at + line.len()),
                indent: 0,
                after_gap: false,
            })
            .collect()
    }

    #[test]
    fn words_that_go_on_past_a_line_are_woven() {
        let text = "Ann Lee\nWeir desk (24\nOfficer, University\nhours)\nof the Weir";
        assert!(is_woven(text, &lines_of(text)));
        let text = "Ann Lee\nOfficer, University\nof the Weir\nWeir desk (24\nhours)";
        assert!(!is_woven(text, &lines_of(text)));
    }

    #[test]
    fn the_rest_of_an_address_comes_up() {
        let text = "E: ann@weir-\nwww.mill.example\ntrust.example";
        let mended = addresses_mended(text, &lines_of(text));
        let read: Vec<&str> = mended.iter().map(|line| &text[line.span.range()]).collect();
        assert_eq!(read, ["E: ann@weir-", "trust.example", "www.mill.example"]);
    }

    #[test]
    fn an_address_ends_where_another_line_is_glued_to_it() {
        assert_eq!(
            glued_address_end("電郵：ann@weir電郵：bo@weir-mill.example"),
            Some("電郵：ann@weir".len())
        );
        assert_eq!(glued_address_end("E: ann@weirwww.mill.example/press"), Some("E: ann@weir".len()));
        assert_eq!(glued_address_end("E: ann@www.mill.example 電郵：bo@weir.example"), None);
        assert_eq!(glued_address_end("E: ann@mill.example"), None);
    }

    #[test]
    fn the_rest_of_an_address_stands_beside_another() {
        let text = "bo@weir-mill.example mill.example\nann@weir-";
        let end = text.find('\n').unwrap();
        let (whole, above) = (Span::new(0, end), Span::new(end + 1, text.len()));
        let cells =
            beside_rest(text, above, whole).map(|(first, rest)| (&text[first.range()], &text[rest.range()]));
        assert_eq!(cells, Some(("bo@weir-mill.example", "mill.example")));
    }

    #[test]
    fn bodies_of_both_columns_come_first() {
        use Kind::{Email, Organization, Person};
        let kinds = [Organization, Organization, Person, Email, Person, Email].map(Some);
        let order = |text: &str| {
            let lines = bodies_first(text, &lines_of(text), &kinds).unwrap_or_default();
            lines.iter().map(|line| &text[line.span.range()][..1]).collect::<String>()
        };
        assert_eq!(order("Weir\nMill\nann\n@weir.example\nbo\n@mill.example"), "Wa@Mb@");
        assert_eq!(order("Weir\nPress\nann\n@weir.example\nbo\n@weir.example"), "");
    }
}
