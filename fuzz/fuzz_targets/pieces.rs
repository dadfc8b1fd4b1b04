//! Pages put together from what releases are made of, so that the fuzzer reaches the rules behind the first line.
#![no_main]

use libfuzzer_sys::fuzz_target;
use press_release::{Parser, check_invariants};

const PIECES: [&str; 31] = [
    "\n", "\n\n", "\u{c}", " ", "   ", "\t", "，", "。", "：", "「", "」", "“", "”", "\"", "（", "）", "\n###\n", "\n— 完 —\n",
    "\nFOR IMMEDIATE RELEASE\n", "\n即時發布\n", "HONG KONG, 12 March 2025 – ", "（香港，2025年3月12日）", "said Ann Lee, Chief Executive",
    "行政總裁陳大文先生表示", "渡輪公司今日宣布新航線於五月開通", "The ferry line opens in May", "\nAbout Harbour Ferries\n",
    "\n關於海灣渡輪\n", "\nMedia Contact: Ann Lee, +852 2155 0143 ext 14, a@b.example\n", "\n傳媒查詢：陳大文 電話：2155 0143 分機14\n",
    "\n图一：（左起）陈大文、李小明合影\n",
];

fuzz_target!(|picked: Vec<u8>| {
    let text: String = picked.iter().take(400).map(|piece| PIECES[usize::from(*piece) % PIECES.len()]).collect();
    let releases = Parser::default().parse(&text);
    let broken = check_invariants(&text, &releases);
    assert!(broken.is_empty(), "{broken:?}\n{text:?}");
});
