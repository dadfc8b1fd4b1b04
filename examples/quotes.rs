//! Quotes of plain news text: `quotes IN.jsonl > OUT.jsonl`.
//!
//! Reads one JSON object a line with `id` and `text`; writes for each the quotes with their places in code points.
//! Short quoted strings inside reported speech are wanted here, so the fewest words are set to one.

use press_release::{Options, Parser, Quote, QuoteKind, Speaker, Text};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, BufWriter, Write};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: quotes IN.jsonl > OUT.jsonl")?;
    let parser = Parser::new(Options::default().min_quote_words(1));
    let mut out = BufWriter::new(std::io::stdout().lock());
    for line in BufReader::new(std::fs::File::open(path)?).lines() {
        let record: Value = serde_json::from_str(&line?)?;
        let text = record["text"].as_str().unwrap_or_default();
        let points = CodePoints::of(text);
        let quotes: Vec<Value> = parser.quotes(text).iter().map(|quote| shown(quote, &points)).collect();
        writeln!(out, "{}", json!({ "id": record["id"], "quotes": quotes }))?;
    }
    Ok(())
}

fn shown(quote: &Quote, points: &CodePoints) -> Value {
    let place = |text: Option<&Text>| text.map(|text| points.range(text)).unwrap_or_default();
    let speaker = quote.speaker.as_ref();
    let (start, end) = points.range(&quote.text);
    let (speaker_start, speaker_end) = place(speaker.and_then(|speaker| speaker.mention.as_ref()));
    let (cue_start, cue_end) = place(quote.cue.as_ref());
    json!({
        "kind": if quote.kind == QuoteKind::Direct { "direct" } else { "indirect" },
        "start": start,
        "end": end,
        "speaker_start": speaker_start,
        "speaker_end": speaker_end,
        "speaker_name": speaker.and_then(fullest).map(|name| &name.text),
        "cue_start": cue_start,
        "cue_end": cue_end,
    })
}

/// The name; of somebody without one the mention, or the title that a pronoun stands for.
fn fullest(speaker: &Speaker) -> Option<&Text> {
    let start = |text: &Text| text.spans.first().map(|span| span.start());
    let mention = speaker.mention.as_ref();
    let title = speaker.title.as_ref().filter(|title| mention.is_none_or(|word| start(title) < start(word)));
    speaker
        .name
        .as_ref()
        .or_else(|| title.filter(|title| title.text.len() > mention.map_or(0, |m| m.text.len())))
        .or(mention)
}

/// The number of the code point that starts at each byte.
struct CodePoints(Vec<usize>);

impl CodePoints {
    fn of(text: &str) -> Self {
        let mut points = vec![0; text.len() + 1];
        let mut count = 0;
        for (at, c) in text.char_indices() {
            points[at..at + c.len_utf8()].fill(count);
            count += 1;
        }
        points[text.len()] = count;
        CodePoints(points)
    }

    fn range(&self, text: &Text) -> (Option<usize>, Option<usize>) {
        let at = |byte: usize| self.0.get(byte).copied();
        (
            text.spans.first().and_then(|span| at(span.start())),
            text.spans.last().and_then(|span| at(span.end())),
        )
    }
}
