//! Converts press releases to JSON, one object a release, one a line.
//!
//! ```text
//! arguments → inputs → batches → convert each, on many threads      → output, in order
//!                                (document → releases → format → pack)      ↓
//!                                                                     journal, summary
//! ```
//!
//! `convert --help` says how it is used.

mod arguments;
mod batch;
mod conveyor;
mod document;
mod failure;
mod format;
mod inputs;
mod interrupt;
mod output;
mod pipe;
mod progress;
mod summary;

use arguments::{Arguments, Errors, Form};
use batch::{Batcher, Converter};
use clap::Parser as _;
use document::Reader;
use format::Format;
use inputs::{Inputs, Packing};
use output::{NoOutput, Output};
use progress::Progress;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;
use summary::Summary;

/// Some inputs could not be converted.
const SOME_FAILED: u8 = 1;
/// The command line asks for what cannot be done; `clap` ends with the same status.
const USAGE: u8 = 2;
/// The output could not be written.
const OUTPUT_FAILED: u8 = 3;

/// Why the whole run stops.
#[derive(Debug, thiserror::Error)]
enum Stop {
    #[error("{0}")]
    Usage(String),
    #[error(transparent)]
    Output(NoOutput),
    #[error("{name} could not be written: {error}{way_out}")]
    Write { name: String, error: io::Error, way_out: &'static str },
    #[error(
        "standard output was closed by its reader after {documents} documents; the rest is not converted"
    )]
    Closed { documents: u64 },
    #[error("stopped after {documents} documents{way_out}")]
    Interrupted { documents: u64, way_out: &'static str },
}

const GO_ON: &str = "; make room and go on with --resume";

