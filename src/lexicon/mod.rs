//! Words as data, each with its language.
//!
//! Every table is a text file beside this module: one row a line, columns parted by tabs, `#` opens a comment. The
//! first column is the written form that the word belongs to (`en`, `hant`, `hans`, `zh` for both scripts, `any`), the
//! second the word, the others are told at the head of each file. Rules ask tables; no rule holds a word list.

pub(crate) mod captions;
pub(crate) mod clock;
pub(crate) mod contact_closers;
mod contact_heading;
pub(crate) mod cues;
pub(crate) mod entities;
pub(crate) mod frequent;
pub(crate) mod headings;
pub(crate) mod hyphens;
pub(crate) mod labels;
pub(crate) mod languages;
pub(crate) mod letters;
pub(crate) mod links;
pub(crate) mod people;
pub(crate) mod places;
pub(crate) mod reporting;
pub(crate) mod status;
mod table;
pub(crate) mod tree;
pub(crate) mod words;

pub(crate) use table::{Row, WordsByClass, rows};
