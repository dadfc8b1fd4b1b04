//! Lines put together by chance, for tests that hold a reader against the pattern which it stands for.
//!
//! Takes the parts of such lines; gives lines of them without end, in an order that looks like chance and is always the
//! same.

/// Lines of `parts`, of one to `most` of them each.
pub(crate) fn lines(parts: &[&'static str], most: usize) -> impl Iterator<Item = String> {
    let mut state = 1_u64;
    // A linear congruence with the figures of MMIX, whose upper bits are the better ones.
    let mut next = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    std::iter::from_fn(move || {
        let count = 1 + next(most);
        Some((0..count).map(|_| parts[next(parts.len())]).collect())
    })
}
