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
