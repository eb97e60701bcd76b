// SPDX-License-Identifier: AGPL-3.0-or-later
//! The download `objectives-csv`: a row for each objective that is looked at, in the order of the table.
//!
//! Columns are called as the keys of `objectives_json` where they hold the same. Never here: what an objective says
//! beyond one value for a column (its indicators, what was kept of it): these are in `objectives_json` and `plan_json`.

use super::csv::Csv;
use crate::chart::Names;
use crate::list::List;
use crate::plan::{Mission, Objective, Plan, Programme};
use crate::reading::{Achievement, ObjectiveReading, OutcomeReading, ReadFrom};

/// The columns.
pub const COLUMNS: [&str; 23] = [
    "n",
    "code_as_written",
    "mission",
    "mission_name",
    "programme",
    "programme_name",
    "strategic",
    "objective",
    "responsible",
    "support",
    "office",
    "planned",
    "deadline",
    "weight",
    "status",
    "degree",
    "degree_read_from",
    "staff_percent",
    "corrected",
    "counted",
    "verdict",
    "number_in_text",
    "outcome",
];

/// The objectives at these places of a plan. `readings` and `achievements` are those of its objectives.
pub fn write(
    plan: &Plan,
    readings: &List<ObjectiveReading>,
    achievements: &[Achievement],
    names: &dyn Names,
    rows: &[u32],
) -> String {
    let mut csv = Csv::new(COLUMNS);
    for &row in rows {
        let at = row as usize;
        if let (Some(objective), Some(reading), Some(achievement)) =
            (plan.objectives.get(at), readings.get(at), achievements.get(at))
        {
            csv.count(row + 1);
            what_it_says(&mut csv, objective, names);
            how_it_went(&mut csv, achievement, objective, &reading.outcome);
            csv.text(&objective.outcome);
            csv.end_row();
        }
    }
    csv.finish()
}

fn what_it_says(csv: &mut Csv, objective: &Objective, names: &dyn Names) {
    let mission = objective.mission.as_ref().map(Mission::key);
    let programme = objective.programme.as_ref().map(Programme::key);
    // A key without a code is itself the name.
    let name = |key: &Option<String>, of: &dyn Fn(&str) -> Option<String>| {
        key.as_ref().map(|key| of(key).unwrap_or_else(|| key.clone()))
    };
    let mission_name = name(&mission, &|key| names.mission(key).map(str::to_owned));
    let programme_name = name(&programme, &|key| names.programme(key).map(str::to_owned));
    let planned = objective.planned.as_ref();
    let planned = planned.map(|years| years.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "));
    csv.text(&objective.code_as_written);
    for text in [mission, mission_name, programme, programme_name] {
        csv.optional_text(text.as_deref());
    }
    csv.whether(objective.strategic);
    csv.text(&objective.objective);
    csv.text(&objective.responsible.as_written());
    csv.text(&objective.support.as_written());
    csv.text(&objective.office);
    csv.optional_text(planned.as_deref());
    csv.text(&objective.deadline);
    csv.number(objective.weight.map(|weight| weight.value()));
}

fn how_it_went(csv: &mut Csv, achievement: &Achievement, objective: &Objective, outcome: &OutcomeReading) {
    csv.text(achievement.status.code());
    csv.number(achievement.degree.map(|percent| percent.value()));
    csv.optional_text(achievement.read_from.map(ReadFrom::code));
    csv.number(objective.staff_percent.map(|percent| percent.value()));
    csv.whether(Some(achievement.corrected));
    csv.text(achievement.counted.code());
    csv.optional_text(outcome.verdict.map(|verdict| verdict.status.code()));
    csv.number(outcome.number.map(|(percent, _)| percent.value()));
}
