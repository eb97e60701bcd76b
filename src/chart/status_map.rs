// SPDX-License-Identifier: AGPL-3.0-or-later
//! A map of missions by status, and of offices by status: in each cell how many, the stronger the larger their share of
//! the row.
//!
//! A cell selects its pair, a head its mission, office or status. Never here: a shade without its count; an order of
//! offices by result.

use crate::reading::Status;
use crate::sort::sort_by;
use crate::statistics::{Dimension, Filter, StatusCounts, StatusRow};

use super::canvas::{Canvas, Drawn, Look, Refused, notice};
use super::ink::{Finish, Ink, Paint};
use super::labels::{cut, wrap};
use super::metrics::{Weight, width as text_width};
use super::rows::Name;
use super::scene::{Anchor, Mark, MarkState, Point, Rect, Scene, handle};
use super::table::{Cell, TwinTable, Unit};
use super::{Chart, ChartDrawing, Task};

/// The most rows that are drawn; the rest are in the table.
const MOST_ROWS: usize = 60;
/// The size of names, of heads and of counts.
const NAME: f32 = 14.0;
const HEAD: f32 = 12.0;
const COUNT: f32 = 13.0;
/// The least and the greatest width of a cell beside names.
const LEAST_CELL: f32 = 36.0;
const WIDEST_CELL: f32 = 96.0;
/// The height of a cell.
const CELL: f32 = 28.0;
/// The height of a name above its cells.
const ABOVE: f32 = 26.0;
/// The most that heads turned round take.
const TALLEST_HEAD: f32 = 130.0;
/// What shows the pattern of a status beneath its head.
const SWATCH: f32 = 9.0;

/// A column: a status, or what the method leaves out.
struct Column {
    status: Option<Status>,
    name: &'static str,
    filter: Filter,
}

impl Column {
    fn of(&self, row: &StatusRow) -> u32 {
        self.status.map_or(row.left_out, |status| row.status.of(status))
    }

    fn ink(&self) -> Ink {
        self.status.map_or(Ink::NotStated, Ink::of)
    }
}

/// What the rows are.
struct Map<'a> {
    dimension: Dimension,
    rows: Vec<&'a StatusRow>,
    names: Vec<Name>,
    columns: Vec<Column>,
    kind: &'static str,
}

fn all(row: &StatusRow) -> u32 {
    row.status.total() + row.left_out
}

impl<'a> Map<'a> {
    fn new(task: &Task<'a>) -> Self {
        let (words, more) = (task.words, task.more);
        let is_office = task.chart == Chart::OfficeStatus;
        let (dimension, rows, kind) = match is_office {
            true => (Dimension::Office, &task.figures.status_by_office, more.office),
            false => (Dimension::Mission, &task.figures.status_by_mission, words.mission),
        };
        let mut rows: Vec<_> = rows.iter().collect();
        if task.is_by_value() {
            sort_by(&mut rows, |a, b| all(b).cmp(&all(a)));
        }
        let name = |row: &&StatusRow| match is_office {
            true => Name::of(&row.key, None, more.no_office),
            false => Name::of(&row.key, task.names.mission(&row.key), words.no_mission),
        };
        let names = rows.iter().map(name).collect();
        // The columns are those of the plan: none goes because of a filter.
        let plan = &task.figures.plan;
        let occurring = plan.status.iter().filter(|(_, count)| *count > 0);
        let mut columns: Vec<_> = occurring
            .map(|(status, _)| Column {
                status: Some(status),
                name: words.status(status).name,
                filter: Filter::status(status),
            })
            .collect();
        if plan.left_out > 0 {
            columns.push(Column { status: None, name: more.left_out, filter: Filter::left_out() });
        }
        Self { dimension, rows, names, columns, kind }
    }

    fn filter(&self, row: &StatusRow) -> Filter {
        Filter::new(self.dimension, &*row.key)
    }
}

