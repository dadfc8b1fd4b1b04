//! Contacts that a sentence or a paragraph gives.

use super::*;

#[test]
fn a_sentence_names_person_and_body() {
    let text = "Please call Ann Lee of the Information Office at 2155 0144";
    assert_eq!(read_all(text), ["Information Office | Ann Lee | - | +85221550144 | "]);
}

#[test]
fn a_sentence_or_a_number_goes_on_below() {
    let text = "For press enquiries, please call Ann Lee of Press and\nFerry Office at 2155 0144";
    assert_eq!(read_all(text), ["Press and Ferry Office | Ann Lee | - | +85221550144 | "]);
    let text = "Harbour Light Trust\nTel: (852) 2155 0143 / Mobile: (852) 6155\n0187";
    assert_eq!(read_all(text), ["Harbour Light Trust | - | - | +85221550143 +85261550187 | "]);
}

#[test]
fn a_request_may_give_the_number_first() {
    assert_eq!(
        read_all("如有查詢，請致電2155 0111與海風協會傳訊主任李安小姐聯絡。"),
        ["海風協會 | 李安 | 傳訊主任 | +85221550111 | "]
    );
}

#[test]
fn contacts_run_on_in_one_paragraph() {
    let text = "For further information: Ann Mill-Lee, Communications Coordinator, Weir Lake First Nation, 2155 0111, \
                ann@weir.example; Bob Hay-Chan, Manager, Indigenous and Public Relations, Mill Renewables Inc., \
                2155 0122, bob@mill.example";
    assert_eq!(
        read_all(text),
        [
            "Weir Lake First Nation | Ann Mill-Lee | Communications Coordinator | +85221550111 | ann@weir.example",
            "Mill Renewables Inc. | Bob Hay-Chan | Manager, Indigenous and Public Relations | +85221550122 | bob@mill.example"
        ]
    );
}

#[test]
fn a_sentence_of_the_text_may_ask() {
    let text = "The plant opens in May. For further information, please contact Dr. Ann Lee at \
        ann@weir.example. It has ninety seats.";
    let paragraph = Reading::of_span(text, Span::new(0, text.len()));
    let found = in_prose(&paragraph, text, None);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].name.as_ref().unwrap().text, "Ann Lee");
    assert_eq!(found[0].emails[0].text, "ann@weir.example");
    let text = "Anyone with more information, please contact the station at 2155 0101.";
    let paragraph = Reading::of_span(text, Span::new(0, text.len()));
    assert!(in_prose(&paragraph, text, Some(Region::HongKong)).is_empty());
}

#[test]
fn what_somebody_is_asked_for_is_no_principal() {
    let text = "Media contacts:\nAnn Lee, 2155 0119\nJosh Moor (for broadcast interviews), 2155 0184";
    assert_eq!(read_all(text), ["- | Ann Lee | - | +85221550119 | ", "- | Josh Moor | - | +85221550184 | "]);
}

#[test]
fn a_chinese_sentence_of_the_text_may_ask() {
    let asked = |text: &str| {
        let paragraph = Reading::of_span(text, Span::new(0, text.len()));
        let found = in_prose(&paragraph, text, Some(Region::HongKong));
        let name = |contact: &Contact| contact.name.as_ref().map_or("-", |name| &name.text).to_owned();
        found.iter().map(name).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(asked("新碼頭五月啟用。傳媒查詢請致電2155 0143與林小文小姐聯絡。"), "林小文");
    assert_eq!(asked("如有查詢，請致電2155 0143與林小文小姐聯絡。"), "林小文");
    assert_eq!(asked("傳媒如有採訪需求，請電郵至press@weir.example，或致電2155 0143。"), "-");
    assert_eq!(asked("如有查詢，請致電2155 0143。"), "");
    assert_eq!(asked("市民如有查詢，請致電2155 0143。"), "");
}

#[test]
fn a_sentence_before_a_request_is_no_body() {
    let text = "Weir Holdings Limited. For enquiries, please contact:\nMoor Communications Limited\nAnn Lee\n2155 0111";
    assert_eq!(read_all(text), ["Moor Communications Limited | Ann Lee | - | +85221550111 | "]);
    let text = "Media enquiries:\nAnn Lee or Bo Moor, Weir PR: 2155 0111 / pr@weir.example";
    let of = |name: &str| format!("Weir PR | {name} | - | +85221550111 | pr@weir.example");
    assert_eq!(read_all(text), [of("Ann Lee"), of("Bo Moor")]);
}

#[test]
fn who_issues_a_release_for_another_is_asked() {
    let text = "Issued for and on behalf of Weir Mill Limited by\nMoor Communications Pte Ltd\n\nMs Rosa Webb, 2155 0111";
    assert_eq!(read_all(text), ["Moor Communications Pte Ltd | Rosa Webb | - | +85221550111 | "]);
    for line in
        ["Issued by Moor PR on behalf of the Weir Trust", "Issued on behalf of the Weir Trust by Moor PR"]
    {
        let text = format!("{line}\nMedia enquiries:\nRosa Webb\n2155 0111");
        assert_eq!(read_all(&text), ["Moor PR | Rosa Webb | - | +85221550111 | "]);
    }
}

#[test]
fn words_before_an_address_are_no_body() {
    let text = "请在 weir.example 上浏览原文：https://weir.example/1\n联系方式\nWeir Krantechnik GmbH\nAnn Lee\n2155 0111";
    assert_eq!(read_all(text), ["Weir Krantechnik GmbH | Ann Lee | - | +85221550111 | "]);
}

#[test]
fn a_chinese_sentence_tells_who_issues_a_release() {
    let text = "本新聞稿由北堤公關有限公司代白浪集團發放。如有查詢，請聯絡：\n林小文 2155 0111";
    assert_eq!(read_all(text), ["北堤公關有限公司 | 林小文 | - | +85221550111 | "]);
    let text = "此新闻稿由Weir Communications代表白浪集团发布。媒体如有询问，请联络：\n林小文 2155 0111";
    assert_eq!(read_all(text), ["Weir Communications | 林小文 | - | +85221550111 | "]);
}
