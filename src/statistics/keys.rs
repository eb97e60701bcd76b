// SPDX-License-Identifier: AGPL-3.0-or-later
//! The keys of one dimension (missions, programmes, people, years), numbered in the order in which groups are shown:
//! codes, then names, then the empty key of the objectives that state none.
//!
//! Never here: figures. Numbers are handed out once per plan, so that a step through a million rows compares integers.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize, io};
use rustc_hash::FxHashMap;
use traguardi_kernel::Groups;

use crate::list::numbers;
use crate::plan::{MissionCode, ProgrammeCode, Year};
use crate::sort::places;
use crate::text::fold;

/// Stands for the month of what names only a year: after its months.
pub(super) const YEAR_ALONE: u8 = 13;

/// A key of a group. The order of the variants is the order of the groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Key<'a> {
    Mission(MissionCode),
    Programme(ProgrammeCode),
    Year(u16),
    /// A month from 1, or [`YEAR_ALONE`].
    Month(Year, u8),
    Name(&'a str),
    /// None is stated.
    Empty,
}

impl<'a> Key<'a> {
    /// The key of a text: a name, unless it is a code written in full.
    pub fn of_name(name: &'a str) -> Self {
        match (name.parse(), name.parse()) {
            _ if name.is_empty() => Self::Empty,
            (Ok(mission), _) => Self::Mission(mission),
            (_, Ok(programme)) => Self::Programme(programme),
            _ => Self::Name(name),
        }
    }
}

impl fmt::Display for Key<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mission(code) => code.fmt(f),
            Self::Programme(code) => code.fmt(f),
            Self::Year(year) => year.fmt(f),
            Self::Month(year, YEAR_ALONE) => year.fmt(f),
            Self::Month(year, month) => write!(f, "{year}-{month:02}"),
            Self::Name(name) => f.write_str(name),
            Self::Empty => Ok(()),
        }
    }
}

/// The keys of a dimension, by number.
#[derive(Debug, Clone, Default)]
pub(super) struct Keys {
    keys: Vec<Arc<str>>,
    /// The name written beside each key, the first of several.
    names: Vec<Option<Arc<str>>>,
    numbers: FxHashMap<Arc<str>, u32>,
}

impl Keys {
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether any objective states one.
    pub fn name_any(&self) -> bool {
        self.keys.first().is_some_and(|key| !key.is_empty())
    }

    pub fn key(&self, number: usize) -> &str {
        &self.keys[number]
    }

    pub fn number_of(&self, key: &str) -> Option<u32> {
        self.numbers.get(key).copied()
    }

    pub fn name_of(&self, key: &str) -> Option<Arc<str>> {
        self.names[self.number_of(key)? as usize].clone()
    }

    /// For each key, whether one of these names it; keys that the plan does not have are passed over.
    pub fn marks<'k>(&self, wanted: impl Iterator<Item = &'k str>) -> Vec<bool> {
        let mut marks = vec![false; self.len()];
        for number in wanted.filter_map(|key| self.number_of(key)) {
            marks[number as usize] = true;
        }
        marks
    }
}

/// The keys with their names: their numbers are their places.
impl BorshSerialize for Keys {
    fn serialize<W: io::Write>(&self, writer: &mut W) -> io::Result<()> {
        (&self.keys, &self.names).serialize(writer)
    }
}

impl BorshDeserialize for Keys {
    fn deserialize_reader<R: io::Read>(reader: &mut R) -> io::Result<Self> {
        let (keys, names): (Vec<Arc<str>>, _) = BorshDeserialize::deserialize_reader(reader)?;
        let numbers = keys.iter().cloned().zip(0..).collect();
        Ok(Self { keys, names, numbers })
    }
}

/// Numbers keys as they come; [`Numbering::finish`] puts them in order.
#[derive(Default)]
pub(super) struct Numbering<'a> {
    numbers: FxHashMap<Key<'a>, u32>,
    keys: Vec<(Key<'a>, Option<&'a Arc<str>>)>,
}

impl<'a> Numbering<'a> {
    /// The number of a key, for now, and the name written beside it.
    pub fn number(&mut self, key: Key<'a>, name: Option<&'a Arc<str>>) -> u32 {
        let next = self.keys.len() as u32;
        let number = *self.numbers.entry(key).or_insert(next);
        match self.keys.get_mut(number as usize) {
            None => self.keys.push((key, name)),
            Some((_, first)) => *first = first.or(name),
        }
        number
    }

