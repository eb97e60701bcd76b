// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: no figure that goes out alone, and none that can be worked out of those that do, is of one or two people.
//!
//! Who is behind a figure is counted here from the plan itself, by surnames, and not as the program does.

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use traguardi::document::Document;
use traguardi::share::{Aggregates, Behind, Check, Level, Outgoing};

/// People, each as cells may write them.
const PEOPLE: [[&str; 3]; 7] = [
    ["Elena Novarese", "Novarese Elena", "E. Novarese"],
    ["Ugo Bazzi", "Bazzi Ugo", "U. Bazzi"],
    ["Dario Zanetti", "ZANETTI Dario", "Zanetti D."],
    ["Agata Piccolruaz", "Agata Piccolruaz (agata.piccolruaz@comune.example.org)", "A. Piccolruaz"],
    ["Oreste Tordera", "Tordera Oreste", "Oreste  Tordera"],
    ["Ginevra Anselmi", "Anselmi Ginevra", "dott.ssa Ginevra Anselmi"],
    ["Mirta Garofalo", "Garofalo Mirta", "M. Garofalo"],
];

/// An objective as the test knows it.
#[derive(Debug, Clone)]
struct One {
    mission: u8,
    strategic: Option<bool>,
    years: BTreeSet<u16>,
    people: BTreeSet<usize>,
    counts: bool,
    json: Value,
}

fn one() -> impl Strategy<Value = One> {
    let person = (0..PEOPLE.len(), 0..3_usize);
    let years = prop_oneof![
        3 => Just(BTreeSet::from([2023, 2024])),
        2 => proptest::collection::btree_set(2023..2026_u16, 0..4),
    ];
    (1..5_u8, select(vec![None, Some(true), Some(false)]), years, vec(person, 1..3), prop::bool::weighted(0.8)).prop_map(
        |(mission, strategic, years, people, counts)| {
            // Two spellings in one cell are two people: that is how cells are meant.
            let people: BTreeMap<usize, usize> = people.into_iter().collect();
            let names: Vec<_> = people.iter().map(|(who, how)| PEOPLE[*who][*how]).collect();
            let outcome = if counts { "Obiettivo raggiunto" } else { "Obiettivo sospeso" };
            let json = json!({
                "code": format!("{mission:02}.01"), "objective": "Uno", "strategic": strategic, "years": years,
                "responsible": names, "outcome": outcome,
            });
            One { mission, strategic, years, people: people.into_keys().collect(), counts, json }
        },
    )
}

fn document(all: &[One]) -> Document {
    let objectives: Vec<_> = all.iter().map(|one| one.json.clone()).collect();
    let plan = json!({"year": 2024, "method": {"suspended": "left_out"}, "objectives": objectives});
    Document::open(plan.to_string().as_bytes(), "piano.json").expect("a plan")
}

/// Which objectives are in a part.
type Rows = BTreeSet<usize>;

/// The parts of each breakdown that goes out, as the objectives in them.
fn parts(all: &[One], figures: &Aggregates) -> Vec<Vec<Rows>> {
    let rows = |is_in: &dyn Fn(&One) -> bool| -> Rows {
        all.iter().enumerate().filter(|(_, one)| is_in(one)).map(|(at, _)| at).collect()
    };
    let codes: Vec<u8> =
        figures.by_mission.iter().filter_map(|part| part.key.map(|code| code.number())).collect();
    let missions = figures.by_mission.iter().map(|part| match part.key {
        Some(code) => rows(&|one| one.mission == code.number()),
        None => rows(&|one| !codes.contains(&one.mission)),
    });
    let strategic = figures.by_strategic.iter().map(|part| rows(&|one| one.strategic == part.key));
    let years = figures.by_year.iter().map(|part| match part.key {
        Some(year) => rows(&|one| one.years.contains(&year.number())),
        None => rows(&|one| one.years.is_empty()),
    });
    vec![missions.collect(), strategic.collect(), years.collect()]
}

