//! People and bodies as releases name them: name, title, organisation, honorific told apart.
//!
//! Takes a text and a place in it where somebody is named; gives the parts of what is printed there as ranges.

mod chinese;
mod english;
mod english_after;
mod english_before;
mod english_body;
mod english_bracket;
mod english_comma;
mod english_field;
mod english_head;
mod english_name;
mod english_post;
mod han_body;
mod han_dotted;
mod han_head;
mod han_mixed;
mod han_name;
mod han_opening;
mod han_stretch;
mod kept;
mod latin_name;
mod line;
mod line_chinese;
mod list;
pub(crate) mod nickname;
mod post;
mod shape;
mod window;
mod words;

pub(crate) use latin_name::{
    has_body_mark, has_personal_name, has_personal_shape, is_given_name, is_known_person, opens_with_capital,
};
pub(crate) use line::parted_name;
pub(crate) use line_chinese::may_be_surnamed;
use std::cell::RefCell;
use std::ops::Range;

/// Somebody as one place names them. All ranges are bytes of the text that was looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Named {
    /// The whole description.
    pub(crate) extent: Range<usize>,
    /// Without title or honorific: 葉啟邦, Hubert Sin Chi-lok; of a body that speaks, its name; of a pronoun, the
    /// pronoun.
    pub(crate) name: Option<Range<usize>>,
    pub(crate) title: Option<Range<usize>>,
    pub(crate) organization: Option<Range<usize>>,
    pub(crate) honorific: Option<Range<usize>>,
    pub(crate) kind: NamedKind,
}

/// What kind of thing is named.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum NamedKind {
    /// A person by name.
    #[default]
    Person,
    /// A company, a ministry, an institution.
    Organization,
    /// A spokesman, a minister, without a name.
    Unnamed,
    /// He, she, they, 他, 她, 其.
    Pronoun,
}

/// The description that ends at `range.end` in Chinese `text` and reaches back no further than `range.start`:
/// 水務署副署長葉啟邦, 鄺博士, 她, 水務署發言人, 運輸事務局.
///
/// Adverbs and adverbials between the description and `range.end` are passed over (局長葉啟邦在致辭時), so the extent
/// may end before it. A single surname is a person only after a mark. Of several appositions the last counts.
pub(crate) fn chinese_before(text: &str, range: Range<usize>) -> Option<Named> {
    chinese::before(text, range)
}

/// Somebody in Chinese `text` with the post that the sentence tells after the name: 林小文|是北堤磨坊總經理.
pub(crate) fn chinese_appointed(text: &str, named: Named) -> Named {
    chinese::appointed(text, named)
}

/// Two to four characters, whatever they look like, before a comma and a post in a body that fill `range` of Chinese `text`:
/// 和平，北堤磨坊總經理.
pub(crate) fn chinese_apposed(text: &str, range: Range<usize>) -> Option<Named> {
    chinese::apposed(text, range)
}

/// Whether Chinese `words` may be somebody's name whatever they look like, where their place tells so: two to four characters,
/// or more that write foreign sounds, and no word for a body, a unit, a field, a post, a place or anybody.
pub(crate) fn chinese_may_be_name(words: &str) -> bool {
    let sounds = words.chars().all(|c| crate::lexicon::people::han::SOUNDS.has(c));
    chinese_may_be_long_name(words) && (sounds || words.chars().count() <= 4)
}

/// The same up to six characters, whatever they write: 烏蘭其其格.
pub(crate) fn chinese_may_be_long_name(words: &str) -> bool {
    chinese::may_be_name(words, 6) && !line_chinese::is_other_word(words) && !han_body::is_domains_only(words)
}

/// Whether Chinese `words` are short parts with dots between them, as foreign names are written: 高潞·以用.
pub(crate) fn chinese_has_dots(words: &str) -> bool {
    line_chinese::has_dots(words)
}

/// Whether Chinese `words` are a part of a body without the body: 品牌部.
pub(crate) fn chinese_is_unit(words: &str) -> bool {
    han_body::is_unit_only(words)
}

/// A Chinese text that is asked at many of its places who is named there, and remembers what it found: the description
/// before a place is asked for as a subject, as a whole and as a speaker.
pub(crate) struct ChineseText<'t> {
    text: &'t str,
    known: RefCell<chinese::Known>,
}

impl<'t> ChineseText<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        ChineseText { text, known: RefCell::default() }
    }

    /// What [`chinese_before`] finds.
    pub(crate) fn named_before(&self, range: Range<usize>) -> Option<Named> {
        self.known.borrow_mut().before(self.text, range)
    }
}

impl std::ops::Deref for ChineseText<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.text
    }
}

/// Where a name that opens Chinese `text` ends, judged by its surname alone: 岑志明 in 岑志明眼睛泛紅.
pub(crate) fn chinese_name_at_start(text: &str) -> Option<usize> {
    han_opening::starting(text)
}

/// Where the post ends that Chinese `text` opens with: 會長 in 會長林小文.
pub(crate) fn post_at_start(text: &str) -> Option<usize> {
    crate::lexicon::people::han::HEADS.prefix_end(text)
}

