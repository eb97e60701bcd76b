// SPDX-License-Identifier: AGPL-3.0-or-later
//! Promise: the downloads say what the contract says, at full precision, with `null` for what is not known.

mod common;

use proptest::prelude::*;
use serde_json::{Value, json};
use traguardi::export::{figures_json, objectives_json};
use traguardi::plan::*;
use traguardi::reading::{Status, achievements, read_all};
use traguardi::statistics::*;

fn small_plan() -> Plan {
    let mission: MissionCode = "04".parse().expect("a code");
    let objective = |outcome: &str, staff: Option<f64>, weight: Option<f64>| Objective {
        code_as_written: "04.06 S".into(),
        mission: Some(Mission { code: Some(mission), name: None }),
        programme: Some(Programme { code: ProgrammeCode::new(mission, 6), name: Some("Mensa".into()) }),
        strategic: Some(true),
        objective: "Mensa <b>".into(),
        responsible: People { cell: String::new(), names: vec!["Anna Però".into()] },
        planned: Some(vec![Year::new(2021).expect("a year")]),
        outcome: outcome.into(),
        staff_percent: staff.and_then(Percent::new),
        weight: weight.and_then(Weight::new),
        ..Objective::default()
    };
    Plan {
        header: Header {
            title: Some("Piano".into()),
            year: Year::new(2021),
            kind: Some(DocumentKind::Other("Altro".into())),
            state: Some(DocumentState::Approved),
            ..Header::default()
        },
        objectives: vec![
            objective("Sì. Raggiunto al 50% nei tempi", Some(100.0), Some(1.0)),
            objective("Obiettivo raggiunto", None, Some(2.0)),
            objective("Aperta la mensa", Some(33.3), None),
            Objective::default(),
        ]
        .into(),
        ..Plan::default()
    }
}

fn figures(plan: &Plan, selection: &Selection) -> Value {
    let method = Method::default();
    let table = Table::new(plan, &read_all(plan), &achievements(plan, &method));
    let figures = table.figures(selection, &SearchHits::all(), Facets::Strict);
    serde_json::from_str(&figures_json::write(plan, &method, selection, None, &table, &figures))
        .expect("JSON")
}

#[test]
fn the_text_that_was_searched_is_told() {
    let plan = small_plan();
    let method = Method::default();
    let table = Table::new(&plan, &read_all(&plan), &achievements(&plan, &method));
    let told = |search: &str, field| -> Value {
        let selection = Selection { search: search.into(), ..Selection::default() };
        let figures = table.figures(&selection, &SearchHits::all(), Facets::Strict);
        let text = figures_json::write(&plan, &method, &selection, field, &table, &figures);
        serde_json::from_str::<Value>(&text).expect("JSON")["selection"].clone()
    };
    assert_eq!(told("scuola", Some(Field::Outcome)), json!({ "search": "scuola", "search_in": "outcome" }));
    assert_eq!(told("scuola", None), json!({ "search": "scuola" }));
    assert_eq!(told(" ", Some(Field::Outcome)), json!({ "search": " " }), "nothing was searched");
}

#[test]
fn figures_as_the_contract_names_them() {
    let value = figures(&small_plan(), &Selection::default());
    assert_eq!(value["format"], "traguardi-figures");
    assert_eq!(value["version"], 1);
    assert_eq!(
        value["plan"],
        json!({"title": "Piano", "body": null, "year": 2021, "kind": "Altro", "state": "approved"})
    );
    assert_eq!(
        value["method"],
        json!({
            "achieved_from": 100, "partly_above": 0, "stand_in": "staff_percent", "suspended": "apart",
            "not_measurable": "apart", "not_planned": "as_stated", "weights": "ignored"
        })
    );
    assert_eq!(value["selection"], json!({"search": ""}));
    assert_eq!((&value["objectives"], &value["strategic"]), (&json!(4), &json!(3)));
    assert_eq!((&value["left_out"], &value["by_mission"][0]["left_out"]), (&json!(0), &json!(0)));
    let statuses: Vec<&String> = value["status"].as_object().expect("a record").keys().collect();
    assert_eq!(statuses.len(), Status::ALL.len());
    assert_eq!(
        (&value["status"]["partially_achieved"], &value["status"]["postponed"]),
        (&json!(2), &json!(0))
    );
    assert_eq!(value["degree"]["known"], 3);
    assert_eq!(value["degree"]["stand_ins"], 1);
    assert_eq!(value["degree"]["median"], 50.0);
    assert_eq!(value["degree"]["weighted_known"], 2);
    assert_eq!(value["degree"]["weighted_mean"].as_f64(), Some(250.0 / 3.0));
    assert_eq!(value["staff_percent"]["known"], 2);
    let mission = &value["by_mission"][0];
    assert_eq!(
        (&mission["key"], &mission["name"]),
        (&json!("04"), &json!("Istruzione e diritto allo studio"))
    );
    assert_eq!((&mission["objectives"], &mission["known"]), (&json!(3), &json!(3)));
    assert_eq!(mission["status"]["achieved"], 1);
    assert_eq!(
        (&value["by_mission"][1]["key"], &value["by_mission"][1]["name"], &value["by_mission"][1]["mean"]),
        (&json!(""), &Value::Null, &Value::Null)
    );
    assert_eq!(value["by_programme"][0]["name"], "Mensa");
    assert_eq!(value["by_responsible"][0]["key"], "Anna Però");
    assert_eq!(value["by_strategic"][0]["key"], "true");
}

