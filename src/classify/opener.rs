//! A title that opens the page.
//!
//! Takes the verdicts over the lines of a page, their cues and their words; mends those of a first line right above
//! the title that says what the lead says: it is the title, and what was taken for one is its deck. So does a line
//! from which the day, the source and the buttons of a web page part a deck, one that a label above it calls the
//! title, and the first of several lines of words that stand together above the lead. A letterhead or a kicker says nothing of
//! the matter, or names a body. Lines below the title are told in `deck.rs`.

use super::cue::{Cue, CueSet};
use super::deck::{FEWEST_OF_NAME, names_who_acts};
use super::foot::ends_block;
use super::path::Verdict;
use super::zone::{Part, State, Zone};
use crate::lexicon::{cues, headings};
use crate::text::script::is_han;

/// Words of the shortest such title; fewer are a kicker or a body's name.
pub(super) const FEWEST: usize = 5;

/// Cues of lines that are no title.
pub(super) const NONE: CueSet = CueSet::OF_PAGE.or(CueSet::of(&[
    Cue::BodyAlone,
    Cue::NameAlone,
    Cue::Titled,
    Cue::PostEnd,
    Cue::Caps,
    Cue::ColonEnd,
    Cue::CommaEnd,
    Cue::Repeated,
]));

/// Words of the shortest line that is no furniture of a page, whatever it was taken for, and of the shortest deck below
/// some; guesses.
const FEWEST_OF_TITLE: usize = 7;
pub(super) const FEWEST_OF_DECK: usize = 8;

/// Decks of a title, at most.
const MOST_DECKS: usize = 3;

/// Cues of Chinese lines that are furniture of a page, whatever their length.
const FURNITURE: CueSet = CueSet::of(&[Cue::NavAlone, Cue::NavOpens, Cue::Credit, Cue::DateOnly]);

/// Words of a line, two ideographs being one.
pub(super) fn words(line: &str) -> usize {
    let ideographs = line.chars().filter(|&c| is_han(c)).count();
    let has_letters = |word: &&str| word.contains(|c: char| c.is_alphanumeric() && !is_han(c));
    ideographs.div_ceil(2) + line.split(|c: char| c.is_whitespace() || is_han(c)).filter(has_letters).count()
}

/// Lines between a title and its deck on a web page, at most: day, source, buttons to share it; a guess.
const MOST_BETWEEN: usize = 10;

/// What the furniture of a web page parts: makes a title of the line above it, or a deck of the line below it. `line` gives
/// the text of each.
pub(super) fn mend_parted<'t>(verdicts: &mut [Verdict], cues: &[CueSet], line: impl Fn(usize) -> &'t str) {
    let words = |at: usize| words(line(at));
    let Some(title) = verdicts.iter().position(|verdict| verdict.state.zone == Zone::Headline) else {
        return;
    };
    let furniture = |at: usize| match verdicts[at].state.zone {
        Zone::Navigation | Zone::Credit | Zone::DateLine | Zone::Tags | Zone::Link => {
            words(at) < FEWEST_OF_TITLE || cues[at].has(Cue::Han) && cues[at].has_any(FURNITURE)
        }
        Zone::Masthead => words(at) < FEWEST,
        _ => false,
    };
    // Capitals are a title's as well here.
    let plain = |at: usize| cues[at].and(NONE).iter().all(|cue| cue == Cue::Caps);
    let above = (title.saturating_sub(MOST_BETWEEN + 1)..title).rev().find(|&at| !furniture(at));
    let is_title = |at: usize| {
        let contact = verdicts[at].state.zone == Zone::Contact && cues[at].has(Cue::Han);
        let front = contact || matches!(verdicts[at].state.zone, Zone::Masthead | Zone::Navigation);
        // "News provided by" stands below a title, and a body's name in a title makes no letterhead of it; it may be the page's
        // own title, with the release's below.
        let provided =
            cues[at + 1].has(Cue::Credit) && words(at) >= FEWEST_OF_TITLE && !cues[title].has(Cue::TitleCase);
        let tells = provided || plain(at) && !cues[title].has(Cue::Echoed);
        front && cues[at].has(Cue::Echoed) && words(at) >= FEWEST && tells
    };
    let end = ends_block(verdicts, title);
    let below = (end..verdicts.len().min(end + MOST_BETWEEN + 1)).find(|&at| !furniture(at));
    let says = |at: usize| plain(at) && words(at) >= FEWEST_OF_DECK;
    // Those of a title in Chinese are shorter than it, and as many as three.
    let deck_end = |start: usize| {
        let zoned = |at: usize| match verdicts[at].state.zone {
            Zone::Masthead => true,
            Zone::Download => !cues[at].has(Cue::Download) && !cues[at].has(Cue::PhotoCredit),
            _ => false,
        };
        let is_deck = |&at: &usize| verdicts[at].state.part == Part::Title && zoned(at) && says(at);
        let end = (start..verdicts.len()).take(MOST_DECKS).take_while(is_deck).last()? + 1;
        let lead = verdicts.get(end).is_some_and(|next| next.state.zone == Zone::Paragraph);
        lead.then_some(end)
    };
    if let Some(at) = above.filter(|&at| at + 1 < title && is_title(at)) {
        make_title(verdicts, at, title);
    } else if let Some(start) = below.filter(|&at| at > end)
        && let Some(end) = deck_end(start)
    {
        for verdict in &mut verdicts[start..end] {
            verdict.state.zone = Zone::Deck;
        }
    }
}

