// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page measures itself: whoever wants to know how fast it is finds the User Timing measures of each stage.

use serde_json::Value;
use traguardi_browser_tests::*;

const NAMES: [&str; 4] = ["import", "statistics", "draw", "filter"];

/// The measures of a stage, in milliseconds.
fn measures(page: &Page, name: &str) -> Vec<f64> {
    let found = page.js(
        "return performance.getEntriesByName(arguments[0], 'measure').map((measure) => measure.duration)",
        vec![Value::from(format!("traguardi:{name}"))],
    );
    serde_json::from_value(found).unwrap_or_default()
}

fn counts(page: &Page) -> [usize; 4] {
    NAMES.map(|name| measures(page, name).len())
}

in_both_browsers! {
    fn every_stage_leaves_its_measure(page) {
        page.open("it");
        assert_eq!(counts(page), [0; 4], "nothing was done yet");
        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        let [import, statistics, draw, filter] = counts(page);
        assert_eq!((import, statistics, filter), (1, 1, 0));
        assert!(draw >= 1);

        page.filter("status:achieved");
        let after = counts(page);
        assert_eq!(after[0], 1, "a filter reads no file again");
        assert_eq!(after[1], statistics + 1, "the figures are computed once for each step");
        assert!(after[2] > draw && after[3] == 1, "{after:?}");
        page.filter("status:achieved");
        assert_eq!(counts(page)[3], 2);

        for name in NAMES {
            for duration in measures(page, name) {
                assert!((0.0..30_000.0).contains(&duration), "{name}: {duration} ms");
            }
        }
        let marks = page.js("return performance.getEntriesByType('mark').filter((mark) => mark.name.startsWith('traguardi:')).length", vec![]);
        assert_eq!(marks, 0, "marks that are no more needed are taken away");
    }
}
