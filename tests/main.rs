//! The integration tests, in one program: the library by its public interface, the converter by its command line.

mod chinese;
mod convert;
mod corpus;
mod decode;
mod properties;
mod purity;
mod readme;
mod record;
mod reshaped;
mod speakers;

use std::path::{Path, PathBuf};

/// A file or folder of the project.
fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
