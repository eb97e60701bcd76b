// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: each choice of the method moves exactly what it says, on a plan whose figures are computed by hand; what
//! it leaves out is counted as left out; and the method that is in force when nobody chose one is today's.

mod common;

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;
use traguardi::document::Document;
use traguardi::import::{DiagnosticKind, Field};
use traguardi::plan::*;
use traguardi::reading::{Counted, Reason, Status, achievements, read_all};
use traguardi::statistics::{Dimension, Filter, MeanDegree, Selection, Summary, Table};

const PLAN: &str = r#"{ "title": "A mano", "year": 2021, "objectives": [
    { "mission": "01", "objective": "a", "outcome": "Obiettivo raggiunto", "years": [2021], "weight": 1, "staff_percent": 100 },
    { "mission": "01", "objective": "b", "percent": 80, "years": [2020, 2021], "weight": 3 },
    { "mission": "01", "objective": "c", "outcome": "Obiettivo sospeso", "years": [2021], "staff_percent": 50 },
    { "mission": "04", "objective": "d", "outcome": "Obiettivo non misurabile", "weight": 2 },
    { "mission": "04", "objective": "e", "percent": 50, "years": [2022], "staff_percent": 40 },
    { "mission": "04", "objective": "f", "years": [2021], "staff_percent": 60 },
    { "mission": "12", "objective": "g" }
] }"#;

fn open() -> Document {
    Document::open(PLAN.as_bytes(), "a-mano.json").expect("a plan")
}

fn under(change: impl FnOnce(&mut Method)) -> Document {
    let mut method = Method::default();
    change(&mut method);
    open().amended(|plan| plan.method = Some(method))
}

fn percent(value: f64) -> Percent {
    Percent::new(value).expect("0 to 100")
}

/// Counts of achieved, partly, not achieved, suspended, not measurable, not stated.
fn statuses(summary: &Summary) -> [u32; 6] {
    use Status::*;
    [Achieved, PartiallyAchieved, NotAchieved, Suspended, NotMeasurable, NotStated]
        .map(|s| summary.status.of(s))
}

/// Objectives that count and that are left out; degrees known and their mean; staff percentages known and their mean.
#[track_caller]
fn check(
    document: &Document,
    counts: (u32, u32),
    statuses_are: [u32; 6],
    degree: (u32, f64),
    staff: (u32, f64),
) {
    let summary = &document.whole.plan;
    assert_eq!((summary.objectives, summary.left_out), counts, "count, left out");
    assert_eq!(statuses(summary), statuses_are, "statuses");
    assert_eq!(summary.status.total(), summary.objectives);
    let near = |mean: Option<f64>, by_hand: f64| mean.is_some_and(|mean| (mean - by_hand).abs() < 1e-9);
    assert!(summary.degree.known == degree.0 && near(summary.degree.mean, degree.1), "{:?}", summary.degree);
    let found = summary.staff_percent;
    assert!(found.known == staff.0 && near(found.mean, staff.1), "{found:?}");
}

const TODAY: [u32; 6] = [1, 3, 0, 1, 1, 1];
const DEGREE: (u32, f64) = (4, 72.5);
const STAFF: (u32, f64) = (4, 62.5);

#[test]
fn the_default_method_is_todays() {
    let document = open();
    assert_eq!(document.method, Method::default());
    assert_eq!(document.method.bands, Bands::LITERAL);
    check(&document, (7, 0), TODAY, DEGREE, STAFF);
    assert_eq!(document.whole.plan.stand_ins, 1);
    assert!(document.achievements.iter().all(|achievement| achievement.counted == Counted::AsStated));
}

