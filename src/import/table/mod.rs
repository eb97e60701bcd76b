// SPDX-License-Identifier: AGPL-3.0-or-later
//! Tables in text: tab-separated, Markdown, pasted from a spreadsheet, CSV.
//!
//! Four steps, each a function of the one before:
//!
//! ```text
//! text ─layout→ records of cells ─block→ what each record is ─columns→ what each column is ─assemble→ plan
//! ```
//!
//! Never here: bytes and encodings (see `encoding`), what an outcome means (see `reading`).

mod assemble;
mod block;
mod columns;
mod document;
mod entries;
mod heading;
mod headings;
mod layout;
mod markup;
mod row;
mod tables;
mod vocabulary;

use super::{Import, ImportError};

pub use entries::KNOWN as KNOWN_HEADINGS;

/// Reads a plan from a text with a table of objectives in it. The name of the file is asked for its year, where
/// nothing else tells it.
///
/// ```
/// use traguardi::import::table;
/// let text = "Codice\tObiettivo\tEsito\n04.06\tMensa di qualità\tRaggiunto\n";
/// let import = table::read(text, "piano.txt").unwrap();
/// assert_eq!(import.plan.objectives[0].outcome, "Raggiunto");
/// ```
///
/// # Errors
/// [`ImportError::Empty`] where there is no text; [`ImportError::NoTable`] where there is no table of objectives in it;
/// [`ImportError::NoObjectives`] where there is one without a row, [`ImportError::RowsLeft`] where no row of it is one;
/// [`ImportError::TooManyLines`] where it has more lines than memory can be counted on to hold.
pub fn read(text: &str, file_name: &str) -> Result<Import, ImportError> {
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err(ImportError::Empty);
    }
    let layout = layout::read(text, |cell| vocabulary::sure(&markup::strip(cell)).is_some())?;
    let separator = layout.separator;
    let lines = layout.records.len();
    let blocks = block::read(layout);
    let tables = tables::read(&blocks);
    assemble::assemble(blocks, tables, separator, lines, file_name)
}
