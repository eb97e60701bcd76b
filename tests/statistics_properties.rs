// SPDX-License-Identifier: AGPL-3.0-or-later
//! Promise: figures are right, whatever the plan: parts add up, order changes nothing, means and medians are exact.

mod common;

use common::plan;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use traguardi::listing::{Grouping, Line, Lines};
use traguardi::plan::*;
use traguardi::reading::{
    Achievement, Date, ObjectiveReading, Status, Timeliness, When, achievements, read_all,
};
use traguardi::statistics::*;

fn table(plan: &Plan) -> (Table, Vec<Achievement>) {
    let achievements = achievements(plan, &Method::default());
    let found = plan.objectives.iter().map(found).collect();
    (Table::new(plan, &read_all(plan), &achievements).with_findings(&FOUND, found), achievements)
}

/// An objective with all that the slow computations know of it.
#[derive(Clone)]
struct Row<'p> {
    objective: &'p Objective,
    achievement: &'p Achievement,
    office: String,
    due: Option<Date>,
    done: Option<Date>,
    timeliness: Option<Timeliness>,
}

fn rows<'p>(plan: &'p Plan, achievements: &'p [Achievement]) -> Vec<Row<'p>> {
    let row =
        |((objective, achievement), reading): ((&'p Objective, &'p Achievement), ObjectiveReading)| Row {
            objective,
            achievement,
            office: office(plan, &objective.office),
            due: last_deadline(&reading, plan.header.year),
            done: reading.outcome.completed.map(|(date, _)| dated(date, plan.header.year)),
            timeliness: reading.outcome.timeliness.map(|(timeliness, _)| timeliness),
        };
    plan.objectives.iter().zip(achievements).zip(read_all(plan)).map(row).collect()
}

/// The most frequent way in which a plan writes an office; of several, the first by its bytes.
fn office(plan: &Plan, written: &str) -> String {
    let fold = |office: &str| traguardi::text::fold(office.trim());
    let same = plan.objectives.iter().map(|o| o.office.trim()).filter(|office| fold(office) == fold(written));
    let same: Vec<&str> = same.collect();
    let mut spellings = same.clone();
    spellings.sort();
    spellings.dedup();
    let frequency = |spelling: &str| same.iter().filter(|other| **other == spelling).count();
    // `max_by_key` takes the last of several.
    spellings.into_iter().rev().max_by_key(|spelling| frequency(spelling)).unwrap_or_default().to_owned()
}

fn dated(date: Date, year: Option<Year>) -> Date {
    year.map_or(date, |year| date.in_year(year))
}

/// The first and the last day of a date, as texts that compare as days do, found from how it is written out; `None`
/// where its year is not known.
fn days(date: Date) -> Option<(String, String)> {
    let text = date.to_string();
    let year: u16 = text.get(..4)?.parse().ok()?;
    let days_in = |month: &str| match month {
        "04" | "06" | "09" | "11" => 30,
        "02" => 28 + u8::from(year.is_multiple_of(4)),
        _ => 31,
    };
    Some(match text.len() {
        10 if !text.contains('/') => (text.clone(), text),
        4 => (format!("{text}-01-01"), format!("{text}-12-31")),
        _ => {
            let (first, last) = text.split_once('/').unwrap_or((&text, &text[5..]));
            (format!("{first}-01"), format!("{year}-{last}-{}", days_in(last)))
        }
    })
}

fn last_deadline(reading: &ObjectiveReading, year: Option<Year>) -> Option<Date> {
    let dates = reading.deadlines.iter().filter_map(|(_, deadline)| match deadline.when {
        When::By(date) => Some(dated(date, year)),
        When::Within { .. } => None,
    });
    let known: Vec<(Date, (String, String))> = dates.filter_map(|date| Some((date, days(date)?))).collect();
    let last = known.iter().map(|(_, (_, end))| end).max()?;
    // Of those that end on one day, one that names more than the year.
    let ending = known.iter().filter(|(_, (_, end))| end == last).map(|(date, _)| *date);
    ending.max_by_key(|date| date.to_string().len())
}

