//! The stages of the pipeline, one by one, as the parser runs them.
//!
//! Takes what the stage before gave, gives what the next one takes. It is public for the benches, which measure each
//! stage by itself, and no part of the interface: it changes without notice.

use crate::chinese::record;
use crate::classify::{self, Block};
use crate::clean::edition::{self, Edition};
use crate::clean::{self, Line, lines};
use crate::decode::Source;
use crate::diagnostic::{Diagnostic, DiagnosticCode};
use crate::error::Error;
use crate::extract::{self, Page};
use crate::id::Id;
use crate::options::Options;
use crate::release::{Offsets, Release};
use crate::text::Span;
use crate::text::offsets::Recount;
use crate::texts::{each_text, each_text_mut};

/// bytes → the text, and how it was come by.
pub struct Decoded<'a>(pub(crate) Source<'a>);

/// The text → its lines and editions, furniture marked.
pub struct Cleaned {
    lines: Vec<Line>,
    editions: Vec<Edition>,
    id: Id,
    /// Whether a line was too long to be looked at as one.
    cut: bool,
}

/// The lines → the blocks of each edition.
pub struct Classified(Vec<Vec<Block>>);

/// Finds the encoding and decodes.
///
/// # Errors
///
/// When the bytes are no text.
pub fn decode<'a>(bytes: &'a [u8], options: &Options) -> Result<Decoded<'a>, Error> {
    Source::of_bytes(bytes, options).map(Decoded)
}

/// Parts the text into editions and lines.
pub fn clean(decoded: &Decoded<'_>) -> Cleaned {
    let text = &*decoded.0.text;
    let (mut lines, cut) = lines::split(text);
    clean::mark_furniture(text, &mut lines);
    let id = Id::of(text, &lines);
    clean::rejoin(text, &mut lines);
    let editions = edition::split(text, &lines);
    Cleaned { lines, editions, id, cut }
}

/// Decides what each line is.
pub fn classify(decoded: &Decoded<'_>, cleaned: &Cleaned) -> Classified {
    let text = &*decoded.0.text;
    let blocks = |edition: &Edition| classify::blocks(text, &cleaned.lines[edition.lines.clone()]);
    Classified(cleaned.editions.iter().map(blocks).collect())
}

/// Reads the fields.
pub fn extract(
    decoded: &Decoded<'_>,
    cleaned: &Cleaned,
    classified: &Classified,
    options: &Options,
) -> Vec<Release> {
    let source = &decoded.0;
    let mut releases = Vec::with_capacity(cleaned.editions.len());
    for (number, (edition, blocks)) in cleaned.editions.iter().zip(&classified.0).enumerate() {
        let lines = &cleaned.lines[edition.lines.clone()];
        let page = Page { source: &source.text, lines, language: edition.language, options };
        let mut release = extract::release(&page, blocks);
        release.edition = number;
        if !edition.mixed.is_empty() {
            release.diagnostics.push(Diagnostic::new(DiagnosticCode::MixedScripts, edition.mixed.clone()));
        }
        release.id = cleaned.id.edition(number);
        release.source = source.info();
        releases.push(release);
    }
    if let Some(first) = releases.first_mut() {
        first.diagnostics.extend(source.diagnostics.iter().cloned());
        if cleaned.lines.is_empty() {
            first.diagnostics.push(Diagnostic::new(DiagnosticCode::EmptyText, Vec::new()));
        }
        if cleaned.cut {
            first.diagnostics.push(Diagnostic::new(DiagnosticCode::LongLine, Vec::new()));
        }
    }
    releases
}

/// Gives every text its readings in the two scripts, as far as they are asked for.
pub fn convert(releases: &mut [Release], options: &Options) {
    for release in releases {
        record::read_scripts(release, options);
    }
}

/// Turns spans into the units that are asked for.
pub(crate) fn count_offsets(decoded: &Decoded<'_>, releases: &mut [Release], options: &Options) {
    let Some(units) = units(options.offsets) else { return };
    for release in releases {
        recount(release, &decoded.0.text, units);
        release.source.offsets = options.offsets;
    }
}

/// How many units a character has; nothing for bytes, which spans are in already.
fn units(offsets: Offsets) -> Option<fn(char) -> usize> {
    match offsets {
        Offsets::Bytes => None,
        Offsets::Utf16 => Some(char::len_utf16),
        Offsets::Chars => Some(|_| 1),
    }
}

fn recount(release: &mut Release, text: &str, units: fn(char) -> usize) {
    let mut spans: Vec<Span> = Vec::new();
    each_text(release, &mut |text| spans.extend_from_slice(&text.spans));
    spans.extend(release.diagnostics.iter().flat_map(|diagnostic| &diagnostic.spans));
    let recount = Recount::new(text, &spans, units);
    let of = |spans: &mut Vec<Span>| spans.iter_mut().for_each(|span| *span = recount.of(*span));
    each_text_mut(release, &mut |text| of(&mut text.spans));
    release.diagnostics.iter_mut().for_each(|diagnostic| of(&mut diagnostic.spans));
}
