// SPDX-License-Identifier: AGPL-3.0-or-later
//! Promise: any figure says how it was made, from which objectives, and which were left out and why.

#[path = "common/reference.rs"]
mod reference;

use reference::reference;
use traguardi::document::Document;
use traguardi::explain::{Explanation, Figure, Question, Why};
use traguardi::locale::{Language, explain};
use traguardi::plan::Unjudged;
use traguardi::reading::Status;
use traguardi::statistics::{Dimension, Field, Filter, Selection};

const FIGURES: [Figure; 8] = [
    Figure::Objectives,
    Figure::Status(Status::Achieved),
    Figure::Status(Status::Suspended),
    Figure::Mean,
    Figure::WeightedMean,
    Figure::Median,
    Figure::StaffPercent,
    Figure::Status(Status::NotStated),
];

fn example() -> Document {
    let text = std::fs::read("tests/fixtures/comune-di-valdarco-2025.json").expect("the example");
    Document::open(&text, "example.json").expect("a plan")
}

/// Documents and selections in which something is left out.
fn cases() -> Vec<(Document, Selection)> {
    let mut mission = Selection::default();
    mission.toggle(&Filter::new(Dimension::Mission, "01"));
    let mut achieved = mission.clone();
    achieved.toggle(&Filter::status(Status::Achieved));
    achieved.turn(Dimension::Status);
    let without = || {
        example().amended(|plan| {
            let mut method = plan.method.unwrap_or_default();
            method.suspended = Unjudged::LeftOut;
            method.not_measurable = Unjudged::AsZero;
            plan.method = Some(method);
        })
    };
    let mut nobody = Selection::default();
    nobody.toggle(&Filter::new(Dimension::Mission, "77"));
    vec![
        (example(), Selection::default()),
        (without(), Selection::default()),
        (without(), mission),
        (example(), achieved),
        (example(), nobody),
    ]
}

#[test]
fn the_parts_are_the_objectives_of_the_figure_and_make_its_value() {
    for (document, selection) in cases() {
        for figure in FIGURES {
            let of = Explanation::new(Question::new(figure, &selection, &[]), &document);
            let rows = document.rows(&selection, &document.search(""));
            let mut parts: Vec<u32> = of.parts.iter().flat_map(|part| part.rows.iter().copied()).collect();
            parts.sort_unstable();
            assert_eq!(parts, rows, "{figure:?}: each objective is in one part");
            assert_eq!(of.all() as u32, of.summary.all());
            let computed = match (of.sum, of.middle) {
                (_, Some([low, high])) => Some((low + high) / 2.0),
                (Some(sum), _) if matches!(figure, Figure::Objectives | Figure::Status(_)) => Some(sum),
                (Some(sum), _) if of.divisor > 0.0 => Some(sum / of.divisor),
                _ => None,
            };
            match (computed, of.value()) {
                (Some(computed), Some(value)) => assert!((computed - value).abs() < 1e-9, "{figure:?}"),
                (computed, value) => assert_eq!(computed, value, "{figure:?}"),
            }
        }
    }
}

#[test]
fn every_part_that_can_be_selected_is_selected_exactly() {
    let mut selected = 0;
    for (document, selection) in cases() {
        for figure in FIGURES {
            let of = Explanation::new(Question::new(figure, &selection, &[]), &document);
            for part in &of.parts {
                let Some(selection) = &part.selection else { continue };
                // Those that the method leaves out are looked at, too, where a selection is not about how it went.
                let mut rows = document.rows(selection, &document.search(""));
                if figure == Figure::Objectives {
                    rows.retain(|row| !document.achievements[*row as usize].counted.is_left_out());
                }
                assert_eq!(rows, part.rows, "{figure:?} {:?}", part.why);
                selected += 1;
            }
        }
    }
    assert!(selected > 20, "{selected}");
}

#[test]
fn a_mark_is_explained_over_its_own_objectives() {
    let document = example();
    let mut looked_at = Selection::default();
    looked_at.toggle(&Filter::new(Dimension::Mission, "04"));
    let mark = Filter::new(Dimension::Mission, "01");
    let of = Explanation::new(Question::new(Figure::Mean, &looked_at, &[mark]), &document);
    let group = document.whole.by_mission.iter().find(|group| group.key == "01").expect("mission 01");
    assert_eq!(of.value(), group.summary.degree.mean);
}

#[test]
fn a_figure_over_what_was_found_in_one_text_is_explained_over_that() {
    let document = example();
    let selection = Selection { search: "comun".to_owned(), ..Selection::default() };
    let count = |field| {
        let question = Question::new(Figure::Objectives, &selection, &[]).searched_in(field);
        let of = Explanation::new(question, &document);
        assert_eq!(
            of.value(),
            Some(document.rows(&selection, &document.search_in("comun", field)).len() as f64)
        );
        (of.value(), explain::over(&of, Language::Italian))
    };
    let (all, outcome) = (count(None), count(Some(Field::Outcome)));
    assert!(outcome.0 < all.0, "{outcome:?} of {all:?}");
    assert_eq!(outcome.1, "che hanno «comun» nell’esito");
}

#[test]
fn every_sentence_has_its_denominator_and_reads_in_both_languages() {
    for (document, selection) in cases() {
        for figure in FIGURES {
            let of = Explanation::new(Question::new(figure, &selection, &[]), &document);
            for language in [Language::Italian, Language::English] {
                let said = explain::minutes(&of, &document, language);
                assert!(said.ends_with('.') && !said.contains(".."), "{said}");
                assert!(said.contains("Valdarco"), "{said}");
                for text in [
                    explain::in_words(&of, language),
                    explain::in_symbols(&of, language),
                    explain::value(&of, language),
                    explain::over(&of, language),
                ] {
                    assert!(!text.is_empty());
                }
            }
        }
    }
}

#[test]
fn the_mean_of_the_reference_document_is_made_as_by_hand() {
    let Some((text, _)) = reference() else { return };
    let document = Document::open(text.as_bytes(), "relazione-2021.txt").expect("a plan");
    let of = Explanation::new(Question::new(Figure::Mean, &Selection::default(), &[]), &document);
    assert_eq!(explain::in_symbols(&of, Language::Italian), "Σx ÷ n = 2350 ÷ 26 = 90,4\u{a0}%");
    assert_eq!(of.value(), Some(90.38461538461539));
    let left: Vec<_> = of.parts.iter().skip(1).map(|part| (part.why, part.rows.len())).collect();
    assert_eq!(left, [(Some(Why::NoDegree), 1)]);
}
