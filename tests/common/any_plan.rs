// SPDX-License-Identifier: AGPL-3.0-or-later
//! Plans for tests: anything that a plan can hold, of a few objectives.

use std::sync::Arc;

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use traguardi::import::{self, plan_json};
use traguardi::plan::*;

/// Texts of all sorts: plain, with everything JSON escapes, and those that look like something they are not.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Za-zàèéìòù0-9 ,.;'’-]{0,20}",
        2 => "\\PC{0,12}",
        2 => "(\\PC|[\\x00-\\x20\"\\\\/{}\\[\\]\u{200f}\u{fffd}]){0,12}",
        2 => prop::sample::select(vec![
            "01.02 S", "12.9", "0101", "Missione 4", "14 Turismo", "Turismo", "01.03 attuazione", "03", "2025",
            "100%", "n.d.", "-", "x", "Anna Rossi e Luca Bianchi", "Anna Rossi, Ugo Verdi", "<script>", "null", "{}",
        ])
        .prop_map(str::to_owned),
    ]
}

/// A text that states something.
fn stated() -> impl Strategy<Value = String> {
    text().prop_map(|text| if text.trim().is_empty() { "testo".to_owned() } else { text })
}

fn name() -> impl Strategy<Value = Arc<str>> {
    stated().prop_map(Arc::from)
}

fn mission_code() -> impl Strategy<Value = MissionCode> {
    (1..=99u8).prop_map(|n| MissionCode::new(n).expect("1 to 99"))
}

fn mission() -> impl Strategy<Value = Option<Mission>> {
    (option::of(mission_code()), option::of(name()))
        .prop_map(|(code, name)| (code.is_some() || name.is_some()).then_some(Mission { code, name }))
}

fn programme() -> impl Strategy<Value = Option<Programme>> {
    let code =
        (mission_code(), 1..=99u8).prop_map(|(mission, n)| ProgrammeCode::new(mission, n).expect("1 to 99"));
    (option::of(code), option::of(name()))
        .prop_map(|(code, name)| (code.is_some() || name.is_some()).then_some(Programme { code, name }))
}

fn people() -> impl Strategy<Value = People> {
    // No reader leaves white space around a name.
    let person = || stated().prop_map(|name| Arc::from(name.trim()));
    prop_oneof![
        Just(People::default()),
        vec(person(), 0..4).prop_map(|names| People { cell: String::new(), names }),
        (stated(), vec(person(), 0..3)).prop_map(|(cell, names)| People { cell, names }),
        stated().prop_map(|cell| {
            let names = import::value::people(&cell).into_iter().map(Arc::from).collect();
            People { cell, names }
        }),
    ]
}

fn percent() -> impl Strategy<Value = Option<Percent>> {
    option::of(prop_oneof![0.0..=100.0f64, (0..=100u8).prop_map(f64::from)])
        .prop_map(|value| value.and_then(Percent::new))
}

fn weight() -> impl Strategy<Value = Option<Weight>> {
    option::of(prop_oneof![1e-9..1e9f64, (1..1000u16).prop_map(f64::from)])
        .prop_map(|value| value.and_then(Weight::new))
}

fn years() -> impl Strategy<Value = Option<Vec<Year>>> {
    option::of(vec((Year::MIN..=Year::MAX).prop_map(|year| Year::new(year).expect("a year")), 0..4))
}

fn indicator() -> impl Strategy<Value = Indicator> {
    (text(), text(), text(), weight()).prop_map(|(text, expected, actual, weight)| Indicator {
        text,
        expected,
        actual,
        weight,
    })
}

/// JSON of all sorts.
pub fn json_value() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "1.50",
        "true",
        "null",
        "[]",
        "{}",
        "[1, {\"a\": \"b\"}]",
        "{\"x\":[null]}",
        "-0",
        "50",
    ])
    .prop_map(str::to_owned)
}

fn kept() -> impl Strategy<Value = Vec<Kept>> {
    let name = prop_oneof![
        3 => text(),
        2 => prop::sample::select(vec![
            "note", "percent", "Percentuale", "kept", "objectives", "format", "version", "title", "2025", "mission",
            "code", "weight", "years", "indicators", "indicators[1].fonte", "anno", "method", "support",
        ])
        .prop_map(str::to_owned),
    ];
    let value = prop_oneof![text().prop_map(KeptValue::Text), json_value().prop_map(KeptValue::Json)];
    vec((name, value).prop_map(|(name, value)| Kept { name, value }), 0..4)
}

