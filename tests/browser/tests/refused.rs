// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a browser refuses to keep, to remove or to put back is said, is as it was before, and can be tried again.

use serde_json::json;
use traguardi_browser_tests::*;

const KEEP: &str = "dialog[open] [data-action='recent-keep']";
const REMOVE: &str = "dialog[open] [data-action='recent-remove']";
const UNDO: &str = "dialog[open] [data-action='recent-undo']";

/// Has a part of the browser refuse what it is asked for, or do it again.
fn refuse(page: &Page, part: &str, refuses: bool) {
    let script = format!(
        "window.__before ??= {{}};
         window.__before['{part}'] ??= {part};
         {part} = {refuses} ? () => {{ throw new DOMException('no', 'QuotaExceededError'); }} : window.__before['{part}'];"
    );
    page.run_in_page(&script, &[]);
}

/// Waits until a status says this.
#[track_caller]
fn wait_said(page: &Page, words: &str) {
    let script = format!(
        "return [...document.querySelectorAll('[role=status]')].some((e) => e.textContent.includes({}))",
        json!(words)
    );
    page.wait_js(words, &script);
}

fn is_ticked(page: &Page) -> bool {
    page.js("return document.querySelector('#recent-keep').checked", vec![]) == json!(true)
}

/// Long enough for what is to be kept to be kept.
fn keep_for_sure() {
    std::thread::sleep(std::time::Duration::from_millis(1500));
}

in_both_browsers! {
    fn nothing_is_promised_that_the_browser_does_not_keep(page) {
        page.open("it");
        refuse(page, "Storage.prototype.setItem", true);
        page.after_revision(|| page.click("[data-action='recent-keep']"));
        assert!(!is_ticked(page), "{}", page.browser());
        assert!(page.text("[data-notice='recent']").contains("non riesce a ricordare"));
        // From the dialog, behind which the notice stands.
        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        page.click("[data-action='recent']");
        page.wait_visible("dialog[open] [role=alert]");
        page.assert_accessible("plans that the browser does not keep");
        page.after_revision(|| page.click(KEEP));
        assert!(!is_ticked(page));
        refuse(page, "Storage.prototype.setItem", false);
        page.after_revision(|| page.click(KEEP));
        assert!(is_ticked(page));
        page.wait_gone("dialog[open] [role=alert]");
        page.wait_visible(REMOVE);
        // Nor does it stay said where nothing is to be kept any more.
        refuse(page, "IDBObjectStore.prototype.put", true);
        page.click("[data-action='recent-close']");
        page.filter("mission:01");
        page.wait_js("it is said", "return document.querySelector(\"[data-notice='recent']\").textContent.includes('non riesce')");
        page.click("[data-action='recent']");
        page.wait_visible("dialog[open] [role=alert]");
        page.after_revision(|| page.click(KEEP));
        page.wait_gone("dialog[open] [role=alert]");
        page.click("[data-action='recent-close']");
        assert_eq!(page.text("[data-notice='recent']"), "");
    }

    fn what_is_not_removed_or_not_put_back_is_not_lost(page) {
        page.open("it");
        page.click("[data-action='recent-keep']");
        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        page.click("[data-action='recent']");
        page.wait_visible(REMOVE);
        refuse(page, "IDBObjectStore.prototype.delete", true);
        page.click(REMOVE);
        wait_said(page, "non ha tolto il piano");
        assert_eq!(page.count(REMOVE), 1);
        // It is kept as before, with what is done next.
        page.click("[data-action='recent-close']");
        page.filter("mission:01");
        keep_for_sure();
        page.reload();
        page.wait_state("ready");
        assert!(page.is_pressed("mission:01"));

        page.click("[data-action='recent']");
        page.wait_visible(REMOVE);
        page.click(REMOVE);
        page.wait_visible(UNDO);
        refuse(page, "IDBObjectStore.prototype.put", true);
        page.click(UNDO);
        wait_said(page, "di nuovo tutto ciò che è stato tolto");
        page.wait_js("the focus", "return document.activeElement.dataset.action === 'recent-undo'");
        assert_eq!(page.count(REMOVE), 0);
        refuse(page, "IDBObjectStore.prototype.put", false);
        page.click(UNDO);
        wait_said(page, "I piani tolti sono di nuovo ricordati");
        page.wait_visible(REMOVE);
        assert_eq!((page.count(REMOVE), page.count(UNDO)), (1, 0));
    }
}
