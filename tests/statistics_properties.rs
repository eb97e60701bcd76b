// SPDX-License-Identifier: AGPL-3.0-or-later
//! Promise: figures are right, whatever the plan: parts add up, order changes nothing, means and medians are exact.

mod common;

use common::plan;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use traguardi::plan::*;
use traguardi::reading::{Achievement, Status, achievements};
use traguardi::statistics::*;

fn table(plan: &Plan) -> (Table, Vec<Achievement>) {
    let achievements = achievements(plan, &Method::default());
    let found = plan.objectives.iter().map(found).collect();
    (Table::new(plan, &achievements).with_findings(&FOUND, found), achievements)
}

/// Kinds of findings for these tests.
const FOUND: [&str; 3] = ["strategic", "staffed", "weighted"];

/// What is found in an objective, as bits of [`FOUND`].
fn found(objective: &Objective) -> u32 {
    let has =
        [objective.strategic == Some(true), objective.staff_percent.is_some(), objective.weight.is_some()];
    (0..).zip(has).map(|(bit, has)| u32::from(has) << bit).sum()
}

fn strict(table: &Table, selection: &Selection) -> Figures {
    table.figures(selection, &SearchHits::all(), Facets::Strict)
}

fn facets(table: &Table, selection: &Selection) -> Figures {
    table.figures(selection, &SearchHits::all(), Facets::OwnFilterIgnored)
}

/// The keys of an objective in a dimension, found in the slow and simple way.
fn keys(dimension: Dimension, objective: &Objective, achievement: &Achievement) -> Vec<String> {
    let or_empty = |keys: Vec<String>| if keys.is_empty() { vec![String::new()] } else { keys };
    match dimension {
        Dimension::Mission => vec![objective.mission.as_ref().map(Mission::key).unwrap_or_default()],
        Dimension::Programme => vec![objective.programme.as_ref().map(Programme::key).unwrap_or_default()],
        Dimension::Person => or_empty(objective.responsible.names.iter().map(|n| n.to_string()).collect()),
        Dimension::Status => vec![achievement.status.code().into()],
        Dimension::Strategic => vec![objective.strategic.map(|s| s.to_string()).unwrap_or_default()],
        Dimension::Year => or_empty(objective.planned.iter().flatten().map(Year::to_string).collect()),
        Dimension::Degree => {
            let range = achievement.degree.map(|degree| match Distribution::bin_of(degree.value()) {
                0 => Interval::key(0, 0),
                11 => Interval::key(100, 100),
                bin => Interval::key((bin as u32 - 1) * 10, bin as u32 * 10),
            });
            vec![range.unwrap_or_default()]
        }
        Dimension::Finding => {
            let found = found(objective);
            let kinds = (0..).zip(FOUND).filter(|(bit, _)| found >> bit & 1 == 1);
            or_empty(kinds.map(|(_, kind)| kind.to_owned()).collect())
        }
        Dimension::Office | Dimension::Staff | Dimension::Deadline | Dimension::Completed => {
            vec![String::new()]
        }
    }
}

/// Whether an objective is selected, in the slow and simple way; one dimension may be ignored.
fn is_selected(
    selection: &Selection,
    ignored: Option<Dimension>,
    objective: &Objective,
    achievement: &Achievement,
) -> bool {
    Dimension::ALL.into_iter().filter(|&dimension| Some(dimension) != ignored).all(|dimension| {
        let mut wanted = selection.keys(dimension).peekable();
        wanted.peek().is_none() || {
            let has = keys(dimension, objective, achievement);
            wanted.any(|key| has.iter().any(|k| k == key)) != selection.is_turned(dimension)
        }
    })
}

fn groups(figures: &Figures) -> [(Dimension, &[Group]); 5] {
    [
        (Dimension::Mission, &figures.by_mission),
        (Dimension::Programme, &figures.by_programme),
        (Dimension::Person, &figures.by_responsible),
        (Dimension::Strategic, &figures.by_strategic),
        (Dimension::Year, &figures.by_year),
    ]
}

