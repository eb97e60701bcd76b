// SPDX-License-Identifier: AGPL-3.0-or-later
//! Promise: a sitting is shown what a person chose, in the order in which they put it, also from an address; what an
//! address asks for and the plan does not have is told; and nobody is named who was not to be.

use proptest::prelude::*;
use traguardi::chart::{Arrangement, Chart, ChartDrawing, Names};
use traguardi::document::Document;
use traguardi::locale::{Language, commands, page, sitting as words};
use traguardi::plan::Objective;
use traguardi::reading::Span;
use traguardi::share::level::{Cover, view_without_names, words_of_names};
use traguardi::share::{self, Level, Outgoing};
use traguardi::sitting::{
    MOST_OBJECTIVES, Rows, Sitting, Slide, at_first, covered, covered_figures, largest, selected, unnamed,
};
use traguardi::statistics::{Filter, Selection};
use traguardi::view::View;
use traguardi::view::address::{self, Left};

const VALDARCO: &str = include_str!("fixtures/comune-di-valdarco-2025.json");

fn valdarco() -> Document {
    Document::open(VALDARCO.as_bytes(), "valdarco.json").expect("a plan")
}

/// A plan of so many objectives that say nothing.
fn of_objectives(count: usize) -> Document {
    let objectives: Vec<_> =
        (0..count).map(|n| format!(r#"{{"mission": "01", "objective": "N. {n}"}}"#)).collect();
    let text = format!(r#"{{"title": "Prova", "year": 2025, "objectives": [{}]}}"#, objectives.join(","));
    Document::open(text.as_bytes(), "plan.json").expect("a plan")
}

fn view(sitting: Sitting) -> View {
    View { sitting, ..View::default() }
}

fn read(fragment: &str, document: &Document) -> (Vec<Slide>, Vec<Left>) {
    let found = address::read(fragment, document).expect("a view");
    (found.view.sitting.slides(document), found.left)
}

fn codes(slides: &[Slide]) -> String {
    slides.iter().map(|slide| slide.code()).collect::<Vec<_>>().join(".")
}

#[test]
fn at_first_there_is_all_but_objectives() {
    let document = valdarco();
    let slides = at_first(&document);
    assert_eq!(slides[..3], [Slide::Title, Slide::Figures, Slide::Chart(Chart::StatusByMission)]);
    assert!(slides.len() > 6 && !slides.iter().any(|slide| slide.is_objective()));
    assert_eq!(Sitting::default().slides(&document), slides);
    assert_eq!(address::write(&view(Sitting::default()), &document), "");
    // Put back as it was, it is as at first.
    let changed = Sitting::default().with(&[4, 2], &document);
    assert_eq!(changed.slides(&document).len(), slides.len() + 2);
    assert!(changed.without(|_| true, &document).is_at_first());
}

/// Addresses that were made once mean the same for ever.
#[test]
fn an_address_that_was_made_before_means_the_same() {
    let document = valdarco();
    let known = [
        Slide::Objective(11),
        Slide::Title,
        Slide::Chart(Chart::MissionStatus),
        Slide::Objective(2),
        Slide::Figures,
    ];
    let address = "view=1&sitting=o12.title.mission-status.o3.figures";
    assert_eq!(read(address, &document), (known.to_vec(), vec![]));
    assert_eq!(address::write(&view(Sitting::of(&known, &document)), &document), address);
    for chart in Chart::ALL {
        assert_eq!(Slide::from_code(chart.code()), Some(Slide::Chart(chart)));
    }
    assert_eq!(read("view=1&sitting=none", &document), (vec![], vec![]));
    let none = Sitting::of(&[], &document);
    assert_eq!(address::write(&view(none), &document), "view=1&sitting=none");
}

#[test]
fn what_is_not_there_is_told_and_passed_over() {
    let document = of_objectives(3);
    let (slides, left) =
        read("view=1&sitting=o2.o4.pie.office-status..o0.o2.title.o-1.o+3.o99999999999.x", &document);
    assert_eq!(codes(&slides), "o2.title");
    let some = ["o4", "pie", "office-status", "o0", "o-1", "o+3"].map(str::to_owned).to_vec();
    assert_eq!(left, [Left::NoSlides(some, 8)]);
    let said = commands::left(&left, Language::Italian);
    assert!(said.contains("obiettivo 4, pie, Uffici ed esiti") && said.contains("e altre 2"), "{said}");
    // The first word stands.
    let (slides, left) = read("view=1&sitting=o1&sitting=o2", &document);
    assert_eq!((codes(&slides), left), ("o1".to_owned(), vec![Left::Unreadable("sitting".to_owned())]));
}

#[test]
fn ten_thousand_objectives_are_too_many() {
    let document = of_objectives(12_000);
    let order: Vec<String> = (1..=10_000).rev().map(|n| format!("o{n}")).collect();
    let (slides, left) = read(&format!("view=1&sitting=title.{}", order.join(".")), &document);
    assert_eq!(slides.len(), MOST_OBJECTIVES + 1);
    assert_eq!(slides[..2], [Slide::Title, Slide::Objective(9_999)]);
    assert_eq!(left, [Left::TooManySlides(10_000 - MOST_OBJECTIVES)]);
    assert!(commands::left(&left, Language::English).contains("9800"), "how many");
    // By hand it is the same.
    let all: Vec<u32> = (0..12_000).collect();
    let sitting = Sitting::default().with(&all, &document);
    assert_eq!(sitting.objectives(), MOST_OBJECTIVES);
    assert_eq!(sitting.with(&[11_000], &document), sitting);
    assert_eq!((sitting.room(), Sitting::default().room()), (0, MOST_OBJECTIVES));
    assert!((words::words(Language::Italian).add_all)(12_000, 200).contains("primi 200 dei 12.000"));
}

#[test]
fn an_order_goes_along_with_a_link() {
    let document = valdarco();
    let order = [Slide::Objective(4), Slide::Title, Slide::Chart(Chart::Years), Slide::Objective(0)];
    let kept = address::write_in_plan(&view(Sitting::of(&order, &document)), &document);
    for level in Level::ALL {
        let sent = Outgoing::new(&document, level, &kept).expect("a link");
        let fragment = share::join(&sent.data, &address::with_language(&sent.view, Language::Italian));
        let there = Document::open(fragment.as_bytes(), "").expect("opens");
        let found = address::read(&there.import.link.as_ref().expect("a link").view, &there).expect("a view");
        assert_eq!(found.left, [], "{level:?}");
        let slides = found.view.sitting.slides(&there);
        match level {
            Level::Figures => {
                assert!(there.is_figures() && codes(&slides).starts_with("title"), "{slides:?}")
            }
            _ => assert_eq!(slides, order),
        }
    }
}

#[test]
fn figures_alone_have_an_order_of_their_own() {
    let sent = Outgoing::new(&valdarco(), Level::Figures, "").expect("a link");
    assert_eq!(sent.view, "");
    let there = Document::open(sent.data.as_bytes(), "").expect("opens");
    assert!(there.is_figures() && at_first(&there).len() > 2);
    // What they cannot have is passed over; what is no slide of any plan is told.
    let found = |fragment: &str| read(fragment, &there);
    assert_eq!(
        found("view=1&sitting=figures.o3.timeline.title"),
        (vec![Slide::Figures, Slide::Title], vec![])
    );
    assert_eq!(found("view=1&sitting=title.pie").1, [Left::NoSlides(vec!["pie".to_owned()], 1)]);
    let (slides, left) = found("view=1&sitting=title&mission=01");
    assert_eq!((slides, left), (vec![Slide::Title], vec![Left::OnlyFigures]));
}

#[test]
fn a_view_without_names_keeps_the_order_and_nothing_that_is_none() {
    let document = valdarco();
    let plan = &document.import.plan;
    let view = view_without_names(plan, "view=1&sitting=o2.Anna Bianchi.title.figures");
    assert_eq!(view, "view=1&sitting=o2.title.figures");
}

/// Where a name in an outcome is covered, the words that decided are marked where they are then.
#[test]
fn what_decided_is_found_again_where_names_are_covered() {
    let text = r#"{"objectives": [{"responsible": "Elena Novarese", "objective": "Uno"}]}"#;
    let cover = Cover::new(&Document::open(text.as_bytes(), "").expect("a plan").import.plan);
    for (text, part, covered) in [
        ("Più: Elena Novarese l’ha raggiunto, dice E. Novarese.", "raggiunto", "raggiunto"),
        ("Raggiunto da Elena Novarese", "Raggiunto", "Raggiunto"),
        ("Raggiunto da Elena Novarese!", "Raggiunto da Elena", "Raggiunto da Responsabile A"),
        ("Elena Novarese: è al 100 %", "Novarese: è", "Responsabile A: è"),
        ("Elena Novarese: è al 100 %", ": è", ": è"),
        ("da Elena Novarese, è", "lena Nov", "Responsabile A"),
        ("è al 100 %", "100 %", "100 %"),
        ("è al 100 %", "", ""),
    ] {
        let at = text.find(part).expect("there");
        let chars = |text: &str| text.chars().count() as u32;
        let span = Span { start: chars(&text[..at]), end: chars(&text[..at + part.len()]) };
        let (whole, moved) = cover.text_with(text, span);
        assert_eq!((&whole, moved.of(&whole)), (&cover.text(text), covered), "{text}");
    }
}

#[test]
fn an_address_may_ask_for_the_projector() {
    for view in ["", "view=1&sitting=title"] {
        let address = address::with_language(&address::for_projector(view), Language::Italian);
        assert!(address::is_for_projector(&address) && address.ends_with("projector=1&lang=it"), "{address}");
        assert_eq!(address::has_view(&address), !view.is_empty());
        assert!(!address::is_for_projector(&address::with_language(view, Language::Italian)));
    }
    assert!(!address::is_for_projector("projector=0") && !address::is_for_projector("view=1"));
}

#[test]
fn nobody_is_named_in_what_is_selected() {
    let document = valdarco();
    let name = document.whole.by_responsible.iter().find(|group| !group.key.is_empty()).expect("a person");
    let surname = name.key.split(' ').next_back().expect("a surname").to_owned();
    let selection = Selection {
        filters: [Filter::from_handle(&format!("person:{}", name.key)).expect("a handle")]
            .into_iter()
            .collect(),
        search: format!("dott. {surname}"),
        ..Selection::default()
    };
    let figures = document.figures(&selection, &document.search(&selection.search));
    let said = |selection: &Selection| selected(&document, selection, &figures, None, Language::Italian);
    assert!(said(&selection).contains(&name.key));
    let cover = Cover::new(&document.import.plan);
    let covered = |selection: &Selection| covered(selection, &cover);
    // The beginning of a name is a name, too.
    let begun: String = surname.chars().take(4).collect();
    let of_begun = Selection { search: begun.clone(), ..Selection::default() };
    let said_of_begun = said(&covered(&of_begun));
    assert!(!said_of_begun.contains(&begun) && said_of_begun.contains("[omissis]"), "{said_of_begun}");
    let of_nobody = Selection { search: "entro il".into(), ..Selection::default() };
    assert_eq!(covered(&of_nobody), of_nobody);
    let said = said(&covered(&selection));
    assert!(!said.to_lowercase().contains(&surname.to_lowercase()), "{said}");
    assert!(said.contains("Responsabile"), "{said}");
}

/// A plan that says a name wherever it can.
const SAYS_NAMES: &str = r#"{"title": "Relazione di Novarese", "year": 2025, "objectives": [
    {"mission": "Servizi di Novarese", "office": "Ufficio Elena Novarese", "objective": "Uno", "outcome": "Raggiunto",
        "responsible": "Elena Novarese", "percent": 100},
    {"mission": "Servizi di Novarese", "office": "Segreteria", "objective": "Due", "responsible": "Ugo De Luca"}]}"#;

#[test]
fn nobody_is_named_by_an_office_or_a_mission() {
    let document = Document::open(SAYS_NAMES.as_bytes(), "plan.json").expect("a plan");
    let cover = Cover::new(&document.import.plan);
    let handle = |handle: &str| Filter::from_handle(handle).expect("a handle");
    let filters = [handle("office:Ufficio Elena Novarese"), handle("mission:Servizi di Novarese")];
    let selection = Selection { filters: filters.into_iter().collect(), ..Selection::default() };
    let figures = document.figures(&selection, &document.search(""));
    assert_eq!(figures.selected.all(), 1);
    let covered = covered(&selection, &cover);
    let (shown, names) =
        (covered_figures(&figures, &cover), document.names.covered(&|name| cover.heading(name)));
    let arrangement = Arrangement::default();
    let mut drawn = selected(&document, &covered, &figures, None, Language::Italian);
    for chart in Chart::ALL.into_iter().filter(|chart| chart.is_for(&document.whole)) {
        let before =
            chart.draw(&figures, &*document.names, &selection, &arrangement, 900.0, Language::Italian);
        let drawing = chart.draw(&shown, &names, &covered, &arrangement, 900.0, Language::Italian);
        assert_eq!(
            format!("{before:?}").contains("Novarese"),
            matches!(
                chart.code(),
                "status-by-mission" | "degree-by-mission" | "mission-status" | "office-status"
            ),
            "{chart:?}"
        );
        drawn.push_str(&format!("{drawing:?}"));
    }
    for part in ["novarese", "elena"] {
        assert!(!drawn.to_lowercase().contains(part), "{drawn}");
    }
    assert!(drawn.contains("Ufficio Responsabile A") && drawn.contains("Segreteria"));
}

#[test]
fn nobody_is_named_on_the_slide_of_an_objective() {
    let document = valdarco();
    let plan = &document.import.plan;
    let (cover, names) = (Cover::new(plan), words_of_names(plan));
    let mut changed = 0;
    for objective in plan.objectives.iter() {
        let shown = unnamed(objective, &cover);
        assert!(
            shown.responsible.names.is_empty() && shown.support.names.is_empty() && shown.kept.is_empty()
        );
        let said = format!("{} {} {:?}", shown.objective, shown.outcome, shown.indicators);
        for word in said.split(|c: char| !c.is_alphanumeric()) {
            let folded: String = word.chars().filter_map(traguardi::reading::people::name_letter).collect();
            assert!(!names.contains(&folded), "{word}");
        }
        changed += usize::from(shown.outcome != objective.outcome || shown.objective != objective.objective);
    }
    assert_eq!(changed, 0, "the example has names in cells alone");
    let of_text = Objective {
        outcome: format!("Concluso da {}", plan.objectives[0].responsible.names[0]),
        ..plan.objectives[0].clone()
    };
    assert_eq!(unnamed(&of_text, &cover).outcome, "Concluso da Responsabile A");
}

#[test]
fn rows_are_shown_hidden_and_moved() {
    let document = valdarco();
    let first = at_first(&document);
    let mut rows = Rows::new(&Sitting::default().with(&[3], &document), &document);
    assert_eq!(rows.all().len(), first.len() + 1);
    rows.toggle(Slide::Figures);
    assert!(rows.all().contains(&(Slide::Figures, false)), "it keeps its row");
    assert!(rows.shift(Slide::Objective(3), true) && !rows.shift(Slide::Title, true));
    assert!(!rows.shift(Slide::Objective(77), false));
    let order = Sitting::of(&rows.shown(), &document);
    let shown = order.slides(&document);
    assert_eq!(shown.len(), first.len());
    assert_eq!(shown[shown.len() - 2], Slide::Objective(3));
    // Read anew, what is hidden is at the end.
    assert_eq!(Rows::new(&order, &document).all().last(), Some(&(Slide::Figures, false)));
}

#[test]
fn a_drawing_is_as_large_as_there_is_room() {
    let document = valdarco();
    let (selection, arrangement) = (Selection::default(), Arrangement::default());
    let names: &dyn Names = &*document.names;
    for chart in Chart::ALL.into_iter().filter(|chart| chart.is_for(&document.whole)) {
        let draw = |width: f32| -> ChartDrawing {
            chart.draw(&document.whole, names, &selection, &arrangement, width, Language::Italian)
        };
        for (width, height) in
            [(300.0, 500.0), (940.0, 480.0), (1800.0, 700.0), (1800.0, 0.0), (3000.0, f32::NAN)]
        {
            let drawing = largest(&draw, width, height);
            let scale = width / drawing.scene.width;
            // On the largest screen letters are at least half as large again as on a page; where a room looks on, a fifth.
            let smallest = if width >= 900.0 { 1.2 } else { 1.0 };
            let least = if width >= 1800.0 { 1.4 } else { smallest };
            assert!((least - 0.01..3.1).contains(&scale), "{chart:?} at {width}: {scale}");
            let fits = drawing.scene.height * scale <= height;
            assert!(
                fits || scale < (width / 1280.0).clamp(smallest, 3.0) + 0.02,
                "{chart:?} at {width} by {height}: {scale}"
            );
        }
    }
}

#[test]
fn every_slide_has_words_in_both_languages() {
    for language in [Language::Italian, Language::English] {
        let own = words::words(language);
        assert!((own.objective)(3).contains('3') && !page::page(language).headline.is_empty());
        assert_eq!((own.added_all)(2, 0).matches(char::is_numeric).count(), 1);
        assert!((own.added_all)(200, 1034).contains("1034"));
        // One is said as one.
        for one in [(own.added_all)(1, 0), (own.add_all)(1, 200), (own.remove_all)(1)] {
            assert!(!one.contains(char::is_numeric), "{one}");
        }
        assert!(!(own.added_all)(200, 1).contains(" 1 "));
        // What is promised is what there is room for.
        assert!((own.add_all)(100, 50).contains("50") && !(own.add_all)(9, 1).contains(" 1 "));
    }
}

/// Any order of any slides of the example, as codes, mixed with whatever else somebody may write.
fn anything() -> impl Strategy<Value = String> {
    let known = prop_oneof![
        Just("title".to_owned()),
        Just("figures".to_owned()),
        (0..Chart::ALL.len()).prop_map(|at| Chart::ALL[at].code().to_owned()),
        (0_u32..60).prop_map(|n| format!("o{n}")),
        "[ -~à-ü]{0,6}",
    ];
    proptest::collection::vec(known, 0..40).prop_map(|all| all.join("."))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn any_order_comes_back_from_its_address(places in Just((0..50).collect::<Vec<usize>>()).prop_shuffle(), most in 0_usize..50) {
        let document = valdarco();
        let mut all = at_first(&document);
        all.extend((0..document.plan.objectives.len() as u32).map(Slide::Objective));
        let order: Vec<Slide> = places.iter().take(most).filter_map(|at| all.get(*at).copied()).collect();
        let sitting = Sitting::of(&order, &document);
        prop_assert_eq!(&sitting.slides(&document), &order);
        match address::read(&address::write(&view(sitting), &document), &document) {
            Some(found) => {
                prop_assert_eq!(found.left, vec![]);
                prop_assert_eq!(found.view.sitting.slides(&document), order);
            }
            None => prop_assert_eq!(order, at_first(&document)),
        }
    }

    #[test]
    fn whatever_an_address_says_each_slide_is_there_once(text in anything()) {
        let document = valdarco();
        let encoded: String = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let (slides, left) = read(&format!("view=1&sitting={encoded}"), &document);
        let named = text.split('.').filter(|code| !code.is_empty() && *code != "none").count();
        let mut once = slides.clone();
        once.sort();
        once.dedup();
        prop_assert_eq!(once.len(), slides.len());
        let is_there = |slide: &Slide| match slide {
            Slide::Objective(at) => (*at as usize) < document.plan.objectives.len(),
            Slide::Chart(chart) => chart.is_for(&document.whole),
            _ => true,
        };
        prop_assert!(slides.iter().all(is_there));
        let unknown = left.iter().map(|left| match left { Left::NoSlides(_, count) => *count, _ => 0 }).sum::<usize>();
        prop_assert!(slides.len() + unknown <= named);
    }
}
