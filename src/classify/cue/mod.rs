//! What a line shows of itself: phrases, contents, shape, and how it stands to its neighbours.
//!
//! Takes the lines of an edition; gives a set of cues for each. A cue is a fact, not a verdict: what it speaks for is
//! in `weights.tsv`. How the cues are found is in `own.rs` and the files that it asks (by the line alone), `around.rs`
//! (by its neighbours), `prose.rs` and `echo.rs` (by the prose) and `description.rs` (by where it stands).

mod around;
mod cells;
mod description;
mod echo;
mod end_mark;
mod imprint;
mod names;
mod own;
mod pictures;
mod prose;
mod shape;
mod tables;
mod tally;
mod turnover;

use crate::clean::Line;
use crate::clean::lines::set_close;
use crate::clean::wrap::{Measure, Seam};
use crate::lexicon::labels;
use crate::text::fold::folded;
use crate::text::markup;
pub(super) use cells::is_number_cell;
pub(super) use end_mark::is_end_mark_alone;
use std::borrow::Cow;

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
    /// It is the title of a row of photos or captions.
    PhotoHeading,
    /// A few lines below one, with no other heading between.
    UnderPhotos,
    /// It ends as a caption without a mark does, or tells what a picture shows.
    CaptionEnd,
    Position,
    PhotoCredit,
    /// One of a few short lines below the text that stand together, of which one is surely a caption.
    BesideCaption,
    Download,
    Credit,
    ListLead,
    /// A verb or a preposition ends it before its colon: a sentence that leads in a list.
    LeadsIn,
    KnownSubheading,
    /// It opens with a label of what an event has (when, where, for whom), and a line beside it does too.
    Detail,
    /// It opens with a short label and a colon before what it tells, and a line beside it does too.
    Pair,
    EndMark,
    /// Three stars: an end mark or a rule.
    Stars,
    /// One short question and no more.
    Question,
    /// The line is a release instruction.
    Status,
    /// It opens with one and goes on.
    StatusOpens,
    /// It states a day and nothing else.
    DateOnly,
    /// At most 16 columns, right above a line that states a day: whose page it is, as a byline tells it.
    AboveDate,
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
    /// One of several lines without a bullet that a line with a colon leads in, each too short to be prose.
    Listed,
    /// An earlier line has the same text.
    Repeats,
    /// A later line opens with the same text or is it.
    Repeated,
    First,
    /// Before the first prose of the edition.
    BeforeProse,
    /// After the last.
    AfterProse,
    /// Between the first prose and a mark that ends the release.
    BeforeEnd,
    /// Below that mark, and it opens as the description of a body does: "Weir Mill, Inc. is".
    Describes,
    /// The same without such a mark above it, beside contacts or at the foot.
    DescribesNearContacts,
    /// One of these two, or it opens the last paragraph of the text, and describes a body as no news of it does: "Weir Mill is a".
    DescribesForGood,
    /// It opens with a word that points back to the sentence before: "They".
    PointsBack,
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
    /// It is somebody's name with the post, and nothing else: "Ann Lee, Chair of Weir Mill".
    Titled,
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
    /// Short, before the first prose, which has the whole line in a sentence: whose release it is, as a letterhead names it.
    NamedBelow,
    /// The second of two short Chinese lines before the first prose that stand together between others: a title is set in
    /// two.
    SecondHalf,
    /// Soon after the last prose, no sentence, and most of its words stand in the first.
    EchoedBelow,
    /// It opens with a dash.
    DashStart,
    /// A colon and an opening quotation mark: somebody is given the word.
    GivesWord,
    /// It opens with a dash or ends with one and a day, and the line before ends with a closing quotation mark: who signs for
    /// the words.
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
    /// Short cells in a row, none of them a number or a sentence: a menu, a path, buttons.
    Menu,
    /// Most of the lines around it are parted into cells: a table, or contacts side by side.
    AmongCells,
    /// All capitals after a line that is not, or the other way.
    CaseChanges,
    /// The days and the place of an event, parted by a bar or a dot: "22-23 April 2026 | Mill Hall, Weir".
    EventLine,
    /// The line before is in capitals, several words of them, or begins all its words with them, and this one is not.
    AfterCapitals,
    /// It tells of a day as a lead does: "today", "on Tuesday".
    DayTold,
    /// It starts with a capital or a figure, and the line before ends with no mark at all: an item of a list, or a name in
    /// a sentence.
    Anew,
}

