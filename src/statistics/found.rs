// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was found in the objectives that deserves a second look, to count and to filter by.
//!
//! Never here: what a finding is (see `findings`).

/// What was found in each row, as one bit for each of some kinds. Without kinds, nobody looked.
#[derive(Debug, Clone, Default)]
pub(super) struct Found {
    pub kinds: &'static [&'static str],
    pub rows: Vec<u32>,
}

impl Found {
    /// Zeros to count in: one for each kind, and one for nothing found. None where nobody looked.
    pub fn counts(&self) -> Vec<u32> {
        if self.kinds.is_empty() { Vec::new() } else { vec![0; self.kinds.len() + 1] }
    }

    /// Counts a row under each kind that was found in it.
    #[inline]
    pub fn count(&self, at: usize, counts: &mut [u32]) {
        if let Some(&kinds) = self.rows.get(at) {
            add_kinds(kinds, 1, counts);
        }
    }

    /// The kinds that these keys name, and whether rows are wanted in which nothing was found.
    pub fn wanted<'k>(&self, keys: impl Iterator<Item = &'k str>) -> (u32, bool) {
        keys.fold((0, false), |(wanted, nothing), key| {
            let kind = self.kinds.iter().position(|kind| *kind == key);
            (kind.map_or(wanted, |kind| wanted | 1 << kind), nothing || key.is_empty())
        })
    }
}

/// Counts so many rows under each of these kinds, or under nothing.
#[inline]
pub(super) fn add_kinds(kinds: u32, rows: u32, counts: &mut [u32]) {
    if kinds == 0 {
        counts.last_mut().into_iter().for_each(|nothing| *nothing += rows);
    }
    let mut left = kinds;
    while left != 0 {
        counts[left.trailing_zeros() as usize] += rows;
        left &= left - 1;
    }
}
