//! Archives, packed files and lists: what is in them is converted, what is wrong with them is told.

use super::*;
use flate2::Compression;
use flate2::write::GzEncoder;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use std::io::Cursor;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const OTHER: &str = "FOR IMMEDIATE RELEASE\n\nFerry fares fall\n\nThe new fares begin in June.\n";

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn tarred(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut header = tar::Header::new_gnu();
        // Written as it stands: the builder itself would refuse a name with `..` in it.
        header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_cksum();
        archive.append(&header, *bytes).unwrap();
    }
    archive.into_inner().unwrap()
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec(bytes, CompressionLevel::Fastest)
}

/// The code and the path of each line of an errors file.
fn codes(folder: &TempDir, errors: &str) -> Vec<(String, String)> {
    let lines = fs::read_to_string(folder.path().join(errors)).unwrap();
    let value = |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    lines
        .lines()
        .map(value)
        .map(|line| {
            assert!(line["error"]["message"].as_str().is_some_and(|message| message.len() > 10), "{line}");
            (text(&line["error"]["code"]), text(&line["source"]["path"]))
        })
        .collect()
}

fn pairs(codes: &[(String, String)]) -> Vec<(&str, &str)> {
    codes.iter().map(|(code, path)| (code.as_str(), path.as_str())).collect()
}

