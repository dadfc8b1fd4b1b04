//! The command line.

use clap::{Parser, ValueEnum, builder::ValueHint};
use press_release::{Encoding, Markup, Offsets, Options, Region, Scripts};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Turn press releases into JSON: headline, dateline, body, quotes with their speakers, captions, contacts, boilerplate.
///
/// Reads extracted text (from pdftotext, Tika, a web page, a mail) in English, Traditional or Simplified Chinese, in any
/// encoding in use for them, and writes one JSON object for each release, one a line.
#[derive(Debug, Parser)]
#[command(name = "convert", version, arg_required_else_help = true, after_help = AFTER, max_term_width = 100)]
pub(crate) struct Arguments {
    /// Files, folders, archives (.zip, .tar, .tar.gz, .tgz, .tar.zst, .gz, .zst), or - for standard input
    ///
    /// A folder stands for every .txt file and every archive below it, in the order of their paths; an archive for every
    /// .txt file in it, which is read in place.
    #[arg(required_unless_present_any = ["files_from", "pipe"], value_name = "FILE|FOLDER|-", value_hint = ValueHint::AnyPath)]
    pub(crate) inputs: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) reading: Reading,

    #[command(flatten)]
    pub(crate) writing: Writing,

    #[command(flatten)]
    pub(crate) running: Running,
}

/// What is read, and how.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Reading")]
pub(crate) struct Reading {
    /// Read the paths of the inputs from FILE, one a line; - is standard input
    #[arg(long, value_name = "FILE")]
    pub(crate) files_from: Option<PathBuf>,

    /// Of folders and archives read only what matches GLOB: '*.md', '2024/**'; instead of *.txt
    #[arg(long, value_name = "GLOB")]
    pub(crate) include: Vec<String>,

    /// Of folders and archives leave out what matches GLOB
    #[arg(long, value_name = "GLOB")]
    pub(crate) exclude: Vec<String>,

    /// What a file holds: one text, or a JSON object with a text on each line
    #[arg(long, value_enum, default_value_t = From::Text)]
    pub(crate) from: From,

    /// With --from ndjson and --pipe: the field that holds the text
    #[arg(long, value_name = "NAME", default_value = "text")]
    pub(crate) text_field: String,

    /// Likewise the field that holds the document's id, kept as source.id
    #[arg(long, value_name = "NAME", default_value = "id")]
    pub(crate) id_field: String,

    /// The encoding of every file, such as big5 or gb18030, instead of the one that is found
    #[arg(long, value_name = "NAME")]
    pub(crate) encoding: Option<Encoding>,

    /// Read web pages and XML instead of refusing them: their tags are left out, their menus are not
    #[arg(long)]
    pub(crate) markup: bool,

    /// The largest document that is read, unpacked; a larger one is an error (K, M, G: 1024-fold)
    #[arg(long, value_name = "SIZE", default_value = "64M", value_parser = size)]
    pub(crate) max_bytes: u64,
}

/// What is written, and where.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Writing")]
pub(crate) struct Writing {
    /// Write to FILE instead of standard output: whole, or not at all; .gz and .zst are compressed
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Deal the records to N files, FILE-00000-of-N and so on, in blocks of some 64 KB of text
    #[arg(long, value_name = "N", requires = "output", conflicts_with = "shard_records", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub(crate) shards: Option<u32>,

    /// Begin a new file, FILE-00000, FILE-00001 and so on, after every N records
    #[arg(long, value_name = "N", requires = "output", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) shard_records: Option<u64>,

    /// The form of the JSON
    #[arg(long, value_enum, default_value_t = Form::Record)]
    pub(crate) format: Form,

    /// With --format bulk: the index to name in every action
    #[arg(long, value_name = "NAME")]
    pub(crate) index: Option<String>,

    /// Keep only these fields of the record, and its id: headline,quotes
    #[arg(long, value_name = "FIELD,…", value_delimiter = ',')]
    pub(crate) fields: Vec<String>,

    /// What the offsets of spans count
    #[arg(long, value_enum, default_value_t = Units::Bytes)]
    pub(crate) offsets: Units,

    /// Read every text of a Chinese release in Traditional, in Simplified, in both or in neither
    #[arg(long, value_enum, default_value_t = Script::Both)]
    pub(crate) script: Script,

    /// Whose Traditional the Traditional reading is; by default that of the release
    #[arg(long, value_enum, value_name = "REGION")]
    pub(crate) region: Option<TraditionalOf>,

    /// Give every text its form for an index too: Simplified, half width, small letters
    #[arg(long)]
    pub(crate) search: bool,

    /// Indent the JSON for reading; for one file only
    #[arg(long, conflicts_with_all = ["pipe", "shards", "shard_records"])]
    pub(crate) pretty: bool,

    /// Write a JSON object for each input that failed to FILE, or inline among the records
    #[arg(long, value_name = "FILE|inline")]
    pub(crate) errors: Option<PathBuf>,

    /// Write the summary as JSON to FILE
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
}

/// How the work goes on.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Running")]
pub(crate) struct Running {
    /// How many documents are converted at once; by default as many as there are cores
    #[arg(short = 'j', long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,

    /// Go on where an unfinished run of the same command stopped; without one, begin
    #[arg(long, requires = "output")]
    pub(crate) resume: bool,

    /// How often the place to go on from is kept, in seconds; 0 is after every block of some 64 KB of text
    #[arg(long, value_name = "SECONDS", default_value_t = 5)]
    pub(crate) checkpoint: u64,

