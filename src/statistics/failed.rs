// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which filters each objective fails.
//!
//! Never here: what is counted of those that fail none, or only those that a figure ignores.

use super::interval::Interval;
use super::search::SearchHits;
use super::selection::{Dimension, Selection};
use super::table::{STRATEGIC, Table};
use crate::reading::{LEFT_OUT, Status};

/// The bit of a dimension in the mask of those whose filters a row fails.
pub(super) const fn bit(dimension: Dimension) -> u16 {
    1 << dimension as u16
}

/// The bit of a failed search.
const SEARCH: u16 = 1 << Dimension::ALL.len();

impl Table {
    /// For each row a bit for each dimension whose filters it fails.
    pub(super) fn failed(&self, selection: &Selection, hits: &SearchHits) -> Vec<u16> {
        let columns = &*self.columns;
        let mut failed = vec![0_u16; self.len()];
        // What a row adds that is, or is not, among those that the filters of a dimension name.
        let bits = |dimension| {
            let fails = bit(dimension);
            if selection.is_turned(dimension) { [0, fails] } else { [fails, 0] }
        };
        for (dimension, column) in [
            (Dimension::Mission, &columns.mission),
            (Dimension::Programme, &columns.programme),
            (Dimension::Office, &columns.office),
            (Dimension::Deadline, &columns.times.deadline),
            (Dimension::Completed, &columns.times.completed),
        ] {
            if let (true, Some(keys)) = (selection.filters_by(dimension), self.keys(dimension)) {
                let bits = bits(dimension);
                let marks = keys.marks(selection.keys(dimension));
                for (failed, &number) in failed.iter_mut().zip(column) {
                    *failed |= bits[usize::from(marks[number as usize])];
                }
            }
        }
        for (dimension, lists) in
            [(Dimension::Person, &columns.responsible), (Dimension::Year, &columns.planned)]
        {
            if let (true, Some(keys)) = (selection.filters_by(dimension), self.keys(dimension)) {
                let bits = bits(dimension);
                let marks = keys.marks(selection.keys(dimension));
                for (at, failed) in failed.iter_mut().enumerate() {
                    let found = lists.of(at).iter().any(|&number| marks[number as usize]);
                    *failed |= bits[usize::from(found)];
                }
            }
        }
        if selection.filters_by(Dimension::Status) {
            let bits = bits(Dimension::Status);
            let marked = |code: &str| selection.keys(Dimension::Status).any(|key| key == code);
            let fails = |code: &str| bits[usize::from(marked(code))];
            let (of_status, of_left_out) = (Status::ALL.map(|status| fails(status.code())), fails(LEFT_OUT));
            for ((failed, &status), &left_out) in failed.iter_mut().zip(&self.status).zip(&self.left_out) {
                *failed |= if left_out { of_left_out } else { of_status[status as usize] };
            }
        }
        if selection.filters_by(Dimension::Strategic) {
            let bits = bits(Dimension::Strategic);
            let marked = |value: &str| selection.keys(Dimension::Strategic).any(|key| key == value);
            let fails = STRATEGIC.map(|value| bits[usize::from(marked(value))]);
            for (failed, &strategic) in failed.iter_mut().zip(&columns.strategic) {
                *failed |= fails[strategic as usize];
            }
        }
        for (dimension, column) in [(Dimension::Degree, &self.degree), (Dimension::Staff, &columns.staff)] {
            if selection.filters_by(dimension) {
                let bits = bits(dimension);
                let ranges: Vec<_> = selection.keys(dimension).filter_map(Interval::parse).collect();
                let in_one = |value: &f64| ranges.iter().any(|range| range.contains(*value));
                let marked: Vec<bool> = column.values.iter().map(in_one).collect();
                let is_unknown_marked = selection.keys(dimension).any(str::is_empty);
                for ((failed, &rank), &left_out) in failed.iter_mut().zip(&column.ranks).zip(&self.left_out) {
                    let found = marked.get(rank as usize).copied().unwrap_or(is_unknown_marked);
                    *failed |= bits[usize::from(found && !left_out)];
                }
            }
        }
        if selection.filters_by(Dimension::Finding) {
            let bits = bits(Dimension::Finding);
            let (wanted, nothing) = self.found.wanted(selection.keys(Dimension::Finding));
            for (at, failed) in failed.iter_mut().enumerate() {
                let found = match self.found.rows.get(at) {
                    Some(0) => nothing,
                    Some(kinds) => kinds & wanted != 0,
                    None => false,
                };
                *failed |= bits[usize::from(found)];
            }
        }
        if let Some(found) = hits.rows() {
            for (failed, &found) in failed.iter_mut().zip(found) {
                *failed |= if found { 0 } else { SEARCH };
            }
        }
        failed
    }
}
