// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which filters each objective fails.
//!
//! Never here: what is counted of those that fail none, or only those that a figure ignores.

use traguardi_kernel::{Groups, mark};

use super::interval::Interval;
use super::search::SearchHits;
use super::selection::{Dimension, Selection};
use super::table::{STRATEGIC, Table};
use super::tally::Ranked;
use crate::reading::{LEFT_OUT, Status};

/// The bit of a dimension in the mask of those whose filters a row fails.
pub(super) const fn bit(dimension: Dimension) -> u16 {
    1 << dimension as u16
}

/// The bit of a failed search.
pub(super) const SEARCH: u16 = 1 << Dimension::ALL.len();

/// What the mask of a row says of a dimension that is filtered: of a row that is not, and of one that is, among those that
/// the filters name.
pub(super) fn bits(dimension: Dimension, selection: &Selection) -> [u16; 2] {
    let fails = bit(dimension);
    if selection.is_turned(dimension) { [0, fails] } else { [fails, 0] }
}

impl Table {
    /// For each row a bit for each dimension whose filters it fails.
    pub(super) fn failed(&self, selection: &Selection, hits: &SearchHits) -> Vec<u16> {
        let mut failed = vec![0_u16; self.len()];
        Dimension::ALL.into_iter().for_each(|dimension| self.fail(dimension, selection, &mut failed));
        self.fail_search(hits, &mut failed);
        failed
    }

    /// Notes which rows fail the search.
    pub(super) fn fail_search(&self, hits: &SearchHits, failed: &mut [u16]) {
        if let Some(found) = hits.rows() {
            for (failed, &found) in failed.iter_mut().zip(found) {
                *failed |= if found { 0 } else { SEARCH };
            }
        }
    }

    /// Notes which rows fail the filters of a dimension.
    pub(super) fn fail(&self, dimension: Dimension, selection: &Selection, failed: &mut [u16]) {
        if !selection.filters_by(dimension) {
            return;
        }
        let columns = &*self.columns;
        let bits = bits(dimension, selection);
        let is_named = |key: &str| selection.keys(dimension).any(|wanted| wanted == key);
        match dimension {
            Dimension::Strategic => {
                mark(failed, Groups::Bytes(&columns.strategic), &STRATEGIC.map(is_named), bits);
            }
            Dimension::Status => {
                let of_status = Status::ALL.map(|status| bits[usize::from(is_named(status.code()))]);
                let of_left_out = bits[usize::from(is_named(LEFT_OUT))];
                for ((failed, &status), &left_out) in failed.iter_mut().zip(&self.status).zip(&self.left_out)
                {
                    *failed |= if left_out { of_left_out } else { of_status[status as usize] };
                }
            }
            Dimension::Degree => self.fail_ranges(&self.degree, selection, dimension, bits, failed),
            Dimension::Staff => self.fail_ranges(&columns.staff, selection, dimension, bits, failed),
            Dimension::Finding => {
                let (wanted, nothing) = self.found.wanted(selection.keys(dimension));
                for (at, failed) in failed.iter_mut().enumerate() {
                    let found = match self.found.rows.get(at) {
                        Some(0) => nothing,
                        Some(kinds) => kinds & wanted != 0,
                        None => false,
                    };
                    *failed |= bits[usize::from(found)];
                }
            }
            dimension => {
                if let (Some(keys), Some(groups)) = (self.keys(dimension), self.groups(dimension)) {
                    mark(failed, groups, &keys.marks(selection.keys(dimension)), bits);
                }
            }
        }
    }

    /// In which groups of a dimension the rows are, by the numbers of its keys.
    pub(super) fn groups(&self, dimension: Dimension) -> Option<Groups<'_>> {
        let columns = &*self.columns;
        Some(match dimension {
            Dimension::Mission => Groups::One(&columns.mission),
            Dimension::Programme => Groups::One(&columns.programme),
            Dimension::Office => Groups::One(&columns.office),
            Dimension::Deadline => Groups::One(&columns.times.deadline),
            Dimension::Completed => Groups::One(&columns.times.completed),
            Dimension::Strategic => Groups::Bytes(&columns.strategic),
            Dimension::Person => columns.responsible.groups(),
            Dimension::Year => columns.planned.groups(),
            Dimension::Status | Dimension::Degree | Dimension::Staff | Dimension::Finding => return None,
        })
    }

    fn fail_ranges(
        &self,
        column: &Ranked,
        selection: &Selection,
        dimension: Dimension,
        bits: [u16; 2],
        failed: &mut [u16],
    ) {
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