/// Whether Chinese `text` ends with a post or a role, after which a name is likely: 局長, 居民, 其母.
pub(crate) fn ends_as_post(text: &str) -> bool {
    han_head::ends_with_post(text) || crate::lexicon::people::han::ROLES.ends(text)
}

/// The body whose somebody is, that Chinese `text` before a description ends with: 清河大學 in 來自清河大學的|志願者林小文.
pub(crate) fn chinese_owner(text: &str) -> Option<Range<usize>> {
    let window = window::back(text, 0..text.len());
    let found = han_body::possessor(&text[window.clone()])?;
    Some(window.start + found.start..window.start + found.end)
}

/// Whether Chinese `text` is only what counts somebody without a name: 一位.
pub(crate) fn is_counted(text: &str) -> bool {
    crate::lexicon::people::han::COUNTED.contains(text)
}

/// Whether Chinese `text` ends as names of bodies do: 公司, 局.
pub(crate) fn ends_as_body(text: &str) -> bool {
    han_body::ends_as_body(text)
}

/// Where a name that opens Chinese `text` may end, in Han characters or in Latin ones, with what follows it considered:
/// 黎永生 in 黎永生砌石, Abel Moor in Abel Moor每日. `told` says that a post stands before it.
pub(crate) fn chinese_name_opening(text: &str, told: bool) -> Option<usize> {
    han_opening::opening(text, told)
}

/// Whether Chinese `text` ends with a word for what somebody said in writing: 聲明, 文章.
pub(crate) fn ends_as_document(text: &str) -> bool {
    crate::lexicon::people::han::DOCUMENTS.ends(text)
}

/// Whether Chinese `text` ends with a word for something that shows what it holds: 調查, 資料.
pub(crate) fn ends_as_thing(text: &str) -> bool {
    crate::lexicon::people::han::THINGS.ends(text)
}

/// Where the string in marks opens that belongs to the name of a body after it: 「海風」籌備委員會 at 計劃.
pub(crate) fn chinese_string_before(text: &str, at: usize) -> Option<usize> {
    chinese::string_before(text.get(..at).map_or("", |_| text), at)
}

/// The description that starts at `range.start` in English `text`: "Mr Hubert Sin Chi-lok, JP, Managing Director of
/// Jade Channel Ferries", "she", "a spokesman for the Transport Bureau", "Northfield CEO Ann Lee".
pub(crate) fn english_from(text: &str, range: Range<usize>) -> Option<Named> {
    english::from(text, range)
}

/// The description that ends at `range.end` in English `text`, as before "said": "Walter T. Esposito Jr., Chief
/// Financial Officer,".
///
/// Nothing is found where the text ends with a closing quotation mark: who speaks stands after the verb then. A
/// relative clause (", who led the study,") is passed over.
pub(crate) fn english_before(text: &str, range: Range<usize>) -> Option<Named> {
    english::before(text, range)
}

/// The person whose name ends at `range.end` in English `text`, with the post before it, where a longer description ends
/// there as well: "in Tallis, Minister for Roads Bo Moor".
pub(crate) fn english_name_before(text: &str, range: Range<usize>) -> Option<Named> {
    english::named_before(text, range)
}

/// The description `range` of Chinese `text`, which must be somebody: judged by its shape where nothing else knows it.
pub(crate) fn chinese_shape(text: &str, range: Range<usize>) -> Option<Named> {
    shape::chinese(text, range)
}

/// The same of English `text`.
pub(crate) fn english_shape(text: &str, range: Range<usize>) -> Option<Named> {
    shape::english(text, range)
}

/// A line or a part of a line that is nothing but somebody's name and post, as contacts and signatures print it:
/// "Ms Vivian Ng, Senior Manager, Corporate Communications", 馮倩兒 機構傳訊部高級經理, 海棠課 課員 林思源,
/// 星海集团公司副总裁 林博文, 林博文，星海集团公司副总裁.
///
/// The line is read up to its first telephone number or address. One that names a desk or a body only is of kind
/// `Organization`, the name and the organization being the same; a heading or a sentence is nothing.
pub(crate) fn of_line(text: &str, range: Range<usize>) -> Option<Named> {
    line::read(text, range)
}

/// A line that is nothing but somebody's post, with the body that it names: "Vice President, Investor Relations", "Press
/// Officer, Harbour University". Latin letters only.
pub(crate) fn post_of_line(text: &str, range: Range<usize>) -> Option<PostLine> {
    line::post(text, range)
}

/// A post that stands alone on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PostLine {
    pub(crate) title: Range<usize>,
    pub(crate) organization: Option<Range<usize>>,
}

/// Everybody whom a list names, as captions do: "(from left) Mr A, title; Ms B and Dr C", （左起）甲公司主席某某、….
pub(crate) fn of_list(text: &str, range: Range<usize>) -> Vec<Listed> {
    list::read(text, range)
}

/// One of a list, with the place in the picture that is printed beside the name: (left), （左三）, (second from right).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Listed {
    pub(crate) named: Named,
    pub(crate) position: Option<Range<usize>>,
}
#[cfg(test)]
mod tests;
