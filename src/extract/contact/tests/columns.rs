//! Contacts printed abreast, in columns and cells.

use super::*;

#[test]
fn names_that_ran_together_come_apart() {
    assert_eq!(read_all("Contact DetailsWeir Bank\n2155 0188"), ["Weir Bank | - | - | +85221550188 | "]);
    let text = "Harbour Design CentreAnn Lee ann@weir.example";
    assert_eq!(read_all(text), ["Harbour Design Centre | Ann Lee | - |  | ann@weir.example"]);
}

#[test]
fn a_person_and_a_body_that_only_a_blank_parts() {
    let text = "ContactKaren Weir Harbour Design Consulting\n2155 0144";
    assert_eq!(read_all(text), ["Harbour Design Consulting | Karen Weir | - | +85221550144 | "]);
}

#[test]
fn people_abreast_have_a_number_each_and_what_there_is_one_of_together() {
    let text = "Weir Bank\nMr Bob Chan / Ms Ann Lee\nTel: 2155 0111 / 2155 0122\nEmail: press@weir.example";
    assert_eq!(
        read_all(text),
        [
            "Weir Bank | Bob Chan | - | +85221550111 | press@weir.example",
            "Weir Bank | Ann Lee | - | +85221550122 | press@weir.example"
        ]
    );
}

#[test]
fn a_post_on_its_own_line_is_no_second_column() {
    let text = "Mr Ann Lee\nSenior Manager, Communications\nWeir Ways Board\nDID: 2155 0111\nHP: 9155 0111\n\
                Email: ann@weir.example\n\nMs Bob Hay\nExecutive, Communications\nWeir Ways Board\n\
                DID: 2155 0122\nEmail: bob@weir.example";
    assert_eq!(
        read_all(text),
        [
            "Weir Ways Board | Ann Lee | Senior Manager, Communications | +85221550111 +85291550111 | ann@weir.example",
            "Weir Ways Board | Bob Hay | Executive, Communications | +85221550122 | bob@weir.example"
        ]
    );
}

#[test]
fn a_fax_number_leaves_people_abreast() {
    let text = "北堤傳訊有限公司\n李安先生／Ms. Ann Lee\n電話：2155 0111 / 2155 0122\n傳真：2155 0199\n電郵：press@weir.example";
    assert_eq!(
        read_all(text),
        [
            "北堤傳訊有限公司 | 李安 | - | +85221550111 | press@weir.example",
            "北堤傳訊有限公司 | Ann Lee | - | +85221550122 | press@weir.example"
        ]
    );
}

#[test]
fn whoever_is_asked_for_below_a_signature_stands_in_columns() {
    let text = "ON BEHALF OF THE BOARD OF DIRECTORS\n\n“Allan Moor”\nPresident and Chief Executive Officer\n\n\
        For further information, please contact:\n\n\
        Ann Lee                         Bo Tarn\nManager, Investor Relations     Fairmile Communications\n\
        ann@weir.example                bo@fairmile.example\n";
    assert_eq!(
        read_all(text),
        [
            "- | Ann Lee | Manager, Investor Relations |  | ann@weir.example",
            "Fairmile Communications | Bo Tarn | - |  | bo@fairmile.example"
        ]
    );
}

#[test]
fn two_names_may_stand_beside_each_other() {
    let text = "媒体垂询，请联系：\n北堤科技公关部\n黎永生 林小文\n2155 0143";
    let of = |name: &str| format!("北堤科技公关部 | {name} | - | +85221550143 | ");
    assert_eq!(read_all(text), ["黎永生", "林小文"].map(of));
}

#[test]
fn tabs_part_columns_of_contacts() {
    for tabs in ["\t", "\t\t", "\t\t\t"] {
        let text = [
            "Weir Mill Limited+Moor PR",
            "Ann Lee+Bo Moor",
            "2155 0111+2155 0112",
            "ann@weir.example+bo@moor.example",
        ];
        let text = format!("Media contacts:\n{}", text.join("\n").replace('+', tabs));
        assert_eq!(
            read_all(&text),
            [
                "Weir Mill Limited | Ann Lee | - | +85221550111 | ann@weir.example",
                "Moor PR | Bo Moor | - | +85221550112 | bo@moor.example"
            ]
        );
    }
}

#[test]
fn addresses_tell_two_names_apart_that_lost_their_gap() {
    let text = "For further information:\nInvestors Media\nAnn Lowther Bo Moorland\n+852 2155 0111 +852 2155 0112\nann.lowther@weir.example bo.moorland@weir.example";
    assert_eq!(
        read_all(text),
        [
            "- | Ann Lowther | - | +85221550111 | ann.lowther@weir.example",
            "- | Bo Moorland | - | +85221550112 | bo.moorland@weir.example"
        ]
    );
}

#[test]
fn rows_that_hold_a_contact_each_are_no_columns() {
    let text = "联系方式\n证券部    林小文    电话：2155 0111    邮箱：ir@weir.example\n\
                公关部    黎永生（经理）    电话：2155 0112 / 2155 0113    邮箱：pr@weir.example";
    assert_eq!(
        read_all(text),
        [
            "证券部 | 林小文 | - | +85221550111 | ir@weir.example",
            "公关部 | 黎永生 | 经理 | +85221550112 +85221550113 | pr@weir.example"
        ]
    );
}

#[test]
fn a_line_of_columns_is_told_by_its_cells() {
    assert!(heads_columns("投资者关系          媒体关系"));
    assert!(heads_columns("Investor contact          Media contact"));
    assert!(!heads_columns("证券部          公关部"));
    assert!(is_addresses("ann@weir.example          bo@moor.example"));
    assert!(!is_addresses("ann@weir.example"));
    assert!(!is_addresses("Email: ann@weir.example"));
}

#[test]
fn cells_that_do_not_stand_below_one_another_are_no_columns() {
    let text = "媒体联系：\n林小文   北堤品牌部总监\n电话：2155 0111\n邮箱：media@weir.example\n\n\
                投资者关系：\n投资者热线：2155 0112    邮箱：ir@weir.example";
    assert_eq!(
        read_all(text),
        [
            "北堤品牌部 | 林小文 | 总监 | +85221550111 | media@weir.example",
            "- | - | - | +85221550112 | ir@weir.example"
        ]
    );
}
