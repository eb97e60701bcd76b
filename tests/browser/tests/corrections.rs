// SPDX-License-Identifier: AGPL-3.0-or-later
//! A person overrules how an objective was read: it counts, it is marked, it survives save and reopen.

use serde_json::json;
use traguardi_browser_tests::*;

fn plan() -> String {
    let objectives = [
        json!({ "code": "01.02", "objective": "Regolamento", "percent": 100, "outcome": "Approvato" }),
        json!({ "code": "01.03", "objective": "Archivio", "percent": 100, "outcome": "Riordinato" }),
    ];
    json!({ "title": "Prova", "objectives": objectives }).to_string()
}

fn mean(page: &Page) -> f64 {
    page.figures()["degree"]["mean"].as_f64().unwrap_or(-1.0)
}

in_both_browsers! {
    fn a_correction_counts_is_marked_and_survives_save_and_reopen(page) {
        page.open("en");
        page.drop_bytes("prova.json", plan().as_bytes());
        page.wait_state("ready");
        assert_eq!(mean(page), 100.0);
        page.click("[data-action='objective']");
        page.wait_visible("dialog[open]");
        page.click("[data-action='correct']");
        page.fill("[data-correct='degree']", "about half");
        page.click("[data-action='apply-correction']");
        assert_eq!(page.attribute("[data-correct='degree']", "aria-invalid").as_deref(), Some("true"));
        page.fill("[data-correct='degree']", "50");
        page.fill("[data-correct='note']", "said in the sitting");
        page.assert_accessible("the form of a correction");
        page.after_revision(|| page.click("[data-action='apply-correction']"));
        page.wait_visible("dialog[open]");
        assert!(page.text("dialog[open] .verdict").contains("✎"), "{}", page.text("dialog[open] .verdict"));
        assert!(page.text("dialog[open] .corrected").contains("said in the sitting"));
        page.screenshot("correction");
        page.click("[data-action='objective-close']");
        assert_eq!(mean(page), 75.0);

        let saved = page.download("plan-json");
        page.drop_bytes("again.json", &saved.bytes);
        page.wait_state("ready");
        assert_eq!(mean(page), 75.0);
        page.click("[data-action='objective']");
        page.wait_visible("dialog[open]");
        page.after_revision(|| page.click("[data-action='remove-correction']"));
        page.click("[data-action='objective-close']");
        assert_eq!(mean(page), 100.0);
        page.after_revision(|| page.click("[data-action='undo']"));
        assert_eq!(mean(page), 75.0);
    }

    fn a_code_and_people_are_put_right_and_the_rest_stays_as_read(page) {
        page.open("it");
        page.drop_bytes("prova.json", plan().as_bytes());
        page.wait_state("ready");
        page.click("[data-action='objective']");
        page.wait_visible("dialog[open]");
        page.click("[data-action='correct']");
        page.click("[data-action='apply-correction']");
        assert!(page.text("dialog[open] [role='alert']").contains("Non è cambiato nulla"));
        page.fill("[data-correct='code']", "scuola");
        page.click("[data-action='apply-correction']");
        assert_eq!(page.attribute("[data-correct='code']", "aria-invalid").as_deref(), Some("true"));
        page.fill("[data-correct='code']", "4.6");
        page.fill("[data-correct='responsible']", "Anna Bianchi; Ufficio Scuola");
        page.after_revision(|| page.click("[data-action='apply-correction']"));
        page.wait_visible("dialog[open]");
        let said = page.text("dialog[open] article");
        assert!(said.contains("✎\u{a0}04.06") && said.contains("✎\u{a0}Anna Bianchi, Ufficio Scuola"), "{said}");
        page.screenshot("correction-of-place");
        page.click("[data-action='objective-close']");
        assert!(page.text(".selection .count").contains("1 obiettivo corretto a mano"));
        assert_eq!(mean(page), 100.0, "how it went is as read");
        page.after_revision(|| page.click("[data-filter='person:Anna Bianchi']"));
        let figures = page.figures();
        assert_eq!((&figures["objectives"], &figures["by_programme"][0]["key"]), (&json!(1), &json!("04.06")));
        let corrected = &page.download("plan-json").json()["corrections"];
        let names = json!(["Anna Bianchi", "Ufficio Scuola"]);
        assert_eq!(*corrected, json!([{ "n": 1, "code": "04.06", "responsible": names }]));
    }
}
