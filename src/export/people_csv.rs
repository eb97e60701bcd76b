// SPDX-License-Identifier: AGPL-3.0-or-later
//! The download `people-csv`: a row for each person, office or group that a cell of people names.
//!
//! Never here: how anything went. A list of people beside results would be a ranking of people.

use super::csv::Csv;
use super::people_json::records;
use crate::plan::Plan;
use crate::reading::people::Register;

/// The columns; those that are also in `people_json` are called the same.
pub const COLUMNS: [&str; 7] = ["n", "field", "cell", "kind", "name", "person", "suggested"];

/// The cells of people of a plan: see [`people_json::write`](super::people_json::write).
pub fn write(written: &Plan, plan: &Plan, register: &Register) -> String {
    let mut csv = Csv::new(COLUMNS);
    for record in records(written, plan, register) {
        let mut row = |kind: &str, name: &str, more: Option<(&str, &str)>| {
            csv.count(record.n);
            for text in [record.field, &record.cell, kind, name] {
                csv.text(text);
            }
            csv.optional_text(more.map(|(person, _)| person));
            csv.optional_text(more.map(|(_, suggested)| suggested));
            csv.end_row();
        };
        for person in &record.people {
            row("person", person.name, Some((person.person, person.suggested)));
        }
        for group in &record.groups {
            row("group", group, None);
        }
    }
    csv.finish()
}
