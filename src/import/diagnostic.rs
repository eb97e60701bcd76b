// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a reader has to say of a file: a code, a place, and arguments.
//!
//! Never here: sentences. `locale::diagnostics` makes them, in each language.

use crate::plan::Place;

use super::encoding::Encoding;

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
    /// A value that says that nothing is known (`n.d.`): unknown to the figures, kept as written.
    ValueStatesNothing {
        /// The field.
        field: Field,
        /// As written.
        written: String,
    },

    // -- The text --
    /// The encoding was guessed: some letters may be others.
    EncodingAssumed {
        /// As what it was read.
        encoding: Encoding,
    },
    /// Bytes without a meaning in the encoding, shown as U+FFFD.
    Undecodable {
        /// How many times.
        count: u32,
    },
    /// Characters without a shape in the texts, some of which turn the direction of writing: kept.
    InvisibleMarks {
        /// How many.
        count: u32,
    },

    // -- Any plan --
    /// An objective that does not say what is to be achieved.
    ObjectiveWithoutText,
    /// An objective with the code, the text and the purpose of an earlier one.
    DuplicateObjective {
        /// The earlier one, from 1.
        first: u32,
    },
    /// A code of the body's own that several objectives have.
    DuplicateCode {
        /// As written.
        code: String,
        /// How many objectives have it.
        count: u32,
    },
    /// A code of a mission or programme that the official list of the year does not have.
    CodeNotOfficial {
        /// The code.
        code: String,
        /// How many objectives have it.
        count: u32,
    },
    /// A programme that does not belong to the mission stated beside it.
    CodeUnlikeMission {
        /// The programme.
        programme: String,
        /// The mission.
        mission: String,
    },
    /// A mission written by its name alone, whose code was taken from the official list.
    MissionFromName {
        /// The name as written.
        name: String,
        /// The code.
        code: String,
    },

    // -- JSON --
    /// A key that the format does not have: its values are kept.
    UnknownKey {
        /// The key.
        name: String,
        /// How many times it is there.
        count: u32,
    },
    /// A key that is there again, or under another of its names: the first value counts, the others are kept.
    DuplicateKey {
        /// The key.
        name: String,
        /// How many times it is there again.
        count: u32,
    },
    /// Something in the list of objectives that is no record: kept.
    NotARecord {
        /// As written, cut short.
        written: String,
    },
    /// A `format` that is not this one: read all the same, since there are objectives.
    OtherFormat {
        /// As written.
        found: String,
    },
}

impl DiagnosticKind {
    /// The stable name of this kind.
    pub fn code(&self) -> &'static str {
        match self {
            Self::CodeReadAs { .. } => "code-read-as",
            Self::ValueNotRead { .. } => "value-not-read",
            Self::ValueStatesNothing { .. } => "value-states-nothing",
            Self::EncodingAssumed { .. } => "encoding-assumed",
            Self::Undecodable { .. } => "undecodable",
            Self::InvisibleMarks { .. } => "invisible-marks",
            Self::ObjectiveWithoutText => "objective-without-text",
            Self::DuplicateObjective { .. } => "duplicate-objective",
            Self::DuplicateCode { .. } => "duplicate-code",
            Self::CodeNotOfficial { .. } => "code-not-official",
            Self::CodeUnlikeMission { .. } => "code-unlike-mission",
            Self::MissionFromName { .. } => "mission-from-name",
            Self::UnknownKey { .. } => "unknown-key",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::NotARecord { .. } => "not-a-record",
            Self::OtherFormat { .. } => "other-format",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self {
            Self::ValueStatesNothing { .. }
            | Self::DuplicateCode { .. }
            | Self::MissionFromName { .. }
            | Self::UnknownKey { .. }
            | Self::OtherFormat { .. } => Severity::Note,
            Self::CodeReadAs { .. }
            | Self::EncodingAssumed { .. }
            | Self::Undecodable { .. }
            | Self::InvisibleMarks { .. }
            | Self::ObjectiveWithoutText
            | Self::DuplicateObjective { .. }
            | Self::CodeNotOfficial { .. }
            | Self::CodeUnlikeMission { .. } => Severity::Doubt,
            Self::ValueNotRead { .. } | Self::DuplicateKey { .. } | Self::NotARecord { .. } => Severity::Left,
        }
    }
}
