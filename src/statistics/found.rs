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
        let Some(&kinds) = self.rows.get(at) else { return };
        if kinds == 0 {
            counts.last_mut().into_iter().for_each(|nothing| *nothing += 1);
        }
        let mut left = kinds;
        while left != 0 {
            counts[left.trailing_zeros() as usize] += 1;
            left &= left - 1;
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