/// Whether it was done by then, later, or nobody knows.
fn due_kept(row: &Row<'_>) -> usize {
    let by_days = row.due.and_then(days).zip(row.done.and_then(days));
    let by_days = by_days.and_then(|((_, due), (first, last))| match (last <= due, first > due) {
        (false, false) => None,
        (kept, _) => Some(kept),
    });
    let by_words = row.timeliness.map(|timeliness| timeliness != Timeliness::Late);
    by_days.or(by_words).map_or(2, |kept| usize::from(!kept))
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
fn keys(dimension: Dimension, row: &Row<'_>) -> Vec<String> {
    let Row { objective, achievement, .. } = row;
    let or_empty = |keys: Vec<String>| if keys.is_empty() { vec![String::new()] } else { keys };
    match dimension {
        Dimension::Mission => vec![objective.mission.as_ref().map(Mission::key).unwrap_or_default()],
        Dimension::Programme => vec![objective.programme.as_ref().map(Programme::key).unwrap_or_default()],
        Dimension::Person => or_empty(objective.responsible.names.iter().map(|n| n.to_string()).collect()),
        Dimension::Status => vec![achievement.status.code().into()],
        Dimension::Strategic => vec![objective.strategic.map(|s| s.to_string()).unwrap_or_default()],
        Dimension::Year => or_empty(objective.planned.iter().flatten().map(Year::to_string).collect()),
        Dimension::Degree => vec![range(achievement.degree)],
        Dimension::Staff => vec![range(objective.staff_percent)],
        Dimension::Office => vec![row.office.clone()],
        Dimension::Deadline => {
            let month = |date: Date| match date.to_string() {
                year if year.len() == 4 => year,
                _ => days(date).map_or_else(String::new, |(_, end)| end[..7].to_owned()),
            };
            vec![row.due.map(month).unwrap_or_default()]
        }
        Dimension::Completed => {
            let month = |date: Date| {
                let Some((first, last)) = days(date) else { return String::new() };
                if first[..7] == last[..7] { first[..7].to_owned() } else { first[..4].to_owned() }
            };
            vec![row.done.map(month).unwrap_or_default()]
        }
        Dimension::Finding => {
            let found = found(objective);
            let kinds = (0..).zip(FOUND).filter(|(bit, _)| found >> bit & 1 == 1);
            or_empty(kinds.map(|(_, kind)| kind.to_owned()).collect())
        }
    }
}

fn range(percent: Option<Percent>) -> String {
    let range = percent.map(|percent| match Distribution::bin_of(percent.value()) {
        0 => Interval::key(0, 0),
        11 => Interval::key(100, 100),
        bin => Interval::key((bin as u32 - 1) * 10, bin as u32 * 10),
    });
    range.unwrap_or_default()
}

/// Whether an objective is selected, in the slow and simple way; some dimensions may be ignored.
fn is_selected(selection: &Selection, ignored: &[Dimension], row: &Row<'_>) -> bool {
    Dimension::ALL.into_iter().filter(|dimension| !ignored.contains(dimension)).all(|dimension| {
        let mut wanted = selection.keys(dimension).peekable();
        wanted.peek().is_none() || {
            let has = keys(dimension, row);
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
fn check(summary: &Summary, members: &[&Row<'_>]) -> Result<(), TestCaseError> {
    let degrees: Vec<f64> = members.iter().filter_map(|row| Some(row.achievement.degree?.value())).collect();
    let staff: Vec<f64> =
        members.iter().filter_map(|row| Some(row.objective.staff_percent?.value())).collect();
    let weighted: Vec<(f64, f64)> = members
        .iter()
        .filter_map(|row| Some((row.objective.weight?.value(), row.achievement.degree?.value())))
        .collect();
    let weights: f64 = weighted.iter().map(|(weight, _)| weight).sum();
    let weighted_mean =
        (!weighted.is_empty()).then(|| weighted.iter().map(|(w, d)| w * d).sum::<f64>() / weights);

    prop_assert_eq!(summary.objectives as usize, members.len());
    prop_assert_eq!(summary.status.total(), summary.objectives);
    for (status, count) in summary.status.iter() {
        prop_assert_eq!(
            count as usize,
            members.iter().filter(|row| row.achievement.status == status).count()
        );
    }
    let strategic = members.iter().filter(|row| row.objective.strategic == Some(true)).count();
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

/// Checks what ignores two dimensions at once. `members` are the objectives of a figure that ignores some.
fn check_crossed<'p>(
    figures: &Figures,
    members: &dyn Fn(&[Dimension]) -> Vec<&'p Row<'p>>,
    facet: bool,
) -> Result<(), TestCaseError> {
    for (dimension, found) in
        [(Dimension::Mission, &figures.status_by_mission), (Dimension::Office, &figures.status_by_office)]
    {
        let members = members(&[dimension, Dimension::Status]);
        let key = |row: &Row<'_>| keys(dimension, row).remove(0);
        let states_any = found.iter().any(|row| !row.key.is_empty());
        let counted: u32 = found.iter().map(|row| row.status.total() + row.left_out).sum();
        prop_assert!(counted as usize == members.len() || dimension == Dimension::Office && !states_any);
        prop_assert!(states_any || found.is_empty() || dimension == Dimension::Mission || !facet);
        for row in found {
            let of_key = || members.iter().filter(|member| key(member) == row.key);
            prop_assert!(facet || of_key().next().is_some(), "an empty row where facets are strict");
            for (status, count) in row.status.iter() {
                let expected = of_key().filter(|member| member.achievement.status == status).count();
                prop_assert_eq!(count as usize, expected);
            }
        }
    }
    let mut gap = Gap::default();
    for row in members(&[Dimension::Degree, Dimension::Staff]) {
        match (row.achievement.degree.map(Percent::value), row.objective.staff_percent.map(Percent::value)) {
            (Some(degree), Some(staff)) => {
                gap.cells[Distribution::bin_of(degree)][Distribution::bin_of(staff)] += 1;
                let order = if degree < staff { 0 } else { 1 + usize::from(degree > staff) };
                gap.order[order] += 1;
            }
            (degree, staff) => {
                gap.unknown[if degree.is_some() { 1 } else { 2 * usize::from(staff.is_none()) }] += 1
            }
        }
    }
    prop_assert_eq!(&figures.gap, &gap);
    let members = members(&[Dimension::Deadline, Dimension::Completed]);
    let mut months = std::collections::BTreeMap::<(bool, String, bool, String), Month>::new();
    for row in members {
        let (due, done) =
            (keys(Dimension::Deadline, row).remove(0), keys(Dimension::Completed, row).remove(0));
        // In the order of time, a year after its months, and what is not stated last.
        let place = |key: &str| {
            (key.is_empty(), key.get(..4).unwrap_or_default().to_owned(), key.len() == 4, key.to_owned())
        };
        let month = months.entry(place(&due)).or_default();
        month.due += 1;
        month.due_kept[due_kept(row)] += 1;
        months.entry(place(&done)).or_default().completed += 1;
    }
    let expected = months.into_iter().map(|((.., key), month)| Month { key, ..month });
    let expected: Vec<Month> = expected.collect();
    let found: Vec<Month> =
        figures.timeline.iter().filter(|month| month.due + month.completed > 0).cloned().collect();
    prop_assert!(facet || found == figures.timeline, "an empty month where facets are strict");
    if !figures.timeline.is_empty() || expected.iter().any(|month| !month.key.is_empty()) {
        prop_assert_eq!(found, expected);
    }
    Ok(())
}

/// A plan, and selections of it one after the other.
fn plan_and_steps() -> impl Strategy<Value = (Plan, Vec<Selection>)> {
    let step = (any::<bool>(), any::<Index>(), prop::collection::vec(any::<Index>(), 0..3), "[a-c]?");
    (plan_and_selection(), prop::collection::vec(step, 1..8)).prop_map(|((plan, selection), steps)| {
        let achievements = achievements(&plan, &Method::default());
        let rows = rows(&plan, &achievements);
        let mut selections = vec![selection];
        for (anew, row, dimensions, search) in steps {
            let mut selection =
                if anew { Selection::default() } else { selections[selections.len() - 1].clone() };
            for dimension in dimensions {
                let dimension = Dimension::ALL[dimension.index(Dimension::ALL.len())];
                let key = rows.get(row.index(rows.len().max(1))).map(|row| keys(dimension, row).remove(0));
                selection.toggle(&Filter::new(dimension, key.unwrap_or_default()));
                if row.index(3) == 0 {
                    selection.turn(dimension);
                }
            }
            selections.push(Selection { search, ..selection });
        }
        drop(rows);
        (plan, selections)
    })
}

/// A plan, and filters on what it has and on what it does not have.
fn plan_and_selection() -> impl Strategy<Value = (Plan, Selection)> {
    let choice = (select(Dimension::ALL.to_vec()), any::<Index>(), prop::bool::weighted(0.9), any::<bool>());
    (plan(), prop::collection::vec(choice, 0..5)).prop_map(|(plan, choices)| {
        let achievements = achievements(&plan, &Method::default());
        let rows = rows(&plan, &achievements);
        let mut selection = Selection::default();
        for (dimension, index, real, turned) in choices {
            let key = if real && !rows.is_empty() {
                let keys = keys(dimension, &rows[index.index(rows.len())]);
                keys[index.index(keys.len())].clone()
            } else {
                "not in the plan".into()
            };
            selection.filters.insert(Filter::new(dimension, key));
            if turned {
                selection.turn(dimension);
            }
        }
        drop(rows);
        (plan, selection)
    })
}

proptest! {
    #[test]
    fn figures_agree_with_an_independent_slow_computation((plan, selection) in plan_and_selection()) {
        let (table, achievements) = table(&plan);
        let rows = rows(&plan, &achievements);
        let all: Vec<&Row<'_>> = rows.iter().collect();
        for (facet, figures) in [(false, strict(&table, &selection)), (true, facets(&table, &selection))] {
            check(&figures.plan, &all)?;
            let members = |ignored: &[Dimension]| -> Vec<&Row<'_>> {
                let ignored = if facet { ignored } else { &[] };
                all.iter().copied().filter(|row| is_selected(&selection, ignored, row)).collect()
            };
            let selected = members(&[]);
            check(&figures.selected, &selected)?;
            for (dimension, groups) in groups(&figures) {
                let members = members(&[dimension]);
                let mut found = 0;
                for group in groups {
                    let of_group: Vec<_> = members
                        .iter()
                        .copied()
                        .filter(|row| keys(dimension, row).contains(&group.key))
                        .collect();
                    check(&group.summary, &of_group)?;
                    prop_assert!(facet || !of_group.is_empty(), "an empty group where facets are strict");
                    found += of_group.len();
                }
                // No objective is in a group that is not shown.
                let expected: usize = members
                    .iter()
                    .map(|row| {
                        let mut keys = keys(dimension, row);
                        keys.sort();
                        keys.dedup();
                        keys.len()
                    })
                    .sum();
                prop_assert_eq!(found, expected);
            }
            let mut status_facet = StatusCounts::default();
            members(&[Dimension::Status]).iter().for_each(|row| status_facet.add(row.achievement.status));
            prop_assert_eq!(figures.status_facet, status_facet);
            let members_found = members(&[Dimension::Finding]);
            for (kind, &count) in FOUND.iter().chain(&[""]).zip(&figures.by_finding) {
                let has = |row: &&&Row<'_>| keys(Dimension::Finding, row).iter().any(|key| key == kind);
                prop_assert_eq!(count as usize, members_found.iter().filter(has).count());
            }
            let mut distribution = Distribution::default();
            for row in &members(&[Dimension::Degree]) {
                match row.achievement.degree {
                    Some(degree) => distribution.bins[Distribution::bin_of(degree.value())] += 1,
                    None => distribution.unknown += 1,
                }
            }
            prop_assert_eq!(figures.distribution, distribution);
            check_crossed(&figures, &members, facet)?;
        }
        let expected: Vec<u32> = (0..all.len() as u32)
            .filter(|&row| is_selected(&selection, &[], all[row as usize]))
            .collect();
        prop_assert_eq!(table.rows(&selection, &SearchHits::all()), expected);
    }

    #[test]
    fn the_order_of_objectives_changes_nothing(
        (plan, selection, shuffled) in plan_and_selection().prop_flat_map(|(plan, selection)| {
            let shuffled = Just(plan.objectives.to_vec()).prop_shuffle();
            (Just(plan), Just(selection), shuffled)
        })
    ) {
        let shuffled = Plan { objectives: shuffled.into(), ..plan.clone() };
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
        let filter = Filter::new(Dimension::ALL[index.index(Dimension::ALL.len())], "04");
        // What is taken back as the last of its dimension leaves nothing turned round.
        prop_assume!(!selection.has(&filter) || !selection.is_turned(filter.dimension));
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
    fn what_the_method_leaves_out_is_counted_as_left_out_in_every_figure((plan, selection) in plan_and_selection()) {
        let readings = read_all(&plan);
        let method = Method { suspended: Unjudged::LeftOut, ..Method::default() };
        let achievements = achievements(&plan, &method);
        let figures = strict(&Table::new(&plan, &readings, &achievements), &selection);
        let Summary { objectives, left_out, .. } = figures.selected;
        let mut by_mission = figures.status_by_mission.iter();
        prop_assert_eq!(by_mission.clone().map(|row| row.left_out).sum::<u32>(), left_out);
        prop_assert!(by_mission.all(|row| row.status.of(Status::Suspended) == 0));
        prop_assert_eq!(figures.gap.order.iter().chain(&figures.gap.unknown).sum::<u32>(), objectives);
        for month in &figures.timeline {
            prop_assert_eq!(month.due_kept.iter().sum::<u32>(), month.due);
        }
        if !figures.timeline.is_empty() {
            prop_assert_eq!(figures.timeline.iter().map(|month| month.due).sum::<u32>(), objectives);
            prop_assert_eq!(figures.timeline.iter().map(|month| month.completed).sum::<u32>(), objectives);
        }
    }

    #[test]
    fn another_method_gives_the_figures_of_a_new_table((plan, selection) in plan_and_selection()) {
        let (suspended, stand_in) = (Unjudged::LeftOut, StandIn::Nothing);
        let method = Method { suspended, stand_in, ..Method::default() };
        let achievements = achievements(&plan, &method);
        let (new, again) = (Table::new(&plan, &read_all(&plan), &achievements), table(&plan).0.with_achievements(&achievements));
        prop_assert_eq!(facets(&new, &selection), facets(&again, &selection));
    }

    #[test]
    fn steps_lead_to_the_figures_of_the_selection_whatever_came_before(
        (plan, selections) in plan_and_steps(),
        turns in prop::collection::vec(0..3_u8, 8),
    ) {
        let (table, _) = table(&plan);
        let method = Method { suspended: Unjudged::LeftOut, stand_in: StandIn::Nothing, ..Method::default() };
        let other = table.with_achievements(&achievements(&plan, &method));
        let texts = SearchTexts::new(&plan);
        let stepper = Stepper::default();
        for (selection, turn) in selections.iter().zip(turns) {
            let hits = texts.find(&selection.search, None);
            let table = if turn == 0 { &other } else { &table };
            // Either may come first.
            if turn == 1 {
                prop_assert_eq!(stepper.rows(table, selection, &hits), table.rows(selection, &hits));
            }
            let expected = table.figures(selection, &hits, Facets::OwnFilterIgnored);
            prop_assert_eq!(stepper.figures(table, selection, &hits), expected);
            prop_assert_eq!(stepper.rows(table, selection, &hits), table.rows(selection, &hits));
        }
    }

    /// The groups of the table are over exactly the rows that it shows, and agree with the figures that a download has.
    #[test]
    fn subtotals_are_the_strict_figures((plan, selections) in plan_and_steps()) {
        let (table, _) = table(&plan);
        for selection in &selections {
            let hits = SearchTexts::new(&plan).find(&selection.search, None);
            let rows = table.rows(selection, &hits);
            let figures = table.figures(selection, &hits, Facets::Strict);
            for (dimension, expected) in [
                (Dimension::Mission, &figures.by_mission),
                (Dimension::Programme, &figures.by_programme),
                (Dimension::Person, &figures.by_responsible),
                (Dimension::Strategic, &figures.by_strategic),
                (Dimension::Year, &figures.by_year),
            ] {
                let groups = table.grouped(dimension, &rows);
                let found: Vec<Group> =
                    groups.into_iter().map(|g| Group { key: g.key, summary: g.summary }).collect();
                prop_assert_eq!(&found, expected);
            }
            let by_status = table.grouped(Dimension::Status, &rows);
            prop_assert_eq!(by_status.iter().map(|group| group.rows.len()).sum::<usize>(), rows.len());
            for group in by_status {
                let status = Status::from_code(&group.key);
                let expected = status.map_or(figures.selected.left_out, |s| figures.selected.status.of(s));
                prop_assert_eq!(group.summary.all(), expected);
            }
            let by_office = table.grouped(Dimension::Office, &rows);
            prop_assert_eq!(by_office.iter().map(|group| group.rows.len()).sum::<usize>(), rows.len());
        }
    }

    /// Every line is found by its place, and a folded group keeps its figures.
    #[test]
    fn lines_are_the_groups_one_after_the_other(plan in plan(), folds in any::<u8>(), by in select(&Grouping::ALL[..])) {
        let (table, _) = table(&plan);
        let rows: Vec<u32> = (0..table.len() as u32).rev().collect();
        let groups = table.grouped(by.dimension(), &rows);
        let folded = groups.iter().zip(0..8).filter(|(_, bit)| folds >> bit & 1 == 1);
        let folded = folded.map(|(group, _)| group.key.clone()).collect();
        let lines = Lines::grouped(&rows, by, &folded, &table);
        let mut at = 0;
        for group in &groups {
            let Some(Line::Group(line)) = lines.get(at) else { panic!("no group at {at}") };
            prop_assert_eq!((&line.key, line.summary), (&group.key, group.summary));
            at += 1;
            for &row in group.rows.iter().filter(|_| !folded.contains(&group.key)) {
                prop_assert_eq!(lines.get(at), Some(Line::Objective(row)));
                prop_assert!(lines.place_of(row).is_some_and(|place| place <= at));
                at += 1;
            }
        }
        prop_assert_eq!((lines.len(), lines.get(at)), (at, None));
        let mut all = lines.objectives().to_vec();
        all.sort_unstable();
        prop_assert_eq!(all, (0..table.len() as u32).collect::<Vec<_>>());
    }

    #[test]
    fn a_search_in_one_text_finds_nothing_in_the_others(
        texts in prop::collection::vec(("[a-cÀ \n]{0,5}", "[a-cÀ \n]{0,5}"), 0..12),
        query in "[a-cà ]{0,3}",
    ) {
        let objective = |(objective, outcome): &(String, String)| Objective {
            objective: objective.clone(),
            outcome: outcome.clone(),
            ..Objective::default()
        };
        let objectives: Vec<_> = texts.iter().map(objective).collect();
        let plan = Plan { objectives: objectives.into(), ..Plan::default() };
        let search = SearchTexts::new(&plan);
        for (field, of) in [
            (Field::Objective, (|(a, _): &(String, String)| a.clone()) as fn(&(String, String)) -> String),
            (Field::Outcome, |(_, b)| b.clone()),
        ] {
            let is_in = |text: String| {
                let text = traguardi::text::fold(&text);
                query.split_whitespace().all(|word| text.contains(&traguardi::text::fold(word)))
            };
            let expected: Vec<u32> =
                (0..texts.len() as u32).filter(|&row| is_in(of(&texts[row as usize]))).collect();
            let hits = search.find(&query, Some(field));
            prop_assert_eq!(table(&plan).0.rows(&Selection::default(), &hits), expected);
        }
    }

    #[test]
    fn a_search_finds_what_a_slow_search_finds(
        texts in prop::collection::vec("[a-dÀÈ ]{0,6}", 0..12),
        query in "[a-dàè ]{0,4}",
    ) {
        let objectives: Vec<_> =
            texts.iter().map(|text| Objective { objective: text.clone(), ..Objective::default() }).collect();
        let plan = Plan { objectives: objectives.into(), ..Plan::default() };
        let hits = SearchTexts::new(&plan).find(&query, None);
        let found = |text: &str| {
            let text = traguardi::text::fold(text);
            query.split_whitespace().all(|word| text.contains(&traguardi::text::fold(word)))
        };
        let expected: Vec<u32> = (0..texts.len() as u32).filter(|&row| found(&texts[row as usize])).collect();
        prop_assert_eq!(table(&plan).0.rows(&Selection::default(), &hits), expected);
    }
}

/// A plan of many objectives, of 333 people.
fn large_plan(objectives: u32, of: impl Fn(u32) -> Objective) -> Plan {
    let responsible = |n| People { cell: String::new(), names: vec![format!("P{}", n % 333).into()] };
    let objectives = (0..objectives).map(|n| Objective { responsible: responsible(n), ..of(n) });
    Plan { objectives: objectives.collect::<Vec<_>>().into(), ..Plan::default() }
}

/// An objective whose degree no other has.
fn with_a_degree_of_its_own(n: u32) -> Objective {
    let value = f64::from(n.wrapping_mul(2_654_435_761) % 1_000_003) / 10_000.1;
    let (degree, staff_percent) = (Percent::new(value), Percent::new(100.0 - value));
    Objective { degree, staff_percent, ..Objective::default() }
}

/// Plans whose counts are kept in other ways than those of small ones: of few values and whole weights, of few values
/// and any weights, of so many values that nothing is kept.
#[test]
fn steps_through_large_plans_lead_to_the_same_figures() {
    let of_few_values = |n: u32, weight: f64| Objective {
        mission: MissionCode::new(1 + (n % 20) as u8).map(|code| Mission { code: Some(code), name: None }),
        strategic: Some(n.is_multiple_of(3)),
        degree: Percent::new(f64::from(n.wrapping_mul(2_654_435_761) % 201) / 2.0)
            .filter(|_| !n.is_multiple_of(7)),
        weight: Weight::new(weight),
        ..Objective::default()
    };
    let plans = [
        large_plan(5_000, |n| of_few_values(n, f64::from(n % 9))),
        large_plan(5_000, |n| of_few_values(n, f64::from(n + 1).sqrt())),
        large_plan(20_000, with_a_degree_of_its_own),
    ];
    let filters = [
        Filter::new(Dimension::Mission, "04"),
        Filter::new(Dimension::Person, "P12"),
        Filter::new(Dimension::Mission, "05"),
        Filter::new(Dimension::Degree, "[50,60)"),
    ];
    for plan in &plans {
        let (table, stepper) = (table(plan).0, Stepper::default());
        let mut selection = Selection::default();
        for filter in filters.iter().chain(&filters) {
            selection.toggle(filter);
            assert!(stepper.figures(&table, &selection, &SearchHits::all()) == facets(&table, &selection));
        }
    }
}

/// Many groups with many different values, where medians cannot be counted rank by rank.
#[test]
fn medians_are_exact_where_values_and_groups_are_many() {
    let plan = large_plan(20_000, with_a_degree_of_its_own);
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

#[test]
fn the_same_words_in_another_text_are_another_search() {
    let plan = r#"[{"objective": "La scuola", "outcome": "Fatto", "percent": 100},
                   {"objective": "Altro", "outcome": "La scuola è aperta", "percent": 50}]"#;
    let document = traguardi::document::Document::open(plan.as_bytes(), "plan.json").expect("a plan");
    let selection = Selection { search: "scuola".into(), ..Selection::default() };
    for (field, expected) in
        [(None, vec![0, 1]), (Some(Field::Objective), vec![0]), (Some(Field::Outcome), vec![1])]
    {
        let hits = document.search_in(&selection.search, field);
        assert_eq!(document.rows(&selection, &hits), expected, "{field:?}");
        assert_eq!(
            document.figures(&selection, &hits).selected.objectives as usize,
            expected.len(),
            "{field:?}"
        );
    }
}
