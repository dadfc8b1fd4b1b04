//! The converter's command line: statuses, messages, and that nothing is left half-written.

mod archives;
mod forms;
mod pipe;
mod resume;
mod tables;

use crate::project;
use press_release::{Release, from_json};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;
use tempfile::TempDir;

const RELEASE: &str = "FOR IMMEDIATE RELEASE\n\nHarbour line opens\n\nTrains run from May.\n";

/// The program, built with the profile of this test. `cargo test` has built it already; `cargo test --test main` has
/// not.
static CONVERT: LazyLock<PathBuf> = LazyLock::new(|| {
    let test = std::env::current_exe().expect("this program has a path");
    let built = test.parent().and_then(Path::parent).expect("it lies in target/PROFILE/deps");
    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .args(["build", "--quiet", "--example", "convert", "--target-dir"])
        .arg(built.parent().expect("target"));
    cargo.args(built.ends_with("release").then_some("--release")).current_dir(project("."));
    assert!(cargo.status().expect("cargo runs").success());
    built.join("examples/convert")
});

fn convert(folder: &TempDir, arguments: &[&str]) -> Output {
    Command::new(&*CONVERT)
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .expect("it runs")
}

fn convert_with(input: &[u8], arguments: &[&str]) -> Output {
    let mut child = Command::new(&*CONVERT)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    child.stdin.take().expect("piped").write_all(input).expect("it reads");
    child.wait_with_output().expect("it ends")
}

