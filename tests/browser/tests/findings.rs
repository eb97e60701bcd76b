// SPDX-License-Identifier: AGPL-3.0-or-later
//! What deserves a second look: shown with its words, set aside with a note, and kept with the plan.

use serde_json::{Value, json};
use traguardi_browser_tests::*;

fn plan() -> String {
    let objectives = [
        json!({ "code": "01.02", "objective": "Regolamento del consiglio", "percent": 100,
                "outcome": "Il testo è stato redatto. Ad oggi non è stato ancora approvato dal Consiglio." }),
        json!({ "code": "01.03", "objective": "Archivio", "percent": 100,
                "outcome": "Non sono pervenuti reclami e il servizio è stato sempre garantito." }),
        json!({ "code": "04.06", "objective": "Mensa", "percent": 60, "outcome": "Raggiunto al 80%" }),
    ];
    json!({ "title": "Prova", "year": 2021, "objectives": objectives }).to_string()
}

const CONTRADICTION: &str = "[data-finding='declared_degree_contradicts_outcome_text']";

/// Kind and objective of each finding, as the download has them.
fn found(page: &Page) -> Vec<(String, u64)> {
    let records = page.download("findings-json").json();
    let one = |record: &Value| {
        (record["kind"].as_str().unwrap_or_default().to_owned(), record["n"].as_u64().unwrap_or(0))
    };
    records.as_array().map(|records| records.iter().map(one).collect()).unwrap_or_default()
}

in_both_browsers! {
    fn findings_show_their_words_and_lead_to_the_objective(page) {
        page.open("it");
        page.drop_bytes("prova.json", plan().as_bytes());
        page.wait_state("ready");
        let expected = [("declared_degree_contradicts_outcome_text", 1), ("text_and_column_disagree", 3)];
        assert_eq!(found(page), expected.map(|(kind, n)| (kind.to_owned(), n)));
        assert_eq!(page.count(CONTRADICTION), 1);
        assert_eq!(page.count("[data-filter='year:']"), 0, "a plan without years has none that are not planned");
        assert_eq!(page.text(&format!("{CONTRADICTION} mark")), "non è stato ancora approvato");
        assert!(page.text(CONTRADICTION).contains("Da chiedere:"));
        page.assert_accessible("findings");
        page.screenshot("findings");
        page.click(&format!("{CONTRADICTION} .objective-link"));
        page.wait_visible("dialog[open]");
        assert!(page.text("dialog[open] h2").contains("Regolamento del consiglio"));
        assert!(page.text("dialog[open]").contains("ma il testo dice altro"), "the objective says what is odd in it");
        assert_eq!(page.text("dialog[open] mark"), "non è stato ancora approvato");
    }

    fn a_finding_is_set_aside_with_a_note_that_the_plan_keeps(page) {
        page.open("en");
        page.drop_bytes("prova.json", plan().as_bytes());
        page.wait_state("ready");
        assert!(page.text("#findings-title").contains("(2)"));
        page.fill(&format!("{CONTRADICTION} .note"), "on the agenda in March");
        page.after_revision(|| page.click(&format!("{CONTRADICTION} [data-action='dismiss-finding']")));
        assert!(page.text("#findings-title").contains("(1)"));
        page.after_revision(|| page.click("[data-action='undo']"));
        assert!(page.text("#findings-title").contains("(2)"));
        page.after_revision(|| page.click("[data-action='redo']"));
        let saved = page.download("plan-json");
        let dismissed = &saved.json()["dismissed"];
        let note = json!([{ "finding": "declared_degree_contradicts_outcome_text", "n": 1, "note": "on the agenda in March" }]);
        assert_eq!(*dismissed, note);

        page.drop_bytes("again.json", &saved.bytes);
        page.wait_state("ready");
        assert!(page.text("#findings-title").contains("(1)"));
        page.click("[data-findings='dismissed'] summary");
        page.wait_visible("[data-findings='dismissed'] li");
        assert!(page.text("[data-findings='dismissed']").contains("on the agenda in March"));
        page.after_revision(|| page.click("[data-action='restore-finding']"));
        assert!(page.text("#findings-title").contains("(2)"));
    }

    fn a_kind_of_finding_selects_its_objectives_and_the_lists_follow_the_selection(page) {
        page.open("it");
        page.drop_bytes("prova.json", plan().as_bytes());
        page.wait_state("ready");
        let filter = "[data-filter='finding:text_and_column_disagree']";
        page.after_revision(|| page.click(filter));
        assert_eq!(page.figures()["objectives"], 1);
        assert_eq!(page.figures()["selection"]["finding"], json!(["text_and_column_disagree"]));
        assert_eq!(page.text("[data-chip^='finding:'] bdi"), "Due numeri diversi, nella colonna e nel testo");
        assert_eq!(page.count(CONTRADICTION), 0, "of an objective that is not selected");
        assert!(page.text("[data-figure='findings']").contains("1 di 2"));
        page.screenshot("findings-filtered");
        page.after_revision(|| page.click(filter));
        assert_eq!(page.count(CONTRADICTION), 1);
        page.after_revision(|| page.click("[data-filter='finding:']"));
        assert_eq!(page.figures()["objectives"], 1, "the one in which nothing was found");
    }
}
