// SPDX-License-Identifier: AGPL-3.0-or-later
//! Given rows in groups, each with the figures of exactly its rows.
//!
//! Never here: which rows. Groups are in the order of their keys, never by result.

use super::figures::Summary;
use super::selection::Dimension;
use super::table::{STRATEGIC, Table};
use super::tally::Tally;
use crate::reading::{LEFT_OUT, Status};

/// A group of rows.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupedRows {
    /// What they share; empty for those that state none.
    pub key: String,
    /// Their figures.
    pub summary: Summary,
    /// Places in the plan, in the order in which they were given.
    pub rows: Vec<u32>,
}

impl Table {
    /// Rows, by their places in the plan, in the groups of a dimension; a row counts in full in each of its groups. Empty
    /// for dimensions that are ranges.
    pub fn grouped(&self, dimension: Dimension, rows: &[u32]) -> Vec<GroupedRows> {
        let columns = &*self.columns;
        let groups = match dimension {
            Dimension::Status => Status::ALL.len() + 1,
            Dimension::Strategic => STRATEGIC.len(),
            _ => match self.keys(dimension) {
                Some(keys) => keys.len(),
                None => return Vec::new(),
            },
        };
        let each = |row: u32, add: &mut dyn FnMut(u32)| {
            let at = row as usize;
            // Rows of another plan may still be on their way out of the page.
            if at >= self.len() {
                return;
            }
            match dimension {
                Dimension::Mission => add(columns.mission[at]),
                Dimension::Programme => add(columns.programme[at]),
                Dimension::Office => add(columns.office[at]),
                Dimension::Deadline => add(columns.times.deadline[at]),
                Dimension::Completed => add(columns.times.completed[at]),
                Dimension::Strategic => add(u32::from(columns.strategic[at])),
                Dimension::Status if self.left_out[at] => add(Status::ALL.len() as u32),
                Dimension::Status => add(self.status[at] as u32),
                Dimension::Person => columns.responsible.of(at).iter().copied().for_each(add),
                Dimension::Year => columns.planned.of(at).iter().copied().for_each(add),
                Dimension::Degree | Dimension::Staff | Dimension::Finding => {}
            }
        };
        let mut tally = Tally::new(groups, &self.degree, &columns.staff);
        let mut lists = vec![Vec::new(); groups];
        for &row in rows {
            each(row, &mut |group| {
                tally.add(group, &self.row(row as usize));
                lists[group as usize].push(row);
            });
        }
        if tally.needs_narrowing() {
            tally.prepare_narrowing();
            for &row in rows {
                each(row, &mut |group| tally.narrow(group, &self.row(row as usize)));
            }
        }
        let key = |group: usize| match (dimension, self.keys(dimension)) {
            (Dimension::Status, _) => Status::ALL.get(group).map_or(LEFT_OUT, |status| status.code()),
            (_, Some(keys)) => keys.key(group),
            _ => STRATEGIC[group],
        };
        let summaries = tally.finish(&self.degree, &columns.staff).into_iter().zip(lists).enumerate();
        let with_rows = summaries.filter(|(_, (_, rows))| !rows.is_empty());
        with_rows
            .map(|(group, (summary, rows))| GroupedRows { key: key(group).to_owned(), summary, rows })
            .collect()
    }

    /// The place of the month of an objective's last deadline among all months; `None` where it states none.
    pub fn deadline_of(&self, row: u32) -> Option<u32> {
        let month = *self.columns.times.deadline.get(row as usize)?;
        let is_stated = month < self.columns.times.months.len() as u32
            && !self.columns.times.months.key(month as usize).is_empty();
        is_stated.then_some(month)
    }

    /// Of how many kinds there are findings in an objective, those set aside not counted.
    pub fn findings_of(&self, row: u32) -> u32 {
        self.found.rows.get(row as usize).map_or(0, |kinds| kinds.count_ones())
    }
}
