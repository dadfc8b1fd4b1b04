//! The command line.

use clap::{Parser, ValueEnum};
use press_release::{Options, Region, Scripts};
use std::path::PathBuf;

/// Turn press releases into JSON: headline, dateline, body, quotes with their speakers, captions, contacts, boilerplate.
///
/// Reads extracted text (from pdftotext, Tika, a web page, a mail) in English, Traditional or Simplified Chinese, in any
/// encoding in use for them, and writes one JSON object for each release, one a line.
#[derive(Debug, Parser)]
#[command(name = "convert", version, arg_required_else_help = true, after_help = AFTER, max_term_width = 100)]
pub(crate) struct Arguments {
    /// Files, folders (every .txt file below is read, in the order of their paths), or - for standard input
    #[arg(required = true, value_name = "FILE|FOLDER|-")]
    pub(crate) inputs: Vec<PathBuf>,

    /// Write to FILE instead of standard output: whole, or not at all when something goes wrong
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Indent the JSON for reading; for one file only
    #[arg(long)]
    pub(crate) pretty: bool,

    /// Read every text of a Chinese release in Traditional, in Simplified, in both or in neither
    #[arg(long, value_enum, default_value_t = Script::Both)]
    pub(crate) script: Script,

    /// Whose Traditional the Traditional reading is; by default that of the release
    #[arg(long, value_enum, value_name = "REGION")]
    pub(crate) region: Option<TraditionalOf>,

    /// Give every text its form for an index too: Simplified, half width, small letters
    #[arg(long)]
    pub(crate) search: bool,

    /// No progress and no summary; what could not be read is still told
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

const AFTER: &str = "\
Examples:
  convert release.txt --pretty                 look at one release
  convert archive/ -o releases.jsonl           convert a whole archive
  convert archive/ | jq -r .headline.text      the headlines
  pdftotext -layout release.pdf - | convert -  straight from a PDF file
  convert archive/ | jq -c '.quotes[] | [.speaker.name.text, .text]'
                                               who said what

From a clone of the source, `convert` is `cargo run --release --example convert --`.

Exit status:
  0  everything was converted
  1  some inputs could not be read; the others were converted
  2  the command line is wrong
  3  the output could not be written";

/// The scripts of the readings.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Script {
    Both,
    Hant,
    Hans,
    None,
}

/// Regions that have a Traditional of their own.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum TraditionalOf {
    Hk,
    Tw,
}

impl TraditionalOf {
    fn region(self) -> Region {
        match self {
            TraditionalOf::Hk => Region::HongKong,
            TraditionalOf::Tw => Region::Taiwan,
        }
    }
}

impl Script {
    fn scripts(self) -> Scripts {
        match self {
            Script::Both => Scripts::Both,
            Script::Hant => Scripts::Hant,
            Script::Hans => Scripts::Hans,
            Script::None => Scripts::None,
        }
    }
}

impl Arguments {
    /// What the parser is to do.
    pub(crate) fn options(&self) -> Options {
        let options = Options::default().scripts(self.script.scripts()).search_forms(self.search);
        match self.region {
            Some(region) => options.traditional(region.region()),
            None => options,
        }
    }

    /// What the output is called in messages.
    pub(crate) fn output_name(&self) -> String {
        self.output.as_ref().map_or_else(|| "standard output".to_owned(), |path| path.display().to_string())
    }
}
