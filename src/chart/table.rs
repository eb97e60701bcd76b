// SPDX-License-Identifier: AGPL-3.0-or-later
//! The table that says what a chart shows, figure by figure.
//!
//! Never here: a figure that the chart does not show, or a rounding of its own.

use crate::locale::Language;
use crate::reading::Status;
use crate::statistics::{Filter, StatusCounts};

/// A table that says the same as a chart.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TwinTable {
    /// What the table is about: the title of the chart.
    pub caption: String,
    /// The columns.
    pub headers: Vec<Header>,
    /// The rows, each with as many cells as there are columns.
    pub rows: Vec<Row>,
}

/// The head of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// What it says.
    pub text: String,
    /// What the column holds.
    pub unit: Unit,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Words.
    Text,
    /// Counts of objectives.
    Objectives,
    /// Percentages.
    Percent,
}

impl Unit {
    /// What files call it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Objectives => "objectives",
            Self::Percent => "percent",
        }
    }
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<Cell>,
    /// The filter that selects what it counts; `None` for totals and for what has no filter of its own.
    pub filter: Option<Filter>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A count of objectives.
    Count(u32),
    /// A percentage at full precision; `None` where nothing states it.
    Percent(Option<f64>),
}

impl Cell {
    /// What to show: an unknown percentage is a dash, never 0.
    pub fn shown(&self, language: Language) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Count(count) => language.number(f64::from(*count), 0),
            Self::Percent(Some(percent)) => language.percent(*percent),
            Self::Percent(None) => "–".into(),
        }
    }
}

impl TwinTable {
    /// A table without rows.
    pub(super) fn new(caption: &str, headers: impl IntoIterator<Item = (&'static str, Unit)>) -> Self {
        let headers =
            headers.into_iter().map(|(text, unit)| Header { text: text.to_owned(), unit }).collect();
        Self { caption: caption.to_owned(), headers, rows: Vec::new() }
    }

    /// Adds a row.
    pub(super) fn push(&mut self, cells: Vec<Cell>, filter: Option<Filter>) {
        debug_assert_eq!(cells.len(), self.headers.len(), "a cell for each column");
        self.rows.push(Row { cells, filter });
    }
}

/// The statuses that occur, in the order in which they are shown.
pub(super) fn occurring(counts: &StatusCounts) -> Vec<Status> {
    counts.iter().filter(|(_, count)| *count > 0).map(|(status, _)| status).collect()
}
