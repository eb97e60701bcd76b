// SPDX-License-Identifier: AGPL-3.0-or-later
//! The whole job without a mouse: everything is reached, what has the focus is seen, and no place holds it for ever.

use traguardi_browser_tests::*;

/// What has the focus, and whether a person sees that it has: a ring around it or around what stands for it, within
/// the window. Nothing where the focus is not in the page: past its last stop it goes to the browser's own bars, and
/// what the browser names then is the body, the root or nothing at all.
const FOCUSED: &str = "
    const e = document.activeElement;
    if (!e || e === document.body || e === document.documentElement) return null;
    const ring = (style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || (style.stroke !== 'none' && style.stroke !== '' && parseFloat(style.strokeWidth) >= 2);
    const visible = ring(getComputedStyle(e)) || ring(getComputedStyle(e, '::after'));
    const box = e.getBoundingClientRect();
    const inWindow = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const [x, y] = [Math.max(0, Math.min(innerWidth - 1, (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2)), Math.max(0, Math.min(innerHeight - 1, (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2))];
    const there = document.elementFromPoint(x, y);
    const free = !there || e.contains(there) || there.contains(e);
    return { what: e.outerHTML.slice(0, 160), visible, inWindow, free, handle: e.dataset.action ?? e.dataset.filter ?? e.id ?? '' };";

#[track_caller]
fn assert_focus_is_seen(page: &Page) {
    assert!(focus_is_in_the_page_and_seen(page), "{}: the focus has left the page", page.browser());
}

/// One question, so that the focus cannot leave between two. Returns whether the focus is in the page; where it is, it
/// must be seen.
#[track_caller]
fn focus_is_in_the_page_and_seen(page: &Page) -> bool {
    let focused = page.js(FOCUSED, vec![]);
    if focused.is_null() {
        return false;
    }
    for (key, fault) in [
        ("visible", "has the focus, and nothing shows it"),
        ("inWindow", "has the focus outside the window"),
        ("free", "has the focus under something else"),
    ] {
        assert!(focused[key] == true, "{}: {} {fault}", page.browser(), focused["what"]);
    }
    assert!(!page.has_focus("svg"), "{}: a chart is no stop besides its marks", page.browser());
    true
}

/// Tabs on from here until the focus leaves the page; returns how many stops there were.
#[track_caller]
fn tab_through(page: &Page, most: usize) -> usize {
    for stops in 0..most {
        page.press(Key::Tab);
        // A browser without a window of its own may come round to the first stop at once.
        if !focus_is_in_the_page_and_seen(page) || (stops > 0 && page.has_focus(".skip")) {
            return stops;
        }
    }
    panic!("{}: {most} Tabs do not lead out of the page", page.browser());
}

/// Three objectives, one with a degree that cannot be read.
#[track_caller]
fn open_small_plan(page: &Page) {
    page.open("it");
    let plan = br#"{"title": "Piano di prova", "year": 2024, "objectives": [
        {"code": "01.01", "objective": "Uno", "percent": 100, "responsible": "Anna Bianchi", "years": [2024]},
        {"code": "04.01 S", "objective": "Due", "percent": 250, "responsible": "Bruno Neri"},
        {"code": "04.02", "objective": "Tre", "percent": 0}]}"#;
    page.drop_bytes("piano.json", plan);
    page.wait_state("ready");
}

in_both_browsers! {
    fn the_whole_job_without_a_mouse(page) {
        page.open("it");
        page.press(Key::Tab);
        assert!(page.has_focus(".skip"), "the first stop leads to the content");
        assert_focus_is_seen(page);
        page.press(Key::Enter);
        page.wait_js("the content has the focus", "return document.activeElement.closest('main') !== null");
        page.tab_to("[data-action='example']", 6);
        assert_focus_is_seen(page);
        page.after_revision(|| page.press(Key::Enter));
        page.wait_state("ready");
        page.wait_js("the focus is where the reading goes on", "return document.activeElement.matches('main')");

        // A chart is one stop; inside it the arrows walk.
        page.tab_to("[data-chart='status-by-mission'] [data-mark]", 40);
        assert_focus_is_seen(page);
        page.wait_visible("[data-chart='status-by-mission'] .tooltip");
        let first = page.js("return document.activeElement.dataset.filter", vec![]);
        page.press(Key::Down);
        let second = page.js("return document.activeElement.dataset.filter", vec![]);
        assert_ne!(first, second);
        assert_focus_is_seen(page);
        page.press(Key::Up);
        assert_eq!(page.js("return document.activeElement.dataset.filter", vec![]), first);
        page.press(Key::End);
        let last = page.js("return document.activeElement.dataset.filter", vec![]);
        page.press(Key::Home);
        assert_eq!(page.js("return document.activeElement.dataset.filter", vec![]), first);
        assert_ne!(last, first);

        page.press(Key::Escape);
        page.wait_gone(".tooltip");
        let handle = first.as_str().expect("a filter").to_owned();
        let all = page.rows().len();
        page.after_revision(|| page.press(Key::Enter));
        assert!(page.is_pressed(&handle) && page.rows().len() < all);
        assert_eq!(page.js("return document.activeElement.dataset.filter", vec![]), first, "the focus stays on the mark");
        page.after_revision(|| page.keys(" "));
        assert!(!page.is_pressed(&handle) && page.rows().len() == all);

        // An objective, the next, and back to the row that it was opened from.
        page.walk_to(2, 120);
        assert_focus_is_seen(page);
        page.press(Key::Enter);
        page.wait_visible("dialog[open] article");
        assert!(page.has_focus("dialog *") || page.has_focus("dialog"), "the focus is in the dialog");
        page.tab_to("[data-action='next']", 6);
        assert_focus_is_seen(page);
        page.press(Key::Enter);
        page.wait_js("the next objective", "return document.querySelector('dialog[open]').innerText.includes('obiettivo 3')");
        assert!(page.has_focus("[data-action='next']"), "and on to the one after");
        page.press_with(Key::Shift, Key::Tab.into());
        assert!(page.has_focus("[data-action='previous']"));
        page.press(Key::Enter);
        page.wait_js("the one before", "return document.querySelector('dialog[open]').innerText.includes('obiettivo 2')");
        page.press(Key::Escape);
        page.wait_gone("dialog");
        page.wait_js("the focus is back on the row", "return document.activeElement.matches(\"[data-objective='2'] *\")");

        // Search, chips, clear.
        page.js("document.querySelector('main').focus()", vec![]);
        page.tab_to("[data-action='search']", 60);
        assert_focus_is_seen(page);
        page.after_revision(|| page.keys("comune"));
        page.wait_js("some", &format!("return document.querySelectorAll('[data-objective]').length < {all}"));
        // Back over the views and the sheet of filters.
        for _ in 0..3 {
            page.press_with(Key::Shift, Key::Tab.into());
        }
        assert!(page.has_focus("[data-action='clear']"));
        page.after_revision(|| page.press(Key::Enter));
        assert_eq!(page.rows().len(), all);
        page.wait_js("the focus is not lost", "return document.activeElement !== document.body");
    }

    /// From the first stop to the last every place shows that it has the focus, and the way on is never barred. One page
    /// each: one that was left by its end has not the window's focus any more.
    fn nothing_holds_the_focus_on_the_landing(page) {
        page.open("it");
        let stops = tab_through(page, 20);
        assert!(stops >= 6, "{stops} stops");
    }

    fn nothing_holds_the_focus_in_the_analysis(page) {
        open_small_plan(page);
        let stops = tab_through(page, 80);
        assert!(stops > 20, "{stops} stops");
    }

    /// And with everything unfolded; and the way back.
    fn nothing_holds_the_focus_in_what_unfolds(page) {
        open_small_plan(page);
        page.js("document.querySelectorAll('main details:not(.menu)').forEach((part) => part.open = true)", vec![]);
        page.wait_js(
            "the tables",
            "return document.querySelectorAll('.twin table').length >= 4 && [...document.querySelectorAll('.twin')].every((twin) => twin.querySelector('table'))",
        );
        // From the first row: a click on what cannot be focused would begin at the top of the content instead.
        page.js("document.querySelector('[data-action=objective]').focus()", vec![]);
        let mut stops_back = 0;
        for _ in 0..30 {
            page.press_with(Key::Shift, Key::Tab.into());
            if !focus_is_in_the_page_and_seen(page) {
                break;
            }
            stops_back += 1;
        }
        assert!(stops_back > 15, "{stops_back} stops back");
        page.js("scrollTo(0, 0)", vec![]);
        page.click("h1");
        let stops = tab_through(page, 100);
        assert!(stops > 25, "{stops} stops");
    }

    /// Findings, people and corrections: each step leaves the focus where the next one begins.
    fn what_was_read_is_judged_and_put_right_without_a_mouse(page) {
        page.open("it");
        let plan = br#"{"title": "Piano di prova", "year": 2024, "objectives": [
            {"code": "01.01", "objective": "Uno", "percent": 100, "responsible": "Zita Brugnoli", "outcome": "Ad oggi non \u00e8 stato ancora approvato."},
            {"code": "01.02", "objective": "Due", "percent": 100, "responsible": "Brugnoli Zita", "outcome": "Approvato"}]}"#;
        page.drop_bytes("piano.json", plan);
        page.wait_state("ready");

        page.tab_to("[data-filter^='finding:declared']", 120);
        page.after_revision(|| page.press(Key::Enter));
        assert_eq!(page.rows(), [1]);
        assert_focus_is_seen(page);
        page.after_revision(|| page.press(Key::Enter));
        page.tab_to("[data-finding] .note", 20);
        assert_focus_is_seen(page);
        page.keys("in aula a marzo");
        page.tab_to("[data-action='dismiss-finding']", 1);
        page.after_revision(|| page.press(Key::Enter));
        page.wait_js("the focus is on the title of what is left", "return document.activeElement.id === 'findings-title'");
        assert!(page.text("#findings-title").contains("(0)"), "{}", page.text("#findings-title"));

        page.tab_to("[data-action='merge-people']", 120);
        assert_focus_is_seen(page);
        page.after_revision(|| page.press(Key::Enter));
        page.settle();
        assert_eq!(page.count("[data-suggestion]"), 0);
        assert_focus_is_seen(page);

        page.walk_to(1, 120);
        page.press(Key::Enter);
        page.wait_visible("dialog[open] article");
        page.tab_to("[data-action='correct']", 20);
        assert_focus_is_seen(page);
        page.press(Key::Enter);
        page.tab_to("[data-correct='status']", 1);
        assert_focus_is_seen(page);
        page.keys("Non");
        page.tab_to("[data-correct='note']", 10);
        page.keys("come da verbale");
        page.tab_to("[data-action='apply-correction']", 2);
        page.after_revision(|| page.press(Key::Enter));
        page.wait_js("the focus is where the correction was made", "return document.activeElement.matches('dialog[open] [data-action=correct]')");
        assert_focus_is_seen(page);
        let verdict = page.text("dialog[open] .verdict");
        assert!(verdict.contains("non raggiunto") && verdict.contains("✎"), "{verdict}");
        page.press_with(Key::Shift, Key::Tab.into());
        assert!(page.has_focus("[data-action='remove-correction']"), "it stands before the form");
        page.after_revision(|| page.press(Key::Enter));
        page.wait_js("the focus is in the objective", "return document.activeElement.matches('dialog[open] [data-action=correct]')");
        assert!(!page.text("dialog[open] .verdict").contains("✎"));
    }

    fn a_table_is_pasted_without_a_mouse(page) {
        page.open("en");
        page.tab_to("[data-action='paste']", 12);
        page.press(Key::Enter);
        page.wait_visible("dialog[open] textarea");
        assert!(page.has_focus("dialog[open] textarea"), "one can paste at once");
        assert_focus_is_seen(page);
        page.press(Key::Escape);
        page.wait_gone("dialog");
        page.wait_js("the focus is back on the button", "return document.activeElement.matches(\"[data-action='paste']\")");
        page.press(Key::Enter);
        page.wait_visible("dialog[open] textarea");
        page.paste("dialog[open] textarea", "Codice\tObiettivo\tEsito\n01.01\tUno\tRaggiunto al 40%\n");
        page.tab_to("[data-action='paste-read']", 2);
        assert_focus_is_seen(page);
        page.after_revision(|| page.press(Key::Enter));
        page.wait_state("ready");
        assert_eq!(page.rows(), [1]);

        // What cannot be read stays to be mended, and the message has the focus.
        page.after_revision(|| page.click("[data-action='close']"));
        page.tab_to("[data-action='paste']", 12);
        page.press(Key::Enter);
        page.wait_visible("dialog[open] textarea");
        page.keys("not a table");
        page.tab_to("[data-action='paste-read']", 2);
        page.after_revision(|| page.press(Key::Enter));
        page.wait_state("error");
        page.wait_js("the message has the focus", "return document.activeElement.matches('[data-problem]')");
        page.tab_to("[data-action='dismiss']", 3);
        page.after_revision(|| page.press(Key::Enter));
        page.wait_state("empty");
        page.click("[data-action='paste']");
        page.wait_visible("dialog[open] textarea");
        assert_eq!(page.js("return document.querySelector('dialog[open] textarea').value", vec![]), "not a table");
    }
}
