// SPDX-License-Identifier: AGPL-3.0-or-later
//! A wire on its way out: numbers in one row, texts each in its column, and values that repeat as numbers of a table.
//!
//! Never here: what a plan is made of (see `plan`).

use std::hash::Hash;

use rustc_hash::FxHashMap;

use super::bytes::{AGAIN, END, MARK, push_number};
use super::{COLUMNS, Column};

/// A wire that is being written.
#[derive(Default)]
pub struct Writer<'p> {
    numbers: Vec<u8>,
    columns: [TextsOut<'p>; COLUMNS],
}

/// A column of texts: its bytes, and at which place each text of it stood first.
#[derive(Default)]
struct TextsOut<'p> {
    bytes: Vec<u8>,
    known: FxHashMap<&'p str, usize>,
}

impl<'p> Writer<'p> {
    /// Writes a number.
    pub fn number(&mut self, number: impl Into<u64>) {
        push_number(&mut self.numbers, number.into());
    }

    /// Writes how many there are of something.
    pub fn count(&mut self, count: usize) {
        self.number(count as u64);
    }

    /// Writes whether.
    pub fn flag(&mut self, flag: bool) {
        self.number(u64::from(flag));
    }

    /// Writes a number that every thing of a list has: once where they all have the same.
    pub fn column(&mut self, numbers: &[u64]) {
        match numbers {
            [first, rest @ ..] if rest.iter().all(|other| other == first) => {
                self.flag(true);
                self.number(*first);
            }
            _ => {
                self.flag(false);
                numbers.iter().for_each(|&number| self.number(number));
            }
        }
    }

    /// Writes a text into a column; one that was there before by how many others ago.
    pub fn text(&mut self, column: Column, text: &'p str) {
        let TextsOut { bytes, known } = &mut self.columns[column as usize];
        let next = known.len();
        match known.get(text) {
            Some(first) => {
                bytes.push(AGAIN);
                push_number(bytes, (next - 1 - first) as u64);
            }
            None => {
                if !text.is_empty() {
                    known.insert(text, next);
                }
                bytes.extend_from_slice(text.as_bytes());
                bytes.push(END);
            }
        }
    }

    /// Writes a text that may not be there.
    pub fn maybe_text(&mut self, column: Column, text: Option<&'p str>) {
        self.flag(text.is_some());
        if let Some(text) = text {
            self.text(column, text);
        }
    }

    /// Writes a text of everything in a list; of a column of empty texts, only that it is one.
    pub fn texts(&mut self, column: Column, texts: &[&'p str]) {
        let is_said = texts.iter().any(|text| !text.is_empty());
        self.flag(is_said);
        if is_said {
            texts.iter().for_each(|text| self.text(column, text));
        }
    }

    /// All of it.
    pub fn finish(self) -> Vec<u8> {
        let mut out = self.numbers;
        for (column, texts) in (1..).zip(&self.columns) {
            if !texts.bytes.is_empty() {
                out.extend([MARK, column]);
                out.extend_from_slice(&texts.bytes);
            }
        }
        out
    }
}

/// Values that repeat, in the order in which they first came.
pub struct TableOut<T>(FxHashMap<T, u64>);

impl<T> Default for TableOut<T> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<T: Eq + Hash> TableOut<T> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The number of a value, and whether it is new: 0 for a new one, else 1 and how many newer ones there are.
    pub fn number(&mut self, value: T) -> u64 {
        let next = self.0.len() as u64;
        let place = *self.0.entry(value).or_insert(next);
        next - place
    }
}
