// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which column is what: the headings propose, the values decide.
//!
//! Tables with the same headings are decided together, so that one with two rows is read like the others. Where two
//! columns may be one field, the surer heading has it, and the other what else it may be, or nothing: then its values
//! are kept. Never here: reading the values (see `objective`).

use crate::import::Field;
use crate::import::value::{self, Read};
use crate::plan::Year;
use crate::sort::sort_by;

use super::block::Row;
use super::entries::{Candidate, Needs};
use super::heading::{is_number, is_programme_code};
use super::headings::Headings;
use super::vocabulary::Heading;

/// What a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// A field of the objective, which has one value.
    Field(Field),
    /// The text, expected or actual value of its indicator of this number.
    Indicator(Field, usize),
    /// A year in which it may be planned.
    Year(Year),
    /// A month; kept.
    Month,
    /// Unknown; kept.
    Kept,
}

/// How one table is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mapping {
    pub columns: Vec<Column>,
    /// The columns whose values, not their headings, said what they are.
    pub by_values: Vec<usize>,
}

impl Mapping {
    /// The position of a field's column.
    pub fn position(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| *column == Column::Field(field))
    }

    pub fn has(&self, field: Field) -> bool {
        self.position(field).is_some()
    }

    /// Whether it has columns of years.
    pub fn has_years(&self) -> bool {
        self.columns.iter().any(|column| matches!(column, Column::Year(_)))
    }
}

