//! Work and memory grow with the text and no faster, whatever the text is: counted, not timed.
//!
//! Takes texts of one odd thing over and over, at one size and at twice that, and compares what the parser asks of the
//! allocator: how often, how much, how much at once. A program of its own, because the counting allocator is that of
//! the whole program. What only looks and never allocates is not counted; the last test shows that such looking ends,
//! on 10 MB of each, when `LARGE_TEXTS` is set: what grew with the square would take days.

use allocation_counter::{AllocationInfo, measure};
use press_release::{Options, Parser, Scripts, check_invariants, to_json_line};

/// The smaller size in bytes; debug builds read some 100 KB a second.
const SIZE: usize = 100_000;

/// How much more twice the text may ask for: twice, and what a table that has just doubled takes on top.
const MOST_GROWTH: f64 = 2.6;

/// The most bytes held at once for a byte of text.
const MOST_HELD: u64 = 300;

/// What is said over and over.
const ODDITIES: &[(&str, &str)] = &[
    ("opening marks in English", "“"),
    ("opening marks in Chinese", "「"),
    ("straight marks", "\""),
    ("marks by turns", "「『“‘"),
    ("colons", "："),
    ("colons after names", "陳大文：李小明："),
    ("digits", "1"),
    ("digits with marks", "+852 2155-0143 / "),
    ("one letter", "a"),
    ("one character", "中"),
    ("one blank", " "),
    ("scripts by turns", "a中"),
    ("lines of a letter", "a\n"),
    ("lines of a character", "中\n"),
    ("line ends", "\n"),
    ("page ends", "\u{c}"),
    ("said said said", "said "),
    ("said by somebody", "said Ann Lee, "),
    ("表示表示", "表示"),
    ("nested brackets", "(["),
    ("nested brackets in Chinese", "（【"),
    ("tabs", "a\tb\t"),
    ("hyphens", "-"),
    ("hyphens at line ends", "ab-\n"),
    ("dots", "a.b."),
    ("ats", "a@b.example@"),
    ("captions", "Photo: Ann Lee (left)\n"),
    ("headings", "About Harbour Ferries\n\n"),
    ("labels", "Tel:\n"),
    ("page numbers", "Page 1 of 2\n"),
    ("datelines", "HONG KONG, 12 March 2025 – "),
    ("radicals", "\u{2f00}\u{f900}"),
    ("combining marks", "e\u{301}"),
];

fn over_and_over(what: &str, bytes: usize) -> String {
    what.repeat(bytes / what.len())
}

/// What reading a text and writing its records asks of the allocator; the laws are checked beside.
fn cost(text: &str) -> AllocationInfo {
    let mut releases = Vec::new();
    let cost = measure(|| {
        releases = Parser::default().parse(text);
        for release in &releases {
            assert!(to_json_line(release).len() > release.id.len());
        }
    });
    assert_eq!(check_invariants(text, &releases), []);
    cost
}

/// A text may be read otherwise when it gets longer, and then cost more at once: what grows too fast does so again when the
/// text is doubled again.
fn grows_no_faster(name: &str, what: &str, faults: &mut Vec<String>) {
    let first = growth(name, what, SIZE, faults);
    if !first.is_empty() {
        let again = growth(name, what, 2 * SIZE, faults);
        faults.extend(
            first
                .into_iter()
                .filter(|(count, _)| again.iter().any(|(other, _)| other == count))
                .map(|(_, fault)| fault),
        );
    }
}

/// What grows too fast from `size` to twice of it, and how.
fn growth(name: &str, what: &str, size: usize, faults: &mut Vec<String>) -> Vec<(&'static str, String)> {
    let (text, twice) = (over_and_over(what, size), over_and_over(what, 2 * size));
    let (once, double) = (cost(&text), cost(&twice));
    let counted = [
        ("allocations", once.count_total, double.count_total),
        ("bytes allocated", once.bytes_total, double.bytes_total),
        ("bytes held at once", once.bytes_max, double.bytes_max),
    ];
    println!("{name}: {counted:?}");
    if double.bytes_max > MOST_HELD * twice.len() as u64 {
        faults.push(format!("{name}: {} bytes are held for {}", double.bytes_max, twice.len()));
    }
    let too_fast = counted.into_iter().filter(|&(_, once, double)| double as f64 > MOST_GROWTH * once as f64);
    let told = |(count, once, double)| {
        (count, format!("{name}: {count} grow from {once} to {double} with {size} bytes more"))
    };
    too_fast.map(told).collect()
}

