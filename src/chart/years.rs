// SPDX-License-Identifier: AGPL-3.0-or-later
//! Several planned years: the mean degree as a line from year to year, and how many objectives each has.
//!
//! A year selects its objectives; those planned in several years are in each. Never here: a line through a year whose
//! degree is not known.

use crate::statistics::{Dimension, Filter, Group};

use super::canvas::{Canvas, Drawn, Look, Refused, notice};
use super::ink::Ink;
use super::metrics::{Weight, width as text_width};
use super::scene::{Anchor, Mark, MarkState, Point, Rect, Scene};
use super::table::{Cell, TwinTable, Unit};
use super::{ChartDrawing, Task};

/// The narrowest and the widest place of a year.
const NARROWEST: f32 = 46.0;
const WIDEST: f32 = 110.0;
/// Room for the scale, above the line for its figures, for the line, between, for the columns, and below.
const LEFT: f32 = 34.0;
const TOP: f32 = 42.0;
const LINE: f32 = 96.0;
const BETWEEN: f32 = 40.0;
const COLUMNS: f32 = 52.0;
const BOTTOM: f32 = 36.0;
const LABEL: f32 = 12.0;
/// More slopes than this are not all said in the sentence.
const MOST_SAID: usize = 3;

/// A year, and how its mean differs from that of the year before.
struct Year<'a> {
    group: &'a Group,
    slope: Option<f64>,
}

fn years<'a>(task: &Task<'a>) -> Vec<Year<'a>> {
    let mut before: Option<f64> = None;
    let mut years = Vec::new();
    for group in &task.figures.by_year {
        let mean = group.summary.degree.mean.filter(|_| !group.key.is_empty());
        let slope = mean.zip(before).map(|(mean, before)| mean - before);
        before = mean;
        years.push(Year { group, slope });
    }
    years
}

pub(super) fn draw(task: &Task<'_>) -> ChartDrawing {
    let years = years(task);
    task.drawing(scene(task, &years), summary(task, &years), table(task, &years), Vec::new())
}

fn summary(task: &Task<'_>, years: &[Year<'_>]) -> String {
    let more = task.more;
    let mean = |year: &Year<'_>| year.group.summary.degree.mean.filter(|_| !year.group.key.is_empty());
    let step = |from: &Year<'_>, to: &Year<'_>| {
        Some((more.slope)((&from.group.key, mean(from)?), (&to.group.key, mean(to)?)))
    };
    let mut steps: Vec<_> = years.windows(2).filter_map(|pair| step(&pair[0], &pair[1])).collect();
    if steps.len() > MOST_SAID {
        let known: Vec<_> = years.iter().filter(|year| mean(year).is_some()).collect();
        steps =
            known.first().zip(known.last()).and_then(|(first, last)| step(first, last)).into_iter().collect();
    }
    if steps.is_empty() {
        steps.push(more.no_slope.to_owned());
    }
    let said = steps.join(" ");
    match task.selection.filters_by(Dimension::Year) {
        true => format!("{said} {} {}", more.years_overlap, more.own_filters_ignored),
        false => format!("{said} {}", more.years_overlap),
    }
}

fn name<'a>(task: &Task<'_>, year: &'a Group) -> &'a str {
    if year.key.is_empty() { task.more.no_year } else { &year.key }
}

fn table(task: &Task<'_>, years: &[Year<'_>]) -> TwinTable {
    let (words, more) = (task.words, task.more);
    let heads = [
        (more.planned_year, Unit::Text),
        (words.objectives, Unit::Objectives),
        (words.with_degree, Unit::Objectives),
        (words.mean_degree, Unit::Percent),
        (more.against_year_before, Unit::Text),
    ];
    let mut table = TwinTable::new(more.years, heads);
    for Year { group, slope } in years {
        let summary = &group.summary;
        let cells = vec![
            Cell::Text(name(task, group).to_owned()),
            Cell::Count(summary.objectives),
            Cell::Count(summary.degree.known),
            Cell::Percent(summary.degree.mean),
            Cell::Text(slope.map(more.points).unwrap_or_else(|| "–".into())),
        ];
        table.push(cells, Some(Filter::new(Dimension::Year, &*group.key)));
    }
    table
}

