// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: whoever opens a link sees what was sent, as short as it gets, and of the people in it what was chosen.

#[path = "common/reference.rs"]
mod reference;

use std::time::Instant;

use traguardi::document::Document;
use traguardi::share::{self, Content, Level, wire};

const VALDARCO: &str = include_str!("fixtures/comune-di-valdarco-2025.json");

fn made(document: &Document, level: Level) -> String {
    let content = Content::new(document, level);
    let link = share::make(&content).expect("a link");
    let opened = share::open(&link).expect("opens").expect("data");
    assert_eq!(opened.content, content);
    assert_eq!((opened.content.level(), opened.tidied.len()), (level, 0));
    link
}

fn reference() -> Option<Document> {
    let (text, _) = reference::reference()?;
    Some(Document::open(text.as_bytes(), "relazione-2021.txt").expect("a plan"))
}

#[test]
fn the_reference_document_is_as_short_as_it_must_be() {
    let Some(document) = reference() else { return };
    for (level, most) in [(Level::Everything, 4600), (Level::WithoutNames, 4200), (Level::Figures, 300)] {
        let link = made(&document, level);
        let wire = wire::encode(&Content::new(&document, level));
        println!("reference, {}: {} characters (wire {} bytes)", level.code(), link.len(), wire.len());
        assert!(link.len() <= most, "{}: {}", level.code(), link.len());
        if let Ok(folder) = std::env::var("LINK_DUMP") {
            std::fs::write(format!("{folder}/ref-{}.wire", level.code()), &wire).expect("written");
        }
    }
}

#[test]
fn other_plans_are_short_too() {
    let page = traguardi::document::REHEARSALS;
    for (name, bytes) in [("Valdarco", VALDARCO), ("text", page[0]), ("json", page[1])] {
        let document = Document::open(bytes.as_bytes(), name).expect("a plan");
        for level in Level::ALL {
            let link = made(&document, level);
            let wire = wire::encode(&Content::new(&document, level));
            // As deflate in the letters of a link would be.
            let deflate = miniz_oxide::deflate::compress_to_vec(&wire, 9).len().div_ceil(3) * 4;
            let payload = link.split('.').nth(2).expect("a payload").len();
            assert!(payload < deflate, "{name}, {}: {payload} and {deflate}", level.code());
            println!("{name}, {}: {} characters (wire {} bytes)", level.code(), link.len(), wire.len());
            if let Ok(folder) = std::env::var("LINK_DUMP") {
                std::fs::write(format!("{folder}/{name}-{}.wire", level.code()), &wire).expect("written");
            }
        }
    }
}

#[test]
fn a_plan_without_names_has_none() {
    let Some(document) = reference() else { return };
    let plan = &document.import.plan;
    let names = share::level::words_of_names(plan);
    assert!(names.len() > 15, "{names:?}");
    let content = Content::new(&document, Level::WithoutNames);
    let sent = format!("{:?}", content.plan().expect("a plan"));
    for word in sent.split(|c: char| !c.is_alphanumeric()) {
        let folded: String = word.chars().filter_map(traguardi::reading::people::name_letter).collect();
        assert!(!names.contains(&folded), "{word}");
    }
    println!(
        "suspects: {:?}",
        share::level::suspects(&share::level::without_names(plan, &document.achievements))
    );
}

/// A plan in which names are wherever they can be.
const EVERYWHERE: &str = r#"{
  "title": "Relazione di Elena Novarese", "body": "Comune di Sant'Elena", "year": 2024,
  "people": {"same": [["Ugo Bazzi", "U. Bazzi"]]},
  "corrections": [{"n": 1, "responsible": ["Dario Zanetti"], "note": "lo dice la Novarese"}],
  "dismissed": [{"finding": "long_text", "n": 2, "note": "chiesto a bazzi"}],
  "views": [{"name": "Di Bazzi", "view": "view=1&named=Ugo%20Bazzi&search=novarese&mission=01"}],
  "Referente": "Ugo Bazzi",
  "objectives": [
    {"code": "01.02", "objective": "Affiancare Ugo Bazzi", "responsible": "Elena Novarese", "support": "Ugo Bazzi, U. Bazzi",
     "office": "Ufficio di Novarese", "outcome": "BAZZI UGO ha concluso", "staff_percent": 80, "percent": 90,
     "Matricola dipendente": 1234, "Fonti": ["B\u0061zzi", {"x": "nov\u0061rese"}]},
    {"code": "04.01", "objective": "Sentire Mario Verdi", "responsible": "Dott.ssa Novarese Elena", "outcome": "Raggiunto",
     "indicators": [{"text": "relazione di E. Novarese", "expected": "sì", "actual": "no"}]}
  ]}"#;

