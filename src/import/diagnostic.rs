// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a reader has to say of a file: a code, a place, and arguments.
//!
//! Never here: sentences. `locale::diagnostics` makes them, in each language.

use crate::plan::Place;

/// One thing to know about how a file was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// What it is, with its arguments.
    pub kind: DiagnosticKind,
    /// Where in the file.
    pub place: Option<Place>,
    /// The objective concerned, from 1, in the plan's order.
    pub n: Option<u32>,
}

/// How much a diagnostic matters to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Understood; said for completeness (a repeated header, a dashed row).
    Note,
    /// Read, but a person should check it.
    Doubt,
    /// Not read as a value of the plan; what was written is shown.
    Left,
}

/// A field of the plan, for diagnostics about a cell or value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Field {
    Code,
    Mission,
    Programme,
    Strategic,
    Objective,
    Purpose,
    Responsible,
    Support,
    Office,
    Planned,
    Indicator,
    Expected,
    Actual,
    Outcome,
    Degree,
    StaffPercent,
    Weight,
    Deadline,
    Title,
    Body,
    Year,
    Kind,
    State,
    Method,
}

/// The kinds of diagnostic, with their arguments.
///
/// [`DiagnosticKind::code`] names each for the page's `data-diagnostic` handle; the names are stable.
#[derive(Debug, Clone, PartialEq)]
pub enum DiagnosticKind {
    /// A code written in another way than the official one, and how it was read: `12.9` as `12.09`.
    CodeReadAs {
        /// As written.
        written: String,
        /// As read.
        read: String,
    },
    /// A value that is not one of its field (`250%`, `circa 80`): kept as written, unknown to the figures.
    ValueNotRead {
        /// The field.
        field: Field,
        /// As written.
        written: String,
    },
}

impl DiagnosticKind {
    /// The stable name of this kind.
    pub fn code(&self) -> &'static str {
        match self {
            Self::CodeReadAs { .. } => "code-read-as",
            Self::ValueNotRead { .. } => "value-not-read",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self {
            Self::CodeReadAs { .. } => Severity::Doubt,
            Self::ValueNotRead { .. } => Severity::Left,
        }
    }
}
