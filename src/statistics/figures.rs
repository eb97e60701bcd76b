// SPDX-License-Identifier: AGPL-3.0-or-later
//! The figures themselves: plain values, each with the number of objectives behind it.
//!
//! Never here: their computation (see `table`) and their words.

use borsh::{BorshDeserialize, BorshSerialize};

use super::interval::Interval;
use crate::reading::Status;

/// How many objectives have each status.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct StatusCounts([u32; Status::ALL.len()]);

impl StatusCounts {
    /// Counts one more objective.
    pub fn add(&mut self, status: Status) {
        self.0[status as usize] += 1;
    }

    /// Counts so many more.
    pub fn add_many(&mut self, status: Status, count: u32) {
        self.0[status as usize] += count;
    }

    /// How many have this status.
    pub fn of(&self, status: Status) -> u32 {
        self.0[status as usize]
    }

    /// These and others together.
    pub fn plus(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(count, more)| *count += more);
        self
    }

    /// How many there are in all.
    pub fn total(&self) -> u32 {
        self.0.iter().sum()
    }

    /// Each status with its count, in the order in which they are shown, zeros too.
    pub fn iter(&self) -> impl Iterator<Item = (Status, u32)> + '_ {
        Status::ALL.into_iter().map(|status| (status, self.of(status)))
    }
}

/// A measure in percent over some objectives: the degree of achievement, or the staff percentage.
#[derive(Debug, Clone, Copy, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Measure {
    /// Over how many objectives: those that state it. The others are left out, and are not zeros.
    pub known: u32,
    /// The arithmetic mean, in percent; `None` where `known` is 0.
    pub mean: Option<f64>,
    /// The median, in percent (for an even number, midway between the middle two); `None` where `known` is 0.
    pub median: Option<f64>,
}

/// A mean in which each objective counts by its weight: Σ(weight × degree) / Σ(weight).
#[derive(Debug, Clone, Copy, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct WeightedMean {
    /// Over how many objectives: those that state both a weight and a degree.
    pub known: u32,
    /// The mean, in percent; `None` where `known` is 0.
    pub mean: Option<f64>,
}

/// The figures of one set of objectives.
#[derive(Debug, Clone, Copy, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Summary {
    /// How many objectives count, under the method: the denominator of every other figure.
    pub objectives: u32,
    /// How many more there are, which the method leaves out of every other figure.
    pub left_out: u32,
    /// How many of all of them are strategic.
    pub strategic: u32,
    /// How they went.
    pub status: StatusCounts,
    /// The degree of achievement.
    pub degree: Measure,
    /// The degree, weighted.
    pub weighted: WeightedMean,
    /// The degree stood in for by the staff percentage: in how many of `degree.known`.
    pub stand_ins: u32,
    /// How many of all of them the user corrected.
    pub corrected: u32,
    /// The staff percentage.
    pub staff_percent: Measure,
}

impl Summary {
    /// How many objectives there are, those that are left out too.
    pub fn all(&self) -> u32 {
        self.objectives + self.left_out
    }
}

/// The figures of the objectives that share a mission, a programme, a person, …
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Group {
    /// What they share: `04`, `04.06`, a name as in the plan, `true`; empty for those that state none.
    pub key: String,
    /// Their figures.
    pub summary: Summary,
}

/// How many objectives there are in each range of degrees.
///
/// 0 and 100 stand apart, since plans are full of both and they mean something else than their neighbours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Distribution {
    /// `[0]` is exactly 0; `[1]` above 0 and below 10; `[2]` 10 and below 20; … `[10]` 90 and below 100; `[11]` exactly 100.
    pub bins: [u32; 12],
    /// How many have no degree, and so are in no bin.
    pub unknown: u32,
}

impl Distribution {
    /// The bin of a degree in percent.
    pub fn bin_of(degree: f64) -> usize {
        match degree {
            d if d <= 0.0 => 0,
            d if d >= 100.0 => 11,
            // Below 100, so at most 9 after the division.
            d => 1 + (d / 10.0) as usize,
        }
    }

    /// The range of a bin as filters write it.
    ///
    /// ```
    /// use traguardi::statistics::Distribution;
    /// assert_eq!([0, 1, 10, 11].map(Distribution::key_of), ["0", "(0,10)", "[90,100)", "100"]);
    /// ```
    pub fn key_of(bin: usize) -> String {
        match bin as u32 {
            0 => Interval::key(0, 0),
            bin @ 1..=10 => Interval::key((bin - 1) * 10, bin * 10),
            _ => Interval::key(100, 100),
        }
    }
}