pub(super) fn draw(task: &Task<'_>) -> ChartDrawing {
    let map = Map::new(task);
    let mut whole = StatusCounts::default();
    let (mut rows, mut of) = (0, 0);
    for row in &map.rows {
        if map.dimension == Dimension::Office || !task.is_merged(&row.key) {
            rows += (all(row) > 0) as u32;
            of += 1;
        }
        whole = whole.plus(&row.status);
    }
    let summary = match map.dimension {
        Dimension::Office => task.more.offices_summary,
        _ => task.more.missions_summary,
    }(rows, of, &counted(task, &whole));
    let summary = task.beyond_own(summary, [map.dimension, Dimension::Status]);
    task.drawing(scene(task, &map), summary, table(task, &map), Vec::new())
}

/// The statuses that occur, with their counts: `27 obiettivi, 22 raggiunti, 3 raggiunti in parte`.
fn counted(task: &Task<'_>, counts: &StatusCounts) -> String {
    let mut out = (task.words.count)(counts.total());
    for (status, count) in counts.iter().filter(|(_, count)| *count > 0) {
        out += ", ";
        out += &task.words.status_count(status, count);
    }
    out
}

fn table(task: &Task<'_>, map: &Map<'_>) -> TwinTable {
    let words = task.words;
    let heads = [(words.code, Unit::Text), (map.kind, Unit::Text), (words.objectives, Unit::Objectives)];
    let columns = map.columns.iter().map(|column| (column.name, Unit::Objectives));
    let mut table = TwinTable::new(task.chart.title(words.language), heads.into_iter().chain(columns));
    for (row, name) in map.rows.iter().zip(&map.names) {
        let mut cells =
            vec![Cell::Text(name.code.clone()), Cell::Text(name.name.clone()), Cell::Count(all(row))];
        cells.extend(map.columns.iter().map(|column| Cell::Count(column.of(row))));
        table.push(cells, Some(map.filter(row)));
    }
    table
}

/// Where everything stands.
struct Layout {
    /// The width of a cell, and how far they stand from the left.
    cell: f32,
    left: f32,
    /// The room of the heads, their names in lines or turned round.
    head: f32,
    heads: Vec<Vec<String>>,
    is_turned: bool,
    /// Whether names stand above their cells.
    stacked: bool,
    /// How far names stand from the left, after their codes.
    names: f32,
}

impl Layout {
    fn new(map: &Map<'_>, width: f32) -> Self {
        let columns = map.columns.len().max(1) as f32;
        let bold = |text: &str| text_width(text, NAME, Weight::SemiBold);
        let codes = map.names.iter().map(|name| bold(&name.code)).fold(0.0, f32::max);
        let names = if codes > 0.0 { codes.ceil() + 8.0 } else { 0.0 };
        let widest = map.names.iter().map(|name| bold(&name.name)).fold(0.0, f32::max).ceil();
        let column = (names + widest + 12.0).min(width * 0.42).max(24.0);
        let stacked = width < 480.0 || width - column < columns * LEAST_CELL;
        let left = if stacked { 0.0 } else { column };
        let cell = ((width - left) / columns).min(if stacked { width } else { WIDEST_CELL }).floor();
        let longest = map.columns.iter().flat_map(|column| column.name.split(' '));
        let longest = longest.map(|word| text_width(word, HEAD, Weight::SemiBold)).fold(0.0, f32::max);
        let is_turned = longest + 6.0 > cell;
        let head_of = |column: &Column| match is_turned {
            true => vec![cut(column.name, TALLEST_HEAD, HEAD, Weight::SemiBold)],
            false => wrap(column.name, cell - 4.0, HEAD, Weight::SemiBold, 3),
        };
        let heads: Vec<_> = map.columns.iter().map(head_of).collect();
        let lines = heads.iter().map(Vec::len).max().unwrap_or(1) as f32;
        let tallest = heads.iter().flatten().map(|line| text_width(line, HEAD, Weight::SemiBold));
        let room = if is_turned { tallest.fold(0.0, f32::max).ceil() } else { lines * 15.0 };
        Self { cell, left, head: room + SWATCH + 10.0, heads, is_turned, stacked, names }
    }

    fn x(&self, column: usize) -> f32 {
        self.left + column as f32 * self.cell
    }
}

