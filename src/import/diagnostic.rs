// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a reader has to say of a file: a code, a place, and arguments.
//!
//! Never here: sentences. `locale::diagnostics` makes them, in each language.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::plan::{MissionCode, Place, Year};
use crate::share::Tidied;

use super::encoding::Encoding;

/// One thing to know about how a file was read.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Diagnostic {
    /// What it is, with its arguments.
    pub kind: DiagnosticKind,
    /// Where in the file.
    pub place: Option<Place>,
    /// The objective concerned, from 1, in the plan's order.
    pub n: Option<u32>,
}

impl Diagnostic {
    /// The order of the file; what has no place concerns the whole of it and comes first.
    pub(crate) fn by_place(&self, other: &Self) -> std::cmp::Ordering {
        self.place.cmp(&other.place)
    }
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
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
    IndicatorWeight,
    Outcome,
    Degree,
    StaffPercent,
    StandInDegree,
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
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
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

    // -- Links --
    /// Something in a link besides itself, which was passed over.
    LinkTidied(Tidied),

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

    // -- Tables --
    /// A heading row, and what its columns were taken for.
    HeadingsRead {
        /// Which character separates the cells.
        separator: u8,
        /// The columns, in their order.
        columns: Vec<ColumnFound>,
    },
    /// The same heading row again.
    HeadingsRepeated {
        /// The line of the one before.
        line: u32,
    },
    /// Rows under a new section without a heading row of their own: they were read by the one above.
    HeadingsContinued {
        /// The line of that heading row.
        line: u32,
    },
    /// Rows with as many cells as an earlier heading row, not as the one above: they were read by the earlier one.
    HeadingsAssumed {
        /// The line of that heading row.
        line: u32,
    },
    /// Rows before any heading row of their width: they were read by the first one that comes after.
    HeadingsAfterRows {
        /// The line of that heading row.
        line: u32,
    },
    /// A table without headings, and what its columns were taken for by their values.
    ColumnsGuessed {
        /// Which character separates the cells.
        separator: u8,
        /// The columns, in their order.
        columns: Vec<ColumnFound>,
    },
    /// A column that its values, not its heading, said what it is.
    ColumnByValues {
        /// Its heading as written.
        heading: String,
        /// What it was taken for.
        field: Field,
    },
    /// A column whose heading is unknown: its values are kept with each objective.
    ColumnKept {
        /// Its heading as written; its number where it has none.
        heading: String,
    },
    /// Columns of months: their values are kept with each objective.
    MonthsKept,
    /// A dashed line, or one that draws the border of a table.
    RuleLine,
    /// An explanation of a sign.
    Legend {
        /// As written.
        written: String,
        /// Whether it explains the sign of strategic objectives.
        strategic: bool,
    },
    /// The heading of a mission or programme.
    SectionHeading {
        /// As written.
        written: String,
    },
    /// The heading of a mission that gives its code and no name.
    MissionWithoutName {
        /// The code.
        code: MissionCode,
    },
    /// A line that says what the document is.
    DocumentLine {
        /// What it says of it.
        fields: Vec<Field>,
        /// As written.
        written: String,
    },
    /// No line says of which year the plan is: it was taken from elsewhere.
    YearTaken {
        /// The year.
        year: Year,
        /// From where.
        from: YearSource,
    },
    /// A row of totals or means: not an objective.
    TotalLeft {
        /// As written.
        written: String,
    },
    /// A line that is no part of a table.
    TextLeft {
        /// As written.
        written: String,
    },
    /// A label with its value, outside a table: cards are not read.
    CardLeft {
        /// As written.
        written: String,
    },
    /// A row that fits no table.
    RowLeft {
        /// As written.
        written: String,
    },
    /// A row with cells broken over lines, put together.
    RowBroken {
        /// Over how many lines.
        lines: usize,
        /// Whether the row begins with a code, which leaves no doubt.
        sure: bool,
    },
    /// An objective whose text looks like the caption of the rows below, or like a total; it is counted.
    ObjectiveLikeHeading,
    /// A row without a code and an objective: read as a part of the objective above.
    RowJoinedAbove,
    /// A row with fewer cells than the table has columns: the missing ones were taken to be the last.
    CellsMissing {
        /// How many it has.
        found: usize,
        /// How many columns there are.
        expected: usize,
    },
    /// A row with more cells than the table has columns: the last ones are kept with the objective.
    CellsExtra {
        /// How many it has.
        found: usize,
        /// How many columns there are.
        expected: usize,
    },
    /// An objective without a code of its own below one that has it, as merged cells are written.
    CodeFromAbove {
        /// The code.
        code: String,
    },
    /// A value that another one of the same objective contradicts: kept.
    ValuesDiffer {
        /// The field.
        field: Field,
        /// As written.
        written: String,
        /// Whether none of them holds, being of parts of the objective; else the other one does.
        unknown: bool,
    },
    /// An objective whose mission is another than its heading or column says; its code was followed.
    MissionDiffers {
        /// The mission of the code.
        by_code: MissionCode,
        /// The mission of the heading or column.
        stated: MissionCode,
    },
}

