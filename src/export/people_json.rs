// SPDX-License-Identifier: AGPL-3.0-or-later
//! The download `people-json`: every cell of people, who is in it, and which office or group.
//!
//! Never here: how anything went. A list of people beside results would be a ranking of people.

use serde::Serialize;

use crate::plan::{People, Plan};
use crate::reading::people::{Kind, Register, read};

/// The cells of people of a plan as a JSON array; those that are empty give no record.
pub fn write(plan: &Plan, register: &Register) -> String {
    let mut records = Vec::new();
    for (n, objective) in (1..).zip(&plan.objectives) {
        for (field, people) in [("responsible", &objective.responsible), ("support", &objective.support)] {
            records.extend(Record::new(n, field, people, register));
        }
    }
    super::pretty(&records)
}

#[derive(Serialize)]
struct Record<'p> {
    n: u32,
    field: &'static str,
    cell: String,
    people: Vec<Person<'p>>,
    groups: Vec<Box<str>>,
}

#[derive(Serialize)]
struct Person<'p> {
    /// As split.
    name: Box<str>,
    /// The identity in force.
    person: &'p str,
    /// The identity if every suggestion were accepted.
    suggested: &'p str,
}

impl<'p> Record<'p> {
    fn new(n: u32, field: &'static str, cell: &People, register: &'p Register) -> Option<Self> {
        let (mut people, mut groups) = (Vec::new(), Vec::new());
        for part in cell.names.iter().flat_map(|name| read(name)) {
            let member = match part.kind {
                Kind::Person => register.find(&part.name),
                Kind::Group => None,
            };
            match member {
                Some(member) => people.push(Person {
                    name: part.name,
                    person: &register.member(register.identity(member)).name,
                    suggested: &register.member(register.suggested_identity(member)).name,
                }),
                None => groups.push(part.name),
            }
        }
        // A cell that names nobody (`-`, `n.d.`) is an empty one.
        let is_empty = people.is_empty() && groups.is_empty();
        (!is_empty).then(|| Self { n, field, cell: cell.as_written(), people, groups })
    }
}
