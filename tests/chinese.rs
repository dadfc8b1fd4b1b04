//! Conversion between the written forms of Chinese, against cases whose conversion is known.

use press_release::chinese::{Aligned, Config, Converter, News};

/// The rows of a file of cases: configuration, text, conversion.
fn rows(table: &str, first: usize) -> Vec<(Config, String, String)> {
    table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let columns: Vec<&str> = line.split('\t').skip(first).collect();
            (columns[0].parse().expect(line), columns[1].to_owned(), columns[2].to_owned())
        })
        .collect()
}

fn check(rows: &[(Config, String, String)]) {
    let mut wrong = Vec::new();
    for (config, text, expected) in rows {
        let converter = Converter::new(*config);
        let given = converter.convert(text);
        if given != *expected {
            wrong.push(format!("{} {text}: {given}, not {expected}", config.name()));
        }
        let aligned = converter.convert_aligned(text);
        assert_eq!(aligned.text, given, "{text}");
        assert_covers(text, &aligned);
    }
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

fn assert_covers(text: &str, aligned: &Aligned) {
    let (mut source, mut result) = (0, 0);
    for stretch in aligned.alignment.stretches() {
        assert_eq!((stretch.source.start, stretch.result.start), (source, result), "{text}");
        (source, result) = (stretch.source.end, stretch.result.end);
        let (from, to) = (&text[stretch.source], &aligned.text[stretch.result]);
        if stretch.even {
            assert!(from.chars().map(char::len_utf8).eq(to.chars().map(char::len_utf8)), "{from} {to}");
        }
    }
    assert_eq!((source, result), (text.len(), aligned.text.len()), "{text}");
}

#[test]
fn cases_of_this_project() {
    check(&rows(include_str!("chinese/cases.tsv"), 0));
}

#[test]
fn cases_of_opencc() {
    let path = super::project("../shared/opencc/cases.tsv");
    let Ok(table) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not here", path.display());
        return;
    };
    let rows = rows(&table, 1);
    assert!(rows.len() >= 548);
    check(&rows);
}

#[test]
fn traps_of_news() {
    let path = super::project("../shared/opencc/traps.tsv");
    let Ok(table) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not here", path.display());
        return;
    };
    for (config, text, expected) in rows(&table, 0) {
        assert_eq!(News::new(config).convert(&text), expected, "{}", config.name());
    }
}

/// Hong Kong Traditional to Simplified and back, over releases that Hong Kong wrote. Texts that a machine read from
/// pictures are left out: what it took for Simplified characters was never Traditional.
#[test]
fn there_and_back_again() {
    let folder = super::project("../shared/gold");
    let Ok(files) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: {} is not here", folder.display());
        return;
    };
    let (mut all, mut changed, mut plain, mut strict) = (0, 0, 0, 0);
    for path in files.flatten().map(|file| file.path()) {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let is_text = path.extension().is_some_and(|extension| extension == "txt");
        if !is_text || !name.starts_with("hant-hk-") || name.ends_with("-ocr") {
            continue;
        }
        let mut text = std::fs::read_to_string(&path).expect("it is UTF-8");
        let hong_kong = News::new(Config::S2hk).in_style_of(&text);
        let printed = std::mem::take(&mut text);
        text = hong_kong.restyle(&printed);
        let back = hong_kong.convert(&News::new(Config::Hk2s).convert(&text));
        let opencc = Converter::new(Config::S2hk).convert(&Converter::new(Config::Hk2s).convert(&text));
        let differing = |back: &str| text.chars().zip(back.chars()).filter(|(a, b)| a != b).count();
        assert_eq!(text.chars().count(), back.chars().count(), "{name}");
        all += text.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count();
        changed += differing(&back);
        plain += differing(&opencc);
        strict += printed.chars().zip(back.chars()).filter(|(a, b)| a != b).count();
    }
    println!(
        "{changed} of {all} characters differ, {plain} without names and style; {strict} from the print"
    );
    assert!(changed * 10_000 <= all * 8, "{changed} of {all} characters differ");
}

#[test]
fn other_scripts_pass_untouched() {
    let texts = [
        String::from_utf8((0..=127).collect()).unwrap(),
        "Ærø, Łódź, Ελλάδα, Москва, עברית, ไทย, 한국어, ひらがな カタカナ".to_owned(),
        "，。「」（）１２３ＡＢＣ①②…—😀\u{feff}\u{200b}\r\n\t\0".to_owned(),
    ];
    for config in Config::ALL {
        for text in &texts {
            assert_eq!(Converter::new(config).convert(text), *text, "{}", config.name());
        }
    }
}

#[test]
fn any_string_is_converted_and_covered() {
    let material: Vec<char> =
        "发頭髮发展里麵面⿰⿲⿿云\u{f900}\u{2f800}\u{20000}说話說着著於于乾干后後SQL注入U盤余先生⼈ﬁ\u{200b}衞鱲·，\n A\u{fe00}"
            .chars()
            .collect();
    let mut state = 7_u64;
    let mut next = |bound: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % bound
    };
    for _ in 0..500 {
        let text: String = (0..next(24)).map(|_| material[next(material.len())]).collect();
        for config in Config::ALL {
            let converter = Converter::new(config);
            let aligned = converter.convert_aligned(&text);
            assert_eq!(aligned.text, converter.convert(&text), "{} {text}", config.name());
            assert_covers(&text, &aligned);
            let news = News::new(config).protecting(["发展里", "余着"]);
            let aligned = news.convert_aligned(&text);
            assert_eq!(aligned.text, news.convert(&text), "{} {text}", config.name());
            assert_covers(&text, &aligned);
        }
    }
}

#[test]
fn operators_without_operands_cost_no_more() {
    let text = "⿰".repeat(200_000);
    assert_eq!(Converter::new(Config::Hk2s).convert(&text), text);
}

#[test]
fn one_converter_serves_many_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    let converter = Converter::new(Config::S2twp);
    shared(&converter);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(converter.convert("软件"), "軟體"));
        }
    });
}
