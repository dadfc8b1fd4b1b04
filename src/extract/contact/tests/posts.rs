//! The post of whoever is named.

use super::*;

#[test]
fn a_post_and_its_body_stand_below_the_name() {
    let text = "Ann Lee\nMedia Relations Officer, University of Weir\nT: 2155 0155\n\
                Harbour Trust press desk (24 hours)\nT: 2155 0166";
    assert_eq!(
        read_all(text),
        [
            "University of Weir | Ann Lee | Media Relations Officer | +85221550155 | ",
            "Harbour Trust | - | - | +85221550166 | "
        ]
    );
}

#[test]
fn a_tilde_parts_a_name_from_its_post_as_a_dash_does() {
    let text = "Weir Bank\nAnn Lee ~ Press Officer  2155 0111\nBob Chan ~ Associate  2155 0122";
    assert_eq!(
        read_all(text),
        [
            "Weir Bank | Ann Lee | Press Officer | +85221550111 | ",
            "Weir Bank | Bob Chan | Associate | +85221550122 | "
        ]
    );
}

#[test]
fn an_address_and_a_post_go_on_below() {
    let text = "Harbour Light Trust\nMs Ann Lee, Senior Manager, Corporate\nCommunications\n2155 0144\nE: ann@harbour-\nlight.example";
    assert_eq!(
        read_all(text),
        [
            "Harbour Light Trust | Ann Lee | Senior Manager, Corporate Communications | +85221550144 | ann@harbour-light.example"
        ]
    );
}

#[test]
fn a_purpose_before_a_name_leaves_the_body() {
    let text = "Weir Bank\nAnn Lee, Press Officer, 2155 0111\nFor visits and interviews: Bob Chan, 2155 0122";
    assert_eq!(
        read_all(text),
        [
            "Weir Bank | Ann Lee | Press Officer | +85221550111 | ",
            "Weir Bank | Bob Chan | - | +85221550122 | "
        ]
    );
}

#[test]
fn a_rare_surname_is_told_by_the_post() {
    let text = "北堤磨坊\n佴知遠，傳訊經理\n2155 0111";
    assert_eq!(read_all(text), ["北堤磨坊 | 佴知遠 | 傳訊經理 | +85221550111 | "]);
}

#[test]
fn a_post_stands_between_the_unit_and_the_name() {
    let text = "媒體聯絡人：分局宣傳室 民警 李安\n電話：2155 0111";
    assert_eq!(read_all(text), ["分局宣傳室 | 李安 | 民警 | +85221550111 | "]);
}

#[test]
fn a_post_and_a_body_that_a_bar_parts() {
    let text = "Sarah Lee\nMedia and Campaigns Officer | Weir Marches Police\nT: 2155 0111 (ext. 20)\nsarah@weir.example";
    assert_eq!(
        read_all(text),
        ["Weir Marches Police | Sarah Lee | Media and Campaigns Officer | +85221550111 | sarah@weir.example"]
    );
}

#[test]
fn what_a_post_is_for_is_no_body() {
    let text = "For interviews please contact Ann Lee, Head of Media, on 2155 0101";
    assert_eq!(read_all(text), ["- | Ann Lee | Head of Media | +85221550101 | "]);
}

#[test]
fn a_post_below_a_chinese_name_is_that_persons() {
    let text = "媒體聯絡人：\n鄧若珊\n海風科技公關經理\n2155 0144\n\n溫樂文 先生\n2155 0155";
    assert_eq!(
        read_all(text),
        ["海風科技 | 鄧若珊 | 公關經理 | +85221550144 | ", "- | 溫樂文 | - | +85221550155 | "]
    );
    let above = "海風集團有限公司\n企業傳訊經理\n溫樂文 先生\n2155 0155";
    assert_eq!(read_all(above), ["海風集團有限公司 | 溫樂文 | 企業傳訊經理 | +85221550155 | "]);
}

#[test]
fn a_post_may_part_a_chinese_name() {
    let text = "本則新聞聯絡人：\n港務司 溫科長樂文\n2155 0155";
    assert_eq!(read_all(text), ["港務司 | 溫樂文 | 科長 | +85221550155 | "]);
    assert_eq!(read_all("聯絡人：\n溫科長\n2155 0155"), ["- | 溫 | 科長 | +85221550155 | "]);
}

#[test]
fn a_post_with_what_it_is_for_is_no_body() {
    for post in ["Manager of Media Relations", "Senior Manager (Corporate Communications)"] {
        let text = format!("Sarah Lee\n{post}\n2155 0177");
        assert_eq!(read_all(&text), [format!("- | Sarah Lee | {post} | +85221550177 | ")]);
    }
}

#[test]
fn letters_before_a_post_are_the_body() {
    let text = "CONTACT:\nAnn Lee\nWHRT Public Information Officer\n2155 0111\nann@whrt.example";
    assert_eq!(
        read_all(text),
        ["WHRT | Ann Lee | Public Information Officer | +85221550111 | ann@whrt.example"]
    );
}

#[test]
fn a_post_and_its_body_below_a_name_are_no_heading() {
    let text = "媒体问询\n林小文\n北堤科技公关负责人\nlam@weir.example";
    assert_eq!(read_all(text), ["北堤科技 | 林小文 | 公关负责人 |  | lam@weir.example"]);
}

#[test]
fn what_a_vice_president_is_for_is_no_body() {
    let text = "投资者联系\nAnn Lee，投资者关系副总裁\nWeir Therapeutics\n2155 0111";
    assert_eq!(read_all(text), ["Weir Therapeutics | Ann Lee | 投资者关系副总裁 | +85221550111 | "]);
}

#[test]
fn a_body_that_is_called_by_its_kind_stands_behind_a_post() {
    let text = "Ms Ann Lee, Officer, Faculty of Mills\nTel: 2155 0111";
    assert_eq!(read_all(text), ["Faculty of Mills | Ann Lee | Officer | +85221550111 | "]);
    let text = "Ms Ann Lee, Officer, Communications\nTel: 2155 0111";
    assert_eq!(read_all(text), ["- | Ann Lee | Officer, Communications | +85221550111 | "]);
}

#[test]
fn marks_around_a_post_or_an_address_are_none_of_the_body() {
    for (text, told) in [
        (
            "Press contact\nAnn Lee (Head of Media Relations)\nTel: 2155 0111",
            "- | Ann Lee | Head of Media Relations | +85221550111 | ",
        ),
        (
            "Contact: Ann Lee, Weir Works <ann@weir.example> 2155 0111",
            "Weir Works | Ann Lee | - | +85221550111 | ann@weir.example",
        ),
    ] {
        assert_eq!(read_all(text), [told]);
    }
}
