//! Second mentions: surnames, pronouns, speakers left out, and the whole name they lead to.

use super::*;

#[test]
fn a_subject_left_out_is_the_last_speaker() {
    assert_eq!(
        direct("王小明表示：「新渡輪下月投入服務。」並補充：「票價今年不會調整。」"),
        ["王小明 表示: 新渡輪下月投入服務。", "王小明 補充: 票價今年不會調整。"]
    );
}

#[test]
fn pronouns_and_surnames_lead_to_the_full_name() {
    let text = "“The pier opens in May,” said Ann Lee.\n“We are glad of it,” Lee added.\n“So are they all,” she said.";
    let heard = direct(text);
    assert!(heard.iter().all(|quote| quote.starts_with("Ann Lee ")), "{heard:?}");
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
fn the_letterhead_has_the_fullest_name() {
    let source = ["“The pier held,” said Mayor Ann Lowther.", "MAYOR ANN B. LOWTHER", "ANN LOWTHER"];
    let readings: Vec<Reading> =
        source.iter().map(|text| Reading::of_span(text, Span::new(0, text.len()))).collect();
    let name = |last: usize| {
        let kinds = [PassageKind::Prose, PassageKind::Letterhead];
        let of = [&readings[0], &readings[last]].into_iter().zip(kinds);
        let passages: Vec<Passage<'_>> =
            of.map(|(reading, kind)| Passage { reading, kind, body: None, listed: None }).collect();
        let speaker = read(&passages, &[], &Options::default()).quotes.remove(0).speaker;
        speaker.and_then(|speaker| speaker.name).map(|name| name.text)
    };
    assert_eq!(name(1).as_deref(), Some("ANN B. LOWTHER"));
    assert_eq!(name(2).as_deref(), Some("Ann Lowther"));
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
fn a_speaker_left_out_is_shown_where_the_sentence_names_him_again() {
    let text = "黎永生說：「船塢的閘門今晚一定要關好！」工人都點頭。\n\
                收工之前，街坊跟永生談起「海燕號」的來歷，「我十歲那年，天天在岸邊等它回來。」";
    let heard = listen(text, &Options::default());
    let speaker = heard.quotes.last().unwrap().speaker.as_ref().unwrap();
    assert_eq!(speaker.mention.as_ref().unwrap().text, "永生");
    assert_eq!(speaker.name.as_ref().unwrap().text, "黎永生");
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
fn a_pronoun_is_who_ends_the_subject_of_the_passage_before() {
    assert_eq!(
        speakers(
            "“It was long,” said Ines Ravel.\nHer daughter Nora Quill, a nurse at Tallis Hospital, agreed with that.\n“She rowed there every week for years,” she said."
        )[1],
        "Nora Quill|nurse|Tallis Hospital"
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
fn a_pronoun_means_the_source_of_the_sentence_before() {
    let text = "Reusable cups need a wash house, according to Leo Moor, manager of Weir Wash. “One cup costs more,” \
                he said.";
    assert_eq!(speakers(text), ["Leo Moor|manager|Weir Wash"]);
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

#[test]
fn the_family_s_name_may_stand_first() {
    assert_eq!(
        direct(
            "Harp player Lin Yue closed the fair.\n\nLin said: “It rained on every one of the nine days.”"
        ),
        ["Lin Yue said: It rained on every one of the nine days."]
    );
    assert_eq!(
        direct("Captain Abel Moor III came home.\n\n“It rained on every one of the nine days,” said Moor."),
        ["Abel Moor III said: It rained on every one of the nine days,"]
    );
    assert_eq!(
        direct(
            "The mill named B.M. van den Moor its chair.\n\n“It rained on every one of the nine days,” said Ms. van den Moor."
        ),
        ["B.M. van den Moor said: It rained on every one of the nine days,"]
    );
}
