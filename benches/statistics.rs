// SPDX-License-Identifier: AGPL-3.0-or-later
//! How long it takes to read outcomes, to build the table of a plan, and to compute a step of a filter.

use std::hint::black_box;
use std::sync::Arc;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use traguardi::plan::*;
use traguardi::reading::{decide_all, read_all};
use traguardi::statistics::*;

/// A small generator of numbers (a linear congruence), so that every run has the same plans.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

const OUTCOMES: [&str; 5] = [
    "Obiettivo raggiunto - Azioni richieste dai servizi specialistici sono state attivate nel rispetto delle tempistiche",
    "Raggiunto al 50% -per il miglioramento vedere la relazione del nucleo di valutazione",
    "non completato nella pubblicazione del registro: il tracciamento avviene tramite registro dedicato e gestito dall'Area",
    "La revisione del regolamento è stata elaborata a settembre 2021 ed adeguata alle richieste della commissione stessa",
    "Il servizio è stato attivato a seguito delle autorizzazioni rilasciate agli operatori comunali individuati e formati",
];

/// A plan of the shape that large municipalities have: 20 missions, some 110 programmes, 40 responsible people.
fn plan(objectives: usize) -> Plan {
    let mut numbers = Numbers(7);
    let people: Vec<Arc<str>> = (0..40).map(|n| format!("Persona {n}").into()).collect();
    let objectives = (0..objectives)
        .map(|_| {
            let mission = MissionCode::new(1 + numbers.below(20) as u8);
            let number = 1 + numbers.below(3 + mission.map_or(0, |m| u64::from(m.number() % 6))) as u8;
            let years = 2024..2025 + numbers.below(3) as u16;
            let names = (0..=numbers.below(4)).map(|_| people[numbers.below(40) as usize].clone()).collect();
            let degree = match numbers.below(100) {
                0..8 => None,
                8..14 => Some(0.0),
                14..52 => Some(100.0),
                _ => Some((1 + numbers.below(199)) as f64 / 2.0),
            };
            Objective {
                mission: mission.map(|code| Mission { code: Some(code), name: None }),
                programme: mission
                    .and_then(|mission| ProgrammeCode::new(mission, number))
                    .map(|code| Programme { code: Some(code), name: None }),
                strategic: Some(numbers.below(10) < 3),
                objective: "Attuazione del piano triennale per la digitalizzazione dei servizi comunali"
                    .into(),
                outcome: OUTCOMES[numbers.below(5) as usize].into(),
                responsible: People { cell: String::new(), names },
                planned: Some(years.filter_map(Year::new).collect()),
                degree: degree.and_then(Percent::new),
                staff_percent: Percent::new(numbers.below(21) as f64 * 5.0),
                weight: Weight::new(1.0 + numbers.below(20) as f64),
                ..Objective::default()
            }
        })
        .collect::<Vec<_>>();
    Plan { objectives: objectives.into(), ..Plan::default() }
}

fn statistics(criterion: &mut Criterion) {
    for size in [10_000, 100_000, 1_000_000] {
        let mut group = criterion.benchmark_group("statistics");
        group.sample_size(10).throughput(Throughput::Elements(size as u64));
        let plan = plan(size);
        let readings = read_all(&plan);
        let achievements = decide_all(&plan, &readings, &Method::default());
        let table = Table::new(&plan, &readings, &achievements);
        group.bench_function(BenchmarkId::new("table", size), |b| {
            b.iter(|| Table::new(&plan, &readings, &achievements));
        });
        group.bench_function(BenchmarkId::new("with_achievements", size), |b| {
            b.iter(|| table.with_achievements(&achievements));
        });
        let filters = [
            Filter::new(Dimension::Mission, "04"),
            Filter::new(Dimension::Person, "Persona 3"),
            Filter::new(Dimension::Status, "achieved"),
        ];
        for filtered in 0..=filters.len() {
            let selection =
                Selection { filters: filters[..filtered].iter().cloned().collect(), ..Selection::default() };
            let name = format!("step_with_{filtered}_filters");
            group.bench_function(BenchmarkId::new(name, size), |b| {
                b.iter(|| table.figures(black_box(&selection), &SearchHits::all(), Facets::OwnFilterIgnored));
            });
        }
        // From one selection to the next, as the page goes: each filter put in force and taken back.
        let mut selections = vec![Selection::default()];
        for filter in filters.iter().chain(&filters) {
            let mut selection = selections[selections.len() - 1].clone();
            selection.toggle(filter);
            selections.push(selection);
        }
        let stepper = Stepper::default();
        let mut at = 0;
        group.bench_function(BenchmarkId::new("step_on", size), |b| {
            b.iter(|| {
                at = (at + 1) % selections.len();
                let figures = stepper.figures(&table, black_box(&selections[at]), &SearchHits::all());
                (figures, stepper.rows(&table, &selections[at], &SearchHits::all()))
            });
        });
        group.bench_function(BenchmarkId::new("first_step", size), |b| {
            b.iter(|| Stepper::default().figures(&table, &selections[0], &SearchHits::all()));
        });
        if size <= 100_000 {
            group.bench_function(BenchmarkId::new("read", size), |b| b.iter(|| read_all(&plan)));
            group.bench_function(BenchmarkId::new("search_texts", size), |b| {
                b.iter(|| SearchTexts::new(&plan))
            });
            let texts = SearchTexts::new(&plan);
            group.bench_function(BenchmarkId::new("search", size), |b| {
                b.iter(|| texts.find(black_box("città registro"), None));
            });
        }
        group.finish();
    }
}

criterion_group!(benches, statistics);
criterion_main!(benches);
