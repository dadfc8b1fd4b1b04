//! Names, posts and bodies: the sets that tell who is named, each named by what it answers.

use super::tree::{ClassSet, Tree};
use super::{Row, rows};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::LazyLock;

static SURNAMES: Table = LazyLock::new(|| Classes::of(include_str!("surnames.tsv")));
static POSTS: Table = LazyLock::new(|| Classes::of(include_str!("posts.tsv")));
static BODIES: Table = LazyLock::new(|| Classes::of(include_str!("bodies.tsv")));
static NAMING: Table = LazyLock::new(|| Classes::of(include_str!("naming.tsv")));

type Table = LazyLock<Classes>;

/// The rows of a table by language and class: each table is read once, whatever the number of its sets.
struct Classes {
    rows: Vec<Row>,
    /// Where the rows of a class stand: together, but for a few.
    places: FxHashMap<(bool, &'static str), Vec<Range<usize>>>,
}

impl Classes {
    fn of(table: &'static str) -> Self {
        let mut all = Vec::with_capacity(memchr::memchr_iter(b'\n', table.as_bytes()).count());
        all.extend(rows(table));
        let mut places: FxHashMap<_, Vec<_>> = FxHashMap::default();
        let class = |row: &Row| (row.form == "en", row.class);
        let mut start = 0;
        for together in all.chunk_by(|one, next| class(one) == class(next)) {
            let end = start + together.len();
            places.entry(class(&together[0])).or_default().push(start..end);
            start = end;
        }
        Classes { rows: all, places }
    }

    fn rows(&self, is_english: bool, class: &'static str) -> impl Iterator<Item = Row> {
        self.at(self.places.get(&(is_english, class)).map_or(&[], Vec::as_slice))
    }

    /// Every class of English words or of others, and its rows.
    fn classes(&self, is_english: bool) -> impl Iterator<Item = (&'static str, impl Iterator<Item = Row>)> {
        let own = self.places.iter().filter(move |&(&(english, _), _)| english == is_english);
        own.map(|(&(_, class), places)| (class, self.at(places)))
    }

