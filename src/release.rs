//! The record: what a press release says, as plain data.
//!
//! Takes nothing and computes nothing; the stages of the pipeline fill it and [`json`](crate::json) writes it. Every
//! text is a [`Text`]: the clean reading and the stretches of the source that it was read from.
//!
//! Records are made by the parser and read by everybody else, so that all of these types may gain fields and kinds.
//! [`Offsets`] may not: a text can be counted in no other way.

use crate::diagnostic::Diagnostic;
use crate::language::Language;
use crate::text::Span;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The name of the record's form; it changes when a reader of the JSON would have to change.
pub const SCHEMA: &str = "press-release/1";

/// One language edition of a press release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Release {
    /// Always [`SCHEMA`].
    #[cfg_attr(any(test, feature = "schema"), schemars(extend("const" = SCHEMA)))]
    pub schema: String,
    /// Stable name of the edition: 32 hexadecimal digits that hash the text without its line ends and outer blanks,
    /// a hyphen, the edition. The same text always gets the same id.
    pub id: String,
    /// The file that it was read from.
    pub source: SourceInfo,
    /// 0, 1, …: which of the editions in the file this is, in their order.
    pub edition: usize,
    /// BCP 47 tag, with the region where the text shows it.
    pub language: Language,
    /// The release instruction as printed: FOR IMMEDIATE RELEASE, 即時發布, an embargo.
    pub status: Option<Status>,
    /// The main title, its lines joined.
    pub headline: Option<Text>,
    /// Decks under the headline, before the body.
    pub subheadlines: Vec<Text>,
    /// The place-and-date tag that opens the lead.
    pub dateline: Option<Dateline>,
    /// The day of issue, wherever the text states it.
    #[cfg_attr(any(test, feature = "schema"), schemars(with = "Option<crate::json::schema::Day>"))]
    pub release_date: Option<Date>,
    /// Paragraphs, subheadings and list items in reading order.
    pub body: Vec<BodyBlock>,
    /// What people and bodies say, in the order of the text.
    pub quotes: Vec<Quote>,
    /// Photo and figure captions.
    pub captions: Vec<Caption>,
    /// Whom the press is to ask.
    pub contacts: Vec<Contact>,
    /// Standing descriptions of organisations: "About X".
    pub boilerplate: Vec<Boilerplate>,
    /// Notes to editors, forward-looking statements, disclaimers.
    pub notes: Vec<Note>,
    /// `###`, `-30-`, `完` … as printed.
    pub end_mark: Option<Text>,
    /// Everybody named with a role, once, in the order of appearance.
    pub people: Vec<Person>,
    /// Every URL and e-mail address, where it stands.
    pub links: Vec<Link>,
    /// What belongs to no field, under its kind.
    pub other: Vec<Other>,
    /// What was doubtful, and why.
    pub diagnostics: Vec<Diagnostic>,
}

/// A clean reading and where it was read.
///
/// `text` is the folded slices of `spans`, in order, each joined to the one before with nothing or with one space.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Text {
    /// The clean reading.
    pub text: String,
    /// Where it stands in the decoded source: ordered, one for each unbroken stretch.
    pub spans: Vec<Span>,
    /// The reading in Traditional Chinese, when conversion is asked for and the text is Chinese.
    #[serde(rename = "zh-Hant", default, skip_serializing_if = "Option::is_none")]
    pub zh_hant: Option<Box<str>>,
    /// The reading in Simplified Chinese, likewise.
    #[serde(rename = "zh-Hans", default, skip_serializing_if = "Option::is_none")]
    pub zh_hans: Option<Box<str>>,
    /// The form that an index holds, when it is asked for: see [`search_form`](crate::chinese::search_form).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<Box<str>>,
}

