//! The zones of a release and the order in which they come.
//!
//! A release is a sequence of zones, nearly always in one of a few orders: what stands before the title, the title
//! with its decks, the body, what stands after it. This file names them; `weights.rs` says how well each fits.

use crate::release::OtherKind;

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

impl Zone {
    /// Every zone that a line of text can have.
    pub(crate) const ALL: &[Zone] = &[
        Navigation,
        Masthead,
        Status,
        DateLine,
        Headline,
        Deck,
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
        Unknown,
    ];

    /// Its place in [`Zone::ALL`].
    pub(crate) fn index(self) -> usize {
        Zone::ALL.iter().position(|&zone| zone == self).unwrap_or(0)
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
