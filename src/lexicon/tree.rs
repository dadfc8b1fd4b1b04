//! Words of many classes in one tree of letters, which is walked once for whatever is asked.
//!
//! Takes words with the classes that they are in; tells which word of the classes asked for a text starts with, or where
//! such words stand in it. A branch that leads to none of them is not gone down, so that most texts are told by one
//! letter; and what a letter opens grows when a text first asks for it, as most texts ask for few. It knows nothing of what
//! the classes mean, and of texts read backwards only that their letters come backwards.

use std::ops::Range;
use std::sync::OnceLock;

/// A set of up to 64 classes.
pub(crate) type ClassSet = u64;

/// Letters of a page: as many as the last byte of a letter tells apart.
const PAGE: usize = 64;

/// Words by their letters.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    /// For each page of letters, which of the pages of `openings` it is: the first where no word opens with a letter of it.
    pages: Vec<u16>,
    /// What each letter of the pages opens.
    openings: Vec<Opening>,
    /// Those of the letters that open words.
    stems: Vec<Stem>,
    /// The classes of the word without letters.
    empty: ClassSet,
    /// The words that open with one letter follow one another from the last to the first.
    words: Vec<Word>,
    /// The letters of all words, one after the other.
    letters: Vec<char>,
    /// The words from their last letter on, where they count at the end of whatever else leads on: see [`Tree::with_ends`].
    ends: Option<Box<Tree>>,
}

/// What a letter opens: most letters are told by this alone.
#[derive(Debug, Clone, Copy, Default)]
struct Opening {
    /// The classes of all the words that open with it; none where no word does.
    reach: ClassSet,
    /// Its place among the stems.
    stem: u32,
}

/// A letter that opens words.
#[derive(Debug, Default)]
struct Stem {
    /// The classes of the word that is this letter alone.
    classes: ClassSet,
    /// The last of its words.
    last: Option<u32>,
    limb: OnceLock<Limb>,
}

/// A word, not grown yet.
#[derive(Debug, Clone, Copy)]
struct Word {
    start: u32,
    end: u32,
    classes: ClassSet,
    /// The word before it that opens with the same letter.
    before: Option<u32>,
}

/// The words that open with one letter, grown.
#[derive(Debug)]
struct Limb {
    /// Where the first letter leads, then the branches, those that part at one place beside each other and sorted by their
    /// letters.
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
    fn further(&self) -> Range<usize> {
        self.first as usize..(self.first + self.count) as usize
    }
}

impl Limb {
    /// The limb of `words`, which share their first letter and are sorted: the letters of each, and its classes.
    fn grown(words: &[(&[char], ClassSet)]) -> Self {
        let most = words.iter().map(|(letters, _)| letters.len()).sum();
        let mut limb = Limb { branches: Vec::with_capacity(most), letters: Vec::with_capacity(most) };
        limb.push(words[0].0[0]);
        limb.grow(0, words, 1);
        limb
    }

    /// Grows from the branch at `at` the `words` on it, of which this many letters lead there.
    fn grow(&mut self, at: usize, words: &[(&[char], ClassSet)], depth: usize) {
        if let [(letters, classes)] = words {
            self.grow_end(at, &letters[depth..], *classes);
            return;
        }
        let ending = words.iter().take_while(|(letters, _)| letters.len() == depth);
        let (count, classes) = ending.fold((0, 0), |(count, all), (_, classes)| (count + 1, all | classes));
        let parts = || words[count..].chunk_by(|(one, _), (next, _)| one[depth] == next[depth]);
        let first = self.branches.len();
        parts().for_each(|part| self.push(part[0].0[depth]));
        let further = first..self.branches.len();
        parts().zip(further.clone()).for_each(|(part, next)| self.grow(next, part, depth + 1));
        let reach = self.branches[further.clone()].iter().fold(classes, |reach, next| reach | next.reach);
        self.branches[at] = Branch { classes, reach, first: first as u32, count: further.len() as u32 };
    }

    /// Grows from the branch at `at` the last `letters` of the only word on it: most letters stand there.
    fn grow_end(&mut self, at: usize, letters: &[char], classes: ClassSet) {
        let mut at = at;
        for &letter in letters {
            let next = self.branches.len();
            self.branches[at] = Branch { classes: 0, reach: classes, first: next as u32, count: 1 };
            self.push(letter);
            at = next;
        }
        self.branches[at] = Branch { classes, reach: classes, ..Branch::default() };
    }

    fn push(&mut self, letter: char) {
        self.letters.push(letter);
        self.branches.push(Branch::default());
    }

