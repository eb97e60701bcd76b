// SPDX-License-Identifier: AGPL-3.0-or-later
//! How long a large JSON plan takes from bytes to plan, and from bytes to an open document: 10,000 objectives in about 8 MB,
//! of the shape that `../shared/bench/peers` makes. And how long links of 1,000 take.

use std::fmt::Write;
use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use traguardi::document::Document;
use traguardi::prepared::Prepared;
use traguardi::share::{self, Content, Level, Outgoing};
use traguardi::{crossing, export, import};

const WORDS: [&str; 24] = [
    "attuazione",
    "del",
    "piano",
    "triennale",
    "per",
    "la",
    "digitalizzazione",
    "dei",
    "servizi",
    "comunali",
    "entro",
    "il",
    "termine",
    "previsto",
    "dalla",
    "delibera",
    "di",
    "giunta",
    "qualità",
    "percepita",
    "dagli",
    "utenti",
    "riduzione",
    "più",
];
const MISSIONS: [&str; 5] = [
    "01 Servizi istituzionali, generali e di gestione",
    "04 Istruzione e diritto allo studio",
    "09 Sviluppo sostenibile e tutela del territorio e dell’ambiente",
    "12 Diritti sociali, politiche sociali e famiglia",
    "14 Sviluppo economico e competitività",
];

/// Numbers that look drawn by lot and are the same in every run.
struct Lot(u64);

impl Lot {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }

    fn text(&mut self, length: usize) -> String {
        let mut text = String::from("Obiettivo");
        while text.len() < length {
            text.push(' ');
            text.push_str(WORDS[self.below(WORDS.len())]);
        }
        if self.below(50) == 0 {
            text.push_str(r#" \"in corso\"\nvedi nota"#);
        }
        text
    }

    fn names(&mut self, most: usize) -> String {
        let names: Vec<_> =
            (0..self.below(most)).map(|_| format!(r#""Cognome{0} Nome""#, self.below(200))).collect();
        names.join(",")
    }
}

fn plan(objectives: usize) -> String {
    let mut lot = Lot(20_260_101);
    let mut text = String::from(r#"{"title":"Piano degli obiettivi","year":2026,"objectives":["#);
    for n in 0..objectives {
        let mission = MISSIONS[lot.below(MISSIONS.len())];
        let programme = format!("{}.0{} {}", &mission[..2], 1 + lot.below(5), WORDS[lot.below(8)]);
        write!(
            text,
            r#"{}{{"id":{n},"mission":"{mission}","programme":"{programme}","strategic":{},"objective":"{}","purpose":"{}","responsible":[{}],"support":[{}],"years":[2025,2026],"indicator":"{}","outcome":"{}","percent":{},"weight":{}}}"#,
            if n == 0 { "" } else { "," },
            lot.below(3) == 0,
            lot.text(90),
            lot.text(130),
            lot.names(4),
            lot.names(7),
            lot.text(110),
            lot.text(130),
            ["100", "0", "null", "62.5"][lot.below(4)],
            1 + lot.below(20),
        )
        .expect("writing to memory");
    }
    text.push_str("]}");
    text
}

fn import(c: &mut Criterion) {
    let text = plan(10_000);
    let read = import::read(text.as_bytes(), "plan.json").expect("a plan").plan;
    let mut group = c.benchmark_group("json plan of 10,000");
    group.sample_size(30).throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("import", |b| b.iter(|| import::read(black_box(text.as_bytes()), "plan.json")));
    group.bench_function("export", |b| b.iter(|| export::plan_json::write(black_box(&read))));
    if let Some(peers) = std::env::var_os("TRAGUARDI_BENCH_PLAN") {
        let bytes = std::fs::read(peers).expect("the plan that TRAGUARDI_BENCH_PLAN names");
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_function("import of TRAGUARDI_BENCH_PLAN", |b| {
            b.iter(|| import::read(black_box(&bytes), "plan.json"))
        });
    }
    group.finish();
}

/// The pieces in which a document comes to the page: head, objectives, and where each ends.
type Pieces = (Vec<u8>, Vec<u8>, Vec<u8>);

/// What the reader does beside the page until figures can be shown, what the page does with it, what the texts that are read
/// afterwards take, and what looking at all objectives takes.
fn opening(c: &mut Criterion) {
    let text = plan(10_000);
    let begin = || crossing::Answer::new(Prepared::begin(text.as_bytes(), "plan.json"));
    let pieces = |mut answer: crossing::Answer| -> Pieces {
        let head = answer.head();
        (head, std::iter::from_fn(|| answer.part()).flatten().collect(), answer.ends())
    };
    let open = |(head, objectives, ends): Pieces| {
        let prepared = crossing::unpack(head).and_then(Result::ok).expect("a plan");
        let length = objectives.len();
        Document::from(prepared.with_objectives(Box::new(objectives), length, ends).expect("its objectives"))
    };
    let answer = pieces(begin());
    let mut group = c.benchmark_group("opening 10,000");
    group.sample_size(20).throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("in the reader", |b| b.iter(|| pieces(begin())));
    group.bench_function("in the reader, with the rest", |b| b.iter(|| begin().rest()));
    group.bench_function("in the page", |b| b.iter_with_setup(|| answer.clone(), open));
    group.bench_function("all objectives made", |b| {
        b.iter_with_setup(|| answer.clone(), |answer| open(answer).plan.objectives.iter().count());
    });
    group.finish();
}

/// What the desk does until a link can be shown with what there is to know of it, and the reader until a link is open.
fn links(c: &mut Criterion) {
    let document = Document::open(plan(1_000).as_bytes(), "plan.json").expect("a plan");
    let mut group = c.benchmark_group("link of 1,000");
    group.sample_size(20);
    for level in Level::ALL {
        let link = share::make(&Content::new(&document, level)).expect("a link");
        group.bench_function(format!("made, {}", level.code()), |b| {
            b.iter(|| Outgoing::new(black_box(&document), level, ""));
        });
        group.bench_function(format!("opened, {}", level.code()), |b| {
            b.iter(|| Document::open(black_box(link.as_bytes()), "link"));
        });
    }
    group.finish();
}

criterion_group!(benches, import, opening, links);
criterion_main!(benches);
