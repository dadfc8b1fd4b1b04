//! Dates as releases print them.
//!
//! Takes text, gives the dates in it with their places.

use jiff::civil::Date;
use std::ops::Range;

/// A date that a text states with its year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FoundDate {
    /// Where it stands, weekday left out.
    pub(crate) range: Range<usize>,
    /// The day; none where no calendar has it (31 February).
    pub(crate) date: Option<Date>,
}

/// Every date with a year in `text`, in order.
pub(crate) fn find_all(_text: &str) -> Vec<FoundDate> {
    Vec::new()
}

/// The day of issue that a whole line states and nothing else but a weekday, a time of day, a label such as 發稿時間
/// or "Ends/": the line "Ends/Thursday, November 27, 2025", 2022年8月19日（星期五）, 發布日期：113年7月8日.
pub(crate) fn of_line(_line: &str) -> Option<FoundDate> {
    None
}
