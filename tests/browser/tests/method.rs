// SPDX-License-Identifier: AGPL-3.0-or-later
//! The method is visible and can be changed: a panel says in sentences what it does, every choice moves the figures and
//! says what it moved, there is always a way back, and the plan keeps it.

use serde_json::{Value, json};
use traguardi_browser_tests::*;

/// The plan whose figures `tests/method.rs` has by hand.
fn plan() -> Vec<u8> {
    json!({ "title": "A mano", "year": 2021, "objectives": [
        { "mission": "01", "objective": "a", "outcome": "Obiettivo raggiunto", "years": [2021], "weight": 1, "staff_percent": 100 },
        { "mission": "01", "objective": "b", "percent": 80, "years": [2020, 2021], "weight": 3 },
        { "mission": "01", "objective": "c", "outcome": "Obiettivo sospeso", "years": [2021], "staff_percent": 50 },
        { "mission": "04", "objective": "d", "outcome": "Obiettivo non misurabile", "weight": 2 },
        { "mission": "04", "objective": "e", "percent": 50, "years": [2022], "staff_percent": 40 },
        { "mission": "04", "objective": "f", "years": [2021], "staff_percent": 60 },
        { "mission": "12", "objective": "g" },
    ] })
    .to_string()
    .into_bytes()
}

#[track_caller]
fn choose(page: &Page, handle: &str) {
    page.after_revision(|| page.click(&format!("[data-method='{handle}']")));
}

#[track_caller]
fn is_chosen(page: &Page, handle: &str) -> bool {
    let checked = "return document.querySelector(`[data-method='${arguments[0]}']`).checked";
    page.js(checked, vec![json!(handle)]) == Value::Bool(true)
}

/// What the last change moved, as it is shown and as it is said.
#[track_caller]
fn moved(page: &Page) -> String {
    let shown = plain(&page.text("[data-moved='method']"));
    let said = page.js("return document.querySelector('p[role=status].visually-hidden').textContent", vec![]);
    assert_eq!(plain(said.as_str().unwrap_or_default()), shown, "{}: said and shown", page.browser());
    shown
}

#[track_caller]
fn sentences(page: &Page) -> String {
    plain(&page.text("details.method .method-sentences"))
}

