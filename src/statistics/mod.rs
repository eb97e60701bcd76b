// SPDX-License-Identifier: AGPL-3.0-or-later
//! From achievements and a selection to figures: counts, means, medians, distribution, each with its denominator.
//!
//! Pure: same input, same output, natively and in the page; the order of the objectives changes nothing, to the last
//! bit. Never here: a clock, a file format, a word of a language, a colour.

pub mod figures;
pub mod selection;

pub use figures::{Distribution, Figures, Group, Measure, StatusCounts, Summary, WeightedMean};
pub use selection::{Dimension, Filter, Selection};
