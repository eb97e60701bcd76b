// SPDX-License-Identifier: AGPL-3.0-or-later
//! Mean degree by mission, with its programmes beneath it: how far, on a scale from 0 to 100, and over how many.
//!
//! A row toggles its mission or programme; a mission opens into its programmes. Never here: a mean without the number of objectives behind it; a bar for
//! what is not known.

use crate::plan::{MissionCode, ProgrammeCode};
use crate::sort::sort_by;
use crate::statistics::{Dimension, Figures, Filter, Group, Summary};

use plotters::element::Circle;
use plotters::style::Color;

use super::canvas::{Canvas, Drawn, Look, Plot, Refused, bar, line, notice};
use super::ink::{Finish, Ink, Paint};
use super::rows::{Band, Entry, Layout, Level, Name, OPENER, Values, drawn, mean_degree};
use super::scene::{Anchor, Mark, MarkState, Point, Rect, Scene};
use super::table::{Cell, TwinTable, Unit};
use super::{ChartDrawing, Task};

/// The room above the rows, for the scale.
const SCALE_ROOM: f32 = 24.0;

/// A row: a group, what it filters, what it is called.
struct Line<'a> {
    group: &'a Group,
    filter: Filter,
    name: Name,
    level: Level,
    /// Of a mission with programmes: whether they are shown.
    open: Option<bool>,
    /// Whether it is drawn: not where its mission is closed.
    is_drawn: bool,
}

pub(super) fn draw(task: &Task<'_>) -> ChartDrawing {
    let lines = lines(task);
    let missions = || task.figures.by_mission.iter().filter(|group| !task.is_merged(&group.key));
    let means = || missions().filter_map(|group| group.summary.degree.mean);
    let range = (means().count() > 1)
        .then(|| (means().fold(f64::INFINITY, f64::min), means().fold(f64::NEG_INFINITY, f64::max)));
    let summary = (task.words.degree_summary)(&task.figures.selected, range);
    task.drawing(scene(task, &lines), summary, table(task, &lines), Vec::new())
}

/// How many missions and programmes there are.
pub fn rows(figures: &Figures) -> usize {
    figures.by_mission.len() + figures.by_programme.len()
}

/// Missions, each followed by its programmes; then the programmes that no mission shown claims.
fn lines<'a>(task: &Task<'a>) -> Vec<Line<'a>> {
    let figures = task.figures;
    let mission_of = |group: &Group| group.key.parse::<ProgrammeCode>().ok().map(|code| code.mission());
    let programme = |group: &'a Group| Line {
        group,
        filter: Filter::new(Dimension::Programme, &group.key),
        name: Name::of(&group.key, task.names.programme(&group.key), task.words.no_programme),
        level: Level::Under,
        open: None,
        is_drawn: true,
    };
    let rows = rows(figures);
    let mut claimed = vec![false; figures.by_programme.len()];
    let mut lines = Vec::with_capacity(rows);
    for group in by_value(task, figures.by_mission.iter().collect()) {
        let at = lines.len();
        lines.push(Line {
            group,
            filter: Filter::new(Dimension::Mission, &group.key),
            name: Name::of(&group.key, task.names.mission(&group.key), task.words.no_mission),
            level: Level::Main,
            open: None,
            is_drawn: true,
        });
        if let Ok(code) = group.key.parse::<MissionCode>() {
            let mut own = Vec::new();
            for (group, claimed) in figures.by_programme.iter().zip(&mut claimed) {
                if mission_of(group) == Some(code) {
                    *claimed = true;
                    own.push(group);
                }
            }
            if !own.is_empty() {
                let is_drawn = task.arrangement.is_open(&group.key, rows);
                lines[at].open = Some(is_drawn);
                let own = by_value(task, own).into_iter();
                lines.extend(own.map(|group| Line { is_drawn, ..programme(group) }));
            }
        }
    }
    let others = figures.by_programme.iter().zip(&claimed).filter(|(_, claimed)| !**claimed);
    let others = by_value(task, others.map(|(group, _)| group).collect());
    lines.extend(others.into_iter().map(programme));
    lines
}

