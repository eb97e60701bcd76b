// SPDX-License-Identifier: AGPL-3.0-or-later
//! How long reading outcomes takes: 10,000 texts of about 120 characters, of the corpus that the rules are measured by.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use traguardi::reading;

/// The texts of the corpus over and over, each cut or filled up to about 120 characters.
fn texts() -> Vec<String> {
    let corpus = include_str!("../tests/corpus/outcomes.tsv");
    let texts: Vec<&str> = corpus.lines().skip(1).filter_map(|line| line.split('\t').nth(1)).collect();
    let text = |n: usize| {
        let mut text = String::new();
        let mut at = n;
        while text.chars().count() < 120 {
            text.push_str(texts[at % texts.len()]);
            text.push_str(". ");
            at += 7;
        }
        text.chars().take(120).collect()
    };
    (0..10_000).map(text).collect()
}

fn outcomes(c: &mut Criterion) {
    let texts = texts();
    let mut group = c.benchmark_group("reading");
    group.sample_size(10);
    group.throughput(Throughput::Elements(texts.len() as u64));
    group.bench_function("10,000 outcomes of 120 characters", |b| {
        b.iter(|| {
            texts.iter().map(|text| reading::outcome(black_box(text))).filter(|r| r.verdict.is_some()).count()
        });
    });
    group.finish();
}

criterion_group!(benches, outcomes);
criterion_main!(benches);