fn scene(task: &Task<'_>, years: &[Year<'_>]) -> Result<Scene, Refused> {
    let words = task.words;
    if years.is_empty() {
        return Ok(notice(task.nothing().unwrap_or(task.more.no_years), task.width));
    }
    // Of more years than there is room for, the last; the table has them all.
    let room = ((task.width - LEFT) / NARROWEST) as usize;
    let left_out = years.len().saturating_sub(room.max(1));
    let years = &years[left_out..];
    let slot = ((task.width - LEFT) / years.len() as f32).min(WIDEST);
    let most = years.iter().map(|year| year.group.summary.objectives).max().unwrap_or(0).max(1);
    let height = TOP + LINE + BETWEEN + COLUMNS + BOTTOM;
    let height = height + if left_out > 0 { 24.0 } else { 0.0 };
    let mut canvas = Canvas::new(task.width, height);
    let right = LEFT + slot * years.len() as f32;
    scale(task, &canvas, right)?;
    let middle = |at: usize| LEFT + (at as f32 + 0.5) * slot;
    let up = |mean: f64| TOP + LINE * (1.0 - (mean / 100.0) as f32);
    for (at, pair) in years.windows(2).enumerate() {
        if let (Some(before), Some(mean), Some(_)) =
            (pair[0].group.summary.degree.mean, pair[1].group.summary.degree.mean, pair[1].slope)
        {
            let (from, to) =
                (Point { x: middle(at), y: up(before) }, Point { x: middle(at + 1), y: up(mean) });
            canvas.rule(from, to, Ink::Accent, 2.0)?;
        }
    }
    for (at, year) in years.iter().enumerate() {
        let (x, y) = (LEFT + at as f32 * slot, 16.0);
        let bounds = Rect { x, y, width: slot, height: TOP + LINE + BETWEEN + COLUMNS + BOTTOM - y };
        canvas.begin(mark(task, year, at as u16, bounds));
        let summary = &year.group.summary;
        if let Some(mean) = summary.degree.mean {
            canvas.disc(Point { x: middle(at), y: up(mean) }, 4.0, Ink::Accent)?;
            let figure = words.language.percent(mean);
            let look = Look::new(LABEL, Ink::Text).weight(Weight::SemiBold).anchor(Anchor::Middle).halo();
            // Above its dot; at the top of the scale there is room for that too.
            canvas.text(&figure, Point { x: middle(at), y: up(mean) - 13.0 }, look)?;
        }
        let column = Rect { x: middle(at) - slot * 0.28, width: slot * 0.56, ..Rect::default() };
        count(task, &canvas, column, (summary.objectives, most), year.group)?;
        canvas.end();
    }
    let base = TOP + LINE + BETWEEN + COLUMNS;
    canvas.rule(Point { x: LEFT, y: base }, Point { x: right, y: base }, Ink::Axis, 1.0)?;
    if left_out > 0 {
        let at = Point { x: 2.0, y: height - 12.0 };
        canvas.text(&(words.more)(left_out as u32), at, Look::new(13.0, Ink::TextMuted))?;
    }
    Ok(canvas.finish())
}

/// A column of objectives with its count above and its year below.
fn count(task: &Task<'_>, canvas: &Canvas, column: Rect, (count, most): (u32, u32), year: &Group) -> Drawn {
    let base = TOP + LINE + BETWEEN + COLUMNS;
    let height = (count as f32 / most as f32 * (COLUMNS - 2.0)).max(if count > 0 { 2.0 } else { 0.0 });
    canvas.rect(Rect { y: base - height, height, ..column }, Ink::AccentMuted)?;
    let middle = column.x + column.width / 2.0;
    let figure = task.words.figure(count);
    if text_width(&figure, LABEL, Weight::Regular) <= column.width / 0.56 {
        let look = Look::new(LABEL, Ink::Text).anchor(Anchor::Middle);
        canvas.text(&figure, Point { x: middle, y: base - height - 9.0 }, look)?;
    }
    let look = Look::new(LABEL, Ink::TextMuted).anchor(Anchor::Middle);
    match year.key.as_str() {
        "" => {
            for (line, word) in task.more.no_year_short.iter().enumerate() {
                canvas.text(word, Point { x: middle, y: base + 11.0 + line as f32 * 15.0 }, look)?;
            }
            Ok(())
        }
        key => canvas.text(key, Point { x: middle, y: base + 11.0 }, look),
    }
}

fn mark(task: &Task<'_>, year: &Year<'_>, at: u16, bounds: Rect) -> Mark {
    let (words, more) = (task.words, task.more);
    let summary = &year.group.summary;
    let filter = Filter::new(Dimension::Year, &*year.group.key);
    let mut lines = vec![name(task, year.group).to_owned(), (words.count)(summary.objectives)];
    if summary.objectives > 0 {
        let degree = words.measure(summary.degree.mean, summary.degree.known, summary.objectives);
        lines.push(format!("{}: {degree}", words.mean_degree));
    }
    lines.extend(year.slope.map(|slope| format!("{}: {}", more.against_year_before, (more.points)(slope))));
    Mark {
        id: filter.handle(),
        state: MarkState::of(&filter, task.selection),
        filters: vec![filter],
        bounds,
        column: at,
        label: lines.join("; "),
        lines,
        ..Mark::default()
    }
}

/// The scale of degrees, and what the columns count.
fn scale(task: &Task<'_>, canvas: &Canvas, right: f32) -> Drawn {
    let look = Look::new(LABEL, Ink::TextMuted);
    for value in [0.0_f32, 50.0, 100.0] {
        let y = TOP + LINE * (1.0 - value / 100.0);
        let ink = if value == 0.0 { Ink::Axis } else { Ink::Grid };
        canvas.rule(Point { x: LEFT, y }, Point { x: right, y }, ink, 1.0)?;
        let text = task.words.language.number(f64::from(value), 0);
        canvas.text(&text, Point { x: LEFT - 6.0, y }, look.anchor(Anchor::End))?;
    }
    let place = |y: f32| Point { x: 2.0, y };
    canvas.text(&format!("{} (%)", task.words.mean_degree), place(7.0), look)?;
    canvas.text(task.words.objectives, place(TOP + LINE + 14.0), look)
}
