// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: what the reader read, beside the page, is what the page shows, to the last bit; and bytes that are no
//! answer of it are recognised.

use proptest::prelude::*;
use traguardi::crossing::{Answer, unpack, unpack_rest};
use traguardi::document::{Document, REHEARSALS};
use traguardi::import::ImportError;
use traguardi::locale::Language;
use traguardi::plan::{Correction, Method, StandIn};
use traguardi::prepared::{LARGE, Prepared};
use traguardi::statistics::{Figures, Selection};

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

/// What the reader answers, piece by piece.
#[derive(Clone)]
struct Sent {
    head: Vec<u8>,
    objectives: Vec<u8>,
    ends: Vec<u8>,
    rest: Option<Vec<u8>>,
}

fn sent(answer: Result<Prepared, ImportError>) -> Sent {
    let mut answer = Answer::new(answer);
    let head = answer.head();
    let objectives = std::iter::from_fn(|| answer.part()).flatten().collect();
    let ends = answer.ends();
    Sent { head, objectives, ends, rest: answer.rest() }
}

/// What the page makes of it, but for the rest.
fn opened(sent: Sent) -> Option<Result<Document, ImportError>> {
    let Sent { head, objectives, ends, .. } = sent;
    let prepared = match unpack(head)? {
        Ok(prepared) => prepared,
        Err(error) => return Some(Err(error)),
    };
    let length = objectives.len();
    prepared.with_objectives(Box::new(objectives), length, ends).map(|prepared| Ok(prepared.into()))
}

fn packed(bytes: &[u8], name: &str) -> Sent {
    sent(Prepared::open(bytes, name))
}

/// A plan of which the texts are read last, first without what they say and then with it.
fn in_two_pieces(bytes: &[u8], name: &str) -> Option<(Document, Document)> {
    let sent = sent(Prepared::begin_above(bytes, name, 0));
    let rest = sent.rest.clone();
    let first = opened(sent).expect("an answer").ok()?;
    let rest = unpack_rest(rest.expect("texts are still to be read")).expect("a rest");
    let whole = first.completed(rest).expect("of this plan");
    Some((first, whole))
}

/// Figures without those of dates and findings.
fn without_texts(figures: &Figures) -> Figures {
    Figures { timeline: Vec::new(), by_finding: Vec::new(), ..figures.clone() }
}

