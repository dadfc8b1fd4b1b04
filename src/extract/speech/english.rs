//! Who governs a string in marks, in English.
//!
//! Takes the outline of a paragraph; gives its reporting clauses (verb and subject) and, for each marked string, the
//! clause that governs it: "…," said X; X said: "…"; X, the chairman, called it "…"; according to X. It works on
//! words and commas without a grammar: a subject is what stands between the last border and the verb.

use super::marks::Marked;
use super::sentence::{Kind, Outline, Token, last_char};
use crate::lexicon::people::latin;
use crate::lexicon::reporting::{Governs, Role, VerbForm};
use std::ops::Range;

/// A reporting clause.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    /// The token of the verb.
    pub(super) verb: usize,
    /// The tokens of the cue.
    pub(super) cue: Range<usize>,
    pub(super) governs: Governs,
    /// The tokens that name the speaker, as far as they were found.
    pub(super) subject: Option<Range<usize>>,
    /// Whether the subject belongs to the clause itself and was not taken over from an earlier one.
    pub(super) own_subject: bool,
    /// The who or which that stands for the subject.
    pub(super) relative: Option<usize>,
    /// Whether the subject follows the verb.
    pub(super) inverted: bool,
    /// How far back its subject can reach, in tokens.
    pub(super) from: usize,
    /// Where the clause starts and ends, in tokens.
    pub(super) extent: Range<usize>,
}

/// How a clause stands to the string that it governs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    /// The string, then at once the clause: "…," said X.
    After,
    /// The clause with a comma or colon, then the string: X said, "…".
    Before,
    /// The string is part of what the clause reports: X said it was "…".
    Within,
}

/// The reporting clauses of one sentence, in order.
pub(super) fn clauses(text: &str, outline: &Outline, sentence: &Range<usize>) -> Vec<Clause> {
    let tokens = &outline.tokens;
    let mut found: Vec<Clause> = Vec::new();
    for at in sentence.clone() {
        let token = &tokens[at];
        if token.is(Role::Source) && tokens.get(at + 1).is_some_and(|next| next.is(Role::Infinitive)) {
            let end = phrase_end(tokens, at + 2, sentence.end);
            found.push(Clause {
                verb: at,
                cue: at..at + 2,
                governs: Governs::Speech,
                subject: (end > at + 2).then_some(at + 2..end),
                own_subject: true,
                from: at,
                relative: None,
                inverted: true,
                extent: at..end.max(at + 2),
            });
            continue;
        }
        let Some((governs, form)) = token.facts.verb else { continue };
        if !is_verb(text, tokens, sentence, at, form) {
            continue;
        }
        if form == VerbForm::Past && passive(tokens, sentence.start, at) {
            if let Some(by) = agent(tokens, at, sentence.end) {
                let end = phrase_end(tokens, by + 1, sentence.end);
                if end > by + 1 {
                    found.push(Clause {
                        verb: at,
                        cue: at..at + 1,
                        governs,
                        subject: Some(by + 1..end),
                        own_subject: true,
                        from: at,
                        relative: None,
                        inverted: true,
                        extent: at..end,
                    });
                }
            }
            continue;
        }
        // "Announcing the news, Ann Lee, chair of the trust, said": the participle shares the subject of the verb.
        let parted = found.last().filter(|last| !opens_as_participle(tokens, sentence, last));
        let limit = parted.map_or(sentence.start, |last| last.extent.end.min(at));
        let inherited = found.iter().rev().find_map(|clause| clause.subject.clone());
        let after_mark = opens_after_mark(tokens, sentence.start, at);
        if after_mark && form != VerbForm::Ing {
            let start = skip_adverbs(tokens, at + 1, sentence.end);
            let end = phrase_end(tokens, start, sentence.end);
            let named = tokens.get(start).is_some_and(|t| {
                t.is_word()
                    && start < sentence.end
                    && (t.capital
                        || t.is(Role::Determiner)
                        || t.is(Role::Pronoun)
                        || !t.is(Role::Preposition))
                    && !t.is(Role::Border)
                    && (!t.is(Role::Preposition) || t.capital)
            });
            if named && end > start {
                found.push(Clause {
                    verb: at,
                    cue: at..at + 1,
                    governs,
                    subject: Some(start..end),
                    own_subject: true,
                    from: at,
                    relative: None,
                    inverted: true,
                    extent: at..end,
                });
                continue;
            }
        }
        let inverted =
            closing_subject(tokens, sentence, at, form).or_else(|| opening_subject(tokens, sentence, at));
        if let Some(subject) = inverted {
            let extent = at..subject.end;
            found.push(Clause {
                verb: at,
                cue: at..at + 1,
                governs,
                subject: Some(subject),
                own_subject: true,
                from: at,
                relative: None,
                inverted: true,
                extent,
            });
            continue;
        }
        let progressive = form == VerbForm::Ing && at > sentence.start && follows_aux(tokens, limit, at);
        let own = if form == VerbForm::Ing && !progressive {
            ing_subject(tokens, limit, at)
        } else {
            before_relative(tokens, sentence.start, &found, at)
                .or_else(|| opening_name(tokens, sentence.start, &found, at))
                .or_else(|| subject_before(tokens, limit, at))
        };
        let relative = (limit..at)
            .rev()
            .find(|i| !(tokens[*i].is(Role::Aux) || tokens[*i].is(Role::Adverb)))
            .filter(|i| tokens[*i].is(Role::Relative) && own.is_some());
        let own_subject = own.is_some();
        let start = own.as_ref().map_or(at, |subject| subject.start);
        let subject = own.or(inherited).or_else(|| first_phrase(tokens, sentence.start, at));
        found.push(Clause {
            verb: at,
            cue: at..at + 1,
            governs,
            subject,
            own_subject,
            from: limit,
            relative,
            inverted: false,
            extent: start..at + 1,
        });
    }
    found
}