/// Words of the shortest line of words that stands above a title and is one itself; a guess.
const FEWEST_STACKED: usize = 6;

/// Makes a title of the first of the lines of words that stand together right above what was taken for one, and decks of
/// the others: where the lead says none of its words, a page's menu above draws it in. A whole sentence is no title, but
/// the lead. `line` gives the text of each.
pub(super) fn mend_stacked<'t>(verdicts: &mut [Verdict], cues: &[CueSet], line: impl Fn(usize) -> &'t str) {
    let Some(title) = verdicts.iter().position(|verdict| verdict.state.zone == Zone::Headline) else {
        return;
    };
    let lead = cues[title].has(Cue::Long) && cues[title].has(Cue::SentenceEnd) && verdicts[title].begins;
    let lead = lead && verdicts.get(title + 1).is_some_and(|next| next.state.zone == Zone::Paragraph);
    let furniture = |at: usize| {
        matches!(
            verdicts[at].state.zone,
            Zone::Masthead
                | Zone::Navigation
                | Zone::DateLine
                | Zone::Credit
                | Zone::Caption
                | Zone::Download
        )
    };
    let stacked = |at: usize, fewest: usize| {
        let front = matches!(verdicts[at].state.zone, Zone::Masthead | Zone::Navigation);
        front && has_words(cues[at], line(at), fewest) && !cues[at].has(Cue::SentenceEnd)
    };
    if lead {
        let top = (title.saturating_sub(MOST_BETWEEN)..title).rev().take_while(|&at| furniture(at));
        let above: Vec<usize> = top.filter(|&at| stacked(at, FEWEST)).collect();
        let Some(&first) = above.last() else { return };
        make_title(verdicts, first, title);
        for &at in &above[..above.len() - 1] {
            verdicts[at].state = State { part: Part::Title, zone: Zone::Deck };
        }
        verdicts[title] = Verdict { state: State { part: Part::Body, zone: Zone::Paragraph }, begins: true };
        return;
    }
    // What says nothing of the matter above a title that does is another page's.
    let other =
        |at: usize| cues[at].has(Cue::Strange) && cues[title].has(Cue::Echoed) && !cues[at].has(Cue::Bullet);
    let above = (0..title).rev().take_while(|&at| stacked(at, FEWEST_STACKED) && !other(at));
    if let Some(first) = above.last().filter(|&first| !cues[first].has(Cue::Bullet)) {
        let end = (title + 1..verdicts.len()).find(|&at| verdicts[at].state.zone != Zone::Headline);
        let taken = title..end.unwrap_or(verdicts.len());
        let words: Vec<&str> = taken.clone().map(&line).collect();
        make_title(verdicts, first, title);
        if names_who_acts(&words.join(" "), FEWEST_OF_NAME) {
            let body = State { part: Part::Body, zone: Zone::Paragraph };
            verdicts[taken].iter_mut().for_each(|verdict| verdict.state = body);
        }
        for verdict in &mut verdicts[first + 1..title] {
            *verdict = Verdict { state: State { part: Part::Title, zone: Zone::Deck }, begins: true };
        }
    }
}

