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
use crate::list::{flags, large_numbers, numbers};
use crate::plan::{Objective, People, Plan, Weight};
use crate::reading::ObjectiveReading;
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

    /// Of a plan with what its texts say, as soon as they are read, and who is in it.
    pub fn new(plan: &Plan, readings: Option<&[ObjectiveReading]>, register: &Register) -> Self {
        let objectives: &[Objective] = &plan.objectives;
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
        let is_office = (0..people.len()).map(is_office).collect();
        let (years, finals) = years.finish();
        planned.renumber(&finals);

        let (offices, office) = offices(objectives);
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
            is_office,
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
            offices,
            office,
            times: match readings {
                Some(readings) => Times::new(readings, plan.header.year),
                None => Times::unknown(rows),
            },
        }
    }
}

/// The offices to which objectives are assigned. Those that differ in nothing but case, accents and the space around them
/// are one, named as most objectives write it.
fn offices(objectives: &[Objective]) -> (Keys, Vec<u32>) {
    let mut spellings: Vec<(&str, u32)> = Vec::new();
    let mut numbers = FxHashMap::<&str, u32>::default();
    let mut office = Vec::with_capacity(objectives.len());
    for objective in objectives {
        let written = objective.office.trim();
        let number = *numbers.entry(written).or_insert_with(|| {
            spellings.push((written, 0));
            spellings.len() as u32 - 1
        });
        spellings[number as usize].1 += 1;
        office.push(number);
    }
    let folded: Vec<String> = spellings.iter().map(|(written, _)| fold(written)).collect();
    let mut names = FxHashMap::<&str, (&str, u32)>::default();
    for (folded, &spelling) in folded.iter().zip(&spellings) {
        let name = names.entry(folded).or_insert(spelling);
        // Of two that are as frequent, whichever came first, the first by its bytes.
        if (spelling.1, name.0) > (name.1, spelling.0) {
            *name = spelling;
        }
    }
    let mut offices = Numbering::default();
    let key = |folded: &String| match names[folded.as_str()].0 {
        "" => Key::Empty,
        name => Key::Name(name),
    };
    let of_spelling: Vec<u32> = folded.iter().map(|folded| offices.number(key(folded), None)).collect();
    let (offices, finals) = offices.finish();
    office.iter_mut().for_each(|number| *number = finals[of_spelling[*number as usize] as usize]);
    (offices, office)
}
