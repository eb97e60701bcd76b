// SPDX-License-Identifier: AGPL-3.0-or-later
//! Promise: a window that becomes wider or narrower takes nothing away from whoever reads in it, and a finger moves what a
//! mouse does.

use serde_json::json;
use traguardi_browser_tests::*;

/// What the charts need to have a distribution, and words that are seen far into a text.
fn plan() -> Vec<u8> {
    let objective = |n: u32| {
        json!({ "code": "01.01", "objective": format!("Obiettivo {n} che dice in molte parole e fino alla fine zanzara"),
            "percent": (n * 7) % 101,
            "outcome": format!("{}in fondo la parola zebra", "Si riporta quanto è stato fatto nel corso dell’anno. ".repeat(12)) })
    };
    let objectives: Vec<_> = (1..=24).map(objective).collect();
    json!({ "title": "Piano", "objectives": objectives }).to_string().into_bytes()
}

#[track_caller]
fn open_plan(page: &Page, width: u32, height: u32) {
    page.open("it");
    page.set_viewport(width, height);
    page.drop_bytes("piano.json", &plan());
    page.wait_state("ready");
}

const NOTE: &str = "[data-correct='note']";

#[track_caller]
fn is_as_left(page: &Page, top: f64) {
    assert!(page.has_focus(NOTE), "{}: the focus", page.browser());
    assert_eq!(
        page.js("return document.querySelector(\"[data-correct='note']\").value", vec![]),
        "mezza parola"
    );
    let now =
        page.js("return document.querySelector('dialog.side').scrollTop", vec![]).as_f64().unwrap_or(-1.0);
    assert!((now - top).abs() < 2.0, "{}: the place, {now} from {top}", page.browser());
    assert!(page.text("dialog.side").contains("obiettivo 3"));
}

