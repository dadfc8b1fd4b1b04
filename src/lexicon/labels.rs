//! Labels of contact details: Tel, 電話, Email, 聯絡人. Takes a text; tells which label it ends or opens with.
//!
//! Where much is asked of one line, what is asked takes it in the plain form that [`cues::plain`] gives, as `plain`.

use super::people::{han, latin};
use super::tree::{ClassSet, Tree};
use super::{Row, WordsByClass, cues, rows};
use crate::text::boundary;
use crate::text::openings::CaselessOpenings;
use crate::text::script;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// What a label announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    Tel,
    Mobile,
    Fax,
    Pager,
    Email,
    Url,
    Name,
    Title,
    Address,
    Unit,
    /// A line for those who are not the press: sales hotline, 客服電話.
    Public,
}

impl Label {
    /// Whether a telephone number follows.
    pub(crate) fn is_number(self) -> bool {
        matches!(self, Label::Tel | Label::Mobile | Label::Fax | Label::Pager | Label::Public)
    }
}

const CLASSES: &[(&str, Label)] = &[
    ("tel", Label::Tel),
    ("tel_alone", Label::Tel),
    ("mobile", Label::Mobile),
    ("fax", Label::Fax),
    ("pager", Label::Pager),
    ("email", Label::Email),
    ("url", Label::Url),
    ("name", Label::Name),
    ("title", Label::Title),
    ("address", Label::Address),
    ("unit", Label::Unit),
    ("public_line", Label::Public),
];

/// The labels from their last letter on, ASCII in small letters; the bits of each are its classes, in the order of
/// [`CLASSES`].
static LABELS: LazyLock<Tree> = LazyLock::new(|| {
    let class = |row: Row| CLASSES.iter().position(|(name, _)| *name == row.class);
    let labels = rows(include_str!("labels.tsv")).filter_map(|row| Some((row.word, class(row)?)));
    Tree::of(labels.map(|(word, class)| (word.chars().rev().map(|c| c.to_ascii_lowercase()), 1 << class)))
});

/// The bit of labels that are a part of a name after another word: "Office:", but "Press Office:".
static ALONE: LazyLock<ClassSet> =
    LazyLock::new(|| CLASSES.iter().position(|&(name, _)| name == "tel_alone").map_or(0, |class| 1 << class));

static TABLE: LazyLock<WordsByClass> = LazyLock::new(|| WordsByClass::of(include_str!("labels.tsv")));

fn words<W: FromIterator<&'static str>>(class: &'static str) -> W {
    TABLE.words(class).collect()
}

static ASKING: LazyLock<Tree> =
    LazyLock::new(|| Tree::of(words::<Vec<&str>>("asking").into_iter().map(|word| (word.chars(), 1))));
/// Where words that ask may stand.
static ASKING_OPENINGS: LazyLock<CaselessOpenings> =
    LazyLock::new(|| CaselessOpenings::of(words::<Vec<&str>>("asking")));
