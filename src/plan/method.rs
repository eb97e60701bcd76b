// SPDX-License-Identifier: AGPL-3.0-or-later
//! The method: by which rules a degree of achievement is decided and judged.
//!
//! Never here: applying it. `reading::degree` decides by it, `statistics` is handed the result.

use super::Percent;

/// By which rules the degree of achievement of an objective is decided and judged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Method {
    /// Where achieved ends and partly achieved begins.
    pub bands: Bands,
    /// What stands in where neither a column nor the outcome text states a degree.
    pub stand_in: StandIn,
}

impl Default for Method {
    /// The literal reading: 100 is achieved, 0 is not, between them partly; the staff percentage stands in, marked.
    fn default() -> Self {
        Self { bands: Bands::LITERAL, stand_in: StandIn::StaffPercent }
    }
}

/// The bands that turn a degree into a status.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bands {
    /// Achieved from this degree on.
    pub achieved_from: Percent,
    /// Partly achieved down to this degree; below it, not achieved.
    pub partly: LowerBound,
}

impl Bands {
    /// Achieved at 100, not achieved at 0, partly achieved between them.
    pub const LITERAL: Self =
        Self { achieved_from: Percent::WHOLE, partly: LowerBound::Above(Percent::ZERO) };
}

/// Where a band begins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum LowerBound {
    /// The degree itself is still in the band.
    From(Percent),
    /// Only what is above the degree is in the band.
    Above(Percent),
}

impl LowerBound {
    /// Whether a degree is in the band that begins here.
    pub fn admits(self, degree: Percent) -> bool {
        match self {
            Self::From(bound) => degree >= bound,
            Self::Above(bound) => degree > bound,
        }
    }
}

/// What stands in for a degree that is not stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StandIn {
    /// Nothing: it stays unknown.
    Nothing,
    /// The staff percentage, marked as such wherever it shows.
    StaffPercent,
}
