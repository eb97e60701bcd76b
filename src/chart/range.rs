// SPDX-License-Identifier: AGPL-3.0-or-later
//! Ranges of percentages: those that charts part degrees into, and those that a person drags or types.
//!
//! Never here: a range that is not one of percentages. What was typed and is none says why.

use std::ops::RangeInclusive;

use crate::decimal;
use crate::statistics::{Dimension, Filter, Interval, Selection};

use super::scene::Scene;

/// A range that a chart counts in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bin {
    /// From this percentage …
    pub from: u32,
    /// … to below this one; the same where it is only that one.
    pub to: u32,
    /// The bins of [`Distribution`](crate::statistics::Distribution) that it holds.
    pub bins: RangeInclusive<usize>,
}

impl Bin {
    /// The key of its filter.
    pub fn key(&self) -> String {
        Interval::key(self.from, self.to)
    }
}

/// The ranges that percentages are parted into: 0 and 100 by themselves, and what is between in steps of 10 or 20.
pub(super) fn bins(step: u32) -> Vec<Bin> {
    let between = (0..100).step_by(step as usize);
    let between = between.map(|from| Bin {
        from,
        to: from + step,
        bins: 1 + from as usize / 10..=(from + step) as usize / 10,
    });
    let end = |at, bin| Bin { from: at, to: at, bins: bin..=bin };
    std::iter::once(end(0, 0)).chain(between).chain(std::iter::once(end(100, 11))).collect()
}

/// A range of percentages with both its ends in it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// The lower end, from 0.
    pub from: f64,
    /// The upper end, to 100.
    pub to: f64,
}

/// Why what was typed is no range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoRange {
    /// The first or the second is no percentage from 0 to 100.
    NotAPercentage,
    /// The first is above the second.
    TurnedRound,
}

impl Range {
    /// All degrees.
    pub const WHOLE: Self = Self { from: 0.0, to: 100.0 };

    /// The range between two percentages, whichever is the lower.
    pub fn between(a: f64, b: f64) -> Self {
        Self { from: a.min(b), to: a.max(b) }
    }

    /// What was typed; an empty end is none, and `None` stands for no range at all.
    ///
    /// ```
    /// use traguardi::chart::range::{NoRange, Range};
    /// assert_eq!(Range::typed("30,5", "70"), Ok(Some(Range { from: 30.5, to: 70.0 })));
    /// assert_eq!(Range::typed(" 30 %", ""), Ok(Some(Range { from: 30.0, to: 100.0 })));
    /// assert_eq!(Range::typed("", " "), Ok(None));
    /// assert_eq!(Range::typed("70", "30"), Err(NoRange::TurnedRound));
    /// assert_eq!(Range::typed("circa 30", ""), Err(NoRange::NotAPercentage));
    /// assert_eq!(Range::typed("30", "101"), Err(NoRange::NotAPercentage));
    /// ```
    ///
    /// # Errors
    /// Where an end is no percentage, or they are turned round.
    pub fn typed(from: &str, to: &str) -> Result<Option<Self>, NoRange> {
        let (from, to) = (typed_end(from)?, typed_end(to)?);
        match (from, to) {
            (None, None) => Ok(None),
            (Some(from), Some(to)) if from > to => Err(NoRange::TurnedRound),
            (from, to) => Ok(Some(Self { from: from.unwrap_or(0.0), to: to.unwrap_or(100.0) })),
        }
    }

    /// The one range of degrees in force, as far as it can be shown as one; `None` where there is none or several.
    pub fn in_force(selection: &Selection) -> Option<Self> {
        let mut keys = selection.keys(Dimension::Degree);
        let (key, None) = (keys.next()?, keys.next()) else { return None };
        if selection.is_turned(Dimension::Degree) {
            return None;
        }
        let ((from, _), (to, _)) = Interval::parse(key)?.bounds();
        (from <= to && from >= 0.0 && to <= 100.0).then_some(Self { from, to })
    }

