//! The readings of a record in the two scripts.
//!
//! Takes a release whose texts are read, folded already, and gives every text of a Chinese one its reading in Traditional
//! and in Simplified, as far as they are asked for. It changes nothing else.

use super::config::Direction;
use super::names::Names;
use super::recent::Recent;
use super::style::Style;
use super::{Config, News, search_form};
use crate::language::{Language, Region, WrittenForm};
use crate::options::{Options, Scripts};
use crate::release::Release;
use crate::text::script::Leads;
use crate::texts::each_text_mut;
use rustc_hash::FxHashMap;

/// Fills `zh-Hant`, `zh-Hans` and `search` of every text, as far as they are asked for; the first two are for Chinese.
pub(crate) fn read_scripts(release: &mut Release, options: &Options) {
    let converted = options.scripts != Scripts::None;
    let readings = if converted { readings(release, options.traditional) } else { None };
    let (traditional, simplified) = readings.unzip();
    let traditional = traditional.filter(|_| options.scripts.has_traditional());
    let simplified = simplified.filter(|_| options.scripts.has_simplified());
    if traditional.is_none() && simplified.is_none() && !options.search_forms {
        return;
    }
    let mut known = Known { traditional, simplified, recent: Recent::default() };
    each_text_mut(release, &mut |text| {
        let both = known.read(&text.text);
        (text.zh_hant, text.zh_hans) = (both.traditional, both.simplified);
        text.search = options.search_forms.then(|| search_form(&text.text).into());
    });
}

/// A text in the scripts that are asked for.
struct Both {
    traditional: Option<Box<str>>,
    simplified: Option<Box<str>>,
}

/// How texts are read, and what was made of the last short ones: names and posts stand in a record again and again.
struct Known {
    traditional: Option<Reading>,
    simplified: Option<Reading>,
    recent: Recent,
}

impl Known {
    fn read(&mut self, text: &str) -> Both {
        /// Bytes of a text that is looked for; longer ones stand once.
        const SHORT: usize = 120;
        let as_it_stands = text.is_ascii() && memchr::memchr2(b'\n', b'\r', text.as_bytes()).is_none();
        if as_it_stands {
            return self.each(|_| text.into());
        }
        if text.len() > SHORT {
            return self.each(|reading| reading.of(text).into());
        }
        if let Some([traditional, simplified]) = self.recent.of(text) {
            return Both {
                traditional: self.traditional.is_some().then(|| traditional.into()),
                simplified: self.simplified.is_some().then(|| simplified.into()),
            };
        }
        let both = self.each(|reading| reading.of(text).into());
        let read = [&both.traditional, &both.simplified].map(|read| read.as_deref().unwrap_or(""));
        self.recent.keep(text, read);
        both
    }

    fn each(&self, of: impl Fn(&Reading) -> Box<str>) -> Both {
        Both {
            traditional: self.traditional.as_ref().map(&of),
            simplified: self.simplified.as_ref().map(&of),
        }
    }
}

/// How a text is read in one script.
enum Reading {
    /// As it stands.
    Own,
    /// As it stands, but with one form of each character outside of names.
    Uniform(Style, Names),
    Converted(News),
    /// By way of `OpenCC`'s own Traditional.
    Twice(Box<(News, News)>),
}

impl Reading {
    fn of(&self, text: &str) -> String {
        match self {
            Reading::Own => text.to_owned(),
            Reading::Uniform(style, names) => {
                let mut result = String::with_capacity(text.len());
                style.write_around(text, &names.find(text, Direction::Between), &mut result);
                result
            }
            Reading::Converted(news) => news.convert(text),
            Reading::Twice(steps) => steps.1.convert(&steps.0.convert(text)),
        }
    }
}

