//! The organisation of a contact, and what is none.

use super::*;

#[test]
fn a_label_in_brackets_is_no_organisation() {
    let text = "海風協會\n李安（傳訊主任）\n電話：2155 0177\n（WhatsApp）\n電郵：an@hoi.example";
    assert_eq!(read_all(text), ["海風協會 | 李安 | 傳訊主任 | +85221550177 | an@hoi.example"]);
}

#[test]
fn markets_are_no_bodies() {
    let text = "Weir Trust\nUK & Ireland\nAnn Lee, Media Manager, East Africa: 2155 0111\nNorth America\nBob Chan 2155 0122";
    assert_eq!(
        read_all(text),
        [
            "Weir Trust | Ann Lee | Media Manager, East Africa | +85221550111 | ",
            "Weir Trust | Bob Chan | - | +85221550122 | "
        ]
    );
    let text = "海外媒体：Ann Lee，Weir International，2155 0111";
    assert_eq!(read_all(text), ["Weir International | Ann Lee | - | +85221550111 | "]);
}

#[test]
fn a_body_stands_before_the_person() {
    let text = "International press: Weir & Mill, Sarah Lee, M: 2155 0111,\nsarah@weir.example";
    assert_eq!(read_all(text), ["Weir & Mill | Sarah Lee | - | +85221550111 | sarah@weir.example"]);
}

#[test]
fn a_name_that_nobody_is_given_above_a_person_is_a_body() {
    let text = "Weirlo Loop\n李安\n2155 0111\nMill & Weir 公关（代表 Weirlo Loop）\n陈波\n2155 0122";
    assert_eq!(
        read_all(text),
        ["Weirlo Loop | 李安 | - | +85221550111 | ", "Mill & Weir 公关 | 陈波 | - | +85221550122 | "]
    );
}

#[test]
fn brackets_tell_what_a_body_does() {
    let text = "Quillon Vane (Financial Adviser and Broker)\nAnn Lee\n2155 0101";
    assert_eq!(read_all(text), ["Quillon Vane | Ann Lee | - | +85221550101 | "]);
}

#[test]
fn a_market_before_the_press_is_no_body() {
    let text = "U.S. Media\nAnn Lee\n+1 503 555 0142";
    assert_eq!(read_all(text), ["- | Ann Lee | - | +15035550142 | "]);
}

#[test]
fn a_town_is_no_body() {
    let text = "Ann Lee\nWeir Bank\nThe Quay, Texas\nUnited States\n2155 0101";
    assert_eq!(read_all(text), ["Weir Bank | Ann Lee | - | +85221550101 | "]);
}

#[test]
fn a_dash_parts_a_body_from_a_name() {
    let text = "Media contact:\nOffice of the Minister – Ann Lee – 2155 0143";
    assert_eq!(read_all(text), ["Office of the Minister | Ann Lee | - | +85221550143 | "]);
}

#[test]
fn what_is_no_body_beside_a_name() {
    let text = "Contacts: Ann Lee (English) 2155 0111 / Rosa Webb (French) 2155 0112";
    assert_eq!(read_all(text), ["- | Ann Lee | - | +85221550111 | ", "- | Rosa Webb | - | +85221550112 | "]);
    let text = "Media contact:\nAnn Lee, PIO\nUniversity Communications | Weir State University\n2155 0111\nABN 11 222 333 444";
    assert_eq!(read_all(text), ["Weir State University | Ann Lee | PIO | +85221550111 | "]);
}

#[test]
fn a_foreign_name_above_a_person_may_be_a_body() {
    let text = "媒体联络\n布尔梅尔·北堤\n林小文\n传讯总监\n2155 0111";
    assert_eq!(read_all(text), ["布尔梅尔·北堤 | 林小文 | 传讯总监 | +85221550111 | "]);
    let text = "媒体联络\n安娜·李\n传讯总监\n2155 0111";
    assert_eq!(read_all(text), ["- | 安娜·李 | 传讯总监 | +85221550111 | "]);
}

#[test]
fn a_body_below_a_name_is_theirs_where_the_number_follows() {
    let text = "For Weir Mill:\nAnn Lee, 2155 0111\nor\nBo Moor\nMoor & Oak\nbo@moor.example\n2155 0112";
    assert_eq!(
        read_all(text),
        [
            "Weir Mill | Ann Lee | - | +85221550111 | ",
            "Moor & Oak | Bo Moor | - | +85221550112 | bo@moor.example"
        ]
    );
}

#[test]
fn a_person_who_was_taken_for_a_body_is_no_body_of_the_next() {
    let text = "Press contact\nQuorva BRANDEL\nPhone 2155 0111\nMail quorva.brandel@weir.example\n\
                Ann LEE\nPhone 2155 0112\nMail ann.lee@weir.example";
    assert_eq!(
        read_all(text),
        [
            "- | Quorva BRANDEL | - | +85221550111 | quorva.brandel@weir.example",
            "- | Ann LEE | - | +85221550112 | ann.lee@weir.example"
        ]
    );
}

