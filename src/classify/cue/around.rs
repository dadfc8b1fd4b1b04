//! What a line shows by the lines around it: repeats, lists, open quotations, where prose starts and ends.
//!
//! Takes the cues that the lines show by themselves; adds to them.

use super::{Cue, CueSet, description, echo, pictures, prose, tables, turnover};
use crate::clean::Line;
use crate::clean::wrap::{self, Bond, Fill, Measure, Seam};
use crate::extract::{contact, date, dateline};
use crate::lexicon::{cues, labels, links};
use crate::text::script::{self, Leads};
use crate::text::strings::{PACKED, with_char};
use rustc_hash::{FxBuildHasher, FxHashMap};

/// The lines of an edition as they stand on the page.
pub(super) struct Page<'a> {
    pub text: &'a str,
    pub lines: &'a [&'a Line],
    pub measure: &'a Measure,
    /// Whether furniture was taken out before the line.
    pub apart: &'a [bool],
}

impl Page<'_> {
    pub(super) fn slice(&self, at: usize) -> &str {
        &self.text[self.lines[at].span.range()]
    }
}

/// Adds what each line shows by those around it; `seams` are those before each line.
pub(super) fn mark(page: &Page, sets: &mut [CueSet], seams: &mut [Option<Seam>]) {
    let Page { text, lines, measure, .. } = *page;
    for at in 0..sets.len() {
        mark_seams(page, at, sets, seams);
        if at > 0 {
            mark_after(page, at, sets, seams[at]);
            mark_broken_address(page, at, sets);
        }
        let full = sets[at].has(Cue::Full);
        sets[at].add_if(full && lines[at].width > 40, Cue::Long);
    }
    mark_markdown_headings(page, sets);
    mark_numbered_notes(sets);
    mark_datelines_that_go_on(sets, seams);
    mark_below_headings(sets, seams);
    mark_datelines_with_issuers(page, sets);
    mark_above_dates(sets);
    mark_details(sets);
    mark_pairs(sets);
    mark_mail_head(page, sets);
    mark_listed(sets);
    mark_repeats(text, lines, sets);
    mark_page_title(page, sets);
    prose::mark_ends(sets, seams);
    pictures::mark_scenes(page, sets);
    pictures::mark_below_pictures(page, sets);
    description::mark_before_end(page, sets);
    mark_before_dateline(sets);
    echo::mark(page, sets);
    turnover::mark(page, sets, seams);
    mark_second_halves(page, sets);
    mark_apart(lines, measure, sets);
    mark_scraps(sets);
    tables::mark_among_cells(sets);
    tables::mark_parted_rows(page, sets);
    pictures::mark_under_photos(sets);
    pictures::mark_beside_captions(sets);
    pictures::mark_pictured(page, sets);
    tables::mark_columns_of_contacts(sets);
    mark_open_quotes(text, lines, sets, seams);
}

/// The head of a mail that sends the release: whom it is from, whom it is to, what it is about.
fn mark_mail_head(page: &Page, sets: &mut [CueSet]) {
    /// Lines of a page's head; a guess.
    const HEAD: usize = 12;
    const LABELLED: CueSet = CueSet::of(&[Cue::NavOpens, Cue::Detail, Cue::Pair]);
    let is_header =
        |at: &usize| sets[*at].has_any(LABELLED) && labels::is_mail_header(&cues::plain(page.slice(*at)));
    let headers: Vec<usize> = (0..sets.len().min(HEAD)).filter(is_header).collect();
    // 主題 alone may be an event's.
    if headers.len() < 2 || !headers.iter().any(|&at| sets[at].has(Cue::NavOpens)) {
        return;
    }
    for at in headers {
        sets[at].add(Cue::NavAlone);
        sets[at].remove(Cue::Detail);
        sets[at].remove(Cue::Pair);
    }
}

