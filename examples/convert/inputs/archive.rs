//! zip and tar archives → their documents, read in place.
//!
//! Nothing is unpacked to the disk: a name in an archive is only ever a name. An archive in an archive is not looked
//! into.

use super::packing::Opened;
use super::paths::Place;
use super::{Item, Rules, Taker, damaged};
use crate::failure::{Code, Origin, Reason};
use std::fs::File;
use std::path::Path;
use tar::Archive;
use zip::ZipArchive;
use zip::result::ZipError;

/// The documents of a zip archive, in the order of its directory.
pub(super) fn each_zipped(rules: &Rules, place: &Place, file: File, take: &mut Taker<'_>) -> bool {
    let mut archive = match ZipArchive::new(file) {
        Ok(archive) => archive,
        Err(error) => return take(Item::failed(Origin::of(&place.name), damaged(error), place.bytes)),
    };
    let mut found = false;
    for number in 0..archive.len() {
        let name = match archive.name_for_index(number) {
            Some(Ok(name)) => name.into_owned(),
            _ => format!("entry {number}"),
        };
        if name.ends_with('/') || !rules.names.wants(Path::new(&name)) {
            continue;
        }
        found = true;
        let origin = || Origin::of(format!("{}!/{name}", place.name));
        let go_on = match archive.by_index(number) {
            Ok(entry) => {
                let packed = entry.compressed_size();
                rules.entry(&name, &place.name, entry, packed, take)
            }
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                let message = "it is encrypted; unpack the archive with its password first";
                take(Item::failed(origin(), Reason::new(Code::BadArchive, message), 0))
            }
            Err(error) => take(Item::failed(origin(), damaged(error), 0)),
        };
        if !go_on {
            return false;
        }
    }
    found || take(nothing_in(rules, place))
}

/// The documents of a tar archive, in its order.
pub(super) fn each_tarred(rules: &Rules, place: &Place, opened: Opened, take: &mut Taker<'_>) -> bool {
    let progress = opened.progress();
    let mut archive = Archive::new(opened);
    let fail = |error, take: &mut Taker<'_>| {
        take(Item::failed(Origin::of(&place.name), damaged(error), progress.take()))
    };
    let entries = match archive.entries() {
        Ok(entries) => entries,
        Err(error) => return fail(error, take),
    };
    let mut found = false;
    for entry in entries {
        let entry = match entry {
            Ok(entry) => entry,
            // What follows cannot be found any more.
            Err(error) => return fail(error, take),
        };
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        if !entry.header().entry_type().is_file() || !rules.names.wants(Path::new(&name)) {
            continue;
        }
        found = true;
        if !rules.entry(&name, &place.name, entry, progress.take(), take) {
            return false;
        }
    }
    found || take(nothing_in(rules, place))
}

fn nothing_in(rules: &Rules, place: &Place) -> Item {
    let message = format!("there is no {} file in it; choose others with --include", rules.names.wanted());
    Item::failed(Origin::of(&place.name), Reason::new(Code::NoFiles, message), place.bytes)
}