fn slow_mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

fn slow_median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let n = sorted.len();
    (n > 0).then(|| (sorted[(n - 1) / 2] + sorted[n / 2]) / 2.0)
}

fn close(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9,
        (a, b) => a == b,
    }
}

/// Compares a summary with what an independent slow computation over the same objectives finds.
fn check(summary: &Summary, members: &[(&Objective, &Achievement)]) -> Result<(), TestCaseError> {
    let degrees: Vec<f64> = members.iter().filter_map(|(_, a)| Some(a.degree?.value())).collect();
    let staff: Vec<f64> = members.iter().filter_map(|(o, _)| Some(o.staff_percent?.value())).collect();
    let weighted: Vec<(f64, f64)> =
        members.iter().filter_map(|(o, a)| Some((o.weight?.value(), a.degree?.value()))).collect();
    let weights: f64 = weighted.iter().map(|(weight, _)| weight).sum();
    let weighted_mean =
        (!weighted.is_empty()).then(|| weighted.iter().map(|(w, d)| w * d).sum::<f64>() / weights);

    prop_assert_eq!(summary.objectives as usize, members.len());
    prop_assert_eq!(summary.status.total(), summary.objectives);
    for (status, count) in summary.status.iter() {
        prop_assert_eq!(count as usize, members.iter().filter(|(_, a)| a.status == status).count());
    }
    let strategic = members.iter().filter(|(o, _)| o.strategic == Some(true)).count();
    prop_assert_eq!(summary.strategic as usize, strategic);
    prop_assert_eq!(summary.degree.known as usize, degrees.len());
    prop_assert!(close(summary.degree.mean, slow_mean(&degrees)), "{:?} {:?}", summary.degree.mean, degrees);
    prop_assert_eq!(summary.degree.median, slow_median(&degrees));
    prop_assert_eq!(summary.staff_percent.known as usize, staff.len());
    prop_assert!(close(summary.staff_percent.mean, slow_mean(&staff)));
    prop_assert_eq!(summary.staff_percent.median, slow_median(&staff));
    prop_assert_eq!(summary.weighted.known as usize, weighted.len());
    prop_assert!(close(summary.weighted.mean, weighted_mean), "{:?} {:?}", summary.weighted, weighted_mean);
    Ok(())
}

/// A plan, and filters on what it has and on what it does not have.
fn plan_and_selection() -> impl Strategy<Value = (Plan, Selection)> {
    let choice =
        (select(Dimension::ALL[..8].to_vec()), any::<Index>(), prop::bool::weighted(0.9), any::<bool>());
    (plan(), prop::collection::vec(choice, 0..5)).prop_map(|(plan, choices)| {
        let achievements = achievements(&plan, &Method::default());
        let mut selection = Selection::default();
        for (dimension, index, real, turned) in choices {
            let key = if real && !plan.objectives.is_empty() {
                let at = index.index(plan.objectives.len());
                let keys = keys(dimension, &plan.objectives[at], &achievements[at]);
                keys[index.index(keys.len())].clone()
            } else {
                "not in the plan".into()
            };
            selection.filters.insert(Filter::new(dimension, key));
            if turned {
                selection.turn(dimension);
            }
        }
        (plan, selection)
    })
}

