// SPDX-License-Identifier: AGPL-3.0-or-later
//! A plan as columns, and the figures of a selection of its rows.
//!
//! Built once per plan and method; a step of a filter then goes through the rows without hashing, comparing texts or
//! allocating per row. Never here: a text to show beyond keys and names as written, or how an objective is judged.

use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::figures::{Distribution, Figures, Group, StatusCounts, Summary};
use super::interval::Interval;
use super::keys::{Key, Keys, Lists, Numbering};
use super::search::SearchHits;
use super::selection::{Dimension, Selection};
use super::sum::{WeightUnit, WeightedSum};
use super::tally::{Ranked, Row, Tally, UNKNOWN};
use crate::plan::{Objective, People, Plan, Weight};
use crate::reading::people::{Kind, Register};
use crate::reading::{Achievement, LEFT_OUT, ReadFrom, Status};

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
    columns: Arc<Columns>,
    status: Vec<Status>,
    stand_in: Vec<bool>,
    corrected: Vec<bool>,
    /// Which rows the method leaves out.
    left_out: Vec<bool>,
    /// The degrees that count: those left out have none.
    degree: Ranked,
    #[borsh(skip)]
    found: Found,
    plan: Summary,
}

/// What was found in each row, as one bit for each of some kinds. Without kinds, nobody looked.
#[derive(Debug, Clone, Default)]
struct Found {
    kinds: &'static [&'static str],
    rows: Vec<u32>,
}

/// The columns that do not depend on the method.
#[derive(Debug, Clone, BorshSerialize, BorshDeserialize)]
struct Columns {
    missions: Keys,
    programmes: Keys,
    people: Keys,
    years: Keys,
    mission: Vec<u32>,
    programme: Vec<u32>,
    responsible: Lists,
    /// As members of the register of people, in force.
    support: Lists,
    members: usize,
    /// For each key of people, whether it is an office, a group or a role.
    offices: Vec<bool>,
    planned: Lists,
    /// A number of [`STRATEGIC`] for each row.
    strategic: Vec<u8>,
    /// Fixed-point weights; 0 where there is none. Empty where no row has one.
    weight: Vec<i64>,
    staff: Ranked,
}

/// The keys of strategic, ordinary, and not stated.
const STRATEGIC: [&str; 3] = ["true", "false", ""];

/// The bit of a dimension in the mask of those whose filters a row fails.
const fn bit(dimension: Dimension) -> u16 {
    1 << dimension as u16
}

/// The bit of a failed search.
const SEARCH: u16 = 1 << Dimension::ALL.len();

impl Table {
    /// A table of a plan. `achievements` are those of its objectives, in their order.
    pub fn new(plan: &Plan, achievements: &[Achievement]) -> Self {
        Self::with_people(plan, achievements, &Register::new(plan))
    }

    /// The same, where the people of the plan are read already.
    pub fn with_people(plan: &Plan, achievements: &[Achievement], people: &Register) -> Self {
        Self::of_columns(Arc::new(Columns::new(&plan.objectives, people)), achievements)
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
        number.is_some_and(|number| self.columns.offices[number as usize])
    }