/// How the release is read in Traditional, of a region when one is asked for, and in Simplified; nothing where it is not
/// Chinese.
fn readings(release: &Release, wanted: Option<Region>) -> Option<(Reading, Reading)> {
    let Language { form, region } = release.language;
    let news = |config| News::new(config).protecting(names(release)).naming(bodies(release));
    match form {
        WrittenForm::Traditional => {
            let elsewhere = wanted.filter(|wanted| region.is_some_and(|region| region != *wanted));
            let traditional = if let Some(wanted) = elsewhere {
                Reading::Twice(Box::new((news(to_own(region)), news(of_own(wanted)))))
            } else {
                let texts = release.body.iter().map(|block| block.text.text.as_str());
                Reading::Uniform(Style::open().learnt_from(texts), Names::of(names(release)))
            };
            Some((traditional, Reading::Converted(news(to_simplified(region)))))
        }
        WrittenForm::Simplified => {
            Some((Reading::Converted(news(to_traditional(wanted.or(region)))), Reading::Own))
        }
        WrittenForm::English | WrittenForm::Undetermined => None,
    }
}

/// The bodies that the release names, and the schemes and documents that it names in marks more than once.
fn bodies(release: &Release) -> Vec<&str> {
    let speakers = release.quotes.iter().filter_map(|quote| quote.speaker.as_ref()?.organization.as_ref());
    let contacts = release.contacts.iter().filter_map(|contact| contact.organization.as_ref());
    let boilerplate = release.boilerplate.iter().filter_map(|about| about.organization.as_ref());
    let people = release.people.iter().flat_map(|person| &person.organizations);
    let named = speakers.chain(contacts).chain(boilerplate).chain(people).map(|body| body.text.as_str());
    named.chain(schemes(release)).collect()
}

/// What stands in name marks twice or more: 「潮汐舞台」, 《江邊送別》.
fn schemes(release: &Release) -> Vec<&str> {
    /// Characters of the longest name in marks; what is longer is a sentence.
    const LONGEST: usize = 16;
    /// First bytes of the marks.
    static MARKS: Leads = Leads::of(&[0xe2, 0xe3]);
    let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
    for block in &release.body {
        let text = block.text.text.as_str();
        for (open, mark) in MARKS.chars(text).filter(|(_, mark)| matches!(mark, '「' | '《' | '“' | '『'))
        {
            let inside = &text[open + mark.len_utf8()..];
            let ends = |mark| matches!(mark, '「' | '《' | '“' | '『' | '」' | '》' | '”' | '』');
            let end = MARKS.chars(inside).find(|&(_, mark)| ends(mark)).map_or(inside.len(), |(at, _)| at);
            let name = &inside[..end];
            if (2..=LONGEST).contains(&name.chars().count()) {
                *seen.entry(name).or_default() += 1;
            }
        }
    }
    let mut found: Vec<&str> =
        seen.into_iter().filter(|(_, count)| *count > 1).map(|(name, _)| name).collect();
    found.sort_unstable();
    found
}

/// The names of the people in the release.
fn names(release: &Release) -> impl Iterator<Item = &str> {
    let people = release.people.iter().map(|person| &person.name);
    let speakers = release.quotes.iter().filter_map(|quote| quote.speaker.as_ref()?.name.as_ref());
    let pictured =
        release.captions.iter().flat_map(|caption| &caption.people).filter_map(|person| person.name.as_ref());
    let contacts = release.contacts.iter().filter_map(|contact| contact.name.as_ref());
    people.chain(speakers).chain(pictured).chain(contacts).map(|name| name.text.as_str())
}

fn to_simplified(region: Option<Region>) -> Config {
    match region {
        Some(Region::HongKong | Region::Macau) => Config::Hk2s,
        Some(Region::Taiwan) => Config::Tw2s,
        _ => Config::T2s,
    }
}

fn to_traditional(region: Option<Region>) -> Config {
    match region {
        Some(Region::HongKong | Region::Macau) => Config::S2hk,
        Some(Region::Taiwan) => Config::S2tw,
        _ => Config::S2t,
    }
}

fn to_own(region: Option<Region>) -> Config {
    match region {
        Some(Region::Taiwan) => Config::Tw2t,
        _ => Config::Hk2t,
    }
}

fn of_own(region: Region) -> Config {
    match region {
        Region::Taiwan => Config::T2tw,
        _ => Config::T2hk,
    }
}

#[cfg(test)]
mod tests {
    use crate::options::Scripts;
    use crate::texts::each_text;
    use crate::{Options, Parser};

