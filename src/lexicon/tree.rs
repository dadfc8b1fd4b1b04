//! Words of many classes in one tree of letters, which is walked once for whatever is asked.
//!
//! Takes words with the classes that they are in; tells which word of the classes asked for a text starts with, or where
//! such words stand in it. A branch that leads to none of them is not gone down, so that most texts are told by one
//! letter. It knows nothing of what the classes mean, and of texts read backwards only that their letters come backwards.

use rustc_hash::FxHashMap;
use std::ops::Range;

/// A set of up to 64 classes.
pub(crate) type ClassSet = u64;

/// Letters of a page: a page is as much memory as two lines of a cache.
const PAGE: usize = 64;

/// Words by their letters.
#[derive(Debug)]
pub(crate) struct Tree {
    /// For each page of the basic plane, which of the pages of `opening` it is: the first where no word opens with a
    /// letter of it.
    pages: Vec<u16>,
    /// For each letter of the pages, the branch that it opens; 0 where no word opens with it.
    opening: Vec<u16>,
    /// The root, then the branches, those that part at one place beside each other and sorted by their letters.
    branches: Vec<Branch>,
    letters: Vec<char>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Branch {
    /// The classes of the word that ends here.
    classes: ClassSet,
    /// The classes of all the words that end here or further on.
    reach: ClassSet,
    first: u32,
    count: u32,
}

impl Branch {
    /// The branches that go on from it.
    fn further(self) -> Range<usize> {
        self.first as usize..(self.first + self.count) as usize
    }
}

/// A branch while the tree grows.
#[derive(Default)]
struct Shoot {
    classes: ClassSet,
    further: FxHashMap<char, usize>,
}

impl Tree {
    /// The tree of `words`, each given as its letters in the order in which texts will be read.
    pub(crate) fn of<W: Iterator<Item = char>>(words: impl IntoIterator<Item = (W, ClassSet)>) -> Self {
        let mut shoots = vec![Shoot::default()];
        for (word, classes) in words {
            let mut at = 0;
            for letter in word {
                let next = shoots.len();
                at = *shoots[at].further.entry(letter).or_insert(next);
                if at == next {
                    shoots.push(Shoot::default());
                }
            }
            shoots[at].classes |= classes;
        }
        Tree::grown(&shoots)
    }

    fn grown(shoots: &[Shoot]) -> Self {
        let mut tree = Tree {
            pages: vec![0; (1 << 16) / PAGE],
            opening: vec![0; PAGE],
            branches: vec![Branch::default()],
            letters: vec!['\0'],
        };
        let mut order = vec![0];
        let mut at = 0;
        while let Some(&shoot) = order.get(at) {
            let mut further: Vec<(char, usize)> =
                shoots[shoot].further.iter().map(|(&letter, &to)| (letter, to)).collect();
            further.sort_unstable();
            let (first, count) = (order.len() as u32, further.len() as u32);
            tree.branches[at] = Branch { classes: shoots[shoot].classes, reach: 0, first, count };
            for (letter, to) in further {
                order.push(to);
                tree.letters.push(letter);
                tree.branches.push(Branch::default());
            }
            at += 1;
        }
        for at in (0..tree.branches.len()).rev() {
            let Branch { first, count, classes, .. } = tree.branches[at];
            let further = &tree.branches[first as usize..(first + count) as usize];
            tree.branches[at].reach = further.iter().fold(classes, |reach, branch| reach | branch.reach);
        }
        for at in tree.branches[0].further() {
            tree.set_opening(tree.letters[at], at);
        }
        tree
    }

    fn set_opening(&mut self, letter: char, branch: usize) {
        let (page, place) = (letter as usize / PAGE, letter as usize % PAGE);
        let (Some(kept), Ok(branch)) = (self.pages.get_mut(page), u16::try_from(branch)) else { return };
        if *kept == 0 {
            *kept = (self.opening.len() / PAGE) as u16;
            self.opening.resize(self.opening.len() + PAGE, 0);
        }
        self.opening[usize::from(*kept) * PAGE + place] = branch;
    }

    #[inline]
    fn open(&self, letter: char) -> Option<Branch> {
        let Some(&page) = self.pages.get(letter as usize / PAGE) else {
            return self.step(self.branches[0], letter);
        };
        match self.opening[usize::from(page) * PAGE + letter as usize % PAGE] {
            0 => None,
            at => Some(self.branches[usize::from(at)]),
        }
    }

