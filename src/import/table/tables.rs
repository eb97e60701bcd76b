// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which rows belong to which heading row, and so how each row is read.
//!
//! A row belongs to the heading row above it, if it has as many cells; else to an earlier one that has; else to the
//! first one that comes after. Never here: a cell's value, beyond what it takes to tell a foreign row.

use crate::import::Field;
use crate::import::value;

use super::block::{Block, BlockKind, Blocks, Row};
use super::columns::{self, Mapping};
use super::heading::is_programme_code;
use super::headings::Headings;

/// How the tables of a text are read.
#[derive(Debug)]
pub(super) struct Tables {
    /// For each heading row, what its columns are.
    pub mappings: Vec<Mapping>,
    /// For each block that is a row: by which heading row it is read.
    pub by: Vec<Option<ReadBy>>,
    /// Stands for the heading row of a text that has none; its place is that of the first row.
    pub guessed: Option<(Headings, Mapping)>,
    /// The rows there are, and the cells that most of them have: for a text whose columns cannot be told.
    pub rows: usize,
    pub columns: usize,
}

/// By which heading row a row is read, as an index, and where that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ReadBy {
    /// The one above.
    Above(usize),
    /// An earlier one, which has as many columns as the row has cells.
    Earlier(usize),
    /// One that comes after.
    After(usize),
    /// None: the text has none.
    Guessed,
}

impl ReadBy {
    pub fn index(self) -> usize {
        match self {
            Self::Above(index) | Self::Earlier(index) | Self::After(index) => index,
            Self::Guessed => 0,
        }
    }
}

/// Assigns the rows, and decides what the columns are.
pub(super) fn read(blocks: &Blocks<'_>) -> Tables {
    let headings = &blocks.headings;
    let exact = assign(&blocks.list, |above, row| exact(headings, above, row.cells.len()));
    let (rows, columns) = extent(&blocks.list);
    if headings.is_empty() {
        return Tables { rows, columns, ..guess(&blocks.list, columns) };
    }
    let mut mappings: Vec<Mapping> = Vec::with_capacity(headings.len());
    // Tables of the same form are decided together, under the index of the first of them.
    let mut forms: Vec<usize> = Vec::with_capacity(headings.len());
    for index in 0..headings.len() {
        let same = (0..index).rev().take(NEAR).find(|&other| same_form(&headings[other], &headings[index]));
        forms.push(same.map_or(index, |other| forms[other]));
    }
    let mut rows_of: Vec<Vec<&Row<'_>>> = vec![Vec::new(); headings.len()];
    for (block, by) in blocks.list.iter().zip(&exact) {
        if let (BlockKind::Row(row), Some(by)) = (&block.kind, by) {
            rows_of[forms[by.index()]].push(row);
        }
    }
    for index in 0..headings.len() {
        let form = forms[index];
        let settled = mappings.get(form).cloned();
        mappings.push(settled.unwrap_or_else(|| columns::settle(&headings[index], &rows_of[index])));
    }
    // Now that the columns are known, rows with cells too few or too many can be told from foreign ones.
    let by = assign(&blocks.list, |above, row| exact_or_close(headings, &mappings, above, row));
    Tables { mappings, by, guessed: None, rows, columns }
}