/// Whether a line has `fewest` words and nothing of a page's furniture. Words in small letters make no name of a body.
pub(super) fn has_words(cues: CueSet, line: &str, fewest: usize) -> bool {
    /// Letters of the longest word that joins the words of a name, and words of the longest name.
    const LONGEST_JOINT: usize = 4;
    const LONGEST_NAME: usize = 6;
    let words = || line.split_whitespace();
    let small = |word: &&str| word.len() > LONGEST_JOINT && word.starts_with(char::is_lowercase);
    let told = words().any(|word| small(&word)) || words().nth(LONGEST_NAME).is_some();
    let plain = cues.and(NONE).iter().all(|cue| cue == Cue::Caps || cue == Cue::BodyAlone && told);
    let cells = cues.has(Cue::Menu) || cues.has(Cue::Cells) || line.contains([':', '|', '@']);
    plain && !cells && words().nth(fewest - 1).is_some()
}

/// What a label calls the title, or a masthead on its line, where the page `says_again` what it is: "Title: Weir Mill Opens",
/// "Press Release: Weir Mill Opens".
fn named_title(line: &str, says_again: impl Fn(&str) -> Option<usize>) -> Option<usize> {
    let of = |title: &str| says_again(title.trim()).filter(|_| words(title) >= FEWEST);
    let label = headings::title_label(line);
    if label > 0 {
        return of(&line[label..]);
    }
    let (head, title) = line.split_once(':')?;
    of(title).filter(|_| cues::is_masthead(head))
}

/// Makes a title of the line that says again what a label above it calls one: "Title: Weir Mill Opens". `line` gives the
/// text of each. Tells whether a title is one that a label calls so.
pub(super) fn mend_named<'t>(verdicts: &mut [Verdict], line: impl Fn(usize) -> &'t str) -> bool {
    let Some(title) = verdicts.iter().position(|verdict| verdict.state.zone == Zone::Headline) else {
        return false;
    };
    // What a service told of the matter before may have been taken for the title.
    let end = verdicts.len().min(title + MOST_BETWEEN);
    let named = (title.saturating_sub(MOST_BETWEEN)..end).find_map(|at| {
        named_title(line(at), |title| (at + 1..end).take(MOST_BETWEEN).find(|&again| line(again) == title))
    });
    match named {
        Some(at) if at < title => make_title(verdicts, at, title),
        Some(at) if at > title => {
            for verdict in &mut verdicts[title..at] {
                verdict.state = State { part: Part::Front, zone: Zone::Navigation };
            }
            verdicts[at] = Verdict { state: State { part: Part::Title, zone: Zone::Headline }, begins: true };
        }
        _ => {}
    }
    named.is_some()
}

/// Makes one title of a Chinese one and the line right above it that was taken for the page's: it ends with a colon, or parts two
/// clauses, as no letterhead and no button does. `line` gives the text of each.
pub(super) fn mend_half<'t>(verdicts: &mut [Verdict], cues: &[CueSet], line: impl Fn(usize) -> &'t str) {
    /// Characters of the shortest such half; a guess.
    const SHORTEST: usize = 7;
    const CLAUSES: [char; 3] = ['，', '！', '？'];
    let Some(title) = verdicts.iter().position(|verdict| verdict.state.zone == Zone::Headline) else {
        return;
    };
    let Some(above) = title.checked_sub(1) else { return };
    let front = matches!(verdicts[above].state.zone, Zone::Masthead | Zone::Navigation);
    let whole =
        cues[above].and(NONE).iter().all(|cue| cue == Cue::ColonEnd) && !cues[above].has(Cue::SentenceEnd);
    let right_above = cues[above].has(Cue::Han) && !cues[title].has(Cue::GapBefore);
    let long = || line(above).chars().nth(SHORTEST - 1).is_some();
    let parts = || cues[above].has(Cue::ColonEnd) || line(above).contains(CLAUSES);
    if front && whole && right_above && long() && parts() {
        verdicts[above] = Verdict { state: State { part: Part::Title, zone: Zone::Headline }, begins: true };
        verdicts[title].begins = false;
    }
}

