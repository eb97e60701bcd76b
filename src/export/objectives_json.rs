// SPDX-License-Identifier: AGPL-3.0-or-later
//! The download `objectives-json`: every objective, how it went, and what decided it.
//!
//! Never here: a selection. The list is the whole plan, so that `n` finds the objective in its document.

use serde::Serialize;

use crate::import::value::states_nothing;
use crate::plan::{Indicator, Mission, Objective, Plan, Programme, Year};
use crate::reading::{
    Achievement, Deadline, IndicatorReading, ObjectiveReading, ReadFrom, Span, Value, When,
};

/// The objectives of a plan as a JSON array, one record for each. `readings` and `achievements` are theirs, in
/// their order.
pub fn write(plan: &Plan, readings: &[ObjectiveReading], achievements: &[Achievement]) -> String {
    let all = 0..u32::try_from(plan.objectives.len()).unwrap_or(u32::MAX);
    let records: Vec<Record> =
        all.filter_map(|row| Record::of_row(row, plan, readings, achievements)).collect();
    super::pretty(&records)
}

#[derive(Serialize)]
pub(super) struct Record<'p> {
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
    /// Whether the user overruled anything that was read of it.
    corrected: bool,
    /// Whether the method makes it count otherwise than stated.
    counted: &'static str,
    evidence: Option<SpanJson>,
    verdict: Option<&'static str>,
    /// How sure the verdict is: `stated`, or `inferred` by a step.
    verdict_confidence: Option<&'static str>,
    number_in_text: Option<f64>,
    /// How sure that number is: `stated`, or `inferred` where it is computed from a share.
    number_confidence: Option<&'static str>,
    /// Only where one of them has a value.
    #[serde(skip_serializing_if = "Option::is_none")]
    indicators: Option<Vec<IndicatorJson<'p>>>,
}

impl<'p> Record<'p> {
    /// The record of an objective by its place in the plan; `None` where there is none.
    pub(super) fn of_row(
        row: u32,
        plan: &'p Plan,
        readings: &[ObjectiveReading],
        achievements: &[Achievement],
    ) -> Option<Self> {
        let at = row as usize;
        let (objective, reading) = (plan.objectives.get(at)?, readings.get(at)?);
        Some(Self::new(at + 1, objective, reading, achievements.get(at)?))
    }

    fn new(
        n: usize,
        objective: &'p Objective,
        reading: &ObjectiveReading,
        achievement: &Achievement,
    ) -> Self {
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
            corrected: achievement.corrected,
            counted: achievement.counted.code(),
            evidence: achievement.evidence.map(SpanJson::from),
            verdict: reading.outcome.verdict.map(|verdict| verdict.status.code()),
            verdict_confidence: reading.outcome.verdict.map(|verdict| verdict.confidence.code()),
            number_in_text: reading.outcome.number.map(|(percent, _)| percent.value()),
            number_confidence: reading.outcome.number.map(|_| reading.outcome.number_confidence.code()),
            indicators: indicators(&objective.indicators, &reading.indicators),
        }
    }
}

/// The indicators with their readings, where one of them has a value.
fn indicators<'p>(all: &'p [Indicator], readings: &[IndicatorReading]) -> Option<Vec<IndicatorJson<'p>>> {
    let has_value = |one: &IndicatorReading| one.is_expected || one.is_stated;
    let new = |(one, reading)| IndicatorJson::new(one, reading);
    readings.iter().any(has_value).then(|| all.iter().zip(readings).map(new).collect())
}

/// An indicator with what its values come to; `null` where nothing is stated or nothing can be read.
#[derive(Serialize)]
struct IndicatorJson<'p> {
    text: &'p str,
    expected: Option<&'p str>,
    actual: Option<&'p str>,
    degree: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<f64>,
    /// Which numbers are better, where the target is one.
    better: Option<&'static str>,
    deadline: Option<DeadlineJson>,
}

impl<'p> IndicatorJson<'p> {
    fn new(one: &'p Indicator, reading: &IndicatorReading) -> Self {
        let IndicatorReading { target, better, degree, deadline, deadline_in_text, .. } = *reading;
        let stated = |text: &'p str| (!states_nothing(text)).then_some(text);
        let is_number =
            target.is_some_and(|target| matches!(target.value, Value::Number(..) | Value::Ratio { .. }));
        let source = if deadline_in_text { &one.text } else { &one.expected };
        Self {
            text: &one.text,
            expected: stated(&one.expected),
            actual: stated(&one.actual),
            degree: degree.map(|percent| percent.value()),
            weight: one.weight.map(|weight| weight.value()),
            better: is_number.then(|| better.code()),
            deadline: deadline.map(|deadline| DeadlineJson::new(deadline, source)),
        }
    }
}

/// A time by which something is to be done: by a date, or within a length of time.
#[derive(Serialize)]
struct DeadlineJson {
    by: Option<String>,
    within: Option<f64>,
    unit: Option<&'static str>,
    from: Option<String>,
}

impl DeadlineJson {
    /// `source` is the text that the deadline stands in.
    fn new(deadline: Deadline, source: &str) -> Self {
        let part = |span: Span| span.of(source).to_owned();
        match deadline.when {
            When::By(date) => Self { by: Some(date.to_string()), within: None, unit: None, from: None },
            When::Within { length, unit, from } => {
                let (within, unit) = (Some(length), Some(unit.code()));
                Self { by: None, within, unit, from: from.map(part) }
            }
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
