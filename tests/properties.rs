//! What must hold for any text, on texts made at random.

use crate::corpus::without_places;
use press_release::chinese::{Aligned, Config, Converter, News, search_form};
use press_release::{Parser, check_invariants, from_json, to_json_line};
use proptest::prelude::*;
use serde_json::Value;

/// Chinese in both scripts, radicals and rare planes among it, with Latin, marks and blanks.
const MIXED: &str = "[ -~裏裡里后後發发髮台臺干乾鍾钟余餘葉叶范範岳嶽\u{2f00}-\u{2fd5}\u{f900}-\u{fa6d}\u{20000}-\u{200ff}\
                     一-丿「」『』（），。：“”　\n\r\t０-９Ａ-Ｚ]{0,60}";

/// Characters of every kind and no line end: letters, digits, marks, blanks, combining and invisible ones, rare planes.
const NOISE: &str = "[ -~\u{a0}-\u{24f}\u{300}-\u{310}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2010}-\u{2027}\u{3000}-\u{303f}\
                     \u{e000}-\u{e00f}\u{ff01}-\u{ff65}\u{1f600}-\u{1f60f}\u{20000}-\u{200ff}一-丿А-Яא-תぁ-ん가-깋]{0,40}";

/// Pieces of releases and noise, as lines.
const PIECES: &[&str] = &[
    "FOR IMMEDIATE RELEASE",
    "即時發布",
    "香港，2025年3月12日 – 渡輪公司今日宣布，新航線於五月開通。",
    "HONG KONG, 12 March 2025 – The line opens in May, the company said.",
    "行政總裁陳大文先生表示：「我們期望為市民帶來更便捷的服務。」",
    "“It opens in May,” said Ann Lee, Chief Executive of Harbour Ferries. “We are glad.",
    "图一：市民在码头合影。",
    "About Harbour Ferries: Harbour Ferries runs six lines and was founded in 1958.",
    "Tel: (852) 2155 0143 / 6155 0187",
    "press@harbour-ferries.example",
    "傳媒查詢：",
    "###",
    "— 完 —",
    "Page 2 of 3",
    "th",
    "1,234   5,678   9.1%",
    "\u{c}",
    "",
    "」』”’）",
    "「『“‘（",
    "EMBARGOED UNTIL 10:00 GMT, 5 May 2025",
    "新聞稿　二〇二五年三月十二日",
    "Harbour Ferries to open the Kestrel Quay line on 4 May",
    "海灣渡輪宣布開辦新航線",
    "海湾渡轮集团首席执行官李小明指出，项目将于年底前完成",
    "He added: “Trains run at night, and nobody is left on the quay. We",
    "asked for it,” she told reporters. ‘Finally,’ said a passenger.",
    "關於海灣渡輪",
    "海灣渡輪成立於1979年，經營六條航線。",
    "Notes to Editors",
    "1. Photographs are at https://harbour-ferries.example/press (password: ferry).",
    "備註：",
    "Media Contact: Ann Lee, Head of Press, Harbour Ferries, +44 20 7946 0182 ext 14, ann@ferries.example",
    "Photo: (left to right) Ann Lee, Chief Executive; Tom Okafor-Lind, Chairman",
    "• 六條航線；",
    "- six lines",
    "-30-",
    "［第 2 頁，共 3 頁］",
    "HARBOUR FERRIES NEWS",
    "____________________",
];

/// Lines of releases with noise in, before, after and between them.
fn page() -> impl Strategy<Value = String> {
    let piece = (0..PIECES.len()).prop_map(|piece| PIECES[piece].to_owned());
    let cut = (0..PIECES.len(), 0_usize..60, NOISE).prop_map(|(piece, at, noise)| {
        let piece = PIECES[piece];
        let at = (0..=at).rev().find(|&at| piece.is_char_boundary(at)).unwrap_or(0);
        let (before, after) = piece.split_at(at);
        format!("{before}{noise}{after}")
    });
    let glued = (0..PIECES.len(), 0..PIECES.len())
        .prop_map(|(before, after)| format!("{}{}", PIECES[before], PIECES[after]));
    let line = prop_oneof![4 => piece, 2 => cut, 1 => glued, 1 => NOISE, 1 => Just(String::new())];
    prop::collection::vec(line, 0..32).prop_map(|lines| lines.join("\n"))
}