/// Makes a title of what was taken for the deck of a covering sentence, as one who sends a release by mail puts it above:
/// no Chinese title closes with a full stop above a deck that has none. `line` gives the text of each.
pub(super) fn mend_covering<'t>(verdicts: &mut [Verdict], cues: &[CueSet], line: impl Fn(usize) -> &'t str) {
    let Some(title) = verdicts.iter().position(|verdict| verdict.state.zone == Zone::Headline) else {
        return;
    };
    let deck = title + 1;
    let titled = verdicts.get(deck).is_some_and(|next| next.state.zone == Zone::Deck && next.begins);
    let covers = cues[title].has(Cue::Han) && line(title).ends_with('。');
    if titled && covers && !cues[title].has(Cue::Echoed) && !cues[deck].has(Cue::SentenceEnd) {
        verdicts[title].state = State { part: Part::Front, zone: Zone::Navigation };
        verdicts[deck].state.zone = Zone::Headline;
    }
}

/// Makes a title of the line at `at`, and a deck of what was taken for one from `deck` on.
fn make_title(verdicts: &mut [Verdict], at: usize, deck: usize) {
    verdicts[at] = Verdict { state: State { part: Part::Title, zone: Zone::Headline }, begins: true };
    let lines = verdicts[deck..].iter_mut();
    for line in lines.take_while(|line| line.state.zone == Zone::Headline) {
        line.state.zone = Zone::Deck;
    }
}

/// Makes a title of the first line above one, whose text is `first`.
pub(super) fn mend(verdicts: &mut [Verdict], cues: &[CueSet], first: &str) {
    let [above, title, ..] = &verdicts[..] else { return };
    let front = matches!(above.state.zone, Zone::Masthead | Zone::Navigation);
    let titled = title.state.zone == Zone::Headline && title.begins && !cues[1].has(Cue::GapBefore);
    let tells = cues[0].has(Cue::TitleCase) && cues[0].has(Cue::Echoed) && !cues[0].has_any(NONE);
    if !front || !titled || !tells || first.split_whitespace().nth(FEWEST - 1).is_none() {
        return;
    }
    make_title(verdicts, 0, 1);
}

#[cfg(test)]
mod tests {
    use super::super::path::judged;
    use super::*;

    /// Title and decks of a page that opens with these lines.
    fn title(head: &str) -> (String, Vec<String>) {
        let text = format!(
            "{head}\n\nWEIR, Ohio, May 4, 2025 – Weir Mill plc, the maker of flour, opened its second line on Monday at \
             its works in Moorland, where it has ground flour since 1908.\n\nThe first line opened in 2019 and has made \
             30,000 tonnes of flour.\n"
        );
        let release = crate::parse(&text).remove(0);
        let decks = release.subheadlines.into_iter().map(|deck| deck.text).collect();
        (release.headline.map(|title| title.text).unwrap_or_default(), decks)
    }

    #[test]
    fn the_line_above_a_deck_is_the_title() {
        let deck = "New line will treat 12,000 tonnes of grain a year and employ 85 people";
        let further = "Investment of €40 million is the largest in the company’s history";
        let (headline, decks) = title(&format!("Weir Mill Opens Second Line in Moorland\n{deck}\n{further}"));
        assert_eq!(headline, "Weir Mill Opens Second Line in Moorland");
        assert_eq!(decks, [deck, further]);
    }

    #[test]
    fn the_furniture_of_a_page_parts_a_title_from_its_deck() {
        let own = "Weir Mill opens second line at its works in Moorland";
        let deck = "Twelve thousand tonnes a year are to come from farms that had nowhere to sell";
        for page in [
            format!(
                "{own}\n\nNews Provided By\nWeir Mill plc\nMay 04, 2025, 13:00 GMT\n\nShare This Article"
            ),
            format!(
                "Title: {own}\n\nURL Source: https://news.example/weir-mill\n\n\
                 Published Time: 2025-05-04T13:00:00+00:00\n\nMarkdown Content:"
            ),
        ] {
            let (headline, decks) = title(&format!("{page}\n\n{deck}"));
            assert_eq!(headline, own, "{page}");
            assert_eq!(decks, [deck], "{page}");
        }
    }

