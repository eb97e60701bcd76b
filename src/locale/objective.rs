// SPDX-License-Identifier: AGPL-3.0-or-later
//! How one objective is told wherever it stands: its title, its degree with the marks on it, what decided how it went.
//!
//! Never here: how it went (see `reading`), and how it looks.

use super::Language;
use super::page::PageWords;
use crate::plan::Objective;
use crate::reading::{Achievement, Confidence, Counted, OutcomeReading, ReadFrom, Status};

/// The shape of a status, beside its word.
pub fn shape(status: Status) -> &'static str {
    match status {
        Status::Achieved => "✔",
        Status::PartiallyAchieved => "◐",
        Status::NotAchieved => "✕",
        Status::Suspended => "‖",
        Status::Postponed => "↷",
        Status::Cancelled => "⊘",
        Status::InProgress => "▸",
        Status::NotMeasurable => "≠",
        Status::NotStated => "–",
    }
}

/// What marks a value by the word of the user.
pub const CORRECTED: &str = "✎";

/// A value with what marks it as the user's.
pub fn corrected(value: impl std::fmt::Display) -> String {
    format!("{CORRECTED}\u{a0}{value}")
}

/// What marks a degree that the method made 0.
pub const AS_ZERO: &str = "*";

/// A degree as the table shows it: `≈` marks a staff percentage that stands in for it, [`AS_ZERO`] what the method made
/// 0, and brackets what it leaves out.
pub fn degree(achievement: &Achievement, language: Language) -> Option<String> {
    let degree = language.percent(achievement.degree?.value());
    let degree = match achievement.read_from {
        Some(ReadFrom::StaffPercent) => format!("≈\u{a0}{degree}"),
        Some(ReadFrom::Correction) => corrected(degree),
        _ => degree,
    };
    Some(match achievement.counted {
        Counted::AsStated => degree,
        Counted::AsZero(_) => format!("{degree}{AS_ZERO}"),
        Counted::LeftOut(_) => format!("({degree})"),
    })
}

/// The text of an objective as a title: its first words where it is, or what says that there is none.
pub fn title<'a>(objective: &'a Objective, without: &'static str) -> &'a str {
    match objective.objective.trim() {
        "" if objective.purpose.trim().is_empty() => without,
        "" => objective.purpose.trim(),
        text => text,
    }
}

/// What decided how it went, in a sentence.
pub fn decided(
    achievement: &Achievement,
    outcome: &OutcomeReading,
    words: &'static PageWords,
) -> &'static str {
    let is_inferred = outcome.verdict.is_some_and(|verdict| verdict.confidence == Confidence::Inferred);
    let is_computed = outcome.number_confidence == Confidence::Inferred;
    match achievement.read_from {
        Some(ReadFrom::DegreeColumn) => words.decided_by_column,
        Some(ReadFrom::NumberInText) if is_computed => words.decided_by_share,
        Some(ReadFrom::NumberInText) => words.decided_by_number,
        // An inferred reading says so: the words state it only by a step.
        Some(ReadFrom::Wording) if is_inferred => words.decided_by_inference,
        Some(ReadFrom::Wording) => words.decided_by_wording,
        Some(ReadFrom::Indicators) => words.decided_by_indicators,
        Some(ReadFrom::StaffPercent) => words.decided_by_staff,
        Some(ReadFrom::Correction) => words.decided_by_correction,
        None => words.decided_by_nothing,
    }
}