    fn at(&self, places: &[Range<usize>]) -> impl Iterator<Item = Row> {
        places.iter().flat_map(|place| &self.rows[place.clone()]).copied()
    }
}

/// The Chinese words of one class, in the trees that hold those of all.
#[derive(Clone, Copy)]
pub(crate) struct HanWords {
    trees: &'static HanTrees,
    class: ClassSet,
}

/// The Chinese words of all classes, to be read from their start and from their end.
struct HanTrees {
    onward: LazyLock<Tree>,
    back: LazyLock<Tree>,
}

static HAN_TREES: HanTrees = HanTrees {
    onward: LazyLock::new(|| Tree::of(ALL_HAN.words.iter().map(|&(word, bit)| (word.chars(), bit)))),
    back: LazyLock::new(|| Tree::of(ALL_HAN.words.iter().map(|&(word, bit)| (word.chars().rev(), bit)))),
};

struct AllHan {
    words: Vec<(&'static str, ClassSet)>,
    /// Table and name of each class, in the order of its bits.
    classes: Vec<(usize, &'static str)>,
}

static ALL_HAN: LazyLock<AllHan> = LazyLock::new(|| {
    let mut all = AllHan { words: Vec::new(), classes: Vec::new() };
    for (number, table) in [&*SURNAMES, &*POSTS, &*BODIES, &*NAMING].into_iter().enumerate() {
        for (class, rows) in table.classes(false) {
            let bit: ClassSet = 1 << all.classes.len();
            all.classes.push((number, class));
            all.words.extend(rows.map(|row| (row.word, bit)));
        }
    }
    debug_assert!(all.classes.len() <= ClassSet::BITS as usize, "a class has no bit");
    all
});

fn chinese(table: &'static Table, class: &'static str) -> HanWords {
    let number = [&SURNAMES, &POSTS, &BODIES, &NAMING].iter().position(|&other| std::ptr::eq(other, table));
    let at = ALL_HAN.classes.iter().position(|&(of, name)| Some(of) == number && name == class);
    HanWords { trees: &HAN_TREES, class: at.map_or(0, |at| 1 << at) }
}

/// The classes that one Chinese word is in.
#[derive(Clone, Copy)]
pub(crate) struct HanClasses(ClassSet);

impl HanWords {
    #[inline]
    pub(crate) fn contains(self, word: &str) -> bool {
        self.trees.onward.classes(word.chars(), self.class) != 0
    }

    /// Whether a character is one of the words.
    #[inline]
    pub(crate) fn has(self, c: char) -> bool {
        self.trees.onward.classes_of_letter(c, self.class) != 0
    }

    /// Whether the word whose classes these are is one of them.
    #[inline]
    pub(crate) fn is_among(self, classes: HanClasses) -> bool {
        classes.0 & self.class != 0
    }

    /// Where the longest word that `text` ends with starts.
    #[inline]
    pub(crate) fn suffix_start(self, text: &str) -> Option<usize> {
        self.trees.back.longest(text.char_indices().rev(), self.class)
    }

    /// The same where the classes of all the words that `text` ends with are known: most texts end with none of these.
    #[inline]
    pub(crate) fn suffix_among(self, classes: HanClasses, text: &str) -> Option<usize> {
        if self.is_among(classes) { self.suffix_start(text) } else { None }
    }

    /// Where the longest word that `text` starts with ends.
    #[inline]
    pub(crate) fn prefix_end(self, text: &str) -> Option<usize> {
        let letters = text.char_indices().map(|(at, c)| (at + c.len_utf8(), c));
        self.trees.onward.longest(letters, self.class)
    }

    #[inline]
    pub(crate) fn ends(self, text: &str) -> bool {
        self.suffix_start(text).is_some()
    }
}

/// Chinese.
pub(crate) mod han {
    use super::{
        BODIES, ClassSet, HAN_TREES, HanClasses, HanWords, LazyLock, NAMING, POSTS, SURNAMES, chinese,
    };
    use std::ops::Range;

    type Set = LazyLock<HanWords>;

    pub(crate) static COMMON_SURNAMES: Set = LazyLock::new(|| chinese(&SURNAMES, "common"));
    pub(crate) static RARE_SURNAMES: Set = LazyLock::new(|| chinese(&SURNAMES, "rare"));
    pub(crate) static WORDLIKE_SURNAMES: Set = LazyLock::new(|| chinese(&SURNAMES, "word"));
    pub(crate) static DOUBLE_SURNAMES: Set = LazyLock::new(|| chinese(&SURNAMES, "double"));
    pub(crate) static JAPANESE_SURNAMES: Set = LazyLock::new(|| chinese(&SURNAMES, "japanese"));

    pub(crate) static SOUNDS: Set = LazyLock::new(|| chinese(&SURNAMES, "sound"));
    pub(crate) static COUNTED: Set = LazyLock::new(|| chinese(&NAMING, "counted"));
    pub(crate) static DOCUMENTS: Set = LazyLock::new(|| chinese(&NAMING, "document"));
    pub(crate) static COUNTRIES: Set = LazyLock::new(|| chinese(&NAMING, "country"));

    pub(crate) static HEADS: Set = LazyLock::new(|| chinese(&POSTS, "head"));
    pub(crate) static WHOLE_HEADS: Set = LazyLock::new(|| chinese(&POSTS, "whole"));
    /// What ends the name of an office and opens the post of its head as well: 局 in 衛生局長.
    pub(crate) static OFFICE_ENDS: Set = LazyLock::new(|| chinese(&POSTS, "office_end"));
    /// What stands before such a post and is no office's name: 新任, 副, 分.
    pub(crate) static BEFORE_OFFICE_HEADS: Set = LazyLock::new(|| chinese(&POSTS, "before_office_head"));
    pub(crate) static MODIFIERS: Set = LazyLock::new(|| chinese(&POSTS, "modifier"));
    pub(crate) static LONE_MODIFIERS: Set = LazyLock::new(|| chinese(&POSTS, "alone"));
    pub(crate) static DOMAINS: Set = LazyLock::new(|| chinese(&POSTS, "domain"));
    /// Who runs a shop, whose name stands in marks before the post: 老闆.
    pub(crate) static PROPRIETORS: Set = LazyLock::new(|| chinese(&POSTS, "proprietor"));
    /// Posts that firms are called by as well: 公關顧問.
    pub(crate) static FIRMS: Set = LazyLock::new(|| chinese(&POSTS, "firm"));
    pub(crate) static BOARDS: Set = LazyLock::new(|| chinese(&POSTS, "board"));
    pub(crate) static REGIONS: Set = LazyLock::new(|| chinese(&POSTS, "region"));
    pub(crate) static PATTERN_ENDS: Set = LazyLock::new(|| chinese(&POSTS, "pattern"));
    pub(crate) static AFTER_NAME: Set = LazyLock::new(|| chinese(&POSTS, "after_name"));
    pub(crate) static AFTER_SHORT_NAME: Set = LazyLock::new(|| chinese(&POSTS, "after_short_name"));
    pub(crate) static FIELDS: Set = LazyLock::new(|| chinese(&POSTS, "field"));
    pub(crate) static UNITS: Set = LazyLock::new(|| chinese(&POSTS, "unit"));
    pub(crate) static TRADES: Set = LazyLock::new(|| chinese(&POSTS, "trade"));
    pub(crate) static LINKS: Set = LazyLock::new(|| chinese(&POSTS, "link"));
    /// Heads before which stands what they are in charge of, where no body does: 交通部長.
    pub(crate) static PORTFOLIOS: Set = LazyLock::new(|| chinese(&POSTS, "portfolio"));

    /// Ends the post of whoever is at the head of an office or a field: 局長, 永續長. These four stand in no table, whose classes
    /// have all their bits taken.
    pub(crate) const CHIEFS: [char; 2] = ['長', '长'];
    /// Ends the name of a ministry, though it is a unit elsewhere: 海洋資源部.
    pub(crate) const MINISTRY: char = '部';
    /// The possessive of books, which stands in names as well: 山之南協會.
    pub(crate) const CLASSICAL_POSSESSIVE: char = '之';
    /// The only conjunction that names open with: 和豐銀行.
    pub(crate) const OPENING_CONJUNCTION: char = '和';

    pub(crate) static BODY_ENDS: Set = LazyLock::new(|| chinese(&BODIES, "strong"));
    /// Endings of offices that end no name of a person: 局.
    pub(crate) static OFFICES: Set = LazyLock::new(|| chinese(&BODIES, "office"));
    /// What companies do, behind the short form of their name: 物流.
    pub(crate) static INDUSTRIES: Set = LazyLock::new(|| chinese(&BODIES, "industry"));
    pub(crate) static BODY_KINDS: Set = LazyLock::new(|| chinese(&BODIES, "kind"));
    pub(crate) static WEAK_BODY_ENDS: Set = LazyLock::new(|| chinese(&BODIES, "weak"));
    pub(crate) static SPEAKING_BODIES: Set = LazyLock::new(|| chinese(&BODIES, "speaking"));

    pub(crate) static HONORIFICS: Set = LazyLock::new(|| chinese(&NAMING, "honorific_after"));
    /// Those that stand before a name, after its post: 拿督.
    pub(crate) static HONORIFICS_BEFORE: Set = LazyLock::new(|| chinese(&NAMING, "honorific_before"));
    pub(crate) static DECORATIONS: Set = LazyLock::new(|| chinese(&NAMING, "decoration"));
    pub(crate) static PRONOUNS: Set = LazyLock::new(|| chinese(&NAMING, "pronoun"));
    pub(crate) static DETERMINERS: Set = LazyLock::new(|| chinese(&NAMING, "determiner"));
    pub(crate) static ADVERBS: Set = LazyLock::new(|| chinese(&NAMING, "adverb"));
    pub(crate) static CHANNELS: Set = LazyLock::new(|| chinese(&NAMING, "channel"));
    pub(crate) static HEADING_OPENERS: Set = LazyLock::new(|| chinese(&NAMING, "heading_opens"));
    pub(crate) static LABELS: Set = LazyLock::new(|| chinese(&NAMING, "label"));
    pub(crate) static ROLES: Set = LazyLock::new(|| chinese(&NAMING, "role"));
    /// Characters that end words for what somebody does or happens to be: 員 of 售票員.
    pub(crate) static ROLE_ENDS: Set = LazyLock::new(|| chinese(&NAMING, "role_end"));
    pub(crate) static FAMILIARS: Set = LazyLock::new(|| chinese(&NAMING, "familiar"));
    pub(crate) static NICKNAMES: Set = LazyLock::new(|| chinese(&NAMING, "nickname"));
    pub(crate) static AGES: Set = LazyLock::new(|| chinese(&NAMING, "age"));
    pub(crate) static ELDERS: Set = LazyLock::new(|| chinese(&NAMING, "elder"));
    pub(crate) static KIN: Set = LazyLock::new(|| chinese(&NAMING, "kin"));
    /// Family ties, which tell who somebody is only beside whose they are: 孫女.
    pub(crate) static TIES: Set = LazyLock::new(|| chinese(&NAMING, "tie"));
    pub(crate) static GENERIC_BODIES: Set = LazyLock::new(|| chinese(&NAMING, "generic"));
    /// What ends the number of those who began or ended school together: 級 of 2022級.
    pub(crate) static CLASSES: Set = LazyLock::new(|| chinese(&POSTS, "class"));
    /// What opens a head and ends the name of a unit: 系 of 系主任.
    pub(crate) static UNIT_HEADS: Set = LazyLock::new(|| chinese(&POSTS, "unit_head"));
    pub(crate) static THINGS: Set = LazyLock::new(|| chinese(&NAMING, "thing"));
    pub(crate) static NOT_NAMES: Set = LazyLock::new(|| chinese(&NAMING, "not_name"));
    pub(crate) static BAD_NAME_ENDS: Set = LazyLock::new(|| chinese(&NAMING, "bad_end"));
    pub(crate) static POSSESSIVES: Set = LazyLock::new(|| chinese(&NAMING, "possessive"));
    pub(crate) static CONJUNCTIONS: Set = LazyLock::new(|| chinese(&NAMING, "conjunction"));
    pub(crate) static POSITIONS: Set = LazyLock::new(|| chinese(&NAMING, "position"));
    pub(crate) static LIST_LINKS: Set = LazyLock::new(|| chinese(&NAMING, "list_link"));

    /// Whether `word` has the shape of a name: two to four ideographs, of which the first or the first two are a surname.
    pub(crate) fn is_name_shaped(word: &str) -> bool {
        (2..=4).contains(&word.chars().count())
            && word.chars().all(crate::text::script::is_han)
            && COMMON_SURNAMES.prefix_end(word).or(DOUBLE_SURNAMES.prefix_end(word)).is_some()
    }

    /// Whether something like a surname or a familiar address may open with `first`.
    #[inline]
    pub(crate) fn may_open_name(first: char) -> bool {
        let opening = *NAME_OPENING;
        opening.trees.onward.may_open(first, opening.class)
    }

    /// Whether `c` may be the own surname of a married woman after her husband's: 曾 of 蔡曾秀蓮.
    pub(crate) fn may_be_second_surname(c: char) -> bool {
        COMMON_SURNAMES.has(c) || WORDLIKE_SURNAMES.has(c)
    }

    /// Whether `last` may end the head of a post.
    #[inline]
    pub(crate) fn may_end_head(last: char) -> bool {
        let ending = *HEAD_ENDING;
        ending.trees.back.may_open(last, ending.class)
    }

    /// Whether `last` may end an honorific that stands before a name.
    #[inline]
    pub(crate) fn may_end_honorific(last: char) -> bool {
        let honorifics = *HONORIFICS_BEFORE;
        honorifics.trees.back.may_open(last, honorifics.class)
    }

    /// Whether `last` may end a word after which a name stands whatever it looks like: an honorific, the head of a post.
    #[inline]
    pub(crate) fn may_lead_to_name(last: char) -> bool {
        let leading = *LEADING;
        leading.trees.back.may_open(last, leading.class)
    }

    /// Whether `text` ends with a word after which a name stands: a role, a body, an honorific, a word that parts, the head
    /// of a post.
    pub(crate) fn precedes_name(text: &str) -> bool {
        PRECEDING.ends(text)
    }

    /// Whether one of the words that a text ends with, whose classes these are, may end the name of a body.
    pub(crate) fn may_end_body(words: HanClasses) -> bool {
        BODY_ENDING.is_among(words)
    }

    /// Whether `c` is a word that joins a body to what is its own, or two descriptions.
    #[inline]
    pub(crate) fn may_join(c: char) -> bool {
        JOINING.has(c)
    }

    /// Whether a word stands in `text` that heads a post or stands for one, without which nobody in it has a title.
    pub(crate) fn holds_post(text: &str) -> bool {
        POST_WORDS.trees.onward.find_all(text, POST_WORDS.class).next().is_some()
    }

    /// Whether one of the words that a text ends with, whose classes these are, may part two descriptions.
    pub(crate) fn may_part(words: HanClasses) -> bool {
        PARTING.is_among(words)
    }

    /// All that may open a name.
    static NAME_OPENING: Set = LazyLock::new(|| {
        union(&[
            &COMMON_SURNAMES,
            &RARE_SURNAMES,
            &WORDLIKE_SURNAMES,
            &DOUBLE_SURNAMES,
            &JAPANESE_SURNAMES,
            &FAMILIARS,
        ])
    });
    static SURNAMES_OF_ALL_KINDS: Set = LazyLock::new(|| {
        union(&[&COMMON_SURNAMES, &RARE_SURNAMES, &WORDLIKE_SURNAMES, &DOUBLE_SURNAMES, &JAPANESE_SURNAMES])
    });
    /// Characters before the kind of a body that are no name: 市 of 市醫院.
    pub(crate) static LEVELS: Set = LazyLock::new(|| chinese(&BODIES, "level"));
    static HEAD_ENDING: Set = LazyLock::new(|| union(&[&HEADS, &PATTERN_ENDS]));
    static LEADING: Set = LazyLock::new(|| union(&[&HEAD_ENDING, &HONORIFICS_BEFORE]));
    static POST_WORDS: Set = LazyLock::new(|| union(&[&HEADS, &PATTERN_ENDS, &AFTER_NAME, &ROLES]));
    static BODY_ENDING: Set = LazyLock::new(|| union(&[&BODY_ENDS, &WEAK_BODY_ENDS, &SPEAKING_BODIES]));
    static PARTING: Set = LazyLock::new(|| union(&[&BOUNDARIES, &POSSESSIVES, &CONJUNCTIONS]));
    static PRECEDING: Set = LazyLock::new(|| {
        union(&[
            &HEAD_ENDING,
            &HONORIFICS_BEFORE,
            &ROLES,
            &ROLE_ENDS,
            &PARTING,
            &BODY_ENDING,
            &GENERIC_BODIES,
        ])
    });
    static JOINING: Set = LazyLock::new(|| union(&[&POSSESSIVES, &CONJUNCTIONS]));

    /// The words of several classes.
    fn union(sets: &[&Set]) -> HanWords {
        let class = sets.iter().fold(0, |classes, set| classes | set.class);
        HanWords { trees: &HAN_TREES, class }
    }

    static BOUNDARIES: Set = LazyLock::new(|| chinese(&NAMING, "boundary"));
    static KEPT: Set = LazyLock::new(|| chinese(&NAMING, "keep"));

    /// The classes of `word`, for whoever asks for several.
    pub(crate) fn classes_of(word: &str) -> HanClasses {
        HanClasses(HAN_TREES.onward.classes(word.chars(), ClassSet::MAX))
    }

    /// The classes of all the words that `text` ends with.
    pub(crate) fn classes_at_end(text: &str) -> HanClasses {
        let mut all = 0;
        HAN_TREES.back.each(text.char_indices().rev(), ClassSet::MAX, |_, classes| all |= classes);
        HanClasses(all)
    }

    /// Which surnames the first character of `name` is, and which its first two are.
    pub(crate) fn surnames_at_start(name: &str) -> [HanClasses; 2] {
        let mut found = [HanClasses(0); 2];
        let letters = name.chars().take(found.len()).enumerate();
        HAN_TREES.onward.each(letters, SURNAMES_OF_ALL_KINDS.class, |last, classes| {
            found[last] = HanClasses(classes);
        });
        found
    }

    /// Where each word of `text` that no description reaches across ends; longer words that only contain such a word
    /// are passed over.
    pub(crate) fn boundary_ends(text: &str) -> impl Iterator<Item = usize> {
        boundary_spans(text).map(|span| span.end)
    }

    /// The same words as ranges.
    pub(crate) fn boundary_spans(text: &str) -> impl Iterator<Item = Range<usize>> {
        let boundary = BOUNDARIES.class;
        let found = BOUNDARIES.trees.onward.find_all(text, boundary | KEPT.class);
        found.filter(move |(_, classes)| classes & boundary != 0).map(|(range, _)| range)
    }

    /// Whether the character at `at` of `text` belongs to a longer word in which it parts nothing: 和 of 和平.
    pub(crate) fn is_kept(text: &str, at: usize) -> bool {
        KEPT.prefix_end(&text[at..]).is_some() || goes_on_in_word(text, at)
    }

    /// Where such a word ends that `text` opens with: 經濟.
    pub(crate) fn kept_end(text: &str) -> Option<usize> {
        KEPT.prefix_end(text)
    }

    /// Whether such a word starts before `at` and ends behind it: 程 of 工程.
    pub(crate) fn goes_on_in_word(text: &str, at: usize) -> bool {
        /// Characters of the word before the place; a guess.
        const BEFORE: usize = 3;
        let mut starts = text[..at].char_indices().rev().map(|(start, _)| start).take(BEFORE);
        starts.any(|start| KEPT.prefix_end(&text[start..]).is_some_and(|length| start + length > at))
    }
}

/// English and other Latin script.
pub(crate) mod latin {
    use super::{BODIES, FxHashMap, LazyLock, NAMING, POSTS, Row, SURNAMES, Table};
    use crate::lexicon::tree::ClassSet;
    use crate::lexicon::words::{Dictionary, LatinClasses, Words};

    fn english(table: &'static Table, class: &'static str) -> impl Iterator<Item = &'static str> {
        table.rows(true, class).map(|row| row.word)
    }

    fn heads() -> impl Iterator<Item = &'static str> {
        english(&POSTS, "head").chain(english(&POSTS, "craft"))
    }

