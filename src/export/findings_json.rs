// SPDX-License-Identifier: AGPL-3.0-or-later
//! The download `findings-json`: what deserves a second look, why, what to ask, and the places it leans on.
//!
//! Never here: what is found (see `findings`).

use serde::Serialize;

use crate::findings::{Evidence, Finding};
use crate::locale::{Language, findings as words};
use crate::plan::Plan;

/// The findings of a plan as a JSON array, with sentences in a language.
pub fn write(plan: &Plan, findings: &[Finding], language: Language) -> String {
    super::pretty(&records(plan, findings, language).collect::<Vec<_>>())
}

/// The records of [`write`].
pub(super) fn records<'p>(
    plan: &'p Plan,
    findings: &[Finding],
    language: Language,
) -> impl Iterator<Item = Record<'p>> {
    findings.iter().map(move |finding| Record::new(plan, finding, language))
}

#[derive(Serialize)]
pub(super) struct Record<'p> {
    pub kind: &'static str,
    pub n: Option<u32>,
    pub code_as_written: Option<&'p str>,
    pub reason: String,
    pub question: &'static str,
    pub evidence: Vec<EvidenceJson>,
}

impl<'p> Record<'p> {
    fn new(plan: &'p Plan, finding: &Finding, language: Language) -> Self {
        let Finding { kind, n, evidence } = finding;
        let objective = n.and_then(|n| plan.objectives.get(n.checked_sub(1)? as usize));
        let place = |evidence: &Evidence| {
            let words = objective.and_then(|objective| evidence.words(objective));
            let n = if let Evidence::Other(other) = evidence { Some(*other) } else { None };
            EvidenceJson {
                field: evidence.code(),
                start: words.map(|(_, span)| span.start),
                end: words.map(|(_, span)| span.end),
                text: words.map(|(text, span)| span.of(text).to_owned()),
                n,
            }
        };
        Self {
            kind: kind.code(),
            n: *n,
            code_as_written: objective.map(|objective| objective.code_as_written.as_str()),
            reason: words::reason(kind, language),
            question: words::question(kind, language),
            evidence: evidence.iter().map(place).collect(),
        }
    }
}

/// A place: the field, and the part of its text in Unicode scalar values, where it is a part.
#[derive(Serialize)]
pub(super) struct EvidenceJson {
    pub field: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n: Option<u32>,
}