/// Whether a clause is no more than the participle with which the sentence opens.
fn opens_as_participle(tokens: &[Token], sentence: &Range<usize>, clause: &Clause) -> bool {
    let verb = &tokens[clause.verb];
    clause.verb == sentence.start
        && clause.subject.is_none()
        && verb.facts.verb.is_some_and(|(_, form)| form == VerbForm::Ing)
}

/// The subject of a verb that closes a statement without marks: "it failed, said Ann Lee, a teacher." A name that goes on
/// with a verb is what is said instead: "Ann Lee, a teacher, said Bo Moor failed."
fn closing_subject(
    tokens: &[Token],
    sentence: &Range<usize>,
    at: usize,
    form: VerbForm,
) -> Option<Range<usize>> {
    let told = matches!(form, VerbForm::Past | VerbForm::Third);
    let parted = at > sentence.start + 1 && tokens[at - 1].kind == Kind::Comma;
    let first = tokens.get(at + 1).filter(|_| told && parted && at + 1 < sentence.end)?;
    if !first.is_word() || !first.capital || first.is(Role::Adverb) || first.is(Role::Border) {
        return None;
    }
    let end = phrase_end(tokens, at + 1, sentence.end);
    let phrase = tokens.get(at + 1..end)?;
    let named = |token: &Token| {
        token.capital
            || token.is(Role::Preposition)
            || token.is(Role::Determiner)
            || token.is(Role::Particle)
            || token.is(Role::Coordinate)
    };
    let plain = phrase.iter().all(|token| named(token) && !token.is(Role::Aux));
    let closes = end >= sentence.end || matches!(tokens[end].kind, Kind::Comma | Kind::Stop | Kind::Dash);
    (plain && closes && !has_apposition(tokens, sentence.start..at - 1)).then_some(at + 1..end)
}

/// The subject of a verb that opens a sentence before a string, and no other verb with it: "Said Ann Lee, a teacher: “…”".
fn opening_subject(tokens: &[Token], sentence: &Range<usize>, at: usize) -> Option<Range<usize>> {
    let first = tokens.get(at + 1).filter(|first| at == sentence.start && first.is_word())?;
    let mark = sentence.clone().find(|&at| matches!(tokens[at].kind, Kind::Mark(_)))?;
    let led = mark > at + 1 && matches!(tokens[mark - 1].kind, Kind::Colon | Kind::Comma);
    let named = first.capital && !first.is(Role::Preposition) && !first.is(Role::Adverb);
    // "Said Ahmed, a teacher, said": the name.
    let other = |token: &Token| !token.capital && token.facts.tells_speech();
    let sole = led && tokens[at].facts.tells_speech() && !tokens[at + 1..mark].iter().any(other);
    (named && sole).then(|| at + 1..phrase_end(tokens, at + 1, mark))
}

