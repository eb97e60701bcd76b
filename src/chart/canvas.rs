// SPDX-License-Identifier: AGPL-3.0-or-later
//! The drawing area that charts share: plotters on a scene, with marks.
//!
//! Never here: a chart of its own, a word of a language.

use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, FontTransform, TextStyle};

use super::backend::{SCALE, SceneBackend, Sheet, point};
use super::ink::{Finish, Ink, Paint, stroke};
use super::labels::wrap;
use super::metrics::Weight;
use super::scene::{Anchor, Mark, Part, Point, Rect, Scene};

/// The family of every text; the page has it, and the metrics are its own.
pub(super) const FAMILY: &str = "Titillium Web";

/// plotters refusing a layout: collecting primitives cannot fail.
pub(super) type Refused = DrawingAreaErrorKind<Infallible>;

/// Whether drawing went well.
pub(super) type Drawn = Result<(), Refused>;

/// A chart of plotters on a scene, with plain numbers on both axes.
pub(super) type Plot<'a> = ChartContext<'a, SceneBackend, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub size: f32,
    pub weight: Weight,
    pub ink: Ink,
    pub anchor: Anchor,
    pub halo: bool,
}

impl Look {
    /// Plain text that starts at its place.
    pub fn new(size: f32, ink: Ink) -> Self {
        Self { size, weight: Weight::Regular, ink, anchor: Anchor::Start, halo: false }
    }

    pub fn weight(self, weight: Weight) -> Self {
        Self { weight, ..self }
    }

    pub fn anchor(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    pub fn halo(self) -> Self {
        Self { halo: true, ..self }
    }

    fn style(self) -> TextStyle<'static> {
        let weight = match self.weight {
            Weight::Regular => FontStyle::Normal,
            Weight::SemiBold => FontStyle::Bold,
        };
        let h_pos = match self.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let finish = if self.halo { Finish::Halo } else { Finish::Plain };
        FontDesc::new(FontFamily::Name(FAMILY), f64::from(self.size * SCALE), weight)
            .color(&Paint(self.ink, finish))
            .pos(Pos::new(h_pos, VPos::Center))
    }
}

/// A scene being drawn.
pub(super) struct Canvas {
    sheet: Rc<RefCell<Sheet>>,
    root: DrawingArea<SceneBackend, Shift>,
    marks: Vec<Mark>,
    size: (f32, f32),
}

/// Units of plotters.
fn units(length: f32) -> i32 {
    (length * SCALE).round() as i32
}

/// The corners of a rectangle.
fn corners(rect: Rect) -> [(i32, i32); 2] {
    [(units(rect.x), units(rect.y)), (units(rect.right()), units(rect.bottom()))]
}

impl Canvas {
    /// An empty scene of this size.
    pub fn new(width: f32, height: f32) -> Self {
        let sheet = Rc::new(RefCell::new(Sheet::default()));
        let root = SceneBackend::new(Rc::clone(&sheet), width, height).into_drawing_area();
        Self { sheet, root, marks: Vec::new(), size: (width, height) }
    }

