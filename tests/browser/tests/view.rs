// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every deliberate step can be gone back from, by the browser and by the page; the address says how things are looked at,
//! and names nobody; everything can be found and done from the keyboard.

use fantoccini::key::Key;
use serde_json::{Value, json};
use traguardi_browser_tests::*;

/// Touches what has a filter, at once.
const CLICK: &str = "const click = (filter) => document.querySelector(`[data-filter=\"${filter}\"]`).dispatchEvent(new MouseEvent('click', { bubbles: true }));";

fn count_of(page: &Page) -> u64 {
    page.download("figures-json").json()["objectives"].as_u64().expect("a count")
}

in_both_browsers! {
    fn back_and_forward_lead_through_what_was_looked_at(page) {
        page.open("it");
        page.after_revision(|| page.click("[data-action='example']"));
        let all = count_of(page);
        assert_eq!(page.fragment(), "", "a view of everything needs no words");
        page.filter("mission:01");
        let one = count_of(page);
        page.filter("status:achieved");
        let both = count_of(page);
        assert!(all > one && one > both && both > 0, "{all} {one} {both}");
        assert_eq!(page.fragment(), "view=1&mission=01&status=achieved");
        page.after_revision(|| page.back());
        assert_eq!((count_of(page), page.fragment().as_str()), (one, "view=1&mission=01"));
        page.after_revision(|| page.back());
        assert_eq!((count_of(page), page.fragment().as_str()), (all, ""));
        page.after_revision(|| page.forward());
        assert_eq!(count_of(page), one);
        // Back from the document leads out of it, and forward into it again.
        page.after_revision(|| page.back());
        page.after_revision(|| page.back());
        page.wait_state("empty");
        page.after_revision(|| page.forward());
        page.wait_state("ready");
        assert_eq!(count_of(page), all);
    }

    fn steps_that_follow_at_once_are_each_gone_back_from(page) {
        page.open("it");
        page.after_revision(|| page.click("[data-action='example']"));
        // Faster than a browser takes entries.
        page.js(&format!("{CLICK} click('mission:01'); click('status:achieved')"), vec![]);
        page.wait_fragment("view=1&mission=01&status=achieved");
        page.after_revision(|| page.back());
        page.wait_fragment("view=1&mission=01");
        page.after_revision(|| page.back());
        page.wait_fragment("");
    }

    fn typing_is_one_step_and_an_objective_that_is_open_another(page) {
        page.open("en");
        page.after_revision(|| page.click("[data-action='example']"));
        page.after_revision(|| page.fill("[data-action='search']", "scuola"));
        page.wait_js("the words in the address", "return location.href.endsWith('search=scuola')");
        let found = page.rows();
        page.click("[data-action='objective']");
        page.wait_visible("[data-action='objective-close']");
        assert!(page.fragment().contains("&objective="), "{}", page.fragment());
        page.back();
        page.wait_gone("[data-action='objective-close']");
        assert_eq!(page.rows(), found);
        page.after_revision(|| page.back());
        assert_eq!(page.attribute("[data-action='search']", "placeholder").as_deref(), Some("search the texts…"));
        assert!(page.rows().len() > found.len(), "one step back from all that was typed");
    }

    fn an_address_shows_its_view_of_the_document_that_is_opened(page) {
        page.open_link("it", "view=1&mission=99&mission=01&not-status=achieved&degree=%5B90%2C10%5D");
        page.wait_js("what the address is for", "return document.querySelector(`[data-notice='address']`).innerText.includes('vista')");
        page.after_revision(|| page.click("[data-action='example']"));
        let said = page.text("[data-notice='address']");
        assert!(said.contains("99"), "{said}");
        let selection = page.download("figures-json").json()["selection"].clone();
        assert_eq!(selection["mission"], json!(["01"]));
        assert_eq!(selection["status"], json!({ "all_but": ["achieved"] }));
        assert_eq!(selection["degree"], json!(["[10,90]"]));
        page.after_revision(|| page.click("[data-action='address-dismiss']"));
        assert_eq!(page.count("[data-action='address-dismiss']"), 0);
    }

    fn a_view_that_cannot_be_read_opens_the_plan_with_a_notice(page) {
        let many: String = (0..10_000).map(|n| format!("&mission={:02}", n % 100)).collect();
        for view in ["view=7&mission=01".to_owned(), "view=x".to_owned(), format!("view=1{many}")] {
            page.open_link("en", &view);
            page.after_revision(|| page.click("[data-action='example']"));
            page.wait_state("ready");
            assert!(!page.text("[data-notice='address'] p").is_empty(), "{:.40}", view);
            let selection = page.download("figures-json").json()["selection"].clone();
            assert_eq!(selection, json!({ "search": "" }), "{:.40}", view);
        }
    }

    fn a_selection_is_a_sentence_and_can_be_turned_round(page) {
        page.open("it");
        page.after_revision(|| page.click("[data-action='example']"));
        let all = count_of(page);
        page.filter("mission:01");
        page.filter("mission:04");
        let two = count_of(page);
        assert!(page.figure("selection").contains("missioni 01 e 04"), "{}", page.figure("selection"));
        page.after_revision(|| page.click("[data-action='turn:mission']"));
        page.wait_js("the focus where it was", "return document.activeElement.matches(`[data-action='turn:mission']`)");
        assert!(page.figure("selection").contains("tutte le missioni tranne 01 e 04"), "{}", page.figure("selection"));
        assert_eq!(count_of(page), all - two);
        assert!(!page.is_pressed("mission:01"), "what is left out is not pressed");
        page.screenshot("all-but");
        page.after_revision(|| page.click("[data-action='turn:mission']"));
        page.after_revision(|| page.click("[data-action='only:mission:04']"));
        assert!(page.figure("selection").contains("missione 04"), "{}", page.figure("selection"));
        // Back by the page's own way, as often as there were steps.
        for expected in [two, all - two, two] {
            page.press_with(Key::Control, 'z');
            page.wait_js("the step back", &format!("return document.querySelector(`[data-figure='objectives']`).innerText.startsWith('{expected} ')"));
        }
        assert!(page.figure("selection").contains("missioni 01 e 04"));
        page.after_revision(|| page.click("[data-action='redo']"));
        assert_eq!(count_of(page), all - two);
    }

    fn nobody_is_named_in_the_address(page) {
        page.open("it");
        if !page.open_report() {
            return;
        }
        let people = page.js(
            "return [...document.querySelectorAll(`[data-filter^='person:']`)].map((e) => e.dataset.filter.slice(7)).filter((name) => name)",
            vec![],
        );
        let people: Vec<String> = serde_json::from_value(people).expect("names");
        page.filter(&format!("person:{}", people[0]));
        let address = page.fragment();
        assert!(address.contains("person="), "{address}");
        for word in people.iter().flat_map(|name| name.split_whitespace()).filter(|word| word.chars().count() > 3) {
            assert!(!address.contains(word), "{word} in {address}");
        }
        // By the address alone, the same person.
        let shown = page.rows();
        page.open_link("it", &address);
        assert!(page.open_report());
        assert_eq!(page.rows(), shown);
    }

    fn a_view_with_a_name_is_kept_in_the_plan(page) {
        page.open("it");
        page.after_revision(|| page.click("[data-action='example']"));
        page.filter("mission:01");
        let rows = page.rows();
        page.click("[data-action='views']");
        page.fill("#view-name", "Per la seduta");
        page.after_revision(|| page.click("[data-action='view-keep']"));
        let plan = page.download("plan-json");
        assert_eq!(plan.json()["views"], json!([{ "name": "Per la seduta", "view": "view=1&mission=01" }]));
        page.after_revision(|| page.click("[data-action='clear']"));
        // It comes back with the file.
        page.after_revision(|| page.drop_bytes("again.json", &plan.bytes));
        page.wait_state("ready");
        page.click("[data-action='views']");
        page.after_revision(|| page.click("[data-view='Per la seduta']"));
        assert_eq!(page.rows(), rows);
    }

    fn commands_find_and_do_everything_from_the_keyboard(page) {
        page.open("it");
        page.after_revision(|| page.click("[data-action='example']"));
        page.press_with(Key::Control, 'k');
        page.wait_visible("dialog.commands");
        page.assert_accessible("the list of commands");
        page.keys("missione 04");
        page.after_revision(|| page.press(Key::Enter));
        assert!(page.is_pressed("mission:04"));
        page.wait_gone("dialog.commands");
        page.press_with(Key::Control, 'k');
        page.keys("mostra tutti");
        page.after_revision(|| page.press(Key::Enter));
        assert!(!page.is_pressed("mission:04"));
        // An objective by a word of its text.
        page.press_with(Key::Control, 'k');
        page.keys("scuola");
        page.wait_js("an objective in the list", "return [...document.querySelectorAll('.command-list li')].some((e) => e.innerText.includes('obiettivo'))");
        page.press(Key::Up);
        page.press(Key::Enter);
        page.wait_visible("[data-action='objective-close']");
    }

    fn single_keys_can_be_turned_off(page) {
        page.open("en");
        page.after_revision(|| page.click("[data-action='example']"));
        page.keys("/");
        page.wait_js("the search has the focus", "return document.activeElement.matches(`[data-action='search']`)");
        // In a field they are letters.
        page.keys("g?");
        page.wait_js("what was typed", "return document.querySelector(`[data-action='search']`).value === 'g?'");
        page.after_revision(|| page.click("[data-chip='search']"));
        page.js("document.activeElement.blur()", vec![]);
        page.keys("gt");
        page.wait_js("the table", "return document.activeElement.id === 'objectives'");
        page.keys("?");
        page.wait_visible("dialog.shortcuts");
        page.assert_accessible("the list of shortcuts");
        page.click("[data-action='letters']");
        page.click("[data-action='help-close']");
        page.wait_gone("dialog.shortcuts");
        page.js("document.activeElement.blur()", vec![]);
        page.keys("?");
        page.press_with(Key::Control, 'k');
        page.wait_visible("dialog.commands");
        assert_eq!(page.js("return !!document.querySelector('dialog.shortcuts[open]')", vec![]), Value::Bool(false));
    }

    fn the_sheet_has_every_filter_with_what_it_would_show(page) {
        page.open("it");
        page.set_viewport(360, 740);
        page.after_revision(|| page.click("[data-action='example']"));
        page.click("[data-action='filters']");
        page.wait_visible("dialog.sheet");
        page.assert_accessible("the sheet of filters");
        let before = page.text("[data-action='filters-close']");
        page.after_revision(|| page.click("dialog.sheet [data-filter='mission:01']"));
        assert_ne!(page.text("[data-action='filters-close']"), before);
        assert_eq!(page.js("return document.documentElement.scrollWidth <= innerWidth", vec![]), Value::Bool(true));
        page.screenshot("filters-sheet");
        page.click("[data-action='filters-close']");
        page.wait_gone("dialog.sheet");
        assert!(page.is_pressed("mission:01"));
    }
}
