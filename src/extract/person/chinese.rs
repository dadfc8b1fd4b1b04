//! Somebody described before a reporting word in Chinese: organisation, title, name, honorific, in that order or, as
//! Taiwan prints it, with the title after the name.

use super::{Named, NamedKind};
use crate::lexicon::names;
use crate::text::script::is_han;
use std::ops::Range;

/// How far a description may reach back, in bytes: the longest collected, a mainland office with its department, has
/// 100.
const REACH: usize = 240;

/// See [`super::chinese_before`].
pub(super) fn before(text: &str, range: Range<usize>) -> Option<Named> {
    let part = text.get(range.clone())?;
    let end = range.start + part.trim_end().len();
    let (end, honorific) = without_decorations(text, range.start..end);
    let start = clause_start(text, range.start..end);
    if start >= end {
        return None;
    }
    let extent = start..range.end.min(range.start + part.trim_end().len());
    let named = Named { extent, honorific, ..Named::default() };
    named_after_title(text, start..end, &named)
        .or_else(|| title_after_name(text, start..end, &named))
        .or_else(|| bare_name(text, start..end, &named))
        .or_else(|| unnamed(text, start..end, &named))
        .or_else(|| body(text, start..end, &named))
}

/// Cuts `，SBS，太平紳士`, `女士`, `博士` from the end; gives the end of what is left and the honorific.
fn without_decorations(text: &str, range: Range<usize>) -> (usize, Option<Range<usize>>) {
    let mut end = range.end;
    let mut honorific = None;
    loop {
        let part =
            text[range.start..end].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '，' | ','));
        end = range.start + part.len();
        if let Some(length) = names::decoration_at_end(part) {
            end -= length;
        } else if let Some(length) =
            names::honorific_at_end(part).filter(|length| part.len() > *length && honorific.is_none())
        {
            honorific = Some(end - length..end);
            end -= length;
        } else {
            return (end, honorific);
        }
    }
}

/// Where the last clause, and in it the last apposition, starts.
fn clause_start(text: &str, range: Range<usize>) -> usize {
    let mut floor = range.end.saturating_sub(REACH).max(range.start);
    while !text.is_char_boundary(floor) {
        floor += 1;
    }
    let mut start = floor;
    let mut depth = 0;
    for (at, c) in text[floor..range.end].char_indices() {
        let after = floor + at + c.len_utf8();
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' if depth > 0 => depth -= 1,
            '，' | '。' | '；' | '：' | '「' | '」' | '“' | '”' | '！' | '？' | '》' | '\n' if depth == 0 =>
            {
                start = after;
            }
            '的' if depth == 0 => start = after,
            '、' if depth == 0
                && !names::goes_on_as_title(&text[start..floor + at], &text[after..range.end]) =>
            {
                start = after;
            }
            _ => {}
        }
    }
    start + names::generic_at_start(&text[start..range.end])
}

/// 數碼局局長陳大文, Lumen `Loop技術總監Priya` Rao, 首席执行官英格丽·索尔海姆.
fn named_after_title(text: &str, range: Range<usize>, named: &Named) -> Option<Named> {
    let part = &text[range.clone()];
    let length = names::name_at_end(part)?;
    let name = range.end - length..range.end;
    let head = part[..part.len() - length].trim_end();
    let (organization, title) = names::split_post(head);
    if organization.is_none() && title.is_none() && !head.is_empty() {
        return None;
    }
    let shift = |r: Range<usize>| range.start + r.start..range.start + r.end;
    Some(Named {
        name: Some(name),
        organization: organization.map(shift),
        title: title.map(shift),
        ..named.clone()
    })
}

/// 教育局鄭大文局長, 黃大文市長, 鄺博士 (the honorific is cut already, the surname left).
fn title_after_name(text: &str, range: Range<usize>, named: &Named) -> Option<Named> {
    let part = &text[range.clone()];
    let title = names::title_head_at_end(part)?;
    let head = &part[..part.len() - title];
    let length = names::han_name_at_end(head)?;
    let before = &head[..head.len() - length];
    let organization = (!before.is_empty()).then_some(range.start..range.start + before.len());
    let name_end = range.start + head.len();
    Some(Named {
        name: Some(name_end - length..name_end),
        title: Some(name_end..range.end),
        organization,
        ..named.clone()
    })
}

