// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: links of version 1 say for ever what they said when they were made, to the last method, note and figure.
//!
//! Each link of `golden/links-1-more.txt` stands beside what it says, in `golden/links-1-more/`. Neither is ever changed;
//! with `WRITE_GOLDEN_LINKS` set, such as are not there yet are added.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use traguardi::document::Document;
use traguardi::export::plan_json;
use traguardi::plan::{
    Bands, DocumentKind, DocumentState, Header, LowerBound, Method, NotPlanned, Objective, Percent, Plan,
    StandIn, Unjudged, Weights, Year,
};
use traguardi::reading::Status;
use traguardi::share::sealed::{self, NONCE, ROUNDS, SALT};
use traguardi::share::{self, Aggregates, Content, Level, LinkError};
use traguardi::statistics::Summary;

const FIRST: &str = include_str!("golden/links-1.txt");
const SEALED: &str = include_str!("golden/links-1-sealed.txt");
const EVERYWHERE: &str = include_str!("fixtures/names-everywhere.json");
const VALDARCO: &str = include_str!("fixtures/comune-di-valdarco-2025.json");

/// Staff percentages that stand in for a degree, that do not, and of an objective that has none.
const BY_STAFF: &str = r#"{"title": "Relazione", "year": 2024, "objectives": [
  {"code": "01.02", "objective": "Aprire lo sportello", "responsible": "Ugo Bazzi", "outcome": "Raggiunto", "staff_percent": 90},
  {"code": "01.02", "objective": "Formare il personale", "responsible": "Elena Novarese", "staff_percent": 82.5},
  {"code": "04.01", "objective": "Riparare la scuola", "responsible": "Ugo Bazzi", "outcome": "Lavori in tre plessi", "staff_percent": 100},
  {"code": "04.01", "objective": "Ampliare la mensa", "responsible": "Elena Novarese"}
]}"#;

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// A way of each part of the method, the next one for each number.
fn method(number: usize) -> Method {
    let percent = |value: f64| Percent::new(value).expect("a percentage");
    let low = percent(50.0 + number as f64);
    let low = if number.is_multiple_of(2) { LowerBound::From(low) } else { LowerBound::Above(low) };
    Method {
        bands: Bands::new(percent(90.5), low).expect("bands"),
        stand_in: [StandIn::Nothing, StandIn::StaffPercent][number % 2],
        suspended: [Unjudged::AsZero, Unjudged::LeftOut, Unjudged::Apart][number % 3],
        not_measurable: [Unjudged::LeftOut, Unjudged::Apart, Unjudged::AsZero][number % 3],
        not_planned: [NotPlanned::LeftOut, NotPlanned::AsStated][number % 2],
        weights: [Weights::Used, Weights::Ignored][number % 2],
    }
}

/// What the links are made of, each with its name.
fn contents() -> Vec<(String, Content)> {
    let document = |json: &str, number: usize| {
        let document = Document::open(json.as_bytes(), "piano.json").expect("a plan");
        document.amended(|plan| plan.method = Some(method(number)))
    };
    let (worked, valdarco) = (document(EVERYWHERE, 0), document(VALDARCO, 1));
    let of_worked =
        Level::ALL.map(|level| (format!("worked-{}", level.code()), Content::new(&worked, level)));
    let of_valdarco = ("valdarco-figures".to_owned(), Content::new(&valdarco, Level::Figures));
    let kinds = [
        DocumentKind::Peg,
        DocumentKind::Pdo,
        DocumentKind::PerformancePlan,
        DocumentKind::Piao,
        DocumentKind::PerformanceReport,
        DocumentKind::Other("Piano della città".into()),
    ];
    let states = [DocumentState::Draft, DocumentState::Approved, DocumentState::Validated];
    let headers = kinds.into_iter().enumerate().map(|(number, kind)| {
        let header = Header {
            year: Year::new(2020 + number as u16),
            kind: Some(kind),
            state: Some(states[number % 3]),
            ..Header::default()
        };
        let objectives = vec![Objective { objective: "Uno".into(), ..Objective::default() }].into();
        let plan = Plan { header, objectives, method: Some(method(number)), ..Plan::default() };
        (format!("header-{number}"), Content::Everything(plan))
    });
    // Degrees that staff percentages stand in for, which the first links did not have.
    let by_staff = Document::open(BY_STAFF.as_bytes(), "piano.json").expect("a plan");
    let stand_ins = ("stand-ins".to_owned(), Content::new(&by_staff, Level::WithoutNames));
    of_worked.into_iter().chain([of_valdarco]).chain(headers).chain([stand_ins]).collect()
}

