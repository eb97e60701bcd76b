// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: a link is opened like any file, at each of its levels; what cannot be opened says why; figures that came
//! without objectives are shown as they were sent, and nothing is made up around them.

#[path = "common/any_plan.rs"]
mod any_plan;

use proptest::prelude::*;
use traguardi::chart::{Arrangement, Chart, Merged, Names};
use traguardi::crossing::{Answer, unpack};
use traguardi::document::Document;
use traguardi::explain::shared::Shared;
use traguardi::explain::{Figure, Question};
use traguardi::import::{DiagnosticKind, Format, ImportError};
use traguardi::locale::{Language, diagnostics, errors, shared};
use traguardi::plan::Plan;
use traguardi::prepared::Prepared;
use traguardi::reading::Status;
use traguardi::share::codec::Codec;
use traguardi::share::{self, Content, Level, LinkError, Tidied, envelope, wire};
use traguardi::statistics::{Filter, SearchHits, Selection};
use traguardi::view::View;
use traguardi::view::address::{self, Left};

const VALDARCO: &str = include_str!("fixtures/comune-di-valdarco-2025.json");
const GOLDEN: &str = include_str!("golden/links-1.txt");

fn valdarco() -> Document {
    Document::open(VALDARCO.as_bytes(), "valdarco.json").expect("a plan")
}

fn made(document: &Document, level: Level) -> String {
    share::make(&Content::new(document, level)).expect("a link")
}

fn opened(text: &str) -> Result<Document, ImportError> {
    Document::open(text.as_bytes(), "un link")
}

/// The same, by the way from the reader to the page.
fn crossed(text: &str) -> Document {
    let mut answer = Answer::new(Prepared::begin(text.as_bytes(), "un link"));
    let head = answer.head();
    let objectives: Vec<u8> = std::iter::from_fn(|| answer.part()).flatten().collect();
    let ends = answer.ends();
    assert!(answer.rest().is_none(), "a link is read in one go");
    let prepared = unpack(head).expect("an answer").expect("a plan");
    let length = objectives.len();
    prepared.with_objectives(Box::new(objectives), length, ends).expect("of this plan").into()
}

#[test]
fn golden_links_open_as_documents() {
    let plan = valdarco();
    for line in GOLDEN.lines().skip(1) {
        let (code, data) = line.split_once(' ').expect("a level and a link");
        for text in
            [data.to_owned(), format!("https://comune.example.org/t/#{data}&view=1&mission=01&lang=en")]
        {
            let document = opened(&text).expect("opens");
            assert_eq!(document.import.format, Format::Link);
            let link = document.import.link.as_ref().expect("a link");
            assert_eq!((link.level.code(), link.data.as_str()), (code, data));
            assert_eq!(link.view, if text == data { "" } else { "view=1&mission=01&lang=en" });
            assert_eq!(document.whole.plan.all(), 36);
            assert_eq!(document.whole.plan.status, plan.whole.plan.status, "{code}");
            assert_eq!(document.whole.plan.degree, plan.whole.plan.degree, "{code}");
            let is_figures = link.level == Level::Figures;
            assert_eq!(document.is_figures(), is_figures);
            assert_eq!(document.plan.objectives.len(), if is_figures { 0 } else { 36 });
        }
    }
}

#[test]
fn every_level_crosses_to_the_page() {
    let plan = valdarco();
    for level in Level::ALL {
        let data = made(&plan, level);
        let (here, there) = (opened(&data).expect("opens"), crossed(&data));
        assert_eq!((&here.import, &here.whole), (&there.import, &there.whole), "{level:?}");
        assert_eq!(here.achievements, there.achievements);
        assert_eq!(there.import.link.as_ref().map(|link| link.level), Some(level));
        assert!(there.is_whole);
        assert_eq!(here.plan_json(), there.plan_json());
    }
    // What came with everything is the plan that was sent, and can be changed like any other.
    let came = crossed(&made(&plan, Level::Everything));
    assert_eq!(came.objectives_json(), plan.objectives_json());
    let amended = came.amended(|plan| plan.header.title = Some("Altro".into()));
    assert_eq!(amended.import.link, came.import.link, "the address still opens what came");
}

