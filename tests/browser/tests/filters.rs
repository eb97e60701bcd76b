// SPDX-License-Identifier: AGPL-3.0-or-later
//! Touch anything, and everything else follows: charts, statuses, people, years, words; and there is always a way back.

use serde_json::Value;
use std::collections::BTreeSet;
use traguardi_browser_tests::*;

/// The marks of a chart in words, as assistive technology hears them.
fn labels(page: &Page, chart: &str) -> Vec<String> {
    let found = page.js(
        "return [...document.querySelectorAll(`[data-chart='${arguments[0]}'] [data-mark]`)].map((mark) => mark.getAttribute('aria-label'))",
        vec![chart.into()],
    );
    serde_json::from_value(found).unwrap_or_default()
}

/// The rows of the reference document's objectives, folded, to search in them without the page.
fn folded_rows() -> Vec<String> {
    let path = shared("reference/relazione-2021.txt").expect("asked before");
    let text = std::fs::read_to_string(path).expect("the report");
    let fold = |c: char| match c {
        'à' => 'a',
        'è' | 'é' => 'e',
        'ì' => 'i',
        'ò' => 'o',
        'ù' => 'u',
        c => c,
    };
    let is_row =
        |line: &&str| line.starts_with("<b>") && line.as_bytes().get(3).is_some_and(u8::is_ascii_digit);
    text.lines().filter(is_row).map(|line| line.to_lowercase().chars().map(fold).collect()).collect()
}

