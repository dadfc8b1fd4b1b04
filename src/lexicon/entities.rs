//! What names of HTML mean: entities by their names, tags that stand around words, tags that end a line. Takes a name;
//! tells what it stands for.

use super::rows;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

static NAMED: LazyLock<FxHashMap<&'static str, char>> = LazyLock::new(|| {
    let entities = rows(include_str!("entities.tsv")).filter(|row| row.class == "entity");
    entities.filter_map(|row| Some((row.word, row.extra.chars().next()?))).collect()
});

fn tags(class: &'static str) -> FxHashSet<&'static str> {
    rows(include_str!("entities.tsv")).filter(|row| row.class == class).map(|row| row.word).collect()
}

static INLINE: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| tags("inline"));
static BLOCKS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| tags("block"));

/// The character that an entity names.
pub(crate) fn named(name: &str) -> Option<char> {
    NAMED.get(name).copied()
}

/// Whether a tag stands around words of a line.
pub(crate) fn is_inline(tag: &str) -> bool {
    INLINE.contains(tag)
}

/// Whether a tag ends a line.
pub(crate) fn ends_line(tag: &str) -> bool {
    BLOCKS.contains(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_html() {
        assert_eq!(named("rsquo"), Some('’'));
        assert_eq!(named("weir"), None);
        assert!(is_inline("strong") && ends_line("br") && !ends_line("a"));
    }
}
