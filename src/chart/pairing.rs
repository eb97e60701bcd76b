// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which thing of a drawing goes on as which of the next one, so that where one goes or comes the others stay what they are.
//!
//! Never here: what the things are.

/// How far ahead it is looked for a thing that goes on. A drawing has rows of texts, of which some go; whole rows that go are
/// made anew.
const AHEAD: usize = 64;

/// For each of so many things now, the one of so many before that is like it. Both orders are kept: no two pairs cross, and
/// each thing goes on as one at most.
pub fn pairs(before: usize, now: usize, alike: &dyn Fn(usize, usize) -> bool) -> Vec<Option<usize>> {
    let mut next = 0;
    let pair = |now| {
        let found = (next..before.min(next + AHEAD)).find(|&before| alike(before, now))?;
        next = found + 1;
        Some(found)
    };
    (0..now).map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(before: &str, now: &str) -> Vec<Option<usize>> {
        let (before, now) = (before.as_bytes(), now.as_bytes());
        pairs(before.len(), now.len(), &|b, n| before[b] == now[n])
    }

    #[test]
    fn what_stays_is_found_again_whatever_goes_or_comes() {
        assert_eq!(of("abcd", "acd"), [Some(0), Some(2), Some(3)]);
        assert_eq!(of("acd", "abcd"), [Some(0), None, Some(1), Some(2)]);
        assert_eq!(of("", "ab"), [None, None]);
        assert_eq!(of("ab", ""), []);
    }

    #[test]
    fn pairs_do_not_cross_and_nothing_goes_on_twice() {
        assert_eq!(of("ab", "ba"), [Some(1), None]);
        assert_eq!(of("a", "aa"), [Some(0), None]);
    }

    #[test]
    fn what_is_too_far_ahead_is_another() {
        let before = format!("{}b", "a".repeat(AHEAD));
        assert_eq!(of(&before, "b"), [None]);
        assert_eq!(of(&before[1..], "b"), [Some(AHEAD - 1)]);
    }
}
