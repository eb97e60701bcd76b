// SPDX-License-Identifier: AGPL-3.0-or-later
//! A drawing as plain instructions, and the marks in it that a person can touch, focus and read.
//!
//! Lengths are CSS pixels in steps of a tenth, from the upper left corner. Never here: a colour, a chart, a language.

use crate::statistics::{Filter, Selection};

use super::ink::{Finish, Ink};
use super::metrics::{ASCENT, DESCENT, Weight, width};

/// A drawing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scene {
    /// Its width.
    pub width: f32,
    /// Its height, which follows from what it shows.
    pub height: f32,
    /// What to draw, in this order.
    pub prims: Vec<Primitive>,
    /// What can be focused and touched, in reading order.
    pub marks: Vec<Mark>,
    /// Where percentages lie across it, for dragging: each `x` with its percentage, from left to right. Empty where
    /// nothing can be dragged.
    pub ruler: Vec<(f32, f32)>,
}

/// A point.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
}

/// A rectangle with sides along the axes.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Rect {
    /// Its left side.
    pub x: f32,
    /// Its upper side.
    pub y: f32,
    /// Its width, 0 or more.
    pub width: f32,
    /// Its height, 0 or more.
    pub height: f32,
}

impl Rect {
    /// The rectangle between two corners, whichever they are.
    pub fn between(a: Point, b: Point) -> Self {
        Self { x: a.x.min(b.x), y: a.y.min(b.y), width: (a.x - b.x).abs(), height: (a.y - b.y).abs() }
    }

    /// Its right side.
    pub fn right(&self) -> f32 {
        self.x + self.width
    }

    /// Its lower side.
    pub fn bottom(&self) -> f32 {
        self.y + self.height
    }

    /// The part of it that is left of so much, and the rest.
    pub(super) fn split(self, width: f32) -> (Self, Self) {
        let width = width.min(self.width);
        (Self { width, ..self }, Self { x: self.x + width, width: self.width - width, ..self })
    }

    /// Whether the two share more than an edge, give or take `slack`.
    pub fn overlaps(&self, other: &Self, slack: f32) -> bool {
        self.x + slack < other.right()
            && other.x + slack < self.right()
            && self.y + slack < other.bottom()
            && other.y + slack < self.bottom()
    }

    /// Whether a point is in it, edges too.
    pub fn contains(&self, point: Point) -> bool {
        (self.x..=self.right()).contains(&point.x) && (self.y..=self.bottom()).contains(&point.y)
    }
}

/// One drawing instruction.
#[derive(Debug, Clone, PartialEq)]
pub struct Primitive {
    /// What to draw.
    pub shape: Shape,
    /// In which ink.
    pub ink: Ink,
    /// How the ink is laid on.
    pub finish: Finish,
    /// The mark it belongs to: an index into [`Scene::marks`].
    pub mark: Option<usize>,
}

/// What a drawing instruction draws.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Rect(Rect),
    /// The outline of a rectangle, with the width of the stroke.
    Frame(Rect, f32),
    /// A line through these points, with the width of the stroke.
    Line(Vec<Point>, f32),
    /// A filled circle: centre and radius.
    Disc(Point, f32),
    /// The outline of a circle: centre, radius, width of the stroke.
    Ring(Point, f32, f32),
    /// A filled polygon.
    Polygon(Vec<Point>),
    /// A line of text.
    Text(Text),
}

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Where it starts, has its middle, or ends, as `anchor` says; on the baseline.
    pub at: Point,
    /// What `at.x` is.
    pub anchor: Anchor,
    /// The size of the font.
    pub size: f32,
    /// The weight of the font.
    pub weight: Weight,
    /// Turned a quarter against the clock, around `at`.
    pub turned: bool,
    /// Whether it is the plan's, or an official list's, and so in the language of plans.
    pub is_of_plan: bool,
    /// What it says: text, never markup.
    pub content: String,
}

impl Text {
    /// Its width, if the font is Titillium Web.
    pub fn width(&self) -> f32 {
        width(&self.content, self.size, self.weight)
    }

    /// The box that its letters fill.
    pub fn bounds(&self) -> Rect {
        let length = self.width();
        let before = match self.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => length / 2.0,
            Anchor::End => length,
        };
        let (up, tall) = (self.size * ASCENT, self.size * (ASCENT + DESCENT));
        if self.turned {
            Rect { x: self.at.x - up, y: self.at.y - (length - before), width: tall, height: length }
        } else {
            Rect { x: self.at.x - before, y: self.at.y - up, width: length, height: tall }
        }
    }
}