    /// The classes that `word` is in, for whoever asks for several.
    pub(crate) fn classes_of(word: &str) -> LatinClasses {
        ALL.classes_of(word)
    }

    /// Those that it is in in small letters.
    pub(crate) fn small_classes_of(word: &str) -> ClassSet {
        ALL.small_classes_of(word)
    }

    /// Whether a word stands in `text` that opens the head of a post, without which nobody in it has a title. The stop behind
    /// it may be its own: Lt.
    pub(crate) fn holds_post(text: &str) -> bool {
        let heads = |word: &str| HEAD_OPENERS.have(small_classes_of(word));
        let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '\'' | '’');
        text.split(|c: char| !inside(c)).any(|word| {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let owner = bare.split(['\'', '’']).next().unwrap_or(bare);
            heads(bare) || bare.len() < word.len() && heads(word) || owner.len() < bare.len() && heads(owner)
        })
    }

    /// Defines the sets of a dictionary, and gives each a bit of its own.
    macro_rules! sets {
        ($dictionary:ident, $bit:ident: $($(#[$about:meta])* $name:ident = $words:expr;)*) => {
            #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "each is called as its set")]
            enum $bit { $($name),* }
            $($(#[$about])* pub(crate) static $name: Words = Words::of(&$dictionary, $bit::$name as usize);)*
            static $dictionary: LazyLock<Dictionary> = LazyLock::new(|| {
                let mut all = Dictionary::new();
                $(all.add($bit::$name as usize, $words);)*
                all
            });
        };
    }

    sets! {
        ALL, Bit:
        GIVEN_NAMES = english(&SURNAMES, "given");
        ROMANISED_SURNAMES = english(&SURNAMES, "romanised");
        /// The first words of the heads.
        HEAD_OPENERS = heads().map(|head| head.split_once(' ').map_or(head, |(first, _)| first));
        /// The first words of the heads of several words.
        LONG_HEAD_OPENERS = heads().filter_map(|head| Some(head.split_once(' ')?.0));
        /// Their second words.
        LONG_HEAD_SECONDS = heads().filter_map(|head| head.split(' ').nth(1));
        /// Every word, in small letters, that posts, bodies and names are described with.
        KNOWN = {
            let classes = [&POSTS, &BODIES, &NAMING].into_iter().flat_map(|table| table.classes(true));
            let described = classes.filter(|(class, _)| !matches!(*class, "not_name" | "number_name"));
            described.flat_map(|(_, rows)| rows).flat_map(|row| row.word.split([' ', '-']))
        };
        HEADS = english(&POSTS, "head");
        BOARDS = english(&POSTS, "board");
        MODIFIERS = english(&POSTS, "modifier");
        DOMAINS = english(&POSTS, "domain");
        /// Heads that are names as well: heads in small letters only.
        CRAFTS = english(&POSTS, "craft");
        ACADEMIC_HEADS = english(&POSTS, "academic");
        /// Heads that are called after those who gave them: the Ann Lee Professor.
        CALLED_HEADS = english(&POSTS, "called");
        COUNTRIES = english(&NAMING, "country");
        MARKETS = english(&POSTS, "market");
        WHOLE_HEADS = english(&POSTS, "whole");
        /// Those of a whole body where no modifier stands before them: president.
        LONE_WHOLE_HEADS = english(&POSTS, "lone_whole");
        RANKS = english(&POSTS, "rank");
        CIVIL_HEADS = english(&POSTS, "civil");
        OFFICES = english(&POSTS, "office");
        PURPOSES = english(&POSTS, "purpose");
        /// How high a post is: senior, deputy. No name of a body opens so.
        GRADES = english(&POSTS, "grade");
        /// Posts that are of a body and for a field: president of, vice-president for.
        FIELDED_HEADS = english(&POSTS, "fielded");
        /// Words whose possessive belongs to a post: State's Attorney, women's coach.
        TITLE_POSSESSIVES = english(&POSTS, "title_possessive");
        TITLE_PREPOSITIONS = english(&POSTS, "of");
        /// What says where somebody is, or what is studied: a pupil in.
        PLACINGS = english(&POSTS, "placing");
        /// What joins an office to what it is for: Minister for, Secretary of.
        POST_LINKS = english(&POSTS, "post_link");
        /// Those who sit on a board: trustees.
        SITTING = english(&POSTS, "sitting");
        /// Boards that are no bodies of their own: Chair of the Board.
        SEATED_BOARDS = english(&POSTS, "seated_board");
        SEAT_PREPOSITIONS = english(&POSTS, "seat");
        BODY_MARKS = english(&BODIES, "mark");
        /// Parts of a body that those who head them have in their titles: Head of the Burns Unit.
        PARTS = english(&BODIES, "part");
        /// What the part of a body is called that its head leads: Office of.
        OFFICE_PARTS = english(&BODIES, "office_part");
        VAGUE_BODIES = english(&BODIES, "vague");
        DEBATES = english(&BODIES, "debate");
        /// Those that stand in small letters after a name: plc.
        SMALL_LEGAL_FORMS = english(&BODIES, "legal_small");
        LEGAL_FORMS = english(&BODIES, "legal");
        CHANNELS = english(&NAMING, "channel");
        HEADING_OPENERS = english(&NAMING, "heading_opens");
        LABELS = english(&NAMING, "label");
        DESKS = english(&BODIES, "desk");
        GENERIC_BODIES = english(&BODIES, "generic");
        HONORIFICS = english(&NAMING, "honorific");
        /// What may stand before how a member of a house is addressed: U.S. Sen.
        HOUSES = english(&NAMING, "house");
        DECORATIONS = english(&NAMING, "decoration");
        GENERATIONS = english(&NAMING, "generation");
        PARTICLES = english(&NAMING, "particle");
        /// Numbers that may stand inside a name: Ann Two Weirs.
        NUMBER_NAMES = english(&NAMING, "number_name");
        PRONOUNS = english(&NAMING, "pronoun");
        NOT_NAMES = english(&NAMING, "not_name");
        DESCRIPTION_ENDS = english(&NAMING, "ends_description");
        DETERMINERS = english(&NAMING, "determiner");
        /// Whose a post is by what was said before: its, whose.
        OWNERS = english(&NAMING, "owner");
        /// Those that mean a body: its, whose.
        BODY_OWNERS = english(&NAMING, "body_owner");
        COPULAS = english(&NAMING, "copula");
        NEW_POST_LINKS = english(&NAMING, "new_post");
        /// Family ties: wife.
        TIES = english(&NAMING, "tie");
        /// Verbs between somebody and the body that they lead: chairs.
        LEADING = english(&NAMING, "leads");
        TITLE_OPENERS = english(&NAMING, "title_opens");
        CONJUNCTIONS = english(&NAMING, "conjunction");
        ARTICLES = english(&NAMING, "article");
        RELATIVES = english(&NAMING, "relative");
        LIST_LINKS = english(&NAMING, "list_link");
        POSITIONS = english(&NAMING, "position");
    }

    /// What is told by the words that a head of several opens with, or is.
    #[derive(Clone, Copy, Default)]
    pub(crate) struct LongHead {
        pub(crate) is_head: bool,
        /// See [`CRAFTS`].
        pub(crate) is_craft: bool,
        /// Whether a longer one opens so.
        pub(crate) goes_on: bool,
    }

    /// The heads of several words, and the first words of longer ones, two at least.
    pub(crate) static LONG_HEADS: LazyLock<FxHashMap<&str, LongHead>> = LazyLock::new(|| {
        let mut heads: FxHashMap<&str, LongHead> = FxHashMap::default();
        let several = |row: &Row| row.word.contains(' ');
        for row in POSTS.rows(true, "head").chain(POSTS.rows(true, "craft")).filter(several) {
            let head = heads.entry(row.word).or_default();
            head.is_head |= row.class == "head";
            head.is_craft |= row.class == "craft";
            for (at, _) in row.word.match_indices(' ').skip(1) {
                heads.entry(&row.word[..at]).or_default().goes_on = true;
            }
        }
        heads
    });

    // What is asked of few words needs no bit among those of all.
    sets! {
        FEW, BitOfFew:
        /// Heads of posts that are surnames as well.
        NAMESAKES = english(&SURNAMES, "namesake");
        /// The first words of [`FRAMES`].
        FRAME_OPENERS = english(&POSTS, "framed").filter_map(|frame| Some(frame.split_once(' ')?.0));
        /// The first words of [`DUTIES`].
        DUTY_OPENERS = english(&POSTS, "duty").map(|duty| duty.split(' ').next().unwrap_or(duty));
    }

    /// The first and the last words of heads that hold any field between them: Chief … Officer.
    pub(crate) static FRAMES: LazyLock<Vec<(&str, &str)>> =
        LazyLock::new(|| POSTS.rows(true, "framed").filter_map(|row| row.word.split_once(' ')).collect());
    /// What leads from a post to its field, word by word: with responsibility for.
    pub(crate) static CHARGES: LazyLock<Vec<Vec<&str>>> =
        LazyLock::new(|| POSTS.rows(true, "charge").map(|row| row.word.split(' ').collect()).collect());
    /// Small words that an apostrophe joins to a family name: d'Orval.
    pub(crate) static ELISIONS: LazyLock<Vec<&str>> =
        LazyLock::new(|| NAMING.rows(true, "elision").map(|row| row.word).collect());
    /// Family names that are words of grammar in small letters: Do.
    pub(crate) static FUNCTION_SURNAMES: LazyLock<Vec<&str>> =
        LazyLock::new(|| NAMING.rows(true, "function_surname").map(|row| row.word).collect());
    /// What a family name opens with before its capital: `FitzMoor`.
    pub(crate) static JOINED_PREFIXES: LazyLock<Vec<&str>> =
        LazyLock::new(|| NAMING.rows(true, "joined_prefix").map(|row| row.word).collect());
    /// What a family is called with its name: the Moor family.
    pub(crate) static HOUSEHOLDS: LazyLock<Vec<&str>> =
        LazyLock::new(|| BODIES.rows(true, "household").map(|row| row.word).collect());
    /// What ends a word that tells where a body is: Weir-based.
    pub(crate) static PARTICIPLES_OF_PLACE: LazyLock<Vec<&str>> =
        LazyLock::new(|| BODIES.rows(true, "placed").map(|row| row.word).collect());
    /// What somebody does in the matter, before the post, word by word: officer in the case.
    pub(crate) static DUTIES: LazyLock<Vec<Vec<&str>>> =
        LazyLock::new(|| POSTS.rows(true, "duty").map(|row| row.word.split(' ').collect()).collect());
    /// Heads that sound like those of a public office and are of a body: general secretary.
    pub(crate) static NO_OFFICES: LazyLock<Vec<&str>> =
        LazyLock::new(|| POSTS.rows(true, "no_office").map(|row| row.word).collect());
    /// What stands before a trade in capitals that is no name: Master Brewer.
    pub(crate) static CRAFT_GRADES: LazyLock<Vec<&str>> =
        LazyLock::new(|| POSTS.rows(true, "craft_grade").map(|row| row.word).collect());
    /// What a department does, though names of bodies end so as well: marketing.
    pub(crate) static FUNCTIONS: LazyLock<Vec<&str>> =
        LazyLock::new(|| POSTS.rows(true, "function").map(|row| row.word).collect());
    /// What stands before a council in its name: county.
    pub(crate) static COUNCIL_KINDS: LazyLock<Vec<&str>> =
        LazyLock::new(|| BODIES.rows(true, "council_kind").map(|row| row.word).collect());
    /// Seats that have a number: district.
    pub(crate) static NUMBERED_SEATS: LazyLock<Vec<&str>> =
        LazyLock::new(|| POSTS.rows(true, "numbered_seat").map(|row| row.word).collect());
    /// What stands between those of a body and what they do: Women in Welding.
    pub(crate) static ABOUT: LazyLock<Vec<&str>> =
        LazyLock::new(|| BODIES.rows(true, "about").map(|row| row.word).collect());
    /// What ends a word for what is done: welding.
    pub(crate) static ACTIVITY_ENDS: LazyLock<Vec<&str>> =
        LazyLock::new(|| BODIES.rows(true, "activity_end").map(|row| row.word).collect());
    /// What stands between what is somebody's and whose it is: of.
    pub(crate) static WHOSE: LazyLock<Vec<&str>> =
        LazyLock::new(|| POSTS.rows(true, "whose").map(|row| row.word).collect());
    /// Those of whom there are many, without an s: children.
    pub(crate) static MANY: LazyLock<Vec<&str>> =
        LazyLock::new(|| BODIES.rows(true, "many").map(|row| row.word).collect());
    /// Posts that have a short form, in small letters, each with it.
    pub(crate) static SHORTENED: LazyLock<Vec<(&str, &str)>> =
        LazyLock::new(|| POSTS.rows(true, "shortened").map(|row| (row.word, row.extra)).collect());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_of_chinese_words_has_a_bit() {
        assert!(ALL_HAN.classes.len() <= ClassSet::BITS as usize);
    }
}