/// Whether the word at `at` opens a sentence as the verb of whom it names: see [`opening_subject`].
pub(super) fn opens_as_verb(outline: &Outline, at: usize) -> bool {
    let sentences = &outline.sentences;
    let sentence = sentences.get(sentences.partition_point(|sentence| sentence.start < at));
    sentence.is_some_and(|sentence| opening_subject(&outline.tokens, sentence, at).is_some())
}

/// Whether `range` is a name with its apposition: "Ann Lee, a teacher".
fn has_apposition(tokens: &[Token], range: Range<usize>) -> bool {
    let comma = (range.start..range.end).find(|at| tokens[*at].kind == Kind::Comma);
    comma.is_some_and(|comma| {
        comma > range.start && tokens[range.start..comma].iter().all(|token| token.is_word() && token.capital)
    })
}

/// Whether the word at `at` is a verb here and no noun or name: not "the report", not "United States".
fn is_verb(text: &str, tokens: &[Token], sentence: &Range<usize>, at: usize, form: VerbForm) -> bool {
    let token = &tokens[at];
    if token.capital && at != sentence.start {
        return false;
    }
    let Some(before) = at.checked_sub(1).filter(|b| *b >= sentence.start).map(|b| &tokens[b]) else {
        return form != VerbForm::Base || !token.capital;
    };
    if !before.is_word() {
        // "Ann Lee, project manager at Weir Mill, said": the word is part of a post.
        let posted = || {
            let next = tokens.get(at + 1).and_then(|next| text.get(next.start..next.end));
            before.kind == Kind::Comma && next.is_some_and(|next| latin::HEADS.contains_lower(next))
        };
        return form != VerbForm::Base || before.kind != Kind::Other && !posted();
    }
    match form {
        VerbForm::Ing => !before.is(Role::Determiner) || before.is(Role::Preposition),
        VerbForm::Past => !before.is(Role::Determiner) || before.is(Role::Pronoun) || before.is(Role::Adverb),
        VerbForm::Third => {
            let noun = tokens.get(at + 1).is_some_and(|next| next.is(Role::Preposition))
                && !before.capital
                && !before.is(Role::Pronoun)
                && token.facts.verb.is_some_and(|(governs, _)| governs == Governs::Speech);
            !before.is(Role::Determiner) && !before.is(Role::Aux) && !possessive(text, before) && !noun
        }
        VerbForm::Base => {
            !before.is(Role::Determiner)
                && (before.is(Role::Infinitive)
                    || before.is(Role::Aux)
                    || before.is(Role::Adverb)
                    || before.is(Role::Pronoun)
                    || before.is(Role::Relative)
                    || token.facts.verb.is_some_and(|(governs, _)| governs == Governs::Speech)
                        && !before.capital
                        && plural(text, before))
        }
    }
}

/// Whether a word ends as plurals do; people and the like are left to the verbs after them.
fn plural(text: &str, token: &Token) -> bool {
    text.get(token.start..token.end)
        .is_some_and(|word| word.ends_with(['s', 'e', 'n']) && !possessive(text, token))
}

/// Whether a word is a possessive: the ministry's.
fn possessive(text: &str, token: &Token) -> bool {
    text.get(token.start..token.end).is_some_and(|word| {
        !token.is(Role::Pronoun)
            && (word.ends_with("'s") || word.ends_with("’s") || word.ends_with("s'") || word.ends_with("s’"))
    })
}

/// Whether an auxiliary stands before the verb, adverbs aside: is also pledging.
fn follows_aux(tokens: &[Token], limit: usize, at: usize) -> bool {
    (limit..at)
        .rev()
        .find(|i| !tokens[*i].is(Role::Adverb) || tokens[*i].is(Role::Aux))
        .is_some_and(|i| tokens[i].is(Role::Passive))
}

fn passive(tokens: &[Token], start: usize, at: usize) -> bool {
    let mut i = at;
    while i > start && tokens[i - 1].is(Role::Adverb) {
        i -= 1;
    }
    i > start && tokens[i - 1].is(Role::Passive)
}

fn agent(tokens: &[Token], at: usize, end: usize) -> Option<usize> {
    (at + 1..end.min(at + 8))
        .take_while(|i| tokens[*i].kind != Kind::Stop)
        .find(|i| tokens[*i].is(Role::Agent))
}