#[test]
fn bands_move_statuses_and_nothing_else() {
    let [literal, ninety, eighty_five, sixty_four] = Bands::PRESETS;
    for (bands, expected) in [
        (literal, TODAY),
        (ninety, [1, 1, 2, 1, 1, 1]),
        (eighty_five, [1, 1, 2, 1, 1, 1]),
        (sixty_four, [2, 1, 1, 1, 1, 1]),
        (Bands::new(percent(50.0), LowerBound::From(percent(50.0))).expect("bands"), [4, 0, 0, 1, 1, 1]),
        (Bands::new(percent(80.0), LowerBound::Above(percent(50.0))).expect("bands"), [2, 1, 1, 1, 1, 1]),
    ] {
        check(&under(|method| method.bands = bands), (7, 0), expected, DEGREE, STAFF);
    }
}

#[test]
fn bands_that_make_no_sense_are_none() {
    use LowerBound::{Above, From};
    for (achieved_from, partly) in [
        (0.0, Above(percent(0.0))),
        (0.0, From(percent(0.0))),
        (50.0, From(percent(0.0))),
        (50.0, From(percent(50.1))),
        (50.0, Above(percent(50.0))),
    ] {
        assert_eq!(Bands::new(percent(achieved_from), partly), None, "{achieved_from} {partly:?}");
    }
}

#[test]
fn without_a_stand_in_the_degree_stays_unknown() {
    let document = under(|method| method.stand_in = StandIn::Nothing);
    check(&document, (7, 0), [1, 2, 0, 1, 1, 2], (3, 230.0 / 3.0), STAFF);
    assert_eq!(document.whole.plan.stand_ins, 0);
}

#[test]
fn suspended_objectives_count_as_not_achieved_or_not_at_all() {
    let document = under(|method| method.suspended = Unjudged::AsZero);
    check(&document, (7, 0), [1, 3, 1, 0, 1, 1], (5, 58.0), STAFF);
    let suspended = document.achievements[2];
    assert_eq!((suspended.status, suspended.degree), (Status::NotAchieved, Some(Percent::ZERO)));
    assert_eq!(suspended.counted, Counted::AsZero(Reason::Suspended));
    assert!(suspended.evidence.is_some(), "the words that say so stay marked");

    let document = under(|method| method.suspended = Unjudged::LeftOut);
    check(&document, (6, 1), [1, 3, 0, 0, 1, 1], DEGREE, (3, 200.0 / 3.0));
    assert_eq!(document.achievements[2].status, Status::Suspended);
    assert_eq!(document.achievements[2].counted, Counted::LeftOut(Reason::Suspended));
}

#[test]
fn not_measurable_objectives_count_as_not_achieved_or_not_at_all() {
    let document = under(|method| method.not_measurable = Unjudged::AsZero);
    check(&document, (7, 0), [1, 3, 1, 1, 0, 1], (5, 58.0), STAFF);
    let weighted = document.whole.plan.weighted;
    assert!(weighted.known == 3 && weighted.mean.is_some_and(|mean| (mean - 340.0 / 6.0).abs() < 1e-9));

    let document = under(|method| method.not_measurable = Unjudged::LeftOut);
    check(&document, (6, 1), [1, 3, 0, 1, 0, 1], DEGREE, STAFF);
}

#[test]
fn what_is_not_planned_in_the_plans_year_can_be_left_out() {
    let document = under(|method| method.not_planned = NotPlanned::LeftOut);
    check(&document, (6, 1), [1, 2, 0, 1, 1, 1], (3, 80.0), (3, 70.0));
    let left_out = document.achievements[4];
    assert_eq!(left_out.counted, Counted::LeftOut(Reason::NotPlanned));
    assert_eq!(left_out.degree, Some(percent(50.0)), "what the document says of it is still known");

    // Without a year, or without planned years, nobody knows what is not planned.
    let yearless = document.amended(|plan| plan.header.year = None);
    check(&yearless, (7, 0), TODAY, DEGREE, STAFF);
    let unplanned = document.amended(|plan| plan.objectives_mut().iter_mut().for_each(|o| o.planned = None));
    check(&unplanned, (7, 0), TODAY, DEGREE, STAFF);
    // A document that has years and ticks none for an objective does not plan it.
    let never = document.amended(|plan| plan.objectives_mut()[5].planned = Some(Vec::new()));
    assert_eq!(never.whole.plan.left_out, 2);
}

