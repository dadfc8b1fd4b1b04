//! Where the records go: standard output by whole lines; files whole or not at all.
//!
//! ```text
//! names.rs    the names of the files that an output is dealt to
//! draft.rs    a file on its way: FILE.unfinished, renamed when all is done
//! journal.rs  how far a run has come: FILE.resume, from which --resume goes on
//! ```
//!
//! A run can be killed at any moment. The journal tells a place between two batches and how long each draft was then; to
//! go on, the drafts are cut there and the documents before it are left out. Packed outputs hold one member or frame for
//! each batch, so that they can be cut there too and come out the same.

mod draft;
mod journal;
mod names;

use crate::arguments::{Arguments, Errors};
use crate::batch::{Converted, Mark, Piece};
use crate::failure::Failure;
use crate::inputs::Packing;
use crate::summary::Summary;
use draft::Draft;
use flate2::write::GzEncoder;
use journal::{Journal, State};
use names::Names;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// An open output.
#[derive(Debug)]
pub(crate) struct Output {
    records: Records,
    errors: Option<ErrorsFile>,
    journal: Option<Journal>,
    /// How far the run has come, as of the last batch.
    state: State,
    checkpoint: Duration,
    saved: Instant,
}

/// Where records go.
#[derive(Debug)]
enum Records {
    StandardOutput(io::Stdout),
    /// A pipe or a device, which nothing can be renamed to.
    Device(File),
    Files(Files),
}

/// The files that records are dealt to.
#[derive(Debug)]
struct Files {
    names: Names,
    packing: Option<Packing>,
    /// The file that each number stands for; none where it is full and closed.
    drafts: Vec<Option<Draft>>,
}

#[derive(Debug)]
struct ErrorsFile {
    to: ErrorsTo,
    packing: Option<Packing>,
}

#[derive(Debug)]
enum ErrorsTo {
    /// A pipe or a device: it is written to as it is, and stays.
    Device(File),
    Draft(Draft),
}

/// Why an output cannot be opened.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NoOutput {
    #[error(
        "an unfinished run of this output stands beside it, with {documents} documents done: \
         go on with --resume, or delete {journal} to begin anew"
    )]
    Unfinished { documents: u64, journal: String },
    #[error(
        "the unfinished run that {journal} tells of was another: other options, inputs or another version of this \
         program; repeat it as it was, or delete {journal} to begin anew"
    )]
    Other { journal: String },
    #[error("{} is being written by another run", .0.display())]
    Locked(PathBuf),
    #[error("{path} could not be written: {1}", path = .0.display())]
    Io(PathBuf, io::Error),
}

impl NoOutput {
    fn of(path: &Path) -> impl Fn(io::Error) -> NoOutput {
        let path = path.to_owned();
        move |error| match error.kind() {
            io::ErrorKind::WouldBlock => NoOutput::Locked(path.clone()),
            _ => NoOutput::Io(path.clone(), error),
        }
    }
}

/// Packs lines as one member or frame.
pub(crate) fn pack(lines: &[u8], packing: Packing) -> Vec<u8> {
    match packing {
        Packing::Zstd => compress_to_vec(lines, CompressionLevel::Fastest),
        Packing::Gzip => {
            let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::new(GZIP_LEVEL));
            let packed = encoder.write_all(lines).and_then(|()| encoder.finish());
            packed.expect("memory can be written")
        }
    }
}

/// Of JSON lines level 6 packs a tenth better and takes three times as long.
const GZIP_LEVEL: u32 = 3;

impl Output {
    /// Opens the output that the command line asks for, and the place to go on from.
    pub(crate) fn open(arguments: &Arguments) -> Result<Output, NoOutput> {
        let writing = &arguments.writing;
        let errors = match arguments.errors() {
            Errors::File(path) => Some(path),
            Errors::Told | Errors::Inline => None,
        };
        let mut output = Output {
            records: Records::StandardOutput(io::stdout()),
            errors: None,
            journal: None,
            state: State::begun(&arguments.shape()),
            checkpoint: arguments.checkpoint(),
            saved: Instant::now(),
        };
        if let Some(path) = writing.output.as_deref().filter(|path| path.as_os_str() != "-") {
            let place = place_of(path).map_err(NoOutput::of(path))?;
            match device_at(&place).map_err(NoOutput::of(path))? {
                Some(device) => output.records = Records::Device(device),
                None => output.open_files(&place, arguments)?,
            }
        }
        if let Some(path) = errors {
            let place = place_of(path).map_err(NoOutput::of(path))?;
            // A run that was killed after its last renaming has the errors in their place.
            let placed = output.state.finished && !draft::exists(&place) && place.exists();
            if !placed {
                let to = ErrorsTo::open(&place, output.state.errors).map_err(NoOutput::of(path))?;
                output.errors = Some(ErrorsFile { to, packing: Packing::of(path) });
            }
        }
        Ok(output)
    }