#[test]
fn what_does_not_open_says_why_in_both_languages() {
    let data = made(&valdarco(), Level::Figures);
    let (head, tail) = data.split_at(data.len() / 2);
    let other = if head.ends_with('x') { "y" } else { "x" };
    let no_plan = envelope::write(Codec::Stored, &[2, 0, 0, 0]);
    for (text, error) in [
        ("1.p..".to_owned(), LinkError::Empty),
        (data.replacen("1.", "2.", 1), LinkError::Newer),
        (head.to_owned(), LinkError::Cut),
        (format!("{}{tail}", &head[..head.len() - 1]), LinkError::OtherLength),
        (format!("{}{other}{tail}", &head[..head.len() - 1]), LinkError::Altered),
        (format!("1.p.{}", "A".repeat(300 << 10)), LinkError::TooLong { bytes: (300 << 10) + 4 }),
        (no_plan, LinkError::Broken),
        (data.replacen("1.p", "1.q", 1), LinkError::Altered),
    ] {
        for text in [text.clone(), format!("https://comune.example.org/#{text}&view=1&mission=01")] {
            let found = opened(&text).expect_err("no plan");
            let ImportError::Link(found) = found else { panic!("{text:.60}: {found}") };
            match error {
                // With what stands after them, data are longer.
                LinkError::TooLong { .. } => assert!(matches!(found, LinkError::TooLong { .. })),
                _ => assert_eq!(found, error, "{text:.60}"),
            }
        }
        let [italian, english] = [Language::Italian, Language::English]
            .map(|language| errors::import_error(&ImportError::Link(error.clone()), language));
        assert!(!italian.title.is_empty() && !italian.what.is_empty() && italian != english);
        assert!(ImportError::Link(error).code().starts_with("link-"));
    }
    let none = share::make(&Content::Everything(Plan::default())).expect("a link");
    assert_eq!(opened(&none).expect_err("no plan"), ImportError::NoObjectives);
}

