//! Times of day as programmes print them: takes a line; tells whether it is an entry of one.

use super::rows;
use crate::text::script;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// What ends a time: a.m., noon.
static HALVES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    rows(include_str!("months.tsv")).filter(|row| row.class == "half").map(|row| row.word).collect()
});

/// Months and weekdays: what stands after the time in a sentence.
static DAYS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let days = rows(include_str!("months.tsv")).filter(|row| matches!(row.class, "month" | "time"));
    days.map(|row| row.word).collect()
});

/// Whether `line` opens as an entry of a programme does: "10:00 a.m. Doors open", "14:30 – Talk". After a day or a
/// small letter the time is one in a sentence.
pub(crate) fn opens_entry(line: &str) -> bool {
    let Some(rest) = after_time(line) else { return false };
    let half = HALVES.iter().find_map(|half| {
        let start = rest.get(..half.len()).filter(|start| start.eq_ignore_ascii_case(half))?;
        Some(&rest[start.len()..])
    });
    let what = half.unwrap_or(rest);
    let entry = what.trim_start_matches(|c: char| c.is_whitespace() || script::is_dash(c));
    let first = entry.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    // A blank parts the time from what happens.
    let parted = half.is_some() || entry.len() < what.len() || rest.len() < line.len();
    parted && first.starts_with(char::is_uppercase) && !DAYS.contains(first.to_lowercase().as_str())
}

/// What follows "10:00" at the start of `line`.
fn after_time(line: &str) -> Option<&str> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hours = digits(line);
    let rest = line[hours..].strip_prefix([':', '.']).filter(|_| (1..=2).contains(&hours))?;
    (digits(rest) == 2).then(|| rest[2..].trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_open_with_a_time() {
        for line in ["10:00 a.m. Doors open", "9:30am Talk: Who Owns the Weir?", "14.30 – Boats leave"] {
            assert!(opens_entry(line), "{line}");
        }
        for line in ["10:00 a.m. on Monday", "10:00 a.m. Monday", "10:000 Boats", "10 a.m. Doors", "3.14"] {
            assert!(!opens_entry(line), "{line}");
        }
    }
}