/// A name and nothing else: 溫秉謙, James Tan, a surname before an honorific.
fn bare_name(text: &str, range: Range<usize>, named: &Named) -> Option<Named> {
    let part = &text[range.clone()];
    let surname_alone = named.honorific.is_some() && names::is_surname(part);
    (names::is_whole_name(part) || surname_alone).then(|| Named { name: Some(range), ..named.clone() })
}

/// 醫院管理局發言人, 局長: a post without a name.
fn unnamed(text: &str, range: Range<usize>, named: &Named) -> Option<Named> {
    let part = &text[range.clone()];
    names::title_head_at_end(part)?;
    let (organization, title) = names::split_post(part);
    let shift = |r: Range<usize>| range.start + r.start..range.start + r.end;
    let organization = organization.map(shift).map(|range| without_abbreviation(text, range));
    Some(Named { title: title.map(shift), organization, kind: NamedKind::Unnamed, ..named.clone() })
}

/// 醫院管理局（醫管局） without its bracket.
fn without_abbreviation(text: &str, range: Range<usize>) -> Range<usize> {
    match text[range.clone()].find(['（', '(']) {
        Some(at) if at > 0 => range.start..range.start + at,
        _ => range,
    }
}

/// A body that speaks: 運輸事務局, 該公司.
fn body(text: &str, range: Range<usize>, named: &Named) -> Option<Named> {
    let part = &text[range.clone()];
    let known = names::ends_with_body(part)
        && part.chars().all(|c| is_han(c) || c.is_alphanumeric() || matches!(c, '（' | '）' | ' ' | '·'));
    known.then(|| Named { name: Some(range), kind: NamedKind::Organization, ..named.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `organisation|title|name`.
    fn parts(text: &str) -> String {
        let Some(named) = before(text, 0..text.len()) else { return "none".to_owned() };
        let part = |range: Option<Range<usize>>| range.map_or("-", |range| &text[range]);
        format!("{}|{}|{}", part(named.organization), part(named.title), part(named.name))
    }

    #[test]
    fn organisation_title_and_name_come_apart() {
        let cases = [
            ("灣畔局局長陳大文", "灣畔局|局長|陳大文"),
            ("新灣科學園管理局主席鄺詠琳博士，SBS，太平紳士", "新灣科學園管理局|主席|鄺詠琳"),
            (
                "卓濤環球控股有限公司主席兼執行董事歐陽啟邦先生",
                "卓濤環球控股有限公司|主席兼執行董事|歐陽啟邦",
            ),
            ("香港理海大學副校長（研究及創新）司徒翰教授", "香港理海大學|副校長（研究及創新）|司徒翰"),
            (
                "進駐企業Lumen Loop聯合創辦人兼技術總監Priya Venkatesan",
                "Lumen Loop|聯合創辦人兼技術總監|Priya Venkatesan",
            ),
            ("云砚智能首席科学家上官若彤博士", "云砚智能|首席科学家|上官若彤"),
            ("研究的主要研究者、东吴湾人民医院心内科主任仉雪松教授", "东吴湾人民医院心内科|主任|仉雪松"),
            (
                "Norvane Therapeutics首席执行官英格丽·索尔海姆",
                "Norvane Therapeutics|首席执行官|英格丽·索尔海姆",
            ),
            (
                "香港海港理工學院海洋工程學講座教授Karin Østergaard",
                "香港海港理工學院|海洋工程學講座教授|Karin Østergaard",
            ),
            ("協會總幹事歐陽慧芝", "協會|總幹事|歐陽慧芝"),
            ("鄺博士", "-|-|鄺"),
            ("運輸事務局發言人", "運輸事務局|發言人|-"),
            ("發言人", "-|發言人|-"),
            ("運輸事務局", "-|-|運輸事務局"),
            ("溫秉謙", "-|-|溫秉謙"),
            ("教育局鄭大文局長", "教育局|局長|鄭大文"),
        ];
        for (text, expected) in cases {
            assert_eq!(parts(text), expected, "{text}");
        }
    }
}
