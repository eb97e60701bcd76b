// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: without names is without names, wherever a plan has them and however they are written.
//!
//! The names are written out by hand here, so that what is looked for is not what the cover itself knows.

use traguardi::document::Document;
use traguardi::export::plan_json;
use traguardi::plan::Plan;
use traguardi::share::{self, Content, Level, Outgoing, wire};
use traguardi::statistics::Selection;
use traguardi::text::fold;
use traguardi::view::{View, address};

/// A plan in which names are in every place that a file has for text.
const EVERYWHERE: &str = include_str!("fixtures/names-everywhere.json");

/// All names of the plan, given names too, folded.
const NAMES: [&str; 21] = [
    "novarese",
    "elena",
    "bazzi",
    "ugo",
    "zanetti",
    "dario",
    "lopresti",
    "presti",
    "agata",
    "deluca",
    "luca",
    "anselmi",
    "ginevra",
    "tordera",
    "oreste",
    "piccolruaz",
    "mirta",
    "bellavoine",
    "fidenza",
    "garofalo",
    "raffaella",
];

fn document() -> Document {
    Document::open(EVERYWHERE.as_bytes(), "piano.json").expect("a plan")
}

/// A plan as whoever opens the link has it.
fn sent(document: &Document) -> Plan {
    let data = share::make(&Content::new(document, Level::WithoutNames)).expect("a link");
    match share::open(&data).expect("opens").expect("data").content {
        Content::WithoutNames(plan) => plan,
        other => panic!("{other:?}"),
    }
}

fn of_json(json: &str) -> Document {
    Document::open(json.as_bytes(), "piano.json").expect("a plan")
}

/// An objective of these people with this outcome, as it goes out.
fn outcome(responsible: &str, outcome: &str) -> String {
    let json = serde_json::json!([{"code": "01.02", "objective": "Uno", "responsible": responsible, "outcome": outcome}]);
    sent(&of_json(&json.to_string())).objectives[0].outcome.clone()
}

/// The words of a text, folded, without signs that nobody sees.
fn words(text: &str) -> Vec<String> {
    let text: String = text.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}')).collect();
    fold(&text.replace("\\n", " ").replace('ﬀ', "ff"))
        .split(|c: char| !c.is_alphanumeric())
        .map(str::to_owned)
        .collect()
}

#[test]
fn no_name_of_a_list_made_by_hand_is_anywhere_in_what_is_sent() {
    let document = document();
    let here = words(&document.plan_json());
    for name in NAMES {
        assert!(here.iter().any(|word| word == name), "{name} is in the plan");
    }
    let mut plan = sent(&document);
    // A given name alone in the name of a municipality is a saint's.
    assert_eq!(plan.header.body.take().as_deref(), Some("Comune di Sant'Elena a Mare"));
    let there = words(&plan_json::write(&plan));
    for name in NAMES {
        assert!(!there.iter().any(|word| word == name), "{name}: {}", plan_json::write(&plan));
    }
    let bytes = wire::encode(&Content::WithoutNames(plan));
    let there = fold(&String::from_utf8_lossy(&bytes));
    for name in NAMES.iter().filter(|name| name.len() > 4) {
        assert!(!there.contains(name), "{name}");
    }
}

#[test]
fn what_is_no_name_goes_out_as_it_is() {
    let plan = sent(&document());
    let said = plan_json::write(&plan);
    for kept in [
        "Comune di Sant'Elena a Mare",
        "Ufficio Tributi",
        "aree verdi",
        "Piazza Giuseppe Garibaldi",
        "Istituto comprensivo Maria Montessori",
        "@comune.example.org",
    ] {
        assert!(said.contains(kept), "{kept}: {said}");
    }
}

#[test]
fn a_search_that_says_part_of_a_name_stays_here() {
    let document = document();
    for search in ["bazz", "ugo", "elena", "NOVAR", "novarese", "anselm", "lopr"] {
        let selection = Selection { search: search.into(), ..Selection::default() };
        let view = address::write_in_plan(&View { selection, ..View::default() }, &document);
        let sent = Outgoing::new(&document, Level::WithoutNames, &view).expect("a link");
        assert!(!fold(&sent.view).contains(&fold(search)), "{search}: {}", sent.view);
        let mut plan = document.import.plan.clone();
        plan.views = vec![traguardi::plan::SavedView { name: "Mia".into(), view }];
        let there = share::level::without_names(&plan, &[]);
        assert!(!fold(&there.views[0].view).contains(&fold(search)), "{}", there.views[0].view);
    }
    let selection = Selection { search: "scuola".into(), ..Selection::default() };
    let view = address::write_in_plan(&View { selection, ..View::default() }, &document);
    let sent = Outgoing::new(&document, Level::WithoutNames, &view).expect("a link");
    assert_eq!(sent.view, "view=1&search=scuola");
}

