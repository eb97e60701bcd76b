// SPDX-License-Identifier: AGPL-3.0-or-later
//! Any number says how it was made: pressed, touched while the page explains, or by the keyboard; and leads to its rows.

use fantoccini::key::Key;
use traguardi_browser_tests::*;

in_both_browsers! {
    fn a_figure_of_the_headline_explains_itself(page) {
        page.open("it");
        if !page.open_report() {
            return;
        }
        page.click("[data-explain='mean']");
        page.wait_visible("dialog.explain");
        assert_eq!(plain(&page.text("[data-formula]")), "Σx ÷ n = 2350 ÷ 26 = 90,4 %");
        let said = plain(&page.text("dialog.explain"));
        assert!(said.contains("26 contati") && said.contains("1 senza un grado"), "{said}");
        let minutes = plain(&page.text("dialog.explain .minutes"));
        assert!(minutes.contains("90,4 % (26 su 27)") && minutes.contains("Fonte:"), "{minutes}");
        page.assert_accessible("a figure explained");
        page.screenshot("explained");
        // To exactly these rows, and back.
        page.after_revision(|| page.click("[data-action='show-rows']"));
        assert_eq!(page.rows().len(), 26);
        page.after_revision(|| page.back());
        assert_eq!(page.rows().len(), 27);
    }

    fn a_bar_is_explained_and_not_pressed(page) {
        page.open("en");
        if !page.open_report() {
            return;
        }
        page.after_revision(|| page.click("[data-action='explain']"));
        page.click("[data-chart='degree-by-mission'] [data-filter='mission:01']");
        page.wait_visible("dialog.explain");
        assert!(!page.is_pressed("mission:01"));
        assert!(plain(&page.text("[data-formula]")).ends_with("= 88.9%"), "{}", page.text("[data-formula]"));
        page.press(Key::Escape);
        page.wait_gone("dialog.explain");
        // Once explained, a bar filters again.
        page.filter("mission:01");
        assert!(page.is_pressed("mission:01"));
    }

    fn the_keyboard_asks_too(page) {
        page.open("it");
        if !page.open_report() {
            return;
        }
        page.keys("e");
        page.wait_js("the page explains", "return document.documentElement.dataset.explaining === 'true'");
        page.press(Key::Escape);
        page.wait_js("it does no more", "return document.documentElement.dataset.explaining === 'false'");
        page.keys("e");
        page.js("document.querySelector(`[data-filter='status:achieved']`).focus()", vec![]);
        page.press(Key::Enter);
        page.wait_visible("dialog.explain");
        let said = plain(&page.text("[data-explained]"));
        assert_eq!(said, "22 su 27");
        // From a figure to the row it came from.
        page.click("dialog.explain .part summary");
        page.click("dialog.explain .part li button");
        page.wait_visible("[data-action='objective-close']");
        assert!(page.text("dialog.side").contains("01.01"), "{}", page.text("dialog.side"));
    }
}
