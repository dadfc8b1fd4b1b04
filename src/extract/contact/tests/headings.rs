//! What stands above contacts, between two of them or before a number, and names nobody.

use super::*;

#[test]
fn a_heading_that_asks_names_nobody() {
    let text = "For press enquiries, please contact:\nHarbour Light Trust\nMs Ann Lee, Press Officer\nTel: 2155 0111";
    assert_eq!(read_all(text), ["Harbour Light Trust | Ann Lee | Press Officer | +85221550111 | "]);
}

#[test]
fn a_word_between_two_contacts_is_neither() {
    let text = "Contacts\nHarbour Trust\nAnn Lee, 2155 0111\nann@weir.example\nor\nBo Moor, 2155 0112\nbo@weir.example";
    assert_eq!(
        read_all(text),
        [
            "Harbour Trust | Ann Lee | - | +85221550111 | ann@weir.example",
            "Harbour Trust | Bo Moor | - | +85221550112 | bo@weir.example"
        ]
    );
}

#[test]
fn a_heading_with_a_label_in_it_is_a_heading() {
    let text = "媒体联系人：\n海风能源有限公司\n电话：2155 0122\nWeir Bank媒体联系人：\n电话：2155 0133";
    assert_eq!(
        read_all(text),
        ["海风能源有限公司 | - | - | +85221550122 | ", "Weir Bank | - | - | +85221550133 | "]
    );
}

#[test]
fn headings_of_several_words() {
    let text = "For press inquiries and expert views: Weir Research Institute: 2155 0143";
    assert_eq!(read_all(text), ["Weir Research Institute | - | - | +85221550143 | "]);
    let text = "PR Agency’s Contact Weir Communications Ltd\nAnn Lee 2155 0144";
    assert_eq!(read_all(text), ["Weir Communications Ltd | Ann Lee | - | +85221550144 | "]);
}

#[test]
fn the_head_of_a_mail_names_nobody() {
    assert!(read_all("From: Ann Lee <ann@weir.example>\nTo: desk@news.example").is_empty());
}

#[test]
fn what_stands_below_a_heading_of_the_public_is_nobodys() {
    let text = "Contact Information\nConsumers:\nWeir Bakery Care Line\n1-800-555-0136\ncare@weir.example\n\
                Media:\nAnn Lee\nWeir Bakery LLC\n2155 0144";
    assert_eq!(read_all(text), ["Weir Bakery LLC | Ann Lee | - | +85221550144 | "]);
    assert!(read_all("商務合作｜bd@weir.example").is_empty());
}

#[test]
fn a_line_of_the_public_is_nobodys() {
    assert!(read_all("地址：北堤路一號　销售热线：2155 0144").is_empty());
}

#[test]
fn who_asks_is_a_heading() {
    let text = "Contact:\nPress:\nWeir Maschinen SE\nAnn Lee, Press Officer\n2155 0111\n\
                Investors and Analysts:\nWeir Maschinen SE\nBob Chan\n2155 0122";
    assert_eq!(
        read_all(text),
        [
            "Weir Maschinen SE | Ann Lee | Press Officer | +85221550111 | ",
            "Weir Maschinen SE | Bob Chan | - | +85221550122 | "
        ]
    );
    let text = "For Weirmill:\nAnn Lee\n2155 0111\nFor the press:\nBob Chan\n2155 0122";
    assert_eq!(
        read_all(text),
        ["Weirmill | Ann Lee | - | +85221550111 | ", "- | Bob Chan | - | +85221550122 | "]
    );
}

#[test]
fn a_label_alone_tells_what_stands_below() {
    let text = "發布單位\n秘書室公共關係組\n聯絡人\n李知安組員\n電話\n2155 0111";
    assert_eq!(read_all(text), ["秘書室公共關係組 | 李知安 | 組員 | +85221550111 | "]);
    let text = "發稿單位：襄閱主任檢察官室\n聯 絡 人：襄閱主任檢察官　李安\n電話：2155 0111";
    assert_eq!(read_all(text), ["襄閱主任檢察官室 | 李安 | 襄閱主任檢察官 | +85221550111 | "]);
}

