// SPDX-License-Identifier: AGPL-3.0-or-later
//! The main job: whichever way the plan comes in, the page says how the year went, with the figures that a person
//! found by hand.

use serde_json::{Value, json};
use std::fs;
use traguardi_browser_tests::*;

/// What a person found in the reference document.
fn expected() -> Option<Value> {
    let path = shared("reference/relazione-2021.expected.json")?;
    let text = fs::read_to_string(path).expect("the expected file");
    Some(serde_json::from_str(&text).expect("JSON"))
}

/// The groups of a list of figures by their key.
fn group<'v>(groups: &'v Value, key: &str) -> &'v Value {
    groups.as_array().and_then(|list| list.iter().find(|group| group["key"] == key)).unwrap_or(&Value::Null)
}

/// The same number, to the last bit, whether it is written as 100 or as 100.0.
#[track_caller]
fn same(found: &Value, expected: &Value, what: &str) {
    assert_eq!(
        found.as_f64().map(f64::to_bits),
        expected.as_f64().map(f64::to_bits),
        "{what}: {found} ≠ {expected}"
    );
}

/// The figures that a download gives, against the totals of the expected file.
fn check_figures(figures: &Value, totals: &Value) {
    assert_eq!((&figures["format"], &figures["version"]), (&json!("traguardi-figures"), &json!(1)));
    assert_eq!(figures["objectives"], totals["objectives"]);
    assert_eq!(figures["strategic"], totals["strategic"]);
    for (status, count) in figures["status"].as_object().expect("statuses") {
        assert_eq!(count, totals["status"].get(status).unwrap_or(&json!(0)), "{status}");
    }
    for measure in ["degree", "staff_percent"] {
        assert_eq!(figures[measure]["known"], totals[measure]["known"], "{measure}");
        same(&figures[measure]["mean"], &totals[measure]["mean"], measure);
    }
    same(&figures["degree"]["median"], &totals["degree"]["median"], "median");
    let missions = totals["by_mission"].as_object().expect("missions");
    assert_eq!(figures["by_mission"].as_array().map(Vec::len), Some(missions.len()));
    for (key, expected) in missions {
        let found = group(&figures["by_mission"], key);
        assert_eq!(
            (&found["objectives"], &found["known"]),
            (&expected["objectives"], &expected["known"]),
            "{key}"
        );
        same(&found["mean"], &expected["mean"], key);
    }
    let programmes = totals["by_programme"].as_object().expect("programmes");
    assert_eq!(figures["by_programme"].as_array().map(Vec::len), Some(programmes.len()));
    for (key, expected) in programmes {
        assert_eq!(&group(&figures["by_programme"], key)["objectives"], expected, "{key}");
    }
}

/// Every record of the download `objectives-json`, against that of the expected file.
fn check_objectives(records: &Value, expected: &Value) {
    let (records, expected) = (records.as_array().expect("a list"), expected.as_array().expect("a list"));
    assert_eq!(records.len(), expected.len());
    for (found, expected) in records.iter().zip(expected) {
        let n = &expected["n"];
        for key in ["n", "code_as_written", "mission", "programme", "strategic", "status", "degree_read_from"]
        {
            assert_eq!(found[key], expected[key], "{key} of objective {n}");
        }
        same(&found["degree"], &expected["degree"], &format!("degree of objective {n}"));
        same(&found["staff_percent"], &expected["staff_percent"], &format!("staff of objective {n}"));
        let planned = found["planned"].as_array().is_some_and(|years| years.contains(&json!(2021)));
        assert_eq!(json!(planned), expected["planned_2021"], "planned years of objective {n}");
        let starts = expected["objective_starts"].as_str().unwrap_or_default();
        assert!(found["objective"].as_str().unwrap_or_default().starts_with(starts), "text of objective {n}");
    }
}

