//! Paragraphs in, quotes out. A test writes a release's paragraphs as lines and what should be heard as
//! `speaker cue: text`, one quote a line.

use super::*;
use crate::release::{QuoteKind, Text};
use crate::text::Span;

fn listen(source: &str, options: &Options) -> Speech {
    let mut at = 0;
    let mut readings = Vec::new();
    for line in source.split_inclusive('\n') {
        readings.push(Reading::of_span(source, Span::new(at, at + line.len())));
        at += line.len();
    }
    let passages: Vec<Passage<'_>> = readings
        .iter()
        .enumerate()
        .map(|(index, reading)| Passage {
            reading,
            kind: PassageKind::Prose,
            body: Some(index),
            listed: None,
        })
        .collect();
    read(&passages, options)
}

fn shown(source: &str, wanted: QuoteKind) -> Vec<String> {
    let word = |text: Option<&Text>| text.map_or("-", |text| text.text.as_str()).to_owned();
    listen(source, &Options::default())
        .quotes
        .iter()
        .filter(|quote| quote.kind == wanted)
        .map(|quote| {
            let speaker = quote.speaker.as_ref();
            let who = word(speaker.and_then(|s| s.name.as_ref().or(s.mention.as_ref())));
            format!("{who} {}: {}", word(quote.cue.as_ref()), quote.text.text)
        })
        .collect()
}

fn direct(source: &str) -> Vec<String> {
    shown(source, QuoteKind::Direct)
}

fn indirect(source: &str) -> Vec<String> {
    shown(source, QuoteKind::Indirect)
}

#[test]
fn the_attribution_stands_before_after_and_inside() {
    assert_eq!(direct("“The pier opens in May,” said Ann Lee."), ["Ann Lee said: The pier opens in May,"]);
    assert_eq!(direct("Ann Lee said: “The pier opens in May.”"), ["Ann Lee said: The pier opens in May."]);
    assert_eq!(
        direct("According to Ann Lee, “the pier opens in May.”"),
        ["Ann Lee According to: the pier opens in May."]
    );
    assert_eq!(
        direct("“The pier,” Ann Lee said, “opens in May.”"),
        ["Ann Lee said: The pier, opens in May."]
    );
    assert_eq!(
        direct("“Will it run?” said Ann Lee, a teacher. “It did, and we slept.”"),
        ["Ann Lee said: Will it run? It did, and we slept."]
    );
}

#[test]
fn an_opening_participle_shares_the_subject() {
    for opening in
        ["Announcing the news", "Explaining the working of the pier", "Commenting", "Speaking after the vote"]
    {
        let text = format!("{opening}, Ann Lee, chair of the Weir Trust, said: “The pier opens in May.”");
        assert_eq!(direct(&text), ["Ann Lee said: The pier opens in May."]);
    }
}

#[test]
fn where_shares_are_listed_is_no_speaker() {
    let text = "Ann Lee, chair of Weir Mill (NYSE: WRM), said: “The pier opens in May.”";
    assert_eq!(direct(text), ["Ann Lee said: The pier opens in May."]);
}

#[test]
fn chinese_attributions_stand_before_after_and_inside() {
    assert_eq!(direct("王小明表示：「新渡輪下月起投入服務。」"), ["王小明 表示: 新渡輪下月起投入服務。"]);
    assert_eq!(direct("「新渡輪，」王小明說，「下月起投入服務。」"), ["王小明 說: 新渡輪，下月起投入服務。"]);
    assert_eq!(direct("“新渡轮下月起投入服务。”王小明说。"), ["王小明 说: 新渡轮下月起投入服务。"]);
}

#[test]
fn a_clause_with_names_in_latin_letters_is_not_long() {
    assert_eq!(
        direct("“磨坊要把冰运到码头上，” Weir Mill Cold Storage 创始合伙人 Noor Aishah Binte Rahim 回忆道。"),
        ["Noor Aishah Binte Rahim 回忆道: 磨坊要把冰运到码头上，"]
    );
}

#[test]
fn a_subject_left_out_is_the_last_speaker() {
    assert_eq!(
        direct("王小明表示：「新渡輪下月投入服務。」並補充：「票價今年不會調整。」"),
        ["王小明 表示: 新渡輪下月投入服務。", "王小明 補充: 票價今年不會調整。"]
    );
}

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
fn a_signature_names_the_speaker() {
    for text in ["“The pier is ours again.” – Ann Lee, Chair", "“The pier is ours again.”\n– Ann Lee, Chair"]
    {
        assert_eq!(direct(text), ["Ann Lee -: The pier is ours again."]);
    }
    assert_eq!(
        direct("「碼頭終於回到我們手上了。」\n——王小明，主席"),
        ["王小明 -: 碼頭終於回到我們手上了。"]
    );
}

#[test]
fn whose_speech_follows_may_stand_on_a_line_of_its_own() {
    let said = ("「碼頭終於回到我們手上了。」", PassageKind::Prose);
    assert_eq!(
        quoted(&[("北堤公司主席 王小明", PassageKind::Naming), said]),
        ["王小明: 碼頭終於回到我們手上了。"]
    );
    assert_eq!(quoted(&[("北堤公司", PassageKind::Naming), said]), [""; 0]);
}

#[test]
fn whose_somebody_is_may_stand_before_the_subject() {
    let source = "來自北堤大學的志願者王小文說：「碼頭終於回到我們手上了。」";
    assert_eq!(speakers(source), ["王小文|志願者|北堤大學"]);
}

#[test]
fn a_name_of_two_characters_ends_before_what_somebody_does() {
    for does in ["作了題為《水路》的報告", "圍繞水路分享了經驗", "講述了水路的由來"]
    {
        let source = format!("北堤大學教授馬安{does}。她說：「碼頭終於回到我們手上了。」");
        assert_eq!(speakers(&source), ["馬安|教授|北堤大學"]);
    }
}

#[test]
fn a_day_may_close_a_signature() {
    let source = "“The pier opens in May.”\nAnn Lee, Commissioner for Piers and Boats - 09/10/2024\n";
    assert_eq!(direct(source), ["Ann Lee -: The pier opens in May."]);
    assert_eq!(speakers(source), ["Ann Lee|Commissioner for Piers and Boats|-"]);
}

