//! A file on its way: it is written as `FILE.unfinished` beside its place and renamed when it is complete and on the
//! disk. Until then an older file of that name stays as it is.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// An open draft.
#[derive(Debug)]
pub(super) struct Draft {
    file: File,
    place: PathBuf,
    len: u64,
}

impl Draft {
    /// Opens the draft of `place` and cuts it after `len` bytes; with none it is new.
    ///
    /// # Errors
    ///
    /// `WouldBlock` when another run writes it; `UnexpectedEof` when it is shorter than that.
    pub(super) fn open(place: &Path, len: u64) -> io::Result<Draft> {
        let path = draft_of(place);
        let mut file = File::options().read(true).write(true).create(len == 0).truncate(false).open(&path)?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => return Err(io::ErrorKind::WouldBlock.into()),
            // Where files cannot be locked, nothing is guarded.
            Ok(()) | Err(TryLockError::Error(_)) => {}
        }
        if file.metadata()?.len() < len {
            let message = format!("{} is shorter than it was; begin the run anew", path.display());
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, message));
        }
        file.set_len(len)?;
        file.seek(SeekFrom::Start(len))?;
        if let Ok(there) = fs::metadata(place) {
            file.set_permissions(there.permissions())?;
        }
        Ok(Draft { file, place: place.to_owned(), len })
    }

    pub(super) fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)?;
        self.len += bytes.len() as u64;
        Ok(())
    }

    pub(super) fn len(&self) -> u64 {
        self.len
    }

    pub(super) fn place(&self) -> &Path {
        &self.place
    }

    /// Waits until it is on the disk.
    pub(super) fn sync(&self) -> io::Result<()> {
        self.file.sync_data()
    }

    pub(super) fn put_in_place(self) -> io::Result<()> {
        put_in_place(&self.place)
    }
}

/// Renames the draft of `place`, unless that was done already.
pub(super) fn put_in_place(place: &Path) -> io::Result<()> {
    match fs::rename(draft_of(place), place) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && place.exists() => Ok(()),
        renamed => renamed.map(|()| sync_folder_of(place)),
    }
}

/// Whether there is a draft of `place`.
pub(super) fn exists(place: &Path) -> bool {
    draft_of(place).exists()
}

/// Deletes the draft of `place`, if there is one.
pub(super) fn delete(place: &Path) {
    fs::remove_file(draft_of(place)).ok();
}

/// Makes a new name last through a power cut, where folders can be synchronised; the file is whole either way.
pub(super) fn sync_folder_of(place: &Path) {
    let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if cfg!(unix)
        && let Ok(folder) = File::open(folder)
    {
        folder.sync_all().ok();
    }
}

fn draft_of(place: &Path) -> PathBuf {
    with_ending(place, ".unfinished")
}

/// `place` with something after its name.
pub(super) fn with_ending(place: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(place);
    name.push(ending);
    PathBuf::from(name)
}
