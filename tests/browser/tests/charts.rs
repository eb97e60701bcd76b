// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every chart answers: to the pointer, to the keyboard, to what is typed; each has marks, a tooltip and a table.

use serde_json::Value;
use traguardi_browser_tests::*;

/// Two years, several missions and offices, deadlines and staff percentages.
#[track_caller]
fn open_plan(page: &Page) {
    page.open("it");
    let objective = |n: usize| {
        let (mission, degree) = (["01", "04", "12"][n % 3], [100, 60, 40, 0, 100, 35, 100, 72][n % 8]);
        let staff = [100, 100, 40, 80][n % 4];
        format!(
            r#"{{"code": "{mission}.0{}", "objective": "Obiettivo {n}", "percent": {degree}, "staff_percent": {staff},
                "responsible": "Ufficio {}", "years": [{}], "deadline": "2021-{:02}-15"}}"#,
            n % 2 + 1,
            ["Tributi", "Tecnico"][n % 2],
            2020 + n % 2,
            n % 6 + 1,
        )
    };
    let objectives: Vec<String> = (0..24).map(objective).collect();
    let plan =
        format!(r#"{{"title": "Piano di prova", "year": 2021, "objectives": [{}]}}"#, objectives.join(","));
    page.drop_bytes("piano.json", plan.as_bytes());
    page.wait_state("ready");
}

/// Presses on a drawing, moves across it from one percentage to another, and lets go.
fn drag(page: &Page, from: f64, to: f64) {
    page.js(
        "const svg = document.querySelector(\"[data-chart='distribution'] svg\");
         svg.scrollIntoView({ block: 'center' });
         const edge = (handle, side) => document.querySelector(`[data-chart='distribution'] [data-filter='${handle}']`).getBoundingClientRect()[side];
         const [low, high] = [edge('degree:[10,20)', 'left'], edge('degree:[80,90)', 'right')];
         const x = (percent) => low + (high - low) * (percent - 10) / 80;
         const box = svg.getBoundingClientRect();
         const at = (type, percent) => {
           const target = document.elementFromPoint(x(percent), box.y + box.height / 2) ?? svg;
           target.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 7, isPrimary: true, button: 0, clientX: x(percent), clientY: box.y + box.height / 2 }));
           return target;
         };
         at('pointerdown', arguments[0]);
         for (let step = 1; step <= 10; step++) at('pointermove', arguments[0] + (arguments[1] - arguments[0]) * step / 10);
         at('pointerup', arguments[1]).dispatchEvent(new MouseEvent('click', { bubbles: true }));",
        vec![from.into(), to.into()],
    );
}

fn degrees(page: &Page) -> Vec<f64> {
    let all = page.download("objectives-json").json();
    let shown = page.rows();
    let degree = |n: &u64| all[*n as usize - 1]["degree"].as_f64().unwrap_or(-1.0);
    shown.iter().map(degree).collect()
}

fn chip(page: &Page) -> Option<String> {
    (page.count("[data-chip]") == 1).then(|| page.attribute("[data-chip]", "data-chip")).flatten()
}

