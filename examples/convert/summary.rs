//! What was converted, counted: for people at the end, as JSON with `--report`.

use crate::failure::Code;
use press_release::Release;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// The counts of a run.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Summary {
    /// Documents that were converted.
    pub(crate) documents: u64,
    /// Their bytes, unpacked.
    pub(crate) bytes: u64,
    pub(crate) releases: u64,
    pub(crate) languages: BTreeMap<String, u64>,
    pub(crate) with_headline: u64,
    pub(crate) with_date: u64,
    pub(crate) with_contacts: u64,
    pub(crate) quotes: u64,
    pub(crate) quotes_with_speaker: u64,
    /// How many releases have each kind of doubt.
    pub(crate) diagnostics: BTreeMap<String, u64>,
    /// How many inputs failed in each way.
    pub(crate) errors: BTreeMap<String, u64>,
    /// Seconds that the run took, all its parts together.
    pub(crate) seconds: f64,
}

impl Summary {
    /// Counts a document of `bytes` and its releases.
    pub(crate) fn add(&mut self, bytes: u64, releases: &[Release]) {
        self.documents += 1;
        self.bytes += bytes;
        for release in releases {
            self.releases += 1;
            count(&mut self.languages, release.language.form.tag());
            self.with_headline += u64::from(release.headline.is_some());
            self.with_date += u64::from(release.release_date.is_some());
            self.with_contacts += u64::from(!release.contacts.is_empty());
            self.quotes += release.quotes.len() as u64;
            self.quotes_with_speaker +=
                release.quotes.iter().filter(|quote| quote.speaker.is_some()).count() as u64;
            let mut codes: Vec<_> = release.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
            codes.sort_unstable();
            codes.dedup();
            for code in codes {
                count(&mut self.diagnostics, &name(&code));
            }
        }
    }

    /// Counts an input that could not be converted.
    pub(crate) fn fail(&mut self, code: Code) {
        count(&mut self.errors, code.name());
    }

    /// How many inputs failed.
    pub(crate) fn failures(&self) -> u64 {
        self.errors.values().sum()
    }

    /// How many inputs there were.
    pub(crate) fn inputs(&self) -> u64 {
        self.documents + self.failures()
    }

    /// Adds what another part of the run counted.
    pub(crate) fn merge(&mut self, other: &Summary) {
        for (sum, more) in [
            (&mut self.documents, other.documents),
            (&mut self.bytes, other.bytes),
            (&mut self.releases, other.releases),
            (&mut self.with_headline, other.with_headline),
            (&mut self.with_date, other.with_date),
            (&mut self.with_contacts, other.with_contacts),
            (&mut self.quotes, other.quotes),
            (&mut self.quotes_with_speaker, other.quotes_with_speaker),
        ] {
            *sum += more;
        }
        for (sums, more) in [
            (&mut self.languages, &other.languages),
            (&mut self.diagnostics, &other.diagnostics),
            (&mut self.errors, &other.errors),
        ] {
            for (key, count) in more {
                *sums.entry(key.clone()).or_default() += count;
            }
        }
        self.seconds += other.seconds;
    }

    /// Megabytes of text a second.
    pub(crate) fn speed(&self) -> f64 {
        if self.seconds > 0.0 { self.bytes as f64 / self.seconds / 1e6 } else { 0.0 }
    }

    /// As JSON.
    pub(crate) fn report(&self) -> Vec<u8> {
        let mut report = serde_json::json!(self);
        report["megabytes_per_second"] = self.speed().into();
        let mut json = serde_json::to_vec_pretty(&report).unwrap_or_default();
        json.push(b'\n');
        json
    }
}

/// The name that a code has in JSON.
fn name(code: &impl Serialize) -> String {
    serde_json::to_value(code).ok().and_then(|name| Some(name.as_str()?.to_owned())).unwrap_or_default()
}

fn count(counts: &mut BTreeMap<String, u64>, key: &str) {
    match counts.get_mut(key) {
        Some(count) => *count += 1,
        None => drop(counts.insert(key.to_owned(), 1)),
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", counted(self.documents, "document"), counted(self.releases, "release"))?;
        if !self.languages.is_empty() {
            write!(f, " ({})", listed(&self.languages))?;
        }
        if self.seconds >= 0.1 {
            write!(f, " in {:.1} s, {:.1} MB/s", self.seconds, self.speed())?;
        }
        let with =
            [("headline", self.with_headline), ("date", self.with_date), ("contacts", self.with_contacts)];
        for (what, count) in with {
            write!(f, "\n  with {what}: {count}")?;
        }
        write!(f, "\n  quotes: {}, with a speaker: {}", self.quotes, self.quotes_with_speaker)?;
        if !self.diagnostics.is_empty() {
            write!(f, "\n  doubts: {}", listed(&self.diagnostics))?;
        }
        match self.failures() {
            0 => write!(f, "\n  errors: none"),
            count => write!(f, "\n  errors: {count} ({})", listed(&self.errors)),
        }
    }
}

fn listed(counts: &BTreeMap<String, u64>) -> String {
    let parts: Vec<String> = counts.iter().map(|(what, count)| format!("{count} {what}")).collect();
    parts.join(", ")
}

fn counted(count: u64, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}
