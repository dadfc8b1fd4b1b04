//! What a line shows by itself: phrases, names, contents, shape.
//!
//! Takes one line; gives its cues. Names are told in `names.rs`, what a page says of itself in `imprint.rs`, ends in
//! `end_mark.rs`, the shape in `shape.rs`, cells in `cells.rs`. It does not look at the lines around it; that is `around.rs`.

use super::tally::{LOOKED_AT, Marks, Tally};
use super::{Cue, CueSet, cells, end_mark, imprint, names, shape};
use crate::clean::Line;
use crate::clean::wrap::{self, Measure};
use crate::extract::{date, dateline, link, phone, status};
use crate::lexicon::captions;
use crate::lexicon::cues::{self, CueClass, Standing};
use crate::lexicon::headings;
use crate::lexicon::labels;
use crate::release::LinkKind;
use crate::text::boundary::head;
use crate::text::script;

/// Room for what is written and looked at line by line.
#[derive(Default)]
pub(super) struct Room {
    plain: String,
    phrases: Vec<(CueClass, Standing)>,
}

pub(super) fn of_line(slice: &str, line: &Line, measure: &Measure, room: &mut Room) -> CueSet {
    let mut set = CueSet::default();
    let tally = Tally::of(slice);
    add_phrases(slice, &tally, &mut set, room);
    names::add(slice, line, &tally, &mut set);
    add_forms(slice, line, &tally, &mut set);
    shape::add(slice, line, measure, &tally, &mut set);
    set
}

fn add_phrases(slice: &str, tally: &Tally, set: &mut CueSet, room: &mut Room) {
    if imprint::is_wires_own(slice) {
        set.add(Cue::NavAlone);
        return;
    }
    cues::find_with(slice, &mut room.plain, &mut room.phrases);
    for &(class, standing) in &room.phrases {
        let opens = standing == Standing::Opens;
        let long = slice.len() > 200;
        set.add(match class {
            CueClass::Rights | CueClass::Statement => continue,
            CueClass::DayTold if !wrap::ends_with_sentence(slice) => continue,
            CueClass::Registration if !imprint::is_bracketed(slice) => continue,
            CueClass::Masthead | CueClass::Registration => Cue::Masthead,
            // "Email:" before an address on the next line; no button ends in a colon.
            CueClass::Navigation if is_label(slice) => Cue::ContactLabel,
            // Stars may part a title from its decks.
            CueClass::Navigation if end_mark::is_three_stars(slice) => continue,
            CueClass::Navigation if opens => Cue::NavOpens,
            CueClass::Navigation => Cue::NavAlone,
            CueClass::BoilerHeading if long => Cue::BoilerGlued,
            CueClass::BoilerHeading => Cue::BoilerHeading,
            CueClass::NotesHeading if opens && has_more(slice) => Cue::NotesGlued,
            CueClass::NotesHeading => Cue::NotesHeading,
            CueClass::ForwardLooking => Cue::ForwardLooking,
            CueClass::ContactHeading if opens && has_more(slice) => Cue::ContactOpens,
            CueClass::ContactHeading => Cue::ContactHeading,
            CueClass::ContactLabel => Cue::ContactLabel,
            CueClass::CaptionLabel if leads_to_link(slice) => Cue::NavAlone,
            CueClass::CaptionLabel => Cue::CaptionLabel,
            CueClass::PhotoHeading => Cue::PhotoHeading,
            CueClass::CaptionEnd => Cue::CaptionEnd,
            CueClass::Position => Cue::Position,
            CueClass::PhotoCredit => Cue::PhotoCredit,
            CueClass::Download => Cue::Download,
            CueClass::Byline if !imprint::is_byline(slice) => continue,
            CueClass::Credit | CueClass::Byline => Cue::Credit,
            CueClass::ListLead => Cue::ListLead,
            CueClass::Subheading => Cue::KnownSubheading,
            CueClass::Detail => Cue::Detail,
            CueClass::EndMark => Cue::EndMark,
            CueClass::MoreInfo => Cue::MoreInfo,
            CueClass::LeadsIn => Cue::LeadsIn,
            CueClass::DayTold => Cue::DayTold,
        });
    }
    set.add_if(crate::extract::boilerplate::is_glued_heading(slice), Cue::BoilerGlued);
    // No such heading is longer, in bytes: see the test of its name's length.
    let closed = || tally.han > 0 && slice.len() <= 120 && headings::closed(slice).is_some();
    set.add_if(closed(), Cue::BoilerHeading);
    set.add_if(imprint::names_issuer_for_short(slice), Cue::Masthead);
    set.add_if(tally.han > 0 && imprint::is_masthead(slice, tally), Cue::Masthead);
    let trail = tally.marks.have(Marks::PARTING) && !set.has(Cue::NavOpens) && imprint::is_trail(slice);
    set.add_if(trail, Cue::NavAlone);
    set.add_if(end_mark::is_end(slice, tally), Cue::EndMark);
    set.add_if(asks_for_those_below(slice), Cue::ContactHeading);
    // "Photo 1:", 圖一： and 图2：.
    set.add_if(captions::label(slice).is_some(), Cue::CaptionLabel);
    set.add_if(is_credited(slice), Cue::PhotoCredit);
    set.add_if(set.has(Cue::PhotoCredit) && captions::closes_with_credit(slice), Cue::CaptionEnd);
    // No name of a contact is longer, in bytes.
    let glued = slice.len() <= 160 && has_joint(&slice.as_bytes()[..slice.len().min(61)]);
    set.add_if(glued && cues::glued_heading_end(slice).is_some(), Cue::ContactOpens);
}

