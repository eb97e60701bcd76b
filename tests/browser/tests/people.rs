// SPDX-License-Identifier: AGPL-3.0-or-later
//! People and offices: what is likely one person is suggested, and a person decides, with a way back each time.

use serde_json::{Value, json};
use traguardi_browser_tests::*;

/// A plan whose names are made up: two spellings of one name, an office, two people in one cell.
fn plan() -> String {
    let objective = |responsible: &str, support: &str, percent: u8| json!({ "objective": "Rifare la piazza", "responsible": responsible, "support": support, "percent": percent });
    let objectives = [
        objective("Zita Brugnoli", "tutti gli uffici", 100),
        objective("Brugnoli Zita", "Sergio Valdambri", 0),
        objective("Zita Brugnoli", "Sergio Valdambri Ivana Testori", 100),
        objective("Ufficio Tributi", "Sergio Valdanbri", 100),
    ];
    json!({ "title": "Prova", "objectives": objectives }).to_string()
}

/// How many objectives each answers for, by name.
fn responsible(page: &Page) -> Value {
    let groups = page.figures()["by_responsible"].as_array().cloned().unwrap_or_default();
    groups
        .iter()
        .map(|group| (group["key"].as_str().unwrap_or_default().to_owned(), group["objectives"].clone()))
        .collect()
}

fn merge(page: &Page, reason: &str) {
    page.after_revision(|| page.click(&format!("[data-suggestion='{reason}'] [data-action='merge-people']")));
}

in_both_browsers! {
    fn a_suggestion_is_accepted_undone_and_split_again(page) {
        page.open("it");
        page.drop_bytes("prova.json", plan().as_bytes());
        page.wait_state("ready");
        assert_eq!(page.count("[data-suggestion]"), 2);
        assert!(plain(&page.text("[data-suggestion='order']")).contains("Zita Brugnoli · Brugnoli Zita"));
        let apart = json!({ "Brugnoli Zita": 1, "Ufficio Tributi": 1, "Zita Brugnoli": 2 });
        assert_eq!(responsible(page), apart);
        // What is looked at stays, under the name in force.
        page.filter("person:Brugnoli Zita");
        assert_eq!(page.rows(), [2]);
        page.assert_accessible("people, with suggestions");
        page.screenshot("people");

        merge(page, "order");
        assert_eq!(responsible(page), json!({ "Zita Brugnoli": 3 }), "the selection has followed");
        assert!(page.is_pressed("person:Zita Brugnoli"));
        assert_eq!((page.rows(), page.count("[data-filter='person:Brugnoli Zita']")), (vec![1, 2, 3], 0));
        assert!(page.text("[data-action='undo']").contains("Annulla"));
        page.after_revision(|| page.click("[data-action='undo']"));
        assert_eq!((page.rows(), page.count("[data-suggestion]")), (vec![2], 2));
        // Forth again, each step with what was looked at in it.
        page.after_revision(|| page.click("[data-action='redo']"));
        assert_eq!(responsible(page), json!({ "Zita Brugnoli": 3 }));
        page.after_revision(|| page.click("[data-action='clear']"));
        assert_eq!(responsible(page), json!({ "Ufficio Tributi": 1, "Zita Brugnoli": 3 }));

        // The spellings are there, and the way back.
        let row = "li:has(> [data-filter='person:Zita Brugnoli'])";
        assert!(plain(&page.text(row)).contains("scritto anche: Brugnoli Zita"));
        page.after_revision(|| page.click(&format!("{row} [data-action='split-person']")));
        assert_eq!((responsible(page), page.count("[data-suggestion]")), (apart, 2));
    }

    fn decisions_are_saved_with_the_plan(page) {
        page.open("en");
        page.drop_bytes("prova.json", plan().as_bytes());
        page.wait_state("ready");
        merge(page, "order");
        page.after_revision(|| page.click("[data-action='keep-apart']"));
        assert_eq!(page.count("[data-suggestion]"), 0);
        let saved = page.download("plan-json");
        page.drop_bytes("again.json", &saved.bytes);
        page.wait_state("ready");
        assert_eq!(page.count("[data-suggestion]"), 0);
        assert_eq!(responsible(page), json!({ "Ufficio Tributi": 1, "Zita Brugnoli": 3 }));
        let people = page.download("people-json").json();
        let second = &people[2];
        assert_eq!((&second["n"], &second["field"], &second["cell"]), (&json!(2), &json!("responsible"), &json!("Brugnoli Zita")));
        assert_eq!(second["people"], json!([{ "name": "Brugnoli Zita", "person": "Zita Brugnoli", "suggested": "Zita Brugnoli" }]));
        assert_eq!((&people[1]["people"], &people[1]["groups"]), (&json!([]), &json!(["tutti gli uffici"])));
    }

    fn people_stand_by_name_or_as_in_the_document_never_by_result(page) {
        page.open("it");
        page.drop_bytes("prova.json", plan().as_bytes());
        page.wait_state("ready");
        let names = |page: &Page| page.texts(".people-list > li > * > bdi");
        let by_name = ["Brugnoli Zita", "Ivana Testori", "Sergio Valdambri", "Sergio Valdanbri", "tutti gli uffici", "Ufficio Tributi", "Zita Brugnoli"];
        assert_eq!(names(page), by_name);
        page.after_revision(|| page.click("[data-action='people-by-plan']"));
        let as_in_plan = ["Zita Brugnoli", "tutti gli uffici", "Brugnoli Zita", "Sergio Valdambri", "Ivana Testori", "Ufficio Tributi", "Sergio Valdanbri"];
        assert_eq!(names(page), as_in_plan);
        let offices = page.texts(".people-list > li:has(.tag) > * > bdi");
        assert_eq!(offices, ["tutti gli uffici", "Ufficio Tributi"]);
        assert!(plain(&page.text(".people-list > li:nth-child(4)")).contains("di supporto: 1 raggiunto su 2"));
        // Whatever is selected, the order stays.
        page.filter("status:achieved");
        assert_eq!(names(page), as_in_plan);
    }
}