#[test]
fn brackets_hold_a_signature() {
    assert_eq!(
        direct("「碼頭終於回到我們手上了。」（王小明，漁民，石澳）"),
        ["王小明 -: 碼頭終於回到我們手上了。"]
    );
    assert_eq!(direct("「碼頭終於回到我們手上了。」（鼓掌）"), Vec::<String>::new());
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
fn pronouns_and_surnames_lead_to_the_full_name() {
    let text = "“The pier opens in May,” said Ann Lee.\n“We are glad of it,” Lee added.\n“So are they all,” she said.";
    let heard = direct(text);
    assert!(heard.iter().all(|quote| quote.starts_with("Ann Lee ")), "{heard:?}");
}

#[test]
fn an_unclosed_mark_ends_with_its_paragraph() {
    let text = "Ann Lee said: “The pier opens in May.\nThe pier is long.";
    assert_eq!(direct(text), ["Ann Lee said: The pier opens in May."]);
    let codes: Vec<_> = listen(text, &Options::default()).diagnostics.iter().map(|d| d.code).collect();
    assert_eq!(codes, [crate::DiagnosticCode::UnclosedQuote]);
}

#[test]
fn reports_without_marks_end_with_their_sentence() {
    assert_eq!(
        indirect("Ann Lee said that the pier would open in May. It is long."),
        ["Ann Lee said: that the pier would open in May."]
    );
    assert_eq!(indirect("王小明指出，碼頭將於五月啟用。碼頭很長。"), ["王小明 指出: 碼頭將於五月啟用。"]);
    let quiet = Options::default().indirect_speech(false);
    assert!(listen("Ann Lee said that the pier would open in May.", &quiet).quotes.is_empty());
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

/// `name|title|organization` of the speakers of direct quotes.
fn speakers(source: &str) -> Vec<String> {
    let part = |text: Option<&Text>| text.map_or("-", |text| text.text.as_str()).to_owned();
    let direct = |quote: &&crate::release::Quote| quote.kind == QuoteKind::Direct;
    let heard = listen(source, &Options::default());
    let speakers = heard.quotes.iter().filter(direct).map(|quote| {
        let speaker = quote.speaker.as_ref();
        [
            part(speaker.and_then(|s| s.name.as_ref())),
            part(speaker.and_then(|s| s.title.as_ref())),
            part(speaker.and_then(|s| s.organization.as_ref())),
        ]
        .join("|")
    });
    speakers.collect()
}

#[test]
fn a_chinese_speaker_is_found_across_brackets_and_words_that_look_like_others() {
    let said = "「新碼頭五月啟用，班次加密。」";
    for (text, speaker) in [
        ("港務局局長林小文今日（三月五日）在啟用典禮上表示：", "林小文"),
        ("港務局局長林小文今日（星期三）在啟用典禮上致辭時表示：", "林小文"),
        ("北堤集團總裁林小文（Vivian Lam）先生表示：", "林小文"),
        ("北堤集團總裁柯琳·戴文森（Colleen Davenson）女士表示：", "柯琳·戴文森"),
        ("其中一名受訪者林小文說：", "林小文"),
        ("北堤區公所表示，", "北堤區公所"),
        ("林局長解釋：", "林"),
        ("港務局局長林小文樂見其成：", "林小文"),
        ("港務局局長林小文拿數據比劃說，", "林小文"),
        ("校長曾小文致辭時勉勵學生：", "曾小文"),
        ("村主任林小文算了一筆帳：", "林小文"),
        ("協理林小文說，關鍵不是味道，而是保濕。", "林小文"),
        ("站長林小文說，以往下雨，大家輪流去看水，", "林小文"),
        ("檢票員林小文說，", "林小文"),
        ("選手林小文賽後興奮表示，", "林小文"),
    ] {
        let heard = direct(&format!("{text}{said}"));
        assert!(heard[0].starts_with(&format!("{speaker} ")), "{text} {heard:?}");
    }
}

#[test]
fn who_said_what_opens_a_paragraph_is_told_of_right_after_it() {
    for after in [
        "談起新碼頭，居民林小文說。",
        "看着新碼頭，居民林小文感慨道。",
        "展望來年，北堤公司總經理林小文表示，班次將會加密。",
        "居民林小文笑得合不攏嘴。",
        "說起新碼頭，居民林小文讚不絕口。",
    ] {
        let heard = direct(&format!("「新碼頭五月啟用，班次加密，我們都很高興。」{after}"));
        assert!(heard[0].starts_with("林小文 "), "{after} {heard:?}");
    }
}

#[test]
fn chinese_speech_stands_between_a_preposition_and_its_verb() {
    assert_eq!(
        direct("作家岑志明曾以「別人看海，我們看潮水退去」形容小鎮。"),
        ["岑志明 形容: 別人看海，我們看潮水退去"]
    );
    assert_eq!(
        direct("岑志明形容情況為「渡輪等人，人等巴士，巴士等天亮」。"),
        ["岑志明 形容: 渡輪等人，人等巴士，巴士等天亮"]
    );
}

#[test]
fn who_ends_the_speech_has_spoken() {
    assert_eq!(
        direct("岑志明表示：「渡輪下月啟航，票價不變。」「多謝大家一直等到今日。」說罷，他向眾人鞠躬。")
            .last()
            .map(String::as_str),
        Some("岑志明 說罷: 多謝大家一直等到今日。")
    );
}

#[test]
fn a_statement_after_a_whole_quote_belongs_to_the_next_speaker() {
    let text =
        "主席岑志明表示：「渡輪下月啟航。\n「票價三年不變，班次加密一倍。」岑志明同時指出，船隊會更新。";
    assert_eq!(direct(text), ["岑志明 表示: 渡輪下月啟航。票價三年不變，班次加密一倍。"]);
    assert_eq!(indirect(text), ["岑志明 指出: 船隊會更新。"]);
}

#[test]
fn whose_statement_speaks_is_the_speaker() {
    let text = "伊索娜的聲明指出：「港口明年擴建，航班亦會增加。」\n聲明最後說：「我們會聽取居民的意見。」";
    assert_eq!(speakers(text), ["伊索娜|-|-", "伊索娜|-|-"]);
}

#[test]
fn an_unnamed_speaker_keeps_the_body() {
    let text = "水文管理局（水管局）發言人今日表示，水位正常。\n發言人說︰「市民毋須擔心，水閘今晚關閉。」";
    assert_eq!(speakers(text), ["-|發言人|水文管理局"]);
}

#[test]
fn posts_are_taken_from_where_they_are_printed() {
    let text = "Kestrel Lines today named Ines Calloway as its new Head of Growth.\n\
                “The boats were always there,” said Calloway.";
    assert_eq!(speakers(text), ["Ines Calloway|Head of Growth|-"]);
    let text = "Guests were met by Council Chairman Prof. Nina FERRO.\n\
                Prof. Nina Ferro praised the harbour. “It is a long pier, and an old one.”";
    assert_eq!(speakers(text), ["Nina FERRO|Council Chairman|-"]);
}

#[test]
fn what_stands_in_a_post_is_nobody() {
    let text = "“It held,” said Dr Ines Calloway, Reader in Harbour Engineering at the University of Kesh.\n\
                “We had not expected that at all,” she added.";
    let speaker = "Ines Calloway|Reader in Harbour Engineering|University of Kesh";
    assert_eq!(speakers(text), [speaker, speaker]);
}

#[test]
fn a_dateline_is_no_part_of_what_is_said() {
    assert_eq!(
        indirect(
            "PORT ALDER, 12 March 2025 – The Kestrel Authority will open the pier in May, it said today."
        ),
        ["Kestrel Authority said: The Kestrel Authority will open the pier in May"]
    );
}

#[test]
fn a_name_closes_a_statement_without_marks() {
    assert_eq!(
        indirect("The pier will open in May, said Ines Calloway."),
        ["Ines Calloway said: The pier will open in May"]
    );
}

#[test]
fn an_attribute_in_marks_is_no_speech() {
    assert_eq!(
        direct("Kestrel Lines is known for its “boats before breakfast every day” approach."),
        [""; 0]
    );
}

/// Each quote of `source`, whose passages are of the kinds beside them, as `name: text`.
fn quoted(source: &[(&str, PassageKind)]) -> Vec<String> {
    let readings: Vec<Reading> =
        source.iter().map(|(text, _)| Reading::of_span(text, Span::new(0, text.len()))).collect();
    let passages: Vec<Passage<'_>> = readings
        .iter()
        .zip(source)
        .map(|(reading, &(_, kind))| Passage { reading, kind, body: None, listed: None })
        .collect();
    let heard = read(&passages, &Options::default());
    let shown = heard.quotes.iter().map(|quote| {
        let name = quote.speaker.as_ref().and_then(|speaker| speaker.name.as_ref());
        format!("{}: {}", name.map_or("-", |name| name.text.as_str()), quote.text.text)
    });
    shown.collect()
}

#[test]
fn headings_sign_and_captions_repeat() {
    assert_eq!(
        quoted(&[
            ("“The pier held through the storm.”", PassageKind::Prose),
            ("—Ines Calloway", PassageKind::Naming),
            ("Ines Calloway said: “The pier held.”", PassageKind::Caption),
        ]),
        ["Ines Calloway: The pier held through the storm.", "Ines Calloway: The pier held."]
    );
}

#[test]
fn the_letterhead_has_the_fullest_name() {
    let source = ["“The pier held,” said Mayor Ann Lowther.", "MAYOR ANN B. LOWTHER", "ANN LOWTHER"];
    let readings: Vec<Reading> =
        source.iter().map(|text| Reading::of_span(text, Span::new(0, text.len()))).collect();
    let name = |last: usize| {
        let kinds = [PassageKind::Prose, PassageKind::Letterhead];
        let of = [&readings[0], &readings[last]].into_iter().zip(kinds);
        let passages: Vec<Passage<'_>> =
            of.map(|(reading, kind)| Passage { reading, kind, body: None, listed: None }).collect();
        let speaker = read(&passages, &Options::default()).quotes.remove(0).speaker;
        speaker.and_then(|speaker| speaker.name).map(|name| name.text)
    };
    assert_eq!(name(1).as_deref(), Some("ANN B. LOWTHER"));
    assert_eq!(name(2).as_deref(), Some("Ann Lowther"));
}

#[test]
fn several_posts_stand_between_the_string_and_the_verb() {
    assert_eq!(
        speakers("“我们用八年做一件事，就是降低成本。”晨光科技创始人、董事长欧阳思齐在发布会上说。"),
        ["欧阳思齐|创始人、董事长|晨光科技"]
    );
}

#[test]
fn what_only_leads_to_speech_is_no_report() {
    assert_eq!(indirect("In a statement on Monday, Ines Calloway said, “The pier opens in May.”"), [""; 0]);
    assert_eq!(indirect("Commenting on the pier, Ines Calloway said: “It opens in May.”"), [""; 0]);
    assert_eq!(indirect("「票價三年不變，班次加密。」局長岑志明回應查詢時說。"), [""; 0]);
}

#[test]
fn what_stands_between_a_chinese_speaker_and_the_verb_is_passed_over() {
    let speaker = |text: &str| speakers(text).remove(0);
    assert!(
        speaker("渡輪公司（下稱「海達」）董事總經理倪卓安今日宣布：「新船下月到港，明年載客。」")
            .starts_with("倪卓安|")
    );
    assert!(
        speaker("主席賀芷晴博士，BBS，JP 致辭時表示：「今年作品水準很高，難以取捨。」")
            .starts_with("賀芷晴|主席|")
    );
    assert!(
        speaker("海達行政總裁倪卓安：「這是最大的投資，也是最有信心的一次。」")
            .starts_with("倪卓安|行政總裁|")
    );
    assert_eq!(
        direct("多名街坊對記者表示，「巴士改道以後，返工要多花半小時」。"),
        ["街坊 表示: 巴士改道以後，返工要多花半小時"]
    );
}

#[test]
fn a_double_surname_alone_finds_its_name() {
    let text =
        "渡輪公司主席歐陽濬表示：「渡輪下月啟航，票價不變。」歐陽補充：「班次會加密一倍，船隊亦會更新。」";
    assert_eq!(speakers(text), ["歐陽濬|主席|渡輪公司", "歐陽濬|主席|渡輪公司"]);
}

#[test]
fn a_pronoun_is_whoever_was_named_last_after_a_post_or_an_attribute() {
    assert_eq!(
        speakers(
            "主席岑志明表示：「船隊下月啟航，票價不變。」\n\n住戶黎永生每日乘船。他說：「船比巴士準時，我很少遲到。」"
        ),
        ["岑志明|主席|-", "黎永生|住戶|-"]
    );
    assert_eq!(
        speakers("拿到首張船票的，是在碼頭工作的曾雨安。她回憶：「那天排了三小時隊，腳也麻了。」"),
        ["曾雨安|-|-"]
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
fn how_something_is_said_is_no_part_of_the_name() {
    assert_eq!(speakers("慈海宮主委岑志明無奈地說：「修了三次，每次都遇上颱風。」"), ["岑志明|主委|慈海宮"]);
}

#[test]
fn a_relative_clause_that_reports_does_not_take_the_subject() {
    assert_eq!(
        speakers(
            "Abel Moor, who found the boat when he called about the noise, said: “It was grey and smelt of paint.”"
        ),
        ["Abel Moor|-|-"]
    );
}

#[test]
fn the_second_of_two_reporting_words_has_its_own_subject() {
    let text =
        "岑志明表示，渡輪已經停航。他批評黎永生又提出老問題：「碼頭該拆，還是該修？」他說今年先修好防波堤。";
    assert_eq!(direct(text), ["黎永生 提出: 碼頭該拆，還是該修？"]);
    // The pronoun goes on with whom the sentences before are about.
    assert_eq!(indirect(text).last().unwrap(), "岑志明 說: 今年先修好防波堤。");
}

#[test]
fn a_speaker_left_out_is_shown_where_the_sentence_names_him_again() {
    let text = "黎永生說：「船塢的閘門今晚一定要關好！」工人都點頭。\n\
                收工之前，街坊跟永生談起「海燕號」的來歷，「我十歲那年，天天在岸邊等它回來。」";
    let heard = listen(text, &Options::default());
    let speaker = heard.quotes.last().unwrap().speaker.as_ref().unwrap();
    assert_eq!(speaker.mention.as_ref().unwrap().text, "永生");
    assert_eq!(speaker.name.as_ref().unwrap().text, "黎永生");
}

#[test]
fn a_given_name_is_what_its_sentence_is_about() {
    let text = "黎小鳳說：「船票今日開售。」岑志明說：「櫃台太少了。」小鳳沒有回答，因為她要趕去開門，\
                「人龍已經排到橋頭！」";
    assert_eq!(direct(text).last().unwrap(), "黎小鳳 -: 人龍已經排到橋頭！");
}

#[test]
fn a_name_and_a_post_before_a_colon_say_what_follows() {
    let heard = listen(
        "林悦，Harbour Data 首席技术官：“一次断网也没有，大家都睡得很好。”\n温靖，街坊：“楼下的灯终于亮了，晚上不怕走路。”\nHarbour Institute：“章程已列为研究生的必读材料，我们会继续教。”",
        &Options::default(),
    );
    let told = |text: Option<&Text>| text.map_or("-", |text| text.text.as_str()).to_owned();
    let speakers: Vec<String> = heard
        .quotes
        .iter()
        .filter_map(|quote| quote.speaker.as_ref())
        .map(|s| told(s.name.as_ref()) + "|" + &told(s.title.as_ref()) + "|" + &told(s.organization.as_ref()))
        .collect();
    assert_eq!(speakers, ["林悦|首席技术官|Harbour Data", "温靖|街坊|-", "Harbour Institute|-|-"]);
}

#[test]
fn who_is_named_after_what_opens_a_paragraph_said_it() {
    assert_eq!(
        direct("「標完位置回頭，抽水機已經轉彎了。」永和里里長巴蘇·卡里說，過去她要抱著三支電話。"),
        ["巴蘇·卡里 說: 標完位置回頭，抽水機已經轉彎了。"]
    );
}

#[test]
fn a_signature_may_end_with_an_abbreviation() {
    assert_eq!(
        speakers("“The pier is ours again.”\n- Ines Ravel, President, Tallis Ferries Inc."),
        ["Ines Ravel|President|Tallis Ferries Inc."]
    );
}

#[test]
fn names_that_no_surname_tells_are_known_by_the_post_beside_them() {
    let text = "林業局副局長旦增曲珠、財政處處長溫萬里出席會議。\n旦增曲珠介紹，今年新增崗位三千個。他指出：「身份變了，眼光也就變了。」";
    assert_eq!(direct(text), ["旦增曲珠 指出: 身份變了，眼光也就變了。"]);
    let text = "住在海邊的泰蕾茲·洛貝雙目失明，今年參加了測試。她回憶：「鞋帶上有一片葉子，我伸手去摸。」";
    assert_eq!(direct(text), ["泰蕾茲·洛貝 回憶: 鞋帶上有一片葉子，我伸手去摸。"]);
}

#[test]
fn a_surname_of_two_characters_may_hold_a_word() {
    for name in ["令狐文彥", "淳于敬"] {
        let text = format!("{name}並指出：「新的模組已經完成驗證，明年出貨。」");
        assert_eq!(direct(&text), [format!("{name} 指出: 新的模組已經完成驗證，明年出貨。")]);
    }
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
fn a_title_is_whose_it_was_said_to_be() {
    assert_eq!(
        speakers(
            "The spokesperson for Tallis Hospital told what happened. “We rang everybody on the list at noon,” the spokesperson said."
        ),
        ["-|spokesperson|Tallis Hospital"]
    );
    assert_eq!(
        speakers(
            "A new work by the artist Oluchi Ravel hangs there. “It took me a year and two boats,” the artist said."
        ),
        ["Oluchi Ravel|artist|-"]
    );
    assert_eq!(
        speakers(
            "“The pier opens in May,” said Ines Ravel, Chief Executive Officer of Tallis SE.\n“It is long,” said Abel Moor, Chief Service Officer.\n“We will build another in the spring,” the CEO added."
        )[2],
        "Ines Ravel|Chief Executive Officer|Tallis SE"
    );
}

#[test]
fn a_pronoun_is_whom_the_sentence_before_brings_in() {
    assert_eq!(
        speakers(
            "One of the riders was Oluchi Ravel, who came every day. “I learned to swim in it,” she remembers."
        ),
        ["Oluchi Ravel|-|-"]
    );
    assert_eq!(
        speakers(
            "Ines Ravel, Manager of Tallis, thanked them. Admission is free, and the tour, she said, “is longer than the one that we had before.”"
        ),
        ["Ines Ravel|Manager|Tallis"]
    );
}

#[test]
fn a_pronoun_that_opens_a_passage_is_whom_the_last_one_ended_with() {
    assert_eq!(
        speakers(
            "“It was long,” said Ines Ravel.\nDr. Abel Moor, who runs the mill alone, asked for help in May.\n“I have slept better since the spring,” he said."
        )[1],
        "Abel Moor|-|-"
    );
    assert_eq!(
        speakers(
            "“It was long,” said Ines Ravel.\nThe captain’s father, Mr. Abel Moor, thanked the crew.\n“They brought the boat back to us,” he said."
        )[1],
        "Abel Moor|-|-"
    );
}

#[test]
fn a_post_in_small_letters_before_one_in_capitals_belongs_to_it() {
    assert_eq!(
        speakers(
            "The bakery was built by owner and CEO Ines Ravel. “We bake at night and sleep by day,” Ravel said."
        ),
        ["Ines Ravel|owner and CEO|-"]
    );
}

#[test]
fn a_surname_is_a_persons_before_it_is_a_word_of_a_body() {
    assert_eq!(
        speakers(
            "Moor Dairy Inc. said: “Milk keeps best in a cold and quiet room.”\n“We have known them for years,” said Abel Moor, a farmer.\n“We trust them with the keys of our sheds,” Moor added."
        )[2],
        "Abel Moor|farmer|-"
    );
}

#[test]
fn a_pronoun_is_who_ends_the_subject_of_the_passage_before() {
    assert_eq!(
        speakers(
            "“It was long,” said Ines Ravel.\nHer daughter Nora Quill, a nurse at Tallis Hospital, agreed with that.\n“She rowed there every week for years,” she said."
        )[1],
        "Nora Quill|nurse|Tallis Hospital"
    );
}

#[test]
fn a_line_may_say_whose_speech_follows() {
    let text =
        "Quotes attributable to Minister for Roads Ann Lee:\n“The pier opens in May.\n“It has a lamp.”";
    assert_eq!(direct(text), ["Ann Lee -: The pier opens in May. It has a lamp."]);
}

#[test]
fn a_signature_may_close_with_a_full_stop() {
    let text = "“The pier opens in May” – Ann Lee, Head of Roads, Weir plc.";
    assert_eq!(direct(text), ["Ann Lee -: The pier opens in May"]);
}

#[test]
fn signed_words_are_not_reported_by_the_line_above() {
    let text = "What they are saying:\n“The pier opens in May.”\n— Ann Lee, Head of Roads, Weir Bank";
    assert_eq!(direct(text), ["Ann Lee -: The pier opens in May."]);
}

#[test]
fn a_given_name_may_stand_after_the_surname() {
    let told = |text: &str| listen(text, &Options::default()).people[0].name.text.clone();
    assert_eq!(
        told("It met the chairman, Mr Bernard Kwan Lok-tin; it was cold.\n“It is,” Mr Kwan said.\n"),
        "Bernard Kwan Lok-tin"
    );
    assert_eq!(
        told("The Director of the Weir Bureau, Tseng Po-hsiang, came.\n“It is cold,” Tseng said.\n"),
        "Tseng Po-hsiang"
    );
}

#[test]
fn a_signature_may_tell_where_somebody_is_from() {
    for text in [
        "“The pier is ours again.” – Ann Lee, owner, Weir Ropes & Tar, Tallis, La.",
        "Ann Lee, Weir Harbour Works: “The pier is ours again.”",
    ] {
        assert_eq!(direct(text), ["Ann Lee -: The pier is ours again."], "{text}");
    }
    // Who signs speaks all that was left open, and not who spoke before.
    let open = "“It opens in May.” – Abel Moor, Chair\n“The pier is ours.\n“We waited for it for years.” – Ann Lee, owner";
    assert_eq!(direct(open).last().map(|said| &said[..7]), Some("Ann Lee"));
}

#[test]
fn what_somebody_does_as_she_speaks_is_no_subject() {
    assert_eq!(
        direct(
            "Launching the report, Ann Lee, CEO of Weir Homes, said: “We will go on until nobody sleeps here.”"
        ),
        ["Ann Lee said: We will go on until nobody sleeps here."]
    );
}

/// The rows of a table of the lexicon that are of `class` and have more than one character, all of them ideographs.
fn chinese_words(table: &'static str, class: &'static str) -> impl Iterator<Item = &'static str> {
    let han = |word: &str| word.chars().count() > 1 && word.chars().all(crate::text::script::is_han);
    crate::lexicon::rows(table).filter(move |row| row.class == class && han(row.word)).map(|row| row.word)
}

#[test]
fn every_post_introduces_who_bears_it() {
    // Words that are as well the beginning of what is said or done.
    const OTHERWISE: [&str; 2] = ["首席", "視察"];
    let posts = chinese_words(include_str!("../../lexicon/posts.tsv"), "head");
    let wrong: Vec<&str> = posts
        .filter(|post| !OTHERWISE.contains(post))
        .filter(|post| {
            direct(&format!("{post}林小文致辭時表示：「渡輪今年會準時開出。」"))
                != ["林小文 表示: 渡輪今年會準時開出。"]
        })
        .collect();
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn every_surname_opens_a_name() {
    let surnames = ["common", "rare", "double"]
        .into_iter()
        .flat_map(|class| {
            crate::lexicon::rows(include_str!("../../lexicon/surnames.tsv"))
                .filter(move |row| row.class == class)
        })
        .map(|row| row.word)
        .filter(|word| word.chars().all(crate::text::script::is_han));
    let wrong: Vec<&str> = surnames
        .filter(|surname| {
            let told = direct(&format!("市場總監{surname}志明在記者會上指出：「渡輪今年會準時開出。」"));
            told != [format!("{surname}志明 指出: 渡輪今年會準時開出。")]
        })
        .collect();
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn days_and_manners_stand_between_a_speaker_and_the_word() {
    for between in
        ["3日", "週三（3日）", "還", "直接", "私下", "語帶感慨地", "開心地", "在典禮上致辭時", "隨之"]
    {
        let text = format!("北堤大學校長林小文教授{between}表示：「渡輪今年會準時開出。」");
        assert_eq!(direct(&text), ["林小文 表示: 渡輪今年會準時開出。"], "{between}");
    }
}

#[test]
fn who_is_told_something_is_not_who_says_it() {
    assert_eq!(direct("主席林小文向總監黎永生表示：「渡輪會開。」"), ["林小文 表示: 渡輪會開。"]);
    assert_eq!(direct("主席林小文陪同總監黎永生視察後表示：「渡輪會開。」"), ["林小文 表示: 渡輪會開。"]);
}

#[test]
fn a_post_may_stand_between_commas_after_the_name() {
    assert_eq!(
        direct("林小文，北堤磨坊主席，說：「渡輪今年會準時開出。」"),
        ["林小文 說: 渡輪今年會準時開出。"]
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
fn a_rank_in_letters_and_a_given_name_lead_to_the_whole_name() {
    let text = "Detective Constable Ann Weir-Moor, of Moor Hill CID, said: “Call us.”\n\
                “The paint is wet and it runs,” DC Weir-Moor added.";
    assert_eq!(direct(text)[1], "Ann Weir-Moor added: The paint is wet and it runs,");
    let text = "Ann Weir-Moor, 63, a former baker, has a flat by the pier.\n\
                “I know what to say by now,” Ann says. “Somebody said it to me.”";
    assert_eq!(direct(text), ["Ann Weir-Moor says: I know what to say by now, Somebody said it to me."]);
}

#[test]
fn a_label_above_a_speech_names_the_body_too() {
    let speech = listen(
        "Halls stay warm this year.\nAnn Lee, Weir Village Institute:\n“We sat in our coats all winter.”",
        &Options::default(),
    );
    let speaker = speech.quotes[0].speaker.as_ref().expect("somebody speaks");
    let body = speaker.organization.as_ref().map(|body| body.text.as_str());
    assert_eq!(body, Some("Weir Village Institute"));
}

#[test]
fn an_office_belongs_to_the_name_behind_it() {
    let text =
        "Minister for Roads Ann Lee opened the weir today. “It holds the water back for good,” Ms Lee said.";
    assert_eq!(direct(text), ["Ann Lee said: It holds the water back for good,"]);
}

#[test]
fn a_sentence_before_a_colon_is_no_label() {
    let text = "Ann Lee, Chief Executive of Weir Mill, was delighted: “We have waited ten years for this.”";
    assert_eq!(direct(text), ["Ann Lee -: We have waited ten years for this."]);
}

#[test]
fn a_relative_may_follow_an_apposition() {
    let text =
        "Ann Lee, Partner at Weir LLP, who advised on the deal, said: “We have waited ten years for this.”";
    assert_eq!(direct(text), ["Ann Lee said: We have waited ten years for this."]);
}

#[test]
fn a_subject_is_as_long_in_latin_letters_as_in_ideographs() {
    assert_eq!(
        direct(
            "首家導入客戶、德國座艙系統商 Moorkirch 亞太區採購總監 Martin Tarn 表示：「新渡輪下月起投入服務。」"
        ),
        ["Martin Tarn 表示: 新渡輪下月起投入服務。"]
    );
}

#[test]
fn who_reports_in_the_sentence_before_speaks() {
    let text = "黎永生董事說：「碼頭會一直開放給大家。」\n\
                種植柚子超過四十年的農友林小文說，去年樹倒了一半，本來想收山。「後來大家每週來幫我修剪，我就想再試一次。」";
    assert_eq!(direct(text)[1], "林小文 -: 後來大家每週來幫我修剪，我就想再試一次。");
}

#[test]
fn whose_relative_somebody_is_leads_to_the_relative() {
    let text = "黎永生董事說：「碼頭會一直開放給大家。」\n\
                出院前，她的丈夫把花掛在病房。「醫生在屏幕裏，可是刀落在我們跟前。」他說。";
    let speech = listen(text, &Options::default());
    let speaker = speech.quotes[1].speaker.as_ref().expect("somebody speaks");
    assert_eq!(speaker.title.as_ref().map(|title| title.text.as_str()), Some("丈夫"));
}

#[test]
fn a_side_is_the_body_that_the_text_names() {
    let body = |lead: &str, side: &str| {
        let text = format!(
            "{lead}今日宣布，會在五月檢查所有水管，預計需時九星期。\n\
             {side}發言人說：「市民如發現水管滲漏，應盡快致電舉報。」"
        );
        let speech = listen(&text, &Options::default());
        let speaker = speech.quotes.last().and_then(|quote| quote.speaker.clone()).expect("somebody speaks");
        speaker.organization.map(|body| body.text)
    };
    assert_eq!(body("北堤水務署", "署方").as_deref(), Some("北堤水務署"));
    assert_eq!(body("北堤醫院", "院方").as_deref(), Some("北堤醫院"));
    // A short form is as it is printed.
    assert_eq!(body("北堤水務署（北水署）", "北水署").as_deref(), Some("北水署"));
}

#[test]
fn a_name_and_a_post_behind_it_may_follow_the_speech() {
    let text = "「下月起可以划船上班。」林小文，北堤磨坊首席執行官說。";
    assert_eq!(direct(text), ["林小文 說: 下月起可以划船上班。"]);
}

#[test]
fn the_body_of_who_writes_is_no_speaker() {
    for described in ["我校校友、地理學家", "我市種糧大戶", "我校2022級本科生"] {
        let text = format!("{described}林小文說：「下月起可以划船上班。」");
        assert_eq!(direct(&text), ["林小文 說: 下月起可以划船上班。"], "{described}");
    }
}

#[test]
fn whoever_does_something_for_a_living_is_told_by_the_last_character() {
    let cases = [
        ("“路要修了，”来自青石县的护林员冉启明说。", "冉启明|护林员|-"),
        ("「路要修了，」青石的養殖戶蔡曾秀蓮說。", "蔡曾秀蓮|養殖戶|-"),
        ("“路要修了，”美术指导鲁一丁说。", "鲁一丁|美术指导|-"),
        ("“路要修了，”石桥集团董事长侬国安说。", "侬国安|董事长|石桥集团"),
        ("“路要修了，”一位从山区赶来的桥梁工程师说。", "-|桥梁工程师|-"),
        ("“路要修了，”防汛预警司负责人说。", "-|负责人|防汛预警司"),
        ("“路要修了，”饰演父亲的佟野说。", "佟野|-|-"),
        ("水務局局長林小文視察。水務局局長說：「路要修了。」", "林小文|局長|水務局"),
        ("教育局局長林小文視察。水務局局長說：「路要修了。」", "-|局長|水務局"),
    ];
    for (text, speaker) in cases {
        assert_eq!(speakers(text), [speaker], "{text}");
    }
}

#[test]
fn who_writes_is_not_where_it_is_written() {
    let text = "演员岑晚舟没有出现。前一天，她走完了一段山路，随后在个人微博写道：“第九公里下冰雹，我躲在石头后面。”";
    assert_eq!(direct(text), ["岑晚舟 写道: 第九公里下冰雹，我躲在石头后面。"]);
}

#[test]
fn a_field_of_two_words_belongs_to_the_office() {
    let text = "「經費已逐年增加，明年再增一成。」兒少及家庭支持署回應。";
    assert_eq!(direct(text), ["兒少及家庭支持署 回應: 經費已逐年增加，明年再增一成。"]);
}

#[test]
fn a_post_is_of_the_body_that_its_owner_takes_up() {
    let said = "“The gate opens in May,” Lee said.";
    for (text, speaker) in [
        (
            "The plums go to Weir Community Kitchen, whose manager, Ann Lee, asked for more.",
            "manager|Weir Community Kitchen",
        ),
        ("The survey was done by the Weir Centre. Its director, Ann Lee, was glad.", "director|Weir Centre"),
        ("Weir Mill Limited told its members that its chair, Ann Lee, would go.", "chair|Weir Mill Limited"),
        (
            "Partners are Moor College and the Weir District, whose manager, Ann Lee, came.",
            "manager|Weir District",
        ),
        // Whose that is only the issuer knows.
        ("The company is growing. Its director, Ann Lee, was glad.", "director|-"),
        // What is nearer is no body, and what is further off is not meant.
        (
            "Weir Mill Limited burned down. The fire was long. Its witness, director Ann Lee, fled.",
            "director|-",
        ),
    ] {
        assert_eq!(speakers(&format!("{text}\n{said}")), [format!("Ann Lee|{speaker}")], "{text}");
    }
    let unnamed =
        "Only Weir Bank has replied. “We will look at every letter that we get,” its spokesperson said.";
    assert_eq!(speakers(unnamed), ["-|spokesperson|Weir Bank"]);
    let lead = "WEIRTOWN (May 4, 2031) – The Weir Orchestra named Ann Lee as its next Music Director.";
    assert_eq!(speakers(&format!("{lead}\n{said}")), ["Ann Lee|Music Director|Weir Orchestra"]);
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
fn a_pronoun_means_the_source_of_the_sentence_before() {
    let text = "Reusable cups need a wash house, according to Leo Moor, manager of Weir Wash. “One cup costs more,” \
                he said.";
    assert_eq!(speakers(text), ["Leo Moor|manager|Weir Wash"]);
}

#[test]
fn a_name_ends_before_its_possessive() {
    let text = "The night ends with Lawson Moor’s “Narrow Weir”. Moor wrote it on a train.\n\
                “It only plays in B flat,” Moor said.";
    assert_eq!(speakers(text), ["Lawson Moor|-|-"]);
}

#[test]
fn a_participle_before_the_speaker_is_no_name() {
    let text = "“We open in May,” said the Minister for Roads, Ann Lee.\n\
                Concluding, the Minister added: “There are other roads on my list.”";
    assert_eq!(speakers(text), ["Ann Lee|Minister for Roads|-", "Ann Lee|Minister for Roads|-"]);
}

#[test]
fn a_trade_in_small_letters_stands_before_the_name() {
    let text = "One of them, retired teacher Leo Moor, has found six. “They look like stones,” Moor said.";
    assert_eq!(speakers(text), ["Leo Moor|retired teacher|-"]);
    let owned = "The crew, whose captain, Leo Moor, came too, was late. “I sleep through pagers,” said Moor.";
    assert_eq!(speakers(owned), ["Leo Moor|captain|-"]);
    let another =
        "In a letter to the president, Leo Moor asked for one. “I sleep through pagers,” said Moor.";
    assert_eq!(speakers(another), ["Leo Moor|-|-"]);
    let lives = "Retired nurse Ann Lee of Weirtown sent the most. “I was up anyway,” Lee said.";
    assert_eq!(speakers(lives), ["Ann Lee|Retired nurse|-"]);
    let apposed = "The trust’s patron, actor Leo Moor, lost his hearing. “We all pretended,” he said.";
    assert_eq!(speakers(apposed), ["Leo Moor|actor|-"]);
}

#[test]
fn a_style_with_a_full_stop_ends_no_sentence() {
    for style in ["Engr. (Mrs.)", "Barr.", "Revd."] {
        let text = format!("“No one shall drill,” said {style} Ann Lee, Commissioner for Roads.");
        assert_eq!(speakers(&text), ["Ann Lee|Commissioner for Roads|-"], "{style}");
    }
}

#[test]
fn somebody_without_a_name_is_told_by_the_trade_and_not_by_the_place() {
    let text = "A line cook in Weir Crossing told the court that she wrote it down. “I didn’t know if anybody would \
                read it,” she said.";
    assert_eq!(speakers(text), ["-|line cook|-"]);
}

#[test]
fn the_name_behind_a_post_speaks_in_a_second_verb_too() {
    for (subject, told) in [
        ("The project leader, Dr Ann Lee,", "Ann Lee|project leader|-"),
        ("Leader of the opposition, Councillor Leo Moor,", "Leo Moor|Leader of the opposition|-"),
    ] {
        let text = format!("{subject} praised the crew and said: “We came at nine and nobody was late.”");
        assert_eq!(speakers(&text), [told], "{subject}");
    }
}

#[test]
fn a_statement_speaks_for_who_made_it() {
    let made = "In a statement, the Weir Family Fund said that it would match every gift. ";
    assert_eq!(
        speakers(&format!(
            "{made}“Hunger is not seasonal, and our giving should not be,” the statement read."
        )),
        ["Weir Family Fund|-|-"]
    );
}

#[test]
fn who_has_no_other_post_is_called_by_it() {
    assert_eq!(
        speakers("“Bees are no sheep,” said Professor Ann Lee of the University of Weir."),
        ["Ann Lee|Professor|University of Weir"]
    );
    assert_eq!(speakers("“Bees are no sheep,” said Dr Ann Lee."), ["Ann Lee|-|-"]);
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
fn a_surname_may_be_a_post_behind_a_given_name_that_no_table_has() {
    for (who, told) in [
        ("Dr. Macline King, Interim Dean of Weir College", "Macline King|Interim Dean|Weir College"),
        ("Obi Bishop, chair of Weir Mill", "Obi Bishop|chair|Weir Mill"),
        ("Obi Justice", "Obi Justice|-|-"),
        ("Weir County Judge Ann Lee", "Ann Lee|Weir County Judge|-"),
        ("Harvard Dean Ann Lee", "Ann Lee|Dean|Harvard"),
    ] {
        let text = format!("“We look forward to working with all who live near,” said {who}.");
        assert_eq!(speakers(&text), [told], "{who}");
    }
}

#[test]
fn the_board_of_a_body_belongs_to_the_post() {
    for (who, told) in [
        ("Weir Mill Board Chair Ann Lee", "Ann Lee|Board Chair|Weir Mill"),
        ("Weir Mill Advisory Board Chair Ann Lee", "Ann Lee|Advisory Board Chair|Weir Mill"),
        ("Weir Transport Board Chair Ann Lee", "Ann Lee|Chair|Weir Transport Board"),
        ("Ann Lee, Head of Research Weir Foods Ltd.", "Ann Lee|Head of Research|Weir Foods Ltd."),
    ] {
        let text = format!("“We look forward to working with all who live near,” said {who}.");
        assert_eq!(speakers(&text), [told], "{who}");
    }
}

#[test]
fn an_apposition_may_hold_verbs() {
    for about in [
        "a firm known for cutting waste in mills and advancing trade",
        "a mother of two who has lived near the mill since 1998",
        "which makes flour, bran and oats",
    ] {
        let text =
            format!("Ann Lee, chair of Weir Mill, {about}, said: “We came at nine and nobody was late.”");
        assert_eq!(direct(&text), ["Ann Lee said: We came at nine and nobody was late."], "{about}");
    }
}

#[test]
fn a_grade_stands_before_the_post_behind_a_chinese_name() {
    for (who, told) in [
        ("北堤磨坊財務長暨發言人黃小昭資深副總經理", "黃小昭|財務長暨發言人|北堤磨坊"),
        ("北堤公司黃小昭資深副總經理", "黃小昭|資深副總經理|北堤公司"),
    ] {
        assert_eq!(speakers(&format!("{who}表示：「渡輪今年會準時開出，票價不變。」")), [told], "{who}");
    }
}

#[test]
fn how_somebody_without_a_name_speaks_is_no_name() {
    for manner in ["沉重", "遺憾", "難過地"] {
        let text = format!("一位家長{manner}表示：「渡輪今年會準時開出，票價不變。」");
        assert_eq!(speakers(&text), ["-|家長|-"], "{manner}");
    }
}

#[test]
fn a_post_that_a_sentence_tells_of_somebody_is_theirs() {
    let said = "說：「磨坊重開，全鎮的人都來了。」";
    let cases = [
        ("歐陽靖是遠帆物流集團產品經理，任職六年。他", "歐陽靖|產品經理|遠帆物流集團"),
        ("陳李婉珊現任北堤大學副校長。她", "陳李婉珊|副校長|北堤大學"),
        ("Ann Lee 是北堤磨坊總經理，任職六年。她", "Ann Lee|總經理|北堤磨坊"),
        ("曾國文（水務局司長）", "曾國文|司長|水務局"),
        ("方圓，遠帆物流集團聯合創始人，", "方圓|聯合創始人|遠帆物流集團"),
        ("來自蒼嶺生物的首席財務官林小文", "林小文|首席財務官|蒼嶺生物"),
        ("來自青海玉樹的醫師林小文", "林小文|醫師|-"),
        ("北堤老友協會秘書長 于海文 ", "于海文|秘書長|北堤老友協會"),
    ];
    for (who, expected) in cases {
        assert_eq!(speakers(&format!("{who}{said}\n")), [expected], "{who}");
    }
    let found = "北堤磨坊總經理林小文指出，根據最新統計，來客增加。「磨坊重開，全鎮的人都來了。」\n";
    assert_eq!(speakers(found), ["林小文|總經理|北堤磨坊"]);
}

#[test]
fn a_family_name_in_small_words_behind_an_honorific_is_somebodys() {
    let source = "“It opens in May,” said Rosa van der Weir, Chair of Weir Mill.\n\
                  “It is a great day for the town,” said Ms van der Weir.\n";
    let heard = shown(source, QuoteKind::Direct);
    assert_eq!(
        heard,
        [
            "Rosa van der Weir said: It opens in May,",
            "Rosa van der Weir said: It is a great day for the town,"
        ]
    );
}