/// Whether a capital follows a small letter. To look at all bytes without a branch takes many in one step.
fn has_joint(bytes: &[u8]) -> bool {
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    pairs.fold(false, |found, (one, next)| found | one.is_ascii_lowercase() & next.is_ascii_uppercase())
}

/// Whether a line ends with words that ask the press to turn to whoever stands below: 媒體如有查詢，請聯絡：.
fn asks_for_those_below(slice: &str) -> bool {
    let asking = slice.strip_suffix([':', '：', '︰']).map(str::trim_end);
    asking.is_some_and(|asking| labels::asking_end(asking) == Some(asking.len()))
}

/// Whether a label of contacts with its colon is all of the line.
fn is_label(slice: &str) -> bool {
    slice.ends_with([':', '：', '︰']) && labels::alone(slice).is_some()
}

/// Whether all that follows the label of a line is an address: `Image: https://weir.example/a.jpg` shows no picture.
fn leads_to_link(slice: &str) -> bool {
    let value = slice.split_once([':', '：']).map_or("", |(_, value)| value.trim());
    link::find_all(value).first().is_some_and(|found| found.range.len() == value.len())
}

/// A sentence with a name in brackets after it: "A heron in the new creek. (Harbour Works)".
fn is_credited(slice: &str) -> bool {
    /// No credit is longer, in bytes.
    const LONGEST: usize = 60;
    let Some(head) = slice.strip_suffix(')') else { return false };
    let Some((sentence, name)) = head.rsplit_once(" (") else { return false };
    let capital = |word: &str| word.len() <= 3 || word.starts_with(char::is_uppercase);
    let named = name.starts_with(char::is_uppercase) && name.split(' ').all(capital);
    sentence.ends_with('.') && name.len() <= LONGEST && name.contains(' ') && named
}

/// Whether something follows the colon of a heading on its line.
fn has_more(slice: &str) -> bool {
    slice.split_once([':', '：']).is_some_and(|(_, rest)| !rest.trim().is_empty())
}

