//! Blocks → Release: each field has its file, `assemble.rs` puts them together, `claims.rs` sees that nothing is lost.

mod assemble;
pub(crate) mod boilerplate;
mod caption;
mod claims;
pub(crate) mod contact;
pub(crate) mod date;
pub(crate) mod dateline;
mod headline;
pub(crate) mod link;
pub(crate) mod person;
pub(crate) mod phone;
mod release_date;
pub(crate) mod speech;
pub(crate) mod status;

pub(crate) use assemble::{Page, release};