impl Text {
    /// The first byte of the source that it was read from.
    pub fn start(&self) -> Option<usize> {
        self.spans.first().map(|span| span.start())
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Adds a later text as lines are joined: with nothing in Chinese, with one space between Latin words.
    pub(crate) fn append(&mut self, later: Text) {
        if let (Some(before), Some(after)) = (self.text.chars().next_back(), later.text.chars().next())
            && !crate::text::script::joins_tight(before, after)
        {
            self.text.push(' ');
        }
        self.text.push_str(&later.text);
        self.spans.extend(later.spans);
    }

    /// The same with a space between the two, whatever the script: as headline lines are joined.
    pub(crate) fn append_spaced(&mut self, later: Text) {
        if !self.text.is_empty() && !later.text.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(&later.text);
        self.spans.extend(later.spans);
    }
}

/// Where a record comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SourceInfo {
    /// The path as the caller gave it.
    pub path: Option<String>,
    /// The encoding that was found or guessed: an encoding name of the WHATWG Encoding Standard.
    pub encoding: String,
    /// Size in bytes, before decoding.
    pub bytes: usize,
    /// What the offsets of the record's spans count; left out for bytes.
    #[serde(default, skip_serializing_if = "Offsets::is_bytes")]
    pub offsets: Offsets,
    /// The line of the file that held the text, from 1, as the caller gave it: for files of many texts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// The caller's own name for the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Value>,
    /// What else the caller keeps of the text: the other columns of its row.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub fields: Map<String, Value>,
}

/// What the offsets of spans count, in the decoded text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Offsets {
    /// Bytes of UTF-8, as Rust and Go count.
    #[default]
    Bytes,
    /// Units of UTF-16, as JavaScript, Java and C# count.
    Utf16,
    /// Code points, as Python counts.
    Chars,
}

impl Offsets {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde asks")]
    fn is_bytes(&self) -> bool {
        *self == Offsets::Bytes
    }
}

/// The release instruction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Status {
    /// What it tells the press to do.
    pub kind: StatusKind,
    /// For an embargo, the moment it ends: local time as `2024-03-14T10:00`, with the offset (`+08:00`) where the
    /// text gives a zone that has one.
    pub until: Option<String>,
    /// As printed.
    #[serde(flatten)]
    pub text: Text,
}

/// The kinds of release instruction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum StatusKind {
    /// To be published at once.
    Immediate,
    /// Not before a moment that it names.
    Embargoed,
    /// Any other instruction.
    Other,
}

/// The place-and-date tag that opens the lead paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Dateline {
    /// The place as printed.
    pub place: Option<Text>,
    /// The day that it states.
    #[cfg_attr(any(test, feature = "schema"), schemars(with = "Option<crate::json::schema::Day>"))]
    pub date: Option<Date>,
    /// The news wire that it names.
    pub wire: Option<Text>,
    /// The whole tag without its closing dash.
    #[serde(flatten)]
    pub text: Text,
}

/// One block of the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct BodyBlock {
    /// What it is.
    pub kind: BodyKind,
    /// Its text, lines joined.
    #[serde(flatten)]
    pub text: Text,
}

/// The kinds of body block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BodyKind {
    /// A paragraph; the first keeps its dateline.
    Paragraph,
    /// A section title.
    Subheading,
    /// An item of a list.
    ListItem,
}

/// Something that a person or a body says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Quote {
    /// In marks or reported.
    pub kind: QuoteKind,
    /// Who says it, as far as the text tells.
    pub speaker: Option<Speaker>,
    /// The reporting word: said, 表示.
    pub cue: Option<Text>,
    /// Index in [`Release::body`] of the block that it starts in.
    pub body: Option<usize>,
    /// What is said, without the outer marks; parts that an attribution splits are joined.
    #[serde(flatten)]
    pub text: Text,
}

/// How speech is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum QuoteKind {
    /// Word for word, in quotation marks.
    Direct,
    /// Reported, without marks.
    Indirect,
}

/// Who says something.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Speaker {
    /// The fullest form of the name in the release, without title or honorific.
    pub name: Option<Text>,
    /// The post, as printed nearest to the name.
    pub title: Option<Text>,
    /// The organisation, likewise.
    pub organization: Option<Text>,
    /// Dr, Ms, 教授, 先生.
    pub honorific: Option<Text>,
    /// The words beside the quote that name the speaker: a name, a pronoun, a title.
    pub mention: Option<Text>,
}