static JOINERS: LazyLock<Vec<&str>> = LazyLock::new(|| words("joiner"));
static OPENING_REQUESTS: LazyLock<Vec<&str>> = LazyLock::new(|| words("opening_request"));
static LINKS: LazyLock<Vec<&str>> = LazyLock::new(|| words("link"));
static SEATS: LazyLock<Vec<&str>> = LazyLock::new(|| words("seat"));
static REACHED: LazyLock<Vec<&str>> = LazyLock::new(|| words("reached"));
static DESKS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| words("desk"));
static PUBLIC: LazyLock<Vec<&str>> = LazyLock::new(|| words("public"));
static MAIL_HEADERS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| words("mail_header"));
static INTERVIEWERS: LazyLock<Vec<&str>> = LazyLock::new(|| words("interviewer"));
static PURPOSES: LazyLock<Vec<&str>> = LazyLock::new(|| words("purpose"));
static POINTERS: LazyLock<Vec<&str>> = LazyLock::new(|| words("pointer"));
static PUBLIC_HEADINGS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| words("public_heading"));
static SPOKESMEN: LazyLock<FxHashSet<&str>> = LazyLock::new(|| words("spokesman"));
static MARKETS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| words("market"));
static BETWEEN: LazyLock<FxHashSet<&str>> = LazyLock::new(|| words("between"));
static OFFICE_STARTS: LazyLock<Vec<&str>> = LazyLock::new(|| words("office_start"));
static BEHALF: LazyLock<Vec<&str>> = LazyLock::new(|| words("behalf"));
static ISSUED_BY: LazyLock<Vec<&str>> = LazyLock::new(|| words("issued_by"));
static ISSUED_FOR: LazyLock<Vec<&str>> = LazyLock::new(|| words("issued_for"));
/// Between whom a release is issued for and who issues it: by.
static ISSUED_LINKS: LazyLock<Vec<&str>> = LazyLock::new(|| words("issued_link"));
/// Between who issues a release and whom for in a Chinese sentence: 代表, and what it ends with: 發放.
static ACTING: LazyLock<Vec<&str>> = LazyLock::new(|| words("acting"));
static ISSUED_ENDS: LazyLock<Vec<&str>> = LazyLock::new(|| words("issued_end"));
static AGENCY_ENDS: LazyLock<Vec<&str>> = LazyLock::new(|| words("agency_end"));
static OFF_HOURS: LazyLock<Vec<&str>> = LazyLock::new(|| words("off_hours"));
static SAME_OFF_HOURS: LazyLock<Vec<&str>> = LazyLock::new(|| words("same_off_hours"));
static PRESS_WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| words("press_word"));
static PUBLIC_WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| words("public_word"));
static ADVISERS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| words("adviser"));
static ADVISER_JOINTS: LazyLock<Vec<&str>> = LazyLock::new(|| words("adviser_joint"));
static BEHALF_ENDS: LazyLock<Vec<&str>> = LazyLock::new(|| words("behalf_end"));
static HOURS: LazyLock<Vec<&str>> = LazyLock::new(|| words("hours"));
static CODES: LazyLock<Vec<&str>> = LazyLock::new(|| words("code"));
static DUTIES: LazyLock<Vec<&str>> = LazyLock::new(|| words("duty"));
static PAGE_WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| words("page_word"));
static DETAIL_ENDS: LazyLock<Vec<&str>> = LazyLock::new(|| words("detail_end"));
static PAGE_DETAILS: LazyLock<Vec<&str>> = LazyLock::new(|| words("page_detail"));
static OFFICE_ENDS: LazyLock<Vec<&str>> = LazyLock::new(|| words("office_end"));

/// Whether a line opens with a label of what an event has, told by its end: 登船地點：, 试映日期：.
pub(crate) fn opens_with_detail(line: &str) -> bool {
    /// Characters of the longest of such labels; a guess.
    const LONGEST: usize = 8;
    // No character has more than four bytes.
    let opening = boundary::head(line, (LONGEST + 1) * 4);
    let Some((label, _)) = opening.split_once(['：', ':']) else { return false };
    let fits = label.chars().count() <= LONGEST && label.chars().all(script::is_han);
    let of_page = || PAGE_DETAILS.iter().any(|word| label.starts_with(word));
    fits && DETAIL_ENDS.iter().any(|end| label.ends_with(end)) && !of_page()
}