/// Which part of a text stands at its point.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Anchor {
    /// Its start.
    #[default]
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl Anchor {
    /// The value of SVG's `text-anchor`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// Something in a drawing that a person can point at: a bar, a column.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Mark {
    /// Its handle, the same in every drawing of the chart: that of the filters it toggles (`mission:04`).
    pub id: String,
    /// The filters it toggles: one by itself, several together as the only ones of their dimensions; none where it only
    /// tells.
    pub filters: Vec<Filter>,
    /// What it does besides filtering, as `data-action` names it (`open-mission:04`).
    pub action: Option<String>,
    /// Whether what it opens is open; `None` where it opens nothing.
    pub expanded: Option<bool>,
    /// Where it is touched.
    pub bounds: Rect,
    /// Its place among the marks: the row, from 0. Arrow up and down go from row to row.
    pub row: u16,
    /// The column, from 0. Arrow left and right go from column to column.
    pub column: u16,
    /// What it says, as one sentence without a full stop: its accessible name.
    pub label: String,
    /// What its tooltip says, line by line; the first is its name.
    pub lines: Vec<String>,
    /// How it stands to the selection.
    pub state: MarkState,
    /// Its parts, which the pointer can tell apart: the segments of a stacked bar.
    pub parts: Vec<Part>,
}

/// A part of a mark.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Where it is.
    pub bounds: Rect,
    /// What it says, for the tooltip.
    pub label: String,
    /// The filter that would select what it shows, besides that of its mark.
    pub filter: Option<Filter>,
}

/// How a mark stands to the selection.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum MarkState {
    /// Nothing of its dimension is selected.
    #[default]
    Plain,
    /// It is selected.
    Selected,
    /// Others of its dimension are selected. Its shapes fade; its texts do not, since they must still be read.
    Dimmed,
}

impl MarkState {
    /// The state of the mark of a filter.
    pub fn of(filter: &Filter, selection: &Selection) -> Self {
        match (selection.filters_by(filter.dimension), selection.shows(filter)) {
            (false, _) => Self::Plain,
            (true, true) => Self::Selected,
            (true, false) => Self::Dimmed,
        }
    }

    /// The state of a mark of several filters: selected where each of their dimensions holds exactly these.
    pub fn of_all(filters: &[Filter], selection: &Selection) -> Self {
        if let [filter] = filters {
            return Self::of(filter, selection);
        }
        let of = |filter: &Filter| Self::of(filter, selection);
        let wanted = |filter: &Filter| filters.iter().filter(|f| f.dimension == filter.dimension).count();
        let exactly = |filter: &Filter| {
            of(filter) == Self::Selected
                && !selection.is_turned(filter.dimension)
                && selection.keys(filter.dimension).count() == wanted(filter)
        };
        if filters.is_empty() {
            Self::Plain
        } else if filters.iter().all(exactly) {
            Self::Selected
        } else if filters.iter().any(|filter| {
            // Of several of one dimension, one that is selected keeps the mark from stepping back.
            let alike = filters.iter().filter(|other| other.dimension == filter.dimension);
            alike.clone().all(|other| of(other) == Self::Dimmed)
        }) {
            Self::Dimmed
        } else {
            Self::Plain
        }
    }
}

/// The handle of filters that go together: `mission:04&status:achieved`.
pub fn handle(filters: &[Filter]) -> String {
    filters.iter().map(Filter::handle).collect::<Vec<_>>().join("&")
}

/// Where the keyboard goes from a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// To the column on the left.
    Left,
    /// To the column on the right.
    Right,
    /// To the first mark.
    First,
    /// To the last mark.
    Last,
}

impl Scene {
    /// The mark that the keyboard reaches from mark `from`; `None` at the edge, where the focus stays.
    ///
    /// In a drawing of one row, or of one column, the arrows across it go the same way as those along it, so that no
    /// arrow is dead.
    pub fn step(&self, from: usize, step: Step) -> Option<usize> {
        let here = self.marks.get(from)?;
        let rows = || self.marks.iter().map(|mark| mark.row);
        let before = || from.checked_sub(1);
        let after = || (from + 1 < self.marks.len()).then_some(from + 1);
        let one_row = self.marks.iter().all(|mark| mark.row == here.row);
        let one_column = self.marks.iter().all(|mark| mark.column == here.column);
        match step {
            Step::First => (!self.marks.is_empty()).then_some(0),
            Step::Last => self.marks.len().checked_sub(1),
            Step::Up | Step::Left if one_row || one_column => before(),
            Step::Down | Step::Right if one_row || one_column => after(),
            Step::Left => before().filter(|&i| self.marks[i].row == here.row),
            Step::Right => after().filter(|&i| self.marks[i].row == here.row),
            // Rows without marks are passed over.
            Step::Up => self.nearest(here, rows().filter(|row| *row < here.row).max()?),
            Step::Down => self.nearest(here, rows().filter(|row| *row > here.row).min()?),
        }
    }

    /// The mark of a row that is nearest to the column of another.
    fn nearest(&self, here: &Mark, row: u16) -> Option<usize> {
        let row = self.marks.iter().enumerate().filter(|(_, mark)| mark.row == row);
        row.min_by_key(|(_, mark)| mark.column.abs_diff(here.column)).map(|(i, _)| i)
    }

    /// The mark at a point, and the part of it that is there.
    pub fn at(&self, point: Point) -> Option<(usize, Option<usize>)> {
        let mark = self.marks.iter().position(|mark| mark.bounds.contains(point))?;
        Some((mark, self.marks[mark].parts.iter().position(|part| part.bounds.contains(point))))
    }

    /// The mark of a handle.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.marks.iter().position(|mark| mark.id == id)
    }
}
