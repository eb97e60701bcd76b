// SPDX-License-Identifier: AGPL-3.0-or-later
//! The distribution of degrees: how many objectives stand where, with 0 and 100 apart and the unknown beside them.
//!
//! A column toggles its range of degrees. Never here: an objective without a degree counted as 0.

use crate::statistics::{Dimension, Filter, Interval};

use super::canvas::{Canvas, Drawn, Look, Plot, Refused, area, bar, place};
use super::ink::{Finish, Ink, Paint};
use super::metrics::{Weight, width as text_width};
use super::range::{Range, bins};
use super::scene::{Anchor, Mark, MarkState, Point, Rect, Scene};
use super::table::{Cell, TwinTable, Unit};
use super::{ChartDrawing, Task};

/// Room above the highest column, for its count.
const TOP: f32 = 22.0;
/// Room below, for two lines.
const BOTTOM: f32 = 40.0;
/// The narrowest column that a finger hits: below it, each stands for a range twice as long.
const NARROWEST: f32 = 24.0;
/// The size of labels and counts.
const LABEL: f32 = 12.0;

pub(super) fn draw(task: &Task<'_>) -> ChartDrawing {
    let columns = Columns::new(task);
    if let Some(said) = range_summary(task, &columns) {
        return task.drawing(scene(task, &columns), said, table(task, &columns), Vec::new());
    }
    // The columns show what else there is; the sentence tells of what is selected.
    let count = |column: &Column| if column.state == MarkState::Dimmed { 0 } else { column.count };
    let [none, between @ .., full, unknown] = columns.list.as_slice() else {
        return task.drawing(Ok(Scene::default()), String::new(), table(task, &columns), Vec::new());
    };
    let between = between.iter().map(count).sum();
    let all = task.figures.selected.objectives;
    let summary = (task.words.distribution_summary)([count(full), count(none), between, count(unknown), all]);
    task.drawing(scene(task, &columns), summary, table(task, &columns), Vec::new())
}

/// What to say of a range that is none of the columns: how many are in it, of how many that the other filters leave.
fn range_summary(task: &Task<'_>, columns: &Columns) -> Option<String> {
    let range = columns.range?;
    let all = columns.list.iter().map(|column| column.count).sum();
    Some((task.more.in_range)(range.from, range.to, task.figures.selected.objectives, all))
}

fn table(task: &Task<'_>, columns: &Columns) -> TwinTable {
    let words = task.words;
    let heads = [(words.degree, Unit::Text), (words.objectives, Unit::Objectives)];
    let mut table = TwinTable::new(words.distribution, heads);
    for column in &columns.list {
        let cells = vec![Cell::Text(column.name.clone()), Cell::Count(column.count)];
        table.push(cells, Some(column.filter.clone()));
    }
    let total = Cell::Count(task.figures.selected.objectives);
    table.push(vec![Cell::Text(words.total.to_owned()), total], None);
    table
}

/// A column: a range of degrees, or those that are not known.
struct Column {
    count: u32,
    name: String,
    filter: Filter,
    state: MarkState,
    /// Left and right, touching area included.
    slot: (f32, f32),
}

impl Column {
    fn middle(&self) -> f32 {
        (self.slot.0 + self.slot.1) / 2.0
    }
}

/// The columns: 0, a gap, ranges without gaps, a gap, 100, a wider gap, the unknown.
struct Columns {
    list: Vec<Column>,
    /// How long the ranges are, in percent.
    step: u32,
    /// The gap between a column and the edge of its slot.
    inset: f32,
    /// The one range in force, where it is none of the columns.
    range: Option<Range>,
}

/// A column is in force where its own filter is; one that a range in force reaches does not step back.
fn state(task: &Task<'_>, filter: &Filter) -> MarkState {
    let selection = task.selection;
    let own = MarkState::of(filter, selection);
    let Some(column) = Interval::parse(&filter.key).filter(|_| own == MarkState::Dimmed) else { return own };
    let reached = selection.keys(Dimension::Degree).filter_map(Interval::parse).any(|range| {
        let (((low, _), (high, _)), ((from, _), (to, closed))) = (column.bounds(), range.bounds());
        // A column that ends where the range starts has nothing in it.
        from <= to
            && if low == high {
                range.contains(low)
            } else {
                from < high && (to > low || closed && to == low && low > 0.0)
            }
    });
    if reached != selection.is_turned(Dimension::Degree) { MarkState::Plain } else { own }
}