/// Whether `phrase` is a desk, which is part of its body's name: Press Office, Investor Relations.
pub(crate) fn is_desk(phrase: &str) -> bool {
    let plain = cues::plain(phrase);
    DESKS.contains(plain.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Whether `phrase` is a desk that is an office by its name: Press Office, News Bureau.
pub(crate) fn is_office(phrase: &str) -> bool {
    let last = phrase.split_whitespace().next_back().unwrap_or("");
    is_desk(phrase) && latin::BODY_MARKS.contains_lower(last)
}

/// Whether a line opens with words for those who are not the press: "For public inquiries:", 客服热线.
pub(crate) fn is_for_the_public(plain: &str) -> bool {
    let plain = plain.trim_start_matches(|c: char| !c.is_alphanumeric());
    PUBLIC.iter().any(|word| plain.starts_with(word))
}

/// What stands before the first colon or bar of a line, without marks at its ends.
fn head(plain: &str) -> &str {
    let end = memchr::memchr2(b':', b'|', plain.as_bytes()).unwrap_or(plain.len());
    plain[..end].trim_matches(|c: char| !script::is_word(c))
}

/// Whether a line is a heading of those who are not the press, or opens with one before a colon or a bar: "Consumers:",
/// 商務合作.
pub(crate) fn heads_the_public(plain: &str) -> bool {
    PUBLIC_HEADINGS.contains(head(plain))
}

/// Whether a heading tells that who follows speaks for the body above: 代理發言人：.
pub(crate) fn is_spokesman(plain: &str) -> bool {
    SPOKESMEN.contains(head(plain))
}

/// Where the word for a spokesman starts that ends `head`, the words before a colon: 水務署|發言人.
pub(crate) fn spokesman_start(head: &str) -> Option<usize> {
    /// Characters of the longest such word; a guess.
    const LONGEST: usize = 8;
    let starts = head.char_indices().rev().map(|(at, _)| at).take(LONGEST);
    starts.filter(|&at| SPOKESMEN.contains(&head[at..])).last()
}

/// Whether words are markets that a desk answers for, and no body: "UK & Ireland", "North America:".
pub(crate) fn is_market(plain: &str) -> bool {
    let head = head(plain);
    let mut places =
        head.split(['&', ',', '/', '、', '及']).flat_map(|part| part.split(" and ")).map(str::trim);
    !head.is_empty() && places.all(|place| MARKETS.contains(place))
}

/// Whether a line is the word between two contacts and nothing else: "or", "-or-".
pub(crate) fn is_between(line: &str) -> bool {
    /// Bytes of the longest, with dashes around it.
    const LONGEST: usize = 12;
    line.len() <= LONGEST && BETWEEN.contains(cues::plain(line).trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Whether `remark` tells whom a body acts for: "on behalf of Weir Mill", 代表北堤磨坊.
pub(crate) fn is_on_behalf(remark: &str) -> bool {
    let plain = cues::plain(remark);
    // "for broadcast interviews": what for, and nobody.
    let whose = |word: &str| {
        let rest = remark.trim_start().get(word.len()..).unwrap_or("");
        !word.is_ascii() || !rest.trim_start().starts_with(char::is_lowercase)
    };
    BEHALF.iter().any(|word| plain.starts_with(word) && whose(word))
}

/// Who issues a release for another by what a line says: "Issued by | Weir PR | on behalf of Moor Mill", "Issued for and on
/// behalf of Moor Mill by | Weir PR". It is empty where the name stands on the next line.
pub(crate) fn issuer(line: &str) -> Option<std::ops::Range<usize>> {
    if line.starts_with(script::is_han) {
        return issuer_in_han(line);
    }
    let after = |phrases: &[&str]| {
        let opens =
            |phrase: &&&str| line.get(..phrase.len()).is_some_and(|start| start.eq_ignore_ascii_case(phrase));
        phrases.iter().find(opens).map(|phrase| phrase.len())
    };
    let whole = line.trim_end_matches([' ', ':', '.']).len();
    if let Some(start) = after(&ISSUED_FOR) {
        let last = |link: &&str| {
            let mut places =
                line[start..whole].rmatch_indices(*link).map(|(at, _)| start + at..start + at + link.len());
            places.find(|word| {
                line[..word.start].ends_with(' ') && (word.end == whole || line[word.end..].starts_with(' '))
            })
        };
        let link = ISSUED_LINKS.iter().find_map(last)?;
        return Some(whole.min(link.end + 1)..whole);
    }
    let start = after(&ISSUED_BY)?;
    let small = line[start..whole].to_ascii_lowercase();
    let behalf = BEHALF
        .iter()
        .filter(|word| word.contains(' ') && !word.ends_with(' '))
        .find_map(|word| small.find(word))?;
    Some(start..start + line[start..start + behalf].trim_end().len())
}

/// The same of a Chinese sentence, where nobody is named behind it: 本新聞稿由北堤公關有限公司代白浪局發放。
fn issuer_in_han(line: &str) -> Option<std::ops::Range<usize>> {
    let start = ISSUED_BY.iter().find(|phrase| line.starts_with(**phrase))?.len();
    let (sentence, rest) = line[start..].split_once('。').unwrap_or((&line[start..], ""));
    if !ISSUED_ENDS.iter().any(|end| sentence.ends_with(end)) || rest.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let is_body = |name: &str| {
        name.ends_with(|c: char| c.is_ascii_alphabetic())
            || han::BODY_ENDS.ends(name)
            || han::FIRMS.ends(name)
    };
    let acts = |word: &&str| {
        let mut names = sentence.match_indices(*word).map(|(at, _)| sentence[..at].trim_end());
        names.find(|name| is_body(name))
    };
    let name = ACTING.iter().find_map(acts)?;
    Some(start..start + name.len())
}

/// Whether `before` ends with the label of a number by which nobody is rung: "quote reference", 檔號.
pub(crate) fn ends_as_code(before: &str) -> bool {
    let before = before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | '.' | '#'));
    CODES.iter().any(|word| {
        let Some(start) = before.len().checked_sub(word.len()) else { return false };
        let ends = before.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(word));
        ends && (!word.is_ascii() || !before[..start].ends_with(char::is_alphanumeric))
    })
}

/// Whether `words` are a desk of the body above that is called by its hours: "Out of hours duty press officer".
pub(crate) fn is_off_hours(words: &str) -> bool {
    let plain = cues::plain(words);
    let plain = plain.trim_matches(|c: char| !c.is_alphanumeric());
    OFF_HOURS
        .iter()
        .any(|word| plain.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// Whether `words` tell when another number of the same person is to be rung, and nothing else: "Out of hours".
pub(crate) fn is_same_off_hours(words: &str) -> bool {
    let plain = cues::plain(words);
    SAME_OFF_HOURS.contains(&plain.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Whether a sentence of the text asks the press to ring or write: "For more information, please contact Ann Lee at", and
/// not the public.
pub(crate) fn asks_the_press(sentence: &str) -> bool {
    let plain = cues::plain(sentence);
    asks_for_somebody(sentence) && PRESS_WORDS.iter().any(|word| holds_word(&plain, word))
}

/// Whether a sentence asks anybody but the public to ring or write.
pub(crate) fn asks_for_somebody(sentence: &str) -> bool {
    let plain = cues::plain(sentence);
    asking_end(sentence).is_some() && !PUBLIC_WORDS.iter().any(|word| holds_word(&plain, word))
}

/// Whether `word` stands in `text`, one of Latin letters with no letter before or after it.
fn holds_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        if !word.is_ascii() {
            return true;
        }
        let before = text[..at].ends_with(char::is_alphanumeric);
        !before && !text[at + word.len()..].starts_with(char::is_alphanumeric)
    })
}

/// Where a word stands that joins two parts of `text`: where the first ends and the second starts.
pub(crate) fn joined(text: &str) -> Option<(usize, usize)> {
    let (at, end) = between_blanks(text, &JOINERS)?;
    Some((text[..at].trim_end().len(), end + 1))
}

/// Whether `remark` tells what a body does for the issuer: "Financial Adviser and Broker", "PR agency".
pub(crate) fn is_adviser(remark: &str) -> bool {
    let plain = cues::plain(remark);
    let plain = plain.trim_matches(|c: char| !c.is_alphanumeric());
    if plain.is_empty() || ADVISERS.contains(plain) {
        return !plain.is_empty();
    }
    ADVISER_JOINTS.iter().any(|joint| {
        plain
            .split_once(joint)
            .is_some_and(|(first, rest)| ADVISERS.contains(first.trim_end()) && is_adviser(rest))
    })
}

/// Where an agency's name ends before whom it acts for: "Weir Communications for Harbour Works", "Moor Media
/// Ltd for Weir Mill".
pub(crate) fn agency_end(name: &str) -> Option<usize> {
    let acts = |at: &usize| is_on_behalf(&name[at + 1..]);
    name.match_indices(' ').map(|(at, _)| at).filter(acts).find(|&at| {
        let agency = &name[..at];
        let last = agency.rsplit(' ').next().unwrap_or("");
        let told = AGENCY_ENDS.iter().any(|end| last.eq_ignore_ascii_case(end));
        agency.contains(' ') && (told || latin::LEGAL_FORMS.contains_lower(last))
    })
}

/// Whether `remark` tells for whom a body acts, or as whose agent: 代表北堤磨坊, 北堤磨坊公關代理.
pub(crate) fn is_of_agent(remark: &str) -> bool {
    is_on_behalf(remark) || BEHALF_ENDS.iter().any(|word| remark.ends_with(word))
}

/// Whether `remark` tells when a desk is to be rung: 辦公時間以外, 24小時.
pub(crate) fn tells_hours(remark: &str) -> bool {
    HOURS.iter().any(|word| remark.contains(word))
}

/// Whether `words` say that somebody is on duty, and not who: 夜間值班.
pub(crate) fn is_duty(words: &str) -> bool {
    DUTIES.iter().any(|word| words.trim_end().ends_with(word))
}

/// `words` before a number without the label that they end with after a blank: 林小文　辦公室 before 2155 0143.
pub(crate) fn without_label(words: &str) -> &str {
    let start =
        words.char_indices().rev().find(|(_, c)| c.is_whitespace()).map_or(0, |(at, c)| at + c.len_utf8());
    if start > 0 && words[start..].starts_with(script::is_han) && is_label(&words[start..]) {
        words[..start].trim_end()
    } else {
        words
    }
}

/// Whether `words` lead to a page that is to be read: 上查看原文.
pub(crate) fn leads_to_page(words: &str) -> bool {
    PAGE_WORDS.iter().any(|word| words.contains(word))
}

/// Where an office stands in `text` that is called by who holds it: "Office of Senator Lee", "Minister Lee's office".
/// It reaches to the end of `text`.
pub(crate) fn office_start(text: &str) -> Option<usize> {
    let lower = text.to_ascii_lowercase();
    let opens = |at: &usize| *at == 0 || lower[..*at].ends_with(", ");
    let named =
        OFFICE_STARTS.iter().filter_map(|word| lower.match_indices(word).map(|(at, _)| at).find(opens));
    named.min().or_else(|| {
        let ends = OFFICE_ENDS.iter().any(|word| lower.trim_end().ends_with(word));
        ends.then(|| lower.rfind(", ").map_or(0, |comma| comma + 2))
    })
}

/// Whether a line is of the head of a mail, "From: Ann Lee <ann@weir.example>", 主旨：, or tells whose news a wire carries:
/// "SOURCE: Weir Mill".
pub(crate) fn is_mail_header(plain: &str) -> bool {
    memchr::memchr(b':', plain.as_bytes()).is_some_and(|colon| MAIL_HEADERS.contains(plain[..colon].trim()))
}

/// Whether `line` opens with the label of who asks in an interview: 問：, "Q:".
pub(crate) fn opens_as_asked(line: &str) -> bool {
    let label =
        |word: &&str| script::after_word(line, word).is_some_and(|rest| rest.starts_with([':', '：']));
    INTERVIEWERS.iter().any(label)
}

/// Whether `head`, before a colon and a name, opens as a purpose does: "For visits and interviews".
pub(crate) fn opens_purpose(head: &str) -> bool {
    let plain = cues::plain(head);
    PURPOSES.iter().any(|word| plain.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')))
}

/// Where the word ends with which `head` opens as a purpose does: "For" of "For Weir Bank".
pub(crate) fn purpose_end(head: &str) -> Option<usize> {
    let lower = head.to_ascii_lowercase();
    PURPOSES
        .iter()
        .find(|word| lower.strip_prefix(**word).is_some_and(|rest| rest.starts_with(' ')))
        .map(|word| word.len())
}

/// A body's name without its article: "the Information Office".
pub(crate) fn without_article(text: &str, body: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let rest = super::headings::without_article(&text[body.clone()]);
    body.end - rest.len()..body.end
}

/// Where `text` goes on after a word that joins it to what is before: "or Ann Lee".
pub(crate) fn joined_start(text: &str) -> Option<usize> {
    let opens = |word: &&&str| {
        text.strip_prefix(**word)
            .is_some_and(|rest| !word.is_ascii() || rest.is_empty() || rest.starts_with(char::is_whitespace))
    };
    JOINERS.iter().find(opens).map(|word| word.len())
}

/// Where `text` goes on after a word that opens a request by itself: "Contact Ann Lee, Press Officer".
pub(crate) fn request_start(text: &str) -> Option<usize> {
    let (word, rest) = text.split_once(' ')?;
    let opens = OPENING_REQUESTS.iter().any(|request| word.eq_ignore_ascii_case(request));
    (opens && rest.starts_with(char::is_uppercase)).then_some(word.len() + 1)
}

/// Whether `text` ends with a word that joins: 投資者及.
pub(crate) fn ends_joined(text: &str) -> bool {
    let text = text.trim_end();
    JOINERS.iter().any(|word| {
        text.strip_suffix(word).is_some_and(|rest| !word.is_ascii() || rest.ends_with(char::is_whitespace))
    })
}

/// Whether a line points to what stands below it: "please contact the following", 請與以下人士聯絡.
pub(crate) fn points_below(plain: &str) -> bool {
    plain.trim_end().ends_with(':') && POINTERS.iter().any(|word| plain.contains(word))
}

/// The label that `text` ends with, a colon and blanks after it left aside.
pub(crate) fn before(text: &str) -> Option<Label> {
    let from = boundary::ceil(text, text.len().saturating_sub(40));
    let plain = cues::plain(&text[from..]);
    let tail =
        plain.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '.' | '-' | '/' | '('));
    let label = |tail| longest_ending(tail, |_, _| true).map(|(_, label)| label);
    label(tail).or_else(|| label(without_remark(tail)?))
}

/// Whether `text` is a label and nothing else, brackets left aside: （`WhatsApp`）.
pub(crate) fn is_label(text: &str) -> bool {
    let plain = cues::plain(text);
    let word = plain.trim_matches(|c: char| !c.is_alphanumeric());
    LABELS.classes(word.chars().rev(), ClassSet::MAX) != 0
}

/// The label that is all of `line`: its value stands below.
pub(crate) fn alone(line: &str) -> Option<Label> {
    let plain = cues::plain(line);
    let word = plain.trim_matches(|c: char| !c.is_alphanumeric());
    let classes = LABELS.classes(word.chars().rev(), ClassSet::MAX);
    CLASSES.get(classes.trailing_zeros() as usize).map(|&(_, label)| label)
}

/// Where the words end by which a sentence asks for somebody: "please contact", 請致電. The last counts.
pub(crate) fn asking_end(text: &str) -> Option<usize> {
    ASKING_OPENINGS
        .places(text.as_bytes())
        .filter_map(|at| {
            let letters = text[at..]
                .char_indices()
                .map(|(place, c)| (at + place + c.len_utf8(), c.to_ascii_lowercase()));
            ASKING.longest(letters, 1)
        })
        .max()
}

/// Whether `text` is nothing but words that ask for somebody: 致電.
pub(crate) fn is_asking(text: &str) -> bool {
    ASKING.longest(text.char_indices().map(|(at, c)| (at + c.len_utf8(), c.to_ascii_lowercase())), 1)
        == Some(text.len())
}

/// Whether `rest`, what stands after a phrase, joins another to it: "and", 及.
pub(crate) fn is_joined(rest: &str) -> bool {
    let rest = rest.trim_start();
    JOINERS.iter().any(|word| {
        rest.strip_prefix(word)
            .is_some_and(|after| !word.is_ascii() || after.starts_with(char::is_whitespace))
    })
}

/// `text` without the word that leads on to a number or an address, or closes a request: "Ann Lee at", 李安小姐聯絡.
pub(crate) fn without_link(text: &str) -> &str {
    let trimmed = text.trim_end();
    if let Some(rest) = REACHED.iter().find_map(|word| trimmed.strip_suffix(word)) {
        return rest.trim_end();
    }
    let cut = LINKS.iter().find_map(|word| {
        let rest = trimmed.strip_suffix(word)?;
        rest.ends_with(char::is_whitespace).then(|| rest.trim_end())
    });
    cut.unwrap_or(trimmed)
}

/// Where the name ends and the body starts in "Ann Lee of the Harbour Office".
pub(crate) fn seat(text: &str) -> Option<(usize, usize)> {
    between_blanks(text, &SEATS).map(|(at, end)| (at, end + 1))
}

/// The first of `words` that stands between two blanks of `text`, and where it ends.
fn between_blanks(text: &str, words: &[&str]) -> Option<(usize, usize)> {
    memchr::memchr_iter(b' ', text.as_bytes()).find_map(|blank| {
        let rest = &text[blank + 1..];
        let stands = |word: &&&str| rest.strip_prefix(**word).is_some_and(|after| after.starts_with(' '));
        let word = words.iter().filter(stands).min_by_key(|word| word.len())?;
        Some((blank + 1, blank + 1 + word.len()))
    })
}

/// Every label in `text` that a colon follows, or that opens it before a blank and a number or an address.
pub(crate) fn find_all(text: &str) -> Vec<(std::ops::Range<usize>, Label)> {
    let mut found: Vec<(std::ops::Range<usize>, Label)> = Vec::new();
    if let Some(blank) = text.find(char::is_whitespace)
        && let Some((word, label)) = ending(&text[..blank])
        && word == blank
        && opens_a_channel(text[blank..].trim_start())
    {
        found.push((0..blank, label));
    }
    for (colon, mark) in text.char_indices().filter(|(_, c)| matches!(c, ':' | '：' | '︰')) {
        let head = text[..colon].trim_end();
        // "On-call (weekends)" is no call.
        let whole = |head: &str| ending(head).filter(|&(word, _)| word == head.len());
        let remarked = || without_remark(head).and_then(|head| Some((head, whole(head)?)));
        let labelled = ending(head).map(|label| (head, label)).or_else(remarked);
        if let Some((head, (word, label))) = labelled {
            found.push((head.len() - word..colon + mark.len_utf8(), label));
        }
    }
    found
}

/// `head` without the bracket that ends it and tells of the label before: 手機（微信同號）.
fn without_remark(head: &str) -> Option<&str> {
    /// Characters of the longest remark.
    const LONGEST: usize = 16;
    let inside = head.strip_suffix([')', '）'])?;
    let (open, _) = inside.char_indices().rev().take(LONGEST).find(|&(_, c)| matches!(c, '(' | '（'))?;
    let told = !inside[open..].contains(|c: char| c.is_ascii_digit());
    told.then(|| head[..open].trim_end()).filter(|before| !before.is_empty())
}

/// Whether a number or an address stands at the start of `rest`.
fn opens_a_channel(rest: &str) -> bool {
    let word = rest.split(char::is_whitespace).next().unwrap_or("");
    word.contains('@')
        || rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '(' | '（' | '＋'))
}

