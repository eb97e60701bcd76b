// SPDX-License-Identifier: AGPL-3.0-or-later
//! The download `objectives-json`: every objective, how it went, and what decided it.
//!
//! Never here: a selection. The list is the whole plan, so that `n` finds the objective in its document.

use serde::Serialize;

use crate::plan::{Mission, Objective, Plan, Programme, Year};
use crate::reading::{Achievement, ReadFrom, Span};

/// The objectives of a plan as a JSON array, one record for each. `achievements` are theirs, in their order.
pub fn write(plan: &Plan, achievements: &[Achievement]) -> String {
    let records: Vec<Record> = plan
        .objectives
        .iter()
        .zip(achievements)
        .enumerate()
        .map(|(at, (objective, achievement))| Record::new(at + 1, objective, achievement))
        .collect();
    super::pretty(&records)
}

#[derive(Serialize)]
struct Record<'p> {
    n: usize,
    code_as_written: &'p str,
    mission: Option<String>,
    programme: Option<String>,
    strategic: Option<bool>,
    objective: &'p str,
    planned: Option<Vec<u16>>,
    staff_percent: Option<f64>,
    degree: Option<f64>,
    status: &'static str,
    degree_read_from: Option<&'static str>,
    /// Whether the method makes it count otherwise than stated.
    counted: &'static str,
    evidence: Option<SpanJson>,
    verdict: Option<&'static str>,
    number_in_text: Option<f64>,
}

impl<'p> Record<'p> {
    fn new(n: usize, objective: &'p Objective, achievement: &Achievement) -> Self {
        let planned = objective.planned.as_ref();
        Self {
            n,
            code_as_written: &objective.code_as_written,
            mission: objective.mission.as_ref().map(Mission::key),
            programme: objective.programme.as_ref().map(Programme::key),
            strategic: objective.strategic,
            objective: &objective.objective,
            planned: planned.map(|years| years.iter().copied().map(Year::number).collect()),
            staff_percent: objective.staff_percent.map(|percent| percent.value()),
            degree: achievement.degree.map(|percent| percent.value()),
            status: achievement.status.code(),
            degree_read_from: achievement.read_from.map(ReadFrom::code),
            counted: achievement.counted.code(),
            evidence: achievement.evidence.map(SpanJson::from),
            verdict: achievement.outcome.verdict.map(|verdict| verdict.status.code()),
            number_in_text: achievement.outcome.number.map(|(percent, _)| percent.value()),
        }
    }
}

/// A part of the outcome text, in Unicode scalar values.
#[derive(Serialize)]
struct SpanJson {
    start: u32,
    end: u32,
}

impl From<Span> for SpanJson {
    fn from(Span { start, end }: Span) -> Self {
        Self { start, end }
    }
}
