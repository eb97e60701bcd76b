// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a stroke or a fill means, and how it travels through plotters.
//!
//! Never here: the colour an ink has on the page or on paper (see `theme`).

use plotters::style::{Color, ShapeStyle};
use plotters_backend::BackendColor;

use crate::reading::Status;

/// What a primitive stands for; a theme, or a class of the page, makes a colour of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Ink {
    /// Text to be read.
    Text,
    /// Text beside the point: units, axis labels, names of what is dimmed.
    TextMuted,
    /// Light rules behind the marks.
    Grid,
    /// The line from which bars start.
    Axis,
    /// The ground of the page: gaps between segments, figures written on a full colour.
    Surface,
    /// What is measured, where it has no status.
    Accent,
    /// The same, one level down: programmes beneath their mission.
    AccentMuted,
    /// Status achieved.
    Achieved,
    /// Status achieved in part.
    PartiallyAchieved,
    /// Status not achieved.
    NotAchieved,
    /// Status suspended.
    Suspended,
    /// Status postponed.
    Postponed,
    /// Status cancelled.
    Cancelled,
    /// Status in progress.
    InProgress,
    /// Status not measurable.
    NotMeasurable,
    /// Status not stated; also any measure that is not known.
    NotStated,
}

impl Ink {
    /// Every ink.
    pub const ALL: [Self; 16] = [
        Self::Text,
        Self::TextMuted,
        Self::Grid,
        Self::Axis,
        Self::Surface,
        Self::Accent,
        Self::AccentMuted,
        Self::Achieved,
        Self::PartiallyAchieved,
        Self::NotAchieved,
        Self::Suspended,
        Self::Postponed,
        Self::Cancelled,
        Self::InProgress,
        Self::NotMeasurable,
        Self::NotStated,
    ];

    /// The ink of a status.
    pub fn of(status: Status) -> Self {
        match status {
            Status::Achieved => Self::Achieved,
            Status::PartiallyAchieved => Self::PartiallyAchieved,
            Status::NotAchieved => Self::NotAchieved,
            Status::Suspended => Self::Suspended,
            Status::Postponed => Self::Postponed,
            Status::Cancelled => Self::Cancelled,
            Status::InProgress => Self::InProgress,
            Status::NotMeasurable => Self::NotMeasurable,
            Status::NotStated => Self::NotStated,
        }
    }

    /// The status of an ink that stands for one.
    pub fn status(self) -> Option<Status> {
        Status::ALL.into_iter().find(|&status| Self::of(status) == self)
    }

    /// Its class on the page: `ink-achieved`, `ink-text-muted`, …
    pub fn class(self) -> &'static str {
        match self {
            Self::Text => "ink-text",
            Self::TextMuted => "ink-text-muted",
            Self::Grid => "ink-grid",
            Self::Axis => "ink-axis",
            Self::Surface => "ink-surface",
            Self::Accent => "ink-accent",
            Self::AccentMuted => "ink-accent-muted",
            Self::Achieved => "ink-achieved",
            Self::PartiallyAchieved => "ink-partially-achieved",
            Self::NotAchieved => "ink-not-achieved",
            Self::Suspended => "ink-suspended",
            Self::Postponed => "ink-postponed",
            Self::Cancelled => "ink-cancelled",
            Self::InProgress => "ink-in-progress",
            Self::NotMeasurable => "ink-not-measurable",
            Self::NotStated => "ink-not-stated",
        }
    }
}

/// How an ink is laid on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Finish {
    /// Plain.
    #[default]
    Plain,
    /// Shapes: the pattern of the ink's status (see `pattern`), with an edge of the full ink inside the shape, one pixel
    /// wide.
    Pattern,
    /// Text: with a rim of the surface's colour, so that it reads on a pattern.
    Halo,
    /// Shapes: thinly, so that a text reads on it; from 1 to [`Finish::SHADES`], the stronger the more.
    Shade(u8),
}

impl Finish {
    /// How many shades there are.
    pub const SHADES: u8 = 5;

    /// How strong the ink is over the surface, 0 to 1.
    pub fn strength(self) -> f32 {
        match self {
            Self::Shade(shade) => f32::from(shade.min(Self::SHADES)) * 0.1,
            _ => 1.0,
        }
    }

    /// How it travels through plotters.
    fn code(self) -> u8 {
        match self {
            Self::Plain => 0,
            Self::Pattern => 1,
            Self::Halo => 2,
            Self::Shade(shade) => 2 + shade,
        }
    }

    /// Its class on the page, beside that of the ink.
    pub fn class(self) -> &'static str {
        match self {
            Self::Plain => "finish-plain",
            Self::Pattern => "finish-pattern",
            Self::Halo => "finish-halo",
            Self::Shade(_) => "finish-shade",
        }
    }
}

/// An ink and its finish: the one kind of colour that charts hand to plotters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Paint(pub Ink, pub Finish);

/// The red component of every reserved colour. Green carries the finish and blue the ink.
const RESERVED: u8 = 0x1d;

impl Paint {
    /// A fill in the pattern of a status.
    pub fn status(status: Status) -> Self {
        Self(Ink::of(status), Finish::Pattern)
    }

    /// What a colour that came through plotters stands for: text, if it is one of plotters' own defaults.
    pub fn from_rgb((red, green, blue): (u8, u8, u8)) -> Self {
        if red != RESERVED {
            return Self(Ink::Text, Finish::Plain);
        }
        let finish = match green {
            1 => Finish::Pattern,
            2 => Finish::Halo,
            0 => Finish::Plain,
            shade => Finish::Shade(shade - 2),
        };
        Self(Ink::ALL.get(usize::from(blue)).copied().unwrap_or(Ink::Text), finish)
    }
}

impl Color for Paint {
    fn to_backend_color(&self) -> BackendColor {
        BackendColor { alpha: 1.0, rgb: (RESERVED, self.1.code(), self.0 as u8) }
    }
}

impl Color for Ink {
    fn to_backend_color(&self) -> BackendColor {
        Paint(*self, Finish::Plain).to_backend_color()
    }
}

/// A stroke of this many CSS pixels.
pub(super) fn stroke(ink: Ink, width: f32) -> ShapeStyle {
    ShapeStyle {
        color: ink.to_rgba(),
        filled: false,
        stroke_width: (width * super::backend::SCALE).round() as u32,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_paint_survives_its_way_through_plotters() {
        for (i, ink) in Ink::ALL.into_iter().enumerate() {
            assert_eq!(ink as usize, i, "ALL is in the order of the inks");
            for finish in [Finish::Plain, Finish::Pattern, Finish::Halo, Finish::Shade(1), Finish::Shade(5)] {
                let paint = Paint(ink, finish);
                assert_eq!(Paint::from_rgb(paint.to_rgba().rgb()), paint);
            }
        }
    }

    #[test]
    fn every_status_has_an_ink_of_its_own() {
        for status in Status::ALL {
            assert_eq!(Ink::of(status).status(), Some(status));
        }
    }
}
