// SPDX-License-Identifier: AGPL-3.0-or-later
//! From the cells of one row to an objective, cell by cell.
//!
//! Every cell with something in it ends up in a field, among the kept values, or in a diagnostic that shows it. Never
//! here: what stands around the row (see `assemble`).

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::import::check::is_number_without_degree;
use crate::import::value::{self, Read, WrittenCode};
use crate::import::{DiagnosticKind, Field};
use crate::plan::{Indicator, Kept, KeptValue, Mission, Objective, People, Place, Programme, Year};
use crate::sort::sort_by;

use super::columns::{Column, Mapping};
use super::headings::Headings;
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

/// Where the values of an objective come from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'s> {
    pub cells: &'s [Cell<'s>],
    pub headings: &'s Headings,
    pub mapping: &'s Mapping,
    pub place: Place,
}

impl<'s> Source<'s> {
    /// Whether the row has nothing in the column of a field, or no such column.
    pub fn is_blank(&self, field: Field) -> bool {
        self.cell(field).is_none()
    }

    fn cell(&self, field: Field) -> Option<(usize, &'s Cell<'s>)> {
        let at = self.mapping.position(field)?;
        Some((at, self.cells.get(at).filter(|cell| cell.is_filled())?))
    }

    /// The cell of a field as a value to keep, where another cell decided.
    pub fn kept(&self, field: Field) -> Option<Kept> {
        let (at, cell) = self.cell(field)?;
        Some(Kept { name: column_name(self.headings, at), value: KeptValue::Text(cell.text.to_string()) })
    }
    /// What to say of the cell of a field that another value contradicts.
    pub fn differs(&self, field: Field, unknown: bool) -> Option<(DiagnosticKind, Place)> {
        let (_, cell) = self.cell(field)?;
        Some((DiagnosticKind::ValuesDiffer { field, written: cell.text.to_string(), unknown }, cell.place))
    }
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
        let states_nothing = match field {
            Field::Responsible | Field::Support => value::names_nobody(text),
            _ => value::states_nothing(text),
        };
        if states_nothing {
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
    if row.objective.degree.is_none() && is_number_without_degree(&row.objective.outcome) {
        let outcome = mapping.position(Field::Outcome).and_then(|column| cells.get(column));
        let written = row.objective.outcome.clone();
        let kind = DiagnosticKind::ValueNotRead { field: Field::Degree, written };
        row.said.extend(outcome.map(|cell| (kind, cell.place)));
    }
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
                if field == Field::IndicatorWeight {
                    indicator.weight = value::weight(text).value();
                    return indicator.weight.is_some();
                }
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

/// Which cell states a quantity of an objective that has several rows.
#[derive(Debug, Clone, Copy, Default)]
pub(super) enum Stated<'c> {
    #[default]
    Nowhere,
    In(&'c Cell<'c>),
    /// Several, each something else: of the whole objective none does.
    Differently,
}

/// Which cells of its first row state the degree, the staff percentage and the weight of an objective.
pub(super) fn stated<'c>(objective: &Objective, source: Source<'c>) -> [Stated<'c>; 3] {
    let Objective { degree, staff_percent, weight, .. } = objective;
    let stated = |field, is_stated: bool| match source.cell(field) {
        Some((_, cell)) if is_stated => Stated::In(cell),
        _ => Stated::Nowhere,
    };
    [
        stated(Field::Degree, degree.is_some()),
        stated(Field::StaffPercent, staff_percent.is_some()),
        stated(Field::Weight, weight.is_some()),
    ]
}

/// Takes the quantity of a part if no other part states another; returns whether one does, and the cell that did so
/// first.
fn take_quantity<'c, T: Copy + PartialEq>(
    own: &mut Option<T>,
    more: Option<T>,
    stated: &mut Stated<'c>,
    cell: &'c Cell<'c>,
) -> (bool, Option<&'c Cell<'c>>) {
    match *stated {
        _ if more.is_none() => (false, None),
        Stated::Nowhere => {
            (*own, *stated) = (more, Stated::In(cell));
            (false, None)
        }
        Stated::In(_) if *own == more => (false, None),
        Stated::In(first) => {
            (*own, *stated) = (None, Stated::Differently);
            (true, Some(first))
        }
        Stated::Differently => (true, None),
    }
}

/// Adds what a row without code and objective says to the objective above, of which it is a part: more indicators,
/// and the rest of texts. What the objective has already in another form is kept under the heading of its column;
/// where that leaves a doubt, it is returned.
pub(super) fn add_part<'c>(
    above: &mut Objective,
    stated: Option<&mut [Stated<'c>; 3]>,
    part: RowRead,
    source: Source<'c>,
) -> Vec<(DiagnosticKind, Place)> {
    let Source { headings, mapping, .. } = source;
    let mut said = Vec::new();
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
    let quantities = [Field::Degree, Field::StaffPercent, Field::Weight].into_iter();
    for (index, (field, stated)) in quantities.zip(stated.into_iter().flatten()).enumerate() {
        let Some((_, cell)) = source.cell(field) else { continue };
        let (differs, first) = match index {
            0 => take_quantity(&mut above.degree, part.degree, stated, cell),
            1 => take_quantity(&mut above.staff_percent, part.staff_percent, stated, cell),
            _ => take_quantity(&mut above.weight, part.weight, stated, cell),
        };
        if differs {
            first.into_iter().chain([cell]).for_each(|cell| keep(field, cell.text.to_string()));
            said.extend(source.differs(field, true));
        }
    }
    if let (Some(own), Some(more)) = (&mut above.planned, part.planned) {
        own.extend(more);
        sort_by(own, Year::cmp);
        own.dedup();
    }
    match (above.strategic, part.strategic) {
        (None, more) => above.strategic = more,
        (Some(own), Some(more)) if own != more => {
            if let Some((_, cell)) = source.cell(Field::Strategic) {
                keep(Field::Strategic, cell.text.to_string());
            }
            said.extend(source.differs(Field::Strategic, false));
        }
        _ => {}
    }
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
    said
}
