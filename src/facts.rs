// SPDX-License-Identifier: AGPL-3.0-or-later
//! What figures are made of, of every objective of a plan: columns of numbers, with the values that they stand for in the
//! order in which these first come.
//!
//! A plan repeats a few missions, names and offices thousands of times. Each is looked up once, while its objective is at
//! hand; whoever counts afterwards compares no texts. Never here: a text of an objective, and a judgement.

use std::hash::Hash;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize, io};
use rustc_hash::FxHashMap;

use crate::list::{large_numbers, numbers};
use crate::plan::{Correction, Mission, Objective, People, Percent, Plan, Programme, Weight, Year};

/// Values, each once, by numbers in the order in which they came.
#[derive(Debug, Clone)]
pub struct Values<T> {
    all: Vec<T>,
    numbers: FxHashMap<T, u32>,
}

impl<T> Default for Values<T> {
    fn default() -> Self {
        Self { all: Vec::new(), numbers: FxHashMap::default() }
    }
}

impl<T: Clone + Eq + Hash> Values<T> {
    /// The number of a value.
    fn number(&mut self, value: &T) -> u32 {
        if let Some(&known) = self.numbers.get(value) {
            return known;
        }
        let number = self.all.len() as u32;
        self.all.push(value.clone());
        self.numbers.insert(value.clone(), number);
        number
    }

    /// The numbers that these values have here.
    fn append(&mut self, others: &Self) -> Vec<u32> {
        others.all.iter().map(|value| self.number(value)).collect()
    }
}

impl<T: BorshSerialize> BorshSerialize for Values<T> {
    fn serialize<W: io::Write>(&self, writer: &mut W) -> io::Result<()> {
        self.all.serialize(writer)
    }
}

/// What came from another reader is only looked through, to be added to values here: no number is looked up in it.
impl<T: BorshDeserialize> BorshDeserialize for Values<T> {
    fn deserialize_reader<R: io::Read>(reader: &mut R) -> io::Result<Self> {
        Ok(Self { all: Vec::deserialize_reader(reader)?, numbers: FxHashMap::default() })
    }
}

/// A value of each objective.
#[derive(Debug, Clone, BorshSerialize, BorshDeserialize)]
pub struct Column<T> {
    values: Values<T>,
    #[borsh(serialize_with = "numbers::write", deserialize_with = "numbers::read")]
    rows: Vec<u32>,
}

impl<T> Default for Column<T> {
    fn default() -> Self {
        Self { values: Values::default(), rows: Vec::new() }
    }
}

impl<T> Column<T> {
    /// The values, each once.
    pub fn values(&self) -> &[T] {
        &self.values.all
    }

    /// For each objective, which of them.
    pub fn rows(&self) -> &[u32] {
        &self.rows
    }

    /// The value of an objective.
    fn of(&self, row: usize) -> &T {
        &self.values.all[self.rows[row] as usize]
    }
}

impl<T: Clone + Eq + Hash> Column<T> {
    fn push(&mut self, value: &T) {
        let number = self.values.number(value);
        self.rows.push(number);
    }

    fn append(&mut self, others: Self) {
        let moved = self.values.append(&others.values);
        self.rows.extend(others.rows.into_iter().map(|number| moved[number as usize]));
    }
}

/// The names of each objective's cell of people.
#[derive(Debug, Clone, Default, BorshSerialize, BorshDeserialize)]
pub struct Cells {
    #[borsh(serialize_with = "numbers::write", deserialize_with = "numbers::read")]
    ends: Vec<u32>,
    #[borsh(serialize_with = "numbers::write", deserialize_with = "numbers::read")]
    names: Vec<u32>,
}

impl Cells {
    fn push(&mut self, names: impl Iterator<Item = u32>) {
        self.names.extend(names);
        self.ends.push(self.names.len() as u32);
    }

    fn append(&mut self, others: Self, moved: &[u32]) {
        let before = self.names.len() as u32;
        self.names.extend(others.names.into_iter().map(|name| moved[name as usize]));
        self.ends.extend(others.ends.into_iter().map(|end| before + end));
    }

    /// The names in the cell of an objective, as numbers of [`Facts::names`].
    pub fn of(&self, row: usize) -> &[u32] {
        let start = row.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.names[start as usize..self.ends[row] as usize]
    }
}

/// What figures are made of.
#[derive(Debug, Clone, Default, BorshSerialize, BorshDeserialize)]
pub struct Facts {
    /// The missions.
    pub missions: Column<Option<Mission>>,
    /// The programmes.
    pub programmes: Column<Option<Programme>>,
    /// The offices, as written.
    pub offices: Column<String>,
    /// In which years objectives are planned.
    pub planned: Column<Option<Vec<Year>>>,
    names: Values<Arc<str>>,
    /// Who answers for objectives.
    pub responsible: Cells,
    /// Who works on them besides.
    pub support: Cells,
    /// Which are strategic.
    pub strategic: Vec<Option<bool>>,
    /// Their degrees, where a column states them.
    pub degree: Degrees,
    /// The percentages of the staff.
    pub staff_percent: Degrees,
    /// What stood in for a degree with whoever sent the plan.
    pub stand_in_degree: Degrees,
    /// How much they count.
    pub weight: Vec<Option<Weight>>,
}

