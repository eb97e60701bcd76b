// SPDX-License-Identifier: AGPL-3.0-or-later
//! On paper it is a report: every objective is on it, on as many sheets as it takes.

use serde_json::json;
use std::process::Command;
use traguardi_browser_tests::*;

/// More objectives than the table keeps on the screen at once.
const OBJECTIVES: usize = 200;

/// How many pages a PDF has, by the largest count in its trees of pages; `None` where they are packed away.
fn pages(pdf: &[u8]) -> Option<usize> {
    let text = String::from_utf8_lossy(pdf);
    let counts = text.split("/Count ").skip(1);
    counts.filter_map(|rest| rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()).max()
}

in_both_browsers! {
    fn every_objective_is_on_paper(page) {
        page.open("it");
        let list: Vec<_> = (1..=OBJECTIVES)
            .map(|n| json!({ "code": format!("P{n:03}"), "objective": format!("Obiettivo numero {n}"), "percent": n % 101, "responsible": "Anna Bianchi" }))
            .collect();
        let plan = json!({ "title": "Piano da stampare", "year": 2024, "objectives": list });
        page.drop_bytes("carta.json", plan.to_string().as_bytes());
        page.wait_state("ready");
        let on_screen = page.rows().len();
        assert!(on_screen < OBJECTIVES, "the test needs a table that is longer than what is on the page");

        page.filter("status:partially_achieved");
        page.filter("status:not_achieved");
        page.filter("status:achieved");
        // What is shown on paper, when the browser has begun to lay it out.
        page.run_in_page(
            "matchMedia('print').addEventListener('change', (print) => {
               const shown = [...document.querySelectorAll('[data-objective]')].filter((row) => row.checkVisibility());
               if (!print.matches) return;
               window.__printed = new Set(shown.map((row) => row.dataset.objective)).size;
               // Whose ground a browser may leave out to save ink, and with it what it means.
               window.__saved = ['.segment', '.swatch', '.scene', '.toggle[aria-pressed=true]', '.chip']
                 .filter((css) => getComputedStyle(document.querySelector(css)).printColorAdjust !== 'exact');
             })",
            &[],
        );
        let path = page.print("report");
        let printed = page.wait_js("what was printed", "return window.__printed ?? null");
        assert_eq!(printed, OBJECTIVES, "{}", page.browser());
        assert_eq!(page.js("return window.__saved", vec![]), json!([]), "{}: prints without its ground", page.browser());
        let pdf = std::fs::read(&path).expect("just written");
        if let Some(pages) = pages(&pdf) {
            assert!(pages > 3, "{pages} sheets for {OBJECTIVES} objectives");
        }
        match Command::new("pdftotext").arg(&path).arg("-").output() {
            Ok(words) if words.status.success() => {
                let words = String::from_utf8_lossy(&words.stdout).into_owned();
                let missing: Vec<usize> = (1..=OBJECTIVES).filter(|n| !words.contains(&format!("P{n:03}"))).collect();
                assert!(missing.is_empty(), "not on paper: {missing:?}");
                assert!(words.contains("Piano da stampare") && words.contains("grado medio"));
            }
            _ => eprintln!("skipped: without pdftotext only the page is asked what it prints, not the paper"),
        }
        // Afterwards the screen is as it was.
        page.wait_js("the window of rows is back", &format!("return document.querySelectorAll('[data-objective]').length === {on_screen}"));
    }

    /// The button does the same as the browser's own menu. A window without a person shows no dialog for it.
    fn the_button_prints(page) {
        page.open("en");
        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        page.js("window.print = () => (window.__asked = document.querySelectorAll('[data-objective]').length)", vec![]);
        page.click("[data-action='print']");
        assert_eq!(page.wait_js("it was asked to print", "return window.__asked ?? null"), page.rows().len());
    }
}
