//! That the cost of a byte does not grow with the text: `cargo bench --bench scaling`; with `-- --full` up to 100 MB,
//! which takes minutes. One line a size: the text, the median time, the cost of a byte.

mod documents;

use press_release::{Options, Parser, Scripts};
use std::time::{Duration, Instant};

fn main() {
    let full = std::env::args().any(|argument| argument == "--full");
    let largest = if full { 100_000_000 } else { 1_000_000 };
    let parser = Parser::new(Options::default().scripts(Scripts::None));
    // The tables are made on first use.
    parser.parse(&documents::document(200_000, |_| true));
    println!("{:>12}{:>14}{:>10}", "bytes", "median", "ns/byte");
    let sizes =
        std::iter::successors(Some(1_000), |size| Some(size * 10)).take_while(|size| *size <= largest);
    for size in sizes {
        let text = documents::document(size, |_| true);
        let runs = (3_000_000 / size).clamp(1, 101);
        let mut times: Vec<Duration> = (0..runs).map(|_| timed(|| parser.parse(&text).len())).collect();
        times.sort_unstable();
        let median = times[runs / 2];
        let cost = median.as_nanos() as f64 / text.len() as f64;
        println!("{:>12}{:>14}{cost:>10.0}", text.len(), format!("{median:.1?}"));
    }
}

fn timed(run: impl FnOnce() -> usize) -> Duration {
    let start = Instant::now();
    std::hint::black_box(run());
    start.elapsed()
}
