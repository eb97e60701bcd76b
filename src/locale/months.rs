// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of months, and of stretches of time that stand together.
//!
//! Never here: which months do (see `statistics::spans`).

use super::Language;
use super::charts::linked;
use crate::statistics::spans::{Span, Stretch};

/// The words of stretches of time.
struct MonthWords {
    /// In a month, or a quarter; in a year.
    at: fn(&str) -> String,
    within: fn(&str) -> String,
    /// From a month to another of the same year; from a year to another.
    months: fn(&str, &str, u32) -> String,
    years: fn(u32, u32) -> String,
}

/// The Italian `a`, before a month: `ad aprile`.
fn to(month: &str) -> &'static str {
    if month.starts_with('a') { "ad" } else { "a" }
}

static IT: MonthWords = MonthWords {
    at: |month| format!("{} {month}", to(month)),
    within: |time| format!("nel {time}"),
    months: |from, until, year| format!("da {from} {} {until} {year}", to(until)),
    years: |from, to| format!("dal {from} al {to}"),
};

static EN: MonthWords = MonthWords {
    at: |month| format!("in {month}"),
    within: |time| format!("in {time}"),
    months: |from, to, year| format!("from {from} to {to} {year}"),
    years: |from, to| format!("from {from} to {to}"),
};

/// A month, or a year alone: `giugno 2021`.
pub fn month(key: &str, language: Language) -> String {
    let Some((year, number)) = key.split_once('-') else { return key.to_owned() };
    match number.parse().ok().and_then(|number| language.month(number)) {
        Some(month) => format!("{month} {year}"),
        None => key.to_owned(),
    }
}

fn name_of(month: u8, language: Language) -> &'static str {
    language.month(month).unwrap_or("–")
}

/// What a stretch is called: `giugno 2021`, `1º trimestre 2021`, `marzo–maggio 2021`, `2020–2022`.
pub fn name(span: &Span<'_>, language: Language) -> String {
    match span.stretch {
        Stretch::One => span.filters.first().map(|filter| month(&filter.key, language)).unwrap_or_default(),
        Stretch::Quarter(year, quarter) => (linked(language).quarter)(quarter.into(), year),
        Stretch::Months(year, from, to) => {
            format!("{}–{} {year}", name_of(from, language), name_of(to, language))
        }
        Stretch::Years(from, to) if from == to => from.to_string(),
        Stretch::Years(from, to) => format!("{from}–{to}"),
    }
}

/// When that is: `a giugno 2021`, `nel 1º trimestre 2021`, `da marzo a maggio 2021`, `dal 2020 al 2022`.
pub fn when(span: &Span<'_>, language: Language) -> String {
    let words = language.pick(&IT, &EN);
    let name = || name(span, language);
    match span.stretch {
        Stretch::One if span.filters.iter().any(|filter| filter.key.contains('-')) => (words.at)(&name()),
        Stretch::Months(year, from, to) => {
            (words.months)(name_of(from, language), name_of(to, language), year)
        }
        Stretch::Years(from, to) if from < to => (words.years)(from, to),
        Stretch::One | Stretch::Quarter(..) | Stretch::Years(..) => (words.within)(&name()),
    }
}
