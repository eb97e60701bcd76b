// SPDX-License-Identifier: AGPL-3.0-or-later
//! The patterns of the statuses in files: the strokes of all tiles of a rectangle as a few dashed lines, cut at its edges.
//!
//! What prints a file makes a picture of each fill with tiles, megabytes of them; lines stay lines. They look as the tiles
//! of `pattern` do. Never here: a colour.

use std::fmt::Write;

use super::pattern::{Tile, tile_of};
use super::scene::{Point, Rect};
use crate::reading::Status;

/// Strokes that run on from tile to tile.
#[derive(Debug, Clone, Copy)]
enum Strokes {
    /// Rising, through the corners of tiles.
    Rising,
    /// Falling, through the corners of tiles.
    Falling,
    /// Upright, so far from the left side of each tile.
    Upright(f32),
    /// Level, so far from the upper side of each tile.
    Level(f32),
    /// Level, in the middle of each tile, from so far to so far from its left side.
    Short(f32, f32),
}

use Strokes::{Falling, Level, Rising, Short, Upright};

/// The strokes of the tile of a status (see [`tile_of`]).
fn strokes_of(status: Status) -> &'static [Strokes] {
    match status {
        Status::Achieved => &[],
        Status::PartiallyAchieved => &[Rising],
        Status::NotAchieved => &[Rising, Falling],
        Status::Suspended => &[Upright(2.5)],
        Status::Postponed => &[Falling],
        Status::Cancelled => &[Level(2.0)],
        Status::InProgress => &[Short(1.4, 3.6)],
        Status::NotMeasurable => &[Upright(3.0), Level(3.0)],
        Status::NotStated => &[Short(1.9, 3.1)],
    }
}

/// Dashed lines that together are the strokes of all tiles of a rectangle, and beyond it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Hatch {
    /// The data of an SVG path.
    pub path: String,
    /// The width of the lines.
    pub width: f32,
    /// How long a dash is, and how long the gap after it.
    pub dashes: [f32; 2],
    /// How far into a dash lines begin.
    pub offset: f32,
}

/// The strokes of a status in a rectangle.
pub(super) fn hatches(status: Status, rect: Rect) -> impl Iterator<Item = Hatch> {
    let tile = tile_of(status);
    strokes_of(status).iter().map(move |strokes| strokes.hatch(&tile, rect))
}

impl Strokes {
    /// Strokes that lie side by side are the dashes of one line across all of them, as wide as the strokes are long.
    fn hatch(self, tile: &Tile, rect: Rect) -> Hatch {
        let Rect { x, y, width, height } = rect;
        let (right, bottom, side) = (rect.right(), rect.bottom(), tile.side);
        let diagonal = (width + height) * std::f32::consts::FRAC_1_SQRT_2 + 1.0;
        // Where the last stroke before the rectangle is, of those that are so far from the side of their tile. Lines begin
        // with one more, and end with one more: their ends are rounded.
        let last = |from: f32, at: f32| ((from - at) / side).floor() * side + at;
        let across = |from: Point, to: Point, width: f32, period: f32| Hatch {
            path: line(from, to),
            width,
            dashes: [tile.stroke, period - tile.stroke],
            offset: tile.stroke / 2.0,
        };
        // Along a diagonal x + y changes and x - y stays, or the other way round.
        let at =
            |sum: f32, difference: f32| Point { x: (sum + difference) / 2.0, y: (sum - difference) / 2.0 };
        let (sum, difference) = (x + right + y + bottom, x + right - y - bottom);
        let slanted = side * std::f32::consts::FRAC_1_SQRT_2;
        match self {
            Rising => {
                let (from, to, middle) = (last(x + y, 0.0) - side, right + bottom + side, difference / 2.0);
                across(at(from, middle), at(to, middle), diagonal, slanted)
            }
            Falling => {
                let (from, to, middle) = (last(x - bottom, 0.0) - side, right - y + side, sum / 2.0);
                across(at(middle, from), at(middle, to), diagonal, slanted)
            }
            Upright(place) => {
                let middle = y + height / 2.0;
                let (from, to) = (last(x, place) - side, right + side);
                across(Point { x: from, y: middle }, Point { x: to, y: middle }, height + 1.0, side)
            }
            Level(place) => {
                let middle = x + width / 2.0;
                let (from, to) = (last(y, place) - side, bottom + side);
                across(Point { x: middle, y: from }, Point { x: middle, y: to }, width + 1.0, side)
            }
            Short(from, to) => {
                let (start, mut row) = (last(x, from) - side, last(y, side / 2.0));
                let mut path = String::new();
                while row < bottom + side {
                    path.push_str(&line(Point { x: start, y: row }, Point { x: right + side, y: row }));
                    row += side;
                }
                Hatch { path, width: tile.stroke, dashes: [to - from, side - (to - from)], offset: 0.0 }
            }
        }
    }
}

