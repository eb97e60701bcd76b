// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of the charts in English.
//!
//! Never here: a decision on what a chart shows.

use crate::reading::Status;
use crate::statistics::Summary;

use super::{ChartWords, StatusWords};
use crate::locale::Language;

/// A status whose word is the same for one and for many, as adjectives are in English.
const fn status(name: &'static str, word: &'static str) -> StatusWords {
    StatusWords { name, one: word, many: word }
}

/// English.
pub static EN: ChartWords = ChartWords {
    language: Language::English,
    status_by_mission: "Outcome by mission",
    degree_by_mission: "Mean degree by mission and programme",
    distribution: "Distribution of degrees of achievement",
    strategic_against_ordinary: "Strategic and ordinary objectives",
    statuses: [
        status("Achieved", "achieved"),
        status("Partly achieved", "partly achieved"),
        status("Not achieved", "not achieved"),
        status("Suspended", "suspended"),
        status("Postponed", "postponed"),
        status("Cancelled", "cancelled"),
        status("In progress", "in progress"),
        status("Not measurable", "not measurable"),
        status("Outcome not stated", "with no outcome stated"),
    ],
    mission: "Mission",
    programme: "Programme",
    no_mission: "Mission not stated",
    no_programme: "Programme not stated",
    strategic: "Strategic",
    ordinary: "Ordinary",
    neither: "Kind not stated",
    not_stated: "not stated",
    no_degree: "no degree",
    no_degree_short: ["no", "degree"],
    code: "Code",
    mission_or_programme: "Mission or programme",
    kind: "Kind",
    objectives: "Objectives",
    with_degree: "With a degree",
    mean_degree: "Mean degree",
    median_degree: "Median degree",
    degree: "Degree",
    total: "Total",
    empty_plan: "The plan has no objectives.",
    empty_selection: "No objective is selected: remove a filter to see them again.",
    all_left_out: "The method leaves out every objective of the selection.",
    left_out: |n, m| format!("Left out by the method: {}.", (EN.out_of)(n, m)),
    not_drawn: "The chart could not be drawn; its figures are in the table.",
    more: |n| match n {
        1 => "One more row is in the table.".into(),
        n => format!("{} more rows are in the table.", EN.figure(n)),
    },
    out_of: |n, m| format!("{} of {}", EN.figure(n), EN.figure(m)),
    count,
    selected: |n, m| format!("Selection: {} of {}.", count(n), EN.figure(m)),
    status_summary,
    degree_summary,
    distribution_summary: |[whole, zero, between, unknown, all]| {
        format!(
            "With degree 100%: {} of {}; with degree 0%: {}; between: {}; without a degree: {}.",
            count(whole),
            EN.figure(all),
            EN.figure(zero),
            EN.figure(between),
            EN.figure(unknown),
        )
    },
    kind_summary: |kind, summary| {
        let achieved = (EN.out_of)(summary.status.of(Status::Achieved), summary.objectives);
        let degree = EN.measure(summary.degree.mean, summary.degree.known, summary.objectives);
        format!("{kind}: {achieved} achieved, mean degree {degree}.")
    },
    stand_ins: |n, m| {
        let cases = if n == 1 { "case" } else { "cases" };
        format!("In {} {cases} of {} the staff percentage stands in.", EN.figure(n), EN.figure(m))
    },
    corrected: |n| format!("{} corrected by hand", count(n)),
    degrees: |from, to| match (from, to) {
        (0, 1..) => format!("above 0 and below {to}%"),
        _ if from == to => format!("{from}%"),
        _ => format!("{from} to below {to}%"),
    },
};

fn count(n: u32) -> String {
    format!("{} {}", EN.figure(n), if n == 1 { "objective" } else { "objectives" })
}

fn status_summary(summary: &Summary, whole: u32, missions: u32) -> String {
    let achieved = summary.status.of(Status::Achieved);
    let verb = if achieved == 1 { "is" } else { "are" };
    let mut out = format!("{} of {} {verb} achieved", count(achieved), EN.figure(summary.objectives));
    let others = EN.others(summary);
    if !others.is_empty() {
        out += &format!("; the others: {others}");
    }
    out + &format!(". Missions with every objective achieved: {}.", (EN.out_of)(whole, missions))
}

fn degree_summary(summary: &Summary, range: Option<(f64, f64)>) -> String {
    let known = (EN.out_of)(summary.degree.known, summary.objectives);
    let Some(mean) = summary.degree.mean else {
        return format!("No objective has a degree of achievement ({known}).");
    };
    let mut out =
        format!("The mean degree is {}; objectives with a degree: {known}.", EN.language.percent(mean));
    if let Some((low, high)) = range {
        let (low, high) = (EN.language.percent(low), EN.language.percent(high));
        out += &format!(" By mission it goes from {low} to {high}.");
    }
    if summary.stand_ins > 0 {
        out += " ";
        out += &(EN.stand_ins)(summary.stand_ins, summary.degree.known);
    }
    out
}
