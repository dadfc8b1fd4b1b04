//! What a person sees meanwhile, on standard error: a bar at a terminal, a line every some seconds elsewhere.

use crate::batch::Converted;
use crate::failure::Failure;
use indicatif::{BinaryBytes, HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{IsTerminal, stderr};
use std::time::{Duration, Instant};

const FORM: &str =
    "{spinner} {percent}% [{bar:24}] {bytes}/{total_bytes}, {bytes_per_sec}, left {eta}  {wide_msg}";
/// Standard input has no length.
const FORM_WITHOUT_END: &str = "{spinner} {elapsed}  {wide_msg}";
/// How often a line is written where there is no terminal.
const LINES: Duration = Duration::from_secs(10);

/// The progress of a run.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
    lines: bool,
    told: Instant,
    documents: u64,
    errors: u64,
}

impl Progress {
    /// A bar where standard error is a terminal, else lines; neither when `quiet`.
    pub(crate) fn new(quiet: bool) -> Self {
        let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(None, target).with_message("looking for files");
        bar.enable_steady_tick(Duration::from_millis(120));
        let lines = !quiet && !stderr().is_terminal();
        Progress { bar, lines, told: Instant::now(), documents: 0, errors: 0 }
    }

    /// So many bytes of inputs will come, and so many documents are done already.
    pub(crate) fn expect(&mut self, bytes: u64, documents: u64) {
        self.documents = documents;
        self.bar.set_length(bytes);
        let form = if bytes > 0 { FORM } else { FORM_WITHOUT_END };
        self.bar
            .set_style(ProgressStyle::with_template(form).unwrap_or_else(|_| ProgressStyle::default_bar()));
        self.bar.set_message("");
    }

    /// A batch is done.
    pub(crate) fn done(&mut self, converted: &Converted) {
        self.documents += converted.summary.inputs();
        self.errors += converted.summary.failures();
        self.bar.inc(converted.consumed);
        self.bar.set_message(format!(
            "{} documents, {} errors: {}",
            HumanCount(self.documents),
            HumanCount(self.errors),
            converted.last
        ));
        if self.lines && self.told.elapsed() >= LINES {
            self.told = Instant::now();
            eprintln!("convert: {}", self.line());
        }
    }

    fn line(&self) -> String {
        let (at, all) = (self.bar.position(), self.bar.length().unwrap_or(0));
        let counts = format!("{} documents, {} errors", HumanCount(self.documents), HumanCount(self.errors));
        if all == 0 {
            return counts;
        }
        let (done, of, percent) = (BinaryBytes(at), BinaryBytes(all), at * 100 / all);
        let left = self.bar.eta().as_secs();
        format!("{counts}, {done} of {of} ({percent}%), about {left} s left")
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