#[test]
fn figures_of_offices_months_and_pairs_as_the_contract_names_them() {
    let mut plan = small_plan();
    let objectives = plan.objectives_mut();
    for (objective, office) in objectives.iter_mut().zip(["Tributi", "TRIBUTI ", "tributi", ""]) {
        objective.office = office.into();
    }
    objectives[0].deadline = "entro il 30 giugno".into();
    objectives[1].deadline = "31/12/2021".into();
    objectives[1].outcome = "Obiettivo raggiunto il 15 settembre 2021".into();
    let value = figures(&plan, &Selection::default());
    let office = &value["by_office"][0];
    // As most write it; of those, the first by its bytes.
    assert_eq!((&office["key"], &office["objectives"]), (&json!("TRIBUTI"), &json!(3)));
    assert_eq!((&office["left_out"], &office["status"]["achieved"]), (&json!(0), &json!(1)));
    assert_eq!(value["by_office"][1]["key"], "");
    let month = |key: &str, due: u32, kept: [u32; 3], completed: u32| {
        let [by_then, later, not_known] = kept;
        json!({"key": key, "due": due, "due_done_by_then": by_then, "due_done_later": later,
            "due_not_known": not_known, "completed": completed})
    };
    let timeline = [
        // "Nei tempi": a word where no date tells.
        month("2021-06", 1, [1, 0, 0], 0),
        month("2021-09", 0, [0, 0, 0], 1),
        month("2021-12", 1, [1, 0, 0], 0),
        month("", 2, [0, 0, 2], 3),
    ];
    assert_eq!(value["timeline"], json!(timeline));
    assert_eq!(
        value["degree_against_staff"],
        json!({
            "known": 2, "degree_below": 1, "same": 1, "degree_above": 0,
            "without_degree": 0, "without_staff_percent": 1, "without_both": 1,
            "cells": [
                {"degree": "[30,40)", "staff_percent": "[30,40)", "objectives": 1},
                {"degree": "[50,60)", "staff_percent": "100", "objectives": 1},
            ]
        })
    );
}

#[test]
fn figures_of_a_selection_say_which() {
    let selection = Selection { filters: [Filter::status(Status::NotStated)].into(), ..Selection::default() };
    let value = figures(&small_plan(), &selection);
    assert_eq!(value["selection"], json!({"status": ["not_stated"], "search": ""}));
    assert_eq!(value["objectives"], 1);
    assert_eq!(value["degree"]["mean"], Value::Null);
    assert_eq!(value["by_mission"].as_array().map(Vec::len), Some(1));
}

#[test]
fn objectives_as_the_contract_names_them() {
    let plan = small_plan();
    let text = objectives_json::write(&plan, &read_all(&plan), &achievements(&plan, &Method::default()));
    let records: Vec<Value> = serde_json::from_str(&text).expect("a list");
    assert_eq!(
        records[0],
        json!({
            "n": 1, "code_as_written": "04.06 S", "mission": "04", "programme": "04.06", "strategic": true,
            "objective": "Mensa <b>", "planned": [2021], "staff_percent": 100.0, "degree": 50.0,
            "status": "partially_achieved", "degree_read_from": "percentage in the outcome text", "corrected": false,
            "counted": "as_stated", "evidence": {"start": 4, "end": 20}, "verdict": "partially_achieved",
            "verdict_confidence": "stated", "number_in_text": 50.0, "number_confidence": "stated",
        })
    );
    assert_eq!((&records[1]["degree_read_from"], &records[1]["degree"]), (&json!("wording"), &json!(100.0)));
    assert_eq!(records[2]["degree_read_from"], "staff percentage");
    assert_eq!((&records[2]["verdict"], &records[2]["evidence"]), (&Value::Null, &Value::Null));
    for unknown in ["mission", "strategic", "planned", "degree", "degree_read_from", "number_in_text"] {
        assert_eq!(records[3][unknown], Value::Null, "{unknown}");
    }
    assert_eq!(records[3]["status"], "not_stated");
}

/// The numbers after each key of this name.
fn numbers(text: &str, key: &str) -> Vec<Option<f64>> {
    let key = format!("\"{key}\": ");
    text.split(&key).skip(1).map(|rest| rest.split([',', '\n']).next().and_then(|n| n.parse().ok())).collect()
}

proptest! {
    #[test]
    fn numbers_are_written_at_full_precision(plan in common::plan()) {
        let method = Method::default();
        let achievements = achievements(&plan, &method);
        let table = Table::new(&plan, &read_all(&plan), &achievements);
        let selection = Selection::default();
        let figures = table.figures(&selection, &SearchHits::all(), Facets::Strict);
        let text = figures_json::write(&plan, &method, &selection, None, &table, &figures);
        prop_assert_eq!(numbers(&text, "mean")[0], figures.selected.degree.mean);
        prop_assert_eq!(numbers(&text, "mean")[1], figures.selected.staff_percent.mean);
        prop_assert_eq!(numbers(&text, "weighted_mean")[0], figures.selected.weighted.mean);
        prop_assert_eq!(numbers(&text, "median")[0], figures.selected.degree.median);
        let degrees: Vec<_> = achievements.iter().map(|a| a.degree.map(|percent| percent.value())).collect();
        let text = objectives_json::write(&plan, &read_all(&plan), &achievements);
        let records: Vec<Value> = serde_json::from_str(&text).expect("a list");
        prop_assert_eq!(records.iter().map(|record| record["degree"].as_f64()).collect::<Vec<_>>(), degrees);
    }
}
