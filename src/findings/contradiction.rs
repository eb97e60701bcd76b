// SPDX-License-Identifier: AGPL-3.0-or-later
//! Whether a declared degree and the words beside it can both be right.
//!
//! Never here: which of them is. A contradiction is a question to ask, with its words.

use crate::reading::{OutcomeReading, Span, Status};

/// The words of an outcome text that a declared degree (in percent) cannot be right beside; `None` where it can, or none
/// is declared.
///
/// A declared 100 is contradicted by any verdict but achieved and not measurable, by a lower number, and by work that is
/// reported as undone; a declared 0 by a verdict of achieved and by a number above 0; a degree between them by a plain
/// verdict of achieved or not achieved and by another number, since a part is undone then anyway.
pub fn contradiction(declared: Option<f64>, outcome: &OutcomeReading) -> Option<Span> {
    let declared = declared?;
    let verdict = outcome.verdict.map(|verdict| (verdict.status, verdict.span));
    let number = outcome.number.map(|(percent, span)| (percent.value(), span));
    // Rounded as people round: 98,7 beside "98,71/100" is the same number.
    let other = number.filter(|(number, _)| (number - declared).abs() >= 0.5).map(|(_, span)| span);
    if declared >= 100.0 {
        let contrary =
            verdict.filter(|(status, _)| !matches!(status, Status::Achieved | Status::NotMeasurable));
        // What cannot be measured may well lack something.
        let measurable = verdict.is_none_or(|(status, _)| status != Status::NotMeasurable);
        return contrary.map(|(_, span)| span).or(other).or(outcome.undone.filter(|_| measurable));
    }
    let contrary = verdict.filter(|(status, _)| match status {
        // With a number of its own beside it, that is what is compared.
        Status::Achieved => number.is_none(),
        Status::NotAchieved => declared > 0.0,
        Status::PartiallyAchieved => declared <= 0.0,
        _ => false,
    });
    contrary.map(|(_, span)| span).or(other)
}