fn scene(task: &Task<'_>, map: &Map<'_>) -> Result<Scene, Refused> {
    if map.rows.is_empty() || map.columns.is_empty() {
        return Ok(notice(task.nothing().unwrap_or(task.words.empty_plan), task.width));
    }
    let layout = Layout::new(map, task.width);
    let drawn = map.rows.len().min(MOST_ROWS);
    let names: Vec<_> = map.names[..drawn].iter().map(|name| lines(&layout, name, task.width)).collect();
    let heights = names.iter().map(|lines| match layout.stacked {
        true => ABOVE + CELL,
        false => (lines.len() as f32 * 17.0 + 6.0).max(CELL),
    });
    let heights: Vec<f32> = heights.collect();
    let more = map.rows.len() - drawn;
    let height = layout.head + heights.iter().sum::<f32>() + if more > 0 { 32.0 } else { 4.0 };
    let mut canvas = Canvas::new(task.width, height);
    heads(task, &mut canvas, map, &layout)?;
    let mut y = layout.head;
    for (i, (lines, tall)) in names.iter().zip(heights).enumerate() {
        row(
            task,
            &mut canvas,
            map,
            &layout,
            (i, lines),
            Rect { x: 0.0, y, width: task.width, height: tall },
        )?;
        y += tall;
    }
    if more > 0 {
        let look = Look::new(COUNT, Ink::TextMuted);
        canvas.text(&(task.words.more)(more as u32), Point { x: 2.0, y: y + 16.0 }, look)?;
    }
    Ok(canvas.finish())
}

fn lines(layout: &Layout, name: &Name, width: f32) -> Vec<String> {
    let room = if layout.stacked { width } else { layout.left - 10.0 } - layout.names;
    wrap(&name.name, room, NAME, Weight::SemiBold, if layout.stacked { 1 } else { 2 })
}

fn heads(task: &Task<'_>, canvas: &mut Canvas, map: &Map<'_>, layout: &Layout) -> Drawn {
    for (i, (column, lines)) in map.columns.iter().zip(&layout.heads).enumerate() {
        let count = map.rows.iter().map(|row| column.of(row)).sum();
        let of_all = (task.words.out_of)(count, map.rows.iter().map(|row| all(row)).sum());
        let state = MarkState::of(&column.filter, task.selection);
        let bounds = Rect { x: layout.x(i), y: 0.0, width: layout.cell, height: layout.head };
        let said = format!("{}: {of_all}", column.name);
        canvas.begin(Mark {
            id: column.filter.handle(),
            filters: vec![column.filter.clone()],
            bounds,
            column: i as u16 + 1,
            label: said.clone(),
            lines: vec![said],
            state,
            ..Mark::default()
        });
        let look = Look::new(HEAD, if state == MarkState::Dimmed { Ink::TextMuted } else { Ink::Text });
        let look = if state == MarkState::Selected { look.weight(Weight::SemiBold) } else { look };
        let (middle, bottom) = (bounds.x + layout.cell / 2.0, layout.head - SWATCH - 7.0);
        for (line, text) in lines.iter().enumerate() {
            match layout.is_turned {
                true => canvas.turned(text, Point { x: middle, y: bottom }, look)?,
                false => {
                    let y = bottom - (lines.len() - line) as f32 * 15.0 + 7.5;
                    canvas.text(text, Point { x: middle, y }, look.anchor(Anchor::Middle))?;
                }
            }
        }
        let swatch = Rect { x: bounds.x + 2.0, y: bottom + 4.0, width: layout.cell - 4.0, height: SWATCH };
        canvas.paint(swatch, Paint(column.ink(), Finish::Pattern))?;
        canvas.end();
    }
    Ok(())
}

