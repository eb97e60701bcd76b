// SPDX-License-Identifier: AGPL-3.0-or-later
//! The numbers of a chart for programs, with the plan, the selection and the day behind them. The SVG of the chart holds
//! the same.
//!
//! Never here: the drawing.

use serde::{Serialize, Serializer};

use super::Origin;
use super::figures_json::{PlanJson, SelectionJson};
use crate::chart::{Cell, ChartDrawing};
use crate::locale::take_away::selected;

/// The table of a chart as JSON.
pub fn write(drawing: &ChartDrawing, origin: &Origin) -> String {
    let table = &drawing.table;
    let columns = table.headers.iter();
    let columns =
        columns.map(|header| ColumnJson { name: &header.text, holds: header.unit.code() }).collect();
    super::pretty(&ChartJson {
        format: "traguardi-chart",
        version: 1,
        chart: drawing.chart.code(),
        title: &drawing.title,
        summary: &drawing.summary,
        plan: PlanJson::new(origin.header),
        file: origin.file,
        selection: SelectionJson::new(origin.selection, origin.field),
        selection_in_words: selected(origin),
        objectives: origin.selected,
        of: origin.of,
        day: Some(origin.day).filter(|day| !day.is_empty()),
        language: origin.language.tag(),
        columns,
        rows: table.rows.iter().map(|row| row.cells.iter().map(CellJson).collect()).collect(),
    })
}

#[derive(Serialize)]
struct ChartJson<'a> {
    format: &'static str,
    version: u32,
    chart: &'static str,
    title: &'a str,
    summary: &'a str,
    plan: PlanJson<'a>,
    file: &'a str,
    selection: SelectionJson<'a>,
    selection_in_words: String,
    objectives: u32,
    of: u32,
    day: Option<&'a str>,
    language: &'static str,
    columns: Vec<ColumnJson<'a>>,
    rows: Vec<Vec<CellJson<'a>>>,
}

#[derive(Serialize)]
struct ColumnJson<'a> {
    name: &'a str,
    /// `text`, `objectives` or `percent`.
    holds: &'static str,
}

/// A text, a count, or a percentage, `null` where nothing states it.
struct CellJson<'a>(&'a Cell);

impl Serialize for CellJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Cell::Text(text) => serializer.serialize_str(text),
            Cell::Count(count) => serializer.serialize_u32(*count),
            Cell::Percent(percent) => percent.serialize(serializer),
        }
    }
}
