// SPDX-License-Identifier: AGPL-3.0-or-later
//! A plan as columns, and the figures of a selection of its rows.
//!
//! Built once per plan and method; a step of a filter then goes through the rows without hashing, comparing texts or
//! allocating per row. Never here: a text to show beyond keys and names as written, or how an objective is judged.

use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::columns::Columns;
use super::crossed::Crossed;
use super::failed::bit;
use super::figures::{Distribution, Figures, Group, StatusCounts, Summary};
use super::found::Found;
use super::keys::Keys;
use super::search::SearchHits;
use super::selection::{Dimension, Selection};
use super::sum::WeightedSum;
use super::tally::{Ranked, Row, Tally, UNKNOWN};
use crate::plan::Plan;
use crate::reading::people::Register;
use crate::reading::{Achievement, ObjectiveReading, ReadFrom, Status};

/// Which objectives the groups of figures are over. [`Figures::selected`] is over the selected ones in either case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facets {
    /// For charts: the groups by mission ignore the filters on missions and obey all others, and so on. Groups that the
    /// other filters leave without objectives are kept, with zeros, so that what toggles them stays in its place.
    OwnFilterIgnored,
    /// Exactly the selected objectives, and no empty groups.
    Strict,
}

/// A plan as columns.
#[derive(Debug, Clone, BorshSerialize, BorshDeserialize)]
pub struct Table {
    pub(super) columns: Arc<Columns>,
    pub(super) status: Vec<Status>,
    stand_in: Vec<bool>,
    corrected: Vec<bool>,
    /// Which rows the method leaves out.
    pub(super) left_out: Vec<bool>,
    /// The degrees that count: those left out have none.
    pub(super) degree: Ranked,
    #[borsh(skip)]
    pub(super) found: Found,
    plan: Summary,
}

/// The keys of strategic, ordinary, and not stated.
pub(super) const STRATEGIC: [&str; 3] = ["true", "false", ""];

impl Table {
    /// A table of a plan. `readings` are what the texts of its objectives say and `achievements` how they went, in their
    /// order.
    pub fn new(plan: &Plan, readings: &[ObjectiveReading], achievements: &[Achievement]) -> Self {
        Self::with_people(plan, readings, achievements, &Register::new(plan))
    }

    /// The same, where the people of the plan are read already.
    pub fn with_people(
        plan: &Plan,
        readings: &[ObjectiveReading],
        achievements: &[Achievement],
        people: &Register,
    ) -> Self {
        debug_assert_eq!(plan.objectives.len(), readings.len());
        Self::of_columns(Arc::new(Columns::new(plan, readings, people)), achievements)
    }

    /// The same plan with other achievements, as another method decides them: much faster than a new table.
    pub fn with_achievements(&self, achievements: &[Achievement]) -> Self {
        Self::of_columns(self.columns.clone(), achievements)
    }

