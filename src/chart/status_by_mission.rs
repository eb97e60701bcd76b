// SPDX-License-Identifier: AGPL-3.0-or-later
//! Status by mission: for each mission a bar as long as it has objectives, divided by how they went.
//!
//! A bar toggles its mission. Never here: an order by result; missions stand by their codes, or by how many objectives they
//! have.

use crate::reading::Status;
use crate::sort::sort_by;
use crate::statistics::{Dimension, Filter, Group};

use super::canvas::{Canvas, Look, Refused, line, notice};
use super::ink::Ink;
use super::rows::{Entry, Layout, Level, Name, VALUE_SIZE, Values, drawn};
use super::scene::{Mark, MarkState, Point, Scene};
use super::segments::{self, Bar};
use super::table::{Cell, TwinTable, Unit, occurring};
use super::{ChartDrawing, Task};

/// How thick a bar is.
const THICK: f32 = 18.0;

pub(super) fn draw(task: &Task<'_>) -> ChartDrawing {
    let missions = &rows(task);
    let selected = &task.figures.selected;
    let is_mission = |group: &&&Group| group.summary.objectives > 0 && !task.is_merged(&group.key);
    let counted = || missions.iter().filter(is_mission);
    let whole = counted().filter(|g| g.summary.status.of(Status::Achieved) == g.summary.objectives).count();
    let summary = (task.words.status_summary)(selected, whole as u32, counted().count() as u32);
    task.drawing(scene(task, missions), summary, table(task, missions), task.statuses(&selected.status))
}

/// The missions by code; by value, those with most objectives first, as their bars are the longest.
fn rows<'a>(task: &Task<'a>) -> Vec<&'a Group> {
    let mut rows: Vec<_> = task.figures.by_mission.iter().collect();
    if task.is_by_value() {
        sort_by(&mut rows, |a, b| b.summary.objectives.cmp(&a.summary.objectives));
    }
    rows
}

fn name(task: &Task<'_>, group: &Group) -> Name {
    Name::of(&group.key, task.names.mission(&group.key), task.words.no_mission)
}

fn table(task: &Task<'_>, missions: &[&Group]) -> TwinTable {
    let words = task.words;
    let statuses = occurring(&task.figures.selected.status);
    let heads = [(words.code, Unit::Text), (words.mission, Unit::Text), (words.objectives, Unit::Objectives)];
    let of_statuses = statuses.iter().map(|&status| (words.status(status).name, Unit::Objectives));
    let mut table = TwinTable::new(words.status_by_mission, heads.into_iter().chain(of_statuses));
    let counts = |summary: &crate::statistics::Summary| {
        let statuses = statuses.iter().map(|&status| Cell::Count(summary.status.of(status)));
        std::iter::once(Cell::Count(summary.objectives)).chain(statuses).collect::<Vec<_>>()
    };
    for group in missions {
        let Name { code, name, .. } = name(task, group);
        let mut cells = vec![Cell::Text(code), Cell::Text(name)];
        cells.extend(counts(&group.summary));
        table.push(cells, Some(Filter::new(Dimension::Mission, &group.key)));
    }
    let mut cells = vec![Cell::Text(String::new()), Cell::Text(words.total.to_owned())];
    cells.extend(counts(&task.figures.selected));
    table.push(cells, None);
    table
}

fn scene(task: &Task<'_>, missions: &[&Group]) -> Result<Scene, Refused> {
    let words = task.words;
    if missions.is_empty() {
        return Ok(notice(task.nothing().unwrap_or(words.empty_plan), task.width));
    }
    let filters: Vec<_> = missions
        .iter()
        .take(drawn(missions.len()))
        .map(|g| Filter::new(Dimension::Mission, &g.key))
        .collect();
    let entries: Vec<_> = missions
        .iter()
        .zip(&filters)
        .map(|(group, filter)| Entry {
            name: name(task, group),
            level: Level::Main,
            state: MarkState::of(filter, task.selection),
            value: words.figure(group.summary.objectives),
        })
        .collect();
    let layout = Layout::new(&entries, missions.len(), task.width, [0.0, 0.0], Values::AfterBars);
    let mut canvas = Canvas::new(task.width, layout.height);
    let most = missions.iter().map(|group| group.summary.objectives).max().unwrap_or(0).max(1);
    let mut plot = canvas.plot(layout.margins, f64::from(most), f64::from(layout.height))?;
    let per_pixel = f64::from(most) / f64::from(layout.bar_room());

    for (i, (((group, filter), entry), band)) in
        missions.iter().zip(filters).zip(&entries).zip(&layout.bands).enumerate()
    {
        let summary = &group.summary;
        let full = entry.name.full(words.mission);
        let statuses = summary.status.iter().filter(|(_, n)| *n > 0);
        let statuses = statuses.map(|(status, n)| words.status_count(status, n));
        canvas.begin(Mark {
            id: filter.handle(),
            filters: vec![filter],
            bounds: band.bounds,
            row: i as u16,
            label: format!("{full}: {}", words.outcome(summary)),
            lines: [full, (words.count)(summary.objectives)].into_iter().chain(statuses).collect(),
            state: entry.state,
            ..Mark::default()
        });
        layout.name(&canvas, entry, band)?;
        let in_proportion = (f64::from(summary.objectives) / per_pixel) as f32;
        let length = in_proportion.max(segments::least(&summary.status));
        let (middle, state) = (band.bar, entry.state);
        let counts = &summary.status;
        let stacked = Bar { counts, length, middle, thick: THICK, per_pixel, state, total_beside: true };
        segments::draw(&mut canvas, &mut plot, words, &stacked)?;
        let known = summary.objectives > 0 && state != MarkState::Dimmed;
        let look = Look::new(VALUE_SIZE, if known { Ink::Text } else { Ink::TextMuted });
        if layout.below {
            layout.value(&canvas, entry, band, known)?;
        } else {
            let x = layout.margins[3] + length + 6.0;
            canvas.text(&entry.value, Point { x, y: band.value }, look)?;
        }
        canvas.end();
        let (top, bottom) = (f64::from(middle - THICK / 2.0 - 3.0), f64::from(middle + THICK / 2.0 + 3.0));
        line(&mut plot, (0.0, top), (0.0, bottom), Ink::Axis, 1.0)?;
    }
    layout.more(&canvas, words)?;
    Ok(canvas.finish())
}