fn add_forms(slice: &str, line: &Line, tally: &Tally, set: &mut CueSet) {
    let head = head(slice, LOOKED_AT);
    let short = line.width <= 160;
    let parted = tally.marks.have(Marks::DOUBLE_SPACE | Marks::PARTING);
    if let Some(found) = status::read_parted(head, parted) {
        let whole = found.range.len() + 8 >= slice.trim().len() || found.until.is_some();
        set.add(if whole { Cue::Status } else { Cue::StatusOpens });
    }
    let mut is_tag = false;
    if let Some(found) = dateline::read(head) {
        let rest = slice[found.range.end..]
            .trim_matches(|c: char| c.is_whitespace() || script::is_dash(c) || ".,:：，/".contains(c));
        set.add(if rest.is_empty() { Cue::DatelineAlone } else { Cue::Dateline });
        is_tag = !rest.is_empty() || found.wire.is_some();
    }
    let dated = || {
        let digits = tally.digits > 0;
        // A year in digits of ASCII has four.
        (tally.digits >= 4 || !head.is_ascii())
            && date::of_line(head).is_some()
            && (digits || head.contains(is_numeral))
    };
    set.add_if(short && !is_tag && dated(), Cue::DateOnly);
    set.add_if(short && tally.digits > 0 && parted && is_event(slice), Cue::EventLine);
    // 發稿單位： and 發布日期： are the page's.
    let of_page = set.has_any(CueSet::of(&[Cue::Masthead, Cue::DateOnly, Cue::Credit, Cue::NavOpens]));
    let details = || tally.colon.is_some() && labels::opens_with_detail(slice);
    set.add_if(tally.han > 0 && !of_page && details(), Cue::Detail);
    let addressed = tally.marks.have(Marks::OF_ADDRESS);
    let links = if addressed { link::find_all(head) } else { Vec::new() };
    set.add_if(links.iter().any(|link| link.kind == LinkKind::Email), Cue::Email);
    set.add_if(links.iter().any(|link| link.kind == LinkKind::Url), Cue::Url);
    set.add_if(
        links.first().is_some_and(|link| links.len() == 1 && link.range.len() + 2 >= slice.len()),
        Cue::AddressOnly,
    );
    set.add_if(short && tally.digits >= 6 && phone::has_number(head), Cue::Phone);
    set.add_if(tally.marks.have(Marks::HASH) && is_hashtags(slice), Cue::Hashtags);
    set.add_if(is_rule(slice), Cue::Rule);
    let pair = |colon| line.width <= WIDEST_PAIR && is_pair(slice, colon);
    set.add_if(tally.colon.is_some_and(pair), Cue::Pair);
    set.add_if(end_mark::is_three_stars(slice), Cue::Stars);
    set.add_if(short && is_question(slice), Cue::Question);
    set.add_if(
        slice.starts_with('©') || slice.starts_with("(c) ") || slice.starts_with("Copyright"),
        Cue::Copyright,
    );
    if set.has(Cue::Copyright) && short && imprint::is_rights(slice) {
        set.add(Cue::NavAlone);
        set.remove(Cue::Copyright);
        set.remove(Cue::PhotoCredit);
    }
    cells::add(slice, short, tally, set);
}

/// Columns of the widest line that tells one thing after its label; a guess.
const WIDEST_PAIR: usize = 100;

/// Whether a line, whose first colon is there, opens with a few words and the colon before what they are the label of:
/// 牌子：北堤, "Boat length: 12 m".
fn is_pair(slice: &str, colon: usize) -> bool {
    /// Bytes of the longest label: eight ideographs, or four words.
    const LONGEST: usize = 24;
    if !(1..=LONGEST).contains(&colon) {
        return false;
    }
    let (label, rest) = slice.split_at(colon);
    let value = rest.trim_start_matches([':', '：']).trim_start();
    let is_label =
        label.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '/' | '(' | ')' | '（' | '）'));
    is_label && !value.is_empty() && !value.starts_with(script::opens_quote) && !value.starts_with("//")
}

