// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: a plan in JSON, written by hand or by a program, in English or Italian keys, opens whole; what has no
//! field is kept and reported with its place.

use traguardi::import::{self, DiagnosticKind, Field, Format, Import, Severity};
use traguardi::plan::{DocumentKind, DocumentState, KeptValue, LowerBound, Place, StandIn, Year};

const EXAMPLE: &str = include_str!("fixtures/comune-di-valdarco-2025.json");

fn read(text: &str) -> Import {
    import::read(text.as_bytes(), "plan.json").unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// The diagnostics as their stable names with line and column.
fn reported(import: &Import) -> Vec<(&'static str, u32, u32)> {
    let place = |place: Option<Place>| place.map_or((0, 0), |place| (place.line, place.column));
    let all = import.diagnostics.iter().map(|d| (d.kind.code(), place(d.place)));
    all.map(|(code, (line, column))| (code, line, column)).collect()
}

#[test]
fn the_example_is_read_without_a_remark_and_written_back_as_it_is() {
    let import = read(EXAMPLE);
    assert_eq!(import.diagnostics, []);
    assert_eq!(import.format, Format::PlanJson);
    assert_eq!(import.plan.objectives.len(), 36);
    assert_eq!((import.tally.rows, import.tally.rows_read), (36, 36));
    assert_eq!(import.tally.cells, import.tally.cells_read);
    assert_eq!(traguardi::export::plan_json::write(&import.plan), EXAMPLE);

    let plan = import.plan;
    assert_eq!(plan.header.body.as_deref(), Some("Comune di Valdarco"));
    assert_eq!(plan.header.year, Year::new(2025));
    assert_eq!(plan.header.kind, Some(DocumentKind::PerformanceReport));
    assert_eq!(plan.header.state, Some(DocumentState::Approved));
    let second = &plan.objectives[1];
    assert_eq!(second.code_as_written, "01.02 S");
    assert_eq!(second.strategic, Some(true));
    assert_eq!(second.place.map(|p| p.column), Some(5));
    assert_eq!(second.responsible.names[0].as_ref(), "Ilaria Benassi");
    assert_eq!(second.indicators[1].actual, "11 giorni");
    assert_eq!(second.degree.map(|p| p.value()), Some(100.0));
    assert_eq!(second.planned, Some(vec![Year::new(2025).unwrap(), Year::new(2026).unwrap()]));
}

#[test]
fn a_bare_list_and_italian_keys_are_a_plan_too() {
    let import = read(
        r#"[{ "Missione": "Missione 14 - Sviluppo economico e competitività", "PROGRAMMA": "14.02 Commercio",
              "strategico": "sì", "Obiettivo operativo": "Riaprire il mercato", "Finalità": "Dare vita alla piazza",
              "responsabile": "Anna Rossi e Luca Bianchi", "Personale di supporto": ["Ugo Verdi", "Tutti gli uffici"],
              "settore": "Commercio", "2025": "x", "2026": "", "indicatore": "Banchi", "target": "18", "realizzato": 14,
              "grado_di_realizzazione": "Parzialmente raggiunto", "percentuale": "98,5 %",
              "percentuale_personale": "100", "peso": "1,4", "scadenza": "1 ottobre" }]"#,
    );
    assert_eq!(reported(&import), []);
    let objective = &import.plan.objectives[0];
    let mission = objective.mission.as_ref().expect("a mission");
    assert_eq!(mission.code.map(|c| c.number()), Some(14));
    assert_eq!(mission.name.as_deref(), Some("Sviluppo economico e competitività"));
    let programme = objective.programme.as_ref().expect("a programme");
    assert_eq!((programme.key().as_str(), programme.name.as_deref()), ("14.02", Some("Commercio")));
    assert_eq!(objective.strategic, Some(true));
    assert_eq!(objective.responsible.cell, "Anna Rossi e Luca Bianchi");
    assert_eq!(objective.responsible.names.len(), 2);
    assert_eq!((objective.support.cell.as_str(), objective.support.names.len()), ("", 2));
    assert_eq!(objective.planned, Some(vec![Year::new(2025).unwrap()]));
    let indicator = &objective.indicators[0];
    assert_eq!(
        (indicator.text.as_str(), indicator.expected.as_str(), indicator.actual.as_str()),
        ("Banchi", "18", "14")
    );
    assert_eq!(objective.outcome, "Parzialmente raggiunto");
    assert_eq!(objective.degree.map(|p| p.value()), Some(98.5));
    assert_eq!(objective.staff_percent.map(|p| p.value()), Some(100.0));
    assert_eq!(objective.weight.map(|w| w.value()), Some(1.4));
    assert_eq!(objective.deadline, "1 ottobre");
    assert_eq!(objective.kept, []);
}

