// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: what is made at the desk, of a document that was sent there as bytes, is what the document itself makes,
//! byte for byte; and bytes that ask for nothing are recognised.

use proptest::prelude::*;
use traguardi::crossing::{Answer, unpack, unpack_rest};
use traguardi::desk::{Order, Task, answer, outcome, practise, serve, value};
use traguardi::document::Document;
use traguardi::export::{FileKind, Origin, plan_json};
use traguardi::listing::{Column, Sort, order};
use traguardi::locale::Language;
use traguardi::plan::*;
use traguardi::prepared::Prepared;
use traguardi::share::qr::Qr;
use traguardi::share::{Content, Level, Outgoing, TooMuch, make};
use traguardi::statistics::{Dimension, Field, Filter, Selection};
use traguardi::view::{View, address};

const EXAMPLE: &[u8] = include_bytes!("fixtures/comune-di-valdarco-2025.json");
const TABLE: &str = "Relazione 2021\n01 Servizi istituzionali\n\
    Codice\tObiettivo\tResponsabile\tIndicatore\tAtteso\tRealizzato\tEsito\t%\t2021\t2022\tColore\n\
    01.02 S\tRispondere\tAnna Bianchi, Ugo Verdi\tGiorni\t30\t25\tRaggiunto al 90%\t250%\tX\t\tblu\n\
    \tRiordinare\tUgo Verdi\t\t\t\tNon raggiunto entro il 15 dicembre 2021\t\tX\tX\n\
    12.9\tTre\tBianchi A.\tentro ottobre 2021\t\tsì\tCompletato il 3 gennaio 2022\t50\t\t\tverde\tin più\n";

/// Every file, the link, the file and perhaps the reports of one level, and a code.
fn tasks(kind: u8) -> impl Iterator<Item = Task> {
    let level = Level::ALL[usize::from(kind) % Level::ALL.len()];
    let sent = [Task::Link(level), Task::Sent(level), Task::Qr];
    // Each is the whole plan in words once more: not of every plan there is.
    let reports = [Task::ReportHtml(level), Task::Report(level)];
    Task::FILES.into_iter().chain(sent).chain(reports.into_iter().filter(move |_| kind < 32))
}

/// Where an order looks: `kind` says at what.
fn looked_at(kind: u8) -> (Selection, Option<Field>, Vec<Sort>) {
    let filters: &[(Dimension, &str)] = match kind % 5 {
        0 => &[],
        1 => &[(Dimension::Mission, "01")],
        2 => &[(Dimension::Status, "achieved"), (Dimension::Mission, "02")],
        3 => &[(Dimension::Person, "Anna Bianchi")],
        _ => &[(Dimension::Degree, "[50,100]")],
    };
    let mut selection = Selection {
        filters: filters.iter().map(|(dimension, key)| Filter::new(*dimension, *key)).collect(),
        search: if kind.is_multiple_of(3) { " obiettivo  ".into() } else { String::new() },
        ..Selection::default()
    };
    if kind % 7 == 1 {
        selection.turn(Dimension::Mission);
    }
    let field = kind.is_multiple_of(2).then_some(Field::Objective);
    let sort = match kind % 4 {
        0 => Vec::new(),
        of => vec![
            Sort { column: Column::Degree, descending: of == 2 },
            Sort { column: Column::Objective, descending: of == 3 },
        ],
    };
    (selection, field, sort)
}

/// What the page asks for.
fn order_of(document: &Document, task: Task, kind: u8) -> Order {
    let (selection, field, sort) = looked_at(kind);
    let hits = document.search_in(selection.search.trim(), field);
    let mut rows = document.rows(&selection, &hits);
    order::sort(&mut rows, &sort, document);
    let language = if kind.is_multiple_of(2) { Language::Italian } else { Language::English };
    let looked_at = View { selection: selection.clone(), ..View::default() };
    let view = address::write_in_plan(&looked_at, document);
    let text = "https://comune.example.org/#1.p.AAAA.BBBBBB".into();
    let fonts = Vec::new();
    Order { task, selection, field, rows, language, day: "2026-11-27".into(), view, text, fonts }
}

