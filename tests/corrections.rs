// SPDX-License-Identifier: AGPL-3.0-or-later
//! Promise: a person can overrule how an objective was read; it counts, is marked, is kept with the plan, and can be
//! taken back.

use serde_json::Value;
use traguardi::document::Document;
use traguardi::plan::{Correction, Percent};
use traguardi::statistics::Selection;

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
    Correction { n, status: status.map(str::to_owned), degree, note: "detto in aula".into() }
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
