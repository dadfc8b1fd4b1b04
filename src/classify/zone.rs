//! The zones of a release and the order in which they come.
//!
//! A release is a sequence of zones, nearly always in one of a few orders: what stands before the title, the title
//! with its decks, the body, what stands after it. This file names them and says which may follow which; `weights.tsv`
//! says how well each fits.

use crate::release::OtherKind;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Zone {
    Navigation,
    Masthead,
    Status,
    /// A line that states the day of issue.
    DateLine,
    Headline,
    Deck,
    /// A dateline on a line of its own.
    Dateline,
    Paragraph,
    Subheading,
    ListItem,
    Table,
    Caption,
    EndMark,
    ContactHeading,
    Contact,
    BoilerHeading,
    Boilerplate,
    NotesHeading,
    Notes,
    Download,
    Tags,
    Credit,
    Rule,
    Link,
    /// Prose of the back that nothing explains.
    Unknown,
    /// Page furniture, marked before the page was judged.
    Furniture(OtherKind),
}

/// The five parts of a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    Front,
    Title,
    Body,
    /// Captions, contacts, boilerplate before an end mark, or without one.
    Back,
    /// The end mark and what follows it: the body never comes back.
    Tail,
}

/// A zone in its part: a node of the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct State {
    pub(crate) part: Part,
    pub(crate) zone: Zone,
}

use Zone::{
    BoilerHeading, Boilerplate, Caption, Contact, ContactHeading, Credit, DateLine, Dateline, Deck, Download,
    EndMark, Headline, Link, ListItem, Masthead, Navigation, Notes, NotesHeading, Paragraph, Rule, Status,
    Subheading, Table, Tags, Unknown,
};

/// Which zones each part may hold.
const PARTS: &[(Part, &[Zone])] = &[
    (
        Part::Front,
        &[
            Navigation,
            Masthead,
            Status,
            DateLine,
            ContactHeading,
            Contact,
            Rule,
            Link,
            Credit,
            Tags,
            Download,
        ],
    ),
    (
        Part::Title,
        &[
            Headline,
            Deck,
            Status,
            DateLine,
            Masthead,
            Rule,
            Dateline,
            Credit,
            ContactHeading,
            Contact,
            Navigation,
            Link,
            Tags,
            Caption,
            Download,
        ],
    ),
    (
        Part::Body,
        &[
            Paragraph, Subheading, ListItem, Table, Caption, Rule, Link, Download, Status, DateLine,
            Dateline, Tags, Credit, Navigation,
        ],
    ),
    (
        Part::Back,
        &[
            Caption,
            ContactHeading,
            Contact,
            BoilerHeading,
            Boilerplate,
            NotesHeading,
            Notes,
            Download,
            Tags,
            Credit,
            Rule,
            Link,
            DateLine,
            Table,
            Navigation,
            Masthead,
            Status,
            Unknown,
        ],
    ),
    (
        Part::Tail,
        &[
            EndMark,
            Caption,
            ContactHeading,
            Contact,
            BoilerHeading,
            Boilerplate,
            NotesHeading,
            Notes,
            Download,
            Tags,
            Credit,
            Rule,
            Link,
            DateLine,
            Table,
            Navigation,
            Masthead,
            Status,
            Unknown,
        ],
    ),
];

/// Every state, in a fixed order.
pub(crate) fn states() -> Vec<State> {
    PARTS.iter().flat_map(|&(part, zones)| zones.iter().map(move |&zone| State { part, zone })).collect()
}

/// Whether a block of `to` may begin after `from`: the parts come in order; a release may lack its title, and now and
/// then goes on after something of the back.
pub(super) fn may_follow(from: State, to: State) -> bool {
    match (from.part, to.part) {
        (Part::Front, Part::Title) => to.zone == Headline,
        (Part::Front, Part::Body) => to.zone == Paragraph,
        (Part::Title, Part::Body) => matches!(to.zone, Paragraph | ListItem | Subheading | Table | Caption),
        (Part::Title, Part::Back) => matches!(to.zone, ContactHeading | BoilerHeading | NotesHeading),
        (Part::Front | Part::Title | Part::Body | Part::Back, Part::Tail) => to.zone == EndMark,
        (Part::Front | Part::Body, Part::Back) => true,
        (Part::Back, Part::Body) => {
            matches!(to.zone, Paragraph | Subheading)
                && matches!(from.zone, Contact | Caption | Download | Navigation | Tags | Link | Notes | Rule)
        }
        (from, to) => from == to,
    }
}

/// Whether a document may start with `state`.
pub(super) fn may_open(state: State) -> bool {
    match state.part {
        Part::Front => true,
        Part::Title => state.zone == Headline,
        Part::Body => state.zone == Paragraph,
        Part::Back | Part::Tail => false,
    }
}

impl Part {
    pub(crate) const ALL: &[Part] = &[Part::Front, Part::Title, Part::Body, Part::Back, Part::Tail];

    /// The part of that name.
    pub(super) fn named(name: &str) -> Option<Part> {
        static NAMES: LazyLock<FxHashMap<String, Part>> = LazyLock::new(|| by_name(Part::ALL));
        NAMES.get(name).copied()
    }
}

/// Each of `all` under the name that it has here.
fn by_name<T: Copy + std::fmt::Debug>(all: &[T]) -> FxHashMap<String, T> {
    all.iter().map(|one| (format!("{one:?}"), *one)).collect()
}

impl Zone {
    /// Every zone that a line of text can have, in such an order that those of each part stand close together: see
    /// `bands.rs`.
    pub(crate) const ALL: &[Zone] = &[
        EndMark,
        BoilerHeading,
        Boilerplate,
        NotesHeading,
        Notes,
        Unknown,
        Headline,
        Deck,
        ContactHeading,
        Contact,
        Masthead,
        Navigation,
        Status,
        DateLine,
        Rule,
        Link,
        Credit,
        Tags,
        Download,
        Caption,
        Table,
        Dateline,
        Paragraph,
        Subheading,
        ListItem,
    ];

    /// Its place in [`Zone::ALL`].
    pub(crate) fn index(self) -> usize {
        Zone::ALL.iter().position(|&zone| zone == self).unwrap_or(0)
    }

    /// The zone of that name.
    pub(super) fn named(name: &str) -> Option<Zone> {
        static NAMES: LazyLock<FxHashMap<String, Zone>> = LazyLock::new(|| by_name(Zone::ALL));
        NAMES.get(name).copied()
    }

    /// Boilerplate and notes need something that opens them: whether a first block of them would lack it after
    /// `before`.
    pub(super) fn is_unopened_after(self, before: Zone) -> bool {
        match self {
            Boilerplate => !matches!(before, BoilerHeading | Boilerplate | Rule | Link),
            Notes => !matches!(
                before,
                NotesHeading
                    | Notes
                    | Rule
                    | Boilerplate
                    | Contact
                    | EndMark
                    | Caption
                    | Navigation
                    | Tags
                    | Link
                    | Credit
                    | Download
            ),
            _ => false,
        }
    }

    /// Whether lines of it are joined into texts; in the other zones each line is a block of its own.
    pub(crate) fn flows(self) -> bool {
        matches!(
            self,
            Headline
                | Deck
                | Status
                | Paragraph
                | Subheading
                | ListItem
                | Caption
                | Boilerplate
                | BoilerHeading
                | Notes
                | Download
                | Credit
                | Dateline
                | Unknown
        )
    }
}