    /// A chart within these margins (top, right, bottom, left), from `0` to `x` across and, downwards, `0` to `y`.
    pub fn plot(
        &self,
        [top, right, bottom, left]: [f32; 4],
        x: f64,
        y: f64,
    ) -> Result<Plot<'static>, Refused> {
        ChartBuilder::on(&self.root)
            .margin_top(units(top))
            .margin_right(units(right))
            .margin_bottom(units(bottom))
            .margin_left(units(left))
            .build_cartesian_2d(0.0..x, y..0.0)
    }

    /// Begins a mark: what is drawn from here on belongs to it.
    pub fn begin(&mut self, mark: Mark) {
        self.sheet.borrow_mut().mark = Some(self.marks.len());
        self.marks.push(mark);
    }

    /// Ends the mark: what is drawn from here on belongs to none.
    pub fn end(&mut self) {
        self.sheet.borrow_mut().mark = None;
    }

    /// Adds a part to the mark that was begun last.
    pub fn part(&mut self, part: Part) {
        if let Some(mark) = self.marks.last_mut() {
            mark.parts.push(part);
        }
    }

    /// A line of text, its capitals centred on `at.y`.
    pub fn text(&self, text: &str, at: Point, look: Look) -> Drawn {
        self.root.draw_text(text, &look.style(), (units(at.x), units(at.y)))
    }

    /// The same of a text that is the plan's, if it is.
    pub fn name(&self, text: &str, is_of_plan: bool, at: Point, look: Look) -> Drawn {
        self.sheet.borrow_mut().is_of_plan = is_of_plan;
        let drawn = self.text(text, at, look);
        self.sheet.borrow_mut().is_of_plan = false;
        drawn
    }

    /// A filled rectangle in CSS pixels, for what is not on a scale.
    pub fn rect(&self, rect: Rect, ink: Ink) -> Drawn {
        self.paint(rect, Paint(ink, Finish::Plain))
    }

    /// The same, with a finish.
    pub fn paint(&self, rect: Rect, paint: Paint) -> Drawn {
        self.root.draw(&Rectangle::new(corners(rect), plotters::style::Color::filled(&paint)))
    }

    /// The outline of a rectangle in CSS pixels.
    pub fn frame(&self, rect: Rect, ink: Ink, width: f32) -> Drawn {
        self.root.draw(&Rectangle::new(corners(rect), stroke(ink, width)))
    }

    /// A filled circle in CSS pixels.
    pub fn disc(&self, at: Point, radius: f32, ink: Ink) -> Drawn {
        self.root.draw(&Circle::new(
            (units(at.x), units(at.y)),
            units(radius),
            plotters::style::Color::filled(&ink),
        ))
    }

    /// A filled polygon in CSS pixels.
    pub fn polygon(&self, points: &[Point], ink: Ink) -> Drawn {
        let points: Vec<_> = points.iter().map(|at| (units(at.x), units(at.y))).collect();
        self.root.draw(&Polygon::new(points, plotters::style::Color::filled(&ink)))
    }

    /// A line of text turned a quarter against the clock, which ends or starts at `at`, its capitals centred on `at.x`.
    pub fn turned(&self, text: &str, at: Point, look: Look) -> Drawn {
        let style = look.style();
        let font = style.font.transform(FontTransform::Rotate270);
        self.root.draw_text(text, &TextStyle { font, ..style }, (units(at.x), units(at.y)))
    }

    /// A straight rule in CSS pixels, for what is not on a scale.
    pub fn rule(&self, from: Point, to: Point, ink: Ink, width: f32) -> Drawn {
        let ends = vec![(units(from.x), units(from.y)), (units(to.x), units(to.y))];
        self.root.draw(&PathElement::new(ends, stroke(ink, width)))
    }

    /// The scene.
    pub fn finish(self) -> Scene {
        let prims = std::mem::take(&mut self.sheet.borrow_mut().prims);
        Scene { width: self.size.0, height: self.size.1, prims, marks: self.marks, ruler: Vec::new() }
    }
}

/// Where a value of a chart lies in the scene.
pub(super) fn place(plot: &Plot<'_>, x: f64, y: f64) -> Point {
    point(plot.backend_coord(&(x, y)))
}

/// The rectangle in the scene between two values of a chart.
pub(super) fn area(plot: &Plot<'_>, a: (f64, f64), b: (f64, f64)) -> Rect {
    Rect::between(place(plot, a.0, a.1), place(plot, b.0, b.1))
}

/// Draws a bar between two values of a chart.
pub(super) fn bar(plot: &mut Plot<'_>, a: (f64, f64), b: (f64, f64), paint: Paint) -> Drawn {
    plot.draw_series([Rectangle::new([a, b], plotters::style::Color::filled(&paint))]).map(|_| ())
}

/// Draws a straight line between two values of a chart.
pub(super) fn line(plot: &mut Plot<'_>, a: (f64, f64), b: (f64, f64), ink: Ink, width: f32) -> Drawn {
    plot.draw_series([PathElement::new(vec![a, b], stroke(ink, width))]).map(|_| ())
}

/// A scene that only says something: there is nothing to draw, or it could not be drawn.
pub(super) fn notice(text: &str, width: f32) -> Scene {
    let (size, leading) = (14.0, 20.0);
    let lines = wrap(text, width - 16.0, size, Weight::Regular, 6);
    let canvas = Canvas::new(width, lines.len() as f32 * leading + 16.0);
    for (i, line) in lines.iter().enumerate() {
        let at = Point { x: 8.0, y: 8.0 + (i as f32 + 0.5) * leading };
        // A text that plotters will not place leaves the scene without it; the summary beside it says the same.
        if canvas.text(line, at, Look::new(size, Ink::TextMuted)).is_err() {
            break;
        }
    }
    canvas.finish()
}