in_both_browsers! {
    fn an_objective_stays_open_as_it_stands_when_the_window_is_made_wider_and_narrower(page) {
        open_plan(page, 1440, 700);
        page.scroll_to("#objectives", "start");
        page.click("[data-objective='3'] [data-action='objective']");
        page.wait_visible("dialog[open] article");
        page.click("dialog [data-action='correct']");
        page.fill(NOTE, "mezza parola");
        page.js("document.querySelector('dialog.side').scrollTop = 60", vec![]);
        let address = page.address();

        page.set_viewport(900, 700);
        page.wait_js("it is in front of the page", "return document.querySelector('dialog:modal')");
        page.settle();
        is_as_left(page, 60.0);
        assert_eq!(page.js("return getComputedStyle(document.body).paddingRight", vec![]), "0px");
        assert_eq!(page.address(), address);

        page.set_viewport(1440, 700);
        page.wait_js("it is beside the page", "return document.querySelector('dialog[open]:not(:modal)')");
        page.settle();
        is_as_left(page, 60.0);
        assert_ne!(page.js("return getComputedStyle(document.body).paddingRight", vec![]), "0px");
        page.assert_accessible("an objective after the window was made wider");

        // Whoever was at the table when it came in front is in it, and back there when it is closed.
        page.js("document.querySelector(\"[data-objective='5'] [data-action='objective']\").focus()", vec![]);
        page.set_viewport(900, 700);
        page.wait_js("it is in front of the page", "return document.querySelector('dialog:modal')?.contains(document.activeElement)");
        page.press(Key::Escape);
        page.wait_gone("dialog");
        page.wait_js("the row that was read has the focus", "return document.activeElement.matches(\"[data-objective='3'] *\")");
        page.set_viewport(1440, 700);
        page.settle();
        assert_eq!(page.count("dialog[open]"), 0, "what is closed stays closed");
    }

    fn a_finger_makes_columns_wider(page) {
        open_plan(page, 1024, 700);
        page.scroll_to("#objectives", "start");
        let width = || {
            let of = "return document.querySelector(`[role=columnheader][data-column='code']`).getBoundingClientRect().width";
            page.js(of, vec![]).as_f64().unwrap_or_default()
        };
        let before = width();
        page.after_revision(|| page.draw_finger("[data-column='code'] .resize", 0.0, (60.0, 0.0)));
        assert!((width() - before - 60.0).abs() < 3.0, "{}: {} from {before}", page.browser(), width());
        page.after_revision(|| page.draw_finger("[data-column='code'] .resize", 0.0, (-30.0, 0.0)));
        assert!((width() - before - 30.0).abs() < 3.0, "{}: {} from {before}", page.browser(), width());
        assert!(!page.address().contains("sort="), "an edge is no heading");
    }

    fn a_finger_draws_a_range_of_degrees_across_and_scrolls_up_and_down(page) {
        open_plan(page, 360, 740);
        // Twice: what is drawn on the way there moves it once more.
        for _ in 0..2 {
            page.scroll_to("[data-chart='distribution'] svg", "center");
            page.settle();
        }
        page.wait_visible("[data-chart='distribution'] [data-mark]");
        page.after_revision(|| page.draw_finger("[data-chart='distribution'] svg", -40.0, (90.0, 8.0)));
        let chip = page.attribute("[data-chip]", "data-chip").unwrap_or_default();
        assert!(chip.starts_with("degree:["), "{}: {chip}", page.browser());
        // What was drawn stays drawn when the finger is lifted.
        page.settle();
        assert_eq!(page.attribute("[data-chip]", "data-chip").as_deref(), Some(chip.as_str()));
        let all = page.rows().len();
        assert!(all < 24, "{}: {all}", page.browser());
        // Up and down is the page's own.
        page.draw_finger("[data-chart='distribution'] svg", 20.0, (0.0, -120.0));
        page.settle();
        assert_eq!(page.attribute("[data-chip]", "data-chip").as_deref(), Some(chip.as_str()), "{}: no other range", page.browser());
    }

    fn where_words_are_is_told_only_of_those_that_are_not_seen(page) {
        open_plan(page, 1440, 900);
        let told = ".body .found:not(.none)";
        // At the end of a text whose cell shows all of it.
        page.fill("[data-action='search']", "zanzara");
        page.wait_js("it is marked", "return document.querySelector('.body .cell.objective mark')");
        page.settle();
        assert_eq!(page.count(told), 0, "{}", page.browser());
        // In a text that is not shown.
        page.fill("[data-action='search']", "zebra");
        page.wait_js("it is told", &format!("return document.querySelectorAll('{told}').length === 24"));
        // Shown, and cut off before the word.
        page.click("[data-action='columns']");
        page.after_revision(|| page.click("[data-action='column:outcome']"));
        page.settle();
        assert_eq!(page.count(told), 24, "{}", page.browser());
        // A narrower column cuts off what a wider one shows.
        page.fill("[data-action='search']", "zanzara");
        page.after_revision(|| page.click("[data-action='column:outcome']"));
        page.wait_js("all of it is seen", &format!("return document.querySelectorAll('{told}').length === 0"));
        page.js("document.querySelector(`[role=columnheader][data-column='objective'] .resize`).scrollIntoView({ block: 'center' })", vec![]);
        let wide = page.js("return document.querySelector(`[role=columnheader][data-column='objective']`).getBoundingClientRect().width", vec![]);
        page.after_revision(|| page.drag("[data-column='objective'] .resize", 150.0 - wide.as_f64().unwrap_or_default()));
        page.wait_js("it is told where it is cut off", &format!("return document.querySelectorAll('{told}').length === 24"));
    }

    fn a_quarter_of_the_timeline_is_one_chip(page) {
        page.open("it");
        page.set_viewport(360, 740);
        let objective = |n: u32| {
            json!({ "code": "01.01", "objective": format!("Obiettivo {n}"), "percent": 100,
                "deadline": format!("entro il 15/{:02}/{}", n % 12 + 1, 2020 + n / 12) })
        };
        let objectives: Vec<_> = (0..24).map(objective).collect();
        let plan = json!({ "title": "Piano", "year": 2021, "objectives": objectives });
        page.drop_bytes("piano.json", plan.to_string().as_bytes());
        page.wait_state("ready");
        let quarter = "deadline:2021-01&deadline:2021-02&deadline:2021-03";
        page.filter(quarter);
        assert_eq!(page.rows().len(), 3);
        assert_eq!(page.count("[data-chip]"), 1, "{}", page.browser());
        assert_eq!(page.attribute("[data-chip]", "data-chip").as_deref(), Some(quarter));
        assert!(plain(&page.text("[data-chip]")).contains("in scadenza nel 1º trimestre 2021"), "{}", page.text("[data-chip]"));
        assert!(plain(&page.text(".selection .count")).ends_with("in scadenza nel 1º trimestre 2021"), "{}", page.text(".selection .count"));
        // In an address it is three filters, as ever.
        assert!(page.address().contains("deadline=2021-01&deadline=2021-02&deadline=2021-03"), "{}", page.address());
        page.after_revision(|| page.click("[data-chip]"));
        assert_eq!((page.count("[data-chip]"), page.rows().len()), (0, 24));
        assert!(!page.address().contains("deadline="), "{}", page.address());
    }

    fn what_was_chosen_of_charts_is_in_the_address_and_is_gone_back_from(page) {
        page.open("it");
        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        let by_value = "[data-action='order:status-by-mission:value']";
        let opener = "[data-action='open-mission:01']";
        let pressed = |page: &Page| page.attribute(by_value, "aria-pressed");
        let is_open = |page: &Page| page.attribute(opener, "aria-expanded");
        page.after_revision(|| page.click(by_value));
        let was_open = is_open(page);
        page.after_revision(|| page.click(opener));
        page.wait_js("it is in the address", "return location.href.includes('by-value=status-by-mission') && /(open|closed)=01/.test(location.href)");
        let address = page.address();
        assert_ne!(is_open(page), was_open);
        page.after_revision(|| page.back());
        assert_eq!((is_open(page), pressed(page).as_deref()), (was_open.clone(), Some("true")));
        page.after_revision(|| page.back());
        assert_eq!(pressed(page).as_deref(), Some("false"));
        page.after_revision(|| page.forward());
        page.after_revision(|| page.forward());
        assert_eq!(pressed(page).as_deref(), Some("true"));
        assert_ne!(is_open(page), was_open);
        // Whoever gets the address sees the same; what of it the plan does not have is told.
        page.goto("about:blank");
        page.goto(&format!("{address}&open=99"));
        page.wait_state("empty");
        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        assert_eq!(pressed(page).as_deref(), Some("true"));
        assert_ne!(is_open(page), was_open);
        assert!(plain(&page.text("[data-notice='address']")).contains("Missione 99"), "{}", page.text("[data-notice='address']"));
        // A click there and back leaves nothing behind.
        page.after_revision(|| page.click(opener));
        page.after_revision(|| page.click("[data-action='order:status-by-mission:code']"));
        page.wait_js("nothing is left in the address", "return !/by-value|open=|closed=/.test(location.href)");
    }

    /// However far the page is scrolled, and whatever opens it.
    fn menus_open_in_the_window_of_a_phone(page) {
        page.open("it");
        page.set_viewport(360, 740);
        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        for (menu, inside) in [("views", "#view-name"), ("download", "[data-download='plan-json']")] {
            let opener = format!("[data-action='{menu}']");
            page.scroll_to(&opener, "center");
            page.click(&opener);
            page.wait_visible(inside);
            let is_in = page.js(
                "const box = document.querySelector(arguments[0]).closest('details').querySelector('.menu-body').getBoundingClientRect();
                 return box.top >= 0 && box.top < innerHeight - 60 && box.left >= 0 && box.right <= innerWidth && document.documentElement.scrollWidth <= innerWidth",
                vec![json!(opener)],
            );
            assert_eq!(is_in, true, "{}: {menu}", page.browser());
            page.screenshot(&format!("menu-{menu}-on-a-phone"));
            page.click(&opener);
            page.wait_gone(inside);
        }
    }
}