/// What the document itself makes, as the page once had it made.
fn made_without_a_desk(document: &Document, order: &Order) -> Result<Vec<u8>, TooMuch> {
    let Order { task, selection, field, rows, language, day, view, text, fonts } = order;
    let text = match task {
        Task::Qr => return Ok(borsh::to_vec(&Qr::new(text)).expect("bytes")),
        Task::Link(level) => {
            return Outgoing::new(document, *level, view).map(|sent| borsh::to_vec(&sent).expect("bytes"));
        }
        Task::Sent(level) => match Content::new(document, *level).plan() {
            Some(plan) => {
                let content = Content::new(document, *level);
                plan_json::write_looked_at(plan, &content.view(document, view))
            }
            None => make(&Content::new(document, *level))?,
        },
        Task::FiguresJson => document.figures_json_in(selection, *field),
        Task::FiguresCsv => document.figures_csv(selection, *field),
        Task::ObjectivesCsv => document.objectives_csv(rows),
        Task::SelectionJson => {
            let figures = document.figures(selection, &document.search_in(selection.search.trim(), *field));
            let origin = Origin::new(document, selection, &figures, day, *language).searched_in(*field);
            document.selection_json(rows, &origin)
        }
        Task::ObjectivesJson => document.objectives_json(),
        Task::FindingsJson => document.findings_json(*language),
        Task::FindingsCsv => document.findings_csv(*language),
        Task::PeopleJson => document.people_json(),
        Task::PeopleCsv => document.people_csv(),
        Task::PlanJson => document.plan_json_looked_at(view),
        // What is in these has a promise of its own (tests/report.rs, tests/open_data.rs): here they are the same at the desk.
        Task::OpenDataCsv | Task::OpenDataAbout | Task::ReportHtml(_) | Task::Report(_) => {
            assert!(fonts.is_empty());
            return order.carry_out(document);
        }
    };
    Ok(text.into_bytes())
}

/// What comes back of the desk.
fn made_at_the_desk(document: &Document, order: &Order) -> Result<Vec<u8>, TooMuch> {
    let (objectives, ends) = document.import.plan.objectives.bytes();
    let packed = order.pack(document).expect("a whole document");
    let mut bytes = answer(serve(packed, objectives, ends).expect("a task"));
    let last = bytes.pop().expect("an end");
    outcome(last).expect("an answer").map(|()| bytes)
}

/// Every task, of this document, looked at in this way.
fn is_served(document: &Document, kind: u8) {
    for task in tasks(kind) {
        let order = order_of(document, task, kind);
        let made = made_at_the_desk(document, &order);
        let is_same = made == made_without_a_desk(document, &order);
        assert!(is_same, "{task:?} {kind}: {}", String::from_utf8_lossy(&made.unwrap_or_default()));
    }
}

/// A document as it comes from the reader, in one piece or in two; its objectives and readings are bytes.
fn from_the_reader(bytes: &[u8], name: &str, in_two: bool) -> Option<Document> {
    let most = if in_two { 0 } else { usize::MAX };
    let mut sent = Answer::new(Ok(Prepared::begin_above(bytes, name, most).ok()?));
    let head = sent.head();
    let objectives: Vec<u8> = std::iter::from_fn(|| sent.part()).flatten().collect();
    let (ends, rest) = (sent.ends(), sent.rest());
    let length = objectives.len();
    let prepared = unpack(head)?.ok()?.with_objectives(Box::new(objectives), length, ends)?;
    let first = Document::from(prepared);
    match rest {
        Some(rest) => first.completed(unpack_rest(rest)?),
        None => Some(first),
    }
}

