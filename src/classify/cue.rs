//! What a line shows of itself: phrases, contents, shape, and how it stands to its neighbours.
//!
//! Takes the lines of an edition; gives a set of cues for each. A cue is a fact, not a verdict: what it speaks for is
//! in `weights.tsv`.

use crate::clean::Line;
use crate::clean::wrap::{self, Measure, Seam};
use crate::extract::{date, dateline, link, person, phone, status};
use crate::lexicon::cues::{self, CueClass, Standing};
use crate::lexicon::links;
use crate::lexicon::people::{han, latin};
use crate::release::LinkKind;
use crate::text::fold::folded;
use crate::text::script;
use std::collections::{HashMap, HashSet};

macro_rules! cues {
    ($($(#[doc = $doc:literal])* $name:ident,)*) => {
        /// A fact about a line.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub(crate) enum Cue { $($(#[doc = $doc])* $name,)* }

        impl Cue {
            pub(crate) const ALL: &[Cue] = &[$(Cue::$name,)*];

            /// The cue of that name.
            pub(super) fn named(name: &str) -> Option<Cue> {
                match name {
                    $(stringify!($name) => Some(Cue::$name),)*
                    _ => None,
                }
            }
        }
    };
}

cues! {
    /// The line is a masthead phrase, or an issuing unit's label.
    Masthead,
    /// The line is a phrase of navigation.
    NavAlone,
    /// It opens with one.
    NavOpens,
    BoilerHeading,
    /// It opens with a boilerplate heading and goes on with prose.
    BoilerGlued,
    NotesHeading,
    NotesGlued,
    ForwardLooking,
    ContactHeading,
    ContactOpens,
    ContactLabel,
    CaptionLabel,
    /// It ends as a caption without a mark does.
    CaptionEnd,
    Position,
    PhotoCredit,
    Download,
    Credit,
    ListLead,
    KnownSubheading,
    EndMark,
    /// The line is a release instruction.
    Status,
    /// It opens with one and goes on.
    StatusOpens,
    /// It states a day and nothing else.
    DateOnly,
    /// It opens with a dateline and goes on.
    Dateline,
    /// It is a dateline and nothing else.
    DatelineAlone,
    Email,
    Phone,
    Url,
    /// The line is one address.
    AddressOnly,
    /// It tells where more is to be read.
    MoreInfo,
    Hashtags,
    Rule,
    Copyright,
    /// Cells of numbers.
    TableRow,
    /// At most 16 columns.
    Tiny,
    /// At most 44.
    Short,
    /// 45 to 90.
    Medium,
    /// More than 100, or set full.
    Long,
    /// More than 180: a whole paragraph.
    Huge,
    SentenceEnd,
    /// It ends with no mark at all.
    OpenEnd,
    ColonEnd,
    SemicolonEnd,
    CommaEnd,
    LowerStart,
    Bullet,
    Numbered,
    QuoteStart,
    BracketStart,
    Caps,
    TitleCase,
    Indented,
    Centred,
    /// Its last word is followed by one that did not fit.
    Full,
    /// Paragraph breaks before and after.
    Alone,
    /// A quarter wider than the line before: another size of type, or another measure.
    Wider,
    /// At most two thirds as wide as the line before, without a gap: the rest of it.
    Remainder,
    /// A blank line before it where the document sets paragraphs apart by them.
    GapBefore,
    /// The line before ends with a colon.
    AfterColon,
    /// An earlier line has the same text.
    Repeats,
    /// A later line opens with the same text or is it.
    Repeated,
    First,
    /// Before the first prose of the edition.
    BeforeProse,
    /// After the last.
    AfterProse,
    /// Before the dateline that opens the lead.
    BeforeDateline,
    /// Each line is a paragraph here, and this one stands apart from the one before.
    Apart,
    /// The line before is furniture or a page ended.
    AfterPage,
    /// Several sentences or clauses: prose.
    Prose,
    /// The line is the name of a body: a company, an office, a university.
    BodyAlone,
    /// The line is a person's name.
    NameAlone,
    /// The line ends with a post: "Chief Executive", 行政總裁.
    PostEnd,
    /// It ends well before the measure: the next word had room.
    Roomy,
    /// It is set in from the line before, as a paragraph's first line is.
    Inset,
    /// A blank line after it where the document sets paragraphs apart by them.
    GapAfter,
    /// The document has no measure: each line is a paragraph.
    Unwrapped,
    /// Most of its letters are Han characters.
    Han,
    /// Before the first prose, and most of its words stand in that prose too.
    Echoed,
    /// Before the first prose, and hardly any of its words do.
    Strange,
    /// It opens with a dash.
    DashStart,
    /// A colon and an opening quotation mark: somebody is given the word.
    GivesWord,
    /// It opens with a dash, and the line before ends with a closing quotation mark: who signs for the words.
    Signs,
    /// One of many lines in a row that are no sentences and fill no measure: a table, a menu, addresses.
    AmongScraps,
    /// It starts with a word that goes on with the line before: "From", 及.
    Linked,
    /// The line before ends with a word that is to be gone on from: "of", 的.
    AfterLink,
    /// A quotation is open where it starts.
    InQuote,
    /// Blanks part it into cells.
    Cells,
    /// All capitals after a line that is not, or the other way.
    CaseChanges,
}

/// A set of cues.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct CueSet(u128);

impl CueSet {
    pub(crate) fn has(self, cue: Cue) -> bool {
        self.0 & (1 << cue as u8) != 0
    }

    fn add(&mut self, cue: Cue) {
        self.0 |= 1 << cue as u8;
    }

    fn remove(&mut self, cue: Cue) {
        self.0 &= !(1 << cue as u8);
    }

    fn add_if(&mut self, yes: bool, cue: Cue) {
        if yes {
            self.add(cue);
        }
    }

    /// The cues in it.
    pub(crate) fn iter(self) -> impl Iterator<Item = Cue> {
        Cue::ALL.iter().copied().filter(move |&cue| self.has(cue))
    }
}

/// The cues of each of `lines`, and the seam before each (none before the first).
pub(crate) fn of_lines(
    text: &str,
    lines: &[&Line],
    measure: &Measure,
    apart: &[bool],
) -> (Vec<CueSet>, Vec<Option<Seam>>) {
    let mut seams: Vec<Option<Seam>> = (0..lines.len())
        .map(|at| (at > 0).then(|| measure.seam(text, lines[at - 1], lines[at], apart[at])))
        .collect();
    let mut found = Vec::new();
    let mut sets: Vec<CueSet> = lines
        .iter()
        .map(|line| of_line(&folded(&text[line.span.range()]), line, measure, &mut found))
        .collect();
    for at in 0..sets.len() {
        let before = seams[at];
        let after = seams.get(at + 1).copied().flatten();
        let breaks = |seam: Option<Seam>| seam.is_none_or(|seam| seam.evidence > 0);
        let set = &mut sets[at];
        set.add_if(after.is_some_and(|seam| seam.full), Cue::Full);
        set.add_if(breaks(before) && breaks(after), Cue::Alone);
        set.add_if(before.is_some_and(|seam| measure.gap_speaks(seam.gap)), Cue::GapBefore);
        set.add_if(after.is_some_and(|seam| measure.gap_speaks(seam.gap)), Cue::GapAfter);
        set.add_if(after.is_some_and(|seam| seam.roomy), Cue::Roomy);
        set.add_if(before.is_some_and(|seam| seam.inset), Cue::Inset);
        set.add_if(measure.width.is_none(), Cue::Unwrapped);
        set.add_if(apart[at] || lines[at].page_break, Cue::AfterPage);
        set.add_if(at == 0, Cue::First);
        if at > 0 && before.is_some_and(|seam| !measure.gap_speaks(seam.gap)) {
            let (wide, before) = (lines[at].width, lines[at - 1].width);
            let latin =
                text[lines[at].span.range()].starts_with(|c: char| c.is_alphanumeric() && !script::is_cjk(c));
            sets[at].add_if(latin && wide * 4 > before * 5 && before >= 20, Cue::Wider);
            sets[at].add_if(wide * 3 <= before * 2 && before >= 30, Cue::Remainder);
        }
        let quoted = at > 0 && text[lines[at - 1].span.range()].ends_with(script::closes_quote);
        let signs = quoted && sets[at].has(Cue::DashStart);
        sets[at].add_if(signs, Cue::Signs);
        let caps_before = at > 0 && sets[at - 1].has(Cue::Caps);
        let changes = at > 0 && caps_before != sets[at].has(Cue::Caps) && !sets[at].has(Cue::Han);
        sets[at].add_if(changes, Cue::CaseChanges);
        let after_link = at > 0 && links::ends(&text[lines[at - 1].span.range()]);
        sets[at].add_if(after_link, Cue::AfterLink);
        let after_colon = at > 0 && sets[at - 1].has(Cue::ColonEnd);
        sets[at].add_if(after_colon, Cue::AfterColon);
        let full = sets[at].has(Cue::Full);
        sets[at].add_if(full && lines[at].width > 40, Cue::Long);
    }
    mark_datelines_that_go_on(&mut sets, &mut seams);
    mark_repeats(text, lines, &mut sets);
    mark_ends_of_prose(&mut sets);
    mark_before_dateline(&mut sets);
    mark_echoes(text, lines, &mut sets);
    mark_apart(lines, measure, &mut sets);
    mark_scraps(&mut sets);
    mark_open_quotes(text, lines, &mut sets);
    (sets, seams)
}

/// How much of a line's start is looked at for its contents: what makes a line a contact or a caption stands there.
const LOOKED_AT: usize = 400;

fn of_line(slice: &str, line: &Line, measure: &Measure, found: &mut Vec<(CueClass, Standing)>) -> CueSet {
    let mut set = CueSet::default();
    add_phrases(slice, &mut set, found);
    add_names(slice, line, &mut set);
    add_forms(slice, line, &mut set);
    add_shape(slice, line, measure, &mut set);
    set
}

fn add_phrases(slice: &str, set: &mut CueSet, found: &mut Vec<(CueClass, Standing)>) {
    cues::find(slice, found);
    for &(class, standing) in found.iter() {
        let opens = standing == Standing::Opens;
        let long = slice.len() > 200;
        set.add(match class {
            CueClass::Masthead => Cue::Masthead,
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
            CueClass::CaptionLabel => Cue::CaptionLabel,
            CueClass::CaptionEnd => Cue::CaptionEnd,
            CueClass::Position => Cue::Position,
            CueClass::PhotoCredit => Cue::PhotoCredit,
            CueClass::Download => Cue::Download,
            CueClass::Credit => Cue::Credit,
            CueClass::ListLead => Cue::ListLead,
            CueClass::Subheading => Cue::KnownSubheading,
            CueClass::EndMark => Cue::EndMark,
            CueClass::MoreInfo => Cue::MoreInfo,
        });
    }
    set.add_if(crate::extract::boilerplate::is_glued_heading(slice), Cue::BoilerGlued);
    set.add_if(is_end_mark(slice) || is_dated_end(slice, found), Cue::EndMark);
    set.add_if(is_numbered_caption(slice), Cue::CaptionLabel);
}

/// Lines that are a name and nothing else.
fn add_names(slice: &str, line: &Line, set: &mut CueSet) {
    /// No name of a person or a post is wider, in columns.
    const WIDEST: usize = 70;
    if line.width > WIDEST {
        return;
    }
    let bare = slice.trim_end_matches(|c: char| !c.is_alphanumeric());
    if bare.chars().all(script::is_han) {
        set.add_if(han::BODY_ENDS.ends(bare) || han::WEAK_BODY_ENDS.ends(bare), Cue::BodyAlone);
        set.add_if(han::HEADS.ends(bare) || han::WHOLE_HEADS.ends(bare), Cue::PostEnd);
        let letters = bare.chars().count();
        let surname = han::COMMON_SURNAMES.prefix_end(bare).or(han::DOUBLE_SURNAMES.prefix_end(bare));
        set.add_if((2..=4).contains(&letters) && surname.is_some(), Cue::NameAlone);
        return;
    }
    let mut words = bare.split_whitespace();
    let last = words.next_back().unwrap_or("");
    let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let capitals =
        bare.split_whitespace().all(|word| word.starts_with(|c: char| c.is_uppercase() || c == '('));
    let body =
        latin::BODY_MARKS.contains_lower(&plain(last)) || latin::LEGAL_FORMS.contains_lower(&plain(last));
    // "The University of South Alder": short words may stand in small letters.
    let words: Vec<&str> = bare.split_whitespace().collect();
    let seated = words.iter().all(|word| word.len() <= 3 || word.starts_with(char::is_uppercase))
        && words.windows(2).any(|pair| {
            latin::BODY_MARKS.contains_lower(&plain(pair[0]))
                && latin::TITLE_PREPOSITIONS.contains_lower(&plain(pair[1]))
        });
    set.add_if(body || seated, Cue::BodyAlone);
    set.add_if(latin::HEADS.contains_lower(&plain(last)), Cue::PostEnd);
    let few =
        (2..=3).contains(&bare.split_whitespace().count()) && !bare.contains(|c: char| c.is_ascii_digit());
    let named = few && capitals && person::has_personal_name(bare);
    set.add_if(named, Cue::NameAlone);
}

/// Whether something follows the colon of a heading on its line.
fn has_more(slice: &str) -> bool {
    slice.split_once([':', '：']).is_some_and(|(_, rest)| !rest.trim().is_empty())
}

fn add_forms(slice: &str, line: &Line, set: &mut CueSet) {
    let head = head(slice, LOOKED_AT);
    let short = line.width <= 160;
    if let Some(found) = status::read(head) {
        let whole = found.range.len() + 8 >= slice.trim().len() || found.until.is_some();
        set.add(if whole { Cue::Status } else { Cue::StatusOpens });
    }
    if short && head.chars().any(is_digit_like) && date::of_line(head).is_some() {
        set.add(Cue::DateOnly);
    }
    if let Some(found) = dateline::read(head) {
        let rest = slice[found.range.end..]
            .trim_matches(|c: char| c.is_whitespace() || script::is_dash(c) || ".,:：，".contains(c));
        set.add(if rest.is_empty() { Cue::DatelineAlone } else { Cue::Dateline });
    }
    let links = if head.contains(['.', '@', '/']) { link::find_all(head) } else { Vec::new() };
    set.add_if(links.iter().any(|link| link.kind == LinkKind::Email), Cue::Email);
    set.add_if(links.iter().any(|link| link.kind == LinkKind::Url), Cue::Url);
    set.add_if(
        links.first().is_some_and(|link| links.len() == 1 && link.range.len() + 2 >= slice.len()),
        Cue::AddressOnly,
    );
    set.add_if(
        short
            && head.bytes().filter(u8::is_ascii_digit).count() >= 6
            && !phone::find_all(head, None).is_empty(),
        Cue::Phone,
    );
    set.add_if(is_hashtags(slice), Cue::Hashtags);
    set.add_if(is_rule(slice), Cue::Rule);
    set.add_if(
        slice.starts_with('©') || slice.starts_with("(c) ") || slice.starts_with("Copyright"),
        Cue::Copyright,
    );
    set.add_if(is_table_row(slice), Cue::TableRow);
    set.add_if(short && has_cells(slice), Cue::Cells);
}

fn add_shape(slice: &str, line: &Line, measure: &Measure, set: &mut CueSet) {
    let wide = line.width;
    set.add_if(wide <= 16, Cue::Tiny);
    set.add_if(wide <= 44, Cue::Short);
    set.add_if((45..=90).contains(&wide), Cue::Medium);
    set.add_if(wide > 100, Cue::Long);
    set.add_if(wide > 180, Cue::Huge);
    set.add_if(is_prose(slice), Cue::Prose);
    set.add_if(wrap::ends_with_sentence(slice), Cue::SentenceEnd);
    let last = slice.chars().next_back().unwrap_or(' ');
    let closed = last.is_alphanumeric()
        || matches!(last, '）' | ')' | '」' | '』' | '”' | '"' | '’' | '》' | '%' | '®' | '™');
    set.add_if(closed && !set.has(Cue::SentenceEnd), Cue::OpenEnd);
    set.add_if(matches!(last, ':' | '：' | '︰'), Cue::ColonEnd);
    set.add_if(matches!(last, ';' | '；'), Cue::SemicolonEnd);
    set.add_if(matches!(last, ',' | '，' | '、'), Cue::CommaEnd);
    let first = slice.chars().next().unwrap_or(' ');
    set.add_if(first.is_lowercase(), Cue::LowerStart);
    set.add_if(wrap::bullet(slice).is_some(), Cue::Bullet);
    set.add_if(is_numbered(slice), Cue::Numbered);
    set.add_if(script::opens_quote(first), Cue::QuoteStart);
    set.add_if(script::is_dash(first), Cue::DashStart);
    set.add_if(mostly_han(slice), Cue::Han);
    set.add_if(gives_word(slice), Cue::GivesWord);
    set.add_if(matches!(first, '(' | '（' | '[' | '【'), Cue::BracketStart);
    set.add_if(line.indent >= 2, Cue::Indented);
    set.add_if(links::starts(slice), Cue::Linked);
    if let Some(width) = measure.width {
        let margins = (line.indent as i64 - (width as i64 - line.right() as i64)).abs();
        set.add_if(line.indent >= 8 && margins <= 8, Cue::Centred);
    }
    add_case(slice, set);
}

fn add_case(slice: &str, set: &mut CueSet) {
    let head = head(slice, LOOKED_AT);
    let (mut upper, mut lower) = (0, 0);
    for c in head.chars() {
        upper += usize::from(c.is_uppercase());
        lower += usize::from(c.is_lowercase());
    }
    set.add_if(upper >= 4 && lower * 8 < upper, Cue::Caps);
    let long_words = head
        .split_whitespace()
        .filter(|word| word.chars().count() > 3 && word.starts_with(char::is_alphabetic));
    let (capital, all) = long_words.fold((0, 0), |(capital, all), word| {
        (capital + usize::from(word.starts_with(char::is_uppercase)), all + 1)
    });
    set.add_if(all >= 3 && capital * 10 >= all * 7, Cue::TitleCase);
}

fn head(slice: &str, most: usize) -> &str {
    let mut end = slice.len().min(most);
    while !slice.is_char_boundary(end) {
        end -= 1;
    }
    &slice[..end]
}

fn gives_word(slice: &str) -> bool {
    let mut before = ' ';
    head(slice, LOOKED_AT).chars().filter(|c| !c.is_whitespace()).any(|c| {
        let gives = matches!(before, ':' | '：' | '︰') && script::opens_quote(c);
        before = c;
        gives
    })
}

fn mostly_han(slice: &str) -> bool {
    let (han, latin) = head(slice, LOOKED_AT).chars().fold((0, 0), |(han, latin), c| {
        (han + usize::from(script::is_han(c)), latin + usize::from(c.is_ascii_alphabetic()))
    });
    han * 2 > latin
}

fn is_digit_like(c: char) -> bool {
    c.is_numeric()
        || matches!(c, '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// More than a clause: a sentence end or a comma with text on both sides.
fn is_prose(slice: &str) -> bool {
    let head = head(slice, LOOKED_AT);
    let marks = head.matches([',', '，', '。', '、', '；']).count() + head.matches(". ").count();
    script::columns(head) >= 56 && marks >= 1
}

/// `###`, `# # #`, `-30-`, `***` of three to five: marks that only an end has. Words are in the lexicon.
fn is_end_mark(slice: &str) -> bool {
    if slice.len() > 24 {
        return false;
    }
    let marks: String = slice.chars().filter(|c| !c.is_whitespace()).collect();
    let of = |mark: char| !marks.is_empty() && marks.chars().all(|c| c == mark);
    let hashes = (of('#') || of('＃')) && marks.chars().count() <= 12;
    let thirty = marks.trim_matches(script::is_dash) == "30" && marks.len() > 2;
    hashes || thirty
}

/// "Ends/Thursday, November 27, 2025": the mark, a stroke, a date.
fn is_dated_end(slice: &str, found: &mut Vec<(CueClass, Standing)>) -> bool {
    let Some((mark, rest)) = slice.split_once(['/', '／']).filter(|_| slice.len() < 80) else {
        return false;
    };
    cues::find(mark, found);
    found.contains(&(CueClass::EndMark, Standing::Alone)) && rest.contains(char::is_numeric)
}

/// A label with a number, as "Photo 1:", 圖一： and 图2： are.
fn is_numbered_caption(slice: &str) -> bool {
    crate::lexicon::captions::label(slice).is_some()
}

fn is_hashtags(slice: &str) -> bool {
    let words = slice.split_whitespace().filter(|word| !word.is_empty());
    let (tags, all) = words.take(40).fold((0, 0), |(tags, all), word| {
        let tag = word.starts_with(['#', '＃']) && word.chars().nth(1).is_some_and(char::is_alphanumeric);
        (tags + usize::from(tag), all + 1)
    });
    tags > 0 && (tags * 2 >= all || slice.to_ascii_lowercase().starts_with("hashtag"))
}

/// A line of asterisks, dashes, equal signs.
fn is_rule(slice: &str) -> bool {
    let mut marks = slice.chars().filter(|c| !c.is_whitespace());
    let Some(first) = marks.next() else { return false };
    let of_one =
        (script::is_dash(first) || "*＊=＝_~～﹏·•.…".contains(first)) && marks.clone().all(|c| c == first);
    of_one && marks.count() >= 2
}

/// At least two cells of numbers, or one and nothing else.
fn is_table_row(slice: &str) -> bool {
    if slice.len() > 300 {
        return false;
    }
    let cells = slice.split_whitespace();
    let (numbers, all) =
        cells.fold((0, 0), |(numbers, all), cell| (numbers + usize::from(is_number_cell(cell)), all + 1));
    numbers >= 2 && numbers * 5 >= all * 2 || (all == 1 && numbers == 1)
}

/// Whether blanks stand in it as they do between columns.
fn has_cells(slice: &str) -> bool {
    /// Blanks in a row, as wide as no typist's space: extractors that keep the layout set columns so far apart.
    const COLUMN_GAP: usize = 3;
    let mut run = 0;
    slice.chars().any(|c| {
        run = if c == '\t' {
            COLUMN_GAP
        } else if c == ' ' || c == '\u{a0}' {
            run + 1
        } else {
            0
        };
        run >= COLUMN_GAP
    })
}

fn is_number_cell(cell: &str) -> bool {
    let has_digit = cell.bytes().any(|b| b.is_ascii_digit());
    has_digit
        && cell.chars().all(|c| {
            c.is_ascii_digit()
                || matches!(c, '.' | ',' | '%' | '+' | '-' | '−' | '–' | '$' | '(' | ')' | '年' | '月')
        })
}

/// "1. Text", "(2) Text", "一、文": a number that opens an item.
fn is_numbered(slice: &str) -> bool {
    let rest = slice.trim_start_matches(['(', '（']);
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if (1..=2).contains(&digits) {
        let after = &rest[digits..];
        return after.starts_with([')', '）', '、'])
            || after.starts_with(". ")
            || (after.starts_with('.') && !after[1..].starts_with(|c: char| c.is_ascii_digit()));
    }
    let mut chars = rest.chars();
    chars.next().is_some_and(|c| "一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩".contains(c))
        && chars.next().is_some_and(|c| "、）)".contains(c))
}

/// Lines that an earlier line has already, or that a later one opens with.
fn mark_repeats(text: &str, lines: &[&Line], sets: &mut [CueSet]) {
    let key = |at: usize| -> String {
        let plain = cues::plain(&text[lines[at].span.range()]);
        plain.chars().filter(|c| c.is_alphanumeric()).take(40).collect()
    };
    let mut seen: HashMap<String, usize> = HashMap::new();
    for at in 0..lines.len() {
        if lines[at].width < 20 || lines[at].span.len() > 600 {
            continue;
        }
        let key = key(at);
        match seen.get(&key) {
            Some(&first) => {
                sets[at].add(Cue::Repeats);
                sets[first].add(Cue::Repeated);
            }
            None => {
                seen.insert(key, at);
            }
        }
    }
}

/// A title says what the lead says; a masthead, a menu or an office does not.
fn mark_echoes(text: &str, lines: &[&Line], sets: &mut [CueSet]) {
    /// Lines before the prose that are looked at: a title stands close to it.
    const CLOSE: usize = 40;
    /// Lines of prose that are looked at, from its first on.
    const LEAD: usize = 12;
    let Some(first) = sets.iter().position(|set| !set.has(Cue::BeforeProse)) else { return };
    let mut lead = HashSet::new();
    for line in lines.iter().skip(first).take(LEAD) {
        words_of(head(&text[line.span.range()], LOOKED_AT), |word| _ = lead.insert(word));
    }
    for at in first.saturating_sub(CLOSE)..first {
        let (mut known, mut all) = (0, 0);
        words_of(head(&text[lines[at].span.range()], LOOKED_AT), |word| {
            known += usize::from(lead.contains(&word));
            all += 1;
        });
        sets[at].add_if(all >= 2 && known * 2 > all, Cue::Echoed);
        sets[at].add_if(known * 5 < all, Cue::Strange);
    }
}

/// What two texts have in common when they speak of the same: longer Latin words in small letters, pairs of ideographs.
fn words_of(slice: &str, mut tell: impl FnMut(String)) {
    for word in slice.split(|c: char| !c.is_alphanumeric()) {
        if word.chars().any(script::is_han) {
            let letters: Vec<char> = word.chars().collect();
            letters.windows(2).for_each(|pair| tell(pair.iter().collect()));
        } else if word.len() > 3 {
            tell(word.to_lowercase());
        }
    }
}

/// Lines of which nearly all around are scraps.
fn mark_scraps(sets: &mut [CueSet]) {
    /// Lines looked at on each side.
    const AROUND: usize = 4;
    let scraps: Vec<bool> = sets
        .iter()
        .map(|set| {
            ![Cue::SentenceEnd, Cue::Full, Cue::Long, Cue::Prose, Cue::CommaEnd]
                .iter()
                .any(|&cue| set.has(cue))
        })
        .collect();
    for (at, set) in sets.iter_mut().enumerate() {
        let window = &scraps[at.saturating_sub(AROUND)..scraps.len().min(at + AROUND + 1)];
        let whole = window.iter().filter(|scrap| !**scrap).count();
        set.add_if(window.len() > AROUND && whole <= 1, Cue::AmongScraps);
    }
}

/// Lines that start inside a quotation: no paragraph ends there unless the next opens the mark again.
fn mark_open_quotes(text: &str, lines: &[&Line], sets: &mut [CueSet]) {
    /// A mark that is not closed within so many lines was never meant to be: the longest quotation collected has 14.
    const LONGEST: usize = 16;
    let mut open: Option<(char, usize)> = None;
    for (at, line) in lines.iter().enumerate() {
        open = open.filter(|&(_, since)| at - since <= LONGEST);
        sets[at].add_if(open.is_some(), Cue::InQuote);
        let slice = &text[line.span.range()];
        let mut before = ' ';
        for (place, c) in slice.char_indices() {
            let inside = slice[place + c.len_utf8()..].starts_with(char::is_alphanumeric);
            open = match open {
                Some((close, _)) if c == close && !(c == '’' && inside) && !(c == '"' && before == ' ') => {
                    None
                }
                None => closing_of(c, before).map(|close| (close, at)),
                still => still,
            };
            before = c;
        }
    }
}

/// The mark that closes what `c` opens, where it opens a quotation after `before`.
fn closing_of(c: char, before: char) -> Option<char> {
    let starts = before.is_whitespace() || !before.is_alphanumeric();
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
    /// No break is between the two, whatever else speaks for one; in hundredths of a nat.
    const SURELY_ONE: i32 = -3000;
    for at in 1..sets.len() {
        if sets[at].has(Cue::DashStart) && sets[at - 1].has(Cue::DatelineAlone) {
            sets[at - 1].remove(Cue::DatelineAlone);
            sets[at - 1].remove(Cue::DateOnly);
            sets[at - 1].add(Cue::Dateline);
            if let Some(seam) = &mut seams[at] {
                seam.evidence = SURELY_ONE;
            }
        }
    }
}

/// The lead's dateline stands near the top: among the first thirty lines, menus of web pages included.
fn mark_before_dateline(sets: &mut [CueSet]) {
    let first = sets.iter().take(30).position(|set| set.has(Cue::Dateline) || set.has(Cue::DatelineAlone));
    for set in &mut sets[..first.unwrap_or(0)] {
        set.add(Cue::BeforeDateline);
    }
}

/// Where nothing is wrapped, lines with a gap between them are apart; where all gaps are alike, all lines are.
fn mark_apart(lines: &[&Line], measure: &Measure, sets: &mut [CueSet]) {
    let uniform = lines.iter().all(|line| line.gap == 0);
    for (line, set) in lines.iter().zip(sets) {
        set.add_if(measure.width.is_none() && (uniform || line.gap > 0), Cue::Apart);
    }
}

/// Where prose starts and ends: the first and last line that is long and reads as prose.
fn mark_ends_of_prose(sets: &mut [CueSet]) {
    let is_prose = |set: &CueSet| {
        set.has(Cue::Prose) && (set.has(Cue::Full) || set.has(Cue::SentenceEnd) || set.has(Cue::Long))
    };
    let first = sets.iter().position(is_prose).unwrap_or(0);
    let last = sets.iter().rposition(is_prose).unwrap_or(sets.len());
    for (at, set) in sets.iter_mut().enumerate() {
        set.add_if(at < first, Cue::BeforeProse);
        set.add_if(at > last, Cue::AfterProse);
    }
}
