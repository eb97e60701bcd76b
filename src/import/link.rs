// SPDX-License-Identifier: AGPL-3.0-or-later
//! A plan that came in a link, as a plan that was read.
//!
//! Never here: how a link is opened (see `link`), and a plan made of figures: where only these came, there are no
//! objectives, and the figures stand beside the plan.

use std::sync::Arc;

use super::{Diagnostic, DiagnosticKind, Format, Import, ImportError, Tally, value};
use crate::plan::{Header, Method, Plan};
use crate::share::{self, Aggregates, Arrived, Content, Opened, Tidied};

/// Reads the fragment of a link, with the view after its data.
///
/// # Errors
/// Where it cannot be opened.
pub fn read(fragment: &str) -> Result<Import, ImportError> {
    let opened = share::open(fragment).map_err(ImportError::Link)?;
    let Opened { content, tidied, data } = opened.ok_or(ImportError::Link(share::LinkError::Empty))?;
    if content.plan().is_some_and(|plan| plan.objectives.is_empty()) {
        return Err(ImportError::NoObjectives);
    }
    let diagnostics = tidied.into_iter().map(passed_over).collect();
    Ok(Import { diagnostics, ..arrived(content, data, share::view(fragment)) })
}

/// What came, as a plan that was read, with the link that it came by: its data and the view after them.
pub(crate) fn arrived(content: Content, data: String, view: String) -> Import {
    let level = content.level();
    let (plan, figures) = match content {
        Content::Figures(figures) => (without_objectives(&figures), Some(figures.sent())),
        Content::WithoutNames(plan) | Content::Everything(plan) => (plan, None),
    };
    let rows = plan.objectives.len();
    Import {
        plan,
        diagnostics: Vec::new(),
        tally: Tally { rows, rows_read: rows, ..Tally::default() },
        format: Format::Link,
        link: Some(Arc::new(Arrived { data, view, level, figures })),
        view: String::new(),
    }
}

/// What the reader of a file said of its codes, and only it can say, of the plan that goes out of it: codes are quoted as they
/// stand there, and nothing else is quoted.
pub(crate) fn of_codes(diagnostics: &[Diagnostic], plan: &Plan) -> Vec<Diagnostic> {
    let told = |of: &Diagnostic| {
        let kind = match &of.kind {
            DiagnosticKind::CodeReadAs { read, .. } => {
                let objective = plan.objectives.get(of.n?.checked_sub(1)? as usize)?;
                let written = objective.code_as_written.trim();
                value::code(written).value().filter(|code| !code.usual)?;
                DiagnosticKind::CodeReadAs { written: written.to_owned(), read: read.clone() }
            }
            DiagnosticKind::MissionWithoutName { code } if !plan.objectives.is_empty() => {
                DiagnosticKind::MissionWithoutName { code: *code }
            }
            _ => return None,
        };
        Some(Diagnostic { kind, place: None, n: of.n })
    };
    diagnostics.iter().filter_map(told).collect()
}

/// That something was passed over in a link.
pub fn passed_over(tidied: Tidied) -> Diagnostic {
    Diagnostic { kind: DiagnosticKind::LinkTidied(tidied), place: None, n: None }
}

/// What figures say of the plan that they are of.
fn without_objectives(figures: &Aggregates) -> Plan {
    let Aggregates { year, kind, state, method, .. } = figures;
    Plan {
        header: Header { year: *year, kind: kind.clone(), state: *state, ..Header::default() },
        method: Some(*method).filter(|method| *method != Method::default()),
        ..Plan::default()
    }
}