impl Columns {
    fn new(task: &Task<'_>) -> Self {
        let words = task.words;
        let short = words.no_degree_short;
        let last = short.iter().map(|word| text_width(word, LABEL, Weight::Regular)).fold(0.0, f32::max);
        let gap = (task.width / 60.0).clamp(4.0, 14.0);
        // All columns are alike, unless the words under the last need more.
        let room = task.width - 4.0 * gap - 4.0;
        let slot_of = |columns: f32| {
            if room / columns >= last { room / columns } else { (room - last) / (columns - 1.0) }
        };
        let (step, slot) = if slot_of(13.0) >= NARROWEST { (10, slot_of(13.0)) } else { (20, slot_of(8.0)) };
        let counts = &task.figures.distribution.bins;
        let unknown = task.figures.distribution.unknown;
        let ranges = bins(step).into_iter().map(|bin| {
            let key = bin.key();
            (counts[bin.bins].iter().sum(), (words.degrees)(bin.from, bin.to), key)
        });
        let no_degree = (unknown, words.no_degree.to_owned(), String::new());
        let mut x = 2.0;
        let list = ranges.chain(std::iter::once(no_degree)).enumerate().map(|(at, (count, name, key))| {
            x += match (at, key.as_str()) {
                (1, _) | (_, "100") => gap,
                (_, "") => 2.0 * gap,
                _ => 0.0,
            };
            let width = if key.is_empty() { slot.max(last) } else { slot };
            let slot = (x, x + width);
            x += width;
            let filter = Filter::new(Dimension::Degree, key);
            Column { count, name, state: state(task, &filter), filter, slot }
        });
        let list: Vec<_> = list.collect();
        let is_column = list.iter().any(|column: &Column| task.selection.has(&column.filter));
        let range = Range::in_force(task.selection).filter(|_| !is_column);
        Self { list, step, inset: (slot * 0.08).clamp(1.0, 3.0), range }
    }

    /// Where percentages lie: 0 and 100 have columns of their own.
    fn ruler(&self) -> Vec<(f32, f32)> {
        let [none, between @ .., full, _] = self.list.as_slice() else { return Vec::new() };
        let [low, .., high] = between else { return Vec::new() };
        vec![
            (none.slot.0, 0.0),
            (none.slot.1, 0.0),
            (low.slot.0, 0.0),
            (high.slot.1, 100.0),
            (full.slot.0, 100.0),
            (full.slot.1, 100.0),
        ]
    }
}

/// The band of a range in force, behind the columns: what is between its ends is looked at.
fn band(canvas: &Canvas, ruler: &[(f32, f32)], range: Range, height: f32) -> Drawn {
    let from = Scene::place_of(ruler, range.from as f32, false);
    let to = Scene::place_of(ruler, range.to as f32, true).max(from + 2.0);
    let y = height - BOTTOM;
    let rect = Rect { x: from, y: 1.0, width: to - from, height: y - 1.0 };
    canvas.paint(rect, Paint(Ink::Accent, Finish::Shade(1)))?;
    for x in [from, to] {
        canvas.rule(Point { x, y: 1.0 }, Point { x, y: y + 5.0 }, Ink::Accent, 2.0)?;
    }
    Ok(())
}

fn scene(task: &Task<'_>, columns: &Columns) -> Result<Scene, Refused> {
    let height = (task.width * 0.42).clamp(190.0, 250.0).round();
    let most = columns.list.iter().map(|column| column.count).max().unwrap_or(0).max(1);
    let mut canvas = Canvas::new(task.width, height);
    // Across, CSS pixels; upwards, objectives. plotters' y grows downwards here, so counts are taken from the most.
    let mut plot = canvas.plot([TOP, 0.0, BOTTOM, 0.0], f64::from(task.width), f64::from(most))?;
    let ruler = columns.ruler();
    if let Some(range) = columns.range {
        band(&canvas, &ruler, range, height)?;
    }
    for (at, column) in columns.list.iter().enumerate() {
        canvas.begin(mark(task, columns, at as u16, column, height));
        draw_column(&canvas, &mut plot, columns.inset, column, most)?;
        count_above(task, &canvas, &plot, column, most)?;
        canvas.end();
    }
    axis(task, &canvas, columns, height)?;
    Ok(Scene { ruler, ..canvas.finish() })
}