/// What Markdown marks as a heading below the title, "## Weir Opens Its Pier", is one.
fn mark_markdown_headings(page: &Page, sets: &mut [CueSet]) {
    const NAMED: CueSet = CueSet::of(&[
        Cue::BoilerHeading,
        Cue::NotesHeading,
        Cue::ContactHeading,
        Cue::PhotoHeading,
        Cue::MoreInfo,
        Cue::NavAlone,
        Cue::NavOpens,
        Cue::Download,
    ]);
    for (line, set) in page.lines.iter().zip(sets).skip(1) {
        let before = page.text[..line.span.start()].trim_end_matches(' ');
        if before.ends_with("##") && !set.has_any(NAMED) {
            set.add(Cue::KnownSubheading);
        }
    }
}

/// "Background" above numbered points heads notes to editors and no description of the issuer.
fn mark_numbered_notes(sets: &mut [CueSet]) {
    for at in 1..sets.len() {
        if sets[at].has(Cue::Numbered) && sets[at - 1].has(Cue::BoilerHeading) {
            sets[at - 1].remove(Cue::BoilerHeading);
            sets[at - 1].add(Cue::NotesHeading);
        }
    }
}

/// Whether `line` is in small letters but for its first word, after one whose long words all begin with capitals: two of a
/// title and its deck.
fn is_lowered(before: &str, line: &str) -> bool {
    /// Letters of the shortest word that a title begins with a capital in any house, and words of the shortest deck; guesses.
    const LONG: usize = 5;
    const FEWEST: usize = 4;
    let small = |line: &str, most: usize| {
        let words = line.split_whitespace();
        words.filter(|word| word.len() >= LONG && word.starts_with(char::is_lowercase)).take(most).count()
    };
    let wordy = |line: &str| line.split_whitespace().nth(FEWEST - 1).is_some();
    line.starts_with(char::is_uppercase)
        && wordy(before)
        && wordy(line)
        && small(before, 1) == 0
        && small(line, 2) == 2
}

/// What the seams before and after line `at` say of it.
fn mark_seams(page: &Page, at: usize, sets: &mut [CueSet], seams: &[Option<Seam>]) {
    let measure = page.measure;
    let before = seams[at];
    let after = seams.get(at + 1).copied().flatten();
    let breaks = |seam: Option<Seam>| seam.is_none_or(|seam| seam.evidence > 0);
    let set = &mut sets[at];
    set.add_if(after.is_some_and(|seam| seam.fill == Fill::Full), Cue::Full);
    set.add_if(breaks(before) && breaks(after), Cue::Alone);
    set.add_if(before.is_some_and(|seam| measure.gap_speaks(seam.gap)), Cue::GapBefore);
    set.add_if(after.is_some_and(|seam| measure.gap_speaks(seam.gap)), Cue::GapAfter);
    set.add_if(after.is_some_and(|seam| seam.fill == Fill::Roomy), Cue::Roomy);
    set.add_if(before.is_some_and(|seam| seam.inset), Cue::Inset);
    set.add_if(measure.width.is_none(), Cue::Unwrapped);
    set.add_if(page.apart[at] || page.lines[at].page_break, Cue::AfterPage);
    set.add_if(at == 0, Cue::First);
}

/// An address of electronic mail that the line end broke: both lines bear it.
fn mark_broken_address(page: &Page, at: usize, sets: &mut [CueSet]) {
    if contact::address_goes_on(page.slice(at - 1), page.slice(at)) {
        sets[at - 1].add(Cue::Email);
        sets[at].add(Cue::Email);
        sets[at].remove(Cue::Url);
        sets[at].remove(Cue::AddressOnly);
    }
}