fn assign(
    list: &[Block<'_>],
    choose: impl Fn(Option<usize>, &Row<'_>) -> Option<ReadBy>,
) -> Vec<Option<ReadBy>> {
    let mut above = None;
    let by = list.iter().map(|block| match &block.kind {
        BlockKind::Headings(index) => {
            above = Some(*index);
            None
        }
        BlockKind::Row(row) => choose(above, row),
        _ => None,
    });
    by.collect()
}

fn exact(headings: &[Headings], above: Option<usize>, cells: usize) -> Option<ReadBy> {
    let fits = |index: &usize| headings[*index].written.len() == cells;
    let next = above.map_or(0, |above| above + 1);
    above
        .filter(fits)
        .map(ReadBy::Above)
        // Of a document's heading rows few differ in width: looking at the nearest of them is enough.
        .or_else(|| (0..next).rev().take(NEAR).find(fits).map(ReadBy::Earlier))
        .or_else(|| (next..headings.len()).take(NEAR).find(fits).map(ReadBy::After))
}

/// So many heading rows before and after a row are asked whether it fits them.
const NEAR: usize = 64;

fn exact_or_close(
    headings: &[Headings],
    mappings: &[Mapping],
    above: Option<usize>,
    row: &Row<'_>,
) -> Option<ReadBy> {
    exact(headings, above, row.cells.len()).or_else(|| {
        let close = |index: &usize| is_close(&mappings[*index], row);
        let first = above.is_none().then_some(0).filter(|_| !headings.is_empty());
        above.filter(close).map(ReadBy::Above).or_else(|| first.filter(close).map(ReadBy::After))
    })
}

/// Whether a row with too few or too many cells is one of this table all the same.
fn is_close(mapping: &Mapping, row: &Row<'_>) -> bool {
    let (cells, columns) = (row.cells.len(), mapping.columns.len());
    // Empty cells at the end are none.
    let filled = row.cells.iter().rposition(|cell| cell.is_filled()).map_or(0, |last| last + 1);
    let near =
        cells.abs_diff(columns) <= 2 && cells * 3 >= columns * 2 || (filled <= columns && cells > columns);
    match mapping.position(Field::Code).and_then(|code| row.cells.get(code)) {
        Some(code) if is_programme_code(&code.text) => cells * 2 > columns,
        _ => near,
    }
}

fn same_form(one: &Headings, other: &Headings) -> bool {
    one.read == other.read
        && one
            .written
            .iter()
            .zip(&other.written)
            .zip(&one.read)
            .all(|((a, b), read)| read.is_some() || a == b)
}

/// The rows of the text, and how many cells most of them have.
fn extent(list: &[Block<'_>]) -> (usize, usize) {
    let mut by_width = std::collections::BTreeMap::<usize, usize>::new();
    for block in list {
        if let BlockKind::Row(row) = &block.kind {
            *by_width.entry(row.cells.len()).or_default() += 1;
        }
    }
    let rows = by_width.values().sum();
    (rows, by_width.into_iter().max_by_key(|&(width, count)| (count, width)).map_or(0, |(width, _)| width))
}

/// Reads a text without heading rows by what is in its columns, if that is clear.
fn guess(list: &[Block<'_>], columns: usize) -> Tables {
    let rows: Vec<(&Block<'_>, &Row<'_>)> = list
        .iter()
        .filter_map(|block| match &block.kind {
            BlockKind::Row(row) if row.cells.len() == columns => Some((block, row)),
            _ => None,
        })
        .collect();
    let cells: Vec<&Row<'_>> = rows.iter().map(|(_, row)| *row).collect();
    let guessed = columns::without_headings(&cells, columns).and_then(|mapping| {
        let place = rows.first()?.0.place;
        let headings = Headings {
            place,
            places: vec![place; columns],
            written: vec![String::new(); columns],
            read: vec![None; columns],
        };
        Some((headings, mapping))
    });
    let by = list
        .iter()
        .map(|block| match (&block.kind, &guessed) {
            (BlockKind::Row(row), Some((_, mapping)))
                if row.cells.len() == columns || is_close(mapping, row) =>
            {
                Some(ReadBy::Guessed)
            }
            _ => None,
        })
        .collect();
    Tables { mappings: Vec::new(), by, guessed, rows: 0, columns: 0 }
}

/// Whether rows of this table can be objectives: it says what is to be achieved, or at least under which code.
pub(super) fn has_objectives(mapping: &Mapping) -> bool {
    mapping.has(Field::Objective) || mapping.has(Field::Code)
}

/// The only year that the year columns of all tables have, or else that their other headings name.
pub(super) fn only_year(
    headings: &[Headings],
    mappings: &[Mapping],
) -> Option<(crate::plan::Year, crate::import::YearSource)> {
    use crate::import::YearSource;
    let columns = mappings.iter().flat_map(|mapping| &mapping.columns).filter_map(|column| match column {
        columns::Column::Year(year) => Some(*year),
        _ => None,
    });
    let named = || {
        headings
            .iter()
            .flat_map(|headings| &headings.written)
            .flat_map(|text| super::vocabulary::years_in(text))
    };
    let mut of_columns = columns.peekable();
    if of_columns.peek().is_some() {
        return only(of_columns).map(|year| (year, YearSource::Column));
    }
    only(named()).map(|year| (year, YearSource::Heading))
}

/// The year of a file's name, if it has just one: `relazione-2021.txt`, `peg_2023_v2.csv`.
pub(super) fn year_of_name(file_name: &str) -> Option<crate::plan::Year> {
    let runs = file_name.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4);
    only(
        runs.filter_map(|run| value::year(run).value()).filter(|year| (1990..=2099).contains(&year.number())),
    )
}

fn only<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}