    /// The branch that goes on from `from` with `letter`.
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

    /// How far the longest word of the `wanted` classes goes on from `branch`, and its classes; `letters` are those that
    /// follow.
    #[inline]
    fn longest_on<'l>(
        &'l self,
        mut branch: &'l Branch,
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

impl Tree {
    /// The tree of `words`, each given as its letters in the order in which texts will be read.
    pub(crate) fn of<W: Iterator<Item = char>>(words: impl IntoIterator<Item = (W, ClassSet)>) -> Self {
        let mut tree = Tree::default();
        let words = words.into_iter();
        tree.words.reserve(words.size_hint().0);
        for (word, classes) in words {
            tree.add(word, classes);
        }
        tree
    }

    /// The tree of `words` in which the beginnings of words that end with a word have its classes too.
    pub(crate) fn with_ends<W>(words: impl Iterator<Item = (W, ClassSet)> + Clone) -> Self
    where
        W: DoubleEndedIterator<Item = char>,
    {
        let ends = Tree::of(words.clone().map(|(word, classes)| (word.rev(), classes)));
        let mut tree = Tree::of(words);
        // Which words end on a limb is told only when it has grown.
        tree.openings.iter_mut().filter(|opening| opening.reach != 0).for_each(|opening| {
            opening.reach = ClassSet::MAX;
        });
        tree.ends = Some(Box::new(ends));
        tree
    }

    /// Adds a word, which nothing grows from yet.
    pub(crate) fn add(&mut self, word: impl Iterator<Item = char>, classes: ClassSet) {
        let start = self.letters.len();
        self.letters.extend(word);
        let end = self.letters.len();
        let Some(&first) = self.letters.get(start) else {
            self.empty |= classes;
            return;
        };
        let number = self.words.len() as u32;
        let stem = self.stem(first, classes);
        let before = stem.last.replace(number);
        if end == start + 1 {
            stem.classes |= classes;
        }
        self.words.push(Word { start: start as u32, end: end as u32, classes, before });
    }

    /// The stem of `letter`, which reaches these classes.
    fn stem(&mut self, letter: char, reach: ClassSet) -> &mut Stem {
        let (page, place) = (letter as usize / PAGE, letter as usize % PAGE);
        if page >= self.pages.len() {
            self.pages.resize(page + 1, 0);
        }
        if self.pages[page] == 0 {
            let next = self.openings.len().max(PAGE);
            self.pages[page] = (next / PAGE) as u16;
            self.openings.resize(next + PAGE, Opening::default());
        }
        let opening = &mut self.openings[usize::from(self.pages[page]) * PAGE + place];
        if opening.reach == 0 {
            opening.stem = self.stems.len() as u32;
            self.stems.push(Stem::default());
        }
        opening.reach |= reach;
        &mut self.stems[opening.stem as usize]
    }

    /// What grows from the letter that opens so, and where the letter leads.
    #[inline]
    fn limb(&self, opening: &Opening) -> Option<(&Limb, &Branch)> {
        let stem = self.stems.get(opening.stem as usize)?;
        let limb = stem.limb.get_or_init(|| self.grow(stem));
        Some((limb, limb.branches.first()?))
    }

    #[cold]
    fn grow(&self, stem: &Stem) -> Limb {
        let before = |word: &u32| self.words[*word as usize].before;
        let own = std::iter::successors(stem.last, before).map(|word| &self.words[word as usize]);
        let own = own.map(|word| (&self.letters[word.start as usize..word.end as usize], word.classes));
        let mut words: Vec<(&[char], ClassSet)> = own.collect();
        if let Some(ends) = &self.ends {
            for at in 0..words.len() {
                let letters = words[at].0;
                let beginnings = (1..=letters.len()).map(|end| &letters[..end]);
                let ending =
                    beginnings.map(|beginning| (beginning, ends.all_classes(beginning.iter().rev())));
                words.extend(ending.filter(|&(_, classes)| classes != 0));
            }
        }
        words.sort_unstable_by_key(|&(letters, _)| letters);
        Limb::grown(&words)
    }

    /// What `letter` opens, where words of the `wanted` classes open with it. It is asked for at most places of most texts,
    /// and is mostly nothing.
    #[expect(clippy::inline_always, reason = "the call costs more than most answers")]
    #[inline(always)]
    fn opening(&self, letter: char, wanted: ClassSet) -> Option<&Opening> {
        let &page = self.pages.get(letter as usize / PAGE)?;
        self.opening_on(page, letter as usize % PAGE, wanted)
    }