/// A photo or figure caption.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Caption {
    /// Those whom it names with a role or by their place in the picture.
    pub people: Vec<CaptionPerson>,
    /// The whole caption.
    #[serde(flatten)]
    pub text: Text,
}

/// Somebody in a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CaptionPerson {
    /// The name, without title or honorific.
    pub name: Option<Text>,
    /// The post.
    pub title: Option<Text>,
    /// The organisation.
    pub organization: Option<Text>,
    /// Where the person stands: left, 左三.
    pub position: Option<Text>,
}

/// A person or desk that the press is to ask.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Contact {
    /// As printed in the block or its heading.
    pub organization: Option<Text>,
    /// The person; none for a desk.
    pub name: Option<Text>,
    /// The person's post.
    pub title: Option<Text>,
    /// Telephone numbers, mobiles among them; extensions belong to their number.
    pub phones: Vec<Phone>,
    /// Fax numbers, kept apart so that nobody rings one.
    pub faxes: Vec<Phone>,
    /// E-mail addresses.
    pub emails: Vec<Text>,
    /// Web addresses.
    pub urls: Vec<Text>,
}

/// A telephone number.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Phone {
    /// `+85221550143`; none where the country or the area cannot be told.
    pub e164: Option<String>,
    /// The digits to dial after it, `14`, which E.164 has no place for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<String>,
    /// As printed, extension included.
    #[serde(flatten)]
    pub text: Text,
}

/// A standing description of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Boilerplate {
    /// Whom it describes.
    pub organization: Option<Text>,
    /// Its heading as printed.
    pub heading: Option<Text>,
    /// Web addresses in it.
    pub urls: Vec<Text>,
    /// Its text without the heading, paragraphs joined.
    #[serde(flatten)]
    pub text: Text,
}

/// Notes to editors, a forward-looking statement, a disclaimer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Note {
    /// Its heading as printed.
    pub heading: Option<Text>,
    /// Its text without the heading, paragraphs joined.
    #[serde(flatten)]
    pub text: Text,
}

/// Somebody named with a role.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Person {
    /// The fullest form of the name.
    pub name: Text,
    /// Posts, as printed, each once.
    pub titles: Vec<Text>,
    /// Organisations, likewise.
    pub organizations: Vec<Text>,
    /// Every place that names the person, the first included.
    pub mentions: Vec<Text>,
}

/// A URL or an e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Link {
    /// Which of the two.
    pub kind: LinkKind,
    /// As printed.
    #[serde(flatten)]
    pub text: Text,
}

/// The kinds of link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LinkKind {
    /// A web address, with or without its scheme.
    Url,
    /// An e-mail address, with or without `mailto:`.
    Email,
}

/// What belongs to no field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Other {
    /// What it is.
    pub kind: OtherKind,
    /// Its text, as printed.
    #[serde(flatten)]
    pub text: Text,
}

/// The kinds of text that belong to no field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OtherKind {
    /// PRESS RELEASE, 新聞稿, a letterhead, an issuing unit.
    Masthead,
    /// A line that states the day of issue and is no dateline.
    DateLine,
    /// A number of a page, alone or as "Page 1 of 3".
    PageNumber,
    /// A line that each page repeats.
    RunningHeader,
    /// Menus, share buttons, related stories.
    Navigation,
    /// Rows of a table.
    Table,
    /// An address that stands alone.
    Link,
    /// Hashtags.
    Tag,
    /// Where pictures or files are to be had.
    Download,
    /// A line of asterisks or dashes.
    Rule,
    /// The heading or a label of the contacts.
    ContactLabel,
    /// Who issued or translated the text: SOURCE, 消息來源.
    Credit,
    /// A heading without what it should head.
    Heading,
    /// Not understood.
    Unknown,
}
