//! What a person at a terminal sees meanwhile, on standard error. Elsewhere only what went wrong is told.

use crate::document::Failure;
use crate::input::Input;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{IsTerminal, stdin};
use std::time::Duration;

const FORM: &str = "{spinner} {pos}/{len} [{bar:24}] {elapsed} left {eta}  {wide_msg}";

/// The bar. It moves by itself, so that a file that takes long does not look hung.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// A bar where standard error is a terminal, else none; none when `quiet`.
    pub(crate) fn new(quiet: bool) -> Self {
        let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(None, target).with_message("looking for files");
        bar.enable_steady_tick(Duration::from_millis(120));
        Progress { bar }
    }

    /// So many documents will come.
    pub(crate) fn expect(&self, documents: usize) {
        self.bar.set_length(documents as u64);
        self.bar
            .set_style(ProgressStyle::with_template(FORM).unwrap_or_else(|_| ProgressStyle::default_bar()));
    }

    /// A document is begun.
    pub(crate) fn start(&self, input: &Input) {
        self.bar.set_message(match input {
            Input::StandardInput if stdin().is_terminal() => "standard input: end it with Ctrl-D".to_owned(),
            _ => input.name(),
        });
    }

    /// A document is done.
    pub(crate) fn done(&self) {
        self.bar.inc(1);
    }

    /// Tells a failure.
    pub(crate) fn tell(&self, failure: &Failure) {
        self.aside(|| eprintln!("{failure}"));
    }

    /// Lets `write` use the terminal without the bar in its way.
    pub(crate) fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.suspend(write)
    }

    /// Takes the bar away.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
