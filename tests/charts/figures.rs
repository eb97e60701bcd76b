// SPDX-License-Identifier: AGPL-3.0-or-later
//! Figures for drawing, counted the slow way from a list of objectives.
//!
//! Never here: `statistics`, whose results are tested elsewhere; what a chart is given is stated here by hand.

use std::collections::BTreeMap;
use traguardi::reading::Status;

use traguardi::statistics::{
    Distribution, Figures, Gap, Group, Measure, Month, StatusCounts, StatusRow, Summary, WeightedMean,
};

/// An objective as charts see it.
#[derive(Debug, Clone)]
pub struct Objective {
    pub mission: String,
    pub programme: String,
    pub strategic: &'static str,
    pub status: Status,
    pub degree: Option<f64>,
}

impl Objective {
    pub fn new(
        mission: &str,
        programme: &str,
        strategic: &'static str,
        status: Status,
        degree: Option<f64>,
    ) -> Self {
        Self { mission: mission.into(), programme: programme.into(), strategic, status, degree }
    }
}

fn summary(objectives: &[&Objective]) -> Summary {
    let mut status = StatusCounts::default();
    objectives.iter().for_each(|objective| status.add(objective.status));
    let mut degrees: Vec<f64> = objectives.iter().filter_map(|objective| objective.degree).collect();
    degrees.sort_by(f64::total_cmp);
    let known = degrees.len() as u32;
    let mean = (known > 0).then(|| degrees.iter().sum::<f64>() / f64::from(known));
    let median = (known > 0).then(|| (degrees[(degrees.len() - 1) / 2] + degrees[degrees.len() / 2]) / 2.0);
    Summary {
        left_out: 0,
        objectives: objectives.len() as u32,
        strategic: objectives.iter().filter(|objective| objective.strategic == "true").count() as u32,
        status,
        degree: Measure { known, mean, median },
        weighted: WeightedMean::default(),
        stand_ins: known / 3,
        corrected: 0,
        staff_percent: Measure::default(),
    }
}

/// The groups of a plan by a key, codes first, then names, then none; those without a selected objective too.
fn groups(all: &[Objective], selected: &[&Objective], key: impl Fn(&Objective) -> &str) -> Vec<Group> {
    let mut keys: Vec<&str> = all.iter().map(&key).collect();
    keys.sort_by_key(|key| (key.is_empty(), !key.starts_with(|c: char| c.is_ascii_digit()), *key));
    keys.dedup();
    let of = |wanted: &str| selected.iter().copied().filter(|o| key(o) == wanted).collect::<Vec<_>>();
    keys.into_iter().map(|key| Group { key: key.to_owned(), summary: summary(&of(key)) }).collect()
}

/// What else a plan says of its objectives, made by rule from their places.
struct More {
    office: String,
    staff: Option<f64>,
    year: &'static str,
    due: String,
    completed: String,
}

fn more(at: usize, objective: &Objective) -> More {
    let month = |at: usize| format!("{}-{:02}", 2020 + at % 2, 1 + at % 12);
    More {
        office: if objective.mission.is_empty() { String::new() } else { format!("Settore {}", at % 5) },
        staff: [None, objective.degree, Some(100.0), Some(80.0)][at % 4],
        year: ["2020", "2021", "2022", ""][at % 4],
        due: match at % 6 {
            0 => String::new(),
            1 => "2021".into(),
            _ => month(at),
        },
        completed: if at.is_multiple_of(3) { month(at + 1) } else { String::new() },
    }
}

fn rows(all: &[(&str, &Objective, bool)]) -> Vec<StatusRow> {
    let mut keys: Vec<&str> = all.iter().map(|(key, ..)| *key).collect();
    keys.sort_by_key(|key| (key.is_empty(), !key.starts_with(|c: char| c.is_ascii_digit()), *key));
    keys.dedup();
    let row = |key: &str| {
        let mut status = StatusCounts::default();
        let own = all.iter().filter(|(of, _, chosen)| *of == key && *chosen);
        own.for_each(|(_, objective, _)| status.add(objective.status));
        StatusRow { key: key.to_owned(), status, left_out: 0 }
    };
    keys.into_iter().map(row).collect()
}