/// How line `at` stands to the one before it.
fn mark_after(page: &Page, at: usize, sets: &mut [CueSet], seam: Option<Seam>) {
    let (slice, slice_before) = (page.slice(at), page.slice(at - 1));
    let before = sets[at - 1];
    let set = &mut sets[at];
    if seam.is_some_and(|seam| !page.measure.gap_speaks(seam.gap)) {
        let (wide, wide_before) = (page.lines[at].width, page.lines[at - 1].width);
        let latin = slice.starts_with(|c: char| !script::is_cjk(c) && script::is_word(c));
        set.add_if(latin && wide * 4 > wide_before * 5 && wide_before >= 20, Cue::Wider);
        set.add_if(wide * 3 <= wide_before * 2 && wide_before >= 30, Cue::Remainder);
    }
    // "Ann Lee, Commissioner for Roads - 09/10/2024" below the words.
    let signed = || date::without_closing_day(slice).len() < slice.trim_end().len();
    let spoken = slice_before.ends_with(|c| script::closes_quote(c) && !script::is_closing_bracket(c));
    let signs = spoken && (set.has(Cue::DashStart) || signed());
    set.add_if(signs, Cue::Signs);
    let changes = before.has(Cue::Caps) != set.has(Cue::Caps) && !set.has(Cue::Han);
    set.add_if(changes, Cue::CaseChanges);
    let words =
        || slice_before.split_whitespace().nth(2).is_some() && slice.split_whitespace().nth(2).is_some();
    let lowered = before.has(Cue::TitleCase) && !set.has(Cue::TitleCase) && !set.has(Cue::Han);
    let lowered = lowered && is_lowered(slice_before, slice);
    set.add_if(changes && before.has(Cue::Caps) && words() || lowered, Cue::AfterCapitals);
    set.add_if(links::ends(slice_before), Cue::AfterLink);
    // "Markdown Content:" leads nothing in.
    set.add_if(before.has(Cue::ColonEnd) && !before.has(Cue::NavAlone), Cue::AfterColon);
    let begins = slice.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    set.add_if(begins && before.has(Cue::OpenEnd), Cue::Anew);
}

/// Short lines right above the day of issue.
fn mark_above_dates(sets: &mut [CueSet]) {
    for at in 1..sets.len() {
        let (dated, above) = (sets[at].has(Cue::DateOnly), &mut sets[at - 1]);
        let named = above.has(Cue::Tiny) && above.has(Cue::OpenEnd) && !above.has(Cue::DateOnly);
        above.add_if(named && dated, Cue::AboveDate);
    }
}

/// What an event has, told line by line: 日期：…, 地點：…. One such line alone may as well be of the page, of a mail, of the
/// day of issue; among others it is none of these.
fn mark_details(sets: &mut [CueSet]) {
    const OTHERWISE: [Cue; 6] =
        [Cue::DateOnly, Cue::NavOpens, Cue::Masthead, Cue::Download, Cue::Credit, Cue::ContactLabel];
    let opens: Vec<bool> = sets.iter().map(|set| set.has(Cue::Detail)).collect();
    let at = |index: Option<usize>| index.and_then(|index| opens.get(index)).copied().unwrap_or(false);
    for (index, set) in sets.iter_mut().enumerate().filter(|&(index, _)| opens[index]) {
        if at(index.checked_sub(1)) || at(Some(index + 1)) {
            for cue in OTHERWISE {
                set.remove(cue);
            }
        } else {
            set.remove(Cue::Detail);
        }
    }
}

/// A label and what it tells are one of several such lines, or no such line.
fn mark_pairs(sets: &mut [CueSet]) {
    for at in 0..sets.len() {
        let has_pair = |at: usize| sets.get(at).is_some_and(|set| set.has(Cue::Pair));
        if !(at > 0 && has_pair(at - 1) || has_pair(at + 1)) {
            sets[at].remove(Cue::Pair);
        }
    }
}

