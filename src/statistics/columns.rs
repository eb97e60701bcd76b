// SPDX-License-Identifier: AGPL-3.0-or-later
//! The columns of a plan that no method and no selection changes: for each objective the numbers of its keys.
//!
//! Built once per plan. Never here: how an objective went, and figures.

use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};
use rustc_hash::FxHashMap;

use super::keys::{Key, Keys, Lists, Numbering};
use super::sum::WeightUnit;
use super::tally::Ranked;
use super::times::Times;
use crate::facts::{Column, Facts};
use crate::list::{flags, large_numbers, numbers};
use crate::plan::{Percent, Weight};
use crate::reading::people::{Kind, Register};
use crate::text::fold;

/// The columns that do not depend on the method.
#[derive(Debug, Clone, BorshSerialize, BorshDeserialize)]
pub(super) struct Columns {
    pub missions: Keys,
    pub programmes: Keys,
    pub people: Keys,
    pub years: Keys,
    #[borsh(serialize_with = "numbers::write", deserialize_with = "numbers::read")]
    pub mission: Vec<u32>,
    #[borsh(serialize_with = "numbers::write", deserialize_with = "numbers::read")]
    pub programme: Vec<u32>,
    pub responsible: Lists,
    /// As members of the register of people, in force.
    pub support: Lists,
    pub members: usize,
    /// For each key of people, whether it is an office, a group or a role.
    #[borsh(serialize_with = "flags::write", deserialize_with = "flags::read")]
    pub is_office: Vec<bool>,
    pub planned: Lists,
    /// A number of [`STRATEGIC`] for each row.
    pub strategic: Vec<u8>,
    /// Fixed-point weights; 0 where there is none. Empty where no row has one.
    #[borsh(serialize_with = "large_numbers::write", deserialize_with = "large_numbers::read")]
    pub weight: Vec<i64>,
    pub staff: Ranked,
    pub offices: Keys,
    #[borsh(serialize_with = "numbers::write", deserialize_with = "numbers::read")]
    pub office: Vec<u32>,
    pub times: Times,
}

impl Columns {
    /// Whether a group by strategic or ordinary belongs to the plan: both do where it makes the distinction at all.
    pub fn has_strategic(&self, key: &str) -> bool {
        self.strategic.iter().any(|&strategic| (strategic == 2) == key.is_empty())
    }

    /// Of the facts of a plan, when things were due and done, and who is in it.
    pub fn new(facts: &Facts, times: Times, register: &Register) -> Self {
        let (missions, mission) = numbered(&facts.missions, |mission| match mission {
            None => (Key::Empty, None),
            Some(m) => match m.code {
                Some(code) => (Key::Mission(code), m.name.as_ref()),
                None => (m.name.as_deref().map_or(Key::Empty, Key::of_name), None),
            },
        });
        let (programmes, programme) = numbered(&facts.programmes, |programme| match programme {
            None => (Key::Empty, None),
            Some(p) => match p.code {
                Some(code) => (Key::Programme(code), p.name.as_ref()),
                None => (p.name.as_deref().map_or(Key::Empty, Key::of_name), None),
            },
        });
        let (people, responsible) = responsible(facts, register);
        let is_office =
            |at| register.find(people.key(at)).is_some_and(|at| register.member(at).kind == Kind::Group);
        let is_office = (0..people.len()).map(is_office).collect();
        let mut support = Lists::with_capacity(facts.len());
        (0..facts.len()).for_each(|row| support.push(identities(register, facts.support.of(row))));
        let (years, planned) = planned(facts);
        let (offices, office) = offices(&facts.offices);
        let weights = || facts.weight.iter().map(|weight| weight.map(Weight::value));
        let greatest = weights().flatten().fold(0.0, f64::max);
        let weight = if greatest > 0.0 {
            let unit = WeightUnit::for_greatest(greatest);
            weights().map(|weight| weight.map_or(0, |weight| unit.fixed(weight))).collect()
        } else {
            Vec::new()
        };
        let strategic = facts.strategic.iter().map(|strategic| match strategic {
            Some(true) => 0,
            Some(false) => 1,
            None => 2,
        });
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
            is_office,
            planned,
            strategic: strategic.collect(),
            weight,
            staff: Ranked::new(facts.staff_percent.iter().map(|percent| percent.map(Percent::value))),
            offices,
            office,
            times,
        }
    }
}