    #[test]
    fn furniture_parts_a_title_of_two_lines_from_its_deck() {
        let lines = [
            "Weir Mill Opens Its",
            "Second Line",
            "News Provided By",
            "Share This",
            "The line is to grind twelve thousand tonnes a year",
        ];
        let mended = |zone: Zone, own: &[Cue]| {
            let title = |zone: Zone| (Part::Title, zone, &[][..]);
            let (mut verdicts, cues) = judged(&[
                title(Zone::Headline),
                title(Zone::Headline),
                title(Zone::Credit),
                title(Zone::Navigation),
                (Part::Title, zone, own),
                (Part::Body, Zone::Paragraph, &[]),
            ]);
            verdicts[1].begins = false;
            mend_parted(&mut verdicts, &cues, |at| lines.get(at).copied().unwrap_or(""));
            verdicts[4].state.zone
        };
        assert_eq!(mended(Zone::Masthead, &[]), Zone::Deck);
        assert_eq!(mended(Zone::Download, &[]), Zone::Deck);
        assert_eq!(mended(Zone::Download, &[Cue::Download]), Zone::Download);
    }

    #[test]
    fn a_title_may_open_on_the_line_above() {
        let headline = |head: &str| {
            let text = format!(
                "{head}\n\n北堤市水務局今日宣布完成舊橋加固工程，週末恢復通車。首階段工程預計於明年第三季完成，屆時每日處理量可達一萬二千立方米。\n\n\
                 局長林小文說：「舊橋用了一百年，今天起可以再用一百年。」\n"
            );
            crate::parse(&text).remove(0).headline.map(|title| title.text).unwrap_or_default()
        };
        let whole = "北堤的舊橋要前進： 水務局促市府兌現加固承諾";
        assert_eq!(
            headline("【北堤水務局新聞稿】2025年1月6日\n\n北堤的舊橋要前進：\n水務局促市府兌現加固承諾")
                .replace(' ', ""),
            whole.replace(' ', "")
        );
        let own = "水務局促市府兌現加固承諾";
        assert_eq!(headline(&format!("【北堤水務局新聞稿】2025年1月6日\n\n發稿單位：秘書室\n{own}")), own);
    }

    #[test]
    fn decks_stand_below_the_day_of_a_chinese_page() {
        let page = |head: &str| {
            let text = format!(
                "{head}\n北堤市水務局今日宣布完成舊橋加固工程，週末恢復通車。首階段工程預計於明年第三季完成，屆時每日處理量可達一萬二千立方米。\n\
                 局長林小文說：「舊橋用了一百年，今天起可以再用一百年。」\n工程費用二億元，由市庫支付。\n"
            );
            let release = crate::parse(&text).remove(0);
            let decks = release.subheadlines.into_iter().map(|deck| deck.text).collect::<Vec<_>>();
            (release.headline.map(|title| title.text).unwrap_or_default(), decks)
        };
        let (title, deck) = ("水務局完成舊橋加固工程 週末恢復通車", "研究成果登上國際期刊 為治水帶來新方向");
        let dated = "發布日期：2025年1月6日 | 發布單位：秘書室 | 點閱：1208";
        assert_eq!(page(&format!("{title}\n{dated}\n{deck}")), (title.to_owned(), vec![deck.to_owned()]));
        assert_eq!(page(&format!("{title}\n{dated}")), (title.to_owned(), Vec::new()));
    }

    #[test]
    fn a_sentence_that_covers_a_release_is_no_title() {
        let page = |cover: &str| {
            let text = format!(
                "親愛的媒體朋友您好，\n\n{cover}\n\n舊橋通車！北堤水務局：加固工程一年完成\n\n\
                 北堤市水務局今日宣布完成舊橋加固工程，週末恢復通車。首階段工程預計於明年第三季完成，屆時每日處理量可達一萬二千立方米。\n\n\
                 局長林小文說：「舊橋用了一百年，今天起可以再用一百年。」\n"
            );
            head_of(&text)
        };
        let (title, decks, _) = page("我們有一則消息想與大家分享。");
        assert_eq!((title.as_str(), decks.len()), ("舊橋通車！北堤水務局：加固工程一年完成", 0));
    }