/// The items of a list that lost its bullets: "Officers seized:" and what they seized.
fn mark_listed(sets: &mut [CueSet]) {
    /// Lines of the longest list, and of the shortest.
    const MOST: usize = 16;
    const FEWEST: usize = 3;
    /// What is led in by these is no list of the text.
    const LEADS_ELSEWHERE: CueSet = CueSet::of(&[
        Cue::BoilerHeading,
        Cue::ContactHeading,
        Cue::ContactLabel,
        Cue::ContactOpens,
        Cue::CaptionLabel,
        Cue::Detail,
        Cue::NavAlone,
        Cue::NotesHeading,
        Cue::PhotoHeading,
    ]);
    const NO_ITEM: CueSet = CueSet::of(&[Cue::Bullet, Cue::ColonEnd, Cue::Long, Cue::Prose, Cue::TableRow]);
    for lead in 0..sets.len() {
        if !sets[lead].has(Cue::ColonEnd) || sets[lead].has_any(LEADS_ELSEWHERE) {
            continue;
        }
        let below = &sets[lead + 1..sets.len().min(lead + 1 + MOST)];
        let items = below.iter().take_while(|set| !set.has_any(NO_ITEM)).count();
        // The last one may end as a sentence does.
        let last = below[..items].iter().position(|set| set.has(Cue::SentenceEnd));
        let items = last.map_or(items, |last| last + 1);
        if items >= FEWEST {
            sets[lead + 1..=lead + items].iter_mut().for_each(|set| set.add(Cue::Listed));
        }
    }
}

/// Lines that an earlier line has already, or that a later one opens with.
fn mark_repeats(text: &str, lines: &[&Line], sets: &mut [CueSet]) {
    /// Letters in which two lines are the same.
    const SAME: usize = 40;
    let is_wide = |&at: &usize| lines[at].width >= 20 && lines[at].span.len() <= 600;
    let wide: Vec<usize> = (0..lines.len()).filter(is_wide).collect();
    let slice = |at: usize| &text[lines[at].span.range()];
    let openings: Vec<u128> = wide.iter().map(|&at| opening_of(slice(at))).collect();
    let mut counts: FxHashMap<u128, usize> = FxHashMap::with_capacity_and_hasher(wide.len(), FxBuildHasher);
    for &opening in &openings {
        *counts.entry(opening).or_default() += 1;
    }
    let alike: Vec<usize> =
        wide.iter().zip(&openings).filter(|(_, opening)| counts[*opening] > 1).map(|(&at, _)| at).collect();
    let keys = Keys::of(alike.iter().map(|&at| slice(at)), SAME);
    let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
    for (&at, key) in alike.iter().zip(keys.each()) {
        let first = *seen.entry(key).or_insert(at);
        if first != at {
            sets[at].add(Cue::Repeats);
            sets[first].add(Cue::Repeated);
        }
    }
}

/// The title that a browser shows for the page, above the title itself: "Weir Opens Its Pier | Weir City".
fn mark_page_title(page: &Page, sets: &mut [CueSet]) {
    /// Lines of a page above its title; a guess.
    const HEAD: usize = 30;
    const PARTS: [&str; 6] = [" | ", " - ", " – ", " — ", " :: ", "｜"];
    let Some(first) = (!sets.is_empty()).then(|| page.slice(0)) else { return };
    let Some((title, site)) = PARTS.iter().find_map(|part| first.rsplit_once(part)) else { return };
    // A few words may be the issuer's name before a title: "Weir Mill - Results of the Year".
    let wordy = title.split_whitespace().nth(3).is_some()
        || title.chars().filter(|&c| script::is_han(c)).nth(7).is_some();
    if !wordy || site.len() > title.len() {
        return;
    }
    if let Some(own) = (1..sets.len().min(HEAD)).find(|&at| page.slice(at) == title.trim_end()) {
        sets[0].add(Cue::NavAlone);
        sets[0].remove(Cue::Repeated);
        sets[own].remove(Cue::Repeats);
    }
}

/// What lines are told apart by, one after the other.
struct Keys {
    letters: String,
    /// Where that of each line ends.
    ends: Vec<usize>,
}

impl Keys {
    /// The first letters and digits of each of `lines`, so many at most.
    fn of<'t>(lines: impl Iterator<Item = &'t str>, most: usize) -> Self {
        let mut keys = Keys { letters: String::new(), ends: Vec::new() };
        for line in lines {
            each_letter(line, most, |c| keys.letters.push(c));
            keys.ends.push(keys.letters.len());
        }
        keys
    }

    fn each(&self) -> impl Iterator<Item = &str> {
        let mut start = 0;
        self.ends.iter().map(move |&end| &self.letters[std::mem::replace(&mut start, end)..end])
    }
}

