// SPDX-License-Identifier: AGPL-3.0-or-later
//! The table as a grid: one stop of Tab, keys that walk through all of it, columns that are made wider, an objective
//! that is read beside it, and as many rows as there are.

use serde_json::{Value, json};
use traguardi_browser_tests::*;

/// A plan of so many objectives, each telling its number.
fn plan(objectives: usize) -> Vec<u8> {
    let list: Vec<Value> = (1..=objectives)
        .map(|n| json!({ "code": format!("{:02}.{:02}", 1 + n % 4, 1 + n % 3), "objective": format!("Obiettivo numero {n}"), "percent": n % 101 }))
        .collect();
    json!({ "title": "Piano lungo", "year": 2024, "objectives": list }).to_string().into_bytes()
}

/// Where the focus is in the table: the row and the cell, from 1; 0 and 0 where the table itself has it.
fn place(page: &Page) -> (u64, u64) {
    let place = page.js(
        "const e = document.activeElement;
         if (e.matches('.table')) return [0, 0];
         return [e.closest('[role=row]')?.ariaRowIndex ?? e.closest('[role=row]')?.getAttribute('aria-rowindex'), e.closest('[aria-colindex]')?.getAttribute('aria-colindex')].map(Number)",
        vec![],
    );
    (place[0].as_u64().unwrap_or(99_999), place[1].as_u64().unwrap_or(99_999))
}

#[track_caller]
fn wait_place(page: &Page, row: u64, cell: u64) {
    page.wait_js(
        &format!("the focus on row {row}, cell {cell}"),
        &format!(
            "const e = document.activeElement; const box = e.getBoundingClientRect();
             return e.matches(`[role=row][aria-rowindex='{row}'] [aria-colindex='{cell}'], [role=row][aria-rowindex='{row}'] [aria-colindex='{cell}'] *`)
               && box.top >= 0 && box.bottom <= innerHeight + 1"
        ),
    );
    let stops = page.js(
        "return [...document.querySelectorAll('.table, .table *')].filter((e) => e.tabIndex >= 0).length",
        vec![],
    );
    assert_eq!(stops, 1, "{}: one stop", page.browser());
}

/// The width of a column's heading.
fn width(page: &Page, column: &str) -> f64 {
    let width = page.js(
        "return document.querySelector(`[data-column='${arguments[0]}']`).getBoundingClientRect().width",
        vec![json!(column)],
    );
    width.as_f64().unwrap_or_default()
}

