//! Labels of captions with their number: "Photo 1:", "Figure 2.", 圖一：, 图3. What pictures show, where no label tells.

use super::rows;
use super::tree::Tree;
use crate::text::boundary;
use crate::text::script;
use crate::text::strings::Firsts;
use regex::Regex;
use std::sync::LazyLock;

/// What follows the word of a label: a number or none, and what closes it.
static CLOSE: LazyLock<Regex> = LazyLock::new(|| {
    let number = r"(?:[0-9０-９]{1,2}[a-d]?|[一二三四五六七八九十]{1,3}|[A-Da-d]|[（(](?:[0-9０-９]{1,2}|[一二三四五六七八九十])[）)])(?:\s*[-–—至及&、]\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})|\s*(?:of|/)\s*[0-9０-９]{1,2})?";
    Regex::new(&format!(r"^\s*(?:{number})?\s*(?:[:：︰.、】\])）_|｜–—-]|\s+)"))
        .expect("the end of caption labels is a valid pattern")
});

/// The words in small letters.
static WORDS: LazyLock<Tree> = LazyLock::new(|| {
    Tree::of(
        rows(include_str!("captions.tsv")).map(|row| (row.word.chars().map(|c| c.to_ascii_lowercase()), 1)),
    )
});

/// The words of a class of what pictures show.
fn of_scenes(class: &'static str) -> Vec<&'static str> {
    rows(include_str!("scenes.tsv")).filter(|row| row.class == class).map(|row| row.word).collect()
}

static ACTORS: LazyLock<Vec<&str>> = LazyLock::new(|| of_scenes("actor"));
/// The first letters of the actors: most lines are told by their own.
static ACTORS_FIRSTS: LazyLock<Firsts> = LazyLock::new(|| {
    let mut firsts = Firsts::default();
    ACTORS.iter().filter_map(|actor| actor.chars().next()).for_each(|first| firsts.add(first));
    firsts
});
static ACTIONS: LazyLock<Vec<&str>> = LazyLock::new(|| of_scenes("action"));

/// Whether a line without marks tells what is seen, as captions do and headings hardly: 学生在河边采样.
pub(crate) fn shows_scene(line: &str) -> bool {
    if !line.starts_with(|first| ACTORS_FIRSTS.may_have(first)) {
        return false;
    }
    let acts = |rest: &str| ACTIONS.iter().any(|action| rest.contains(action));
    let unmarked = !line.contains(['，', '：', '。', '？', '！', '；', ':', '|', '｜']);
    unmarked && ACTORS.iter().any(|actor| line.strip_prefix(actor).is_some_and(acts))
}

/// Phrases that open a line which only tells whose photo it is.
static CREDITS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    rows(include_str!("cues.tsv"))
        .filter(|row| row.class == "photo_credit" && row.extra == "within")
        .map(|row| row.word)
        // What labels a caption as well is told by what follows it.
        .filter(|word| !word.starts_with(['(', '（']) && label(word).is_none())
        .collect()
});

/// The end of the label that `line` opens with: a word of the table with a number, or followed by a colon.
pub(crate) fn label(line: &str) -> Option<usize> {
    let word = word_end(line)?;
    let end = word + CLOSE.find(&line[word..])?.end();
    let closed = line[..end].trim_end().ends_with([':', '：', '︰', '】', ']', ')', '）']);
    (closed || is_numbered(&line[word..])).then_some(end)
}

/// The end of the word of the table that `line` opens with, a bracket before it or not.
fn word_end(line: &str) -> Option<usize> {
    let opened = line.strip_prefix(['【', '[', '（', '(']).unwrap_or(line);
    let start = line.len() - opened.len();
    let letters = opened.char_indices().map(|(at, c)| (start + at + c.len_utf8(), c.to_ascii_lowercase()));
    WORDS.longest(letters, 1)
}

/// Whether a number follows the word of a label: 1, （二）, "A."
fn is_numbered(after_word: &str) -> bool {
    let number = after_word.trim_start();
    let bare = number.strip_prefix(['（', '(']).unwrap_or(number);
    let counted = |c: char| script::is_digit(c) || "一二三四五六七八九十".contains(c);
    let lettered = number.strip_prefix(|c: char| matches!(c, 'A'..='D'));
    bare.starts_with(counted) || lettered.is_some_and(|rest| rest.starts_with(['.', ':']))
}