/// The first six letters and digits of `slice` as one number: most lines are told apart by them.
fn opening_of(slice: &str) -> u128 {
    let mut opening = 0;
    each_letter(slice, PACKED, |c| opening = with_char(opening, c));
    opening
}

/// Tells of the first letters and digits of `slice`, so many at most, case and width left aside.
fn each_letter(slice: &str, most: usize, mut tell: impl FnMut(char)) {
    let mut left = most;
    for c in slice.chars() {
        if left == 0 {
            return;
        }
        if matches!(c, '\0'..='\x7f' | '\u{4e00}'..='\u{9fff}') {
            if script::is_word(c) {
                tell(c.to_ascii_lowercase());
                left -= 1;
            }
        } else {
            for c in cues::plain_char(c).filter(|&c| script::is_word(c)).take(left) {
                tell(c);
                left -= 1;
            }
        }
    }
}

/// Lines of which nearly all around are scraps.
fn mark_scraps(sets: &mut [CueSet]) {
    /// Lines looked at on each side.
    const AROUND: usize = 4;
    const OF_PROSE: CueSet = CueSet::of(&[Cue::SentenceEnd, Cue::Full, Cue::Long, Cue::Prose, Cue::CommaEnd]);
    // How many lines are no scraps, of those before each and of all.
    let mut whole: Vec<usize> = Vec::with_capacity(sets.len() + 1);
    whole.push(0);
    for (at, set) in sets.iter().enumerate() {
        whole.push(whole[at] + usize::from(set.has_any(OF_PROSE)));
    }
    for (at, set) in sets.iter_mut().enumerate() {
        let window = at.saturating_sub(AROUND)..(whole.len() - 1).min(at + AROUND + 1);
        let among = whole[window.end] - whole[window.start] <= 1;
        set.add_if(window.len() > AROUND && among, Cue::AmongScraps);
    }
}

/// Lines that start inside a quotation: no paragraph ends there unless the next opens the mark again, as printers have
/// each paragraph of a long quotation do. A Chinese line that closes a phrase, or opens with an aside in brackets, surely goes on.
fn mark_open_quotes(text: &str, lines: &[&Line], sets: &mut [CueSet], seams: &mut [Option<Seam>]) {
    /// Evidence of a break where a line opens the mark again, in hundredths of a nat.
    const OPENS_AGAIN: i32 = 400;
    /// A mark that is not closed within so many lines was never meant to be: the longest quotation collected has 14.
    const LONGEST: usize = 16;
    let mut open: Option<(char, usize)> = None;
    for (at, line) in lines.iter().enumerate() {
        open = open.filter(|&(_, since)| at - since <= LONGEST);
        let slice = &text[line.span.range()];
        let again = open.is_some_and(|(close, _)| opens_again(slice, close));
        sets[at].add_if(open.is_some() && !again, Cue::InQuote);
        if let (true, Some(seam)) = (again, &mut seams[at]) {
            seam.evidence += OPENS_AGAIN;
        }
        let before = at.checked_sub(1).map_or("", |above| &text[lines[above].span.range()]);
        let goes_on = open.is_some_and(|(close, _)| closes_phrase(before, slice, close))
            || opens_with_aside(before, slice);
        if let Some(seam) = seams[at].as_mut().filter(|seam| goes_on && seam.evidence > 0) {
            seam.bond = Bond::One;
        }
        open = open.filter(|_| !again);
        if slice.is_ascii() && memchr::memchr(b'"', slice.as_bytes()).is_none() {
            continue;
        }
        for (place, c) in QUOTES.chars(slice) {
            if matches!(c, '“' | '”' | '「' | '」' | '『' | '』' | '«' | '»' | '‘' | '’' | '"')
            {
                let before = slice[..place].chars().next_back().unwrap_or(' ');
                let inside = || slice[place + c.len_utf8()..].starts_with(script::is_word);
                open = match open {
                    Some((close, _))
                        if c == close && !(c == '’' && inside()) && !(c == '"' && before == ' ') =>
                    {
                        None
                    }
                    None => closing_of(c, before).map(|close| (close, at)),
                    still => still,
                };
            }
        }
    }
}