#[test]
fn the_header_is_read_in_either_language() {
    let plan = read(
        r#"{ "titolo": "PEG", "ente": "Comune di Valdarco", "anno": "2025", "tipo": "Piano esecutivo di gestione",
             "stato": "bozza", "metodo": { "achieved_from": "90%", "partly_from": 60, "stand_in": "nothing" },
             "obiettivi": [{ "obiettivo": "Uno" }] }"#,
    )
    .plan;
    assert_eq!(plan.header.title.as_deref(), Some("PEG"));
    assert_eq!(plan.header.year, Year::new(2025));
    assert_eq!(plan.header.kind, Some(DocumentKind::Peg));
    assert_eq!(plan.header.state, Some(DocumentState::Draft));
    let method = plan.method.expect("a method");
    assert_eq!(method.bands.achieved_from().value(), 90.0);
    assert!(matches!(method.bands.partly(), LowerBound::From(bound) if bound.value() == 60.0));
    assert_eq!(method.stand_in, StandIn::Nothing);
}

#[test]
fn codes_say_mission_programme_and_strategic() {
    let import = read(
        r#"[{"codice": "01.02 S", "obiettivo": "a"}, {"codice": "12.9", "obiettivo": "b"},
            {"codice": "AG7/D", "obiettivo": "c"}, {"codice": 4.10, "obiettivo": "d"}]"#,
    );
    let shown: Vec<_> = import
        .plan
        .objectives
        .iter()
        .map(|o| {
            let mission = o.mission.as_ref().map(|m| m.key()).unwrap_or_default();
            let programme = o.programme.as_ref().map(|p| p.key()).unwrap_or_default();
            (o.code_as_written.as_str(), mission, programme, o.strategic)
        })
        .collect();
    let text = |text: &str| text.to_owned();
    assert_eq!(
        shown,
        [
            ("01.02 S", text("01"), text("01.02"), Some(true)),
            ("12.9", text("12"), text("12.09"), Some(false)),
            ("AG7/D", text(""), text(""), None),
            ("4.10", text("04"), text("04.10"), Some(false)),
        ]
    );
    assert_eq!(
        reported(&import),
        [("code-read-as", 1, 54), ("code-not-official", 2, 52), ("code-read-as", 2, 63)]
    );
}

