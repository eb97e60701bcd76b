// SPDX-License-Identifier: AGPL-3.0-or-later
//! Italian or English, light or dark: chosen by the person's system, changed at any moment without losing the place,
//! and remembered.

use traguardi_browser_tests::*;

/// How dark the page is: the sum of red, green and blue of its ground.
fn brightness(page: &Page) -> u64 {
    let sum = page.js(
        "return getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)",
        vec![],
    );
    sum.as_f64().map_or(0, |sum| sum as u64)
}

in_both_browsers! {
    fn the_language_changes_in_the_middle_of_the_work(page) {
        page.open("fr");
        assert_eq!(page.attribute("html", "lang").as_deref(), Some("it"), "Italian where neither is spoken");
        page.open("it");
        if !page.open_report() {
            return;
        }
        page.filter("mission:01");
        page.after_revision(|| page.fill("[data-action='search']", "organi"));
        page.after_revision(|| page.click("[data-action='sort:staff']"));
        page.wait_js("the search has settled", "return document.querySelector('[data-chip=search]')?.innerText.includes('organi')");
        let before = (page.rows(), page.figures());
        assert!(!before.0.is_empty());

        page.after_revision(|| page.click("[data-action='language']"));
        assert_eq!(page.attribute("html", "lang").as_deref(), Some("en"));
        assert!(page.has_focus("[data-action='language']"), "the focus stays on the switch");
        assert_eq!((page.rows(), page.figures()), before);
        assert!(page.is_pressed("mission:01"));
        assert_eq!(page.attribute("[aria-sort]", "aria-sort").as_deref(), Some("ascending"));
        assert_eq!(page.js("return document.querySelector('[data-action=search]').value", vec![]), "organi");
        assert!(page.text("[data-chip='mission:01']").contains("Mission 01"));
        assert!(page.figure("objectives").ends_with("of 27 objectives"));
        page.after_revision(|| page.click("[data-action='clear']"));
        assert_eq!(page.figure("achieved"), "22 of 27 achieved");
        assert!(page.figure("mean").starts_with("90.4%"), "{}", page.figure("mean"));
        assert!(page.text("[data-chart='status-by-mission'] figcaption").contains("mission"));
        let label = page.attribute("[data-filter='mission:01'][data-mark]", "aria-label").unwrap_or_default();
        assert!(label.contains("10 objectives"), "{label}");
        // What the document says stays in its own language.
        assert!(page.texts(".body .cell.objective").iter().any(|text| text.contains("Garantire il supporto agli organi")));
        page.screenshot("english");

        page.after_revision(|| page.click("[data-action='language']"));
        assert!(page.figure("mean").starts_with("90,4 %"), "{}", page.figure("mean"));
        page.after_revision(|| page.click("[data-action='language']"));
        page.reload();
        assert_eq!(page.attribute("html", "lang").as_deref(), Some("en"), "remembered");
        assert!(page.text("h1").contains("municipality"));
    }

    /// One that was given a title, and every part of the page in the language that it is said to be in.
    fn the_system_s_language_is_spoken_at_first(page) {
        page.open("en");
        assert_eq!(page.attribute("html", "lang").as_deref(), Some("en"));
        assert!(page.text("h1").contains("municipality"));
        assert!(page.stored_keys().is_empty());
        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        let other = page.attribute("[data-action='language']", "lang");
        assert_eq!((other.as_deref(), plain(&page.text("[data-action='language']"))), (Some("it"), "Italiano".to_owned()));
        let words = page.text("body");
        for italian in ["raggiunti", "Obiettivi", "Scarica", "Esito", "grado medio"] {
            assert!(!words.contains(italian), "{italian} on an English page");
        }
    }

    fn light_and_dark(page) {
        for (scheme, dark) in [(Scheme::Light, false), (Scheme::Dark, true)] {
            page.prefer(scheme);
            page.open("it");
            assert_eq!(brightness(page) < 300, dark, "{scheme:?}");
        }
        // As the device says (dark now), light, dark, and round again.
        for (theme, dark) in [("light", false), ("dark", true), ("auto", true), ("light", false)] {
            page.after_revision(|| page.click("[data-action='theme']"));
            assert_eq!(page.attribute("html", "data-theme").as_deref(), Some(theme));
            assert_eq!(brightness(page) < 300, dark, "{theme}");
        }
        assert!(page.attribute("[data-action='theme']", "aria-label").unwrap_or_default().contains("chiaro"));
        page.reload();
        assert_eq!((page.attribute("html", "data-theme").as_deref(), brightness(page) < 300), (Some("light"), false));

        // A theme changes the inks of the charts as well, without a new drawing.
        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        let ink = "return getComputedStyle(document.querySelector('[data-chart] text')).fill";
        let light = page.js(ink, vec![]);
        page.after_revision(|| page.click("[data-action='theme']"));
        assert_ne!(page.js(ink, vec![]), light);
        page.screenshot("dark");
    }

    /// Where the system forces its own few colours, what means something by its ground still does.
    fn forced_colours_leave_what_colours_mean(page) {
        page.open("it");
        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        page.force_colors();
        page.filter("status:achieved");
        page.filter("status:not_achieved");
        page.settle();
        page.screenshot("forced-colours");
        let ground = "const ground = (e) => { const { backgroundColor, backgroundImage } = getComputedStyle(e); return backgroundColor + backgroundImage; };";
        let grounds = page.js(
            &format!("{ground} return ['.segment', '.legend:first-of-type .swatch'].map((css) => {{ const all = [...document.querySelectorAll(css)].map(ground); return [all.length, new Set(all).size, all.includes(ground(document.body))]; }})"),
            vec![],
        );
        for grounds in grounds.as_array().expect("a list") {
            assert!(grounds[0].as_u64() > Some(2) && grounds[2] == false, "{}: {grounds}", page.browser());
        }
        let toggles = page.js(
            &format!("{ground} return ['true', 'false'].map((pressed) => ground(document.querySelector(`.toggles .toggle[aria-pressed=${{pressed}}]`)))"),
            vec![],
        );
        assert_ne!(toggles[0], toggles[1], "{}: pressed and not pressed look the same", page.browser());
    }
}
