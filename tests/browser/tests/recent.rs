// SPDX-License-Identifier: AGPL-3.0-or-later
//! Plans are kept in this browser only when their person wants that; then what was being done comes back when the page is
//! loaded anew, each can be opened again, and what is removed is gone.

use serde_json::json;
use traguardi::document::Document;
use traguardi::locale::Language;
use traguardi::locale::recent::words;
use traguardi::share::{self, Content, Level};
use traguardi_browser_tests::*;

/// Opens the browser's own database, where there is one, for a script of the tests.
const DATABASE: &str = "const names = (await indexedDB.databases()).map((database) => database.name);
     if (!names.includes('traguardi')) return [];
     const ask = (request) => new Promise((done, failed) => { request.onsuccess = () => done(request.result); request.onerror = failed; });
     const database = await ask(indexedDB.open('traguardi'));
     const store = () => database.transaction('plans', 'readwrite').objectStore('plans');
     const plans = async () => {
         const kept = [];
         for (const key of await ask(store().getAllKeys())) {
             if (key.startsWith('plan:')) kept.push([key, await ask(store().get(key))]);
         }
         return kept;
     };";

/// What a script makes of the browser's own database.
fn of_database(page: &Page, script: &str) -> serde_json::Value {
    page.run_in_page(&format!("{DATABASE} try {{ {script} }} finally {{ database.close(); }}"), &[])
}

/// The plans in the browser's own database: title, view, address.
fn kept(page: &Page) -> Vec<(String, String, String)> {
    let found = of_database(
        page,
        "return (await plans()).map(([_, plan]) => [plan.title, plan.view, plan.address]);",
    );
    serde_json::from_value(found).unwrap_or_default()
}

/// What is in the search field.
fn searched(page: &Page) -> String {
    let searched = page.js("return document.querySelector('[data-action=search]').value", vec![]);
    searched.as_str().unwrap_or_default().to_owned()
}

/// Long enough for what is to be kept to be kept.
fn keep_for_sure() {
    std::thread::sleep(std::time::Duration::from_millis(1500));
}

