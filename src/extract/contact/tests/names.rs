//! Who is named: one person or several, in one script or two.

use super::*;

#[test]
fn people_named_below_somebody_and_the_body_are_of_it_too() {
    let text = "北堤傳訊社 傳訊主任李安 2155 0111\n項目幹事陳波 2155 0122\n媒體聯絡人：\n張三丰 2155 0133";
    assert_eq!(
        read_all(text),
        [
            "北堤傳訊社 | 李安 | 傳訊主任 | +85221550111 | ",
            "北堤傳訊社 | 陳波 | 項目幹事 | +85221550122 | ",
            "- | 張三丰 | - | +85221550133 | "
        ]
    );
}

#[test]
fn of_two_names_the_first_is_the_persons() {
    let text = "Oresta Quillon\nVantor Mersey\n+852 2155 0101";
    assert_eq!(read_all(text), ["Vantor Mersey | Oresta Quillon | - | +85221550101 | "]);
    let text = "Vantor Mersey\nOresta Quillon\noresta@vantor.example";
    assert_eq!(read_all(text), ["Vantor Mersey | Oresta Quillon | - |  | oresta@vantor.example"]);
}

#[test]
fn people_on_one_line_share_the_body_below() {
    let text = "Ann Lee / Bo Quillon\nVantor Mersey\n2155 0101\npress@vantor.example";
    assert_eq!(
        read_all(text),
        [
            "Vantor Mersey | Ann Lee | - | +85221550101 | press@vantor.example",
            "Vantor Mersey | Bo Quillon | - | +85221550101 | press@vantor.example"
        ]
    );
    let text = "Weir Mill LLP\nAnn Lee, Esq. or Bo Quillon, Esq.\nTel: 2155 0101";
    assert_eq!(
        read_all(text),
        ["Weir Mill LLP | Ann Lee | - | +85221550101 | ", "Weir Mill LLP | Bo Quillon | - | +85221550101 | "]
    );
}

#[test]
fn a_name_may_stand_in_capitals() {
    let text = "ROBERT QUILLON\nWeir Bank\n2155 0101";
    assert_eq!(read_all(text), ["Weir Bank | ROBERT QUILLON | - | +85221550101 | "]);
}

#[test]
fn what_is_printed_in_two_scripts_is_one_contact() {
    let text = "傳媒查詢 Media Enquiries\n林小文 Mandy Lam\n企業傳訊經理 Corporate Communications Manager\n電話：2155 0143";
    assert_eq!(read_all(text), ["- | 林小文 | 企業傳訊經理 | +85221550143 | "]);
}

#[test]
fn a_name_in_the_other_script_is_no_body() {
    let text = "傳媒查詢：\n北堤基金會\n林小文 (Mandy Lam)\n電話：2155 0143";
    assert_eq!(read_all(text), ["北堤基金會 | 林小文 | - | +85221550143 | "]);
}

#[test]
fn the_body_of_two_people_stands_behind_the_second() {
    let text = "Media enquiries:\nAnn Lee or Bo Moor at Weir Communications\nTel: 2155 0111\nann@weir.example / bo@weir.example";
    let of = |name: &str, address: &str| {
        format!("Weir Communications | {name} | - | +85221550111 | {address}@weir.example")
    };
    assert_eq!(read_all(text), [of("Ann Lee", "ann"), of("Bo Moor", "bo")]);
    let text = "Media contacts:\nAnn Lee at Weir PR\nann@weir.example / 2155 0111\nor Bo Moor, Press Officer, Weir Museum\nbo@weir.example / 2155 0112";
    assert_eq!(
        read_all(text),
        [
            "Weir PR | Ann Lee | - | +85221550111 | ann@weir.example",
            "Weir Museum | Bo Moor | Press Officer | +85221550112 | bo@weir.example"
        ]
    );
}

#[test]
fn chinese_contacts_share_a_line() {
    let text = "聯絡人：林小文 組長、黎永生 組員\n電話：2155 0111";
    assert_eq!(
        read_all(text),
        ["- | 林小文 | 組長 | +85221550111 | ", "- | 黎永生 | 組員 | +85221550111 | "]
    );
    let text = "聯絡人：林組長、黎科長\n電話：2155 0111、2155 0112";
    assert_eq!(read_all(text), ["- | 林 | 組長 | +85221550111 | ", "- | 黎 | 科長 | +85221550112 | "]);
}

#[test]
fn chinese_labels_and_firms_are_no_part_of_a_name() {
    let text = "聯絡人及電話：林小文 2155 0111";
    assert_eq!(read_all(text), ["- | 林小文 | - | +85221550111 | "]);
    let text = "傳媒查詢：\n北堤公關顧問 林小文 2155 0111";
    assert_eq!(read_all(text), ["北堤公關顧問 | 林小文 | - | +85221550111 | "]);
    let text = "聯絡人：林 文\n電話：2155 0111";
    assert_eq!(read_all(text), ["- | 林 文 | - | +85221550111 | "]);
}

#[test]
fn two_names_stand_behind_their_body() {
    let text = "媒体联络：\n海风财经公关 林小文 黎永生 2155 0111 pr@weir.example";
    let of = |name: &str| format!("海风财经公关 | {name} | - | +85221550111 | pr@weir.example");
    assert_eq!(read_all(text), [of("林小文"), of("黎永生")]);
}

