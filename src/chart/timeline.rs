// SPDX-License-Identifier: AGPL-3.0-or-later
//! Deadlines and completions in time: above, how many objectives were due, parted by whether they kept their term;
//! beneath, how many were done. Long plans are counted by quarter or by year.
//!
//! A column selects its deadlines, or its completions. Never here: a date that no text states; today.

use std::collections::BTreeMap;

use crate::reading::Status;
use crate::statistics::{Dimension, Filter, Month};

use super::canvas::{Canvas, Drawn, Look, Refused, notice};
use super::ink::{Ink, Paint};
use super::metrics::{Weight, width as text_width};
use super::scene::{Anchor, Mark, MarkState, Point, Rect, Scene, handle};
use super::table::{Cell, TwinTable, Unit};
use super::{ChartDrawing, LegendItem, Task};

/// The most columns, however wide the drawing.
const MOST: usize = 36;
/// The narrowest column that a finger hits, and the narrowest under which a year can be written.
const NARROWEST: f32 = 26.0;
const NARROWEST_YEAR: f32 = 36.0;
const WIDEST: f32 = 56.0;
/// Room in a band for its heading, for a count above a column, and for the columns of either band.
const HEADING: f32 = 20.0;
const ABOVE: f32 = 18.0;
const DUE: f32 = 84.0;
const DONE: f32 = 60.0;
/// Room below, for months and years.
const BOTTOM: f32 = 38.0;
const LABEL: f32 = 12.0;
/// The looks of what was kept, late, not known.
const LOOKS: [Status; 3] = [Status::Achieved, Status::PartiallyAchieved, Status::NotStated];

/// The place of a month that is none: what names its year alone comes after December.
const NO_MONTH: u32 = 13;

/// What a column stands for: a month of a year, a quarter, or years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Month,
    Quarter,
    Years(u32),
}

/// A column.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Column {
    year: u32,
    /// The month or quarter, or 0 for whole years.
    part: u32,
    keys: Vec<String>,
    due: u32,
    kept: [u32; 3],
    completed: u32,
}

/// The year and the month of a key.
fn time(key: &str) -> Option<(u32, u32)> {
    let (year, month) = match key.split_once('-') {
        Some((year, month)) => (year, month.parse().ok().filter(|month| (1..=12).contains(month))?),
        None => (key, NO_MONTH),
    };
    Some((year.parse().ok().filter(|year| *year < 100_000)?, month))
}

impl Step {
    /// The column of a month: its year, and its part of it.
    fn column(self, (year, month): (u32, u32)) -> (u32, u32) {
        match self {
            Self::Month => (year, month),
            Self::Quarter if month == NO_MONTH => (year, NO_MONTH),
            Self::Quarter => (year, (month - 1) / 3 + 1),
            Self::Years(step) => (year - year % step, 0),
        }
    }

    /// The columns from the first to the last, those without anything too, where they are no more than so many. What
    /// names a year alone has a column only where it occurs.
    fn between(self, times: &[(u32, u32)], most: usize) -> Option<Vec<(u32, u32)>> {
        let columns = || times.iter().map(|time| self.column(*time));
        let (first, last) = (columns().min()?, columns().max()?);
        let mut all = Vec::new();
        let step = if let Self::Years(step) = self { step } else { 1 };
        for year in (first.0..=last.0).step_by(step as usize) {
            let parts = match self {
                Self::Month => 1..=12,
                Self::Quarter => 1..=4,
                Self::Years(_) => 0..=0,
            };
            let alone = columns().any(|column| column == (year, NO_MONTH)).then_some(NO_MONTH);
            let parts = parts.chain(alone).map(|part| (year, part));
            all.extend(parts.filter(|column| (first..=last).contains(column)));
            if all.len() > most {
                return None;
            }
        }
        Some(all)
    }
}

