// SPDX-License-Identifier: AGPL-3.0-or-later
//! The degree of objectives against the staff percentage: where the two part company, as circles on a grid of ranges.
//!
//! A circle selects both its ranges. Never here: a person, or a judgement of which of the two is right.

use crate::statistics::{Dimension, Filter};

use super::canvas::{Canvas, Drawn, Look, Refused, notice};
use super::ink::Ink;
use super::metrics::{Weight, width as text_width};
use super::range::{Bin, bins};
use super::scene::{Anchor, Mark, MarkState, Point, Rect, Scene, handle};
use super::table::{Cell, TwinTable, Unit};
use super::{ChartDrawing, Task};

/// Room for the scale of degrees, for its name, and for the scale of staff percentages with its name.
const LEFT: f32 = 34.0;
const TOP: f32 = 22.0;
const BOTTOM: f32 = 40.0;
/// The gap that parts 0 and 100 from the ranges between.
const GAP: f32 = 5.0;
/// The sides of a cell.
const NARROWEST: f32 = 24.0;
const WIDEST: f32 = 34.0;
const LABEL: f32 = 12.0;

const OWN: [Dimension; 2] = [Dimension::Degree, Dimension::Staff];

pub(super) fn draw(task: &Task<'_>) -> ChartDrawing {
    let gap = &task.figures.gap;
    let summary = (task.more.gap_summary)(gap.order, gap.unknown);
    let summary = task.beyond_own(summary, OWN);
    task.drawing(scene(task), summary, table(task), Vec::new())
}

fn count(task: &Task<'_>, degree: &Bin, staff: &Bin) -> u32 {
    let rows = &task.figures.gap.cells[degree.bins.clone()];
    rows.iter().map(|row| row[staff.bins.clone()].iter().sum::<u32>()).sum()
}

fn table(task: &Task<'_>) -> TwinTable {
    let (words, more) = (task.words, task.more);
    let heads =
        [(words.degree, Unit::Text), (more.staff_percent, Unit::Text), (words.objectives, Unit::Objectives)];
    let mut table = TwinTable::new(more.degree_against_staff, heads);
    let ranges = bins(10);
    let said = |bin: &Bin| Cell::Text((words.degrees)(bin.from, bin.to));
    for degree in ranges.iter().rev() {
        for staff in &ranges {
            let count = count(task, degree, staff);
            if count > 0 {
                table.push(vec![said(degree), said(staff), Cell::Count(count)], None);
            }
        }
    }
    let gap = &task.figures.gap;
    let left_out = Cell::Count(gap.unknown.iter().sum());
    table.push(vec![Cell::Text(more.not_both.to_owned()), Cell::Text(String::new()), left_out], None);
    table
}

/// The grid: as many cells across as upwards.
struct Grid {
    bins: Vec<Bin>,
    side: f32,
    /// Its length, gaps included.
    length: f32,
}

impl Grid {
    fn new(width: f32) -> Self {
        let room = width - LEFT - 2.0 * GAP - 4.0;
        let bins = bins(if room / 12.0 >= NARROWEST { 10 } else { 20 });
        let side = (room / bins.len() as f32).min(WIDEST).floor();
        Self { length: side * bins.len() as f32 + 2.0 * GAP, side, bins }
    }

    /// How far a range starts from the low end.
    fn start(&self, at: usize) -> f32 {
        let gaps = (at > 0) as u8 + (at + 1 == self.bins.len()) as u8;
        at as f32 * self.side + f32::from(gaps) * GAP
    }

    fn cell(&self, degree: usize, staff: usize) -> Rect {
        let (x, up) = (LEFT + self.start(staff), self.start(degree) + self.side);
        Rect { x, y: TOP + self.length - up, width: self.side, height: self.side }
    }
}

fn scene(task: &Task<'_>) -> Result<Scene, Refused> {
    if let Some(nothing) = task.nothing().filter(|_| task.figures.plan.all() == 0) {
        return Ok(notice(nothing, task.width));
    }
    let grid = Grid::new(task.width);
    let mut canvas = Canvas::new(task.width, TOP + grid.length + BOTTOM);
    axes(task, &canvas, &grid)?;
    let places = || (0..grid.bins.len()).rev().flat_map(|d| (0..grid.bins.len()).map(move |s| (d, s)));
    let most = places().map(|(d, s)| count(task, &grid.bins[d], &grid.bins[s])).max().unwrap_or(0).max(1);
    for (degree, staff) in places() {
        let found = count(task, &grid.bins[degree], &grid.bins[staff]);
        let of = |dimension, at: usize| Filter::new(dimension, grid.bins[at].key());
        let filters = [of(Dimension::Degree, degree), of(Dimension::Staff, staff)];
        let state = MarkState::of_all(&filters, task.selection);
        // What is selected stays, so that it can be taken back, also where other filters leave nothing of it.
        if found > 0 || state == MarkState::Selected {
            circle(task, &mut canvas, &grid, (degree, staff), (found, most), filters.into(), state)?;
        }
    }
    Ok(canvas.finish())
}