in_both_browsers! {
    /// Dropped, the real report shows the figures that were found by hand, in words and in its downloads; and the plan
    /// that it gives for keeping is as good as the report.
    fn the_real_report_gives_the_figures_found_by_hand(page) {
        page.open("it");
        let Some(expected) = expected() else { return };
        assert!(page.open_report());

        assert_eq!(page.figure("achieved"), "22 su 27 raggiunti");
        let mean = page.figure("mean");
        assert!(mean.starts_with("90,4 %") && mean.contains("(26 su 27)"), "{mean}");
        let staff = page.figure("staff-percent");
        assert!(staff.starts_with("92 %") && staff.contains("(25 su 27)"), "{staff}");
        assert!(page.figure("median").starts_with("100 %"), "{}", page.figure("median"));
        assert_eq!(page.figure("objectives"), "Tutti i 27 obiettivi");
        for (status, words) in [
            ("achieved", "22 ✔raggiunti"),
            ("partially_achieved", "3 ◐raggiunti in parte"),
            ("not_achieved", "1 ✕non raggiunto"),
            ("suspended", "1 ‖sospeso"),
        ] {
            let said = plain(&page.text(&format!(".toggles [data-filter='status:{status}']")));
            assert_eq!(said.replace(' ', ""), words.replace(' ', ""));
        }
        assert_eq!(page.count(".toggles [data-filter^='status:']"), 4, "a status that no objective has needs no button");
        assert!(plain(&page.text("[data-filter='year:2021']")).starts_with("25 "));
        assert_eq!(page.rows(), (1..=27).collect::<Vec<_>>());
        page.screenshot("report");

        let figures = page.figures();
        check_figures(&figures, &expected["totals"]);
        check_objectives(&page.download("objectives-json").json(), &expected["objectives"]);

        let plan = page.download("plan-json");
        assert!(plan.name.contains("plan") && plan.name.ends_with(".json"), "{}", plan.name);
        page.drop_bytes("di-nuovo.json", &plan.bytes);
        page.wait_state("ready");
        let again = page.figures();
        check_figures(&again, &expected["totals"]);
        for part in ["by_mission", "by_programme", "by_responsible", "by_strategic", "by_year", "method"] {
            assert_eq!(again[part], figures[part], "{part}");
        }
        check_objectives(&page.download("objectives-json").json(), &expected["objectives"]);
    }

    /// Picked, pasted into the dialog or anywhere, opened as the example or dropped as JSON: the same plan, the same
    /// figures.
    fn every_way_of_opening_leads_to_the_same_figures(page) {
        page.open("it");
        let example = fixture("comune-di-valdarco-2025.json");
        let plan: Value = serde_json::from_slice(&fs::read(&example).expect("the example")).expect("JSON");
        let count = plan["objectives"].as_array().map_or(0, Vec::len);

        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        let shown = page.headline();
        assert!(page.figure("achieved").contains(&format!("su {count}")), "{shown}");
        assert_eq!(plain(&page.text("h1")), plan["title"].as_str().unwrap_or_default());
        assert!(page.text(".plan-title").contains("Comune di Valdarco"));
        let figures = page.figures();
        assert_eq!(figures["objectives"], count);

        page.after_revision(|| page.drop_file(&example));
        page.wait_state("ready");
        assert_eq!((page.headline(), page.figures()), (shown.clone(), figures.clone()));

        page.after_revision(|| page.pick_file(&example));
        page.wait_state("ready");
        assert_eq!((page.headline(), page.figures()), (shown.clone(), figures));
        // The same file again, mended meanwhile, is a file too.
        page.after_revision(|| page.pick_file(&example));
        assert_eq!(page.headline(), shown);

        let Some(report) = shared("reference/relazione-2021.txt") else { return };
        let text = fs::read_to_string(report).expect("the report");
        page.after_revision(|| page.paste("main", &text));
        page.wait_state("ready");
        let shown = page.headline();
        assert!(shown.contains("22 su 27") && shown.contains("90,4 %"), "{shown}");

        page.after_revision(|| page.click("[data-action='close']"));
        page.wait_state("empty");
        page.click("[data-action='paste']");
        page.wait_visible("dialog[open] textarea");
        page.paste("dialog[open] textarea", &text);
        page.after_revision(|| page.click("[data-action='paste-read']"));
        page.wait_state("ready");
        page.wait_gone("dialog");
        assert_eq!(page.headline(), shown);
    }
}