/// The columns of a timeline, as fine as there is room for.
fn columns(timeline: &[Month], width: f32) -> (Step, Vec<Column>) {
    let times: Vec<_> = timeline.iter().filter_map(|month| time(&month.key)).collect();
    let most = |narrowest: f32| ((width / narrowest) as usize).min(MOST);
    let by_years = |step| (Step::Years(step), most(NARROWEST_YEAR));
    let finer = [(Step::Month, most(NARROWEST)), (Step::Quarter, most(NARROWEST))];
    let coarser = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 10_000, 100_000].map(by_years);
    // Where no month is named, there is nothing finer than years.
    let is_of_years = times.iter().all(|(_, month)| *month == NO_MONTH);
    let finer = finer.into_iter().filter(|_| !is_of_years);
    let found = finer.chain(coarser).find_map(|(step, most)| Some((step, step.between(&times, most)?)));
    let Some((step, places)) = found else { return (Step::Years(1), Vec::new()) };
    let at: BTreeMap<_, _> = places.iter().enumerate().map(|(at, place)| (*place, at)).collect();
    let empty = |(year, part): &(u32, u32)| Column { year: *year, part: *part, ..Column::default() };
    let mut columns: Vec<_> = places.iter().map(empty).collect();
    for month in timeline {
        let Some(at) = time(&month.key).and_then(|time| at.get(&step.column(time))) else { continue };
        let column = &mut columns[*at];
        column.keys.push(month.key.clone());
        column.due += month.due;
        column.kept.iter_mut().zip(month.due_kept).for_each(|(count, more)| *count += more);
        column.completed += month.completed;
    }
    (step, columns)
}

pub(super) fn draw(task: &Task<'_>) -> ChartDrawing {
    let timeline = &task.figures.timeline;
    let dated = || timeline.iter().filter(|month| !month.key.is_empty());
    let sum = |of: fn(&Month) -> u32| timeline.iter().map(of).sum::<u32>();
    let mut kept = [0; 3];
    dated().for_each(|month| kept.iter_mut().zip(month.due_kept).for_each(|(sum, more)| *sum += more));
    let due = dated().map(|month| month.due).sum();
    let completed = dated().map(|month| month.completed).sum();
    let summary =
        (task.more.timeline_summary)((due, sum(|m| m.due)), kept, (completed, sum(|m| m.completed)));
    let summary = task.beyond_own(summary, [Dimension::Deadline, Dimension::Completed]);
    let texts = [task.more.kept, task.more.late, task.more.not_known];
    let legend = LOOKS.into_iter().zip(texts).map(|(status, text)| LegendItem { status, text });
    task.drawing(scene(task), summary, table(task), legend.collect())
}

fn table(task: &Task<'_>) -> TwinTable {
    let more = task.more;
    let counts = [more.due, more.kept, more.late, more.not_known, more.completed];
    let heads = counts.map(|head| (head, Unit::Objectives));
    let heads = std::iter::once((more.period, Unit::Text)).chain(heads);
    let mut table = TwinTable::new(more.timeline, heads);
    for month in &task.figures.timeline {
        let name = match time(&month.key) {
            Some((year, month)) => name(task, Step::Month, year, month),
            None => more.no_date.to_owned(),
        };
        let [kept, late, unknown] = month.due_kept;
        let counts = [month.due, kept, late, unknown, month.completed].map(Cell::Count);
        table.push(std::iter::once(Cell::Text(name)).chain(counts).collect(), None);
    }
    table
}

/// What a column is called in full: `giugno 2021`, `2° trimestre 2021`, `2021`, `2010–2019`.
fn name(task: &Task<'_>, step: Step, year: u32, part: u32) -> String {
    match (step, part) {
        (Step::Month, 1..=12) => format!("{} {year}", month(task, part)),
        (Step::Quarter, 1..=4) => (task.more.quarter)(part, year),
        (Step::Years(step), _) if step > 1 => format!("{year}–{}", year + step - 1),
        (Step::Years(_), _) => year.to_string(),
        _ => (task.more.year_alone)(year),
    }
}