    #[test]
    fn a_label_above_tells_the_title() {
        let own = "Weir Mill opens second line at its works in Moorland";
        let deck = "The first will be shut for a year to be mended";
        let head = format!(
            "Title: {own}\n\nURL Source: https://news.example/weir-mill\n\nMarkdown Content:\n# {own}\n\n_{deck}_"
        );
        assert_eq!(title(&head), (own.to_owned(), vec![deck.to_owned()]));
    }

    #[test]
    fn a_masthead_above_tells_the_title_as_a_label_does() {
        let own = "Weir Mill Opens Second Line at Its Works";
        let told = "29 Mar 2025 12:03 ET *Weir Mill: Second Line in Moorland to Make Flour for Forty Towns";
        let head = format!("{told}\n\n29 Mar 2025 12:20 ET\nPress Release: {own}\n\n{own}");
        assert_eq!(title(&head), (own.to_owned(), Vec::new()));
    }

    /// Title, decks and first paragraph of a page without a dateline.
    fn head_of(page: &str) -> (String, Vec<String>, String) {
        let release = crate::parse(page).remove(0);
        let decks = release.subheadlines.into_iter().map(|deck| deck.text).collect();
        (
            release.headline.map(|title| title.text).unwrap_or_default(),
            decks,
            release.body[0].text.text.clone(),
        )
    }

    #[test]
    fn buttons_between_title_and_lead_make_no_title_of_the_lead() {
        let (title, deck) =
            ("Weir Mill Opens Its Second Line in Moorland", "Line runs on water from the river");
        let lead = "Weir Mill today announced the opening of a line that will grind 12,000 tonnes of grain a year in the old hall beside the river.";
        let page = format!(
            "For Immediate Release\nSeptember 5, 2023\n\n{title}\n\n{deck}\n\nTweet\n\nShare\n\nPrint this page\n\n{lead}\n\n\
             Millers are paid from the first day and spend one day a week in the classroom. The next intake is in June.\n"
        );
        assert_eq!(head_of(&page), (title.to_owned(), vec![deck.to_owned()], lead.to_owned()));
    }

    #[test]
    fn of_lines_of_words_above_the_lead_the_first_is_the_title() {
        let lines =
            ["Home > News", "Study finds night buses cut missed visits", "Effect is largest among the old"];
        let cues: [&[Cue]; 3] = [&[Cue::NavAlone], &[], &[Cue::Echoed]];
        let zones = [Zone::Navigation, Zone::Navigation, Zone::Headline];
        let mended = |cues: [&[Cue]; 3]| {
            let mut verdicts =
                zones.map(|zone| Verdict { state: State { part: Part::Title, zone }, begins: true });
            mend_stacked(&mut verdicts, &cues.map(CueSet::of), |at| lines[at]);
            verdicts.map(|verdict| verdict.state.zone)
        };
        assert_eq!(mended(cues), [Zone::Navigation, Zone::Headline, Zone::Deck]);
        // It says nothing of the matter: another page's.
        assert_eq!(mended([&[Cue::NavAlone], &[Cue::Strange], &[Cue::Echoed]]), zones);
    }

    #[test]
    fn a_letterhead_stays_above_the_title() {
        let headline = "Weir Mill opens its second line at the works in Moorland";
        assert_eq!(title(&format!("Weir Mill plc\n{headline}")).0, headline);
    }

    #[test]
    fn items_between_a_title_and_a_dateline_are_decks() {
        let own = "Weir Mill Opens Second Line in Moorland";
        let decks =
            ["The line makes three thousand tonnes a year", "Four in five bakers ask for white flour"];
        assert_eq!(
            title(&format!("{own}\n\n• {}\n\n•{}", decks[0], decks[1])),
            (own.to_owned(), decks.map(str::to_owned).to_vec())
        );
    }
}
