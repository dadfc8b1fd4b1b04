//! What a line shows by itself: phrases, names, contents, shape.
//!
//! Takes one line; gives its cues. It does not look at the lines around it; that is `around.rs`.

use super::tally::{LOOKED_AT, Marks, Tally};
use super::{Cue, CueSet, cells};
use crate::clean::Line;
use crate::clean::wrap::{self, Measure};
use crate::extract::{date, dateline, link, person, phone, status};
use crate::lexicon::captions;
use crate::lexicon::clock;
use crate::lexicon::cues::{self, CueClass, Standing};
use crate::lexicon::headings;
use crate::lexicon::labels;
use crate::lexicon::links;
use crate::lexicon::people::{han, latin};
use crate::lexicon::places;
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
    add_names(slice, line, &tally, &mut set);
    add_forms(slice, line, &tally, &mut set);
    add_shape(slice, line, measure, &tally, &mut set);
    set
}

fn add_phrases(slice: &str, tally: &Tally, set: &mut CueSet, room: &mut Room) {
    if is_wires_own(slice) {
        set.add(Cue::NavAlone);
        return;
    }
    cues::find_with(slice, &mut room.plain, &mut room.phrases);
    for &(class, standing) in &room.phrases {
        let opens = standing == Standing::Opens;
        let long = slice.len() > 200;
        set.add(match class {
            CueClass::Rights => continue,
            CueClass::DayTold if !wrap::ends_with_sentence(slice) => continue,
            CueClass::Registration if !is_bracketed(slice) => continue,
            CueClass::Masthead | CueClass::Registration => Cue::Masthead,
            // "Email:" before an address on the next line; no button ends in a colon.
            CueClass::Navigation if is_label(slice) => Cue::ContactLabel,
            // Stars may part a title from its decks.
            CueClass::Navigation if is_three_stars(slice) => continue,
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
            CueClass::Byline if !is_byline(slice) => continue,
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
    set.add_if(names_issuer_for_short(slice), Cue::Masthead);
    set.add_if(tally.han > 0 && is_masthead(slice, tally), Cue::Masthead);
    let trail = tally.marks.have(Marks::PARTING) && !set.has(Cue::NavOpens) && is_trail(slice);
    set.add_if(trail, Cue::NavAlone);
    let dated = || tally.marks.have(Marks::STROKE) && is_dated_end(slice);
    set.add_if(is_end_mark(slice) || dated() || is_counted_end(slice), Cue::EndMark);
    set.add_if(asks_for_those_below(slice), Cue::ContactHeading);
    set.add_if(is_numbered_caption(slice), Cue::CaptionLabel);
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

/// Whether a line is a page's trail of sections with an arrow between each two, which no title has: "Consumer goods > Household".
fn is_trail(line: &str) -> bool {
    const ARROWS: [char; 3] = ['›', '>', '»'];
    let spaced =
        |(at, arrow): (usize, &str)| line[..at].ends_with(' ') && line[at + arrow.len()..].starts_with(' ');
    let names = |section: &str| section.trim().starts_with(|c: char| c.is_uppercase() || script::is_han(c));
    line.contains(ARROWS)
        && line.match_indices(ARROWS).all(spaced)
        && line.split(ARROWS).all(names)
        && !wrap::ends_with_sentence(line)
}

/// Whether a line with the sign of copyright says whose the page is and no more: the year and a name, or that all rights are
/// reserved. A work of art has no year there.
fn is_rights(slice: &str) -> bool {
    /// Words of the longest holder with the sign and the year; a guess.
    const MOST: usize = 10;
    let year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let dated = slice.split(|c: char| !c.is_ascii_alphanumeric()).any(year);
    let few = slice.split_whitespace().nth(MOST).is_none() && !slice.contains([';', '“', '"', '，']);
    let name = slice.trim_end_matches('.');
    cues::ends_with_rights(slice) && slice.split_whitespace().nth(2 * MOST).is_none()
        || dated && few && !name.contains(". ") && !captions::names_picture(slice)
}

/// Whether a line is the bracket in which the issuer is named for short: (“Weir”, the “Company” or the “Group”), alone or
/// behind its name.
fn names_issuer_for_short(slice: &str) -> bool {
    /// Letters of the longest word between two short names: "together".
    const LONGEST: usize = 8;
    const MARKS: [char; 5] = ['“', '”', '‘', '’', '"'];
    let Some((before, inner)) = slice.strip_suffix(')').and_then(|line| line.split_once('(')) else {
        return false;
    };
    // Every second part is a name in marks.
    let joins =
        |word: &str| word.len() <= LONGEST && !word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let marks = inner.matches(MARKS).count();
    let named = marks >= 2
        && marks.is_multiple_of(2)
        && inner.trim_end().ends_with(MARKS)
        && inner.split(MARKS).step_by(2).flat_map(str::split_whitespace).all(joins);
    let last = trimmed(before.split_whitespace().next_back().unwrap_or(""));
    named && (before.is_empty() || latin::LEGAL_FORMS.contains_lower(last))
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

/// Whether a line ends as mastheads do, in a bracket or before the day: 【北堤聯盟聯合新聞稿】2025年12月18日.
fn is_masthead(slice: &str, tally: &Tally) -> bool {
    /// Bytes of the longest: forty ideographs.
    const LONGEST: usize = 120;
    if slice.len() > LONGEST {
        return false;
    }
    let closed = slice.ends_with(['】', '》', '］', ']', '」', '）', ')']);
    if closed || tally.digits < 4 {
        return closed && cues::ends_as_masthead(slice);
    }
    let day = date::find_first(slice).filter(|day| day.range.end == slice.len());
    day.is_some_and(|day| cues::ends_as_masthead(&slice[..day.range.start]))
}

/// Whether a bracket is all of the line, as a letterhead tells where a company is incorporated: (Stock code: 1234).
fn is_bracketed(slice: &str) -> bool {
    let inside = slice.strip_prefix(['(', '（']).and_then(|rest| rest.strip_suffix([')', '）']));
    inside.is_some_and(|inside| !inside.contains(['。', '；', ';']))
}

/// Whether what opens as a byline is one: a few words, all but the joints in capitals or without case.
fn is_byline(slice: &str) -> bool {
    /// No byline is longer, in bytes.
    const LONGEST: usize = 60;
    let may_stand = |c: char| c.is_uppercase() || c.is_numeric() || script::is_han(c);
    let capital = |word: &str| {
        let word = word.trim_start_matches(['（', '(']);
        word.len() <= 3 || word.starts_with(may_stand)
    };
    slice.len() <= LONGEST && slice.split_whitespace().all(capital) && !wrap::ends_with_sentence(slice)
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

/// A news wire's name on a line of its own, between dashes or not, as a wire sets it above its release: "-- Harbour Wire --".
fn is_wires_own(slice: &str) -> bool {
    /// No such line is longer, in bytes.
    const LONGEST: usize = 40;
    if slice.len() > LONGEST {
        return false;
    }
    let name = slice.trim_matches(|c: char| c.is_whitespace() || script::is_dash(c));
    places::wire_prefix(name) == Some(name.len())
}

/// Lines that are a name and nothing else.
fn add_names(slice: &str, line: &Line, tally: &Tally, set: &mut CueSet) {
    /// No name of a person or a post is wider, in columns.
    const WIDEST: usize = 70;
    if line.width > WIDEST {
        return;
    }
    set.add_if(tally.digits == 0 && is_titled(slice), Cue::Titled);
    let bare = slice.trim_end_matches(|c: char| !script::is_word(c));
    if bare.chars().all(script::is_han) {
        set.add_if(han::BODY_ENDS.ends(bare) || han::WEAK_BODY_ENDS.ends(bare), Cue::BodyAlone);
        set.add_if(han::HEADS.ends(bare) || han::WHOLE_HEADS.ends(bare), Cue::PostEnd);
        set.add_if(han::is_name_shaped(bare), Cue::NameAlone);
        return;
    }
    // Byte by byte where that is enough.
    if bare.is_ascii() {
        add_latin_names(bare, || bare.split_ascii_whitespace(), set);
    } else {
        add_latin_names(bare, || bare.split_whitespace(), set);
    }
}

/// Whether all of a line is somebody's name with the post, parted by a comma or a blank: "Ann Lee, Chair", 林小文 主席.
fn is_titled(slice: &str) -> bool {
    if !slice.starts_with(|c: char| c.is_uppercase() || script::is_han(c)) {
        return false;
    }
    let slice = date::without_closing_day(slice);
    let Some((name, post)) = slice.split_once([',', '，', '\u{3000}', ' ']) else { return false };
    if name.len() < 2
        || post.len() < 2
        || slice.contains(|c: char| c.is_ascii_digit() || matches!(c, '@' | ':' | '：' | '。'))
    {
        return false;
    }
    if slice.contains(script::is_han) && !han::holds_post(slice) {
        return false;
    }
    person::of_line(slice, 0..slice.len()).is_some_and(|named| {
        let told = [&named.name, &named.title, &named.organization, &named.honorific];
        let told: usize = told.into_iter().flatten().map(ExactSizeIterator::len).sum();
        // A title may name somebody too: 梨子首度海運　林縣長見證封櫃.
        let fills = told * 2 >= slice.len();
        named.kind == person::NamedKind::Person && named.name.is_some() && named.title.is_some() && fills
    })
}

/// The same of a line in Latin letters, whose words these are.
fn add_latin_names<'t, W>(bare: &str, words: impl Fn() -> W, set: &mut CueSet)
where
    W: DoubleEndedIterator<Item = &'t str>,
{
    let last = trimmed(words().next_back().unwrap_or(""));
    // All in capitals; and all but short words, which may stand in small letters.
    let (mut capitals, mut title_case) = (true, true);
    for word in words() {
        let capital = word.starts_with(char::is_uppercase);
        capitals &= capital || word.starts_with('(');
        title_case &= capital || word.len() <= 3;
        if !capitals && !title_case {
            break;
        }
    }
    let of_last = latin::classes_of(last);
    let ending = of_last.small;
    let body = latin::BODY_MARKS.have(ending) || latin::LEGAL_FORMS.have(ending);
    let linked = |word: &str| latin::TITLE_PREPOSITIONS.contains_lower(trimmed(word));
    // "The University of South Alder", "Sheriff's Office, County of Alder".
    let seated = || {
        words().zip(words().skip(1)).any(|(mark, joint)| {
            latin::BODY_MARKS.contains_lower(trimmed(mark))
                && (linked(joint) || mark.ends_with(',') && words().any(linked))
        })
    };
    set.add_if(body || title_case && seated(), Cue::BodyAlone);
    // "Minister for Regional Roads": the post and what it is for.
    let post = || {
        let (first, second) = (words().next().unwrap_or(""), words().nth(1).unwrap_or(""));
        latin::HEADS.contains_lower(first) && latin::POST_LINKS.contains(second)
    };
    let decoration = latin::DECORATIONS.have(of_last.written);
    set.add_if(latin::HEADS.have(ending) && !decoration || title_case && post(), Cue::PostEnd);
    set.add_if(capitals && is_persons(bare), Cue::NameAlone);
}

/// Whether words in capitals are a person's name, with how one is addressed before it and what one was made after it:
/// "Ann Lee", "The Hon Ann Lee MP".
pub(super) fn is_persons(words: &str) -> bool {
    /// Words of the longest name with all that stands around it; a guess.
    const MOST: usize = 7;
    let mut name: Vec<&str> = words.split_whitespace().take(MOST + 1).collect();
    if name.len() > MOST || words.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    while name.last().is_some_and(|word| latin::DECORATIONS.contains(trimmed(word))) {
        name.pop();
    }
    let honoured = name.iter().rposition(|word| latin::HONORIFICS.contains(word)).map_or(0, |last| last + 1);
    // An article may stand before an honorific, and nothing else.
    let addressed = honoured > 0 && honoured <= 3;
    let name = &name[if addressed { honoured } else { 0 }..];
    (2..=3).contains(&name.len()) && (addressed || person::has_personal_name(&name.join(" ")))
}

/// `word` without the marks around it.
fn trimmed(word: &str) -> &str {
    word.trim_matches(|c: char| !script::is_word(c))
}

/// Whether a bar or a dot parts the days of an event from its place, in either order.
fn is_event(slice: &str) -> bool {
    let mut cells = slice.split(['|', '｜', '•', '·']).map(str::trim);
    let (first, second) = (cells.next().unwrap_or(""), cells.next().unwrap_or(""));
    !first.is_empty() && !second.is_empty() && (date::are_days(first) || date::are_days(second))
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
    set.add_if(is_three_stars(slice), Cue::Stars);
    set.add_if(short && is_question(slice), Cue::Question);
    set.add_if(
        slice.starts_with('©') || slice.starts_with("(c) ") || slice.starts_with("Copyright"),
        Cue::Copyright,
    );
    if set.has(Cue::Copyright) && short && is_rights(slice) {
        set.add(Cue::NavAlone);
        set.remove(Cue::Copyright);
        set.remove(Cue::PhotoCredit);
    }
    cells::add(slice, short, tally, set);
}

fn add_shape(slice: &str, line: &Line, measure: &Measure, tally: &Tally, set: &mut CueSet) {
    let wide = line.width;
    set.add_if(wide <= 16, Cue::Tiny);
    set.add_if(wide <= 44, Cue::Short);
    set.add_if((45..=90).contains(&wide), Cue::Medium);
    set.add_if(wide > 100, Cue::Long);
    set.add_if(wide > 180, Cue::Huge);
    // More than a clause: a sentence end or a comma with text on both sides.
    set.add_if(tally.columns >= 56 && tally.clauses >= 1, Cue::Prose);
    set.add_if(wrap::ends_with_sentence(slice), Cue::SentenceEnd);
    let last = slice.chars().next_back().unwrap_or(' ');
    let closed = script::is_word(last)
        || matches!(last, '）' | ')' | '」' | '』' | '”' | '"' | '’' | '》' | '%' | '®' | '™');
    set.add_if(closed && !set.has(Cue::SentenceEnd), Cue::OpenEnd);
    set.add_if(matches!(last, ':' | '：' | '︰'), Cue::ColonEnd);
    set.add_if(matches!(last, ';' | '；'), Cue::SemicolonEnd);
    set.add_if(matches!(last, ',' | '，' | '、'), Cue::CommaEnd);
    let first = slice.chars().next().unwrap_or(' ');
    set.add_if(first.is_lowercase(), Cue::LowerStart);
    // "- 關於北堤磨坊 -": a heading between two dashes.
    let framed = set.has(Cue::BoilerHeading) && slice.ends_with(script::is_dash);
    set.add_if(!framed && wrap::bullet(slice).is_some(), Cue::Bullet);
    set.add_if(is_numbered(slice) || clock::opens_entry(slice), Cue::Numbered);
    set.add_if(script::opens_quote(first), Cue::QuoteStart);
    set.add_if(script::is_dash(first), Cue::DashStart);
    set.add_if(tally.han * 2 > tally.latin, Cue::Han);
    set.add_if(tally.gives_word, Cue::GivesWord);
    // 【新聞稿】 before a title is a part of it.
    set.add_if(matches!(first, '(' | '（' | '[' | '【') && !opens_with_tag(slice), Cue::BracketStart);
    set.add_if(line.indent >= 2, Cue::Indented);
    set.add_if(links::starts(slice), Cue::Linked);
    set.add_if(links::points_back(slice), Cue::PointsBack);
    if let Some(width) = measure.width {
        let margins = (line.indent as i64 - (width as i64 - line.right() as i64)).abs();
        set.add_if(line.indent >= 8 && margins <= 8, Cue::Centred);
    }
    add_case(slice, tally, set);
}

/// Whether a short line without a stop opens with a few words in thick brackets and goes on: 【新聞稿】新碼頭啟用.
fn opens_with_tag(slice: &str) -> bool {
    /// Bytes of the longest tag and of the longest title, three for each ideograph; guesses.
    const TAG: usize = 24;
    const TITLE: usize = 150;
    let tag = slice.strip_prefix('【').filter(|_| slice.len() <= TITLE);
    let parted = tag.and_then(|tag| tag.split_once('】')).filter(|(tag, _)| tag.len() <= TAG);
    parted.is_some_and(|(_, title)| !title.trim().is_empty() && !wrap::ends_with_sentence(title))
}

fn add_case(slice: &str, tally: &Tally, set: &mut CueSet) {
    set.add_if(tally.upper >= 4 && tally.lower * 8 < tally.upper, Cue::Caps);
    // It takes three capitals.
    if tally.upper < 3 {
        return;
    }
    let is_long = |word: &&str| {
        // A word of three characters may have as many bytes as one of four.
        word.len() > 3 && (word.is_ascii() || word.chars().nth(3).is_some())
    };
    let head = head(slice, LOOKED_AT);
    if head.is_ascii() {
        set.add_if(is_title_case(head.as_bytes()), Cue::TitleCase);
        return;
    }
    // It takes three words, and blanks between.
    if tally.blanks < 2 {
        return;
    }
    let long_words = head
        .split_whitespace()
        .filter(is_long)
        .filter(|word| word.starts_with(|c: char| c.is_ascii_alphabetic() || c.is_alphabetic()));
    let (capital, all) = long_words.fold((0, 0), |(capital, all), word| {
        (capital + usize::from(word.starts_with(char::is_uppercase)), all + 1)
    });
    set.add_if(all >= 3 && capital * 10 >= all * 7, Cue::TitleCase);
}

/// The same of a text in ASCII.
fn is_title_case(head: &[u8]) -> bool {
    let is_blank = |byte: &u8| matches!(byte, b'\t'..=b'\r' | b' ');
    let words = head.split(is_blank).filter(|word| word.len() > 3 && word[0].is_ascii_alphabetic());
    let (capital, all) = words
        .fold((0, 0), |(capital, all), word| (capital + usize::from(word[0].is_ascii_uppercase()), all + 1));
    all >= 3 && capital * 10 >= all * 7
}

/// Whether `c` is a digit or a numeral of any kind.
fn is_numeral(c: char) -> bool {
    match c {
        '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' => true,
        '\u{4e00}'..='\u{9fff}' => false,
        c => c.is_numeric(),
    }
}

/// `###`, `# # #`, `-30-`, `***` of three to five: marks that only an end has. Words are in the lexicon.
fn is_end_mark(slice: &str) -> bool {
    if slice.len() > 24 {
        return false;
    }
    let may_be = |c: char| matches!(c, '#' | '＃' | '3' | '0') || script::is_dash(c) || c.is_whitespace();
    if !slice.chars().all(may_be) {
        return is_signed_off(slice);
    }
    let marks: String = slice.chars().filter(|c| !c.is_whitespace()).collect();
    let of = |mark: char| !marks.is_empty() && marks.chars().all(|c| c == mark);
    let hashes = (of('#') || of('＃')) && marks.chars().count() <= 12;
    let thirty = marks.trim_matches(script::is_dash) == "30" && marks.len() > 2;
    hashes || thirty
}

/// "-USHG-": the letters of who issues it between dashes, as services sign off.
fn is_signed_off(slice: &str) -> bool {
    let inner = slice.strip_prefix(script::is_dash).and_then(|rest| rest.strip_suffix(script::is_dash));
    inner.map(str::trim).is_some_and(|letters| {
        (2..=6).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_uppercase())
    })
}

/// Whether `slice` is an end mark, in marks or in words, and nothing else.
pub(in crate::classify) fn is_end_mark_alone(slice: &str) -> bool {
    cues::is_alone(slice, CueClass::EndMark) || is_end_mark(slice)
}

/// "Ends/Thursday, November 27, 2025": the mark, a stroke, a date; "DIWEDD/ENDS": the mark in two languages.
fn is_dated_end(slice: &str) -> bool {
    if slice.len() >= 80 {
        return false;
    }
    let Some((first, second)) = slice.split_once(['/', '／']) else { return false };
    let is_mark = |part: &str| cues::is_alone(part, CueClass::EndMark);
    is_mark(first) && second.contains(char::is_numeric)
        || !first.trim().contains(char::is_whitespace) && is_mark(second)
}

/// "ENDS (412 words)": the mark, and how long the text is.
fn is_counted_end(slice: &str) -> bool {
    let counted = slice.strip_suffix([')', '）']).filter(|line| line.len() < 40);
    counted.and_then(|line| line.split_once(['(', '（'])).is_some_and(|(mark, count)| {
        count.contains(|c: char| c.is_ascii_digit()) && cues::is_alone(mark, CueClass::EndMark)
    })
}

/// A label with a number, as "Photo 1:", 圖一： and 图2： are.
fn is_numbered_caption(slice: &str) -> bool {
    captions::label(slice).is_some()
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

/// `***`, `* * *` and more of them with blanks between, which end a release where it ends, and are a rule elsewhere.
fn is_three_stars(slice: &str) -> bool {
    /// Stars of the longest with blanks; a guess.
    const MOST: usize = 8;
    let is_star = |c: &char| matches!(c, '*' | '＊');
    if !slice.starts_with(['*', '＊']) || !slice.chars().all(|c| is_star(&c) || c.is_whitespace()) {
        return false;
    }
    let stars = slice.chars().filter(is_star).count();
    let spaced = slice.split(' ').count() == stars;
    stars == 3 || spaced && (3..=MOST).contains(&stars)
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

/// "1. Text", "(2) Text", "(a) Text", "一、文": a number or a letter that opens an item.
fn is_numbered(slice: &str) -> bool {
    if wrap::opens_lettered(slice) {
        return true;
    }
    let rest = slice.trim_start_matches(['(', '（']);
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if (1..=2).contains(&digits) {
        let after = &rest[digits..];
        return after.starts_with([')', '）', '、'])
            || after.starts_with(". ")
            || (after.starts_with('.') && !after[1..].starts_with(|c: char| c.is_ascii_digit()));
    }
    let mut chars = rest.chars();
    let (Some(number), Some(mark)) = (chars.next(), chars.next()) else { return false };
    if ('①'..='⑳').contains(&number) {
        return mark.is_alphanumeric() || matches!(mark, ' ' | '\u{3000}' | '、' | '.');
    }
    matches!(mark, '、' | '）' | ')')
        && "一二三四五六七八九十壹貳贰參叁肆伍陸陆柒捌玖拾甲乙丙丁戊①②③④⑤⑥⑦⑧⑨⑩".contains(number)
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
    fn an_event_has_its_days_and_its_place() {
        assert!(is_event("22-23 April 2026 | Mill Hall, Weir"));
        assert!(is_event("Mill Hall, Weir • July 16-19, 2026"));
        assert!(!is_event("Boats in April 2026 | Weir Mill opens its hall"));
    }

    #[test]
    fn a_masthead_may_stand_in_a_bracket_or_before_the_day() {
        let is_masthead = |line: &str| is_masthead(line, &Tally::of(line));
        for line in ["【北堤聯盟 聯合新聞稿】", "《北堤聯盟新聞稿》114年3月7日", "北堤聯盟聲明稿　2025.12.18"]
        {
            assert!(is_masthead(line), "{line}");
        }
        assert!(!is_masthead("【新聞稿】北堤新碼頭五月啟用"));
        assert!(!is_masthead("北堤新碼頭啟用日期改為2025年12月18日"));
    }

    #[test]
    fn an_address_behind_a_label_shows_no_picture() {
        assert!(leads_to_link("Image: https://weir.example/a.jpg"));
        assert!(!leads_to_link("Image: the mill, from https://weir.example"));
    }

    #[test]
    fn a_page_says_whose_it_is_at_its_foot() {
        for line in [
            "© 2025 Weir Mill plc. All rights reserved.",
            "Copyright © Weir Mill. All Rights Reserved",
            "© Weir Mill 2025",
            "© 2025 北堤磨坊有限公司 版權所有",
        ] {
            assert!(is_rights(line), "{line}");
        }
        assert!(
            !is_rights("© Estate of Ann Lee")
                && !is_rights("© 2025 Weir Photos")
                && !is_rights("© 2025 Weir Mill. Weir is a mark of the Weir Trust.")
        );
    }

    #[test]
    fn a_tag_stands_before_a_title() {
        assert!(opens_with_tag("【新聞稿】北堤新碼頭五月啟用"));
        assert!(!opens_with_tag("【北堤訊】北堤新碼頭五月啟用。"));
        assert!(!opens_with_tag("【新聞稿】"));
    }

    #[test]
    fn releases_end_in_marks_letters_and_two_languages() {
        for mark in ["###", "# # #", "-30-", "-USHG-", "– WMB –"] {
            assert!(is_end_mark(mark), "{mark}");
        }
        assert!(!is_end_mark("-2-"));
        assert!(!is_end_mark("- item"));
        assert!(is_dated_end("Ends/Thursday, 27 November 2025"));
        assert!(is_dated_end("DIWEDD / ENDS"));
        assert!(is_counted_end("ENDS (412 words)") && !is_counted_end("Boats (12)"));
        assert!(!is_dated_end("and/or"));
        assert!(is_three_stars("* * *") && is_three_stars("* * * * *") && !is_three_stars("****"));
    }

    #[test]
    fn an_issuer_is_named_for_short_in_a_bracket() {
        for line in ["(“Weir”, the “Company” or the “Group”)", "Weir Mill plc (\"Weir\" or the \"Company\")"]
        {
            assert!(names_issuer_for_short(line), "{line}");
        }
        for line in ["(Weir Mill)", "New mill (“the white one”) opens", "A mill called “Weir” (for short)"]
        {
            assert!(!names_issuer_for_short(line), "{line}");
        }
    }

    #[test]
    fn correspondents_sign_in_a_bracket() {
        assert!(is_byline("（通訊員 林小文 黎永生）") && is_byline("By Ann Lee"));
        assert!(!is_byline("（通訊員 林小文）北堤新碼頭今日啟用。"));
    }

    #[test]
    fn a_letterhead_tells_in_a_bracket_where_a_company_is_registered() {
        let told = |line: &str| {
            let text = format!("{line}\n\n北堤磨坊公布中期業績\n");
            super::super::of_text(&text)[0].has(Cue::Masthead)
        };
        for line in ["（於開曼群島註冊成立之有限公司）", "（股份代号：1234）", "(Stock code: 1234.HK)"]
        {
            assert!(told(line), "{line}");
        }
        for line in ["股份代號：1234）今日公布業績", "（北堤新碼頭五月啟用）"] {
            assert!(!told(line), "{line}");
        }
    }

    #[test]
    fn one_short_question_is_a_heading() {
        assert!(is_question("Who may fish below the weir?"));
        assert!(is_question("誰可以在堰下釣魚？"));
        assert!(!is_question("The weir is open. Who may fish there?"));
        assert!(!is_question("“Who may fish there?"));
        assert!(!is_question("問：誰可以在堰下釣魚？") && !is_question("Q: Who may fish there?"));
    }

    #[test]
    fn a_person_may_be_addressed_and_decorated() {
        for name in ["Ann Lee", "The Hon Priska Vance MP", "Dr. Oresta Quillon, PhD"] {
            assert!(is_persons(name), "{name}");
        }
        assert!(!is_persons("Harbour Works"));
        assert!(!is_persons("Minister for Roads"));
    }
}
