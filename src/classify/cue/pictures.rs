//! What lines show by the pictures around them: captions, names below a photo, scenes.
//!
//! Takes the cues that the lines show by themselves and where the prose starts and ends; adds to them.

use super::around::Page;
use super::{Cue, CueSet, description};
use crate::extract::date;
use crate::lexicon::people::han;
use crate::lexicon::{captions, cues, places};
use crate::text::markup;

/// Short lines below the first prose that tell what a picture shows.
pub(super) fn mark_scenes(page: &Page, sets: &mut [CueSet]) {
    for (at, set) in sets.iter_mut().enumerate() {
        let short = set.has(Cue::Short) || set.has(Cue::Medium);
        if !short || !set.has(Cue::Han) {
            continue;
        }
        let line = page.slice(at);
        if closes_with_agency(line) {
            set.add(Cue::PhotoCredit);
            set.add(Cue::CaptionEnd);
        }
        if set.has(Cue::BeforeProse) {
            continue;
        }
        let shown = captions::shows_scene(line) || closes_as_caption(line) || names_in_brackets(line);
        set.add_if(shown, Cue::CaptionEnd);
    }
}

/// Lines no longer than a caption right below a picture that a page gives as Markdown or as a tag: they tell what it shows,
/// unless they are marked as a heading. On a page that marks its headings they surely do.
pub(super) fn mark_below_pictures(page: &Page, sets: &mut [CueSet]) {
    let headed = memchr::memmem::find(page.text.as_bytes(), b"\n## ").is_some();
    for (at, set) in sets.iter_mut().enumerate() {
        let long =
            set.has(Cue::Long) || set.has(Cue::SentenceEnd) && !(set.has(Cue::Short) || set.has(Cue::Medium));
        if !page.apart[at] || long || set.has(Cue::ColonEnd) || set.has(Cue::Bullet) {
            continue;
        }
        let above = &page.text[..page.lines[at].span.start()];
        let marked = above.ends_with("# ");
        let picture =
            above.trim_end().rsplit('\n').next().is_some_and(|line| markup::is_picture(line.trim()));
        let shows = picture && !marked;
        set.add_if(shows, Cue::CaptionEnd);
        set.add_if(shows && headed && !set.has(Cue::SentenceEnd), Cue::CaptionLabel);
    }
}

/// Whether somebody with a post fills the brackets that are all of a line: （北堤磨坊總經理林小文女士）.
fn names_in_brackets(line: &str) -> bool {
    let inside = line.strip_prefix(['（', '(']).and_then(|line| line.strip_suffix(['）', ')']));
    inside.is_some_and(|inside| {
        !inside.contains(['：', ':', '（', '('])
            && han::holds_post(inside)
            && super::names::names_with_post(inside)
    })
}

/// Whether a line is one clause and its full stop, the clause ending as a caption does: 會長林小文致詞。
fn closes_as_caption(line: &str) -> bool {
    let clause = line.strip_suffix('。').filter(|clause| !clause.contains(['，', '。', '：', '；']));
    clause.is_some_and(cues::ends_as_caption)
}

/// Whether behind its last sentence a line tells which agency's picture it is, and of what day: …啟用。中央社 113年6月26日.
fn closes_with_agency(line: &str) -> bool {
    let Some((sentence, credit)) = line.rsplit_once('。') else { return false };
    let credit = credit.trim();
    let Some(agency) = places::wire_prefix(credit).filter(|_| !sentence.is_empty()) else { return false };
    let day = credit[agency..].trim_start();
    date::find_first(day).is_some_and(|found| found.range == (0..day.len()))
}

/// The lines under the title of a row of photos, up to the next heading, button or rule.
pub(super) fn mark_under_photos(sets: &mut [CueSet]) {
    /// More lines than these are no captions of one row.
    const MOST: usize = 8;
    const ENDS: CueSet = CueSet::of(&[
        Cue::NavAlone,
        Cue::NavOpens,
        Cue::BoilerHeading,
        Cue::NotesHeading,
        Cue::ContactHeading,
        Cue::ContactOpens,
        Cue::EndMark,
        Cue::Download,
        // A paragraph: the text goes on after a picture in its midst.
        Cue::Huge,
    ]);
    let mut left = 0_usize;
    for set in sets {
        if set.has(Cue::PhotoHeading) {
            left = MOST;
        } else if set.has_any(ENDS) {
            left = 0;
        } else {
            set.add_if(left > 0, Cue::UnderPhotos);
            left = left.saturating_sub(1);
        }
    }
}

/// Short lines below the text that stand together, one of them surely a caption: a page prints its captions one below the
/// other, and only some tell by themselves what they are.
pub(super) fn mark_beside_captions(sets: &mut [CueSet]) {
    /// Lines of the longest row of captions.
    const MOST: usize = 8;
    const SURELY: CueSet = CueSet::of(&[Cue::Position, Cue::PhotoCredit]);
    const NO_CAPTION: CueSet = CueSet::of(&[
        Cue::BoilerHeading,
        Cue::BracketStart,
        Cue::Bullet,
        Cue::CaptionLabel,
        Cue::ColonEnd,
        Cue::ContactHeading,
        Cue::ContactLabel,
        Cue::ContactOpens,
        Cue::Copyright,
        Cue::Credit,
        Cue::DateOnly,
        Cue::Download,
        Cue::Email,
        Cue::EndMark,
        Cue::Hashtags,
        Cue::Masthead,
        Cue::Menu,
        Cue::NavAlone,
        Cue::NavOpens,
        Cue::NotesHeading,
        Cue::Numbered,
        Cue::Pair,
        Cue::Phone,
        Cue::PhotoHeading,
        Cue::Prose,
        Cue::QuoteStart,
        Cue::Url,
    ]);
    let Some(below) = sets.iter().rposition(|set| !set.has(Cue::AfterProse)) else { return };
    let mut at = below + 1;
    while at < sets.len() {
        let further = sets[at + 1..].iter().take_while(|set| !set.has(Cue::GapBefore)).count();
        let row = &mut sets[at..=at + further];
        at += further + 1;
        let fits = |set: &CueSet| (set.has(Cue::Short) || set.has(Cue::Medium)) && !set.has_any(NO_CAPTION);
        let sure = |row: &[CueSet]| row[0].has(Cue::EchoedBelow) || row.iter().any(|set| set.has_any(SURELY));
        if (2..=MOST).contains(&row.len()) && row[0].has(Cue::GapBefore) && row.iter().all(fits) && sure(row)
        {
            for set in row {
                set.add(Cue::BesideCaption);
            }
        }
    }
}

