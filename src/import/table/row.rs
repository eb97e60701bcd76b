// SPDX-License-Identifier: AGPL-3.0-or-later
//! From the cells of one row to an objective, cell by cell.
//!
//! Every cell with something in it ends up in a field, among the kept values, or in a diagnostic that shows it. Never
//! here: what stands around the row (see `assemble`).

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::import::value::{self, Read, WrittenCode};
use crate::import::{DiagnosticKind, Field};
use crate::plan::{Indicator, Kept, KeptValue, Mission, Objective, People, Place, Programme, Year};
use crate::sort::sort_by;

use super::block::Headings;
use super::columns::{Column, Mapping};
use super::layout::Cell;

/// What came of a row.
#[derive(Debug, Default)]
pub(super) struct RowRead {
    pub objective: Objective,
    /// What its code cell says, if it is that of a mission or programme.
    pub code: Option<WrittenCode>,
    /// What to know of its cells.
    pub said: Vec<(DiagnosticKind, Place)>,
    /// The columns some value of which was kept because the column is unknown.
    pub kept_columns: Vec<usize>,
    /// The cells with something in them.
    pub cells: usize,
    /// Of those, how many were read as their field.
    pub cells_read: usize,
}

/// The names of people, each stored once however often it is written.
#[derive(Debug, Default)]
pub(super) struct Names(FxHashMap<String, Arc<str>>);

impl Names {
    pub fn shared(&mut self, name: &str) -> Arc<str> {
        if let Some(known) = self.0.get(name) {
            return known.clone();
        }
        let shared: Arc<str> = name.into();
        self.0.insert(name.to_owned(), shared.clone());
        shared
    }
}

/// The name of a column: its heading, or its number from 1 where it has none.
pub(super) fn column_name(headings: &Headings, column: usize) -> String {
    match headings.written.get(column) {
        Some(written) if !written.is_empty() => written.clone(),
        _ => (column + 1).to_string(),
    }
}