fn row(
    task: &Task<'_>,
    canvas: &mut Canvas,
    map: &Map<'_>,
    layout: &Layout,
    (i, lines): (usize, &[String]),
    band: Rect,
) -> Drawn {
    let (row, words) = (map.rows[i], task.words);
    let full = map.names[i].full(map.kind);
    let filter = map.filter(row);
    let total = all(row);
    let cells = Rect { y: if layout.stacked { band.y + ABOVE } else { band.y }, ..band };
    let cells = Rect { height: band.bottom() - cells.y, ..cells };
    let head = match layout.stacked {
        true => Rect { height: ABOVE, ..band },
        false => Rect { width: layout.left, ..band },
    };
    let state = MarkState::of(&filter, task.selection);
    canvas.begin(Mark {
        id: filter.handle(),
        filters: vec![filter.clone()],
        bounds: head,
        row: i as u16 + 1,
        label: format!("{full}: {}", (words.count)(total)),
        lines: vec![full.clone(), (words.count)(total)],
        state,
        ..Mark::default()
    });
    name(canvas, layout, (&map.names[i], lines), state, head)?;
    canvas.end();
    for (at, column) in map.columns.iter().enumerate() {
        let count = column.of(row);
        let filters = vec![filter.clone(), column.filter.clone()];
        let said = format!("{}: {}", column.name, (words.out_of)(count, total));
        let state = MarkState::of_all(&filters, task.selection);
        let bounds = Rect { x: layout.x(at), width: layout.cell, ..cells };
        canvas.begin(Mark {
            id: handle(&filters),
            filters,
            bounds,
            row: i as u16 + 1,
            column: at as u16 + 1,
            label: format!("{full}, {said}"),
            lines: vec![full.clone(), said],
            state,
            ..Mark::default()
        });
        cell(canvas, column.ink(), words.figure(count), (count, total), (state, bounds))?;
        canvas.end();
    }
    Ok(())
}

/// The name of a row, its lines in the middle of its head.
fn name(
    canvas: &Canvas,
    layout: &Layout,
    (name, lines): (&Name, &[String]),
    state: MarkState,
    head: Rect,
) -> Drawn {
    let look = Look::new(NAME, if state == MarkState::Dimmed { Ink::TextMuted } else { Ink::Text });
    // A name above its cells stands close to them.
    let middle = head.y + if layout.stacked { head.height / 2.0 + 3.0 } else { head.height / 2.0 };
    let first = middle - (lines.len().max(1) as f32 - 1.0) * 8.5;
    if !name.code.is_empty() {
        canvas.text(&name.code, Point { x: 2.0, y: first }, look.weight(Weight::SemiBold))?;
    }
    let weight = if state == MarkState::Selected { Weight::SemiBold } else { Weight::Regular };
    for (i, line) in lines.iter().enumerate() {
        let at = Point { x: layout.names.max(2.0), y: first + i as f32 * 17.0 };
        canvas.name(line, name.is_of_plan, at, look.weight(weight))?;
    }
    Ok(())
}

/// A cell: its shade by its share of the row, and its count where it fits; the tooltip has it in any case.
fn cell(
    canvas: &Canvas,
    ink: Ink,
    figure: String,
    (count, total): (u32, u32),
    (state, bounds): (MarkState, Rect),
) -> Drawn {
    let inner = Rect {
        x: bounds.x + 1.0,
        y: bounds.y + 1.0,
        width: (bounds.width - 2.0).max(1.0),
        height: (bounds.height - 2.0).max(1.0),
    };
    if count == 0 {
        canvas.frame(
            Rect { x: inner.x + 0.5, y: inner.y + 0.5, width: inner.width - 1.0, height: inner.height - 1.0 },
            Ink::Grid,
            1.0,
        )?;
    } else {
        let shades = f64::from(Finish::SHADES);
        let shade = (f64::from(count) / f64::from(total.max(1)) * shades).ceil().clamp(1.0, shades);
        canvas.paint(inner, Paint(ink, Finish::Shade(shade as u8)))?;
    }
    if text_width(&figure, COUNT, Weight::SemiBold) + 4.0 > bounds.width {
        return Ok(());
    }
    let stands_back = count == 0 || state == MarkState::Dimmed;
    let look = Look::new(COUNT, if stands_back { Ink::TextMuted } else { Ink::Text }).anchor(Anchor::Middle);
    let look = if count > 0 { look.weight(Weight::SemiBold) } else { look };
    let at = Point { x: bounds.x + bounds.width / 2.0, y: bounds.y + bounds.height / 2.0 };
    canvas.text(&figure, at, look)
}
