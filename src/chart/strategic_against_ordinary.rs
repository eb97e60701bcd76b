// SPDX-License-Identifier: AGPL-3.0-or-later
//! Strategic against ordinary objectives: how each kind went, as shares of its own, so that few compare with many.
//!
//! A bar toggles its kind. Never here: a share without its counts.

use crate::sort::sort_by;
use crate::statistics::{Dimension, Filter, Group, Summary};

use super::canvas::{Canvas, Refused, line, notice};
use super::ink::Ink;
use super::rows::{Entry, Layout, Level, Name, Values, mean_degree};
use super::scene::{Mark, MarkState, Scene};
use super::segments::{self, Bar};
use super::table::{Cell, TwinTable, Unit, occurring};
use super::{ChartDrawing, Task};

/// The room above the rows, for the head of the figures.
const HEAD: f32 = 20.0;
/// How thick a bar is.
const THICK: f32 = 18.0;

pub(super) fn draw(task: &Task<'_>) -> ChartDrawing {
    let kinds = &kinds(&task.figures.by_strategic);
    let sentences = kinds.iter().filter(|kind| kind.summary.objectives > 0);
    let sentences = sentences.map(|kind| (task.words.kind_summary)(name(task, kind), &kind.summary));
    let summary = sentences.collect::<Vec<_>>().join(" ");
    task.drawing(
        scene(task, kinds),
        summary,
        table(task, kinds),
        task.statuses(&task.figures.selected.status),
    )
}

/// Strategic first, then ordinary, then what the plan calls neither.
fn kinds(groups: &[Group]) -> Vec<&Group> {
    let mut kinds: Vec<_> = groups.iter().collect();
    let place = |kind: &Group| ["true", "false"].iter().position(|key| *key == kind.key).unwrap_or(2);
    sort_by(&mut kinds, |a, b| place(a).cmp(&place(b)));
    kinds
}

fn name(task: &Task<'_>, kind: &Group) -> &'static str {
    match kind.key.as_str() {
        "true" => task.words.strategic,
        "false" => task.words.ordinary,
        _ => task.words.neither,
    }
}

fn table(task: &Task<'_>, kinds: &[&Group]) -> TwinTable {
    let words = task.words;
    let statuses = occurring(&task.figures.selected.status);
    let heads = [(words.kind, Unit::Text), (words.objectives, Unit::Objectives)];
    let of_statuses = statuses.iter().map(|&status| (words.status(status).name, Unit::Objectives));
    let degree = [(words.with_degree, Unit::Objectives), (words.mean_degree, Unit::Percent)];
    let heads = heads.into_iter().chain(of_statuses).chain(degree);
    let mut table = TwinTable::new(words.strategic_against_ordinary, heads);
    let cells = |name: &str, summary: &Summary| {
        let mut cells = vec![Cell::Text(name.to_owned()), Cell::Count(summary.objectives)];
        cells.extend(statuses.iter().map(|&status| Cell::Count(summary.status.of(status))));
        cells.extend([Cell::Count(summary.degree.known), Cell::Percent(summary.degree.mean)]);
        cells
    };
    for kind in kinds {
        let filter = Filter::new(Dimension::Strategic, &kind.key);
        table.push(cells(name(task, kind), &kind.summary), Some(filter));
    }
    table.push(cells(words.total, &task.figures.selected), None);
    table
}

fn scene(task: &Task<'_>, kinds: &[&Group]) -> Result<Scene, Refused> {
    let words = task.words;
    if kinds.is_empty() {
        return Ok(notice(task.nothing().unwrap_or(words.empty_plan), task.width));
    }
    let filters: Vec<_> = kinds.iter().map(|k| Filter::new(Dimension::Strategic, &k.key)).collect();
    let entries: Vec<_> = kinds
        .iter()
        .zip(&filters)
        .map(|(kind, filter)| Entry {
            name: Name { code: String::new(), name: name(task, kind).to_owned(), is_of_plan: false },
            level: Level::Main,
            state: MarkState::of(filter, task.selection),
            value: mean_degree(words, &kind.summary),
        })
        .collect();
    let layout = Layout::new(&entries, kinds.len(), task.width, [HEAD, 0.0], Values::Column);
    let mut canvas = Canvas::new(task.width, layout.height);
    // Shares of each kind, in percent.
    let mut plot = canvas.plot(layout.margins, 100.0, f64::from(layout.height))?;
    let room = layout.bar_room();
    layout.head(&canvas, words.mean_degree)?;
    for (i, (((kind, filter), entry), band)) in
        kinds.iter().zip(filters).zip(&entries).zip(&layout.bands).enumerate()
    {
        let summary = &kind.summary;
        let statuses = summary.status.iter().filter(|(_, n)| *n > 0);
        let statuses = statuses.map(|(status, n)| words.status_count(status, n));
        let mut label = format!("{}: {}", entry.name.name, words.outcome(summary));
        let mut lines = vec![entry.name.name.clone(), (words.count)(summary.objectives)];
        lines.extend(statuses);
        if summary.objectives > 0 {
            label += &format!("; {} {}", words.mean_degree.to_ascii_lowercase(), entry.value);
            lines.push(format!("{}: {}", words.mean_degree, entry.value));
        }
        canvas.begin(Mark {
            id: filter.handle(),
            filters: vec![filter],
            bounds: band.bounds,
            row: i as u16,
            label,
            lines,
            state: entry.state,
            ..Mark::default()
        });
        layout.name(&canvas, entry, band)?;
        if summary.objectives > 0 {
            let stacked = Bar {
                counts: &summary.status,
                length: room.max(segments::least(&summary.status)),
                middle: band.bar,
                thick: THICK,
                per_pixel: 100.0 / f64::from(room),
                state: entry.state,
                total_beside: false,
            };
            segments::draw(&mut canvas, &mut plot, words, &stacked)?;
        }
        layout.value(&canvas, entry, band, summary.degree.mean.is_some())?;
        canvas.end();
        let (top, bottom) =
            (f64::from(band.bar - THICK / 2.0 - 3.0), f64::from(band.bar + THICK / 2.0 + 3.0));
        line(&mut plot, (0.0, top), (0.0, bottom), Ink::Axis, 1.0)?;
    }
    Ok(canvas.finish())
}