fn line(from: Point, to: Point) -> String {
    let mut path = String::new();
    // Writing to a string cannot fail.
    let _ =
        write!(path, "M{} {}L{} {}", hundredth(from.x), hundredth(from.y), hundredth(to.x), hundredth(to.y));
    path
}

/// A length in steps of a hundredth, as short as it can be written.
pub(super) fn hundredth(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How far a point is from a line between two others.
    fn distance(at: Point, from: Point, to: Point) -> f32 {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let along = ((at.x - from.x) * dx + (at.y - from.y) * dy) / (dx * dx + dy * dy);
        // Lines end with their last point: what is beyond it is far.
        if !(0.0..=1.0).contains(&along) {
            return f32::INFINITY;
        }
        ((at.x - from.x) * dy - (at.y - from.y) * dx).abs() / (dx * dx + dy * dy).sqrt()
    }

    /// The straight lines of a path of `M`, `L`, `H` and `V`.
    fn lines(path: &str) -> Vec<(Point, Point)> {
        let starts: Vec<usize> =
            path.match_indices(|c: char| c.is_ascii_alphabetic()).map(|(at, _)| at).collect();
        let ends = starts.iter().skip(1).copied().chain([path.len()]);
        let (mut all, mut at) = (Vec::new(), Point::default());
        for (start, end) in starts.iter().zip(ends) {
            let (letter, numbers) = path[*start..end].split_at(1);
            let mut numbers = numbers.split([',', ' ']).map(|text| text.parse().expect("a number"));
            let mut next = || numbers.next().expect("a number");
            let to = match letter {
                "H" => Point { x: next(), ..at },
                "V" => Point { y: next(), ..at },
                _ => Point { x: next(), y: next() },
            };
            if letter != "M" {
                all.push((at, to));
            }
            at = to;
        }
        all
    }

    /// Whether a tile, repeated, has a stroke at a point, with so much more room around it.
    fn is_in_tiles(tile: &Tile, at: Point, slack: f32) -> bool {
        let within = Point { x: at.x.rem_euclid(tile.side), y: at.y.rem_euclid(tile.side) };
        lines(tile.strokes)
            .into_iter()
            .any(|(from, to)| distance(within, from, to) < tile.stroke / 2.0 + slack)
    }

    /// Whether a hatch has a dash at a point.
    fn is_in_hatch(hatch: &Hatch, at: Point, slack: f32) -> bool {
        lines(&hatch.path).into_iter().any(|(from, to)| {
            let length = (to.x - from.x).hypot(to.y - from.y);
            let along = ((at.x - from.x) * (to.x - from.x) + (at.y - from.y) * (to.y - from.y)) / length;
            let dash = (along + hatch.offset + slack).rem_euclid(hatch.dashes[0] + hatch.dashes[1]);
            distance(at, from, to) < hatch.width / 2.0 + slack && dash < hatch.dashes[0] + 2.0 * slack
        })
    }

    #[test]
    fn dashed_lines_are_where_the_strokes_of_the_tiles_are() {
        let rects = [
            Rect { x: 0.0, y: 0.0, width: 60.0, height: 16.0 },
            Rect { x: 133.7, y: 418.3, width: 211.4, height: 15.0 },
            Rect { x: 40.2, y: 7.9, width: 3.1, height: 90.6 },
        ];
        for status in Status::ALL {
            let tile = tile_of(status);
            assert_eq!(strokes_of(status).is_empty(), tile.strokes.is_empty());
            for rect in rects {
                let hatches: Vec<_> = hatches(status, rect).collect();
                let steps = |from: f32, length: f32| {
                    (0..(length / 0.37) as u32).map(move |at| from + at as f32 * 0.37)
                };
                for (x, y) in
                    steps(rect.x, rect.width).flat_map(|x| steps(rect.y, rect.height).map(move |y| (x, y)))
                {
                    let at = Point { x, y };
                    let hatched = |slack| hatches.iter().any(|hatch| is_in_hatch(hatch, at, slack));
                    // Lengths are rounded: what is nearer to an edge than that may be on either side of it.
                    assert!(
                        !is_in_tiles(&tile, at, -0.05) || hatched(0.0),
                        "{status:?} lacks {at:?} of {rect:?}"
                    );
                    assert!(
                        !hatched(-0.05) || is_in_tiles(&tile, at, 0.0),
                        "{status:?} has {at:?} of {rect:?}"
                    );
                }
            }
        }
    }
}