/// A percentage of each objective, or none.
#[derive(Debug, Clone, Default)]
pub struct Degrees(Vec<Option<Percent>>);

impl Degrees {
    /// That of an objective.
    pub fn of(&self, row: usize) -> Option<Percent> {
        self.0[row]
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = Option<Percent>> + Clone {
        self.0.iter().copied()
    }
}

/// The bits of none: of a number that is no percentage.
const NONE: i64 = -1;

impl BorshSerialize for Degrees {
    fn serialize<W: io::Write>(&self, writer: &mut W) -> io::Result<()> {
        let bits = |of: &Option<Percent>| of.map_or(NONE, |of| of.value().to_bits().cast_signed());
        large_numbers::write(&self.0.iter().map(bits).collect::<Vec<_>>(), writer)
    }
}

impl BorshDeserialize for Degrees {
    fn deserialize_reader<R: io::Read>(reader: &mut R) -> io::Result<Self> {
        let all = large_numbers::read(reader)?.into_iter();
        Ok(Self(all.map(|bits| Percent::new(f64::from_bits(bits.cast_unsigned()))).collect()))
    }
}

impl Facts {
    /// Those of a plan.
    pub fn of(plan: &Plan) -> Self {
        let mut facts = Self::default();
        plan.objectives.iter().for_each(|objective| facts.push(objective));
        facts
    }

    /// Adds those of the next objective.
    pub fn push(&mut self, objective: &Objective) {
        self.missions.push(&objective.mission);
        self.programmes.push(&objective.programme);
        self.offices.push(&objective.office);
        self.planned.push(&objective.planned);
        for (cells, people) in
            [(&mut self.responsible, &objective.responsible), (&mut self.support, &objective.support)]
        {
            cells.push(people.names.iter().map(|name| self.names.number(name)));
        }
        self.strategic.push(objective.strategic);
        self.degree.0.push(objective.degree);
        self.staff_percent.0.push(objective.staff_percent);
        self.stand_in_degree.0.push(objective.stand_in_degree);
        self.weight.push(objective.weight);
    }

    /// Adds those of the second half of the plan.
    pub fn append(&mut self, mut second: Self) {
        self.missions.append(second.missions);
        self.programmes.append(second.programmes);
        self.offices.append(second.offices);
        self.planned.append(second.planned);
        let moved = self.names.append(&second.names);
        self.responsible.append(second.responsible, &moved);
        self.support.append(second.support, &moved);
        self.strategic.append(&mut second.strategic);
        self.degree.0.append(&mut second.degree.0);
        self.staff_percent.0.append(&mut second.staff_percent.0);
        self.stand_in_degree.0.append(&mut second.stand_in_degree.0);
        self.weight.append(&mut second.weight);
    }

    /// Of how many objectives.
    pub fn len(&self) -> usize {
        self.strategic.len()
    }

    /// Whether of none.
    pub fn is_empty(&self) -> bool {
        self.strategic.is_empty()
    }

    /// The names in cells of people, each once.
    pub fn names(&self) -> &[Arc<str>] {
        &self.names.all
    }

    /// What stands in for the degree of an objective (see [`Objective::stand_in`]).
    pub fn stand_in(&self, row: usize) -> Option<Percent> {
        self.staff_percent.of(row).or(self.stand_in_degree.of(row))
    }

    /// Those of the plan with its objectives where the user puts them (see [`Plan::put_right`]).
    pub fn put_right(self, plan: &Plan) -> Self {
        let mut corrections = FxHashMap::<u32, Vec<&Correction>>::default();
        plan.corrections_of_place().for_each(|one| corrections.entry(one.n).or_default().push(one));
        if corrections.is_empty() {
            return self;
        }
        let mut facts = Self::default();
        for (row, n) in (0..self.len()).zip(1..) {
            let mut objective = self.objective(row);
            let of_this = corrections.get(&n).into_iter().flatten();
            of_this.for_each(|correction| correction.put_right(&mut objective));
            facts.push(&objective);
        }
        facts
    }

    /// An objective of which nothing but this is known.
    fn objective(&self, row: usize) -> Objective {
        let people = |cells: &Cells| People {
            cell: String::new(),
            names: cells.of(row).iter().map(|name| self.names()[*name as usize].clone()).collect(),
        };
        Objective {
            mission: self.missions.of(row).clone(),
            programme: self.programmes.of(row).clone(),
            office: self.offices.of(row).clone(),
            planned: self.planned.of(row).clone(),
            responsible: people(&self.responsible),
            support: people(&self.support),
            strategic: self.strategic[row],
            degree: self.degree.of(row),
            staff_percent: self.staff_percent.of(row),
            stand_in_degree: self.stand_in_degree.of(row),
            weight: self.weight[row],
            ..Objective::default()
        }
    }
}
