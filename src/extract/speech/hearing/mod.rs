//! The passages heard one after the other: which strings are speech, which belong together, who is at the word.
//!
//! Takes the passages; gives what was said in the order of the text, with the mentions of the speakers, not yet
//! resolved.

mod antecedent;
mod chinese;
mod english;
mod english_about;
mod english_named;
pub(super) mod owner;

use super::marks::{self, Marked, Marks};
use super::resolve::Mention;
use super::{Passage, PassageKind, Place};
use crate::diagnostic::{Diagnostic, DiagnosticCode};
use crate::extract::person::{self, ChineseText, Named, NamedKind};
use crate::extract::{date, dateline};
use crate::lexicon::people::{han, latin};
use crate::lexicon::places;
use crate::lexicon::reporting;
use crate::options::Options;
use crate::release::QuoteKind;
use crate::text::boundary;
use crate::text::script::{count, is_han};
use std::ops::Range;

/// One speech, in one or several parts.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) kind: QuoteKind,
    pub(super) parts: Vec<Place>,
    /// The mention of the speaker, by its number.
    pub(super) who: Option<usize>,
    pub(super) cue: Option<Place>,
}

/// What was heard in all passages.
#[derive(Debug, Clone, Default)]
pub(super) struct Heard {
    pub(super) said: Vec<Said>,
    pub(super) mentions: Vec<Mention>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

struct Hearing<'a> {
    passages: &'a [Passage<'a>],
    /// Their texts, with what was read of them.
    texts: &'a [ChineseText<'a>],
    options: &'a Options,
    heard: Heard,
    /// The passage with the dateline, and where its sentence starts.
    lead: Option<(usize, usize)>,
    /// Whose statement or article was quoted last.
    document: Option<usize>,
    /// Who spoke last.
    last: Option<usize>,
    /// The speech that the passage before ended with, and whether its mark stayed open.
    carried: Option<(usize, bool)>,
    /// The speech after which the passage before ended with its attribution.
    attributed: Option<usize>,
    /// The attribution that the passage before ended with: "She continued:", "Quotes attributable to Ann Lee".
    announced: Option<(Option<usize>, Option<Place>)>,
    /// Who signed in the passage before: the post may stand in this one.
    signed: Option<usize>,
}

/// Marks that part a speech from its signature.
const DASHES: [char; 7] = ['—', '–', '―', '-', '─', '~', '～'];

/// Bytes of the longest line that signs.
const LONGEST_LINE: usize = 160;

/// The mark that closes what nothing in its passage opens, before anything in marks.
fn closing_first(found: &Marks) -> Option<Range<usize>> {
    let close = found.stray.first()?;
    let first = found.strings.first().is_none_or(|marked| close.start < marked.outer.start);
    first.then(|| close.clone())
}

/// A line that is nothing but a post: "Partner, Gannet Rock Ventures".
fn post_line(text: &str) -> Option<Named> {
    let text = text.trim_end();
    let closed = text.ends_with([':', '：', '”', '」']) || closes_sentence(text);
    if text.is_empty() || text.len() > LONGEST_LINE || closed {
        return None;
    }
    person::of_line(text, 0..text.len()).filter(|named| {
        named.kind == NamedKind::Unnamed && named.title.is_some() && named.extent.end == text.len()
    })
}

/// Whether speech follows a colon in a line: 黎永生，協會主席：「…」.
fn announces_speech(line: &str) -> bool {
    let mut before = ' ';
    line.chars().any(|c| {
        let opens = matches!(c, '「' | '“' | '"') && matches!(before, ':' | '：');
        before = c;
        opens
    })
}

/// Whether a line is nothing but a person's name and post, as below a signed speech.
fn names_somebody(text: &str) -> bool {
    let short = !text.is_empty() && text.len() <= LONGEST_LINE && !closes_sentence(text);
    let posted = || han::holds_post(text) || latin::holds_post(text);
    let named = if short && posted() { person::of_line(text, 0..text.len()) } else { None };
    named.is_some_and(|named| named.kind == NamedKind::Person && named.title.is_some())
}

