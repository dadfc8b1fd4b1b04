//! Converts press releases to JSON, one object a release, one a line.
//!
//! ```text
//! arguments → inputs → convert each (bytes → releases → lines) → output
//!                              ↓ counts and failures
//!                           summary
//! ```
//!
//! `convert --help` says how it is used.

mod arguments;
mod document;
mod input;
mod output;
mod progress;
mod summary;

use arguments::Arguments;
use clap::Parser as _;
use input::Input;
use output::Output;
use progress::Progress;
use std::io;
use std::process::ExitCode;
use summary::Summary;

/// Some inputs could not be converted.
const SOME_FAILED: u8 = 1;
/// The command line asks for what cannot be done; `clap` ends with the same status.
const USAGE: u8 = 2;
/// The output could not be written.
const OUTPUT_FAILED: u8 = 3;

/// Why the whole run stops.
enum Stop {
    Usage(String),
    Output(io::Error),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(summary) if summary.failures == 0 => ExitCode::SUCCESS,
        Ok(_) => SOME_FAILED.into(),
        Err(Stop::Usage(reason)) => {
            eprintln!("convert: {reason}\nTry `convert --help`.");
            USAGE.into()
        }
        // Whoever read the output has seen enough: `convert corpus | head -1`.
        Err(Stop::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Stop::Output(error)) => {
            eprintln!("convert: {} could not be written: {error}", arguments.output_name());
            OUTPUT_FAILED.into()
        }
    }
}

fn run(arguments: &Arguments) -> Result<Summary, Stop> {
    let progress = Progress::new(arguments.quiet);
    let found = input::find(&arguments.inputs, arguments.output.as_deref());
    if arguments.pretty && found.inputs.len() > 1 {
        return Err(Stop::Usage(format!("--pretty is for one file, and here are {}", found.inputs.len())));
    }
    let mut summary = Summary::default();
    for failure in &found.failures {
        summary.fail();
        progress.tell(failure);
    }
    let mut output = Output::create(arguments.output.as_deref()).map_err(Stop::Output)?;
    convert_all(arguments, &found.inputs, &progress, &mut summary, &mut output).map_err(Stop::Output)?;
    progress.finish();
    if summary.documents > 0 || summary.failures == 0 {
        output.finish().map_err(Stop::Output)?;
    } else if arguments.output.is_some() {
        eprintln!("convert: nothing could be converted; {} is left as it was", arguments.output_name());
    }
    if !arguments.quiet {
        eprintln!("{summary}");
    }
    Ok(summary)
}

/// Converts and writes the inputs in their order. Each is converted apart from the others, by a function of the input
/// alone, so that it can be done by many threads.
fn convert_all(
    arguments: &Arguments,
    inputs: &[Input],
    progress: &Progress,
    summary: &mut Summary,
    output: &mut Output,
) -> io::Result<()> {
    let options = arguments.options();
    let parser = press_release::Parser::new(options);
    progress.expect(inputs.len());
    for input in inputs {
        progress.start(input);
        match document::convert(&parser, input, arguments.pretty) {
            Ok(converted) => {
                summary.add(&converted.releases);
                progress.aside(|| output.write(&converted.lines))?;
            }
            Err(failure) => {
                summary.fail();
                progress.tell(&failure);
            }
        }
        progress.done();
    }
    Ok(())
}
