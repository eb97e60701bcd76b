// SPDX-License-Identifier: AGPL-3.0-or-later
//! Promise: an address says how a plan is looked at, names nobody, and at worst is told what of it was left aside.

use proptest::prelude::*;
use traguardi::chart::Chart;
use traguardi::document::Document;
use traguardi::listing::{Column, Grouping};
use traguardi::locale::Language;
use traguardi::locale::commands;
use traguardi::statistics::{Dimension, Filter, Selection};
use traguardi::view::View;
use traguardi::view::address::{Left, has_view, read, write, write_in_plan};

const PLAN: &str = r#"{"title": "Prova", "year": 2025, "objectives": [
    {"mission": "01", "programme": "01.02", "objective": "Rispondere", "responsible": ["Anna Bianchi"], "years": [2025],
     "office": "Anagrafe, stato civile & elettorale", "outcome": "Raggiunto", "percent": 100, "strategic": true},
    {"mission": "04", "objective": "Aprire la scuola", "responsible": ["Ugo Verdi", "Anna Bianchi"], "percent": 40},
    {"mission": "Cose varie", "objective": "Altro", "support": ["Clara Neri"], "outcome": "Sospeso"}]}"#;

fn document() -> Document {
    Document::open(PLAN.as_bytes(), "plan.json").expect("a plan")
}

fn filter(handle: &str) -> Filter {
    Filter::from_handle(handle).expect("a handle")
}

fn view(handles: &[&str]) -> View {
    let selection =
        Selection { filters: handles.iter().map(|h| filter(h)).collect(), ..Selection::default() };
    View { selection, ..View::default() }
}

#[test]
fn a_view_comes_back_from_its_address() {
    let document = document();
    let mut view = view(&[
        "mission:01",
        "mission:Cose varie",
        "programme:",
        "status:achieved",
        "person:Anna Bianchi",
        "person:",
        "degree:[30,70]",
        "office:Anagrafe, stato civile & elettorale",
        "strategic:true",
        "year:2025",
        "finding:",
    ]);
    view.selection.turn(Dimension::Mission);
    view.selection.turn(Dimension::Person);
    view.selection.search = "scuola & più".into();
    view.listing.sort_by(Column::Degree);
    view.listing.sort_also_by(Column::Code);
    view.listing.toggle_column(Column::Outcome);
    view.listing.group_by(Some(Grouping::Person));
    view.listing.scope = Some(Column::Outcome);
    view.objective = Some(2);
    view.charts.order(Chart::MissionStatus, true);
    view.charts.set_open("01".into(), false);
    view.charts.set_open("04".into(), true);
    let address = write(&view, &document);
    assert!(address.starts_with("view=1&"), "{address}");
    let found = read(&address, &document).expect("a view");
    assert_eq!(found.left, []);
    assert_eq!(found.view, view);
    // Mail programs end an address at what is no letter or digit; parameters of others change nothing.
    let plain = |c: char| c.is_ascii_alphanumeric() || "=&%-_.~".contains(c);
    assert!(address.chars().all(plain), "{address}");
    assert_eq!(read(&format!("{address}&utm_source=mail"), &document).expect("a view"), found);
    assert_eq!(write(&View::default(), &document), "");
}

/// Addresses that were made once open for ever: those of pages that knew nothing of charts, and those that do.
#[test]
fn an_address_that_was_made_before_means_the_same() {
    let document = document();
    let read = |fragment: &str| read(fragment, &document).expect("a view");
    let mut known = view(&["mission:01", "status:achieved"]);
    known.selection.turn(Dimension::Status);
    known.selection.search = "più".into();
    known.listing.sort_by(Column::Degree);
    known.listing.sort_by(Column::Degree);
    known.listing.group_by(Some(Grouping::Mission));
    known.objective = Some(0);
    let before = "view=1&mission=01&not-status=achieved&search=pi%C3%B9&sort=-degree&group=mission";
    let found = read(&format!("{before}&objective=1"));
    assert_eq!((&found.view, &found.left[..]), (&known, &[][..]));
    let charts = "&by-value=status-by-mission&by-value=office-status&closed=01&open=04";
    known.charts.order(Chart::StatusByMission, true);
    known.charts.order(Chart::OfficeStatus, true);
    known.charts.set_open("01".into(), false);
    known.charts.set_open("04".into(), true);
    let address = format!("{before}{charts}&objective=1");
    let found = read(&address);
    assert_eq!((&found.view, &found.left[..]), (&known, &[][..]));
    assert_eq!(write(&known, &document), address);
}

#[test]
fn charts_and_missions_that_there_are_not_are_told() {
    let document = document();
    let address =
        "view=1&by-value=pie&by-value=timeline&by-value=mission-status&open=99&open=99&closed=01&open=01";
    let found = read(address, &document).expect("a view");
    let mut charts = View::default().charts;
    charts.order(Chart::MissionStatus, true);
    charts.set_open("01".into(), false);
    assert_eq!(found.view, View { charts, ..View::default() }, "the first word stands");
    assert_eq!(found.left, [Left::Unreadable("by-value".into()), Left::Unknown(filter("mission:99"))]);
}

