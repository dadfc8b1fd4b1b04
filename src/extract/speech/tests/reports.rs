//! Speech without marks.

use super::*;

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
fn what_only_leads_to_speech_is_no_report() {
    assert_eq!(indirect("In a statement on Monday, Ines Calloway said, “The pier opens in May.”"), [""; 0]);
    assert_eq!(indirect("Commenting on the pier, Ines Calloway said: “It opens in May.”"), [""; 0]);
    assert_eq!(indirect("「票價三年不變，班次加密。」局長岑志明回應查詢時說。"), [""; 0]);
}

#[test]
fn a_report_may_open_with_a_term_in_marks() {
    let told = |said: &str| indirect(&format!("局長林小文表示，{said}"));
    assert_eq!(
        told("「北堤計劃」將於五月擴展至十個市鎮。"),
        ["林小文 表示: 「北堤計劃」將於五月擴展至十個市鎮。"]
    );
    assert_eq!(told("“北堤计划”将于五月扩展至十个市镇。").len(), 1);
    assert_eq!(told("「新碼頭五月啟用，班次加密。」他隨後離開會場。"), [""; 0]);
    assert_eq!(indirect("局長林小文公布「北堤計劃」第二階段安排。"), [""; 0]);
    assert_eq!(indirect("局長林小文介紹「北堤計劃」的設計概念，並回答提問。"), [""; 0]);
}

#[test]
fn a_reporting_word_may_be_a_noun_or_have_an_object() {
    assert_eq!(indirect("港務局將就新船票的用法進行說明，各碼頭設有專人協助。"), [""; 0]);
    assert_eq!(indirect("校長林小文介紹了碼頭在渡輪班次上的安排。"), [""; 0]);
    let told = "書記黎永生出席。校長林小文介紹了碼頭在渡輪班次上的安排。他說：「學生要先學會聽人把話說完。」";
    assert_eq!(direct(told), ["林小文 說: 學生要先學會聽人把話說完。"]);
    assert_eq!(
        indirect("中心副主任賀嵐在致辭中強調，新碼頭將於五月啟用。"),
        ["賀嵐 強調: 新碼頭將於五月啟用。"]
    );
    assert_eq!(indirect("船長林小文代表船員表示感謝，認為新碼頭方便旅客上船。").len(), 1);
    assert_eq!(indirect("局長林小文回應指，新碼頭將於五月啟用。"), ["林小文 回應指: 新碼頭將於五月啟用。"]);
}

#[test]
fn a_word_that_opens_a_clause_may_be_the_beginning_of_a_name() {
    assert_eq!(indirect("經濟局表示，新碼頭將於五月啟用。"), ["經濟局 表示: 新碼頭將於五月啟用。"]);
    assert_eq!(indirect("經林小文表示，新碼頭將於五月啟用。"), ["林小文 表示: 新碼頭將於五月啟用。"]);
}

#[test]
fn what_shows_something_does_not_speak_on() {
    let source = "問卷結果發現，九成旅客常坐渡輪。\n從留言中觀察市民有哪些願望，「渡輪開得更晚一些就好了，票價也可以再低一點。」、「碼頭要有座椅，也要有飲水機。」";
    assert!(direct(source).iter().all(|quote| !quote.starts_with("問卷結果")), "{:?}", direct(source));
}

#[test]
fn a_name_ends_before_others_that_are_listed_with_it() {
    let named = |text: &str| {
        let people = listen(text, &Options::default()).people;
        people.into_iter().map(|person| person.name.text).collect::<Vec<_>>()
    };
    assert_eq!(named("北堤大學黨委書記駱小明等一同剪綵。"), ["駱小明"]);
    assert_eq!(named("嘉賓有局長林小文、副局長文小華及委員李小汾。"), ["林小文", "文小華", "李小汾"]);
    assert_eq!(named("出席者有研發長許小棠、研究員吳小蓓。"), ["許小棠", "吳小蓓"]);
    assert_eq!(named("北堤總統閣下伉儷將於明日來訪。"), [""; 0]);
    assert_eq!(named("出席者有總務處譚敏處長。"), ["譚敏"]);
    assert_eq!(named("北堤市長林小文率領代表團來訪。"), ["林小文"]);
}