/// Tables that are made on first use are no part of the cost of a text.
fn warm_up() {
    let text = "香港，2025年3月12日 – 渡輪公司行政總裁陳大文表示：「新航線於五月開通。」\n\nTel: +852 2155 0143\n\
                HONG KONG, 12 March 2025 – “The line opens in May,” said Ann Lee, Chief Executive.\n";
    cost(&text.repeat(20));
}

/// The releases of the corpus joined to a text of some `bytes`, again and again where they are no more: a digest as long as
/// any that is printed.
fn digest(bytes: usize) -> String {
    let files = walkdir::WalkDir::new("corpus").sort_by_file_name().into_iter().flatten();
    let releases = files.filter(|file| file.file_name() == "release.txt");
    let releases: Vec<String> =
        releases.filter_map(|file| std::fs::read_to_string(file.path()).ok()).collect();
    let mut digest = String::new();
    for release in releases.iter().cycle() {
        if digest.len() > bytes {
            break;
        }
        digest.push_str(release);
        digest.push('\n');
    }
    digest
}

/// The most bytes that `parser` holds at once while it reads a digest of over two megabytes, for a byte of it, beside the
/// tables.
fn held_for_a_byte_of_a_large_digest(parser: &Parser) -> f64 {
    let text = digest(SIZE * 21);
    let read = || assert!(!parser.parse(&text).is_empty());
    // Tables grow with the words that are asked for.
    read();
    let held = measure(read).bytes_max as f64 / text.len() as f64;
    println!("{held:.2} bytes are held for a byte of {}", text.len());
    held
}

#[test]
fn a_long_digest_takes_six_times_its_length_and_twenty_megabytes() {
    /// What the tables take that all threads share.
    const TABLES: u64 = 17_500_000;
    let text = digest(SIZE * 8);
    let read = || assert!(!Parser::default().parse(&text).is_empty());
    // Tables grow with the words that are asked for.
    read();
    let held = measure(read).bytes_max;
    println!("{held} bytes are held for {}", text.len());
    assert!(text.len() > SIZE * 8 && held + TABLES < 6 * text.len() as u64 + 20_000_000, "{held}");
}

#[test]
fn a_large_digest_takes_seven_and_a_half_times_its_length() {
    let bare = Parser::new(Options::default().scripts(Scripts::None));
    assert!(held_for_a_byte_of_a_large_digest(&bare) < 7.5);
}

#[test]
fn in_both_scripts_a_large_digest_takes_eight_times_its_length() {
    assert!(held_for_a_byte_of_a_large_digest(&Parser::default()) < 8.0);
}

/// One half of the oddities, so that two threads share them: what is counted is counted for each thread.
fn all_grow_no_faster(half: usize) {
    warm_up();
    let mut faults = Vec::new();
    for (name, what) in ODDITIES.iter().skip(half).step_by(2) {
        grows_no_faster(name, what, &mut faults);
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn what_is_asked_of_the_allocator_grows_with_the_text_and_no_faster() {
    all_grow_no_faster(0);
}

#[test]
fn nor_does_it_for_the_other_half() {
    all_grow_no_faster(1);
}

/// `LARGE_TEXTS=1 cargo test --release --test growth`: a minute or two.
#[test]
fn ten_megabytes_of_each_are_read_to_the_end() {
    if std::env::var_os("LARGE_TEXTS").is_none() {
        return;
    }
    for (name, what) in ODDITIES {
        let start = std::time::Instant::now();
        let text = over_and_over(what, 10_000_000);
        let releases = Parser::default().parse(&text);
        assert_eq!(check_invariants(&text, &releases), [], "{name}");
        println!("{name}: {:.1?}", start.elapsed());
    }
}
