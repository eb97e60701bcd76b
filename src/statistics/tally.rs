// SPDX-License-Identifier: AGPL-3.0-or-later
//! Counting and summing row by row into the figures of groups, and the medians that need the counts first.
//!
//! Never here: which rows. Integers throughout (see `sum`), so that the order of rows changes nothing.

use borsh::{BorshDeserialize, BorshSerialize};

use super::figures::{Measure, StatusCounts, Summary, WeightedMean};
use super::sum::{WeightedSum, mean};
use crate::list::numbers;
use crate::reading::Status;
use crate::sort::sort_by;

/// A value that is not known, in columns of ranks.
pub(super) const UNKNOWN: u32 = u32::MAX;

/// A percentage of every row, as its rank among the different values of the plan.
#[derive(Debug, Clone, Default, BorshSerialize, BorshDeserialize)]
pub(super) struct Ranked {
    /// The rank for each row, or [`UNKNOWN`].
    #[borsh(serialize_with = "numbers::write", deserialize_with = "numbers::read")]
    pub ranks: Vec<u32>,
    /// The value of each rank, ascending.
    pub values: Vec<f64>,
    /// The same, as fixed-point numbers.
    pub fixed: Vec<i64>,
}

impl Ranked {
    /// Ranks the values of the rows.
    pub fn new(rows: impl Iterator<Item = Option<f64>> + Clone) -> Self {
        // Percentages are not negative, and the bits of such floats sort as the numbers do.
        let mut values: Vec<u64> = Vec::new();
        let mut numbers = rustc_hash::FxHashMap::<u64, u32>::default();
        for bits in rows.clone().flatten().map(f64::to_bits) {
            numbers.entry(bits).or_insert_with(|| {
                values.push(bits);
                0
            });
        }
        sort_by(&mut values, u64::cmp);
        for (rank, bits) in values.iter().enumerate() {
            numbers.insert(*bits, rank as u32);
        }
        let values: Vec<f64> = values.into_iter().map(f64::from_bits).collect();
        Self {
            ranks: rows.map(|value| value.map_or(UNKNOWN, |value| numbers[&value.to_bits()])).collect(),
            fixed: values.iter().map(|&value| super::sum::fixed(value)).collect(),
            values,
        }
    }
}

/// What a row adds to its groups.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub status: Status,
    pub strategic: bool,
    /// Whether the method leaves it out; then it has neither degree nor staff percentage here.
    pub left_out: bool,
    pub stand_in: bool,
    pub corrected: bool,
    /// Rank of the degree.
    pub degree: u32,
    /// Rank of the staff percentage.
    pub staff: u32,
    /// The degree with its weight; nothing where either is not known.
    pub weighted: WeightedSum,
    /// The degree itself, fixed-point; 0 where there is none.
    pub degree_fixed: i64,
    /// The staff percentage itself, fixed-point; 0 where there is none.
    pub staff_fixed: i64,
}

/// Counts and sums of one group.
#[derive(Clone, Default)]
struct Sums {
    objectives: u32,
    left_out: u32,
    strategic: u32,
    stand_ins: u32,
    corrected: u32,
    status: StatusCounts,
    degree_known: u32,
    staff_known: u32,
    degree: i64,
    staff: i64,
    weighted: WeightedSum,
}

/// Counts and sums of all groups of one dimension.
pub(super) struct Tally {
    sums: Vec<Sums>,
    degrees: Medians,
    staff: Medians,
}

impl Tally {
    /// For so many groups.
    pub fn new(groups: usize, degrees: &Ranked, staff: &Ranked) -> Self {
        Self {
            sums: vec![Sums::default(); groups],
            degrees: Medians::new(groups, degrees.values.len()),
            staff: Medians::new(groups, staff.values.len()),
        }
    }

    /// Adds a row to a group.
    #[inline]
    pub fn add(&mut self, group: u32, row: &Row) {
        let sums = &mut self.sums[group as usize];
        sums.strategic += u32::from(row.strategic);
        sums.corrected += u32::from(row.corrected);
        if row.left_out {
            sums.left_out += 1;
            return;
        }
        sums.objectives += 1;
        sums.status.add(row.status);
        if row.degree != UNKNOWN {
            sums.degree_known += 1;
            sums.stand_ins += u32::from(row.stand_in);
            sums.degree += row.degree_fixed;
            self.degrees.add(group, row.degree);
            sums.weighted.add(&row.weighted);
        }
        if row.staff != UNKNOWN {
            sums.staff_known += 1;
            sums.staff += row.staff_fixed;
            self.staff.add(group, row.staff);
        }
    }

    /// Whether the medians need the rows once more: see [`Tally::narrow`].
    pub fn needs_narrowing(&self) -> bool {
        self.degrees.width > 1 || self.staff.width > 1
    }

