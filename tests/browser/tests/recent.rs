// SPDX-License-Identifier: AGPL-3.0-or-later
//! Plans are kept in this browser only when their person wants that; then what was being done comes back when the page is
//! loaded anew, each can be opened again, and what is removed is gone.

use serde_json::json;
use traguardi::document::Document;
use traguardi::link::{self, Content, Level};
use traguardi_browser_tests::*;

/// The plans in the browser's own database: title, view, address.
fn kept(page: &Page) -> Vec<(String, String, String)> {
    let found = page.run_in_page(
        "const names = (await indexedDB.databases()).map((database) => database.name);
         if (!names.includes('traguardi')) return [];
         const ask = (request) => new Promise((done, failed) => { request.onsuccess = () => done(request.result); request.onerror = failed; });
         const database = await ask(indexedDB.open('traguardi'));
         const kept = await ask(database.transaction('plans').objectStore('plans').getAll());
         database.close();
         return kept.filter((plan) => plan.title).map((plan) => [plan.title, plan.view, plan.address]);",
        &[],
    );
    serde_json::from_value(found).unwrap_or_default()
}

/// Waits until what is open is kept with a view that has this in it.
#[track_caller]
fn wait_kept(page: &Page, plans: usize, part: &str) {
    for _ in 0..100 {
        let kept = kept(page);
        if kept.len() == plans && kept.iter().any(|(_, view, _)| view.contains(part)) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    panic!("{}: not kept with {part}: {:?}", page.browser(), kept(page));
}

/// Opens the example, and has it kept.
fn keep_example(page: &Page) {
    page.open("it");
    page.click("[data-action='recent-keep']");
    page.after_revision(|| page.click("[data-action='example']"));
    page.wait_state("ready");
    wait_kept(page, 1, "view=1");
}

in_both_browsers! {
    fn nothing_is_kept_unless_that_is_wanted(page) {
        page.open("it");
        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        page.filter("mission:01");
        std::thread::sleep(std::time::Duration::from_millis(1500));
        assert_eq!(kept(page), []);
        assert_eq!(page.run_in_page("return (await indexedDB.databases()).length", &[]), json!(0));
        assert_eq!(page.js("return sessionStorage.length", vec![]), json!(0));
        page.reload();
        page.wait_state("empty");
        page.assert_accessible("the start with nothing kept");
    }

    fn what_was_being_done_comes_back(page) {
        keep_example(page);
        // A change of the plan, a filter, and the search of a name, which no address has.
        page.click("[data-action='method']");
        page.after_revision(|| page.click("[data-method='bands:85-70']"));
        page.filter("mission:01");
        page.after_revision(|| page.fill("[data-action='search']", "comune"));
        wait_kept(page, 1, "search=comune");
        let before = page.headline();
        page.reload();
        page.wait_state("ready");
        assert_eq!(page.headline(), before, "{}", page.browser());
        assert_eq!(page.js("return document.querySelector('[data-action=search]').value", vec![]), json!("comune"));
        assert_eq!(page.js("return document.querySelector(`[data-method='bands:85-70']`).checked", vec![]), json!(true));
        // It is the same plan, kept once; and what is done next is kept with it.
        page.after_revision(|| page.click("[data-chip='mission:01']"));
        wait_kept(page, 1, "view=1&search=comune");
        // Who closes it finds it at the start.
        page.after_revision(|| page.click("[data-action='close']"));
        std::thread::sleep(std::time::Duration::from_millis(1000));
        page.reload();
        page.wait_state("empty");
        page.wait_visible("[data-action='recent-open']");
        page.assert_accessible("the start with a plan that is kept");
        page.screenshot_whole(&format!("recent-{}", page.browser()));
        page.click("[data-action='recent-open']");
        page.wait_state("ready");
        assert_eq!(page.js("return document.querySelector('[data-action=search]').value", vec![]), json!("comune"));
        page.assert_nothing_noted();
    }

    fn the_same_file_is_kept_once_and_its_changes_are_not_lost(page) {
        keep_example(page);
        page.after_revision(|| page.click("[data-action='close']"));
        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        page.filter("mission:04");
        wait_kept(page, 1, "mission=04");
        // Changed, it is another; the file opened again does not take its place.
        page.click("[data-action='method']");
        page.after_revision(|| page.click("[data-method='bands:85-70']"));
        std::thread::sleep(std::time::Duration::from_millis(2500));
        page.after_revision(|| page.click("[data-action='close']"));
        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        wait_kept(page, 2, "view=1");
    }

    fn what_is_removed_is_gone(page) {
        keep_example(page);
        page.after_revision(|| page.click("[data-action='close']"));
        page.drop_bytes("due.json", br#"{"title": "Piano di prova", "objectives": [{"code": "01.02", "objective": "Uno", "percent": 50}]}"#);
        page.wait_state("ready");
        wait_kept(page, 2, "view=1");
        // From the dialog, while it is open: it is not kept again by what is done next.
        page.click("[data-action='recent']");
        page.wait_visible("dialog[open] [data-action='recent-remove']");
        page.assert_accessible("the plans that are kept, in a dialog");
        let titles = page.texts("dialog[open] [data-action='recent-open']");
        assert_eq!(titles.first().map(String::as_str), Some("Piano di prova"), "the last one first");
        page.after_revision(|| page.click("dialog[open] [data-action='recent-remove']"));
        wait_kept(page, 1, "view=1");
        page.click("[data-action='recent-close']");
        page.filter("mission:01");
        std::thread::sleep(std::time::Duration::from_millis(1500));
        assert_eq!(kept(page).len(), 1);
        page.reload();
        page.wait_state("empty");
        page.wait_visible("[data-action='recent-clear']");
        page.after_revision(|| page.click("[data-action='recent-clear']"));
        assert_eq!(kept(page), []);
        // No more is kept where that is not wanted any more.
        page.click("[data-action='recent-keep']");
        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        std::thread::sleep(std::time::Duration::from_millis(1500));
        assert_eq!(kept(page), []);
    }

    fn of_a_protected_link_only_the_link_is_kept(page) {
        page.open("it");
        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        page.click("[data-action='share']");
        page.wait_visible("[data-share-link]");
        page.click("[data-action='share-protect']");
        page.fill("#share-passphrase", "è una frase segreta");
        page.click("[data-action='share-seal']");
        page.wait_visible("[data-share-link]");
        let link = page.text("[data-share-link]");
        let data = link.split_once('#').map(|(_, fragment)| fragment.split('&').next().unwrap_or_default().to_owned()).unwrap_or_default();
        assert!(data.starts_with("1.e."), "{link}");
        page.click("[data-action='share-close']");
        page.after_revision(|| page.click("[data-action='close']"));
        page.click("[data-action='recent-keep']");
        let unseal = || {
            page.wait_visible("#unseal-passphrase");
            page.fill("#unseal-passphrase", "è una frase segreta");
            page.press(Key::Enter);
            page.wait_state("ready");
        };
        page.open_link("it", &data);
        unseal();
        wait_kept(page, 1, "view=1");
        assert_eq!(kept(page)[0].2, data);
        let texts = page.run_in_page(
            "const ask = (request) => new Promise((done, failed) => { request.onsuccess = () => done(request.result); request.onerror = failed; });
             const database = await ask(indexedDB.open('traguardi'));
             const kept = await ask(database.transaction('plans').objectStore('plans').getAll());
             database.close();
             return kept.filter((text) => text instanceof Uint8Array).map((text) => new TextDecoder().decode(text));",
            &[],
        );
        assert_eq!(texts, json!([data]));
        // It comes back by its link, and asks for the passphrase again.
        page.reload();
        unseal();
        page.after_revision(|| page.click("[data-action='close']"));
        page.click("[data-action='recent-open']");
        unseal();
        assert_eq!(kept(page).len(), 1);
    }

    fn links_come_back_as_they_were(page) {
        let path = fixture("comune-di-valdarco-2025.json");
        let bytes = std::fs::read(&path).expect("the example");
        let document = Document::open(&bytes, "valdarco.json").expect("a plan");
        let data = link::make(&Content::new(&document, Level::WithoutNames)).expect("a link");
        let figures = link::make(&Content::new(&document, Level::Figures)).expect("a link");
        page.open("it");
        page.click("[data-action='recent-keep']");
        page.open_link("it", &data);
        page.wait_state("ready");
        page.click("[data-action='method']");
        page.after_revision(|| page.click("[data-method='bands:85-70']"));
        page.filter("mission:01");
        wait_kept(page, 1, "mission=01");
        std::thread::sleep(std::time::Duration::from_millis(1000));
        let before = page.headline();
        // The change, which is not in the address, comes back with what is.
        page.reload();
        page.wait_state("ready");
        assert_eq!(page.headline(), before);
        assert!(page.address().contains(&data), "the address is that of the link");
        // Another link in the address is another plan.
        page.open_link("it", &figures);
        page.wait_state("ready");
        page.wait_visible("[data-notice='only-figures']");
        wait_kept(page, 2, "view=1");
        page.reload();
        page.wait_state("ready");
        page.wait_visible("[data-notice='only-figures']");
        page.assert_nothing_noted();
    }
}