/// Whether the browser would ask before it leaves the page.
fn asks_before_leaving(page: &Page) -> bool {
    let asks =
        "const event = new Event('beforeunload', { cancelable: true }); return !window.dispatchEvent(event)";
    page.run_in_page(asks, &[]) == json!(true)
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

    fn that_browsers_clear_what_they_keep_is_said_before_it_is_chosen(page) {
        for language in [Language::Italian, Language::English] {
            page.open(language.tag());
            assert_eq!(page.text("#recent-why"), words(language).why);
            // Where it is chosen from, for whoever does not see that it stands beside.
            assert_eq!(page.attribute("#recent-keep", "aria-describedby").as_deref(), Some("recent-why"));
        }
    }

    fn what_was_opened_before_it_was_kept_is_kept_as_it_came(page) {
        let said = |page: &Page| {
            let codes = "return [...document.querySelectorAll('[data-diagnostic]')].map((of) => of.dataset.diagnostic)";
            page.js(codes, vec![])
        };
        let file = |title: &str| {
            format!(r#"{{"title": "{title}", "objectives": [{{"code": "01.02", "objective": "Uno", "percent": "molto"}}]}}"#)
        };
        page.open("it");
        page.drop_bytes("primo.json", file("Primo").as_bytes());
        page.wait_state("ready");
        let before = said(page);
        assert!(before.as_array().is_some_and(|before| !before.is_empty()), "{before}");
        // Also of what is gone back to.
        page.after_revision(|| page.drop_bytes("secondo.json", file("Secondo").as_bytes()));
        page.after_revision(|| page.click("[data-action='undo']"));
        assert_eq!(page.text("h1"), "Primo");
        page.click("[data-action='recent']");
        page.wait_visible("dialog[open] [data-action='recent-keep']");
        page.click("dialog[open] [data-action='recent-keep']");
        wait_kept(page, 1, "view=1");
        keep_for_sure();
        page.reload();
        page.wait_state("ready");
        assert_eq!((page.text("h1"), said(page)), ("Primo".to_owned(), before));
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
        assert_eq!(searched(page), "comune");
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
        assert_eq!(searched(page), "comune");
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
        // It can be taken back as long as the page is open.
        page.wait_js("the focus", "return document.activeElement.dataset.action === 'recent-undo'");
        page.assert_accessible("what was removed can be put back");
        page.after_revision(|| page.click("[data-action='recent-undo']"));
        wait_kept(page, 1, "view=1");
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
        page.filter("mission:01");
        page.after_revision(|| page.fill("[data-action='search']", "comune"));
        wait_kept(page, 1, "");
        keep_for_sure();
        // Nothing of what is in it: neither what it is called nor what was looked for.
        let record = of_database(page, "return (await plans()).map(([_, { when, stamp, ...plan }]) => plan);");
        let nothing = json!([{ "name": "", "title": "", "objectives": 0, "address": data, "view": "", "changed": false }]);
        assert_eq!(record, nothing, "{}", page.browser());
        let texts = of_database(page, "const kept = await ask(store().getAll());
            return kept.filter((text) => text instanceof Uint8Array).map((text) => new TextDecoder().decode(text));");
        assert_eq!(texts, json!([data]));
        // It comes back by its link, and asks for the passphrase again.
        page.reload();
        unseal();
        page.after_revision(|| page.click("[data-action='close']"));
        assert_eq!(page.texts("[data-action='recent-open']"), ["Link protetto"]);
        page.click("[data-action='recent-open']");
        unseal();
        keep_for_sure();
        assert_eq!(kept(page).len(), 1);
    }

    fn links_come_back_as_they_were(page) {
        let path = fixture("comune-di-valdarco-2025.json");
        let bytes = std::fs::read(&path).expect("the example");
        let document = Document::open(&bytes, "valdarco.json").expect("a plan");
        let data = share::make(&Content::new(&document, Level::WithoutNames)).expect("a link");
        let figures = share::make(&Content::new(&document, Level::Figures)).expect("a link");
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

    fn a_link_that_is_followed_is_looked_at_as_it_says(page) {
        let path = fixture("comune-di-valdarco-2025.json");
        let bytes = std::fs::read(&path).expect("the example");
        let document = Document::open(&bytes, "valdarco.json").expect("a plan");
        let data = share::make(&Content::new(&document, Level::WithoutNames)).expect("a link");
        page.open("it");
        page.click("[data-action='recent-keep']");
        page.open_link("it", &format!("{data}&view=1&mission=01"));
        page.wait_state("ready");
        wait_kept(page, 1, "mission=01");
        // The same link with another view, in the same tab.
        page.open_link("it", &format!("{data}&view=1&mission=04"));
        page.wait_state("ready");
        page.wait_fragment(&format!("{data}&view=1&mission=04&lang=it"));
        // Loaded again, it is what was being done.
        page.filter("status:achieved");
        wait_kept(page, 1, "achieved");
        page.reload();
        page.wait_state("ready");
        assert!(page.is_pressed("status:achieved"));
    }

    fn another_tab_has_a_say(page) {
        keep_example(page);
        // It said that nothing is to be kept any more.
        let keeps = |keeps: &str| drop(page.run_in_page(&format!("localStorage.setItem('traguardi:keep', '{keeps}'); return 1"), &[]));
        keeps("no");
        page.filter("mission:01");
        keep_for_sure();
        assert!(!kept(page)[0].1.contains("mission=01"), "{:?}", kept(page));
        keeps("yes");
        page.filter("status:achieved");
        wait_kept(page, 1, "mission=01");
        // It kept something else in the same place: neither is lost.
        drop(of_database(page, "const [[key, plan]] = await plans(); await ask(store().put({ ...plan, view: 'view=1&search=altra', stamp: 7 }, key)); return 1"));
        page.click("[data-action='method']");
        page.after_revision(|| page.click("[data-method='bands:85-70']"));
        wait_kept(page, 2, "search=altra");
        wait_kept(page, 2, "status=achieved");
        // It removed all: they do not come back by what is done here.
        drop(of_database(page, "await ask(store().clear()); return 1"));
        page.filter("mission:04");
        keep_for_sure();
        assert_eq!(kept(page), []);
        page.after_revision(|| page.click("[data-method='bands:64-60']"));
        keep_for_sure();
        assert_eq!(kept(page), []);
        page.assert_nothing_noted();
    }

    fn removing_while_it_is_kept_removes_it(page) {
        page.open("it");
        page.click("[data-action='recent-keep']");
        page.drop_bytes("due.json", br#"{"title": "Piano di prova", "objectives": [{"code": "01.02", "objective": "Uno", "percent": 50}]}"#);
        page.wait_state("ready");
        wait_kept(page, 1, "view=1");
        page.after_revision(|| page.click("[data-action='close']"));
        page.click("[data-action='example']");
        page.wait_state("ready");
        // Before the example is kept for the first time.
        page.click("[data-action='recent']");
        page.wait_visible("dialog[open] [data-action='recent-clear']");
        page.after_revision(|| page.click("dialog[open] [data-action='recent-clear']"));
        keep_for_sure();
        page.click("[data-action='recent-close']");
        page.filter("mission:01");
        keep_for_sure();
        let titles: Vec<String> = kept(page).into_iter().map(|(title, ..)| title).collect();
        assert!(!titles.contains(&"Piano di prova".to_owned()), "{titles:?}");
        assert!(titles.is_empty(), "{titles:?}");
    }

    fn a_change_is_not_lost_without_a_word(page) {
        page.open_example();
        assert!(!asks_before_leaving(page));
        page.click("[data-action='method']");
        page.after_revision(|| page.click("[data-method='bands:85-70']"));
        assert!(asks_before_leaving(page));
        page.after_revision(|| page.click("[data-action='undo']"));
        assert!(!asks_before_leaving(page), "nothing is changed any more");
        page.after_revision(|| page.click("[data-action='redo']"));
        assert!(asks_before_leaving(page));
        // Saved as a plan, or kept in this browser.
        page.download("plan-json");
        assert!(!asks_before_leaving(page));
        page.after_revision(|| page.click("[data-method='bands:64-60']"));
        assert!(asks_before_leaving(page));
        page.click("[data-action='recent']");
        page.wait_visible("dialog[open] [data-action='recent-keep']");
        page.click("dialog[open] [data-action='recent-keep']");
        page.click("[data-action='recent-close']");
        wait_kept(page, 1, "view=1");
        keep_for_sure();
        assert!(!asks_before_leaving(page));
    }

    fn what_was_called_off_is_no_way_to_look_at_another_plan(page) {
        let plan = |title: &str| json!({ "title": title, "objectives": [
            { "code": "01.01", "objective": "Uno", "responsible": "Anna Bianchi", "percent": 100 },
            { "code": "04.01", "objective": "Due", "responsible": "Ugo Verdi", "percent": 0 },
        ] }).to_string().into_bytes();
        page.open("it");
        page.click("[data-action='recent-keep']");
        page.drop_bytes("slow.json", &plan("Primo piano"));
        page.wait_state("ready");
        page.after_revision(|| page.fill("[data-action='search']", "bianchi"));
        wait_kept(page, 1, "search=bianchi");
        page.after_revision(|| page.click("[data-action='close']"));
        // It is read only when the test says so, which it never does.
        page.run_in_page(
            "const post = Worker.prototype.postMessage;
             window.__waits = 0;
             Worker.prototype.postMessage = function (message, moved) {
               if (message[1] === 'slow.json') return void window.__waits++;
               post.call(this, message, moved);
             };",
            &[],
        );
        page.click("[data-action='recent-open']");
        page.wait_js("it is about to be read", "return window.__waits === 1");
        page.after_revision(|| page.click("[data-action='cancel']"));
        page.drop_bytes("altro.json", &plan("Secondo piano"));
        page.wait_state("ready");
        assert_eq!((page.text("h1"), searched(page)), ("Secondo piano".to_owned(), String::new()));
        // Nor of one that comes in its place.
        page.after_revision(|| page.click("[data-action='close']"));
        page.wait_visible("[data-action='recent-open']");
        page.js("document.querySelector('[data-recent]:last-of-type [data-action=recent-open]').click()", vec![]);
        page.wait_js("it is about to be read", "return window.__waits === 2");
        page.drop_bytes("altro.json", &plan("Terzo piano"));
        page.wait_state("ready");
        assert_eq!((page.text("h1"), searched(page)), ("Terzo piano".to_owned(), String::new()));
    }

    fn what_was_said_of_reading_a_plan_is_said_again(page) {
        page.open("it");
        page.click("[data-action='recent-keep']");
        page.drop_bytes("dubbio.json", br#"{"title": "Piano", "objectives": [
            {"code": "01.02", "objective": "Uno", "percent": "molto"}, {"code": "01.03", "objective": "Due", "percent": 50}]}"#);
        page.wait_state("ready");
        wait_kept(page, 1, "view=1");
        let said = |page: &Page| {
            let codes = "return [...document.querySelectorAll('[data-diagnostic]')].map((of) => of.dataset.diagnostic)";
            page.js(codes, vec![])
        };
        let before = said(page);
        assert!(before.as_array().is_some_and(|before| !before.is_empty()), "{before}");
        keep_for_sure();
        page.reload();
        page.wait_state("ready");
        assert_eq!(said(page), before);
        // And so from then on.
        page.filter("mission:01");
        keep_for_sure();
        page.reload();
        page.wait_state("ready");
        assert_eq!(said(page), before);
    }
}
