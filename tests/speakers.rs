//! Who speaks, in every arrangement of a name, a post and a reporting word.
//!
//! Releases that somebody wrote hold few of them each: a rule that takes every fifth given name for half of another one
//! passes them all. Here each name stands with each post in each frame, and the speaker is the name, whole and alone.

use press_release::{QuoteKind, parse};

/// A release around a paragraph, the speakers of whose quotes are asked for.
fn around(before: &str, paragraph: &str, after: &str) -> String {
    format!("{before}\n\n{paragraph}\n\n{after}\n")
}

/// Name, title and body of who speaks in the only quotation of a release.
fn speaker(text: &str) -> Option<[String; 3]> {
    let release = parse(text).into_iter().next()?;
    let mut direct = release.quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct);
    let speaker = direct.next().filter(|_| direct.next().is_none())?.speaker.clone()?;
    let part = |text: Option<press_release::Text>| text.map(|text| text.text).unwrap_or_default();
    Some([part(speaker.name), part(speaker.title), part(speaker.organization)])
}

/// Every frame with every name and post that is read otherwise than it says; `told` tells what is asked of a speaker.
fn misread(
    frames: &[&str],
    names: &[&str],
    posts: &[&str],
    text: impl Fn(&str) -> String,
    told: impl Fn(&[String; 3], &str, &str) -> bool,
) -> Vec<String> {
    let mut wrong = Vec::new();
    for frame in frames {
        for name in names {
            for post in posts {
                let paragraph = frame.replace("NAME", name).replace("POST", post);
                match speaker(&text(&paragraph)) {
                    Some(found) if told(&found, name, post) => {}
                    found => wrong.push(format!("{paragraph}: {found:?}")),
                }
            }
        }
    }
    wrong
}

#[test]
fn chinese_names_are_whole_beside_every_post() {
    // Given names of one character that are surnames too, words that are surnames too, two surnames, three characters.
    let simplified = [
        "王强",
        "李明",
        "张平",
        "冯霞",
        "孙源",
        "郭安",
        "程文",
        "蔡孝",
        "金霆",
        "林海",
        "方贵",
        "高洋",
        "何梅",
        "曾顺文",
        "于小强",
        "任小霞",
        "周国庆",
        "马天宇",
        "欧阳慧",
        "王小明",
    ];
    let traditional = [
        "王強",
        "李明",
        "張平",
        "馮霞",
        "孫源",
        "郭安",
        "程文",
        "林海",
        "方貴",
        "高洋",
        "陳小文",
        "歐陽慧",
        "蔡曾秀蓮",
    ];
    let frames = [
        "北堤医院POSTNAME表示：“我们期待与各方一起开发新的方案，让更多人受益。”",
        "POSTNAME在会上说，“我们期待与各方一起开发新的方案，让更多人受益。”",
        "POSTNAME教授指出：“我们期待与各方一起开发新的方案，让更多人受益。”",
        "北堤集团POSTNAME也表示，“我们期待与各方一起开发新的方案，让更多人受益。”",
        "POSTNAME则在现场指出：“我们期待与各方一起开发新的方案，让更多人受益。”",
        "“我们期待与各方一起开发新的方案，让更多人受益。”POSTNAME说。",
        "NAME，北堤集团POST，表示：“我们期待与各方一起开发新的方案，让更多人受益。”",
        "“我们期待与各方一起开发新的方案，让更多人受益。”——北堤集团POST NAME",
    ];
    let posts = ["总经理", "主任", "会长", "董事长", "主席", "研究员", "总会计师", "首席科学家"];
    let text = |paragraph: &str| {
        around(
            "北堤磨坊启用新馆\n\n北堤磨坊今日宣布新馆启用，馆内设有四十个座位，并开放市民免费入场参观，展期至明年三月底止。",
            paragraph,
            "新馆将于四月起每日开放，凡居住在附近的市民均可免费入场参观，无需预约，逢星期一休馆。",
        )
    };
    let named = |found: &[String; 3], name: &str, _: &str| found[0] == name;
    assert_eq!(misread(&frames, &simplified, &posts, text, named), Vec::<String>::new());

    let frames = [
        "北堤醫院POSTNAME表示：「我們期待與各方一起開發新的方案，讓更多人受益。」",
        "POSTNAME在會上說，「我們期待與各方一起開發新的方案，讓更多人受益。」",
        "「我們期待與各方一起開發新的方案，讓更多人受益。」POSTNAME說。",
    ];
    let posts = ["總經理", "主任", "會長", "董事長", "主席", "研究員"];
    let text = |paragraph: &str| {
        around(
            "北堤磨坊啟用新館\n\n北堤磨坊今日宣布新館啟用，館內設有四十個座位，並開放市民免費入場參觀，展期至明年三月底止。",
            paragraph,
            "新館將於四月起每日開放，凡居住在附近的市民均可免費入場參觀，無需預約，逢星期一休館。",
        )
    };
    assert_eq!(misread(&frames, &traditional, &posts, text, named), Vec::<String>::new());
}

#[test]
fn english_names_posts_and_bodies_are_told_in_every_order() {
    let frames = [
        "“We look forward to working with all who live near,” said NAME, POST at Weir Mill.",
        "“We look forward to working with all who live near,” NAME, POST at Weir Mill, said.",
        "NAME, POST at Weir Mill, said: “We look forward to working with all who live near.”",
        "NAME (POST, Weir Mill) said, “We look forward to working with all who live near.”",
        "According to NAME, POST at Weir Mill, “We look forward to working with all who live near.”",
        "Said NAME, POST of Weir Mill: “We look forward to working with all who live near.”",
        "“We look forward to working with all who live near,” said NAME, who is POST at Weir Mill.",
        "“We look forward to working with all who live near.” – NAME, POST, Weir Mill",
    ];
    let names = [
        "Ann Lee",
        "Bob Smith",
        "Karen King",
        "Karen Hall",
        "Mark Bishop",
        "James O’Neill",
        "Priya Nakamura",
        "José García",
        "Mary-Jane Baker",
        "Victor Ng",
        "Rosa Müller",
    ];
    let posts = [
        "CEO",
        "founder and CEO",
        "project manager",
        "Director of Operations",
        "Deputy Chief of Staff",
        "Senior Research Fellow",
        "head of product",
        "professor of biology",
    ];
    let text = |paragraph: &str| {
        around(
            "Weir Mill Opens New Wing\n\nWEIR, 5 March 2025 - The mill opened its new wing today, with two floors and a hall.",
            paragraph,
            "The wing will be open on all days of the week from April, and entry to it is free for those who live near.",
        )
    };
    let told = |found: &[String; 3], name: &str, post: &str| *found == [name, post, "Weir Mill"];
    assert_eq!(misread(&frames, &names, &posts, text, told), Vec::<String>::new());
}
