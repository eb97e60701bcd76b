// SPDX-License-Identifier: AGPL-3.0-or-later
//! Figures from tables of counts (see `slots`): how many rows have each code says all of them.
//!
//! Never here: rows.

use super::codes::{Codes, GAP_CODES, Weighted};
use super::crossed::Crossed;
use super::figures::{Distribution, Gap, Measure, Month, StatusCounts, Summary, WeightedMean};
use super::parts::Parts;
use super::slots::{Slot, Slots, Sums, Which};
use super::sum::{WeightedSum, mean};
use super::table::Table;

/// A figure's way from counts.
pub(super) struct Counted<'s> {
    pub table: &'s Table,
    pub codes: &'s Codes,
    pub slots: &'s Slots,
}

/// A list of codes with how many rows have each, to be filled again and again.
type Found = Vec<(u32, u32)>;

impl Counted<'_> {
    /// All figures, without their keys.
    pub fn parts(&self) -> Parts {
        let mut found = Found::new();
        let mut summaries = |which| self.summaries(self.slots.slot(which), &mut found);
        let [mission, programme, people, strategic, years] =
            [Which::Mission, Which::Programme, Which::Person, Which::Strategic, Which::Year]
                .map(&mut summaries);
        let selected = summaries(Which::Selected).first().copied().unwrap_or_default();
        let status = self.statuses(self.slots.slot(Which::Status), &mut found);
        let (status_facet, left_out_facet) = status.first().copied().unwrap_or_default();
        Parts {
            selected,
            mission,
            programme,
            people,
            strategic,
            years,
            distribution: self.distribution(&mut found),
            status_facet,
            left_out_facet,
            by_finding: self.findings(&mut found),
            crossed: Crossed {
                mission: self.statuses(self.slots.slot(Which::StatusByMission), &mut found),
                office: self.statuses(self.slots.slot(Which::StatusByOffice), &mut found),
                months: self.months(),
                gap: self.gap(&mut found),
            },
        }
    }

    fn summaries(&self, slot: &Slot, found: &mut Found) -> Vec<Summary> {
        (0..slot.groups).map(|group| self.summary(slot, group, found)).collect()
    }

    fn summary(&self, slot: &Slot, group: usize, found: &mut Found) -> Summary {
        let (degrees, staff) = (&self.table.degree, &self.table.columns.staff);
        let mut summary = Summary::default();
        slot.counted(group, found);
        let (mut sum, mut weighted) = (0, 0);
        for &(code, count) in found.iter() {
            let code = self.codes.codes[code as usize];
            summary.strategic += if code.strategic { count } else { 0 };
            summary.corrected += if code.corrected { count } else { 0 };
            if code.left_out {
                summary.left_out += count;
                continue;
            }
            summary.objectives += count;
            summary.status.add_many(code.status, count);
            if let Some(degree) = degrees.fixed.get(code.degree as usize) {
                summary.degree.known += count;
                sum += degree * i64::from(count);
                summary.stand_ins += if code.stand_in { count } else { 0 };
                weighted += if code.weighted { count } else { 0 };
            }
        }
        let degree_of =
            |code: u32| degrees.values.get(self.codes.codes[code as usize].degree as usize).copied();
        let known = summary.degree.known;
        summary.degree = Measure { known, mean: mean(sum, known), median: median(found, known, degree_of) };
        summary.weighted = self.weighted(slot, group, weighted);
        slot.counted_staff(group, found);
        let (mut sum, mut known) = (0, 0);
        for &(rank, count) in found.iter() {
            if let Some(value) = staff.fixed.get(rank as usize) {
                known += count;
                sum += value * i64::from(count);
            }
        }
        let staff_of = |rank: u32| staff.values.get(rank as usize).copied();
        summary.staff_percent =
            Measure { known, mean: mean(sum, known), median: median(found, known, staff_of) };
        summary
    }

    fn weighted(&self, slot: &Slot, group: usize, known: u32) -> WeightedMean {
        let [weights, products] = match (&slot.sums, &self.codes.weighted) {
            (Sums::Narrow(sums), Weighted::Narrow { shifts, .. }) => {
                let [weights, products] = sums[group].map(i128::from);
                [weights << shifts[0], products << shifts[1]]
            }
            (Sums::Wide(sums), _) => sums[group].map(|sum| sum as i128),
            _ => [0, 0],
        };
        WeightedMean { known, mean: WeightedSum::of_many(known, weights, products).mean() }
    }

    /// How the rows of each group went, and how many are left out.
    fn statuses(&self, slot: &Slot, found: &mut Found) -> Vec<(StatusCounts, u32)> {
        let statuses = |group| {
            let (mut status, mut left_out) = (StatusCounts::default(), 0);
            slot.counted(group, found);
            for &(code, count) in found.iter() {
                let code = self.codes.codes[code as usize];
                if code.left_out { left_out += count } else { status.add_many(code.status, count) }
            }
            (status, left_out)
        };
        (0..slot.groups).map(statuses).collect()
    }

    fn distribution(&self, found: &mut Found) -> Distribution {
        let mut distribution = Distribution::default();
        self.slots.slot(Which::Distribution).counted(0, found);
        for &(code, count) in found.iter() {
            let code = self.codes.codes[code as usize];
            match self.table.degree.values.get(code.degree as usize) {
                Some(&degree) => distribution.bins[Distribution::bin_of(degree)] += count,
                None if code.left_out => {}
                None => distribution.unknown += count,
            }
        }
        distribution
    }

    fn findings(&self, found: &mut Found) -> Vec<u32> {
        let mut counts = self.table.found.counts();
        self.slots.slot(Which::Finding).counted(0, found);
        for &(set, count) in found.iter() {
            super::found::add_kinds(self.codes.kinds[set as usize], count, &mut counts);
        }
        counts
    }

    fn gap(&self, found: &mut Found) -> Gap {
        let mut gap = Gap::default();
        let slot = self.slots.slot(Which::Gap);
        slot.counted(0, found);
        for &(code, count) in found.iter() {
            let code = code as usize;
            if self.codes.gap.is_empty() {
                // Nobody has a staff percentage.
                let code = self.codes.codes[code];
                let has_degree = self.table.degree.values.get(code.degree as usize).is_some();
                gap.unknown[if has_degree { 1 } else { 2 }] += if code.left_out { 0 } else { count };
            } else if code < GAP_CODES - 4 {
                gap.cells[code / 36][code / 3 % 12] += count;
                gap.order[code % 3] += count;
            } else if let Some(unknown) = gap.unknown.get_mut(code + 4 - GAP_CODES) {
                *unknown += count;
            }
        }
        gap
    }

    fn months(&self) -> Vec<Month> {
        let [due, completed] = [Which::Due, Which::Completed].map(|which| self.slots.slot(which));
        let kept = |slot: &Slot, month: usize| -> [u32; 3] {
            let counts = slot.counts.get(month * slot.width..).unwrap_or_default();
            [0, 1, 2].map(|kept| counts.get(kept).copied().unwrap_or(0))
        };
        let month = |month| {
            let due_kept = kept(due, month);
            let completed = kept(completed, month).iter().sum();
            Month { key: String::new(), due: due_kept.iter().sum(), due_kept, completed }
        };
        (0..due.groups).map(month).collect()
    }
}

/// The value in the middle of `known` rows, of which codes in the order of their values are `found`; those without a value
/// come last.
fn median(found: &Found, known: u32, value: impl Fn(u32) -> Option<f64>) -> Option<f64> {
    let mut middle = [known.checked_sub(1)? / 2, known / 2].map(Some);
    let mut values = [0.0; 2];
    for &(code, count) in found {
        for (left, at) in middle.iter_mut().zip(&mut values) {
            match left.map(|left| left.checked_sub(count)) {
                Some(Some(rest)) => *left = Some(rest),
                Some(None) => (*left, *at) = (None, value(code)?),
                None => {}
            }
        }
    }
    Some((values[0] + values[1]) / 2.0)
}
