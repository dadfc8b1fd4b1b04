//! Runs that are cut off: killed, interrupted, out of room. What they leave is gone on with, and comes out as if nothing
//! had been.

use super::*;
use std::time::{Duration, Instant};

/// Small documents of uneven length, so many that a run takes long enough to be killed in.
const DOCUMENTS: usize = 6_000;

fn archive() -> TempDir {
    let mut rows = Vec::new();
    for number in 0..DOCUMENTS {
        let text = format!("Harbour line {number} opens\n\n{}", "Trains run. ".repeat(number % 7));
        writeln!(rows, "{}", serde_json::json!({ "id": number, "text": text })).unwrap();
        if number % 97 == 0 {
            writeln!(rows, "{{broken {number}").unwrap();
        }
    }
    folder_with(&[("rows.jsonl", &rows)])
}

/// The arguments of a run that keeps its place after every batch.
fn run<'a>(output: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let fixed = [
        "rows.jsonl",
        "--from",
        "ndjson",
        "-q",
        "--checkpoint",
        "0",
        "--errors",
        "errors.jsonl",
        "-o",
        output,
    ];
    [&fixed, more].concat()
}

/// Every file of the folder but the input.
fn outputs(folder: &TempDir) -> Vec<(String, Vec<u8>)> {
    let names = names(folder).into_iter().filter(|name| name != "rows.jsonl");
    names.map(|name| (name.clone(), fs::read(folder.path().join(name)).unwrap())).collect()
}

fn clear(folder: &TempDir) {
    for (name, _) in outputs(folder) {
        fs::remove_file(folder.path().join(name)).unwrap();
    }
}

/// A sequence of numbers that looks like chance and is the same every time.
fn chance(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *seed >> 33
}

/// Kills a run at fifty moments and more, in four kinds of output, and compares what comes of it with a run in peace.
#[test]
fn a_run_that_is_killed_again_and_again_gives_the_same_bytes() {
    let folder = archive();
    let kinds: [(&str, &[&str]); 4] = [
        ("out.jsonl", &[]),
        ("out.jsonl.gz", &[]),
        ("out.jsonl.zst", &["--shards", "3"]),
        ("out.jsonl.gz", &["--shard-records", "500"]),
    ];
    let (mut seed, mut kills) = (1, 0);
    // Built before a run is timed.
    std::sync::LazyLock::force(&CONVERT);
    for (output, more) in kinds {
        let begun = Instant::now();
        assert_eq!(convert(&folder, &run(output, more)).status.code(), Some(1));
        let mut whole = begun.elapsed();
        let expected = outputs(&folder);
        clear(&folder);
        let mut killed = 0;
        while killed < 13 {
            let wait = whole.mul_f64(chance(&mut seed) as f64 / f64::from(1_u32 << 31) / 4.0);
            let mut child = Command::new(&*CONVERT)
                .args(run(output, &[more, &["--resume"]].concat()))
                .current_dir(&folder)
                .stdin(Stdio::null())
                .spawn()
                .unwrap();
            std::thread::sleep(wait);
            if child.try_wait().unwrap().is_some() {
                // It came to its end before the kill: what it gave counts, and another run is killed.
                assert_same(&outputs(&folder), &expected, output);
                clear(&folder);
                whole = whole.mul_f64(0.9);
                continue;
            }
            child.kill().unwrap();
            child.wait().unwrap();
            killed += 1;
        }
        kills += killed;
        assert_eq!(convert(&folder, &run(output, &[more, &["--resume"]].concat())).status.code(), Some(1));
        assert_same(&outputs(&folder), &expected, output);
        clear(&folder);
    }
    println!("{kills} kills, 0 differences");
    assert!(kills >= 50);
}