/// The first piece says of figures what the whole says, and both together are the document read at once.
fn comes_in_pieces(bytes: &[u8], name: &str) {
    let Ok(read) = Document::open(bytes, name) else {
        assert!(in_two_pieces(bytes, name).is_none());
        return;
    };
    let (first, whole) = in_two_pieces(bytes, name).expect("a plan");
    assert!(read.is_whole && whole.is_whole && !first.is_whole && first.findings.is_empty());
    assert!(first.is_same_version(&whole) && first.is_version_of(&whole));
    assert_eq!(first.achievements, read.achievements);
    assert_eq!((&first.import, &first.plan, first.cases), (&read.import, &read.plan, read.cases));
    assert_eq!(without_texts(&first.whole), without_texts(&read.whole));
    assert!(first.whole.timeline.iter().all(|month| month.key.is_empty()), "no dates but all");
    assert_eq!((&whole.name, whole.cases), (&read.name, read.cases));
    assert_eq!(told(&whole), told(&read));
    // Nor does a change of the plan tell them apart, afterwards.
    let method = Method { stand_in: StandIn::Nothing, ..Method::default() };
    let correction = Correction { n: 1, status: Some("suspended".into()), ..Correction::default() };
    let amended = [&whole, &read].map(|document| {
        document.amended(|plan| {
            plan.method = Some(method);
            plan.corrections.retain(|of| of.n != 1);
            plan.corrections.push(correction.clone());
        })
    });
    assert_eq!(told(&amended[0]), told(&amended[1]));
    assert!(!amended[0].is_same_version(&whole) && amended[0].is_version_of(&whole));
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

/// A plan of all that decides: degrees in a column, in numbers, in words, by indicators, by the staff, and corrections.
fn generated(kinds: &[u8]) -> String {
    let objective = |(at, kind): (usize, &u8)| {
        let (outcome, percent, more) = match kind % 9 {
            0 => ("Obiettivo raggiunto al 80% entro il 30 giugno 2025", "", ""),
            1 => ("Non è stato raggiunto", r#", "percent": 100"#, ""),
            2 => (
                "Completato il 3 gennaio 2026",
                r#", "percent": 62.5"#,
                r#", "deadline": "31 dicembre 2025""#,
            ),
            3 => ("Sospeso", "", ""),
            4 => ("", "", r#", "indicators": [{"text": "Giorni", "expected": "30", "actual": "20"}]"#),
            5 => ("Attività in corso di svolgimento", r#", "staff_percent": 90"#, ""),
            6 => ("", r#", "percent": 0"#, r#", "deadline": "entro marzo 2024", "years": [2024]"#),
            7 => ("Non sono stati svolti gli incontri previsti", r#", "percent": 100"#, r#", "weight": 3"#),
            _ => ("Rinviato al 2026", "", r#", "staff_percent": 100"#),
        };
        format!(
            r#"{{"code": "0{}.02 S", "objective": "Obiettivo {at}", "outcome": "{outcome}", "responsible": "Anna Bianchi"{percent}{more}}}"#,
            1 + at % 4
        )
    };
    let all: Vec<String> = kinds.iter().enumerate().map(objective).collect();
    format!(
        r#"{{"format": "traguardi-plan", "version": 1, "year": 2025, "corrections": [{{"n": 2, "status": "achieved", "note": "x"}}], "objectives": [{}]}}"#,
        all.join(",")
    )
}

/// What is said late of objectives that were read long before: the year, that codes tell the strategic ones, repetitions.
const LATE: &str = r#"{"objectives": [
    {"objective": "Uno", "purpose": "Per tutti", "outcome": "Realizzato il 15 dicembre", "percent": null},
    {"code": "01.02", "objective": "Due", "outcome": "Raggiunto", "colore": "blu"},
    {"code": "01.03 S", "objective": "Tre", "staff_percent": 90},
    {"objective": "Uno", "purpose": "Per tutti", "outcome": "Non raggiunto"},
    {"objective": "Uno", "purpose": "Per pochi"},
    {"objective": "Uno", "purpose": "Per tutti", "mission": "01", "programme": "04.02"},
    {"objective": " ", "mission": "99"}], "year": 2025, "corrections": [{"n": 2, "code": "12.05"}]}"#;

#[test]
fn figures_come_first_and_the_texts_after() {
    comes_in_pieces(EXAMPLE, "piano.json");
    comes_in_pieces(TABLE.as_bytes(), "tabella.txt");
    for text in REHEARSALS {
        comes_in_pieces(text.as_bytes(), "");
    }
    comes_in_pieces(generated(&[0, 1, 2, 3, 4, 5, 6, 7, 8]).as_bytes(), "piano.json");
    comes_in_pieces(LATE.as_bytes(), "piano.json");
    comes_in_pieces(b"{\"a\": 1}", "no plan");
}

#[test]
fn only_large_plans_come_in_two_pieces() {
    let plan = |objectives| generated(&vec![2; objectives]);
    let begun = |text: String| sent(Prepared::begin(text.as_bytes(), "piano.json"));
    assert!(begun(plan(LARGE)).rest.is_none());
    assert!(begun(plan(LARGE + 1)).rest.is_some());
}

#[test]
fn the_rest_of_another_plan_is_not_taken() {
    let rest = sent(Prepared::begin_above(TABLE.as_bytes(), "tabella.txt", 0)).rest.expect("a rest");
    let (first, _) = in_two_pieces(EXAMPLE, "piano.json").expect("a plan");
    assert!(first.completed(unpack_rest(rest).expect("a rest")).is_none());
}

#[test]
fn objectives_that_take_several_parts_cross() {
    let long = "parola ".repeat(9000);
    let objectives: Vec<String> =
        (0..300).map(|n| format!(r#"{{"code": "01.01", "objective": "{n} {long}"}}"#)).collect();
    let text = format!(r#"{{"objectives": [{}]}}"#, objectives.join(","));
    let mut answer = Answer::new(Prepared::open(text.as_bytes(), ""));
    assert!(std::iter::from_fn(|| answer.part()).count() > 3);
    let crossed = opened(packed(text.as_bytes(), "")).expect("an answer").expect("a plan");
    assert!(crossed.plan.objectives[299].objective.starts_with("299 parola"));
    let read = Document::open(text.as_bytes(), "").expect("a plan");
    assert_eq!(crossed.plan, read.plan);
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

    /// Whatever decides how objectives went, and however a file is damaged.
    #[test]
    fn what_is_read_in_two_pieces_is_what_is_read_at_once(
        kinds in prop::collection::vec(any::<u8>(), 1..30),
        table: bool,
        cut in 0.0..1.0_f64,
        at in 0.0..1.0_f64,
        byte: u8,
    ) {
        comes_in_pieces(generated(&kinds).as_bytes(), "piano.json");
        let whole = if table { TABLE.as_bytes() } else { EXAMPLE };
        let part = |share: f64| (whole.len() as f64 * share) as usize;
        let mut bytes = whole[..part(1.0 - cut * cut)].to_vec();
        if let Some(place) = bytes.get_mut(part(at)) {
            *place = byte;
        }
        comes_in_pieces(&bytes, "file");
    }

    #[test]
    fn no_bytes_are_too_strange(bytes: Vec<u8>, other: Vec<u8>) {
        drop(unpack(bytes.clone()));
        drop(unpack_rest(bytes.clone()));
        let Sent { head, .. } = packed(TABLE.as_bytes(), "");
        drop(opened(Sent { head, objectives: bytes, ends: other, rest: None }));
    }

    #[test]
    fn a_part_of_an_answer_is_none(share in 0.0..1.0_f64) {
        let part = |bytes: &[u8]| bytes[..(bytes.len() as f64 * share) as usize].to_vec();
        let sent = sent(Prepared::begin_above(TABLE.as_bytes(), "", 0));
        prop_assert!(unpack(part(&sent.head)).is_none());
        prop_assert!(unpack_rest(part(sent.rest.as_deref().unwrap_or_default())).is_none());
        let objectives = part(&sent.objectives);
        let is_none = opened(Sent { objectives, ..sent.clone() }).is_none();
        prop_assert!(is_none);
        let ends = part(&sent.ends);
        let is_none = opened(Sent { ends, ..sent }).is_none();
        prop_assert!(is_none);
    }
}
