//! Telephone numbers, addresses, and whose they are.

use super::*;

#[test]
fn numbers_that_do_not_come_out_even_reach_everybody() {
    let text = "Media enquiries:\nHarbour Trust\nAnn Lee / Bo Moor / Cy Dale\nTel: 2155 0111 / 2155 0112";
    let numbers = "+85221550111 +85221550112";
    let of = |name: &str| format!("Harbour Trust | {name} | - | {numbers} | ");
    assert_eq!(read_all(text), ["Ann Lee", "Bo Moor", "Cy Dale"].map(of));
}

#[test]
fn an_extension_stands_by_itself() {
    let line = ContactLine { span: Span::new(0, 26), indent: 0, after_gap: false };
    let contacts = read("Tel: +852 2155 0143 ext. 7", &[line], None);
    assert_eq!(contacts[0].phones[0].e164.as_deref(), Some("+85221550143"));
    assert_eq!(contacts[0].phones[0].extension.as_deref(), Some("7"));
}

#[test]
fn numbers_of_the_public_are_nobodys() {
    let text = "Weir Bank\nAnn Lee\nTel: 2155 0111\nFor public inquiries: 2155 0100";
    assert_eq!(read_all(text), ["Weir Bank | Ann Lee | - | +85221550111 | "]);
}

#[test]
fn a_number_beside_the_body_is_that_of_whom_it_names_below() {
    let text = "Weir Bank   2155 0111\nAnn Lee, Chief Executive\nHarbour Design Centre   2155 0122\nBob Chan";
    assert_eq!(
        read_all(text),
        [
            "Weir Bank | Ann Lee | Chief Executive | +85221550111 | ",
            "Harbour Design Centre | Bob Chan | - | +85221550122 | "
        ]
    );
}

#[test]
fn the_number_of_a_document_is_none_of_a_telephone() {
    assert!(read_all("DOI\n10.5555/mill.2024.0418").is_empty());
}

#[test]
fn a_number_in_brackets_follows_the_name() {
    let text =
        "北堤照顧者聯盟 傳訊主任李安（2155 0111）\n項目幹事Sarah Lee（2155 0122） 電郵：press@weir.example";
    assert_eq!(
        read_all(text),
        [
            "北堤照顧者聯盟 | 李安 | 傳訊主任 | +85221550111 | ",
            "北堤照顧者聯盟 | Sarah Lee | 項目幹事 | +85221550122 | press@weir.example"
        ]
    );
}

#[test]
fn numbers_beside_others_are_their_own() {
    let text = "Media Contact: Ann Lee\nThursday, September 11, 2025                            2155 0119\n\
        Release No. 25-087                                      news@weir.example";
    assert_eq!(read_all(text), ["- | Ann Lee | - | +85221550119 | news@weir.example"]);
    let text = "Media contact: Police Media, 2155 0119, media@police.example (quote reference 120326-0718)";
    assert_eq!(read_all(text), ["Police Media | - | - | +85221550119 | media@police.example"]);
}

#[test]
fn a_name_may_follow_its_number() {
    for text in ["查詢：2155 0143（林小文）", "查詢請電：2155 0143 林小文", "（傳媒查詢：林小文 2155 0143）"]
    {
        assert_eq!(read_all(text), ["- | 林小文 | - | +85221550143 | "], "{text}");
    }
}

#[test]
fn brackets_around_a_number_with_its_extension_are_none_of_it() {
    let text = "林小文（2155 0143分機12）";
    let span = Span::new(0, text.len());
    let lines = [ContactLine { span, indent: 0, after_gap: false }];
    let found = read(text, &lines, Some(Region::HongKong));
    assert_eq!(found[0].phones[0].text.text, "2155 0143分機12");
}

#[test]
fn a_number_of_the_deaf_leaves_what_follows_to_the_press() {
    let text = "Contact:\nWeir Office of Roads\nAnn Lee\nTel.: 2155 0111\nTTY: 2155 0199\npress@weir.example";
    assert_eq!(read_all(text), ["Weir Office of Roads | Ann Lee | - | +85221550111 | press@weir.example"]);
}

