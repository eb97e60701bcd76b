// SPDX-License-Identifier: AGPL-3.0-or-later
//! From bytes to a plan, and a report of what was read, what was doubtful and what was left.
//!
//! One dispatcher ([`read`]) decides which reader gets a file; one module reads each format. Never here: a panic on any
//! input; a row or cell dropped without a diagnostic; a judgement of how an objective went (see `reading`). Import never
//! fails whole where a part could be read: it fails only where there is no plan in the file at all.

mod diagnostic;

pub use diagnostic::{Diagnostic, DiagnosticKind, Field, Severity};

use crate::plan::Plan;

/// What came of reading a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// The plan.
    pub plan: Plan,
    /// What a person should know of the reading, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
    /// How much of the file became what.
    pub tally: Tally,
    /// As which format the file was read.
    pub format: Format,
}

/// The formats there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A plan in JSON (see `schema/`).
    PlanJson,
    /// A table in text, whose cells this character separates (`\t`, `|`, `;` or `,`).
    TextTable(char),
}

/// How much of the file became what. `rows` and `cells` are of the tables; lines of prose count as lines only.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows of data found: each is an objective, or left with a diagnostic.
    pub rows: usize,
    /// Rows that became an objective, or a part of one (a cell broken over lines).
    pub rows_read: usize,
    /// Cells (or JSON values) that are not empty, in the rows read.
    pub cells: usize,
    /// Of those, how many were read as their field without doubt.
    pub cells_read: usize,
}