#[test]
fn weights_choose_the_mean_and_move_no_figure() {
    let document = under(|method| method.weights = Weights::Used);
    check(&document, (7, 0), TODAY, DEGREE, STAFF);
    assert_eq!(document.whole, open().whole);
    let mean = MeanDegree::new(&document.whole.plan, &document.method);
    assert_eq!((mean.mean, mean.known, mean.objectives), (Some(85.0), 2, 7));
    let mean = MeanDegree::new(&document.whole.plan, &Method::default());
    assert_eq!((mean.mean, mean.known), (Some(72.5), 4));
}

#[test]
fn what_is_left_out_is_counted_and_can_be_selected() {
    let document = under(|method| {
        method.suspended = Unjudged::LeftOut;
        method.not_planned = NotPlanned::LeftOut;
    });
    let figures = |filters: &[Filter]| -> Value {
        let selection = Selection { filters: filters.iter().cloned().collect(), ..Selection::default() };
        serde_json::from_str(&document.figures_json(&selection)).expect("JSON")
    };
    let whole = figures(&[]);
    assert_eq!((&whole["objectives"], &whole["left_out"]), (&7.into(), &2.into()));
    assert_eq!(whole["status"]["suspended"], 0);
    assert_eq!(whole["degree"]["known"], 3);
    let mission = &whole["by_mission"][1];
    assert_eq!(
        (&mission["key"], &mission["objectives"], &mission["left_out"]),
        (&"04".into(), &3.into(), &1.into())
    );
    assert_eq!(whole["method"]["suspended"], "left_out");

    let left_out = figures(&[Filter::left_out()]);
    assert_eq!((&left_out["objectives"], &left_out["left_out"]), (&2.into(), &2.into()));
    assert_eq!(left_out["degree"]["mean"], Value::Null);
    assert_eq!(left_out["by_mission"].as_array().map(Vec::len), Some(2), "its missions are still there");
    for filter in [Filter::status(Status::Suspended), Filter::new(Dimension::Degree, "[50,60)")] {
        assert_eq!(figures(&[filter])["objectives"], 0);
    }
    // Without a degree are those that count and have none.
    assert_eq!(figures(&[Filter::new(Dimension::Degree, "")])["objectives"], 2);
    let facet = document.table.figures(
        &Selection { filters: [Filter::status(Status::Achieved)].into(), ..Selection::default() },
        &document.search(""),
        traguardi::statistics::Facets::OwnFilterIgnored,
    );
    assert_eq!((facet.left_out_facet, facet.status_facet.total(), facet.distribution.unknown), (2, 5, 0));
}

#[test]
fn a_chart_says_what_is_left_out_of_it() {
    use traguardi::chart::{Arrangement, Chart};
    use traguardi::locale::Language::{English, Italian};
    let draw = |document: &Document, language| {
        let (selection, view) = (Selection::default(), Arrangement::default());
        Chart::ALL.map(|chart| {
            chart.draw(&document.whole, &*document.names, &selection, &view, 720.0, language).summary
        })
    };
    let document = under(|method| method.suspended = Unjudged::LeftOut);
    for summary in draw(&document, Italian) {
        assert!(summary.ends_with("Fuori dal conto secondo il metodo: 1 su 7."), "{summary}");
    }
    assert!(draw(&document, Italian)[0].starts_with("1 obiettivo su 6 è raggiunto"));
    assert!(draw(&open(), Italian).iter().all(|summary| !summary.contains("Fuori dal conto")));
    // Where nothing is left to count, that is not a plan without objectives.
    let nothing = under(|method| method.not_planned = NotPlanned::LeftOut).amended(|plan| {
        plan.objectives_mut().iter_mut().for_each(|objective| objective.planned = Some(Vec::new()))
    });
    for summary in draw(&nothing, English) {
        assert_eq!(summary, "The method leaves out every objective of the selection.");
    }
}