in_both_browsers! {
    fn every_choice_moves_the_figures_and_says_what_it_moved(page) {
        page.open("it");
        page.drop_bytes("a-mano.json", &plan());
        page.wait_state("ready");
        assert!(page.figure("mean").starts_with("72,5 %") && page.figure("mean").contains("(4 su 7)"));
        let staff = page.figure("staff-percent");
        assert!(staff.starts_with("62,5 %") && staff.contains("(4 su 7)") && staff.contains("altra misura"), "{staff}");
        let (whole, default) = (page.headline(), page.figures()["method"].clone());
        page.filter("mission:04");
        page.after_revision(|| page.click("[data-action='sort:degree']"));
        let rows = page.rows();

        // With the keyboard: to the panel, into the bands, one further.
        page.js("document.querySelector('#content').focus()", vec![]);
        page.tab_to("[data-action='method']", 60);
        page.press(Key::Enter);
        page.wait_visible("[data-method='bands:literal']");
        let said = sentences(page);
        for part in [
            "Un obiettivo è raggiunto con grado 100 %",
            "segnata con ≈ (1 su 4 gradi)",
            "sospesi (1 su 7) si contano a parte, senza grado",
            "non previsti nel 2021 (1 su 7) contano come gli altri",
        ] {
            assert!(said.contains(part), "{part} is not in: {said}");
        }
        assert!(!page.text("[data-action='method']").contains("metodo cambiato"));
        page.tab_to("[data-method='bands:literal']", 3);
        page.after_revision(|| page.press(Key::Down));
        assert!(is_chosen(page, "bands:90-70") && page.has_focus("[data-method='bands:90-70']"));
        assert_eq!(
            moved(page),
            "2 obiettivi cambiano esito: 2 da raggiunti in parte a non raggiunti. Il grado medio resta 72,5 % (4 su 7)."
        );
        assert!(sentences(page).contains("raggiunto da 90 %, raggiunto in parte da 70 %, non raggiunto sotto 70 %"));
        assert!(page.text("[data-action='method']").contains("metodo cambiato"));
        assert_eq!((page.rows(), page.count("[data-chip]")), (rows, 1), "what is looked at stays");
        page.after_revision(|| page.click("[data-action='clear']"));
        assert_eq!(page.figures()["status"]["not_achieved"], 2);

        // With the mouse: what is left out is counted as such, and can be looked at.
        choose(page, "suspended:left-out");
        assert_eq!(
            moved(page),
            "1 obiettivo cambia esito: 1 da sospeso a fuori dal conto. Il grado medio passa da 72,5 % (4 su 7) a 72,5 % (4 su 6)."
        );
        assert!(page.figure("achieved").contains("1 su 6"), "{}", page.figure("achieved"));
        assert_eq!(page.figure("objectives"), "Tutti i 7 obiettivi, 1 fuori dal conto");
        let figures = page.figures();
        assert_eq!((&figures["objectives"], &figures["left_out"]), (&json!(7), &json!(1)));
        page.filter("status:left_out");
        assert_eq!(page.rows(), [3]);
        assert!(page.text("[data-chip='status:left_out']").contains("fuori dal conto"));
        page.filter("status:left_out");
        choose(page, "not-measurable:as-zero");
        assert!(moved(page).starts_with("1 obiettivo cambia esito: 1 da non misurabile a non raggiunto."));
        assert_eq!(page.figures()["degree"]["known"], 5);
        assert!(plain(&page.text("[data-objective='4']")).contains("0 %*"));
        choose(page, "stand-in:nothing");
        assert!(moved(page).contains("1 da non raggiunto a esito non indicato"), "{}", moved(page));
        choose(page, "not-planned:left-out");
        assert!(page.text("[data-objective='5']").contains("(non raggiunto)"));
        page.click("[data-objective='5'] [data-action='objective']");
        page.wait_visible("dialog[open] article");
        assert!(page.text("dialog[open] .verdict").contains("fuori dal conto, perché non previsto"));
        page.press(Key::Escape);
        page.wait_gone("dialog");
        choose(page, "weights:used");
        let mean = page.figure("weighted-mean");
        assert!(mean.starts_with("56,7 %") && mean.contains("su 3 obiettivi con peso"), "{mean}");
        assert_eq!(page.attribute("[data-figure='weighted-mean']", "class").as_deref(), Some("figure large"));
        page.screenshot("method");

        // Back to the default, in one step; and back from there.
        page.after_revision(|| page.click("[data-method='default']"));
        assert!(page.has_focus("[data-method='default']"));
        assert_eq!((page.headline(), &page.figures()["method"]), (whole, &default));
        assert!(is_chosen(page, "bands:literal") && is_chosen(page, "weights:ignored") && is_chosen(page, "suspended:apart"));
    }

    fn own_values_are_read_as_people_write_them(page) {
        page.open("it");
        page.drop_bytes("a-mano.json", &plan());
        page.wait_state("ready");
        page.click("[data-action='method']");
        page.click("[data-method='bands:own']");
        page.wait_visible("[data-method='bands:achieved-from']");
        let before = page.revision();
        for (achieved_from, partly_from, wrong, words) in [
            ("molto", "50", "bands:achieved-from", "«molto» non è una percentuale"),
            ("80", "120", "bands:partly-from", "«120» non è una percentuale"),
            ("60", "70", "bands:partly-from", "non può cominciare sopra"),
        ] {
            page.fill("[data-method='bands:achieved-from']", achieved_from);
            page.fill("[data-method='bands:partly-from']", partly_from);
            page.click("[data-method='bands:apply']");
            page.settle();
            assert!(page.text("#bands-wrong").contains(words), "{}", page.text("#bands-wrong"));
            let wrong = format!("[data-method='{wrong}'][aria-invalid='true']");
            page.wait_js("the field that is wrong has the focus", &format!("return document.activeElement.matches({})", json!(wrong)));
        }
        assert_eq!(page.revision(), before, "nothing has changed");
        page.fill("[data-method='bands:achieved-from']", "62,5");
        page.fill("[data-method='bands:partly-from']", "50,5 %");
        page.after_revision(|| page.press(Key::Enter));
        assert!(sentences(page).contains("raggiunto da 62,5 %, raggiunto in parte da 50,5 %"), "{}", sentences(page));
        assert_eq!(page.text("#bands-wrong"), "");
        let figures = page.figures();
        assert_eq!((&figures["method"]["achieved_from"], &figures["method"]["partly_from"]), (&json!(62.5), &json!(50.5)));
        assert_eq!(figures["status"]["achieved"], 2);
        // Values that have a choice of their own are that choice.
        page.fill("[data-method='bands:achieved-from']", "90");
        page.fill("[data-method='bands:partly-from']", "70");
        page.after_revision(|| page.click("[data-method='bands:apply']"));
        assert!(is_chosen(page, "bands:90-70"));
        page.wait_js("the focus is on it", "return document.activeElement.dataset.method === 'bands:90-70'");
        page.wait_gone("[data-method='bands:apply']");
    }

    /// Every change is a step that can be taken back, and the plan that is saved brings the method along.
    fn a_change_is_undone_and_saved(page) {
        page.open("en");
        page.after_revision(|| page.click("[data-action='example']"));
        page.drop_bytes("a-mano.json", &plan());
        page.wait_state("ready");
        let whole = page.headline();
        page.click("[data-action='method']");
        choose(page, "bands:64-60");
        choose(page, "suspended:as-zero");
        let changed = page.figures();
        let headline = page.figure("mean");
        assert!(headline.starts_with("58%") && headline.contains("(5 of 7)"), "{headline}");
        page.filter("mission:01");
        // The last step first: the filter, then the method.
        page.after_revision(|| page.click("[data-action='undo']"));
        assert_eq!(page.count("[data-chip]"), 0);
        assert!(page.text("[data-action='undo']").contains("Undo: change of method"), "{}", page.text("[data-action='undo']"));
        page.after_revision(|| page.click("[data-action='undo']"));
        assert_eq!(
            moved(page),
            "1 objective changes status: 1 from not achieved to suspended. The mean degree went from 58% (5 of 7) to 72.5% (4 of 7)."
        );
        assert!(is_chosen(page, "suspended:apart") && is_chosen(page, "bands:64-60"));
        page.after_revision(|| page.click("[data-action='undo']"));
        assert_eq!(page.headline(), whole);
        assert!(!page.text("[data-action='undo']").contains("Undo: change of method"), "before it is another document");
        page.after_revision(|| page.click("[data-action='redo']"));
        page.after_revision(|| page.click("[data-action='redo']"));
        assert_eq!(page.figures(), changed);

        // However much is tried out, what was opened before can be brought back.
        for _ in 0..3 {
            choose(page, "bands:85-70");
            choose(page, "bands:64-60");
        }
        for _ in 0..8 {
            page.after_revision(|| page.click("[data-action='undo']"));
        }
        page.after_revision(|| page.click("[data-action='undo']"));
        assert!(page.figure("achieved").contains("of 36"), "{}", page.figure("achieved"));
        for _ in 0..9 {
            page.after_revision(|| page.click("[data-action='redo']"));
        }
        assert_eq!(page.figures(), changed);
        assert!(page.text("[data-action='method']").contains("method changed"));
        page.click("[data-action='method']");

        // Another language says the same, and the panel stays open.
        page.after_revision(|| page.click("[data-action='language']"));
        assert!(page.text("[data-moved='method']").contains("2 obiettivi cambiano esito"));
        assert!(page.text("label:has([data-method='bands:64-60'])").contains("Raggiunto da 64"));
        assert!(is_chosen(page, "bands:64-60") && is_chosen(page, "suspended:as-zero"));

        let plan = page.download("plan-json");
        assert_eq!(plan.json()["method"]["suspended"], "as_zero");
        page.drop_bytes("di-nuovo.json", &plan.bytes);
        page.wait_state("ready");
        let again = page.figures();
        for part in ["method", "objectives", "status", "degree", "by_mission"] {
            assert_eq!(again[part], changed[part], "{part}");
        }
        assert!(page.text("[data-action='method']").contains("metodo cambiato"));
        assert_eq!(page.text("[data-moved='method']"), "", "nothing was moved in this one");
    }

    fn the_panel_is_for_everyone(page) {
        page.prefer(Scheme::Dark);
        page.set_viewport(320, 640);
        page.open("it");
        page.drop_bytes("a-mano.json", &plan());
        page.wait_state("ready");
        page.click("[data-action='method']");
        choose(page, "not-planned:left-out");
        page.click("[data-method='bands:own']");
        page.fill("[data-method='bands:achieved-from']", "molto");
        page.click("[data-method='bands:apply']");
        page.settle();
        page.assert_accessible("the method on a phone, dark");
        page.screenshot("method-phone-dark");
        let width = page.js("return document.documentElement.scrollWidth <= innerWidth", vec![]);
        assert_eq!(width, json!(true), "scrolls sideways");
        let low = page.js(
            "return [...document.querySelectorAll('.choice, .choices .button, .field input, [data-action=method]')]
               .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 43.5).map((e) => e.outerHTML.slice(0, 120))",
            vec![],
        );
        assert_eq!(low, json!([]), "too low for a finger");
    }

    /// On paper the report says how it was computed, whether the panel is open or not, and offers nothing to press.
    fn paper_says_the_method(page) {
        page.open("it");
        page.drop_bytes("a-mano.json", &plan());
        page.wait_state("ready");
        page.click("[data-action='method']");
        choose(page, "suspended:left-out");
        page.click("[data-action='method']");
        page.run_in_page(
            "matchMedia('print').addEventListener('change', (print) => {
               if (!print.matches) return;
               const seen = (css) => [...document.querySelectorAll(css)].filter((e) => e.checkVisibility()).map((e) => e.textContent).join(' ');
               window.__printed = [seen('.on-paper'), seen('details.method, .choices')];
             })",
            &[],
        );
        page.print("method");
        let printed = page.wait_js("what was printed", "return window.__printed ?? null");
        let sentences = plain(printed[0].as_str().unwrap_or_default());
        assert!(sentences.contains("sospesi (1 su 7) restano fuori dal conto") && sentences.contains("metodo cambiato"), "{sentences}");
        assert_eq!(printed[1], "");
    }
}