#[test]
fn without_an_s_anywhere_nothing_is_said_of_strategic() {
    let plan = read(r#"[{"code": "01.02", "objective": "a"}, {"code": "01.03", "objective": "b"}]"#).plan;
    assert!(plan.objectives.iter().all(|objective| objective.strategic.is_none()));
}

#[test]
fn unknown_keys_are_kept_and_reported_once_each() {
    let import = read(
        "{\"ufficio protocollo\": 7,\n \"objectives\": [\n  {\"id\": 1, \"objective\": \"a\"},\n  \
         {\"id\": 2, \"objective\": \"b\", \"note\": {\"perché\": [1.50, null]}}]}",
    );
    assert_eq!(
        import.diagnostics.iter().map(|d| d.kind.clone()).collect::<Vec<_>>(),
        [
            DiagnosticKind::UnknownKey { name: "ufficio protocollo".into(), count: 1 },
            DiagnosticKind::UnknownKey { name: "id".into(), count: 2 },
            DiagnosticKind::UnknownKey { name: "note".into(), count: 1 },
        ]
    );
    assert_eq!(reported(&import), [("unknown-key", 1, 24), ("unknown-key", 3, 10), ("unknown-key", 4, 39)]);
    let kept = &import.plan.objectives[1].kept;
    assert_eq!(kept[0].value, KeptValue::Json("2".into()));
    assert_eq!(kept[1].value, KeptValue::Json("{\"perché\": [1.50, null]}".into()));
    assert_eq!(import.plan.kept[0].name, "ufficio protocollo");
}

#[test]
fn a_value_that_cannot_be_read_is_kept_and_reported_with_its_place() {
    let import = read(
        r#"[
  {"objective": "a", "percent": "250%", "weight": 0},
  {"objective": "b", "percent": -5, "staff_percent": "circa 80"},
  {"objective": "c", "percent": "n.d.", "years": [2025, "presto"]},
  {"objective": "d", "percent": true, "responsible": [7, "Anna Rossi"], "strategic": "forse"},
  {"objective": {"it": "e"}, "percent": null}
]"#,
    );
    let expected = [
        ("value-not-read", 2, 33),
        ("value-not-read", 2, 51),
        ("value-not-read", 3, 33),
        ("value-not-read", 3, 54),
        ("value-states-nothing", 4, 33),
        ("value-not-read", 4, 57),
        ("value-not-read", 5, 33),
        ("value-not-read", 5, 55),
        ("value-not-read", 5, 86),
        ("objective-without-text", 6, 3),
        ("value-not-read", 6, 17),
    ];
    assert_eq!(reported(&import), expected);
    assert!(import.plan.objectives.iter().all(|o| o.degree.is_none() && o.staff_percent.is_none()));
    let first = &import.plan.objectives[0].kept;
    assert_eq!((first[0].name.as_str(), first[0].value.as_str()), ("percent", "250%"));
    assert_eq!((first[1].name.as_str(), first[1].value.as_str()), ("weight", "0"));
    assert!(matches!(
        &import.diagnostics[0].kind,
        DiagnosticKind::ValueNotRead { field: Field::Degree, written } if written == "250%"
    ));
    assert_eq!(import.plan.objectives[2].planned, Some(vec![Year::new(2025).unwrap()]));
    assert_eq!(import.plan.objectives[3].responsible.names.len(), 1);
}