    /// What the letter opens which has this place on the page of this number in `openings`.
    #[expect(clippy::inline_always, reason = "the call costs more than most answers")]
    #[inline(always)]
    fn opening_on(&self, page: u16, place: usize, wanted: ClassSet) -> Option<&Opening> {
        self.openings.get(usize::from(page) * PAGE + place).filter(|opening| opening.reach & wanted != 0)
    }

    /// Those of the `wanted` classes that the word is in whose letters these are.
    #[inline]
    pub(crate) fn classes(&self, mut word: impl Iterator<Item = char>, wanted: ClassSet) -> ClassSet {
        let Some(first) = word.next() else { return self.empty & wanted };
        let opening = self.opening(first, wanted);
        let Some((limb, mut branch)) = opening.and_then(|opening| self.limb(opening)) else { return 0 };
        for letter in word {
            match limb.step(branch, letter).filter(|next| next.reach & wanted != 0) {
                Some(next) => branch = next,
                None => return 0,
            }
        }
        branch.classes & wanted
    }

    /// Those of the `wanted` classes that the word is in which is one letter.
    #[inline]
    pub(crate) fn classes_of_letter(&self, letter: char, wanted: ClassSet) -> ClassSet {
        let stem = self.opening(letter, wanted).and_then(|opening| self.stems.get(opening.stem as usize));
        stem.map_or(0, |stem| stem.classes & wanted)
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
        let opening = self.opening(letter, wanted);
        let Some((limb, mut branch)) = opening.and_then(|opening| self.limb(opening)) else { return };
        loop {
            if branch.classes & wanted != 0 {
                tell(place, branch.classes);
            }
            if branch.reach & wanted == 0 || branch.count == 0 {
                return;
            }
            let Some((next_place, letter)) = letters.next() else { return };
            let Some(next) = limb.step(branch, letter) else { return };
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

    /// The classes of all the words that the letters start with.
    fn all_classes<'l>(&self, letters: impl Iterator<Item = &'l char>) -> ClassSet {
        let mut all = 0;
        self.each(letters.map(|&letter| ((), letter)), ClassSet::MAX, |(), classes| all |= classes);
        all
    }

    /// Whether words of the `wanted` classes open with `letter`.
    #[inline]
    pub(crate) fn may_open(&self, letter: char, wanted: ClassSet) -> bool {
        let reach = |opening| self.limb(opening).map_or(0, |(_, branch)| branch.reach);
        self.opening(letter, wanted)
            .is_some_and(|opening| self.ends.is_none() || reach(opening) & wanted != 0)
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
            while let Some((length, opening)) = self.opening_at(text, next, wanted) {
                let start = next;
                next += length;
                let limb = opening.and_then(|opening| self.limb(opening));
                let further = || text[next..].chars();
                if let Some((length, classes)) =
                    limb.and_then(|(limb, branch)| limb.longest_on(branch, further(), wanted))
                {
                    next += length;
                    return Some((start..next, classes));
                }
            }
            None
        })
    }

    /// How many bytes the letter has that stands at `at` in `text`, and what it opens. The page of most letters and their
    /// place on it are told by their bytes.
    #[expect(clippy::inline_always, reason = "the call costs more than most answers")]
    #[inline(always)]
    fn opening_at(&self, text: &str, at: usize, wanted: ClassSet) -> Option<(usize, Option<&Opening>)> {
        let (length, page, place) = match text.as_bytes()[at..] {
            [] => return None,
            [letter @ 0..=0x7f, ..] => (1, letter as usize / PAGE, letter),
            [first @ 0xe0..=0xef, second, third, ..] => {
                (3, usize::from(first & 0xf) << 6 | usize::from(second & 0x3f), third)
            }
            _ => {
                let letter = text[at..].chars().next()?;
                return Some((letter.len_utf8(), self.opening(letter, wanted)));
            }
        };
        let opening =
            self.pages.get(page).and_then(|&page| self.opening_on(page, place as usize % PAGE, wanted));
        Some((length, opening))
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
    fn beginnings_count_as_what_they_end_with() {
        let tree = Tree::with_ends(
            [("source:", 1), ("e:", 2), ("ce", 4)].map(|(word, class)| (word.chars(), class)).into_iter(),
        );
        let mut found = Vec::new();
        tree.each("source: us".char_indices(), 7, |at, classes| found.push((at, classes)));
        assert_eq!(found, [(5, 4), (6, 3)]);
        assert!(tree.may_open('s', 2) && !tree.may_open('e', 1) && !tree.may_open('u', 7));
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