    fn open_files(&mut self, place: &Path, arguments: &Arguments) -> Result<(), NoOutput> {
        let journal = Journal::beside(place);
        if let Some(state) = journal.read().map_err(NoOutput::of(place))? {
            if !arguments.running.resume {
                let documents = state.mark.documents;
                return Err(NoOutput::Unfinished { documents, journal: journal.name() });
            }
            if state.shape != self.state.shape {
                return Err(NoOutput::Other { journal: journal.name() });
            }
            self.state = state;
        }
        let names = Names::new(place, arguments.writing.shards, arguments.writing.shard_records);
        let packing = Packing::of(place);
        let mut files = Files { names, packing, drafts: Vec::new() };
        if !self.state.finished {
            files.open(&self.state).map_err(NoOutput::of(place))?;
        }
        self.records = Records::Files(files);
        self.journal = Some(journal);
        Ok(())
    }

    /// The place to go on from; the beginning for a new run.
    pub(crate) fn mark(&self) -> Mark {
        self.state.mark
    }

    /// What the run has counted.
    pub(crate) fn summary(&self) -> Summary {
        self.state.summary.clone()
    }

    /// Whether all records are written and only the renaming was left.
    pub(crate) fn is_finished(&self) -> bool {
        self.state.finished
    }

    /// Whether the run can be gone on with later.
    pub(crate) fn is_resumable(&self) -> bool {
        self.journal.is_some()
    }

    /// Writes a batch.
    pub(crate) fn write(&mut self, converted: &Converted) -> io::Result<()> {
        let state = &mut self.state;
        match &mut self.records {
            Records::StandardOutput(out) => out.write_all(&converted.piece.lines)?,
            Records::Device(device) => device.write_all(&converted.piece.lines)?,
            Records::Files(files) => files.write(&converted.piece, state)?,
        }
        if let Some(errors) = &mut self.errors {
            errors.write(&converted.failures)?;
            state.errors = errors.len();
        }
        state.batches += 1;
        state.mark = converted.end;
        state.summary.merge(&converted.summary);
        if self.journal.is_some() && self.saved.elapsed() >= self.checkpoint {
            self.save()?;
        }
        Ok(())
    }

    /// Keeps how far the run has come, so that it can be gone on with after a power cut.
    pub(crate) fn save(&mut self) -> io::Result<()> {
        let Some(journal) = &self.journal else { return Ok(()) };
        if let Records::Files(files) = &self.records {
            files.drafts.iter().flatten().try_for_each(Draft::sync)?;
        }
        self.errors.iter().try_for_each(ErrorsFile::sync)?;
        journal.write(&self.state)?;
        self.saved = Instant::now();
        Ok(())
    }

    /// Makes sure that all is written, and puts the files in their places.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        match &mut self.records {
            Records::StandardOutput(out) => out.flush()?,
            Records::Device(device) => device.flush()?,
            Records::Files(files) if !self.state.finished => files.close(&mut self.state)?,
            Records::Files(_) => {}
        }
        self.state.finished = true;
        self.save()?;
        if let Records::Files(files) = &self.records {
            for number in 0..self.state.parts.len() {
                draft::put_in_place(&files.names.of(number))?;
            }
        }
        if let Some(errors) = self.errors {
            errors.sync()?;
            errors.put_in_place()?;
        }
        self.journal.as_ref().map_or(Ok(()), Journal::delete)
    }

    /// Leaves everything as it was before the run.
    pub(crate) fn abandon(self) {
        if let Records::Files(files) = &self.records {
            for number in 0..self.state.parts.len() {
                draft::delete(&files.names.of(number));
            }
        }
        if let Some(journal) = &self.journal {
            journal.delete().ok();
        }
    }

    /// After a failure: leaves what can be gone on with, or else nothing.
    pub(crate) fn give_up(mut self) {
        let errors = self.errors.take();
        if !self.journal.as_ref().is_some_and(Journal::exists) {
            if let Some(errors) = errors {
                errors.delete();
            }
            self.abandon();
        }
    }

    /// Puts the errors in their place although there are no records.
    pub(crate) fn finish_errors(&mut self) -> io::Result<()> {
        self.errors.take().map_or(Ok(()), ErrorsFile::put_in_place)
    }
}

impl Files {
    /// Opens the drafts, cut where the state says.
    fn open(&mut self, state: &State) -> io::Result<()> {
        let parts = if state.parts.is_empty() { vec![0; self.names.at_first()] } else { state.parts.clone() };
        let last = parts.len() - 1;
        for (number, bytes) in parts.into_iter().enumerate() {
            let open = !self.names.is_by_records() || number == last;
            let place = self.names.of(number);
            self.drafts.push(if open { Some(Draft::open(&place, bytes)?) } else { None });
        }
        Ok(())
    }

    fn write(&mut self, piece: &Piece, state: &mut State) -> io::Result<()> {
        if let Some(limit) = self.names.records() {
            self.write_by_records(piece, limit, state)?;
        } else {
            let number = state.batches as usize % self.drafts.len();
            self.append(number, piece.packed.as_ref().unwrap_or(&piece.lines))?;
        }
        state.parts.resize(self.drafts.len(), 0);
        for (bytes, draft) in state.parts.iter_mut().zip(&self.drafts) {
            *bytes = draft.as_ref().map_or(*bytes, Draft::len);
        }
        Ok(())
    }

