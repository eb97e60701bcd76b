// SPDX-License-Identifier: AGPL-3.0-or-later
//! The shapes of a scene as outlines in the notation of SVG paths: one for all that look alike, however many they are.
//!
//! A page then holds a few elements instead of one for each bar, and changes a few attributes when the bars change.
//! Shapes of different looks keep the order in which the looks first came. Never here: texts, marks, a colour.

use super::ink::{Finish, Ink};
use super::scene::{MarkState, Point, Primitive, Rect, Scene, Shape};

/// How a shape looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Brush {
    /// In which ink.
    pub ink: Ink,
    /// The width of the stroke, in CSS pixels; `None` fills the shape instead.
    pub stroke: Option<f32>,
    /// How the ink is laid on: in the pattern of its status with an edge of the full ink, say.
    pub finish: Finish,
    /// Faded, because others than its mark are selected.
    pub is_dimmed: bool,
}

/// All shapes of one look.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// How they look.
    pub brush: Brush,
    /// The `d` of an SVG path.
    pub path: String,
}

/// The outlines of all shapes of a scene.
pub fn outlines(scene: &Scene) -> Vec<Outline> {
    let mut outlines: Vec<Outline> = Vec::new();
    for primitive in &scene.prims {
        let Some(brush) = brush(scene, primitive) else { continue };
        let at = outlines.iter().position(|outline| outline.brush == brush).unwrap_or(outlines.len());
        if at == outlines.len() {
            outlines.push(Outline { brush, path: String::new() });
        }
        trace(&mut outlines[at].path, &primitive.shape, brush.finish == Finish::Pattern);
    }
    outlines
}

/// The brush of a primitive; `None` for a text, which has none.
fn brush(scene: &Scene, primitive: &Primitive) -> Option<Brush> {
    let stroke = match primitive.shape {
        Shape::Rect(_) | Shape::Disc(..) | Shape::Polygon(_) => None,
        Shape::Frame(_, width) | Shape::Line(_, width) | Shape::Ring(_, _, width) => Some(width),
        Shape::Text(_) => return None,
    };
    let mark = primitive.mark.and_then(|mark| scene.marks.get(mark));
    Some(Brush {
        ink: primitive.ink,
        stroke,
        finish: primitive.finish,
        is_dimmed: mark.is_some_and(|mark| mark.state == MarkState::Dimmed),
    })
}

fn trace(path: &mut String, shape: &Shape, is_pattern: bool) {
    match shape {
        // The edge of a pattern is drawn within its rectangle.
        Shape::Rect(Rect { x, y, width, height }) if is_pattern && *width > 1.0 && *height > 1.0 => {
            rectangle(path, Rect { x: x + 0.5, y: y + 0.5, width: width - 1.0, height: height - 1.0 });
        }
        Shape::Rect(rect) | Shape::Frame(rect, _) => rectangle(path, *rect),
        Shape::Line(points, _) => polygon(path, points),
        Shape::Polygon(corners) => {
            polygon(path, corners);
            path.push('z');
        }
        Shape::Disc(centre, radius) | Shape::Ring(centre, radius, _) => circle(path, *centre, *radius),
        Shape::Text(_) => {}
    }
}

fn rectangle(path: &mut String, Rect { x, y, width, height }: Rect) {
    command(path, "M", &[x, y]);
    command(path, "h", &[width]);
    command(path, "v", &[height]);
    command(path, "h", &[-width]);
    path.push('z');
}

fn polygon(path: &mut String, points: &[Point]) {
    for (i, Point { x, y }) in points.iter().enumerate() {
        command(path, if i == 0 { "M" } else { "L" }, &[*x, *y]);
    }
}

/// Two half circles: a path knows no whole one.
fn circle(path: &mut String, Point { x, y }: Point, radius: f32) {
    command(path, "M", &[x - radius, y]);
    for across in [2.0 * radius, -2.0 * radius] {
        command(path, "a", &[radius, radius, 0.0, 0.0, 1.0, across, 0.0]);
    }
    path.push('z');
}

fn command(path: &mut String, letter: &str, numbers: &[f32]) {
    path.push_str(letter);
    for (i, number) in numbers.iter().enumerate() {
        if i > 0 {
            path.push(' ');
        }
        push_length(path, *number);
    }
}