/// The highest mean first, the unknown last, where rows are wanted by value.
fn by_value<'a>(task: &Task<'_>, mut groups: Vec<&'a Group>) -> Vec<&'a Group> {
    if task.is_by_value() {
        let mean = |group: &Group| group.summary.degree.mean.unwrap_or(-1.0);
        sort_by(&mut groups, |a, b| mean(b).total_cmp(&mean(a)));
    }
    groups
}

/// A programme is dimmed by a selection of programmes, and by one of missions that leaves its own out.
fn state(task: &Task<'_>, line: &Line<'_>) -> MarkState {
    let own = MarkState::of(&line.filter, task.selection);
    let by_mission = task.selection.filters_by(Dimension::Mission);
    if line.level == Level::Main || own != MarkState::Plain || !by_mission {
        return own;
    }
    let mission = line.group.key.split_once('.').map_or("", |(mission, _)| mission);
    match MarkState::of(&Filter::new(Dimension::Mission, mission), task.selection) {
        MarkState::Dimmed => MarkState::Dimmed,
        _ => MarkState::Plain,
    }
}

fn table(task: &Task<'_>, lines: &[Line<'_>]) -> TwinTable {
    let words = task.words;
    let heads = [
        (words.code, Unit::Text),
        (words.mission_or_programme, Unit::Text),
        (words.objectives, Unit::Objectives),
        (words.with_degree, Unit::Objectives),
        (words.mean_degree, Unit::Percent),
        (words.median_degree, Unit::Percent),
    ];
    let mut table = TwinTable::new(words.degree_by_mission, heads);
    let cells = |code: &str, name: &str, summary: &Summary| {
        vec![
            Cell::Text(code.to_owned()),
            Cell::Text(name.to_owned()),
            Cell::Count(summary.objectives),
            Cell::Count(summary.degree.known),
            Cell::Percent(summary.degree.mean),
            Cell::Percent(summary.degree.median),
        ]
    };
    for Line { group, filter, name, .. } in lines {
        table.push(cells(&name.code, &name.name, &group.summary), Some(filter.clone()));
    }
    table.push(cells("", words.total, &task.figures.selected), None);
    table
}

fn scene(task: &Task<'_>, lines: &[Line<'_>]) -> Result<Scene, Refused> {
    let words = task.words;
    if lines.is_empty() {
        return Ok(notice(task.nothing().unwrap_or(words.empty_plan), task.width));
    }
    let lines: Vec<_> = lines.iter().filter(|line| line.is_drawn).collect();
    let entries: Vec<_> = lines
        .iter()
        .take(drawn(lines.len()))
        .map(|line| Entry {
            name: line.name.clone(),
            level: line.level,
            state: state(task, line),
            value: mean_degree(words, &line.group.summary),
        })
        .collect();
    let lead = if lines.iter().any(|line| line.open.is_some()) { OPENER } else { 0.0 };
    let layout = Layout::new(&entries, lines.len(), task.width, [SCALE_ROOM, lead], Values::Column);
    let mut canvas = Canvas::new(task.width, layout.height);
    let mut plot = canvas.plot(layout.margins, 100.0, f64::from(layout.height))?;
    scale(task, &canvas, &mut plot, &layout)?;
    for (i, ((row, entry), band)) in lines.iter().zip(&entries).zip(&layout.bands).enumerate() {
        let mut bounds = band.bounds;
        if let Some(is_open) = row.open {
            let (own, rest) = bounds.split(OPENER + 6.0);
            bounds = rest;
            opener(task, &mut canvas, row, own, layout.first_line(band), (is_open, i as u16))?;
        }
        canvas.begin(mark(task, row, entry, bounds, i as u16));
        layout.name(&canvas, entry, band)?;
        let mean = row.group.summary.degree.mean;
        if let Some(mean) = mean {
            draw_mean(&mut plot, mean, row.level, band, f64::from(layout.bar_room()))?;
        }
        layout.value(&canvas, entry, band, mean.is_some())?;
        canvas.end();
    }
    layout.more(&canvas, words)?;
    Ok(canvas.finish())
}