    #[inline]
    fn step(&self, from: Branch, letter: char) -> Option<Branch> {
        let range = from.further();
        let letters = &self.letters[range.clone()];
        let at = if letters.len() <= 8 {
            letters.iter().position(|&other| other == letter)?
        } else {
            letters.binary_search(&letter).ok()?
        };
        Some(self.branches[range.start + at])
    }

    /// The classes of the word whose letters these are.
    #[inline]
    pub(crate) fn classes(&self, mut word: impl Iterator<Item = char>) -> ClassSet {
        let Some(first) = word.next() else { return self.branches[0].classes };
        let Some(mut branch) = self.open(first) else { return 0 };
        for letter in word {
            match self.step(branch, letter) {
                Some(next) => branch = next,
                None => return 0,
            }
        }
        branch.classes
    }

    /// Tells of every word of the `wanted` classes that the letters start with, the shortest first: what was given with
    /// its last letter, and its classes.
    #[inline]
    pub(crate) fn each<P>(
        &self,
        mut letters: impl Iterator<Item = (P, char)>,
        wanted: ClassSet,
        mut tell: impl FnMut(P, ClassSet),
    ) {
        let Some((place, letter)) = letters.next() else { return };
        let Some(mut branch) = self.open(letter) else { return };
        let mut place = place;
        loop {
            if branch.classes & wanted != 0 {
                tell(place, branch.classes);
            }
            if branch.reach & wanted == 0 || branch.count == 0 {
                return;
            }
            let Some((next_place, letter)) = letters.next() else { return };
            let Some(next) = self.step(branch, letter) else { return };
            (place, branch) = (next_place, next);
        }
    }

    /// What was given with the last letter of the longest word of the `wanted` classes that the letters start with.
    #[inline]
    pub(crate) fn longest<P>(&self, letters: impl Iterator<Item = (P, char)>, wanted: ClassSet) -> Option<P> {
        let mut longest = None;
        self.each(letters, wanted, |place, _| longest = Some(place));
        longest
    }

    /// Where words of the `wanted` classes stand in `text`, none over another: the first, and of those that start
    /// together the longest. With each come its classes.
    pub(crate) fn find_all<'t>(
        &'t self,
        text: &'t str,
        wanted: ClassSet,
    ) -> impl Iterator<Item = (Range<usize>, ClassSet)> + 't {
        self.find_all_as(text, wanted, |letter| letter)
    }

    /// The same with each letter of the text read `as_letter`, which must not change its length.
    pub(crate) fn find_all_as<'t>(
        &'t self,
        text: &'t str,
        wanted: ClassSet,
        as_letter: impl Fn(char) -> char + 't,
    ) -> impl Iterator<Item = (Range<usize>, ClassSet)> + 't {
        let mut at = 0;
        std::iter::from_fn(move || {
            let mut letters = text[at..].char_indices();
            while let Some((start, letter)) = letters.next() {
                let Some(branch) = self.open(as_letter(letter)).filter(|branch| branch.reach & wanted != 0)
                else {
                    continue;
                };
                let start = at + start;
                let mut end = start + letter.len_utf8();
                let (mut branch, mut found) = (branch, None);
                let mut rest = letters.clone();
                loop {
                    if branch.classes & wanted != 0 {
                        found = Some((start..end, branch.classes));
                    }
                    let Some((_, letter)) = rest.next() else { break };
                    let Some(next) = self.step(branch, as_letter(letter)) else { break };
                    end += letter.len_utf8();
                    branch = next;
                }
                if let Some(found) = found {
                    at = found.0.end;
                    return Some(found);
                }
            }
            at = text.len();
            None
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree() -> Tree {
        Tree::of(
            [("局", 1), ("局長", 2), ("教育局", 1), ("長", 4)].map(|(word, class)| (word.chars(), class)),
        )
    }

    #[test]
    fn a_word_has_its_classes() {
        let tree = tree();
        assert_eq!(tree.classes("局長".chars()), 2);
        assert_eq!(tree.classes("教育".chars()), 0);
        assert_eq!(tree.classes("".chars()), 0);
    }

    #[test]
    fn the_longest_word_of_a_class_opens_a_text() {
        let tree = tree();
        assert_eq!(tree.longest("局長說".char_indices(), 1), Some(0));
        assert_eq!(tree.longest("局長說".char_indices(), 3), Some(3));
        assert_eq!(tree.longest("局長說".char_indices(), 4), None);
    }

    #[test]
    fn words_are_found_from_the_left_and_whole() {
        let found: Vec<_> = tree().find_all("在教育局局長長", 7).map(|(range, _)| range).collect();
        assert_eq!(found, [3..12, 12..18, 18..21]);
        assert_eq!(tree().find_all("教育", 7).count(), 0);
    }
}
