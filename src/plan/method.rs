// SPDX-License-Identifier: AGPL-3.0-or-later
//! The method: by which rules a degree of achievement is decided and judged, and which objectives count.
//!
//! A method cannot hold nonsense: bands that overlap or leave nothing to achieve are no [`Bands`], and each kind of
//! objective has only the ways to count that mean something for it. Never here: applying it. `reading::degree` decides
//! by it, `statistics` is handed the result.

use borsh::{BorshDeserialize, BorshSerialize};

use super::Percent;

/// By which rules the degree of achievement of an objective is decided and judged, and which objectives count.
#[derive(Debug, Clone, Copy, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Method {
    /// Where achieved ends and partly achieved begins.
    pub bands: Bands,
    /// What stands in where neither a column, the outcome text nor the indicators give a degree.
    pub stand_in: StandIn,
    /// How objectives count that were suspended.
    pub suspended: Unjudged,
    /// How objectives count that cannot be measured.
    pub not_measurable: Unjudged,
    /// How objectives count that are not planned in the plan's year.
    pub not_planned: NotPlanned,
    /// Whether the mean degree is the weighted one.
    pub weights: Weights,
}

/// The bands that turn a degree into a status. Achieved begins above 0, and partly achieved not above it.
#[derive(Debug, Clone, Copy, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Bands {
    achieved_from: Percent,
    partly: LowerBound,
}

impl Bands {
    /// Achieved at 100, not achieved at 0, partly achieved between them.
    pub const LITERAL: Self =
        Self { achieved_from: Percent::WHOLE, partly: LowerBound::Above(Percent::ZERO) };

    /// The bands that bodies are known to use, the literal ones first: the traffic lights of their reports.
    pub const PRESETS: [Self; 4] =
        [Self::LITERAL, Self::lights(90, 70), Self::lights(85, 70), Self::lights(64, 60)];

    const fn lights(green: u8, yellow: u8) -> Self {
        Self { achieved_from: Percent::of(green), partly: LowerBound::From(Percent::of(yellow)) }
    }

    /// Bands, unless they make no sense: achieved from 0 would be everything, and what is partly achieved cannot begin
    /// above what is achieved, or at 0, where nothing was. Where both begin at the same degree, none is partly achieved.
    ///
    /// ```
    /// use traguardi::plan::{Bands, LowerBound, Percent};
    /// let [zero, low, high] = [0.0, 60.0, 90.0].map(|value| Percent::new(value).unwrap());
    /// assert!(Bands::new(high, LowerBound::From(low)).is_some());
    /// assert_eq!(Bands::new(low, LowerBound::From(high)), None);
    /// assert_eq!(Bands::new(high, LowerBound::From(zero)), None);
    /// ```
    pub fn new(achieved_from: Percent, partly: LowerBound) -> Option<Self> {
        let fits = match partly {
            LowerBound::From(bound) => Percent::ZERO < bound && bound <= achieved_from,
            LowerBound::Above(bound) => bound < achieved_from,
        };
        fits.then_some(Self { achieved_from, partly })
    }

    /// Achieved from this degree on.
    pub fn achieved_from(&self) -> Percent {
        self.achieved_from
    }

    /// Partly achieved down to this degree; below it, not achieved.
    pub fn partly(&self) -> LowerBound {
        self.partly
    }
}

impl Default for Bands {
    fn default() -> Self {
        Self::LITERAL
    }
}

/// Where a band begins.
#[derive(Debug, Clone, Copy, PartialEq, BorshSerialize, BorshDeserialize)]
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

    /// The degree at which it begins.
    pub fn degree(self) -> Percent {
        match self {
            Self::From(bound) | Self::Above(bound) => bound,
        }
    }
}

/// A part of the method that is one of a few ways, each with the name by which files and handles know it.
macro_rules! ways {
    ($(#[$meta:meta])* $name:ident { $($(#[$way_meta:meta])* $way:ident = $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
        pub enum $name { $($(#[$way_meta])* $way,)+ }

        impl $name {
            /// Every way there is, the default one first.
            pub const ALL: &[Self] = &[$(Self::$way),+];

            /// The name in files and handles.
            pub fn code(self) -> &'static str {
                match self { $(Self::$way => $code,)+ }
            }

            /// The way of this name.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$way),)+ _ => None }
            }
        }
    };
}

ways! {
    /// What stands in for a degree that is not stated.
    StandIn {
        /// The staff percentage, marked as such wherever it shows.
        #[default]
        StaffPercent = "staff_percent",
        /// Nothing: it stays unknown.
        Nothing = "nothing",
    }
}

ways! {
    /// How an objective counts whose outcome says that there is nothing to judge: suspended, or not measurable.
    Unjudged {
        /// With its own status and without a degree.
        #[default]
        Apart = "apart",
        /// As not achieved, with degree 0.
        AsZero = "as_zero",
        /// Not at all; but it is said how many are left out.
        LeftOut = "left_out",
    }
}

ways! {
    /// How an objective counts that is not planned in the plan's year. It may well have gone somehow: that it was not
    /// achieved, or not judged, would be a judgement that nobody made, so it counts as it went or not at all.
    NotPlanned {
        /// As any other.
        #[default]
        AsStated = "as_stated",
        /// Not at all; but it is said how many are left out.
        LeftOut = "left_out",
    }
}

ways! {
    /// Whether the mean degree is the weighted one.
    Weights {
        /// Every objective counts alike.
        #[default]
        Ignored = "ignored",
        /// Each objective counts by its weight; those without one are left out of the mean.
        Used = "used",
    }
}
