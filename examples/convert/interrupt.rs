//! Ctrl-C and the polite signal to end: the first is heeded between documents, the second at once.

use std::process;
use std::sync::atomic::{AtomicBool, Ordering};

static ASKED: AtomicBool = AtomicBool::new(false);

/// The status of a program that was interrupted: 128 and the number of the signal.
pub(crate) const STATUS: u8 = 130;

/// Begins to listen. Where that cannot be, an interrupt ends the program as it always did.
pub(crate) fn listen() {
    ctrlc::set_handler(|| {
        if ASKED.swap(true, Ordering::SeqCst) {
            process::exit(i32::from(STATUS));
        }
    })
    .ok();
}

/// Whether somebody asked to end.
pub(crate) fn asked() -> bool {
    ASKED.load(Ordering::SeqCst)
}
