// SPDX-License-Identifier: AGPL-3.0-or-later
//! The download `people-json`: every cell of people, who is in it, and which office or group.
//!
//! Never here: how anything went. A list of people beside results would be a ranking of people.

use serde::Serialize;

use crate::plan::{People, Plan};
use crate::reading::people::{Kind, Register};

/// The cells of people of a plan as a JSON array; those that are empty give no record. `written` is the plan as its
/// document has it, `plan` the same with its corrections in force.
pub fn write(written: &Plan, plan: &Plan, register: &Register) -> String {
    super::pretty(&records(written, plan, register))
}

/// The records of [`write`].
pub(super) fn records<'p>(written: &Plan, plan: &Plan, register: &'p Register) -> Vec<Record<'p>> {
    let mut records = Vec::new();
    let both = written.objectives.iter().zip(plan.objectives.iter());
    for (n, (written, objective)) in (1..).zip(both) {
        let fields = [
            ("responsible", &written.responsible, &objective.responsible),
            ("support", &written.support, &objective.support),
        ];
        for (field, cell, people) in fields {
            records.extend(Record::new(n, field, cell, people, register));
        }
    }
    records
}

#[derive(Serialize)]
pub(super) struct Record<'p> {
    pub n: u32,
    pub field: &'static str,
    pub cell: String,
    pub people: Vec<Person<'p>>,
    pub groups: Vec<&'p str>,
}

#[derive(Serialize)]
pub(super) struct Person<'p> {
    /// As split.
    pub name: &'p str,
    /// The identity in force.
    pub person: &'p str,
    /// The identity if every suggestion were accepted.
    pub suggested: &'p str,
}

impl<'p> Record<'p> {
    fn new(
        n: u32,
        field: &'static str,
        cell: &People,
        in_force: &People,
        register: &'p Register,
    ) -> Option<Self> {
        let (mut people, mut groups) = (Vec::new(), Vec::new());
        for &at in in_force.names.iter().flat_map(|name| register.of_name(name)) {
            let member = register.member(at);
            match member.kind {
                Kind::Person => people.push(Person {
                    name: &member.name,
                    person: &register.member(register.identity(at)).name,
                    suggested: &register.member(register.suggested_identity(at)).name,
                }),
                Kind::Group => groups.push(&*member.name),
            }
        }
        // A cell that names nobody (`-`, `n.d.`) is an empty one.
        let is_empty = people.is_empty() && groups.is_empty();
        (!is_empty).then(|| Self { n, field, cell: cell.as_written(), people, groups })
    }
}
