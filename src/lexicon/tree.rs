//! Words of many classes in one tree of letters, which is walked once for whatever is asked.
//!
//! Takes words with the classes that they are in; tells which word of the classes asked for a text starts with, or where
//! such words stand in it. A branch that leads to none of them is not gone down, so that most texts are told by one
//! letter. It knows nothing of what the classes mean, and of texts read backwards only that their letters come backwards.

use std::collections::VecDeque;
use std::ops::Range;

/// A set of up to 64 classes.
pub(crate) type ClassSet = u64;

/// Letters of a page: as many as the last byte of a letter tells apart.
const PAGE: usize = 64;

/// Words by their letters.
#[derive(Debug)]
pub(crate) struct Tree {
    /// For each page of the basic plane, which of the pages of `opening` it is: the first where no word opens with a
    /// letter of it.
    pages: Vec<u16>,
    /// What each letter of the pages opens.
    opening: Vec<Opening>,
    /// The root, then the branches, those that part at one place beside each other and sorted by their letters.
    branches: Vec<Branch>,
    letters: Vec<char>,
}

/// What a letter opens: most letters are told by this alone.
#[derive(Debug, Clone, Copy, Default)]
struct Opening {
    /// The classes of all the words that open with it; none where no word does.
    reach: ClassSet,
    branch: u32,
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
    fn further(&self) -> Range<usize> {
        self.first as usize..(self.first + self.count) as usize
    }
}

/// The first three letters as one number, in the order of the words.
fn opening_of(word: &[char]) -> u64 {
    (0..3).fold(0, |number, at| number << 21 | word.get(at).map_or(0, |&letter| u64::from(letter)))
}

impl Tree {
    /// The tree of `words`, each given as its letters in the order in which texts will be read.
    pub(crate) fn of<W: Iterator<Item = char>>(words: impl IntoIterator<Item = (W, ClassSet)>) -> Self {
        let mut letters: Vec<char> = Vec::new();
        let mut all: Vec<(Range<usize>, ClassSet)> = Vec::new();
        let mut order: Vec<(u64, u32)> = Vec::new();
        for (word, classes) in words {
            let start = letters.len();
            letters.extend(word);
            order.push((opening_of(&letters[start..]), all.len() as u32));
            all.push((start..letters.len(), classes));
        }
        // Most words are told apart by their first letters.
        order.sort_unstable_by_key(|&(opening, _)| opening);
        for alike in order.chunk_by_mut(|(one, _), (next, _)| one == next).filter(|alike| alike.len() > 1) {
            alike.sort_unstable_by_key(|&(_, word)| &letters[all[word as usize].0.clone()]);
        }
        let sorted: Vec<_> = order.into_iter().map(|(_, word)| all[word as usize].clone()).collect();
        Tree::grown(&letters, &sorted)
    }