/// Writes a length with at most one decimal, as scenes have them.
pub fn push_length(out: &mut String, length: f32) {
    // `as` saturates: what is out of range is at least not wrapped round.
    let tenths = (length * 10.0).round() as i32;
    if tenths < 0 {
        out.push('-');
    }
    let tenths = tenths.unsigned_abs();
    let mut digits = [0; 10];
    let mut at = digits.len();
    let mut whole = tenths / 10;
    while whole > 0 || at == digits.len() {
        at -= 1;
        digits[at] = b'0' + (whole % 10) as u8;
        whole /= 10;
    }
    out.extend(digits[at..].iter().map(|&digit| char::from(digit)));
    if !tenths.is_multiple_of(10) {
        out.push('.');
        out.push(char::from(b'0' + (tenths % 10) as u8));
    }
}

/// A length with at most one decimal.
///
/// ```
/// use traguardi::chart::outline::length;
/// assert_eq!([0.0, 12.0, 3.25, -0.04, -7.5].map(length), ["0", "12", "3.3", "0", "-7.5"]);
/// ```
pub fn length(length: f32) -> String {
    let mut out = String::new();
    push_length(&mut out, length);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::scene::{Anchor, Mark, Text};
    use proptest::prelude::*;

    fn rect(ink: Ink, finish: Finish, x: f32, mark: Option<usize>) -> Primitive {
        let shape = Shape::Rect(Rect { x, y: 0.0, width: 4.0, height: 2.5 });
        Primitive { shape, ink, finish, mark }
    }

    #[test]
    fn what_looks_alike_is_one_outline_in_the_order_of_the_looks() {
        let dimmed = Mark { state: MarkState::Dimmed, ..Mark::default() };
        let (plain, pattern) = (Finish::Plain, Finish::Pattern);
        let line = Shape::Line(vec![Point { x: 1.0, y: 2.0 }, Point { x: 3.0, y: 4.5 }], 1.5);
        let scene = Scene {
            prims: vec![
                rect(Ink::Accent, plain, 0.0, None),
                rect(Ink::Achieved, pattern, 10.0, None),
                Primitive { shape: line, ink: Ink::Grid, finish: plain, mark: None },
                rect(Ink::Accent, plain, 20.0, None),
                rect(Ink::Accent, plain, 30.0, Some(0)),
            ],
            marks: vec![dimmed],
            ..Scene::default()
        };
        let found: Vec<_> =
            outlines(&scene).into_iter().map(|o| (o.brush.ink, o.brush.is_dimmed, o.path)).collect();
        assert_eq!(
            found,
            [
                (Ink::Accent, false, "M0 0h4v2.5h-4zM20 0h4v2.5h-4z".to_owned()),
                (Ink::Achieved, false, "M10.5 0.5h3v1.5h-3z".to_owned()),
                (Ink::Grid, false, "M1 2L3 4.5".to_owned()),
                (Ink::Accent, true, "M30 0h4v2.5h-4z".to_owned()),
            ]
        );
    }

    #[test]
    fn a_circle_is_closed_and_texts_have_no_outline() {
        let (at, content) = (Point { x: 5.0, y: 5.0 }, "12".to_owned());
        let weight = crate::chart::metrics::Weight::Regular;
        let text =
            Text { at, anchor: Anchor::Start, size: 12.0, weight, turned: false, is_of_plan: false, content };
        let shapes = [Shape::Disc(at, 3.5), Shape::Text(text)];
        let prims =
            shapes.map(|shape| Primitive { shape, ink: Ink::Text, finish: Finish::Plain, mark: None });
        let scene = Scene { prims: prims.into(), ..Scene::default() };
        let found = outlines(&scene);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].path, "M1.5 5a3.5 3.5 0 0 1 7 0a3.5 3.5 0 0 1 -7 0z");
    }

    proptest! {
        #[test]
        fn lengths_are_read_back_to_the_tenth(tenths in -2_000_000..2_000_000i32) {
            let value = tenths as f32 / 10.0;
            let read: f64 = length(value).parse().expect("a number");
            prop_assert!((read - f64::from(value)).abs() < 0.051);
        }
    }
}
