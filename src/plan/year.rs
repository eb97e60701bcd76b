// SPDX-License-Identifier: AGPL-3.0-or-later
//! Years a plan can speak of.
//!
//! Never here: a clock. Which year it is now is nobody's business in the core.

use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};

/// A year from 1900 to 2199.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct Year(u16);

impl Year {
    /// The first year that is one.
    pub const MIN: u16 = 1900;
    /// The last year that is one.
    pub const MAX: u16 = 2199;

    /// A year, unless the number is outside 1900 to 2199: then it is surely something else.
    pub fn new(year: u16) -> Option<Self> {
        (Self::MIN..=Self::MAX).contains(&year).then_some(Self(year))
    }

    /// The number.
    pub fn number(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
