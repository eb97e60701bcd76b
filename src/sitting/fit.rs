// SPDX-License-Identifier: AGPL-3.0-or-later
//! A drawing as large as a slide has room for. It is drawn narrower than the slide and shown as wide as it, so that its
//! letters grow along.
//!
//! Never here: how anything is drawn.

use crate::chart::ChartDrawing;

/// The width at which letters are as large as they ever become.
const LARGEST: f32 = 640.0;
/// The width at which they are as small as somebody at the back can still read: what does not fit then is scrolled.
const SMALLEST: f32 = 1280.0;
/// From this width on a room looks on, and letters are at least so many times as large as on the page.
const ROOM: f32 = 900.0;
const LEAST_OF_ROOM: f32 = 1.2;
/// No letter is larger than so many times its size on the page.
const MOST: f32 = 3.0;
/// By how much the next attempt is smaller.
const STEP: f32 = 1.12;

/// The largest drawing that, shown `width` wide, is no higher than `height`; the smallest where none fits.
pub fn largest(draw: &dyn Fn(f32) -> ChartDrawing, width: f32, height: f32) -> ChartDrawing {
    let width = if width.is_finite() { width } else { LARGEST };
    let least = if width < ROOM { 1.0 } else { LEAST_OF_ROOM };
    let least = (width / SMALLEST).clamp(least, MOST);
    let mut scale = (width / LARGEST).clamp(least, MOST);
    loop {
        let drawing = draw(width / scale);
        // What was drawn wider than asked for is shown smaller.
        let shown = drawing.scene.height * width / drawing.scene.width.max(1.0);
        if shown <= height || scale <= least {
            return drawing;
        }
        scale = (scale / STEP).max(least);
    }
}
