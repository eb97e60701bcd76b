// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: a large file is read by two readers at once, and whatever becomes of one of them, the plan is the same.

use serde_json::{Value, json};
use traguardi_browser_tests::*;

const OBJECTIVES: usize = 20_000;

/// A plan of more than 4 MB, of which the second half repeats what the first one says.
fn plan() -> Vec<u8> {
    let missions = ["Istruzione e diritto allo studio", "Turismo", "12"];
    let objective = |n: usize| {
        json!({ "mission": missions[n % 3], "percent": n % 101, "altro": n,
            "objective": format!("Obiettivo {} di un piano di moltissime parole", n % (OBJECTIVES - 5)),
            "responsible": [format!("Cognome{} Nome", n % 90)], "weight": 1 + n % 9,
            "outcome": "Approvato il regolamento e avviata la formazione del personale entro i termini previsti" })
    };
    let objectives: Vec<String> = (1..=OBJECTIVES).map(|n| objective(n).to_string()).collect();
    // Only a header that stands before its objectives leaves two halves.
    let plan = format!(r#"{{"title": "Lungo", "year": 2025, "objectives": [{}]}}"#, objectives.join(","));
    assert!(plan.len() > 4_500_000);
    plan.into_bytes()
}

/// The same as a table.
fn table() -> Vec<u8> {
    let mut table = String::from("Codice;Obiettivo;Esito;Grado\n");
    for n in 0..60_000 {
        table += &format!(
            "01.0{};Obiettivo {n} di un piano di moltissime parole;In parte attuato, come previsto;{}\n",
            1 + n % 9,
            n % 101
        );
    }
    assert!(table.len() > 4_500_000);
    table.into_bytes()
}

/// Tells the page what the second reader says: a list of three where it has read a half, of one where it has not.
const SPY: &str = "if (globalThis.name === 'second') {
    const [channel, post] = [new BroadcastChannel('halves'), postMessage];
    globalThis.postMessage = (said, moved) => (channel.postMessage(said.length), post(said, moved));
  }\n";

/// What a browser does with a large file.
struct Opened {
    /// How many pieces the second reader's answers had.
    said: Value,
    /// Its figures, without when they were made.
    figures: Value,
    /// What was said of reading it.
    read: Vec<String>,
}

fn opened(page: &Page, script: &'static str, name: &str, file: &[u8]) -> Opened {
    page.site().harm("reader.js", Harm::Before(script));
    page.open("it");
    page.run_in_page(
        "window.__halves = []; new BroadcastChannel('halves').onmessage = ({ data }) => window.__halves.push(data)",
        &[],
    );
    page.drop_bytes(name, file);
    page.wait_state("ready");
    page.wait_js(
        "the findings are there",
        "return !document.querySelector('.findings[aria-busy]') && document.querySelector('[data-findings]')",
    );
    let figures = page.download("figures-json").json();
    let opened = Opened {
        said: page.js("return window.__halves", vec![]),
        figures,
        read: page.texts("[data-diagnostic]"),
    };
    // What the browser itself says of a reader that was broken here.
    page.take_noted();
    page.site().heal();
    opened
}

in_both_browsers! {
    fn a_large_plan_is_read_in_halves_and_by_one_where_these_fail(page) {
        let plan = plan();
        let whole = opened(page, SPY, "lungo.json", &plan);
        assert_eq!(whole.said, json!([3]), "{}", page.browser());
        assert_eq!(whole.figures["objectives"], json!(OBJECTIVES), "{}", whole.figures);
        assert!(!whole.read.is_empty());
        for (script, said) in [
            // It does not start; it cannot read the file; what it says is cut; there is none.
            ("if (globalThis.name === 'second') throw new Error('broken by the test');\n", json!([])),
            ("if (globalThis.name === 'second') Blob.prototype.arrayBuffer = () => Promise.reject(new Error());\n", json!([1])),
            ("if (globalThis.name === 'second') {
               const post = postMessage;
               globalThis.postMessage = ([turn, half, parts]) => post([turn, half?.slice(0, 99), parts]);
             }\n", json!([3])),
            ("if (globalThis.name !== 'second') delete globalThis.Worker;\n", json!([])),
        ] {
            let spied = Box::leak(format!("{SPY}{script}").into_boxed_str());
            let other = opened(page, spied, "lungo.json", &plan);
            assert_eq!(other.said, said, "{}: {script}", page.browser());
            assert_eq!(other.figures, whole.figures, "{}: {script}", page.browser());
            assert_eq!(other.read, whole.read, "{}: {script}", page.browser());
        }
    }

    fn a_large_table_is_read_by_one(page) {
        let table = opened(page, SPY, "tabella.csv", &table());
        assert_eq!(table.said, json!([1]), "{}", page.browser());
        assert_eq!(table.figures["objectives"], json!(60_000));
    }
}