/// Whether a bar or a dot parts the days of an event from its place, in either order.
fn is_event(slice: &str) -> bool {
    let mut cells = slice.split(['|', '｜', '•', '·']).map(str::trim);
    let (first, second) = (cells.next().unwrap_or(""), cells.next().unwrap_or(""));
    !first.is_empty() && !second.is_empty() && (date::are_days(first) || date::are_days(second))
}

/// Whether `c` is a digit or a numeral of any kind.
fn is_numeral(c: char) -> bool {
    match c {
        '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' => true,
        '\u{4e00}'..='\u{9fff}' => false,
        c => c.is_numeric(),
    }
}

fn is_hashtags(slice: &str) -> bool {
    if memchr::memchr(b'#', slice.as_bytes()).is_none() && (slice.is_ascii() || !slice.contains('＃')) {
        return false;
    }
    let words = slice.split_whitespace().filter(|word| !word.is_empty());
    let (tags, all) = words.take(40).fold((0, 0), |(tags, all), word| {
        let tag = word.starts_with(['#', '＃']) && word.chars().nth(1).is_some_and(char::is_alphanumeric);
        (tags + usize::from(tag), all + 1)
    });
    tags > 0 && (tags * 2 >= all || slice.to_ascii_lowercase().starts_with("hashtag"))
}

/// One question as a heading has it: no longer than a line, not in quotation marks, with no sentence or label before it.
fn is_question(slice: &str) -> bool {
    /// Bytes of the longest; a guess.
    const LONGEST: usize = 150;
    let Some(asked) = slice.strip_suffix(['?', '？']).filter(|_| slice.len() <= LONGEST) else {
        return false;
    };
    // 問：為何…？ is said in an interview.
    !labels::opens_as_asked(slice)
        && !asked.contains(|c: char| script::opens_quote(c) || matches!(c, '。' | '!' | '！' | '?' | '？'))
        && !asked.contains(". ")
}

/// A line of asterisks, dashes, equal signs.
fn is_rule(slice: &str) -> bool {
    let mut marks = slice.chars().filter(|c| !c.is_whitespace());
    let Some(first) = marks.next() else { return false };
    let of_one = (script::is_dash(first)
        || matches!(first, '*' | '＊' | '=' | '＝' | '_' | '~' | '～' | '〜' | '﹏' | '·' | '•' | '.' | '…'))
        && marks.clone().all(|c| c == first);
    of_one && marks.count() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_brackets_after_a_sentence_is_a_credit() {
        assert!(is_credited("A heron in the new creek. (Harbour Works)"));
        assert!(!is_credited("The heron of Harbour Works (Ardea cinerea)"));
        assert!(!is_credited("The creek was dug. (See below for more)"));
    }

    #[test]
    fn whose_site_it_is_stands_in_its_banner() {
        let cues = super::super::of_text("An official website of the City of Weir\n");
        assert!(cues[0].has(Cue::NavOpens));
    }

    #[test]
    fn an_event_has_its_days_and_its_place() {
        assert!(is_event("22-23 April 2026 | Mill Hall, Weir"));
        assert!(is_event("Mill Hall, Weir • July 16-19, 2026"));
        assert!(!is_event("Boats in April 2026 | Weir Mill opens its hall"));
    }

    #[test]
    fn an_address_behind_a_label_shows_no_picture() {
        assert!(leads_to_link("Image: https://weir.example/a.jpg"));
        assert!(!leads_to_link("Image: the mill, from https://weir.example"));
    }

    #[test]
    fn one_short_question_is_a_heading() {
        assert!(is_question("Who may fish below the weir?"));
        assert!(is_question("誰可以在堰下釣魚？"));
        assert!(!is_question("The weir is open. Who may fish there?"));
        assert!(!is_question("“Who may fish there?"));
        assert!(!is_question("問：誰可以在堰下釣魚？") && !is_question("Q: Who may fish there?"));
    }
}
