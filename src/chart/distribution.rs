// SPDX-License-Identifier: AGPL-3.0-or-later
//! The distribution of degrees: how many objectives stand where, with 0 and 100 apart and the unknown beside them.
//!
//! A column toggles its range of degrees. Never here: an objective without a degree counted as 0.

use crate::statistics::{Dimension, Distribution, Filter};

use super::canvas::{Canvas, Drawn, Look, Plot, Refused, area, bar, place};
use super::ink::{Finish, Ink, Paint};
use super::metrics::{Weight, width as text_width};
use super::scene::{Anchor, Mark, MarkState, Point, Rect, Scene};
use super::table::{Cell, TwinTable, Unit};
use super::{ChartDrawing, Task};

/// Room above the highest column, for its count.
const TOP: f32 = 22.0;
/// Room below, for two lines.
const BOTTOM: f32 = 40.0;
/// The columns: twelve bins and the unknown.
const COLUMNS: usize = 13;
/// The size of labels and counts.
const LABEL: f32 = 12.0;

pub(super) fn draw(task: &Task<'_>) -> ChartDrawing {
    // The columns show what else there is; the sentence tells of what is selected.
    let mut counts = counts(task);
    for (column, count) in counts.iter_mut().enumerate() {
        if state(task, column) == MarkState::Dimmed {
            *count = 0;
        }
    }
    let between = counts[1..11].iter().sum();
    let all = task.figures.selected.objectives;
    let summary = (task.words.distribution_summary)([counts[11], counts[0], between, counts[12], all]);
    task.drawing(scene(task), summary, table(task), None)
}

fn table(task: &Task<'_>) -> TwinTable {
    let words = task.words;
    let heads = [(words.degree, Unit::Text), (words.objectives, Unit::Objectives)];
    let mut table = TwinTable::new(words.distribution, heads);
    for (column, count) in counts(task).into_iter().enumerate() {
        table.push(vec![Cell::Text(column_name(task, column)), Cell::Count(count)], Some(filter(column)));
    }
    let total = Cell::Count(task.figures.selected.objectives);
    table.push(vec![Cell::Text(words.total.to_owned()), total], None);
    table
}

fn counts(task: &Task<'_>) -> [u32; COLUMNS] {
    let Distribution { bins, unknown } = task.figures.distribution;
    let mut counts = [unknown; COLUMNS];
    counts[..12].copy_from_slice(&bins);
    counts
}

fn filter(column: usize) -> Filter {
    Filter::new(Dimension::Degree, Distribution::KEYS[column])
}

fn state(task: &Task<'_>, column: usize) -> MarkState {
    MarkState::of(&filter(column), task.selection)
}

fn column_name(task: &Task<'_>, column: usize) -> String {
    if column < 12 { (task.words.bin)(column) } else { task.words.no_degree.to_owned() }
}

/// Where the columns stand: 0, a gap, ten bins without gaps, a gap, 100, a wider gap, the unknown.
struct Columns {
    /// Left and right of each, touching area included.
    slots: [(f32, f32); COLUMNS],
    /// The gap between a column and the edge of its slot.
    inset: f32,
}

impl Columns {
    fn new(task: &Task<'_>) -> Self {
        let short = task.words.no_degree_short;
        let last = short.iter().map(|word| text_width(word, LABEL, Weight::Regular)).fold(0.0, f32::max);
        let gap = (task.width / 60.0).clamp(4.0, 14.0);
        // All columns are alike, unless the words under the last need more.
        let room = task.width - 4.0 * gap - 4.0;
        let slot = if room / 13.0 >= last { room / 13.0 } else { (room - last) / 12.0 };
        let mut slots = [(0.0, 0.0); COLUMNS];
        let mut x = 2.0;
        for (column, place) in slots.iter_mut().enumerate() {
            x += match column {
                1 | 11 => gap,
                12 => 2.0 * gap,
                _ => 0.0,
            };
            let width = if column == 12 { slot.max(last) } else { slot };
            *place = (x, x + width);
            x += width;
        }
        Self { slots, inset: (slot * 0.08).clamp(1.0, 3.0) }
    }

    fn middle(&self, column: usize) -> f32 {
        (self.slots[column].0 + self.slots[column].1) / 2.0
    }
}