fn skip_adverbs(tokens: &[Token], mut at: usize, end: usize) -> usize {
    while at < end && tokens[at].is_word() && tokens[at].is(Role::Adverb) && !tokens[at].is(Role::Pronoun) {
        at += 1;
    }
    at
}

/// Whether nothing but commas, auxiliaries and adverbs stands between a marked string and the verb.
fn opens_after_mark(tokens: &[Token], start: usize, at: usize) -> bool {
    let mut i = at;
    while i > start {
        let before = &tokens[i - 1];
        match before.kind {
            Kind::Mark(_) => return true,
            Kind::Comma | Kind::Dash => i -= 1,
            Kind::Word if before.is(Role::Adverb) || before.is(Role::Aux) => i -= 1,
            _ => return false,
        }
    }
    false
}

/// Where the phrase that starts at `start` ends: at a stop, comma, border or verb.
fn phrase_end(tokens: &[Token], start: usize, end: usize) -> usize {
    let mut i = start;
    while i < end {
        let token = &tokens[i];
        let stops = match token.kind {
            Kind::Word => {
                i > start
                    && (token.is(Role::Border) && !token.is(Role::Coordinate)
                        || token.is(Role::Relative)
                        || token.is(Role::Pronoun) && !token.capital
                        || !token.capital && token.facts.verb.is_some_and(|(governs, _)| governs.speaks()))
            }
            Kind::Other => false,
            _ => true,
        };
        if stops {
            break;
        }
        i += 1;
    }
    i
}

/// The subject of a verb: what stands before it, back to a border.
fn subject_before(tokens: &[Token], limit: usize, verb: usize) -> Option<Range<usize>> {
    let mut i = verb;
    loop {
        let before = i.checked_sub(1).filter(|b| *b >= limit).map(|b| &tokens[b])?;
        match before.kind {
            Kind::Word if (before.is(Role::Aux) || before.is(Role::Adverb)) && !before.is(Role::Pronoun) => {
                i -= 1;
            }
            Kind::Other => {
                // (D-Maine) between name and verb
                i -= 1;
                let open = (limit..i).rev().take(8).find(|j| tokens[*j].kind == Kind::Other);
                i = open.unwrap_or(i);
            }
            Kind::Word if before.is(Role::Relative) => {
                let mut end = i - 1;
                if end > limit && tokens[end - 1].kind == Kind::Comma {
                    end -= 1;
                }
                return non_empty(phrase_start(tokens, limit, end)..end);
            }
            Kind::Word if before.is(Role::Coordinate) || before.is(Role::Infinitive) => return None,
            Kind::Word => {
                let start = phrase_start(tokens, limit, i);
                let adverbial = start < i && tokens[start].is(Role::Preposition) && !tokens[start].capital;
                if adverbial && start == limit && limit > 0 && !tokens[start].is(Role::Pronoun) {
                    return None;
                }
                if adverbial && start > limit {
                    // on Saturday
                    i = start;
                    continue;
                }
                let phrase = start..reduced_end(tokens, start..i);
                return non_empty(phrase).filter(|_| !is_object(tokens, limit, start));
            }
            Kind::Comma => return before_apposition(tokens, limit, i - 1),
            Kind::Dash => {
                let open = (limit..i - 1).rev().find(|j| tokens[*j].kind == Kind::Dash)?;
                return non_empty(phrase_start(tokens, limit, open)..open);
            }
            _ => return None,
        }
    }
}

/// The subject before a relative clause that itself reports: "Ann Lee, who rang when she heard, said". The clauses
/// `found` after the relative stand inside it.
fn before_relative(tokens: &[Token], start: usize, found: &[Clause], verb: usize) -> Option<Range<usize>> {
    let closed =
        verb.checked_sub(1).filter(|before| *before >= start && tokens[*before].kind == Kind::Comma)?;
    let opens = |at: &usize| {
        tokens[*at].is(Role::Relative)
            && at.checked_sub(1).is_some_and(|c| c > start && tokens[c].kind == Kind::Comma)
    };
    let part = tokens.get(start..closed)?;
    if part.iter().any(|token| !matches!(token.kind, Kind::Word | Kind::Comma | Kind::Other)) {
        return None;
    }
    let relative = (start..closed).find(opens)?;
    let limit = found
        .iter()
        .filter(|clause| clause.extent.end <= relative)
        .map(|clause| clause.extent.end)
        .next_back();
    let limit = limit.unwrap_or(start);
    let inside = found.last().is_some_and(|last| last.extent.end > relative);
    let phrase = phrase_start(tokens, limit, relative - 1)..relative - 1;
    // "Ann Lee, Partner at Weir LLP, who advised them, said": who speaks stands before the apposition.
    let apposed = phrase.start > limit && tokens[phrase.start - 1].kind == Kind::Comma;
    let before = if apposed { before_apposition(tokens, limit, relative - 1) } else { None };
    non_empty(before.unwrap_or(phrase)).filter(|_| inside)
}