/// Decides what the columns are below these headings, from the rows that stand below them.
pub(super) fn settle(headings: &Headings, rows: &[&Row<'_>]) -> Mapping {
    let shape = |(column, heading): (usize, &Option<Heading>)| match heading {
        Some(Heading::Field(claims)) => {
            Shape::of(rows, column, |needs| claims.iter().any(|c| c.needs == needs))
        }
        Some(Heading::Year(_)) => Shape::of(rows, column, |needs| needs == Needs::YesOrNo),
        Some(Heading::Month) => Shape::default(),
        None => Shape::of(rows, column, |needs| needs == Needs::Codes),
    };
    let shapes: Vec<Shape> = headings.read.iter().enumerate().map(shape).collect();
    let mut columns = vec![Column::Kept; shapes.len()];
    let mut by_values = Vec::new();
    let mut open: Vec<(usize, &[Candidate])> = Vec::new();
    for (column, heading) in headings.read.iter().enumerate() {
        match heading {
            Some(Heading::Year(year)) if shapes[column].mostly(shapes[column].yes_or_no) => {
                columns[column] = Column::Year(*year);
            }
            Some(Heading::Month) => columns[column] = Column::Month,
            Some(Heading::Field(candidates)) => open.push((column, candidates)),
            Some(Heading::Year(_)) | None => {}
        }
    }
    let expects = open.iter().any(|(_, candidates)| candidates.iter().any(|c| c.field == Field::Expected));
    let mut many = Vec::new();
    // In each round the surest claim of all is granted; claims to a field that is taken, or that the values deny, fall.
    while let Some((index, claim)) = surest(&mut open, &columns, &shapes, expects) {
        let (column, candidates) = open.swap_remove(index);
        match claim.field {
            field @ (Field::Indicator | Field::Expected | Field::Actual | Field::IndicatorWeight) => {
                many.push((column, field));
            }
            field => columns[column] = Column::Field(field),
        }
        // The first of a list of claims that differ is one that the values had to confirm.
        let confirmed =
            claim.needs != Needs::Anything && candidates.iter().any(|other| other.strength > claim.strength);
        if confirmed {
            by_values.push(column);
        }
    }
    number_indicators(many, &mut columns);
    guess_code(&shapes, &mut columns, &mut by_values);
    sort_by(&mut by_values, usize::cmp);
    Mapping { columns, by_values }
}

fn surest(
    open: &mut Vec<(usize, &'static [Candidate])>,
    columns: &[Column],
    shapes: &[Shape],
    expects: bool,
) -> Option<(usize, Candidate)> {
    for (column, candidates) in open.iter_mut() {
        while let Some((claim, others)) = candidates.split_first() {
            let is_taken = columns.contains(&Column::Field(claim.field));
            // A percentage beside an expected value is the actual one, not the degree.
            let is_actual = expects && claim.needs == Needs::Percentages;
            if !is_taken && !is_actual && shapes[*column].meets(claim.needs) {
                break;
            }
            *candidates = others;
        }
    }
    open.retain(|(_, candidates)| !candidates.is_empty());
    let claims = open.iter().enumerate().map(|(index, (column, candidates))| (index, *column, candidates[0]));
    // Of equal claims the first column's.
    let best = claims.max_by_key(|(_, column, claim)| (claim.strength, std::cmp::Reverse(*column)))?;
    Some((best.0, best.2))
}

/// Each expected value, actual value and weight belongs to the indicator before it, if that has none yet.
fn number_indicators(mut many: Vec<(usize, Field)>, columns: &mut [Column]) {
    sort_by(&mut many, |a, b| a.0.cmp(&b.0));
    let texts = many.iter().filter(|(_, field)| *field == Field::Indicator).count().max(1);
    let mut taken = std::collections::BTreeSet::new();
    let mut before = 0_usize;
    for (column, field) in many {
        let number = if field == Field::Indicator {
            before += 1;
            before - 1
        } else {
            let preceding = before.saturating_sub(1);
            let free = |number: &usize| !taken.contains(&(field, *number));
            match Some(preceding).filter(free).or_else(|| (0..texts).find(free)) {
                Some(number) => number,
                None => continue,
            }
        };
        taken.insert((field, number));
        columns[column] = Column::Indicator(field, number);
    }
}

/// Where no heading says which column is the code, a column of codes does.
fn guess_code(shapes: &[Shape], columns: &mut [Column], by_values: &mut Vec<usize>) {
    if columns.contains(&Column::Field(Field::Code)) {
        return;
    }
    let unknown = columns.iter().zip(shapes).position(|(column, shape)| {
        *column == Column::Kept && shape.filled > 0 && shape.codes == shape.filled
    });
    if let Some(column) = unknown {
        columns[column] = Column::Field(Field::Code);
        by_values.push(column);
    }
}

/// What the columns of a table without headings are, where their values leave no doubt: one column of codes, and
/// texts; the last text before a column of percentages is the outcome.
pub(super) fn without_headings(rows: &[&Row<'_>], columns: usize) -> Option<Mapping> {
    let shapes: Vec<Shape> = (0..columns).map(|column| Shape::of(rows, column, |_| true)).collect();
    let is_clear = |count: usize, shape: &Shape| shape.filled > 0 && count * 5 >= shape.filled * 4;
    let mut mapping = vec![Column::Kept; columns];
    let code =
        shapes.iter().position(|shape| is_clear(shape.codes, shape) && shape.filled * 2 > rows.len())?;
    mapping[code] = Column::Field(Field::Code);
    let degree = shapes.iter().rposition(|shape| is_clear(shape.percentages, shape));
    if let Some(degree) = degree {
        mapping[degree] = Column::Field(Field::Degree);
    }
    let texts: Vec<usize> = (0..columns)
        .filter(|&column| {
            shapes[column].letters > shapes[column].filled * 15 && mapping[column] == Column::Kept
        })
        .collect();
    mapping[*texts.first()?] = Column::Field(Field::Objective);
    let last = texts.iter().rev().find(|&&column| degree.is_none_or(|degree| column < degree));
    if let Some(&last) = last.filter(|last| Some(*last) != texts.first()) {
        mapping[last] = Column::Field(Field::Outcome);
    }
    let by_values = (0..columns).filter(|&column| mapping[column] != Column::Kept).collect();
    Some(Mapping { columns: mapping, by_values })
}

/// What the values of a column are like.
#[derive(Debug, Default)]
struct Shape {
    filled: usize,
    numbers: usize,
    percentages: usize,
    codes: usize,
    yes_or_no: usize,
    workflow: usize,
    letters: usize,
    sum: f64,
}

/// What a management software says of a record, not of an objective.
const WORKFLOW: [&str; 9] = [
    "dacompletare",
    "proposto",
    "approvato",
    "concluso",
    "validato",
    "inserito",
    "inlavorazione",
    "inviato",
    "chiuso",
];

impl Shape {
    /// Looks at the values of a column, for what is wanted of them.
    fn of(rows: &[&Row<'_>], column: usize, wants: impl Fn(Needs) -> bool) -> Self {
        let mut shape = Self::default();
        let [codes, yes_or_no, workflow] = [Needs::Codes, Needs::YesOrNo, Needs::NoWorkflow].map(&wants);
        let numbers = [Needs::Numbers, Needs::Percentages, Needs::MostlyNumbers, Needs::SumOfHundred]
            .into_iter()
            .any(wants);
        if !(codes || yes_or_no || workflow || numbers) {
            return shape;
        }
        for cell in rows.iter().filter_map(|row| row.cells.get(column)) {
            let text = cell.text.as_ref();
            shape.letters += text.len();
            if text.len() > 40 {
                // Longer than any value but a text.
                shape.filled += 1;
                continue;
            }
            if value::states_nothing(text) {
                continue;
            }
            shape.filled += 1;
            shape.codes += usize::from(codes && is_programme_code(text));
            shape.yes_or_no += usize::from(yes_or_no && value::strategic(text) != Read::Unread);
            shape.workflow +=
                usize::from(workflow && WORKFLOW.contains(&crate::text::skeleton(text).as_str()));
            if numbers && is_number(text) {
                shape.numbers += 1;
                shape.percentages += usize::from(text.ends_with('%'));
                shape.sum += value::weight(text).value().map_or(0.0, |weight| weight.value());
            }
        }
        shape
    }

    fn mostly(&self, count: usize) -> bool {
        count * 2 >= self.filled
    }

    fn meets(&self, needs: Needs) -> bool {
        let all = |count: usize| self.filled > 0 && count == self.filled;
        match needs {
            Needs::Anything => true,
            Needs::Numbers => all(self.numbers),
            Needs::Percentages => all(self.percentages),
            Needs::MostlyNumbers => self.mostly(self.numbers),
            Needs::Codes => self.filled > 0 && self.mostly(self.codes),
            Needs::YesOrNo => all(self.yes_or_no),
            Needs::NoWorkflow => !all(self.workflow),
            // Rounded to one decimal each, weights may miss 100 by a little.
            Needs::SumOfHundred => self.numbers > 0 && (self.sum - 100.0).abs() <= 0.5,
        }
    }
}