/// The records as JSON without the places that they were read from.
fn record(text: &str) -> Value {
    without_places(&Parser::default().parse(text))
}

fn covers(text: &str, aligned: &Aligned) -> Result<(), TestCaseError> {
    let (mut source, mut result) = (0, 0);
    for stretch in aligned.alignment.stretches() {
        prop_assert_eq!((stretch.source.start, stretch.result.start), (source, result));
        (source, result) = (stretch.source.end, stretch.result.end);
        prop_assert!(text.is_char_boundary(source) && aligned.text.is_char_boundary(result));
    }
    prop_assert_eq!((source, result), (text.len(), aligned.text.len()));
    Ok(())
}

proptest! {
    // A case that fails becomes a test of its own; a file of seeds would lie at the top of the project.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_alignment_covers_source_and_result(text in MIXED, config in 0..Config::ALL.len()) {
        let config = Config::ALL[config];
        let aligned = Converter::new(config).convert_aligned(&text);
        prop_assert_eq!(&aligned.text, &Converter::new(config).convert(&text));
        covers(&text, &aligned)?;
        let news = News::new(config).protecting(["余發里"]).naming(["鍾台干"]);
        let aligned = news.convert_aligned(&text);
        prop_assert_eq!(&aligned.text, &news.convert(&text));
        covers(&text, &aligned)?;
    }

    #[test]
    fn any_string_is_converted(text in any::<String>(), config in 0..Config::ALL.len()) {
        let aligned = Converter::new(Config::ALL[config]).convert_aligned(&text);
        covers(&text, &aligned)?;
        search_form(&text);
    }

    #[test]
    fn other_scripts_pass_untouched(text in "[ -~\u{a1}-\u{24f}Α-ωА-яא-תぁ-んァ-ヶ가-힣]{0,60}", config in 0..Config::ALL.len()) {
        prop_assert_eq!(&Converter::new(Config::ALL[config]).convert(&text), &text);
    }

    #[test]
    fn the_laws_of_the_record_hold_for_any_lines(picked in prop::collection::vec(0..PIECES.len(), 0..24), noise in MIXED) {
        let mut lines: Vec<&str> = picked.into_iter().map(|piece| PIECES[piece]).collect();
        lines.push(&noise);
        let text = lines.join("\n");
        let releases = Parser::default().parse(&text);
        prop_assert!(!releases.is_empty());
        let broken = check_invariants(&text, &releases);
        prop_assert_eq!(broken, []);
    }

    #[test]
    fn the_laws_of_the_record_hold_for_any_page(text in page()) {
        let releases = Parser::default().parse(&text);
        prop_assert!(!releases.is_empty());
        let broken = check_invariants(&text, &releases);
        prop_assert_eq!(broken, []);
        for release in &releases {
            prop_assert_eq!(&from_json(&to_json_line(release)).expect("it is a record"), release);
        }
        prop_assert_eq!(Parser::default().parse(&text), releases);
    }

    #[test]
    fn line_ends_marks_of_order_and_trailing_blanks_change_nothing_but_places(text in page()) {
        let plain = record(&text);
        for changed in [
            text.replace('\n', "\r\n"),
            text.replace('\n', "\r"),
            format!("\u{feff}{text}"),
            text.replace('\n', "  \n"),
            text.replace('\n', "\u{3000}\n"),
            format!("{text}\n\n  \n"),
            format!("\n \n{text}"),
        ] {
            prop_assert_eq!(&record(&changed), &plain, "{:?}", changed);
        }
    }

    #[test]
    fn bytes_and_the_text_in_them_give_the_same_record(text in page()) {
        // A text of blanks alone is named as what it is, and one that looks like a web page is turned away.
        if let Ok(releases) = Parser::default().parse_bytes(text.as_bytes()) {
            prop_assert_eq!(without_places(&releases), record(&text));
        }
    }
}