#[test]
fn an_address_of_mail_hides_nobody() {
    for (cell, text) in [
        ("Elena Novarese (elena.novarese@comune.it)", "Lo dice Elena Novarese"),
        ("Elena Novarese <info@comune.it>", "Lo dice la novarese"),
        ("Novarese e.novarese@comune.it", "Lo dice Novarese"),
        ("e.novarese@comune.it", "Lo dice Elena Novarese"),
    ] {
        let json =
            serde_json::json!([{"code": "01.02", "objective": "Uno", "responsible": cell, "outcome": text}]);
        let plan = sent(&of_json(&json.to_string()));
        let said = words(&plan_json::write(&plan));
        assert!(!said.iter().any(|word| matches!(word.as_str(), "elena" | "novarese")), "{cell}: {said:?}");
        assert!(plan.objectives[0].outcome.ends_with("Responsabile A"), "{}", plan.objectives[0].outcome);
    }
    let json = r#"[{"code": "01.02", "objective": "I tributi", "responsible": "Ufficio Tributi (tributi@comune.it)", "outcome": "Riscossi i tributi"}]"#;
    assert_eq!(sent(&of_json(json)).objectives[0].outcome, "Riscossi i tributi");
}

#[test]
fn a_full_name_where_a_cell_has_less_is_one_name() {
    for (cell, text, covered) in [
        ("E. Novarese", "Elena Novarese ha firmato", "Responsabile A ha firmato"),
        ("Novarese", "per Elena Maria Novarese e altri", "per Responsabile A e altri"),
        ("Elena Novarese", "Elena Maria Novarese, Novarese Elena Maria", "Responsabile A, Responsabile A"),
        ("Novarese", "NOVARESE ELENA", "Responsabile A"),
        ("Novarese", "con elena novarese", "con Responsabile A"),
        ("Elena Novarese", "con Mario Novarese", "con [omissis]"),
        ("E. Novarese", "con Mario Novarese", "con [omissis]"),
        ("Novarese, Bazzi", "Novarese, Ugo Bazzi", "Responsabile A, Responsabile B"),
        ("Novarese, Bazzi", "Novarese Ugo Bazzi", "Responsabile A Responsabile B"),
        ("Novarese", "Novarese. Franca la risposta", "Responsabile A. Franca la risposta"),
    ] {
        assert_eq!(outcome(cell, text), covered, "{cell}");
    }
}

#[test]
fn surnames_of_several_words_are_themselves_in_one() {
    for (a, b) in [
        ("D'Angelo", "Dangelo"),
        ("De Luca", "Deluca"),
        ("De Luca", "DeLuca"),
        ("Lo Presti", "Lopresti"),
        ("De La Cruz", "Delacruz"),
    ] {
        for (cell, text) in [(a, b), (b, a)] {
            for text in [format!("con Anna {text}"), format!("con {text}"), format!("con A. {text}")] {
                assert_eq!(outcome(&format!("Anna {cell}"), &text), "con Responsabile A", "{cell}: {text}");
            }
        }
    }
    assert_eq!(outcome("Anna Presti", "lo presti a Ugo"), "lo Responsabile A a Ugo");
}

#[test]
fn names_with_signs_that_nobody_sees_are_names() {
    for text in ["Nova\u{ad}rese", "NOVA\u{200b}RESE", "\u{feff}Nova\u{2060}rese", "Nova\u{fe0f}rese"] {
        assert_eq!(
            fold(outcome("Elena Novarese", text).trim_start_matches('\u{feff}')),
            "responsabile a",
            "{text:?}"
        );
    }
    assert_eq!(outcome("Anna Garofi", "con garoﬁ"), "con Responsabile A");
}

#[test]
fn names_after_an_escape_of_json_are_names() {
    let json = r#"[{"code": "01.02", "objective": "Uno", "responsible": "Ugo Bazzi", "outcome": "Fatto",
        "Fonti": ["Referente:\nBazzi", "\tBazzi", {"Ugo\u0020B\u0061zzi": 1}]}]"#;
    let plan = sent(&of_json(json));
    let kept = plan.objectives[0].kept[0].value.as_str();
    let value: serde_json::Value = serde_json::from_str(kept).expect("JSON still");
    assert_eq!(
        value,
        serde_json::json!(["Referente:\nResponsabile A", "\tResponsabile A", {"Responsabile A": 1}])
    );
}
