//! What in marks is speech, where it ends, and what is none.

use super::*;

#[test]
fn a_quote_runs_over_paragraphs() {
    let text =
        "Ann Lee said: “The pier opens in May and it will stay open.\n“We thank all who waited for it.”";
    assert_eq!(
        direct(text),
        ["Ann Lee said: The pier opens in May and it will stay open. We thank all who waited for it."]
    );
    let text = "王小明說：「碼頭五月啟用，往後不再關閉。\n「多謝各位一直等候。」";
    assert_eq!(direct(text), ["王小明 說: 碼頭五月啟用，往後不再關閉。多謝各位一直等候。"]);
}

#[test]
fn a_later_quote_with_a_cue_of_its_own_is_a_new_one() {
    assert_eq!(direct("“The pier opens in May,” said Ann Lee. She added, “We are glad of it.”").len(), 2);
}

#[test]
fn names_terms_and_slogans_are_no_speech() {
    for text in [
        "The “Meet the Captain” open day is part of the “Clean Wake” scheme.",
        "She joined the so-called “silent army” of volunteers.",
        "局長出席「第八屆海濱青年創意市集開幕典禮」時致辭。",
        "今年主題為「同心同行，共建美好海濱」，由協會主辦。",
        "參觀者可瀏覽《海濱故事》和「創客新天地」。",
    ] {
        assert_eq!(direct(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn short_strings_count_only_as_whole_attributed_sentences() {
    assert_eq!(direct("“We won,” said Ann Lee."), ["Ann Lee said: We won,"]);
    assert_eq!(direct("Ann Lee said the plan was “not ideal” for them."), Vec::<String>::new());
    assert_eq!(
        direct("Ann Lee called it “the best winter that we have had”."),
        ["Ann Lee called: the best winter that we have had"]
    );
}

#[test]
fn a_report_goes_on_in_marks() {
    assert_eq!(
        direct("店主王小明說，客人最怕的不是下雨，「是船到了碼頭才說不開」。"),
        ["王小明 說: 是船到了碼頭才說不開"]
    );
    assert_eq!(
        direct("創辦人之一、渡輪公司主席王小明在致會員的信中寫道：「碼頭終於回到我們手上了。」"),
        ["王小明 寫道: 碼頭終於回到我們手上了。"]
    );
    assert_eq!(
        direct("負責談判的石澳船務經紀指出：「碼頭終於回到我們手上了。」"),
        ["石澳船務經紀 指出: 碼頭終於回到我們手上了。"]
    );
    assert_eq!(
        direct("「碼頭終於回到我們手上了。」一名陪同家人的中學生向渡輪職員說。"),
        ["中學生 說: 碼頭終於回到我們手上了。"]
    );
}

#[test]
fn an_unclosed_mark_ends_with_its_paragraph() {
    let text = "Ann Lee said: “The pier opens in May.\nThe pier is long.";
    assert_eq!(direct(text), ["Ann Lee said: The pier opens in May."]);
    let codes: Vec<_> = listen(text, &Options::default()).diagnostics.iter().map(|d| d.code).collect();
    assert_eq!(codes, [crate::DiagnosticCode::UnclosedQuote]);
}

#[test]
fn single_marks_can_be_turned_off() {
    let text = "‘The pier opens in May,’ said Ann Lee.";
    assert_eq!(direct(text), ["Ann Lee said: The pier opens in May,"]);
    let double = Options::default().single_quotes(false).indirect_speech(false);
    assert!(listen(text, &double).quotes.is_empty());
}

#[test]
fn every_text_is_the_slices_of_its_spans() {
    let source = "“The  pier,” Ann Lee said, “opens in May.”\n王小明說：「新渡輪下月起投入服務。」";
    for quote in listen(source, &Options::default()).quotes {
        let slices: String = quote.text.spans.iter().map(|span| &source[span.range()]).collect();
        let dense = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(dense(&slices), dense(&quote.text.text));
    }
}

#[test]
fn no_text_makes_it_fail() {
    for text in [
        "",
        "“",
        "”",
        "「」",
        "說：「",
        "said",
        ", said",
        "“”",
        "：「",
        "” said “",
        "according to",
        "--",
        "「「「」",
    ] {
        let _ = listen(text, &Options::default());
    }
}

#[test]
fn a_statement_after_a_whole_quote_belongs_to_the_next_speaker() {
    let text =
        "主席岑志明表示：「渡輪下月啟航。\n「票價三年不變，班次加密一倍。」岑志明同時指出，船隊會更新。";
    assert_eq!(direct(text), ["岑志明 表示: 渡輪下月啟航。票價三年不變，班次加密一倍。"]);
    assert_eq!(indirect(text), ["岑志明 指出: 船隊會更新。"]);
}

#[test]
fn an_attribute_in_marks_is_no_speech() {
    assert_eq!(
        direct("Kestrel Lines is known for its “boats before breakfast every day” approach."),
        [""; 0]
    );
}

#[test]
fn a_short_string_that_closes_a_report_is_speech() {
    assert_eq!(
        direct("藝術總監岑志明補充，節目單印在防水布上，「看完可以拿來包魚」。"),
        ["岑志明 補充: 看完可以拿來包魚"]
    );
}

#[test]
fn a_string_after_a_report_is_said_by_who_reports() {
    let text = "溫萬里笑說：「大家圍坐在一起吃飯，就是生意。」\n雲帆資本投資副總北條Eric則說，公司去年服務萬個家庭，回訪率達七成，「沒有人想當這種回頭客，但他們會介紹朋友」。";
    assert_eq!(direct(text)[1], "北條Eric 說: 沒有人想當這種回頭客，但他們會介紹朋友");
    let text = "藝術家巴令·卡里則展出錄音作品。巴令說：「剪票的聲音就是站長的簽名，我還認得。」";
    assert_eq!(direct(text), ["巴令·卡里 說: 剪票的聲音就是站長的簽名，我還認得。"]);
}

#[test]
fn a_string_alone_goes_on_with_what_was_attributed_before() {
    let text = "“The pier is ours again,” Ines Ravel said.\n“We waited for it for years.\n“It is long, and it is ours.”";
    assert_eq!(
        direct(text),
        ["Ines Ravel said: The pier is ours again, We waited for it for years. It is long, and it is ours."]
    );
    let text =
        "“The pier is ours again,” Ines Ravel said.\n“We waited for it for years.”\n– Abel Moor, Chair";
    assert_eq!(
        direct(text),
        ["Ines Ravel said: The pier is ours again,", "Abel Moor -: We waited for it for years."]
    );
}

#[test]
fn a_speech_left_open_is_whose_the_next_paragraph_tells() {
    let text = "“The ferry was late again this morning.\n“We shall sail on time,” said Ann Lee, the chair.";
    assert_eq!(direct(text), ["Ann Lee said: The ferry was late again this morning. We shall sail on time,"]);
}

#[test]
fn single_marks_may_stay_open_to_the_next_paragraph() {
    let text = "Ann Lee, a baker, said:\n‘I’d do it again tomorrow. He had no shoes on.\n‘They rang for me.’";
    assert_eq!(
        direct(text),
        ["Ann Lee said: I’d do it again tomorrow. He had no shoes on. They rang for me."]
    );
}

#[test]
fn titles_of_papers_are_no_speech() {
    for text in [
        "The paper, ‘Slow tides mask early spawning in northern eels’, is out in Tides.",
        "Read it: Lee A, Moor B, et al. ‘Slow tides mask early spawning in northern eels’. Tides (2031).",
        "Other co-authors of “Slow tides mask early spawning in northern eels” are Bo Moor and Leo Brent.",
        "The notice “Lift under routine repair” was wrong.",
    ] {
        assert_eq!(direct(text), Vec::<String>::new(), "{text}");
    }
    let said = "In the paper, “tides are slower than eels are,” said Ann Lee.";
    assert_eq!(direct(said), ["Ann Lee said: tides are slower than eels are,"]);
}

#[test]
fn a_single_mark_after_a_colon_opens_what_the_next_paragraph_goes_on_with() {
    let text = "Dr Ann Lee, head of music at Weir Mill, said: ‘It costs more to get to the port.\n\
                ‘With this money anybody can come.’\n";
    let said: Vec<String> =
        ["Ann Lee said: It costs more to get to the port. With this money anybody can come.".to_owned()]
            .into();
    assert_eq!(direct(text), said);
}

#[test]
fn what_a_mark_left_open_goes_on_without_one_to_the_mark_that_closes_it() {
    assert_eq!(
        direct(
            "Ann Lee said: “The pier opens in May.\nIt will be the longest of the coast.\nWe shall all walk on it.”\n"
        ),
        [
            "Ann Lee said: The pier opens in May. It will be the longest of the coast. We shall all walk on it."
        ]
    );
    assert_eq!(
        direct("主席王小明說：「碼頭終於回到我們手上了。\n明年我們會再建一座，大家都能用。」\n"),
        ["王小明 說: 碼頭終於回到我們手上了。明年我們會再建一座，大家都能用。"]
    );
    // A mark that was forgotten opens nothing further on.
    assert_eq!(
        direct("Ann Lee said: “The pier opens in May.\nIt is the longest of the coast.\nBo Moor was glad.\n"),
        ["Ann Lee said: The pier opens in May."]
    );
}

#[test]
fn speech_left_open_is_whose_the_words_after_its_end_tell() {
    let source = "“The pier opens in May,” said Ann Lee.\n“It will be the longest of the coast.\n“We shall all walk on \
                  it,” said Bo Moor.\n";
    assert_eq!(
        direct(source),
        [
            "Ann Lee said: The pier opens in May,",
            "Bo Moor said: It will be the longest of the coast. We shall all walk on it,"
        ]
    );
}

#[test]
fn a_half_in_single_marks_goes_on_in_the_next_paragraph() {
    assert_eq!(
        direct(
            "‘I grew up on an island with one boat,’ said Ann Lee. ‘It never ran.\n‘We did not invent the line, and we just let you stand in it.’"
        ),
        [
            "Ann Lee said: I grew up on an island with one boat, It never ran. We did not invent the line, and we just let you stand in it."
        ]
    );
}