#[test]
fn a_change_says_what_it_moved() {
    let before = open();
    let after = under(|method| {
        method.bands = Bands::PRESETS[1];
        method.suspended = Unjudged::LeftOut;
    });
    let change = after.change_since(&before);
    assert_eq!(
        change.moved,
        [(Some(Status::PartiallyAchieved), Some(Status::NotAchieved), 2), (Some(Status::Suspended), None, 1)]
    );
    assert_eq!(change.count(), 3);
    assert_eq!((change.before.objectives, change.after.objectives), (7, 6));
    assert_eq!(before.change_since(&before).count(), 0);
}

#[test]
fn an_amended_document_is_the_one_that_is_opened_with_the_change_in_it() {
    let amended = under(|method| {
        method.bands = Bands::PRESETS[2];
        method.not_measurable = Unjudged::AsZero;
        method.weights = Weights::Used;
    });
    assert!(amended.is_version_of(&amended.amended(|_| {})) && !amended.is_version_of(&open()));
    let again = Document::open(amended.plan_json().as_bytes(), "di-nuovo.json").expect("a plan");
    assert_eq!(again.import.diagnostics, []);
    assert_eq!((again.method, &again.whole), (amended.method, &amended.whole));
}

#[test]
fn a_method_of_which_a_part_is_unknown_is_no_method() {
    for method in [
        r#"{ "suspended": "half" }"#,
        r#"{ "not_planned": "as_zero" }"#,
        r#"{ "weights": true }"#,
        r#"{ "achieved_from": 60, "partly_from": 90 }"#,
        r#"{ "partly_from": 60, "partly_above": 50 }"#,
        r#"{ "stand_in": "nothing", "stand_in": "staff_percent" }"#,
        r#"{ "stand_in": "nothing", "rounding": "up" }"#,
    ] {
        let text = PLAN.replacen("\"year\"", &format!("\"method\": {method}, \"year\""), 1);
        let document = Document::open(text.as_bytes(), "").expect("a plan");
        assert_eq!((document.import.plan.method, document.method), (None, Method::default()), "{method}");
        let kinds: Vec<_> = document.import.diagnostics.iter().map(|diagnostic| &diagnostic.kind).collect();
        assert!(
            matches!(kinds.as_slice(), [DiagnosticKind::ValueNotRead { field: Field::Method, .. }]),
            "{method}: {kinds:?}"
        );
        assert_eq!(document.import.plan.kept.len(), 1, "{method} is kept");
    }
    // What older versions wrote is read as it was meant.
    let text =
        PLAN.replacen("\"year\"", r#""method": { "achieved_from": 90, "partly_from": 70 }, "year""#, 1);
    let document = Document::open(text.as_bytes(), "").expect("a plan");
    assert_eq!(document.method, Method { bands: Bands::PRESETS[1], ..Method::default() });
}

fn method() -> impl Strategy<Value = Method> {
    let ways = (
        select(Bands::PRESETS.to_vec()),
        select(StandIn::ALL),
        select(Unjudged::ALL),
        select(Unjudged::ALL),
        select(NotPlanned::ALL),
    );
    ways.prop_map(|(bands, stand_in, suspended, not_measurable, not_planned)| Method {
        bands,
        stand_in,
        suspended,
        not_measurable,
        not_planned,
        ..Method::default()
    })
}

proptest! {
    #[test]
    fn the_order_of_objectives_changes_nothing(mut plan in common::plan(), method in method()) {
        plan.header.year = Year::new(2021);
        let figures = |plan: &Plan| {
            let table = Table::new(plan, &read_all(plan), &achievements(plan, &method));
            table.figures(&Selection::default(), &Default::default(), traguardi::statistics::Facets::Strict)
        };
        let before = figures(&plan);
        plan.objectives_mut().reverse();
        let after = figures(&plan);
        prop_assert_eq!(before.selected, after.selected);
        prop_assert_eq!(&before.by_mission, &after.by_mission);
        prop_assert_eq!(before.distribution, after.distribution);
        prop_assert_eq!(before.selected.all() as usize, plan.objectives.len());
        prop_assert_eq!(before.selected.status.total(), before.selected.objectives);
    }
}
