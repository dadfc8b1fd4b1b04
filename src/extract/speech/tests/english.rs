//! Attributions in English.

use super::*;

#[test]
fn the_attribution_stands_before_after_and_inside() {
    assert_eq!(direct("“The pier opens in May,” said Ann Lee."), ["Ann Lee said: The pier opens in May,"]);
    assert_eq!(direct("Ann Lee said: “The pier opens in May.”"), ["Ann Lee said: The pier opens in May."]);
    assert_eq!(
        direct("According to Ann Lee, “the pier opens in May.”"),
        ["Ann Lee According to: the pier opens in May."]
    );
    assert_eq!(
        direct("“The pier,” Ann Lee said, “opens in May.”"),
        ["Ann Lee said: The pier, opens in May."]
    );
    assert_eq!(
        direct("“Will it run?” said Ann Lee, a teacher. “It did, and we slept.”"),
        ["Ann Lee said: Will it run? It did, and we slept."]
    );
}

#[test]
fn an_opening_participle_shares_the_subject() {
    for opening in
        ["Announcing the news", "Explaining the working of the pier", "Commenting", "Speaking after the vote"]
    {
        let text = format!("{opening}, Ann Lee, chair of the Weir Trust, said: “The pier opens in May.”");
        assert_eq!(direct(&text), ["Ann Lee said: The pier opens in May."]);
    }
}

#[test]
fn where_shares_are_listed_is_no_speaker() {
    let text = "Ann Lee, chair of Weir Mill (NYSE: WRM), said: “The pier opens in May.”";
    assert_eq!(direct(text), ["Ann Lee said: The pier opens in May."]);
}

#[test]
fn what_stands_in_a_post_is_nobody() {
    let text = "“It held,” said Dr Ines Calloway, Reader in Harbour Engineering at the University of Kesh.\n\
                “We had not expected that at all,” she added.";
    let speaker = "Ines Calloway|Reader in Harbour Engineering|University of Kesh";
    assert_eq!(speakers(text), [speaker, speaker]);
}

#[test]
fn a_relative_clause_that_reports_does_not_take_the_subject() {
    assert_eq!(
        speakers(
            "Abel Moor, who found the boat when he called about the noise, said: “It was grey and smelt of paint.”"
        ),
        ["Abel Moor|-|-"]
    );
}

#[test]
fn a_post_in_small_letters_before_one_in_capitals_belongs_to_it() {
    assert_eq!(
        speakers(
            "The bakery was built by owner and CEO Ines Ravel. “We bake at night and sleep by day,” Ravel said."
        ),
        ["Ines Ravel|owner and CEO|-"]
    );
}

#[test]
fn a_surname_is_a_persons_before_it_is_a_word_of_a_body() {
    assert_eq!(
        speakers(
            "Moor Dairy Inc. said: “Milk keeps best in a cold and quiet room.”\n“We have known them for years,” said Abel Moor, a farmer.\n“We trust them with the keys of our sheds,” Moor added."
        )[2],
        "Abel Moor|farmer|-"
    );
}

#[test]
fn a_given_name_may_stand_after_the_surname() {
    let told = |text: &str| listen(text, &Options::default()).people[0].name.text.clone();
    assert_eq!(
        told("It met the chairman, Mr Bernard Kwan Lok-tin; it was cold.\n“It is,” Mr Kwan said.\n"),
        "Bernard Kwan Lok-tin"
    );
    assert_eq!(
        told("The Director of the Weir Bureau, Tseng Po-hsiang, came.\n“It is cold,” Tseng said.\n"),
        "Tseng Po-hsiang"
    );
}

#[test]
fn what_somebody_does_as_she_speaks_is_no_subject() {
    assert_eq!(
        direct(
            "Launching the report, Ann Lee, CEO of Weir Homes, said: “We will go on until nobody sleeps here.”"
        ),
        ["Ann Lee said: We will go on until nobody sleeps here."]
    );
}

#[test]
fn an_office_belongs_to_the_name_behind_it() {
    let text =
        "Minister for Roads Ann Lee opened the weir today. “It holds the water back for good,” Ms Lee said.";
    assert_eq!(direct(text), ["Ann Lee said: It holds the water back for good,"]);
}

#[test]
fn a_relative_may_follow_an_apposition() {
    let text =
        "Ann Lee, Partner at Weir LLP, who advised on the deal, said: “We have waited ten years for this.”";
    assert_eq!(direct(text), ["Ann Lee said: We have waited ten years for this."]);
}

#[test]
fn a_name_ends_before_its_possessive() {
    let text = "The night ends with Lawson Moor’s “Narrow Weir”. Moor wrote it on a train.\n\
                “It only plays in B flat,” Moor said.";
    assert_eq!(speakers(text), ["Lawson Moor|-|-"]);
}

#[test]
fn a_participle_before_the_speaker_is_no_name() {
    let text = "“We open in May,” said the Minister for Roads, Ann Lee.\n\
                Concluding, the Minister added: “There are other roads on my list.”";
    assert_eq!(speakers(text), ["Ann Lee|Minister for Roads|-", "Ann Lee|Minister for Roads|-"]);
}

#[test]
fn a_trade_in_small_letters_stands_before_the_name() {
    let text = "One of them, retired teacher Leo Moor, has found six. “They look like stones,” Moor said.";
    assert_eq!(speakers(text), ["Leo Moor|retired teacher|-"]);
    let owned = "The crew, whose captain, Leo Moor, came too, was late. “I sleep through pagers,” said Moor.";
    assert_eq!(speakers(owned), ["Leo Moor|captain|-"]);
    let another =
        "In a letter to the president, Leo Moor asked for one. “I sleep through pagers,” said Moor.";
    assert_eq!(speakers(another), ["Leo Moor|-|-"]);
    let lives = "Retired nurse Ann Lee of Weirtown sent the most. “I was up anyway,” Lee said.";
    assert_eq!(speakers(lives), ["Ann Lee|Retired nurse|-"]);
    let apposed = "The trust’s patron, actor Leo Moor, lost his hearing. “We all pretended,” he said.";
    assert_eq!(speakers(apposed), ["Leo Moor|actor|-"]);
}