    /// The tree of `words`, which are sorted, each with the place of its letters.
    fn grown(letters: &[char], words: &[(Range<usize>, ClassSet)]) -> Self {
        let mut tree = Tree {
            pages: vec![0; (1 << 16) / PAGE],
            opening: vec![Opening::default(); PAGE],
            branches: Vec::with_capacity(words.len()),
            letters: Vec::with_capacity(words.len()),
        };
        tree.branches.push(Branch::default());
        tree.letters.push('\0');
        // Branches that are not grown yet, the words on each, and how many of their letters lead there.
        let mut order = VecDeque::from([(0, 0..words.len(), 0)]);
        while let Some((at, own, depth)) = order.pop_front() {
            if let [(word, classes)] = &words[own.clone()] {
                tree.grow_end(at, &letters[word.start + depth..word.end], *classes);
                continue;
            }
            let ending = words[own.clone()].iter().take_while(|(word, _)| word.len() == depth);
            let (count, classes) =
                ending.fold((0, 0), |(count, classes), (_, further)| (count + 1, classes | further));
            let mut from = own.start + count;
            let first = tree.branches.len();
            while from < own.end {
                let letter = |word: &Range<usize>| letters[word.start + depth];
                let next = letter(&words[from].0);
                let same = words[from..own.end].iter().take_while(|(word, _)| letter(word) == next);
                let end = from + same.count();
                order.push_back((tree.branches.len(), from..end, depth + 1));
                tree.letters.push(next);
                tree.branches.push(Branch::default());
                from = end;
            }
            let count = (tree.branches.len() - first) as u32;
            tree.branches[at] = Branch { classes, reach: 0, first: first as u32, count };
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

    /// Grows from the branch at `at` the last `letters` of the only word on it: most letters stand there.
    fn grow_end(&mut self, at: usize, letters: &[char], classes: ClassSet) {
        let mut at = at;
        for &letter in letters {
            let next = self.branches.len();
            self.branches[at] = Branch { first: next as u32, count: 1, ..Branch::default() };
            self.letters.push(letter);
            self.branches.push(Branch::default());
            at = next;
        }
        self.branches[at].classes = classes;
    }

    fn set_opening(&mut self, letter: char, at: usize) {
        let (page, place) = (letter as usize / PAGE, letter as usize % PAGE);
        let Some(kept) = self.pages.get_mut(page) else { return };
        if *kept == 0 {
            *kept = (self.opening.len() / PAGE) as u16;
            self.opening.resize(self.opening.len() + PAGE, Opening::default());
        }
        let opening = Opening { reach: self.branches[at].reach, branch: at as u32 };
        self.opening[usize::from(*kept) * PAGE + place] = opening;
    }

    /// The branch that `letter` opens, where words of the `wanted` classes may be on it. It is asked for at most places
    /// of most texts, and is mostly not there.
    #[expect(clippy::inline_always, reason = "the call costs more than most answers")]
    #[inline(always)]
    fn open(&self, letter: char, wanted: ClassSet) -> Option<&Branch> {
        let Some(&page) = self.pages.get(letter as usize / PAGE) else {
            return self.step(&self.branches[0], letter);
        };
        self.opened(page, letter as usize % PAGE, wanted)
    }

    /// The branch that the letter opens which has this place on the page of this number in `opening`.
    #[expect(clippy::inline_always, reason = "the call costs more than most answers")]
    #[inline(always)]
    fn opened(&self, page: u16, place: usize, wanted: ClassSet) -> Option<&Branch> {
        let opening = self.opening.get(usize::from(page) * PAGE + place)?;
        if opening.reach & wanted == 0 {
            return None;
        }
        self.branches.get(opening.branch as usize)
    }

    #[inline]
    fn step(&self, from: &Branch, letter: char) -> Option<&Branch> {
        let range = from.further();
        let letters = self.letters.get(range.clone())?;
        let at = if letters.len() <= 8 {
            letters.iter().position(|&other| other == letter)?
        } else {
            letters.binary_search(&letter).ok()?
        };
        self.branches.get(range.start + at)
    }

    /// Those of the `wanted` classes that the word is in whose letters these are.
    #[inline]
    pub(crate) fn classes(&self, mut word: impl Iterator<Item = char>, wanted: ClassSet) -> ClassSet {
        let Some(first) = word.next() else { return self.branches[0].classes & wanted };
        let Some(mut branch) = self.open(first, wanted) else { return 0 };
        for letter in word {
            match self.step(branch, letter).filter(|next| next.reach & wanted != 0) {
                Some(next) => branch = next,
                None => return 0,
            }
        }
        branch.classes & wanted
    }

    /// Those of the `wanted` classes that the word is in which is one letter.
    #[inline]
    pub(crate) fn classes_of_letter(&self, letter: char, wanted: ClassSet) -> ClassSet {
        self.open(letter, wanted).map_or(0, |branch| branch.classes & wanted)
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
        let Some((mut place, letter)) = letters.next() else { return };
        let Some(mut branch) = self.open(letter, wanted) else { return };
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

    /// Whether words of the `wanted` classes open with `letter`.
    #[inline]
    pub(crate) fn may_open(&self, letter: char, wanted: ClassSet) -> bool {
        self.open(letter, wanted).is_some_and(|branch| branch.reach & wanted != 0)
    }

    /// Where words of the `wanted` classes stand in `text`, none over another: the first, and of those that start
    /// together the longest. With each come its classes.
    pub(crate) fn find_all<'t>(
        &'t self,
        text: &'t str,
        wanted: ClassSet,
    ) -> impl Iterator<Item = (Range<usize>, ClassSet)> + 't {
        let mut next = 0;
        std::iter::from_fn(move || {
            while let Some((length, branch)) = self.open_at(text, next, wanted) {
                let start = next;
                next += length;
                let further = || text[next..].chars();
                if let Some((length, classes)) =
                    branch.and_then(|branch| self.longest_on(branch, further(), wanted))
                {
                    next += length;
                    return Some((start..next, classes));
                }
            }
            None
        })
    }

    /// How many bytes the letter has that stands at `at` in `text`, and the branch that it opens. The page of most letters
    /// and their place on it are told by their bytes.
    #[expect(clippy::inline_always, reason = "the call costs more than most answers")]
    #[inline(always)]
    fn open_at(&self, text: &str, at: usize, wanted: ClassSet) -> Option<(usize, Option<&Branch>)> {
        let (length, page, place) = match text.as_bytes()[at..] {
            [] => return None,
            [letter @ 0..=0x7f, ..] => (1, letter as usize / PAGE, letter),
            [first @ 0xe0..=0xef, second, third, ..] => {
                (3, usize::from(first & 0xf) << 6 | usize::from(second & 0x3f), third)
            }
            _ => {
                let letter = text[at..].chars().next()?;
                return Some((letter.len_utf8(), self.open(letter, wanted)));
            }
        };
        let branch = self.pages.get(page).and_then(|&page| self.opened(page, place as usize % PAGE, wanted));
        Some((length, branch))
    }

    /// How far the longest word of the `wanted` classes goes on after the first letter, which opens `branch`, and its
    /// classes; `letters` are those that follow.
    #[inline]
    fn longest_on<'t>(
        &'t self,
        mut branch: &'t Branch,
        mut letters: impl Iterator<Item = char>,
        wanted: ClassSet,
    ) -> Option<(usize, ClassSet)> {
        let (mut length, mut found) = (0, None);
        loop {
            if branch.classes & wanted != 0 {
                found = Some((length, branch.classes));
            }
            if branch.reach & wanted == 0 || branch.count == 0 {
                return found;
            }
            let Some(letter) = letters.next() else { return found };
            let Some(next) = self.step(branch, letter) else { return found };
            length += letter.len_utf8();
            branch = next;
        }
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
        assert_eq!(tree.classes("局長".chars(), 7), 2);
        assert_eq!(tree.classes("局長".chars(), 1), 0);
        assert_eq!(tree.classes("教育".chars(), 7), 0);
        assert_eq!(tree.classes("".chars(), 7), 0);
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
        let mixed = Tree::of(["a", "é", "局b", "𠀋局", "鿿"].map(|word| (word.chars(), 1)));
        let found: Vec<_> = mixed.find_all("xa局bé局 𠀋局鿿𠀋", 1).map(|(range, _)| range).collect();
        assert_eq!(found, [1..2, 2..6, 6..8, 12..19, 19..22]);
    }
}
