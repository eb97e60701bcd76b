// SPDX-License-Identifier: AGPL-3.0-or-later
//! Figures row by row: the way that serves any plan, however many different values it has.
//!
//! Never here: what is kept from step to step (see `stepper`).

use super::crossed::Crossed;
use super::failed::bit;
use super::figures::{Distribution, StatusCounts, Summary};
use super::parts::Parts;
use super::selection::Dimension;
use super::sum::WeightedSum;
use super::table::{STRATEGIC, Table};
use super::tally::{Ranked, Row, Tally, UNKNOWN};

impl Table {
    /// The figures of rows of which `masks` are the bits of the filters that each fails, where figures may forgive these.
    pub(super) fn parts(&self, masks: &[u16], forgiven: u16) -> Parts {
        let mut groupings = Groupings {
            selected: self.tally(1),
            mission: self.tally(self.columns.missions.len()),
            programme: self.tally(self.columns.programmes.len()),
            people: self.tally(self.columns.people.len()),
            strategic: self.tally(STRATEGIC.len()),
            years: self.tally(self.columns.years.len()),
        };
        let mut distribution = Distribution::default();
        let (mut status_facet, mut left_out_facet) = (StatusCounts::default(), 0);
        let mut by_finding = self.found.counts();
        let bins: Vec<u8> =
            self.degree.values.iter().map(|&value| Distribution::bin_of(value) as u8).collect();
        for (at, &failed) in masks.iter().enumerate() {
            // A row that fails two dimensions counts nowhere, whichever of them a grouping forgives.
            if failed & failed.wrapping_sub(1) != 0 || failed & !forgiven != 0 {
                continue;
            }
            let row = self.row(at);
            groupings.each(self, at, failed, |tally, group| tally.add(group, &row));
            if failed & !bit(Dimension::Status) == 0 {
                match row.left_out {
                    true => left_out_facet += 1,
                    false => status_facet.add(row.status),
                }
            }
            if failed & !bit(Dimension::Degree) == 0 && !row.left_out {
                match bins.get(row.degree as usize) {
                    Some(&bin) => distribution.bins[bin as usize] += 1,
                    None => distribution.unknown += 1,
                }
            }
            if failed & !bit(Dimension::Finding) == 0 {
                self.found.count(at, &mut by_finding);
            }
        }
        if groupings.tallies().iter().any(|tally| tally.needs_narrowing()) {
            groupings.tallies().into_iter().for_each(Tally::prepare_narrowing);
            for (at, &failed) in masks.iter().enumerate() {
                if failed & failed.wrapping_sub(1) == 0 && failed & !forgiven == 0 {
                    let row = self.row(at);
                    groupings.each(self, at, failed, |tally, group| tally.narrow(group, &row));
                }
            }
        }
        let [selected, mission, programme, people, strategic, years] =
            groupings.finish().map(|tally| tally.finish(&self.degree, &self.columns.staff));
        Parts {
            selected: selected.first().copied().unwrap_or_default(),
            mission,
            programme,
            people,
            strategic,
            years,
            distribution,
            status_facet,
            left_out_facet,
            by_finding,
            crossed: Crossed::count(self, masks, forgiven),
        }
    }

    /// The figures of all rows.
    pub(super) fn summary_of_all(&self) -> Summary {
        let mut tally = self.tally(1);
        (0..self.len()).for_each(|at| tally.add(0, &self.row(at)));
        if tally.needs_narrowing() {
            tally.prepare_narrowing();
            (0..self.len()).for_each(|at| tally.narrow(0, &self.row(at)));
        }
        tally.finish(&self.degree, &self.columns.staff)[0]
    }

    fn tally(&self, groups: usize) -> Tally {
        Tally::new(groups, &self.degree, &self.columns.staff)
    }

    #[inline]
    pub(super) fn row(&self, at: usize) -> Row {
        let columns = &*self.columns;
        let left_out = self.left_out[at];
        let degree = self.degree.ranks[at];
        let staff = if left_out { UNKNOWN } else { columns.staff.ranks[at] };
        let fixed = |ranked: &Ranked, rank: u32| ranked.fixed.get(rank as usize).copied().unwrap_or(0);
        let degree_fixed = fixed(&self.degree, degree);
        let weighted = match columns.weight.get(at) {
            Some(&weight) if weight != 0 && degree != UNKNOWN => WeightedSum::of(degree_fixed, weight),
            _ => WeightedSum::default(),
        };
        Row {
            status: self.status[at],
            strategic: columns.strategic[at] == 0,
            left_out,
            stand_in: self.stand_in[at],
            corrected: self.corrected[at],
            degree,
            staff,
            weighted,
            degree_fixed,
            staff_fixed: fixed(&columns.staff, staff),
        }
    }
}

/// What is counted of each row.
struct Groupings {
    selected: Tally,
    mission: Tally,
    programme: Tally,
    people: Tally,
    strategic: Tally,
    years: Tally,
}

impl Groupings {
    fn tallies(&mut self) -> [&mut Tally; 6] {
        let Self { selected, mission, programme, people, strategic, years } = self;
        [selected, mission, programme, people, strategic, years]
    }

    fn finish(self) -> [Tally; 6] {
        let Self { selected, mission, programme, people, strategic, years } = self;
        [selected, mission, programme, people, strategic, years]
    }

    /// Hands each group that a row counts in to `add`: all of its groups where it fails nothing, else only those of the
    /// one dimension that it fails.
    #[inline]
    fn each(&mut self, table: &Table, at: usize, failed: u16, mut add: impl FnMut(&mut Tally, u32)) {
        let columns = &*table.columns;
        let counts = |dimension| failed & !bit(dimension) == 0;
        if failed == 0 {
            add(&mut self.selected, 0);
        }
        if counts(Dimension::Mission) {
            add(&mut self.mission, columns.mission[at]);
        }
        if counts(Dimension::Programme) {
            add(&mut self.programme, columns.programme[at]);
        }
        if counts(Dimension::Person) {
            columns.responsible.of(at).iter().for_each(|&person| add(&mut self.people, person));
        }
        if counts(Dimension::Strategic) {
            add(&mut self.strategic, u32::from(columns.strategic[at]));
        }
        if counts(Dimension::Year) {
            columns.planned.of(at).iter().for_each(|&year| add(&mut self.years, year));
        }
    }
}
