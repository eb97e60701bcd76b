// SPDX-License-Identifier: AGPL-3.0-or-later
//! From achievements and a selection to figures: counts, means, medians, distribution, each with its denominator.
//!
//! Pure: same input, same output, natively and in the page; the order of the objectives changes nothing, to the last
//! bit. Never here: a clock, a file format, a word of a language, a colour.

pub mod change;
mod codes;
mod columns;
mod counted;
mod crossed;
mod failed;
pub mod figures;
mod found;
mod grouped;
mod groupings;
pub mod interval;
mod keys;
mod parts;
pub mod search;
pub mod selection;
mod slots;
pub mod spans;
mod stepper;
pub mod sum;
mod table;
mod tally;
mod times;

pub use change::{Change, MeanDegree, Standing};
pub use figures::{
    Distribution, Figures, Gap, Group, Measure, Month, Sent, StatusCounts, StatusRow, Summary, WeightedMean,
};
pub use grouped::GroupedRows;
pub use interval::Interval;
pub use search::{Field, SearchHits, SearchTexts, for_each_text};
pub use selection::{Dimension, Filter, Selection};
pub use stepper::Stepper;
pub use table::{Facets, Table};
pub use times::Times;
pub(crate) use times::last_deadline;
