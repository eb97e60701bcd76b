// SPDX-License-Identifier: AGPL-3.0-or-later
//! A report that was saved as a web page, and has the plan's data in it (see `report::data`): the plan, as it was looked at.
//!
//! Never here: anything else of the page. What the report says in words is what the data say already.

use super::place::offset_in;
use super::{Import, ImportError, ReportFault, link, plan_json};
use crate::plan::Place;
use crate::report::{Found, find};
use crate::share::found_in;

/// Reads the data in a report; `None` where the page is no report.
///
/// # Errors
/// Where the data in it are cut or altered, or cannot be opened.
pub fn read(html: &str) -> Option<Result<Import, ImportError>> {
    Some(match find(html)? {
        Ok(Found { is_whole: false, .. }) => Err(ImportError::Report(ReportFault::Altered)),
        Ok(found) => plan(html, found),
        Err(_) => Err(ImportError::Report(ReportFault::Cut)),
    })
}

fn plan(html: &str, Found { text, view, .. }: Found<'_>) -> Result<Import, ImportError> {
    if let Some(fragment) = found_in(text) {
        return link::read(fragment);
    }
    let mut import = plan_json::read(text)?;
    import.view = view;
    // Places are those of the file that is open, and the data begin on a line of their own.
    let before = offset_in(html, text).and_then(|at| html.get(..at)).unwrap_or_default();
    let lines = before.matches('\n').count() as u32;
    let shift = |place: &mut Option<Place>| place.iter_mut().for_each(|place| place.line += lines);
    import.diagnostics.iter_mut().for_each(|diagnostic| shift(&mut diagnostic.place));
    import.plan.objectives_mut().iter_mut().for_each(|objective| shift(&mut objective.place));
    Ok(import)
}
