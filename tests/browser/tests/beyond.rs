// SPDX-License-Identifier: AGPL-3.0-or-later
//! A drawing that was changed step by step is what a new one would be. What of it is in the window is so at once; what is
//! beyond follows when the page has come to rest, when it is scrolled to, and before it is printed.

use serde_json::{Value, json};
use traguardi_browser_tests::*;

/// Charts higher than a window, with names that take two units of UTF-16 for a letter.
fn plan() -> String {
    let (offices, staff) = (["Ufficio Tributi", "Ufficio Tecnico"], [100, 80, 60]);
    let statuses = ["raggiunto", "raggiunto al 50%", "non raggiunto", "sospeso"];
    let objective = |n: usize| {
        json!({
            "mission": format!("{:02} Missione {} 𝒳😀 con un nome che è piuttosto lungo", n % 20 + 1, n % 20),
            "objective": format!("Obiettivo {n}"),
            "outcome": statuses[(n + n / 20) % 4],
            "responsible": offices[n % 2],
            "staff_percent": staff[n % 3],
            "years": [2020 + n % 2],
        })
    };
    json!({ "title": "Piano", "year": 2021, "objectives": (0..90).map(objective).collect::<Vec<_>>() })
        .to_string()
}

/// Filters put in force and taken back, each of which moves, adds and takes away parts of the drawings.
const STEPS: [&str; 7] = [
    "mission:04",
    "mission:05",
    "status:achieved",
    "mission:04",
    "status:achieved",
    "status:not_achieved",
    "mission:06",
];

/// Tells what is drawn, chart by chart: the texts, those in the window or all, and the shapes.
const DRAWN: &str = "
  const named = (element, names) => names.map((name) => element.getAttribute(name) ?? '').join('|');
  const inWindow = (element) => { const box = element.getBoundingClientRect(); return box.height > 0 && box.bottom > 0 && box.top < innerHeight; };
  const drawn = (seen) => Object.fromEntries([...document.querySelectorAll('[data-chart]')].map((chart) => [chart.dataset.chart, {
    texts: [...chart.querySelectorAll('.texts text')].filter((text) => text.textContent && seen(text))
      .map((text) => `${text.textContent}|${named(text, ['x', 'y', 'class', 'font-size', 'font-weight', 'text-anchor', 'transform'])}`).sort(),
    shapes: [...chart.querySelectorAll('.shapes path')].map((path) => named(path, ['class', 'stroke-width', 'fill', 'fill-opacity', 'd'])),
    marks: [...chart.querySelectorAll('.marks rect')].map((mark) => named(mark, ['x', 'y', 'width', 'height', 'role', 'class', 'aria-label', 'aria-pressed', 'data-filter', 'data-of', 'data-action', 'data-mark'])),
  }]));
  const step = (handle) => new Promise((done) => {
    const root = document.documentElement, before = root.dataset.revision;
    const counted = new MutationObserver(() => { if (root.dataset.revision !== before) { counted.disconnect(); done(); } });
    counted.observe(root, { attributes: true });
    document.querySelector(`[data-filter='${handle}']`).dispatchEvent(new MouseEvent('click', { bubbles: true }));
  });
  const rest = async () => { for (let at = 0; at < 30; at++) await frame(); };
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
";

/// What a page draws that opens the plan as the steps leave it.
fn drawn_anew(page: &Page) -> Value {
    page.open_link("it", "view=1&mission=05&mission=06&status=not_achieved");
    page.drop_bytes("piano.json", plan().as_bytes());
    page.wait_state("ready");
    page.run_in_page(&format!("{DRAWN} await rest(); return drawn(() => true);"), &[])
}

fn open(page: &Page) {
    page.open("it");
    page.drop_bytes("piano.json", plan().as_bytes());
    page.wait_state("ready");
}

/// Opens the plan, stands at the first chart until the page has come to rest, takes all steps without a rest between, and
/// tells what is drawn after something else was done at once.
fn drawn_after(page: &Page, then: &str) -> Value {
    open(page);
    page.run_in_page(
        &format!(
            "{DRAWN}
             document.querySelector(\"[data-chart='status-by-mission'] svg\").scrollIntoView({{ block: 'start' }});
             await rest();
             for (const handle of arguments[0]) await step(handle);
             {then}"
        ),
        &[json!(STEPS)],
    )
}

/// Every text is one of those that belong there.
#[track_caller]
fn assert_seen(seen: &Value, wanted: &Value) -> usize {
    let texts = |of: &Value| of["texts"].as_array().cloned().unwrap_or_default();
    let charts = seen.as_object().expect("charts");
    let mut count = 0;
    for (chart, of) in charts {
        let there = texts(&wanted[chart]);
        for text in texts(of) {
            assert!(there.contains(&text), "{chart}: {text} is not among {there:?}");
            count += 1;
        }
    }
    count
}

in_both_browsers! {
    fn a_drawing_that_was_changed_is_what_a_new_one_would_be(page) {
        let wanted = drawn_anew(page);
        open(page);
        for handle in STEPS {
            page.filter(handle);
        }
        assert_eq!(page.fragment(), "view=1&mission=05&mission=06&status=not_achieved");
        let same = "const told = (all) => JSON.stringify(Object.keys(all).sort().map((chart) => [chart, all[chart].texts, all[chart].shapes, all[chart].marks]));";
        page.wait_js("drawings as drawn anew", &format!("{DRAWN} {same} return told(drawn(() => true)) === told({wanted});"));
    }

    fn what_is_seen_of_a_drawing_follows_at_once(page) {
        let wanted = drawn_anew(page);
        let seen = drawn_after(page, "return drawn(inWindow);");
        assert!(assert_seen(&seen, &wanted) > 10, "{seen}");
        for (chart, drawing) in wanted.as_object().expect("charts") {
            assert_eq!(seen[chart]["marks"], drawing["marks"], "marks do not wait: {chart}");
        }
    }

    fn what_is_scrolled_to_follows_as_it_comes(page) {
        let wanted = drawn_anew(page);
        let seen = drawn_after(page, "scrollBy(0, 2 * innerHeight); await frame(); await frame(); return drawn(inWindow);");
        assert!(assert_seen(&seen, &wanted) > 10, "{seen}");
    }

    fn what_comes_into_the_window_without_scrolling_follows_at_once(page) {
        let wanted = drawn_anew(page);
        open(page);
        // What stands above the charts pushes them out of the window, and lets them in again.
        let seen = page.run_in_page(
            &format!(
                "{DRAWN}
                 const above = document.querySelector('.headline');
                 above.style.marginTop = `${{2 * innerHeight}}px`;
                 await rest();
                 await step(arguments[0][0]);
                 await rest();
                 above.style.display = 'none';
                 for (let at = 0; at < 4; at++) await frame();
                 for (const handle of arguments[0].slice(1)) await step(handle);
                 return drawn(inWindow);"
            ),
            &[json!(STEPS)],
        );
        assert!(assert_seen(&seen, &wanted) > 10, "{seen}");
    }

    fn what_is_printed_is_drawn_to_the_end(page) {
        let wanted = drawn_anew(page);
        let on_paper = drawn_after(
            page,
            "dispatchEvent(new Event('beforeprint')); const all = drawn(() => true); dispatchEvent(new Event('afterprint')); return all;",
        );
        assert_eq!(on_paper, wanted);
    }
}