/// The name with which the sentence opens, where all up to the comma before the verb is its apposition, whatever verbs
/// stand in it: "Ann Lee, founder of Weir Mill, which is known for advancing trade, said".
fn opening_name(tokens: &[Token], start: usize, found: &[Clause], verb: usize) -> Option<Range<usize>> {
    /// Words of the shortest name of which no adverb is taken for one: "Still, Ann Lee, the chair, said".
    const SHORTEST: usize = 2;
    /// Words of the longest apposition that is read; a guess.
    const LONGEST: usize = 60;
    if verb - start > LONGEST {
        return None;
    }
    let closed = verb.checked_sub(1).filter(|before| tokens[*before].kind == Kind::Comma)?;
    let end = (start..closed).find(|&at| tokens[at].kind == Kind::Comma)?;
    let name = &tokens[start..end];
    let named = name.iter().all(|token| token.is_word() && token.capital) && !is_adverbial(&tokens[start]);
    let plain = |token: &Token| matches!(token.kind, Kind::Word | Kind::Comma | Kind::Other);
    let inside = |clause: &Clause| {
        let form = tokens[clause.verb].facts.verb.map(|(_, form)| form);
        clause.relative.is_some() || form == Some(VerbForm::Ing) || !clause.governs.speaks()
    };
    let whole = tokens[end..closed].iter().all(plain) && found.iter().all(inside);
    (name.len() >= SHORTEST && named && whole).then_some(start..end)
}

/// Whether the phrase that starts at `start` belongs to a verb before it: did "not release details", to assert "his
/// plans".
fn is_object(tokens: &[Token], limit: usize, start: usize) -> bool {
    let Some(before) = start.checked_sub(1).filter(|before| *before >= limit) else { return false };
    let negated = tokens[before].is(Role::Aux) && tokens[start].is(Role::Adverb);
    let infinitive = before > limit && tokens[before - 1].is(Role::Infinitive) && !tokens[before].capital;
    negated || infinitive && tokens[before].facts.verb.is_some()
}

/// Where the head of a phrase ends that a participle goes on: "another source | speaking to the paper".
fn reduced_end(tokens: &[Token], phrase: Range<usize>) -> usize {
    let participle = |at: &usize| {
        let token = &tokens[*at];
        matches!(token.facts.verb, Some((_, VerbForm::Ing)))
            && !token.capital
            && tokens.get(at + 1).is_some_and(|next| next.is(Role::Preposition))
    };
    (phrase.start + 1..phrase.end).find(participle).unwrap_or(phrase.end)
}

/// The subject of a participle that brings its own: "with critics saying"; a comma or preposition before it means
/// that it shares the one of the main verb.
fn ing_subject(tokens: &[Token], limit: usize, verb: usize) -> Option<Range<usize>> {
    let mut i = verb;
    while i > limit
        && tokens[i - 1].is_word()
        && (tokens[i - 1].is(Role::Aux) || tokens[i - 1].is(Role::Adverb))
    {
        i -= 1;
    }
    let before = i.checked_sub(1).filter(|b| *b >= limit).map(|b| &tokens[b])?;
    if !before.is_word()
        || before.is(Role::Preposition)
        || before.is(Role::Border)
        || before.is(Role::Coordinate)
    {
        return None;
    }
    let aux = i < verb && tokens[i..verb].iter().any(|t| t.is(Role::Aux));
    (aux || before.is(Role::Pronoun) || before.capital)
        .then(|| phrase_start(tokens, limit, i)..i)
        .and_then(non_empty)
}

fn non_empty(range: Range<usize>) -> Option<Range<usize>> {
    (range.start < range.end).then_some(range)
}