    /// Finds the range of ranks that holds each median, before the rows come once more.
    pub fn prepare_narrowing(&mut self) {
        self.degrees.prepare(self.sums.iter().map(|sums| sums.degree_known));
        self.staff.prepare(self.sums.iter().map(|sums| sums.staff_known));
    }

    /// Takes a row the second time.
    pub fn narrow(&mut self, group: u32, row: &Row) {
        if row.degree != UNKNOWN {
            self.degrees.narrow(group, row.degree);
        }
        if row.staff != UNKNOWN {
            self.staff.narrow(group, row.staff);
        }
    }

    /// The figures of each group.
    pub fn finish(mut self, degrees: &Ranked, staff: &Ranked) -> Vec<Summary> {
        let Self { sums, degrees: degree_medians, staff: staff_medians } = &mut self;
        sums.iter()
            .enumerate()
            .map(|(group, sums)| Summary {
                objectives: sums.objectives,
                left_out: sums.left_out,
                strategic: sums.strategic,
                status: sums.status,
                degree: Measure {
                    known: sums.degree_known,
                    mean: mean(sums.degree, sums.degree_known),
                    median: degree_medians.median(group, sums.degree_known, &degrees.values),
                },
                weighted: WeightedMean { known: sums.weighted.count(), mean: sums.weighted.mean() },
                stand_ins: sums.stand_ins,
                corrected: sums.corrected,
                staff_percent: Measure {
                    known: sums.staff_known,
                    mean: mean(sums.staff, sums.staff_known),
                    median: staff_medians.median(group, sums.staff_known, &staff.values),
                },
            })
            .collect()
    }
}

/// Medians of many groups at once, by counting ranks.
///
/// Counts of every rank in every group are exact and need no sorting, but many groups with many different values would
/// need too much memory. There a cell counts a range of ranks, and the rows come a second time, to list those in the two
/// ranges where the middle of their group lies.
struct Medians {
    /// How many ranks a cell counts.
    width: usize,
    /// How many cells a group has.
    cells: usize,
    counts: Vec<u32>,
    /// For each group the cells in which its two middle values lie, and how many values lie below the first.
    middles: Vec<(u32, u32, u32)>,
    /// For each group the ranks in those cells.
    listed: Vec<Vec<u32>>,
}

/// How many cells all groups may have together: 4 MB of counts.
const MOST_CELLS: usize = 1 << 20;

impl Medians {
    fn new(groups: usize, values: usize) -> Self {
        let most = (MOST_CELLS / groups.max(1)).max(1);
        let width = values.div_ceil(most).max(1);
        let cells = values.div_ceil(width);
        Self { width, cells, counts: vec![0; groups * cells], middles: Vec::new(), listed: Vec::new() }
    }

    #[inline]
    fn add(&mut self, group: u32, rank: u32) {
        let cell = if self.width == 1 { rank as usize } else { rank as usize / self.width };
        self.counts[group as usize * self.cells + cell] += 1;
    }

    /// The cells of the two middle values of `known`, and how many values lie below the first of them.
    fn middle_cells(&self, group: usize, known: u32) -> (u32, u32, u32) {
        let (mut low, mut below, mut seen) = (None, 0, 0);
        for (cell, &count) in self.counts[group * self.cells..][..self.cells].iter().enumerate() {
            if low.is_none() && seen + count > (known - 1) / 2 {
                (low, below) = (Some(cell as u32), seen);
            }
            seen += count;
            if let Some(low) = low
                && seen > known / 2
            {
                return (low, cell as u32, below);
            }
        }
        // Only for counts that do not belong to `known`.
        (0, 0, 0)
    }

    fn prepare(&mut self, known: impl Iterator<Item = u32>) {
        if self.width > 1 {
            let middles: Vec<_> = known
                .enumerate()
                .map(|(group, known)| if known == 0 { (0, 0, 0) } else { self.middle_cells(group, known) })
                .collect();
            self.listed = vec![Vec::new(); middles.len()];
            self.middles = middles;
        }
    }

    fn narrow(&mut self, group: u32, rank: u32) {
        if let Some(&(low, high, _)) = self.middles.get(group as usize) {
            let cell = (rank as usize / self.width) as u32;
            if cell == low || cell == high {
                self.listed[group as usize].push(rank);
            }
        }
    }

    fn median(&mut self, group: usize, known: u32, values: &[f64]) -> Option<f64> {
        if known == 0 {
            return None;
        }
        let (low, high) = if self.width == 1 {
            let (low, high, _) = self.middle_cells(group, known);
            (low, high)
        } else {
            let below = self.middles[group].2;
            let ranks = &mut self.listed[group];
            sort_by(ranks, u32::cmp);
            // The middle cells are neighbours but for empty ones, so the list has no gap.
            (ranks[((known - 1) / 2 - below) as usize], ranks[(known / 2 - below) as usize])
        };
        Some((values[low as usize] + values[high as usize]) / 2.0)
    }
}