/// Whether a Chinese line closes, with `close` as its first mark, what the line `before` it left open in the middle of a
/// sentence: “渡輪與我· | 碼頭晨光”攝影比賽.
fn closes_phrase(before: &str, line: &str, close: char) -> bool {
    let first = line.chars().find(|&c| script::closes_quote(c) || script::opens_quote(c));
    first == Some(close) && line.starts_with(script::is_han) && !wrap::ends_with_sentence(before)
}

/// Whether a line opens with a bracket that a comma follows, which nothing begins with: 船票 | （包括來回票），無須….
fn opens_with_aside(before: &str, line: &str) -> bool {
    let Some(rest) = line.strip_prefix(['（', '(']) else { return false };
    let Some(close) = rest.find([')', '）']) else { return false };
    let behind = rest[close..].trim_start_matches([')', '）']);
    behind.starts_with(['，', '、']) && before.ends_with(script::is_han)
}

/// First bytes of quotation marks.
static QUOTES: Leads = Leads::of(&[b'"', 0xc2, 0xe2, 0xe3]);

/// Whether `line` starts with the mark that opens what `close` closes, and goes on with a word.
fn opens_again(line: &str, close: char) -> bool {
    let mut chars = line.chars();
    let opens = chars.next().is_some_and(|c| closing_of(c, ' ') == Some(close));
    opens && chars.next().is_some_and(script::is_word)
}

/// The mark that closes what `c` opens, where it opens a quotation after `before`.
fn closing_of(c: char, before: char) -> Option<char> {
    let starts = !script::is_word(before);
    match c {
        '“' => Some('”'),
        '「' => Some('」'),
        '『' => Some('』'),
        '«' => Some('»'),
        '‘' if starts => Some('’'),
        '"' if starts => Some('"'),
        _ => None,
    }
}

/// A dateline on a line of its own, with the dash that follows it on the next: the lead begins with it.
fn mark_datelines_that_go_on(sets: &mut [CueSet], seams: &mut [Option<Seam>]) {
    for at in 1..sets.len() {
        if sets[at].has(Cue::DashStart) && sets[at - 1].has(Cue::DatelineAlone) {
            sets[at - 1].remove(Cue::DatelineAlone);
            sets[at - 1].remove(Cue::DateOnly);
            sets[at - 1].add(Cue::Dateline);
            if let Some(seam) = &mut seams[at] {
                seam.bond = Bond::One;
            }
        }
    }
}

/// "Quotes attributable to Ann Lee:" is a heading, though a quotation stands below, and without its colon where one does.
fn mark_below_headings(sets: &[CueSet], seams: &mut [Option<Seam>]) {
    for (pair, seam) in sets.windows(2).zip(seams.iter_mut().skip(1)) {
        let heads = pair[0].has(Cue::KnownSubheading);
        let ends = heads && (pair[0].has(Cue::ColonEnd) || pair[1].has(Cue::QuoteStart));
        if let Some(seam) = seam.as_mut().filter(|_| ends) {
            seam.bond = Bond::Two;
        }
    }
}

/// A dateline whose line ends with the name of who issues it, below which the lead begins: "4 May 2025 – Weir, Ohio – Roads Weir".
fn mark_datelines_with_issuers(page: &Page, sets: &mut [CueSet]) {
    for (at, set) in sets.iter_mut().enumerate() {
        let ends = page.measure.width.is_none() || set.has(Cue::GapAfter);
        let named = set.has(Cue::Dateline) && set.has(Cue::TitleCase) && set.has(Cue::OpenEnd);
        if named && ends && dateline::names_issuer(page.slice(at)) {
            set.remove(Cue::Dateline);
            set.add(Cue::DatelineAlone);
        }
    }
}