/// Where the phrase that ends at `end` starts.
fn phrase_start(tokens: &[Token], limit: usize, end: usize) -> usize {
    let mut i = end;
    while i > limit {
        let before = &tokens[i - 1];
        let stops = match before.kind {
            Kind::Word => {
                before.is(Role::Border) && !before.is(Role::Coordinate)
                    || before.is(Role::Coordinate)
                    || before.is(Role::Relative)
                    || !before.capital
                        && i < end
                        && before.facts.verb.is_some_and(|(governs, form)| {
                            governs.speaks() && (form != VerbForm::Ing || !tokens[i].is(Role::Preposition))
                        })
                    || i < end && before.is(Role::Aux)
                    || end - i > 24
            }
            Kind::Other => false,
            _ => true,
        };
        if stops {
            break;
        }
        i -= 1;
    }
    i
}

/// The name before an apposition that the comma at `comma` closes: "Ann Lee, the chairman," gives Ann Lee.
fn before_apposition(tokens: &[Token], limit: usize, comma: usize) -> Option<Range<usize>> {
    let mut start = comma;
    while start > limit && comma - start < 40 {
        let before = &tokens[start - 1];
        let stops = match before.kind {
            Kind::Colon => !is_bracketed(tokens, start - 1),
            Kind::Mark(_) | Kind::Stop | Kind::Semicolon => true,
            Kind::Word => {
                before.is(Role::Border)
                    && !before.is(Role::Relative)
                    && !before.is(Role::Coordinate)
                    && (start <= limit + 1 || tokens[start - 2].kind != Kind::Comma)
            }
            _ => false,
        };
        if stops {
            break;
        }
        start -= 1;
    }
    // "Speaking after the case, Ann Lee, of the trust, said": a border inside what opens the sentence ends nothing.
    if is_adverbial(&tokens[limit]) && tokens[limit..start].iter().all(Token::is_word) {
        start = limit;
    }
    let mut piece = start;
    while piece < comma {
        let end = (piece..comma).find(|j| tokens[*j].kind == Kind::Comma).unwrap_or(comma);
        if !is_adverbial(&tokens[piece]) && end > piece {
            return (end < comma || piece == start).then_some(piece..end);
        }
        piece = end + 1;
    }
    None
}

/// Whether the colon at `at` stands between a market and a share's letters in brackets: (NYSE: WRM).
fn is_bracketed(tokens: &[Token], at: usize) -> bool {
    let bracket = |token: Option<&Token>| token.is_some_and(|token| token.kind == Kind::Other);
    let word = |token: Option<&Token>| token.is_some_and(|token| token.is_word() && token.capital);
    let before = at.checked_sub(2).map(|open| (tokens.get(open), tokens.get(open + 1)));
    before.is_some_and(|(open, market)| bracket(open) && word(market))
        && word(tokens.get(at + 1))
        && bracket(tokens.get(at + 2))
}

/// Whether a phrase that opens with `first` tells when, where or how: "On Monday", "Speaking after the case".
fn is_adverbial(first: &Token) -> bool {
    first.is(Role::Preposition)
        || first.is(Role::Border)
        || matches!(first.facts.verb, Some((_, VerbForm::Ing)))
        || !first.is_word()
}

/// The first phrase of a sentence that can be a subject: for verbs that share it.
fn first_phrase(tokens: &[Token], start: usize, verb: usize) -> Option<Range<usize>> {
    let mut piece = start;
    while piece < verb {
        let end = (piece..verb).find(|j| !tokens[*j].is_word()).unwrap_or(verb);
        let first = &tokens[piece];
        // "Minutes later," and "Specifically," are no subjects.
        let adverbial = end < verb && (1..=2).contains(&(end - piece)) && tokens[end - 1].is(Role::Adverb);
        let subordinate = first.is(Role::Preposition) && !first.is(Role::Pronoun) || first.is(Role::Border);
        if end > piece && !subordinate && !adverbial {
            if first.is(Role::Pronoun) {
                return Some(piece..piece + 1);
            }
            let shorter = (piece + 1..end)
                .find(|j| {
                    let t = &tokens[*j];
                    t.is(Role::Aux)
                        || t.is(Role::Preposition)
                        || t.is(Role::Border)
                        || t.is(Role::Relative)
                        || (!t.capital && t.facts.verb.is_some())
                })
                .unwrap_or(end);
            return Some(piece..shorter);
        }
        piece = end + 1;
    }
    None
}