/// Whether a word of `line` labels captions: "© 2025 Weir Photos".
pub(crate) fn names_picture(line: &str) -> bool {
    let mut words = line.split(|c: char| !c.is_alphabetic());
    words.any(|word| WORDS.classes(word.chars().map(|c| c.to_ascii_lowercase()), 1) != 0)
}

/// Whether `line` opens with a label and a few words in capitals follow, or opens with a phrase of credits: "Photo: Ann
/// Lee", "Photo courtesy of the mill".
pub(crate) fn opens_as_credit(line: &str) -> bool {
    /// Words of the longest name of who took it.
    const NAME: usize = 5;
    let credited =
        |phrase: &&str| line.get(..phrase.len()).is_some_and(|start| start.eq_ignore_ascii_case(phrase));
    if CREDITS.iter().any(credited) {
        return true;
    }
    let numbered = || word_end(line).is_some_and(|word| is_numbered(&line[word..]));
    let Some(end) = label(line).filter(|_| !numbered()) else { return false };
    let mut words = line[end..].split_whitespace().peekable();
    let capital =
        |word: &str| word.len() <= 3 || word.starts_with(|c: char| c.is_uppercase() || !c.is_ascii());
    let closed = line.ends_with(|c: char| script::is_cjk(c));
    !closed && words.peek().is_some() && words.clone().count() <= NAME && words.all(capital)
}

/// Whether `line` ends with whose photo it is: "Ann Lee on the pier. Photo: Bo Moor".
pub(crate) fn closes_with_credit(line: &str) -> bool {
    /// Bytes of the longest, as of one on a line of its own; a guess.
    const LONGEST: usize = 80;
    let tail = &line[boundary::ceil(line, line.len().saturating_sub(LONGEST))..];
    let mut stops = memchr::memmem::find_iter(tail.as_bytes(), b". ");
    stops.any(|at| opens_as_credit(&tail[at + 2..]))
}

/// Whether brackets at the end of `line` tell whose photo it is: "Ann Lee on the pier (Photo: Bo Moor)".
pub(crate) fn closes_with_bracketed_credit(line: &str) -> bool {
    let end = line.trim_end_matches('.');
    let inside = end.strip_suffix([')', '）', ']']).and_then(|head| head.rsplit_once(['(', '（', '[']));
    inside.is_some_and(|(shown, credit)| !shown.is_empty() && opens_as_credit(credit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scene_has_who_is_seen_and_what_is_done() {
        for line in ["学生在河边采样", "與會嘉賓參觀新船", "工作人员向居民演示水泵"]
        {
            assert!(shows_scene(line), "{line}");
        }
        for line in ["学生的新选择", "在河边采样", "學生參觀新船，校長陪同", "水泵如何检查"]
        {
            assert!(!shows_scene(line), "{line}");
        }
    }

    #[test]
    fn a_credit_closes_a_caption() {
        assert!(closes_with_credit("Ann Lee and Bo Moor on the new pier. Photo: C. Weir"));
        assert!(closes_with_credit("The mill at dusk. Pic: Ann Lee"));
        assert!(!closes_with_credit("The mill at dusk. Photo: the weir in flood, as it was seen by boat"));
        assert!(!closes_with_credit("Photo: Ann Lee"));
    }

    #[test]
    fn labels_have_a_number_or_a_colon() {
        for line in [
            "Photo 1: The wall",
            "Photo 1 of 2: The wall",
            "Photo A. The wall",
            "Screenshot: the wall",
            "Figure 2. Sales",
            "圖一：主禮嘉賓",
            "图3 签约",
            "Photo: the wall",
            "圖：會場",
            "【圖2】合照",
            "圖(一)：會場",
            "圖2a：會場",
            "圖1_會場",
            "图1-会场",
            "附圖：會場",
        ] {
            assert!(label(line).is_some(), "{line}");
        }
        for line in ["Photo opportunities are offered", "圖書館今日開放", "Figures rose"] {
            assert_eq!(label(line), None, "{line}");
        }
    }

    #[test]
    fn brackets_may_tell_whose_photo_it_is() {
        let closes = closes_with_bracketed_credit;
        assert!(closes("The mill at noon. (Photo by Ann Lee)") && closes("The mill (Photo: Ann Lee)."));
        assert!(!closes("The mill at noon (1908)") && !closes("(Photo by Ann Lee)"));
    }
}
