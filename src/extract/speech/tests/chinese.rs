//! Attributions in Chinese.

use super::*;

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
fn whose_statement_speaks_is_the_speaker() {
    let text = "伊索娜的聲明指出：「港口明年擴建，航班亦會增加。」\n聲明最後說：「我們會聽取居民的意見。」";
    assert_eq!(speakers(text), ["伊索娜|-|-", "伊索娜|-|-"]);
}

#[test]
fn several_posts_stand_between_the_string_and_the_verb() {
    assert_eq!(
        speakers("“我们用八年做一件事，就是降低成本。”晨光科技创始人、董事长欧阳思齐在发布会上说。"),
        ["欧阳思齐|创始人、董事长|晨光科技"]
    );
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
fn how_something_is_said_is_no_part_of_the_name() {
    assert_eq!(speakers("慈海宮主委岑志明無奈地說：「修了三次，每次都遇上颱風。」"), ["岑志明|主委|慈海宮"]);
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
fn a_given_name_is_what_its_sentence_is_about() {
    let text = "黎小鳳說：「船票今日開售。」岑志明說：「櫃台太少了。」小鳳沒有回答，因為她要趕去開門，\
                「人龍已經排到橋頭！」";
    assert_eq!(direct(text).last().unwrap(), "黎小鳳 -: 人龍已經排到橋頭！");
}

#[test]
fn who_is_named_after_what_opens_a_paragraph_said_it() {
    assert_eq!(
        direct("「標完位置回頭，抽水機已經轉彎了。」永和里里長巴蘇·卡里說，過去她要抱著三支電話。"),
        ["巴蘇·卡里 說: 標完位置回頭，抽水機已經轉彎了。"]
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

/// The rows of a table of the lexicon that are of `class` and have more than one character, all of them ideographs.
fn chinese_words(table: &'static str, class: &'static str) -> impl Iterator<Item = &'static str> {
    let han = |word: &str| word.chars().count() > 1 && word.chars().all(crate::text::script::is_han);
    crate::lexicon::rows(table).filter(move |row| row.class == class && han(row.word)).map(|row| row.word)
}

#[test]
fn every_post_introduces_who_bears_it() {
    // Words that are as well the beginning of what is said or done.
    const OTHERWISE: [&str; 2] = ["首席", "視察"];
    let posts = chinese_words(include_str!("../../../lexicon/posts.tsv"), "head");
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
            crate::lexicon::rows(include_str!("../../../lexicon/surnames.tsv"))
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
fn a_subject_is_as_long_in_latin_letters_as_in_ideographs() {
    assert_eq!(
        direct(
            "首家導入客戶、德國座艙系統商 Moorkirch 亞太區採購總監 Martin Tarn 表示：「新渡輪下月起投入服務。」"
        ),
        ["Martin Tarn 表示: 新渡輪下月起投入服務。"]
    );
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
fn a_short_name_before_a_colon_and_names_of_other_shapes_are_speakers() {
    for (before, speaker) in [
        ("項目捐贈方、北堤光學副總裁林敏：", "林敏"),
        ("來自北堤的小學教師梁丘蕾：", "梁丘蕾"),
        ("北堤磨坊總裁英格麗·索爾海姆在簽約儀式上說：", "英格麗·索爾海姆"),
        ("北堤大學教授端木蕾評價說：", "端木蕾"),
        ("整琴師代表林小文師傅不諱言：", "林小文"),
        ("居民林小文向傳媒表示：", "林小文"),
    ] {
        let told = speakers(&format!("{before}「碼頭終於回到我們手上了。」"));
        assert!(told.len() == 1 && told[0].starts_with(&format!("{speaker}|")), "{before} {told:?}");
    }
}