#[test]
fn somebody_who_signs_above_the_contacts_is_one_of_them() {
    let mut contacts = Vec::new();
    for text in ["Ann Lee\nHead of News\nWeir Bank Limited", "Ann Lee 2155 0111\nBo Moor 2155 0112"] {
        let line = |(at, line): (usize, &str)| ContactLine {
            span: Span::new(at, at + line.len()),
            indent: 0,
            after_gap: false,
        };
        let lines: Vec<ContactLine> = text
            .split('\n')
            .map(|part| (part.as_ptr() as usize - text.as_ptr() as usize, part))
            .map(line)
            .collect();
        contacts.extend(read(text, &lines, Some(Region::HongKong)));
    }
    join_same(&mut contacts);
    let told: Vec<_> = contacts.iter().map(|contact| (&contact.title, contact.phones.len())).collect();
    assert_eq!(told.len(), 2);
    assert_eq!(contacts[0].title.as_ref().map(|title| title.text.as_str()), Some("Head of News"));
}

#[test]
fn a_name_of_two_characters_set_wide_is_one_name() {
    for (line, told) in [
        ("公關主任  Ann Chan  陳 文  2155 0111", "- | Ann Chan 陳 文 | 公關主任 | +85221550111 | "),
        ("陳 文 公關主任 2155 0111", "- | 陳 文 | 公關主任 | +85221550111 | "),
    ] {
        assert_eq!(read_all(&format!("新聞聯絡人：\n{line}")), [told]);
    }
}

#[test]
fn a_surname_that_is_a_word_makes_a_name_beside_numbers() {
    for (text, told) in [
        ("新聞聯絡人：高洋\n電話：2155 0111", "- | 高洋 | - | +85221550111 | "),
        ("媒體聯絡：\n北堤磨坊\n方貴 公關經理\n2155 0111", "北堤磨坊 | 方貴 | 公關經理 | +85221550111 | "),
        ("新聞聯絡人：林小文\n金門\n電話：2155 0111", "- | 林小文 | - | +85221550111 | "),
        ("聯絡人：高洋（科長）\n電話：2155 0111", "- | 高洋 | 科長 | +85221550111 | "),
    ] {
        assert_eq!(read_all(text), [told]);
    }
}

#[test]
fn below_a_body_what_may_be_a_name_is_one() {
    for (text, told) in [
        ("聯絡資訊\n北堤醫院\n方圓\n電話：2155 0111", "北堤醫院 | 方圓 | - | +85221550111 | "),
        (
            "媒體聯絡\n北堤醫院\n烏蘭其其格　公關總監\n電話：2155 0111",
            "北堤醫院 | 烏蘭其其格 | 公關總監 | +85221550111 | ",
        ),
        ("聯絡人：方圓\n單位：北堤醫院\n電話：2155 0111", "北堤醫院 | 方圓 | - | +85221550111 | "),
        // What stands alone above a number is none.
        ("媒體聯絡\n門診信息\n急診\n電話：2155 0111", "門診信息 | - | - | +85221550111 | "),
    ] {
        assert_eq!(read_all(text), [told], "{text}");
    }
}

#[test]
fn initials_and_what_tells_sons_from_fathers_are_of_the_name() {
    let text = "B.M. Moor\nWeir Mill\n2155 0101";
    assert_eq!(read_all(text), ["Weir Mill | B.M. Moor | - | +85221550101 | "]);
    let text = "Abel Moor III\nWeir Mill\n2155 0101";
    assert_eq!(read_all(text), ["Weir Mill | Abel Moor III | - | +85221550101 | "]);
    let text = "Ann “Nan” Moor\nWeir Mill\n2155 0101";
    assert_eq!(read_all(text), ["Weir Mill | Ann “Nan” Moor | - | +85221550101 | "]);
    let text = "Rhona FitzMoor, Press Officer\nWeir Mill\n2155 0101";
    assert_eq!(read_all(text), ["Weir Mill | Rhona FitzMoor | Press Officer | +85221550101 | "]);
}

#[test]
fn a_comma_closes_a_name_of_three_words() {
    let text = "Lisa Barbara Weir, Communications Coordinator, Moor Bank\n2155 0101";
    assert_eq!(
        read_all(text),
        ["Moor Bank | Lisa Barbara Weir | Communications Coordinator | +85221550101 | "]
    );
}

#[test]
fn a_surname_that_is_a_word_or_a_name_with_dots_is_told_by_what_stands_around_it() {
    for (line, name, title) in [
        ("聯絡人：高原科長", "高原", "科長"),
        ("推廣組 高原組長", "高原", "組長"),
        ("推廣組　伊帕·魯邦　專員", "伊帕·魯邦", "專員"),
        ("推廣組　渡邊翔太　專員", "渡邊翔太", "專員"),
    ] {
        let text = format!("北堤織物館\n{line}\n2155 0101");
        let read = read_all(&text);
        assert!(read.len() == 1 && read[0].contains(&format!("| {name} | {title} |")), "{line} {read:?}");
    }
    let read = read_all("聯絡人：推廣科寇文\n2155 0101");
    assert_eq!(read, ["推廣科 | 寇文 | - | +85221550101 | "]);
    let read = read_all("联系人：夔立（品牌部）\n2155 0101");
    assert_eq!(read, ["品牌部 | 夔立 | - | +85221550101 | "]);
}

#[test]
fn a_name_in_both_scripts_is_one_of_two_on_a_line() {
    let read = read_all("北堤織物館　黎永生 Ann、林小文\n2155 0101");
    let names = ["黎永生 Ann", "林小文"];
    assert!(read.len() == 2 && names.iter().zip(&read).all(|(name, read)| read.contains(name)), "{read:?}");
}
