// SPDX-License-Identifier: AGPL-3.0-or-later
//! Percentages and weights that cannot hold nonsense.
//!
//! Never here: reading them from text (see `import` and `reading`). A value out of range is not clipped: it is not a
//! percentage, and whoever read it reports it.

use borsh::{BorshDeserialize, BorshSerialize};

/// A share between 0 and 100 percent, finite.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, BorshSerialize, BorshDeserialize)]
pub struct Percent(f64);

impl Percent {
    /// Nothing of it.
    pub const ZERO: Self = Self(0.0);
    /// The whole of it.
    pub const WHOLE: Self = Self(100.0);

    /// A percentage, unless the number is not one of 0 to 100.
    ///
    /// ```
    /// use traguardi::plan::Percent;
    /// assert_eq!(Percent::new(98.5).map(Percent::value), Some(98.5));
    /// assert_eq!(Percent::new(250.0), None);
    /// assert_eq!(Percent::new(f64::NAN), None);
    /// ```
    pub fn new(value: f64) -> Option<Self> {
        // Adding zero turns -0 into 0, so that equal percentages are also written alike.
        (0.0..=100.0).contains(&value).then_some(Self(value + 0.0))
    }

    /// A whole number of percent, for those that are written in the code.
    pub(super) const fn of(value: u8) -> Self {
        assert!(value <= 100);
        Self(value as f64)
    }

    /// The number, 0 to 100.
    pub fn value(self) -> f64 {
        self.0
    }
}

/// How much an objective counts beside the others: more than 0, at most a thousand million, in the plan's own unit.
///
/// An objective of weight 0 would count for nothing; documents that write 0 mean "not weighted", so it is reported and
/// left unknown.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, BorshSerialize, BorshDeserialize)]
pub struct Weight(f64);

impl Weight {
    /// The largest weight there can be. Bounded so that sums of weights stay exact (see `statistics::sum`).
    pub const MAX: f64 = 1e9;

    /// A weight, unless the number is not one.
    pub fn new(value: f64) -> Option<Self> {
        (value > 0.0 && value <= Self::MAX).then_some(Self(value))
    }

    /// The number, above 0.
    pub fn value(self) -> f64 {
        self.0
    }
}
