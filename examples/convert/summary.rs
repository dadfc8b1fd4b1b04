//! What was converted, counted.

use press_release::Release;
use std::collections::BTreeMap;
use std::fmt;

/// The counts of a run.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    pub(crate) documents: usize,
    pub(crate) releases: usize,
    pub(crate) languages: BTreeMap<&'static str, usize>,
    pub(crate) with_headline: usize,
    pub(crate) with_date: usize,
    pub(crate) with_contacts: usize,
    pub(crate) quotes: usize,
    pub(crate) quotes_with_speaker: usize,
    pub(crate) failures: usize,
}

impl Summary {
    /// Counts the releases of one document.
    pub(crate) fn add(&mut self, releases: &[Release]) {
        self.documents += 1;
        for release in releases {
            self.releases += 1;
            *self.languages.entry(release.language.form.tag()).or_default() += 1;
            self.with_headline += usize::from(release.headline.is_some());
            self.with_date += usize::from(release.release_date.is_some());
            self.with_contacts += usize::from(!release.contacts.is_empty());
            self.quotes += release.quotes.len();
            self.quotes_with_speaker += release.quotes.iter().filter(|quote| quote.speaker.is_some()).count();
        }
    }

    /// Counts a document that could not be converted.
    pub(crate) fn fail(&mut self) {
        self.failures += 1;
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let languages: Vec<String> =
            self.languages.iter().map(|(tag, count)| format!("{count} {tag}")).collect();
        write!(f, "{}, {}", counted(self.documents, "document"), counted(self.releases, "release"))?;
        if !languages.is_empty() {
            write!(f, " ({})", languages.join(", "))?;
        }
        let with =
            [("headline", self.with_headline), ("date", self.with_date), ("contacts", self.with_contacts)];
        for (what, count) in with {
            write!(f, "\n  with {what}: {count}")?;
        }
        write!(f, "\n  quotes: {}, with a speaker: {}", self.quotes, self.quotes_with_speaker)?;
        match self.failures {
            0 => write!(f, "\n  errors: none"),
            count => write!(f, "\n  errors: {count}, told above"),
        }
    }
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}