#[test]
fn what_leads_to_a_page_is_no_body() {
    let text = "在 bw.example 上查看原文：https://www.bw.example/1\n联系方式\n北堤磨坊\n2155 0111";
    assert_eq!(read_all(text), ["北堤磨坊 | - | - | +85221550111 | "]);
}

#[test]
fn a_body_above_headings_is_that_of_all_of_them() {
    let text = "Weir Mill Limited\nInvestors:\nAnn Lee\n2155 0101\nMedia:\nBo Moor\n2155 0102";
    assert_eq!(
        read_all(text),
        [
            "Weir Mill Limited | Ann Lee | - | +85221550101 | ",
            "Weir Mill Limited | Bo Moor | - | +85221550102 | "
        ]
    );
}

#[test]
fn a_button_is_no_part_of_a_name() {
    let text = "Ann Lee Harbour Works Email Us Here\n2155 0101";
    assert_eq!(read_all(text), ["Harbour Works | Ann Lee | - | +85221550101 | "]);
}

#[test]
fn the_day_of_issue_beside_a_name_is_none_of_the_contact() {
    let text =
        "Contact: Sarah Lee                    October 30, 2024\n    Communications Director\n    2155 0177";
    assert_eq!(read_all(text), ["- | Sarah Lee | Communications Director | +85221550177 | "]);
}

#[test]
fn requests_posts_and_agents_are_told_from_bodies() {
    let cases = [
        ("如有查詢，請聯絡水務署新聞室：\n電話：2155 0111", "水務署新聞室 | - | - | +85221550111 | "),
        (
            "傳媒如有查詢，請與水務署新聞室聯絡：\n值日主任　電話：2155 0111",
            "水務署新聞室 | - | 值日主任 | +85221550111 | ",
        ),
        (
            "垂询详情，请联络：\n磨坊控股有限公司\n电话：2155 0111",
            "磨坊控股有限公司 | - | - | +85221550111 | ",
        ),
        ("新闻联系：\n李安，公关负责人，an@weir.example", "- | 李安 | 公关负责人 |  | an@weir.example"),
        (
            "傳媒查詢：\n匯思公關顧問（代行）\nAnn Lee 李安\n電話：2155 0111",
            "匯思公關顧問 | Ann Lee 李安 | - | +85221550111 | ",
        ),
        ("新聞聯繫窗口：規劃科 李安　電話：2155 0111", "規劃科 | 李安 | - | +85221550111 | "),
    ];
    for (text, expected) in cases {
        assert_eq!(read_all(text), [expected], "{text}");
    }
}

#[test]
fn a_word_of_headings_may_end_the_name_of_a_body() {
    let text = "Media contact:\nAnn Lee, Weir Hill Media | 2155 0111 | ann@weirhill.example";
    assert_eq!(read_all(text), ["Weir Hill Media | Ann Lee | - | +85221550111 | ann@weirhill.example"]);
}

#[test]
fn a_tab_parts_two_headings() {
    let text = "Investor Contact:\t\tMedia Contact:\nAnn Lee\t\tBob Moor\n2155 0143\t\t2155 0144";
    assert_eq!(read_all(text), ["- | Ann Lee | - | +85221550143 | ", "- | Bob Moor | - | +85221550144 | "]);
}

#[test]
fn a_post_may_end_as_headings_do() {
    let text = "Media enquiries\nAnn Lee\nHead of Media\n2155 0143";
    assert_eq!(read_all(text), ["- | Ann Lee | Head of Media | +85221550143 | "]);
    assert_eq!(read_all("Media contact:\nAnn Lee (CEO)\n2155 0143"), ["- | Ann Lee | CEO | +85221550143 | "]);
}

#[test]
fn a_remark_may_stand_between_a_label_and_its_colon() {
    let text =
        "媒體聯絡\n林小文\n手機（微信同號）：9155 0143\n電話(辦公室)：2155 0143\n郵箱：pr@weir.example";
    assert_eq!(read_all(text), ["- | 林小文 | - | +85291550143 +85221550143 | pr@weir.example"]);
}

