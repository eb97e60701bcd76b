// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: what the reader read, beside the page, is what the page shows, to the last bit; and bytes that are no
//! answer of it are recognised.

use proptest::prelude::*;
use traguardi::crossing::{pack, unpack};
use traguardi::document::{Document, Prepared, REHEARSALS};
use traguardi::import::ImportError;
use traguardi::locale::Language;
use traguardi::statistics::Selection;

const EXAMPLE: &[u8] = include_bytes!("fixtures/comune-di-valdarco-2025.json");

/// A table with what is doubtful in tables: other widths, a total, a legend, codes from above, a value that is not read.
const TABLE: &str = "Relazione 2021\nLegenda: S = strategico\n01 Servizi istituzionali\n\
    Codice\tObiettivo\tResponsabile\tIndicatore\tAtteso\tRealizzato\tEsito\t%\t2021\t2022\tColore\n\
    01.02 S\tRispondere\tAnna Bianchi, Ugo Verdi\tGiorni\t30\t25\tRaggiunto al 90%\t250%\tX\t\tblu\n\
    \tRiordinare\tUgo Verdi\t\t\t\tNon raggiunto entro il 15 dicembre 2021\t\tX\tX\n\
    12.9\tTre\tBianchi A.\tentro ottobre 2021\t\tsì\tCompletato il 3 gennaio 2022\t50\t\t\tverde\tin più\n\
    Totale\t\t\t\t\t\t\t90\n";

/// Everything that a document is and shows.
fn told(document: &Document) -> impl PartialEq + std::fmt::Debug {
    let people = &document.people;
    let names = people.members().iter().map(|member| {
        let at = people.find(&member.name).expect("a member");
        (member.clone().name, member.kind, member.mentions, people.identity(at), people.supports(at))
    });
    let held = document.plan.objectives.iter().flat_map(|objective| {
        let names = objective.responsible.names.iter().chain(&objective.support.names);
        names.map(|name| people.of_name(name).to_vec()).collect::<Vec<_>>()
    });
    let rows: Vec<u32> = (0..document.table.len() as u32).collect();
    let reading = (document.import.clone(), document.plan.clone(), document.readings.clone());
    let figures = (document.whole.clone(), document.table.support(&rows), document.set_aside.clone());
    let exports = [
        document.figures_json(&Selection::default()),
        document.figures_json(&Selection { search: "verdi".into(), ..Selection::default() }),
        document.objectives_json(),
        document.findings_json(Language::Italian),
        document.people_json(),
        document.plan_json(),
    ];
    let names: Vec<_> = names.collect();
    (reading, document.achievements.clone(), (names, held.collect::<Vec<_>>()), figures, exports)
}

/// What the reader answers.
fn packed(bytes: &[u8], name: &str) -> Vec<u8> {
    pack(&Prepared::open(bytes, name), 0)
}

/// What the page makes of it.
fn opened(bytes: Vec<u8>) -> Option<Result<Document, ImportError>> {
    unpack(bytes).map(|answer| answer.map(Document::from))
}

fn crosses(bytes: &[u8], name: &str) -> Result<Document, ImportError> {
    let read = Document::open(bytes, name);
    match (&read, opened(packed(bytes, name)).expect("an answer")) {
        (Ok(read), Ok(crossed)) => {
            assert_eq!((&crossed.name, crossed.cases), (&read.name, read.cases));
            assert_eq!(told(&crossed), told(read));
        }
        (Err(read), Err(crossed)) => assert_eq!(&crossed, read),
        (read, crossed) => panic!("{read:?} became {crossed:?}"),
    }
    read
}

#[test]
fn plans_and_errors_cross() {
    for text in REHEARSALS {
        assert_eq!(crosses(text.as_bytes(), "").expect("a plan").readings.len(), 2);
    }
    assert_eq!(crosses(EXAMPLE, "piano.json").expect("a plan").import.diagnostics.len(), 0);
    let read = crosses(TABLE.as_bytes(), "tabella.txt").expect("a plan");
    assert!(read.import.diagnostics.len() > 5, "{:?}", read.import.diagnostics);
    for bytes in [&b""[..], b"%PDF-1.7\n", b"<!doctype html>", b"[{\"a\": ", b"a\tb\nc\td"] {
        crosses(bytes, "file").expect_err("no plan");
    }
}

#[test]
fn a_name_is_held_once() {
    let answer = opened(packed(REHEARSALS[0].as_bytes(), ""));
    let read = answer.expect("an answer").expect("a plan");
    let [first, second] = &*read.import.plan.objectives else { panic!("two objectives") };
    assert!(std::sync::Arc::ptr_eq(&first.responsible.names[1], &second.responsible.names[0]));
}

#[test]
fn objectives_become_values_when_they_are_looked_at() {
    let answer = opened(packed(EXAMPLE, "piano.json"));
    let document = answer.expect("an answer").expect("a plan");
    let objectives = &document.plan.objectives;
    assert!(objectives.len() > 2 && objectives.get(objectives.len()).is_none());
    let second = objectives[1].clone();
    assert!(!objectives.is_whole(), "one was looked at");
    assert_eq!(objectives.get(1), Some(&second));
    assert!(objectives.contains(&second));
    assert!(objectives.is_whole(), "all were");
    // A change of the plan leaves the open one as it is, and needs no objective.
    let answer = opened(packed(EXAMPLE, "piano.json"));
    let document = answer.expect("an answer").expect("a plan");
    let mut plan = document.plan.clone();
    plan.objectives_mut()[1].objective = "Altro".into();
    assert_eq!((&document.plan.objectives[1], &*plan.objectives[1].objective), (&second, "Altro"));
}

proptest! {
    /// Whatever becomes of a file on its way: cut, and with bytes of another.
    #[test]
    fn broken_files_cross(table: bool, cut in 0.0..1.0_f64, at in 0.0..1.0_f64, byte: u8) {
        let whole = if table { TABLE.as_bytes() } else { EXAMPLE };
        let part = |share: f64| (whole.len() as f64 * share) as usize;
        let mut bytes = whole[..part(1.0 - cut * cut)].to_vec();
        if let Some(place) = bytes.get_mut(part(at)) {
            *place = byte;
        }
        drop(crosses(&bytes, "file"));
    }

    #[test]
    fn no_bytes_are_too_strange(bytes: Vec<u8>) {
        drop(unpack(bytes));
    }

    #[test]
    fn a_part_of_an_answer_is_none(share in 0.0..1.0_f64) {
        let bytes = packed(TABLE.as_bytes(), "");
        let part = &bytes[..(bytes.len() as f64 * share) as usize];
        prop_assert!(unpack(part.to_vec()).is_none());
    }
}
