// SPDX-License-Identifier: AGPL-3.0-or-later
//! The figures that are read first, as they are said: on the page, on a slide, in a report.
//!
//! Never here: a figure computed, a number without that of the objectives behind it.

use super::Language;
use super::page::PageWords;
use crate::reading::Status;
use crate::statistics::Summary;

/// What a headline figure says, by its name in handles: its value and what that is of. Nothing where the plan has
/// nothing of the kind.
pub fn said(
    handle: &str,
    summary: &Summary,
    is_weighted: bool,
    language: Language,
    words: &'static PageWords,
) -> Option<(String, String)> {
    let Summary { objectives, status, degree, weighted, staff_percent, .. } = summary;
    let percent = |value: f64| language.percent(value);
    let none = |words: &str| ("–".to_owned(), words.to_owned());
    match handle {
        "achieved" => {
            let achieved = status.of(Status::Achieved);
            Some(((words.achieved_of)(achieved, *objectives), (words.achieved_caption)(achieved).to_owned()))
        }
        "mean" => Some(match degree.mean {
            Some(mean) => (percent(mean), (words.mean_caption)(degree.known, *objectives)),
            None => none(words.mean_unknown),
        }),
        "median" => degree.median.map(|median| (percent(median), (words.median_caption)(degree.known))),
        "weighted-mean" => match weighted.mean {
            Some(mean) => Some((percent(mean), (words.weighted_caption)(weighted.known))),
            None => is_weighted.then(|| none(words.weighted_unknown)),
        },
        _ => staff_percent
            .mean
            .map(|mean| (percent(mean), (words.staff_caption)(staff_percent.known, *objectives))),
    }
}
