mod bodies;
mod columns;
mod desks;
mod headings;
mod names;
mod numbers;
mod posts;
mod sentences;

use super::*;

/// The contacts of `text`, a line each: organisation, name, title, numbers, addresses, parted by bars.
fn read_all(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut at, mut after_gap) = (0, false);
    for line in text.split('\n') {
        let indent = line.len() - line.trim_start().len();
        if !line.trim().is_empty() {
            let span = Span::new(at + indent, at + line.trim_end().len());
            lines.push(ContactLine { span, indent, after_gap });
        }
        after_gap = line.trim().is_empty();
        at += line.len() + 1;
    }
    read(text, &lines, Some(Region::HongKong))
        .iter()
        .map(|contact| {
            let field = |text: &Option<Text>| text.as_ref().map_or("-", |text| text.text.as_str()).to_owned();
            let numbers: Vec<String> =
                contact.phones.iter().map(|phone| phone.e164.clone().unwrap_or_default()).collect();
            let addresses: Vec<&str> = contact.emails.iter().map(|email| email.text.as_str()).collect();
            [
                field(&contact.organization),
                field(&contact.name),
                field(&contact.title),
                numbers.join(" "),
                addresses.join(" "),
            ]
            .join(" | ")
        })
        .collect()
}
