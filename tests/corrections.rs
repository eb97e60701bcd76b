// SPDX-License-Identifier: AGPL-3.0-or-later
//! Promise: a person can overrule how an objective was read; it counts, is marked, is kept with the plan, and can be
//! taken back.

use serde_json::Value;
use traguardi::document::Document;
use traguardi::plan::{CorrectedCode, Correction, Percent};
use traguardi::statistics::{Dimension, Filter, SearchHits, Selection};

fn open(text: &str) -> Document {
    Document::open(text.as_bytes(), "").expect("a plan")
}

fn plan() -> Document {
    open(
        r#"{"objectives": [
            {"objective": "A", "percent": 100, "outcome": "Non è stato ancora approvato"},
            {"objective": "B", "outcome": "Obiettivo raggiunto"},
            {"objective": "C", "staff_percent": 40}]}"#,
    )
}

fn correction(n: u32, status: Option<&str>, degree: Option<f64>) -> Correction {
    let degree = degree.map(|degree| Percent::new(degree).expect("a percentage"));
    Correction {
        n,
        status: status.map(str::to_owned),
        degree,
        note: "detto in aula".into(),
        ..Correction::default()
    }
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// Status, degree and what decided, of an objective.
fn went(document: &Document, n: usize) -> (String, Option<f64>, String) {
    let records = json(&document.objectives_json());
    let record = &records[n - 1];
    let text = |key: &str| record[key].as_str().unwrap_or_default().to_owned();
    (text("status"), record["degree"].as_f64(), text("degree_read_from"))
}

#[test]
fn a_correction_counts_instead_of_what_was_read() {
    let before = plan();
    assert_eq!(went(&before, 1), ("achieved".into(), Some(100.0), "degree column".into()));
    let after = before.amended(|plan| plan.corrections.push(correction(1, Some("not_achieved"), None)));
    assert_eq!(went(&after, 1), ("not_achieved".into(), Some(0.0), "correction".into()));
    assert_eq!(went(&after, 2), went(&before, 2), "the others stay");
    let mean =
        |document: &Document| json(&document.figures_json(&Selection::default()))["degree"]["mean"].as_f64();
    assert_eq!((mean(&before), mean(&after)), (Some(80.0), Some(140.0 / 3.0)));
    // A degree alone is judged by the method; a status without a degree has none.
    let half = before.amended(|plan| plan.corrections.push(correction(2, None, Some(50.0))));
    assert_eq!(went(&half, 2), ("partially_achieved".into(), Some(50.0), "correction".into()));
    let aside = before.amended(|plan| plan.corrections.push(correction(2, Some("postponed"), None)));
    assert_eq!(went(&aside, 2), ("postponed".into(), None, "correction".into()));
}

#[test]
fn corrections_are_kept_with_the_plan_and_taken_back() {
    let corrected = plan().amended(|plan| plan.corrections.push(correction(1, None, Some(62.5))));
    let saved = corrected.plan_json();
    let reopened = open(&saved);
    assert_eq!(reopened.import.plan.corrections, corrected.import.plan.corrections);
    assert_eq!(went(&reopened, 1), went(&corrected, 1));
    // What the document says is as it was.
    assert_eq!(reopened.import.plan.objectives[0].degree, Percent::new(100.0));
    let back = reopened.amended(|plan| plan.corrections.clear());
    assert_eq!(went(&back, 1), went(&plan(), 1));
}

#[test]
fn what_is_no_correction_is_kept_and_changes_nothing() {
    for corrections in [
        r#"[{"n": 1}]"#,
        r#"[{"n": 0, "status": "achieved"}]"#,
        r#"[{"n": 1, "status": "splendid"}]"#,
        r#"[{"n": 1, "degree": 250}]"#,
        r#"[{"n": 1, "code": "4"}]"#,
        r#"[{"n": 1, "code": "04.00"}]"#,
        r#"[{"n": 1, "responsible": "Anna"}]"#,
        r#"[{"n": 1, "support": ["Anna", " "]}]"#,
        r#"[{"n": 1, "status": "achieved"}, {"n": 1, "status": "postponed"}]"#,
        r#"[{"n": 1, "status": "achieved", "by": "me"}]"#,
        r#"{"n": 1, "status": "achieved"}"#,
    ] {
        let text = format!(
            r#"{{"corrections": {corrections}, "objectives": [{{"objective": "A", "percent": 10}}]}}"#
        );
        let document = open(&text);
        assert_eq!(
            went(&document, 1),
            ("partially_achieved".into(), Some(10.0), "degree column".into()),
            "{corrections}"
        );
        assert_eq!(document.import.plan.kept.len(), 1, "{corrections}");
    }
    // One of an objective that is not there changes nothing, and stays.
    let text = r#"{"corrections": [{"n": 9, "status": "achieved"}], "objectives": [{"objective": "A"}]}"#;
    assert_eq!(open(text).import.plan.corrections.len(), 1);
}

/// A plan with a code that no official list has, a name that is two, and two that are one.
fn misread() -> Document {
    open(
        r#"{"objectives": [
            {"code": "42.01", "objective": "A", "responsible": "Anna Bianchi Ugo Verdi", "percent": 100},
            {"code": "01.02", "objective": "B", "responsible": "Anna Bianchi", "percent": 50},
            {"code": "01.02", "objective": "C", "responsible": "Anna Bianchi Ugo Verdi", "percent": 0}]}"#,
    )
}

