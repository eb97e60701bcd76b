// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of the method in English.

use super::{MethodWords, exact};
use crate::locale::Language::English;
use crate::plan::{Bands, LowerBound, NotPlanned, StandIn, Unjudged, Weights};
use crate::reading::Reason;

/// English.
pub static EN: MethodWords = MethodWords {
    language: English,
    bands: |bands| {
        let from = exact(English, bands.achieved_from().value());
        let achieved = if bands.achieved_from().value() == 100.0 { "with degree" } else { "from" };
        let bound = exact(English, bands.partly().degree().value());
        let (partly, not) = match bands.partly() {
            LowerBound::From(p) if p == bands.achieved_from() => {
                return format!(
                    "An objective is achieved {achieved} {from}, otherwise not achieved; none is partly achieved."
                );
            }
            LowerBound::From(_) => ("from", "below"),
            LowerBound::Above(p) => ("above", if p.value() == 0.0 { "with" } else { "up to" }),
        };
        format!(
            "An objective is achieved {achieved} {from}, partly achieved {partly} {bound}, not achieved {not} {bound}."
        )
    },
    order: "The degree of an objective is the one that the document gives it in a column; failing that, the number written in the outcome; failing that, the verdict written in the outcome; failing that, the mean of what its indicators reached of what was expected.",
    stand_in: |stand_ins, known| {
        format!(
            "Where neither a column nor the text states a degree or a verdict, and the indicators give none, the staff percentage stands in for it, marked with ≈ ({stand_ins} of {known} {}).",
            if known == 1 { "degree" } else { "degrees" }
        )
    },
    no_stand_in: "Where neither a column nor the text states a degree or a verdict, and the indicators give none, the degree stays not stated.",
    unjudged: |reason, way, count, all| {
        let reason = match reason {
            Reason::Suspended => "are suspended",
            Reason::NotMeasurable => "cannot be measured",
            Reason::NotPlanned => "are not planned in the year",
        };
        format!("Objectives that {reason} ({count} of {all}) {}.", ways(way))
    },
    not_planned: |year, way, count, all| match year {
        Some(year) => {
            let ways = match way {
                NotPlanned::AsStated => "count as any other",
                NotPlanned::LeftOut => ways(Unjudged::LeftOut),
            };
            format!("Objectives that are not planned in {year} ({count} of {all}) {ways}.")
        }
        None => "The document does not say of which year it is: no objective is known as not planned.".into(),
    },
    left_out: |left_out, all| {
        let objectives = if left_out == 1 { "objective is" } else { "objectives are" };
        format!(
            "{left_out} {objectives} left out, of {all}: in none of the figures, but still there to be seen."
        )
    },
    mean: |known, of| {
        format!(
            "The mean degree is the sum of the known degrees divided by how many they are ({known} of {of}): objectives without a degree are left out of it, and are not zeros."
        )
    },
    weighted: |known, of| {
        format!(
            "The mean degree at the top is weighted: each objective counts by its weight. A weight and a degree are stated by {known} of {of}; the others are left out of it. The means in the charts count every objective alike."
        )
    },
    staff: |known, of| {
        format!("The staff percentage is another measure, with a mean of its own ({known} of {of}).")
    },
    whole_plan: "The numbers in brackets are those of the whole document, whatever is selected.",
    how_computed: "How is this computed?",
    title: "How this is computed",
    changed: "method changed",
    bands_title: "When an objective is achieved",
    bands_choice: |bands| {
        if *bands == Bands::LITERAL {
            return "To the letter: achieved 100%, partly between 0 and 100%, not achieved 0%".into();
        }
        let [from, bound] =
            [bands.achieved_from(), bands.partly().degree()].map(|percent| exact(English, percent.value()));
        format!("Achieved from {from}, partly from {bound}")
    },
    own_bands: "Other values",
    achieved_from: "Achieved from (%)",
    partly_from: "Partly from (%)",
    own_help: "From 0 to 100, decimals too. Partly from 0 means: above 0.",
    apply: "Apply the values",
    no_percent: |written| {
        format!("“{written}” is no percentage: write a number from 0 to 100, such as 85 or 92.5.")
    },
    no_bands: "“Partly” cannot begin above “achieved”, and “achieved” begins above 0.",
    stand_in_title: "Where no degree is written",
    stand_in_choice: |way| match way {
        StandIn::StaffPercent => "The staff percentage stands in, marked with ≈",
        StandIn::Nothing => "It stays not stated",
    },
    suspended_title: "Suspended objectives",
    not_measurable_title: "Objectives that cannot be measured",
    unjudged_choice: |way| match way {
        Unjudged::Apart => "Apart, without a degree",
        Unjudged::AsZero => "As not achieved, with degree 0",
        Unjudged::LeftOut => "Left out",
    },
    not_planned_title: |year| match year {
        Some(year) => format!("Objectives not planned in {year}"),
        None => "Objectives not planned in the year".into(),
    },
    not_planned_choice: |way| match way {
        NotPlanned::AsStated => "As any other",
        NotPlanned::LeftOut => "Left out",
    },
    weights_title: "Mean degree",
    weights_choice: |way| match way {
        Weights::Ignored => "Every objective counts alike",
        Weights::Used => "Each objective counts by its weight",
    },
    to_default: "Back to the default method",
    left_out_mark: |left_out, all| format!("left out by the method ({left_out} of {all})"),
    as_zero_mark: "counts as not achieved, with degree 0, by the method",
    left_out_because: |reason| format!("The method leaves it out, because it {}.", is(reason)),
    as_zero_because: |reason| {
        format!("The method counts it as not achieved, with degree 0, because it {}.", is(reason))
    },
    left_out_filter: "left out",
    left_out_of: |left_out| format!("{left_out} left out"),
    moved: |count| match count {
        0 => "No objective changes status".into(),
        1 => "1 objective changes status".into(),
        _ => format!("{count} objectives change status"),
    },
    moved_part: |count, from, to| format!("{count} from {from} to {to}"),
    not_stated: "not stated",
    out_of_count: "left out",
    mean_moved: |before, after| format!("The mean degree went from {before} to {after}."),
    mean_stayed: |mean| format!("The mean degree stays {mean}."),
    with_weights: |mean| format!("{mean}, weighted"),
};

fn is(reason: Reason) -> &'static str {
    match reason {
        Reason::Suspended => "is suspended",
        Reason::NotMeasurable => "cannot be measured",
        Reason::NotPlanned => "is not planned in the document’s year",
    }
}

fn ways(way: Unjudged) -> &'static str {
    match way {
        Unjudged::Apart => "are counted apart, without a degree",
        Unjudged::AsZero => "count as not achieved, with degree 0",
        Unjudged::LeftOut => "are left out",
    }
}
