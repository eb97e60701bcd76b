// SPDX-License-Identifier: AGPL-3.0-or-later
//! Sums that do not depend on the order of their terms.
//!
//! Floating-point addition rounds at every step, so the mean of the same objectives in another order, or grouped
//! otherwise, may differ in its last digits; two people who compare figures would see a difference that is none. So each
//! value is rounded once, to a fixed-point number, and from there on all arithmetic is on integers: exact, in any
//! order. Only the final division rounds again.
//!
//! - Percentages are in units of 2⁻³² percent, exact for every multiple of ½, ¼, …; otherwise off by at most 1.2·10⁻¹⁰, and
//!   so is any mean of them.
//! - Weights are in a unit that depends on the plan's greatest weight: it becomes a number just below 2⁶². A weight down
//!   to 1/512 of the greatest is then exact (a float has 53 bits), and a smaller one is off by less than 2⁻⁶² of the
//!   greatest.
//! - A product of both is below 2¹⁰¹, so an `i128` holds the sum of 2²⁶ of them, and an `i64` the sum of 2²⁴
//!   percentages: more objectives than the memory of a page holds.
//!
//! Never here: which objectives are summed.

/// How many units of a fixed-point percentage make 1 percent.
const UNITS: f64 = (1_u64 << 32) as f64;

/// A percentage as a fixed-point number.
pub fn fixed(percent: f64) -> i64 {
    (percent * UNITS).round_ties_even() as i64
}

/// The mean of fixed-point percentages, in percent; `None` of none.
///
/// ```
/// use traguardi::statistics::sum::{fixed, mean};
/// let sum = fixed(100.0) * 22 + fixed(50.0) * 3 + fixed(0.0);
/// assert_eq!(mean(sum, 26), Some(90.38461538461539));
/// ```
pub fn mean(sum: i64, count: u32) -> Option<f64> {
    // Dividing by a power of two is exact.
    (count > 0).then(|| sum as f64 / UNITS / f64::from(count))
}

/// The unit in which a plan's weights are summed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightUnit {
    /// How many units make a weight of 1: a power of two.
    per_one: f64,
}

impl WeightUnit {
    /// The unit for weights of which this is the greatest (any positive number).
    pub fn for_greatest(weight: f64) -> Self {
        let mut per_one = (1_u64 << 30) as f64;
        // Powers of two only, so that scaling a weight never rounds it.
        while weight * per_one >= (1_u64 << 62) as f64 {
            per_one /= 2.0;
        }
        while weight * per_one < (1_u64 << 61) as f64 && per_one < 2_f64.powi(900) {
            per_one *= 2.0;
        }
        Self { per_one }
    }

    /// A weight in this unit; at least 1, since no weight is nothing.
    pub fn fixed(self, weight: f64) -> i64 {
        ((weight * self.per_one).round_ties_even() as i64).max(1)
    }
}

/// Weighted percentages, summed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WeightedSum {
    count: u32,
    weights: i128,
    products: i128,
}

impl WeightedSum {
    /// Of one percentage with its weight, both fixed-point.
    pub fn of(percent: i64, weight: i64) -> Self {
        let (percent, weight) = (i128::from(percent), i128::from(weight));
        Self { count: 1, weights: weight, products: percent * weight }
    }

    /// Of so many percentages, whose weights and weighted percentages were summed already.
    pub fn of_many(count: u32, weights: i128, products: i128) -> Self {
        Self { count, weights, products }
    }

    /// Adds another sum.
    pub fn add(&mut self, other: &Self) {
        self.count += other.count;
        self.weights += other.weights;
        self.products += other.products;
    }

    /// Of how many.
    pub fn count(&self) -> u32 {
        self.count
    }

    /// The weighted mean, in percent; `None` of none.
    pub fn mean(&self) -> Option<f64> {
        (self.weights > 0).then(|| self.products as f64 / self.weights as f64 / UNITS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_of_any_size_are_summed_without_overflow() {
        for weight in [f64::MIN_POSITIVE, 1e-300, 0.1, 1.0, 1.1, 1e9] {
            let unit = WeightUnit::for_greatest(weight);
            let mut sum = WeightedSum::default();
            for percent in [0.0, 50.0, 100.0, 98.71] {
                sum.add(&WeightedSum::of(fixed(percent), unit.fixed(weight)));
            }
            let mean = sum.mean().expect("four known");
            assert!((mean - 248.71 / 4.0).abs() < 1e-9, "{weight}: {mean}");
            assert!(unit.fixed(weight) < 1 << 62);
        }
    }

    #[test]
    fn means_of_nothing_are_unknown() {
        assert_eq!(mean(0, 0), None);
        assert_eq!(WeightedSum::default().mean(), None);
    }
}
