// SPDX-License-Identifier: AGPL-3.0-or-later
//! The download `figures-csv`: the figures of what is selected as one table, a row for each group.
//!
//! Never here: people. A table of people that a spreadsheet sorts by result would be a ranking of people.

use super::csv::Csv;
use super::figures_json::name;
use crate::plan::Plan;
use crate::reading::Status;
use crate::statistics::{Dimension, Figures, Group, StatusCounts, Summary, Table};

/// The columns before those of the statuses, which are called by their codes.
pub const COLUMNS: [&str; 15] = [
    "group",
    "key",
    "name",
    "objectives",
    "left_out",
    "strategic",
    "known",
    "mean",
    "median",
    "weighted_known",
    "weighted_mean",
    "stand_ins",
    "staff_percent_known",
    "staff_percent_mean",
    "staff_percent_median",
];

/// The figures of a selection: as a whole, then by mission, programme, office, strategic or ordinary, year and status.
/// What is not counted of a group is empty. `figures` are strict, as in [`figures_json`](super::figures_json::write).
pub fn write(plan: &Plan, table: &Table, figures: &Figures) -> String {
    let year = plan.header.year;
    let mut csv = Csv::new(COLUMNS.into_iter().chain(Status::ALL.into_iter().map(Status::code)));
    summary(&mut csv, ("all", "", None), &figures.selected);
    let named = [(Dimension::Mission, &figures.by_mission), (Dimension::Programme, &figures.by_programme)];
    for (dimension, groups) in named {
        for group in groups {
            let name = name(table, dimension, group, year);
            summary(&mut csv, (dimension.code(), &group.key, name.as_deref()), &group.summary);
        }
    }
    for row in &figures.status_by_office {
        head(&mut csv, (Dimension::Office.code(), &row.key, None));
        csv.count(row.status.total() + row.left_out);
        csv.count(row.left_out);
        nothing(&mut csv, COLUMNS.len() - 5);
        statuses(&mut csv, &row.status);
    }
    let unnamed = [(Dimension::Strategic, &figures.by_strategic), (Dimension::Year, &figures.by_year)];
    for (dimension, groups) in unnamed {
        for Group { key, summary: of } in groups {
            summary(&mut csv, (dimension.code(), key, None), of);
        }
    }
    for (status, count) in figures.selected.status.iter() {
        head(&mut csv, (Dimension::Status.code(), status.code(), None));
        csv.count(count);
        nothing(&mut csv, COLUMNS.len() - 4 + Status::ALL.len());
        csv.end_row();
    }
    csv.finish()
}

fn head(csv: &mut Csv, (group, key, name): (&str, &str, Option<&str>)) {
    csv.text(group);
    csv.text(key);
    csv.optional_text(name);
}

fn nothing(csv: &mut Csv, cells: usize) {
    for _ in 0..cells {
        csv.optional_text(None);
    }
}

fn statuses(csv: &mut Csv, counts: &StatusCounts) {
    for (_, count) in counts.iter() {
        csv.count(count);
    }
    csv.end_row();
}

fn summary(csv: &mut Csv, of: (&str, &str, Option<&str>), summary: &Summary) {
    let Summary { degree, weighted, staff_percent, .. } = summary;
    head(csv, of);
    for count in [summary.all(), summary.left_out, summary.strategic, degree.known] {
        csv.count(count);
    }
    csv.number(degree.mean);
    csv.number(degree.median);
    csv.count(weighted.known);
    csv.number(weighted.mean);
    csv.count(summary.stand_ins);
    csv.count(staff_percent.known);
    csv.number(staff_percent.mean);
    csv.number(staff_percent.median);
    statuses(csv, &summary.status);
}