/// What a person changes in a plan.
fn change(plan: &mut Plan, kind: u8) {
    let n = u32::from(kind % 5) + 1;
    let correction = Correction { n, note: "perché".into(), ..Correction::default() };
    match kind % 8 {
        0 => plan.method = Some(Method { stand_in: StandIn::Nothing, ..Method::default() }),
        1 => plan.corrections = vec![Correction { status: Some("suspended".into()), ..correction }],
        2 => plan.corrections.push(Correction { code: CorrectedCode::parse("04.06"), ..correction }),
        3 => plan.people.merge(["Anna Bianchi".into(), "Bianchi A.".into()]),
        4 => plan.people.keep_apart(&"Anna Bianchi".into(), &"Ugo Verdi".into()),
        5 => {
            let names = Some(vec!["Carla Neri".into()]);
            plan.corrections.push(Correction { responsible: names, ..correction });
        }
        6 => plan.dismissed.push(Dismissal {
            finding: "nothing_stated".into(),
            n: Some(n),
            note: String::new(),
        }),
        _ => plan.views.push(SavedView { name: "Una".into(), view: "f=mission:01".into() }),
    }
}

/// A plan of all that decides how objectives went, by whom and when.
fn generated(kinds: &[u8]) -> String {
    let objective = |(at, kind): (usize, &u8)| {
        let (outcome, more) = match kind % 8 {
            0 => ("Obiettivo raggiunto al 80% entro il 30 giugno 2025", ""),
            1 => ("Non è stato raggiunto", r#", "percent": 100"#),
            2 => ("Completato il 3 gennaio 2026", r#", "percent": 62.5, "deadline": "31 dicembre 2025""#),
            3 => ("Sospeso", r#", "responsible": "Anna Bianchi, Ugo Verdi", "colore": "blu""#),
            4 => ("", r#", "indicators": [{"text": "Giorni", "expected": "30", "actual": "20"}]"#),
            5 => ("In corso di svolgimento", r#", "staff_percent": 90, "responsible": "Bianchi A.""#),
            6 => ("", r#", "percent": 0, "years": [2024], "support": ["Ugo Verdi"], "office": "Tributi""#),
            _ => ("Non sono stati svolti gli incontri previsti", r#", "percent": 100, "weight": 3"#),
        };
        let mission = 1 + at % 4;
        format!(
            r#"{{"code": "0{mission}.02 S", "objective": "Obiettivo {at}", "outcome": "{outcome}"{more}}}"#
        )
    };
    let all: Vec<String> = kinds.iter().enumerate().map(objective).collect();
    format!(
        r#"{{"format": "traguardi-plan", "version": 1, "year": 2025, "altro": [1], "objectives": [{}]}}"#,
        all.join(",")
    )
}

#[test]
fn what_is_made_at_the_desk_is_what_the_document_makes() {
    for (bytes, name) in [(EXAMPLE, "piano.json"), (TABLE.as_bytes(), "tabella.txt")] {
        for kind in 0..8_u8 {
            let document = from_the_reader(bytes, name, kind.is_multiple_of(2)).expect("a plan");
            is_served(&document, kind);
            is_served(&document.amended(|plan| change(plan, kind)), kind);
        }
        // One that never came from a reader is sent as well.
        is_served(&Document::open(bytes, name).expect("a plan"), 1);
    }
}

#[test]
fn a_link_that_is_made_at_the_desk_is_the_plan_s() {
    let document = from_the_reader(EXAMPLE, "piano.json", false).expect("a plan");
    for level in Level::ALL {
        let made = made_at_the_desk(&document, &order_of(&document, Task::Link(level), 1));
        let made = value::<Outgoing>(made.expect("a link")).expect("a link");
        assert_eq!(made.level, level);
        assert_eq!(Ok(made.data), make(&Content::new(&document, level)));
    }
}

#[test]
fn nothing_that_came_as_bytes_becomes_a_value_to_be_sent() {
    let document = from_the_reader(EXAMPLE, "piano.json", false).expect("a plan");
    let sent = document.import.plan.objectives.bytes();
    // Neither searched nor sorted, which would look at them.
    drop(order_of(&document, Task::PlanJson, 4).pack(&document));
    assert!(!document.import.plan.objectives.is_whole() && !document.readings.is_whole());
    // Nor does a change of the plan make other bytes of what the file says.
    let amended = document.amended(|plan| change(plan, 2));
    assert_ne!(amended.plan.objectives, document.plan.objectives);
    assert_eq!(amended.import.plan.objectives.bytes(), sent);
}

#[test]
fn a_document_of_which_texts_are_still_read_waits() {
    let prepared = Prepared::begin_above(EXAMPLE, "piano.json", 0).expect("a plan");
    let document = Document::from(prepared);
    assert!(order_of(&document, Task::PlanJson, 1).pack(&document).is_none());
}

#[test]
fn what_is_too_much_for_a_link_is_said() {
    // No two of its texts are alike.
    let text =
        |n: u32| (0..60).map(move |at: u32| format!("{:x} ", (n * 61 + at).wrapping_mul(2_654_435_761)));
    let objectives = (0..4000).map(|n| format!(r#"{{"objective": "{}"}}"#, text(n).collect::<String>()));
    let plan = format!(r#"{{"objectives": [{}]}}"#, objectives.collect::<Vec<_>>().join(","));
    let document = Document::open(plan.as_bytes(), "grande.json").expect("a plan");
    let order = |task| order_of(&document, task, 1);
    let made = |level| value::<Outgoing>(made_at_the_desk(&document, &order(Task::Link(level))).ok()?);
    assert!(made(Level::Everything).is_some_and(|made| made.is_file() && made.to_seal.is_empty()));
    assert!(made(Level::Figures).is_some_and(|made| !made.is_file()));
}

#[test]
fn every_file_has_a_handle_of_its_own_and_a_kind() {
    let codes: std::collections::BTreeSet<_> = Task::FILES.map(Task::code).into();
    assert_eq!(codes.len(), Task::FILES.len());
    assert_eq!(Task::FiguresJson.file(), Some(("figures", FileKind::Json)));
    assert_eq!(Task::ObjectivesCsv.file(), Some(("objectives", FileKind::Csv)));
    assert!(Task::FILES.iter().all(|task| task.file().is_some()));
    assert_eq!(Task::Link(Level::Figures).file(), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever decides how objectives went, however it is looked at, and whatever was changed, in whichever order.
    #[test]
    fn whatever_is_open_is_made_at_the_desk_as_it_is(
        kinds in prop::collection::vec(any::<u8>(), 1..12),
        changes in prop::collection::vec(any::<u8>(), 0..4),
        kind: u8,
        in_two: bool,
    ) {
        let mut document = from_the_reader(generated(&kinds).as_bytes(), "piano.json", in_two).expect("a plan");
        for of in changes {
            document = document.amended(|plan| change(plan, of));
        }
        is_served(&document, kind);
    }

    #[test]
    fn no_bytes_are_too_strange(order: Vec<u8>, objectives: Vec<u8>, ends: Vec<u8>, share in 0.0..1.0_f64) {
        drop(serve(order, objectives.clone(), ends.clone()));
        let document = from_the_reader(TABLE.as_bytes(), "tabella.txt", false).expect("a plan");
        let (whole, whole_ends) = document.import.plan.objectives.bytes();
        let packed = order_of(&document, Task::PlanJson, 1).pack(&document).expect("a whole document");
        let part = |bytes: &[u8]| bytes[..(bytes.len() as f64 * share) as usize].to_vec();
        prop_assert!(serve(part(&packed), whole.clone(), whole_ends).is_none());
        drop(serve(packed.clone(), objectives.clone(), ends));
        drop(serve(packed, whole, Vec::new()));
        drop(value::<Outgoing>(part(&objectives)));
    }
}

#[test]
fn a_code_needs_no_document() {
    let document = Document::open(EXAMPLE, "").expect("a plan");
    let order = order_of(&document, Task::Qr, 1);
    let made = serve(order.pack_alone(), Vec::new(), Vec::new()).expect("a task");
    assert_eq!(made, made_without_a_desk(&document, &order));
    assert!(serve(order_of(&document, Task::PlanJson, 1).pack_alone(), Vec::new(), Vec::new()).is_none());
}

#[test]
fn the_desk_practises_on_a_link_of_many_objectives() {
    let made: Outgoing = value(practise().expect("made")).expect("a link");
    assert_eq!((made.level, made.objectives, made.is_file()), (Level::WithoutNames, 64, false));
}