fn mark(task: &Task<'_>, line: &Line<'_>, entry: &Entry, bounds: Rect, row: u16) -> Mark {
    let words = task.words;
    let summary = &line.group.summary;
    let kind = if line.level == Level::Main { words.mission } else { words.programme };
    let full = line.name.full(kind);
    let mut label = format!("{full}: {}", (words.count)(0));
    let mut lines = vec![full.clone(), (words.count)(summary.objectives)];
    if summary.objectives > 0 {
        label = format!("{full}: {} {}", words.mean_degree.to_ascii_lowercase(), entry.value);
        lines.push(format!("{}: {}", words.mean_degree, entry.value));
    }
    if let Some(median) = summary.degree.median {
        let median = words.measure(Some(median), summary.degree.known, summary.objectives);
        lines.push(format!("{}: {median}", words.median_degree));
    }
    if summary.stand_ins > 0 {
        lines.push((words.stand_ins)(summary.stand_ins, summary.degree.known));
    }
    if summary.corrected > 0 {
        lines.push((words.corrected)(summary.corrected));
    }
    Mark {
        id: line.filter.handle(),
        filters: vec![line.filter.clone()],
        bounds,
        row,
        // Openers stand before.
        column: 1,
        label,
        lines,
        state: entry.state,
        ..Mark::default()
    }
}

/// What opens a mission into its programmes, and closes it: a triangle that points to what it would show, or down to
/// what it shows.
fn opener(
    task: &Task<'_>,
    canvas: &mut Canvas,
    line: &Line<'_>,
    bounds: Rect,
    y: f32,
    (is_open, row): (bool, u16),
) -> Drawn {
    let full = line.name.full(task.words.mission);
    let label = (task.more.programmes_of)(&full);
    let hint = if is_open { task.more.close } else { task.more.open };
    let action = format!("open-mission:{}", line.group.key);
    canvas.begin(Mark {
        id: format!("chart:{action}"),
        action: Some(action),
        expanded: Some(is_open),
        bounds,
        row,
        lines: vec![label.clone(), hint.to_owned()],
        label,
        ..Mark::default()
    });
    let x = bounds.x + bounds.width / 2.0 + 1.0;
    let corners = match is_open {
        true => [(-5.0, -2.5), (5.0, -2.5), (0.0, 4.0)],
        false => [(-2.5, -5.0), (4.0, 0.0), (-2.5, 5.0)],
    };
    canvas.polygon(&corners.map(|(across, down)| Point { x: x + across, y: y + down }), Ink::Accent)?;
    canvas.end();
    Ok(())
}

/// A mean: a bar for a mission, a thin line that ends in a dot for a programme.
fn draw_mean(plot: &mut Plot<'_>, mean: f64, level: Level, band: &Band, room: f64) -> Drawn {
    let middle = f64::from(band.bar);
    match level {
        Level::Main => {
            // A mean of 0 is something known, and is drawn as the shortest bar there is.
            let end = mean.max(300.0 / room);
            bar(plot, (0.0, middle - 5.0), (end, middle + 5.0), Paint(Ink::Accent, Finish::Plain))
        }
        Level::Under => {
            line(plot, (0.0, middle), (mean, middle), Ink::AccentMuted, 1.5)?;
            let dot =
                Circle::new((mean, middle), (3.5 * super::backend::SCALE) as i32, Ink::AccentMuted.filled());
            plot.draw_series([dot]).map(|_| ())
        }
    }
}

/// The scale: 0, 50 and 100. Its rules run through all rows, or only behind the bars where names stand above those.
fn scale(task: &Task<'_>, canvas: &Canvas, plot: &mut Plot<'_>, layout: &Layout) -> Drawn {
    for (value, anchor) in [(0.0, Anchor::Start), (50.0, Anchor::Middle), (100.0, Anchor::End)] {
        let ink = if value == 0.0 { Ink::Axis } else { Ink::Grid };
        if layout.stacked {
            for band in &layout.bands {
                let (top, bottom) = (f64::from(band.bar - 7.0), f64::from(band.bar + 7.0));
                line(plot, (value, top), (value, bottom), ink, 1.0)?;
            }
        } else {
            let (top, bottom) = (f64::from(SCALE_ROOM - 4.0), f64::from(layout.height - 4.0));
            line(plot, (value, top), (value, bottom), ink, 1.0)?;
        }
        let language = task.words.language;
        let text = if value == 100.0 { language.percent(value) } else { language.number(value, 0) };
        let x = layout.margins[3] + layout.bar_room() * (value / 100.0) as f32;
        canvas.text(&text, Point { x, y: 10.0 }, Look::new(12.0, Ink::TextMuted).anchor(anchor))?;
    }
    Ok(())
}