/// Reads the cells of a row.
pub(super) fn read(cells: &[Cell<'_>], headings: &Headings, mapping: &Mapping, names: &mut Names) -> RowRead {
    let mut row = RowRead::default();
    row.objective.planned = mapping.has_years().then(Vec::new);
    for (index, cell) in cells.iter().enumerate().filter(|(_, cell)| cell.is_filled()) {
        row.cells += 1;
        let column = mapping.columns.get(index).copied();
        let text = cell.text.as_ref();
        let field = match column {
            Some(Column::Field(field) | Column::Indicator(field, _)) => field,
            Some(Column::Year(_)) => Field::Planned,
            Some(Column::Kept | Column::Month) | None => {
                row.keep(column_name(headings, index), text);
                if column.is_some() {
                    row.kept_columns.push(index);
                }
                continue;
            }
        };
        if value::states_nothing(text) {
            row.keep(column_name(headings, index), text);
            row.said
                .push((DiagnosticKind::ValueStatesNothing { field, written: text.to_owned() }, cell.place));
            row.cells_read += 1;
        } else if row.take(column, text, names) {
            row.cells_read += 1;
        } else {
            row.keep(column_name(headings, index), text);
            row.said.push((DiagnosticKind::ValueNotRead { field, written: text.to_owned() }, cell.place));
        }
    }
    row.finish();
    row
}

impl RowRead {
    fn keep(&mut self, name: String, text: &str) {
        self.objective.kept.push(Kept { name, value: KeptValue::Text(text.to_owned()) });
    }

    /// Puts a value into its field; `false` if it is not one of that field.
    fn take(&mut self, column: Option<Column>, text: &str, names: &mut Names) -> bool {
        let objective = &mut self.objective;
        match column {
            Some(Column::Year(year)) => match value::boolean(text) {
                Read::Value(ticked) => {
                    if ticked && let Some(planned) = &mut objective.planned {
                        planned.push(year);
                    }
                    true
                }
                _ => false,
            },
            Some(Column::Indicator(field, number)) => {
                if objective.indicators.len() <= number {
                    objective.indicators.resize_with(number + 1, Indicator::default);
                }
                let indicator = &mut objective.indicators[number];
                *match field {
                    Field::Expected => &mut indicator.expected,
                    Field::Actual => &mut indicator.actual,
                    _ => &mut indicator.text,
                } = text.to_owned();
                true
            }
            Some(Column::Field(field)) => take_field(objective, &mut self.code, field, text, names),
            Some(Column::Month | Column::Kept) | None => false,
        }
    }

    /// Takes away the indicators that the row leaves empty.
    fn finish(&mut self) {
        self.objective.indicators.retain(|indicator| *indicator != Indicator::default());
        if let Some(planned) = &mut self.objective.planned {
            sort_by(planned, Year::cmp);
            planned.dedup();
        }
    }
}

fn take_field(
    objective: &mut Objective,
    code: &mut Option<WrittenCode>,
    field: Field,
    text: &str,
    names: &mut Names,
) -> bool {
    match field {
        Field::Code => {
            // Any code may stand here; one of a mission or programme says more.
            objective.code_as_written = text.to_owned();
            *code = value::code(text).value();
        }
        Field::Mission => {
            let (code, name) = value::mission_label(text);
            objective.mission = Some(Mission { code, name: name.map(|name| names.shared(name)) });
        }
        Field::Programme => {
            // Its number may need the mission, which another cell states: `assemble` reads it again then.
            let (code, name) = value::programme_label(text, None);
            objective.programme = Some(Programme { code, name: name.map(|name| names.shared(name)) });
        }
        Field::Strategic => match value::strategic(text) {
            Read::Value(strategic) => objective.strategic = Some(strategic),
            _ => return false,
        },
        Field::Degree => match value::percent(text) {
            Read::Value(percent) => objective.degree = Some(percent),
            _ => return false,
        },
        Field::StaffPercent => match value::percent(text) {
            Read::Value(percent) => objective.staff_percent = Some(percent),
            _ => return false,
        },
        Field::Weight => match value::weight(text) {
            Read::Value(weight) => objective.weight = Some(weight),
            _ => return false,
        },
        Field::Responsible => objective.responsible = people(text, names),
        Field::Support => objective.support = people(text, names),
        Field::Objective => objective.objective = text.to_owned(),
        Field::Purpose => objective.purpose = text.to_owned(),
        Field::Office => objective.office = text.to_owned(),
        Field::Outcome => objective.outcome = text.to_owned(),
        Field::Deadline => objective.deadline = text.to_owned(),
        _ => return false,
    }
    true
}

fn people(text: &str, names: &mut Names) -> People {
    let list = value::people(text).into_iter().map(|name| names.shared(name)).collect();
    People { cell: text.to_owned(), names: list }
}

/// Adds what a row without code and objective says to the objective above, of which it is a part: more indicators,
/// and the rest of texts. What the objective has already in another form is kept under the heading of its column.
pub(super) fn add_part(above: &mut Objective, part: RowRead, headings: &Headings, mapping: &Mapping) {
    let part = part.objective;
    let mut kept = part.kept;
    let mut keep = |field: Field, text: String| {
        let name = mapping.position(field).map(|column| column_name(headings, column)).unwrap_or_default();
        kept.push(Kept { name, value: KeptValue::Text(text) });
    };
    for (field, own, more) in [
        (Field::Purpose, &mut above.purpose, part.purpose),
        (Field::Outcome, &mut above.outcome, part.outcome),
        (Field::Deadline, &mut above.deadline, part.deadline),
        (Field::Office, &mut above.office, part.office),
    ] {
        match (own.is_empty(), more.is_empty()) {
            (_, true) => {}
            (true, false) => *own = more,
            (false, false) if *own == more => {}
            (false, false) if matches!(field, Field::Purpose | Field::Outcome) => {
                own.push('\n');
                own.push_str(&more);
            }
            (false, false) => keep(field, more),
        }
    }
    for (own, more) in [(&mut above.responsible, part.responsible), (&mut above.support, part.support)] {
        if own.cell.is_empty() {
            *own = more;
        } else if !more.cell.is_empty() && own.cell != more.cell {
            own.cell.push('\n');
            own.cell.push_str(&more.cell);
            let known = own.names.clone();
            own.names.extend(more.names.into_iter().filter(|name| !known.contains(name)));
        }
    }
    for (field, own, more) in [
        (Field::Degree, &mut above.degree, part.degree),
        (Field::StaffPercent, &mut above.staff_percent, part.staff_percent),
    ] {
        match (*own, more) {
            (None, more) => *own = more,
            (Some(own), Some(more)) if own != more => keep(field, more.value().to_string()),
            _ => {}
        }
    }
    match (above.weight, part.weight) {
        (None, more) => above.weight = more,
        (Some(own), Some(more)) if own != more => keep(Field::Weight, more.value().to_string()),
        _ => {}
    }
    if let (Some(own), Some(more)) = (&mut above.planned, part.planned) {
        own.extend(more);
        sort_by(own, Year::cmp);
        own.dedup();
    }
    above.strategic = above.strategic.or(part.strategic);
    match (&above.mission, part.mission) {
        (None, more) => above.mission = more,
        (Some(own), Some(more)) if *own != more => {
            keep(
                Field::Mission,
                more.name
                    .map_or_else(|| more.code.map(|c| c.to_string()).unwrap_or_default(), |n| n.to_string()),
            );
        }
        _ => {}
    }
    match (&above.programme, part.programme) {
        (None, more) => above.programme = more,
        (Some(own), Some(more)) if *own != more => {
            keep(
                Field::Programme,
                more.name
                    .map_or_else(|| more.code.map(|c| c.to_string()).unwrap_or_default(), |n| n.to_string()),
            );
        }
        _ => {}
    }
    above.indicators.extend(part.indicators);
    above.kept.extend(kept);
}
