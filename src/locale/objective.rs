// SPDX-License-Identifier: AGPL-3.0-or-later
//! How one objective is told wherever it stands: its title, its degree with the marks on it, what decided how it went.
//!
//! Never here: how it went (see `reading`), and how it looks.

use super::Language;
use super::findings::words as finding_words;
use super::method::method;
use super::page::PageWords;
use crate::document::Document;
use crate::list::List;
use crate::plan::{Correction, Indicator, Objective, People};
use crate::reading::{
    Achievement, Better, Confidence, Counted, IndicatorReading, OutcomeReading, ReadFrom, Span, Status, Value,
};

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

/// A value of the user's with the one that it stands in the place of, where the document has one.
pub fn in_place_of(value: impl std::fmt::Display, written: &str, words: &'static PageWords) -> String {
    match written {
        "" => corrected(value),
        written => format!("{} ({})", corrected(value), (words.as_written)(written)),
    }
}

/// Who answers for an objective, as it is told: with what the document says where the user says otherwise.
pub fn responsible(document: &Document, index: u32, words: &'static PageWords) -> String {
    people(document, index, words, |of| &of.responsible, |of| of.responsible.is_some())
}

/// The same of who works on it besides.
pub fn support(document: &Document, index: u32, words: &'static PageWords) -> String {
    people(document, index, words, |of| &of.support, |of| of.support.is_some())
}

fn people(
    document: &Document,
    index: u32,
    words: &'static PageWords,
    of: fn(&Objective) -> &People,
    is_corrected: fn(&Correction) -> bool,
) -> String {
    let cell = |objectives: &List<Objective>| {
        objectives.get(index as usize).map(|objective| of(objective).as_written()).unwrap_or_default()
    };
    let in_force = cell(&document.plan.objectives);
    match document.plan.correction_of(index + 1).is_some_and(is_corrected) {
        true => in_place_of(in_force, &cell(&document.import.plan.objectives), words),
        false => in_force,
    }
}

/// In which years it is planned; `None` where the document does not say.
pub fn planned(objective: &Objective, words: &'static PageWords) -> Option<String> {
    Some(match objective.planned.as_deref()? {
        [] => words.planned_never.to_owned(),
        years => years.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    })
}

/// Something that is told of an indicator: what it is called, its value, and how that was computed.
pub struct Told {
    /// What it is.
    pub name: &'static str,
    /// Its value.
    pub value: String,
    /// How it was computed, in brackets; empty where it was not.
    pub how: &'static str,
}

/// What was expected of an indicator, what came of it, how much it counts, and its degree.
pub fn indicator(
    indicator: &Indicator,
    reading: &IndicatorReading,
    language: Language,
    words: &'static PageWords,
) -> Vec<Told> {
    let told = |name, value: &str| Some(Told { name, value: value.to_owned(), how: "" });
    let written = |name, value: &str| told(name, value.trim()).filter(|told| !told.value.is_empty());
    let expected = match reading.target.is_some_and(|target| target.in_text) {
        true => told(words.expected, words.in_its_text),
        false => written(words.expected, &indicator.expected),
    };
    // Where nothing is expected either, nothing is missing.
    let actual = match !reading.is_stated && expected.is_some() {
        true => told(words.actual, words.actual_not_stated),
        false => written(words.actual, &indicator.actual),
    };
    let weight = indicator.weight.and_then(|weight| told(words.weight, &language.number(weight.value(), 4)));
    let how = match (reading.target.map(|target| target.value), reading.better) {
        (Some(Value::Date(_)), _) => words.degree_of_date,
        (Some(Value::YesNo(_)), _) => words.degree_of_yes_no,
        (_, Better::More) => words.degree_of_more,
        (_, Better::Less) => words.degree_of_less,
    };
    let degree = reading.degree.map(|degree| language.percent(degree.value()));
    let degree = degree.map(|value| Told { name: words.degree, value, how });
    [expected, actual, weight, degree].into_iter().flatten().collect()
}

/// The words of an outcome that are marked, with what they are: those that decided, else those that report something
/// undone.
pub fn evidence(
    achievement: &Achievement,
    outcome: &OutcomeReading,
    language: Language,
    words: &'static PageWords,
) -> (Option<Span>, &'static str) {
    match achievement.evidence {
        Some(evidence) => (Some(evidence), words.deciding_words),
        None => (outcome.undone, finding_words(language).undone),
    }
}

/// What makes it count otherwise than stated, in a sentence.
pub fn counted(achievement: &Achievement, language: Language) -> Option<String> {
    let by_method = method(language);
    match achievement.counted {
        Counted::AsStated => None,
        Counted::AsZero(reason) => Some((by_method.as_zero_because)(reason)),
        Counted::LeftOut(reason) => Some((by_method.left_out_because)(reason)),
    }
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