#[test]
fn what_was_passed_over_is_told() {
    let data = made(&valdarco(), Level::Figures);
    let (a, b) = data.split_at(40);
    for (text, tidied) in [
        (format!("<https://comune.example.org/#{data}>,"), Tidied::Followed(">,".into())),
        (format!("{a}=\r\n{b}"), Tidied::Wrapped),
        (format!("> {a}\n> {b}\n"), Tidied::Wrapped),
    ] {
        let document = opened(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
        let told: Vec<_> = document.import.diagnostics.iter().map(|found| &found.kind).collect();
        assert_eq!(told, [&DiagnosticKind::LinkTidied(tidied)], "{text}");
        assert_ne!(
            diagnostics::diagnostic(told[0], Language::Italian),
            diagnostics::diagnostic(told[0], Language::English)
        );
        assert_eq!(document.import.link.as_ref().map(|link| link.data.as_str()), Some(data.as_str()));
    }
}

#[test]
fn other_files_are_read_as_before() {
    for text in [VALDARCO, traguardi::document::REHEARSALS[0], "Codice;Obiettivo\n1.p.x;Uno\n1.p.y;Due\n"] {
        let document = opened(text).expect("a plan");
        assert!(document.import.link.is_none() && document.import.format != Format::Link);
    }
}

#[test]
fn view_and_language_come_along() {
    let plan = valdarco();
    let selection = Selection {
        filters: [Filter::from_handle("mission:01").expect("a handle")].into_iter().collect(),
        ..Selection::default()
    };
    let view = View { selection, objective: Some(2), ..View::default() };
    for language in [Language::Italian, Language::English] {
        let written = address::with_language(&address::write(&view, &plan), language);
        let fragment = share::join(&made(&plan, Level::WithoutNames), &written);
        let came = crossed(&format!("#{fragment}"));
        let said = &came.import.link.as_ref().expect("a link").view;
        assert_eq!(address::language(said), Some(language));
        let found = address::read(said, &came).expect("a view");
        assert_eq!((&found.view, found.left.len()), (&view, 0));
    }
    let everything = address::with_language("", Language::English);
    assert_eq!((everything.as_str(), address::language(&everything)), ("lang=en", Some(Language::English)));
    assert!(!address::has_view(&everything));
    assert_eq!(address::language("view=1&mission=01"), None);
    assert_eq!(address::language("lang=xx"), None);
    assert_eq!(address::language("lang=it%29,"), Some(Language::Italian));
}

#[test]
fn figures_that_came_alone_are_as_they_were_sent() {
    let plan = valdarco();
    let data = made(&plan, Level::Figures);
    let document = crossed(&data);
    let Content::Figures(sent) = Content::new(&plan, Level::Figures) else { panic!("figures") };
    assert!(document.is_figures());
    assert_eq!(document.whole, sent.figures());
    // Whatever is selected, nothing is counted that is not there.
    let some = Selection {
        filters: [Filter::from_handle("mission:01").expect("a handle")].into_iter().collect(),
        search: "scuola".into(),
        ..Selection::default()
    };
    assert_eq!(document.figures(&some, &document.search("scuola")), document.whole);
    assert!(document.rows(&some, &SearchHits::all()).is_empty());
    let amended = document.amended(|plan| plan.header.title = Some("Altro".into()));
    assert_eq!(amended.whole, document.whole);
    let json: serde_json::Value =
        serde_json::from_str(&document.figures_json(&Selection::default())).expect("JSON");
    assert_eq!(json["objectives"], 36);
    // Sent on, it is the same link, whatever is asked for.
    for level in Level::ALL {
        assert_eq!(Content::new(&document, level), Content::Figures(sent.clone()));
        assert_eq!(made(&document, level), data);
    }
    // A view of some objectives is left aside, and said; the language is taken.
    let found = address::read("view=1&mission=01&lang=en", &document).expect("a view");
    assert_eq!((found.view, found.left), (View::default(), vec![Left::OnlyFigures]));
    let found = address::read("view=1&lang=en", &document).expect("a view");
    assert!(found.left.is_empty());
    for language in [Language::Italian, Language::English] {
        assert!(shared::about(&document, language)[0].contains("36"));
        assert!(shared::of_method(&document, language).iter().all(|sentence| sentence.ends_with('.')));
    }
}

#[test]
fn charts_of_figures_tell_and_filter_nothing() {
    let document = crossed(&made(&valdarco(), Level::Figures));
    let names = Merged { names: &*document.names, together: "Altre missioni, riunite" };
    let drawn: Vec<Chart> = Chart::ALL.into_iter().filter(|chart| chart.is_for(&document.whole)).collect();
    assert!(drawn.contains(&Chart::StatusByMission) && drawn.contains(&Chart::Distribution));
    assert!(!drawn.contains(&Chart::OfficeStatus) && !drawn.contains(&Chart::Timeline));
    for chart in drawn {
        for width in [240.0, 720.0] {
            let (selection, arrangement) = (Selection::default(), Arrangement::default());
            let drawing = chart
                .draw(&document.whole, &names, &selection, &arrangement, width, Language::Italian)
                .only_telling();
            assert!(!drawing.scene.marks.is_empty(), "{chart:?}");
            for mark in &drawing.scene.marks {
                assert!(mark.filters.is_empty() && mark.action.is_none() && mark.expanded.is_none());
                assert!(!mark.label.is_empty() && !mark.lines.is_empty());
            }
            assert!(drawing.scene.ruler.is_empty());
            assert!(!drawing.table.rows.is_empty());
        }
    }
    // Missions that were too small are one row, and no mission.
    assert_eq!(names.mission(""), Some("Altre missioni, riunite"));
    let last = document.whole.by_mission.last().expect("missions");
    assert_eq!(last.key, "", "Valdarco has small missions");
    let draw = |names: &dyn Names| {
        Chart::StatusByMission.draw(
            &document.whole,
            names,
            &Selection::default(),
            &Arrangement::default(),
            720.0,
            Language::Italian,
        )
    };
    let told = draw(&names);
    assert!(told.table.rows.iter().any(|row| {
        row.cells.iter().any(|cell| cell.shown(Language::Italian) == "Altre missioni, riunite")
    }));
    let of = document.whole.by_mission.len() - 1;
    assert!(told.summary.contains(&format!("su {of}")), "{}", told.summary);
}

#[test]
fn figures_explain_themselves_as_far_as_they_were_sent() {
    let plan = valdarco();
    let document = crossed(&made(&plan, Level::Figures));
    let ask = |figure, handles: &[&str]| {
        let filters: Vec<_> =
            handles.iter().map(|handle| Filter::from_handle(handle).expect("a handle")).collect();
        Shared::new(Question::new(figure, &Selection::default(), &filters), &document.whole)
    };
    let whole = &plan.whole.plan;
    let mean = ask(Figure::Mean, &[]).expect("sent");
    assert_eq!((mean.value(), mean.known()), (whole.degree.mean, whole.degree.known));
    let said = shared::in_symbols(&mean, Language::Italian);
    assert!(said.contains(&format!("÷ {} = ", whole.degree.known)), "{said}");
    let status = ask(Figure::Status(Status::Achieved), &[]).expect("sent");
    let said = shared::in_symbols(&status, Language::English);
    let achieved = whole.status.of(Status::Achieved);
    assert!(said.starts_with(&format!("{achieved} ÷ {} = ", whole.objectives)), "{said}");
    let mission = document.whole.by_mission.first().expect("missions");
    let of_mission = ask(Figure::Mean, &[&format!("mission:{}", mission.key)]).expect("sent");
    assert_eq!(of_mission.summary, mission.summary);
    let full = ask(Figure::Objectives, &["degree:100"]).expect("sent");
    assert_eq!(full.value(), Some(f64::from(document.whole.distribution.bins[11])));
    for (figure, handles) in [
        (Figure::Mean, &["degree:100"][..]),
        (Figure::Mean, &["mission:99"]),
        (Figure::Objectives, &["mission:01", "year:2025"]),
        (Figure::Objectives, &["office:Anagrafe"]),
    ] {
        assert_eq!(ask(figure, handles), None, "{handles:?} was not sent");
    }
    assert_eq!(ask(Figure::StaffPercent, &[]).and_then(|sent| sent.value()), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// A link made by hand, with a check that fits, holds whatever a wire can say.
    #[test]
    fn no_link_breaks_the_document_that_it_opens(
        plan in any_plan::plan(),
        damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        level in 0..3_usize,
    ) {
        let document = Document::new(
            traguardi::import::Import { plan: plan.clone(), ..valdarco().import },
            traguardi::reading::read_all(&plan),
            "",
        );
        let mut wire = wire::encode(&Content::new(&document, Level::ALL[level]));
        for (at, byte) in damage {
            let at = at.index(wire.len());
            wire[at] = byte;
        }
        let link = envelope::write(Codec::Stored, &wire);
        if let Ok(document) = opened(&link) {
            let all = Selection::default();
            let _ = (document.figures_json(&all), document.objectives_json(), document.plan_json());
            let _ = (document.people_json(), document.findings_json(Language::Italian));
            let amended = document.amended(|plan| plan.method = None);
            prop_assert_eq!(amended.plan.objectives.len(), document.plan.objectives.len());
            for chart in Chart::ALL.into_iter().filter(|chart| chart.is_for(&document.whole)) {
                let arrangement = Arrangement::default();
                let _ = chart.draw(&document.whole, &*document.names, &all, &arrangement, 360.0, Language::English);
            }
        }
    }
}
