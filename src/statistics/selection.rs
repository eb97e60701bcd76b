// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which objectives are looked at: a set of filters, as the page's `data-filter` handles name them.
//!
//! Never here: the objectives themselves. A filter may name what the plan does not have: it then selects nothing.

use std::collections::BTreeSet;

use crate::plan::Year;
use crate::reading::{LEFT_OUT, Status};

/// What a filter is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// The mission.
    Mission,
    /// The programme.
    Programme,
    /// A responsible person.
    Person,
    /// How it went.
    Status,
    /// Strategic or ordinary.
    Strategic,
    /// A planned year.
    Year,
    /// A range of the degree of achievement: an [`Interval`](super::Interval).
    Degree,
    /// A kind of finding.
    Finding,
}

impl Dimension {
    /// Every dimension.
    pub const ALL: [Self; 8] = [
        Self::Mission,
        Self::Programme,
        Self::Person,
        Self::Status,
        Self::Strategic,
        Self::Year,
        Self::Degree,
        Self::Finding,
    ];

    /// The name in handles: `mission`, `programme`, `person`, …
    pub fn code(self) -> &'static str {
        match self {
            Self::Mission => "mission",
            Self::Programme => "programme",
            Self::Person => "person",
            Self::Status => "status",
            Self::Strategic => "strategic",
            Self::Year => "year",
            Self::Degree => "degree",
            Self::Finding => "finding",
        }
    }
}

/// One filter: objectives of mission `04`, of status `achieved`, planned in `2021`.
///
/// The key is that of the [`Group`](super::Group): empty for the objectives that state none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Filter {
    /// What it is about.
    pub dimension: Dimension,
    /// Which.
    pub key: String,
}

impl Filter {
    /// A filter.
    pub fn new(dimension: Dimension, key: impl Into<String>) -> Self {
        Self { dimension, key: key.into() }
    }

    /// Its handle: `mission:04`.
    pub fn handle(&self) -> String {
        format!("{}:{}", self.dimension.code(), self.key)
    }

    /// The filter of a handle.
    pub fn from_handle(handle: &str) -> Option<Self> {
        let (dimension, key) = handle.split_once(':')?;
        let dimension = Dimension::ALL.into_iter().find(|d| d.code() == dimension)?;
        Some(Self::new(dimension, key))
    }

    /// The filter on a status.
    pub fn status(status: Status) -> Self {
        Self::new(Dimension::Status, status.code())
    }

    /// The filter on the objectives that the method leaves out, which have no status in the figures.
    pub fn left_out() -> Self {
        Self::new(Dimension::Status, LEFT_OUT)
    }

    /// The filter on a planned year.
    pub fn year(year: Year) -> Self {
        Self::new(Dimension::Year, year.to_string())
    }
}

/// Which objectives are looked at.
///
/// Filters of one dimension widen each other (mission 01 or 04), those of different dimensions narrow each other
/// (mission 04 and achieved), and every search word must be found. Empty, it selects the whole plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// The filters in force.
    pub filters: BTreeSet<Filter>,
    /// Words to be found in the texts of an objective, as typed.
    pub search: String,
}

impl Selection {
    /// Whether it selects the whole plan.
    pub fn is_everything(&self) -> bool {
        self.filters.is_empty() && self.search.trim().is_empty()
    }

    /// Whether a filter is in force.
    pub fn has(&self, filter: &Filter) -> bool {
        self.filters.contains(filter)
    }

    /// Puts a filter in force, or takes it back.
    pub fn toggle(&mut self, filter: &Filter) {
        if !self.filters.remove(filter) {
            self.filters.insert(filter.clone());
        }
    }

    /// The keys in force of one dimension.
    pub fn keys(&self, dimension: Dimension) -> impl Iterator<Item = &str> {
        self.filters.iter().filter(move |f| f.dimension == dimension).map(|f| f.key.as_str())
    }
}
