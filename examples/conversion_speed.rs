//! How fast the conversions are: `cargo run --release --example conversion_speed -- FILE…` joins the files, cuts them
//! into documents of 12 KB and tells for each configuration the median of many runs, in megabytes a second, without and
//! with alignment.

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
    println!("config\tMB/s\taligned MB/s\tfirst use, ms");
    for config in Config::ALL {
        let start = Instant::now();
        let converter = Converter::new(config);
        let _ = converter.convert("准备好了");
        let first = start.elapsed();
        let plain = median(|| documents.iter().map(|text| converter.convert(text).len()).sum());
        let aligned =
            median(|| documents.iter().map(|text| converter.convert_aligned(text).text.len()).sum());
        let speed = |time: Duration| text.len() as f64 / time.as_secs_f64() / 1e6;
        let ms = first.as_secs_f64() * 1e3;
        println!("{}\t{:.0}\t{:.0}\t{ms:.2}", config.name(), speed(plain), speed(aligned));
    }
    Ok(())
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