    /// One JSON line in, exactly one line out, in order, errors too: for rdd.pipe, GNU parallel and the like
    #[arg(long, conflicts_with_all = ["inputs", "files_from", "output", "errors", "report", "from", "include", "exclude"])]
    pub(crate) pipe: bool,

    /// No progress and no summary; what could not be read is still told
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

const AFTER: &str = "\
Examples:
  convert release.txt --pretty                 look at one release
  convert archive/ -o releases.jsonl           convert a whole archive
  convert archive/ -o releases.jsonl --resume  the same, going on after a crash
  convert 2003.zip 2004.tar.gz -o old.jsonl.gz archives in, compressed lines out
  convert archive/ | jq -r .headline.text      the headlines
  pdftotext -layout release.pdf - | convert -  straight from a PDF file
  convert archive/ | jq -c '.quotes[] | [.speaker.name.text, .text]'
                                               who said what
  convert rows.jsonl --from ndjson --text-field body --id-field url -o releases.jsonl
                                               texts that lie in a table
  convert archive/ --format bulk --index press | curl -s -H 'Content-Type: application/x-ndjson' \\
      --data-binary @- localhost:9200/_bulk    into OpenSearch

From a clone of the source, `convert` is `cargo run --release --example convert --`.

Exit status:
  0  everything was converted
  1  some inputs could not be read; the others were converted
  2  the command line is wrong, or an unfinished run is in the way
  3  the output could not be written
  130  stopped by Ctrl-C; --resume goes on";

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum From {
    /// One text
    Text,
    /// A JSON object with a text on each line
    Ndjson,
}

/// The forms of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// The record, as the README and schema/press-release.schema.json tell
    Record,
    /// IPTC ninjs 3.1, for the systems of newsrooms
    Ninjs,
    /// An article of schema.org in JSON-LD, for web pages
    SchemaOrg,
    /// Actions and documents for `_bulk` of `OpenSearch`; schema/opensearch-index.json has the mapping
    Bulk,
}

/// What offsets count.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Units {
    /// Bytes of the text in UTF-8
    Bytes,
    /// UTF-16 units, as in JavaScript and Java
    Utf16,
    /// Code points, as in Python
    Chars,
}

/// The scripts of the readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
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

impl Units {
    fn offsets(self) -> Offsets {
        match self {
            Units::Bytes => Offsets::Bytes,
            Units::Utf16 => Offsets::Utf16,
            Units::Chars => Offsets::Chars,
        }
    }
}

/// Where the errors go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Errors<'a> {
    /// To standard error, as sentences.
    Told,
    /// Among the records.
    Inline,
    File(&'a Path),
}

impl Arguments {
    /// What the parser is to do.
    pub(crate) fn options(&self) -> Options {
        let writing = &self.writing;
        let mut options = Options::default()
            .scripts(writing.script.scripts())
            .search_forms(writing.search || writing.format == Form::Bulk)
            .offsets(writing.offsets.offsets())
            .markup(if self.reading.markup { Markup::AsText } else { Markup::Refused });
        if let Some(region) = writing.region {
            options = options.traditional(region.region());
        }
        match self.reading.encoding {
            Some(encoding) => options.encoding(encoding),
            None => options,
        }
    }

    pub(crate) fn errors(&self) -> Errors<'_> {
        match self.writing.errors.as_deref() {
            None => Errors::Told,
            Some(path) if path.as_os_str() == "inline" => Errors::Inline,
            Some(path) => Errors::File(path),
        }
    }

    /// How many documents are converted at once.
    pub(crate) fn threads(&self) -> usize {
        let cores = || std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        self.running.threads.map_or_else(cores, usize::from)
    }

    /// What the output is called in messages.
    pub(crate) fn output_name(&self) -> String {
        self.writing
            .output
            .as_ref()
            .map_or_else(|| "standard output".to_owned(), |path| path.display().to_string())
    }

    pub(crate) fn checkpoint(&self) -> Duration {
        Duration::from_secs(self.running.checkpoint)
    }

    /// Everything that decides what is written, in words: an unfinished run goes on only where this is the same.
    pub(crate) fn shape(&self) -> String {
        let Reading {
            files_from: _,
            include,
            exclude,
            from,
            text_field,
            id_field,
            encoding,
            markup,
            max_bytes,
        } = &self.reading;
        let Writing { shards, shard_records, format, index, fields, offsets, script, region, search, .. } =
            &self.writing;
        format!(
            "{} {include:?} {exclude:?} {from:?} {text_field:?} {id_field:?} {encoding:?} {markup} {max_bytes} \
             {shards:?} {shard_records:?} {format:?} {index:?} {fields:?} {offsets:?} {script:?} {region:?} {search} \
             {:?}",
            env!("CARGO_PKG_VERSION"),
            self.errors(),
        )
    }
}

/// Bytes, with K, M or G.
fn size(text: &str) -> Result<u64, String> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit: u64 = match text[digits.len()..].to_ascii_uppercase().as_str() {
        "" | "B" => 1,
        "K" | "KB" | "KIB" => 1 << 10,
        "M" | "MB" | "MIB" => 1 << 20,
        "G" | "GB" | "GIB" => 1 << 30,
        _ => return Err("a size is a number with K, M or G, such as 64M".to_owned()),
    };
    let number: u64 = digits.parse().map_err(|_| "a size is a number with K, M or G, such as 64M")?;
    number.checked_mul(unit).filter(|size| *size > 0).ok_or_else(|| "no document has this size".to_owned())
}