proptest! {
    #[test]
    fn figures_agree_with_an_independent_slow_computation((plan, selection) in plan_and_selection()) {
        let (table, achievements) = table(&plan);
        let all: Vec<_> = plan.objectives.iter().zip(&achievements).collect();
        for (facet, figures) in [(false, strict(&table, &selection)), (true, facets(&table, &selection))] {
            check(&figures.plan, &all)?;
            let members = |ignored: Option<Dimension>| -> Vec<_> {
                let ignored = ignored.filter(|_| facet);
                all.iter().copied().filter(|(o, a)| is_selected(&selection, ignored, o, a)).collect()
            };
            let selected = members(None);
            check(&figures.selected, &selected)?;
            for (dimension, groups) in groups(&figures) {
                let members = members(Some(dimension));
                let mut found = 0;
                for group in groups {
                    let of_group: Vec<_> = members
                        .iter()
                        .copied()
                        .filter(|(o, a)| keys(dimension, o, a).contains(&group.key))
                        .collect();
                    check(&group.summary, &of_group)?;
                    prop_assert!(facet || !of_group.is_empty(), "an empty group where facets are strict");
                    found += of_group.len();
                }
                // No objective is in a group that is not shown.
                let expected: usize = members
                    .iter()
                    .map(|(o, a)| {
                        let mut keys = keys(dimension, o, a);
                        keys.sort();
                        keys.dedup();
                        keys.len()
                    })
                    .sum();
                prop_assert_eq!(found, expected);
            }
            let mut status_facet = StatusCounts::default();
            members(Some(Dimension::Status)).iter().for_each(|(_, a)| status_facet.add(a.status));
            prop_assert_eq!(figures.status_facet, status_facet);
            let members_found = members(Some(Dimension::Finding));
            for (kind, &count) in FOUND.iter().chain(&[""]).zip(&figures.by_finding) {
                let has = |(o, a): &&(&Objective, &Achievement)| {
                    keys(Dimension::Finding, o, a).iter().any(|key| key == kind)
                };
                prop_assert_eq!(count as usize, members_found.iter().filter(has).count());
            }
            let mut distribution = Distribution::default();
            for (_, achievement) in &members(Some(Dimension::Degree)) {
                match achievement.degree {
                    Some(degree) => distribution.bins[Distribution::bin_of(degree.value())] += 1,
                    None => distribution.unknown += 1,
                }
            }
            prop_assert_eq!(figures.distribution, distribution);
        }
        let rows: Vec<u32> = (0..all.len() as u32)
            .filter(|&row| is_selected(&selection, None, all[row as usize].0, all[row as usize].1))
            .collect();
        prop_assert_eq!(table.rows(&selection, &SearchHits::all()), rows);
    }

    #[test]
    fn the_order_of_objectives_changes_nothing(
        (plan, selection, shuffled) in plan_and_selection().prop_flat_map(|(plan, selection)| {
            let shuffled = Just(plan.objectives.to_vec()).prop_shuffle();
            (Just(plan), Just(selection), shuffled)
        })
    ) {
        let shuffled = Plan { objectives: shuffled.into(), ..Plan::default() };
        let (one, other) = (table(&plan).0, table(&shuffled).0);
        // `==` on floats that are never NaN nor -0: equal to the last bit.
        prop_assert_eq!(strict(&one, &selection), strict(&other, &selection));
        prop_assert_eq!(facets(&one, &selection), facets(&other, &selection));
    }

    #[test]
    fn the_parts_add_up_to_the_whole((plan, selection) in plan_and_selection()) {
        let figures = strict(&table(&plan).0, &selection);
        for parts in [&figures.by_mission, &figures.by_programme, &figures.by_strategic] {
            let objectives: u32 = parts.iter().map(|group| group.summary.objectives).sum();
            let known: u32 = parts.iter().map(|group| group.summary.degree.known).sum();
            prop_assert_eq!(objectives, figures.selected.objectives);
            prop_assert_eq!(known, figures.selected.degree.known);
            for status in Status::ALL {
                let of_status: u32 = parts.iter().map(|group| group.summary.status.of(status)).sum();
                prop_assert_eq!(of_status, figures.selected.status.of(status));
            }
        }
        let distributed: u32 = figures.distribution.bins.iter().sum();
        prop_assert_eq!(distributed, figures.selected.degree.known);
        prop_assert_eq!(distributed + figures.distribution.unknown, figures.selected.objectives);
    }

    #[test]
    fn a_filter_twice_is_no_filter((plan, selection) in plan_and_selection(), index in any::<Index>()) {
        let table = table(&plan).0;
        let filter = Filter::new(Dimension::ALL[index.index(7)], "04");
        let mut twice = selection.clone();
        twice.toggle(&filter);
        twice.toggle(&filter);
        prop_assert_eq!(&twice, &selection);
        prop_assert_eq!(strict(&table, &twice), strict(&table, &selection));
        let mut filters = selection.clone();
        filters.filters.clear();
        prop_assert_eq!(strict(&table, &filters).selected, table.figures(&filters, &SearchHits::all(), Facets::Strict).plan);
    }

    #[test]
    fn groups_are_in_the_order_of_their_keys((plan, selection) in plan_and_selection()) {
        let figures = facets(&table(&plan).0, &selection);
        for (dimension, groups) in groups(&figures) {
            let class = |key: &str| match key {
                "" => 2,
                key if dimension != Dimension::Person && key.as_bytes()[0].is_ascii_digit() => 0,
                _ => 1,
            };
            let order: Vec<_> = groups.iter().map(|group| (class(&group.key), group.key.clone())).collect();
            prop_assert!(dimension == Dimension::Strategic || order.is_sorted(), "{:?}", order);
        }
    }

    #[test]
    fn another_method_gives_the_figures_of_a_new_table((plan, selection) in plan_and_selection()) {
        let (suspended, stand_in) = (Unjudged::LeftOut, StandIn::Nothing);
        let method = Method { suspended, stand_in, ..Method::default() };
        let achievements = achievements(&plan, &method);
        let (new, again) = (Table::new(&plan, &achievements), table(&plan).0.with_achievements(&achievements));
        prop_assert_eq!(facets(&new, &selection), facets(&again, &selection));
    }

    #[test]
    fn a_search_finds_what_a_slow_search_finds(
        texts in prop::collection::vec("[a-dÀÈ ]{0,6}", 0..12),
        query in "[a-dàè ]{0,4}",
    ) {
        let objectives: Vec<_> =
            texts.iter().map(|text| Objective { objective: text.clone(), ..Objective::default() }).collect();
        let plan = Plan { objectives: objectives.into(), ..Plan::default() };
        let hits = SearchTexts::new(&plan).find(&query);
        let found = |text: &str| {
            let text = traguardi::text::fold(text);
            query.split_whitespace().all(|word| text.contains(&traguardi::text::fold(word)))
        };
        let expected: Vec<u32> = (0..texts.len() as u32).filter(|&row| found(&texts[row as usize])).collect();
        prop_assert_eq!(table(&plan).0.rows(&Selection::default(), &hits), expected);
    }
}

