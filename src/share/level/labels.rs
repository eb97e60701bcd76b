// SPDX-License-Identifier: AGPL-3.0-or-later
//! What stands in the place of people: a role and a letter, in the order in which a plan names them.
//!
//! Never here: where a name is found (see `names`).

use std::sync::Arc;

use crate::reading::people::{Kind, Register};

/// What somebody is in a plan.
#[derive(Debug, Clone, Copy)]
pub(super) enum Role {
    /// Who answers for an objective.
    Responsible,
    /// Who works on one.
    Support,
    /// Who is named elsewhere only.
    Other,
}

impl Role {
    pub const ALL: [Self; 3] = [Self::Responsible, Self::Support, Self::Other];

    /// That of a member.
    pub fn of(register: &Register, member: u32) -> Self {
        if register.answers(member) { Self::Responsible } else { Self::Support }
    }

    /// What it is called in a label.
    pub fn name(self) -> &'static str {
        match self {
            Self::Responsible => "Responsabile",
            Self::Support => "Collaboratore",
            Self::Other => "Persona",
        }
    }
}

/// The letters that were given so far.
#[derive(Default)]
pub(super) struct Letters([usize; 3]);

impl Letters {
    /// The next label of a role.
    pub fn next(&mut self, role: Role) -> Arc<str> {
        let count = &mut self.0[role as usize];
        *count += 1;
        format!("{} {}", role.name(), letter(*count - 1)).into()
    }
}

/// What stands for each member, and nothing for offices and groups.
pub(super) fn labels(register: &Register, letters: &mut Letters) -> Vec<Option<Arc<str>>> {
    let mut labels: Vec<Option<Arc<str>>> = vec![None; register.members().len()];
    for (at, member) in (0..).zip(register.members()) {
        if member.kind != Kind::Person {
            continue;
        }
        let identity = register.identity(at) as usize;
        if labels[identity].is_none() {
            labels[identity] = Some(letters.next(Role::of(register, at)));
        }
        labels[at as usize] = labels[identity].clone();
    }
    labels
}

/// Whether a name stands in the place of a person.
pub fn is_label(name: &str) -> bool {
    name.rsplit_once(' ').is_some_and(|(role, letters)| {
        let is_known = Role::ALL.iter().any(|known| known.name() == role);
        is_known && !letters.is_empty() && letters.bytes().all(|byte| byte.is_ascii_uppercase())
    })
}

/// A, B, … Z, AA, AB, …
fn letter(mut number: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (number % 26) as u8));
        match (number / 26).checked_sub(1) {
            Some(rest) => number = rest,
            None => return letters.into_iter().rev().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_for_people_is_told_from_offices() {
        let mut letters = Letters::default();
        for role in Role::ALL {
            assert!((0..40).all(|_| is_label(&letters.next(role))));
        }
        for office in
            ["Responsabile", "Responsabile ", "Responsabile del servizio", "Ufficio A", "Persona a", ""]
        {
            assert!(!is_label(office), "{office}");
        }
    }

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letter), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
