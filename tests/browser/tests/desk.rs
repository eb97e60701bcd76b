// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: files are made beside the page, one after the other, whatever is opened or called off meanwhile; one that
//! takes a while says so, and one that cannot be made says why.

use serde_json::{Value, json};
use traguardi_browser_tests::*;

/// A plan of so many objectives.
fn plan(title: &str, objectives: u32) -> Vec<u8> {
    let objective = |n: u32| {
        json!({ "code": "01.01", "objective": format!("Obiettivo {n} di un piano lungo"), "percent": n % 101,
            "outcome": "Approvato il regolamento e avviata la formazione del personale entro i termini" })
    };
    let objectives: Vec<Value> = (1..=objectives).map(objective).collect();
    json!({ "title": title, "objectives": objectives }).to_string().into_bytes()
}

/// Keeps what is saved, with its name.
const KEEP: &str = "
    window.__saved = [];
    const [make, click] = [URL.createObjectURL, HTMLAnchorElement.prototype.click];
    URL.createObjectURL = (blob) => { window.__blob = blob; return make.call(URL, blob); };
    HTMLAnchorElement.prototype.click = function () {
      if (this.download) window.__saved.push([this.download, window.__blob]);
      click.call(this);
    };";

/// Presses these controls, one after the other without waiting, and says what was saved.
const PRESS: &str = "
    for (const name of arguments) document.querySelector(`[data-download='${name}']`).click();
    while (window.__saved.length < arguments.length) await new Promise((go) => setTimeout(go, 20));
    return Promise.all(window.__saved.splice(0).map(async ([name, blob]) => [name, blob.type, await blob.text()]));";

/// Opens and calls off a file as soon as a control was pressed.
const CALL_OFF: &str = "
    const [control, text] = arguments;
    document.querySelector(control).addEventListener('click', () => setTimeout(() => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'altro.json'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      setTimeout(() => {
        window.__called_off = document.querySelector('main').dataset.state;
        document.querySelector(\"[data-action='cancel']\")?.click();
      });
    }));";

/// Holds tasks on their way to the desk.
const HOLD: &str = "
    window.__held = [];
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = async function (message) {
      if (message[0] instanceof Uint8Array) await new Promise((go) => window.__held.push(go));
      post.call(this, message);
    };";

in_both_browsers! {
    fn several_files_are_made_one_after_the_other(page) {
        page.open("it");
        page.after_revision(|| page.click("[data-action='example']"));
        page.filter("mission:01");
        page.run_in_page(KEEP, &[]);
        let names = ["plan-json", "objectives-csv", "findings-json", "selection-json"];
        for _ in 0..2 {
            let saved = page.run_in_page(PRESS, &names.map(|name| json!(name)));
            let saved = saved.as_array().cloned().unwrap_or_default();
            let told: Vec<_> = saved.iter().map(|of| (of[0].as_str(), of[1].as_str())).collect();
            assert_eq!(told, [
                (Some("example.plan.json"), Some("application/json")),
                (Some("example.objectives.csv"), Some("text/csv;charset=utf-8")),
                (Some("example.findings.json"), Some("application/json")),
                (Some("example.selection.json"), Some("application/json")),
            ]);
            let text = |at: usize| saved[at][2].as_str().unwrap_or_default().to_owned();
            assert!(text(0).starts_with("{\n  \"format\": \"traguardi-plan\"") && text(0).ends_with("}\n"));
            assert!(text(1).contains("\"n\";\"code_as_written\"") && text(1).ends_with("\r\n"));
            let values: Value = serde_json::from_str(&text(3)).expect("JSON");
            assert_eq!(values["objectives"].as_array().map(Vec::len), Some(page.rows().len()));
        }
        page.wait_js("it is said", "return [...document.querySelectorAll('[role=status]')].some((e) => e.textContent === 'Salvato: example.selection.json')");
        page.assert_nothing_noted();
    }

    fn a_file_that_is_called_off_stops_no_other_that_is_made(page) {
        page.open("it");
        page.drop_bytes("lungo.json", &plan("Lungo", 12_000));
        page.wait_state("ready");
        let other = String::from_utf8(plan("Altro", 12_000)).expect("text");
        page.run_in_page(CALL_OFF, &[json!("[data-download='objectives-json']"), json!(other)]);
        let saved = page.download("objectives-json");
        assert_eq!(saved.name, "lungo.objectives.json");
        assert_eq!(saved.json().as_array().map(Vec::len), Some(12_000));
        assert_eq!(page.js("return window.__called_off", vec![]), json!("busy"));
        page.wait_state("ready");
        assert_eq!(page.text("h1"), "Lungo");
        // Nor has either of them to do with what is read and made next.
        page.drop_bytes("breve.json", &plan("Breve", 3));
        assert_eq!(page.text("h1"), "Breve");
        assert_eq!(page.download("plan-json").json()["title"], json!("Breve"));
        page.assert_nothing_noted();
    }

    fn a_file_that_takes_a_while_says_so(page) {
        page.open("it");
        page.drop_bytes("piano.json", &plan("Piano", 3));
        page.run_in_page(HOLD, &[]);
        page.run_in_page(KEEP, &[]);
        page.click("[data-action='download']");
        page.click("[data-download='people-csv']");
        page.wait_visible("[data-download='people-csv'][aria-busy='true']");
        let said = "return [...document.querySelectorAll('[role=status]')].map((e) => e.textContent).join('|')";
        assert!(page.js(said, vec![]).as_str().is_some_and(|said| said.contains("Preparazione del file piano.people.csv in corso")));
        page.js("window.__held.splice(0).forEach((go) => go())", vec![]);
        page.wait_js("it is saved", "return window.__saved.length === 1");
        page.wait_js("it is said", "return [...document.querySelectorAll('[role=status]')].some((e) => e.textContent === 'Salvato: piano.people.csv')");
        assert_eq!(page.count("[aria-busy='true']"), 0);
    }

    fn a_desk_that_does_not_come_is_said_and_comes_later(page) {
        page.open("it");
        let build = page.attribute("meta[name='traguardi:reader']", "content").unwrap_or_default();
        for name in [format!("traguardi-desk-{build}.js"), format!("traguardi-desk-{build}_bg.wasm")] {
            page.site().harm(&name, Harm::Missing);
            page.open("it");
            page.drop_bytes("piano.json", &plan("Piano", 3));
            page.click("[data-action='download']");
            page.after_revision(|| page.click("[data-download='plan-json']"));
            page.wait_visible("[data-problem]");
            let said = plain(&page.text("[data-problem]"));
            assert!(said.contains("piano.plan.json: il file non è stato preparato") && said.contains("Riprova"), "{said}");
            // What the browser itself says of a file that is missing.
            page.take_noted();
            page.site().heal();
            page.after_revision(|| page.click("[data-action='dismiss']"));
            // One that was asked for before the host had it again may still be on its way.
            page.run_in_page("await new Promise((go) => setTimeout(go, 500))", &[]);
            page.take_noted();
            page.click("[data-action='download']");
            assert_eq!(page.download("plan-json").json()["title"], json!("Piano"));
            assert_eq!((page.text("h1"), page.count("[data-problem]")), ("Piano".into(), 0));
        }
    }
}