fn people(all: &[One], rows: &Rows) -> usize {
    let counting = rows.iter().map(|at| &all[*at]).filter(|one| one.counts);
    counting.flat_map(|one| &one.people).collect::<BTreeSet<_>>().len()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_part_and_no_difference_is_of_one_or_two_people(all in vec(one(), 1..24)) {
        let figures = Aggregates::of(&document(&all));
        let whole: Rows = (0..all.len()).collect();
        let mut published = 0;
        for parts in parts(&all, &figures) {
            published += parts.len();
            for part in &parts {
                let others = parts.iter().chain([&whole]);
                let differences = others.map(|other| other - part).chain([part.clone()]);
                for rows in differences.filter(|rows| !rows.is_empty()) {
                    prop_assert!(people(&all, &rows) >= 3, "{rows:?} of {all:#?}");
                }
            }
        }
        // What is published adds up.
        for sums in [
            figures.by_mission.iter().map(|part| part.summary.all()).sum::<u32>(),
            figures.by_strategic.iter().map(|part| part.summary.all()).sum::<u32>(),
        ] {
            prop_assert!(sums == 0 || sums as usize == all.len());
        }
        prop_assert!(published > 0 || all.len() < 24);
    }
}

/// An objective of these people, in a mission and some years.
fn of(mission: u8, years: &[u16], people: &[&str], outcome: &str) -> Value {
    json!({"code": format!("{mission:02}.01"), "objective": "Uno", "years": years, "responsible": people, "outcome": outcome})
}

fn figures(objectives: &[Value]) -> Aggregates {
    let plan = json!({"method": {"suspended": "left_out"}, "objectives": objectives});
    Aggregates::of(&Document::open(plan.to_string().as_bytes(), "piano.json").expect("a plan"))
}

#[test]
fn years_go_out_where_each_set_of_years_is_of_enough_people() {
    let three = ["Elena Novarese", "Ugo Bazzi", "Dario Zanetti"];
    let mut all = vec![of(1, &[2023, 2024], &three, "Raggiunto"), of(1, &[2024], &three, "Raggiunto")];
    assert_eq!(figures(&all).by_year.len(), 2);
    // One person's objective is what 2024 has more than 2023.
    all[1] = of(1, &[2024], &three[..1], "Raggiunto");
    assert_eq!(figures(&all).by_year, []);
}

#[test]
fn people_of_what_is_left_out_are_not_behind_a_figure() {
    let all = [
        of(1, &[], &["Elena Novarese"], "Obiettivo raggiunto"),
        of(1, &[], &["Ugo Bazzi", "Dario Zanetti"], "Obiettivo sospeso"),
        of(2, &[], &["Elena Novarese", "Ugo Bazzi", "Dario Zanetti"], "Obiettivo raggiunto"),
    ];
    assert_eq!(figures(&all).by_mission, []);
}

/// A name beside an address.
const MAILED: &str = "Elena Novarese (e.novarese@comune.it)";

#[test]
fn one_person_in_three_spellings_is_one() {
    let three = of(2, &[], &["Agata Piccolruaz", "Ugo Bazzi", "Dario Zanetti"], "Obiettivo raggiunto");
    for spelled in [
        ["Elena Novarese", "Novarese Elena", "E. Novarese"],
        ["Elena Novarese", "Elena Novarese (e.novarese@comune.it)", "Elena Novarese <info@comune.it>"],
    ] {
        let mut all = spelled.map(|name| of(1, &[], &[name], "Obiettivo raggiunto")).to_vec();
        all.push(three.clone());
        assert_eq!(figures(&all).by_mission, [], "{spelled:?}");
    }
    // People beside addresses are people: a plan that has only such names somebody.
    let all = [of(1, &[], &[MAILED], "Obiettivo raggiunto"), of(2, &[], &[MAILED], "Obiettivo raggiunto")];
    assert_eq!(figures(&all).by_mission, []);
}

#[test]
fn figures_of_one_or_two_people_in_all_are_told() {
    let checks = |people: &[&str]| {
        let plan = json!([of(1, &[], people, "Obiettivo raggiunto")]).to_string();
        let document = Document::open(plan.as_bytes(), "piano.json").expect("a plan");
        let sent = Outgoing::new(&document, Level::Figures, "").expect("a link");
        assert!(sent.behind.contains(&Behind::Objectives(1)));
        let there = Document::open(sent.data.as_bytes(), "").expect("figures");
        assert_eq!(
            Outgoing::new(&there, Level::Figures, "").expect("a link").checks,
            [],
            "nobody knows there"
        );
        sent.checks
    };
    assert_eq!(checks(&["Elena Novarese", "Ugo Bazzi"]), [Check::FewPeople(2)]);
    assert_eq!(checks(&[MAILED]), [Check::FewPeople(1)]);
    assert_eq!(checks(&["Elena Novarese", "Ugo Bazzi", "Dario Zanetti"]), []);
    assert_eq!(checks(&["Ufficio Tributi"]), []);
}
