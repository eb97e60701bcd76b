// SPDX-License-Identifier: AGPL-3.0-or-later
//! Promise: of a large plan figures are there before its texts are read; what comes after disturbs nobody, and where it
//! does not come, what was open before is back.

use serde_json::{Value, json};
use traguardi_browser_tests::*;

/// A plan that comes in two pieces.
fn large_plan(title: &str) -> Vec<u8> {
    let objective = |n: u32| {
        json!({ "code": "01.01", "objective": format!("Obiettivo {n} di un piano lungo"), "percent": n % 101,
            "outcome": "Approvato il regolamento e avviata la formazione del personale entro i termini" })
    };
    let objectives: Vec<Value> = (1..=2_500).map(objective).collect();
    json!({ "title": title, "objectives": objectives }).to_string().into_bytes()
}

fn small_plan(title: &str) -> Vec<u8> {
    let objectives = [
        json!({ "code": "01.01", "objective": "Uno", "percent": 100 }),
        json!({ "code": "04.01", "objective": "Due", "percent": 0 }),
    ];
    json!({ "title": title, "objectives": objectives }).to_string().into_bytes()
}

/// From now on texts are read on, and what is called `slow` is read, only when the test says so. What is saved is counted.
const HOLD: &str = "
    window.__held = [];
    window.__slow = [];
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = async function (message) {
      if (!message[0]) await new Promise((go) => window.__held.push(go));
      if (message[0]?.name?.startsWith('slow')) await new Promise((go) => window.__slow.push(go));
      post.call(this, message);
    };
    window.__saved = 0;
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () { if (this.download) window.__saved++; else click.call(this); };";

/// Lets the texts be read.
const READ_ON: &str = "window.__held.splice(0).forEach((go) => go())";

/// Three ways in which a reader breaks over texts: an error that nobody caught, a trap, an answer that is cut.
const BREAKS: [&str; 3] = [
    "addEventListener('message', (event) => {
       if (!event.data[0]) { event.stopImmediatePropagation(); throw new Error('broken by the test'); }
     });\n",
    "{ const post = postMessage; globalThis.postMessage = (said, moved) => said[0] === 'rest' ? post(['broken']) : post(said, moved); }\n",
    "{ const post = postMessage; globalThis.postMessage = (said, moved) => said[0] === 'rest' ? post(['rest', said[1].slice(0, 99)]) : post(said, moved); }\n",
];

#[track_caller]
fn open_small(page: &Page, title: &str) {
    page.drop_bytes(&format!("{title}.json"), &small_plan(title));
    page.wait_state("ready");
    assert_eq!(page.text("h1"), title);
}

/// Drops a large plan, and waits until its figures are shown and its texts are waited for.
#[track_caller]
fn begin_large(page: &Page, title: &str) {
    page.drop_bytes(&format!("{title}.json"), &large_plan(title));
    page.wait_js(
        "its figures are there",
        &format!("return document.querySelector('h1')?.textContent === '{title}'"),
    );
    page.wait_js("its texts are asked for", "return window.__held.length > 0");
    page.wait_visible("#findings-title");
    assert_eq!(page.count(".findings[aria-busy]"), 1, "{}", page.browser());
}

/// Drops a large plan whose texts do not come, and what is there then; what is waited for is given up.
#[track_caller]
fn break_large(page: &Page) {
    begin_large(page, "Lungo");
    // Looked at, and waited for.
    page.filter("mission:01");
    page.click("[data-action='download']");
    page.click("[data-download='figures-json']");
    page.click("[data-objective='3'] [data-action='objective']");
    page.wait_visible("dialog[open] article");
    page.run_in_page(READ_ON, &[]);
    page.wait_visible("[data-problem]");
    page.settle();
    let said = plain(&page.text("[data-problem]"));
    assert!(said.contains("Lungo.json: La lettura si è interrotta"), "{said}");
    assert_eq!(page.count("dialog[open]"), 0);
    page.wait_js("the message has the focus", "return document.activeElement.matches('[data-problem]')");
}