#[test]
fn a_run_that_is_killed_after_its_last_renaming_comes_to_its_end() {
    let folder = archive();
    let arguments = run("out.jsonl", &["--resume"]);
    assert_eq!(convert(&folder, &arguments).status.code(), Some(1));
    let expected = outputs(&folder);
    clear(&folder);
    // The state of a run under way, made that of one whose files have their names but whose journal is still there.
    let journal = folder.path().join("out.jsonl.resume");
    let mut child =
        Command::new(&*CONVERT).args(&arguments).current_dir(&folder).stdin(Stdio::null()).spawn().unwrap();
    while !journal.exists() {
        assert!(child.try_wait().unwrap().is_none(), "it ended before its journal was seen");
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let mut state: serde_json::Value = serde_json::from_slice(&fs::read(&journal).unwrap()).unwrap();
    clear(&folder);
    for (name, bytes) in &expected {
        fs::write(folder.path().join(name), bytes).unwrap();
        let field = if name == "out.jsonl" { &mut state["parts"][0] } else { &mut state["errors"] };
        *field = bytes.len().into();
    }
    state["finished"] = true.into();
    fs::write(&journal, state.to_string()).unwrap();
    convert(&folder, &arguments);
    assert_same(&outputs(&folder), &expected, "out.jsonl");
}

fn assert_same(found: &[(String, Vec<u8>)], expected: &[(String, Vec<u8>)], output: &str) {
    let names = |files: &[(String, Vec<u8>)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(found), names(expected), "{output}");
    for ((name, found), (_, expected)) in found.iter().zip(expected) {
        assert!(found == expected, "{name} differs: {} bytes instead of {}", found.len(), expected.len());
    }
}

#[test]
fn packed_shards_hold_the_records_of_a_plain_run() {
    let folder = archive();
    convert(&folder, &run("plain.jsonl", &[]));
    convert(&folder, &run("packed.jsonl.gz", &["--shard-records", "1000"]));
    let plain = fs::read(folder.path().join("plain.jsonl")).unwrap();
    let mut unpacked = Vec::new();
    for number in 0..DOCUMENTS / 1000 {
        let packed = fs::File::open(folder.path().join(format!("packed-{number:05}.jsonl.gz"))).unwrap();
        let before = unpacked.len();
        std::io::Read::read_to_end(&mut flate2::read::MultiGzDecoder::new(packed), &mut unpacked).unwrap();
        assert_eq!(std::str::from_utf8(&unpacked[before..]).unwrap().lines().count(), 1000);
    }
    assert!(plain == unpacked);
    convert(&folder, &run("dealt.jsonl", &["--shards", "4"]));
    let mut dealt: Vec<String> = (0..4)
        .flat_map(|number| {
            let path = folder.path().join(format!("dealt-{number:05}-of-00004.jsonl"));
            fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect::<Vec<_>>()
        })
        .collect();
    let mut lines: Vec<&str> = std::str::from_utf8(&plain).unwrap().lines().collect();
    dealt.sort_unstable();
    lines.sort_unstable();
    assert!(dealt == lines);
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let folder = archive();
    let with = |threads: &str| {
        convert(&folder, &run("out.jsonl", &["-j", threads]));
        fs::read(folder.path().join("out.jsonl")).unwrap()
    };
    let one = with("1");
    assert!(one == with("2") && one == with("7"));
}

#[cfg(unix)]
mod unix {
    use super::*;

    /// Starts a run and sends it a signal as soon as its journal tells of some documents.
    fn signalled(folder: &TempDir, signal: &str) -> Output {
        let child = Command::new(&*CONVERT)
            .args(run("out.jsonl.gz", &["-j", "2"]))
            .current_dir(folder)
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let begun = Instant::now();
        while !folder.path().join("out.jsonl.gz.resume").exists() {
            assert!(begun.elapsed() < Duration::from_secs(60), "no journal was written");
            std::thread::sleep(Duration::from_millis(2));
        }
        assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
        child.wait_with_output().unwrap()
    }

    #[test]
    fn an_interrupted_run_says_so_and_goes_on_only_when_it_is_told_to() {
        let folder = archive();
        convert(&folder, &run("out.jsonl.gz", &[]));
        let expected = outputs(&folder);
        clear(&folder);
        let output = signalled(&folder, "-INT");
        assert_eq!(output.status.code(), Some(130), "{}", errors(&output));
        assert!(errors(&output).contains("; go on with --resume"), "{}", errors(&output));
        let again = convert(&folder, &run("out.jsonl.gz", &[]));
        assert_eq!(again.status.code(), Some(2));
        assert!(
            errors(&again).contains("an unfinished run of this output stands beside it"),
            "{}",
            errors(&again)
        );
        let other = convert(&folder, &run("out.jsonl.gz", &["--resume", "--script", "none"]));
        assert_eq!(other.status.code(), Some(2));
        assert!(errors(&other).contains("was another: other options"), "{}", errors(&other));
        assert_eq!(convert(&folder, &run("out.jsonl.gz", &["--resume"])).status.code(), Some(1));
        assert_same(&outputs(&folder), &expected, "out.jsonl.gz");
    }

    #[test]
    fn a_run_whose_inputs_have_changed_is_not_gone_on_with() {
        let folder = folder_with(&[]);
        for number in 0..2000 {
            fs::write(folder.path().join(format!("{number:04}.txt")), RELEASE).unwrap();
        }
        let arguments = ["-q", "--checkpoint", "0", ".", "-o", "out.jsonl"];
        let mut child = Command::new(&*CONVERT).args(arguments).current_dir(&folder).spawn().unwrap();
        while !folder.path().join("out.jsonl.resume").exists() {
            std::thread::sleep(Duration::from_millis(1));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        fs::remove_file(folder.path().join("0003.txt")).unwrap();
        let output = convert(&folder, &[&arguments[..], &["--resume"]].concat());
        assert_eq!(output.status.code(), Some(2));
        assert!(
            errors(&output).contains("the inputs are not those of the unfinished run"),
            "{}",
            errors(&output)
        );
    }

    #[test]
    fn a_full_disk_leaves_what_can_be_gone_on_with() {
        let folder = archive();
        convert(&folder, &run("out.jsonl", &[]));
        let expected = outputs(&folder);
        clear(&folder);
        // A limit on the size of files stands for a full disk: 2 MB in blocks of 512 bytes.
        let script = r#"trap "" XFSZ; ulimit -f 4000; exec "$@""#;
        let output = Command::new("sh")
            .args(["-c", script, "sh"])
            .arg(&*CONVERT)
            .args(run("out.jsonl", &[]))
            .current_dir(&folder)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(3), "{}", errors(&output));
        assert!(errors(&output).contains("make room and go on with --resume"), "{}", errors(&output));
        assert!(!folder.path().join("out.jsonl").exists());
        assert_eq!(convert(&folder, &run("out.jsonl", &["--resume"])).status.code(), Some(1));
        assert_same(&outputs(&folder), &expected, "out.jsonl");
    }
}
