//! What must hold for any text, on texts made at random.

use press_release::chinese::{Aligned, Config, Converter, News, search_form};
use press_release::{Parser, check_invariants};
use proptest::prelude::*;

/// Chinese in both scripts, radicals and rare planes among it, with Latin, marks and blanks.
const MIXED: &str = "[ -~裏裡里后後發发髮台臺干乾鍾钟余餘葉叶范範岳嶽\u{2f00}-\u{2fd5}\u{f900}-\u{fa6d}\u{20000}-\u{200ff}\
                     一-丿「」『』（），。：“”　\n\r\t０-９Ａ-Ｚ]{0,60}";

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
];

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
}
