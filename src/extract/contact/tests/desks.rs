//! Desks, offices, agencies and whom they act for.

use super::*;

#[test]
fn desks_on_duty_and_remarks_are_no_part_of_a_name() {
    let text =
        "傳媒查詢：\n海風局傳訊部\n林小文　辦公室 2155 0143\n傳媒值班室（辦公時間以外）　電話：2155 0144";
    assert_eq!(
        read_all(text),
        ["海風局傳訊部 | 林小文 | - | +85221550143 | ", "傳媒值班室 | - | - | +85221550144 | "]
    );
    let text = "傳媒查詢：\n海風局\n林小文　電話：2155 0143\n夜間勤務值班：海風局指揮中心　2155 0144";
    assert_eq!(
        read_all(text),
        ["海風局 | 林小文 | - | +85221550143 | ", "海風局指揮中心 | - | - | +85221550144 | "]
    );
    let text = "聯絡窗口\t單位\t電話\n林小文組長\t文宣組\t2155 0143\n夜間值勤\t指揮中心\t2155 0144";
    assert_eq!(
        read_all(text),
        ["文宣組 | 林小文 | 組長 | +85221550143 | ", "指揮中心 | - | - | +85221550144 | "]
    );
    let text = "海風顧問（代表白浪局）\n林小文 2155 0143（24小時）";
    assert_eq!(read_all(text), ["海風顧問 | 林小文 | - | +85221550143 | "]);
}

#[test]
fn a_desk_is_part_of_its_bodys_name() {
    let of = "Weir Trust press office | - | - | +85221550166 | ";
    assert_eq!(read_all("Media enquiries:\nWeir Trust press office\nT: 2155 0166"), [of]);
    assert_eq!(read_all("Media enquiries:\nWeir Trust press office, 2155 0166"), [of]);
}

#[test]
fn a_desk_belongs_to_the_name_of_its_body() {
    let text = "Weir Bank Press Office\n2155 0111\nWeir Bank Investor Relations\n2155 0122";
    assert_eq!(
        read_all(text),
        [
            "Weir Bank Press Office | - | - | +85221550111 | ",
            "Weir Bank Investor Relations | - | - | +85221550122 | "
        ]
    );
}

#[test]
fn offices_are_called_by_who_holds_them() {
    let text = "Minister Weir’s office\tAnn Lee\t2155 0111\nBob Chan, Office of Senator Mill-Hay, 2155 0122";
    assert_eq!(
        read_all(text),
        [
            "Minister Weir’s office | Ann Lee | - | +85221550111 | ",
            "Office of Senator Mill-Hay | Bob Chan | - | +85221550122 | "
        ]
    );
}

#[test]
fn a_desk_and_its_body_are_one_name() {
    let text = "Ann Lee\nSenior Manager\nCommunications, Weir Museum of Art\n2155 0111";
    assert_eq!(
        read_all(text),
        ["Communications, Weir Museum of Art | Ann Lee | Senior Manager | +85221550111 | "]
    );
}

#[test]
fn spokesmen_speak_for_the_body_above() {
    let text =
        "新聞聯絡：北堤磨坊股份有限公司\n發言人：李安　財務長　2155 0111\n代理發言人：陳波　經理　2155 0122";
    assert_eq!(
        read_all(text),
        [
            "北堤磨坊股份有限公司 | 李安 | 財務長 | +85221550111 | ",
            "北堤磨坊股份有限公司 | 陳波 | 經理 | +85221550122 | "
        ]
    );
}

#[test]
fn a_desk_called_by_its_hours_is_of_the_same_body() {
    let text = "Ann Lee, Press Officer, Weir Bank\n2155 0101\nOut of hours duty press officer: 2155 0102";
    assert_eq!(
        read_all(text),
        ["Weir Bank | Ann Lee | Press Officer | +85221550101 | ", "Weir Bank | - | - | +85221550102 | "]
    );
}

#[test]
fn an_agency_is_not_whom_it_acts_for() {
    let text = "Ann Lee\nWeir Communications for Harbour Works\n2155 0101";
    assert_eq!(read_all(text), ["Weir Communications | Ann Lee | - | +85221550101 | "]);
}

#[test]
fn who_answers_for_a_market_stands_after_its_name() {
    let text = "Press contacts\nUK and Europe: Sarah Lee, Weir Audio Ltd, 2155 0177, sarah@weir.example";
    assert_eq!(read_all(text), ["Weir Audio Ltd | Sarah Lee | - | +85221550177 | sarah@weir.example"]);
}