#[test]
fn brackets_tell_whom_a_desk_answers_and_whose_a_number_is() {
    let text = "联系方式：\n董事会办公室（投资者关系） 2155 0111\n办公室（媒体） 林小文 2155 0112";
    assert_eq!(
        read_all(text),
        ["董事会办公室 | - | - | +85221550111 | ", "办公室 | 林小文 | - | +85221550112 | "]
    );
    assert_eq!(read_all("新闻热线：2155 0111（海风宣传部）"), ["海风宣传部 | - | - | +85221550111 | "]);
    assert_eq!(read_all("新闻热线：2155 0111（24小时）"), ["- | - | - | +85221550111 | "]);
}

#[test]
fn an_address_of_its_own_line_is_of_all_who_have_a_number() {
    let text = "Weir PR Limited\nAnn Lee\nTel: 2155 0111\nBo Moor\nTel: 2155 0112\nFax: 2155 0199\nEmail: pr@weir.example";
    let of = |name: &str, number: &str| format!("Weir PR Limited | {name} | - | {number} | pr@weir.example");
    assert_eq!(read_all(text), [of("Ann Lee", "+85221550111"), of("Bo Moor", "+85221550112")]);
    // On the line of the last it is hers, and so is one that bears her name.
    let text = "Weir PR Limited\nAnn Lee 2155 0111\nBo Moor 2155 0112 pr@weir.example";
    assert_eq!(read_all(text)[0], "Weir PR Limited | Ann Lee | - | +85221550111 | ");
    let text =
        "Weir PR Limited\nAnn Lee\nTel: 2155 0111\nBo Moor\nTel: 2155 0112\nEmail: bo.moor@weir.example";
    assert_eq!(read_all(text)[0], "Weir PR Limited | Ann Lee | - | +85221550111 | ");
}

#[test]
fn a_street_with_its_number_is_nobody() {
    let text = "Press contact\nMoor Communications\nAnn Lee\nQuorvastraße 7\nPhone: 2155 0111";
    assert_eq!(read_all(text), ["Moor Communications | Ann Lee | - | +85221550111 | "]);
}

#[test]
fn the_number_beside_a_body_is_of_all_its_people() {
    let text = "Weir Group plc   2155 0111\nAnn Lee, Chief Executive\nBo Moor, Company Secretary\n\
                Moor Communications   2155 0112\nRosa Webb / Ed Dale   weir@moor.example";
    assert_eq!(
        read_all(text),
        [
            "Weir Group plc | Ann Lee | Chief Executive | +85221550111 | ",
            "Weir Group plc | Bo Moor | Company Secretary | +85221550111 | ",
            "Moor Communications | Rosa Webb | - | +85221550112 | weir@moor.example",
            "Moor Communications | Ed Dale | - | +85221550112 | weir@moor.example"
        ]
    );
}

#[test]
fn what_for_stands_in_brackets_behind_a_number_or_a_name() {
    let text = "Contacts\nWeir Works\nAnn Lee, 2155 0111 (Media)\nBo Moor (Investors)\n2155 0112";
    assert_eq!(
        read_all(text),
        ["Weir Works | Ann Lee | - | +85221550111 | ", "Weir Works | Bo Moor | - | +85221550112 | "]
    );
}

#[test]
fn a_unit_that_a_label_names_is_whose_number_stands_above() {
    let text = "聯絡人：林小文\n電話：2155 0111\n單位：北堤基金會";
    assert_eq!(read_all(text), ["北堤基金會 | 林小文 | - | +85221550111 | "]);
}

#[test]
fn a_label_of_a_number_above_it_opens_no_new_contact() {
    let text = "新聞聯絡人：北堤磨坊分析師林小文\n聯絡電話：\n2155 0111\nE-Mail：press@weir.example";
    assert_eq!(read_all(text), ["北堤磨坊 | 林小文 | 分析師 | +85221550111 | press@weir.example"]);
}

#[test]
fn a_fax_of_nobody_is_no_contact() {
    let foot = "地址：北堤路1號　郵編：255100　銷售熱線：2155 0111　傳真：2155 0112";
    assert!(read_all(foot).is_empty());
    let line = "北堤磨坊\n傳真：2155 0112";
    assert_eq!(read_all(line).len(), 1);
}
