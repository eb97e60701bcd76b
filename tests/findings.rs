// SPDX-License-Identifier: AGPL-3.0-or-later
//! Promise: what deserves a second look is found, with its evidence, and what does not is left in peace.

#[path = "common/reference.rs"]
mod reference;

use std::collections::BTreeSet;

use reference::reference;
use serde_json::Value;
use traguardi::document::Document;
use traguardi::findings::KINDS;
use traguardi::locale::Language;
use traguardi::plan::Dismissal;
use traguardi::statistics::{Dimension, Filter, SearchHits, Selection};

fn records(document: &Document) -> Vec<Value> {
    serde_json::from_str(&document.findings_json(Language::Italian)).expect("JSON")
}

/// The objectives with a kind of finding.
fn with(records: &[Value], kind: &str) -> BTreeSet<u64> {
    records.iter().filter(|record| record["kind"] == kind).filter_map(|record| record["n"].as_u64()).collect()
}

#[test]
fn the_reference_document_has_the_findings_checked_by_hand_and_no_other_contradiction() {
    let Some((text, expected)) = reference() else { return };
    let document = Document::open(text.as_bytes(), "relazione-2021.txt").expect("a plan");
    let records = records(&document);
    let numbers = |list: &Value| -> BTreeSet<u64> {
        let n = |entry: &Value| entry.as_u64().or_else(|| entry["n"].as_u64()).expect("an objective");
        list.as_array().expect("a list").iter().map(n).collect()
    };
    for kind in [
        "declared_degree_contradicts_outcome_text",
        "outcome_dated_after_plan_year",
        "deadline_after_plan_year",
        "not_planned_but_reported",
        "percentage_only_in_text",
        "nothing_stated",
        "code_written_unusually",
    ] {
        assert_eq!(with(&records, kind), numbers(&expected["findings"][kind]), "{kind}");
    }
    // The words that are shown are those that a person would point to.
    let third = records.iter().find(|record| record["n"] == 3).expect("a finding");
    assert_eq!(third["evidence"][1]["text"], "non è stato ancora iscritto");
    let missions: Vec<&Value> =
        records.iter().filter(|record| record["kind"] == "mission_without_name").collect();
    assert_eq!(missions.len(), 1);
    assert!(missions[0]["reason"].as_str().is_some_and(|reason| reason.contains("05")));
    for kind in ["text_and_column_disagree", "staff_rewarded_on_objective_not_achieved", "deadline_missed"] {
        assert!(with(&records, kind).is_empty(), "{kind}: a false alarm");
    }
}