/// The clause that governs the marked string at token `at` and how it stands to it.
pub(super) fn governing(
    text: &str,
    outline: &Outline,
    marks: &[Marked],
    sentence: &Range<usize>,
    clauses: &[Clause],
    at: usize,
) -> Option<(usize, Stand)> {
    let tokens = &outline.tokens;
    let Kind::Mark(number) = tokens[at].kind else { return None };
    let next_mark =
        (at + 1..sentence.end).find(|i| matches!(tokens[*i].kind, Kind::Mark(_))).unwrap_or(sentence.end);
    let comma_after = tokens.get(at + 1).is_some_and(|t| matches!(t.kind, Kind::Comma | Kind::Dash));
    let ends_open = comma_after
        || matches!(last_char(text, marks, number), Some(',' | '?' | '!' | '—' | '–' | '-' | '…'));
    let after = clauses.iter().position(|c| {
        c.extent.start > at
            && c.extent.start < next_mark
            && c.verb < next_mark
            && tokens[at + 1..c.extent.start]
                .iter()
                .all(|t| matches!(t.kind, Kind::Comma | Kind::Dash) || t.is(Role::Adverb) || t.is(Role::Aux))
    });
    if ends_open
        && let Some(found) = after.filter(|i| clauses[*i].governs != Governs::Phrase || clauses[*i].inverted)
    {
        return Some((found, Stand::After));
    }
    let nearest =
        |wanted: fn(Governs) -> bool| clauses.iter().rposition(|c| c.verb < at && wanted(c.governs));
    let before = nearest(|g| g != Governs::Thought).or_else(|| nearest(|_| true));
    if let Some(found) = before {
        let direct = at > sentence.start && matches!(tokens[at - 1].kind, Kind::Comma | Kind::Colon)
            || clauses[found].verb + 1 == at;
        return Some((found, if direct { Stand::Before } else { Stand::Within }));
    }
    if let Some(found) = after {
        return Some((found, Stand::After));
    }
    let following = clauses.iter().position(|c| c.verb > at && c.governs.speaks());
    following.or_else(|| clauses.iter().position(|c| c.verb > at)).map(|found| (found, Stand::Within))
}

/// Words of the longest name that labels a speech, and of the longest with post and body; guesses.
const LONGEST_NAME: usize = 6;
const LONGEST_LABEL: usize = 14;

/// The words before a colon that name a speaker without a verb, as in transcripts: "Ann Lee: “…”".
pub(super) fn label_before(outline: &Outline, sentence: &Range<usize>, at: usize) -> Option<Range<usize>> {
    let tokens = &outline.tokens;
    let colon = at.checked_sub(1).filter(|c| *c > sentence.start && tokens[*c].kind == Kind::Colon)?;
    let label = sentence.start..colon;
    // With post and body a label is longer.
    let parted = tokens[label.clone()].iter().any(|t| t.kind == Kind::Comma);
    let most = if parted { LONGEST_LABEL } else { LONGEST_NAME };
    // "Ann Lee, the director, was delighted: “…”" is a sentence.
    let names = |token: &Token| token.is_word() && !token.is(Role::Passive) || token.kind == Kind::Comma;
    let short = label.len() <= most && tokens[label.clone()].iter().all(names);
    (short && tokens[label.start].capital).then_some(label)
}

/// Whether the string at token `at` stands between a determiner and a word in small letters: its “…” approach.
pub(super) fn is_attribute(outline: &Outline, sentence: &Range<usize>, at: usize) -> bool {
    let tokens = &outline.tokens;
    let determined = at > sentence.start && tokens[at - 1].is(Role::Determiner);
    let noun = tokens.get(at + 1).is_some_and(|next| {
        next.is_word()
            && !next.capital
            && !next.is(Role::Preposition)
            && !next.is(Role::Border)
            && !next.is(Role::Aux)
            && next.facts.verb.is_none()
    });
    determined && noun && at + 1 < sentence.end
}

/// The subject of a sentence without a reporting verb.
pub(super) fn sentence_subject(
    outline: &Outline,
    sentence: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    first_phrase(&outline.tokens, sentence.start, at)
}
