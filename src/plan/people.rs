// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the user decided of names: which are one person's, and which are not, however alike.
//!
//! Never here: a decision that nobody made. What is likely is for `reading::people` to suggest.

use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

/// Decisions on the names of a plan, kept with it. Names that the plan does not have change nothing, and stay.
#[derive(Debug, Clone, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct PeopleDecisions {
    /// Names that are one person's: lists without a name in common.
    pub same: Vec<Vec<Arc<str>>>,
    /// Pairs of names that are two people's.
    pub different: Vec<[Arc<str>; 2]>,
}

impl PeopleDecisions {
    /// Whether nothing was decided.
    pub fn is_empty(&self) -> bool {
        self.same.is_empty() && self.different.is_empty()
    }

    /// These names are one person's, with all that were one with any of them before.
    pub fn merge(&mut self, names: impl IntoIterator<Item = Arc<str>>) {
        let mut one: Vec<Arc<str>> = Vec::new();
        for name in names {
            let group = self.same.iter().position(|group| group.contains(&name));
            for name in group.map_or_else(|| vec![name], |at| self.same.remove(at)) {
                if !one.contains(&name) {
                    one.push(name);
                }
            }
        }
        // The last word counts.
        self.different.retain(|pair| !pair.iter().all(|name| one.contains(name)));
        if one.len() > 1 {
            self.same.push(one);
        }
    }

    /// These two names are two people's.
    pub fn keep_apart(&mut self, a: &Arc<str>, b: &Arc<str>) {
        let known = |pair: &[Arc<str>; 2]| pair.contains(a) && pair.contains(b);
        if a != b && !self.different.iter().any(known) {
            self.different.push([a.clone(), b.clone()]);
        }
    }

    /// What was merged with this name is each its own again.
    pub fn split(&mut self, name: &str) {
        self.same.retain(|group| !group.iter().any(|one| &**one == name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merging_joins_what_was_one_before_and_splitting_parts_it() {
        let [a, b, c, d] = ["a", "b", "c", "d"].map(Arc::<str>::from);
        let mut decisions = PeopleDecisions::default();
        decisions.merge([a.clone(), b.clone()]);
        decisions.merge([c.clone(), d.clone()]);
        decisions.keep_apart(&a, &c);
        decisions.keep_apart(&c, &a);
        assert_eq!(decisions.different.len(), 1);
        decisions.merge([b.clone(), c.clone()]);
        assert_eq!(decisions, PeopleDecisions { same: vec![vec![a, b, c, d]], different: Vec::new() });
        decisions.split("d");
        assert!(decisions.is_empty());
    }
}