#[test]
fn desks_and_hours_belong_to_who_is_named() {
    let cases: [(&str, &[&str]); 6] = [
        (
            "Media contacts:\nWeir Rail: Sarah Lee 2155 0177\nWeir Sugar: Corporate Affairs, 2155 0143, media@weir.example",
            &[
                "Weir Rail | Sarah Lee | - | +85221550177 | ",
                "Weir Sugar | - | - | +85221550143 | media@weir.example",
            ],
        ),
        (
            "For Media Inquiries (Monday to Friday, 8 a.m.–5 p.m.): Weir Heart Society Media Relations: 2155 0177",
            &["Weir Heart Society Media Relations | - | - | +85221550177 | "],
        ),
        ("Press Office\nContact: Sarah Lee\n2155 0177", &["Press Office | Sarah Lee | - | +85221550177 | "]),
        (
            "Contact: Sarah Lee, Public Information\n2155 0177\nAfter hours: 2155 0143",
            &["- | Sarah Lee | Public Information | +85221550177 +85221550143 | "],
        ),
        (
            "Please contact Ms Sarah Lee (Tel: 2155 0177; email: sarah@weir.example) or\n\
             Mr John Moor (Tel: 2155 0143; email: john@weir.example) of the Public\nAffairs Office.",
            &[
                "Public Affairs Office | Sarah Lee | - | +85221550177 | sarah@weir.example",
                "Public Affairs Office | John Moor | - | +85221550143 | john@weir.example",
            ],
        ),
        (
            "On behalf of the Board\nJohn Moor\nPresident\nContact:\nSarah Lee\n2155 0177",
            &["- | Sarah Lee | - | +85221550177 | "],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(read_all(text), expected, "{text}");
    }
}

#[test]
fn who_acts_for_another_is_named_before_the_agency() {
    let text = "Media contact:\nAnn Lee, Weir Strategies (for MOOR), 2155 0111, ann@weir.example";
    assert_eq!(read_all(text), ["Weir Strategies | Ann Lee | - | +85221550111 | ann@weir.example"]);
}

#[test]
fn a_name_may_be_seated_at_an_agency() {
    let text = "For press enquiries please contact:\nAnn Lee at Footlight PR: ann@footlight.example / 2155 0188\n\
        Bo Tarn at Footlight PR: bo@footlight.example / 2155 0129";
    assert_eq!(
        read_all(text),
        [
            "Footlight PR | Ann Lee | - | +85221550188 | ann@footlight.example",
            "Footlight PR | Bo Tarn | - | +85221550129 | bo@footlight.example"
        ]
    );
}

#[test]
fn a_desk_is_of_the_body_beside_it() {
    let press = "Media contact:\n";
    let bodies = [
        "Media Relations\nRoads Canada\n2155 0143",
        "Ministry of Roads\nMedia Relations\n2155 0143",
        "Communications Department\nWeir Mill plc\n2155 0143",
    ];
    let expected = ["Roads Canada", "Ministry of Roads", "Weir Mill plc"];
    for (text, body) in bodies.iter().zip(expected) {
        assert_eq!(read_all(&format!("{press}{text}")), [format!("{body} | - | - | +85221550143 | ")]);
    }
}

#[test]
fn a_unit_and_its_body_stand_above_one_number() {
    let text = "Media contact:\nProf. Ann Lee\nDepartment of Soils\nUniversity of Weir\n2155 0143";
    assert_eq!(read_all(text), ["Department of Soils | Ann Lee | - | +85221550143 | "]);
}

#[test]
fn the_body_of_a_desk_stands_below_it() {
    for body in ["Harbours and Coasts Canada", "Department of Roads", "Weir Mill Ltd"] {
        let text = format!("Contacts\nMedia Relations\n{body}\n2155 0111\nmedia@weir.example");
        assert_eq!(read_all(&text), [format!("{body} | - | - | +85221550111 | media@weir.example")]);
    }
}

#[test]
fn a_desk_behind_a_name_is_what_somebody_does() {
    let of = |title: &str, body: &str| format!("{body} | Ann Lee | {title} | +85221550111 | ");
    let read = |line: &str| read_all(&format!("Media contact\n{line}\n2155 0111"));
    assert_eq!(read("Ann Lee, Media Relations, Weir University"), [of("Media Relations", "Weir University")]);
    assert_eq!(
        read("Ann Lee, communications, Department of Mills"),
        [of("communications", "Department of Mills")]
    );
    assert_eq!(
        read("Ann Lee, Press Office, Organising Committee"),
        [of("-", "Press Office, Organising Committee")]
    );
}

#[test]
fn a_bodys_spokesman_is_named_behind_the_label() {
    let text = "水務署發言人：王副署長運銘\n電話：2155 0111";
    assert_eq!(read_all(text), ["水務署 | 王運銘 | 副署長 | +85221550111 | "]);
}