#[test]
fn a_word_below_a_name_is_the_body_that_its_address_is_at() {
    let text = "Media contacts:\nAnn Lee\nQuorvex\n2155 0111\npress@quorvex.example";
    assert_eq!(read_all(text), ["Quorvex | Ann Lee | - | +85221550111 | press@quorvex.example"]);
    let text = "Media contacts:\nAnn Lee\nQuestions\n2155 0111\npress@quorvex.example";
    assert_eq!(read_all(text), ["- | Ann Lee | - | +85221550111 | press@quorvex.example"]);
}

#[test]
fn a_body_below_the_word_between_two_contacts_is_the_seconds() {
    let text = "CONTACT: Weir Works, Inc.\nAnn Lee, 608/555-0100\nann@weir.example\nor\nMoor PR\nBo Moor, 212/555-0101";
    assert_eq!(
        read_all(text),
        ["Weir Works, Inc. | Ann Lee | - |  | ann@weir.example", "Moor PR | Bo Moor | - |  | "]
    );
}

#[test]
fn a_legal_form_is_no_second_thing() {
    let text = "Contact: Ann Lee of Weir Works, Inc., 2155 0111";
    assert_eq!(read_all(text), ["Weir Works, Inc. | Ann Lee | - | +85221550111 | "]);
}

#[test]
fn words_between_a_name_and_the_numbers_are_the_body() {
    let text = "Media Contact:\nAnn Lee\nFriends of Weir Wood\n2155 0101\nann@fww.example";
    assert_eq!(read_all(text), ["Friends of Weir Wood | Ann Lee | - | +85221550101 | ann@fww.example"]);
    let text = "Ann Lee\nIn Weirtown\n2155 0101";
    assert_eq!(read_all(text), ["- | Ann Lee | - | +85221550101 | "]);
    let text = "Women in Roofing\nAnn Lee\n2155 0101";
    assert_eq!(read_all(text), ["Women in Roofing | Ann Lee | - | +85221550101 | "]);
    // A field is none, nor is a place.
    let text = "Ann Lee\nWage and Hour Outreach\n2155 0101";
    assert_eq!(read_all(text), ["- | Ann Lee | - | +85221550101 | "]);
}

#[test]
fn one_word_is_the_body_where_the_prose_has_it() {
    let text = "Ann Lee\nQuorvex\n2155 0101\nThe mill runs on oats.";
    let named = "said a baker at Quorvex today.";
    assert_eq!(
        read_all(&format!("Ann Lee\nQuorvex\n2155 0101\n{named}"))[0].split(" | ").next(),
        Some("Quorvex")
    );
    assert!(!read_all(text).iter().any(|contact| contact.starts_with("Quorvex |")));
}

#[test]
fn a_firm_in_its_legal_form_is_asked_for_its_client() {
    let text = "Ann Lee\nMoor Media GmbH for Weir Mill\n2155 0101";
    assert_eq!(read_all(text), ["Moor Media GmbH | Ann Lee | - | +85221550101 | "]);
}

#[test]
fn a_number_may_open_the_name_of_a_company() {
    let text = "Ann Lee\n360Weir, Inc.\n2155 0101";
    assert_eq!(read_all(text), ["360Weir, Inc. | Ann Lee | - | +85221550101 | "]);
}

#[test]
fn a_body_that_no_word_tells_stands_behind_a_post_and_behind_a_name() {
    let text = "Ann Lee\nHead of Communications, Moor Ask\n2155 0101";
    assert_eq!(read_all(text), ["Moor Ask | Ann Lee | Head of Communications | +85221550101 | "]);
    let text = "Ann Lee\tQuorvex Lumo\t2155 0101\tann@lumo.example";
    assert_eq!(read_all(text), ["Quorvex Lumo | Ann Lee | - | +85221550101 | ann@lumo.example"]);
    let text = "Ann Lee\nParents for Safe Roads\n2155 0101";
    assert_eq!(read_all(text), ["Parents for Safe Roads | Ann Lee | - | +85221550101 | "]);
    let text = "Save the Weir\nMedia: Ann Lee, 2155 0101\nInvestors: Bo Moor, 2155 0102";
    assert_eq!(
        read_all(text),
        ["Save the Weir | Ann Lee | - | +85221550101 | ", "Save the Weir | Bo Moor | - | +85221550102 | "]
    );
}

#[test]
fn a_unit_may_have_a_number_in_its_name() {
    let text = "承辦單位：北堤渡輪公司第104應變小組\n聯絡人：林小文 2155 0111";
    assert_eq!(read_all(text), ["北堤渡輪公司第104應變小組 | 林小文 | - | +85221550111 | "]);
}
