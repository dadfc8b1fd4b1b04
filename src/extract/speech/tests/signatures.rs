//! Who is named on a line of its own, above or below the speech, or behind a dash or a colon.

use super::*;

#[test]
fn a_signature_names_the_speaker() {
    for text in ["“The pier is ours again.” – Ann Lee, Chair", "“The pier is ours again.”\n– Ann Lee, Chair"]
    {
        assert_eq!(direct(text), ["Ann Lee -: The pier is ours again."]);
    }
    assert_eq!(
        direct("「碼頭終於回到我們手上了。」\n——王小明，主席"),
        ["王小明 -: 碼頭終於回到我們手上了。"]
    );
}

#[test]
fn whose_speech_follows_may_stand_on_a_line_of_its_own() {
    let said = ("「碼頭終於回到我們手上了。」", PassageKind::Prose);
    assert_eq!(
        quoted(&[("北堤公司主席 王小明", PassageKind::Naming), said]),
        ["王小明: 碼頭終於回到我們手上了。"]
    );
    assert_eq!(quoted(&[("北堤公司", PassageKind::Naming), said]), [""; 0]);
}

#[test]
fn a_day_may_close_a_signature() {
    let source = "“The pier opens in May.”\nAnn Lee, Commissioner for Piers and Boats - 09/10/2024\n";
    assert_eq!(direct(source), ["Ann Lee -: The pier opens in May."]);
    assert_eq!(speakers(source), ["Ann Lee|Commissioner for Piers and Boats|-"]);
}

#[test]
fn what_is_quoted_behind_a_signature_is_no_body() {
    let source =
        "“The pier is ours again.” Ann Lee, Co-founder & CEO “The views here are those of the author.”";
    assert_eq!(speakers(source)[0], "Ann Lee|Co-founder & CEO|-");
}

#[test]
fn brackets_hold_a_signature() {
    assert_eq!(
        direct("「碼頭終於回到我們手上了。」（王小明，漁民，石澳）"),
        ["王小明 -: 碼頭終於回到我們手上了。"]
    );
    assert_eq!(direct("「碼頭終於回到我們手上了。」（鼓掌）"), Vec::<String>::new());
}

/// Each quote of `source`, whose passages are of the kinds beside them, as `name: text`.
fn quoted(source: &[(&str, PassageKind)]) -> Vec<String> {
    let readings: Vec<Reading> =
        source.iter().map(|(text, _)| Reading::of_span(text, Span::new(0, text.len()))).collect();
    let passages: Vec<Passage<'_>> = readings
        .iter()
        .zip(source)
        .map(|(reading, &(_, kind))| Passage { reading, kind, body: None, listed: None })
        .collect();
    let heard = read(&passages, &[], &Options::default());
    let shown = heard.quotes.iter().map(|quote| {
        let name = quote.speaker.as_ref().and_then(|speaker| speaker.name.as_ref());
        format!("{}: {}", name.map_or("-", |name| name.text.as_str()), quote.text.text)
    });
    shown.collect()
}

#[test]
fn headings_sign_and_captions_repeat() {
    assert_eq!(
        quoted(&[
            ("“The pier held through the storm.”", PassageKind::Prose),
            ("—Ines Calloway", PassageKind::Naming),
            ("Ines Calloway said: “The pier held.”", PassageKind::Caption),
        ]),
        ["Ines Calloway: The pier held through the storm.", "Ines Calloway: The pier held."]
    );
}

#[test]
fn a_name_and_a_post_before_a_colon_say_what_follows() {
    let heard = listen(
        "林悦，Harbour Data 首席技术官：“一次断网也没有，大家都睡得很好。”\n温靖，街坊：“楼下的灯终于亮了，晚上不怕走路。”\nHarbour Institute：“章程已列为研究生的必读材料，我们会继续教。”",
        &Options::default(),
    );
    let told = |text: Option<&Text>| text.map_or("-", |text| text.text.as_str()).to_owned();
    let speakers: Vec<String> = heard
        .quotes
        .iter()
        .filter_map(|quote| quote.speaker.as_ref())
        .map(|s| told(s.name.as_ref()) + "|" + &told(s.title.as_ref()) + "|" + &told(s.organization.as_ref()))
        .collect();
    assert_eq!(speakers, ["林悦|首席技术官|Harbour Data", "温靖|街坊|-", "Harbour Institute|-|-"]);
}

#[test]
fn a_signature_may_end_with_an_abbreviation() {
    assert_eq!(
        speakers("“The pier is ours again.”\n- Ines Ravel, President, Tallis Ferries Inc."),
        ["Ines Ravel|President|Tallis Ferries Inc."]
    );
}

#[test]
fn a_line_may_say_whose_speech_follows() {
    let text =
        "Quotes attributable to Minister for Roads Ann Lee:\n“The pier opens in May.\n“It has a lamp.”";
    assert_eq!(direct(text), ["Ann Lee -: The pier opens in May. It has a lamp."]);
}

#[test]
fn a_signature_may_close_with_a_full_stop() {
    let text = "“The pier opens in May” – Ann Lee, Head of Roads, Weir plc.";
    assert_eq!(direct(text), ["Ann Lee -: The pier opens in May"]);
}

#[test]
fn signed_words_are_not_reported_by_the_line_above() {
    let text = "What they are saying:\n“The pier opens in May.”\n— Ann Lee, Head of Roads, Weir Bank";
    assert_eq!(direct(text), ["Ann Lee -: The pier opens in May."]);
}

#[test]
fn a_signature_may_tell_where_somebody_is_from() {
    for text in [
        "“The pier is ours again.” – Ann Lee, owner, Weir Ropes & Tar, Tallis, La.",
        "Ann Lee, Weir Harbour Works: “The pier is ours again.”",
    ] {
        assert_eq!(direct(text), ["Ann Lee -: The pier is ours again."], "{text}");
    }
    // Who signs speaks all that was left open, and not who spoke before.
    let open = "“It opens in May.” – Abel Moor, Chair\n“The pier is ours.\n“We waited for it for years.” – Ann Lee, owner";
    assert_eq!(direct(open).last().map(|said| &said[..7]), Some("Ann Lee"));
}

#[test]
fn a_label_above_a_speech_names_the_body_too() {
    let speech = listen(
        "Halls stay warm this year.\nAnn Lee, Weir Village Institute:\n“We sat in our coats all winter.”",
        &Options::default(),
    );
    let speaker = speech.quotes[0].speaker.as_ref().expect("somebody speaks");
    let body = speaker.organization.as_ref().map(|body| body.text.as_str());
    assert_eq!(body, Some("Weir Village Institute"));
}

#[test]
fn a_sentence_before_a_colon_is_no_label() {
    let text = "Ann Lee, Chief Executive of Weir Mill, was delighted: “We have waited ten years for this.”";
    assert_eq!(direct(text), ["Ann Lee -: We have waited ten years for this."]);
}

#[test]
fn a_comma_may_lead_to_a_name_without_a_verb() {
    for text in [
        "“The pier is ours again,” Ann Lee, owner, Weir Mill. “We waited for it for years.”",
        "“The pier is ours again,” – Ann Lee, owner, Weir Mill",
        "“The pier is ours again.” Ann Lee, owner, Weir Mill",
    ] {
        assert_eq!(speakers(text)[0], "Ann Lee|owner|Weir Mill", "{text}");
    }
    // Who goes on to do something does not sign.
    assert_eq!(
        direct("“The pier is ours again.” Ann Lee, owner of Weir Mill, left at noon.")[0].as_bytes()[0],
        b'-'
    );
}