    fn keys(&self, dimension: Dimension) -> Option<&Keys> {
        match dimension {
            Dimension::Mission => Some(&self.columns.missions),
            Dimension::Programme => Some(&self.columns.programmes),
            Dimension::Person => Some(&self.columns.people),
            Dimension::Year => Some(&self.columns.years),
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
        let groups = |tally: Tally, key: &dyn Fn(usize) -> String| -> Vec<Group> {
            let summaries = tally.finish(&self.degree, &columns.staff);
            let grouped = summaries.into_iter().enumerate();
            grouped
                .filter(|(_, summary)| facets == Facets::OwnFilterIgnored || summary.all() > 0)
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
            ..Figures::default()
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

    /// For each row a bit for each dimension whose filters it fails.
    fn failed(&self, selection: &Selection, hits: &SearchHits) -> Vec<u16> {
        let columns = &*self.columns;
        let mut failed = vec![0_u16; self.len()];
        // What a row adds that is, or is not, among those that the filters of a dimension name.
        let bits = |dimension| {
            let fails = bit(dimension);
            if selection.is_turned(dimension) { [0, fails] } else { [fails, 0] }
        };
        for (dimension, column) in
            [(Dimension::Mission, &columns.mission), (Dimension::Programme, &columns.programme)]
        {
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
        if selection.filters_by(Dimension::Degree) {
            let bits = bits(Dimension::Degree);
            let ranges: Vec<_> = selection.keys(Dimension::Degree).filter_map(Interval::parse).collect();
            let in_one = |degree: &f64| ranges.iter().any(|range| range.contains(*degree));
            let marked: Vec<bool> = self.degree.values.iter().map(in_one).collect();
            let is_unknown_marked = selection.keys(Dimension::Degree).any(str::is_empty);
            for ((failed, &rank), &left_out) in failed.iter_mut().zip(&self.degree.ranks).zip(&self.left_out)
            {
                let found = marked.get(rank as usize).copied().unwrap_or(is_unknown_marked);
                *failed |= bits[usize::from(found && !left_out)];
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

impl Found {
    /// Zeros to count in: one for each kind, and one for nothing found. None where nobody looked.
    fn counts(&self) -> Vec<u32> {
        if self.kinds.is_empty() { Vec::new() } else { vec![0; self.kinds.len() + 1] }
    }

    /// Counts a row under each kind that was found in it.
    #[inline]
    fn count(&self, at: usize, counts: &mut [u32]) {
        let Some(&kinds) = self.rows.get(at) else { return };
        if kinds == 0 {
            counts.last_mut().into_iter().for_each(|nothing| *nothing += 1);
        }
        let mut left = kinds;
        while left != 0 {
            counts[left.trailing_zeros() as usize] += 1;
            left &= left - 1;
        }
    }

    /// The kinds that these keys name, and whether rows are wanted in which nothing was found.
    fn wanted<'k>(&self, keys: impl Iterator<Item = &'k str>) -> (u32, bool) {
        keys.fold((0, false), |(wanted, nothing), key| {
            let kind = self.kinds.iter().position(|kind| *kind == key);
            (kind.map_or(wanted, |kind| wanted | 1 << kind), nothing || key.is_empty())
        })
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

impl Columns {
    /// Whether a group by strategic or ordinary belongs to the plan: both do where it makes the distinction at all.
    fn has_strategic(&self, key: &str) -> bool {
        self.strategic.iter().any(|&strategic| (strategic == 2) == key.is_empty())
    }

    fn new(objectives: &[Objective], register: &Register) -> Self {
        let rows = objectives.len();
        let (mut missions, mut programmes) = (Numbering::default(), Numbering::default());
        let (mut people, mut years) = (Numbering::default(), Numbering::default());
        let (mut mission, mut programme) = (Vec::with_capacity(rows), Vec::with_capacity(rows));
        let (mut responsible, mut planned) = (Lists::with_capacity(rows), Lists::with_capacity(rows));
        let mut support = Lists::with_capacity(rows);
        // The number of each member of the register, for now.
        let mut numbers = vec![None; register.members().len()];
        for objective in objectives {
            let (key, name) = match &objective.mission {
                None => (Key::Empty, None),
                Some(m) => match m.code {
                    Some(code) => (Key::Mission(code), m.name.as_ref()),
                    None => (m.name.as_deref().map_or(Key::Empty, Key::of_name), None),
                },
            };
            mission.push(missions.number(key, name));
            let (key, name) = match &objective.programme {
                None => (Key::Empty, None),
                Some(p) => match p.code {
                    Some(code) => (Key::Programme(code), p.name.as_ref()),
                    None => (p.name.as_deref().map_or(Key::Empty, Key::of_name), None),
                },
            };
            programme.push(programmes.number(key, name));
            // A person who is there under several names, by the user's word, is one.
            let identities = |of: &'_ People| -> Vec<u32> {
                let members = of.names.iter().flat_map(|name| register.of_name(name));
                members.map(|&member| register.identity(member)).collect()
            };
            let members = identities(&objective.responsible);
            let names_nobody = |name: &Arc<str>| register.of_name(name).is_empty();
            let names = &objective.responsible.names;
            let none = (members.is_empty() || names.iter().any(names_nobody))
                .then(|| people.number(Key::Empty, None));
            let numbers = members.into_iter().map(|member| {
                let known = &mut numbers[member as usize];
                *known.get_or_insert_with(|| people.number(Key::Name(&register.member(member).name), None))
            });
            responsible.push(numbers.chain(none));
            support.push(identities(&objective.support).into_iter());
            let ticked = objective.planned.as_deref().unwrap_or_default();
            let none = ticked.is_empty().then_some(Key::Empty);
            let ticked = ticked.iter().map(|year| Key::Year(year.number()));
            planned.push(ticked.chain(none).map(|key| years.number(key, None)));
        }
        let (missions, finals) = missions.finish();
        mission.iter_mut().for_each(|number| *number = finals[*number as usize]);
        let (programmes, finals) = programmes.finish();
        programme.iter_mut().for_each(|number| *number = finals[*number as usize]);
        let (people, finals) = people.finish();
        responsible.renumber(&finals);
        let is_office =
            |at| register.find(people.key(at)).is_some_and(|at| register.member(at).kind == Kind::Group);
        let offices = (0..people.len()).map(is_office).collect();
        let (years, finals) = years.finish();
        planned.renumber(&finals);

        let weights = || objectives.iter().map(|objective| objective.weight.map(Weight::value));
        let greatest = weights().flatten().fold(0.0, f64::max);
        let weight = if greatest > 0.0 {
            let unit = WeightUnit::for_greatest(greatest);
            weights().map(|weight| weight.map_or(0, |weight| unit.fixed(weight))).collect()
        } else {
            Vec::new()
        };
        let staff = objectives.iter().map(|objective| objective.staff_percent.map(|p| p.value()));
        Self {
            missions,
            programmes,
            people,
            years,
            mission,
            programme,
            responsible,
            support,
            members: register.members().len(),
            offices,
            planned,
            strategic: objectives
                .iter()
                .map(|objective| match objective.strategic {
                    Some(true) => 0,
                    Some(false) => 1,
                    None => 2,
                })
                .collect(),
            weight,
            staff: Ranked::new(staff),
        }
    }
}