/// Length in bytes and class of the label that `head` ends with.
fn ending(head: &str) -> Option<(usize, Label)> {
    let in_a_name = |at: usize| {
        head[..at].strip_suffix(' ').is_some_and(|before| before.ends_with(char::is_alphabetic))
            || head[..at].ends_with(script::is_han)
    };
    longest_ending(head, |at, classes| classes & *ALONE == 0 || !in_a_name(at))
}

/// `line` with its label closed up where a typist set the two characters of it apart: 電　話：2155 0143.
pub(crate) fn set_close(line: &str) -> Option<String> {
    let mut letters = line.char_indices().filter(|(_, c)| !c.is_whitespace());
    let mut han = || letters.next().map(|(_, c)| c).filter(|&c| script::is_han(c));
    let (first, second) = (han()?, han()?);
    let (colon, _) = letters.next().filter(|(_, c)| matches!(c, ':' | '：'))?;
    let spread = colon > first.len_utf8() + second.len_utf8();
    spread.then(|| format!("{first}{second}{}", &line[colon..]))
}

/// The characters of `head` from its last on, without the blanks that set a label of two characters apart: 電　話.
fn letters_back(head: &str) -> impl Iterator<Item = (usize, char)> {
    let mut letters = head.char_indices().rev();
    let last = letters.next();
    let spread = last.is_some_and(|(at, c)| {
        let before = head[..at].trim_end();
        script::is_han(c)
            && before.len() < at
            && before.ends_with(script::is_han)
            && !before.chars().rev().nth(1).is_some_and(script::is_word)
    });
    let letters = letters.skip_while(move |(_, c)| spread && c.is_whitespace());
    last.into_iter().chain(letters)
}