#[test]
fn the_first_of_two_values_counts_and_the_other_is_kept() {
    let import = read(r#"[{"objective": "a", "percent": 50, "grado": 70, "percent": 80}]"#);
    let objective = &import.plan.objectives[0];
    assert_eq!(objective.degree.map(|p| p.value()), Some(50.0));
    assert_eq!(objective.kept.iter().map(|k| k.value.as_str()).collect::<Vec<_>>(), ["70", "80"]);
    assert_eq!(reported(&import), [("duplicate-key", 1, 45), ("duplicate-key", 1, 60)]);
    assert!(import.diagnostics.iter().all(|d| d.kind.severity() == Severity::Left));
}

#[test]
fn what_is_no_record_in_the_list_is_kept_apart() {
    let import = read("[7, {\"objective\": \"a\"},\n \"testo\", [1], {\"objective\": \"b\"}]");
    assert_eq!(import.plan.objectives.len(), 2);
    assert_eq!((import.tally.rows, import.tally.rows_read), (5, 2));
    assert_eq!(reported(&import), [("not-a-record", 1, 2), ("not-a-record", 2, 2), ("not-a-record", 2, 11)]);
    let kept: Vec<_> = import.plan.kept.iter().map(|k| (k.name.as_str(), k.value.as_str())).collect();
    assert_eq!(kept, [("objectives[1]", "7"), ("objectives[3]", "testo"), ("objectives[4]", "[1]")]);
}

#[test]
fn indicators_come_as_text_list_or_records() {
    let indicators = |json: &str| {
        let import = read(&format!(r#"[{{"objective": "a", {json}}}]"#));
        let plan = import.plan;
        plan.objectives[0]
            .indicators
            .iter()
            .map(|i| format!("{}|{}|{}", i.text, i.expected, i.actual))
            .collect::<Vec<_>>()
    };
    assert_eq!(indicators(r#""indicator": "Giorni""#), ["Giorni||"]);
    assert_eq!(indicators(r#""indicatori": ["Giorni", "Atti"]"#), ["Giorni||", "Atti||"]);
    assert_eq!(
        indicators(r#""indicatori": [{"indicatore": "Giorni", "atteso": 30, "consuntivo": "27"}, "Atti"]"#),
        ["Giorni|30|27", "Atti||"]
    );
    assert_eq!(indicators(r#""indicator": {"text": "Giorni", "expected": "30"}"#), ["Giorni|30|"]);
    assert_eq!(indicators(r#""target": "30""#), ["|30|"]);
    assert_eq!(indicators(r#""indicators": ["Giorni", "Atti"], "target": "30""#), ["Giorni||", "Atti||"]);
}

#[test]
fn a_mission_by_name_gets_its_code_and_a_remark() {
    let import =
        read(r#"[{"mission": "Turismo", "objective": "a"}, {"mission": "Cose varie", "objective": "b"}]"#);
    let keys: Vec<_> =
        import.plan.objectives.iter().filter_map(|o| Some(o.mission.as_ref()?.key())).collect();
    assert_eq!(keys, ["07", "Cose varie"]);
    assert_eq!(reported(&import), [("mission-from-name", 1, 14)]);
}

#[test]
fn a_programme_of_another_mission_is_reported_and_both_stay() {
    let import = read(r#"[{"mission": "04", "programme": "01.03 Economato", "objective": "a"}]"#);
    assert_eq!(reported(&import), [("code-unlike-mission", 1, 2)]);
    let objective = &import.plan.objectives[0];
    assert_eq!(objective.mission.as_ref().map(|m| m.key()), Some("04".into()));
    assert_eq!(objective.programme.as_ref().map(|p| p.key()), Some("01.03".into()));
}

#[test]
fn a_format_of_somebody_else_with_objectives_is_read_all_the_same() {
    let import = read(r#"{"format": "gestionale", "version": 7, "objectives": [{"objective": "a"}]}"#);
    assert_eq!(reported(&import), [("other-format", 1, 12), ("unknown-key", 1, 37)]);
    assert_eq!(import.plan.kept.len(), 2);
}

#[test]
fn every_diagnostic_has_words_in_both_languages() {
    use traguardi::locale::Language::{English, Italian};
    use traguardi::locale::diagnostics::diagnostic;
    let import = read(
        r#"{"format": "x", "objectives": [7, {"code": "12.9", "mission": "Turismo", "id": 1, "id": 2, "percent": "tanto",
            "staff_percent": "n.d.", "purpose": "\ud800", "deadline": "\u200f", "weight": 1, "peso": 2}, {"code": "77.01", "objective": "b"}, {"code": "A", "objective": "a"}, {"code": "A", "objective": "a"}]}"#,
    );
    let mut codes: Vec<_> = import.diagnostics.iter().map(|d| d.kind.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), 15, "{codes:?}");
    for found in &import.diagnostics {
        let (it, en) = (diagnostic(&found.kind, Italian), diagnostic(&found.kind, English));
        assert!(it.len() > 20 && en.len() > 20 && it != en, "{it} / {en}");
    }
}

#[test]
fn an_outcome_that_is_a_number_and_no_degree_is_reported() {
    let import = read(
        r#"[{"objective": "a", "outcome": "250%"}, {"objective": "b", "esito": "circa 80"}, {"objective": "c", "esito": "80"},
            {"objective": "d", "esito": "-5", "percent": 80}, {"objective": "e", "esito": "3 incontri"}]"#,
    );
    assert_eq!(reported(&import), [("value-not-read", 1, 32), ("value-not-read", 1, 69)]);
    assert_eq!(import.plan.objectives[0].outcome, "250%");
}

#[test]
fn a_value_that_states_nothing_does_not_override_the_code() {
    let import = read(
        r#"[{"codice": "01.02 S", "missione": "", "programma": "", "strategic": "", "obiettivo": "a"},
            {"codice": "01.03", "missione": "n.d.", "programma": "-", "strategico": "n.d.", "obiettivo": "b"},
            {"codice": "01.04", "missione": {}, "programma": {}, "strategico": null, "obiettivo": "c"},
            {"missione": "", "mission": "04", "obiettivo": "d"}]"#,
    );
    let shown: Vec<_> = import
        .plan
        .objectives
        .iter()
        .map(|o| {
            let mission = o.mission.as_ref().map(|mission| mission.key()).unwrap_or_default();
            let programme = o.programme.as_ref().map(|programme| programme.key()).unwrap_or_default();
            (mission, programme, o.strategic)
        })
        .collect();
    let text = |text: &str| text.to_owned();
    assert_eq!(
        shown,
        [
            (text("01"), text("01.02"), Some(true)),
            (text("01"), text("01.03"), Some(false)),
            (text(""), text(""), None),
            (text("04"), text(""), None),
        ]
    );
    let nothing = "value-states-nothing";
    assert_eq!(reported(&import), [(nothing, 2, 45), (nothing, 2, 66), (nothing, 2, 85)]);
    let kept = &import.plan.objectives[1].kept;
    assert_eq!(
        kept.iter().map(|k| (k.name.as_str(), k.value.as_str())).collect::<Vec<_>>(),
        [("missione", "n.d."), ("programma", "-"), ("strategico", "n.d.")]
    );
}

#[test]
fn names_in_a_list_are_those_in_a_cell() {
    let import = read(
        r#"[{"objective": "a", "responsible": ["Anna Rossi ", "\u00a0Ugo Verdi", " "], "support": "N. A., n.a., A. Bianchi, n.r."},
            {"objective": "b", "responsible": "Anna Rossi", "support": {"cell": "A, B", "names": [" A", "B"]}}]"#,
    );
    let names =
        |people: &traguardi::plan::People| people.names.iter().map(|n| n.to_string()).collect::<Vec<_>>();
    let [first, second] = &*import.plan.objectives else { panic!("two objectives") };
    assert_eq!(names(&first.responsible), ["Anna Rossi", "Ugo Verdi"]);
    assert_eq!(names(&first.support), ["N. A.", "A. Bianchi"]);
    assert_eq!(
        (names(&second.responsible), names(&second.support)),
        (vec!["Anna Rossi".into()], vec!["A".into(), "B".into()])
    );
    assert_eq!(reported(&import), []);
}

#[test]
fn a_key_that_is_no_text_does_not_cost_the_file() {
    let import = read(r#"{"\ud83d nota": 1, "objectives": [{"objective": "a", "met\u00e0\ud800": "b"}]}"#);
    assert_eq!(
        reported(&import),
        [("undecodable", 1, 17), ("unknown-key", 1, 17), ("undecodable", 1, 73), ("unknown-key", 1, 73)]
    );
    let kept = &import.plan.objectives[0].kept[0];
    assert_eq!((kept.name.as_str(), kept.value.as_str()), ("metà\u{fffd}", "b"));
}

#[test]
fn the_weight_of_an_indicator_is_a_number_nothing_or_kept() {
    let import = read(
        r#"[{"objective": "a", "indicators": [{"text": "uno", "weight": null}, {"text": "due", "weight": "n.d."},
            {"text": "tre", "weight": 2, "peso": 3}, {"text": "quattro", "weight": "molto"}]}]"#,
    );
    let objective = &import.plan.objectives[0];
    let weights: Vec<_> =
        objective.indicators.iter().map(|one| one.weight.map(|weight| weight.value())).collect();
    assert_eq!(weights, [None, None, Some(2.0), None]);
    let codes: Vec<_> = import.diagnostics.iter().map(|diagnostic| diagnostic.kind.code()).collect();
    assert_eq!(codes.iter().filter(|code| **code == "value-states-nothing").count(), 1, "{codes:?}");
    assert_eq!(codes.iter().filter(|code| **code == "duplicate-key").count(), 1, "{codes:?}");
    assert_eq!(codes.iter().filter(|code| **code == "value-not-read").count(), 1, "{codes:?}");
    assert!(!codes.contains(&"unknown-key"), "{codes:?}");
    assert_eq!(objective.kept.len(), 3);
}
