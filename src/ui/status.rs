// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a status looks wherever it shows: a shape, a hue and always a word.

use leptos::prelude::*;

use crate::locale::Language;
use crate::locale::charts::charts;
use crate::plan::Objective;
use crate::reading::{Achievement, Counted, ReadFrom, Status};

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

/// The word for one or several objectives of a status.
pub fn name(status: Status, count: u32, language: Language) -> &'static str {
    let words = charts(language).status(status);
    if count == 1 { words.one } else { words.many }
}

/// The class of a status's badge.
pub fn class(status: Status) -> String {
    format!("status status-{}", status.code())
}

/// A status: shape and word.
pub fn badge(status: Status, count: u32, language: Language) -> AnyView {
    view! {
        <span class=class(status)>
            <span class="shape" aria-hidden="true">{shape(status)}</span>
            {name(status, count, language)}
        </span>
    }
    .into_any()
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