/// The longest label that `head` ends with and no word goes into, of those that are `wanted` by their start and classes.
fn longest_ending(head: &str, wanted: impl Fn(usize, ClassSet) -> bool) -> Option<(usize, Label)> {
    let mut longest = None;
    let letters = letters_back(head).map(|(at, c)| (at, c.to_ascii_lowercase()));
    LABELS.each(letters, ClassSet::MAX, |at, classes| {
        let inside_word = head[at..].is_ascii() && head[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
        if !inside_word && wanted(at, classes) {
            longest = Some((head.len() - at, classes));
        }
    });
    let (length, classes) = longest?;
    CLASSES.get(classes.trailing_zeros() as usize).map(|&(_, label)| (length, label))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_press_is_asked_or_the_public() {
        assert!(asks_the_press("For more information, please contact Ann Lee at 2155 0101."));
        assert!(!asks_the_press("Anyone with more information is asked to please contact police."));
        assert!(!asks_the_press("Ann Lee told the press of her plans."));
    }

    #[test]
    fn what_a_body_does_for_the_issuer() {
        assert!(is_adviser("Nominated Adviser & Joint Broker"));
        assert!(is_adviser("financial PR"));
        assert!(!is_adviser("Harbour Works"));
        assert!(!is_adviser("Broker of peace"));
    }
}