/// What a page shows between its title and its lead: the line above one that only tells whose photo it is, and
/// somebody's name and post away from contacts.
pub(super) fn mark_pictured(page: &Page, sets: &mut [CueSet]) {
    for at in 0..sets.len() {
        let set = sets[at];
        let named = set.has(Cue::Titled) && set.has(Cue::BeforeDateline) && set.has(Cue::Unwrapped);
        let title = at > 0 && (sets[at - 1].has(Cue::OpenEnd) || sets[at - 1].has(Cue::SentenceEnd));
        let credited = || {
            let below =
                sets.get(at + 1).is_some_and(|next| next.has(Cue::PhotoCredit) && !next.has(Cue::GapBefore));
            below
                && set.has(Cue::GapBefore)
                && !set.has(Cue::PhotoCredit)
                && captions::opens_as_credit(page.slice(at + 1))
        };
        if named && title && !description::is_near_contacts(sets, at) {
            sets[at].add(Cue::CaptionEnd);
        } else if set.has(Cue::Unwrapped) && credited() {
            sets[at].add(Cue::PhotoCredit);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::of_text as cues;
    use super::*;

    #[test]
    fn short_lines_beside_a_caption_are_captions() {
        let filler =
            "北堤新碼頭將於五月啟用，市議會表示，工程歷時九年，耗資二百萬元，設有四十個泊位。\n\n".repeat(4);
        let text = format!(
            "北堤新碼頭五月啟用\n\n{filler}議員黎永生（左）主持啟用禮\n碼頭全景\n學校樂隊在場演奏\n\n訂閱電子報\n"
        );
        let cues = cues(&text);
        let beside: Vec<usize> = (0..cues.len()).filter(|&at| cues[at].has(Cue::BesideCaption)).collect();
        assert_eq!(beside, [5, 6, 7]);
    }

    #[test]
    fn who_is_pictured_may_stand_in_brackets() {
        assert!(
            names_in_brackets("（北堤磨坊總經理林小文女士）") && names_in_brackets("（WML首席顧問林小文）")
        );
        assert!(!names_in_brackets("（北堤磨坊）") && !names_in_brackets("（記者：林小文）"));
    }

    #[test]
    fn a_line_below_a_picture_is_its_caption() {
        let text = "# 北堤新碼頭五月啟用\n\n北堤市政府今日宣布，新碼頭於五月一日啟用，設有座椅及飲水機，票價不變。\n\n\
                    ## 碼頭的由來\n\n舊碼頭建於1908年，市議會表示，工程歷時九年，耗資二百萬元，設有四十個泊位。\n\n\
                    ![碼頭](a.jpg)\n\n碼頭晨光\n\n新碼頭比舊的大一倍，市民等了九年，今天終於可以啟用了，票價不變。\n";
        let captions = crate::parse(text).remove(0).captions;
        assert_eq!(captions.into_iter().map(|caption| caption.text.text).collect::<Vec<_>>(), ["碼頭晨光"]);
    }

    #[test]
    fn a_line_above_a_credit_is_pictured() {
        let filler =
            "The pier of Weir opens in May, its owners said, after nine years of work.\n\n".repeat(6);
        let text =
            format!("Pier opens\n\nThe pier of Weir at noon with its owners.\nCredit: Ann Lee\n\n{filler}");
        let cues = cues(&text);
        assert!(cues[1].has(Cue::PhotoCredit));
        assert!(!cues[3].has(Cue::PhotoCredit));
    }

    #[test]
    fn a_name_and_post_above_the_lead_may_be_pictured() {
        let filler =
            "The pier of Weir opens in May, its owners said, after nine years of work.\n\n".repeat(6);
        let text = format!(
            "Pier opens at last\n\nAnn Lee, founder and CEO of Weir Mill\n\nWEIR, Ohio, May 4, 2025 -- {filler}"
        );
        assert!(cues(&text)[1].has(Cue::CaptionEnd));
    }

    #[test]
    fn an_agency_and_a_day_close_a_caption() {
        assert!(closes_with_agency("新碼頭啟用，市民入場參觀。中央社 113年6月26日"));
        assert!(!closes_with_agency("新碼頭啟用。中央社今日報導"));
        assert!(!closes_with_agency("中央社 113年6月26日"));
    }

    #[test]
    fn one_clause_may_close_as_a_caption() {
        assert!(closes_as_caption("協會理事長林小文致詞。") && closes_as_caption("講者與貴賓大合照。"));
        assert!(!closes_as_caption("會後，講者與貴賓大合照。") && !closes_as_caption("林小文致詞"));
    }
}