/// Puts in what charts of pairs, months and years show.
fn add_linked(figures: &mut Figures, all: &[Objective], chosen: impl Fn(&Objective) -> bool) {
    let mores: Vec<More> = all.iter().enumerate().map(|(at, objective)| more(at, objective)).collect();
    let with = |key: fn(&Objective, &More) -> String| -> Vec<(String, &Objective, bool)> {
        all.iter().zip(&mores).map(|(o, more)| (key(o, more), o, chosen(o))).collect()
    };
    let by = |keyed: &[(String, &Objective, bool)]| {
        rows(&keyed.iter().map(|(key, o, chosen)| (key.as_str(), *o, *chosen)).collect::<Vec<_>>())
    };
    figures.status_by_mission = by(&with(|objective, _| objective.mission.clone()));
    figures.status_by_office = by(&with(|_, more| more.office.clone()));
    let mut gap = Gap::default();
    let mut months = BTreeMap::<String, Month>::new();
    for (objective, more) in all.iter().zip(&mores) {
        let counts = u32::from(chosen(objective));
        let due = months.entry(more.due.clone()).or_default();
        due.due += counts;
        due.due_kept[more.due.len() % 3] += counts;
        months.entry(more.completed.clone()).or_default().completed += counts;
        match (objective.degree, more.staff) {
            (Some(degree), Some(staff)) => {
                gap.cells[Distribution::bin_of(degree)][Distribution::bin_of(staff)] += counts;
                gap.order[1 + (degree > staff) as usize - (degree < staff) as usize] += counts;
            }
            (None, Some(_)) => gap.unknown[0] += counts,
            (Some(_), None) => gap.unknown[1] += counts,
            (None, None) => gap.unknown[2] += counts,
        }
    }
    let none = months.remove("").map(|month| (String::new(), month));
    let keyed = |(key, month): (String, Month)| Month { key, ..month };
    figures.timeline = months.into_iter().chain(none).map(keyed).collect();
    figures.gap = gap;
    let mut years = Vec::new();
    for year in ["2020", "2021", "2022", ""] {
        let own = || all.iter().zip(&mores).filter(move |(_, more)| more.year == year).map(|(o, _)| o);
        if own().next().is_some() {
            let chosen: Vec<_> = own().filter(|o| chosen(o)).collect();
            years.push(Group { key: year.to_owned(), summary: summary(&chosen) });
        }
    }
    figures.by_year = years;
}

/// The figures of those objectives that are selected.
pub fn figures(all: &[Objective], chosen: impl Fn(&Objective) -> bool) -> Figures {
    let selected: Vec<&Objective> = all.iter().filter(|objective| chosen(objective)).collect();
    let mut distribution = Distribution::default();
    for objective in &selected {
        match objective.degree {
            Some(degree) => distribution.bins[Distribution::bin_of(degree)] += 1,
            None => distribution.unknown += 1,
        }
    }
    let mut figures = Figures {
        plan: summary(&all.iter().collect::<Vec<_>>()),
        selected: summary(&selected),
        distribution,
        by_mission: groups(all, &selected, |o| &o.mission),
        by_programme: groups(all, &selected, |o| &o.programme),
        by_responsible: Vec::new(),
        by_strategic: groups(all, &selected, |o| o.strategic),
        ..Figures::default()
    };
    add_linked(&mut figures, all, chosen);
    figures
}

/// A small plan with every status, an objective without a programme, and one without a mission.
pub fn small_plan() -> Vec<Objective> {
    use Status::*;
    let o = Objective::new;
    vec![
        o("01", "01.01", "true", Achieved, Some(100.0)),
        o("01", "01.01", "false", Achieved, Some(100.0)),
        o("01", "01.02", "false", Achieved, Some(100.0)),
        o("01", "01.02", "true", PartiallyAchieved, Some(50.0)),
        o("01", "01.11", "false", NotAchieved, Some(0.0)),
        o("01", "01.11", "false", Suspended, None),
        o("04", "04.06", "false", Achieved, Some(100.0)),
        o("04", "04.06", "false", Achieved, Some(100.0)),
        o("08", "08.01", "true", PartiallyAchieved, Some(94.5)),
        o("08", "08.01", "false", Postponed, None),
        o("09", "09.03", "false", InProgress, Some(35.0)),
        o("09", "09.03", "false", Cancelled, None),
        o("12", "12.07", "false", Achieved, Some(100.0)),
        o("12", "12.07", "false", NotMeasurable, None),
        o("12", "", "false", NotStated, None),
        o("", "", "", NotStated, None),
    ]
}

/// A plan of many missions, programmes and objectives, made by rule.
pub fn large_plan(missions: usize, programmes: usize, objectives: usize) -> Vec<Objective> {
    let statuses = [Status::Achieved, Status::Achieved, Status::Achieved, Status::PartiallyAchieved];
    (0..objectives)
        .map(|i| {
            let (mission, programme) = (i % missions + 1, i / missions % programmes + 1);
            let status = if i % 17 == 0 { Status::ALL[i / 17 % 9] } else { statuses[i % 7 % 4] };
            let degree = match status {
                Status::Achieved => Some(100.0),
                Status::PartiallyAchieved => Some((i % 99 + 1) as f64),
                Status::NotAchieved => Some(0.0),
                _ => None,
            };
            let strategic = ["true", "false", "false"][i % 3];
            Objective::new(
                &format!("{mission:02}"),
                &format!("{mission:02}.{programme:02}"),
                strategic,
                status,
                degree,
            )
        })
        .collect()
}