    /// The filter of the degrees in it.
    ///
    /// ```
    /// use traguardi::chart::range::Range;
    /// assert_eq!(Range { from: 30.5, to: 70.0 }.filter().handle(), "degree:[30.5,70]");
    /// assert_eq!(Range { from: 50.0, to: 50.0 }.filter().handle(), "degree:50");
    /// ```
    pub fn filter(&self) -> Filter {
        let key = match self.from == self.to {
            true => plain(self.from),
            false => format!("[{},{}]", plain(self.from), plain(self.to)),
        };
        Filter::new(Dimension::Degree, key)
    }
}

fn typed_end(text: &str) -> Result<Option<f64>, NoRange> {
    let text = text.trim();
    let text = text.strip_suffix('%').unwrap_or(text).trim_end();
    if text.is_empty() {
        return Ok(None);
    }
    let value = decimal::parse(&text.replace(',', ".")).ok_or(NoRange::NotAPercentage)?;
    if (0.0..=100.0).contains(&value) { Ok(Some(value)) } else { Err(NoRange::NotAPercentage) }
}

/// A percentage as keys write it, to the hundredth.
pub fn plain(value: f64) -> String {
    let text = decimal::fixed(value, 2);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

impl Scene {
    /// The whole percentage at a place across a drawing that can be dragged on; those beyond its ends are its ends.
    pub fn percent_at(&self, x: f32) -> Option<f64> {
        let first = self.ruler.first()?;
        let pairs = self.ruler.windows(2);
        let mut within = pairs.filter_map(|pair| match pair {
            [(left, low), (right, high)] if x >= *left && right > left => {
                Some(low + (high - low) * ((x - left) / (right - left)).min(1.0))
            }
            _ => None,
        });
        Some(f64::from(within.next_back().unwrap_or(first.1).round()))
    }

    /// Where a percentage lies across a drawing that can be dragged on: the outermost place where it does.
    pub(super) fn place_of(ruler: &[(f32, f32)], percent: f32, from_right: bool) -> f32 {
        let found = ruler.windows(2).filter_map(|pair| match pair {
            [(left, low), (right, high)] if (*low..=*high).contains(&percent) => match high > low {
                true => Some(left + (right - left) * (percent - low) / (high - low)),
                false => Some(if from_right { *right } else { *left }),
            },
            _ => None,
        });
        if from_right { found.fold(0.0, f32::max) } else { found.fold(f32::INFINITY, f32::min) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ruled() -> Scene {
        let ruler =
            vec![(0.0, 0.0), (20.0, 0.0), (24.0, 0.0), (224.0, 100.0), (228.0, 100.0), (248.0, 100.0)];
        Scene { ruler, ..Scene::default() }
    }

    #[test]
    fn places_become_whole_percentages_and_back() {
        let scene = ruled();
        let at = |x: f32| scene.percent_at(x);
        assert_eq!(
            [-5.0, 10.0, 24.0, 84.3, 223.0, 240.0, 900.0].map(at).map(Option::unwrap),
            [0.0, 0.0, 0.0, 30.0, 100.0, 100.0, 100.0]
        );
        for percent in 1..100 {
            let x = Scene::place_of(&scene.ruler, percent as f32, false);
            assert_eq!(at(x), Some(f64::from(percent)));
        }
        assert_eq!(Scene::place_of(&scene.ruler, 0.0, false), 0.0);
        assert_eq!(Scene::place_of(&scene.ruler, 100.0, true), 248.0);
        assert_eq!(Scene::default().percent_at(3.0), None);
    }

    #[test]
    fn every_degree_is_in_one_bin_of_either_step() {
        for step in [10, 20] {
            let held: Vec<usize> = bins(step).into_iter().flat_map(|bin| bin.bins).collect();
            assert_eq!(held, (0..12).collect::<Vec<_>>());
        }
    }
}