/// Who signs in the brackets that are all of `text` from `from` on: a name, and after a comma what tells who that is, or
/// where from: （林小文，漁民，石澳）.
fn signed_in_brackets(text: &str, from: usize) -> Option<Named> {
    let rest = text.get(from..)?;
    let inside = rest.trim().strip_prefix(['（', '('])?.strip_suffix(['）', ')'])?;
    let start = from + rest.find(inside)?;
    let comma = inside.find(['，', ',', '、'])?;
    let name = start..start + comma;
    let named = person::of_line(text, name.clone()).filter(|named| named.kind == NamedKind::Person);
    let whole = named.is_some_and(|named| named.name == Some(name.clone()));
    if !whole || inside.contains(['。', '：', ':', '（', '(']) || inside.len() > LONGEST_LINE {
        return None;
    }
    let mut parts = inside[comma..].split(['，', ',', '、']).map(str::trim).filter(|part| !part.is_empty());
    let title = parts.find(|part| person::ends_as_post(part));
    let title = title.and_then(|title| {
        let at = start + inside.find(title)?;
        Some(at..at + title.len())
    });
    Some(Named { extent: name.clone(), name: Some(name), title, ..Named::default() })
}

/// Bytes of `line`, somebody's name with what she is, without where she is from: the last two of four parts or more, a
/// town and its state, "Ann Lee, owner, Weir Ropes & Tar, Weir, La.".
fn without_home(line: &str) -> usize {
    let parts: Vec<&str> = line.split(", ").collect();
    let [_, _, .., town, region] = parts[..] else { return line.len() };
    let from = line.len() - ", ".len() * 2 - town.len() - region.len();
    let plain =
        town.split(' ').all(|word| word.starts_with(char::is_uppercase)) && !person::has_body_mark(town);
    if plain && places::is_region(region) { from } else { line.len() }
}

/// Whether `text` ends with a full stop, and not with that of Inc. or Ph.D.
fn closes_sentence(text: &str) -> bool {
    let text = text.trim_end();
    let last = text.rsplit(' ').next().unwrap_or(text);
    let kept = latin::LEGAL_FORMS.contains_lower(last)
        || places::is_region(last)
        || latin::DECORATIONS.contains(last)
        || latin::GENERATIONS.contains(last);
    text.ends_with('。') || text.ends_with('.') && !kept
}

/// Hears `passages`, whose texts are `texts`.
pub(super) fn hear(passages: &[Passage<'_>], texts: &[ChineseText<'_>], options: &Options) -> Heard {
    let mut hearing = Hearing {
        passages,
        texts,
        options,
        heard: Heard::default(),
        lead: lead(passages),
        document: None,
        last: None,
        carried: None,
        attributed: None,
        announced: None,
        signed: None,
    };
    for (index, passage) in passages.iter().enumerate() {
        let text = passage.reading.text();
        match passage.kind {
            PassageKind::Naming => hearing.heading(index, text),
            PassageKind::Letterhead => hearing.letterhead(index, text),
            PassageKind::Caption => hearing.caption(index, text),
            PassageKind::Prose => hearing.prose(index, text),
        }
    }
    hearing.heard
}

