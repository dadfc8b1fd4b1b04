//! Conversion for news: the converter, with what print needs around it.
//!
//! Takes a text, gives it in another written form: radicals and compatibility ideographs folded first, names of people
//! kept in their own characters, house style, and no characters that a reader's fonts lack. What `OpenCC` gives, to the
//! letter, is the [`Converter`]'s business.

use super::alignment::{Aligned, Deaf, Track};
use super::config::{Config, Direction};
use super::converter::Converter;
use super::names::{self, Names};
use super::style::Style;
use crate::text::fold::{Folded, fold, may_fold};
use std::borrow::Cow;

/// Converts news text, with names protected and in a house style.
///
/// ```
/// use press_release::chinese::{Config, News};
///
/// let hong_kong = News::new(Config::S2hk).protecting(["范里秋"]);
/// assert_eq!(hong_kong.convert("余先生和范里秋启动计划"), "余先生和范里秋啟動計劃");
/// ```
#[derive(Debug, Clone)]
pub struct News {
    config: Config,
    converter: Converter,
    names: Names,
    bodies: Names,
    style: Style,
}

impl News {
    /// A converter of one configuration, in the house style of the written form that it converts to.
    pub fn new(config: Config) -> Self {
        News {
            config,
            converter: Converter::new(config),
            names: Names::default(),
            bodies: Names::default(),
            style: Style::of_config(config),
        }
    }

    /// The same, which knows these names of people, in the written form that it converts from.
    #[must_use]
    pub fn protecting<'n>(mut self, names: impl IntoIterator<Item = &'n str>) -> Self {
        self.names = Names::of(names);
        self
    }

    /// The same, which converts the names of these bodies and schemes each as a whole, so that one name is the same
    /// wherever it stands; they are given in the written form that it converts from.
    ///
    /// ```
    /// use press_release::chinese::{Config, News};
    ///
    /// let news = News::new(Config::S2hk).naming(["海港面粉厂"]);
    /// assert_eq!(news.convert("由海港面粉厂"), "由海港麪粉廠");
    /// ```
    #[must_use]
    pub fn naming<'n>(mut self, bodies: impl IntoIterator<Item = &'n str>) -> Self {
        self.bodies = Names::of(bodies);
        self
    }

    /// The same, which writes as `example` does wherever one character or word has several forms: 說 or 説, 宣布 or
    /// 宣佈.
    ///
    /// ```
    /// use press_release::chinese::{Config, News};
    ///
    /// let ours = News::new(Config::S2hk).in_style_of("主辦者說，綫上登記已截止。");
    /// assert_eq!(ours.convert("线上说明会"), "綫上說明會");
    /// ```
    #[must_use]
    pub fn in_style_of(mut self, example: &str) -> Self {
        self.style = self.style.learnt_from([example]);
        self
    }

    /// The conversion of `text`.
    pub fn convert(&self, text: &str) -> String {
        let mut result = String::with_capacity(text.len() + text.len() / 16);
        self.run(text, &mut result, &mut Deaf);
        result
    }

    /// The conversion of `text`, and which stretch of `text` each stretch of it comes from.
    ///
    /// ```
    /// use press_release::chinese::{Config, News};
    ///
    /// let aligned = News::new(Config::Hk2s).convert_aligned("⽴法會葉先生");
    /// assert_eq!(aligned.text, "立法会叶先生");
    /// assert_eq!(aligned.alignment.source_of(9..18), 9..18);
    /// ```
    pub fn convert_aligned(&self, text: &str) -> Aligned {
        let mut aligned = Aligned::default();
        self.run(text, &mut aligned.text, &mut aligned.alignment);
        aligned
    }

    fn run<T: Track>(&self, text: &str, result: &mut String, track: &mut T) {
        if is_folded(text) {
            self.convert_folded(text, result, track);
            return;
        }
        let (mut before, mut after) = (T::default(), T::default());
        let text = folded(text, &mut before);
        self.convert_folded(&text, result, &mut after);
        track.both(&before, &after);
    }

    fn convert_folded<T: Track>(&self, text: &str, result: &mut String, track: &mut T) {
        let mut at = 0;
        for body in self.bodies.find(text, Direction::Between) {
            self.convert_between(&text[at..body.start], result, track);
            self.convert_words(&text[body.clone()], result, track);
            at = body.end;
        }
        self.convert_between(&text[at..], result, track);
    }

    /// What stands between the names of bodies.
    fn convert_between<T: Track>(&self, text: &str, result: &mut String, track: &mut T) {
        let direction = self.config.direction();
        let mut at = 0;
        for name in self.names.find(text, direction) {
            self.convert_words(&text[at..name.start], result, track);
            let mut converted = String::new();
            names::convert(&text[name.clone()], direction, self.converter, &mut converted, track);
            self.dress(&converted, result);
            at = name.end;
        }
        self.convert_words(&text[at..], result, track);
    }

    /// `text` folded and in the house style, not converted: mixed forms of one character come out one way, but in the
    /// names that it knows. For
    /// Traditional text only; in a configuration that gives Simplified the style knows nothing of a region.
    ///
    /// ```
    /// use press_release::chinese::{Config, News};
    ///
    /// let text = "主辦者説：會上說過的，已說明。";
    /// assert_eq!(News::new(Config::S2hk).in_style_of(text).restyle(text), "主辦者說：會上說過的，已說明。");
    /// ```
    pub fn restyle(&self, text: &str) -> String {
        let text = folded(text, &mut Deaf);
        let mut result = String::with_capacity(text.len());
        let names = self.names.find(&text, Direction::Between);
        self.style.write_around(&text, &names, &mut result);
        result
    }

    fn convert_words<T: Track>(&self, text: &str, result: &mut String, track: &mut T) {
        if text.is_empty() {
            return;
        }
        match self.config.direction() {
            Direction::ToSimplified => self.legible(text, result, track),
            Direction::ToTraditional | Direction::Between => {
                let mut converted = String::with_capacity(text.len() + text.len() / 16);
                self.converter.run(text, &mut converted, track);
                self.dress(&converted, result);
            }
        }
    }

    /// Forms of one character are equally long: what is aligned before is aligned after.
    fn dress(&self, text: &str, result: &mut String) {
        match self.config.direction() {
            Direction::ToSimplified => result.push_str(text),
            Direction::ToTraditional | Direction::Between => self.style.write(text, result),
        }
    }

    /// The Simplified text, but a character of the basic plane stays where it would become one outside, which few fonts
    /// have: 鱲 is read by more people than its simplified form. 衞 is no character of `OpenCC`'s own Traditional, and is
    /// taken for 衛.
    fn legible<T: Track>(&self, text: &str, result: &mut String, track: &mut T) {
        let text: Cow<'_, str> =
            if text.contains('衞') { text.replace('衞', "衛").into() } else { text.into() };
        if !T::LISTENS {
            // Hardly a text has such a character: only then it is asked what each came from.
            let start = result.len();
            self.converter.run(&text, result, track);
            if !result.as_bytes()[start..].iter().any(|&byte| byte >= OUTSIDE) {
                return;
            }
            result.truncate(start);
        }
        let aligned = self.converter.convert_aligned(&text);
        for stretch in aligned.alignment.stretches() {
            let (from, to) = (&text[stretch.source], &aligned.text[stretch.result]);
            let rare = from.len() == 3 && to.len() == 4;
            result.push_str(if rare { from } else { to });
            if stretch.even || rare {
                track.even(from.len());
            } else {
                track.whole(from.len(), to.len());
            }
        }
    }
}

