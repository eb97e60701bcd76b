// SPDX-License-Identifier: AGPL-3.0-or-later
//! What goes out as bytes, version 1: a plan column by column, or figures, before any compression.
//!
//! `bytes` is the alphabet, `writer` and `reader` the two ends of it; `values` numbers that have a short form, `names`
//! the official names as they stood when this version was made; `write` and `read` a plan, `figures` aggregates. Equal
//! plans have equal bytes. Where an objective stood in its file is the one thing that stays behind: the other side does
//! not have the file.
//!
//! A wire can grow: what a later version adds stands behind the numbers of this one or in a column of its own, and this
//! version answers that the link is newer than the page. Never here: compression (see `codec`), or a choice of what goes
//! out (see `level`).

mod bytes;
mod figures;
mod names;
mod people;
mod read;
mod reader;
mod values;
mod write;
mod writer;

use super::Content;
use reader::Reader;
use writer::Writer;

/// Why bytes are not a wire of this version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    /// They have something that this version does not know.
    #[error("of a later version")]
    Newer,
    /// They say something that cannot be.
    #[error("not what was written")]
    Broken,
    /// What they say would take more memory than any plan that is sent.
    #[error("larger than anything that is sent")]
    TooLarge,
}

/// The columns of texts, in their order in the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    /// What the document says of itself.
    Header,
    /// Names of people.
    Name,
    /// What stands in a cell of people besides their names, or such a cell whole.
    Cell,
    /// Codes that are no official ones.
    Code,
    /// Names of missions and programmes that are no official ones.
    Label,
    Office,
    Objective,
    Purpose,
    Indicator,
    Expected,
    Actual,
    Outcome,
    Deadline,
    /// Names of kept values.
    Key,
    /// Kept values.
    Value,
    /// What the user said: notes, names of views, views.
    User,
}

/// How many columns there are.
const COLUMNS: usize = Column::User as usize + 1;

/// The number of the column of this name in the priming text, where the official names are labels.
pub(super) fn column_named(name: &str) -> Option<u8> {
    let names = [
        "header",
        "name",
        "cell",
        "code",
        "label",
        "office",
        "objective",
        "purpose",
        "indicator",
        "expected",
        "actual",
        "outcome",
        "deadline",
        "key",
        "value",
        "user",
    ];
    let name = if name == "official" { "label" } else { name };
    names.iter().position(|known| *known == name).map(|place| place as u8 + 1)
}

/// Writes texts as a column has them.
pub(super) fn primed<'t>(out: &mut Vec<u8>, column: u8, texts: impl Iterator<Item = &'t str>) {
    out.extend([bytes::MARK, column]);
    for text in texts {
        out.extend_from_slice(text.as_bytes());
        out.push(bytes::END);
    }
}

/// What a wire begins with: what is in it.
mod kind {
    /// Figures.
    pub const FIGURES: u64 = 0;
    /// A plan without names.
    pub const WITHOUT_NAMES: u64 = 1;
    /// A plan with everything.
    pub const EVERYTHING: u64 = 2;
}

/// Writes what goes out.
pub fn encode(content: &Content) -> Vec<u8> {
    let mut writer = Writer::default();
    match content {
        Content::Figures(aggregates) => {
            writer.number(kind::FIGURES);
            figures::write(&mut writer, aggregates);
        }
        Content::WithoutNames(plan) => {
            writer.number(kind::WITHOUT_NAMES);
            write::plan(&mut writer, plan);
        }
        Content::Everything(plan) => {
            writer.number(kind::EVERYTHING);
            write::plan(&mut writer, plan);
        }
    }
    writer.finish()
}

/// Reads what [`encode`] wrote.
///
/// # Errors
/// Where the bytes are not what it would have written; see [`WireError`].
pub fn decode(wire: &[u8]) -> Result<Content, WireError> {
    let mut reader = Reader::new(wire)?;
    let content = match reader.number()? {
        kind::FIGURES => Content::Figures(figures::read(&mut reader)?),
        kind::WITHOUT_NAMES => Content::WithoutNames(read::plan(&mut reader)?),
        kind::EVERYTHING => Content::Everything(read::plan(&mut reader)?),
        _ => return Err(WireError::Newer),
    };
    reader.finish()?;
    Ok(content)
}
