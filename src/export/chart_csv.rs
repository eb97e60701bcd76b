// SPDX-License-Identifier: AGPL-3.0-or-later
//! The numbers of a chart for spreadsheets: its table, percentages in full.
//!
//! Never here: a figure that the chart does not show.

use super::csv::Csv;
use crate::chart::{Cell, TwinTable};

/// A table as CSV; its heads are in the language of the chart.
pub fn write(table: &TwinTable) -> String {
    let mut csv = Csv::new(table.headers.iter().map(|header| header.text.as_str()));
    for row in &table.rows {
        for cell in &row.cells {
            match cell {
                Cell::Text(text) => csv.text(text),
                Cell::Count(count) => csv.count(*count),
                Cell::Percent(percent) => csv.number(*percent),
            }
        }
        csv.end_row();
    }
    csv.finish()
}