/// The least first byte of a character outside the basic plane.
const OUTSIDE: u8 = 0xf0;

/// Whether folding changes nothing.
fn is_folded(text: &str) -> bool {
    !may_fold(text.as_bytes()) || text.chars().all(|c| fold(c) == Folded::Same)
}

/// The text with its radicals and compatibility ideographs folded.
fn folded<'t, T: Track>(text: &'t str, track: &mut T) -> Cow<'t, str> {
    if is_folded(text) {
        track.even(text.len());
        return text.into();
    }
    let mut result = String::with_capacity(text.len());
    for c in text.chars() {
        match fold(c) {
            Folded::Same => {
                result.push(c);
                track.even(c.len_utf8());
            }
            Folded::Char(to) => {
                result.push(to);
                track.character(c, to);
            }
            Folded::Str(to) => {
                result.push_str(to);
                track.whole(c.len_utf8(), to.len());
            }
            Folded::Nothing => track.whole(c.len_utf8(), 0),
        }
    }
    result.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_their_characters() {
        let hong_kong = News::new(Config::S2hk);
        assert_eq!(hong_kong.convert("范先生说，其余范例见后"), "范先生説，其餘範例見後");
        let simplified = News::new(Config::Hk2s);
        assert_eq!(simplified.convert("鍾先生、葉教授，於先生"), "钟先生、叶教授，於先生");
        assert_eq!(simplified.protecting(["陳乾里"]).convert("由陳乾里主持"), "由陈乾里主持");
    }

    #[test]
    fn rare_glyphs_are_not_made() {
        assert_eq!(
            Converter::new(Config::Hk2s).convert("紅衫鱲魚").chars().filter(|c| *c > '\u{ffff}').count(),
            1
        );
        assert_eq!(News::new(Config::Hk2s).convert("紅衫鱲魚"), "红衫鱲鱼");
    }

    #[test]
    fn what_prints_nothing_is_aligned_with_nothing() {
        for text in ["船\u{200b}", "\u{200b}", "\u{200b}船", "ﬁ\u{200b}船\u{200b}\u{200b}"] {
            let aligned = News::new(Config::Hk2s).convert_aligned(text);
            let last = aligned.alignment.stretches().last().expect("there is one");
            assert_eq!((last.source.end, last.result.end), (text.len(), aligned.text.len()), "{text:?}");
        }
    }

    #[test]
    fn radicals_are_folded_first() {
        assert_eq!(News::new(Config::Hk2s).convert("⽴法會⾦額"), "立法会金额");
    }
}