/// A set of cues.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct CueSet(u128);

impl CueSet {
    /// Cues of lines that a page or its release instruction has above a title.
    pub(super) const OF_PAGE: CueSet = CueSet::of(&[
        Cue::Masthead,
        Cue::NavAlone,
        Cue::NavOpens,
        Cue::Status,
        Cue::StatusOpens,
        Cue::Credit,
        Cue::DateOnly,
        Cue::EventLine,
        Cue::Email,
        Cue::Phone,
        Cue::Url,
    ]);

    /// These cues.
    pub(super) const fn of(cues: &[Cue]) -> CueSet {
        let (mut set, mut at) = (0, 0);
        while at < cues.len() {
            set |= 1 << cues[at] as u8;
            at += 1;
        }
        CueSet(set)
    }

    /// Whether one of `cues` is in it.
    pub(super) fn has_any(self, cues: CueSet) -> bool {
        self.0 & cues.0 != 0
    }

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

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The cues of either set.
    pub(crate) const fn or(self, other: CueSet) -> CueSet {
        CueSet(self.0 | other.0)
    }

    /// The cues in both.
    pub(crate) fn and(self, other: CueSet) -> CueSet {
        CueSet(self.0 & other.0)
    }

    /// The cues in it.
    pub(crate) fn iter(self) -> impl Iterator<Item = Cue> {
        // Half by half, as registers are wide.
        let (mut low, mut high) = (self.0 as u64, (self.0 >> u64::BITS) as u64);
        std::iter::from_fn(move || {
            let (left, first) = if low != 0 { (&mut low, 0) } else { (&mut high, u64::BITS) };
            let cue = Cue::ALL.get((first + left.trailing_zeros()) as usize)?;
            *left &= *left - 1;
            Some(*cue)
        })
    }
}

impl FromIterator<Cue> for CueSet {
    fn from_iter<T: IntoIterator<Item = Cue>>(cues: T) -> Self {
        let mut set = CueSet::default();
        cues.into_iter().for_each(|cue| set.add(cue));
        set
    }
}

/// The cues of each of `lines`, and the seam before each (none before the first).
pub(crate) fn of_lines(
    text: &str,
    lines: &[&Line],
    measure: &Measure,
    apart: &[bool],
) -> (Vec<CueSet>, Vec<Option<Seam>>) {
    let mut seams = measure.seams(text, lines, apart);
    let mut room = own::Room::default();
    let mut sets: Vec<CueSet> = lines
        .iter()
        .map(|line| {
            let slice = markup::without_marks(folded(&text[line.span.range()]));
            // The printer spreads lines to fill the measure; cells of others are parted so too.
            let slice = if measure.is_wide(line) { set_close(slice) } else { slice };
            let slice = labels::set_close(&slice).map_or(slice, Cow::Owned);
            own::of_line(&slice, line, measure, &mut room)
        })
        .collect();
    let page = around::Page { text, lines, measure, apart };
    around::mark(&page, &mut sets, &mut seams);
    (sets, seams)
}

/// The cues of each line of `text`, for tests of what adds them.
#[cfg(test)]
fn of_text(text: &str) -> Vec<CueSet> {
    let lines = crate::clean::lines_of(text);
    let own: Vec<&Line> = lines.iter().collect();
    of_lines(text, &own, &Measure::of(text, &lines), &vec![false; lines.len()]).0
}