fn mark(task: &Task<'_>, columns: &Columns, at: u16, column: &Column, height: f32) -> Mark {
    let words = task.words;
    let name = match column.filter.key.as_str() {
        "" => column.name.clone(),
        _ => format!("{} {}", words.degree.to_ascii_lowercase(), column.name),
    };
    // A sentence starts with a capital; the names do not.
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    let name: String = first.into_iter().chain(letters).collect();
    let (left, right) = column.slot;
    let all = columns.list.iter().map(|column| column.count).sum();
    let of_all = (words.out_of)(column.count, all);
    Mark {
        id: column.filter.handle(),
        state: column.state,
        filters: vec![column.filter.clone()],
        bounds: Rect { x: left, y: 0.0, width: right - left, height },
        column: at,
        label: format!("{name}, {}: {of_all}", words.objectives.to_ascii_lowercase()),
        lines: vec![name, format!("{}: {of_all}", words.objectives)],
        ..Mark::default()
    }
}

fn draw_column(canvas: &Canvas, plot: &mut Plot<'_>, inset: f32, column: &Column, most: u32) -> Drawn {
    if column.count == 0 {
        return Ok(());
    }
    let (left, right) = (column.slot.0 + inset, column.slot.1 - inset);
    let paint = match column.filter.key.as_str() {
        "" => Paint(Ink::NotStated, Finish::Pattern),
        _ => Paint(Ink::Accent, Finish::Plain),
    };
    let (top, bottom) = (f64::from(most - column.count), f64::from(most));
    // One objective beside thousands is still seen: two pixels at least.
    let found = area(plot, (f64::from(left), top), (f64::from(right), bottom));
    if found.height < 2.0 {
        return canvas.rect(Rect { y: found.bottom() - 2.0, height: 2.0, ..found }, paint.0);
    }
    bar(plot, (f64::from(left), top), (f64::from(right), bottom), paint)
}

/// The count of a column above it; none over an empty one, and none where it would run into its neighbour's.
fn count_above(task: &Task<'_>, canvas: &Canvas, plot: &Plot<'_>, column: &Column, most: u32) -> Drawn {
    let figure = task.words.figure(column.count);
    let (left, right) = column.slot;
    if column.count == 0 || text_width(&figure, LABEL, Weight::SemiBold) > right - left {
        return Ok(());
    }
    let y = place(plot, 0.0, f64::from(most - column.count)).y;
    let look = Look::new(LABEL, Ink::Text).weight(Weight::SemiBold).anchor(Anchor::Middle);
    canvas.text(&figure, Point { x: column.middle(), y: y - 10.0 }, look)
}

/// The line on which columns stand, the ends 0 and 100, the edges between ranges, and the unknown in words.
fn axis(task: &Task<'_>, canvas: &Canvas, columns: &Columns, height: f32) -> Drawn {
    let [none, between @ .., full, unknown] = columns.list.as_slice() else { return Ok(()) };
    let [low, .., high] = between else { return Ok(()) };
    let y = height - BOTTOM;
    for (first, last) in [(none, none), (low, high), (full, full), (unknown, unknown)] {
        let (from, to) = (Point { x: first.slot.0, y }, Point { x: last.slot.1, y });
        canvas.rule(from, to, Ink::Axis, 1.0)?;
    }
    let muted = Look::new(LABEL, Ink::TextMuted).anchor(Anchor::Middle);
    let label =
        |text: &str, x: f32, line: f32, look| canvas.text(text, Point { x, y: y + 12.0 + line * 15.0 }, look);
    let ends = Look { ink: Ink::Text, ..muted };
    label("0", none.middle(), 0.0, ends)?;
    label("100", full.middle(), 0.0, ends)?;
    for (edge, column) in (1..).zip(&between[1..]) {
        let x = column.slot.0;
        canvas.rule(Point { x, y }, Point { x, y: y + 4.0 }, Ink::Axis, 1.0)?;
        label(&(edge * columns.step).to_string(), x, 0.0, muted)?;
    }
    for (line, word) in task.words.no_degree_short.iter().enumerate() {
        label(word, unknown.middle(), line as f32, muted)?;
    }
    let scale = format!("{} (%)", task.words.degree);
    label(&scale, (low.slot.0 + high.slot.1) / 2.0, 1.0, muted)
}
