//! Where the lines go: standard output by whole lines, a file whole or not at all.
//!
//! A file is written beside its place under another name and renamed when it is complete and on the disk. Until then an
//! older file of that name stays as it is.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// An open output.
#[derive(Debug)]
pub(crate) enum Output {
    /// Standard output.
    Lines(io::Stdout),
    /// A pipe or a device, which nothing can be renamed to.
    Device(File),
    File {
        draft: BufWriter<NamedTempFile>,
        place: PathBuf,
    },
}

impl Output {
    /// Opens `path`, or standard output for none and for `-`.
    pub(crate) fn create(path: Option<&Path>) -> io::Result<Self> {
        let Some(path) = path.filter(|path| path.as_os_str() != "-") else {
            return Ok(Output::Lines(io::stdout()));
        };
        // A link stays a link: what it points to is replaced.
        let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let existing = fs::metadata(&place).ok();
        if existing.as_ref().is_some_and(fs::Metadata::is_dir) {
            return Err(io::Error::new(io::ErrorKind::IsADirectory, "it is a folder; name a file in it"));
        }
        if existing.as_ref().is_some_and(|there| !there.is_file()) {
            return File::options().write(true).open(&place).map(Output::Device);
        }
        let draft = draft_in(folder_of(&place), existing.map(|there| there.permissions()))?;
        Ok(Output::File { draft: BufWriter::new(draft), place })
    }

    /// Writes whole lines.
    pub(crate) fn write(&mut self, lines: &[u8]) -> io::Result<()> {
        match self {
            Output::Lines(out) => out.write_all(lines),
            Output::Device(file) => file.write_all(lines),
            Output::File { draft, .. } => draft.write_all(lines),
        }
    }

    /// Makes sure that all is written, and puts a file in its place.
    pub(crate) fn finish(self) -> io::Result<()> {
        match self {
            Output::Lines(mut out) => out.flush(),
            Output::Device(mut file) => file.flush(),
            Output::File { draft, place } => {
                let draft = draft.into_inner().map_err(io::IntoInnerError::into_error)?;
                draft.as_file().sync_all()?;
                draft.persist(&place)?;
                sync_folder_of(&place);
                Ok(())
            }
        }
    }
}

/// A file without its final name, with the permissions of the one that it will replace, or those of any new file.
fn draft_in(folder: &Path, permissions: Option<fs::Permissions>) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".convert-").suffix(".unfinished");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let draft = builder.tempfile_in(folder)?;
    if let Some(permissions) = permissions {
        draft.as_file().set_permissions(permissions)?;
    }
    Ok(draft)
}

/// Makes the new name last through a power failure, where folders can be synchronised; the file is whole either way.
fn sync_folder_of(place: &Path) {
    if cfg!(unix)
        && let Ok(folder) = File::open(folder_of(place))
    {
        folder.sync_all().ok();
    }
}

fn folder_of(place: &Path) -> &Path {
    place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