fn scene(task: &Task<'_>) -> Result<Scene, Refused> {
    let height = (task.width * 0.42).clamp(190.0, 250.0).round();
    let counts = counts(task);
    let columns = Columns::new(task);
    let most = counts.into_iter().max().unwrap_or(0).max(1);
    let mut canvas = Canvas::new(task.width, height);
    // Across, CSS pixels; upwards, objectives. plotters' y grows downwards here, so counts are taken from the most.
    let mut plot = canvas.plot([TOP, 0.0, BOTTOM, 0.0], f64::from(task.width), f64::from(most))?;
    for (column, count) in counts.into_iter().enumerate() {
        let top = f64::from(most - count);
        canvas.begin(mark(task, &columns, column, count, height));
        draw_column(&canvas, &mut plot, &columns, column, top, f64::from(most))?;
        count_above(task, &canvas, &plot, &columns, (column, count, top))?;
        canvas.end();
    }
    axis(task, &canvas, &columns, height)?;
    Ok(canvas.finish())
}

fn mark(task: &Task<'_>, columns: &Columns, column: usize, count: u32, height: f32) -> Mark {
    let words = task.words;
    let filter = filter(column);
    let name = match column {
        12 => words.no_degree.to_owned(),
        _ => format!("{} {}", words.degree.to_ascii_lowercase(), column_name(task, column)),
    };
    // A sentence starts with a capital; the names do not.
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    let name: String = first.into_iter().chain(letters).collect();
    let (left, right) = columns.slots[column];
    let all = counts(task).iter().sum();
    let figures = format!("{}: {}", words.objectives.to_ascii_lowercase(), (words.out_of)(count, all));
    Mark {
        id: filter.handle(),
        state: state(task, column),
        filter: Some(filter),
        bounds: Rect { x: left, y: 0.0, width: right - left, height },
        column: column as u16,
        label: format!("{name}, {figures}"),
        lines: vec![name, format!("{}: {}", words.objectives, (words.out_of)(count, all))],
        ..Mark::default()
    }
}

fn draw_column(
    canvas: &Canvas,
    plot: &mut Plot<'_>,
    columns: &Columns,
    column: usize,
    top: f64,
    most: f64,
) -> Drawn {
    let (left, right) = columns.slots[column];
    let (left, right) = (left + columns.inset, right - columns.inset);
    if top < most {
        let paint = match column {
            12 => Paint(Ink::NotStated, Finish::Pattern),
            _ => Paint(Ink::Accent, Finish::Plain),
        };
        // One objective beside thousands is still seen: two pixels at least.
        let found = area(plot, (f64::from(left), top), (f64::from(right), most));
        if found.height < 2.0 {
            let rect = Rect { y: found.bottom() - 2.0, height: 2.0, ..found };
            return canvas.rect(rect, paint.0);
        }
        bar(plot, (f64::from(left), top), (f64::from(right), most), paint)?;
    }
    Ok(())
}

/// The count of a column above it; none over an empty one, and none where it would run into its neighbour's.
fn count_above(
    task: &Task<'_>,
    canvas: &Canvas,
    plot: &Plot<'_>,
    columns: &Columns,
    (column, count, top): (usize, u32, f64),
) -> Drawn {
    let figure = task.words.figure(count);
    let (left, right) = columns.slots[column];
    if count == 0 || text_width(&figure, LABEL, Weight::SemiBold) > right - left {
        return Ok(());
    }
    let y = place(plot, 0.0, top).y;
    let look = Look::new(LABEL, Ink::Text).weight(Weight::SemiBold).anchor(Anchor::Middle);
    canvas.text(&figure, Point { x: columns.middle(column), y: y - 10.0 }, look)
}

/// The line on which columns stand, the ends 0 and 100, the edges between bins, and the unknown in words.
fn axis(task: &Task<'_>, canvas: &Canvas, columns: &Columns, height: f32) -> Drawn {
    let y = height - BOTTOM;
    for (first, last) in [(0, 0), (1, 10), (11, 11), (12, 12)] {
        let (from, to) = (Point { x: columns.slots[first].0, y }, Point { x: columns.slots[last].1, y });
        canvas.rule(from, to, Ink::Axis, 1.0)?;
    }
    let muted = Look::new(LABEL, Ink::TextMuted).anchor(Anchor::Middle);
    let label =
        |text: &str, x: f32, line: f32, look| canvas.text(text, Point { x, y: y + 12.0 + line * 15.0 }, look);
    let ends = Look { ink: Ink::Text, ..muted };
    label("0", columns.middle(0), 0.0, ends)?;
    label("100", columns.middle(11), 0.0, ends)?;
    for edge in 2..=10 {
        let x = columns.slots[edge].0;
        canvas.rule(Point { x, y }, Point { x, y: y + 4.0 }, Ink::Axis, 1.0)?;
        label(&((edge - 1) * 10).to_string(), x, 0.0, muted)?;
    }
    for (line, word) in task.words.no_degree_short.iter().enumerate() {
        label(word, columns.middle(12), line as f32, muted)?;
    }
    let scale = format!("{} (%)", task.words.degree);
    let middle = (columns.slots[1].0 + columns.slots[10].1) / 2.0;
    label(&scale, middle, 1.0, muted)
}
