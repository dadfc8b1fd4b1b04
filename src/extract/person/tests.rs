//! One line a description: what it is told apart into. All people and bodies are invented.

use super::*;

/// `kind|name|title|organization|honorific`, `-` for what is not printed.
fn told(text: &str, named: Option<Named>) -> String {
    let Some(named) = named else { return "none".to_owned() };
    let part = |range: &Option<Range<usize>>| range.clone().map_or("-", |range| &text[range]).to_owned();
    let kind = match named.kind {
        NamedKind::Person => "person",
        NamedKind::Organization => "body",
        NamedKind::Unnamed => "unnamed",
        NamedKind::Pronoun => "pronoun",
    };
    [
        kind.to_owned(),
        part(&named.name),
        part(&named.title),
        part(&named.organization),
        part(&named.honorific),
    ]
    .join("|")
}

fn whole(text: &str, read: fn(&str, Range<usize>) -> Option<Named>) -> String {
    told(text, read(text, 0..text.len()))
}

fn check(cases: &str, read: fn(&str, Range<usize>) -> Option<Named>) {
    let mut wrong = Vec::new();
    for line in cases.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let Some((text, expected)) = line.split_once(" => ") else { panic!("no arrow in {line}") };
        let got = whole(text, read);
        if got != expected {
            wrong.push(format!("{text}\n  expected {expected}\n  got      {got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn chinese_descriptions_are_read_from_their_end() {
    check(include_str!("tests/chinese.txt"), chinese_before);
}

#[test]
fn english_descriptions_are_read_from_their_start() {
    check(include_str!("tests/english_from.txt"), english_from);
}

#[test]
fn english_descriptions_are_read_from_their_end() {
    check(include_str!("tests/english_before.txt"), english_before);
}

#[test]
fn lines_are_a_name_and_a_post_in_any_order() {
    check(include_str!("tests/lines.txt"), of_line);
}

/// Each of a list as `name@position`.
fn listed(text: &str) -> String {
    let part = |range: &Option<Range<usize>>| range.clone().map_or("-", |range| &text[range]).to_owned();
    let found = of_list(text, 0..text.len());
    found.iter().map(|one| part(&one.named.name) + "@" + &part(&one.position)).collect::<Vec<_>>().join(" ")
}

#[test]
fn lists_give_everybody_with_the_place() {
    assert_eq!(
        listed(
            "（左起）青洲大學協理副校長冼文蔚教授、新灣科學園管理局主席鄺詠琳博士，以及香港理海大學副校長（研究）司徒翰教授。"
        ),
        "冼文蔚@- 鄺詠琳@- 司徒翰@-"
    );
    assert_eq!(
        listed("水資源循環署署長溫秉謙（左三）與湛藍再生水總經理柯以寧（右一）合照"),
        "溫秉謙@左三 柯以寧@右一"
    );
    assert_eq!(
        listed(
            "(from left) Mr Paul Szeto, Dr Ann Kwong (centre) and Ms Odile Roy at the opening in Tsing Yi."
        ),
        "Paul Szeto@- Ann Kwong@centre Odile Roy@-"
    );
}

/// Whatever the text, ranges are in bounds and on character boundaries.
#[test]
fn ranges_are_sound_on_texts_put_together_at_random() {
    let pieces = [
        "主席",
        "王",
        "李明哲",
        "（",
        "）",
        "，",
        "、",
        "的",
        "和",
        "博士",
        "教育局",
        "CEO",
        " ",
        "Ann Lee",
        ", ",
        "Dr",
        "of",
        "the",
        "Acme Inc.",
        "’s",
        "said",
        "(left)",
        "·",
        "😀",
        "é",
        "\n",
        "\u{3000}",
        "—",
        "“",
        "”",
        "J.",
        "Jr.",
        "Director",
        "and",
        "首席",
        "官",
        "；",
        "與",
        "Mr",
        "-",
        "|",
        "：",
        "e\u{301}",
        "副校長（研究）",
        "先生",
        "他",
        "SBS",
        "&",
        "",
    ];
    let mut seed: u64 = 7;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    for _ in 0..4000 {
        let text: String = (0..next(14)).map(|_| pieces[next(pieces.len())]).collect();
        let (one, other) = (next(text.len() + 3), next(text.len() + 3));
        let range = one.min(other)..one.max(other);
        for read in [chinese_before, english_from, english_before, of_line] {
            if let Some(named) = read(&text, range.clone()) {
                assert_sound(&text, &range, &named);
            }
        }
        for one in of_list(&text, range.clone()) {
            assert_sound(&text, &range, &one.named);
            assert!(one.position.is_none_or(|part| text.get(part).is_some()));
        }
    }
}

fn assert_sound(text: &str, range: &Range<usize>, named: &Named) {
    let parts = [&named.name, &named.title, &named.organization, &named.honorific];
    for part in parts.into_iter().flatten().chain([&named.extent]) {
        assert!(
            text.get(part.clone()).is_some_and(|slice| !slice.is_empty()),
            "{part:?} of {text:?} {named:?}"
        );
        assert!(range.start <= part.start && part.end <= range.end, "{part:?} of {range:?} in {text:?}");
    }
}

#[test]
fn only_a_bounded_stretch_is_read() {
    let text = "主席、".repeat(20_000) + "王明哲";
    assert!(chinese_before(&text, 0..text.len()).is_some_and(|named| named.extent.len() <= 400));
    let text = "Acme Director ".repeat(20_000);
    let named = english_from(&text, 0..text.len());
    assert!(named.is_none_or(|named| named.extent.len() <= 400));
}