/// The lead's dateline stands near the top.
fn mark_before_dateline(sets: &mut [CueSet]) {
    let first =
        sets.iter().take(prose::TOP).position(|set| set.has(Cue::Dateline) || set.has(Cue::DatelineAlone));
    for set in &mut sets[..first.unwrap_or(0)] {
        set.add(Cue::BeforeDateline);
    }
}

/// Two short lines that a Chinese title is set in: nothing between them, and around them a gap or what is no title.
fn mark_second_halves(page: &Page, sets: &mut [CueSet]) {
    /// Columns of the longest first and second line: nine in ten pairs no longer are one title.
    const FIRST: usize = 40;
    const SECOND: usize = 60;
    const NO_TITLE: CueSet = CueSet::of(&[
        Cue::BodyAlone,
        Cue::BracketStart,
        Cue::Bullet,
        Cue::Cells,
        Cue::Credit,
        Cue::DashStart,
        Cue::DateOnly,
        Cue::Email,
        Cue::KnownSubheading,
        Cue::Masthead,
        Cue::Menu,
        Cue::NamedBelow,
        Cue::NavAlone,
        Cue::NavOpens,
        Cue::Numbered,
        Cue::Pair,
        Cue::Phone,
        Cue::Repeats,
        Cue::Status,
        Cue::Titled,
        Cue::Url,
    ]);
    let first = sets.iter().position(|set| !set.has(Cue::BeforeProse)).unwrap_or(0);
    for at in 1..first {
        let part = |at: usize, widest: usize| {
            let (set, width) = (sets[at], page.lines[at].width);
            set.has(Cue::Han) && set.has(Cue::OpenEnd) && !set.has_any(NO_TITLE) && width <= widest
        };
        let opens = at == 1 || sets[at - 1].has(Cue::GapBefore) || sets[at - 2].has_any(NO_TITLE);
        let closes = sets[at].has(Cue::GapAfter) || at + 1 == first || sets[at + 1].has_any(NO_TITLE);
        let together = opens && closes && !sets[at].has(Cue::GapBefore);
        // A deck has clauses more often than a title.
        let clause = || page.slice(at).contains(['，', '；']);
        let halves = together && part(at - 1, FIRST) && part(at, SECOND) && !sets[at - 1].has(Cue::Tiny);
        // What has a wide blank within is in parts already.
        let whole = || page.slice(at - 1).contains('\u{3000}');
        let titled = halves && !clause() && !whole();
        sets[at].add_if(titled, Cue::SecondHalf);
    }
}

/// Where nothing is wrapped, lines with a gap between them are apart; where all gaps are alike, all lines are.
fn mark_apart(lines: &[&Line], measure: &Measure, sets: &mut [CueSet]) {
    let uniform = lines.iter().all(|line| line.gap == 0);
    for (line, set) in lines.iter().zip(sets) {
        set.add_if(measure.width.is_none() && (uniform || line.gap > 0), Cue::Apart);
    }
}

#[cfg(test)]
mod tests {
    use super::super::of_text as cues;
    use super::*;

    #[test]
    fn the_issuer_may_stand_behind_the_dateline() {
        let alone = |line: &str| {
            let text = format!(
                "Pier opens\n\n{line}\n\nThe pier of Weir opens in May, its owners said, after nine years.\n"
            );
            cues(&text)[1].has(Cue::DatelineAlone)
        };
        assert!(alone("May 4, 2025 – Weir, Ontario – Roads and Bridges Weir"));
        assert!(alone("4 May 2025 - Weir, Ontario - Department of Roads"));
        assert!(!alone("May 4, 2025 – Weir, Ontario – The pier opens in May, says Roads Weir"));
        assert!(!alone("Weir, Ontario, May 4, 2025 – Minister Opens Pier of Weir"));
    }

    #[test]
    fn a_row_of_topics_is_no_half_of_a_title() {
        let second = |first: &str| {
            let text = format!(
                "首頁 / 新聞\n{first}\n北堤新碼頭五月啟用\n2025/08/27\n北堤市政府今日宣布，新碼頭於五月一日啟用，設有座椅及飲水機，票價不變。工程歷時九年。\n"
            );
            cues(&text)[2].has(Cue::SecondHalf)
        };
        assert!(second("市長林小文主持典禮") && !second("學術研究\u{3000}國際合作"));
    }