/// What a link says.
fn said(content: &Content) -> String {
    match content {
        Content::Figures(figures) => of_figures(figures),
        Content::WithoutNames(plan) | Content::Everything(plan) => plan_json::write(plan),
    }
}

fn of_figures(figures: &Aggregates) -> String {
    let Aggregates { year, kind, state, method, whole, distribution, by_mission, by_strategic, by_year } =
        figures;
    let header = Header { year: *year, kind: kind.clone(), state: *state, ..Header::default() };
    let mut out = plan_json::write(&Plan { header, method: Some(*method), ..Plan::default() });
    let mut part = |key: String, summary: &Summary| {
        let Summary { objectives, left_out, strategic, degree, weighted, stand_ins, corrected, .. } = summary;
        let statuses: Vec<_> = Status::ALL
            .iter()
            .map(|status| format!("{} {}", status.code(), summary.status.of(*status)))
            .collect();
        writeln!(
            out,
            "{key}: {objectives} {left_out} {strategic}; {}; {} {:?} {:?}; {} {:?}; {stand_ins} {corrected}",
            statuses.join(", "),
            degree.known,
            degree.mean,
            degree.median,
            weighted.known,
            weighted.mean
        )
        .expect("a text")
    };
    part("whole".into(), whole);
    by_mission.iter().for_each(|one| part(format!("{:?}", one.key.map(|code| code.number())), &one.summary));
    by_strategic.iter().for_each(|one| part(format!("{:?}", one.key), &one.summary));
    by_year.iter().for_each(|one| part(format!("{:?}", one.key.map(|year| year.number())), &one.summary));
    writeln!(out, "{:?}", distribution.bins).expect("a text");
    out
}

#[test]
fn golden_links_say_what_they_said() {
    let (list, folder) = (golden().join("links-1-more.txt"), golden().join("links-1-more"));
    let mut lines = std::fs::read_to_string(&list).unwrap_or_default();
    if std::env::var_os("WRITE_GOLDEN_LINKS").is_some() {
        std::fs::create_dir_all(&folder).expect("a folder");
        for (name, content) in contents() {
            if !folder.join(format!("{name}.txt")).exists() {
                writeln!(lines, "{name} {}", share::make(&content).expect("a link")).expect("a text");
                std::fs::write(folder.join(format!("{name}.txt")), said(&content)).expect("written");
            }
        }
        std::fs::write(&list, &lines).expect("written");
        return;
    }
    let mut count = 0;
    for line in lines.lines() {
        let (name, link) = line.split_once(' ').expect("a name and a link");
        let opened = share::open(link).expect("opens").expect("data");
        let known = std::fs::read_to_string(folder.join(format!("{name}.txt"))).expect("what it says");
        assert_eq!(said(&opened.content), known, "{name}");
        count += 1;
    }
    assert_eq!(count, contents().len());
}

#[test]
fn the_golden_sealed_link_is_taken_apart_as_it_was_made() {
    let line = |key: &str| {
        let line = SEALED.lines().find_map(|line| line.strip_prefix(key));
        line.unwrap_or_else(|| panic!("{key}")).trim().to_owned()
    };
    let Err(LinkError::Sealed(found)) = share::open(&line("link ")) else { panic!("sealed") };
    // It was sealed by another program than the page, of these bytes.
    let salt: Vec<u8> = (0..SALT as u8).map(|at| at * 7 + 3).collect();
    let nonce: Vec<u8> = (0..NONCE as u8).map(|at| 200 - at * 5).collect();
    assert_eq!((found.data.as_str(), &found.salt, &found.nonce), (line("link ").as_str(), &salt, &nonce));
    assert_eq!(found.header, [b"1.e.".as_slice(), &[1], &salt, &nonce].concat());
    assert_eq!((ROUNDS, SALT, NONCE), (600_000, 16, 12));
    // What is in it is the first golden link, and a tag of 16 bytes.
    let (_, first) =
        FIRST.lines().find(|line| line.starts_with("figures ")).expect("it").split_once(' ').expect("it");
    let plain = sealed::to_seal(first).expect("a link");
    assert_eq!(found.sealed.len(), plain.len() + 16);
    assert_eq!(sealed::unsealed(&plain).as_deref(), Some(first));
    assert_eq!(sealed::write(&found.salt, &found.nonce, &found.sealed), found.data);
}