/// The findings of a JSON plan of 2021.
fn of(objectives: &str) -> Vec<Value> {
    let text = format!(r#"{{"year": 2021, "objectives": [{objectives}]}}"#);
    records(&Document::open(text.as_bytes(), "").expect("a plan"))
}

fn kinds(objectives: &str) -> Vec<String> {
    let records = of(objectives);
    records.iter().map(|record| record["kind"].as_str().expect("a kind").to_owned()).collect()
}

#[test]
fn a_declared_degree_is_held_against_the_words() {
    let contradicts = "declared_degree_contradicts_outcome_text";
    for (percent, outcome, found) in [
        (100, "Il regolamento non è stato ancora approvato dal Consiglio", true),
        (100, "Obiettivo non raggiunto per mancanza di fondi", true),
        (100, "Non sono pervenuti reclami e il servizio è stato garantito", false),
        (100, "Obiettivo raggiunto", false),
        (0, "Obiettivo raggiunto", true),
        (0, "Non realizzato", false),
        (50, "Il rapporto semestrale non è stato formalizzato", false),
    ] {
        let plan = format!(r#"{{"objective": "A", "percent": {percent}, "outcome": "{outcome}"}}"#);
        assert_eq!(kinds(&plan).contains(&contradicts.to_owned()), found, "{percent}: {outcome}");
    }
    let plan = r#"{"objective": "A", "percent": 100, "outcome": "Raggiunto al 50%"}"#;
    assert!(kinds(plan).contains(&"text_and_column_disagree".to_owned()));
}

#[test]
fn each_finding_says_why_what_to_ask_and_where() {
    let records =
        of(r#"{"objective": "A", "percent": 100, "outcome": "Piano redatto. Non è stato ancora adottato."}"#);
    let record =
        records.iter().find(|r| r["kind"] == "declared_degree_contradicts_outcome_text").expect("found");
    assert_eq!(record["n"], 1);
    assert!(record["reason"].as_str().is_some_and(|reason| reason.contains("100")));
    assert!(record["question"].as_str().is_some_and(|question| question.ends_with('?')));
    let evidence = record["evidence"].as_array().expect("a list");
    assert_eq!(evidence[0]["field"], "percent");
    assert_eq!(evidence[1]["field"], "outcome");
    assert_eq!(evidence[1]["text"], "Non è stato ancora adottato");
}

#[test]
fn every_kind_is_found_where_it_is() {
    let same = "Attivati gli sportelli di ascolto e pubblicati gli orari di apertura";
    for (kind, plan) in [
        (
            "outcome_dated_after_plan_year",
            r#"{"objective": "A", "outcome": "Lavori conclusi il 12 marzo 2022"}"#.to_owned(),
        ),
        (
            "not_planned_but_reported",
            r#"{"objective": "A", "years": [2022], "outcome": "Raggiunto"}"#.to_owned(),
        ),
        (
            "planned_but_not_reported",
            r#"{"objective": "A", "years": [2021]}, {"objective": "B", "outcome": "Raggiunto"}"#.to_owned(),
        ),
        (
            "percentage_only_in_text",
            r#"{"objective": "A", "outcome": "Raggiunto al 60%"}, {"objective": "B", "percent": 1}"#
                .to_owned(),
        ),
        (
            "deadline_missed",
            r#"{"objective": "A", "indicator": "Avvio entro il 30 giugno 2021", "outcome": "Avviato il 15 settembre 2021"}"#
                .to_owned(),
        ),
        ("deadline_before_plan_year", r#"{"objective": "A", "deadline": "31/12/2019"}"#.to_owned()),
        ("nothing_stated", r#"{"objective": "A", "outcome": "Obiettivo sospeso"}"#.to_owned()),
        (
            "staff_rewarded_on_objective_not_achieved",
            r#"{"objective": "A", "outcome": "Non raggiunto", "staff_percent": 100}"#.to_owned(),
        ),
        ("indicator_without_target", r#"{"objective": "A", "indicator": "Qualità del servizio"}"#.to_owned()),
        (
            "identical_outcome_text",
            format!(
                r#"{{"objective": "A", "outcome": "{same}"}}, {{"objective": "B", "outcome": "{same}."}}"#
            ),
        ),
        (
            "weights_do_not_add_up",
            r#"{"objective": "A", "weight": 60}, {"objective": "B", "weight": 35}"#.to_owned(),
        ),
        ("code_not_official", r#"{"objective": "A", "mission": "77"}"#.to_owned()),
        ("code_unlike_mission", r#"{"objective": "A", "mission": "01", "programme": "04.06"}"#.to_owned()),
        ("code_written_unusually", r#"{"objective": "A", "code": "12.9"}"#.to_owned()),
        (
            "duplicate_objective",
            r#"{"objective": "A", "code": "01.01"}, {"objective": "A", "code": "01.01"}"#.to_owned(),
        ),
        ("total_row_as_objective", r#"{"objective": "Totale missione 01"}"#.to_owned()),
    ] {
        assert!(kinds(&plan).contains(&kind.to_owned()), "{kind}: {plan} gives {:?}", kinds(&plan));
    }
}

#[test]
fn a_plan_in_order_has_none() {
    let plan = r#"{"objective": "A", "code": "01.02", "years": [2021], "weight": 40, "percent": 100,
                   "indicator": "Atti pubblicati entro 15 giorni: 75%", "outcome": "Obiettivo raggiunto nei tempi"},
                  {"objective": "B", "code": "04.06", "years": [2021], "weight": 60, "percent": 50,
                   "outcome": "Raggiunto al 50%"}"#;
    assert_eq!(kinds(plan), Vec::<String>::new());
}

#[test]
fn findings_select_their_objectives_but_for_those_set_aside() {
    let plan = r#"{"year": 2021, "objectives": [
        {"objective": "A", "percent": 100, "outcome": "Obiettivo non raggiunto"},
        {"objective": "B", "percent": 100, "outcome": "Obiettivo raggiunto"},
        {"objective": "C", "percent": 100, "outcome": "Non realizzato"}]}"#;
    let document = Document::open(plan.as_bytes(), "").expect("a plan");
    let rows = |document: &Document, key: &str| {
        let mut selection = Selection::default();
        selection.filters.insert(Filter::new(Dimension::Finding, key));
        document.table.rows(&selection, &SearchHits::all())
    };
    let kind = "declared_degree_contradicts_outcome_text";
    assert_eq!(rows(&document, kind), [0, 2]);
    assert_eq!(rows(&document, ""), [1], "nothing was found");
    assert_eq!(rows(&document, "of no kind"), [] as [u32; 0]);
    let aside = document.amended(|plan| {
        plan.dismissed.push(Dismissal { finding: kind.into(), n: Some(3), note: String::new() });
    });
    assert_eq!(rows(&aside, kind), [0]);
    let counted = |document: &Document| {
        let figures: Value =
            serde_json::from_str(&document.figures_json(&Selection::default())).expect("JSON");
        figures["findings"][kind].as_u64()
    };
    assert_eq!((counted(&document), counted(&aside)), (Some(2), Some(1)));
    // A kind is one bit of a number of 32.
    assert!(KINDS.len() < 32);
}