impl Stop {
    fn status(&self) -> u8 {
        match self {
            Stop::Usage(_) | Stop::Output(NoOutput::Unfinished { .. } | NoOutput::Other { .. }) => USAGE,
            Stop::Output(_) | Stop::Write { .. } | Stop::Closed { .. } => OUTPUT_FAILED,
            Stop::Interrupted { .. } => interrupt::STATUS,
        }
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = if arguments.running.pipe { pipe(&arguments) } else { run(&arguments) };
    match outcome {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => SOME_FAILED.into(),
        Err(stop) => {
            eprintln!("convert: {stop}");
            if matches!(stop, Stop::Usage(_)) {
                eprintln!("Try `convert --help`.");
            }
            stop.status().into()
        }
    }
}

/// Answers line by line. Failures are answers too.
fn pipe(arguments: &Arguments) -> Result<u64, Stop> {
    let format = Format::new(arguments).map_err(|error| Stop::Usage(error.to_string()))?;
    if arguments.writing.format == Form::Bulk {
        return Err(Stop::Usage(
            "--pipe answers with one line, and --format bulk has two for each release".to_owned(),
        ));
    }
    let name = || "standard output".to_owned();
    pipe::run(arguments, &format).map(|()| 0).map_err(|error| Stop::Write {
        name: name(),
        error,
        way_out: "",
    })
}

/// Converts the inputs. How many of them failed.
fn run(arguments: &Arguments) -> Result<u64, Stop> {
    let format = check(arguments)?;
    let mut progress = Progress::new(arguments.running.quiet);
    let inputs = Inputs::find(&arguments.inputs, &arguments.reading, &written(arguments))
        .map_err(|error| Stop::Usage(error.to_string()))?;
    if arguments.writing.pretty && inputs.places() > 1 {
        return Err(Stop::Usage(format!("--pretty is for one file, and here are {}", inputs.places())));
    }
    let mut output = Output::open(arguments).map_err(Stop::Output)?;
    progress.expect(inputs.bytes(), output.mark().documents);
    let outcome = if output.is_finished() {
        Ok(())
    } else {
        interrupt::listen();
        convert(arguments, format, &inputs, &mut progress, &mut output)
    };
    progress.finish();
    match outcome {
        Ok(()) => close(arguments, output),
        Err(stop @ (Stop::Interrupted { .. } | Stop::Usage(_))) => {
            output.save().map_err(|error| unwritten(arguments, error, &output))?;
            Err(stop)
        }
        Err(stop) => {
            output.give_up();
            Err(stop)
        }
    }
}

/// What a command line can get wrong beyond what `clap` sees.
fn check(arguments: &Arguments) -> Result<Format, Stop> {
    let record = arguments.writing.format == Form::Record;
    if !record && arguments.errors() == Errors::Inline {
        return Err(Stop::Usage(
            "--errors inline is for --format record; name a file for the errors instead".to_owned(),
        ));
    }
    if !record && !arguments.writing.fields.is_empty() {
        return Err(Stop::Usage(
            "--fields is for --format record: the other forms have fields of their own".to_owned(),
        ));
    }
    Format::new(arguments).map_err(|error| Stop::Usage(error.to_string()))
}

/// The files that this run writes, which are no inputs of it.
fn written(arguments: &Arguments) -> Vec<&Path> {
    let writing = &arguments.writing;
    [&writing.output, &writing.errors, &writing.report].into_iter().flatten().map(PathBuf::as_path).collect()
}

/// The whole conveyor: inputs → batches → converted batches → output.
fn convert(
    arguments: &Arguments,
    format: Format,
    inputs: &Inputs,
    progress: &mut Progress,
    output: &mut Output,
) -> Result<(), Stop> {
    let writing = &arguments.writing;
    let converter = Converter {
        reader: Reader::new(arguments.options(), arguments.reading.max_bytes),
        format,
        errors_inline: arguments.errors() == Errors::Inline,
        packing: writing.output.as_deref().and_then(Packing::of),
        cut_at_records: writing.shard_records.is_some(),
    };
    let changed = AtomicBool::new(false);
    let done = output.mark();
    let mut last = Instant::now();
    conveyor::run(
        arguments.threads(),
        |give| {
            let mut batcher = Batcher::after(done);
            inputs.each(&mut |item| !interrupt::asked() && batcher.add(item, give));
            // What an interrupt cuts off is no batch: it would not be one in a run without.
            if !interrupt::asked() && !batcher.finish(give) {
                changed.store(true, Ordering::SeqCst);
            }
        },
        |batch| converter.convert(batch),
        |mut converted| {
            converted.summary.seconds = last.elapsed().as_secs_f64();
            last = Instant::now();
            if arguments.errors() == Errors::Told {
                converted.failures.iter().for_each(|failure| progress.tell(failure));
            }
            let written = progress.aside(|| output.write(&converted));
            progress.done(&converted);
            written.map_err(|error| unwritten(arguments, error, output))
        },
    )?;
    if changed.load(Ordering::SeqCst) {
        return Err(Stop::Usage("the inputs are not those of the unfinished run any more; repeat it with the same, or delete its \
             .resume file to begin anew".to_owned()));
    }
    if interrupt::asked() {
        let way_out = if output.is_resumable() { "; go on with --resume" } else { "" };
        return Err(Stop::Interrupted { documents: output.mark().documents, way_out });
    }
    Ok(())
}

/// Puts everything in its place and tells what was done.
fn close(arguments: &Arguments, mut output: Output) -> Result<u64, Stop> {
    let summary = output.summary();
    if summary.documents > 0 || summary.failures() == 0 || arguments.errors() == Errors::Inline {
        let name = arguments.output_name();
        output.finish().map_err(|error| Stop::Write { name, error, way_out: GO_ON })?;
    } else {
        output.finish_errors().map_err(|error| unwritten(arguments, error, &output))?;
        output.abandon();
        if arguments.writing.output.is_some() {
            eprintln!("convert: nothing could be converted; {} is left as it was", arguments.output_name());
        }
    }
    if let Some(path) = &arguments.writing.report {
        output::write_whole(path, &summary.report()).map_err(|error| Stop::Write {
            name: path.display().to_string(),
            error,
            way_out: "",
        })?;
    }
    tell(arguments, &summary);
    Ok(summary.failures())
}

fn tell(arguments: &Arguments, summary: &Summary) {
    if arguments.running.quiet {
        return;
    }
    let place = match arguments.errors() {
        _ if summary.failures() == 0 => String::new(),
        Errors::Told => ", told above".to_owned(),
        Errors::Inline => ", among the records".to_owned(),
        Errors::File(path) => format!(", in {}", path.display()),
    };
    eprintln!("{summary}{place}");
}

fn unwritten(arguments: &Arguments, error: io::Error, output: &Output) -> Stop {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Stop::Closed { documents: output.mark().documents };
    }
    let way_out = if output.is_resumable() { GO_ON } else { "" };
    Stop::Write { name: arguments.output_name(), error, way_out }
}
