// SPDX-License-Identifier: AGPL-3.0-or-later
//! Names and cells of people: each name once, each cell once, and of a cell only what stands between its names.
//!
//! Never here: how a cell is parted into names. That was done when the plan was read, and other versions may do it
//! otherwise; what is sent is what came of it.

use std::sync::Arc;

use super::reader::Reader;
use super::writer::{TableOut, Writer};
use super::{Column, WireError};
use crate::plan::People;

/// Names on their way out.
#[derive(Default)]
pub struct NamesOut<'p>(TableOut<&'p str>);

impl<'p> NamesOut<'p> {
    /// Writes names.
    pub fn write(&mut self, writer: &mut Writer<'p>, names: &'p [Arc<str>]) {
        writer.count(names.len());
        for name in names {
            let number = self.0.number(name);
            writer.number(number);
            if number == 0 {
                writer.text(Column::Name, name);
            }
        }
    }
}

/// Names on their way in, each held once.
#[derive(Default)]
pub struct NamesIn(Vec<Arc<str>>);

impl NamesIn {
    /// Reads names.
    pub fn read(&mut self, reader: &mut Reader<'_>) -> Result<Vec<Arc<str>>, WireError> {
        let count = reader.count(size_of::<Arc<str>>())?;
        let mut names = Vec::new();
        for _ in 0..count {
            let number = reader.number()?;
            let place = reader.place(number, self.0.len())?;
            if place == self.0.len() {
                self.0.push(reader.text(Column::Name)?.into());
            }
            names.push(self.0[place].clone());
        }
        Ok(names)
    }
}

/// The ways in which a cell is written.
mod form {
    /// Not at all: the file gave a list.
    pub const LIST: u64 = 0;
    /// The names with commas between them.
    pub const COMMAS: u64 = 1;
    /// The names with other things around them.
    pub const GAPS: u64 = 2;
    /// Whatever else.
    pub const WHOLE: u64 = 3;
}

/// Writes a cell and its names.
pub fn write_cell<'p>(writer: &mut Writer<'p>, names: &mut NamesOut<'p>, people: &'p People) {
    let People { cell, names: inside } = people;
    names.write(writer, inside);
    if cell.is_empty() {
        writer.number(form::LIST);
    } else if *cell == inside.join(", ") {
        writer.number(form::COMMAS);
    } else if let Some(gaps) = gaps(cell, inside) {
        writer.number(form::GAPS);
        gaps.into_iter().for_each(|gap| writer.text(Column::Cell, gap));
    } else {
        writer.number(form::WHOLE);
        writer.text(Column::Cell, cell);
    }
}

/// What stands before, between and after names in a cell; `None` where they do not stand there one after the other.
fn gaps<'c>(cell: &'c str, names: &[Arc<str>]) -> Option<Vec<&'c str>> {
    let mut rest = cell;
    let mut gaps = Vec::with_capacity(names.len() + 1);
    for name in names {
        let (gap, after) = rest.split_at(rest.find(&**name)?);
        gaps.push(gap);
        rest = &after[name.len()..];
    }
    gaps.push(rest);
    (!names.is_empty()).then_some(gaps)
}

/// Reads a cell and its names.
pub fn read_cell(reader: &mut Reader<'_>, names: &mut NamesIn) -> Result<People, WireError> {
    let inside = names.read(reader)?;
    let cell = match reader.at_most(form::WHOLE)? {
        form::LIST => String::new(),
        form::COMMAS => {
            pay_for(reader, &inside)?;
            inside.join(", ")
        }
        form::GAPS => {
            pay_for(reader, &inside)?;
            let mut cell = reader.text(Column::Cell)?.to_owned();
            for name in &inside {
                cell.push_str(name);
                cell.push_str(reader.text(Column::Cell)?);
            }
            cell
        }
        _ => reader.text(Column::Cell)?.to_owned(),
    };
    Ok(People { cell, names: inside })
}

/// A name of many letters is sent once and may stand in a cell many times.
fn pay_for(reader: &mut Reader<'_>, names: &[Arc<str>]) -> Result<(), WireError> {
    names.iter().try_for_each(|name| reader.pay(name.len() + 2, 1))
}