    #[test]
    fn a_heading_of_quotations_ends_above_them() {
        let prose = "The pier of Weir opens in May after nine years of work that cost nine million dollars,\nof which the county gave two, and it has room for forty boats and for a ferry to Alder.\n";
        let headed = |heading: &str| {
            let text = format!(
                "Pier opens\n{prose}{heading}\n“We waited for nine years, and now we may fish from it.\n{prose}"
            );
            let kinds = crate::parse(&text).remove(0).body;
            kinds.iter().any(|block| block.text.text == heading)
        };
        assert!(headed("Quotes attributable to the Minister for Piers and Regional Boats Ann Lee:"));
        assert!(headed("Quotes attributable to the Minister for Piers and Regional Boats Ann Lee"));
    }

    #[test]
    fn a_title_in_capitals_does_not_go_on_in_others() {
        let text = "NEW PIER FOR WEIR\nCouncil backs nine million plan\n\nThe pier of Weir opens in May, its owners said.\n";
        let cues = cues(text);
        assert!(cues[1].has(Cue::AfterCapitals) && !cues[2].has(Cue::AfterCapitals));
        assert!(is_lowered("Weir Mill Opens Second Hall", "First visitors arrive in April"));
        assert!(!is_lowered("Weir Mill Opens Second Hall", "Of the Quay to Visitors"));
    }

    #[test]
    fn lines_below_a_colon_are_listed() {
        let text = "Weir police have charged two men over the theft of doors for boats from a mill.\n\nOfficers seized:\n\n\
            two boats\n\nsix hundred doors\n\na ledger.\n\nThe men were bailed to appear in the court of the valley in May.\n";
        let cues = cues(text);
        let listed: Vec<usize> = (0..cues.len()).filter(|&at| cues[at].has(Cue::Listed)).collect();
        assert_eq!(listed, [2, 3, 4]);
    }

    #[test]
    fn a_title_is_set_on_two_short_lines() {
        let prose = "北堤新碼頭將於五月啟用，市議會表示，工程歷時九年，耗資二百萬元，設有四十個泊位。\n";
        let halves = |head: &str| {
            let cues = cues(&format!("{head}\n\n{prose}\n{prose}"));
            (0..cues.len()).filter(|&at| cues[at].has(Cue::SecondHalf)).collect::<Vec<_>>()
        };
        assert_eq!(halves("北堤市議會\n新聞稿\n\n北堤新碼頭五月啟用\n四十個泊位免費三年"), [3]);
        assert_eq!(halves("北堤市議會\n新聞稿\n\n北堤新碼頭五月啟用\n──四十個泊位免費三年"), [0; 0]);
    }

    #[test]
    fn decks_in_a_list_stand_before_the_prose() {
        let text = "Pier opens at last\n\n• The new pier of Weir has oak, lamps and room for many boats\n\n\
            The pier of Weir opens in May, its owners said, after nine years of work.\n";
        let cues = cues(text);
        assert!(cues[1].has(Cue::BeforeProse) && !cues[2].has(Cue::BeforeProse));
    }

    #[test]
    fn a_line_goes_on_inside_marks_and_brackets() {
        let body = |first: &str, second: &str| {
            let text = format!("北堤新碼頭五月啟用\n\n港務局今日宣布新碼頭五月啟用。\n{first}\n{second}\n");
            crate::parse(&text).remove(0).body.len()
        };
        assert_eq!(body("市民可參加港務局的“渡輪與我·", "碼頭晨光”攝影比賽，截止日期為五月底。"), 2);
        assert_eq!(body("旅客可在網上查閱各航線的船票", "(包括來回票)，無須到碼頭詢問。"), 2);
        assert_eq!(body("他說：「新碼頭啟用了。", "市民都來了。」大家都很高興，掌聲不斷。"), 3);
    }
}