#[test]
fn names_are_covered_wherever_they_are() {
    let document = Document::open(EVERYWHERE.as_bytes(), "piano.json").expect("a plan");
    let link = made(&document, Level::WithoutNames);
    let opened = share::open(&link).expect("opens").expect("data").content;
    let plan = opened.plan().expect("a plan");
    let said = format!("{plan:?}").to_lowercase();
    for name in ["novarese", "bazzi", "zanetti", "ugo", "dario", "1234", "80.0"] {
        assert!(!said.contains(name), "{name}: {plan:#?}");
    }
    assert!(plan.people.is_empty());
    assert_eq!(plan.header.body.as_deref(), Some("Comune di Sant'Elena"));
    assert_eq!(plan.objectives[0].objective, "Affiancare Collaboratore A");
    assert_eq!(plan.objectives[0].degree.map(|degree| degree.value()), Some(90.0));
    // What is one person's by the user's word has one letter, here and in views.
    assert_eq!(plan.objectives[0].support.names.len(), 1);
    assert_eq!(plan.views[0].view, "view=1&named=Collaboratore%20A&mission=01");
    // Whom no cell names stays, and is shown to whoever sends.
    let suspects = share::level::suspects(plan);
    assert!(suspects.iter().any(|suspect| &**suspect == "Sentire Mario Verdi"), "{suspects:?}");
}

#[test]
fn figures_have_no_text_and_no_small_groups() {
    let document = Document::open(EVERYWHERE.as_bytes(), "piano.json").expect("a plan");
    let wire = wire::encode(&Content::new(&document, Level::Figures));
    assert!(!wire.contains(&0xF5), "no column of texts");
    let Content::Figures(figures) = wire::decode(&wire).expect("figures") else { panic!("figures") };
    assert_eq!(figures.whole.objectives, 2);
    // Three people are in the plan and two in each mission; what is left are the parts that are the whole.
    assert!(figures.by_mission.is_empty());
    assert!(figures.by_strategic.iter().all(|part| part.summary == figures.whole));
    assert!(figures.by_year.iter().all(|part| part.summary == figures.whole));
}

#[test]
fn figures_are_those_of_the_document() {
    let Some(document) = reference() else { return };
    let Content::Figures(aggregates) = Content::new(&document, Level::Figures) else { panic!("figures") };
    let (sent, whole) = (aggregates.figures(), &document.whole);
    assert_eq!((sent.plan.degree, sent.plan.status), (whole.plan.degree, whole.plan.status));
    assert_eq!(sent.distribution, whole.distribution);
    assert_eq!(sent.plan.staff_percent.known, 0);
    // Every objective is in one of the groups, and each group is one of the document's or those that were too small.
    assert_eq!(sent.by_mission.iter().map(|group| group.summary.all()).sum::<u32>(), whole.plan.all());
    for group in sent.by_mission.iter().filter(|group| !group.key.is_empty()) {
        let same = whole.by_mission.iter().find(|other| other.key == group.key).expect("a mission");
        assert_eq!((group.summary.degree, group.summary.status), (same.summary.degree, same.summary.status));
    }
    println!("missions sent: {:?}", sent.by_mission.iter().map(|group| &group.key).collect::<Vec<_>>());
}

#[test]
fn a_thousand_objectives_are_made_and_opened_in_time() {
    let Some(document) = reference() else { return };
    let mut plan = share::level::everything(&document.import.plan);
    let all = plan.objectives.to_vec();
    let many = (0..1000).map(|at| {
        let mut one = all[at % all.len()].clone();
        one.objective = format!("{} {at}", one.objective);
        one.outcome = format!("{} ({at})", one.outcome);
        one
    });
    plan.objectives = many.collect::<Vec<_>>().into();
    let content = Content::Everything(plan);
    let start = Instant::now();
    let link = share::make(&content).expect("a link");
    let made = start.elapsed();
    let start = Instant::now();
    let opened = share::open(&link).expect("opens").expect("data");
    println!(
        "1,000 objectives: {} characters, made in {made:?}, opened in {:?}",
        link.len(),
        start.elapsed()
    );
    assert_eq!(opened.content, content);
}
