// SPDX-License-Identifier: AGPL-3.0-or-later
//! A bar of segments, one for each status that occurs: as long as its count, and never too short to be seen.
//!
//! Never here: how long the whole bar is.

use crate::locale::charts::ChartWords;
use crate::reading::Status;
use crate::statistics::{Filter, StatusCounts};

use super::canvas::{Canvas, Drawn, Look, Plot, area, bar};
use super::ink::{Ink, Paint};
use super::metrics::{Weight, width as text_width};
use super::scene::{Anchor, MarkState, Part, Point};

/// The shortest segment, in CSS pixels: one objective among thousands is still seen.
pub(super) const SHORTEST: f32 = 4.0;
/// The gap between segments.
const GAP: f32 = 1.0;
/// The size of counts on segments.
const COUNT_SIZE: f32 = 12.0;

/// A bar to draw.
pub(super) struct Bar<'a> {
    pub counts: &'a StatusCounts,
    /// Its length in CSS pixels; [`least`] or more.
    pub length: f32,
    /// Its middle, and how thick it is.
    pub middle: f32,
    pub thick: f32,
    /// Values of the chart's axis in a CSS pixel.
    pub per_pixel: f64,
    pub state: MarkState,
    /// Whether the figure beside the bar is its total: a bar of one status then needs no count on it.
    pub total_beside: bool,
}

/// The shortest bar for these counts.
pub(super) fn least(counts: &StatusCounts) -> f32 {
    counts.iter().filter(|(_, count)| *count > 0).count() as f32 * SHORTEST
}

/// Lengths in proportion to the counts, none that occurs below [`SHORTEST`]: what the short ones take, the others give.
fn lengths(counts: &[(Status, u32)], length: f32) -> Vec<f32> {
    let mut short = vec![false; counts.len()];
    loop {
        let taken = short.iter().filter(|short| **short).count() as f32 * SHORTEST;
        let pairs = || counts.iter().zip(&short);
        let rest: f64 = pairs().filter(|(_, short)| !**short).map(|((_, n), _)| f64::from(*n)).sum();
        let share = |n: u32| (f64::from(length - taken) * f64::from(n) / rest.max(1.0)) as f32;
        let found: Vec<f32> =
            pairs().map(|((_, n), short)| if *short { SHORTEST } else { share(*n) }).collect();
        // Each round marks one more as short, or is the last.
        match found.iter().zip(&short).position(|(found, short)| !short && *found < SHORTEST) {
            Some(next) if short.iter().filter(|short| !**short).count() > 1 => short[next] = true,
            _ => return found,
        }
    }
}

/// Draws a bar into the mark that was begun last, with a part for each segment.
pub(super) fn draw(canvas: &mut Canvas, plot: &mut Plot<'_>, words: &ChartWords, stacked: &Bar<'_>) -> Drawn {
    let counts: Vec<_> = stacked.counts.iter().filter(|(_, count)| *count > 0).collect();
    let total = stacked.counts.total();
    let (top, bottom) =
        (f64::from(stacked.middle - stacked.thick / 2.0), f64::from(stacked.middle + stacked.thick / 2.0));
    let mut start = 0.0_f32;
    for (i, (&(status, count), length)) in counts.iter().zip(lengths(&counts, stacked.length)).enumerate() {
        let gap = if i + 1 < counts.len() { GAP } else { 0.0 };
        let from = f64::from(start) * stacked.per_pixel;
        let to = f64::from(start + length - gap) * stacked.per_pixel;
        bar(plot, (from, top), (to, bottom), Paint::status(status))?;
        let bounds = area(plot, (from, top), (to, bottom));
        let label = format!("{}: {}", words.status(status).name, (words.out_of)(count, total));
        canvas.part(Part { bounds, label, filter: Some(Filter::status(status)) });
        let figure = words.figure(count);
        // On a pattern the rim of the figure takes room too, and some pattern must be left to be seen.
        let around = if status == Status::Achieved { 6.0 } else { 14.0 };
        let fits = text_width(&figure, COUNT_SIZE, Weight::SemiBold) + around <= bounds.width;
        if fits && (counts.len() > 1 || !stacked.total_beside) {
            let look = Look::new(COUNT_SIZE, Ink::Text).weight(Weight::SemiBold).anchor(Anchor::Middle);
            let look = match (stacked.state, status) {
                (MarkState::Dimmed, _) => Look { ink: Ink::TextMuted, ..look }.halo(),
                (_, Status::Achieved) => Look { ink: Ink::Surface, ..look },
                _ => look.halo(),
            };
            let at = Point { x: bounds.x + bounds.width / 2.0, y: bounds.y + bounds.height / 2.0 };
            canvas.text(&figure, at, look)?;
        }
        start += length;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_segments_are_seen_and_the_bar_keeps_its_length() {
        let counts = [(Status::Achieved, 10_000), (Status::NotAchieved, 1), (Status::Suspended, 2)];
        let found = lengths(&counts, 100.0);
        assert_eq!(found, [92.0, 4.0, 4.0]);
        let found = lengths(&[(Status::Achieved, 3), (Status::NotAchieved, 1)], 100.0);
        assert_eq!(found, [75.0, 25.0]);
        assert_eq!(lengths(&[], 100.0), [0.0; 0]);
    }
}