    /// The same with what was found in each objective: a bit for each of at most 32 kinds.
    pub fn with_findings(mut self, kinds: &'static [&'static str], rows: Vec<u32>) -> Self {
        debug_assert_eq!(rows.len(), self.len());
        self.found = Found { kinds, rows };
        self
    }

    /// The kinds that were looked for in each objective, in the order of [`Figures::by_finding`].
    pub fn kinds_of_findings(&self) -> &'static [&'static str] {
        self.found.kinds
    }

    fn of_columns(columns: Arc<Columns>, achievements: &[Achievement]) -> Self {
        debug_assert_eq!(columns.mission.len(), achievements.len());
        let mut table = Self {
            columns,
            status: achievements.iter().map(|a| a.status).collect(),
            corrected: achievements.iter().map(|a| a.corrected).collect(),
            stand_in: achievements.iter().map(|a| a.read_from == Some(ReadFrom::StaffPercent)).collect(),
            left_out: achievements.iter().map(|a| a.counted.is_left_out()).collect(),
            degree: Ranked::new(achievements.iter().map(|a| {
                let degree = a.degree.map(|degree| degree.value());
                degree.filter(|_| !a.counted.is_left_out())
            })),
            found: Found::default(),
            plan: Summary::default(),
        };
        let mut tally = table.tally(1);
        for at in 0..table.len() {
            tally.add(0, &table.row(at));
        }
        table.plan = table.finish(tally, |tally| {
            (0..table.len()).for_each(|at| tally.narrow(0, &table.row(at)));
        })[0];
        table
    }

    /// How many objectives there are.
    pub fn len(&self) -> usize {
        self.status.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.status.is_empty()
    }

    /// The name that the plan writes beside a code, the first of several; `None` where it writes none, and for keys
    /// that are names themselves.
    pub fn name_of(&self, dimension: Dimension, key: &str) -> Option<Arc<str>> {
        self.keys(dimension)?.name_of(key)
    }

    /// The place of a key among the groups of those who answer for objectives, where no group is left out.
    pub fn place_of_person(&self, key: &str) -> Option<usize> {
        self.columns.people.number_of(key).map(|number| number as usize)
    }

    /// Whether a key of those who answer for objectives is an office, a group or a role, and no person.
    pub fn is_office(&self, key: &str) -> bool {
        let number = self.columns.people.number_of(key);
        number.is_some_and(|number| self.columns.is_office[number as usize])
    }

    pub(super) fn keys(&self, dimension: Dimension) -> Option<&Keys> {
        match dimension {
            Dimension::Mission => Some(&self.columns.missions),
            Dimension::Programme => Some(&self.columns.programmes),
            Dimension::Person => Some(&self.columns.people),
            Dimension::Year => Some(&self.columns.years),
            Dimension::Office => Some(&self.columns.offices),
            Dimension::Deadline | Dimension::Completed => Some(&self.columns.times.months),
            _ => None,
        }
    }

    /// The objectives selected, as places in the plan (from 0), in its order. `hits` are those of
    /// [`Selection::search`].
    pub fn rows(&self, selection: &Selection, hits: &SearchHits) -> Vec<u32> {
        let failed = self.failed(selection, hits);
        (0..self.len() as u32).filter(|&row| failed[row as usize] == 0).collect()
    }

    /// For each member of the register of people, how many of these objectives it works on besides those who answer for
    /// them, and how many of these were achieved.
    pub fn support(&self, rows: &[u32]) -> Vec<(u32, u32)> {
        let mut counts = vec![(0, 0); self.columns.members];
        for &row in rows {
            // Rows of another plan may still be on their way out of the page.
            let Some(&status) = self.status.get(row as usize) else { continue };
            let achieved = status == Status::Achieved;
            for &member in self.columns.support.of(row as usize) {
                let (all, done) = &mut counts[member as usize];
                *all += 1;
                *done += u32::from(achieved);
            }
        }
        counts
    }

    /// The figures of a selection. `hits` are those of [`Selection::search`], or [`SearchHits::all`] where it is empty.
    pub fn figures(&self, selection: &Selection, hits: &SearchHits, facets: Facets) -> Figures {
        let failed = self.failed(selection, hits);
        // Of the bits that a grouping forgives, none where facets are strict.
        let forgiven = if facets == Facets::Strict { 0 } else { u16::MAX };
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
        for (at, &failed) in failed.iter().enumerate() {
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
            for (at, &failed) in failed.iter().enumerate() {
                if failed & failed.wrapping_sub(1) == 0 && failed & !forgiven == 0 {
                    let row = self.row(at);
                    groupings.each(self, at, failed, |tally, group| tally.narrow(group, &row));
                }
            }
        }
        let columns = &self.columns;
        let keep_empty = facets == Facets::OwnFilterIgnored;
        let crossed = Crossed::count(self, &failed, forgiven);
        let groups = |tally: Tally, key: &dyn Fn(usize) -> String| -> Vec<Group> {
            let summaries = tally.finish(&self.degree, &columns.staff);
            let grouped = summaries.into_iter().enumerate();
            grouped
                .filter(|(_, summary)| keep_empty || summary.all() > 0)
                .map(|(group, summary)| Group { key: key(group), summary })
                .collect()
        };
        let of_keys = |keys: &Keys, tally| groups(tally, &|group| keys.key(group).to_owned());
        let mut by_strategic = groups(groupings.strategic, &|group| STRATEGIC[group].to_owned());
        by_strategic.retain(|group| columns.has_strategic(&group.key));
        Figures {
            plan: self.plan,
            selected: groupings.selected.finish(&self.degree, &columns.staff)[0],
            distribution,
            by_mission: of_keys(&columns.missions, groupings.mission),
            by_programme: of_keys(&columns.programmes, groupings.programme),
            by_responsible: of_keys(&columns.people, groupings.people),
            by_strategic,
            by_year: of_keys(&columns.years, groupings.years),
            status_facet,
            left_out_facet,
            by_finding,
            status_by_mission: crossed.rows(&crossed.mission, &columns.missions, keep_empty),
            status_by_office: crossed.offices(&columns.offices, keep_empty),
            timeline: crossed.timeline(&columns.times.months, keep_empty),
            gap: crossed.gap,
        }
    }

    fn tally(&self, groups: usize) -> Tally {
        Tally::new(groups, &self.degree, &self.columns.staff)
    }

    fn finish(&self, mut tally: Tally, again: impl FnOnce(&mut Tally)) -> Vec<Summary> {
        if tally.needs_narrowing() {
            tally.prepare_narrowing();
            again(&mut tally);
        }
        tally.finish(&self.degree, &self.columns.staff)
    }

    #[inline]
    fn row(&self, at: usize) -> Row {
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
