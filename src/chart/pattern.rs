// SPDX-License-Identifier: AGPL-3.0-or-later
//! The patterns by which statuses differ where hues do not: in print, and to eyes that see fewer of them.
//!
//! A tile is repeated in both directions, aligned to the drawing. Its ground is the ink at [`Tile::ground`] strength over the
//! surface, its strokes are the full ink. Never here: a colour.

use crate::reading::Status;

/// One tile of a pattern, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tile {
    /// The side of the tile.
    pub side: f32,
    /// How strong the ink of the ground is: 0 (none) to 1 (full).
    pub ground: f32,
    /// The width of the strokes.
    pub stroke: f32,
    /// The strokes, as the data of an SVG path; they run a little beyond the tile, so that its edges close.
    pub strokes: &'static str,
}

const fn tile(side: f32, ground: f32, stroke: f32, strokes: &'static str) -> Tile {
    Tile { side, ground, stroke, strokes }
}

/// The tile of a status. Achieved is plain: a tile of full ground without strokes.
pub fn tile_of(status: Status) -> Tile {
    match status {
        Status::Achieved => tile(6.0, 1.0, 0.0, ""),
        // Rising strokes.
        Status::PartiallyAchieved => tile(6.0, 0.22, 2.2, "M-1,1L1,-1M-1,7L7,-1M5,7L7,5"),
        // Crossed strokes.
        Status::NotAchieved => tile(6.0, 0.3, 1.6, "M-1,-1L7,7M-1,7L7,-1"),
        // Upright bars, as on a pause key.
        Status::Suspended => tile(5.0, 0.2, 1.8, "M2.5,-1V6"),
        // Falling strokes.
        Status::Postponed => tile(6.0, 0.15, 1.6, "M-1,5L1,7M-1,-1L7,7M5,-1L7,1"),
        // Level strokes, as of what is struck out.
        Status::Cancelled => tile(4.0, 0.15, 1.2, "M-1,2H5"),
        // Dots: short strokes.
        Status::InProgress => tile(5.0, 0.15, 2.2, "M1.4,2.5H3.6"),
        // A grid.
        Status::NotMeasurable => tile(6.0, 0.08, 1.0, "M3,-1V7M-1,3H7"),
        // Nearly empty: one small dot.
        Status::NotStated => tile(5.0, 0.1, 1.2, "M1.9,2.5H3.1"),
    }
}

/// The id of the pattern of a status in a document: `pattern-achieved`, …
pub fn pattern_id(status: Status) -> String {
    format!("pattern-{}", status.code().replace('_', "-"))
}
