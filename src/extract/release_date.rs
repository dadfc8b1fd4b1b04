//! The day of issue, wherever a release states it.
//!
//! Takes the blocks of an edition and its dateline; gives the day that the surest line states. How a day is printed is
//! read in `date.rs`; the day of a dateline in `dateline.rs`.

use super::assemble::Page;
use super::{date, dateline};
use crate::classify::Block;
use crate::classify::zone::{Part, Zone};
use crate::diagnostic::{Diagnostic, DiagnosticCode};
use crate::lexicon::{cues, labels, places};
use crate::release::Release;
use crate::text::fold::may_fold;
use crate::text::reading::Reading;
use crate::text::script::{self, COLUMN_GAP};
use crate::text::{Span, boundary};
use jiff::civil::Date;

/// The day of issue: of the dateline, else of the line that states it surest, else of the `lead`.
pub(super) fn set(page: &Page<'_>, blocks: &[Block], lead: Option<&str>, release: &mut Release) {
    let of_dateline = release.dateline.as_ref().and_then(|dateline| dateline.date);
    let least = if of_dateline.is_some() { Source::Front } else { Source::Page };
    let of_line = stated(page, blocks, least, &mut release.diagnostics);
    if let (Some(day), Some(Stated { day: other, span, source })) = (of_dateline, &of_line)
        && day != *other
        && *source <= Source::Front
    {
        release.diagnostics.push(Diagnostic::new(DiagnosticCode::ConflictingDates, vec![*span]));
    }
    release.release_date = of_dateline.or(of_line.map(|stated| stated.day)).or_else(|| of_lead(lead?));
}

/// The day that opens the lead without a place, in brackets, before 訊, or set off by a dash; or that it calls today.
fn of_lead(lead: &str) -> Option<Date> {
    /// Bytes of the lead that are looked at; a guess.
    const LOOKED_AT: usize = 1000;
    let today = || date::told_as_today(boundary::head(lead, LOOKED_AT))?.date;
    tagged(lead).or_else(|| dashed(lead)).or_else(today)
}

/// The day of a tag without a place: （2025年3月5日）, 【2025年3月5日訊】, 2025年3月5日讯，….
fn tagged(lead: &str) -> Option<Date> {
    /// Bytes of the longest such tag; a guess.
    const LONGEST: usize = 60;
    let head = boundary::head(lead, LONGEST);
    let inside = head.strip_prefix(['（', '(', '【', '[', '［', '〔']);
    let text = inside.unwrap_or(head).trim_start();
    let found = date::find_first(text).filter(|found| found.range.start == 0)?;
    let rest = text[found.range.end..].trim_start();
    let told = rest.strip_prefix(dateline::REPORTS);
    let close = ['）', ')', '】', ']', '］', '〕'];
    let closed = told.unwrap_or(rest).starts_with(close);
    (if inside.is_some() { closed } else { told.is_some() }).then_some(found.date)?
}

/// The day that opens the lead without a place, set off by a dash: "3 March 2025, 08:00 CET – The mill".
fn dashed(lead: &str) -> Option<Date> {
    /// Bytes of the longest such opening, and of the longest time of day in it; guesses.
    const LONGEST: usize = 60;
    const TIME: usize = 16;
    let found = date::find_first(boundary::head(lead, LONGEST)).filter(|found| found.range.start == 0)?;
    let dash =
        lead[found.range.end..].find(|c: char| script::is_dash(c) && c != '-').filter(|&at| at <= TIME)?;
    let between = &lead[found.range.end..found.range.end + dash];
    let time = between.split([' ', ',']).all(|word| !word.starts_with(char::is_lowercase));
    (between.ends_with(' ') && time).then_some(found.date)?
}

/// Where a day is stated, the surest place first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    /// On a line of its own right beside the release instruction.
    Instructed,
    /// On a line of its own above the text.
    DateLine,
    /// Beside the end mark, or below the text.
    End,
    /// Among the lines above the text.
    Front,
    /// On a line of its own in the text, where events have theirs too.
    Body,
    /// On any other line that states a day and nothing else.
    Loose,
    /// Among what a page tells of itself.
    Page,
}

struct Stated {
    day: Date,
    span: Span,
    source: Source,
}

