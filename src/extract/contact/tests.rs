use super::*;

/// The contacts of `text`, a line each: organisation, name, title, numbers, addresses, parted by bars.
fn read_all(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut at, mut after_gap) = (0, false);
    for line in text.split('\n') {
        let indent = line.len() - line.trim_start().len();
        if !line.trim().is_empty() {
            let span = Span::new(at + indent, at + line.trim_end().len());
            lines.push(ContactLine { span, indent, after_gap });
        }
        after_gap = line.trim().is_empty();
        at += line.len() + 1;
    }
    read(text, &lines, Some(Region::HongKong))
        .iter()
        .map(|contact| {
            let field = |text: &Option<Text>| text.as_ref().map_or("-", |text| text.text.as_str()).to_owned();
            let numbers: Vec<String> =
                contact.phones.iter().map(|phone| phone.e164.clone().unwrap_or_default()).collect();
            let addresses: Vec<&str> = contact.emails.iter().map(|email| email.text.as_str()).collect();
            [
                field(&contact.organization),
                field(&contact.name),
                field(&contact.title),
                numbers.join(" "),
                addresses.join(" "),
            ]
            .join(" | ")
        })
        .collect()
}

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
fn numbers_that_do_not_come_out_even_reach_everybody() {
    let text = "Media enquiries:\nHarbour Trust\nAnn Lee / Bo Moor / Cy Dale\nTel: 2155 0111 / 2155 0112";
    let numbers = "+85221550111 +85221550112";
    let of = |name: &str| format!("Harbour Trust | {name} | - | {numbers} | ");
    assert_eq!(read_all(text), ["Ann Lee", "Bo Moor", "Cy Dale"].map(of));
}

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
fn a_heading_with_a_label_in_it_is_a_heading() {
    let text = "媒体联系人：\n海风能源有限公司\n电话：2155 0122\nWeir Bank媒体联系人：\n电话：2155 0133";
    assert_eq!(
        read_all(text),
        ["海风能源有限公司 | - | - | +85221550122 | ", "Weir Bank | - | - | +85221550133 | "]
    );
}

#[test]
fn names_that_ran_together_come_apart() {
    assert_eq!(read_all("Contact DetailsWeir Bank\n2155 0188"), ["Weir Bank | - | - | +85221550188 | "]);
    let text = "Harbour Design CentreAnn Lee ann@weir.example";
    assert_eq!(read_all(text), ["Harbour Design Centre | Ann Lee | - |  | ann@weir.example"]);
}

#[test]
fn a_sentence_names_person_and_body() {
    let text = "Please call Ann Lee of the Information Office at 2155 0144";
    assert_eq!(read_all(text), ["Information Office | Ann Lee | - | +85221550144 | "]);
}

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
fn a_desk_is_part_of_its_bodys_name() {
    let of = "Weir Trust press office | - | - | +85221550166 | ";
    assert_eq!(read_all("Media enquiries:\nWeir Trust press office\nT: 2155 0166"), [of]);
    assert_eq!(read_all("Media enquiries:\nWeir Trust press office, 2155 0166"), [of]);
}

#[test]
fn a_label_in_brackets_is_no_organisation() {
    let text = "海風協會\n李安（傳訊主任）\n電話：2155 0177\n（WhatsApp）\n電郵：an@hoi.example";
    assert_eq!(read_all(text), ["海風協會 | 李安 | 傳訊主任 | +85221550177 | an@hoi.example"]);
}

#[test]
fn an_extension_stands_by_itself() {
    let line = ContactLine { span: Span::new(0, 26), indent: 0, after_gap: false };
    let contacts = read("Tel: +852 2155 0143 ext. 7", &[line], None);
    assert_eq!(contacts[0].phones[0].e164.as_deref(), Some("+85221550143"));
    assert_eq!(contacts[0].phones[0].extension.as_deref(), Some("7"));
}

#[test]
fn a_sentence_or_a_number_goes_on_below() {
    let text = "For press enquiries, please call Ann Lee of Press and\nFerry Office at 2155 0144";
    assert_eq!(read_all(text), ["Press and Ferry Office | Ann Lee | - | +85221550144 | "]);
    let text = "Harbour Light Trust\nTel: (852) 2155 0143 / Mobile: (852) 6155\n0187";
    assert_eq!(read_all(text), ["Harbour Light Trust | - | - | +85221550143 +85261550187 | "]);
}