in_both_browsers! {
    fn a_column_of_the_distribution_selects_its_degrees(page) {
        page.open("it");
        if !page.open_report() {
            return;
        }
        let all = page.download("objectives-json").json();
        let numbers = |keep: &dyn Fn(&Value) -> bool| -> Vec<u64> {
            let objectives = all.as_array().expect("a list").iter();
            objectives.filter(|objective| keep(objective)).filter_map(|objective| objective["n"].as_u64()).collect()
        };
        let other_columns = labels(page, "distribution");
        page.after_revision(|| page.click("[data-chart='distribution'] [data-filter='degree:[50,60)']"));
        let half = |o: &Value| o["degree"].as_f64().is_some_and(|degree| (50.0..60.0).contains(&degree));
        assert_eq!(page.rows(), numbers(&half));
        assert!(plain(&page.text("[data-chip='degree:[50,60)']")).contains("da 50 a meno di 60"));
        assert_eq!(labels(page, "distribution"), other_columns, "the columns ignore their own filter");
        // A second column widens the first; that of the unknown holds what has no degree.
        page.filter("degree:");
        assert_eq!(page.rows(), numbers(&|o| half(o) || o["degree"].is_null()));
        page.screenshot("degrees");
    }

    fn a_click_narrows_everything_and_a_chip_takes_it_back(page) {
        page.open("it");
        // A document before it, so that nothing of it may be left in what is clicked.
        page.after_revision(|| page.click("[data-action='example']"));
        if !page.open_report() {
            return;
        }
        let drawings = page.count("[data-chart] svg.scene");
        assert_eq!(page.count("[data-chart] svg.scene > g"), 2 * drawings, "each chart is one drawing with its marks");
        let all = page.download("objectives-json").json();
        let numbers = |keep: &dyn Fn(&Value) -> bool| -> Vec<u64> {
            let objectives = all.as_array().expect("a list").iter();
            objectives.filter(|objective| keep(objective)).filter_map(|objective| objective["n"].as_u64()).collect()
        };
        let charts = ["status-by-mission", "degree-by-mission", "distribution", "strategic-against-ordinary"];
        let untouched: Vec<Vec<String>> = charts.iter().map(|chart| labels(page, chart)).collect();
        let people = page.texts(".person .count");
        let whole = page.headline();

        // A mark of a chart, with the mouse.
        page.after_revision(|| page.click("[data-chart='status-by-mission'] [data-filter='mission:01']"));
        assert!(page.is_pressed("mission:01") && !page.is_pressed("mission:04"));
        assert_eq!(page.rows(), numbers(&|o| o["mission"] == "01"));
        assert_eq!(page.figure("objectives"), "10 di 27 obiettivi");
        assert!(page.figure("achieved").contains("7 su 10"), "{}", page.figure("achieved"));
        assert!(page.figure("mean").starts_with("88,9 %") && page.figure("mean").contains("(9 su 10)"));
        assert!(plain(&page.text("[data-chip='mission:01']")).contains("Missione 01"));
        for (chart, before) in charts.iter().zip(&untouched).skip(2) {
            assert_ne!(&labels(page, chart), before, "{chart} does not follow");
        }
        assert_ne!(page.texts(".person .count"), people, "the people do not follow");
        let figures = page.figures();
        assert_eq!((&figures["objectives"], &figures["selection"]["mission"]), (&10.into(), &serde_json::json!(["01"])));
        page.screenshot("filtered");

        // A status besides: the two narrow each other.
        page.filter("status:partially_achieved");
        assert_eq!(page.rows(), numbers(&|o| o["mission"] == "01" && o["status"] == "partially_achieved"));
        assert_eq!(page.count("[data-chip]"), 2);
        // A second mission widens the first.
        page.filter("mission:06");
        assert_eq!(
            page.rows(),
            numbers(&|o| (o["mission"] == "01" || o["mission"] == "06") && o["status"] == "partially_achieved")
        );
        for chip in ["mission:06", "status:partially_achieved", "mission:01"] {
            page.after_revision(|| page.click(&format!("[data-chip='{chip}']")));
            assert!(!page.is_pressed(chip));
        }
        assert_eq!((page.count("[data-chip]"), page.headline()), (0, whole.clone()));
        assert_eq!(charts.map(|chart| labels(page, chart)).to_vec(), untouched);

        // A programme, a kind, a year.
        page.filter("programme:04.06");
        assert_eq!(page.rows(), numbers(&|o| o["programme"] == "04.06"));
        page.filter("programme:04.06");
        page.filter("strategic:true");
        assert_eq!(page.rows(), numbers(&|o| o["strategic"] == true));
        page.filter("strategic:true");
        page.filter("year:2021");
        assert_eq!(page.rows(), numbers(&|o| o["planned"].as_array().is_some_and(|years| years.contains(&2021.into()))));
        page.filter("year:2021");
        assert_eq!(page.headline(), whole);

        // Every person of the list, by name: as many as the figures of the whole say.
        let responsible = page.figures()["by_responsible"].clone();
        let first = &responsible[0];
        let handle = format!("person:{}", first["key"].as_str().expect("a name"));
        page.filter(&handle);
        assert!(page.is_pressed(&handle));
        assert_eq!(page.rows().len() as u64, first["objectives"].as_u64().expect("a count"));
        page.after_revision(|| page.click("[data-action='clear']"));
        assert_eq!((page.headline(), page.rows().len()), (whole, 27));

        // Listed by name, never by result.
        let names: Vec<String> = page.texts(".person bdi").iter().map(|name| name.to_lowercase()).collect();
        assert!(names.is_sorted(), "{names:?}");
    }

    /// What the selection hides stays there to be chosen, and a selection without objectives says the way out.
    fn a_selection_without_objectives_is_no_dead_end(page) {
        page.open("it");
        if !page.open_report() {
            return;
        }
        let handles = |page: &Page| -> BTreeSet<String> {
            let found = page.js("return [...document.querySelectorAll('[data-filter]')].map((e) => e.dataset.filter)", vec![]);
            serde_json::from_value(found).unwrap_or_default()
        };
        let before = handles(page);
        for kind in ["mission:", "programme:", "status:", "person:", "strategic:", "year:"] {
            assert!(before.iter().any(|handle| handle.starts_with(kind)), "nothing to filter by {kind}");
        }
        page.filter("status:suspended");
        page.filter("mission:12");
        assert!(page.rows().is_empty());
        assert!(before.is_subset(&handles(page)), "gone: {:?}", before.difference(&handles(page)));
        assert!(page.text(".objectives").contains("Nessun obiettivo risponde a tutti i filtri"));
        let achieved = page.figure("achieved");
        assert!(achieved.contains("0 su 0") || achieved.starts_with('–'), "{achieved}");
        let figures = page.figures();
        assert_eq!((&figures["objectives"], &figures["degree"]["mean"]), (&0.into(), &Value::Null));
        // The way out is on the page, and leads out.
        page.filter("mission:12");
        assert_eq!(page.rows().len(), 1);
        page.after_revision(|| page.click("[data-action='clear']"));
        assert_eq!(page.rows().len(), 27);
        assert_eq!(page.count("[data-action='clear']"), 0);
    }

    /// Words are found whatever their accents and capitals.
    fn words_are_found_with_accents_folded(page) {
        page.open("it");
        if !page.open_report() {
            return;
        }
        let rows = folded_rows();
        assert_eq!(rows.len(), 27);
        let holding = |words: &[&str]| -> Vec<u64> {
            (1..).zip(&rows).filter(|(_, row)| words.iter().all(|word| row.contains(word))).map(|(n, _)| n).collect()
        };
        let attivita = holding(&["attivita"]);
        assert!(!attivita.is_empty() && attivita.len() < 27);
        for typed in ["attivita", "attività", "ATTIVITÀ"] {
            page.after_revision(|| page.fill("[data-action='search']", typed));
            page.wait_js("the search has settled", &format!("return document.querySelectorAll('[data-objective]').length === {}", attivita.len()));
            assert_eq!(page.rows(), attivita, "{typed}");
        }
        assert!(page.text("[data-chip='search']").contains("ATTIVITÀ"));

        page.after_revision(|| page.fill("[data-action='search']", "zanzibar"));
        page.wait_js("nothing is found", "return document.querySelectorAll('[data-objective]').length === 0");
        assert!(page.text(".objectives").contains("Nessun obiettivo risponde a tutti i filtri"));
        page.after_revision(|| page.click("[data-chip='search']"));
        assert_eq!(page.rows().len(), 27);
        assert_eq!(page.js("return document.querySelector('[data-action=search]').value", vec![]), "");
    }
}