in_both_browsers! {
    fn where_the_texts_of_a_large_plan_do_not_come_what_was_open_is_back(page) {
        for script in BREAKS {
            page.site().harm("reader.js", Harm::Before(script));
            page.open("it");
            open_small(page, "Primo");
            page.filter("mission:04");
            page.run_in_page(HOLD, &[]);
            break_large(page);
            page.wait_state("error");
            assert_eq!((page.text("h1"), page.rows()), ("Primo".into(), vec![2]), "{}", page.browser());
            assert!(page.is_pressed("mission:04"), "as it was looked at");
            assert_eq!(page.js("return window.__saved", vec![]), 0, "nothing is saved of what was not read");
            page.after_revision(|| page.click("[data-action='dismiss']"));
            page.wait_state("ready");
            assert_eq!(page.text(".reading"), "");
            // What was given up is not gone back to, by either way.
            assert!(!plain(&page.text("[data-action='undo']")).contains("Lungo"));
            assert_eq!(page.count("[data-action='redo']"), 0);
            page.back();
            page.settle();
            assert_ne!(page.text("h1"), "Lungo");
            // What the browser itself says of an error that nobody caught.
            page.take_noted();

            // And the next one is read by a reader that is well.
            page.site().heal();
            page.open("it");
            page.drop_bytes("Lungo.json", &large_plan("Lungo"));
            page.wait_js("all of it", "return document.querySelector('[data-findings]')");
        }
    }

    fn where_nothing_was_open_before_the_page_is_as_at_first(page) {
        page.site().harm("reader.js", Harm::Before(BREAKS[1]));
        page.open("it");
        page.run_in_page(HOLD, &[]);
        break_large(page);
        page.wait_visible("[data-action='example']");
        assert_eq!((page.count("h1 bdi"), page.count("[data-action='undo']")), (0, 0));
        // The next file is read by another reader of the same page.
        open_small(page, "Secondo");
        assert_eq!(page.count("[data-problem]"), 0);
    }

    fn a_file_that_is_read_meanwhile_is_still_waited_for(page) {
        page.site().harm("reader.js", Harm::Before(BREAKS[1]));
        page.open("it");
        open_small(page, "Primo");
        page.run_in_page(HOLD, &[]);
        begin_large(page, "Lungo");
        let slow = page.lay("slow.json", &small_plan("Lento"));
        page.drop_file(&slow);
        page.wait_js("it is asked for", "return window.__slow.length > 0");
        page.run_in_page(READ_ON, &[]);
        page.wait_visible("[data-problem]");
        page.wait_state("busy");
        assert_eq!(page.text("h1"), "Primo");
        assert!(page.text(".reading").contains("Lettura in corso"), "{}", page.text(".reading"));
        page.run_in_page("window.__slow.splice(0).forEach((go) => go())", &[]);
        page.wait_state("ready");
        assert_eq!((page.text("h1"), page.count("[data-problem]")), ("Lento".into(), 0));
    }

    /// What was opened above a plan whose texts do not come stays as it is; that the plan is gone is said all the same.
    fn a_plan_that_was_left_before_its_texts_broke_is_said_to_be_gone(page) {
        page.site().harm("reader.js", Harm::Before(BREAKS[1]));
        page.open("it");
        page.run_in_page(HOLD, &[]);
        begin_large(page, "Lungo");
        open_small(page, "Secondo");
        page.js("document.querySelector(\"[data-action='search']\").focus()", vec![]);
        page.run_in_page(READ_ON, &[]);
        page.wait_visible("[data-problem]");
        assert!(plain(&page.text("[data-problem]")).contains("Lungo.json"));
        assert_eq!((page.text("h1"), page.count("[data-action='undo']")), ("Secondo".into(), 0));
        assert!(page.has_focus("[data-action='search']"), "nobody is taken away from what they do");
    }

    fn what_is_typed_and_has_the_focus_stays_when_the_texts_come(page) {
        page.open("it");
        page.set_viewport(1440, 900);
        page.run_in_page(HOLD, &[]);
        begin_large(page, "Lungo");
        page.click("[data-objective='3'] [data-action='objective']");
        page.wait_visible("dialog[open] article");
        page.click("dialog [data-action='correct']");
        page.fill("[data-correct='note']", "mezza paro");
        page.js("document.querySelector('dialog.side').scrollTop = 40", vec![]);
        // Another word is searched, with the objective beside the table.
        page.fill("[data-action='search']", "lungo");
        page.wait_js("it is marked in the objective", "return document.querySelector('dialog #objective-title mark')");
        let note = "return document.querySelector(\"[data-correct='note']\")?.value";
        assert_eq!(page.js(note, vec![]), "mezza paro", "{}: not cleared by a search", page.browser());
        page.js("document.querySelector(\"[data-correct='note']\").focus()", vec![]);
        page.run_in_page(READ_ON, &[]);
        page.wait_js("the texts are read", "return document.querySelector('[data-findings]')");
        page.settle();
        assert!(page.has_focus("[data-correct='note']"), "{}: the focus stays", page.browser());
        page.keys("la");
        assert_eq!(page.js(note, vec![]), "mezza parola", "{}: what was typed stays", page.browser());
        assert_eq!(page.js("return document.querySelector('dialog details.correct').open", vec![]), true);
        // And it is of use.
        page.fill("[data-correct='degree']", "55");
        page.after_revision(|| page.click("[data-action='apply-correction']"));
        page.wait_js("it is in force", "return document.querySelector('dialog .corrected')?.textContent.includes('mezza parola')");
    }

    fn dialogs_that_are_open_when_the_texts_come_stay_as_they_are(page) {
        page.open("it");
        page.run_in_page(HOLD, &[]);
        begin_large(page, "Lungo");
        page.click("[data-action='filters']");
        page.wait_visible("dialog.sheet [data-filter='status:achieved']");
        page.js("document.querySelector(\"dialog.sheet [data-filter='status:achieved']\").focus()", vec![]);
        page.run_in_page(READ_ON, &[]);
        page.wait_js("the findings are there", "return document.querySelector('[data-findings]')");
        page.settle();
        assert!(page.has_focus("dialog.sheet [data-filter='status:achieved']"), "{}: the sheet of filters", page.browser());
        page.press(Key::Escape);
        page.wait_gone("dialog");

        begin_large(page, "Lunghissimo");
        page.click("button[data-explain='mean']");
        page.wait_visible("dialog.explain [data-action='explain-close']");
        page.js("document.querySelector(\"dialog.explain [data-action='explain-close']\").focus()", vec![]);
        page.run_in_page(READ_ON, &[]);
        page.wait_js("the findings are there", "return document.querySelector('[data-findings]')");
        page.settle();
        assert!(page.has_focus("[data-action='explain-close']"), "{}: the explanation", page.browser());
    }

    fn who_waits_at_the_findings_is_still_there_when_they_come(page) {
        page.open("it");
        page.run_in_page(HOLD, &[]);
        begin_large(page, "Lungo");
        page.js("const title = document.querySelector('#findings-title'); title.scrollIntoView(); title.focus()", vec![]);
        page.run_in_page(READ_ON, &[]);
        page.wait_js("the findings are there", "return document.querySelector('[data-findings]')");
        page.settle();
        assert!(page.has_focus("#findings-title"), "{}", page.browser());
        assert_eq!(page.count(".findings[aria-busy]"), 0);
        assert!(page.text("#findings-title").contains('('), "{}", page.text("#findings-title"));
        // On to the first of them, without going through all of the page.
        page.press(Key::Tab);
        assert!(page.has_focus(".findings *"), "{}", page.browser());
    }
}