    /// Cuts the piece where a file is full.
    fn write_by_records(&mut self, piece: &Piece, limit: u64, state: &mut State) -> io::Result<()> {
        let (mut from, mut taken) = (0, 0);
        while taken < piece.ends.len() {
            if state.in_last == limit {
                self.next(state)?;
            }
            let room = usize::try_from(limit - state.in_last).unwrap_or(usize::MAX);
            let count = room.min(piece.ends.len() - taken);
            let to = piece.ends[taken + count - 1];
            let lines = &piece.lines[from..to];
            let last = self.drafts.len() - 1;
            match (&piece.packed, self.packing) {
                (Some(packed), _) if count == piece.ends.len() => self.append(last, packed)?,
                (_, Some(packing)) => self.append(last, &pack(lines, packing))?,
                (_, None) => self.append(last, lines)?,
            }
            state.in_last += count as u64;
            (from, taken) = (to, taken + count);
        }
        Ok(())
    }

    /// Closes the full file and begins the next.
    fn next(&mut self, state: &mut State) -> io::Result<()> {
        let number = self.drafts.len();
        state.parts.resize(number, 0);
        if let (Some(draft), Some(bytes)) =
            (self.drafts.last_mut().and_then(Option::take), state.parts.last_mut())
        {
            draft.sync()?;
            *bytes = draft.len();
        }
        self.drafts.push(Some(Draft::open(&self.names.of(number), 0)?));
        state.in_last = 0;
        Ok(())
    }

    fn append(&mut self, number: usize, bytes: &[u8]) -> io::Result<()> {
        match self.drafts.get_mut(number) {
            Some(Some(draft)) => draft.append(bytes),
            _ => Ok(()),
        }
    }

    /// A packed file without records is not empty: unpackers want a member in it.
    fn close(&mut self, state: &mut State) -> io::Result<()> {
        state.parts.resize(self.drafts.len(), 0);
        for (draft, bytes) in self.drafts.iter_mut().zip(&mut state.parts) {
            let Some(draft) = draft else { continue };
            if let Some(packing) = self.packing.filter(|_| draft.len() == 0) {
                draft.append(&pack(b"", packing))?;
            }
            *bytes = draft.len();
        }
        Ok(())
    }
}

impl ErrorsTo {
    /// Opens the errors at `place`, of which `kept` bytes were written before.
    fn open(place: &Path, kept: u64) -> io::Result<Self> {
        Ok(match device_at(place)? {
            Some(device) => ErrorsTo::Device(device),
            None => ErrorsTo::Draft(Draft::open(place, kept)?),
        })
    }
}

impl ErrorsFile {
    /// Bytes that a further run finds again.
    fn len(&self) -> u64 {
        match &self.to {
            ErrorsTo::Device(_) => 0,
            ErrorsTo::Draft(draft) => draft.len(),
        }
    }

    fn sync(&self) -> io::Result<()> {
        match &self.to {
            ErrorsTo::Device(_) => Ok(()),
            ErrorsTo::Draft(draft) => draft.sync(),
        }
    }

    fn put_in_place(self) -> io::Result<()> {
        match self.to {
            ErrorsTo::Device(mut device) => device.flush(),
            ErrorsTo::Draft(draft) => draft.put_in_place(),
        }
    }

    fn delete(self) {
        if let ErrorsTo::Draft(draft) = self.to {
            draft::delete(draft.place());
        }
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        match &mut self.to {
            ErrorsTo::Device(device) => device.write_all(bytes),
            ErrorsTo::Draft(draft) => draft.append(bytes),
        }
    }

    fn write(&mut self, failures: &[Failure]) -> io::Result<()> {
        let mut lines = Vec::new();
        for failure in failures {
            failure.write_line(&mut lines);
        }
        match self.packing {
            _ if lines.is_empty() => Ok(()),
            Some(packing) => self.append(&pack(&lines, packing)),
            None => self.append(&lines),
        }
    }
}

/// The file that a path means: a link stays a link, what it points to is replaced.
fn place_of(path: &Path) -> io::Result<PathBuf> {
    let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if place.is_dir() {
        return Err(io::Error::new(io::ErrorKind::IsADirectory, "it is a folder; name a file in it"));
    }
    Ok(place)
}

/// What stands at `place` and is no file: a pipe or a device, which nothing can be renamed to.
fn device_at(place: &Path) -> io::Result<Option<File>> {
    match fs::metadata(place) {
        Ok(there) if !there.is_file() => File::options().write(true).open(place).map(Some),
        _ => Ok(None),
    }
}

/// Writes a small file whole or not at all.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let place = place_of(path)?;
    if let Some(mut device) = device_at(&place)? {
        return device.write_all(bytes);
    }
    let mut draft = Draft::open(&place, 0)?;
    draft.append(bytes)?;
    draft.sync()?;
    draft.put_in_place()
}