#[test]
fn archives_are_read_in_place() {
    let files: &[(&str, &[u8])] =
        &[("a/1.txt", RELEASE.as_bytes()), ("a/2.md", b"x"), ("b/2.txt", OTHER.as_bytes())];
    let tar = tarred(files);
    let folder = folder_with(&[
        ("in/1.zip", &zipped(files)),
        ("in/2.tar", &tar),
        ("in/3.tar.gz", &gzipped(&tar)),
        ("in/4.tzst", &zstd(&tar)),
    ]);
    let output = convert(&folder, &["in"]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let archives = ["1.zip", "2.tar", "3.tar.gz", "4.tzst"];
    let expected: Vec<String> = archives
        .iter()
        .flat_map(|archive| ["a/1.txt", "b/2.txt"].map(|name| format!("in/{archive}!/{name}")))
        .collect();
    assert_eq!(paths(&output.stdout), expected);
    let headlines: Vec<String> = records(&output.stdout)
        .iter()
        .map(|release| release.headline.as_ref().map(|text| text.text.clone()).unwrap_or_default())
        .collect();
    assert_eq!(headlines, ["Harbour line opens", "Ferry fares fall"].repeat(4));
    assert_eq!(convert(&folder, &["in", "--threads", "1"]).stdout, output.stdout);
}

#[test]
fn packed_files_are_unpacked() {
    let folder = folder_with(&[
        ("1.txt.gz", &gzipped(RELEASE.as_bytes())),
        ("2.txt.zst", &zstd(RELEASE.as_bytes())),
        ("3.txt", RELEASE.as_bytes()),
    ]);
    let output = convert(&folder, &["."]);
    assert_eq!(paths(&output.stdout), ["./1.txt.gz", "./2.txt.zst", "./3.txt"]);
    let ids: Vec<String> = records(&output.stdout).into_iter().map(|release| release.id).collect();
    assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
}

#[test]
fn files_are_chosen_by_their_names() {
    let text = RELEASE.as_bytes();
    let folder = folder_with(&[
        ("in/a.md", text),
        ("in/b.txt", text),
        ("in/old/c.txt", text),
        ("in/d.zip", &zipped(&[("e.md", text)])),
    ]);
    let of = |arguments: &[&str]| paths(&convert(&folder, arguments).stdout);
    assert_eq!(of(&["in", "--include", "*.md"]), ["in/a.md", "in/d.zip!/e.md"]);
    assert_eq!(of(&["in", "--exclude", "old", "--exclude", "*.zip"]), ["in/b.txt"]);
    let bad = convert(&folder, &["in", "--include", "[a"]);
    assert_eq!(bad.status.code(), Some(2));
    assert!(errors(&bad).contains("\"[a\" is no glob"), "{}", errors(&bad));
}

#[test]
fn a_list_names_the_inputs() {
    let folder = folder_with(&[
        ("1.txt", RELEASE.as_bytes()),
        ("2.txt", OTHER.as_bytes()),
        ("list", b"2.txt\r\n\n1.txt\n"),
    ]);
    assert_eq!(paths(&convert(&folder, &["--files-from", "list"]).stdout), ["2.txt", "1.txt"]);
    let missing = convert(&folder, &["--files-from", "nowhere"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(errors(&missing).contains("the list of files nowhere could not be read"), "{}", errors(&missing));
}

#[test]
fn a_truncated_archive_gives_what_is_whole_and_an_error() {
    let files: &[(&str, &[u8])] = &[("1.txt", RELEASE.as_bytes()), ("2.txt", &[b'x'; 5000])];
    let (zip, tar) = (zipped(files), tarred(files));
    let packed = gzipped(&tar);
    let folder = folder_with(&[
        ("1.zip", &zip[..zip.len() / 2]),
        ("2.tar", &tar[..3000]),
        ("3.tar.gz", &packed[..packed.len() - 12]),
        ("4.txt", RELEASE.as_bytes()),
        ("5.txt.gz", &gzipped(RELEASE.as_bytes())[..40]),
    ]);
    let output = convert(&folder, &[".", "--errors", "errors.jsonl"]);
    assert_eq!(output.status.code(), Some(1));
    let converted = paths(&output.stdout);
    assert!(
        converted.contains(&"./2.tar!/1.txt".to_owned()) && converted.contains(&"./4.txt".to_owned()),
        "{converted:?}"
    );
    let codes = codes(&folder, "errors.jsonl");
    assert_eq!(codes[0], ("bad_archive".to_owned(), "./1.zip".to_owned()));
    assert_eq!(codes.last().unwrap(), &("bad_archive".to_owned(), "./5.txt.gz".to_owned()));
    assert!(
        codes.iter().any(|(code, path)| code == "bad_archive" && path.starts_with("./2.tar")),
        "{codes:?}"
    );
    assert!(errors(&output).ends_with(", in errors.jsonl\n"), "{}", errors(&output));
}

#[test]
fn what_unpacks_to_too_much_is_an_error() {
    let large = vec![b' '; 3 << 20];
    let tar = tarred(&[("large.txt", &large), ("small.txt", RELEASE.as_bytes())]);
    let folder = folder_with(&[
        ("1.txt.gz", &gzipped(&large)),
        ("2.zip", &zipped(&[("large.txt", &large), ("small.txt", RELEASE.as_bytes())])),
        ("3.tar.zst", &zstd(&tar)),
        ("4.txt", &large),
    ]);
    let output = convert(&folder, &[".", "--max-bytes", "1M", "--errors", "errors.jsonl"]);
    assert_eq!(paths(&output.stdout), ["./2.zip!/small.txt", "./3.tar.zst!/small.txt"]);
    let codes = codes(&folder, "errors.jsonl");
    let large = ["./1.txt.gz", "./2.zip!/large.txt", "./3.tar.zst!/large.txt", "./4.txt"];
    assert_eq!(pairs(&codes), large.map(|path| ("too_large", path)));
}

/// A file that is all hole takes no room on the disk. The shell holds the program to less memory than the limit, and to
/// seconds of processor time.
#[cfg(unix)]
#[test]
fn a_gigabyte_is_an_error_before_it_is_read() {
    let folder = folder_with(&[("small.txt", RELEASE.as_bytes())]);
    let large = fs::File::create(folder.path().join("large.txt")).unwrap();
    large.set_len(1 << 30).unwrap();
    let limited = "ulimit -v 300000; ulimit -t 10; exec \"$0\" . -j 1 --max-bytes 512M --errors errors.jsonl";
    let output = Command::new("sh")
        .args(["-c", limited])
        .arg(&*CONVERT)
        .current_dir(&folder)
        .stdin(Stdio::null())
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(1), "{}", errors(&output));
    assert_eq!(paths(&output.stdout), ["./small.txt"]);
    assert_eq!(pairs(&codes(&folder, "errors.jsonl")), [("too_large", "./large.txt")]);
}

#[test]
fn a_path_that_climbs_out_of_an_archive_is_only_a_name() {
    let files: &[(&str, &[u8])] = &[("../out.txt", RELEASE.as_bytes()), ("/abs.txt", RELEASE.as_bytes())];
    let folder = folder_with(&[("in/1.zip", &zipped(files)), ("in/2.tar", &tarred(files))]);
    let output = convert(&folder, &["in"]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let names_in =
        ["in/1.zip!/../out.txt", "in/1.zip!//abs.txt", "in/2.tar!/../out.txt", "in/2.tar!//abs.txt"];
    assert_eq!(paths(&output.stdout), names_in);
    assert_eq!(names(&folder), ["in"]);
}

#[test]
fn errors_stand_in_a_file_or_among_the_records() {
    let folder = folder_with(&[
        ("1.txt", b"%PDF-1.7\n"),
        ("2.txt", RELEASE.as_bytes()),
        ("3.txt", b"<!doctype html><p>Harbour line opens</p>"),
        ("empty.zip", &zipped(&[("a.pdf", b"%PDF-1.7\n")])),
    ]);
    let arguments = &[".", "gone.txt", "--errors", "errors.jsonl"];
    assert_eq!(convert(&folder, arguments).status.code(), Some(1));
    let expected = [
        ("not_text", "./1.txt"),
        ("markup", "./3.txt"),
        ("no_files", "./empty.zip"),
        ("not_found", "gone.txt"),
    ];
    assert_eq!(pairs(&codes(&folder, "errors.jsonl")), expected);
    let inline = String::from_utf8(convert(&folder, &[".", "--errors", "inline"]).stdout).unwrap();
    let lines: Vec<&str> = inline.lines().collect();
    assert_eq!(lines.len(), 4);
    assert!(lines[0].starts_with(r#"{"source":{"path":"./1.txt"},"error":{"code":"not_text","message":""#));
    assert!(from_json(lines[1]).is_ok());
    let page = convert(&folder, &["3.txt", "--markup"]);
    assert_eq!(page.status.code(), Some(0));
}

#[test]
fn an_encoding_that_is_given_is_used() {
    let (bytes, ..) = encoding_rs::GBK.encode("渡轮新航线开通\n");
    let folder = folder_with(&[("1.txt", &bytes)]);
    let record = &records(&convert(&folder, &["1.txt", "--encoding", "gbk"]).stdout)[0];
    assert_eq!(record.source.encoding, "GBK");
    let unknown = convert(&folder, &["1.txt", "--encoding", "klingon"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(errors(&unknown).contains("no encoding is called"), "{}", errors(&unknown));
}

#[cfg(unix)]
#[test]
fn a_file_that_vanishes_is_told() {
    let folder = folder_with(&[("in/1.txt", RELEASE.as_bytes())]);
    std::os::unix::fs::symlink("nowhere", folder.path().join("in/2.txt")).unwrap();
    let output = convert(&folder, &["in", "--errors", "errors.jsonl"]);
    assert_eq!((output.status.code(), paths(&output.stdout)), (Some(1), vec!["in/1.txt".to_owned()]));
    assert_eq!(pairs(&codes(&folder, "errors.jsonl")), [("not_found", "in/2.txt")]);
}
