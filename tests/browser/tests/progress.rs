// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: while a large file is read, the page says how far it is, and reading can be called off.

use serde_json::{Value, json};
use traguardi_browser_tests::*;

/// A plan that takes long enough for its progress to be told several times.
fn large_plan(title: &str) -> Vec<u8> {
    let objective = |n: u32| {
        json!({ "code": "01.01", "objective": format!("Obiettivo {n} di un piano lungo"), "percent": n % 101,
            "outcome": "Approvato il regolamento e avviata la formazione del personale entro i termini" })
    };
    let objectives: Vec<Value> = (1..=12_000).map(objective).collect();
    json!({ "title": title, "objectives": objectives }).to_string().into_bytes()
}

/// Keeps all that is told of progress; calls off at the first of it, if asked to.
const LISTEN: &str = "
    window.__told = [];
    const listen = () => {
      const bar = document.querySelector('.reading progress');
      const words = document.querySelector(\"[data-progress='reading']\").textContent;
      if (!words || window.__told.at(-1)?.[1] === words) return;
      window.__told.push([bar.value, words]);
      if (arguments[0]) document.querySelector(\"[data-action='cancel']\").click();
    };
    new MutationObserver(listen)
      .observe(document.querySelector('.reading'), { subtree: true, childList: true, characterData: true, attributes: true });";

/// Keeps what is on the page at the first revision.
const FIRST: &str = "
    new MutationObserver(() => {
      window.__first ??= [
        document.querySelector('main').dataset.state,
        document.querySelector('.selection .count').textContent,
        document.querySelector('.findings')?.getAttribute('aria-busy'),
        document.querySelector('[data-objective]') !== null,
      ];
    }).observe(document.documentElement, { attributes: true, attributeFilter: ['data-revision'] });";

/// Changes the method at the first revision.
const PRESS: &str = "
    new MutationObserver(async () => {
      if (window.__pressed || !document.querySelector('.findings[aria-busy]')) return;
      window.__pressed = true;
      document.querySelector(\"[data-action='method']\").click();
      await new Promise((go) => setTimeout(go, 20));
      document.querySelector(\"[data-method='suspended:as-zero']\").click();
    }).observe(document.documentElement, { attributes: true, attributeFilter: ['data-revision'] });";

fn told(page: &Page) -> Vec<(f64, String)> {
    let told = page.run_in_page("return window.__told", &[]);
    let told = told.as_array().cloned().unwrap_or_default();
    told.iter()
        .map(|of| (of[0].as_f64().unwrap_or(-1.0), of[1].as_str().unwrap_or_default().to_owned()))
        .collect()
}

in_both_browsers! {
    fn the_page_tells_how_far_a_file_is(page) {
        page.open("it");
        page.run_in_page(LISTEN, &[json!(false)]);
        page.drop_bytes("lungo.json", &large_plan("Lungo"));
        page.wait_state("ready");
        let told = told(page);
        assert!(told.len() >= 4, "{}: {told:?}", page.browser());
        assert!(told.is_sorted_by(|a, b| a.0 <= b.0), "{}: it only grows: {told:?}", page.browser());
        assert!(told.iter().all(|(share, _)| (0.0..=1.0).contains(share)), "{told:?}");
        let of = |words: &str| told.iter().filter(|(_, said)| said.contains(words)).count();
        assert!(of("% del file") >= 1 && of("obiettivi trovati") >= 1, "{}: {told:?}", page.browser());
        assert_eq!(page.text("[data-progress='reading']"), "", "nothing is left of it");
    }

    fn figures_of_a_large_plan_come_before_its_texts_are_read(page) {
        page.open("it");
        // What is seen at the first revision.
        page.run_in_page(FIRST, &[]);
        page.drop_bytes("lungo.json", &large_plan("Lungo"));
        page.wait_js("figures are there", "return window.__first !== undefined");
        let first = page.js("return window.__first", vec![]);
        assert_eq!(first[0], json!("ready"));
        assert!(first[1].as_str().is_some_and(|said| said.contains("12000")), "{first}");
        assert_eq!((&first[2], &first[3]), (&json!("true"), &json!(true)), "{}: {first}", page.browser());
        page.wait_js("the findings follow", "return !document.querySelector('.findings[aria-busy]') && document.querySelector('[data-findings]')");
        page.settle();
        assert_eq!(page.count("[data-action='undo']"), 0, "it is no step");
        assert!(page.count("[data-filter^='finding:']") > 0);
    }

    fn what_is_changed_before_the_texts_are_read_is_changed_in_all_of_it(page) {
        page.open("it");
        page.run_in_page(PRESS, &[]);
        page.drop_bytes("lungo.json", &large_plan("Lungo"));
        page.wait_js("a method was chosen", "return window.__pressed");
        page.wait_js("it is in force", "return document.querySelector(\"[data-action='undo']\")");
        page.settle();
        assert_eq!(page.count(".findings[aria-busy]"), 0);
        assert!(page.count("[data-findings]") > 0);
        page.after_revision(|| page.click("[data-action='undo']"));
        assert_eq!(page.text("h1"), "Lungo", "{}: one step back", page.browser());
        assert!(page.count("[data-findings]") > 0, "also with what its texts say");
    }

    fn a_file_opened_before_the_texts_of_another_are_read_is_not_mixed_with_it(page) {
        page.open("it");
        page.run_in_page(FIRST, &[]);
        page.drop_bytes("lungo.json", &large_plan("Lungo"));
        page.wait_js("figures are there", "return window.__first !== undefined");
        page.drop_bytes("breve.json", br#"{"title": "Breve", "objectives": [{"objective": "Uno", "percent": 5}]}"#);
        page.wait_js("the next one is open", "return document.querySelector('h1').textContent === 'Breve'");
        page.run_in_page("await new Promise((go) => setTimeout(go, 1500))", &[]);
        page.settle();
        assert_eq!((page.text("h1"), page.rows()), ("Breve".into(), vec![1]), "{}", page.browser());
        page.after_revision(|| page.click("[data-action='undo']"));
        assert_eq!(page.text("h1"), "Lungo");
        page.wait_js("its texts were read beside", "return document.querySelector('[data-findings]')");
    }

    fn reading_can_be_called_off(page) {
        page.open("en");
        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        let title = page.text("h1");
        page.run_in_page(LISTEN, &[json!(true)]);
        page.drop_bytes("long.json", &large_plan("Long"));
        page.wait_js("reading was called off", "return window.__told.length > 0");
        page.wait_state("ready");
        assert!(told(page)[0].1.contains("of the file read"), "{:?}", told(page));
        page.run_in_page("await new Promise((go) => setTimeout(go, 500))", &[]);
        assert_eq!(page.text("h1"), title, "{}: what was open still is", page.browser());
        // And the next file is read as ever.
        page.drop_bytes("short.json", br#"{"title": "Short", "objectives": [{"objective": "One"}]}"#);
        page.wait_js("the next one is open", "return document.querySelector('h1').textContent === 'Short'");
    }
}
