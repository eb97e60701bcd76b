// SPDX-License-Identifier: AGPL-3.0-or-later
//! Plans for tests: any plan there can be, small, with much in common between its objectives.

#![allow(dead_code)] // Each test takes what it needs.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::select;
use traguardi::plan::*;

/// Percentages as plans have them, and any others.
pub fn percent() -> impl Strategy<Value = Percent> {
    prop_oneof![
        select(vec![0.0, 50.0, 100.0, 98.71, 33.3]),
        (0_u32..=1000).prop_map(|tenths| f64::from(tenths) / 10.0),
        0.0..=100.0_f64,
    ]
    .prop_map(|value| Percent::new(value).expect("0 to 100"))
}

fn weight() -> impl Strategy<Value = Weight> {
    prop_oneof![select(vec![1.0, 1.1, 10.0, 20.0, 507.69]), 0.01..1000.0_f64]
        .prop_map(|value| Weight::new(value).expect("above 0"))
}

fn name() -> impl Strategy<Value = Arc<str>> {
    select(vec!["Anna Però", "Bruno Conti", "Carla De Luca", "04", ""]).prop_map(Arc::from)
}

fn mission() -> impl Strategy<Value = Mission> {
    (of(select(vec![1, 4, 12])), of(select(vec!["Servizi", "Istruzione", "Città"])))
        .prop_filter("a code or a name", |(code, name)| code.is_some() || name.is_some())
        .prop_map(|(code, name)| Mission { code: code.and_then(MissionCode::new), name: name.map(Arc::from) })
}

fn programme() -> impl Strategy<Value = Programme> {
    (select(vec![1, 4, 12]), 1_u8..4).prop_map(|(mission, number)| Programme {
        code: MissionCode::new(mission).and_then(|mission| ProgrammeCode::new(mission, number)),
        name: None,
    })
}

const OUTCOMES: [&str; 12] = [
    "Obiettivo raggiunto",
    "non realizzato",
    "Raggiunto al 50%",
    "Obiettivo sospeso",
    "Città più pulita",
    "",
    "Realizzato il 15 giugno 2021",
    "Completato a settembre 2021",
    "Concluso il 30 giugno, in ritardo",
    "Realizzato nel 2021, nei tempi previsti",
    "Approvato con delibera n. 5 del 3/2/2022",
    "Obiettivo raggiunto in anticipo",
];

const OFFICES: [&str; 7] = ["", "", "Tributi", " TRIBUTI", "Ufficio città", "ufficio CITTÀ ", "04"];

const DEADLINES: [&str; 8] = [
    "",
    "31/12/2021",
    "15 giugno 2021",
    "giugno 2021",
    "2021",
    "30 settembre",
    "I semestre 2021",
    "30 giorni",
];

const EXPECTED: [&str; 3] = ["", "entro il 31 marzo 2022", "entro settembre 2021"];

/// What an objective says of its office and its times.
fn places_and_times() -> impl Strategy<Value = (String, String, Vec<Indicator>)> {
    let text = |texts: &'static [&'static str]| select(texts).prop_map(str::to_owned);
    let indicator = text(&EXPECTED).prop_map(|expected| Indicator { expected, ..Indicator::default() });
    (text(&OFFICES), text(&DEADLINES), vec(indicator, 0..2))
}

/// Any objective.
pub fn objective() -> impl Strategy<Value = Objective> {
    let places = (of(mission()), of(programme()), of(any::<bool>()), vec(name(), 0..4));
    let values = (weighted(0.3, percent()), of(percent()), of(weight()), select(OUTCOMES.to_vec()));
    let years = of(vec(2020_u16..2024, 0..3));
    (places, values, years, places_and_times()).prop_map(
        |(
            (mission, programme, strategic, names),
            (degree, staff_percent, weight, outcome),
            years,
            (office, deadline, indicators),
        )| {
            Objective {
                mission,
                programme,
                strategic,
                responsible: People { cell: String::new(), names },
                degree,
                staff_percent,
                weight,
                outcome: outcome.into(),
                office,
                deadline,
                indicators,
                planned: years.map(|years| years.into_iter().filter_map(Year::new).collect()),
                ..Objective::default()
            }
        },
    )
}

/// Any plan of up to 40 objectives.
pub fn plan() -> impl Strategy<Value = Plan> {
    let header =
        of(Just(2021)).prop_map(|year| Header { year: year.and_then(Year::new), ..Header::default() });
    (header, vec(objective(), 0..40)).prop_map(|(header, objectives)| Plan {
        header,
        objectives: objectives.into(),
        ..Plan::default()
    })
}