#[test]
fn requests_have_many_forms() {
    let of = "- | Rosa Webb | - | +85221550111 | ";
    for request in [
        "For more information or an interview contact Rosa Webb on 2155 0111",
        "Interviews are available. Contact Rosa Webb on 2155 0111.",
        "For images or to book a ticket contact Rosa Webb, 2155 0111",
        "More information: Rosa Webb, 2155 0111",
    ] {
        assert_eq!(read_all(request), [of], "{request}");
    }
    let text = "Contact Rosa Webb, communications manager, 2155 0111, for interviews.";
    assert_eq!(read_all(text), ["- | Rosa Webb | communications manager | +85221550111 | "]);
    assert_eq!(read_all("Media enquiries to rosa@weir.example"), ["- | - | - |  | rosa@weir.example"]);
}

#[test]
fn a_desk_of_relations_is_a_heading() {
    let text = "媒体关系\n北堤科技品牌部\n林小文\n2155 0111";
    assert_eq!(read_all(text), ["北堤科技品牌部 | 林小文 | - | +85221550111 | "]);
}

#[test]
fn a_part_of_the_press_asks_somebody_else_of_the_same_body() {
    let text = "媒体垂询\n海风汽车传播部\n林小文 2155 0111\n海外媒体：Ann Lee ann@weir.example";
    assert_eq!(
        read_all(text),
        [
            "海风汽车传播部 | 林小文 | - | +85221550111 | ",
            "海风汽车传播部 | Ann Lee | - |  | ann@weir.example"
        ]
    );
    let text = "Regional media: Ann Lee | 2155 0111";
    assert_eq!(read_all(text), ["- | Ann Lee | - | +85221550111 | "]);
}

#[test]
fn a_heading_behind_a_body_leaves_its_name_whole() {
    let text = "北堤材料股份有限公司　聯絡窗口\n林小文\n財務長暨發言人\n2155 0111";
    assert_eq!(read_all(text), ["北堤材料股份有限公司 | 林小文 | 財務長暨發言人 | +85221550111 | "]);
    let text = "海風安全局傳媒聯絡\n林小文\n2155 0111";
    assert_eq!(read_all(text), ["海風安全局 | 林小文 | - | +85221550111 | "]);
}

#[test]
fn the_words_of_a_link_are_nobody() {
    let text = "Company Contact:\nWeir Works\nAnn Lee\nTel 2155 0111\nEmail Contact\n\
                Investor Relations:\nMoor IR\nBo Moor\nTel 2155 0112";
    assert_eq!(
        read_all(text),
        ["Weir Works | Ann Lee | - | +85221550111 | ", "Moor IR | Bo Moor | - | +85221550112 | "]
    );
}

#[test]
fn a_short_heading_asks_for_a_body_or_a_person() {
    let text = "Contact Weir Mill: Ann Lee - Managing Director: ann@weir.example";
    assert_eq!(read_all(text), ["Weir Mill | Ann Lee | Managing Director |  | ann@weir.example"]);
    let text = "Press contact Weir Mill:\nAnn Lee\nann@weir.example";
    assert_eq!(read_all(text), ["Weir Mill | Ann Lee | - |  | ann@weir.example"]);
    let text = "Press Contact Ann Lee: ann@weir.example";
    assert_eq!(read_all(text), ["- | Ann Lee | - |  | ann@weir.example"]);
}

#[test]
fn what_asks_for_more_names_no_body() {
    for heading in ["FOR MORE INFORMATION:", "For Press Inquiries:", "Journalists may contact:"] {
        let text = format!("{heading}\nAnn Lee\n2155 0101");
        assert_eq!(read_all(&text), ["- | Ann Lee | - | +85221550101 | "], "{heading}");
    }
}

#[test]
fn a_heading_may_be_joined_to_something_else() {
    let text = "傳媒查詢及索取圖片\n北堤磨坊有限公司\n電話：2155 0111";
    assert_eq!(read_all(text), ["北堤磨坊有限公司 | - | - | +85221550111 | "]);
    assert_eq!(read_all("傳媒及公共關係部\n電話：2155 0111"), ["傳媒及公共關係部 | - | - | +85221550111 | "]);
}
