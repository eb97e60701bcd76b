// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who and which offices the cells of people name, and which names are likely one person's.
//!
//! `split` reads one name, `name` takes a person's apart, `likeness` compares two, `register` holds all of a plan. Never
//! here: two names taken for one person without the user's word. What is likely is suggested, with the reason.

mod likeness;
mod name;
mod register;
mod split;
mod token;
#[rustfmt::skip]
mod words;

pub use likeness::Reason;
pub use register::{Member, Register, Suggestion};
pub use split::{is_surname_comma_given, read};
pub use token::letter as name_letter;

use borsh::{BorshDeserialize, BorshSerialize};

/// What a part of a cell of people is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Kind {
    /// A person.
    Person,
    /// An office, a group, or a role.
    Group,
}

/// A person or a group that a cell names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub kind: Kind,
    /// Its name as written, without titles and brackets.
    pub name: Box<str>,
    /// What was cut off: titles, what stood in brackets, remarks.
    pub cut: Vec<Box<str>>,
}

impl Part {
    fn person(name: &str) -> Self {
        Self { kind: Kind::Person, name: name.into(), cut: Vec::new() }
    }

    fn group(name: &str) -> Self {
        Self { kind: Kind::Group, name: name.into(), cut: Vec::new() }
    }
}

/// Whether a person's name is written surname first, as far as the lists of names can tell.
///
/// ```
/// use traguardi::reading::people::is_surname_first;
/// assert!(is_surname_first("Ranza Kathia") && is_surname_first("ROSSI Mario"));
/// assert!(!is_surname_first("Kathia Ranza"));
/// ```
pub fn is_surname_first(name: &str) -> bool {
    name::Name::new(name).surname_first
}

/// The given names in a person's name, folded, as far as they can be told.
pub fn given_names(name: &str) -> Vec<String> {
    name::Name::new(name).given
}

/// Whether a word, folded, is in the list of given names.
///
/// ```
/// use traguardi::reading::people::is_given_name;
/// assert!(is_given_name("elena") && !is_given_name("novarese"));
/// ```
pub fn is_given_name(word: &str) -> bool {
    words::listed(word).is_given()
}

/// Whether surnames begin with this word, folded, and go on with another: `de`, `della`.
pub fn is_particle(word: &str) -> bool {
    words::listed(word).is_particle()
}

/// Whether a word, folded, is a title before a name: `dott`, `geom`.
pub fn is_title(word: &str) -> bool {
    words::listed(word).is_title()
}

/// Whether a word, folded, is of the names of offices, groups and roles.
pub fn is_office(word: &str) -> bool {
    words::known(word).is_office()
}