in_both_browsers! {
    fn one_stop_of_tab_and_keys_that_lead_everywhere(page) {
        page.open("en");
        page.drop_bytes("lungo.json", &plan(3000));
        page.wait_state("ready");
        assert_eq!(page.attribute(".table", "role").as_deref(), Some("grid"));
        assert_eq!(page.attribute(".table", "aria-colcount").as_deref(), Some("6"));
        page.js("document.querySelector(`[data-action='columns']`).focus()", vec![]);
        page.tab_to(".table *", 1);
        wait_place(page, 1, 1);
        page.press(Key::Down);
        wait_place(page, 2, 1);
        page.press(Key::Right);
        wait_place(page, 2, 2);
        page.press(Key::Down);
        wait_place(page, 3, 2);
        page.press(Key::End);
        wait_place(page, 3, 6);
        page.press(Key::Right);
        wait_place(page, 3, 6);
        page.press(Key::Home);
        wait_place(page, 3, 1);
        page.press_with(Key::Control, Key::End.into());
        wait_place(page, 3001, 6);
        assert!(page.rows().len() <= 120);
        page.press(Key::Down);
        page.press(Key::Left);
        wait_place(page, 3001, 5);
        page.press(Key::PageUp);
        let (row, cell) = place(page);
        assert!(cell == 5 && (2900..2998).contains(&row), "{row}");
        wait_place(page, row, 5);
        page.press(Key::PageDown);
        wait_place(page, 3001, 5);
        page.press_with(Key::Control, Key::Home.into());
        wait_place(page, 1, 1);
        page.press(Key::PageDown);
        let (row, _) = place(page);
        assert!((5..80).contains(&row), "{row}");
        wait_place(page, row, 1);

        // Scrolled away, the table keeps the place, and the next key leads on from there.
        page.js("scrollBy(0, 60000)", vec![]);
        page.wait_js("the table itself has the focus", "return document.activeElement.matches('.table')");
        assert_eq!(page.js("return document.activeElement.tabIndex", vec![]), 0);
        page.press(Key::Down);
        wait_place(page, row + 1, 1);
        page.press_with(Key::Shift, Key::Tab.into());
        assert!(page.has_focus("[data-action='columns']"));
        page.press(Key::Tab);
        wait_place(page, row + 1, 1);

        // The row that was left comes back with the focus.
        page.js("scrollBy(0, 60000)", vec![]);
        page.wait_js("the table itself has the focus", "return document.activeElement.matches('.table')");
        page.js("scrollBy(0, -60000)", vec![]);
        wait_place(page, row + 1, 1);
        page.press(Key::Enter);
        page.wait_visible("dialog[open] article");
        assert!(page.text("dialog[open]").contains(&format!("Obiettivo numero {row}")));
        page.press(Key::Escape);
        page.wait_gone("dialog");
        wait_place(page, row + 1, 1);
        page.assert_accessible("the table as a grid");
    }

    fn headings_sort_by_several_columns_with_keys(page) {
        page.open("it");
        page.after_revision(|| page.click("[data-action='example']"));
        page.js("document.querySelector(`[data-action='columns']`).focus()", vec![]);
        page.tab_to(".table *", 1);
        for _ in 0..3 {
            page.press(Key::Right);
        }
        wait_place(page, 1, 4);
        page.after_revision(|| page.press(Key::Enter));
        page.press(Key::Right);
        page.after_revision(|| page.press_with(Key::Shift, Key::Enter.into()));
        page.after_revision(|| page.press_with(Key::Shift, Key::Enter.into()));
        wait_place(page, 1, 5);
        assert!(page.address().contains("sort=status_-degree"), "{}", page.address());
        assert!(page.text("[data-column='degree']").contains("2ª colonna di 2"), "{}", page.text("[data-column='degree']"));
        assert_eq!(page.attribute("[data-column='status']", "aria-sort").as_deref(), Some("ascending"));
        assert!(!page.address().contains("objective="), "nothing is opened by it");

        // A group is folded where its line is, and the way over it stays in its column.
        page.js("const select = document.querySelector(`[data-action='group']`); select.value = 'mission'; select.dispatchEvent(new Event('change', { bubbles: true }))", vec![]);
        page.wait_visible("[data-group]");
        page.press(Key::Down);
        wait_place(page, 2, 1);
        assert!(page.has_focus("[data-action='fold']"));
        let rows = page.rows().len();
        page.after_revision(|| page.press(Key::Enter));
        assert!(page.rows().len() < rows && page.has_focus("[data-action='fold'][aria-expanded='false']"));
        page.after_revision(|| page.press(Key::Enter));
        assert_eq!(page.rows().len(), rows);
        page.press(Key::Down);
        wait_place(page, 3, 5);
    }

    fn columns_are_made_wider_with_the_mouse_and_with_keys(page) {
        page.open("it");
        page.set_viewport(1440, 900);
        page.after_revision(|| page.click("[data-action='example']"));
        page.scroll_to("#objectives", "start");
        let (code, status) = (width(page, "code"), width(page, "status"));
        page.after_revision(|| page.drag("[data-column='code'] .resize", 60.0));
        assert!((width(page, "code") - code - 60.0).abs() < 2.0, "{} from {code}", width(page, "code"));
        assert!(!page.address().contains("sort="), "an edge is no heading");
        let address = page.address();
        assert!(address.contains("code."), "{address}");
        page.after_revision(|| page.drag("[data-column='code'] .resize", -120.0));
        assert!((width(page, "code") - 48.0).abs() < 1.0, "no narrower than can be hit");
        let mouse = "const edge = document.querySelector(`[data-column='code'] .resize`); edge.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))";
        page.after_revision(|| page.js(mouse, vec![]));
        assert!((width(page, "code") - code).abs() < 1.0, "as at first");

        page.js("document.querySelector(`[data-action='columns']`).focus()", vec![]);
        page.tab_to(".table *", 1);
        for _ in 0..3 {
            page.press(Key::Right);
        }
        for _ in 0..2 {
            page.after_revision(|| page.press_with(Key::Shift, Key::Right.into()));
        }
        page.after_revision(|| page.press_with(Key::Shift, Key::Left.into()));
        assert!((width(page, "status") - status - 16.0).abs() < 2.0, "{} from {status}", width(page, "status"));
        wait_place(page, 1, 4);
        let said = page.texts("[role=status]").join(" ");
        assert!(said.contains("Colonna «Esito» larga"), "{said}");
        // It is in the address, and one step back.
        let wide = width(page, "status");
        let address = page.address();
        page.goto("about:blank");
        page.goto(&address);
        page.wait_state("empty");
        page.after_revision(|| page.click("[data-action='example']"));
        assert!((width(page, "status") - wide).abs() < 1.0);

        // Cards have no edges.
        page.set_viewport(360, 740);
        page.wait_js("no edges", "return [...document.querySelectorAll('.resize')].every((edge) => !edge.checkVisibility())");
        assert_eq!(page.js("return document.documentElement.scrollWidth <= innerWidth", vec![]), true);
    }

    fn an_objective_is_read_beside_the_table_where_there_is_room(page) {
        page.open("it");
        page.set_viewport(1440, 900);
        page.after_revision(|| page.click("[data-action='example']"));
        page.scroll_to("#objectives", "start");
        let top = "return document.querySelector(\"[data-objective='2']\").getBoundingClientRect().top";
        let before = page.js(top, vec![]).as_f64().unwrap_or_default();
        page.click("[data-objective='2'] [data-action='objective']");
        page.wait_visible("dialog[open] article");
        page.settle();
        let after = page.js(top, vec![]).as_f64().unwrap_or_default();
        assert!((before - after).abs() < 30.0, "the row stays where it is: {before}, {after}");
        assert_eq!(page.js("return document.querySelector('dialog:modal') === null", vec![]), true);
        assert_eq!(page.attribute("[data-objective='2']", "aria-current").as_deref(), Some("true"));
        let free = page.js(
            "const panel = document.querySelector('dialog[open]').getBoundingClientRect();
             return document.querySelector('.objectives').getBoundingClientRect().right <= panel.left && document.documentElement.scrollWidth <= innerWidth",
            vec![],
        );
        assert_eq!(free, true, "nothing is under it");
        page.assert_accessible("an objective beside the table");
        page.screenshot("beside");
        // Another row changes it, and the table stays at hand.
        page.click("[data-objective='4'] [data-action='objective']");
        page.wait_js("the other one", "return document.querySelector('dialog[open]').innerText.includes('obiettivo 4')");
        assert_eq!(page.count("[aria-current]"), 1);
        page.click("dialog[open] [data-action='next']");
        page.wait_js("the next one", "return document.querySelector('dialog[open]').innerText.includes('obiettivo 5')");
        page.press(Key::Escape);
        page.wait_gone("dialog");
        page.wait_js("the focus is on the row that was read last", "return document.activeElement.matches(\"[data-objective='5'] *\")");
        assert_eq!(page.count("[aria-current]"), 0);
        assert_eq!(page.js("return getComputedStyle(document.body).paddingRight", vec![]), "0px");
        // From the table, too.
        page.press(Key::Enter);
        page.wait_visible("dialog[open] article");
        page.click("[data-objective='4'] [data-action='objective']");
        page.press(Key::Escape);
        page.wait_gone("dialog");

        page.set_viewport(360, 740);
        page.scroll_to("#objectives", "start");
        page.click("[data-objective='2'] [data-action='objective']");
        page.wait_visible("dialog[open] article");
        assert_eq!(page.js("return document.querySelector('dialog:modal') !== null", vec![]), true);
        page.press(Key::Escape);
        page.wait_gone("dialog");
        page.wait_js("the focus is back", "return document.activeElement.matches(\"[data-objective='2'] *\")");
    }

    fn what_was_searched_is_marked_in_the_objective(page) {
        page.open("it");
        if !page.open_report() {
            return;
        }
        page.after_revision(|| page.fill("[data-action='search']", "raggiunto"));
        let row = page.rows()[0];
        page.click(&format!("[data-objective='{row}'] [data-action='objective']"));
        page.wait_visible("dialog[open] mark.word");
        let marks = page.texts("dialog[open] mark.word");
        assert!(marks.iter().any(|mark| mark.to_lowercase().contains("raggiunto")), "{marks:?}");
    }

    /// Higher than browsers show anything: cards of 136 pixels, 50,000 of them.
    fn every_row_is_reached_where_the_table_is_higher_than_a_page_can_be(page) {
        page.open("it");
        page.set_viewport(360, 740);
        page.drop_bytes("lunghissimo.json", &plan(50_000));
        page.wait_state("ready");
        page.scroll_to(".table", "start");
        page.wait_visible("[data-objective='1']");
        let height = page.js("return document.querySelector('.table .body').getBoundingClientRect().height", vec![]);
        assert_eq!(height, 6_000_000);

        let fills = "const rows = [...document.querySelectorAll('[data-objective]')].map((row) => [Number(row.dataset.objective), row.getBoundingClientRect()]);
             return rows.length > 0 && rows[0][1].top <= 0 && rows.at(-1)[1].bottom >= innerHeight && rows.every(([n, box], at) => at === 0 || (n === rows[at - 1][0] + 1 && Math.abs(box.top - rows[at - 1][1].bottom) < 1)) && rows[0][0]";
        // A scroll bar leads to the middle, and a wheel on from there by its pixels.
        page.js("scrollTo(0, 3000000)", vec![]);
        page.wait_js("the middle", &format!("{fills} > 20000"));
        page.js("const row = [...document.querySelectorAll('[data-objective]')].find((row) => row.getBoundingClientRect().top > 100); window.__row = [row.dataset.objective, row.getBoundingClientRect().top]; scrollBy(0, 333)", vec![]);
        page.wait_js("by its pixels", "const row = document.querySelector(`[data-objective='${window.__row[0]}']`); return row && Math.abs(window.__row[1] - 333 - row.getBoundingClientRect().top) < 1.5");
        page.wait_js("rows follow each other", fills);

        page.scroll_to(".table", "end");
        page.wait_visible("[data-objective='50000']");
        let inside = page.js("const row = document.querySelector(\"[data-objective='50000']\").getBoundingClientRect(); return row.top >= 0 && row.bottom <= innerHeight + 1", vec![]);
        assert_eq!(inside, true, "the last row is in the window");

        // Up by small steps: past where what is shown would end before the table does.
        page.js("scrollTo(0, 160000)", vec![]);
        page.wait_js("rows", fills);
        let walked = page.js_async(
            "const done = arguments[arguments.length - 1];
             let steps = 0, faults = [];
             const top = () => { const row = [...document.querySelectorAll('[data-objective]')].find((row) => row.getBoundingClientRect().bottom > 0); return Number(row.dataset.objective) * 136 - row.getBoundingClientRect().top; };
             let before = top();
             const step = () => {
               scrollBy(0, -2000);
               requestAnimationFrame(() => setTimeout(() => {
                 const now = top();
                 if (Math.abs(before - now - 2000) > 3) faults.push([before, now]);
                 before = now;
                 if (++steps === 80 || faults.length > 3) done([steps, faults]); else step();
               }, 0));
             };
             step();",
            vec![],
        );
        assert_eq!(walked, json!([80, []]), "{}", page.browser());

        // Keys, too.
        page.js("document.querySelector('.table [tabindex=\"0\"], .table[tabindex=\"0\"]').focus({ preventScroll: true })", vec![]);
        page.press_with(Key::Control, Key::End.into());
        wait_place(page, 50_001, 6);
        page.press(Key::Up);
        wait_place(page, 50_000, 6);
        page.press_with(Key::Control, Key::Home.into());
        wait_place(page, 1, 1);
        page.press(Key::Down);
        wait_place(page, 2, 1);
    }
}