fn circle(
    task: &Task<'_>,
    canvas: &mut Canvas,
    grid: &Grid,
    (degree, staff): (usize, usize),
    (found, most): (u32, u32),
    filters: Vec<Filter>,
    state: MarkState,
) -> Drawn {
    let (words, more) = (task.words, task.more);
    let bounds = grid.cell(degree, staff);
    let range = |at: usize| (words.degrees)(grid.bins[at].from, grid.bins[at].to);
    let all = task.figures.gap.order.iter().sum();
    let of_all = format!("{}: {}", words.objectives, (words.out_of)(found, all));
    let lines = vec![
        format!("{}: {}", words.degree, range(degree)),
        format!("{}: {}", more.staff_percent, range(staff)),
        of_all,
    ];
    canvas.begin(Mark {
        id: handle(&filters),
        filters,
        bounds,
        row: (grid.bins.len() - 1 - degree) as u16,
        column: staff as u16,
        label: lines.join("; "),
        lines,
        state,
        ..Mark::default()
    });
    let middle = Point { x: bounds.x + grid.side / 2.0, y: bounds.y + grid.side / 2.0 };
    if found > 0 {
        // Areas are in proportion to the counts, and one among thousands is still seen.
        let share = f64::from(found) / f64::from(most);
        let radius = (share.sqrt() as f32 * (grid.side / 2.0 - 1.0)).max(4.0);
        // Where the two agree is what is expected: it stands back.
        canvas.disc(middle, radius, if degree == staff { Ink::AccentMuted } else { Ink::Accent })?;
        let figure = words.figure(found);
        // On a small circle a figure would hide it; the tooltip has it.
        if text_width(&figure, LABEL, Weight::SemiBold).max(10.0) + 3.0 <= 2.0 * radius {
            let look = Look::new(LABEL, Ink::Text).weight(Weight::SemiBold).anchor(Anchor::Middle).halo();
            canvas.text(&figure, middle, look)?;
        }
    }
    canvas.end();
    Ok(())
}

/// The grid, its diagonal, on which the two are the same, and the two scales.
fn axes(task: &Task<'_>, canvas: &Canvas, grid: &Grid) -> Drawn {
    let (bottom, right) = (TOP + grid.length, LEFT + grid.length);
    let n = grid.bins.len();
    for at in 0..n {
        let mut edges = vec![grid.start(at), grid.start(at) + grid.side];
        edges.dedup();
        for edge in edges {
            let (x, y) = (LEFT + edge, bottom - edge);
            canvas.rule(Point { x, y: TOP }, Point { x, y: bottom }, Ink::Grid, 1.0)?;
            canvas.rule(Point { x: LEFT, y }, Point { x: right, y }, Ink::Grid, 1.0)?;
        }
    }
    canvas.rule(Point { x: LEFT, y: bottom }, Point { x: right, y: TOP }, Ink::Axis, 1.0)?;
    let muted = Look::new(LABEL, Ink::TextMuted);
    let label = |text: &str, along: f32| {
        let across = Point { x: LEFT + along, y: bottom + 11.0 };
        canvas.text(text, across, muted.anchor(Anchor::Middle))?;
        canvas.text(text, Point { x: LEFT - 6.0, y: bottom - along }, muted.anchor(Anchor::End))
    };
    label("0", grid.side / 2.0)?;
    label("100", grid.start(n - 1) + grid.side / 2.0)?;
    for (at, bin) in grid.bins.iter().enumerate().skip(2).take(n - 3) {
        label(&bin.from.to_string(), grid.start(at))?;
    }
    let degree = format!("{} (%)", task.words.degree);
    canvas.text(&degree, Point { x: 2.0, y: 9.0 }, muted)?;
    let staff = format!("{} (%)", task.more.staff_percent);
    canvas.text(&staff, Point { x: right, y: bottom + 28.0 }, muted.anchor(Anchor::End))
}