/// The first day of the surest place, which is as sure as `least`; days that no calendar has go to `doubts`.
fn stated(page: &Page<'_>, blocks: &[Block], least: Source, doubts: &mut Vec<Diagnostic>) -> Option<Stated> {
    let mut best: Option<Stated> = None;
    for (at, block) in blocks.iter().enumerate() {
        let Some(source) = source_of(block).filter(|&source| source <= least) else { continue };
        let instructed = source == Source::DateLine && is_beside_instruction(blocks, at);
        let source = if instructed { Source::Instructed } else { source };
        // Where a day would be no doubt, it counts only where it is the best.
        if source > Source::Front && best.as_ref().is_some_and(|best| best.source <= source) {
            continue;
        }
        for &line in &block.lines {
            let span = page.lines[line].span;
            let slice = &page.source[span.range()];
            if !may_fold(slice.as_bytes()) && !date::may_hold_year(slice) {
                continue;
            }
            let reading = Reading::of_span(page.source, span);
            let text = reading.text();
            // When a mail was sent or a page changed tells least of the day of issue.
            let alone = || {
                let stated = |found: &date::FoundDate| !date::ends_period(&text[..found.range.start]);
                let found = date::of_line(text).filter(stated)?;
                let least = is_of_mail(page, line) || date::tells_revision(text);
                Some((found, if least { Source::Page } else { source }, text))
            };
            let told = || {
                let found = (source == Source::Front).then(|| date::of_page(text))??;
                Some((found, Source::Page, text))
            };
            // Of two columns that came on lines of their own one may hold the day.
            let own = || {
                let found =
                    date::find_first(text).filter(|found| found.range == (0..text.trim_end().len()))?;
                Some((found, Source::DateLine, text))
            };
            let found = if is_contact(block) && source == Source::Front {
                date_cell(slice).map(|(found, cell)| (found, source, cell)).or_else(own)
            } else {
                alone().or_else(told)
            };
            let Some((found, source, text)) = found else { continue };
            let american = page.is_american() || is_below_state(page, line);
            let day = if american { found.month_first(text).or(found.date) } else { found.date };
            match day {
                Some(day) if best.as_ref().is_none_or(|best| source < best.source) => {
                    best = Some(Stated { day, span, source });
                }
                None if source <= Source::Front => {
                    doubts.push(Diagnostic::new(DiagnosticCode::ImpossibleDate, vec![span]));
                }
                _ => {}
            }
        }
    }
    best
}

/// Whether the block right above or below `at` is the release instruction.
fn is_beside_instruction(blocks: &[Block], at: usize) -> bool {
    let above = at.checked_sub(1).and_then(|above| blocks.get(above));
    [above, blocks.get(at + 1)].into_iter().flatten().any(|block| block.zone == Zone::Status)
}

fn is_contact(block: &Block) -> bool {
    matches!(block.zone, Zone::Contact | Zone::ContactHeading)
}

/// The day that stands in a cell of its own beside a contact, and the cell: "Contact: Ann Lee          October 7, 1996".
fn date_cell(line: &str) -> Option<(date::FoundDate, &str)> {
    let mut cells = line.split(COLUMN_GAP).map(str::trim).filter(|cell| !cell.is_empty());
    cells.clone().nth(1)?;
    cells.find_map(|cell| Some((date::of_line(cell)?, cell)))
}

/// Whether the line right above names a town and its state, of the United States: "Weirtown, OH".
fn is_below_state(page: &Page<'_>, line: usize) -> bool {
    let above = line.checked_sub(1).map(|above| &page.source[page.lines[above].span.range()]);
    let state = above.and_then(|above| above.rsplit_once(',')).map(|(_, state)| state.trim());
    state.is_some_and(places::is_american)
}

/// Whether a line stands in the head of a mail: it is a field of it, or stands right below one or above.
fn is_of_mail(page: &Page<'_>, line: usize) -> bool {
    let is_field = |at: usize| {
        let field = page.lines.get(at).map(|line| cues::plain(&page.source[line.span.range()]));
        field.is_some_and(|field| labels::is_mail_header(&field))
    };
    let close = |at: usize| page.lines.get(at).is_some_and(|line| line.gap == 0);
    is_field(line)
        || close(line) && line.checked_sub(1).is_some_and(is_field)
        || close(line + 1) && is_field(line + 1)
}

