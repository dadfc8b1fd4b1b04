//! Blocks → Release: each field has its file.
#![allow(dead_code)]

pub(crate) mod contact;
pub(crate) mod date;
pub(crate) mod dateline;
pub(crate) mod link;
pub(crate) mod person;
pub(crate) mod phone;
pub(crate) mod speech;
pub(crate) mod status;