/// A quarter that is chosen is all of its months, also those in which nothing was due.
#[test]
fn the_months_of_a_quarter_come_back_whole() {
    let plan = r#"{"title": "Prova", "year": 2025, "objectives": [
        {"mission": "01", "objective": "Uno", "deadline": "entro il 31/01/2025", "outcome": "Concluso il 20/02/2025"},
        {"mission": "01", "objective": "Due", "deadline": "entro il 31/03/2025"}]}"#;
    let document = Document::open(plan.as_bytes(), "plan.json").expect("a plan");
    let months: Vec<&str> = document.whole.timeline.iter().map(|month| month.key.as_str()).collect();
    assert!(["2025-01", "2025-02", "2025-03"].iter().all(|month| months.contains(month)), "{months:?}");
    let quarter = view(&["deadline:2025-01", "deadline:2025-02", "deadline:2025-03"]);
    let found = read(&write(&quarter, &document), &document).expect("a view");
    assert_eq!((found.view, found.left), (quarter, vec![]));
}

#[test]
fn a_name_never_stands_in_an_address() {
    let document = document();
    let mut by_name = view(&["person:Anna Bianchi", "mission:01"]);
    for search in ["bianchi", "Anna", "relazione di NERI", "bian"] {
        by_name.selection.search = search.into();
        let address = write(&by_name, &document);
        for name in ["Anna", "Bianchi", "Neri", "bianchi", "NERI", "bian"] {
            assert!(!address.contains(name), "{address}");
        }
    }
    // The plan itself has the names anyway.
    let kept = write_in_plan(&by_name, &document);
    assert_eq!(read(&kept, &document).expect("a view").view, by_name);
}

#[test]
fn a_number_never_means_somebody_else() {
    let address = write(&view(&["person:Ugo Verdi"]), &document());
    let other =
        Document::open(PLAN.replace("Anna Bianchi", "Zoe Bianchi").as_bytes(), "other.json").expect("a plan");
    let found = read(&address, &other).expect("a view");
    assert_eq!((found.view, found.left), (View::default(), vec![Left::OtherPeople]));
}

#[test]
fn what_the_plan_does_not_have_is_told_and_the_rest_is_shown() {
    let document = document();
    let found = read(
        "view=1&mission=99&mission=01&status=great&finding=nonsense&degree=%5B70%2C30%5D&sort=-wages&objective=9&year=x",
        &document,
    )
    .expect("a view");
    assert_eq!(found.view, view(&["mission:01", "degree:[30,70]"]));
    let unknown = |handle: &str| Left::Unknown(filter(handle));
    assert_eq!(
        found.left,
        [
            unknown("mission:99"),
            unknown("status:great"),
            unknown("finding:nonsense"),
            Left::Unreadable("sort".into()),
            Left::NoObjective(9),
            unknown("year:x"),
        ]
    );
    for language in [Language::Italian, Language::English] {
        let said = commands::left(&found.left, language);
        assert!(said.contains("99") && said.contains('9') && said.contains("sort"), "{said}");
    }
}

#[test]
fn an_address_out_of_measure_opens_the_plan() {
    let document = document();
    let many: String = (0..10_000).map(|n| format!("&mission={:02}", n % 90)).collect();
    let found = read(&format!("view=1{many}"), &document).expect("a view");
    assert_eq!((found.view, found.left), (View::default(), vec![Left::TooLong]));
    let ranges: String = (0..600).map(|n| format!("&degree={n}")).collect();
    let found = read(&format!("view=1{ranges}"), &document).expect("a view");
    assert_eq!(found.view.selection.filters.len(), 500);
    assert_eq!(found.left, [Left::TooMany(100)]);
    for (fragment, left) in [
        ("view=2&mission=01", Left::Newer),
        ("view=&mission=01", Left::Unreadable("view".into())),
        ("view=1&mission=%ff", Left::Unreadable("mission".into())),
        ("view=1&person=1", Left::Unreadable("person".into())),
        ("view=1&not-mission=01&mission=04", Left::Unreadable("mission".into())),
    ] {
        assert!(read(fragment, &document).expect("a view").left.contains(&left), "{fragment}");
    }
    for fragment in ["", "content", "mission=01", "1.d.abc.def"] {
        assert!(!has_view(fragment) && read(fragment, &document).is_none(), "{fragment}");
    }
}

proptest! {
    /// What was chosen of charts comes back from any address, whatever else is in it.
    #[test]
    fn what_was_chosen_of_charts_comes_back(
        by_value in proptest::collection::vec(0..Chart::ALL.len(), 0..9),
        missions in proptest::collection::btree_map(prop_oneof![Just("01"), Just("04"), Just("Cose varie")], any::<bool>(), 0..4),
        objective in proptest::option::of(0..3_u32),
    ) {
        let document = document();
        let mut before = view(&["mission:04"]);
        before.objective = objective;
        for chart in by_value.into_iter().map(|at| Chart::ALL[at]).filter(|chart| chart.can_be_ordered()) {
            before.charts.order(chart, true);
        }
        missions.into_iter().for_each(|(key, is_open)| before.charts.set_open(key.to_owned(), is_open));
        for address in [write(&before, &document), write_in_plan(&before, &document)] {
            let found = read(&address, &document).expect("a view");
            prop_assert_eq!((&found.view, &found.left[..]), (&before, &[][..]));
        }
    }

    #[test]
    fn any_text_is_an_address_that_does_no_harm(text in "(view=1)?(&?(not-)?(mission|degree|person|sort|objective|search|named|by-value|open|closed)?=?[%&=\\[\\],.0-9a-f-]{0,12}){0,8}") {
        let document = document();
        if let Some(found) = read(&text, &document) {
            // What was understood is written and read again as the same.
            let again = read(&write_in_plan(&found.view, &document), &document).expect("a view");
            prop_assert_eq!(again.view, found.view);
        }
    }
}