/// The keys of a column, and the number of its key for each row.
fn numbered<'a, T>(
    column: &'a Column<T>,
    key: impl Fn(&'a T) -> (Key<'a>, Option<&'a Arc<str>>),
) -> (Keys, Vec<u32>) {
    let mut numbering = Numbering::default();
    let numbers: Vec<u32> = column
        .values()
        .iter()
        .map(|value| {
            let (key, name) = key(value);
            numbering.number(key, name)
        })
        .collect();
    let (keys, finals) = numbering.finish();
    (keys, column.rows().iter().map(|value| finals[numbers[*value as usize] as usize]).collect())
}

/// The members that names hold, each by the one whose name stands for the person: who is there under several names, by the
/// user's word, is one.
fn identities<'a>(register: &'a Register, names: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    names.iter().flat_map(|name| register.of_number(*name)).map(|&member| register.identity(member))
}

/// Who answers for each objective.
fn responsible(facts: &Facts, register: &Register) -> (Keys, Lists) {
    let mut people = Numbering::default();
    // The number of each member of the register, for now.
    let mut numbers = vec![None; register.members().len()];
    let mut responsible = Lists::with_capacity(facts.len());
    for row in 0..facts.len() {
        let names = facts.responsible.of(row);
        let is_nobody = |name: &u32| register.of_number(*name).is_empty();
        let none = (names.is_empty() || names.iter().any(is_nobody)).then(|| people.number(Key::Empty, None));
        let members = identities(register, names).map(|member| {
            let known = &mut numbers[member as usize];
            *known.get_or_insert_with(|| people.number(Key::Name(&register.member(member).name), None))
        });
        responsible.push(members.chain(none));
    }
    let (people, finals) = people.finish();
    responsible.renumber(&finals);
    (people, responsible)
}

/// In which years each objective is planned.
fn planned(facts: &Facts) -> (Keys, Lists) {
    let mut years = Numbering::default();
    let lists: Vec<Vec<u32>> = facts
        .planned
        .values()
        .iter()
        .map(|planned| {
            let ticked = planned.as_deref().unwrap_or_default();
            let none = ticked.is_empty().then_some(Key::Empty);
            let keys = ticked.iter().map(|year| Key::Year(year.number())).chain(none);
            keys.map(|key| years.number(key, None)).collect()
        })
        .collect();
    let mut planned = Lists::with_capacity(facts.len());
    for list in facts.planned.rows() {
        planned.push(lists[*list as usize].iter().copied());
    }
    let (years, finals) = years.finish();
    planned.renumber(&finals);
    (years, planned)
}

/// The offices to which objectives are assigned. Those that differ in nothing but case, accents and the space around them
/// are one, named as most objectives write it.
fn offices(written: &Column<String>) -> (Keys, Vec<u32>) {
    let mut counts = vec![0; written.values().len()];
    written.rows().iter().for_each(|value| counts[*value as usize] += 1);
    let mut spellings = FxHashMap::<&str, u32>::default();
    for (office, count) in written.values().iter().zip(counts) {
        *spellings.entry(office.trim()).or_default() += count;
    }
    let mut names = FxHashMap::<String, (&str, u32)>::default();
    for (&office, &count) in &spellings {
        let name = names.entry(fold(office)).or_insert((office, count));
        // Of two that are as frequent, whichever came first, the first by its bytes.
        if (count, name.0) > (name.1, office) {
            *name = (office, count);
        }
    }
    numbered(written, |office| match names[&fold(office.trim())].0 {
        "" => (Key::Empty, None),
        name => (Key::Name(name), None),
    })
}
