//! The command line's inputs → documents, one after the other, in a stable order.
//!
//! ```text
//! paths.rs     arguments, lists and folders → places: files, archives, tables, standard input
//! archive.rs   a zip or tar archive → its documents
//! table.rs     a file of JSON lines → its documents
//! packing.rs   gzip and zstd, read
//! ```
//!
//! It finds and names. A file is read and converted by `document.rs`, on another thread; what lies in an archive or on a
//! line is read here, in its turn.

mod archive;
mod names;
mod packing;
mod paths;
mod table;

use crate::arguments::{From, Reading};
use crate::failure::{Code, Failure, Origin, Reason};
pub(crate) use names::BadGlob;
use names::Names;
pub(crate) use packing::{Packing, open, read_limited};
use paths::{Kind, Place, Whereabouts};
use serde_json::{Map, Value};
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
pub(crate) use table::{Line, Lines, Row};

/// One document, not yet converted.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) origin: Origin,
    /// The other fields of its line, where it is one.
    pub(crate) fields: Map<String, Value>,
    pub(crate) content: Content,
}

/// Where the bytes of a document are.
#[derive(Debug)]
pub(crate) enum Content {
    File(PathBuf, Option<Packing>),
    Bytes(Vec<u8>),
    Text(String),
}

/// A document or why there is none, in its turn.
#[derive(Debug)]
pub(crate) struct Item {
    pub(crate) document: Result<Document, Failure>,
    /// About how many bytes there are to convert.
    pub(crate) size: u64,
    /// How many bytes of the inputs, as they lie on the disk, are done with it.
    pub(crate) consumed: u64,
}

impl Item {
    fn failed(origin: Origin, reason: Reason, consumed: u64) -> Self {
        Item { document: Err(reason.at(origin)), size: 0, consumed }
    }

    /// What names it.
    pub(crate) fn origin(&self) -> &Origin {
        match &self.document {
            Ok(document) => &document.origin,
            Err(failure) => &failure.source,
        }
    }
}

/// Who takes the items; it says whether there shall be more.
pub(crate) type Taker<'a> = dyn FnMut(Item) -> bool + 'a;

/// The inputs of a run.
#[derive(Debug)]
pub(crate) struct Inputs {
    places: Vec<Place>,
    rules: Rules,
}

/// How inputs are read.
#[derive(Debug)]
struct Rules {
    names: Names,
    from: From,
    text_field: String,
    id_field: String,
    max_bytes: u64,
}

impl Inputs {
    /// Finds the inputs. What an earlier run wrote to one of `outputs` is none of them.
    ///
    /// # Errors
    ///
    /// When a glob is none, or the list of files cannot be read.
    pub(crate) fn find(paths: &[PathBuf], reading: &Reading, outputs: &[&Path]) -> Result<Inputs, NoInputs> {
        let names = Names::new(&reading.include, &reading.exclude, reading.from)?;
        let mut paths = paths.to_vec();
        if let Some(list) = &reading.files_from {
            let listed = paths::listed(list).map_err(|error| NoInputs::List(list.clone(), error))?;
            paths.extend(listed);
        }
        let places = paths::find(&paths, &names, reading.from, outputs);
        let rules = Rules {
            names,
            from: reading.from,
            text_field: reading.text_field.clone(),
            id_field: reading.id_field.clone(),
            max_bytes: reading.max_bytes,
        };
        Ok(Inputs { places, rules })
    }

    /// How many bytes the inputs have on the disk; standard input counts nothing.
    pub(crate) fn bytes(&self) -> u64 {
        self.places.iter().map(|place| place.bytes).sum()
    }

    /// How many places there are: one for each file, however many documents it holds.
    pub(crate) fn places(&self) -> usize {
        self.places.len()
    }

    /// Hands every item to `take`, in order, until it says no.
    pub(crate) fn each(&self, take: &mut Taker<'_>) {
        for place in &self.places {
            let go_on = match &place.whereabouts {
                Whereabouts::Nowhere(reason) => {
                    take(Item::failed(Origin::of(&place.name), reason.clone(), place.bytes))
                }
                Whereabouts::StandardInput => self.rules.standard_input(take),
                Whereabouts::File(path, kind) => self.rules.file(place, path, *kind, take),
            };
            if !go_on {
                return;
            }
        }
    }
}

impl Rules {
    fn standard_input(&self, take: &mut Taker<'_>) -> bool {
        let origin = Origin::of("-");
        match self.from {
            From::Text => match read_limited(io::stdin().lock(), 0, self.max_bytes) {
                Ok(bytes) => take(item(origin, bytes, 0)),
                Err(reason) => take(Item::failed(origin, reason, 0)),
            },
            From::Ndjson => table::each(self, "-", BufReader::new(io::stdin().lock()), &|| 0, take),
        }
    }

    fn file(&self, place: &Place, path: &Path, kind: Kind, take: &mut Taker<'_>) -> bool {
        let origin = || Origin::of(&place.name);
        match kind {
            Kind::Text(packing) => {
                let content = Content::File(path.to_owned(), packing);
                let document = Document { origin: origin(), fields: Map::new(), content };
                take(Item { document: Ok(document), size: place.bytes, consumed: place.bytes })
            }
            Kind::Table(packing) => match packing::open(path, packing) {
                Ok(opened) => {
                    let progress = opened.progress();
                    table::each(self, &place.name, BufReader::new(opened), &|| progress.take(), take)
                }
                Err(error) => take(Item::failed(origin(), Reason::from(&error), place.bytes)),
            },
            Kind::Zip => match File::open(path) {
                Ok(file) => archive::each_zipped(self, place, file, take),
                Err(error) => take(Item::failed(origin(), Reason::from(&error), place.bytes)),
            },
            Kind::Tar(packing) => match packing::open(path, packing) {
                Ok(opened) => archive::each_tarred(self, place, opened, take),
                Err(error) => take(Item::failed(origin(), Reason::from(&error), place.bytes)),
            },
        }
    }

    /// The documents of one file in an archive.
    fn entry(&self, name: &str, archive: &str, file: impl Read, consumed: u64, take: &mut Taker<'_>) -> bool {
        let origin = Origin::of(format!("{archive}!/{name}"));
        let packing = Packing::of(Path::new(name));
        let unpacked = packing::unpack(file, packing);
        if self.from == From::Ndjson {
            let left = std::cell::Cell::new(consumed);
            return table::each(self, &origin.path, BufReader::new(unpacked), &|| left.take(), take);
        }
        match read_limited(unpacked, 0, self.max_bytes) {
            Ok(bytes) => take(item(origin, bytes, consumed)),
            Err(reason) => take(Item::failed(origin, reason, consumed)),
        }
    }
}

fn item(origin: Origin, bytes: Vec<u8>, consumed: u64) -> Item {
    let size = bytes.len() as u64;
    let document = Document { origin, fields: Map::new(), content: Content::Bytes(bytes) };
    Item { document: Ok(document), size, consumed }
}

/// Why there is nothing to begin with.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NoInputs {
    #[error(transparent)]
    Glob(#[from] BadGlob),
    #[error("the list of files {path} could not be read: {1}", path = .0.display())]
    List(PathBuf, io::Error),
}

/// The reason for a damaged archive.
fn damaged(error: impl std::fmt::Display) -> Reason {
    Reason::new(
        Code::BadArchive,
        format!("the archive is damaged or breaks off: {error}; fetch or make it anew"),
    )
}
