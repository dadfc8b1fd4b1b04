//! Every knob and its default.

use crate::decode::Encoding;
use crate::language::Region;
use crate::release::Offsets;

/// What a [`Parser`](crate::Parser) is to do differently from its defaults.
///
/// ```
/// use press_release::{Options, Parser, Region};
///
/// let parser = Parser::new(Options::default().home_region(Region::Taiwan).indirect_speech(false));
/// let _ = parser.parse("新聞稿");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// Whose telephone numbers are meant where a number has no country code and the text gives no hint. Default: none,
    /// the text alone decides.
    pub home_region: Option<Region>,
    /// The fewest words that a quoted string in English must have to be speech. Default 4: shorter ones are nearly
    /// always names, terms or scare quotes.
    pub min_quote_words: usize,
    /// The fewest characters, likewise, in Chinese. Default 8.
    pub min_quote_chars: usize,
    /// Whether single quotation marks can hold speech. Default true: a whole release may use them, as British houses
    /// do.
    pub single_quotes: bool,
    /// Whether reported speech without marks is recorded too, as `indirect`. Default true.
    pub indirect_speech: bool,
    /// In which scripts every text of a Chinese release is read beside its own form. Default: both.
    pub scripts: Scripts,
    /// Whose Traditional the reading in Traditional is: Hong Kong's, Taiwan's. Default: none, that of the release, or
    /// where it shows no region `OpenCC`'s own.
    pub traditional: Option<Region>,
    /// Whether every text has its form for an index too, as [`Text::search`](crate::Text::search). Default false.
    pub search_forms: bool,
    /// The encoding of the bytes. Default: none, it is found or guessed.
    pub encoding: Option<Encoding>,
    /// What is done with web pages and XML. Default: they are an error.
    pub markup: Markup,
    /// What the offsets of spans count. Default: bytes of the decoded text.
    pub offsets: Offsets,
}

/// What is done with bytes that are a web page or XML. A text that is given as text is never asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Markup {
    /// They are an error, which says how to extract the text.
    #[default]
    Refused,
    /// Their tags are read as words.
    AsText,
}

/// The scripts in which the texts of a Chinese release are read: `zh-Hant` and `zh-Hans` of [`Text`](crate::Text).
///
/// ```
/// use press_release::{Options, Parser, Scripts};
///
/// let parser = Parser::new(Options::default().scripts(Scripts::Hans));
/// let release = parser.parse("董事會宣布派發末期股息").remove(0);
/// let text = &release.headline.as_ref().or(release.other.first().map(|other| &other.text)).unwrap();
/// assert_eq!(text.zh_hans.as_deref(), Some("董事会宣布派发末期股息"));
/// assert_eq!(text.zh_hant, None);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Scripts {
    /// Traditional and Simplified.
    #[default]
    Both,
    /// Traditional only, as the region of the release writes it.
    Hant,
    /// Simplified only.
    Hans,
    /// Neither.
    None,
}

impl Scripts {
    pub(crate) fn has_traditional(self) -> bool {
        matches!(self, Scripts::Both | Scripts::Hant)
    }

    pub(crate) fn has_simplified(self) -> bool {
        matches!(self, Scripts::Both | Scripts::Hans)
    }
}

impl Default for Options {
    fn default() -> Self {
        Options {
            home_region: None,
            min_quote_words: 4,
            min_quote_chars: 8,
            single_quotes: true,
            indirect_speech: true,
            scripts: Scripts::Both,
            traditional: None,
            search_forms: false,
            encoding: None,
            markup: Markup::Refused,
            offsets: Offsets::Bytes,
        }
    }
}

impl Options {
    /// Sets [`home_region`](Options::home_region).
    #[must_use]
    pub fn home_region(mut self, region: Region) -> Self {
        self.home_region = Some(region);
        self
    }

    /// Sets [`min_quote_words`](Options::min_quote_words).
    #[must_use]
    pub fn min_quote_words(mut self, words: usize) -> Self {
        self.min_quote_words = words;
        self
    }

    /// Sets [`min_quote_chars`](Options::min_quote_chars).
    #[must_use]
    pub fn min_quote_chars(mut self, chars: usize) -> Self {
        self.min_quote_chars = chars;
        self
    }

    /// Sets [`single_quotes`](Options::single_quotes).
    #[must_use]
    pub fn single_quotes(mut self, yes: bool) -> Self {
        self.single_quotes = yes;
        self
    }

    /// Sets [`indirect_speech`](Options::indirect_speech).
    #[must_use]
    pub fn indirect_speech(mut self, yes: bool) -> Self {
        self.indirect_speech = yes;
        self
    }

    /// Sets [`scripts`](Options::scripts).
    #[must_use]
    pub fn scripts(mut self, scripts: Scripts) -> Self {
        self.scripts = scripts;
        self
    }

    /// Sets [`traditional`](Options::traditional).
    ///
    /// ```
    /// use press_release::{Options, Parser, Region};
    ///
    /// let parser = Parser::new(Options::default().traditional(Region::Taiwan));
    /// let release = parser.parse("新软件里的说明，公司表示下月开放下载，用户可免费试用。").remove(0);
    /// let json = press_release::to_json_line(&release);
    /// assert!(json.contains("新軟件裡的說明"));
    /// ```
    #[must_use]
    pub fn traditional(mut self, region: Region) -> Self {
        self.traditional = Some(region);
        self
    }

    /// Sets [`search_forms`](Options::search_forms).
    #[must_use]
    pub fn search_forms(mut self, yes: bool) -> Self {
        self.search_forms = yes;
        self
    }

    /// Sets [`encoding`](Options::encoding).
    ///
    /// ```
    /// use press_release::{Options, Parser};
    ///
    /// let parser = Parser::new(Options::default().encoding("big5".parse()?));
    /// let releases = parser.parse_bytes(b"\xad\xbb\xb4\xe4")?;
    /// assert_eq!(releases[0].source.encoding, "Big5");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn encoding(mut self, encoding: Encoding) -> Self {
        self.encoding = Some(encoding);
        self
    }

    /// Sets [`markup`](Options::markup).
    ///
    /// ```
    /// use press_release::{Markup, Options, Parser};
    ///
    /// let page = b"<html><body>Harbour line opens</body></html>";
    /// assert!(Parser::default().parse_bytes(page).is_err());
    /// assert!(Parser::new(Options::default().markup(Markup::AsText)).parse_bytes(page).is_ok());
    /// ```
    #[must_use]
    pub fn markup(mut self, markup: Markup) -> Self {
        self.markup = markup;
        self
    }

    /// Sets [`offsets`](Options::offsets).
    ///
    /// ```
    /// use press_release::{Offsets, Options, Parser, Span};
    ///
    /// let parser = Parser::new(Options::default().offsets(Offsets::Chars));
    /// let release = parser.parse("渡輪新航線").remove(0);
    /// let text = release.headline.as_ref().or(release.other.first().map(|other| &other.text)).unwrap();
    /// assert_eq!(text.spans, [Span::new(0, 5)]);
    /// ```
    #[must_use]
    pub fn offsets(mut self, offsets: Offsets) -> Self {
        self.offsets = offsets;
        self
    }
}
