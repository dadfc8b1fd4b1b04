//! Speech without marks.

use super::*;

#[test]
fn reports_without_marks_end_with_their_sentence() {
    assert_eq!(
        indirect("Ann Lee said that the pier would open in May. It is long."),
        ["Ann Lee said: that the pier would open in May."]
    );
    assert_eq!(indirect("王小明指出，碼頭將於五月啟用。碼頭很長。"), ["王小明 指出: 碼頭將於五月啟用。"]);
    let quiet = Options::default().indirect_speech(false);
    assert!(listen("Ann Lee said that the pier would open in May.", &quiet).quotes.is_empty());
}

#[test]
fn a_dateline_is_no_part_of_what_is_said() {
    assert_eq!(
        indirect(
            "PORT ALDER, 12 March 2025 – The Kestrel Authority will open the pier in May, it said today."
        ),
        ["Kestrel Authority said: The Kestrel Authority will open the pier in May"]
    );
}

#[test]
fn a_name_closes_a_statement_without_marks() {
    assert_eq!(
        indirect("The pier will open in May, said Ines Calloway."),
        ["Ines Calloway said: The pier will open in May"]
    );
}

#[test]
fn what_only_leads_to_speech_is_no_report() {
    assert_eq!(indirect("In a statement on Monday, Ines Calloway said, “The pier opens in May.”"), [""; 0]);
    assert_eq!(indirect("Commenting on the pier, Ines Calloway said: “It opens in May.”"), [""; 0]);
    assert_eq!(indirect("「票價三年不變，班次加密。」局長岑志明回應查詢時說。"), [""; 0]);
}