    const HONG_KONG: &str = "即時發布\n\n渡輪新航綫開通\n\n（香港，2025年3月12日）渡輪公司今日宣布，新航綫於五月開通。\
        行政總裁陳大文先生表示：「我們期望為市民帶來更便捷的服務，並改善碼頭的環境。」\n\n\
        傳媒查詢：\n李小明\n電話：2155 0143\n電郵：press@example.hk\n";

    #[test]
    fn every_text_of_a_chinese_release_has_both_readings() {
        let release = crate::parse(HONG_KONG).remove(0);
        let mut seen = 0;
        each_text(&release, &mut |text| {
            seen += 1;
            assert!(text.zh_hant.is_some() && text.zh_hans.is_some(), "{text:?}");
        });
        assert!(seen > 5);
        let headline = release.headline.expect("it has one");
        assert_eq!(headline.zh_hant.as_deref(), Some("渡輪新航綫開通"));
        assert_eq!(headline.zh_hans.as_deref(), Some("渡轮新航线开通"));
    }

    #[test]
    fn mixed_forms_come_out_one_way_but_in_names() {
        let text = "新碼頭啟用\n\n（香港，2025年3月12日）公司行政總裁陳啓文先生表示：「新碼頭今日啟用，\
            我們期望為市民帶來更便捷的服務。」啓用禮後，啟德綫亦會啟航。\n";
        let release = crate::parse(text).remove(0);
        assert!(release.people.iter().any(|person| person.name.text == "陳啓文"));
        let all: Vec<&str> = release.body.iter().filter_map(|block| block.text.zh_hant.as_deref()).collect();
        let all = all.concat();
        assert!(all.contains("陳啓文") && all.contains("啟用禮") && !all.contains("啓用"), "{all}");
    }

    #[test]
    fn only_what_is_asked_for_is_read() {
        for (scripts, traditional, simplified) in [
            (Scripts::Both, true, true),
            (Scripts::Hant, true, false),
            (Scripts::Hans, false, true),
            (Scripts::None, false, false),
        ] {
            let release = Parser::new(Options::default().scripts(scripts)).parse(HONG_KONG).remove(0);
            each_text(&release, &mut |text| {
                assert_eq!((text.zh_hant.is_some(), text.zh_hans.is_some()), (traditional, simplified));
            });
        }
    }

    #[test]
    fn a_scheme_is_converted_the_same_way_wherever_it_stands() {
        let text = "新计划启动\n\n（香港，2025年3月12日）公司今日宣布推出“人才干”计划，“人才干”计划为期三年，\
            “人才干”计划今后每年举办一次，由香港公司与市民共同参与。\n";
        let release = crate::parse(text).remove(0);
        let all: String = release.body.iter().filter_map(|block| block.text.zh_hant.clone()).collect();
        let alone = crate::chinese::News::new(crate::chinese::Config::S2t).convert("人才干");
        assert_eq!(all.matches(&alone).count(), 3, "{all}");
    }

    #[test]
    fn another_regions_traditional_and_search_forms_are_there_when_asked_for() {
        let options = Options::default().traditional(crate::Region::Taiwan).search_forms(true);
        let text = HONG_KONG.replace("碼頭的環境", "碼頭裏的環境，香港九龍新界市民");
        let release = Parser::new(options).parse(&text).remove(0);
        assert_eq!(release.language.to_string(), "zh-Hant-HK");
        let lead = &release.body[0].text;
        assert!(lead.zh_hant.as_deref().is_some_and(|text| text.contains("碼頭裡")), "{lead:?}");
        assert!(lead.search.as_deref().is_some_and(|text| text.contains("码头里的环境")), "{lead:?}");
    }

    #[test]
    fn english_has_neither() {
        let release =
            crate::parse("Harbour line opens\n\nThe first boat left at noon today, the company said.\n")
                .remove(0);
        each_text(&release, &mut |text| assert_eq!((&text.zh_hant, &text.zh_hans), (&None, &None)));
        assert!(!crate::to_json_line(&release).contains("zh-Hans"));
    }
}
