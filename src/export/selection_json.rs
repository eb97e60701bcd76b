// SPDX-License-Identifier: AGPL-3.0-or-later
//! The download `selection-json`: the objectives that are looked at, in the order of the table, and what selects them.
//!
//! Never here: other records than those of `objectives_json`.

use serde::Serialize;

use super::Origin;
use super::figures_json::{PlanJson, SelectionJson};
use super::objectives_json::Record;
use crate::locale::take_away::selected;
use crate::plan::Plan;
use crate::reading::{Achievement, ObjectiveReading};

/// The objectives at these places of a plan. `readings` and `achievements` are those of its objectives.
pub fn write(
    plan: &Plan,
    readings: &[ObjectiveReading],
    achievements: &[Achievement],
    rows: &[u32],
    origin: &Origin,
) -> String {
    super::pretty(&SelectedJson {
        format: "traguardi-selection",
        version: 1,
        plan: PlanJson::new(origin.header),
        file: origin.file,
        selection: SelectionJson::new(origin.selection, origin.field),
        selection_in_words: selected(origin),
        of: origin.of,
        day: Some(origin.day).filter(|day| !day.is_empty()),
        objectives: rows
            .iter()
            .filter_map(|row| Record::of_row(*row, plan, readings, achievements))
            .collect(),
    })
}

#[derive(Serialize)]
struct SelectedJson<'p> {
    format: &'static str,
    version: u32,
    plan: PlanJson<'p>,
    file: &'p str,
    selection: SelectionJson<'p>,
    selection_in_words: String,
    /// How many objectives the plan has.
    of: u32,
    day: Option<&'p str>,
    objectives: Vec<Record<'p>>,
}
