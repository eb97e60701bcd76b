// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: whoever opens a link sees what was sent, as short as it gets, and of the people in it what was chosen.

#[path = "common/reference.rs"]
mod reference;

use std::time::Instant;

use traguardi::document::Document;
use traguardi::link::{self, Content, Level, wire};

const VALDARCO: &str = include_str!("fixtures/comune-di-valdarco-2025.json");

fn made(document: &Document, level: Level) -> String {
    let content = Content::new(document, level);
    let link = link::make(&content).expect("a link");
    let opened = link::open(&link).expect("opens").expect("data");
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
    let names = link::level::words_of_names(plan);
    assert!(names.len() > 15, "{names:?}");
    let content = Content::new(&document, Level::WithoutNames);
    let sent = format!("{:?}", content.plan().expect("a plan"));
    for word in sent.split(|c: char| !c.is_alphanumeric()) {
        let folded: String = word.chars().filter_map(traguardi::reading::people::name_letter).collect();
        assert!(!names.contains(&folded), "{word}");
    }
    println!("suspects: {:?}", link::level::suspects(plan));
}

#[test]
fn a_thousand_objectives_are_made_and_opened_in_time() {
    let Some(document) = reference() else { return };
    let mut plan = link::level::everything(&document.import.plan);
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
    let link = link::make(&content).expect("a link");
    let made = start.elapsed();
    let start = Instant::now();
    let opened = link::open(&link).expect("opens").expect("data");
    println!(
        "1,000 objectives: {} characters, made in {made:?}, opened in {:?}",
        link.len(),
        start.elapsed()
    );
    assert_eq!(opened.content, content);
}
