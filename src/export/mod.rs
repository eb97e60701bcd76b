// SPDX-License-Identifier: AGPL-3.0-or-later
//! From a plan and its figures to files that other programs read.
//!
//! Never here: saving them (see `ui`), and numbers rounded for people: full precision, `null` where nothing is known.

pub mod chart_csv;
pub mod chart_json;
pub mod chart_svg;
pub mod csv;
pub mod figures_csv;
pub mod figures_json;
pub mod findings_csv;
pub mod findings_json;
mod name;
pub mod objectives_csv;
pub mod objectives_json;
pub mod open_data;
mod origin;
pub mod people_csv;
pub mod people_json;
pub mod plan_json;
pub mod report_html;
pub mod selection_json;
pub mod sha256;

pub use name::{FileKind, file_name, nameless};
pub use origin::Origin;

use serde::Serialize;

/// A value as JSON text, indented for people, with an end of line.
fn pretty(value: &impl Serialize) -> String {
    // Only maps with keys that are no texts could make this fail: there are none.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