fn month(task: &Task<'_>, month: u32) -> &'static str {
    task.words.language.month(month as u8).unwrap_or("–")
}

fn scene(task: &Task<'_>) -> Result<Scene, Refused> {
    let (step, columns) = columns(&task.figures.timeline, task.width);
    if columns.is_empty() {
        return Ok(notice(task.nothing().unwrap_or(task.more.no_dates), task.width));
    }
    let slot = (task.width / columns.len() as f32).min(WIDEST);
    let most = columns.iter().map(|column| column.due.max(column.completed)).max().unwrap_or(0).max(1);
    let due = Band { top: 0.0, room: DUE, slot, most };
    let done = Band { top: due.bottom() + 2.0, room: DONE, ..due };
    let mut canvas = Canvas::new(task.width, done.bottom() + BOTTOM);
    for (row, band) in [due, done].into_iter().enumerate() {
        let heading = if row == 0 { task.more.due } else { task.more.completed };
        canvas.text(heading, Point { x: 2.0, y: band.top + 10.0 }, Look::new(13.0, Ink::Text))?;
        let right = Point { x: slot * columns.len() as f32, y: band.bottom() };
        for (at, column) in columns.iter().enumerate() {
            let place = (row as u16, at as u16);
            band.draw(task, &mut canvas, place, column, &name(task, step, column.year, column.part))?;
        }
        canvas.rule(Point { x: 0.0, y: band.bottom() }, right, Ink::Axis, 1.0)?;
    }
    labels(task, &canvas, step, &columns, slot, done.bottom())?;
    Ok(canvas.finish())
}

/// One of the two rows of columns.
#[derive(Clone, Copy)]
struct Band {
    top: f32,
    room: f32,
    slot: f32,
    most: u32,
}

impl Band {
    fn bottom(&self) -> f32 {
        self.top + HEADING + ABOVE + self.room
    }

    fn draw(
        &self,
        task: &Task<'_>,
        canvas: &mut Canvas,
        (row, at): (u16, u16),
        column: &Column,
        name: &str,
    ) -> Drawn {
        let (words, more) = (task.words, task.more);
        let is_due = row == 0;
        let (dimension, heading, count) = match is_due {
            true => (Dimension::Deadline, more.due, column.due),
            false => (Dimension::Completed, more.completed, column.completed),
        };
        let filters: Vec<_> = column.keys.iter().map(|key| Filter::new(dimension, key.as_str())).collect();
        let state = MarkState::of_all(&filters, task.selection);
        let id = match filters.is_empty() {
            true => format!("chart:{}:{}-{}", dimension.code(), column.year, column.part),
            false => handle(&filters),
        };
        let said = format!("{heading}: {}", (words.count)(count));
        let mut lines = vec![name.to_owned(), said];
        let x = f32::from(at) * self.slot;
        let bounds = Rect { x, y: self.top + HEADING, width: self.slot, height: ABOVE + self.room };
        let parts: Vec<_> = match is_due {
            true => LOOKS.into_iter().zip(column.kept).collect(),
            false => vec![(Status::Achieved, column.completed)],
        };
        if is_due && count > 0 {
            let texts = [more.kept, more.late, more.not_known].into_iter().zip(column.kept);
            let texts = texts.filter(|(_, n)| *n > 0);
            lines.extend(texts.map(|(text, n)| format!("{text}: {}", (words.out_of)(n, count))));
        }
        canvas.begin(Mark {
            id,
            filters,
            bounds,
            row,
            column: at,
            label: lines.join("; "),
            lines,
            state,
            ..Mark::default()
        });
        let mut y = self.bottom();
        let inset = (self.slot * 0.14).clamp(2.0, 6.0);
        for (look, count) in parts {
            if count > 0 {
                let height = (count as f32 / self.most as f32 * self.room).max(3.0);
                y -= height;
                let bar = Rect { x: x + inset, y, width: self.slot - 2.0 * inset, height };
                canvas.paint(bar, Paint::status(look))?;
            }
        }
        let figure = words.figure(count);
        if count > 0 && text_width(&figure, LABEL, Weight::SemiBold) <= self.slot {
            let look = Look::new(LABEL, Ink::Text).weight(Weight::SemiBold).anchor(Anchor::Middle);
            canvas.text(&figure, Point { x: x + self.slot / 2.0, y: y - 8.0 }, look)?;
        }
        canvas.end();
        Ok(())
    }
}

/// Months or quarters under their columns, and years under the first of theirs.
fn labels(task: &Task<'_>, canvas: &Canvas, step: Step, columns: &[Column], slot: f32, y: f32) -> Drawn {
    let look = Look::new(LABEL, Ink::TextMuted);
    let first = |at: usize| at == 0 || columns[at].year != columns[at - 1].year;
    for (at, column) in columns.iter().enumerate() {
        let x = at as f32 * slot;
        let text = match (step, column.part) {
            (Step::Years(_), _) => column.year.to_string(),
            (Step::Month, 1..=12) => {
                month(task, column.part).chars().take(1).collect::<String>().to_uppercase()
            }
            (Step::Quarter, 1..=4) => format!("{}{}", task.more.quarter_letter, column.part),
            _ => task.more.year.to_owned(),
        };
        canvas.text(&text, Point { x: x + slot / 2.0, y: y + 11.0 }, look.anchor(Anchor::Middle))?;
        if matches!(step, Step::Years(_)) || !first(at) {
            continue;
        }
        canvas.rule(Point { x, y: y + 2.0 }, Point { x, y: y + 34.0 }, Ink::Grid, 1.0)?;
        // A year of few columns is told by its neighbours.
        let until = (at + 1..columns.len()).find(|at| first(*at)).map_or(task.width, |at| at as f32 * slot);
        let year = column.year.to_string();
        if x + 4.0 + text_width(&year, LABEL, Weight::Regular) <= until {
            canvas.text(&year, Point { x: x + 4.0, y: y + 27.0 }, look)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(keys: &[&str]) -> Vec<Month> {
        let month = |key: &&str| Month { key: (*key).to_owned(), due: 1, due_kept: [1, 0, 0], completed: 0 };
        keys.iter().map(month).collect()
    }

    fn steps(keys: &[&str], width: f32) -> (Step, usize) {
        let (step, columns) = columns(&months(keys), width);
        let dated = keys.iter().filter(|key| !key.is_empty()).count();
        assert_eq!(columns.iter().map(|column| column.due).sum::<u32>(), dated as u32, "none is lost");
        (step, columns.len())
    }

    #[test]
    fn months_without_anything_between_are_there() {
        assert_eq!(steps(&["2021-03", "2021-06", ""], 720.0), (Step::Month, 4));
        assert_eq!(steps(&["2020-11", "2021-02"], 720.0), (Step::Month, 4));
        assert_eq!(
            steps(&["2021-03", "2021"], 720.0),
            (Step::Month, 11),
            "up to December, and the year alone"
        );
        assert_eq!(steps(&["2019", "2020-02"], 720.0), (Step::Month, 3));
    }

    #[test]
    fn long_spans_become_quarters_and_years_and_more() {
        assert_eq!(steps(&["2021-01", "2021-12"], 320.0), (Step::Month, 12));
        assert_eq!(steps(&["2021-01", "2022-12"], 300.0), (Step::Quarter, 8));
        assert_eq!(steps(&["2021-01", "2029-12"], 720.0).0, Step::Years(1));
        assert_eq!(steps(&["2021", "2022"], 720.0), (Step::Years(1), 2));
        let (step, columns) = steps(&["0001-01", "2021-06", "9999-12"], 320.0);
        assert!(matches!(step, Step::Years(1_000..)) && columns <= 8, "{step:?} {columns}");
        assert_eq!(steps(&[""], 320.0).1, 0);
    }
}
