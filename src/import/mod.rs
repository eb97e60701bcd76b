// SPDX-License-Identifier: AGPL-3.0-or-later
//! From bytes to a plan, and a report of what was read, what was doubtful and what was left.
//!
//! One dispatcher ([`read`]) decides which reader gets a file; one module reads each format. Never here: a panic on any
//! input; a row or cell dropped without a diagnostic; a judgement of how an objective went (see `reading`). Import never
//! fails whole where a part could be read: it fails only where there is no plan in the file at all.

mod check;
mod diagnostic;
mod encoding;
mod error;
mod halves;
mod link;
mod place;
pub mod plan_json;
mod report_html;
mod sniff;
pub mod table;
mod taker;
pub mod value;

pub use check::check;
pub use diagnostic::{ColumnFound, Diagnostic, DiagnosticKind, Field, Severity, YearSource};
pub use encoding::Encoding;
pub use error::{BinaryKind, ImportError, JsonFault, Missing, ReportFault};
pub(crate) use halves::{First, Second, seam};
pub use link::passed_over;
pub(crate) use link::{arrived, of_codes};
pub(crate) use plan_json::Seam;
pub(crate) use taker::Taker;

use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::plan::Plan;
use crate::share::{Arrived, found_in};
use crate::sort::sort_by;

use place::Locator;
use sniff::JsonStart;
use taker::{Checked, Nobody};

/// The most bytes a file may have: a plan of a million objectives and more. Beyond it the page would run out of memory
/// half-way, which takes down what is open.
pub const LARGEST: u64 = 1 << 30;

/// Whether a file of this many bytes may be read; to be asked before its bytes are in memory.
///
/// # Errors
/// [`ImportError::TooLarge`] where it may not.
pub fn fits(bytes: u64) -> Result<(), ImportError> {
    if bytes > LARGEST { Err(ImportError::TooLarge { bytes, limit: LARGEST }) } else { Ok(()) }
}

/// Reads a plan from the bytes of a file. The name of the file only helps where the bytes leave a doubt.
///
/// ```
/// let read = traguardi::import::read(br#"[{"code": "01.02 S", "objective": "Rispondere entro 30 giorni"}]"#, "");
/// assert_eq!(read.unwrap().plan.objectives[0].strategic, Some(true));
/// ```
pub fn read(bytes: &[u8], file_name: &str) -> Result<Import, ImportError> {
    read_by(bytes, file_name, &mut Nobody)
}

/// The same, where somebody takes each objective as it is read, and may leave less of it in the plan.
///
/// # Errors
/// Where there is no plan in the bytes at all; whatever was taken by then is of no plan.
pub(crate) fn read_by(bytes: &[u8], file_name: &str, taker: &mut dyn Taker) -> Result<Import, ImportError> {
    fits(bytes.len() as u64)?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ImportError::Empty);
    }
    if let Some(kind) = sniff::binary_kind(bytes, file_name) {
        return Err(ImportError::Binary(kind));
    }
    let mut checked = Checked::new(taker);
    let decoded = encoding::decode(bytes).ok_or(ImportError::Binary(BinaryKind::Unknown))?;
    let text = decoded.text.as_ref();
    let is_blank = |c: char| c.is_whitespace() || value::is_invisible(c);
    if text.trim_start_matches(is_blank).is_empty() {
        return Err(ImportError::Empty);
    }
    if let Some(fragment) = found_in(text) {
        let mut import = link::read(fragment)?;
        checked.take_all(&mut import.plan);
        checked.finish(&import.plan, &mut import.diagnostics);
        return Ok(import);
    }
    let is_table = |read: &Result<Import, ImportError>| {
        matches!(read, Err(ImportError::JsonSyntax { .. } | ImportError::JsonCut { .. }))
    };
    let json = match sniff::json_start(text) {
        JsonStart::No => None,
        JsonStart::Surely => Some(plan_json::read_by(text, &mut checked)),
        // What turns out to be a table has had none of its objectives taken.
        JsonStart::Perhaps => Some(plan_json::read(text)).filter(|read| !is_table(read)),
    };
    let mut import = match json {
        Some(read) => read?,
        None if sniff::is_html(text) => report_html::read(text).unwrap_or(Err(ImportError::Html))?,
        None => table::read(text, file_name)?,
    };
    if !checked.has_taken() {
        checked.take_all(&mut import.plan);
    }
    if let Some((count, at)) = decoded.undecodable {
        let place = Some(Locator::new(text).place(at));
        import.diagnostics.push(Diagnostic { kind: DiagnosticKind::Undecodable { count }, place, n: None });
    }
    if decoded.guessed {
        let kind = DiagnosticKind::EncodingAssumed { encoding: decoded.encoding };
        import.diagnostics.push(Diagnostic { kind, place: None, n: None });
    }
    checked.finish(&import.plan, &mut import.diagnostics);
    // What concerns the whole file comes first, the rest as the file has it.
    sort_by(&mut import.diagnostics, Diagnostic::by_place);
    Ok(import)
}

/// What came of reading a file.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Import {
    /// The plan.
    pub plan: Plan,
    /// What a person should know of the reading, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
    /// How much of the file became what.
    pub tally: Tally,
    /// As which format the file was read.
    pub format: Format,
    /// The link that it came by, where it was one.
    pub link: Option<Arc<Arrived>>,
    /// How it was looked at when it was saved, as a plan keeps a view (see `view::address`); empty where the file says
    /// nothing.
    pub view: String,
}

/// The formats there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Format {
    /// A plan in JSON (see `schema/`).
    PlanJson,
    /// A table in text, whose cells this ASCII character separates (`\t`, `|`, `;` or `,`).
    TextTable(u8),
    /// A link that carries the plan (see `link`).
    Link,
}

/// How much of the file became what. `rows` and `cells` are of the tables; lines of prose count as lines only.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
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
