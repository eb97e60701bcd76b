// SPDX-License-Identifier: AGPL-3.0-or-later
//! Promise: an address says how a plan is looked at, names nobody, and at worst is told what of it was left aside.

use proptest::prelude::*;
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
    #[test]
    fn any_text_is_an_address_that_does_no_harm(text in "(view=1)?(&?(not-)?(mission|degree|person|sort|objective|search|named)?=?[%&=\\[\\],.0-9a-f-]{0,12}){0,8}") {
        let document = document();
        if let Some(found) = read(&text, &document) {
            // What was understood is written and read again as the same.
            let again = read(&write_in_plan(&found.view, &document), &document).expect("a view");
            prop_assert_eq!(again.view, found.view);
        }
    }
}
