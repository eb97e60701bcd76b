// SPDX-License-Identifier: AGPL-3.0-or-later
//! Figures over two dimensions at once, which ignore the filters of both: how it went by mission and by office, the
//! degree against the staff percentage, deadlines against completions.
//!
//! Never here: which filters a row fails.

use super::failed::bit;
use super::figures::{Distribution, Gap, Month, StatusCounts, StatusRow};
use super::keys::Keys;
use super::selection::Dimension;
use super::table::Table;

/// The counts, each list by the numbers of the keys.
pub(super) struct Crossed {
    pub mission: Vec<(StatusCounts, u32)>,
    pub office: Vec<(StatusCounts, u32)>,
    pub months: Vec<Month>,
    pub gap: Gap,
}

impl Crossed {
    /// Counts the rows of a table. `failed` has the bits of the filters that each fails, `forgiven` those that a figure
    /// may ignore.
    pub fn count(table: &Table, failed: &[u16], forgiven: u16) -> Self {
        let columns = &*table.columns;
        let times = &columns.times;
        let zeros = |keys: &Keys| vec![(StatusCounts::default(), 0); keys.len()];
        let mut crossed = Self {
            mission: zeros(&columns.missions),
            office: zeros(&columns.offices),
            months: vec![Month::default(); times.months.len()],
            gap: Gap::default(),
        };
        let pair = |one, other| (bit(one) | bit(other)) & forgiven;
        let of_mission = pair(Dimension::Mission, Dimension::Status);
        let of_office = pair(Dimension::Office, Dimension::Status);
        let of_gap = pair(Dimension::Degree, Dimension::Staff);
        let of_times = pair(Dimension::Deadline, Dimension::Completed);
        for (at, &failed) in failed.iter().enumerate() {
            let left_out = table.left_out[at];
            for (counted, rows, number) in [
                (of_mission, &mut crossed.mission, columns.mission[at]),
                (of_office, &mut crossed.office, columns.office[at]),
            ] {
                if failed & !counted == 0 {
                    let (status, left_outs) = &mut rows[number as usize];
                    if left_out { *left_outs += 1 } else { status.add(table.status[at]) }
                }
            }
            if failed & !of_gap == 0 && !left_out {
                let value = |ranks: &[u32], values: &[f64]| values.get(ranks[at] as usize).copied();
                let degree = value(&table.degree.ranks, &table.degree.values);
                crossed.gap.add(degree, value(&columns.staff.ranks, &columns.staff.values));
            }
            if failed & !of_times == 0 && !left_out {
                let due = &mut crossed.months[times.deadline[at] as usize];
                due.due += 1;
                due.due_kept[times.kept[at] as usize] += 1;
                crossed.months[times.completed[at] as usize].completed += 1;
            }
        }
        crossed
    }

    /// How it went by the keys of a dimension.
    pub fn rows(&self, rows: &[(StatusCounts, u32)], keys: &Keys, keep_empty: bool) -> Vec<StatusRow> {
        let row =
            |(number, &(status, left_out))| StatusRow { key: keys.key(number).to_owned(), status, left_out };
        let rows = rows.iter().enumerate().map(row);
        rows.filter(|row| keep_empty || row.status.total() + row.left_out > 0).collect()
    }

    /// How it went by office, where the plan names one.
    pub fn offices(&self, keys: &Keys, keep_empty: bool) -> Vec<StatusRow> {
        if keys.name_any() { self.rows(&self.office, keys, keep_empty) } else { Vec::new() }
    }

    /// The months, where the plan names one.
    pub fn timeline(&self, keys: &Keys, keep_empty: bool) -> Vec<Month> {
        if !keys.name_any() {
            return Vec::new();
        }
        let months = self.months.iter().enumerate();
        let months =
            months.map(|(number, month)| Month { key: keys.key(number).to_owned(), ..month.clone() });
        months.filter(|month| keep_empty || month.due + month.completed > 0).collect()
    }
}

impl Gap {
    fn add(&mut self, degree: Option<f64>, staff: Option<f64>) {
        match (degree, staff) {
            (Some(degree), Some(staff)) => {
                self.cells[Distribution::bin_of(degree)][Distribution::bin_of(staff)] += 1;
                self.order[(degree.total_cmp(&staff) as i8 + 1) as usize] += 1;
            }
            (None, Some(_)) => self.unknown[0] += 1,
            (Some(_), None) => self.unknown[1] += 1,
            (None, None) => self.unknown[2] += 1,
        }
    }
}
