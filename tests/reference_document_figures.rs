// SPDX-License-Identifier: AGPL-3.0-or-later
//! Promise: the figures of the reference document are those that were checked by hand.

#[path = "common/reference.rs"]
mod reference;

use reference::reference;
use serde_json::Value;
use traguardi::export::objectives_json;
use traguardi::import;
use traguardi::plan::*;
use traguardi::reading::{Achievement, achievements, read_all};
use traguardi::statistics::*;

fn read() -> Option<(Plan, Vec<Achievement>, Value)> {
    let (document, expected) = reference()?;
    let plan = import::read(document.as_bytes(), "relazione-2021.txt").expect("a plan").plan;
    let achievements = achievements(&plan, &Method::default());
    Some((plan, achievements, expected))
}

#[test]
fn every_objective_went_as_checked_by_hand() {
    let Some((plan, achievements, expected)) = read() else { return };
    let expected = expected["objectives"].as_array().expect("a list");
    let records: Vec<Value> =
        serde_json::from_str(&objectives_json::write(&plan, &read_all(&plan), &achievements)).expect("JSON");
    assert_eq!(records.len(), expected.len());
    for ((record, expected), objective) in records.iter().zip(expected).zip(plan.objectives.iter()) {
        let n = &expected["n"];
        for key in ["n", "code_as_written", "mission", "programme", "strategic", "status", "degree_read_from"]
        {
            assert_eq!(record[key], expected[key], "{key} of objective {n}");
        }
        for key in ["degree", "staff_percent"] {
            assert_eq!(record[key].as_f64(), expected[key].as_f64(), "{key} of objective {n}");
        }
        let planned = record["planned"].as_array().is_some_and(|years| !years.is_empty());
        assert_eq!(Some(planned), expected["planned_2021"].as_bool(), "years of objective {n}");
        for (key, text) in
            [("objective_starts", &objective.objective), ("outcome_starts", &objective.outcome)]
        {
            assert!(text.starts_with(expected[key].as_str().expect("a text")), "{key} of objective {n}");
        }
        let read_from_text = ["wording", "percentage in the outcome text"];
        let from_text = read_from_text.iter().any(|from| record["degree_read_from"] == *from);
        assert_eq!(record["evidence"].is_object(), from_text, "evidence of objective {n}");
    }
}

fn same_measure(measure: &Measure, expected: &Value, what: &str) {
    assert_eq!(Some(u64::from(measure.known)), expected["known"].as_u64(), "known: {what}");
    // Equal to the last bit, not merely close.
    assert_eq!(measure.mean, expected["mean"].as_f64(), "mean: {what}");
    if let Some(median) = expected.get("median") {
        assert_eq!(measure.median, median.as_f64(), "median: {what}");
    }
}

#[test]
fn the_totals_are_those_checked_by_hand() {
    let Some((plan, achievements, expected)) = read() else { return };
    let totals = &expected["totals"];
    let table = Table::new(&plan, &read_all(&plan), &achievements);
    let hits = SearchHits::all();
    let figures = table.figures(&Selection::default(), &hits, Facets::Strict);

    let all = &figures.selected;
    assert_eq!(Some(u64::from(all.objectives)), totals["objectives"].as_u64());
    assert_eq!(Some(u64::from(all.strategic)), totals["strategic"].as_u64());
    for (status, count) in all.status.iter() {
        let expected = totals["status"].get(status.code()).map_or(Some(0), Value::as_u64);
        assert_eq!(Some(u64::from(count)), expected, "{}", status.code());
    }
    same_measure(&all.degree, &totals["degree"], "degree");
    assert_eq!(all.degree.mean, Some(90.38461538461539));
    same_measure(&all.staff_percent, &totals["staff_percent"], "staff");
    // The document has no weights: a weighted mean of it would be invented.
    assert_eq!(all.weighted.mean, None);

    let year = Filter::year(Year::new(2021).expect("a year"));
    let planned = Selection { filters: [year].into(), ..Selection::default() };
    let planned_only = table.figures(&planned, &hits, Facets::Strict).selected;
    assert_eq!(Some(u64::from(planned_only.objectives)), totals["planned_2021"].as_u64());
    same_measure(&planned_only.degree, &totals["degree_planned_only"], "degree, planned only");
    same_measure(&planned_only.staff_percent, &totals["staff_percent_planned_only"], "staff, planned only");
    let not_planned =
        Selection { filters: [Filter::new(Dimension::Year, "")].into(), ..Selection::default() };
    let rows: Vec<u64> = table.rows(&not_planned, &hits).iter().map(|&row| u64::from(row) + 1).collect();
    let expected_rows = totals["not_planned_2021"].as_array().expect("a list");
    assert_eq!(rows, expected_rows.iter().filter_map(Value::as_u64).collect::<Vec<_>>());

    let missions = totals["by_mission"].as_object().expect("a record");
    assert_eq!(figures.by_mission.len(), missions.len());
    for group in &figures.by_mission {
        let expected = &missions[&group.key];
        assert_eq!(
            Some(u64::from(group.summary.objectives)),
            expected["objectives"].as_u64(),
            "{}",
            group.key
        );
        same_measure(&group.summary.degree, expected, &group.key);
    }
    let programmes = totals["by_programme"].as_object().expect("a record");
    assert_eq!(figures.by_programme.len(), programmes.len());
    for group in &figures.by_programme {
        let expected = programmes[&group.key].as_u64();
        assert_eq!(Some(u64::from(group.summary.objectives)), expected, "{}", group.key);
    }
}

/// The totals of those that are planned in the year are what the method gives that leaves the others out.
#[test]
fn without_what_is_not_planned_the_figures_are_those_checked_by_hand() {
    let Some((plan, _, expected)) = read() else { return };
    assert_eq!(plan.header.year, Year::new(2021));
    let method = Method { not_planned: NotPlanned::LeftOut, ..Method::default() };
    let table = Table::new(&plan, &read_all(&plan), &achievements(&plan, &method));
    let figures = table.figures(&Selection::default(), &SearchHits::all(), Facets::Strict);
    let Summary { objectives, left_out, degree, staff_percent, .. } = figures.selected;
    let totals = &expected["totals"];
    assert_eq!(Some(u64::from(objectives)), totals["planned_2021"].as_u64());
    assert_eq!(Some(left_out as usize), totals["not_planned_2021"].as_array().map(Vec::len));
    for (found, key) in [(degree, "degree_planned_only"), (staff_percent, "staff_percent_planned_only")] {
        assert_eq!(Some(u64::from(found.known)), totals[key]["known"].as_u64(), "{key}");
        assert_eq!(found.mean, totals[key]["mean"].as_f64(), "{key}");
    }
}