/// How sure a day is that a line of this block states; none where a block states no day of issue.
fn source_of(block: &Block) -> Option<Source> {
    let above = matches!(block.part, Part::Front | Part::Title);
    match block.zone {
        Zone::DateLine if above => Some(Source::DateLine),
        Zone::DateLine if block.part == Part::Body => Some(Source::Body),
        Zone::DateLine | Zone::EndMark => Some(Source::End),
        Zone::Masthead
        | Zone::Credit
        | Zone::Status
        | Zone::Navigation
        | Zone::Contact
        | Zone::ContactHeading
            if above =>
        {
            Some(Source::Front)
        }
        // An office signs with the day above whom to ask.
        Zone::Table
        | Zone::Masthead
        | Zone::Credit
        | Zone::Navigation
        | Zone::Unknown
        | Zone::Link
        | Zone::Contact => (block.lines.len() == 1).then_some(Source::Loose),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    /// The day of issue that `head` states above a title and a text.
    fn day(head: &str) -> Option<String> {
        let text = format!(
            "{head}\n\nWeir Opens Its Pier to Boats Again\n\nThe pier of Weir opens in May, its owners said, after nine \
             years of work on its piles.\n\nThe mayor, who opened the old one as well, will cut the ribbon at noon.\n"
        );
        crate::parse(&text).remove(0).release_date.map(|day| day.to_string())
    }

    #[test]
    fn a_day_beside_a_contact_is_that_of_issue() {
        let head = "News Release\n\nContact:  Ann Lee, Press Officer                        October 7, 1996\n          \
                    (216) 555-0137\n\nFOR IMMEDIATE RELEASE";
        assert_eq!(day(head).as_deref(), Some("1996-10-07"));
    }

    #[test]
    fn a_day_between_the_office_and_whom_to_ask_is_that_of_issue() {
        let text = "北堤新碼頭啟用\n\n北堤新碼頭今日啟用，市議會表示，工程歷時九年，耗資二百萬元，設有四十個泊位。\n\n\
                    碼頭會一直開放，市議會將於明年增加二十個泊位，並設置長者通道。\n\n\
                    北堤醫院宣傳部\n2025年11月14日\n聯絡人：林小文　電話：2155 0143\n";
        let day = crate::parse(text).remove(0).release_date;
        assert_eq!(day.map(|day| day.to_string()).as_deref(), Some("2025-11-14"));
    }

    #[test]
    fn numbers_of_a_dateline_are_read_as_its_country_reads_them() {
        let countries = [("the United States", "2025-03-05"), ("the United Kingdom", "2025-05-03")];
        for (country, expected) in countries {
            let text = format!(
                "FOR IMMEDIATE RELEASE\n\nWeir Mill Opens New Hall\n\nNORTHWEIR (3/5/2025) – The Weir Mill opened \
                 its hall today, the widest in {country}, of stone of {country}, before guests of all {country}.\n"
            );
            let release = crate::parse(&text).remove(0);
            let dated = release.dateline.and_then(|line| line.date).map(|day| day.to_string());
            assert_eq!(dated.as_deref(), Some(expected));
            assert_eq!(release.release_date.map(|day| day.to_string()).as_deref(), Some(expected));
        }
    }

    #[test]
    fn the_last_day_of_a_period_is_none_of_issue() {
        for period in ["For the six months ended 30 June 2024", "Six months to 30 June 2024"] {
            assert_eq!(day(&format!("Weir Mill plc\n\n{period}")), None, "{period}");
        }
    }

    #[test]
    fn numbers_below_a_state_have_the_month_first() {
        assert_eq!(day("Weir Mill\nDayton, OH\n9/3/2014").as_deref(), Some("2014-09-03"));
        assert_eq!(day("Weir Mill\nDayton, Kent\n9/3/2014").as_deref(), Some("2014-03-09"));
    }

    #[test]
    fn a_day_in_a_tag_or_called_today_is_that_of_issue() {
        for (lead, expected) in [
            ("（2025年3月5日訊）北堤磨坊今日啟用。", Some("2025-03-05")),
            ("【114年3月5日】北堤磨坊今日啟用。", Some("2025-03-05")),
            ("2025年3月5日讯，北堤磨坊今日启用。", Some("2025-03-05")),
            ("2025年3月5日，北堤磨坊启用。", None),
            ("（2025年3月5日前報名）北堤磨坊今日啟用。", None),
            ("北堤磨坊今日（2025年3月5日）啟用。", Some("2025-03-05")),
            ("The mill opens its wing today (5 March 2025), after six years.", Some("2025-03-05")),
            ("The mill, opened on 5 March 2025, has a wing from today.", None),
        ] {
            assert_eq!(super::of_lead(lead).map(|day| day.to_string()).as_deref(), expected, "{lead}");
        }
    }

    #[test]
    fn when_a_mail_was_sent_tells_least() {
        let mail =
            "From: Ann Lee <ann@weir.example>\nDate: Tue, 3 Jun 2025 09:12\nTo: News desks\nSubject: Pier";
        assert_eq!(
            day(&format!("{mail}\n\nEMBARGOED UNTIL 00.01 BST, THURSDAY 5 JUNE 2025")).as_deref(),
            Some("2025-06-05")
        );
    }

    #[test]
    fn when_a_page_was_changed_tells_least() {
        let head = "Published on 3 March 2025\n\nLast updated on 4 March 2025";
        assert_eq!(day(head).as_deref(), Some("2025-03-03"));
    }
}
