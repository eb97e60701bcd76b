// SPDX-License-Identifier: AGPL-3.0-or-later
//! A person's name taken apart: given names and surname, whichever stands first.
//!
//! Never here: two names compared (see `likeness`). Where no list knows a given name, the first word is taken for it.

use super::token::{PartOfName, Unit, letters, tokens, units};
use super::words::known;

/// A person's name, folded and taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Name {
    /// Its given names; an initial is one letter.
    pub given: Vec<String>,
    /// Its surname, its words written together.
    pub surname: String,
    /// The letters of its words, sorted: the same whatever the order.
    pub words: Vec<String>,
    /// Its digits: Anna Rossi 1 and Anna Rossi 2 are two.
    pub digits: String,
    /// Whether the surname is surely the first.
    pub surname_first: bool,
}

impl Name {
    pub fn new(text: &str) -> Self {
        let tokens = tokens(text);
        let mut units = units(&tokens, 0, tokens.len());
        // A name is a few words long: what is longer is compared as a whole.
        if units.len() > 6 {
            return Self { surname: letters(text), words: vec![letters(text)], ..Self::default() };
        }
        let mut words: Vec<String> = tokens.iter().map(|token| token.letters.clone()).collect();
        words.retain(|word| !word.is_empty());
        crate::sort::sort_by(&mut words, |a, b| a.cmp(b));
        let (count, surname_first, is_sure) = split_point(&units);
        if surname_first {
            units.reverse();
        }
        let (given, mut surname) = (&units[..count], units[count..].to_vec());
        let mut given = given.to_vec();
        if surname_first {
            surname.reverse();
            given.reverse();
        }
        Self {
            given: given.iter().flat_map(|unit| given_names(unit, unit.letters(&tokens))).collect(),
            surname: surname.iter().map(|unit| unit.letters(&tokens)).collect(),
            words,
            digits: text.chars().filter(char::is_ascii_digit).collect(),
            surname_first: surname_first && is_sure,
        }
    }

    /// The given names, written together.
    pub fn whole_given(&self) -> String {
        self.given.concat()
    }

    /// Whether a given name is only an initial.
    pub fn is_shortened(&self) -> bool {
        self.given.iter().any(|given| given.chars().count() == 1)
    }
}

/// The letters of initials, `G.B.`, one by one; any other given name whole.
fn given_names(unit: &Unit, letters: String) -> Vec<String> {
    match unit.part {
        PartOfName::Initial => letters.chars().map(String::from).collect(),
        _ => vec![letters],
    }
}

/// How many parts are given names, whether the surname stands before them, and whether that is sure.
fn split_point(units: &[Unit]) -> (usize, bool, bool) {
    use PartOfName::{Either, Given, Surname};
    let count = units.len();
    let (Some(first), Some(last)) = (units.first(), units.last()) else { return (0, false, false) };
    if count == 1 {
        return (usize::from(first.part == Given), false, true);
    }
    let conflict =
        || first.known.is_man() && last.known.is_woman() || first.known.is_woman() && last.known.is_man();
    let surname_first = match (first.part, last.part) {
        (Surname, part) => part != Surname,
        (Either, Given) => count == 2 || conflict(),
        _ => false,
    };
    let run = |units: &mut dyn Iterator<Item = &Unit>| {
        units.take(count - 1).take_while(|unit| unit.part != Surname).count().max(1)
    };
    // De Luca Anna Maria: the given names at the end.
    let mut givens = if surname_first { run(&mut units.iter().rev()) } else { run(&mut units.iter()) };
    // Elena Franco Rossi is Elena, but Maria Rosa Rossi is Maria Rosa: names of two sexes are no two given names.
    if !surname_first && givens == 2 && units[1].part == Either && count > 2 {
        let (a, b) = (units[0].known, units[1].known);
        if a.is_man() && b.is_woman() || a.is_woman() && b.is_man() {
            givens = 1;
        }
    }
    let is_sure = units.iter().any(|unit| unit.part != Surname);
    (givens, surname_first, is_sure)
}

/// Whether two letters or groups of them sound alike: what remains of a given name when doubled letters, h, k and y
/// are written the plain way.
pub(super) fn plain(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for c in word.chars() {
        let c = match c {
            'h' => continue,
            'k' => 'c',
            'y' | 'j' => 'i',
            'w' => 'v',
            c => c,
        };
        if !plain.ends_with(c) {
            plain.push(c);
        }
    }
    plain
}

/// Whether lists know a given name.
pub(super) fn is_known_given(word: &str) -> bool {
    known(word).is_given()
}