/// Many groups with many different values, where medians cannot be counted rank by rank.
#[test]
fn medians_are_exact_where_values_and_groups_are_many() {
    let objectives: Vec<Objective> = (0..20_000_u32)
        .map(|n| {
            let value = f64::from(n.wrapping_mul(2_654_435_761) % 1_000_003) / 10_000.1;
            Objective {
                degree: Percent::new(value),
                staff_percent: Percent::new(100.0 - value),
                responsible: People { cell: String::new(), names: vec![format!("P{}", n % 333).into()] },
                ..Objective::default()
            }
        })
        .collect();
    let plan = Plan { objectives: objectives.into(), ..Plan::default() };
    let figures = facets(&table(&plan).0, &Selection::default());
    for group in &figures.by_responsible {
        let values: Vec<f64> = plan
            .objectives
            .iter()
            .filter(|objective| *objective.responsible.names[0] == *group.key)
            .filter_map(|objective| Some(objective.degree?.value()))
            .collect();
        assert_eq!(group.summary.degree.median, slow_median(&values), "{}", group.key);
    }
    let staff: Vec<f64> = plan.objectives.iter().filter_map(|o| Some(o.staff_percent?.value())).collect();
    assert_eq!(figures.selected.staff_percent.median, slow_median(&staff));
}

#[test]
fn an_empty_plan_has_no_figures_but_zeros() {
    let figures = facets(&table(&Plan::default()).0, &Selection::default());
    assert_eq!(figures, Figures { by_finding: vec![0; FOUND.len() + 1], ..Figures::default() });
}
