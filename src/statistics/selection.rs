// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which objectives are looked at: a set of filters, as the page's `data-filter` handles name them.
//!
//! Never here: the objectives themselves. A filter may name what the plan does not have: it then selects nothing.

use std::collections::BTreeSet;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::plan::Year;
use crate::reading::{LEFT_OUT, Status};

/// What a filter is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
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
    /// The office it is assigned to, as written.
    Office,
    /// A range of the staff percentage: an [`Interval`](super::Interval).
    Staff,
    /// The month of its last deadline: `2021-06`.
    Deadline,
    /// The month in which it was done, as its outcome states it.
    Completed,
}

impl Dimension {
    /// Every dimension.
    pub const ALL: [Self; 12] = [
        Self::Mission,
        Self::Programme,
        Self::Person,
        Self::Status,
        Self::Strategic,
        Self::Year,
        Self::Degree,
        Self::Finding,
        Self::Office,
        Self::Staff,
        Self::Deadline,
        Self::Completed,
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
            Self::Office => "office",
            Self::Staff => "staff",
            Self::Deadline => "deadline",
            Self::Completed => "completed",
        }
    }

    /// The dimension of a name in handles.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dimension| dimension.code() == code)
    }
}

/// One filter: objectives of mission `04`, of status `achieved`, planned in `2021`.
///
/// The key is that of the [`Group`](super::Group): empty for the objectives that state none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
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
        Some(Self::new(Dimension::from_code(dimension)?, key))
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
///
/// A dimension may be turned round: then it selects all but what its filters name. An objective of several people is
/// among "all but" one of them if that one is not among its people.
#[derive(Debug, Clone, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Selection {
    /// The filters in force.
    pub filters: BTreeSet<Filter>,
    /// The dimensions of which the filters name what is not looked at. Without filters of it, a dimension here means
    /// nothing, and is not here.
    pub but: BTreeSet<Dimension>,
    /// Words to be found in the texts of an objective, as typed.
    pub search: String,
}

impl Selection {
    /// Whether it selects the whole plan.
    pub fn is_everything(&self) -> bool {
        self.filters.is_empty() && self.search.trim().is_empty()
    }

    /// Whether a filter is in force, either way round.
    pub fn has(&self, filter: &Filter) -> bool {
        self.filters.contains(filter)
    }

    /// Whether objectives are looked at for being of this filter: it is in force, or others are in force by which it is
    /// not left out.
    pub fn shows(&self, filter: &Filter) -> bool {
        self.filters_by(filter.dimension) && self.has(filter) != self.is_turned(filter.dimension)
    }

    /// Whether anything of a dimension is selected.
    pub fn filters_by(&self, dimension: Dimension) -> bool {
        self.keys(dimension).next().is_some()
    }

    /// Puts a filter in force, or takes it back.
    pub fn toggle(&mut self, filter: &Filter) {
        if !self.filters.remove(filter) {
            self.filters.insert(filter.clone());
        }
        self.tidy();
    }

    /// Takes these filters back.
    pub fn take_back(&mut self, filters: &[Filter]) {
        self.filters.retain(|filter| !filters.contains(filter));
        self.tidy();
    }

    /// Puts these filters in force and no others of their dimensions; where that is so already, takes them back.
    pub fn toggle_only(&mut self, filters: &[Filter]) {
        let before = self.clone();
        self.only(filters);
        if *self == before {
            filters.iter().for_each(|filter| self.clear(filter.dimension));
        }
    }

    /// Puts these filters in force and no others of their dimensions.
    pub fn only(&mut self, filters: &[Filter]) {
        filters.iter().for_each(|filter| self.clear(filter.dimension));
        self.filters.extend(filters.iter().cloned());
    }

    /// Takes back all filters of a dimension.
    pub fn clear(&mut self, dimension: Dimension) {
        self.filters.retain(|filter| filter.dimension != dimension);
        self.tidy();
    }

    /// Turns a dimension round: what was looked at no longer is, and the other way round. Nothing to do where it has
    /// no filters.
    pub fn turn(&mut self, dimension: Dimension) {
        if !self.but.remove(&dimension) {
            self.but.insert(dimension);
        }
        self.tidy();
    }

    /// Whether a dimension is turned round.
    pub fn is_turned(&self, dimension: Dimension) -> bool {
        self.but.contains(&dimension)
    }

    /// Drops what is turned round without naming anything.
    fn tidy(&mut self) {
        let Self { filters, but, .. } = self;
        but.retain(|dimension| filters.iter().any(|filter| filter.dimension == *dimension));
    }

    /// The keys in force of one dimension, whether it is turned round or not.
    pub fn keys(&self, dimension: Dimension) -> impl Iterator<Item = &str> {
        self.filters.iter().filter(move |f| f.dimension == dimension).map(|f| f.key.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mission(key: &str) -> Filter {
        Filter::new(Dimension::Mission, key)
    }

    #[test]
    fn what_is_taken_back_leaves_nothing_turned_round() {
        let mut selection = Selection::default();
        selection.turn(Dimension::Mission);
        assert_eq!(selection, Selection::default());
        selection.toggle(&mission("01"));
        selection.turn(Dimension::Mission);
        assert!(selection.is_turned(Dimension::Mission));
        selection.toggle(&mission("01"));
        assert_eq!(selection, Selection::default());
    }

    #[test]
    fn only_replaces_what_is_of_the_same_dimension() {
        let mut selection = Selection::default();
        selection.toggle(&mission("01"));
        selection.turn(Dimension::Mission);
        selection.toggle(&Filter::status(Status::Achieved));
        selection.toggle_only(&[mission("12")]);
        assert_eq!(selection.keys(Dimension::Mission).collect::<Vec<_>>(), ["12"]);
        assert!(!selection.is_turned(Dimension::Mission));
        assert!(selection.has(&Filter::status(Status::Achieved)));
        selection.toggle_only(&[mission("12")]);
        assert!(!selection.filters_by(Dimension::Mission));
    }
}