/// A column of a table, as it was understood.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct ColumnFound {
    /// Its heading as written.
    pub heading: String,
    /// What it was taken for; `None` if it is unknown and kept.
    pub field: Option<Field>,
    /// The year, of a column that says when objectives are planned.
    pub year: Option<Year>,
}

/// From where the year of a plan was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum YearSource {
    /// The only column of a year there is.
    Column,
    /// The only year that headings of columns name.
    Heading,
    /// The name of the file.
    FileName,
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
            Self::LinkTidied(_) => "link-tidied",
            Self::UnknownKey { .. } => "unknown-key",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::NotARecord { .. } => "not-a-record",
            Self::OtherFormat { .. } => "other-format",
            Self::HeadingsRead { .. } => "headings-read",
            Self::HeadingsRepeated { .. } => "headings-repeated",
            Self::HeadingsContinued { .. } => "headings-continued",
            Self::HeadingsAssumed { .. } => "headings-assumed",
            Self::HeadingsAfterRows { .. } => "headings-after-rows",
            Self::ColumnsGuessed { .. } => "columns-guessed",
            Self::ColumnByValues { .. } => "column-by-values",
            Self::ColumnKept { .. } => "column-kept",
            Self::MonthsKept => "months-kept",
            Self::RuleLine => "rule-line",
            Self::Legend { .. } => "legend",
            Self::SectionHeading { .. } => "section-heading",
            Self::MissionWithoutName { .. } => "mission-without-name",
            Self::DocumentLine { .. } => "document-line",
            Self::TotalLeft { .. } => "total-left",
            Self::TextLeft { .. } => "text-left",
            Self::CardLeft { .. } => "card-left",
            Self::RowLeft { .. } => "row-left",
            Self::ObjectiveLikeHeading => "objective-like-heading",
            Self::RowJoinedAbove => "row-joined-above",
            Self::CellsMissing { .. } => "cells-missing",
            Self::CellsExtra { .. } => "cells-extra",
            Self::CodeFromAbove { .. } => "code-from-above",
            Self::ValuesDiffer { .. } => "values-differ",
            Self::MissionDiffers { .. } => "mission-differs",
            Self::YearTaken { .. } => "year-taken",
            Self::RowBroken { .. } => "row-broken",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self {
            Self::ValueStatesNothing { .. }
            | Self::DuplicateCode { .. }
            | Self::MissionFromName { .. }
            | Self::LinkTidied(_)
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
            Self::YearTaken { from: YearSource::Column, .. } | Self::RowBroken { sure: true, .. } => {
                Severity::Note
            }
            Self::YearTaken { .. } | Self::RowBroken { .. } => Severity::Doubt,
            Self::HeadingsRead { .. }
            | Self::HeadingsRepeated { .. }
            | Self::HeadingsContinued { .. }
            | Self::MonthsKept
            | Self::RuleLine
            | Self::Legend { .. }
            | Self::SectionHeading { .. }
            | Self::DocumentLine { .. } => Severity::Note,
            Self::HeadingsAssumed { .. }
            | Self::HeadingsAfterRows { .. }
            | Self::ColumnsGuessed { .. }
            | Self::ColumnByValues { .. }
            | Self::MissionWithoutName { .. }
            | Self::ObjectiveLikeHeading
            | Self::RowJoinedAbove
            | Self::CellsMissing { .. }
            | Self::CellsExtra { .. }
            | Self::CodeFromAbove { .. }
            | Self::MissionDiffers { .. } => Severity::Doubt,
            Self::ColumnKept { .. }
            | Self::ValuesDiffer { .. }
            | Self::TotalLeft { .. }
            | Self::TextLeft { .. }
            | Self::CardLeft { .. }
            | Self::RowLeft { .. } => Severity::Left,
        }
    }
}