fn folder_with(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn records(json: &[u8]) -> Vec<Release> {
    let json = std::str::from_utf8(json).unwrap();
    assert!(json.is_empty() || json.ends_with('\n'));
    json.lines().map(|line| from_json(line).expect("each line is a record")).collect()
}

fn paths(json: &[u8]) -> Vec<String> {
    records(json).into_iter().map(|record| record.source.path.unwrap()).collect()
}

fn errors(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn names(folder: &TempDir) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn the_scripts_of_the_readings_are_chosen() {
    let chinese = "渡輪新航線開通\n\n渡輪公司今日宣布，新航線於五月開通。\n".as_bytes();
    for (arguments, hant, hans) in [
        (vec!["-"], true, true),
        (vec!["-", "--script", "hant"], true, false),
        (vec!["-", "--script", "hans"], false, true),
        (vec!["-", "--script", "none"], false, false),
    ] {
        let json = String::from_utf8(convert_with(chinese, &arguments).stdout).unwrap();
        assert_eq!(json.contains(r#""zh-Hant":"渡輪新航線開通""#), hant, "{arguments:?}");
        assert_eq!(json.contains(r#""zh-Hans":"渡轮新航线开通""#), hans, "{arguments:?}");
    }
    let unknown = convert(&folder_with(&[]), &["-", "--script", "jp"]);
    assert_eq!(unknown.status.code(), Some(2));
}

#[test]
fn a_folder_becomes_lines_in_the_order_of_its_paths() {
    let text = RELEASE.as_bytes();
    let folder = folder_with(&[
        ("in/b/release.txt", text),
        ("in/a/release.txt", text),
        ("in/a/expected.json", b"{}"),
        ("in/C.TXT", text),
    ]);
    let output = convert(&folder, &["in"]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    assert_eq!(paths(&output.stdout), ["in/C.TXT", "in/a/release.txt", "in/b/release.txt"]);
    assert!(errors(&output).starts_with("3 documents, 3 releases"), "{}", errors(&output));
    assert!(errors(&output).ends_with("errors: none\n"));
    assert_eq!(convert(&folder, &["in"]).stdout, output.stdout);
}

#[test]
fn good_inputs_are_converted_beside_bad_ones() {
    let folder = folder_with(&[
        ("in/1.txt", RELEASE.as_bytes()),
        ("in/2.txt", b"%PDF-1.7\n"),
        ("in/3.txt", b"\x7fELF\0\0\0\0\0\0\0\0\xff"),
        ("in/4.txt", b""),
    ]);
    let output = convert(&folder, &["in", "missing.txt", "in/1.txt"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(paths(&output.stdout), ["in/1.txt", "in/4.txt"]);
    let told = errors(&output);
    assert!(
        told.contains("convert: in/2.txt: this is not text but a PDF file: run `pdftotext -layout"),
        "{told}"
    );
    assert!(told.contains("convert: in/3.txt: this is not text but binary data"), "{told}");
    assert!(told.contains("convert: missing.txt: there is no such file or folder"), "{told}");
    assert!(told.ends_with("errors: 3 (1 not_found, 2 not_text), told above\n"), "{told}");
}

#[test]
fn quiet_leaves_only_what_went_wrong() {
    let folder = folder_with(&[("1.txt", RELEASE.as_bytes()), ("2.txt", b"%PDF-1.7\n")]);
    assert_eq!(errors(&convert(&folder, &["-q", "1.txt"])), "");
    assert_eq!(errors(&convert(&folder, &["-q", "."])).lines().count(), 1);
}

#[test]
fn standard_input_is_read_and_indented_on_request() {
    let output = convert_with(RELEASE.as_bytes(), &["-"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(paths(&output.stdout), ["-"]);
    let pretty = convert_with(RELEASE.as_bytes(), &["-", "--pretty"]);
    let pretty = String::from_utf8(pretty.stdout).unwrap();
    assert!(pretty.starts_with("{\n  \"schema\": \"press-release/1\","));
    assert_eq!([from_json(&pretty).unwrap()][..], records(&output.stdout)[..]);
}

#[test]
fn a_file_is_written_whole_under_its_name() {
    let folder = folder_with(&[
        ("in/1.txt", RELEASE.as_bytes()),
        ("in/2.txt", b"%PDF-1.7\n"),
        ("out.jsonl", b"old\n"),
    ]);
    let output = convert(&folder, &["in", "-o", "out.jsonl"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    assert_eq!(paths(&fs::read(folder.path().join("out.jsonl")).unwrap()), ["in/1.txt"]);
    assert_eq!(names(&folder), ["in", "out.jsonl"]);
}

#[test]
fn an_older_output_below_the_folder_is_no_input() {
    let folder = folder_with(&[("1.txt", RELEASE.as_bytes())]);
    for _ in 0..2 {
        assert_eq!(convert(&folder, &[".", "-o", "out.txt"]).status.code(), Some(0));
        assert_eq!(paths(&fs::read(folder.path().join("out.txt")).unwrap()), ["./1.txt"]);
    }
}

#[test]
fn an_output_is_left_alone_when_nothing_could_be_converted() {
    let folder = folder_with(&[("out.jsonl", b"old\n")]);
    let output = convert(&folder, &["missing", "-o", "out.jsonl"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("out.jsonl is left as it was"), "{}", errors(&output));
    assert_eq!(fs::read(folder.path().join("out.jsonl")).unwrap(), b"old\n");
    assert_eq!(names(&folder), ["out.jsonl"]);
}

#[test]
fn an_output_that_cannot_be_written_is_told() {
    let folder = folder_with(&[("1.txt", RELEASE.as_bytes()), ("there/2.txt", b"")]);
    for place in ["nowhere/out.jsonl", "there"] {
        let output = convert(&folder, &["1.txt", "-o", place]);
        assert_eq!(output.status.code(), Some(3), "{place}");
        assert!(
            errors(&output).contains(&format!("convert: {place} could not be written")),
            "{}",
            errors(&output)
        );
    }
    assert_eq!(names(&folder), ["1.txt", "there"]);
}

#[test]
fn a_wrong_command_line_is_told_with_the_way_out() {
    let folder = folder_with(&[("1.txt", b"x"), ("2.txt", b"y")]);
    for (arguments, message) in [
        (&[][..], "Usage: convert"),
        (&["--prety", "1.txt"], "--pretty"),
        (&["--pretty", "1.txt", "2.txt"], "--pretty is for one file, and here are 2"),
    ] {
        let output = convert(&folder, arguments);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{arguments:?}");
        assert!(errors(&output).contains(message), "{}", errors(&output));
    }
}

#[test]
fn help_teaches_by_examples() {
    let folder = folder_with(&[]);
    let output = convert(&folder, &["--help"]);
    let help = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0));
    for told in ["convert archive/ -o releases.jsonl", "pdftotext -layout", "Exit status:", "--pretty"] {
        assert!(help.contains(told), "{told}");
    }
}

#[test]
fn a_folder_without_text_files_is_told() {
    let folder = folder_with(&[("in/a.pdf", b"%PDF-1.7\n")]);
    let output = convert(&folder, &["in"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("convert: in: there is no .txt file below it"), "{}", errors(&output));
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn links_are_followed_and_loops_survived() {
        let folder = folder_with(&[("in/1.txt", RELEASE.as_bytes()), ("far/2.txt", RELEASE.as_bytes())]);
        symlink(folder.path().join("in"), folder.path().join("in/loop")).unwrap();
        symlink(folder.path().join("far"), folder.path().join("in/near")).unwrap();
        let output = convert(&folder, &["in"]);
        assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
        assert_eq!(paths(&output.stdout), ["in/1.txt", "in/near/2.txt"]);
    }

    #[test]
    fn a_file_that_may_not_be_read_is_told() {
        let folder = folder_with(&[("1.txt", RELEASE.as_bytes()), ("2.txt", RELEASE.as_bytes())]);
        let closed = folder.path().join("1.txt");
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
        if fs::read(&closed).is_ok() {
            return; // The superuser may read everything.
        }
        let output = convert(&folder, &["."]);
        assert_eq!(output.status.code(), Some(1));
        assert!(errors(&output).contains("convert: ./1.txt: you may not read it"), "{}", errors(&output));
        assert_eq!(paths(&output.stdout), ["./2.txt"]);
    }

    #[test]
    fn a_new_output_has_the_permissions_of_any_file_and_an_old_one_keeps_its_own() {
        let folder = folder_with(&[("1.txt", RELEASE.as_bytes()), ("old", b"")]);
        let mode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o777;
        fs::set_permissions(folder.path().join("old"), fs::Permissions::from_mode(0o640)).unwrap();
        for name in ["old", "new"] {
            assert_eq!(convert(&folder, &["1.txt", "-o", name]).status.code(), Some(0));
        }
        assert_eq!((mode("old"), mode("new")), (0o640, mode("1.txt")));
    }

    #[test]
    fn a_reader_that_goes_away_is_told() {
        let folder = folder_with(&[("1.txt", RELEASE.repeat(2000).as_bytes())]);
        let mut child = Command::new(&*CONVERT)
            .arg("1.txt")
            .current_dir(&folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(3));
        assert!(errors(&output).contains("was closed by its reader"), "{}", errors(&output));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_told() {
        let folder = folder_with(&[("1.txt", RELEASE.as_bytes())]);
        let output = convert(&folder, &["1.txt", "-o", "/dev/full"]);
        assert_eq!(output.status.code(), Some(3), "{}", errors(&output));
        assert!(errors(&output).contains("/dev/full could not be written"), "{}", errors(&output));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_pipe_for_the_errors_stays_one() {
        use std::os::unix::fs::FileTypeExt;
        let folder = folder_with(&[("1.txt", RELEASE.as_bytes()), ("2.txt", b"%PDF-1.7\n\0\0")]);
        let pipe = folder.path().join("errors");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let reader = std::thread::spawn({
            let pipe = pipe.clone();
            move || fs::read_to_string(pipe).unwrap()
        });
        let output = convert(&folder, &["1.txt", "2.txt", "--errors", "errors"]);
        assert_eq!(output.status.code(), Some(1), "{}", errors(&output));
        assert!(fs::metadata(&pipe).unwrap().file_type().is_fifo());
        assert!(reader.join().unwrap().contains("not_text"));
    }
}