in_both_browsers! {
    fn every_chart_has_marks_a_tooltip_and_a_table(page) {
        open_plan(page);
        let charts = page.js("return [...document.querySelectorAll('[data-chart]')].map((e) => e.dataset.chart)", vec![]);
        let charts: Vec<String> = serde_json::from_value(charts).expect("names");
        for wanted in ["status-by-mission", "degree-by-mission", "distribution", "strategic-against-ordinary", "mission-status", "degree-against-staff", "timeline", "years"] {
            assert!(charts.iter().any(|chart| chart == wanted), "{wanted} of {charts:?}");
        }
        for chart in &charts {
            let here = format!("[data-chart='{chart}']");
            assert!(page.count(&format!("{here} [data-mark]")) > 0, "{chart} has no marks");
            assert!(page.count(&format!("{here} [data-mark][tabindex='0']")) == 1, "{chart} is one stop");
            page.js(&format!("document.querySelector(\"{here} [data-mark][tabindex='0']\").focus()"), vec![]);
            page.wait_visible(&format!("{here} .tooltip"));
            page.press(Key::Escape);
            page.wait_gone(&format!("{here} .tooltip"));
            page.click(&format!("{here} .twin summary"));
            page.wait_visible(&format!("{here} .twin table"));
        }
        page.screenshot("charts");
        page.assert_accessible("all charts");
    }

    fn a_chart_with_nothing_to_show_is_left_out(page) {
        page.open("it");
        page.drop_bytes("piano.json", br#"{"title": "Piano", "year": 2024, "objectives": [{"code": "01.01", "objective": "Uno", "percent": 100, "years": [2024]}]}"#);
        page.wait_state("ready");
        for chart in ["office-status", "degree-against-staff", "timeline", "years"] {
            assert_eq!(page.count(&format!("[data-chart='{chart}']")), 0, "{chart}");
        }
        assert_eq!(page.count("[data-chart='mission-status']"), 1);
    }

    fn a_range_is_dragged_typed_and_moved_by_keys(page) {
        open_plan(page);
        let all = page.rows().len();
        drag(page, 30.0, 70.0);
        page.settle();
        assert_eq!(chip(page).as_deref(), Some("degree:[30,70]"), "{}: dragged", page.browser());
        assert!(degrees(page).iter().all(|degree| (30.0..=70.0).contains(degree)));
        let text = plain(&page.text("[data-chart='distribution'] figcaption"));
        assert!(text.contains(&format!("Grado da 30 a 70 %: {} obiettivi su {all}.", page.rows().len())), "{text}");
        assert_eq!(page.js("return [...document.querySelectorAll('[data-range]')].map((e) => e.value)", vec![]), serde_json::json!(["30", "70"]));
        // A drag does not break the click on a column.
        page.after_revision(|| page.click("[data-action='clear-range']"));
        assert_eq!(chip(page), None);
        page.after_revision(|| page.click("[data-chart='distribution'] [data-filter='degree:100']"));
        assert!(degrees(page).iter().all(|degree| *degree == 100.0));
        page.after_revision(|| page.click("[data-chart='distribution'] [data-filter='degree:100']"));

        // Typed, with a comma; an empty field is no end.
        page.after_revision(|| {
            page.fill("[data-range='from']", "35,5");
            page.press(Key::Enter);
        });
        assert_eq!(chip(page).as_deref(), Some("degree:[35.5,100]"));
        page.fill("[data-range='to']", "20");
        page.press(Key::Enter);
        page.wait_js("it is said that the ends are turned round", "return document.querySelector('.range-problem').textContent.includes('più alto')");
        assert_eq!(page.attribute("[data-range='to']", "aria-invalid").as_deref(), Some("true"));
        assert_eq!(chip(page).as_deref(), Some("degree:[35.5,100]"), "what is no range changes nothing");
        page.after_revision(|| {
            page.fill("[data-range='to']", "70");
            page.press(Key::Enter);
        });
        page.after_revision(|| page.press(Key::Up));
        assert_eq!(chip(page).as_deref(), Some("degree:[35.5,71]"));
        page.screenshot("range");
        page.assert_accessible("a range");
    }

    fn a_cell_selects_its_pair_by_pointer_and_by_keyboard(page) {
        open_plan(page);
        let cell = "[data-chart='mission-status'] [data-filter='mission:04&status:achieved']";
        page.after_revision(|| page.click(cell));
        assert!(page.is_pressed("mission:04") && page.is_pressed("status:achieved"));
        assert_eq!(page.attribute(cell, "aria-pressed").as_deref(), Some("true"));
        let all = page.download("objectives-json").json();
        let wanted: Vec<u64> = all.as_array().expect("a list").iter()
            .filter(|o| o["mission"] == "04" && o["status"] == "achieved")
            .filter_map(|o| o["n"].as_u64()).collect();
        assert_eq!(page.rows(), wanted);
        page.after_revision(|| page.click(cell));
        assert_eq!(page.count("[data-chip]"), 0);
        // Down and left from it, with the arrows.
        page.js(&format!("document.querySelector(\"{cell}\").focus()"), vec![]);
        page.press(Key::Down);
        let focused = |page: &Page| page.js("return document.activeElement.dataset.filter", vec![]);
        assert_eq!(focused(page), "mission:12&status:achieved");
        page.after_revision(|| page.press(Key::Enter));
        assert!(page.is_pressed("mission:12") && page.is_pressed("status:achieved"));
        assert_eq!(focused(page), "mission:12&status:achieved", "the focus stays");
        page.press(Key::Left);
        assert_eq!(focused(page), "mission:12");
        page.after_revision(|| page.keys(" "));
        assert!(!page.is_pressed("mission:12"));
    }

    fn a_mission_opens_into_its_programmes_and_rows_change_their_order(page) {
        open_plan(page);
        let opener = "[data-chart='degree-by-mission'] [data-action='open-mission:04']";
        let programmes = "[data-chart='degree-by-mission'] [data-filter^='programme:04']";
        assert_eq!(page.attribute(opener, "aria-expanded").as_deref(), Some("true"), "few rows are open at first");
        let before = page.count(programmes);
        assert!(before > 0);
        page.after_revision(|| page.click(opener));
        assert_eq!((page.attribute(opener, "aria-expanded").as_deref(), page.count(programmes)), (Some("false"), 0));
        page.js(&format!("document.querySelector(\"{opener}\").focus()"), vec![]);
        page.after_revision(|| page.press(Key::Enter));
        assert_eq!(page.count(programmes), before);
        assert!(page.has_focus(opener), "the focus stays on what was pressed");
        let order = |page: &Page| -> Value {
            page.js("return [...document.querySelectorAll(\"[data-chart='degree-by-mission'] [data-filter^='mission:']\")].map((e) => e.dataset.filter)", vec![])
        };
        let by_code = order(page);
        page.after_revision(|| page.click("[data-action='order:degree-by-mission:value']"));
        let by_value = order(page);
        assert_ne!(by_value, by_code);
        assert_eq!(page.attribute("[data-action='order:degree-by-mission:value']", "aria-pressed").as_deref(), Some("true"));
        page.after_revision(|| page.click("[data-action='order:degree-by-mission:code']"));
        assert_eq!(order(page), by_code);
    }
}
