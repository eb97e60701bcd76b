// SPDX-License-Identifier: AGPL-3.0-or-later
//! Why there is no plan in a file.
//!
//! Never here: sentences for people (`locale::errors` makes them, in each language). An error says what the file looks
//! like and where reading stopped; a plan that was open is none of its business.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::plan::Place;
use crate::share::LinkError;

/// Why no plan could be read. What a part of a file lacks is never one of these: it is a diagnostic.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, BorshSerialize, BorshDeserialize)]
pub enum ImportError {
    /// Nothing is in it, or only white space.
    #[error("the file is empty")]
    Empty,
    /// More bytes than can be read.
    #[error("the file has {bytes} bytes, more than {limit}")]
    TooLarge {
        /// Its size.
        bytes: u64,
        /// The most there may be.
        limit: u64,
    },
    /// Not a text.
    #[error("not a text but {0:?}")]
    Binary(BinaryKind),
    /// A web page.
    #[error("a web page")]
    Html,
    /// Not JSON from a place on.
    #[error("not valid JSON at line {}, column {}: {fault:?}", .place.line, .place.column)]
    JsonSyntax {
        /// Where.
        place: Place,
        /// What is wrong there.
        fault: JsonFault,
        /// The words around the place.
        near: String,
    },
    /// JSON that ends too early.
    #[error("JSON that stops at line {}, column {}", .place.line, .place.column)]
    JsonCut {
        /// Where it stops.
        place: Place,
        /// The last words.
        near: String,
    },
    /// JSON with lists and records nested too deeply.
    #[error("JSON nested too deeply at line {}, column {}", .place.line, .place.column)]
    JsonTooDeep {
        /// Where the limit is passed.
        place: Place,
    },
    /// Valid JSON that is not a plan.
    #[error("JSON of another kind: {missing:?}")]
    OtherJson {
        /// What it lacks.
        missing: Missing,
        /// The keys that were found instead, the first of them.
        keys: Vec<String>,
        /// The `format` it says it has.
        format: Option<String>,
    },
    /// A plan in a version of the format that is newer than this program.
    #[error("version {found} of the plan format is newer than this program")]
    NewerVersion {
        /// The version, as written.
        found: String,
    },
    /// A plan without objectives.
    #[error("a plan without objectives")]
    NoObjectives,
    /// A table in which no row is an objective.
    #[error("none of {rows} rows is an objective; the first is at line {}", .place.line)]
    RowsLeft {
        /// How many there are.
        rows: usize,
        /// The first of them, as written.
        first: String,
        /// Where it is.
        place: Place,
    },
    /// A text of more lines than can be read.
    #[error("the text has {lines} lines, more than {limit}")]
    TooManyLines {
        /// How many it has.
        lines: usize,
        /// The most there may be.
        limit: usize,
    },
    /// A text without a table of objectives.
    #[error(
        "no table of objectives in {lines} lines: {rows} rows of {columns} cells, and no heading that is known"
    )]
    NoTable {
        /// The lines of the text.
        lines: usize,
        /// What would separate its cells, if it is a table after all.
        separator: Option<u8>,
        /// The rows with several cells.
        rows: usize,
        /// How many cells most of them have.
        columns: usize,
    },
    /// A report of the page, of which the data cannot be opened.
    #[error("a report: {0:?}")]
    Report(ReportFault),
    /// A link that cannot be opened.
    #[error("a link: {0}")]
    Link(LinkError),
}

impl ImportError {
    /// The stable name of this error.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge { .. } => "too-large",
            Self::Binary(_) => "binary",
            Self::Html => "html",
            Self::JsonSyntax { .. } => "json-syntax",
            Self::JsonCut { .. } => "json-cut",
            Self::JsonTooDeep { .. } => "json-too-deep",
            Self::OtherJson { .. } => "other-json",
            Self::NewerVersion { .. } => "newer-version",
            Self::NoObjectives => "no-objectives",
            Self::RowsLeft { .. } => "rows-left",
            Self::TooManyLines { .. } => "too-many-lines",
            Self::NoTable { .. } => "no-table",
            Self::Report(ReportFault::Cut) => "report-cut",
            Self::Report(ReportFault::Altered) => "report-altered",
            Self::Link(error) => match error {
                LinkError::Empty => "link-empty",
                LinkError::Newer => "link-newer",
                LinkError::UnknownCodec(_) => "link-unknown-codec",
                LinkError::Sealed(_) => "link-sealed",
                LinkError::Cut => "link-cut",
                LinkError::OtherLength => "link-other-length",
                LinkError::Altered => "link-altered",
                LinkError::TooLong { .. } => "link-too-long",
                LinkError::TooLarge => "link-too-large",
                LinkError::Broken => "link-broken",
            },
        }
    }

    /// Where reading stopped, if it stopped at a place.
    pub fn place(&self) -> Option<Place> {
        match self {
            Self::JsonSyntax { place, .. }
            | Self::JsonCut { place, .. }
            | Self::JsonTooDeep { place }
            | Self::RowsLeft { place, .. } => Some(*place),
            _ => None,
        }
    }
}

/// What became of the data in a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum ReportFault {
    /// Their end is missing, or all of them are.
    Cut,
    /// They are not those that were written.
    Altered,
}

/// What a file that is not text looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum BinaryKind {
    /// A picture (PNG, JPEG, GIF, WebP, TIFF, HEIC).
    Picture,
    /// A PDF.
    Pdf,
    /// A spreadsheet (Excel, OpenDocument).
    Spreadsheet,
    /// A text document (Word, OpenDocument).
    Document,
    /// Slides.
    Presentation,
    /// An archive (ZIP, gzip, 7z, RAR).
    Archive,
    /// Rich text (RTF).
    RichText,
    /// A digitally signed envelope (`.p7m`).
    Signed,
    /// Nothing that is known, and no text.
    Unknown,
}

/// What is wrong with a JSON text at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum JsonFault {
    /// A comma after the last member of a list or record.
    TrailingComma,
    /// A comma, or the closing bracket, is missing.
    MissingComma,
    /// A colon is missing between a key and its value.
    MissingColon,
    /// A key without double quotes.
    KeyWithoutQuotes,
    /// Something that is no value: a word without quotes, single quotes.
    NoValue,
    /// A line break, tab or other control character inside a text.
    ControlCharacter,
    /// An unknown sequence after a backslash.
    Escape,
    /// A number that is not written as JSON writes them.
    Number,
    /// More text after the end.
    ExtraText,
    /// Anything else.
    Other,
}

/// What a JSON text lacks to be a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Missing {
    /// The key `objectives`.
    Objectives,
    /// A list under the key `objectives`: there is something else.
    ListOfObjectives,
    /// Records in the list.
    Records,
    /// Any key of an objective in the records.
    ObjectiveKeys,
}
