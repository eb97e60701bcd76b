// SPDX-License-Identifier: AGPL-3.0-or-later
//! It stays on this computer: through a whole session nothing is asked of anybody, nothing of the plan is kept, and
//! what was open can be brought back.

use serde_json::Value;
use traguardi_browser_tests::*;

/// What the browser fetched for the page so far, without what never leaves it and the harness's own scripts.
fn fetched(page: &Page) -> Vec<String> {
    let found = page.js(
        "return performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !/^(data|blob):|__script-/.test(name))",
        vec![],
    );
    serde_json::from_value(found).unwrap_or_default()
}

/// All places in which a browser keeps things for a page, and what is in them.
const KEPT: &str = "
    const databases = indexedDB.databases ? await indexedDB.databases() : [];
    const caches = globalThis.caches ? await globalThis.caches.keys() : [];
    const workers = navigator.serviceWorker ? await navigator.serviceWorker.getRegistrations() : [];
    return [document.cookie, databases.length, caches.length, workers.length, location.hash, JSON.stringify({ ...localStorage, ...sessionStorage })];";

in_both_browsers! {
    /// The page's policy does not reach into a worker, so those that read files and make them have put away whatever could send.
    fn what_a_plan_goes_through_has_nothing_to_send_with(page) {
        page.site().harm("reader.js", Harm::Before(
            "addEventListener('message', ({ data }) => {
               const { ways } = data[0];
               const has = (way) => [globalThis, WorkerGlobalScope.prototype, DedicatedWorkerGlobalScope.prototype].some((place) => {
                 try { return place[way] !== undefined; } catch { return true; }
               });
               if (ways) postMessage(['ways', ways.filter(has), ways.length]);
             });",
        ));
        page.open("it");
        // A desk says nothing by itself, and a second reader only what it has read: they are asked when their ways are put
        // away, as they are before their first task.
        let wait = "await new Promise((go) => setTimeout(go, 2000))";
        let given = format!("const program = await fetch(`traguardi-reader-${{build}}_bg.wasm`);
            worker.postMessage([await WebAssembly.compile(await program.arrayBuffer())]); {wait}");
        for (program, name, begins) in [("", "", "await heard('rehearsed')"), ("-desk", "", wait), ("", "second", given.as_str())] {
            let left = page.run_in_page(
                &format!("const build = document.querySelector('meta[name=\"traguardi:reader\"]').content;
                 const worker = new Worker(`reader.js?${{build}}{program}`, {{ name: '{name}' }});
                 const heard = (what) => new Promise((go) => worker.addEventListener('message', ({{ data }}) => data[0] === what && go(data)));
                 {begins};
                 worker.postMessage([{{ ways: ['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'importScripts', 'Worker', 'FontFace', 'caches', 'indexedDB', 'postMessage'] }}]);
                 return await heard('ways');"),
                &[],
            );
            assert_eq!(left, serde_json::json!(["ways", ["postMessage"], 11]), "{program}{name}");
        }
    }

    fn a_whole_session_asks_nobody_and_keeps_nothing(page) {
        page.open("it");
        assert!(page.stored_keys().is_empty(), "nothing is kept before anything is chosen");
        let own = page.site().url();
        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        assert!(fetched(page).iter().any(|name| name.ends_with("/example.json")));
        // The fonts of everything that a report shows come with the first document.
        page.settle();
        let before = fetched(page);
        assert!(before.iter().all(|name| name.starts_with(&own)), "{before:?}");

        if !page.open_report() {
            return;
        }
        page.filter("mission:01");
        page.after_revision(|| page.fill("[data-action='search']", "segretario"));
        page.after_revision(|| page.click("[data-action='clear']"));
        page.click("[data-objective='3'] [data-action='objective']");
        page.wait_visible("dialog[open] article");
        page.click("[data-action='objective-close']");
        for name in ["figures-json", "objectives-json", "plan-json"] {
            assert!(page.download(name).text().contains("01.01 S") || name == "figures-json");
        }
        page.after_revision(|| page.click("[data-action='language']"));
        page.after_revision(|| page.click("[data-action='theme']"));
        page.drop_bytes("rotto.json", b"{\"objectives\": [");
        page.after_revision(|| page.click("[data-action='dismiss']"));
        page.after_revision(|| page.click("[data-action='close']"));
        page.settle();

        // Fonts are fetched when a letter first needs them, and what makes files perhaps not before; everything else would
        // be a word about the plan to somebody.
        let since: Vec<String> = fetched(page).into_iter().filter(|name| !before.contains(name)).collect();
        let is_own = |name: &str| name.ends_with(".woff2") || (name.contains("/reader.js?") && name.ends_with("-desk"));
        assert!(since.iter().all(|name| name.starts_with(&own) && is_own(name)), "{since:?}");

        // Nor does any request carry a word of it, the reader's included.
        for asked in page.site().asked() {
            let query = asked.split_once('?').map_or("", |(_, query)| query);
            let is_build = asked.starts_with("reader.js?") && query.trim_end_matches("-desk").len() == 16;
            assert!(query.is_empty() || is_build, "{asked}");
        }

        let mut keys = page.stored_keys();
        keys.sort();
        assert_eq!(keys, ["traguardi:language", "traguardi:theme"]);
        let kept = page.run_in_page(KEPT, &[]);
        assert_eq!(kept.as_array().map(|kept| &kept[..5]), Some(&[Value::from(""), 0.into(), 0.into(), 0.into(), "".into()][..]), "{kept}");
        assert!(!kept[5].as_str().unwrap_or_default().contains("Novarese"), "{kept}");
        page.reload();
        page.wait_state("empty");
        assert_eq!(page.count("[data-action='undo']"), 0, "after a reload nothing is left of what was open");
    }

    /// Opening something never destroys what was open, and neither does closing it.
    fn what_was_open_comes_back(page) {
        page.open("it");
        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        let example = (page.text("h1"), page.headline());
        page.drop_bytes("due.json", br#"{"title": "Piano di prova", "objectives": [{"code": "01.01", "objective": "Uno", "percent": 100}, {"code": "04.01", "objective": "Due", "percent": 0}]}"#);
        let second = (page.text("h1"), page.headline());
        assert_eq!(second.0, "Piano di prova");
        assert!(plain(&page.text("[data-action='undo']")).contains(&example.0));

        page.after_revision(|| page.click("[data-action='undo']"));
        assert_eq!((page.text("h1"), page.headline()), example);
        page.after_revision(|| page.click("[data-action='redo']"));
        assert_eq!((page.text("h1"), page.headline()), second);

        page.after_revision(|| page.click("[data-action='close']"));
        page.wait_state("empty");
        page.after_revision(|| page.click("[data-action='undo']"));
        page.wait_state("ready");
        assert_eq!((page.text("h1"), page.headline()), second);

        // Closed, and then something else opened: still not lost.
        page.after_revision(|| page.click("[data-action='close']"));
        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        page.after_revision(|| page.click("[data-action='undo']"));
        assert_eq!((page.text("h1"), page.headline()), second);
    }
}
