//! How fast the conversions are: `cargo run --release --example conversion_speed -- FILE…` joins the files, cuts them
//! into documents of 12 KB and tells for each configuration the median of many runs, in megabytes a second: without and
//! with alignment, and on two threads. With the feature `opencc-rust` it measures the native library in the same run.

use press_release::chinese::{Config, Converter};
use std::time::{Duration, Instant};

const DOCUMENT: usize = 12_000;
const RUNS: usize = 31;

fn main() -> std::io::Result<()> {
    let mut text = String::new();
    for path in std::env::args().skip(1) {
        text.push_str(&std::fs::read_to_string(path)?);
    }
    let documents = cut(&text);
    println!("{} documents of {DOCUMENT} bytes", documents.len());
    println!("config\tMB/s\taligned\ttwo threads\tfirst use, ms{}", native::HEADINGS);
    for config in Config::ALL {
        let start = Instant::now();
        let converter = Converter::new(config);
        let _ = converter.convert("准备好了");
        let first = start.elapsed();
        let convert = |text: &&str| converter.convert(text).len();
        let align = |text: &&str| converter.convert_aligned(text).text.len();
        let plain = speed(&text, median(|| documents.iter().map(convert).sum()));
        let aligned = speed(&text, median(|| documents.iter().map(align).sum()));
        let two = speed(&text, median(|| on_two_threads(&documents, convert)));
        let ms = first.as_secs_f64() * 1e3;
        let others = native::columns(config, &text, &documents, [plain, aligned]);
        println!("{}\t{plain:.0}\t{aligned:.0}\t{two:.0}\t{ms:.2}{others}", config.name());
    }
    Ok(())
}

/// What the native library does, beside this crate.
#[cfg(feature = "opencc-rust")]
mod native {
    use super::{median, on_two_threads, speed};
    use press_release::chinese::{Config, NativeConverter};

    pub(super) const HEADINGS: &str = "\tnative MB/s\ton two threads\ttimes as fast\taligned";

    pub(super) fn columns(config: Config, text: &str, documents: &[&str], own: [f64; 2]) -> String {
        let opened = match std::env::var_os("OPENCC_DATA") {
            Some(folder) => NativeConverter::in_folder(config, folder.as_ref()),
            None => NativeConverter::new(config),
        };
        let library = match opened {
            Ok(library) => library,
            Err(error) => return format!("\t{error}"),
        };
        let convert = |text: &&str| library.convert(text).map_or(0, |text| text.len());
        let plain = speed(text, median(|| documents.iter().map(convert).sum()));
        let two = speed(text, median(|| on_two_threads(documents, convert)));
        format!("\t{plain:.0}\t{two:.0}\t{:.1}\t{:.1}", own[0] / plain, own[1] / plain)
    }
}

#[cfg(not(feature = "opencc-rust"))]
mod native {
    pub(super) const HEADINGS: &str = "";

    pub(super) fn columns(
        _: press_release::chinese::Config,
        _: &str,
        _: &[&str],
        _: [f64; 2],
    ) -> &'static str {
        ""
    }
}

/// The sum of `work` over all documents, half of them on each of two threads.
fn on_two_threads(documents: &[&str], work: impl Fn(&&str) -> usize + Sync) -> usize {
    let (first, second) = documents.split_at(documents.len() / 2);
    std::thread::scope(|scope| {
        let other = scope.spawn(|| second.iter().map(&work).sum::<usize>());
        first.iter().map(&work).sum::<usize>() + other.join().unwrap_or(0)
    })
}

/// Documents of about the same size, whole characters each.
fn cut(mut text: &str) -> Vec<&str> {
    let mut documents = Vec::new();
    while !text.is_empty() {
        let (document, rest) = text.split_at(boundary(text, DOCUMENT));
        documents.push(document);
        text = rest;
    }
    documents
}

/// The last boundary of a character up to `at`.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Megabytes a second.
fn speed(text: &str, time: Duration) -> f64 {
    text.len() as f64 / time.as_secs_f64() / 1e6
}

fn median(mut run: impl FnMut() -> usize) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(run());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[RUNS / 2]
}