    /// The keys in order, and the final number for each of those handed out.
    pub fn finish(self) -> (Keys, Vec<u32>) {
        // Names stand where people look them up, whatever their case and accents. Those that differ in nothing else are
        // told apart by their bytes, so that the order is one, whichever came first.
        let folded =
            |&(key, _): &(Key<'_>, _)| if let Key::Name(name) = key { fold(name) } else { String::new() };
        let folded: Vec<String> = self.keys.iter().map(folded).collect();
        let order = places(self.keys.len(), &mut |a, b| match (self.keys[a].0, self.keys[b].0) {
            (Key::Name(_), Key::Name(_)) if folded[a] != folded[b] => folded[a].cmp(&folded[b]),
            (a, b) => a.cmp(&b),
        });
        let mut finals = vec![0; order.len()];
        let mut keys = Keys::default();
        for (number, &first) in order.iter().enumerate() {
            finals[first as usize] = number as u32;
            let (key, name) = self.keys[first as usize];
            let text: Arc<str> = match key {
                Key::Name(name) => name.into(),
                key => Cow::<str>::from(key.to_string()).into(),
            };
            keys.numbers.insert(text.clone(), number as u32);
            keys.keys.push(text);
            keys.names.push(name.cloned());
        }
        (keys, finals)
    }
}

/// For each row a list of numbers.
#[derive(Debug, Clone, BorshSerialize, BorshDeserialize)]
pub(super) struct Lists {
    /// Where the list of each row begins in `numbers`; one more entry than rows.
    #[borsh(serialize_with = "numbers::write", deserialize_with = "numbers::read")]
    starts: Vec<u32>,
    #[borsh(serialize_with = "numbers::write", deserialize_with = "numbers::read")]
    numbers: Vec<u32>,
}

impl Lists {
    pub fn with_capacity(rows: usize) -> Self {
        let mut starts = Vec::with_capacity(rows + 1);
        starts.push(0);
        Self { starts, numbers: Vec::with_capacity(rows) }
    }

    /// Adds the list of the next row, each number once.
    pub fn push(&mut self, numbers: impl Iterator<Item = u32>) {
        let start = self.numbers.len();
        self.numbers.extend(numbers);
        let list = &mut self.numbers[start..];
        // Nearly always in order already, or a few.
        if !list.is_sorted() {
            let order = places(list.len(), &mut |a, b| list[a].cmp(&list[b]));
            let sorted: Vec<u32> = order.into_iter().map(|at| list[at as usize]).collect();
            list.copy_from_slice(&sorted);
        }
        let mut kept = start;
        for at in start..self.numbers.len() {
            if kept == start || self.numbers[kept - 1] != self.numbers[at] {
                self.numbers[kept] = self.numbers[at];
                kept += 1;
            }
        }
        self.numbers.truncate(kept);
        self.starts.push(self.numbers.len() as u32);
    }

    pub fn renumber(&mut self, finals: &[u32]) {
        for number in &mut self.numbers {
            *number = finals[*number as usize];
        }
    }

    /// The lists as groups of rows.
    pub fn groups(&self) -> Groups<'_> {
        Groups::Lists { starts: &self.starts, numbers: &self.numbers }
    }

    pub fn of(&self, row: usize) -> &[u32] {
        &self.numbers[self.starts[row] as usize..self.starts[row + 1] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names in the order in which they are shown, however they came.
    fn in_order(names: &[&str]) -> Vec<String> {
        let mut numbering = Numbering::default();
        for name in names {
            numbering.number(Key::Name(name), None);
        }
        numbering.number(Key::Empty, None);
        let (keys, _) = numbering.finish();
        (0..keys.len()).map(|number| keys.key(number).to_owned()).collect()
    }

    #[test]
    fn names_stand_where_people_look_for_them() {
        let expected =
            ["Àngela Rossi", "Anna Bianchi", "De Luca", "de Luca", "de Luca Piero", "È", "E’", "Zeno", ""];
        let mut names = expected[..8].to_vec();
        for turn in 0..names.len() {
            assert_eq!(in_order(&names), expected, "{turn}");
            names.rotate_left(1);
        }
        names.reverse();
        assert_eq!(in_order(&names), expected);
    }
}