#[test]
fn headings_of_several_words() {
    let text = "For press inquiries and expert views: Weir Research Institute: 2155 0143";
    assert_eq!(read_all(text), ["Weir Research Institute | - | - | +85221550143 | "]);
    let text = "PR Agency’s Contact Weir Communications Ltd\nAnn Lee 2155 0144";
    assert_eq!(read_all(text), ["Weir Communications Ltd | Ann Lee | - | +85221550144 | "]);
}

#[test]
fn a_person_and_a_body_that_only_a_blank_parts() {
    let text = "ContactKaren Weir Harbour Design Consulting\n2155 0144";
    assert_eq!(read_all(text), ["Harbour Design Consulting | Karen Weir | - | +85221550144 | "]);
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
fn numbers_of_the_public_are_nobodys() {
    let text = "Weir Bank\nAnn Lee\nTel: 2155 0111\nFor public inquiries: 2155 0100";
    assert_eq!(read_all(text), ["Weir Bank | Ann Lee | - | +85221550111 | "]);
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
fn a_request_may_give_the_number_first() {
    assert_eq!(
        read_all("如有查詢，請致電2155 0111與海風協會傳訊主任李安小姐聯絡。"),
        ["海風協會 | 李安 | 傳訊主任 | +85221550111 | "]
    );
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
fn a_label_alone_tells_what_stands_below() {
    let text = "發布單位\n秘書室公共關係組\n聯絡人\n李知安組員\n電話\n2155 0111";
    assert_eq!(read_all(text), ["秘書室公共關係組 | 李知安 | 組員 | +85221550111 | "]);
    let text = "發稿單位：襄閱主任檢察官室\n聯 絡 人：襄閱主任檢察官　李安\n電話：2155 0111";
    assert_eq!(read_all(text), ["襄閱主任檢察官室 | 李安 | 襄閱主任檢察官 | +85221550111 | "]);
}

#[test]
fn a_rare_surname_is_told_by_the_post() {
    let text = "北堤磨坊\n佴知遠，傳訊經理\n2155 0111";
    assert_eq!(read_all(text), ["北堤磨坊 | 佴知遠 | 傳訊經理 | +85221550111 | "]);
}

#[test]
fn what_leads_to_a_page_is_no_body() {
    let text = "在 bw.example 上查看原文：https://www.bw.example/1\n联系方式\n北堤磨坊\n2155 0111";
    assert_eq!(read_all(text), ["北堤磨坊 | - | - | +85221550111 | "]);
}

#[test]
fn the_number_of_a_document_is_none_of_a_telephone() {
    assert!(read_all("DOI\n10.5555/mill.2024.0418").is_empty());
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
fn a_post_stands_between_the_unit_and_the_name() {
    let text = "媒體聯絡人：分局宣傳室 民警 李安\n電話：2155 0111";
    assert_eq!(read_all(text), ["分局宣傳室 | 李安 | 民警 | +85221550111 | "]);
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
fn a_post_and_a_body_that_a_bar_parts() {
    let text = "Sarah Lee\nMedia and Campaigns Officer | Weir Marches Police\nT: 2155 0111 (ext. 20)\nsarah@weir.example";
    assert_eq!(
        read_all(text),
        ["Weir Marches Police | Sarah Lee | Media and Campaigns Officer | +85221550111 | sarah@weir.example"]
    );
}

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
fn brackets_tell_what_a_body_does() {
    let text = "Quillon Vane (Financial Adviser and Broker)\nAnn Lee\n2155 0101";
    assert_eq!(read_all(text), ["Quillon Vane | Ann Lee | - | +85221550101 | "]);
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
fn a_button_is_no_part_of_a_name() {
    let text = "Ann Lee Harbour Works Email Us Here\n2155 0101";
    assert_eq!(read_all(text), ["Harbour Works | Ann Lee | - | +85221550101 | "]);
}

#[test]
fn a_name_may_stand_in_capitals() {
    let text = "ROBERT QUILLON\nWeir Bank\n2155 0101";
    assert_eq!(read_all(text), ["Weir Bank | ROBERT QUILLON | - | +85221550101 | "]);
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
fn who_answers_for_a_market_stands_after_its_name() {
    let text = "Press contacts\nUK and Europe: Sarah Lee, Weir Audio Ltd, 2155 0177, sarah@weir.example";
    assert_eq!(read_all(text), ["Weir Audio Ltd | Sarah Lee | - | +85221550177 | sarah@weir.example"]);
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
fn a_post_with_what_it_is_for_is_no_body() {
    for post in ["Manager of Media Relations", "Senior Manager (Corporate Communications)"] {
        let text = format!("Sarah Lee\n{post}\n2155 0177");
        assert_eq!(read_all(&text), [format!("- | Sarah Lee | {post} | +85221550177 | ")]);
    }
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
fn a_word_of_headings_may_end_the_name_of_a_body() {
    let text = "Media contact:\nAnn Lee, Weir Hill Media | 2155 0111 | ann@weirhill.example";
    assert_eq!(read_all(text), ["Weir Hill Media | Ann Lee | - | +85221550111 | ann@weirhill.example"]);
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
fn who_acts_for_another_is_named_before_the_agency() {
    let text = "Media contact:\nAnn Lee, Weir Strategies (for MOOR), 2155 0111, ann@weir.example";
    assert_eq!(read_all(text), ["Weir Strategies | Ann Lee | - | +85221550111 | ann@weir.example"]);
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
fn numbers_beside_others_are_their_own() {
    let text = "Media Contact: Ann Lee\nThursday, September 11, 2025                            2155 0119\n\
        Release No. 25-087                                      news@weir.example";
    assert_eq!(read_all(text), ["- | Ann Lee | - | +85221550119 | news@weir.example"]);
    let text = "Media contact: Police Media, 2155 0119, media@police.example (quote reference 120326-0718)";
    assert_eq!(read_all(text), ["Police Media | - | - | +85221550119 | media@police.example"]);
}

#[test]
fn what_somebody_is_asked_for_is_no_principal() {
    let text = "Media contacts:\nAnn Lee, 2155 0119\nJosh Moor (for broadcast interviews), 2155 0184";
    assert_eq!(read_all(text), ["- | Ann Lee | - | +85221550119 | ", "- | Josh Moor | - | +85221550184 | "]);
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
fn what_is_printed_in_two_scripts_is_one_contact() {
    let text = "傳媒查詢 Media Enquiries\n林小文 Mandy Lam\n企業傳訊經理 Corporate Communications Manager\n電話：2155 0143";
    assert_eq!(read_all(text), ["- | 林小文 | 企業傳訊經理 | +85221550143 | "]);
}

#[test]
fn two_names_may_stand_beside_each_other() {
    let text = "媒体垂询，请联系：\n北堤科技公关部\n黎永生 林小文\n2155 0143";
    let of = |name: &str| format!("北堤科技公关部 | {name} | - | +85221550143 | ");
    assert_eq!(read_all(text), ["黎永生", "林小文"].map(of));
}

#[test]
fn a_post_and_its_body_below_a_name_are_no_heading() {
    let text = "媒体问询\n林小文\n北堤科技公关负责人\nlam@weir.example";
    assert_eq!(read_all(text), ["北堤科技 | 林小文 | 公关负责人 |  | lam@weir.example"]);
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
fn a_dash_parts_a_body_from_a_name() {
    let text = "Media contact:\nOffice of the Minister – Ann Lee – 2155 0143";
    assert_eq!(read_all(text), ["Office of the Minister | Ann Lee | - | +85221550143 | "]);
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
fn the_body_of_a_desk_stands_below_it() {
    for body in ["Harbours and Coasts Canada", "Department of Roads", "Weir Mill Ltd"] {
        let text = format!("Contacts\nMedia Relations\n{body}\n2155 0111\nmedia@weir.example");
        assert_eq!(read_all(&text), [format!("{body} | - | - | +85221550111 | media@weir.example")]);
    }
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
fn what_is_no_body_beside_a_name() {
    let text = "Contacts: Ann Lee (English) 2155 0111 / Rosa Webb (French) 2155 0112";
    assert_eq!(read_all(text), ["- | Ann Lee | - | +85221550111 | ", "- | Rosa Webb | - | +85221550112 | "]);
    let text = "Media contact:\nAnn Lee, PIO\nUniversity Communications | Weir State University\n2155 0111\nABN 11 222 333 444";
    assert_eq!(read_all(text), ["Weir State University | Ann Lee | PIO | +85221550111 | "]);
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
fn a_desk_of_relations_is_a_heading() {
    let text = "媒体关系\n北堤科技品牌部\n林小文\n2155 0111";
    assert_eq!(read_all(text), ["北堤科技品牌部 | 林小文 | - | +85221550111 | "]);
}

#[test]
fn a_number_of_the_deaf_leaves_what_follows_to_the_press() {
    let text = "Contact:\nWeir Office of Roads\nAnn Lee\nTel.: 2155 0111\nTTY: 2155 0199\npress@weir.example";
    assert_eq!(read_all(text), ["Weir Office of Roads | Ann Lee | - | +85221550111 | press@weir.example"]);
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
fn a_foreign_name_above_a_person_may_be_a_body() {
    let text = "媒体联络\n布尔梅尔·北堤\n林小文\n传讯总监\n2155 0111";
    assert_eq!(read_all(text), ["布尔梅尔·北堤 | 林小文 | 传讯总监 | +85221550111 | "]);
    let text = "媒体联络\n安娜·李\n传讯总监\n2155 0111";
    assert_eq!(read_all(text), ["- | 安娜·李 | 传讯总监 | +85221550111 | "]);
}

#[test]
fn two_names_stand_behind_their_body() {
    let text = "媒体联络：\n海风财经公关 林小文 黎永生 2155 0111 pr@weir.example";
    let of = |name: &str| format!("海风财经公关 | {name} | - | +85221550111 | pr@weir.example");
    assert_eq!(read_all(text), [of("林小文"), of("黎永生")]);
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
fn what_a_vice_president_is_for_is_no_body() {
    let text = "投资者联系\nAnn Lee，投资者关系副总裁\nWeir Therapeutics\n2155 0111";
    assert_eq!(read_all(text), ["Weir Therapeutics | Ann Lee | 投资者关系副总裁 | +85221550111 | "]);
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
fn a_word_below_a_name_is_the_body_that_its_address_is_at() {
    let text = "Media contacts:\nAnn Lee\nQuorvex\n2155 0111\npress@quorvex.example";
    assert_eq!(read_all(text), ["Quorvex | Ann Lee | - | +85221550111 | press@quorvex.example"]);
    let text = "Media contacts:\nAnn Lee\nQuestions\n2155 0111\npress@quorvex.example";
    assert_eq!(read_all(text), ["- | Ann Lee | - | +85221550111 | press@quorvex.example"]);
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
fn a_street_with_its_number_is_nobody() {
    let text = "Press contact\nMoor Communications\nAnn Lee\nQuorvastraße 7\nPhone: 2155 0111";
    assert_eq!(read_all(text), ["Moor Communications | Ann Lee | - | +85221550111 | "]);
}

#[test]
fn a_body_that_is_called_by_its_kind_stands_behind_a_post() {
    let text = "Ms Ann Lee, Officer, Faculty of Mills\nTel: 2155 0111";
    assert_eq!(read_all(text), ["Faculty of Mills | Ann Lee | Officer | +85221550111 | "]);
    let text = "Ms Ann Lee, Officer, Communications\nTel: 2155 0111";
    assert_eq!(read_all(text), ["- | Ann Lee | Officer, Communications | +85221550111 | "]);
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
fn the_words_of_a_link_are_nobody() {
    let text = "Company Contact:\nWeir Works\nAnn Lee\nTel 2155 0111\nEmail Contact\n\
                Investor Relations:\nMoor IR\nBo Moor\nTel 2155 0112";
    assert_eq!(
        read_all(text),
        ["Weir Works | Ann Lee | - | +85221550111 | ", "Moor IR | Bo Moor | - | +85221550112 | "]
    );
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
fn a_unit_that_a_label_names_is_whose_number_stands_above() {
    let text = "聯絡人：林小文\n電話：2155 0111\n單位：北堤基金會";
    assert_eq!(read_all(text), ["北堤基金會 | 林小文 | - | +85221550111 | "]);
}

#[test]
fn a_bodys_spokesman_is_named_behind_the_label() {
    let text = "水務署發言人：王副署長運銘\n電話：2155 0111";
    assert_eq!(read_all(text), ["水務署 | 王運銘 | 副署長 | +85221550111 | "]);
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