/// The passage that a dateline opens, one of the first two, and where its sentence starts.
fn lead(passages: &[Passage<'_>]) -> Option<(usize, usize)> {
    let prose = passages.iter().enumerate().filter(|(_, passage)| passage.kind == PassageKind::Prose);
    prose.take(2).find_map(|(index, passage)| Some((index, opening(passage.reading.text())?)))
}

/// Where the first sentence starts after the dateline of `text`.
fn opening(text: &str) -> Option<usize> {
    let rest = text.get(dateline::read(text)?.range.end..)?;
    let opens = |c: char| !c.is_whitespace() && !DASHES.contains(&c) && !matches!(c, ':' | '：');
    Some(text.len() - rest.len() + rest.find(opens)?)
}

/// Whether a passage is read by the rules of Chinese: a character of it says as much as several letters.
pub(super) fn is_chinese(text: &str) -> bool {
    // The first byte of every ideograph in UTF-8 is 0xE3 or more; that of a quotation mark or a dash is less.
    if text.bytes().fold(0, u8::max) < 0xe3 {
        return false;
    }
    let letters = count(text.as_bytes(), u8::is_ascii_alphabetic);
    // Whatever one of these bytes opens is an ideograph.
    count(text.as_bytes(), |byte| matches!(byte, 0xe5..=0xe9)) > letters / 4
        || text.chars().filter(|c| is_han(*c)).nth(letters / 4).is_some()
}

impl Hearing<'_> {
    fn mention(&mut self, passage: usize, named: Named) -> usize {
        let place = Place { passage, range: named.extent.clone() };
        self.heard.mentions.push(Mention { place, named, word: None, antecedent: None, weak: false });
        self.heard.mentions.len() - 1
    }

    /// People named where nobody speaks.
    fn names(&mut self, index: usize, text: &str) {
        let known = self.passages[index].listed;
        let listed = known.map_or_else(|| person::of_list(text, 0..text.len()), <[_]>::to_vec);
        for one in listed {
            self.mention(index, one.named);
        }
    }

    /// A line of the letterhead: only how those are called whom it names counts.
    fn letterhead(&mut self, index: usize, text: &str) {
        for one in person::of_list(text, 0..text.len()) {
            let named = Named { title: None, organization: None, ..one.named };
            if named.kind == NamedKind::Person && named.name.is_some() {
                self.mention(index, named);
            }
        }
    }

    /// A line that is no prose: the signature of the speech before it, who says what follows, or names.
    fn heading(&mut self, index: usize, text: &str) {
        if self.signs(index, text) {
            return;
        }
        // Speech does not run on across a heading.
        self.carried = self.carried.filter(|(_, open)| *open);
        self.announced = None;
        self.attributed = None;
        if let Some(who) = self.attribution(index, text).or_else(|| self.speech_heading(index, text)) {
            self.announced = Some((Some(who), None));
            return;
        }
        let first = self.heard.mentions.len();
        self.names(index, text);
        let named = self.heard.mentions.len() > first;
        if named && !is_chinese(text) {
            self.weaken_shapes(text, first);
        }
    }

    /// Weakens the mentions from `first` on of which only capitals tell that they are people: in a title every word has
    /// one.
    fn weaken_shapes(&mut self, text: &str, first: usize) {
        for mention in &mut self.heard.mentions[first..] {
            let named = &mention.named;
            let told = named.title.is_some() || named.honorific.is_some() || named.organization.is_some();
            let name = named.name.clone().and_then(|name| text.get(name)).unwrap_or("");
            let given = name.split_whitespace().next().is_some_and(person::is_given_name);
            mention.weak |= !told && !given;
        }
    }

    /// Whom a heading says that the speech below belongs to: "Quotes attributable to Ann Lee".
    fn attribution(&mut self, index: usize, text: &str) -> Option<usize> {
        let start = reporting::attribution_end(text)?;
        let named = person::english_from(text, start..text.len()).filter(|named| named.name.is_some())?;
        Some(self.mention(index, named))
    }

    /// Who a heading is, with a post or a body, right above what is nothing but speech: "Ann Lee, Chief Executive, Weir Mill".
    fn speech_heading(&mut self, index: usize, text: &str) -> Option<usize> {
        let next = self.passages.get(index + 1)?.reading.text().trim();
        let spoken = next.starts_with(['“', '"', '「']) && next.ends_with(['”', '"', '」']);
        if !spoken {
            return None;
        }
        let line = text.trim_end_matches(|c: char| c.is_whitespace() || c == ':' || DASHES.contains(&c));
        let named = person::of_line(text, 0..line.len())?;
        let told = named.title.is_some() || named.organization.is_some() && !is_chinese(text);
        let whole = named.extent.start == 0 && named.extent.end == line.len();
        (named.kind == NamedKind::Person && named.name.is_some() && told && whole)
            .then(|| self.mention(index, named))
    }

    /// Whose statement a passage announces at its end: "issued the following statement from Ann Lee:".
    fn stated(&mut self, index: usize, text: &str) -> Option<usize> {
        /// Bytes of the longest announcement, of whom and on what.
        const LONGEST: usize = 400;
        if !text.trim_end().ends_with(':') {
            return None;
        }
        let from = boundary::ceil(text, text.len().saturating_sub(LONGEST));
        let start = from + reporting::attribution_within(text.get(from..)?)?;
        let named = person::english_from(text, start..text.len()).filter(|named| named.name.is_some())?;
        Some(self.mention(index, named))
    }

    /// The same of a line that was not taken for a heading: nothing but whose speech follows.
    fn attribution_line(&mut self, index: usize, text: &str) -> Option<usize> {
        let marked = |c: char| matches!(c, '“' | '"' | '‘');
        let told = || closes_sentence(text) || text.contains(marked);
        if text.len() > LONGEST_LINE || reporting::attribution_end(text).is_none() || told() {
            return None;
        }
        let who = self.attribution(index, text)?;
        self.carried = None;
        self.attributed = None;
        Some(who)
    }

    /// A caption: whom it lists, and what it says they said. Speech goes on after it where it stopped before.
    fn caption(&mut self, index: usize, text: &str) {
        self.names(index, text);
        let (carried, announced, last) = (self.carried.take(), self.announced.take(), self.last);
        let attributed = self.attributed.take();
        self.prose(index, text);
        (self.carried, self.announced, self.last) = (carried, announced, last);
        self.attributed = attributed;
    }

    /// Reads a passage as the signature of the speech that the one before ended with, or as the post below it.
    fn signs(&mut self, index: usize, text: &str) -> bool {
        if let Some(who) = self.signed.take()
            && let Some(post) = post_line(text)
        {
            let below = self.mention(index, post);
            self.heard.mentions[below].antecedent = Some(who);
            return true;
        }
        let Some((said, _)) = self.carried else { return false };
        let signed = self.signature(index, text, 0, said) || self.name_line(index, text, said);
        if signed {
            self.carried = None;
            self.signed = self.last;
        }
        signed
    }

    /// Reads a line that is nothing but a name as the signature of speech that nothing else governs. A post tells it
    /// from a heading: on the same line, or on the next.
    fn name_line(&mut self, index: usize, text: &str, said: usize) -> bool {
        if self.heard.said[said].cue.is_some()
            || text.len() > LONGEST_LINE
            || text.ends_with([':', '：'])
            || announces_speech(text)
            || closes_sentence(text)
        {
            return false;
        }
        let next = self.passages.get(index + 1).map_or("", |next| next.reading.text());
        let end = date::without_closing_day(text).len();
        let named = person::of_line(text, 0..end).filter(|named| named.name.is_some());
        let Some(named) = named.filter(|named| named.kind == NamedKind::Person) else { return false };
        if named.title.is_none() && post_line(next).is_none() {
            return false;
        }
        let who = self.mention(index, named);
        self.heard.said[said].who = Some(who);
        self.last = Some(who);
        true
    }

    fn prose(&mut self, index: usize, text: &str) {
        if self.signs(index, text) {
            return;
        }
        if let Some(who) = self.attribution_line(index, text) {
            self.announced = Some((Some(who), None));
            return;
        }
        let mut found = marks::pair(text, self.options.single_quotes);
        self.go_on_unmarked(index, text, &mut found);
        for stray in &found.stray {
            self.doubt(DiagnosticCode::UnopenedQuote, index, stray.clone());
        }
        if is_chinese(text) {
            self.chinese(index, &found.strings);
        } else {
            self.english(index, text, &found.strings);
        }
    }

    /// Takes the head of a passage for a string that the passage before left open, where a mark closes it that
    /// nothing in the passage opens; or all of the passage, where that mark stands in one of the next.
    fn go_on_unmarked(&self, index: usize, text: &str, found: &mut Marks) {
        if !self.carried.is_some_and(|(_, open)| open) {
            return;
        }
        let marked = |end: usize, close: usize| Marked {
            outer: 0..close,
            inner: 0..end,
            closed: close > end,
            single: false,
        };
        if let Some(close) = closing_first(found) {
            found.strings.insert(0, marked(close.start, close.end));
            found.stray.remove(0);
            return;
        }
        let closes = || self.marked_ahead(index).next().and_then(|(_, next)| closing_first(&next)).is_some();
        if found.is_empty() && closes() {
            let end = text.trim_end().len();
            found.strings.push(marked(end, end));
        }
    }

    /// The passages of prose right behind one that have marks, with their marks; those between may have none.
    fn marked_ahead(&self, index: usize) -> impl Iterator<Item = (&str, Marks)> {
        /// Passages of the longest speech that is looked at; a guess.
        const AHEAD: usize = 6;
        let following = self.passages.get(index + 1..).unwrap_or(&[]).iter().take(AHEAD);
        let prose = following.take_while(|passage| passage.kind == PassageKind::Prose);
        let marked = prose.map(|passage| {
            let text = passage.reading.text();
            (text, marks::pair(text, self.options.single_quotes))
        });
        marked.filter(|(_, found)| !found.is_empty())
    }

    /// Where the sentences of a passage start: after its dateline, if it has one.
    fn opening(&self, index: usize) -> usize {
        self.lead.filter(|(lead, _)| *lead == index).map_or(0, |(_, start)| start)
    }

    fn doubt(&mut self, code: DiagnosticCode, passage: usize, range: Range<usize>) {
        let spans = self.passages[passage].reading.spans(range);
        self.heard.diagnostics.push(Diagnostic::new(code, spans));
    }

    /// Whether a signature follows the string that ends at `from`.
    fn signed(&self, index: usize, text: &str, from: usize) -> bool {
        let rest = text.get(from..).unwrap_or("").trim();
        let next = self.passages.get(index + 1).map_or("", |next| next.reading.text());
        let line = if rest.is_empty() { next.trim_start() } else { rest };
        let dated = || date::without_closing_day(line).len() < line.trim_end().len();
        line.starts_with(DASHES) || signed_in_brackets(text, from).is_some() || rest.is_empty() && dated()
    }

    /// Reads `text` from `from` as the signature of a speech: "– Name, Title", （林小文，漁民）.
    fn signature(&mut self, index: usize, text: &str, from: usize, said: usize) -> bool {
        if let Some(named) = signed_in_brackets(text, from) {
            let who = self.mention(index, named);
            self.heard.said[said].who = Some(who);
            self.last = Some(who);
            return true;
        }
        let Some(rest) = text.get(from..) else { return false };
        let line = rest.trim_start();
        let signed = line.trim_start_matches(DASHES).trim_start();
        let bare = date::without_closing_day(signed);
        if bare.len() == line.trim_end().len() || bare.is_empty() || bare.len() > 160 {
            return false;
        }
        let start = from + rest.len() - signed.len();
        let mut range = start..start + without_home(bare.trim_end());
        if closes_sentence(bare) {
            // "– Ann Lee, Head of Roads, Weir plc.": a full stop after a name and its post.
            range.end = start + bare.trim_end().trim_end_matches('.').len();
            let signs = person::of_line(text, range.clone()).is_some_and(|named| {
                named.kind == NamedKind::Person && named.title.is_some() && named.extent == range
            });
            if !signs {
                return false;
            }
        }
        let named = person::of_line(text, range.clone()).unwrap_or_else(|| {
            let line = text.get(range.clone()).unwrap_or("");
            let end = line.find([',', '，', '、']).unwrap_or(line.len());
            let name = range.start..range.start + end;
            let rest = line.get(end..).unwrap_or("");
            let title_at = range.start + line.len() - rest.trim_start_matches([',', '，', '、', ' ']).len();
            let title = (title_at < range.end).then_some(title_at..range.end);
            Named { extent: range.clone(), name: Some(name), title, ..Named::default() }
        });
        let who = self.mention(index, named);
        let spoken = &mut self.heard.said[said];
        // "What they are saying:" above signed words reports none of them.
        let place = spoken.parts.first().map(|part| part.passage);
        spoken.cue = spoken.cue.take().filter(|cue| Some(cue.passage) == place);
        spoken.who = Some(who);
        self.last = Some(who);
        true
    }

    /// What the next passage has to know of this one.
    fn close(
        &mut self,
        index: usize,
        text: &str,
        marks: &[Marked],
        previous: Option<Previous>,
        first_said: usize,
    ) {
        let Some(previous) = previous else {
            self.carried = None;
            return;
        };
        let Some(marked) = marks.get(previous.mark) else { return };
        let rest = text.get(marked.outer.end..).unwrap_or("").trim();
        // Who is thought to speak because of the words before is not who signs.
        let unsigned = previous.said >= first_said || self.heard.said[previous.said].cue.is_none();
        if unsigned && self.signature(index, text, marked.outer.end, previous.said) {
            self.carried = None;
            return;
        }
        self.carried = rest.is_empty().then_some((previous.said, !marked.closed));
    }

    /// Gives the speech that waits for a speaker the next one of the paragraph, `before` it, or the last one there was.
    fn settle(&mut self, waiting: &[usize], first_said: usize, before: Option<usize>) {
        if waiting.is_empty() {
            return;
        }
        let mut next = before.or(self.last);
        for said in (first_said..self.heard.said.len()).rev() {
            next = self.heard.said[said].who.or(next);
            if self.heard.said[said].who.is_none() && waiting.binary_search(&said).is_ok() {
                self.heard.said[said].who = next;
            }
        }
    }

    /// The speech that the passage before left open and of which nothing tells yet whose it is.
    fn opened_before(&self) -> Option<usize> {
        let (said, open) = self.carried?;
        (open && self.heard.said[said].cue.is_none()).then_some(said)
    }

    /// Goes on with a speech that only now is told whose it is.
    fn say_more(&mut self, said: usize, part: Place, who: Option<usize>, cue: Option<Place>) -> usize {
        self.last = who.or(self.last);
        let speech = &mut self.heard.said[said];
        speech.parts.push(part);
        speech.who = who.or(speech.who);
        speech.cue = cue;
        said
    }

    fn say(&mut self, kind: QuoteKind, part: Place, who: Option<usize>, cue: Option<Place>) -> usize {
        if kind == QuoteKind::Direct {
            self.last = who.or(self.last);
        }
        self.heard.said.push(Said { kind, parts: vec![part], who, cue });
        self.heard.said.len() - 1
    }
}

/// The speech that the next string of the same paragraph may continue.
#[derive(Debug, Clone, Copy)]
struct Previous {
    said: usize,
    mark: usize,
    sentence: usize,
    clause: Option<usize>,
    after: bool,
}
