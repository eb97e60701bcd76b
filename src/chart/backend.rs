// SPDX-License-Identifier: AGPL-3.0-or-later
//! The plotters backend that collects a scene.
//!
//! plotters counts in whole pixels: the backend says it is ten times as large as it is and divides on the way out, so
//! that places have tenths. Texts are measured with the tables of `metrics`: plotters' own way asks the page for the
//! size of an element per label. Never here: what a chart looks like.

use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
    FontTransform,
};

use super::ink::Paint;
use super::metrics::{ASCENT, CAP_HEIGHT, DESCENT, Weight, width};
use super::scene::{Anchor, Point, Primitive, Rect, Shape, Text};

/// How many units of plotters a CSS pixel has.
pub(super) const SCALE: f32 = 10.0;

/// What has been drawn so far, shared between the backend (which plotters owns) and the chart that draws.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// The primitives.
    pub prims: Vec<Primitive>,
    /// The mark to which what is drawn now belongs.
    pub mark: Option<usize>,
    /// Whether texts that are drawn now are the plan's.
    pub is_of_plan: bool,
}

/// The backend.
pub(super) struct SceneBackend {
    sheet: Rc<RefCell<Sheet>>,
    /// In units of plotters.
    size: (u32, u32),
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// From units of plotters to CSS pixels.
pub(super) fn point((x, y): BackendCoord) -> Point {
    Point { x: x as f32 / SCALE, y: y as f32 / SCALE }
}

impl SceneBackend {
    /// A backend for a drawing of this many CSS pixels.
    pub fn new(sheet: Rc<RefCell<Sheet>>, width: f32, height: f32) -> Self {
        let units = |length: f32| (length * SCALE).round().max(1.0) as u32;
        Self { sheet, size: (units(width), units(height)) }
    }

    fn push(&mut self, shape: Shape, color: BackendColor) -> Drawn {
        // What is wholly transparent is not drawn at all; there is nothing in between, since inks have no alpha.
        if color.alpha > 0.0 {
            let Paint(ink, finish) = Paint::from_rgb(color.rgb);
            let mut sheet = self.sheet.borrow_mut();
            let mark = sheet.mark;
            sheet.prims.push(Primitive { shape, ink, finish, mark });
        }
        Ok(())
    }
}

fn stroke_of(style: &impl BackendStyle) -> f32 {
    style.stroke_width() as f32 / SCALE
}

fn weight_of(style: &impl BackendTextStyle) -> Weight {
    match style.style() {
        FontStyle::Bold => Weight::SemiBold,
        _ => Weight::Regular,
    }
}

impl DrawingBackend for SceneBackend {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Drawn {
        let Point { x, y } = point(at);
        self.push(Shape::Rect(Rect { x, y, width: 1.0 / SCALE, height: 1.0 / SCALE }), color)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.push(Shape::Line(vec![point(from), point(to)], stroke_of(style)), style.color())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        a: BackendCoord,
        b: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let rect = Rect::between(point(a), point(b));
        let shape = if fill { Shape::Rect(rect) } else { Shape::Frame(rect, stroke_of(style)) };
        self.push(shape, style.color())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.push(Shape::Line(path.into_iter().map(point).collect(), stroke_of(style)), style.color())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        at: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (at, radius) = (point(at), radius as f32 / SCALE);
        let shape = if fill { Shape::Disc(at, radius) } else { Shape::Ring(at, radius, stroke_of(style)) };
        self.push(shape, style.color())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.push(Shape::Polygon(path.into_iter().map(point).collect()), style.color())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let size = style.size() as f32 / SCALE;
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        // From the place that plotters means to the baseline, which every renderer agrees on. Middle is the middle of
        // capitals and figures: labels stand beside bars, and the eye compares those.
        let down = size
            * match style.anchor().v_pos {
                VPos::Top => ASCENT,
                VPos::Center => CAP_HEIGHT / 2.0,
                VPos::Bottom => -DESCENT,
            };
        let turned = matches!(style.transform(), FontTransform::Rotate270);
        let Point { x, y } = point(at);
        let tenths = |length: f32| (length * SCALE).round() / SCALE;
        let at = if turned { Point { x: tenths(x + down), y } } else { Point { x, y: tenths(y + down) } };
        let is_of_plan = self.sheet.borrow().is_of_plan;
        let (weight, content) = (weight_of(style), text.to_owned());
        let text = Text { at, anchor, size, weight, turned, is_of_plan, content };
        self.push(Shape::Text(text), style.color())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size() as f32;
        Ok((width(text, size, weight_of(style)).ceil() as u32, (size * (ASCENT + DESCENT)).ceil() as u32))
    }
}
