// SPDX-License-Identifier: AGPL-3.0-or-later
//! How fast the built page is in headless Chromium: `bench-page FILE [RUNS] [SELECTOR]`.
//!
//! Each run is a fresh browser: the file is dropped, then a filter is clicked ten times. Times are the page's own
//! (User Timing, `performance.now()`), so neither the driver nor the start of the browser is in them. Printed are
//! medians, with the least and the most.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;
use traguardi_browser_tests::{Browser, Page};

/// Each stage that the page itself measures, then what a person waits for.
const DROPPED: &str = "drop → revision";
const CLICKED: &str = "click → revision";
const CLICKS: usize = 10;

/// Notes when the page finishes an update: before it, what the clock was when it began.
const STOPWATCH: &str = "
    globalThis.__began = performance.now();
    globalThis.__took = null;
    new MutationObserver((_, observer) => {
      globalThis.__took = performance.now() - globalThis.__began;
      observer.disconnect();
    }).observe(document.documentElement, { attributes: true, attributeFilter: ['data-revision'] });";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(file) = arguments.first().map(Path::new).filter(|file| file.is_file()) else {
        eprintln!("usage: bench-page FILE [RUNS] [SELECTOR]");
        return ExitCode::FAILURE;
    };
    let runs = arguments.get(1).and_then(|runs| runs.parse().ok()).unwrap_or(7);
    let selector = arguments
        .get(2)
        .filter(|selector| !selector.is_empty())
        .map_or("[data-filter^='mission:']", String::as_str);

    let mut times: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for _ in 0..runs {
        for (name, time) in one_run(file, selector) {
            times.entry(name).or_default().push(time);
        }
    }
    println!("{}, {runs} runs, medians in ms (least–most):", file.display());
    for (name, mut times) in times {
        times.sort_by(f64::total_cmp);
        println!(
            "  {name:<24}{:>9.2}   ({:.2}–{:.2})",
            times[times.len() / 2],
            times[0],
            times[times.len() - 1]
        );
    }
    ExitCode::SUCCESS
}

fn one_run(file: &Path, selector: &str) -> Vec<(String, f64)> {
    let page = Page::start(Browser::Chromium);
    page.open("it");
    page.run_in_page(
        &format!("addEventListener('drop', () => {{ {STOPWATCH} }}, {{ capture: true, once: true }});"),
        &[],
    );
    page.drop_file(file);
    let mut times = vec![(DROPPED.to_owned(), took(&page))];
    page.wait_state("ready");
    times.extend(measures(&page));
    for _ in 0..CLICKS {
        page.settle();
        page.run_in_page(
            &format!("performance.clearMeasures(); {STOPWATCH} document.querySelector(arguments[0]).dispatchEvent(new MouseEvent('click', {{ bubbles: true, cancelable: true }}))"),
            &[json!(selector)],
        );
        times.push((CLICKED.to_owned(), took(&page)));
        page.settle();
        // What opening cost was noted above; here only what a filter costs.
        times.extend(measures(&page).into_iter().filter(|(name, _)| name == "traguardi:filter"));
    }
    times
}

fn took(page: &Page) -> f64 {
    page.wait_js("the update", "return globalThis.__took").as_f64().unwrap_or(f64::NAN)
}

/// The page's own measures: the sum of each name, because a stage may be measured in parts.
fn measures(page: &Page) -> Vec<(String, f64)> {
    let sums = page.run_in_page(
        "const sums = {};
         for (const { name, duration } of performance.getEntriesByType('measure'))
           if (name.startsWith('traguardi:')) sums[name] = (sums[name] ?? 0) + duration;
         return sums;",
        &[],
    );
    let Value::Object(sums) = sums else {
        return Vec::new();
    };
    sums.into_iter().filter_map(|(name, sum)| Some((name, sum.as_f64()?))).collect()
}
