//! Documents in batches: the unit in which work is dealt to threads, packed, dealt to shards and resumed.
//!
//! Takes the items of the inputs in order; gives batches of some 64 KB of text, the same for the same inputs wherever the
//! run was stopped meanwhile. A batch is converted by a function of it alone, which packs the result too, so that
//! whoever writes has nothing to do but write.

use crate::document::Reader;
use crate::failure::{Failure, Origin};
use crate::format::Format;
use crate::inputs::{Item, Packing};
use crate::output::pack;
use crate::summary::Summary;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// Bytes of text after which a batch is full. Large enough that a gzip member or zstd frame of it loses little, small
/// enough that a hundred cores have something to do.
const FULL: u64 = 64 * 1024;
/// Bytes of records that come of a byte of text, as a rule.
const GROWTH: usize = 5;
/// Documents after which it is full in any case.
const MANY: usize = 256;

/// A place between two documents of the inputs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Mark {
    /// Documents before it, those among them that failed included.
    pub(crate) documents: u64,
    /// A hash of their names.
    pub(crate) names: u64,
}

impl Mark {
    fn after(self, origin: &Origin) -> Mark {
        let names = xxh3_64_with_seed(origin.path.as_bytes(), self.names ^ origin.line.unwrap_or(0));
        Mark { documents: self.documents + 1, names }
    }
}

/// Documents that stand one after the other in the inputs.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    items: Vec<Item>,
    size: u64,
    end: Mark,
}

/// Puts items together to batches.
#[derive(Debug)]
pub(crate) struct Batcher {
    done: Mark,
    at: Mark,
    batch: Batch,
    /// Whether the inputs are no longer those of the run that is gone on with.
    changed: bool,
}

impl Batcher {
    /// Leaves out what stands before `done`.
    pub(crate) fn after(done: Mark) -> Self {
        Batcher { done, at: Mark::default(), batch: Batch::default(), changed: false }
    }

    /// Takes the next item, and gives a batch when it is full. Whether there shall be more.
    pub(crate) fn add(&mut self, item: Item, give: &mut dyn FnMut(Batch) -> bool) -> bool {
        self.at = self.at.after(item.origin());
        if self.at.documents <= self.done.documents {
            self.changed = self.at.documents == self.done.documents && self.at != self.done;
            return !self.changed;
        }
        self.batch.size += item.size;
        self.batch.items.push(item);
        self.batch.end = self.at;
        let full = self.batch.size >= FULL || self.batch.items.len() >= MANY;
        !full || give(std::mem::take(&mut self.batch))
    }

    /// Gives what is left at the end of the inputs. Whether they were those of the run that is gone on with.
    pub(crate) fn finish(mut self, give: &mut dyn FnMut(Batch) -> bool) -> bool {
        if self.changed || self.at.documents < self.done.documents {
            return false;
        }
        if !self.batch.items.is_empty() {
            give(std::mem::take(&mut self.batch));
        }
        true
    }
}

/// A converted batch.
#[derive(Debug)]
pub(crate) struct Converted {
    pub(crate) piece: Piece,
    pub(crate) failures: Vec<Failure>,
    /// What this batch adds to the summary.
    pub(crate) summary: Summary,
    /// Bytes of the inputs that are done with it.
    pub(crate) consumed: u64,
    pub(crate) end: Mark,
    /// The last document, for the progress.
    pub(crate) last: String,
}

/// Records, ready to be written.
#[derive(Debug, Default)]
pub(crate) struct Piece {
    /// As lines; nothing where only the packed form is wanted.
    pub(crate) lines: Vec<u8>,
    /// Where each record ends in `lines`.
    pub(crate) ends: Vec<usize>,
    /// The same lines packed, where the output is packed.
    pub(crate) packed: Option<Vec<u8>>,
}

/// Converts batches.
#[derive(Debug)]
pub(crate) struct Converter {
    pub(crate) reader: Reader,
    pub(crate) format: Format,
    /// Whether failures are lines among the records.
    pub(crate) errors_inline: bool,
    pub(crate) packing: Option<Packing>,
    /// Whether a batch may be cut at a record, so that its lines are wanted beside their packed form.
    pub(crate) cut_at_records: bool,
}

impl Converter {
    pub(crate) fn convert(&self, batch: Batch) -> Converted {
        let last = batch.items.last().map(|item| item.origin().to_string()).unwrap_or_default();
        let room = usize::try_from(batch.size.min(2 * FULL)).unwrap_or(0) * GROWTH;
        let mut converted = Converted {
            piece: Piece { lines: Vec::with_capacity(room), ..Piece::default() },
            failures: Vec::new(),
            summary: Summary::default(),
            consumed: batch.items.iter().map(|item| item.consumed).sum(),
            end: batch.end,
            last,
        };
        for item in batch.items {
            self.add(item, &mut converted);
        }
        let piece = &mut converted.piece;
        if let Some(packing) = self.packing {
            piece.packed =
                Some(if piece.lines.is_empty() { Vec::new() } else { pack(&piece.lines, packing) });
            if !self.cut_at_records {
                piece.lines = Vec::new();
            }
        }
        converted
    }

    fn add(&self, item: Item, converted: &mut Converted) {
        let Converted { piece, failures, summary, .. } = converted;
        match item.document.and_then(|document| self.reader.read(document)) {
            Ok((bytes, releases)) => {
                summary.add(bytes, &releases);
                for release in &releases {
                    self.format.write(release, &mut piece.lines);
                    piece.ends.push(piece.lines.len());
                }
            }
            Err(failure) => {
                summary.fail(failure.error.code);
                if self.errors_inline {
                    failure.write_line(&mut piece.lines);
                    piece.ends.push(piece.lines.len());
                }
                failures.push(failure);
            }
        }
    }
}