/// How the objectives of one mission or office went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusRow {
    /// What they share; empty for those that state none.
    pub key: String,
    /// How they went.
    pub status: StatusCounts,
    /// How many more of them the method leaves out.
    pub left_out: u32,
}

/// The degree of objectives against the staff percentage: how many objectives there are in each pair of ranges, which are
/// those of [`Distribution`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gap {
    /// By range of the degree, and in it by range of the staff percentage.
    pub cells: [[u32; 12]; 12],
    /// How many lack the one, the other or both, and so are in no cell: without a degree, without a staff percentage,
    /// without both.
    pub unknown: [u32; 3],
    /// Of those that have both: in how many the degree is below the staff percentage, the same, above it.
    pub order: [u32; 3],
}

/// What was to be done in a month, and what was done in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Month {
    /// `2021-06`; a year alone, `2021`, for what names no month, after the months of that year. Empty for what states none.
    pub key: String,
    /// How many have their last deadline in it.
    pub due: u32,
    /// How many of these say when they were done, or were late, …: of `due`, done by then; done later; not known.
    pub due_kept: [u32; 3],
    /// How many were done in it, as their outcomes state.
    pub completed: u32,
}

/// Everything the page shows of a selection.
///
/// Groups are in the order of their keys (codes first, then names, then those that state none), never by result: a list
/// of people by result would be a ranking of people.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Figures {
    /// The plan as a whole, whatever is selected.
    pub plan: Summary,
    /// The objectives selected.
    pub selected: Summary,
    /// The degrees of those that every filter but those on degrees selects; where facets are strict, simply of the
    /// selected.
    pub distribution: Distribution,
    /// By mission.
    pub by_mission: Vec<Group>,
    /// By programme.
    pub by_programme: Vec<Group>,
    /// By responsible person: an objective counts in full for each of its responsible people, so parts exceed the whole.
    pub by_responsible: Vec<Group>,
    /// Strategic (`true`), ordinary (`false`), not stated (empty key).
    pub by_strategic: Vec<Group>,
    /// By planned year: an objective counts in full for each of its years.
    pub by_year: Vec<Group>,
    /// How the objectives went that every filter but those on status selects; where facets are strict, simply how the
    /// selected went.
    pub status_facet: StatusCounts,
    /// How many more of these the method leaves out.
    pub left_out_facet: u32,
    /// In how many of the objectives something was found that deserves a second look, kind by kind, and last in how many
    /// nothing: of those that every filter but those on findings selects, or where facets are strict of the selected.
    /// Empty where nobody looked.
    pub by_finding: Vec<u32>,
    /// How the objectives of each mission went that every filter but those on missions and on status selects.
    pub status_by_mission: Vec<StatusRow>,
    /// How the objectives of each office went that every filter but those on offices and on status selects. Empty where
    /// the plan names no office.
    pub status_by_office: Vec<StatusRow>,
    /// The degrees against the staff percentages of those that every filter but those on either selects.
    pub gap: Gap,
    /// Deadlines and completions of those that every filter but those on either selects, in their order, what states none
    /// last. Empty where the plan states neither.
    pub timeline: Vec<Month>,
}

/// Figures that came without the objectives behind them: of the whole, by degree, and by what they were sent by.
#[derive(Debug, Clone, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Sent {
    /// The whole.
    pub whole: Summary,
    /// The degrees.
    pub distribution: Distribution,
    /// By mission, strategic or not, and planned year; each perhaps empty. A mission without a key stands for several.
    pub groups: [Vec<Group>; 3],
}

impl Sent {
    /// The same as what is shown of any plan. What they do not say is empty.
    pub fn figures(&self) -> Figures {
        let [by_mission, by_strategic, by_year] = self.groups.clone();
        let row = |group: &Group| StatusRow {
            key: group.key.clone(),
            status: group.summary.status,
            left_out: group.summary.left_out,
        };
        Figures {
            plan: self.whole,
            selected: self.whole,
            distribution: self.distribution,
            status_by_mission: by_mission.iter().map(row).collect(),
            by_mission,
            by_strategic,
            by_year,
            status_facet: self.whole.status,
            left_out_facet: self.whole.left_out,
            ..Figures::default()
        }
    }
}
