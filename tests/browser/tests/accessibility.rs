// SPDX-License-Identifier: AGPL-3.0-or-later
//! Everybody can use every screen: axe-core holds nothing against any of them, light and dark, Italian and English, on
//! a desk and on a phone; nothing scrolls sideways, nothing is cut off, and everything is large enough to be touched.

use serde_json::{Value, json};
use traguardi_browser_tests::*;

/// What a finger must hit and is smaller than so many CSS pixels either way. The button of a row is as large as the row.
const SMALL: &str = "
    const least = arguments[0];
    return [...document.querySelectorAll(arguments[1])]
      .filter((e) => e.checkVisibility({ visibilityProperty: true }))
      .map((e) => [e, (e.matches('.row-button') ? e.closest('.row') : e).getBoundingClientRect()])
      .filter(([e, box]) => box.width > 0 && (box.width < least - 0.5 || box.height < least - 0.5))
      .map(([e, box]) => `${Math.round(box.width)}×${Math.round(box.height)} ${e.outerHTML.slice(0, 140)}`);";

/// Text that is wider or higher than the box that shows it, where the box hides or clips the rest without a way to
/// reach it (a line of some fonts is a little higher than its letters, which cuts nothing); what `.clip` and `.lines` shorten on purpose is whole in a title, a label or a dialog.
const CUT: &str = "
    return [...document.querySelectorAll('main *, header *, footer *')]
      .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.visually-hidden, svg, .clip, .lines, dialog:not([open])'))
      .filter((e) => [...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
      .filter((e) => {
        const range = document.createRange();
        range.selectNodeContents(e);
        const text = range.getBoundingClientRect();
        for (let box = e; box && box !== document.body; box = box.parentElement) {
          const style = getComputedStyle(box);
          const around = box.getBoundingClientRect();
          if (['hidden', 'clip'].includes(style.overflowX) && (text.right > around.right + 1 || text.left < around.left - 1)) return true;
          if (['hidden', 'clip'].includes(style.overflowY) && (text.bottom > around.bottom + 3 || text.top < around.top - 3)) return true;
          if (['auto', 'scroll'].includes(style.overflowX) || ['auto', 'scroll'].includes(style.overflowY)) return false;
        }
        return text.left < -1 || text.right > innerWidth + 1;
      })
      .map((e) => e.outerHTML.slice(0, 200));";

/// What a screen is checked for at every width.
#[track_caller]
fn check(page: &Page, screen: &str) {
    page.settle();
    let width = page.js("return [document.documentElement.scrollWidth, innerWidth]", vec![]);
    assert!(
        width[0].as_u64() <= width[1].as_u64(),
        "{}: {screen} scrolls sideways: {width}; {}",
        page.browser(),
        page.js(
            "return [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && e.checkVisibility()).slice(0, 3).map((e) => e.outerHTML.slice(0, 160))",
            vec![]
        )
    );
    page.assert_accessible(screen);
    let cut = page.js(CUT, vec![]);
    assert_eq!(cut, json!([]), "{}: cut off on {screen}", page.browser());
    let small = page.js(
        SMALL,
        vec![
            json!(24),
            json!("button, summary, input:not([type=file]), textarea, a[href]:not(.skip), [role=button]"),
        ],
    );
    assert_eq!(small, json!([]), "{}: too small on {screen}", page.browser());
}

/// Goes through every screen of the page, from the landing with nothing open.
#[track_caller]
fn every_screen(page: &Page, how: &str) {
    let check = |screen: &str| {
        let name = format!("{screen}, {how}");
        check(page, &name);
        page.screenshot(&name.replace(", ", "-").replace(' ', "-"));
    };
    check("landing");
    page.drop_bytes("rotto.json", b"{\"name\": 1}");
    page.wait_state("error");
    check("error");
    page.after_revision(|| page.click("[data-action='dismiss']"));
    page.click("[data-action='paste']");
    page.wait_visible("dialog[open] textarea");
    check("paste");
    page.press(Key::Escape);
    page.wait_gone("dialog");

    page.after_revision(|| page.click("[data-action='example']"));
    page.wait_state("ready");
    check("analysis");
    page.click("[data-action='download']");
    page.wait_visible("[data-download]");
    check("download menu");
    page.click("[data-action='download']");
    page.after_revision(|| page.fill("[data-action='search']", "zanzibar"));
    page.wait_js("nothing", "return document.querySelectorAll('[data-objective]').length === 0");
    check("nothing found");
    page.after_revision(|| page.click("[data-action='clear']"));
    page.after_revision(|| page.click("[data-action='sort:degree']"));
    page.click("[data-objective='2'] [data-action='objective']");
    page.wait_visible("dialog[open] article");
    check("objective");
    page.press(Key::Escape);
    page.wait_gone("dialog");
}

fn odd_plan() -> Vec<u8> {
    json!({ "title": "Piano con qualche dubbio", "body": "Comune di Esempio", "year": 2024, "objectives": [
        { "code": "01.02", "objective": "Uno", "percent": "250%", "responsible": "Anna Bianchi", "years": [2024], "boh": "x" },
        { "code": "04.02 S", "objective": "", "percent": "circa 80", "staff_percent": 70, "strategic": true },
        { "code": "04.02", "objective": "Una parola lunghissima: precipitevolissimevolmenteprecipitevolissimevolmente", "outcome": "Sospeso", "responsible": "Ufficio Urbanistica, Edilizia privata, Ambiente e Protezione civile intercomunale" },
    ] }).to_string().into_bytes()
}

/// The screens with everything unfolded: diagnostics, the method, the tables of the charts.
#[track_caller]
fn unfolded(page: &Page, how: &str) {
    page.drop_bytes("dubbi.json", &odd_plan());
    page.wait_state("ready");
    // What unfolds far from the screen is not laid out, and takes no more room than there is all the same.
    page.js("scrollTo(0, document.documentElement.scrollHeight)", vec![]);
    page.settle();
    page.js("document.querySelector('.understood').open = true", vec![]);
    page.settle();
    let width = page.js("return document.documentElement.scrollWidth - innerWidth", vec![]);
    assert!(
        width.as_i64().is_some_and(|wider| wider <= 0),
        "{}: {how} scrolls sideways by {width}",
        page.browser()
    );
    page.js("document.querySelector('.understood').open = false", vec![]);
    // Menus stand in front of what is beneath them: not these.
    page.js(
        "document.querySelectorAll('main details:not(.menu)').forEach((part) => part.open = true)",
        vec![],
    );
    page.wait_js(
        "the tables",
        "return document.querySelectorAll('.twin table').length >= 4 && [...document.querySelectorAll('.twin')].every((twin) => twin.querySelector('table'))",
    );
    page.filter("mission:04");
    check(page, &format!("everything unfolded, {how}"));
    // What is far from the screen is laid out only when it comes near.
    page.js(
        "document.querySelectorAll('.panel').forEach((panel) => panel.style.contentVisibility = 'visible')",
        vec![],
    );
    check(page, &format!("everything unfolded and laid out, {how}"));
    page.screenshot(&format!("unfolded-{how}").replace(", ", "-"));
}

fn walk(page: &Page, language: &str, scheme: Scheme, width: u32, height: u32) {
    page.prefer(scheme);
    page.set_viewport(width, height);
    page.open(language);
    let how = format!("{language}, {scheme:?}, {width}").to_lowercase();
    every_screen(page, &how);
    unfolded(page, &how);
}

in_both_browsers! {
    fn on_a_desk_in_the_light(page) {
        walk(page, "it", Scheme::Light, 1280, 900);
    }

    fn on_a_desk_in_the_dark(page) {
        walk(page, "en", Scheme::Dark, 1280, 900);
    }

    fn on_a_phone_in_the_light(page) {
        walk(page, "en", Scheme::Light, 320, 640);
    }

    fn on_a_phone_in_the_dark(page) {
        walk(page, "it", Scheme::Dark, 320, 640);
    }

    /// A window of 1280 by 1024 at 400 %: everything is still there and can be brought into view.
    fn at_four_hundred_per_cent(page) {
        page.set_viewport(320, 256);
        page.open("it");
        check(page, "landing at 400 %");
        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        check(page, "analysis at 400 %");
        // Whatever stays in place while one scrolls leaves room for what is read.
        let pinned = page.js(
            "scrollTo(0, 1500);
             return [...document.querySelectorAll('body *')].filter((e) => ['fixed', 'sticky'].includes(getComputedStyle(e).position) && e.checkVisibility())
               .map((e) => e.getBoundingClientRect()).filter((box) => box.top < innerHeight && box.bottom > 0 && box.width > 0)
               .reduce((sum, box) => sum + Math.min(box.bottom, innerHeight) - Math.max(box.top, 0), 0)",
            vec![],
        );
        assert!(pinned.as_f64() < Some(128.0), "{pinned} of 256 pixels are always taken");
        page.click("[data-objective='1'] [data-action='objective']");
        page.wait_visible("dialog[open] article");
        check(page, "objective at 400 %");
        let last = page.js("const last = document.querySelector('dialog[open] dd:last-of-type'); last.scrollIntoView(); const box = last.getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight", vec![]);
        assert_eq!(last, Value::Bool(true), "the end of an objective can be brought into view");
        page.click("[data-action='objective-close']");
        page.wait_gone("dialog");
    }

    /// The main controls are as large as a finger.
    fn fingers_hit_the_main_controls(page) {
        page.set_viewport(375, 700);
        page.open("it");
        page.after_revision(|| page.click("[data-action='example']"));
        page.wait_state("ready");
        let main = "[data-action='open'], [data-action='download'], [data-action='print'], [data-action='close'], \
                    [data-action='language'], [data-action='theme'], [data-action='search'], .row-button, .toggle, .chip";
        let small = page.js(SMALL, vec![json!(44), json!(main)]);
        // Width is the words' own; height is what a finger needs, with some leave for chips and toggles in a row.
        let height = |line: &&str| line.split(['×', ' ']).nth(1).and_then(|height| height.parse::<u32>().ok());
        let lines = small.as_array().into_iter().flatten().filter_map(Value::as_str);
        let low: Vec<&str> = lines.filter(|line| height(line).is_some_and(|height| height < 40)).collect();
        eprintln!("below 44 pixels: {small:#}");
        assert!(low.is_empty(), "{low:#?}");
    }
}