/// How many objectives a filter selects.
fn selected(document: &Document, dimension: Dimension, key: &str) -> usize {
    let mut selection = Selection::default();
    selection.filters.insert(Filter::new(dimension, key));
    document.table.rows(&selection, &SearchHits::all()).len()
}

#[test]
fn a_code_put_right_counts_under_its_mission_and_settles_what_was_odd_in_it() {
    let before = misread();
    let is_odd =
        |document: &Document| document.findings_json(Default::default()).contains("code_not_official");
    assert!(is_odd(&before));
    let code = CorrectedCode::parse("04.06");
    let after =
        before.amended(|plan| plan.corrections.push(Correction { n: 1, code, ..Correction::default() }));
    assert!(!is_odd(&after));
    assert_eq!(
        (selected(&before, Dimension::Programme, "04.06"), selected(&after, Dimension::Programme, "04.06")),
        (0, 1)
    );
    assert_eq!(selected(&after, Dimension::Mission, "42"), 0);
    assert_eq!(after.name_of(Dimension::Mission, "04"), Some("Istruzione e diritto allo studio"));
    let records = json(&after.objectives_json());
    assert_eq!(
        (&records[0]["code_as_written"], &records[0]["programme"]),
        (&"42.01".into(), &"04.06".into())
    );
    assert_eq!((&records[0]["corrected"], &records[1]["corrected"]), (&true.into(), &false.into()));
    // How it went is as read.
    assert_eq!(went(&after, 1), went(&before, 1));
    let figures = json(&after.figures_json(&Selection::default()));
    assert_eq!(figures["corrected"], 1);
    // A mission alone, and kept in the saved plan.
    let mission = before.amended(|plan| {
        let code = CorrectedCode::parse("04");
        plan.corrections.push(Correction { n: 1, code, note: "refuso".into(), ..Correction::default() });
    });
    let reopened = open(&mission.plan_json());
    assert_eq!(reopened.import.plan.corrections, mission.import.plan.corrections);
    assert_eq!(
        (selected(&reopened, Dimension::Mission, "04"), selected(&reopened, Dimension::Programme, "")),
        (1, 1)
    );
}

#[test]
fn people_put_right_count_as_the_user_names_them() {
    let before = misread();
    assert_eq!(selected(&before, Dimension::Person, "Ugo Verdi"), 2);
    let one_person = Some(vec!["Anna Bianchi Ugo Verdi".into()]);
    let after = before.amended(|plan| {
        plan.corrections.push(Correction { n: 1, responsible: one_person, ..Correction::default() });
    });
    // What the user writes is one name, whatever it looks like, wherever it is written so.
    assert_eq!(selected(&after, Dimension::Person, "Anna Bianchi Ugo Verdi"), 2);
    assert_eq!(selected(&after, Dimension::Person, "Ugo Verdi"), 0);
    let cells = json(&after.people_json());
    assert_eq!(cells[0]["cell"], "Anna Bianchi Ugo Verdi", "as written");
    assert_eq!(cells[0]["people"].as_array().map(Vec::len), Some(1));
    // Somebody else altogether, and nobody.
    let other = before.amended(|plan| {
        let names = Some(vec!["Ufficio Tributi".into(), "Carla Neri".into()]);
        plan.corrections.push(Correction {
            n: 2,
            responsible: names,
            support: Some(Vec::new()),
            ..Correction::default()
        });
    });
    assert_eq!(selected(&other, Dimension::Person, "Carla Neri"), 1);
    assert_eq!(selected(&other, Dimension::Person, "Anna Bianchi"), 2, "the other two");
    assert!(other.table.is_office("Ufficio Tributi"));
    let reopened = open(&other.plan_json());
    assert_eq!(reopened.import.plan.corrections, other.import.plan.corrections);
    let back = reopened.amended(|plan| plan.corrections.clear());
    assert_eq!(json(&back.people_json()), json(&before.people_json()));
}