#[test]
fn a_style_with_a_full_stop_ends_no_sentence() {
    for style in ["Engr. (Mrs.)", "Barr.", "Revd."] {
        let text = format!("“No one shall drill,” said {style} Ann Lee, Commissioner for Roads.");
        assert_eq!(speakers(&text), ["Ann Lee|Commissioner for Roads|-"], "{style}");
    }
}

#[test]
fn somebody_without_a_name_is_told_by_the_trade_and_not_by_the_place() {
    let text = "A line cook in Weir Crossing told the court that she wrote it down. “I didn’t know if anybody would \
                read it,” she said.";
    assert_eq!(speakers(text), ["-|line cook|-"]);
}

#[test]
fn the_name_behind_a_post_speaks_in_a_second_verb_too() {
    for (subject, told) in [
        ("The project leader, Dr Ann Lee,", "Ann Lee|project leader|-"),
        ("Leader of the opposition, Councillor Leo Moor,", "Leo Moor|Leader of the opposition|-"),
    ] {
        let text = format!("{subject} praised the crew and said: “We came at nine and nobody was late.”");
        assert_eq!(speakers(&text), [told], "{subject}");
    }
}

#[test]
fn a_statement_speaks_for_who_made_it() {
    let made = "In a statement, the Weir Family Fund said that it would match every gift. ";
    assert_eq!(
        speakers(&format!(
            "{made}“Hunger is not seasonal, and our giving should not be,” the statement read."
        )),
        ["Weir Family Fund|-|-"]
    );
}

#[test]
fn a_surname_may_be_a_post_behind_a_given_name_that_no_table_has() {
    for (who, told) in [
        ("Dr. Macline King, Interim Dean of Weir College", "Macline King|Interim Dean|Weir College"),
        ("Obi Bishop, chair of Weir Mill", "Obi Bishop|chair|Weir Mill"),
        ("Obi Justice", "Obi Justice|-|-"),
        ("Weir County Judge Ann Lee", "Ann Lee|Weir County Judge|-"),
        ("Harvard Dean Ann Lee", "Ann Lee|Dean|Harvard"),
    ] {
        let text = format!("“We look forward to working with all who live near,” said {who}.");
        assert_eq!(speakers(&text), [told], "{who}");
    }
}

#[test]
fn the_board_of_a_body_belongs_to_the_post() {
    for (who, told) in [
        ("Weir Mill Board Chair Ann Lee", "Ann Lee|Board Chair|Weir Mill"),
        ("Weir Mill Advisory Board Chair Ann Lee", "Ann Lee|Advisory Board Chair|Weir Mill"),
        ("Weir Transport Board Chair Ann Lee", "Ann Lee|Chair|Weir Transport Board"),
        ("Ann Lee, Head of Research Weir Foods Ltd.", "Ann Lee|Head of Research|Weir Foods Ltd."),
    ] {
        let text = format!("“We look forward to working with all who live near,” said {who}.");
        assert_eq!(speakers(&text), [told], "{who}");
    }
}

#[test]
fn an_apposition_may_hold_verbs() {
    for about in [
        "a firm known for cutting waste in mills and advancing trade",
        "a mother of two who has lived near the mill since 1998",
        "which makes flour, bran and oats",
    ] {
        let text =
            format!("Ann Lee, chair of Weir Mill, {about}, said: “We came at nine and nobody was late.”");
        assert_eq!(direct(&text), ["Ann Lee said: We came at nine and nobody was late."], "{about}");
    }
}

#[test]
fn two_words_may_report_together() {
    for (verb, cue) in [("put it", "put it"), ("made clear", "made clear")] {
        let text = format!("As Weir Mill's Ann Lee {verb}: “We came at nine and nobody was late.”");
        let told = format!("Ann Lee {cue}: We came at nine and nobody was late.");
        assert_eq!(direct(&text), [told]);
    }
}

#[test]
fn a_nickname_in_marks_is_no_quotation() {
    assert_eq!(
        direct("“The mill runs on oats and on nothing else,” said Abel “Abe” Moor, chair of Weir Mill."),
        ["Abel “Abe” Moor said: The mill runs on oats and on nothing else,"]
    );
    assert_eq!(
        direct("Ann \"Nan\" Moor said: \"The mill runs on oats and on nothing else.\""),
        ["Ann \"Nan\" Moor said: The mill runs on oats and on nothing else."]
    );
}

#[test]
fn an_initial_that_is_a_pronoun_elsewhere_is_of_the_name() {
    assert_eq!(
        speakers("Ann I. Moor, chair of Weir Mill, said: “The mill runs on oats and on nothing else.”"),
        ["Ann I. Moor|chair|Weir Mill"]
    );
}

#[test]
fn a_nickname_stands_in_a_label_too() {
    assert_eq!(
        speakers("Abel “Abe” Moor, Weir Cruises: \"We have hired from the mill for nine summers.\""),
        ["Abel “Abe” Moor|-|Weir Cruises"]
    );
}

#[test]
fn a_family_s_name_may_be_a_word_of_grammar() {
    assert_eq!(
        speakers("“The mill runs on oats and on nothing else,” said Van Hai Do, chair of Weir Mill."),
        ["Van Hai Do|chair|Weir Mill"]
    );
}
