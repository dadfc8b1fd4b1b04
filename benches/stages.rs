//! What each stage costs: `cargo bench --bench stages`, or with a name after it only what has that name.

mod documents;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput};
use press_release::chinese::{Config, Converter};
use press_release::{Options, Parser, Scripts, stages, to_json_line};

fn stages(criterion: &mut Criterion) {
    let options = Options::default();
    let bare = Parser::new(Options::default().scripts(Scripts::None));
    let whole = Parser::default();
    for (name, text) in [
        ("chinese 12 KB", documents::document(12_000, is_chinese)),
        ("english 8 KB", documents::document(8_000, |text| !is_chinese(text))),
        ("digest 500 KB", documents::document(500_000, |_| true)),
    ] {
        let decoded = stages::decode(text.as_bytes(), &options).expect("the corpus is text");
        let cleaned = stages::clean(&decoded);
        let classified = stages::classify(&decoded, &cleaned);
        let releases = stages::extract(&decoded, &cleaned, &classified, &options);
        let read = whole.parse(&text);
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Bytes(text.len() as u64));
        let mut bench = |stage: &str, run: &mut dyn FnMut() -> usize| {
            group.bench_function(BenchmarkId::from_parameter(stage), |bencher| bencher.iter(&mut *run));
        };
        bench("1 decode", &mut || usize::from(stages::decode(text.as_bytes(), &options).is_ok()));
        bench("2 clean", &mut || std::mem::size_of_val(&stages::clean(&decoded)));
        bench("3 classify", &mut || std::mem::size_of_val(&stages::classify(&decoded, &cleaned)));
        bench("4 extract", &mut || stages::extract(&decoded, &cleaned, &classified, &options).len());
        bench("4a of it, quotes of plain text", &mut || whole.quotes(&text).len());
        bench("6 json", &mut || read.iter().map(|release| to_json_line(release).len()).sum());
        bench("7 parse alone", &mut || bare.parse(&text).len());
        bench("8 parse, both scripts, json", &mut || {
            whole.parse(&text).iter().map(|release| to_json_line(release).len()).sum()
        });
        group.bench_function(BenchmarkId::from_parameter("5 scripts"), |bencher| {
            bencher.iter_batched(
                || releases.clone(),
                |mut releases| {
                    stages::convert(&mut releases, &options);
                    releases
                },
                BatchSize::SmallInput,
            );
        });
        group.finish();
    }
}

fn conversion(criterion: &mut Criterion) {
    let text = documents::document(12_000, is_chinese);
    let mut group = criterion.benchmark_group("conversion of chinese 12 KB");
    group.throughput(Throughput::Bytes(text.len() as u64));
    for config in [Config::T2s, Config::Hk2s, Config::S2t, Config::S2hk, Config::S2twp] {
        let converter = Converter::new(config);
        group.bench_function(config.name(), |bencher| bencher.iter(|| converter.convert(&text)));
    }
    group.finish();
}

fn is_chinese(text: &str) -> bool {
    text.len() > text.chars().count() * 2
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    stages(&mut criterion);
    conversion(&mut criterion);
    criterion.final_summary();
}
