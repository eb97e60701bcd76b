// SPDX-License-Identifier: AGPL-3.0-or-later
//! A plan as columns, and the figures of a selection of its rows.
//!
//! Built once per plan and method; a step of a filter then goes through the rows without hashing, comparing texts or
//! allocating per row. Never here: a text to show beyond keys and names as written, or how an objective is judged.

use std::sync::{Arc, OnceLock};

use borsh::{BorshDeserialize, BorshSerialize};
use traguardi_kernel::count_marked;

use super::columns::Columns;
use super::figures::{Figures, Summary};
use super::found::Found;
use super::keys::Keys;
use super::search::SearchHits;
use super::selection::{Dimension, Selection};
use super::tally::Ranked;
use super::times::Times;
use crate::facts::Facts;
use crate::list::flags;
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
    #[borsh(serialize_with = "statuses::write", deserialize_with = "statuses::read")]
    pub(super) status: Vec<Status>,
    /// Which rows were achieved, once that is asked for row by row.
    #[borsh(skip)]
    achieved: OnceLock<Vec<bool>>,
    #[borsh(serialize_with = "flags::write", deserialize_with = "flags::read")]
    pub(super) stand_in: Vec<bool>,
    #[borsh(serialize_with = "flags::write", deserialize_with = "flags::read")]
    pub(super) corrected: Vec<bool>,
    /// Which rows the method leaves out.
    #[borsh(serialize_with = "flags::write", deserialize_with = "flags::read")]
    pub(super) left_out: Vec<bool>,
    /// The degrees that count: those left out have none.
    pub(super) degree: Ranked,
    #[borsh(skip)]
    pub(super) found: Found,
    pub(super) plan: Summary,
    /// The same in tables that are the same, and in no others.
    pub(super) identity: Arc<()>,
}

/// Statuses as bytes.
mod statuses {
    use borsh::{BorshDeserialize, BorshSerialize, io};

    use crate::reading::Status;

    pub fn write<W: io::Write>(statuses: &[Status], writer: &mut W) -> io::Result<()> {
        statuses.iter().map(|status| *status as u8).collect::<Vec<u8>>().serialize(writer)
    }

    pub fn read<R: io::Read>(reader: &mut R) -> io::Result<Vec<Status>> {
        let codes = Vec::<u8>::deserialize_reader(reader)?.into_iter();
        let statuses = codes.map(|code| Status::ALL.get(usize::from(code)).copied());
        statuses.collect::<Option<_>>().ok_or_else(|| io::ErrorKind::InvalidData.into())
    }
}

/// The keys of strategic, ordinary, and not stated.
pub(super) const STRATEGIC: [&str; 3] = ["true", "false", ""];

impl Table {
    /// A table of a plan. `readings` are what the texts of its objectives say and `achievements` how they went, in their
    /// order.
    pub fn new(plan: &Plan, readings: &[ObjectiveReading], achievements: &[Achievement]) -> Self {
        let facts = Facts::of(plan);
        let people = Register::of(&facts, plan);
        let times = Times::new(readings, plan.header.year);
        Self::with_people(&facts, times, achievements, &people)
    }

    /// The same of the facts of a plan, where its people are read already.
    pub fn with_people(facts: &Facts, times: Times, achievements: &[Achievement], people: &Register) -> Self {
        debug_assert!(facts.len() == times.len());
        Self::of_columns(Arc::new(Columns::new(facts, times, people)), achievements)
    }

    /// The same plan with other achievements, as another method decides them: much faster than a new table.
    pub fn with_achievements(&self, achievements: &[Achievement]) -> Self {
        Self::of_columns(self.columns.clone(), achievements)
    }

    /// The same with when things were due and done, as texts say that were read since. `None` where they are of another plan.
    pub fn with_times(self, times: Times) -> Option<Self> {
        let is_of_this = times.len() == self.len();
        let columns = || Arc::new(Columns { times, ..(*self.columns).clone() });
        is_of_this.then(|| Self { columns: columns(), identity: Arc::default(), ..self })
    }

    /// The same with what was found in each objective: a bit for each of at most 32 kinds.
    pub fn with_findings(mut self, kinds: &'static [&'static str], rows: Vec<u32>) -> Self {
        debug_assert_eq!(rows.len(), self.len());
        self.found = Found { kinds, rows };
        self.identity = Arc::default();
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
            achieved: OnceLock::new(),
            corrected: achievements.iter().map(|a| a.corrected).collect(),
            stand_in: achievements.iter().map(|a| a.read_from == Some(ReadFrom::StaffPercent)).collect(),
            left_out: achievements.iter().map(|a| a.counted.is_left_out()).collect(),
            degree: Ranked::new(achievements.iter().map(|a| {
                let degree = a.degree.map(|degree| degree.value());
                degree.filter(|_| !a.counted.is_left_out())
            })),
            found: Found::default(),
            plan: Summary::default(),
            identity: Arc::default(),
        };
        table.plan = table.summary_of_all();
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
        let achieved =
            self.achieved.get_or_init(|| self.status.iter().map(|of| *of == Status::Achieved).collect());
        let mut counts = vec![(0, 0); self.columns.members];
        // Rows of another plan may still be on their way out of the page; they count nowhere.
        count_marked(rows, self.columns.support.groups(), achieved, &mut counts);
        counts
    }

    /// The figures of a selection. `hits` are those of [`Selection::search`], or [`SearchHits::all`] where it is empty.
    pub fn figures(&self, selection: &Selection, hits: &SearchHits, facets: Facets) -> Figures {
        self.figures_of(&self.failed(selection, hits), facets)
    }

    /// The figures of rows of which these are the filters that each fails.
    pub(super) fn figures_of(&self, failed: &[u16], facets: Facets) -> Figures {
        // Of the bits that a grouping forgives, none where facets are strict.
        let forgiven = if facets == Facets::Strict { 0 } else { u16::MAX };
        self.parts(failed, forgiven).figures(self, facets == Facets::OwnFilterIgnored)
    }
}