prop_compose! {
    fn objective()(
        code_as_written in text(), mission in mission(), programme in programme(),
        strategic in option::of(any::<bool>()), objective in text(), purpose in text(),
        responsible in people(), support in people(), office in text(),
        (planned, indicators) in (years(), vec(indicator(), 0..3)), outcome in text(),
        (degree, staff_percent, weight) in (percent(), percent(), weight()), stand_in_degree in percent(),
        (deadline, kept) in (text(), kept()),
    ) -> Objective {
        Objective {
            place: None, code_as_written, mission, programme, strategic, objective, purpose, responsible, support,
            office, planned, indicators, outcome, degree, staff_percent, stand_in_degree, weight, deadline,
            kept,
        }
    }
}

prop_compose! {
    fn header()(
        title in option::of(stated()), body in option::of(stated()),
        year in option::of((Year::MIN..=Year::MAX).prop_map(|year| Year::new(year).expect("a year"))),
        kind in option::of(stated().prop_map(|text| plan_json::kind_named(&text))),
        state in option::of(prop::sample::select(
            vec![DocumentState::Draft, DocumentState::Approved, DocumentState::Validated],
        )),
    ) -> Header {
        Header { title, body, year, kind, state }
    }
}

fn method() -> impl Strategy<Value = Method> {
    let bound = || (0.0..=100.0f64).prop_map(|value| Percent::new(value).expect("0 to 100"));
    let bands =
        (bound(), bound(), any::<bool>()).prop_filter_map("bands that make sense", |(from, low, from_it)| {
            Bands::new(from, if from_it { LowerBound::From(low) } else { LowerBound::Above(low) })
        });
    let ways = (
        select(StandIn::ALL),
        select(Unjudged::ALL),
        select(Unjudged::ALL),
        select(NotPlanned::ALL),
        select(Weights::ALL),
    );
    (bands, ways).prop_map(|(bands, (stand_in, suspended, not_measurable, not_planned, weights))| Method {
        bands,
        stand_in,
        suspended,
        not_measurable,
        not_planned,
        weights,
    })
}

fn decisions() -> impl Strategy<Value = PeopleDecisions> {
    let pair = (name(), name()).prop_map(|(a, b)| [a, b]);
    (vec(vec(name(), 0..4), 0..3), vec(pair, 0..3))
        .prop_map(|(same, different)| PeopleDecisions { same, different })
}

/// Any plan that files can hold.
pub fn plan() -> impl Strategy<Value = Plan> {
    let names = || option::of(vec(name().prop_filter("a name", |name| !name.trim().is_empty()), 0..3));
    let status = option::of(prop::sample::select(vec!["achieved", "suspended"]));
    let code = option::of(prop::sample::select(vec!["04", "12.07"]));
    let correction = (status, percent(), code, names(), names(), text()).prop_map(
        |(status, degree, code, responsible, support, note)| Correction {
            n: 0,
            status: status.map(str::to_owned),
            degree,
            code: code.and_then(CorrectedCode::parse),
            responsible,
            support,
            note,
        },
    );
    let corrections = vec(correction, 0..3).prop_map(|all| {
        let told = all.into_iter().filter(|of| of.is_of_outcome() || of.is_of_place()).zip(1..);
        told.map(|(correction, n)| Correction { n, ..correction }).collect()
    });
    let dismissal =
        (text(), option::of(1..9_u32), text()).prop_map(|(finding, n, note)| Dismissal { finding, n, note });
    let dismissed = vec(dismissal.prop_filter("a kind", |dismissal| !dismissal.finding.is_empty()), 0..3);
    let views = btree_map(text().prop_filter("a name", |name| !name.trim().is_empty()), text(), 0..3);
    let views = views
        .prop_map(|all| all.into_iter().map(|(name, view)| SavedView { name, view }).collect::<Vec<_>>());
    let of_user = (corrections, dismissed, views);
    (header(), vec(objective(), 1..4), option::of(method()), decisions(), of_user, kept())
        .prop_map(|(header, objectives, method, people, (corrections, dismissed, views), kept)| Plan {
            header,
            objectives: objectives.into(),
            method,
            people,
            corrections,
            dismissed,
            views,
            kept,
        })
        // An objective of which nothing is stated, alone in its plan, leaves no trace that it is one.
        .prop_filter("a plan that can be told from other JSON", |plan| {
            plan.objectives.iter().any(|o| !o.objective.is_empty() || !o.outcome.is_empty())
        })
}
